"""Things that turn: gears, shafts, wheels, pulleys, fans, bearings and joints."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
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
    slot,
    tube,
    union,
)


def toothed_outline(teeth: int, root: float, tip: float, sharpness: float) -> list[Point2]:
    """Outline of a toothed wheel; sharpness 0 gives square teeth, 1 pointed ones."""
    points: list[Point2] = []
    pitch = 2 * np.pi / teeth
    top = 0.22 * (1 - sharpness)
    for tooth in range(teeth):
        centre = tooth * pitch
        for radius, offset in ((root, -0.29), (tip, -top), (tip, top), (root, 0.29)):
            angle = centre + offset * pitch
            points.append((radius * np.cos(angle), radius * np.sin(angle)))
        if sharpness == 1.0:
            points.pop(-2)
    return points


def _bored(dice: Dice, body: Body, bore: float, height: float) -> tuple[Body, bool]:
    body -= rod(bore, height + 2, "bore").at(z=-1)
    keyed = dice.yes(0.35)
    if keyed:
        body -= block(bore * 0.9, bore * 0.5, height + 2, "keyway").at(bore * 0.85, 0, -1)
    return body, keyed


def _spur_gear(dice: Dice) -> Draft:
    teeth, module = dice.whole(10, 48), dice.real(1, 3)
    radius = teeth * module / 2
    width = module * dice.real(3, 10)
    outline = toothed_outline(teeth, radius - 1.2 * module, radius + module, dice.real(0.3, 0.6))
    helical = dice.yes(0.25)
    twist = dice.real(8, 20) if helical else 0.0
    body = prism(outline, width, "tooth", twist)
    body += rod(radius - 1.25 * module, width + 0.02).at(z=-0.01)
    hub = dice.yes(0.45)
    bore = radius * dice.real(0.12, 0.25)
    if hub:
        body += rod(bore * 2, width * 1.7, "hub")
    body, keyed = _bored(dice, body, bore, width * 2)
    holes = dice.pick((0, 0, 3, 4, 5, 6)) if teeth > 18 else 0
    if holes:
        body -= hole(radius * 0.13, width, radius * 0.58).around(holes)
    return Draft(body, {"tooth": teeth, "lightening hole": holes},
                 {"hub": hub, "keyway": keyed, "lightening holes": holes > 0,
                  "helical teeth": helical, "spokes": False, "inner teeth": False})  # fmt: skip


def _spoked_gear(dice: Dice) -> Draft:
    teeth, module = dice.whole(24, 56), dice.real(1, 2.5)
    radius = teeth * module / 2
    width = module * dice.real(3, 8)
    outline = toothed_outline(teeth, radius - 1.2 * module, radius + module, 0.45)
    rim = prism(outline, width, "tooth") - rod(radius * 0.78, width + 2, "rim").at(z=-1)
    spokes = dice.whole(3, 6)
    arm = block(radius * 0.8, radius * 0.13, width * 0.7, "spoke").at(x=radius * 0.42)
    body = union([rim, arm.around(spokes), rod(radius * 0.22, width, "hub")])
    body, keyed = _bored(dice, body, radius * 0.1, width)
    return Draft(body, {"tooth": teeth, "spoke": spokes},
                 {"hub": True, "keyway": keyed, "lightening holes": False,
                  "helical teeth": False, "spokes": True, "inner teeth": False})  # fmt: skip


def _bevel_gear(dice: Dice) -> Draft:
    teeth, module = dice.whole(12, 28), dice.real(1.5, 3)
    radius = teeth * module / 2
    outline = toothed_outline(teeth, radius - 1.2 * module, radius + module, 0.5)
    height = radius * dice.real(0.4, 0.7)
    cone = prism(outline, height, "tooth") & rod(radius + module, height, "tooth",
                                                 top=radius * 0.45)  # fmt: skip
    cone += rod(radius - module, height, top=radius * 0.4)
    body, keyed = _bored(dice, cone, radius * 0.2, height)
    return Draft(body, {"tooth": teeth, "lightening hole": 0},
                 {"hub": False, "keyway": keyed, "lightening holes": False,
                  "helical teeth": False, "spokes": False, "inner teeth": False},
                  {"form": "conical"})  # fmt: skip


def _sprocket(dice: Dice) -> Draft:
    teeth, radius = dice.whole(9, 30), dice.real(20, 60)
    depth = radius * 3.0 / teeth
    width = radius * dice.real(0.06, 0.15)
    outline = toothed_outline(teeth, radius - depth, radius + depth * 0.4, 0.75)
    hub = dice.yes(0.5)
    body = prism(outline, width, "tooth") + rod(radius - depth * 1.05, width)
    if hub:
        body += rod(radius * 0.35, width * 3, "hub")
    body, keyed = _bored(dice, body, radius * 0.18, width * 3)
    return Draft(body, {"tooth": teeth}, {"hub": hub, "keyway": keyed, "lightening holes": False},
                 {"thickness": "thin"})  # fmt: skip


def _ratchet(dice: Dice) -> Draft:
    teeth, radius = dice.whole(8, 24), dice.real(15, 50)
    width = radius * dice.real(0.1, 0.3)
    points: list[Point2] = []
    for tooth in range(teeth):
        angle = 2 * np.pi * tooth / teeth
        points += [(0.82 * radius * np.cos(angle), 0.82 * radius * np.sin(angle)),
                   (radius * np.cos(angle + 0.05), radius * np.sin(angle + 0.05))]  # fmt: skip
    points.reverse()
    body = prism(points[::-1], width, "tooth") + rod(radius * 0.78, width)
    body, keyed = _bored(dice, body, radius * 0.22, width)
    return Draft(
        body,
        {"tooth": teeth},
        {"hub": False, "keyway": keyed, "slanted teeth": True, "pawl": False},
    )


def _stepped_shaft(dice: Dice) -> Draft:
    steps = dice.whole(2, 5)
    radius, z = dice.real(6, 16), 0.0
    body: Body | None = None
    largest = radius
    for _ in range(steps):
        length = dice.real(12, 45)
        radius = max(radius * dice.real(0.65, 1.5), 4)
        largest = max(largest, radius)
        piece = rod(radius, length + 0.01).at(z=z)
        body = piece if body is None else body + piece
        z += length
    assert body is not None
    keyed, grooved = dice.yes(0.4), dice.yes(0.3)
    if keyed:
        body -= slot(length * 0.6, radius * 0.5, radius).turned(y=90).at(
            radius * 0.7, 0, z - length / 2)  # fmt: skip
    if grooved:
        body -= tube(largest * 2, radius * 0.8, length * 0.08, "groove").at(z=z - length * 0.12)
    return Draft(body.turned(y=90), {"step": steps}, {"keyway": keyed, "groove": grooved,
                 "splines": False, "collar": False},
                 {"section": "round"})  # fmt: skip


def _crankshaft(dice: Dice) -> Draft:
    throws, radius = dice.whole(1, 4), dice.real(6, 12)
    offset, web = radius * dice.real(1.6, 2.4), radius * dice.real(0.5, 0.9)
    pin_length, z = radius * dice.real(1.5, 2.5), 0.0
    pieces = []
    cheek = hull(rod(radius * 1.5, web), rod(radius * 1.4, web).at(x=offset), feature="web")
    for index in range(throws):
        turn = 360.0 * index / throws
        pieces.append(rod(radius, pin_length + 0.02).at(z=z))
        z += pin_length
        pieces.append(cheek.turned(z=turn).at(z=z))
        pieces.append(rod(radius * 0.9, pin_length + 0.02, "pin").at(x=offset).turned(z=turn).at(
            z=z + web - 0.01))  # fmt: skip
        pieces.append(cheek.turned(z=turn).at(z=z + web + pin_length))
        z += 2 * web + pin_length
    pieces.append(rod(radius, pin_length * 1.5).at(z=z))
    return Draft(
        union(pieces).turned(y=90),
        {"crank throw": throws},
        {"webs": True, "flange": False, "counterweights": False},
    )


def _pulley(dice: Dice) -> Draft:
    radius, width = dice.real(15, 60), dice.real(8, 25)
    depth, rim = radius * dice.real(0.15, 0.3), width * 0.15
    inner = radius - depth
    body = revolved([(0, 0), (radius, 0), (radius, rim), (inner, width / 2 - rim * 0.5),
                     (inner, width / 2 + rim * 0.5), (radius, width - rim), (radius, width),
                     (0, width)], "groove")  # fmt: skip
    holes = dice.pick((0, 0, 4, 5, 6))
    if holes:
        body -= hole(inner * 0.16, width, inner * 0.6).around(holes)
    body, keyed = _bored(dice, body, inner * 0.2, width)
    return Draft(body, {"lightening hole": holes},
                 {"groove": True, "lightening holes": holes > 0, "keyway": keyed, "teeth": False,
                  "spokes": False, "bracket": False},
                 {"outline": "round"})  # fmt: skip


def _timing_pulley(dice: Dice) -> Draft:
    teeth, width = dice.whole(14, 40), dice.real(6, 18)
    radius = teeth * 0.65
    body = prism(toothed_outline(teeth, radius - 0.8, radius, 0.1), width, "tooth")
    for z in (-1.2, width):
        body += rod(radius * 1.15, 1.3, "flange").at(z=z)
    hub = dice.yes(0.6)
    if hub:
        body += rod(radius * 0.75, width * 0.8, "hub").at(z=width)
    body, keyed = _bored(dice, body.at(z=1.2), radius * 0.3, width * 2.2)
    return Draft(
        body,
        {"tooth": teeth},
        {
            "teeth": True,
            "groove": False,
            "keyway": keyed,
            "lightening holes": False,
            "spokes": False,
            "bracket": False,
        },
    )


def _wheel(dice: Dice) -> Draft:
    radius = dice.real(20, 150)
    width = radius * dice.real(0.15, 0.6)
    spokes = dice.whole(3, 10)
    rim = tube(radius, radius * dice.real(0.72, 0.85), width, "rim")
    arm = block(radius * 0.85, radius * dice.real(0.08, 0.2), width * 0.5, "spoke")
    body = rim + arm.at(radius * 0.43, 0, width * 0.25).around(spokes)
    body += rod(radius * 0.2, width, "hub")
    body -= rod(radius * 0.08, width + 2, "bore").at(z=-1)
    return Draft(
        body.turned(x=90),
        {"spoke": spokes},
        {"spokes": True, "tread": False, "hub": True, "grooved rim": False},
    )


def _tyre_wheel(dice: Dice) -> Draft:
    radius = dice.real(25, 150)
    width = radius * dice.real(0.4, 0.8)
    lugs = dice.whole(4, 6)
    r = radius * 0.15
    profile = [(radius * 0.62, 0), (radius - r, 0), (radius, r), (radius, width - r),
               (radius - r, width), (radius * 0.62, width)]  # fmt: skip
    body = revolved(profile, "tyre")
    treads = dice.yes(0.6)
    if treads:
        cut = block(r, radius * 0.06, width * 0.4, "groove").at(radius, 0, -1)
        body = body - cut.around(20) - cut.at(z=width * 0.6 + 2).around(20, 9)
    body += rod(radius * 0.65, width * 0.5, "rim").at(z=width * 0.2)
    body -= hole(radius * 0.05, width, radius * 0.25).around(lugs)
    body -= rod(radius * 0.1, width + 2, "bore").at(z=-1)
    return Draft(body.turned(x=90), {"lug hole": lugs},
                 {"spokes": False, "tread": treads, "hub": False,
                  "grooved rim": False})  # fmt: skip


def _caster(dice: Dice) -> Draft:
    radius = dice.real(15, 40)
    width, gap = radius * 0.6, radius * 0.12
    disc = rod(radius, width, "wheel").turned(x=90).at(y=width / 2)
    axle = rod(radius * 0.15, width + 6 * gap, "axle").turned(x=90).at(y=width / 2 + 3 * gap)
    cheek = hull(rod(radius * 0.35, gap), block(radius * 1.2, radius * 0.3, gap).at(
        y=radius * 1.35), feature="fork").turned(x=90)  # fmt: skip
    fork = cheek.at(y=width / 2 + 2.2 * gap) + cheek.at(y=-width / 2 - gap)
    top = block(radius * 1.2, width + 4.4 * gap, gap, "fork").at(z=radius * 1.45)
    plate = rounded_block(radius * 2.4, radius * 2, gap, gap * 2).at(z=radius * 1.55)
    for sx in (-1, 1):
        for sy in (-1, 1):
            plate -= hole(gap * 0.7, radius * 3, sx * radius * 0.95, sy * radius * 0.75)
    return Draft(union([disc, axle, fork, top, plate]), {"hole": 4},
                 {"mounting plate": True, "fork": True})  # fmt: skip


def _fan(dice: Dice) -> Draft:
    size = dice.real(30, 120)
    width, blades = size * dice.real(0.15, 0.3), dice.whole(4, 9)
    bore = size * 0.46
    frame = rounded_block(size, size, width, size * 0.06) - rod(bore, width + 2, "bore").at(z=-1)
    for sx in (-1, 1):
        for sy in (-1, 1):
            frame -= hole(size * 0.035, width, sx * size * 0.44, sy * size * 0.44)
    blade = block(bore * 0.95, bore * 0.42, width * 0.08, "blade").at(x=bore * 0.475)
    blade = blade.turned(x=32).at(z=width * 0.5)
    strut = block(bore * 2.1, size * 0.04, width * 0.1)
    rotor = blade.around(blades) + rod(bore * 0.4, width * 0.85, "hub").at(z=width * 0.05)
    body = union([frame, rotor, strut, strut.turned(z=90)])
    return Draft(body, {"blade": blades, "mounting hole": 4}, {"frame": True, "grille": False},
                 {"outline": "square"})  # fmt: skip


def _propeller(dice: Dice) -> Draft:
    blades, radius = dice.whole(2, 5), dice.real(30, 130)
    chord = radius * dice.real(0.14, 0.26)
    outline = [(0, -chord * 0.3), (radius * 0.35, -chord * 0.5), (radius * 0.85, -chord * 0.4),
               (radius, 0), (radius * 0.85, chord * 0.3), (radius * 0.35, chord * 0.5),
               (0, chord * 0.3)]  # fmt: skip
    pitch = dice.real(18, 40)
    thick = radius * 0.03
    blade = prism(outline, thick, "blade").at(z=-thick / 2).turned(x=pitch)
    hub_radius, hub_height = radius * 0.12, radius * 0.16
    body = blade.around(blades) + rod(hub_radius, hub_height, "hub").at(z=-hub_height / 2)
    body -= rod(hub_radius * 0.4, hub_height * 3, "bore").at(z=-hub_height * 1.5)
    return Draft(
        body, {"blade": blades}, {"hub": True, "frame": False, "ring": False, "spinner": False}
    )


def _impeller(dice: Dice) -> Draft:
    blades, radius = dice.whole(5, 12), dice.real(20, 60)
    height = radius * dice.real(0.3, 0.5)
    inner = [(radius * t * np.cos(1.2 * t), radius * t * np.sin(1.2 * t))
             for t in np.linspace(0.25, 0.97, 9)]  # fmt: skip
    thick = radius * 0.06
    outer = [(x - thick * y / radius, y + thick * max(x, thick) / radius) for x, y in inner]
    vane = prism([*inner, *outer[::-1]], height, "blade")
    body = rod(radius, radius * 0.08) + vane.around(blades) + rod(radius * 0.25, height, "hub")
    body -= rod(radius * 0.1, height * 2, "bore").at(z=-1)
    return Draft(body, {"blade": blades}, {"hub": True, "back plate": True},
                 {"blades": "curved"})  # fmt: skip


def _ball_bearing(dice: Dice) -> Draft:
    radius = dice.real(10, 45)
    width, balls = radius * dice.real(0.3, 0.5), dice.whole(7, 12)
    bore = radius * dice.real(0.4, 0.55)
    middle, size = (radius + bore) / 2, (radius - bore) * 0.26
    outer = tube(radius, middle + size * 0.55, width, "ring")
    inner = tube(middle - size * 0.55, bore, width, "ring")
    row = ball(size, "ball").at(middle, 0, width / 2).around(balls)
    return Draft(union([outer, inner, row]), {"ball": balls}, {"visible balls": True,
                 "flange": False,
                 "cage": False},
                 {"outline": "round"})  # fmt: skip


def _universal_joint(dice: Dice) -> Draft:
    radius = dice.real(8, 25)
    arm = radius * dice.real(1.4, 1.9)
    yoke = rod(radius * 1.1, radius * 1.8).at(z=-arm - radius * 1.8)
    cheek = block(radius * 0.5, radius * 1.2, 2 * arm).at(z=-arm)
    cheek = cheek & rod(arm, 4 * radius).turned(y=90).at(x=-2 * radius).at(z=0)
    sides = cheek.at(x=radius * 0.9) + cheek.at(x=-radius * 0.9)
    sides = sides & block(9 * radius, 9 * radius, arm + radius * 0.6).at(z=-arm)
    yoke += sides + block(2.3 * radius, 1.2 * radius, radius * 0.5).at(z=-arm)
    bend = dice.real(0, 35)
    other = yoke.turned(x=180, z=90).turned(x=bend)
    cross = rod(radius * 0.35, 2.4 * radius, "pin").at(z=-1.2 * radius).turned(y=90)
    cross += rod(radius * 0.35, 2.4 * radius, "pin").at(z=-1.2 * radius).turned(x=90)
    return Draft(union([yoke, other, cross, ball(radius * 0.55)]), {"yoke": 2},
                 {"cross pin": True, "flange": False})  # fmt: skip


def _lever(dice: Dice) -> Draft:
    length, big, small = dice.real(50, 140), dice.real(9, 18), dice.real(5, 11)
    z = dice.real(4, 9)
    body = hull(rod(big, z), rod(small, z).at(length))
    body += rod(big, z * 1.8, "boss")
    window = dice.yes(0.4)
    if window:
        body -= slot(length * 0.45, small * 0.8, z * 2).at(x=length * 0.5)
    body = body - hole(big * 0.5, z * 2) - hole(small * 0.5, z * 2, length)
    return Draft(body, {"hole": 2, "boss": 1}, {"slot": window, "boss": True, "handle": False},
                 {"outline": "tapered"})  # fmt: skip


def _chain_link(dice: Dice) -> Draft:
    pitch, radius, z = dice.real(12, 40), dice.real(5, 12), dice.real(1.5, 3)
    side = hull(rod(radius, z), rod(radius, z).at(pitch + radius))
    gap = radius * dice.real(1.2, 1.8)
    pins = [rod(radius * 0.5, gap + 3 * z, "pin").at(x, 0, -0.5 * z) for x in (0, pitch + radius)]
    return Draft(union([side, side.at(z=gap + z), *pins]), {"pin": 2, "side plate": 2},
                 {"pins": True})  # fmt: skip


BUILDERS = (
    Builder("gear", "spur", _spur_gear),
    Builder("gear", "spoked", _spoked_gear),
    Builder("gear", "bevel", _bevel_gear, held_out=True),
    Builder("sprocket", "flat", _sprocket),
    Builder("ratchet wheel", "slanted", _ratchet),
    Builder("shaft", "stepped", _stepped_shaft),
    Builder("crankshaft", "webs", _crankshaft),
    Builder("pulley", "grooved", _pulley),
    Builder("pulley", "timing", _timing_pulley),
    Builder("wheel", "spoked", _wheel),
    Builder("wheel", "tyre", _tyre_wheel),
    Builder("caster", "swivel", _caster),
    Builder("fan", "framed", _fan),
    Builder("propeller", "flat", _propeller),
    Builder("impeller", "curved", _impeller),
    Builder("ball bearing", "open", _ball_bearing),
    Builder("universal joint", "yokes", _universal_joint),
    Builder("lever", "tapered", _lever),
    Builder("chain link", "roller", _chain_link),
)
