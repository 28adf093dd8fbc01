"""Bodies, their common centre of mass, and how far a design can be tilted before it falls."""

import numpy as np
from scipy.spatial import ConvexHull

from mmdesign.domain import DoubleArray, Measurement
from mmdesign.measuring.facets import components
from mmdesign.measuring.surface import Surface, summed

STANDING_SHARE = 1e-4
"""Points within this share of the height above the lowest one carry the design."""
POINTLIKE = 1e-6
"""A foot narrower than this, in diagonals, is a point or an edge."""


def measure_standing(surface: Surface, chords: DoubleArray) -> list[Measurement]:
    """Count the bodies, find their centre of mass, and how far they may be tilted.

    The centre is told in the coordinates of the file, at even density. The tip angle is the
    smallest angle by which the design, standing as it is on its lowest points, must be tilted to
    fall over; negative if it falls by itself.
    """
    volumes, middles = _tetrahedra(surface)
    found = [_bodies(surface, volumes)]
    total = float(volumes.sum())
    if not surface.closed or total <= 1e-12 * surface.diagonal_mm**3:
        return found
    centre = np.asarray(volumes @ middles / total)
    # A skin that lies off by its chords shifts the centre by their first moment over the volume.
    missing = surface.areas_mm2 * chords
    sigmas = missing @ np.abs(middles - centre) * (2 / 3) / total
    found += [
        Measurement(f"center_of_mass_{axis}", float(centre[index]), "mm", float(sigmas[index]))
        for index, axis in enumerate("xyz")
    ]
    tip = _tip_angle(surface, centre, sigmas)
    return found if tip is None else [*found, tip]


def _bodies(surface: Surface, volumes: DoubleArray) -> Measurement:
    """Count the connected pieces of material; the skin of a cavity is not a piece.

    Pieces that only touch along an edge or in a point are not connected.
    """
    shells = components(len(surface.areas_mm2), surface.pairs)
    count = int(shells.max()) + 1
    part = np.zeros(count, np.int32)
    part[shells] = surface.mesh.face_part
    # An open part has no inside, so that no shell of it can be told to be a cavity.
    bodies = (summed(shells, volumes, count) > 0) | ~surface.closed_parts[part]
    areas = summed(shells, surface.areas_mm2, count)
    return Measurement("body_count", float((bodies & (areas > 0)).sum()), "", 0.0)


def _tetrahedra(surface: Surface) -> tuple[DoubleArray, DoubleArray]:
    """Signed volumes and centres of the tetrahedra from the middle of the mesh to its faces.

    Parts that were inside out count the right way round.
    """
    corners = surface.mesh.vertices[surface.mesh.faces]
    origin = corners.mean(axis=(0, 1))
    heights = np.einsum("ij,ij->i", corners[:, 0] - origin, surface.normals)
    middles = corners.sum(axis=1) / 4 + origin / 4
    return surface.areas_mm2 * heights / 3, middles


def _tip_angle(surface: Surface, centre: DoubleArray, sigmas: DoubleArray) -> Measurement | None:
    corners = surface.mesh.vertices[surface.mesh.faces]
    lowest = float(corners[..., 2].min())
    height = float(centre[2]) - lowest
    bed = lowest + STANDING_SHARE * float(np.ptp(corners[..., 2]))
    if height <= 0:
        return None
    feet = np.unique(corners[corners[..., 2] <= bed][:, :2], axis=0)
    standing = (corners[..., 2] <= bed).all(axis=1)
    reach = _inside_by(feet, centre[:2], POINTLIKE * surface.diagonal_mm)
    angle = float(np.degrees(np.arctan2(reach, height)))
    sigma = float(np.degrees(np.hypot(*sigmas[:2]) / height))
    faces = np.flatnonzero(standing).astype(np.int32)
    return Measurement("tip_angle", angle, "deg", sigma, faces)


def _inside_by(feet: DoubleArray, point: DoubleArray, pointlike_mm: float) -> float:
    """How far a point lies inside the convex hull of the feet; negative outside."""
    spread = np.linalg.svd(feet - feet.mean(axis=0), compute_uv=False)
    if len(feet) < 3 or spread[-1] <= pointlike_mm:
        return 0.0 - _beside(feet, point)
    hull = ConvexHull(feet)
    distances = hull.equations[:, :2] @ point + hull.equations[:, 2]
    return 0.0 - float(distances.max())


def _beside(feet: DoubleArray, point: DoubleArray) -> float:
    """Distance of a point from the line between the two ends of a foot, or from the only one."""
    if len(feet) == 1:
        return float(np.linalg.norm(point - feet[0]))
    far = feet[np.argmax(np.linalg.norm(feet - feet[0], axis=1))]
    span = far - feet[0]
    along = np.clip(float((point - feet[0]) @ span) / max(float(span @ span), 1e-300), 0, 1)
    return float(np.linalg.norm(point - feet[0] - along * span))
