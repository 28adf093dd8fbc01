"""One row per design: what became of it, and how rows rank."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from mmdesign.domain import Fit, Outcome, Verdict
from mmdesign.reporting import Cell, Column, fit_cells

Names: TypeAlias = Sequence[tuple[str, str]]
"""Id and text of each of the R requirements."""


@dataclass(frozen=True, slots=True)
class BatchVerdict:
    """The decision on one requirement, without its evidence."""

    requirement_id: str
    text: str
    outcome: Outcome
    probability: float | None


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What became of one file."""

    path: str
    name: str
    design_id: str | None
    fit: Fit | None
    """None when the file could not be reviewed."""
    verdicts: tuple[BatchVerdict, ...]
    error: str | None
    """Why the file could not be reviewed."""


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A row at its place in the ranking."""

    rank: int
    """From 1."""
    row: BatchRow
    thumbnail: bytes
    """A small WebP picture; empty for a file that could not be read."""
    position: int = 0
    """Place of its file in the order given."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Requirements x designs."""

    requirements: tuple[tuple[str, str], ...]
    """Id and text of each of the R requirements."""
    designs: tuple[str, ...]
    """Path of each of the N designs."""
    outcomes: tuple[tuple[Outcome | None, ...], ...]
    """R lines of N outcomes; None where a design could not be reviewed."""


def row_of(path: Path, design_id: str, verdicts: Iterable[Verdict], fit: Fit) -> BatchRow:
    """Make the row of a design that was judged."""
    short = tuple(
        BatchVerdict(v.requirement.id, v.requirement.text, v.outcome, v.probability)
        for v in verdicts
    )
    return BatchRow(str(path), path.name, design_id, fit, short, None)


def failure(path: Path, reason: str) -> BatchRow:
    """Make the row of a file that cannot be reviewed."""
    return BatchRow(str(path), path.name, None, None, (), reason)


def rank_key(row: BatchRow) -> tuple[bool, bool, bool, float, float, str]:
    """Sort best fit first, then designs that fail a must, then errors; ties by path."""
    if row.fit is None:
        return (True, True, True, 0.0, 0.0, row.path)
    value = row.fit.value
    return (
        False,
        row.fit.outcome == "fails",
        value is None,
        0.0 if value is None else -value,
        -row.fit.coverage,
        row.path,
    )


def ranked(rows: Sequence[BatchRow]) -> tuple[BatchRow, ...]:
    """Sort rows for a reader."""
    return tuple(sorted(rows, key=rank_key))


def matrix(rows: Sequence[BatchRow]) -> Matrix:
    """Lay out which design meets which requirement."""
    texts = {v.requirement_id: v.text for row in rows for v in row.verdicts}
    columns = [{v.requirement_id: v.outcome for v in row.verdicts} for row in rows]
    return Matrix(
        requirements=tuple(texts.items()),
        designs=tuple(row.path for row in rows),
        outcomes=tuple(tuple(column.get(name) for column in columns) for name in texts),
    )


def columns(names: Names, *, with_paths: bool = True) -> tuple[Column, ...]:
    """The columns of a table of results: one outcome and one probability per requirement.

    Args:
        names: Id and text of each requirement.
        with_paths: Whether the reader may know where the files are.
    """
    return (
        Column("rank", "integer"),
        Column("name"),
        *([Column("path")] if with_paths else []),
        Column("design_id"),
        Column("outcome", "outcome"),
        *(Column(name, "number") for name in ("fit", "fit_low", "fit_high", "coverage")),
        *(Column(f"{name} {text}", "outcome") for name, text in names),
        *(Column(f"{name} probability", "number") for name, _ in names),
        Column("error"),
    )


def cells(rows: Iterable[RankedRow]) -> Iterator[dict[str, Cell]]:
    """Write ranked rows as lines of that table. Nothing in it depends on when or how fast."""
    for place in rows:
        row = place.row
        yield {
            "rank": None if row.error else place.rank,
            "name": row.name,
            "path": row.path,
            "design_id": row.design_id,
            **fit_cells(row.fit),
            **{f"{v.requirement_id} {v.text}": v.outcome for v in row.verdicts},
            **{f"{v.requirement_id} probability": v.probability for v in row.verdicts},
            "error": row.error,
        }
