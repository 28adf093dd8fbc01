"""Furniture, lamps, ladders and stairs."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    union,
    wire,
)


def _legs(x: float, y: float, height: float, thick: float, round_: bool) -> Body:
    leg = rod(thick / 2, height, "leg") if round_ else block(thick, thick, height, "leg")
    return union([leg.at(sx * x / 2, sy * y / 2) for sx in (-1, 1) for sy in (-1, 1)])


def _chair(dice: Dice) -> Draft:
    width, depth, seat = dice.real(380, 480), dice.real(380, 480), dice.real(420, 480)
    thick, back = dice.real(25, 50), dice.real(350, 550)
    round_ = dice.yes(0.5)
    inset = width - thick, depth - thick
    body = _legs(*inset, seat, thick, round_) + rounded_block(width, depth, 30, 30, "seat").at(
        z=seat
    )
    style, slats = dice.pick(("solid", "slats", "bars")), dice.whole(3, 6)
    posts = [block(thick, thick, back, "back rest").at(s * inset[0] / 2, inset[1] / 2, seat)
             for s in (-1, 1)]  # fmt: skip
    body += union(posts)
    if style == "solid":
        body += block(width, thick * 0.6, back * 0.5, "back rest").at(
            0, inset[1] / 2, seat + back * 0.5
        )
    for index in range(slats if style != "solid" else 0):
        if style == "slats":
            z = seat + back * (0.3 + 0.7 * (index + 0.5) / slats)
            body += block(width, thick * 0.5, back * 0.25 / slats, "back rest").at(
                0, inset[1] / 2, z
            )
        else:
            x = ((index + 0.5) / slats - 0.5) * inset[0]
            body += rod(thick * 0.25, back, "back rest").at(x, inset[1] / 2, seat)
    if style == "bars":
        body += block(width, thick, thick, "back rest").at(0, inset[1] / 2, seat + back)
    arms = dice.yes(0.35)
    if arms:
        for side in (-1, 1):
            body += block(thick, depth, 25, "arm rest").at(side * inset[0] / 2, 0, seat + 200)
            body += block(thick * 0.8, thick * 0.8, 200, "arm rest").at(
                side * inset[0] / 2, -inset[1] / 2, seat)  # fmt: skip
    return Draft(body, {"leg": 4}, {"arm rests": arms, "back rest": True, "wheels": False},
                 {"legs": "round legs" if round_ else "square legs"})  # fmt: skip


def _swivel_chair(dice: Dice) -> Draft:
    width, seat, back = dice.real(420, 500), dice.real(420, 500), dice.real(400, 650)
    foot = hull(rod(20, 25), rod(14, 20).at(280), feature="leg").at(z=60).around(5)
    castors = ball(28, "wheel").at(280, 0, 32).around(5)
    column = rod(28, seat - 60).at(z=60)
    cushion = rounded_block(width, width, 70, 80, "seat").at(z=seat)
    rest = rounded_block(width * 0.9, back, 55, 90, "back rest").turned(x=90)
    rest = rest.at(0, width / 2, seat + 100 + back / 2) + block(60, 40, 200).at(
        0, width / 2 - 10, seat
    )
    body = union([foot, castors, column, cushion, rest])
    arms = dice.yes(0.5)
    if arms:
        for side in (-1, 1):
            body += block(45, 250, 30, "arm rest").at(side * width * 0.52, 0, seat + 220)
            body += block(35, 50, 220, "arm rest").at(side * width * 0.52, 0, seat)
    return Draft(body, {"leg": 5}, {"arm rests": arms, "back rest": True, "wheels": True},
                 {"legs": "star base"})  # fmt: skip


def _stool(dice: Dice) -> Draft:
    radius, height = dice.real(140, 200), dice.real(400, 750)
    legs, thick = dice.pick((3, 4)), dice.real(12, 22)
    foot = radius * dice.real(0.9, 1.2)
    leg = wire([(radius * 0.6, 0, height), (0.5 * (radius * 0.6 + foot), 0, height / 2),
                (foot, 0, 0)], thick, "leg")  # fmt: skip
    body = leg.around(legs) + rod(radius, 35, "seat").at(z=height - 5)
    ring = dice.yes(0.5)
    if ring:
        middle = radius * 0.6 + (foot - radius * 0.6) * 0.65
        circle = [(middle * np.cos(t), middle * np.sin(t), height * 0.35)
                  for t in np.linspace(0, 2 * np.pi, 32, endpoint=False)]  # fmt: skip
        body += wire(circle, thick * 0.6, "foot ring", sides=8, closed=True)
    return Draft(
        body, {"leg": legs}, {"foot ring": ring, "back rest": False}, {"seat": "round seat"}
    )


def _table(dice: Dice) -> Draft:
    x, y, z = dice.real(700, 1800), dice.real(500, 950), dice.real(650, 780)
    thick, leg = dice.real(18, 50), dice.real(35, 90)
    round_ = dice.yes(0.4)
    body = rounded_block(x, y, thick, dice.pick((2, 80)), "top").at(z=z)
    body += _legs(x - leg * 2, y - leg * 2, z, leg, round_)
    apron, shelf = dice.yes(0.5), dice.yes(0.2)
    if apron:
        for side in (-1, 1):
            body += block(x - leg * 2, 18, 80).at(0, side * (y / 2 - leg), z - 80)
            body += block(18, y - leg * 2, 80).at(side * (x / 2 - leg), 0, z - 80)
    if shelf:
        body += block(x - leg * 2, y - leg * 2, 18, "shelf").at(z=z * 0.25)
    return Draft(
        body,
        {"leg": 4},
        {"lower shelf": shelf, "drawers": False, "central column": False},
        {"outline": "rectangular", "legs": "round legs" if round_ else "square legs"},
    )


def _round_table(dice: Dice) -> Draft:
    radius, z = dice.real(300, 700), dice.real(450, 1050)
    column = dice.yes(0.5)
    body = rod(radius, 28, "top").at(z=z)
    legs = 1 if column else dice.pick((3, 4))
    if column:
        body += rod(40, z, "leg") + rod(radius * 0.6, 22, "foot")
    else:
        body += rod(25, z, "leg").at(radius * 0.7).around(legs)
    return Draft(body, {"leg": legs},
                 {"lower shelf": False, "drawers": False, "central column": column},
                 {"outline": "round"})  # fmt: skip


def _desk(dice: Dice) -> Draft:
    x, y, z = dice.real(1100, 1700), dice.real(550, 800), dice.real(700, 760)
    drawers, width = dice.whole(2, 4), dice.real(350, 480)
    body = block(x, y, 30, "top").at(z=z)
    pedestal = block(width, y * 0.95, z).at(x / 2 - width / 2 - 20)
    step = z / drawers
    for index in range(drawers):
        z0 = index * step + 15
        front = block(width - 30, 20, step - 25, "drawer").at(
            x / 2 - width / 2 - 20, -y * 0.475 - 6, z0
        )
        pull = block(width * 0.3, 25, 14, "handle").at(
            x / 2 - width / 2 - 20, -y * 0.475 - 25, z0 + step * 0.55)  # fmt: skip
        body += front + pull
    body = body + pedestal + block(30, y * 0.95, z, "leg").at(-x / 2 + 40)
    return Draft(body, {"drawer": drawers}, {"lower shelf": False, "drawers": True,
                 "central column": False}, {"outline": "rectangular"})  # fmt: skip


def _bookcase(dice: Dice) -> Draft:
    x, y, z = dice.real(500, 1200), dice.real(220, 380), dice.real(700, 2000)
    shelves, thick = dice.whole(2, 6), dice.real(16, 30)
    body = block(thick, y, z).at(-x / 2) + block(thick, y, z).at(x / 2)
    for index in range(shelves + 1):
        body += block(x, y, thick, "shelf").at(z=index * (z - thick) / shelves)
    backed = dice.yes(0.5)
    if backed:
        body += block(x, 8, z, "back").at(y=y / 2 - 4)
    return Draft(body, {"shelf": shelves}, {"back panel": backed, "doors": False, "drawers": False},
                 {"height": "tall" if z > 1300 else "low"})  # fmt: skip


def _cabinet(dice: Dice) -> Draft:
    x, y, z = dice.real(450, 1200), dice.real(350, 550), dice.real(500, 1900)
    doors = dice.pick((1, 2, 2))
    body = block(x, y, z)
    feet = dice.yes(0.5)
    if feet:
        body = body.at(z=100) + _legs(x - 80, y - 80, 100, 50, dice.yes())
    lift = 100 if feet else 0
    for index in range(doors):
        width = x / doors
        at_x = (index - (doors - 1) / 2) * width
        body += block(width - 14, 18, z - 30, "door").at(at_x, -y / 2 - 8, 15 + lift)
        knob_x = at_x + (0.38 if index == 0 else -0.38) * width
        body += block(16, 40, 90, "handle").at(knob_x, -y / 2 - 24, z * 0.5 + lift)
    return Draft(body, {"door": doors}, {"doors": True, "feet": feet, "drawers": False},
                 {"height": "tall" if z > 1200 else "low"})  # fmt: skip


def _drawer_chest(dice: Dice) -> Draft:
    x, y, z = dice.real(500, 1100), dice.real(380, 520), dice.real(500, 1200)
    drawers = dice.whole(2, 5)
    step = z / drawers
    body = block(x, y, z).at(z=60) + _legs(x - 80, y - 80, 60, 50, False)
    for index in range(drawers):
        z0 = 60 + index * step + 10
        body += block(x - 30, 20, step - 20, "drawer").at(0, -y / 2 - 8, z0)
        for side in (-1, 1):
            body += ball(16, "handle").at(side * x * 0.25, -y / 2 - 30, z0 + step * 0.5)
    return Draft(body, {"drawer": drawers}, {"doors": False, "feet": True, "drawers": True},
                 {"height": "low"})  # fmt: skip


def _bench(dice: Dice) -> Draft:
    x, y, z = dice.real(1000, 1800), dice.real(320, 450), dice.real(400, 470)
    boards = dice.whole(2, 5)
    pitch = y / boards
    body = union([block(x, pitch * 0.8, 30, "seat").at(0, (i - (boards - 1) / 2) * pitch, z)
                  for i in range(boards)])  # fmt: skip
    for side in (-1, 1):
        body += block(60, y, z + 2, "leg").at(side * x * 0.38)
    back = dice.yes(0.5)
    if back:
        for side in (-1, 1):
            body += block(50, 40, 400, "back rest").at(side * x * 0.38, y / 2, z)
        for index in range(2):
            body += block(x, 25, 110, "back rest").at(0, y / 2 - 10, z + 120 + index * 150)
    return Draft(body, {"seat board": boards}, {"back rest": back, "arm rests": False},
                 {"outline": "long"})  # fmt: skip


def _sofa(dice: Dice) -> Draft:
    seats = dice.whole(1, 3)
    width, depth, seat = 650.0 * seats, dice.real(750, 950), dice.real(380, 450)
    arm, back = dice.real(120, 220), dice.real(350, 500)
    body = rounded_block(width + 2 * arm, depth, seat * 0.6, 60).at(z=80)
    for index in range(seats):
        cushion = rounded_block(640, depth * 0.8, seat * 0.35, 60, "seat")
        body += cushion.at((index - (seats - 1) / 2) * 650, -depth * 0.08, seat * 0.6 + 75)
    body += rounded_block(width + 2 * arm, depth * 0.22, back + seat, 60, "back rest").at(
        0, depth * 0.4, 80)  # fmt: skip
    for side in (-1, 1):
        body += rounded_block(arm, depth, seat * 1.2, 50, "arm rest").at(
            side * (width + arm) / 2, 0, 80)  # fmt: skip
    body += _legs(width, depth * 0.8, 85, 50, True)
    return Draft(body, {"seat": seats},
                 {"arm rests": True, "back rest": True, "chaise": False}, {})  # fmt: skip


def _bed(dice: Dice) -> Draft:
    x, y = dice.real(900, 1900), 2050.0
    body = block(x, y, 120).at(z=220) + rounded_block(x * 0.96, y * 0.97, 200, 90, "mattress").at(
        z=330
    )
    body += block(x, 50, dice.real(700, 1200), "headboard").at(y=y / 2)
    body += _legs(x - 80, y - 80, 230, 70, dice.yes())
    pillows = 2 if x > 1300 else 1
    for index in range(pillows):
        at_x = (index - (pillows - 1) / 2) * x * 0.46
        body += rounded_block(x * 0.4 / (pillows / 2 + 0.5), 400, 110, 90, "pillow").at(
            at_x, y * 0.34, 510
        )
    return Draft(body, {"pillow": pillows}, {"headboard": True, "footboard": False, "ladder": False,
                  "drawers": False},
                 {"width": "double" if pillows == 2 else "single"})  # fmt: skip


def _desk_lamp(dice: Dice) -> Draft:
    base, arm = dice.real(60, 100), dice.real(150, 260)
    fold, thick = np.radians(dice.real(50, 80)), dice.real(5, 9)
    elbow = (-arm * 0.4, 0.0, arm)
    head = (elbow[0] + arm * np.sin(fold), 0.0, elbow[2] + arm * np.cos(fold))
    body = rod(base, 18, "foot") + ball(thick * 1.8).at(*elbow) + ball(thick * 1.8).at(*head)
    body += hull(ball(thick).at(z=15), ball(thick).at(*elbow), feature="arm")
    body += hull(ball(thick).at(*elbow), ball(thick).at(*head), feature="arm")
    shade = revolved([(18, 0), (60, -75), (55, -75), (13, -3)], "shade")
    return Draft(body + shade.turned(y=dice.real(-30, 10)).at(*head), {"arm": 2},
                 {"jointed arm": True, "lamp shade": True, "hanging": False})  # fmt: skip


def _floor_lamp(dice: Dice) -> Draft:
    height = dice.real(300, 1500)
    radius = min(height * dice.real(0.16, 0.4), 260)
    tall, top = radius * dice.real(0.9, 1.4), dice.real(0.5, 1.0)
    body = rod(radius * 0.75, height * 0.03, "foot") + rod(height * 0.018, height, "stem")
    shade = rod(radius, tall, "shade", top=radius * top)
    shade -= rod(radius * 0.95, tall + 0.2, "shade", top=radius * top * 0.95).at(z=-0.1)
    body += shade.at(z=height - tall * 0.6)
    body += block(radius * 1.8, 6, 6).at(z=height - tall * 0.6 + 1)
    return Draft(body, {}, {"jointed arm": False, "lamp shade": True, "hanging": False},
                 {"height": "tall" if height > 800 else "low"})  # fmt: skip


def _ladder(dice: Dice) -> Draft:
    width, rungs, gap = dice.real(350, 500), dice.whole(4, 12), dice.real(230, 300)
    height = gap * (rungs + 1)
    body = union([block(35, 60, height, "rail").at(s * width / 2) for s in (-1, 1)])
    rung = rod(16, width, "rung").turned(y=90).at(-width / 2)
    body += union([rung.at(z=gap * (i + 1)) for i in range(rungs)])
    return Draft(body.turned(x=-dice.pick((0.0, 15.0))), {"rung": rungs}, {"rungs": True})


def _stairs(dice: Dice) -> Draft:
    steps, width, rise, run = (
        dice.whole(3, 10),
        dice.real(700, 1300),
        dice.real(150, 200),
        dice.real(230, 320),
    )
    solid = dice.yes(0.6)
    pieces = []
    for index in range(steps):
        if solid:
            pieces.append(block(width, run * 1.01, rise * (index + 1), "step").at(y=index * run))
        else:
            pieces.append(
                block(width, run * 1.05, 45, "step").at(0, index * run, rise * (index + 1))
            )
    if not solid:
        side = prism(
            [
                (0, 0),
                (run * 1.2, 0),
                (run * steps, rise * steps),
                (run * (steps - 1.2), rise * steps),
            ],
            40,
            "rail",
        ).turned(x=90, z=90)
        pieces += [side.at(s * width / 2 - 20, 0, rise * 0.4) for s in (-1, 1)]
    return Draft(union(pieces), {"step": steps},
                 {"open risers": not solid, "hand rail": False,
                  "central column": False}, {})  # fmt: skip


BUILDERS = (
    Builder("chair", "four legs", _chair),
    Builder("chair", "swivel", _swivel_chair, held_out=True),
    Builder("stool", "splayed", _stool),
    Builder("table", "rectangular", _table),
    Builder("table", "round", _round_table),
    Builder("desk", "drawers", _desk),
    Builder("bookcase", "shelves", _bookcase),
    Builder("cabinet", "doors", _cabinet),
    Builder("cabinet", "drawers", _drawer_chest, held_out=True),
    Builder("bench", "boards", _bench),
    Builder("sofa", "cushions", _sofa),
    Builder("bed", "headboard", _bed),
    Builder("lamp", "desk", _desk_lamp),
    Builder("lamp", "floor", _floor_lamp),
    Builder("ladder", "straight", _ladder),
    Builder("stairs", "steps", _stairs),
)
