"""Tie bars, inserts for wood and sheet, worms, shaft guides and driven screws."""

import numpy as np

from mmdesign.domain import DoubleArray
from mmdesign.training.parts.arranging import at_corners
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fasteners import thread_ridges
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    block,
    helix,
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


def _hex_nut(radius: float, feature: str = "nut") -> Body:
    """A hexagon nut for a rod of this radius, lying on z = 0."""
    nut = rod(radius * 1.75, radius * 1.5, feature, sides=6)
    return nut & revolved([(0, 0), (radius * 1.6, 0), (radius * 1.78, radius * 0.2),
                           (radius * 1.78, radius * 1.3), (radius * 1.6, radius * 1.5),
                           (0, radius * 1.5)], feature)  # fmt: skip


def _nutted_rod(dice: Dice) -> Draft:
    """A stud with nuts and washers somewhere on it, upright or lying."""
    radius, long = dice.real(2, 10), dice.real(9, 28)
    length, nuts = radius * long, dice.whole(1, 4)
    body = thread_ridges(radius, length, max(radius * dice.real(0.3, 0.5), length / 70))
    washers = dice.yes(0.5)
    spots = [0.06, 0.94, 0.25, 0.75] if dice.yes(0.5) else [0.9, 0.75, 0.6, 0.15]
    for spot in spots[:nuts]:
        place = length * spot - radius * 0.75
        body += _hex_nut(radius).at(z=place)
        if washers:
            body += rod(radius * 2.3, radius * 0.3, "washer").at(z=place - radius * 0.28)
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 90.0))), {"nut": nuts},
                 {"plain middle": False}, {"section": "round"})  # fmt: skip


def _tie_bar(dice: Dice) -> Draft:
    """A coarse rolled bar, one real helix with broad crests, cut square, slanted or pointed."""
    radius, long = dice.real(4, 14), dice.real(8, 22)
    length, pitch = radius * long, radius * dice.real(0.7, 1.2)
    turns = length / pitch
    body = rod(radius * 0.86, length) + wire(helix(radius * 0.86, pitch, turns, 18), pitch * 0.22,
                                             "thread", sides=6)  # fmt: skip
    partly = dice.yes(0.4)
    if partly:
        body -= tube(radius * 2, radius * 0.9, length * 0.4, "plain").at(z=length * 0.3)
        body += rod(radius * 0.93, length * 0.42).at(z=length * 0.29)
    end = dice.pick(("square", "slant", "point"))
    if end == "slant":
        body -= block(6 * radius, 6 * radius, 6 * radius).turned(y=45).at(
            radius * 4.2, 0, length - radius * 4.2)  # fmt: skip
    elif end == "point":
        body += rod(radius * 0.86, radius * 2, "tip", top=radius * 0.1).at(z=length - 0.01)
    body = body & rod(radius * 3, length + 2 * radius)
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 90.0))), {}, {"plain middle": partly},
                 {"section": "round"})  # fmt: skip


def _tee_nut(dice: Dice) -> Draft:
    """A tee nut for wood: a barrel on a thin disc with bent spikes or screw holes."""
    radius = dice.real(3, 10)
    disc, t, high = radius * dice.real(1.9, 3), radius * dice.real(0.12, 0.3), radius * dice.real(
        0.8, 3)  # fmt: skip
    prongs, lobed = dice.pick((0, 3, 4, 4, 6)), dice.yes(0.3)
    plate = rod(disc, t, "flange")
    if lobed:
        plate = plate & block(disc * 2, disc * 1.4, t, "flange")
    body = plate + rod(radius, high, top=radius * dice.real(0.85, 1))
    holes = 1
    if prongs:
        reach, spike = disc * (0.6 if lobed else 0.82), radius * dice.real(0.5, 1.3)
        tooth = prism([(-radius * 0.35, 0), (radius * 0.35, 0), (0, spike)], t, "prong")
        body += tooth.turned(x=90, z=90).at(reach, 0, t * 0.9).around(prongs, 180 / prongs)
    else:
        holes = 4
        body -= hole(radius * 0.16, t, (disc + radius) * (0.42 if lobed else 0.5)).around(3, 60)
    body -= rod(radius * dice.real(0.6, 0.78), 9 * high, "hole").at(z=-high)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 180.0, 100.0))),
                 {"hole": holes, "prong": prongs}, {"flange": True, "thread": False},
                 {"outline": "round"})  # fmt: skip


def _wire_insert(dice: Dice) -> Draft:
    """A coil of edged wire that lines a tapped hole, with a tang across its end."""
    radius, turns = dice.real(2.5, 12), dice.whole(4, 12)
    pitch = radius * dice.real(0.18, 0.36)
    path = helix(radius, pitch, turns, 32)
    if dice.yes(0.65):
        path = np.vstack([[(-radius * 0.5, 0.0, 0.0), (radius * 0.7, 0.0, 0.0)], path])
    body = wire(path, pitch * dice.real(0.4, 0.47), "thread", sides=4)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 90.0, 180.0))), {"hole": 1},
                 {"flange": False, "thread": True}, {"outline": "round"})  # fmt: skip


def _rivet_nut(dice: Dice) -> Draft:
    """A blind rivet nut: a smooth or hexagonal sleeve under a flat rim, swaged or ribbed."""
    radius, long = dice.real(2.5, 10), dice.real(1.6, 4.5)
    length, sides = radius * long, dice.pick((6, 40, 40))
    rim, t = radius * dice.real(1.25, 1.7), radius * dice.real(0.14, 0.35)
    body = rod(radius, length, sides=sides) + rod(rim, t, "flange").at(z=length - t * 0.01)
    if dice.yes(0.4):
        low = length * dice.real(0.45, 0.6)
        body += revolved([(0, low), (radius * 0.95, low), (radius * 1.3, low + radius * 0.25),
                          (radius * 0.95, low + radius * 0.5), (0, low + radius * 0.5)],
                         "bulge")  # fmt: skip
    if sides == 40 and dice.yes(0.6):
        ridge = block(radius * 0.16, radius * 0.12, length * 0.5, "knurl").at(radius * 0.98)
        body += ridge.at(z=length * 0.48).around(dice.whole(12, 20))
    core = radius * dice.real(0.6, 0.75)
    body -= rod(core, 3 * length, "hole").at(z=-length)
    body -= rod(radius * 0.84, length * 0.5, "hole").at(z=length * 0.55)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 180.0, 90.0))), {"hole": 1},
                 {"flange": True, "thread": False}, {"outline": "round"})  # fmt: skip


def _waisted_helix(radius: float, waist: float, long: float, turns: int) -> DoubleArray:
    """A helix from z = 0 to `long` whose radius is smaller by `waist` in its middle."""
    path = helix(1.0, long / turns, turns, 26)
    path[:, :2] *= (radius - waist * (1 - (2 * path[:, 2:] / long - 1) ** 2)).repeat(2, axis=1)
    return path


def _hourglass_worm(dice: Dice) -> Draft:
    """A globoid worm: thread and core waisted to embrace the wheel, shafts at both ends."""
    radius, turns = dice.real(8, 30), dice.whole(3, 6)
    long, waist = radius * dice.real(1.8, 3), radius * dice.real(0.2, 0.38)
    deep = long / turns * 0.3
    path = _waisted_helix(radius, waist, long, turns)
    core: list[Point2] = [(radius - waist * (1 - (2 * t - 1) ** 2), long * t)
                          for t in np.linspace(-0.06, 1.06, 16)]  # fmt: skip
    body = revolved([(0, core[0][1]), *core, (0, core[-1][1])])
    body += wire(path, deep, "thread", sides=6)
    end = radius * dice.real(0.5, 2.2)
    shaft = radius * dice.real(0.35, 0.5)
    body += rod(shaft, long + 2 * end + radius, "shaft").at(z=-end - radius / 2)
    if dice.yes(0.5):
        body += rod(shaft * 1.4, radius * 0.4, "collar").at(z=-radius * 0.5 - long * 0.05)
    bored = dice.yes(0.4)
    if bored:
        body -= rod(shaft * 0.55, 99 * radius, "bore").at(z=-40 * radius)
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 90.0))), {"turn": turns},
                 {"bore": bored, "thread": True}, {"form": "curved"})  # fmt: skip


def _hubbed_worm(dice: Dice) -> Draft:
    """A short bored worm with a smooth hub, its trapezoidal threads one to four abreast."""
    radius, starts = dice.real(6, 28), dice.pick((1, 1, 2, 3, 4))
    pitch = radius * dice.real(0.35, 0.7)
    turns = dice.whole(3, 7)
    long, core = pitch * turns, radius * dice.real(0.7, 0.8)
    turn_deg = 360.0 * turns / starts
    thick = pitch * 0.34
    body = rod(core, long)
    ridge = wire(helix(core, pitch * starts, turn_deg / 360 + 1, 28), thick, "thread", sides=8)
    cut = rod(radius * 1.5, long)
    body += (ridge.around(starts).at(z=-pitch * starts / 2)) & cut
    hub = radius * dice.real(0.5, 1.5)
    wide = core * dice.real(0.8, 1.05)
    body += rod(wide, hub, "hub").at(z=-hub * 0.99)
    body -= rod(core * 0.12, 2 * radius, "screw hole").turned(y=90).at(z=-hub / 2)
    bore = core * dice.real(0.4, 0.65)
    body -= rod(bore, 99 * radius, "bore").at(z=-40 * radius)
    if dice.yes(0.5):
        body -= block(bore * 0.6, bore * 0.5, 99 * radius, "keyway").at(0, bore, -40 * radius)
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 60.0))), {"turn": turns},
                 {"bore": True, "thread": True}, {"form": "cylindrical"})  # fmt: skip


def _supported_rail(dice: Dice) -> Draft:
    """A round shaft on a continuous foot with bolt holes, open bearing blocks on it."""
    radius, count = dice.real(5, 15), dice.whole(3, 8)
    length, high = radius * count * dice.real(2.2, 5), radius * dice.real(1.6, 2.6)
    wide, t = radius * dice.real(3.2, 4.6), radius * 0.45
    shaft = rod(radius, length * 1.02, "rail").at(z=-length * 0.51).turned(y=90).at(z=high + radius)
    foot = block(length, wide, t, "base") + block(length, radius * 0.8, high + radius * 0.4, "web")
    foot += hull(block(length, radius * 2.2, t), block(length, radius * 0.8, high), feature="web")
    drill = union([hole(radius * 0.22, t, ((k + 0.5) / count - 0.5) * length, side * wide * 0.4)
                   for k in range(count) for side in (-1, 1)])  # fmt: skip
    body = shaft + foot - drill
    carriages, long = dice.whole(0, 2), radius * dice.real(3, 4.5)
    car = rounded_block(long, radius * 4.4, radius * 3.2, radius * 0.3, "carriage").at(
        z=high - radius * 0.2)  # fmt: skip
    car -= hull(block(long + 2, radius * 1.2, 1), block(long + 2, radius * 2.6, 1).at(z=-radius),
                feature="gap").at(z=high)  # fmt: skip
    car -= at_corners(rod(radius * 0.2, radius, "hole"), long * 0.7, radius * 3.4).at(
        z=high + radius * 2.3)  # fmt: skip
    for index in range(carriages):
        body += car.at((index - (carriages - 1) / 2) * length * 0.5)
    return Draft(body.turned(z=dice.pick((0.0, 90.0))), {"carriage": carriages},
                 {"carriage": carriages > 0}, {"outline": "long"})  # fmt: skip


def _twin_rod_guide(dice: Dice) -> Draft:
    """Two round bars between end blocks, a flat carriage with bushings sliding on them."""
    radius, apart = dice.real(3, 9), dice.real(5, 12)
    pitch, length = radius * apart, radius * dice.real(18, 40)
    bar = rod(radius, length, "rail").at(z=-length / 2).turned(y=90)
    body = bar.at(y=pitch / 2) + bar.at(y=-pitch / 2)
    end = rounded_block(radius * 2.6, pitch + radius * 4.5, radius * 3.4, 0.5, "end block")
    if dice.yes(0.5):
        end += block(radius * 6, pitch + radius * 4.5, radius * 0.7, "end block")
    end -= hole(radius * 0.4, radius * 4)
    body += union([end.at(side * length / 2, 0, -radius * 1.7) for side in (-1, 1)])
    carriages, plain = dice.pick((1, 1, 2)), dice.yes(0.5)
    long = radius * dice.real(5, 8)
    plate = rounded_block(long, pitch + radius * 4, radius * 0.9, radius * 0.4, "carriage")
    plate -= at_corners(hole(radius * 0.3, radius), long * 0.7, pitch * 0.4)
    car = plate.at(z=radius * 1.3)
    for side in (-1, 1):
        bush = (block(long * 0.9, radius * 3.2, radius * 3.2, "carriage").at(z=-radius * 1.6)
                if plain else rod(radius * 1.7, long * 0.9, "carriage").at(
                    z=-long * 0.45).turned(y=90))  # fmt: skip
        car += bush.at(y=side * pitch / 2)
    for index in range(carriages):
        shift = 0.0 if carriages > 1 else dice.real(-0.2, 0.2)
        body += car.at(((index - (carriages - 1) / 2) * 0.45 + shift) * length)
    if dice.yes(0.3):
        body += rod(radius * 0.6, length * 1.2, "screw").at(z=-length * 0.55).turned(y=90)
    return Draft(body.turned(z=dice.pick((0.0, 90.0))), {"carriage": carriages},
                 {"carriage": carriages > 0}, {"outline": "long"})  # fmt: skip


def _motor_screw(dice: Dice) -> Draft:
    """A stepper motor whose shaft is a coarse multi-start screw, a flanged brass nut on it."""
    radius, long = dice.real(3, 6), dice.real(14, 32)
    length, size = radius * long, radius * dice.real(5, 9)
    starts, pitch = 2, radius * dice.real(1.4, 2.2)
    ridge = wire(helix(radius * 0.82, pitch, length / pitch, 12), radius * 0.2, "thread", sides=4)
    body = rod(radius * 0.84, length) + ridge.around(starts)
    case, high = rounded_block(size, size, size * 0.9, size * 0.1, "motor"), size * 0.9
    case -= tube(size, size * 0.62, high * 0.5, "groove").at(z=high * 0.25)
    case += rod(size * 0.26, size * 0.05, "motor").at(z=high * 0.99)
    case -= at_corners(rod(size * 0.04, size * 0.3, "hole"), size * 0.74, size * 0.74).at(
        z=high - size * 0.2)  # fmt: skip
    body += case.at(z=-high - size * 0.04)
    nut = dice.yes(0.75)
    if nut:
        flange = rod(radius * 2.7, radius * 0.8, "nut") - hole(
            radius * 0.4, radius, radius * 2).around(4)  # fmt: skip
        piece = flange + rod(radius * 1.3, radius * 3.4, "nut").at(z=-radius * 1)
        body += piece.at(z=length * dice.real(0.25, 0.8))
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 90.0))), {"nut": int(nut)}, {"nut": nut},
                 {"outline": "long"})  # fmt: skip


def _ball_screw_unit(dice: Dice) -> Draft:
    """A ball screw between bearing blocks: a round groove wound into the bar, a nut on it."""
    radius, long = dice.real(5, 12), dice.real(14, 26)
    length, pitch = radius * long, radius * dice.real(0.7, 1.1)
    groove = wire(helix(radius, pitch, length / pitch, 14), pitch * 0.28, "thread", sides=6)
    body = rod(radius, length) - groove
    body += rod(radius * 0.6, length + radius * 8).at(z=-radius * 4)
    blocks = dice.pick((1, 2, 2))
    for z in (-radius * 2.6, length + radius * 0.1)[:blocks]:
        seat = block(radius * 6, radius * 2.5, radius * 4.4, "bearing block").turned(x=90)
        body += seat.at(0, radius * 2.2, z + radius * 1.25)
    nut = dice.yes(0.8)
    if nut:
        square = dice.yes(0.5)
        piece = (rounded_block(radius * 4.2, radius * 3.6, radius * 4, 1, "nut") if square
                 else rod(radius * 1.7, radius * 5, "nut"))  # fmt: skip
        if not square:
            disc = rod(radius * 3, radius, "nut") & block(radius * 6, radius * 4.4, 99, "nut")
            piece += disc - hole(radius * 0.3, radius, radius * 2.3).around(6)
        body += piece.at(z=length * dice.real(0.15, 0.65))
    return Draft(body.turned(x=90, z=dice.pick((0.0, 90.0))), {"nut": int(nut)}, {"nut": nut},
                 {"outline": "long"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("threaded rod", "nuts", _nutted_rod),
    Builder("threaded rod", "tie bar", _tie_bar),
    Builder("threaded insert", "tee nut", _tee_nut),
    Builder("threaded insert", "wire", _wire_insert),
    Builder("threaded insert", "rivet nut", _rivet_nut),
    Builder("worm", "hourglass", _hourglass_worm),
    Builder("worm", "hub", _hubbed_worm),
    Builder("linear rail", "supported", _supported_rail),
    Builder("linear rail", "twin rods", _twin_rod_guide),
    Builder("lead screw", "motor", _motor_screw),
    Builder("lead screw", "ball screw", _ball_screw_unit),
)
