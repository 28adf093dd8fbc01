"""Patterns of equal holes: bolt circles, and how far holes stand from their neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, IntArray, Measurement
from mmdesign.measuring.bores import Hole
from mmdesign.measuring.cylinders import PARALLEL, Cylinder
from mmdesign.measuring.facets import components

EQUAL_SHARE = 0.01
"""Holes are equal if their diameters differ by less."""
ON_CIRCLE = 0.01
"""How far off the bolt circle a hole may stand, in radii of the circle."""
EVEN_DEG = 1.0
"""How far off its place on the bolt circle a hole may stand."""
SAME_SPACING_MM = 0.02
BETWEEN = 1.005
"""The corners of a square lie on the circle over its diagonal: they count as between."""
NEAR_PAIRS = 6
"""Neighbours are looked for among so many times as many pairs as there are holes."""
MAX_HOLES = 400
MAX_SPACINGS = 12


@dataclass(frozen=True, slots=True)
class Pattern:
    """Holes of one diameter and direction in one part, seen along their axes."""

    holes: tuple[Hole, ...]
    points_mm: DoubleArray
    """(N, 2)"""
    centres_mm: DoubleArray
    """(C, 2) middles of other round walls around the same direction."""

    @property
    def sigma_mm(self) -> float:
        """Standard error of a distance between two of them."""
        return max(hole.narrowest.sigma_mm for hole in self.holes)

    def faces(self, chosen: NDArray[np.intp]) -> IntArray:
        """Faces of some of the holes."""
        return np.unique(np.concatenate([self.holes[index].faces for index in chosen]))


def measure_patterns(holes: Sequence[Hole], cylinders: Sequence[Cylinder]) -> list[Measurement]:
    """Measure the bolt circles and the spacings of equal holes.

    Returns:
        bolt_circle_diameter and bolt_circle_hole_count once per circle; hole_spacing once per
        distinct distance between neighbours of a pattern, from the largest pattern on;
        equal_hole_count, the number of holes in the largest pattern.
    """
    patterns = [_pattern(group, cylinders) for group in _equal(holes)]
    if not patterns:
        return []
    patterns.sort(key=lambda pattern: -len(pattern.holes))
    largest = patterns[0]
    everyone = np.arange(len(largest.holes))
    count = Measurement("equal_hole_count", float(len(everyone)), "", 0.0, largest.faces(everyone))
    circles = [each for pattern in patterns for each in _bolt_circle(pattern)]
    spacings = [each for pattern in patterns for each in _spacings(pattern)]
    return [count, *circles, *spacings[:MAX_SPACINGS]]


def _equal(holes: Sequence[Hole]) -> list[list[Hole]]:
    """Groups of at least two holes that could be one pattern."""
    chosen = list(holes[:MAX_HOLES])
    if len(chosen) < 2:
        return []
    axes = np.stack([hole.narrowest.axis for hole in chosen])
    sizes = np.array([hole.diameter_mm for hole in chosen])
    parts = np.array([hole.narrowest.part for hole in chosen])
    alike = np.abs(axes @ axes.T) > PARALLEL
    alike &= np.abs(sizes[:, None] - sizes) <= EQUAL_SHARE * np.minimum(sizes[:, None], sizes)
    alike &= parts[:, None] == parts
    labels = components(len(chosen), np.argwhere(alike).astype(np.int32))
    groups = [[chosen[i] for i in np.flatnonzero(labels == k)] for k in range(labels.max() + 1)]
    return [group for group in groups if len(group) >= 2]


def _pattern(holes: list[Hole], cylinders: Sequence[Cylinder]) -> Pattern:
    axes, _ = holes[0].narrowest.frame
    points = np.stack([hole.narrowest.centre_mm for hole in holes]) @ axes[:, :2]
    # Holes in line behind each other are one place in the pattern.
    _, first = np.unique(np.round(points / (0.1 * holes[0].diameter_mm)), axis=0, return_index=True)
    first = np.sort(first)
    around = [
        each.centre_mm @ axes[:, :2]
        for each in cylinders
        if abs(float(each.axis @ axes[:, 2])) > PARALLEL
        and each.part == holes[0].narrowest.part
        and abs(2 * each.radius_mm - holes[0].diameter_mm) > EQUAL_SHARE * holes[0].diameter_mm
    ]
    return Pattern(
        tuple(holes[index] for index in first),
        points[first],
        np.array(around).reshape(-1, 2),
    )


def _bolt_circle(pattern: Pattern) -> list[Measurement]:
    """The circle on which a whole pattern stands, else those around a bore, boss or rim."""
    count = len(pattern.points_mm)
    if count < 3:
        return []
    middle = pattern.points_mm.mean(axis=0)
    everyone = np.arange(count)
    if _evenly_around(pattern.points_mm, middle):
        return _circle(pattern, everyone, middle)
    circles: list[Measurement] = []
    taken = np.zeros(count, bool)
    for centre in np.unique(np.round(pattern.centres_mm, 3), axis=0):
        distances = np.linalg.norm(pattern.points_mm - centre, axis=1)
        for radius in np.unique(np.round(distances[~taken], 2)):
            on = np.flatnonzero(~taken & (np.abs(distances - radius) <= ON_CIRCLE * radius))
            if radius > 0 and len(on) >= 3 and _evenly_around(pattern.points_mm[on], centre):
                circles += _circle(pattern, on, centre)
                taken[on] = True
    return circles


def _evenly_around(points: DoubleArray, centre: DoubleArray) -> bool:
    offsets = points - centre
    radii = np.linalg.norm(offsets, axis=1)
    if radii.min() <= 0 or np.ptp(radii) > ON_CIRCLE * radii.mean():
        return False
    angles = np.sort(np.degrees(np.arctan2(offsets[:, 1], offsets[:, 0])))
    steps = np.diff(np.r_[angles, angles[0] + 360])
    return bool(np.abs(steps - 360 / len(points)).max() <= EVEN_DEG)


def _circle(pattern: Pattern, chosen: NDArray[np.intp], centre: DoubleArray) -> list[Measurement]:
    radii = np.linalg.norm(pattern.points_mm[chosen] - centre, axis=1)
    sigma = float(np.hypot(2 * radii.std(), pattern.sigma_mm / np.sqrt(len(chosen))))
    faces = pattern.faces(chosen)
    return [
        Measurement("bolt_circle_diameter", 2 * float(radii.mean()), "mm", sigma, faces),
        Measurement("bolt_circle_hole_count", float(len(chosen)), "", 0.0, faces),
    ]


def _spacings(pattern: Pattern) -> list[Measurement]:
    """Distances between neighbours: two holes with no third one in the circle between them."""
    points = pattern.points_mm
    if len(points) < 2:
        return []
    distances = np.linalg.norm(points[:, None] - points, axis=2)
    firsts, seconds = np.triu_indices(len(points), 1)
    middles = (points[firsts] + points[seconds]) / 2
    found: list[tuple[float, int, int]] = []
    lengths = distances[firsts, seconds]
    for index in np.argsort(lengths, kind="stable")[: NEAR_PAIRS * len(points)]:
        nearest = np.linalg.norm(points - middles[index], axis=1)
        nearest[[firsts[index], seconds[index]]] = np.inf
        if nearest.min() > lengths[index] / 2 * BETWEEN and (
            not found or lengths[index] > found[-1][0] + SAME_SPACING_MM
        ):
            found.append((float(lengths[index]), int(firsts[index]), int(seconds[index])))
        if len(found) == MAX_SPACINGS:
            break
    sigma = pattern.sigma_mm * float(np.sqrt(2))
    return [
        Measurement("hole_spacing", length, "mm", sigma, pattern.faces(np.array([one, other])))
        for length, one, other in found
    ]
