"""What is built into rooms or rolls through them: doors, windows, stairs, racks, bins, carts."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, bead, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hull,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    union,
    wire,
)


def _panel_door(dice: Dice) -> Draft:
    x, z, deep = dice.real(700, 1000), dice.real(1950, 2200), dice.real(35, 50)
    rows, columns = dice.whole(1, 4), dice.pick((1, 2))
    body = block(x, deep, z, "door leaf")
    step_x, step_z = x * 0.86 / columns, z * 0.92 / rows
    sunk = block(step_x * 0.75, deep * 0.3, step_z * 0.8, "panel")
    for face in (-1, 1):
        grid = in_row(in_row(sunk, columns, x=step_x), rows, z=step_z)
        body -= grid.at(0, face * deep * 0.48, z / 2 - step_z * 0.4)
    frame = dice.yes(0.6)
    if frame:
        body += in_row(block(90, deep * 2.4, z + 80, "frame"), 2, x=x + 80)
        body += block(x + 170, deep * 2.4, 90, "frame").at(z=z - 5)
    round_ = dice.yes()
    for face in (-1, 1):
        at = (x * 0.42, face * deep * 0.5, z * 0.48)
        body += rod(12, 60, "handle").turned(x=90 * -face).at(*at)
        grip = ball(32, "handle") if round_ else block(130, 20, 24, "handle").at(-50)
        body += grip.at(at[0], at[1] + face * 60, at[2])
    return Draft(body, {"panel": rows * columns},
                 {"door frame": frame, "glass pane": False}, {"height": "tall"})  # fmt: skip


def _glazed_door(dice: Dice) -> Draft:
    x, z, deep = dice.real(700, 1000), dice.real(1950, 2300), dice.real(40, 60)
    leaves, bars = dice.pick((1, 2)), dice.whole(0, 4)
    rim, high = dice.real(80, 130), z * dice.real(0.5, 0.9)
    leaf = block(x, deep, z, "door leaf") - block(x - 2 * rim, deep * 2, high - rim, "pane").at(
        z=z - high)  # fmt: skip
    leaf += block(x - rim, deep * 0.25, z - 20, "pane").at(z=10)
    if bars:
        leaf += in_row(block(x - rim, deep * 0.6, 26, "bar").at(z=z - high / 2), bars,
                       z=high / (bars + 1))  # fmt: skip
    frame = dice.yes(0.5)
    body = in_row(leaf, leaves, x=x + 4) + block(8, deep * 0.5, z)
    for side in (-1, 1) if leaves == 2 else (1,):
        at_x = side * 50.0 if leaves == 2 else x * 0.44
        body += rod(11, z * 0.25, "handle").at(at_x, -deep * 1.4, z * 0.4)
        body += in_row(block(14, deep * 1.5, 14, "handle").at(at_x, -deep * 0.8, z * 0.5), 2,
                       z=z * 0.18)  # fmt: skip
    if frame:
        body += in_row(block(90, deep * 2, z + 80, "frame"), 2, x=x * leaves + 80)
        body += block(x * leaves + 170, deep * 2, 90, "frame").at(z=z - 5)
    return Draft(body, {"panel": leaves}, {"door frame": frame, "glass pane": True},
                 {"width": "double" if leaves == 2 else "single"})  # fmt: skip


def _sash_window(dice: Dice) -> Draft:
    x, z, deep = dice.real(500, 1800), dice.real(500, 1600), dice.real(50, 100)
    columns, rows, rim = dice.whole(1, 4), dice.whole(1, 3), dice.real(40, 80)
    sill, shutters = dice.yes(), dice.yes(0.35)
    body = block(x, deep, z, "frame")
    step_x, step_z = (x - rim) / columns, (z - rim) / rows
    cut = block(step_x - rim, deep * 3, step_z - rim, "pane")
    body -= in_row(in_row(cut, columns, x=step_x), rows, z=step_z).at(
        0, 0, z / 2 - (step_z - rim) / 2)  # fmt: skip
    body += block(x - rim, deep * 0.15, z - rim, "pane").at(z=rim / 2)
    if sill:
        body += block(x + 160, deep + 160, 45, "sill").at(0, -50, -40)
    if shutters:
        wing = block(x * 0.48, 35, z, "shutter")
        wing -= in_row(block(x * 0.36, 50, 22, "slot").at(0, -25, z / 2), 10, z=z * 0.085)
        body += in_row(wing, 2, x=x * 1.48)
    return Draft(body, {"pane": columns * rows}, {"sill": sill, "shutters": shutters},
                 {"outline": "rectangular"})  # fmt: skip


def _arched_window(dice: Dice) -> Draft:
    radius, z, deep = dice.real(250, 600), dice.real(300, 1200), dice.real(60, 120)
    rim, rays = dice.real(0.1, 0.2), dice.whole(1, 4)

    def arch(size: float, thick: float) -> Body:
        return (rod(size, thick) + block(2 * size, z, thick).at(y=-z / 2)).labelled("frame")

    inner = radius * (1 - rim)
    body = arch(radius, deep) - arch(inner, deep * 2).labelled("pane").at(z=-5)
    body += arch(inner + 2, deep * 0.2).labelled("pane").at(z=deep * 0.4)
    for index in range(rays):
        turn = 180.0 * (index + 1) / (rays + 1)
        body += block(inner, 30, deep * 0.6, "bar").at(inner / 2).turned(z=turn).at(z=deep * 0.2)
    body += block(2 * inner, 30, deep * 0.6, "bar").at(z=deep * 0.2)
    body += block(2 * radius, radius * rim, deep).at(y=-z + radius * rim / 2)
    sill = dice.yes()
    if sill:
        body += block(2.3 * radius, 60, deep * 2, "sill").at(y=-z - 25)
    return Draft(body.turned(x=90), {"pane": rays + 2}, {"sill": sill, "shutters": False},
                 {"profile": "arched"})  # fmt: skip


def _spiral_stairs(dice: Dice) -> Draft:
    steps, radius, rise = dice.whole(6, 16), dice.real(650, 1100), dice.real(160, 220)
    turn, hand_rail = dice.real(20, 32) * dice.pick((-1, 1)), dice.yes(0.6)
    wedge = hull(rod(70, 50), rod(20, 50).at(radius, radius * 0.19),
                 rod(20, 50).at(radius, -radius * 0.19), feature="step")  # fmt: skip
    pieces = [wedge.turned(z=turn * k).at(z=rise * (k + 1)) for k in range(steps)]
    body = union(pieces) + rod(80, rise * (steps + 1) + (900 if hand_rail else 60), "column")
    if hand_rail:
        path = [(radius * np.cos(a), radius * np.sin(a), rise * (k + 1) + 900)
                for k, a in ((k, np.radians(turn * k)) for k in range(steps))]  # fmt: skip
        body += wire(path, 28, "hand rail")
        body += union([rod(14, 900, "hand rail", sides=8).at(p[0], p[1], p[2] - 880) for p in path])
    return Draft(
        body,
        {"step": steps},
        {"open risers": True, "hand rail": hand_rail, "central column": True},
        {},
    )


def _landing_stairs(dice: Dice) -> Draft:
    lower, upper, wide = dice.whole(2, 6), dice.whole(2, 6), dice.real(700, 1200)
    rise, run, hand_rail = dice.real(150, 190), dice.real(240, 310), dice.yes(0.6)
    body = union([block(wide, run * 1.01, rise * (k + 1), "step").at(y=k * run)
                  for k in range(lower)])  # fmt: skip
    top, corner = rise * (lower + 1), lower * run + wide / 2 - run / 2
    body += block(wide, wide, top, "landing").at(y=corner)
    body += union([block(run * 1.01, wide, top + rise * (k + 1), "step").at(
        wide / 2 + run * (k + 0.5), corner) for k in range(upper)])  # fmt: skip
    if hand_rail:
        for k in range(lower):
            post = rod(16, 900, "hand rail", sides=10)
            body += post.at(-wide * 0.46, k * run, rise * (k + 1) - 5)
        start = (-wide * 0.46, 0, rise + 890)
        body += bar(start, (-wide * 0.46, (lower - 1) * run, rise * lower + 890), 28, "hand rail")
    return Draft(body, {"step": lower + upper},
                 {"open risers": False, "hand rail": hand_rail, "central column": False},
                 {"profile": "L-shaped"})  # fmt: skip


def _wall_shelf(dice: Dice) -> Draft:
    x, y, shelves = dice.real(400, 1200), dice.real(150, 300), dice.whole(1, 3)
    thick, gap, brackets = dice.real(18, 40), dice.real(200, 320), dice.whole(2, 3)
    style = dice.pick(("triangle", "wire", "none"))
    one = block(x, y, thick, "shelf")
    if style == "triangle":
        web = prism([(0, 0), (-y * 0.85, 0), (0, -y * 0.85)], 22, "bracket").turned(x=90, z=90)
        one += in_row(web.at(-11, y / 2), brackets, x=x * 0.75 / (brackets - 1))
    elif style == "wire":
        brace = bar((0, y * 0.48, -y * 0.7), (0, -y * 0.4, 2), 8, "bracket") + bar(
            (0, y * 0.48, -y * 0.75), (0, y * 0.48, 2), 8, "bracket")  # fmt: skip
        one += in_row(brace, brackets, x=x * 0.75 / (brackets - 1))
    body = in_row(one, shelves, z=gap)
    if shelves > 1 or style == "none":
        body += block(x, 15, gap * shelves, "back").at(0, y / 2, -gap * (shelves - 0.4) / 2)
    hooks = dice.pick((0, 0, 3, 5))
    if hooks:
        low = -(shelves - 1) / 2 * gap
        pin = bar((0, -y * 0.3, low + 2), (0, -y * 0.3, low - 60), 6, "hook", sides=8)
        pin += bar((0, -y * 0.3 + 5, low - 58), (0, -y * 0.3 - 35, low - 45), 6, "hook", sides=8)
        body += in_row(pin, hooks, x=x * 0.8 / hooks)
    return Draft(
        body,
        {"shelf": shelves, "hook": hooks, "bracket": 0 if style == "none" else brackets * shelves},
        {"hooks": hooks > 0, "brackets": style != "none"},
        {"outline": "long"},
    )


def _coat_rack(dice: Dice) -> Draft:
    high, hooks, feet = dice.real(1500, 1900), dice.whole(4, 8), dice.pick((3, 4))
    thick, rows = dice.real(16, 30), dice.pick((1, 2))
    body = rod(thick, high) + ball(thick * 1.5).at(z=high)
    foot = [(0, 0, 200), (220, 0, 120), (280, 0, 12)]
    hook = [(0, 0, 0), (110, 0, 30), (150, 0, 110), (140, 0, 140)]
    body += wire(foot, thick * 0.8, "foot").around(feet)
    for row in range(rows):
        arm = wire(hook, thick * 0.45, "hook", sides=8) + bead(thick * 0.7, "hook").at(140, 0, 140)
        body += arm.around(hooks, 20.0 * row).at(z=high * (0.86 - 0.16 * row))
    ring = dice.yes(0.4)
    if ring:
        body += tube(160, 146, 16, "umbrella ring").at(z=high * 0.35)
        body += bar((0, 0, high * 0.355), (155, 0, high * 0.355), 8, "umbrella ring").around(3)
    return Draft(body, {"hook": hooks * rows, "foot": feet}, {"umbrella ring": ring}, {})


def _pedal_bin(dice: Dice) -> Draft:
    radius, lid = dice.real(90, 190), dice.yes(0.6)
    high, square = radius * dice.real(1.8, 3.6), dice.yes(0.4)
    sides, turn = (4, 45.0) if square else (40, 0.0)
    body = rod(radius, high, top=radius * dice.real(1.0, 1.25), sides=sides)
    body -= rod(radius * 0.93, high, "cavity", top=radius * 0.95, sides=sides).at(z=12)
    if lid:
        dome = rod(radius * 1.2, radius * 0.3, "lid", top=radius * 0.3, sides=sides)
        body += (rod(radius * 1.25, 18, "lid", sides=sides) + dome.at(z=17)).at(z=high - 4)
    body = body.turned(z=turn)
    pedal = lid and dice.yes(0.6)
    if pedal:
        body += block(radius * 0.5, radius * 0.9, 14, "pedal").at(0, -radius * 0.95, 15)
    return Draft(body, {}, {"lid": lid, "pedal": pedal, "wheels": False, "holes": False},
                 {"outline": "square" if square else "round"})  # fmt: skip


def _wheelie_bin(dice: Dice) -> Draft:
    x, y, z = dice.real(400, 600), dice.real(450, 700), dice.real(800, 1100)
    outer = hull(rounded_block(x * 0.8, y * 0.7, 5, 40), rounded_block(x, y, 5, 40).at(z=z))
    open_ = dice.yes(0.4)
    body = outer
    if open_:
        body -= hull(
            rounded_block(x * 0.75, y * 0.65, 5, 40).at(z=20),
            rounded_block(x * 0.95, y * 0.95, 5, 40).at(z=z + 20),
            feature="cavity",
        )
    else:
        body += hull(block(x * 1.05, y * 1.08, 20), block(x * 0.9, y * 0.7, 60), feature="lid").at(
            z=z - 2)  # fmt: skip
    body += block(x * 1.06, y * 1.06, 30, "rim").at(z=z - 50) - outer if not open_ else block(
        x * 0.8, 60, 40).at(0, y * 0.5, z - 40)  # fmt: skip
    body += rod(90, 45, "wheel").turned(y=90).at(x * 0.4, y * 0.36, 80)
    body += rod(90, 45, "wheel").turned(y=-90).at(-x * 0.4, y * 0.36, 80)
    body += bar((-x * 0.42, y * 0.36, 80), (x * 0.42, y * 0.36, 80), 16)
    body += bar((-x * 0.4, y * 0.6, z - 20), (x * 0.4, y * 0.6, z - 20), 16, "handle")
    body += in_row(block(30, y * 0.16, 30, "handle").at(0, y * 0.53, z - 35), 2, x=x * 0.6)
    return Draft(body, {"wheel": 2}, {"lid": not open_, "pedal": False, "wheels": True,
                 "holes": False}, {"height": "tall"})  # fmt: skip


def _paper_bin(dice: Dice) -> Draft:
    radius, rows, columns = dice.real(100, 160), dice.whole(2, 5), dice.whole(10, 18)
    high = radius * dice.real(1.6, 2.4)
    body = rod(radius * 0.8, high, top=radius) - rod(radius * 0.77, high, "cavity",
                                                    top=radius * 0.98).at(z=5)  # fmt: skip
    cut = slot(high * 0.6 / rows, radius * 0.14, radius * 0.5).turned(y=90)
    ring = cut.at(radius * 0.6).around(columns)
    body -= in_row(ring, rows, z=high * 0.8 / rows).at(z=high * 0.52)
    body += tube(radius * 1.04, radius * 0.96, 12, "rim").at(z=high - 10)
    return Draft(body, {"slot": rows * columns}, {"lid": False, "pedal": False, "wheels": False,
                 "holes": True}, {"outline": "round"})  # fmt: skip


def _service_cart(dice: Dice) -> Draft:
    x, y, z = dice.real(500, 900), dice.real(350, 550), dice.real(700, 1000)
    shelves, rim, post = dice.whole(2, 4), dice.real(20, 90), dice.real(10, 18)
    body = at_corners(rod(post, z), x, y).at(z=110)
    for index in range(shelves):
        tray = rounded_block(x + 20, y + 20, rim, 20, "shelf") - rounded_block(
            x - 10, y - 10, rim, 15, "cavity").at(z=8)  # fmt: skip
        body += tray.at(z=150 + index * (z - 150) / (shelves - 1))
    caster = rod(50, 28, "wheel").turned(x=90).at(0, 14, 50) + block(40, 40, 50).at(z=75)
    body += at_corners(caster, x, y)
    handle = dice.yes(0.7)
    if handle:
        loop = [(x / 2, -y / 2, z + 90), (x / 2 + 110, -y / 2, z + 130),
                (x / 2 + 110, y / 2, z + 130), (x / 2, y / 2, z + 90)]  # fmt: skip
        body += wire(loop, 13, "handle")
    return Draft(body, {"shelf": shelves, "wheel": 4}, {"push handle": handle, "basket": False}, {})


def _shopping_cart(dice: Dice) -> Draft:
    x, y, z = dice.real(650, 900), dice.real(420, 560), dice.real(320, 450)
    bars, rings, low = dice.whole(5, 9), dice.whole(3, 5), dice.real(380, 480)
    body, thick = block(x * 0.75, y * 0.8, 10, "basket").at(z=low), 5.0
    wires: list[Body] = []
    for index in range(rings):
        share = 0.8 + 0.2 * index / (rings - 1)
        a, b, h = x * share / 2, y * share / 2, low + z * index / (rings - 1) + 5
        loop = [(a, 0, h), (a, b, h), (0, b, h), (-a, b, h), (-a, 0, h), (-a, -b, h), (0, -b, h),
                (a, -b, h)]  # fmt: skip
        wires.append(wire(loop, thick + 1, "basket", sides=4, closed=True))
    for side in (-1, 1):
        for k in range(bars):
            p = (k + 0.5) / bars - 0.5
            wires.append(
                bar(
                    (p * x * 0.8, side * y * 0.4, low + 3),
                    (p * x, side * y * 0.5, low + z + 5),
                    thick,
                    "basket",
                    sides=4,
                )
            )
            wires.append(
                bar(
                    (side * x * 0.4, p * y * 0.8, low + 3),
                    (side * x * 0.5, p * y, low + z + 5),
                    thick,
                    "basket",
                    sides=4,
                )
            )
        leg = [(x * 0.48, side * y * 0.4, low + z), (x * 0.3, side * y * 0.4, low), (x * 0.38,
               side * y * 0.42, 110), (-x * 0.4, side * y * 0.32, 110)]  # fmt: skip
        body += wire(leg, 12, "frame") + bar(
            (x * 0.48, side * y * 0.4, low + z), (x * 0.66, side * y * 0.4, low + z + 90), 12
        )
    for px, py in ((x * 0.38, y * 0.42), (-x * 0.38, y * 0.32)):
        wheel = rod(55, 25, "wheel").turned(x=90).at(px, py, 55) + block(30, 30, 65).at(px, py, 60)
        body += wheel + wheel.mirrored(y=1)
    top = low + z + 90
    body += bar((x * 0.66, -y * 0.45, top), (x * 0.66, y * 0.45, top), 15, "handle")
    body += union(wires)
    return Draft(body, {"wheel": 4, "shelf": 0}, {"push handle": True, "basket": True}, {})


BUILDERS = (
    Builder("door", "panels", _panel_door),
    Builder("door", "glazed", _glazed_door),
    Builder("window", "sash", _sash_window),
    Builder("window", "arched", _arched_window),
    Builder("stairs", "spiral", _spiral_stairs),
    Builder("stairs", "landing", _landing_stairs),
    Builder("wall shelf", "brackets", _wall_shelf),
    Builder("coat rack", "stand", _coat_rack),
    Builder("waste bin", "pedal", _pedal_bin),
    Builder("waste bin", "wheels", _wheelie_bin),
    Builder("waste bin", "slots", _paper_bin),
    Builder("trolley", "shelves", _service_cart),
    Builder("trolley", "basket", _shopping_cart),
)
