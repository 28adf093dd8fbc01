"""Normals for shading: smooth over curved walls, sharp at creases."""

import numpy as np

from mmdesign.domain import DoubleArray, FloatArray, IntArray

CREASE_DEG = 35.0
MAX_FAN = 400
"""A vertex shared by more faces than this keeps flat normals: pairs would be too many."""


def scaled_face_normals(vertices: DoubleArray, faces: IntArray) -> DoubleArray:
    """Normals of the faces, (F, 3), as long as twice the area of each face."""
    first, second, third = (vertices[faces[:, corner]] for corner in range(3))
    return np.asarray(np.cross(second - first, third - first))


def corner_normals(vertices: DoubleArray, faces: IntArray) -> FloatArray:
    """Shading normals at the three corners of every face.

    A corner takes the area-weighted mean over the faces at its vertex that bend away from its
    own face by less than CREASE_DEG. Area weights keep large flats flat next to small fillets.

    Returns:
        (F, 3 corners, 3), unit length; a degenerate face gets zeros.
    """
    scaled = scaled_face_normals(vertices, faces).astype(np.float32)
    flat = unit(scaled)
    corners = faces.ravel()
    # bincount per axis is several times faster than np.add.at.
    fan_normals = unit(
        np.stack(
            [
                np.bincount(corners, np.repeat(scaled[:, axis], 3), len(vertices))
                for axis in range(3)
            ],
            axis=1,
        ).astype(np.float32)
    )
    at_corners = fan_normals[corners]  # (3F, 3)
    own = np.repeat(flat, 3, axis=0)
    # Within half the crease angle of the mean, no pair in the fan bends by more than the crease.
    bent = np.einsum("ij,ij->i", at_corners, own) < np.cos(np.radians(CREASE_DEG / 2))
    creased_vertices = np.unique(corners[bent])
    if len(creased_vertices):
        _sharpen(at_corners, creased_vertices, corners, scaled, flat)
    return at_corners.reshape(-1, 3, 3)


def _sharpen(
    at_corners: FloatArray,
    creased_vertices: IntArray,
    corners: IntArray,
    scaled: FloatArray,
    flat: FloatArray,
) -> None:
    """Redo the corners at creased vertices, each with only the faces that it is smooth with."""
    is_creased = np.zeros(int(corners.max()) + 1, bool)
    is_creased[creased_vertices] = True
    open_corners = np.flatnonzero(is_creased[corners])
    open_corners = open_corners[np.argsort(corners[open_corners], kind="stable")]
    fan_sizes = np.bincount(corners[open_corners], minlength=len(is_creased))[creased_vertices]
    fan_starts = np.cumsum(fan_sizes) - fan_sizes
    at_corners[open_corners] = flat[open_corners // 3]

    for size in np.unique(fan_sizes[fan_sizes <= MAX_FAN]):
        fans = open_corners[fan_starts[fan_sizes == size][:, None] + np.arange(size)]
        for chunk in np.array_split(fans, max(1, fans.size * int(size) // 4_000_000)):
            normals = flat[chunk // 3]  # (fans, size, 3)
            smooth = np.matmul(normals, normals.transpose(0, 2, 1)) > np.cos(np.radians(CREASE_DEG))
            summed = np.matmul(smooth.astype(np.float32), scaled[chunk // 3])
            at_corners[chunk] = unit(summed)


def unit(vectors: FloatArray) -> FloatArray:
    """Scale (..., 3) vectors to length 1; zeros stay zeros."""
    # einsum: numpy's norm is several times slower over an axis of three.
    lengths = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))[..., None]
    return np.asarray(vectors / np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)
