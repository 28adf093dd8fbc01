"""Rays from points on a surface: how far to the next wall, and which face it is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray, IntArray
from mmdesign.measuring.surface import Surface

try:
    from embreex.mesh_construction import TriangleMesh
    from embreex.rtcore_scene import EmbreeScene
except ImportError:  # no wheel for Linux on ARM
    EmbreeScene = None

LIFT = 2e-5
"""How far rays start off the surface, in radii of the mesh: well above float32 rounding."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Points spread evenly over the area of a surface."""

    points_mm: DoubleArray
    """(S, 3)"""
    faces: IntArray
    """(S,) face that each point lies on."""


def sampled(surface: Surface, count: int) -> Samples:
    """Spread points over a surface, the same ones for the same mesh.

    Stratified by area: every face larger than the mean share gets its points for sure.
    """
    generator = np.random.default_rng(0)
    reached = np.cumsum(surface.areas_mm2)
    ticks = (np.arange(count) + generator.random(count)) / count * reached[-1]
    faces = np.minimum(np.searchsorted(reached, ticks, side="right"), len(reached) - 1)
    first, second = generator.random((2, count, 1))
    fold = first + second > 1
    first, second = np.where(fold, 1 - first, first), np.where(fold, 1 - second, second)
    corners = surface.mesh.vertices[surface.mesh.faces[faces]]
    points = corners[:, 0] * (1 - first - second) + corners[:, 1] * first + corners[:, 2] * second
    return Samples(points, faces.astype(np.int32))


class Rays:
    """A surface that rays can be sent at."""

    def __init__(self, surface: Surface) -> None:
        used = surface.mesh.vertices[surface.mesh.faces.ravel()]
        low, high = used.min(axis=0), used.max(axis=0)
        self._centre_mm = (low + high) / 2
        self.radius_mm = max(float(np.linalg.norm(high - low)) / 2, 1e-9)
        self._scene = EmbreeScene()
        TriangleMesh(
            self._scene,
            self._scaled(surface.mesh.vertices),
            np.ascontiguousarray(surface.mesh.faces),
        )

    def first_hits(
        self, origins_mm: DoubleArray, directions: DoubleArray
    ) -> tuple[DoubleArray, IntArray]:
        """Follow unit rays (N, 3) to the first face.

        Returns:
            (N,) distances in mm, meaningless without a hit, and (N,) faces, -1 without a hit.
        """
        hits = self._scene.run(
            self._scaled(origins_mm), np.ascontiguousarray(directions, np.float32), output=1
        )
        return np.minimum(hits["tfar"].astype(float), 1e6) * self.radius_mm, hits["primID"]

    def blocked(
        self,
        origins_mm: DoubleArray,
        directions: DoubleArray,
        reach_mm: float | DoubleArray | None = None,
    ) -> NDArray[np.bool_]:
        """Tell which unit rays (N, 3) meet anything, within reach, one or (N,), if given."""
        reach = np.empty(len(origins_mm), np.float32)
        reach[:] = 1e6 if reach_mm is None else np.asarray(reach_mm) / self.radius_mm
        answers = self._scene.run(
            self._scaled(origins_mm),
            np.ascontiguousarray(directions, np.float32),
            dists=reach,
            query="OCCLUDED",
        )
        return np.asarray(answers >= 0)

    def _scaled(self, points_mm: DoubleArray) -> FloatArray:
        return np.asarray((points_mm - self._centre_mm) / self.radius_mm, np.float32)


def rays_at(surface: Surface) -> Rays | None:
    """Prepare a surface for rays; None where Embree has no wheel."""
    return None if EmbreeScene is None else Rays(surface)
