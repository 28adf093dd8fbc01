"""Seats, tables, beds, shelves, lamps and stairs of less usual construction."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import pillow
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _rocking_chair(dice: Dice) -> Draft:
    x, y, seat = dice.real(420, 560), dice.real(420, 540), dice.real(360, 430)
    back, lean, thick = dice.real(450, 750), dice.real(0.12, 0.35), dice.real(14, 24)
    round_ = dice.yes()
    runner = [(0.0, 900 * np.sin(t), 900 * (1 - np.cos(t)) + thick)
              for t in np.linspace(-0.5, 0.42, 14)]  # fmt: skip
    body = in_row(wire(runner, thick, "runner", sides=10), 2, x=x)
    sides = 12 if round_ else 4
    for sx in (-x / 2, x / 2):
        for at_y in (-y / 2, y / 2):
            low = 900 - float(np.sqrt(900**2 - at_y**2)) + thick
            body += bar((sx, at_y, low), (sx * 0.95, at_y * 0.95, seat + 5), thick, "leg", sides)
        tip = (sx * 0.95, y / 2 + back * lean, seat + back)
        body += bar((sx * 0.95, y * 0.47, seat), tip, thick, "back rest", sides)
    body += rounded_block(x, y, 30, 40, "seat").at(z=seat)
    slats, flat = dice.whole(3, 7), dice.yes()
    tilt = float(np.degrees(np.arctan(lean)))
    rail = block(x * 0.95, 22, 60, "back rest")
    if flat:
        rails = in_row(rail, slats, z=back * 0.85 / slats).at(z=back / 2)
    else:
        rails = in_row(block(25, 16, back * 0.9, "back rest").at(z=20), slats, x=x * 0.85 / slats)
        rails += rail.at(z=back - 60)
    body += rails.turned(x=-tilt).at(0, y * 0.47, seat)
    arms = dice.yes(0.7)
    if arms:
        rest = block(60, y * 1.05, 25, "arm rest").at(0, 0, seat + 200)
        rest += rod(thick * 0.8, 210, "arm rest").at(0, -y * 0.4, seat)
        body += in_row(rest, 2, x=x)
    return Draft(body, {"leg": 4}, {"arm rests": arms, "back rest": True, "wheels": False},
                 {"legs": "round legs" if round_ else "square legs"})  # fmt: skip


def _club_chair(dice: Dice) -> Draft:
    x, y, seat = dice.real(620, 900), dice.real(600, 850), dice.real(360, 430)
    arm, back, wide = seat + dice.real(120, 260), dice.real(700, 1050), dice.real(90, 180)
    soft, lift = dice.real(20, 80), dice.real(60, 160)
    body = pillow(x - wide, y - 20, seat - lift - 90, 20).at(z=lift)
    body += pillow(x - 2 * wide + 10, y - 60, 140, soft, "seat").at(0, -30, seat - 140)
    body += in_row(pillow(wide, y, arm - lift, soft, "arm rest"), 2, x=x - wide).at(z=lift)
    shape = dice.pick(("straight", "round"))
    if shape == "round":
        rest = hull(rod(soft, wide).turned(x=90).at(-x / 2 + soft, wide / 2, back - lift - x * 0.3),
                    rod(soft, wide).turned(x=90).at(x / 2 - soft, wide / 2, back - lift - x * 0.3),
                    rod(x * 0.3, wide).turned(x=90).at(0, wide / 2, back - lift - x * 0.3),
                    block(x, wide, 50), feature="back rest")  # fmt: skip
    else:
        rest = pillow(x, wide, back - lift, soft, "back rest")
    body += rest.at(0, y / 2 - wide / 2, lift)
    post = rod(18, lift + 20, "leg", top=28)
    body += at_corners(post, x - 120, y - 120)
    return Draft(body, {"leg": 4}, {"arm rests": True, "back rest": True, "wheels": False},
                 {"legs": "round legs"})  # fmt: skip


def _cross_leg_table(dice: Dice) -> Draft:
    x, y, z = dice.real(700, 2000), dice.real(500, 950), dice.real(380, 760)
    thick, leg, planks = dice.real(22, 60), dice.real(40, 90), dice.whole(1, 6)
    step = y / planks
    body = in_row(block(x, step * (0.94 if planks > 1 else 1), thick, "top"), planks, y=step).at(
        z=z - thick)  # fmt: skip
    span = y * dice.real(0.7, 1.1)
    foot = block(leg, leg, 1)
    cross = [hull(foot.at(0, side * span / 2), foot.at(0, -side * y * 0.4, z - thick),
                  feature="leg")
             for side in (-1, 1)]  # fmt: skip
    body += in_row(union(cross), 2, x=x * dice.real(0.55, 0.8))
    body += block(x * 0.85, leg * 0.7, leg * 0.8).at(z=z * 0.48)
    body += in_row(block(leg * 0.8, y * 0.94, 20), 2, x=x * 0.7).at(z=z - thick - 18)
    benches = dice.yes(0.4)
    if benches:
        side = block(x, 260, 40, "seat").at(0, y / 2 + 320, z * 0.55)
        body += side + side.mirrored(y=1)
        body += in_row(block(60, y + 860, 70).at(z=z * 0.55 - 68), 2, x=x * 0.7)
        prop = block(60, 60, z * 0.55).at(0, y / 2 + 320)
        body += in_row(prop + prop.mirrored(y=1), 2, x=x * 0.7)
    return Draft(body, {"leg": 8 if benches else 4},
                 {"lower shelf": False, "drawers": False, "central column": False},
                 {"outline": "rectangular"})  # fmt: skip


def _box_table(dice: Dice) -> Draft:
    x, z, thick = dice.real(450, 1300), dice.real(300, 550), dice.real(20, 70)
    y, shelf = min(x, dice.real(400, 700)), dice.yes(0.5)
    body = block(x, y, thick, "top").at(z=z - thick)
    body += in_row(block(thick, y, z, "leg"), 2, x=x - thick)
    if shelf:
        body += block(x - thick, y - 10, thick * 0.7, "shelf").at(z=z * dice.real(0.1, 0.5))
    over = dice.yes(0.4)
    if over:
        body += block(x * 1.15, y * 1.1, thick * 0.6, "top").at(z=z - 1)
    return Draft(body, {"leg": 2},
                 {"lower shelf": shelf, "drawers": False, "central column": False},
                 {"outline": "rectangular"})  # fmt: skip


def _stepped_bookcase(dice: Dice) -> Draft:
    columns, cell, deep = dice.whole(2, 5), dice.real(280, 420), dice.real(250, 400)
    wall, backed, rise = dice.real(18, 40), dice.yes(), dice.whole(1, 2)
    pieces: list[Body] = []
    high = 0
    for column in range(columns):
        rows = 1 + column * rise
        high, at = rows, (column - (columns - 1) / 2) * cell
        frame = block(cell + wall, deep, rows * cell + wall)
        for row in range(rows):
            cut = block(cell - wall, deep if backed else 3 * deep, cell - wall, "cavity")
            frame -= cut.at(0, -wall * 0.5 if backed else 0, wall + row * cell)
        pieces.append(frame.at(at))
    cells = sum(1 + column * rise for column in range(columns))
    return Draft(union(pieces), {"compartment": cells},
                 {"back panel": backed, "doors": False, "drawers": False},
                 {"height": "tall" if high * cell + wall > 1300 else "low"})  # fmt: skip


def _hutch_cabinet(dice: Dice) -> Draft:
    x, y, low = dice.real(700, 1500), dice.real(380, 520), dice.real(750, 950)
    up, doors, shelves = dice.real(700, 1150), dice.whole(2, 4), dice.whole(1, 3)
    drawers, feet = dice.pick((0, 2, 3)), dice.yes()
    body = block(x, y, low) + block(x + 50, y + 40, 35).at(z=low - 1)
    front = low * (0.7 if drawers else 0.92)
    leaf = block(x / doors - 14, 20, front - 30, "door") + ball(16, "handle").at(
        x / doors * 0.35, -20, front * 0.6)  # fmt: skip
    body += in_row(leaf, doors, x=x / doors).at(0, -y / 2 - 5, 20)
    if drawers:
        pull = block(x / drawers - 14, 20, low * 0.22, "drawer")
        pull += ball(15, "handle").at(0, -20, low * 0.11)
        body += in_row(pull, drawers, x=x / drawers).at(0, -y / 2 - 5, low * 0.72)
    hutch = block(x * 0.96, y * 0.6, up) - block(x * 0.9, y * 0.6, up - 60, "cavity").at(
        0, -20, 30)  # fmt: skip
    hutch += in_row(block(x * 0.93, y * 0.55, 22, "shelf"), shelves, z=up / (shelves + 1)).at(
        z=up / 2)  # fmt: skip
    hutch += hull(block(x * 0.96, y * 0.6, 1), block(x * 1.06, y * 0.72, 1).at(z=60)).at(z=up - 1)
    body += hutch.at(0, y * 0.2, low + 30)
    if feet:
        body += at_corners(rod(30, 122, "foot", top=45).at(z=-120), x - 110, y - 110)
    return Draft(body, {"door": doors, "drawer": drawers},
                 {"doors": True, "feet": feet, "drawers": drawers > 0},
                 {"height": "tall"})  # fmt: skip


def _curved_bench(dice: Dice) -> Draft:
    radius, sweep = dice.real(900, 1800), dice.real(60, 170)
    deep, high, thick = dice.real(320, 460), dice.real(400, 470), dice.real(40, 90)
    boards, back = dice.whole(1, 4), dice.yes(0.5)
    step = deep / boards
    rings = [revolved([(radius + i * step, high), (radius + (i + 1) * step - 12, high),
                       (radius + (i + 1) * step - 12, high + thick), (radius + i * step,
                       high + thick)], "seat", sweep, 72) for i in range(boards)]  # fmt: skip
    body, supports = union(rings), dice.whole(2, 5)
    post = block(deep * 0.95, 90, high + 5, "leg").at(radius + deep * 0.48)
    for index in range(supports):
        body += post.turned(z=sweep * (index + 0.5) / supports)
    if back:
        out = radius + deep
        rail = [
            (out, high + 220),
            (out + 40, high + 220),
            (out + 40, high + 420),
            (out, high + 420),
        ]
        body += revolved(rail, "back rest", sweep, 72)
        upright = block(60, 60, 380, "back rest").at(out, 0, high)
        for index in range(supports):
            body += upright.turned(z=sweep * (index + 0.5) / supports)
    return Draft(body.turned(z=90 - sweep / 2), {"seat board": boards},
                 {"back rest": back, "arm rests": False}, {"outline": "long"})  # fmt: skip


def _tub_sofa(dice: Dice) -> Draft:
    x, y, seat = dice.real(1300, 2300), dice.real(750, 950), dice.real(380, 450)
    high, wall, seats = dice.real(650, 850), dice.real(110, 200), dice.whole(2, 3)
    lift = dice.real(40, 150)
    outer = rounded_block(x, 2 * y, high - lift, y * 0.95) & block(x, y, high).at(y=y / 2)
    inner = rounded_block(x - 2 * wall, 2 * (y - wall), high, y * 0.9 - wall) & block(
        x, y, high).at(y=y / 2 - 5)  # fmt: skip
    body = (outer.labelled("back rest") - inner.labelled("back rest").at(z=seat - lift)).at(z=lift)
    width = (x - 2 * wall) / seats
    cushion = pillow(width - 4, y - wall * 1.2, 150, 40, "seat")
    row = in_row(cushion, seats, x=width * 0.96).at(0, (y - wall) / 2 - 20, seat - 60)
    body += row & inner.scaled(x=1.02, y=1.02, z=3)
    body += at_corners(rod(20, lift + 10, "leg", top=32), x * 0.7, y * 0.6).at(y=y * 0.42)
    return Draft(body, {"seat": seats}, {"arm rests": True, "back rest": True, "chaise": False}, {})


def _canopy_bed(dice: Dice) -> Draft:
    double = dice.yes(0.6)
    x, y = dice.real(1400, 1900) if double else dice.real(900, 1150), dice.real(1950, 2150)
    high, low, post = dice.real(1500, 2200), dice.real(250, 450), dice.real(25, 60)
    sides, roof, foot = dice.pick((4, 16)), dice.yes(0.35), dice.yes(0.4)
    body = at_corners(rod(post, high, "post", sides=sides), x, y)
    body += block(x, y, 120).at(z=low - 100) + pillow(x - 40, y - 40, 220, 50, "mattress").at(z=low)
    ring = in_row(block(x, post, post), 2, y=y) + in_row(block(post, y, post), 2, x=x)
    body += ring.at(z=high - post)
    if roof:
        body += block(x * 1.04, y * 1.03, 30, "roof").at(z=high - 5)
    else:
        bars = dice.whole(0, 4)
        if bars:
            body += in_row(block(x, post * 0.7, post * 0.7), bars, y=y / (bars + 1)).at(
                z=high - post)  # fmt: skip
    body += block(x, 40, dice.real(400, 700), "headboard").at(0, y / 2, low)
    if foot:
        body += block(x, 40, 350, "footboard").at(0, -y / 2, low - 50)
    pillows = 2 if double else 1
    body += in_row(pillow(550, 380, 150, 60, "pillow"), pillows, x=x * 0.46).at(
        0, y * 0.37, low + 200)  # fmt: skip
    return Draft(body, {"pillow": pillows},
                 {"headboard": True, "footboard": foot, "ladder": False, "drawers": False},
                 {"width": "double" if double else "single"})  # fmt: skip


def _arc_lamp(dice: Dice) -> Draft:
    high, reach, thick = dice.real(1300, 2000), dice.real(600, 1200), dice.real(10, 18)
    drop, radius = dice.real(100, 450), dice.real(110, 240)
    base = rod(radius * 1.1, 40, "foot") if dice.yes() else block(
        radius * 2, radius * 1.4, 70, "foot")  # fmt: skip
    path = [(0.0, 0.0, 20.0), (0.0, 0.0, high * 0.35)]
    path += [(reach / 2 * (1 - np.cos(t)), 0.0, high * 0.45 + high * 0.5 * np.sin(t))
             for t in np.linspace(0, np.pi * 0.8, 18)]  # fmt: skip
    body = base + wire(path, thick, "stem")
    tip_x, tip_z = path[-1][0], path[-1][2]
    cord = bar((tip_x, 0, tip_z), (tip_x, 0, tip_z - drop), 5, "cord", 8)
    shade = dice.pick(("dome", "drum", "globe"))
    if shade == "globe":
        lamp = ball(radius * 0.75, "shade").at(z=-radius * 0.7)
    else:
        top = radius * (0.35 if shade == "dome" else 0.9)
        lamp = rod(radius, radius * 0.9, "shade", top=top) - rod(
            radius * 0.95, radius * 0.86, "shade", top=top * 0.93).at(z=-2)  # fmt: skip
        lamp = lamp.at(z=-radius * 0.88)
    body += cord + lamp.at(tip_x, 0, tip_z - drop)
    return Draft(body, {}, {"jointed arm": False, "lamp shade": True, "hanging": False},
                 {"height": "tall"})  # fmt: skip


def _lantern_lamp(dice: Dice) -> Draft:
    sides, radius = dice.pick((4, 4, 6, 8)), dice.real(60, 140)
    high, post = radius * dice.real(1.5, 3.0), radius * dice.real(0.07, 0.12)
    hanging, turn = dice.yes(0.4), 180.0 / sides
    body = rod(radius * 1.1, radius * 0.15, "foot", sides=sides)
    body += bar((radius, 0, 0), (radius, 0, high), post, "post", 8).around(sides)
    roof = rod(radius * 1.2, radius * dice.real(0.4, 0.9), "shade", top=radius * 0.15, sides=sides)
    body += roof.at(z=high - 2)
    for share in (0.35, 0.68)[: dice.whole(0, 2)]:
        body += (rod(radius, post * 1.4, sides=sides) - rod(radius - 2 * post, 99, sides=sides).at(
            z=-9)).at(z=high * share)  # fmt: skip
    bulb = ball(radius * 0.3, "bulb").at(z=high * 0.5)
    body += bulb + rod(radius * 0.18, high * 0.5, "socket")
    top = float(body.solid.bounding_box()[5])
    body += tube(radius * 0.3, radius * 0.22, 8, "ring").turned(x=90).at(0, 4, top + radius * 0.2)
    if hanging:
        length = radius * dice.real(1, 3)
        body += bar((0, 0, top + radius * 0.44), (0, 0, top + length), 4, "cord", 8)
        body += rod(radius * 0.4, 14, "ceiling rose").at(z=top + length - 2)
    return Draft(body.turned(z=turn), {"post": sides},
                 {"jointed arm": False, "lamp shade": True, "hanging": hanging}, {})  # fmt: skip


def _railed_stairs(dice: Dice) -> Draft:
    steps, wide = dice.whole(3, 14), dice.real(700, 1400)
    rise, run, both = dice.real(150, 200), dice.real(230, 320), dice.yes()
    rails, open_, spindle = dice.yes(0.75), dice.yes(0.5), dice.real(10, 24)
    tread = block(wide, run * 1.08, 40, "step")
    body = union([tread.at(0, k * run, rise * (k + 1) - 40) for k in range(steps)])
    zigzag = [(-run / 2, -0.0)]
    for k in range(steps):
        zigzag += [
            (k * run - run / 2, rise * (k + 1) - 20),
            (k * run + run / 2, rise * (k + 1) - 20),
        ]
    end = (steps - 0.5) * run
    zigzag += [(end, rise * (steps - 1) - 120), (run * 0.6, 0.0)]
    stringer = prism(zigzag, 50 if open_ else wide - 20, "stringer").turned(x=90, z=90)
    body += in_row(stringer.at(-25), 2, x=wide * 0.9) if open_ else stringer.at(-wide / 2 + 10)
    sides = (-1, 1) if both else (1,)
    for side in sides if rails else ():
        at = side * (wide / 2 - 35)
        for k in range(steps):
            body += rod(spindle, 880, "hand rail", sides=8).at(at, k * run, rise * (k + 1) - 20)
        body += bar((at, -run * 0.3, rise * 0.7 + 860), (at, (steps - 0.7) * run, rise * (
            steps + 0.3) + 860), 32, "hand rail")  # fmt: skip
    return Draft(body, {"step": steps},
                 {"open risers": open_, "hand rail": rails, "central column": False})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("chair", "rocking", _rocking_chair),
    Builder("chair", "club", _club_chair),
    Builder("table", "crossed legs", _cross_leg_table),
    Builder("table", "waterfall", _box_table),
    Builder("bookcase", "steps", _stepped_bookcase),
    Builder("cabinet", "hutch", _hutch_cabinet),
    Builder("bench", "curved", _curved_bench),
    Builder("sofa", "tub", _tub_sofa),
    Builder("bed", "canopy", _canopy_bed),
    Builder("lamp", "arc", _arc_lamp),
    Builder("lamp", "lantern", _lantern_lamp),
    Builder("stairs", "balusters", _railed_stairs),
)
