"""Stacked and pierced blocks, shells of irregular cells, pebbles, knots and branches."""

import numpy as np
from manifold3d import Manifold
from scipy.spatial import SphericalVoronoi

from mmdesign.domain import DoubleArray
from mmdesign.training.parts.arranging import bar, bead, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid
from mmdesign.training.parts.solids import (
    Body,
    Point3,
    arc,
    ball,
    block,
    hull,
    revolved,
    rod,
    tube,
    union,
    wire,
)


def _stacked_bars(dice: Dice) -> Draft:
    """Layers of parallel bars like a pile of wood, each layer across the one below."""
    bars, layers, pitch = dice.whole(3, 7), dice.whole(3, 8), dice.real(8, 18)
    thick = pitch * dice.real(0.16, 0.38)
    size, turn = (bars - 1) * pitch + thick, dice.pick((90, 90, 60, 45))
    if dice.yes():
        stick = block(size, thick, thick * 1.05, "strut")
    else:
        stick = rod(thick * 0.55, size, "strut", sides=14).turned(y=90).at(-size / 2, 0, thick / 2)
    layer = in_row(stick, bars, y=pitch)
    body = union([layer.turned(z=turn * index).at(z=thick * 0.92 * index)
                  for index in range(layers)])  # fmt: skip
    plates = dice.yes(0.3)
    if plates:
        plate = block(size * 1.05, size * 1.05, 2, "plate")
        body += plate.at(z=-1.9) + plate.at(z=thick * 0.92 * layers)
    return Draft(body, {}, {"end plates": plates, "diagonal struts": False},
                 {"outline": "square"} if turn == 90 else {})  # fmt: skip


def _pierced_block(dice: Dice) -> Draft:
    """What is left of a block when balls or drills in three directions have eaten its inside."""
    columns, rows, layers = dice.whole(2, 4), dice.whole(2, 3), dice.whole(1, 3)
    pitch, rounded = dice.real(9, 20), dice.yes()
    x, y, z = columns * pitch, rows * pitch, layers * pitch
    body = block(x, y, z, "strut")
    if rounded:
        void = bead(pitch * dice.real(0.53, 0.62), "cell")
        layer = grid(void, columns, rows, pitch, pitch)
        body -= union([layer.at(z=(k + 0.5) * pitch) for k in range(layers)])
    else:
        sides, wide = dice.pick((4, 6, 16)), pitch * dice.real(0.3, 0.44)
        drill = rod(wide, x * 4, "cell", sides=sides).turned(z=45 if sides == 4 else 0)
        drill = drill.at(z=-x * 2)
        body -= grid(drill, columns, rows, pitch, pitch)
        flat = drill.turned(y=90).at(z=z / 2)
        body -= in_row(in_row(flat, rows, y=pitch), layers, z=pitch)
        flat = drill.turned(x=90).at(z=z / 2)
        body -= in_row(in_row(flat, columns, x=pitch), layers, z=pitch)
    plates = dice.yes(0.3)
    if plates:
        plate = block(x * 1.06, y * 1.06, pitch * 0.15, "plate")
        body += plate.at(z=-pitch * 0.12) + plate.at(z=z - pitch * 0.03)
    return Draft(body, {}, {"end plates": plates, "diagonal struts": False},
                 {"outline": "rectangular"})  # fmt: skip


def _cells_on_a_ball(dice: Dice, count: int) -> tuple[DoubleArray, list[list[int]]]:
    """Corners on the unit sphere, and each cell's corners in their order around it."""
    turns = np.arange(count) * 2.399963
    height = 1 - 2 * (np.arange(count) + 0.5) / count
    flat = np.sqrt(1 - height**2)
    seeds = np.stack([flat * np.cos(turns), flat * np.sin(turns), height], axis=1)
    loose = dice.real(0.1, 0.5)
    seeds += [[dice.real(-loose, loose) for _ in range(3)] for _ in range(count)]
    seeds /= np.linalg.norm(seeds, axis=1, keepdims=True)
    cells = SphericalVoronoi(seeds)
    cells.sort_vertices_of_regions()
    return np.asarray(cells.vertices, dtype=np.float64), [list(cell) for cell in cells.regions]


def _cell_window(corners: DoubleArray, radius: float, strut: float) -> Body:
    """A cutter from near the middle through the cell, its edges a strut narrower."""
    middle = corners.mean(axis=0)
    reach = float(np.linalg.norm(corners - middle, axis=1).mean())
    shrunk = middle + (corners - middle) * max(1 - strut / reach, 0.25)
    points = np.concatenate([shrunk * radius * 0.3, shrunk * radius * 1.5])
    return Body(Manifold.hull_points(points)).labelled("window")


def _cell_shell(dice: Dice) -> Draft:
    """A ball, an egg or an open bowl whose skin is polygonal windows between struts."""
    radius, wall = dice.real(25, 70), dice.real(0.06, 0.14)
    corners, cells = _cells_on_a_ball(dice, dice.whole(14, 40))
    tall, strut = dice.pick((1.0, dice.real(1.1, 1.7), dice.real(0.6, 0.9))), dice.real(0.06, 0.13)
    body = ball(radius) - ball(radius * (1 - wall), "cavity")
    body -= union([_cell_window(corners[cell], radius, strut) for cell in cells])
    opened, standing = dice.yes(0.5), dice.yes(0.5)
    if opened:
        level = dice.real(0.1, 0.8)
        rim = float(np.sqrt(1 - level**2)) * radius
        body -= block(radius * 3, radius * 3, radius * 3).at(z=radius * level)
        body += tube(rim + radius * 0.02, rim - radius * wall, radius * 0.06, "rim").at(
            z=radius * (level - 0.05))  # fmt: skip
    body = body.scaled(z=tall)
    if standing:
        low = radius * 0.8
        body += tube(radius * 0.62, radius * 0.5, radius * 0.1, "foot").at(z=-low * tall)
    return Draft(body, {}, {"foot": standing, "windows": True}, {"form": "rounded"})


def _skeleton_shell(dice: Dice) -> Draft:
    """Only the borders of the cells, as round struts with knots, drawn out or pressed flat."""
    radius, strut = dice.real(25, 70), dice.real(0.035, 0.08)
    corners, cells = _cells_on_a_ball(dice, dice.whole(10, 26))
    stretch = np.array([1.0, dice.pick((1.0, 0.75)), dice.pick((1.0, 0.55, 1.5, 1.9))])
    places = corners * radius * stretch
    edges = {tuple(sorted(pair)) for cell in cells
             for pair in zip(cell, [*cell[1:], cell[0]], strict=True)}  # fmt: skip
    thick = radius * strut
    near = [pair for pair in sorted(edges)
            if np.linalg.norm(places[pair[0]] - places[pair[1]]) > thick * 0.4]  # fmt: skip
    knot = revolved([(0.0, -thick * 1.15), *arc(thick * 1.15, -60, 60, 4), (0.0, thick * 1.15)],
                    "strut", segments=8)  # fmt: skip
    spots: list[Point3] = [(float(x), float(y), float(z)) for x, y, z in places]
    body = union([bar(spots[a], spots[b], thick, "strut", sides=6) for a, b in near])
    body += union([knot.at(*spot) for spot in spots])
    standing = dice.yes(0.4)
    if standing:
        low = min(spot[2] for spot in spots)
        body += rod(radius * 0.5, radius * 0.12, "foot").at(z=low - radius * 0.06)
    return Draft(body, {}, {"foot": standing, "windows": True}, {"form": "rounded"})


def _pebble(dice: Dice) -> Draft:
    """A ball pushed in and out by slow waves, like a stone, a potato or a bean."""
    radius, waves = dice.real(18, 50), dice.whole(2, 5)
    stretch = (1.0, dice.real(0.5, 1.1), dice.real(0.4, 1.6))
    ways = np.array([[dice.real(-1, 1) for _ in range(3)] for _ in range(waves)])
    speed, phase = dice.real(1.0, 3.2), np.array([dice.real(0, 6.3) for _ in range(waves)])
    depth = dice.real(0.08, 0.3) / np.sqrt(waves)

    def pushed(points: DoubleArray) -> DoubleArray:
        swell = np.sin(points @ ways.T / radius * speed + phase).sum(axis=1, keepdims=True)
        return np.asarray(points * (1 + depth * swell) * stretch, dtype=np.float64)

    body = Body(Manifold.sphere(radius, 56).warp_batch(pushed)).labelled("body")
    holed = dice.yes(0.4)
    if holed:
        drill = rod(radius * dice.real(0.15, 0.4), radius * 9, "hole").at(z=-radius * 4.5)
        body -= drill.turned(x=dice.pick((0, 90)))
    return Draft(body, {"hole": int(holed)}, {"hole": holed, "twist": False}, {"form": "rounded"})


def _knot(dice: Dice) -> Draft:
    """A closed tube that winds around a ring and through it, on a base or not."""
    around, through = dice.pick(((2, 3), (3, 2), (2, 5), (3, 4), (1, 3), (1, 5), (3, 5)))
    big, small = dice.real(25, 50), dice.real(0.25, 0.5)
    thick = big * small * dice.real(0.25, 0.5) * (0.8 if around > 2 else 1)
    t = np.linspace(0, 2 * np.pi, 150, endpoint=False)
    reach = big * (1 + small * np.cos(through * t))
    path = np.stack([reach * np.cos(around * t), reach * np.sin(around * t),
                     big * small * dice.real(0.8, 1.5) * np.sin(through * t)], axis=1)  # fmt: skip
    body = wire(path, thick, sides=20, closed=True).turned(x=dice.pick((0, 90)))
    if dice.yes(0.4):
        low = body.solid.bounding_box()[2]
        body += rod(big * 0.7, big * 0.15, "base", top=big * 0.6).at(z=low - big * 0.1)
    return Draft(body, {"hole": 0}, {"twist": True}, {"form": "curved"})


def _branches(dice: Dice) -> Draft:
    """A trunk that forks again and again, round and tapering, like coral."""
    long, thick, forks = dice.real(25, 45), dice.real(4, 9), dice.whole(2, 3)
    tips: list[tuple[Point3, float, float]] = [((0.0, 0.0, 0.0), 0.0, 0.0)]
    pieces = [rod(thick * dice.real(1.5, 3), thick * 0.7, "base").at(z=-thick * 0.5)]
    for _ in range(dice.whole(3, 4)):
        grown = []
        for start, lean, turn in tips:
            ahead = np.radians((lean, turn))
            step = long * np.array([np.sin(ahead[0]) * np.cos(ahead[1]),
                                    np.sin(ahead[0]) * np.sin(ahead[1]),
                                    np.cos(ahead[0])])  # fmt: skip
            end = (start[0] + float(step[0]), start[1] + float(step[1]), start[2] + float(step[2]))
            pieces.append(hull(bead(thick).at(*start), bead(thick * 0.75).at(*end)))
            first = dice.real(0, 360)
            grown += [(end, lean * 0.4 + dice.real(20, 45), first + 360 * index / forks)
                      for index in range(forks)]  # fmt: skip
        tips, long, thick = grown, long * 0.78, thick * 0.75
    return Draft(union(pieces), {"hole": 0}, {"hole": False, "twist": False}, {"form": "curved"})


BUILDERS: tuple[Builder, ...] = (
    Builder("lattice block", "stacked bars", _stacked_bars),
    Builder("lattice block", "pierced", _pierced_block),
    Builder("voronoi shell", "cells", _cell_shell),
    Builder("voronoi shell", "skeleton", _skeleton_shell),
    Builder("organic shape", "pebble", _pebble),
    Builder("organic shape", "knot", _knot),
    Builder("organic shape", "branches", _branches),
)
