"""Does what is suggested come true? Drawn parts are changed as advised, and judged again.

Each case is a part that meets a brief but for one requirement, the other limits being close. The
gain that was predicted is set beside the real one, of the part drawn anew with the changed
parameter and measured again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mmdesign.advising import Scene, advise
from mmdesign.domain import Design, DoubleArray, Fit, Measurement, Spec, Verdict
from mmdesign.judging import fit, judge
from mmdesign.measuring import measure
from mmdesign.spec import parse_spec
from mmdesign.training.evaluation.asking import MATERIAL_LINE
from mmdesign.training.evaluation.drawing import Drawing
from mmdesign.training.evaluation.drawn_parts import FAMILIES, Family, Truth, draw
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.ledger import weighed
from mmdesign.training.parts.draft import Dice

CARRIED_OUT: Final = "Suggestions carried out on drawn parts: gain of the fit"
SAME_GAIN: Final = 0.005
"""A gain nearer to nothing than this has no sign."""
_PARAMETERS: Final[Mapping[str, Mapping[str, str]]] = {
    "plate": {"extent_x": "x", "extent_y": "y", "hole_count": "count", "hole_diameter": "hole"},
    "flange": {"wall_thickness_min": "z", "hole_count": "count"},
    "tray": {"wall_thickness_min": "wall", "extent_x": "x", "extent_z": "z"},
    "bracket": {"wall_thickness_min": "t", "extent_x": "a", "extent_z": "w",
                "hole_diameter": "hole"},
    "channel": {"wall_thickness_min": "t", "extent_z": "l", "hole_count": "count",
                "hole_diameter": "hole"},
    "bushing": {"wall_thickness_min": "wall"},
    "slotted plate": {"wall_thickness_min": "z", "extent_x": "x", "hole_diameter": "hole"},
}  # fmt: skip
"""Family -> measured quantity -> the parameter that sets it."""
_CLEAR: Final = 1.01
"""How much further than to its limit a size is changed: a mesh's error is smaller."""
_LEAST_HOLES, _MOST_HOLES = 3, 6
"""Of fewer holes none is closed, to so many none is added: a plate has six places for them."""
_CLOSE: Final[Mapping[str, str]] = {
    "mass": "Mass at most {} g.", "volume": "Volume at most {} mm3.",
    "surface_area": "Surface area at most {} mm2.", "extent_x": "At most {} mm along the x axis.",
    "extent_y": "At most {} mm along the y axis.", "extent_z": "At most {} mm along the z axis.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One part, a brief that it breaks in one place, and the parameter to mend it with."""

    family: Family
    parameters: Mapping[str, float]
    quantity: str
    brief: str
    mended: Mapping[str, float]
    """The parameters after doing what the requirement asks for."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The gain that was predicted and the one that came true."""

    case: Case
    text: str
    predicted: float
    real: float
    broken_as_told: bool
    """Whether exactly those requirements broke that the suggestion had named."""


def edit_figures(cases: int = 70, seed: int = 0) -> list[Figure]:
    """Predicted beside real gain.

    Args:
        cases: Changed parts.
        seed: Of the parts, the briefs and what is broken.
    """
    trials = [carry_out(case) for case in drawn_cases(cases, seed)]
    figures = _row(MODEL, [t.predicted for t in trials], trials)
    figures += figures_of(
        CARRIED_OUT, "drawn parts", MODEL,
        {"breaks as told": float(np.mean([t.broken_as_told for t in trials]))}, len(trials),
    )  # fmt: skip
    middle = float(np.mean([trial.real for trial in trials]))
    return figures + _row(CHANCE, [middle] * len(trials), trials)


def _row(by: str, predicted: Sequence[float], trials: Sequence[Trial]) -> list[Figure]:
    """Chance guesses the mean of the real gains for all."""
    real = np.array([trial.real for trial in trials])
    guess = np.array(predicted)
    signs = _sign(guess) == _sign(real)
    values = {"mean absolute error": float(np.abs(guess - real).mean()),
              "right sign": float(signs.mean())}  # fmt: skip
    return figures_of(CARRIED_OUT, "drawn parts", by, values, len(trials))


def _sign(gains: DoubleArray) -> DoubleArray:
    return np.sign(np.where(np.abs(gains) < SAME_GAIN, 0.0, gains))


def drawn_cases(count: int, seed: int) -> Iterator[Case]:
    """Cases of all families and quantities in turn."""
    turns = [
        (family, quantity) for family in FAMILIES for quantity in _PARAMETERS.get(family.name, {})
    ]
    for number in range(count):
        dice = Dice(seed * 1_000_003 + 17 * number)
        yield _case(*turns[number % len(turns)], dice)


def _case(family: Family, quantity: str, dice: Dice) -> Case:
    parameters = family.draw_parameters(dice)
    _, truth = draw(family, parameters)
    key = _PARAMETERS[family.name][quantity]
    sentence, factor, step = _broken(quantity, truth, dice)
    clear = 1.0 if step else _CLEAR if factor > 1 else 1 / _CLEAR
    mended = {**parameters, key: parameters[key] * factor * clear + step}
    known = {**truth.values, "mass": truth.values["volume"] / 1000 * 2.7}
    others = [name for name in _CLOSE if name != quantity]
    lines = [_CLOSE[name].format(f"{known[name] * (1 + dice.real(0.004, 0.12)):.6g}")
             for name in dice.some(others, 4)]  # fmt: skip
    if quantity != "hole_count":
        lines.append(f"Exactly {int(truth.values['hole_count'])} holes.")
    brief = "\n".join([sentence, *lines, MATERIAL_LINE])
    return Case(family, parameters, quantity, brief, mended)


def _broken(quantity: str, truth: Truth, dice: Dice) -> tuple[str, float, float]:
    """A requirement that is not met, and what to multiply by and add to the parameter."""
    if quantity == "hole_count":
        more = -1 if truth.values[quantity] >= _MOST_HOLES or dice.yes(0.3) else 1
        more = 1 if truth.values[quantity] < _LEAST_HOLES else more
        return f"Exactly {int(truth.values[quantity]) + more} holes.", 1.0, float(more)
    factor = 1 + dice.real(0.06, 0.2)
    if quantity == "hole_diameter":
        least = min(hole.diameter for hole in truth.holes)
        return f"All holes at least {least * factor:.6g} mm in diameter.", factor, 0.0
    value = truth.values[quantity]
    if quantity == "wall_thickness_min":
        return f"Wall thickness at least {value * factor:.6g} mm.", factor, 0.0
    axis = quantity[-1]
    if dice.yes():
        return f"At least {value * factor:.6g} mm along the {axis} axis.", factor, 0.0
    return f"At most {value / factor:.6g} mm along the {axis} axis.", 1 / factor, 0.0


def carry_out(case: Case) -> Trial:
    """Ask for the suggestion, do it, and judge again."""
    spec = _asked(case.brief)
    design, facts = _measured(draw(case.family, case.parameters)[0])
    before = judge(spec, facts, {}, has_geometry=True, design=design)
    overall = fit(before)
    scene = Scene(
        facts, lambda others: judge(spec, others, {}, has_geometry=True, design=design), design.mesh
    )
    name = spec.requirements[0].id
    found = [s for s in advise(before, overall, scene=scene) if s.requirement_id == name]
    changed, after_facts = _measured(draw(case.family, case.mended)[0])
    after = judge(spec, after_facts, {}, has_geometry=True, design=changed)
    broken = {
        b.requirement.id for b, a in zip(before, after, strict=True)
        if b.outcome == "met" and a.outcome == "not_met"
    }  # fmt: skip
    told = set(found[0].breaks) if found else set()
    predicted = (found[0].gain or 0.0) if found else 0.0
    text = found[0].text if found else ""
    return Trial(case, text, predicted, _gain(overall, after), told == broken)


def _asked(brief: str) -> Spec:
    """The brief without the clause that only names the material."""
    spec = parse_spec(brief)
    asked = tuple(row for row in spec.requirements if row.quantity is not None)
    return Spec(spec.text, asked, material=spec.material)


def _gain(before: Fit, after: Sequence[Verdict]) -> float:
    return (fit(after).value or 0.0) - (before.value or 0.0)


def _measured(drawing: Drawing) -> tuple[Design, tuple[Measurement, ...]]:
    design = Design("drawn", "drawn", "mesh", drawing.mesh(), units="mm", units_declared=True)
    return design, weighed(measure(design))
