"""ISO 286 limits: 'Ø20 H7' is 20 to 20.021 mm.

Tolerance grades and fundamental deviations are those of ISO 286-1:2010, tables 1 to 5, for sizes
up to 500 mm, in micrometres.
"""

import re
from bisect import bisect_left
from typing import Final

_UP_TO_MM: Final = (3, 6, 10, 18, 30, 50, 80, 120, 180, 250, 315, 400, 500)
_GRADES_UM: Final[dict[int, tuple[int, ...]]] = {
    4: (3, 4, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20),
    5: (4, 5, 6, 8, 9, 11, 13, 15, 18, 20, 23, 25, 27),
    6: (6, 8, 9, 11, 13, 16, 19, 22, 25, 29, 32, 36, 40),
    7: (10, 12, 15, 18, 21, 25, 30, 35, 40, 46, 52, 57, 63),
    8: (14, 18, 22, 27, 33, 39, 46, 54, 63, 72, 81, 89, 97),
    9: (25, 30, 36, 43, 52, 62, 74, 87, 100, 115, 130, 140, 155),
    10: (40, 48, 58, 70, 84, 100, 120, 140, 160, 185, 210, 230, 250),
    11: (60, 75, 90, 110, 130, 160, 190, 220, 250, 290, 320, 360, 400),
    12: (100, 120, 150, 180, 210, 250, 300, 350, 400, 460, 520, 570, 630),
    13: (140, 180, 220, 270, 330, 390, 460, 540, 630, 720, 810, 890, 970),
}
# Upper deviation of shafts d to h, which lie below the nominal size.
_BELOW_UM: Final[dict[str, tuple[int, ...]]] = {
    "d": (20, 30, 40, 50, 65, 80, 100, 120, 145, 170, 190, 210, 230),
    "e": (14, 20, 25, 32, 40, 50, 60, 72, 85, 100, 110, 125, 135),
    "f": (6, 10, 13, 16, 20, 25, 30, 36, 43, 50, 56, 62, 68),
    "g": (2, 4, 5, 6, 7, 9, 10, 12, 14, 15, 17, 18, 20),
    "h": (0,) * 13,
}
# Lower deviation of shafts k to p, which lie above it; k is that of grades 4 to 7.
_ABOVE_UM: Final[dict[str, tuple[int, ...]]] = {
    "k": (0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5),
    "m": (2, 4, 6, 7, 8, 9, 11, 13, 15, 17, 20, 21, 23),
    "n": (4, 8, 10, 12, 15, 17, 20, 23, 27, 31, 34, 37, 40),
    "p": (6, 12, 15, 18, 22, 26, 32, 37, 43, 50, 56, 62, 68),
}
_CORRECTED_GRADES: Final = (5, 6, 7)
"""Holes K to P get a correction of the difference to the grade below."""

FIT: Final = re.compile(
    r"(?<![A-Za-z0-9.])(?P<dia>[ØøΦφ⌀∅]\s?)?\d{1,3}(?:[.,]\d{1,3})?\s?(?:mm\s?)?"
    r"(?P<fit>(?!(?:(?<=\.\d)|(?<=\.\d\d)|(?<=\.\d\d\d))E)(?:JS|js|[D-HKNPd-hknp]|M(?=7)|(?(dia)m|(?!)))(?:[4-9]|1[0-3]))(?![A-Za-z0-9.])"
)


def limits_mm(nominal_mm: float, fit: str) -> tuple[float, float] | None:
    """Smallest and largest size that a fit allows; None when the tables do not hold it.

    A capital letter is a hole, a small one a shaft: 20 H7 -> (20, 20.021), 20 h6 -> (19.987, 20).
    """
    letter, grade = fit.rstrip("0123456789"), int(fit.lstrip("JSjsABCDEFGHKMNPabcdefghkmnp"))
    if not 0 < nominal_mm <= _UP_TO_MM[-1] or grade not in _GRADES_UM:
        return None
    step = bisect_left(_UP_TO_MM, nominal_mm)
    width = float(_GRADES_UM[grade][step])
    low = _lower_deviation_um(letter, grade, step, width)
    if low is None:
        return None
    return round(nominal_mm + low / 1000, 6), round(nominal_mm + (low + width) / 1000, 6)


def _lower_deviation_um(letter: str, grade: int, step: int, width: float) -> float | None:
    shaft, hole = letter.lower(), letter.isupper()
    if shaft == "js":
        return -width / 2
    if shaft in _BELOW_UM:
        away = float(_BELOW_UM[shaft][step])
        return away if hole else -away - width
    if shaft not in _ABOVE_UM or grade not in _CORRECTED_GRADES:
        return None
    away = float(_ABOVE_UM[shaft][step])
    if not hole:
        return away
    correction = 0.0 if step == 0 else width - _GRADES_UM[grade - 1][step]
    return correction - away - width
