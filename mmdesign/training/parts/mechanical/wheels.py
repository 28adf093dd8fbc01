"""Wheels of trains, tractors and robots; fans on stands and ceilings; looped and wooden blades."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    arc,
    ball,
    block,
    hole,
    hull,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _wheel_facts(spokes: bool, tread: bool, hub: bool, grooved: bool) -> dict[str, bool]:
    return {"spokes": spokes, "tread": tread, "hub": hub, "grooved rim": grooved}


def _railway_wheel(dice: Dice) -> Draft:
    """A conical tread with a flange at one edge; solid, windowed or spoked; one or a wheelset."""
    radius = dice.real(20, 120)
    width, lip = radius * dice.real(0.2, 0.35), radius * dice.real(0.06, 0.12)
    hub, spokes = radius * dice.real(0.18, 0.28), dice.pick((0, 0, 5, 8, 10))
    tyre = revolved([(radius * 0.82, 0), (radius + lip * 0.5, 0), (radius + lip, width * 0.1),
                     (radius + lip * 0.6, width * 0.25), (radius, width * 0.3),
                     (radius * 0.97, width), (radius * 0.82, width)], "rim")  # fmt: skip
    if spokes:
        arm = hull(rod(radius * 0.08, width * 0.4), rod(radius * 0.05, width * 0.4).at(
            radius * 0.84), feature="spoke")  # fmt: skip
        middle = arm.around(spokes)
    else:
        middle = rod(radius * 0.84, width * 0.3, "web")
        windows = dice.pick((0, 4, 6))
        if windows:
            middle -= rod(radius * 0.1, width * 3, "window").at(
                radius * 0.55, 0, -width).around(windows)  # fmt: skip
    wheel = tyre + middle.at(z=width * 0.3) + rod(hub, width * 1.15, "hub")
    if dice.yes(0.35):
        gauge = radius * dice.real(1.6, 3)
        wheel = wheel.at(z=gauge / 2) + rod(hub * 0.55, gauge * 0.8 + width * 2, "axle")
        wheel += wheel.mirrored(z=1)
        wheel += rod(hub * 0.35, gauge + 5 * width, "axle").at(z=-gauge / 2 - 2.5 * width)
        spokes *= 2
    else:
        wheel -= rod(hub * 0.5, width * 4, "bore").at(z=-width)
    return Draft(wheel.turned(x=90), {"spoke": spokes},
                 _wheel_facts(spokes > 0, False, True, False))  # fmt: skip


def _tractor_wheel(dice: Dice) -> Draft:
    """A fat tyre with slanting lugs in a herringbone, a dished rim bolted to a hub disc."""
    radius = dice.real(25, 120)
    width, lugs = radius * dice.real(0.4, 0.9), dice.whole(10, 20)
    rim = radius * dice.real(0.5, 0.68)
    carcass = [(rim, -width * 0.42), *[(rim + (radius - rim) * (0.45 + 0.55 * x), width * y * 0.5)
               for x, y in arc(1, -80, 80, 10)], (rim, width * 0.42)]  # fmt: skip
    body = revolved(carcass, "tyre")
    slant = dice.real(15, 45)
    lug = block(radius * 0.14, radius * 0.1, width * 0.56, "tread").turned(x=slant)
    lug = lug.at(radius * 0.98, radius * 0.05, -width * 0.04)
    other = lug.mirrored(z=1).turned(z=180 / lugs)
    body += lug.around(lugs) + other.around(lugs)
    dish = width * dice.real(-0.25, 0.25)
    body += tube(rim * 1.04, rim * 0.86, width * 0.8, "rim").at(z=-width * 0.4)
    disc = rod(rim * 0.9, width * 0.08, "rim") + rod(rim * 0.35, width * 0.3, "hub").at(
        z=-width * 0.1)  # fmt: skip
    bolts = dice.pick((4, 5, 6, 8))
    disc -= hole(rim * 0.05, width, rim * 0.5).around(bolts).at(z=-width * 0.3)
    disc -= rod(rim * 0.18, width, "bore").at(z=-width * 0.5)
    return Draft((body + disc.at(z=dish)).turned(x=90), {"lug hole": bolts},
                 _wheel_facts(False, True, True, False))  # fmt: skip


def _omni_wheel(dice: Dice) -> Draft:
    """Barrel rollers around the rim: across it, or slanted as on a mecanum wheel."""
    radius = dice.real(18, 75)
    rollers, slant = dice.whole(8, 13), dice.pick((0.0, 0.0, 45.0))
    size = radius * dice.real(0.14, 0.18)
    half = radius * (0.34 if slant else 0.2) * 9 / rollers + size * 0.3
    barrel = revolved([(0, -half), (size * 0.55, -half), (size * 0.9, -half * 0.5), (size, 0),
                       (size * 0.9, half * 0.5), (size * 0.55, half), (0, half)], "roller",
                       segments=16)  # fmt: skip
    # A roller turns about the tangent of the rim (omni) or halfway to the axle (mecanum)
    roller = barrel.turned(x=90 - slant).at(radius - size)
    width = size * dice.real(0.9, 1.5) if not slant else half * 1.7
    core = rod(radius - size * 1.3, width, "hub").at(z=-width / 2)
    if slant:
        core = rod(radius * 0.62, width, "hub").at(z=-width / 2)
        plate = tube(radius * 0.86, radius * 0.3, size * 0.3, "rim")
        core += plate.at(z=width / 2 - 0.01) + plate.at(z=-width / 2 - size * 0.29)
    rows = 1 if slant else dice.pick((1, 2))
    row = core + roller.around(rollers)
    body = row if rows == 1 else row.at(z=width / 2) + row.turned(z=180 / rollers).at(z=-width / 2)
    holes = dice.pick((0, 4, 6))
    if holes:
        body -= rod(radius * 0.08, 9 * width, "hole").at(radius * 0.42, 0, -4 * width).around(holes)
    body -= rod(radius * dice.real(0.1, 0.2), 9 * width, "bore").at(z=-4 * width)
    return Draft(body.turned(x=90), {"roller": rows * rollers, "hole": holes},
                 _wheel_facts(False, False, True, False))  # fmt: skip


def _wagon_wheel(dice: Dice) -> Draft:
    """Wood: a square rim with an iron tyre, turned spokes, a long turned nave."""
    radius, spokes = dice.real(60, 300), dice.whole(6, 14)
    width = radius * dice.real(0.07, 0.14)
    deep = dice.real(0.82, 0.9)
    body = tube(radius, radius * deep, width, "rim")
    if dice.yes(0.6):
        body += tube(radius * 1.02, radius * 0.985, width * 1.15, "tyre").at(z=-width * 0.07)
    nave = radius * dice.real(0.12, 0.2)
    r, reach = width * dice.real(0.22, 0.36), radius * (deep + 0.03)
    spoke = revolved([(0, 0), (r * 1.2, 0), (r * 1.3, reach * 0.35), (r * 0.7, reach * 0.5),
                      (r, reach * 0.65), (r * 0.8, reach), (0, reach)], "spoke",
                      segments=12)  # fmt: skip
    body += spoke.turned(y=90).at(z=width / 2).around(spokes)
    long = width * dice.real(1.6, 3.2)
    hub = revolved([(0, 0), (nave * 0.7, 0), (nave * 0.8, long * 0.2), (nave, long * 0.35),
                    (nave, long * 0.65), (nave * 0.8, long * 0.8), (nave * 0.7, long), (0, long)],
                    "hub")  # fmt: skip
    body += hub.at(z=width / 2 - long / 2)
    body -= rod(nave * 0.4, 9 * long, "bore").at(z=-4 * long)
    return Draft(body.turned(x=90), {"spoke": spokes}, _wheel_facts(True, False, True, False))


def _pitched_blade(root: float, reach: float, wide: float, pitch: float) -> Body:
    """A broad rounded blade along +x, set at an angle."""
    leaf = hull(rod(root * 0.5, wide * 0.05), rod(wide * 0.5, wide * 0.05).at(reach - wide * 0.5),
                feature="blade")  # fmt: skip
    return leaf.turned(x=pitch)


def _ceiling_fan(dice: Dice) -> Draft:
    """Long flat blades on arms below a motor drum; rod and canopy above, perhaps a lamp below."""
    radius, blades = dice.real(200, 450), dice.whole(3, 6)
    motor, high = radius * dice.real(0.14, 0.22), radius * dice.real(0.12, 0.22)
    wide = radius * dice.real(0.14, 0.24)
    start = motor * 1.3
    if dice.yes(0.5):
        leaf = _pitched_blade(wide * 0.9, radius - start, wide, dice.real(8, 16)).at(start)
    else:
        leaf = rounded_block(radius - start, wide, wide * 0.07, wide * 0.2, "blade")
        leaf = leaf.turned(x=dice.real(8, 16)).at((radius + start) / 2)
    arm = block(motor * 0.9, wide * 0.3, wide * 0.08, "arm").at(motor * 1.15)
    body = (leaf + arm).at(z=high * 0.3).around(blades)
    body += rod(motor * 0.8, high * 0.3, "hub", top=motor) + rod(
        motor, high * 0.5, "hub").at(z=high * 0.29)  # fmt: skip
    body += rod(motor, high * 0.3, "hub", top=motor * 0.4).at(z=high * 0.78)
    stem = radius * dice.real(0.15, 0.6)
    body += rod(motor * 0.1, stem + high, "rod").at(z=high * 0.5)
    body += rod(motor * 0.2, motor * 0.35, "canopy", top=motor * 0.6).at(z=high + stem)
    if dice.yes(0.5):
        body += ball(motor * 0.7, "lamp").scaled(z=dice.real(0.5, 1.0)).at(z=-motor * 0.1)
    return Draft(body, {"blade": blades, "mounting hole": 0}, {"frame": False, "grille": False},
                 {"outline": "round"})  # fmt: skip


def _cage_rings(radius: float, depth: float, count: int, thick: float) -> Body:
    """The wire guard of a fan around the origin, its axis along z."""
    pieces = [tube(radius + thick, radius - thick, thick * 2.5, "grille").at(z=-thick)]
    for side in (-1, 1):
        for index in range(count):
            turn = 2 * np.pi * index / count
            bow = [(0.15, depth), (0.6, depth * 0.9), (0.9, depth * 0.5), (1.0, 0.0)]
            path = [(radius * r * np.cos(turn), radius * r * np.sin(turn), side * z)
                    for r, z in bow]  # fmt: skip
            pieces.append(wire(np.array(path), thick * 0.6, "grille", 6))
        pieces.append(rod(radius * 0.2, thick * 2, "grille").at(z=side * depth - thick))
        pieces.append(tube(radius * 0.62 + thick, radius * 0.62 - thick, thick, "grille").at(
            z=side * depth * 0.9 - thick / 2))  # fmt: skip
    return union(pieces)


def _standing_fan(dice: Dice) -> Draft:
    """A caged rotor with its motor behind, on a neck and a round, square or tall foot."""
    radius, blades = dice.real(80, 220), dice.whole(3, 6)
    depth, thick = radius * dice.real(0.2, 0.35), radius * 0.018
    hub = radius * dice.real(0.14, 0.2)
    blade = _pitched_blade(
        hub * 1.4, radius * 0.86, radius * dice.real(0.4, 0.6), dice.real(20, 40)
    )
    rotor = blade.around(blades) + rod(hub, depth * 0.7, "hub").at(z=-depth * 0.3)
    caged = dice.yes(0.75)
    head = rotor + rod(hub * 0.3, depth * 1.6, "shaft").at(z=-depth * 1.5)
    if caged:
        head += _cage_rings(radius, depth, dice.whole(12, 24), thick)
    motor = rod(radius * 0.2, radius * 0.45, "motor", top=radius * 0.28)
    head += motor.at(z=-depth - radius * 0.44)
    tall = radius * dice.pick((1.3, 1.5, 3.5))
    neck = rod(radius * 0.09, tall, "stem", top=radius * 0.06)
    body = head.turned(x=90 - dice.real(0, 15)) + neck.at(0, depth + radius * 0.2, -tall)
    foot = dice.pick(("round", "square", "cross"))
    wide = radius * dice.real(1.0, 1.4)
    if foot == "round":
        base = rod(wide * 0.6, radius * 0.12, "base", top=wide * 0.5)
    elif foot == "square":
        base = rounded_block(wide, wide, radius * 0.12, wide * 0.2, "base")
    else:
        strip = rounded_block(wide * 1.4, radius * 0.16, radius * 0.1, radius * 0.08, "base")
        base = strip.turned(z=45) + strip.turned(z=-45)
    body += base.at(0, depth + radius * 0.2, -tall - radius * 0.02)
    return Draft(body, {"blade": blades, "mounting hole": 0},
                 {"frame": False, "grille": caged}, {"outline": "round"})  # fmt: skip


def _propeller_facts(spinner: bool) -> dict[str, bool]:
    return {"hub": True, "frame": False, "ring": False, "spinner": spinner}


def _looped_propeller(dice: Dice) -> Draft:
    """A toroidal propeller: each blade is a closed band that leaves the hub and returns to it."""
    blades, radius = dice.whole(2, 4), dice.real(30, 130)
    hub, band = radius * dice.real(0.12, 0.2), radius * dice.real(0.05, 0.12)
    wide, rise = radius * dice.real(0.3, 0.5) * 2.4 / blades, band * dice.real(0.6, 1.8)
    t = radius * dice.real(0.012, 0.025)
    steps = np.linspace(0, 2 * np.pi, 25)
    long = radius / 2
    places = [(long - long * np.cos(a), wide * np.sin(a) * (0.75 - 0.25 * np.cos(a)),
               rise * np.sin(a) * 0.5) for a in steps]  # fmt: skip
    slice_ = rod(t, 2 * band, "blade", sides=8).at(z=-band)
    lean = dice.real(10, 30)
    ribs = [slice_.turned(x=lean * np.sin(a)).at(*place)
            for a, place in zip(steps, places, strict=True)]  # fmt: skip
    loop = union([hull(a, b, feature="blade") for a, b in pairwise(ribs)])
    high = 2.4 * band
    body = loop.around(blades) + rod(hub, high, "hub").at(z=-high / 2)
    spinner = dice.yes(0.4)
    if spinner:
        body += revolved([(0, 0), (hub, 0), (hub * 0.8, hub * 0.7), (hub * 0.4, hub * 1.3),
                          (0, hub * 1.5)], "spinner").at(z=high / 2)  # fmt: skip
    body -= rod(hub * 0.35, high, "bore").at(z=-high * 0.6)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"blade": blades},
                 _propeller_facts(spinner))  # fmt: skip


def _wooden_propeller(dice: Dice) -> Draft:
    """An old aeroplane's airscrew: two or four slim twisted blades, thick at the boss."""
    radius, blades = dice.real(60, 250), dice.pick((2, 2, 4))
    boss = radius * dice.real(0.07, 0.12)
    chord, thick = radius * dice.real(0.1, 0.18), boss * dice.real(0.7, 1.1)
    sweep, square = dice.real(-0.4, 0.4), dice.yes(0.4)
    widths = ((0.0, 0.75), (0.15, 0.7), (0.4, 1.0), (0.7, 0.95), (0.92, 0.7 if square else 0.5),
              (1.0, 0.6 if square else 0.12))  # fmt: skip
    ribs = []
    for share, wide in widths:
        section = rod(1.0, radius * 0.004, "blade", sides=20).scaled(
            chord * wide / 2, max(thick * (1 - share) ** 1.5, radius * 0.012) / 1.6, 1)  # fmt: skip
        pitch = 62 * (1 - share) ** 1.2 + 14
        ribs.append(section.turned(z=90).turned(y=90).turned(x=pitch + 90).at(
            share * radius, sweep * chord * share**2 * 3))  # fmt: skip
    blade = union([hull(a, b, feature="blade") for a, b in pairwise(ribs)])
    high = boss * dice.real(1.2, 1.8)
    body = blade.around(blades) + rod(boss, high, "hub").at(z=-high / 2)
    bolts = dice.pick((0, 4, 6))
    if bolts:
        body -= rod(boss * 0.1, 9 * high, "hole").at(boss * 0.7, 0, -4 * high).around(bolts)
    body -= rod(boss * 0.3, 9 * high, "bore").at(z=-4 * high)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"blade": blades, "hole": bolts},
                 _propeller_facts(False))  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("wheel", "railway", _railway_wheel),
    Builder("wheel", "tractor", _tractor_wheel),
    Builder("wheel", "omni", _omni_wheel),
    Builder("wheel", "wagon", _wagon_wheel),
    Builder("fan", "ceiling", _ceiling_fan),
    Builder("fan", "standing", _standing_fan),
    Builder("propeller", "looped", _looped_propeller),
    Builder("propeller", "wooden", _wooden_propeller),
)
