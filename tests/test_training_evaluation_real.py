"""Real designs: lineages, twins, and a small folder of them from file to figure."""

import csv
import re

import numpy as np
import pytest
import trimesh
from fakes import BlindEncoder
from PIL import Image

from mmdesign.errors import DesignError
from mmdesign.training.evaluation.baselines import SHAPES
from mmdesign.training.evaluation.ranking import relatives
from mmdesign.training.evaluation.real import album, real_figures, related, twins
from mmdesign.training.evaluation.subject import Subject


def values(figures, by):
    return {(figure.section, figure.on, figure.what): figure.value
            for figure in figures if figure.by == by}  # fmt: skip


def test_a_near_copy_does_not_count_as_a_relative():
    told = (("cup", "a"), ("cup", "a"), ("cup", "b"), ("saw", "c"), ("", "d"))
    rows = [{"label": label, "group": group} for label, group in told]
    similarity = np.full((5, 5), 0.1)
    similarity[0, 1] = similarity[1, 0] = 1.0  # the copy
    similarity[0, 3] = 0.9  # a stranger before the relative
    similarity[0, 2] = 0.8
    figures = related({"model": similarity, SHAPES: np.ones((5, 5))}, rows, "all")
    found = relatives(similarity, *masks(rows))
    assert values(figures, "model")[figures[0].section, "all", "mAP"] == pytest.approx(
        found.precision.mean()
    )
    assert found.precision[0] == pytest.approx(1 / 2)
    assert figures[0].count == 3  # three cups; saw and the unlabelled one have no relatives


def masks(rows):
    labels, groups = ([row[key] for row in rows] for key in ("label", "group"))
    same = np.array([[one == other != "" for other in labels] for one in labels])
    return same, np.array([[one != other for other in groups] for one in groups])


def test_twins_are_found_in_the_other_format_only():
    rows = [{"group": group, "format": kind, "twin": twin} for group, kind, twin in (
        ("a", "stl", "cross-format"), ("a", "step", "cross-format"), ("a", "stl", "cross-format"),
        ("b", "stl", ""), ("c", "step", "cross-format"),
    )]  # fmt: skip
    similarity = np.zeros((5, 5))
    similarity[0, 2] = 0.9  # the older version in the same format: left out
    similarity[0, 1] = similarity[2, 1] = 0.5
    similarity[1, 3] = 0.7  # the step file takes a stranger for its twin
    figures = twins({"model": similarity}, rows)
    assert values(figures, "model")[figures[0].section, "all", "R@1"] == pytest.approx(2 / 3)
    assert figures[0].count == 3  # the last one's twin is not there


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A folder of real designs as the evaluation wants it."""
    folder = tmp_path_factory.mktemp("real")
    solids = {
        "box": trimesh.creation.box((3, 2, 1)),
        "ball": trimesh.creation.icosphere(),
        "slab": trimesh.creation.box((9, 9, 1)),
    }
    rows = []
    for name, solid in solids.items():
        solid.export(folder / f"{name}.stl")
        label = "round part/solid" if name == "ball" else "cuboid"
        row = {"path": f"{name}.stl", "subset": "one", "text": f"{name}. More.", "label": label}
        rows.append({**row, "group": name, "format": "stl", "sha256": name, "twin": ""})
        Image.new("RGB", (40, 30), (len(name), 9, 9)).save(folder / f"{name}.png")
    write(folder / "A.csv", [*rows, {**rows[0], "path": "missing.stl"}])
    write(folder / "B.csv", rows)
    write(
        folder / "E.csv", [{**row, "path": row["path"].replace("stl", "png")} for row in rows[1:]]
    )
    return folder


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, tuple(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.slow
def test_every_set_of_a_folder_is_measured_and_a_blind_model_is_at_chance(root, tmp_path):
    figures = real_figures(Subject(BlindEncoder()), root, tmp_path)
    assert len(list(tmp_path.glob("pictures_*.npz"))) == 2
    for section, count in (("text to design", 3), ("picture to caption", 2), ("named by", 3)):
        chosen = [figure for figure in figures if section in figure.section]
        assert values(chosen, "model") == pytest.approx(values(chosen, "chance"))
        assert {figure.count for figure in chosen} == {count}


def test_designs_are_read_once(root, tmp_path):
    first = album(root / "B.csv", tmp_path)
    (stored,) = tmp_path.iterdir()
    written = stored.stat().st_mtime_ns
    again = album(root / "B.csv", tmp_path)
    assert stored.stat().st_mtime_ns == written
    assert [row["path"] for row in again.rows] == ["box.stl", "ball.stl", "slab.stl"]
    assert np.array_equal(first.pictures, again.pictures)
    assert not len(first.coloured)


def test_a_folder_without_real_designs_is_named(tmp_path):
    with pytest.raises(DesignError, match=re.escape(str(tmp_path))):
        real_figures(Subject(BlindEncoder()), tmp_path, tmp_path)
