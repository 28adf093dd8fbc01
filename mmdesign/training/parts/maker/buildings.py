"""Model buildings: roofs, towers, walls and houses."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hull,
    prism,
    rod,
    union,
    wire,
)


def _gable_roof(dice: Dice) -> Draft:
    x, y, rise = dice.real(60, 140), dice.real(45, 100), dice.real(0.3, 0.8)
    outline = [(-y / 2, 0), (y / 2, 0), (0, y * rise)]
    body = prism(outline, x).turned(x=90, z=90).at(-x / 2)
    tiles, chimney, dormers = dice.yes(), dice.yes(), dice.pick((0, 0, 1, 2))
    if tiles:
        slope = float(np.degrees(np.arctan2(y * rise, y / 2)))
        row = (
            rod(1.8, np.hypot(y / 2, y * rise), "tile", sides=10)
            .turned(x=-90 + slope)
            .at(0, -y / 2, 0)
        )
        rows = in_row(row, 14, x / 15)
        body += rows + rows.turned(z=180)
    if chimney:
        body += block(x * 0.09, y * 0.13, y * rise * 0.9, "chimney").at(
            x * 0.28, y * 0.15, y * rise * 0.4
        )
    if dormers:
        dormer = prism([(-7, 0), (7, 0), (7, 10), (0, 16), (-7, 10)], y * 0.4, "dormer").turned(
            x=90
        )
        body += in_row(dormer, dormers, x * 0.4).at(0, 0, y * rise * 0.18)
    return Draft(
        body,
        {"chimney": int(chimney), "dormer": dormers},
        {"chimney": chimney, "tiles": tiles},
        {"outline": "rectangular"},
    )


def _pointed_roof(dice: Dice) -> Draft:
    """Pyramid, cone or hip roof with eaves."""
    size, rise, sides = dice.real(40, 100), dice.real(0.4, 1.6), dice.pick((4, 4, 6, 8, 40))
    hip = dice.real(0, 0.5) * size if sides == 4 else 0.0
    tip = rod(1, 0.5, sides=8).at(z=size * rise * 0.7)
    body = hull(
        rod(size / 2, 2, sides=sides).turned(z=180 / sides).at(-hip / 2),
        rod(size / 2, 2, sides=sides).turned(z=180 / sides).at(hip / 2),
        tip.at(-hip / 2),
        tip.at(hip / 2),
    )
    chimney, tiles = dice.yes(0.4), dice.pick((0, 4, 6))
    for index in range(tiles):
        scale = 1 - (index + 0.2) / (tiles + 0.5)
        ring = hull(
            rod(size * 0.53 * scale, 1.5, sides=sides).turned(z=180 / sides).at(-hip / 2),
            rod(size * 0.53 * scale, 1.5, sides=sides).turned(z=180 / sides).at(hip / 2),
            feature="tile",
        )
        body += ring.at(z=size * rise * 0.7 * (1 - scale))
    if chimney:
        body += block(size * 0.1, size * 0.1, size * rise * 0.6, "chimney").at(size * 0.2, 0, 1)
    return Draft(
        body,
        {"chimney": int(chimney), "dormer": 0},
        {"chimney": chimney, "tiles": tiles > 0},
        {"outline": {4: "rectangular", 6: "hexagonal", 8: "octagonal", 40: "round"}[sides]},
    )


def _castle_tower(dice: Dice) -> Draft:
    radius = dice.real(18, 35)
    height, merlons, windows = radius * dice.real(2.2, 5), dice.pick((6, 8, 10)), dice.whole(0, 6)
    roofed, square = dice.yes(0.4), dice.yes(0.4)
    sides = 4 if square else 40
    body = rod(radius * 1.1, height, sides=sides, top=radius).turned(z=45 if square else 0)
    crown = rod(radius * 1.25, radius * 0.5, sides=sides) - rod(radius * 0.95, 99, sides=sides).at(
        z=radius * 0.2
    )
    body += crown.turned(z=45 if square else 0).at(z=height - 0.1)
    reach = radius * (0.78 if square else 1.1)
    merlon = block(radius * 0.3, radius * 0.35, radius * 0.4, "battlement").at(reach)
    body += (
        merlon.around(8 if square else merlons).at(z=height + radius * 0.4)
        if not square
        else at_corners(
            block(radius * 0.4, radius * 0.4, radius * 0.4, "battlement"), reach * 1.8, reach * 1.8
        ).at(z=height + radius * 0.4)
    )
    if roofed:
        body += (
            rod(radius * 0.9, radius * 1.5, "roof", top=0.5, sides=sides)
            .turned(z=45 if square else 0)
            .at(z=height + radius * 0.1)
        )
    for index in range(windows):
        slit = block(99, radius * 0.14, radius * 0.5, "window").at(49 + radius * 0.5)
        body -= slit.turned(z=90.0 * index).at(z=height * (0.15 + 0.7 * index / max(windows, 1)))
    return Draft(
        body,
        {"window": windows},
        {"battlements": True, "windows": windows > 0, "roof": roofed},
        {"section": "square" if square else "round"},
    )


def _lattice_tower(dice: Dice) -> Draft:
    """Four leaning legs with cross bars, as of a pylon or a radio mast."""
    height, foot, top, levels = (
        dice.real(90, 180),
        dice.real(25, 50),
        dice.real(4, 12),
        dice.whole(3, 7),
    )
    thick, roofed = dice.real(1, 2), dice.yes()
    leg = wire([(foot / 2, foot / 2, 0), (top / 2, top / 2, height)], thick, "leg", sides=6)
    body = leg.around(4)
    for index in range(levels):
        low, share = max(index - 0.5, 0.0) / levels, (index + 0.5) / levels
        below, half = (foot + (top - foot) * low) / 2, (foot + (top - foot) * share) / 2
        ends = [(-below, below, height * low + 1), (half, half, height * share)]
        bar = block(2 * half, thick * 1.4, thick * 1.4, "bar").at(0, half, height * share)
        body += (bar + wire(ends, thick * 0.5, "bar", sides=5)).around(4)
    if roofed:
        body += block(top * 2.5, top * 2.5, 4, "platform").at(z=height - 2) + rod(
            1.2, height * 0.2, "mast"
        ).at(z=height)
    return Draft(
        body,
        {"leg": 4, "window": 0},
        {"battlements": False, "windows": False, "roof": False},
        {"section": "square", "form": "tapered"},
    )


def _tiered_tower(dice: Dice) -> Draft:
    """Pagoda: floors with eaves, each smaller."""
    tiers, size, sides = dice.whole(2, 6), dice.real(30, 60), dice.pick((4, 6, 8))
    pieces: list[Body] = []
    z = 0.0
    for index in range(tiers):
        radius = size / 2 * (1 - 0.6 * index / tiers)
        tall = radius * 0.9
        pieces.append(rod(radius * 0.75, tall + 0.2, sides=sides).turned(z=180 / sides).at(z=z))
        z += tall
        pieces.append(
            rod(radius * 1.2, radius * 0.35, "roof", top=radius * 0.6, sides=sides)
            .turned(z=180 / sides)
            .at(z=z)
        )
        z += radius * 0.3
    pieces.append(rod(1.5, size * 0.4, "mast", top=0.4).at(z=z - 0.5))
    return Draft(union(pieces), {"floor": tiers, "window": 0},
                 {"battlements": False, "windows": False, "roof": True},
                 {"form": "tapered"})  # fmt: skip


def _brick_wall(dice: Dice) -> Draft:
    columns, rows, x, z = dice.whole(3, 7), dice.whole(4, 9), dice.real(12, 22), dice.real(5, 10)
    depth, opened = dice.real(8, 14), dice.yes()
    size = columns * x
    body = block(size, depth, rows * z)
    for row in range(rows):
        for side in (-1, 1):
            body -= block(size * 2, 1.2, 0.9, "joint").at(0, side * depth / 2, row * z)
        joint = block(0.9, 1.2, z, "joint").at(x / 2 * (row % 2))
        body -= in_row(joint, columns + 2, x).at(0, -depth / 2, row * z)
        body -= in_row(joint, columns + 2, x).at(0, depth / 2, row * z)
    if opened:
        body -= block(size * 0.28, 99, rows * z * 0.4, "window").at(size * 0.08, 0, rows * z * 0.35)
    return Draft(
        body, {"window": int(opened)}, {"windows": opened, "battlements": False, "bricks": True}, {}
    )


def _castle_wall(dice: Dice) -> Draft:
    x, z, depth = dice.real(70, 160), dice.real(35, 70), dice.real(10, 22)
    merlons, windows, buttresses = dice.whole(4, 9), dice.whole(0, 4), dice.pick((0, 2, 3))
    body = block(x, depth, z) + in_row(
        block(x / merlons * 0.55, depth * 0.4, z * 0.16, "battlement"), merlons, x / merlons
    ).at(0, -depth * 0.3, z - 0.1)
    if windows:
        body -= in_row(block(3, 99, z * 0.25, "window"), windows, x / windows).at(z=z * 0.45)
    if buttresses:
        web = (
            prism([(0, 0), (depth * 0.8, 0), (0, z * 0.7)], 6, "buttress")
            .turned(x=90, z=-90)
            .at(-3)
        )
        body += in_row(web, buttresses, (x - 8) / (buttresses - 1)).at(y=-depth / 2)
    return Draft(
        body,
        {"window": windows},
        {"windows": windows > 0, "battlements": True, "bricks": False},
        {},
    )


def _round_house(dice: Dice) -> Draft:
    """A hut, a yurt, a lighthouse-like cottage, or an igloo."""
    radius, z, windows = dice.real(25, 50), dice.real(15, 50), dice.whole(1, 5)
    domed = dice.yes()
    body = rod(radius, z)
    body += (
        (ball(radius, "roof") & block(200, 200, 99)).scaled(z=dice.real(0.5, 1)).at(z=z - 0.1)
        if domed
        else rod(radius * 1.2, radius * dice.real(0.5, 1.2), "roof", top=1).at(z=z - 0.1)
    )
    pane = block(radius * 0.2, 6, z * 0.3, "window").at(0, -radius, z * 0.5)
    body -= union([pane.turned(z=40 + 280 * (i + 0.5) / windows) for i in range(windows)])
    body -= block(radius * 0.4, radius * 0.3, z * 0.7, "door").at(0, -radius, -0.1)
    chimney = dice.yes(0.4)
    if chimney:
        body += rod(radius * 0.1, z * 0.4 + radius, "chimney").at(radius * 0.5, 0, z)
    return Draft(
        body,
        {"window": windows, "door": 1},
        {"chimney": chimney, "gable roof": False, "balcony": False},
        {"outline": "round"},
    )


BUILDERS = (
    Builder("roof", "gable", _gable_roof),
    Builder("roof", "pointed", _pointed_roof),
    Builder("tower", "castle", _castle_tower),
    Builder("tower", "lattice", _lattice_tower),
    Builder("tower", "pagoda", _tiered_tower),
    Builder("wall segment", "bricks", _brick_wall),
    Builder("wall segment", "castle", _castle_wall),
    Builder("house", "round", _round_house),
)
