"""What keeps a mesh from being the skin of a solid: gaps, knots, flips, slivers, piercings."""

import numpy as np

from mmdesign.domain import DoubleArray, IntArray, Measurement
from mmdesign.measuring.facets import components
from mmdesign.measuring.rays import Rays
from mmdesign.measuring.surface import Surface, summed

SLIVER = 1e-7
"""A triangle is degenerate if its area is below this share of its longest side squared."""
PIERCED_EDGES = 20_000
EDGE_MARGIN = 1e-3
"""Both ends of an edge are left out, in edge lengths: the faces around them touch it there."""
GRAZING = 1e-3
"""Sine of the angle below which an edge runs along a face rather than through it."""


def measure_health(surface: Surface) -> list[Measurement]:
    """Count open and crowded edges, degenerate triangles and triangles that are inside out."""
    crowded, crowded_faces = surface.torn.crowded_faces
    slivers = _slivers(surface)
    flipped = _flipped(surface)
    open_faces = surface.torn.open_faces
    return [
        Measurement("open_edge_count", float(len(open_faces)), "", 0.0, np.unique(open_faces)),
        Measurement("nonmanifold_edge_count", float(crowded), "", 0.0, crowded_faces),
        Measurement("degenerate_face_count", float(len(slivers)), "", 0.0, slivers),
        Measurement("flipped_face_count", float(len(flipped)), "", 0.0, flipped),
    ]


def measure_piercings(surface: Surface, rays: Rays) -> Measurement:
    """Count the edges that run through another face of the same part.

    Every edge of small meshes is looked at, a sample of those of large ones. Only the first face
    along an edge is seen, so that the count is a lower bound; 0 means that none was found.
    """
    count = len(surface.edges)
    every = max(1, -(-count // PIERCED_EDGES))
    chosen = np.arange(0, count, every)
    ends = surface.mesh.vertices[surface.edges[chosen]]
    lengths = np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1)
    usable = lengths > 1e-6 * rays.radius_mm
    chosen, ends, lengths = chosen[usable], ends[usable], lengths[usable]
    along = (ends[:, 1] - ends[:, 0]) / lengths[:, None]
    reaches, hit = rays.first_hits(ends[:, 0] + EDGE_MARGIN * lengths[:, None] * along, along)
    inside = (hit >= 0) & (reaches < (1 - 2 * EDGE_MARGIN) * lengths)
    pierced = inside.copy()
    pierced[inside] = _pass_through(surface, chosen[inside], along[inside], hit[inside])
    faces = np.unique(np.r_[hit[pierced], surface.pairs[chosen[pierced]].ravel()]).astype(np.int32)
    total = float(pierced.sum()) * every
    sigma = 0.0 if every == 1 else float(np.sqrt(pierced.sum())) * every
    return Measurement("self_intersection_count", total, "", sigma, faces)


def _pass_through(surface: Surface, edges: IntArray, along: DoubleArray, hit: IntArray) -> IntArray:
    """Which edges run through the face they hit, rather than touch one that is their neighbour."""
    corners = surface.mesh.faces[hit]
    touching = (corners[:, :, None] == surface.edges[edges][:, None, :]).any(axis=(1, 2))
    steep = np.abs(np.einsum("ij,ij->i", along, surface.normals[hit])) > GRAZING
    part = surface.mesh.face_part
    return np.asarray(~touching & steep & (part[hit] == part[surface.pairs[edges, 0]]))


def _slivers(surface: Surface) -> IntArray:
    corners = surface.mesh.vertices[surface.mesh.faces]
    sides = corners - np.roll(corners, -1, axis=1)
    longest = np.einsum("ijk,ijk->ij", sides, sides).max(axis=1)
    return np.flatnonzero(surface.areas_mm2 <= SLIVER * longest).astype(np.int32)


def _flipped(surface: Surface) -> IntArray:
    """The smaller share, by area, of the faces of a shell that do not agree with the rest."""
    twisted = surface.torn.twisted_pairs
    if not len(twisted):
        return np.empty(0, np.int32)
    count = len(surface.areas_mm2)
    # Each face once as it is and once turned: neighbours that agree are joined alike with alike,
    # those that disagree crosswise. A face's two sides then lie in two orientations of its shell.
    pairs = np.concatenate(
        [
            surface.pairs,
            surface.pairs + count,
            twisted + np.array([0, count]),
            twisted + np.array([count, 0]),
        ]
    )
    labels = components(2 * count, pairs.astype(np.int32))
    areas = summed(labels[:count], surface.areas_mm2, int(labels.max()) + 1)
    return np.flatnonzero(areas[labels[:count]] < areas[labels[count:]]).astype(np.int32)
