"""More cameras, for what the twelve do not see: into holes and pockets."""

from collections.abc import Sequence

import numpy as np

from mmdesign.domain import Camera, DoubleArray, IntArray, Mesh
from mmdesign.explaining.carrying import mesh_heat
from mmdesign.explaining.segments import Segments
from mmdesign.measuring.surface import summed, surface_of
from mmdesign.rendering import look_from, open_scene, sphere_points

MAX_CAMERAS = 4
LEAST_AREA = 1e-3
"""Share of the surface that a further camera must show for the first time."""
DIRECTIONS = 32
"""Directions tried, spread evenly over the sphere."""
TARGETS = 16
"""Unseen segments along whose own axis a camera is tried."""
TILT_DEG = 20.0
"""Off a hole's axis, so that its wall is not seen edge-on."""
TRIAL_PX = 96
NAME = "into the part"


def peeking_cameras(
    mesh: Mesh, face_indices: Sequence[IntArray], grouped: Segments
) -> tuple[Camera, ...]:
    """Cameras that show segments which no view shows yet; none when all are seen.

    Args:
        mesh: What is looked at.
        face_indices: (H, W) maps of the views there are.
        grouped: As from `segments(mesh)`.

    Returns:
        At most MAX_CAMERAS, the one that shows most first; enclosed hollows stay unseen.
    """
    seen = mesh_heat([np.zeros(index.shape, np.float32) for index in face_indices],
                     face_indices, grouped)  # fmt: skip
    surface = surface_of(mesh)
    grey = np.where(np.isnan(seen), surface.areas_mm2, 0.0)
    left = summed(grouped.of_face, grey, int(grouped.of_face.max()) + 1)
    enough = LEAST_AREA * float(surface.areas_mm2.sum())
    if left.sum() < enough:
        return ()
    points = mesh.vertices[np.unique(mesh.faces)]
    directions = np.concatenate([_own_axes(surface.normals, grey, left, grouped.of_face),
                                 sphere_points(DIRECTIONS)])  # fmt: skip
    trials = [look_from("trial", direction, _up(direction), points) for direction in directions]
    scene = open_scene(mesh)
    shown = np.zeros((len(trials), len(left)), bool)
    for row, camera in zip(shown, trials, strict=True):
        hits = scene.trace(camera, TRIAL_PX).face_index
        row[grouped.of_face[hits[hits >= 0]]] = True
    chosen: list[Camera] = []
    while len(chosen) < MAX_CAMERAS:
        gains = shown @ left
        best = int(np.argmax(gains))
        if gains[best] < enough:
            break
        left[shown[best]] = 0
        name = f"{NAME} {len(chosen) + 1}"
        chosen.append(look_from(name, directions[best], _up(directions[best]), points))
    return tuple(chosen)


def _own_axes(
    normals: DoubleArray, grey: DoubleArray, left: DoubleArray, of_face: IntArray
) -> DoubleArray:
    """(N, 3) directions from which the largest unseen segments are open, as their normals say.

    A pocket's floor is seen against its normal; a hole's wall along the axis that all its normals
    are square to, a little tilted.
    """
    found = []
    for segment in np.argsort(-left, kind="stable")[:TARGETS]:
        if left[segment] <= 0:
            break
        chosen = of_face == segment
        weights = grey[chosen][:, None]
        mean = (normals[chosen] * weights).sum(axis=0) / weights.sum()
        if np.linalg.norm(mean) > 0.5:
            found.append(mean)
            continue
        _, axes = np.linalg.eigh((normals[chosen] * weights).T @ normals[chosen])
        along = axes[:, 0]
        aside = np.tan(np.radians(TILT_DEG)) * axes[:, 2]
        found += [sign * along + turn * aside for sign in (1, -1) for turn in (1, -1)]
    return np.reshape(np.asarray(found, np.float64), (-1, 3))


def _up(direction: DoubleArray) -> DoubleArray:
    """A world direction for the top of the picture: Z, or Y where the view is from above."""
    steep = abs(direction[2]) > 0.95 * float(np.linalg.norm(direction))
    return np.array([0.0, 1.0, 0.0]) if steep else np.array([0.0, 0.0, 1.0])
