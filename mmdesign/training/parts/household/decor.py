"""Lamps, vases, pots, candles, plants, clocks, frames and books."""

import numpy as np

from mmdesign.training.parts.arranging import bar, bead, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.household.vessels import hollow, smooth
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    ball,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _pendant_lamp(dice: Dice) -> Draft:
    radius, cord = dice.real(90, 280), dice.real(250, 900)
    high, lamps = radius * dice.real(0.5, 1.3), dice.pick((1, 1, 2, 3))
    curve = [(max(radius * np.sin(t), 14.0), high * (1 - np.cos(t)))
             for t in np.linspace(np.pi / 2, 0.1, 12)] if dice.yes() else [
                 (radius, 0.0), (radius * dice.real(0.15, 0.8), high)]  # fmt: skip
    if curve[0][1] > 0:
        curve = [(r, high - z) for r, z in curve]
    inner = [(max(r - 5, 3.0), z - 5) for r, z in curve]
    shade = revolved([*curve, (0, curve[-1][1]), (0, inner[-1][1]), *inner[::-1]], "shade")
    one = shade + rod(6, cord, "cord").at(z=high - 8) + ball(radius * 0.25, "bulb").at(
        z=high * 0.55)  # fmt: skip
    one += rod(20, high * 0.6 + 12, "socket", sides=16).at(z=high * 0.45 - 10)
    body = in_row(one, lamps, x=radius * 2.3)
    beam = block(radius * 2.3 * lamps - radius, 70, 30, "ceiling rose")
    rose = beam if lamps > 1 else rod(60, 35, "ceiling rose")
    return Draft(body + rose.at(z=high + cord - 10), {"shade": lamps},
                 {"jointed arm": False, "lamp shade": True, "hanging": True}, {})  # fmt: skip


def _mushroom_lamp(dice: Dice) -> Draft:
    radius, high = dice.real(80, 170), dice.real(200, 420)
    globe = dice.yes()
    foot, waist = radius * dice.real(0.45, 0.8), radius * dice.real(0.12, 0.3)
    stem = smooth([(foot, 0), (waist, high * 0.5), (waist * 1.2, high)], 18)
    body = revolved([(0, 0), *stem, (0, high)], "stem")
    if globe:
        body += ball(radius * 0.8, "bulb").at(z=high + radius * 0.6)
    else:
        dome = [(radius * np.sin(t), radius * 0.7 * np.cos(t))
                for t in np.linspace(np.pi / 2, 0, 12)]  # fmt: skip
        inner = [(max(r * 0.94, 0.0), z * 0.92 - 1) for r, z in dome]
        body += revolved([*dome, *inner[::-1]], "shade").at(z=high - radius * 0.55)
        body += rod(waist, radius * 0.2).at(z=high - 2)
    return Draft(body, {}, {"jointed arm": False, "lamp shade": not globe, "hanging": False},
                 {"height": "low"})  # fmt: skip


def _tripod_lamp(dice: Dice) -> Draft:
    high, legs = dice.real(350, 1500), dice.pick((3, 3, 4))
    radius, spread = high * dice.real(0.16, 0.3), high * dice.real(0.18, 0.32)
    body = bar((radius * 0.12, 0, high), (spread, 0, 0), high * 0.013, "leg").around(legs)
    body += rod(radius * 0.25, high * 0.04).at(z=high * 0.97)
    square = dice.yes(0.4)
    sides, tall = (4, radius * 1.2) if square else (40, radius * dice.real(0.9, 1.5))
    outer = rod(radius, tall, "shade", top=radius * dice.real(0.6, 1.0), sides=sides)
    shade = outer - outer.scaled(0.94, 0.94, 1.2).at(z=-tall * 0.1)
    body += shade.at(z=high * 0.98) + block(radius * 1.8, 9, 9).at(z=high + 2)
    body += block(9, radius * 1.8, 9).at(z=high + 2) if not square else block(
        radius * 1.36, 9, 9).turned(z=45).at(z=high + 2)  # fmt: skip
    return Draft(body, {"leg": legs}, {"jointed arm": False, "lamp shade": True,
                 "hanging": False}, {"height": "tall" if high > 800 else "low"})  # fmt: skip


def _twisted_vase(dice: Dice) -> Draft:
    lobes, height, radius = dice.whole(3, 9), dice.real(120, 260), dice.real(35, 70)
    depth, twist = dice.real(0.08, 0.22), dice.pick((-1, 1)) * dice.real(0, 120)
    ring = [(1 + depth * np.cos(lobes * t)) * np.array([np.cos(t), np.sin(t)])
            for t in np.linspace(0, 2 * np.pi, lobes * 10, endpoint=False)]  # fmt: skip
    outline = [(float(a * radius), float(b * radius)) for a, b in ring]
    body = prism(outline, height, twist_deg=twist)
    body -= rod(radius * (1 - depth) - 4, height, "cavity").at(z=8)
    return Draft(body, {"handle": 0, "lobe": lobes}, {"handles": False},
                 {"form": "straight"})  # fmt: skip


def _bottle_vase(dice: Dice) -> Draft:
    radius, handles = dice.real(45, 90), dice.pick((0, 1, 2))
    neck, tall = radius * dice.real(0.15, 0.35), radius * dice.real(0.6, 2.0)
    profile = [(radius * np.sin(t), radius * (0.9 - np.cos(t)))
               for t in np.linspace(0.45, np.pi - np.arcsin(neck / radius), 18)]  # fmt: skip
    top = profile[-1][1]
    profile += [(neck, top + tall * 0.8), (neck * dice.real(1.1, 2.2), top + tall)]
    body = hollow(profile, 3, 5)
    if handles:
        path = [(neck - 1, 0, top + tall * 0.75), (neck + radius * 0.5, 0, top + tall * 0.7),
                (neck + radius * 0.55, 0, top),
                (radius * 0.75, 0, top - radius * 0.42)]  # fmt: skip
        body += wire(path, radius * 0.06, "handle", sides=10).around(handles)
        body -= rod(neck - 3, tall * 0.9, "cavity").at(z=top)
    return Draft(body, {"handle": handles}, {"handles": handles > 0}, {"form": "bulging"})


def _square_planter(dice: Dice) -> Draft:
    x, stretch, height = dice.real(80, 200), dice.pick((1.0, 1.0, 2.5, 4.0)), dice.real(80, 220)
    taper, holes = dice.real(0.65, 1.0), dice.whole(1, 4)
    outer = hull(
        block(x * taper * stretch, x * taper, 1), block(x * stretch, x, 1).at(z=height - 1)
    )
    rim, saucer = dice.yes(), dice.yes(0.35)
    body = outer
    if rim:
        body += block(x * stretch + 16, x + 16, height * 0.14, "rim").at(z=height * 0.86)
    inner = hull(block(x * taper * stretch - 16, x * taper - 16, 1).at(z=8),
                 block(x * stretch - 16, x - 16, 1).at(z=height), feature="cavity")  # fmt: skip
    body -= inner + in_row(hole(6, 20).at(z=-5), holes, x=x * taper * stretch * 0.6 / holes)
    if saucer:
        dish = block(x * stretch * 1.05, x * 1.05, 16) - block(x * stretch, x, 16).at(z=4)
        body += dish.at(z=-8) + block(x * 0.5 * stretch, x * 0.4, 8).at(0, x * 0.25, -6)
    return Draft(body, {"hole": holes}, {"rim": rim, "saucer": saucer},
                 {"outline": "square" if stretch == 1.0 else "rectangular"})  # fmt: skip


def _egg_planter(dice: Dice) -> Draft:
    radius, height, legs = dice.real(50, 130), 0.0, dice.pick((0, 3, 4))
    height = radius * dice.real(0.9, 1.6)
    profile = smooth([(radius * 0.5, 0), (radius, height * 0.55), (radius * 0.8, height)], 18)
    body, saucer = hollow(profile, 5, 6), not legs and dice.yes()
    body -= rod(8, 40, "hole").at(z=-9)
    if legs:
        body += bar((radius * 0.7, 0, height * 0.25), (radius * 1.0, 0, -radius * 0.8), 8,
                    "leg").around(legs) - revolved([(0, 6), *[(max(r - 4, 1), max(z, 6.0))
                    for r, z in profile], (0, height)])  # fmt: skip
    if saucer:
        body += hollow([(radius * 0.7, -8.0), (radius * 0.9, 10.0)], 3, 9)
    return Draft(body, {"hole": 1, "leg": legs}, {"rim": False, "saucer": saucer},
                 {"form": "rounded"})  # fmt: skip


def _candelabra(dice: Dice) -> Draft:
    arms, height, reach = dice.pick((2, 2, 3, 4, 6)), dice.real(140, 320), dice.real(60, 120)
    thin, foot = dice.real(5, 9), dice.real(40, 70)
    body = revolved([(0, 0), (foot, 0), (foot, 5), *smooth([(foot * 0.5, 9), (thin, 50),
                     (thin, height)], 12), (0, height)])  # fmt: skip
    cup = rod(9, 22, "socket", top=15) - rod(9, 16, "hole").at(z=8)
    arm = [(0, 0, height * 0.55), (reach * 0.6, 0, height * 0.5), (reach, 0, height * 0.6),
           (reach, 0, height * 0.85)]  # fmt: skip
    body += (wire(arm, thin * 0.8, "arm", sides=10) + cup.at(reach, 0, height * 0.84)).around(arms)
    body += cup.at(z=height - 1)
    return Draft(body, {"hole": arms + 1, "arm": arms},
                 {"candle socket": True, "handle": False, "arms": True},
                 {"height": "tall"})  # fmt: skip


def _chamber_candle(dice: Dice) -> Draft:
    radius, high, handle = dice.real(40, 70), dice.real(25, 60), dice.yes(0.6)
    sides, candle = dice.pick((6, 8, 40)), dice.yes(0.5)
    dish = rod(radius * 0.8, 14, top=radius, sides=sides)
    dish -= rod(radius * 0.75, 14, "cavity", top=radius * 0.95, sides=sides).at(z=4)
    body = dish + rod(17, high, "socket") - rod(11, 99, "hole").at(z=max(high - 22, 6))
    if candle:
        body += rod(11.5, dice.real(60, 160), "candle").at(z=max(high - 23, 5))
    if handle:
        ring = tube(18, 12, 7, "handle").turned(x=90).at(radius + 12, 3.5, 14)
        body += ring - rod(radius * 0.9, 99)
    return Draft(body, {"hole": 1, "handle": int(handle)},
                 {"candle socket": True, "handle": handle, "arms": False},
                 {"height": "low"})  # fmt: skip


def _leafy_plant(dice: Dice) -> Draft:
    radius, leaves = dice.real(60, 130), dice.whole(6, 16)
    high, pot = radius * dice.real(1.3, 2.0), radius * dice.real(0.9, 1.7)
    body = rod(radius * 0.7, pot, "pot", top=radius) + rod(radius * 1.08, pot * 0.15, "pot").at(
        z=pot * 0.85)  # fmt: skip
    body -= rod(radius * 0.88, pot, "pot").at(z=pot * 0.93)
    for index in range(leaves):
        tilt, size = dice.real(5, 65), high * dice.real(0.7, 1.3)
        leaf = hull(block(8, 8, 1), rod(size * 0.16, 6, sides=14).turned(x=90).at(0, 3, size * 0.6),
                    block(4, 4, 1).at(z=size), feature="leaf")  # fmt: skip
        body += leaf.turned(x=tilt, z=360.0 * index / leaves * 2.4).at(z=pot * 0.85)
    return Draft(body, {"leaf": leaves}, {"pot": True, "flowers": False}, {})


def _cactus(dice: Dice) -> Draft:
    radius, high, arms = dice.real(22, 50), dice.real(120, 260), dice.whole(0, 3)
    ribs = dice.whole(8, 14)

    def column(size: float, tall: float) -> Body:
        bead = rod(size * 0.17, tall, "rib", sides=8).at(size * 0.98)
        return rod(size, tall, "stem") + ball(size, "stem").at(z=tall) + bead.around(ribs)

    body = rod(radius * 1.5, radius * 2, "pot", top=radius * 1.9)
    body += rod(radius * 2.1, radius * 0.4, "pot").at(z=radius * 1.7)
    body += column(radius, high).at(z=radius * 2)
    for index in range(arms):
        side, z = 120.0 * index + 20, radius * 2 + high * dice.real(0.3, 0.6)
        small, far = radius * 0.5, radius * 2.1
        arm = rod(small, far, "stem").turned(y=90) + ball(small, "stem").at(far)
        body += (arm + column(small, high * dice.real(0.2, 0.4)).at(far)).turned(z=side).at(z=z)
    return Draft(
        body, {"arm": arms, "rib": ribs}, {"pot": True, "flowers": False}, {"form": "cylindrical"}
    )


def _flower(dice: Dice) -> Draft:
    stems, petals, high = dice.whole(1, 3), dice.whole(5, 10), dice.real(160, 320)
    head = dice.real(22, 40)
    potted = dice.yes(0.6)
    petal = bead(head * 0.55, "petal").scaled(1, 0.6, 0.22).at(head * 0.9)
    bloom = (petal.around(petals) + bead(head * 0.5, "flower").scaled(1, 1, 0.7)).turned(y=50)
    leaf = bead(high * 0.13, "leaf").scaled(1, 0.4, 0.12).at(high * 0.11).turned(y=-30)
    one = wire([(0, 0, 0), (6, 0, high * 0.5), (0, 0, high)], 5, "stem") + bloom.at(z=high)
    one += leaf.at(z=high * 0.3) + leaf.turned(z=160).at(z=high * 0.4)
    lean = 26.0 if stems > 1 else 0.0
    body = one.turned(y=lean).around(stems) + rod(10, 12, "stem").at(z=-6)
    if potted:
        body += rod(40, 70, "pot", top=55).at(z=-68) + rod(60, 14, "pot").at(z=-12)
    else:
        body += hull(rod(40, 4), rod(12, 8).at(z=2)).at(z=-8)
    return Draft(body, {"petal": petals * stems, "flower": stems},
                 {"pot": potted, "flowers": True}, {})  # fmt: skip


def _wall_clock(dice: Dice) -> Draft:
    radius, deep, rim = dice.real(90, 220), dice.real(20, 50), dice.real(0.05, 0.14)
    sides, marks = dice.pick((4, 8, 40, 40)), dice.pick((4, 12, 12))
    body = rod(radius, deep, sides=sides).turned(z=180 / sides)
    inner, flat = radius * (1 - rim), radius * np.cos(np.pi / sides) * (1 - rim)
    body -= rod(inner, deep, "dial", sides=sides).turned(z=180 / sides).at(z=deep * 0.6)
    mark = block(flat * 0.14, flat * 0.05, 5, "hour mark").at(flat * 0.85, 0, deep * 0.6 - 1)
    body += mark.around(marks) + rod(flat * 0.06, 9, "hand").at(z=deep * 0.6 - 1)
    for length, width, z in ((0.75, 0.05, 3), (0.5, 0.07, 1)):
        hand = block(flat * length, flat * width, 3, "hand").at(flat * length * 0.45)
        body += hand.turned(z=dice.real(0, 360)).at(z=deep * 0.6 + z - 1.5)
    body = body.turned(x=90)
    pendulum = dice.yes(0.3)
    if pendulum:
        body += block(radius * 0.06, 6, radius * 1.1, "pendulum").at(0, -deep / 2, -radius * 1.9)
        body += rod(radius * 0.2, 12, "pendulum").turned(x=90).at(0, -deep / 2 + 6, -radius * 1.9)
    word = {4: "square", 8: "octagonal", 40: "round"}[sides]
    return Draft(
        body,
        {"hand": 2, "hour mark": marks},
        {"bells": False, "pendulum": pendulum, "feet": False},
        {"outline": word},
    )


def _alarm_clock(dice: Dice) -> Draft:
    radius, deep, bells = dice.real(35, 60), dice.real(25, 45), dice.yes(0.7)
    body = rod(radius, deep) - rod(radius * 0.88, deep, "dial").at(z=deep - 5)
    body += block(radius * 0.15, 4, 4, "hour mark").at(radius * 0.72, 0, deep - 6).around(12)
    for length, width in ((0.65, 0.07), (0.42, 0.1)):
        hand = block(radius * length, radius * width, 3, "hand").at(radius * length * 0.45)
        body += hand.turned(z=dice.real(0, 360)).at(z=deep - 5.5)
    body = body.turned(x=90).at(y=deep / 2)
    for side in (-1, 1):
        end = (side * radius * 0.75, 0, -radius * 1.15)
        body += bar((side * radius * 0.5, 0, -radius * 0.75), end, radius * 0.09, "foot")
        if bells:
            cup = ball(radius * 0.42, "bell") & rod(radius, radius, "bell")
            body += (cup + rod(3, radius * 0.6).at(z=-radius * 0.4)).turned(y=side * 35).at(
                side * radius * 0.6, 0, radius * 0.95)  # fmt: skip
    arch = [(radius * 0.6 * np.cos(t), 0, radius * 0.85 + radius * 0.75 * np.sin(t))
            for t in np.linspace(0, np.pi, 14)]  # fmt: skip
    body += wire(arch, 3, "handle", sides=8)
    return Draft(
        body,
        {"hand": 2, "hour mark": 12},
        {"bells": bells, "pendulum": False, "feet": True},
        {"outline": "round"},
    )


def _picture_frame(dice: Dice) -> Draft:
    x, z, deep = dice.real(100, 500), dice.real(100, 500), dice.real(10, 30)
    rim, openings = min(x, z) * dice.real(0.06, 0.2), dice.pick((1, 1, 2, 3))
    body = hull(block(x, z, deep * 0.5), block(x - rim, z - rim, deep)) if dice.yes() else (
        block(x, z, deep))  # fmt: skip
    pane = (x - rim) / openings - rim
    cut = block(pane, z - 2 * rim, deep, "picture").at(z=deep * 0.35)
    body -= in_row(cut, openings, x=pane + rim)
    stand = dice.yes(0.4)
    if stand:
        leg = hull(block(x * 0.3, 6, 5), block(x * 0.15, 6, 5).at(0, z * 0.35, 0), feature="stand")
        body += leg.turned(x=-28).at(0, -z * 0.42, -z * 0.2).turned(x=0)
    return Draft(body.turned(x=90 - (12 if stand else 0)), {"opening": openings},
                 {"stand": stand, "oval opening": False}, {"outline": "rectangular"})  # fmt: skip


def _oval_frame(dice: Dice) -> Draft:
    radius, stretch, deep = dice.real(60, 200), dice.real(1.0, 1.5), dice.real(12, 30)
    beads, rim = dice.pick((0, 20, 32)), dice.real(0.12, 0.3)
    profile: list[Point2] = [
        (radius * (1 - rim), 0),
        (radius, 0),
        (radius, deep * 0.5),
        (radius * (1 - rim / 2), deep),
        (radius * (1 - rim), deep * 0.6),
    ]
    body = revolved(profile) + rod(radius * (1 - rim) + 1, deep * 0.3, "picture")
    if beads:
        body += bead(radius * 0.07, "bead").at(radius, 0, deep * 0.4).around(beads)
    body = body.scaled(1, stretch, 1)
    ring = dice.yes()
    if ring:
        loop = tube(radius * 0.12, radius * 0.07, deep * 0.4, "hanging ring")
        body += loop.at(0, radius * stretch * 1.08)
    return Draft(body.turned(x=90), {"opening": 1, "bead": beads},
                 {"stand": False, "oval opening": True},
                 {"outline": "oval" if stretch > 1.15 else "round"})  # fmt: skip


def _standing_mirror(dice: Dice) -> Draft:
    x, z, deep = dice.real(250, 600), dice.real(500, 1600), dice.real(20, 40)
    rim, oval = dice.real(20, 60), dice.yes()
    corner = x * (0.499 if oval else 0.05)
    pane = rounded_block(x, z, deep, corner) - rounded_block(
        x - 2 * rim, z - 2 * rim, deep, corner, "mirror").at(z=deep * 0.6)  # fmt: skip
    body = pane.turned(x=90 - dice.real(0, 15)).at(0, 0, z / 2 + 80)
    stand = dice.yes(0.6)
    if stand:
        for side in (-1, 1):
            post = (side * (x / 2 + 30), 0.0)
            body += bar((*post, 0), (*post, z * 0.7), 16, "stand")
            body += bar((post[0], -z * 0.16, 8), (post[0], z * 0.16, 8), 14, "stand")
            body += rod(10, 60).turned(y=90).at(post[0] - 30 - 12 * side, 0, z / 2 + 80)
        body += bar((-x / 2 - 30, 0, 40), (x / 2 + 30, 0, 40), 12, "stand")
    return Draft(body, {}, {"stand": stand}, {"outline": "oval" if oval else "rectangular"})


def _closed_book(dice: Dice) -> Draft:
    x, y = dice.real(100, 220), dice.real(140, 300)
    books = dice.whole(1, 4)
    pieces, z = [], 0.0
    for _ in range(books):
        thick, board = dice.real(15, 55), dice.real(2, 4)
        cover = block(x, y, thick, "cover") - block(x, y - 0, thick - 2 * board).at(
            board * 1.5, 0, board
        )
        pages = block(x - 10, y - 10, thick - 2 * board + 0.2, "pages").at(-1, 0, board - 0.1)
        spine = rod(thick / 2, y, "spine").turned(x=90).scaled(x=0.35).at(-x / 2, y / 2, thick / 2)
        pieces.append((cover + pages + spine).turned(z=dice.real(-12, 12)).at(z=z))
        z += thick - 0.05
    return Draft(union(pieces), {"book": books}, {"open pages": False, "stacked": books > 1}, {})


def _open_book(dice: Dice) -> Draft:
    x, y, thick = dice.real(100, 200), dice.real(140, 280), dice.real(12, 35)
    share = dice.real(0.3, 0.7)
    body = block(2 * x + 12, y + 10, 4, "cover")
    for side, part in ((-1, share), (1, 1 - share)):
        high = thick * (part + 0.3)
        top = [(t, high * (1 - 0.55 * (t / x) ** 2) * (0.35 + 0.65 * min(1, t / x * 5)))
               for t in np.linspace(0.1, x, 14)]  # fmt: skip
        sheet = prism([(0.0, 0.0), (x, 0.0), *top[::-1]], y, "pages").turned(x=90).at(0, y / 2, 3)
        body += sheet if side > 0 else sheet.mirrored(x=1)
    return Draft(body, {"book": 1}, {"open pages": True, "stacked": False}, {})


BUILDERS = (
    Builder("lamp", "pendant", _pendant_lamp),
    Builder("lamp", "mushroom", _mushroom_lamp),
    Builder("lamp", "tripod", _tripod_lamp),
    Builder("vase", "twisted", _twisted_vase),
    Builder("vase", "bottle", _bottle_vase),
    Builder("flower pot", "square", _square_planter),
    Builder("flower pot", "egg", _egg_planter),
    Builder("candle holder", "candelabra", _candelabra),
    Builder("candle holder", "chamber", _chamber_candle),
    Builder("plant", "leaves", _leafy_plant),
    Builder("plant", "cactus", _cactus),
    Builder("plant", "flower", _flower),
    Builder("clock", "wall", _wall_clock),
    Builder("clock", "alarm", _alarm_clock),
    Builder("picture frame", "mitred", _picture_frame),
    Builder("picture frame", "oval", _oval_frame),
    Builder("mirror", "pane", _standing_mirror),
    Builder("book", "closed", _closed_book),
    Builder("book", "open", _open_book),
)
