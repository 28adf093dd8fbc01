"""What a camera sees of a mesh: one face per sample, whoever traces it."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import Camera, DoubleArray, FloatArray, IntArray

TILE = 4
"""Rays of ambient occlusion differ from pixel to pixel within tiles of this size."""
IndexArray: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Hits:
    """What the samples of one picture hit; row by row from the upper left, (N,) each."""

    face_index: IntArray
    """-1 where nothing was hit; the other fields mean nothing there."""
    second_weight: FloatArray
    """Barycentric weight of the face's second corner."""
    third_weight: FloatArray
    depth_mm: FloatArray
    """Distance from the camera plane."""


class Scene(Protocol):
    """A mesh made ready for being looked at many times."""

    def trace(self, camera: Camera, samples_px: int) -> Hits:
        """See the mesh through a camera, with samples_px x samples_px samples."""

    def openness(
        self, points_mm: DoubleArray, normals: FloatArray, dealt: IndexArray, reach_mm: float
    ) -> FloatArray:
        """Tell how much of its hemisphere each point sees, weighted by the cosine.

        Args:
            points_mm: (N, 3), a little above the surface.
            normals: (N, 3) unit normals.
            dealt: (N,) which of the TILE x TILE sets of directions a point uses.
            reach_mm: What is farther away does not count.

        Returns:
            (N,) in [0, 1].
        """


def sphere_points(count: int) -> FloatArray:
    """Spread points evenly over the unit sphere, on a spiral from pole to pole: (count, 3)."""
    height = 1 - 2 * (np.arange(count) + 0.5) / count
    angle = np.pi * (3 - np.sqrt(5)) * np.arange(count)
    radius = np.sqrt(1 - height**2)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), height], 1).astype(np.float32)
