"""Measured numbers, each beside what guessing and simple methods give; as Markdown and JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

MODEL = "model"
UNTRAINED = "untrained tower"
CHANCE = "chance"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number."""

    section: str
    """What was asked: the heading of its table."""
    on: str
    """The designs it was measured on."""
    by: str
    """The model, a simple method, or chance."""
    what: str
    """The measure: a column of the table."""
    value: float
    count: int
    """Number of questions behind the value."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything measured in one run, and on what machine."""

    model: str
    seed: int
    machine: Mapping[str, str | int]
    seconds: float
    figures: tuple[Figure, ...]


def figures_of(
    section: str, on: str, by: str, values: Mapping[str, float], count: int
) -> list[Figure]:
    """One row of a table."""
    return [Figure(section, on, by, what, float(value), count) for what, value in values.items()]


def table(figures: Sequence[Figure]) -> str:
    """Markdown, one table per section with one row per method."""
    sections = dict.fromkeys(figure.section for figure in figures)
    return "\n\n".join(
        f"### {section}\n\n{_table([row for row in figures if row.section == section])}"
        for section in sections
    )


def _table(figures: Sequence[Figure]) -> str:
    columns = tuple(dict.fromkeys(figure.what for figure in figures))
    rows: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in figures:
        rows.setdefault((figure.on, figure.by), {})[figure.what] = figure
    lines = [f"| on | by | {' | '.join(columns)} | n |",
             f"| --- | --- |{' ---: |' * (len(columns) + 1)}"]  # fmt: skip
    for (on, by), cells in rows.items():
        values = [_number(cells[what].value) if what in cells else "" for what in columns]
        counts = sorted({figure.count for figure in cells.values()})
        count = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
        lines.append(f"| {on} | {by} | {' | '.join(values)} | {count} |")
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"


def beside_chance(figures: Sequence[Figure]) -> str:
    """JSON of the model's own figures, each with what guessing gives, for a bundle to carry."""
    chances = {(figure.section, figure.on, figure.what): figure.value
               for figure in figures if figure.by == CHANCE}  # fmt: skip
    rows = [
        {"on": figure.on, "what": f"{figure.section}: {figure.what}",
         "value": round(figure.value, 4), "count": figure.count,
         "chance": chances.get((figure.section, figure.on, figure.what))}
        for figure in figures if figure.by == MODEL
    ]  # fmt: skip
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def as_json(evaluation: Evaluation) -> str:
    """The figures for machines, with the machine they were measured on."""
    return json.dumps({"schema": 1, **asdict(evaluation)}, indent=1, ensure_ascii=False)
