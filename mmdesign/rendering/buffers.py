"""Geometry buffers: what every pixel sees, before any light falls on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import Camera, FloatArray, IntArray, Mesh
from mmdesign.rendering.hits import Hits, Scene
from mmdesign.rendering.normals import corner_normals, unit
from mmdesign.rendering.tracing import Backend, open_scene

CREASE_COSINE = 0.85
"""Neighbouring samples whose normals differ by more than this (32 degrees) are on an edge."""
STEP_SHARE = 0.015
"""Second difference of the depth, in frames, from which on two samples are on an edge."""
TIE = 1 - 1e-5
"""Samples of one flat face differ by rounding only: the first one stands for the pixel."""
TANGENT_STRENGTH = 0.35
"""How strongly an edge between CAD faces that meet smoothly is drawn."""


@dataclass(frozen=True, slots=True)
class GBuffer:
    """What V cameras see of one mesh, H x W pixels each."""

    cameras: tuple[Camera, ...]
    normals: FloatArray
    """(V, H, W, 3) in camera space: x right, y up, z to the viewer. Unit length, always facing
    the viewer (two-sided); zeros on the background."""
    depth: FloatArray
    """(V, H, W) mm from the camera plane to the nearest sample; inf on the background."""
    face_index: IntArray
    """(V, H, W) face of the nearest sample; -1 exactly where coverage is 0."""
    coverage: FloatArray
    """(V, H, W) share of the pixel that the mesh fills, [0, 1]."""
    edges: FloatArray
    """(V, H, W) strength of the feature edges, [0, 1]."""


@dataclass(frozen=True, slots=True)
class _Samples:
    """One view before its samples are gathered into pixels; (S, S) maps."""

    normals: FloatArray
    depth: FloatArray
    face_index: IntArray
    edges: FloatArray


def gbuffer(
    mesh: Mesh,
    cameras: tuple[Camera, ...],
    size_px: int,
    supersample: int = 1,
    backend: Backend | None = None,
) -> GBuffer:
    """See a mesh through several cameras.

    Args:
        mesh: At least one face.
        cameras: As from `cameras(mesh)`.
        size_px: Height and width of the square pictures.
        supersample: Samples per pixel along each side; 2 gives smooth edges.
        backend: None for Embree where it is installed, else the torch z-buffer.
    """
    return gbuffer_of_scene(open_scene(mesh, backend), mesh, cameras, size_px, supersample)


def gbuffer_of_scene(
    scene: Scene, mesh: Mesh, cameras: tuple[Camera, ...], size_px: int, supersample: int
) -> GBuffer:
    """As `gbuffer`, for a mesh that is already in a scene."""
    smooth = corner_normals(mesh.vertices, mesh.faces)
    samples_px = size_px * supersample
    pixels = [
        _gathered(_sampled(scene.trace(camera, samples_px), camera, mesh, smooth), supersample)
        for camera in cameras
    ]
    normals, depth, face_index, coverage, edges = (
        np.stack(maps) for maps in zip(*pixels, strict=True)
    )
    return GBuffer(cameras, normals, depth, face_index, coverage, edges)


def _sampled(hits: Hits, camera: Camera, mesh: Mesh, smooth: FloatArray) -> _Samples:
    samples_px = round(len(hits.face_index) ** 0.5)
    seen = np.flatnonzero(hits.face_index >= 0)
    faces = hits.face_index[seen]
    second, third = hits.second_weight[seen, None], hits.third_weight[seen, None]
    corners = smooth[faces]
    shading = corners[:, 0] * (1 - second - third) + corners[:, 1] * second + corners[:, 2] * third
    shading = shading @ camera.world_from_camera[:3, :3].astype(np.float32)
    # Two-sided: a wall seen from behind, or one whose file has it inside out, faces the viewer.
    shading *= np.where(shading[:, 2:] < 0, np.float32(-1), np.float32(1))
    normals = np.zeros((samples_px * samples_px, 3), np.float32)
    normals[seen] = unit(shading)
    depth = np.full(samples_px * samples_px, np.inf, np.float32)
    depth[seen] = hits.depth_mm[seen]

    shape = (samples_px, samples_px)
    normals, depth = normals.reshape(*shape, 3), depth.reshape(shape)
    face_index = hits.face_index.reshape(shape)
    return _Samples(
        normals, depth, face_index, _edges(normals, depth, face_index, mesh, camera.frame_mm)
    )


def _edges(
    normals: FloatArray, depth: FloatArray, face_index: IntArray, mesh: Mesh, frame_mm: float
) -> FloatArray:
    """Silhouettes, creases, steps in depth, and borders of parts and CAD faces; (S, S)."""
    covered = face_index >= 0
    level = np.where(covered, depth, 0)
    edges = np.zeros(depth.shape, np.float32)
    for axis in (0, 1):
        before, after = _neighbours(axis)
        both = covered[before] & covered[after]
        bend = np.einsum("ijk,ijk->ij", normals[before], normals[after]) < CREASE_COSINE
        hard = (covered[before] != covered[after]) | (both & bend)
        _mark(edges, axis, hard, 1.0)
        slope = level[after] - level[before]
        middle = np.abs(np.diff(slope, axis=axis)) > STEP_SHARE * frame_mm
        inner = both[_neighbours(axis)[0]] & both[_neighbours(axis)[1]]
        index = [slice(None), slice(None)]
        index[axis] = slice(1, -1)
        edges[tuple(index)][middle & inner] = 1.0
        for labels, strength in ((mesh.face_part, 1.0), (mesh.face_brep, TANGENT_STRENGTH)):
            if labels is not None:
                seen_labels = labels[face_index]
                _mark(edges, axis, both & (seen_labels[before] != seen_labels[after]), strength)
    return np.asarray(edges * covered, np.float32)


def _neighbours(axis: int) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """Index the samples that have a next neighbour along an axis, and those neighbours."""
    before, after = [slice(None), slice(None)], [slice(None), slice(None)]
    before[axis], after[axis] = slice(None, -1), slice(1, None)
    return tuple(before), tuple(after)


def _mark(edges: FloatArray, axis: int, between: NDArray[np.bool_], strength: float) -> None:
    """Raise both samples of each marked pair to the strength."""
    for side in _neighbours(axis):
        edges[side] = np.maximum(edges[side], between * np.float32(strength))


def _gathered(
    samples: _Samples, supersample: int
) -> tuple[FloatArray, FloatArray, IntArray, FloatArray, FloatArray]:
    """Turn samples into pixels: means of what blends, the nearest sample of what does not."""
    covered = (samples.face_index >= 0).astype(np.float32)
    if supersample == 1:
        return samples.normals, samples.depth, samples.face_index, covered, samples.edges
    share = np.float32(1 / supersample**2)
    normals = np.zeros_like(samples.normals[::supersample, ::supersample])
    coverage, edges = np.zeros_like(normals[..., 0]), np.zeros_like(normals[..., 0])
    depth = np.full_like(coverage, np.inf)
    face_index = np.full_like(samples.face_index[::supersample, ::supersample], -1)
    # Strided passes: numpy reduces over short trailing axes several times more slowly.
    for corner in np.ndindex(supersample, supersample):
        place = tuple(slice(start, None, supersample) for start in corner)
        normals += samples.normals[place]
        coverage += covered[place] * share
        edges += samples.edges[place] * share
        nearer = samples.depth[place] < depth * TIE
        depth[nearer] = samples.depth[place][nearer]
        face_index[nearer] = samples.face_index[place][nearer]
    return unit(normals), depth, face_index, coverage, edges
