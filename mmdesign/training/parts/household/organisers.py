"""Racks and pots for the desk, clips for cables, baskets, pallets and crates."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
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
    wire,
)


def _loop(x: float, y: float, z: float, radius: float, feature: str = "body") -> Body:
    """A closed rectangle of wire, its corners cut."""
    c, a, b = min(x, y) * 0.12, x / 2, y / 2
    corners = [(a, -b + c), (a, b - c), (a - c, b), (-a + c, b), (-a, b - c), (-a, -b + c),
               (-a + c, -b), (a - c, -b)]  # fmt: skip
    return wire([(px, py, z) for px, py in corners], radius, feature, sides=8, closed=True)


def _carousel_rack(dice: Dice) -> Draft:
    tubes, wide, levels = dice.whole(6, 16), dice.real(10, 24), dice.whole(1, 2)
    radius = max(tubes * wide * 1.35 / (2 * np.pi), wide * 2) + wide
    thick, high = dice.real(3, 8), dice.real(40, 90)
    inner = dice.pick((0, 0, 4, 5))
    disc = rod(radius, thick) - hole(wide / 2, thick, radius - wide).around(tubes)
    ring = radius - wide * 2.6
    inner = inner if inner and ring * 2 * np.sin(np.pi / inner) > wide * 1.2 else 0
    if inner:
        disc -= hole(wide / 2, thick, ring).around(inner)
    discs = [disc.at(z=high * (index + 1) / levels) for index in range(levels)]
    stem = wide * 0.35
    body = union([rod(radius, thick), *discs]) + rod(stem, high * 1.35 + thick)
    body += rod(stem * 2, stem * 3, "knob", sides=dice.pick((6, 40))).at(z=high * 1.35)
    return Draft(body, {"hole": (tubes + inner) * levels}, {"two levels": levels == 2},
                 {"outline": "round"})  # fmt: skip


def _wire_rack(dice: Dice) -> Draft:
    columns, rows, cell = dice.whole(3, 10), dice.whole(2, 5), dice.real(16, 32)
    high, thick = dice.real(45, 90), dice.real(1.2, 2.4)
    x, y = columns * cell, rows * cell
    level = _loop(x, y, 0, thick * 1.3)
    level += in_row(bar((0, -y / 2, 0), (0, y / 2, 0), thick, "bar", 6), columns - 1, x=cell)
    level += in_row(bar((-x / 2, 0, 0), (x / 2, 0, 0), thick, "bar", 6), rows - 1, y=cell)
    body = level.at(z=thick) + level.at(z=high * 0.5) + level.at(z=high)
    body += at_corners(rod(thick * 1.3, high, "post", sides=8), x - 0.26 * min(x, y), y).at(z=thick)
    handles = dice.yes(0.4)
    if handles:
        bow = [(0.0, y * 0.35 * np.cos(t), high + high * 0.4 * np.sin(t))
               for t in np.linspace(0, np.pi, 14)]  # fmt: skip
        body += in_row(wire(bow, thick * 1.3, "handle", sides=8), 2, x=x)
    return Draft(body, {"compartment": columns * rows, "handle": 2 * handles},
                 {"two levels": True}, {"outline": "rectangular"})  # fmt: skip


def _stepped_rack(dice: Dice) -> Draft:
    columns, rows, wide = dice.whole(3, 8), dice.whole(2, 4), dice.real(12, 30)
    pitch, rise = wide * dice.real(1.25, 1.6), wide * dice.real(0.6, 1.3)
    low = wide * dice.real(0.8, 1.5)
    steps = [block(columns * pitch + 6, pitch + 0.2, low + rise * row).at(y=row * pitch)
             for row in range(rows)]  # fmt: skip
    sides = dice.yes(0.35)
    body = union(steps)
    for row in range(rows):
        well = rod(wide / 2, 400, "hole", sides=28).at(z=low + rise * row - low * 0.7)
        body -= in_row(well, columns, x=pitch).at(y=row * pitch)
    if sides:
        end = block(5, rows * pitch + 6, low + rise * rows)
        body += in_row(end, 2, x=columns * pitch + 9).at(y=(rows - 1) * pitch / 2)
    return Draft(body, {"hole": columns * rows}, {"two levels": False},
                 {"outline": "rectangular"})  # fmt: skip


def _desk_organiser(dice: Dice) -> Draft:
    x, y, z, wall = dice.real(90, 200), dice.real(60, 120), dice.real(70, 120), dice.real(2, 4)
    front, cells = z * dice.real(0.25, 0.6), dice.whole(2, 4)
    back_deep, radius = y * dice.real(0.4, 0.6), dice.real(1, 8)
    back = rounded_block(x, back_deep, z, radius).at(y=(y - back_deep) / 2)
    body = back + rounded_block(x, y, front, radius)
    step = (x - wall) / cells
    well = rounded_block(step - wall, back_deep - 2 * wall, z, radius * 0.6, "cavity")
    body -= in_row(well, cells, x=step).at(0, (y - back_deep) / 2, wall)
    trays = dice.pick((0, 1, 2))
    if trays:
        wide = (x - wall) / trays
        pan = rounded_block(wide - wall, y - back_deep - wall, z, radius * 0.6, "cavity")
        body -= in_row(pan, trays, x=wide).at(0, -back_deep / 2, front * 0.4)
    slots = dice.yes(0.4)
    if slots:
        body -= in_row(slot(x * 0.6, 5, 12).turned(x=90).at(y=6), 3, z=12).at(0, y / 2, z * 0.6)
    return Draft(body, {"compartment": cells + trays}, {"slots": slots},
                 {"outline": "rectangular", "top": "open"})  # fmt: skip


def _tube_cluster(dice: Dice) -> Draft:
    tubes, radius, z = dice.whole(3, 7), dice.real(18, 32), dice.real(50, 80)
    sides, wall, rise = dice.pick((6, 40, 40)), dice.real(2, 3), dice.real(0, 22)
    one = 2 * radius * (np.cos(np.pi / 6) * 0.985 if sides == 6 else 0.97)
    spots = [(0.0, 0.0), *[(one * np.cos(a), one * np.sin(a))
             for a in np.radians(np.arange(6) * 60.0 + (30 if sides == 6 else 0))]]  # fmt: skip
    outer, inner = [], []
    for index, (px, py) in enumerate(spots[:tubes]):
        high = z + rise * ((index * 2) % 5)
        outer.append(rod(radius, high, sides=sides).at(px, py))
        inner.append(rod(radius - wall, high, "cavity", sides=sides).at(px, py, wall))
    body = union(outer) - union(inner)
    plate = dice.yes(0.3)
    if plate:
        body += hull(*[rod(radius + 6, 4).at(px, py) for px, py in spots[:tubes]])
    return Draft(body, {"compartment": tubes}, {"slots": False},
                 {"outline": "hexagonal" if sides == 6 else "round", "top": "open"})  # fmt: skip


def _saddle_clip(dice: Dice) -> Draft:
    radius, width, wall = dice.real(3, 14), dice.real(6, 20), dice.real(1.4, 4)
    feet, ear = dice.pick((1, 2)), max(dice.real(9, 18), dice.real(1.0, 1.6) * 6)
    arch = rod(radius + wall, width) + block(2 * (radius + wall), radius, width).at(y=-radius / 2)
    arch -= rod(radius, width + 2, "bore").at(z=-1)
    arch -= block(2 * radius, radius + 3, width + 2, "bore").at(y=-radius / 2 - 1.5, z=-1)
    body = arch.turned(x=90).at(0, width / 2, radius) & block(999, 999, 999)
    lug = rounded_block(ear + wall, width, wall, 2) - hole(min(width, ear) * 0.22, wall, 2)
    for side in range(feet):
        body += lug.at(radius + ear / 2 + wall * 0.5).turned(z=180.0 * side)
    ribs = dice.yes(0.3)
    if ribs:
        ring = tube(radius + wall * 1.8, radius + wall * 0.5, width * 0.2, "rib").turned(x=90)
        body += (ring & block(99, 99, 99)).at(0, width * 0.1, radius)
    return Draft(body, {"hole": feet}, {"opening": True, "adhesive base": False},
                 {"profile": "U-shaped"})  # fmt: skip


def _comb_clip(dice: Dice) -> Draft:
    channels, radius, width = dice.whole(2, 7), dice.real(2.5, 6), dice.real(12, 40)
    pitch, high = radius * dice.real(2.8, 4.5), radius * dice.real(3, 4.2)
    x, domed = channels * pitch + radius, dice.yes()
    body = rounded_block(x, high, width, radius * (0.9 if domed else 0.2)).turned(x=90).at(
        0, width / 2, high / 2)  # fmt: skip
    cut = rod(radius, width * 2, "bore").turned(x=90).at(0, width, high - radius * 1.3)
    cut += block(radius * dice.real(1.1, 1.7), width * 2, high, "groove").at(z=high - radius * 1.3)
    body -= in_row(cut, channels, x=pitch)
    base = dice.yes(0.5)
    if base:
        body += rounded_block(x + radius * 3, width + radius * 1.5, 2, 3).at(z=-1.5)
    return Draft(body, {"groove": channels}, {"opening": True, "adhesive base": True}, {})


def _hamper_basket(dice: Dice) -> Draft:
    radius, z = dice.real(110, 240), dice.real(120, 480)
    flare, staves, bands = dice.real(0.95, 1.35), dice.whole(10, 24), dice.whole(3, 9)
    base = radius / flare
    stave = bar((base, 0, 4), (radius, 0, z), z * 0.012 + 3, "bar", 6).around(staves)
    hoops: list[Body] = []
    for index in range(bands):
        share = (index + 0.5) / bands
        r = base + (radius - base) * share
        weave = [((r + 5 * np.sin(t * staves / 2 + np.pi * index)) * np.cos(t),
                  (r + 5 * np.sin(t * staves / 2 + np.pi * index)) * np.sin(t), z * share)
                 for t in np.linspace(0, 2 * np.pi, 46, endpoint=False)]  # fmt: skip
        hoops.append(wire(weave, min(z * 0.3 / bands, 12), "hoop", sides=6, closed=True))
    body = union([stave, *hoops, rod(base + 4, 8)])
    body += tube(radius + 9, radius - 9, 14, "rim").at(z=z - 8)
    handle = dice.yes(0.6)
    if handle:
        bow = [(radius + radius * 0.05 * np.sin(t), radius * 0.3 * np.cos(t),
                z + radius * 0.3 * np.sin(t)) for t in np.linspace(0, np.pi, 14)]  # fmt: skip
        body += wire(bow, 7, "handle", sides=8).around(2)
    return Draft(body, {}, {"handle": handle}, {"top": "open", "outline": "round"})


def _bicycle_basket(dice: Dice) -> Draft:
    x, y, z = dice.real(200, 400), dice.real(150, 300), dice.real(100, 240)
    thick, columns, rows = dice.real(2, 3.5), dice.whole(5, 9), dice.whole(3, 6)
    shrink = dice.real(0.7, 0.95)
    hoops = []
    for index in range(rows + 1):
        share = shrink + (1 - shrink) * index / rows
        hoops.append(_loop(x * share, y * share, z * index / rows, thick * (1 + (index == rows))))
    bars: list[Body] = []
    for wide, deep, turn in ((x, y, 0.0), (y, x, 90.0)):
        for k in range(columns):
            at = (k / (columns - 1) - 0.5) * wide * 0.76
            run = [(at, -deep / 2, z), (at * shrink, -deep * shrink / 2, 0),
                   (at * shrink, deep * shrink / 2, 0), (at, deep / 2, z)]  # fmt: skip
            bars += [bar(a, b, thick * 0.8, "bar", 6).turned(z=turn)
                     for a, b in pairwise(run)]  # fmt: skip
    body, handle = union([*hoops, *bars]), dice.yes(0.5)
    if handle:
        bow = [(0.0, y / 2 * np.cos(t), z + z * 0.8 * np.sin(t)) for t in np.linspace(0, np.pi, 16)]
        body += wire(bow, thick * 1.6, "handle", sides=8)
    return Draft(body, {}, {"handle": handle}, {"top": "open", "outline": "rectangular"})


def _pressed_pallet(dice: Dice) -> Draft:
    x, y, thick = dice.real(600, 1200), dice.real(500, 1000), dice.real(18, 35)
    columns, deep = dice.pick((2, 3, 3)), dice.real(80, 120)
    rim, ribs = dice.yes(), dice.whole(3, 7)
    body = rounded_block(x, y, thick, 40).at(z=deep)
    radius = min(x, y) * dice.real(0.07, 0.1)
    foot = rod(radius * 0.7, deep + thick / 2, "foot", top=radius, sides=dice.pick((8, 40)))
    well = rod(radius * 0.45, deep + thick, "cavity", top=radius * 0.75).at(z=15)
    for column in range(columns):
        at_x = (column / (columns - 1) - 0.5) * (x - 2.4 * radius)
        body = body + in_row(foot, 3, y=(y - 2.4 * radius) / 2).at(at_x)
        body -= in_row(well, 3, y=(y - 2.4 * radius) / 2).at(at_x)
    groove = slot(x * 0.9 - 6 * radius, 16, 30).at(z=deep + thick * 0.6)
    body -= in_row(groove, ribs, y=y * 0.5 / ribs)
    if rim:
        edge = rounded_block(x, y, 20, 40) - rounded_block(x - 50, y - 50, 40, 30).at(z=-5)
        body += edge.at(z=deep + thick - 1)
    return Draft(body, {"board": 0, "foot": 3 * columns}, {"feet": True}, {})


def _braced_crate(dice: Dice) -> Draft:
    x, y, z, thick = dice.real(300, 900), dice.real(250, 600), dice.real(220, 600), 18.0
    boards, batten = dice.whole(2, 5), dice.real(45, 80)
    closed, cross = dice.yes(0.6), dice.yes()
    body = block(x, y, z) - block(x - 2 * thick, y - 2 * thick, z, "cavity").at(z=thick)
    if closed:
        body += block(x + 30, y + 30, thick).at(z=z - 1)
    pitch = z / boards
    groove = block(x + 9, y + 9, 6, "groove") - block(x - 9, y - 9, 9).at(z=-1)
    for index in range(1, boards):
        body -= groove.at(z=index * pitch)
    for wide, deep, turn in ((x, y, 0.0), (y, x, 90.0)):
        frame = in_row(block(batten, thick, z), 2, x=wide - batten)
        frame += in_row(block(wide, thick, batten), 2, z=z - batten).at(z=(z - batten) / 2)
        a, b = wide / 2 - batten * 0.8, z - batten * 0.8
        lath = rod(batten * 0.4, thick, sides=8)
        strip = [hull(lath.at(-a, batten * 0.8), lath.at(a, b))]
        strip += [strip[0].mirrored(x=1)] if cross else []
        frame += union(strip).turned(x=90).at(y=thick / 2)
        side = frame.at(y=-deep / 2 - thick / 2 + 0.5)
        body += (side + side.turned(z=180)).turned(z=turn)
    return Draft(body, {"slat": boards}, {"slats": True, "dividers": False},
                 {"top": "closed" if closed else "open"})  # fmt: skip


def _fruit_crate(dice: Dice) -> Draft:
    x, y, z = dice.real(300, 600), dice.real(200, 400), dice.real(90, 260)
    slats, thick, post = dice.whole(2, 4), dice.real(5, 12), dice.real(18, 34)
    high, bottom = z / slats, dice.whole(3, 7)
    corner = block(post, post, z * dice.real(1.02, 1.35), "post")
    body = at_corners(corner, x - post, y - post)
    long_side = block(x, thick, high * 0.78, "slat").at(y=-y / 2 - thick / 2 + 0.5)
    end = block(thick, y + thick, high * 0.78, "slat").at(x=-x / 2 - thick / 2 + 0.5)
    for index in range(slats):
        level = (long_side + end).at(z=4 + index * high)
        body += level + level.turned(z=180)
    step = y / bottom
    body += in_row(block(x, step * 0.8, thick), bottom, y=step)
    body += in_row(block(post, y, thick), 2, x=x - post)
    grips = dice.yes(0.4)
    if grips:
        cut = rounded_block(y * 0.35, high * 0.4, 4 * x, high * 0.2, "slot").turned(x=90, z=90)
        body -= cut.at(-2 * x, 0, 4 + (slats - 0.61) * high)
    return Draft(body, {"slat": slats}, {"slats": True, "dividers": False}, {"top": "open"})


def _ring_clip(dice: Dice) -> Draft:
    radius, width, wall = dice.real(4, 14), dice.real(5, 14), dice.real(1.6, 3)
    open_deg, style = dice.real(40, 110), dice.pick(("plate", "screw", "tail"))
    outline = [*arc(radius + wall, 90 + open_deg / 2, 450 - open_deg / 2, 30),
               *arc(radius, 450 - open_deg / 2, 90 + open_deg / 2, 30)]  # fmt: skip
    clip = prism(outline, width)
    lip = rod(wall, width, sides=16)
    mouth = np.radians(90 + open_deg / 2)
    tip = ((radius + wall * 0.7) * np.cos(mouth), (radius + wall * 0.7) * np.sin(mouth))
    clip += lip.at(*tip) + lip.at(-tip[0], tip[1])
    body = clip.turned(x=90).at(0, width / 2, radius + wall)
    wide = radius * dice.real(2, 4) + 8
    if style == "plate":
        body += rounded_block(wide, width * 1.6, 2.5, 2).at(z=-1.5)
    elif style == "screw":
        lug = rounded_block(wide + 14, width, 3, width * 0.45) - union(
            [hole(2, 3, side * (wide / 2 + 2)) for side in (-1, 1)])  # fmt: skip
        body += lug.at(z=-2)
    else:
        body += block(wall, width, wide).at(z=-wide + wall) + rounded_block(
            wide * 0.6, width, wall, 1).at(z=-wide)  # fmt: skip
    return Draft(body, {"hole": 2 * (style == "screw")},
                 {"opening": True, "adhesive base": style == "plate"},
                 {"profile": "C-shaped"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("tube rack", "carousel", _carousel_rack),
    Builder("tube rack", "wire grid", _wire_rack),
    Builder("tube rack", "tiers", _stepped_rack),
    Builder("pen holder", "organiser", _desk_organiser),
    Builder("pen holder", "tubes", _tube_cluster),
    Builder("cable clip", "saddle", _saddle_clip),
    Builder("cable clip", "comb", _comb_clip),
    Builder("cable clip", "spring ring", _ring_clip),
    Builder("basket", "woven", _hamper_basket),
    Builder("basket", "bicycle", _bicycle_basket),
    Builder("pallet", "pressed", _pressed_pallet),
    Builder("crate", "braced", _braced_crate),
    Builder("crate", "fruit", _fruit_crate),
)
