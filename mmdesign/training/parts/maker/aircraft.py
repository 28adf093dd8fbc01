"""Wings, and the tails of rockets."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    block,
    hull,
    prism,
    revolved,
    rod,
    tube,
    union,
)


def _airfoil(chord: float, thick: float, camber: float) -> list[Point2]:
    """Outline of a wing section, nose at x = 0."""
    t = (1 - np.cos(np.linspace(0.06, np.pi, 22))) / 2
    half = (
        5
        * thick
        * (0.2969 * np.sqrt(t) - 0.126 * t - 0.3516 * t**2 + 0.2843 * t**3 - 0.1036 * t**4)
    )
    middle = 4 * camber * t * (1 - t)
    up = [
        (float(a * chord), float(b * chord)) for a, b in zip(t, middle + half + 0.004, strict=True)
    ]
    low = [
        (float(a * chord), float(b * chord)) for a, b in zip(t, middle - half - 0.004, strict=True)
    ]
    return [*up, *reversed(low)]


def _straight_wing(dice: Dice) -> Draft:
    chord, span, thick = dice.real(40, 90), dice.real(120, 300), dice.real(0.1, 0.18)
    outline = _airfoil(chord, thick, dice.real(0, 0.05))
    body, bores, plates = prism(outline, span), dice.pick((0, 1, 2)), dice.yes(0.4)
    for index in range(bores):
        body -= rod(chord * thick * 0.22, span * 3, "spar hole").at(
            chord * (0.28 + 0.25 * index), chord * 0.025, -span
        )
    if plates:
        tip = hull(
            rod(chord * 0.2, 2).at(chord * 0.25),
            rod(chord * 0.12, 2).at(chord * 0.85),
            feature="winglet",
        )
        body += tip + tip.at(z=span - 2)
    return Draft(
        body.turned(x=90),
        {"spar hole": bores},
        {"winglets": plates, "rib": False},
        {"form": "straight"},
    )


def _swept_wing(dice: Dice) -> Draft:
    """A pair of tapered, swept halves."""
    chord, span, sweep = dice.real(40, 80), dice.real(70, 150), dice.real(0, 70)
    taper, lift, plates = dice.real(0.25, 0.7), dice.real(0, 15), dice.yes()
    root = prism(_airfoil(chord, 0.13, 0.0), 1).turned(x=90)
    tip = prism(_airfoil(chord * taper, 0.13, 0.0), 1).turned(x=90).at(sweep, -span, lift)
    half = hull(root.at(y=0.6), tip)
    if plates:
        half += hull(
            tip,
            tip.scaled(0.6, 1, 1).at(sweep * 0.6 + chord * taper * 0.4, 0, chord * 0.35),
            feature="winglet",
        )
    return Draft(
        half + half.mirrored(y=1),
        {"spar hole": 0},
        {"winglets": plates, "rib": False},
        {"form": "tapered"},
    )


def _ribbed_wing(dice: Dice) -> Draft:
    """The skeleton: ribs on spars."""
    chord, ribs, pitch, thick = (
        dice.real(50, 100),
        dice.whole(4, 11),
        dice.real(15, 30),
        dice.real(1.5, 3),
    )
    outline = _airfoil(chord, dice.real(0.13, 0.2), 0.02)
    rib = prism(outline, thick, "rib") - rod(chord * 0.035, 9, "opening").at(
        chord * 0.5, chord * 0.02, -1
    )
    length = (ribs - 1) * pitch + thick
    body = union([rib.at(z=i * pitch) for i in range(ribs)])
    body += block(chord * 0.03, chord * 0.1, length, "spar").at(chord * 0.28, chord * 0.02)
    body += block(chord * 0.12, chord * 0.02, length, "spar").at(chord * 0.93, chord * 0.006)
    body += rod(chord * 0.025, length, "spar").at(chord * 0.03, chord * 0.005)
    return Draft(body.turned(x=90), {"rib": ribs, "spar hole": 0}, {"winglets": False, "rib": True},
                 {"form": "straight"})  # fmt: skip


def _finned_tube(dice: Dice) -> Draft:
    radius, height, fins = dice.real(12, 30), dice.real(40, 120), dice.whole(3, 6)
    root, reach, sweep = (
        height * dice.real(0.4, 0.9),
        radius * dice.real(0.8, 2.2),
        dice.real(-0.1, 0.5),
    )
    fin = prism(
        [(0, 0), (root, 0), (root * (0.7 - sweep), reach), (-root * sweep, reach)], 2.5, "fin"
    )
    body = tube(radius, radius * 0.88, height)
    body += _upright(fin, radius, root * max(sweep, 0.02)).around(fins)
    lug = dice.yes()
    if lug:
        body += (
            tube(3, 1.8, height * 0.3, "launch lug")
            .at(radius + 2, 0, height * 0.6)
            .turned(z=180 / fins)
        )
    return Draft(body, {"fin": fins}, {"launch lug": lug, "nozzle": False}, {"form": "cylindrical"})


def _upright(fin: Body, radius: float, z: float) -> Body:
    """A fin drawn with its root along x, put upright on a tube."""
    return fin.mirrored(x=1).turned(y=90).turned(z=-90).at(radius * 0.93, 1.25, z)


def _boat_tail(dice: Dice) -> Draft:
    """Tapered tail with swept fins and a bell nozzle."""
    radius, height, fins = dice.real(14, 30), dice.real(40, 90), dice.whole(3, 5)
    bell = dice.yes(0.7)
    body = rod(radius * dice.real(0.55, 0.85), height * 0.4, top=radius) + rod(
        radius, height * 0.6
    ).at(z=height * 0.4 - 0.1)
    fin = hull(
        block(height * 0.02, 3, height * 0.6, "fin").at(radius * 0.7, 0, height * 0.3),
        block(2, 1.5, height * 0.25, "fin").at(radius * dice.real(1.8, 2.8), 0, -height * 0.15),
        feature="fin",
    )
    body += fin.around(fins)
    if bell:
        body += revolved(
            [
                (radius * 0.25, 0.5),
                (radius * 0.3, -height * 0.05),
                (radius * 0.55, -height * 0.25),
                (radius * 0.5, -height * 0.25),
                (radius * 0.22, -height * 0.04),
                (0, 0),
                (0, 0.5),
            ],
            "nozzle",
        )
    return Draft(body, {"fin": fins}, {"launch lug": False, "nozzle": bell}, {"form": "tapered"})


BUILDERS = (
    Builder("wing", "straight", _straight_wing),
    Builder("wing", "swept", _swept_wing),
    Builder("wing", "ribs", _ribbed_wing),
    Builder("fin can", "tube", _finned_tube),
    Builder("fin can", "tail", _boat_tail),
)
