"""What a camera sees of a mesh: one face per sample, by Embree or by the torch z-buffer."""

import importlib
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import Camera, DoubleArray, FloatArray, IntArray, Mesh
from mmdesign.rendering.normals import unit

try:
    from embreex.mesh_construction import TriangleMesh
    from embreex.rtcore_scene import EmbreeScene
except ImportError:  # no wheel for Linux on ARM
    EmbreeScene = None

RAYS = 16
TILE = 4
"""Rays of ambient occlusion differ from pixel to pixel within tiles of this size."""
MAX_RADII = 1e6
"""Embree's 1e37 for a miss would overflow when it is scaled."""

Backend: TypeAlias = Literal["embree", "zbuffer"]
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


def open_scene(mesh: Mesh, backend: Backend | None = None) -> Scene:
    """Make a mesh ready for tracing.

    Args:
        mesh: What will be looked at; at least one face.
        backend: None for Embree where it is installed, else the z-buffer.

    Raises:
        ValueError: If Embree is asked for and is not installed, or the mesh has no faces.
    """
    if not len(mesh.faces):
        message = "a mesh without faces cannot be seen"
        raise ValueError(message)
    if backend is None:
        backend = "zbuffer" if EmbreeScene is None else "embree"
    if backend == "zbuffer":
        # Loads torch, which takes seconds: only when it is really wanted.
        zbuffer = importlib.import_module("mmdesign.rendering.zbuffer")
        scene: Scene = zbuffer.ZBufferScene(mesh)
        return scene
    if EmbreeScene is None:
        message = "embreex is not installed here; use the z-buffer"
        raise ValueError(message)
    return EmbreeTracer(mesh)


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


def sphere_points(count: int) -> FloatArray:
    """Spread points evenly over the unit sphere, on a spiral from pole to pole: (count, 3)."""
    height = 1 - 2 * (np.arange(count) + 0.5) / count
    angle = np.pi * (3 - np.sqrt(5)) * np.arange(count)
    radius = np.sqrt(1 - height**2)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), height], 1).astype(np.float32)
