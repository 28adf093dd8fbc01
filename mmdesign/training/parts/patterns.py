"""Grids, open boxes, pillow-like blocks and letters that several modules build with."""

from collections.abc import Mapping
from itertools import pairwise

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Dice
from mmdesign.training.parts.solids import Body, ball, hull, rod, rounded_block, union

STROKES: Mapping[str, tuple[str, ...]] = {
    "A": ("00 03 14 23 20", "02 22"), "B": ("00 04 14 23 12 21 10 00", "02 12"),
    "C": ("24 04 00 20",), "D": ("00 04 14 23 21 10 00",), "E": ("24 04 00 20", "02 12"),
    "F": ("24 04 00", "02 12"), "G": ("24 04 00 20 22 12",), "H": ("00 04", "20 24", "02 22"),
    "I": ("10 14",), "K": ("00 04", "24 02 20"), "L": ("04 00 20",), "M": ("00 04 12 24 20",),
    "N": ("00 04 20 24",), "O": ("00 04 24 20 00",), "P": ("00 04 24 22 02",),
    "R": ("00 04 24 22 02", "12 20"), "S": ("24 04 02 22 20 00",), "T": ("04 24", "14 10"),
    "U": ("04 00 20 24",), "V": ("04 10 24",), "X": ("00 24", "04 20"), "Z": ("04 24 00 20",),
    "1": ("03 14 10",), "2": ("04 24 22 02 00 20",), "4": ("20 24", "04 02 22"), "7": ("04 24 10",),
}  # fmt: skip
"""Letter -> its strokes, each a path over points named by column (0-2) and row (0-4)."""


def grid(body: Body, columns: int, rows: int, pitch_x: float, pitch_y: float) -> Body:
    """Copies in columns along x and rows along y, centred."""
    line = in_row(body, columns, pitch_x)
    return union([line.at(y=(row - (rows - 1) / 2) * pitch_y) for row in range(rows)])


def open_box(x: float, y: float, z: float, wall: float, radius: float) -> Body:
    """A box without a top; what is hollow is a `cavity`."""
    inner = rounded_block(x - 2 * wall, y - 2 * wall, z, max(radius - wall, 0.3), "cavity")
    return rounded_block(x, y, z, radius) - inner.at(z=wall)


def pillow(x: float, y: float, z: float, radius: float, feature: str = "body") -> Body:
    """A box on z = 0 with every edge and corner rounded."""
    radius = min(radius, 0.49 * min(x, y, z))
    bulb = at_corners(ball(radius), x - 2 * radius, y - 2 * radius)
    return hull(bulb.at(z=radius), bulb.at(z=z - radius), feature=feature)


def some_text(dice: Dice, fewest: int, most: int) -> str:
    """Random letters."""
    return "".join(dice.pick(tuple(STROKES)) for _ in range(dice.whole(fewest, most)))


def lettering(text: str, width: float, height: float, depth: float) -> Body:
    """Letters of feature `text`, upright in y, centred, standing on z = 0.

    Args:
        text: Letters that STROKES knows.
        width: Most they may take along x, in mm.
        height: Most they may take along y, in mm.
        depth: In z, in mm.
    """
    unit = min(width / (3.2 * len(text) - 0.6), height / 4.6)
    pen = rod(unit * 0.32, depth, "text", sides=8)
    pieces = []
    for index, letter in enumerate(text):
        left = (3.2 * index - (3.2 * len(text) - 1.2) / 2) * unit
        for stroke in STROKES[letter]:
            points = [(left + int(p[0]) * unit, (int(p[1]) - 2) * unit) for p in stroke.split()]
            pieces += [hull(pen.at(*a), pen.at(*b), feature="text")
                       for a, b in pairwise(points)]  # fmt: skip
    return union(pieces)
