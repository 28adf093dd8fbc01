"""More flanges, pipes, elbows, nozzles, knobs, handles, cranks and rings."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fasteners import thread_ridges
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
    rounded_block,
    tube,
    union,
    wire,
)


def _oval_flange(dice: Dice) -> Draft:
    """Two bolts: a lozenge around the bore, upright neck or none."""
    bore, z = dice.real(8, 30), dice.real(4, 12)
    reach, ear = bore * dice.real(1.9, 2.6), bore * dice.real(0.5, 0.8)
    body = hull(rod(bore * 1.5, z), rod(ear, z).at(reach), rod(ear, z).at(-reach))
    neck, ribs = dice.yes(0.6), False
    if neck:
        body += rod(bore * 1.25, bore * dice.real(1, 4), "neck")
    body -= rod(bore, 999, "bore").at(z=-1)
    for side in (-1, 1):
        body -= hole(ear * 0.45, z, side * reach)
    return Draft(body, {"bolt hole": 2}, {"neck": neck, "raised face": False, "ribs": ribs},
                 {"outline": "oval"})  # fmt: skip


def _ribbed_flange(dice: Dice) -> Draft:
    """A cast flange: triangular ribs between the plate and a tall neck."""
    radius, count = dice.real(25, 90), dice.pick((4, 6, 8))
    z, bore = radius * dice.real(0.1, 0.2), radius * dice.real(0.25, 0.45)
    tall, wall = radius * dice.real(0.6, 1.4), bore * 1.3
    body = rod(radius, z) + rod(wall, tall, "neck")
    ribs = dice.yes(0.7)
    if ribs:
        rib = prism([(0, 0), (radius * 0.95 - wall, 0), (0, tall * 0.8)], z * 0.6, "rib")
        body += rib.turned(x=90).at(wall * 0.98, z * 0.3, z - 0.01).around(count, 180 / count)
    body -= rod(bore, 999, "bore").at(z=-1)
    body -= hole(radius * 0.07, z, (radius + wall) * 0.52).around(count)
    return Draft(body, {"bolt hole": count, "rib": count * ribs},
                 {"neck": True, "raised face": False, "ribs": ribs},
                 {"outline": "round"})  # fmt: skip


def _blind_flange(dice: Dice) -> Draft:
    """A plain thin ring or a blank disc with a raised face, standing upright."""
    radius, count = dice.real(25, 100), dice.pick((4, 8, 12, 16))
    z, face = radius * dice.real(0.05, 0.14), dice.yes(0.5)
    body = rod(radius, z)
    if face:
        body += rod(radius * 0.62, z * 1.6)
    if dice.yes(0.6):
        body -= rod(radius * dice.real(0.35, 0.55), 9 * z, "bore").at(z=-1)
    body -= hole(min(radius * 0.08, radius * 1.6 / count), z, radius * 0.82).around(count)
    return Draft(body.turned(x=90), {"bolt hole": count},
                 {"neck": False, "raised face": face, "ribs": False},
                 {"outline": "round"})  # fmt: skip


def _profile_pipe(dice: Dice) -> Draft:
    """A short standing length: square or thick-walled round tube, perforated or threaded."""
    outer, length = dice.real(8, 40), dice.real(30, 160)
    wall = outer * dice.real(0.08, 0.35)
    style = dice.pick(("plain", "holes", "thread"))
    body = rod(outer, length)
    if style == "thread":
        end = min(length * 0.25, outer)
        ridges = thread_ridges(outer * 0.99, end, outer * 0.18)
        body = rod(outer, length - 2 * end).at(z=end) + ridges + ridges.at(z=length - end)
    body -= rod(outer - wall, length + 2, "bore").at(z=-1)
    holes = dice.whole(2, 6) if style == "holes" else 0
    if holes:
        drill = rod(min(outer * 0.25, length * 0.3 / holes), outer * 2, "hole").turned(y=90)
        body -= union([drill.at(z=length * (k + 0.5) / holes) for k in range(holes)]).turned(z=-45)
    return Draft(body, {"hole": holes}, {"flange": False, "bend": False},
                 {"form": "straight"})  # fmt: skip


def _serpentine_pipe(dice: Dice) -> Draft:
    """A coil or a zigzag of tube, as in a heater."""
    radius, loops, run = dice.real(3, 7), dice.whole(2, 5), dice.real(40, 120)
    bend = radius * dice.real(1.6, 3)
    path: list[tuple[float, float, float]] = []
    for index in range(loops):
        side = 1 if index % 2 else -1
        y = 2 * bend * index
        path += [(side * run * f, y, 0.0) for f in (-0.5, -0.2, 0.2)]
        if index < loops - 1:
            path += [(side * (run * 0.5 + bend * np.cos(t)), y + bend + bend * np.sin(t), 0.0)
                     for t in np.linspace(-np.pi / 2, np.pi / 2, 12)[:-1]]  # fmt: skip
    side = 1 if loops % 2 == 0 else -1
    path.append((side * run * 0.5, 2 * bend * (loops - 1), 0.0))
    points = np.array(path)
    body = wire(points, radius, sides=20)
    for spot in (points[0], points[-1]):
        sign = float(np.sign(spot[0]))
        drill = rod(radius * 0.7, run * 0.3, "bore").turned(y=90 * sign)
        body -= drill.at(spot[0] - sign * run * 0.2, spot[1])
    return Draft(body, {"pass": loops}, {"flange": False, "bend": True}, {"form": "bent"})


def _mitre_elbow(dice: Dice) -> Draft:
    """Straight cylinders that meet at a corner, rounded by a ball or cut square; hex collars."""
    radius, inner = dice.real(6, 30), dice.real(0.6, 0.85)
    first, second = radius * dice.real(1.6, 3.5), radius * dice.real(1.6, 3.5)
    angle = dice.pick((90.0, 90.0, 135.0))
    body = rod(radius, first) + ball(radius) + rod(radius, second).turned(y=angle)
    collars = dice.yes(0.6)
    sides = dice.pick((6, 8, 40))
    if collars:
        ring = rod(radius * 1.3, radius * 0.8, "collar", sides=sides)
        body += ring.at(z=first - radius * 0.8) + ring.at(z=second - radius * 0.8).turned(y=angle)
    bore = rod(radius * inner, first * 2, "bore") + ball(radius * inner, "bore")
    body -= bore + rod(radius * inner, second * 2, "bore").turned(y=angle)
    return Draft(body, {"opening": 2}, {"collars": collars, "flanges": False}, {"form": "bent"})


def _flanged_elbow(dice: Dice) -> Draft:
    """A swept bend between two bolted flanges."""
    radius, count = dice.real(8, 35), dice.pick((4, 6, 8))
    bend = radius * dice.real(2.0, 3)
    pipe, bore = ([(bend + x, y) for x, y in arc(r, 0, 345, 24)] for r in (radius, radius * 0.8))
    body = revolved(pipe, sweep_deg=90)
    flanged = dice.yes(0.75)
    if flanged:
        z = radius * 0.35
        plate = rod(radius * 2, z, "flange") - hole(radius * 0.16, z, radius * 1.6).around(count)
        body += plate.turned(x=90).at(bend, z * 0.5)
        body += plate.turned(y=90).at(-z * 0.5, bend)
    tool = revolved(bore, "bore", sweep_deg=90)
    end = rod(radius * 0.8, radius, "bore")
    body -= tool + end.turned(x=90).at(bend, 0.01) + end.turned(y=-90).at(0.01, bend)
    return Draft(body.turned(x=90), {"opening": 2, "bolt hole": 2 * count * flanged},
                 {"collars": False, "flanges": flanged}, {"form": "bent"})  # fmt: skip


def _extruder_nozzle(dice: Dice) -> Draft:
    """A printer nozzle: thread on top, hexagon, short cone; pointing down."""
    radius = dice.real(2.5, 8)
    thread, tip = radius * dice.real(1.5, 3), radius * dice.real(0.2, 0.35)
    hexagon, cone = radius * dice.real(0.8, 1.4), radius * dice.real(0.6, 1.4)
    body = rod(tip, cone, "tip", top=radius) + rod(radius * 1.35, hexagon, sides=6).at(z=cone)
    body += thread_ridges(radius, thread, radius * 0.35).at(z=cone + hexagon)
    body -= rod(tip * 0.5, 99, "bore").at(z=-1) + rod(radius * 0.5, 99, "bore").at(z=cone)
    return Draft(body, {"opening": 2}, {"pointed tip": True, "barbs": False}, {"form": "conical"})


def _hose_nozzle(dice: Dice) -> Draft:
    """A garden jet: long taper with a ball end or lip, hose barbs behind."""
    base, length = dice.real(8, 20), dice.real(40, 130)
    tip, barbs = base * dice.real(0.3, 0.5), dice.pick((0, 0, 3, 4))
    body = rod(base, length, "tip", top=tip) + tube(base * 1.2, base * 0.7, length * 0.15, "grip")
    lip = dice.yes(0.5)
    if lip:
        body += rod(tip * 1.5, tip, "lip").at(z=length - tip)
    for index in range(barbs):
        body += rod(base * 0.6, base * 0.6, "barb", top=base * 0.9).at(z=-(index + 1) * base * 0.6)
    body -= rod(tip * 0.6, 999, "bore").at(z=-400)
    return Draft(body.turned(y=90), {"opening": 2, "barb": barbs},
                 {"pointed tip": not lip, "barbs": barbs > 0}, {"form": "conical"})  # fmt: skip


def _rocket_nozzle(dice: Dice) -> Draft:
    """A bell: chamber, throat, and an outward curve that flattens; coolant ribs or bands."""
    throat, length = dice.real(6, 20), dice.real(1.6, 4)
    exit_, chamber = throat * dice.real(2.2, 4), throat * dice.real(1.4, 2.2)
    long, wall = throat * length, throat * 0.14
    bell = [(throat + (exit_ - throat) * np.sqrt(t), -long * t) for t in np.linspace(0, 1, 14)]
    top: list[Point2] = [(throat, 0.0), (chamber, throat * 1.2), (chamber, throat * 3)]
    inner = [*bell[::-1], *top[1:]]
    body = revolved([*[(r + wall, z) for r, z in inner], *inner[::-1]])
    bands = dice.pick((0, 2, 3, 4))
    for index in range(bands):
        r, z = bell[3 + 3 * index] if index < 4 else bell[-1]
        body += tube(r + wall * 2.2, r + wall * 0.3, wall * 1.2, "band").at(z=z)
    flange = dice.yes(0.6)
    if flange:
        body += tube(chamber * 1.35, chamber * 0.99, wall * 2, "flange").at(z=throat * 3 - wall)
    return Draft(body, {"opening": 2, "band": bands}, {"flange": flange, "bands": bands > 0},
                 {"form": "curved"})  # fmt: skip


def _mushroom_knob(dice: Dice) -> Draft:
    """A drawer knob: a turned mushroom, disc or cone on a waist and a foot."""
    radius = dice.real(9, 25)
    neck, foot, tall = (radius * dice.real(*r) for r in ((0.3, 0.5), (0.5, 0.8), (1.0, 1.9)))
    edge = dice.real(0.15, 0.6) * radius
    rings = dice.yes(0.4)
    profile = [(0, 0), (foot, 0), (foot, radius * 0.12), (neck, tall * 0.35), (neck, tall * 0.5),
               (radius, tall - edge), (radius, tall - edge * 0.7),
               *[(radius * np.cos(t), tall - edge * 0.7 + edge * 0.7 * np.sin(t))
                 for t in np.linspace(0.1, np.pi / 2, 9)]]  # fmt: skip
    body = revolved(profile)
    if rings:
        body += tube(radius * 0.6, radius * 0.48, tall * 0.04, "ring").at(z=tall * 0.93)
    body -= rod(radius * 0.15, radius * 0.6, "hole").at(z=-0.1)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"hole": 1},
                 {"skirt": False, "pointer": False}, {"grip": "plain grip",
                 "outline": "round"})  # fmt: skip


def _pointer_knob(dice: Dice) -> Draft:
    """A chicken-head or bar knob: a wing across a round skirt."""
    radius, high = dice.real(8, 22), dice.real(0.6, 1.1)
    skirt = dice.yes(0.7)
    top = radius * high
    bar = hull(rod(radius * 0.5, top, "pointer"), rod(radius * 0.12, top,
        "pointer").at(radius * 1.3),
               rod(radius * 0.3, top, "pointer").at(-radius * 0.7), feature="pointer")  # fmt: skip
    body = bar.at(z=radius * 0.2) + rod(radius * 0.7, radius * 0.3)
    if skirt:
        body += rod(radius * 1.05, radius * 0.35, "skirt", top=radius * 0.9)
    body -= rod(radius * 0.25, radius * 0.5, "hole").at(z=-0.1)
    return Draft(body, {"hole": 1}, {"skirt": skirt, "pointer": True}, {"grip": "plain grip"})


def _recess_handle(dice: Dice) -> Draft:
    """A cup pull: half a shell over a flat flange with two screw holes."""
    wide, high, deep = dice.real(60, 120), dice.real(25, 45), dice.real(15, 30)
    t = dice.real(1.5, 3)
    shell, inner = (ball(1, "grip").scaled(wide / 2 - c, deep - c, high - c) for c in (0.0, t))
    half = block(999, 999, 999)
    body = (shell - inner) & half.at(y=-499.5)
    feet = dice.yes(0.6)
    if feet:
        for side in (-1, 1):
            ear = rounded_block(wide * 0.2, high * 0.5, t, t * 2) - hole(2, t)
            body += ear.turned(x=90).at(side * (wide / 2 + wide * 0.08), 0, high * 0.25)
    return Draft(body, {"hole": 2 * feet}, {"mounting feet": feet}, {"form": "curved"})


def _tool_grip(dice: Dice) -> Draft:
    """A turned or ergonomic grip: bulging body with a ferrule, finger grooves or knurls."""
    radius, length = dice.real(10, 18), dice.real(70, 140)
    bulge, grooves = dice.real(0.1, 0.35), dice.pick((0, 3, 4, 5))
    steps = np.linspace(0, 1, 30)
    profile = [(radius * (0.75 + bulge * np.sin(np.pi * t)
                          - 0.06 * (grooves > 0) * (1 + np.cos(2 * np.pi * grooves * t))),
                length * t) for t in steps]  # fmt: skip
    body = revolved([(0.0, 0.0), *profile, (0.0, length)], "grip")
    body += ball(radius * 0.72, "grip").scaled(z=0.5)
    body += rod(radius * 0.6, length * 0.12, "ferrule").at(z=length)
    body -= rod(radius * 0.25, length, "hole").at(z=length * 0.7)
    return Draft(body.turned(y=90), {"hole": 1, "finger groove": max(grooves - 1, 0)},
                 {"mounting feet": False},
                 {"form": "bulging" if bulge > 0.2 else "straight"})  # fmt: skip


def _arched_handle(dice: Dice) -> Draft:
    """A flat strap arch with feet, as on a case: bent sheet or printed."""
    span, reach, wide = dice.real(70, 170), dice.real(22, 55), dice.real(10, 28)
    t, foot = dice.real(3, 8), dice.real(14, 28)
    outer = [(span / 2 * np.cos(a), reach * np.sin(a) ** 0.6) for a in np.linspace(0, np.pi, 28)]
    k = 1 - 2 * t / span
    inner = [(x * k, y * (1 - t / reach)) for x, y in outer]
    body = prism([*outer, *inner[::-1]], wide, "grip").turned(x=90).at(y=wide / 2)
    feet = dice.yes(0.65)
    if feet:
        for side in (-1, 1):
            pad = rounded_block(foot, wide, t, t * 0.7) - hole(min(foot, wide) * 0.15, t)
            body += pad.at(side * (span / 2 + foot * 0.4))
    return Draft(body, {"hole": 2 * feet}, {"mounting feet": feet}, {"form": "bow-shaped"})


def _balanced_crank(dice: Dice) -> Draft:
    """A machine crank: round arm through a hub, grip at one end, ball weight at the other."""
    length, radius = dice.real(50, 120), dice.real(4, 8)
    back = length * dice.real(0.3, 0.8)
    arm = hull(ball(radius), ball(radius * 0.8).at(length)) + hull(
        ball(radius), ball(radius).at(-back)
    )
    body = arm + rod(radius * 2.2, radius * 4, "hub").at(z=-radius * 2)
    grip, style = dice.yes(0.8), dice.pick(("cone", "ball"))
    if grip:
        stem = rod(radius * 0.8, radius * 3, "grip").at(length)
        tip = (ball(radius * 2, "grip").at(length, 0, radius * 4) if style == "ball" else
               rod(radius * 1.1, radius * 8, "grip", top=radius * 1.8).at(length, 0,
               radius))  # fmt: skip
        body += stem + tip
    body += ball(radius * dice.real(1.3, 2.2), "counterweight").at(-back)
    body -= rod(radius, 99, "hole").at(z=-50)
    return Draft(body, {"hole": 1}, {"grip": grip, "counterweight": True}, {"form": "crank"})


def _wire_crank(dice: Dice) -> Draft:
    """One bent rod: shaft, throw and grip, a sleeve over the grip."""
    radius, throw = dice.real(3, 7), dice.real(35, 110)
    shaft, grip, r = dice.real(30, 90), dice.real(40, 90), radius * 2
    turn = np.linspace(0, np.pi / 2, 7)
    first = [(r * (1 - np.cos(t)), 0.0, shaft - r + r * np.sin(t)) for t in turn]
    second = [(throw - r + r * np.sin(t), 0.0, shaft + r * (1 - np.cos(t))) for t in turn]
    path = np.array([(0, 0, 0), (0, 0, shaft * 0.5), *first, (throw * 0.5, 0, shaft), *second,
                     (throw, 0, shaft + grip * 0.5), (throw, 0, shaft + grip)])  # fmt: skip
    body = wire(path, radius, sides=16)
    sleeve = dice.yes(0.7)
    if sleeve:
        body += rod(radius * 1.9, grip * 0.75, "grip", top=radius * 1.6).at(
            throw, 0, shaft + grip * 0.25
        )
    return Draft(body, {}, {"grip": sleeve, "counterweight": False}, {"form": "crank"})


def _flat_ring(dice: Dice) -> Draft:
    """A band, standing or lying: tall and thin, chamfered, perhaps grooved around."""
    radius = dice.real(8, 45)
    wall, high = radius * dice.real(0.06, 0.25), radius * dice.real(0.15, 1.1)
    body = tube(radius, radius - wall, high)
    groove = dice.yes(0.4)
    if groove:
        body -= tube(radius * 1.2, radius - wall * 0.45, high * 0.3, "groove").at(z=high * 0.35)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"groove": int(groove)},
                 {"groove": groove, "stone": False}, {"outline": "round"})  # fmt: skip


def _jewel_ring(dice: Dice) -> Draft:
    """A finger ring: rounded band, swelling to a setting with a stone."""
    radius, t = dice.real(8, 11), dice.real(1, 2)
    body = wire(
        np.array([(x, 0.0, y) for x, y in arc(radius, 0, 352, 46)]), t, sides=12, closed=True
    )
    stone = dice.yes(0.75)
    if stone:
        size = t * dice.real(1.6, 3.2)
        gem = rod(size * 0.4, size, "stone", top=size, sides=8) + rod(
            size, size * 0.4, "stone", top=size * 0.6, sides=8).at(z=size)  # fmt: skip
        body += gem.at(z=radius + t * 0.4)
    else:
        body += rod(t * 2.4, t * 1.2).at(z=radius + t * 0.4)
    return Draft(body, {"stone": int(stone)}, {"groove": False, "stone": stone},
                 {"outline": "round"})  # fmt: skip


BUILDERS = (
    Builder("flange", "oval", _oval_flange),
    Builder("flange", "ribbed", _ribbed_flange),
    Builder("flange", "upright", _blind_flange),
    Builder("pipe", "short", _profile_pipe),
    Builder("pipe", "serpentine", _serpentine_pipe),
    Builder("pipe elbow", "mitre", _mitre_elbow),
    Builder("pipe elbow", "flanged", _flanged_elbow),
    Builder("nozzle", "extruder", _extruder_nozzle),
    Builder("nozzle", "hose", _hose_nozzle),
    Builder("rocket nozzle", "bell", _rocket_nozzle),
    Builder("knob", "mushroom", _mushroom_knob),
    Builder("knob", "bar", _pointer_knob),
    Builder("handle", "cup", _recess_handle),
    Builder("handle", "tool grip", _tool_grip),
    Builder("handle", "arch", _arched_handle),
    Builder("crank handle", "balanced", _balanced_crank),
    Builder("crank handle", "rod", _wire_crank),
    Builder("ring", "band", _flat_ring),
    Builder("ring", "jewel", _jewel_ring),
)
