"""How far a tool must reach into pockets, slots and holes that it can enter along an axis."""

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, IntArray, Measurement
from mmdesign.measuring.rays import LIFT, Rays, Samples
from mmdesign.measuring.surface import Surface
from mmdesign.measuring.walls import facing

REACH_SAMPLES = 3_000
UPRIGHT = 0.3
"""Walls whose normals' share along the tool is below this stand beside it."""
PARALLEL = -0.95
"""Cosine between two walls' normals below which they bound one space."""
BISECTIONS = 10
SUPPORT = 0.002
"""Share of all samples that need at least the reach that is called the largest."""


def measure_reach(surface: Surface, rays: Rays, samples: Samples) -> list[Measurement]:
    """Depth over width of the narrowest, deepest space that a tool must enter.

    For every wall that faces another over air: how deep the space between them is, seen from a
    side on which a straight tool can enter, over how wide it is. Where it can be entered from
    several sides, the easiest counts.

    Returns:
        tool_reach_ratio with tools along all three axes, and _x, _y, _z with tools along one; 0
        where there is nothing to enter.
    """
    every = max(1, len(samples.faces) // REACH_SAMPLES)
    few = Samples(samples.points_mm[::every], samples.faces[::every])
    widths, faces, opposite, chosen = facing(surface, rays, few, 1.0, PARALLEL)
    # Between two parts there is nothing to cut.
    parts = surface.mesh.face_part
    own = parts[faces] == parts[opposite]
    widths, faces, chosen = widths[own], faces[own], chosen[own]
    normals = surface.normals[faces]
    middles = few.points_mm[chosen] + normals * (widths / 2)[:, None]
    ratios = np.full((3, len(widths)), np.inf)
    for axis in range(3):
        beside = np.flatnonzero(np.abs(normals[:, axis]) < UPRIGHT)
        for way in (1.0, -1.0):
            depths = _depths(
                rays, middles[beside], normals[beside], widths[beside], way * np.eye(3)[axis]
            )
            ratios[axis, beside] = np.minimum(ratios[axis, beside], depths / widths[beside])
    found = [_largest("tool_reach_ratio", ratios.min(axis=0), faces, len(few.faces))]
    return found + [
        _largest(f"tool_reach_ratio_{name}", ratios[axis], faces, len(few.faces))
        for axis, name in enumerate("xyz")
    ]


def _depths(
    rays: Rays,
    middles_mm: DoubleArray,
    normals: DoubleArray,
    widths_mm: DoubleArray,
    tool: DoubleArray,
) -> DoubleArray:
    """Depth of the space around each middle, seen along a tool's way out; inf out of reach."""
    depths = np.full(len(middles_mm), np.inf)
    if not len(middles_mm):
        return depths
    out = np.broadcast_to(tool, middles_mm.shape)
    free = np.flatnonzero(~rays.blocked(middles_mm, out))
    middles, across, widths = middles_mm[free], normals[free], widths_mm[free]
    above = _rim(rays, middles, across, widths, tool, np.full(len(free), 2 * rays.radius_mm))
    floor, hit = rays.first_hits(middles, -out[free])
    open_below = np.where(hit >= 0, floor, 2 * rays.radius_mm)
    below = _rim(rays, middles, across, widths, -tool, open_below)
    depths[free] = above + below
    return depths


def _rim(
    rays: Rays,
    middles: DoubleArray,
    across: DoubleArray,
    widths: DoubleArray,
    way: DoubleArray,
    furthest: DoubleArray,
) -> DoubleArray:
    """How far both walls go on in a direction, found by halving; up to `furthest`, a floor."""
    near, far = np.zeros(len(middles)), furthest * (1 - LIFT)
    for step in range(BISECTIONS):
        tried = far if step == 0 else (near + far) / 2
        points = middles + tried[:, None] * way
        walled = _between_walls(rays, points, across, widths)
        near = np.where(walled, tried, near)
        far = np.where(walled, far, tried)
    return np.where(near >= far, furthest, (near + far) / 2)


def _between_walls(
    rays: Rays, points: DoubleArray, across: DoubleArray, widths: DoubleArray
) -> NDArray[np.bool_]:
    reach = 0.75 * widths
    return rays.blocked(points, across, reach) & rays.blocked(points, -across, reach)


def _largest(quantity: str, ratios: DoubleArray, faces: IntArray, samples: int) -> Measurement:
    reachable = np.flatnonzero(np.isfinite(ratios))
    support = max(1, round(SUPPORT * samples))
    if len(reachable) < support:
        return Measurement(quantity, 0.0, "", 0.0)
    falling = reachable[np.argsort(-ratios[reachable], kind="stable")]
    value = float(ratios[falling[support - 1]])
    spread = float(ratios[falling[0]] - ratios[falling[min(2 * support, len(falling)) - 1]]) / 2
    deepest = np.unique(faces[reachable[ratios[reachable] >= 0.98 * value]]).astype(np.int32)
    sigma = float(np.hypot(spread, value * 2.0**-BISECTIONS))
    return Measurement(quantity, value, "", sigma, deepest)
