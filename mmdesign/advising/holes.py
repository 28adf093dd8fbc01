"""Too few, too many, too narrow or too wide holes: drill, open, close, and which ones."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from mmdesign.advising import effects
from mmdesign.advising.effects import Measurements
from mmdesign.advising.places import around
from mmdesign.advising.wording import there_are
from mmdesign.domain import Measurement, Mesh, Requirement
from mmdesign.judging import in_band, limits
from mmdesign.phrases import Phrase, counted, joined, phrase
from mmdesign.spec import drill_mm

Told = tuple[str, Measurements]
_OPENED_FROM: Final = 0.6
"""A hole of this share of the wanted diameter is opened rather than left beside a new one."""
_BORE: Final = 1.5
"""A hole more than so many times as wide as the usual one is a bore."""
_EXACT_MM: Final = 0.005
_DRILL_STEP_MM: Final = 0.1
_NAMED_PLACES: Final = 4


def hole_count_changes(
    requirement: Requirement, measurements: Measurements, count: float, mesh: Mesh | None
) -> list[Told]:
    """Drill, open or close holes until as many have the wanted size as the spec asks for."""
    holes = [m for m in measurements if m.quantity == "hole_diameter"]
    band = requirement.diameter_band_mm
    inside = [n for n, hole in enumerate(holes) if band is None or in_band(hole, band)]
    low, high = limits(requirement)
    if count > high:
        return [_closed(requirement, measurements, inside, count, mesh)]
    missing = math.ceil(low - count)
    told = there_are(requirement, count)
    diameter = _wanted_mm(band, [holes[number] for number in inside])
    drilled = (
        phrase("Drill {holes}: {told}.", holes=_new_holes(missing, count, diameter), told=told),
        effects.with_holes_added(measurements, missing, diameter),
    )
    near = [] if band is None else _openable(holes, inside, diameter or 0.0)
    if len(near) < missing or diameter is None:
        return [drilled]
    return [_resized(measurements, dict.fromkeys(near[:missing], diameter), told, mesh), drilled]


def _new_holes(missing: int, count: float, diameter: float | None) -> Phrase:
    """'2 more holes of Ø6.6 mm'."""
    if count:
        holes = counted(missing, "{number} more hole", "{number} more holes")
    else:
        holes = counted(missing, "{number} hole", "{number} holes")
    if diameter is None:
        return holes
    return phrase("{holes} of Ø{diameter:g} mm", holes=holes, diameter=diameter)


def hole_size_changes(
    requirement: Requirement, measurements: Measurements, mesh: Mesh | None
) -> list[Told]:
    """Open the holes that are too narrow, narrow those that are too wide."""
    holes = [m for m in measurements if m.quantity == "hole_diameter"]
    low, high = limits(requirement)
    nominal = requirement.lower if requirement.comparator == "==" else None
    wanted: dict[int, float] = {}
    for number, hole in enumerate(holes):
        if not low - hole.sigma <= hole.value <= high + hole.sigma:
            nearest = low if hole.value < low else high
            wanted[number] = round(nearest if nominal is None else nominal, 3)
    return [_resized(measurements, wanted, "", mesh)] if wanted else []


def _openable(holes: Sequence[Measurement], inside: Sequence[int], diameter: float) -> list[int]:
    """Narrower holes that can be opened to a diameter, the widest first."""
    near = [
        number for number, hole in enumerate(holes)
        if number not in inside and _OPENED_FROM * diameter <= hole.value < diameter
    ]  # fmt: skip
    return sorted(near, key=lambda number: -holes[number].value)


def _wanted_mm(band: tuple[float, float] | None, present: Sequence[Measurement]) -> float | None:
    """The diameter to drill: that of the holes that are there, else the band's own drill.

    Holes of a mesh are measured a few hundredths off: the drill is then the usual one where that
    is near, else one that exists.
    """
    usual = None if band is None else band[0] if math.isinf(band[1]) else drill_mm(band)
    if not present:
        return usual
    measured = float(np.median([hole.value for hole in present]))
    if max(hole.sigma for hole in present) < _EXACT_MM:
        return round(measured, 2)
    if usual is not None and abs(usual - measured) <= _DRILL_STEP_MM:
        return usual
    return round(measured, 1)


def _closed(
    requirement: Requirement, measurements: Measurements, inside: Sequence[int], count: float,
    mesh: Mesh | None,
) -> Told:  # fmt: skip
    """Close the holes that belong least to the others: of the rarest size, then the narrowest.

    A far wider one is no odd hole but a bore with a purpose of its own.
    """
    _, high = limits(requirement)
    number = math.ceil(count - high)
    holes = [m for m in measurements if m.quantity == "hole_diameter"]
    sizes = Counter(round(holes[index].value, 2) for index in inside)
    usual = float(np.median([holes[index].value for index in inside])) if inside else 0.0
    odd_first = sorted(
        inside,
        key=lambda index: (
            holes[index].value > _BORE * usual,
            sizes[round(holes[index].value, 2)],
            holes[index].value,
        ),
    )
    chosen = odd_first[:number]
    text = counted(
        number,
        "Close {number} hole: {told}.",
        "Close {number} holes: {told}.",
        told=there_are(requirement, count),
    )
    where = _places([holes[index] for index in chosen], mesh)
    chosen_sizes = {round(holes[index].value, 2) for index in chosen}
    are_odd = all(round(holes[index].value, 2) not in chosen_sizes
                  for index in inside if index not in chosen)  # fmt: skip
    if where and are_odd and len(chosen) < len(inside):
        odd = counted(
            number, "The odd one is at {where}.", "The odd ones are at {where}.", where=where
        )
        text = joined(" ", [text, odd])
    if not chosen:
        return text, effects.shifted(measurements, {"hole_count": -float(number)})
    return text, effects.with_holes_closed(measurements, chosen)


def _resized(
    measurements: Measurements, wanted: Mapping[int, float], told: str, mesh: Mesh | None
) -> Told:
    """Say it as 'Open 2 holes from Ø6 to Ø6.6 mm, at (10, 4, 0), (30, 4, 0).'."""
    holes = [m for m in measurements if m.quantity == "hole_diameter"]
    moves = Counter((round(holes[number].value, 2), new) for number, new in wanted.items())
    parts = [
        _move(count, old, new, is_first=place == 0)
        for place, ((old, new), count) in enumerate(moves.items())
    ]
    text = joined("; ", parts)
    where = _places([holes[number] for number in wanted], mesh)
    if where:
        text = phrase("{change}, at {where}", change=text, where=where)
    if told:
        text = phrase("{change}: {told}.", change=text, told=told)
    else:
        text = phrase("{change}.", change=text)
    return text, effects.with_holes_resized(measurements, wanted)


def _move(count: int, old: float, new: float, *, is_first: bool) -> Phrase:
    """'Open 2 holes from Ø6 to Ø6.6 mm', which begins the sentence or goes on with it."""
    holes = counted(count, "{number} hole", "{number} holes")
    parts = {"holes": holes, "old": old, "new": new}
    if new > old:
        if is_first:
            return phrase("Open {holes} from Ø{old:g} to Ø{new:g} mm", **parts)
        return phrase("open {holes} from Ø{old:g} to Ø{new:g} mm", **parts)
    if is_first:
        return phrase("Narrow {holes} from Ø{old:g} to Ø{new:g} mm", **parts)
    return phrase("narrow {holes} from Ø{old:g} to Ø{new:g} mm", **parts)


def _places(holes: Sequence[Measurement], mesh: Mesh | None) -> str:
    """'(10, 4, 0), (30, 4, 0)'; empty when no hole has a place."""
    known = [place for hole in holes if (place := around(mesh, hole.faces))]
    if len(known) <= _NAMED_PLACES:
        return joined(", ", known)
    return phrase("{places} and others", places=joined(", ", known[:_NAMED_PLACES]))
