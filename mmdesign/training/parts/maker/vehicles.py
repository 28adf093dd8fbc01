"""Vehicle bodies, chassis, fenders and boat hulls."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import pillow
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    union,
    wire,
)


def _wheels(x: float, y: float, radius: float, width: float) -> Body:
    return at_corners(rod(radius, width, "wheel").turned(x=90).at(0, width / 2, radius), x, y)


def _car(dice: Dice) -> Draft:
    """Side outline of a saloon, estate or van, pulled in at the roof, on wheels or with arches."""
    x, y, z = dice.real(70, 110), dice.real(30, 45), dice.real(22, 38)
    cabin, nose = dice.real(0.2, 0.45), dice.real(0.1, 0.3)
    wheels, spoiler = dice.yes(0.7), dice.yes(0.3)
    body = hull(pillow(x, y, z * 0.45, z * 0.18), block(x * 0.8, y * 0.9, 1).at(z=z * 0.5)).at(
        z=z * 0.15
    )
    roof = hull(
        block(x * (0.9 - nose), y * 0.88, 1).at(-x * (nose / 2 - 0.02), 0, z * 0.6),
        block(x * cabin, y * 0.7, 1).at(-x * 0.06, 0, z),
        feature="cabin",
    )
    body += roof
    for side in (-1, 1):
        cut = rod(z * 0.3, y, "wheel arch").turned(x=90).at(0, y / 2, z * 0.24)
        body -= in_row(cut & block(99, y * 0.3, 99), 2, x * 0.58).at(y=side * y * 0.5)
    if wheels:
        body += _wheels(x * 0.58, y * 0.78, z * 0.26, y * 0.2).at(z=-z * 0.03)
    if spoiler:
        body += block(x * 0.08, y * 0.9, 1.6, "spoiler").at(-x * 0.44, 0, z * 0.75) + in_row(
            block(3, 2, z * 0.2, "spoiler"), 2, y * 0.5
        ).turned(z=90).at(-x * 0.44, 0, z * 0.58)
    return Draft(
        body, {"wheel": 4 * wheels, "headlight": 0}, {"cargo bed": False, "wheels": wheels}, {}
    )


def _truck(dice: Dice) -> Draft:
    x, y, z = dice.real(80, 140), dice.real(28, 42), dice.real(14, 20)
    axles, sided, height = dice.whole(2, 4), dice.yes(), dice.real(1.6, 2.6)
    body = block(x, y * 0.7, z * 0.4).at(z=z * 0.6) + rounded_block(
        x * 0.24, y, z * height, 3, "cabin"
    ).at(x * 0.37, 0, z * 0.65)
    body -= block(x * 0.1, y * 0.8, z * height * 0.3, "window").at(
        x * 0.49, 0, z * (0.6 + height * 0.55)
    )
    body += block(x * 0.7, y, 3, "cargo bed").at(-x * 0.13, 0, z - 0.5)
    if sided:
        box = block(x * 0.7 - 1, y - 1, z, "cargo bed") - block(
            x * 0.7 - 5, y - 5, z * 2, "cargo bed"
        ).at(z=2)
        body += box.at(-x * 0.13, 0, z)
    radius = min(z * 0.5, x * 0.082)
    for index in range(axles):
        at_x = x * (0.36 if index == 0 else -0.42 + 0.17 * (index - 1))
        body += union(
            [
                rod(radius, 8, "wheel").turned(x=90).at(at_x, s * y * 0.4 + 4, z * 0.5)
                for s in (-1, 1)
            ]
        )
    return Draft(
        body,
        {"wheel": 2 * axles, "axle": axles},
        {"cargo box": False, "cargo bed": True, "tank": False},
        {},
    )


def _racer(dice: Dice) -> Draft:
    """Drop-shaped shell with a cockpit and open wheels."""
    x, radius = dice.real(90, 140), dice.real(10, 16)
    profile = (
        [(0.0, 0.0)]
        + [
            (radius * float(np.sin(np.pi * t) ** 0.7), x * float(t))
            for t in np.linspace(0.03, 0.97, 20)
        ]
        + [(0.0, x)]
    )
    body = revolved(profile).turned(y=90).at(-x / 2, 0, radius * 0.9)
    body -= ball(radius * 0.62, "cockpit").scaled(x=1.4).at(-x * 0.05, 0, radius * 1.8)
    wheels, spoiler = dice.yes(0.8), dice.yes()
    if wheels:
        body += _wheels(x * 0.6, radius * 3.2, radius * 0.6, radius * 0.6)
        body += in_row(
            rod(1.3, radius * 3.2, "axle").turned(x=90).at(0, radius * 1.6), 2, x * 0.6
        ).at(z=radius * 0.6)
    if spoiler:
        body += block(x * 0.08, radius * 2.4, 1.5, "spoiler").at(
            -x * 0.44, 0, radius * 1.9
        ) + block(4, 2, radius * 1.2, "spoiler").at(-x * 0.43, 0, radius * 0.8)
    return Draft(
        body,
        {"wheel": 4 * wheels, "headlight": 0},
        {"cargo bed": False, "wheels": wheels},
        {"form": "rounded"},
    )


def _plate_chassis(dice: Dice) -> Draft:
    x, y, thick = dice.real(110, 220), dice.real(60, 120), dice.real(2.5, 5)
    waist, holes, wheels = dice.real(0.5, 0.9), dice.whole(2, 5), dice.yes(0.5)
    outline = [
        (-x / 2, -y / 2),
        (-x * 0.25, -y / 2),
        (-x * 0.15, -y / 2 * waist),
        (x * 0.2, -y / 2 * waist),
        (x * 0.3, -y / 2),
        (x / 2, -y * 0.3),
    ]
    body = prism([*outline, *[(a, -b) for a, b in reversed(outline)]], thick)
    body -= union(
        [in_row(hole(2, thick), holes, x * 0.7 / holes).at(y=s * y * 0.15) for s in (-1, 1)]
    )
    slots = dice.pick((0, 2, 4))
    if slots:
        body -= in_row(
            rounded_block(x * 0.5 / slots, y * 0.12, 99, 3, "slot"), slots, x * 0.8 / slots
        ).at(z=-9)
    if wheels:
        body += _wheels(x * 0.72, y * 1.06, x * 0.1, x * 0.07).at(z=-x * 0.1)
    return Draft(
        body,
        {"hole": 2 * holes, "slot": slots, "wheel": 4 * wheels},
        {"wheels": wheels, "slots": slots > 0},
        {"form": "flat"},
    )


def _rail_chassis(dice: Dice) -> Draft:
    """Ladder frame: two rails, cross members, axles."""
    x, y, rail, members = dice.real(120, 240), dice.real(40, 90), dice.real(5, 10), dice.whole(3, 7)
    wheels = dice.yes()
    body = union([block(x, rail * 0.6, rail, "rail").at(0, s * y / 2) for s in (-1, 1)])
    body += in_row(
        block(rail * 0.8, y, rail * 0.7, "cross member"), members, x * 0.94 / (members - 1)
    )
    if wheels:
        radius = dice.real(0.07, 0.13) * x
        body += in_row(rod(2.5, y + 30, "axle").turned(x=90).at(0, y / 2 + 15), 2, x * 0.65)
        body += _wheels(x * 0.65, y + 30, radius, radius * 0.7).at(z=-radius)
    return Draft(body, {"cross member": members, "hole": 0, "slot": 0, "wheel": 4 * wheels},
                 {"wheels": wheels, "slots": False}, {"form": "straight"})  # fmt: skip


def _wheel_arch(dice: Dice) -> Draft:
    """A mudguard: part of a ring with a lip and stays."""
    radius, width, wall = dice.real(40, 90), dice.real(20, 50), dice.real(1.5, 3)
    sweep = dice.real(110, 190)
    sheet: list[Point2] = [
        *arc(radius, 90 - sweep / 2, 90 + sweep / 2, 30),
        *arc(radius - wall, 90 + sweep / 2, 90 - sweep / 2, 30),
    ]
    body = prism(sheet, width)
    flanges, stays = dice.yes(), dice.pick((0, 2))
    if flanges:
        lip: list[Point2] = [
            *arc(radius, 90 - sweep / 2, 90 + sweep / 2, 30),
            *arc(radius * 0.85, 90 + sweep / 2, 90 - sweep / 2, 30),
        ]
        body += prism(lip, wall, "lip") + prism(lip, wall, "lip").at(z=width - wall)
    if stays:
        ends = [
            (radius * 0.98 * np.cos(a), radius * 0.98 * np.sin(a))
            for a in np.radians((90 - sweep * 0.4, 90 + sweep * 0.4))
        ]
        for side in (0.0, width):
            body += union(
                [wire([(0, 0, side), (ex, ey, side)], 1.8, "stay", sides=8) for ex, ey in ends]
            )
    return Draft(
        body.turned(x=90),
        {"stay": 2 * stays},
        {"lip": flanges, "stays": stays > 0},
        {"form": "curved"},
    )


def _flat_fender(dice: Dice) -> Draft:
    """Truck style: three flat facets with holes on the top."""
    x, y, z, wall = dice.real(60, 120), dice.real(20, 45), dice.real(20, 45), dice.real(2, 3.5)
    outside = [(-x / 2, 0), (-x * 0.3, z), (x * 0.3, z), (x / 2, 0)]
    inside = [(a * (1 - 2.4 * wall / x), b - wall) for a, b in outside]
    body = prism([*outside, *reversed(inside)], y).turned(x=90).at(0, y / 2)
    lip = dice.yes()
    if lip:
        body += (
            (prism(outside, wall, "lip") - rod(x * 0.36, 9, "opening").at(0, -z * 0.1, -1))
            .turned(x=90)
            .at(0, -y / 2 + wall)
        )
    return Draft(
        body - in_row(hole(2, 99), 2, x * 0.4),
        {"hole": 2, "stay": 0},
        {"lip": lip, "stays": False},
        {"form": "faceted"},
    )


def _boat_sections(x: float, y: float, z: float, sharp: float, feature: str) -> Body:
    """Convex hull of a keel line and a deck line."""
    deck = [
        (-x / 2, -y * 0.4),
        (x * 0.1, -y / 2),
        (x * 0.3, -y * 0.36),
        (x / 2, 0),
        (x * 0.3, y * 0.36),
        (x * 0.1, y / 2),
        (-x / 2, y * 0.4),
    ]
    return hull(
        prism([(float(a), float(b)) for a, b in deck], z * 0.1).at(z=z * 0.9),
        block(x * 0.75, y * sharp, 1).at(-x * 0.08),
        feature=feature,
    )


def _open_boat(dice: Dice) -> Draft:
    x, y, z = dice.real(90, 200), dice.real(30, 70), dice.real(18, 45)
    sharp, wall = dice.real(0.05, 0.6), dice.real(1.5, 3)
    body = _boat_sections(x, y, z, sharp, "hull")
    inner = _boat_sections(x - 4 * wall, y - 3 * wall, z, sharp * 0.9, "cavity").at(
        -wall * 0.5, 0, wall * 1.5
    )
    outside, seats, mast = body, dice.whole(0, 4), dice.yes(0.4)
    body -= inner
    if seats:
        bench = block(x * 0.07, y * 2, z * 0.08, "seat")
        body += in_row(bench, seats, x * 0.55 / seats).at(-x * 0.1, 0, z * 0.6) & outside
    if mast:
        body += rod(x * 0.012, x * 0.9, "mast").at(x * 0.05, 0, 1)
    return Draft(
        body, {"seat": seats}, {"deck": False, "mast": mast, "keel": False}, {"top": "open"}
    )


def _decked_ship(dice: Dice) -> Draft:
    x, y, z = dice.real(110, 220), dice.real(25, 55), dice.real(16, 35)
    houses, keel, mast = dice.whole(0, 3), dice.yes(0.4), dice.yes()
    body = _boat_sections(x, y, z, dice.real(0.2, 0.8), "hull")
    for index in range(houses):
        body += rounded_block(
            x * 0.3 * (1 - 0.25 * index), y * 0.6 * (1 - 0.2 * index), z * 0.45, 3, "deck house"
        ).at(-x * 0.15, 0, z * (0.98 + 0.42 * index))
    if keel:
        body += (
            prism([(0, 0), (x * 0.3, 0), (x * 0.22, -z), (x * 0.06, -z)], 3, "keel")
            .turned(x=90)
            .at(-x * 0.2, 1.5, 2)
        )
    if mast:
        body += rod(1.6, z * 2.5, "mast").at(x * 0.12, 0, z * 0.9)
    return Draft(body, {"seat": 0}, {"deck": True, "mast": mast, "keel": keel}, {"top": "closed"})


BUILDERS = (
    Builder("car", "saloon", _car),
    Builder("truck", "flatbed", _truck),
    Builder("car", "racer", _racer),
    Builder("chassis", "plate", _plate_chassis),
    Builder("chassis", "ladder", _rail_chassis),
    Builder("fender", "arch", _wheel_arch),
    Builder("fender", "facets", _flat_fender),
    Builder("boat hull", "open", _open_boat),
    Builder("boat hull", "decked", _decked_ship),
)
