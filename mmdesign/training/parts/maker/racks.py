"""Racks, stands and trays of other kinds for tools, reels, bottles and drawers."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import open_box
from mmdesign.training.parts.solids import (
    Body,
    Point3,
    block,
    hull,
    prism,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _tool_carousel(dice: Dice) -> Draft:
    """A round stand: discs with rings of holes around a post, or a drum of wells."""
    radius, tall, radial = dice.real(35, 80), dice.real(50, 130), dice.pick((6, 8, 10, 12))
    rings, knobbed = dice.whole(1, 2), dice.yes()
    drill_radius = min(radius * dice.real(0.08, 0.14), radius * 1.2 / radial)
    drills = union([
        rod(drill_radius * (1 - 0.25 * ring), tall * 2, "hole", sides=16)
        .at(radius * (0.8 - 0.36 * ring)).around(radial, 180 / radial * ring)
        for ring in range(rings)
    ])  # fmt: skip
    if dice.yes(0.6):
        shelves = dice.whole(1, 2)
        body = rod(radius * dice.real(0.8, 1.1), 6, "base") + rod(radius * 0.09, tall, "post")
        for index in range(shelves):
            disc = rod(radius, 5) - drills.at(z=-tall)
            body += disc.at(z=tall * (0.9 - 0.4 * index))
    else:
        tall *= 0.6
        shelves = 1
        body = rod(radius, tall, top=radius * dice.real(0.97, 1)) - drills.at(z=tall * 0.2)
    if knobbed:
        body += rod(radius * 0.05, tall * 0.35, "handle").at(z=tall - 1)
        body += rod(radius * 0.14, radius * 0.18, "handle").at(z=tall * 1.25)
    return Draft(body, {"hole": shelves * rings * radial, "slot": 0, "rib": 0},
                 {"slots": False, "wall plate": False, "rib": False},
                 {"outline": "round"})  # fmt: skip


def _tool_cups(dice: Dice) -> Draft:
    """A wall plate with a row of cups, rings or pegs in front."""
    count, radius, thick = dice.whole(2, 6), dice.real(8, 18), dice.real(3, 6)
    pitch, tall = 2 * radius * dice.real(1.15, 1.5), dice.real(15, 70)
    plate_tall, ribs = tall * dice.real(1.1, 2), dice.yes(0.4)
    wall, floor = radius * dice.real(0.12, 0.22), dice.yes()
    body = rounded_block(count * pitch, plate_tall, thick, dice.pick((1, 8)))
    screws = dice.pick((0, 2))
    if screws:
        body -= in_row(rod(2.2, 99, "hole").at(z=-9), 2, count * pitch * 0.84).at(
            y=plate_tall * 0.42
        )
    body = body.turned(x=90).at(0, thick, plate_tall / 2)
    cup = tube(radius, radius - wall, tall, "cup")
    if floor:
        cup += rod(radius * 0.99, wall, "cup")
    if dice.yes(0.4):
        cup -= block(radius * 0.7, radius * 2, tall * 3, "slot").at(0, -radius, -tall)
        slots = count
    else:
        slots = 0
    body += in_row(cup.at(y=-radius * 0.98), count, pitch)
    if ribs:
        web = prism([(0, 0), (-radius, 0), (0, tall * 0.5)], 3, "rib").turned(x=90, z=90)
        body += in_row(web.at(-1.5), count + 1, pitch * 0.98)
    return Draft(body, {"hole": screws, "slot": slots, "rib": (count + 1) * ribs},
                 {"slots": slots > 0, "wall plate": True, "rib": ribs}, {})  # fmt: skip


def _roller_cradle(dice: Dice) -> Draft:
    """A low base on which a reel turns on two rollers."""
    x, y, tall = dice.real(80, 150), dice.real(60, 110), dice.real(18, 45)
    thick, radius = dice.real(4, 9), dice.real(5, 12)
    span, windows = x * dice.real(0.5, 0.75), dice.yes()
    horned = hull(block(span * 0.35, thick, 4), rod(radius * 0.9, thick).turned(x=90).at(
        0, thick / 2, tall), feature="upright")  # fmt: skip
    cheek = in_row(horned, 2, span) + block(x, thick, tall * 0.5, "upright")
    if windows:
        cheek -= (
            rounded_block(x * 0.25, tall * 0.3, 99, 3, "window").turned(x=90).at(0, 50, tall * 0.24)
        )
    body = union([cheek.at(y=s * y / 2) for s in (-1, 1)])
    roller = rod(radius, y * 0.92, "axle").turned(x=90).at(0, y * 0.46, tall)
    roller += rod(radius * 0.5, y + thick * 3, "axle").turned(x=90).at(0, y / 2 + thick * 1.5, tall)
    body += in_row(roller, 2, span)
    body += block(x, y, 4, "base") if dice.yes() else in_row(block(9, y, 6, "base"), 2, x * 0.8)
    return Draft(body, {"upright": 2, "hole": 0},
                 {"axle": True, "cut-outs": windows, "wall plate": False},
                 {"height": "low"})  # fmt: skip


def _reel_tree(dice: Dice) -> Draft:
    """A thread stand: pins in rows on a board, or arms on a post."""
    tall, radius = dice.real(90, 200), dice.real(3, 7)
    if dice.yes():
        rows, columns = dice.whole(2, 4), dice.whole(2, 5)
        pitch = dice.real(22, 40)
        pin = rod(radius * 0.6, pitch * dice.real(1.2, 2), "axle").turned(x=40)
        board = block(columns * pitch, 6, rows * pitch * 1.2)
        body = board.turned(x=-15)
        for row in range(rows):
            z = (row + 0.3) * pitch * 1.2
            body += in_row(pin, columns, pitch).at(0, z * np.tan(np.radians(15)) - 2, z)
        body += block(columns * pitch, pitch * 2.2, 7, "base").at(y=pitch * 0.5)
        upright = 1
    else:
        arms, tiers, reach = dice.pick((2, 3, 4)), dice.whole(1, 4), dice.real(45, 90)
        foot = dice.real(45, 80)
        body = rod(foot, 7, "base") if dice.yes() else union(
            [block(foot * 2, 14, 9, "base").turned(z=a) for a in (0.0, 90.0)])  # fmt: skip
        body += rod(radius * 1.4, tall, "upright")
        limb = bar((0, 0, 0), (reach, 0, reach * dice.real(0, 0.4)), radius, "axle")
        for tier in range(tiers):
            body += limb.around(arms, 45.0 * tier).at(z=tall * (0.95 - 0.22 * tier))
        upright = 1
    return Draft(body, {"upright": upright, "hole": 0},
                 {"axle": True, "cut-outs": False, "wall plate": False},
                 {"height": "tall"} if tall > 150 else {})  # fmt: skip


def _circle(radius: float, z: float, count: int = 32) -> list[Point3]:
    turns = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return [(float(radius * np.cos(t)), float(radius * np.sin(t)), z) for t in turns]


def _wire_cage(dice: Dice) -> Draft:
    """Hoops and upright wires round a bottle, as on a bicycle; sometimes with a handle."""
    radius, tall, thick = dice.real(30, 42), dice.real(70, 150), dice.real(1.6, 3.5)
    hoops, bars, carried = dice.whole(3, 5), dice.pick((3, 4, 6)), dice.yes(0.4)
    plated = not carried and dice.yes(0.7)
    body = union([
        wire(_circle(radius, tall * index / (hoops - 1)), thick, "ring", sides=8, closed=True)
        for index in range(hoops)
    ])  # fmt: skip
    body += bar((radius, 0, 0), (radius, 0, tall), thick, "bar", sides=8).around(bars, 90)
    body += bar((0, 0, 0), (radius, 0, 0), thick, "bar", sides=8).around(4, 45)
    holes = 0
    if carried:
        bow = [(-radius, 0.0, tall), *[
            (float(-radius * np.cos(a)), 0.0, float(tall + radius * 1.3 * np.sin(a)))
            for a in np.linspace(0.2, np.pi - 0.2, 13)], (radius, 0.0, tall)]  # fmt: skip
        body += wire(bow, thick * 1.1, "handle", sides=8)
    if plated:
        holes = 2
        plate = rounded_block(radius * 0.7, tall * 0.9, 4, radius * 0.3)
        plate -= in_row(rod(2.6, 99, "hole").at(z=-9), 2, y=tall * 0.6)
        body += plate.turned(x=90).at(0, radius + 3, tall / 2)
    return Draft(body, {"hole": holes, "compartment": 1},
                 {"wall plate": plated, "handle": carried}, {"outline": "round"})  # fmt: skip


def _hexagon_organiser(dice: Dice) -> Draft:
    """Hexagonal cups side by side, of one or of different heights."""
    columns, rows, cell = dice.whole(2, 5), dice.whole(1, 4), dice.real(18, 45)
    wall, z, uneven = dice.real(1.5, 3.5), dice.real(25, 110), dice.yes()
    pitch = cell * np.sqrt(3)
    cups, hollows = [], []
    for row in range(rows):
        for column in range(columns):
            place = (pitch * (column + 0.5 * (row % 2)), 1.5 * cell * row)
            tall = z * (dice.real(0.4, 1) if uneven else 1.0)
            cups.append(rod(cell + wall / 2, tall, sides=6).turned(z=90).at(*place))
            hollows.append(
                rod(cell - wall / 2, 2 * z, "cavity", sides=6).turned(z=90).at(*place, wall)
            )
    return Draft(union(cups) - union(hollows), {"compartment": columns * rows},
                 {"dividers": True, "handle": False}, {})  # fmt: skip


def _cutlery_tray(dice: Dice) -> Draft:
    """Long troughs with round floors and one across, milled in a shallow tray."""
    x, y, z = dice.real(120, 240), dice.real(180, 320), dice.real(25, 55)
    longs, crossed, handle = dice.whole(2, 5), dice.yes(0.7), dice.yes(0.3)
    gap, flared = dice.real(3, 8), dice.yes()
    body = rounded_block(x, y, z, dice.pick((3, 18)))
    if flared:
        rim = rounded_block(x + 12, y + 12, 2.5, 12, "rim")
        body += rim.at(z=z - 2.5)
    high = y * (0.25 if crossed else 0.0)
    pitch = (x - gap) / longs
    width, length = pitch - gap, y - high - 2 * gap
    bulge = rod(width / 2, length, "cavity").turned(x=90).at(0, length / 2).scaled(z=0.7)
    well = hull(bulge.at(z=width * 0.35 + 3), block(width, length, 1).at(z=z + 1), feature="cavity")
    body -= in_row(well, longs, pitch).at(y=-high / 2)
    if crossed:
        cut = rounded_block(x - 2 * gap, high - gap, z, 6, "cavity")
        body -= cut.at(0, y / 2 - high / 2 - gap / 2, 4)
    if handle:
        body -= in_row(rounded_block(99, 30, 10, 4, "handle").at(z=z * 0.6), 2, x + 60)
    return Draft(body, {"compartment": longs + crossed}, {"dividers": True, "handle": handle},
                 {"outline": "rectangular"})  # fmt: skip


def _tiered_organiser(dice: Dice) -> Draft:
    """Open boxes stepping up to the back, or a row of tilted pockets."""
    steps, columns = dice.whole(2, 4), dice.whole(1, 3)
    x, deep, rise = dice.real(90, 200), dice.real(35, 70), dice.real(15, 35)
    wall, tall = dice.real(2, 3.5), dice.real(25, 50)
    pieces: list[Body] = []
    for index in range(steps):
        box = open_box(x, deep, tall + rise * index, wall, dice.pick((1, 1, 5)))
        if columns > 1:
            divider = block(wall, deep - wall, (tall + rise * index) * 0.9, "divider")
            box += in_row(divider, columns - 1, x / columns)
        pieces.append(box.at(y=index * (deep - wall)))
    body = union(pieces)
    if dice.yes():
        foot = rod(5, 4, "foot")
        body += at_corners(foot, x - 14, steps * (deep - wall) - 14).at(
            0, (steps - 1) * (deep - wall) / 2, -3.9
        )
    return Draft(body, {"compartment": steps * columns}, {"dividers": True, "handle": False}, {})


BUILDERS: tuple[Builder, ...] = (
    Builder("tool holder", "carousel", _tool_carousel),
    Builder("tool holder", "cups", _tool_cups),
    Builder("spool holder", "rollers", _roller_cradle),
    Builder("spool holder", "tree", _reel_tree),
    Builder("bottle holder", "cage", _wire_cage),
    Builder("drawer organiser", "hexagons", _hexagon_organiser),
    Builder("drawer organiser", "cutlery", _cutlery_tray),
    Builder("drawer organiser", "stairs", _tiered_organiser),
)
