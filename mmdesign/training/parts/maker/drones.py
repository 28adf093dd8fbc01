"""Frames, arms and propeller guards of drones."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import pillow
from mmdesign.training.parts.solids import (
    arc,
    ball,
    block,
    hole,
    hull,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _plate_drone(dice: Dice) -> Draft:
    arms, reach, thick = dice.pick((3, 4, 4, 6)), dice.real(70, 180), dice.real(3, 6)
    body = rod(reach * dice.real(0.25, 0.4), thick, sides=dice.pick((4, 8, 40)))
    arm = block(reach, reach * 0.11, thick, "arm").at(reach / 2) + rod(
        reach * 0.11, thick, "arm"
    ).at(reach)
    body += (arm - hole(reach * 0.03, thick, reach)).around(arms, 45)
    body -= at_corners(hole(1.6, thick), 30, 30)
    top = dice.yes()
    if top:
        body += at_corners(rod(2.5, 24, "post"), reach * 0.25, reach * 0.25).at(z=thick - 0.1)
        body += rounded_block(reach * 0.4, reach * 0.4, 2, 5, "top plate").at(z=thick + 23)
    return Draft(body, {"arm": arms, "hole": arms + 4},
                 {"top plate": top, "landing legs": False, "propeller guards": False},
                 {"form": "cross-shaped"} if arms == 4 else {})  # fmt: skip


def _body_drone(dice: Dice) -> Draft:
    """A pod with tubes, motors, and legs to land on."""
    arms, reach = dice.pick((4, 4, 6, 8)), dice.real(90, 220)
    body = pillow(reach * 0.6, reach * 0.45, reach * 0.22, reach * 0.1).at(z=-reach * 0.1)
    arm = rod(reach * 0.045, reach, "arm").turned(y=90) + rod(
        reach * 0.09, reach * 0.16, "motor"
    ).at(reach, 0, -reach * 0.04)
    body += arm.around(arms, 180 / arms)
    legs, guards = dice.yes(), dice.yes(0.4)
    if legs:
        skid = wire([(-reach * 0.4, 0, 0), (reach * 0.4, 0, 0)], reach * 0.03, "leg", sides=10)
        for side in (-1, 1):
            body += skid.at(0, side * reach * 0.3, -reach * 0.4)
            post = hull(
                ball(reach * 0.03), ball(reach * 0.03).at(0, side * reach * 0.15, -reach * 0.35)
            )
            body += in_row(post.labelled("leg"), 2, reach * 0.3).at(
                0, side * reach * 0.15, -reach * 0.05
            )
    if guards:
        ring = tube(reach * 0.36, reach * 0.33, reach * 0.05, "guard").at(reach)
        body += (
            union([ring.turned(z=(i + 0.5) * 360 / arms) for i in range(arms)])
            if arms < 6
            else (tube(reach * 1.4, reach * 1.36, reach * 0.05, "guard"))
        )
        body += block(reach * 0.4, reach * 0.03, reach * 0.03, "guard").at(reach * 1.19).around(
            arms, 180 / arms)  # fmt: skip
    return Draft(body, {"arm": arms, "motor": arms},
                 {"top plate": False, "landing legs": legs, "propeller guards": guards},
                 {"form": "rounded"})  # fmt: skip


def _truss_drone_arm(dice: Dice) -> Draft:
    length, width, thick = dice.real(80, 200), dice.real(16, 30), dice.real(4, 8)
    windows = dice.whole(0, 4)
    body = hull(block(4, width, thick), rod(width * 0.4, thick).at(length)) + rod(
        width * 0.62, thick
    ).at(length)
    body += block(width, width * 1.4, thick).at(-width / 2) - at_corners(
        hole(1.6, thick), width * 0.5, width
    ).at(-width / 2)
    body -= hole(width * 0.12, thick, length) + hole(1.6, thick, width * 0.4).around(4).at(length)
    for index in range(windows):
        span = (length - width) / windows
        body -= rounded_block(span * 0.75, width * 0.5, thick + 2, 3, "window").at(
            span * (index + 0.5), 0, -1)  # fmt: skip
    return Draft(
        body,
        {"hole": 9, "window": windows},
        {"cut-outs": windows > 0, "landing leg": False},
        {"form": "flat"},
    )


def _tube_drone_arm(dice: Dice) -> Draft:
    length, radius = dice.real(80, 200), dice.real(5, 10)
    body = rod(radius, length).turned(y=90) + block(radius * 5, radius * 4, radius * 2.6).at(
        0, 0, -radius * 1.3
    )
    body -= at_corners(hole(1.7, radius * 4), radius * 3.4, radius * 2.8).at(z=-radius * 2)
    body += (rod(radius * 2, radius * 2.4, "motor seat") - hole(radius * 1.5, 99).at(z=radius)).at(
        length, 0, -radius)  # fmt: skip
    leg = dice.yes()
    if leg:
        body += rod(radius * 0.7, radius * 6, "leg", top=radius * 1.4).at(length, 0, -radius * 6.8)
    return Draft(body, {"hole": 4, "window": 0}, {"cut-outs": False, "landing leg": leg},
                 {"form": "round"})  # fmt: skip


def _ring_guard(dice: Dice) -> Draft:
    radius, spokes, height = dice.real(35, 90), dice.whole(2, 6), dice.real(4, 15)
    body = tube(radius, radius - dice.real(2, 4), height, "ring")
    body += block(radius - 1, 3, height * 0.6, "spoke").at(radius / 2).around(spokes)
    body += tube(radius * 0.22, radius * 0.14, height) - hole(radius * 0.14, height)
    body -= hole(radius * 0.14, height)
    return Draft(
        body, {"spoke": spokes}, {"spokes": True, "closed ring": True}, {"outline": "round"}
    )


def _bumper_guard(dice: Dice) -> Draft:
    """Half a hoop on two struts from a motor plate."""
    radius, sweep, thick = dice.real(40, 90), dice.real(60, 100), dice.real(2, 3.5)
    path = [(*p, 0.0) for p in arc(radius, -sweep, sweep, 30)]
    spokes = dice.whole(2, 5)
    body = wire(path, thick, "ring") + rod(radius * 0.16, thick * 2).at(z=-thick)
    for index in range(spokes):
        angle = np.radians(-sweep + 2 * sweep * index / (spokes - 1))
        body += wire([(0, 0, 0), (radius * np.cos(angle), radius * np.sin(angle), 0)], thick * 0.7,
                     "spoke", sides=8)  # fmt: skip
    return Draft(body - hole(radius * 0.05, 9).at(z=-4), {"spoke": spokes},
                 {"spokes": True, "closed ring": False}, {"form": "curved"})  # fmt: skip


BUILDERS = (
    Builder("drone frame", "plate", _plate_drone),
    Builder("drone frame", "pod", _body_drone),
    Builder("drone arm", "flat", _truss_drone_arm),
    Builder("drone arm", "tube", _tube_drone_arm),
    Builder("propeller guard", "ring", _ring_guard),
    Builder("propeller guard", "bumper", _bumper_guard),
)
