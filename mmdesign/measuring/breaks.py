"""Broken edges: chamfers, and fillets where each can be told from the next."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import BrepFace, DoubleArray, IntArray, Measurement
from mmdesign.measuring.bores import Hole
from mmdesign.measuring.cylinders import Cylinder
from mmdesign.measuring.facets import Facets, components
from mmdesign.measuring.patches import Patches
from mmdesign.measuring.surface import FLAT_DEG, Surface

CHAMFER_DEG = (18.0, 72.0)
"""How far a chamfer turns from each of the faces beside it."""
CHAMFER_TOTAL_DEG = (45.0, 135.0)
"""How far the faces beside a chamfer turn from each other."""
SHORT_SHARE = 0.05
"""Shorter borders than this share of the outline do not decide what a face lies between."""
NARROW = 0.5
"""A chamfer is narrower than this, in widths of the wider face beside it, across their edge."""
FLAT = 0.9999
"""Length of the mean of a flat patch's unit normals, from which on it is flat."""
CONE_SPREAD = 0.05
"""How far the slopes of a cone's normals may differ."""
MAX_FILLET_DEG = 170.0
"""A rounded edge turns less; a slot's end is half a circle."""
TANGENT_DEG = 12.0
"""A fillet runs into the faces beside it with less of a bend than this, or half a facet's."""
LENGTHWISE = 0.95
"""Cosine to the axis above which an edge runs along a cylinder."""
LEG_ERROR = 1e-3
"""Standard error of a chamfer's leg, in legs: its ends are cut at a slant."""
CURVED_FACETS = 6
"""Walls of at least so many facets are curved, not planes."""
UNTOLD_SHARE = 2e-3
"""Share of the area that may be curved otherwise where fillets of a mesh are counted."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """Which patches border on each other; sorted by patch, longest border first."""

    own: IntArray
    other: IntArray
    lengths_mm: DoubleArray
    bends_deg: DoubleArray
    """Mean signed bend: positive over a ridge."""
    starts: NDArray[np.intp]
    """(patches + 1,) where the borders of each patch start."""


def measure_chamfers(surface: Surface, patches: Patches, holes: list[Hole]) -> list[Measurement]:
    """Count the chamfers and find the smallest, by the leg that drawings give: 1 for 1 x 45.

    A chamfer is a narrow flat or conical face over a ridge between two wider ones. The cones of
    countersinks are none.
    """
    sides = _sides(surface, patches)
    chosen, legs = _narrow_ridges(surface, patches, sides)
    taken = [end.faces for hole in holes if hole.countersunk for end in hole.ends]
    sunk = np.unique(patches.of_face[np.concatenate(taken)]) if taken else np.empty(0, np.int32)
    kept = [
        patch not in sunk and _flat_or_conical(surface, patches, patch) for patch in chosen.tolist()
    ]
    chosen, legs = chosen[kept], legs[kept]
    if not len(chosen):
        return [Measurement("chamfer_count", 0.0, "", 0.0)]
    smallest = int(np.argmin(legs))
    leg_mm = float(legs[smallest])
    faces = np.flatnonzero(np.isin(patches.of_face, chosen)).astype(np.int32)
    own = patches.faces(int(chosen[smallest]))
    return [
        Measurement("chamfer_count", float(_rings(sides, chosen)), "", 0.0, faces),
        Measurement("chamfer_width_min", leg_mm, "mm", LEG_ERROR * leg_mm, own),
    ]


def _sides(surface: Surface, patches: Patches) -> _Sides:
    """Sum the borders of all patches by neighbour."""
    first, second = patches.of_face[surface.pairs[patches.borders]].T.astype(np.int64)
    keys = np.r_[first * patches.count + second, second * patches.count + first]
    lengths = np.tile(surface.edge_lengths_mm[patches.borders], 2)
    bends = np.tile(surface.bends_deg[patches.borders], 2)
    keys, index = np.unique(keys, return_inverse=True)
    totals = np.bincount(index, lengths, len(keys))
    means = np.bincount(index, lengths * bends, len(keys)) / np.maximum(totals, 1e-300)
    own = keys // patches.count
    order = np.lexsort((-totals, own))
    return _Sides(
        own[order].astype(np.int32),
        (keys % patches.count)[order].astype(np.int32),
        np.asarray(totals[order], float),
        means[order],
        np.searchsorted(own[order], np.arange(patches.count + 1)),
    )


def _narrow_ridges(
    surface: Surface, patches: Patches, sides: _Sides
) -> tuple[IntArray, DoubleArray]:
    """Patches that lie like chamfers between the two longest neighbours they turn to, and legs."""
    outlines = np.bincount(sides.own, sides.lengths_mm, patches.count)
    turned = (sides.bends_deg > CHAMFER_DEG[0]) & (sides.bends_deg < CHAMFER_DEG[1])
    turned &= sides.lengths_mm > SHORT_SHARE * outlines[sides.own]
    rows = np.flatnonzero(turned)
    chosen, first, numbers = np.unique(sides.own[rows], return_index=True, return_counts=True)
    chosen, one = chosen[numbers >= 2], rows[first[numbers >= 2]]
    other = rows[first[numbers >= 2] + 1]
    bends = np.stack([sides.bends_deg[one], sides.bends_deg[other]])  # (2, C)
    lengths = np.stack([sides.lengths_mm[one], sides.lengths_mm[other]])
    neighbours = np.stack([sides.other[one], sides.other[other]])
    total = bends.sum(axis=0)
    width = patches.areas_mm2[chosen] / lengths.mean(axis=0)
    beside = patches.areas_mm2[neighbours] / lengths
    ridge = (total > CHAMFER_TOTAL_DEG[0]) & (total < CHAMFER_TOTAL_DEG[1])
    ridge &= lengths.max(axis=0) < 2 * lengths.min(axis=0)
    ridge &= width < NARROW * beside.max(axis=0)
    ridge &= width > 1e-6 * surface.diagonal_mm
    ridge &= _parallel(patches, chosen, neighbours)
    legs = np.sin(np.radians(bends)).min(axis=0) / np.sin(np.radians(np.clip(total, 1, 179)))
    return chosen[ridge].astype(np.int32), (width * legs)[ridge]


def _parallel(patches: Patches, chosen: IntArray, neighbours: IntArray) -> NDArray[np.bool_]:
    """Whether the two edges of each patch run alike, where all three patches are flat."""
    edges = np.cross(patches.normals[chosen], patches.normals[neighbours])  # (2, C, 3)
    edges /= np.maximum(np.linalg.norm(edges, axis=2, keepdims=True), 1e-12)
    flat = patches.flatness[chosen] > FLAT
    flat &= (patches.flatness[neighbours] > FLAT).all(axis=0)
    return np.asarray(~flat | (np.abs((edges[0] * edges[1]).sum(axis=1)) > LENGTHWISE))


def _flat_or_conical(surface: Surface, patches: Patches, patch: int) -> bool:
    """Whether the normals of a patch are all alike, or all lean alike towards an axis."""
    faces = patches.faces(patch)
    areas = surface.areas_mm2[faces]
    normals = surface.normals[faces][areas > 1e-6 * areas.max()]
    centred = normals - normals.mean(axis=0)
    spread = np.abs(centred).max()
    if spread < np.radians(2 * FLAT_DEG):
        return True
    lean = normals @ np.linalg.eigh(centred.T @ centred)[1][:, 0]
    return bool(np.ptp(lean) < CONE_SPREAD and 0.2 < abs(float(lean.mean())) < 0.97)


def _rings(sides: _Sides, chosen: IntArray) -> int:
    """Count the chamfers, the two halves of a conical one as one."""
    numbers = np.full(int(max(sides.own.max(), sides.other.max())) + 1, -1, np.int32)
    numbers[chosen] = np.arange(len(chosen))
    pairs = np.stack([numbers[sides.own], numbers[sides.other]], axis=1)
    halves = (pairs >= 0).all(axis=1) & (np.abs(sides.bends_deg) < CHAMFER_DEG[0])
    return int(components(len(chosen), pairs[halves]).max()) + 1


def measure_fillets(
    surface: Surface,
    patches: Patches,
    cylinders: list[Cylinder],
    brep_faces: tuple[BrepFace, ...],
) -> list[Measurement]:
    """Count the fillets of a CAD file and find the smallest radius."""
    borders = _Borders(surface, patches)
    radii = [
        (each.radius_mm, each.sigma_mm, each.faces)
        for each in cylinders
        if each.sweep_deg <= MAX_FILLET_DEG and borders.smooth(each, TANGENT_DEG)
    ]
    radii += [
        (brep.minor_radius_mm, 0.0, patches.faces(index))
        for index, brep in enumerate(brep_faces)
        if brep.kind == "torus" and brep.minor_radius_mm and index < patches.count
    ]
    return _smallest(radii)


def measure_mesh_fillets(
    surface: Surface, facets: Facets, patches: Patches, cylinders: list[Cylinder]
) -> list[Measurement]:
    """Count the fillets of a mesh where every curved wall of it is a cylinder or a cone.

    Fillets that run into one another make one wall of no simple shape; then the number is not
    known and nothing is said.
    """
    sizes = np.bincount(facets.walls, minlength=patches.count)
    if _untold_mm2(surface, facets, patches, cylinders) > UNTOLD_SHARE * patches.areas_mm2.sum():
        return []
    borders = _Borders(surface, patches)
    radii = []
    for each in cylinders:
        step_deg = each.sweep_deg / max(float(sizes[patches.of_face[each.faces[0]]]), 1.0)
        if each.sweep_deg <= MAX_FILLET_DEG and borders.smooth(
            each, max(TANGENT_DEG, 0.8 * step_deg)
        ):
            radii.append((each.radius_mm, each.sigma_mm, each.faces))
    return _smallest(radii)


def _untold_mm2(
    surface: Surface, facets: Facets, patches: Patches, cylinders: list[Cylinder]
) -> float:
    """Area of the strips of curved walls that belong to no cylinder and no cone."""
    told = np.zeros(len(facets.walls), bool)
    for each in cylinders:
        told[facets.of_face[each.faces]] = True
    curved = np.bincount(facets.walls, minlength=patches.count) >= CURVED_FACETS
    untold = curved[facets.walls] & ~told
    total = 0.0
    for wall in np.unique(facets.walls[untold]).tolist():
        if _flat_or_conical(surface, patches, wall):
            continue
        areas = facets.areas_mm2[facets.walls == wall]
        # The flats of a drop-shaped hole belong to its wall, but are no strips.
        strips = untold & (facets.walls == wall) & (facets.areas_mm2 <= 2 * np.median(areas))
        total += float(facets.areas_mm2[strips].sum())
        if total > UNTOLD_SHARE * patches.areas_mm2.sum():
            break
    return total


class _Borders:
    """The edges around each patch."""

    def __init__(self, surface: Surface, patches: Patches) -> None:
        self._surface, self._patches = surface, patches
        own = patches.of_face[surface.pairs[patches.borders]].T.ravel()
        order = np.argsort(own, kind="stable")
        self._edges = np.tile(patches.borders, 2)[order]
        self._starts = np.searchsorted(own[order], np.arange(patches.count + 1))

    def smooth(self, cylinder: Cylinder, limit_deg: float) -> bool:
        """Whether a strip of a cylinder runs smoothly into the faces along its long sides."""
        surface = self._surface
        own = np.unique(self._patches.of_face[cylinder.faces])
        edges = np.concatenate(
            [self._edges[self._starts[patch] : self._starts[patch + 1]] for patch in own]
        )
        inside = np.isin(self._patches.of_face[surface.pairs[edges]], own).all(axis=1)
        edges = edges[~inside]
        ends = surface.mesh.vertices[surface.edges[edges]]
        along = ends[:, 1] - ends[:, 0]
        lengths = np.linalg.norm(along, axis=1)
        lengthwise = np.abs(along @ cylinder.axis) > LENGTHWISE * lengths
        smooth: NDArray[np.bool_] = np.abs(surface.bends_deg[edges]) <= limit_deg
        total = float(lengths[lengthwise].sum())
        return bool(
            total > 1.2 * cylinder.length_mm and lengths[lengthwise & smooth].sum() >= 0.6 * total
        )


def _smallest(radii: list[tuple[float, float, IntArray]]) -> list[Measurement]:
    every = np.unique(np.concatenate([faces for *_, faces in radii])) if radii else None
    found = [Measurement("fillet_count", float(len(radii)), "", 0.0, every)]
    if radii:
        radius, sigma, faces = min(radii, key=lambda fillet: fillet[0])
        found.append(Measurement("fillet_radius_min", radius, "mm", sigma, faces))
    return found
