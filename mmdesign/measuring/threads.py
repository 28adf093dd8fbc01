"""Which screw a hole was drilled for: tap drills and clearance holes of common threads.

Metric: ISO 2306 (drills for tapping, coarse threads) and ISO 273 (clearance holes, fine, medium
and coarse series). Unified coarse: the usual drills for about 75 % of thread (Machinery's
Handbook) and the normal clearance holes of ASME B18.2.8.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Fit: TypeAlias = Literal["tap drill", "clearance"]

TOLERANCE_MM = 0.03
"""A hole is drawn with the diameter of its drill; inch drills are rounded when drawn in mm."""
INCH_MM = 25.4

TAP_DRILLS_MM: Mapping[str, float] = {
    "M2": 1.6, "M2.5": 2.05, "M3": 2.5, "M4": 3.3, "M5": 4.2, "M6": 5.0, "M8": 6.8, "M10": 8.5,
    "M12": 10.2, "M14": 12.0, "M16": 14.0, "M18": 15.5, "M20": 17.5,
}  # fmt: skip
CLEARANCE_HOLES_MM: Mapping[str, tuple[float, ...]] = {
    "M2": (2.2, 2.4, 2.6), "M2.5": (2.7, 2.9, 3.1), "M3": (3.2, 3.4, 3.6), "M4": (4.3, 4.5, 4.8),
    "M5": (5.3, 5.5, 5.8), "M6": (6.4, 6.6, 7.0), "M8": (8.4, 9.0, 10.0),
    "M10": (10.5, 11.0, 12.0), "M12": (13.0, 13.5, 14.5), "M14": (15.0, 15.5, 16.5),
    "M16": (17.0, 17.5, 18.5), "M18": (19.0, 20.0, 21.0), "M20": (21.0, 22.0, 24.0),
}  # fmt: skip
TAP_DRILLS_INCH: Mapping[str, float] = {
    "#4-40": 0.0890, "#6-32": 0.1065, "#8-32": 0.1360, "#10-24": 0.1495, "1/4-20": 0.2010,
    "5/16-18": 0.2570, "3/8-16": 0.3125, "7/16-14": 0.3680, "1/2-13": 0.4219, "5/8-11": 0.5312,
    "3/4-10": 0.6562,
}  # fmt: skip
CLEARANCE_HOLES_INCH: Mapping[str, float] = {
    "#6-32": 0.1695, "#8-32": 0.1960, "#10-24": 0.2210, "1/4-20": 0.2812, "5/16-18": 0.3438,
    "3/8-16": 0.4062, "7/16-14": 0.4688, "1/2-13": 0.5625, "5/8-11": 0.6875, "3/4-10": 0.8125,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ThreadMatch:
    """A thread that a hole may have been drilled for."""

    thread: str
    fit: Fit
    drill_mm: float


def _table() -> tuple[ThreadMatch, ...]:
    rows = [ThreadMatch(name, "tap drill", drill) for name, drill in TAP_DRILLS_MM.items()]
    rows += [
        ThreadMatch(name, "clearance", drill)
        for name, series in CLEARANCE_HOLES_MM.items()
        for drill in series
    ]
    rows += [ThreadMatch(name, "tap drill", d * INCH_MM) for name, d in TAP_DRILLS_INCH.items()]
    rows += [
        ThreadMatch(name, "clearance", d * INCH_MM) for name, d in CLEARANCE_HOLES_INCH.items()
    ]
    return tuple(rows)


DRILLS: tuple[ThreadMatch, ...] = _table()


def thread_matches(diameter_mm: float, sigma_mm: float = 0.0) -> tuple[ThreadMatch, ...]:
    """Threads whose tap drill or clearance hole a diameter is, the nearest first.

    Args:
        diameter_mm: Of the hole.
        sigma_mm: Standard error of the diameter; a hole of a mesh may differ by two of them.

    Returns:
        Often more than one: 17.5 mm is the tap drill of M20 and the clearance hole of M16.
    """
    slack = TOLERANCE_MM + 2 * sigma_mm
    near = [match for match in DRILLS if abs(match.drill_mm - diameter_mm) <= slack]
    return tuple(sorted(near, key=lambda match: abs(match.drill_mm - diameter_mm)))
