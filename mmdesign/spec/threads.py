"""Screw threads in a clause: each stands for the hole that the screw needs.

Metric clearance holes are ISO 273, fine to coarse; tap drills are those of ISO 261 coarse threads.
Unified sizes are ASME B1.1; their clearance holes span ASME B18.2.8 close to loose fit.
"""

import re
from dataclasses import dataclass
from typing import Final

from mmdesign.phrases import Phrase, phrase

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
# Medium series of the same standard, which is drilled where nothing else is asked for.
_MEDIUM_MM: Final = {
    1.6: 1.8, 2.0: 2.4, 2.5: 2.9, 3.0: 3.4, 4.0: 4.5, 5.0: 5.5, 6.0: 6.6, 8.0: 9.0, 10.0: 11.0,
    12.0: 13.5, 14.0: 15.5, 16.0: 17.5, 20.0: 22.0, 24.0: 26.0, 30.0: 33.0,
}  # fmt: skip
_METRIC: Final = re.compile(
    r"(?<![A-Za-z0-9.])(?:M(\d{1,2}(?:\.\d)?)|(?<!\d )(?<!\d)m(\d{1,2}(?:\.\d)?))"
    r"(?P<pitch>\s?[xX×*]\s?\d(?:[.,]\d{1,2})?(?![\d.]))?"
    r"(?P<length>\s?[xX×*]\s?\d{1,3}(?:\.\d{1,2})?(?![\d.]|\s?(?:mm)?\s?(?:deep|DEEP|depth|dp|DP|深)))?"
    r"(?P<grade>\s?-\s?\d[GgHh]\b)?(?![A-Za-z0-9])"
)
_UNIFIED: Final = re.compile(
    r"(?<![\d./])(?P<size>#\d{1,2}|(?:No\.?\s?)\d{1,2}|\d{1,2}/\d{1,2}|"
    r"\d{1,2}(?=-\d{1,2}\s?UN))[\"″”]?\s?-\s?"
    r"(?P<pitch>\d{1,2})(?!\d|\s?mm)\s?(?P<series>UN[CFE]?F?(?:\s?-\s?\d[AB])?)?",
    re.IGNORECASE,
)
_INCH_MM: Final = 25.4
_TAPPED: Final = re.compile(r"\btapped\b|\bthread(?:ed|s)?\b|\btap\b|\bblind tap|螺纹|攻丝|攻牙")
_PARTS: Final = re.compile(r"[,;，；、]|\b(?:and|plus|with|but)\b|[和与及]")
_CLEARANCE: Final = re.compile(r"clear|\bpass|光孔|过孔")


def drill_mm(band_mm: tuple[float, float]) -> float:
    """The drill for holes of a band: a tap drill, a medium clearance hole, else the middle."""
    for size, band in _CLEARANCE_MM.items():
        if band == band_mm:
            return _MEDIUM_MM[size]
    if band_mm in _TAPPED_MM.values():
        return band_mm[0]
    return round((band_mm[0] + band_mm[1]) / 2, 2)


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread in a clause, and the holes that pass for it."""

    name: str
    start: int
    end: int
    band_mm: tuple[float, float]
    tapped: bool

    @property
    def note(self) -> Phrase:
        """How it was read, in words."""
        low, high = self.band_mm
        if self.tapped:
            return phrase(
                "{thread} is read as a tapped hole, Ø{low:g} to {high:g} mm.",
                thread=self.name,
                low=low,
                high=high,
            )
        return phrase(
            "{thread} is read as a clearance hole, Ø{low:g} to {high:g} mm.",
            thread=self.name,
            low=low,
            high=high,
        )


def find_threads(text: str) -> tuple[Thread, ...]:
    """Threads of a clause as written; 'M' tells a thread from metres."""
    found = []
    for pattern, read in ((_METRIC, _metric), (_UNIFIED, _unified)):
        for match in pattern.finditer(text):
            about = _words_about(text, match.start(), match.end())
            tapped, clears = (kind.search(about) is not None for kind in (_TAPPED, _CLEARANCE))
            found.append(read(match, tapped=tapped, clears=clears))
    return tuple(sorted((each for each in found if each), key=lambda each: each.start))


def _words_about(text: str, start: int, end: int) -> str:
    """The clause, or its part about one thread where another part says another kind of hole."""
    plain = text.lower()
    if not (_TAPPED.search(plain) and _CLEARANCE.search(plain)):
        return plain
    before = [match.end() for match in _PARTS.finditer(plain, 0, start)]
    behind = _PARTS.search(plain, end)
    part = plain[before[-1] if before else 0 : behind.start() if behind else len(plain)]
    return part if _TAPPED.search(part) or _CLEARANCE.search(part) else plain


def _metric(match: re.Match[str], *, tapped: bool, clears: bool) -> Thread | None:
    size = float(match[1] or match[2])
    fine = match["pitch"] is not None and match["length"] is None and "." in match["pitch"]
    tapped = tapped or (not clears and (fine or match["grade"] is not None))
    band = (_TAPPED_MM if tapped else _CLEARANCE_MM).get(size)
    if band is None and 1.0 <= size <= 64.0:
        low, high = (0.85, 1.0) if tapped else (1.04, 1.2)
        band = round(size * low, 2), round(size * high, 2)
    return Thread(f"M{size:g}", match.start(), match.end(), band, tapped) if band else None


def _unified(match: re.Match[str], *, tapped: bool, clears: bool) -> Thread | None:
    """A numbered or fractional inch size with its threads per inch."""
    size, pitch = match["size"].lower(), int(match["pitch"])
    numbered = re.search(r"(?:#|no)\D{0,2}(\d{1,2})", size)
    if "/" not in size and pitch >= 24:
        numbered = numbered or re.search(r"(\d{1,2})", size)
    if not numbered and not match["series"] and "/" not in size:
        return None
    if numbered:
        major = 0.060 + 0.013 * int(numbered[1])
    else:
        top, _, bottom = size.partition("/")
        major = int(top) / max(int(bottom or 1), 1)
    if not 0.05 <= major <= 2.0 or not 4 <= pitch <= 80:
        return None
    tapped = tapped or (match["series"] is not None and not clears)
    if tapped:
        band = (major - 1.0825 / pitch) * _INCH_MM, major * _INCH_MM
    else:
        band = major * _INCH_MM + 0.4, major * _INCH_MM * 1.1 + 0.9
    name = re.sub(r"\s+", " ", match[0].strip())
    low, high = round(band[0], 2), round(band[1], 2)
    return Thread(name, match.start(), match.end(), (low, high), tapped)
