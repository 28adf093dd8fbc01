"""Motors, gearboxes, cylinders, pistons, rods, cams, worms, rails and blocks."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fasteners import thread_ridges
from mmdesign.training.parts.solids import (
    Point2,
    ball,
    block,
    helix,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    union,
    wire,
)


def _stepper_motor(dice: Dice) -> Draft:
    """A square motor: chamfered body in three layers, pilot ring, four screw holes, shaft."""
    size = dice.real(20, 86)
    high, shaft = size * dice.real(0.5, 1.7), size * dice.real(0.05, 0.09)
    body = rounded_block(size, size, high, size * 0.1)
    body -= tube(size, size * 0.62, high * 0.5, "groove").at(z=high * 0.25)
    body += rod(size * 0.26, size * 0.05, "pilot").at(z=high)
    length = size * dice.real(0.3, 0.7)
    body += rod(shaft, length, "shaft").at(z=high + size * 0.04)
    for sx in (-1, 1):
        for sy in (-1, 1):
            body -= rod(size * 0.04, size * 0.2, "hole").at(
                sx * size * 0.37, sy * size * 0.37, high - size * 0.15)  # fmt: skip
    plug = dice.yes(0.5)
    if plug:
        body += block(size * 0.15, size * 0.35, size * 0.15, "connector").at(x=size * 0.55)
    return Draft(body, {"hole": 4, "shaft": 1}, {"fins": False, "feet": False, "connector": plug},
                 {"outline": "square"})  # fmt: skip


def _can_motor(dice: Dice) -> Draft:
    """A round can lying or standing, maybe with flats, a bearing nose, terminals or vents."""
    radius, long = dice.real(6, 30), dice.real(1.2, 4)
    length = radius * long
    body = rod(radius, length)
    if dice.yes(0.4):
        body = body & block(radius * 1.5, radius * 4, length)
    nose = dice.real(0.25, 0.45) * radius
    body += rod(nose, radius * 0.25, "pilot").at(z=length)
    body += rod(nose * 0.45, radius * dice.real(0.7, 1.5), "shaft").at(z=length)
    body += rod(nose, radius * 0.2).at(z=-radius * 0.2)
    plug = dice.yes(0.5)
    if plug:
        for side in (-1, 1):
            body += block(radius * 0.25, radius * 0.06, radius * 0.5, "connector").at(
                0, side * radius * 0.55, -radius * 0.5)  # fmt: skip
    for side in (-1, 1):
        body -= rod(radius * 0.08, radius * 0.3, "hole").at(
            side * radius * 0.62, 0, length - radius * 0.2)  # fmt: skip
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {"hole": 2, "shaft": 1},
                 {"fins": False, "feet": False, "connector": plug},
                 {"outline": "round"})  # fmt: skip


def _industrial_motor(dice: Dice) -> Draft:
    """A finned housing on feet with a terminal box, fan cover and shaft."""
    radius = dice.real(30, 90)
    length, fins = radius * dice.real(1.8, 3), dice.pick((16, 20, 24, 28))
    body = rod(radius, length) + rod(radius * 1.08, radius * 0.2).at(z=length)
    fin = block(radius * 0.18, radius * 0.05, length * 0.85, "fin").at(
        radius * 1.06, 0, length * 0.08
    )
    body += fin.around(fins) + rod(radius * 1.1, radius * 0.5, "fan cover").at(z=-radius * 0.4)
    body += rod(radius * 0.16, radius * 0.9, "shaft").at(z=length + radius * 0.15)
    feet, plug = dice.yes(0.6), dice.yes(0.6)
    body = body.turned(y=90).at(-length / 2)
    if feet:
        for side in (-1, 1):
            foot = block(length * 0.7, radius * 0.5, radius * 0.15, "foot")
            foot -= hole(radius * 0.07, radius * 0.2, length * 0.27)
            foot -= hole(radius * 0.07, radius * 0.2, -length * 0.27)
            leg = block(length * 0.6, radius * 0.2, radius * 0.6, "foot")
            body += foot.at(0, side * radius * 0.95, -radius * 1.25)
            body += leg.at(0, side * radius * 0.8, -radius * 1.2)
    if plug:
        body += rounded_block(radius * 0.9, radius * 0.8, radius * 0.45, 3, "connector").at(
            z=radius
        )
    return Draft(body, {"fin": fins, "hole": 4 * feet, "shaft": 1},
                 {"fins": True, "feet": feet, "connector": plug}, {"outline": "round"})  # fmt: skip


def _servo(dice: Dice) -> Draft:
    """A model servo: box, two ears with slots or holes, a raised gear end with a horn."""
    x = dice.real(20, 60)
    y, z = x * dice.real(0.45, 0.55), x * dice.real(0.8, 1.05)
    body = block(x, y, z)
    ears = block(x * 1.42, y, x * 0.06, "ear")
    holes = dice.pick((2, 4))
    for side in (-1, 1):
        for row in (0.0,) if holes == 2 else (-0.28, 0.28):
            ears -= hole(x * 0.05, x * 0.06, side * x * 0.61, row * y)
    body += ears.at(z=z * 0.68) + rod(y * 0.48, x * 0.12).at(x / 2 - y / 2, 0, z)
    body += rod(y * 0.14, x * 0.26, "shaft").at(x / 2 - y / 2, 0, z)
    horn, arms = dice.yes(0.6), dice.pick((1, 2, 4))
    if horn:
        arm = hull(rod(y * 0.26, x * 0.06), rod(y * 0.12, x * 0.06).at(x * 0.42), feature="horn")
        arm -= hole(y * 0.06, x * 0.06, x * 0.38)
        body += arm.around(arms, 35).at(x / 2 - y / 2, 0, z + x * 0.2)
    return Draft(body, {"hole": holes, "ear": 2}, {"horn": horn, "ears": True})


def _gearbox_housing(dice: Dice) -> Draft:
    """A cast box: flange joint with bolts, two bearing bosses, ribs, feet."""
    x, y, z = dice.real(60, 160), dice.real(40, 110), dice.real(40, 110)
    t, bores = min(x, y, z) * 0.12, dice.pick((1, 2, 3))
    body = rounded_block(x, y, z, t)
    body += rounded_block(x + 3 * t, y + 3 * t, t, t, "joint flange").at(z=z * 0.5)
    for sx in (-1, 0, 1):
        for sy in (-1, 1):
            body += rod(t * 0.45, t * 0.6, "bolt", sides=6).at(
                sx * (x / 2 + t * 0.5), sy * (y / 2 + t * 0.75), z * 0.5 + t)  # fmt: skip
    radius = min(x / bores * 0.3, z * 0.28)
    for index in range(bores):
        boss = tube(radius * 1.25, radius * 0.7, y + 3.4 * t, "bearing boss").turned(x=90)
        drill = rod(radius * 0.7, y + 9 * t, "bore").turned(x=90).at(y=y / 2 + 4 * t)
        px = (index - (bores - 1) / 2) * x / bores
        body = (
            body + boss.at(px, y / 2 + 1.7 * t, z * 0.5 + t / 2) - drill.at(px, 0, z * 0.5 + t / 2)
        )
    feet = dice.yes(0.6)
    if feet:
        foot = rounded_block(x + 4 * t, y + 3 * t, t, t, "foot")
        for sx in (-1, 1):
            for sy in (-1, 1):
                foot -= hole(t * 0.4, t, sx * (x / 2 + t), sy * y * 0.35)
        body += foot
    return Draft(body, {"bore": bores, "hole": 4 * feet}, {"feet": feet, "joint flange": True})


def _round_gearbox(dice: Dice) -> Draft:
    """An inline or bell housing: stepped cylinder between a bolted flange and a nose."""
    radius, bolts = dice.real(20, 70), dice.pick((4, 6, 8))
    length, z = radius * dice.real(0.8, 1.8), radius * 0.14
    flange = rod(radius * 1.3, z, "joint flange") - hole(radius * 0.07, z, radius * 1.15).around(
        bolts
    )
    body = flange + rod(radius, length, top=radius * dice.real(0.6, 1))
    body += rod(radius * 0.45, length * 0.35, "bearing boss").at(z=length - 0.01)
    ribs = dice.pick((0, 4, 6))
    if ribs:
        rib = prism([(0, 0), (radius * 0.95, 0), (radius * 0.4, length * 1.2), (0, length * 1.2)],
                    radius * 0.09, "rib").turned(x=90).at(radius * 0.2, radius * 0.045,
                    0)  # fmt: skip
        body += rib.around(ribs, 180 / bolts)
    body -= rod(radius * 0.25, length * 3, "bore").at(z=-1)
    body -= rod(radius * 0.85, length * 0.6, "cavity", top=radius * 0.5).at(z=-0.1)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"bore": 1, "hole": bolts},
                 {"feet": False, "joint flange": True})  # fmt: skip


def _pneumatic_cylinder(dice: Dice) -> Draft:
    """A tube between square heads held by tie rods, a piston rod, ports; or a smooth barrel."""
    radius, length = dice.real(8, 35), dice.real(50, 200)
    head, out = radius * 0.8, dice.real(10, 60)
    ties = dice.yes(0.6)
    body = rod(radius * (0.85 if ties else 1), length)
    if ties:
        cap = rounded_block(2.3 * radius, 2.3 * radius, head, radius * 0.15, "head")
        tie = rod(radius * 0.12, length, "tie rod")
        body += union([tie.at(sx * radius, sy * radius) for sx in (-1, 1) for sy in (-1, 1)])
    else:
        cap = rod(radius * 1.15, head, "head")
    body += cap + cap.at(z=length - head)
    body += rod(radius * 0.35, head * 0.5 + out, "piston rod").at(z=length)
    body += thread_ridges(radius * 0.3, radius, radius * 0.15).at(z=length + head * 0.5 + out)
    port = rod(radius * 0.22, radius, "port").turned(y=90).at(radius * 0.6)
    body = body - port.at(z=head / 2) - port.at(z=length - head / 2)
    eye = dice.yes(0.5)
    if eye:
        ear = hull(block(radius, radius * 0.6, 1), rod(radius * 0.5, radius * 0.6).turned(x=90).at(
            y=radius * 0.3, z=-radius), feature="eye")  # fmt: skip
        body += ear - rod(radius * 0.25, 99, "hole").turned(x=90).at(y=50, z=-radius)
    return Draft(body.turned(y=90), {"port": 2, "tie rod": 4 * ties},
                 {"tie rods": ties, "eye": eye, "piston rod": True})  # fmt: skip


def _piston(dice: Dice) -> Draft:
    """An engine piston: ring grooves, skirt cut away, pin bore; crown flat, domed or dished."""
    radius = dice.real(15, 55)
    high, rings = radius * dice.real(1.1, 2), dice.whole(1, 4)
    body = rod(radius, high)
    crown = dice.pick(("flat", "domed", "dished"))
    if crown == "domed":
        body += (ball(radius, "crown") & block(999, 999, 999, "crown")).scaled(z=0.25).at(z=high)
    elif crown == "dished":
        body -= rod(radius * 0.6, radius * 0.2, "dish", top=radius * 0.7).at(z=high - radius * 0.15)
    for index in range(rings):
        body -= tube(radius * 1.1, radius * 0.88, high * 0.045, "ring groove").at(
            z=high * (0.92 - 0.09 * index))  # fmt: skip
    cut = dice.yes(0.6)
    if cut:
        for side in (-1, 1):
            body -= block(radius * 2, radius, high * 0.45, "cut-out").at(
                y=side * radius * 1.15, z=-0.1
            )
    body -= rod(radius * 0.78, high * 0.5, "cavity").at(z=-0.1)
    for side in (-1, 1):
        body += rod(radius * 0.36, radius * 0.45, "pin boss").turned(x=90).at(
            0, side * radius * 0.42 + radius * 0.22, high * 0.4)  # fmt: skip
    body -= rod(radius * 0.22, 3 * radius, "pin bore").turned(x=90).at(y=1.5 * radius, z=high * 0.4)
    words = {"flat": "flat", "domed": "bulging", "dished": "shallow"}
    return Draft(body, {"ring groove": rings}, {"pin bore": True, "dome": crown == "domed"},
                 {"form": words[crown]})  # fmt: skip


def _connecting_rod(dice: Dice) -> Draft:
    """A small eye, an I-shaped shank and a big eye whose cap is bolted on."""
    length, big = dice.real(50, 160), dice.real(0.16, 0.26)
    b, s = length * big, length * big * dice.real(0.5, 0.75)
    z = b * dice.real(0.5, 1.1)
    body = hull(rod(b * 0.75, z * 0.7), rod(s * 0.75, z * 0.7).at(length)).at(z=z * 0.15)
    relief = dice.yes(0.65)
    if relief:
        cut = hull(
            rod(b * 0.4, z).at(b * 1.5), rod(s * 0.4, z).at(length - s * 1.7), feature="pocket"
        )
        body = body - cut.at(z=z * 0.62) - cut.at(z=z * 0.38 - z)
    body += rod(b * 1.15, z) + rod(s * 1.1, z).at(length)
    capped = dice.yes(0.6)
    if capped:
        for side in (-1, 1):
            body += block(b * 1.2, b * 0.5, z * 0.8, "bolt boss").at(0, side * b * 1.2, z * 0.1)
            body += rod(b * 0.17, b * 1.7, "bolt").turned(y=90).at(-b * 0.85, side * b * 1.2, z / 2)
        body -= block(b * 0.06, b * 4, z * 0.3, "joint").at(z=z * 0.85)
    body = body - hole(b * 0.8, z) - hole(s * 0.65, z, length)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"hole": 2},
                 {"bearing cap": capped, "pocket": relief})  # fmt: skip


def _cam(dice: Dice) -> Draft:
    """An egg-shaped disc, heart or snail on a hub; or several lobes on a shaft."""
    base, z = dice.real(8, 30), dice.real(4, 16)
    style, lift = dice.pick(("egg", "snail")), base * dice.real(0.4, 1)
    if style == "egg":
        lobe = hull(rod(base, z), rod(base * dice.real(0.25, 0.6), z).at(base + lift * 0.6))
    else:
        outline: list[Point2] = [((base + lift * t) * np.cos(2 * np.pi * t),
                                  (base + lift * t) * np.sin(2 * np.pi * t))
                                 for t in np.linspace(0, 1, 48)]  # fmt: skip
        lobe = prism(outline, z)
    lobes = dice.pick((1, 1, 2, 4))
    if lobes > 1:
        pitch = z * dice.real(1.6, 3)
        parts = [lobe.turned(z=360.0 * k / lobes).at(z=k * pitch) for k in range(lobes)]
        body = union([*parts, rod(base * 0.6, lobes * pitch + 2 * z, "shaft").at(z=-z)]).turned(
            y=90
        )
    else:
        body = lobe + rod(base * 0.6, z * dice.real(1.2, 2.2), "hub")
        body -= rod(base * 0.35, 9 * z, "bore").at(z=-1)
    return Draft(body, {"cam lobe": lobes}, {"shaft": lobes > 1, "hub": lobes == 1})


def _worm(dice: Dice) -> Draft:
    """A screw-like gear between plain shaft ends."""
    radius, turns = dice.real(6, 20), dice.whole(3, 7)
    pitch, end = radius * dice.real(0.6, 1), radius * dice.real(1, 3)
    tooth = wire(helix(radius, pitch, turns), pitch * 0.28, "thread", sides=6)
    long = pitch * turns
    body = rod(radius, long + pitch).at(z=-pitch / 2) + tooth
    body += rod(radius * 0.55, long + 2 * end + pitch, "shaft").at(z=-end - pitch / 2)
    bored = dice.yes(0.4)
    if bored:
        body -= rod(radius * 0.3, 999, "bore").at(z=-400)
    return Draft(body.turned(y=90), {"turn": turns}, {"bore": bored, "thread": True},
                 {"form": "cylindrical"})  # fmt: skip


def _linear_rail(dice: Dice) -> Draft:
    """A profiled rail with counterbored holes; one or two carriages on it."""
    w, count = dice.real(7, 30), dice.whole(3, 8)
    h, length = w * dice.real(0.7, 1), w * count * dice.real(1.5, 3)
    outline = [(-w / 2, 0), (w / 2, 0), (w / 2, h * 0.45), (w * 0.36, h * 0.6), (w / 2, h * 0.8),
               (w / 2, h), (-w / 2, h), (-w / 2, h * 0.8), (-w * 0.36, h * 0.6),
               (-w / 2, h * 0.45)]  # fmt: skip
    body = prism(outline, length, "rail").turned(x=90).at(y=length / 2).turned(z=90)
    step = hole(w * 0.14, h) + rod(w * 0.25, h, "hole").at(z=h * 0.6)
    body -= union([step.at(((k + 0.5) / count - 0.5) * length) for k in range(count)])
    carriages, wide = dice.whole(0, 2), w * dice.real(1.8, 2.8)
    long = w * dice.real(1.8, 2.6)
    for index in range(carriages):
        car = rounded_block(long, wide, h * 0.9, 1, "carriage")
        car -= union([hole(w * 0.1, h, sx * long * 0.3, sy * wide * 0.36)
                      for sx in (-1, 1) for sy in (-1, 1)])  # fmt: skip
        body += car.at((index - (carriages - 1) / 2) * length * 0.5, 0, h * 0.5)
    return Draft(body, {"carriage": carriages}, {"carriage": carriages > 0},
                 {"outline": "long"})  # fmt: skip


def _lead_screw(dice: Dice) -> Draft:
    """A long trapezoidal screw with turned ends and a flanged nut on it."""
    radius, length = dice.real(4, 12), dice.real(90, 260)
    body = thread_ridges(radius, length, max(radius * dice.real(0.4, 0.7), length / 90))
    body += rod(radius * 0.65, length * 1.2).at(z=-length * 0.1)
    nut = dice.yes(0.7)
    if nut:
        piece = rod(radius * 1.7, radius * 2.6, "nut")
        flange = rod(radius * 2.9, radius * 0.8, "nut") - hole(
            radius * 0.25, radius, radius * 2.3).around(4)  # fmt: skip
        body += (piece + flange).at(z=length * dice.real(0.2, 0.7))
    return Draft(body.turned(y=90), {"nut": int(nut)}, {"nut": nut}, {"outline": "long"})


def _milled_block(dice: Dice) -> Draft:
    """A fixture or machined block: pocket, step, slot and drilled faces, each at random."""
    x, y, z = dice.real(40, 120), dice.real(30, 90), dice.real(15, 60)
    body = block(x, y, z) if dice.yes(0.5) else rounded_block(x, y, z, min(x, y) * 0.08)
    step, pocket, groove = dice.yes(0.4), dice.yes(0.6), dice.yes(0.4)
    pocket = pocket or not (step or groove)
    if step:
        body -= block(x * 0.25, y * 2, z, "step").at(x * 0.4, 0, z * dice.real(0.4, 0.7))
    if pocket:
        body -= rounded_block(x * 0.4, y * 0.5, z, min(x, y) * 0.08, "pocket").at(
            -x * 0.08, 0, z * dice.real(0.4, 0.7))  # fmt: skip
    if groove:
        body -= block(x * 0.09, y * 2, z * 0.25, "groove").at(-x * 0.4, 0, z * 0.8)
    holes = dice.pick((0, 2, 4))
    if holes:
        for index in range(holes):
            drill = rod(min(y, z) * 0.08, y * 2, "hole").turned(x=90).at(y=y)
            body -= drill.at((index - (holes - 1) / 2) * x * 0.18, 0, z * 0.2)
    return Draft(body, {"hole": holes, "pocket": int(pocket)},
                 {"pocket": pocket, "step": step, "groove": groove})  # fmt: skip


def _vee_block(dice: Dice) -> Draft:
    """A fixture block with a V groove above, T slots beside, holes for clamps."""
    x, y, z = dice.real(30, 70), dice.real(30, 110), dice.real(25, 60)
    deep = min(x * 0.35, z * 0.5)
    vee = prism(
        [(-deep * 1.02, 0.02 * deep), (deep * 1.02, 0.02 * deep), (0, -deep)], y + 2, "groove"
    )
    body = block(x, y, z) - vee.turned(x=90).at(y=y / 2 + 1, z=z)
    step, holes = dice.yes(0.6), dice.pick((0, 2, 4))
    if step:
        for side in (-1, 1):
            body -= block(x * 0.3, y * 2, z * 0.2, "step").at(side * x / 2, 0, z * 0.3)
    drill = rod(x * 0.06, 3 * x, "hole").at(z=-1.5 * x).turned(y=90)
    for index in range(holes):
        body -= drill.at(0, (index - (holes - 1) / 2) * y * 0.22, z * 0.14)
    return Draft(body, {"hole": holes, "pocket": 0}, {"pocket": False, "step": step,
                 "groove": True})  # fmt: skip


def _mold_half(dice: Dice) -> Draft:
    """A thick plate with sunk cavities, runners, a sprue and four guide pins or bores."""
    x, y, z = dice.real(70, 160), dice.real(60, 130), dice.real(18, 45)
    body, pins = block(x, y, z), dice.yes(0.5)
    rows, shape = dice.pick((1, 2)), dice.pick(("ball", "block", "disc"))
    size = min(x * 0.2, y / rows * 0.28)
    tool = {"ball": ball(size, "cavity").scaled(z=min(1.0, z * 0.7 / size)),
            "block": rounded_block(2 * size, 1.4 * size, z, size * 0.3, "cavity").at(z=-z * 0.5),
            "disc": rod(size, z, "cavity").at(z=-z * 0.3)}[shape]  # fmt: skip
    for side in (-1, 1):
        for row in range(rows):
            body -= tool.at(side * x * 0.21, (row - (rows - 1) / 2) * y * 0.42, z)
    body -= slot(x * 0.4, size * 0.16, z).at(z=z * 0.9)
    for sx in (-1, 1):
        for sy in (-1, 1):
            at = (sx * x * 0.44, sy * y * 0.42)
            radius = min(x, y) * 0.04
            body = (body + rod(radius, z * 1.5, "guide pin").at(*at) if pins
                    else body - rod(radius, z, "hole").at(*at, z * 0.3))  # fmt: skip
    return Draft(body, {"cavity": 2 * rows, "guide pin": 4 * pins, "hole": 4 * (not pins)},
                 {"guide pins": pins}, {"outline": "rectangular"})  # fmt: skip


BUILDERS = (
    Builder("motor", "stepper", _stepper_motor),
    Builder("motor", "can", _can_motor),
    Builder("motor", "industrial", _industrial_motor),
    Builder("servo", "ears", _servo),
    Builder("gearbox housing", "cast", _gearbox_housing),
    Builder("gearbox housing", "round", _round_gearbox),
    Builder("pneumatic cylinder", "tie rods", _pneumatic_cylinder),
    Builder("piston", "engine", _piston),
    Builder("connecting rod", "shank", _connecting_rod),
    Builder("cam", "lobes", _cam),
    Builder("worm", "thread", _worm),
    Builder("linear rail", "carriages", _linear_rail),
    Builder("lead screw", "nut", _lead_screw),
    Builder("machined block", "pocket", _milled_block),
    Builder("machined block", "vee", _vee_block),
    Builder("mold half", "cavities", _mold_half),
)
