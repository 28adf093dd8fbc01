"""Holes and broken edges: ends, heads, patterns, threads; STEP files against their text."""

import manifold3d as m3
import numpy as np
import pytest
from hand_checked_holes import HAND_CHECKED, NOT_PICTURED
from test_measuring import (
    block,
    bore,
    by_quantity,
    design_of,
    measured,
    mesh_of,
    rotated,
    value,
)
from test_measuring_broken import cone, holed_plate, rod

from mmdesign.loading import Loader
from mmdesign.measuring import measure, thread_matches
from mmdesign.settings import Settings

KINDS = (
    "hole_count", "through_hole_count", "blind_hole_count", "counterbore_count",
    "countersink_count", "bolt_circle_hole_count", "equal_hole_count", "chamfer_count",
    "fillet_count", "thread_drill_count", "clearance_hole_count",
)  # fmt: skip
SIZES = ("hole_diameter", "hole_depth", "hole_spacing", "bolt_circle_diameter", "fillet_radius_min")


def kinds(mesh):
    found = measured(mesh)
    return {quantity: found[quantity][0].value for quantity in KINDS if quantity in found}


def sizes(mesh, quantity):
    return sorted(each.value for each in measured(mesh)[quantity])


def test_every_kind_of_hole_of_a_plate_is_told():
    assert kinds(holed_plate()) == {
        "hole_count": 17, "through_hole_count": 15, "blind_hole_count": 2, "counterbore_count": 2,
        "countersink_count": 2, "bolt_circle_hole_count": 6, "equal_hole_count": 6,
        "chamfer_count": 2, "fillet_count": 4,
        # 5.0 taps M6; M3 3.4 (6), M4 4.5 (2), M6 6.6 (4), M8 9 (2), and 5.0 clears #8-32 (2)
        "thread_drill_count": 2, "clearance_hole_count": 16,
    }  # fmt: skip


@pytest.mark.parametrize("angles", [(90, 0, 0), (0, 90, 0), (17, 41, 73), (180, 0, 0)])
def test_holes_and_patterns_do_not_depend_on_how_the_part_lies(angles):
    mesh = holed_plate()
    turned = rotated(mesh, angles)
    assert kinds(turned) == kinds(mesh)
    for quantity in SIZES:
        assert sizes(turned, quantity) == pytest.approx(sizes(mesh, quantity), rel=1e-4), quantity


def test_a_mirrored_part_has_the_same_holes():
    mesh = holed_plate()
    vertices = mesh.vertices * (-1, 1, 1)
    mirrored = type(mesh)(vertices, mesh.faces[:, ::-1].copy(), mesh.face_part, mesh.part_names)
    assert kinds(mirrored) == kinds(mesh)


@pytest.mark.parametrize("segments", [12, 24, 64, 128])
def test_ends_are_told_at_any_resolution(segments):
    part = block(60, 30, 20) - bore(8, -15, depth=12, top=10, segments=segments)
    part -= bore(8, 15, segments=segments)
    found = kinds(mesh_of(part))
    assert (found["through_hole_count"], found["blind_hole_count"]) == (1, 1)


def test_drilled_round_and_flat_bottoms_are_blind_and_the_point_is_no_depth():
    for bottom in (cone(0.002, 8, -4.4, -2), m3.Manifold.sphere(4, 64).translate((0, 0, -2)), None):
        drill = rod(8, 0, 0, -2, 20)
        part = block(40, 40, 20) - (drill if bottom is None else drill + bottom)
        found = measured(mesh_of(part))
        assert value(found, "blind_hole_count") == 1
        assert value(found, "hole_depth") == pytest.approx(12, abs=0.05)


def test_a_hole_may_leave_through_a_slanted_or_round_side():
    slanted = (
        block(40, 40, 20) - bore(6) - block(80, 80, 20).rotate((0, 30, 0)).translate((0, 0, 22))
    )
    shaft = m3.Manifold.cylinder(60, 10, 10, 96).rotate((90, 0, 0)).translate((0, 30, 0)) - bore(6)
    for part in (slanted, shaft):
        found = kinds(mesh_of(part))
        assert (found["hole_count"], found["through_hole_count"]) == (1, 1)


def test_a_cross_hole_that_ends_in_a_bore_is_open_there():
    part = block(40, 40, 40) - bore(12)
    part -= m3.Manifold.cylinder(30, 2, 2, 48).rotate((0, 90, 0))
    found = kinds(mesh_of(part))
    assert found["hole_count"] == found["through_hole_count"] == 2


def test_a_rounded_rim_is_open():
    profile = [(5, 0), (5, 8)]
    profile += [(7 - 2 * np.cos(a), 8 + 2 * np.sin(a)) for a in np.radians(np.arange(10, 91, 10))]
    profile += [(20, 10), (20, 0)]
    ring = m3.Manifold.revolve(m3.CrossSection([np.array(profile)[::-1]]), 64)
    found = kinds(mesh_of(ring))
    assert (found["hole_count"], found["through_hole_count"]) == (1, 1)


def test_a_cavity_without_an_opening_is_no_hole():
    part = block(30, 30, 30) - rod(10, 0, 0, -5, 10)
    assert value(measured(mesh_of(part)), "hole_count") == 0


def test_a_pipe_that_widens_over_a_cone_has_one_bore_and_two_lugs_have_two():
    outline = [(5, 0), (5, 40), (9, 50), (9, 70), (12, 70), (12, 0)]
    pipe = m3.Manifold.revolve(m3.CrossSection([np.array(outline)[::-1]]), 64)
    found = measured(mesh_of(pipe))
    assert value(found, "hole_count") == 1
    assert value(found, "hole_depth") == pytest.approx(70)
    assert value(found, "hole_diameter") == pytest.approx(10, abs=0.02)
    assert value(found, "counterbore_count") == 0
    clevis = block(30, 30, 20) - block(6, 40, 30).translate((0, 0, 5))
    clevis -= m3.Manifold.cylinder(60, 5, 5, 64).rotate((0, 90, 0)).translate((-30, 0, 3))
    assert value(measured(mesh_of(clevis)), "hole_count") == 2


def test_a_hair_along_the_axis_of_a_turned_ball_is_no_hole():
    angles = np.radians(np.linspace(-90, 90, 37))
    outline = [(0.02 + 5 * np.cos(a), 5 * np.sin(a)) for a in angles]
    ball = m3.Manifold.revolve(m3.CrossSection([np.array([(0.02, 5), (0.02, -5), *outline])]), 64)
    assert value(measured(mesh_of(ball)), "hole_count") == 0


@pytest.mark.parametrize("included_deg", [75, 82, 90, 100, 118])
def test_countersinks_of_usual_angles_are_told_and_counted_in_the_depth(included_deg):
    half = np.radians(included_deg / 2)
    flare = 2.5 / np.tan(half)
    part = block(40, 40, 8) - bore(5) - cone(5, 10, 4 - flare, 4)
    found = measured(mesh_of(part))
    assert value(found, "countersink_count") == 1
    assert value(found, "counterbore_count") == 0
    assert value(found, "chamfer_count") == 0
    assert value(found, "hole_depth") == pytest.approx(8)
    for quantity, true in (("countersink_angle", included_deg), ("countersink_diameter", 10.0)):
        (measured_size,) = found[quantity]
        assert abs(measured_size.value - true) <= 2 * measured_size.sigma + 0.01, quantity


def test_a_broken_edge_of_a_hole_is_a_chamfer_and_no_countersink():
    part = block(40, 40, 8) - bore(10) - cone(10, 12, 3, 4)
    found = measured(mesh_of(part))
    assert value(found, "countersink_count") == 0
    assert value(found, "chamfer_count") == 1
    assert value(found, "chamfer_width_min") == pytest.approx(1, rel=0.02)


def test_a_drain_in_the_floor_of_a_pot_is_one_hole_of_its_own_size():
    pot = rod(60, 0, 0, 0, 40) - rod(54, 0, 0, 3, 50) - rod(8, 0, 0, -1, 10)
    found = measured(mesh_of(pot))
    assert value(found, "hole_count") == value(found, "through_hole_count") == 1
    assert value(found, "hole_diameter") == pytest.approx(8, abs=0.02)


@pytest.mark.parametrize("count", [3, 4, 5, 8])
def test_a_flange_has_its_bolt_circle_and_the_chord_as_spacing(count):
    part = rod(100, 0, 0, 0, 10) - bore(30)
    for turn in range(count):
        angle = 2 * np.pi * turn / count + 0.3
        part -= bore(9, 36 * np.cos(angle), 36 * np.sin(angle))
    found = measured(mesh_of(part))
    assert value(found, "bolt_circle_diameter") == pytest.approx(72, abs=0.02)
    assert value(found, "bolt_circle_hole_count") == count
    spacings = [each.value for each in found["hole_spacing"]]
    assert spacings[0] == pytest.approx(72 * np.sin(np.pi / count), abs=0.02)


def test_rectangles_and_grids_are_no_bolt_circles_but_have_their_spacings():
    rectangle = block(100, 70, 5)
    for x in (-40, 40):
        for y in (-25, 25):
            rectangle -= bore(5, x, y)
    found = measured(mesh_of(rectangle))
    assert "bolt_circle_diameter" not in found
    assert [each.value for each in found["hole_spacing"]] == pytest.approx([50, 80], abs=0.01)
    grid = block(100, 100, 5)
    for x in range(-3, 4):
        for y in range(-3, 4):
            grid -= bore(4, 12 * x, 14 * y, segments=24)
    found = measured(mesh_of(grid))
    assert value(found, "equal_hole_count") == 49
    assert "bolt_circle_diameter" not in found
    assert [each.value for each in found["hole_spacing"]] == pytest.approx([12, 14], abs=0.02)


def test_two_patterns_of_one_size_are_told_apart_by_the_bore_they_stand_around():
    part = block(160, 60, 8) - bore(20, -40) - bore(20, 40)
    for x in (-40, 40):
        for turn in range(6):
            angle = np.pi / 3 * turn
            part -= bore(4, x + 18 * np.cos(angle), 18 * np.sin(angle))
    found = measured(mesh_of(part))
    assert [each.value for each in found["bolt_circle_diameter"]] == pytest.approx(
        [36, 36], abs=0.02
    )
    assert [each.value for each in found["bolt_circle_hole_count"]] == [6, 6]


def test_a_hexagonal_bar_has_no_chamfers_and_a_chamfered_shaft_has_two():
    assert value(measured(mesh_of(m3.Manifold.cylinder(40, 10, 10, 6))), "chamfer_count") == 0
    assert value(measured(mesh_of(m3.Manifold.cylinder(40, 10, 10, 8))), "chamfer_count") == 0
    shaft = rod(20, 0, 0, 1.5, 50) + cone(17, 20, 0, 1.5) + cone(20, 17, 51.5, 53)
    found = measured(mesh_of(shaft))
    assert value(found, "chamfer_count") == 2
    assert value(found, "chamfer_width_min") == pytest.approx(1.5, rel=0.02)


def test_fillets_of_a_mesh_are_counted_only_where_each_stands_alone():
    round_all_over = m3.Manifold.batch_hull(
        [
            m3.Manifold.sphere(3, 32).translate((x, y, z))
            for x in (0, 30)
            for y in (0, 20)
            for z in (0, 9)
        ]
    )
    found = measure(design_of(mesh_of(round_all_over)))
    assert "fillet_count" not in {each.quantity for each in found}
    slot_ends = block(60, 30, 4) - m3.Manifold.hull(bore(8, -10) + bore(8, 10))
    assert value(measured(mesh_of(slot_ends)), "fillet_count") == 0


def test_threads_are_matched_by_their_drills():
    def names(diameter, sigma=0.0):
        return {(match.thread, match.fit) for match in thread_matches(diameter, sigma)}

    assert names(5.0) >= {("M6", "tap drill")}
    assert names(6.6) == {("M6", "clearance")}
    assert names(17.5) == {("M20", "tap drill"), ("M16", "clearance")}
    assert ("1/4-20", "tap drill") in names(5.105)
    assert names(7.35) == set()
    assert ("M6", "clearance") in names(6.66, sigma=0.02)


@pytest.fixture(scope="module")
def loader(real_designs):
    with Loader(Settings(units="mm")) as opened:
        yield opened


def test_at_least_twenty_files_with_holes_were_checked_by_text_and_pictures():
    pictured = [
        checked
        for checked in HAND_CHECKED
        if checked.diameters and checked.path.split("/")[-1] not in NOT_PICTURED
    ]
    assert len(pictured) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("checked", HAND_CHECKED, ids=lambda checked: checked.path.split("/")[-1])
def test_the_holes_of_a_step_file_are_those_of_its_text_and_pictures(loader, real_designs, checked):
    found = by_quantity(measure(loader.load(real_designs / checked.path)))
    wanted = [size for size, count in checked.diameters.items() for _ in range(count)]
    holes = found.get("hole_diameter", [])
    assert value(found, "hole_count") == len(wanted)
    assert sorted(hole.value for hole in holes) == pytest.approx(sorted(wanted), abs=1e-3)
    assert all(hole.sigma == 0 for hole in holes)
    assert value(found, "counterbore_count") == checked.counterbores
