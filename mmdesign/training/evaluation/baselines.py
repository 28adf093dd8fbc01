"""What methods that learn nothing find alike: distances between points, pixels, silhouettes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import ByteArray, DoubleArray, FloatArray, Mesh
from mmdesign.measuring import shape_descriptor, surface_of
from mmdesign.measuring.rays import sampled

SHAPES = "D2 shape distribution"
GEOMETRY = "geometry vector"
PIXELS = "raw pixels"
SILHOUETTES = "silhouettes"
POINTS = 20_000
BINS = 64
LONGEST = 3.0
"""Longest distance told apart, in mean distances; longer ones share the last bin."""
COARSE_PX = 16


@dataclass(frozen=True, slots=True)
class Forms:
    """What the simple methods know of N designs."""

    distances: DoubleArray
    """(N, BINS) D2 histograms."""
    geometry: FloatArray
    """(N, G) shape descriptors."""
    pixels: FloatArray
    """(N, V * 256) coarse grey pictures."""
    silhouettes: FloatArray
    """(N, V * 256) coarse coverage."""

    def similarities(self) -> Mapping[str, DoubleArray]:
        """Method -> (N, N), larger = more alike."""
        return {
            SHAPES: -_manhattan(self.distances), GEOMETRY: -_manhattan(self.geometry),
            PIXELS: _cosines(self.pixels), SILHOUETTES: _cosines(self.silhouettes),
        }  # fmt: skip


def forms_of(
    meshes: Iterable[Mesh], images: Iterable[ByteArray], covered: Iterable[FloatArray | DoubleArray]
) -> Forms:
    """Describe N designs.

    Args:
        meshes: One each, with a surface.
        images: (V, H, W, 3) pictures of each; H and W are multiples of 16.
        covered: (V, H, W) share of each pixel that the design covers.
    """
    shapes = [(distances_of(mesh), shape_descriptor(mesh)) for mesh in meshes]
    return Forms(
        np.stack([distances for distances, _ in shapes]),
        np.stack([geometry for _, geometry in shapes]),
        np.stack([coarse(np.asarray(views).mean(axis=-1)) for views in images]),
        np.stack([coarse(shares) for shares in covered]),
    )


def distances_of(mesh: Mesh) -> DoubleArray:
    """(BINS,) D2: how often random pairs of surface points are how far apart, without size.

    Source: Osada et al., "Shape distributions", ACM TOG 2002; normalised by the mean, compared
    by L1.
    """
    points = sampled(surface_of(mesh), 2 * POINTS).points_mm
    # samples come in the order of the faces: shuffled, neighbours become random pairs
    points = np.random.default_rng(0).permutation(points)
    lengths = np.linalg.norm(points[::2] - points[1::2], axis=1)
    scaled = np.minimum(lengths / max(float(lengths.mean()), 1e-12), LONGEST)
    counts, _ = np.histogram(scaled, BINS, (0, LONGEST))
    return np.asarray(counts / counts.sum())


def coarse(values: FloatArray | DoubleArray) -> FloatArray:
    """(V, H, W) -> (V * 256,): means of 16 x 16 blocks."""
    views, height, width = values.shape
    blocks = values.reshape(views, COARSE_PX, height // COARSE_PX, COARSE_PX, width // COARSE_PX)
    return np.asarray(blocks.mean(axis=(2, 4)), np.float32).ravel()


def _manhattan(rows: FloatArray | DoubleArray) -> DoubleArray:
    return np.stack([np.abs(rows - row).sum(axis=1) for row in rows.astype(np.float64)])


def _cosines(rows: FloatArray) -> DoubleArray:
    unit = rows.astype(np.float64)
    unit /= np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-12)
    return np.asarray(unit @ unit.T)
