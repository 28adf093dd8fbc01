"""Closer looks at a review: what they add, what they leave alone, and for which models."""

from dataclasses import replace

import manifold3d
import numpy as np
import pytest
import trimesh
from fakes import FakeEncoder
from PIL import Image
from towers import write_model

from mmdesign.errors import CancelledError
from mmdesign.review import Reviewer
from mmdesign.settings import Settings

SPEC = "Two holes.\nA curved wooden handle.\nNo sharp spikes."


@pytest.fixture(scope="module")
def part(tmp_path_factory):
    path = tmp_path_factory.mktemp("part") / "plate.stl"
    solid = manifold3d.Manifold.cube((80, 40, 6))
    for x in (20, 60):
        solid -= manifold3d.Manifold.cylinder(20, 3, circular_segments=48).translate((x, 20, -5))
    mesh = solid.to_mesh()
    trimesh.Trimesh(mesh.vert_properties[:, :3], mesh.tri_verts).export(path)
    return path


@pytest.fixture(scope="module")
def reviewer(tmp_path_factory):
    settings = Settings(library=tmp_path_factory.mktemp("reviewer") / "library")
    with Reviewer(settings, encoder=FakeEncoder()) as reviewer:
        yield reviewer


def eyed(review):
    return [item.requirement_id for item in review.heatmaps if item.view_index is None]


def test_words_are_weighed_for_what_takes_eyes_and_only_once(reviewer, part):
    review = reviewer.review(part, SPEC)
    assert all(verdict.words == () for verdict in review.verdicts)
    weighed = reviewer.weigh_words(review)
    by_id = {verdict.requirement.id: verdict for verdict in weighed.verdicts}
    for requirement_id, verdict in by_id.items():
        assert bool(verdict.words) == (requirement_id in eyed(review))
    assert [item.word for item in by_id["R2"].words] == ["curved", "wooden", "handle"]
    assert reviewer.weigh_words(weighed) is weighed
    assert [item.outcome for item in weighed.verdicts] == [item.outcome for item in review.verdicts]


def test_only_the_requirement_asked_about_is_tried(reviewer, part):
    review = reviewer.look_closer(reviewer.review(part, SPEC))
    warm = next(item.requirement_id for item in review.heatmaps if item.values.sum() > 0)
    tried = reviewer.examine(review, warm)
    for item in tried.heatmaps:
        assert (item.deletion is not None) == (item.requirement_id == warm)
    assert reviewer.examine(tried, warm) is tried
    assert reviewer.examine(review, "R1") is review


def test_a_closer_look_replaces_all_heat_and_nothing_else(reviewer, part):
    review = reviewer.review(part, SPEC)
    told = []
    closer = reviewer.look_closer(review, told.append)
    assert eyed(closer) == eyed(review)
    assert {item.view_index for item in closer.heatmaps} == {
        item.view_index for item in review.heatmaps
    }
    assert all("painted over" in item.method for item in closer.heatmaps)
    assert closer.verdicts == review.verdicts
    assert [step.stage for step in told] == ["closer"] * len(told)
    assert told[-1].done == 1


def test_pictures_without_a_mesh_are_masked(reviewer, part, tmp_path):
    picture = tmp_path / "render.png"
    Image.fromarray(reviewer.review(part, SPEC).design.views[0].image).save(picture)
    closer = reviewer.look_closer(reviewer.review(picture, SPEC))
    assert {item.view_index for item in closer.heatmaps} == {0}
    assert all("RISE" in item.method for item in closer.heatmaps)
    both = reviewer.look_closer(reviewer.review([part, picture], SPEC))
    last = len(both.design.views) - 1
    methods = {item.view_index: item.method for item in both.heatmaps}
    assert "RISE" in methods[last]
    assert "painted" in methods[0]


def test_a_closer_look_can_be_stopped(reviewer, part):
    review = reviewer.review(part, SPEC)
    with pytest.raises(CancelledError):
        reviewer.look_closer(review, cancelled=lambda: True)


def test_a_hidden_pocket_gets_a_view_of_its_own(reviewer, tmp_path):
    slot = manifold3d.Manifold.cube((6, 30, 100), True).translate((0, 0, 50))
    slot = slot.rotate((0, 62, 0)).rotate((0, 0, 17)).translate((-25, 0, -10))
    mesh = (manifold3d.Manifold.cube((80, 80, 60), True) - slot).to_mesh()
    path = tmp_path / "pocket.stl"
    trimesh.Trimesh(mesh.vert_properties[:, :3], mesh.tri_verts).export(path)
    review = reviewer.review(path, SPEC)
    unseen = [np.isnan(item.values).sum() for item in review.heatmaps if item.view_index is None]
    closer = reviewer.look_closer(review)
    assert min(unseen) > 0
    assert len(closer.design.views) > len(review.design.views)
    assert closer.design.views[: len(review.design.views)] == review.design.views
    assert {item.view_index for item in closer.heatmaps} >= {len(closer.design.views) - 1}


@pytest.fixture
def foreign(tmp_path):
    """A class-token ViT from a folder: it has neither calibration nor patches."""
    config = {
        "embed_dim": 24,
        "vision_cfg": {"layers": 2, "width": 64, "patch_size": 16, "image_size": 64,
                       "head_width": 32},
        "text_cfg": {"context_length": 32, "vocab_size": 49408, "width": 32, "heads": 2,
                     "layers": 1},
    }  # fmt: skip
    folder = write_model(tmp_path / "vit", config)
    settings = replace(
        Settings(), model=f"local-dir:{folder}", library=tmp_path / "library", device="cpu"
    )
    with Reviewer(settings) as reviewer:
        yield reviewer


def test_a_model_without_patches_gives_heat_by_gradients_and_can_be_looked_at_closer(foreign, part):
    review = foreign.review(part, SPEC)
    assert {item.method.split(",")[0] for item in review.heatmaps} == {"gradient x activation"}
    assert all("relative scale" in item.method for item in review.heatmaps)
    assert all(np.nanmax(item.values) <= 1 for item in review.heatmaps)
    closer = foreign.look_closer(review)
    weighed = foreign.weigh_words(closer)
    assert any(verdict.words for verdict in weighed.verdicts)
