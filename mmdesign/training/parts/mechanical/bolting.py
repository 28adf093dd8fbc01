"""Fasteners seen less often: U bolts, grub screws, prong nuts, hitch pins, push rivets."""

from collections.abc import Callable

import numpy as np

from mmdesign.domain import DoubleArray
from mmdesign.training.parts.arranging import bar
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.fasteners import length_word, thread_ridges
from mmdesign.training.parts.solids import (
    Body,
    Point2,
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


def _bent(body: Body, bend: Callable[[DoubleArray], DoubleArray]) -> Body:
    """Every corner moved; `bend` is given all of them at once."""
    return Body(body.solid.warp_batch(bend), body.labels)


def _hexagon(radius: float, high: float, feature: str) -> Body:
    """A nut or bolt head with its corners turned off."""
    turned = revolved([(0, 0), (radius * 0.9, 0), (radius, high * 0.15), (radius, high * 0.85),
                       (radius * 0.9, high), (0, high)], feature)  # fmt: skip
    return rod(radius, high, feature, sides=6) & turned


def _u_bolt(dice: Dice) -> Draft:
    """A round or square bow over a pipe, a nut on each leg, often a strap across both."""
    radius = dice.real(2, 6)
    half, leg = radius * dice.real(2.5, 9), radius * dice.real(5, 16)
    threaded = min(leg * dice.real(0.5, 0.9), radius * 8)
    thread = thread_ridges(radius, threaded, max(0.3 * radius, 0.9))
    square = dice.yes(0.35)
    corner = min(half * 0.9, radius * 2) if square else half * 0.999
    right = [(half - corner + x, leg + y) for x, y in arc(corner, 0, 90, 10)]
    bow = [(half, threaded * 0.97), *right]
    bow += [(-x, z) for x, z in reversed(bow)]
    body = wire(np.array([(x, 0.0, z) for x, z in bow]), radius)
    body += union([thread.at(x=-half), thread.at(x=half)])
    place = threaded * dice.real(0.3, 0.55)
    nut = _hexagon(radius * 1.9, radius * 1.5, "nut").at(z=place - radius * 1.5)
    body += union([nut.at(x=-half), nut.at(x=half)])
    if dice.yes(0.6):
        strap = rounded_block(2 * half + 6 * radius, radius * 3.4, radius * 0.8, radius, "strap")
        body += strap.at(z=place)
    return Draft(body.turned(x=dice.pick((0.0, 90.0, 180.0))), {"leg": 2},
                 {"thread": True, "flange": False}, {"form": "U-shaped"})  # fmt: skip


def _assembled_bolt(dice: Dice) -> Draft:
    """Head, washers and one or two nuts run on, lying or standing."""
    radius = dice.real(2, 9)
    length = radius * dice.real(5, 18)
    body = thread_ridges(radius, length, max(0.3 * radius, 0.9))
    square = dice.yes(0.25)
    head = (rounded_block(radius * 3.2, radius * 3.2, radius * 1.3, 0.3, "head") if square
            else _hexagon(radius * 1.9, radius * 1.35, "head"))  # fmt: skip
    body += head.at(z=length)
    washer = tube(radius * dice.real(2.2, 3.2), radius * 0.75, radius * 0.35, "washer")
    place = length * dice.real(0.15, 0.5)
    if dice.yes(0.7):
        body += washer.at(z=place + radius * 1.55)
    if dice.yes(0.5):
        body += washer.at(z=length - radius * 0.35)
    nut = _hexagon(radius * 1.9, radius * 1.6, "nut").turned(z=dice.real(0, 60))
    body += nut.at(z=place)
    if dice.yes(0.3):
        body += nut.turned(z=25).at(z=place - radius * 1.7)
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 180.0))), {},
                 {"thread": True, "flange": False},
                 {"head": "square head" if square else "hexagonal head",
                  "length": length_word(length, radius)})  # fmt: skip


def _grub_screw(dice: Dice) -> Draft:
    """Headless: thread from end to end, a hexagon socket or a slot, a point, cup or dog."""
    radius = dice.real(1.5, 8)
    length = radius * dice.real(2, 12)
    body = thread_ridges(radius, length, max(radius * dice.real(0.25, 0.45), 0.7))
    tip, pointed = radius * dice.real(0.5, 1.1), dice.yes(0.5)
    body += rod(radius * 0.65, tip, "tip", top=radius * (0.04 if pointed else 0.65)).mirrored(z=1)
    if not pointed and dice.yes(0.4):
        body -= rod(radius * 0.45, radius * 0.5, "dimple", top=0.05).at(z=-tip - 0.01)
    socket = dice.yes(0.65)
    if socket:
        body -= rod(radius * 0.6, length * 0.35, "socket", sides=6).at(z=length * 0.66)
    else:
        body -= block(radius * 2.2, radius * 0.35, radius, "slot").at(z=length - radius * 0.6)
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {},
                 {"hex socket": socket, "cross slot": False, "thread": True},
                 {"length": length_word(length, radius),
                  "tip": "pointed tip" if pointed else "flat tip"})  # fmt: skip


def _self_drilling_screw(dice: Dice) -> Draft:
    """A roofing screw: hexagon on a wide washer face, coarse thread, a fluted drill point."""
    radius = dice.real(1.8, 4)
    length = radius * dice.real(5, 22)
    point = radius * dice.real(1.8, 3)
    pitch, core = radius * dice.real(0.5, 0.8), radius * 0.72
    turns = max(int((length - point) / pitch), 2)
    profile: list[Point2] = [(0.0, point)]
    for turn in range(turns):
        z = point + turn * pitch
        profile += [(core, z), (radius, z + pitch * 0.4), (core, z + pitch * 0.75)]
    profile += [(core, length), (0.0, length)]
    drill = revolved([(0, 0), (core, core * 0.7), (core, point + 0.01), (0, point + 0.01)], "tip")
    flute = block(core, core * 0.7, point * 0.9, "flute").at(core * 0.6, core * 0.65)
    body = revolved(profile, "thread", segments=24) + (drill - flute - flute.turned(z=180))
    body += rod(radius * dice.real(2, 3), radius * 0.35, "head").at(z=length)
    if dice.yes(0.4):
        body += rod(radius * 3.4, radius * 0.5, "washer", top=radius * 3).at(
            z=length - radius * 0.5
        )
    body += _hexagon(radius * 1.7, radius * dice.real(1.4, 2.2), "head").at(z=length)
    return Draft(body.turned(y=dice.pick((0.0, 90.0, 180.0))), {},
                 {"hex socket": False, "cross slot": False, "thread": True},
                 {"head": "hexagonal head", "length": length_word(length, radius)})  # fmt: skip


def _prong_nut(dice: Dice) -> Draft:
    """A nut for wood: a barrel on a disc whose edge is bent up into teeth."""
    radius = dice.real(2, 7)
    plate, z = radius * dice.real(2.2, 3.2), radius * 0.25
    high = radius * dice.real(1.8, 4)
    tabs = dice.pick((3, 4, 4, 6))
    reach = high * dice.real(0.5, 0.8)
    tooth = prism([(-radius * 0.5, 0), (radius * 0.5, 0), (0, reach)], z, "tab").turned(x=90)
    tooth = tooth.turned(z=90).at(plate - z, 0, z * 0.5)
    body = rod(plate, z, "flange") + rod(radius * 1.3, high, top=radius * 1.2)
    body += tooth.around(tabs)
    body -= rod(radius, high * 3, "hole").at(z=-1)
    return Draft(body.turned(x=dice.pick((0.0, 180.0))), {"hole": 1, "tab": tabs},
                 {"flange": True, "slots": False}, {"outline": "round"})  # fmt: skip


def _knurled_nut(dice: Dice) -> Draft:
    """Turned by hand: a round, milled rim, often on a narrower collar."""
    radius = dice.real(2, 8)
    rim, high = radius * dice.real(1.8, 4), radius * dice.real(0.8, 3)
    cuts = dice.whole(14, 32)
    cutter = rod(rim * 0.07, high + 2, "knurl", sides=8).at(rim, 0, -1)
    body = rod(rim, high) - cutter.around(cuts)
    if dice.yes(0.6):
        body += rod(radius * 1.5, radius * dice.real(0.5, 1.5), "collar").at(z=high - 0.01)
    if dice.yes(0.3):
        dish = rod(rim * 0.7, high * 0.3, "recess", top=rim * 0.8)
        body -= dish.mirrored(z=1).at(z=high * 0.29)
    flanged = dice.yes(0.3)
    if flanged:
        body += rod(rim * 1.2, high * 0.15, "flange").at(z=-high * 0.14)
    body -= rod(radius, high * 9, "hole").at(z=-high)
    return Draft(body, {"hole": 1}, {"flange": flanged, "slots": False},
                 {"outline": "round"})  # fmt: skip


def _square_washer(dice: Dice) -> Draft:
    """A thick square plate for timber or strut channel; its hole may be square."""
    inner = dice.real(3, 14)
    side, z = inner * dice.real(3, 5.5), inner * dice.real(0.2, 0.6)
    body = rounded_block(side, side, z, side * dice.pick((0.02, 0.1, 0.2)))
    if dice.yes(0.3):
        body -= (block(side, side, z) - rod(side * 0.62, z, top=side * 0.5)).at(z=z * 0.5)
    if dice.yes(0.3):
        body += tube(inner * 1.4, inner * 0.9, z, "ring").at(z=z - 0.01)
    square = dice.yes(0.35)
    cutter = block(inner * 2, inner * 2, 9 * z, "hole") if square else rod(inner, 9 * z, "hole")
    return Draft(body - cutter.at(z=-z), {"hole": 1}, {"slit": False, "tabs": False},
                 {"outline": "square"})  # fmt: skip


def _wave_washer(dice: Dice) -> Draft:
    """A spring washer without a cut: its ring goes up and down two to four times, or is curved."""
    inner = dice.real(4, 25)
    outer, z = inner * dice.real(1.2, 1.7), inner * dice.real(0.05, 0.12)
    waves, rise = dice.pick((1, 3, 3, 4)), inner * dice.real(0.08, 0.22)
    flat = revolved([(inner, 0), (outer, 0), (outer, z), (inner, z)], segments=72)

    def waved(points: DoubleArray) -> DoubleArray:
        around = np.arctan2(points[:, 1], points[:, 0])
        moved = np.array(points)
        moved[:, 2] += rise * np.cos(max(waves, 2) * around)
        return moved

    return Draft(_bent(flat, waved), {"hole": 1}, {"slit": False, "tabs": False},
                 {"outline": "round", "form": "curved"})  # fmt: skip


def _hitch_clip(dice: Dice) -> Draft:
    """A spring cotter: one straight leg, one waved one, an eye of one turn where they meet."""
    thick, length = dice.real(0.8, 3), dice.real(25, 90)
    eye = thick * dice.real(2.2, 3.5)
    gap, bump = thick * 2.3, thick * dice.real(2, 3.5)
    across = np.linspace(length, length * 0.08, 22)
    share = (length - across) / length
    wave = gap + bump * np.sin(np.pi * np.clip(share * 2.2, 0, 1)) * 0.9
    wave += bump * 1.2 * np.clip(share - 0.75, 0, 1) * 2 - (gap - thick * 0.6) * np.exp(
        -(((share - 0.58) / 0.14) ** 2))  # fmt: skip
    straight = [(0.0, 0.0, z) for z in np.linspace(0, length, 6)]
    loop = [(gap / 2 - eye * np.cos(a), 0.0, length + eye * 0.8 + eye * np.sin(a))
            for a in np.linspace(np.radians(-35), np.radians(215), 18)]  # fmt: skip
    waved = [(float(x), 0.0, float(z)) for x, z in zip(wave, across, strict=True)]
    body = wire(np.array([*straight, *loop, *waved]), thick)
    return Draft(body.turned(x=dice.pick((0.0, 90.0, 180.0))), {"leg": 2},
                 {"cross hole": False, "head": True}, {"form": "bent"})  # fmt: skip


def _pull_ring_pin(dice: Dice) -> Draft:
    """A quick-release pin: collar or T handle, a key ring through it, a detent ball or a nose."""
    radius = dice.real(2, 8)
    length = radius * dice.real(4, 14)
    body = rod(radius, length) + rod(radius, radius * 0.7, top=radius * 0.6).mirrored(z=1)
    crossed = dice.yes(0.5)
    if crossed:
        drill = rod(radius * 0.3, radius * 4, "hole", sides=20).at(z=-radius * 2)
        body -= drill.turned(x=90).at(z=radius)
    else:
        body += ball(radius * 0.35, "ball").at(radius * 0.9, 0, radius * 0.8)
    body += rod(radius * 1.8, radius * dice.real(0.8, 2.4), "head").at(z=length)
    ring = radius * dice.real(2, 4.5)
    high = length + radius * 0.8
    if dice.yes(0.6):
        circle = [(x, 0.0, y) for x, y in arc(ring, 0, 345, 30)]
        body += wire(np.array(circle), radius * 0.3, "ring", closed=True).at(z=high + ring)
    else:
        body += bar((-ring, 0, high), (ring, 0, high), radius * 0.7, "handle")
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {"hole": int(crossed)},
                 {"cross hole": crossed, "head": True},
                 {"section": "round", "length": length_word(length, radius)})  # fmt: skip


def _split_rivet(dice: Dice) -> Draft:
    """A bifurcated rivet: two legs under a domed or flat head, closed or already spread."""
    radius = dice.real(1.5, 5)
    length = radius * dice.real(2.5, 7)
    spread, flat = dice.pick((0.0, 8.0, 25.0)), dice.yes(0.4)
    leg = rod(radius, length) & block(radius * 0.75, 9, 2 * length).at(radius * 0.62)
    leg = leg.at(z=-length).turned(y=-spread).at(z=0.02)
    body = leg + leg.turned(z=180) + rod(radius, radius * 0.6).at(z=-0.2)
    wide = radius * dice.real(1.7, 2.8)
    if flat:
        head = rod(wide, radius * 0.4, "head")
    else:
        cap = ball(wide, "head") & block(3 * wide, 3 * wide, wide)
        head = cap.scaled(z=dice.real(0.3, 0.6)).labelled("head")
    return Draft((body + head.at(z=radius * 0.3)).turned(x=dice.pick((0.0, 180.0))), {"leg": 2},
                 {"thread": False, "hollow end": False},
                 {"head": "cylindrical head" if flat else "domed head",
                  "length": length_word(length, radius)})  # fmt: skip


def _push_rivet(dice: Dice) -> Draft:
    """A plastic panel rivet: a wide thin head over a fir tree of flexible cones."""
    radius = dice.real(2, 5)
    fins, pitch = dice.whole(3, 8), radius * dice.real(0.7, 1.1)
    length = fins * pitch + radius
    cone = rod(radius * 0.65, pitch * 0.6, "fin", top=radius * dice.real(1.1, 1.4))
    body = rod(radius * 0.6, length) + rod(radius * 0.4, radius * 0.7).at(z=-radius * 0.65)
    body += union([cone.at(z=index * pitch) for index in range(fins)])
    if dice.yes(0.4):
        body -= block(radius * 4, radius * 0.35, length * 0.8, "slit").at(z=-radius)
    wide = radius * dice.real(2, 3.4)
    domed = dice.yes(0.5)
    cap = (revolved([(0, 0), (wide, 0), *arc(wide, 0, 90, 8)]).scaled(z=0.3).labelled("head")
           if domed else rod(wide, radius * 0.35, "head"))  # fmt: skip
    return Draft((body + cap.at(z=length)).turned(x=dice.pick((0.0, 90.0, 180.0))), {"fin": fins},
                 {"thread": False, "hollow end": False},
                 {"head": "domed head" if domed else "cylindrical head",
                  "length": length_word(length, radius)})  # fmt: skip


def _spiral_spring(dice: Dice) -> Draft:
    """A clock spring: a flat strip wound outwards in one plane, its ends bent or hooked."""
    turns, thick = dice.whole(3, 8), dice.real(0.5, 1.6)
    step, start = thick * dice.real(2, 4), thick * dice.real(3, 8)
    angle = np.linspace(0, 2 * np.pi * turns, 26 * turns)
    middle = start + step * angle / (2 * np.pi)
    outer, inner = middle + thick / 2, middle - thick / 2
    ways = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    outline = np.vstack([outer[:, None] * ways, (inner[:, None] * ways)[::-1]])
    width, last = thick * dice.real(2, 12), float(middle[-1])
    body = prism([(float(x), float(y)) for x, y in outline], width, "coil")
    hooked = dice.yes(0.6)
    if hooked:
        curl = tube(step * 1.5, step * 1.5 - thick, width, "coil")
        body += (curl & block(step * 4, step * 4, width).at(0, step * 1.6)).labelled("hook").at(
            last - thick / 2 + step * 1.5)  # fmt: skip
    body += block(start * 2, thick, width, "coil")
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"turn": turns},
                 {"end hooks": hooked, "arms": False}, {"form": "flat"})  # fmt: skip


def _double_torsion_spring(dice: Dice) -> Draft:
    """Two coils side by side wound from one wire, joined by a loop, an arm at each far end."""
    radius = dice.real(4, 14)
    thick, turns = radius * dice.real(0.08, 0.16), dice.whole(3, 7)
    gap, loop = radius * dice.real(0.8, 2.2), radius * dice.real(1.2, 3)
    arm = radius * dice.real(1.5, 4)
    coil = helix(radius, thick * 2.3, turns) + np.array([0.0, 0.0, gap / 2])
    inner = [(radius, loop, 0.0), (radius, loop, gap * 0.3), (radius, loop * 0.8, gap * 0.5)]
    top = float(coil[-1][2])
    half = np.vstack([inner, coil * np.array([1.0, -1.0, 1.0]),
                      [(radius, -arm * 0.5, top), (radius, -arm, top)]])  # fmt: skip
    one = wire(half, thick, "coil", sides=10)
    body = one + one.mirrored(z=1)
    return Draft(body.turned(x=90, z=dice.pick((0.0, 90.0))), {"turn": 2 * turns, "arm": 2},
                 {"end hooks": False, "arms": True}, {"form": "cylindrical"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("bolt", "u", _u_bolt),
    Builder("bolt", "assembled", _assembled_bolt),
    Builder("screw", "grub", _grub_screw),
    Builder("screw", "self drilling", _self_drilling_screw),
    Builder("nut", "prongs", _prong_nut),
    Builder("nut", "knurled", _knurled_nut),
    Builder("washer", "square", _square_washer),
    Builder("washer", "wave", _wave_washer),
    Builder("pin", "hitch", _hitch_clip),
    Builder("pin", "pull ring", _pull_ring_pin),
    Builder("rivet", "bifurcated", _split_rivet),
    Builder("rivet", "push", _push_rivet),
    Builder("spring", "spiral", _spiral_spring),
    Builder("spring", "double torsion", _double_torsion_spring),
)
