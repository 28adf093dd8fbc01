"""The learned fusion: invariances that hold for any weights, and how it fails."""

from pathlib import Path

import numpy as np
import pytest

from mmdesign.errors import ModelError
from mmdesign.fusion import FusionScorer, pooled_cosine

WIDTH = 16


def unit_rows(count, seed):
    rows = np.random.default_rng(seed).normal(size=(count, WIDTH)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def random_scorer(seed=0):
    draw = np.random.default_rng(seed).normal
    return FusionScorer(
        attention_gain=np.array([3.0], np.float32),
        query=draw(size=(WIDTH, 4)).astype(np.float32),
        key=draw(size=(WIDTH, 4)).astype(np.float32),
        vote=np.array([2.0, -1.0, 3.0], np.float32),
        text_side=draw(size=(WIDTH, 5)).astype(np.float32),
        view_side=draw(size=(WIDTH, 5)).astype(np.float32),
        bias=np.array([-0.5], np.float32),
    )


@pytest.mark.parametrize("views", [1, 2, 7])
def test_the_order_of_views_does_not_matter(views):
    scorer, seen, texts = random_scorer(), unit_rows(views, 1), unit_rows(4, 2)
    shuffled = seen[np.random.default_rng(3).permutation(views)]
    np.testing.assert_allclose(
        scorer.logits(seen, texts), scorer.logits(shuffled, texts), atol=1e-4
    )


@pytest.mark.parametrize("copies", [1, 4])
def test_sending_a_view_again_changes_nothing(copies):
    seen, texts = unit_rows(5, 1), unit_rows(3, 2)
    again = np.concatenate([seen, np.repeat(seen[2:3], copies, axis=0)])
    scorer = random_scorer()
    np.testing.assert_allclose(scorer.logits(again, texts), scorer.logits(seen, texts), atol=1e-4)
    np.testing.assert_allclose(pooled_cosine(again, texts), pooled_cosine(seen, texts), atol=1e-5)


def test_one_view_given_twice_scores_like_that_view():
    seen, texts = unit_rows(1, 1), unit_rows(3, 2)
    twice = np.repeat(seen, 2, axis=0)
    scorer = random_scorer()
    np.testing.assert_allclose(scorer.logits(twice, texts), scorer.logits(seen, texts), atol=1e-4)
    np.testing.assert_allclose(pooled_cosine(seen, texts), texts @ seen[0], atol=1e-6)


def test_each_requirement_is_scored_for_itself():
    scorer, seen, texts = random_scorer(), unit_rows(5, 1), unit_rows(4, 2)
    together = scorer.logits(seen, texts)
    alone = [scorer.logits(seen, texts[number : number + 1])[0] for number in range(4)]
    np.testing.assert_allclose(together, alone, atol=1e-4)
    assert together.shape == (4,)
    assert together.dtype == np.float32


def test_without_attention_and_interaction_the_votes_are_plain_cosines():
    zero = np.zeros((WIDTH, 2), np.float32)
    vote = np.array([0.0, 1.0, 10.0], np.float32)
    nothing = np.zeros(1, np.float32)
    scorer = FusionScorer(nothing, zero, zero, vote, zero, zero, nothing)
    seen, texts = unit_rows(6, 1), unit_rows(3, 2)
    cosines = seen @ texts.T
    best_two = np.sort(cosines, axis=0)[-2:].mean(axis=0)
    expected = cosines.mean(axis=0) + 10 * best_two
    np.testing.assert_allclose(scorer.logits(seen, texts), expected, atol=1e-4)


def test_weights_survive_being_written_and_read(tmp_path):
    scorer, seen, texts = random_scorer(), unit_rows(5, 1), unit_rows(3, 2)
    scorer.save(tmp_path)
    np.testing.assert_array_equal(
        FusionScorer.open(tmp_path).logits(seen, texts), scorer.logits(seen, texts)
    )


def test_a_bundle_without_fusion_is_refused_by_name(tmp_path):
    with pytest.raises(ModelError, match=r"no fusion\.safetensors"):
        FusionScorer.open(tmp_path)


def test_a_damaged_file_is_refused_by_name(tmp_path):
    (tmp_path / "fusion.safetensors").write_bytes(b"not weights")
    with pytest.raises(ModelError, match="cannot be read as fusion weights"):
        FusionScorer.open(tmp_path)


@pytest.mark.parametrize("score", [pooled_cosine, random_scorer().logits])
def test_impossible_shapes_are_programming_errors(score):
    with pytest.raises(ValueError, match="V >= 1"):
        score(np.zeros((0, WIDTH), np.float32), unit_rows(2, 1))
    with pytest.raises(ValueError, match="do not match"):
        score(unit_rows(2, 1), np.zeros((2, WIDTH + 1), np.float32))


def test_the_shipped_weights_open():
    bundle = Path(__file__).resolve().parents[1] / "assets" / "model"
    scorer = FusionScorer.open(bundle)
    width = len(scorer.query)
    views = np.eye(width, dtype=np.float32)[:5]
    assert np.isfinite(scorer.logits(views, views[:2])).all()
