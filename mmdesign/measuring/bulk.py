"""Size, volume, area, mass and counts of the whole design."""

import math
from collections.abc import Sequence

import numpy as np

from mmdesign.domain import DoubleArray, Measurement
from mmdesign.measuring.surface import FLAT_DEG, SMOOTH_DEG, Surface

AXES = "xyz"
RMS_OF_BOUND = 1 / math.sqrt(3.0)
"""An error spread evenly between 0 and its bound has this root mean square."""


def measure_bulk(surface: Surface, chords: DoubleArray) -> list[Measurement]:
    """Measure what is about the whole design.

    Args:
        surface: The mesh.
        chords: (F,) mm by which each face may lie off the true surface.
    """
    measurements = [
        *_extents(surface, chords),
        _surface_area(surface, chords),
        Measurement("watertight", float(surface.closed), "", 0.0),
        Measurement("part_count", float(len(np.unique(surface.mesh.face_part))), "", 0.0),
        Measurement("triangle_count", float(len(surface.mesh.faces)), "", 0.0),
    ]
    if surface.closed:
        measurements.append(_volume(surface, chords))
    return measurements


def mass(measurements: Sequence[Measurement], density_g_cm3: float) -> Measurement | None:
    """Weigh a measured design; None when it has no volume because its mesh is open."""
    grams_per_mm3 = density_g_cm3 / 1000
    for measured in measurements:
        if measured.quantity == "volume":
            grams, sigma = measured.value * grams_per_mm3, measured.sigma * grams_per_mm3
            return Measurement("mass", grams, "g", sigma)
    return None


def _extents(surface: Surface, chords: DoubleArray) -> list[Measurement]:
    vertices = surface.mesh.vertices[surface.mesh.faces]  # (F, 3 corners, 3)
    low, high = vertices.min(axis=(0, 1)), vertices.max(axis=(0, 1))
    extents = high - low
    sigmas = [
        math.hypot(
            side_error(vertices[..., axis], low[axis], chords),
            side_error(vertices[..., axis], high[axis], chords),
        )
        for axis in range(3)
    ]
    named = [
        Measurement(f"extent_{AXES[axis]}", float(extents[axis]), "mm", sigmas[axis])
        for axis in range(3)
    ]
    falling = np.argsort(-extents, kind="stable")
    return named + [
        Measurement(name, float(extents[axis]), "mm", sigmas[axis])
        for name, axis in zip(("length", "width", "height"), falling, strict=True)
    ]


def side_error(heights: DoubleArray, end: float, chords: DoubleArray) -> float:
    """How much the design may really stick out beyond its outermost vertices on one side.

    Nothing, if a whole face lies there; else the arrow height of the faces that reach there.
    """
    touching = np.abs(heights - end) <= 1e-6 * max(np.ptp(heights), 1e-12)
    if touching.all(axis=1).any():
        return 0.0
    return float(chords[touching.any(axis=1)].max(initial=0.0)) * RMS_OF_BOUND


def _surface_area(surface: Surface, chords: DoubleArray) -> Measurement:
    """Curved strips are too small, and so are the flats that end on them, such as that of a boss.

    A flat inside a round wall, the floor of a pocket, is too small too; one around a hole is too
    large. That they cancel is not counted on.
    """
    area = float(surface.areas_mm2.sum())
    bends = np.radians(np.abs(surface.bends_deg))
    near = chords[surface.pairs]
    strips = (
        (near > 0).all(axis=1) & (bends > np.radians(FLAT_DEG)) & (bends < np.radians(SMOOTH_DEG))
    )
    # An arc is longer than its chord by the square of the angle over 24; where a surface bends both
    # ways, by 8/3 (h/w)^2 of a chord of height h over a width w, which is at least sqrt(area).
    bent = (surface.areas_mm2[surface.pairs[strips]].sum(axis=1) * bends[strips] ** 2).sum() / 24
    widths = np.sqrt(np.maximum(surface.areas_mm2, np.finfo(float).tiny))
    domed = 8 / 3 * (np.minimum(chords / widths, 0.2) ** 2) * surface.areas_mm2
    shortfall = max(float(bent), float(domed.sum()))
    rims = (near > 0).sum(axis=1) == 1
    # Between the chord and the arc at a rim lies two thirds of the height times the width.
    segments = 2 / 3 * near[rims].max(axis=1, initial=0.0) * surface.edge_lengths_mm[rims]
    return Measurement("surface_area", area, "mm2", shortfall + float(segments.sum()))


def _volume(surface: Surface, chords: DoubleArray) -> Measurement:
    # Between a chord and its arc lies two thirds of the height times the width. Ridges lose it
    # and grooves gain it; that they cancel is not counted on.
    missing = float((surface.areas_mm2 * chords).sum()) * 2 / 3
    return Measurement("volume", float(surface.part_volumes_mm3.sum()), "mm3", missing)
