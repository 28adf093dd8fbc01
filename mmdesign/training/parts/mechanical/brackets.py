"""Brackets, braces, clamps and other things that hold one part to another."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    arc,
    block,
    hole,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    union,
)


def _drill(plate: Body, count: int, span: tuple[float, float], radius: float, z: float) -> Body:
    """Drill `count` holes (1, 2, 3, 4 or 6) into a plate that spans z, spread over x and y."""
    x, y = span[0] / 2, span[1] / 2
    places = {
        0: [], 1: [(0.0, 0.0)], 2: [(-x, 0.0), (x, 0.0)], 3: [(-x, -y), (x, -y), (0.0, y)],
        4: [(-x, -y), (x, -y), (-x, y), (x, y)],
        6: [(-x, -y), (0.0, -y), (x, -y), (-x, y), (0.0, y), (x, y)],
    }[count]  # fmt: skip
    for px, py in places:
        plate -= hole(radius, z, px, py)
    return plate


def _leg(dice: Dice, width: float, length: float, z: float, count: int) -> Body:
    """A flat leg along +x from the origin with holes in its outer part."""
    radius = min(width, length) * dice.real(0.06, 0.11)
    rounded = dice.yes(0.5)
    plate = rounded_block(length, width, z, width * 0.15) if rounded else block(length, width, z)
    return _drill(plate, count, (length * 0.5, width * 0.55), radius, z).at(x=length / 2)


def _angle_bracket(dice: Dice) -> Draft:
    width, z = dice.real(20, 60), dice.real(2, 6)
    first, second = dice.real(35, 90), dice.real(35, 90)
    counts = dice.pick((1, 2, 3, 4)), dice.pick((1, 2, 4))
    flat = _leg(dice, width, first, z, counts[0])
    upright = _leg(dice, width, second, z, counts[1]).turned(y=-90).at(x=z)
    ribs = dice.whole(0, 2)
    body = flat + upright + block(z, width, z).at(x=z / 2)
    reach = min(first, second) * dice.real(0.3, 0.6)
    for index in range(ribs):
        rib = prism([(0, 0), (reach, 0), (0, reach)], z * 0.8, "rib").turned(x=90)
        y = 0.0 if ribs == 1 else (index - 0.5) * width * 0.8
        body += rib.at(z, y + z * 0.4, z)
    return Draft(body, {"hole": sum(counts), "rib": ribs}, {"ribs": ribs > 0, "slot": False},
                 {"profile": "L-shaped"})  # fmt: skip


def _slotted_angle(dice: Dice) -> Draft:
    width, z = dice.real(20, 50), dice.real(1.5, 4)
    first, second = dice.real(40, 80), dice.real(40, 80)
    flat = block(first, width, z) - slot(first * 0.5, width * 0.2, z)
    upright = _leg(dice, width, second, z, 2).turned(y=-90).at(x=z)
    body = flat.at(x=first / 2) + upright + block(z, width, z).at(x=z / 2)
    return Draft(body, {"hole": 2, "slot": 1, "rib": 0}, {"ribs": False, "slot": True},
                 {"profile": "L-shaped"})  # fmt: skip


def _gusset_angle(dice: Dice) -> Draft:
    size, width, z = dice.real(40, 90), dice.real(25, 60), dice.real(3, 7)
    body = block(size, width, z).at(x=size / 2)
    body += block(z, width, size).at(x=z / 2)
    cheek = prism([(0, 0), (size, 0), (size, z), (z, size), (0, size)], z, "rib").turned(x=90)
    body += cheek.at(y=-width / 2 + z) + cheek.at(y=width / 2)
    drill = hole(width * 0.1, 2 * z, size * 0.6)
    body = body - drill.at(z=-1) - hole(width * 0.1, 2 * z).turned(y=90).at(z=size * 0.6)
    return Draft(body, {"hole": 2, "rib": 2}, {"ribs": True, "slot": False},
                 {"profile": "L-shaped"})  # fmt: skip


def _u_bracket(dice: Dice) -> Draft:
    width, z = dice.real(20, 50), dice.real(2, 5)
    base, height = dice.real(30, 80), dice.real(25, 70)
    count = dice.pick((1, 2, 4))
    body = _drill(block(base, width, z), count, (base * 0.5, width * 0.5), width * 0.08, z)
    side = rounded_block(height, width, z, width * dice.pick((0.05, 0.4)))
    drilled = dice.yes(0.7)
    if drilled:
        side -= hole(width * 0.14, z, height * 0.2)
    side = side.at(x=height / 2).turned(y=-90)
    body += side.at(x=-base / 2 + z) + side.at(x=base / 2)
    return Draft(body, {"hole": count + 2 * drilled}, {"side holes": drilled, "ribs": False},
                 {"profile": "U-shaped"})  # fmt: skip


def _z_bracket(dice: Dice) -> Draft:
    width, z = dice.real(20, 50), dice.real(2, 5)
    length, height = dice.real(25, 60), dice.real(20, 60)
    count = dice.pick((1, 2))
    low = _leg(dice, width, length, z, count)
    high = _leg(dice, width, length, z, count).turned(z=180).at(z=height)
    body = low + high + block(z, width, height + z)
    return Draft(body, {"hole": 2 * count}, {"slot": False}, {"profile": "Z-shaped"})


def _shelf_bracket(dice: Dice) -> Draft:
    height, reach, width = dice.real(80, 180), dice.real(80, 180), dice.real(15, 35)
    z = dice.real(3, 6)
    body = _leg(dice, width, reach, z, 2) + _leg(dice, width, height, z, 2).turned(y=90)
    style = dice.pick(("brace", "web", "curve"))
    if style == "brace":
        brace = [(0, -height * 0.7), (0, -height * 0.7 + 2 * z), (reach * 0.7 - 2 * z, 0),
                 (reach * 0.7, 0)]  # fmt: skip
    elif style == "web":
        brace = [(0, -height * 0.8), (reach * 0.8, 0), (0, 0)]
    else:
        outer = [(reach * 0.7 * (1 - np.cos(t)), -height * 0.7 * (1 - np.sin(t)))
                 for t in np.linspace(0, np.pi / 2, 12)]  # fmt: skip
        brace = [*outer, (0.0, 0.0)]
    web = prism(brace, z, "brace").turned(x=90).at(z, z / 2, 0)
    body += web
    return Draft(body, {"hole": 4}, {"diagonal brace": style == "brace",
                                     "triangular web": style == "web"},
                 {"profile": "L-shaped"})  # fmt: skip


def _t_brace(dice: Dice) -> Draft:
    length, drop, width = dice.real(60, 140), dice.real(40, 110), dice.real(12, 25)
    z = dice.real(2, 5)
    bar = rounded_block(length, width, z, width * 0.45)
    bar = _drill(bar, 2, (length * 0.8, 0), width * 0.18, z)
    stem = rounded_block(width, drop, z, width * 0.45) - hole(width * 0.18, z, 0, -drop * 0.38)
    body = bar + stem.at(y=-drop / 2 + width * 0.3)
    body -= hole(width * 0.18, z)
    return Draft(body, {"hole": 4}, {"slot": False}, {"profile": "T-shaped"})


def _corner_brace(dice: Dice) -> Draft:
    arm, width, z = dice.real(40, 100), dice.real(12, 25), dice.real(2, 5)
    body = block(arm, width, z).at(x=arm / 2 - width / 2)
    body += block(width, arm, z).at(y=arm / 2 - width / 2)
    for offset in (arm * 0.35, arm * 0.75):
        body = body - hole(width * 0.17, z, offset) - hole(width * 0.17, z, 0, offset)
    return Draft(body, {"hole": 4}, {"slot": False}, {"profile": "L-shaped"})


def _pipe_saddle(dice: Dice) -> Draft:
    bore, width = dice.real(8, 30), dice.real(12, 30)
    wall = bore * dice.real(0.12, 0.25)
    ear = bore * dice.real(0.8, 1.3)
    ring = tube(bore + wall, bore, width).turned(x=90).at(y=width / 2, z=0)
    ring = ring & block(400, 400, 200)
    ears = block(2 * (bore + wall + ear), width, wall) - block(2 * bore, width + 2, wall * 3).at(
        z=-wall)  # fmt: skip
    body = ring + ears
    for side in (-1, 1):
        body -= hole(ear * 0.22, wall, side * (bore + wall + ear * 0.5))
    return Draft(
        body, {"hole": 2, "ear": 2}, {"ears": True, "rib": False}, {"profile": "omega-shaped"}
    )


def _pipe_clip(dice: Dice) -> Draft:
    bore, width = dice.real(5, 25), dice.real(8, 25)
    wall = bore * dice.real(0.15, 0.3)
    opening = bore * dice.real(0.9, 1.4)
    ring = tube(bore + wall, bore, width).turned(x=90).at(y=width / 2, z=bore + 2 * wall)
    gap = block(opening, width + 4, bore * 3).at(z=bore * 1.6 + 2 * wall)
    base_length = bore * dice.real(2, 4)
    base = block(base_length, width, wall * 1.5)
    drilled = dice.yes(0.5) and base_length > 3.2 * bore
    body = (ring - gap) + base
    if drilled:
        for side in (-1, 1):
            body -= hole(bore * 0.12, wall * 2, side * base_length * 0.42)
    return Draft(
        body, {"hole": 2 * drilled}, {"opening": True, "lips": False}, {"profile": "C-shaped"}
    )


def _split_clamp(dice: Dice) -> Draft:
    bore, width = dice.real(6, 25), dice.real(8, 22)
    wall = bore * dice.real(0.3, 0.6)
    lug = bore * dice.real(0.7, 1.1)
    body = rod(bore + wall, width) + block(lug + wall, bore * 0.9, width).at(bore + wall + lug / 3)
    body -= rod(bore, width + 2, "bore").at(z=-1)
    body -= block(bore + 3 * wall + 2 * lug, bore * 0.2, width + 2, "slit").at(
        x=(bore + 3 * wall + 2 * lug) / 2, z=-1)  # fmt: skip
    drill = rod(wall * 0.35, bore * 3, "hole").at(z=-bore * 1.5).turned(x=90)
    body -= drill.at(bore + wall + lug * 0.45, 0, width / 2)
    return Draft(body, {"hole": 2}, {"slit": True}, {"outline": "round"})


def _pillow_block(dice: Dice) -> Draft:
    bore, width = dice.real(6, 20), dice.real(12, 30)
    wall = bore * dice.real(0.4, 0.8)
    height = (bore + wall) * dice.real(1.2, 1.7)
    length, z = (bore + wall) * dice.real(3.2, 4.2), bore * dice.real(0.4, 0.7)
    base = rounded_block(length, width, z, z)
    for side in (-1, 1):
        base -= hole(wall * 0.5, z, side * length * 0.4)
    house = rod(bore + wall, width).turned(x=90).at(y=width / 2, z=height)
    house += block(2 * (bore + wall), width, height)
    body = base + house - rod(bore, width + 2, "bore").turned(x=90).at(y=width / 2 + 1, z=height)
    return Draft(
        body,
        {"hole": 2, "bore": 1},
        {"bore": True, "ribs": False, "cap": False},
        {"profile": "arched"},
    )


def _c_clamp(dice: Dice) -> Draft:
    span, throat = dice.real(30, 90), dice.real(25, 60)
    thick, depth = dice.real(6, 12), dice.real(8, 16)
    body = block(thick, depth, span + 2 * thick)
    body += block(throat, depth, thick).at(x=throat / 2)
    body += block(throat, depth, thick).at(x=throat / 2, z=span + thick)
    screw_radius, down = thick * 0.3, span * dice.real(0.2, 0.7)
    screw = rod(screw_radius, down + 3 * thick, "screw").at(throat * 0.8, 0, span + thick - down)
    pad = rod(screw_radius * 2.2, thick * 0.4, "screw").at(throat * 0.8, 0, span + thick - down)
    bar = rod(screw_radius * 0.6, throat * 0.7, "handle").at(z=-throat * 0.35).turned(y=90)
    body = union([body, screw, pad, bar.at(throat * 0.8, 0, span + 3.7 * thick)])
    return Draft(body, {"screw": 1}, {"screw": True, "handle": True}, {"profile": "C-shaped"})


def _wall_hook(dice: Dice) -> Draft:
    height, width, z = dice.real(40, 90), dice.real(18, 40), dice.real(3, 6)
    hooks = dice.pick((1, 1, 2, 3))
    total = width * (1 + 0.9 * (hooks - 1))
    plate = rounded_block(height, total, z, z * dice.pick((1, 3)))
    radius, thick = height * dice.real(0.15, 0.25), dice.real(5, 9)
    for index in range(2):
        plate -= hole(2.2, z, (index - 0.5) * height * 0.75)
    outer, inner = arc(radius + thick, -190, 10), arc(radius, 10, -190)
    curl = prism([*outer, *inner], width * 0.4, "hook").at(z=-width * 0.2).turned(x=90)
    body = plate.turned(y=-90)
    for index in range(hooks):
        y = (index - (hooks - 1) / 2) * width * 0.9
        body += curl.at(radius + thick * 0.6, y, -height * 0.15)
    return Draft(body, {"hole": 2, "hook": hooks}, {"mounting plate": True},
                 {"profile": "J-shaped"})  # fmt: skip


def _s_hook(dice: Dice) -> Draft:
    radius, thick = dice.real(12, 30), dice.real(3, 6)
    width = thick * dice.real(0.8, 1.6)
    upper = prism([*arc(radius + thick, -90, 150), *arc(radius, 150, -90)], width, "hook")
    lower = prism([*arc(radius + thick, 90, 330), *arc(radius, 330, 90)], width, "hook")
    body = upper.at(y=radius + thick / 2) + lower.at(y=-radius - thick / 2)
    return Draft(body.turned(x=90), {"hook": 2}, {"mounting plate": False},
                 {"profile": "S-shaped"})  # fmt: skip


BUILDERS = (
    Builder("angle bracket", "drilled", _angle_bracket),
    Builder("angle bracket", "slotted", _slotted_angle),
    Builder("angle bracket", "gusset", _gusset_angle, held_out=True),
    Builder("u bracket", "folded", _u_bracket),
    Builder("z bracket", "folded", _z_bracket),
    Builder("shelf bracket", "braced", _shelf_bracket),
    Builder("flat brace", "tee", _t_brace),
    Builder("flat brace", "corner", _corner_brace, held_out=True),
    Builder("pipe saddle", "omega", _pipe_saddle),
    Builder("pipe clip", "snap", _pipe_clip),
    Builder("split clamp", "slit", _split_clamp),
    Builder("pillow block", "arched", _pillow_block),
    Builder("c clamp", "screw", _c_clamp),
    Builder("hook", "wall", _wall_hook),
    Builder("hook", "s", _s_hook, held_out=True),
)
