"""Cylindrical walls, from exact CAD faces or fitted to a mesh, and the holes they make."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import BrepFace, DoubleArray, IntArray
from mmdesign.measuring.facets import Facets, components
from mmdesign.measuring.surface import Surface

SECTORS = 72
"""Directions around an axis are told apart in steps of 360 / SECTORS degrees."""
FULL_DEG = 260.0
"""A cylinder that goes around at least this far is a hole or a boss, not a fillet. The drop-shaped
holes of printed parts have 270 degrees."""
MIN_FACETS = 4
MAX_PLANARITY = 2e-3
"""Normals of a cylinder lie in a plane: the least eigenvalue of their covariance."""
MAX_RESIDUAL = 0.03
"""Largest distance of a vertex from the fitted circle, in radii."""


@dataclass(frozen=True, slots=True)
class Cylinder:
    """One cylindrical wall, or a part of one."""

    axis: DoubleArray
    """(3,) unit direction, its largest component positive."""
    centre_mm: DoubleArray
    """(3,) the point on the axis nearest to the origin."""
    radius_mm: float
    concave: bool
    """Material outside, air inside: a hole or an inner fillet."""
    span_mm: tuple[float, float]
    """From where to where it reaches along its axis."""
    sectors: NDArray[np.bool_]
    """(SECTORS,) directions around the axis in which there is wall."""
    faces: IntArray
    part: int
    sigma_mm: float
    """Standard error of the radius."""

    @property
    def sweep_deg(self) -> float:
        """How far it goes around."""
        return float(self.sectors.mean()) * 360


def exact_cylinders(surface: Surface, brep_faces: tuple[BrepFace, ...]) -> list[Cylinder]:
    """Take the cylinders from the CAD faces; the mesh tells which way they are curved."""
    face_brep = surface.mesh.face_brep
    if face_brep is None:
        return []
    order = np.argsort(face_brep, kind="stable").astype(np.int32)
    ends = np.searchsorted(face_brep[order], np.arange(len(brep_faces) + 1))
    found = []
    for index, brep in enumerate(brep_faces):
        faces = order[ends[index] : ends[index + 1]]
        if brep.kind == "cylinder" and brep.radius_mm and len(faces):
            frame = _frame(np.asarray(brep.axis, float), np.asarray(brep.origin_mm, float))
            found.append(_cylinder(surface, faces, frame, brep.radius_mm, 0.0))
    return found


def fitted_cylinders(surface: Surface, facets: Facets) -> list[Cylinder]:
    """Fit cylinders to the curved walls of a mesh.

    A wall is a cylinder if the normals of its facets lie in a plane and its vertices, seen
    along the axis, on a circle.
    """
    sizes = np.bincount(facets.walls)
    wall_of_face = facets.walls[facets.of_face]
    order = np.argsort(wall_of_face, kind="stable").astype(np.int32)
    starts = np.searchsorted(wall_of_face[order], np.arange(len(sizes) + 1))
    by_wall = np.argsort(facets.walls, kind="stable")
    facet_starts = np.searchsorted(facets.walls[by_wall], np.arange(len(sizes) + 1))
    found = []
    for wall in np.flatnonzero(sizes >= MIN_FACETS):
        members = by_wall[facet_starts[wall] : facet_starts[wall + 1]]
        faces = order[starts[wall] : starts[wall + 1]]
        cylinder = _fitted(surface, facets, members, faces)
        if cylinder is None:
            # Drop-shaped holes and slots: two flats run on from the round part.
            strips = members[_is_strip(facets, members)]
            if MIN_FACETS <= len(strips) < len(members):
                faces = faces[np.isin(facets.of_face[faces], strips)]
                cylinder = _fitted(surface, facets, strips, faces)
        if cylinder is not None:
            found.append(cylinder)
    return found


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
    axes, _ = _frame(axis, middle)
    x, y = ((vertices - middle) @ axes)[:, :2].T
    # Circle through points, least squares in the coefficients (Kasa, 1976).
    system = np.stack([2 * x, 2 * y, np.ones_like(x)], axis=1)
    (centre_x, centre_y, rest), *_ = np.linalg.lstsq(system, x**2 + y**2, rcond=None)
    radius = float(np.sqrt(max(rest + centre_x**2 + centre_y**2, 0)))
    residuals = np.abs(np.hypot(x - centre_x, y - centre_y) - radius)
    if radius <= 0 or residuals.max() > MAX_RESIDUAL * radius:
        return None
    origin = middle + axes[:, 0] * centre_x + axes[:, 1] * centre_y
    cylinder = _cylinder(surface, faces, _frame(axis, origin), radius, 0.0)
    # Vertices usually lie on the true circle, but a mesher may also put them outside it.
    turn = np.radians(max(cylinder.sweep_deg, 1.0)) / len(members)
    arrow = radius * (1 - np.cos(min(turn, np.pi / 4) / 2))
    sigma = float(np.hypot(arrow / 4, residuals.std()))
    return _cylinder(surface, faces, _frame(axis, origin), radius, sigma)


def _frame(axis: DoubleArray, origin: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
    """Two directions across an axis and the axis itself as columns, and a point on the axis.

    The same line always gets the same frame, so that sectors of several walls can be joined.
    """
    axis = axis / np.linalg.norm(axis)
    axis = axis * np.sign(axis[np.argmax(np.abs(np.round(axis, 6)))])
    across = np.cross(axis, np.eye(3)[np.argmin(np.abs(np.round(axis, 6)))])
    across /= np.linalg.norm(across)
    axes = np.stack([across, np.cross(axis, across), axis], axis=1)
    return axes, origin - axis * float(origin @ axis)


def _cylinder(
    surface: Surface,
    faces: IntArray,
    frame: tuple[DoubleArray, DoubleArray],
    radius_mm: float,
    sigma_mm: float,
) -> Cylinder:
    axes, centre = frame
    corners = (surface.mesh.vertices[surface.mesh.faces[faces]] - centre) @ axes  # (N, 3, 3)
    outward = corners.mean(axis=1)[:, :2]
    turned = (surface.normals[faces] @ axes)[:, :2]
    facing = float((surface.areas_mm2[faces] * (outward * turned).sum(axis=1)).sum())
    return Cylinder(
        axes[:, 2],
        centre,
        radius_mm,
        facing < 0,
        (float(corners[..., 2].min()), float(corners[..., 2].max())),
        _sectors(corners),
        faces,
        int(surface.mesh.face_part[faces[0]]),
        sigma_mm,
    )


def _sectors(corners: DoubleArray) -> NDArray[np.bool_]:
    angles = np.arctan2(corners[..., 1], corners[..., 0]) / (2 * np.pi) * SECTORS
    # Unwrap each triangle around its first corner.
    relative = (angles - angles[:, :1] + SECTORS / 2) % SECTORS - SECTORS / 2
    start = np.round(angles[:, 0] + relative.min(axis=1)).astype(int)
    steps = np.round(angles[:, 0] + relative.max(axis=1)).astype(int) - start
    marks = np.zeros(3 * SECTORS + 1, int)
    np.add.at(marks, start % SECTORS, 1)
    np.add.at(marks, start % SECTORS + steps, -1)
    covered = np.cumsum(marks)[: 3 * SECTORS] > 0
    return np.asarray(covered.reshape(3, SECTORS).any(axis=0))


def merged(cylinders: list[Cylinder]) -> list[Cylinder]:
    """Join the pieces of what is one cylinder: same axis, radius and side, touching in length."""
    groups = _groups(cylinders, same_radius=True)
    return [_joined([cylinders[index] for index in group]) for group in groups]


def holes(cylinders: list[Cylinder]) -> list[list[Cylinder]]:
    """Group the full concave cylinders to holes; a counterbored hole is one hole.

    Args:
        cylinders: Merged cylinders.

    Returns:
        For each hole its cylinders, the narrowest first.
    """
    bores = [each for each in cylinders if each.concave and each.sweep_deg >= FULL_DEG]
    return [
        sorted((bores[index] for index in group), key=lambda bore: bore.radius_mm)
        for group in _groups(bores, same_radius=False)
    ]


def _groups(cylinders: list[Cylinder], same_radius: bool) -> list[list[int]]:
    count = len(cylinders)
    if not count:
        return []
    axes = np.stack([each.axis for each in cylinders])
    centres = np.stack([each.centre_mm for each in cylinders])
    radii = np.array([each.radius_mm for each in cylinders])
    spans = np.array([each.span_mm for each in cylinders])
    sides = np.array([(each.part, each.concave) for each in cylinders])
    pairs: list[tuple[int, int]] = []
    for index in range(count - 1):
        rest = slice(index + 1, None)
        radius, other = radii[index], radii[rest]
        near = np.minimum(radius, other)
        alike = np.abs(axes[rest] @ axes[index]) > 0.9998
        alike &= np.linalg.norm(centres[rest] - centres[index], axis=1) < 0.05 * near
        apart = np.maximum(spans[rest, 0], spans[index, 0]) - np.minimum(
            spans[rest, 1], spans[index, 1]
        )
        alike &= apart < (0.1 * near if same_radius else 0.5 * np.maximum(radius, other))
        alike &= (sides[rest] == sides[index]).all(axis=1)
        if same_radius:
            alike &= np.abs(other - radius) < 0.01 * near
        pairs.extend((index, index + 1 + int(other)) for other in np.flatnonzero(alike))
    labels = components(count, np.array(pairs, np.int32).reshape(-1, 2))
    return [np.flatnonzero(labels == label).tolist() for label in range(int(labels.max()) + 1)]


def _joined(pieces: list[Cylinder]) -> Cylinder:
    largest = max(pieces, key=lambda piece: len(piece.faces))
    return Cylinder(
        largest.axis,
        largest.centre_mm,
        float(np.mean([piece.radius_mm for piece in pieces])),
        largest.concave,
        (
            min(piece.span_mm[0] for piece in pieces),
            max(piece.span_mm[1] for piece in pieces),
        ),
        np.any([piece.sectors for piece in pieces], axis=0),
        np.concatenate([piece.faces for piece in pieces]),
        largest.part,
        max(piece.sigma_mm for piece in pieces),
    )
