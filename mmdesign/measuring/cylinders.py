"""Cylindrical walls, where they join, and the holes they make."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import BrepFace, DoubleArray, IntArray
from mmdesign.measuring.facets import components
from mmdesign.measuring.surface import Surface

SECTORS = 72
"""Directions around an axis are told apart in steps of 360 / SECTORS degrees."""
FULL_DEG = 260.0
"""A cylinder that goes around at least this far is a hole or a boss, not a fillet. The drop-shaped
holes of printed parts have 270 degrees."""
FULL_FITTED_DEG = 235.0
"""The same for cylinders of meshes, whose first and last strips may be lost in the flats."""
PARALLEL = 0.9998
"""Cosine above which two axes are one direction."""
SEAM_MM = 0.1
SEAM_RATIO = 20.0
"""Narrower than 0.1 mm and this many times as long: no drill, a seam of the model."""
RUN_ON_GAP = 4.0
"""Two bores on one axis may be one hole over a gap of so many radii of the wider one."""
RUN_ON_RATIO = 3.0
""" ... if the wider one is no wider than this, in radii of the narrower one."""


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

    @property
    def full(self) -> bool:
        """Whether it goes far enough around to be a hole or a boss."""
        return self.sweep_deg >= (FULL_DEG if self.sigma_mm == 0 else FULL_FITTED_DEG)

    @property
    def length_mm(self) -> float:
        """How far it reaches along its axis."""
        return self.span_mm[1] - self.span_mm[0]

    @property
    def frame(self) -> tuple[DoubleArray, DoubleArray]:
        """Two directions across the axis and the axis as columns (3, 3), and a point on it."""
        return frame_of(self.axis, self.centre_mm)


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
            frame = frame_of(np.asarray(brep.axis, float), np.asarray(brep.origin_mm, float))
            found.append(cylinder_of(surface, faces, frame, brep.radius_mm, 0.0))
    return found


def frame_of(axis: DoubleArray, origin: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
    """Two directions across an axis and the axis itself as columns, and a point on the axis.

    The same line always gets the same frame, so that sectors of several walls can be joined.
    """
    axis = axis / np.linalg.norm(axis)
    axis = axis * np.sign(axis[np.argmax(np.abs(np.round(axis, 6)))])
    across = np.cross(axis, np.eye(3)[np.argmin(np.abs(np.round(axis, 6)))])
    across /= np.linalg.norm(across)
    axes = np.stack([across, np.cross(axis, across), axis], axis=1)
    return axes, origin - axis * float(origin @ axis)


def cylinder_of(
    surface: Surface,
    faces: IntArray,
    frame: tuple[DoubleArray, DoubleArray],
    radius_mm: float,
    sigma_mm: float,
) -> Cylinder:
    """Describe faces that lie on a cylinder with a given frame and radius."""
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
        sectors(corners),
        faces,
        int(surface.mesh.face_part[faces[0]]),
        sigma_mm,
    )


def sectors(corners: DoubleArray) -> NDArray[np.bool_]:
    """Directions around the third axis, (SECTORS,), in which triangles (N, 3, 3) have a share."""
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


def holes(surface: Surface, cylinders: list[Cylinder]) -> list[list[Cylinder]]:
    """Group the full concave cylinders to holes; a counterbored hole is one hole.

    Args:
        surface: The mesh that the cylinders were found on.
        cylinders: Merged cylinders.

    Returns:
        For each hole its cylinders, the narrowest first.
    """
    bores = [each for each in cylinders if each.concave and each.full and not _is_seam(each)]
    groups = _linked(surface, bores, _groups(bores, same_radius=False))
    return [
        sorted((bores[index] for index in group), key=lambda bore: bore.radius_mm)
        for group in groups
    ]


def _is_seam(bore: Cylinder) -> bool:
    """Solids turned from a profile that stops short of the axis keep a channel fine as a hair."""
    width = 2 * bore.radius_mm
    return width < SEAM_MM and bore.length_mm > SEAM_RATIO * width


def _linked(surface: Surface, bores: list[Cylinder], groups: list[list[int]]) -> list[list[int]]:
    """Join holes that run on into each other through a cone or a free shape."""
    if len(groups) < 2:
        return groups
    lowest = [min((bores[i] for i in group), key=lambda bore: bore.span_mm[0]) for group in groups]
    highest = [max((bores[i] for i in group), key=lambda bore: bore.span_mm[1]) for group in groups]
    axes = np.stack([bore.axis for bore in lowest])
    centres = np.stack([bore.centre_mm for bore in lowest])
    pairs = []
    for lower, last in enumerate(highest):
        alike = axes @ last.axis > PARALLEL
        alike &= np.linalg.norm(centres - last.centre_mm, axis=1) < last.radius_mm
        pairs += [
            (lower, int(upper))
            for upper in np.flatnonzero(alike)
            if _may_run_on(last, lowest[upper]) and _enclosed(surface, last, lowest[upper])
        ]
    labels = components(len(groups), np.array(pairs, np.int32).reshape(-1, 2))
    joined: list[list[int]] = [[] for _ in range(int(labels.max()) + 1)]
    for label, group in zip(labels, groups, strict=True):
        joined[label] += group
    return joined


def _may_run_on(last: Cylinder, next_: Cylinder) -> bool:
    near, far = sorted((last.radius_mm, next_.radius_mm))
    gap = next_.span_mm[0] - last.span_mm[1]
    return bool(
        last.part == next_.part
        and 0 < gap <= RUN_ON_GAP * far
        and far <= RUN_ON_RATIO * near
        and float(np.linalg.norm(last.centre_mm - next_.centre_mm)) < 0.05 * near
    )


def _enclosed(surface: Surface, last: Cylinder, next_: Cylinder) -> bool:
    """Whether walls around the axis lead from one bore to the next, rather than open air."""
    axes, centre = last.frame
    low, high = last.span_mm[1], next_.span_mm[0]
    own = surface.mesh.face_part == last.part
    corners = (surface.mesh.vertices[surface.mesh.faces[own]] - centre) @ axes
    middles = corners.mean(axis=1)
    margin = 0.02 * (high - low)
    between = (middles[:, 2] > low + margin) & (middles[:, 2] < high - margin)
    widest = 1.05 * max(last.radius_mm, next_.radius_mm)
    walls = corners[between & (np.linalg.norm(middles[:, :2], axis=1) <= widest)]
    narrowest = 0.9 * min(last.radius_mm, next_.radius_mm)
    if not len(walls) or np.linalg.norm(walls[..., :2], axis=2).min() < narrowest:
        return False
    length = np.clip(walls[..., 2].max(), low, high) - np.clip(walls[..., 2].min(), low, high)
    return bool(length > 0.9 * (high - low) and sectors(walls).mean() * 360 >= FULL_DEG)


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
        alike = np.abs(axes[rest] @ axes[index]) > PARALLEL
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
