"""Ways to make one score of many views."""

import numpy as np
import pytest

from mmdesign.training.evaluation.pooling import WAYS, best_view, certain_view, mean_view


@pytest.fixture
def unit_rows() -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(3)
    rows = generator.normal(size=(11, 24)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows[:6], rows[6:]


@pytest.mark.parametrize("name", WAYS)
def test_the_order_of_the_views_does_not_matter(name, unit_rows):
    views, texts = unit_rows
    np.testing.assert_allclose(WAYS[name](views, texts), WAYS[name](views[::-1], texts), atol=1e-6)


@pytest.mark.parametrize("name", WAYS)
def test_a_single_view_has_its_own_cosine(name, unit_rows):
    views, texts = unit_rows
    np.testing.assert_allclose(WAYS[name](views[:1], texts), texts @ views[0], atol=1e-6)


@pytest.mark.parametrize("name", WAYS)
def test_no_way_leaves_the_range_of_the_cosines_but_the_mean_view(name, unit_rows):
    views, texts = unit_rows
    scores, cosines = WAYS[name](views, texts), texts @ views.T
    if WAYS[name] is not mean_view:
        assert (scores <= cosines.max(axis=1) + 1e-6).all()
        assert (scores >= cosines.min(axis=1) - 1e-6).all()


def test_one_telling_view_among_many_counts_most_where_the_best_view_decides(unit_rows):
    views, texts = unit_rows
    among = np.concatenate([views, texts[:1]])
    assert best_view(among, texts)[0] == pytest.approx(1.0, abs=1e-5)
    assert mean_view(among, texts)[0] < 0.9


def test_a_view_that_chooses_surely_weighs_more_than_one_that_does_not():
    texts = np.eye(8, dtype=np.float32)[:4]
    sure, unsure = np.eye(8, dtype=np.float32)[0], np.full(8, 8**-0.5, np.float32)
    views = np.stack([sure, unsure])
    assert certain_view(views, texts)[0] > (views @ texts[0]).mean() + 0.1
