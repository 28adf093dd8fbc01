"""Cardan shafts, bellows and tyre couplings, clevises, shackles and retaining rings."""

import numpy as np

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
    tube,
    union,
    wire,
)


def _sawn_yoke(radius: float, hub: float) -> Body:
    """A bar below the origin whose end is sawn into a fork with prongs at both x."""
    tongue = hull(
        rod(radius * 0.72, 3 * radius).at(z=-1.5 * radius).turned(y=90),
        block(3 * radius, radius * 1.44, 0.1).at(z=-radius * 1.5),
    )
    fork = (rod(radius, 3 * radius).at(z=-radius * 1.5) & tongue) + rod(radius, hub).at(
        z=-radius * 1.5 - hub)  # fmt: skip
    return fork - block(radius * 1.16, 3 * radius, 3 * radius, "gap").at(z=-radius * 1.3)


def _cross(radius: float) -> Body:
    """The two crossing pins and the block between the forks."""
    pin = rod(radius * 0.28, 2.1 * radius, "pin").at(z=-1.05 * radius)
    middle = block(radius * 0.9, radius * 0.9, radius * 0.9, "pin").at(z=-radius * 0.45)
    return union([pin.turned(y=90), pin.turned(x=90), middle])


def _double_cardan(dice: Dice) -> Draft:
    """Two sawn bars and a link between them that has a fork at both ends."""
    radius, bend = dice.real(5, 20), dice.real(0, 28)
    hub, link = radius * dice.real(0.8, 3), radius * dice.real(0.3, 1.6)
    end = _sawn_yoke(radius, hub)
    bored = dice.yes(0.6)
    if bored:
        end -= rod(radius * 0.5, hub, "bore", sides=dice.pick((4, 6, 40))).at(z=-radius * 1.8 - hub)
    if dice.yes(0.5):
        end += rod(radius * 1.2, hub * 0.35, "collar").at(z=-radius * 1.5 - hub * 0.99) - rod(
            radius * 0.5, 9 * hub, "bore").at(z=-5 * hub)  # fmt: skip
    half = _sawn_yoke(radius, link + 0.1)
    reach = radius * 1.5 + link
    middle = half.turned(x=180, z=90).at(z=-reach) + half.turned(z=90).at(z=reach)
    lower = (end.turned(x=bend) + _cross(radius)).at(z=-reach)
    upper = (end.turned(x=180 - bend * dice.pick((-1, 1))) + _cross(radius)).at(z=reach)
    return Draft(union([lower, middle, upper]).turned(y=90), {"yoke": 4},
                 {"cross pin": True, "flange": False})  # fmt: skip


def _plate_yoke(size: float, thick: float) -> Body:
    """A cast fork that opens towards +z, its eyes around the x axis."""
    cheek = hull(rod(size * 0.55, thick).turned(y=90).at(-thick / 2),
                 block(thick, size * 0.9, 0.1).at(z=-size * 1.2))  # fmt: skip
    cheeks = union([cheek.at(side * (size * 0.95)) for side in (-1, 1)])
    root = rod(size * 0.5, size * 0.9, top=size * 1.05).at(z=-size * 2)
    return union([cheeks, root, block(1.9 * size, size * 0.9, size * 0.2).at(z=-size * 1.2)])


def _drive_shaft(dice: Dice) -> Draft:
    """A cardan shaft: a long tube with a joint at either end, flanges or splined bars outside."""
    size = dice.real(8, 20)
    thick, length = size * dice.real(0.3, 0.5), size * dice.real(4, 13)
    yoke, bend = _plate_yoke(size, thick), dice.real(0, 24)
    cross = rod(size * 0.28, 2 * size + 2 * thick, "pin").at(z=-size - thick)
    flanged, bolts = dice.yes(0.6), dice.pick((4, 6, 8))
    outer = yoke
    if flanged:
        disc = rod(size * 1.5, thick, "flange") - hole(size * 0.12, thick, size * 1.2).around(bolts)
        outer += disc.at(z=-size * 2 - thick * 0.98)
    else:
        outer += rod(size * 0.5, size * dice.real(1, 3)).turned(x=180).at(z=-size * 1.98)
    joint = union([yoke.turned(x=180), outer.turned(z=90).turned(x=bend), cross.turned(y=90),
                   cross.turned(x=90), ball(size * 0.5, "pin")])  # fmt: skip
    shaft = rod(size * dice.real(0.55, 0.95), length + size).at(z=-length / 2 - size / 2)
    if dice.yes(0.5):
        shaft += rod(size * 1.0, length * 0.4, "collar").at(z=-length * 0.1)
    low = joint.at(z=-length / 2 - 2 * size)
    return Draft(union([low, joint.turned(x=180).at(z=length / 2 + 2 * size), shaft]).turned(y=90),
                 {"yoke": 4}, {"cross pin": True, "flange": flanged})  # fmt: skip


def _bellows_coupling(dice: Dice) -> Draft:
    """Two hubs with clamping screws and a corrugated thin tube between them."""
    radius, waves = dice.real(7, 30), dice.whole(3, 8)
    hub, wave = radius * dice.real(0.5, 1.1), radius * dice.real(0.14, 0.26)
    neck, long = radius * dice.real(0.62, 0.8), waves * wave
    profile = [(radius * 0.95 if k % 2 else neck, hub + wave * k / 2) for k in range(2 * waves + 1)]
    body = revolved([(0.0, hub), *profile, (0.0, hub + long)], "bellows")
    wide = radius * dice.real(0.95, 1.15)
    block_hub = dice.yes(0.4)
    end = rod(wide, hub * 1.02, sides=8) if block_hub else rod(wide, hub * 1.02)
    body += end + end.at(z=hub * 0.98 + long)
    body -= rod(radius * dice.real(0.3, 0.5), 9 * radius + long, "bore").at(z=-1)
    for z, side in ((hub * 0.5, 1), (hub * 1.5 + long, -1)):
        screw = rod(wide * 0.15, wide * 1.2, "screw").turned(x=90).at(wide * 0.68, wide * 0.6, z)
        body += screw.turned(z=90.0 * (side < 0))
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {},
                 {"slits": False, "jaws": False, "flanges": False},
                 {"form": "cylindrical"})  # fmt: skip


def _tyre_coupling(dice: Dice) -> Draft:
    """A fat rubber tyre between two steel flanges with hubs and clamping bolts."""
    radius, width = dice.real(25, 90), dice.real(0.35, 0.7)
    half, bolts = radius * width / 2, dice.pick((4, 6, 8))
    section: list[Point2] = [(radius * 0.72 + x * radius * 0.28, z * half)
                             for x, z in arc(1, -90, 90, 18)]  # fmt: skip
    body = revolved([(radius * 0.3, -half), *section, (radius * 0.3, half)], "tyre")
    ring, t = radius * dice.real(0.6, 0.78), radius * 0.1
    plate = rod(ring, t, "flange") + rod(radius * 0.34, radius * dice.real(0.3, 0.8), "hub")
    plate += rod(radius * 0.06, t * 1.8, "bolt", sides=6).at(ring * 0.8).around(bolts)
    body += plate.at(z=half * 0.95) + plate.turned(x=180).at(z=-half * 0.95)
    body += rod(radius * 0.34, 2 * half, "hub").at(z=-half)
    body -= rod(radius * dice.real(0.15, 0.26), 9 * radius, "bore").at(z=-4 * radius)
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {"bolt": 2 * bolts},
                 {"slits": False, "jaws": False, "flanges": True},
                 {"form": "bulging"})  # fmt: skip


def _clevis_bracket(dice: Dice) -> Draft:
    """A foot plate with two upright ears and a cross hole, perhaps a pin."""
    gap, t = dice.real(6, 30), dice.real(3, 12)
    deep, reach = gap * dice.real(0.9, 1.8), gap * dice.real(0.9, 2.2)
    holes = dice.pick((2, 4))
    wide = gap + 2 * t
    long = wide + gap * dice.real(0.9, 1.6)
    base = rounded_block(long, deep * 1.3, t, t * dice.pick((0.1, 1.0)), "base")
    for side in (-1, 1):
        for y in (0.0,) if holes == 2 else (-0.4, 0.4):
            base -= hole(min(long - wide, deep) * 0.13, t, side * (long + wide) / 4, y * deep)
    ear = hull(block(t, deep, 0.1), rod(deep * dice.real(0.3, 0.5), t).turned(y=90).at(
        -t / 2, 0, reach), feature="prong")  # fmt: skip
    body = base + union([ear.at(s * (gap + t) / 2, 0, t * 0.98) for s in (-1, 1)])
    pinned, bore = dice.yes(0.5), deep * 0.18
    if pinned:
        body += rod(bore, wide * 1.15, "pin").at(z=-wide * 0.55).turned(y=90).at(z=reach + t)
        body += rod(bore * 1.6, t * 0.4, "pin").turned(y=90).at(wide * 0.5, 0, reach + t)
    else:
        body -= rod(bore, 9 * wide, "hole").at(z=-4 * wide).turned(y=90).at(z=reach + t)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 90.0))), {"prong": 2}, {"pin": pinned})


def _strap_clevis(dice: Dice) -> Draft:
    """A flat bar bent to a long U with a bolt through the tips and a round neck at the bend."""
    radius, wide = dice.real(8, 25), dice.real(8, 26)
    t, long = radius * dice.real(0.2, 0.4), radius * dice.real(1.5, 5)
    outer = [(-radius - t, long), *arc(radius + t, 180, 360, 20), (radius + t, long)]
    inner = [(radius, long), *arc(radius, 360, 180, 20), (-radius, long)]
    body = prism([*outer, *inner], wide).turned(x=90).at(y=wide / 2)
    tip = rod(wide * 0.62, t, "prong").turned(y=90).at(z=long)
    body += tip.at(radius) + tip.at(-radius - t)
    pinned, bore = dice.yes(0.65), wide * 0.26
    if pinned:
        body += rod(bore, 2 * radius + 4 * t, "pin").turned(y=90).at(-radius - 2 * t, 0, long)
        head = rod(bore * 1.7, t, "pin", sides=dice.pick((6, 40))).turned(y=90)
        body += head.at(radius + 1.0 * t, 0, long) + head.at(-radius - 2.0 * t, 0, long)
    else:
        body -= rod(bore, 9 * radius, "hole").turned(y=90).at(-4.5 * radius, 0, long)
    neck = radius * dice.real(0.5, 2.5)
    body += rod(min(wide, radius) * 0.4, neck, "neck").at(z=-radius - t - neck * 0.98)
    if dice.yes(0.4):
        body += rod(wide * 0.5, neck * 0.5, "neck", sides=6).at(z=-radius - t - neck * 0.6)
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 180.0))), {"prong": 2}, {"pin": pinned})


def _anchor_shackle(dice: Dice) -> Draft:
    """An omega bow, wide above and narrow at the eyes, and a pin with a loop or nut."""
    wide, thick = dice.real(12, 35), dice.real(0.18, 0.3)
    size, mouth = wide * thick, wide * dice.real(0.5, 0.75)
    high = wide * dice.real(1.0, 1.5)
    start = float(np.degrees(np.arccos(mouth / wide)))
    bow: list[Point3] = [(x, 0.0, high + y) for x, y in arc(wide, 180 + start, -start, 30)]
    body = wire([(-mouth, 0, 0), *bow, (mouth, 0, 0)], size, sides=16)
    eye = rod(size * 1.6, size * 1.8, "eye").at(z=-size * 0.9).turned(y=90)
    reach = mouth + size * 2
    pin = rod(size * 0.85, 2 * reach, "pin").turned(y=90).at(-reach)
    style = dice.pick(("loop", "nut", "bar"))
    if style == "loop":
        lug = tube(size * 1.5, size * 0.7, size * 0.9, "pin").turned(x=90).at(y=size * 0.45)
        end = lug.at(reach + size)
    elif style == "nut":
        end = rod(size * 1.6, size * 1.2, "pin", sides=6).turned(y=90).at(reach - size * 0.4)
        end += end.mirrored(x=1)
    else:
        end = rod(size * 0.5, size * 6, "pin").turned(x=90).at(reach - size * 0.3, size * 3)
    body = union([body, eye.at(-mouth), eye.at(mouth), pin, end])
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"eye": 2}, {"pin": True},
                 {"form": "bow-shaped"})  # fmt: skip


def _strip_shackle(dice: Dice) -> Draft:
    """A stamped strip bent to a U whose flat round ends carry a bolt."""
    radius, t = dice.real(7, 22), dice.real(1.2, 4)
    wide, long = radius * dice.real(0.7, 1.5), radius * dice.real(1.6, 5)
    outer = [(-radius - t, 0), *[(x, long + y) for x, y in arc(radius + t, 180, 0, 22)],
             (radius + t, 0)]  # fmt: skip
    inner = [(radius, 0), *[(x, long + y) for x, y in arc(radius, 0, 180, 22)], (-radius, 0)]
    body = prism([*outer, *inner], wide).turned(x=90).at(y=wide / 2)
    eye = rod(wide * 0.6, t, "eye").turned(y=90)
    body += eye.at(radius) + eye.at(-radius - t)
    pinned = dice.yes(0.7)
    bore = wide * 0.25
    if pinned:
        body += rod(bore, 2 * radius + 4 * t, "pin").turned(y=90).at(-radius - 2 * t)
        head = rod(bore * 1.8, bore, "pin", sides=dice.pick((6, 40))).turned(y=90)
        body += head.at(radius + t * 0.98) + head.at(-radius - t * 0.98 - bore)
    else:
        body -= rod(bore, 9 * radius, "hole").turned(y=90).at(-4.5 * radius)
    return Draft(body, {"eye": 2}, {"pin": pinned}, {"form": "U-shaped"})


def _e_clip(dice: Dice) -> Draft:
    """An E-clip: a broad C whose three prongs touch the shaft, open at one side."""
    radius = dice.real(4, 25)
    z, inner = radius * dice.real(0.07, 0.16), radius * dice.real(0.66, 0.76)
    mouth, wide = dice.real(28, 46), dice.real(24, 46)
    shaft = radius * dice.real(0.42, 0.55)
    body = rod(radius, z) - rod(inner, z + 2, "opening").at(z=-1)
    prong = prism([*arc(shaft, -wide / 2, wide / 2, 8), *arc(inner * 1.1, wide / 2, -wide / 2, 8)],
                  z, "prong")  # fmt: skip
    body -= prism([(0, 0), *arc(radius * 2, -mouth, mouth, 9)], z + 2, "opening").at(z=-1)
    sides = mouth + wide / 2
    body += union([prong.turned(z=a) for a in (sides, 180.0, -sides)])
    return Draft(body.turned(x=dice.pick((0.0, 90.0)), z=dice.real(0, 360)),
                 {"eye": 0, "prong": 3}, {"opening": True},
                 {"thickness": "thin", "outline": "round"})  # fmt: skip


def _wire_snap_ring(dice: Dice) -> Draft:
    """A snap ring of bent wire: plain ends, tangs turned in or out, or a grip loop."""
    radius = dice.real(6, 40)
    thick, gap = radius * dice.real(0.04, 0.11), dice.real(8, 50)
    path: list[Point3] = [(x, y, 0.0) for x, y in arc(radius, gap / 2, 360 - gap / 2, 60)]
    tang = dice.pick((0.0, -0.35, 0.3))
    if tang:
        ends = [(1 + tang * k) * np.array(p) for p in (path[0], path[-1]) for k in (0.5, 1.0)]
        (a, b), (c, d) = (tuple(map(tuple, ends[:2])), tuple(map(tuple, ends[2:])))
        path = [b, a, *path, c, d]
    body = wire(path, thick, sides=dice.pick((4, 12)))
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"eye": 0}, {"opening": True},
                 {"thickness": "thin", "outline": "round"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("universal joint", "double", _double_cardan),
    Builder("universal joint", "drive shaft", _drive_shaft),
    Builder("coupling", "bellows", _bellows_coupling),
    Builder("coupling", "tyre", _tyre_coupling),
    Builder("clevis", "bracket", _clevis_bracket),
    Builder("clevis", "strap", _strap_clevis),
    Builder("shackle", "anchor", _anchor_shackle),
    Builder("shackle", "strip", _strip_shackle),
    Builder("circlip", "e clip", _e_clip),
    Builder("circlip", "wire", _wire_snap_ring),
)
