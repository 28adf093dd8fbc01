"""Why a quantity is missing from the measurements of a design, in a sentence for people."""

from collections.abc import Mapping, Sequence
from typing import Final

from mmdesign.domain import Design, Measurement
from mmdesign.measuring.features import MAX_CYLINDERS
from mmdesign.measuring.walls import MAX_OPEN_SHARE
from mmdesign.phrases import Phrase, phrase

QUANTITIES: Final[frozenset[str]] = frozenset(
    {
        "extent_x", "extent_y", "extent_z", "length", "width", "height", "min_box_length",
        "min_box_width", "min_box_height", "volume", "surface_area", "mass", "watertight",
        "part_count", "body_count", "triangle_count", "center_of_mass_x", "center_of_mass_y",
        "center_of_mass_z", "tip_angle", "wall_thickness_min", "wall_thickness_p05",
        "wall_thickness_median", "wall_thickness_mean", "gap_min", "hole_count",
        "through_hole_count", "blind_hole_count", "counterbore_count", "countersink_count",
        "counterbore_diameter", "counterbore_depth", "countersink_diameter", "countersink_angle",
        "hole_diameter", "hole_depth", "hole_spacing", "equal_hole_count", "bolt_circle_diameter",
        "bolt_circle_hole_count", "thread_drill_count", "clearance_hole_count", "chamfer_count",
        "chamfer_width_min", "fillet_count", "fillet_radius_min", "planar_face_count",
        "cylinder_count", "overhang_area_fraction", "overhang_angle_max", "draft_angle_min",
        "draft_angle_min_x", "draft_angle_min_y", "draft_angle_min_z", "undercut_area_fraction",
        "undercut_area_fraction_x", "undercut_area_fraction_y", "undercut_area_fraction_z",
        "tool_reach_ratio", "tool_reach_ratio_x", "tool_reach_ratio_y", "tool_reach_ratio_z",
        "symmetry_x", "symmetry_y", "symmetry_z", "open_edge_count", "nonmanifold_edge_count",
        "flipped_face_count", "degenerate_face_count", "self_intersection_count",
    }
)  # fmt: skip
"""Every quantity that `measure` may find, and the mass."""

_PICTURES: Final = phrase("there is no 3D geometry to measure, only pictures")
_NO_AREA: Final = phrase("the mesh has no surface: all its triangles have area 0")
_NO_RAYS: Final = phrase("rays are needed to measure this, and embreex is not installed here")
_NO_HOLES: Final = phrase("no round hole was found")
_LATTICE: Final = phrase(
    "there are more than {most:,} round walls, as in a lattice; their holes are not told apart",
    most=MAX_CYLINDERS,
)
_OPEN_WALLS: Final = phrase(
    "the mesh is too open to have walls: more than {most:.0%} of its edges are open",
    most=MAX_OPEN_SHARE,
)
_NEEDS_RAYS: Final = ("wall_", "gap_", "undercut_", "draft_", "symmetry_", "tool_", "self_")
_FEATURES: Final = (
    "hole", "through_", "blind_", "counter", "equal_", "bolt_", "thread_", "clearance_", "chamfer",
    "fillet", "cylinder",
)  # fmt: skip
_NO_FILLET: Final = phrase("no fillet was found")
_RUNNING_FILLETS: Final = phrase(
    "rounded edges run into one another, and in a mesh they cannot be told apart; a STEP file "
    "tells them"
)
_NO_SIDES: Final = phrase("there are no side walls that would need draft")
_NO_CENTRE: Final = phrase("the mesh has no volume, so it has no centre of mass")
_NO_COUNTERBORE: Final = phrase("no counterbore was found")
_NO_COUNTERSINK: Final = phrase("no countersink was found")
_NO_CIRCLE: Final = phrase("no three or more equal holes stand evenly on a circle")
_NOTHING_FOUND: Final[Mapping[str, Phrase]] = {
    "hole_diameter": _NO_HOLES,
    "hole_depth": _NO_HOLES,
    "counterbore_diameter": _NO_COUNTERBORE,
    "counterbore_depth": _NO_COUNTERBORE,
    "countersink_diameter": _NO_COUNTERSINK,
    "countersink_angle": _NO_COUNTERSINK,
    "hole_spacing": phrase("there are no two equal holes side by side in one part"),
    "equal_hole_count": phrase("there are no two equal holes in one part"),
    "bolt_circle_diameter": _NO_CIRCLE,
    "bolt_circle_hole_count": _NO_CIRCLE,
    "chamfer_width_min": phrase("no chamfer was found"),
    "gap_min": phrase("no two walls face each other across a gap"),
    "mass": phrase("no density is known"),
    "draft_angle_min": _NO_SIDES,
    "draft_angle_min_x": _NO_SIDES,
    "draft_angle_min_y": _NO_SIDES,
    "draft_angle_min_z": _NO_SIDES,
}
_CLOSED_ONLY: Final[Mapping[str, Phrase]] = {
    "volume": phrase("volume"),
    "mass": phrase("mass"),
    "tip": phrase("centre of mass"),
    "center": phrase("centre of mass"),
}


def unmeasured(design: Design, measurements: Sequence[Measurement], quantity: str) -> str | None:
    """Say why a quantity is missing from the measurements of a design.

    Returns:
        A sentence for people, without a capital and a full stop; None when it was measured.
    """
    present = {measurement.quantity for measurement in measurements}
    if quantity in present:
        return None
    for applies, reason in (
        (design.mesh is None, _PICTURES),
        (quantity not in QUANTITIES, _unknown(quantity)),
        (not present, _NO_AREA),
        (quantity.startswith(_NEEDS_RAYS) and "symmetry_x" not in present, _NO_RAYS),
        (quantity.startswith(_FEATURES) and "hole_count" not in present, _LATTICE),
    ):
        if applies:
            return reason
    closed = any(each.quantity == "watertight" and each.value for each in measurements)
    return _why(quantity, present, closed=closed)


def _unknown(quantity: str) -> Phrase:
    return phrase("nothing here measures {quantity}", quantity=quantity.replace("_", " "))


def _why(quantity: str, present: set[str], *, closed: bool) -> Phrase:
    missing = _CLOSED_ONLY.get(quantity.split("_")[0])
    if missing is not None and not closed:
        return phrase("the mesh is not closed, so it has no {missing}", missing=missing)
    if quantity.startswith("wall_") or (
        quantity == "gap_min" and "wall_thickness_min" not in present
    ):
        no_pair = phrase("no two sides of a wall face each other")
        return no_pair if closed else _OPEN_WALLS
    if quantity.startswith("fillet_"):
        return _NO_FILLET if "fillet_count" in present else _RUNNING_FILLETS
    return _NOTHING_FOUND.get(quantity, _NO_CENTRE)
