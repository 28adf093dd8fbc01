"""What stands on which face: measured values and how far they are from their limit, and heat."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import ByteArray, FloatArray, IntArray, Measurement, Review, Verdict
from mmdesign.judging import NOT_MET_TO, limits
from mmdesign.reporting.pictures import rgb

NOTHING_SHARE = 0.05
"""A map whose warmest spot stays below this says nothing."""
FAR_SHARE = 0.5
"""From this share of the limit on, a value is as far from it as the colours tell."""
MEASURED_INSIDE = ("#a9bfff", "#2f56e0")
"""Far inside the limit, and just inside."""
MEASURED_OUTSIDE = ("#8424ad", "#43126b")
"""Just outside, and far outside: darker all the way, so it also reads without colours."""
_HOLES = "hole_diameter"
_COUNTS = frozenset({"hole_count", "thread_drill_count"})


@dataclass(frozen=True, slots=True)
class MeasuredFaces:
    """Faces that one value was measured on."""

    faces: IntArray
    value: float
    unit: str
    quantity: str
    excess: float
    """How far outside the limit, as a share of it, within FAR_SHARE; negative inside."""


def measured_faces(review: Review, verdict: Verdict) -> tuple[MeasuredFaces, ...]:
    """Every measured thing behind a verdict with its own faces and value: each hole, the wall."""
    requirement = verdict.requirement
    found: list[MeasuredFaces] = []
    for item in verdict.evidence:
        if item.faces is None or not len(item.faces):
            continue
        quantity = _HOLES if requirement.quantity in _COUNTS else requirement.quantity or ""
        parts = _within(review.measurements, quantity, item.faces)
        low, high = _limits(verdict, quantity)
        found += [
            MeasuredFaces(
                part.faces, part.value, part.unit, quantity, _excess(part.value, low, high)
            )
            for part in parts
            if part.faces is not None
        ]
        known = [part.faces for part in parts if part.faces is not None]
        rest = np.setdiff1d(item.faces, np.concatenate(known)) if known else item.faces
        if len(rest) and item.value is not None:
            own_low, own_high = limits(requirement)
            excess = _excess(item.value, own_low, own_high)
            rest = rest.astype(np.int32)
            name = requirement.quantity or ""
            found.append(MeasuredFaces(rest, item.value, item.unit or "", name, excess))
    return tuple(found)


def measured_colors(excess: FloatArray) -> ByteArray:
    """(N, 3) sRGB for (N,) excesses: blue inside the limit, violet outside, darker when farther."""
    share = np.asarray(np.clip(np.abs(excess) / FAR_SHARE, 0, 1)[:, None], np.float32)
    inside = _mixed(MEASURED_INSIDE[1], MEASURED_INSIDE[0], share)
    outside = _mixed(*MEASURED_OUTSIDE, share)
    return np.where((excess > 0)[:, None], outside, inside).astype(np.uint8)


def shows_heat(verdict: Verdict) -> bool:
    """Whether heat may be shown as support: not for what the model is sure not to see.

    A forbidden thing that was found is shown where it was found.
    """
    for item in verdict.evidence:
        if item.source == "visual" and item.probability is not None:
            negated = verdict.requirement.negated
            seen = 1 - item.probability if negated else item.probability
            return seen > NOT_MET_TO
    return True


def heat_of(review: Review, verdict: Verdict, view_index: int | None) -> FloatArray | None:
    """Heat of a requirement on one view, or on the mesh for None, if there is any to be shown."""
    if not shows_heat(verdict):
        return None
    for heatmap in review.heatmaps:
        is_asked = heatmap.requirement_id == verdict.requirement.id
        if is_asked and heatmap.view_index == view_index:
            return heatmap.values if says_something(heatmap.values) else None
    return None


def says_something(values: FloatArray) -> bool:
    """Whether a map has a warm spot."""
    return bool(np.isfinite(values).any() and np.nanmax(values) >= NOTHING_SHARE)


def _within(
    measurements: Sequence[Measurement], quantity: str, faces: IntArray
) -> list[Measurement]:
    """Measurements of a quantity that lie on the given faces."""
    return [
        each
        for each in measurements
        if each.quantity == quantity
        and each.faces is not None
        and len(each.faces)
        and bool(np.isin(each.faces, faces).all())
    ]


def _limits(verdict: Verdict, quantity: str) -> tuple[float, float]:
    """Limits of each measured thing: of a count of holes with a size, that size."""
    requirement = verdict.requirement
    if quantity == requirement.quantity:
        return limits(requirement)
    return requirement.diameter_band_mm or (-math.inf, math.inf)


def _excess(value: float, low: float, high: float) -> float:
    """How far outside [low, high] a value is, as a share of the nearer limit."""
    distances = [
        (distance, abs(limit))
        for distance, limit in ((low - value, low), (value - high, high))
        if math.isfinite(limit)
    ]
    if not distances:
        return 0.0
    distance, limit = max(distances)
    return float(np.clip(distance / max(limit, 1e-9), -FAR_SHARE, FAR_SHARE))


def _mixed(start: str, end: str, share: FloatArray) -> FloatArray:
    first, last = (rgb(color).astype(float) for color in (start, end))
    return np.asarray(first + (last - first) * share, np.float32)
