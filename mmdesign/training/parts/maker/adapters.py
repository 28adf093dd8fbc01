"""Adapters between two sizes, and clips."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    arc,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
)


def _ring_adapter(dice: Dice) -> Draft:
    """Two flat rings of different size, one on the other."""
    large, low, tall = dice.real(20, 55), dice.real(3, 10), dice.real(5, 20)
    small = large * dice.real(0.55, 0.85)
    bore, holes = small * dice.real(0.6, 0.9), dice.pick((0, 0, 3, 4, 6))
    body = rod(large, low) + rod(small, tall).at(z=low - 0.1) - rod(bore, 99, "bore").at(z=-9)
    if holes:
        body -= hole(large * 0.045, low, (large + small) / 2).around(holes)
    return Draft(
        body, {"hole": holes}, {"bore": True, "screw holes": holes > 0}, {"outline": "round"}
    )


def _plate_adapter(dice: Dice) -> Draft:
    """A flat plate with two hole patterns of different size."""
    size, thick, inner = dice.real(60, 130), dice.real(4, 10), dice.real(0.35, 0.6)
    round_, bored, many = dice.yes(), dice.yes(0.6), dice.pick((3, 4, 6))
    body = rod(size / 2, thick) if round_ else rounded_block(size, size, thick, size * 0.08)
    body -= at_corners(hole(size * 0.03, thick), size * 0.58, size * 0.58)
    body -= hole(size * 0.022, thick, size * inner / 2).around(many, 15)
    if bored:
        body -= rod(size * inner * 0.36, thick + 2, "bore").at(z=-1)
    return Draft(body, {"hole": 4 + many}, {"bore": bored, "screw holes": True},
                 {"outline": "round" if round_ else "square"})  # fmt: skip


def _square_to_round(dice: Dice) -> Draft:
    """A duct that turns a square opening into a round one."""
    size, height, wall = dice.real(35, 90), dice.real(25, 70), dice.real(2, 3.5)
    radius = size * dice.real(0.2, 0.45)
    flange = dice.yes()
    outer = hull(block(size, size, 1), rod(radius, 1).at(z=height)) + rod(radius, height * 0.4).at(
        z=height
    )
    inner = hull(
        block(size - 2 * wall, size - 2 * wall, 1).at(z=-0.9),
        rod(radius - wall, 1).at(z=height - wall),
        feature="bore",
    ) + rod(radius - wall, height, "bore").at(z=height - wall)
    body = outer
    if flange:
        body += rounded_block(size + 20, size + 20, 4, 3, "flange") - at_corners(
            hole(2, 4), size + 10, size + 10
        )
    return Draft(
        body - inner - block(size - 2 * wall, size - 2 * wall, 4).at(z=-2).labelled("bore"),
        {"hole": 4 * flange},
        {"bore": True, "screw holes": flange},
        {"form": "tapered"},
    )


def _barbed_adapter(dice: Dice) -> Draft:
    first, second, barbs = dice.real(5, 16), dice.real(0.5, 1), dice.whole(2, 5)
    nut = dice.yes(0.6)
    body = (
        rod(first * 1.5, first * 0.9, "nut", sides=6)
        if nut
        else rod(first * 1.35, first * 0.5, "collar")
    )
    for side, radius in ((1, first), (-1, first * second)):
        barb = rod(radius, radius * 0.9, "barb", top=radius * 0.72)
        stem = union([barb.at(z=i * radius * 0.88) for i in range(barbs)])
        body += stem.at(z=first * 0.4) if side > 0 else stem.turned(x=180).at(z=first * 0.3)
    body -= rod(first * second * 0.5, 999, "bore").at(z=-400)
    return Draft(
        body, {"barb": 2 * barbs}, {"barbs": True, "hexagonal nut": nut}, {"form": "straight"}
    )


def _cuffed_adapter(dice: Dice) -> Draft:
    """Vacuum cleaner style: two cylinders and a cone between."""
    large, wall = dice.real(16, 35), dice.real(2, 3.5)
    small, length = large * dice.real(0.5, 0.85), dice.real(25, 50)
    profile = [(large, 0), (large, length), (small, length * 1.5), (small, length * 2.4)]
    inner = [(radius - wall, z) for radius, z in reversed(profile)]
    body, ribs = revolved(profile + inner), dice.pick((0, 8, 12))
    if ribs:
        body += block(wall, 2, length, "rib").at(large).around(ribs)
    return Draft(body, {"barb": 0, "rib": ribs}, {"barbs": False, "hexagonal nut": False},
                 {"form": "tapered"})  # fmt: skip


def _elbow_adapter(dice: Dice) -> Draft:
    radius, wall, bend = dice.real(8, 20), dice.real(2, 3), dice.real(1.6, 3)
    sweep, length = dice.pick((45.0, 90.0)), dice.real(12, 35)
    ring = [(bend * radius + a, b) for a, b in arc(radius, 0, 345, 24)]
    core = [(bend * radius + a, b) for a, b in arc(radius - wall, 0, 345, 24)]
    body = revolved(ring, sweep_deg=sweep) - revolved(core, "bore", sweep_deg=sweep)
    pipe = tube(radius, radius - wall, length) + tube(
        radius * 1.15, radius - wall, length * 0.3, "collar"
    )
    body += pipe.turned(x=90).at(bend * radius, 0.05)
    end = (pipe.turned(x=-90).at(bend * radius, -0.05)).turned(z=sweep)
    return Draft(
        body + end, {"barb": 0}, {"barbs": False, "hexagonal nut": False}, {"form": "bent"}
    )


def _spring_clip(dice: Dice) -> Draft:
    """A clothes-peg outline: two jaws that touch at the tip."""
    length, width, thick = dice.real(40, 90), dice.real(8, 25), dice.real(2.5, 5)
    gap, teeth = dice.real(4, 10), dice.pick((0, 3, 5))
    jaw = hull(
        rod(thick / 2, width).at(0, thick / 2 + 0.3), rod(thick / 2, width).at(length * 0.6, gap)
    )
    tail = hull(
        rod(thick / 2, width).at(length * 0.6, gap), rod(thick / 2, width).at(length, gap * 2.2)
    )
    half = jaw + tail
    body = half + half.mirrored(y=1)
    body += tube(gap + thick * 0.7, gap - thick * 0.2, width, "spring").at(length * 0.6)
    for index in range(teeth):
        tooth = rod(1.4, width, "tooth", sides=4)
        body += tooth.at(3 + index * 4, thick / 2 + index * 0.25) + tooth.at(
            3 + index * 4, -thick / 2 - index * 0.25
        )
    return Draft(
        body.turned(x=90),
        {"tooth": 2 * teeth, "hole": 0},
        {"teeth": teeth > 0, "screw hole": False},
        {"form": "straight"},
    )


def _belt_clip(dice: Dice) -> Draft:
    """A long flat U with a bead at its mouth."""
    length, width, thick, gap = (
        dice.real(35, 80),
        dice.real(10, 30),
        dice.real(2, 4),
        dice.real(3, 8),
    )
    back = block(thick, width, length)
    body = back + block(thick, width, length * dice.real(0.6, 0.95)).turned(x=180).at(
        gap + thick, 0, length
    )
    body += block(gap + 2 * thick, width, thick).at((gap + thick) / 2, 0, length - thick)
    screw = dice.pick((0, 1, 2))
    if screw:
        drill = rod(width * 0.12, 50 + thick, "hole").turned(y=90).at(-50)
        body -= union([drill.at(z=length * (0.35 + 0.3 * i)) for i in range(screw)])
    body += (
        rod(gap * 0.42, width, "bead").turned(x=90).at(gap + thick / 2, width / 2, length * 0.42)
    )
    return Draft(
        body,
        {"tooth": 0, "hole": screw},
        {"teeth": False, "screw hole": screw > 0},
        {"profile": "U-shaped"},
    )


def _rail_clip(dice: Dice) -> Draft:
    """Snaps on a hat rail: a long back with two claws."""
    span, width, thick = dice.real(33, 40), dice.real(8, 35), dice.real(3, 6)
    body = block(span + 2 * thick, width, thick)
    claw = block(thick, width, thick + 8, "claw") + prism(
        [(0, 0), (5, 0), (0, 4)], width, "claw"
    ).turned(x=90).at(0, width / 2, thick + 4)
    body += claw.at(-span / 2 - thick / 2) + claw.turned(z=180).at(span / 2 + thick / 2)
    holes, lever = dice.pick((0, 1, 2, 3)), dice.yes()
    if holes:
        body -= in_row(hole(2, thick), holes, span / (holes + 0.5))
    if lever:
        body += block(14, width * 0.6, thick * 0.7, "release tab").at(
            span / 2 + thick + 5, 0, thick
        )
    return Draft(
        body,
        {"hole": holes, "claw": 2},
        {"release tab": lever, "screw holes": holes > 0},
        {"profile": "C-shaped"},
    )


def _tube_rail_clip(dice: Dice) -> Draft:
    """Clips on a linear rail or tube, with a flat flange to screw on."""
    radius, width, wall = dice.real(4, 12), dice.real(8, 30), dice.real(2, 4)
    ring = tube(radius + wall, radius, width) - block(radius * 1.5, 99, 99).at(radius * 1.3, 0, -9)
    body = ring.turned(y=-90).at(width / 2, 0, radius + wall)
    body += block(width, 4 * radius + 4 * wall, wall) - rod(radius, 99).turned(y=90).at(
        -50, 0, radius + wall
    )
    holes = dice.pick((0, 2))
    if holes:
        body -= union([hole(1.7, wall, 0, s * (radius * 1.4 + wall)) for s in (-1, 1)])
    return Draft(
        body,
        {"hole": holes, "claw": 2},
        {"release tab": False, "screw holes": holes > 0},
        {"profile": "omega-shaped"},
    )


def _angles(count: int) -> list[float]:
    return [float(a) for a in np.linspace(0, 360, count, endpoint=False)]


def _star_adapter(dice: Dice) -> Draft:
    """A hub with arms of pads, one pattern to another."""
    arms, radius, thick = dice.whole(3, 5), dice.real(30, 70), dice.real(4, 8)
    pad = radius * dice.real(0.12, 0.2)
    arm = hull(rod(pad, thick).at(radius), rod(pad * 1.3, thick))
    body: Body = union([(arm - hole(pad * 0.5, thick, radius)).turned(z=a) for a in _angles(arms)])
    body += rod(radius * 0.35, thick * 1.6) - rod(radius * 0.22, 99, "bore").at(z=-9)
    return Draft(body - rod(radius * 0.22, 99, "bore").at(z=-9), {"hole": arms},
                 {"bore": True, "screw holes": True}, {"outline": "star-shaped"})  # fmt: skip


BUILDERS = (
    Builder("adapter", "rings", _ring_adapter),
    Builder("adapter", "plate", _plate_adapter),
    Builder("adapter", "duct", _square_to_round),
    Builder("adapter", "star", _star_adapter, held_out=True),
    Builder("hose adapter", "barbed", _barbed_adapter),
    Builder("hose adapter", "cuffs", _cuffed_adapter),
    Builder("hose adapter", "elbow", _elbow_adapter),
    Builder("clip", "peg", _spring_clip),
    Builder("clip", "belt", _belt_clip),
    Builder("rail clip", "hat rail", _rail_clip),
    Builder("rail clip", "tube", _tube_rail_clip),
)
