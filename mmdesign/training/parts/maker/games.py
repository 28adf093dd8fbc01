"""Puzzle pieces, mazes, drilling guides and printer tests of other kinds."""

import numpy as np

from mmdesign.training.parts.arranging import in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import lettering, open_box, pillow, some_text
from mmdesign.training.parts.solids import (
    Body,
    block,
    hole,
    prism,
    revolved,
    rod,
    rounded_block,
    slot,
    tube,
    union,
)


def _many_sided_piece(dice: Dice) -> Draft:
    """A jigsaw piece on a triangle, hexagon or long tile; round, square or dovetailed knobs."""
    sides, size, thick = dice.pick((3, 6, 6, 5)), dice.real(18, 45), dice.real(2, 8)
    style, slim = dice.pick(("round", "square", "dovetail")), dice.real(0.8, 1.1)
    body = rod(size, thick, sides=sides).turned(z=180 / sides)
    edge = size * np.cos(np.pi / sides)
    width = min(size * np.sin(np.pi / sides) * 0.6, edge * 0.5) * slim
    if style == "round":
        lug = rod(width * 0.6, thick * 3).at(width * 0.7) + block(width, width * 0.7, thick * 3)
    elif style == "square":
        lug = block(width * 1.6, width, thick * 3)
    else:
        lug = prism([(-1, -width * 0.35), (width * 0.8, -width * 0.65),
                     (width * 0.8, width * 0.65), (-1, width * 0.35)], thick * 3)  # fmt: skip
    knobs = 0
    for side in range(sides):
        kind = dice.pick(("knob", "socket", "flat")) if side else "knob"
        if kind == "flat":
            continue
        part = lug.labelled(kind).turned(z=0 if kind == "knob" else 180)
        part = part.at(edge, 0, -thick).turned(z=360.0 * side / sides)
        if kind == "knob":
            knobs += 1
            body += part & block(size * 5, size * 5, thick)
        else:
            body -= part
    return Draft(body, {"knob": knobs}, {"knobs": True, "walls": False}, {"form": "flat"})


def _polyomino_piece(dice: Dice) -> Draft:
    """Cubes joined at their faces, flat or in space, some with bevelled joints."""
    size, count, spatial = dice.real(12, 25), dice.whole(4, 7), dice.yes(0.4)
    cells = [(0, 0, 0)]
    steps = ((1, 0, 0), (0, 1, 0), (-1, 0, 0), (0, -1, 0), (0, 0, 1))[: 5 if spatial else 4]
    while len(cells) < count:
        x, y, z = dice.pick(cells)
        a, b, c = dice.pick(steps)
        if (x + a, y + b, z + c) not in cells:
            cells.append((x + a, y + b, z + c))
    tall = size * (1.0 if spatial else dice.real(0.2, 1))
    cube = pillow(size, size, tall, size * dice.real(0.04, 0.16))
    core = block(size * 0.8, size * 0.8, tall * 0.8).at(z=tall * 0.1)
    pieces: list[Body] = []
    for x, y, z in cells:
        pieces.append(cube.at(x * size, y * size, z * tall))
        for a, b, c in steps:
            if (x + a, y + b, z + c) in cells:
                pieces.append(core.at((x + a / 2) * size, (y + b / 2) * size, (z + c / 2) * tall))
    body = union(pieces)
    if dice.yes(0.4):
        body -= union([rod(size * 0.22, tall * 0.3, "cavity", sides=20).at(x * size, y * size,
                       (max(k for i, j, k in cells if (i, j) == (x, y)) + 0.85) * tall)
                       for x, y, _ in cells])  # fmt: skip
    return Draft(body, {"knob": 0}, {"knobs": False, "walls": False},
                 {"form": "flat"} if tall < 0.4 * size else {})  # fmt: skip


def _burr_piece(dice: Dice) -> Draft:
    """A stick of a burr puzzle: a square bar with notches in its middle."""
    unit, long = dice.real(5, 10), dice.whole(6, 10)
    body = block(unit * long, unit * 2, unit * 2)
    for _ in range(dice.whole(2, 6)):
        x, y = dice.pick((-1.5, -0.5, 0.5, 1.5)), dice.pick((-0.5, 0.5))
        body -= block(unit, unit * 1.001, unit * 1.1, "notch").at(x * unit, y * unit, unit)
    if dice.yes():
        wide = dice.pick((2, 4))
        body -= block(unit * wide, unit * 3, unit * 1.1, "notch").at(z=unit)
    if dice.yes(0.4):
        body = body & pillow(unit * long, unit * 2, unit * 2, unit * 0.25)
    return Draft(body, {"knob": 0}, {"knobs": False, "walls": False}, {"outline": "long"})


def _round_maze(dice: Dice) -> Draft:
    """Ring walls around a goal, each with gaps, and bars across the ways between them."""
    rings, way = dice.whole(3, 7), dice.real(6, 11)
    wall, tall = dice.real(1.2, 2.5), dice.real(3, 11)
    hexagonal = dice.yes(0.3)
    sides = 6 if hexagonal else 48
    radius = (rings + 0.5) * way
    walls: list[Body] = []
    for index in range(rings):
        reach = way * (index + 1.5)
        ring = rod(reach, tall, "wall", sides=sides)
        ring -= rod(reach - wall, 99, "wall", sides=sides).at(z=-9)
        if index < rings - 1 or dice.yes():
            gap = block(way * 2, way * 0.8, 99).at(reach * (0.87 if hexagonal else 1), 0, -9)
            ring -= gap.turned(
                z=dice.real(0, 360) if not hexagonal else 30.0 + 60 * dice.whole(0, 5)
            )
        walls.append(ring)
        for _ in range(dice.whole(0, 2) if index else 0):
            bar = block(way + wall, wall, tall, "wall").at(reach - way / 2 - wall * 0.4)
            walls.append(
                bar.turned(z=dice.real(0, 360) if not hexagonal else 60.0 * dice.whole(0, 5))
            )
    body = rod(radius + dice.real(0, 4), 2.5, sides=sides) + union(walls).at(z=2.4)
    if dice.yes():
        body -= rod(way * 0.4, 99, "cavity").at(z=1)
    return Draft(body, {"knob": 0}, {"knobs": False, "walls": True},
                 {"outline": "hexagonal" if hexagonal else "round"})  # fmt: skip


def _tilting_maze(dice: Dice) -> Draft:
    """A labyrinth game: a board with bars and holes in a box, knobs to tilt it."""
    x, y, z = dice.real(90, 140), dice.real(70, 110), dice.real(16, 35)
    wall, knobbed = dice.real(3, 6), dice.yes(0.7)
    body = open_box(x, y, z, wall, 2)
    level = z * dice.real(0.5, 0.7)
    board = block(x - wall, y - wall, level)
    drills, bars = [], []
    columns, rows = dice.whole(4, 6), dice.whole(3, 5)
    pitch_x, pitch_y = (x - 2 * wall) / columns, (y - 2 * wall) / rows
    for column in range(columns):
        for row in range(rows):
            place = ((column - (columns - 1) / 2) * pitch_x, (row - (rows - 1) / 2) * pitch_y)
            if dice.yes(0.35):
                drills.append(rod(4, z, "hole", sides=20).at(*place, level * 0.3))
            turned = dice.yes()
            long = block(2, pitch_y, z - level, "wall") if turned else block(
                pitch_x, 2, z - level, "wall")  # fmt: skip
            shift = (pitch_x / 2, 0) if turned else (0, pitch_y / 2)
            bars.append(long.at(place[0] + shift[0], place[1] + shift[1], level - 0.1))
    inside = block(x - wall, y - wall, z * 2)
    body += board + (union(bars) & inside)
    if drills:
        body -= union(drills)
    if knobbed:
        radius = z * dice.real(0.25, 0.42)
        knob = rod(radius * 0.4, 8, "knob") + rod(radius, 7, "knob").at(z=5)
        body += knob.turned(x=90).at(x * 0.2, -y / 2 + 0.5, z / 2)
        body += knob.turned(y=90).at(x / 2 - 0.5, -y * 0.1, z / 2)
    return Draft(body, {"knob": 2 * knobbed, "hole": len(drills)},
                 {"knobs": knobbed, "walls": True}, {"outline": "rectangular"})  # fmt: skip


def _pocket_jig(dice: Dice) -> Draft:
    """A sloped block that leads drills into wood at a slant."""
    count, radius, tall = dice.whole(1, 4), dice.real(3.5, 6), dice.real(40, 75)
    pitch, lean, deep = radius * dice.real(3, 5), dice.real(12, 24), dice.real(25, 45)
    x, fenced, winged = count * pitch + radius, dice.yes(0.6), dice.yes()
    outline = [(0, 0), (deep, 0), (deep, tall * 0.25), (deep * 0.7, tall), (0, tall)]
    body = prism([(float(a), float(b)) for a, b in outline], x).turned(x=90, z=90).at(-x / 2)
    axis = rod(radius * 1.7, tall * 0.8, "bushing").at(z=tall * 0.3)
    bushed = dice.yes()
    drills = in_row(rod(radius, tall * 3, "hole").at(z=-tall), count, pitch)
    place = (0.0, deep * 0.42, 0.0)
    if bushed:
        body += in_row(axis, count, pitch).turned(x=-lean).at(*place)
    body -= drills.turned(x=-lean).at(*place)
    if fenced:
        body += block(x * 1.2, 5, tall * 0.6, "fence").at(0, -2.4, -tall * 0.35)
    if winged:
        wing = rounded_block(x + 40, deep * 0.9, 6, 6).at(0, deep / 2)
        body += wing - in_row(slot(12, 6, 6).at(0, deep / 2), 2, x + 18) - drills.turned(
            x=-lean).at(*place)  # fmt: skip
    body = body.turned(z=180)
    return Draft(body, {"hole": count, "slot": 2 * winged},
                 {"fence": fenced, "bushings": bushed, "slots": winged}, {})  # fmt: skip


def _handle_template(dice: Dice) -> Draft:
    """A T- or L-shaped ruler with rows of holes, for the handles of doors and drawers."""
    long, wide, thick = dice.real(100, 220), dice.real(22, 50), dice.real(2.5, 6)
    count, rows, radius = dice.whole(4, 11), dice.whole(1, 2), dice.real(1.5, 3.5)
    lying, fenced, slots = dice.yes(), dice.yes(0.7), dice.pick((0, 1, 2))
    body = rounded_block(wide, long, thick, dice.pick((1, 6)))
    drill = hole(radius, thick)
    line = in_row(drill, count, y=long * 0.72 / count).at(y=-long * 0.08)
    body -= in_row(line, rows, wide * 0.4)
    head = long * dice.real(0.45, 1)
    shift = 0.0 if lying else head / 2 - wide / 2
    top = rounded_block(head, wide * 0.7, thick, 3).at(shift, long / 2)
    body += top
    for index in range(slots):
        cut = slot(head * 0.2, radius * 2, thick)
        side = (1 if index else -1) * head * 0.33
        body -= cut.at(side + shift if lying else shift + head * (0.1 + 0.25 * index), long / 2)
    if fenced:
        body += block(head, 5, thick * 3, "fence").at(
            shift, long / 2 + wide * 0.35 + 2.4, -thick * 2
        )
    return Draft(body, {"hole": count * rows, "slot": slots},
                 {"fence": fenced, "bushings": False, "slots": slots > 0},
                 {"profile": "T-shaped" if lying else "L-shaped"})  # fmt: skip


def _bridge_test(dice: Dice) -> Draft:
    """Ever longer bridges, side by side or one above the other, on one base."""
    count, width, tall = dice.whole(3, 7), dice.real(5, 9), dice.real(8, 25)
    post, start, step = dice.real(3, 6), dice.real(10, 20), dice.real(5, 10)
    longest, stacked, lettered = start + step * (count - 1), dice.yes(0.4), dice.yes(0.4)
    pieces: list[Body] = []
    for index in range(count):
        span = start + step * index
        level = tall * (0.5 + 0.5 * index) if stacked else tall
        y = 0.0 if stacked else index * (width + 2)
        column = block(post, width, level, "column")
        pieces.append(column.at(-span / 2, y) + column.at(span / 2, y))
        pieces.append(block(span + post, width, 1.6).at(0, y, level - 0.1))
    deep = width * 1.6 if stacked else count * (width + 2) + 3
    base = rounded_block(longest + post * 2 + 4, deep, 2.5, 2)
    body = union(pieces).at(z=2.4) + base.at(y=0.0 if stacked else (count - 1) * (width + 2) / 2)
    if lettered:
        front = -deep / 2 - 6 if stacked else -width / 2 - 7
        body += rounded_block(longest * 0.8, 14, 2.5, 2).at(0, front)
        text = lettering(some_text(dice, 2, 5), longest * 0.6, 9, 1.2)
        body += text.at(0, front, 2.4)
    return Draft(body, {"step": 0}, {"text": lettered, "overhang": False, "columns": True}, {})


def _spike_test(dice: Dice) -> Draft:
    """Thin cones, cylinders or rings far apart on a plate, as printed against stringing."""
    count, reach, tall = dice.pick((2, 2, 3, 4)), dice.real(15, 35), dice.real(20, 55)
    radius, form = dice.real(3, 7), dice.pick(("cone", "rod", "square", "wavy"))
    lettered = dice.yes(0.3)
    if form == "wavy":
        levels = np.linspace(0, 1, 40)
        outline = radius * (0.75 + 0.25 * np.sin(levels * 6 * np.pi)) * (1.1 - 0.5 * levels)
        spike = revolved([(0.0, 0.0), *zip(outline.tolist(), (levels * tall).tolist(), strict=True),
                          (0.0, tall)], "column")  # fmt: skip
    else:
        top = {"cone": 0.4, "rod": radius, "square": radius * 0.7}[form]
        spike = rod(radius, tall, "column", top=top, sides=4 if form == "square" else 32)
        if form == "rod":
            spike = tube(radius, radius - 1.2, tall, "column")
    body = spike.at(reach).around(count).at(z=1.9)
    if count == 2:
        body += rounded_block(2 * reach + radius * 3, radius * 3, 2, 3)
    else:
        body += rod(reach + radius * 1.6, 2, sides=count if dice.yes() else 40)
        body += rod(radius * 1.6, 2).at(reach).around(count)
    if lettered:
        body += lettering(some_text(dice, 2, 3), reach, radius * 2, 1.2).at(z=1.9)
    return Draft(body, {"step": 0}, {"text": lettered, "overhang": False, "columns": True}, {})


BUILDERS: tuple[Builder, ...] = (
    Builder("puzzle piece", "many-sided", _many_sided_piece),
    Builder("puzzle piece", "polyomino", _polyomino_piece),
    Builder("puzzle piece", "burr", _burr_piece),
    Builder("maze", "round", _round_maze),
    Builder("maze", "tilting", _tilting_maze),
    Builder("drilling jig", "pocket holes", _pocket_jig),
    Builder("drilling jig", "template", _handle_template),
    Builder("test print", "bridges", _bridge_test),
    Builder("test print", "spikes", _spike_test),
)
