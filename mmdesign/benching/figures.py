"""What a measurement says: a median with its spread, and what it is a share of."""

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured quantity."""

    on: str
    """What was measured: images, meshes, review, memory, scaling."""
    what: str
    value: float | None
    """Median of the repeats; None when it could not be measured, for the reason in `note`."""
    unit: str
    low: float | None = None
    """Least of the repeats."""
    high: float | None = None
    """Greatest of the repeats."""
    repeats: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Effort:
    """How long a benchmark may take, about."""

    seconds: float = 60.0
    """For each kind of measurement."""
    sizes: tuple[int, ...] = (10_000, 100_000)
    """Designs in the libraries that are searched."""
    postgresql: str | None = None
    """URL of a database to measure too, or 'start' for a server of its own."""
    peer: Path | None = None
    """A Python that has clip-retrieval, to compare with; None for this one, if it has it."""


def figure(on: str, what: str, values: Sequence[float], unit: str, note: str = "") -> Figure:
    """Sum up repeats of one quantity."""
    return Figure(
        on, what, statistics.median(values), unit, min(values), max(values), len(values), note
    )


def skipped(on: str, what: str, unit: str, reason: str) -> Figure:
    """Say why a quantity is missing."""
    return Figure(on, what, None, unit, note=reason)


def as_json(figures: Sequence[Figure]) -> dict[str, Any]:
    """Write figures as one JSON object."""
    return {"figures": [asdict(each) for each in figures]}


def table(figures: Sequence[Figure]) -> str:
    """Write figures as a table for people."""
    lines = [("", "median", "least - most", "n", "")]
    for each in figures:
        value = "-" if each.value is None else f"{_said(each.value)} {each.unit}".strip()
        spread = ""
        if each.low is not None and each.high is not None and each.repeats > 1:
            spread = f"{_said(each.low)} - {_said(each.high)}"
        lines.append((f"{each.on}: {each.what}", value, spread, str(each.repeats), each.note))
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _said(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
