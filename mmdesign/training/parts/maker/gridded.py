"""Bins and baseplates of a modular grid, of other kinds."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.maker.holders import GRID_FOOT
from mmdesign.training.parts.patterns import grid
from mmdesign.training.parts.solids import (
    Body,
    block,
    hull,
    prism,
    rod,
    rounded_block,
    union,
)

CELL = 42.0


def _feet(columns: int, rows: int) -> Body:
    """The stacking foot under every cell."""
    foot = union([
        hull(
            rounded_block(CELL - 2 * a, CELL - 2 * a, 0.05, 3).at(z=low),
            rounded_block(CELL - 2 * b, CELL - 2 * b, 0.05, 3).at(z=high),
            feature="foot",
        )
        for (a, low), (b, high) in pairwise(GRID_FOOT)
    ])  # fmt: skip
    return grid(foot, columns, rows, CELL, CELL)


def _pocketed_bin(dice: Dice) -> Draft:
    """A solid block on grid feet with round, hexagonal or square pockets, or steps of them."""
    columns, rows, z = dice.whole(1, 4), dice.whole(1, 2), dice.real(10, 45)
    x, y = CELL * columns - 0.5, CELL * rows - 0.5
    sides, pitch = dice.pick((4, 6, 20)), dice.pick((10.0, 14.0, 20.0, 38.0))
    across, along = int((x - 3) / pitch), int((y - 3) / pitch)
    body = rounded_block(x, y, z, 4)
    if dice.yes(0.4):
        lean = hull(
            block(x * 2, 0.1, 0.1).at(0, -y / 2, z * 0.5),
            block(x * 2, 0.1, 99).at(0, -y / 2, z),
            block(x * 2, 0.1, 99).at(0, y / 2, z),
        )
        body -= lean  # fmt: skip
    pocket = rod(pitch * 0.42, z * 3, "cavity", sides=sides).turned(z=180 / sides)
    body -= grid(pocket, across, along, pitch, pitch).at(z=z * dice.real(0.12, 0.4))
    return Draft(_feet(columns, rows) + body.at(z=4.7),
                 {"compartment": across * along, "foot": columns * rows},
                 {"dividers": False, "label shelf": False}, {"top": "open"})  # fmt: skip


def _picking_bin(dice: Dice) -> Draft:
    """Open at its front, the cheeks sloping down to a low lip."""
    columns, rows, z = dice.whole(1, 3), dice.whole(1, 3), dice.real(25, 65)
    x, y, wall = CELL * columns - 0.5, CELL * rows - 0.5, dice.real(1.5, 2.6)
    lip, start = z * dice.real(0.15, 0.5), y * dice.real(-0.2, 0.25)
    outline = [(-y / 2, 0.0), (y / 2, 0.0), (y / 2, z), (start, z), (-y / 2, lip)]
    if dice.yes(0.4):
        turns = np.linspace(0, np.pi / 2, 8)
        curve = [(float(start - (start + y / 2) * np.sin(t)), float(lip + (z - lip) * np.cos(t)))
                 for t in turns]  # fmt: skip
        outline = [(-y / 2, 0.0), (y / 2, 0.0), (y / 2, z), *curve]
    body = prism(outline, x).turned(x=90, z=90).at(-x / 2)
    walls, shelf = dice.whole(0, 3), dice.yes(0.4)
    space = (x - (walls + 2) * wall) / (walls + 1)
    hollow = block(space, y - 2 * wall, z * 2, "cavity").at(z=wall)
    if dice.yes() and y > 1.3 * z:
        bottom = rod(z * 0.45, space, "cavity").turned(y=90).at(-space / 2, 0, z * 0.45 + wall)
        wide = block(space, y - 2 * wall - 0.6 * z, z, "cavity").at(0, 0.3 * z, wall)
        low = block(space, y - 2 * wall, z * 2, "cavity").at(z=z * 0.45 + wall)
        hollow = (bottom.at(y=-y / 2 + wall + z * 0.45) & hollow) + (wide & hollow) + low
    body -= in_row(hollow, walls + 1, space + wall)
    if shelf:
        body += block(x, y * 0.16, wall, "label shelf").at(0, y * 0.41, z - wall)
    return Draft(_feet(columns, rows) + body.at(z=4.7),
                 {"compartment": walls + 1, "foot": columns * rows},
                 {"dividers": walls > 0, "label shelf": shelf}, {"top": "open"})  # fmt: skip


def _round_bin(dice: Dice) -> Draft:
    """A cup or a pair of them, round or many-sided, on square feet."""
    columns, z = dice.whole(1, 3), dice.real(18, 80)
    radius, sides, wall = dice.real(17, 20.5), dice.pick((6, 8, 40)), dice.real(1.5, 3)
    cup = rod(radius * dice.real(0.85, 1), z, top=radius, sides=sides)
    cup -= rod(radius * 0.85 - wall, z + 2, "cavity", top=radius - wall, sides=sides).at(z=wall)
    slots = dice.pick((0, 0, 6, 8))
    if slots:
        slit = block(radius, 3.5, z * 0.6, "slot").at(radius, 0, z * 0.2)
        cup -= slit.around(slots)
    plate = rounded_block(CELL * columns - 0.5, CELL - 0.5, dice.real(1.5, 5), 4)
    body = plate + in_row(cup.turned(z=180 / sides), columns, CELL)
    return Draft(_feet(columns, 1) + body.at(z=4.7), {"compartment": columns, "foot": columns},
                 {"dividers": False, "label shelf": False}, {"top": "open"})  # fmt: skip


def _framed_baseplate(dice: Dice) -> Draft:
    """Only ridges between the cells, with joints at the edges and bosses at the crossings."""
    columns, rows, tall = dice.whole(2, 4), dice.whole(1, 3), dice.real(3, 7)
    wide, narrow = dice.real(4, 9), dice.real(0.8, 2.5)

    def ridge(length: float) -> Body:
        return hull(block(length, wide, 0.8), block(length, narrow, 0.2).at(z=tall))

    x, y = columns * CELL, rows * CELL
    body = in_row(ridge(x + wide), rows + 1, y=CELL)
    body += in_row(ridge(y + wide).turned(z=90), columns + 1, CELL)
    drilled, crossed = dice.yes(), dice.yes(0.4)
    if crossed:
        body += grid(block(CELL * 1.4, 2, 1.2, "rib").turned(z=45), columns, rows, CELL, CELL)
        body += grid(block(CELL * 1.4, 2, 1.2, "rib").turned(z=-45), columns, rows, CELL, CELL)
    if drilled:
        corner = rod(4.6, 2.6, "boss", sides=14) + block(9, 9, 1.2).at(3, 3)
        corner -= rod(2.6, 9, "hole", sides=14).at(z=-2)
        body += grid(corner.at(CELL / 2 - 7, CELL / 2 - 7).around(4), columns, rows, CELL, CELL)
    if dice.yes():
        tab = rod(4, 1.6, "tab").at(x / 2 + 5) + block(6, 3, 1.6, "tab").at(x / 2 + 2)
        body += in_row(tab, rows, y=CELL)
    return Draft(body, {"cell": columns * rows, "hole": 4 * columns * rows * drilled},
                 {"magnet holes": drilled, "closed floor": False}, {"form": "flat"})  # fmt: skip


def _studded_baseplate(dice: Dice) -> Draft:
    """A closed plate on which raised corners or a rim locate every bin."""
    columns, rows, thick = dice.whole(1, 4), dice.whole(1, 4), dice.real(2, 7)
    rise, drilled, style = dice.real(2, 5), dice.yes(0.4), dice.pick(("corners", "pads", "rims"))
    x, y = columns * CELL, rows * CELL
    body = rounded_block(x, y, thick, dice.pick((1, 4, 10)))
    if style == "corners":
        stud = union([block(13, 3, rise, "boss"), block(3, 13, rise, "boss")])
        part = grid(stud, columns + 1, rows + 1, CELL, CELL) & rounded_block(x, y, 99, 4)
    elif style == "pads":
        wide = CELL * dice.real(0.5, 0.8)
        pad = hull(block(wide, wide, 0.1), block(wide - rise, wide - rise, 0.1).at(z=rise),
                   feature="boss")  # fmt: skip
        part = grid(pad, columns, rows, CELL, CELL)
    else:
        wide = CELL * dice.real(0.75, 0.9)
        rim = rounded_block(wide, wide, rise, 4, "rim") - rounded_block(wide - 4, wide - 4, 99, 3)
        part = grid(rim, columns, rows, CELL, CELL)
    body += part.at(z=thick - 0.1)
    if drilled:
        drill = rod(2.6, 30, "hole", sides=14).at(z=-1)
        body -= grid(at_corners(drill, 20, 20), columns, rows, CELL, CELL)
    return Draft(body, {"cell": columns * rows, "hole": 4 * columns * rows * drilled},
                 {"magnet holes": drilled, "closed floor": True}, {"form": "flat"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("grid bin", "pockets", _pocketed_bin),
    Builder("grid bin", "picking", _picking_bin),
    Builder("grid bin", "cups", _round_bin),
    Builder("grid baseplate", "ridges", _framed_baseplate),
    Builder("grid baseplate", "studs", _studded_baseplate),
)
