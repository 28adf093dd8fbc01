"""More fasteners: other heads, other nuts, washers, pins, rivets, springs and inserts."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fasteners import length_word, thread_ridges, threaded_shank
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    Point3,
    arc,
    ball,
    block,
    helix,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _dome(radius: float, height: float, feature: str = "head") -> Body:
    """A spherical cap that is `height` tall."""
    cap = ball(radius, feature) & block(9 * radius, 9 * radius, 2 * radius, feature)
    return cap.scaled(z=height / radius)


def _carriage_bolt(dice: Dice) -> Draft:
    radius, length = dice.real(2, 8), dice.real(12, 110)
    shank, threaded = threaded_shank(dice, radius, length)
    neck = block(2.1 * radius, 2.1 * radius, radius * dice.real(0.8, 1.6), "neck")
    top = _dome(radius * dice.real(2, 2.8), radius * dice.real(0.7, 1.2))
    body = shank + neck.mirrored(z=1).at(z=length) + top.at(z=length)
    return Draft(body, {}, {"thread": threaded, "flange": False},
                 {"head": "domed head", "length": length_word(length, radius)})  # fmt: skip


def _square_bolt(dice: Dice) -> Draft:
    radius, length = dice.real(3, 10), dice.real(12, 90)
    shank, threaded = threaded_shank(dice, radius, length)
    side, high = radius * dice.real(2.8, 3.6), radius * dice.real(1.0, 1.8)
    head = rounded_block(side, side, high, radius * dice.real(0.05, 0.4), "head")
    flanged = dice.yes(0.4)
    if flanged:
        head = head.at(z=radius * 0.4) + rod(radius * 2.9, radius * 0.5, "flange")
    return Draft(shank + head.at(z=length), {}, {"thread": threaded, "flange": flanged},
                 {"head": "square head", "length": length_word(length, radius)})  # fmt: skip


def _flange_bolt(dice: Dice) -> Draft:
    """Hexagonal head whose conical collar carries serrations, lying on its side."""
    radius, length = dice.real(2.5, 7), dice.real(15, 60)
    shank = thread_ridges(radius, length * 0.75, max(0.35 * radius, 1.0))
    shank += rod(radius, length * 0.27).at(z=length * 0.74)
    collar = rod(radius * 2.5, radius * 0.3, "flange")
    collar += rod(radius * 2.5, radius * 0.7, "flange", top=radius * 1.8).at(z=radius * 0.3)
    head = rod(radius * 1.9, radius * 2, "head", sides=6)
    head -= _dome(radius * 1.1, radius * 0.5, "dimple").mirrored(z=1).at(z=radius * 2.01)
    return Draft((shank + (collar + head).at(z=length)).turned(y=90), {},
                 {"thread": True, "flange": True},
                 {"head": "hexagonal head", "length": length_word(length, radius)})  # fmt: skip


def _thumb_screw(dice: Dice) -> Draft:
    radius, length = dice.real(1.5, 5), dice.real(8, 40)
    shank, threaded = threaded_shank(dice, radius, length)
    grip, high = radius * dice.real(2.2, 4), radius * dice.real(1.5, 4)
    notches = dice.whole(16, 36)
    cut = block(grip * 0.1, grip * 0.09, high * 2, "knurl").turned(z=45).at(grip, 0, -high / 2)
    head = rod(grip, high, "head") - cut.around(notches)
    head = head.at(z=radius * 0.6) + rod(radius * 1.5, radius * 0.7, "collar")
    return Draft(shank + head.at(z=length), {"notch": notches},
                 {"hex socket": False, "cross slot": False, "thread": threaded},
                 {"head": "cylindrical head", "length": length_word(length, radius)})  # fmt: skip


def _wood_screw(dice: Dice) -> Draft:
    """Coarse thread on a tapering shank with a point; countersunk head."""
    radius, length = dice.real(1.5, 4), dice.real(16, 70)
    pitch, core = radius * dice.real(0.7, 1.1), radius * 0.62
    turns = max(int(length * 0.65 / pitch), 3)
    profile: list[Point2] = [(0.0, 0.0), (core * 0.5, pitch)]
    for turn in range(1, turns):
        wide = min(1.0, 0.45 + turn / 6)
        profile += [(core * wide, turn * pitch), (radius * wide, (turn + 0.35) * pitch),
                    (core * wide, (turn + 0.7) * pitch)]  # fmt: skip
    profile += [(radius * 0.85, turns * pitch), (radius * 0.85, length), (0.0, length)]
    head = rod(radius * 0.85, radius * 1.2, "head", top=radius * 2.1)
    cross = dice.yes(0.6)
    cutter = block(radius * 2.6, radius * 0.4, radius * 2, "slot").at(z=radius * 0.5)
    cutter = cutter + cutter.turned(z=90) if cross else cutter.scaled(x=2)
    return Draft(revolved(profile, "thread", segments=24) + (head - cutter).at(z=length), {},
                 {"hex socket": False, "cross slot": cross, "thread": True},
                 {"head": "countersunk head", "length": length_word(length, radius)})  # fmt: skip


def _flanged_button_screw(dice: Dice) -> Draft:
    radius, length = dice.real(1.5, 5), dice.real(6, 45)
    shank, threaded = threaded_shank(dice, radius, length)
    head = rod(radius * 2.6, radius * 0.4, "head") + _dome(radius * 2, radius * 1.2).at(
        z=radius * 0.3)  # fmt: skip
    socket = dice.yes(0.6)
    if socket:
        head -= rod(radius, radius * 3, "socket", sides=6).at(z=radius * 0.5)
    else:
        bar = block(radius * 2.2, radius * 0.45, radius * 3, "slot").at(z=radius * 0.6)
        head -= bar + bar.turned(z=90)
    return Draft((shank + head.at(z=length)).turned(y=dice.pick((0.0, 90.0, 180.0))), {},
                 {"hex socket": socket, "cross slot": not socket, "thread": threaded},
                 {"head": "domed head", "length": length_word(length, radius)})  # fmt: skip


def _cap_nut(dice: Dice) -> Draft:
    radius = dice.real(2, 10)
    high = radius * dice.real(1.0, 2.0)
    body = rod(radius * 2, high, sides=6)
    body += _dome(radius * 1.6, radius * dice.real(1.1, 2.0), "dome").at(z=high - 0.01)
    flanged = dice.yes(0.4)
    if flanged:
        body += rod(radius * 2.6, radius * 0.4, "flange")
    return Draft(body - rod(radius, high, "hole").at(z=-0.5), {"hole": 1},
                 {"flange": flanged, "slots": False}, {"outline": "hexagonal"})  # fmt: skip


def _castle_nut(dice: Dice) -> Draft:
    radius = dice.real(3, 12)
    high, crown = radius * dice.real(1.1, 1.8), radius * dice.real(0.6, 1.1)
    body = rod(radius * 2, high, sides=6) + rod(radius * 1.65, crown, "crown").at(z=high)
    slots = 6
    cut = block(radius * 1.4, radius * 0.5, crown + 1, "slot").at(radius * 1.5, 0, high + 0.1)
    body -= cut.around(slots, 30)
    return Draft(body - rod(radius, radius * 9, "hole").at(z=-1), {"hole": 1, "slot": slots},
                 {"flange": False, "slots": True}, {"outline": "hexagonal"})  # fmt: skip


def _coupling_nut(dice: Dice) -> Draft:
    radius = dice.real(2, 8)
    length = radius * dice.real(5, 11)
    body = rod(radius * 1.9, length, sides=6)
    return Draft((body - rod(radius, length + 2, "hole").at(z=-1)).turned(y=90), {"hole": 1},
                 {"flange": False, "slots": False}, {"outline": "hexagonal"})  # fmt: skip


def _slotted_round_nut(dice: Dice) -> Draft:
    """A bearing lock nut: flat ring, notches in its rim for a hook spanner."""
    outer = dice.real(8, 35)
    bore, high = outer * dice.real(0.5, 0.7), outer * dice.real(0.2, 0.5)
    slots = dice.pick((4, 6, 8))
    notch = block(outer * 0.3, outer * 0.2, high + 2, "slot").at(outer, 0, -1)
    body = rod(outer, high) - rod(bore, high + 2, "hole").at(z=-1) - notch.around(slots)
    return Draft(body, {"hole": 1, "slot": slots}, {"flange": False, "slots": True},
                 {"outline": "round"})  # fmt: skip


def _tab_washer(dice: Dice) -> Draft:
    inner, z = dice.real(3, 12), dice.real(0.6, 1.8)
    outer, tabs = inner * dice.real(1.5, 2.2), dice.pick((1, 2, 3))
    tab = block(outer * 0.9, outer * 0.55, z, "tab").at(outer * 1.1)
    bent = dice.yes(0.5)
    if bent:
        tab += block(z, outer * 0.55, outer * 0.6, "tab").at(outer * 1.55 - z / 2)
    body = rod(outer, z) + tab.around(tabs) - rod(inner, z + 2, "hole").at(z=-1)
    return Draft(body, {"hole": 1, "tab": tabs}, {"slit": False, "tabs": True},
                 {"thickness": "thin"})  # fmt: skip


def _cup_washer(dice: Dice) -> Draft:
    """A countersunk finishing washer or a disc spring: a cone with a hole."""
    inner = dice.real(3, 18)
    outer, rise = inner * dice.real(1.7, 2.6), inner * dice.real(0.3, 0.9)
    z = inner * dice.real(0.08, 0.2)
    lip = inner * dice.pick((0.0, 0.4))
    profile = [(inner, rise), (outer, 0.0), (outer + lip + 0.01, 0.0), (outer + lip + 0.01, z),
               (outer, z), (inner, rise + z)]  # fmt: skip
    return Draft(revolved(profile), {"hole": 1}, {"slit": False, "tabs": False},
                 {"form": "conical"})  # fmt: skip


def _clevis_pin(dice: Dice) -> Draft:
    radius, length = dice.real(2, 9), dice.real(18, 90)
    body = rod(radius, length) + rod(radius * dice.real(1.5, 2), radius * 0.7, "head").at(z=length)
    body += rod(radius, radius * 0.4, top=radius * 0.6).mirrored(z=1)
    drilled = dice.yes(0.7)
    if drilled:
        body -= rod(radius * 0.35, radius * 4, "hole").at(z=-radius * 2).turned(x=90).at(
            z=radius * 1.2)  # fmt: skip
    return Draft(body, {"hole": int(drilled)}, {"cross hole": drilled, "head": True},
                 {"section": "round", "length": length_word(length, radius)})  # fmt: skip


def _spring_pin(dice: Dice) -> Draft:
    """A rolled tube with a slit along it."""
    radius, length = dice.real(1.5, 7), dice.real(10, 60)
    body = tube(radius, radius * dice.real(0.6, 0.75), length)
    body -= block(radius * 2, radius * 0.35, length + 2, "slit").at(x=radius, z=-1)
    return Draft(body.turned(z=-45), {"slit": 1}, {"cross hole": False, "head": False},
                 {"section": "round", "length": length_word(length, radius)})  # fmt: skip


def _cotter_pin(dice: Dice) -> Draft:
    """A split pin: one wire, bent double, with an eye as its head."""
    thick, length = dice.real(0.8, 2.5), dice.real(15, 50)
    eye, gap = thick * dice.real(2.4, 3.4), thick * 0.9
    loop: list[Point3] = [(eye * x, 0.0, eye * y + length) for x, y in arc(1, -60, 240, 22)]
    last = length * dice.real(0.75, 1.0)
    path = np.array([(gap, 0, 0), (gap, 0, length * 0.4), (gap, 0, length - 1.6 * eye), *loop,
                     (-gap, 0, length - 1.6 * eye), (-gap, 0, length * 0.4),
                     (-gap, 0, length - last)])  # fmt: skip
    return Draft(wire(path, thick), {"leg": 2}, {"cross hole": False, "head": True},
                 {"form": "bent"})  # fmt: skip


def _blind_rivet(dice: Dice) -> Draft:
    radius, length = dice.real(1.5, 4), dice.real(6, 22)
    nail = radius * 0.5
    head = _dome(radius * 2, radius * 0.7).at(z=length)
    body = (
        rod(radius, length) + head + rod(nail, length * dice.real(2, 3.5), "mandrel").at(z=length)
    )
    body += ball(radius * 0.95, "mandrel").at(z=-radius * 0.3)
    return Draft(body, {}, {"thread": False, "hollow end": False},
                 {"head": "domed head", "length": length_word(length, radius)})  # fmt: skip


def _tubular_rivet(dice: Dice) -> Draft:
    radius, length = dice.real(2, 7), dice.real(6, 40)
    sunk = dice.yes(0.5)
    head = (rod(radius, radius * 0.8, "head", top=radius * 1.9) if sunk
            else rod(radius * 2.1, radius * 0.5, "head"))  # fmt: skip
    body = rod(radius, length) + head.at(z=length)
    body -= rod(radius * 0.65, length * dice.real(0.4, 0.8), "bore").at(z=-0.1)
    return Draft(body.turned(x=180), {}, {"thread": False, "hollow end": True},
                 {"head": "countersunk head" if sunk else "cylindrical head",
                  "length": length_word(length, radius)})  # fmt: skip


def _torsion_spring(dice: Dice) -> Draft:
    radius = dice.real(5, 16)
    thick, turns = radius * dice.real(0.1, 0.2), dice.whole(3, 9)
    coil = helix(radius, thick * 2.2, turns)
    arm, top = radius * dice.real(1.6, 3.5), coil[-1][2]
    path = np.vstack([[(radius, -arm, 0.0), (radius, -arm * 0.5, 0.0)], coil,
                      [(radius, arm * 0.5, top), (radius, arm, top)]])  # fmt: skip
    body = wire(path, thick, "coil", sides=10)
    return Draft(body.turned(x=90), {"turn": turns, "arm": 2},
                 {"end hooks": False, "arms": True}, {"form": "cylindrical"})  # fmt: skip


def _square_wire_spring(dice: Dice) -> Draft:
    """A die spring of flat wire, or a barrel of it, with ground ends."""
    radius = dice.real(6, 20)
    thick, turns = radius * dice.real(0.12, 0.22), dice.whole(3, 8)
    pitch, bulge = thick * dice.real(2.8, 4.5), dice.pick((0.0, 0.0, 0.45))
    path = helix(radius, pitch, turns)
    path[:, :2] *= (1 + bulge * np.sin(np.linspace(0, np.pi, len(path))))[:, None]
    body = wire(path, thick, "coil", sides=4)
    for z in (0.0, pitch * turns):
        body += tube(radius + thick, radius - thick, thick * 1.2, "end ring").at(z=z - thick * 0.6)
    return Draft(body, {"turn": turns}, {"end hooks": False, "arms": False},
                 {"form": "bulging" if bulge else "cylindrical"})  # fmt: skip


def _threaded_rod(dice: Dice) -> Draft:
    radius, length = dice.real(2, 9), dice.real(60, 200)
    pitch = max(radius * dice.real(0.35, 0.6), 1.2)
    partly = dice.yes(0.4)
    body = thread_ridges(radius, length * (0.35 if partly else 1), pitch)
    if partly:
        body += body.mirrored(z=1).at(z=length)
        body += rod(radius * 0.92, length * 0.5).at(z=length * 0.25)
    return Draft(body.turned(y=90), {}, {"plain middle": partly}, {"section": "round"})


def _threaded_insert(dice: Dice) -> Draft:
    """A heat-set insert: knurled bands with a waist between them."""
    radius = dice.real(2, 8)
    band, teeth = radius * dice.real(0.5, 1.1), dice.whole(14, 26)
    bands, inner = dice.pick((1, 2, 2, 3)), radius * 0.82
    ridge = block(radius * 0.3, radius * 0.14, band, "knurl").at(inner)
    knurled = rod(inner, band) + ridge.around(teeth)
    high = bands * band * 1.4
    body = rod(inner * 0.95, high)
    body += union([knurled.turned(z=5.0 * i).at(z=i * 1.4 * band) for i in range(bands)])
    flanged = dice.yes(0.4)
    if flanged:
        body += rod(radius * 1.5, radius * 0.3, "flange").at(z=high - 0.01)
    body -= rod(radius * 0.55, high * 3, "hole").at(z=-1)
    return Draft(body, {"hole": 1, "knurled band": bands}, {"flange": flanged, "thread": False},
                 {"outline": "round"})  # fmt: skip


def _screw_in_insert(dice: Dice) -> Draft:
    radius, length = dice.real(3, 8), dice.real(8, 22)
    body = thread_ridges(radius, length, radius * dice.real(0.4, 0.7))
    flanged = dice.yes(0.5)
    if flanged:
        body += rod(radius * 1.5, radius * 0.35, "flange").at(z=length)
    body -= rod(radius * 0.6, length * 3, "hole").at(z=-1)
    if not flanged:
        body -= block(radius * 3, radius * 0.4, radius, "slot").at(z=length - radius * 0.4)
    return Draft(body, {"hole": 1}, {"flange": flanged, "thread": True}, {"outline": "round"})


def _circlip(dice: Dice) -> Draft:
    """A snap ring: an eccentric ring with a gap; two eyes for the pliers."""
    radius = dice.real(5, 30)
    z, inward = radius * dice.real(0.06, 0.12), dice.yes(0.4)
    body = rod(radius, z) - rod(radius * 0.84, z + 2, "opening").at(x=radius * 0.04, z=-1)
    body -= prism([(0, 0), *arc(radius * 2, -20, 20, 8)], z + 2, "opening").at(z=-1)
    reach = radius * (0.72 if inward else 1.04)
    for angle in (-27.0, 27.0):
        ear = rod(radius * 0.2, z, "eye") - rod(radius * 0.09, z + 2, "hole", sides=20).at(z=-1)
        body += ear.at(reach).turned(z=angle)
    return Draft(body, {"eye": 2}, {"opening": True}, {"thickness": "thin", "outline": "round"})


BUILDERS = (
    Builder("bolt", "carriage", _carriage_bolt),
    Builder("bolt", "square", _square_bolt),
    Builder("bolt", "flange", _flange_bolt),
    Builder("screw", "thumb", _thumb_screw),
    Builder("screw", "wood", _wood_screw),
    Builder("screw", "button", _flanged_button_screw),
    Builder("nut", "cap", _cap_nut),
    Builder("nut", "castle", _castle_nut),
    Builder("nut", "coupling", _coupling_nut),
    Builder("nut", "slotted round", _slotted_round_nut),
    Builder("washer", "tab", _tab_washer),
    Builder("washer", "cup", _cup_washer),
    Builder("pin", "clevis", _clevis_pin),
    Builder("pin", "spring", _spring_pin),
    Builder("pin", "cotter", _cotter_pin),
    Builder("rivet", "blind", _blind_rivet),
    Builder("rivet", "tubular", _tubular_rivet),
    Builder("spring", "torsion", _torsion_spring),
    Builder("spring", "flat wire", _square_wire_spring),
    Builder("threaded rod", "ridges", _threaded_rod),
    Builder("threaded insert", "knurled", _threaded_insert),
    Builder("threaded insert", "screw-in", _screw_in_insert),
    Builder("circlip", "eyes", _circlip),
)
