"""The table of judges: what is kept belongs to one model, and a judge that knows all is perfect."""

from dataclasses import replace

import numpy as np

from mmdesign.fusion import FusionScorer
from mmdesign.training.evaluation.judges import Brief, Trial, keep_judges, kept_judges, tried, worth
from mmdesign.training.fusing import Claims

WIDTH = 6


def plain(sign=1.0):
    weights = {"vote": sign * np.array([9.0, 0.0], np.float32), "bias": np.zeros(1, np.float32),
               "no_views": np.zeros(1, np.float32)}  # fmt: skip
    return FusionScorer("weighted sum", weights)


def trial():
    """Two designs, each of which shows exactly what is true of it."""
    axes = np.eye(WIDTH, dtype=np.float32)
    views = (axes[:2], axes[2:4])
    texts, design = np.concatenate([axes[:4], axes[:4]]), np.repeat([0, 1], 4)
    holds = np.array([1, 1, 0, 0, 0, 0, 1, 1], bool)
    claims = Claims(views, texts, design, holds, np.array(["flag", "shape"] * 4))
    return Trial(claims, (Brief(0, 1, axes[:2], axes[0]),))


def test_who_says_what_is_so_is_perfect_and_who_says_the_opposite_is_all_wrong():
    perfect = {"flag": 1.0, "shape": 1.0, "any": 1.0, "pairs ranked right": 1.0}
    assert tried(trial(), plain()) == perfect
    assert tried(trial(), plain(-1)) == dict.fromkeys(perfect, 0.0)
    assert worth(trial(), plain()) == 1


def test_two_designs_that_score_alike_are_a_coin_toss():
    same = replace(trial(), briefs=(Brief(0, 0, np.eye(WIDTH, dtype=np.float32)[:2],
                                          np.eye(WIDTH, dtype=np.float32)[0]),))  # fmt: skip
    assert tried(same, plain())["pairs ranked right"] == 0.5


def test_judges_are_kept_for_the_model_that_they_learned_from(tmp_path):
    keep_judges(tmp_path, "hub:a/b@1", {"weighted sum": plain()})
    assert kept_judges(tmp_path, "hub:a/b@2") == {}
    (judge,) = kept_judges(tmp_path, "hub:a/b@1").values()
    np.testing.assert_array_equal(judge.weights["vote"], plain().weights["vote"])
