"""Wall thickness and gaps, by rays from one wall to the next."""

import numpy as np

from mmdesign.domain import DoubleArray, IntArray, Measurement
from mmdesign.measuring.rays import LIFT, Rays, Samples
from mmdesign.measuring.surface import Surface

FACING = -0.7
"""Two walls face each other if their normals' cosine is below this (45 degrees off)."""
SUPPORT = 0.002
"""Share of the measured surface that is at most as thick as what is called the thinnest."""
MAX_OPEN_SHARE = 0.02
"""With more of its edges open than this, a mesh has no inside that could be measured."""


def measure_walls(
    surface: Surface, chords: DoubleArray, rays: Rays, samples: Samples
) -> list[Measurement]:
    """Find the thinnest wall and the narrowest gap.

    The smallest value that is not a stray one: the SUPPORT quantile. A gap is any pair of facing
    walls with air between them, the bore of a hole included.
    """
    if surface.open_share > MAX_OPEN_SHARE:
        return []
    measurements = []
    for quantity, inwards in (("wall_thickness_min", -1.0), ("gap_min", 1.0)):
        distances, faces, opposite = _facing(surface, rays, samples, inwards)
        smallest = _smallest(quantity, distances, faces, opposite, chords)
        if smallest is not None and len(distances) >= 2 * SUPPORT * len(samples.faces):
            measurements.append(smallest)
    return measurements


def _facing(
    surface: Surface, rays: Rays, samples: Samples, inwards: float
) -> tuple[DoubleArray, IntArray, IntArray]:
    """Distances from samples to walls that face them, the samples' faces, the walls' faces."""
    directions = inwards * surface.normals[samples.faces]
    lift_mm = LIFT * rays.radius_mm
    distances, hit = rays.first_hits(samples.points_mm + lift_mm * directions, directions)
    own = surface.normals[samples.faces]
    faces_back = np.einsum("ij,ij->i", own, surface.normals[hit]) < FACING
    # Walls of other parts bound gaps, but not the thickness of this part.
    parts = surface.mesh.face_part
    same_part = (inwards > 0) | (parts[samples.faces] == parts[hit])
    valid = (hit >= 0) & faces_back & same_part & (hit != samples.faces)
    return distances[valid] + lift_mm, samples.faces[valid], hit[valid]


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
