"""Cylinders fitted to the curved walls of a mesh."""

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, IntArray
from mmdesign.measuring.cylinders import PARALLEL, Cylinder, cylinder_of, frame_of
from mmdesign.measuring.facets import Facets, components
from mmdesign.measuring.surface import Surface

MIN_FACETS = 4
MAX_PLANARITY = 2e-3
"""Normals of a cylinder lie in a plane: the least eigenvalue of their covariance."""
MAX_RESIDUAL = 0.03
"""Largest distance of a vertex from the fitted circle, in radii."""
MAX_DIRECTIONS = 12
"""So many directions of edges are tried to take a wall apart into cylinders."""
SHARED_LENGTH = 0.01
"""A direction is tried if this share of the length of a wall's inner edges runs along it."""
DIRECTION_BIN = 0.01
"""Components of unit directions that agree to this are looked at together."""
LEVEL = 0.02
"""The normals of a cylinder's facets have less of a share than this along its axis."""


def fitted_cylinders(surface: Surface, facets: Facets) -> list[Cylinder]:
    """Fit cylinders to the curved walls of a mesh.

    A wall is a cylinder if the normals of its facets lie in a plane and its vertices, seen
    along the axis, on a circle. Walls that are more than one cylinder, as where a bore runs
    smoothly into a cone or a fillet into the next, are taken apart.
    """
    walls = _Walls(surface, facets)
    found = []
    for wall in np.flatnonzero(walls.sizes >= MIN_FACETS):
        members = walls.members(int(wall))
        cylinder = _fitted_round(surface, facets, members, walls.faces(members))
        if cylinder is not None:
            found.append(cylinder)
        else:
            found += _taken_apart(surface, facets, walls, int(wall))
    return found


class _Walls:
    """The facets, faces and inner edges of each wall."""

    def __init__(self, surface: Surface, facets: Facets) -> None:
        self.sizes = np.bincount(facets.walls)
        numbers = np.arange(len(self.sizes) + 1)
        self._by_wall = np.argsort(facets.walls, kind="stable")
        self._starts = np.searchsorted(facets.walls[self._by_wall], numbers)
        self._by_facet = np.argsort(facets.of_face, kind="stable").astype(np.int32)
        self._face_starts = np.searchsorted(
            facets.of_face[self._by_facet], np.arange(len(facets.walls) + 1)
        )
        curved = np.flatnonzero(facets.curved)
        owner = facets.walls[facets.of_face[surface.pairs[curved, 0]]]
        order = np.argsort(owner, kind="stable")
        self._edges = curved[order]
        self._edge_starts = np.searchsorted(owner[order], numbers)

    def members(self, wall: int) -> NDArray[np.intp]:
        """Facets of a wall."""
        return self._by_wall[self._starts[wall] : self._starts[wall + 1]]

    def edges(self, wall: int) -> NDArray[np.intp]:
        """Edges between the facets of a wall."""
        return self._edges[self._edge_starts[wall] : self._edge_starts[wall + 1]]

    def faces(self, facets: NDArray[np.intp]) -> IntArray:
        """Faces of some facets."""
        starts, ends = self._face_starts[facets], self._face_starts[facets + 1]
        counts = ends - starts
        offsets = np.repeat(starts - np.r_[0, np.cumsum(counts)[:-1]], counts)
        return np.asarray(self._by_facet[offsets + np.arange(int(counts.sum()))])


def _fitted_round(
    surface: Surface, facets: Facets, members: NDArray[np.intp], faces: IntArray
) -> Cylinder | None:
    """Fit a cylinder to facets, or to the narrow ones among them."""
    cylinder = _fitted(surface, facets, members, faces)
    if cylinder is None:
        # Drop-shaped holes and slots: two flats run on from the round part.
        strips = members[_is_strip(facets, members)]
        if MIN_FACETS <= len(strips) < len(members):
            faces = faces[np.isin(facets.of_face[faces], strips)]
            cylinder = _fitted(surface, facets, strips, faces)
    return cylinder


def _taken_apart(surface: Surface, facets: Facets, walls: _Walls, wall: int) -> list[Cylinder]:
    """Find the cylinders within a wall by its parallel edges.

    The edges along a cylinder all run the same way; those of cones, spheres and free shapes
    do not.
    """
    edges = walls.edges(wall)
    ends = surface.mesh.vertices[surface.edges[edges]]
    along = ends[:, 1] - ends[:, 0]
    lengths = np.linalg.norm(along, axis=1)
    edges, along, lengths = edges[lengths > 0], along[lengths > 0], lengths[lengths > 0]
    along /= lengths[:, None]
    left = np.ones(len(edges), bool)
    found: list[Cylinder] = []
    for _ in range(MAX_DIRECTIONS):
        axis = _common_direction(along[left], lengths[left], SHARED_LENGTH * float(lengths.sum()))
        if axis is None:
            break
        parallel = left & (np.abs(along @ axis) > PARALLEL)
        left &= ~parallel
        pairs = facets.of_face[surface.pairs[edges[parallel]]]
        level = np.abs(facets.normals[pairs] @ axis).max(axis=1) < LEVEL
        numbers, index = np.unique(pairs[level], return_inverse=True)
        groups = components(len(numbers), index.reshape(-1, 2).astype(np.int32))
        for group in np.flatnonzero(np.bincount(groups) >= MIN_FACETS):
            members = numbers[groups == group].astype(np.intp)
            cylinder = _fitted_round(surface, facets, members, walls.faces(members))
            if cylinder is not None:
                found.append(cylinder)
    return found


def _common_direction(
    along: DoubleArray, lengths: DoubleArray, least_mm: float
) -> DoubleArray | None:
    """The direction in which the greatest length of edges runs; None below a least length."""
    if len(along) < MIN_FACETS:
        return None
    leading = along[np.arange(len(along)), np.abs(np.round(along, 2)).argmax(axis=1)]
    along = along * np.sign(leading)[:, None]
    bins = (np.round(along / DIRECTION_BIN).astype(np.int64) + 1000) @ np.array(
        [1, 4000, 16_000_000]
    )
    _, index = np.unique(bins, return_inverse=True)
    totals = np.bincount(index, lengths)
    best = int(np.argmax(totals))
    if totals[best] < least_mm or np.count_nonzero(index == best) < MIN_FACETS - 1:
        return None
    mean = (along * lengths[:, None])[index == best].sum(axis=0)
    return np.asarray(mean / np.linalg.norm(mean))


def _is_strip(facets: Facets, members: NDArray[np.intp]) -> NDArray[np.bool_]:
    areas = facets.areas_mm2[members]
    return np.asarray(areas <= 2 * np.median(areas))


def _common_axis(normals: DoubleArray, areas: DoubleArray) -> DoubleArray | None:
    weights = areas / areas.sum()
    eigenvalues, eigenvectors = np.linalg.eigh((normals * weights[:, None]).T @ normals)
    flat = eigenvalues[0] < MAX_PLANARITY and eigenvalues[1] > MAX_PLANARITY
    return np.asarray(eigenvectors[:, 0]) if flat else None


def _fitted(
    surface: Surface, facets: Facets, members: NDArray[np.intp], faces: IntArray
) -> Cylinder | None:
    axis = _common_axis(facets.normals[members], facets.areas_mm2[members])
    if axis is None:
        return None
    vertices = surface.mesh.vertices[np.unique(surface.mesh.faces[faces])]
    middle = vertices.mean(axis=0)
    axes, _ = frame_of(axis, middle)
    x, y = ((vertices - middle) @ axes)[:, :2].T
    # Circle through points, least squares in the coefficients (Kasa, 1976).
    system = np.stack([2 * x, 2 * y, np.ones_like(x)], axis=1)
    (centre_x, centre_y, rest), *_ = np.linalg.lstsq(system, x**2 + y**2, rcond=None)
    radius = float(np.sqrt(max(rest + centre_x**2 + centre_y**2, 0)))
    residuals = np.abs(np.hypot(x - centre_x, y - centre_y) - radius)
    if radius <= 0 or residuals.max() > MAX_RESIDUAL * radius:
        return None
    origin = middle + axes[:, 0] * centre_x + axes[:, 1] * centre_y
    cylinder = cylinder_of(surface, faces, frame_of(axis, origin), radius, 0.0)
    # Vertices usually lie on the true circle, but a mesher may also put them outside it.
    turn = np.radians(max(cylinder.sweep_deg, 1.0)) / len(members)
    arrow = radius * (1 - np.cos(min(turn, np.pi / 4) / 2))
    sigma = float(np.hypot(arrow / 4, residuals.std()))
    return cylinder_of(surface, faces, frame_of(axis, origin), radius, sigma)
