"""Wrenches, drivers, combs and tripods of further makes: crosses, picks, beads, surveyors' legs."""

import numpy as np

from mmdesign.training.parts.arranging import bar, bead, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
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


def _cross_wrench(dice: Dice) -> Draft:
    """The four-way wheel nut wrench, or an L- or T-shaped one with a socket."""
    reach, thick = dice.real(90, 210), dice.real(6, 11)
    style = dice.pick(("cross", "cross", "tee", "ell"))
    turns = {"cross": (0, 90, 180, 270), "tee": (90,), "ell": (90,)}[style]
    plain = {"cross": (), "tee": (0, 180), "ell": (0,)}[style]
    body = ball(thick * 1.1, "grip")
    sides = dice.pick((6, 6, 12))
    for turn in turns:
        size = thick * dice.real(1.5, 2.2)
        arm = rod(thick, reach, "grip") + rod(size, size * 2.2, "socket").at(z=reach - 1)
        arm += rod(thick, size, "socket", top=size).at(z=reach - size)
        arm -= rod(size * 0.72, size * 1.6, "socket", sides=sides).at(z=reach + size * 0.8)
        body += arm.turned(y=90, z=turn)
    for turn in plain:
        arm = rod(thick, reach * dice.real(0.6, 1.0), "grip")
        body += arm.turned(y=90, z=turn)
    word = {"cross": "cross-shaped", "tee": "T-shaped", "ell": "bent"}[style]
    return Draft(body, {"socket": len(turns)}, {"ring end": False, "open jaw": False},
                 {"form": word})  # fmt: skip


def _pipe_wrench(dice: Dice) -> Draft:
    """Two toothed jaws, the upper one on a threaded shank through a frame."""
    long, size, pierced = dice.real(160, 360), dice.real(26, 50), dice.yes(0.8)
    z, gap, teeth = size * 0.6, size * dice.real(0.4, 1.1), dice.whole(4, 8)
    handle = hull(block(2, size * 0.65, z), rounded_block(size, size * dice.real(0.6, 1.0), z,
                  size * 0.3).at(-long), feature="grip")  # fmt: skip
    handle -= rounded_block(long * 0.6, size * 0.3, 2 * z, size * 0.1, "groove").at(
        -long * 0.5, 0, z * 0.8)  # fmt: skip
    body = handle + block(size * 1.3, size * 1.2, z, "jaw").at(0, size * 0.1)
    tooth = prism([(-0.5, 0), (0.5, 0), (0, 0.8)], z, "jaw").scaled(size / teeth, size / teeth)
    row = in_row(tooth, teeth, x=size / teeth)
    body += block(size, size * 0.6, z, "jaw").at(size * 0.9, size * 0.3)
    body += row.at(size * 0.9, size * 0.57)
    high = size * 0.6 + gap + size / teeth
    hook = block(size * 1.6, size * 0.55, z * 0.9, "jaw").at(size * 0.55, high + size * 0.27)
    hook += row.turned(z=180).at(size * 0.9, high + 1).scaled(z=0.9)
    shank = block(size * 0.4, high + size * 0.9, z * 0.7, "jaw")
    hook += shank.at(-size * 0.1, high * 0.5 - size * 0.2)
    nut = rod(size * 0.42, size * 0.3, "adjusting screw", sides=16).turned(x=90)
    body += hook + nut.at(-size * 0.1, size * 1.0, z * 0.45)
    frame = block(size * 0.9, size * 0.25, z * 1.25, "frame").at(-size * 0.1, size * 0.75, -z * 0.1)
    body += frame
    if pierced:
        body -= hole(size * 0.2, z, -long)
    return Draft(body.turned(z=-20), {}, {"ring end": False, "open jaw": True}, {})


def _driver_tip(radius: float, cross: bool) -> Body:
    if cross:
        return rod(radius, radius * 2.5, "blade", top=radius * 0.2, sides=8)
    return hull(rod(radius, 1), block(radius * 2.4, radius * 0.5, 1).at(z=radius * 2), block(
        radius * 2.2, radius * 0.4, 1).at(z=radius * 4), feature="blade")  # fmt: skip


def _lobed_screwdriver(dice: Dice) -> Draft:
    """A lobed, waisted handle; a stubby one with a blade shorter than its grip among them."""
    stubby, radius = dice.yes(0.35), dice.real(11, 19)
    grip, blade = (dice.real(25, 45), dice.real(15, 35)) if stubby else (
        dice.real(80, 120), dice.real(50, 220))  # fmt: skip
    waist, lobes, cross = dice.real(0.55, 0.85), dice.whole(3, 8), dice.yes()
    profile = [(0.0, 0.0), (radius * 0.7, 0.0), (radius, grip * 0.12), (radius, grip * 0.6),
               (radius * waist, grip * 0.82), (radius * 0.9, grip * 0.94),
               (radius * 0.5, grip), (0.0, grip)]  # fmt: skip
    body = revolved(profile, "handle")
    grooves = dice.yes(0.7)
    if grooves:
        size = radius * 1.6 / lobes
        cut = hull(ball(size).at(z=grip * 0.05), ball(size).at(z=grip * 0.6), feature="groove")
        body -= cut.at(radius * 1.12).around(lobes)
    thin, sides = radius * dice.real(0.2, 0.34), dice.pick((6, 40, 4))
    body += rod(thin, blade, "blade", sides=sides).at(z=grip - 2)
    if dice.yes(0.4):
        body += rod(thin * 1.9, thin * 2, "bolster", sides=6).at(z=grip - 1)
    body += _driver_tip(thin, cross).at(z=grip + blade - 2.2)
    return Draft(body.turned(y=90), {}, {"grooved grip": grooves},
                 {"tip": "pointed tip" if cross else "flat tip"})  # fmt: skip


def _precision_screwdriver(dice: Dice) -> Draft:
    """The watchmaker's driver: a slender metal grip under a turning cap."""
    radius, grip, blade = dice.real(3.5, 6), dice.real(60, 110), dice.real(20, 60)
    cross, grooves = dice.yes(), dice.yes(0.7)
    sides = 40 if grooves else dice.pick((6, 40))
    body = rod(radius, grip, "handle", sides=sides)
    if grooves:
        count = dice.whole(2, 9)
        ring = tube(radius + 2, radius * 0.82, dice.real(0.9, 2.5)).labelled("groove")
        body -= in_row(ring, count, z=grip * 0.4 / count).at(z=grip * dice.real(0.4, 0.7))
    body += rod(radius, radius * 3, "handle", top=radius * 0.45).at(z=grip)
    thick = radius * dice.real(0.7, 1.6)
    cap = rod(radius * dice.real(1.2, 2.2), thick, "cap")
    body += rod(radius * 0.6, radius * 1.4, "handle").at(z=-radius * 1.2)
    body += cap.at(z=-radius * 1.1 - thick)
    thin = radius * dice.real(0.25, 0.42)
    body += rod(thin, blade, "blade").at(z=grip + radius * 2.8)
    body += _driver_tip(thin, cross).at(z=grip + radius * 2.8 + blade - 0.2)
    return Draft(body.turned(y=90), {}, {"grooved grip": grooves},
                 {"tip": "pointed tip" if cross else "flat tip", "form": "slender"})  # fmt: skip


def _pick_comb(dice: Dice) -> Draft:
    """A few long teeth that go on from the grip, as a fork's tines do."""
    teeth, reach, pitch = dice.whole(6, 13), dice.real(60, 110), dice.real(4.5, 7)
    wide, z, thick = teeth * pitch, dice.real(3, 6), pitch * 0.22
    fan, grip = dice.real(0.0, 1.6), dice.real(60, 110)
    body = rounded_block(wide + 2, dice.real(12, 24), z, 5, "back")
    for index in range(teeth):
        share = index - (teeth - 1) / 2
        tooth = hull(rod(thick * 1.4, z, sides=10), rod(thick * 0.7, z * 0.5, sides=10).at(
            share * fan, -reach, z * 0.25), feature="tooth")  # fmt: skip
        body += tooth.at(share * pitch)
    end = wide * dice.real(0.25, 0.6)
    body += hull(block(wide * dice.real(0.3, 0.8), 2, z).at(0, 5), rounded_block(end, end, z,
                 end * 0.45).at(0, grip), feature="handle")  # fmt: skip
    if dice.yes(0.6):
        body -= hole(end * dice.real(0.15, 0.3), z, 0, grip)
    return Draft(body, {"tooth": teeth}, {"handle": True}, {})


def _tail_comb(dice: Dice) -> Draft:
    """The hairdresser's comb with a long thin tail."""
    teeth, pitch, reach = dice.whole(18, 34), dice.real(2.2, 3.6), dice.real(16, 28)
    long, z, tail = teeth * pitch, dice.real(2.5, 4.5), dice.real(80, 140)
    slant, back = dice.real(0.0, 0.6), dice.real(6, 11)
    body = rounded_block(long + pitch, back, z, back * 0.45, "back")
    for index in range(teeth):
        deep = reach * (1 - slant * index / teeth)
        tooth = block(pitch * 0.5, deep, z * 0.8, "tooth").at(y=-deep / 2 - back / 2 + 1)
        body += tooth.at((index - (teeth - 1) / 2) * pitch, 0, z * 0.1)
    if dice.yes(0.6):
        body += hull(block(1, reach, z), block(1, reach * 0.8, z).at(-4), feature="back").at(
            -long / 2 - 1, -reach / 2)  # fmt: skip
    pointed = hull(rod(back * 0.4, z), rod(0.8, z * 0.4, sides=8).at(-tail, 0, z * 0.3),
                   feature="handle")  # fmt: skip
    return Draft(body + pointed.at(-long / 2), {"tooth": teeth}, {"handle": True},
                 {"form": "slender"})  # fmt: skip


def _side_comb(dice: Dice) -> Draft:
    """The ornamental comb worn in the hair: a bowed back, its teeth below."""
    teeth, radius = dice.whole(7, 20), dice.real(30, 70)
    z, sweep, reach = dice.real(2, 4), dice.real(80, 170), dice.real(28, 60)
    deep = dice.real(8, 26)
    ring = revolved([(radius, 0), (radius + deep, 0), (radius + deep, z), (radius, z)], "back",
                    sweep).turned(z=90 - sweep / 2)  # fmt: skip
    wide = 2 * radius * np.sin(np.radians(sweep / 2)) * 0.94
    body = ring
    for index in range(teeth):
        x = (index / (teeth - 1) - 0.5) * wide
        top = np.sqrt((radius + 2) ** 2 - x**2)
        low = radius * np.cos(np.radians(sweep / 2)) - reach
        tooth = hull(block(wide / teeth * 0.5, 1, z).at(x, top), rod(wide / teeth * 0.15, z * 0.6,
                     sides=8).at(x, low), feature="tooth")  # fmt: skip
        body += tooth
    style = dice.pick(("plain", "beads", "holes"))
    spots = dice.whole(5, 11)
    for index in range(spots if style != "plain" else 0):
        turn = np.radians(90 + sweep * 0.85 * (index / (spots - 1) - 0.5))
        far = radius + (deep if style == "beads" else deep * 0.5)
        at = (float(far * np.cos(turn)), float(far * np.sin(turn)))
        if style == "beads":
            body += bead(deep * 0.3, "bead").at(*at, z / 2)
        else:
            body -= hole(min(deep * 0.25, 4), z, *at)
    return Draft(body, {"tooth": teeth}, {"handle": False}, {"profile": "arched"})


def _bead_tripod(dice: Dice) -> Draft:
    """The pocket tripod whose legs are chains of balls, and can be wrapped around things."""
    beads, size, curl = dice.whole(5, 9), dice.real(7, 13), dice.real(-0.5, 0.5)
    leg, x, z, lean = [], size * 1.2, 0.0, np.radians(dice.real(15, 40))
    for index in range(beads):
        leg.append(bead(size * (1.0 if index < beads - 1 else 1.15), "leg").at(x, 0, z))
        angle = lean + curl * index / beads
        x, z = x + 1.7 * size * np.sin(angle), z - 1.7 * size * np.cos(angle)
    column, high = dice.yes(0.5), size * dice.real(1.5, 3.5)
    body = union(leg).around(3) + rod(size * 1.9, size * 1.6, "head").at(z=-size * 0.4)
    if column:
        body += rod(size * 0.6, high + size * 2).at(z=size)
    top = size * 1.2 + (high + size if column else 0)
    body += ball(size, "head").at(z=top + size * 0.6)
    plate = dice.pick(
        (
            rod(size * 1.8, size * 0.6, "head"),
            rounded_block(size * 4, size * 3.2, size * 0.6, size * 0.4, "head"),
        )
    )
    body += plate.at(z=top + size * 1.3) + rod(size * 0.35, size, "screw").at(z=top + size * 1.8)
    return Draft(body, {"leg": 3}, {"centre column": column}, {})


def _surveyor_tripod(dice: Dice) -> Draft:
    """Wooden twin-bar legs with spikes and a broad head plate."""
    high, spread = dice.real(700, 1700), dice.real(0.28, 0.5)
    thick, gap = high * dice.real(0.012, 0.02), high * dice.real(0.035, 0.06)
    split, out = dice.real(0.35, 0.55), high * spread
    top, foot = np.array([gap * 1.6, 0, high]), np.array([out, 0, 0.0])
    middle = foot + (top - foot) * split
    leg = union([bar((top[0], side * gap, top[2]), (middle[0], side * gap * 0.6, middle[2]), thick,
                     "leg", sides=4) for side in (-1, 1)])  # fmt: skip
    lower = foot + (top - foot) * (split + 0.15)
    leg += bar(tuple(lower), tuple(foot), thick * dice.real(1.2, 1.8), "leg", sides=4)
    for point in (middle, lower):
        leg += block(thick * 4, gap * 2.1, thick * 2.5, "clamp").at(*point)
    leg += bar((out * 0.97, 0, high * 0.03), (out * 1.03, 0, -high * 0.03), thick * 0.6, "foot")
    sides = dice.pick((6, 8, 40))
    body = leg.around(3) + rod(gap * 2.6, thick * 2.5, "head", sides=sides).at(z=high - thick)
    column = dice.yes(0.4)
    if column:
        body += rod(thick * 1.2, high * 0.35).at(z=high * 0.85)
    top_z = high * 1.2 if column else high + thick
    style = dice.pick(("level", "plate"))
    if style == "level":
        body += rod(gap * 1.1, gap * 1.6, "head").at(z=top_z - 2)
        scope = rod(gap * 0.7, gap * 4, "head").turned(y=90).at(-gap * 2, 0, top_z + gap * 1.9)
        body += scope
    else:
        body += rounded_block(gap * 2.4, gap * 2.4, thick * 1.5, thick, "head").at(z=top_z - 2)
        body += wire([(0, 0, top_z), (0, -gap * 2, top_z - gap), (0, -gap * 4.5, top_z - gap * 2)],
                     thick * 0.6, "handle")  # fmt: skip
    return Draft(body, {"leg": 3}, {"centre column": column}, {})


BUILDERS: tuple[Builder, ...] = (
    Builder("wrench", "cross", _cross_wrench),
    Builder("wrench", "pipe", _pipe_wrench),
    Builder("screwdriver", "lobed", _lobed_screwdriver),
    Builder("screwdriver", "precision", _precision_screwdriver),
    Builder("comb", "pick", _pick_comb),
    Builder("comb", "tail", _tail_comb),
    Builder("comb", "side", _side_comb),
    Builder("tripod", "beads", _bead_tripod),
    Builder("tripod", "surveyor", _surveyor_tripod),
)
