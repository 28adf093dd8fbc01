"""Every checker against a part that breaks exactly its rule: that rule fails, and no other.

Each bench is a good part with the rules it keeps, and for every rule a variant that breaks it.
Quantities that are one by definition (the longest side of a box and its extent along z) do not
stand on one bench together; those that come once per axis are turned in a test of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial

import manifold3d as m3
import numpy as np
import pytest
from test_measuring import block, bore, by_quantity, design_of, mesh_of, rotated

from mmdesign.measuring import QUANTITIES, measure

INF = float("inf")
PER_AXIS = ("tool_reach_ratio", "draft_angle_min", "undercut_area_fraction", "symmetry")


@dataclass(frozen=True)
class Bench:
    """A part with knobs, the rules that it keeps, and for each rule the knobs that break it."""

    part: Callable
    rules: dict[str, tuple[float, float]]
    broken: dict[str, dict]


def cone(low, high, bottom, top, x=0.0, y=0.0):
    return m3.Manifold.cylinder(top - bottom, low / 2, high / 2, 64).translate((x, y, bottom))


def rod(diameter, x, y, bottom, height):
    return m3.Manifold.cylinder(height, diameter / 2, diameter / 2, 64).translate((x, y, bottom))


def box(x, y, z, at=(0, 0, 0)):
    """A block that stands on a point."""
    return block(x, y, z).translate((at[0], at[1], at[2] + z / 2))


def chamfered(x, y, z, leg):
    """A block standing on 0 whose two upper edges along y are cut at 45 degrees."""
    if not leg:
        return box(x, y, z)
    outline = [
        (-x / 2, 0), (x / 2, 0), (x / 2, z - leg), (x / 2 - leg, z), (-x / 2 + leg, z),
        (-x / 2, z - leg),
    ]  # fmt: skip
    prism = m3.Manifold.extrude(m3.CrossSection([np.array(outline)]), y)
    return prism.rotate((90, 0, 0)).translate((0, y / 2, 0))


def slab(x, y, z, radius):
    """A block standing on 0 with round upright edges."""
    if not radius:
        return box(x, y, z)
    return m3.Manifold.batch_hull(
        [
            rod(2 * radius, sx * (x / 2 - radius), sy * (y / 2 - radius), 0, z)
            for sx in (-1, 1)
            for sy in (-1, 1)
        ]
    )


def holed_plate(
    *, corner_x=50.0, corner_diameter=6.6, blind_diameter=5.0, blind_depth=6.0, counterbore=15.0,
    countersink=9.4, circle=40.0, on_circle=6, corner_radius=5.0, leg=1.0, centre=12.8,
    ring_depth=20.0, seat=4.0, sink_share=1.0, added=None, removed=None, refined=1,
):  # fmt: skip
    """120 x 80 x 10 with every kind of hole, four fillets and a pad with two chamfers."""
    solid = slab(120, 80, 10, corner_radius)
    for x in (-corner_x, corner_x):
        for y in (-30, 30):
            solid -= bore(corner_diameter, x, y)
    for turn in range(on_circle):
        angle = 2 * np.pi * turn / on_circle
        x, y = circle / 2 * np.cos(angle), circle / 2 * np.sin(angle)
        solid -= bore(3.4, x, y, depth=ring_depth, top=10)
    solid -= bore(centre)
    flare = sink_share * (countersink - 4.5) / 2
    for y in (-28, 28):
        solid -= bore(9, 0, y) + bore(counterbore, 0, y, depth=seat, top=10) + bore(4.5, -25, y)
        solid -= cone(4.5, countersink, 10 - flare, 10, -25, y)
    for y in (-10, 10):
        solid -= bore(blind_diameter, 35, y, depth=blind_depth, top=10)
    solid += chamfered(16, 30, 6, leg).translate((-42, 0, 10))
    if added is not None:
        solid += added
    if removed is not None:
        solid -= removed
    return mesh_of(solid.refine(refined))


def spread(shape):
    """Three of a shape, well apart from each other and from all holes."""
    return shape(50, 0) + shape(50, 14) + shape(50, -14)


PLATE = Bench(
    holed_plate,
    {
        "hole_count": (15, 18), "through_hole_count": (13, 17), "blind_hole_count": (1, 9),
        "counterbore_count": (2, 2), "countersink_count": (2, 2), "hole_diameter": (3, 13),
        "counterbore_diameter": (14.8, 15.2), "counterbore_depth": (3.9, 4.1),
        "countersink_diameter": (9.2, 9.6), "countersink_angle": (89, 91),
        "hole_depth": (5.5, 10.01), "hole_spacing": (19, 101), "equal_hole_count": (4, 7),
        "bolt_circle_diameter": (38, 42), "bolt_circle_hole_count": (5, 8),
        "thread_drill_count": (1, 3), "clearance_hole_count": (14, 20),
        "chamfer_count": (2, 4), "chamfer_width_min": (0.7, 1.5), "fillet_count": (4, 4),
        "fillet_radius_min": (3, 9), "cylinder_count": (17, 21), "planar_face_count": (10, 18),
        "wall_thickness_min": (1.9, 12), "triangle_count": (100, 8000), "body_count": (1, 1),
        "self_intersection_count": (0, 0), "gap_min": (3, 20),
    },
    {
        "hole_count": {"removed": bore(7.7, 20, 30) + bore(7.7, 20, -30)},
        "through_hole_count": {"ring_depth": 8.0},
        "blind_hole_count": {"blind_depth": 20.0},
        "counterbore_count": {"counterbore": 9.2},
        "countersink_count": {"countersink": 6.1},
        "counterbore_diameter": {"counterbore": 14.2},
        "counterbore_depth": {"seat": 5.0},
        "countersink_diameter": {"countersink": 8.6},
        "countersink_angle": {"sink_share": 1.2},
        "hole_diameter": {"centre": 14.3},
        "hole_depth": {"blind_depth": 4.0},
        "hole_spacing": {"corner_x": 52.0},
        "equal_hole_count": {"corner_diameter": 3.4},
        "bolt_circle_diameter": {"circle": 44.0},
        "bolt_circle_hole_count": {"on_circle": 4},
        "thread_drill_count": {"blind_diameter": 4.7},
        "clearance_hole_count": {"corner_diameter": 6.9},
        "chamfer_count": {"leg": 0.0},
        "chamfer_width_min": {"leg": 0.5},
        "fillet_count": {"corner_radius": 0.0},
        "fillet_radius_min": {"corner_radius": 2.0},
        "cylinder_count": {"added": spread(lambda x, y: rod(8, x, y, 10, 3))},
        "planar_face_count": {"added": spread(lambda x, y: box(8, 8, 4, (x, y, 10)))},
        "wall_thickness_min": {"added": box(1.2, 20, 8, (20, 0, 10))},
        "triangle_count": {"refined": 2},
        "body_count": {"added": box(6, 6, 3, (50, 0, 15))},
        "gap_min": {"removed": box(1, 30, 4, (48, 0, 6))},
    },
)  # fmt: skip


def frustum(x, y, z, draft_deg, bottom=0.0, at=(0.0, 0.0)):
    """A block with tapered sides: wider above for positive draft, x by y at its foot."""
    grow = 2 * z * np.tan(np.radians(draft_deg))
    corners = [
        (at[0] + sx * (x + level * grow), at[1] + sy * (y + level * grow), bottom + level * z)
        for level in (0, 1)
        for sx in (-0.5, 0.5)
        for sy in (-0.5, 0.5)
    ]
    return m3.Manifold.hull_points(np.array(corners))


def rib(height, thickness=3.0, y=0.0):
    """A tapered rib on the floor of the tray, along x."""
    return frustum(20, thickness, height, -3.0, 2.9, (0, y))


def tray(wall=3.0, draft_deg=3.0, added=None, removed=None):
    """60 x 40 x 25 outside at the foot, open above, every wall equally thick, all drafted."""
    inner = 2 * wall / np.cos(np.radians(draft_deg)) - 2 * wall * np.tan(np.radians(draft_deg))
    solid = frustum(60, 40, 25, draft_deg)
    solid -= frustum(60 - inner, 40 - inner, 25 + 1, draft_deg, wall)
    if added is not None:
        solid += added
    if removed is not None:
        solid -= removed
    return mesh_of(solid)


def beam(levels, shorter):
    """Two mirrored beams along the tray's long walls, through (inner y, outer y, z) levels.

    Their half length is 20, and changes by `shorter` per mm of height: drafted ends.
    """
    foot = min(z for *_, z in levels)
    corners = [
        (side * (20 - shorter * (z - foot)), y, z)
        for inner, outer, z in levels
        for y in (inner, outer)
        for side in (-1, 1)
    ]
    strip = m3.Manifold.hull_points(np.array(corners, float))
    return strip + strip.mirror((0, 1, 0))


def ledge(lean_deg, out=3.0):
    """A strip outside the tray's upper rim whose underside leans over by an angle."""
    rise = (out + 1.3) / np.tan(np.radians(lean_deg))
    tip = 21.3 + out
    return beam([(20, 20, 22 - rise), (20, tip, 22), (20, tip + 0.2, 25)], -0.08)


def hooks():
    """A bead inside both long walls of the tray, steep enough to be printed."""
    return beam([(18.5, 18.5, 12.5), (15.2, 18.5, 16.5), (18.5, 18.5, 20.5)], 0.08)


TRAY = Bench(
    tray,
    {
        "wall_thickness_min": (1.4, 9), "wall_thickness_p05": (2.4, 9),
        "wall_thickness_median": (2.5, 3.3), "wall_thickness_mean": (2.5, 3.6), "gap_min": (4, 60),
        "draft_angle_min": (2, 30), "undercut_area_fraction": (0, 0.01),
        "overhang_area_fraction": (0, 0.02), "overhang_angle_max": (0, 60),
        "tool_reach_ratio": (0, 1.7), "symmetry_x": (0.95, 1), "symmetry_y": (0.95, 1),
        "part_count": (1, 1), "watertight": (1, 1), "hole_count": (0, 0),
    },
    {
        "wall_thickness_min": {"removed": frustum(6, 6, 9, 3.0, 1.2)},
        "wall_thickness_p05": {"removed": frustum(26, 20, 9, 3.0, 1.5)},
        "wall_thickness_median": {"wall": 3.4},
        "wall_thickness_mean": {"added": frustum(26, 20, 10, -3.0, 2.9)},
        "gap_min": {"added": rib(4, y=3.0) + rib(4, y=-3.0)},
        "draft_angle_min": {"draft_deg": 1.0},
        "undercut_area_fraction": {"added": hooks()},
        "overhang_area_fraction": {"added": ledge(55)},
        "overhang_angle_max": {"added": ledge(89.9, 0.9)},
        "tool_reach_ratio": {"added": rib(15, 4.5, y=5.5) + rib(15, 4.5, y=-5.5)},
        "symmetry_x": {"added": frustum(6, 20, 12, -3.0, 2.9, (15, 0))},
        "symmetry_y": {"added": frustum(40, 6, 9, -3.0, 2.9, (0, 7))},
    },
)  # fmt: skip


def post(size=(30.0, 24.0, 60.0), added=None, removed=None):
    """A block standing on 0."""
    solid = box(*size)
    if added is not None:
        solid += added
    if removed is not None:
        solid -= removed
    return mesh_of(solid)


def bevel(width):
    """What a post loses where its foot gets narrower along y."""
    outline = np.array([(12 - width, -1), (13, -1), (13, width), (12, width)])
    strip = m3.Manifold.extrude(m3.CrossSection([outline]), 40).rotate((90, 0, 90))
    strip = strip.translate((-20, 0, 0))
    return strip + strip.mirror((0, 1, 0))


def post_bench(along_x, along_y, along_z):
    return Bench(
        post,
        {
            along_x: (29, 33), along_y: (23, 26), along_z: (59, 62), "volume": (41_000, 45_000),
            "surface_area": (7_000, 9_500), "center_of_mass_x": (-0.05, 0.05),
            "center_of_mass_y": (-0.05, 0.05), "center_of_mass_z": (29.5, 30.5),
            "tip_angle": (19, 90), "part_count": (1, 1), "body_count": (1, 1),
            "watertight": (1, 1),
        },
        {
            along_x: {"added": box(38, 4, 4, (0, 0, 28))},
            along_y: {"added": box(4, 28, 4, (0, 0, 28))},
            along_z: {"added": box(4, 4, 4, (0, 0, 60))},
            "volume": {"removed": box(14, 10, 20, (0, 0, 20))},
            "surface_area": {"removed": box(1, 20, 50, (0, 0, 5))},
            "center_of_mass_x": {"removed": box(8, 8, 8, (8, 0, 26))},
            "center_of_mass_y": {"removed": box(8, 8, 8, (0, 6, 26))},
            "center_of_mass_z": {"removed": box(10, 10, 12, (0, 0, 45))},
            "tip_angle": {"removed": bevel(3)},
        },
    )  # fmt: skip


def cubes(parts=1, bodies=1, damage=None):
    """Cubes of 10 in a row, 15 from each other, the last ones as parts of their own."""
    solids = [box(10, 10, 10, (15 * number, 0, 0)) for number in range(bodies)]
    others = [box(10, 10, 10, (0, 15 * number, 0)) for number in range(1, parts)]
    mesh = mesh_of(m3.Manifold.batch_boolean(solids, m3.OpType.Add), *others)
    return mesh if damage is None else damage(mesh)


def without_a_face(mesh):
    return replace(mesh, faces=mesh.faces[1:], face_part=mesh.face_part[1:])


def with_a_flipped_face(mesh):
    faces = mesh.faces.copy()
    faces[0] = faces[0, ::-1]
    return replace(mesh, faces=faces)


def with_a_sliver(mesh):
    """Split one face at the middle of a side, and fill the side with a face of no area."""
    a, b, c = mesh.faces[0]
    middle = len(mesh.vertices)
    vertices = np.vstack([mesh.vertices, (mesh.vertices[a] + mesh.vertices[b]) / 2])
    faces = np.vstack([[(a, middle, c), (middle, b, c), (a, b, middle)], mesh.faces[1:]])
    return replace(
        mesh, vertices=vertices, faces=faces.astype(np.int32),
        face_part=np.zeros(len(faces), np.int32),
    )  # fmt: skip


def with_a_second(mesh, shift):
    """Set a copy beside or into a mesh without joining the two, but for corners in common."""
    vertices = np.vstack([mesh.vertices, mesh.vertices + shift])
    unique, index = np.unique(vertices, axis=0, return_inverse=True)
    faces = np.vstack([mesh.faces, mesh.faces + len(mesh.vertices)])
    return replace(
        mesh, vertices=unique, faces=index.ravel()[faces].astype(np.int32),
        face_part=np.zeros(len(faces), np.int32),
    )  # fmt: skip


HEALTH = Bench(
    cubes,
    {
        "open_edge_count": (0, 0), "nonmanifold_edge_count": (0, 0), "flipped_face_count": (0, 0),
        "degenerate_face_count": (0, 0), "self_intersection_count": (0, 0), "part_count": (1, 1),
        "body_count": (1, 2), "triangle_count": (11, 60),
    },
    {
        "open_edge_count": {"damage": without_a_face},
        "nonmanifold_edge_count": {"damage": partial(with_a_second, shift=(10, 10, 0))},
        "flipped_face_count": {"damage": with_a_flipped_face},
        "degenerate_face_count": {"damage": with_a_sliver},
        "self_intersection_count": {"damage": partial(with_a_second, shift=(4, 5, 6))},
        "part_count": {"parts": 2},
        "body_count": {"bodies": 3},
    },
)  # fmt: skip
CLOSED = Bench(
    cubes,
    {"watertight": (1, 1), "part_count": (1, 1), "body_count": (1, 2), "extent_x": (9, 11)},
    {"watertight": {"damage": without_a_face}, "part_count": {"parts": 2}},
)

BENCHES = {
    "plate": PLATE,
    "tray": TRAY,
    "post as it stands": post_bench("extent_x", "extent_y", "extent_z"),
    "post by its sides": post_bench("width", "height", "length"),
    "post in its box": post_bench("min_box_width", "min_box_height", "min_box_length"),
    "cubes": HEALTH,
    "closed cubes": CLOSED,
}
BROKEN = [(name, quantity) for name, bench in BENCHES.items() for quantity in bench.broken]


@cache
def failed_rules(name, quantity=None):
    bench = BENCHES[name]
    mesh = bench.part(**(bench.broken[quantity] if quantity else {}))
    found = by_quantity(measure(design_of(mesh)))
    return {
        rule
        for rule, (low, high) in bench.rules.items()
        if not all(low <= each.value <= high for each in found.get(rule, ()))
    }


@pytest.mark.parametrize("name", BENCHES)
def test_the_good_part_keeps_all_its_rules(name):
    bench = BENCHES[name]
    assert failed_rules(name) == set()
    found = by_quantity(measure(design_of(bench.part())))
    assert set(bench.rules) <= set(found)


@pytest.mark.parametrize(("name", "quantity"), BROKEN)
def test_a_part_that_breaks_one_rule_fails_that_rule_and_no_other(name, quantity):
    assert failed_rules(name, quantity) == {quantity}


def test_every_quantity_has_a_part_that_breaks_it():
    broken = {quantity for _, quantity in BROKEN}
    per_axis = {f"{stem}_{axis}" for stem in PER_AXIS for axis in "xyz"}
    # The mass is the volume times a density and has a test of its own.
    assert broken | per_axis | {"mass"} == QUANTITIES


@pytest.mark.parametrize(
    ("angles", "now"), [((0, 0, 90), "yxz"), ((90, 0, 0), "xzy"), ((0, 90, 0), "zyx")]
)
def test_what_is_told_per_axis_turns_with_the_part(angles, now):
    mesh = tray(added=hooks() + frustum(6, 20, 12, -3.0, 2.9, (15, 0)))
    before = by_quantity(measure(design_of(mesh)))
    after = by_quantity(measure(design_of(rotated(mesh, angles))))
    told = 0
    for stem in PER_AXIS:
        for old, new in zip("xyz", now, strict=True):
            first, second = before.get(f"{stem}_{old}"), after.get(f"{stem}_{new}")
            assert (first is None) == (second is None)
            if first is not None:
                told += 1
                assert second[0].value == pytest.approx(first[0].value, rel=0.02, abs=0.02)
    assert told >= 10
