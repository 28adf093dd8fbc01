"""The form of a shape as one vector, whatever its size: what similar designs are found by.

Everything is taken from the surface itself or from measurements that meshes and CAD files share,
so that the same part gives nearly the same vector from either. Exact CAD faces only sharpen the
shares of flat and curved area. Unlike the shorter shape descriptor, which the model learns from
pictures, it also holds what no picture shows: holes, tunnels, the hand of a part.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from mmdesign.domain import Design, DoubleArray, FloatArray, IntArray, Measurement, Mesh
from mmdesign.measuring.descriptor import bending, facing
from mmdesign.measuring.facets import Facets, facets_of
from mmdesign.measuring.rays import Samples, sampled
from mmdesign.measuring.surface import Surface, summed, surface_of

SAMPLES = 16_384
SHUFFLES = 4
"""Random pairings of the samples, each of half as many pairs."""
LONGEST = 2.5
"""Longest distance told apart, in mean distances."""
DISTANCE_BINS, NORMAL_BINS, SLANT_BINS, RADIUS_BINS = 8, 7, 4, 16
"""An odd number for normals: those at right angles, as most are, lie in the middle of a bin."""
HAND_SIZE = 5
HANDED = 0.005
"""From which length on a part has a hand."""
OWN_AXES = 0.005
"""Spreads nearer than this, relatively, do not say which main axis is which."""
FLATTEST = 1e-6
"""Spread across a sheet over that along it; a sheet is its own mirror image."""
QUADRATURE = np.array(
    [[0.225, 1 / 3, 1 / 3, 1 / 3]]
    + [[0.1323941527885062, *np.roll([0.05971587178977, 0.470142064105115, 0.470142064105115], n)]
       for n in range(3)]
    + [[0.1259391805448271, *np.roll([0.797426985353087, 0.101286507323456, 0.101286507323456], n)]
       for n in range(3)]
)  # fmt: skip
"""Weight and corner shares of 7 points that integrate fifth powers over a triangle exactly.

Source: Radon, "Zur mechanischen Kubatur", Monatshefte für Mathematik 52, 1948.
"""
WELD = 1e-6
"""Vertices nearer than this share of the longest extent are one."""
CURVED_FACETS = 6
"""Walls of fewer facets are flat."""
ROUND_ONE_WAY = 0.01
"""Largest variance of the normals across the way in which a cylinder or cone is curved."""
WAYS_CURVED: Mapping[str, int] = MappingProxyType({"plane": 0, "cylinder": 1, "cone": 1})
UNKNOWN = -1.0
"""Entry of what could not be measured; every known one is 0 or more, the hand's apart."""
BLOCK_SIZES: Mapping[str, int] = MappingProxyType({
    "box": 2, "spread": 3, "solidity": 2, "facing": 6, "bending": 3, "radii": RADIUS_BINS,
    "pairs": DISTANCE_BINS * NORMAL_BINS, "slants": DISTANCE_BINS * SLANT_BINS, "surfaces": 6,
    "tunnels": 2, "features": 3, "holes": 2, "walls": 1, "symmetry": 3, "hand": HAND_SIZE,
})  # fmt: skip


def _slices() -> Mapping[str, slice]:
    ends = np.cumsum(list(BLOCK_SIZES.values())).tolist()
    return {
        name: slice(end - size, end)
        for (name, size), end in zip(BLOCK_SIZES.items(), ends, strict=True)
    }


FORM_BLOCKS: Mapping[str, slice] = MappingProxyType(_slices())
"""What the entries of a form vector are about -> where they are."""
FORM_WIDTH = sum(BLOCK_SIZES.values())


def form_vector(design: Design, measurements: Sequence[Measurement]) -> FloatArray | None:
    """Describe the form of a design, without its size.

    Args:
        design: What was loaded.
        measurements: What was measured on it.

    Returns:
        (FORM_WIDTH,) float32, blocks as in FORM_BLOCKS; None for pictures and empty meshes.

    Source: distances and angles between pairs of oriented points are those of Wahl et al.,
    "Surflet-pair-relation histograms", 3DIM 2003; distances alone are D1 and D2 of Osada et al.,
    "Shape distributions", ACM TOG 2002.
    """
    mesh = design.mesh
    if mesh is None or not len(mesh.faces):
        return None
    surface = surface_of(mesh)
    area = float(surface.areas_mm2.sum())
    if not area > 0:
        return None
    samples = sampled(surface, SAMPLES)
    extents = np.sort(np.ptp(mesh.vertices[mesh.faces.ravel()], axis=0))[::-1]
    moments = _moments(surface)
    values: dict[str, list[float]] = {}
    for measured in measurements:
        values.setdefault(measured.quantity, []).append(measured.value)
    blocks = {
        "box": extents[1:] / max(float(extents[0]), 1e-12),
        "spread": moments["spread"] / np.sqrt(area),
        "hand": moments["hand"],
        "solidity": _solidity(surface, extents),
        "facing": facing(surface),
        "bending": bending(surface),
        **_relations(surface, samples),
        "surfaces": _surfaces(design, surface),
        "tunnels": _tunnels(mesh),
        **_measured(values, float(np.sqrt(area))),
    }
    return np.concatenate([blocks[name] for name in BLOCK_SIZES]).astype(np.float32)


def hand_of(mesh: Mesh) -> DoubleArray:
    """(HAND_SIZE,) what a mirror changes the sign of; near zero for a mesh that has no hand.

    Entry by entry it is the block "hand" of the mesh's form vector.
    """
    surface = surface_of(mesh)
    spread, hand = (_moments(surface)[name] for name in ("spread", "hand"))
    apart = np.diff(spread) / np.maximum(spread[1:], 1e-9)
    has_hand = float(np.linalg.norm(hand)) >= HANDED and float(apart.min()) >= OWN_AXES
    return hand if has_hand else np.zeros(HAND_SIZE)


def _moments(surface: Surface) -> dict[str, DoubleArray]:
    """How far the area extends along its main axes, and its hand: exact integrals over the mesh.

    In the right-handed frame of its main axes a shape can only be turned half about an axis. That
    leaves products odd in x, y and z as they are, and a mirror changes their sign.
    """
    corners = surface.mesh.vertices[surface.mesh.faces]  # (F, 3, 3)
    points = np.einsum("qk,fki->fqi", QUADRATURE[:, 1:], corners).reshape(-1, 3)
    weights = np.outer(surface.areas_mm2 / surface.areas_mm2.sum(), QUADRATURE[:, 0]).ravel()
    points = points - weights @ points
    squares, axes = np.linalg.eigh((points * weights[:, None]).T @ points)
    spread = np.sqrt(squares.clip(min=0))
    if spread[0] <= FLATTEST * spread[2]:
        return {"spread": spread, "hand": np.zeros(HAND_SIZE)}
    axes[:, 2] *= np.sign(np.linalg.det(axes))
    x, y, z = (points @ axes / spread).T
    product = weights * x * y * z
    skews = [weights @ each**3 for each in (x, y, z)]
    odd = [product.sum(), *(product @ each**2 for each in (x, y, z)), np.prod(skews)]
    return {"spread": spread, "hand": np.asarray(odd)}


def _solidity(surface: Surface, extents: DoubleArray) -> DoubleArray:
    """Fill of the box, and compactness (1 for a sphere); open meshes have no volume."""
    if not surface.closed:
        return np.full(2, UNKNOWN)
    volume = float(surface.part_volumes_mm3.sum())
    area = float(surface.areas_mm2.sum())
    fill = min(volume / max(float(np.prod(extents)), 1e-30), 1.0)
    return np.array([fill, min(np.sqrt(6 * np.sqrt(np.pi) * volume / area**1.5), 1.0)])


def _relations(surface: Surface, samples: Samples) -> dict[str, DoubleArray]:
    """How random pairs of surface points stand to each other, and to their middle."""
    generator = np.random.default_rng(0)
    half = len(samples.faces) // 2
    pairs = np.zeros((DISTANCE_BINS, NORMAL_BINS))
    slants = np.zeros((DISTANCE_BINS, SLANT_BINS))
    for _ in range(SHUFFLES):
        order = generator.permutation(len(samples.faces))[: 2 * half].reshape(2, half)
        near, agree, slant = _paired(surface, samples, order)
        pairs += _counted(near, (agree + 1) / 2, NORMAL_BINS)
        slants += _counted(near, slant, SLANT_BINS)
    middle = np.linalg.norm(samples.points_mm - samples.points_mm.mean(axis=0), axis=1)
    scaled = middle / max(float(middle.mean()) * LONGEST, 1e-12)
    radii = np.histogram(scaled, RADIUS_BINS, (0, 1))[0] / len(middle)
    return {
        "pairs": np.sqrt(pairs / pairs.sum()).ravel(),
        "slants": np.sqrt(slants / slants.sum()).ravel(),
        "radii": np.sqrt(radii),
    }


def _paired(
    surface: Surface, samples: Samples, order: NDArray[np.intp]
) -> tuple[NDArray[np.intp], DoubleArray, DoubleArray]:
    """Compare pairs of samples, order (2, P).

    Returns:
        (P,) bin of the distance, cosine between the normals, and how far the normals lie along
        the way from one to the other.
    """
    one, other = samples.points_mm[order]
    normals = surface.normals[samples.faces[order]]  # (2, P, 3)
    apart = one - other
    lengths = np.linalg.norm(apart, axis=1)
    towards = apart / np.maximum(lengths, 1e-12)[:, None]
    scaled = lengths / max(float(lengths.mean()) * LONGEST, 1e-12)
    near = (np.minimum(scaled, 1 - 1e-9) * DISTANCE_BINS).astype(np.intp)
    agree = np.einsum("pi,pi->p", normals[0], normals[1])
    slant = np.abs(np.einsum("spi,pi->sp", normals, towards)).mean(axis=0)
    return near, agree, slant


def _counted(near: NDArray[np.intp], shares: DoubleArray, bins: int) -> DoubleArray:
    """(DISTANCE_BINS, bins) how many pairs are so far apart and have a share in [0, 1] so large."""
    across = np.clip((shares * bins).astype(np.intp), 0, bins - 1)
    counts = np.bincount(near * bins + across, minlength=DISTANCE_BINS * bins)
    return counts.reshape(DISTANCE_BINS, bins).astype(float)


def _surfaces(design: Design, surface: Surface) -> DoubleArray:
    """Shares of area: flat, curved one way, curved both ways; and of the largest flat walls."""
    facets = facets_of(surface)
    count = int(facets.walls.max()) + 1
    areas = summed(facets.walls, facets.areas_mm2, count)
    flat = np.bincount(facets.walls, minlength=count) < CURVED_FACETS
    total = float(areas.sum())
    face_brep = surface.mesh.face_brep
    if design.brep_faces and face_brep is not None:
        kinds = np.array([WAYS_CURVED.get(face.kind, 2) for face in design.brep_faces], np.int32)
        known = face_brep >= 0
        shares = summed(kinds[face_brep[known]], surface.areas_mm2[known], 3)
    else:
        ways = np.where(flat, 0, np.where(_one_way(facets, areas), 1, 2)).astype(np.int32)
        shares = summed(ways, areas, 3)
    largest = np.sort(areas[flat])[::-1]
    return np.array([*shares, *(largest[:first].sum() for first in (1, 2, 6))]) / total


def _one_way(facets: Facets, areas: DoubleArray) -> NDArray[np.bool_]:
    """(walls,) whether the normals of a wall all lie in one plane, as a cylinder's do."""
    normals, weights = facets.normals, facets.areas_mm2

    def average(values: DoubleArray) -> DoubleArray:
        return summed(facets.walls, values * weights, len(areas)) / np.maximum(areas, 1e-30)

    mean = np.stack([average(normals[:, axis]) for axis in range(3)], axis=1)
    rows = [average(normals[:, i] * normals[:, j]) for i in range(3) for j in range(3)]
    spread = np.stack(rows, axis=1).reshape(-1, 3, 3) - np.einsum("wi,wj->wij", mean, mean)
    return np.asarray(np.linalg.eigvalsh(spread)[:, 0] < ROUND_ONE_WAY)


def _tunnels(mesh: Mesh) -> DoubleArray:
    """Handles of the surface and number of separate pieces, as logarithms."""
    faces, count = _welded(mesh)
    sides = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    edges = np.unique(sides, axis=0)
    graph = coo_array((np.ones(len(edges), bool), (edges[:, 0], edges[:, 1])), (count, count))
    pieces = int(connected_components(graph, directed=False)[0])
    handles = max(pieces - (count - len(edges) + len(faces)) / 2, 0.0)
    return np.log1p([handles, pieces]) / 4


def _welded(mesh: Mesh) -> tuple[IntArray, int]:
    """Faces over vertices that were joined where they touch, without slivers, and their count."""
    used, faces = np.unique(mesh.faces, return_inverse=True)
    points = mesh.vertices[used]
    step = max(float(np.ptp(points, axis=0).max()), 1e-12) * WELD
    cells = np.round((points - points.min(axis=0)) / step).astype(np.int64)
    _, joined = np.unique(cells, axis=0, return_inverse=True)
    faces = joined.ravel()[faces.reshape(-1, 3)]
    whole = (faces != np.roll(faces, 1, axis=1)).all(axis=1)
    _, faces = np.unique(faces[whole], return_inverse=True)
    kept: IntArray = faces.reshape(-1, 3).astype(np.int32)
    return kept, int(kept.max(initial=-1)) + 1


def _measured(values: Mapping[str, list[float]], side_mm: float) -> dict[str, DoubleArray]:
    """What measurements say, in sides of a square as large as the whole surface."""

    def first(quantity: str) -> float:
        return values[quantity][0] if quantity in values else np.nan

    diameters = np.array(values.get("hole_diameter", [])) / side_mm
    sizes = [diameters.max(), diameters.mean()] if len(diameters) else [0.0, 0.0]
    holes = np.log1p(20 * np.array(sizes if "hole_count" in values else [np.nan, np.nan])) / 2
    counts = [first(name) for name in ("hole_count", "planar_face_count", "cylinder_count")]
    symmetry = np.sort([first(f"symmetry_{axis}") for axis in "xyz"])
    blocks = {
        "features": np.log1p(counts) / 4,
        "holes": holes,
        "walls": np.log1p([100 * first("wall_thickness_min") / side_mm]) / 4,
        "symmetry": symmetry,
    }
    return {name: np.nan_to_num(block, nan=UNKNOWN) for name, block in blocks.items()}
