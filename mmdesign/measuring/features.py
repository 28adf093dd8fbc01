"""Holes, cylinders, planes and broken edges, from exact CAD faces, else from the mesh."""

import numpy as np

from mmdesign.domain import Design, IntArray, Measurement
from mmdesign.measuring.bores import Hole, described
from mmdesign.measuring.breaks import (
    CURVED_FACETS,
    measure_chamfers,
    measure_fillets,
    measure_mesh_fillets,
)
from mmdesign.measuring.cylinders import (
    Cylinder,
    exact_cylinders,
    holes,
    merged,
)
from mmdesign.measuring.facets import Facets
from mmdesign.measuring.fitting import fitted_cylinders
from mmdesign.measuring.heads import measure_heads
from mmdesign.measuring.patches import patches_of
from mmdesign.measuring.patterns import measure_patterns
from mmdesign.measuring.surface import Surface
from mmdesign.measuring.threads import thread_matches

MAX_CYLINDERS = 5_000
"""More cylinders than this are a lattice or noise; its holes are not counted."""
PLANE_SHARE = 1e-3
"""A facet of a plain mesh counts as a plane from this share of the whole area on."""


def measure_features(design: Design, surface: Surface, facets: Facets) -> list[Measurement]:
    """Count and size what is cylindrical, flat, chamfered or rounded."""
    exact = bool(design.brep_faces) and surface.mesh.face_brep is not None
    if exact:
        pieces = exact_cylinders(surface, design.brep_faces)
        planes = _exact_planes(design, surface)
    else:
        pieces = fitted_cylinders(surface, facets)
        planes = _fitted_planes(facets, pieces, surface)
    if len(pieces) > MAX_CYLINDERS:
        return [planes]
    patches = patches_of(surface, facets)
    cylinders = merged(pieces)
    full = [each for each in cylinders if each.full]
    found = described(surface, patches, holes(surface, cylinders))
    found.sort(key=lambda hole: (hole.diameter_mm, *hole.narrowest.centre_mm))
    return [
        planes,
        Measurement("cylinder_count", float(len(full)), "", 0.0, _faces(full)),
        *_measure_holes(found),
        *measure_heads(surface, found, design.brep_faces if exact else ()),
        *measure_patterns(found, full),
        *measure_chamfers(surface, patches, found),
        *(
            measure_fillets(surface, patches, cylinders, design.brep_faces)
            if exact
            else measure_mesh_fillets(surface, facets, patches, cylinders)
        ),
    ]


def _measure_holes(found: list[Hole]) -> list[Measurement]:
    """Count the holes of each kind, and size each hole."""
    threads = [thread_matches(hole.diameter_mm, 2 * hole.narrowest.sigma_mm) for hole in found]
    fits = [{str(match.fit) for match in matches} for matches in threads]
    kinds = {
        "hole_count": found,
        "through_hole_count": [hole for hole in found if hole.through],
        "blind_hole_count": [hole for hole in found if not hole.through],
        "counterbore_count": [hole for hole in found if hole.counterbored],
        "countersink_count": [hole for hole in found if hole.countersunk],
        "thread_drill_count": _of_fit("tap drill", found, fits),
        "clearance_hole_count": _of_fit("clearance", found, fits),
    }
    measurements = [
        Measurement(quantity, float(len(chosen)), "", 0.0, _faces_of(chosen))
        for quantity, chosen in kinds.items()
    ]
    for hole in found:
        sigma, faces = hole.narrowest.sigma_mm, hole.faces
        measurements += [
            Measurement("hole_diameter", hole.diameter_mm, "mm", 2 * sigma, faces),
            Measurement("hole_depth", hole.depth_mm, "mm", sigma, faces),
        ]
    return measurements


def _of_fit(fit: str, found: list[Hole], fits: list[set[str]]) -> list[Hole]:
    return [hole for hole, known in zip(found, fits, strict=True) if fit in known]


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


def _faces(cylinders: list[Cylinder]) -> IntArray | None:
    if not cylinders:
        return None
    return np.unique(np.concatenate([each.faces for each in cylinders])).astype(np.int32)


def _faces_of(found: list[Hole]) -> IntArray | None:
    return np.unique(np.concatenate([hole.faces for hole in found])) if found else None
