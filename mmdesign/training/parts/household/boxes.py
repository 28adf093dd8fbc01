"""Boxes, lids, holders, stands and racks."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    block,
    hole,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    union,
    wire,
)


def _box(x: float, y: float, z: float, wall: float, radius: float) -> Body:
    inner = rounded_block(x - 2 * wall, y - 2 * wall, z, max(radius - wall, 0.3), "cavity")
    return rounded_block(x, y, z, radius) - inner.at(z=wall)


def _enclosure(dice: Dice) -> Draft:
    x, y, z = dice.real(50, 140), dice.real(40, 100), dice.real(20, 60)
    wall = dice.real(1.5, 3.5)
    rounded = dice.yes(0.6)
    body = _box(x, y, z, wall, min(x, y) * (0.12 if rounded else 0.01))
    posts, vents, ears = dice.yes(0.6), dice.yes(0.4), dice.yes(0.35)
    if posts:
        post = tube(4, 1.6, z * 0.7, "boss")
        for sx in (-1, 1):
            for sy in (-1, 1):
                body += post.at(sx * (x / 2 - wall - 5), sy * (y / 2 - wall - 5), wall * 0.9)
    if vents:
        cut = block(wall * 4, y * 0.06, z * 0.5, "slot")
        row = union([cut.at(x / 2, (i - 2) * y * 0.13, z * 0.3) for i in range(5)])
        body -= row
    if ears:
        ear = rounded_block(18, 14, wall, 4) - hole(2.2, wall, 3)
        body += ear.at(x / 2 + 6) + ear.turned(z=180).at(-x / 2 - 6)
    port = dice.yes(0.4)
    if port:
        body -= block(min(x * 0.3, 25), wall * 4, z * 0.25, "opening").at(0, -y / 2, z * 0.4)
    return Draft(body, {"boss": 4 * posts, "mounting ear": 2 * ears},
                 {"screw bosses": posts, "ventilation slots": vents, "mounting ears": ears,
                  "port opening": port},
                 {"corners": "rounded" if rounded else "sharp", "top": "open"})  # fmt: skip


def _round_case(dice: Dice) -> Draft:
    radius, z, wall = dice.real(20, 60), dice.real(15, 45), dice.real(1.5, 3)
    body = rod(radius, z) - rod(radius - wall, z, "cavity").at(z=wall)
    ears = dice.yes(0.5)
    if ears:
        ear = rounded_block(18, 14, wall, 4) - hole(2.2, wall, 3)
        body += (ear.at(radius + 5)).around(2)
    return Draft(body, {"boss": 0, "mounting ear": 2 * ears},
                 {"screw bosses": False, "ventilation slots": False, "mounting ears": ears,
                  "port opening": False}, {"outline": "round", "top": "open"})  # fmt: skip


def _lid(dice: Dice) -> Draft:
    x, y, z, wall = dice.real(50, 140), dice.real(40, 100), dice.real(2, 4), dice.real(1.5, 3)
    radius = min(x, y) * dice.pick((0.02, 0.12))
    lip = _box(x - 2 * wall, y - 2 * wall, z * 2, wall, radius).turned(x=180).at(z=0.1)
    body = rounded_block(x, y, z, radius) + lip
    screws = dice.yes(0.5)
    if screws:
        for sx in (-1, 1):
            for sy in (-1, 1):
                body -= rod(1.8, 99, "hole").at(sx * (x / 2 - 6), sy * (y / 2 - 6), -50)
    grip = dice.yes(0.4)
    if grip:
        body += rod(min(x, y) * 0.1, z * 3, "knob", top=min(x, y) * 0.14).at(z=z * 0.9)
    return Draft(body, {"hole": 4 * screws}, {"knob": grip, "screw holes": screws},
                 {"outline": "rectangular"})  # fmt: skip


def _screw_cap(dice: Dice) -> Draft:
    radius = dice.real(10, 40)
    z, wall = radius * dice.real(0.4, 1.1), radius * 0.08
    body = rod(radius, z) - rod(radius - wall, z, "cavity").at(z=-wall)
    ridged = dice.yes(0.7)
    if ridged:
        cut = rod(radius * 0.035, z * 3, "groove", sides=8).at(radius * 1.01, 0, -z)
        body -= cut.around(dice.whole(18, 36))
    return Draft(body, {"hole": 0}, {"knob": False, "screw holes": False, "ridges": ridged},
                 {"outline": "round"})  # fmt: skip


def _tray(dice: Dice) -> Draft:
    columns, rows = dice.whole(1, 4), dice.whole(1, 3)
    cell, z, wall = dice.real(25, 50), dice.real(12, 30), dice.real(1.5, 2.5)
    x, y = columns * cell + wall, rows * cell + wall
    cut = rounded_block(cell - wall, cell - wall, z, 3, "cavity")
    cuts = [cut.at((i - (columns - 1) / 2) * cell, (j - (rows - 1) / 2) * cell, wall)
            for i in range(columns) for j in range(rows)]  # fmt: skip
    return Draft(rounded_block(x, y, z, 4) - union(cuts), {"compartment": columns * rows},
                 {"dividers": columns * rows > 1}, {"top": "open"})  # fmt: skip


def _open_bin(dice: Dice) -> Draft:
    x, y, z, wall = dice.real(50, 110), dice.real(70, 160), dice.real(40, 90), dice.real(2, 3)
    body = _box(x, y, z, wall, 3)
    scoop = prism([(0, 0), (y * 0.45, 0), (0, z * 0.6)], x + 2, "opening").turned(x=90, z=90)
    body -= scoop.turned(x=180).at(-x / 2 - 1, -y / 2, z + 0.01) if dice.yes(0.5) else (
        block(x - 4 * wall, wall * 4, z * 0.5, "opening").at(0, -y / 2, z * 0.5))  # fmt: skip
    return Draft(body, {"compartment": 1}, {"front opening": True}, {"top": "open"})


def _phone_stand(dice: Dice) -> Draft:
    width, depth, z = dice.real(55, 90), dice.real(60, 110), dice.real(3, 6)
    lean, back = dice.real(12, 25), dice.real(70, 130)
    base = rounded_block(width, depth, z, z * 2)
    rest = (
        rounded_block(width, z, back, 0.4, "back rest")
        .turned(x=-lean)
        .at(y=-depth * 0.05, z=z * 0.5)
    )
    lip = block(width, z, dice.real(10, 18), "lip").at(y=-depth * 0.28, z=z * 0.5)
    body = union([base, rest, lip])
    notch = dice.yes(0.5)
    if notch:
        body -= block(14, depth, 30, "slot").at(y=-depth * 0.45, z=z)
    return Draft(body, {}, {"cable slot": notch, "lip": True, "back rest": True})


def _wedge_stand(dice: Dice) -> Draft:
    width, depth, height = dice.real(50, 90), dice.real(60, 100), dice.real(40, 80)
    outline = [(0, 0), (depth, 0), (depth * 0.9, height), (depth * 0.6, height),
               (depth * 0.28, 10), (depth * 0.12, 10), (depth * 0.08, 20), (0, 20)]  # fmt: skip
    body = prism(outline, width).turned(x=90, z=90).at(-width / 2)
    hollow = dice.yes(0.5)
    if hollow:
        body -= block(width * 0.6, depth * 0.25, height, "opening").at(y=depth * 0.72, z=-1)
    return Draft(body, {}, {"cable slot": False, "lip": True, "back rest": True})


def _tube_rack(dice: Dice) -> Draft:
    columns, rows, pitch = dice.whole(3, 8), dice.whole(1, 5), dice.real(14, 26)
    x, y, z, high = columns * pitch + 8, rows * pitch + 8, 3.0, dice.real(30, 60)
    drills = union([hole(pitch * 0.38, 3, (i - (columns - 1) / 2) * pitch,
                         (j - (rows - 1) / 2) * pitch)
                    for i in range(columns) for j in range(rows)])  # fmt: skip
    upper = (block(x, y, z) - drills).at(z=high)
    sides = [block(z, y, high + z).at(side * (x + z) / 2) for side in (-1, 1)]
    return Draft(union([upper, block(x, y, z), *sides]), {"hole": columns * rows},
                 {"two levels": True}, {"outline": "rectangular"})  # fmt: skip


def _block_rack(dice: Dice) -> Draft:
    columns, rows, pitch = dice.whole(3, 9), dice.whole(1, 4), dice.real(10, 24)
    z = dice.real(15, 40)
    cut = rod(pitch * 0.36, z, "hole").at(z=z * 0.25)
    cuts = union([cut.at((i - (columns - 1) / 2) * pitch, (j - (rows - 1) / 2) * pitch)
                  for i in range(columns) for j in range(rows)])  # fmt: skip
    return Draft(
        rounded_block(columns * pitch + 6, rows * pitch + 6, z, 3) - cuts,
        {"hole": columns * rows},
        {"two levels": False},
        {"outline": "rectangular"},
    )


def _pen_holder(dice: Dice) -> Draft:
    radius, z, wall = dice.real(28, 45), dice.real(80, 120), dice.real(2, 4)
    sides = dice.pick((40, 40, 6, 8, 4))
    body = rod(radius, z, sides=sides) - rod(radius - wall, z, "cavity", sides=sides).at(z=wall)
    windows = dice.yes(0.4)
    if windows:
        cut = slot(z * 0.5, radius * 0.25, 4 * wall).turned(y=90).at(radius - wall * 3, 0, z * 0.5)
        body -= cut.around(8)
    words = {40: "round", 6: "hexagonal", 8: "octagonal", 4: "square"}
    return Draft(body, {}, {"slots": windows}, {"outline": words[sides], "top": "open"})


def _cable_clip(dice: Dice) -> Draft:
    radius, width = dice.real(3, 8), dice.real(8, 16)
    base = rounded_block(radius * 5, width, 2.4, 1.0)
    ring = tube(radius * 1.4, radius, width).turned(x=90).at(y=width / 2, z=radius * 1.3 + 2)
    gap = block(radius * 3, width + 2, radius * 0.9).at(radius * 1.5, 0, radius * 1.4 + 2)
    return Draft(base + (ring - gap), {}, {"opening": True, "adhesive base": True},
                 {"profile": "C-shaped"})  # fmt: skip


def _spool(dice: Dice) -> Draft:
    radius, width = dice.real(25, 110), dice.real(25, 80)
    z, core = 4.0, radius * dice.real(0.3, 0.5)
    disc = rod(radius, z, "flange")
    windows = dice.pick((0, 3, 4, 6))
    if windows:
        disc -= hole(radius * 0.16, z, radius * 0.7).around(windows)
    body = union([disc, disc.at(z=width), rod(core, width + z)])
    body -= rod(core * 0.6, width * 3, "bore").at(z=-9)
    return Draft(body.turned(x=90), {}, {"windows in the flanges": windows > 0},
                 {"outline": "round"})  # fmt: skip


def _basket(dice: Dice) -> Draft:
    radius, z = dice.real(40, 90), dice.real(40, 90)
    bars, rings = dice.whole(12, 22), dice.whole(2, 4)
    thick = radius * 0.035
    hoops = []
    for index in range(rings + 1):
        r = radius * (0.75 + 0.25 * index / rings)
        circle = [(r * np.cos(t), r * np.sin(t), z * index / rings)
                  for t in np.linspace(0, 2 * np.pi, 36, endpoint=False)]  # fmt: skip
        hoops.append(wire(circle, thick, "hoop", sides=8, closed=True))
    strut = wire([(radius * 0.75, 0, 0), (radius * 0.875, 0, z / 2), (radius, 0, z)], thick * 0.8,
                 "bar", sides=8)  # fmt: skip
    handle = dice.yes(0.5)
    parts = [*hoops, strut.around(bars), rod(radius * 0.75, thick * 1.5)]
    if handle:
        arch = [(radius * np.cos(t), 0.0, z + radius * np.sin(t))
                for t in np.linspace(0, np.pi, 20)]  # fmt: skip
        parts.append(wire(arch, thick, "handle", sides=8))
    return Draft(union(parts), {}, {"handle": handle}, {"top": "open"})


def _pallet(dice: Dice) -> Draft:
    x, y = dice.real(800, 1200), dice.real(600, 1000)
    boards, z = dice.whole(4, 8), dice.real(15, 25)
    step = x / boards
    top = [block(step * 0.7, y, z, "board").at((i - (boards - 1) / 2) * step, 0, 120)
           for i in range(boards)]  # fmt: skip
    rails = [block(x, 80, z).at(0, s * (y / 2 - 40), 100) for s in (-1, 0, 1)]
    feet = [block(100, 80, 105).at(a * (x / 2 - 50), s * (y / 2 - 40)) for a in (-1, 0, 1)
            for s in (-1, 0, 1)]  # fmt: skip
    return Draft(union([*top, *rails, *feet]), {"board": boards}, {"feet": True})


def _crate(dice: Dice) -> Draft:
    x, y, z = dice.real(200, 400), dice.real(200, 300), dice.real(150, 300)
    wall, slats = 12.0, dice.whole(3, 5)
    body = _box(x, y, z, wall, 1)
    pitch = z / slats
    for index in range(slats):
        gap_z = (index + 0.85) * pitch
        body -= block(x + 9, y - 5 * wall, pitch * 0.2, "slot").at(z=gap_z)
        body -= block(x - 5 * wall, y + 9, pitch * 0.2, "slot").at(z=gap_z)
    return Draft(body, {"slat": slats}, {"slats": True, "dividers": False}, {"top": "open"})


BUILDERS = (
    Builder("enclosure", "rectangular", _enclosure),
    Builder("enclosure", "round", _round_case, held_out=True),
    Builder("lid", "rectangular", _lid),
    Builder("lid", "screw cap", _screw_cap),
    Builder("tray", "cells", _tray),
    Builder("storage bin", "front", _open_bin),
    Builder("phone stand", "leaning", _phone_stand),
    Builder("phone stand", "wedge", _wedge_stand),
    Builder("tube rack", "two levels", _tube_rack),
    Builder("tube rack", "block", _block_rack),
    Builder("pen holder", "cup", _pen_holder),
    Builder("cable clip", "snap", _cable_clip),
    Builder("spool", "flanged", _spool),
    Builder("basket", "wire", _basket),
    Builder("pallet", "boards", _pallet),
    Builder("crate", "slats", _crate),
)
