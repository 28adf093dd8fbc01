"""Measured evidence: P(met) = Phi(margin / sigma), and a sentence that says by how much."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mmdesign.domain import Evidence, IntArray, Measurement, Requirement
from mmdesign.judging import reasons
from mmdesign.spec import general_tolerance_mm

# What rounding in a brief or a file may hide: 2.499 is 2.5.
_ROUNDING: Final[Mapping[str, float]] = {
    "mm": 0.01,
    "deg": 0.05,
    "g": 0.005,
    "mm2": 0.01,
    "mm3": 0.01,
}
_RELATIVE_ROUNDING: Final = 1e-6
_SHARE_ROUNDING: Final = 0.005
PLURAL_ENDING: Final = re.compile(r"s\b")
_SYMMETRIC: Final = 0.95
"""Share of the surface that must map onto itself."""
_ROUND_SHARE: Final = 0.02
GENERAL_SHARE: Final = 0.05
"""Tolerance of a mass, area or volume for which the brief states none."""
GENERAL_ANGLE_DEG: Final = 1.0
"""ISO 2768-m, angles with a short leg up to 10 mm."""
_NEEDS_CLOSED: Final = frozenset(
    {"volume", "mass", "wall_thickness_min", "hole_count", "hole_diameter"}
)
_LABELS: Final[Mapping[str, str]] = {
    "wall_thickness_min": "thinnest wall", "gap_min": "narrowest gap", "hole_count": "holes",
    "overhang_area_fraction": "overhanging area", "undercut_area_fraction": "undercut area",
    "draft_angle_min": "smallest draft angle", "part_count": "parts", "fillet_count": "fillets",
    "fillet_radius_min": "smallest fillet radius", "planar_face_count": "flat faces",
    "cylinder_count": "cylindrical faces", "triangle_count": "triangles",
    "extent_x": "extent along x", "extent_y": "extent along y", "extent_z": "extent along z",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """The measurements of one design by quantity."""

    by_quantity: Mapping[str, tuple[Measurement, ...]]
    has_geometry: bool = True

    @classmethod
    def of(cls, measurements: Iterable[Measurement], *, has_geometry: bool = True) -> "Facts":
        """Group measurements; a quantity may occur several times, as hole_diameter does."""
        groups: defaultdict[str, list[Measurement]] = defaultdict(list)
        for measurement in measurements:
            groups[measurement.quantity].append(measurement)
        return cls({name: tuple(group) for name, group in groups.items()}, has_geometry)

    def one(self, quantity: str) -> Measurement | None:
        """The only, or first, measurement of a quantity."""
        return next(iter(self.by_quantity.get(quantity, ())), None)


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


def label(quantity: str) -> str:
    """A quantity in words: 'wall_thickness_min' -> 'thinnest wall'."""
    return _LABELS.get(quantity, quantity.replace("_", " "))


def say(value: float, unit: str, quantity: str = "") -> str:
    """A value with its unit, as people read it."""
    if quantity.endswith("_fraction"):
        return f"{round(value * 100, 1):g} %"
    if unit in {"mm2", "mm3"} and abs(value) >= 1000:
        power = int(unit[-1])
        return f"{value / 10**power:.6g} cm{power}"
    digits = 3 if abs(value) < 1 else 2
    number = f"{round(value, digits):,.{digits}f}".rstrip("0").rstrip(".")
    return f"{number}°" if unit == "deg" else f"{number} {unit}".strip()


def limits(requirement: Requirement) -> tuple[float, float]:
    """Lower and upper limit; a plain value gets the general tolerance; infinite when open."""
    low = -math.inf if requirement.lower is None else requirement.lower
    high = math.inf if requirement.upper is None else requirement.upper
    tolerance = _general_tolerance(requirement) if requirement.comparator == "==" else 0.0
    return low - tolerance, high + tolerance


def limit_in_words(requirement: Requirement) -> str:
    """'at least 2.5 mm', '4', '25 mm ±0.2 (ISO 2768-m)'."""
    unit, quantity = requirement.unit or "", requirement.quantity or ""
    low, high = requirement.lower, requirement.upper
    if requirement.comparator == "==" and low is not None:
        tolerance = _general_tolerance(requirement)
        if tolerance == 0 or low == 0:
            return "none" if low == 0 else say(low, unit, quantity)
        rule = {"mm": "ISO 2768-m", "deg": "ISO 2768-m"}.get(unit, "general tolerance 5 %")
        return f"{say(low, unit, quantity)} ±{say(tolerance, unit, quantity)} ({rule})"
    if low is not None and high is not None:
        return f"{say(low, unit, quantity)} to {say(high, unit, quantity)}"
    if low is not None:
        return f"at least {say(low, unit, quantity)}"
    return f"at most {say(high or 0.0, unit, quantity)}"


def _general_tolerance(requirement: Requirement) -> float:
    nominal = requirement.lower or 0.0
    if requirement.unit == "mm":
        return general_tolerance_mm(nominal)
    if requirement.unit == "deg":
        return GENERAL_ANGLE_DEG
    return abs(nominal) * GENERAL_SHARE if requirement.unit in {"g", "mm2", "mm3"} else 0.0


def probability_inside(value: float, sigma: float, low: float, high: float) -> float:
    """P(low <= true value <= high) for a normal error; exact when sigma is 0."""
    if sigma <= 0:
        return float(low <= value <= high)
    below, above = _phi((low - value) / sigma), _phi((high - value) / sigma)
    return min(max(above - below, 0.0), 1.0)


def _phi(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def measured_evidence(requirement: Requirement, facts: Facts) -> Evidence | str:
    """What geometry says about a requirement, or the reason why it says nothing."""
    finding = find(requirement, facts)
    if isinstance(finding, str):
        return finding
    return Evidence(
        "geometry",
        _statement(requirement, finding),
        finding.probability,
        finding.value,
        requirement.unit,
        limit_in_words(requirement),
        finding.faces,
    )


def find(requirement: Requirement, facts: Facts) -> Finding | str:
    """Value, probability and margin of a measured requirement, or why there is none."""
    if not facts.has_geometry:
        return reasons.ONLY_PICTURES
    if requirement.quantity == "hole_count":
        return _count_holes(requirement, facts)
    if requirement.quantity == "hole_diameter":
        return _check_diameters(requirement, facts)
    measurement = _measurement(requirement.quantity or "", facts)
    return measurement if isinstance(measurement, str) else _check(requirement, measurement)


def _measurement(quantity: str, facts: Facts) -> Measurement | str:
    direct = facts.one(quantity)
    if direct is not None:
        return direct
    if quantity == "symmetry":
        planes = [m for m in map(facts.one, ("symmetry_x", "symmetry_y", "symmetry_z")) if m]
        return max(planes, key=lambda m: m.value) if planes else reasons.NOT_MEASURED
    if quantity == "outer_diameter":
        return _outer_diameter(facts)
    return _why_missing(quantity, facts)


def _why_missing(quantity: str, facts: Facts) -> str:
    closed = facts.one("watertight")
    if quantity in _NEEDS_CLOSED and closed is not None and closed.value < 0.5:
        return reasons.OPEN_MESH
    if quantity == "mass" and facts.one("volume") is not None:
        return reasons.NO_MATERIAL
    return reasons.NOT_MEASURED


def _outer_diameter(facts: Facts) -> Measurement | str:
    """Two equal extents of a part with round faces: a disc (the larger two) or a shaft."""
    length, width, height = (facts.one(name) for name in ("length", "width", "height"))
    cylinders = facts.one("cylinder_count")
    if length is None or width is None or height is None:
        return reasons.NOT_MEASURED
    if cylinders is not None and cylinders.value < 1:
        return reasons.NOT_ROUND
    for larger, smaller in ((length, width), (width, height)):
        if larger.value - smaller.value <= _ROUND_SHARE * larger.value:
            return Measurement("outer_diameter", larger.value, "mm", larger.sigma)
    return reasons.NOT_ROUND


def _check(requirement: Requirement, measurement: Measurement) -> Finding:
    quantity = requirement.quantity or ""
    low, high = limits(requirement)
    value, sigma = measurement.value, measurement.sigma
    if quantity == "symmetry" or quantity.startswith("symmetry_"):
        value, sigma = float(value >= _SYMMETRIC), 0.0
    slack = _rounding(requirement, low, high)
    probability = probability_inside(value, sigma, low - slack, high + slack)
    return Finding(value, sigma, probability, min(value - low, high - value), measurement.faces)


def _rounding(requirement: Requirement, low: float, high: float) -> float:
    quantity = requirement.quantity or ""
    if quantity.endswith("_fraction"):
        return _SHARE_ROUNDING
    if not requirement.unit:
        return 0.499 if quantity.endswith("_count") else 1e-9
    largest = max((abs(bound) for bound in (low, high) if math.isfinite(bound)), default=0.0)
    return max(_ROUNDING.get(requirement.unit, 0.0), largest * _RELATIVE_ROUNDING)


def _count_holes(requirement: Requirement, facts: Facts) -> Finding | str:
    total = facts.one("hole_count")
    if requirement.diameter_band_mm is None:
        holes = facts.by_quantity.get("hole_diameter", ())
        if total is None:
            return _why_missing("hole_count", facts)
        finding = _check(requirement, total)
        faces = total.faces if total.faces is not None else _faces(holes)
        return Finding(finding.value, finding.sigma, finding.probability, finding.margin, faces)
    holes = facts.by_quantity.get("hole_diameter", ())
    if not holes and (total is None or total.value > 0):
        return _why_missing("hole_count", facts)
    inside = [hole for hole in holes if _in_band(hole, requirement.diameter_band_mm)]
    others = [hole for hole in holes if not _in_band(hole, requirement.diameter_band_mm)]
    sigma = total.sigma if total is not None else 0.0
    finding = _check(requirement, Measurement("hole_count", float(len(inside)), "", sigma))
    short = requirement.lower is not None and len(inside) < requirement.lower
    faces = _faces(others) if short and others else _faces(inside)
    return Finding(finding.value, sigma, finding.probability, finding.margin, faces, _sizes(others))


def _in_band(hole: Measurement, band_mm: tuple[float, float]) -> bool:
    slack = _ROUNDING["mm"] + hole.sigma
    return band_mm[0] - slack <= hole.value <= band_mm[1] + slack


def _sizes(holes: Sequence[Measurement]) -> str:
    if not holes:
        return ""
    sizes = sorted({round(hole.value, 2) for hole in holes})
    shown = ", ".join(f"Ø{size:g}" for size in sizes[:6]) + (" ..." if len(sizes) > 6 else "")
    return f"other holes: {shown}"


def _check_diameters(requirement: Requirement, facts: Facts) -> Finding | str:
    """All holes must pass and the worst one decides; the faces are those of the wrong holes."""
    holes = facts.by_quantity.get("hole_diameter", ())
    if not holes:
        total = facts.one("hole_count")
        return (
            reasons.NO_HOLES
            if total is not None and total.value == 0
            else _why_missing("hole_count", facts)
        )
    findings = [_check(requirement, hole) for hole in holes]
    worst = min(findings, key=lambda finding: (finding.probability, finding.margin))
    wrong = [
        hole for hole, finding in zip(holes, findings, strict=True) if finding.probability < 0.5
    ]
    detail = (
        f"{len(wrong)} of {len(holes)} holes are outside" if wrong else f"all {len(holes)} holes"
    )
    return Finding(
        worst.value, worst.sigma, worst.probability, worst.margin, _faces(wrong or holes), detail
    )


def _faces(measurements: Sequence[Measurement]) -> IntArray | None:
    known = [measurement.faces for measurement in measurements if measurement.faces is not None]
    return np.unique(np.concatenate(known)).astype(np.int32) if known else None


def _statement(requirement: Requirement, finding: Finding) -> str:
    """'thinnest wall 1.8 mm, needs at least 2.5 mm: 0.7 mm short'."""
    quantity = requirement.quantity or ""
    if quantity == "watertight" or quantity.startswith("symmetry"):
        return _yes_no(quantity, finding.value, wanted=(requirement.lower or 0.0) > 0.5)
    unit = requirement.unit or ""
    value = say(finding.value, unit, quantity)
    name = _name(requirement)
    if quantity.endswith("_count"):
        named = f"{value} {name if finding.value != 1 else PLURAL_ENDING.sub('', name, count=1)}"
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
