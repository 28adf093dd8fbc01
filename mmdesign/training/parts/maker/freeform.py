"""Parts without a name of their own (milled, turned, bent, joined), lattices and organic shapes."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid, pillow
from mmdesign.training.parts.solids import (
    Body,
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
    wire,
)

PLAIN = {"hole": 0, "pocket": 0, "boss": 0, "rib": 0, "step": 0, "slot": 0}


def _facts(found: dict[str, int]) -> tuple[dict[str, int], dict[str, bool]]:
    """Every count, and whether there is any of each."""
    counts = {**PLAIN, **found}
    return counts, {name: number > 0 for name, number in counts.items()}


def _milled_block(dice: Dice) -> Draft:
    """A block whose top is split into cells; each cell gets its own feature."""
    columns, rows, cell = dice.whole(2, 4), dice.whole(1, 3), dice.real(18, 40)
    x, y, z = columns * cell, rows * cell * dice.real(0.8, 1.2), dice.real(8, 40)
    body = dice.pick((block, lambda a, b, c: rounded_block(a, b, c, cell * 0.25)))(x, y, z)
    found = dict.fromkeys(PLAIN, 0)
    for index in range(columns * rows):
        place = ((index % columns - (columns - 1) / 2) * cell,
                 (index // columns - (rows - 1) / 2) * y / rows)  # fmt: skip
        kind, size = (
            dice.pick(("hole", "pocket", "boss", "none", "none")),
            cell * dice.real(0.25, 0.4),
        )
        found[kind] = found.get(kind, 0) + 1
        if kind == "hole":
            body -= hole(size * 0.7, z, *place)
        elif kind == "pocket":
            body -= rounded_block(size * 1.8, size * 1.6, z, size * 0.3, "pocket").at(
                *place, z * 0.55
            )
        elif kind == "boss":
            body += rod(size, z * 0.5 + 4, "boss").at(*place, z - 0.1)
    found.pop("none", None)
    counts, flags = _facts(found)
    return Draft(body, counts, flags, {"outline": "rectangular"})


def _stepped_block(dice: Dice) -> Draft:
    """Steps along one direction, perhaps with a slot and holes."""
    steps, x, y = dice.whole(2, 4), dice.real(50, 120), dice.real(25, 70)
    rise, slots, holes = dice.real(8, 18), dice.pick((0, 1)), dice.whole(0, 2)
    body = union([block(x * (steps - i) / steps, y, rise * (i + 1)).at(
        -x * i / steps / 2).labelled("step") for i in range(steps)])  # fmt: skip
    if slots:
        body -= block(x * 2, y * 0.22, rise * steps, "slot").at(z=rise * 0.5)
    for index in range(holes):
        side = y * 0.34 * (1 if index else -1)
        body -= hole(y * 0.08, 99, x / 2 - x / steps / 2, side)
    counts, flags = _facts({"step": steps, "slot": slots, "hole": holes})
    return Draft(body, counts, flags, {})


def _ribbed_casting(dice: Dice) -> Draft:
    """A base, an upright wall or boss, ribs to hold it."""
    x, y, thick = dice.real(60, 120), dice.real(50, 90), dice.real(6, 12)
    holes, ribs, radius = dice.pick((0, 2, 4)), dice.pick((0, 2, 3, 4)), dice.real(12, 20)
    tall = dice.real(20, 60)
    body = rounded_block(x, y, thick, 10)
    if holes:
        drill = hole(4, thick)
        body -= at_corners(drill, x - 18, y - 18) if holes == 4 else in_row(drill, 2, x - 18)
    body += rod(radius, tall, "boss").at(z=thick - 0.1)
    reach = min(x, y) / 2 - 8
    web = prism([(0, 0), (reach, 0), (radius, tall * 0.8), (0, tall * 0.8)], 5, "rib").turned(x=90)
    if ribs:
        body += web.at(0, 2.5, thick - 0.1).around(ribs, 45 if holes != 4 else 0)
    body -= rod(radius * 0.55, 200, "hole").at(z=-50)
    counts, flags = _facts({"hole": holes + 1, "rib": ribs, "boss": 1})
    return Draft(body, counts, flags, {})


def _round_blank(dice: Dice) -> Draft:
    """A disc or prism with bolt holes, radial slots, a pocket and a stepped boss."""
    radius, z = dice.real(25, 60), dice.real(8, 30)
    sides = dice.pick((6, 8, 40, 40))
    holes, slots = dice.pick((0, 3, 4, 6)), dice.pick((0, 0, 2, 3, 4))
    body = rod(radius, z, sides=sides)
    middle = dice.pick(("boss", "pocket", "none"))
    if middle == "boss":
        body += rod(radius * 0.4, z * dice.real(0.5, 1.5), "boss").at(z=z - 0.1)
    elif middle == "pocket":
        body -= rod(radius * 0.45, z, "pocket").at(z=z * 0.5)
    if holes:
        body -= hole(radius * 0.08, z, radius * 0.7).around(holes)
    if slots:
        body -= block(radius * 0.4, radius * 0.14, 99, "slot").at(radius, 0, -9).around(
            slots, 180 / max(holes, 1))  # fmt: skip
    counts, flags = _facts({"hole": holes, "slot": slots, "boss": int(middle == "boss"),
                            "pocket": int(middle == "pocket")})  # fmt: skip
    return Draft(
        body, counts, flags, {"outline": {6: "hexagonal", 8: "octagonal"}.get(sides, "round")}
    )


def _slab_with_walls(dice: Dice) -> Draft:
    """Soft-edged block with a pocket from above and ports in its side."""
    x, y, z = dice.real(40, 110), dice.real(30, 80), dice.real(20, 50)
    pockets, ports, slots = dice.pick((1, 1, 2, 3)), dice.whole(0, 3), dice.pick((0, 1, 2))
    body = pillow(x, y, z, dice.real(2, 7))
    cut = rounded_block(x * 0.8 / pockets, y * 0.7, z, 4, "pocket")
    body -= in_row(cut, pockets, x * 0.86 / pockets).at(z=z * dice.real(0.25, 0.6))
    if ports:
        body -= in_row(rod(z * 0.12, y * 0.5, "hole"), ports, x * 0.7 / ports).turned(x=90).at(
            0, -y * 0.25, z * 0.7)  # fmt: skip
    for index in range(slots):
        body -= block(x * 0.05, y * 2, z * 0.2, "slot").at(
            (index - (slots - 1) / 2) * x * 0.3, 0, -0.1
        )
    counts, flags = _facts({"pocket": pockets, "hole": ports, "slot": slots})
    return Draft(body, counts, flags, {"form": "rounded"})


def _turned_steps(dice: Dice) -> Draft:
    steps, bored, grooves = dice.whole(2, 5), dice.yes(), dice.pick((0, 1, 2))
    radii = [dice.real(8, 40) for _ in range(steps)]
    lengths = [dice.real(8, 35) for _ in range(steps)]
    body, z = rod(radii[0], lengths[0], "step"), lengths[0]
    for before, radius, length in zip(radii, radii[1:], lengths[1:], strict=False):
        wide = radius if abs(radius - before) > 3 else before + 4
        body += rod(wide, length + 0.2, "step", top=wide * dice.pick((1, 1, 0.8))).at(z=z - 0.1)
        z += length
    if bored:
        body -= rod(min(radii) * 0.5, 999, "bore").at(z=-9)
    for index in range(grooves):
        body -= tube(99, radii[0] * 0.88, 2.5, "groove").at(z=lengths[0] * (0.3 + 0.35 * index))
    return Draft(body.turned(x=dice.pick((0, 90))), {"step": steps, "groove": grooves},
                 {"bore": bored, "groove": grooves > 0}, {"form": "cylindrical"})  # fmt: skip


def _turned_contour(dice: Dice) -> Draft:
    """A smooth random contour, bored or not, with flutes or not."""
    height, radius = dice.real(30, 120), dice.real(12, 40)
    heights = np.linspace(0, height, 30)
    phase, waves = dice.real(0, 6), dice.real(0.6, 2)
    outline = radius * (0.72 + 0.28 * np.cos(phase + waves * 2 * np.pi * heights / height))
    profile = [(0.0, 0.0), *zip(outline.tolist(), heights.tolist(), strict=True), (0.0, height)]
    body, bored, grooves = revolved(profile), dice.yes(), dice.pick((0, 6, 8, 12))
    if bored:
        body -= rod(outline.min() * 0.5, 999, "bore").at(z=-9)
    if grooves:
        body -= rod(radius * 0.1, 999, "groove", sides=12).at(radius * 0.98, 0, -9).around(grooves)
    return Draft(body, {"groove": grooves, "step": 0}, {"bore": bored, "groove": grooves > 0},
                 {"form": "curved"})  # fmt: skip


def _folded_strip(dice: Dice) -> Draft:
    """A strip folded again and again, each fold up, down or flat again."""
    width, thick, bends = dice.real(20, 60), dice.real(1, 3), dice.whole(1, 5)
    x, z, along = 0.0, 0.0, True
    pieces, holes = [], 0
    way = 1
    for index in range(bends + 1):
        length = dice.real(20, 45)
        if along:
            piece = block(length + thick, width, thick).at(x + way * length / 2, 0, z)
            if dice.yes() and index in (0, bends):
                piece -= hole(width * 0.1, thick).at(x + way * length / 2, 0, z)
                holes += 1
            x += way * length
            way = dice.pick((-1, 1))
        else:
            piece = block(thick, width, length + thick).at(x, 0, z)
            z += length
        pieces.append(piece)
        along = not along
    return Draft(union(pieces), {"bend": bends, "hole": holes, "tab": 0},
                 {"holes": holes > 0, "tabs": False}, {})  # fmt: skip


def _tabbed_sheet(dice: Dice) -> Draft:
    """A flat sheet with tabs turned up along its edges."""
    x, y, thick, tabs = dice.real(60, 140), dice.real(40, 100), dice.real(1, 2.5), dice.whole(1, 4)
    holes, tall = dice.pick((0, 1, 2, 3)), dice.real(15, 45)
    body = block(x, y, thick)
    for index in range(tabs):
        side, reach = (y, x / 2) if index % 2 == 0 else (x, y / 2)
        tab = rounded_block(side * dice.real(0.3, 0.8), tall * 2, thick, 5) & block(
            999, 999, 99
        ).at(y=499.5)
        body += tab.turned(x=90).at(0, thick, 0).turned(z=90).at(reach).turned(z=90 * index)
    if holes:
        body -= in_row(hole(y * 0.08, thick), holes, x * 0.8 / holes)
    return Draft(body, {"bend": tabs, "hole": holes, "tab": tabs},
                 {"holes": holes > 0, "tabs": True}, {})  # fmt: skip


def _pin_in_block(dice: Dice) -> Draft:
    x, y, z = dice.real(30, 70), dice.real(30, 60), dice.real(15, 35)
    radius, length = dice.real(4, 9), dice.real(40, 110)
    body = rounded_block(x, y, z, dice.pick((1, 12)))
    pin = rod(radius, length, "pin") + rod(radius * 1.7, radius, "head").at(z=length - 0.1)
    crossing = dice.yes()
    body += pin.turned(y=90).at(-length * 0.4, 0, z * 0.55) if crossing else pin.at(z=z * 0.4)
    holes = dice.pick((0, 4))
    if holes:
        body -= at_corners(hole(2, z), x - 9, y - 9)
    return Draft(body, {"piece": 2, "hole": holes}, {"pin": True, "lid": False}, {})


def _box_with_lid(dice: Dice) -> Draft:
    x, y, z = dice.real(40, 110), dice.real(35, 80), dice.real(20, 50)
    gap, holes = dice.real(8, 30), dice.pick((0, 4))
    body = rounded_block(x, y, z, 6) - rounded_block(x - 6, y - 6, z, 4, "cavity").at(z=3)
    lid = rounded_block(x, y, 4, 6, "lid") + rounded_block(x - 7, y - 7, 4, 4, "lid").at(z=-3.9)
    if holes:
        lid -= at_corners(hole(2, 12), x - 14, y - 14).at(z=-5)
    return Draft(body + lid.at(z=z + gap), {"piece": 2, "hole": holes},
                 {"pin": False, "lid": True}, {"outline": "rectangular"})  # fmt: skip


def _strut_lattice(dice: Dice) -> Draft:
    cells, pitch, thick = dice.whole(2, 3), dice.real(10, 20), dice.real(0.8, 1.8)
    size = cells * pitch
    post = rod(thick, size, "strut", sides=6)
    body = union([post.at(i * pitch - size / 2, j * pitch - size / 2)
                  for i in range(cells + 1) for j in range(cells + 1)])  # fmt: skip
    body += body.at(z=-size / 2).turned(x=90).at(z=size / 2) + body.at(z=-size / 2).turned(y=90).at(
        z=size / 2)  # fmt: skip
    plates = dice.yes(0.4)
    if plates:
        body += block(size + 4, size + 4, 2, "plate").at(z=-2) + block(
            size + 4, size + 4, 2, "plate"
        ).at(z=size)
    return Draft(body, {}, {"end plates": plates, "diagonal struts": False}, {"outline": "square"})


def _diagonal_lattice(dice: Dice) -> Draft:
    columns, rows, layers = dice.whole(1, 2), dice.whole(1, 2), dice.whole(1, 3)
    pitch, thick = dice.real(14, 24), dice.real(0.9, 1.6)
    ends = [(sx, sy, sz) for sx in (-1, 1) for sy in (-1, 1) for sz in (-1, 1)]
    cell = union(
        [
            wire(
                [(0, 0, 0), (0.52 * pitch * end[0], 0.52 * pitch * end[1], 0.52 * pitch * end[2])],
                thick,
                "strut",
                sides=5,
            )
            for end in ends
        ]
    ) + block(2 * thick, 2 * thick, 2 * thick, "strut").at(z=-thick)
    layer = grid(cell, columns, rows, pitch, pitch)
    body = union([layer.at(z=(k + 0.5) * pitch) for k in range(layers)])
    plates = dice.yes(0.4)
    if plates:
        plate = block(columns * pitch + 3, rows * pitch + 3, 2, "plate")
        body += plate.at(z=-1.5) + plate.at(z=layers * pitch - 0.5)
    return Draft(body, {}, {"end plates": plates, "diagonal struts": True}, {})


def _hexagons(columns: int, rows: int, cell: float, wall: float, depth: float) -> Body:
    cut = rod((cell - wall) / np.sqrt(3), depth, "cell", sides=6).turned(z=30)
    pieces = [
        cut.at((i + 0.5 * (j % 2) - columns / 2 + 0.25) * cell, (j - (rows - 1) / 2) * cell * 0.866)
        for i in range(columns)
        for j in range(rows)
    ]
    return union(pieces)


def _framed_honeycomb(dice: Dice) -> Draft:
    columns, rows, cell, z = dice.whole(4, 8), dice.whole(3, 7), dice.real(8, 16), dice.real(2, 15)
    x, y = (columns + 1) * cell, (rows + 1) * cell * 0.866
    holes = dice.pick((0, 4))
    body = rounded_block(x + 12, y + 12, z, 4)
    body -= _hexagons(columns, rows, cell, dice.real(1, 2.5), z + 2).at(z=-1)
    if holes:
        body -= at_corners(hole(1.8, z), x + 6, y + 6)
    return Draft(body, {"hole": holes}, {"frame": True, "mounting holes": holes > 0},
                 {"outline": "rectangular"})  # fmt: skip


def _round_honeycomb(dice: Dice) -> Draft:
    radius, cell, z = dice.real(30, 60), dice.real(8, 14), dice.real(2, 12)
    count = int(2 * radius / cell) + 1
    framed = dice.yes(0.6)
    web = rod(radius, z) - _hexagons(count, count, cell, dice.real(1.2, 2.5), z + 2).at(z=-1)
    body = web + tube(radius + 3, radius - 0.5, z, "frame") if framed else web
    return Draft(
        body, {"hole": 0}, {"frame": framed, "mounting holes": False}, {"outline": "round"}
    )


def _bubble_shell(dice: Dice) -> Draft:
    """A thin round or tall shell with random round windows."""
    radius, wall, windows = dice.real(30, 60), dice.real(2, 4), dice.whole(9, 14)
    tall = dice.real(0.7, 1.6)
    outer = ball(radius).scaled(z=tall)
    body = outer - ball(radius - wall, "cavity").scaled(z=tall)
    for _ in range(windows):
        angle, height = dice.real(0, 2 * np.pi), dice.real(-0.85, 0.85)
        flat = np.sqrt(1 - height**2)
        body -= ball(radius * dice.real(0.2, 0.36), "window").at(
            radius * flat * np.cos(angle), radius * flat * np.sin(angle), radius * tall * height
        )
    standing = dice.yes()
    if standing:
        body += tube(radius * 0.5, radius * 0.42, 6, "foot").at(z=-radius * tall)
    return Draft(body, {}, {"foot": standing, "windows": True}, {"form": "rounded"})


def _bubble_tube(dice: Dice) -> Draft:
    """A cylindrical shell eaten away by random balls."""
    radius, height, wall = dice.real(20, 45), dice.real(50, 120), dice.real(2, 4)
    body = tube(radius, radius - wall, height, "wall")
    for _ in range(dice.whole(6, 13)):
        angle = dice.real(0, 2 * np.pi)
        body -= ball(radius * dice.real(0.15, 0.35), "window").at(
            radius * np.cos(angle), radius * np.sin(angle), dice.real(0.12, 0.88) * height
        )
    body += tube(radius, radius - wall, height * 0.05, "rim") + tube(
        radius, radius - wall, height * 0.05, "rim").at(z=height * 0.95)  # fmt: skip
    standing = dice.yes()
    if standing:
        body += rod(radius, 3, "foot").at(z=-0.5)
    return Draft(body, {}, {"foot": standing, "windows": True}, {"form": "cylindrical"})


def _blob(dice: Dice) -> Draft:
    """Overlapping hulls of balls of random size along a walk."""
    count, size = dice.whole(3, 7), dice.real(12, 25)
    place, radius = np.zeros(3), size
    balls = [ball(radius)]
    for _ in range(count - 1):
        place = (
            place + np.array([dice.real(-1, 1), dice.real(-1, 1), dice.real(0.2, 1)]) * size * 1.5
        )
        radius = size * dice.real(0.45, 1.1)
        balls.append(ball(radius).at(*place))
    body = union([hull(a, b) for a, b in pairwise(balls)])
    holed = dice.yes()
    if holed:
        body -= rod(size * 0.4, 999, "hole").turned(x=90).at(0, 500)
    return Draft(body, {"hole": int(holed)}, {"hole": holed, "twist": False}, {"form": "rounded"})


def _twisted_loft(dice: Dice) -> Draft:
    """A lobed outline that turns on its way up."""
    lobes, radius, height = dice.whole(2, 8), dice.real(15, 45), dice.real(40, 150)
    depth, twist = dice.real(0.1, 0.35), dice.pick((0.0, 60.0, 120.0, 200.0))
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    around = radius * (1 + depth * np.cos(lobes * angles))
    outline = list(
        zip((around * np.cos(angles)).tolist(), (around * np.sin(angles)).tolist(), strict=True)
    )
    body = prism(outline, height, twist_deg=twist)
    holed = dice.yes(0.4)
    if holed:
        body -= rod(radius * (1 - depth) * 0.6, 999, "hole").at(z=-9)
    return Draft(body, {"lobe": lobes, "hole": int(holed)}, {"hole": holed, "twist": twist > 0},
                 {"form": "curved"})  # fmt: skip


BUILDERS = (
    Builder("machined part", "cells", _milled_block),
    Builder("machined part", "steps", _stepped_block),
    Builder("machined part", "casting", _ribbed_casting),
    Builder("machined part", "disc", _round_blank),
    Builder("machined part", "soft block", _slab_with_walls, held_out=True),
    Builder("turned part", "steps", _turned_steps),
    Builder("turned part", "contour", _turned_contour),
    Builder("bent sheet part", "folded", _folded_strip),
    Builder("bent sheet part", "tabs", _tabbed_sheet),
    Builder("two-part assembly", "pin", _pin_in_block),
    Builder("two-part assembly", "lid", _box_with_lid),
    Builder("lattice block", "struts", _strut_lattice),
    Builder("lattice block", "diagonals", _diagonal_lattice),
    Builder("honeycomb panel", "framed", _framed_honeycomb),
    Builder("honeycomb panel", "round", _round_honeycomb),
    Builder("voronoi shell", "ball", _bubble_shell),
    Builder("voronoi shell", "tube", _bubble_tube),
    Builder("organic shape", "blob", _blob),
    Builder("organic shape", "twisted", _twisted_loft),
)
