"""What a library holds twice, nearly twice, and what is like nothing else in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import DoubleArray, EvidenceClass
from mmdesign.library.agreeing import Asked, agreement
from mmdesign.library.records import Record
from mmdesign.library.searching import SIMILARITY_DECIMALS

BLOCK = 2_048
"""Designs compared with all others at a time."""
NEIGHBOURS = 24
"""Most similar designs of each that are compared in detail: copies are among them."""
LEAST_LIKE_COPIES = 0.8
"""Cosine below which no two designs are compared in detail."""
REPEATS: tuple[EvidenceClass, ...] = (
    "same file", "same geometry", "mirrored", "scaled", "near-duplicate",
)  # fmt: skip
"""The strongest first."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Two designs that are one, or nearly."""

    first: str
    second: str
    evidence: EvidenceClass
    why: tuple[str, ...]
    similarity: float
    """Cosine of their looks."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """A design that nothing else is like."""

    design_id: str
    similarity: float
    """Cosine of the look of the most similar other design."""


def find_twins(records: Sequence[Record], wanted: Sequence[str] = REPEATS) -> tuple[Twin, ...]:
    """List the pairs of designs that are the same, mirrored, scaled or nearly the same.

    Args:
        records: N designs; their pictures are not needed.
        wanted: Classes to list.
    """
    found: list[Twin] = []
    for start, rows in _cosines(records):
        for row, values in enumerate(rows):
            number = start + row
            near = np.argsort(-values, kind="stable")[:NEIGHBOURS]
            for other in near[values[near] >= LEAST_LIKE_COPIES]:
                if other > number:
                    found += _twin(records[number], records[other], float(values[other]), wanted)
    return tuple(sorted(found, key=lambda twin: (REPEATS.index(twin.evidence), -twin.similarity)))


def _twin(first: Record, second: Record, similarity: float, wanted: Sequence[str]) -> list[Twin]:
    asked = Asked(first.design_id, first.measurements, (), first.shape_descriptor)
    said = agreement(asked, second, None, None)
    if said.evidence not in wanted:
        return []
    return [Twin(first.design_id, second.design_id, said.evidence, said.why, similarity)]


def find_outliers(records: Sequence[Record], count: int) -> tuple[Outlier, ...]:
    """List the designs whose most similar other design looks the least alike, that one first."""
    if len(records) < 2:
        return ()
    nearest = np.concatenate([rows.max(axis=1) for _, rows in _cosines(records)])
    order = np.argsort(nearest, kind="stable")[:count]
    return tuple(Outlier(records[row].design_id, float(nearest[row])) for row in order)


def _cosines(records: Sequence[Record]) -> Iterator[tuple[int, DoubleArray]]:
    """First number and (B, N) cosines, block by block; a design with itself is -1."""
    if not records:
        return
    looks = np.stack([record.vector for record in records]).astype(np.float32)
    for start in range(0, len(records), BLOCK):
        rows = (looks[start : start + BLOCK] @ looks.T).astype(float)
        own = np.arange(len(rows))
        rows[own, start + own] = -1.0
        yield start, np.round(rows, SIMILARITY_DECIMALS)
