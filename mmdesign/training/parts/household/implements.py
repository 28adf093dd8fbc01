"""Cutlery and hand tools of other makes than those in tools, and tripods."""

import numpy as np

from mmdesign.training.parts.arranging import bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    slot,
)


def _grip(length: float, neck: float, end: float, z: float, feature: str = "handle") -> Body:
    """A flat handle from x = 0 back to x = -length, wider at its end."""
    far = rod(end, z, feature, sides=20).at(-length + end)
    return hull(rod(neck, z, feature, sides=16), far, feature=feature)


def _fork(dice: Dice) -> Draft:
    tines, handle, wide = dice.whole(2, 5), dice.real(90, 160), dice.real(18, 34)
    z, reach, pierced = dice.real(1.5, 4), dice.real(35, 65), dice.yes(0.3)
    pitch = wide / tines
    palm = hull(rod(pitch * 0.4, z).at(-2), block(5, wide, z).at(reach * 0.45))
    tine = hull(block(2, pitch * 0.55, z), rod(pitch * 0.15, z, sides=12).at(reach),
                feature="tine").at(reach * 0.45)  # fmt: skip
    body = palm + in_row(tine, tines, y=pitch * (1 - 0.45 / tines))
    body += _grip(handle, wide * 0.14, wide * dice.real(0.2, 0.4), z)
    if pierced:
        body -= hole(wide * 0.1, z, -handle + wide * 0.35)
    return Draft(body, {"tine": tines, "hole": int(pierced)}, {"hanging hole": pierced},
                 {"form": "flat"})  # fmt: skip


def _spoon(dice: Dice) -> Draft:
    handle, wide = dice.real(80, 260), dice.real(16, 34)
    stretch, pierced = dice.real(1.0, 1.6), dice.yes(0.4)
    z, deep, holes = wide * 0.13, dice.real(0.35, 0.7), dice.pick((0, 0, 0, 5))
    outer = ball(wide, "bowl").scaled(stretch, 1, deep)
    bowl = outer - ball(wide * 0.91, "bowl").scaled(stretch, 1, deep * 0.92) - block(
        wide * 5, wide * 5, wide * 3)  # fmt: skip
    bowl = bowl.at(wide * stretch * 0.97, 0, z)
    if holes:
        drill = rod(wide * 0.09, wide * 3, "hole", sides=12).at(wide * 0.35, 0, -wide * 2)
        bowl -= drill.around(holes).at(wide * stretch * 0.97)
    body = bowl + _grip(handle, wide * 0.14, wide * dice.real(0.2, 0.4), z).at(2)
    if pierced:
        body -= hole(wide * 0.1, z, -handle + wide * 0.4)
    return Draft(body, {"hole": holes + pierced},
                 {"hanging hole": pierced, "draining holes": holes > 0}, {})  # fmt: skip


def _knife(dice: Dice) -> Draft:
    handle, blade, wide = dice.real(80, 130), dice.real(90, 240), dice.real(18, 45)
    tip, z, rivets = dice.pick(("pointed", "flat")), dice.real(1.5, 3), dice.pick((0, 2, 3))
    curve = [(blade * t, -wide * 0.5 + wide * max(0.0, t - 0.6) ** 2 * 6.0)
             for t in np.linspace(0, 1, 14)]  # fmt: skip
    top = [(blade, wide * 0.45)] if tip == "pointed" else [(blade, wide * 0.5)]
    if tip == "flat":
        curve = [(0.0, -wide * 0.5), (blade, -wide * 0.5)]
    body = prism([*curve, *top, (0.0, wide * 0.5)], z, "blade")
    teeth = dice.pick((0, 0, 10, 16))
    if teeth and tip == "flat":
        notch = rod(blade * 0.4 / teeth, z + 2, "tooth", sides=10).at(blade / 2, -wide * 0.5, -1)
        body -= in_row(notch, teeth, x=blade * 0.95 / teeth)
    grip = _grip(handle, wide * 0.3, wide * 0.42, z * 5).at(4, wide * 0.1, -z * 2)
    body += grip
    for index in range(rivets):
        body += rod(wide * 0.1, z * 6, "rivet", sides=16).at(
            -handle * (0.2 + 0.25 * index), wide * 0.1, -z * 2.5)  # fmt: skip
    serrated = bool(teeth) and tip == "flat"
    return Draft(body, {"rivet": rivets}, {"serrated blade": serrated, "rivets": rivets > 0},
                 {"tip": f"{tip} tip"})  # fmt: skip


def _bottle_opener(dice: Dice) -> Draft:
    long, wide, z = dice.real(70, 150), dice.real(26, 42), dice.real(2, 6)
    head, pierced = wide * 0.6, dice.yes(0.6)
    body = _grip(long, wide * 0.25, wide * dice.real(0.3, 0.5), z) + rod(head, z, "head").at(
        head * 0.6)  # fmt: skip
    mouth = rod(head * 0.66, z + 2, "opening").at(head * 0.65, 0, -1)
    body -= mouth - rod(head * 0.22, z + 2, "tooth").at(head * 0.1, 0, -1)
    if pierced:
        body -= hole(wide * 0.16, z, -long + wide * 0.45)
    return Draft(body, {"opening": 1}, {"hanging hole": pierced, "handle": True}, {"form": "flat"})


def _adjustable_wrench(dice: Dice) -> Draft:
    long, size, pierced = dice.real(120, 300), dice.real(20, 42), dice.yes(0.7)
    z, gap = size * 0.4, size * dice.real(0.3, 0.9)
    body = _grip(long, size * 0.35, size * dice.real(0.4, 0.55), z * 0.8, "grip")
    head = hull(rod(size * 0.75, z), block(size * 1.3, size * 0.45, z).at(size * 0.5, size * 0.5))
    body += (head.labelled("jaw") + block(size * 1.5, size * 0.45, z, "jaw").at(
        size * 0.8, size * 0.55)).at(size * 0.2)  # fmt: skip
    lower = hull(block(size * 1.3, size * 0.2, z), block(size * 0.5, size * 0.6, z).at(
        -size * 0.3, -size * 0.2), feature="jaw")  # fmt: skip
    body -= block(size * 2, gap, z * 3, "jaw").at(size * 1.35, size * 0.33 - gap / 2, -z)
    body += lower.at(size * 1.0, size * 0.3 - gap - size * 0.08)
    body += rod(size * 0.22, size * 0.5, "adjusting screw").turned(y=90).at(
        size * 0.1, -size * 0.35, z / 2)  # fmt: skip
    if pierced:
        body -= hole(size * 0.2, z, -long + size * 0.5)
    return Draft(body.turned(z=-15), {}, {"ring end": False, "open jaw": True}, {})


def _ring_wrench(dice: Dice) -> Draft:
    long, size, sides = dice.real(100, 280), dice.real(9, 24), dice.pick((6, 12))
    z, slotted = size * 0.7, dice.yes(0.4)
    body = rounded_block(long, size * dice.real(0.7, 1.1), z * 0.6, 3, "grip").at(z=z * 0.2)
    if slotted:
        body -= slot(long * 0.6, size * 0.35, z)
    for side, share in ((-1, 1.0), (1, dice.real(0.7, 1.0))):
        ring = rod(size * 1.05 * share, z, "ring")
        drill = rod(size * 0.68 * share, z * 3, "hole", sides=sides).at(z=-z)
        at_x = side * long / 2
        body = (body + ring.at(at_x)) - drill.at(at_x)
    return Draft(body, {"hole": 2}, {"ring end": True, "open jaw": False}, {})


def _tee_screwdriver(dice: Dice) -> Draft:
    long, radius, reach = dice.real(80, 220), dice.real(3, 6), dice.real(30, 60)
    style, cross = dice.pick(("tee", "ball")), dice.yes()
    blade = rod(radius, long, "blade", sides=6)
    tip = rod(radius, radius * 3, "blade", top=0.6) if cross else hull(
        block(radius * 2, radius * 1.6, 1), block(radius * 2, 1, 1).at(z=radius * 3),
        feature="blade")  # fmt: skip
    if style == "tee":
        handle = rounded_block(reach * 2, radius * 5, radius * 4, radius * 2.4, "handle")
        body = blade + handle.at(z=-radius * 3)
    else:
        body = blade + ball(reach * 0.45, "handle").scaled(1, 1, 1.3)
    grooves = dice.yes(0.5) and style == "ball"
    if grooves:
        cut = rod(reach * 0.07, reach * 3, "groove", sides=10).at(reach * 0.45, 0, -reach * 1.5)
        body -= cut.around(8)
    return Draft(body + tip.at(z=long - 0.1), {}, {"grooved grip": grooves},
                 {"tip": "pointed tip" if cross else "flat tip"})  # fmt: skip


def _handled_comb(dice: Dice) -> Draft:
    teeth, pitch, reach = dice.whole(8, 22), dice.real(3.5, 8), dice.real(20, 45)
    long, z, double = teeth * pitch, dice.real(2, 5), dice.yes(0.3)
    handle = not double
    body = rounded_block(long + pitch, 14, z, 4, "back")
    tooth = hull(block(pitch * 0.55, 2, z), block(pitch * 0.25, 2, z * 0.6).at(0, -reach),
                 feature="tooth").at(0, -5)  # fmt: skip
    row = in_row(tooth, teeth, x=pitch)
    body += row + row.turned(z=180) if double else row
    if handle:
        body += _grip(dice.real(60, 120), 7, 9, z).at(-long / 2)
    return Draft(body, {"tooth": teeth * (2 if double else 1)}, {"handle": handle}, {})


def _angled_spatula(dice: Dice) -> Draft:
    wide, blade, handle = dice.real(60, 120), dice.real(70, 120), dice.real(140, 240)
    holes, bend = dice.pick((0, 0, 6, 9)), dice.real(15, 40)
    flat = hull(
        block(4, wide * 0.6, 2.5), rounded_block(8, wide, 2.5, 3).at(blade), feature="blade"
    )
    slots = dice.pick((0, 3, 5)) if not holes else 0
    if holes:
        grid = in_row(in_row(hole(wide * 0.06, 3), 3, y=wide * 0.22), holes // 3, x=blade * 0.24)
        flat -= grid.at(blade * 0.58)
    if slots:
        flat -= in_row(slot(blade * 0.6, wide * 0.06, 3).at(blade * 0.55), slots,
                       y=wide * 0.62 / slots)  # fmt: skip
    stem = bar((0, 0, 0), (-handle * 0.5, 0, 0), 4, "handle") + bar(
        (-handle * 0.45, 0, 0), (-handle, 0, 0), 9, "handle")  # fmt: skip
    return Draft(flat + stem.turned(y=bend).at(3, 0, 2), {"slot": slots, "hole": holes},
                 {"slots": slots > 0, "handle": True}, {"form": "bent"})  # fmt: skip


def _braced_tripod(dice: Dice) -> Draft:
    height, spread = dice.real(250, 1400), dice.real(0.3, 0.55)
    thick, column, braces = height * dice.real(0.012, 0.02), dice.yes(), dice.yes(0.6)
    upper = bar(
        (thick * 2, 0, height), (height * spread * 0.55, 0, height * 0.45), thick * 1.4, "leg"
    )
    lower = bar((height * spread * 0.5, 0, height * 0.5), (height * spread, 0, 0), thick, "leg")
    foot = ball(thick * 1.8, "foot").at(height * spread, 0, thick)
    one = upper + lower + foot
    if braces:
        one += bar(
            (0, 0, height * 0.5), (height * spread * 0.5, 0, height * 0.52), thick * 0.6, "brace"
        )
    body = one.around(3) + rod(thick * 4, thick * 4, "head").at(z=height - thick * 2)
    low = height * 0.45 if braces or column else height * 0.95
    body += rod(thick * 1.1, height * (1.25 if column else 1.02) - low).at(z=low)
    top = height * (1.25 if column else 1.02)
    body += block(thick * 7, thick * 5, thick * 1.5, "head").at(z=top - 1)
    return Draft(body, {"leg": 3}, {"centre column": column}, {})


BUILDERS = (
    Builder("fork", "tines", _fork),
    Builder("spoon", "bowl", _spoon),
    Builder("knife", "blade", _knife),
    Builder("bottle opener", "ring", _bottle_opener),
    Builder("wrench", "adjustable", _adjustable_wrench),
    Builder("wrench", "rings", _ring_wrench),
    Builder("screwdriver", "tee", _tee_screwdriver),
    Builder("comb", "handle", _handled_comb),
    Builder("spatula", "angled", _angled_spatula),
    Builder("tripod", "braced", _braced_tripod),
)
