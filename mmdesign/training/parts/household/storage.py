"""Tables, bookcases, cabinets and night stands of other makers than those in furniture."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row, shell
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
    union,
    wire,
)


def _knob(dice: Dice, size: float) -> Body:
    """Something to pull at, standing out to the front (-y) of the origin."""
    style = dice.pick(("ball", "bar", "plate"))
    if style == "ball":
        return ball(size, "handle").at(y=-size * 0.8)
    if style == "bar":
        return block(size * 6, size * 1.4, size * 0.8, "handle").at(y=-size * 0.6)
    return rounded_block(size * 3, size * 2.4, size, size * 0.4, "handle").turned(x=90)


def _trestle_table(dice: Dice) -> Draft:
    x, y, z = dice.real(900, 2200), dice.real(600, 1000), dice.real(420, 780)
    thick, crossed = dice.real(22, 60), dice.yes()
    body = rounded_block(x, y, thick, dice.pick((2, 60)), "top").at(z=z - thick)
    at_x, reach, under = x * dice.real(0.3, 0.4), y * 0.4, z - thick * 0.8
    radius = dice.real(20, 40)
    for side in (-1, 1):
        for lean in (-1, 1):
            top = -lean if crossed else lean * 0.3
            body += bar((side * at_x, lean * reach, 0), (side * at_x, top * reach, under), radius,
                        "leg", sides=4)  # fmt: skip
        if not crossed:
            body += block(radius, reach * 1.4, radius * 2, "leg").at(side * at_x, 0, z * 0.3)
    height = z * (0.5 if crossed else 0.33)
    body += bar((-at_x, 0, height), (at_x, 0, height), radius * 0.8, sides=4)
    shelf = dice.yes(0.25)
    if shelf:
        body += block(at_x * 2, y * 0.4, 20, "shelf").at(z=height)
    return Draft(body, {"leg": 4},
                 {"lower shelf": shelf, "drawers": False, "central column": False},
                 {"outline": "rectangular"})  # fmt: skip


def _hairpin_table(dice: Dice) -> Draft:
    x, stretch = dice.real(400, 1200), dice.pick((1.0, 0.6, 0.7))
    z, legs = dice.real(380, 760), dice.pick((3, 4, 4))
    body = rod(x / 2, dice.real(15, 40), "top").at(z=z)
    foot, spread = x * 0.36, dice.real(25, 60)
    loop = [(foot * 0.85, -spread, z + 2), (foot * 1.05, -6, 8), (foot * 1.05, 6, 8),
            (foot * 0.85, spread, z + 2)]  # fmt: skip
    body += wire(loop, dice.real(5, 9), "leg", sides=8).around(legs, 45.0)
    shelf = dice.yes(0.3)
    if shelf:
        body += rod(foot * 1.02, 14, "shelf").at(z=z * 0.35)
    return Draft(body.scaled(1, stretch, 1), {"leg": legs},
                 {"lower shelf": shelf, "drawers": False, "central column": False},
                 {"outline": "round" if stretch > 0.9 else "oval"})  # fmt: skip


def _console_table(dice: Dice) -> Draft:
    x, y, z = dice.real(700, 1500), dice.real(320, 700), dice.real(550, 850)
    drawers, high = dice.pick((0, 1, 2, 3)), dice.real(110, 180)
    body = rounded_block(x, y, 28, 8, "top").at(z=z - 28)
    body += block(x - 60, y - 40, high).at(z=z - high - 20)
    tip, slim = dice.real(10, 20), dice.real(25, 40)
    leg = hull(block(tip, tip, 1), block(slim * 2, slim * 2, 1).at(z=z - 60), feature="leg")
    body += at_corners(leg, x - 100, y - 70)
    pull = _knob(dice, 13)
    for index in range(drawers):
        at_x = (index - (drawers - 1) / 2) * (x - 60) / drawers
        body += block((x - 60) / drawers - 40, 22, high - 35, "drawer").at(
            at_x, -y / 2 + 18, z - high - 5)  # fmt: skip
        body += pull.at(at_x, -y / 2 + 8, z - high / 2 - 20)
    shelf = dice.yes(0.4)
    if shelf:
        body += block(x - 90, y - 60, 22, "shelf").at(z=z * 0.2)
    return Draft(body, {"leg": 4, "drawer": drawers},
                 {"lower shelf": shelf, "drawers": drawers > 0, "central column": False},
                 {"outline": "rectangular", "legs": "square legs"})  # fmt: skip


def _pedestal_table(dice: Dice) -> Draft:
    x, z = dice.real(500, 1100), dice.real(550, 1100)
    sides, feet = dice.pick((4, 8, 40)), dice.whole(3, 5)
    top = rod(x * 0.62, dice.real(20, 45), "top", sides=sides).turned(z=180 / sides)
    foot = hull(rod(35, 60), rod(18, 25).at(x * 0.42), feature="foot")
    body = top.at(z=z) + rod(48, z * 0.35, top=dice.real(25, 60)) + foot.around(feet)
    body += rod(dice.real(25, 55), z + 1, "leg") + rod(x * 0.25, 20, top=x * 0.3).at(z=z - 19)
    word = {4: "square", 8: "octagonal", 40: "round"}[sides]
    return Draft(body, {"leg": 1, "foot": feet},
                 {"lower shelf": False, "drawers": False, "central column": True},
                 {"outline": word})  # fmt: skip


def _leaning_bookcase(dice: Dice) -> Draft:
    x, z, shelves = dice.real(500, 1000), dice.real(1300, 2000), dice.whole(3, 6)
    deep, post = dice.real(320, 500), dice.real(28, 50)
    lean = prism([(0, 0), (post, 0), (deep + post, z), (deep, z)], post).turned(x=90, z=90)
    body = in_row(lean.at(-post / 2, 0, 0), 2, x=x)
    body += in_row(block(post, post, z, "body").at(0, deep + post / 2), 2, x=x)
    for index in range(shelves):
        height = z * (0.06 + 0.9 * index / shelves)
        front = deep * height / z
        body += block(x, deep + post - front, 24, "shelf").at(0, (deep + post + front) / 2, height)
    backed = dice.yes(0.3)
    if backed:
        body += block(x, 8, z * 0.95, "back").at(y=deep + post)
    return Draft(body, {"shelf": shelves},
                 {"back panel": backed, "doors": False, "drawers": False},
                 {"height": "tall"})  # fmt: skip


def _metal_rack(dice: Dice) -> Draft:
    x, y, z = dice.real(700, 1600), dice.real(300, 600), dice.real(900, 2200)
    shelves, rim = dice.whole(3, 6), dice.real(30, 60)
    angle = prism([(0, 0), (40, 0), (40, 5), (5, 5), (5, 40), (0, 40)], z, "post")
    body = union(
        [
            angle.at(-x / 2, -y / 2),
            angle.turned(z=90).at(x / 2, -y / 2),
            angle.turned(z=180).at(x / 2, y / 2),
            angle.turned(z=270).at(-x / 2, y / 2),
        ]
    )
    for index in range(shelves):
        height = z * 0.06 + (z * 0.92 - rim) * index / (shelves - 1)
        tray = block(x - 4, y - 4, rim, "shelf") - block(x - 20, y - 20, rim, "cavity").at(z=-4)
        body += tray.at(z=height)
    braced, backed = dice.yes(0.5), False
    if braced:
        for lean in (-1, 1):
            body += bar((-lean * x / 2, y / 2, z * 0.08), (lean * x / 2, y / 2, z * 0.95), 9,
                        "brace", sides=6)  # fmt: skip
    else:
        backed = dice.yes(0.4)
        body += block(x, 4, z, "back").at(y=y / 2) if backed else block(x, 20, 4).at(
            0, y / 2, z * 0.5)  # fmt: skip
    return Draft(body, {"shelf": shelves},
                 {"back panel": backed, "doors": False, "drawers": False},
                 {"height": "tall" if z > 1300 else "low"})  # fmt: skip


def _cube_bookcase(dice: Dice) -> Draft:
    columns, rows, cell = dice.whole(1, 5), dice.whole(2, 5), dice.real(300, 420)
    deep, wall = dice.real(280, 400), dice.real(16, 40)
    x, z = columns * cell + wall, rows * cell + wall
    doors, drawers = dice.pick((0, 0, 1, 2)), dice.pick((0, 0, 1))
    body = block(x, deep, z)
    backed = dice.yes(0.6)
    places = [(i, j) for j in range(rows) for i in range(columns)]
    closed = dice.some(places, min(doors + drawers, columns * rows - 1))
    for i, j in places:
        at_x, at_z = (i - (columns - 1) / 2) * cell, wall + j * cell
        cut = block(cell - wall, deep + (0 if backed else 99), cell - wall, "cavity")
        body -= cut.at(at_x, -14 if backed else 0, at_z)
        if (i, j) in closed:
            name = "door" if closed.index((i, j)) < doors else "drawer"
            body += block(cell - wall, 20, cell - wall, name).at(at_x, -deep / 2 + 8, at_z)
            body += ball(15, "handle").at(at_x, -deep / 2 - 12, at_z + cell * 0.45)
    doors = min(doors, len(closed))
    drawers = len(closed) - doors
    return Draft(body, {"compartment": columns * rows, "door": doors, "drawer": drawers},
                 {"back panel": backed, "doors": doors > 0, "drawers": drawers > 0},
                 {"height": "tall" if z > 1300 else "low"})  # fmt: skip


def _staggered_bookcase(dice: Dice) -> Draft:
    x, y, levels = dice.real(600, 1000), dice.real(220, 340), dice.whole(3, 6)
    step, thick = dice.real(260, 360), dice.real(20, 36)
    body = block(x, y, thick, "shelf")
    for index in range(levels):
        z, side = index * step, 1 if index % 2 else -1
        shift = side * x * dice.real(0.04, 0.1)
        body += block(x, y, thick, "shelf").at(shift, 0, z + step)
        body += block(thick, y, step + thick).at(shift + side * (x - thick) / 2, 0, z)
        body += block(thick, y, step + thick).at(-side * x * dice.real(0.1, 0.3), 0, z)
    return Draft(body, {"shelf": levels + 1},
                 {"back panel": False, "doors": False, "drawers": False},
                 {"height": "tall" if levels * step > 1300 else "low"})  # fmt: skip


def _wardrobe(dice: Dice) -> Draft:
    x, y, z = dice.real(800, 2000), dice.real(480, 620), dice.real(1700, 2300)
    doors, drawers = dice.whole(2, 4), dice.pick((0, 0, 2, 3))
    plinth, low = dice.real(60, 140), 0.0
    body = block(x, y, z - plinth).at(z=plinth)
    feet = dice.yes(0.4)
    foot = rod(24, plinth + 5, "foot", top=40)
    body += at_corners(foot, x - 100, y - 100) if feet else block(x - 60, y - 60, plinth + 5)
    if dice.yes():
        body += hull(block(x, y, 1), block(x + 120, y + 100, 50)).at(z=z - 5)
    if drawers:
        low = z * 0.16
        for index in range(drawers):
            at_x = (index - (drawers - 1) / 2) * x / drawers
            body += block(x / drawers - 20, 18, low - 20, "drawer").at(
                at_x, -y / 2 - 8, plinth + 15
            )
            body += ball(18, "handle").at(at_x, -y / 2 - 30, plinth + low * 0.55)
    width, high = x / doors, z - plinth - low - 40
    leaf = block(width - 12, 20, high, "door")
    if dice.yes(0.6):
        leaf -= block(width * 0.6, 16, high * 0.36, "door").at(0, -12, high * 0.08)
        leaf -= block(width * 0.6, 16, high * 0.36, "door").at(0, -12, high * 0.54)
    body += in_row(leaf.at(0, -y / 2 - 9, plinth + low + 15), doors, x=width)
    for index in range(doors):
        at_x = (index - (doors - 1) / 2 + (0.4 if index % 2 == 0 else -0.4)) * width
        body += rod(10, 180, "handle").at(at_x, -y / 2 - 36, z * 0.48)
        body += in_row(block(14, 30, 14, "handle").at(at_x, -y / 2 - 25, z * 0.48 + 80), 2, z=120)
    return Draft(body, {"door": doors, "drawer": drawers},
                 {"doors": True, "feet": feet, "drawers": drawers > 0},
                 {"height": "tall"})  # fmt: skip


def _locker(dice: Dice) -> Draft:
    columns, rows = dice.whole(1, 5), dice.pick((1, 1, 2, 3))
    width, deep, z = dice.real(260, 400), dice.real(400, 520), dice.real(1500, 1950)
    high = z / rows
    leaf = block(width - 24, 16, high - 30, "door")
    slots = in_row(slot(width * 0.5, 9, 30).turned(x=90).at(y=10), 3, z=26)
    leaf -= slots.at(z=high * 0.85) + slots.at(z=high * 0.16)
    leaf += rounded_block(26, 80, 18, 8, "handle").turned(x=90).at(width * 0.34, -6, high * 0.5)
    body = block(columns * width, deep, z)
    grid = in_row(in_row(leaf, columns, x=width), rows, z=high)
    body += grid.at(0, -deep / 2 - 6, (z - high) / 2 + 15)
    feet = dice.yes()
    if feet:
        body = body.at(z=120) + at_corners(block(30, 30, 125, "foot"), columns * width - 40,
                                           deep - 40)  # fmt: skip
    return Draft(body, {"door": columns * rows}, {"doors": True, "feet": feet, "drawers": False},
                 {"height": "tall"})  # fmt: skip


def _sideboard(dice: Dice) -> Draft:
    x, y, z = dice.real(1100, 2000), dice.real(360, 480), dice.real(420, 750)
    doors, drawers, lift = dice.whole(2, 4), dice.pick((0, 2, 3, 4)), dice.real(120, 220)
    body = shell(x, y, z, 28).at(z=lift)
    cells = doors + (drawers > 0)
    width, pull = (x - 56) / cells, _knob(dice, 12)
    column = dice.whole(0, cells - 1) if drawers else -1
    for index in range(cells):
        at_x = (index - (cells - 1) / 2) * width
        if index == column:
            step = (z - 56) / drawers
            front = block(width - 8, 20, step - 10, "drawer") + pull.at(0, -10, step * 0.5)
            body += in_row(front, drawers, z=step).at(at_x, -y / 2 + 16, lift + z / 2 - step / 2)
        else:
            body += block(width - 8, 20, z - 62, "door").at(at_x, -y / 2 + 16, lift + 31)
            body += pull.at(at_x + width * 0.3, -y / 2 + 6, lift + z * 0.6)
    body += block(x - 20, 20, z - 20, "back").at(0, y / 2 - 60, lift + 10)
    feet = dice.yes(0.75)
    for sx in (-1, 1):
        for sy in (-1, 1):
            body += bar((sx * x * 0.4, sy * y * 0.32, lift + 2), (sx * x * 0.44, sy * y * 0.4, 0),
                        16, "foot") if feet else block(x * 0.46, y * 0.45, lift + 1).at(
                            sx * x * 0.22, sy * y * 0.2)  # fmt: skip
    return Draft(body, {"door": doors, "drawer": drawers},
                 {"doors": True, "feet": feet, "drawers": drawers > 0},
                 {"height": "low"})  # fmt: skip


def _night_stand(dice: Dice) -> Draft:
    x, y, z = dice.real(350, 560), dice.real(300, 450), dice.real(350, 620)
    drawers, wall, lift = dice.whole(1, 3), dice.real(15, 25), dice.real(40, 180)
    open_ = dice.yes(0.5)
    height, pull = z - lift, _knob(dice, 11)
    body = shell(x, y, height, wall) + block(x, wall, height).at(y=y / 2 - wall / 2)
    step = (height - 2 * wall) / (drawers + open_)
    for index in range(drawers):
        z0 = height - wall - (index + 1) * step
        body += block(x - 2 * wall - 6, 20, step - 6, "drawer").at(0, -y / 2 + 14, z0 + 3)
        body += block(x - wall, y - wall, 8).at(0, 0, z0) + pull.at(0, -y / 2 + 4, z0 + step / 2)
    spread = dice.real(1.0, 1.2)
    for sx in (-1, 1):
        for sy in (-1, 1):
            foot = (sx * x * 0.4 * spread, sy * y * 0.4 * spread, -lift)
            body += bar((sx * x * 0.4, sy * y * 0.4, 5), foot, 15, "leg")
    return Draft(body.at(z=lift), {"drawer": drawers, "leg": 4},
                 {"open compartment": open_, "doors": False},
                 {"outline": "rectangular"})  # fmt: skip


def _round_night_stand(dice: Dice) -> Draft:
    radius, z, legs = dice.real(170, 260), dice.real(400, 650), dice.pick((3, 4))
    high = z * dice.real(0.25, 0.5)
    drum = rod(radius, high).at(z=z - high)
    open_ = dice.yes(0.5)
    if open_:
        drum -= block(radius * 1.3, radius, high * 0.65, "cavity").at(0, -radius * 0.7,
                                                                    z - high * 0.85)  # fmt: skip
    else:
        ring = rod(radius + 9, high * 0.75, "drawer").at(z=z - high * 0.9)
        drum += ring & block(radius * 1.3, radius * 2, z * 2, "drawer").at(y=-radius)
        drum += ball(16, "handle").at(0, -radius - 22, z - high * 0.5)
    leg = bar((radius * 0.7, 0, z - high + 3), (radius * dice.real(0.7, 1.0), 0, 0), 13, "leg")
    angle = np.pi / legs
    body = drum + leg.around(legs, np.degrees(angle)) + rod(radius * 1.08, 20, "top").at(z=z)
    return Draft(body, {"drawer": int(not open_), "leg": legs},
                 {"open compartment": open_, "doors": False}, {"outline": "round"})  # fmt: skip


BUILDERS = (
    Builder("table", "trestle", _trestle_table),
    Builder("table", "hairpin", _hairpin_table),
    Builder("table", "console", _console_table),
    Builder("table", "pedestal", _pedestal_table),
    Builder("bookcase", "leaning", _leaning_bookcase),
    Builder("bookcase", "metal rack", _metal_rack),
    Builder("bookcase", "cubes", _cube_bookcase),
    Builder("bookcase", "staggered", _staggered_bookcase),
    Builder("cabinet", "wardrobe", _wardrobe),
    Builder("cabinet", "locker", _locker),
    Builder("cabinet", "sideboard", _sideboard),
    Builder("night stand", "box", _night_stand),
    Builder("night stand", "drum", _round_night_stand),
)
