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
OVERHANG_SUPPORT = 1e-3
"""Share of the area that leans over at least as far as what is called the furthest."""
MIRROR_SAMPLES = 4_000
MIRROR_TOLERANCE = 0.002
"""How far from the surface a mirrored point may lie, in diagonals."""


def measure_overhang(surface: Surface, limit_deg: float = OVERHANG_DEG) -> list[Measurement]:
    """What needs support when printed as it stands, Z up.

    Args:
        surface: The mesh.
        limit_deg: Faces that lean further over than this, from the vertical, need support.

    Returns:
        overhang_area_fraction, the share of the area beyond the limit, and overhang_angle_max, the
        furthest that any face off the bed leans over (0 without one, 90 for a ceiling).
    """
    heights = surface.mesh.vertices[surface.mesh.faces][..., 2]
    bed = heights.max(axis=1) <= heights.min() + BED_SHARE * np.ptp(heights)
    total = float(surface.areas_mm2.sum())
    overhang = (surface.normals[:, 2] < -np.sin(np.radians(limit_deg)) - 1e-4) & ~bed
    share = float(surface.areas_mm2[overhang].sum()) / total
    faces = np.flatnonzero(overhang).astype(np.int32)
    leaning = np.flatnonzero(~bed & (surface.areas_mm2 > 0))
    leans = np.degrees(np.arcsin(np.clip(0.0 - surface.normals[leaning, 2], 0, 1)))
    falling = np.argsort(-leans, kind="stable")
    reached = np.cumsum(surface.areas_mm2[leaning[falling]]) >= OVERHANG_SUPPORT * total
    furthest = float(leans[falling[np.argmax(reached)]]) if reached.any() else 0.0
    worst = leaning[leans >= furthest - 0.05] if furthest > 0 else leaning[:0]
    return [
        Measurement("overhang_area_fraction", share, "", 0.0, faces),
        Measurement("overhang_angle_max", furthest, "deg", 0.0, worst.astype(np.int32)),
    ]


def measure_moulding(surface: Surface, rays: Rays, samples: Samples) -> list[Measurement]:
    """Undercut and draft for a two-part mould that opens along X, Y or Z, and for the best of them.

    Best is the axis that leaves the least area out of reach; of equal ones, that with most draft.
    The values of the best axis come without its name, all three with it.
    """
    choices, measurements = [], []
    for axis, name in enumerate("xyz"):
        hidden = _hidden(surface, rays, samples, axis)
        draft = _draft(surface, axis)
        choices.append((round(float(hidden.mean()), 3), draft, axis, hidden))
        measurements += _moulded(surface, samples, hidden, draft, f"_{name}")
    _, draft, _, hidden = min(
        choices, key=lambda choice: (choice[0], -choice[1][0] if choice[1] else 0.0, -choice[2])
    )
    return [*_moulded(surface, samples, hidden, draft, ""), *measurements]


def _moulded(
    surface: Surface,
    samples: Samples,
    hidden: NDArray[np.bool_],
    draft: tuple[float, NDArray[np.intp]] | None,
    ending: str,
) -> list[Measurement]:
    share = float(hidden.mean())
    sigma = float(np.sqrt(share * (1 - share) / len(hidden)))
    faces = np.unique(samples.faces[hidden]).astype(np.int32)
    found = [Measurement(f"undercut_area_fraction{ending}", share, "", sigma, faces)]
    if draft is not None:
        angle, walls = draft
        found.append(
            Measurement(f"draft_angle_min{ending}", angle, "deg", 0.0, walls.astype(np.int32))
        )
    return found


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
