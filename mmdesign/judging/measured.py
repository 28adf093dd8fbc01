"""Measured evidence: P(met) = Phi(margin / sigma), and a sentence that says by how much."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from mmdesign.domain import Evidence, IntArray, Measurement, Requirement
from mmdesign.judging import reasons
from mmdesign.judging.bounds import ROUNDING_MM, limits, probability_inside, rounding
from mmdesign.judging.facts import IN_UNITS, Facts
from mmdesign.judging.wording import (
    Finding,
    how_many_wrong,
    limit_in_words,
    sizes_in_words,
    statement,
)

_SYMMETRIC: Final = 0.95
"""Share of the surface that must map onto itself."""
_OF_SIZED_HOLES: Final = frozenset({"hole_count", "thread_drill_count"})
_OF_EVERY_HOLE: Final = frozenset({"hole_diameter", "hole_depth", "hole_depth_ratio"})
_OF_EVERY_HEAD: Final[Mapping[str, str]] = {
    "countersink_angle": "countersink_count", "countersink_diameter": "countersink_count",
    "counterbore_diameter": "counterbore_count", "counterbore_depth": "counterbore_count",
}  # fmt: skip
"""Of the seats of screw heads every one must pass; what counts them."""
_OF_ANY_PATTERN: Final = frozenset({"bolt_circle_diameter", "hole_spacing"})


def measured_evidence(requirement: Requirement, facts: Facts) -> Evidence | str:
    """What geometry says about a requirement, or the reason why it says nothing."""
    finding = find(requirement, facts)
    return finding if isinstance(finding, str) else as_evidence(requirement, finding)


def as_evidence(requirement: Requirement, finding: Finding) -> Evidence:
    """A finding as evidence, in words and numbers."""
    return Evidence(
        "geometry",
        statement(requirement, finding),
        finding.probability,
        finding.value,
        requirement.unit,
        limit_in_words(requirement),
        finding.faces,
    )


def find(requirement: Requirement, facts: Facts) -> Finding | str:
    """Value, probability and margin of a measured requirement, or why there is none."""
    quantity = requirement.quantity or ""
    if not facts.has_geometry:
        return reasons.ONLY_PICTURES
    if requirement.unit in IN_UNITS and facts.units_doubtful:
        return reasons.UNITS_DOUBTFUL
    if quantity in _OF_SIZED_HOLES:
        return _count_holes(requirement, facts)
    if quantity in _OF_EVERY_HOLE or quantity in _OF_EVERY_HEAD:
        return _check_every_hole(requirement, facts)
    return _check_whole(requirement, facts)


def _check_whole(requirement: Requirement, facts: Facts) -> Finding | str:
    """A quantity of the whole design; of several hole patterns any may be the one that is meant."""
    quantity = requirement.quantity or ""
    first = facts.found(quantity)
    if isinstance(first, str):
        return first
    if not _all_in_band(requirement, facts):
        return reasons.NOT_BY_SIZE
    meant = facts.every(quantity) if quantity in _OF_ANY_PATTERN else (first,)
    findings = [_check(requirement, measurement) for measurement in meant]
    return max(findings, key=lambda finding: (finding.probability, finding.margin))


def _check(requirement: Requirement, measurement: Measurement) -> Finding:
    quantity = requirement.quantity or ""
    low, high = limits(requirement)
    value, sigma = measurement.value, measurement.sigma
    if quantity == "symmetry" or quantity.startswith("symmetry_"):
        value, sigma = float(value >= _SYMMETRIC), 0.0
    slack = rounding(requirement, low, high)
    probability = probability_inside(value, sigma, low - slack, high + slack)
    return Finding(value, sigma, probability, min(value - low, high - value), measurement.faces)


def _count_holes(requirement: Requirement, facts: Facts) -> Finding | str:
    total, holes = facts.one("hole_count"), facts.every("hole_diameter")
    band = requirement.diameter_band_mm
    if band is None:
        if total is None:
            return facts.why_missing("hole_count")
        finding = _check(requirement, total)
        faces = total.faces if total.faces is not None else _faces(holes)
        return Finding(finding.value, finding.sigma, finding.probability, finding.margin, faces)
    if not holes and (total is None or total.value > 0):
        return facts.why_missing("hole_count")
    inside = [hole for hole in holes if in_band(hole, band)]
    others = [hole for hole in holes if not in_band(hole, band)]
    sigma = total.sigma if total is not None else 0.0
    finding = _check(requirement, Measurement("hole_count", float(len(inside)), "", sigma))
    short = requirement.lower is not None and len(inside) < requirement.lower
    faces = _faces(others) if short and others else _faces(inside)
    detail = sizes_in_words(others)
    return Finding(finding.value, sigma, finding.probability, finding.margin, faces, detail)


def in_band(hole: Measurement, band_mm: tuple[float, float]) -> bool:
    """Whether a measured hole has one of the diameters that a clause names."""
    slack = ROUNDING_MM + hole.sigma
    return band_mm[0] - slack <= hole.value <= band_mm[1] + slack


def _all_in_band(requirement: Requirement, facts: Facts) -> bool:
    """Whether the holes of the named size are all holes, so that a plain count is theirs."""
    band = requirement.diameter_band_mm
    return band is None or all(in_band(hole, band) for hole in facts.every("hole_diameter"))


def _check_every_hole(requirement: Requirement, facts: Facts) -> Finding | str:
    """All holes must pass and the worst one decides; the faces are those of the wrong holes."""
    quantity, band = requirement.quantity or "", requirement.diameter_band_mm
    measured = facts.depth_ratios() if quantity == "hole_depth_ratio" else facts.every(quantity)
    heads = _OF_EVERY_HEAD.get(quantity)
    if not measured and heads is not None:
        return facts.why_missing(quantity)
    if band is not None:
        measured = _of_holes_in(band, measured, facts, heads=heads is not None)
    if not measured:
        total = facts.one("hole_count")
        is_none = (total is not None and total.value == 0) or band is not None
        return reasons.NO_HOLES if is_none else facts.why_missing("hole_count")
    findings = [_check(requirement, hole) for hole in measured]
    worst = min(findings, key=lambda finding: (finding.probability, finding.margin))
    wrong = [
        hole for hole, finding in zip(measured, findings, strict=True) if finding.probability < 0.5
    ]
    detail = how_many_wrong(len(wrong), len(measured), heads or "hole_count")
    faces = _faces(wrong or measured)
    return Finding(worst.value, worst.sigma, worst.probability, worst.margin, faces, detail)


def _of_holes_in(
    band_mm: tuple[float, float],
    measured: tuple[Measurement, ...],
    facts: Facts,
    *,
    heads: bool,
) -> tuple[Measurement, ...]:
    """What was measured on the holes of one size; a seat of a head has the faces of its hole."""
    holes = facts.every("hole_diameter")
    if not heads:
        if len(measured) != len(holes):
            return measured
        sized = zip(holes, measured, strict=True)
        return tuple(each for hole, each in sized if in_band(hole, band_mm))
    walls = [hole.faces for hole in holes if in_band(hole, band_mm) and hole.faces is not None]
    return tuple(
        each
        for each in measured
        if each.faces is None or any(np.array_equal(each.faces, faces) for faces in walls)
    )


def _faces(measurements: Sequence[Measurement]) -> IntArray | None:
    known = [measurement.faces for measurement in measurements if measurement.faces is not None]
    return np.unique(np.concatenate(known)).astype(np.int32) if known else None
