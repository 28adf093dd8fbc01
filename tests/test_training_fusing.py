"""Fitting the fusion: it learns what plain cosines cannot say, and stays quiet about names."""

import numpy as np

from mmdesign.training.fusing import Claims, auroc, best_two, fit_fusion, scores

WIDTH = 24


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def synthetic(kind, seed, designs=160):
    """Each claim is true when a hidden direction of its text shows in the design's views.

    The hidden direction is another one than the text's own, so cosines alone are blind to it.
    """
    generator = np.random.default_rng(seed)
    world = np.random.default_rng(99)
    words = unit(world.normal(size=(10, WIDTH)))
    shown = unit(world.normal(size=(10, WIDTH)))
    views, texts, number, holds = [], [], [], []
    for design in range(designs):
        has = generator.random(10) < 0.5
        look = (has[:, None] * shown).sum(axis=0)
        views.append(unit(look + 0.3 * generator.normal(size=(4, WIDTH))))
        for word in generator.permutation(10)[:6]:
            texts.append(words[word])
            number.append(design)
            holds.append(has[word])
    return Claims(tuple(views), np.stack(texts), np.array(number), np.array(holds),
                  np.array([kind] * len(number)))  # fmt: skip


def test_features_that_cosines_miss_are_learned():
    scorer = fit_fusion(synthetic("flag", 1), interaction_decay=0.03)
    fresh = synthetic("flag", 2)
    assert auroc(scores(fresh, None), fresh.holds) < 0.7
    assert auroc(scores(fresh, scorer), fresh.holds) > 0.8


def test_names_are_left_to_the_cosine():
    claims = synthetic("family", 1)
    scorer = fit_fusion(claims, interaction_decay=0.03)
    views = np.concatenate(claims.views)[:50]
    said = (claims.texts[:50] @ scorer.text_side) * (views @ scorer.view_side)
    assert np.abs(said.sum(axis=1)).mean() < 0.3


def test_the_same_seed_gives_the_same_weights():
    claims = synthetic("flag", 3, designs=20)
    first, second = (fit_fusion(claims, 1.0, seed=5) for _ in range(2))
    np.testing.assert_array_equal(first.text_side, second.text_side)


def test_the_best_two_views_are_averaged():
    claims = synthetic("flag", 4, designs=3)
    row = 7
    cosines = np.sort(claims.views[claims.design[row]] @ claims.texts[row])
    assert np.isclose(best_two(claims)[row], cosines[-2:].mean(), atol=1e-6)
