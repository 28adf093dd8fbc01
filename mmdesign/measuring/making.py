"""Can it be printed or moulded, and is it symmetric: overhang, undercut, draft, mirror planes."""

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, Measurement
from mmdesign.measuring.rays import LIFT, Rays, Samples
from mmdesign.measuring.surface import Surface

OVERHANG_DEG = 45.0
"""Faces that lean further over than this, from the vertical, need support; at it, they do not."""
BED_SHARE = 1e-4
"""Faces within this share of the height above the lowest point lie on the bed."""
SIDE_WALL_DEG = 45.0
"""Faces steeper than this against the pull are its side walls, and need draft."""
DRAFT_SUPPORT = 0.002
"""Share of the side walls' area that has at most the draft that is called the least."""
MIRROR_SAMPLES = 4_000
MIRROR_TOLERANCE = 0.002
"""How far from the surface a mirrored point may lie, in diagonals."""


def measure_overhang(surface: Surface) -> Measurement:
    """Share of the area that needs support when printed as it stands, Z up."""
    heights = surface.mesh.vertices[surface.mesh.faces][..., 2]
    bed = heights.max(axis=1) <= heights.min() + BED_SHARE * np.ptp(heights)
    limit = -np.sin(np.radians(90 - OVERHANG_DEG)) - 1e-4
    overhang = (surface.normals[:, 2] < limit) & ~bed
    share = float(surface.areas_mm2[overhang].sum() / surface.areas_mm2.sum())
    faces = np.flatnonzero(overhang).astype(np.int32)
    return Measurement("overhang_area_fraction", share, "", 0.0, faces)


def measure_moulding(surface: Surface, rays: Rays, samples: Samples) -> list[Measurement]:
    """Undercut and draft for the best of the three pull axes of a two-part mould.

    Best is the axis that leaves the least area out of reach; of equal ones, that with most draft.
    """
    choices = []
    for axis in range(3):
        hidden = _hidden(surface, rays, samples, axis)
        choices.append((round(float(hidden.mean()), 3), _draft(surface, axis), axis, hidden))
    _, draft, _, hidden = min(
        choices, key=lambda choice: (choice[0], -choice[1][0] if choice[1] else 0.0, -choice[2])
    )
    exact_share = float(hidden.mean())
    sigma = float(np.sqrt(exact_share * (1 - exact_share) / len(hidden)))
    faces = np.unique(samples.faces[hidden]).astype(np.int32)
    measurements = [Measurement("undercut_area_fraction", exact_share, "", sigma, faces)]
    if draft is not None:
        angle, walls = draft
        measurements.append(
            Measurement("draft_angle_min", angle, "deg", 0.0, walls.astype(np.int32))
        )
    return measurements


def _hidden(surface: Surface, rays: Rays, samples: Samples, axis: int) -> NDArray[np.bool_]:
    """Which samples neither half of a mould that opens along the axis can reach."""
    normals = surface.normals[samples.faces]
    origins = samples.points_mm + LIFT * rays.radius_mm * normals
    hidden = np.ones(len(origins), bool)
    for way in (1.0, -1.0):
        facing = np.flatnonzero(normals[:, axis] * way >= -1e-3)
        towards = np.zeros((len(facing), 3))
        towards[:, axis] = way
        hidden[facing] &= rays.blocked(origins[facing], towards)
    return hidden


def _draft(surface: Surface, axis: int) -> tuple[float, NDArray[np.intp]] | None:
    """Least angle between side walls and a pull axis, and the faces that have it."""
    angles = np.degrees(np.arcsin(np.minimum(np.abs(surface.normals[:, axis]), 1)))
    walls = np.flatnonzero((angles < SIDE_WALL_DEG) & (surface.areas_mm2 > 0))
    if not len(walls):
        return None
    rising = walls[np.argsort(angles[walls], kind="stable")]
    reached = np.cumsum(surface.areas_mm2[rising])
    least = float(angles[rising[np.searchsorted(reached, DRAFT_SUPPORT * reached[-1])]])
    return least, np.sort(walls[angles[walls] <= least + 0.05])


def measure_symmetry(surface: Surface, rays: Rays, samples: Samples) -> list[Measurement]:
    """Share of the surface that is its own mirror image, for the three middle planes."""
    used = surface.mesh.vertices[surface.mesh.faces.ravel()]
    low, high = used.min(axis=0), used.max(axis=0)
    every = max(1, len(samples.faces) // MIRROR_SAMPLES)
    points, normals = samples.points_mm[::every], surface.normals[samples.faces[::every]]
    reach_mm = MIRROR_TOLERANCE * float(np.linalg.norm(high - low))
    measurements = []
    for axis, name in enumerate("xyz"):
        mirror = np.ones(3)
        mirror[axis] = -1
        mirrored = points * mirror + (low + high) * (mirror < 0)
        share = float(_on_surface(rays, mirrored, normals * mirror, reach_mm).mean())
        sigma = float(np.sqrt(share * (1 - share) / len(points)))
        measurements.append(Measurement(f"symmetry_{name}", share, "", sigma))
    return measurements


def _on_surface(
    rays: Rays, points_mm: DoubleArray, normals: DoubleArray, reach_mm: float
) -> NDArray[np.bool_]:
    return rays.blocked(points_mm + reach_mm * normals, -normals, 2 * reach_mm)
