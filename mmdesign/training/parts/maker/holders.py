"""Holders for tools, batteries, spools, bottles and headphones; bins and organisers."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid, open_box
from mmdesign.training.parts.solids import (
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)

GRID_FOOT = ((2.9, 0.0), (2.2, 0.8), (2.2, 2.6), (0.25, 4.75))
"""(inset, z) in mm along the stacking foot of a bin whose cells are 42 mm wide."""


def _holed_tool_shelf(dice: Dice) -> Draft:
    """A shelf with holes on a wall plate."""
    count, pitch, depth, thick = (
        dice.whole(3, 9),
        dice.real(16, 30),
        dice.real(25, 50),
        dice.real(4, 8),
    )
    x, tall, ribs = count * pitch, dice.real(20, 60), dice.pick((0, 2))
    body = block(x, depth, thick) - in_row(hole(pitch * dice.real(0.2, 0.4), thick), count, pitch)
    body += block(x, thick, tall).at(0, depth / 2, thick - tall * dice.pick((0.1, 0.9)))
    if ribs:
        web = prism([(0, 0), (depth * 0.8, 0), (0, -tall * 0.6)], 4, "rib").turned(x=90, z=-90)
        body += in_row(web.at(-2), 2, x - 4).at(0, depth / 2)
    return Draft(body, {"hole": count, "slot": 0, "rib": ribs},
                 {"slots": False, "wall plate": True, "rib": ribs > 0}, {})  # fmt: skip


def _comb_tool_rack(dice: Dice) -> Draft:
    """Prongs with slots open to the front."""
    count, pitch, depth, thick = (
        dice.whole(3, 8),
        dice.real(18, 35),
        dice.real(25, 60),
        dice.real(5, 10),
    )
    x, tall, walled = (count + 1) * pitch, dice.real(30, 60), dice.yes(0.7)
    body = block(x, depth, thick)
    gap = pitch * dice.real(0.25, 0.55)
    cut = block(gap, depth, 99, "slot") + rod(gap * 0.7, 99, "slot").at(0, depth / 2)
    body -= in_row(cut, count, pitch).at(y=-depth * 0.35, z=-9)
    if walled:
        plate = block(x, thick, tall).turned(x=0) - in_row(
            rod(2.2, 99, "hole").turned(x=90), 2, x * 0.8
        ).at(0, 50, tall * 0.7)
        body += plate.at(y=depth / 2)
    return Draft(body, {"hole": 2 * walled, "slot": count, "rib": 0},
                 {"slots": True, "wall plate": walled, "rib": False}, {})  # fmt: skip


def _stepped_tool_block(dice: Dice) -> Draft:
    """A desk block: tiers with rows of holes."""
    tiers, count, pitch = dice.whole(1, 3), dice.whole(3, 7), dice.real(12, 24)
    rise, radius = dice.real(15, 30), pitch * dice.real(0.2, 0.38)
    body = union(
        [block(count * pitch, pitch, rise * (i + 1)).at(y=i * pitch) for i in range(tiers)]
    )
    for index in range(tiers):
        drill = rod(radius, 200, "hole", sides=dice.pick((6, 28)))
        body -= in_row(drill, count, pitch).at(0, index * pitch, rise * index + 4)
    return Draft(
        body,
        {"hole": count * tiers, "slot": 0, "rib": 0},
        {"slots": False, "wall plate": False, "rib": False},
        {},
    )


def _cell_cradle(dice: Dice) -> Draft:
    """An open box with a half-round trough per cell."""
    cells, radius = dice.whole(1, 6), dice.real(5, 13)
    length, wall = radius * dice.real(4, 8), dice.real(1.5, 2.5)
    pitch = 2 * radius + wall
    x, y = cells * pitch + wall, length + 8
    body = block(x, y, radius * 1.5) - in_row(
        rod(radius, length, "trough").turned(x=90), cells, pitch
    ).at(0, length / 2, radius + wall)
    contact = block(radius, 1, radius * 1.2, "contact")
    body += in_row(contact, cells, pitch).at(y=length / 2 - 1, z=wall)
    body += in_row(contact, cells, pitch).at(y=-length / 2 + 1, z=wall)
    ears = dice.yes(0.4)
    if ears:
        ear = rounded_block(14, 12, 3, 4) - hole(1.8, 3, 2)
        body += ear.at(x / 2 + 4) + ear.turned(z=180).at(-x / 2 - 4)
    return Draft(body, {"cell": cells, "hole": 2 * ears},
                 {"contacts": True, "mounting ears": ears}, {"top": "open"})  # fmt: skip


def _cell_block(dice: Dice) -> Draft:
    """A slab of round pockets, for storing cells or building packs."""
    columns, rows, radius, z = (
        dice.whole(2, 6),
        dice.whole(1, 4),
        dice.real(5, 11),
        dice.real(8, 30),
    )
    pitch = 2 * radius + dice.real(1.5, 3)
    body = rounded_block(columns * pitch + 3, rows * pitch + 3, z, 4)
    body -= grid(rod(radius, z, "cell"), columns, rows, pitch, pitch).at(z=3)
    return Draft(
        body,
        {"cell": columns * rows, "hole": 0},
        {"contacts": False, "mounting ears": False},
        {"outline": "rectangular"},
    )


def _stand_for_spool(dice: Dice) -> Draft:
    """An axle on two uprights."""
    width, height, foot = dice.real(60, 110), dice.real(70, 130), dice.real(60, 120)
    thick, windows = dice.real(4, 9), dice.yes()
    cheek = hull(
        block(foot, thick, 6),
        rod(15, thick).turned(x=90).at(0, thick / 2, height),
        feature="upright",
    )
    if windows:
        cut = hull(
            block(foot * 0.5, 99, 2),
            rod(4, 99).turned(x=90).at(0, 49, height * 0.55),
            feature="window",
        )
        cheek -= cut.at(z=10)
    body = union([cheek.at(y=s * width / 2) for s in (-1, 1)])
    body += (
        block(foot, width, 5, "base")
        if dice.yes()
        else in_row(block(8, width, 8, "base"), 2, foot * 0.7)
    )
    body += rod(dice.real(6, 12), width + 24, "axle").turned(x=90).at(0, width / 2 + 12, height)
    return Draft(body, {"upright": 2}, {"axle": True, "cut-outs": windows, "wall plate": False}, {})


def _wall_arm_for_spool(dice: Dice) -> Draft:
    size, length, radius = dice.real(40, 80), dice.real(60, 120), dice.real(10, 26)
    holes, hollow = dice.pick((2, 4)), dice.yes()
    plate = rounded_block(size, size * 1.3, 6, 6)
    plate -= (
        at_corners(hole(2.2, 6), size * 0.7, size)
        if holes == 4
        else in_row(hole(2.2, 6), 2, size * 0.75)
    )
    body = plate + rod(radius, length, "axle").at(z=5.9)
    body += rod(radius * 1.35, 5, "flange").at(z=length + 5)
    body += rod(radius * 1.5, length * 0.15, "axle", top=radius).at(z=5.9)
    if hollow:
        body -= rod(radius * 0.75, 999, "bore").at(z=8)
    return Draft(
        body.turned(x=90),
        {"upright": 0, "hole": holes},
        {"axle": True, "cut-outs": False, "wall plate": True},
        {"form": "cylindrical"},
    )


def _bottle_ring(dice: Dice) -> Draft:
    """Wall plate with a ring above and a cup or ring below."""
    radius, height, wall = dice.real(28, 45), dice.real(60, 130), dice.real(3, 6)
    rings = dice.whole(1, 2)
    ring = tube(radius + wall, radius, dice.real(8, 20), "ring")
    body = union([ring.at(z=height * (0.85 - 0.5 * i)) for i in range(rings)])
    cup = dice.yes()
    body += (rod(radius + wall, 12, "cup") - rod(radius, 12, "cavity").at(z=wall) if cup
             else tube(radius + wall, radius * 0.6, wall, "ring"))  # fmt: skip
    plate = block(radius, wall * 1.5, height) - in_row(
        rod(2.2, 99, "hole").turned(x=90), 2, radius * 0.5
    ).at(0, 50, height * 0.6)
    return Draft(body + plate.at(y=radius + wall), {"hole": 2, "compartment": 1},
                 {"wall plate": True, "handle": False}, {"outline": "round"})  # fmt: skip


def _bottle_carrier(dice: Dice) -> Draft:
    """Box of round wells with a bow to carry it."""
    columns, rows, radius = dice.whole(2, 3), dice.whole(1, 2), dice.real(30, 42)
    pitch, z = 2 * radius + 5, dice.real(50, 110)
    x, y, carried = columns * pitch + 4, rows * pitch + 4, dice.yes(0.7)
    body = rounded_block(x, y, z, 10) - grid(
        rod(radius, z, "well"), columns, rows, pitch, pitch
    ).at(z=4)
    if carried:
        bow = wire(
            [
                (-x / 2, 0, 0),
                (-x / 2 * 0.99, 0, z * 0.9),
                (-x * 0.3, 0, z * 1.5),
                (x * 0.3, 0, z * 1.5),
                (x / 2 * 0.99, 0, z * 0.9),
                (x / 2, 0, 0),
            ],
            6,
            "handle",
            sides=10,
        )
        body += bow.at(z=z * 0.4)
    return Draft(
        body,
        {"hole": 0, "compartment": columns * rows},
        {"wall plate": False, "handle": carried},
        {"outline": "rectangular"},
    )


def _headphone_tree(dice: Dice) -> Draft:
    """A desk stand: foot, post, bow on top."""
    height, foot, bow = dice.real(200, 290), dice.real(55, 90), dice.real(35, 60)
    square, tray = dice.yes(), dice.yes(0.4)
    body = rounded_block(foot * 2, foot * 1.8, 10, 8, "foot") if square else rod(foot, 10, "foot")
    post = block(24, 18, height, "post") if square else rod(dice.real(8, 16), height, "post")
    body += post.at(y=foot * 0.3)
    saddle = prism(
        [*arc(bow, 25, 155, 20), *arc(bow - 7, 155, 25, 20)], dice.real(30, 55), "saddle"
    )
    body += saddle.turned(x=90).at(0, foot * 0.3 + 20, height - bow + 8)
    if tray:
        body -= rod(foot * 0.35, 20, "tray").at(0, -foot * 0.45, 5)
    return Draft(body, {}, {"foot": True, "screw holes": False, "tray": tray}, {"height": "tall"})


def _headphone_hook(dice: Dice) -> Draft:
    """Screwed below a desk: plate, neck, cradle with lips."""
    width, drop, reach, thick = (
        dice.real(25, 45),
        dice.real(25, 60),
        dice.real(40, 70),
        dice.real(5, 9),
    )
    outline = [
        (0, 0),
        (reach * 0.8, 0),
        (reach * 0.8, -thick),
        (reach * 0.3, -thick),
        (reach * 0.3, -drop),
        (reach * 1.1, -drop),
        (reach * 1.1, -drop + 12),
        (reach * 1.1 + thick, -drop + 12),
        (reach * 1.1 + thick, -drop - thick),
        (0, -drop - thick),
        (0, -drop + 12 - thick),
        (-thick * 0.1, -thick * 1.2),
    ]
    body, holes = prism(outline, width).turned(x=90).at(-reach / 2, width / 2), dice.pick((2, 3))
    drill = rod(2.2, 60, "hole").at(z=-thick - 2)
    body -= union(
        [drill.at(reach * 0.16, (i - (holes - 1) / 2) * width * 0.3) for i in range(holes)]
    )
    return Draft(
        body,
        {"hole": holes},
        {"foot": False, "screw holes": True, "tray": False},
        {"height": "low"},
    )


def _grid_bin(dice: Dice) -> Draft:
    """A bin on a grid of stacking feet, 42 mm apart."""
    columns, rows, z = dice.whole(1, 3), dice.whole(1, 3), 7.0 * dice.whole(2, 6)
    x, y = 42.0 * columns - 0.5, 42.0 * rows - 0.5
    foot = union(
        [
            hull(
                rounded_block(42 - 2 * a[0], 42 - 2 * a[0], 0.05, 3).at(z=a[1]),
                rounded_block(42 - 2 * b[0], 42 - 2 * b[0], 0.05, 3).at(z=b[1]),
                feature="foot",
            )
            for a, b in pairwise(GRID_FOOT)
        ]
    )
    body = grid(foot, columns, rows, 42, 42) + open_box(x, y, z, 1.6, 4).at(z=4.7)
    walls, scoop = dice.whole(0, 3), dice.yes(0.4)
    if walls:
        body += in_row(block(1.2, y - 2, z - 2, "divider"), walls, x / (walls + 1)).at(z=5)
    if scoop:
        body += block(x - 2, 10, 1.6, "label shelf").at(y=y / 2 - 6, z=z + 2)
    return Draft(body, {"compartment": walls + 1, "foot": columns * rows},
                 {"dividers": walls > 0, "label shelf": scoop}, {"top": "open"})  # fmt: skip


def _grid_baseplate(dice: Dice) -> Draft:
    columns, rows = dice.whole(1, 4), dice.whole(2, 4)
    solid, holes = dice.yes(0.4), dice.yes(0.4)
    socket = union(
        [
            hull(
                rounded_block(42 - 2 * a[0], 42 - 2 * a[0], 0.05, 3, "socket").at(z=a[1]),
                rounded_block(42 - 2 * b[0], 42 - 2 * b[0], 0.05, 3).at(z=b[1]),
                feature="socket",
            )
            for a, b in pairwise((*GRID_FOOT[:3], (0.3, 4.9)))
        ]
    )
    floor = 3.0 if solid else -0.2
    body = rounded_block(42 * columns, 42 * rows, 4.7 + max(floor, 0), 4)
    body -= grid(socket, columns, rows, 42, 42).at(z=floor)
    if solid and holes:
        body -= grid(at_corners(hole(3.1, 9), 26, 26), columns, rows, 42, 42)
    drilled = solid and holes
    return Draft(body, {"cell": columns * rows, "hole": 4 * columns * rows * drilled},
                 {"magnet holes": drilled, "closed floor": solid}, {"form": "flat"})  # fmt: skip


def _walled_organiser(dice: Dice) -> Draft:
    """Open box with dividers in both directions, unequal."""
    x, y, z, wall = dice.real(90, 260), dice.real(70, 180), dice.real(25, 70), dice.real(1.5, 3)
    across, along = dice.whole(0, 3), dice.whole(0, 2)
    body = open_box(x, y, z, wall, dice.pick((1, 8)))
    split = dice.real(-0.2, 0.2) * x if along else x / 2
    for index in range(across):
        body += block(split + x / 2, wall, z * 0.9, "divider").at(
            (split - x / 2) / 2, ((index + 1) / (across + 1) - 0.5) * y)  # fmt: skip
    if along:
        body += block(wall, y - wall, z * 0.9, "divider").at(split)
    handle = dice.yes(0.3)
    if handle:
        body -= rounded_block(x * 0.3, 99, 15, 5, "handle").turned(x=90).at(0, -y / 2 + 9, z)
    return Draft(
        body,
        {"compartment": across + 1 + bool(along)},
        {"dividers": across + along > 0, "handle": handle},
        {"outline": "rectangular"},
    )


def _round_organiser(dice: Dice) -> Draft:
    """Turntable of sectors around a post."""
    radius, z, wall = dice.real(50, 110), dice.real(25, 60), dice.real(2, 3)
    sectors, handle = dice.whole(2, 8), dice.yes()
    body = rod(radius, z) - rod(radius - wall, z, "cavity").at(z=wall)
    body += (
        block(radius - wall / 2, wall, z * 0.9, "divider").at(radius / 2 - wall / 4).around(sectors)
    )
    body += rod(radius * 0.12, z * (1.6 if handle else 1.0), "handle" if handle else "body")
    if handle:
        body += ball(radius * 0.18, "handle").at(z=z * 1.6)
    return Draft(
        body, {"compartment": sectors}, {"dividers": True, "handle": handle}, {"outline": "round"}
    )


def _wavy_rack(dice: Dice) -> Draft:
    """Wine bottles lie in scallops of two rails."""
    places, radius, depth = dice.whole(2, 5), dice.real(35, 45), dice.real(100, 180)
    pitch, tall = 2.3 * radius, radius * dice.real(1, 1.6)
    rail = block(places * pitch, 14, tall, "rail") - in_row(
        rod(radius, 99, "well").turned(x=90), places, pitch
    ).at(0, 50, tall + radius * 0.25)
    body = rail.at(y=depth / 2) + rail.at(y=-depth / 2)
    body += union([block(14, depth, 12, "bar").at(s * (places * pitch / 2 - 10)) for s in (-1, 1)])
    tilt = float(np.clip(dice.real(-5, 8), 0, 8))
    return Draft(body.turned(x=tilt), {"hole": 0, "compartment": places},
                 {"wall plate": False, "handle": False}, {"form": "curved"})  # fmt: skip


BUILDERS = (
    Builder("tool holder", "shelf", _holed_tool_shelf),
    Builder("tool holder", "prongs", _comb_tool_rack),
    Builder("tool holder", "tiers", _stepped_tool_block),
    Builder("battery holder", "troughs", _cell_cradle),
    Builder("battery holder", "slab", _cell_block),
    Builder("spool holder", "stand", _stand_for_spool),
    Builder("spool holder", "wall arm", _wall_arm_for_spool),
    Builder("bottle holder", "ring", _bottle_ring),
    Builder("bottle holder", "carrier", _bottle_carrier),
    Builder("bottle holder", "rails", _wavy_rack),
    Builder("headphone holder", "tree", _headphone_tree),
    Builder("headphone holder", "hook", _headphone_hook),
    Builder("grid bin", "stacking", _grid_bin),
    Builder("grid baseplate", "sockets", _grid_baseplate),
    Builder("drawer organiser", "walls", _walled_organiser),
    Builder("drawer organiser", "sectors", _round_organiser),
)
