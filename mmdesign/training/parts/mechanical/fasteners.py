"""Screws, nuts, washers, pins and springs."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    helix,
    prism,
    revolved,
    rod,
    tube,
    union,
    wire,
)


def thread_ridges(radius: float, length: float, pitch: float) -> Body:
    """Thread ridges as turned grooves: right at picture size, and light."""
    depth = 0.3 * pitch
    profile: list[tuple[float, float]] = [(0.0, 0.0)]
    for turn in range(max(int(length / pitch), 1)):
        profile += [(radius - depth, turn * pitch), (radius, (turn + 0.5) * pitch)]
    profile += [(radius - depth, length), (0.0, length)]
    return revolved(profile, "thread", segments=24)


def threaded_shank(dice: Dice, radius: float, length: float) -> tuple[Body, bool]:
    """A shank from z = 0 to the head at `length`, and whether it is threaded."""
    threaded = dice.yes(0.7)
    if not threaded:
        return rod(radius, length), False
    plain = length * dice.pick((0.0, 0.3, 0.5))
    body = thread_ridges(radius, length - plain, max(0.3 * radius, 0.9))
    return (body + rod(radius, plain).at(z=length - plain) if plain else body), True


def _hex_bolt(dice: Dice) -> Draft:
    radius, length = dice.real(2, 8), dice.real(15, 80)
    shank, threaded = threaded_shank(dice, radius, length)
    head = rod(radius * dice.real(1.7, 2.1), radius * dice.real(1.1, 1.5), "head", sides=6)
    body = shank + head.at(z=length)
    flanged = dice.yes(0.3)
    if flanged:
        body += rod(radius * 2.3, radius * 0.35, "flange").at(z=length)
    return Draft(body, flags={"thread": threaded, "flange": flanged},
                 shape={"head": "hexagonal head",
                        "length": length_word(length, radius)})  # fmt: skip


def length_word(length: float, radius: float) -> str:
    """What a fastener of this slenderness is called."""
    return "long" if length / radius > 8 else "short"


def _socket_screw(dice: Dice) -> Draft:
    radius, length = dice.real(1.5, 6), dice.real(10, 60)
    shank, threaded = threaded_shank(dice, radius, length)
    kind = dice.pick(("cylindrical head", "countersunk head", "domed head"))
    if kind == "cylindrical head":
        head = rod(radius * 1.6, radius * 2, "head")
    elif kind == "countersunk head":
        head = rod(radius, radius * 1.2, "head", top=radius * 2)
    else:
        head = ball(radius * 1.9, "head") & block(99, 99, 99, "head")
        head = head.scaled(z=0.65)
    top = float(head.solid.bounding_box()[5])
    socket = rod(radius * 0.85, top, "socket", sides=6).at(z=top * 0.5)
    return Draft(shank + (head - socket).at(z=length),
                 flags={"hex socket": True, "cross slot": False, "thread": threaded},
                 shape={"head": kind, "length": length_word(length, radius)})  # fmt: skip


def _slotted_screw(dice: Dice) -> Draft:
    radius, length = dice.real(1.5, 5), dice.real(8, 50)
    shank, threaded = threaded_shank(dice, radius, length)
    head = (ball(radius * 2, "head") & block(99, 99, 99, "head")).scaled(z=0.6)
    cutter = block(radius * 5, radius * 0.4, radius * 2, "slot").at(z=radius * 0.6)
    cross = dice.yes(0.5)
    if cross:
        cutter = block(radius * 2.4, radius * 0.4, radius * 2, "slot").at(z=radius * 0.6)
        cutter += cutter.turned(z=90)
    return Draft(shank + (head - cutter).at(z=length),
                 flags={"hex socket": False, "cross slot": cross, "thread": threaded},
                 shape={"head": "domed head", "length": length_word(length, radius)})  # fmt: skip


def _wing_screw(dice: Dice) -> Draft:
    radius, length = dice.real(2, 5), dice.real(10, 40)
    shank, threaded = threaded_shank(dice, radius, length)
    return Draft(shank + _wings(radius).at(z=length), counts={"wing": 2},
                 flags={"hex socket": False, "cross slot": False, "thread": threaded})  # fmt: skip


def _wings(radius: float) -> Body:
    hub = rod(radius * 1.9, radius * 2, top=radius * 1.6)
    outline = [
        (radius, 0.2 * radius),
        (radius * 4, radius * 1.5),
        (radius * 4.5, radius * 3.5),
        (radius * 3.6, radius * 4),
        (radius * 2.2, radius * 2.4),
        (radius, radius * 1.8),
    ]
    wing = prism(outline, radius * 0.8, "wing").at(z=-radius * 0.4).turned(x=90)
    return hub + wing + wing.turned(z=180)


def _wing_nut(dice: Dice) -> Draft:
    radius = dice.real(2, 6)
    body = _wings(radius) - rod(radius, radius * 9, "hole").at(z=-1)
    return Draft(body, counts={"wing": 2, "hole": 1}, flags={"wings": True})


def _eye_bolt(dice: Dice) -> Draft:
    radius, length = dice.real(2, 6), dice.real(15, 50)
    shank, threaded = threaded_shank(dice, radius, length)
    ring = revolved([(radius * 3 + radius * np.cos(a), radius * np.sin(a))
                     for a in np.linspace(0, 2 * np.pi, 16, endpoint=False)], "ring")  # fmt: skip
    return Draft(shank + ring.turned(x=90).at(z=length + radius * 3),
                 flags={"ring": True, "thread": threaded})  # fmt: skip


def _hex_nut(dice: Dice) -> Draft:
    radius = dice.real(2, 10)
    height = radius * dice.real(1.0, 2.0)
    body = rod(radius * 1.95, height, sides=6)
    if dice.yes(0.6):  # the usual chamfer of the corners, turned
        body = body & revolved([(0, 0), (radius * 1.7, 0), (radius * 2, radius * 0.2),
                                (radius * 2, height - radius * 0.2), (radius * 1.7, height),
                                (0, height)])  # fmt: skip
    flanged = dice.yes(0.3)
    if flanged:
        body += rod(radius * 2.5, radius * 0.4, "flange")
    return Draft(body - rod(radius, height + 2, "hole").at(z=-1), counts={"hole": 1},
                 flags={"flange": flanged, "slots": False},
                 shape={"outline": "hexagonal"})  # fmt: skip


def _square_nut(dice: Dice) -> Draft:
    radius = dice.real(2, 8)
    height = radius * dice.real(0.8, 1.6)
    body = block(radius * 3.4, radius * 3.4, height) - rod(radius, height + 2, "hole").at(z=-1)
    return Draft(
        body,
        counts={"hole": 1},
        flags={"flange": False, "slots": False},
        shape={"outline": "square"},
    )


def _washer(dice: Dice) -> Draft:
    inner = dice.real(2, 15)
    outer = inner * dice.real(1.6, 3.2)
    height = outer * dice.real(0.06, 0.2)
    body = rod(outer, height) - rod(inner, height + 2, "hole").at(z=-1)
    return Draft(body, counts={"hole": 1}, flags={"slit": False, "tabs": False},
                 shape={"outline": "round", "thickness": "thin"})  # fmt: skip


def _lock_washer(dice: Dice) -> Draft:
    inner = dice.real(3, 15)
    outer = inner * dice.real(1.4, 1.8)
    height = inner * dice.real(0.2, 0.35)
    body = rod(outer, height) - rod(inner, height + 2, "hole").at(z=-1)
    body -= block(outer, inner * 0.25, height + 2, "slit").turned(z=20).at(outer * 0.8, 0, -1)
    return Draft(
        body, counts={"hole": 1}, flags={"slit": True, "tabs": False}, shape={"outline": "round"}
    )


def _dowel_pin(dice: Dice) -> Draft:
    radius, length = dice.real(1.5, 8), dice.real(15, 70)
    taper = radius * 0.25
    body = revolved([(0, 0), (radius - taper, 0), (radius, taper), (radius, length - taper),
                     (radius - taper, length), (0, length)])  # fmt: skip
    drilled = dice.yes(0.4)
    if drilled:
        drill = rod(radius * 0.35, radius * 4, "hole").at(z=-radius * 2)
        body -= drill.turned(x=90).at(z=length * 0.85)
    return Draft(body, counts={"hole": int(drilled)}, flags={"cross hole": drilled, "head": False},
                 shape={"section": "round", "length": length_word(length, radius)})  # fmt: skip


def _rivet(dice: Dice) -> Draft:
    radius, length = dice.real(1.5, 6), dice.real(8, 40)
    head = (ball(radius * 1.9, "head") & block(99, 99, 99, "head")).scaled(z=0.8)
    return Draft(rod(radius, length) + head.at(z=length),
                 flags={"thread": False, "hollow end": False},
                 shape={"head": "domed head", "length": length_word(length, radius)})  # fmt: skip


def _compression_spring(dice: Dice) -> Draft:
    radius = dice.real(5, 25)
    thickness = radius * dice.real(0.08, 0.2)
    turns = dice.whole(4, 11)
    pitch = thickness * dice.real(2.6, 6)
    conical = dice.yes(0.25)
    path = helix(radius, pitch, turns)
    if conical:
        path[:, :2] *= np.linspace(1, 0.45, len(path))[:, None]
    body = wire(path, thickness, "coil", sides=10)
    return Draft(body, counts={"turn": turns}, flags={"end hooks": False, "arms": False},
                 shape={"form": "conical" if conical else "cylindrical"})  # fmt: skip


def _extension_spring(dice: Dice) -> Draft:
    radius = dice.real(4, 14)
    thickness = radius * dice.real(0.12, 0.2)
    turns = dice.whole(6, 12)
    pitch = thickness * 2.15
    coil = wire(helix(radius, pitch, turns), thickness, "coil", sides=10)
    ring = tube(radius + thickness, radius - thickness, 2 * thickness, "ring").at(z=-thickness)
    ring = ring.turned(x=90)
    body = union([coil, ring.at(z=-radius * 0.9), ring.at(z=pitch * turns + radius * 0.9)])
    return Draft(body, counts={"turn": turns, "ring": 2}, flags={"end hooks": True, "arms": False},
                 shape={"form": "cylindrical"})  # fmt: skip


BUILDERS = (
    Builder("bolt", "hex", _hex_bolt),
    Builder("screw", "socket", _socket_screw),
    Builder("screw", "slotted", _slotted_screw),
    Builder("screw", "wing", _wing_screw, held_out=True),
    Builder("wing nut", "cast", _wing_nut),
    Builder("eye bolt", "ring", _eye_bolt),
    Builder("nut", "hex", _hex_nut),
    Builder("nut", "square", _square_nut, held_out=True),
    Builder("washer", "flat", _washer),
    Builder("washer", "lock", _lock_washer, held_out=True),
    Builder("pin", "dowel", _dowel_pin),
    Builder("rivet", "domed", _rivet),
    Builder("spring", "compression", _compression_spring),
    Builder("spring", "extension", _extension_spring),
)
