"""Tables of likeness: on answers that the test knows."""

import numpy as np
import pytest
from test_training_likening import drawn

from mmdesign.training.evaluation.figures import CHANCE, MODEL
from mmdesign.training.evaluation.likeness import (
    CLASSES,
    FOLDS,
    FUSED,
    MATCHES,
    _categories,
    _chances,
    _classes,
    _folds,
    _matches,
    _twins,
)
from mmdesign.training.likening import learn_scale
from mmdesign.training.parts import BUILDERS, make_part


@pytest.fixture(scope="module")
def kin():
    return drawn(18, 5, seed=11)


@pytest.fixture(scope="module")
def folds(kin):
    return _folds(learn_scale(drawn(20, 5, seed=12)), kin)


def rows(**columns):
    count = len(next(iter(columns.values())))
    return [{name: values[row] for name, values in columns.items()} for row in range(count)]


def test_every_family_is_asked_about_in_one_fold_only(kin, folds):
    assert len(folds) == FOLDS
    assert (np.sum([fold.asking for fold in folds], axis=0) == 1).all()
    for fold in folds:
        assert not set(kin.families[fold.asking]) & set(kin.families[~fold.asking])


def test_matches_count_every_query_once_and_stand_beside_chance(kin, folds):
    figures = _matches(kin, folds, "drawn")
    assert {figure.section for figure in figures} == {MATCHES}
    assert {figure.count for figure in figures} == {len(kin)}
    told = {(figure.by, figure.what): figure.value for figure in figures}
    assert told[MODEL, "right, family absent"] > 0.8
    assert told[MODEL, "false alarms, family there"] < 0.15
    assert told[CHANCE, "right, family absent"] == told[CHANCE, "false alarms, family there"]


def test_chances_are_better_calibrated_than_a_wrong_guess(kin, folds):
    told = {(f.on, f.by, f.what): f.value for f in _chances(kin, folds, "drawn")}
    assert told["drawn, whole library", MODEL, "ECE"] < 0.12
    assert told["drawn, whole library", MODEL, "AUROC"] > 0.9


def test_a_twin_of_another_size_is_another_part():
    table = rows(
        group=["a", "a", "b", "b", "c"], format=["stl", "step", "stl", "step", "stl"],
        twin=["cross-format"] * 4 + [""], subset=["all"] * 5, label=["x"] * 5,
        extents=["10 20 30", "0.03 0.01 0.02", "10 20 30", "10 20 40", "1 1 1"],
    )  # fmt: skip
    alike = np.eye(5)
    alike[0, 1] = alike[1, 0] = 0.9
    alike[2, 4] = alike[3, 4] = 0.5
    told = {(f.on, f.by, f.what): (f.value, f.count) for f in _twins({FUSED: alike}, table)}
    assert told["as marked", FUSED, "R@1"] == (0.5, 4)
    assert told["of one size", FUSED, "R@1"] == (1.0, 2)


def test_categories_are_judged_across_lineages():
    table = rows(group=["a", "a", "b", "c"], label=["x", "x", "x", "y"], subset=["s"] * 4)
    alike = np.zeros((4, 4))
    alike[0, 1] = alike[1, 0] = 1.0  # one lineage: says nothing
    alike[0, 2] = alike[2, 0] = alike[1, 2] = alike[2, 1] = 0.5
    told = {(f.on, f.by, f.what): f.value for f in _categories({FUSED: alike}, table)}
    assert told["all", FUSED, "R@1"] == 1.0


def test_copies_are_called_what_they_are():
    meshes = [make_part(builder, 3).mesh for builder in BUILDERS[:40:8]]
    figures = _classes(meshes, "parts")
    assert {figure.section for figure in figures} == {CLASSES}
    told = {figure.what: figure.value for figure in figures}
    assert told["same geometry, found"] >= 0.8
    assert told["scaled, found"] >= 0.8
    assert told["other part, called the same"] == 0.0
