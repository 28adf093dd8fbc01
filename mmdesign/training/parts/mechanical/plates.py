"""Plates, gaskets, covers and extruded profiles."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    ball,
    block,
    hole,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    union,
)


def _corner_holes(x: float, y: float, z: float, count: int, radius: float) -> list[Body]:
    inset = 0.12 * min(x, y) + radius
    px, py = x / 2 - inset, y / 2 - inset
    places = {
        0: (),
        2: ((-px, 0.0), (px, 0.0)),
        4: ((-px, -py), (px, -py), (-px, py), (px, py)),
        6: ((-px, -py), (0.0, -py), (px, -py), (-px, py), (0.0, py), (px, py)),
    }[count]
    return [hole(radius, z, *place) for place in places]


def _mounting_plate(dice: Dice) -> Draft:
    x, y, z = dice.real(50, 160), dice.real(35, 90), dice.real(2, 9)
    rounded = dice.yes(0.5)
    body = rounded_block(x, y, z, min(x, y) * 0.15) if rounded else block(x, y, z)
    count, radius = dice.pick((2, 4, 4, 6)), min(x, y) * dice.real(0.04, 0.08)
    for drill in _corner_holes(x, y, z, count, radius):
        body -= drill
    slots, boss, centre = dice.pick((0, 0, 1, 2)), dice.yes(0.25), False
    for index in range(slots):
        body -= slot(x * 0.4, y * 0.1, z).at(y=(index - (slots - 1) / 2) * y * 0.35)
    if not slots and boss:
        body += rod(min(x, y) * 0.17, z * 2, "boss").at(z=z)
        body -= hole(min(x, y) * 0.08, z * 3)
    elif not slots and dice.yes(0.5):
        centre = True
        body -= hole(min(x, y) * dice.real(0.15, 0.26), z)
    has_boss = bool(boss and not slots)
    return Draft(
        body,
        {"hole": count + centre + has_boss, "slot": slots},
        {"slot": slots > 0, "boss": has_boss, "central hole": centre or has_boss},
        {"outline": "rectangular", "corners": "rounded" if rounded else "sharp"},
    )


def _round_plate(dice: Dice) -> Draft:
    radius, z = dice.real(25, 80), dice.real(2, 8)
    count = dice.whole(3, 8)
    body = rod(radius, z) - hole(radius * dice.real(0.05, 0.09), z, radius * 0.75).around(count)
    centre = dice.yes(0.6)
    if centre:
        body -= hole(radius * dice.real(0.15, 0.4), z)
    return Draft(body, {"hole": count + centre, "slot": 0},
                 {"slot": False, "boss": False, "central hole": centre},
                 {"outline": "round"})  # fmt: skip


def _triangle_plate(dice: Dice) -> Draft:
    radius, z = dice.real(30, 80), dice.real(2, 8)
    corner = radius * 0.28
    lobe = rod(corner, z).at(radius)
    web = prism([(radius * np.cos(a), radius * np.sin(a)) for a in np.radians((0, 120, 240))], z)
    arms = union([block(radius, 2 * corner, z).at(x=radius / 2).turned(z=120.0 * k)
                  for k in range(3)])  # fmt: skip
    body = lobe.around(3) + web + arms - hole(corner * 0.45, z, radius).around(3)
    centre = dice.yes(0.6)
    if centre:
        body -= hole(radius * 0.25, z)
    return Draft(body, {"hole": 3 + centre, "slot": 0},
                 {"slot": False, "boss": False, "central hole": centre},
                 {"outline": "triangular"})  # fmt: skip


def _perforated_plate(dice: Dice) -> Draft:
    columns, rows, pitch = dice.whole(4, 9), dice.whole(3, 7), dice.real(6, 12)
    z, square = dice.real(1, 3), dice.yes(0.4)
    body = block(columns * pitch + 4, rows * pitch + 4, z)
    size = pitch * dice.real(0.25, 0.38)
    one = block(2 * size, 2 * size, z + 2, "hole").at(z=-1) if square else hole(size, z)
    tools = [one.at((i - (columns - 1) / 2) * pitch, (j - (rows - 1) / 2) * pitch)
             for i in range(columns) for j in range(rows)]  # fmt: skip
    return Draft(body - union(tools), {"hole": columns * rows}, {"many holes": True},
                 {"hole shape": "square holes" if square else "round holes"})  # fmt: skip


def _louvre_plate(dice: Dice) -> Draft:
    x, z = dice.real(60, 140), dice.real(1.5, 4)
    count = dice.whole(4, 10)
    pitch = dice.real(7, 12)
    y = pitch * (count + 1)
    tools = [slot(x * 0.75, pitch * 0.4, z).at(y=(i - (count - 1) / 2) * pitch)
             for i in range(count)]  # fmt: skip
    body = block(x, y, z) - union(tools)
    for drill in _corner_holes(x, y, z, 4, min(2.5, x * 0.03)):
        body -= drill
    return Draft(body, {"slot": count, "hole": 4}, {"many slots": True},
                 {"outline": "rectangular"})  # fmt: skip


def _gasket(dice: Dice) -> Draft:
    radius, z = dice.real(25, 60), dice.real(0.8, 2)
    oval = dice.yes(0.5)
    if oval:
        body = rod(radius, z) - hole(radius * 0.62, z)
        count = 2
        ears = union([rod(radius * 0.35, z).at(side * radius * 1.1) for side in (-1, 1)])
        body = (rod(radius * 0.95, z) + ears) - hole(radius * 0.62, z)
        for side in (-1, 1):
            body -= hole(radius * 0.14, z, side * radius * 1.15)
    else:
        count = dice.whole(4, 8)
        body = rod(radius, z) - hole(radius * 0.6, z)
        body -= hole(radius * 0.07, z, radius * 0.8).around(count)
    return Draft(body, {"bolt hole": count}, {"ears": oval},
                 {"outline": "oval" if oval else "round", "thickness": "thin"})  # fmt: skip


def _frame_gasket(dice: Dice) -> Draft:
    x, y, z = dice.real(50, 120), dice.real(40, 80), dice.real(0.8, 2)
    rim = min(x, y) * 0.17
    body = rounded_block(x, y, z, rim) - rounded_block(
        x - 2 * rim, y - 2 * rim, z + 2, rim * 0.5, "hole").at(z=-1)  # fmt: skip
    count = 4
    for sx in (-1, 1):
        for sy in (-1, 1):
            body -= hole(rim * 0.22, z, sx * (x - rim) / 2, sy * (y - rim) / 2)
    return Draft(body, {"bolt hole": count}, {"ears": False},
                 {"outline": "rectangular", "thickness": "thin"})  # fmt: skip


def _brick(dice: Dice) -> Draft:
    columns, rows = dice.whole(1, 6), dice.pick((1, 2, 2))
    pitch, high = 8.0, dice.pick((3.2, 9.6))
    body = block(columns * pitch - 0.2, rows * pitch - 0.2, high)
    body -= block(columns * pitch - 3, rows * pitch - 3, high - 1.2, "cavity").at(z=-0.01)
    studs = [rod(2.4, 1.8, "stud", sides=24).at(
        (i - (columns - 1) / 2) * pitch, (j - (rows - 1) / 2) * pitch, high)
        for i in range(columns) for j in range(rows)]  # fmt: skip
    return Draft(body + union(studs), {"stud": columns * rows}, {"studs": True, "slope": False},
                 {"height": "flat" if high < 4 else "tall"})  # fmt: skip


def _beam(outline: list[Point2], dice: Dice, size: float) -> Body:
    return prism(outline, size * dice.real(1.5, 5)).turned(y=90)


def _i_beam(dice: Dice) -> Draft:
    w, h = dice.real(20, 50), dice.real(30, 80)
    t = min(w, h) * dice.real(0.1, 0.18)
    a, b = w / 2, h / 2
    outline = [(-a, -b), (a, -b), (a, -b + t), (t / 2, -b + t), (t / 2, b - t), (a, b - t), (a, b),
               (-a, b), (-a, b - t), (-t / 2, b - t), (-t / 2, -b + t), (-a, -b + t)]  # fmt: skip
    return Draft(_beam(outline, dice, h), flags={"hollow": False, "web openings": False},
                 shape={"profile": "I-shaped"})  # fmt: skip


def _channel_beam(dice: Dice) -> Draft:
    w, h = dice.real(20, 50), dice.real(30, 80)
    t = min(w, h) * dice.real(0.1, 0.18)
    outline = [(0, 0), (w, 0), (w, t), (t, t), (t, h - t), (w, h - t), (w, h), (0, h)]
    return Draft(_beam(outline, dice, h), flags={"hollow": False, "web openings": False},
                 shape={"profile": "U-shaped"})  # fmt: skip


def _angle_beam(dice: Dice) -> Draft:
    w, h = dice.real(20, 60), dice.real(20, 60)
    t = min(w, h) * dice.real(0.08, 0.16)
    outline = [(0, 0), (w, 0), (w, t), (t, t), (t, h), (0, h)]
    return Draft(_beam(outline, dice, h), flags={"hollow": False, "web openings": False},
                 shape={"profile": "L-shaped"})  # fmt: skip


def _tee_beam(dice: Dice) -> Draft:
    w, h = dice.real(20, 60), dice.real(20, 60)
    t = min(w, h) * dice.real(0.1, 0.16)
    outline = [(-w / 2, 0), (w / 2, 0), (w / 2, t), (t / 2, t), (t / 2, h), (-t / 2, h),
               (-t / 2, t), (-w / 2, t)]  # fmt: skip
    return Draft(_beam(outline, dice, h), flags={"hollow": False, "web openings": False},
                 shape={"profile": "T-shaped"})  # fmt: skip


def _box_beam(dice: Dice) -> Draft:
    w, h, length = dice.real(20, 60), dice.real(20, 60), dice.real(80, 250)
    t = min(w, h) * dice.real(0.06, 0.14)
    body = block(w, h, length) - block(w - 2 * t, h - 2 * t, length + 2, "bore").at(z=-1)
    return Draft(body.turned(y=90), {}, {"hollow": True, "web openings": False},
                 {"profile": "rectangular"})  # fmt: skip


def _t_slot_profile(dice: Dice) -> Draft:
    size, length = dice.pick((20.0, 30.0, 40.0)), dice.real(60, 250)
    body = rounded_block(size, size, length, size * 0.06)
    mouth = block(size * 0.4, size * 0.26, length + 2, "slot").at(x=size * 0.45, z=-1)
    pocket = block(size * 0.16, size * 0.52, length + 2, "slot").at(x=size * 0.3, z=-1)
    body -= (mouth + pocket).around(4)
    body -= hole(size * 0.11, length)
    return Draft(body.turned(y=90), {"slot": 4}, {"slots": True}, {"profile": "square"})


def _gear_rack(dice: Dice) -> Draft:
    teeth, module = dice.whole(8, 24), dice.real(1.5, 4)
    pitch = np.pi * module
    width, back = module * dice.real(4, 9), module * dice.real(1.5, 3)
    tooth = prism([(-pitch * 0.44, 0), (pitch * 0.44, 0), (pitch * 0.17, 2.2 * module),
                   (-pitch * 0.17, 2.2 * module)], width, "tooth").turned(x=90)  # fmt: skip
    bar = block(teeth * pitch, width, back).at(y=-width / 2)
    row = union([tooth.at((i - (teeth - 1) / 2) * pitch, 0, back) for i in range(teeth)])
    return Draft(bar + row, {"tooth": teeth}, {"teeth": True}, {"outline": "straight"})


def _heat_sink(dice: Dice) -> Draft:
    x, y = dice.real(25, 70), dice.real(25, 70)
    z, fins = dice.real(3, 6), dice.whole(5, 14)
    high, thick = dice.real(10, 35), x / (fins * dice.real(2.2, 3.5))
    row = [block(thick, y, high, "fin").at((i / (fins - 1) - 0.5) * (x - thick), 0, z - 0.01)
           for i in range(fins)]  # fmt: skip
    body = block(x, y, z) + union(row)
    return Draft(body, {"fin": fins}, {"fins": True, "pins": False}, {"outline": "rectangular"})


def _pin_heat_sink(dice: Dice) -> Draft:
    size, count = dice.real(25, 60), dice.whole(4, 7)
    z, high = dice.real(2, 5), dice.real(10, 30)
    pitch = size / count
    pins = [rod(pitch * 0.28, high, "pin", sides=16).at(
        (i - (count - 1) / 2) * pitch, (j - (count - 1) / 2) * pitch, z - 0.01)
        for i in range(count) for j in range(count)]  # fmt: skip
    return Draft(block(size, size, z) + union(pins), {"pin": count * count},
                 {"fins": False, "pins": True}, {"outline": "square"})  # fmt: skip


def _radial_heat_sink(dice: Dice) -> Draft:
    core, fins = dice.real(8, 18), dice.whole(10, 24)
    high, reach = dice.real(10, 35), dice.real(10, 25)
    fin = block(reach, core * 0.12, high, "fin").at(x=core + reach / 2 - core * 0.1)
    return Draft(rod(core, high) + fin.around(fins), {"fin": fins},
                 {"fins": True, "pins": False}, {"outline": "round"})  # fmt: skip


def _cinder_block(dice: Dice) -> Draft:
    x, y, z = dice.real(300, 420), dice.real(140, 200), dice.real(140, 200)
    cells = dice.pick((2, 3))
    cell = x / cells
    tools = [block(cell * 0.72, y * 0.66, z + 2, "cavity").at((i - (cells - 1) / 2) * cell, 0, -1)
             for i in range(cells)]  # fmt: skip
    return Draft(block(x, y, z) - union(tools), {"cavity": cells}, {"hollow": True},
                 {"outline": "rectangular"})  # fmt: skip


def _dumbbell(dice: Dice) -> Draft:
    grip, radius = dice.real(90, 140), dice.real(12, 18)
    head, thick, style = dice.real(30, 60), dice.real(25, 60), dice.pick(("hex", "round", "ball"))
    bar = rod(radius, grip + thick, "handle").at(z=-(grip + thick) / 2)
    weight = {"hex": rod(head, thick, "weight", sides=6), "round": rod(head, thick, "weight"),
              "ball": ball(head * 0.9, "weight").at(z=thick / 2)}[style]  # fmt: skip
    body = bar + weight.at(z=grip / 2) + weight.at(z=-grip / 2 - thick)
    words = {"hex": "hexagonal", "round": "round", "ball": "spherical"}
    return Draft(body.turned(y=90), {"weight": 2}, {"handle": True}, {"ends": words[style]})


def _spacer(dice: Dice) -> Draft:
    outer, height = dice.real(4, 15), dice.real(5, 50)
    hexagonal = dice.yes(0.4)
    body = rod(outer, height, sides=6) if hexagonal else rod(outer, height)
    body -= rod(outer * dice.real(0.4, 0.65), height + 2, "hole").at(z=-1)
    return Draft(body, {"hole": 1}, {"flange": False, "stud": False},
                 {"section": "hexagonal" if hexagonal else "round",
                  "length": "long" if height > 4 * outer else "short"})  # fmt: skip


def _bushing(dice: Dice) -> Draft:
    outer, height = dice.real(6, 25), dice.real(8, 40)
    flanged = dice.yes(0.6)
    body = tube(outer, outer * dice.real(0.6, 0.8), height)
    if flanged:
        body += tube(outer * 1.4, outer * 0.9, height * 0.15, "flange")
    return Draft(body, {"hole": 1}, {"flange": flanged, "slit": False}, {"outline": "round"})


BUILDERS = (
    Builder("plate", "mounting", _mounting_plate),
    Builder("plate", "round", _round_plate),
    Builder("plate", "triangle", _triangle_plate, held_out=True),
    Builder("perforated plate", "grid", _perforated_plate),
    Builder("perforated plate", "louvre", _louvre_plate),
    Builder("gasket", "round", _gasket),
    Builder("gasket", "frame", _frame_gasket, held_out=True),
    Builder("building brick", "studs", _brick),
    Builder("beam", "i", _i_beam),
    Builder("beam", "channel", _channel_beam),
    Builder("beam", "angle", _angle_beam),
    Builder("beam", "tee", _tee_beam, held_out=True),
    Builder("beam", "box", _box_beam),
    Builder("t-slot profile", "four", _t_slot_profile),
    Builder("gear rack", "straight", _gear_rack),
    Builder("heat sink", "fins", _heat_sink),
    Builder("heat sink", "pins", _pin_heat_sink),
    Builder("heat sink", "radial", _radial_heat_sink, held_out=True),
    Builder("cinder block", "cells", _cinder_block),
    Builder("dumbbell", "bar", _dumbbell),
    Builder("spacer", "sleeve", _spacer),
    Builder("bushing", "sleeve", _bushing),
)
