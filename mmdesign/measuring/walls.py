"""Wall thickness and gaps, by rays from one wall to the next."""

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, IntArray, Measurement
from mmdesign.measuring.rays import LIFT, Rays, Samples
from mmdesign.measuring.surface import Surface

FACING = -0.7
"""Two walls face each other if their normals' cosine is below this (45 degrees off)."""
SUPPORT = 0.002
"""Share of the measured surface that is at most as thick as what is called the thinnest."""
SPREAD_EVERY = 4
"""Every so many samples tell how thick walls are elsewhere than at their thinnest."""
MAX_OPEN_SHARE = 0.02
"""With more of its edges open than this, a mesh has no inside that could be measured."""


def measure_walls(
    surface: Surface, chords: DoubleArray, rays: Rays, samples: Samples
) -> list[Measurement]:
    """Find the thinnest wall, how thick the others are, and the narrowest gap.

    The smallest value that is not a stray one: the SUPPORT quantile. A gap is any pair of facing
    walls with air between them, the bore of a hole included.
    """
    if surface.open_share > MAX_OPEN_SHARE:
        return []
    measurements = []
    for quantity, inwards in (("wall_thickness_min", -1.0), ("gap_min", 1.0)):
        distances, faces, opposite, chosen = facing(surface, rays, samples, inwards)
        smallest = _smallest(quantity, distances, faces, opposite, chords)
        if smallest is None or len(distances) < 2 * SUPPORT * len(samples.faces):
            continue
        measurements.append(smallest)
        if inwards < 0:
            few = slice(None, None, SPREAD_EVERY)
            directions = -surface.normals[faces[few]]
            points = samples.points_mm[chosen[few]]
            local = _local(rays, points, directions, distances[few])
            measurements += _spread(local, chords[faces] + chords[opposite])
    return measurements


def _local(
    rays: Rays, points: DoubleArray, directions: DoubleArray, distances: DoubleArray
) -> DoubleArray:
    """Thickness around the middle of each ray through material, whichever way it is least.

    Along a wall, from rim to foot, a ray tells the wall's height; across it, its thickness.
    """
    middles = points + directions * (distances / 2)[:, None]
    helper = np.eye(3)[np.abs(directions).argmin(axis=1)]
    across = np.cross(directions, helper)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    least = distances
    for way in (across, np.cross(directions, across)):
        ahead, hit_ahead = rays.first_hits(middles, way)
        behind, hit_behind = rays.first_hits(middles, -way)
        between = (hit_ahead >= 0) & (hit_behind >= 0)
        least = np.where(between, np.minimum(least, ahead + behind), least)
    return np.asarray(least)


def _spread(thicknesses: DoubleArray, chords: DoubleArray) -> list[Measurement]:
    """How thick the walls are everywhere, every patch of wall weighing by its area."""
    chord = float(chords.mean()) / np.sqrt(3)
    mean, deviation = float(thicknesses.mean()), float(thicknesses.std())
    sigma = float(np.hypot(chord, deviation / np.sqrt(len(thicknesses))))
    return [
        Measurement("wall_thickness_mean", mean, "mm", sigma),
        _quantile("wall_thickness_p05", thicknesses, 0.05, chord),
        _quantile("wall_thickness_median", thicknesses, 0.5, chord),
    ]


def _quantile(quantity: str, thicknesses: DoubleArray, share: float, chord: float) -> Measurement:
    """A quantile, with the spread of the values one deviation of its rank away as its error."""
    step = np.sqrt(share * (1 - share) / len(thicknesses))
    shares = np.clip([share - step, share, share + step], 0, 1)
    low, value, high = np.quantile(thicknesses, shares)
    return Measurement(quantity, float(value), "mm", float(np.hypot(chord, (high - low) / 2)))


def facing(
    surface: Surface, rays: Rays, samples: Samples, inwards: float, limit: float = FACING
) -> tuple[DoubleArray, IntArray, IntArray, NDArray[np.intp]]:
    """Find the walls that face the samples, through material (inwards -1) or over air (1).

    Returns:
        Distances to the walls, faces of the samples, faces of the walls, numbers of the samples.
    """
    directions = inwards * surface.normals[samples.faces]
    lift_mm = LIFT * rays.radius_mm
    distances, hit = rays.first_hits(samples.points_mm + lift_mm * directions, directions)
    own = surface.normals[samples.faces]
    faces_back = np.einsum("ij,ij->i", own, surface.normals[hit]) < limit
    # Walls of other parts bound gaps, but not the thickness of this part.
    parts = surface.mesh.face_part
    same_part = (inwards > 0) | (parts[samples.faces] == parts[hit])
    valid = (hit >= 0) & faces_back & same_part & (hit != samples.faces)
    chosen = np.flatnonzero(valid)
    return distances[chosen] + lift_mm, samples.faces[chosen], hit[chosen], chosen


def _smallest(
    quantity: str,
    distances: DoubleArray,
    faces: IntArray,
    opposite: IntArray,
    chords: DoubleArray,
) -> Measurement | None:
    if not len(distances):
        return None
    half, value, double = np.quantile(
        distances, np.clip(np.array([0.5, 1.0, 2.0]) * SUPPORT, 0, 1), method="nearest"
    )
    spread = (double - half) / 2
    thin = distances <= value * 1.02
    involved = np.unique(np.r_[faces[thin], opposite[thin]]).astype(np.int32)
    near = distances <= value * 1.0001
    chord = float(np.median(chords[faces[near]] + chords[opposite[near]]))
    sigma = float(np.sqrt(spread**2 + chord**2 / 3 + (1e-5 * value) ** 2))
    return Measurement(quantity, float(value), "mm", sigma, involved)
