"""Boxes, balance, bodies, health, reach, parts, and reasons: against solids known by hand."""

from dataclasses import replace

import manifold3d as m3
import numpy as np
import pytest
from test_measuring import block, bore, design_of, measured, mesh_of, rotated, value
from test_measuring_broken import box, rod, with_a_second

from mmdesign.domain import Design, Mesh
from mmdesign.measuring import QUANTITIES, measure, part_facts, unmeasured
from mmdesign.measuring.parts import color_name

SIDES = ("min_box_length", "min_box_width", "min_box_height")


@pytest.mark.parametrize("angles", [(0, 0, 0), (0, 0, 30), (17, 41, 73)])
def test_the_smallest_box_of_a_block_is_the_block_however_it_lies(angles):
    found = measured(rotated(mesh_of(block(50, 30, 8)), angles))
    assert [value(found, side) for side in SIDES] == pytest.approx([50, 30, 8], abs=1e-6)


def test_the_smallest_box_is_never_larger_than_the_upright_one_and_holds_the_design():
    dice = np.random.default_rng(3)
    for _ in range(5):
        points = dice.normal(size=(40, 3)) * (30, 10, 5)
        found = measured(mesh_of(m3.Manifold.hull_points(points)))
        smallest = np.prod([value(found, side) for side in SIDES])
        upright = np.prod([value(found, f"extent_{axis}") for axis in "xyz"])
        assert value(found, "volume") < smallest <= upright * (1 + 1e-9)


def test_a_flat_sheet_has_a_box_without_height():
    corners = np.array([(0, 0, 0), (30, 0, 0), (30, 10, 0), (0, 10, 0)], float)
    faces = np.array([(0, 1, 2), (0, 2, 3)], np.int32)
    sheet = Mesh(corners, faces, np.zeros(2, np.int32), ("sheet",))
    for mesh in (sheet, rotated(sheet, (20, 30, 40))):
        found = measured(mesh)
        assert [value(found, side) for side in SIDES] == pytest.approx([30, 10, 0], abs=1e-6)


def test_the_centre_of_mass_of_a_cone_lies_at_a_quarter_of_its_height():
    found = measured(mesh_of(m3.Manifold.cylinder(40, 10, 0.001, 128).translate((5, -7, 3))))
    centre = [value(found, f"center_of_mass_{axis}") for axis in "xyz"]
    assert centre == pytest.approx([5, -7, 13], abs=0.01)


def test_the_centre_of_two_parts_lies_between_them_by_their_volumes():
    found = measured(mesh_of(box(10, 10, 10), box(10, 10, 30, (40, 0, 0))))
    assert value(found, "center_of_mass_x") == pytest.approx(30)
    assert value(found, "center_of_mass_z") == pytest.approx((5 + 3 * 15) / 4)


def test_an_inside_out_part_has_the_same_centre():
    mesh = mesh_of(box(10, 20, 30) + box(10, 10, 10, (10, 0, 0)))
    turned = replace(mesh, faces=mesh.faces[:, ::-1].copy())
    for axis in "xyz":
        name = f"center_of_mass_{axis}"
        assert value(measured(turned), name) == pytest.approx(value(measured(mesh), name))


def test_a_block_tips_over_its_shorter_edge_and_a_ball_at_once():
    assert value(measured(mesh_of(block(30, 20, 60))), "tip_angle") == pytest.approx(
        np.degrees(np.arctan(10 / 30))
    )
    assert value(measured(mesh_of(m3.Manifold.sphere(10, 64))), "tip_angle") == pytest.approx(
        0, abs=0.5
    )


def test_a_table_stands_on_the_hull_of_its_legs_and_a_gallows_falls():
    table = box(80, 80, 4, (0, 0, 40))
    for x in (-30, 30):
        for y in (-30, 30):
            table += box(6, 6, 40, (x, y, 0))
    legs, top = 4 * 36 * 40.0, 80 * 80 * 4.0
    height = (legs * 20 + top * 42) / (legs + top)
    assert value(measured(mesh_of(table)), "tip_angle") == pytest.approx(
        np.degrees(np.arctan(33 / height))
    )
    gallows = box(10, 10, 60) + box(80, 10, 10, (35, 0, 60))
    assert value(measured(mesh_of(gallows)), "tip_angle") < 0


def test_a_cavity_is_no_body_and_a_loose_ball_in_it_is_one():
    hollow = block(40, 40, 40) - block(30, 30, 30)
    assert value(measured(mesh_of(hollow)), "body_count") == 1
    assert value(measured(mesh_of(hollow + m3.Manifold.sphere(8, 32))), "body_count") == 2


def test_every_defect_of_a_mesh_is_counted():
    mesh = mesh_of(block(10, 10, 10))
    torn = replace(mesh, faces=mesh.faces[1:], face_part=mesh.face_part[1:])
    assert value(measured(torn), "open_edge_count") == 3
    faces = mesh.faces.copy()
    faces[[2, 5]] = faces[[2, 5], ::-1]
    (flipped,) = measured(replace(mesh, faces=faces))["flipped_face_count"]
    assert flipped.value == 2
    assert flipped.faces.tolist() == [2, 5]
    assert value(measured(with_a_second(mesh, (10, 10, 0))), "nonmanifold_edge_count") == 1


def test_bodies_that_run_into_each_other_pierce_and_parts_that_do_are_not_the_meshs_fault():
    mesh = mesh_of(block(10, 10, 10))
    assert value(measured(with_a_second(mesh, (4, 5, 6))), "self_intersection_count") > 0
    apart = mesh_of(block(10, 10, 10), block(10, 10, 10).translate((4, 5, 6)))
    assert value(measured(apart), "self_intersection_count") == 0
    assert value(measured(mesh_of(block(50, 50, 9) - bore(8))), "self_intersection_count") == 0


@pytest.mark.parametrize(("width", "depth"), [(4.0, 20.0), (10.0, 25.0)])
def test_the_reach_into_a_pocket_is_its_depth_over_its_width(width, depth):
    part = block(60, 60, 40) - box(30, width, 40, (0, 0, 20 - depth))
    found = measured(mesh_of(part))
    assert value(found, "tool_reach_ratio") == pytest.approx(depth / width, rel=0.03)
    assert value(found, "tool_reach_ratio_x") == 0


def test_a_through_hole_is_drilled_from_the_easier_side_and_a_step_shortens_it():
    found = measured(mesh_of(block(40, 40, 30) - bore(5)))
    assert value(found, "tool_reach_ratio") == pytest.approx(6, rel=0.03)
    convex = measured(mesh_of(block(40, 40, 30)))
    assert value(convex, "tool_reach_ratio") == 0


def test_walls_of_a_tube_are_as_thick_everywhere_whichever_way_they_run():
    found = measured(mesh_of(rod(40, 0, 0, 0, 100) - rod(34, 0, 0, -1, 102)))
    for quantity in ("wall_thickness_mean", "wall_thickness_median", "wall_thickness_p05"):
        assert value(found, quantity) == pytest.approx(3, rel=0.03)


def test_parts_keep_their_names_colours_and_volumes():
    mesh = mesh_of(box(10, 10, 10), box(10, 10, 20, (30, 0, 0)))
    colors = np.empty((len(mesh.faces), 3), np.uint8)
    colors[mesh.face_part == 0] = (200, 30, 40)
    colors[mesh.face_part == 1] = (30, 30, 32)
    mesh = replace(mesh, face_colors=colors, part_names=("lid, red ABS", "pin"))
    lid, pin = part_facts(design_of(mesh))
    assert (lid.name, lid.color, lid.color_name) == ("lid, red ABS", (200, 30, 40), "red")
    assert (pin.color_name, pin.volume_mm3) == ("black", pytest.approx(2000))
    colors[:6] = (0, 0, 255)
    mixed, _ = part_facts(design_of(replace(mesh, face_colors=colors)))
    assert (mixed.color, mixed.color_name) == (None, None)
    assert part_facts(Design("0" * 64, "photo", "images")) == ()


@pytest.mark.parametrize(
    ("color", "name"),
    [
        ((255, 255, 255), "white"), ((20, 20, 20), "black"), ((150, 154, 160), "grey"),
        ((230, 200, 50), "yellow"), ((235, 130, 40), "orange"), ((115, 75, 40), "brown"),
        ((50, 150, 70), "green"), ((45, 90, 190), "blue"), ((200, 45, 40), "red"),
    ],
)  # fmt: skip
def test_colours_have_their_plain_names(color, name):
    assert color_name(color) == name


def test_overhang_is_counted_from_the_angle_that_is_asked_for():
    roof = m3.Manifold.cylinder(10, 10, 10 + 10 * np.tan(np.radians(40)), 96)
    design = design_of(mesh_of(roof))
    shares = {
        limit: next(
            each.value
            for each in measure(design, overhang_deg=limit)
            if each.quantity == "overhang_area_fraction"
        )
        for limit in (30.0, 45.0)
    }
    assert shares[45.0] == 0
    assert shares[30.0] > 0.2
    assert value(measured(mesh_of(roof)), "overhang_angle_max") == pytest.approx(40, abs=0.2)


MISSING = {
    "open": replace(
        mesh_of(block(9, 9, 9)),
        faces=mesh_of(block(9, 9, 9)).faces[1:],
        face_part=np.zeros(11, np.int32),
    ),
    "block": mesh_of(block(9, 9, 9)),
    "ball": mesh_of(m3.Manifold.sphere(10, 48)),
}


@pytest.mark.parametrize("name", MISSING)
def test_for_every_quantity_that_is_missing_there_is_one_plain_reason(name):
    design = design_of(MISSING[name])
    found = measure(design)
    present = {each.quantity for each in found}
    assert present <= QUANTITIES
    for quantity in QUANTITIES:
        reason = unmeasured(design, found, quantity)
        assert (reason is None) == (quantity in present)
        if reason is not None:
            assert reason[0].islower()
            assert not reason.endswith(".")
            assert "nothing here measures" not in reason


def test_reasons_name_the_cause():
    block_design, open_design = design_of(MISSING["block"]), design_of(MISSING["open"])
    found, torn = measure(block_design), measure(open_design)
    assert unmeasured(block_design, found, "hole_depth") == "no round hole was found"
    assert "circle" in unmeasured(block_design, found, "bolt_circle_diameter")
    assert unmeasured(block_design, found, "chamfer_width_min") == "no chamfer was found"
    assert "not closed" in unmeasured(open_design, torn, "tip_angle")
    assert "open" in unmeasured(open_design, torn, "wall_thickness_median")
    assert "nothing here measures" in unmeasured(block_design, found, "thread_depth")


def test_without_rays_the_reason_is_that_embree_is_missing(monkeypatch):
    monkeypatch.setattr("mmdesign.measuring.rays.EmbreeScene", None)
    design = design_of(MISSING["block"])
    found = measure(design)
    for quantity in ("wall_thickness_min", "tool_reach_ratio", "self_intersection_count"):
        assert "embreex" in unmeasured(design, found, quantity)
