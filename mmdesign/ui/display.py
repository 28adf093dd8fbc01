"""The mesh as a browser can bear it: welded, thinned, with heat and evidence carried over."""

from dataclasses import dataclass

import numpy as np

from mmdesign.domain import DoubleArray, FloatArray, IntArray, Mesh

MAX_FACES = 50_000
WELD = 1e-6
"""Vertices closer than this share of the diagonal are one: STL repeats each of them."""
CREASE_DEG = 30.0
MAX_EDGES = 40_000


@dataclass(frozen=True, slots=True)
class DisplayMesh:
    """A mesh to look at; every face knows which face of the real mesh it shows."""

    vertices: FloatArray
    """(number of vertices, 3) mm."""
    faces: IntArray
    """(G, 3), at most MAX_FACES."""
    source_face: IntArray
    """(G,) face of the real mesh."""
    cluster_of_vertex: IntArray
    """(vertices of the real mesh,) display vertex that each became."""
    source_faces: IntArray
    """(F, 3) faces of the real mesh."""
    creases: FloatArray
    """(edges, 2, 3) end points of sharp and open edges, mm."""

    def heat(self, values: FloatArray) -> FloatArray:
        """Carry heat over.

        Args:
            values: (F,) on the real mesh, NaN where unseen.

        Returns:
            (G,) on the display mesh.
        """
        return np.asarray(values[self.source_face], np.float32)

    def shown(self, faces: IntArray) -> IntArray:
        """Display faces for given faces of the real mesh, even where thinning ate them."""
        chosen = np.isin(self.source_face, faces)
        if not chosen.any() and len(faces):
            touched = np.unique(self.cluster_of_vertex[self.source_faces[faces]])
            chosen = np.isin(self.faces, touched).sum(axis=1) > 0
        return np.flatnonzero(chosen).astype(np.int32)


def display_mesh(mesh: Mesh, max_faces: int = MAX_FACES) -> DisplayMesh:
    """Weld a mesh and, when it has more faces than a browser likes, cluster its vertices.

    Clustering keeps each surviving face tied to one real face, which is what lets heat and
    evidence travel with it; a quadric simplifier would lose that tie.
    """
    size = WELD * max(float(np.linalg.norm(np.ptp(mesh.vertices, axis=0))), 1e-9)
    thinned = _clustered(mesh, size)
    # From the whole mesh: clustering bends the surface a little, which would look like edges.
    creases = _creases(thinned[0], thinned[1])
    if len(thinned[1]) > max_faces:
        size = np.sqrt(2.0 * _area(mesh) / max_faces)
    while len(thinned[1]) > max_faces:
        thinned = _clustered(mesh, size)
        size *= 1.2
    vertices, faces, source_face, cluster_of_vertex = thinned
    return DisplayMesh(
        vertices=vertices.astype(np.float32),
        faces=faces,
        source_face=source_face,
        cluster_of_vertex=cluster_of_vertex,
        source_faces=mesh.faces,
        creases=creases,
    )


def _clustered(mesh: Mesh, size: float) -> tuple[DoubleArray, IntArray, IntArray, IntArray]:
    cells = np.floor((mesh.vertices - mesh.vertices.min(axis=0)) / size + 0.5).astype(np.int64)
    span = cells.max(axis=0) + 1
    keys = (cells[:, 0] * span[1] + cells[:, 1]) * span[2] + cells[:, 2]
    _, cluster, members = np.unique(keys, return_inverse=True, return_counts=True)
    vertices = np.stack(
        [np.bincount(cluster, mesh.vertices[:, axis]) / members for axis in range(3)], axis=1
    )
    faces = cluster[mesh.faces]
    whole = (
        (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    )
    kept = np.flatnonzero(whole)
    _, first = np.unique(np.sort(faces[kept], axis=1), axis=0, return_index=True)
    kept = kept[np.sort(first)]
    return (
        vertices,
        faces[kept].astype(np.int32),
        kept.astype(np.int32),
        cluster.astype(np.int32),
    )


def _normals(vertices: DoubleArray, faces: IntArray) -> DoubleArray:
    corners = vertices[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.asarray(normals, np.float64)


def _area(mesh: Mesh) -> float:
    return float(np.linalg.norm(_normals(mesh.vertices, mesh.faces), axis=1).sum() / 2)


def _creases(vertices: DoubleArray, faces: IntArray) -> FloatArray:
    """Edges where the surface turns by more than CREASE_DEG, or ends: the lines of a drawing.

    Of a scan there may be too many; the longest then say most.
    """
    normals = _normals(vertices, faces)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    edges = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1).astype(np.int64)
    keys = edges[:, 0] * len(vertices) + edges[:, 1]
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], order // 3
    same = keys[1:] == keys[:-1]
    turn = np.einsum("ij,ij->i", normals[owner[1:]], normals[owner[:-1]])
    smooth = same & (turn > np.cos(np.radians(CREASE_DEG)))
    paired = np.zeros(len(keys), bool)
    paired[1:] |= smooth
    paired[:-1] |= smooth
    sharp = np.unique(keys[~paired])
    lines = vertices[np.stack([sharp // len(vertices), sharp % len(vertices)], axis=1)]
    longest = np.argsort(-np.linalg.norm(lines[:, 0] - lines[:, 1], axis=1))[:MAX_EDGES]
    return np.asarray(lines[longest], np.float32)
