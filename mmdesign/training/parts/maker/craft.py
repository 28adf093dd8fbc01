"""Chassis, boat hulls and wings of other kinds."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    Point3,
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


def _wheel_pairs(x: float, y: float, radius: float, width: float) -> Body:
    """Four tyres on two axles along y."""
    tyre = rod(radius, width, "wheel") - tube(radius * 0.7, radius * 0.3, 2, "wheel").at(z=-1)
    tyre = tyre.turned(x=90).at(y=-y / 2 + width / 2)
    axle = rod(radius * 0.16, y, "axle", sides=12).turned(x=90).at(0, y / 2)
    return in_row(tyre + tyre.mirrored(y=1) + axle, 2, x)


def _tub_chassis(dice: Dice) -> Draft:
    """A moulded tub of a model car: raised rims, a nose, posts for the dampers, pockets."""
    x, y, wall = dice.real(120, 220), dice.real(45, 90), dice.real(2, 4)
    rise, nose, wheels = dice.real(8, 24), dice.real(0.3, 0.8), dice.yes(0.5)
    outline: list[Point2] = [(-x / 2, -y * 0.3), (-x * 0.3, -y / 2), (x * 0.15, -y / 2),
                             (x / 2, -y / 2 * nose)]  # fmt: skip
    outline += [(a, -b) for a, b in reversed(outline)]
    body = prism(outline, rise)
    shrunk = prism(outline, rise, "cavity").scaled(1 - 2 * wall / x, 1 - 2 * wall / y)
    body -= shrunk.at(z=wall)
    slots, holes = dice.pick((0, 2, 4)), dice.pick((0, 4, 6))
    if slots:
        cut = rounded_block(x * 0.5 / slots, y * 0.14, 99, 3, "slot").at(z=-9)
        body -= in_row(cut, slots, x * 0.7 / slots).at(y=y * 0.2)
    if dice.yes(0.7):
        tray = rounded_block(x * 0.35, y * 0.4, rise * 0.8, 2) - rounded_block(
            x * 0.35 - 4, y * 0.4 - 4, 99, 1, "pocket").at(z=wall)  # fmt: skip
        body += tray.at(-x * 0.08, -y * 0.22)
    if dice.yes(0.7):
        tower = hull(block(4, y * 0.5, 1), block(4, y * dice.real(0.5, 0.95), 3).at(z=rise * 2))
        body += in_row(tower, 2, x * 0.64)
    if holes:
        drill = in_row(hole(1.8, 40), holes // 2, x * 0.6 / (holes // 2))
        body -= drill.at(y=y * 0.36) + drill.at(y=-y * 0.06)
    if wheels:
        radius = x * dice.real(0.09, 0.14)
        body += _wheel_pairs(x * 0.64, y * 1.5, radius, radius).at(z=rise * 0.5)
    return Draft(body, {"hole": holes, "slot": slots, "wheel": 4 * wheels},
                 {"wheels": wheels, "slots": slots > 0}, {"form": "deep"}
                 if rise > 16 else {})  # fmt: skip


def _space_frame(dice: Dice) -> Draft:
    """Welded tubes: a floor, a cage for the driver, a nose; with or without wheels."""
    x, y, tall = dice.real(130, 220), dice.real(45, 80), dice.real(35, 70)
    radius, nose, wheels = dice.real(1.5, 3.2), dice.real(0.4, 0.9), dice.yes(0.6)
    front, rear, bow = x * 0.22, -x * 0.22, tall * dice.real(0.4, 0.7)
    side: dict[str, Point3] = {
        "tail": (-x / 2, y * 0.3, 0), "rear": (rear, y / 2, 0), "front": (front, y / 2, 0),
        "nose": (x / 2, y / 2 * nose, 0), "tail top": (-x / 2, y * 0.3, bow * 0.8),
        "hoop": (rear, y * 0.36, tall), "dash": (front, y * 0.4, bow),
        "nose top": (x / 2, y * 0.45 * nose, bow * 0.6),
    }  # fmt: skip
    links = [("tail", "rear"), ("rear", "front"), ("front", "nose"), ("tail", "tail top"),
             ("rear", "hoop"), ("front", "dash"), ("nose", "nose top"), ("tail top", "hoop"),
             ("dash", "nose top"), ("rear", "dash"), ("front", "nose top"),
             ("tail top", "rear")]  # fmt: skip
    if dice.yes():
        side["roof"] = (front * 0.5, y * 0.34, tall)
        links += [("hoop", "roof"), ("roof", "dash")]
    half = union([bar(side[a], side[b], radius, "bar", 10) for a, b in links])
    knots = union([rod(radius, 2 * radius, "bar", sides=10).at(a, b, c - radius)
                   for a, b, c in side.values()])  # fmt: skip
    half += knots
    across = [bar(p, (p[0], -p[1], p[2]), radius, "bar", 10) for p in side.values()]
    body = half + half.mirrored(y=1) + union(across)
    if dice.yes(0.6):
        plate = block(front - rear, y * 0.96, radius, "plate")
        body += plate.at((front + rear) / 2, 0, -radius * 0.5)
    if wheels:
        reach = x * dice.real(0.08, 0.12)
        body += _wheel_pairs(x * 0.76, y * 1.35, reach, reach * 0.8)
    return Draft(body, {"hole": 0, "slot": 0, "wheel": 4 * wheels},
                 {"wheels": wheels, "slots": False}, {})  # fmt: skip


def _skateboard_chassis(dice: Dice) -> Draft:
    """A flat battery floor between two axle frames, as under an electric car."""
    x, y, thick = dice.real(140, 230), dice.real(60, 100), dice.real(6, 14)
    modules, wheels = dice.whole(2, 5), dice.yes(0.8)
    body = rounded_block(x * 0.56, y, thick, 6)
    cell = rounded_block(x * 0.48 / modules, y * 0.8, thick * 0.4, 1.5)
    body += in_row(cell, modules, x * 0.52 / modules).at(z=thick - 0.1)
    rail = union([hull(block(4, thick, thick).at(x * 0.27, s * y * 0.42),
                       block(4, thick, thick).at(x * 0.33, s * y * 0.24),
                       block(4, thick, thick * 0.8).at(x * 0.36, s * y * 0.24)) +
                  block(x * 0.16, thick, thick * 0.8).at(x * 0.42, s * y * 0.24)
                  for s in (-1, 1)])  # fmt: skip
    end = rail + block(thick, y * 0.6, thick).at(x * 0.5)
    end += rounded_block(x * 0.1, y * 0.4, thick * 1.6, 4, "motor").at(x * 0.4)
    body += end + end.mirrored(x=1)
    holes = dice.pick((0, 4))
    if holes:
        body -= at_corners(hole(2.2, thick * 3), x * 0.53, y * 0.9)
    if wheels:
        radius = x * dice.real(0.08, 0.12)
        body += _wheel_pairs(x * 0.8, y * 1.25, radius, radius * 0.7).at(z=thick * 0.6)
    return Draft(body, {"hole": holes, "slot": 0, "wheel": 4 * wheels},
                 {"wheels": wheels, "slots": False}, {"form": "flat"})  # fmt: skip


def _catamaran(dice: Dice) -> Draft:
    """Two or three slim hulls under a deck or beams."""
    x, y, z = dice.real(110, 200), dice.real(50, 90), dice.real(14, 26)
    slim, hulls, mast = z * dice.real(0.6, 0.9), dice.pick((2, 2, 2, 3)), dice.yes()

    def float_at(long: float) -> Body:
        return hull(
            block(long * 0.86, slim, 1).at(-long * 0.06, 0, z),
            block(1, 1, 1).at(long / 2, 0, z), block(long * 0.7, slim * 0.3, 1).at(-long * 0.05),
            feature="hull",
        )  # fmt: skip

    body = float_at(x * 0.8).at(y=y / 2) + float_at(x * 0.8).at(y=-y / 2)
    if hulls == 3:
        body += float_at(x * 1.15)
    decked = dice.yes(0.7)
    if decked:
        deck = rounded_block(x * 0.42, y, z * 0.2, 3)
        body += deck.at(-x * 0.08, 0, z * 0.9)
        if dice.yes(0.6):
            house = hull(rounded_block(x * 0.3, y * 0.7, 1, 4),
                         rounded_block(x * 0.2, y * 0.55, 1, 4).at(-x * 0.03, 0, z * 0.8),
                         feature="deck house")  # fmt: skip
            body += house.at(-x * 0.1, 0, z)
    else:
        body += in_row(rod(z * 0.12, y, "bar", sides=14).turned(x=90).at(0, y / 2), 2, x * 0.4).at(
            z=z * 0.95)  # fmt: skip
    if mast:
        body += block(z * 0.3, y, z * 0.2, "bar").at(x * 0.1, 0, z * 0.9)
        body += rod(x * 0.012, x * dice.real(0.7, 1.1), "mast").at(x * 0.1, 0, z * 0.9)
    return Draft(body, {"seat": 0}, {"deck": decked, "mast": mast, "keel": False}, {})


def _kayak(dice: Dice) -> Draft:
    """A spindle pointed at both ends: decked with cockpits, or an open canoe."""
    x, y, z = dice.real(130, 230), dice.real(20, 40), dice.real(13, 24)
    share = np.linspace(0, 1, 21)
    swell = np.sin(np.pi * share) ** dice.real(0.5, 0.9)

    def spindle(grown: float, feature: str) -> Body:
        profile = [(0.0, 0.0), *zip((swell[1:-1] * grown).tolist(),
                                    ((share[1:-1] - 0.5) * x).tolist(), strict=True)]  # fmt: skip
        profile[0] = (0.0, -x / 2)
        return revolved([*profile, (0.0, x / 2)], feature).turned(y=90)

    lower = spindle(1.0, "hull").scaled(1, y / 2, z) & block(x * 2, y * 2, z * 2).at(z=-z * 2)
    decked = dice.yes(0.6)
    seats = dice.whole(1, 2) if decked else dice.whole(0, 3)
    keel = dice.yes(0.3)
    if decked:
        upper = spindle(1.0, "body").scaled(1, y / 2, z * dice.real(0.25, 0.5))
        body = lower + (upper & block(x * 2, y * 2, z * 2).at(z=-0.1))
        wide = x * 0.1 / seats**0.3
        collar = rod(1.1, z * 0.5, "rim").scaled(wide, y * 0.33)
        pit = rod(1.0, z * 3, "cavity").scaled(wide, y * 0.33).at(z=-z * 0.7)
        body = body + in_row(collar, seats, x * 0.28) - in_row(pit, seats, x * 0.28)
        bench = block(x * 0.05, y * 0.5, z * 0.4, "seat").at(-x * 0.03, 0, -z * 0.75)
        body += in_row(bench, seats, x * 0.28)
    else:
        inner = spindle(1.0, "cavity").scaled(0.97, y / 2 - 1.5, z - 2)
        body = lower - inner.at(z=0.3)
        bench = block(x * 0.04, y * 2, z * 0.12, "seat").at(z=-z * 0.2)
        if seats:
            body += in_row(bench, seats, x * 0.5 / seats) & lower
    if keel:
        body += block(x * 0.6, 1.6, z * 0.4, "keel").at(z=-z * 1.2)
    return Draft(body, {"seat": seats}, {"deck": decked, "mast": False, "keel": keel},
                 {"top": "closed" if decked else "open"})  # fmt: skip


def _barge(dice: Dice) -> Draft:
    """A flat-bottomed box with sloping ends: a punt, a pontoon or a freight barge."""
    x, y, z = dice.real(110, 210), dice.real(35, 75), dice.real(12, 30)
    rake, wall = z * dice.real(0.6, 2.2), dice.real(1.5, 3.5)
    outline: list[Point2] = [(-x / 2 + rake * 0.7, 0), (x / 2 - rake, 0), (x / 2, z), (-x / 2, z)]
    body = prism(outline, y, "hull").turned(x=90).at(0, y / 2)
    decked, mast, seats = dice.yes(0.4), dice.yes(0.25), 0
    if decked:
        body += rounded_block(x * 0.2, y * 0.6, z * 0.9, 2, "deck house").at(-x * 0.3, 0, z - 0.1)
        hatch = rounded_block(x * 0.18, y * 0.6, z * 0.16, 1.5, "lid")
        body += in_row(hatch, dice.whole(1, 2), x * 0.24).at(x * 0.16, 0, z - 0.1)
        body += at_corners(rod(z * 0.08, z * 0.3, "post", sides=12), x * 0.86, y * 0.8).at(
            z=z - 0.1
        )
    else:
        holds, seats = dice.whole(1, 3), dice.pick((0, 2, 3))
        deep = prism([(-x / 2 + rake * 0.7 + wall, wall), (x / 2 - rake - wall, wall),
                      (x / 2 - 3 * wall, z + 2), (-x / 2 + 3 * wall, z + 2)], y - 2 * wall,
                     "cavity").turned(x=90).at(0, y / 2 - wall)  # fmt: skip
        body -= deep
        if seats:
            bench = block(x * 0.06, y - wall, z * 0.12, "seat").at(z=z * 0.6)
            body += in_row(bench, seats, x * 0.55 / seats)
        elif holds > 1:
            bulkhead = block(wall, y - wall, z * 0.95 - 1, "wall").at(z=1)
            body += in_row(bulkhead, holds - 1, x * 0.6 / holds)
    if mast:
        body += rod(x * 0.01, x * 0.6, "mast").at(x * 0.04, 0, z * 0.05)
    return Draft(body, {"seat": seats}, {"deck": decked, "mast": mast, "keel": False},
                 {"top": "closed" if decked else "open"})  # fmt: skip


def _section(chord: float, thick: float) -> Body:
    """A slice of a symmetrical wing, nose at x = 0, span along y."""
    share = np.linspace(0.02, 1, 14)
    half = thick * chord * (1.48 * np.sqrt(share) - 0.63 * share - 0.85 * share**2) + chord * 0.004
    upper = list(zip((share * chord).tolist(), half.tolist(), strict=True))
    lower = [(a, -b) for a, b in reversed(upper)]
    return prism([*upper, *lower], 0.5).turned(x=90)


def _delta_wing(dice: Dice) -> Draft:
    """One triangle or arrow in one piece, with fins at its tips or in the middle."""
    chord, span, thick = dice.real(80, 150), dice.real(45, 110), dice.real(0.06, 0.12)
    tip, sweep = chord * dice.real(0.08, 0.35), dice.real(0.55, 1.15)
    plates = dice.yes()
    root, end = _section(chord, thick), _section(tip, thick).at(chord * sweep, -span)
    if dice.yes(0.4):
        crank = dice.real(0.35, 0.6)
        middle = chord * (1 - crank) * 0.75 + tip * crank * 0.5
        joint = _section(middle, thick).at(chord * sweep * crank * 1.3, -span * crank)
        half = hull(root.at(y=0.4), joint) + hull(joint, end)
    else:
        half = hull(root.at(y=0.4), end)
    if plates:
        fin = hull(block(tip * 1.1, 1.4, 1), block(tip * 0.5, 1.4, 1).at(
            tip * 0.35, 0, chord * dice.real(0.12, 0.25)), feature="winglet")  # fmt: skip
        half += fin.at(chord * sweep + tip / 2, -span + 0.5)
    body = half + half.mirrored(y=1)
    if not plates and dice.yes():
        rudder = hull(block(chord * 0.4, 2, 1), block(chord * 0.15, 2, 1).at(
            chord * 0.2, 0, chord * 0.3), feature="fin")  # fmt: skip
        body += rudder.at(chord * 0.78)
    if dice.yes(0.4):
        gap = block(chord * 0.012, span * 0.6, 99, "gap").at(chord * 0.86, span * 0.4, -50)
        body -= (gap + gap.mirrored(y=1)) & block(chord * 0.4, span, 99).at(chord * 0.86, 0, -50)
    return Draft(body, {"spar hole": 0, "rib": 0}, {"winglets": plates, "rib": False},
                 {"outline": "triangular"} if tip < 0.2 * chord else {})  # fmt: skip


def _biplane_wing(dice: Dice) -> Draft:
    """Two or three planes above each other, struts between, crossed wires."""
    chord, span = dice.real(30, 55), dice.real(130, 240)
    planes, gap, stagger = dice.pick((2, 2, 2, 3)), dice.real(0.8, 1.3) * chord, dice.real(0, 0.4)
    bays, round_ = dice.whole(1, 3), dice.yes()
    plane = hull(_section(chord, 0.1).at(y=span / 2), _section(chord, 0.1).at(y=-span / 2))
    if round_:
        plan = rod(chord * 0.62, 99).at(chord * 0.5)
        plane &= hull(plan.at(y=span / 2 - chord * 0.45),
                      plan.at(y=-span / 2 + chord * 0.45)).at(z=-50)  # fmt: skip
    body = union([plane.at(i * stagger * chord, 0, i * gap) for i in range(planes)])
    rises, shift = gap * (planes - 1), stagger * chord * (planes - 1)
    reach = span * 0.42
    for index in range(2 * bays):
        y = (index - (2 * bays - 1) / 2) * 2 * reach / (2 * bays - 1)
        for share in (0.2, 0.75):
            x = chord * share
            body += bar((x, y, 0), (x + shift, y, rises), chord * 0.03, "strut", 10)
        if index:
            before = y - 2 * reach / (2 * bays - 1)
            for one, other in ((before, y), (y, before)):
                body += bar((chord * 0.4, one, 0), (chord * 0.4 + shift, other, rises),
                            chord * 0.012, "stay", 6)  # fmt: skip
    return Draft(body, {"spar hole": 0, "rib": 0}, {"winglets": False, "rib": False},
                 {"form": "straight"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("chassis", "tub", _tub_chassis),
    Builder("chassis", "space frame", _space_frame),
    Builder("chassis", "skateboard", _skateboard_chassis),
    Builder("boat hull", "catamaran", _catamaran),
    Builder("boat hull", "kayak", _kayak),
    Builder("boat hull", "barge", _barge),
    Builder("wing", "delta", _delta_wing),
    Builder("wing", "biplane", _biplane_wing),
)
