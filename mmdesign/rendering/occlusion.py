"""Ambient occlusion: how much of the surroundings each pixel's surface sees."""

import numpy as np

from mmdesign.domain import Camera, DoubleArray, FloatArray
from mmdesign.rendering.buffers import GBuffer
from mmdesign.rendering.hits import TILE, Scene

REACH_SHARE = 0.2
"""How far, in frames, something may be and still shade."""


def openness(scene: Scene, buffer: GBuffer) -> FloatArray:
    """Share of the cosine-weighted hemisphere that is free, per pixel.

    Returns:
        (V, H, W) in [0, 1]; 1 on the background.
    """
    noisy = np.stack(
        [
            _traced(scene, camera, buffer.normals[index], buffer.depth[index])
            for index, camera in enumerate(buffer.cameras)
        ]
    )
    return np.stack(
        [
            _smoothed(noisy[index], buffer.normals[index], buffer.depth[index], camera.frame_mm)
            for index, camera in enumerate(buffer.cameras)
        ]
    )


def surface_points(camera: Camera, depth: FloatArray) -> DoubleArray:
    """Where the pixels' surface is, (H, W, 3) mm in the world; not finite on the background."""
    size_px = depth.shape[0]
    steps = ((np.arange(size_px) + 0.5) / size_px - 0.5) * camera.frame_mm
    right, up, backward, eye = camera.world_from_camera[:3].T
    on_plane = eye - steps[:, None, None] * up + steps[None, :, None] * right
    return np.asarray(on_plane - depth[..., None] * backward)


def _traced(scene: Scene, camera: Camera, normals: FloatArray, depth: FloatArray) -> FloatArray:
    rows, columns = np.nonzero(np.isfinite(depth))
    free = np.ones(depth.shape, np.float32)
    if not len(rows):
        return free
    outward = normals[rows, columns] @ camera.world_from_camera[:3, :3].T.astype(np.float32)
    # Depth is that of a sub-pixel sample: half a pixel off the surface is surely above it.
    lift_mm = 0.5 * camera.frame_mm / depth.shape[0]
    where = np.where(np.isfinite(depth), depth, 0)
    points = surface_points(camera, where)[rows, columns] + lift_mm * outward
    dealt = (rows % TILE) * TILE + columns % TILE
    reach_mm = REACH_SHARE * camera.frame_mm
    free[rows, columns] = scene.openness(points, outward, dealt, reach_mm)
    return free


def _smoothed(
    values: FloatArray, normals: FloatArray, depth: FloatArray, frame_mm: float
) -> FloatArray:
    """Average over one tile, but not across creases and steps."""
    level = np.where(np.isfinite(depth), depth, -frame_mm)
    total, weight = values.copy(), np.ones_like(values)
    for down in range(-TILE // 2 + 1, TILE // 2 + 1):
        for right in range(-TILE // 2 + 1, TILE // 2 + 1):
            if down == right == 0:
                continue
            here, there = _overlap(values.shape[0], down, right)
            alike = np.einsum("ijk,ijk->ij", normals[here], normals[there]) > 0.9
            alike &= np.abs(level[here] - level[there]) < 0.04 * frame_mm
            total[here] += values[there] * alike
            weight[here] += alike
    return np.asarray(total / weight, np.float32)


def _overlap(
    size_px: int, down: int, right: int
) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Index the pixels that have a neighbour at an offset, and those neighbours."""
    starts = [(max(0, -offset), size_px - max(0, offset)) for offset in (down, right)]
    here = tuple(slice(low, high) for low, high in starts)
    there = tuple(
        slice(low + offset, high + offset)
        for (low, high), offset in zip(starts, (down, right), strict=True)
    )
    return (here[0], here[1]), (there[0], there[1])
