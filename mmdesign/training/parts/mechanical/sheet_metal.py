"""More brackets and braces: folded, printed, cast and cut from plate."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    arc,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    union,
)


def _row_of_holes(count: int, length: float, radius: float, z: float) -> Body:
    """Drills along x, evenly spaced within `length`."""
    return union([hole(radius, z, ((i + 0.5) / count - 0.5) * length) for i in range(count)])


def _upright(plate: Body) -> Body:
    """A plate that lies along +x from the origin, standing up along z instead."""
    return plate.turned(y=-90)


def _tongue_angle(dice: Dice) -> Draft:
    """Two tongues with round ends and one row of holes each, bent with a radius."""
    width, z = dice.real(10, 30), dice.real(1.5, 4)
    lengths, bend = (dice.real(1.5, 5) * width, dice.real(1.2, 4) * width), dice.real(1.2, 4) * z
    counts = dice.whole(1, 4), dice.whole(1, 3)
    legs = []
    for length, count in zip(lengths, counts, strict=True):
        leg = rounded_block(length, width, z, width * 0.49).at(length / 2)
        leg += block(length * 0.6, width, z).at(length * 0.3)
        drills = _row_of_holes(count, length * 0.9, min(width * 0.2, length * 0.3 / count), z)
        legs.append((leg - drills.at(length * 0.52)).at(bend))
    corner = prism([*arc(bend, 180, 270, 9), *arc(bend - z * 0.98, 270, 180, 9)], width)
    corner = corner.turned(x=90).at(bend, width / 2, bend)
    body = legs[0] + _upright(legs[1]).at(x=z) + corner
    return Draft(body, {"hole": sum(counts), "rib": 0, "slot": 0}, {"ribs": False, "slot": False},
                 {"profile": "L-shaped", "corners": "rounded"})  # fmt: skip


def _printed_angle(dice: Dice) -> Draft:
    """Thick printed corner: solid web or cheeks that reach to the leg ends, round outline."""
    size, z = dice.real(25, 70), dice.real(4, 8)
    width, ribs = size * dice.real(0.5, 1.4), dice.pick((1, 3, 4))
    base = rounded_block(size, width, z, z).at(size / 2) + block(size / 2, width, z).at(size / 4)
    body = base + _upright(base).at(z)
    reach, span = size * 0.9, width - 2 * z
    rise = [(0.0, 0.0), *[(reach - reach * np.sin(t), reach - reach * np.cos(t))
                          for t in np.linspace(0.1, np.pi / 2 - 0.1, 10)]]  # fmt: skip
    thick = min(z * 0.7, span / (2.5 * ribs))
    for index in range(ribs):
        y = 0.0 if ribs == 1 else (index / (ribs - 1) - 0.5) * (span - thick)
        body += prism(rise, thick, "rib").turned(x=90).at(z * 0.5, y + thick / 2, z * 0.5)
    gap = 1 if ribs == 1 else ribs - 1
    bays = [(k - 0.5 if ribs == 1 else (k + 0.5) / gap - 0.5) * (0.5 if ribs == 1 else 1)
            for k in range(2 if ribs == 1 else gap)]  # fmt: skip
    drill = hole(min(width * 0.11, (span / gap - thick) * 0.25, size * 0.1), z, size * 0.65)
    for bay in bays:
        side = bay * (span - thick)
        body = body - drill.at(y=side) - _upright(drill).at(z, side)
    return Draft(body, {"hole": 2 * len(bays), "rib": ribs, "slot": 0},
                 {"ribs": True, "slot": False}, {"profile": "L-shaped"})  # fmt: skip


def _adjustable_angle(dice: Dice) -> Draft:
    """A motor or sensor bracket: parallel slots in the foot, a large hole in the wall."""
    width, z = dice.real(30, 80), dice.real(2, 6)
    foot, wall = dice.real(0.6, 1.4) * width, dice.real(0.8, 1.6) * width
    slots = dice.pick((1, 2, 2, 3))
    base = block(foot, width, z)
    for index in range(slots):
        base -= slot(foot * 0.55, min(width * 0.1, 8), z).at(
            foot * 0.08, (index - (slots - 1) / 2) * width * 0.32)  # fmt: skip
    corner = dice.pick((0.02, 0.2, 0.45))
    plate = rounded_block(wall, width, z, width * corner) + block(wall / 2, width, z).at(-wall / 4)
    plate -= hole(width * dice.real(0.2, 0.3), z, wall * 0.06)
    ring = dice.pick((0, 3, 4))
    if ring:
        plate -= hole(width * 0.045, z, width * 0.37).around(ring, 45).at(wall * 0.06)
    body = base.at(foot / 2) + _upright(plate.at(wall / 2)).at(z)
    return Draft(body, {"hole": 1 + ring, "slot": slots, "rib": 0}, {"ribs": False, "slot": True},
                 {"profile": "L-shaped"})  # fmt: skip


def _saddle_u(dice: Dice) -> Draft:
    """A U with a round bottom, like a fork or a rail saddle."""
    radius, width, z = dice.real(10, 35), dice.real(10, 40), dice.real(2, 6)
    tall = radius * dice.real(0.6, 3)
    half = tube(radius + z, radius, width) & block(999, 999, width).at(y=-499.5)
    arms = union([block(z, tall + 0.1, width).at(s * (radius + z / 2), tall / 2) for s in (-1, 1)])
    drilled, count = dice.yes(0.7), 0
    body = (half + arms).turned(x=90).at(y=width / 2, z=radius + z)
    if drilled:
        count += 2
        cross = rod(min(width, tall) * 0.2, 4 * radius, "hole").at(z=-2 * radius).turned(y=90)
        body -= cross.at(z=radius + z + tall * 0.75)
    body -= hole(min(width, radius) * 0.2, radius)
    return Draft(body, {"hole": count + 1, "rib": 0}, {"side holes": drilled, "ribs": False},
                 {"profile": "U-shaped", "corners": "rounded"})  # fmt: skip


def _eared_u(dice: Dice) -> Draft:
    """Triangular cheeks that round off around one pivot hole: a cast clevis bracket."""
    gap, base, z = dice.real(10, 50), dice.real(25, 70), dice.real(3, 9)
    tall, eye = base * dice.real(0.6, 1.6), base * dice.real(0.12, 0.22)
    cheek = hull(block(z, base * 0.9, z), rod(eye, z).at(z=-z / 2).turned(y=90).at(z=tall))
    ledge = base * dice.pick((0.0, 0.5))
    foot = rounded_block(gap + 2 * z + 2 * ledge, base, z, z)
    drills = dice.pick((2, 4))
    for sx in (-1, 1):
        for sy in (-1, 1) if drills == 4 else (0,):
            reach = gap / 2 + z + ledge / 2 if ledge else gap * 0.28
            foot -= hole(min(base, gap + 2 * ledge) * 0.08, z, sx * reach, sy * base * 0.32)
    body = foot + union([cheek.at(s * (gap + z) / 2, 0, 0.01) for s in (-1, 1)])
    body -= rod(eye * 0.5, gap * 3 + 9 * z, "hole").at(z=-gap * 1.5 - 4 * z).turned(y=90).at(z=tall)
    return Draft(body, {"hole": drills + 2, "rib": 0}, {"side holes": True, "ribs": False},
                 {"profile": "U-shaped"})  # fmt: skip


def _ribbed_u(dice: Dice) -> Draft:
    """A printed holder: thick walls, triangular ribs outside, wide flanges with holes."""
    gap, depth, z = dice.real(20, 70), dice.real(15, 60), dice.real(3, 6)
    tall, wing = dice.real(20, 60), dice.real(12, 25)
    foot = block(gap + 2 * z + 2 * wing, depth, z)
    ribs = dice.pick((0, 2, 4))
    shift = depth * 0.22 if ribs == 2 else 0.0
    for side in (-1, 1):
        foot -= hole(min(wing, depth) * 0.17, z, side * (gap / 2 + z + wing * 0.6), shift)
    walls = [block(z, depth, tall).at(side * (gap + z) / 2) for side in (-1, 1)]
    rib = prism([(0, 0), (wing * 0.85, 0), (0, tall * 0.8)], z * 0.8, "rib").turned(x=90)
    parts = [foot, *walls]
    if ribs:
        for place in (-0.3,) if ribs == 2 else (-0.5, 0.5):
            one = rib.at(gap / 2 + z - 0.01, place * (depth - z) + z * 0.4, z - 0.01)
            parts += [one, one.mirrored(x=1)]
    return Draft(union(parts), {"hole": 2, "rib": ribs}, {"side holes": False, "ribs": ribs > 0},
                 {"profile": "U-shaped"})  # fmt: skip


def _strut_shelf(dice: Dice) -> Draft:
    """Wooden bracket: two square timbers and a diagonal strut between them."""
    reach, height, thick = dice.real(120, 280), dice.real(120, 280), dice.real(18, 40)
    body = block(reach, thick, thick).at(reach / 2, 0, height - thick)
    body += block(thick, thick, height).at(thick / 2)
    braced = dice.yes(0.75)
    if braced:
        a, b = height * dice.real(0.15, 0.4), reach * dice.real(0.6, 0.85)
        wide = thick * 0.8
        outline = [(thick * 0.5, a), (thick * 0.5, a + wide), (b - wide, height - thick * 0.5),
                   (b, height - thick * 0.5)]  # fmt: skip
        body += prism(outline, wide, "brace").turned(x=90).at(y=wide / 2)
    drill = rod(thick * 0.12, thick * 3, "hole").at(z=-thick).turned(y=90)
    body = body - drill.at(z=height * 0.06) - drill.at(z=height * 0.8)
    return Draft(body, {"hole": 2}, {"diagonal brace": braced, "triangular web": False},
                 {"profile": "L-shaped"})  # fmt: skip


def _scroll_shelf(dice: Dice) -> Draft:
    """Wrought iron: flat bars and round scrolls in the corner."""
    reach, height, width = dice.real(100, 220), dice.real(100, 220), dice.real(12, 24)
    z, size = width * 0.25, min(reach, height)
    body = block(reach, width, z).at(reach / 2, 0, height - z) + block(z, width, height).at(z / 2)
    scrolls, first = dice.whole(1, 3), size * 0.27
    x, y = z + first, height - z - first
    for _ in range(scrolls):
        ring = tube(first, first - z, width * 0.6, "scroll").turned(x=90)
        body += ring.at(x, width * 0.3, y)
        x, y, first = x + first * 1.3, y + first * 0.3, first * 0.62
    drill = rod(width * 0.17, 9 * z, "hole").at(z=-4 * z).turned(y=90)
    body = body - drill.at(z=height * 0.08) - drill.at(z=height * 0.3)
    return Draft(body, {"hole": 2, "scroll": scrolls},
                 {"diagonal brace": False, "triangular web": False},
                 {"profile": "L-shaped"})  # fmt: skip


def _pressed_shelf(dice: Dice) -> Draft:
    """A pressed steel gusset: triangle with cut-outs and flanges along both legs."""
    reach, height, width = dice.real(90, 260), dice.real(90, 260), dice.real(20, 45)
    z, windows = dice.real(2, 5), dice.whole(0, 3)
    web = prism([(0, 0), (0, -height), (width * 0.3, -height), (reach, -width * 0.3), (reach, 0)],
                z, "web")  # fmt: skip
    for index in range(windows):
        t = 0.12 + 0.2 * index
        web -= rod(min(reach, height) * 0.08, 3 * z, "window").at(
            reach * t, -height * (0.56 - 0.2 * index), -z)  # fmt: skip
    body = web.turned(x=90).at(y=z / 2) + block(reach, width, z).at(reach / 2, 0, -z)
    body += block(z, width, height).at(z / 2, 0, -height)
    for part in (0.2, 0.8):
        for side in (-1, 1):
            body -= hole(width * 0.09, 4 * z, reach * part, side * width * 0.3).at(z=-2 * z)
    return Draft(body, {"hole": 4, "window": windows},
                 {"diagonal brace": False, "triangular web": True},
                 {"profile": "L-shaped"})  # fmt: skip


def _strap_brace(dice: Dice) -> Draft:
    width, z, count = dice.real(12, 40), dice.real(1.5, 5), dice.whole(2, 8)
    length = width * count * dice.real(0.9, 1.6)
    body = rounded_block(length, width, z, width * dice.pick((0.02, 0.2, 0.49)))
    if dice.yes(0.3):
        body -= slot(length * 0.45, width * 0.3, z)
        body -= _row_of_holes(2, length * 1.56, width * 0.2, z)
        return Draft(body, {"hole": 2, "slot": 1}, {"slot": True}, {"outline": "long"})
    body -= _row_of_holes(count, length, width * 0.2, z)
    return Draft(body, {"hole": count, "slot": 0}, {"slot": False}, {"outline": "long"})


def _nail_plate(dice: Dice) -> Draft:
    """A thin rectangular connector full of staggered nail holes."""
    columns, rows, pitch = dice.whole(3, 8), dice.whole(2, 4), dice.real(9, 18)
    x, y, z = columns * pitch, rows * pitch, dice.real(1, 2.5)
    body = block(x, y, z)
    drills = [hole(pitch * 0.15, z, (i - (columns - 1) / 2) * pitch,
                   (j - (rows - 1) / 2 + (0.12 if i % 2 else -0.12)) * pitch)
              for i in range(columns) for j in range(rows)]  # fmt: skip
    return Draft(body - union(drills), {"hole": columns * rows, "slot": 0}, {"slot": False},
                 {"outline": "rectangular", "thickness": "thin"})  # fmt: skip


def _cross_brace(dice: Dice) -> Draft:
    """Arms in a cross or Y from a round centre, each tapering to its holes."""
    arms, reach, z = dice.pick((3, 4)), dice.real(35, 90), dice.real(2, 6)
    width, count = reach * dice.real(0.14, 0.26), dice.pick((1, 2))
    arm = hull(rod(width, z), rod(width * 0.7, z).at(reach)) - hole(width * 0.33, z, reach)
    if count == 2:
        arm -= hole(width * 0.33, z, reach * 0.55)
    body = union([arm.turned(z=360.0 * i / arms) for i in range(arms)])
    return Draft(body, {"hole": arms * count, "arm": arms, "slot": 0}, {"slot": False},
                 {"form": "cross-shaped"} if arms == 4 else {})  # fmt: skip


def _band_saddle(dice: Dice) -> Draft:
    """A wide strap around a pipe whose ears carry two or four holes; stiffening bead."""
    bore, z = dice.real(10, 40), dice.real(1.5, 4)
    width, ear = bore * dice.real(0.5, 1.8), bore * dice.real(0.7, 1.4)
    drop = bore * dice.real(0.2, 0.9)
    arch: list[Point2] = [(-bore - z, 0), *[(x, y + drop) for x, y in arc(bore + z, 180, 0, 24)],
                          (bore + z, 0), (bore, 0),
                          *[(x, y + drop) for x, y in arc(bore, 0, 180, 24)],
                          (-bore, 0)]  # fmt: skip
    body = prism(arch, width).turned(x=90).at(y=width / 2)
    rows = (-0.28, 0.28) if width > bore else (0.0,)
    for side in (-1, 1):
        foot = rounded_block(ear + z, width, z, z).at(side * (bore + z / 2 + ear / 2))
        for row in rows:
            foot -= hole(min(ear, width) * 0.15, z, side * (bore + ear * 0.6), row * width)
        body += foot
    bead = dice.yes(0.4)
    if bead:
        rib = tube(bore + 1.9 * z, bore + z * 0.5, width * 0.2, "rib").turned(x=90)
        body += (rib & block(999, 999, 999)).at(y=width * 0.1, z=drop)
    return Draft(body, {"hole": 2 * len(rows), "ear": 2}, {"ears": True, "rib": bead},
                 {"profile": "omega-shaped"})  # fmt: skip


def _block_saddle(dice: Dice) -> Draft:
    """A milled or printed half block with a round trough: one or several pipes side by side."""
    bore, pipes = dice.real(5, 20), dice.pick((1, 1, 2, 3))
    wall, width = bore * dice.real(0.3, 0.8), bore * dice.real(1, 3)
    pitch, ear = 2 * bore + wall, bore * dice.real(1.0, 1.6)
    length = pipes * pitch + wall
    body = block(length, width, bore + wall) + rounded_block(length + 2 * ear, width, wall, wall)
    for index in range(pipes):
        trough = rod(bore, width + 2, "trough").turned(x=90).at(y=width / 2 + 1)
        body -= trough.at((index - (pipes - 1) / 2) * pitch)
    for side in (-1, 1):
        body -= hole(ear * 0.22, wall, side * (length / 2 + ear / 2))
    return Draft(body, {"hole": 2, "ear": 2, "trough": pipes}, {"ears": True, "rib": False},
                 {"profile": "rectangular"})  # fmt: skip


BUILDERS = (
    Builder("angle bracket", "tongue", _tongue_angle),
    Builder("angle bracket", "printed", _printed_angle),
    Builder("angle bracket", "adjustable", _adjustable_angle),
    Builder("u bracket", "round", _saddle_u),
    Builder("u bracket", "eared", _eared_u),
    Builder("u bracket", "ribbed", _ribbed_u),
    Builder("shelf bracket", "timber", _strut_shelf),
    Builder("shelf bracket", "scroll", _scroll_shelf),
    Builder("shelf bracket", "pressed", _pressed_shelf),
    Builder("flat brace", "strap", _strap_brace),
    Builder("flat brace", "nail plate", _nail_plate),
    Builder("flat brace", "cross", _cross_brace),
    Builder("pipe saddle", "band", _band_saddle),
    Builder("pipe saddle", "block", _block_saddle),
)
