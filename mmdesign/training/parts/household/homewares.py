"""Clocks, frames, books, shelves, bins, boxes and carts of further makes."""

from mmdesign.training.parts.arranging import at_corners, bar, bead, in_row, shell
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid
from mmdesign.training.parts.solids import (
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


def _sunburst_clock(dice: Dice) -> Draft:
    """A small dial inside a wreath of rays."""
    radius, deep, rays = dice.real(60, 110), dice.real(15, 35), dice.pick((8, 12, 16, 24))
    body = rod(radius, deep) - rod(radius * 0.88, deep, "dial").at(z=deep * 0.6)
    marks, long = dice.pick((4, 12, 12)), radius * dice.real(0.7, 1.5)
    body += block(radius * 0.14, 5, 5, "hour mark").at(radius * 0.74, 0, deep * 0.6 - 1).around(
        marks)  # fmt: skip
    for length, width in ((0.7, 0.06), (0.45, 0.09)):
        hand = block(radius * length, radius * width, 3, "hand").at(radius * length * 0.45)
        body += hand.turned(z=dice.real(0, 360)).at(z=deep * 0.6 - 0.5)
    style, thin = dice.pick(("spike", "ball", "board")), radius * 2.4 / rays
    for index in range(rays):
        reach = radius + long * (1.0 if index % 2 else dice.pick((0.6, 1.0)))
        if style == "ball":
            ray = bar((radius * 0.9, 0, deep / 2), (reach, 0, deep / 2), 3, "ray", sides=8)
            ray += bead(thin * 0.6, "ray").at(reach, 0, deep / 2)
        elif style == "spike":
            ray = hull(block(2, thin, deep * 0.6).at(radius * 0.93), block(2, 2, 3).at(reach),
                       feature="ray")  # fmt: skip
        else:
            ray = block(reach - radius * 0.9, thin, deep * 0.4, "ray").at(
                (reach + radius * 0.9) / 2
            )
        body += ray.turned(z=360.0 * index / rays)
    return Draft(body.turned(x=90), {"hand": 2, "hour mark": marks},
                 {"bells": False, "pendulum": False, "feet": False},
                 {"outline": "star-shaped"})  # fmt: skip


def _longcase_clock(dice: Dice) -> Draft:
    """The grandfather's clock: plinth, a waist with its pendulum, a hood with the dial."""
    x, y, z = dice.real(350, 520), dice.real(220, 320), dice.real(1500, 2200)
    waist, foot, head = dice.real(0.65, 0.85), dice.real(0.16, 0.24), x * dice.real(1.0, 1.2)
    middle = z * (1 - foot) - head
    body = block(x, y, z * foot) + block(x * 1.08, y * 1.08, 40)
    trunk = block(x * waist, y * 0.85, middle + 20)
    trunk -= block(x * waist * 0.7, y * 0.7, middle * 0.8, "cavity").at(0, -y * 0.3, middle * 0.1)
    body += trunk.at(z=z * foot - 10) + block(x, y, head).at(z=z - head)
    body += rod(4, middle * 0.6, "pendulum", sides=8).at(0, -y * 0.25, z * foot + middle * 0.3)
    bob = rod(x * 0.16, 14, "pendulum").turned(x=90).at(0, -y * 0.22, z * foot + middle * 0.3)
    body += bob + block(5, y * 0.4, 8, "pendulum").at(0, 0, z * foot + middle * 0.88)
    radius, at_z = x * 0.42, z - head / 2
    dial = rod(radius, 12, "dial") + block(radius * 0.14, 5, 5, "hour mark").at(
        radius * 0.8, 0, 10).around(12)  # fmt: skip
    for length in (0.7, 0.45):
        hand = block(radius * length, radius * 0.07, 5, "hand").at(radius * length * 0.45, 0, 11)
        dial += hand.turned(z=dice.real(0, 360))
    body += dial.turned(x=90).at(0, -y / 2 + 4, at_z)
    top = dice.pick(("gable", "arch", "flat"))
    if top == "gable":
        body += prism([(-x * 0.55, 0), (x * 0.55, 0), (0, x * 0.35)], y * 1.05).turned(x=90).at(
            0, y * 0.52, z - 2)  # fmt: skip
    elif top == "arch":
        body += rod(x * 0.5, y, sides=48).scaled(y=0.6).turned(x=90).at(0, y / 2, z - 2)
    else:
        body += block(x * 1.15, y * 1.15, 35).at(z=z - 2)
    return Draft(body, {"hand": 2, "hour mark": 12},
                 {"bells": False, "pendulum": True, "feet": False},
                 {"outline": "rectangular"})  # fmt: skip


def _gallery_frame(dice: Dice) -> Draft:
    """One frame around many pictures, or many frames joined."""
    columns, rows = dice.whole(2, 4), dice.whole(2, 3)
    x, z, deep = dice.real(90, 170), dice.real(90, 190), dice.real(12, 25)
    rim, gap = dice.real(10, 22), dice.pick((0.0, dice.real(10, 40)))
    one = block(x, z, deep) - block(x - 2 * rim, z - 2 * rim, deep, "picture").at(z=deep * 0.4)
    if gap:
        one = hull(block(x, z, 2), block(x - rim, z - rim, deep)) - block(
            x - 2 * rim, z - 2 * rim, deep, "picture").at(z=deep * 0.4)  # fmt: skip
    body = grid(one, columns, rows, x + gap - 1, z + gap - 1)
    if gap:
        body += in_row(block(columns * (x + gap) - x, 12, 5), rows, y=z + gap)
        body += in_row(block(12, rows * (z + gap) - z, 5), columns, x=x + gap)
    else:
        border = dice.real(8, 40)
        wide, high = columns * (x - 1), rows * (z - 1)
        rail = block(wide + 2 * border, high + 2 * border, deep * 1.3)
        body += rail - block(wide - 2, high - 2, deep * 3).at(z=-deep)
    return Draft(body.turned(x=90), {"opening": columns * rows},
                 {"stand": False, "oval opening": False}, {"outline": "rectangular"})  # fmt: skip


def _ornate_frame(dice: Dice) -> Draft:
    """A stepped moulding with scrolls at its corners and a crest, on an easel or a nail."""
    x, z, deep = dice.real(140, 450), dice.real(140, 450), dice.real(14, 35)
    rim, steps = min(x, z) * dice.real(0.12, 0.22), dice.whole(2, 4)
    body = block(x, z, deep * 0.4)
    for index in range(1, steps + 1):
        cut = rim * 0.8 * index / steps
        body += block(x - cut, z - cut, deep * (0.4 + 0.6 * index / steps))
    opening = block(x - 2 * rim, z - 2 * rim, deep * 2, "picture")
    oval = dice.yes(0.35)
    if oval:
        opening = rod(1, deep * 2, sides=48).scaled(x / 2 - rim, z / 2 - rim).labelled("picture")
    body -= opening.at(z=deep * 0.25)
    scroll = tube(rim * 0.55, rim * 0.25, deep * 1.15).labelled("ornament")
    scroll += rod(rim * 0.18, deep * 1.3, "ornament")
    body += at_corners(scroll, x * 0.97, z * 0.97)
    if dice.yes(0.6):
        petal = ball(rim * 0.35, "ornament").scaled(1, 0.5, 0.6).at(rim * 0.45)
        crest = union([petal.turned(z=turn) for turn in (0, 45, 90, 135, 180)])
        body += crest.at(0, z / 2 - rim * 0.1, deep * 0.6)
    stand = dice.yes(0.4)
    if stand:
        body += bar((0, z * 0.25, 2), (0, -z * 0.5, -z * 0.3), 6, "stand")
    return Draft(body.turned(x=90 - (15 if stand else 0)), {"opening": 1},
                 {"stand": stand, "oval opening": oval}, {"outline": "rectangular"})  # fmt: skip


def _spiral_notebook(dice: Dice) -> Draft:
    x, y, thick = dice.real(90, 210), dice.real(120, 300), dice.real(6, 20)
    radius, rings = thick * dice.real(0.65, 0.9), dice.whole(9, 26)
    top, board = dice.yes(0.3), 1.6
    if top:
        x, y = y, x
    body = rounded_block(x, y, thick - 2 * board, 5, "pages").at(z=board)
    body += rounded_block(x + 4, y + 4, board + 0.1, 6, "cover")
    body += rounded_block(x + 4, y + 4, board + 0.1, 6, "cover").at(z=thick - board - 0.1)
    ring = tube(radius, radius * 0.8, 1.6, "ring").turned(x=90).at(-x / 2 + 2, 0, thick / 2)
    body += in_row(ring, rings, y=y * 0.94 / rings)
    if dice.yes(0.5):
        body += block(x * 0.5, y * 0.16, 1, "label").at(x * 0.05, y * 0.22, thick - 0.2)
    if dice.yes(0.35):
        body += rod(4, y * 0.8, "pen").turned(x=90).at(x / 2 + 4, y * 0.4, thick / 2)
    return Draft(body.turned(z=-90 if top else 0), {"book": 1, "ring": rings},
                 {"open pages": False, "stacked": False}, {"corners": "rounded"})  # fmt: skip


def _book_row(dice: Dice) -> Draft:
    """Books that stand side by side, some leaning, perhaps between bookends."""
    books, ends, x = dice.whole(1, 7), dice.yes(0.5), 0.0
    pieces = []
    for index in range(books):
        thick, y, z = dice.real(14, 50), dice.real(120, 190), dice.real(170, 280)
        cover = block(thick, y, z, "cover") - block(thick - 6, y, z + 9).at(0, 5, -4)
        spine = rod(thick / 2, z, "spine").scaled(y=0.4).at(0, -y / 2 + 1)
        spine += in_row(rod(thick / 2 + 2, 6, "band").scaled(y=0.45).at(0, -y / 2 + 1),
                        dice.whole(1, 4), z=z * 0.2).at(z=z * 0.45)  # fmt: skip
        pages = block(thick - 5, y - 9, z - 8, "pages").at(0, -2, 4)
        lean = 10.0 if index == books - 1 and books > 2 and dice.yes() else 0.0
        piece = (cover + spine + pages).at(-thick / 2, y / 2).turned(y=-lean)
        pieces.append(piece.at(x + thick + (z * 0.17 if lean else 0)))
        x += thick - 0.1
    body = union(pieces)
    if ends:
        end = block(5, 130, 150, "bookend").at(0, 75) + block(80, 130, 4, "bookend").at(40, 75, -3)
        body += end.at(-2) + end.mirrored(x=1).at(x + 2)
    return Draft(body, {"book": books}, {"open pages": False, "stacked": False})


def _cube_shelf(dice: Dice) -> Draft:
    """Open boxes on the wall, in a staircase, in a row or in a block."""
    size, deep, wall = dice.real(200, 350), dice.real(120, 250), dice.real(12, 25)
    style, cubes = dice.pick(("stair", "row", "block", "hexagon")), dice.whole(2, 4)
    if style == "hexagon":
        cell = rod(size / 2, deep, sides=6) - rod(size / 2 - wall, deep * 3, "cavity", sides=6).at(
            z=-deep)  # fmt: skip
        step = (size * 0.75 - wall * 0.5, size * 0.433 - wall * 0.5)
        body = union([cell.at(i * step[0], (i % 2) * step[1]) for i in range(cubes)]).turned(x=90)
    else:
        open_cell = block(size, deep, size) - block(size - 2 * wall, deep * 2, size - 2 * wall,
                                                    "cavity").at(z=wall)  # fmt: skip
        rise = {"stair": size * 0.5, "row": 0.0, "block": 0.0}[style]
        body = in_row(open_cell, cubes, x=size - wall, z=rise)
        if style == "block":
            body = body + body.at(z=size - wall)
    count = cubes * (2 if style == "block" else 1)
    return Draft(body, {"shelf": count, "hook": 0, "bracket": 0},
                 {"hooks": False, "brackets": False})  # fmt: skip


def _corner_shelf(dice: Dice) -> Draft:
    """Quarter-round boards in the corner of a room, or boards hung on ropes."""
    shelves, thick, gap = dice.whole(1, 5), dice.real(14, 28), dice.real(160, 300)
    roped = dice.yes(0.4)
    if roped:
        x, y = dice.real(350, 800), dice.real(140, 220)
        board = block(x, y, thick, "shelf")
        body = in_row(board, shelves, z=gap)
        low, high = -(shelves - 1) / 2 * gap - 10, (shelves - 1) / 2 * gap + thick
        for side in (-1, 1):
            at_x = side * x * 0.44
            body += in_row(rod(5, high - low, "rope", sides=8).at(at_x, 0, low), 2, y=y * 0.8)
            for front in (-1, 1):
                body += bar((at_x, front * y * 0.4, high - 3), (at_x, 0, high + y), 5, "rope")
            body += tube(18, 9, 8, "ring").turned(y=90).at(at_x - 4, 0, high + y + 8)
    else:
        radius = dice.real(180, 350)
        board = rod(radius, thick, "shelf") & block(radius, radius, 99, "shelf").at(
            radius / 2, radius / 2)  # fmt: skip
        body = in_row(board, shelves, z=gap)
        high = gap * (shelves - 0.3)
        body += block(12, radius * 0.9, high, "back").at(6, radius * 0.45, -high / 2)
        body += block(radius * 0.9, 12, high, "back").at(radius * 0.45, 6, -high / 2)
        body = body.turned(z=-135)
    return Draft(body, {"shelf": shelves, "hook": 0, "bracket": 0},
                 {"hooks": False, "brackets": False})  # fmt: skip


def _swing_bin(dice: Dice) -> Draft:
    """A tall tapering box under a swinging flap, or round under a dome with a mouth."""
    x, y, z = dice.real(200, 380), dice.real(180, 320), dice.real(350, 750)
    round_, share = dice.yes(0.4), dice.real(0.65, 0.95)
    if round_:
        y = x
        body = rod(x / 2 * share, z, top=x / 2) + rod(x * 0.52, x * 0.12, "lid").at(z=z - 2)
        dome = (ball(x * 0.5, "lid") - block(2 * x, 2 * x, x, "lid").at(z=-x)).at(z=z + x * 0.08)
        body += dome - block(x * 0.55, x, x * 0.22, "opening").at(0, -x * 0.35, z + x * 0.18)
    else:
        body = hull(rounded_block(x * share, y * share, 4, 20), rounded_block(x, y, 4, 20).at(z=z))
        roof = prism([(-y * 0.5, 0), (y * 0.5, 0), (y * 0.3, x * 0.4), (-y * 0.3, x * 0.4)],
                     x, "lid"
                     ).turned(x=90, z=90).at(-x / 2)  # fmt: skip
        body += rounded_block(x * 1.05, y * 1.05, 40, 20, "lid").at(z=z - 20) + roof.at(z=z + 15)
        flap = block(x * 0.78, 8, x * 0.38, "flap").turned(x=dice.real(-25, 30))
        body -= block(x * 0.8, y * 0.5, x * 0.34, "opening").at(0, -y * 0.45, z + x * 0.04)
        body += flap.at(0, -y * 0.42, z + 22)
    return Draft(body, {}, {"lid": True, "pedal": False, "wheels": False, "holes": False},
                 {"outline": "round" if round_ else "rectangular", "height": "tall"})  # fmt: skip


def _platform_trolley(dice: Dice) -> Draft:
    """A flat load bed with a push bar at one end."""
    x, y, high = dice.real(600, 1200), dice.real(400, 700), dice.real(600, 950)
    wheel, thick, rails = dice.real(40, 90), dice.real(25, 60), dice.whole(0, 3)
    base = wheel * 2 + 20
    body = rounded_block(x, y, thick, dice.real(5, 60), "platform").at(z=base)
    caster = rod(wheel, wheel * 0.6, "wheel").turned(x=90).at(0, wheel * 0.3, wheel)
    caster += block(wheel * 0.8, wheel * 0.9, wheel + 24).at(z=wheel * 1.1)
    body += at_corners(caster, x * 0.78, y * 0.68)
    ends = dice.pick((1, 1, 2))
    for side in (1, -1)[:ends]:
        at_x, top = side * x * 0.46, base + high
        loop = [
            (at_x, -y * 0.42, base),
            (at_x, -y * 0.42, top - 60),
            (at_x, -y * 0.34, top),
            (at_x, y * 0.34, top),
            (at_x, y * 0.42, top - 60),
            (at_x, y * 0.42, base),
        ]
        body += wire(loop, 16, "handle")
        for index in range(rails):
            level = base + high * (0.3 + 0.2 * index)
            body += bar((at_x, -y * 0.42, level), (at_x, y * 0.42, level), 11, "handle")
    return Draft(body, {"wheel": 4, "shelf": 0}, {"push handle": True, "basket": False},
                 {"form": "flat"})  # fmt: skip


def _sack_trolley(dice: Dice) -> Draft:
    """The two-wheeled upright one that is tilted to drive."""
    x, z, wheel = dice.real(300, 450), dice.real(900, 1350), dice.real(80, 150)
    rungs, thin, nose = dice.whole(2, 5), dice.real(12, 20), dice.real(180, 320)
    body = in_row(rod(thin, z), 2, x=x * 0.7) + block(x, nose, 10, "platform").at(0, -nose / 2 + 10)
    for index in range(rungs):
        level = z * (0.12 + 0.7 * index / rungs)
        body += bar((-x * 0.35, 0, level), (x * 0.35, 0, level), thin * 0.7, "rung")
    if dice.yes(0.5):
        body += wire([(-x * 0.35, 0, z - 5), (-x * 0.35, 60, z + 60), (-x * 0.2, 110, z + 100),
                      (x * 0.2, 110, z + 100), (x * 0.35, 60, z + 60), (x * 0.35, 0, z - 5)], thin,
                     "handle")  # fmt: skip
    else:
        for side in (-1, 1):
            body += bar((side * x * 0.35, 0, z - 5), (side * x * 0.35, 150, z + 50), thin * 1.2,
                        "handle")  # fmt: skip
    axle = (wheel * 0.9, wheel * 0.9)
    body += bar((-x * 0.62, *axle), (x * 0.62, *axle), thin * 0.8, "axle")
    tyre = rod(wheel, wheel * 0.35, "wheel") + rod(wheel * 0.3, wheel * 0.45, "wheel")
    for side in (-1, 1):
        body += tyre.turned(y=90 * side).at(side * x * 0.5, *axle)
        body += hull(block(14, 20, 20).at(side * x * 0.35, 0, z * 0.35), block(14, 20, 20).at(
            side * x * 0.35, axle[0], axle[1] - 10))  # fmt: skip
    return Draft(body, {"wheel": 2, "shelf": 0}, {"push handle": True, "basket": False},
                 {"height": "tall"})  # fmt: skip


def _archive_carton(dice: Dice) -> Draft:
    """A box with a slipped-on lid, or a flat mailer whose lid stands open on its hinge."""
    x, y = dice.real(200, 450), dice.real(180, 350)
    mailer, wall = dice.yes(0.5), 5.0
    z = dice.real(40, 110) if mailer else dice.real(120, 320)
    body = block(x, y, z) - block(x - 2 * wall, y - 2 * wall, z, "cavity").at(z=wall)
    grips = False
    if mailer:
        lid = block(x, wall, y, "lid") + block(x, z * 0.8, wall, "lid").at(0, -z * 0.4, y - wall)
        lid += in_row(block(wall, z * 0.7, y * 0.9, "lid").at(0, -z * 0.35), 2, x=x - wall)
        body += lid.turned(x=-dice.real(0, 60)).at(0, y / 2 - 1, z - wall)
        body += in_row(block(wall * 3, y - 2, z), 2, x=x - wall * 3)
    else:
        grips = dice.yes(0.6)
        if grips:
            body -= slot(y * 0.4, 28, x * 2).turned(x=90).at(0, x, z * 0.55).turned(z=90)
        rim = z * dice.real(0.15, 0.35)
        lid = block(x + 8, y + 8, rim, "lid") - block(x - 1, y - 1, rim, "cavity").at(z=-wall)
        body += lid.at(z=z - rim + wall - 1)
    return Draft(body, {"flap": 0}, {"open flaps": False, "hand holes": grips},
                 {"top": "open" if mailer else "closed"})  # fmt: skip


def _door_night_stand(dice: Dice) -> Draft:
    """A small cupboard: a drawer above a door, on a plinth or hung on the wall without legs."""
    x, y, z = dice.real(320, 520), dice.real(280, 420), dice.real(400, 680)
    hung, wall, drawers = dice.yes(0.4), dice.real(15, 28), dice.whole(0, 1)
    z = z * 0.5 if hung else z
    open_ = hung and dice.yes(0.6)
    body = shell(x, y, z, wall) + block(x, wall, z).at(y=y / 2 - wall / 2)
    body += block(x - wall, y - wall, 12).at(0, 0, z * 0.62)
    pull = dice.pick((ball(13, "handle"), bar((-45, -12, 0), (45, -12, 0), 7, "handle") + in_row(
        block(10, 20, 8, "handle"), 2, x=70)))  # fmt: skip
    tall = z * 0.62 - wall if drawers else z - 2 * wall
    if drawers:
        body += block(x - 2 * wall - 6, 20, z * 0.38 - wall - 14, "drawer").at(
            0, -y / 2 + 12, z * 0.62 + 11)  # fmt: skip
        body += pull.at(0, -y / 2 - 8, z * 0.8) + block(x * 0.5, y, 9).at(0, 12, z * 0.66)
    if not open_:
        body += block(x - 2 * wall + 2, 20, tall - 3, "door").at(0, -y / 2 + 12, wall - 1)
        body += pull.turned(y=90).at(x * 0.3, -y / 2 - 8, wall + tall * 0.7)
    if not hung:
        body += block(x * 0.92, y * 0.9, 50, "plinth").at(z=-49)
        body += block(x * 1.08, y * 1.06, 22, "top").at(z=z - 1)
    return Draft(body, {"drawer": drawers, "leg": 0},
                 {"open compartment": open_, "doors": not open_},
                 {"outline": "rectangular"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("clock", "sunburst", _sunburst_clock),
    Builder("clock", "longcase", _longcase_clock),
    Builder("picture frame", "gallery", _gallery_frame),
    Builder("picture frame", "ornate", _ornate_frame),
    Builder("book", "spiral", _spiral_notebook),
    Builder("book", "row", _book_row),
    Builder("wall shelf", "cubes", _cube_shelf),
    Builder("wall shelf", "corner", _corner_shelf),
    Builder("waste bin", "swing", _swing_bin),
    Builder("trolley", "platform", _platform_trolley),
    Builder("trolley", "sack", _sack_trolley),
    Builder("carton", "archive", _archive_carton),
    Builder("night stand", "door", _door_night_stand),
)
