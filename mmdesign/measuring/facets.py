"""Flat facets of a mesh, and the strips of facets that approximate curved surfaces."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from mmdesign.domain import DoubleArray, IntArray
from mmdesign.measuring.surface import FLAT_DEG, SMOOTH_DEG, Surface, summed

STRIP_RATIO = 4.0
"""Facets of one curved wall are about equally wide: not more than this from one to the next."""


@dataclass(frozen=True, slots=True)
class Facets:
    """A mesh cut into flat facets, and these joined to curved walls."""

    of_face: IntArray
    """(F,) facet of each face."""
    normals: DoubleArray
    """(facets, 3) unit."""
    areas_mm2: DoubleArray
    """(facets,)"""
    walls: IntArray
    """(facets,) which wall a facet belongs to; a plane is a wall of its own."""
    curved: NDArray[np.bool_]
    """(E,) which of the surface's shared edges lie within a curved wall."""


def components(count: int, pairs: IntArray) -> IntArray:
    """Number the connected components of count things, some pairs of which belong together."""
    graph = coo_array((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), (count, count))
    return np.asarray(connected_components(graph, directed=False)[1], np.int32)


def facets_of(surface: Surface) -> Facets:
    """Join coplanar faces to facets, and facets of one curved surface to walls."""
    bends = np.abs(surface.bends_deg)
    flat = bends < FLAT_DEG
    of_face = components(len(surface.areas_mm2), surface.pairs[flat])
    count = int(of_face.max()) + 1
    areas = summed(of_face, surface.areas_mm2, count)
    normals = np.stack(
        [summed(of_face, surface.normals[:, axis] * surface.areas_mm2, count) for axis in range(3)],
        axis=1,
    )
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), np.finfo(float).tiny)
    curved = ~flat & (bends < SMOOTH_DEG)
    pairs = of_face[surface.pairs[curved]]
    widths = _widths(surface, of_face, areas, flat)
    ratio = widths[pairs].max(axis=1) / np.maximum(widths[pairs].min(axis=1), 1e-12)
    strips = ratio < STRIP_RATIO
    walls = components(count, pairs[strips])
    curved[curved] = strips
    return Facets(of_face, normals, areas, walls, curved)


def chord_errors_mm(surface: Surface, facets: Facets) -> DoubleArray:
    """How far each flat face may lie off the curved surface that it approximates.

    The arrow height of the arc across a face that bends smoothly into its neighbours, summed
    over its edges since a sphere bends both ways; 0 for faces that only meet others at sharp
    edges or in one plane.

    Returns:
        (F,) mm.
    """
    errors = np.zeros(len(surface.areas_mm2))
    bends = np.radians(np.abs(surface.bends_deg[facets.curved]))
    lengths = np.maximum(surface.edge_lengths_mm[facets.curved], np.finfo(float).tiny)
    pairs = surface.pairs[facets.curved]
    half_widths = surface.areas_mm2[pairs].min(axis=1) / lengths
    # A strip of width w that turns by b has an arrow height of w/2 tan(b/4).
    heights = half_widths * np.tan(bends / 4)
    np.add.at(errors, pairs, heights[:, None])
    return errors


def _widths(
    surface: Surface, of_face: IntArray, areas: DoubleArray, flat: NDArray[np.bool_]
) -> DoubleArray:
    """About how wide each facet is: twice its area over its perimeter."""
    borders = surface.pairs[~flat]
    lengths = np.repeat(surface.edge_lengths_mm[~flat], 2)
    perimeters = summed(of_face[borders.ravel()], lengths, len(areas))
    # A facet without borders is a whole flat sheet; its width does not matter.
    return np.asarray(2 * areas / np.where(perimeters > 0, perimeters, np.inf))
