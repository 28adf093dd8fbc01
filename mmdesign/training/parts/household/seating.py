"""Chairs, benches, sofas and beds of other makers than those in furniture."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    arc,
    ball,
    block,
    hull,
    prism,
    rod,
    rounded_block,
    union,
    wire,
)


def _splayed_legs(x: float, y: float, height: float, thick: float, spread: float) -> Body:
    """Four straight legs that stand wider than they start."""
    return union([
        bar((sx * x / 2, sy * y / 2, height), (sx * x / 2 * spread, sy * y / 2 * spread, 0),
            thick, "leg") for sx in (-1, 1) for sy in (-1, 1)])  # fmt: skip


def _arm_loops(width: float, depth: float, z: float, thick: float, high: float = 200.0) -> Body:
    loop = [(0, -depth * 0.4, z), (0, -depth * 0.42, z + high * 0.9), (0, -depth * 0.3, z + high),
            (0, depth * 0.3, z + high), (0, depth * 0.42, z + high)]  # fmt: skip
    return in_row(wire(loop, thick, "arm rest", sides=10), 2, x=width)


def _shell_chair(dice: Dice) -> Draft:
    width, seat, back = dice.real(380, 520), dice.real(380, 470), dice.real(280, 520)
    thick, lean, round_ = dice.real(10, 30), dice.real(40, 130), dice.real(60, 120)
    bend = [(200 - round_ + px, round_ + pz) for px, pz in arc(round_, -90, -10, 10)]
    outer = [(-200, 0), *bend, (200 + lean, back)]
    inner = [(200 + lean - thick, back + 6), *[(px - thick * 0.9, pz + thick * 0.9)
             for px, pz in bend[::-1]], (-200, thick)]  # fmt: skip
    section = prism([*outer, *inner], width, "seat").turned(x=90, z=90).at(-width / 2)
    cut = rounded_block(width, width * 2, back + round_ + 200, width * 0.3).turned(x=90)
    shell = section & cut.at(0, width, back / 2) if dice.yes() else section
    legs = dice.pick(("splayed", "sled"))
    body = shell.at(z=seat)
    if legs == "splayed":
        spread = dice.real(1.0, 1.5)
        body += _splayed_legs(width * 0.6, 280, seat + 5, dice.real(9, 20), spread)
    else:
        loop = [(0, -150, seat + 4), (0, -190, 12), (0, 190, 12), (0, 150, seat + 4)]
        body += in_row(wire(loop, 11, "leg", sides=10), 2, x=width * 0.75)
        body += block(width * 0.75, 22, 18, "leg").at(0, -150, seat - 14)
    arms = dice.yes(0.4)
    if arms:
        body += _arm_loops(width - 30, 420, seat + 5, 12)
    return Draft(body, {"leg": 4 if legs == "splayed" else 2},
                 {"arm rests": arms, "back rest": True, "wheels": False},
                 {"legs": "round legs"})  # fmt: skip


def _cantilever_chair(dice: Dice) -> Draft:
    width, depth, seat = dice.real(400, 520), dice.real(400, 480), dice.real(420, 480)
    back, thick = dice.real(330, 480), dice.real(10, 17)
    side = [(0, depth * 0.5, 0), (0, -depth * 0.42, 0), (0, -depth * 0.5, 40),
            (0, -depth * 0.5, seat - 50), (0, -depth * 0.42, seat), (0, depth * 0.35, seat),
            (0, depth * 0.45, seat + 50), (0, depth * 0.6, seat + back)]  # fmt: skip
    body = in_row(wire(side, thick, "frame", sides=10), 2, x=width).at(z=thick)
    body += bar((-width / 2, depth * 0.49, thick), (width / 2, depth * 0.49, thick), thick)
    body += rounded_block(width + 2 * thick, depth * 0.85, dice.real(20, 60), 40, "seat").at(
        0, -depth * 0.05, seat)  # fmt: skip
    lean = np.degrees(np.arctan2(depth * 0.15, back - 50))
    high = back * dice.real(0.4, 0.7)
    rest = rounded_block(width + 2 * thick, 25, high, 5, "back rest").turned(x=-lean)
    body += rest.at(0, depth * 0.6 - high * np.tan(np.radians(lean)) - 4, seat + back - high)
    arms = dice.yes(0.5)
    if arms:
        body += _arm_loops(width, depth, seat + thick, thick)
    return Draft(body, {}, {"arm rests": arms, "back rest": True, "wheels": False}, {})


def _windsor_chair(dice: Dice) -> Draft:
    radius, seat, back = dice.real(190, 240), dice.real(400, 460), dice.real(380, 620)
    spindles, thick = dice.whole(3, 9), dice.real(6, 10)
    body = rod(radius, dice.real(25, 45), "seat").at(z=seat)
    body += _splayed_legs(radius * 1.1, radius * 1.1, seat + 10, dice.real(12, 20), 1.5)
    body += union([bar((-radius * 0.7, y, seat * 0.4), (radius * 0.7, y, seat * 0.4), thick)
                   for y in (-radius * 0.67, radius * 0.67)])  # fmt: skip
    hoop = [(radius * 0.9 * np.cos(t), radius * 0.55, seat + 20 + back * np.sin(t) ** 0.7)
            for t in np.linspace(0.0, np.pi, 22)]  # fmt: skip
    body += wire(hoop, thick * 1.7, "back rest", sides=10)
    for index in range(spindles):
        x = radius * 1.4 * ((index + 0.5) / spindles - 0.5)
        top = back * np.sqrt(1 - (x / radius / 0.9) ** 2) ** 0.7
        body += bar((x, radius * 0.55, seat + 20), (x, radius * 0.55, seat + 20 + top), thick,
                    "back rest", sides=8)  # fmt: skip
    arms = dice.yes(0.4)
    if arms:
        body += _arm_loops(radius * 1.8, radius * 1.7, seat + 20, thick * 1.4, 210)
    return Draft(body, {"leg": 4, "spindle": spindles},
                 {"arm rests": arms, "back rest": True, "wheels": False},
                 {"legs": "round legs"})  # fmt: skip


def _folding_chair(dice: Dice) -> Draft:
    width, seat, back = dice.real(380, 460), dice.real(420, 470), dice.real(330, 450)
    thick, slats = dice.real(10, 16), dice.whole(3, 7)
    long, short = (0, 180 + 90, seat + back), (0, 190, 0)
    front = in_row(bar(long, (0, -230, 0), thick, "leg"), 2, x=width)
    rear = in_row(bar((0, -200, seat), short, thick, "leg"), 2, x=width - 3 * thick)
    pitch = 380 / slats
    seat_slat = block(width, pitch * 0.75, 16, "seat").at(0, -20, seat)
    body = front + rear + in_row(seat_slat, slats, y=pitch)
    body += in_row(bar((0, -210, seat - 6), (0, 160, seat - 6), thick), 2, x=width - thick)
    body += block(width + 10, 24, back * dice.real(0.25, 0.5), "back rest").at(
        0, 225, seat + back * 0.55)  # fmt: skip
    body += bar((-width / 2, 165, 45), (width / 2, 165, 45), thick * 0.8)
    return Draft(body, {"leg": 4}, {"arm rests": False, "back rest": True, "wheels": False},
                 {"legs": "round legs"})  # fmt: skip


def _plank_bench(dice: Dice) -> Draft:
    x, y, z = dice.real(800, 2200), dice.real(260, 450), dice.real(380, 480)
    thick, style = dice.real(40, 110), dice.pick(("blocks", "crossed", "curved"))
    body = rounded_block(x, y, thick, dice.pick((1.0, y * 0.45)), "seat").at(z=z - thick)
    for side in (-1, 1):
        at_x = side * x * 0.36
        if style == "blocks":
            body += rod(y * 0.33, z - 5, "leg", top=y * 0.24).at(at_x)
        elif style == "curved":
            body += rounded_block(y * 0.8, y * 0.5, z - 5, y * 0.2, "leg").at(at_x)
        else:
            for lean in (-1, 1):
                body += bar((at_x, lean * y * 0.4, 0), (at_x, -lean * y * 0.4, z - thick * 0.8),
                            22, "leg")  # fmt: skip
    back = dice.yes(0.35)
    if back:
        body += in_row(block(70, 45, 330, "back rest").at(0, y * 0.42, z - 5), 2, x=x * 0.6)
        body += rounded_block(x, 200, 40, 30, "back rest").turned(x=90).at(0, y * 0.42, z + 280)
    return Draft(body, {"seat board": 1}, {"back rest": back, "arm rests": False},
                 {"outline": "long"})  # fmt: skip


def _iron_bench(dice: Dice) -> Draft:
    x, y, z = dice.real(1100, 1900), dice.real(380, 480), dice.real(400, 460)
    boards, back_boards = dice.whole(4, 8), dice.whole(3, 6)
    high, back = dice.real(350, 480), dice.yes(0.75)
    leg = [(0, -y * 0.55, 0), (0, -y * 0.4, z * 0.5), (0, -y * 0.5, z), (0, y * 0.5, z),
           (0, y * 0.4, z * 0.5), (0, y * 0.6, 0)]  # fmt: skip
    side = wire(leg, 20, "leg", sides=10)
    if back:
        side += bar((0, y * 0.45, z), (0, y * 0.65, z + high), 20, "back rest")
    arms = back and dice.yes(0.7)
    if arms:
        scroll = [(0, -y * 0.45, z), (0, -y * 0.55, z + 150), (0, -y * 0.35, z + 200),
                  (0, y * 0.55, z + 210)]  # fmt: skip
        side += wire(scroll, 17, "arm rest", sides=10)
    pitch = y / boards
    body = in_row(side, 2, x=x * 0.9)
    body += in_row(block(x, pitch * 0.72, 26, "seat").at(z=z + 8), boards, y=pitch)
    for index in range(back_boards if back else 0):
        share = (index + 0.7) / back_boards
        body += block(x, 26, high * 0.7 / back_boards, "back rest").at(
            0, y * (0.43 + 0.2 * share), z + share * high - high * 0.35 / back_boards)  # fmt: skip
    return Draft(body, {"seat board": boards}, {"back rest": back, "arm rests": arms},
                 {"outline": "long"})  # fmt: skip


def _corner_sofa(dice: Dice) -> Draft:
    depth, seat, back = dice.real(750, 950), dice.real(350, 440), dice.real(250, 420)
    across, along = dice.whole(2, 3), dice.whole(1, 2)
    size, rim = 680.0, dice.real(130, 220)
    arms = dice.yes(0.6)
    x, y = across * size + depth, depth + along * size
    base = block(x, depth, seat * 0.6) + block(depth, y, seat * 0.6).at(
        (x - depth) / 2, -(y - depth) / 2)  # fmt: skip
    body = base.at(z=50)
    body += rounded_block(x, rim, seat + back, rim * 0.4, "back rest").at(0, (depth - rim) / 2, 40)
    body += rounded_block(rim, y, seat + back, rim * 0.4, "back rest").at(
        (x - rim) / 2, -(y - depth) / 2, 40)  # fmt: skip
    cushion = rounded_block(size - 14, depth - rim, seat * 0.4, 50, "seat").at(z=seat * 0.6 + 45)
    body += in_row(cushion.at(-depth / 2, -rim / 2), across, x=size)
    for index in range(along):
        body += cushion.turned(z=90).at((x - depth - rim) / 2, -depth / 2 - (index + 0.5) * size)
    if arms:
        body += rounded_block(rim, depth, seat * 1.35, 40, "arm rest").at(-(x - rim) / 2, 0, 40)
    body += block(x * 0.9, depth * 0.8, 60) + block(depth * 0.8, y * 0.9, 60).at(
        (x - depth) / 2, -(y - depth) / 2)  # fmt: skip
    return Draft(body, {"seat": across + along},
                 {"arm rests": arms, "back rest": True, "chaise": True},
                 {"profile": "L-shaped"})  # fmt: skip


def _frame_sofa(dice: Dice) -> Draft:
    seats, thick = dice.whole(2, 4), dice.real(35, 60)
    size, depth, seat = dice.real(520, 640), dice.real(650, 850), dice.real(330, 400)
    back, width = dice.real(350, 450), 0.0
    width = seats * size
    body = at_corners(block(thick, thick, seat + 180, "leg"), width + thick, depth)
    body += block(width + thick, depth, 60).at(z=seat - 110)
    body += in_row(rounded_block(size - 14, depth * 0.85, 130, 60, "seat").at(z=seat - 52),
                   seats, x=size)  # fmt: skip
    cushion = rounded_block(size - 14, back, 140, 60, "back rest").turned(x=78)
    body += in_row(cushion.at(0, depth * 0.42, seat + back * 0.5), seats, x=size)
    arms = dice.yes(0.6)
    if arms:
        body += in_row(block(thick * 1.8, depth + thick, 30, "arm rest").at(z=seat + 178),
                       2, x=width + thick)  # fmt: skip
    else:
        body -= block(width * 2, depth * 2, 400).at(z=seat - 51) & at_corners(
            block(thick * 1.01, thick * 1.01, 999), width + thick, depth)  # fmt: skip
    return Draft(body, {"seat": seats},
                 {"arm rests": arms, "back rest": True, "chaise": False}, {})  # fmt: skip


def _rolled_sofa(dice: Dice) -> Draft:
    seats, depth, seat = dice.whole(1, 3), dice.real(750, 900), dice.real(380, 450)
    size, roll = dice.real(560, 700), dice.real(80, 130)
    width, high = seats * size, seat + dice.real(220, 400)
    body = rounded_block(width + roll, depth, seat * 0.7, 50).at(z=90)
    body += in_row(rounded_block(size - 12, depth * 0.8, seat * 0.28, 70, "seat").at(
        0, -depth * 0.1, seat * 0.7 + 85), seats, x=size)  # fmt: skip
    arm = rod(roll, depth, "arm rest").turned(x=90).at(0, depth / 2, seat * 0.7 + 230)
    arm += block(roll * 1.3, depth, seat * 0.7 + 230 - 90, "arm rest").at(z=90)
    body += in_row(arm, 2, x=width + roll)
    rest = rod(roll, width + roll * 2, "back rest").turned(y=90).at(-width / 2 - roll)
    body += rest.at(0, depth * 0.45, high) + block(
        width + roll, roll * 1.4, high - 90, "back rest"
    ).at(0, depth * 0.45, 90)
    body += at_corners(rod(22, 95, "leg", top=38), width, depth * 0.8)
    return Draft(body, {"seat": seats},
                 {"arm rests": True, "back rest": True, "chaise": False}, {})  # fmt: skip


def _bunk_bed(dice: Dice) -> Draft:
    x, y, z = dice.real(850, 1100), dice.real(1900, 2100), dice.real(1500, 1800)
    post, rungs = dice.real(50, 90), dice.whole(3, 5)
    rest = rounded_block(x - post, y - post, 150, 70, "mattress")
    pillow = rounded_block(x * 0.6, 330, 90, 80, "pillow").at(0, y * 0.38, 140)
    body = at_corners(block(post, post, z, "post"), x, y)
    for level in (300.0, z - 420):
        body += block(x, y, 90).at(z=level) + (rest + pillow).at(z=level + 85)
    rail = bar((x / 2, -y / 2, 0), (x / 2, y / 2, 0), post * 0.3, "guard rail")
    for height in (60, 150):
        body += in_row(rail.at(-x / 2, 0, z - height), 2, x=x)
    side = bar((-x / 2 - 40, 0, 0), (-x / 2 - 40, 0, z), 22, "ladder").at(y=-y * 0.25)
    body += in_row(side, 2, y=380)
    for index in range(rungs):
        body += block(100, 380, 30, "ladder").at(-x / 2 - 40, -y * 0.25, (index + 1) * z / 6)
    return Draft(body, {"pillow": 2, "rung": rungs},
                 {"headboard": False, "footboard": False, "ladder": True, "drawers": False},
                 {"width": "single"})  # fmt: skip


def _barred_bed(dice: Dice) -> Draft:
    x, y, head = dice.real(850, 1800), dice.real(1950, 2150), dice.real(850, 1300)
    thick, bars, foot = dice.real(14, 26), dice.whole(4, 10), dice.yes(0.6)
    body = block(x, y, 60).at(z=270) + rounded_block(x * 0.97, y * 0.96, 190, 60, "mattress").at(
        z=325)  # fmt: skip
    ends = [("headboard", 1, head), ("footboard", -1, head * 0.65 if foot else 300.0)]
    for feature, side, high in ends:
        body += in_row(rod(thick, high, "leg").at(0, side * y / 2), 2, x=x)
        if high < 320:
            continue
        body += in_row(ball(thick * 1.6, feature).at(0, side * y / 2, high), 2, x=x)
        for z in (high * 0.93, 330.0):
            body += bar((-x / 2, side * y / 2, z), (x / 2, side * y / 2, z), thick * 0.8, feature)
        spindle = rod(thick * 0.5, high * 0.93 - 330, feature, sides=10)
        body += in_row(spindle.at(0, side * y / 2, 330), bars, x=x / (bars + 1))
    pillows = 2 if x > 1300 else 1
    pillow = rounded_block(x * 0.42 if pillows == 2 else x * 0.7, 380, 100, 90, "pillow")
    body += in_row(pillow.at(0, y * 0.36, 510), pillows, x=x * 0.46)
    return Draft(body, {"pillow": pillows, "bar": bars * (2 if foot else 1)},
                 {"headboard": True, "footboard": foot, "ladder": False, "drawers": False},
                 {"width": "double" if pillows == 2 else "single"})  # fmt: skip


def _platform_bed(dice: Dice) -> Draft:
    x, y, low = dice.real(900, 1900), dice.real(1950, 2150), dice.real(180, 350)
    drawers, rim = dice.pick((0, 0, 2, 3)), dice.real(20, 160)
    body = block(x * 0.96, y * 0.96, low) + rounded_block(x + rim, y + rim, 45, 20).at(z=low - 5)
    body += rounded_block(x * 0.97, y * 0.95, dice.real(140, 260), 80, "mattress").at(z=low + 35)
    for index in range(drawers):
        at_y = (index - (drawers - 1) / 2) * y * 0.9 / drawers
        front = block(24, y * 0.82 / drawers, low * 0.75, "drawer")
        body += in_row(front.at(0, at_y, low * 0.1), 2, x=x * 0.97)
    headboard = dice.yes(0.4)
    if headboard:
        board = rounded_block(x + rim, dice.real(400, 800), 90, 50, "headboard").turned(x=90)
        body += board.at(0, (y + rim) / 2 + 45, low + 250)
    pillows = 2 if x > 1300 else 1
    pillow = hull(rounded_block(x * 0.4, 360, 40, 90), rounded_block(x * 0.3, 250, 120, 60),
                  feature="pillow").at(0, y * 0.34, low + 170)  # fmt: skip
    body += in_row(pillow, pillows, x=x * 0.46)
    return Draft(body, {"pillow": pillows, "drawer": drawers * 2},
                 {"headboard": headboard, "footboard": False, "ladder": False,
                  "drawers": drawers > 0},
                 {"width": "double" if pillows == 2 else "single"})  # fmt: skip


BUILDERS = (
    Builder("chair", "shell", _shell_chair),
    Builder("chair", "cantilever", _cantilever_chair),
    Builder("chair", "windsor", _windsor_chair),
    Builder("chair", "folding", _folding_chair),
    Builder("bench", "plank", _plank_bench),
    Builder("bench", "iron", _iron_bench),
    Builder("sofa", "corner", _corner_sofa),
    Builder("sofa", "frame", _frame_sofa),
    Builder("sofa", "rolled", _rolled_sofa),
    Builder("bed", "bunk", _bunk_bed),
    Builder("bed", "bars", _barred_bed),
    Builder("bed", "platform", _platform_bed),
)
