"""More clips, clamps, hooks and bearing blocks; clevises, shackles and turnbuckles."""

from itertools import pairwise

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fasteners import thread_ridges
from mmdesign.training.parts.solids import (
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


def _lipped_clip(dice: Dice) -> Draft:
    """An open C whose ends flare outwards to guide the tube in; a stem or a screw foot."""
    bore, width = dice.real(5, 25), dice.real(6, 30)
    wall, half = bore * dice.real(0.12, 0.28), dice.real(35, 60)
    band = [*arc(bore + wall, 90 + half, 450 - half, 28), *arc(bore, 450 - half, 90 + half, 28)]
    clip = prism(band, width)
    for angle in (90 + half, 90 - half):
        lip = block(bore * 0.5, wall, width).at(x=bore * 0.25)
        x, y = arc(bore + wall / 2, angle, angle, 1)[0]
        clip += lip.turned(z=angle - (25 if angle > 90 else -25)).at(x, y)
    foot = dice.yes(0.6)
    body = clip.turned(x=90).at(y=width / 2, z=bore + wall)
    count = 0
    if foot:
        count = 1
        tongue = rounded_block(bore * 2.2, width, wall, wall).at(bore * 1.7)
        body += tongue - hole(min(bore * 0.35, width * 0.3), wall, bore * 2.1)
        body += block(bore * 2, width, wall).at(bore * 0.3)
    else:
        body += block(bore * 0.9, width, wall * 2).at(z=-wall * 0.9)
    return Draft(body, {"hole": count, "lip": 2}, {"opening": True, "lips": True},
                 {"profile": "C-shaped"})  # fmt: skip


def _double_clip(dice: Dice) -> Draft:
    """Printed block with one to four snap channels that open upwards."""
    bore, channels = dice.real(3, 15), dice.whole(1, 4)
    wall, width = bore * dice.real(0.4, 0.8), bore * dice.real(0.8, 3)
    pitch = 2 * bore + wall * 1.4
    length, high = channels * pitch + wall, bore * 1.5 + wall
    body = rounded_block(length, width, high, wall * 0.4)
    for index in range(channels):
        x = (index - (channels - 1) / 2) * pitch
        cut = rod(bore, width + 2, "channel").turned(x=90).at(y=width / 2 + 1)
        body -= cut.at(x, 0, wall + bore)
        body -= block(bore * 1.5, width + 2, bore * 2, "channel").at(x, 0, wall + bore)
    return Draft(body, {"channel": channels, "hole": 0}, {"opening": True, "lips": False},
                 {"profile": "rectangular"})  # fmt: skip


def _flange_block(dice: Dice) -> Draft:
    """A flanged bearing unit: square or two-eared plate with a raised ring around the bore."""
    bore = dice.real(6, 25)
    hub, z = bore * dice.real(1.5, 2.1), bore * dice.real(0.4, 0.8)
    square = dice.yes(0.5)
    reach = hub * dice.real(1.2, 1.5)
    if square:
        body = rounded_block(2.3 * reach, 2.3 * reach, z, hub * 0.4)
        places = [(sx * reach * 0.85, sy * reach * 0.85) for sx in (-1, 1) for sy in (-1, 1)]
    else:
        ear = hub * 0.45
        body = hull(rod(hub * 1.1, z), rod(ear, z).at(reach * 1.3), rod(ear, z).at(-reach * 1.3))
        places = [(-reach * 1.3, 0.0), (reach * 1.3, 0.0)]
    body += rod(hub * 1.15, z * dice.real(2, 3.5), "housing", top=hub)
    for x, y in places:
        body -= hole(hub * 0.16, z, x, y)
    body -= rod(bore, hub * 9, "bore").at(z=-1)
    return Draft(body.turned(x=90).at(z=1.15 * reach), {"hole": len(places), "bore": 1},
                 {"bore": True, "ribs": False, "cap": False})  # fmt: skip


def _split_plummer(dice: Dice) -> Draft:
    """A plummer block with a bolted cap: joint at mid height, cap screws beside the bore."""
    bore = dice.real(8, 30)
    width, wall = bore * dice.real(0.7, 1.8), bore * dice.real(0.5, 0.9)
    outer, z = bore + wall, bore * dice.real(0.4, 0.7)
    high, length = outer * dice.real(1.05, 1.4), outer * dice.real(3.4, 4.4)
    shoulder = outer * 2.6
    body = rounded_block(length, width * 1.2, z, z * 0.6) + block(shoulder, width, high - z * 0.1)
    cap = block(shoulder, width * 0.96, z, "cap").at(z=high + z * 0.05)
    ring = rod(outer, width * 0.96, "cap").turned(x=90).at(y=width * 0.48, z=high)
    cap += ring & block(999, 999, 999).at(z=high + z * 0.05)
    body += cap + block(shoulder * 0.9, width * 0.9, z).at(z=high - z * 0.5)
    for side in (-1, 1):
        body -= hole(z * 0.4, z, side * length * 0.43)
        screw = rod(wall * 0.35, wall * 0.5, "screw", sides=6)
        body += screw.at(side * outer * 1.15, 0, high + z)
    body -= rod(bore, width * 3, "bore").turned(x=90).at(y=width * 1.5, z=high)
    return Draft(body, {"hole": 2, "bore": 1, "screw": 2},
                 {"bore": True, "ribs": False, "cap": True})  # fmt: skip


def _ribbed_pillow(dice: Dice) -> Draft:
    """A slim printed or cast stand: a ring on a tapering web with ribs to the foot."""
    bore, width = dice.real(5, 20), dice.real(10, 30)
    outer, high = bore * dice.real(1.4, 1.9), bore * dice.real(2.4, 5)
    length, z = outer * dice.real(2.4, 3.6), dice.real(3, 7)
    web = hull(rod(outer, width * 0.5).at(y=high), block(length * 0.8, z, width * 0.5))
    body = web.turned(x=90).at(y=width * 0.25) + block(length, width * 1.6, z)
    body += rod(outer, width, "ring").turned(x=90).at(y=width / 2, z=high)
    ribs = dice.yes(0.6)
    if ribs:
        rib = prism([(0, 0), (width * 0.75, 0), (0, high * 0.6)], z, "rib").turned(x=90)
        one = rib.at(y=z / 2).turned(z=90).at(0, width * 0.05, z - 0.01)
        body += one + one.turned(z=180)
    body -= rod(bore, width * 3, "bore").turned(x=90).at(y=width * 1.5, z=high)
    for sx in (-1, 1):
        for sy in (-1, 1):
            body -= hole(width * 0.12, z, sx * length * 0.38, sy * width * 0.55)
    return Draft(body, {"hole": 4, "bore": 1, "rib": 2 * ribs},
                 {"bore": True, "ribs": ribs, "cap": False})  # fmt: skip


def _bow_clamp(dice: Dice) -> Draft:
    """A cast frame that is a round bow, with a ribbed section and a threaded spindle."""
    radius, thick = dice.real(22, 60), dice.real(6, 14)
    depth = thick * dice.real(0.8, 1.4)
    bow = [*arc(radius + thick, 70, 290, 32), *arc(radius, 290, 70, 32)]
    frame = prism(bow, depth).at(z=-depth / 2).turned(x=90)
    x, z = radius * np.cos(np.radians(70)), (radius + thick / 2) * np.sin(np.radians(70))
    spindle = thick * dice.real(0.28, 0.4)
    down = z * dice.real(0.2, 1.4)
    boss = rod(spindle * 2.2, thick * 1.8, "boss").at(x, 0, z - thick * 0.9)
    anvil = rod(spindle * 2.4, thick * 1.3, "anvil").at(x, 0, -z - thick * 0.6)
    screw = thread_ridges(spindle, down + radius * 0.9, spindle * 0.9).at(x, 0, z - down)
    pad = rod(spindle * 2.2, spindle * 1.5, "pad").at(x, 0, z - down - spindle)
    top = z + radius * 0.9
    bar = rod(spindle * 0.6, radius * 1.1, "handle").at(z=-radius * 0.55).turned(y=90)
    caps = [ball(spindle * 0.9, "handle").at(x + s * radius * 0.55, 0, top) for s in (-1, 1)]
    return Draft(union([frame, boss, anvil, screw, pad, bar.at(x, 0, top), *caps]),
                 {"screw": 1}, {"screw": True, "handle": True},
                 {"profile": "C-shaped"})  # fmt: skip


def _desk_clamp(dice: Dice) -> Draft:
    """A flat one-piece clamp for a table edge, thumb knob below or no screw yet."""
    span, throat, thick = dice.real(20, 60), dice.real(25, 70), dice.real(5, 11)
    width = dice.real(12, 45)
    body = rounded_block(throat + thick, span + 2 * thick, width, thick * 0.6)
    body -= rounded_block(throat + thick, span, width + 2, thick * 0.3, "mouth").at(
        x=thick, z=-1)  # fmt: skip
    body = body.turned(x=90).at(y=width / 2, z=span / 2 + thick)
    x, radius = throat * 0.25, min(width * 0.2, 6.0)
    screwed = dice.yes(0.7)
    if screwed:
        lift = span * dice.real(0.1, 0.5)
        body += rod(radius, span * 0.8 + lift, "screw").at(x, 0, -span * 0.8 + thick)
        body += rod(radius * 2, radius, "pad").at(x, 0, thick + lift)
        body += rod(radius * 3, radius * 2, "knob", sides=dice.pick((6, 8, 40))).at(
            x, 0, -span * 0.8 + thick - radius)  # fmt: skip
    else:
        body -= rod(radius, thick * 3, "hole").at(x, 0, -thick)
    return Draft(body, {"screw": int(screwed), "hole": int(not screwed)},
                 {"screw": screwed, "handle": screwed}, {"profile": "C-shaped"})  # fmt: skip


def _crane_hook(dice: Dice) -> Draft:
    """A forged hook: the section swells towards the bend; eye or threaded shank on top."""
    radius, thick = dice.real(15, 40), dice.real(0.25, 0.4)
    angles = np.linspace(100, 395, 18)
    fat = radius * thick * (0.55 + 0.75 * np.sin(np.pi * (angles - 100) / 330))
    bead = revolved([(0.0, -1.0), *arc(1.0, -75, 75, 7), (0.0, 1.0)], segments=14)
    beads = [bead.scaled(size, size, size).at(radius * np.cos(a), 0, radius * np.sin(a))
             for a, size in zip(np.radians(angles), fat, strict=True)]  # fmt: skip
    body = union([hull(*pair, feature="hook") for pair in pairwise(beads)])
    top = radius * 1.2
    neck = rod(float(fat[0]), radius, "shank").at(
        x=radius * np.cos(np.radians(100)), z=radius * 0.95
    )
    eye = dice.yes(0.6)
    if eye:
        ring = tube(radius * 0.65, radius * 0.35, radius * 0.4, "eye").turned(x=90)
        body += ring.at(-radius * 0.17, radius * 0.2, top + radius * 1.1)
        body += neck - rod(radius * 0.35, 99, "eye").turned(x=90).at(
            -radius * 0.17, 50, top + radius * 1.1
        )
    else:
        body += neck + thread_ridges(float(fat[0]), radius, radius * 0.14).at(
            radius * np.cos(np.radians(100)), 0, radius * 1.9)  # fmt: skip
    return Draft(body, {"hook": 1, "eye": int(eye)}, {"mounting plate": False},
                 {"profile": "J-shaped"})  # fmt: skip


def _coat_hook(dice: Dice) -> Draft:
    """Round plate, wire arms that curve up and end in balls."""
    plate, z = dice.real(15, 35), dice.real(3, 6)
    arms, wire_radius = dice.whole(1, 4), dice.real(2.5, 5)
    reach, rise = plate * dice.real(1.2, 2.2), plate * dice.real(0.8, 1.8)
    body = rod(plate, z).turned(y=90)
    path = np.array([(reach * np.sin(t), 0.0, rise * (1 - np.cos(t)) - plate * 0.3)
                     for t in np.linspace(-0.05, np.pi / 2, 14)])  # fmt: skip
    arm = wire(path, wire_radius, "hook") + ball(wire_radius * 1.8, "hook").at(
        path[-1][0], 0, path[-1][2])  # fmt: skip
    spread = dice.real(25, 45)
    for index in range(arms):
        body += arm.turned(z=(index - (arms - 1) / 2) * spread).at(x=z * 0.4)
    drill = rod(plate * 0.1, 9 * z, "hole").at(z=-4 * z).turned(y=90)
    for side in (-1, 1):
        body -= drill.at(z=side * plate * 0.75)
    return Draft(body, {"hole": 2, "hook": arms}, {"mounting plate": True}, {"profile": "J-shaped"})


def _door_hook(dice: Dice) -> Draft:
    """Folded strip that hangs over a door or a rail and curls up into a hook."""
    thick, gap, drop = dice.real(2, 5), dice.real(10, 45), dice.real(50, 140)
    width, curl = dice.real(12, 40), dice.real(12, 30)
    outline: list[Point2] = [
        (-gap - thick, -gap * 0.8),
        (-gap - thick, thick),
        (thick, thick),
        (thick, -drop),
    ]
    outline += [(thick + curl + x, -drop + z) for x, z in arc(curl, 180, 360, 14)]
    outline += [(thick + curl + x, -drop + z) for x, z in arc(curl + thick, 360, 180, 14)]
    outline += [(0, -drop), (0, 0), (-gap, 0), (-gap, -gap * 0.8)]
    body = prism(outline, width, "hook").turned(x=90).at(y=width / 2)
    return Draft(body, {"hook": 1, "hole": 0}, {"mounting plate": False}, {"profile": "S-shaped"})


def _fork_clevis(dice: Dice) -> Draft:
    """A fork head: two prongs with a cross hole, and a threaded neck."""
    size = dice.real(10, 30)
    prong, neck = size * dice.real(1.2, 2.6), size * dice.real(0.7, 1.8)
    body = block(size, size, prong + size * 0.6) & hull(
        rod(size * 0.5, size).turned(x=90).at(y=size / 2, z=size * 0.5),
        block(size, size, size * 0.1).at(z=prong + size * 0.5))  # fmt: skip
    body = body.turned(x=180).at(z=prong + size * 0.6)
    body += rod(size * 0.35, neck, "neck").mirrored(z=1)
    slit = block(size * 2, size * dice.real(0.35, 0.55), prong + 1, "gap")
    body -= slit.at(z=size * 0.7)
    eye = rod(size * 0.22, size * 3, "hole").turned(x=90).at(y=size * 1.5)
    body -= eye.at(z=prong + size * 0.1)
    pinned = dice.yes(0.5)
    if pinned:
        body += rod(size * 0.2, size * 1.3, "pin").turned(x=90).at(y=size * 0.65).at(
            z=prong + size * 0.1)  # fmt: skip
        body += (
            rod(size * 0.32, size * 0.15, "pin").turned(x=90).at(0, size * 0.72, prong + size * 0.1)
        )
    else:
        body -= rod(size * 0.2, neck, "hole").at(z=-neck - 0.1)
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {"prong": 2}, {"pin": pinned})


def _bow_shackle(dice: Dice) -> Draft:
    """A bent bow with two eyes and a bolt through them."""
    radius, thick = dice.real(10, 30), dice.real(0.2, 0.32)
    size = radius * thick
    straight = radius * dice.real(0.4, 1.6)
    turn: list[Point3] = [(x * radius, 0.0, straight + y * radius) for x, y in arc(1, 180, 0, 18)]
    path = np.array([(-radius, 0, 0), (-radius, 0, straight / 2), *turn, (radius, 0, straight / 2),
                     (radius, 0, 0)])  # fmt: skip
    body = wire(path, size, sides=16)
    eye = rod(size * 1.7, size * 1.8, "eye").at(z=-size * 0.9).turned(y=90)
    pin = rod(size * 0.9, 2 * radius + 6 * size, "pin").turned(y=90).at(-radius - 3 * size)
    head = rod(size * 1.5, size * 0.8, "pin", sides=dice.pick((6, 40))).turned(y=90)
    parts = [body, eye.at(-radius), eye.at(radius), pin, head.at(radius + 2.6 * size)]
    return Draft(union(parts), {"eye": 2}, {"pin": True}, {"form": "U-shaped"})


def _turnbuckle(dice: Dice) -> Draft:
    """A frame or a tube between two threaded ends with eyes or hooks."""
    length, radius = dice.real(50, 110), dice.real(4, 9)
    gap, closed = radius * dice.real(1.5, 2.4), dice.yes(0.35)
    frame = rod(gap + radius, length) if closed else union(
        [rod(radius * 0.7, length).at(s * gap) for s in (-1, 1)])  # fmt: skip
    nut = rod(gap + radius * 0.7, radius * 2.2, sides=dice.pick((6, 40)))
    body = frame + nut + nut.at(z=length - radius * 2.2)
    out = dice.real(15, 50)
    screw = thread_ridges(radius * 0.7, length * 0.35 + out, radius * 0.6).at(z=length * 0.65)
    ring = tube(radius * 2.2, radius * 1.1, radius * 1.1, "eye").turned(x=90)
    ring = ring.at(y=radius * 0.55, z=length + out + radius * 1.8)
    hooked = dice.yes(0.5)
    curl = ring - block(radius * 3, radius * 9, radius * 1.6, "eye").at(
        radius * 1.6, 0, length + out + radius * 1.2)  # fmt: skip
    body += screw + ring + (screw + (curl if hooked else ring)).mirrored(z=1).at(z=length)
    return Draft(body.turned(y=90), {"eye": 2 - hooked, "hook": int(hooked)},
                 {"hook": hooked, "closed body": closed}, {"outline": "long"})  # fmt: skip


BUILDERS = (
    Builder("pipe clip", "lipped", _lipped_clip),
    Builder("pipe clip", "channels", _double_clip),
    Builder("pillow block", "flanged", _flange_block),
    Builder("pillow block", "split", _split_plummer),
    Builder("pillow block", "ribbed", _ribbed_pillow),
    Builder("c clamp", "bow", _bow_clamp),
    Builder("c clamp", "desk", _desk_clamp),
    Builder("hook", "crane", _crane_hook),
    Builder("hook", "coat", _coat_hook),
    Builder("hook", "door", _door_hook),
    Builder("clevis", "fork", _fork_clevis),
    Builder("shackle", "bow", _bow_shackle),
    Builder("turnbuckle", "frame", _turnbuckle),
)
