"""Values, limits and findings in words."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mmdesign.domain import IntArray, Measurement, Requirement
from mmdesign.judging.bounds import general_tolerance, limits

_PLURAL: Final = re.compile(r"(?P<bodies>bodies)\b|(?P<s>s)\b")
_RAISED: Final = {"mm2": (2, "²"), "mm3": (3, "³")}
_LABELS: Final[Mapping[str, str]] = {
    "wall_thickness_min": "thinnest wall", "gap_min": "narrowest gap", "hole_count": "holes",
    "wall_thickness_mean": "mean wall", "through_hole_count": "through holes",
    "blind_hole_count": "blind holes", "counterbore_count": "counterbores",
    "countersink_count": "countersinks", "chamfer_count": "chamfers", "body_count": "bodies",
    "overhang_area_fraction": "overhanging area", "undercut_area_fraction": "undercut area",
    "draft_angle_min": "smallest draft angle", "part_count": "parts", "fillet_count": "fillets",
    "fillet_radius_min": "smallest fillet radius", "planar_face_count": "flat faces",
    "cylinder_count": "cylindrical faces", "triangle_count": "triangles",
    "extent_x": "extent along x", "extent_y": "extent along y", "extent_z": "extent along z",
    "hole_depth_ratio": "depth of a hole over its diameter", "thread_drill_count": "holes",
    "tool_reach_ratio": "depth of a pocket over its width",
    "min_box_length": "length of the smallest box", "min_box_width": "width of the smallest box",
    "min_box_height": "height of the smallest box", "bolt_circle_diameter": "bolt circle",
    "countersink_angle": "angle of a countersink", "countersink_diameter": "diameter of a "
    "countersink", "counterbore_diameter": "diameter of a counterbore",
    "counterbore_depth": "depth of a counterbore",
    "center_of_mass_x": "centre of mass along x", "center_of_mass_y": "centre of mass along y",
    "center_of_mass_z": "height of the centre of mass",
    "chamfer_width_min": "smallest chamfer width", "tip_angle": "angle at which it tips over",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One value against its limits."""

    value: float
    sigma: float
    probability: float
    margin: float
    """How far inside the limits; negative outside."""
    faces: IntArray | None = None
    detail: str = ""

    @property
    def is_within_error(self) -> bool:
        """Whether a value outside its limits lies within the measuring error of them."""
        return self.margin < 0 < self.sigma and -self.margin <= self.sigma


def label(quantity: str) -> str:
    """A quantity in words: 'wall_thickness_min' -> 'thinnest wall'."""
    return _LABELS.get(quantity, quantity.replace("_", " "))


def singular(name: str) -> str:
    """One of several things: 'flat faces' -> 'flat face', 'holes of Ø6' -> 'hole of Ø6'."""
    return _PLURAL.sub(lambda match: "body" if match["bodies"] else "", name, count=1)


def how_many_wrong(wrong: int, every: int, things: str = "holes") -> str:
    """'2 of 4 holes are outside', 'all 4 holes', 'the only hole'."""
    if every == 1:
        return f"the only {singular(things)}{' is outside' if wrong else ''}"
    if wrong == every:
        return f"all {every} {things} are outside"
    if wrong:
        return f"{wrong} of {every} {things} {'is' if wrong == 1 else 'are'} outside"
    return f"all {every} {things}"


def say(value: float, unit: str, quantity: str = "") -> str:
    """A value with its unit, as people read it."""
    if quantity.endswith("_fraction"):
        return f"{round(value * 100, 1):g} %"
    digits = 3 if abs(value) < 1 else 2
    if unit in _RAISED:
        power, raised = _RAISED[unit]
        unit = f"mm{raised}"
        if abs(value) >= 1000:
            value, unit, digits = value / 10**power, f"cm{raised}", 3
    number = f"{round(value, digits):,.{digits}f}".rstrip("0").rstrip(".")
    return f"{number}°" if unit == "deg" else f"{number} {unit}".strip()


def limit_in_words(requirement: Requirement) -> str:
    """'at least 2.5 mm', '4', '25 mm ±0.2 (ISO 2768-m)'."""
    unit, quantity = requirement.unit or "", requirement.quantity or ""
    low, high = requirement.lower, requirement.upper
    if requirement.comparator == "==" and low is not None:
        tolerance = general_tolerance(requirement)
        if tolerance == 0 or low == 0:
            return "none" if low == 0 else say(low, unit, quantity)
        rule = {"mm": "ISO 2768-m", "deg": "ISO 2768-m"}.get(unit, "general tolerance 5 %")
        return f"{say(low, unit, quantity)} ±{say(tolerance, unit, quantity)} ({rule})"
    if low is not None and high is not None:
        return f"{say(low, unit, quantity)} to {say(high, unit, quantity)}"
    if low is not None:
        return f"at least {say(low, unit, quantity)}"
    if high == 0 and quantity.endswith(("_count", "_fraction")):
        return "none"
    return f"at most {say(high or 0.0, unit, quantity)}"


def statement(requirement: Requirement, finding: Finding) -> str:
    """'thinnest wall 1.8 mm, needs at least 2.5 mm: 0.7 mm short'."""
    quantity = requirement.quantity or ""
    if quantity == "watertight" or quantity.startswith("symmetry"):
        return _yes_no(quantity, finding.value, wanted=(requirement.lower or 0.0) > 0.5)
    unit = requirement.unit or ""
    value = say(finding.value, unit, quantity)
    name = _name(requirement)
    if quantity.endswith("_count"):
        named = f"{value} {name if finding.value != 1 else singular(name)}"
    else:
        named = f"{name} {value}"
    sentence = f"{named}, needs {limit_in_words(requirement)}"
    low, _ = limits(requirement)
    if finding.probability < 0.5 and finding.margin < 0:
        too = "too many" if quantity.endswith("_count") else "too much"
        word = "short" if finding.value < low else too
        sentence += f": {say(-finding.margin, unit, quantity)} {word}"
    if finding.sigma > 0 and abs(finding.margin) <= finding.sigma:
        sentence += f", within the measuring error of ±{say(finding.sigma, unit, quantity)}"
    if finding.detail:
        sentence += f" ({finding.detail})"
    return sentence


def sizes_in_words(holes: Sequence[Measurement]) -> str:
    """'other holes: Ø4, Ø6.6'; empty when there are none."""
    if not holes:
        return ""
    sizes = sorted({round(hole.value, 2) for hole in holes})
    shown = ", ".join(f"Ø{size:g}" for size in sizes[:6]) + (" ..." if len(sizes) > 6 else "")
    return f"other holes: {shown}"


def _name(requirement: Requirement) -> str:
    name = label(requirement.quantity or "")
    band = requirement.diameter_band_mm
    if band is None:
        return name
    if math.isinf(band[1]):
        return f"{name} of at least Ø{band[0]:g} mm"
    return f"{name} of Ø{band[0]:g} to {band[1]:g} mm"


def _yes_no(quantity: str, value: float, *, wanted: bool) -> str:
    if quantity == "watertight":
        return (
            "the surface is closed"
            if value > 0.5
            else "the surface is open: it has gaps or loose edges"
        )
    axis = f" across {quantity[-1]}" if quantity.startswith("symmetry_") else ""
    held = f"the shape is symmetric{axis}" if value > 0.5 else f"the shape is not symmetric{axis}"
    return held if wanted else f"{held}; it must not be"
