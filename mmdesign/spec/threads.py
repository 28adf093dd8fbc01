"""Screw threads in a clause: each stands for the hole that the screw needs.

Metric clearance holes are ISO 273, fine to coarse; tap drills are those of ISO 261 coarse threads.
Unified sizes are ASME B1.1; their clearance holes span ASME B18.2.8 close to loose fit.
Holes for heat-set inserts lie around those of sellers' charts (Accu: M3 4.0 mm, M4 5.6 mm,
M5 6.4 mm, M6 8.0 mm; Creative3DP's for printed parts: 0.2 mm more).
"""

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from mmdesign.phrases import Phrase, phrase
from mmdesign.spec.units import INCH_MM

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
# Into plastic: from somewhat tight to somewhat wide.
_INSERT_MM: Final = {
    2.0: (3.0, 3.4), 2.5: (3.7, 4.2), 3.0: (3.8, 4.4), 4.0: (5.3, 5.9), 5.0: (6.2, 6.9),
    6.0: (7.8, 8.5), 8.0: (9.5, 10.3),
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
_SCREW: Final = re.compile(
    r"(?<=for )(?P<size>\d(?:\.\d)?) ?mm (?:(?:wood|machine|self-tapping|countersunk|"
    r"chipboard|cap) )?(?:screws?|bolts?)\b",
    re.IGNORECASE,
)
"""'Holes for 4 mm wood screws'."""
_TAPPED: Final = re.compile(
    r"\b(?:set|grub)[ -]?screws?\b|紧定螺钉|"
    r"\btapped\b|\bthread(?:ed|s)?\b|\btap\b|\bblind tap|螺纹|攻丝|攻牙"
)
_INSERT: Final = re.compile(r"\binserts?\b|\bheat[- ]?set nuts?\b|热熔(?:铜)?螺母|铜螺母|嵌件|镶件")
_OUTSIDE: Final = re.compile(r"\b(?:external|male|outside) (?:screw )?threads?\b|外螺纹")
"""It needs no hole."""
_PARTS: Final = re.compile(r"[,;，；、]|\b(?:and|plus|with|but)\b|[和与及]")
_NEAR: Final = 120
_CLEARANCE: Final = re.compile(r"clear|\bpass|光孔|过孔")


def drill_mm(band_mm: tuple[float, float]) -> float:
    """The drill for holes of a band: a tap drill, a medium clearance hole, else the middle."""
    for size, band in _CLEARANCE_MM.items():
        if band == band_mm:
            return _MEDIUM_MM[size]
    if band_mm in _TAPPED_MM.values():
        return band_mm[0]
    return round((band_mm[0] + band_mm[1]) / 2, 2)


Use: TypeAlias = Literal["tapped", "clearance", "insert"]
"""What the hole of a thread is for: its own screw, one that passes, or a nut melted in."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread in a clause, and the holes that pass for it."""

    name: str
    start: int
    end: int
    band_mm: tuple[float, float]
    use: Use

    @property
    def note(self) -> Phrase:
        """How it was read, in words."""
        low, high = self.band_mm
        if self.use == "tapped":
            return phrase(
                "{thread} is read as a tapped hole, Ø{low:g} to {high:g} mm.",
                thread=self.name,
                low=low,
                high=high,
            )
        if self.use == "insert":
            return phrase(
                "{thread} is read as a hole for a heat-set insert, Ø{low:g} to {high:g} mm.",
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
    plain = text.lower()
    if _OUTSIDE.search(plain):
        return ()
    whole = _use(plain)
    kinds = sum(kind.search(plain) is not None for kind in (_INSERT, _TAPPED, _CLEARANCE))
    found = []
    for pattern, read in ((_METRIC, _metric), (_UNIFIED, _unified)):
        for match in pattern.finditer(text):
            own = _use(_part_about(plain, *match.span())) if kinds > 1 else None
            found.append(read(match, own or whole))
    for match in _SCREW.finditer(text):
        size = float(match["size"])
        band = _CLEARANCE_MM.get(size, (round(1.05 * size, 2), round(1.2 * size, 2)))
        found.append(Thread(match[0], match.start(), match.end(), band, "clearance"))
    return tuple(sorted((each for each in found if each), key=lambda each: each.start))


def _use(words: str) -> Use | None:
    """What words say of the hole; None where they say nothing."""
    if _INSERT.search(words):
        return "insert"
    if _TAPPED.search(words):
        return "tapped"
    return "clearance" if _CLEARANCE.search(words) else None


def _part_about(plain: str, start: int, end: int) -> str:
    """The part of a clause around one thread, up to the next comma or 'and'."""
    opened = max(0, start - _NEAR)
    for match in _PARTS.finditer(plain, opened, start):
        opened = match.end()
    behind = _PARTS.search(plain, end)
    return plain[opened : behind.start() if behind else len(plain)]


def _metric(match: re.Match[str], use: Use | None) -> Thread | None:
    size = float(match[1] or match[2])
    fine = match["pitch"] is not None and match["length"] is None and "." in match["pitch"]
    if use is None or (use == "insert" and size not in _INSERT_MM):
        use = "tapped" if fine or match["grade"] is not None else "clearance"
    band = {"tapped": _TAPPED_MM, "clearance": _CLEARANCE_MM, "insert": _INSERT_MM}[use].get(size)
    if band is None and 1.0 <= size <= 64.0:
        low, high = (0.85, 1.0) if use == "tapped" else (1.04, 1.2)
        band = round(size * low, 2), round(size * high, 2)
    return Thread(f"M{size:g}", match.start(), match.end(), band, use) if band else None


def _unified(match: re.Match[str], use: Use | None) -> Thread | None:
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
    tapped = use == "tapped" or (use != "clearance" and match["series"] is not None)
    if tapped:
        band = (major - 1.0825 / pitch) * INCH_MM, major * INCH_MM
    else:
        band = major * INCH_MM + 0.4, major * INCH_MM * 1.1 + 0.9
    name = re.sub(r"\s+", " ", match[0].strip())
    low, high = round(band[0], 2), round(band[1], 2)
    return Thread(
        name, match.start(), match.end(), (low, high), "tapped" if tapped else "clearance"
    )
