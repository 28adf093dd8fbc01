"""Rendering: against brute force, against its own second renderer, and against geometry."""

import time
from dataclasses import replace

import manifold3d as m3
import numpy as np
import pytest
import torch
from solids import block, mesh_of

from mmdesign.rendering import (
    VIEWPOINTS,
    cameras,
    embree,
    gbuffer,
    look_from,
    open_scene,
    openness,
    render,
    render_and_clay,
)

SIZE_PX = 96


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def bracket():
    """Nothing about it is symmetric."""
    solid = block(40, 24, 4) + block(4, 24, 20).translate((-18, 0, 10))
    solid += m3.Manifold.cylinder(9, 5, 5, 48).translate((10, 4, 0))
    return solid - m3.Manifold.cylinder(30, 3, 3, 48, True).translate((10, 4, 0))


def ball(segments=64):
    return mesh_of(m3.Manifold.sphere(10, segments))


def named(mesh, *names):
    return cameras(mesh, names)


def brute_force(mesh, camera, size_px):
    """First face along every ray, by testing every triangle (Möller and Trumbore, 1997)."""
    steps = (np.arange(size_px) + 0.5) / size_px - 0.5
    right, up, backward, eye = camera.world_from_camera[:3].T
    first, second, third = (mesh.vertices[mesh.faces[:, corner]] for corner in range(3))
    best = np.full((size_px, size_px), -1)
    for row, y in enumerate(-steps):
        for column, x in enumerate(steps):
            origin = eye + camera.frame_mm * (x * right + y * up)
            one, two, to = second - first, third - first, origin - first
            cross = np.cross(-backward, two)
            determinant = (one * cross).sum(1)
            with np.errstate(divide="ignore", invalid="ignore"):
                u = (to * cross).sum(1) / determinant
                across = np.cross(to, one)
                v = across @ -backward / determinant
                t = (two * across).sum(1) / determinant
                hit = (u >= 0) & (v >= 0) & (u + v <= 1) & (t > 0)
            if hit.any():
                best[row, column] = np.where(hit, t, np.inf).argmin()
    return best


def test_there_are_twelve_named_cameras_and_they_are_rigid():
    views = cameras(mesh_of(bracket()))
    assert len({camera.name for camera in views}) == len(views) == 12
    for camera in views:
        axes = camera.world_from_camera[:3, :3]
        assert axes.T @ axes == pytest.approx(np.eye(3), abs=1e-12)
        assert np.linalg.det(axes) == pytest.approx(1)


def test_the_same_shape_gets_the_same_cameras():
    one, two = cameras(mesh_of(bracket())), cameras(mesh_of(bracket()))
    for here, there in zip(one, two, strict=True):
        assert np.array_equal(here.world_from_camera, there.world_from_camera)


@pytest.mark.parametrize(
    ("name", "right", "up"),
    [
        ("front", (1, 0, 0), (0, 0, 1)),
        ("back", (-1, 0, 0), (0, 0, 1)),
        ("right", (0, 1, 0), (0, 0, 1)),
        ("left", (0, -1, 0), (0, 0, 1)),
        ("top", (1, 0, 0), (0, 1, 0)),
        ("bottom", (1, 0, 0), (0, -1, 0)),
    ],
)
def test_axis_views_lie_as_on_a_drawing(name, right, up):
    (camera,) = named(ball(), name)
    assert camera.world_from_camera[:3, 0] == pytest.approx(right)
    assert camera.world_from_camera[:3, 1] == pytest.approx(up)


@pytest.mark.parametrize("sizes", [(40, 24, 20), (100, 3, 3), (50, 50, 1.5)])
def test_every_view_is_filled_and_nothing_is_cut_off(sizes):
    mesh = mesh_of(block(*sizes))
    coverage = gbuffer(mesh, cameras(mesh), SIZE_PX).coverage > 0
    for seen in coverage:
        rows, columns = np.flatnonzero(seen.any(1)), np.flatnonzero(seen.any(0))
        assert min(rows[0], columns[0]) >= 3
        assert max(rows[-1], columns[-1]) <= SIZE_PX - 4
        assert max(np.ptp(rows), np.ptp(columns)) >= 0.85 * SIZE_PX


def test_a_thin_sheet_does_not_vanish_when_seen_on_edge():
    mesh = mesh_of(block(500, 300, 0.6))
    for view in render(mesh):
        assert (view.face_index >= 0).any(), view.name


def test_unknown_viewpoints_and_empty_meshes_are_refused():
    mesh = ball()
    with pytest.raises(ValueError, match="no viewpoint 'sideways'"):
        named(mesh, "sideways")
    empty = replace(mesh, faces=mesh.faces[:0], face_part=mesh.face_part[:0])
    with pytest.raises(ValueError, match="without faces"):
        cameras(empty)
    with pytest.raises(ValueError, match="without faces"):
        gbuffer(empty, cameras(mesh), 8)


@pytest.mark.parametrize("backend", ["embree", "zbuffer"])
@pytest.mark.parametrize("name", ["iso front right", "bottom"])
def test_every_pixel_shows_the_face_that_brute_force_finds(backend, name):
    mesh = mesh_of(bracket())
    (camera,) = named(mesh, name)
    seen = gbuffer(mesh, (camera,), 40, backend=backend).face_index[0]
    truth = brute_force(mesh, camera, 40)
    assert ((seen >= 0) == (truth >= 0)).all()
    # A sample on a shared edge may go to either face.
    assert (seen == truth).mean() > 0.995


@pytest.mark.parametrize("build", [bracket, lambda: m3.Manifold.sphere(5, 200)])
def test_the_two_renderers_see_the_same(build):
    mesh = mesh_of(build())
    rays = gbuffer(mesh, cameras(mesh), SIZE_PX, backend="embree")
    raster = gbuffer(mesh, cameras(mesh), SIZE_PX, backend="zbuffer")
    assert (rays.face_index == raster.face_index).mean() >= 0.9995
    assert (rays.coverage == raster.coverage).mean() >= 0.9999
    same = (rays.face_index == raster.face_index) & (rays.face_index >= 0)
    assert np.abs(rays.depth[same] - raster.depth[same]).max() < 1e-3
    assert np.abs(rays.normals[same] - raster.normals[same]).max() < 2e-3


def test_a_box_covers_its_projected_area_at_its_depth():
    mesh = mesh_of(block(40, 30, 20))
    (camera,) = named(mesh, "front")
    buffer = gbuffer(mesh, (camera,), 200, supersample=2)
    area = buffer.coverage.sum() * (camera.frame_mm / 200) ** 2
    assert area == pytest.approx(40 * 20, rel=0.02)
    depth = buffer.depth[buffer.face_index >= 0]
    eye = camera.world_from_camera[:3, 3]
    assert depth == pytest.approx(-15 - eye[1], abs=1e-3)
    assert np.isinf(buffer.depth[buffer.face_index < 0]).all()


def test_normals_of_a_ball_are_those_of_a_ball():
    mesh = ball(96)
    (camera,) = named(mesh, "iso front left")
    buffer = gbuffer(mesh, (camera,), SIZE_PX)
    steps = ((np.arange(SIZE_PX) + 0.5) / SIZE_PX - 0.5) * camera.frame_mm / 10
    truth_x, truth_y = np.meshgrid(steps, -steps)
    inner = truth_x**2 + truth_y**2 < 0.9
    assert np.abs(buffer.normals[0, ..., 0] - truth_x)[inner].max() < 0.03
    assert np.abs(buffer.normals[0, ..., 1] - truth_y)[inner].max() < 0.03


def test_normals_of_a_box_stay_flat():
    mesh = mesh_of(block(10, 10, 10))
    buffer = gbuffer(mesh, cameras(mesh), SIZE_PX)
    for camera, normals, index in zip(
        cameras(mesh), buffer.normals, buffer.face_index, strict=True
    ):
        world = normals[index >= 0] @ camera.world_from_camera[:3, :3].T
        assert np.abs(world).max(axis=1) == pytest.approx(1, abs=1e-5)


def test_covered_pixels_are_those_with_a_face_and_normals_face_the_viewer():
    mesh = mesh_of(bracket())
    buffer = gbuffer(mesh, cameras(mesh), SIZE_PX, supersample=2)
    covered = buffer.coverage > 0
    assert np.array_equal(covered, buffer.face_index >= 0)
    assert np.array_equal(covered, np.isfinite(buffer.depth))
    assert np.linalg.norm(buffer.normals[covered], axis=1) == pytest.approx(1, abs=1e-4)
    assert buffer.normals[..., 2].min() >= -1e-6
    assert not buffer.normals[~covered].any()
    assert 0 < buffer.coverage[covered].min() < buffer.coverage.max() == 1
    assert 0 <= buffer.edges.min() <= buffer.edges.max() == 1


def test_edges_are_drawn_on_outlines_and_creases_but_not_on_smooth_surfaces():
    mesh = ball()
    (edges,) = gbuffer(mesh, named(mesh, "front"), SIZE_PX).edges
    centre = slice(SIZE_PX // 4, -SIZE_PX // 4)
    assert not edges[centre, centre].any()
    assert edges.max() == 1
    box = mesh_of(block(10, 10, 10))
    (edges,) = gbuffer(box, named(box, "iso front right"), SIZE_PX).edges
    assert edges[centre, SIZE_PX // 2].any()


def test_borders_of_parts_are_edges_and_smooth_borders_of_cad_faces_faint_ones():
    flush = mesh_of(block(10, 10, 10), block(10, 10, 10).translate((10, 0, 0)))
    (edges,) = gbuffer(flush, named(flush, "front"), SIZE_PX).edges
    middle = edges[SIZE_PX // 2, SIZE_PX // 2 - 1 : SIZE_PX // 2 + 1]
    assert middle == pytest.approx(1)
    one_part = replace(flush, face_part=np.zeros_like(flush.face_part))
    (edges,) = gbuffer(one_part, named(flush, "front"), SIZE_PX).edges
    assert not edges[SIZE_PX // 2, SIZE_PX // 4 : -SIZE_PX // 4].any()
    exact = replace(one_part, face_brep=flush.face_part)
    (edges,) = gbuffer(exact, named(flush, "front"), SIZE_PX).edges
    assert 0.1 < edges[SIZE_PX // 2].max(where=np.arange(SIZE_PX) == SIZE_PX // 2, initial=0) < 0.9


def test_a_part_that_is_inside_out_looks_the_same():
    mesh = mesh_of(bracket())
    turned = replace(mesh, faces=mesh.faces[:, ::-1].copy())
    for right, wrong in zip(render(mesh, 64), render(turned, 64), strict=True):
        assert np.abs(right.image.astype(int) - wrong.image).mean() < 0.5


def test_size_and_place_do_not_change_the_pictures():
    mesh = mesh_of(bracket())
    elsewhere = replace(mesh, vertices=mesh.vertices * 1000 + (3e4, -5e4, 1e4))
    for here, there in zip(render(mesh, 64), render(elsewhere, 64), strict=True):
        assert np.abs(here.image.astype(int) - there.image).mean() < 0.5


def test_a_quarter_turn_of_the_part_moves_the_pictures_to_the_next_side():
    mesh = mesh_of(bracket())
    x, y, z = mesh.vertices.T
    turned = replace(mesh, vertices=np.stack([-y, x, z], axis=1))
    here = {view.name: view.image for view in render(mesh, 64)}
    there = {view.name: view.image for view in render(turned, 64)}
    for before, after in (("front", "right"), ("iso front left", "iso front right")):
        assert np.abs(here[before].astype(int) - there[after]).mean() < 0.5
    assert np.abs(here["front"].astype(int) - there["front"]).mean() > 2


def test_views_carry_what_they_show():
    mesh = mesh_of(bracket())
    views = render(mesh, 48, named(mesh, "top", "front"))
    assert [view.name for view in views] == ["top", "front"]
    for view in views:
        assert view.image.shape == (48, 48, 3)
        assert view.image.dtype == np.uint8
        assert view.face_index.shape == (48, 48)
        assert view.face_index.dtype == np.int32
        assert -1 == view.face_index.min() < view.face_index.max() < len(mesh.faces)
        assert view.image[view.face_index < 0].min() > 220
        assert view.image[view.face_index >= 0].mean() < 210


def test_parts_have_the_colours_of_the_file():
    mesh = mesh_of(block(10, 10, 10), block(10, 10, 10).translate((12, 0, 0)))
    colors = np.where(mesh.face_part[:, None] == 0, (200, 30, 30), (30, 30, 200)).astype(np.uint8)
    (view,) = render(replace(mesh, face_colors=colors), 64, named(mesh, "front"))
    part = np.append(mesh.face_part, -1)[view.face_index]
    red, _, blue = np.moveaxis(view.image.astype(int), -1, 0)
    assert (red - blue)[part == 0].mean() > 60
    assert (blue - red)[part == 1].mean() > 60


def test_in_clay_a_coloured_mesh_looks_like_a_plain_one():
    plain = mesh_of(block(10, 10, 10))
    red = replace(plain, face_colors=np.full((len(plain.faces), 3), (200, 30, 30), np.uint8))
    own, clay = render_and_clay(red, 48)
    expected = render(plain, 48)
    for view, other, coloured in zip(clay, expected, render(red, 48), strict=True):
        np.testing.assert_array_equal(view.image, other.image)
        np.testing.assert_array_equal(view.face_index, other.face_index)
        assert not np.array_equal(view.image, coloured.image)
    for view, coloured in zip(own, render(red, 48), strict=True):
        np.testing.assert_array_equal(view.image, coloured.image)


@pytest.mark.parametrize("backend", ["embree", "zbuffer"])
def test_pockets_are_darker_than_open_faces(backend):
    pocket = mesh_of(block(40, 40, 20) - block(12, 12, 30).translate((0, 0, 12)))
    (camera,) = named(pocket, "top")
    scene = open_scene(pocket, backend)
    buffer = gbuffer(pocket, (camera,), SIZE_PX, backend=backend)
    (free,) = openness(scene, buffer)
    assert free.min() >= 0
    assert free.max() <= 1
    floor = free[SIZE_PX // 2 - 4 : SIZE_PX // 2 + 4, SIZE_PX // 2 - 4 : SIZE_PX // 2 + 4]
    rim = free[SIZE_PX // 8 : SIZE_PX // 6, SIZE_PX // 8 : SIZE_PX // 6]
    assert rim.mean() > 0.97
    assert floor.mean() < 0.75


def test_a_hand_made_camera_sees_from_where_it_is():
    mesh = mesh_of(block(40, 30, 20))
    camera = look_from("mine", np.array([0, -7.0, 0]), np.array([0, 0, 1.0]), mesh.vertices)
    (front,) = named(mesh, "front")
    assert camera.world_from_camera == pytest.approx(front.world_from_camera)
    assert set(VIEWPOINTS) >= {"front", "top"}


def test_without_embree_the_z_buffer_takes_over(monkeypatch):
    mesh = mesh_of(bracket())
    truth = gbuffer(mesh, named(mesh, "front"), 32).face_index
    monkeypatch.setattr(embree, "INSTALLED", False)
    assert (gbuffer(mesh, named(mesh, "front"), 32).face_index == truth).mean() > 0.99
    with pytest.raises(ValueError, match="not installed"):
        gbuffer(mesh, named(mesh, "front"), 32, backend="embree")


@pytest.mark.parametrize("backend", ["embree", "zbuffer"])
def test_degenerate_faces_do_no_harm(backend):
    mesh = mesh_of(block(10, 10, 10))
    points = np.vstack([mesh.vertices, [[0, 0, 0]] * 3])
    faces = np.vstack([mesh.faces, [[8, 9, 10], [0, 0, 1]]]).astype(np.int32)
    sick = replace(mesh, vertices=points, faces=faces, face_part=np.zeros(len(faces), np.int32))
    for view in render(sick, 32, backend=backend):
        assert view.face_index.max() < len(mesh.faces)


@pytest.mark.slow
def test_twelve_views_of_fifty_thousand_faces_take_about_a_second_of_cpu():
    mesh = ball(316)
    assert len(mesh.faces) > 49_000
    render(mesh)
    start = time.thread_time()
    render(mesh)
    assert time.thread_time() - start < 3
