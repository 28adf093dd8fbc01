"""More gears, ratchets, shafts, pulleys, wheels, fans, propellers and joints."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.machines import toothed_outline
from mmdesign.training.parts.solids import (
    Point2,
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    slot,
    tube,
    union,
)


def _gear_facts(**there: bool) -> dict[str, bool]:
    """All that a gear may have; what is not told is absent."""
    names = ("hub", "keyway", "lightening holes", "helical teeth", "spokes", "inner teeth")
    return {name: there.get(name.replace(" ", "_"), False) for name in names}


def _ring_gear(dice: Dice) -> Draft:
    """Teeth on the inside of a ring."""
    teeth, module = dice.whole(20, 60), dice.real(1, 3)
    radius = teeth * module / 2
    width, rim = module * dice.real(3, 10), module * dice.real(2.5, 6)
    cut = prism(toothed_outline(teeth, radius - module, radius + 1.2 * module, 0.45), width + 2,
                "tooth")  # fmt: skip
    outer = radius + module + rim
    body = rod(outer, width) - cut.at(z=-1)
    ears = dice.pick((0, 3, 4, 6))
    if ears:
        ear = rod(rim * 1.1, width, "ear").at(outer)
        body += ear.around(ears) - rod(outer - 0.5, width + 2, "ear").at(z=-1)
        body -= hole(rim * 0.5, width, outer + rim * 0.15).around(ears)
    return Draft(body, {"tooth": teeth, "hole": ears}, _gear_facts(inner_teeth=True),
                 {"outline": "round"})  # fmt: skip


def _herringbone_gear(dice: Dice) -> Draft:
    """Two mirrored helical halves."""
    teeth, module = dice.whole(10, 30), dice.real(1.5, 4)
    radius = teeth * module / 2
    half, twist = module * dice.real(2, 6), dice.real(8, 24)
    outline = toothed_outline(teeth, radius - 1.2 * module, radius + module, 0.45)
    part = prism(outline, half, "tooth", twist)
    body = part + part.mirrored(z=1) + rod(radius - 1.3 * module, 2 * half + 0.1).at(z=-half - 0.05)
    hub = dice.yes(0.5)
    if hub:
        body += rod(radius * 0.42, 3 * half, "hub").at(z=-1.5 * half)
    body -= rod(radius * dice.real(0.12, 0.3), 9 * half, "bore").at(z=-4 * half)
    return Draft(body.turned(x=90), {"tooth": teeth}, _gear_facts(hub=hub, helical_teeth=True),
                 {"outline": "round"})  # fmt: skip


def _webbed_gear(dice: Dice) -> Draft:
    """A turned-down web between rim and hub, windows shaped like ring sectors."""
    teeth, module = dice.whole(20, 50), dice.real(1, 3)
    radius, width = teeth * module / 2, module * dice.real(4, 11)
    outline = toothed_outline(teeth, radius - 1.2 * module, radius + module, dice.real(0.2, 0.6))
    body = prism(outline, width, "tooth")
    rim, core, keep = radius - 3.2 * module, radius * dice.real(0.25, 0.4), width * 0.3
    dish = tube(rim, core, width, "web")
    body = body - dish.at(z=(width + keep) / 2) - dish.at(z=-(width + keep) / 2)
    windows = dice.pick((0, 3, 4, 5))
    if windows:
        half = 360 / windows * 0.5 - 14
        sector = prism([*arc(rim * 0.9, -half, half, 10), *arc(core * 1.25, half, -half, 10)],
                       width + 2, "window")  # fmt: skip
        body -= sector.at(z=-1).around(windows)
    body += rod(core, width * 1.3, "hub")
    keyed = dice.yes(0.5)
    bore = core * dice.real(0.45, 0.65)
    body -= rod(bore, width * 2, "bore").at(z=-1)
    if keyed:
        body -= block(bore, bore * 0.5, width * 2, "keyway").at(bore * 0.8, 0, -1)
    return Draft(body, {"tooth": teeth, "window": windows},
                 _gear_facts(hub=True, keyway=keyed, lightening_holes=windows > 0),
                 {"outline": "round"})  # fmt: skip


def _cluster_gear(dice: Dice) -> Draft:
    """Two or three spur gears of different size in one piece on a shaft."""
    module, z = dice.real(1, 2), 0.0
    steps = dice.pick((2, 2, 3))
    teeth = sorted((dice.whole(10, 40) for _ in range(steps)), reverse=True)
    pieces = []
    for count in teeth:
        radius, width = count * module / 2, module * dice.real(3, 9)
        outline = toothed_outline(count, radius - 1.2 * module, radius + module, 0.45)
        pieces.append(prism(outline, width, "tooth").at(z=z))
        z += width
    body = union(pieces) + rod(teeth[-1] * module * 0.3, z + 0.02).at(z=-0.01)
    body -= rod(teeth[-1] * module * 0.2, z + 2, "bore").at(z=-1)
    return Draft(body, {"tooth": sum(teeth), "gear stage": steps}, _gear_facts())


def _saw_ratchet(dice: Dice) -> Draft:
    """A ratchet with windows and a square drive, or a pawl lying in its teeth."""
    teeth, radius = dice.whole(10, 36), dice.real(15, 55)
    width, deep = radius * dice.real(0.08, 0.4), dice.real(0.78, 0.88)
    points: list[Point2] = []
    for tooth in range(teeth):
        start, end = (2 * np.pi * (tooth + part) / teeth for part in (0.0, 0.9))
        points += [(radius * np.cos(start), radius * np.sin(start)),
                   (deep * radius * np.cos(end), deep * radius * np.sin(end))]  # fmt: skip
    body = prism(points, width, "tooth")
    hub, square = dice.yes(0.5), dice.yes(0.5)
    if hub:
        body += rod(radius * 0.4, width * 2, "hub")
    size = radius * 0.2
    body -= (block(1.8 * size, 1.8 * size, 9 * width, "bore") if square
             else rod(size, 9 * width, "bore")).at(z=-1)  # fmt: skip
    windows = dice.pick((0, 0, 4, 6))
    if windows:
        body -= hole(radius * 0.1, 3 * width, radius * 0.58).around(windows)
    pawl = dice.yes(0.4)
    if pawl:
        arm = hull(rod(radius * 0.14, width), rod(radius * 0.05, width).at(radius * 0.8))
        arm = arm.turned(z=195).at(radius * 0.75, radius * 1.02)
        body += arm.labelled("pawl") - rod(radius * 0.07, 9 * width, "hole").at(
            radius * 0.75, radius * 1.02, -1)  # fmt: skip
    return Draft(body, {"tooth": teeth}, {"hub": hub, "keyway": False, "slanted teeth": True,
                                          "pawl": pawl})  # fmt: skip


def _splined_shaft(dice: Dice) -> Draft:
    """A shaft with splines at one or both ends and a flange."""
    radius, length = dice.real(5, 14), dice.real(60, 180)
    splines, both = dice.pick((6, 8, 10, 16)), dice.yes(0.5)
    end = length * dice.real(0.2, 0.35)
    teeth = block(radius * 0.5, radius * 1.6 / splines * 2, end, "spline").at(radius * 0.95)
    spline = rod(radius * 0.9, end) + teeth.around(splines)
    body = rod(radius, length - 2 * end).at(z=end) + spline
    body += spline.at(z=length - end) if both else rod(radius * 0.8, end).at(z=length - end)
    collar = dice.yes(0.5)
    if collar:
        body += rod(radius * 1.8, radius * 0.8, "collar").at(z=length * dice.real(0.4, 0.6))
    return Draft(body.turned(y=90), {"spline": splines}, {"keyway": False, "groove": False,
                 "splines": True, "collar": collar}, {"section": "round"})  # fmt: skip


def _motor_shaft(dice: Dice) -> Draft:
    """One diameter with flats, a cross hole, chamfered ends and retaining grooves; standing."""
    radius, length = dice.real(2, 12), dice.real(40, 160)
    c = radius * 0.25
    body = revolved([(0, 0), (radius - c, 0), (radius, c), (radius, length - c),
                     (radius - c, length), (0, length)])  # fmt: skip
    flats, grooves = dice.pick((0, 1, 2)), dice.whole(0, 3)
    for index in range(flats):
        cut = block(radius, radius * 3, length * 0.3, "flat").at(radius * 1.25, 0, length * 0.75)
        body -= cut.turned(z=180.0 * index - 45)
    for index in range(grooves):
        body -= tube(radius * 2, radius * 0.8, radius * 0.35, "groove").at(
            z=length * (0.08 + 0.12 * index))  # fmt: skip
    return Draft(body, {"flat": flats, "groove": grooves},
                 {"keyway": False, "groove": grooves > 0, "splines": False, "collar": False},
                 {"section": "round"})  # fmt: skip


def _counterweight_crank(dice: Dice) -> Draft:
    """Thick webs with fan-shaped counterweights, all crank pins in one plane; a flywheel flange."""
    throws, radius = dice.whole(1, 4), dice.real(6, 14)
    offset, web, pin = radius * dice.real(1.5, 2.4), radius * dice.real(0.6, 1), radius * 1.6
    fan = prism([(0, 0), *arc(radius * 3.4, 125, 235, 12)], web, "counterweight")
    cheek = hull(rod(radius * 1.3, web), rod(radius * 1.2, web).at(offset), feature="web") + fan
    pieces, z = [rod(radius, 3 * radius)], 3 * radius
    for index in range(throws):
        turn = 180.0 * (index % 2)
        throw = cheek + cheek.at(z=web + pin) + rod(radius, pin + 0.02, "crank pin").at(
            offset, 0, web - 0.01)  # fmt: skip
        pieces.append(throw.turned(z=turn).at(z=z))
        z += 2 * web + pin
        pieces.append(rod(radius, pin + 0.02).at(z=z - 0.01))
        z += pin
    flange = dice.yes(0.6)
    if flange:
        pieces.append(rod(radius * 2.4, radius * 0.6, "flange").at(z=z - 0.01))
    return Draft(union(pieces).turned(y=90), {"crank throw": throws},
                 {"webs": True, "flange": flange, "counterweights": True})  # fmt: skip


def _step_pulley(dice: Dice) -> Draft:
    """A cone pulley: two to four V grooves of falling size."""
    steps, radius, width = dice.whole(2, 4), dice.real(20, 60), dice.real(7, 18)
    profile: list[Point2] = [(0.0, 0.0)]
    for index in range(steps):
        r, z = radius * (1 - 0.2 * index), index * width
        profile += [(r, z), (r, z + width * 0.12), (r * 0.84, z + width * 0.45),
                    (r * 0.84, z + width * 0.55), (r, z + width * 0.88), (r,
                    z + width)]  # fmt: skip
    body = revolved([*profile, (0.0, steps * width)], "groove")
    bore = radius * dice.real(0.1, 0.16)
    body -= rod(bore, steps * width + 2, "bore").at(z=-1)
    keyed = dice.yes(0.4)
    if keyed:
        body -= block(bore, bore * 0.5, 999, "keyway").at(bore * 0.8, 0, -1)
    return Draft(body, {"groove": steps, "lightening hole": 0}, {"groove": True,
                 "lightening holes": False, "keyway": keyed, "teeth": False, "spokes": False,
                 "bracket": False}, {"outline": "round"})  # fmt: skip


def _spoked_pulley(dice: Dice) -> Draft:
    """A flat or multi-groove belt rim on spokes; it stands upright."""
    radius, spokes, grooves = dice.real(30, 90), dice.whole(3, 7), dice.whole(0, 4)
    pitch = radius * dice.real(0.12, 0.2)
    width = pitch * max(grooves, 2)
    rim = tube(radius, radius * 0.78, width, "rim")
    cut = revolved([(radius * 0.86, pitch * 0.45), (radius * 1.05, pitch * 0.05),
                    (radius * 1.05, pitch * 0.95), (radius * 0.86, pitch * 0.55)],
                    "groove")  # fmt: skip
    for index in range(grooves):
        rim -= cut.at(z=index * pitch + (width - grooves * pitch) / 2)
    arm = hull(rod(radius * 0.09, width * 0.4), rod(radius * 0.05, width * 0.4).at(radius * 0.82),
               feature="spoke")  # fmt: skip
    body = rim + arm.at(z=width * 0.3).around(spokes) + rod(radius * 0.22, width * 1.2, "hub")
    body -= rod(radius * 0.1, width * 3, "bore").at(z=-1)
    return Draft(body.turned(x=90), {"spoke": spokes, "groove": grooves},
                 {"groove": grooves > 0, "lightening holes": False, "keyway": False,
                  "teeth": False, "spokes": True, "bracket": False},
                  {"outline": "round"})  # fmt: skip


def _block_pulley(dice: Dice) -> Draft:
    """A rope block: one or two sheaves between cheeks, an eye or hook hole on top."""
    radius, sheaves = dice.real(12, 40), dice.pick((1, 1, 2))
    w, t = radius * dice.real(0.35, 0.6), radius * 0.12
    r = radius
    sheave = revolved([(0, 0), (r, 0), (r * 0.72, w * 0.4), (r * 0.72, w * 0.6), (r, w), (0, w)],
                      "groove")  # fmt: skip
    cheek = hull(rod(radius * 0.85, t), rod(radius * 0.3, t).at(y=radius * 1.7), feature="bracket")
    parts, z = [cheek], t
    for _ in range(sheaves):
        parts += [sheave.at(z=z + t * 0.3), cheek.at(z=z + w + t * 0.6)]
        z += w + 1.6 * t
    parts.append(rod(radius * 0.2, z + 2 * t, "axle").at(z=-t))
    parts.append(block(radius * 0.5, radius * 0.35, z, "bracket").at(y=radius * 1.5))
    ring = tube(radius * 0.35, radius * 0.2, t * 2, "eye").turned(y=90)
    parts.append(ring.at(-t, radius * 2.1, z / 2))
    return Draft(union(parts).turned(x=90), {"sheave": sheaves, "eye": 1},
                 {"groove": True, "lightening holes": False, "keyway": False, "teeth": False,
                  "spokes": False, "bracket": True})  # fmt: skip


def _disc_wheel(dice: Dice) -> Draft:
    """A solid disc with a soft tread ring, dished faces and optional windows: a robot wheel."""
    radius = dice.real(15, 120)
    width = radius * dice.real(0.12, 0.5)
    dish = width * dice.real(0.1, 0.35)
    profile = [(0, 0), (radius * 0.25, 0), (radius * 0.3, dish), (radius * 0.75, dish),
               (radius * 0.82, 0), (radius, 0), (radius, width), (radius * 0.82, width),
               (radius * 0.75, width - dish), (radius * 0.3, width - dish), (radius * 0.25, width),
               (0, width)]  # fmt: skip
    body = revolved(profile, "rim")
    windows, tread = dice.pick((0, 3, 5, 6)), dice.yes(0.5)
    if windows:
        body -= hole(radius * 0.13, width, radius * 0.53).around(windows)
    if tread:
        count = dice.whole(18, 36)
        bar = block(radius * 0.08, radius * 0.1, width, "tread").at(radius)
        body += bar.around(count)
    body -= rod(radius * 0.1, width * 2, "bore").at(z=-1)
    return Draft(body.turned(x=90), {"hole": windows}, {"spokes": False, "tread": tread,
                 "hub": True, "grooved rim": False})  # fmt: skip


def _bicycle_wheel(dice: Dice) -> Draft:
    """A thin tyre, many wire spokes to a long hub."""
    radius, spokes = dice.real(120, 350), dice.pick((12, 16, 20, 24))
    t, half = radius * dice.real(0.025, 0.06), radius * dice.real(0.06, 0.12)
    section = [(radius + x, y) for x, y in arc(t, 0, 342, 14)]
    wire_radius, count = radius * 0.012, spokes // 2
    spoke = rod(wire_radius, radius * 0.97, "spoke", sides=6).turned(y=90)
    tilt = float(np.degrees(np.arctan2(half * 0.8, radius)))
    left = spoke.turned(y=tilt).at(z=half * 0.8).around(count)
    right = spoke.turned(y=-tilt).at(z=-half * 0.8).around(count, 180 / count)
    hub = rod(radius * 0.05, 2 * half, "hub").at(z=-half)
    hub += rod(radius * 0.02, 3 * half, "axle").at(z=-1.5 * half)
    return Draft(union([revolved(section, "tyre"), left, right, hub]).turned(x=90),
                 {"spoke": spokes}, {"spokes": True, "tread": False, "hub": True,
                                     "grooved rim": False})  # fmt: skip


def _roller_wheel(dice: Dice) -> Draft:
    """A grooved or crowned roller with an axle stub on each side."""
    radius = dice.real(8, 60)
    width, grooved = radius * dice.real(0.4, 1.6), dice.yes(0.5)
    dip = radius * (0.75 if grooved else 1.06)
    body = revolved([(0, 0), (radius * 0.9, 0), (radius, width * 0.12), (dip, width * 0.5),
                     (radius, width * 0.88), (radius * 0.9, width), (0, width)], "rim")  # fmt: skip
    hub = dice.yes(0.5)
    if hub:
        body += rod(radius * 0.35, width * 1.5, "hub").at(z=-width * 0.25)
    body -= rod(radius * 0.18, width * 4, "bore").at(z=-width)
    return Draft(body.turned(x=90), {}, {"spokes": False, "tread": False, "hub": hub,
                                         "grooved rim": grooved})  # fmt: skip


def _scooped_lever(dice: Dice) -> Draft:
    """A bell crank or rocker: two arms from one pivot at an angle."""
    first, second = dice.real(30, 90), dice.real(30, 90)
    pivot, end, z = dice.real(8, 15), dice.real(4, 8), dice.real(3, 10)
    angle = dice.pick((60.0, 90.0, 120.0, 180.0))
    arms = hull(rod(pivot, z), rod(end, z).at(first))
    arms += hull(rod(pivot, z), rod(end, z).at(second)).turned(z=angle)
    boss = dice.yes(0.6)
    body = arms + rod(pivot * 0.9, z * 2, "boss") if boss else arms
    body -= hole(pivot * 0.5, 2 * z) + hole(end * 0.5, z, first)
    body -= hole(end * 0.5, z, second).turned(z=angle)
    return Draft(body, {"hole": 3, "arm": 2, "boss": int(boss)}, {"slot": False, "boss": boss,
                 "handle": False})  # fmt: skip


def _hand_lever(dice: Dice) -> Draft:
    """A round bar with a ball grip on an eye: a machine tool lever, leaning."""
    length, radius, eye = dice.real(60, 180), dice.real(3, 7), dice.real(10, 20)
    grip = radius * dice.real(1.6, 3)
    body = rod(radius * 1.3, length, top=radius) + ball(grip, "handle").at(z=length)
    if dice.yes(0.4):
        body += rod(grip, length * 0.3, "handle", top=grip * 0.7).at(z=length * 0.7)
    hub = rod(eye, eye * 1.2, "boss").turned(x=90).at(y=eye * 0.6)
    body += hub
    body -= rod(eye * 0.55, 99, "hole").turned(x=90).at(y=49)
    return Draft(body.turned(y=dice.real(0, 50)), {"hole": 1, "boss": 1},
                 {"slot": False, "boss": True, "handle": True})  # fmt: skip


def _slotted_lever(dice: Dice) -> Draft:
    """A flat stamped arm with a row of holes or a long slot: a linkage or a servo horn."""
    length, width, z = dice.real(25, 120), dice.real(7, 18), dice.real(1.5, 5)
    body = hull(rod(width * 0.6, z), rod(width * dice.real(0.3, 0.6), z).at(length))
    slotted, holes = dice.yes(0.4), dice.whole(2, 6)
    if slotted:
        holes = 0
        body -= slot(length * 0.6, width * 0.25, z).at(length * 0.6)
    else:
        body -= union([hole(width * 0.13, z, length * (0.35 + 0.65 * k / max(holes - 1, 1)))
                       for k in range(holes)])  # fmt: skip
    boss = dice.yes(0.5)
    if boss:
        body += rod(width * 0.55, z * 2.2, "boss")
    body -= hole(width * 0.3, 3 * z)
    return Draft(body, {"hole": holes + 1, "slot": int(slotted), "boss": int(boss)},
                 {"slot": slotted, "boss": boss, "handle": False},
                 {"outline": "tapered"})  # fmt: skip


BUILDERS = (
    Builder("gear", "internal", _ring_gear),
    Builder("gear", "herringbone", _herringbone_gear),
    Builder("gear", "webbed", _webbed_gear),
    Builder("gear", "cluster", _cluster_gear),
    Builder("ratchet wheel", "pawl", _saw_ratchet),
    Builder("shaft", "splined", _splined_shaft),
    Builder("shaft", "flats", _motor_shaft),
    Builder("crankshaft", "counterweights", _counterweight_crank),
    Builder("pulley", "stepped", _step_pulley),
    Builder("pulley", "spoked", _spoked_pulley),
    Builder("pulley", "block", _block_pulley),
    Builder("wheel", "disc", _disc_wheel),
    Builder("wheel", "bicycle", _bicycle_wheel),
    Builder("wheel", "roller", _roller_wheel),
    Builder("lever", "bell crank", _scooped_lever),
    Builder("lever", "hand", _hand_lever),
    Builder("lever", "flat", _slotted_lever),
)
