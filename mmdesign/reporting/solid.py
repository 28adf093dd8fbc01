"""The part with its evidence as one GLB: every face in its colour, for any viewer."""

from collections.abc import Callable

import numpy as np
import trimesh

from mmdesign.domain import ByteArray, DoubleArray, FloatArray, IntArray, Mesh, Review, Verdict
from mmdesign.reporting.evidence import heat_of, measured_colors, measured_faces
from mmdesign.reporting.pictures import heat_colors

PLAIN = (196, 200, 207)
UNSEEN = (148, 151, 157)
METRES_PER_MM = 1e-3


def evidence_glb(review: Review, verdict: Verdict) -> bytes:
    """Pack the mesh at full resolution with the evidence of one requirement.

    glTF is in metres with Y up, and its colours are linear; viewers turn both back. There is no
    material beside the colours: some readers, trimesh among them, would take it instead of them.

    Args:
        review: Of a design with a mesh.
        verdict: Whose heat and measured faces are painted.

    Raises:
        ValueError: If the design has no mesh.
    """
    mesh = review.design.mesh
    if mesh is None:
        message = "a design of pictures alone has no solid to write"
        raise ValueError(message)
    vertices, faces, colors = _painted(mesh, face_colors(review, verdict))
    upright = vertices[:, [0, 2, 1]] * (METRES_PER_MM, METRES_PER_MM, -METRES_PER_MM)
    linear = np.rint(_linear(colors) * 255).astype(np.uint8)
    opaque = np.concatenate([linear, np.full((len(linear), 1), 255, np.uint8)], axis=1)
    solid = trimesh.Trimesh(upright, faces, vertex_colors=opaque, process=False)
    scene = trimesh.Scene(solid)
    export: Callable[..., bytes] = scene.export
    return export(file_type="glb")


def face_colors(review: Review, verdict: Verdict) -> ByteArray:
    """(F, 3) sRGB of a design's faces: heat, unseen grey, and what was measured over both."""
    mesh = review.design.mesh
    count = 0 if mesh is None else len(mesh.faces)
    colors = np.tile(np.array(PLAIN, np.uint8), (count, 1))
    heat = heat_of(review, verdict, None)
    if heat is not None:
        seen = np.isfinite(heat)
        colors[seen] = heat_colors(heat[seen])
        colors[~seen] = UNSEEN
    for item in measured_faces(review, verdict):
        colors[item.faces] = measured_colors(np.array([item.excess], np.float32))
    return colors


def _painted(mesh: Mesh, colors: ByteArray) -> tuple[DoubleArray, IntArray, ByteArray]:
    """Vertices of their own for every colour that meets in one, so that no colour bleeds."""
    codes = colors.astype(np.int64) @ np.array([65536, 256, 1])
    corners = mesh.faces.astype(np.int64).ravel() * (1 << 24) + np.repeat(codes, 3)
    unique, place = np.unique(corners, return_inverse=True)
    code = unique & 0xFFFFFF
    channels = np.stack([code >> 16, (code >> 8) & 255, code & 255], axis=1)
    faces = place.reshape(-1, 3).astype(np.int32)
    return mesh.vertices[unique >> 24], faces, channels.astype(np.uint8)


def _linear(colors: ByteArray) -> FloatArray:
    """Linear light in [0, 1] of sRGB bytes (IEC 61966-2-1)."""
    values = colors.astype(np.float32) / 255
    low, high = values / 12.92, ((values + 0.055) / 1.055) ** 2.4
    return np.asarray(np.where(values <= 0.04045, low, high), np.float32)
