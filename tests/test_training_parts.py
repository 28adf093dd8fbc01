"""Procedural parts: closed, repeatable, with features on the right faces."""

import dataclasses

import numpy as np
import pytest

from mmdesign.training.parts import (
    BUILDERS,
    FAMILIES,
    HELD_OUT_FAMILIES,
    Builder,
    make_part,
    new_builders,
    new_family_builders,
    trained_builders,
)
from mmdesign.training.parts.draft import Dice, Draft
from mmdesign.training.parts.household.vessels import hollow
from mmdesign.training.parts.solids import (
    ball,
    block,
    helix,
    hole,
    prism,
    revolved,
    rod,
    slot,
    wire,
)
from mmdesign.training.vocabulary import ALTERNATIVES, WORDS

BY_NAME = [pytest.param(builder, id=f"{builder.family}-{builder.name}") for builder in BUILDERS]


def made_of(body):
    return make_part(Builder("plate", "test", lambda dice: Draft(body)), 0)


def areas(part):
    a, b, c = (part.mesh.vertices[part.mesh.faces[:, corner]] for corner in range(3))
    return np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2


def feature_area(part, feature):
    return areas(part)[part.face_feature == part.feature_names.index(feature)].sum()


def volume(part):
    a, b, c = (part.mesh.vertices[part.mesh.faces[:, corner]] for corner in range(3))
    return np.einsum("ij,ij->", a, np.cross(b, c)) / 6


def is_closed(mesh):
    """Each edge is used once in each direction."""
    edges = np.concatenate([mesh.faces[:, [0, 1]], mesh.faces[:, [1, 2]], mesh.faces[:, [2, 0]]])
    count = len(mesh.vertices)
    there = np.sort(edges[:, 0].astype(np.int64) * count + edges[:, 1])
    back = np.sort(edges[:, 1].astype(np.int64) * count + edges[:, 0])
    return (np.diff(there) > 0).all() and np.array_equal(there, back)


@pytest.mark.parametrize("builder", BY_NAME)
def test_parts_are_closed_solids_with_every_face_labelled(builder):
    for seed in (0, 1):
        part = make_part(builder, seed)
        assert is_closed(part.mesh)
        assert volume(part) > 0
        assert np.isfinite(part.mesh.vertices).all()
        assert part.face_feature.shape == (len(part.mesh.faces),)
        assert part.face_feature.min() >= 0
        assert part.face_feature.max() < len(part.feature_names)
        assert all(number >= 0 for number in part.counts.values())


@pytest.mark.parametrize("builder", BUILDERS[::12])
def test_the_same_seed_gives_the_same_part(builder):
    first, second, other = make_part(builder, 5), make_part(builder, 5), make_part(builder, 6)
    np.testing.assert_array_equal(first.mesh.vertices, second.mesh.vertices)
    np.testing.assert_array_equal(first.mesh.faces, second.mesh.faces)
    np.testing.assert_array_equal(first.face_feature, second.face_feature)
    plain = [
        {k: v for k, v in dataclasses.asdict(p).items() if k not in ("mesh", "face_feature")}
        for p in (first, second)
    ]
    assert plain[0] == plain[1]
    assert (
        first.mesh.vertices.shape != other.mesh.vertices.shape
        or np.abs(first.mesh.vertices - other.mesh.vertices).max() > 1e-6
    )


def test_hole_faces_have_the_area_of_the_drilled_walls():
    part = made_of(block(60, 40, 5) - hole(4, 5, 15) - hole(4, 5, -15))
    sides = 28
    wall = 2 * sides * 4 * np.sin(np.pi / sides) * 5 * 2
    assert feature_area(part, "hole") == pytest.approx(wall, rel=1e-6)
    drilled = 0.5 * sides * 4**2 * np.sin(2 * np.pi / sides) * 2
    assert feature_area(part, "body") == pytest.approx(
        2 * 60 * 40 + 2 * (60 + 40) * 5 - 2 * drilled, rel=1e-6
    )


def test_a_rib_is_labelled_where_it_stands_free():
    part = made_of(block(40, 40, 4) + block(30, 3, 10, "rib").at(z=4))
    assert feature_area(part, "rib") == pytest.approx(2 * (30 + 3) * 10 + 30 * 3, rel=1e-6)


def test_a_slot_is_labelled_on_its_wall_only():
    part = made_of(block(60, 40, 5) - slot(30, 8, 5))
    exact = (2 * (30 - 8) + np.pi * 8) * 5
    assert feature_area(part, "slot") == pytest.approx(exact, rel=0.01)


def test_a_thin_wire_has_the_volume_of_its_length():
    radius, pitch, turns = 20.0, 8.0, 4.0
    part = made_of(wire(helix(radius, pitch, turns, per_turn=80), 1.0, "coil", sides=40))
    length = turns * np.hypot(2 * np.pi * radius, pitch)
    assert volume(part) == pytest.approx(np.pi * length, rel=0.02)


def test_a_closed_wire_is_a_torus():
    angle = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    circle = np.stack([30 * np.cos(angle), 30 * np.sin(angle), 0 * angle], axis=1)
    part = made_of(wire(circle, 3.0, sides=40, closed=True))
    assert volume(part) == pytest.approx(2 * np.pi**2 * 30 * 9, rel=0.01)


def test_outlines_may_run_either_way_around():
    square = [(0.0, 0.0), (2.0, 0.0), (2.0, 3.0), (0.0, 3.0)]
    assert volume(made_of(prism(square, 5))) == pytest.approx(30)
    assert volume(made_of(prism(square[::-1], 5))) == pytest.approx(30)
    assert volume(made_of(revolved(square))) == pytest.approx(
        volume(made_of(revolved(square[::-1])))
    )


def test_primitives_stand_on_the_ground_around_the_axis():
    for body in (block(4, 6, 8), rod(3, 8, sides=4)):
        x0, y0, z0, x1, y1, z1 = body.solid.bounding_box()
        assert (x0, y0, z0) == pytest.approx((-x1, -y1, 0.0), abs=1e-9)
        assert z1 == pytest.approx(8)
    assert volume(made_of(ball(10))) == pytest.approx(4 / 3 * np.pi * 1000, rel=0.02)


def test_a_vessel_has_a_wall_everywhere_and_holds_what_it_should():
    """A cone frustum with a straight wall: no hole at the foot, volume as computed by hand."""
    part = made_of(hollow([(30.0, 0.0), (40.0, 100.0)], 2.0, 5.0))
    outside = np.pi * 100 * (30**2 + 30 * 40 + 40**2) / 3
    low = 30.5 - 2
    inside = np.pi * 95 * (low**2 + low * 38 + 38**2) / 3
    assert volume(part) == pytest.approx(outside - inside, rel=0.01)


def test_a_builder_that_makes_nothing_is_told():
    with pytest.raises(ValueError, match="made nothing"):
        made_of(block(1, 1, 1) - block(5, 5, 5).at(z=-1))


def test_counts_of_gears_are_teeth_that_can_be_counted():
    """A circle between root and tip crosses every tooth twice."""
    builder = next(b for b in BUILDERS if (b.family, b.name) == ("gear", "spur"))
    for seed in range(6):
        part = make_part(builder, seed)
        if part.flags["helical teeth"]:
            continue
        vertices = part.mesh.vertices
        radius = np.hypot(vertices[:, 0], vertices[:, 1])
        tips = vertices[(radius > radius.max() * 0.999) & (vertices[:, 2] < 1e-6)]
        directions = np.unique(np.round(np.degrees(np.arctan2(tips[:, 1], tips[:, 0])), 2))
        assert len(directions) == 2 * part.counts["tooth"]


def test_a_fifth_of_the_families_and_some_builders_are_kept_from_training():
    trained = {builder.family for builder in trained_builders()}
    assert trained.isdisjoint(HELD_OUT_FAMILIES)
    assert 0.15 < len(HELD_OUT_FAMILIES) / len(FAMILIES) < 0.3
    assert {builder.family for builder in new_builders()} <= trained
    assert {builder.family for builder in new_family_builders()} == HELD_OUT_FAMILIES
    parts = len(trained_builders()) + len(new_builders()) + len(new_family_builders())
    assert parts == len(BUILDERS)
    assert len({(builder.family, builder.name) for builder in BUILDERS}) == len(BUILDERS)


def test_every_family_and_shape_word_is_in_the_vocabulary():
    assert set(WORDS) == set(FAMILIES)
    for builder in BUILDERS:
        for seed in range(4):
            for aspect, word in builder.build(Dice(seed)).shape.items():
                assert word in ALTERNATIVES[aspect]
