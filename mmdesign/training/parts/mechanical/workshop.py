"""What lies about a workshop: shaft supports, edging clamps, cup hooks, screen plates, seals."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, bead, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fasteners import thread_ridges
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    arc,
    ball,
    block,
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


def _clamped_support(dice: Dice) -> Draft:
    """A shaft support for linear rods: an inverted T, slit above the bore, one clamping screw."""
    radius = dice.real(4, 25)
    width, height = radius * dice.real(1, 2.4), radius * dice.real(2, 3.6)
    foot, low = radius * dice.real(4.5, 6.5), radius * dice.real(0.5, 0.9)
    top, half = height + radius * dice.real(1.6, 2.2), radius * dice.real(1.35, 1.7)
    body = block(foot, width, low) + block(2 * half, width, top)
    if dice.yes(0.5):
        fillet = prism([(half, low), (half + low, low), (half, low * 2)], width)
        fillet = fillet.turned(x=90).at(y=width / 2)
        body += fillet + fillet.mirrored(x=1)
    body -= rod(radius, 2 * width, "bore").turned(x=90).at(0, width, height)
    body -= block(radius * 0.25, 2 * width, 2 * top, "slit").at(z=height)
    screw = rod(radius * 0.3, 2 * half, "screw").turned(y=90).at(-half, 0, (height + top) / 2)
    head = rod(radius * 0.5, radius * 0.4, "screw").turned(y=90)
    body += screw + head.at(half, 0, height + radius * 0.5 + (top - height) * 0.35)
    each = 1 if width < radius * 1.8 else 2
    drill = in_row(hole(radius * 0.28, 3 * low), each, y=width * 0.5)
    body -= drill.at((foot / 2 + half) / 2) + drill.at(-(foot / 2 + half) / 2)
    return Draft(body, {"hole": 2 * each, "bore": 1, "slit": 1, "screw": 1},
                 {"bore": True, "ribs": False, "cap": False}, {"profile": "T-shaped"})  # fmt: skip


def _insert_housing(dice: Dice) -> Draft:
    """Cast iron with slotted feet, a round housing, the bearing's rings standing out of it."""
    radius = dice.real(12, 40)
    width, height = radius * dice.real(0.9, 1.3), radius * dice.real(1.5, 2.1)
    foot, low = radius * dice.real(4.6, 6), radius * dice.real(0.35, 0.6)
    base = hull(rod(width * 0.55, low).at(foot / 2), rod(width * 0.55, low).at(-foot / 2))
    groove = slot(radius * 0.8, radius * 0.36, low)
    base -= groove.at(foot * 0.38) + groove.at(-foot * 0.38)
    house = rod(radius * 1.45, width).turned(x=90).at(0, width / 2, height)
    neck = hull(block(radius * 3, width * 0.8, low), house & block(
        9 * radius, 9 * radius, height))  # fmt: skip
    body = base + house + neck
    body -= rod(radius, 3 * width, "bore").turned(x=90).at(0, 1.5 * width, height)
    outer = tube(radius * 1.01, radius * 0.78, width * 0.7, "ring").at(z=-width * 0.35)
    inner = tube(radius * 0.8, radius * 0.55, width * 1.4, "ring").at(z=-width * 0.5)
    body += (outer + inner).turned(x=90).at(z=height)
    if dice.yes(0.6):
        nipple = rod(radius * 0.12, radius * 0.35) + ball(radius * 0.14).at(z=radius * 0.4)
        body += nipple.turned(y=30).at(radius * 0.7, 0, height + radius * 1.25)
    return Draft(body, {"hole": 0, "slot": 2, "bore": 1, "rib": 0},
                 {"bore": True, "ribs": False, "cap": False})  # fmt: skip


def _screw_with_bar(radius: float, length: float, grip: str) -> Body:
    """A spindle along z from its pad at z = 0, a bar, knob or wing on its far end."""
    body = thread_ridges(radius, length, max(0.5 * radius, 0.9)).labelled("screw")
    body += rod(radius * 1.9, radius * 0.8, "pad", top=radius * 1.4)
    if grip == "bar":
        body += bar((-radius * 5, 0, length), (radius * 5, 0, length), radius * 0.6, "handle")
        body += union([bead(radius * 0.9, "handle").at(s * radius * 5, 0, length) for s in (-1, 1)])
        body += rod(radius * 1.3, radius * 2.4, "handle").at(z=length - radius * 1.2)
    elif grip == "knob":
        lobe = rod(radius * 1.2, radius * 2, "handle").at(radius * 1.6)
        body += (lobe.around(5) + rod(radius * 2, radius * 2, "handle")).at(z=length - 0.01)
    else:
        body += rod(radius * 1.7, radius * 9, "handle", top=radius * 2.1).at(z=length - 0.01)
    return body


def _edging_clamp(dice: Dice) -> Draft:
    """A C with a third screw through its back, which presses an edging on from the front."""
    size, t = dice.real(35, 80), dice.real(7, 14)
    deep, width = size * dice.real(0.7, 1.1), t * dice.real(0.8, 1.5)
    back = [(deep, size / 2), (deep * 0.2, size / 2), (0, size * 0.3), (0, -size * 0.3),
            (deep * 0.2, -size / 2), (deep, -size / 2)]  # fmt: skip
    cross = rod(t / 2, width)
    pieces = [hull(cross.at(*a), cross.at(*b)) for a, b in pairwise(back)]
    boss = rod(t * 0.8, width)
    pieces += [boss.at(deep, size / 2), boss.at(deep, -size / 2), boss]
    frame = union(pieces).at(z=-width / 2).turned(x=90)
    radius, grip = t * 0.32, dice.pick(("bar", "knob", "bar"))
    reach = dice.real(0.25, 0.45)
    spindle = _screw_with_bar(radius, size * (1.15 - reach), grip).turned(z=90)
    down = spindle.at(z=size * (reach - 0.15)).at(deep)
    side = _screw_with_bar(radius, deep * 1.3, grip).turned(z=90).turned(y=-90).at(deep * 0.6)
    body = frame + down + down.mirrored(z=1) + side
    return Draft(body, {"screw": 3}, {"screw": True, "handle": True},
                 {"profile": "C-shaped"})  # fmt: skip


def _tube_clamp(dice: Dice) -> Draft:
    """Bent from round bar or cut from thick plate into a wide arch, deep in the throat."""
    size = dice.real(50, 140)
    deep, t = size * dice.real(0.6, 1.6), size * dice.real(0.05, 0.09)
    corner = size * dice.real(0.2, 0.49)
    path = [(deep, size / 2), (deep * 0.7, size / 2)]
    path += [(corner + x, size / 2 - corner + y) for x, y in arc(corner, 90, 180, 8)]
    path += [(x, -z) for x, z in reversed(path)]
    body = wire(np.array([(x, 0.0, z) for x, z in path]), t)
    flat = dice.yes(0.4)
    if flat:
        body = body.scaled(y=dice.real(1.4, 2.2))
    jaw = rod(t * 1.8, t * 2.2, "boss")
    body += jaw.at(deep, 0, -size / 2 - t) + jaw.at(deep, 0, size / 2 - t)
    radius, low = t * dice.real(0.6, 0.9), dice.real(-0.3, 0.2) * size
    spindle = _screw_with_bar(radius, size * 0.95 - low, dice.pick(("bar", "wood", "knob")))
    body += spindle.turned(z=90).at(deep, 0, low)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"screw": 1},
                 {"screw": True, "handle": True}, {"profile": "C-shaped"})  # fmt: skip


def _cup_hook(dice: Dice) -> Draft:
    """Screwed into a ceiling or beam: a pointed thread, a collar, a round or square bend."""
    thick = dice.real(1.5, 4)
    bow, stem = thick * dice.real(3, 7), thick * dice.real(2, 7)
    long = thick * dice.real(4, 9)
    square = dice.yes(0.35)
    if square:
        bend = [(0.0, -bow), (2 * bow * 0.9, -bow), (2 * bow, -bow * 0.9), (2 * bow, bow * 0.6)]
        bend.insert(0, (0.0, -bow * 0.85))
    else:
        end = dice.real(360, 420)
        bend = [(bow + x, y) for x, y in arc(bow, 180, end, 22)]
    path = np.array([(0.0, 0.0, stem), *[(x, 0.0, z) for x, z in bend]])
    body = wire(path, thick, "hook")
    thread = thread_ridges(thick * 1.05, long, thick * 0.6)
    body += thread.at(z=stem - 0.05) + rod(thick * 0.85, thick * 2, "thread", top=0.1).at(
        z=stem + long - 0.1)  # fmt: skip
    if dice.yes(0.5):
        body += rod(thick * dice.real(2, 3.5), thick * 0.6, "collar", top=thick * 1.5).at(z=stem)
    if dice.yes(0.4):
        body += ball(thick * 1.5, "hook").at(float(path[-1][0]), 0, float(path[-1][2]))
    return Draft(body.turned(z=dice.pick((0.0, 90.0))), {"hook": 1, "hole": 0},
                 {"mounting plate": False}, {"profile": "J-shaped"})  # fmt: skip


def _adhesive_hook(dice: Dice) -> Draft:
    """A moulded hook stuck to a wall: a pill, disc or square pad, a broad tongue curling up."""
    wide = dice.real(16, 50)
    tall, t = wide * dice.real(0.9, 2.2), wide * dice.real(0.06, 0.14)
    outline = dice.pick((wide / 2, wide * 0.2, wide * 0.02))
    pad = rounded_block(wide, tall, t, outline).turned(x=90).at(z=0)
    reach, broad = wide * dice.real(0.35, 0.7), wide * dice.real(0.25, 0.8)
    low = -tall * dice.real(0.1, 0.3)
    cross = rod(t * dice.real(0.6, 1.0), broad, sides=16)
    path = [(0.0, low + reach * 0.5), *[(reach + x, low + y) for x, y in arc(reach, 190, 375, 12)]]
    pieces = [hull(cross.at(*a), cross.at(*b), feature="hook")
              for a, b in pairwise(path)]  # fmt: skip
    tongue = union(pieces).at(z=-broad / 2).turned(x=90).turned(z=-90).at(y=-t * 0.4)
    hooks = dice.pick((1, 1, 1, 2, 3))
    body = in_row(pad + tongue, hooks, x=wide * 1.15)
    if hooks > 1:
        body += block(wide * 1.15 * (hooks - 1), t, tall * 0.5).at(0, -t / 2, -tall * 0.25)
    return Draft(body, {"hole": 0, "hook": hooks}, {"mounting plate": True},
                 {"profile": "J-shaped"})  # fmt: skip


def _screen_plate(dice: Dice) -> Draft:
    """A monitor plate: round-cornered square, diagonal slots or one or two squares of holes."""
    side, z = dice.real(80, 220), dice.real(2, 6)
    body = rounded_block(side, side, z, side * dice.real(0.03, 0.2))
    holes, slots = 4 * dice.whole(1, 2), dice.pick((0, 4))
    drill = hole(side * 0.022, z)
    body -= at_corners(drill, side * 0.84, side * 0.84)
    if holes == 8:
        body -= at_corners(drill, side * 0.6, side * 0.84)
    if slots:
        cutter = slot(side * 0.16, side * 0.05, z).at(side * 0.38)
        body -= cutter.around(4, 45 if holes == 4 and dice.yes() else 0)
    opening, central = dice.pick(("round", "square", "none")), False
    if opening == "round":
        body -= hole(side * dice.real(0.12, 0.2), z)
        holes, central = holes + 1, True
    elif opening == "square":
        cut = rounded_block(side * 0.36, side * 0.36, 3 * z, side * 0.05, "window")
        body -= cut.turned(z=dice.pick((0.0, 45.0))).at(z=-z)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"hole": holes, "slot": slots},
                 {"slot": slots > 0, "boss": False, "central hole": central},
                 {"outline": "square", "corners": "rounded"})  # fmt: skip


def _half_round_plate(dice: Dice) -> Draft:
    """A D, a half moon or a long oval with holes along its curved edge."""
    radius, z = dice.real(25, 90), dice.real(2, 10)
    tail = radius * dice.pick((0.02, 0.5, 1.2))
    body = prism([*arc(radius, -90, 90, 28), (-tail, radius), (-tail, -radius)], z)
    count = dice.whole(3, 6)
    edge = [hole(radius * 0.07, z, x, y) for x, y in arc(radius * 0.84, -72, 72, count)]
    body -= union(edge)
    rear = 2 if tail > radius * 0.3 else 0
    if rear:
        body -= in_row(hole(radius * 0.07, z), 2, y=radius * 1.6).at(-tail + radius * 0.16)
    central, boss = dice.yes(0.5), dice.yes(0.4)
    if boss:
        body += rod(radius * 0.34, z * 2.2, "boss").at(radius * 0.36)
    if central:
        body -= hole(radius * 0.22, 4 * z, radius * 0.36)
    return Draft(body, {"hole": count + rear + central, "slot": 0},
                 {"slot": False, "boss": boss, "central hole": central})  # fmt: skip


def _port_gasket(dice: Dice) -> Draft:
    """A manifold seal: two to five ports in a row, bolt ears around and between them."""
    ports, radius, z = dice.whole(2, 5), dice.real(12, 25), dice.real(0.5, 2)
    pitch, rim = radius * dice.real(2.4, 3.2), radius * dice.real(0.2, 0.35)
    oblong = dice.pick((1.0, 1.0, 0.7, 1.35))
    ring = rod(radius + rim, z).scaled(y=oblong)
    ear, drop = radius * 0.38, (radius * oblong + rim) * dice.real(0.75, 1.0)
    body = in_row(ring, ports, x=pitch) + block(pitch * (ports - 1), rim * 2.4, z)
    lug = hull(rod(ear, z).at(y=drop), rod(ear, z).at(y=-drop))
    drills = union([hole(ear * 0.5, z, 0, drop), hole(ear * 0.5, z, 0, -drop)])
    body += in_row(lug, ports + 1, x=pitch)
    port = rod(radius, 9 * z, "opening").scaled(y=oblong).at(z=-4 * z)
    body -= in_row(port, ports, x=pitch) + in_row(drills, ports + 1, x=pitch)
    return Draft(body, {"bolt hole": 2 * ports + 2, "opening": ports}, {"ears": True},
                 {"outline": "long", "thickness": "thin"})  # fmt: skip


def _cover_gasket(dice: Dice) -> Draft:
    """The seal of a pump or timing cover: a thin winding band that swells at each bolt."""
    bolts, radius, z = dice.whole(5, 11), dice.real(25, 80), dice.real(0.5, 2)
    stretch = dice.real(1, 1.8)
    band, ear = radius * dice.real(0.05, 0.09), radius * dice.real(0.12, 0.17)
    reach = [radius * dice.real(0.7, 1.15) for _ in range(bolts)]
    angles = [2 * np.pi * (k + dice.real(-0.2, 0.2)) / bolts for k in range(bolts)]
    corners: list[Point2] = [(float(r * np.cos(a) * stretch), float(r * np.sin(a)))
                             for r, a in zip(reach, angles, strict=True)]  # fmt: skip
    pieces, drills = [], []
    for here, there in zip(corners, corners[1:] + corners[:1], strict=True):
        pieces.append(hull(rod(band, z, sides=20).at(*here), rod(band, z, sides=20).at(*there)))
        pieces.append(rod(ear, z).at(*here))
        drills.append(hole(ear * 0.5, z, *here))
    body = union(pieces) - union(drills)
    return Draft(body, {"bolt hole": bolts}, {"ears": True},
                 {"thickness": "thin"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("pillow block", "clamped", _clamped_support),
    Builder("pillow block", "insert", _insert_housing),
    Builder("c clamp", "edging", _edging_clamp),
    Builder("c clamp", "tube", _tube_clamp),
    Builder("hook", "cup", _cup_hook),
    Builder("hook", "adhesive", _adhesive_hook),
    Builder("plate", "screen", _screen_plate),
    Builder("plate", "half round", _half_round_plate),
    Builder("gasket", "ports", _port_gasket),
    Builder("gasket", "cover", _cover_gasket),
)
