"""Trees, vehicles, houses and what stands in a street or a garden."""

import numpy as np

from mmdesign.training.parts.arranging import bar, in_row
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
    tube,
    union,
    wire,
)


def _fir_tree(dice: Dice) -> Draft:
    tiers, high, sides = dice.whole(1, 6), dice.real(800, 3000), dice.pick((6, 12, 40))
    radius, trunk = high * dice.real(0.18, 0.32), high * dice.real(0.06, 0.16)
    body, step = rod(radius * 0.18, trunk * 1.2, "trunk"), (high - trunk) / tiers
    for index in range(tiers):
        size = radius * (1 - 0.75 * index / tiers)
        cone = rod(size, step * (1.5 if index < tiers - 1 else 1.0), "crown", top=size * 0.06,
                   sides=sides)  # fmt: skip
        body += cone.at(z=trunk + index * step)
    return Draft(body, {"tier": tiers}, {"trunk": True, "bare branches": False},
                 {"form": "conical"})  # fmt: skip


def _leafy_tree(dice: Dice) -> Draft:
    high, spread, blobs = dice.real(1500, 4000), dice.real(0.2, 0.34), dice.whole(3, 9)
    trunk = high * dice.real(0.3, 0.5)
    body = rod(high * 0.05, high * 0.75, "trunk", top=high * 0.02)
    crown, middle = [], trunk + (high - trunk) * 0.5
    for index in range(blobs):
        turn, size = 2.4 * index, high * spread * dice.real(0.5, 0.75)
        far = high * spread * 0.55
        crown.append(ball(size, "crown").at(far * np.cos(turn), far * np.sin(turn),
                                            middle + dice.real(-0.5, 0.8) * far))  # fmt: skip
    return Draft(body + union(crown) + ball(high * spread * 0.7, "crown").at(z=middle),
                 {}, {"trunk": True, "bare branches": False}, {"form": "rounded"})  # fmt: skip


def _bare_tree(dice: Dice) -> Draft:
    high, branches, twigs = dice.real(1500, 3500), dice.whole(4, 9), dice.whole(1, 3)
    thick = high * dice.real(0.02, 0.035)
    body = wire([(0, 0, 0), (high * 0.03, 0, high * 0.3), (0, 0, high * 0.75)], thick, "trunk")
    for index in range(branches):
        turn, z = 2.4 * index, high * (0.35 + 0.4 * index / branches)
        long = high * dice.real(0.22, 0.38)
        branch = bar((0, 0, 0), (long, 0, long * 0.9), thick * 0.45, "branch", sides=8)
        for k in range(twigs):
            share = 0.45 + 0.4 * k / twigs
            start = (long * share, 0, long * share * 0.9)
            side = (-1) ** k * long * 0.3
            end = (start[0] + long * 0.2, side, start[2] + long * 0.3)
            branch += bar(start, end, thick * 0.3, "branch", sides=6)
        body += branch.turned(z=np.degrees(turn)).at(high * 0.015, 0, z)
    return Draft(body, {"branch": branches * (1 + twigs)},
                 {"trunk": True, "bare branches": True}, {})  # fmt: skip


def _axles(x: float, y: float, radius: float, wide: float) -> Body:
    tyre = rod(radius, wide, "wheel") - rod(radius * 0.5, wide * 0.2, "hub").at(z=wide * 0.85)
    left = tyre.turned(x=90).at(0, -y / 2 + wide / 2, radius)
    pair = left + left.mirrored(y=1) + bar((0, -y / 2, radius), (0, y / 2, radius), radius * 0.2)
    return in_row(pair, 2, x=x)


def _car(dice: Dice) -> Draft:
    long, scale = dice.real(3200, 4800), dice.pick((1.0, 0.02, 0.05))
    wide, low, radius = dice.real(1500, 1900), dice.real(550, 800), dice.real(290, 370)
    style = dice.pick(("saloon", "estate", "pickup"))
    front, back = long * dice.real(0.12, 0.22), long * {"saloon": 0.3, "estate": 0.46,
                                                       "pickup": 0.0}[style]  # fmt: skip
    side = [(-long / 2, 0), (long / 2, 0), (long / 2, low * 0.7), (long * 0.48, low),
            (-long * 0.46, low * 0.85), (-long / 2, low * 0.55)]  # fmt: skip
    body = prism(side, wide).turned(x=90).at(0, wide / 2, radius * 0.6)
    roof = hull(
        block(front + back, wide * 0.92, 5).at((back - front) / 2),
        block((front + back) * 0.68, wide * 0.75, 5).at(
            (back - front) / 2 + long * 0.02, 0, low * 0.85
        ),
        feature="cabin",
    )
    z = radius * 0.6 + low - 10
    window = block((front + back) * 0.3, wide * 2, low * 0.4, "window")
    panes = in_row(
        window.at((back - front) / 2 + long * 0.015, 0, low * 0.25), 2, x=(front + back) * 0.36
    ) & (roof - roof.scaled(1, 0.93, 1))
    body += (roof - panes.scaled(1, 1.01, 1)).at(z=z)
    if style == "pickup":
        body -= block(long * 0.42, wide * 0.85, low).at(long * 0.25, 0, radius * 0.6 + low * 0.45)
    arch = rod(radius * 1.15, wide * 2, "wheel arch").turned(x=90).at(0, wide, radius)
    body -= in_row(arch, 2, x=long * 0.6)
    body += _axles(long * 0.6, wide * 0.97, radius, wide * 0.12)
    lamp = rod(low * 0.13, 30, "headlight").turned(y=-90)
    body += in_row(lamp.at(-long * 0.48, 0, low * 0.72 + radius * 0.5), 2, y=wide * 0.65)
    return Draft(body.scaled(scale, scale, scale), {"wheel": 4, "headlight": 2},
                 {"cargo bed": style == "pickup", "wheels": True}, {})  # fmt: skip


def _toy_car(dice: Dice) -> Draft:
    long, wide = dice.real(70, 160), dice.real(35, 70)
    radius, high = wide * dice.real(0.22, 0.34), wide * dice.real(0.35, 0.6)
    body = rounded_block(long, high * 2.2, wide, high * 0.8).turned(x=90).at(0, wide / 2, 0)
    body = body & block(long * 2, wide * 2, high * 2)
    cabin = rod(long * dice.real(0.24, 0.32), wide * 0.85, "cabin").turned(x=90).at(
        long * dice.real(-0.1, 0.12), wide * 0.425, high * 0.7)  # fmt: skip
    body = (body + (cabin & block(long, wide * 2, long))).at(z=radius * 0.8)
    body += _axles(long * 0.58, wide * 1.15, radius, wide * 0.2)
    return Draft(body, {"wheel": 4, "headlight": 0}, {"cargo bed": False, "wheels": True},
                 {"form": "rounded"})  # fmt: skip


def _truck(dice: Dice) -> Draft:
    long, wide, radius = dice.real(4500, 9000), dice.real(2000, 2500), dice.real(420, 520)
    cab, high = dice.real(1400, 2000), dice.real(1800, 2700)
    load = dice.pick(("box", "open bed", "tank"))
    axles = dice.pick((2, 3)) if long > 5500 else 2
    floor = radius * 1.7
    body = block(long, wide * 0.5, radius * 0.5).at(z=floor - radius * 0.5)
    nose = [(0, 0), (cab, 0), (cab, high), (cab * 0.2, high), (0, high * 0.55)]
    cabin = prism(nose, wide, "cabin").turned(x=90).at(-long / 2 - 50, wide / 2, floor * 0.6)
    cabin -= block(cab * 0.45, wide * 2, high * 0.3, "window").at(
        -long / 2 + cab * 0.5, 0, floor * 0.6 + high * 0.55
    ) - block(long * 3, wide * 0.9, 9999)
    body += cabin
    rest, middle = long - cab - 100, cab / 2 + 50
    if load == "box":
        body += block(rest, wide * 1.05, high * 1.15, "cargo box").at(middle, 0, floor - 5)
    elif load == "tank":
        body += rod(wide * 0.5, rest, "tank").turned(y=90).at(middle - rest / 2, 0,
                                                              floor + wide * 0.48)  # fmt: skip
    else:
        bed = block(rest, wide, high * 0.4, "cargo bed")
        body += (bed - block(rest - 160, wide - 160, high, "cavity").at(z=90)).at(
            middle, 0, floor - 5
        )
    places = [-long / 2 + cab * 0.6, long * 0.36, long * 0.36 - radius * 2.2][:axles]
    for x in places:
        one = rod(radius, wide * 0.16, "wheel").turned(x=90).at(x, -wide * 0.36, radius)
        body += one + one.mirrored(y=1) + block(120, wide * 0.8, radius).at(x, 0, radius * 0.9)
    return Draft(body, {"wheel": 2 * axles, "axle": axles},
                 {"cargo box": load == "box", "cargo bed": load == "open bed",
                  "tank": load == "tank"}, {})  # fmt: skip


def _boat(dice: Dice) -> Draft:
    long = dice.real(120, 4000)
    wide, high = long * dice.real(0.25, 0.42), long * dice.real(0.12, 0.22)
    sail, cabin = dice.yes(0.5), False

    def deck(share: float, z: float) -> Body:
        half = wide * share / 2
        outline = [(-long / 2, -half * 0.7), (long * 0.1, -half), (long * 0.35, -half * 0.6),
                   (long / 2, 0), (long * 0.35, half * 0.6), (long * 0.1, half),
                   (-long / 2, half * 0.7)]  # fmt: skip
        return prism(outline, high * 0.02).scaled(0.8 + 0.2 * share).at(z=z)

    body = hull(deck(0.35, 0), deck(0.85, high * 0.5), deck(1.0, high), feature="hull")
    body -= hull(deck(0.25, high * 0.2), deck(0.85, high * 1.05)).scaled(0.93).labelled("cavity")
    thwarts = dice.whole(1, 3)
    seat = block(long * 0.07, wide * 0.9, high * 0.08, "seat").at(-long * 0.08, 0, high * 0.6)
    body += in_row(seat, thwarts, x=long * 0.2) & hull(deck(0.8, 0), deck(1, high))
    if sail:
        body += rod(long * 0.012, long * 0.95, "mast").at(long * 0.08, 0, high * 0.1)
        cloth = prism([(0, 0), (-long * 0.45, 0), (0, long * 0.7)], long * 0.012, "sail")
        body += cloth.turned(x=90).at(long * 0.08, 0, high * 1.4)
        body += rod(long * 0.012, long * 0.9, "mast").at(long * 0.08)
    else:
        cabin = dice.yes()
        if cabin:
            body += block(long * 0.28, wide * 0.55, high * 1.5, "cabin").at(
                long * 0.05, 0, high * 0.15
            )
    return Draft(body, {"seat": thwarts}, {"sail": sail, "mast": sail, "cabin": cabin}, {})


def _gable_house(dice: Dice) -> Draft:
    x, y, z = dice.real(6000, 14000), dice.real(5000, 9000), dice.real(2600, 6000)
    scale, storeys = dice.pick((1.0, 0.01)), 1 + int(z > 4200)
    windows, rise = dice.whole(1, 3), y * dice.real(0.25, 0.6)
    over = y * 0.07
    roof = prism([(-y / 2 - over, 0), (y / 2 + over, 0), (0, rise)], x + 2 * over, "roof")
    body = block(x, y, z) + roof.turned(x=90, z=90).at(-x / 2 - over, 0, z - 5)
    step = z / storeys
    pane = block(x * 0.1, 300, step * 0.42, "window")
    for storey in range(storeys):
        for face in (-1, 1):
            row = in_row(pane, windows * 2, x=x * 0.9 / (windows * 2))
            body -= row.at(0, face * y / 2, storey * step + step * 0.38)
    body += block(x * 0.1, 200, step * 0.72, "door").at(0, -y / 2, 0)
    chimney = dice.yes()
    if chimney:
        body += block(x * 0.08, x * 0.08, rise, "chimney").at(x * 0.28, y * 0.14, z + rise * 0.35)
    return Draft(body.scaled(scale, scale, scale),
                 {"window": 4 * windows * storeys, "door": 1},
                 {"chimney": chimney, "gable roof": True, "balcony": False}, {})  # fmt: skip


def _flat_house(dice: Dice) -> Draft:
    x, y = dice.real(6000, 12000), dice.real(6000, 10000)
    storeys, columns, floor = dice.whole(1, 6), dice.whole(2, 5), 3000.0
    z, balcony = storeys * floor, dice.yes()
    body = block(x, y, z) + block(x * 1.08, y * 1.08, 300, "roof").at(z=z - 10)
    step = x * 0.9 / columns
    pane = block(step * 0.55, 500, floor * 0.45, "window").at(0, -y / 2, floor * 0.35)
    body -= in_row(in_row(pane, columns, x=step), storeys, z=floor).at(z=(z - floor) / 2)
    if balcony:
        slab = block(x * 0.9, 1300, 200, "balcony") + (
            block(x * 0.9, 100, 1000, "balcony").at(0, -600))  # fmt: skip
        for storey in range(1, storeys + 1):
            body += slab.at(0, -y / 2 - 600, storey * floor - 300)
    body += block(step * 0.6, 200, floor * 0.7, "door").at(0, y / 2)
    return Draft(body, {"window": storeys * columns, "door": 1},
                 {"chimney": False, "gable roof": False, "balcony": balcony},
                 {"outline": "rectangular"})  # fmt: skip


def _picket_fence(dice: Dice) -> Draft:
    pickets, high = dice.whole(5, 16), dice.real(600, 1300)
    wide, gap = dice.real(60, 110), dice.real(25, 80)
    tip = dice.pick(("pointed", "flat"))
    rise = wide * 0.6 if tip == "pointed" else 0.5
    outline = [(-wide / 2, 0), (wide / 2, 0), (wide / 2, high - rise), (0, high), (-wide / 2,
               high - rise)]  # fmt: skip
    long = pickets * (wide + gap)
    body = in_row(prism(outline, 20, "picket").turned(x=90), pickets, x=wide + gap)
    rails = dice.pick((2, 2, 3))
    body += in_row(block(long, 35, 70, "rail").at(0, 15, high * 0.5), rails, z=high * 0.6 / rails)
    return Draft(body, {"picket": pickets, "rail": rails},
                 {"posts": False, "upright bars": False},
                 {"tip": "pointed tip" if tip == "pointed" else "flat tip"})  # fmt: skip


def _post_fence(dice: Dice) -> Draft:
    posts, span, high = dice.whole(2, 5), dice.real(900, 1800), dice.real(800, 1600)
    rails, mesh, thick = dice.whole(2, 5), dice.yes(0.4), dice.real(40, 70)
    long = (posts - 1) * span
    one = rod(thick, high * 1.1, "post") + ball(thick * 1.15, "post").at(z=high * 1.1)
    body = in_row(one, posts, x=span)
    step = high * 0.95 / rails
    beam = block(long, thick * 0.6, thick * 1.5, "rail").at(z=high * 0.52)
    body += in_row(beam, rails, z=step)
    if mesh:
        upright = rod(9, high * 0.95, "bar", sides=6).at(z=high * 0.05)
        body += in_row(upright, (posts - 1) * 8, x=span / 8)
    return Draft(body, {"post": posts, "rail": rails}, {"posts": True, "upright bars": mesh}, {})


def _drum_cone(dice: Dice) -> Draft:
    height, sides = dice.real(300, 900), dice.pick((6, 8, 40))
    radius, rings = height * dice.real(0.16, 0.24), dice.whole(0, 3)
    body = rod(radius * 1.6, height * 0.07, "base", sides=sides)
    body += rod(radius, height, top=radius * dice.real(0.3, 0.5))
    top = radius * 0.5
    for index in range(rings):
        share = 0.3 + 0.22 * index
        size = radius * (1 - 0.5 * share) + height * 0.014
        body += rod(size + 4, height * 0.1, "reflective ring", top=size - 4).at(z=share * height)
    loop = dice.yes(0.4)
    if loop:
        ring = tube(top * 0.9, top * 0.6, 14, "handle").turned(x=90).at(0, 7, height + top * 0.4)
        body += ring
    return Draft(body, {"reflective ring": rings}, {"square base": False}, {"form": "conical"})


def _double_lamp_post(dice: Dice) -> Draft:
    height, radius, heads = dice.real(3000, 8000), dice.real(50, 90), dice.pick((1, 2, 2, 4))
    reach, panel = height * dice.real(0.12, 0.25), dice.yes(0.3)
    arm = wire([(0, 0, height * 0.8), (reach * 0.1, 0, height * 0.92), (reach * 0.45, 0, height),
                (reach, 0, height * 1.01)], radius * 0.6, "arm")  # fmt: skip
    lamp = hull(rod(radius, 30), rod(radius * 2, 40).at(reach * 0.35), feature="lantern")
    arm += lamp.at(reach * 0.9, 0, height * 1.0 - 20)
    body = rod(radius, height * 0.85, top=radius * 0.7) + arm.around(heads)
    body += block(radius * 5, radius * 5, height * 0.02, "foot")
    if panel:
        body += block(reach, reach * 0.7, 60, "solar panel").turned(y=25).at(z=height * 1.1)
        body += rod(radius * 0.5, height * 0.3).at(z=height * 0.82)
    return Draft(body, {"lantern": heads}, {"side arm": True, "lantern": True},
                 {"height": "tall"})  # fmt: skip


def _globe_lamp_post(dice: Dice) -> Draft:
    height, radius, arms = dice.real(2200, 3800), dice.real(40, 65), dice.pick((0, 0, 2, 3))
    size = radius * dice.real(2.5, 4)
    rings = [(0, 0), (radius * 3, 0), (radius * 3, 90), (radius * 2, 140),
             (radius * 1.6, height * 0.2), (radius * 2, height * 0.21), (radius, height * 0.24),
             (radius * 0.8, height * 0.9),
             (radius * 1.5, height), (0, height)]  # fmt: skip
    body = revolved(rings) + ball(size, "lantern").at(z=height + size * 0.85)
    if arms:
        reach = size * 2.4
        arm = wire([(0, 0, height * 0.75), (reach * 0.7, 0, height * 0.74),
                    (reach, 0, height * 0.8)], radius * 0.5, "arm")  # fmt: skip
        arm += ball(size * 0.8, "lantern").at(reach, 0, height * 0.8 + size * 0.6)
        body += arm.around(arms)
    return Draft(body, {"lantern": arms + 1}, {"side arm": arms > 0, "lantern": True},
                 {"height": "tall"})  # fmt: skip


BUILDERS = (
    Builder("tree", "fir", _fir_tree),
    Builder("tree", "leafy", _leafy_tree),
    Builder("tree", "bare", _bare_tree),
    Builder("car", "bodywork", _car),
    Builder("car", "toy", _toy_car),
    Builder("truck", "lorry", _truck),
    Builder("boat", "hull", _boat),
    Builder("house", "gable", _gable_house),
    Builder("house", "flat roof", _flat_house),
    Builder("fence", "pickets", _picket_fence),
    Builder("fence", "posts", _post_fence),
    Builder("traffic cone", "rings", _drum_cone),
    Builder("lamp post", "arms", _double_lamp_post),
    Builder("lamp post", "globe", _globe_lamp_post),
)
