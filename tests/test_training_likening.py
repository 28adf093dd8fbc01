"""Learning likeness: against families whose geometry and looks are drawn by the test itself."""

import json

import numpy as np
import pytest

from mmdesign.library.likeness import Likeness
from mmdesign.measuring.form import BLOCK_SIZES, FORM_BLOCKS, FORM_WIDTH
from mmdesign.training.likening import (
    balanced,
    best_probability,
    fitted_json,
    kin_of,
    learn_likeness,
    learn_scale,
    logistic,
    probabilities,
    random_lists,
    whole_lists,
)

DIMENSIONS = 24


def drawn(families, each, seed, telling="pairs", look_noise=0.35):
    """Families that differ in their looks and in one block of their forms; all else is noise."""
    generator = np.random.default_rng(seed)
    looks = generator.normal(size=(families, DIMENSIONS))
    centres = generator.random((families, FORM_WIDTH))
    names, rows, forms = [], [], []
    for family in range(families):
        for _ in range(each):
            names.append(f"family {seed} {family}")
            rows.append(looks[family] + look_noise * generator.normal(size=DIMENSIONS))
            form = generator.random(FORM_WIDTH)
            columns = FORM_BLOCKS[telling]
            form[columns] = centres[family, columns] + 0.05 * generator.normal(
                size=BLOCK_SIZES[telling]
            )
            forms.append(np.abs(form))
    looks = np.array(rows) / np.linalg.norm(rows, axis=1, keepdims=True)
    return kin_of(looks.astype(np.float32), np.array(forms, np.float32), names)


@pytest.fixture(scope="module")
def scale():
    return learn_scale(drawn(30, 6, seed=1))


@pytest.fixture(scope="module")
def likeness(scale):
    return learn_likeness(scale, drawn(24, 6, seed=2))


def test_the_block_that_tells_families_apart_weighs_most(scale):
    assert max(scale.weights, key=scale.weights.get) == "pairs"
    assert scale.weights["pairs"] > 5 * max(
        weight for name, weight in scale.weights.items() if name != "pairs"
    )
    assert all(weight >= 0 for weight in scale.weights.values())
    assert "hand" not in scale.weights


def test_geometry_that_tells_more_than_looks_gets_a_share(scale):
    blurred = learn_likeness(scale, drawn(24, 6, seed=3, look_noise=2.5))
    assert blurred.share >= 0.3


def test_geometry_that_tells_nothing_gets_none_or_little(scale):
    other = drawn(24, 6, seed=4, telling="walls", look_noise=0.2)
    assert learn_likeness(scale, other).share <= 0.1


def test_probabilities_hold_for_families_that_were_not_learned_from(likeness):
    lists = random_lists(likeness, drawn(24, 6, seed=5), seed=6)
    chance = probabilities(likeness, lists).ravel()
    same = lists.same.ravel()
    sure = chance > 0.8
    assert same[sure].mean() > 0.75
    assert same[chance < 0.1].mean() < 0.15
    assert chance.mean() == pytest.approx(same.mean(), abs=0.1)


def test_no_match_is_said_where_there_is_none(likeness):
    lists = whole_lists(likeness, drawn(24, 6, seed=7))
    says = best_probability(likeness, lists) < likeness.good_match
    assert says[~lists.present].mean() > 0.9
    assert says[lists.present].mean() < 0.1


def test_every_query_is_asked_with_and_without_its_family(likeness):
    kin = drawn(5, 5, seed=8)
    lists = whole_lists(likeness, kin)
    assert lists.present.tolist() == [True, False] * len(kin)
    assert not lists.same[~lists.present].any()
    one = whole_lists(likeness, kin, 1)
    assert (one.same[one.present].sum(axis=1) == 1).all()


def test_what_is_written_is_what_was_learned(likeness):
    kin = drawn(24, 6, seed=2)
    raw = json.loads(json.dumps(fitted_json(likeness, kin)))
    read = Likeness.from_json(raw)
    assert raw["fitted_on"] == {"families": 24, "designs": 144}
    assert read.family == pytest.approx(likeness.family, rel=1e-5)
    assert read.share == likeness.share


def test_a_logistic_curve_is_found_again():
    generator = np.random.default_rng(0)
    features = generator.normal(size=(40_000, 2))
    chance = 1 / (1 + np.exp(-(features @ [2.0, -1.0] + 0.5)))
    holds = generator.random(len(chance)) < chance
    slopes, at_zero = logistic(features, holds)
    assert slopes == pytest.approx([2.0, -1.0], abs=0.1)
    assert at_zero == pytest.approx(0.5, abs=0.1)
    rising, _ = logistic(features, holds, only_falling=True)
    assert rising[0] == 0.0


def test_balanced_weights_make_both_sides_weigh_the_same():
    holds = np.arange(100) < 7
    weights = balanced(holds)
    assert weights[holds].sum() == pytest.approx(weights[~holds].sum())
