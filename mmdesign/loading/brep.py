"""The exact faces of a CAD solid, as arrays that cross the sandbox's border."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, get_args

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import BrepFace, ByteArray, DoubleArray, IntArray, SurfaceKind

KINDS: tuple[SurfaceKind, ...] = get_args(SurfaceKind)
OTHER = KINDS.index("other")
PLANE = KINDS.index("plane")
# columns of the number table; NaN where a surface has no such number
ORIGIN, AXIS = slice(0, 3), slice(3, 6)
RADIUS, MINOR_RADIUS, SWEEP_DEG, HEIGHT = 6, 7, 8, 9
LENGTHS = [RADIUS, MINOR_RADIUS, HEIGHT]
COLUMNS = 10


class Geometry(Protocol):
    """What is needed of a trimesh geometry; trimesh itself stays in the sandbox's child."""

    faces: NDArray[Any]
    face_attributes: dict[str, Any]
    metadata: dict[str, Any]


@dataclass(frozen=True, slots=True)
class BrepTable:
    """The exact faces of one part, in its own frame and unit."""

    face_brep: IntArray
    """(F,) row of the table for each triangle."""
    kinds: ByteArray
    """(K,) number into KINDS."""
    numbers: DoubleArray
    """(K, 10) origin, axis, radius, minor radius, sweep in degrees, height."""

    def placed(self, mm_from_part: DoubleArray) -> DoubleArray:
        """The number table after a (4, 4) similarity transform."""
        linear = mm_from_part[:3, :3]
        scale = float(np.cbrt(abs(np.linalg.det(linear))))
        numbers = self.numbers.copy()
        numbers[:, ORIGIN] = self.numbers[:, ORIGIN] @ linear.T + mm_from_part[:3, 3]
        numbers[:, AXIS] = self.numbers[:, AXIS] @ linear.T / scale
        numbers[:, LENGTHS] *= scale
        return numbers


def brep_table(
    geometry: Geometry, kept: NDArray[np.int64], vertices: DoubleArray, faces: IntArray
) -> BrepTable | None:
    """The exact faces that cascadio left in a geometry's metadata; None if it left none.

    Args:
        geometry: A trimesh geometry that was loaded from cascadio's GLB.
        kept: Numbers of the geometry's faces that survived the cleaning.
        vertices: (V, 3) after the cleaning.
        faces: (F, 3) after the cleaning.
    """
    surfaces = geometry.metadata.get("cascadio", {}).get("brep_faces")
    index = geometry.face_attributes.get("brep_index") if surfaces else None
    if index is None or len(index) != len(geometry.faces):
        return None
    face_brep = np.asarray(index)[kept].astype(np.int32)
    if len(face_brep) and not 0 <= face_brep.min() <= face_brep.max() < len(surfaces):
        return None
    rows = [_row(surface) for surface in surfaces]
    kinds = np.array([kind for kind, _ in rows], dtype=np.uint8)
    numbers = np.array([row for _, row in rows], dtype=np.float64).reshape(-1, COLUMNS)
    _orient(kinds, numbers, face_brep, vertices[faces])
    return BrepTable(face_brep, kinds, numbers)


def _row(surface: Mapping[str, Any] | None) -> tuple[int, list[float]]:
    kind = (surface or {}).get("type")
    if surface is None or kind not in KINDS:
        return OTHER, [0.0] * 6 + [np.nan] * 4
    where = surface["apex" if kind == "cone" else "origin" if "origin" in surface else "center"]
    along = surface.get("normal" if kind == "plane" else "axis", (0.0, 0.0, 1.0))
    row = [*where, *along, *_sizes(kind, surface)]
    return KINDS.index(kind), [float(number) for number in row]


def _sizes(kind: str, surface: Mapping[str, Any]) -> list[float]:
    """Radius, minor radius, sweep, height."""
    nothing = np.nan
    match kind:
        case "cylinder":
            sweep, height = _span(surface["extent_angle"]), _span(surface["extent_height"])
            return [surface["radius"], nothing, np.degrees(sweep), height]
        case "cone":
            # distances run along the slant, from where the radius is ref_radius
            angle = surface["semi_angle"]
            ends = [
                abs(surface["ref_radius"] + distance * np.sin(angle))
                for distance in surface["extent_distance"]
            ]
            height = _span(surface["extent_distance"]) * np.cos(angle)
            sweep = np.degrees(_span(surface["extent_angle"]))
            return [max(ends), min(ends), sweep, height]
        case "sphere":
            sweep = np.degrees(_span(surface["extent_longitude"]))
            return [surface["radius"], nothing, sweep, nothing]
        case "torus":
            sweep = np.degrees(_span(surface["extent_major_angle"]))
            return [surface["major_radius"], surface["minor_radius"], sweep, nothing]
        case _:
            return [nothing] * 4


def _span(extent: Sequence[float]) -> float:
    return abs(extent[1] - extent[0])


def _orient(
    kinds: ByteArray, numbers: DoubleArray, face_brep: IntArray, triangles: DoubleArray
) -> None:
    """Turn plane normals outwards; place free-form faces at their middle, facing their mean."""
    normals = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    areas = np.linalg.norm(normals, axis=1)
    facing = _sums(face_brep, normals, len(kinds))
    middles = _sums(face_brep, triangles.mean(axis=1) * areas[:, None], len(kinds))
    total = np.bincount(face_brep, weights=areas, minlength=len(kinds))[:, None]

    inward = (kinds == PLANE) & (np.einsum("ij,ij->i", numbers[:, AXIS], facing) < 0)
    numbers[inward, AXIS] *= -1
    free = (kinds == OTHER) & (total[:, 0] > 0)
    numbers[free, ORIGIN] = middles[free] / total[free]
    length = np.linalg.norm(facing[free], axis=1, keepdims=True)
    numbers[free, AXIS] = facing[free] / np.where(length > 0, length, 1.0)


def _sums(groups: IntArray, values: DoubleArray, number: int) -> DoubleArray:
    columns = [np.bincount(groups, weights=column, minlength=number) for column in values.T]
    return np.stack(columns, axis=1)


def brep_faces(kinds: ByteArray, numbers: DoubleArray) -> tuple[BrepFace, ...]:
    """Rows of a placed table as BrepFace, in mm.

    Raises:
        ValueError: If the arrays do not have the agreed shapes.
    """
    if numbers.shape != (len(kinds), COLUMNS) or (kinds >= len(KINDS)).any():
        message = "the exact faces are not described as agreed"
        raise ValueError(message)
    return tuple(
        BrepFace(
            KINDS[kind],
            (row[0], row[1], row[2]),
            (row[3], row[4], row[5]),
            *(number if np.isfinite(number) else None for number in row[6:]),
        )
        for kind, row in zip(kinds.tolist(), numbers.tolist(), strict=True)
    )
