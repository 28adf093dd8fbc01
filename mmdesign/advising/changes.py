"""What is measured and fails -> the smallest changes that would mend it, with what they do."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from mmdesign.advising import effects
from mmdesign.advising.effects import AXES, SORTED_SIDES, Measurements, value_of
from mmdesign.advising.holes import hole_count_changes, hole_size_changes
from mmdesign.advising.places import around
from mmdesign.advising.wording import limit_words, there_are
from mmdesign.domain import Mesh, Requirement
from mmdesign.judging import Facts, find, label, limits, say
from mmdesign.phrases import Phrase, joined, phrase, phrases

_SURE: Final = 0.68
"""Standard errors of distance from a limit at which a value counts as inside: P is 0.75."""
_MORE: Final[Mapping[str, Phrase]] = phrases({
    "wall_thickness_min": "Thicken the wall", "wall_thickness_mean": "Thicken the walls",
    "extent_x": "Make the design longer along X", "extent_y": "Make the design longer along Y",
    "extent_z": "Make the design higher",
    "center_of_mass_z": "Raise the centre of mass, with material further up",
    "gap_min": "Widen the gap", "draft_angle_min": "Increase the draft angle",
    "fillet_radius_min": "Increase the smallest fillet radius", "hole_depth": "Deepen the holes",
    "hole_diameter": "Widen the holes that are too small",
    "length": "Lengthen the design", "width": "Widen the design",
    "height": "Make the design higher", "tip_angle": "Widen the base or lower the centre of mass: "
    "raise the tipping angle",
})  # fmt: skip
_LESS: Final[Mapping[str, Phrase]] = phrases({
    "wall_thickness_min": "Thin the wall", "wall_thickness_mean": "Thin the walls",
    "extent_x": "Make the design shorter along X", "extent_y": "Make the design shorter along Y",
    "extent_z": "Make the design lower",
    "center_of_mass_z": "Lower the centre of mass, with more material near the base,",
    "gap_min": "Narrow the gap", "hole_depth": "Make the holes shallower",
    "hole_diameter": "Narrow the holes that are too large",
    "length": "Shorten the design", "width": "Narrow the design",
    "height": "Make the design lower",
    "overhang_area_fraction": "Support the overhangs, turn the part or add 45° chamfers",
    "undercut_area_fraction": "Open the undercuts towards the pull direction",
    "hole_depth_ratio": "Widen the deep holes or drill them from both sides",
    "tool_reach_ratio": "Make the pockets wider or shallower",
})  # fmt: skip
_MUCH_LESS: Final = 0.5
"""To lose more than this share is said, since it takes another design or material."""
_BULK: Final = frozenset({"mass", "volume"})


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do, and the measurements as they would be after it."""

    text: str
    after: Measurements
    """Empty when nothing is known about the rest of the design."""


def changes_for(
    requirement: Requirement, measurements: Measurements, value: float, mesh: Mesh | None = None
) -> list[Change]:
    """Ways to meet a measured requirement, the smallest first.

    Args:
        requirement: One that is not met, or too close to its limit.
        measurements: Of the design; the change is applied to them.
        value: What was measured for the requirement.
        mesh: The design's, to say where.
    """
    quantity = requirement.quantity or ""
    if quantity in {"hole_count", "thread_drill_count"}:
        made = hole_count_changes(requirement, measurements, value, mesh)
        return [Change(*each) for each in made]
    if quantity == "hole_diameter" and value_of(measurements, "hole_diameter") is not None:
        return [Change(*each) for each in hole_size_changes(requirement, measurements, mesh)]
    for owns, make in _MAKERS:
        if owns(quantity):
            return make(requirement, measurements, value, mesh)
    return [_resize(requirement, measurements, value, mesh)]


def target(requirement: Requirement, measurements: Measurements, value: float) -> float:
    """The nearest value that surely meets a requirement: the nominal one where one is given."""
    if requirement.comparator == "==" and requirement.lower is not None:
        return requirement.lower
    finding = find(requirement, Facts.of(measurements))
    sigma = 0.0 if isinstance(finding, str) else finding.sigma
    low, high = limits(requirement)
    nearest = low if value < low else high
    if 0 < nearest < value:
        sigma *= nearest / value  # errors shrink with what is measured
    clear = min(_SURE * sigma, (high - low) / 2) if math.isfinite(high - low) else _SURE * sigma
    return low + clear if value < low + clear else max(high - clear, 0.0)


def _yes_or_no(
    requirement: Requirement, measurements: Measurements, value: float, mesh: Mesh | None
) -> list[Change]:
    quantity = requirement.quantity or ""
    wanted = (requirement.lower or 0.0) > 0.5
    after = effects.with_values(measurements, {quantity: float(wanted)})
    if quantity == "watertight":
        close = phrase("Close the gaps and loose edges of the surface.")
        return [Change(close if wanted else phrase("Open the closed surface."), after)]
    planes = ("symmetry_x", "symmetry_y", "symmetry_z")
    if quantity == "symmetry":
        best = max(planes, key=lambda name: value_of(measurements, name) or 0.0)
        after = effects.with_values(
            measurements, {best: 1.0} if wanted else dict.fromkeys(planes, 0.0)
        )
    return [Change(_symmetric(quantity, wanted=wanted), after)]


def _symmetric(quantity: str, *, wanted: bool) -> Phrase:
    if quantity.startswith("symmetry_"):
        axis = quantity[-1]
        if wanted:
            return phrase("Make the shape symmetric across {axis}.", axis=axis)
        return phrase("Make the shape asymmetric across {axis}.", axis=axis)
    if wanted:
        return phrase("Make the shape symmetric.")
    return phrase("Make the shape asymmetric.")


def _count(
    requirement: Requirement, measurements: Measurements, value: float, mesh: Mesh | None
) -> list[Change]:
    quantity = requirement.quantity or ""
    low, high = limits(requirement)
    short = value < low
    number = math.ceil(low - value) if short else math.ceil(value - high)
    after = effects.with_values(measurements, {quantity: low if short else high})
    if quantity.endswith("hole_count"):
        after = effects.shifted(after, {"hole_count": float(number if short else -number)})
    told = there_are(requirement, value)
    if quantity in {"part_count", "body_count"} and not short:
        text = phrase("Join the {things}: {told}.", things=label(quantity), told=told)
        return [Change(text, after)]
    parts = {"number": number, "things": _things(quantity, number), "told": told}
    if short:
        return [Change(phrase("Add {number} {things}: {told}.", **parts), after)]
    return [Change(phrase("Remove {number} {things}: {told}.", **parts), after)]


def _things(quantity: str, number: int) -> str:
    things = label(quantity, number)
    is_plural = number == 1 or things != label(quantity, 1)
    return things if is_plural else phrase("{thing}s", thing=things)


def _weigh(
    requirement: Requirement, measurements: Measurements, value: float, mesh: Mesh | None
) -> list[Change]:
    """Less material somewhere, or everything smaller."""
    wanted = target(requirement, measurements, value)
    factor = wanted / value if value else 1.0
    volume = value_of(measurements, "volume") or 0.0
    said = _material(requirement, value, wanted, volume)
    local = effects.with_volume_change(measurements, volume * (factor - 1))
    side = factor ** (1 / 3)
    reach = say(wanted, requirement.unit or "")
    more = phrase("Add {material} to reach {reach}.", material=said, reach=reach)
    less = phrase("Remove {material} to reach {reach}.", material=said, reach=reach)
    scale = phrase("Scale everything by {factor:.3f} to reach {reach}.", factor=side, reach=reach)
    return [
        Change(more if wanted > value else less, local),
        Change(scale, effects.scaled(measurements, side)),
    ]


def _material(requirement: Requirement, value: float, wanted: float, volume_mm3: float) -> Phrase:
    """How much of it is to come or to go: '20 g of material (7.4 cm³)'."""
    quantity, unit = requirement.quantity or "", requirement.unit or ""
    factor = wanted / value if value else 1.0
    said = phrase("{amount} of material", amount=say(abs(wanted - value), unit, quantity))
    if quantity == "mass" and volume_mm3:
        volume_cm3 = volume_mm3 * abs(factor - 1) / 1000
        said = phrase("{material} ({volume:.3g} cm³)", material=said, volume=volume_cm3)
    if factor < _MUCH_LESS:
        said = phrase("{material}, {share:.0%} of it,", material=said, share=1 - factor)
    return said


def _side(
    requirement: Requirement, measurements: Measurements, value: float, mesh: Mesh | None
) -> list[Change]:
    """Another length along one axis, or along all that are too long for a sorted side."""
    wanted = target(requirement, measurements, value)
    axes = _axes_to_change(requirement.quantity or "", measurements, wanted, value)
    text = _words(requirement, value, wanted)
    if not axes:
        return [Change(phrase("{change}.", change=text), ())]
    factors = joined(", ", [
        phrase("{axis} by {factor:.3g}", axis=axis[-1].upper(), factor=wanted / before)
        for axis in axes
        if (before := value_of(measurements, axis))
    ])  # fmt: skip
    return [
        Change(
            phrase("{change}: scale {factors}.", change=text, factors=factors),
            effects.stretched(measurements, dict.fromkeys(axes, wanted)),
        )
    ]


def _axes_to_change(
    quantity: str, measurements: Measurements, wanted: float, value: float
) -> list[str]:
    extents = {axis: size for axis in AXES if (size := value_of(measurements, axis)) is not None}
    if quantity in AXES:
        return [quantity] if quantity in extents else []
    falling = sorted(extents, key=lambda axis: -extents[axis])
    rank = SORTED_SIDES.index(quantity)
    if wanted < value:
        return [axis for axis in falling[rank:] if extents[axis] > wanted]
    return [axis for axis in falling[: rank + 1] if extents[axis] < wanted]


def _wall(
    requirement: Requirement, measurements: Measurements, value: float, mesh: Mesh | None
) -> list[Change]:
    wanted = target(requirement, measurements, value)
    thinnest = next((m for m in measurements if m.quantity == "wall_thickness_min"), None)
    place = "" if thinnest is None else around(mesh, thinnest.faces)
    text = phrase("{change}.", change=_words(requirement, value, wanted))
    if place:
        text = joined(" ", [text, phrase("The thinnest place is around {place}.", place=place)])
    return [Change(text, effects.thickened(measurements, wanted - value, mesh))]


def _share(
    requirement: Requirement, measurements: Measurements, value: float, mesh: Mesh | None
) -> list[Change]:
    quantity = requirement.quantity or ""
    wanted = target(requirement, measurements, value)
    known = (_MORE if wanted > value else _LESS).get(quantity)
    text = phrase(
        "{change}: from {now} to {then} of the area.",
        change=known or phrase("Change the {name}", name=label(quantity)),
        now=say(value, "", quantity),
        then=say(wanted, "", quantity),
    )
    return [Change(text, effects.with_values(measurements, {quantity: wanted}))]


def _resize(
    requirement: Requirement, measurements: Measurements, value: float, mesh: Mesh | None
) -> Change:
    quantity = requirement.quantity or ""
    wanted = target(requirement, measurements, value)
    fact = next((m for m in measurements if m.quantity == quantity), None)
    place = around(mesh, None if fact is None else fact.faces)
    text = phrase("{change}.", change=_words(requirement, value, wanted))
    if place:
        text = joined(" ", [text, phrase("It is around {place}.", place=place)])
    return Change(text, effects.with_values(measurements, {quantity: wanted}))


def _words(requirement: Requirement, value: float, wanted: float) -> Phrase:
    quantity, unit = requirement.quantity or "", requirement.unit or ""
    do = _to_do(quantity, more=wanted > value)
    change = say(abs(wanted - value), unit, quantity)
    if change == say(0.0, unit, quantity):
        return phrase("{do}, {limit}", do=do, limit=limit_words(requirement))
    reach = say(wanted, unit, quantity)
    return phrase("{do} by {change} to reach {reach}", do=do, change=change, reach=reach)


def _to_do(quantity: str, *, more: bool) -> Phrase:
    known = (_MORE if more else _LESS).get(quantity)
    if known is not None:
        return known
    if more:
        return phrase("Increase the {name}", name=label(quantity))
    return phrase("Reduce the {name}", name=label(quantity))


_Maker = Callable[[Requirement, Measurements, float, Mesh | None], list[Change]]
_MAKERS: Final[tuple[tuple[Callable[[str], bool], _Maker], ...]] = (
    (lambda name: name == "watertight" or name.startswith("symmetry"), _yes_or_no),
    (lambda name: name.endswith("_count"), _count),
    (lambda name: name in _BULK, _weigh),
    (lambda name: name in AXES or name in SORTED_SIDES, _side),
    (lambda name: name == "wall_thickness_min", _wall),
    (lambda name: name.endswith("_fraction"), _share),
)
