"""The surfaces that a skin is made of, exact or fitted, and how they border on each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, IntArray
from mmdesign.measuring.facets import Facets
from mmdesign.measuring.surface import Surface, summed


@dataclass(frozen=True, slots=True)
class Patches:
    """A skin cut into surfaces: the faces of a CAD solid, or the walls of a mesh."""

    of_face: IntArray
    """(F,)"""
    count: int
    areas_mm2: DoubleArray
    """(patches,)"""
    normals: DoubleArray
    """(patches, 3) unit mean; short of meaning where a patch closes on itself."""
    flatness: DoubleArray
    """(patches,) length of the mean of the unit normals: 1 for a plane."""
    order: IntArray
    """(F,) faces, sorted by patch."""
    starts: NDArray[np.intp]
    """(patches + 1,) where in `order` each patch starts."""
    borders: IntArray
    """(B,) which of the surface's shared edges lie between two patches."""

    def faces(self, patch: int) -> IntArray:
        """Faces of one patch."""
        return self.order[self.starts[patch] : self.starts[patch + 1]]


def patches_of(surface: Surface, facets: Facets) -> Patches:
    """Cut a skin into its exact faces, or without them into flats and curved walls."""
    exact = surface.mesh.face_brep
    of_face = facets.walls[facets.of_face] if exact is None else exact
    of_face = of_face.astype(np.int32)
    count = int(of_face.max()) + 1
    areas = summed(of_face, surface.areas_mm2, count)
    sums = np.stack(
        [summed(of_face, surface.normals[:, axis] * surface.areas_mm2, count) for axis in range(3)],
        axis=1,
    )
    lengths = np.linalg.norm(sums, axis=1)
    tiny = np.finfo(float).tiny
    order = np.argsort(of_face, kind="stable").astype(np.int32)
    first, second = of_face[surface.pairs].T
    return Patches(
        of_face,
        count,
        areas,
        sums / np.maximum(lengths, tiny)[:, None],
        lengths / np.maximum(areas, tiny),
        order,
        np.searchsorted(of_face[order], np.arange(count + 1)),
        np.flatnonzero(first != second).astype(np.int32),
    )
