"""Holes: how many, and which size. Threads become the hole that the screw needs."""

import math
import re
from dataclasses import dataclass
from typing import Final

from mmdesign.spec.amounts import Amount

# ISO 273 clearance holes, fine to coarse series.
_CLEARANCE_MM: Final = {
    1.6: (1.7, 2.0), 2.0: (2.2, 2.6), 2.5: (2.7, 3.1), 3.0: (3.2, 3.6), 4.0: (4.3, 4.8),
    5.0: (5.3, 5.8),
    6.0: (6.4, 7.0), 8.0: (8.4, 10.0), 10.0: (10.5, 12.0), 12.0: (13.0, 14.5), 14.0: (15.0, 16.5),
    16.0: (17.0, 18.5), 20.0: (21.0, 24.0), 24.0: (25.0, 28.0), 30.0: (31.0, 35.0),
}  # fmt: skip
# From the tap drill of the coarse thread (ISO 261) to the nominal diameter.
_TAPPED_MM: Final = {
    1.6: (1.25, 1.6), 2.0: (1.6, 2.0), 2.5: (2.05, 2.5), 3.0: (2.5, 3.0), 4.0: (3.3, 4.0),
    5.0: (4.2, 5.0),
    6.0: (5.0, 6.0), 8.0: (6.8, 8.0), 10.0: (8.5, 10.0), 12.0: (10.2, 12.0), 14.0: (12.0, 14.0),
    16.0: (14.0, 16.0), 20.0: (17.5, 20.0), 24.0: (21.0, 24.0), 30.0: (26.5, 30.0),
}  # fmt: skip
_THREAD: Final = re.compile(
    r"(?<![A-Za-z0-9.])(?:M(\d{1,2}(?:\.\d)?)|(?<!\d )(?<!\d)m(\d{1,2}(?:\.\d)?))"
    r"(?:\s?[xX×]\s?\d{1,3}(?:\.\d{1,2})?)?(?![A-Za-z0-9])"
)
_TAPPED: Final = re.compile(r"\btapped\b|\bthread(?:ed|s)?\b|\btap\b|螺纹|攻丝|攻牙")
# ISO 2768-m, linear sizes: up to and including this nominal size, plus or minus.
_ISO_2768_M: Final = (
    (6.0, 0.1),
    (30.0, 0.2),
    (120.0, 0.3),
    (400.0, 0.5),
    (1000.0, 0.8),
    (2000.0, 1.2),
)


@dataclass(frozen=True, slots=True)
class Thread:
    """A metric thread in a clause, and the holes that pass for it."""

    name: str
    start: int
    end: int
    band_mm: tuple[float, float]
    tapped: bool

    @property
    def note(self) -> str:
        """How it was read, in words."""
        low, high = self.band_mm
        return (
            f"{self.name} is read as a {'tapped' if self.tapped else 'clearance'} hole, "
            f"Ø{low:g} to {high:g} mm."
        )


def general_tolerance_mm(nominal_mm: float) -> float:
    """ISO 2768-m tolerance of a length, plus or minus."""
    return next((limit for size, limit in _ISO_2768_M if abs(nominal_mm) <= size), 2.0)


def find_threads(text: str) -> tuple[Thread, ...]:
    """Metric threads of a clause as written; 'M' tells a thread from metres."""
    tapped = _TAPPED.search(text.lower()) is not None
    threads = []
    for match in _THREAD.finditer(text):
        size = float(match[1] or match[2])
        band = (_TAPPED_MM if tapped else _CLEARANCE_MM).get(size)
        if band is None and 1.0 <= size <= 64.0:
            low, high = (0.85, 1.0) if tapped else (1.04, 1.2)
            band = round(size * low, 2), round(size * high, 2)
        if band is not None:
            threads.append(Thread(f"M{size:g}", match.start(), match.end(), band, tapped))
    return tuple(threads)


def band_of(amount: Amount) -> tuple[float, float]:
    """Hole diameters that an amount lets pass, in mm."""
    comparator, low, high = amount.bounds
    if comparator == ">=":
        return amount.values[0], math.inf
    if comparator == "<=":
        return 0.0, amount.values[-1]
    if comparator == "==":
        tolerance = general_tolerance_mm(amount.values[0])
        return round(amount.values[0] - tolerance, 6), round(amount.values[0] + tolerance, 6)
    return low or 0.0, high or math.inf
