"""From a query and a snapshot to ranked hits, and why each of them is similar."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray, Hit, Measurement
from mmdesign.library.index import Snapshot
from mmdesign.library.records import Record

SIMILARITY_DECIMALS = 6
"""Beyond these a float32 product depends on the order in which it was summed."""
GOOD_MATCH = 0.5
SIZES_WITHIN = 0.05
DIAMETERS_WITHIN = 0.02
COMPARED_SIZES = ("length", "width", "height", "volume", "mass", "wall_thickness_min")
COMPARED_COUNTS = {"hole_count": 1, "part_count": 2, "fillet_count": 1}
"""Counts that say something, from which number on: nearly every design is one part."""
NOTHING_MATCHES = "No design in the library matches the filter."
LIBRARY_IS_EMPTY = "The library is empty."
NOT_CALIBRATED = "There is no calibrated probability for this search, so there are ranks only."


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, and what is known about it."""

    vector: FloatArray
    """(D,) unit vector of a picture, a design or a text."""
    measurements: tuple[Measurement, ...] = ()
    """Of the design that is asked about; they tell why a hit is similar."""
    tags: tuple[str, ...] = ()
    calibration: tuple[float, float] | None = None
    """Slope and intercept of the logit of P(same family) over the similarity."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and what must be said about them."""

    hits: tuple[Hit, ...]
    note: str | None = None


def similarities(vectors: FloatArray, query: FloatArray) -> DoubleArray:
    """Compare unit vectors with a query, exactly, and rounded to what is exact.

    Args:
        vectors: (N, D) unit vectors.
        query: (D,) unit vector.

    Returns:
        (N,) cosines in [-1, 1].
    """
    cosines = (vectors @ query.astype(np.float32)).astype(np.float64)
    return np.clip(np.round(cosines, SIMILARITY_DECIMALS), -1.0, 1.0)


def best(
    snapshot: Snapshot, chosen: NDArray[np.intp], cosines: DoubleArray, k: int
) -> list[tuple[int, float]]:
    """Rank the chosen designs by similarity; equal ones by their id, so that order never flickers.

    Args:
        snapshot: The library.
        chosen: (C,) numbers of the designs that may be returned.
        cosines: (C,) their similarities.
        k: How many to return at most.

    Returns:
        Up to k pairs of design number and similarity, best first.
    """
    if k < len(cosines):
        worst = np.partition(cosines, len(cosines) - k)[len(cosines) - k]
        near = np.flatnonzero(cosines >= worst)
        chosen, cosines = chosen[near], cosines[near]
    pairs = zip(chosen.tolist(), cosines.tolist(), strict=True)
    ranked = sorted(pairs, key=lambda pair: (-pair[1], snapshot.entries[pair[0]].design_id))
    return ranked[:k]


def probability(similarity: float, calibration: tuple[float, float] | None) -> float | None:
    """P(same family) of a similarity; None without a calibration."""
    if calibration is None:
        return None
    slope, intercept = calibration
    logit = slope * similarity + intercept
    # tanh form: never overflows.
    return 0.5 * (1.0 + math.tanh(0.5 * logit))


def note_on(hits: Sequence[Hit]) -> str | None:
    """Say honestly when even the best hit is not a good match."""
    known = [hit.probability for hit in hits if hit.probability is not None]
    if not known:
        return NOT_CALIBRATED
    if max(known) < GOOD_MATCH:
        return f"No good match: the most similar design is the same family at {max(known):.0%}."
    return None


def agreeing_facts(query: Query, record: Record) -> tuple[str, ...]:
    """List the facts in which a past design agrees with the one that is asked about."""
    asked, found = _by_quantity(query.measurements), _by_quantity(record.measurements)
    facts = []
    for quantity in sorted(asked.keys() & found.keys()):
        facts.extend(_agreement(quantity, asked[quantity], found[quantity]))
    shared = {tag.casefold() for tag in query.tags}
    facts.extend(f"same tag ({tag})" for tag in record.tags if tag.casefold() in shared)
    return tuple(facts)


def _by_quantity(measurements: Sequence[Measurement]) -> dict[str, list[float]]:
    values: dict[str, list[float]] = {}
    for measurement in measurements:
        values.setdefault(measurement.quantity, []).append(measurement.value)
    return values


def _agreement(quantity: str, asked: list[float], found: list[float]) -> list[str]:
    words = quantity.replace("_", " ")
    if quantity == "hole_diameter":
        return _shared_diameters(asked, found)
    if quantity in COMPARED_COUNTS:
        is_telling = asked[0] == found[0] >= COMPARED_COUNTS[quantity]
        return [f"same {words} ({asked[0]:g})"] if is_telling else []
    if quantity in COMPARED_SIZES and _close(asked[0], found[0], SIZES_WITHIN):
        return [f"{words} within {SIZES_WITHIN * 100:g} %"]
    return []


def _shared_diameters(asked: list[float], found: list[float]) -> list[str]:
    """Name each size of hole once: values within tolerance of one already named are the same."""
    named: list[float] = []
    for diameter in sorted(asked):
        is_new = not any(_close(diameter, other, DIAMETERS_WITHIN) for other in named)
        if is_new and any(_close(diameter, other, DIAMETERS_WITHIN) for other in found):
            named.append(diameter)
    return [f"same hole diameter ({diameter:.3g} mm)" for diameter in named]


def _close(a: float, b: float, within: float) -> bool:
    return math.isclose(a, b, rel_tol=within) and min(a, b) > 0
