"""A parsed scene becomes one mesh in mm with Z up: instances placed, faces cleaned, parts named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import trimesh
from numpy.typing import NDArray

from mmdesign.domain import ByteArray, DoubleArray, IntArray
from mmdesign.errors import DesignError, EmptyGeometryError
from mmdesign.loading.brep import BrepTable, brep_table
from mmdesign.loading.checking import check_faces, check_instances
from mmdesign.loading.coloring import UNCOLORED, face_colors
from mmdesign.loading.request import Request
from mmdesign.phrases import Phrase, as_data, phrase
from mmdesign.sandbox import Reading

MERGE_SHARE = 1e-9
"""Vertices closer than this share of the part's size are one."""
MAX_EXTENT_MM = 1e9
# what exporters write when the designer gave no name
NAMELESS = re.compile(
    r"(NONE|geometry|Document|STL|=>\[.*|Open CASCADE STEP translator.*|-?\d+)?([_ ]\d+)?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Source:
    """What a format's own reader found."""

    scene: trimesh.Scene
    unit_mm: float
    units: str | None = None
    """Name of the unit that the file declares; None when it declares none."""
    z_up: DoubleArray = field(default_factory=lambda: np.eye(3))
    """(3, 3) rotation of the file's axes to Z up."""
    linear_colors: bool = False
    """Whether material colours are linear light, as in glTF."""
    warnings: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One geometry of the scene, cleaned, in its own frame and unit."""

    vertices: DoubleArray
    faces: IntArray
    brep: BrepTable | None
    colors: ByteArray | None
    unreadable: int
    """Faces dropped because a corner is not a number or does not exist."""
    degenerate: int
    """Faces dropped because two corners are the same."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One part where the assembly puts it."""

    name: str
    part: Part
    mm_from_part: DoubleArray
    """(4, 4), with the unit and the axes in it."""


def as_reading(source: Source, request: Request) -> Reading:
    """Place every instance and describe the whole.

    Raises:
        EmptyGeometryError: If no face is left.
        DesignError: If there are too many faces or parts.
    """
    placements = _place(source, request)
    dropped = _dropped(placements, request.name)
    if not any(len(placement.part.faces) for placement in placements):
        why = (
            "holds no usable face" if dropped else "holds no faces, only points, curves or nothing"
        )
        message = f"{request.name} {why}; export it again with its surfaces."
        raise EmptyGeometryError(message)
    placements = [placement for placement in placements if len(placement.part.faces)]
    arrays = _joined(placements)
    _check_extent(arrays["vertices"], request)
    _check_area(arrays["vertices"], arrays["faces"], request)
    facts = {
        "part_names": _part_names([placement.name for placement in placements], request.name),
        "units": source.units,
        "warnings": [as_data(warning) for warning in (*source.warnings, *dropped)],
    }
    return Reading(arrays, facts)


def _place(source: Source, request: Request) -> list[Placement]:
    graph, geometry = source.scene.graph, source.scene.geometry
    nodes = [(node, *graph[node]) for node in graph.nodes_geometry]
    nodes = [node for node in nodes if len(getattr(geometry[node[2]], "faces", ())) > 0]
    check_instances(request, len(nodes))
    check_faces(request, sum(len(geometry[name].faces) for _, _, name in nodes))

    parts = {name: _clean(geometry[name], source) for name in {name for _, _, name in nodes}}
    mm_from_scene = np.eye(4)
    mm_from_scene[:3, :3] = source.unit_mm * source.z_up
    return [Placement(str(n), parts[name], mm_from_scene @ m) for n, m, name in nodes]


def _clean(geometry: trimesh.Trimesh, source: Source) -> Part:
    vertices = np.asarray(geometry.vertices, dtype=np.float64)
    faces = np.asarray(geometry.faces, dtype=np.int64)
    colors = face_colors(geometry, linear=source.linear_colors)

    finite = np.asarray(np.isfinite(vertices).all(axis=1))
    known = np.asarray((faces.min(axis=1) >= 0) & (faces.max(axis=1) < len(vertices)))
    readable = known & finite[np.where(known[:, np.newaxis], faces, 0)].all(axis=1)
    faces_read = faces[readable]
    vertices, faces_read = _merged(vertices, faces_read)
    a, b, c = faces_read.T
    # three corners in a line are kept: without them the mesh would be open there
    proper = (a != b) & (b != c) & (c != a)

    kept = np.flatnonzero(readable)[proper]
    faces_kept = faces_read[proper].astype(np.int32)
    return Part(
        vertices=vertices,
        faces=faces_kept,
        brep=brep_table(geometry, kept, vertices, faces_kept),
        colors=None if colors is None else colors[kept],
        unreadable=len(faces) - len(faces_read),
        degenerate=len(faces_read) - len(kept),
    )


def _merged(
    vertices: DoubleArray, faces: NDArray[np.int64]
) -> tuple[DoubleArray, NDArray[np.int64]]:
    """Make one of vertices at the same place, and leave out those that no face uses."""
    used, corners = np.unique(faces, return_inverse=True)
    if not len(used):
        return np.zeros((0, 3)), faces
    vertices = vertices[used]
    low = vertices.min(axis=0)
    step = MERGE_SHARE * float((vertices.max(axis=0) - low).max())
    cells = np.round((vertices - low) / step) if 0 < step < np.inf else vertices
    first, same = trimesh.grouping.unique_rows(cells, digits=0)  # type: ignore[no-untyped-call]
    return vertices[first], same[corners].reshape(-1, 3)


def _joined(placements: Sequence[Placement]) -> dict[str, NDArray[Any]]:
    """All parts in one set of arrays, numbers shifted to the common lists."""
    counts = [len(placement.part.vertices) for placement in placements]
    starts = np.cumsum([0, *counts])
    vertices, faces = [], []
    for placement, start in zip(placements, starts, strict=False):
        matrix = placement.mm_from_part
        vertices.append(placement.part.vertices @ matrix[:3, :3].T + matrix[:3, 3])
        mirrored = np.linalg.det(matrix[:3, :3]) < 0
        corners = placement.part.faces[:, ::-1] if mirrored else placement.part.faces
        faces.append(corners + np.int32(start))
    face_counts = [len(placement.part.faces) for placement in placements]
    arrays: dict[str, NDArray[Any]] = {
        "vertices": np.concatenate(vertices),
        "faces": np.concatenate(faces).astype(np.int32),
        "face_part": np.repeat(np.arange(len(placements), dtype=np.int32), face_counts),
    }
    return {**arrays, **_joined_colors(placements), **_joined_brep(placements)}


def _joined_colors(placements: Sequence[Placement]) -> dict[str, NDArray[Any]]:
    if all(placement.part.colors is None for placement in placements):
        return {}
    colors = [
        np.full((len(p.part.faces), 3), UNCOLORED, np.uint8) if p.part.colors is None
        else p.part.colors
        for p in placements
    ]  # fmt: skip
    return {"face_colors": np.concatenate(colors)}


def _joined_brep(placements: Sequence[Placement]) -> dict[str, NDArray[Any]]:
    tables = [(p.part.brep, p.mm_from_part) for p in placements]
    if any(table is None for table, _ in tables):
        return {}
    face_brep, kinds, numbers, start = [], [], [], 0
    for table, matrix in tables:
        if table is not None:
            face_brep.append(table.face_brep + np.int32(start))
            kinds.append(table.kinds)
            numbers.append(table.placed(matrix))
            start += len(table.kinds)
    return {
        "face_brep": np.concatenate(face_brep).astype(np.int32),
        "brep_kinds": np.concatenate(kinds),
        "brep_numbers": np.concatenate(numbers),
    }


def _check_extent(vertices: DoubleArray, request: Request) -> None:
    extent_mm = float((vertices.max(axis=0) - vertices.min(axis=0)).max())
    if not extent_mm < MAX_EXTENT_MM:
        message = f"{request.name} is {extent_mm:.3g} mm long; check its unit and export it again."
        raise DesignError(message)


def _check_area(vertices: DoubleArray, faces: IntArray, request: Request) -> None:
    first, second, third = vertices[faces].swapaxes(0, 1)
    if not np.cross(second - first, third - first).any():
        message = f"{request.name} has only faces without area; export it again with its surfaces."
        raise EmptyGeometryError(message)


def _part_names(names: Sequence[str], file_name: str) -> list[str]:
    if len(names) == 1 and NAMELESS.fullmatch(names[0]):
        return [file_name.rpartition(".")[0] or file_name]
    return [
        f"part {number}" if NAMELESS.fullmatch(name) else name[:200]
        for number, name in enumerate(names, start=1)
    ]


def _dropped(placements: Sequence[Placement], name: str) -> list[Phrase]:
    unreadable = sum(placement.part.unreadable for placement in placements)
    degenerate = sum(placement.part.degenerate for placement in placements)
    dropped = []
    if unreadable:
        dropped.append(phrase(
            "{number:,} faces of {file} were left out: their corners are not numbers.",
            number=unreadable, file=name,
        ))  # fmt: skip
    if degenerate:
        dropped.append(phrase(
            "{number:,} faces of {file} were left out: they have no area.",
            number=degenerate, file=name,
        ))  # fmt: skip
    return dropped
