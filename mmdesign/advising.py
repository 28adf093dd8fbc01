"""Verdicts and past designs -> what to change, by how much, and who already did it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from mmdesign.domain import (
    PRIORITY_WEIGHTS,
    Evidence,
    Fit,
    Hit,
    Measurement,
    Requirement,
    Suggestion,
    Verdict,
)
from mmdesign.judging import MET_FROM, Facts, fit, label, limits, measured_evidence, reasons, say

_MORE: Final = {
    "wall_thickness_min": "Thicken the wall",
    "gap_min": "Widen the gap",
    "draft_angle_min": "Increase the draft angle",
    "fillet_radius_min": "Increase the smallest fillet radius",
    "hole_diameter": "Widen the holes that are too small",
    "length": "Lengthen the design",
    "width": "Widen the design",
    "height": "Make the design higher",
}
_LESS: Final = {
    "wall_thickness_min": "Thin the wall",
    "gap_min": "Narrow the gap",
    "hole_diameter": "Narrow the holes that are too large",
    "length": "Shorten the design",
    "width": "Narrow the design",
    "height": "Make the design lower",
    "overhang_area_fraction": "Support the overhangs, turn the part or add 45° chamfers",
    "undercut_area_fraction": "Open the undercuts towards the pull direction",
}
_THINGS: Final = {
    "hole_count": "hole",
    "part_count": "part",
    "fillet_count": "fillet",
    "planar_face_count": "flat face",
    "cylinder_count": "cylindrical face",
    "triangle_count": "triangle",
}
_SUPPLY: Final = {
    reasons.ONLY_PICTURES: "Add the mesh or CAD file; pictures do not carry sizes or counts.",
    reasons.OPEN_MESH: "Close the mesh into a solid, or add the CAD file.",
    reasons.NO_MATERIAL: "Name the material in the spec, such as 'Material: PA12'.",
    reasons.NO_CALIBRATION: "Use the embedded model, or calibrate this one on reviewed designs.",
    reasons.NOT_LOOKED_AT: "Add a render, a mesh or a CAD file that shows it.",
    reasons.NOT_SURE: "Show it more clearly, in a view from that side, or let a reviewer decide.",
    reasons.WITHIN_ERROR: "Leave more margin to the limit, or add the CAD file for exact faces.",
    reasons.NOT_ROUND: "Name length, width or height instead of the diameter.",
    reasons.NO_HOLES: "Add the holes first; there is none to measure.",
    reasons.NOT_MEASURED: "Add the CAD file (STEP), or name another measurable quantity.",
    reasons.MATERIAL: "Confirm the material by hand; the shape does not tell it.",
    reasons.UNCHECKABLE: "Write it as something measurable or visible; the spec check proposes "
    "how.",
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A similar past design and what was measured on it."""

    hit: Hit
    measurements: tuple[Measurement, ...]


def advise(
    verdicts: Sequence[Verdict], overall: Fit, neighbours: Sequence[Neighbour] = ()
) -> tuple[Suggestion, ...]:
    """Say what to change for what is not met, and what to supply for the undecided.

    Args:
        verdicts: Of all requirements of the spec.
        overall: Fit of these verdicts.
        neighbours: Similar past designs with their measurements.

    Returns:
        At most one suggestion per requirement: failed before undecided, musts first, then by
        the expected gain of the fit.
    """
    ordered: list[tuple[bool, float, float, Suggestion]] = []
    for index, verdict in enumerate(verdicts):
        text = _text(verdict)
        if text is None:
            continue
        failed = verdict.outcome == "not_met"
        gain = _gain(verdicts, index, overall) if failed else None
        donor = _donor(verdict.requirement, neighbours) if failed else None
        suggestion = Suggestion(verdict.requirement.id, text, gain, donor)
        weight = PRIORITY_WEIGHTS[verdict.requirement.priority]
        ordered.append((not failed, -weight, -(gain or 0.0), suggestion))
    ordered.sort(key=lambda entry: entry[:3])
    return tuple(entry[3] for entry in ordered)


def _gain(verdicts: Sequence[Verdict], index: int, overall: Fit) -> float | None:
    """How much the fit rises when this requirement becomes met and nothing else changes."""
    mended = list(verdicts)
    mended[index] = replace(verdicts[index], outcome="met", probability=1.0)
    value = fit(mended).value
    return None if value is None or overall.value is None else max(value - overall.value, 0.0)


def _donor(requirement: Requirement, neighbours: Sequence[Neighbour]) -> Hit | None:
    """The most similar past design whose measurements already meet the requirement."""
    if requirement.quantity is None:
        return None
    for neighbour in sorted(neighbours, key=lambda neighbour: -neighbour.hit.similarity):
        evidence = measured_evidence(requirement, Facts.of(neighbour.measurements))
        if not isinstance(evidence, str) and (evidence.probability or 0.0) >= MET_FROM:
            return neighbour.hit
    return None


def _text(verdict: Verdict) -> str | None:
    if verdict.outcome == "met":
        return None
    if verdict.outcome == "cannot_tell":
        return _SUPPLY.get(verdict.reason)
    geometry = next((e for e in verdict.evidence if e.source == "geometry"), None)
    if geometry is None or geometry.value is None:
        return _visible(verdict.requirement)
    return _change(verdict.requirement, geometry)


def _visible(requirement: Requirement) -> str:
    if requirement.negated:
        return f"Remove or hide: {requirement.subject}. The views seem to show it."
    if requirement.kind == "style":
        return f"Bring the look closer to: {requirement.subject}. The views do not suggest it."
    return f"Make it visible: {requirement.subject}. The views do not show it clearly."


def _change(requirement: Requirement, evidence: Evidence) -> str:
    quantity, value = requirement.quantity or "", evidence.value or 0.0
    if quantity == "watertight":
        wanted = (requirement.lower or 0.0) > 0.5
        return (
            "Close the gaps and loose edges of the surface."
            if wanted
            else "Open the closed surface."
        )
    if quantity.startswith("symmetry"):
        axis = f" across {quantity[-1]}" if quantity.startswith("symmetry_") else ""
        wanted = (requirement.lower or 0.0) > 0.5
        return f"Make the shape {'symmetric' if wanted else 'asymmetric'}{axis}."
    if quantity in _THINGS:
        return _count(requirement, value)
    return _resize(requirement, value)


def _count(requirement: Requirement, value: float) -> str:
    quantity = requirement.quantity or ""
    low, high = limits(requirement)
    short = value < low
    number = math.ceil(low - value) if short else math.ceil(value - high)
    thing = _THINGS[quantity] + ("" if number == 1 else "s")
    band = requirement.diameter_band_mm
    size = "" if band is None else f" of Ø{band[0]:g} to {band[1]:g} mm"
    if band is not None and math.isinf(band[1]):
        size = f" of at least Ø{band[0]:g} mm"
    target = (
        f"there {'is' if value == 0 else 'are'} {value:g}, the spec asks for {_limit(requirement)}"
    )
    if quantity == "part_count" and not short:
        return f"Join the parts: {target}."
    return f"{'Add' if short else 'Remove'} {number} {thing}{size}: {target}."


def _limit(requirement: Requirement) -> str:
    """The wanted number in words: 'exactly 4', 'at least 4', '2 to 4', 'none'."""
    low, high = requirement.lower, requirement.upper
    if low is not None and high is not None:
        exact = "none" if high == 0 else f"exactly {low:g}"
        return exact if low == high else f"{low:g} to {high:g}"
    return f"at least {low:g}" if low is not None else f"at most {high:g}"


def _resize(requirement: Requirement, value: float) -> str:
    quantity, unit = requirement.quantity or "", requirement.unit or ""
    low, _ = limits(requirement)
    short = value < low
    target = (requirement.lower if short else requirement.upper) or 0.0
    words = (_MORE if short else _LESS).get(
        quantity, f"{'Increase' if short else 'Reduce'} the {label(quantity)}"
    )
    change = say(abs(target - value), unit, quantity)
    if quantity.endswith("_fraction"):
        shares = f"{say(value, unit, quantity)} to {say(target, unit, quantity)}"
        return f"{words}: from {shares} of the area."
    if quantity == "mass":
        verb = "Add" if short else "Remove"
        return f"{verb} {change} of material to reach {say(target, unit)}."
    return f"{words} by {change} to reach {say(target, unit, quantity)}."
