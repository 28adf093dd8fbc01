"""The forms of an assembly's parts, by which each of them can be found again elsewhere."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import Design, FloatArray, IntArray, Mesh
from mmdesign.measuring.bulk import measure_bulk
from mmdesign.measuring.facets import chord_errors_mm, facets_of
from mmdesign.measuring.form import form_vector, hand_of
from mmdesign.measuring.surface import Surface, surface_of

MOST_BODIES = 64
"""Different parts of one assembly whose forms are kept: the largest ones."""
MOST_HANDS = 32
"""Parts of one size and area that are told from their mirror images."""
SAME_DIGITS = 5
"""Parts whose area and volume agree so far, and that have as many faces, are one part placed
several times, or its mirror image."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """One of the different parts of an assembly."""

    name: str
    count: int
    """How many times it is placed."""
    area_mm2: float
    area_sigma_mm2: float
    form: FloatArray
    """(FORM_WIDTH,) as of a whole design; what is not about the surface alone is unknown."""


def bodies_of(design: Design) -> tuple[Body, ...]:
    """Describe the largest different parts of an assembly; none for a design of one part."""
    mesh = design.mesh
    if mesh is None or len(np.unique(mesh.face_part)) < 2:
        return ()
    surface = surface_of(mesh)
    found = (_body(design, mesh, group) for group in _groups(surface)[:MOST_BODIES])
    return tuple(body for body in found if body is not None)


def _groups(surface: Surface) -> list[NDArray[np.intp]]:
    """Numbers of the parts, those that are one part together, the largest first."""
    mesh = surface.mesh
    count = len(mesh.part_names)
    areas = np.bincount(mesh.face_part, surface.areas_mm2, count)
    volumes = surface.part_volumes_mm3
    faces = np.bincount(mesh.face_part, minlength=count)
    same: dict[tuple[int, str, str], list[int]] = {}
    for part in np.flatnonzero(areas > 0).tolist():
        key = (int(faces[part]), _short(areas[part]), _short(volumes[part]))
        same.setdefault(key, []).append(part)
    largest = sorted(same.values(), key=lambda parts: (-areas[parts[0]], parts[0]))[:MOST_BODIES]
    return [group for parts in largest for group in _by_hand(mesh, parts)]


def _short(value: float) -> str:
    return f"{value:.{SAME_DIGITS}g}"


def _by_hand(mesh: Mesh, parts: list[int]) -> list[NDArray[np.intp]]:
    """Part from its mirror image; parts beyond the first ones count as the first."""
    if len(parts) == 1:
        return [np.array(parts)]
    tried = parts[:MOST_HANDS]
    hands = [hand_of(_alone(mesh, part)) for part in tried]
    opposite = np.array([float(hands[0] @ hand) < 0 for hand in hands])
    one = np.array([*np.array(tried)[~opposite], *parts[MOST_HANDS:]], np.intp)
    other = np.array(tried, np.intp)[opposite]
    return [one, other] if len(other) else [one]


def _body(design: Design, mesh: Mesh, group: NDArray[np.intp]) -> Body | None:
    part = int(group[0])
    alone = _alone(mesh, part)
    surface = surface_of(alone)
    area = next(
        each
        for each in measure_bulk(surface, chord_errors_mm(surface, facets_of(surface)))
        if each.quantity == "surface_area"
    )
    form = form_vector(Design(design.id, design.name, "mesh", alone), ())
    if form is None:
        return None
    return Body(mesh.part_names[part], len(group), area.value, area.sigma, form)


def _alone(mesh: Mesh, part: int) -> Mesh:
    """One part by itself."""
    corners = mesh.faces[mesh.face_part == part]
    used, faces = np.unique(corners, return_inverse=True)
    numbered: IntArray = faces.reshape(-1, 3).astype(np.int32)
    return Mesh(
        mesh.vertices[used], numbered, np.zeros(len(numbered), np.int32), (mesh.part_names[part],)
    )
