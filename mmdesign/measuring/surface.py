"""What many measurements need to know about a mesh: areas, normals, and how faces meet."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, IntArray, Mesh

SMOOTH_DEG = 32.0
"""Faces that meet at less than this may approximate one curved surface."""
FLAT_DEG = 0.3
"""Faces that meet at less than this are one flat facet."""


@dataclass(frozen=True, slots=True)
class TornEdges:
    """The edges that keep a mesh from being the skin of a solid, by the faces that have them."""

    open_faces: IntArray
    """(open edges,) the only face at each."""
    crowded_faces: tuple[int, IntArray]
    """Number of edges of more than two faces, and all the faces at them."""
    twisted_pairs: IntArray
    """(T, 2) neighbours that disagree on which side is outside."""


@dataclass(frozen=True, slots=True)
class Surface:
    """A mesh with its normals turned outwards and its faces joined along their edges."""

    mesh: Mesh
    normals: DoubleArray
    """(F, 3) unit normals; parts that were inside out are turned."""
    areas_mm2: DoubleArray
    """(F,)"""
    pairs: IntArray
    """(E, 2) faces that share an edge with exactly one other face."""
    bends_deg: DoubleArray
    """(E,) angle between their normals: positive over a ridge, negative along a groove."""
    edges: IntArray
    """(E, 2) vertex numbers of the shared edges."""
    part_volumes_mm3: DoubleArray
    """(parts,) volume of each part; only meaningful where the part is closed."""
    closed_parts: NDArray[np.bool_]
    """(parts,) whether every edge of the part is shared, and all faces agree on outside."""
    open_share: float
    """Share of all edges at which the mesh is open or its faces disagree."""
    torn: TornEdges
    diagonal_mm: float
    """Length of the diagonal of the box around the mesh."""

    @property
    def closed(self) -> bool:
        """Whether all parts are closed."""
        return bool(self.closed_parts.all())

    @property
    def edge_lengths_mm(self) -> DoubleArray:
        """Length of each shared edge, (E,)."""
        ends = self.mesh.vertices[self.edges]
        return np.asarray(np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1))


def surface_of(mesh: Mesh) -> Surface:
    """Work out how the faces of a mesh meet."""
    corners = mesh.vertices[mesh.faces]  # (F, 3, 3)
    crosses = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    doubled = np.linalg.norm(crosses, axis=1)
    volumes = _part_volumes(mesh, corners)
    outward = np.where(volumes < 0, -1.0, 1.0)[mesh.face_part]
    normals = crosses * (outward / np.maximum(doubled, np.finfo(float).tiny))[:, None]

    diagonal_mm = float(np.linalg.norm(np.ptp(corners.reshape(-1, 3), axis=0)))
    faces, slots, starts, counts, balanced = _grouped_edges(mesh)
    torn = np.repeat(~balanced, counts)
    closed = np.ones(len(volumes), bool)
    closed[mesh.face_part[faces[torn]]] = False
    first = starts[(counts == 2) & balanced]
    pairs = np.stack([faces[first], faces[first + 1]], axis=1)
    edges = _edge_ends(mesh, faces[first], slots[first])
    opposite = mesh.vertices[mesh.faces[faces[first + 1], (slots[first + 1] + 2) % 3]]
    apart = np.linalg.norm(normals[pairs[:, 0]] - normals[pairs[:, 1]], axis=1)
    bends = np.degrees(2 * np.arcsin(np.minimum(apart / 2, 1)))
    rises = np.einsum("ij,ij->i", normals[pairs[:, 0]], opposite - mesh.vertices[edges[:, 0]])
    return Surface(
        mesh, normals, doubled / 2, pairs, np.where(rises > 0, -bends, bends), edges,
        np.abs(volumes), closed, float(torn.mean()), _torn_edges(faces, starts, counts, balanced),
        diagonal_mm,
    )  # fmt: skip


def _torn_edges(
    faces: IntArray, starts: IntArray, counts: IntArray, balanced: NDArray[np.bool_]
) -> TornEdges:
    twisted = starts[(counts == 2) & ~balanced]
    crowded = counts > 2
    return TornEdges(
        faces[starts[counts == 1]],
        (int(crowded.sum()), np.unique(faces[np.repeat(crowded, counts)])),
        np.stack([faces[twisted], faces[twisted + 1]], axis=1),
    )


def summed(labels: IntArray, values: DoubleArray, count: int) -> DoubleArray:
    """Sum the values that carry each of count labels."""
    return np.asarray(np.bincount(labels, values, count), float)


def _part_volumes(mesh: Mesh, corners: DoubleArray) -> DoubleArray:
    centred = corners - corners.mean(axis=(0, 1))
    sixfold = np.einsum("ij,ij->i", centred[:, 0], np.cross(centred[:, 1], centred[:, 2]))
    return summed(mesh.face_part, sixfold / 6, int(mesh.face_part.max()) + 1)


def _grouped_edges(
    mesh: Mesh,
) -> tuple[IntArray, IntArray, IntArray, IntArray, NDArray[np.bool_]]:
    """Sort all face sides by edge.

    Returns:
        For each side, sorted: its face, and its slot 0-2 in the face. For each edge: its first
        side, its number of sides, and whether its sides run both ways equally often.
    """
    start, end = mesh.faces.ravel(), np.roll(mesh.faces, -1, axis=1).ravel()
    count = np.int64(len(mesh.vertices))
    part = np.repeat(mesh.face_part, 3).astype(np.int64)
    key = (part * count + np.minimum(start, end)) * count + np.maximum(start, end)
    order = np.argsort(key, kind="stable")
    key = key[order]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    counts = np.diff(np.r_[starts, len(key)])
    ways = np.where(start < end, 1, -1)[order]
    balanced = np.add.reduceat(ways, starts) == 0
    faces, slots = (order // 3).astype(np.int32), (order % 3).astype(np.int32)
    return faces, slots, starts.astype(np.int32), counts.astype(np.int32), balanced


def _edge_ends(mesh: Mesh, faces: IntArray, slots: IntArray) -> IntArray:
    return np.stack([mesh.faces[faces, slots], mesh.faces[faces, (slots + 1) % 3]], axis=1)
