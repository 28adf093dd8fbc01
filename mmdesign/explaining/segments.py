"""The faces of a mesh in groups that a designer would name as one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import IntArray, Mesh
from mmdesign.measuring.facets import components
from mmdesign.measuring.surface import Surface, summed, surface_of

SEGMENT_DEG = 25.0
"""Faces that meet at less than this belong to one segment."""
SIMPLE_SPREAD = 0.02
"""Normals of planes, cylinders and cones vary in a plane: least eigenvalue of their covariance."""
SMALL_SHARE = 0.05
"""A segment of at most this share of the area is one feature, whatever its form."""
CELLS = 32
"""Free-form segments are averaged over cells of this fraction of the longest side."""


@dataclass(frozen=True, slots=True)
class Segments:
    """The faces of a mesh in groups that a designer would name as one: a wall, a hole, a rib."""

    of_face: IntArray
    """(F,) segment of each face."""
    simple: NDArray[np.bool_]
    """(segments,) whether it is one plane, cylinder, cone or small feature."""
    cells: IntArray
    """(F,) faces of one segment that lie close together have the same number."""


def segments(mesh: Mesh) -> Segments:
    """Group the faces: by CAD face where known, else by where the surface bends sharply."""
    surface = surface_of(mesh)
    if mesh.face_brep is not None:
        labels = mesh.face_part.astype(np.int64) * (int(mesh.face_brep.max()) + 2) + mesh.face_brep
        of_face = np.unique(labels, return_inverse=True)[1].astype(np.int32)
        simple = np.ones(int(of_face.max()) + 1, bool)
    else:
        smooth = np.abs(surface.bends_deg) < SEGMENT_DEG
        of_face = components(len(mesh.faces), surface.pairs[smooth])
        simple = _simple(surface, of_face)
    centres = mesh.vertices[mesh.faces].mean(axis=1)
    spacing = max(float(np.ptp(centres, axis=0).max()) / CELLS, 1e-12)
    places = np.clip((centres - centres.min(axis=0)) / spacing, 0, CELLS).astype(np.int64)
    numbers = places @ np.array([(CELLS + 1) ** 2, CELLS + 1, 1]) + of_face * (CELLS + 1) ** 3
    return Segments(of_face, simple, np.unique(numbers, return_inverse=True)[1].astype(np.int32))


def _simple(surface: Surface, of_face: IntArray) -> NDArray[np.bool_]:
    count = int(of_face.max()) + 1
    normals, areas = surface.normals, surface.areas_mm2
    totals = np.maximum(summed(of_face, areas, count), np.finfo(float).tiny)
    means = [summed(of_face, areas * normals[:, axis], count) / totals for axis in range(3)]
    covariances = np.empty((count, 3, 3))
    for row, column in np.ndindex(3, 3):
        products = summed(of_face, areas * normals[:, row] * normals[:, column], count)
        covariances[:, row, column] = products / totals - means[row] * means[column]
    developable = np.linalg.eigvalsh(covariances)[:, 0] < SIMPLE_SPREAD
    return np.asarray(developable | (totals <= SMALL_SHARE * areas.sum()))
