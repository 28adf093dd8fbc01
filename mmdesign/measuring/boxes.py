"""The smallest box that a design fits into, however it is turned."""

import numpy as np
from scipy.spatial import ConvexHull

from mmdesign.domain import DoubleArray, Measurement
from mmdesign.measuring.bulk import side_error
from mmdesign.measuring.surface import Surface

MAX_DIRECTIONS = 40
"""The largest flat sides of the hull that a box is laid on."""
MAX_SIDES = 64
"""The longest sides of the hull's outline that a box is laid along."""
FLAT = 1e-7
"""A design thinner than this share of its length is a flat sheet."""


def measure_min_box(surface: Surface, chords: DoubleArray) -> list[Measurement]:
    """Lay a box on each of the largest sides of the convex hull and keep the smallest.

    The smallest box of all need not lie on a side (O'Rourke, 1985), but is hardly smaller.
    """
    points = surface.mesh.vertices[np.unique(surface.mesh.faces)]
    axes = _smallest_axes(points)
    corners = surface.mesh.vertices[surface.mesh.faces] @ axes.T
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    sizes = high - low
    names = ("min_box_length", "min_box_width", "min_box_height")
    return [
        Measurement(
            name,
            float(sizes[axis]),
            "mm",
            float(
                np.hypot(
                    side_error(corners[..., axis], low[axis], chords),
                    side_error(corners[..., axis], high[axis], chords),
                )
            ),
        )
        for name, axis in zip(names, np.argsort(-sizes, kind="stable"), strict=True)
    ]


def _smallest_axes(points: DoubleArray) -> DoubleArray:
    """(3, 3) unit rows: the directions of the sides of the smallest box."""
    centred = points - points.mean(axis=0)
    spreads, frame = np.linalg.eigh(centred.T @ centred)
    if spreads[0] <= FLAT**2 * spreads[2]:
        return _laid_on(centred, frame[:, 0])[1]
    hull = ConvexHull(centred)
    outside = centred[hull.vertices]
    best = (float(np.prod(np.ptp(outside, axis=0))), np.eye(3))
    for normal in _largest_sides(hull, centred):
        choice = _laid_on(outside, normal)
        # A box along the axes is kept where a turned one is as small.
        if choice[0] < best[0] * (1 - 1e-9):
            best = choice
    return best[1]


def _largest_sides(hull: ConvexHull, points: DoubleArray) -> DoubleArray:
    """Normals of the largest flat sides of a hull; opposite ones once."""
    normals = hull.equations[:, :3]
    leading = normals[np.arange(len(normals)), np.abs(np.round(normals, 6)).argmax(axis=1)]
    normals = normals * np.sign(leading)[:, None]
    corners = points[hull.simplices]
    areas = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    _, first, group = np.unique(
        np.round(normals, 3), axis=0, return_index=True, return_inverse=True
    )
    largest = np.argsort(-np.bincount(group.ravel(), areas), kind="stable")[:MAX_DIRECTIONS]
    return np.asarray(normals[first[largest]])


def _laid_on(points: DoubleArray, normal: DoubleArray) -> tuple[float, DoubleArray]:
    """Volume and axes of the smallest box with one side across a normal."""
    across = np.cross(normal, np.eye(3)[np.argmin(np.abs(normal))])
    across /= np.linalg.norm(across)
    plane = np.stack([across, np.cross(normal, across)])
    flat = points @ plane.T
    rim = flat[ConvexHull(flat).vertices]
    sides = np.roll(rim, -1, axis=0) - rim
    lengths = np.linalg.norm(sides, axis=1)
    longest = np.argsort(-lengths, kind="stable")[:MAX_SIDES]
    longest = longest[lengths[longest] > 0]
    sides = sides[longest] / lengths[longest, None]
    turned = np.stack([sides, np.stack([-sides[:, 1], sides[:, 0]], axis=1)], axis=1)  # (S, 2, 2)
    sizes = np.ptp(turned @ rim.T, axis=2)  # (S, 2)
    best = int(np.argmin(sizes.prod(axis=1)))
    volume = float(sizes[best].prod() * np.ptp(points @ normal))
    return volume, np.vstack([turned[best] @ plane, normal])
