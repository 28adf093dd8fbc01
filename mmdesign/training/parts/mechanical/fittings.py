"""Pipes and what goes on them; knobs and handles."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    ball,
    block,
    hole,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _round_flange(dice: Dice) -> Draft:
    radius = dice.real(25, 80)
    z, count = radius * dice.real(0.1, 0.25), dice.pick((3, 4, 5, 6, 8, 10, 12))
    bore = radius * dice.real(0.25, 0.5)
    body = rod(radius, z)
    neck = dice.yes(0.55)
    if neck:
        tall = radius * dice.real(0.35, 0.9)
        body += rod(bore * 1.35, tall + z, "neck", top=bore * dice.pick((1.35, 1.2)))
    face = not neck and dice.yes(0.4)
    if face:
        body += rod(radius * 0.65, z * 1.25)
    body -= rod(bore, radius * 2, "bore").at(z=-1)
    circle = max(radius * 0.8, bore * 1.5)
    body -= hole(min(radius * 0.09, circle * 2 / count), z, circle).around(count)
    return Draft(body, {"bolt hole": count}, {"neck": neck, "raised face": face, "ribs": False},
                 {"outline": "round"})  # fmt: skip


def _square_flange(dice: Dice) -> Draft:
    size = dice.real(40, 110)
    z, bore = size * dice.real(0.06, 0.14), size * dice.real(0.15, 0.27)
    body = rounded_block(size, size, z, size * dice.pick((0.03, 0.15)))
    neck = dice.yes(0.6)
    if neck:
        body += rod(bore * 1.3, size * dice.real(0.25, 0.6), "neck")
    body -= rod(bore, size * 2, "bore").at(z=-1)
    for sx in (-1, 1):
        for sy in (-1, 1):
            body -= hole(size * 0.055, z, sx * size * 0.37, sy * size * 0.37)
    return Draft(body, {"bolt hole": 4}, {"neck": neck, "raised face": False, "ribs": False},
                 {"outline": "square"})  # fmt: skip


def _straight_pipe(dice: Dice) -> Draft:
    outer, length = dice.real(5, 40), dice.real(60, 250)
    body = tube(outer, outer * dice.real(0.65, 0.92), length)
    flanged = dice.yes(0.35)
    if flanged:
        count = dice.pick((4, 6, 8))
        ring = rod(outer * 2, outer * 0.3, "flange") - rod(outer * 0.95, 99, "bore").at(z=-9)
        ring -= hole(outer * 0.16, outer * 0.3, outer * 1.55).around(count)
        body += ring + ring.at(z=length - outer * 0.3)
    return Draft(body.turned(y=90), {}, {"flange": flanged, "bend": False}, {"form": "straight"})


def _bent_pipe(dice: Dice) -> Draft:
    radius, bend = dice.real(4, 14), dice.real(25, 60)
    angle = np.radians(dice.pick((60, 90, 180)))
    turn = [(bend * (1 - np.cos(t)), 0.0, bend * np.sin(t)) for t in np.linspace(0, angle, 20)]
    away = (np.sin(angle), 0.0, np.cos(angle))
    run = dice.real(30, 80)
    end = [tuple(p + a * run * k / 3 for p, a in zip(turn[-1], away, strict=True))
           for k in (1, 2, 3)]  # fmt: skip
    path = np.array([(0, 0, -run), (0, 0, -run * 0.6), (0, 0, -run * 0.2), *turn, *end])
    body = wire(path, radius, sides=24) - wire(_longer(path, radius), radius * 0.75, "bore", 20)
    return Draft(body, {}, {"flange": False, "bend": True},
                 {"form": "U-shaped" if angle > 3 else "bent"})  # fmt: skip


def _longer(path: np.ndarray, by: float) -> np.ndarray:
    first, last = path[0] - path[1], path[-1] - path[-2]
    out = path.copy()
    out[0] += first / np.linalg.norm(first) * by
    out[-1] += last / np.linalg.norm(last) * by
    return out


def _elbow(dice: Dice) -> Draft:
    radius = dice.real(8, 35)
    bend = radius * dice.real(1.5, 2.4)
    angle = dice.pick((45.0, 90.0, 90.0))
    section = [(bend + radius * np.cos(t), radius * np.sin(t))
               for t in np.linspace(0, 2 * np.pi, 28, endpoint=False)]  # fmt: skip
    inner = [(bend + radius * 0.78 * np.cos(t), radius * 0.78 * np.sin(t))
             for t in np.linspace(0, 2 * np.pi, 28, endpoint=False)]  # fmt: skip
    body = revolved(section, sweep_deg=angle) - revolved(inner, "bore", sweep_deg=angle)
    collars = dice.yes(0.6)
    if collars:
        collar = tube(radius * 1.3, radius * 0.78, radius * 0.6, "collar").turned(x=90)
        body += collar.at(bend)
        body += collar.at(y=radius * 0.6).turned(z=0).at(bend).turned(z=angle)
    return Draft(body, {"opening": 2}, {"collars": collars, "flanges": False},
                 {"form": "bent"})  # fmt: skip


def _tee_fitting(dice: Dice) -> Draft:
    radius = dice.real(8, 30)
    run, branch = radius * dice.real(4, 6), radius * dice.real(2, 3)
    cross = dice.yes(0.3)
    inner = radius * dice.real(0.7, 0.85)
    outer = rod(radius, run).at(z=-run / 2).turned(y=90) + rod(radius, branch, "branch")
    bore = rod(inner, run + 2, "bore").at(z=-run / 2 - 1).turned(y=90)
    bore += rod(inner, branch + 1, "bore")
    if cross:
        outer += rod(radius, branch, "branch").at(z=-branch)
        bore += rod(inner, branch + 1, "bore").at(z=-branch - 1)
    collars = dice.yes(0.5)
    if collars:
        ring = rod(radius * 1.25, radius * 0.6, "collar")
        outer += ring.at(z=run / 2 - radius * 0.6).turned(y=90)
        outer += ring.at(z=-run / 2).turned(y=90) + ring.at(z=branch - radius * 0.6)
    return Draft(outer - bore, {"opening": 3 + cross}, {"collars": collars},
                 {"form": "cross-shaped" if cross else "T-shaped"})  # fmt: skip


def _hand_wheel(dice: Dice) -> Draft:
    radius = dice.real(25, 90)
    thick, spokes = radius * dice.real(0.08, 0.13), dice.whole(3, 6)
    rim = revolved([(radius + thick * np.cos(t), thick * np.sin(t))
                    for t in np.linspace(0, 2 * np.pi, 16, endpoint=False)], "rim")  # fmt: skip
    arm = rod(thick * 0.7, radius, "spoke").turned(y=90)
    hub = rod(thick * 2.2, thick * 3, "hub").at(z=-thick * 1.5)
    body = union([rim, arm.around(spokes), hub])
    body -= rod(thick, thick * 9, "bore").at(z=-thick * 4)
    grip = dice.yes(0.4)
    if grip:
        body += rod(thick * 0.9, radius * 0.5, "handle", top=thick * 1.2).at(x=radius)
    return Draft(body, {"spoke": spokes}, {"crank handle": grip, "hub": True})


def _nozzle(dice: Dice) -> Draft:
    base, length = dice.real(8, 20), dice.real(15, 50)
    tip = base * dice.real(0.15, 0.4)
    body = rod(base, length * 0.4, sides=6) if dice.yes(0.5) else rod(base, length * 0.4)
    body += rod(base * 0.85, length * 0.6, "tip", top=tip).at(z=length * 0.4)
    body -= rod(tip * 0.5, length * 3, "bore").at(z=-length)
    return Draft(body, {"opening": 2}, {"pointed tip": True, "barbs": False}, {"form": "conical"})


def _funnel(dice: Dice) -> Draft:
    radius, cone, stem = dice.real(25, 80), dice.real(25, 70), dice.real(20, 60)
    neck, wall = radius * dice.real(0.1, 0.2), radius * 0.05
    outer = [(neck, 0), (neck * 1.2, stem), (radius, stem + cone), (radius, stem + cone + wall * 2)]
    inner = [(radius - wall, stem + cone + wall * 2), (radius - wall, stem + cone),
             (neck * 1.2 - wall * 0.6, stem), (neck - wall * 0.6, 0)]  # fmt: skip
    return Draft(revolved([*outer, *inner]), {"opening": 2}, {"stem": True}, {"form": "conical"})


def _knob(dice: Dice) -> Draft:
    radius = dice.real(8, 25)
    height, style = radius * dice.real(0.6, 1.2), dice.pick(("fluted", "plain", "lobed"))
    if style == "lobed":
        lobes = dice.whole(3, 7)
        body = rod(radius * 0.8, height) + rod(radius * 0.35, height, "lobe").at(
            radius * 0.85).around(lobes)  # fmt: skip
    else:
        body = rod(radius, height, top=radius * dice.real(0.8, 1.0))
        if style == "fluted":
            flutes = dice.whole(10, 24)
            cut = rod(radius * 0.1, height * 3, "groove", sides=12).at(radius * 1.02, 0, -height)
            body -= cut.around(flutes)
    skirt = dice.yes(0.4)
    if skirt:
        body += rod(radius * 1.25, height * 0.2, "skirt")
    pointer = style == "plain" and dice.yes(0.6)
    if pointer:
        body += block(radius * 0.9, radius * 0.15, height * 0.1, "pointer").at(
            radius * 0.3, 0, height)  # fmt: skip
    body -= rod(radius * 0.25, height * 0.6, "hole").at(z=-0.1)
    return Draft(body, {"hole": 1}, {"skirt": skirt, "pointer": pointer},
                 {"grip": f"{style} grip", "outline": "round"})  # fmt: skip


def _ball_knob(dice: Dice) -> Draft:
    radius = dice.real(8, 22)
    body = ball(radius).at(z=radius * 1.4) + rod(radius * 0.5, radius, "stem", top=radius * 0.4)
    return Draft(body - rod(radius * 0.2, radius, "hole").at(z=-0.1), {"hole": 1},
                 {"skirt": False, "pointer": False}, {"outline": "spherical"})  # fmt: skip


def _bow_handle(dice: Dice) -> Draft:
    span, reach, radius = dice.real(60, 180), dice.real(22, 50), dice.real(3.5, 8)
    points: list[tuple[float, float, float]] = [(-span / 2, 0, 0)]
    bend = reach * 0.5
    points += [(-span / 2, 0, reach * 0.25)]
    points += [(-span / 2 + bend * (1 - np.cos(t)), 0, reach - bend + bend * np.sin(t))
               for t in np.linspace(0, np.pi / 2, 8)]  # fmt: skip
    path = np.array([*points, (0, 0, reach), *[(-x, y, z) for x, y, z in points[::-1]]])
    body = wire(path, radius, "grip", sides=16)
    feet = dice.yes(0.6)
    if feet:
        foot = rounded_block(radius * 5, radius * 3, radius * 0.7, radius)
        drill = hole(radius * 0.5, radius)
        body += (foot - drill.at(-radius * 1.7)).at(-span / 2 - radius)
        body += (foot - drill.at(radius * 1.7)).at(span / 2 + radius)
    return Draft(body, {"hole": 2 * feet}, {"mounting feet": feet}, {"form": "bow-shaped"})


def _bar_handle(dice: Dice) -> Draft:
    span, reach, radius = dice.real(80, 220), dice.real(20, 45), dice.real(4, 8)
    square = dice.yes(0.4)
    bar = block(span * 1.3, radius * 2, radius * 2, "grip").at(z=reach - radius)
    if not square:
        bar = rod(radius, span * 1.3, "grip").at(z=-span * 0.65).turned(y=90).at(z=reach)
    posts = [rod(radius * 0.8, reach, "post").at(side * span / 2) for side in (-1, 1)]
    return Draft(union([bar, *posts]), {"post": 2}, {"mounting feet": False},
                 {"form": "straight", "section": "square" if square else "round"})  # fmt: skip


def _lever_handle(dice: Dice) -> Draft:
    radius, length = dice.real(18, 28), dice.real(90, 140)
    plate = rod(radius, 6, "plate")
    neck = rod(radius * 0.4, 40, "neck")
    arm = rounded_block(length, radius * 0.8, radius * 0.6, radius * 0.3, "grip")
    body = union([plate, neck, arm.at(length / 2 - radius * 0.4, 0, 38)])
    return Draft(body.turned(x=90), {}, {"mounting feet": True}, {"form": "lever"})


def _crank_handle(dice: Dice) -> Draft:
    length, radius = dice.real(50, 130), dice.real(8, 15)
    z = radius * 0.6
    arm = rounded_block(length + 2 * radius, 1.6 * radius, z, radius * 0.8).at(length / 2)
    grip = rod(radius * 0.6, radius * 4, "grip", top=radius * 0.8).at(length, 0, z * 0.9)
    hub = rod(radius, z * 2.2, "hub").at(z=-z * 1.2)
    body = union([arm, grip, hub]) - rod(radius * 0.5, z * 9, "hole").at(z=-z * 4)
    return Draft(body, {"hole": 1}, {"grip": True, "counterweight": False}, {"form": "crank"})


def _ring_of_wire(dice: Dice) -> Draft:
    radius = dice.real(8, 40)
    thick = radius * dice.real(0.07, 0.25)
    section: list[Point2] = [(radius + thick * np.cos(t), thick * np.sin(t))
                             for t in np.linspace(0, 2 * np.pi, 16, endpoint=False)]  # fmt: skip
    return Draft(
        revolved(section),
        {},
        {"groove": False, "stone": False},
        {"outline": "round", "section": "round"},
    )


def star_knob_profile(lobes: int, radius: float) -> list[Point2]:
    """Outline of a star grip with round lobes."""
    angles = np.linspace(0, 2 * np.pi, 12 * lobes, endpoint=False)
    return [
        (
            float(radius * (1 + 0.15 * np.cos(lobes * a)) * np.cos(a)),
            float(radius * (1 + 0.15 * np.cos(lobes * a)) * np.sin(a)),
        )
        for a in angles
    ]


def _star_knob(dice: Dice) -> Draft:
    radius, lobes = dice.real(12, 30), dice.whole(5, 8)
    height = radius * dice.real(0.5, 0.9)
    body: Body = prism(star_knob_profile(lobes, radius), height, "lobe").at(z=radius * 0.4)
    body += rod(radius * 0.5, radius * 0.5, "stem")
    body -= rod(radius * 0.2, radius * 0.7, "hole").at(z=-0.1)
    return Draft(body, {"lobe": lobes, "hole": 1}, {"skirt": False, "pointer": False},
                 {"grip": "lobed grip", "outline": "star-shaped"})  # fmt: skip


BUILDERS = (
    Builder("flange", "round", _round_flange),
    Builder("flange", "square", _square_flange),
    Builder("pipe", "straight", _straight_pipe),
    Builder("pipe", "bent", _bent_pipe),
    Builder("pipe elbow", "revolved", _elbow),
    Builder("pipe tee", "cylinders", _tee_fitting),
    Builder("hand wheel", "spoked", _hand_wheel),
    Builder("nozzle", "conical", _nozzle),
    Builder("funnel", "conical", _funnel),
    Builder("knob", "turned", _knob),
    Builder("knob", "ball", _ball_knob, held_out=True),
    Builder("knob", "star", _star_knob),
    Builder("handle", "bow", _bow_handle),
    Builder("handle", "bar", _bar_handle),
    Builder("handle", "lever", _lever_handle, held_out=True),
    Builder("crank handle", "arm", _crank_handle),
    Builder("ring", "torus", _ring_of_wire),
)
