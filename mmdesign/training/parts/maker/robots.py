"""Parts of robots: links, grippers, bases, horns, hubs, feet and legs."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    slot,
    union,
)


def _plate_link(dice: Dice) -> Draft:
    length, big, thick = dice.real(60, 180), dice.real(12, 25), dice.real(3, 8)
    small, windows = big * dice.real(0.6, 1), dice.whole(0, 3)
    body = hull(rod(big, thick), rod(small, thick).at(length))
    screws = dice.pick((0, 4, 6))
    body -= hole(big * 0.35, thick) + hole(small * 0.35, thick, length)
    if screws:
        body -= hole(big * 0.1, thick, big * 0.65).around(screws)
    span = (length - big - small) / max(windows, 1)
    for index in range(windows if span > 8 else 0):
        cut = rounded_block(span * 0.7, small * 0.9, thick + 2, small * 0.3, "window")
        body -= cut.at(big + span * (index + 0.5), 0, -1)
    windows = windows if span > 8 else 0
    return Draft(
        body,
        {"hole": 2 + screws, "window": windows},
        {"cut-outs": windows > 0, "fork": False, "rib": False},
        {"form": "flat"},
    )


def _tube_link(dice: Dice) -> Draft:
    """Round joint housings at both ends of a thick tube, as on an industrial arm."""
    length, radius, wide = dice.real(120, 300), dice.real(22, 45), dice.real(0.5, 0.9)
    joint = rod(radius, radius * 1.8, "joint") + rod(radius * 0.8, radius * 0.3, "cap").at(
        z=radius * 1.75
    )
    second = joint.scaled(wide, wide, wide).at(length, 0, radius * dice.pick((0.0, 0.35)))
    body = joint + second
    body += hull(ball(radius * 0.8).at(0, 0, radius * 0.9), ball(radius * wide * 0.8).at(
        length, 0, radius * 0.9), feature="arm")  # fmt: skip
    return Draft(body.turned(y=-dice.real(0, 60)), {"joint": 2, "hole": 0},
                 {"cut-outs": False, "fork": False, "rib": False}, {"form": "rounded"})  # fmt: skip


def _fork_link(dice: Dice) -> Draft:
    """A clevis on one end, an eye on the other, ribs between."""
    length, radius, width = dice.real(60, 150), dice.real(8, 16), dice.real(20, 40)
    cheek = hull(rod(radius, 4), block(2, 2 * radius, 4).at(radius * 2)) - hole(radius * 0.4, 4)
    body = union([cheek.turned(x=90).at(0, s * (width / 2 - 2) + 2, 0) for s in (-1, 1)])
    body += block(4, width, 2 * radius).at(radius * 2, 0, -radius)
    eye = rod(radius, width * 0.5) - hole(radius * 0.45, width * 0.5)
    body += eye.turned(x=90).at(length, width * 0.25)
    web = hull(block(2, 4, 2 * radius).at(radius * 2, 0, -radius), block(2, 4, radius * 1.2).at(
        length - radius, 0, -radius * 0.6), feature="rib")  # fmt: skip
    ribs = dice.pick((0, 2))
    if ribs:
        body += union([web.at(y=s * width * 0.2) for s in (-1, 1)])
    else:
        body += hull(block(2, width * 0.5, radius).at(radius * 2, 0, -radius / 2), block(
            2, width * 0.45, radius).at(length - radius, 0, -radius / 2))  # fmt: skip
    return Draft(
        body,
        {"hole": 3, "rib": ribs},
        {"cut-outs": False, "fork": True, "rib": ribs > 0},
        {"profile": "U-shaped"},
    )


def _parallel_finger(dice: Dice) -> Draft:
    length, width, thick = dice.real(40, 110), dice.real(12, 25), dice.real(4, 9)
    foot, teeth = dice.real(18, 35), dice.pick((0, 0, 4, 6, 8))
    body = block(foot, width, thick) - in_row(hole(1.7, thick), 2, foot * 0.5)
    body += hull(
        block(thick, width, 2).at(-foot / 2 + thick / 2),
        block(thick * 0.6, width * dice.real(0.5, 1), 2).at(-foot / 2 + thick / 2, 0, length),
    )
    for index in range(teeth):
        groove = rod(thick * 0.4, width + 2, "tooth", sides=4).turned(x=90)
        body += groove.at(
            -foot / 2 + thick * 0.8, width / 2 - 1, length * (0.5 + 0.45 * index / teeth)
        ) & (block(99, width * 0.5, 200))
    return Draft(body, {"hole": 2, "tooth": teeth}, {"teeth": teeth > 0, "soft ribs": False},
                 {"profile": "L-shaped"})  # fmt: skip


def _curved_finger(dice: Dice) -> Draft:
    """A claw: hooked outline with pivots."""
    radius, thick, wide = dice.real(25, 60), dice.real(4, 10), dice.real(0.14, 0.26)
    outer = arc(radius * (1 + wide), 180, 40, 20)
    inner = arc(radius * (1 - wide * 0.3), 44, 180, 20)
    body = prism([*outer, (radius * 0.75, radius * 0.7), *inner], thick, "claw")
    arm = hull(rod(radius * wide, thick).at(-radius * 1.08), rod(radius * wide, thick).at(
        -radius * 0.9, -radius * 0.8))  # fmt: skip
    body += arm
    body -= hole(radius * 0.1, thick, -radius * 1.08) + hole(radius * 0.1, thick, -radius * 0.9,
                                                             -radius * 0.8)  # fmt: skip
    teeth = dice.pick((0, 5, 7))
    for index in range(teeth):
        angle = np.radians(60 + 80 * index / teeth)
        body += rod(radius * 0.09, thick, "tooth", sides=3).at(
            radius * 0.93 * np.cos(angle), radius * 0.93 * np.sin(angle))  # fmt: skip
    return Draft(body, {"hole": 2, "tooth": teeth}, {"teeth": teeth > 0, "soft ribs": False},
                 {"form": "curved"})  # fmt: skip


def _fin_ray_finger(dice: Dice) -> Draft:
    """Two flexible beams joined by ribs, meeting at the tip."""
    length, base, width, ribs = (
        dice.real(50, 120),
        dice.real(20, 40),
        dice.real(12, 24),
        dice.whole(3, 7),
    )
    wall = dice.real(1.5, 3)
    outside = prism([(0, 0), (base, 0), (0, length)], width)
    inside = prism(
        [(wall, wall), (base - wall * 2, wall), (wall, length - wall * 5)], width + 2
    ).at(z=-1)
    body, core = outside - inside, outside.scaled(0.97, 0.97, 1).at(wall * 0.2, wall * 0.2)
    for index in range(ribs):
        y = length * (0.1 + 0.7 * (index + 0.5) / ribs)
        body += block(base, wall * 0.7, width, "rib").at(base / 2, y) & core
    body += block(base * 1.2, wall * 3, width).at(base * 0.5, -wall) - hole(
        2, width, base / 2, -wall
    )
    return Draft(body.turned(x=90), {"rib": ribs, "tooth": 0},
                 {"teeth": False, "soft ribs": True}, {"outline": "triangular"})  # fmt: skip


def _turntable_base(dice: Dice) -> Draft:
    radius, height, holes = dice.real(45, 90), dice.real(30, 80), dice.whole(3, 8)
    body = rod(radius, 8, "flange") - hole(radius * 0.06, 8, radius * 0.86).around(holes)
    body += rod(radius * 0.75, height, top=radius * dice.real(0.45, 0.75)).at(z=7.9)
    body += rod(radius * 0.5, 10, "turntable").at(z=height + 7.5)
    tower = dice.yes()
    if tower:
        cheek = hull(block(radius * 0.7, 6, 2), rod(radius * 0.25, 6).turned(x=90).at(
            0, 3, radius * 0.7), feature="bracket") - rod(radius * 0.1, 40, "hole").turned(
            x=90).at(0, 20, radius * 0.7)  # fmt: skip
        body += union([cheek.at(0, s * radius * 0.3, height + 17) for s in (-1, 1)])
    return Draft(body, {"hole": holes + 2 * tower, "wheel": 0},
                 {"bracket": tower, "wheels": False}, {"outline": "round"})  # fmt: skip


def _rover_base(dice: Dice) -> Draft:
    """A deck full of holes on wheels."""
    x, y, thick = dice.real(110, 220), dice.real(80, 150), dice.real(3, 6)
    wheels, radius = dice.pick((2, 4, 4, 6)), dice.real(18, 35)
    body = rounded_block(x, y, thick, dice.pick((5, 40))).at(z=radius)
    body -= at_corners(hole(2.2, 99), x * 0.3, y * 0.6)
    wheel = (rod(radius, 14, "wheel") - hole(radius * 0.15, 14)).turned(x=90)
    per_side = wheels // 2
    for side in (-1, 1):
        row = in_row(wheel, per_side, x * 0.8 / max(per_side - 1, 1))
        body += row.at(0, side * (y / 2 + 9) + 7, radius)
        body += in_row(block(16, 14, 12), per_side, x * 0.8 / max(per_side - 1, 1)).at(
            y=side * (y / 2 - 3), z=radius - 6)  # fmt: skip
    second = dice.yes(0.4)
    if second:
        body += at_corners(rod(3, 32, "post"), x * 0.55, y * 0.7).at(z=radius)
        body += rounded_block(x * 0.7, y * 0.9, thick, 5).at(z=radius + 30)
    if wheels == 2:
        body += ball(radius * 0.5, "ball").at(-x * 0.4, 0, radius * 0.55)
    return Draft(body, {"wheel": wheels}, {"bracket": False, "wheels": True},
                 {"outline": "rectangular"})  # fmt: skip


def _omni_base(dice: Dice) -> Draft:
    """Hexagonal deck with three wheels and windows."""
    radius, thick, decks = dice.real(70, 130), dice.real(4, 7), dice.whole(1, 3)
    gap, wheels = dice.real(30, 50), 3
    deck = rod(radius, thick, sides=6) - hole(radius * 0.05, thick, radius * 0.8).around(6, 30)
    deck -= (
        rounded_block(radius * 0.3, radius * 0.35, 99, 5, "window")
        .at(radius * 0.45, 0, -9)
        .around(3)
    )
    body = union([deck.at(z=index * gap) for index in range(decks)])
    if decks > 1:
        body += rod(4, (decks - 1) * gap + 1, "post").at(radius * 0.75).around(6, 0).at(z=1)
    wheel = rod(radius * 0.3, 14, "wheel").turned(y=90).at(radius * 0.86, 0, -radius * 0.1)
    body += (wheel + block(radius * 0.4, 10, 10).at(radius * 0.7, 0, -6)).around(wheels, 30)
    return Draft(body, {"wheel": wheels, "deck": decks}, {"bracket": False, "wheels": True},
                 {"outline": "hexagonal"})  # fmt: skip


def _arm_horn(dice: Dice) -> Draft:
    arms, length, thick = dice.pick((1, 2, 4, 6)), dice.real(12, 22), dice.real(1.5, 2.5)
    holes = dice.whole(2, 5)
    arm = hull(rod(3.2, thick), rod(1.8, thick).at(length))
    drills = union(
        [hole(0.6, thick, length * (0.4 + 0.6 * i / max(holes - 1, 1))) for i in range(holes)]
    )
    body = (arm - drills).around(arms) + rod(3.6, thick * 2.2, "hub")
    return Draft(
        body - hole(1.2, thick * 2.2),
        {"arm": arms, "hole": arms * holes + 1},
        {"arm": True, "hub": True},
        {"form": "cross-shaped" if arms == 4 else "straight"} if arms < 6 else {},
    )


def _disc_horn(dice: Dice) -> Draft:
    radius, thick, holes = dice.real(9, 16), dice.real(1.5, 3.5), dice.pick((4, 6, 8))
    body = rod(radius, thick) + rod(radius * 0.4, thick * 2, "hub")
    body -= hole(radius * 0.14, thick * 2) + hole(radius * 0.08, thick, radius * 0.72).around(holes)
    return Draft(body, {"arm": 0, "hole": holes + 1}, {"arm": False, "hub": True},
                 {"outline": "round"})  # fmt: skip


def _flanged_hub(dice: Dice) -> Draft:
    radius, thick, tall = dice.real(12, 30), dice.real(3, 6), dice.real(8, 20)
    holes, hexagon, set_screw = dice.whole(3, 8), dice.yes(), dice.yes()
    body = rod(radius, thick, "flange") + rod(radius * 0.5, tall, "hub").at(z=thick - 0.1)
    body -= hole(radius * 0.07, thick, radius * 0.76).around(holes)
    body -= rod(radius * 0.24, 99, "bore", sides=6 if hexagon else 28).at(z=-9)
    if set_screw:
        body -= rod(radius * 0.1, 99, "set screw hole").turned(y=90).at(0, 0, thick + tall * 0.5)
    return Draft(body, {"hole": holes}, {"flange": True, "set screw hole": set_screw},
                 {"section": "hexagonal" if hexagon else "round"})  # fmt: skip


def _splined_hub(dice: Dice) -> Draft:
    radius, tall, splines = dice.real(10, 24), dice.real(12, 30), dice.whole(5, 14)
    body = rod(radius, tall) + block(radius * 0.25, radius * 0.22, tall, "spline").at(
        radius * 1.05
    ).around(splines)
    flat, set_screw = dice.yes(), dice.yes()
    bore = rod(radius * 0.35, 99, "bore").at(z=-9)
    if flat:
        bore -= block(radius, radius, 120).at(radius * 0.75, 0, -15)
    body -= bore
    if set_screw:
        body -= rod(radius * 0.14, 99, "set screw hole").turned(y=90).at(0, 0, tall * 0.6)
    return Draft(
        body,
        {"hole": 0, "spline": splines},
        {"flange": False, "set screw hole": set_screw},
        {"section": "round"},
    )


def _rubber_foot(dice: Dice) -> Draft:
    radius, z = dice.real(8, 25), dice.real(6, 30)
    screw, threaded = dice.yes(), dice.yes(0.4)
    body = rod(radius, z, top=radius * dice.real(0.6, 0.95))
    if screw:
        body -= hole(radius * 0.2, z) + rod(radius * 0.45, z * 0.5, "hole").at(z=-0.5)
    if threaded and not screw:
        body += rod(radius * 0.25, z * 2, "stud").at(z=z - 0.1)
    return Draft(body, {"hole": int(screw)}, {"screw hole": screw, "stud": threaded and not screw,
                 "joint": False}, {"outline": "round", "form": "tapered"})  # fmt: skip


def _walking_leg(dice: Dice) -> Draft:
    """Curved shin of a walking robot with a ball for a toe."""
    length, thick = dice.real(60, 140), dice.real(6, 12)
    bend = dice.real(0.15, 0.4)
    top = (0.0, 0.0, length)
    knee = (length * bend, 0.0, length * 0.55)
    body = hull(rod(thick, thick).turned(x=90).at(*top), ball(thick * 0.6).at(*knee), feature="leg")
    body += hull(ball(thick * 0.6).at(*knee), ball(thick * 0.35).at(0, 0, 0), feature="leg")
    body += ball(thick * 0.6, "toe")
    holes = dice.pick((0, 4))
    body -= rod(thick * 0.4, 99, "hole").turned(x=90).at(0, 50, length)
    if holes:
        drill = rod(thick * 0.12, 99, "hole", sides=12).at(thick * 0.7).around(4)
        body -= drill.turned(x=90).at(0, 50, length)
    return Draft(body, {"hole": 1 + holes}, {"screw hole": True, "stud": False, "joint": True},
                 {"form": "bent"})  # fmt: skip


def _levelling_foot(dice: Dice) -> Draft:
    radius, stem, slotted = dice.real(15, 40), dice.real(25, 90), dice.yes()
    body = rod(radius, radius * 0.35, "pad", top=radius * 0.75) + ball(radius * 0.32, "joint").at(
        z=radius * 0.45)  # fmt: skip
    body += rod(radius * 0.2, stem, "stud").at(z=radius * 0.4)
    body += rod(radius * 0.38, radius * 0.3, "nut", sides=6).at(
        z=radius * (0.9 if slotted else 1.2)
    )
    return Draft(body, {"hole": 0}, {"screw hole": False, "stud": True, "joint": True},
                 {"outline": "round"})  # fmt: skip


def _slotted_leg(dice: Dice) -> Draft:
    """Printed table-like leg: tapered bar with a flange."""
    length, wide = dice.real(60, 200), dice.real(14, 30)
    body = hull(block(wide, wide, 1), block(wide * 0.5, wide * 0.5, 1).at(z=length), feature="leg")
    body = body.turned(x=180) + rounded_block(wide * 2, wide * 2, 4, 4, "flange")
    body -= at_corners(hole(1.8, 4), wide * 1.5, wide * 1.5)
    slots = dice.pick((0, 2, 3))
    for index in range(slots):
        body -= slot(length * 0.5 / slots, wide * 0.22, 99).turned(x=90, y=90).at(
            0, 50, -length * (0.2 + 0.7 * index / slots))  # fmt: skip
    return Draft(body, {"hole": 4, "slot": slots}, {"screw hole": True, "stud": False,
                 "joint": False}, {"form": "tapered"})  # fmt: skip


BUILDERS = (
    Builder("robot arm link", "plate", _plate_link),
    Builder("robot arm link", "joints", _tube_link),
    Builder("robot arm link", "fork", _fork_link),
    Builder("gripper finger", "parallel", _parallel_finger),
    Builder("gripper finger", "claw", _curved_finger),
    Builder("gripper finger", "soft", _fin_ray_finger, held_out=True),
    Builder("robot base", "turntable", _turntable_base),
    Builder("robot base", "rover", _rover_base),
    Builder("robot base", "three wheels", _omni_base),
    Builder("servo horn", "arms", _arm_horn),
    Builder("servo horn", "disc", _disc_horn),
    Builder("wheel hub", "flanged", _flanged_hub),
    Builder("wheel hub", "splined", _splined_hub),
    Builder("foot", "round", _rubber_foot),
    Builder("foot", "levelling", _levelling_foot),
    Builder("leg", "walking", _walking_leg),
    Builder("leg", "tapered", _slotted_leg),
)
