"""Ducted and racing multicopter frames; cages and ducts around propellers."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _motor(radius: float) -> Body:
    """A small outrunner with a shaft."""
    return (rod(radius, radius * 0.9, "motor") + rod(radius * 0.8, radius * 1.4, "motor")
            + rod(radius * 0.2, radius * 2.2, "motor"))  # fmt: skip


def _ducted_drone(dice: Dice) -> Draft:
    """A whoop: four ducts that touch, a motor seat in each, a small deck and a canopy."""
    radius, tall, wall = dice.real(18, 50), dice.real(5, 18), dice.real(1, 2.5)
    spokes, pitch = dice.whole(3, 4), radius * dice.real(2.0, 2.3)
    seat = radius * dice.real(0.16, 0.24)
    flare = radius * dice.real(1.0, 1.08)
    duct = rod(radius, tall, "guard", top=flare) - rod(
        radius - wall, tall + 2, "guard", top=flare - wall).at(z=-1)  # fmt: skip
    strut = block(radius, wall * 1.3, tall * 0.25, "arm").at(radius / 2)
    duct += strut.around(spokes, 45) + rod(seat, tall * 0.3) - hole(seat * 0.4, tall * 0.3)
    if dice.yes():
        duct += _motor(seat * 0.9).at(z=tall * 0.2)
    body = union([duct.turned(z=90.0 * i).at(sx * pitch / 2, sy * pitch / 2)
                  for i, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1)))])  # fmt: skip
    deck = pitch * 0.42
    body += rounded_block(deck, deck, wall * 1.2, 2) - at_corners(
        hole(0.8, wall * 1.2), deck * 0.8, deck * 0.8)  # fmt: skip
    link = block(pitch, wall * 2, tall * 0.3, "arm").turned(z=45)
    body += (link + link.turned(z=90)) & block(pitch * 0.62, pitch * 0.62, 99)
    if dice.yes(0.7):
        cover = ball(deck * 0.5, "canopy").scaled(x=1.2, z=dice.real(0.7, 1.3))
        cover &= block(pitch, pitch, pitch, "canopy")
        lens = rod(deck * 0.16, deck * 0.3, "camera").turned(y=60).at(deck * 0.4, 0, deck * 0.2)
        body += (cover + lens).at(z=wall)
    return Draft(body, {"arm": 4, "hole": 8},
                 {"top plate": False, "landing legs": False, "propeller guards": True},
                 {})  # fmt: skip


def _racing_drone(dice: Dice) -> Draft:
    """A long narrow sandwich with a camera cage and arms from separate bars or in an H."""
    reach, thick = dice.real(70, 150), dice.real(3, 6)
    x, y, gap = reach * dice.real(1.0, 1.7), reach * dice.real(0.24, 0.36), dice.real(14, 28)
    crossed, legs, motors = dice.yes(0.6), dice.yes(0.3), dice.yes(0.6)
    ahead, aside = reach * dice.real(0.45, 0.8), reach * dice.real(0.7, 0.95)
    wide = reach * dice.real(0.07, 0.11)
    body = union([hull(rod(y * 0.3, thick).at(s * x / 2), rod(y * 0.5, thick).at(s * x * 0.2))
                  for s in (-1, 1)]) + block(x * 0.6, y * 0.9, thick)  # fmt: skip
    for sx in (-1, 1):
        for sy in (-1, 1):
            root = (sx * ahead * (0.3 if crossed else 1.0), 0.0)
            tip = (sx * ahead, sy * aside)
            body += hull(rod(wide, thick, "arm").at(*root), rod(wide * 0.8, thick).at(*tip),
                         feature="arm") + rod(wide * 1.35, thick, "arm").at(*tip)  # fmt: skip
            body -= hole(wide * 0.4, thick, *tip)
            if motors:
                body += tube(wide, wide * 0.4, wide).labelled("motor").at(*tip, thick - 0.1)
            if legs:
                body += hull(rod(wide * 0.5, 1), rod(wide * 0.25, 1).at(z=-gap),
                             feature="leg").at(tip[0] * 0.9, tip[1] * 0.9)  # fmt: skip
    body += in_row(at_corners(rod(2, gap + 0.2, "post", sides=16), 0, y * 0.7), 3, x * 0.32).at(
        z=thick - 0.1)  # fmt: skip
    body += hull(rod(y * 0.4, 2, "top plate").at(-x * 0.4), rod(y * 0.4, 2).at(x * 0.4),
                 feature="top plate").at(z=thick + gap)  # fmt: skip
    cheek = prism([(0, 0), (gap, 0), (gap * 0.8, gap), (0, gap)], 2, "camera").turned(x=90)
    body += in_row(cheek, 2, y=y * 0.56).at(x * 0.36, 1, thick)
    body += rod(y * 0.2, gap * 0.7, "camera").turned(y=70).at(x * 0.38, 0, thick + gap * 0.4)
    if dice.yes():
        body += rounded_block(x * 0.45, y * 0.7, gap * 0.8, 3, "battery").at(z=thick + gap + 1.9)
    return Draft(body, {"arm": 4, "hole": 4},
                 {"top plate": True, "landing legs": legs, "propeller guards": False},
                 {})  # fmt: skip


def _cage_guard(dice: Dice) -> Draft:
    """Bent wires over the whole propeller: a basket, a dome or a ball around a hub."""
    radius, spokes, rings = dice.real(40, 110), dice.whole(4, 10), dice.whole(1, 3)
    thick, whole = dice.real(1.2, 2.6), dice.yes(0.4)
    tall = dice.real(0.3, 1.0)
    low = -82 if whole else 0
    path = np.array([(x, 0.0, z * tall) for x, z in arc(radius, low, 84, 20)])
    body = wire(path, thick, "spoke", sides=8).around(spokes)
    levels = [0.0, 45.0, -45.0 if whole else 68.0][:rings]
    for level in levels:
        around, high = arc(radius, level, level, 1)[0]
        hoop = [(x, y, high * tall) for x, y in arc(around, 0, 360, 41)[:-1]]
        body += wire(hoop, thick * 1.15, "ring", sides=8, closed=True)
    hub = radius * dice.real(0.14, 0.25)
    body += tube(hub, hub * 0.4, thick * 3).at(z=radius * tall - thick * 1.5)
    if whole:
        body += tube(hub, hub * 0.4, thick * 3).at(z=-radius * tall - thick * 1.5)
    return Draft(body, {"spoke": spokes}, {"spokes": True, "closed ring": True},
                 {"outline": "spherical" if whole and tall > 0.85 else "round"})  # fmt: skip


def _duct_guard(dice: Dice) -> Draft:
    """A deep duct with a rounded lip, stator vanes to a motor seat, and lugs outside."""
    radius, tall = dice.real(25, 80), dice.real(0.4, 1.4)
    wall, spokes, lugs = dice.real(1.5, 3), dice.whole(2, 6), dice.pick((0, 2, 3, 4))
    z, lip, tail = radius * tall, radius * dice.real(0.06, 0.18), dice.real(0.85, 1.08)
    inner = [(radius * tail, 0.0), (radius, z * 0.5), (radius, z * 0.8)]
    crest = [(radius + lip + x, z * 0.8 + y) for x, y in arc(lip, 180, 0, 10)]
    outer = [(radius + wall, z * 0.7), (radius * tail + wall, 0.0)]
    body = revolved([*inner, *crest[1:], *outer], "ring")
    seat = radius * dice.real(0.2, 0.34)
    vane = block(radius * 0.99, wall, z * 0.3, "spoke").turned(x=dice.pick((0.0, 25.0)))
    body += vane.at(radius * 0.49, 0, z * 0.12).around(spokes)
    body += rod(seat, z * 0.45, top=seat * 0.8).at(z=z * 0.08) - rod(
        seat * 0.6, z, "cavity").at(z=z * 0.2)  # fmt: skip
    if lugs:
        ear = hull(rod(radius * 0.12, wall * 2).at(radius * 1.2), block(
            2, radius * 0.5, wall * 2).at(radius * 1.0), feature="lug")  # fmt: skip
        ear -= rod(radius * 0.05, 99, "hole").at(radius * 1.22, 0, -9)
        body += (ear - rod(radius * 1.0, 99)).at(z=z * 0.55).around(lugs, 30)
    return Draft(body, {"spoke": spokes, "hole": lugs}, {"spokes": True, "closed ring": True},
                 {"outline": "round"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("drone frame", "ducted", _ducted_drone),
    Builder("drone frame", "racing", _racing_drone),
    Builder("propeller guard", "cage", _cage_guard),
    Builder("propeller guard", "duct", _duct_guard),
)
