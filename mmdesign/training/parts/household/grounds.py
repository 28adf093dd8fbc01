"""What stands in gardens, streets and bathrooms, of further makes: iron, plank, palm, stone."""

import numpy as np

from mmdesign.training.parts.arranging import bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hull,
    revolved,
    rod,
    rounded_block,
    tube,
    wire,
)


def _frond(long: float, wide: float, rise: float, drop: float, feature: str = "leaf") -> Body:
    """An arching blade from the origin along x, with a keel so that it has thickness."""
    pieces = []
    for index in range(5):
        ends = []
        for step in (index, index + 1):
            share = step / 5
            half = wide * (0.25 + 1.3 * share * (1.05 - share))
            at_z = rise * np.sin(np.pi * share * 0.6) - drop * share**2.5
            ends.append(block(1, half, wide * 0.08).at(long * share, 0, at_z))
        pieces.append(hull(*ends, feature=feature))
    body = pieces[0]
    for piece in pieces[1:]:
        body += piece
    return body


def _palm_tree(dice: Dice) -> Draft:
    high, lean, fronds = dice.real(1800, 5000), dice.real(-0.25, 0.25), dice.whole(6, 13)
    thick = high * dice.real(0.02, 0.045)
    bend = [(lean * high * (k / 5) ** 2, 0.0, high * k / 5) for k in range(6)]
    body = wire(bend, thick, "trunk") + ball(thick * 1.6, "trunk").at(*bend[-1])
    rings = dice.whole(0, 8)
    for index in range(rings):
        share = (index + 0.5) / rings
        ring = rod(thick * 0.9, thick * 0.8, "trunk", top=thick * 1.3)
        body += ring.at(lean * high * share**2, 0, high * share)
    long = high * dice.real(0.28, 0.5)
    for index in range(fronds):
        rise, drop = long * dice.real(0.1, 0.5), long * dice.real(0.4, 0.9)
        blade = _frond(long, long * dice.real(0.16, 0.26), rise, drop, "crown")
        body += blade.turned(z=360.0 * index / fronds).at(*bend[-1])
    return Draft(body, {}, {"trunk": True, "bare branches": False}, {"form": "slender"})


def _topiary_tree(dice: Dice) -> Draft:
    """Clipped balls on one stem, or a cypress like a flame."""
    high, tiers = dice.real(700, 2600), dice.whole(0, 3)
    thick = high * dice.real(0.015, 0.03)
    if tiers:
        body, z = rod(thick, high * (0.6 + 0.15 * tiers), "trunk"), high * 0.25
        for index in range(tiers):
            size = high * (0.34 - 0.06 * tiers) * (1 - 0.2 * index)
            body += ball(size, "crown").at(z=z + size)
            z += 2 * size + high * 0.08
    else:
        wide = high * dice.real(0.09, 0.2)
        profile = [(0.0, high * 0.08), (wide * 0.7, high * 0.1), (wide, high * 0.35),
                   (wide * 0.75, high * 0.65), (wide * 0.3, high * 0.9), (0.0, high)]  # fmt: skip
        body = rod(thick * 1.5, high * 0.2, "trunk") + revolved(profile, "crown")
    if dice.yes(0.4):
        wide = high * 0.16
        body += block(wide, wide, wide, "planter").at(z=-wide * 0.9)
    return Draft(body, {"tier": tiers} if tiers else {}, {"trunk": True, "bare branches": False},
                 {"form": "rounded" if tiers else "slender"})  # fmt: skip


def _palm_plant(dice: Dice) -> Draft:
    """Arching blades out of a pot: on bare canes, or as a rosette."""
    leaves, long, canes = dice.whole(7, 16), dice.real(120, 320), dice.pick((0, 1, 2))
    pot, radius, sides = dice.real(60, 160), dice.real(50, 110), dice.pick((4, 6, 40))
    body = rod(radius, pot, "pot", top=radius * dice.real(0.95, 1.4), sides=sides).turned(z=45)
    places = [(0.0, 0.0, pot - 4)]
    if canes:
        places = [(radius * 0.4 * side, 0.0, pot + long * dice.real(0.4, 1.3))
                  for side in ((0,) if canes == 1 else (-1, 1))]  # fmt: skip
        for x, _, z in places:
            body += rod(radius * 0.14, z - pot + 8, "stem").at(x, 0, pot - 6)
    for x, y, z in places:
        for index in range(leaves):
            share = index / leaves
            blade = _frond(long * (1.1 - 0.4 * share), long * dice.real(0.08, 0.16),
                           long * (0.3 + 0.7 * share), long * (0.9 - share))  # fmt: skip
            body += blade.turned(z=137.5 * index).at(x, y, z)
    return Draft(body, {"leaf": leaves * len(places)}, {"pot": True, "flowers": False}, {})


def _delineator_cone(dice: Dice) -> Draft:
    """A flared cone of few steps that folds, or a whole pile of cones."""
    high, wide = dice.real(300, 800), dice.real(0.3, 0.5)
    base, square = high * wide, dice.yes(0.7)
    body = (rounded_block(base * 1.6, base * 1.6, high * 0.06, base * 0.2, "base") if square
            else rod(base * 0.9, high * 0.06, "base"))  # fmt: skip
    if dice.yes(0.5):
        steps, rings = dice.whole(4, 7), 0
        for index in range(steps):
            low, size = high * index / steps, base * 0.62 * (1 - 0.8 * index / steps)
            body += rod(size, high / steps + 1, top=size * 0.82).at(z=low + high * 0.05)
        body += rod(base * 0.16, high * 0.1, "light").at(z=high * 1.04)
    else:
        cones, rings = dice.whole(2, 6), 0
        for index in range(cones):
            one = rod(base * 0.55, high, top=base * 0.12) + rounded_block(
                base * 1.5, base * 1.5, high * 0.04, base * 0.1, "base")  # fmt: skip
            body += one.turned(z=dice.real(-5, 5)).at(z=high * 0.13 * index) if square else rod(
                base * 0.55, high, top=base * 0.12).at(z=high * 0.13 * index)  # fmt: skip
    return Draft(body, {"reflective ring": rings}, {"square base": square}, {"form": "conical"})


def _crook_lamp_post(dice: Dice) -> Draft:
    """A bishop's crook from which a bell-shaped lamp hangs."""
    high, thick, arms = dice.real(2300, 5000), dice.real(35, 65), dice.pick((1, 1, 2))
    reach = high * dice.real(0.07, 0.13)
    turns = np.linspace(np.pi, -0.1, 12)
    crook = [(reach + reach * np.cos(t), 0, high + reach * np.sin(t)) for t in turns]
    arm = wire([(0, 0, high * 0.8), *crook], thick * 0.6, "arm")
    size, end = thick * dice.real(2.5, 4.5), (2 * reach, 0, high)
    bell = [(0, 0), (size, -size * 0.9), (size * 0.5, -size * 0.2), (size * 0.25, size * 0.2), (0,
            size * 0.2)]  # fmt: skip
    shade = revolved([(r, float(z)) for r, z in bell], "lantern") + ball(
        size * 0.5, "lantern").at(z=-size * 0.4)  # fmt: skip
    arm += shade.at(end[0], 0, high - thick * 0.8)
    if dice.yes(0.6):
        arm += tube(reach * 0.45, reach * 0.36, thick * 0.5, "arm").turned(x=90).at(
            reach * 0.42, thick * 0.2, high * 0.93)  # fmt: skip
    body = arm.around(arms) + rod(thick, high * 0.95, top=thick * 0.6)
    body += rod(thick * 2.6, high * 0.05, "foot", sides=8) + rod(thick * 2.2, high * 0.2, "foot",
                                                               top=thick)  # fmt: skip
    return Draft(body, {"lantern": arms}, {"side arm": True, "lantern": True},
                 {"height": "tall"})  # fmt: skip


def _iron_fence(dice: Dice) -> Draft:
    """Upright bars with spear heads between posts."""
    bars, pitch, high = dice.whole(8, 22), dice.real(80, 140), dice.real(700, 1700)
    thin, rails, span = dice.real(7, 13), dice.pick((2, 2, 3)), dice.real(25, 50)
    spear, long = dice.yes(0.7), (bars + 1) * pitch
    one = rod(thin, high, "bar", sides=8)
    if spear:
        one += rod(thin * 2.2, thin * 9, "bar", top=0.5, sides=4).at(z=high - 2)
    body = in_row(one, bars, x=pitch)
    rail = block(long, thin * 1.6, thin * 3, "rail").at(z=high * 0.5)
    body += in_row(rail, rails, z=high * 0.75 / (rails - 1))
    post = block(span * 2, span * 2, high * 1.1, "post") + hull(
        block(span * 2.6, span * 2.6, 20), block(4, 4, span).at(), block(4, 4, span * 1.5),
        feature="post").at(z=high * 1.1 - 2)  # fmt: skip
    body += in_row(post, 2, x=long)
    if dice.yes(0.4):
        ring = tube(pitch * 0.45, pitch * 0.36, thin, "ornament").turned(x=90)
        body += in_row(ring, bars - 1, x=pitch).at(0, thin / 2, high * 0.8)
    return Draft(body, {"post": 2, "rail": rails}, {"posts": True, "upright bars": True},
                 {"tip": "pointed tip" if spear else "flat tip"})  # fmt: skip


def _ranch_fence(dice: Dice) -> Draft:
    """Crossed beams or tight boards between square posts."""
    posts, span, high = dice.whole(2, 4), dice.real(900, 2000), dice.real(800, 1800)
    thick, crossed = dice.real(80, 130), dice.yes(0.5)
    long = (posts - 1) * span
    body = in_row(block(thick, thick, high * 1.08, "post"), posts, x=span)
    if crossed:
        rails, beam = 2, thick * 0.35
        for start, end in ((0.1, 0.9), (0.9, 0.1)):
            cross = bar((-span / 2, 0, high * start), (span / 2, 0, high * end), beam, "brace", 4)
            body += in_row(cross, posts - 1, x=span)
        body += in_row(block(long, thick * 0.5, thick, "rail").at(z=high * 0.48), 2, z=high * 0.8)
    else:
        rails = dice.whole(5, 10)
        slat = block(long, thick * 0.3, high / rails * dice.real(0.7, 0.95), "rail")
        body += in_row(slat.at(0, -thick * 0.5, high * 0.48), rails, z=high / rails)
    return Draft(body, {"post": posts, "rail": rails}, {"posts": True, "upright bars": False}, {})


def _barn_door(dice: Dice) -> Draft:
    """Planks with ledges and a brace, hung from a rail or on strap hinges, its head maybe round."""
    x, z, deep = dice.real(750, 1200), dice.real(1900, 2300), dice.real(30, 50)
    planks, sliding = dice.whole(4, 8), dice.yes()
    step = x / planks
    body = block(x, deep, z, "door leaf")
    body -= in_row(block(7, 12, z * 3, "groove").at(0, -deep / 2, -9), planks - 1, x=step)
    front = -deep / 2 - 9
    if sliding:
        low, high = z * 0.12, z * 0.82
        body += in_row(block(x, 22, z * 0.08, "ledge").at(0, front, (low + high) / 2), 2,
                       z=high - low)  # fmt: skip
        body += bar((-x * 0.44, front, low + 90), (x * 0.44, front, high + 30), 55, "brace", 4
                    ) & block(x, 24, z, "brace").at(0, front)  # fmt: skip
        body += block(x * 1.9, 14, 45, "rail").at(x * 0.4, front - 16, z + 70)
        wheel = rod(60, 20, "wheel").turned(x=90).at(0, -6, 150) + block(
            45, 12, 330).at(0, 0, -190)  # fmt: skip
        body += in_row(wheel, 2, x=x * 0.6).at(0, front - 10, z + 20)
        body += in_row(block(40, 20, 40).at(0, front - 5, z + 70), 2, x=x * 1.2).at(x * 0.4)
    else:
        arch = rod(x / 2, deep, "door leaf").scaled(y=dice.real(0.5, 1.1)).turned(x=90)
        body += arch.at(0, deep / 2, z - 2)
        strap = hull(block(20, 12, 90), block(20, 12, 12).at(x * 0.75, 0, 39), feature="hinge")
        body += in_row(strap.at(-x * 0.49, front + 3, z * 0.4), 2, z=z * 0.6)
    ring = tube(55, 40, 12, "handle").turned(x=90).at(x * 0.36, front, z * 0.46)
    body += ring if not sliding else block(30, 50, 260, "handle").at(x * 0.42, front - 15, z * 0.4)
    return Draft(body, {"panel": 0}, {"door frame": False, "glass pane": False},
                 {"height": "tall"})  # fmt: skip


def _round_window(dice: Dice) -> Draft:
    """A round or polygonal window with crossing bars, or a ship's one with bolts."""
    radius, deep, sides = dice.real(150, 600), dice.real(50, 110), dice.pick((8, 48, 48))
    rim, bars = dice.real(0.1, 0.22), dice.pick((0, 2, 3))
    inner = radius * (1 - rim)
    body = rod(radius, deep, "frame", sides=sides) - rod(inner, deep * 3, "pane", sides=sides).at(
        z=-deep)  # fmt: skip
    body += rod(inner + 3, deep * 0.2, "pane", sides=sides).at(z=deep * 0.3)
    if bars:
        body += block(inner, 28, deep * 0.6, "bar").at(inner / 2, 0, deep * 0.2).around(2 * bars)
        if dice.yes(0.4):
            body += rod(inner * 0.28, deep * 0.7, "bar").at(z=deep * 0.2)
    else:
        bolts = dice.whole(6, 12)
        body += rod(radius * 0.035, deep * 1.2, "bolt").at(radius * (1 - rim / 2)).around(bolts)
        body += block(radius * 0.3, radius * 0.2, deep, "hinge").at(radius)
    word = "octagonal" if sides == 8 else "round"
    return Draft(body.turned(x=90), {"pane": 2 * bars or 1}, {"sill": False, "shutters": False},
                 {"outline": word})  # fmt: skip


def _vanity_sink(dice: Dice) -> Draft:
    """A basin in the top of a cupboard, or a bowl that stands on a slab."""
    x, y, high = dice.real(450, 1200), dice.real(400, 520), dice.real(350, 800)
    raised, bowls = dice.yes(0.5), 2 if x > 950 else 1
    body = block(x, y, high) + block(x * 1.04, y * 1.05, 35, "top").at(z=high - 2)
    doors = dice.whole(1, 3)
    leaf = block(x / doors - 16, 22, high * 0.84, "door") + ball(14, "handle").at(
        x / doors * 0.35, -18, high * 0.6)  # fmt: skip
    body += in_row(leaf, doors, x=x / doors).at(0, -y / 2 - 8, high * 0.08)
    size, top, step = min(x / bowls * 0.4, y * 0.36), high + 33, x / bowls
    for index in range(bowls):
        at_x = (index - (bowls - 1) / 2) * step
        deep = 130.0
        if raised:
            body += rod(size * 0.65, deep, "bowl", top=size).at(at_x, -y * 0.06, top - 1)
        level = top + (deep if raised else 0)
        body -= rod(size * 0.58, deep - 14, "basin", top=size * 0.94).at(
            at_x, -y * 0.06, level - deep + 18)  # fmt: skip
        path = [
            (at_x, y * 0.42, top - 3),
            (at_x, y * 0.42, level + 150),
            (at_x, y * 0.36, level + 190),
            (at_x, y * 0.12, level + 185),
            (at_x, y * 0.08, level + 140),
        ]
        body += wire(path, 14, "tap")
    if dice.yes(0.5):
        body += block(x * 1.04, 18, 110, "splash board").at(0, y * 0.52, top - 2)
    return Draft(body, {"bowl": bowls, "groove": 0}, {"tap": True, "draining board": False,
                 "pedestal": False}, {"outline": "rectangular"})  # fmt: skip


def _high_tank_toilet(dice: Dice) -> Draft:
    """The old one whose cistern hangs high on the wall, with a pipe and a chain."""
    high, long, wide = dice.real(370, 430), dice.real(240, 300), dice.real(170, 200)
    up, round_ = dice.real(700, 1500), dice.real(0.3, 0.55)

    def oval(share: float, z: float, move: float = 0.0) -> Body:
        return rod(wide * share, 4).scaled(y=long / wide).at(0, move, z)

    body = hull(oval(0.75, 0, 40), oval(round_, high * 0.25, 50)) + hull(
        oval(round_, high * 0.2, 50), oval(0.9, high * 0.75), oval(1.0, high - 4))  # fmt: skip
    body += block(wide * 0.9, 150, high * 0.5).at(0, long * 0.95, high * 0.45)
    body -= hull(oval(0.35, high * 0.4, 10), oval(0.78, high + 5), feature="bowl")
    seat = dice.yes(0.7)
    if seat:
        ring = oval(1.05, 0).scaled(z=5) - oval(0.72, -1).scaled(z=30)
        body += ring.labelled("seat").at(z=high - 2)
    back = long * 0.95
    body += rod(20, up, "pipe").at(0, back, high * 0.8)
    tank = rounded_block(wide * 2.4, 180, 260, 25, "tank") + block(wide * 2.5, 195, 30, "tank").at(
        z=245)  # fmt: skip
    body += tank.at(0, back, high * 0.8 + up - 10)
    side = dice.pick((-1, 1))
    lever = high * 0.8 + up + 40
    body += block(90, 14, 14, "lever").at(side * (wide * 1.2 + 35), back, lever)
    body += rod(4, up * 0.6, "chain", sides=8).at(side * (wide * 1.2 + 70), back, lever - up * 0.6)
    body += ball(18, "handle").at(side * (wide * 1.2 + 70), back, lever - up * 0.6)
    return Draft(body, {}, {"water tank": True, "seat": seat, "open lid": False},
                 {"outline": "oval"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("tree", "palm", _palm_tree),
    Builder("tree", "topiary", _topiary_tree),
    Builder("plant", "palm", _palm_plant),
    Builder("traffic cone", "stepped", _delineator_cone),
    Builder("lamp post", "crook", _crook_lamp_post),
    Builder("fence", "iron", _iron_fence),
    Builder("fence", "ranch", _ranch_fence),
    Builder("door", "planks", _barn_door),
    Builder("window", "round", _round_window),
    Builder("sink", "vanity", _vanity_sink),
    Builder("toilet", "high tank", _high_tank_toilet),
)
