"""Ray tracing by Embree, where it has a wheel."""

import numpy as np

from mmdesign.domain import Camera, DoubleArray, FloatArray, Mesh
from mmdesign.rendering.hits import TILE, Hits, IndexArray, sphere_points
from mmdesign.rendering.normals import unit

try:
    from embreex.mesh_construction import TriangleMesh
    from embreex.rtcore_scene import EmbreeScene
except ImportError:  # no wheel for Linux on ARM
    EmbreeScene = None

INSTALLED = EmbreeScene is not None
RAYS = 16
MAX_RADII = 1e6
"""Embree's 1e37 for a miss would overflow when it is scaled."""


class EmbreeTracer:
    """A mesh in an Embree scene, moved to the origin and scaled to radius 1 for float32."""

    def __init__(self, mesh: Mesh) -> None:
        corners = mesh.vertices[mesh.faces.ravel()]
        low, high = corners.min(axis=0), corners.max(axis=0)
        self._centre_mm = (low + high) / 2
        self._radius_mm = max(float(np.linalg.norm(high - low)) / 2, 1e-9)
        self._scene = EmbreeScene()
        TriangleMesh(self._scene, self._scaled(mesh.vertices), np.ascontiguousarray(mesh.faces))

    def _scaled(self, points_mm: DoubleArray) -> FloatArray:
        return np.asarray((points_mm - self._centre_mm) / self._radius_mm, np.float32)

    def trace(self, camera: Camera, samples_px: int) -> Hits:
        """See the mesh through a camera; see Scene."""
        steps = (np.arange(samples_px) + 0.5) / samples_px - 0.5
        right, up, backward, eye = camera.world_from_camera[:3].T
        columns = steps[:, None] * right * (camera.frame_mm / self._radius_mm)
        rows = self._scaled(eye - steps[:, None] * up * camera.frame_mm)
        origins = rows[:, None, :] + columns[None, :, :].astype(np.float32)
        forward = np.ascontiguousarray(-backward[None, :], np.float32)
        hits = self._scene.run(origins.reshape(-1, 3), forward, output=1)
        depth_mm = np.minimum(hits["tfar"], MAX_RADII) * np.float32(self._radius_mm)
        return Hits(hits["primID"], hits["u"], hits["v"], depth_mm)

    def openness(
        self, points_mm: DoubleArray, normals: FloatArray, dealt: IndexArray, reach_mm: float
    ) -> FloatArray:
        """Tell how much each point sees, by RAYS random rays; see Scene."""
        # A normal plus a point on the unit sphere has the cosine distribution.
        sets = sphere_points(RAYS * TILE * TILE).reshape(RAYS, -1, 3).swapaxes(0, 1)
        directions = unit(normals[:, None, :] + sets[dealt]).reshape(-1, 3)
        # Embree overwrites the reach, so every call brings its own.
        reach = np.full(len(directions), reach_mm / self._radius_mm, np.float32)
        origins = np.repeat(self._scaled(points_mm), RAYS, axis=0)
        answers = self._scene.run(origins, directions, dists=reach, query="OCCLUDED")
        return np.asarray((answers < 0).reshape(-1, RAYS).mean(axis=1), np.float32)
