"""The limits of a requirement with their tolerance, and the probability of lying within them."""

import math
from collections.abc import Mapping
from typing import Final

from mmdesign.domain import Requirement
from mmdesign.spec import general_tolerance_mm

# What rounding in a brief or a file may hide: 2.499 is 2.5.
_ROUNDING: Final[Mapping[str, float]] = {
    "mm": 0.01,
    "deg": 0.05,
    "g": 0.005,
    "mm2": 0.01,
    "mm3": 0.01,
}
ROUNDING_MM: Final = _ROUNDING["mm"]
_RELATIVE_ROUNDING: Final = 1e-6
_SHARE_ROUNDING: Final = 0.005
GENERAL_SHARE: Final = 0.05
"""Tolerance of a mass, area or volume for which the brief states none."""
GENERAL_ANGLE_DEG: Final = 1.0
"""ISO 2768-m, angles with a short leg up to 10 mm."""


def limits(requirement: Requirement) -> tuple[float, float]:
    """Lower and upper limit; a plain value gets the general tolerance; infinite when open."""
    low = -math.inf if requirement.lower is None else requirement.lower
    high = math.inf if requirement.upper is None else requirement.upper
    tolerance = general_tolerance(requirement) if requirement.comparator == "==" else 0.0
    return low - tolerance, high + tolerance


def general_tolerance(requirement: Requirement) -> float:
    """What a plain value lets pass on either side, in its own unit; none for counts."""
    nominal = requirement.lower or 0.0
    if requirement.unit == "mm":
        return general_tolerance_mm(nominal)
    if requirement.unit == "deg":
        return GENERAL_ANGLE_DEG
    return abs(nominal) * GENERAL_SHARE if requirement.unit in {"g", "mm2", "mm3"} else 0.0


def rounding(requirement: Requirement, low: float, high: float) -> float:
    """How far outside its limits a value still counts as inside, for the sake of rounding."""
    quantity = requirement.quantity or ""
    if quantity.endswith("_fraction"):
        return _SHARE_ROUNDING
    if not requirement.unit:
        return 0.499 if quantity.endswith("_count") else 1e-9
    largest = max((abs(bound) for bound in (low, high) if math.isfinite(bound)), default=0.0)
    return max(_ROUNDING.get(requirement.unit, 0.0), largest * _RELATIVE_ROUNDING)


def probability_inside(value: float, sigma: float, low: float, high: float) -> float:
    """P(low <= true value <= high) for a normal error; exact when sigma is 0."""
    if sigma <= 0:
        return float(low <= value <= high)
    below, above = _phi((low - value) / sigma), _phi((high - value) / sigma)
    return min(max(above - below, 0.0), 1.0)


def _phi(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2.0))
