"""The learning curve of a training run as one SVG picture, drawn by hand: it needs no library."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from mmdesign.errors import SettingsError

CURVE_FILE = "curve.jsonl"
EVALUATIONS_FILE = "evaluations.jsonl"
TIME = "minutes"
SILENT = frozenset({TIME, "step", "samples", "size_px", "samples_per_s"})
"""Columns that count what was done, not how well."""
COLUMNS = 2
PANEL_WIDTH, PANEL_HEIGHT = 380, 210
LEFT, RIGHT, TOP, BOTTOM = 58, 14, 30, 34
"""Free space around each panel's axes."""
INK, PALE, LINE, DOTS = "#26303c", "#d5dbe2", "#2f6fb2", "#c2571a"
MOST_POINTS = 400
"""Of one line; a longer one is thinned out."""

Line = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    points: tuple[tuple[float, float], ...]
    measured: bool
    """By an evaluation now and then, not at every log line."""


def draw_curve(folder: Path, picture: Path) -> None:
    """Draw what a training run has logged.

    Args:
        folder: Holds curve.jsonl, one object of numbers per line, `minutes` among them, and
            perhaps evaluations.jsonl of the same kind.
        picture: The .svg to write.

    Raises:
        SettingsError: If there is no curve in the folder.
    """
    logged = _without_lost_work(_read(folder / CURVE_FILE))
    if not logged:
        message = f"There is no {CURVE_FILE} in {folder}; give --work the folder of a training run."
        raise SettingsError(message)
    series = _series(logged, measured=False)
    series += _series(_read(folder / EVALUATIONS_FILE), measured=True)
    picture.write_text(as_svg(series), "utf-8")


def _read(path: Path) -> list[Line]:
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def _series(lines: Sequence[Line], measured: bool) -> list[_Series]:
    numbers = [
        {key: float(value) for key, value in line.items() if isinstance(value, int | float)}
        for line in lines
    ]
    names = [name for name in dict.fromkeys(key for line in numbers for key in line)
             if name not in SILENT]  # fmt: skip
    made = []
    for name in names:
        points = [(line[TIME], line[name]) for line in numbers if {TIME, name} <= set(line)]
        thinned = points[:: max(len(points) // MOST_POINTS, 1)]
        if thinned:
            made.append(_Series(name, tuple(thinned), measured))
    return made


def _without_lost_work(lines: Sequence[Line]) -> list[Line]:
    """Drop what was done after a checkpoint that a run later went back to."""
    kept: list[Line] = []
    for line in lines:
        while kept and kept[-1][TIME] >= line[TIME]:
            kept.pop()
        kept.append(line)
    return kept


def as_svg(series: Sequence[_Series]) -> str:
    """One panel per series, all over the same time."""
    rows = -(-len(series) // COLUMNS)
    width, height = COLUMNS * PANEL_WIDTH, rows * PANEL_HEIGHT
    times = [time for one in series for time, _ in one.points]
    panels = [
        _panel(one, max(times), (number % COLUMNS * PANEL_WIDTH, number // COLUMNS * PANEL_HEIGHT))
        for number, one in enumerate(series)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'font-family="sans-serif" font-size="12" fill="{INK}">\n'
        f'<rect width="{width}" height="{height}" fill="white"/>\n{"".join(panels)}</svg>\n'
    )


def _panel(series: _Series, last: float, corner: tuple[float, float]) -> str:
    values = [value for _, value in series.points]
    low, high = min(values), max(values)
    wide, tall = PANEL_WIDTH - LEFT - RIGHT, PANEL_HEIGHT - TOP - BOTTOM

    def place(time: float, value: float) -> tuple[float, float]:
        share = (value - low) / (high - low) if high > low else 0.5
        return LEFT + wide * time / max(last, 1e-9), TOP + tall * (1 - share)

    spots = [place(*point) for point in series.points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    color = DOTS if series.measured else LINE
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in spots)
    base = TOP + tall
    return (
        f'<g transform="translate({corner[0]} {corner[1]})">'
        f'<text x="{LEFT}" y="{TOP - 10}" font-weight="bold">{escape(series.name)}</text>'
        f'<path d="M{LEFT} {TOP}V{base}H{LEFT + wide}" fill="none" stroke="{PALE}"/>'
        f'<text x="{LEFT - 6}" y="{TOP + 9}" text-anchor="end">{high:.3g}</text>'
        f'<text x="{LEFT - 6}" y="{base}" text-anchor="end">{low:.3g}</text>'
        f'<text x="{LEFT}" y="{base + 17}" text-anchor="middle">0</text>'
        f'<text x="{LEFT + wide}" y="{base + 17}" text-anchor="end">{last:.0f} minutes</text>'
        f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="1.5"/>'
        f"{dots if series.measured or len(spots) == 1 else ''}</g>\n"
    )
