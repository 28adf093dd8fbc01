"""Explaining: heat that is planted in the pictures comes back where it was planted."""

import time
from dataclasses import replace

import manifold3d as m3
import numpy as np
import pytest
from solids import mesh_of

from mmdesign.domain import View
from mmdesign.encoding import Patches
from mmdesign.explaining import (
    HeatScale,
    explain,
    mesh_heat,
    relative_scale,
    segments,
    view_heat,
)
from mmdesign.rendering import cameras, gbuffer

SCALE = HeatScale(0.0, 1.0)
SIZE_PX = 112


@pytest.fixture(scope="module")
def plate():
    """A plate with one hole, and which of its faces are the hole's wall."""
    solid = m3.Manifold.cube((60, 40, 12), True) - m3.Manifold.cylinder(
        20, 8, 8, 48, True
    ).translate((10, 5, 0))
    mesh = mesh_of(solid.refine(3))
    corners = mesh.vertices[mesh.faces]
    distances = np.linalg.norm(corners[..., :2] - (10, 5), axis=2)
    return mesh, (distances < 8.01).all(axis=1) & (np.ptp(corners[..., 2], axis=1) > 1e-6)


@pytest.fixture(scope="module")
def seen(plate):
    mesh, _ = plate
    return gbuffer(mesh, cameras(mesh), SIZE_PX).face_index


def planted(face_index, hot_faces, strength=1.0):
    """Heat on exactly the pixels that show the given faces."""
    marks = np.append(hot_faces, False)  # face -1 is the background
    return (strength * marks[face_index]).astype(np.float32)


def test_heat_planted_on_a_hole_comes_back_on_its_wall_and_nowhere_else(plate, seen):
    mesh, wall = plate
    heat = mesh_heat(planted(seen, wall), seen, segments(mesh))
    assert np.nanmin(heat[wall]) == pytest.approx(1)
    assert np.nanmax(heat[~wall]) == pytest.approx(0)


def test_heat_blurred_to_patches_still_ranks_the_hole_first(plate, seen):
    mesh, wall = plate
    blocks = planted(seen, wall).reshape(len(seen), 14, 8, 14, 8).mean(axis=(2, 4))
    heat = view_heat(blocks[..., None], np.ones(1, np.float32), SIZE_PX, SCALE, seen)
    grouped = segments(mesh)
    on_faces = mesh_heat(heat, seen, grouped)
    assert on_faces[wall].min() > np.nanmax(on_faces[~wall])


def test_faces_that_no_view_shows_have_no_heat_at_all():
    hollow = mesh_of(m3.Manifold.cube((10, 10, 10), True) - m3.Manifold.cube((6, 6, 6), True))
    inside = (np.abs(hollow.vertices[hollow.faces]) < 3.01).all(axis=(1, 2))
    seen = gbuffer(hollow, cameras(hollow), SIZE_PX).face_index
    heat = mesh_heat(np.ones(seen.shape, np.float32), seen, segments(hollow))
    assert np.isnan(heat[inside]).all()
    assert heat[~inside] == pytest.approx(1)


def test_a_face_of_fewer_than_three_pixels_counts_as_unseen():
    mesh = mesh_of(m3.Manifold.tetrahedron())
    face_index = np.full((1, 4, 4), -1, np.int32)
    face_index[0, 0, :2] = 0
    face_index[0, 1, :3] = 1
    heat = mesh_heat(np.ones((1, 4, 4), np.float32), face_index, segments(mesh))
    assert np.isnan(heat[0])
    assert heat[1] == 1


def test_heat_is_absolute_so_a_weaker_requirement_stays_weaker(plate, seen):
    mesh, wall = plate
    grouped = segments(mesh)
    strong = mesh_heat(planted(seen, wall, 0.8), seen, grouped)
    weak = mesh_heat(planted(seen, wall, 0.2), seen, grouped)
    assert np.nanmax(strong) == pytest.approx(0.8)
    assert strong[wall] == pytest.approx(4 * weak[wall])


def test_view_heat_is_linear_between_cold_and_hot_and_clipped_outside():
    patches = np.array([-1.0, 0.1, 0.2, 0.3, 9.0], np.float32).reshape(5, 1, 1, 1)
    heat = view_heat(patches, np.ones(1, np.float32), 6, HeatScale(0.1, 0.3))
    assert heat.shape == (5, 6, 6)
    assert heat[:, 3, 3] == pytest.approx([0, 0, 0.5, 1, 1], abs=1e-6)
    assert np.ptp(heat, axis=(1, 2)).max() == 0


def test_a_uniform_picture_is_not_stretched_to_full_heat():
    patches = np.full((1, 7, 7, 1), 0.05, np.float32)
    assert view_heat(patches, np.ones(1, np.float32), 28, SCALE).max() == pytest.approx(0.05)


def test_view_heat_keeps_patches_in_place_and_the_background_cold():
    patches = np.zeros((1, 4, 4, 1), np.float32)
    patches[0, 1, 2] = 1
    face_index = np.zeros((1, 32, 32), np.int32)
    face_index[:, :, :4] = -1
    heat = view_heat(patches, np.ones(1, np.float32), 32, SCALE, face_index)
    row, column = np.unravel_index(heat[0].argmax(), (32, 32))
    assert (row // 8, column // 8) == (1, 2)
    assert heat.max() <= 1
    warm = view_heat(np.ones_like(patches), np.ones(1, np.float32), 32, SCALE, face_index)
    assert (warm == (face_index >= 0)).all()


def test_segments_of_a_plate_are_its_six_sides_and_its_hole(plate):
    mesh, wall = plate
    grouped = segments(mesh)
    assert len(np.unique(grouped.of_face)) == 7
    assert len(np.unique(grouped.of_face[wall])) == 1
    assert grouped.simple.all()


def test_exact_faces_decide_the_segments(plate):
    mesh, wall = plate
    exact = replace(mesh, face_brep=wall.astype(np.int32))
    assert np.array_equal(segments(exact).of_face == segments(exact).of_face[wall][0], wall)


def test_free_form_surfaces_keep_their_local_heat():
    ball = mesh_of(m3.Manifold.sphere(10, 96))
    grouped = segments(ball)
    assert not grouped.simple.any()
    seen = gbuffer(ball, cameras(ball), SIZE_PX).face_index
    top = ball.vertices[ball.faces][..., 2].min(axis=1) > 5
    heat = mesh_heat(planted(seen, top), seen, grouped)
    high = ball.vertices[ball.faces][..., 2].min(axis=1) > 7
    assert np.nanmin(heat[high]) > 0.5
    assert np.nanmax(heat[ball.vertices[ball.faces][..., 2].max(axis=1) < 3]) < 0.2


def test_renumbering_the_faces_renumbers_the_heat(plate, seen):
    mesh, _ = plate
    order = np.random.default_rng(1).permutation(len(mesh.faces))
    place = np.append(np.argsort(order), -1)
    shuffled = replace(mesh, faces=mesh.faces[order], face_part=mesh.face_part[order])
    noise = np.random.default_rng(2).random(seen.shape, np.float32)
    here = mesh_heat(noise, seen, segments(mesh))
    there = mesh_heat(noise, place[seen].astype(np.int32), segments(shuffled))
    assert there == pytest.approx(here[order], nan_ok=True)


def views_of(mesh, seen):
    blank = np.zeros((SIZE_PX, SIZE_PX, 3), np.uint8)
    return [
        View(camera.name, blank, camera, face_index)
        for camera, face_index in zip(cameras(mesh), seen, strict=True)
    ]


def test_explain_gives_each_requirement_its_views_and_its_mesh(plate, seen):
    mesh, wall = plate
    blocks = planted(seen, wall).reshape(len(seen), 14, 8, 14, 8).mean(axis=(2, 4))
    patches = np.stack([blocks, np.zeros_like(blocks)], axis=-1)
    found = Patches(patches, "told").heat(np.eye(2, dtype=np.float32))
    maps = explain(["hole", "rib"], found, views_of(mesh, seen), mesh, SCALE)
    assert [heat.view_index for heat in maps] == [*range(12), None] * 2
    assert [heat.requirement_id for heat in maps] == ["hole"] * 13 + ["rib"] * 13
    assert all(heat.values.dtype == np.float32 for heat in maps)
    assert maps[12].values[wall].min() > np.nanmax(maps[12].values[~wall])
    assert np.nanmax(maps[25].values) == 0


def test_explain_works_for_pictures_alone_and_of_any_shape():
    photo = View("photo", np.zeros((30, 50, 3), np.uint8))
    patches = np.zeros((1, 5, 5, 1), np.float32)
    patches[0, 2] = 1
    found = Patches(patches, "told").heat(np.ones((1, 1), np.float32))
    (heat,) = explain(["r"], found, [photo], None, SCALE)
    assert heat.values.shape == (30, 50)
    # The middle row of patches is the middle of the picture, which was padded to a square.
    assert heat.values[14:16].min() > 0.9
    assert heat.values[0].max() < 0.1


def test_a_backward_scale_is_refused():
    with pytest.raises(ValueError, match="hot > cold"):
        HeatScale(0.3, 0.3)


@pytest.mark.slow
def test_fifty_thousand_faces_and_ten_requirements_take_a_second_of_cpu():
    ball = mesh_of(m3.Manifold.sphere(10, 316))
    assert len(ball.faces) > 49_000
    face_index = gbuffer(ball, cameras(ball), 224).face_index
    blank = np.zeros((224, 224, 3), np.uint8)
    views = [
        View(camera.name, blank, camera, index)
        for camera, index in zip(cameras(ball), face_index, strict=True)
    ]
    generator = np.random.default_rng(0)
    patches = generator.random((12, 14, 14, 256), np.float32)
    texts = generator.random((10, 256), np.float32)
    start = time.thread_time()
    found = Patches(patches, "told").heat(texts)
    explain([str(row) for row in range(10)], found, views, ball, HeatScale(60, 70))
    assert time.thread_time() - start < 1.5


def test_a_relative_scale_runs_from_the_median_place_to_the_hottest():
    values = np.array([0.1, 0.2, 0.9], np.float32)
    scale = relative_scale(values)
    assert (scale.cold, scale.hot) == pytest.approx((0.2, 0.9))
    assert relative_scale(values, zero_is_cold=True).cold == 0


@pytest.mark.parametrize("values", [np.zeros(4), np.full(4, -0.3), np.linspace(0, 0.002, 4)])
def test_differences_that_mean_nothing_are_not_stretched_to_full_heat(values):
    heat = relative_scale(values, zero_is_cold=True).heat(values)
    assert heat.max() <= 0.1
