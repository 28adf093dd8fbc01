"""Corrugated and coiled pipes, brass elbows, lobed flanges, plugs, flap valves, headers."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fasteners import thread_ridges
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    helix,
    hole,
    hull,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _corrugated_pipe(dice: Dice) -> Draft:
    """A drain or duct pipe with ring-shaped waves, perhaps a smooth socket at its end."""
    radius, waves = dice.real(8, 60), dice.whole(6, 18)
    pitch, deep = radius * dice.real(0.2, 0.42), radius * dice.real(0.08, 0.2)
    long, end = waves * pitch, radius * dice.real(0.1, 0.9)
    square = dice.yes(0.5)
    steps = (0.0, 0.1, 0.5, 0.6) if square else (0.0, 0.17, 0.5, 0.67)
    outer = [(radius - deep * (k > 1), end + (w + t) * pitch)
             for w in range(waves) for k, t in enumerate(steps)]  # fmt: skip
    inner = [(r - deep * 0.6 - radius * 0.03, z) for r, z in outer]
    neck = radius - deep
    first, last = (neck, 0.0), (neck, long + 2 * end)
    bore = neck - deep * 0.6
    body = revolved([first, *outer, last, (bore, last[1]), *inner[::-1], (bore, 0.0)])
    socket = dice.yes(0.45)
    if socket:
        bell = radius * dice.real(1.1, 1.3)
        body += tube(bell, neck * 0.97, radius * dice.real(0.6, 1.2), "socket").at(z=long + end)
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 90.0))), {}, {"bend": False, "flange": False},
                 {"form": "straight"})  # fmt: skip


def _coiled_pipe(dice: Dice) -> Draft:
    """A cooling coil: an open tube wound in turns, its ends led straight away."""
    radius, turns = dice.real(15, 60), dice.whole(2, 7)
    thick = radius * dice.real(0.06, 0.16)
    pitch = thick * dice.real(2.2, 4.5)
    path = helix(radius, pitch, turns, 20)
    tail = radius * dice.real(0.6, 1.8)
    ends = np.array([(0.0, -k * tail, 0.0) for k in (1.0, 0.5)])
    path = np.vstack([path[0] + ends, path, path[-1] - ends[::-1]])
    body = wire(path, thick, sides=12) - wire(path, thick * 0.7, "bore", sides=8)
    # the thin wire ends flush with the thick one, so short drills open the mouths
    drill = rod(thick * 0.7, thick, "bore").at(z=-thick / 2).turned(x=90)
    for point in (path[0], path[-1]):
        body -= drill.at(*(float(c) for c in point))
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"turn": turns},
                 {"bend": True, "flange": False}, {"form": "curved"})  # fmt: skip


def _brass_elbow(dice: Dice) -> Draft:
    """A forged corner piece: a threaded end with a hexagon and a nut, barb or push-in collar."""
    radius = dice.real(4, 18)
    bore, reach = radius * dice.real(0.5, 0.7), radius * dice.real(1.8, 3.2)
    corner = dice.pick(("block", "ball"))
    body = (block(2.3 * radius, 2.3 * radius, 2.3 * radius).at(z=-1.15 * radius)
            if corner == "block" else ball(radius * 1.25))  # fmt: skip
    body += rod(radius, reach).turned(x=180) + rod(radius * 1.45, radius * 0.6, "hexagon",
                                                   sides=6).at(z=-reach * 0.8)  # fmt: skip
    body += thread_ridges(radius * 0.95, radius * 1.6, radius * 0.2).at(z=-reach - radius * 1.58)
    style = dice.pick(("nut", "barb", "collar"))
    arm = rod(radius * 0.9, reach)
    if style == "nut":
        arm += rod(radius * 1.5, radius * 1.2, "nut", sides=6).at(z=reach * 0.9)
    elif style == "collar":
        arm += rod(radius * 1.4, radius * 0.8, "collar").at(z=reach * 0.9)
    else:
        barb = rod(radius * 1.1, radius * 0.6, "barb", top=radius * 0.75)
        arm += union([barb.at(z=reach * 0.9 + k * radius * 0.58) for k in range(3)])
    body += arm.turned(y=90)
    body -= rod(bore, 9 * radius, "bore").turned(x=180)
    body -= rod(bore, 9 * radius, "bore").turned(y=90)
    return Draft(body.turned(y=dice.pick((0.0, 90.0)), z=dice.pick((0.0, 180.0))), {"opening": 2},
                 {"collars": style == "collar", "flanges": False}, {"form": "bent"})  # fmt: skip


def _lobed_flange(dice: Dice) -> Draft:
    """A ring with ears around it: triangular, or separate lugs as on a pump."""
    bore, lugs = dice.real(8, 40), dice.pick((3, 3, 4, 5, 6))
    z, reach = bore * dice.real(0.15, 0.45), bore * dice.real(1.55, 2.1)
    drill = bore * dice.real(0.1, 0.17)
    ear, ring = rod(drill * 2.1, z).at(reach), rod(bore * 1.3, z)
    if lugs == 3:
        body = hull(ear.around(3))
    else:
        body = union([hull(ear.turned(z=360.0 * k / lugs), rod(bore * 0.6, z))
                      for k in range(lugs)])  # fmt: skip
    body += ring
    neck, raised = dice.yes(0.5), dice.yes(0.4)
    if neck:
        body += rod(bore * 1.28, bore * dice.real(0.6, 2), "neck", top=bore * 1.12)
    if raised:
        body += rod(bore * 1.25, z * 0.3, "raised face").turned(x=180).at(z=0.01)
    body -= rod(bore, 99 * bore, "bore").at(z=-9 * bore)
    body -= hole(drill, z, reach).around(lugs)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 90.0, 180.0))), {"bolt hole": lugs},
                 {"neck": neck, "raised face": raised, "ribs": False},
                 {"outline": "triangular" if lugs == 3 else "star-shaped"})  # fmt: skip


def _flat_nozzle(dice: Dice) -> Draft:
    """A nozzle that narrows from a round socket to a wide slit, as on a vacuum or dryer."""
    radius, long = dice.real(8, 25), dice.real(1.5, 4)
    wide, thin = radius * dice.real(1.3, 4.5), radius * dice.real(0.25, 0.5)
    wall, end = radius * 0.14, radius * dice.real(0.8, 2)
    tip = radius * long

    def funnel(shrink: float, feature: str) -> Body:
        mouth = block(2 * (wide - shrink), 2 * (thin - shrink), 0.2, feature).at(z=tip)
        return hull(rod(radius - shrink, 0.2), mouth, feature=feature)

    lip = radius * dice.real(0.1, 0.6)
    body = funnel(0.0, "body") + rod(radius, end).turned(x=180).at(z=0.1)
    body += block(2 * wide, 2 * thin, lip, "tip").at(z=tip)
    body = body - funnel(wall, "bore") - rod(radius - wall, 2 * end, "bore").at(z=-2 * end + 0.1)
    body -= block(2 * (wide - wall), 2 * (thin - wall), lip + 2, "opening").at(z=tip)
    if dice.yes(0.5):
        body += tube(radius * 1.15, radius * 0.95, end * 0.3, "collar").at(z=-end)
    return Draft(body.turned(y=dice.pick((0.0, 90.0)), z=dice.real(-30, 30)), {"opening": 2},
                 {"pointed tip": False, "barbs": False}, {"form": "flat"})  # fmt: skip


def _pipe_plug(dice: Dice) -> Draft:
    """A screw plug: thread below, square, hexagonal or slotted round head above."""
    radius = dice.real(5, 30)
    long, sides = radius * dice.real(0.7, 1.8), dice.pick((4, 6, 40))
    head = radius * dice.real(0.5, 1.3)
    wide = radius * (dice.real(0.7, 0.95) if sides == 4 else dice.real(1.1, 1.5))
    body = thread_ridges(radius, long, radius * dice.real(0.14, 0.28))
    if dice.yes(0.5):
        body += rod(max(radius, wide) * 1.15, radius * 0.22, "flange").at(z=long * 0.99)
    body += rod(wide, head + radius * 0.2, "head", sides=sides).at(z=long * 0.99)
    if sides == 40:
        body -= rod(wide * 0.5, radius, "socket", sides=6).at(z=long + head * 0.6)
    if dice.yes(0.5):
        body -= rod(radius * 0.7, long * 0.8, "cavity").at(z=-0.1)
    outline = {4: "square", 6: "hexagonal", 40: "round"}[sides]
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 110.0))), {"rib": 0},
                 {"dome": False, "ribs": False}, {"outline": outline})  # fmt: skip


def _expansion_plug(dice: Dice) -> Draft:
    """A test plug: rubber between two discs, drawn tight by a wing nut or a cam lever."""
    radius = dice.real(10, 50)
    thick, rubber = radius * dice.real(0.1, 0.2), radius * dice.real(0.4, 1)
    body = rod(radius * 0.95, thick) + rod(radius * dice.real(0.95, 1.2), thick).at(
        z=thick + rubber)  # fmt: skip
    body += revolved([(0, thick), (radius * 0.9, thick), (radius, thick + rubber / 2),
                      (radius * 0.9, thick + rubber), (0, thick + rubber)], "seal")  # fmt: skip
    top = 2 * thick + rubber
    stem = radius * dice.real(0.1, 0.18)
    body += rod(stem, radius * dice.real(0.8, 1.4), "stem").at(z=top - 0.1)
    wing = hull(rod(stem * 1.2, stem), rod(stem * 1.4, stem).at(radius * 0.7, stem * 2),
                feature="wing").turned(x=90).at(y=stem / 2, z=top + stem * 1.6)  # fmt: skip
    body += wing + wing.turned(z=180) + rod(stem * 2.2, stem * 3, "nut").at(z=top - 0.1)
    return Draft(body, {"rib": 0}, {"dome": False, "ribs": False}, {"outline": "round"})


def _butterfly_valve(dice: Dice) -> Draft:
    """A flat ring with a disc in it, turned on a neck by a lever or a wheel."""
    radius = dice.real(20, 70)
    width, lugs = radius * dice.real(0.35, 0.6), dice.pick((0, 2, 4, 8))
    bore = radius * dice.real(0.75, 0.84)
    body = tube(radius, bore, width).at(z=-width / 2)
    if lugs:
        lug = tube(radius * 0.16, radius * 0.07, width, "lug").at(radius * 1.1, 0, -width / 2)
        body += lug.around(lugs, 180.0 / lugs)
    disc = rod(bore * 0.99, radius * 0.08, "disc").at(z=-radius * 0.04)
    neck = radius * dice.real(0.5, 1.1)
    body += disc.turned(y=dice.real(0, 80)).turned(z=90)
    stem = rod(radius * 0.09, bore * 2 + neck, "stem").turned(x=-90).at(y=-bore)
    top = radius + neck
    body += stem + (rod(radius * 0.2, neck * 1.05, "neck").turned(x=-90).at(y=radius * 0.95))
    body += rounded_block(radius * 0.7, width, radius * 0.12, 2).turned(x=-90).at(y=top * 0.99)
    wheel, bare = dice.yes(0.35), dice.yes(0.15)
    if wheel:
        box = block(radius * 0.8, radius * 0.8, radius * 0.4, "gearbox").turned(x=-90)
        rim = wire(np.array([(radius * 0.6 * np.cos(a), radius * 0.6 * np.sin(a), width + radius)
                             for a in np.linspace(0, 2 * np.pi, 32, endpoint=False)]),
                   radius * 0.06, "hand wheel", closed=True)  # fmt: skip
        arm = block(radius * 1.2, radius * 0.08, radius * 0.08, "hand wheel").at(z=width + radius)
        rim += arm + arm.turned(z=90) + rod(radius * 0.1, width + radius, "stem")
        body += box.at(y=top) + rim.at(y=top + radius * 0.2)
    elif not bare:
        arm = rounded_block(radius * 2.4, radius * 0.22, radius * 0.1, radius * 0.1, "lever")
        body += arm.at(radius * 1.0).turned(x=-90).at(y=top + radius * 0.1)
    return Draft(body.turned(x=90), {"opening": 2}, {"hand wheel": wheel,
                 "lever": not wheel and not bare, "flanges": False})  # fmt: skip


def _solenoid_valve(dice: Dice) -> Draft:
    """A brass block with two threaded ends under an electric coil with its plug."""
    size = dice.real(12, 40)
    long, bore = size * dice.real(1.8, 3.2), size * dice.real(0.25, 0.38)
    body = rounded_block(size * 1.5, size * 1.2, size, size * 0.15)
    body += rod(bore * 1.6, long, sides=dice.pick((6, 8, 40))).at(z=-long / 2).turned(y=90).at(
        z=size / 2)  # fmt: skip
    cap = size * dice.real(0.2, 0.4)
    body += rounded_block(size * 1.5, size * 1.5, cap, size * dice.pick((0.1, 0.7)), "bonnet").at(
        z=size * 0.98)  # fmt: skip
    body += at_corners(rod(size * 0.1, size * 0.1, "screw", sides=12), size * 1.1, size * 1.1).at(
        z=size + cap)  # fmt: skip
    base = size + cap + size * 0.15
    body += rod(size * 0.3, size * 0.4, "stem").at(z=size + cap - 0.1)
    high = size * dice.real(0.9, 1.6)
    if dice.yes(0.6):
        body += rounded_block(size * 1.1, size * 1.2, high, size * 0.1, "coil").at(z=base)
    else:
        body += rod(size * 0.6, high, "coil").at(z=base)
    body += rod(size * 0.2, high + size * 0.25, "stem", sides=6).at(z=base)
    body += rounded_block(size * 0.7, size * 0.7, size * 0.6, 1, "plug").at(
        dice.pick((-1, 1)) * size * 0.75, 0, base + high * 0.3)  # fmt: skip
    body -= rod(bore, long * 2, "bore").at(z=-long).turned(y=90).at(z=size / 2)
    return Draft(body, {"opening": 2}, {"hand wheel": False, "lever": False, "flanges": False})


def _exhaust_manifold(dice: Dice) -> Draft:
    """Bent runners from flanges on an engine into one collector."""
    ports, radius = dice.pick((2, 3, 4, 4, 6)), dice.real(8, 18)
    pitch, reach = radius * dice.real(2.8, 4), radius * dice.real(3, 7)
    drop, t = radius * dice.real(2, 7), radius * 0.4
    meet = dice.pick((0.0, 0.0, 0.5)) * pitch * (ports - 1)
    places = [(k - (ports - 1) / 2) * pitch for k in range(ports)]
    runners: list[Body] = []
    bores: list[Body] = []
    for x in places:
        control = np.array([(x, 0, 0), (x, reach, 0), (meet, reach * 1.2, 0.0),
                            (meet, reach, -drop)])  # fmt: skip
        s = np.linspace(0, 1, 16)[:, None]
        path = ((1 - s) ** 3 * control[0] + 3 * s * (1 - s) ** 2 * control[1]
                + 3 * s * s * (1 - s) * control[2] + s**3 * control[3])  # fmt: skip
        runners.append(wire(path, radius, "runner", sides=16))
        bores.append(rod(radius * 0.8, 4 * t, "port").turned(x=-90).at(x, -2 * t))
    low = reach * 1.0
    collector = rod(radius * 1.5, radius * 2.5, "collector", top=radius * 1.9).at(
        meet, low, -drop - radius * 1.5)  # fmt: skip
    body = union([*runners, collector])
    plate = rounded_block(pitch * 0.95, radius * 3, t, radius * 0.8, "flange")
    plate = plate - hole(radius * 0.2, t, pitch * 0.3, radius * 1.1) - hole(
        radius * 0.2, t, -pitch * 0.3, -radius * 1.1)  # fmt: skip
    flanges = in_row(plate, ports, pitch)
    if dice.yes(0.6):
        flanges += block(pitch * (ports - 0.5), radius * 1.6, t, "flange")
    body += flanges.turned(x=90).at(y=t * 0.9)
    outlet = rod(radius * 1.3, radius * 2, "outlet").at(meet, low, -drop - radius * 1.6)
    return Draft(body - union(bores) - outlet, {"port": ports}, {"nipples": False},
                 {"form": "curved"})  # fmt: skip


def _star_manifold(dice: Dice) -> Draft:
    """A round distributor: ports on nipples all around a drum and one inlet on top."""
    radius, ports = dice.real(15, 45), dice.whole(4, 10)
    high, small = radius * dice.real(0.5, 1.4), radius * dice.real(0.14, 0.24)
    reach = radius * dice.real(0.5, 1.2)
    body = rod(radius, high, sides=ports if ports > 5 and dice.yes(0.5) else 40)
    nipples = dice.yes(0.7)
    if nipples:
        spout = rod(small, reach).turned(y=90).at(radius * 0.85)
        collar = rod(small * 1.4, small, "nipple", sides=6).turned(y=90).at(radius * 0.95)
        body += (spout.labelled("nipple") + collar).at(z=high / 2).around(ports, 180 / ports)
    mouth = small * (0.6 if nipples else 1.0)
    drill = rod(mouth, 3 * radius, "port").turned(y=90).at(z=high / 2)
    body -= drill.around(ports, 180 / ports)
    inlet = small * dice.real(1.6, 2.4)
    body += rod(inlet, radius * dice.real(0.3, 1), "inlet").at(z=high * 0.98)
    body += rod(inlet * 1.3, radius * 0.2, "inlet", sides=6).at(z=high * 0.98)
    body -= rod(inlet * 0.7, 3 * radius, "inlet").at(z=high * 0.5)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"port": ports}, {"nipples": nipples},
                 {"form": "round"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("pipe", "corrugated", _corrugated_pipe),
    Builder("pipe", "coil", _coiled_pipe),
    Builder("pipe elbow", "brass", _brass_elbow),
    Builder("flange", "lobed", _lobed_flange),
    Builder("nozzle", "flat", _flat_nozzle),
    Builder("pipe cap", "plug", _pipe_plug),
    Builder("pipe cap", "expansion", _expansion_plug),
    Builder("valve", "butterfly", _butterfly_valve),
    Builder("valve", "solenoid", _solenoid_valve),
    Builder("manifold", "exhaust", _exhaust_manifold),
    Builder("manifold", "star", _star_manifold),
)
