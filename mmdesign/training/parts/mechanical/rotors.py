"""More fans, propellers, bearings, hinges and joints; couplings, turbines and brake discs."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
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
)


def _swept_blade(chord: float, reach: float, thick: float, pitch_deg: float, sweep: float) -> Body:
    """A blade along +x that untwists towards its tip; the feature is 'blade'."""
    pieces = []
    steps = 6
    for index in range(steps):
        t = index / (steps - 1)
        wide = chord * (0.55 + 0.9 * np.sin(np.pi * min(0.15 + 0.75 * t, 0.9)))
        rib = block(0.02 * reach, wide, thick, "blade").at(z=-thick / 2)
        turn = pitch_deg * (1 - 0.65 * t)
        pieces.append(rib.turned(x=turn).at(reach * t, sweep * chord * t * t))
    return union([hull(a, b, feature="blade") for a, b in pairwise(pieces)])


def _desk_fan(dice: Dice) -> Draft:
    """A bare rotor with wide curved blades on a domed hub, perhaps inside a ring."""
    radius, blades = dice.real(25, 160), dice.whole(3, 7)
    hub, high = radius * dice.real(0.2, 0.35), radius * dice.real(0.2, 0.4)
    blade = _swept_blade(radius * dice.real(0.4, 0.6), radius - hub * 0.8, radius * 0.02,
                         dice.real(25, 45), dice.real(-0.3, 0.3)).at(hub * 0.8, 0,
                         high * 0.5)  # fmt: skip
    ring = dice.yes(0.4)
    body = blade.around(blades) + rod(hub, high, "hub", top=hub * 0.85)
    if ring:
        body += tube(radius * 1.02, radius * 0.97, high, "ring")
    body -= rod(hub * 0.2, high * 3, "bore").at(z=-high)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"blade": blades, "mounting hole": 0},
                 {"frame": ring, "grille": False}, {"outline": "round"})  # fmt: skip


def _round_fan(dice: Dice) -> Draft:
    """A duct fan: a cylinder with a flange, straight blades, a wire grille of rings in front."""
    radius = dice.real(25, 90)
    high, blades, grille = radius * dice.real(0.3, 0.9), dice.whole(4, 10), dice.yes(0.5)
    body = tube(radius, radius * 0.94, high, "frame")
    body += tube(radius * 1.2, radius * 0.95, high * 0.1, "frame")
    count = dice.pick((3, 4, 6))
    body -= hole(radius * 0.04, high * 0.1, radius * 1.1).around(count)
    blade = block(radius * 0.9, radius * 0.3, radius * 0.03, "blade").at(x=radius * 0.46)
    body += blade.turned(x=40).at(z=high * 0.45).around(blades)
    body += rod(radius * 0.3, high * 0.6, "hub").at(z=high * 0.15)
    strut = block(radius * 1.92, radius * 0.06, high * 0.06, "strut")
    body += union([strut.turned(z=60.0 * k).at(z=0.02) for k in range(3)])
    if grille:
        rings = [tube(radius * f + radius * 0.02, radius * f - radius * 0.02, high * 0.05, "grille")
                 for f in (0.4, 0.6, 0.8)]  # fmt: skip
        bars = [strut.labelled("grille").turned(z=45.0 * k) for k in range(4)]
        body += union([*rings, *bars]).at(z=high * 0.94)
    return Draft(body, {"blade": blades, "mounting hole": count}, {"frame": True, "grille": grille},
                 {"outline": "round"})  # fmt: skip


def _boat_propeller(dice: Dice) -> Draft:
    """A ship's screw: broad rounded blades, steep pitch, a long tapered hub."""
    blades, radius = dice.whole(2, 6), dice.real(25, 120)
    hub = radius * dice.real(0.16, 0.26)
    high = hub * dice.real(1.5, 2.4)
    fat = radius * 0.5
    disc = rod(fat, radius * 0.04, "blade").scaled(y=dice.real(0.55, 0.85)).at(z=-radius * 0.02)
    blade = disc.turned(x=dice.real(30, 50)).at(radius - fat * 0.98, 0, high / 2)
    body = blade.around(blades) + rod(hub, high, "hub", top=hub * 0.75)
    cap = dice.yes(0.6)
    if cap:
        body += ball(hub * 0.76, "hub").scaled(z=1.2).at(z=high)
    body -= rod(hub * 0.4, high, "bore").at(z=-0.5)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"blade": blades},
                 {"hub": True, "frame": False, "ring": False, "spinner": cap})  # fmt: skip


def _twisted_propeller(dice: Dice) -> Draft:
    """Slender twisted blades with a spinner, or a ring around the tips (drone guard)."""
    blades, radius = dice.whole(2, 4), dice.real(40, 160)
    hub = radius * dice.real(0.07, 0.14)
    blade = _swept_blade(radius * dice.real(0.1, 0.2), radius - hub * 0.5, radius * 0.018,
                         dice.real(30, 55), dice.real(0, 0.6)).at(hub * 0.5, 0, hub)  # fmt: skip
    spinner, ring = dice.yes(0.5), dice.yes(0.3)
    body = blade.around(blades) + rod(hub, 2 * hub, "hub")
    if spinner:
        body += revolved([(0, 2 * hub), (hub * 1.1, 2 * hub), (hub * 0.9, 3 * hub),
                          (hub * 0.5, 3.8 * hub), (0, 4.2 * hub)], "spinner")  # fmt: skip
    if ring:
        body += tube(radius * 1.04, radius * 0.97, 1.6 * hub, "ring").at(z=0.2 * hub)
    body -= rod(hub * 0.35, 1.8 * hub, "bore").at(z=-0.1)
    return Draft(body, {"blade": blades},
                 {"hub": True, "frame": False, "ring": ring, "spinner": spinner})  # fmt: skip


def _sealed_bearing(dice: Dice) -> Draft:
    """Closed by shields: three stepped rings, chamfered edges, perhaps a flange."""
    radius = dice.real(6, 50)
    width, bore = radius * dice.real(0.3, 0.9), radius * dice.real(0.3, 0.65)
    c, wall = radius * 0.05, (radius - bore) * dice.real(0.2, 0.3)
    body = revolved([(bore, c), (bore + c, 0), (radius - c, 0), (radius, c), (radius, width - c),
                     (radius - c, width), (bore + c, width), (bore, width - c)],
                     "ring")  # fmt: skip
    dish = tube(radius - wall, bore + wall, c * 1.5, "shield")
    body = body - dish.at(z=width - c * 1.4) - dish.at(z=-c * 0.1)
    flanged = dice.yes(0.35)
    if flanged:
        body += tube(radius * 1.15, radius * 0.98, width * 0.15, "flange")
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {},
                 {"visible balls": False, "flange": flanged, "cage": False},
                 {"outline": "round"})  # fmt: skip


def _thrust_bearing(dice: Dice) -> Draft:
    """Two washers with balls in a cage between them."""
    radius, balls = dice.real(12, 50), dice.whole(8, 14)
    bore = radius * dice.real(0.4, 0.6)
    middle = (radius + bore) / 2
    size = min((radius - bore) * 0.3, middle * np.pi / balls * 0.85)
    washer = tube(radius, bore, size * 0.7, "ring")
    cage = dice.yes(0.6)
    row = ball(size, "ball").at(middle, 0, size * 1.3).around(balls)
    parts = [washer, row, washer.at(z=size * 1.9)]
    if cage:
        parts.append(tube(radius * 0.97, bore * 1.04, size * 0.4, "cage").at(z=size * 1.1))
    return Draft(union(parts), {"ball": balls}, {"visible balls": not cage, "flange": False,
                 "cage": cage}, {"outline": "round"})  # fmt: skip


def _hinge(dice: Dice) -> Draft:
    height, leaf, z = dice.real(40, 100), dice.real(20, 50), dice.real(1.5, 4)
    knuckles, holes = dice.pick((3, 5)), dice.pick((2, 3))
    radius = z * dice.real(1.2, 1.8)
    step = height / knuckles
    angle = dice.pick((0.0, 30.0, 70.0))
    plate = block(leaf, z, height, "leaf").at(x=leaf / 2 + radius * 0.6)
    for index in range(holes):
        drill = rod(min(leaf, height) * 0.07, 4 * z, "hole").at(z=-2 * z).turned(x=90)
        plate -= drill.at(leaf * 0.6, 0, (index + 0.5) * height / holes)
    right, left = plate, plate.mirrored(x=1).turned(z=angle)
    barrel = [rod(radius, step * 0.96, "knuckle").at(z=(i + 0.02) * step) for i in range(knuckles)]
    pin = rod(radius * 0.5, height * 1.06, "pin").at(z=-height * 0.03)
    return Draft(union([right, left, pin, *barrel]), {"hole": 2 * holes, "knuckle": knuckles,
                 "leaf": 2}, {"hinge pin": True, "strap": False})  # fmt: skip


def _flag_hinge(dice: Dice) -> Draft:
    """A lying hinge, opened flat: wide leaves with cut corners or round ends, finger knuckles."""
    length, leaf, z = dice.real(25, 120), dice.real(12, 60), dice.real(1.5, 5)
    knuckles, holes = dice.pick((2, 3, 5, 7)), dice.whole(1, 4)
    radius, step = z * dice.real(1.0, 1.6), length / knuckles
    plate = rounded_block(leaf * 1.5, length, z, min(leaf, length) * dice.pick((0.02, 0.2, 0.45)))
    plate = plate & block(leaf, length, z).at(leaf * 0.25)
    plate = plate.at(leaf * 0.25 + radius * 0.5)
    drill = min(leaf, length / holes) * 0.13
    plate -= union([hole(drill, z, leaf * 0.6 + radius, ((k + 0.5) / holes - 0.5) * length)
                    for k in range(holes)])  # fmt: skip
    barrels = []
    for index in range(knuckles):
        side = 1 if index % 2 else -1
        y = (index + 0.5) * step - length / 2
        knuckle = rod(radius, step * 0.94, "knuckle").turned(x=90).at(y=y + step * 0.47, z=radius)
        tie = block(radius, step * 0.94, z, "knuckle").at(side * radius * 0.6, y)
        barrels += [knuckle, tie]
    pin = rod(radius * 0.5, length * 1.05, "pin").turned(x=90).at(y=length * 0.525, z=radius)
    return Draft(union([plate, plate.mirrored(x=1), pin, *barrels]),
                 {"hole": 2 * holes, "knuckle": knuckles, "leaf": 2}, {"hinge pin": True,
                 "strap": False})  # fmt: skip


def _strap_hinge(dice: Dice) -> Draft:
    """A gate hinge: a long tapering strap with a spear point, a short upright leaf."""
    length, wide, z = dice.real(80, 220), dice.real(18, 45), dice.real(2, 5)
    radius, holes = z * 1.4, dice.whole(2, 5)
    strap = hull(block(z, wide, z).at(radius), rod(wide * 0.2, z).at(length))
    if dice.yes(0.5):
        strap += rod(wide * 0.4, z, sides=4).at(length)
    strap -= union([hole(wide * 0.09, z, length * (0.15 + 0.75 * k / max(holes - 1, 1)))
                    for k in range(holes)])  # fmt: skip
    high = wide * dice.real(1.6, 2.8)
    leaf = block(wide * 0.7, high, z).at(-wide * 0.35 - radius * 0.5)
    for side in (-1, 1):
        leaf -= hole(wide * 0.09, z, -wide * 0.4, side * high * 0.32)
    knuckles = []
    for index, y in enumerate((-wide * 0.5, 0.0, wide * 0.5)):
        reach = wide * 0.48 if index != 1 else wide * 0.46
        knuckles.append(rod(radius, reach, "knuckle").turned(x=90).at(y=y + reach / 2, z=radius))
    pin = rod(radius * 0.55, wide * 1.6, "pin").turned(x=90).at(y=wide * 0.8, z=radius)
    return Draft(union([strap, leaf, pin, *knuckles]).turned(x=90),
                 {"hole": holes + 2, "knuckle": 3, "leaf": 2},
                 {"hinge pin": True, "strap": True})  # fmt: skip


def _print_in_place_hinge(dice: Dice) -> Draft:
    """Thick printed leaves at an angle with chunky barrels, no separate pin."""
    wide, leaf, z = dice.real(30, 90), dice.real(20, 45), dice.real(4, 8)
    knuckles, holes = dice.pick((3, 4, 5)), dice.pick((0, 2))
    radius, step = z * dice.real(0.9, 1.3), wide / knuckles
    plate = block(leaf, z, wide, "leaf").at(leaf / 2 + radius * 0.4, radius - z / 2)
    for index in range(holes):
        drill = rod(leaf * 0.1, 9 * z, "hole").turned(x=90).at(y=4 * z)
        plate -= drill.at(leaf * 0.65, 0, wide * (0.25 + 0.5 * index))
    other = plate.mirrored(x=1).turned(z=-dice.real(0, 80))
    barrel = union([rod(radius, step * 0.92, "knuckle").at(z=step * (k + 0.04))
                    for k in range(knuckles)])  # fmt: skip
    core = rod(radius * 0.5, wide * 0.98).at(z=wide * 0.01)
    return Draft(union([plate, other, barrel, core]),
                 {"hole": 2 * holes, "knuckle": knuckles, "leaf": 2},
                 {"hinge pin": False, "strap": False})  # fmt: skip


def _ring_universal_joint(dice: Dice) -> Draft:
    """Two plate forks and a cross of square section; long shafts or flanges at the ends."""
    size = dice.real(8, 25)
    reach, t = size * dice.real(1.3, 1.8), size * dice.real(0.3, 0.45)
    fork = block(2 * size + 2 * t, size * 1.2, t).at(z=-reach - t)
    for side in (-1, 1):
        prong = hull(block(t, size * 1.2, t), rod(size * 0.5, t).turned(y=90).at(x=-t / 2, z=reach))
        fork += prong.at(side * (size + t / 2), 0, -reach)
    flanged, long = dice.yes(0.4), size * dice.real(0.6, 4)
    fork += rod(size * 0.5, long).at(z=-reach - long)
    if flanged:
        disc = rod(size * 1.5, t, "flange") - hole(size * 0.16, t, size * 1.1).around(4)
        fork += disc.at(z=-reach - long)
    other = fork.turned(x=180, z=90)
    cross = rod(size * 0.3, 2 * size + 3 * t, "pin").at(z=-size - 1.5 * t)
    body = fork + other.turned(x=dice.real(0, 30)) + cross.turned(y=90) + cross.turned(x=90)
    body += block(size, size, size, "pin").at(z=-size / 2)
    return Draft(body.turned(y=90), {"yoke": 2}, {"cross pin": True, "flange": flanged})


def _turbine_rotor(dice: Dice) -> Draft:
    """A disc with many short blades around it; one or several stages on a shaft."""
    radius, blades, stages = dice.real(25, 80), dice.whole(16, 32), dice.whole(1, 4)
    disc, width = radius * dice.real(0.45, 0.7), radius * dice.real(0.12, 0.22)
    blade = block(radius - disc + 1, width * 0.9, radius * 0.02, "blade").at(x=(radius + disc) / 2)
    blade = blade.turned(x=dice.real(45, 65)).at(z=width / 2)
    stage = rod(disc, width, "disc") + blade.around(blades)
    body = union([stage.scaled(x=0.9**k, y=0.9**k).at(z=1.7 * width * k) for k in range(stages)])
    shaft = dice.yes(0.6)
    high = 1.7 * width * stages
    if shaft:
        body += rod(disc * 0.3, high + radius).at(z=-radius * 0.5)
    else:
        body -= rod(disc * 0.3, high * 2, "bore").at(z=-1)
    if stages > 1:
        body += rod(disc * 0.6, high - width)
    return Draft(body.turned(x=90), {"stage": stages, "blade": blades * stages},
                 {"shaft": shaft}, {"outline": "round"})  # fmt: skip


def _brake_disc(dice: Dice) -> Draft:
    """A friction ring around a hat with wheel bolt holes; plain, drilled or ventilated."""
    radius = dice.real(60, 170)
    z, hat = radius * dice.real(0.06, 0.16), radius * dice.real(0.38, 0.55)
    drop, bolts = radius * dice.real(0.12, 0.35), dice.pick((4, 5, 6))
    body = tube(radius, hat * 0.98, z, "friction ring") + tube(hat, hat * 0.9, drop + z, "hat")
    body += rod(hat, z * 0.7, "hat").at(z=drop + z * 0.5) - rod(hat * 0.45, 99, "bore").at(z=drop)
    body -= hole(hat * 0.09, 9 * z, hat * 0.7).around(bolts).at(z=drop - z)
    drilled, ventilated = dice.yes(0.5), dice.yes(0.5)
    if drilled:
        for ring, offset in ((0.68, 0.0), (0.8, 9.0), (0.92, 18.0)):
            body -= hole(radius * 0.025, z, radius * ring).around(12, offset)
    if ventilated:
        vent = block(radius * 0.5, radius * 0.06, z * 0.4, "vent").at(radius * 0.85, 0, z * 0.3)
        body -= vent.around(24)
    return Draft(body, {"bolt hole": bolts}, {"ventilation holes": drilled, "vents": ventilated},
                 {"outline": "round"})  # fmt: skip


def _motorcycle_disc(dice: Dice) -> Draft:
    """A flat stamped rotor, perhaps wavy, on spokes to a small ring of bolt holes."""
    radius, z = dice.real(60, 160), dice.real(2, 5)
    spokes, wavy, drilled = dice.whole(4, 8), dice.yes(0.5), dice.yes(0.7)
    wave = 0.035 if wavy else 0.0
    outline: list[Point2] = [(radius * (1 + wave * np.cos(10 * a)) * np.cos(a),
                              radius * (1 + wave * np.cos(10 * a)) * np.sin(a))
                             for a in np.linspace(0, 2 * np.pi, 120, endpoint=False)]  # fmt: skip
    body = prism(outline, z, "friction ring") - rod(radius * 0.74, 9 * z, "opening").at(z=-z)
    arm = block(radius * 0.5, radius * 0.07, z, "spoke").turned(z=30).at(radius * 0.53)
    body += arm.around(spokes) + tube(radius * 0.36, radius * 0.2, z, "hat")
    if drilled:
        body -= hole(radius * 0.03, z, radius * 0.83).around(20)
        body -= hole(radius * 0.03, z, radius * 0.91).around(20, 9)
    bolts = dice.pick((4, 5, 6))
    body -= hole(radius * 0.035, z, radius * 0.28).around(bolts)
    return Draft(body, {"bolt hole": bolts, "spoke": spokes},
                 {"ventilation holes": drilled, "vents": False},
                 {"outline": "round", "thickness": "thin"})  # fmt: skip


def _coupling(dice: Dice) -> Draft:
    """A shaft coupling: helical slits, jaws with a spider, or two bolted flanges."""
    radius, style = dice.real(8, 32), dice.pick(("slit", "jaw", "flange"))
    length = radius * dice.real(1.8, 3)
    body = rod(radius, length)
    bolts = 0
    if style == "slit":
        for index in range(dice.whole(3, 6)):
            cut = block(2 * radius, 3 * radius, length * 0.035, "slit").at(radius * 0.75)
            body -= cut.turned(z=90.0 * index).at(z=length * (0.3 + 0.08 * index))
    elif style == "jaw":
        body -= tube(radius * 2, radius * 0.55, length * 0.2, "gap").at(z=length * 0.4)
        tooth = block(radius * 0.7, radius * 0.5, length * 0.24, "jaw").at(
            radius * 0.62, 0, length * 0.38
        )
        body += tooth.around(6)
    else:
        bolts = dice.pick((4, 6))
        z = radius * 0.35
        disc = rod(radius * 1.9, z, "flange") - hole(radius * 0.16, z, radius * 1.5).around(bolts)
        body += disc.at(z=length / 2 - z * 1.05) + disc.at(z=length / 2 + z * 0.05)
    body -= rod(radius * dice.real(0.3, 0.5), 3 * length, "bore").at(z=-1)
    screw = rod(radius * 0.12, 3 * radius, "screw hole").turned(y=90)
    body = body - screw.at(z=length * 0.12) - screw.at(z=length * 0.88)
    return Draft(body.turned(y=90), {"bolt hole": bolts},
                 {"slits": style == "slit", "jaws": style == "jaw", "flanges": bolts > 0},
                 {"form": "cylindrical"})  # fmt: skip


BUILDERS = (
    Builder("fan", "rotor", _desk_fan),
    Builder("fan", "duct", _round_fan),
    Builder("propeller", "ship", _boat_propeller),
    Builder("propeller", "twisted", _twisted_propeller),
    Builder("ball bearing", "sealed", _sealed_bearing),
    Builder("ball bearing", "thrust", _thrust_bearing),
    Builder("hinge", "leaf", _hinge),
    Builder("hinge", "flat", _flag_hinge),
    Builder("hinge", "strap", _strap_hinge),
    Builder("hinge", "printed", _print_in_place_hinge),
    Builder("universal joint", "forks", _ring_universal_joint),
    Builder("turbine rotor", "stages", _turbine_rotor),
    Builder("brake disc", "hat", _brake_disc),
    Builder("brake disc", "spokes", _motorcycle_disc),
    Builder("coupling", "shaft", _coupling),
)
