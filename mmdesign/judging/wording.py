"""Values, limits and findings in words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mmdesign.domain import IntArray, Measurement, Requirement
from mmdesign.judging.bounds import general_tolerance, limits
from mmdesign.judging.labels import label
from mmdesign.phrases import Phrase, counted, joined, phrase

_RAISED: Final = {"mm2": (2, "²"), "mm3": (3, "³")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One value against its limits."""

    value: float
    sigma: float
    probability: float
    margin: float
    """How far inside the limits; negative outside."""
    faces: IntArray | None = None
    detail: str = ""

    @property
    def is_within_error(self) -> bool:
        """Whether a value outside its limits lies within the measuring error of them."""
        return self.margin < 0 < self.sigma and -self.margin <= self.sigma


def how_many_wrong(wrong: int, every: int, counted_by: str = "hole_count") -> Phrase:
    """'2 of 4 holes are outside', 'all 4 holes', 'the only hole'; of what a quantity counts."""
    things = label(counted_by, every)
    if every == 1:
        if wrong:
            return phrase("the only {thing} is outside", thing=things)
        return phrase("the only {thing}", thing=things)
    if wrong == every:
        return phrase("all {every} {things} are outside", every=every, things=things)
    if wrong:
        return counted(
            wrong,
            "{number} of {every} {things} is outside",
            "{number} of {every} {things} are outside",
            every=every,
            things=things,
        )
    return phrase("all {every} {things}", every=every, things=things)


def say(value: float, unit: str, quantity: str = "") -> str:
    """A value with its unit, as people read it."""
    if quantity.endswith("_fraction"):
        return f"{round(value * 100, 1):g} %"
    digits = 3 if abs(value) < 1 else 2
    if unit in _RAISED:
        power, raised = _RAISED[unit]
        unit = f"mm{raised}"
        if abs(value) >= 1000:
            value, unit, digits = value / 10**power, f"cm{raised}", 3
    rounded = round(value, digits) + 0.0  # the sum has no minus zero
    number = f"{rounded:,.{digits}f}".rstrip("0").rstrip(".")
    return f"{number}°" if unit == "deg" else f"{number} {unit}".strip()


def limit_in_words(requirement: Requirement) -> str:
    """'at least 2.5 mm', '4', '25 mm ±0.2 (ISO 2768-m)'."""
    unit, quantity = requirement.unit or "", requirement.quantity or ""
    low, high = requirement.lower, requirement.upper
    if requirement.comparator == "==" and low is not None:
        return _plain_limit(requirement, low)
    if low is not None and high is not None:
        smallest = say(low, unit, quantity)
        return phrase("{low} to {high}", low=smallest, high=_amount(high, requirement))
    if low is not None:
        return phrase("at least {limit}", limit=_amount(low, requirement))
    if high == 0 and quantity.endswith(("_count", "_fraction")):
        return phrase("none")
    return phrase("at most {limit}", limit=_amount(high or 0.0, requirement))


def _plain_limit(requirement: Requirement, wanted: float) -> str:
    unit, quantity = requirement.unit or "", requirement.quantity or ""
    tolerance = general_tolerance(requirement)
    if wanted == 0:
        return phrase("none")
    if tolerance == 0:
        return _amount(wanted, requirement)
    iso = "ISO 2768-m"
    return phrase(
        "{value} ±{tolerance} ({rule})",
        value=say(wanted, unit, quantity),
        tolerance=say(tolerance, unit, quantity),
        rule={"mm": iso, "deg": iso}.get(unit, phrase("general tolerance 5 %")),
    )


def _amount(value: float, requirement: Requirement) -> str:
    """A value as it is said; Chinese puts a measure word behind what is counted."""
    quantity = requirement.quantity or ""
    said = say(value, requirement.unit or "", quantity)
    return phrase("{count}", count=said) if quantity.endswith("_count") else said


def statement(requirement: Requirement, finding: Finding) -> str:
    """'thinnest wall 1.8 mm, needs at least 2.5 mm: 0.7 mm short'."""
    quantity = requirement.quantity or ""
    if quantity == "watertight" or quantity.startswith("symmetry"):
        return _yes_no(quantity, finding.value, wanted=(requirement.lower or 0.0) > 0.5)
    sentence = _against_the_limit(requirement, finding)
    if finding.sigma > 0 and abs(finding.margin) <= finding.sigma:
        sentence = phrase(
            "{finding}, within the measuring error of ±{error}",
            finding=sentence,
            error=say(finding.sigma, requirement.unit or "", quantity),
        )
    if finding.detail:
        sentence = phrase("{finding} ({detail})", finding=sentence, detail=finding.detail)
    return sentence


def _against_the_limit(requirement: Requirement, finding: Finding) -> Phrase:
    parts = {"measured": _measured(requirement, finding), "limit": limit_in_words(requirement)}
    if finding.probability >= 0.5 or finding.margin >= 0:
        return phrase("{measured}, needs {limit}", **parts)
    parts["missing"] = _amount(-finding.margin, requirement)
    low, _ = limits(requirement)
    if finding.value < low:
        return phrase("{measured}, needs {limit}: {missing} short", **parts)
    if (requirement.quantity or "").endswith("_count"):
        return phrase("{measured}, needs {limit}: {missing} too many", **parts)
    return phrase("{measured}, needs {limit}: {missing} too much", **parts)


def _measured(requirement: Requirement, finding: Finding) -> Phrase:
    """'3 holes of Ø6.4 to 7 mm', 'thinnest wall 1.8 mm'."""
    value, name = _amount(finding.value, requirement), _name(requirement, finding.value)
    if (requirement.quantity or "").endswith("_count"):
        return phrase("{value} {things}", value=value, things=name)
    return phrase("{name} {value}", name=name, value=value)


def sizes_in_words(holes: Sequence[Measurement]) -> str:
    """'other holes: Ø4, Ø6.6'; empty when there are none."""
    if not holes:
        return ""
    sizes = sorted({round(hole.value, 2) for hole in holes})
    shown = joined(", ", [f"Ø{size:g}" for size in sizes[:6]])
    if len(sizes) > 6:
        return phrase("other holes: {sizes} ...", sizes=shown)
    return phrase("other holes: {sizes}", sizes=shown)


def _name(requirement: Requirement, value: float) -> str:
    name = label(requirement.quantity or "", value)
    band = requirement.diameter_band_mm
    if band is None:
        return name
    if math.isinf(band[1]):
        return phrase("{name} of at least Ø{low:g} mm", name=name, low=band[0])
    return phrase("{name} of Ø{low:g} to {high:g} mm", name=name, low=band[0], high=band[1])


def _yes_no(quantity: str, value: float, *, wanted: bool) -> Phrase:
    if quantity == "watertight":
        return (
            phrase("the surface is closed")
            if value > 0.5
            else phrase("the surface is open: it has gaps or loose edges")
        )
    held = _symmetric(quantity.removeprefix("symmetry").removeprefix("_"), is_so=value > 0.5)
    return held if wanted else phrase("{finding}; it must not be", finding=held)


def _symmetric(axis: str, *, is_so: bool) -> Phrase:
    if not axis:
        return phrase("the shape is symmetric") if is_so else phrase("the shape is not symmetric")
    if is_so:
        return phrase("the shape is symmetric across {axis}", axis=axis)
    return phrase("the shape is not symmetric across {axis}", axis=axis)
