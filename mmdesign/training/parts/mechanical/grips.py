"""Tap handles, drop pulls, curved cranks, forked levers, wire loops and cup hinges."""

from itertools import pairwise

import numpy as np

from mmdesign.domain import DoubleArray
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Point3,
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _cross_knob(dice: Dice) -> Draft:
    """A tap or tee knob: two, three or four arms from a hub on a stem."""
    radius, arms = dice.real(10, 35), dice.pick((2, 2, 3, 4, 4))
    thick, tip = radius * dice.real(0.12, 0.24), dice.real(0.7, 1.4)
    hub, high = radius * dice.real(0.24, 0.4), radius * dice.real(0.4, 1.0)
    lift = dice.real(-0.1, 0.35) * radius
    arm = hull(ball(thick).at(hub * 0.5), ball(thick * tip).at(radius - thick * tip, 0, lift),
               feature="arm")  # fmt: skip
    body = arm.at(z=high + thick).around(arms) + rod(hub * dice.real(0.7, 1.1), high + 2 * thick,
                                                     top=hub)  # fmt: skip
    if dice.yes(0.5):
        body += rod(hub * 1.2, thick * 0.5).at(z=high + 2 * thick - 0.1)
    skirt = dice.yes(0.4)
    if skirt:
        body += rod(hub * dice.real(1.6, 2.2), high * 0.5, "skirt", top=hub * 1.05)
    body -= rod(hub * 0.45, high, "hole", sides=dice.pick((4, 28))).at(z=-0.1)
    shape = {"grip": "plain grip"}
    if arms != 3:
        shape["form"] = "T-shaped" if arms == 2 else "cross-shaped"
    return Draft(body.turned(z=dice.real(0, 90)), {"hole": 1, "arm": arms},
                 {"skirt": skirt, "pointer": False}, shape)  # fmt: skip


def _drop_pull(dice: Dice) -> Draft:
    """A drop pull: a swinging bow between two posts on one long or two small plates."""
    span, radius = dice.real(45, 130), dice.real(2, 5)
    drop, t = span * dice.real(0.25, 0.7), dice.real(1.2, 3)
    round_bow, swell = dice.yes(0.5), dice.real(0, 0.8)
    angles = np.linspace(np.pi, 2 * np.pi, 26)
    power = 1.0 if round_bow else 0.45
    path: list[Point3] = [
        (span / 2 * np.sign(np.cos(a)) * abs(np.cos(a)) ** power, 0.0,
         -drop * abs(np.sin(a)) ** power) for a in angles]  # fmt: skip
    bow = wire(path, radius, "grip")
    bow += union(
        [ball(radius * 1.5, "grip").at(*path[0]), ball(radius * 1.5, "grip").at(*path[-1])]
    )
    bow += ball(radius * (1 + swell), "grip").scaled(x=3).at(z=-drop)
    bow = bow.turned(x=-dice.real(4, 35)).at(y=-radius * 3)
    posts = [rod(radius * 1.1, radius * 3.2, "post").turned(x=90).at(side * span / 2)
             for side in (-1, 1)]  # fmt: skip
    single, size = dice.yes(0.5), span * dice.real(0.14, 0.24)
    drill = rod(radius * 0.5, 9 * t, "hole").turned(x=90).at(y=4 * t)
    if single:
        plate = rounded_block(span + 3 * size, size * 1.4, t, size * dice.pick((0.05, 0.7)))
        plates = plate.turned(x=90).at(y=t)
        spots = [(side * (span / 2 + size * 0.8), 0.0) for side in (-1, 1)]
    else:
        plate = rod(size, t, sides=dice.pick((4, 8, 40))).scaled(y=dice.real(1, 1.6))
        plates = union([plate.turned(x=90).at(side * span / 2, t) for side in (-1, 1)])
        spots = [(side * span / 2, size * 0.65) for side in (-1, 1)]
    plates -= union([drill.at(x, 0, z) for x, z in spots])
    return Draft(union([bow, plates, *posts]), {"hole": 2}, {"mounting feet": True},
                 {"form": "bow-shaped"})  # fmt: skip


def _curved_crank(dice: Dice) -> Draft:
    """A cast crank: an S-curved or cranked tapering arm, a bored hub, a waisted grip."""
    length, radius = dice.real(50, 150), dice.real(7, 14)
    bow, lift = length * dice.real(-0.25, 0.25), length * dice.real(0, 0.4)
    steps = np.linspace(0, 1, 9)
    pads = [rod(radius * (0.75 - 0.3 * t), radius * 0.7).at(
        length * t, bow * float(np.sin(2 * np.pi * t)), lift * float(t * t * (3 - 2 * t)))
        for t in steps]  # fmt: skip
    body = union([hull(a, b) for a, b in pairwise(pads)])
    hub = radius * dice.real(0.95, 1.4)
    body += rod(hub, radius * dice.real(1.2, 2.5), "hub")
    high = radius * dice.real(3, 6)
    base = lift + radius * 0.65
    waist = radius * dice.real(0.3, 0.5)
    grip = rod(radius * 0.6, high * 0.5, "grip", top=waist) + rod(
        waist, high * 0.5, "grip", top=radius * 0.75).at(z=high * 0.5)  # fmt: skip
    grip += ball(radius * 0.75, "grip").scaled(z=0.5).at(z=high)
    body += grip.at(length, 0, base)
    body -= rod(hub * 0.55, 99 * radius, "hole", sides=dice.pick((4, 6, 28))).at(z=-9 * radius)
    weight = dice.yes(0.25)
    if weight:
        body += hull(rod(radius * 0.6, radius * 0.7).at(-hub), rod(radius * 1.3, radius * 0.7).at(
            -length * 0.35), feature="counterweight")  # fmt: skip
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 90.0))), {"hole": 1},
                 {"grip": True, "counterweight": weight}, {"form": "crank"})  # fmt: skip


def _forked_lever(dice: Dice) -> Draft:
    """A shift lever: a fork with round pads at one end, a long hub at its pivot, ribbed arm."""
    length, z = dice.real(45, 140), dice.real(4, 10)
    fork, wide = length * dice.real(0.16, 0.3), z * dice.real(1.2, 2)
    pivot = wide * dice.real(1.0, 1.6)
    outer = arc(fork + wide, 90, 270, 24)
    claw = prism([*outer, *arc(fork, 270, 90, 24)], z).at(length)
    tip = rod(wide * dice.real(0.6, 0.95), z * dice.real(1.0, 1.8)).at(z=0)
    claw += union([tip.at(length, side * (fork + wide / 2)) for side in (-1, 1)])
    reach = length - fork - wide * 0.5
    arm = hull(rod(pivot * 0.8, z), rod(wide * 0.6, z).at(reach))
    rib = block(reach * 0.9, z * 0.4, z * 1.8, "rib").at(reach / 2)
    tail, holes = dice.yes(0.5), 1
    body = union([claw, arm, rib, rod(pivot, z * dice.real(2, 5), "boss")])
    if tail:
        holes = 2
        back = length * dice.real(0.3, 0.8)
        other = hull(rod(pivot * 0.8, z), rod(wide * 0.7, z).at(back)) - hole(wide * 0.3, z, back)
        body += other.turned(z=dice.pick((180.0, 120.0, 230.0)))
    body -= rod(pivot * 0.6, 99 * z, "hole").at(z=-9 * z)
    return Draft(body.turned(x=dice.pick((0.0, 0.0, 90.0))), {"hole": holes, "boss": 1},
                 {"slot": False, "boss": True, "handle": False})  # fmt: skip


def _wire_loop(dice: Dice) -> Draft:
    """A welded wire loop for straps: D-shaped, triangular, rectangular or oval."""
    style = dice.pick(("dee", "triangular", "rectangular", "oval"))
    wide, high = dice.real(12, 45), dice.real(0.5, 1.1)
    deep, thick = wide * high, wide * dice.real(0.05, 0.16)
    bend = thick * 1.6
    if style == "dee":
        corners = [(x, y * high) for x, y in arc(wide, 0, 180, 26)]
        hulls = [rod(bend, 1).at(x, y) for x, y in corners]
    elif style == "triangular":
        hulls = [rod(bend, 1).at(x, y) for x, y in ((-wide, 0), (wide, 0), (0, 2 * deep))]
    elif style == "rectangular":
        hulls = [rod(bend, 1).at(sx * wide, sy * deep) for sx in (-1, 1) for sy in (-1, 1)]
    else:
        hulls = [rod(deep * 0.6, 1).at(side * wide * 0.8) for side in (-1, 1)]
    outline = np.asarray(hull(*hulls).solid.project().to_polygons()[0], dtype=np.float64)
    path = _evenly(outline, 90)
    body = wire(np.column_stack([path, np.zeros(len(path))]), thick, closed=True)
    if style == "dee" and dice.yes(0.4):
        body += tube(thick * 1.6, thick * 0.5, wide * 0.8, "sleeve").at(z=-wide * 0.4).turned(
            y=90).at(y=-bend)  # fmt: skip
    shape = {"section": "round"}
    if style != "dee":
        shape["outline"] = style
    return Draft(body.turned(x=dice.pick((0.0, 90.0)), z=dice.real(-30, 30)), {},
                 {"groove": False, "stone": False}, shape)  # fmt: skip


def _evenly(outline: DoubleArray, count: int) -> DoubleArray:
    """Points at even distances along a closed outline."""
    closed = np.vstack([outline, outline[:1]])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    places = np.linspace(0, along[-1], count, endpoint=False)
    return np.column_stack([np.interp(places, along, closed[:, k]) for k in (0, 1)])


def _cup_hinge(dice: Dice) -> Draft:
    """A concealed cabinet hinge: a cup with winged flange, a cranked arm and its mounting plate."""
    radius = dice.real(12, 20)
    deep, t = radius * dice.real(0.5, 0.75), radius * dice.real(0.06, 0.12)
    open_deg = dice.pick((0.0, 45.0, 90.0))
    ear = radius * dice.real(1.25, 1.6)
    wing = hull(rod(radius * 0.35, t).at(0, ear), rod(radius * 0.35, t).at(0, -ear), feature="leaf")
    cup = wing + rod(radius * 1.12, t, "leaf") + rod(radius, deep, "cup").turned(x=180).at(z=t / 2)
    cup -= rod(radius * 0.86, 2 * deep, "cavity").at(z=-deep * 0.82)
    cup -= union([hole(radius * 0.13, t, 0, side * ear) for side in (-1, 1)])
    pin = rod(radius * 0.12, radius * 1.7, "pin").turned(x=90).at(radius * 0.55, radius * 0.85, -t)
    wide, long = radius * dice.real(0.8, 1.1), radius * dice.real(3, 5)
    arm = rounded_block(long, wide, radius * 0.35, radius * 0.1, "leaf").at(long / 2)
    arm -= block(long, wide - 3 * t, radius, "gap").at(long / 2, 0, -radius + radius * 0.35 - t)
    arm -= rounded_block(long * 0.2, wide * 0.3, 9, wide * 0.14, "slot").at(long * 0.55, 0, -1)
    base = rounded_block(long * 0.45, wide * 0.9, radius * 0.3, 2, "plate").at(long * 0.72)
    plate = rounded_block(long * 0.2, radius * 2.6, t * 1.5, radius * 0.2, "plate").at(long * 0.72)
    plate -= union([hole(radius * 0.13, 2 * t, long * 0.72, side * radius) for side in (-1, 1)])
    link = block(radius, wide * 0.6, t * 2, "link").at(radius * 0.1)
    fixed = union(
        [link, arm.at(radius * 0.35), (base + plate).at(radius * 0.35, 0, -radius * 0.25)]
    )
    fixed = fixed.turned(y=-open_deg).at(radius * 0.55, 0, t * 1.1)
    return Draft(union([cup, pin, fixed]).turned(x=dice.pick((0.0, 180.0))),
                 {"hole": 4, "leaf": 2}, {"hinge pin": True, "strap": False})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("knob", "cross", _cross_knob),
    Builder("handle", "drop", _drop_pull),
    Builder("crank handle", "curved", _curved_crank),
    Builder("lever", "forked", _forked_lever),
    Builder("ring", "wire loop", _wire_loop),
    Builder("hinge", "cup", _cup_hinge),
)
