"""Round holes: how deep, open or closed at the end, and widened for the head of a screw."""

from dataclasses import dataclass

import numpy as np

from mmdesign.domain import DoubleArray, IntArray
from mmdesign.measuring.cylinders import FULL_DEG, Cylinder, sectors
from mmdesign.measuring.patches import Patches
from mmdesign.measuring.surface import Surface

LEVEL = 0.05
"""Neighbours of a bore whose normals' share along its axis is less run on beside it."""
BESIDE = 1.5
"""How far from the axis the surface around an end is looked at, in radii of the bore."""
FLAT_SHOULDER = 0.9
COUNTERBORE_RATIO = 1.15
"""A step to a bore that is wider by this is a counterbore; less is a fit or a relief."""
COUNTERSINK_RATIO = 1.4
"""A conical mouth that is wider by this takes a screw's head; less is a broken edge."""
COUNTERSINK_SLOPES = (0.45, 0.91)
"""Sine of half the angle of a countersink: 60 to 120 degrees are usual, and some more."""
AT_A_RIM = 0.05
"""Of the height of a cone."""


@dataclass(frozen=True, slots=True)
class Mouth:
    """One end of a hole."""

    opens: bool
    """Air beyond it, rather than a floor."""
    reach_mm: float
    """Where along the axis the hole ends, its conical mouth included."""
    width_mm: float
    """Radius of the conical mouth; 0 without one."""
    slope: float
    """Sine of half the angle of the conical mouth."""
    faces: IntArray
    rims_mm: tuple[float, float] = (0.0, 0.0)
    """Radii of the two rims of the conical mouth, the narrow one first."""
    height_mm: float = 0.0
    """How far the conical mouth reaches along the axis."""


@dataclass(frozen=True, slots=True)
class Hole:
    """One round hole with its steps and mouths."""

    bores: tuple[Cylinder, ...]
    """The narrowest first."""
    ends: tuple[Mouth, Mouth]
    counterbores: tuple[Cylinder, ...]
    """Wide bores that end on a flat ring around the narrowest."""

    @property
    def narrowest(self) -> Cylinder:
        """The bore that decides what fits through."""
        return self.bores[0]

    @property
    def diameter_mm(self) -> float:
        """Diameter of the narrowest bore."""
        return 2 * self.narrowest.radius_mm

    @property
    def depth_mm(self) -> float:
        """From end to end with a conical mouth, without the point that a drill leaves."""
        return self.ends[1].reach_mm - self.ends[0].reach_mm

    @property
    def through(self) -> bool:
        """Whether both ends are open."""
        return self.ends[0].opens and self.ends[1].opens

    @property
    def counterbored(self) -> bool:
        """Whether it is widened for a screw's head by a bore with a flat floor."""
        return bool(self.counterbores)

    @property
    def sinks(self) -> tuple[Mouth, ...]:
        """Mouths that are cones wide enough for a screw's head."""
        low, high = COUNTERSINK_SLOPES
        wide = COUNTERSINK_RATIO * self.narrowest.radius_mm
        return tuple(end for end in self.ends if end.width_mm >= wide and low <= end.slope <= high)

    @property
    def countersunk(self) -> bool:
        """Whether one mouth is a cone that is wide enough for a screw's head."""
        return bool(self.sinks)

    @property
    def faces(self) -> IntArray:
        """Faces of all its walls."""
        walls = [bore.faces for bore in self.bores] + [end.faces for end in self.ends]
        return np.unique(np.concatenate(walls)).astype(np.int32)


@dataclass(frozen=True, slots=True)
class _Rims:
    """Edges around the walls of bores, sorted by bore."""

    bore: IntArray
    neighbour: IntArray
    """Face on the other side of each edge."""
    along_mm: DoubleArray
    """Where along the axis each edge's middle lies."""
    slope: DoubleArray
    """Share of the neighbour's normal along the axis."""
    length_mm: DoubleArray


def described(surface: Surface, patches: Patches, groups: list[list[Cylinder]]) -> list[Hole]:
    """Find out how the holes end, from the faces around the rims of their bores.

    Args:
        surface: The mesh.
        patches: Its surfaces.
        groups: For each hole its bores, the narrowest first.
    """
    bores = [bore for group in groups for bore in group]
    rims = _rims(surface, bores)
    starts = np.searchsorted(rims.bore, np.arange(len(bores) + 1))
    found, number = [], 0
    for group in groups:
        edges = [
            slice(starts[index], starts[index + 1]) for index in range(number, number + len(group))
        ]
        number += len(group)
        low = min(range(len(group)), key=lambda index: group[index].span_mm[0])
        high = max(range(len(group)), key=lambda index: group[index].span_mm[1])
        ends = (
            _mouth(surface, patches, group[low], -1, _part_of(rims, edges[low])),
            _mouth(surface, patches, group[high], 1, _part_of(rims, edges[high])),
        )
        stepped = tuple(
            bore
            for bore, here in zip(group[1:], edges[1:], strict=True)
            if _has_shoulder(group[0], bore, _part_of(rims, here))
        )
        # Closed at both ends it is a cavity that nothing can enter.
        if ends[0].opens or ends[1].opens:
            found.append(Hole(tuple(group), ends, stepped))
    return found


def _rims(surface: Surface, bores: list[Cylinder]) -> _Rims:
    bore_of_face = np.full(len(surface.areas_mm2), -1, np.int32)
    for number, bore in enumerate(bores):
        bore_of_face[bore.faces] = number
    sides = bore_of_face[surface.pairs]
    between = np.flatnonzero(sides[:, 0] != sides[:, 1])
    edges = np.r_[between, between]
    own = np.r_[sides[between, 0], sides[between, 1]]
    other = np.r_[surface.pairs[between, 1], surface.pairs[between, 0]]
    kept = np.flatnonzero(own >= 0)
    kept = kept[np.argsort(own[kept], kind="stable")]
    edges, own, other = edges[kept], own[kept], other[kept]
    axes = np.array([bore.axis for bore in bores]).reshape(-1, 3)[own]
    ends = surface.mesh.vertices[surface.edges[edges]]
    return _Rims(
        own.astype(np.int32),
        other.astype(np.int32),
        np.einsum("ij,ij->i", ends.mean(axis=1), axes),
        np.einsum("ij,ij->i", surface.normals[other], axes),
        np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1),
    )


def _part_of(rims: _Rims, where: slice) -> _Rims:
    return _Rims(
        rims.bore[where],
        rims.neighbour[where],
        rims.along_mm[where],
        rims.slope[where],
        rims.length_mm[where],
    )


def _mouth(surface: Surface, patches: Patches, bore: Cylinder, way: int, rims: _Rims) -> Mouth:
    """Look at one end of a bore; way is +1 for the end that lies further along its axis."""
    reach = bore.span_mm[1] if way > 0 else bore.span_mm[0]
    here = (rims.along_mm - sum(bore.span_mm) / 2) * way > 0
    steep = here & (np.abs(rims.slope) > LEVEL)
    balance = float((rims.length_mm * np.sign(rims.slope) * way)[steep].sum())
    if abs(balance) < 0.2 * float(rims.length_mm[here].sum()):
        # Rounded floors and rims start off level with the wall: the surface further on tells.
        balance = _facing_beyond(surface, patches, bore, way, rims.neighbour[here])
    # Without anything at its end, the wall of an open mesh ends in the air.
    opens = balance >= 0
    plain = Mouth(opens, float(reach), 0.0, 0.0, np.empty(0, np.int32))
    leaving = here & (rims.slope * way > LEVEL)
    if not opens or not leaving.any():
        return plain
    return _cone(surface, patches, bore, way, rims.neighbour[leaving]) or plain


def _facing_beyond(
    surface: Surface, patches: Patches, bore: Cylinder, way: int, neighbours: IntArray
) -> float:
    """Area around an end of a bore that faces out of it, less the area that faces into it."""
    faces = np.concatenate(
        [np.empty(0, np.int32)]
        + [patches.faces(int(patch)) for patch in np.unique(patches.of_face[neighbours])]
    )
    faces = np.setdiff1d(faces, bore.faces)
    axes, centre = bore.frame
    middles = (surface.mesh.vertices[surface.mesh.faces[faces]].mean(axis=1) - centre) @ axes
    beyond = (middles[:, 2] - sum(bore.span_mm) / 2) * way > 0
    beyond &= np.linalg.norm(middles[:, :2], axis=1) < BESIDE * bore.radius_mm
    facing = surface.normals[faces] @ bore.axis * way
    return float((surface.areas_mm2[faces] * facing)[beyond].sum())


def _cone(
    surface: Surface, patches: Patches, bore: Cylinder, way: int, neighbours: IntArray
) -> Mouth | None:
    """The conical mouth that begins at the rim of a bore, if there is one."""
    cones = [
        faces
        for patch in np.unique(patches.of_face[neighbours])
        if _is_conical(surface, faces := patches.faces(int(patch)), bore)
    ]
    if not cones:
        return None
    faces = np.concatenate(cones)
    axes, centre = bore.frame
    corners = (surface.mesh.vertices[surface.mesh.faces[faces]] - centre) @ axes
    if float(sectors(corners).mean()) * 360 < FULL_DEG:
        return None
    radii = np.linalg.norm(corners[..., :2], axis=2)
    slope = float(np.median(np.abs(surface.normals[faces] @ bore.axis)))
    reach = float((corners[..., 2] * way).max()) * way
    return Mouth(
        True,
        reach,
        float(radii.max()),
        slope,
        faces,
        _rims_of(radii, corners[..., 2] * way),
        float(np.ptp(corners[..., 2])),
    )


def _rims_of(radii: DoubleArray, along: DoubleArray) -> tuple[float, float]:
    """Radii at the deep and at the open end of a cone, by the corners (N, 3) that lie there."""
    share = (along - along.min()) / max(float(np.ptp(along)), 1e-12)
    # A fine mesh has corners between the rims too.
    deep, open_ = (radii[end] for end in (share < AT_A_RIM, share > 1 - AT_A_RIM))
    return float(np.median(deep)), float(np.median(open_))


def _is_conical(surface: Surface, faces: IntArray, bore: Cylinder) -> bool:
    """Whether all of a patch leans alike towards the axis of a bore."""
    areas = surface.areas_mm2[faces]
    solid = areas > 1e-6 * areas.max(initial=0.0)
    faces = faces[solid]
    slopes = surface.normals[faces] @ bore.axis
    axes, centre = bore.frame
    across = ((surface.mesh.vertices[surface.mesh.faces[faces]] - centre) @ axes).mean(axis=1)
    inward = (surface.normals[faces] @ axes)[:, :2] * across[:, :2]
    return bool(
        np.ptp(slopes) < 0.1
        and 0.2 < abs(float(np.median(slopes))) < 0.97
        and (inward.sum(axis=1) < 0).all()
    )


def _has_shoulder(narrow: Cylinder, wide: Cylinder, rims: _Rims) -> bool:
    """Whether a wide bore ends on a flat ring around the narrow one."""
    if wide.radius_mm < COUNTERBORE_RATIO * narrow.radius_mm:
        return False
    way = np.sign(sum(narrow.span_mm) - sum(wide.span_mm))
    inner = (rims.along_mm - sum(wide.span_mm) / 2) * way > 0
    flat = rims.slope * way < -FLAT_SHOULDER
    lengths = rims.length_mm[inner & (np.abs(rims.slope) > LEVEL)].sum()
    return bool(rims.length_mm[inner & flat].sum() > 0.5 * lengths > 0)
