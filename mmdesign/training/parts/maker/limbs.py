"""Trusses, jaws, jointed fingers, tracks, clamped horns, wheel hubs, turned feet and bent legs."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    Point3,
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    union,
    wire,
)


def _triangles(start: float, end: float, high: Point2, count: int, thick: float) -> Body:
    """Cutters that leave a zigzag of struts; `high` is the half width at both ends."""
    step = (end - start) / (count + 1)
    cuts = []
    for index in range(count):
        way = 1 if index % 2 else -1
        corners = []
        for node, side in ((index, way), (index + 1, -way), (index + 2, way)):
            at = start + node * step
            half = high[0] + (high[1] - high[0]) * (at - start) / (end - start)
            corners.append((at, side * half))
        middle = np.mean(corners, axis=0)
        shrunk = [(float(middle[0] + 0.7 * (x - middle[0])), float(middle[1] * 0.3 + 0.7 * y))
                  for x, y in corners]  # fmt: skip
        cuts.append(prism(shrunk, thick + 2, "window").at(z=-1))
    return union(cuts)


def _truss_link(dice: Dice) -> Draft:
    """Between two eyes a frame of zigzag struts, with or without bearing bosses."""
    length, big = dice.real(90, 240), dice.real(13, 26)
    small, thick, windows = big * dice.real(0.55, 1), dice.real(4, 14), dice.whole(3, 8)
    body = hull(rod(big, thick), rod(small, thick).at(length))
    body -= _triangles(big, length - small, (big * 0.98, small * 0.98), windows, thick)
    raised = thick * dice.pick((1.0, 1.6, 2.4))
    body += rod(big * 0.75, raised, "joint") + rod(small * 0.75, raised, "joint").at(length)
    body -= hole(big * 0.4, raised) + hole(small * 0.4, raised, length)
    screws = dice.pick((0, 4, 6))
    if screws:
        body -= hole(big * 0.06, raised, big * 0.58).around(screws)
    return Draft(body.turned(x=dice.pick((0, 90))), {"hole": 2 + screws, "window": windows},
                 {"cut-outs": True, "fork": False, "rib": False},
                 {"form": "flat"} if raised == thick else {})  # fmt: skip


def _notched_jaw(dice: Dice) -> Draft:
    """A sturdy jaw with a V across or along its face, screwed on through its foot."""
    x, y, z = dice.real(16, 40), dice.real(15, 40), dice.real(22, 70)
    foot, holes = dice.real(10, 26), dice.pick((2, 4))
    body = block(x * 0.5, y, z).at(x * 0.25) + block(foot + x * 0.5, y, z * 0.22).at(
        x * 0.25 - foot / 2)  # fmt: skip
    drill = in_row(hole(min(foot, y) * 0.11, z), 2, y=y * 0.5)
    body -= drill.at(-foot * 0.5) if holes == 2 else in_row(drill, 2, foot * 0.45).at(-foot * 0.5)
    deep = min(x * dice.real(0.15, 0.3), y * 0.25)
    notch = prism([(0, -deep * 1.2), (0, deep * 1.2), (-deep, 0)], max(y, z) * 3, "notch")
    across = dice.yes()
    if across:
        body -= notch.turned(x=90).at(x * 0.5 + 0.01, max(y, z) * 1.5, z * dice.real(0.5, 0.75))
    else:
        body -= notch.at(x * 0.5 + 0.01, 0, -1)
    teeth = dice.pick((0, 0, 5, 7))
    if teeth:
        tooth = prism([(-0.5, -1.2), (-0.5, 1.2), (1.2, 0)], y * 0.98, "tooth").turned(x=90)
        low, high = (0.26, 0.45) if across else (0.3, 0.95)
        row = in_row(tooth, teeth, z=z * (high - low) / teeth).at(
            x * 0.5, y * 0.49, z * (low + high) / 2)  # fmt: skip
        body += row if across else row - block(x * 3, deep * 2.6, z * 9)
    return Draft(body, {"hole": holes, "tooth": teeth if across else 2 * teeth},
                 {"teeth": teeth > 0, "soft ribs": False}, {"profile": "L-shaped"})  # fmt: skip


def _jointed_finger(dice: Dice) -> Draft:
    """Two or three members like those of a hand, hinged, curled as far as it happens."""
    members, radius, width = dice.whole(2, 3), dice.real(6, 12), dice.real(10, 22)
    long, curl = dice.real(22, 45), dice.real(5, 50)
    body = rounded_block(radius * 4, width * 1.4, radius, 3, "base")
    body -= in_row(hole(radius * 0.2, radius), 2, radius * 2.8)
    x, z, lean = 0.0, radius * 1.8, 90.0
    body += block(radius * 1.6, width * 0.9, radius * 1.8, "base")
    for _ in range(members):
        ahead = (long * float(np.cos(np.radians(lean))), long * float(np.sin(np.radians(lean))))
        pad = rod(radius * 0.9, width * 0.8).turned(x=90)
        member = hull(pad, pad.scaled(0.8, 1, 0.8).at(ahead[0], 0, ahead[1]))
        knuckle = rod(radius * 0.7, width, "joint").turned(x=90).at(0, width * 0.1)
        body += (member + knuckle).at(x, width * 0.4, z)
        x, z, lean = x + ahead[0], z + ahead[1], lean - curl
        long, radius = long * 0.85, radius * 0.88
    body += ball(radius * 0.85, "tip").scaled(y=width * 0.45 / radius).at(x, 0, z)
    return Draft(body, {"hole": 2, "tooth": 0}, {"teeth": False, "soft ribs": False},
                 {"form": "bent" if curl > 20 else "straight"})  # fmt: skip


def _tracked_base(dice: Dice) -> Draft:
    """A tank's chassis: a tub between two tracks, with a deck on top."""
    x, y = dice.real(110, 220), dice.real(60, 120)
    radius, width, per_side = dice.real(16, 28), dice.real(16, 32), dice.whole(3, 5)
    belt = radius * 0.14
    lift = dice.pick((0.0, radius * 0.5))
    ends = (rod(radius, width).at(-x / 2 + radius), rod(radius, width).at(x / 2 - radius, lift))
    inner = [end.at(z=-1).scaled(z=1.2) for end in (
        rod(radius - belt, width).at(-x / 2 + radius),
        rod(radius - belt, width).at(x / 2 - radius, lift))]  # fmt: skip
    track = hull(*ends, feature="track") - hull(*inner, feature="track")
    step = (x - 2 * radius) / (per_side - 1)
    for index in range(per_side):
        wheel = rod(radius - belt * 0.8, width * 0.8, "wheel") + rod(radius * 0.3, width, "wheel")
        track += wheel.at(-x / 2 + radius + step * index, lift * index / (per_side - 1))
    cleat = block(radius * 0.16, belt * 2.4, width, "track")
    track += in_row(cleat, 10, (x - 2 * radius) / 10).at(y=-radius if not lift else 0) & block(
        x, radius * 3, width).at(y=-radius)  # fmt: skip
    side = track.turned(x=90).at(0, width / 2, radius * 1.1)
    body = in_row(side, 2, y=y + width)
    body += block(x - 2 * radius, y + 4, radius * 0.9).at(z=radius * 0.7)
    deck = rounded_block(x * dice.real(0.6, 1.1), y + width * dice.pick((0.0, 2.0)), 4, 5, "deck")
    deck -= at_corners(hole(2.2, 4), x * 0.4, y * 0.6)
    body += deck.at(z=radius * 2.2 + lift)
    body += block(x * 0.4, y * 0.6, radius + lift).at(z=radius * 1.3)
    return Draft(body, {"wheel": 2 * per_side, "hole": 4}, {"bracket": False, "wheels": True},
                 {"outline": "rectangular"})  # fmt: skip


def _clamped_horn(dice: Dice) -> Draft:
    """Milled arms on a split ring that a screw pulls tight around the spline."""
    arms, length, thick = dice.pick((1, 1, 2)), dice.real(14, 34), dice.real(3, 6)
    holes, ring = dice.whole(1, 4), dice.real(4.5, 7)
    wide = ring * dice.real(0.6, 1)
    arm = hull(rod(wide, thick).at(ring), rod(wide * dice.real(0.55, 1), thick).at(length))
    span = (length - ring * 1.7) / max(holes - 1, 1)
    arm -= union([hole(min(1.5, span * 0.35), thick, length - span * i) for i in range(holes)])
    tall = thick * dice.real(1, 1.8)
    way = 180 if arms == 1 else 90
    ears = block(ring * 1.1, ring * 1.3, tall, "clamp ear").at(ring * 1.3).turned(z=way)
    body = arm.around(arms) - rod(ring * 0.9, thick * 3).at(z=-thick)
    body += rod(ring, tall, "hub") + ears
    body -= block(ring * 3, ring * 0.28, tall * 3, "slot").at(ring * 1.5, 0, -1).turned(z=way)
    body -= rod(tall * 0.18, ring * 9, "hole", sides=20).turned(x=90).at(
        ring * 1.45, ring * 4.5, tall / 2).turned(z=way)  # fmt: skip
    body -= hole(ring * 0.5, tall)
    return Draft(body, {"arm": arms, "hole": arms * holes + 2}, {"arm": True, "hub": True},
                 {"form": "straight"})  # fmt: skip


def _sector_horn(dice: Dice) -> Draft:
    """A fan-shaped plate with holes along its arc, for pushrods."""
    radius, thick, sweep = dice.real(14, 32), dice.real(1.5, 4), dice.real(60, 200)
    holes, hub = dice.whole(3, 6), dice.real(3.5, 5.5)
    edge = arc(radius, -sweep / 2, sweep / 2, 24)
    body = prism([(-hub * 0.2, 0.0), *edge], thick) + rod(hub, thick * dice.real(1.5, 2.5), "hub")
    angles = np.linspace(-sweep / 2 + 12, sweep / 2 - 12, holes)
    body -= union([hole(radius * 0.055, thick, radius * 0.86).turned(z=float(a)) for a in angles])
    if dice.yes():
        inside = [*arc(radius * 0.72, -sweep * 0.3, sweep * 0.3, 12),
                  *arc(hub * 1.5, sweep * 0.3, -sweep * 0.3, 8)]  # fmt: skip
        body -= prism(inside, thick * 3, "window").at(z=-thick)
    body -= hole(hub * 0.4, thick * 3)
    return Draft(body, {"arm": 0, "hole": holes + 1}, {"arm": False, "hub": True},
                 {"form": "flat"})  # fmt: skip


def _studded_hub(dice: Dice) -> Draft:
    """Hub of a car: studs on a flange, a cap in the middle, a bearing barrel behind."""
    radius, studs, thick = dice.real(30, 70), dice.whole(3, 6), dice.real(5, 11)
    if dice.yes():
        flange = rod(radius, thick, "flange")
    else:
        lug = hull(rod(radius * 0.22, thick).at(radius * 0.76), rod(radius * 0.35, thick),
                   feature="flange")  # fmt: skip
        flange = lug.around(studs)
    stud = rod(radius * 0.075, radius * dice.real(0.4, 0.8), "stud", sides=16)
    body = flange + stud.at(radius * 0.74, 0, thick - 0.1).around(studs)
    cap = radius * dice.real(0.28, 0.42)
    body += rod(cap, radius * 0.3, "cap", top=cap * dice.real(0.75, 1)).at(z=thick - 0.1)
    barrel = radius * dice.real(0.3, 0.9)
    body += (rod(cap * 1.5, barrel * 0.5) + rod(cap * 1.2, barrel)).turned(x=180).at(z=0.1)
    body += rod(cap * 0.6, barrel * 1.6, "shaft").turned(x=180)
    return Draft(body.turned(y=dice.pick((0, 90))), {"hole": 0, "stud": studs},
                 {"flange": True, "set screw hole": False}, {"section": "round"})  # fmt: skip


def _bicycle_hub(dice: Dice) -> Draft:
    """Barrel between two flanges full of spoke holes, on an axle with nuts or a lever."""
    radius, wide, spokes = dice.real(16, 32), dice.real(45, 110), dice.pick((8, 10, 12, 16))
    waist, thick = radius * dice.real(0.35, 0.65), dice.real(2, 3.5)
    profile = [(0.0, 0.0), (radius, 0.0), (radius, thick), (waist * 1.2, thick * 2),
               (waist, wide * 0.3), (waist, wide * 0.7), (waist * 1.2, wide - thick * 2),
               (radius, wide - thick), (radius, wide), (0.0, wide)]  # fmt: skip
    body = revolved(profile)
    drill = hole(radius * 0.055, thick, radius * 0.87).around(spokes)
    body -= drill + drill.turned(z=180 / spokes).at(z=wide - thick)
    end, nut = dice.real(8, 22), waist * 0.65
    body += rod(waist * 0.35, wide + 2 * end, "axle").at(z=-end)
    body += rod(waist * 0.8, wide + end * 0.8, top=waist * 0.7).at(z=-end * 0.4)
    if dice.yes():
        pair = rod(nut, end * 0.35, "nut", sides=6)
        body += pair.at(z=-end * 0.8) + pair.at(z=wide + end * 0.45)
    else:
        lever = hull(rod(nut, 4), rod(nut * 0.5, 3).at(radius * 1.8, 0, 2), feature="lever")
        body += lever.at(z=wide + end * 0.6) + rod(nut, 5, "nut").at(z=-end)
    return Draft(body.turned(x=90), {"hole": 2 * spokes},
                 {"flange": True, "set screw hole": False}, {"section": "round"})  # fmt: skip


def _turned_foot(dice: Dice) -> Draft:
    """Bun foot of a cupboard: bulges and rings, a stud or a screw hole on top."""
    radius, z = dice.real(18, 45), dice.real(25, 110)
    style = dice.pick(("bun", "vase", "stack"))
    widths = {"bun": (0.55, 0.85, 1.0, 0.9, 0.6), "vase": (0.5, 0.45, 0.6, 0.95, 0.9),
              "stack": (0.7, 1.0, 0.6, 1.0, 0.7)}[style]  # fmt: skip
    places = np.linspace(0, 1, 25)
    outline = radius * np.interp(places, np.linspace(0, 1, 5), widths)
    outline += radius * 0.1 * np.sin(np.pi * places) * (style != "stack")
    profile = [(0.0, 0.0), *zip(outline.tolist(), (z * places).tolist(), strict=True), (0.0, z)]
    body = revolved(profile)
    for level in dice.some((0.08, 0.85, 0.93), dice.whole(0, 2)):
        wide = float(np.interp(level, places, outline))
        body += rod(wide * 1.08, z * 0.05, "ring").at(z=z * level)
    joined = dice.pick(("stud", "hole", "flat"))
    if joined == "stud":
        body += rod(radius * 0.14, z * 0.5, "stud").at(z=z - 1)
    elif joined == "hole":
        body -= rod(radius * 0.14, z * 0.6, "hole").at(z=z * 0.6)
    return Draft(body, {"hole": int(joined == "hole")},
                 {"screw hole": joined == "hole", "stud": joined == "stud", "joint": False},
                 {"outline": "round", "form": "bulging"})  # fmt: skip


def _ankle_foot(dice: Dice) -> Draft:
    """Sole of a walking robot with toes or a plain rim, and two cheeks that hold the ankle."""
    x, y, thick = dice.real(50, 110), dice.real(28, 60), dice.real(3, 8)
    tall, holes, toes = dice.real(20, 45), dice.pick((0, 4)), dice.pick((0, 0, 3, 4))
    body = hull(rod(y * 0.4, thick).at(-x / 2 + y * 0.4), rounded_block(y * 0.4, y, thick, 4).at(
        x / 2 - y * 0.2), feature="sole")  # fmt: skip
    if toes:
        toe = hull(rod(y * 0.4 / toes, thick), rod(y * 0.36 / toes, thick * 0.8).at(y * 0.4),
                   feature="toe")  # fmt: skip
        body += in_row(toe, toes, y=y * 0.94 / toes).at(x / 2)
    gap, cheek = y * dice.real(0.4, 0.62), dice.real(3, 6)
    wide = x * dice.real(0.14, 0.22)
    ear = hull(rod(wide * 0.8, cheek).at(0, tall), block(2.4 * wide, 2, cheek), feature="cheek")
    ear -= hole(wide * 0.35, cheek, 0, tall)
    pair = in_row(ear.turned(x=90).at(0, cheek / 2), 2, y=gap + cheek)
    body += pair.at(-x * dice.real(0, 0.15), 0, thick - 0.5)
    if holes:
        body -= at_corners(hole(1.7, thick), x * 0.62, y * 0.42)
    return Draft(body, {"hole": 2 + holes}, {"screw hole": holes > 0, "stud": False,
                 "joint": True}, {})  # fmt: skip


def _hairpin_leg(dice: Dice) -> Draft:
    """Two or three bent steel rods under a screw plate."""
    tall, spread, radius = dice.real(100, 420), dice.real(50, 110), dice.real(3, 6.5)
    lean, rods = dice.real(0, 0.25) * tall, dice.pick((2, 2, 3))
    drop = [(0.5, 1.0), (0.12, 0.06), (0.06, 0.02), (0.0, 0.0), (-0.06, 0.02), (-0.12, 0.06),
            (-0.5, 1.0)]  # fmt: skip
    path: list[Point3] = [(lean * (1 - h), spread * w, tall * h) for w, h in drop]
    body = wire(path, radius, "leg")
    if rods == 3:
        body += hull(ball(radius).at(lean, 0, radius), ball(radius).at(-spread * 0.6, 0, tall),
                     feature="leg")  # fmt: skip
    plate = rounded_block(spread * 0.9, spread * 1.4, 3.5, 5, "plate")
    holes = dice.pick((4, 4, 6))
    drill = in_row(hole(2.6, 4), holes // 2, y=spread * (1.16 if holes == 4 else 0.58))
    plate -= in_row(drill, 2, spread * 0.68)
    body += plate.at(-spread * 0.12, 0, tall - 1)
    return Draft(body, {"hole": holes, "slot": 0},
                 {"screw hole": True, "stud": False, "joint": False},
                 {"form": "slender"})  # fmt: skip


def _cabriole_leg(dice: Dice) -> Draft:
    """Furniture leg that swings out at the knee and in above a pad, or a plain sabre curve."""
    tall, wide = dice.real(90, 320), dice.real(0.09, 0.15)
    swing, square, studded = dice.real(0.08, 0.2), dice.yes(0.4), dice.yes(0.4)
    sabre = dice.yes(0.35)
    levels = np.linspace(0, 1, 13)
    shift = levels**2 * -swing * 2 if sabre else swing * np.sin(2 * np.pi * (levels - 0.45))
    girth = wide * np.interp(levels, [0, 0.12, 0.7, 0.85, 1], [0.5, 0.38, 0.85, 1.1, 0.9])
    slices = []
    for level, offset, size in zip(levels, shift, girth, strict=True):
        radius = tall * float(size)
        piece = rod(radius * 1.2, 0.5, sides=4).turned(z=45) if square else rod(radius, 0.5)
        slices.append(piece.at(tall * float(offset), 0, tall * float(level)))
    body = union([hull(a, b, feature="leg") for a, b in pairwise(slices)])
    top = (tall * float(shift[-1]), 0.0, tall * 0.99)
    body += block(tall * wide * 2.2, tall * wide * 2.2, tall * dice.real(0.05, 0.2)).at(*top)
    if not square:
        body += rod(tall * wide, tall * 0.04, "foot").at(tall * float(shift[0]))
    if studded:
        body += rod(tall * 0.025, tall * 0.35, "stud").at(*top)
    return Draft(body, {"hole": 0, "slot": 0},
                 {"screw hole": False, "stud": studded, "joint": False},
                 {"form": "curved"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("robot arm link", "truss", _truss_link),
    Builder("gripper finger", "notched jaw", _notched_jaw),
    Builder("gripper finger", "jointed", _jointed_finger),
    Builder("robot base", "tracks", _tracked_base),
    Builder("servo horn", "clamped", _clamped_horn),
    Builder("servo horn", "sector", _sector_horn),
    Builder("wheel hub", "studs", _studded_hub),
    Builder("wheel hub", "bicycle", _bicycle_hub),
    Builder("foot", "turned", _turned_foot),
    Builder("foot", "ankle", _ankle_foot),
    Builder("leg", "hairpin", _hairpin_leg),
    Builder("leg", "cabriole", _cabriole_leg),
)
