"""Holes, cylinders and planes, from exact CAD faces, else from the mesh; fillets of CAD faces.

Fillets that run into one another cannot be told apart on a mesh, so there they are not counted.
"""

import numpy as np

from mmdesign.domain import Design, IntArray, Measurement
from mmdesign.measuring.cylinders import (
    FULL_DEG,
    Cylinder,
    exact_cylinders,
    fitted_cylinders,
    holes,
    merged,
)
from mmdesign.measuring.facets import Facets
from mmdesign.measuring.surface import Surface

MAX_MESH_FACES = 300_000
"""Fitting takes many seconds beyond; designs from CAD files are not limited."""
MAX_CYLINDERS = 5_000
MAX_FILLET_DEG = 170.0
"""A rounded edge turns less; a slot's end is half a circle."""
PLANE_SHARE = 1e-3
"""A facet of a plain mesh counts as a plane from this share of the whole area on."""
CURVED_FACETS = 6
"""Walls of at least so many facets are curved, not planes."""


def measure_features(design: Design, surface: Surface, facets: Facets) -> list[Measurement]:
    """Count and size what is cylindrical or flat."""
    exact = bool(design.brep_faces) and surface.mesh.face_brep is not None
    if exact:
        pieces = exact_cylinders(surface, design.brep_faces)
        planes = _exact_planes(design, surface)
    elif len(surface.mesh.faces) <= MAX_MESH_FACES:
        pieces = fitted_cylinders(surface, facets)
        planes = _fitted_planes(facets, pieces, surface)
    else:
        return []
    if len(pieces) > MAX_CYLINDERS:
        return [planes]
    cylinders = merged(pieces)
    full = [each for each in cylinders if each.sweep_deg >= FULL_DEG]
    return [
        planes,
        Measurement("cylinder_count", float(len(full)), "", 0.0, _faces(full)),
        *_measure_holes(cylinders),
        *(_measure_fillets(cylinders, design, surface) if exact else ()),
    ]


def _measure_holes(cylinders: list[Cylinder]) -> list[Measurement]:
    found = sorted(holes(cylinders), key=lambda bores: (bores[0].radius_mm, *bores[0].centre_mm))
    every = [bore for bores in found for bore in bores]
    measurements = [Measurement("hole_count", float(len(found)), "", 0.0, _faces(every))]
    for bores in found:
        narrowest = bores[0]
        faces = _faces(bores)
        depth = max(bore.span_mm[1] for bore in bores) - min(bore.span_mm[0] for bore in bores)
        measurements += [
            Measurement(
                "hole_diameter", 2 * narrowest.radius_mm, "mm", 2 * narrowest.sigma_mm, faces
            ),
            Measurement("hole_depth", depth, "mm", narrowest.sigma_mm, faces),
        ]
    return measurements


def _measure_fillets(
    cylinders: list[Cylinder], design: Design, surface: Surface
) -> list[Measurement]:
    straight = [each for each in cylinders if each.sweep_deg <= MAX_FILLET_DEG]
    radii = [(each.radius_mm, each.sigma_mm, each.faces) for each in straight]
    for index, brep in enumerate(design.brep_faces):
        if brep.kind == "torus" and brep.minor_radius_mm:
            radii.append((brep.minor_radius_mm, 0.0, _faces_of_brep(surface, index)))
    every = np.unique(np.concatenate([faces for *_, faces in radii])) if radii else None
    measurements = [Measurement("fillet_count", float(len(radii)), "", 0.0, every)]
    if radii:
        radius, sigma, faces = min(radii, key=lambda fillet: fillet[0])
        measurements.append(Measurement("fillet_radius_min", radius, "mm", sigma, faces))
    return measurements


def _exact_planes(design: Design, surface: Surface) -> Measurement:
    flat = np.array([brep.kind == "plane" for brep in design.brep_faces])
    of_face = surface.mesh.face_brep
    faces = None
    if of_face is not None:
        known = (of_face >= 0) & (of_face < len(flat))
        faces = np.flatnonzero(known & flat[np.where(known, of_face, 0)]).astype(np.int32)
    return Measurement("planar_face_count", float(flat.sum()), "", 0.0, faces)


def _fitted_planes(facets: Facets, pieces: list[Cylinder], surface: Surface) -> Measurement:
    rounded = np.zeros(len(facets.areas_mm2), bool)
    for piece in pieces:
        rounded[facets.of_face[piece.faces]] = True
    rounded |= np.bincount(facets.walls)[facets.walls] >= CURVED_FACETS
    shares = facets.areas_mm2 / surface.areas_mm2.sum()
    planes = ~rounded & (shares >= PLANE_SHARE)
    doubtful = ~rounded & (shares < PLANE_SHARE) & (shares >= 0.1 * PLANE_SHARE)
    faces = np.flatnonzero(planes[facets.of_face]).astype(np.int32)
    return Measurement(
        "planar_face_count", float(planes.sum()), "", float(doubtful.sum()) / 2, faces
    )


def _faces_of_brep(surface: Surface, index: int) -> IntArray:
    return np.flatnonzero(surface.mesh.face_brep == index).astype(np.int32)


def _faces(cylinders: list[Cylinder]) -> IntArray | None:
    if not cylinders:
        return None
    return np.unique(np.concatenate([each.faces for each in cylinders])).astype(np.int32)
