"""Fitting the judges: they learn what plain cosines cannot say, and stay quiet about names."""

from dataclasses import replace

import numpy as np
import pytest

from mmdesign.fusion import KINDS
from mmdesign.training.fusing import Claims, auroc, best_two, fit_fusion, scores
from mmdesign.training.judges import JUDGES

WIDTH, FORM = 24, 8


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def synthetic(kind, seed, designs=700, shows=1.0):
    """Each claim is true when a hidden direction of its text shows in the design's views.

    The hidden direction is another one than the text's own, so cosines alone are blind to it. The
    first entries of the form say which claims about it are true.
    """
    generator = np.random.default_rng(seed)
    world = np.random.default_rng(99)
    words = unit(world.normal(size=(FORM, WIDTH)))
    shown = unit(world.normal(size=(FORM, WIDTH)))
    views, texts, number, holds, forms = [], [], [], [], []
    for design in range(designs):
        has = generator.random(FORM) < 0.5
        look = (shows * has[:, None] * shown).sum(axis=0)
        views.append(unit(look + 0.3 * generator.normal(size=(4, WIDTH))))
        forms.append(has + 0.1 * generator.normal(size=FORM))
        for word in generator.permutation(FORM)[:6]:
            texts.append(words[word])
            number.append(design)
            holds.append(has[word])
    return Claims(tuple(views), np.stack(texts), np.array(number), np.array(holds),
                  np.array([kind] * len(number)), np.stack(forms).astype(np.float32))  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind in JUDGES if KINDS[kind].uses_form])
def test_features_that_cosines_miss_are_learned_from_pictures_and_from_geometry(kind):
    fresh = synthetic("flag", 2, designs=100)
    assert auroc(scores(fresh, None), fresh.holds) < 0.7
    scorer = fit_fusion(synthetic("flag", 1, designs=1200), kind)
    assert auroc(scores(fresh, scorer), fresh.holds) > 0.85
    assert auroc(scores(replace(fresh, forms=None), scorer), fresh.holds) > 0.75
    blind = replace(fresh, views=tuple(views[:0] for views in fresh.views))
    assert auroc(scores(blind, scorer), fresh.holds) > 0.75


def test_names_are_left_to_the_cosine():
    claims = synthetic("family", 1)
    quiet, told = (fit_fusion(replace(claims, kind=np.full(len(claims.kind), kind)), "attention")
                   for kind in ("family", "flag"))  # fmt: skip
    views = np.concatenate(claims.views)[:50]

    def said(scorer):
        mine = claims.texts[:50] @ scorer.weights["text_side"]
        return np.abs((mine * (views @ scorer.weights["view_side"])).sum(axis=1)).mean()

    assert said(quiet) < 0.3 < said(told)


def test_the_same_seed_gives_the_same_weights():
    claims = synthetic("flag", 3, designs=20)
    first, second = (fit_fusion(claims, "attention", seed=5) for _ in range(2))
    for name, value in first.weights.items():
        np.testing.assert_array_equal(value, second.weights[name])


def test_without_forms_nothing_is_learned():
    with pytest.raises(ValueError, match="forms are known"):
        fit_fusion(replace(synthetic("flag", 3, designs=5), forms=None), "attention")


def test_the_best_two_views_are_averaged():
    claims = synthetic("flag", 4, designs=3)
    row = 7
    cosines = np.sort(claims.views[claims.design[row]] @ claims.texts[row])
    assert np.isclose(best_two(claims)[row], cosines[-2:].mean(), atol=1e-6)
