"""Signs, tags, stencils, puzzle pieces, jigs and test prints."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid, lettering, pillow, some_text
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    union,
    wire,
)


def _framed_nameplate(dice: Dice) -> Draft:
    x, y, thick = dice.real(60, 160), dice.real(18, 50), dice.real(2, 5)
    holes, bordered = dice.pick((0, 2)), dice.yes()
    body = rounded_block(x, y, thick, dice.pick((1, 6, 20)))
    body += lettering(some_text(dice, 3, 7), x * 0.76, y * 0.6, thick * 0.6 + 1).at(z=thick - 0.1)
    if bordered:
        rim = rounded_block(x, y, 1.5, 4, "border") - rounded_block(x - 5, y - 5, 9, 3).at(z=-1)
        body += rim.at(z=thick - 0.1) & rounded_block(x, y, 99, 1)
    if holes:
        body -= in_row(hole(y * 0.06, 99), 2, x * 0.9)
    return Draft(body, {"hole": holes}, {"text": True, "border": bordered, "holes": holes > 0},
                 {"form": "flat"})  # fmt: skip


def _desk_nameplate(dice: Dice) -> Draft:
    """A prism on the desk with letters on its slope, or letters standing on a bar."""
    x, y, z = dice.real(90, 200), dice.real(30, 60), dice.real(25, 50)
    if dice.yes():
        body = prism([(0, 0), (y, 0), (y * 0.6, z)], x).turned(x=90, z=90).at(-x / 2)
        slope = np.degrees(np.arctan2(z, y * 0.6))
        text = lettering(some_text(dice, 3, 7), x * 0.85, z * 0.7, 2.5).turned(x=float(slope))
        body += text.at(0, y * 0.3 + 0.2, z * 0.5 - 0.2)
    else:
        body = block(x, y * 0.5, 6) + lettering(some_text(dice, 3, 7), x * 0.9, z, y * 0.25).turned(
            x=90
        ).at(0, y * 0.12, 5 + z * 0.5)
    return Draft(body, {"hole": 0}, {"text": True, "border": False, "holes": False}, {})


def _engraved_sign(dice: Dice) -> Draft:
    x, y, thick = dice.real(90, 220), dice.real(50, 140), dice.real(4, 10)
    form = dice.pick(("rectangular", "oval", "octagonal"))
    body = (
        rounded_block(x, y, thick, 8)
        if form == "rectangular"
        else rod(y / 2, thick, sides=8 if form == "octagonal" else 40)
        .turned(z=22.5)
        .scaled(x=x / y)
    )
    lines, post = dice.whole(1, 3), dice.yes(0.4)
    for index in range(lines):
        text = lettering(some_text(dice, 3, 6), x * 0.62, y * 0.55 / lines, thick)
        body -= text.at(0, ((lines - 1) / 2 - index) * y * 0.62 / lines, thick * 0.6)
    holes = dice.pick((0, 2))
    if holes:
        body -= in_row(hole(thick * 0.35, thick), 2, x * 0.84)
    if post:
        body += block(x * 0.07, y * 1.5, thick, "post").at(0, -y * 1.2, 0)
    return Draft(body.turned(x=90 if post else 0), {"hole": holes},
                 {"text": True, "post": post, "holes": holes > 0}, {"outline": form})  # fmt: skip


def _hanging_sign(dice: Dice) -> Draft:
    """An arrow or plank on two ropes or eyes, raised letters."""
    x, y, thick, post = dice.real(100, 220), dice.real(35, 70), dice.real(4, 10), dice.yes(0.4)
    outline = [(-x / 2, -y / 2), (x * 0.35, -y / 2), (x / 2, 0), (x * 0.35, y / 2), (-x / 2, y / 2),
               (-x * dice.real(0.38, 0.5), 0)]  # fmt: skip
    body = prism(outline, thick) + lettering(some_text(dice, 2, 6), x * 0.6, y * 0.6, 2).at(
        z=thick - 0.1
    )
    body = body.turned(x=90).at(z=y)
    if post:
        body += rod(y * 0.12, y * 3, "post").at(-x * 0.1, thick * 0.3 + y * 0.1, -y * 1.3)
    else:
        ring = (
            tube(thick, thick * 0.5, thick * 0.6, "eye")
            .turned(x=90)
            .at(0, 0, y * 1.5 + thick * 0.4)
        )
        body += in_row(ring, 2, x * 0.5).at(-x * 0.08)
    return Draft(body, {"hole": 0}, {"text": True, "post": post, "holes": False}, {})


def _text_tag(dice: Dice) -> Draft:
    x, y, thick = dice.real(35, 75), dice.real(16, 32), dice.real(2, 4)
    form, lettered = dice.pick(("rectangular", "oval", "hexagonal")), dice.yes(0.8)
    body = (
        rounded_block(x, y, thick, y * 0.25)
        if form == "rectangular"
        else rod(y / 2, thick, sides=6 if form == "hexagonal" else 40).scaled(x=x / y)
    )
    body += tube(5.5, 2.8, thick, "eye").at(-x / 2 - 2.5) - rod(2.8, 99).at(-x / 2 - 2.5, 0, -9)
    body -= rod(2.8, 99, "hole").at(-x / 2 - 2.5, 0, -9)
    if lettered:
        body += lettering(some_text(dice, 1, 5), x * 0.72, y * 0.6, 1.4).at(2, 0, thick - 0.1)
    ring = dice.yes(0.4)
    if ring:
        circle = [
            (12 * np.cos(t), 12 * np.sin(t), 0)
            for t in np.linspace(0, 2 * np.pi, 30, endpoint=False)
        ]
        body += (
            wire(circle, 1.1, "key ring", sides=8, closed=True)
            .turned(x=65)
            .at(-x / 2 - 15, 0, thick / 2)
        )
    return Draft(body, {"hole": 1}, {"text": lettered, "key ring": ring}, {"outline": form})


def _figure_tag(dice: Dice) -> Draft:
    """A heart, a star or a bone with an eye."""
    size, thick = dice.real(15, 30), dice.real(2.5, 5)
    kind = dice.pick(("heart", "star", "bone"))
    if kind == "heart":
        lobe = rod(size * 0.5, thick)
        tip = rod(1, thick).at(0, -size)
        body = union([hull(lobe.at(s * size * 0.42, 0), tip, rod(1, thick)) for s in (-1, 1)])
    elif kind == "star":
        points = [
            (r * np.sin(a), r * np.cos(a))
            for a, r in zip(
                np.linspace(0, 2 * np.pi, 10, endpoint=False), [size, size * 0.45] * 5, strict=True
            )
        ]
        body = prism(points, thick)
    else:
        body = block(size * 1.6, size * 0.6, thick) + at_corners(
            rod(size * 0.42, thick), size * 1.7, size * 0.7
        )
    top = {"heart": size * 0.45, "star": size * 1.08, "bone": size * 0.8}[kind]
    at_x = -size * 0.85 if kind == "bone" else 0.0
    body += tube(4.5, 2.3, thick, "eye").at(at_x, top)
    body -= rod(2.3, 99, "hole").at(at_x, top, -9)
    lettered = kind != "star" and dice.yes()
    if lettered:
        body += lettering(some_text(dice, 1, 3), size * 0.9, size * 0.5, 1.4).at(0, 0, thick - 0.1)
    return Draft(body, {"hole": 1}, {"text": lettered, "key ring": False},
                 {"outline": "star-shaped"} if kind == "star" else {})  # fmt: skip


def _letter_stencil(dice: Dice) -> Draft:
    x, y, thick, rows = dice.real(80, 200), dice.real(40, 110), dice.real(0.8, 3), dice.whole(1, 3)
    body, handle = rounded_block(x, y, thick, 3), dice.yes(0.4)
    for index in range(rows):
        text = lettering(some_text(dice, 4, 8), x * 0.88, y * 0.7 / rows, 99)
        body -= text.at(0, ((rows - 1) / 2 - index) * y * 0.88 / rows, -9)
    if handle:
        body += block(x * 0.3, 3, 12, "handle").at(0, y * 0.46, thick - 0.1)
    return Draft(body, {"opening": 0}, {"text": True, "handle": handle}, {"thickness": "thin"})


def _shape_stencil(dice: Dice) -> Draft:
    """Circles, squares and triangles to draw around."""
    count, cell, thick, rows = (
        dice.whole(3, 7),
        dice.real(18, 30),
        dice.real(1, 2.5),
        dice.whole(1, 3),
    )
    body, handle = rounded_block(count * cell + 6, rows * cell + 6, thick, 4), dice.yes(0.3)
    for index in range(count * rows):
        reach = cell * dice.real(0.15, 0.42)
        cut = rod(reach, 99, "opening", sides=dice.pick((3, 4, 6, 40)))
        body -= cut.at(
            (index % count - (count - 1) / 2) * cell, (index // count - (rows - 1) / 2) * cell, -9
        )
    if handle:
        body += rod(4, 12, "handle", top=6).at(0, rows * cell / 2 + 1, thick - 0.1)
    return Draft(
        body, {"opening": count * rows}, {"text": False, "handle": handle}, {"thickness": "thin"}
    )


def _jigsaw_piece(dice: Dice) -> Draft:
    size, thick, radius = dice.real(20, 50), dice.real(2, 8), dice.real(0.11, 0.17)
    knobs = 0
    body = block(size, size, thick)
    for side in range(4):
        kind = dice.pick(("knob", "socket", "socket", "flat")) if side else "knob"
        lobe = rod(size * radius, thick + 4, "socket").at(0, 0, -2)
        if kind == "knob":
            knobs += 1
            tongue = rod(size * radius, thick, "knob").at(size * 0.62) + block(
                size * 0.2, size * radius * 1.1, thick, "knob"
            ).at(size * 0.52)
            body += tongue.turned(z=90 * side)
        elif kind == "socket":
            neck = block(size * 0.2, size * radius * 1.1, thick + 4, "socket").at(
                size * 0.46, 0, -2
            )
            body -= (lobe.at(size * 0.37) + neck).turned(z=90 * side)
    return Draft(body, {"knob": knobs}, {"knobs": True, "walls": False}, {"form": "flat"})


def _maze(dice: Dice) -> Draft:
    """A plate with walls left standing between the cells of a random tree of ways."""
    count, cell, tall = dice.whole(5, 9), dice.real(7, 12), dice.real(4, 10)
    seen, stack, opened = {(0, 0)}, [(0, 0)], set()
    while stack:
        x, y = stack[-1]
        ways = [
            (x + a, y + b)
            for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))
            if 0 <= x + a < count and 0 <= y + b < count and (x + a, y + b) not in seen
        ]
        if not ways:
            stack.pop()
            continue
        ahead = dice.pick(ways)
        opened.add((x + ahead[0], y + ahead[1]))
        seen.add(ahead)
        stack.append(ahead)
    size = count * cell
    floor = block(size + 2, size + 2, 2)
    ways_cut = [block(cell - 1.6, cell - 1.6, 99, "way").at(x * cell, y * cell) for x, y in seen]
    ways_cut += [
        block(cell * 0.8, cell * 0.8, 99, "way").at(x * cell / 2, y * cell / 2) for x, y in opened
    ]
    middle = (count - 1) * cell / 2
    walls = block(size + 2, size + 2, tall, "wall") - union(ways_cut).at(-middle, -middle, -9)
    return Draft(
        floor + walls.at(z=1.9), {"knob": 0}, {"knobs": False, "walls": True}, {"outline": "square"}
    )


def _bushed_jig(dice: Dice) -> Draft:
    """A plate with guide bushings and a fence."""
    x, y, thick = dice.real(60, 150), dice.real(30, 80), dice.real(5, 12)
    count, radius, tall = dice.whole(2, 6), dice.real(2, 5), dice.real(8, 20)
    body = block(x, y, thick) + in_row(
        rod(radius * 1.9, tall, "bushing"), count, x * 0.86 / count
    ).at(z=thick - 0.1)
    body -= in_row(hole(radius, 99), count, x * 0.86 / count)
    fence, slots = dice.yes(0.7), dice.pick((0, 2))
    if fence:
        body += block(x, 6, thick * 2.5, "fence").at(0, y / 2 + 2.9, -thick * 1.5)
    if slots:
        body -= in_row(slot(x * 0.15, 5, 99), 2, x * 0.6).at(y=-y * 0.36, z=-9)
    return Draft(
        body,
        {"hole": count, "slot": slots},
        {"fence": fence, "bushings": True, "slots": slots > 0},
        {},
    )


def _corner_jig(dice: Dice) -> Draft:
    """Sits on the corner of a board: two fences, a grid of holes."""
    size, thick, columns = dice.real(50, 110), dice.real(4, 10), dice.whole(1, 4)
    radius, tall = dice.real(1.5, 3.5), dice.real(8, 25)
    body = block(size, size, thick) - grid(
        hole(radius, thick), columns, columns, size * 0.7 / columns, size * 0.7 / columns
    )
    body += block(size, 6, tall, "fence").at(0, size / 2 - 3, -tall + 0.1)
    body += block(6, size, tall, "fence").at(-size / 2 + 3, 0, -tall + 0.1)
    window = dice.pick((0, 1))
    if window:
        body -= rounded_block(size * 0.12, size * 0.5, 99, 2, "slot").at(size * 0.43, 0, -9)
    return Draft(
        body,
        {"hole": columns**2, "slot": window},
        {"fence": True, "bushings": False, "slots": window > 0},
        {"outline": "square"},
    )


def _calibration_cube(dice: Dice) -> Draft:
    size = dice.real(15, 40)
    letters = dice.some(("X", "Z", "A", "N", "T", "2"), 3)
    engraved, holed = dice.yes(), dice.yes(0.4)
    body = block(size, size, size)
    turns: tuple[dict[str, float], ...] = ({"x": 90.0}, {"x": 90.0, "z": 90.0}, {})
    for letter, turn in zip(letters, turns, strict=True):
        mark = lettering(letter, size * 0.6, size * 0.6, 2).at(
            z=size / 2 - (1 if engraved else 0.1)
        )
        mark = mark.turned(**turn).at(z=size / 2)
        body = body - mark if engraved else body + mark
    if holed:
        body -= rod(size * 0.2, 99, "hole").turned(x=90).at(0, 50, size * 0.5) - block(
            99, 99, 99
        ).at(0, -49 - size * 0.2)
    return Draft(body, {"step": 0}, {"text": True, "overhang": False, "columns": False}, {})


def _torture_test(dice: Dice) -> Draft:
    """Overhang fins, columns, a bridge and holes on one base."""
    x, y = dice.real(60, 110), dice.real(40, 70)
    fins, steps, lettered = dice.whole(3, 7), dice.whole(3, 6), dice.yes(0.4)
    body = rounded_block(x, y, 3, 2)
    for index in range(fins):
        lean = 20 + 45 * index / fins
        fin = block(x * 0.4 / fins * 0.7, 2.5, 22, "overhang").turned(x=lean)
        body += fin.at(-x * 0.42 + index * x * 0.45 / fins, y * 0.3, 2.5)
    for index in range(steps):
        body += block(x * 0.4 / steps, y * 0.22, 3 * (index + 1), "step").at(
            x * 0.08 + index * x * 0.4 / steps, -y * 0.34, 2.9
        )
    body += rod(4, 25, "column", top=0.6).at(x * 0.15, y * 0.15, 2.9) + rod(4, 18, "column").at(
        x * 0.35, y * 0.15, 2.9
    )
    body -= in_row(hole(2, 3), 4, x * 0.11).at(-x * 0.22, -y * 0.05)
    if lettered:
        body += lettering(some_text(dice, 2, 3), x * 0.35, y * 0.2, 1.5).at(
            -x * 0.24, -y * 0.34, 2.9
        )
    return Draft(body, {"step": steps}, {"text": lettered, "overhang": True, "columns": True}, {})


def _tolerance_test(dice: Dice) -> Draft:
    """A bar of round pegs or plugs that sit loose in holes."""
    count, radius, thick = dice.whole(3, 7), dice.real(5, 9), dice.real(5, 12)
    pitch, lettered = radius * 2.8, dice.yes(0.6)
    body: Body = pillow(count * pitch + 4, pitch * (1.9 if lettered else 1.3), thick, 1.5)
    shift = -pitch * 0.25 if lettered else 0.0
    for index in range(count):
        gap = 0.25 + 0.12 * index
        place = ((index - (count - 1) / 2) * pitch, shift)
        body -= rod(radius, 99, "gap").at(*place, -9)
        body += rod(radius - gap, thick, "plug").at(*place) - block(radius, 1.5, 3).at(
            *place, thick - 1.5
        )
    if lettered:
        body += lettering(some_text(dice, count, count), count * pitch * 0.9, pitch * 0.4, 1.2).at(
            0, pitch * 0.6, thick - 0.1
        )
    return Draft(
        body,
        {"plug": count, "step": 0},
        {"text": lettered, "overhang": False, "columns": False},
        {},
    )


def _temperature_tower(dice: Dice) -> Draft:
    """Floors of one kind on top of each other, each with a bridge and a ball."""
    floors, x, y, z = dice.whole(3, 8), dice.real(30, 50), dice.real(8, 14), dice.real(9, 13)
    floor = block(x, y, z) - block(x * 0.45, 99, z * 0.7, "bridge").at(x * 0.05, 0, z * 0.1)
    lean = prism([(0, z * 0.1), (z * 0.7, z * 0.9), (0, z * 0.9)], y, "overhang").turned(x=90)
    floor += lean.at(x / 2 - 0.1, y / 2) + block(x * 1.02, y * 1.06, 1, "ledge").at(z=z - 1)
    body = union([floor.at(z=1 + i * z) for i in range(floors)])
    tip = dice.yes()
    if tip:
        body += ball(y * 0.4, "ball").at(0, 0, floors * z + y * 0.3)
    return Draft(
        body + block(x + 12, y + 12, 1.5),
        {"step": 0, "floor": floors},
        {"text": False, "overhang": True, "columns": False},
        {"height": "tall"},
    )


BUILDERS = (
    Builder("nameplate", "flat", _framed_nameplate),
    Builder("nameplate", "desk", _desk_nameplate),
    Builder("sign", "engraved", _engraved_sign),
    Builder("sign", "arrow", _hanging_sign),
    Builder("keychain", "text", _text_tag),
    Builder("keychain", "figure", _figure_tag),
    Builder("stencil", "letters", _letter_stencil),
    Builder("stencil", "shapes", _shape_stencil),
    Builder("puzzle piece", "jigsaw", _jigsaw_piece),
    Builder("maze", "square", _maze),
    Builder("drilling jig", "bushings", _bushed_jig),
    Builder("drilling jig", "corner", _corner_jig),
    Builder("test print", "cube", _calibration_cube),
    Builder("test print", "torture", _torture_test),
    Builder("test print", "tolerance", _tolerance_test),
    Builder("test print", "tower", _temperature_tower, held_out=True),
)
