"""The judges: invariances that hold for any weights, what is masked, and how opening fails."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from mmdesign.errors import ModelError
from mmdesign.fusion import KINDS, FusionScorer, pooled_cosine
from mmdesign.fusion.kinds import COMMITTEE, MEMBERS
from mmdesign.fusion.scorer import scaled_form
from mmdesign.training.judges import JUDGES, Batch, committee_of, scorer_of

WIDTH, FORM = 16, 6
SEEING_FORMS = [kind for kind, known in KINDS.items() if known.uses_form]


def unit_rows(count, seed):
    rows = np.random.default_rng(seed).normal(size=(count, WIDTH)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def random_judge(kind, seed=0):
    torch.manual_seed(seed)
    judge = JUDGES[kind](WIDTH, FORM).eval()
    with torch.no_grad():
        for value in judge.parameters():
            value.copy_(0.4 * torch.randn(value.shape))
    return judge


def form_scale():
    draw = np.random.default_rng(5)
    return {
        "form_mean": draw.normal(size=FORM).astype(np.float32),
        "form_spread": draw.uniform(0.5, 2, FORM).astype(np.float32),
    }


def random_scorer(kind, seed=0):
    if kind == COMMITTEE:
        return committee_of({member: random_scorer(member, seed) for member in MEMBERS})
    return scorer_of(kind, random_judge(kind, seed), form_scale())


def some_form(seed=4):
    return np.random.default_rng(seed).normal(size=FORM).astype(np.float32)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("views", [1, 2, 7])
def test_the_order_of_views_does_not_matter(kind, views):
    scorer, seen, texts, form = (
        random_scorer(kind),
        unit_rows(views, 1),
        unit_rows(4, 2),
        some_form(),
    )
    shuffled = seen[np.random.default_rng(3).permutation(views)]
    np.testing.assert_allclose(
        scorer.logits(seen, texts, form), scorer.logits(shuffled, texts, form), atol=1e-4
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("views", "copies"), [(5, 1), (5, 4), (1, 1)])
def test_sending_a_view_again_changes_nothing(kind, views, copies):
    scorer, seen, texts = random_scorer(kind), unit_rows(views, 1), unit_rows(3, 2)
    again = np.concatenate([seen, np.repeat(seen[:1], copies, axis=0)])
    for form in (None, some_form()):
        np.testing.assert_allclose(
            scorer.logits(again, texts, form), scorer.logits(seen, texts, form), atol=1e-4
        )
    np.testing.assert_allclose(pooled_cosine(again, texts), pooled_cosine(seen, texts), atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_each_requirement_is_scored_for_itself(kind):
    scorer, seen, texts, form = random_scorer(kind), unit_rows(5, 1), unit_rows(4, 2), some_form()
    together = scorer.logits(seen, texts, form)
    alone = [scorer.logits(seen, texts[number : number + 1], form)[0] for number in range(4)]
    np.testing.assert_allclose(together, alone, atol=1e-4)
    assert together.shape == (4,)
    assert together.dtype == np.float32


@pytest.mark.parametrize("kind", JUDGES)
@pytest.mark.parametrize(("views", "has_form"), [(5, 1.0), (5, 0.0), (1, 1.0), (0, 1.0)])
def test_the_app_scores_as_training_does(kind, views, has_form):
    if not views and kind not in SEEING_FORMS:
        pytest.skip("this kind has nothing else to look at")
    judge, texts, form, scale = random_judge(kind), unit_rows(3, 2), some_form(), form_scale()
    seen = unit_rows(5, 1)[:views]
    scaled = torch.from_numpy(scaled_form(form, *scale.values()))
    batch = Batch(
        torch.from_numpy(seen).expand(3, -1, -1), torch.from_numpy(texts), scaled.expand(3, -1),
        torch.full((3, 1), has_form),
    )  # fmt: skip
    with torch.no_grad():
        votes, added = judge(batch)
    asked = scorer_of(kind, judge, scale).logits(seen, texts, form if has_form else None)
    np.testing.assert_allclose(asked, (votes + added).numpy(), atol=1e-4)


@pytest.mark.parametrize("views", [0, 5])
def test_a_committee_says_the_mean_of_what_its_members_say(views):
    seen, texts, form = unit_rows(5, 1)[:views], unit_rows(3, 2), some_form()
    members = {member: random_scorer(member, seed) for seed, member in enumerate(MEMBERS)}
    said = [members[member].logits(seen, texts, form) for member in MEMBERS]
    together = committee_of(members).logits(seen, texts, form)
    np.testing.assert_allclose(together, np.mean(said, axis=0), atol=1e-4)


@pytest.mark.parametrize("kind", SEEING_FORMS)
def test_geometry_counts_where_it_is_known(kind):
    scorer, seen, texts = random_scorer(kind), unit_rows(5, 1), unit_rows(4, 2)
    with_form = scorer.logits(seen, texts, some_form())
    assert np.abs(with_form - scorer.logits(seen, texts, some_form(9))).max() > 1e-3
    assert np.abs(with_form - scorer.logits(seen, texts)).max() > 1e-3
    assert np.isfinite(scorer.logits(seen, texts)).all()


@pytest.mark.parametrize("kind", SEEING_FORMS)
def test_a_form_far_from_all_others_is_held_back(kind):
    scorer, seen, texts, scale = random_scorer(kind), unit_rows(5, 1), unit_rows(4, 2), form_scale()
    far = scale["form_mean"] + 4 * scale["form_spread"]
    farther = scale["form_mean"] + 1000 * scale["form_spread"]
    np.testing.assert_array_equal(scorer.logits(seen, texts, far),
                                  scorer.logits(seen, texts, farther))  # fmt: skip


def test_a_kind_that_looks_at_views_alone_leaves_geometry_aside():
    scorer, seen, texts = random_scorer("weighted sum"), unit_rows(5, 1), unit_rows(4, 2)
    np.testing.assert_array_equal(
        scorer.logits(seen, texts), scorer.logits(seen, texts, some_form())
    )


def test_the_weighted_sum_is_a_sum_of_plain_cosines():
    weights = {"vote": np.array([1.0, 10.0], np.float32), "bias": np.array([2.0], np.float32),
               "no_views": np.zeros(1, np.float32)}  # fmt: skip
    seen, texts = unit_rows(6, 1), unit_rows(3, 2)
    cosines = seen @ texts.T
    expected = cosines.mean(axis=0) + 10 * np.sort(cosines, axis=0)[-2:].mean(axis=0) + 2
    scored = FusionScorer("weighted sum", weights).logits(seen, texts)
    np.testing.assert_allclose(scored, expected, atol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_weights_survive_being_written_and_read(kind, tmp_path):
    scorer, seen, texts, form = random_scorer(kind), unit_rows(5, 1), unit_rows(3, 2), some_form()
    scorer.save(tmp_path)
    opened = FusionScorer.open(tmp_path)
    assert opened.kind == kind
    assert opened.parameters == scorer.parameters
    np.testing.assert_array_equal(
        opened.logits(seen, texts, form), scorer.logits(seen, texts, form)
    )


def test_a_bundle_without_fusion_is_refused_by_name(tmp_path):
    with pytest.raises(ModelError, match=r"no fusion\.safetensors"):
        FusionScorer.open(tmp_path)


@pytest.mark.parametrize("metadata", [None, {}, {"kind": "guesswork"}, {"kind": "attention"}])
def test_a_file_of_another_make_is_refused_by_name(metadata, tmp_path):
    path = tmp_path / "fusion.safetensors"
    if metadata is None:
        path.write_bytes(b"not weights")
    else:
        save_file({"vote": np.zeros(2, np.float32)}, path, metadata)
    with pytest.raises(ModelError, match="cannot be read as fusion weights"):
        FusionScorer.open(tmp_path)


@pytest.mark.parametrize("score", [pooled_cosine, random_scorer("attention").logits])
def test_impossible_shapes_are_programming_errors(score):
    with pytest.raises(ValueError, match="V >= 1"):
        score(np.zeros((0, WIDTH), np.float32), unit_rows(2, 1))
    with pytest.raises(ValueError, match="do not match"):
        score(unit_rows(2, 1), np.zeros((2, WIDTH + 1), np.float32))


def test_a_form_of_another_width_is_a_programming_error():
    with pytest.raises(ValueError, match="a shape of"):
        random_scorer("attention").logits(unit_rows(2, 1), unit_rows(2, 1), some_form()[:3])


def test_the_shipped_weights_open_and_take_pictures_alone_and_geometry_alone():
    bundle = Path(__file__).resolve().parents[1] / "assets" / "model"
    scorer = FusionScorer.open(bundle)
    config = json.loads((bundle / "open_clip_config.json").read_text("utf-8"))
    width, form = config["model_cfg"]["embed_dim"], scorer.weights["form_mean"]
    views = np.eye(width, dtype=np.float32)[:5]
    for seen, shape in ((views, form), (views, None), (views[:0], form)):
        assert np.isfinite(scorer.logits(seen, views[:2], shape)).all()
