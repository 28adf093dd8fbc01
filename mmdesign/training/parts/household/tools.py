"""Hand tools and a few things of the street and the kitchen."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    ball,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    slot,
    tube,
    union,
)


def _wrench(dice: Dice) -> Draft:
    length, size = dice.real(90, 260), dice.real(8, 24)
    z = size * 0.4
    body = rounded_block(length, size * 0.8, z, size * 0.2, "grip")
    head = rod(size * 1.15, z * 1.3, "jaw")
    jaw = block(size * 1.4, size, z * 4, "jaw").at(size * 0.75, 0, -z)
    body = (body + head.at(length / 2)) - jaw.turned(z=15).at(length / 2)
    ring = dice.yes(0.5)
    if ring:
        body += rod(size * 0.95, z * 1.5, "ring").at(-length / 2)
        body -= rod(size * 0.6, z * 9, "hole", sides=12).at(-length / 2, 0, -z)
    else:
        body += head.at(-length / 2)
        body -= jaw.turned(z=195).at(-length / 2)
    return Draft(body, {}, {"ring end": ring, "open jaw": True}, {})


def _hammer(dice: Dice) -> Draft:
    length, radius, size = dice.real(220, 350), dice.real(11, 17), dice.real(20, 36)
    body = rod(radius, length, "handle", top=radius * 0.8)
    face = rod(size * 0.8, size * 1.6, "head").turned(y=90).at(size * 0.3, 0, length)
    middle = block(size * 1.6, size * 1.3, size * 1.3, "head").at(z=length - size * 0.65)
    mallet = dice.yes(0.3)
    if mallet:
        middle = rod(size * 1.3, size * 4, "head").at(z=-size * 2).turned(y=90).at(z=length)
        return Draft(body + middle, {}, {"peen": False}, {"head": "cylindrical head"})
    peen = (
        prism(
            [
                (0, -size * 0.6),
                (size * 1.8, -size * 0.1),
                (size * 1.8, size * 0.1),
                (0, size * 0.6),
            ],
            size * 1.1,
            "peen",
        )
        .at(z=-size * 0.55)
        .turned(x=90, z=180)
    )
    return Draft(union([body, face, middle, peen.at(-size * 0.5, 0, length)]), {},
                 {"peen": True}, {"head": "square head"})  # fmt: skip


def _screwdriver(dice: Dice) -> Draft:
    grip, blade, radius = dice.real(70, 110), dice.real(60, 160), dice.real(11, 18)
    body = rod(radius, grip, "handle")
    body -= rod(radius * 0.18, grip * 2, "groove").at(radius * 1.05, 0, -1).around(6)
    body += ball(radius * 0.98, "handle") + rod(radius * 0.25, blade, "blade").at(z=grip)
    cross = dice.yes(0.5)
    tip = (
        rod(radius * 0.25, radius, "blade", top=1)
        if cross
        else hull(
            block(radius * 0.5, radius * 0.5, 1),
            block(radius * 0.7, 1, 1).at(z=radius),
            feature="blade",
        )
    )
    return Draft(body + tip.at(z=grip + blade - 0.1), {}, {"grooved grip": True},
                 {"tip": "pointed tip" if cross else "flat tip"})  # fmt: skip


def _traffic_cone(dice: Dice) -> Draft:
    height = dice.real(250, 750)
    base = height * dice.real(0.4, 0.6)
    body = rounded_block(base, base, height * 0.05, base * 0.1, "base")
    body += rod(base * 0.36, height, top=base * 0.06).at(z=height * 0.04)
    return Draft(body - rod(base * 0.04, height * 3, "bore").at(z=-1), {}, {"square base": True},
                 {"form": "conical"})  # fmt: skip


def _barrel(dice: Dice) -> Draft:
    radius, height = dice.real(150, 300), dice.real(450, 900)
    wooden = dice.yes(0.5)
    bulge = dice.real(1.12, 1.3) if wooden else 1.0
    profile = [(radius * (1 + (bulge - 1) * np.sin(np.pi * t)), height * t)
               for t in np.linspace(0, 1, 16)]  # fmt: skip
    body = revolved([(0, 0), *profile, (0, height)])
    for share in (0.15, 0.38, 0.62, 0.85):
        r = radius * (1 + (bulge - 1) * np.sin(np.pi * share))
        body += rod(r + 6, height * 0.035, "hoop").at(z=height * share)
    return Draft(
        body, {"hoop": 4}, {"hoops": True}, {"form": "bulging" if wooden else "cylindrical"}
    )


def _lamp_post(dice: Dice) -> Draft:
    height, radius = dice.real(2500, 5000), dice.real(40, 80)
    body = rod(radius * 2, height * 0.08, "foot") + rod(radius, height, top=radius * 0.7)
    arm = dice.yes(0.5)
    if arm:
        body += block(height * 0.25, radius, radius).at(height * 0.12, 0, height - radius)
        body += rounded_block(height * 0.12, radius * 3, radius * 1.5, radius, "lantern").at(
            height * 0.24, 0, height - radius * 2)  # fmt: skip
    else:
        body += rod(radius * 2, height * 0.1, "lantern", top=radius * 3.2, sides=6).at(z=height)
        body += rod(radius * 3.6, radius * 2, "lantern", top=8, sides=6).at(z=height * 1.1)
    return Draft(body, {}, {"side arm": arm, "lantern": True}, {"height": "tall"})


def _comb(dice: Dice) -> Draft:
    teeth, pitch = dice.whole(8, 24), dice.real(3, 8)
    body = rounded_block(teeth * pitch + 8, 16, 3, 5, "back").at(y=8)
    tooth = block(pitch * 0.5, dice.real(15, 35), 2.4, "tooth")
    reach = float(tooth.solid.bounding_box()[4])
    body += union([tooth.at((i - (teeth - 1) / 2) * pitch, -reach + 2, 0.3) for i in range(teeth)])
    return Draft(body, {"tooth": teeth}, {"handle": False}, {})


def _spatula(dice: Dice) -> Draft:
    length, width = dice.real(150, 260), dice.real(45, 90)
    blade = rounded_block(width * 1.2, width, 2.5, 10, "blade").at(length / 2 + width * 0.5)
    slots = dice.pick((0, 3, 4))
    for index in range(slots):
        blade -= slot(width * 0.7, width * 0.07, 3).at(
            length / 2 + width * 0.55, (index - (slots - 1) / 2) * width * 0.2)  # fmt: skip
    body = rounded_block(length, 16, 6, 7, "handle") - hole(3, 6, -length * 0.44) + blade
    return Draft(body, {"slot": slots}, {"slots": slots > 0, "handle": True}, {"form": "flat"})


def _telescope_stand(dice: Dice) -> Draft:
    height, spread = dice.real(200, 900), dice.real(0.35, 0.6)
    thick = height * 0.025
    leg = hull(ball(thick).at(z=height), ball(thick).at(height * spread), feature="leg")
    body = leg.around(3) + rod(thick * 3, thick * 3, "head").at(z=height - thick)
    column = dice.yes(0.6)
    if column:
        body += rod(thick, height * 0.4).at(z=height * 0.75)
        body += tube(thick * 2.5, thick * 0.5, thick, "head").at(z=height * 1.15)
    return Draft(body, {"leg": 3}, {"centre column": column}, {})


BUILDERS = (
    Builder("wrench", "open", _wrench),
    Builder("hammer", "peen", _hammer),
    Builder("screwdriver", "round", _screwdriver),
    Builder("traffic cone", "square base", _traffic_cone),
    Builder("barrel", "hoops", _barrel),
    Builder("lamp post", "lantern", _lamp_post),
    Builder("comb", "teeth", _comb),
    Builder("spatula", "flat", _spatula),
    Builder("tripod", "three legs", _telescope_stand),
)
