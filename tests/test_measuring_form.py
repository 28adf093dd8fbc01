"""Form vectors: a part is the same in any mesh, unit or position; a mirror turns its hand."""

from dataclasses import replace

import numpy as np
import pytest
import trimesh

from mmdesign.domain import Design, Mesh
from mmdesign.measuring import form_vector, measure
from mmdesign.measuring.form import FORM_BLOCKS, FORM_WIDTH, UNKNOWN


def mesh_of(shape):
    faces = np.asarray(shape.faces, np.int32)
    return Mesh(np.asarray(shape.vertices, float), faces, np.zeros(len(faces), np.int32), ("part",))


def form(mesh):
    design = Design("part", "part", "mesh", mesh)
    return form_vector(design, measure(design))


def handed():
    """Four bars at right angles, along -x, y, z and -z: unlike its own mirror image."""
    bars = [trimesh.creation.box((40, 10, 12)), trimesh.creation.box((10, 30, 6)),
            trimesh.creation.box((8, 6, 50)), trimesh.creation.box((6, 20, 8))]  # fmt: skip
    places = ((0, 0, 0), (15, 18, 0), (-15, 4, 28), (-15, 10, 50))
    for bar, place in zip(bars, places, strict=True):
        bar.apply_translation(place)
    return mesh_of(trimesh.boolean.union(bars, engine="manifold"))


def mirrored(mesh):
    return replace(
        mesh, vertices=mesh.vertices * [-1.0, 1.0, 1.0], faces=mesh.faces[:, ::-1].copy()
    )


def turned(mesh, seed=0):
    turn, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(3, 3)))
    turn[:, 0] *= np.sign(np.linalg.det(turn))
    return replace(mesh, vertices=mesh.vertices @ turn.T)


def block(vector, name):
    return vector[FORM_BLOCKS[name]]


def test_all_entries_belong_to_a_block():
    covered = np.zeros(FORM_WIDTH, int)
    for columns in FORM_BLOCKS.values():
        covered[columns] += 1
    assert (covered == 1).all()


def test_a_finer_mesh_in_another_unit_has_the_same_form():
    part = handed()
    finer = trimesh.Trimesh(part.vertices, part.faces, process=False).subdivide()
    there = form(replace(mesh_of(finer), vertices=finer.vertices * 25.4))
    here = form(part)
    assert np.abs(block(here, "spread") - block(there, "spread")).max() < 1e-6
    assert np.abs(block(here, "hand") - block(there, "hand")).max() < 1e-6
    for name in ("box", "solidity", "facing", "tunnels", "surfaces", "features"):
        assert block(here, name) == pytest.approx(block(there, name), abs=1e-3), name
    for name in ("pairs", "slants", "radii"):
        assert np.abs(block(here, name) - block(there, name)).sum() < 0.35, name


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_turn_leaves_moments_and_hand_as_they_are(seed):
    here, there = form(handed()), form(turned(handed(), seed))
    assert block(here, "spread") == pytest.approx(block(there, "spread"), abs=1e-6)
    assert block(here, "hand") == pytest.approx(block(there, "hand"), abs=1e-5)


def test_a_mirror_turns_the_hand_and_nothing_else():
    here, there = form(handed()), form(mirrored(handed()))
    assert np.linalg.norm(block(here, "hand")) > 0.05
    assert block(there, "hand") == pytest.approx(-block(here, "hand"), abs=1e-6)
    assert block(here, "spread") == pytest.approx(block(there, "spread"), abs=1e-6)


def test_a_box_has_the_moments_of_the_textbook():
    size = np.array([30.0, 20.0, 10.0])
    vector = form(mesh_of(trimesh.creation.box(size)))
    # over the surface of a box: each pair of faces weighs by its area, and lies at half the size
    areas = np.array([size[1] * size[2], size[0] * size[2], size[0] * size[1]])
    squares = [
        (areas[axis] * (size[axis] / 2) ** 2 + (areas.sum() - areas[axis]) * size[axis] ** 2 / 12)
        / areas.sum()
        for axis in range(3)
    ]
    expected = np.sqrt(np.sort(squares)) / np.sqrt(2 * areas.sum())
    assert block(vector, "spread") == pytest.approx(expected, rel=1e-6)
    assert np.linalg.norm(block(vector, "hand")) < 1e-9


def test_tunnels_are_counted():
    ring = form(mesh_of(trimesh.creation.annulus(10, 20, 5)))
    box = form(mesh_of(trimesh.creation.box((3, 2, 1))))
    handles = [np.expm1(4 * block(vector, "tunnels")[0]) for vector in (ring, box)]
    assert handles == pytest.approx([1, 0], abs=1e-5)


def test_an_open_mesh_has_no_known_solidity_and_pictures_have_no_form():
    box = mesh_of(trimesh.creation.box((3, 2, 1)))
    opened = replace(box, faces=box.faces[2:], face_part=box.face_part[2:])
    assert (block(form(opened), "solidity") == UNKNOWN).all()
    assert form_vector(Design("x", "x", "images"), ()) is None


def test_curved_area_is_told_from_flat():
    ball = form(mesh_of(trimesh.creation.icosphere(3)))
    rod = form(mesh_of(trimesh.creation.cylinder(5, 100, sections=64)))
    box = form(mesh_of(trimesh.creation.box((3, 2, 1))))
    flat, one_way, both_ways = 0, 1, 2
    assert block(box, "surfaces")[flat] == pytest.approx(1)
    assert block(rod, "surfaces")[one_way] > 0.9
    assert block(ball, "surfaces")[both_ways] > 0.9
