"""Columns and arches of model buildings."""

import numpy as np

from mmdesign.training.parts.arranging import in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    arc,
    block,
    hull,
    prism,
    revolved,
    rod,
    tube,
    union,
)


def _fluted_column(dice: Dice) -> Draft:
    radius = dice.real(8, 20)
    height, flutes = radius * dice.real(6, 14), dice.pick((0, 12, 16, 20))
    body = rod(radius, height, "shaft", top=radius * dice.real(0.75, 0.95))
    if flutes:
        body -= (
            rod(radius * 0.12, height * 3, "flute", sides=10)
            .at(radius * 0.98, 0, -height)
            .around(flutes)
        )
    low, high = (
        block(radius * 3, radius * 3, radius * 0.6, "base"),
        rod(radius * 1.3, radius * 0.5, "base"),
    )
    body = body.at(z=radius) + low + high.at(z=radius * 0.55)
    scrolls = dice.yes()
    top = height + radius * 0.95
    if scrolls:
        scroll = (
            rod(radius * 0.5, radius * 2.2, "scroll")
            .turned(x=90)
            .at(0, radius * 1.1, top + radius * 0.2)
        )
        body += in_row(scroll, 2, radius * 2.4)
    body += rod(radius * 0.9, radius * 0.6, "capital", top=radius * 1.3).at(z=top - 0.1)
    body += block(radius * 3, radius * 3, radius * 0.5, "capital").at(z=top + radius * 0.45)
    return Draft(
        body,
        {"flute": flutes},
        {"flutes": flutes > 0, "scrolls": scrolls, "base": True},
        {"section": "round"},
    )


def _pillar(dice: Dice) -> Draft:
    """A pier of blocks: square or octagonal, banded."""
    size, bands = dice.real(20, 45), dice.whole(0, 5)
    height, sides = size * dice.real(3, 7), dice.pick((4, 8, 6))
    body = rod(size / 2, height, "shaft", sides=sides).turned(z=180 / sides)
    footed = dice.yes(0.7)
    for index in range(bands):
        body += (
            rod(size * 0.58, size * 0.15, "band", sides=sides)
            .turned(z=180 / sides)
            .at(z=height * (index + 1) / (bands + 1))
        )
    if footed:
        body += rod(size * 0.8, size * 0.4, "base", sides=sides, top=size * 0.6).turned(
            z=180 / sides
        )
    body += (
        rod(size * 0.5, size * 0.4, "capital", sides=sides, top=size * 0.75)
        .turned(z=180 / sides)
        .at(z=height - 0.1)
    )
    return Draft(
        body,
        {"band": bands, "flute": 0},
        {"flutes": False, "scrolls": False, "base": footed},
        {"section": {4: "square", 6: "hexagonal"}[sides]} if sides != 8 else {},
    )


def _round_arch(dice: Dice) -> Draft:
    span, depth, thick = dice.real(30, 80), dice.real(10, 40), dice.real(8, 20)
    legs, keyed, stones = span * dice.real(0.2, 1.2), dice.yes(), dice.pick((0, 9, 11))
    radius = span / 2
    ring = prism([*arc(radius + thick, 0, 180, 25), *arc(radius, 180, 0, 25)], depth, "arch")
    if stones:
        cut = block(thick * 3, 0.9, depth * 3, "joint").at(radius + thick, 0, -depth)
        ring -= union([cut.turned(z=180.0 * (i + 0.5) / stones) for i in range(stones)]) & union(
            [
                prism(
                    [*arc(radius + thick + 9, 0, 180, 25), *arc(radius + thick - 1.5, 180, 0, 25)],
                    depth * 3,
                ).at(z=-depth)
            ]
        )
    body = ring.turned(x=90).at(0, depth / 2, legs)
    body += in_row(block(thick, depth, legs + 0.1, "pillar"), 2, span + thick)
    if keyed:
        body += hull(
            block(thick * 0.5, depth * 1.2, 1),
            block(thick * 0.9, depth * 1.2, 1).at(z=thick * 1.3),
            feature="keystone",
        ).at(z=legs + radius - 1)
    return Draft(
        body, {"opening": 1}, {"keystone": keyed, "battlements": False}, {"profile": "arched"}
    )


def _arch_in_wall(dice: Dice) -> Draft:
    """A gate or arcade: openings cut from a wall."""
    openings, pitch, depth = dice.whole(1, 4), dice.real(30, 60), dice.real(8, 22)
    height, pointed = pitch * dice.real(1, 1.6), dice.yes(0.4)
    body = block(openings * pitch + 8, depth, height)
    radius = pitch * 0.33
    top = (
        rod(radius * 1.4, 99, "opening").at(-radius * 0.7)
        & rod(radius * 1.4, 99, "opening").at(radius * 0.7)
        if pointed
        else rod(radius, 99, "opening")
    )
    wide = radius * (0.7 if pointed else 1)
    cut = top.turned(x=90).at(0, 50, height * 0.48) + block(
        2 * wide, 99, height * 0.48, "opening"
    ).at(z=-0.1)
    body -= in_row(cut, openings, pitch)
    notched = dice.yes()
    if notched:
        body += in_row(block(5, depth, 6, "battlement"), int((openings * pitch + 8) / 10), 10).at(
            z=height - 0.1
        )
    return Draft(
        body,
        {"opening": openings},
        {"keystone": False, "battlements": notched},
        {"profile": "arched"},
    )


def _baluster(dice: Dice) -> Draft:
    """A turned post with bulges."""
    radius, height = dice.real(8, 18), dice.real(70, 140)
    bulge = dice.real(0.3, 0.6)
    levels = np.linspace(0.08, 0.92, 24)
    outline = radius * (0.55 + bulge * np.sin(np.pi * levels * dice.pick((1, 2, 3))) ** 2)
    profile = [
        (0.0, 0.08 * height),
        *zip(outline.tolist(), (levels * height).tolist(), strict=True),
        (0.0, 0.92 * height),
    ]
    body = revolved(profile, "shaft") + block(radius * 2.4, radius * 2.4, height * 0.09, "base")
    body += block(radius * 2.2, radius * 2.2, height * 0.09, "capital").at(z=height * 0.91)
    ring = dice.yes()
    if ring:
        body += tube(radius * 1.1, radius * 0.3, height * 0.03, "band").at(z=height * 0.5)
    return Draft(
        body,
        {"band": int(ring), "flute": 0},
        {"flutes": False, "scrolls": False, "base": True},
        {"section": "round"},
    )


BUILDERS = (
    Builder("column", "classical", _fluted_column),
    Builder("column", "pier", _pillar),
    Builder("column", "baluster", _baluster),
    Builder("arch", "stones", _round_arch),
    Builder("arch", "gate", _arch_in_wall),
)
