"""Compact and rodless cylinders, slipper pistons, setup blocks, bottle and round moulds."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    ball,
    block,
    hole,
    hull,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
)


def _compact_cylinder(dice: Dice) -> Draft:
    """A short square block with sensor grooves and corner screw holes; a short rod, two ports."""
    size, long = dice.real(20, 90), dice.real(0.7, 2.2)
    high, bore = size * long, size * dice.real(0.12, 0.22)
    body = rounded_block(size, size, high, size * dice.pick((0.04, 0.16)))
    groove = block(size * 0.12, size * 0.07, high * 2, "groove")
    for k in range(4):
        for x in (-0.22, 0.22):
            body -= groove.at(x * size, size / 2, -high / 2).turned(z=90.0 * k)
    body -= at_corners(rod(size * 0.05, high * 3, "hole"), size * 0.76, size * 0.76).at(z=-high)
    body -= rod(size * 0.33, high, "recess").at(z=high * 0.97)
    body += rod(size * 0.32, high * 0.03, "gland").at(z=high * 0.96)
    out = size * dice.real(0.15, 0.9)
    body += rod(bore, out + high * 0.1, "piston rod").at(z=high * 0.95)
    if dice.yes(0.5):
        plate = rounded_block(size * 0.95, size * 0.95, size * 0.12, size * 0.1, "front plate")
        body += plate.at(z=high * 1.04 + out)
    else:
        body -= rod(bore * 0.55, out, "thread").at(z=high + out * 0.6)
    port = rod(size * 0.08, size, "port").turned(y=90)
    body = body - port.at(0, 0, high * 0.18) - port.at(0, 0, high * 0.82)
    return Draft(body.turned(x=dice.pick((0.0, 90.0)), z=dice.pick((0.0, 90.0))),
                 {"port": 2, "tie rod": 0},
                 {"tie rods": False, "eye": False, "piston rod": True})  # fmt: skip


def _hydraulic_ram(dice: Dice) -> Draft:
    """A welded hydraulic ram: smooth thick barrel, an eye at both ends, port bosses and a pipe."""
    radius, long = dice.real(12, 45), dice.real(4, 10)
    length, out = radius * long, radius * dice.real(0.8, 6)
    body = rod(radius, length) + rod(radius * 1.1, radius * 0.9, "gland").at(z=length * 0.99)
    stem = radius * dice.real(0.4, 0.62)
    body += rod(stem, out + radius, "piston rod").at(z=length)
    eye_size = radius * dice.real(0.75, 1.05)
    ear = rod(eye_size, radius * 1.1, "eye").turned(x=90).at(y=radius * 0.55)
    drill = rod(eye_size * 0.5, 9 * radius, "hole").turned(x=90).at(y=4 * radius)
    top = length + out + radius + eye_size * 0.7
    body += ear.at(z=-eye_size * 0.75) + ear.at(z=top)
    body = body - drill.at(z=-eye_size * 0.75) - drill.at(z=top)
    boss = rod(radius * 0.34, radius * 1.35, "port boss").turned(y=90)
    port = rod(radius * 0.2, radius * 2, "port").turned(y=90).at(radius * 0.9)
    spots = (radius * 0.6, length - radius * 0.4)
    body += union([boss.at(z=z) for z in spots])
    body -= union([port.at(z=z) for z in spots])
    return Draft(body.turned(y=dice.pick((90.0, 90.0, 0.0)), z=dice.pick((0.0, 180.0))),
                 {"port": 2, "tie rod": 0},
                 {"tie rods": False, "eye": True, "piston rod": True})  # fmt: skip


def _slipper_piston(dice: Dice) -> Draft:
    """A racing piston: short crown with valve pockets, two narrow skirts, boxed pin bosses."""
    radius, rings = dice.real(20, 55), dice.pick((2, 3, 3))
    crown, skirt = radius * dice.real(0.4, 0.6), radius * dice.real(0.4, 1.0)
    high = crown + skirt
    body = rod(radius, crown).at(z=skirt)
    for index in range(rings):
        body -= tube(radius * 1.1, radius * 0.9, crown * 0.1, "ring groove").at(
            z=skirt + crown * (0.82 - 0.22 * index))  # fmt: skip
    wide = radius * dice.real(0.8, 1.4)
    shell = tube(radius, radius * 0.9, skirt + 0.1, "skirt") & block(wide, 9 * radius, high)
    box = block(radius * 0.12, radius * 1.7, skirt + 0.1, "web")
    body += shell + box.at(radius * 0.42) + box.at(-radius * 0.42)
    place = skirt * dice.real(0.35, 0.6)
    for side in (-1, 1):
        boss = rod(radius * 0.34, radius * 0.35, "pin boss").turned(y=90)
        body += boss.at(side * radius * 0.55 - radius * 0.175, 0, place)
    body -= rod(radius * 0.22, 3 * radius, "pin bore").at(z=-1.5 * radius).turned(y=90).at(z=place)
    top = dice.pick(("flat", "domed", "pockets"))
    if top == "domed":
        dome = ball(radius * 0.92, "crown") & block(999, 999, 999, "crown")
        body += dome.scaled(z=dice.real(0.15, 0.4)).at(z=high - 0.1)
    if top == "pockets":
        pocket = rod(radius * 0.38, radius, "valve pocket").turned(y=12).at(
            radius * 0.5, radius * 0.1, high - radius * 0.08)  # fmt: skip
        body -= pocket.around(dice.pick((2, 4)), 30)
    return Draft(body.turned(z=dice.pick((0.0, 50.0, 90.0)), x=dice.pick((0.0, 0.0, 70.0))),
                 {"ring groove": rings}, {"pin bore": True, "dome": top == "domed"},
                 {"form": "bulging" if top == "domed" else "flat"})  # fmt: skip


def _rod_piston(dice: Dice) -> Draft:
    """A hydraulic piston: a grooved disc head fixed by a nut on the end of a long round rod."""
    radius, rings = dice.real(12, 45), dice.whole(1, 4)
    head, stem = radius * dice.real(0.5, 1.2), radius * dice.real(0.28, 0.5)
    body = rod(radius, head)
    pitch = head * 0.8 / rings
    for index in range(rings):
        body -= tube(radius * 1.1, radius * 0.88, pitch * 0.5, "ring groove").at(
            z=head * 0.1 + pitch * (index + 0.25))  # fmt: skip
    body += rod(stem, radius * dice.real(1.5, 6), "piston rod").turned(x=180).at(z=0.1)
    if dice.yes(0.7):
        body += rod(stem * 1.3, stem, "nut", sides=6).at(z=head * 0.99)
    else:
        body -= rod(radius * 0.4, head, "dish", top=radius * 0.75).at(z=head * 0.8)
    return Draft(body.turned(y=dice.pick((0.0, 60.0, 90.0))), {"ring groove": rings},
                 {"pin bore": False, "dome": False}, {"form": "flat"})  # fmt: skip


def _setup_block(dice: Dice) -> Draft:
    """A ground setup block or small tombstone drilled through in rows from two or three sides."""
    x, y, z = (dice.real(18, 40) * k for k in dice.some((1.0, 2.0, 3.0), 3))
    columns, rows = max(round(x / 20), 1), max(round(y / 20), 1)
    drill = min(x / columns, y / rows) * dice.real(0.12, 0.24)
    body = rounded_block(x, y, z, dice.pick((0.3, 3.0)))
    body -= grid(hole(drill, z), columns, rows, x / columns, y / rows)
    levels = max(round(z / 22), 1)
    side = rod(drill * 0.8, 9 * (x + y), "hole").at(z=-4 * (x + y))
    offset = x / columns * 0.5 if columns in (3, 5) else 0.0
    spots = [((k + 0.5) / levels) * z for k in range(levels)]
    body -= union([side.turned(x=90).at(offset, 0, s) for s in spots])
    holes = columns * rows + levels
    step = dice.yes(0.35)
    if step:
        body -= block(x * 0.14, 2 * y, z, "step").at(x * 0.5, 0, z * 0.6)
    groove = dice.yes(0.35)
    if groove:
        body -= block(x * 0.1, 2 * y, z * 0.16, "groove").at(-x * 0.5, 0, z * 0.42)
    return Draft(body, {"hole": holes, "pocket": 0},
                 {"groove": groove, "pocket": False, "step": step})  # fmt: skip


def _bored_block(dice: Dice) -> Draft:
    """A machined mount: a bored tower on a wider foot with corner holes, pocketed flanks."""
    x, deep = dice.real(40, 120), dice.real(0.3, 0.9)
    y, z, t = x * deep, x * dice.real(0.45, 0.9), x * dice.real(0.1, 0.22)
    tower = x * dice.real(0.45, 0.7)
    body = block(x, y, t) + block(tower, y * dice.real(0.7, 1), z)
    bore = min(tower, z - t) * dice.real(0.26, 0.36)
    body -= rod(bore, 3 * y, "bore").turned(x=90).at(y=1.5 * y, z=(z + t) / 2)
    seat = rod(bore * 1.2, y, "counterbore").turned(x=90)
    body -= seat.at(0, -y * 0.25 if dice.yes() else -y * 0.4, (z + t) / 2)
    body -= at_corners(hole(x * 0.035, t), (x + tower) / 2, y * 0.6)
    pocket = dice.yes(0.5)
    if pocket:
        wide = (tower / 2 - bore) * 0.6
        cut = rounded_block(wide, y * 0.5, z, wide * 0.3, "pocket")
        body -= cut.at((tower / 2 + bore) / 2, 0, z * 0.7)
    return Draft(body.turned(z=dice.pick((0.0, 0.0, 90.0))), {"hole": 4, "pocket": int(pocket)},
                 {"groove": False, "pocket": pocket, "step": True})  # fmt: skip


def _bottle_mold(dice: Dice) -> Draft:
    """A blow mould half: the half print of a bottle or vase that runs out at the plate's edge."""
    radius, long = dice.real(12, 35), dice.real(2.2, 4.5)
    length, neck = radius * long, dice.real(0.25, 0.6)
    belly, knee = dice.real(0, 0.25), dice.real(0.55, 0.8)
    profile: list[Point2] = []
    for t in np.linspace(0, 1, 26):
        fade = float(np.clip((t - knee) / 0.14, 0, 1))
        wide = 1 - belly * float(np.sin(2 * np.pi * t))
        profile.append((radius * (wide * (1 - fade) + neck * fade), length * float(t)))
    copies = dice.pick((1, 1, 2, 3))
    pitch = radius * 2.8
    x, y, z = pitch * copies + radius * 1.6, length * 1.25, radius * dice.real(1.5, 2.2)
    tool = revolved([(0, 0), *profile, (neck * radius, 2 * length), (0, 2 * length)], "cavity")
    tool = tool.turned(x=-90).at(0, -length * 0.48, z)
    body = block(x, y, z)
    body -= union([tool.at((k - (copies - 1) / 2) * pitch) for k in range(copies)])
    pins = dice.yes(0.5)
    size, spread = radius * 0.2, (x - radius * 0.8, y * 0.85)
    if pins:
        body += at_corners(rod(size, z + size * dice.real(1, 4), "guide pin"), *spread)
    else:
        body -= at_corners(rod(size, z, "hole"), *spread).at(z=z * 0.5)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 90.0))),
                 {"cavity": copies, "guide pin": 4 * pins, "hole": 4 * (not pins)},
                 {"guide pins": pins}, {"outline": "rectangular"})  # fmt: skip


def _print_of(style: str, size: float) -> Body:
    """A tool that sinks one print into the surface at z = 0."""
    if style == "drop":
        return hull(ball(size * 0.8), ball(size * 0.3).at(-size * 1.2), feature="cavity")
    if style == "block":
        return rounded_block(1.8 * size, 1.3 * size, size, size * 0.3, "cavity").at(z=-size * 0.6)
    return rod(size * 0.6, size, "cavity", top=size).at(z=-size * 0.7)


def _round_mold(dice: Dice) -> Draft:
    """A round mould plate: prints in a circle, runners from a sprue, guide pins or holes."""
    radius, prints = dice.real(45, 110), dice.whole(3, 8)
    z, place = radius * dice.real(0.25, 0.55), radius * dice.real(0.55, 0.62)
    size = min(place * np.pi / prints * 0.7, radius * 0.24)
    body = rod(radius, z)
    runner = rod(size * 0.16, place, "runner").turned(y=90).at(z=z)
    sprue = rod(size * 0.3, z, "sprue", top=size * 0.45).at(z=z * 0.5)
    tool = _print_of(dice.pick(("drop", "block", "cone")), size).at(place, 0, z)
    body = body - tool.around(prints) - runner.around(prints) - sprue
    if dice.yes(0.5):
        body += rod(radius * 1.15, z * 0.35)
    pins, count = dice.yes(0.5), dice.pick((2, 3, 4))
    pin = radius * 0.05
    if pins:
        body += rod(pin, z * 1.4, "guide pin").at(radius * 0.9).around(count, 180 / prints)
    else:
        body -= rod(pin, z, "hole").at(radius * 0.9, 0, z * 0.4).around(count, 180 / prints)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 75.0))),
                 {"cavity": prints, "guide pin": count * pins, "hole": count * (not pins)},
                 {"guide pins": pins}, {"outline": "round"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("pneumatic cylinder", "compact", _compact_cylinder),
    Builder("pneumatic cylinder", "ram", _hydraulic_ram),
    Builder("piston", "slipper", _slipper_piston),
    Builder("piston", "on a rod", _rod_piston),
    Builder("machined block", "setup", _setup_block),
    Builder("machined block", "bored", _bored_block),
    Builder("mold half", "bottle", _bottle_mold),
    Builder("mold half", "round", _round_mold),
)
