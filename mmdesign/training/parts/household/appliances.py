"""What is plugged in or plumbed in at home: kitchen, laundry, bathroom, living room."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hull,
    prism,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _facing(body: Body) -> Body:
    """Lay a body that grows upwards so that it grows to the front (-y)."""
    return body.turned(x=90)


def _oval(radius: float, stretch: float, height: float, feature: str = "body") -> Body:
    return rod(radius, height, feature).scaled(1, stretch, 1)


def _grip(z: float, thick: float = 12.0) -> Body:
    """An upright bar handle of length z in front of the origin."""
    posts = in_row(block(thick, 40, thick, "handle").at(0, -20), 2, z=z * 0.8).at(z=z / 2)
    return rod(thick, z, "handle").at(y=-40) + posts


def _flat_screen(dice: Dice) -> Draft:
    x = dice.real(450, 1500)
    z, deep, rim = x * dice.real(0.5, 0.62), dice.real(18, 60), dice.real(8, 30)
    body = rounded_block(x, z, deep, 8).turned(x=90)
    body -= block(x - 2 * rim, 8, z - 2 * rim, "screen").at(0, -deep, -z / 2 + rim)
    stand = dice.pick(("foot", "two feet", "none"))
    drop = z / 2
    if stand == "foot":
        lift = dice.real(50, 140)
        body += block(x * 0.09, deep * 0.5, lift + z * 0.3, "stand").at(0, deep * 0.1, -drop - lift)
        plate = dice.pick(
            (_oval(x * 0.22, 0.55, 14, "stand"), rounded_block(x * 0.4, x * 0.22, 14, 12, "stand"))
        )
        body += plate.at(0, 0, -drop - lift)
    elif stand == "two feet":
        foot = union([bar((0, -deep / 2, -drop + 10), (0, side * 130 - deep / 2, -drop - 55), 11,
                          "stand") for side in (-1, 1)])  # fmt: skip
        body += in_row(foot, 2, x=x * 0.7)
    if dice.yes():
        body += block(x * 0.5, deep, z * 0.4).at(0, deep * 0.4, -z * 0.3)
    return Draft(body, {"foot": {"foot": 1, "two feet": 2, "none": 0}[stand]},
                 {"stand": stand != "none", "antenna": False, "knobs": False},
                 {"thickness": "thin"})  # fmt: skip


def _tube_television(dice: Dice) -> Draft:
    x, z, deep = dice.real(350, 700), dice.real(280, 520), dice.real(250, 450)
    front = rounded_block(x, z, deep * 0.35, 30).turned(x=90).at(0, 0, z / 2)
    back = block(x * 0.55, 1, z * 0.6).at(0, deep * 0.65, z * 0.15)
    body = front + hull(block(x * 0.95, 2, z * 0.95).at(0, 0, z * 0.02), back)
    knobs, antenna = dice.pick((0, 2, 3)), dice.yes()
    wide = x * (0.7 if knobs else 0.86)
    at_x = -x * 0.1 if knobs else 0.0
    screen = rounded_block(wide, z * 0.8, 30, 40, "screen").turned(x=90)
    body -= screen.at(at_x, -deep * 0.35 + 16, z / 2)
    if knobs:
        body += in_row(_facing(rod(x * 0.04, 25, "knob")), knobs, z=z * 0.17).at(
            x * 0.4, -deep * 0.34, z * 0.62)  # fmt: skip
    if antenna:
        for side in (-1, 1):
            body += bar((0, -10, z - 8), (side * z * 0.5, -10, z * 1.6), 7, "antenna", sides=8)
    stand = dice.yes(0.6)
    if stand:
        body += at_corners(bar((0, 0, 10), (0, 0, -90), 15, "stand"), x * 0.8, 90).at(y=-30)
    return Draft(body, {"knob": knobs, "foot": 4 * stand},
                 {"stand": stand, "antenna": antenna, "knobs": knobs > 0},
                 {"thickness": "thick"})  # fmt: skip


def _refrigerator(dice: Dice) -> Draft:
    x, y, z = dice.real(500, 700), dice.real(550, 700), dice.real(800, 1950)
    style = dice.pick(("one", "top freezer", "bottom freezer"))
    body, gap = block(x, y, z).at(z=30) + at_corners(rod(22, 35, "foot"), x * 0.8, y * 0.8), 8.0
    share = {"one": 0.0, "top freezer": 0.68, "bottom freezer": 0.35}[style]
    pieces = [(0.0, 1.0)] if style == "one" else [(0.0, share), (share, 1.0)]
    side = dice.pick((-1, 1))
    for low, high in pieces:
        leaf = rounded_block(x, (high - low) * z - gap, 55, 12, "door").turned(x=90)
        body += leaf.at(0, -y / 2 + 2, 30 + z * (low + high) / 2)
        long = min(0.4 * z * (high - low), 450)
        start = 30 + (z * low + 60 if low > 0 or (style == "one" and dice.yes()) else z * high - 60
                      - long)  # fmt: skip
        body += _grip(long).at(side * x * 0.42, -y / 2 - 50, start)
    return Draft(body, {"door": len(pieces)}, {"doors side by side": False, "dispenser": False},
                 {"height": "tall" if z > 1300 else "low"})  # fmt: skip


def _double_refrigerator(dice: Dice) -> Draft:
    x, y, z = dice.real(800, 1000), dice.real(600, 750), dice.real(1650, 1900)
    drawer, dispenser = dice.yes(), dice.yes()
    low = z * dice.real(0.28, 0.4) if drawer else 0.0
    body = block(x, y, z) + block(x * 0.9, y * 0.9, 30).at(z=-28)
    leaf = block(x / 2 - 6, 70, z - low - 8, "door").at(0, -y / 2 - 30, low + 4)
    body += in_row(leaf, 2, x=x / 2)
    body += in_row(_grip((z - low) * 0.5).at(0, -y / 2 - 60, low + (z - low) * 0.25), 2, x=90)
    if drawer:
        body += block(x - 6, 70, low - 8, "drawer").at(0, -y / 2 - 30, 0)
        body += _grip(x * 0.5).turned(y=90).at(-x * 0.25, -y / 2 - 60, low * 0.85)
    if dispenser:
        body -= block(x * 0.22, 60, z * 0.18, "dispenser").at(-x * 0.27, -y / 2 - 50, z * 0.58)
    return Draft(
        body,
        {"door": 2, "drawer": int(drawer)},
        {"doors side by side": True, "dispenser": dispenser},
        {"height": "tall"},
    )


def _front_loader(dice: Dice) -> Draft:
    x, y, z = dice.real(560, 640), dice.real(450, 650), dice.real(780, 900)
    radius, knobs = x * dice.real(0.27, 0.37), dice.pick((1, 1, 2))
    body = block(x, y, z) + at_corners(rod(24, 24, "foot"), x * 0.8, y * 0.8).at(z=-22)
    middle = (0, -y / 2 + 5, z * 0.45)
    body += _facing(tube(radius, radius * 0.8, 45, "door")).at(*middle)
    body += _facing(rod(radius * 0.82, 20, "window", top=radius * 0.5)).at(*middle)
    body += block(16, 30, radius * 0.4, "handle").at(radius * 0.9, -y / 2 - 45, z * 0.4)
    drawer, display = dice.yes(0.75), dice.yes()
    if drawer:
        body += block(x * 0.28, 18, z * 0.1, "drawer").at(-x * 0.33, -y / 2 - 7, z * 0.86)
    body += in_row(_facing(rod(28, 30, "knob")), knobs, x=85).at(x * 0.05, -y / 2, z * 0.91)
    if display:
        body -= block(x * 0.2, 16, z * 0.06, "display").at(x * 0.36, -y / 2, z * 0.88)
    return Draft(
        body,
        {"knob": knobs, "drawer": int(drawer), "door": 1},
        {"round door": True, "display": display, "detergent drawer": drawer},
    )


def _top_loader(dice: Dice) -> Draft:
    x, y, z = dice.real(520, 680), dice.real(520, 680), dice.real(850, 1000)
    knobs, high = dice.whole(1, 4), dice.real(90, 180)
    body = rounded_block(x, y, z, 25) + at_corners(rod(24, 24, "foot"), x * 0.8, y * 0.8).at(z=-22)
    panel = prism([(0, 0), (130, 0), (130, high), (70, high)], x, "panel").turned(x=90, z=90)
    body += panel.at(-x / 2, y / 2 - 130, z - 2)
    body += rounded_block(x * 0.8, y * 0.6, 20, 40, "door").at(0, -y * 0.12, z - 1)
    body += block(x * 0.25, 18, 20, "handle").at(0, -y * 0.44, z)
    lean = np.degrees(np.arctan2(high, 70))
    knob = rod(26, 40, "knob").turned(x=lean).at(0, y / 2 - 95, z + high * 0.5)
    body += in_row(knob, knobs, x=x * 0.2)
    return Draft(
        body,
        {"knob": knobs, "drawer": 0, "door": 1},
        {"round door": False, "display": False, "detergent drawer": False},
    )


def _oven(dice: Dice) -> Draft:
    x, y, z = dice.real(500, 900), dice.real(520, 620), dice.real(800, 950)
    burners, knobs, doors = dice.pick((2, 4, 4, 5)), dice.whole(3, 6), dice.pick((1, 1, 2))
    body = block(x, y, z)
    step = z * 0.78 / doors
    for index in range(doors):
        front = block(x - 20, 30, step - 14, "door")
        front -= block(x * 0.65, 20, step * 0.45, "window").at(0, -14, step * 0.2)
        front += _grip(x * 0.7, 9).turned(y=90).at(-x * 0.35, -8, step * 0.84)
        body += front.at(0, -y / 2 - 12, z * 0.05 + index * step)
    body += in_row(_facing(rod(20, 35, "knob")), knobs, x=x * 0.85 / knobs).at(
        0, -y / 2 + 2, z * 0.91)  # fmt: skip
    plate = tube(x * 0.13, x * 0.06, 14, "burner") + rod(x * 0.04, 18, "burner")
    plates = in_row(plate, 2, x=x * 0.5)
    body += (in_row(plates, 2, y=y * 0.48) if burners > 2 else plates).at(z=z - 1)
    if burners == 5:
        body += rod(x * 0.07, 14, "burner").at(z=z - 1)
    panel = dice.yes(0.4)
    if panel:
        body += block(x, 40, 160, "back panel").at(0, y / 2 - 20, z - 1)
    return Draft(
        body,
        {"burner": burners, "knob": knobs, "door": doors},
        {"oven window": True, "back panel": panel},
        {"outline": "rectangular"},
    )


def _split_air_conditioner(dice: Dice) -> Draft:
    x, y, z = dice.real(650, 1100), dice.real(170, 240), dice.real(240, 330)
    outline = [(0, 0), (-y * 0.7, 0), (-y, z * 0.35), (-y, z * 0.8), (-y * 0.85, z), (0, z)]
    body = prism(outline, x).turned(x=90, z=90).at(-x / 2)
    fins, grille = dice.whole(1, 3), dice.whole(4, 9)
    body -= block(x * 0.85, y * 0.5, z * 0.24, "outlet").at(0, -y * 0.82, 4)
    for index in range(fins):
        fin = block(x * 0.85, y * 0.35, 6, "fin").turned(x=35)
        body += fin.at(0, -y * 0.65 - y * 0.08 * index, z * 0.07 + index * z * 0.08)
    cut = block(x * 0.85, y * 0.6 / grille, 30, "slot").at(0, -y * 0.42, z - 14)
    body -= in_row(cut, grille, y=y * 0.75 / grille)
    return Draft(body, {"fin": fins, "slot": grille}, {"fan grille": False, "outlet flap": True},
                 {"outline": "long"})  # fmt: skip


def _outdoor_air_conditioner(dice: Dice) -> Draft:
    fans = dice.pick((1, 1, 2))
    x, y = dice.real(700, 950), dice.real(260, 380)
    z = dice.real(500, 700) * (1.8 if fans == 2 else 1.0)
    body, radius = block(x, y, z), min(x * 0.3, z / fans * 0.42)
    rings, spokes = dice.whole(2, 5), dice.pick((4, 6, 8))
    cage = union([tube(radius * (k + 1) / rings, radius * (k + 1) / rings - 9, 14, "grille")
                  for k in range(rings)]) + rod(radius * 0.18, 20, "grille")  # fmt: skip
    cage += block(radius, 9, 12, "grille").at(radius / 2).around(spokes)
    blade = hull(block(radius * 0.3, 4, 30), block(radius * 0.5, 40, 4).at(radius * 0.7),
                 feature="blade")  # fmt: skip
    pit = rod(radius * 0.99, 60, "fan opening").at(z=-55)
    step = z / fans
    place = (-x * 0.14, -y / 2)
    body -= in_row(_facing(pit), fans, z=step).at(*place, z / 2)
    body += in_row(_facing(cage.at(z=-4) + blade.around(3).at(z=-50) + rod(20, 60).at(z=-56)),
                   fans, z=step).at(*place, z / 2)  # fmt: skip
    slots = dice.whole(4, 10)
    body -= in_row(block(x * 0.16, 20, z * 0.4 / slots, "slot"), slots, z=z * 0.8 / slots).at(
        x * 0.38, -y / 2, z / 2)  # fmt: skip
    body += in_row(block(70, y * 1.15, 45, "foot").at(z=-40), 2, x=x * 0.6)
    return Draft(body, {"fan": fans, "slot": slots}, {"fan grille": True, "outlet flap": False},
                 {"outline": "rectangular"})  # fmt: skip


def _tap(high: float, reach: float, thick: float) -> Body:
    path = [(0, 0, 0), (0, 0, high * 0.8), (0, -reach * 0.25, high), (0, -reach * 0.7, high),
            (0, -reach, high * 0.75)]  # fmt: skip
    lever = bar((0, 0, high * 0.3), (high * 0.35, 0, high * 0.4), thick * 0.5, "tap", sides=8)
    return wire(path, thick, "tap", sides=10) + lever + rod(thick * 1.6, high * 0.15, "tap")


def _kitchen_sink(dice: Dice) -> Draft:
    bowls, y, deep = dice.pick((1, 1, 2)), dice.real(420, 520), dice.real(140, 220)
    wide, drainer, tap = dice.real(320, 420), dice.yes(), dice.yes(0.7)
    x = bowls * (wide + 40) + 40 + (wide if drainer else 0)
    left = -x / 2 + 40
    body = rounded_block(x, y, 18, 30)
    hollowed = rounded_block(wide, y * 0.7, deep, 45, "basin")
    for index in range(bowls):
        at_x = left + wide / 2 + index * (wide + 40)
        body += rounded_block(wide + 12, y * 0.7 + 12, deep + 6, 50).at(at_x, -y * 0.06, -deep + 6)
        body -= hollowed.at(at_x, -y * 0.06, 19 - deep)
        body -= rod(28, 99, "drain").at(at_x, -y * 0.06, -deep - 20)
    ridges = dice.whole(4, 8) if drainer else 0
    if drainer:
        groove = block(wide * 0.75, 10, 10, "groove").at(x / 2 - wide / 2 - 10, -y * 0.06, 12)
        body -= in_row(groove, ridges, y=y * 0.6 / ridges)
    if tap:
        body += _tap(dice.real(180, 300), dice.real(130, 200), 14).at(
            left + wide * 0.5, y * 0.4, 15
        )
    return Draft(body, {"bowl": bowls, "groove": ridges},
                 {"tap": tap, "draining board": drainer, "pedestal": False},
                 {"outline": "rectangular"})  # fmt: skip


def _wash_basin(dice: Dice) -> Draft:
    radius, stretch, high = dice.real(200, 300), dice.real(0.7, 1.0), dice.real(110, 200)
    square, pedestal, tap = dice.yes(), dice.yes(0.5), dice.yes(0.7)

    def slab(size: float, z: float, feature: str = "body") -> Body:
        flat = (rounded_block(2 * size, 2 * size * stretch, 2, 40) if square
                else _oval(size, stretch, 2))  # fmt: skip
        return flat.at(z=z)

    body = hull(slab(radius * 0.65, 0), slab(radius * 0.95, high * 0.6), slab(radius, high))
    body += block(radius * 1.3, 130, 45).at(0, radius * stretch + 20, high - 43)
    cavity = hull(slab(radius * 0.45, 25), slab(radius * 0.88, high * 0.7), slab(radius * 0.92,
                  high + 5), feature="basin")  # fmt: skip
    body -= cavity + rod(24, 999, "drain").at(z=-2)
    if tap:
        body += _tap(dice.real(120, 190), 120, 13).at(0, radius * stretch + 35, high)
    if pedestal:
        body += rod(radius * 0.5, 620, "pedestal", top=radius * 0.38).at(z=-615)
    return Draft(body, {"bowl": 1, "groove": 0},
                 {"tap": tap, "draining board": False, "pedestal": pedestal},
                 {"outline": "rectangular" if square else "round"})  # fmt: skip


def _toilet(dice: Dice) -> Draft:
    high, long, wide = dice.real(370, 420), dice.real(250, 310), dice.real(170, 200)
    seated, open_ = dice.yes(0.7), dice.yes(0.5)
    tank = dice.yes(0.75)

    def oval(share: float, z: float, move: float = 0.0) -> Body:
        return _oval(wide * share, long / wide, 4).at(0, move, z)

    foot = hull(oval(0.6, 0, 40), oval(0.5, high * 0.4, 60), feature="foot")
    body = foot + hull(oval(0.5, high * 0.3, 60), oval(0.95, high * 0.75), oval(1.0, high - 4))
    body += block(wide * 1.4, 150, high * 0.6).at(0, long * 0.9, high * 0.4)
    cavity = hull(oval(0.35, high * 0.4, 20), oval(0.78, high + 5), feature="bowl")
    body -= cavity
    if seated:
        ring = oval(1.06, 0).scaled(z=5) - oval(0.72, -1).scaled(z=30)
        body += ring.labelled("seat").at(z=high - 1)
    if seated and open_:
        body += oval(1.05, 0).scaled(z=4).turned(x=-82).labelled("lid").at(
            0, long * 0.86, high + long * 0.95)  # fmt: skip
    if tank:
        body += rounded_block(wide * 2.1, 170, dice.real(330, 420), 30, "tank").at(
            0, long * 0.9 + 110, high - 10)  # fmt: skip
    return Draft(body, {}, {"water tank": tank, "seat": seated, "open lid": seated and open_},
                 {"outline": "oval"})  # fmt: skip


def _wall_toilet(dice: Dice) -> Draft:
    high, long, wide = dice.real(300, 360), dice.real(480, 580), dice.real(340, 390)
    tank, tall = dice.yes(0.5), dice.real(350, 520)

    def slab(share: float, z: float) -> Body:
        flat = rounded_block(wide * share, long * share, 3, wide * share * 0.45)
        return flat.at(0, long * (1 - share) / 2, z)

    body = hull(slab(0.55, 0), slab(0.9, high * 0.5), slab(1.0, high))
    body += block(wide * 0.9, long * 0.3, high * 0.8).at(0, long * 0.38, high * 0.2)
    body -= hull(slab(0.35, high * 0.4), slab(0.75, high + 5)).labelled("bowl").at(y=-long * 0.1)
    seated, open_ = dice.yes(), False
    if seated:
        cover = slab(1.03, 0).scaled(z=8).labelled("seat")
        open_ = dice.yes(0.4)
        cover -= slab(0.7, -1).scaled(z=20).at(y=-long * 0.11)
        body += cover.at(z=high - 2)
    if open_:
        body += block(wide * 0.95, 24, long * 0.85, "lid").at(0, long * 0.42, high + 5)
    if tank:
        body += block(wide * 1.15, long * 0.28, tall, "tank").at(0, long * 0.58, high)
        body += block(wide * 0.6, long * 0.3, high + 20).at(0, long * 0.58)
    else:
        body += block(wide * 1.5, 60, high * 1.2, "wall plate").at(0, long * 0.55, high * 0.1)
    return Draft(body, {}, {"water tank": tank, "seat": seated, "open lid": open_},
                 {"outline": "rectangular"})  # fmt: skip


def _bathtub(dice: Dice) -> Draft:
    x, y, z = dice.real(1400, 1900), dice.real(650, 850), dice.real(450, 620)
    free, tap = dice.yes(), dice.yes()

    def layer(share: float, high: float, feature: str = "body") -> Body:
        corner = y * share * (0.48 if free else 0.25)
        return rounded_block(x - y * (1 - share), y * share, 3, corner, feature).at(z=high)

    body = hull(layer(0.75, 0), layer(1.0, z)) if free else block(x + 60, y + 60, z)
    rim = rounded_block(x + 30, y + 30, 30, y * 0.48) if free else block(x + 90, y + 90, 30)
    body += rim.at(z=z - 20)
    body -= hull(layer(0.55, 110), layer(0.9, z + 15)).labelled("basin")
    feet = free and dice.yes(0.6)
    if feet:
        foot = hull(ball(45), ball(60).at(z=120), feature="foot")
        body += at_corners(foot, x * 0.6, y * 0.5).at(z=-85)
    if tap:
        body += _tap(240, 170, 18).at(0, y * 0.5, z - 5)
    return Draft(body, {"foot": 4 * feet}, {"feet": feet, "tap": tap},
                 {"outline": "oval" if free else "rectangular"})  # fmt: skip


BUILDERS = (
    Builder("television", "flat", _flat_screen),
    Builder("television", "tube", _tube_television),
    Builder("refrigerator", "column", _refrigerator),
    Builder("refrigerator", "double", _double_refrigerator),
    Builder("washing machine", "front loader", _front_loader),
    Builder("washing machine", "top loader", _top_loader),
    Builder("oven", "range", _oven),
    Builder("air conditioner", "split", _split_air_conditioner),
    Builder("air conditioner", "outdoor", _outdoor_air_conditioner),
    Builder("sink", "kitchen", _kitchen_sink),
    Builder("sink", "basin", _wash_basin),
    Builder("toilet", "tank", _toilet),
    Builder("toilet", "wall", _wall_toilet),
    Builder("bathtub", "basin", _bathtub),
)
