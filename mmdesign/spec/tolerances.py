"""What a nominal size without a tolerance lets pass: as the brief says, else ISO 2768-m."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from mmdesign.domain import Requirement
from mmdesign.spec.amount import Amount
from mmdesign.spec.amounts import read_amounts
from mmdesign.spec.signs import normalise

_SIZES_MM: Final = (3.0, 6.0, 30.0, 120.0, 400.0, 1000.0, 2000.0, math.inf)
_ISO_2768: Final = {
    "f": (0.05, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.5),
    "m": (0.1, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2.0),
    "c": (0.2, 0.3, 0.5, 0.8, 1.2, 2.0, 3.0, 4.0),
    "v": (0.5, 0.5, 1.0, 1.5, 2.5, 4.0, 6.0, 8.0),
}
"""ISO 2768-1, linear sizes (as GB/T 1804): up to and including `_SIZES_MM`, plus or minus.

Class f ends at 2 m and v begins at 3 mm; beyond, the neighbouring row is taken.
"""
_CLASS: Final = re.compile(
    r"\b(?:iso[ -]?2768(?:-1)?|(?:gb(?:/t)?[ -]?)?1804)[ -]?(?P<name>[fmcv])[hkl]?\b"
)
_PLUS_MINUS: Final = re.compile(
    r"\W*(?:unless otherwise (?:specified|noted|stated)[,:]?\s*)?(?:the )?(?:(?:general|"
    r"dimensional|overall|"
    r"default|linear|standard)\s)?(?:tolerances?(?: (?:on|of|for) (?:all |the )?"
    r"(?:external |outer |outside |linear |overall )?(?:sizes?|dimensions?|lengths))?|"
    r"all (?:other |linear )?(?:dimensions?|sizes|lengths)|"
    r"未注(?:尺寸|线性)?公差|"
    r"一般公差|所有尺寸(?:公差)?)\s?(?:is|are|of|to|为|均为)?"
    r"\s?[:=]?\s?± ?(?P<half>\d{0,2}\.?\d{1,3})"
    r"\s?(?:mm|毫米)?(?: unless otherwise (?:specified|noted|stated))?\W*"
)
_SENTENCE_END: Final = re.compile(r"\n|(?<=[.;。；])\s|[。；]|\s{2,}")


def general_tolerance_mm(nominal_mm: float, tolerance_class: str = "m") -> float:
    """ISO 2768-1 tolerance of a length, plus or minus.

    Args:
        nominal_mm: The length.
        tolerance_class: f (fine), m (medium), c (coarse) or v (very coarse).
    """
    row = next(at for at, size in enumerate(_SIZES_MM) if abs(nominal_mm) <= size)
    return _ISO_2768[tolerance_class][row]


def stated_tolerance(text: str) -> Callable[[float], float] | None:
    """The tolerance that a brief states for all its sizes: nominal size -> plus or minus, in mm.

    None where it states none, or medium ones, which hold anyway.
    """
    plain = normalise(text)
    for sentence in _SENTENCE_END.split(plain):
        if (found := _PLUS_MINUS.fullmatch(sentence)) and float(found["half"]) > 0:
            half = float(found["half"])
            return lambda _: half
    named = _CLASS.search(plain)
    if named is None or named["name"] == "m":
        return None
    name = named["name"]
    return lambda nominal_mm: general_tolerance_mm(nominal_mm, name)


def toleranced(requirement: Requirement, half_mm: Callable[[float], float]) -> Requirement:
    """An exact length with the tolerance of all sizes; anything else as it is."""
    nominal = requirement.lower
    if not _is_exact(requirement) or nominal is None:
        return requirement
    half = half_mm(nominal)
    return replace(
        requirement, comparator="in",
        lower=round(nominal - half, 6), upper=round(nominal + half, 6),
    )  # fmt: skip


def _is_exact(requirement: Requirement) -> bool:
    return requirement.comparator == "==" and requirement.unit == "mm"


def share_tolerance(plain: str, requirements: Sequence[Requirement]) -> list[Requirement]:
    """The requirements of one clause, where it says one tolerance for all its sizes.

    '320 long, 210 wide, all ±0.5', '... height 9.6 mm, tolerance 0.05 mm on all'.
    """
    alone = len({each.text for each in requirements if _is_exact(each)}) == 1
    halves = [
        half
        for amount in read_amounts(plain)
        if amount.unit in {None, "mm"} and (half := _half_of_all(plain, amount, alone=alone))
    ]
    if not halves:
        return list(requirements)
    return [toleranced(each, lambda _: halves[0]) for each in requirements]


_EACH_BEFORE: Final = re.compile(
    r"(?:\b(?:all|each|both|every|respectively)\b[^,;±]{0,30}|均为?|都为?|各)\s*$"
)
_ON_ALL: Final = re.compile(r"\s*(?:on|for|to) (?:all|each|every|both)\b")
_AXES: Final = re.compile(r"\bx\b.*\by\b.*\bz\b")


def _half_of_all(plain: str, amount: Amount, *, alone: bool) -> float | None:
    """Half the width of a tolerance that is of all sizes of a clause; alone, its one size's."""
    on_all = _ON_ALL.match(plain, amount.end) is not None
    if amount.form == "bare_tolerance":
        before = re.sub(r"公差|tolerances?|tol\.?", "", plain[: amount.start])
        return amount.values[0] if alone or on_all or _EACH_BEFORE.search(before) else None
    if amount.form != "tolerance":
        return None
    # behind a list of all axes, '..., Z = 20 mm (±0.5)' is of each of them
    apart = re.search(r"\s\(\s?±", plain[amount.start : amount.end])
    of_all = on_all or (apart and _AXES.search(plain))
    return round((amount.values[1] - amount.values[0]) / 2, 9) if of_all else None


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
