"""Clauses that contradict each other, hold under a condition, or carry an unlikely unit."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from mmdesign.domain import Lint, Requirement
from mmdesign.phrases import phrase

# Smallest and largest value that a hand-sized to machine-sized part can have.
_PLAUSIBLE: Final = {
    "mm": (0.005, 50_000.0),
    "g": (0.001, 5e6),
    "mm2": (0.01, 1e9),
    "mm3": (0.001, 1e12),
    "deg": (0.0, 360.0),
}
_THICKEST_WALL_MM: Final = 300.0
_FAR_LARGER: Final = 20.0
"""A size this many times the whole design is most likely in another unit."""
_FAR_SMALLER: Final = 50.0
"""So is an outer size that leaves less than this part of it."""
_OUTER_SIZES: Final = frozenset(
    {"length", "extent_x", "extent_y", "extent_z", "outer_diameter", "min_box_length"}
)
_LONGER_UNIT: Final = {"mm": "mm", "g": "g", "mm2": "mm2", "mm3": "mm3", "deg": phrase("degrees")}


def lint_requirements(requirements: Iterable[Requirement]) -> tuple[Lint, ...]:
    """Find contradictions between bounds, conditions, and values that no part has."""
    requirements = tuple(requirements)
    return (
        *_contradictions(requirements),
        *_unlikely(requirements),
        *(_conditional(each, each.condition) for each in requirements if each.condition),
    )


def lint_against_design(requirements: Iterable[Requirement], longest_mm: float) -> tuple[Lint, ...]:
    """Find limits that make no sense for a design of this size, such as metres for a bracket.

    Args:
        requirements: What the brief asks for.
        longest_mm: Largest extent of the design.
    """
    if longest_mm <= 0:
        return ()
    found = (_out_of_scale(each, longest_mm) for each in requirements)
    return tuple(lint for lint in found if lint is not None)


def _out_of_scale(requirement: Requirement, longest_mm: float) -> Lint | None:
    bounds = [b for b in (requirement.lower, requirement.upper) if b is not None]
    if requirement.unit != "mm" or requirement.quantity is None or not bounds:
        return None
    low, high = min(bounds), max(bounds)
    if low > _FAR_LARGER * longest_mm:
        example = f"{low / 1000:g} mm"
        return Lint(
            requirement.text,
            phrase(
                "{size:g} mm is far larger than the whole design ({longest:g} mm); the unit may "
                "be wrong.",
                size=low,
                longest=longest_mm,
            ),
            phrase("Check the unit: write {example} if millimetres were meant.", example=example),
            "too_large",
            example,
        )
    if requirement.quantity in _OUTER_SIZES and 0 < high < longest_mm / _FAR_SMALLER:
        example = f"{high * 1000:g} mm"
        return Lint(
            requirement.text,
            phrase(
                "{size:g} mm is far smaller than the whole design ({longest:g} mm); the unit may "
                "be wrong.",
                size=high,
                longest=longest_mm,
            ),
            phrase("Check the unit: write {example} if metres were meant.", example=example),
            "too_small",
            example,
        )
    return None


def _conditional(requirement: Requirement, condition: str) -> Lint:
    return Lint(
        requirement.text,
        phrase(
            "It only holds under a condition ('{condition}'), which no design shows.",
            condition=condition,
        ),
        phrase(
            "Say that the case applies: leave out '{condition}', or give each case its own brief.",
            condition=condition,
        ),
        "condition",
        condition,
    )


def _contradictions(requirements: tuple[Requirement, ...]) -> list[Lint]:
    groups: defaultdict[object, list[Requirement]] = defaultdict(list)
    for requirement in requirements:
        if requirement.quantity is not None and requirement.parent is None:
            case = requirement.quantity, requirement.diameter_band_mm, requirement.condition
            groups[case].append(requirement)
    found = []
    none = next((r for r in requirements if r.quantity == "hole_count" and r.upper == 0
                 and r.diameter_band_mm is None), None)  # fmt: skip
    some = next((r for r in requirements if r.quantity == "hole_count" and r.lower
                 and r.diameter_band_mm is not None), None)  # fmt: skip
    if none is not None and some is not None:
        found.append(_contradiction(some, none))
    for group in groups.values():
        lows = [r for r in group if r.lower is not None]
        highs = [r for r in group if r.upper is not None]
        if not lows or not highs:
            continue
        low = max(lows, key=lambda r: r.lower or 0.0)
        high = min(highs, key=lambda r: r.upper or 0.0)
        if (low.lower or 0.0) > (high.upper or 0.0):
            found.append(_contradiction(low, high))
    return found


def _contradiction(low: Requirement, high: Requirement) -> Lint:
    unit = f" {low.unit}" if low.unit else ""
    name = (low.quantity or "").replace("_", " ")
    return Lint(
        f"{low.text} / {high.text}",
        phrase(
            "No part can meet both: {quantity} at least {low:g}{unit} and at most {high:g}{unit}.",
            quantity=name,
            low=low.lower,
            high=high.upper,
            unit=unit,
        ),
        phrase(
            "Keep one of {first} and {second}, or say which part of the design each is about.",
            first=low.id,
            second=high.id,
        ),
        "contradiction",
        f"{low.id}, {high.id}",
    )


def _unlikely(requirements: tuple[Requirement, ...]) -> list[Lint]:
    found = []
    for requirement in requirements:
        bounds = [bound for bound in (requirement.lower, requirement.upper) if bound]
        low, high = _PLAUSIBLE.get(requirement.unit or "", (0.0, float("inf")))
        if requirement.quantity == "wall_thickness_min":
            high = _THICKEST_WALL_MM
        if any(not low <= abs(bound) <= high for bound in bounds):
            unit = _LONGER_UNIT.get(requirement.unit or "", "")
            example = phrase("{value:g} {unit}", value=bounds[0], unit=unit)
            found.append(
                Lint(
                    requirement.text,
                    phrase(
                        "{example} is an unlikely value; the unit may be wrong.", example=example
                    ),
                    phrase("Check the unit; limits are read in {unit}.", unit=unit),
                    "unlikely",
                    example,
                )
            )
    return found
