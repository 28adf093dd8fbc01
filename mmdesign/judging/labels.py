"""What measured quantities are called inside a sentence, as one of them and as many."""

from collections.abc import Mapping
from typing import Final

from mmdesign.phrases import Phrase, phrases

_MANY: Final[Mapping[str, Phrase]] = phrases({
    "wall_thickness_min": "thinnest wall",
    "wall_thickness_mean": "mean wall",
    "wall_thickness_p05": "wall thickness p05",
    "wall_thickness_median": "wall thickness median",
    "gap_min": "narrowest gap",
    "hole_count": "holes",
    "thread_drill_count": "holes",
    "through_hole_count": "through holes",
    "blind_hole_count": "blind holes",
    "equal_hole_count": "equal hole count",
    "clearance_hole_count": "clearance hole count",
    "bolt_circle_hole_count": "bolt circle hole count",
    "counterbore_count": "counterbores",
    "countersink_count": "countersinks",
    "chamfer_count": "chamfers",
    "fillet_count": "fillets",
    "part_count": "parts",
    "body_count": "bodies",
    "planar_face_count": "flat faces",
    "cylinder_count": "cylindrical faces",
    "triangle_count": "triangles",
    "open_edge_count": "open edge count",
    "nonmanifold_edge_count": "nonmanifold edge count",
    "flipped_face_count": "flipped face count",
    "degenerate_face_count": "degenerate face count",
    "self_intersection_count": "self intersection count",
    "overhang_area_fraction": "overhanging area",
    "overhang_angle_max": "overhang angle max",
    "undercut_area_fraction": "undercut area",
    "undercut_area_fraction_x": "undercut area fraction x",
    "undercut_area_fraction_y": "undercut area fraction y",
    "undercut_area_fraction_z": "undercut area fraction z",
    "draft_angle_min": "smallest draft angle",
    "draft_angle_min_x": "draft angle min x",
    "draft_angle_min_y": "draft angle min y",
    "draft_angle_min_z": "draft angle min z",
    "fillet_radius_min": "smallest fillet radius",
    "chamfer_width_min": "smallest chamfer width",
    "length": "length",
    "width": "width",
    "height": "height",
    "extent_x": "extent along x",
    "extent_y": "extent along y",
    "extent_z": "extent along z",
    "min_box_length": "length of the smallest box",
    "min_box_width": "width of the smallest box",
    "min_box_height": "height of the smallest box",
    "outer_diameter": "outer diameter",
    "volume": "volume",
    "surface_area": "surface area",
    "mass": "mass",
    "center_of_mass_x": "centre of mass along x",
    "center_of_mass_y": "centre of mass along y",
    "center_of_mass_z": "height of the centre of mass",
    "tip_angle": "angle at which it tips over",
    "hole_diameter": "hole diameter",
    "hole_depth": "hole depth",
    "hole_depth_ratio": "depth of a hole over its diameter",
    "hole_spacing": "hole spacing",
    "bolt_circle_diameter": "bolt circle",
    "countersink_angle": "angle of a countersink",
    "countersink_diameter": "diameter of a countersink",
    "counterbore_diameter": "diameter of a counterbore",
    "counterbore_depth": "depth of a counterbore",
    "tool_reach_ratio": "depth of a pocket over its width",
    "tool_reach_ratio_x": "tool reach ratio x",
    "tool_reach_ratio_y": "tool reach ratio y",
    "tool_reach_ratio_z": "tool reach ratio z",
    "symmetry": "symmetry",
    "symmetry_x": "symmetry x",
    "symmetry_y": "symmetry y",
    "symmetry_z": "symmetry z",
    "watertight": "watertight",
})  # fmt: skip
_ONE: Final[Mapping[str, Phrase]] = phrases({
    "hole_count": "hole",
    "thread_drill_count": "hole",
    "through_hole_count": "through hole",
    "blind_hole_count": "blind hole",
    "counterbore_count": "counterbore",
    "countersink_count": "countersink",
    "chamfer_count": "chamfer",
    "fillet_count": "fillet",
    "part_count": "part",
    "body_count": "body",
    "planar_face_count": "flat face",
    "cylinder_count": "cylindrical face",
    "triangle_count": "triangle",
})  # fmt: skip


def label(quantity: str, number: float = 2) -> str:
    """A quantity in words: 'wall_thickness_min' -> 'thinnest wall'.

    Args:
        quantity: Name of a measurement.
        number: Of a count, what it counts; 1 gives 'hole' rather than 'holes'.
    """
    if number == 1 and quantity in _ONE:
        return _ONE[quantity]
    return _MANY.get(quantity) or quantity.replace("_", " ")
