"""Clauses that contradict each other or carry an unlikely unit."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from mmdesign.domain import Lint, Requirement

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
_LONGER_UNIT: Final = {"mm": "mm", "g": "g", "mm2": "mm2", "mm3": "mm3", "deg": "degrees"}


def lint_requirements(requirements: Iterable[Requirement]) -> tuple[Lint, ...]:
    """Find contradictions between bounds on one quantity, and values no part has."""
    requirements = tuple(requirements)
    return (*_contradictions(requirements), *_unlikely(requirements))


def lint_against_design(requirements: Iterable[Requirement], longest_mm: float) -> tuple[Lint, ...]:
    """Find limits that make no sense for a design of this size, such as metres for a bracket.

    Args:
        requirements: What the brief asks for.
        longest_mm: Largest extent of the design.
    """
    found = []
    for requirement in requirements:
        bounds = [b for b in (requirement.lower, requirement.upper) if b is not None]
        if requirement.unit != "mm" or requirement.quantity is None or not bounds:
            continue
        if min(bounds) > _FAR_LARGER * longest_mm > 0:
            found.append(
                Lint(
                    requirement.text,
                    f"{min(bounds):g} mm is far larger than the whole design ({longest_mm:g} mm); "
                    "the unit may be wrong.",
                    f"Check the unit: write {min(bounds) / 1000:g} mm if metres were meant as mm, "
                    "or give the design's own unit.",
                )
            )
    return tuple(found)


def _contradictions(requirements: tuple[Requirement, ...]) -> list[Lint]:
    groups: defaultdict[object, list[Requirement]] = defaultdict(list)
    for requirement in requirements:
        if requirement.quantity is not None and requirement.parent is None:
            groups[requirement.quantity, requirement.diameter_band_mm].append(requirement)
    found = []
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
        f"No part can meet both: {name} at least {low.lower:g}{unit} and at most "
        f"{high.upper:g}{unit}.",
        f"Keep one of {low.id} and {high.id}, or say which part of the design each is about.",
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
            found.append(
                Lint(
                    requirement.text,
                    f"{bounds[0]:g} {unit} is an unlikely value; the unit may be wrong.",
                    f"Check the unit; limits are read in {unit}.",
                )
            )
    return found
