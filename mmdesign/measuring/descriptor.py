"""One short vector that says how a shape is proportioned, whatever its size."""

import numpy as np

from mmdesign.domain import DoubleArray, FloatArray, Mesh
from mmdesign.measuring.rays import sampled
from mmdesign.measuring.surface import FLAT_DEG, SMOOTH_DEG, Surface, surface_of

SAMPLES = 8_192
DISTANCE_BINS = 32
RADIUS_BINS = 16


def shape_descriptor(mesh: Mesh) -> FloatArray:
    """Describe a shape without its size, for finding similar ones.

    Box ratios, fill and compactness, main axes, where the area faces, how its faces meet, the
    distances between random pairs of surface points (D2) and from their middle (D1).

    Args:
        mesh: At least one face, not all of area 0.

    Returns:
        (64,) float32, each entry within about [0, 1].

    Source: Osada et al., "Shape distributions", ACM TOG 2002 (D1, D2).
    """
    surface = surface_of(mesh)
    samples = sampled(surface, SAMPLES)
    corners = mesh.vertices[mesh.faces.ravel()]
    extents = np.sort(np.ptp(corners, axis=0))[::-1]
    longest = max(float(extents[0]), 1e-12)
    # Samples come in the order of the faces: shuffled, neighbours become random pairs.
    shuffled = np.random.default_rng(0).permutation(samples.points_mm)
    points = shuffled - shuffled.mean(axis=0)
    spread = np.sqrt(np.linalg.eigvalsh(np.cov(points.T)).clip(min=0))
    return np.concatenate(
        [
            extents[1:] / longest,
            _solidity(surface, extents),
            spread[:2] / max(float(spread[2]), 1e-12),
            facing(surface),
            bending(surface),
            _histogram(np.linalg.norm(points[::2] - points[1::2], axis=1), DISTANCE_BINS),
            _histogram(np.linalg.norm(points, axis=1), RADIUS_BINS),
        ]
    ).astype(np.float32)


def _solidity(surface: Surface, extents: DoubleArray) -> DoubleArray:
    """Fill of the box, compactness (1 for a sphere), whether it is closed; zeros when open."""
    if not surface.closed:
        return np.zeros(3)
    volume = float(surface.part_volumes_mm3.sum())
    area = float(surface.areas_mm2.sum())
    fill = min(volume / max(float(np.prod(extents)), 1e-30), 1.0)
    # Square root: thin sheets, which would all lie near 0, stay apart.
    compactness = min(np.sqrt(6 * np.sqrt(np.pi) * volume / max(area, 1e-30) ** 1.5), 1.0)
    return np.array([fill, compactness, 1.0])


def facing(surface: Surface) -> DoubleArray:
    """Share of the area that faces along each of the six axis directions, within 8 degrees."""
    along = surface.normals > 0.99
    against = surface.normals < -0.99
    shares = surface.areas_mm2 @ np.hstack([along, against]) / surface.areas_mm2.sum()
    return np.asarray(shares)


def bending(surface: Surface) -> DoubleArray:
    """Share of edge length that is flat or smooth, a sharp ridge, a sharp groove."""
    lengths, bends = surface.edge_lengths_mm, surface.bends_deg
    bent = np.abs(bends) >= FLAT_DEG
    total = max(float(lengths[bent].sum()), 1e-12)
    return np.array(
        [
            lengths[bent & (np.abs(bends) < SMOOTH_DEG)].sum() / total,
            lengths[bends >= SMOOTH_DEG].sum() / total,
            lengths[bends <= -SMOOTH_DEG].sum() / total,
        ]
    )


def _histogram(distances: DoubleArray, bins: int) -> DoubleArray:
    """Distribution of distances up to two and a half times their mean, as roots of shares."""
    counts, _ = np.histogram(distances / max(float(distances.mean()) * 2.5, 1e-12), bins, (0, 1))
    return np.asarray(np.sqrt(counts / max(counts.sum(), 1)))
