"""Requirements about a part that is known, true or just not true, in words as briefs have them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mmdesign.spec import density_g_per_cm3, general_tolerance_mm
from mmdesign.training.evaluation.drawn_parts import Truth
from mmdesign.training.parts.draft import Dice

MATERIAL: Final = "aluminium"
MATERIAL_LINE: Final = f"Material: {MATERIAL}."
_NEAREST, _FARTHEST = 0.02, 0.05
"""How far from the true value a limit lies, as a share of it."""
_LIMITS: Final[Mapping[str, tuple[str, str]]] = {
    "length": ("Overall length at most {} mm.", "Overall length at least {} mm."),
    "width": ("Overall width at most {} mm.", "Overall width at least {} mm."),
    "extent_x": ("At most {} mm along the x axis.", "At least {} mm along the x axis."),
    "extent_y": ("At most {} mm along the y axis.", "At least {} mm along the y axis."),
    "extent_z": ("At most {} mm along the z axis.", "At least {} mm along the z axis."),
    "volume": ("Volume at most {} mm3.", "Volume at least {} mm3."),
    "surface_area": ("Surface area at most {} mm2.", "Surface area at least {} mm2."),
    "mass": ("Mass at most {} g.", "Mass at least {} g."),
    "outer_diameter": ("Outer diameter at most {} mm.", "Outer diameter at least {} mm."),
    "wall_thickness_min": ("", "Wall thickness at least {} mm."),
    "fillet_radius_min": ("", "Fillet radius at least {} mm."),
}
"""Quantity -> words for an upper and for a lower limit; empty where a brief has none."""
_COUNTS: Final[Mapping[str, str]] = {
    "hole_count": "hole", "through_hole_count": "through hole", "blind_hole_count": "blind hole",
    "counterbore_count": "counterbored hole", "countersink_count": "countersunk hole",
    "fillet_count": "fillet", "planar_face_count": "flat face",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement, what it is about, and whether the part meets it."""

    text: str
    quantity: str
    is_met: bool


def ask(truth: Truth, dice: Dice, count: int) -> list[Asked]:
    """Different requirements about a part, met and just missed by even chances.

    Args:
        truth: What is so.
        dice: Chooses what is asked, on which side of the truth, and how near.
        count: Of requirements, at most as many as there are things to ask.
    """
    return [make(truth, dice) for make in dice.some(tuple(_askable(truth)), count)]


def _askable(truth: Truth) -> Iterator[Callable[[Truth, Dice], Asked]]:
    known = {*truth.values, "mass"}
    for quantity, words in _LIMITS.items():
        if quantity in known:
            yield lambda t, d, q=quantity, w=words: _limit(t, d, q, w)  # type: ignore[misc]
    for quantity in _COUNTS:
        if quantity in known:
            yield lambda t, d, q=quantity: _count(t, d, q)  # type: ignore[misc]
    if truth.holes:
        yield _sized_holes
        yield _every_hole
        yield _hole_depth
    if "bolt_circle_diameter" in known:
        yield _bolt_circle
    if "overhang_area_fraction" in known:
        yield _overhang
    yield lambda t, d: Asked("The surface must be watertight.", "watertight", is_met=True)


def _overhang(truth: Truth, dice: Dice) -> Asked:
    quantity = "overhang_area_fraction"
    return Asked("No overhangs.", quantity, is_met=truth.values[quantity] == 0)


def _limit(truth: Truth, dice: Dice, quantity: str, words: tuple[str, str]) -> Asked:
    if quantity == "mass":
        value = truth.values["volume"] / 1000 * density_g_per_cm3(MATERIAL)
    else:
        value = truth.values[quantity]
    text, sign = (words[0], 1) if words[0] and dice.yes() else (words[1], -1)
    is_met = dice.yes()
    bound = _near(value, dice, sign if is_met else -sign)
    return Asked(text.format(bound), quantity, is_met)


def _near(value: float, dice: Dice, sign: int) -> str:
    """A limit a few per cent above or below a value, written with four digits."""
    bound = value * (1 + sign * dice.real(_NEAREST, _FARTHEST))
    return f"{float(f'{bound:.4g}'):.12g}"


def _count(truth: Truth, dice: Dice, quantity: str) -> Asked:
    number, noun = int(truth.values[quantity]), _COUNTS[quantity]
    form, is_met = dice.pick(("Exactly", "At least", "At most")), dice.yes()
    off = {"Exactly": dice.pick((-1, 1)), "At least": 1, "At most": -1}[form]
    said = number if is_met else number + off
    if said < 0 or (said == 0 and form != "Exactly"):
        form, said, is_met = "Exactly", number, True
    if said == 0:
        return Asked(f"No {noun}s.", quantity, number == 0)
    return Asked(f"{form} {said} {noun}{'' if said == 1 else 's'}.", quantity, is_met)


def _sized_holes(truth: Truth, dice: Dice) -> Asked:
    """'4 holes of diameter 6.6 mm': another count or another size is a miss."""
    sizes = Counter(round(hole.diameter, 2) for hole in truth.holes)
    size = dice.pick(sorted(sizes))
    number, wrong = sizes[size], dice.pick(("", "count", "size"))
    said, asked = number, size
    if wrong == "count":
        said = number + 1 if number == 1 else number + dice.pick((-1, 1))
    if wrong == "size":
        away = max(0.06 * size, 2.5 * general_tolerance_mm(size))
        asked = round(size + dice.pick((-1, 1)) * away, 2)
    band = general_tolerance_mm(asked)
    inside = sum(abs(hole.diameter - asked) <= band for hole in truth.holes)
    text = f"Exactly {said} hole{'' if said == 1 else 's'} of diameter {asked:g} mm."
    return Asked(text, "holes of one size", inside == said)


def _every_hole(truth: Truth, dice: Dice) -> Asked:
    low, high = (pick(hole.diameter for hole in truth.holes) for pick in (min, max))
    is_met = dice.yes()
    if dice.yes():
        bound = _near(low, dice, -1 if is_met else 1)
        return Asked(f"All holes at least {bound} mm in diameter.", "hole_diameter", is_met)
    bound = _near(high, dice, 1 if is_met else -1)
    return Asked(f"All holes at most {bound} mm in diameter.", "hole_diameter", is_met)


def _hole_depth(truth: Truth, dice: Dice) -> Asked:
    low, high = (pick(hole.depth for hole in truth.holes) for pick in (min, max))
    is_met = dice.yes()
    if dice.yes():
        bound = _near(low, dice, -1 if is_met else 1)
        return Asked(f"Hole depth at least {bound} mm.", "hole_depth", is_met)
    bound = _near(high, dice, 1 if is_met else -1)
    return Asked(f"Hole depth at most {bound} mm.", "hole_depth", is_met)


def _bolt_circle(truth: Truth, dice: Dice) -> Asked:
    value, is_met = truth.values["bolt_circle_diameter"], dice.yes()
    off = 0.0 if is_met else dice.pick((-1, 1)) * value * dice.real(_NEAREST, _FARTHEST)
    said, tolerance = round(value + off, 2), max(0.2, round(0.008 * value, 2))
    text = f"Bolt circle diameter {said:g} mm ±{tolerance:g} mm."
    return Asked(text, "bolt_circle_diameter", abs(said - value) <= tolerance)
