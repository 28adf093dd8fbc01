"""Appliances and sanitary ware of further makes: retro, cooled by air, stacked, built in."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row, shell
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import pillow
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    wire,
)


def _facing(body: Body) -> Body:
    """Turn what stands upwards so that it looks to the front (-y)."""
    return body.turned(x=90)


def _curved_screen(dice: Dice) -> Draft:
    """A wide screen bent around the one who sits before it."""
    wide, flat, thick = dice.real(500, 1400), dice.real(0.3, 0.55), dice.real(18, 45)
    radius, high = wide * dice.real(0.9, 1.8), wide * flat
    sweep = float(np.degrees(wide / radius))
    rim = dice.real(8, 20)

    def bent(inner: float, outer: float, tall: float, share: float, feature: str) -> Body:
        profile = [(inner, -tall / 2), (outer, -tall / 2), (outer, tall / 2), (inner, tall / 2)]
        arc = revolved(profile, feature, sweep * share, 160)
        return arc.turned(z=90 - sweep * share / 2).at(y=-radius)

    body = bent(radius, radius + thick, high, 1.0, "body")
    body -= bent(radius - 5, radius + 6, high - 2 * rim, 1 - 2 * rim / wide, "screen")
    lift, reach = high * dice.real(0.15, 0.35), wide * dice.real(0.12, 0.24)
    style = dice.pick(("vee", "plate", "none"))
    if style != "none":
        foot = -high / 2 - lift
        body += block(wide * 0.08, thick, lift + high * 0.4, "stand").at(0, thick * 1.4, foot)
        body += block(wide * 0.16, thick, high * 0.3, "stand").at(0, thick, -high * 0.2)
        if style == "vee":
            for side in (-1, 1):
                body += hull(block(30, 30, 14), block(18, 18, 8).at(side * reach * 1.4, -reach),
                             feature="stand").at(0, thick * 1.4, foot)  # fmt: skip
        else:
            body += rounded_block(reach * 2, reach * 1.2, 12, 10, "stand").at(0, 0, foot)
    count = {"vee": 2, "plate": 1, "none": 0}[style]
    return Draft(body, {"foot": count},
                 {"stand": style != "none", "antenna": False, "knobs": False},
                 {"form": "curved", "thickness": "thin"})  # fmt: skip


def _console_television(dice: Dice) -> Draft:
    """The sideboard of the fifties: a bulging tube in a wooden chest on splayed legs."""
    x, z, y = dice.real(600, 1200), dice.real(420, 620), dice.real(300, 450)
    lift, knobs, slots = dice.real(120, 320), dice.whole(2, 4), dice.whole(5, 12)
    beside = x > 1.3 * z
    body = rounded_block(x, z, y, dice.real(5, 45)).turned(x=90).at(0, y / 2, z / 2)
    wide, tall = (x * 0.6, z * 0.8) if beside else (x * 0.85, z * 0.62)
    at = (-x * 0.15 if beside else 0.0, -y / 2, z * (0.5 if beside else 0.62))
    body -= _facing(rounded_block(wide, tall, 30, 40, "frame")).at(at[0], at[1] + 15, at[2])
    glass = pillow(wide * 0.94, tall * 0.94, 50, 24, "screen")
    body += _facing(glass).at(at[0], at[1] + 40, at[2])
    spot = (x * 0.33, z * 0.78, 0.0) if beside else (0.0, z * 0.14, 1.0)
    pitch = min(x * 0.9 / knobs, 95.0) if not beside else min(z * 0.3 / knobs, 80.0)
    knob = _facing(rod(pitch * 0.33, 26, "knob"))
    body += in_row(knob, knobs, x=pitch * spot[2], z=pitch * (1 - spot[2])).at(
        spot[0], -y / 2 + 1, spot[1])  # fmt: skip
    if beside:
        body -= in_row(block(x * 0.22, 24, z * 0.2 / slots, "slot"), slots, z=z * 0.42 / slots).at(
            x * 0.33, -y / 2, z * 0.3)  # fmt: skip
    for sx in (-1, 1):
        for sy in (-1, 1):
            body += bar((sx * x * 0.4, sy * y * 0.35, 6), (sx * x * 0.46, sy * y * 0.45, -lift), 17,
                        "stand")  # fmt: skip
    antenna = dice.yes()
    if antenna:
        body += rod(40, 30, "antenna", top=25).at(z=z - 2)
        for side in (-1, 1):
            body += bar((0, 0, z + 20), (side * z * 0.5, 0, z * 1.7), 6, "antenna", sides=8)
    return Draft(body, {"knob": knobs, "foot": 4}, {"stand": True, "antenna": antenna,
                 "knobs": True}, {"thickness": "thick"})  # fmt: skip


def _retro_refrigerator(dice: Dice) -> Draft:
    """Rounded all over, with a bulging door and a big lever for a handle."""
    x, y, z = dice.real(480, 750), dice.real(500, 700), dice.real(800, 1900)
    radius, side = x * dice.real(0.12, 0.25), dice.pick((-1, 1))
    body = pillow(x, y, z, radius) + at_corners(rod(20, 90, "foot"), x * 0.6, y * 0.6).at(z=-45)
    split = dice.pick((0.0, 0.68, 0.72)) if z > 1200 else 0.0
    for low, high in ((0.0, split), (split, 1.0)) if split else ((0.0, 1.0),):
        tall = (high - low) * z * (0.97 if split else 0.96)
        leaf = pillow(x * 0.98, tall, 200, min(radius, 90), "door").turned(x=90)
        body += leaf.at(0, -y / 2 + 110, z * (low + high) / 2)
        front, long = -y / 2 - 90, min(tall * 0.3, 220)
        grip = pillow(28, long, 26, 12, "handle").turned(x=90).at(0, -36)
        grip += in_row(block(22, 60, 22, "handle"), 2, z=long * 0.6).at(0, -10, -11)
        at_z = z * low + tall * (0.72 if low == 0 and not split else 0.5)
        body += grip.at(side * x * 0.36, front, at_z)
    body += pillow(x * 0.3, 40, 30, 10, "badge").turned(x=90).at(0, -y / 2 - 80, z * 0.86)
    return Draft(body, {"door": 2 if split else 1},
                 {"doors side by side": False, "dispenser": False},
                 {"height": "tall" if z > 1300 else "low"})  # fmt: skip


def _open_refrigerator(dice: Dice) -> Draft:
    """Its shelves can be seen: a door stands open, or the front is a shop's glass frame."""
    x, y, z = dice.real(500, 750), dice.real(500, 700), dice.real(800, 1950)
    shelves, wall, swing = dice.whole(2, 5), dice.real(30, 55), dice.real(70, 115)
    body = shell(x, y, z, wall) + block(x, wall, z).at(y=y / 2 - wall / 2)
    board = block(x - wall, y - wall, 14, "shelf").at(y=wall * 0.3)
    body += in_row(board, shelves, z=z * 0.8 / shelves).at(z=z * 0.55)
    body += at_corners(rod(20, 34, "foot"), x * 0.8, y * 0.8).at(z=-30)
    glazed, double = dice.yes(0.4), dice.yes(0.3)
    leaf_x = x / 2 if double else x
    leaf = block(leaf_x - 4, 45, z, "door").at(leaf_x / 2)
    if glazed:
        leaf -= block(leaf_x - 110, 99, z - 110, "window").at(leaf_x / 2, 0, 55)
    else:
        rack = block(leaf_x * 0.8, 90, 60, "rack") - block(leaf_x * 0.74, 70, 60, "cavity").at(z=9)
        leaf += in_row(rack.at(leaf_x / 2, 60), 3, z=z * 0.26).at(z=z * 0.4)
    leaf += bar((leaf_x * 0.92, -50, z * 0.4), (leaf_x * 0.92, -50, z * 0.65), 11, "handle")
    leaf += in_row(block(16, 50, 16, "handle"), 2, z=z * 0.2).at(leaf_x * 0.92, -30, z * 0.52)
    hinge = (-x / 2, -y / 2)
    body += leaf.turned(z=-swing).at(hinge[0] + 20, hinge[1])
    if double:
        closed = dice.yes()
        other = leaf.mirrored(x=1).turned(z=0 if closed else swing)
        body += other.at(-hinge[0] - (0 if closed else 20), hinge[1] - 15)
    return Draft(body, {"door": 2 if double else 1, "shelf": shelves},
                 {"doors side by side": double, "dispenser": False},
                 {"height": "tall" if z > 1300 else "low"})  # fmt: skip


def _stacked_washer(dice: Dice) -> Draft:
    """A washer and the dryer upon it, or a washer on a plinth with a drawer."""
    x, y, z = dice.real(560, 690), dice.real(500, 700), dice.real(780, 900)
    units, knobs = dice.pick((1, 2, 2)), dice.pick((1, 1, 2, 3))
    display, drawer = dice.yes(), dice.yes(0.6)
    radius, slope = x * dice.real(0.3, 0.4), dice.real(0, 50)
    body, base = block(x, y, 20), 15.0
    plinth = units == 1
    if plinth:
        base = dice.real(250, 380)
        body = block(x, y, base) + block(x * 0.94, 30, base * 0.8).at(0, -y / 2, base * 0.1)
        body += bar((-x * 0.2, -y / 2 - 30, base * 0.7), (x * 0.2, -y / 2 - 30, base * 0.7), 14)
    for index in range(units):
        low = base + index * (z - 2)
        side = [(y / 2, 0), (-y / 2, 0), (-y / 2, z * 0.8), (-y / 2 + slope, z), (y / 2, z)]
        body += prism(side, x).turned(x=90, z=90).at(-x / 2, 0, low)
        ring = tube(radius, radius * 0.78, 60, "door") + tube(
            radius * 0.8, radius * 0.6, 40, "door"
        )
        glass = ball(radius * 0.66, "window").scaled(z=0.5)
        body += _facing(ring + glass).at(0, -y / 2 + 10, low + z * 0.42)
        knob = _facing(rod(x * 0.05, 40, "knob"))
        body += in_row(knob, knobs, x=x * 0.14).at(x * 0.12, -y / 2 + slope * 0.6, low + z * 0.9)
        if display:
            screen = block(x * 0.16, 120, z * 0.06, "display")
            body -= screen.at(x * 0.4, -y / 2 - 30, low + z * 0.88)
    if drawer:
        body += block(x * 0.26, 50, z * 0.1, "drawer").at(-x * 0.33, -y / 2 + slope * 0.5 + 10,
                                                       base + z * 0.85)  # fmt: skip
    return Draft(body, {"knob": knobs * units, "drawer": int(drawer) + int(plinth), "door": units},
                 {"round door": True, "display": display, "detergent drawer": drawer},
                 {"height": "tall"})  # fmt: skip


def _twin_tub(dice: Dice) -> Draft:
    """Two tubs side by side, one to wash and one to spin, under a row of knobs."""
    x, y, z = dice.real(650, 900), dice.real(380, 500), dice.real(700, 950)
    share, knobs, high = dice.real(0.52, 0.66), dice.whole(2, 4), dice.real(60, 150)
    body = hull(rounded_block(x * 0.94, y * 0.94, 4, 30), rounded_block(x, y, 4, 30).at(z=z))
    body += rounded_block(x, y * 0.22, high, 25, "panel").at(0, y * 0.39, z)
    knob = _facing(rod(min(high * 0.35, 30), 34, "knob"))
    body += in_row(knob, knobs, x=x * 0.8 / knobs).at(0, y * 0.29, z + high * 0.5)
    wash_x, spin_x = share * x, (1 - share) * x
    left, right = -x / 2 + wash_x / 2, x / 2 - spin_x / 2
    open_ = dice.yes(0.5)
    pit = rounded_block(wash_x * 0.84, y * 0.6, z * 0.7, 40, "cavity")
    if open_:
        body -= pit.at(left, -y * 0.1, z * 0.4)
        body += rod(wash_x * 0.2, 40, "pulsator").at(left, -y * 0.1, z * 0.39)
        lid = block(wash_x * 0.88, 14, y * 0.62, "door").at(left, y * 0.27, z)
        body += lid + block(wash_x * 0.88, 60, 30, "door").at(left, y * 0.3, z - 10)
    else:
        body += rounded_block(wash_x * 0.88, y * 0.64, 22, 30, "door").at(left, -y * 0.1, z)
    body += rounded_block(spin_x * 0.86, y * 0.64, 22, spin_x * 0.4, "door").at(
        right, -y * 0.1, z)  # fmt: skip
    body += in_row(block(x * 0.2, 20, 14, "handle"), 2, x=x * 0.5).at(0, -y * 0.4, z + 18)
    body += at_corners(rod(28, 40, "foot"), x * 0.75, y * 0.7).at(z=-36)
    hose = [(x * 0.45, y * 0.2, z * 0.3), (x / 2 + 60, y * 0.2, z * 0.28), (x / 2 + 90, y * 0.1,
            z * 0.1), (x / 2 + 90, -y * 0.3, 0)]  # fmt: skip
    if dice.yes(0.5):
        body += wire(hose, 18, "hose")
    return Draft(body, {"knob": knobs, "drawer": 0, "door": 2},
                 {"round door": False, "display": False, "detergent drawer": False})  # fmt: skip


def _portable_air_conditioner(dice: Dice) -> Draft:
    """The one on casters, with a hose to the window."""
    x, y, z = dice.real(300, 450), dice.real(280, 400), dice.real(600, 900)
    radius, slots, fins = min(x, y) * dice.real(0.1, 0.48), dice.whole(4, 10), dice.whole(1, 4)
    body = hull(rounded_block(x, y, 4, radius), rounded_block(x, y * dice.real(0.8, 1.0), 4,
                radius).at(z=z))  # fmt: skip
    body -= block(x * 0.78, y * 0.4, z * 0.1, "outlet").at(0, -y * 0.45, z * 0.84)
    for index in range(fins):
        fin = block(x * 0.78, y * 0.28, 6, "fin").turned(x=25)
        body += fin.at(0, -y * 0.38, z * (0.855 + 0.075 * index / fins))
    cut = block(x * 0.7, 60, z * 0.2 / slots, "slot").at(0, -y / 2)
    body -= in_row(cut, slots, z=z * 0.42 / slots).at(z=z * 0.38)
    body += rounded_block(x * 0.5, y * 0.3, 12, 12, "panel").at(0, y * 0.05, z - 2)
    caster = rod(26, 22, "wheel").turned(x=90).at(0, 11, -22) + block(24, 24, 40).at(z=-25)
    body += at_corners(caster, x * 0.7, y * 0.7)
    if dice.yes(0.7):
        path = [(0, y * 0.4, z * 0.6), (0, y * 0.7, z * 0.62), (x * 0.3, y, z * 0.8),
                (x * 0.7, y * 1.1, z * 1.1)]  # fmt: skip
        body += wire(path, x * 0.17, "hose")
    return Draft(body, {"fin": fins, "slot": slots, "wheel": 4},
                 {"fan grille": False, "outlet flap": True}, {"height": "tall"})  # fmt: skip


def _window_air_conditioner(dice: Dice) -> Draft:
    """A box for the window opening: louvres and knobs in front, slits at the sides."""
    x, z, y = dice.real(420, 700), dice.real(300, 450), dice.real(350, 600)
    slots, knobs = dice.whole(6, 14), dice.whole(1, 3)
    body = block(x, y, z) + block(x * 1.06, 60, z * 1.08, "panel").at(0, -y / 2, -z * 0.04)
    front, wide = -y / 2 - 30, x * dice.real(0.6, 0.72)
    left = -x * 0.48 + wide / 2
    body -= block(wide, 60, z * 0.86, "grille").at(left, front, z * 0.07)
    louvre = block(wide + 4, 16, z * 0.86 / slots * 0.45, "fin").turned(x=25)
    body += in_row(louvre, slots, z=z * 0.86 / slots).at(left, front + 22, z * 0.48)
    right = left + wide / 2 + (x * 0.52 - left - wide / 2) / 2
    knob = _facing(rod(x * 0.045, 28, "knob")) + block(8, 40, x * 0.08, "knob").at(
        0, -12, -x * 0.04)  # fmt: skip
    body += in_row(knob, knobs, z=z * 0.22).at(right, front, z * 0.3)
    side_slots = dice.whole(3, 7)
    cut = block(x * 2, y * 0.35 / side_slots, z * 0.4, "slot")
    body -= in_row(cut, side_slots, y=y * 0.6 / side_slots).at(0, y * 0.12, z * 0.3) - block(
        x * 0.96, y * 2, z * 2).at(z=-10)  # fmt: skip
    if dice.yes(0.5):
        body += in_row(block(x * 0.35, 20, z * 0.95, "wing"), 2, x=x * 1.3).at(0, y * 0.05)
    return Draft(body, {"fin": slots, "slot": 2 * side_slots, "knob": knobs},
                 {"fan grille": False, "outlet flap": False},
                 {"outline": "rectangular"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("television", "curved", _curved_screen),
    Builder("television", "console", _console_television),
    Builder("refrigerator", "retro", _retro_refrigerator),
    Builder("refrigerator", "opened", _open_refrigerator),
    Builder("washing machine", "stacked", _stacked_washer),
    Builder("washing machine", "twin tub", _twin_tub),
    Builder("air conditioner", "portable", _portable_air_conditioner),
    Builder("air conditioner", "window", _window_air_conditioner),
)
