"""Bricks, blocks, bars and coolers: round bricks, lipped channels, towers of fins, weights."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fittings import star_knob_profile
from mmdesign.training.parts.patterns import grid
from mmdesign.training.parts.solids import (
    arc,
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
    wire,
)


def _round_brick(dice: Dice) -> Draft:
    """A brick that is a cylinder, a cone or a quarter disc, with studs on top."""
    pitch = dice.real(6, 16)
    across = dice.pick((1, 2, 2, 4))
    high = pitch * dice.pick((0.4, 1.2, 1.2, 2.0))
    radius, form = across * pitch / 2, dice.pick(("round", "conical", "flat foot"))
    body = rod(radius, high, top=radius * (0.72 if form == "conical" else 1.0))
    if form == "flat foot" and high > pitch:
        body -= tube(radius * 1.1, radius * 0.84, high * 0.22, "groove")
    upper = across if form != "conical" else max(across // 2, 1)
    stud = rod(pitch * 0.3, pitch * 0.2, "stud")
    studs = [stud.at((i - (upper - 1) / 2) * pitch, (k - (upper - 1) / 2) * pitch, high)
             for i in range(upper) for k in range(upper)
             if np.hypot(i - (upper - 1) / 2, k - (upper - 1) / 2) * pitch < radius * 0.8
             ]  # fmt: skip
    body += union(studs)
    body -= rod(radius * 0.62, high * 0.8, "cavity", top=radius * 0.5).at(z=-0.1)
    if across > 1 and dice.yes(0.5):
        body -= rod(pitch * 0.3, high * 3, "hole").at(z=-1)
    return Draft(body, {"stud": len(studs)}, {"studs": True, "slope": False},
                 {"height": "flat" if high < pitch * 0.6 else "tall"})  # fmt: skip


def _arch_brick(dice: Dice) -> Draft:
    """A bridge: feet at both ends, a round or flat opening below, studs along the top."""
    pitch, long, deep = dice.real(6, 16), dice.whole(3, 8), dice.whole(1, 2)
    x, y = long * pitch, deep * pitch
    high = pitch * dice.pick((1.2, 2.0, 2.4, 3.6))
    half = (long - dice.pick((1, 2)) * 1.0) * pitch / 2
    rise = min(high * dice.real(0.6, 0.85), half)
    cut = rod(1.0, 2 * y, "opening").turned(x=90).at(y=y).scaled(half, 1, rise)
    if dice.yes(0.3):
        cut = block(2 * half, 2 * y, rise, "opening").at(z=-0.01)
    body = block(x, y, high) - cut
    studded = dice.yes(0.85)
    stud = rod(pitch * 0.3, pitch * 0.2, "stud", sides=24)
    if studded:
        body += grid(stud, long, deep, pitch, pitch).at(z=high - 0.01)
    return Draft(body, {"stud": long * deep * studded}, {"studs": studded, "slope": False},
                 {"height": "tall"})  # fmt: skip


def _strut_channel(dice: Dice) -> Draft:
    """Cold-rolled C with inward lips, its back plain, slotted or drilled."""
    wide = dice.real(20, 60)
    high, t = wide * dice.real(0.5, 1.4), wide * dice.real(0.05, 0.1)
    long, lip = wide * dice.real(3, 9), wide * dice.real(0.12, 0.25)
    wall = block(t, long, high).at(wide / 2 - t / 2)
    edge = block(lip, long, t).at(wide / 2 - lip / 2, 0, high - t)
    edge += block(t, long, lip * 0.8).at(wide / 2 - lip + t / 2, 0, high - lip * 0.8)
    half = wall + edge
    body = block(wide, long, t) + half + half.mirrored(x=1)
    pattern = dice.pick(("plain", "slots", "holes"))
    count = dice.whole(3, 7)
    step = long / count
    if pattern == "slots":
        body -= in_row(slot(step * 0.55, wide * 0.3, t).turned(z=90), count, y=step)
    elif pattern == "holes":
        body -= in_row(hole(min(wide, step) * 0.2, t), count, y=step)
    counts = {"slot": count} if pattern == "slots" else {"hole": count * (pattern == "holes")}
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), counts,
                 {"hollow": False, "web openings": pattern != "plain"},
                 {"profile": "C-shaped"})  # fmt: skip


def _tapered_beam(dice: Dice) -> Draft:
    """A plate girder of a portal frame: deep at one end, stiffeners welded in, end plates."""
    long, wide = dice.real(200, 600), dice.real(30, 80)
    deep, shallow = wide * dice.real(1.6, 3.2), wide * dice.real(0.8, 1.5)
    t = wide * dice.real(0.06, 0.12)
    web = prism([(0, 0), (long, deep - shallow), (long, deep), (0, deep)], t, "web")
    body = web.turned(x=90).at(y=t / 2)
    body += block(long, wide, t).at(long / 2, 0, deep - t)
    cap = rod(t / 2, wide, sides=8).turned(x=90).at(y=wide / 2)
    body += hull(cap, cap.at(long, 0, deep - shallow))
    stiff = dice.whole(2, 5)
    rib = block(t, wide * 0.92, 2 * deep, "rib").at(z=-deep)
    area = hull(*(block(0.1, wide, 0.1).at(x, 0, z) for x, z in (
        (0, 0), (long, deep - shallow), (long, deep - 0.2), (0, deep - 0.2))))  # fmt: skip
    ribs = union([rib.at(long * k / (stiff + 1), 0, deep / 2) for k in range(1, stiff + 1)])
    body += ribs & area
    plates = dice.yes(0.6)
    if plates:
        body += block(t * 1.5, wide * 1.1, deep * 1.1).at(0, 0, -deep * 0.05)
    return Draft(body, {"rib": stiff}, {"hollow": False, "web openings": False},
                 {"profile": "I-shaped"})  # fmt: skip


def _rounded_profile(dice: Dice) -> Draft:
    """A corner extrusion: a quarter circle outside, two slots at right angles; or a full round."""
    side = dice.real(18, 60)
    long = side * dice.real(1.2, 7)
    mouth, room = side * dice.real(0.2, 0.28), side * dice.real(0.38, 0.48)
    deep = side * dice.real(0.22, 0.3)
    quarter = dice.yes(0.5)
    bow = [(x - side / 2, y - side / 2) for x, y in arc(side, 0, 90)]
    outline = [(-side / 2, -side / 2), *bow] if quarter else arc(side * 0.62, 0, 354, 60)
    body = prism(outline, long)
    edge = side / 2 if quarter else side * 0.62
    lip = side * 0.09
    cutter = block(2 * lip, mouth, long + 2, "slot").at(edge)
    cutter += prism([(edge - lip, -room / 2), (edge - lip, room / 2), (edge - deep, mouth * 0.3),
                     (edge - deep, -mouth * 0.3)], long + 2, "slot")  # fmt: skip
    slots = 2 if quarter else dice.pick((4, 6))
    if quarter:
        body -= union([cutter.turned(z=180), cutter.turned(z=-90)]).at(z=-1)
    else:
        body -= cutter.scaled(y=1.0 if slots == 4 else 0.75).around(slots).at(z=-1)
    body = (body - hole(side * 0.09, long)).turned(z=dice.pick((0.0, 90.0)))
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"slot": slots}, {"slots": True},
                 {"outline": "round"})  # fmt: skip


def _tower_cooler(dice: Dice) -> Draft:
    """A processor cooler: a stack of thin plates on bent heat pipes that rise from a small base."""
    wide = dice.real(60, 130)
    deep, fins = wide * dice.real(0.4, 0.8), dice.whole(10, 24)
    pitch, lift = wide * dice.real(0.03, 0.055), wide * dice.real(0.25, 0.4)
    pipes, radius = dice.whole(2, 4), wide * 0.03
    plate = rounded_block(wide, deep, wide * 0.012, wide * dice.real(0.01, 0.1), "fin")
    if dice.yes(0.5):
        plate -= rod(wide * 0.2, wide, "notch").at(0, deep * 0.5 + wide * 0.1, -wide / 2)
    body = union([plate.at(z=lift + index * pitch) for index in range(fins)])
    top = lift + fins * pitch + wide * dice.real(0.02, 0.1)
    half, bend = wide * 0.36, wide * 0.09
    right = [(half - bend + x, bend + y) for x, y in arc(bend, -90, 0, 6)]
    path = [*[(-x, z) for x, z in reversed([*right, (half, top)])], *right, (half, top)]
    line = np.array([(x, 0.0, z + wide * 0.05) for x, z in path])
    body += in_row(wire(line, radius, "pipe"), pipes, y=deep * 0.8 / pipes)
    body += rounded_block(wide * 0.42, deep * 0.9, wide * 0.12, 2, "base")
    return Draft(body, {"fin": fins}, {"fins": True, "pins": False},
                 {"height": "tall"})  # fmt: skip


def _folded_sink(dice: Dice) -> Draft:
    """A stamped clip-on cooler for a transistor: a U of sheet, its cheeks cut into fingers."""
    wide = dice.real(12, 45)
    t, deep = wide * dice.real(0.04, 0.09), wide * dice.real(0.6, 1.4)
    high, fingers = wide * dice.real(0.5, 1.3), dice.whole(3, 7)
    body = block(wide, deep, t)
    pitch = deep / fingers
    finger = block(t, pitch * 0.6, high, "fin")
    flared = dice.real(0, 35)
    cheek = in_row(finger.turned(y=flared), fingers, y=pitch)
    if dice.yes(0.5):
        cheek = union([finger.turned(y=flared if k % 2 else -flared * 0.4).at(
            y=(k - (fingers - 1) / 2) * pitch) for k in range(fingers)])  # fmt: skip
    cheek += block(t, deep, high * 0.25, "body")
    body += cheek.at(wide / 2 - t / 2) + cheek.mirrored(x=1).at(-wide / 2 + t / 2)
    body -= hole(wide * 0.1, t, 0, dice.real(-0.2, 0.2) * deep)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"fin": 2 * fingers, "hole": 1},
                 {"fins": True, "pins": False}, {"profile": "U-shaped"})  # fmt: skip


def _open_end_block(dice: Dice) -> Draft:
    """Concrete with recessed ends: flanges reach past the cross walls, cells taper."""
    wide = dice.real(90, 220)
    long, high = wide * dice.real(1.5, 2.3), wide * dice.real(0.7, 1.1)
    wall, cells = wide * dice.real(0.14, 0.22), dice.whole(1, 3)
    notch = wall * dice.real(0.5, 1.1)
    body = block(long, wide, high)
    end = block(2 * notch, wide - 2 * wall, 3 * high, "notch").at(z=-high)
    ends = dice.whole(1, 2)
    body -= end.at(long / 2)
    if ends == 2:
        body -= end.at(-long / 2)
    pitch = (long - 2 * notch - wall) / cells
    x, y = pitch - wall, wide - 2 * wall
    slope = dice.real(0.78, 0.95)
    cell = hull(rounded_block(x, y, 0.1, x * 0.15).at(z=high + 0.1),
                rounded_block(x * slope, y * slope, 0.1, x * 0.15).at(z=-0.2),
                feature="cavity")  # fmt: skip
    body -= in_row(cell, cells, x=pitch)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 90.0))), {"cavity": cells, "notch": ends},
                 {"hollow": True}, {"outline": "rectangular"})  # fmt: skip


def _screen_block(dice: Dice) -> Draft:
    """A breeze block: a square frame stood on edge, open in a cross, circle or petals."""
    side, depth = dice.real(150, 300), dice.real(60, 140)
    wall = side * dice.real(0.07, 0.11)
    inner = side - 2 * wall
    frame = block(side, side, depth) - block(inner, inner, 3 * depth, "cavity").at(z=-depth)
    style = dice.pick(("cross", "diagonal", "ring", "petals"))
    cells = 4
    if style in ("cross", "diagonal"):
        strip = block(side * (0.98 if style == "cross" else 1.25), wall, depth)
        frame += (strip + strip.turned(z=90)).turned(z=0 if style == "cross" else 45)
    elif style == "ring":
        radius = inner / 2 + wall * 0.3
        frame += tube(radius, radius - wall, depth)
        cells = 5
    else:
        radius = inner * 0.52
        leaf = tube(radius, radius - wall, depth).at(side / 2, side / 2)
        frame += leaf.around(4) & block(side, side, depth)
        cells = 5
    return Draft(frame.turned(x=90), {"cavity": cells}, {"hollow": True},
                 {"outline": "square"})  # fmt: skip


def _plate_dumbbell(dice: Dice) -> Draft:
    """Adjustable: discs of falling size on a bar, each side closed by a star nut."""
    grip, radius = dice.real(55, 75), dice.real(9, 14)
    discs, largest = dice.whole(2, 4), radius * dice.real(4.5, 8)
    side, z = [rod(radius * 1.8, radius * 0.8, "handle").at(z=grip)], grip + radius * 0.8
    for index in range(discs):
        reach = largest * (1 - dice.real(0.05, 0.22)) ** index
        thick = radius * dice.real(0.9, 1.8)
        rim = tube(reach, reach * 0.8, thick, "weight") + rod(reach, thick * 0.7, "weight")
        side.append(rim.at(z=z))
        z += thick * 1.01
    nut = prism(star_knob_profile(6, radius * 2.2), radius, "nut")
    side += [nut.at(z=z), rod(radius, z + radius * dice.real(1.5, 6), "handle")]
    half = union(side)
    body = half + half.mirrored(z=1)
    return Draft(body.turned(y=90), {"weight": 2 * discs}, {"handle": True},
                 {"ends": "round"})  # fmt: skip


def _moulded_dumbbell(dice: Dice) -> Draft:
    """A dog-bone in one coat of vinyl: the grip swells in the middle and flows into its heads."""
    grip, radius = dice.real(45, 65), dice.real(11, 17)
    head, long = radius * dice.real(1.8, 3.2), radius * dice.real(1.8, 3.6)
    sides = dice.pick((40, 6, 8))
    bulge = dice.real(1.0, 1.3)
    handle = revolved([(0, -grip), (radius * 1.2, -grip), (radius * 0.9, -grip * 0.7),
                       (radius * bulge, 0), (radius * 0.9, grip * 0.7), (radius * 1.2, grip),
                       (0, grip)], "handle")  # fmt: skip
    soft = dice.real(0.08, 0.3)
    weight = union([
        rod(head * (1 - soft), long * soft, "weight", top=head, sides=sides),
        rod(head, long * (1 - 2 * soft) + 0.02, "weight", sides=sides).at(z=long * soft - 0.01),
        rod(head, long * soft, "weight", top=head * (1 - soft), sides=sides).at(
            z=long * (1 - soft)),
    ])  # fmt: skip
    neck = rod(radius * 1.15, grip * 0.2, "weight", top=head * (1 - soft)).at(z=-grip * 0.19)
    end = (weight + neck).turned(z=180 / sides).at(z=grip)
    body = handle + end + end.mirrored(z=1)
    ends = {40: {"ends": "round"}, 6: {"ends": "hexagonal"}, 8: {}}
    return Draft(body.turned(y=90), {"weight": 2}, {"handle": True}, ends[sides])


def _snap_spacer(dice: Dice) -> Draft:
    """A nylon board support: a plain post, a split barb above it, a foot, barb or pad below."""
    radius, length = dice.real(2.5, 6), dice.real(6, 45)
    square = dice.yes(0.25)
    body = (block(radius * 1.8, radius * 1.8, length) if square
            else rod(radius, length, sides=dice.pick((40, 6))))  # fmt: skip
    pin = radius * 0.5
    barb = rod(pin, radius * 0.9, "barb") + rod(pin * 1.6, radius * 1.4, "barb", top=pin * 0.6).at(
        z=radius * 0.8)  # fmt: skip
    barb -= block(radius * 4, pin * 0.5, radius * 4, "slit").at(z=radius * 0.4)
    body += barb.at(z=length - 0.01)
    foot = dice.pick(("pad", "barb", "flange"))
    if foot == "barb":
        body += barb.mirrored(z=1).at(z=0.01)
    elif foot == "pad":
        body += rounded_block(radius * 5, radius * 5, radius * 0.5, radius, "flange")
    else:
        body += rod(radius * 1.9, radius * 0.6, "flange")
    return Draft(body, {}, {"flange": foot != "barb", "stud": False},
                 {"length": "long" if length / radius > 4 else "short"})  # fmt: skip


def _rubber_bush(dice: Dice) -> Draft:
    """A suspension bush: steel sleeve in a waisted or ringed rubber body, lobes or voids in it."""
    bore = dice.real(4, 10)
    outer, long = bore * dice.real(2.2, 3.6), bore * dice.real(3.5, 8)
    lip, waist = outer * dice.real(0.03, 0.22), outer * dice.real(0.75, 0.95)
    profile = [(bore * 1.2, 0), (outer * 0.8 + lip, 0), (outer + lip, long * 0.1),
               (outer + lip * 0.8, long * 0.22), (waist, long * 0.3), (waist, long * 0.7),
               (outer + lip * 0.8, long * 0.78), (outer + lip, long * 0.9),
               (outer * 0.8 + lip, long), (bore * 1.2, long)]  # fmt: skip
    body = revolved(profile)
    stick = long * dice.real(0.03, 0.12)
    body += tube(bore * 1.4, bore, long + 2 * stick, "sleeve").at(z=-stick)
    voids = dice.pick((0, 2, 2, 4))
    if voids:
        ring = tube(outer * 0.78, bore * 1.75, long * 3, "opening").at(z=-long)
        wedge = prism([(0, 0), *arc(outer * 2, -90 / voids, 90 / voids, 5)], 9 * long, "opening")
        body -= (ring & wedge.around(voids).at(z=-4 * long)).labelled("opening")
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"hole": 1, "opening": voids},
                 {"flange": False, "slit": False}, {"outline": "round"})  # fmt: skip


def _bolted_bush(dice: Dice) -> Draft:
    """A sleeve with a square, oval or round flange that is screwed on, like a linear bearing's."""
    bore = dice.real(4, 18)
    outer, long = bore * dice.real(1.4, 1.9), bore * dice.real(1.6, 5)
    z, form = bore * dice.real(0.3, 0.6), dice.pick(("square", "oval", "round"))
    reach = outer * dice.real(1.45, 1.75)
    screw, count = (reach - outer) * 0.3, 4
    if form == "square":
        flange = rounded_block(2 * reach, 2 * reach, z, reach * 0.25, "flange")
        drills = at_corners(hole(screw, z), reach * 1.5, reach * 1.5)
    elif form == "oval":
        count = 2
        ear = rod(outer * 0.5, z).at(reach * 1.1)
        flange = hull(rod(outer * 1.15, z), ear, ear.mirrored(x=1), feature="flange")
        drills = in_row(hole(screw, z), 2, x=reach * 2.3)
    else:
        flange = rod(reach * 1.1, z, "flange")
        count = dice.pick((3, 4, 6))
        drills = hole(screw, z, (outer + reach * 1.1) / 2).around(count)
    body = rod(outer, long) + (flange - drills).at(z=long * dice.pick((0.0, 0.0, 0.4)))
    grooves = dice.pick((0, 0, 2))
    if grooves:
        ring = tube(outer * 2, outer * 0.9, outer * 0.12, "groove")
        body -= ring.at(z=long * 0.8) + ring.at(z=long * 0.92)
    return Draft(body - rod(bore, 9 * long, "bore").at(z=-long), {"hole": 1 + count},
                 {"flange": True, "slit": False}, {"outline": form})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("building brick", "round", _round_brick),
    Builder("building brick", "arch", _arch_brick),
    Builder("beam", "strut channel", _strut_channel),
    Builder("beam", "tapered", _tapered_beam),
    Builder("t-slot profile", "rounded", _rounded_profile),
    Builder("heat sink", "tower", _tower_cooler),
    Builder("heat sink", "folded", _folded_sink),
    Builder("cinder block", "open end", _open_end_block),
    Builder("cinder block", "screen", _screen_block),
    Builder("dumbbell", "plates", _plate_dumbbell),
    Builder("dumbbell", "moulded", _moulded_dumbbell),
    Builder("spacer", "snap", _snap_spacer),
    Builder("bushing", "rubber", _rubber_bush),
    Builder("bushing", "bolted", _bolted_bush),
)
