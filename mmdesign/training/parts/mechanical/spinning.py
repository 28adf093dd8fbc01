"""Caged bearings, radial turbines, two-piece brake discs, drone motors, servos, gear cases."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bead
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    Point3,
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
    wire,
)


def _caged_bearing(dice: Dice) -> Draft:
    """A self-aligning bearing: two rows of balls in a cage, the inner ring tilted out."""
    radius, rows = dice.real(12, 50), dice.pick((1, 2, 2))
    bore, balls = radius * dice.real(0.35, 0.55), dice.whole(9, 15)
    middle = (radius * 0.95 + bore) / 2
    size = min((radius - bore) * 0.22, middle * np.pi / balls * 0.8)
    width = size * (2.4 + 2.0 * (rows - 1)) * dice.real(1, 1.3)
    outer = tube(radius, middle + size * 0.6, width, "ring").at(z=-width / 2)
    offset = size * 1.05 * (rows - 1)
    row = bead(size, "ball").at(middle).around(balls)
    core = tube(middle - size * 0.55, bore, width, "ring").at(z=-width / 2)
    cage = tube(middle + size * 0.3, middle - size * 0.3, 2 * offset + size * 1.2, "cage").at(
        z=-offset - size * 0.6)  # fmt: skip
    rolling = [row.at(z=-offset), row.turned(z=180 / balls).at(z=offset)][: max(rows, 1)]
    inside = union([*rolling, core, cage]).turned(x=dice.real(0, 14) * (rows - 1))
    flanged = dice.yes(0.25)
    if flanged:
        outer += tube(radius * 1.14, radius * 0.98, width * 0.15, "flange").at(z=-width / 2)
    return Draft((outer + inside).turned(x=dice.pick((0.0, 60.0, 90.0))), {"ball": balls * rows},
                 {"visible balls": True, "flange": flanged, "cage": True},
                 {"outline": "round"})  # fmt: skip


def _radial_turbine(dice: Dice) -> Draft:
    """A turbocharger wheel: tall curved blades on a trumpet-shaped hub."""
    radius, blades = dice.real(15, 70), dice.whole(7, 14)
    high, nose = radius * dice.real(0.6, 1.1), radius * dice.real(0.14, 0.24)
    trumpet: list[Point2] = [(nose + (radius * 0.96 - nose) * (1 - t) ** 3, high * t)
                             for t in np.linspace(0, 1, 14)]  # fmt: skip
    back = radius * dice.real(0.04, 0.12)
    body = revolved([(0, -back), (radius * 0.6, -back), *trumpet, (0, high)], "hub")
    exit_radius = radius * dice.real(0.6, 0.85)
    thick, twist = radius * 0.04, dice.pick((-1, 1)) * dice.real(25, 60)
    blade = prism([(nose * 0.6, -thick / 2), (radius, -thick / 2), (radius, thick / 2),
                   (nose * 0.6, thick / 2)], high * 0.97, "blade", twist)  # fmt: skip
    shroud: list[Point2] = [(exit_radius + (radius - exit_radius) * (1 - t) ** 2.5, high * t)
                            for t in np.linspace(0, 1, 12)]  # fmt: skip
    body += blade.around(blades) & revolved([(0, 0), *shroud, (0, high)], "blade")
    shaft = dice.yes(0.5)
    if shaft:
        body += rod(nose * 0.7, radius * dice.real(1, 2.6)).turned(x=180).at(z=0.1 - back)
        body += rod(nose, high + nose, "nut", sides=6)
    else:
        body -= rod(nose * 0.5, 9 * high, "bore").at(z=-4 * high)
    return Draft(body.turned(x=dice.pick((0.0, 60.0, 90.0))), {"stage": 1, "blade": blades},
                 {"shaft": shaft}, {"outline": "round"})  # fmt: skip


def _shrouded_turbine(dice: Dice) -> Draft:
    """A jet engine stage: long crescent-shaped blades from a bored disc, perhaps ringed."""
    radius, blades = dice.real(30, 110), dice.whole(14, 30)
    root = radius * dice.real(0.32, 0.55)
    chord = min(2 * np.pi * root / blades * 1.5, radius * 0.3)
    camber = chord * dice.real(0.15, 0.3)
    upper = [(x * chord, camber * (1 - 4 * x * x)) for x in np.linspace(-0.5, 0.5, 9)]
    lower = [(x, y - chord * 0.14 * (1.05 - (2 * x / chord) ** 2)) for x, y in upper[::-1]]
    blade = prism([*upper, *lower], radius - root * 0.95, "blade", dice.real(10, 35))
    blade = blade.turned(y=90).turned(x=90 - dice.real(30, 55)).at(root * 0.95)
    width = chord * dice.real(0.7, 1)
    body = blade.around(blades) + rod(root, width, "disc").at(z=-width / 2)
    dish = tube(root * 0.85, root * 0.45, width, "dish").at(z=width * 0.25)
    body = body - dish - dish.mirrored(z=1)
    if dice.yes(0.5):
        body += tube(radius * 1.03, radius * 0.97, width, "shroud").at(z=-width / 2)
    shaft = dice.yes(0.35)
    if shaft:
        body += rod(root * 0.28, radius * 1.6).at(z=-radius * 0.8)
    else:
        body -= rod(root * 0.25, radius, "bore").at(z=-radius / 2)
    if dice.yes(0.4):
        body -= hole(root * 0.05, width, root * 0.65).at(z=-width / 2).around(8)
    return Draft(body.turned(x=dice.pick((0.0, 70.0, 90.0))), {"stage": 1, "blade": blades},
                 {"shaft": shaft}, {"outline": "round"})  # fmt: skip


def _floating_disc(dice: Dice) -> Draft:
    """A race disc: a slotted or drilled ring held by bobbins on a star-shaped carrier."""
    radius, lugs = dice.real(60, 180), dice.whole(5, 10)
    z, inner = radius * dice.real(0.03, 0.08), radius * dice.real(0.62, 0.74)
    body = tube(radius, inner, z, "friction ring")
    slots, drilled = dice.pick((0, 6, 8, 12)), dice.yes(0.4)
    cut = block((radius - inner) * 0.95, radius * 0.025, z, "groove").turned(
        z=dice.real(25, 60)).at((radius + inner) / 2, 0, z * 0.6)  # fmt: skip
    if slots:
        body -= cut.around(slots)
    if drilled or not slots:
        for k in (0.3, 0.7):
            body -= hole(radius * 0.022, z, inner + (radius - inner) * k).around(18, 20 * k)
    hub, bolts = radius * dice.real(0.3, 0.42), dice.pick((4, 5, 6, 8))
    carrier = tube(hub, hub * 0.62, z * 1.5, "hat")
    arm = hull(rod(radius * 0.07, z, "hat").at(inner * 1.02), rod(radius * 0.12, z).at(hub * 0.9),
               feature="hat")  # fmt: skip
    bobbin = rod(radius * 0.05, z * 1.8, "bobbin").at(inner * 1.02, 0, -z * 0.4)
    body += carrier + arm.around(lugs) + bobbin.around(lugs)
    body -= rod(hub * 0.62, 99 * z, "bore").at(z=-z)
    body -= hole(radius * 0.025, 2 * z, hub * 0.81).around(bolts)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"bolt hole": bolts},
                 {"ventilation holes": drilled or not slots, "vents": False},
                 {"outline": "round"})  # fmt: skip


def _vaned_disc(dice: Dice) -> Draft:
    """Two friction rings with vanes between them that can be seen all around, a deep bell."""
    radius, vanes = dice.real(90, 190), dice.whole(24, 40)
    z, gap = radius * dice.real(0.03, 0.05), radius * dice.real(0.06, 0.13)
    inner = radius * dice.real(0.5, 0.64)
    ring = tube(radius, inner, z, "friction ring")
    vane = block(radius - inner, radius * 0.02, gap + z, "vane").turned(
        z=dice.pick((0.0, 20.0, 35.0))
    )
    vane = vane.at((radius + inner) / 2, 0, z * 0.5) & tube(
        radius * 0.99, inner, gap + 2 * z, "vane"
    )
    body = union([ring, ring.at(z=z + gap), vane.around(vanes)])
    drilled = dice.yes(0.4)
    if drilled:
        for k in (0.25, 0.5, 0.75):
            body -= hole(radius * 0.02, gap + 2 * z, inner + (radius - inner) * k).around(
                14, 26 * k
            )
    deep, bolts = radius * dice.real(0.1, 0.5), dice.pick((4, 5, 6))
    bell, top = inner * dice.real(0.8, 0.95), 2 * z + gap + deep
    hat = rod(inner * 1.02, z * 1.2, "hat").at(z=z + gap) + rod(bell, deep + z, "hat").at(z=z + gap)
    hat -= rod(bell - 1.3 * z, deep + 2 * z + gap, "cavity").at(z=-z * 1.4)
    hat -= rod(bell * 0.42, 99 * z, "bore") + hole(bell * 0.08, top + 9, bell * 0.68).around(bolts)
    return Draft((body + hat).turned(x=dice.pick((0.0, 60.0, 90.0))), {"bolt hole": bolts},
                 {"ventilation holes": drilled, "vents": True}, {"outline": "round"})  # fmt: skip


def _outrunner_motor(dice: Dice) -> Draft:
    """A drone motor: a bell with windows over wound teeth, a cross mount, shaft and wires."""
    radius, spokes = dice.real(9, 40), dice.whole(4, 9)
    high, mount = radius * dice.real(0.5, 1.4), dice.yes(0.6)
    shell = tube(radius, radius * 0.86, high * 0.6, "bell").at(z=high * 0.25)
    lid = tube(radius * 0.88, radius * 0.1, high * 0.15, "bell").at(z=high * 0.7)
    window = rounded_block(radius * 0.4, radius * 2.2 / spokes, 9, radius * 0.1, "window")
    body = shell + (lid - window.at(radius * 0.58, 0, high * 0.7 - 1).around(spokes)) + rod(
        radius * 0.3, high * 0.85)  # fmt: skip
    tooth = block(radius * 0.5, radius * 0.22, high * 0.4, "winding").at(
        radius * 0.52, 0, high * 0.25)  # fmt: skip
    body += tooth.around(dice.pick((9, 12))) + rod(radius * 0.9, high * 0.12).at(z=0)
    body += rod(radius * 0.35, high * 0.3)
    if mount:
        arm = hull(rod(radius * 0.24, high * 0.1), rod(radius * 0.2, high * 0.1).at(radius * 1.2))
        body += arm.around(4)
    place = radius * (1.2 if mount else 0.6)
    body -= (
        rod(radius * 0.08, high * 0.1 + 0.1 * radius, "hole").at(place, 0, -radius * 0.1).around(4)
    )
    body += rod(radius * 0.12, high + radius * dice.real(0.3, 1.2), "shaft")
    if dice.yes(0.5):
        body += rod(radius * 0.3, radius * 0.35, "adapter", sides=6).at(z=high * 0.84)
    plug = dice.yes(0.6)
    if plug:
        for y in (-0.2, 0.0, 0.2):
            path: list[Point3] = [(radius * 0.6, y * radius, high * 0.15),
                                  (radius * 1.6, y * radius, high * 0.15),
                                  (radius * 2.6, y * radius * 2, high * 0.1)]  # fmt: skip
            body += wire(path, radius * 0.07, "connector")
    return Draft(body.turned(z=dice.real(-40, 40)), {"hole": 4, "shaft": 1},
                 {"fins": False, "feet": False, "connector": plug},
                 {"outline": "round"})  # fmt: skip


def _bus_servo(dice: Dice) -> Draft:
    """A robot joint servo: a smooth box with screws, a disc horn, perhaps in a U bracket."""
    x = dice.real(22, 60)
    y, z = x * dice.real(0.42, 0.6), x * dice.real(0.7, 1.1)
    axis, horn = x * 0.22, min(y, x * 0.5) * dice.real(0.36, 0.46)
    body = rounded_block(x, z, y, x * dice.pick((0.02, 0.1))).at(z=0)
    lid = rounded_block(x * 1.02, z * 1.02, y * 0.12, x * 0.1)
    body += lid.at(z=y * dice.real(0.1, 0.2)) + lid.at(z=y * 0.75)
    body -= at_corners(rod(x * 0.03, y, "hole"), x * 0.85, z * 0.85).at(z=y * 0.9)
    disc = rod(horn, y * 0.14, "horn") - rod(horn * 0.12, y, "screw hole").at(horn * 0.68).around(
        4, 45).at(z=0.02 * y)  # fmt: skip
    shaft = rod(horn * 0.5, y * 1.15, "shaft").at(axis)
    body += shaft + disc.at(axis, 0, y * 1.06)
    bracket = dice.yes(0.5)
    if bracket:
        t, swing = x * 0.05, dice.real(-50, 50)
        reach = float(np.hypot(axis + x / 2, z / 2)) * dice.real(1.0, 1.15)
        cheek = hull(rod(horn, t), block(t, z * 0.6, t).at(reach), feature="bracket")
        back = block(t, z * 0.6, y * 1.42 + t, "bracket").at(reach, 0, -y * 0.2)
        back -= rod(x * 0.05, 99, "slot").turned(y=90).at(0, 0, y / 2)
        frame = union([cheek.at(z=y * 1.18), cheek.at(z=-y * 0.2), back])
        frame += rod(horn * 0.6, y * 0.3, "bracket").at(z=-y * 0.19)
        body += frame.turned(z=swing).at(axis)
    return Draft(body.turned(x=90, z=dice.pick((0.0, 40.0))), {"hole": 4, "ear": 0},
                 {"horn": True, "ears": False})  # fmt: skip


def _wing_servo(dice: Dice) -> Draft:
    """A flat micro servo: layers, a domed gear tower beside the motor, a long arm and a cable."""
    x = dice.real(18, 45)
    y, z = x * dice.real(0.32, 0.5), x * dice.real(0.75, 1.25)
    body = rounded_block(x, y, z * 0.96, x * 0.05)
    groove = rounded_block(2 * x, 2 * y, x * 0.03, 1, "groove") - rounded_block(
        x * 0.97, y * 0.94, x * 0.1, x * 0.05)  # fmt: skip
    body = body - groove.at(z=z * 0.2) - groove.at(z=z * 0.78)
    at = x / 2 - y / 2
    tower = x * dice.real(0.12, 0.22)
    body += hull(rod(y * 0.5, tower).at(at), rod(y * 0.26, tower).at(at - y * 0.75)).at(z=z * 0.95)
    body += rod(y * 0.2, tower + x * 0.12, "shaft").at(at, 0, z * 0.95)
    ears, holes = dice.yes(0.75), 0
    if ears:
        holes = 2
        wing = rounded_block(x * 1.42, y, x * 0.07, x * 0.04, "ear")
        for side in (-1, 1):
            wing -= hole(x * 0.045, x * 0.07, side * x * 0.61)
            wing -= block(x * 0.09, x * 0.04, x, "gap").at(side * x * 0.69, 0, -x * 0.2)
        body += wing.at(z=z * dice.pick((0.1, 0.62, 0.66)))
    arms = dice.pick((1, 2, 4, 6))
    reach, thick = x * dice.real(0.4, 0.75), x * 0.07
    arm = hull(rod(y * 0.3, thick), rod(y * 0.13, thick).at(reach), feature="horn")
    drills = [hole(x * 0.016, thick, reach * k) for k in (0.55, 0.78, 1.0)]
    body += (arm - union(drills)).around(arms, dice.real(0, 90)).at(
        at, 0, z * 0.95 + tower + x * 0.06)  # fmt: skip
    if dice.yes(0.6):
        path: list[Point3] = [(-x * 0.45, 0, z * 0.12), (-x * 0.8, 0, z * 0.12),
                              (-x * 1.2, y * 0.3, z * 0.02)]  # fmt: skip
        body += wire(path, x * 0.04, "cable").scaled(y=1.6)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 90.0))), {"hole": holes, "ear": 2 * ears},
                 {"horn": True, "ears": ears})  # fmt: skip


def _worm_gearbox(dice: Dice) -> Draft:
    """A worm reducer: a cube with fins, a large hollow output and a motor flange above it."""
    size = dice.real(35, 110)
    deep, t = size * dice.real(0.6, 1.0), size * 0.1
    body = rounded_block(size, deep, size * 1.25, size * 0.12)
    ring, bore = size * dice.real(0.36, 0.46), size * dice.real(0.13, 0.22)
    low = size * 0.52
    boss = rod(ring, deep * 1.3, "bearing boss") + rod(bore * 1.6, deep * 1.5, "bearing boss").at(
        z=-deep * 0.1)  # fmt: skip
    body += boss.turned(x=90).at(0, deep * 0.65, low)
    screw = rod(size * 0.035, deep * 1.36, "bolt", sides=6).at(ring * 0.82, 0, -deep * 0.03)
    body += screw.around(6).turned(x=90).at(0, deep * 0.65, low)
    body -= rod(bore, deep * 9, "bore").turned(x=90).at(0, deep * 4, low)
    flange, neck = size * dice.real(0.4, 0.6), size * dice.real(0.15, 0.45)
    high = size * 1.05
    nose = rod(size * 0.28, size / 2 + neck) + rod(flange, t, "joint flange").at(
        z=size / 2 + neck - t)  # fmt: skip
    nose -= hole(size * 0.04, t, flange * 0.82).around(4, 45).at(z=size / 2 + neck - t)
    nose -= rod(size * 0.1, size, "bore").at(z=size * 0.3)
    body += nose.turned(y=90).at(0, 0, high)
    fins = dice.pick((0, 3, 5))
    if fins:
        fin = block(size * 0.8, deep * 0.04, size * 0.14, "fin").at(z=size * 1.22)
        body += union([fin.at(y=deep * 0.7 * ((k + 0.5) / fins - 0.5)) for k in range(fins)])
    feet = dice.yes(0.6)
    if feet:
        pad = rounded_block(size * 1.3, deep * 1.2, t, t, "foot")
        for sx in (-1, 1):
            for sy in (-1, 1):
                pad -= hole(size * 0.05, t, sx * size * 0.56, sy * deep * 0.45)
        body += pad.at(z=-t * 0.6)
    return Draft(body, {"bore": 2, "hole": 4 + 4 * feet}, {"feet": feet, "joint flange": True})


def _half_gear_case(dice: Dice) -> Draft:
    """Half of a split case, open above: a lobed trough with bearing seats and a bolted rim."""
    shafts, radius = dice.pick((2, 2, 3)), dice.real(20, 50)
    deep, t = radius * dice.real(0.7, 1.4), radius * dice.real(0.1, 0.18)
    sizes = [radius * dice.real(0.55, 1.1) for _ in range(shafts)]
    places = [0.0]
    for first, second in pairwise(sizes):
        places.append(places[-1] + (first + second) * 0.8)

    def lobes(grow: float, high: float, feature: str = "body") -> Body:
        return hull(*[rod(s + grow, high).at(x) for x, s in zip(places, sizes, strict=True)],
                    feature=feature)  # fmt: skip

    ear = t * 1.2
    rim = lobes(ear * 1.4, t, "joint flange").at(z=deep - t)
    shell = lobes(0, deep) + rim
    bosses = union([rod(s * 0.5, t * dice.real(1, 4), "bearing boss").turned(x=180).at(x, 0, 0.1)
                    for x, s in zip(places, sizes, strict=True)])  # fmt: skip
    shell += bosses
    shell -= lobes(-t, deep, "cavity").at(z=t)
    seats = [tube(s * 0.42, s * 0.25, t, "bearing seat").at(x, 0, t * 0.9)
             for x, s in zip(places, sizes, strict=True)]  # fmt: skip
    bores = [rod(s * 0.25, 9 * deep, "bore").at(x, 0, -4 * deep)
             for x, s in zip(places, sizes, strict=True)]  # fmt: skip
    body = shell + union(seats) - union(bores)
    drill = rod(t * 0.4, 2 * t, "hole", sides=16).at(z=deep - 1.5 * t)
    first, last = sizes[0] + ear * 0.7, sizes[-1] + ear * 0.7
    spots = [*arc(first, 110, 250, 4), *[(places[-1] + x, y) for x, y in arc(last, -70, 70, 4)]]
    body -= union([drill.at(x, y) for x, y in spots])
    return Draft(body.turned(x=dice.pick((0.0, 60.0, 90.0))), {"bore": shafts, "hole": 8},
                 {"feet": False, "joint flange": True})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("ball bearing", "caged", _caged_bearing),
    Builder("turbine rotor", "radial", _radial_turbine),
    Builder("turbine rotor", "shrouded", _shrouded_turbine),
    Builder("brake disc", "floating", _floating_disc),
    Builder("brake disc", "vaned", _vaned_disc),
    Builder("motor", "outrunner", _outrunner_motor),
    Builder("servo", "bus", _bus_servo),
    Builder("servo", "micro", _wing_servo),
    Builder("gearbox housing", "worm", _worm_gearbox),
    Builder("gearbox housing", "open half", _half_gear_case),
)
