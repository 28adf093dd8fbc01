"""Where the pictures are taken from: cameras with names, fitted to the mesh."""

import math

import numpy as np

from mmdesign.domain import Camera, DoubleArray, Mesh

UP = (0.0, 0.0, 1.0)
ISO_ELEVATION_DEG = 30.0
MARGIN = 0.05
"""Free share of the picture on each side of the part."""
OFF_CENTRE = 1 / 672
"""Shift of the frame, in frames. Seen on edge, a thin sheet lies in the very middle, exactly
between two rows of samples, and would vanish. A third of 1/224 leaves the middle at most a sixth
of a sample from a row at 224, 448 and 896 samples alike."""


def _diagonal(right: float, back: float, up: float) -> tuple[float, float, float]:
    elevation = math.radians(ISO_ELEVATION_DEG)
    level = math.cos(elevation) / math.sqrt(2.0)
    return (right * level, back * level, up * math.sin(elevation))


VIEWPOINTS: dict[str, tuple[tuple[float, float, float], tuple[float, float, float]]] = {
    "iso front right": (_diagonal(1, -1, 1), UP),
    "iso front left": (_diagonal(-1, -1, 1), UP),
    "iso back right": (_diagonal(1, 1, 1), UP),
    "iso back left": (_diagonal(-1, 1, 1), UP),
    "iso below front right": (_diagonal(1, -1, -1), UP),
    "iso below back left": (_diagonal(-1, 1, -1), UP),
    "front": ((0.0, -1.0, 0.0), UP),
    "back": ((0.0, 1.0, 0.0), UP),
    "left": ((-1.0, 0.0, 0.0), UP),
    "right": ((1.0, 0.0, 0.0), UP),
    "top": ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0)),
    "bottom": ((0.0, 0.0, -1.0), (0.0, -1.0, 0.0)),
}
"""Name -> (direction from the part to the camera, which way is up in the picture).

The axis views unfold as on a third-angle drawing sheet.
"""


def cameras(mesh: Mesh, names: tuple[str, ...] | None = None) -> tuple[Camera, ...]:
    """Place the cameras around a mesh; the same shape always gets the same cameras.

    Args:
        mesh: What to look at.
        names: Keys of VIEWPOINTS, in the order wanted; None for all twelve.

    Returns:
        One orthographic camera per name, its square frame fitted to what it sees.

    Raises:
        ValueError: If a name is unknown or the mesh has no faces.
    """
    if not len(mesh.faces):
        message = "a mesh without faces cannot be framed"
        raise ValueError(message)
    used = np.zeros(len(mesh.vertices), bool)
    used[mesh.faces.ravel()] = True
    points = mesh.vertices[used]
    return tuple(_fitted(name, points) for name in names or tuple(VIEWPOINTS))


def _fitted(name: str, points: DoubleArray) -> Camera:
    if name not in VIEWPOINTS:
        message = f"there is no viewpoint {name!r}; use one of {', '.join(VIEWPOINTS)}"
        raise ValueError(message)
    backward, up = VIEWPOINTS[name]
    return look_from(name, np.asarray(backward), np.asarray(up), points)


def look_from(name: str, backward: DoubleArray, up: DoubleArray, points: DoubleArray) -> Camera:
    """Fit a camera that looks from any direction at the given points.

    Args:
        name: Name of the view.
        backward: (3,) direction from the part to the camera, of any length but 0.
        up: (3,) world direction that points up in the picture, not parallel to backward.
        points: (N, 3) what must be in the frame, mm.
    """
    backward = backward / np.linalg.norm(backward)
    right = np.cross(up, backward)
    right /= np.linalg.norm(right)
    axes = np.stack([right, np.cross(backward, right), backward], axis=1)  # world_from_camera
    projected = points @ axes
    low, high = projected.min(axis=0), projected.max(axis=0)
    extent_mm = max(float((high - low).max()) * 1e-3, float((high - low)[:2].max()), 1e-6)
    frame_mm = extent_mm / (1.0 - 2.0 * MARGIN)
    centre = (low + high)[:2] / 2 + OFF_CENTRE * frame_mm
    eye = np.array([*centre, high[2] + 0.5 * extent_mm])
    world_from_camera = np.eye(4)
    world_from_camera[:3, :3] = axes
    world_from_camera[:3, 3] = axes @ eye
    return Camera(name, world_from_camera, frame_mm)
