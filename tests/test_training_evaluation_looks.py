"""Looks, simple methods, disturbances and untrained towers: each does what its name says."""

import numpy as np
import pytest
import trimesh
from fakes import BlindEncoder

from mmdesign.domain import Mesh
from mmdesign.errors import DesignError
from mmdesign.training.dataset import CHANNELS, VIEW_PX, Record
from mmdesign.training.evaluation.baselines import BINS, distances_of
from mmdesign.training.evaluation.looks import LOOKS, look_of
from mmdesign.training.evaluation.procedural import meshes_of
from mmdesign.training.evaluation.robustness import KEPT_FACES, decimated, holding, turned
from mmdesign.training.evaluation.subject import Subject, untrained_like
from mmdesign.training.parts import BUILDERS, make_part

COLOR = (200, 45, 40)


def stored(count):
    shape = (count, VIEW_PX, VIEW_PX, CHANNELS)
    return np.random.default_rng(0).integers(0, 256, shape, np.uint8)


def few_records():
    """Records of two parts, as the renderer writes them."""
    parts = [make_part(builder, 7) for builder in BUILDERS[:2]]
    return [
        Record(f"{part.family} 7", part.family, "parts", part.builder, 7, counts=part.counts,
               flags=part.flags, shape=part.shape, material=part.material, color=part.color)
        for part in parts
    ]  # fmt: skip


def test_every_look_is_another_picture_of_the_same_size():
    views = stored(2)
    colors = np.array([COLOR] * 2)
    made = [look_of(look, views, colors, 0) for look in LOOKS]
    assert {views.shape for views in made} == {(2, VIEW_PX, VIEW_PX, 3)}
    assert len({views.tobytes() for views in made}) == len(LOOKS)
    with pytest.raises(ValueError, match="no look"):
        look_of("oil painting", views, colors, 0)


def test_only_what_is_not_covered_goes_dark():
    views = stored(1)
    views[..., 2] = 0
    views[:, :40, :40, 2] = 255
    colors = np.array([COLOR])
    own, dark = (look_of(look, views, colors, 0)[0] for look in ("own colour", "dark background"))
    assert np.abs(own[:40, :40].astype(int) - dark[:40, :40]).max() <= 1
    assert dark[60:, 60:].max() < 30 < own[60:, 60:].min()


def mesh_of(solid):
    faces = np.asarray(solid.faces, np.int32)
    return Mesh(np.asarray(solid.vertices, float), faces, np.zeros(len(faces), np.int32), ("part",))


def test_distances_know_no_size_and_no_pose_but_tell_shapes_apart():
    ball, rod = trimesh.creation.icosphere(), trimesh.creation.cylinder(0.1, 5)
    turned_ball = ball.copy().apply_scale(25.4).apply_translation((3, 4, 5))
    first, again, other = (distances_of(mesh_of(solid)) for solid in (ball, turned_ball, rod))
    assert first.shape == (BINS,)
    assert first.sum() == pytest.approx(1)
    assert np.abs(first - again).sum() < 0.05
    assert np.abs(first - other).sum() > 0.3


def test_remade_meshes_are_those_of_the_records():
    records = few_records()
    for record, mesh in zip(records, meshes_of(records), strict=True):
        builder = next(one for one in BUILDERS
                       if (one.family, one.name) == (record.family, record.builder))  # fmt: skip
        assert np.array_equal(mesh.vertices, make_part(builder, record.seed).mesh.vertices)


def test_a_builder_that_is_gone_is_named():
    lost = Record("mug 1", "mug", "parts", "forgotten", 1)
    with pytest.raises(DesignError, match="forgotten"):
        next(meshes_of([lost]))


def test_turning_four_times_by_a_right_angle_changes_nothing():
    (mesh,) = meshes_of(few_records()[:1])
    for axis in range(3):
        once = turned(mesh, axis, 90)
        assert np.ptp(once.vertices, axis=0)[axis] == pytest.approx(
            np.ptp(mesh.vertices, axis=0)[axis]
        )
        again = turned(turned(turned(once, axis, 90), axis, 90), axis, 90)
        assert np.allclose(again.vertices, mesh.vertices)


def test_a_fifth_of_the_faces_keeps_the_size():
    mesh = mesh_of(trimesh.creation.icosphere(subdivisions=4))
    fewer = decimated(mesh)
    assert 20 < len(fewer.faces) <= KEPT_FACES * len(mesh.faces)
    assert np.allclose(np.ptp(fewer.vertices, axis=0), np.ptp(mesh.vertices, axis=0), rtol=0.1)


def test_a_blind_model_loses_nothing_by_any_disturbance():
    figures = holding(Subject(BlindEncoder()), few_records(), "here")
    found = [figure for figure in figures if figure.by == "model"]
    cosines = [figure.value for figure in found if figure.what == "cosine"]
    assert cosines == pytest.approx([1] * len(cosines))
    assert {figure.value for figure in found if figure.what.endswith("lost")} == {0}


@pytest.mark.model
def test_an_untrained_tower_sees_other_things_and_reads_the_same(embedded_encoder):
    encoder = embedded_encoder
    untrained, again = (untrained_like(encoder, 0) for _ in range(2))
    picture = np.random.default_rng(0).integers(0, 256, (2, 96, 96, 3), np.uint8)
    trained = encoder.embed_images(list(picture))
    assert np.abs((trained * untrained.embed_images(list(picture))).sum(axis=1)).max() < 0.6
    assert np.array_equal(untrained.embed_images(picture), again.embed_images(picture))
    assert np.array_equal(encoder.embed_texts(["a mug"]), untrained.embed_texts(["a mug"]))
    assert np.array_equal(trained, encoder.embed_images(list(picture)))
