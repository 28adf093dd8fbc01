"""Rendered shards: what is stored, and that interrupted work goes on."""

import csv

import numpy as np
import pytest
import trimesh

from mmdesign.rendering import cameras, gbuffer
from mmdesign.training.dataset import (
    CHANNELS,
    TEST_VIEWPOINTS,
    TRAIN_VIEWS,
    VIEW_PX,
    load_split,
    render_named,
    render_parts,
    render_test_parts,
)
from mmdesign.training.parts import BUILDERS, HELD_OUT_FAMILIES, make_part


def render_all(folder):
    render_parts(folder, designs=5, fusion_designs=8)
    render_test_parts(folder, test_designs=4)


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    render_all(folder)
    return folder


def test_every_split_has_its_designs_and_views(work):
    expected = {"train": 5, "fusion": 8, "test": 4, "new_builders": 2, "new_families": 2}
    for name, count in expected.items():
        split = load_split(work / name)
        assert len(split) == count
        views = TRAIN_VIEWS if name == "train" else len(TEST_VIEWPOINTS)
        assert split.views.shape == (count * views, VIEW_PX, VIEW_PX, CHANNELS)
        assert split.first_view.tolist() == [number * views for number in range(count)]


def test_splits_share_no_design_and_keep_families_apart(work):
    seen = [(r.family, r.builder, r.seed) for name in ("train", "fusion", "test")
            for r in load_split(work / name).records]  # fmt: skip
    assert len(set(seen)) == len(seen)
    assert {r.family for r in load_split(work / "new_families").records} <= HELD_OUT_FAMILIES
    assert all(r.family not in HELD_OUT_FAMILIES for r in load_split(work / "train").records)


def test_a_stored_view_is_what_the_renderer_sees(work):
    split = load_split(work / "test")
    record = split.records[1]
    builder = next(b for b in BUILDERS if (b.family, b.name) == (record.family, record.builder))
    part = make_part(builder, record.seed)
    buffer = gbuffer(part.mesh, cameras(part.mesh, TEST_VIEWPOINTS), VIEW_PX, 2)
    first = split.first_view[1]
    stored = split.views[first : first + record.views].astype(np.float32)
    assert np.abs(stored[..., 2] / 255 - buffer.coverage).max() < 0.01
    assert np.abs((stored[..., :2] - 128) / 127 - buffer.normals[..., :2]).max() < 0.02
    seen = buffer.face_index >= 0
    np.testing.assert_array_equal(
        stored[..., 5][seen], part.face_feature[buffer.face_index[seen]] + 1
    )
    assert (stored[..., 5][~seen] == 0).all()


def test_finished_shards_are_not_made_again(work):
    paths = sorted(work.glob("*/*.npy"))
    before = {path: path.stat().st_mtime_ns for path in paths}
    render_all(work)
    assert {path: path.stat().st_mtime_ns for path in paths} == before


def test_a_missing_shard_is_made_as_before(work):
    path = work / "train" / "00000.npy"
    before = np.load(path)
    path.unlink()
    render_all(work)
    np.testing.assert_array_equal(np.load(path), before)


def test_an_empty_split_is_empty(tmp_path):
    assert len(load_split(tmp_path)) == 0


def test_real_designs_keep_their_words_and_stand_upright(tmp_path):
    """A tall thin box, once with y up and once with z up, gives the same top view."""
    data, work = tmp_path / "data", tmp_path / "work"
    data.mkdir()
    trimesh.creation.box((10, 40, 10)).export(data / "y.ply")
    trimesh.creation.box((10, 10, 40)).export(data / "z.ply")
    columns = ["path", "text", "label", "up", "source_repo"]
    with (data / "manifest.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        # letters choose the side: both texts fall on the held-out one
        text = next(t for t in ("tower " + "a" * n for n in range(60))
                    if sum(f"me/{t}".encode()) % 20 == 0)  # fmt: skip
        writer.writerow(["y.ply", text, "tower", "y", "me"])
        writer.writerow(["z.ply", text, "tower", "z", "me"])
    render_named(work, data)
    split = load_split(work / "named_test")
    assert [record.text for record in split.records] == [text, text]
    assert [record.family for record in split.records] == ["tower", "tower"]
    count = len(TEST_VIEWPOINTS)
    np.testing.assert_allclose(
        split.views[:count, ..., 2].astype(int), split.views[count:, ..., 2], atol=2
    )
