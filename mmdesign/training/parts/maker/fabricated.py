"""Milled profiles, turned handles and sleeves, folded rails and trays, slides and ball joints."""

from itertools import pairwise

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Point2,
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    slot,
    union,
)


def _milled_profile(dice: Dice) -> Draft:
    """A length of L, T, U or V profile with holes in its floor and slots across its top."""
    y, z, length = dice.real(30, 70), dice.real(20, 60), dice.real(40, 130)
    floor, wall = z * dice.real(0.18, 0.35), y * dice.real(0.15, 0.28)
    half = y / 2
    kind = dice.pick(("L-shaped", "T-shaped", "U-shaped", "V"))
    base: list[Point2] = [(half, 0.0), (half, floor)]
    sections: dict[str, tuple[list[Point2], float]] = {
        "L-shaped": ([*base, (wall - half, floor), (wall - half, z), (-half, z)], wall / 2),
        "T-shaped": ([*base, (wall / 2, floor), (wall / 2, z), (-wall / 2, z), (-wall / 2, floor),
                      (-half, floor)], half / 2 + wall / 4),
        "U-shaped": ([(half, 0.0), (half, z), (half - wall, z), (half - wall, floor),
                      (wall - half, floor), (wall - half, z), (-half, z)], 0.0),
        "V": ([(half, 0.0), (half, z), (half * 0.75, z), (0.0, floor), (-half * 0.75, z),
               (-half, z)], 0.0),
    }  # fmt: skip
    outline, at_y = sections[kind]
    holes, slots = dice.whole(0, 4), dice.pick((0, 0, 1, 2, 3))
    body = prism([*outline, (-half, 0.0)], length).turned(x=90, z=90).at(-length / 2)
    if slots:
        cut = block(length * 0.4 / slots, y * 3, z, "slot").at(z=floor + (z - floor) * 0.5)
        body -= in_row(cut, slots, length * 0.8 / slots)
    if holes:
        drill = hole(min(y * 0.09, length * 0.25 / holes), z)
        body -= in_row(drill, holes, length * 0.86 / holes).at(y=at_y)
    counts = {"hole": holes, "pocket": 0, "boss": 0, "rib": 0, "step": 0, "slot": slots}
    return Draft(body, counts, {name: number > 0 for name, number in counts.items()},
                 {"profile": kind} if kind != "V" else {})  # fmt: skip


def _turned_handle(dice: Dice) -> Draft:
    """Balls, cones, discs and necks in any order along one axis."""
    radius, pieces, z = dice.real(8, 30), dice.whole(3, 6), 0.0
    profile: list[Point2] = [(0.0, 0.0)]
    for _ in range(pieces):
        wide = radius * dice.real(0.5, 1.1)
        kind = dice.pick(("ball", "cone", "disc", "neck", "cove"))
        if kind == "ball":
            bulge = [(x, z + wide * 0.92 + y) for x, y in arc(wide, -66, 66, 14)]
            profile, z = profile + bulge, z + wide * 1.84
        elif kind == "cone":
            long = radius * dice.real(0.8, 2.5)
            profile, z = [*profile, (wide, z), (wide * dice.real(0.4, 0.8), z + long)], z + long
        elif kind == "disc":
            long = radius * dice.real(0.2, 0.5)
            profile, z = [*profile, (wide * 1.5, z), (wide * 1.5, z + long)], z + long
        elif kind == "neck":
            long = radius * dice.real(0.5, 2)
            profile, z = [*profile, (wide * 0.5, z), (wide * 0.5, z + long)], z + long
        else:
            dip = [(wide * 1.3 - x, z + wide + y) for x, y in arc(wide * 0.8, -80, 80, 10)]
            profile, z = profile + dip, z + wide * 2
    body = revolved([*profile, (0.0, z)])
    bored = dice.yes(0.4)
    if bored:
        body -= rod(radius * 0.2, z * 3, "bore").at(z=-z)
    return Draft(body.turned(x=dice.pick((0, 90))), {"groove": 0, "step": 0},
                 {"bore": bored, "groove": False}, {"form": "curved"})  # fmt: skip


def _turned_sleeve(dice: Dice) -> Draft:
    """A thin sleeve or cup with a collar, ring grooves outside, and a stepped bore."""
    radius, long = dice.real(12, 45), dice.real(0.5, 3.5)
    z, wall = radius * long, radius * dice.real(0.12, 0.4)
    grooves, collar = dice.whole(0, 4), dice.pick(("end", "middle", "none", "both"))
    body = rod(radius, z)
    thick = z * dice.real(0.08, 0.2)
    rim = rod(radius * dice.real(1.15, 1.6), thick, "flange")
    places = {"end": (0.0,), "middle": ((z - thick) / 2,), "none": (), "both": (0.0, z - thick)}
    for place in places[collar]:
        body += rim.at(z=place)
    for index in range(grooves):
        ring = rod(radius * 2, z * 0.03, "groove") - rod(radius * 0.93, z, "groove").at(z=-1)
        low = z * (0.24 + 0.06 * index) if index < 2 else z * (0.64 + 0.06 * (index - 2))
        body -= ring.at(z=low)
    bore = radius - wall
    closed = dice.yes(0.3)
    body -= rod(bore, z * 2, "bore").at(z=z * (0.15 if closed else 0.4))
    if not closed:
        body -= rod(bore * dice.real(0.55, 0.98), z * 3, "bore").at(z=-z)
    return Draft(body.turned(x=dice.pick((0, 90, -60))), {"groove": grooves, "step": 0},
                 {"bore": True, "groove": grooves > 0}, {"form": "cylindrical"})  # fmt: skip


def _folded_rail(dice: Dice) -> Draft:
    """One constant section with rounded bends: hat, lipped channel, Z, U or L, long or short."""
    kind = dice.pick(("omega-shaped", "C-shaped", "Z-shaped", "U-shaped", "L-shaped", "J-shaped"))
    wide, high = dice.real(20, 60), dice.real(15, 50)
    lip, thick, length = dice.real(6, 16), dice.real(1, 3), dice.real(30, 200)
    a = wide / 2
    paths: dict[str, list[Point2]] = {
        "omega-shaped": [(-a - lip, 0), (-a, 0), (-a * 0.9, high), (a * 0.9, high), (a, 0),
                         (a + lip, 0)],
        "C-shaped": [(lip - a, high), (-a, high), (-a, 0), (a, 0), (a, high), (a - lip, high)],
        "Z-shaped": [(-a - lip, high), (-a * 0.6, high), (a * 0.6, 0), (a + lip, 0)],
        "U-shaped": [(-a, high), (-a, 0), (a, 0), (a, high)],
        "L-shaped": [(-a, high), (-a, 0), (a, 0)],
        "J-shaped": [(-a, high), (-a, 0), (a, 0), (a, high * 0.35)],
    }  # fmt: skip
    path = paths[kind]
    bead = rod(thick / 2, length, sides=16)
    body = union([hull(bead.at(*p), bead.at(*q)) for p, q in pairwise(path)])
    body = body.turned(x=90, z=90).at(-length / 2)
    holes, slots = dice.whole(0, 5), dice.yes(0.3)
    web = 0.0 if kind != "omega-shaped" else high
    if kind == "Z-shaped":
        holes = 0
    if holes:
        drill = hole(min(wide * 0.12, length * 0.3 / holes), thick * 2).at(z=web - thick)
        body -= in_row(drill, holes, length / holes)
    elif slots and kind != "Z-shaped":
        body -= slot(length * 0.6, wide * 0.2, thick * 2).at(z=web - thick)
    return Draft(body, {"bend": len(path) - 2, "hole": holes, "tab": 0},
                 {"holes": holes > 0, "tabs": False}, {"profile": kind})  # fmt: skip


def _folded_tray(dice: Dice) -> Draft:
    """A sheet box: four walls folded up with open corners, lips turned in or out on two sides."""
    x, y, z = dice.real(50, 160), dice.real(40, 110), dice.real(12, 60)
    thick, gap, lipped = dice.real(1, 2.5), dice.real(1.5, 6), dice.pick((0, 1, -1))
    holes, vents = dice.pick((0, 2, 4)), dice.pick((0, 0, 3, 5))
    body = block(x, y, thick)
    low = dice.pick((1.0, 1.0, 0.5))
    body += in_row(block(x - 2 * gap, thick, z), 2, y=y - thick)
    body += in_row(block(thick, y - 2 * gap, z * low), 2, x - thick)
    if lipped:
        lip = dice.real(6, 14)
        flange = block(x - 2 * gap, lip + thick, thick)
        body += in_row(flange, 2, y=y - thick + lipped * lip).at(z=z - thick)
    if holes:
        drill = hole(dice.real(1.6, 3), thick)
        spread = x * 0.7, y * 0.6
        body -= at_corners(drill, *spread) if holes == 4 else in_row(drill, 2, spread[0])
    if vents:
        cut = block(x * 0.35 / vents, y * 2, z * 0.45, "slit").at(z=z * 0.3)
        body -= in_row(cut, vents, x * 0.7 / vents)
    if dice.yes(0.3):
        body = body.turned(x=180)
    return Draft(body, {"bend": 4 + 2 * abs(lipped), "hole": holes, "tab": 0},
                 {"holes": holes > 0, "tabs": False}, {"outline": "rectangular"})  # fmt: skip


def _sliding_pair(dice: Dice) -> Draft:
    """A carriage with a dovetail or T tongue on a rail with the matching groove."""
    x, y, z = dice.real(50, 140), dice.real(30, 70), dice.real(12, 30)
    wide, deep = y * dice.real(0.35, 0.55), z * dice.real(0.35, 0.6)
    flare = wide * dice.real(0.1, 0.25)
    if dice.yes():
        tongue = [(-wide / 2 - flare, 0.0), (wide / 2 + flare, 0.0), (wide / 2 - flare, deep),
                  (flare - wide / 2, deep)]  # fmt: skip
    else:
        neck, low = wide * 0.25, deep * 0.45
        tongue = [(-wide / 2, 0.0), (wide / 2, 0.0), (wide / 2, low), (neck, low), (neck, deep),
                  (-neck, deep), (-neck, low), (-wide / 2, low)]  # fmt: skip
    groove = prism(tongue, x * 3, "groove").turned(x=90, z=90).at(-x * 1.5, 0, z - deep + 0.01)
    body = block(x, y, z) - groove.scaled(1, 1.06)
    long, tall = x * dice.real(0.3, 0.7), z * dice.real(0.5, 1.3)
    slide = prism(tongue, long).turned(x=90, z=90).at(-long / 2, 0, -deep * 0.96)
    slide += rounded_block(long, y * dice.real(0.7, 1.1), tall, 3)
    holes = dice.pick((0, 2, 4))
    if holes:
        drill = rod(y * 0.05, 99, "hole", sides=24).at(z=tall * 0.4)
        slide -= (at_corners(drill, long * 0.6, y * 0.45) if holes == 4
                  else in_row(drill, 2, long * 0.5))  # fmt: skip
    lift = dice.pick((0.4, 0.4, z * 1.5))
    body += slide.at(dice.real(-0.2, 0.6) * x, 0, z + lift)
    return Draft(body, {"piece": 2, "hole": holes}, {"pin": False, "lid": False}, {})


def _ball_joint(dice: Dice) -> Draft:
    """A ball on a neck that sits in a slit cup, each half with its own flange or rod."""
    radius, tilt = dice.real(8, 24), dice.real(-35, 35)
    cup, holes, slits = radius * dice.real(1.2, 1.4), dice.pick((0, 3, 4)), dice.pick((0, 3, 4))
    rise = cup * dice.real(1.1, 2.2)
    base = rod(radius * dice.real(1.6, 2.6), radius * 0.3) if dice.yes() else rounded_block(
        radius * 4, radius * 3.2, radius * 0.3, 3)  # fmt: skip
    if holes:
        base -= hole(radius * 0.12, radius * 0.3, radius * 1.38).around(holes, 45)
    socket = ball(cup).at(z=rise) & block(99, 99, rise + radius * 0.45)
    body = base + rod(cup * 0.6, rise) + socket
    body -= ball(radius * 1.04, "socket").at(z=rise)
    if slits:
        cut = block(cup * 2, radius * 0.16, cup, "slit").at(cup, 0, rise - radius * 0.3)
        body -= cut.around(slits)
    neck = radius * dice.real(1.8, 4)
    stud = ball(radius, "ball") + rod(radius * 0.4, neck, "stem")
    end = dice.pick(("disc", "square", "rod"))
    if end == "disc":
        stud += rod(radius * 1.7, radius * 0.3).at(z=neck)
    elif end == "square":
        stud += rounded_block(radius * 3.4, radius * 2.4, radius * 0.3, 2).at(z=neck)
    else:
        stud += rod(radius * 0.6, radius * 2).at(z=neck)
    lift = dice.pick((0.0, 0.0, radius * 2.4))
    turned = stud.turned(x=tilt if not lift else 0.0).at(z=rise + lift)
    return Draft(body + turned, {"piece": 2, "hole": holes},
                 {"pin": False, "lid": False}, {})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("machined part", "profile", _milled_profile),
    Builder("turned part", "handle", _turned_handle),
    Builder("turned part", "sleeve", _turned_sleeve),
    Builder("bent sheet part", "rail", _folded_rail),
    Builder("bent sheet part", "tray", _folded_tray),
    Builder("two-part assembly", "slide", _sliding_pair),
    Builder("two-part assembly", "ball joint", _ball_joint),
)
