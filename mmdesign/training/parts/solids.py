"""Solids whose faces remember which feature they belong to.

Manifold keeps, through every boolean, which primitive each triangle came from; naming the
primitives is therefore enough to know afterwards which triangles are a hole, a rib or a handle.
Lengths are mm, angles degrees; primitives stand on z = 0 and are centred in x and y.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from manifold3d import CrossSection, Manifold, OpType
from manifold3d import Mesh as ManifoldMesh

from mmdesign.domain import DoubleArray

SEGMENTS = 40
Point2 = tuple[float, float]
Point3 = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Body:
    """A solid and the feature name of every primitive in it."""

    solid: Any
    labels: Mapping[int, str] = field(default_factory=dict)
    """Manifold's original id of a primitive -> feature name."""

    def __add__(self, other: "Body") -> "Body":
        return Body(self.solid + other.solid, {**self.labels, **other.labels})

    def __sub__(self, other: "Body") -> "Body":
        return Body(self.solid - other.solid, {**self.labels, **other.labels})

    def __and__(self, other: "Body") -> "Body":
        return Body(self.solid ^ other.solid, {**self.labels, **other.labels})

    def at(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> "Body":
        """Move by (x, y, z) mm."""
        return Body(self.solid.translate((x, y, z)), self.labels)

    def turned(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> "Body":
        """Rotate about x, then y, then z, in degrees."""
        return Body(self.solid.rotate((x, y, z)), self.labels)

    def scaled(self, x: float = 1.0, y: float = 1.0, z: float = 1.0) -> "Body":
        """Scale along the axes."""
        return Body(self.solid.scale((x, y, z)), self.labels)

    def mirrored(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> "Body":
        """Mirror across the plane through the origin with this normal."""
        return Body(self.solid.mirror((x, y, z)), self.labels)

    def around(self, count: int, start_deg: float = 0.0) -> "Body":
        """Repeat around the z axis, evenly spaced."""
        return union(self.turned(z=start_deg + 360.0 * index / count) for index in range(count))

    def labelled(self, feature: str) -> Self:
        """Forget the history: every face belongs to one feature from here on."""
        solid = self.solid.as_original()
        return type(self)(solid, {solid.original_id(): feature})


def union(bodies: Iterable[Body]) -> Body:
    """Join many bodies at once."""
    bodies = list(bodies)
    labels: dict[int, str] = {}
    for body in bodies:
        labels.update(body.labels)
    solids = [body.solid for body in bodies]
    return Body(
        Manifold.batch_boolean(solids, OpType.Add) if len(solids) > 1 else solids[0], labels
    )


def hull(*bodies: Body, feature: str = "body") -> Body:
    """The convex hull of some bodies, as one feature."""
    return Body(Manifold.batch_hull([body.solid for body in bodies])).labelled(feature)


def block(x: float, y: float, z: float, feature: str = "body") -> Body:
    """A box standing on z = 0."""
    return Body(Manifold.cube((x, y, z)).translate((-x / 2, -y / 2, 0.0))).labelled(feature)


def rounded_block(x: float, y: float, z: float, radius: float, feature: str = "body") -> Body:
    """A box whose four upright edges are rounded."""
    return prism(rounded_rectangle(x, y, radius), z, feature)


def rod(
    radius: float, height: float, feature: str = "body", top: float | None = None,
    sides: int = SEGMENTS,
) -> Body:  # fmt: skip
    """A cylinder, cone (`top`) or upright prism (few `sides`) on z = 0."""
    top = radius if top is None else top
    return Body(Manifold.cylinder(height, radius, top, sides)).labelled(feature)


def ball(radius: float, feature: str = "body") -> Body:
    """A sphere around the origin."""
    return Body(Manifold.sphere(radius, SEGMENTS)).labelled(feature)


def tube(outer: float, inner: float, height: float, feature: str = "body") -> Body:
    """A ring or pipe; its bore is a `bore`."""
    return rod(outer, height, feature) - rod(inner, height + 2, "bore").at(z=-1)


def prism(
    outline: Sequence[Point2], height: float, feature: str = "body", twist_deg: float = 0.0
) -> Body:
    """An outline extruded upwards from z = 0, twisted on the way if asked."""
    section = CrossSection([_counter_clockwise(outline)])
    divisions = int(abs(twist_deg) // 4)
    return Body(Manifold.extrude(section, height, divisions, twist_deg)).labelled(feature)


def revolved(
    profile: Sequence[Point2], feature: str = "body", sweep_deg: float = 360.0,
    segments: int = SEGMENTS,
) -> Body:  # fmt: skip
    """A closed (radius, z) profile turned around the z axis."""
    section = CrossSection([_counter_clockwise(profile)])
    return Body(Manifold.revolve(section, segments, sweep_deg)).labelled(feature)


def wire(
    path: Sequence[Point3] | DoubleArray, radius: float, feature: str = "body", sides: int = 12,
    closed: bool = False,
) -> Body:  # fmt: skip
    """A round wire along a path, its section carried without twisting.

    Args:
        path: (N, 3) points in mm; a closed one must not repeat its first point.
        radius: Of the wire, in mm; below the path's own bending radius.
        feature: Name for its faces.
        sides: Of the section.
        closed: Whether the last point joins the first.
    """
    points = np.asarray(path, dtype=np.float64)
    rings = _rings_along(points, radius, sides, closed)
    count = len(points)
    steps = count if closed else count - 1
    faces = []
    for step in range(steps):
        here, there = step * sides, ((step + 1) % count) * sides
        for side in range(sides):
            after = (side + 1) % sides
            faces.append((here + side, here + after, there + side))
            faces.append((here + after, there + after, there + side))
    vertices = rings.reshape(-1, 3)
    if not closed:
        start, end = len(vertices), len(vertices) + 1
        vertices = np.vstack([vertices, points[0], points[-1]])
        last = (count - 1) * sides
        faces += [(start, (side + 1) % sides, side) for side in range(sides)]
        faces += [(end, last + side, last + (side + 1) % sides) for side in range(sides)]
    mesh = ManifoldMesh(vertices.astype(np.float32), np.asarray(faces, dtype=np.uint32))
    return Body(Manifold(mesh)).labelled(feature)


def _rings_along(points: DoubleArray, radius: float, sides: int, closed: bool) -> DoubleArray:
    """(N, sides, 3) section corners; the frame is carried from point to point."""
    if closed:
        ahead, behind = np.roll(points, -1, axis=0), np.roll(points, 1, axis=0)
        tangents = ahead - behind
    else:
        tangents = np.gradient(points, axis=0)
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    helper = np.eye(3)[np.argmin(np.abs(tangents[0]))]
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)[:, None]
    rings = np.empty((len(points), sides, 3))
    for index, tangent in enumerate(tangents):
        side = np.cross(tangent, helper)
        side /= np.linalg.norm(side)
        helper = np.cross(side, tangent)
        # side, helper and the tangent form a left-handed frame here: turning from side
        # towards -helper keeps the faces counter-clockwise seen from outside
        rings[index] = points[index] + radius * (np.cos(angles) * side - np.sin(angles) * helper)
    return rings


def helix(radius: float, pitch: float, turns: float, per_turn: int = 24) -> DoubleArray:
    """(N, 3) points of a coil that climbs from z = 0."""
    angle = np.linspace(0, 2 * np.pi * turns, int(per_turn * turns) + 1)
    return np.stack(
        [radius * np.cos(angle), radius * np.sin(angle), pitch * angle / (2 * np.pi)], axis=1
    )


def arc(radius: float, start_deg: float, end_deg: float, count: int = 16) -> list[Point2]:
    """Points on a circle around the origin, ends included."""
    angles = np.radians(np.linspace(start_deg, end_deg, count))
    return [(float(radius * np.cos(a)), float(radius * np.sin(a))) for a in angles]


def rounded_rectangle(x: float, y: float, radius: float) -> list[Point2]:
    """Outline of a rectangle around the origin with round corners."""
    radius = min(radius, 0.499 * min(x, y))
    points: list[Point2] = []
    for corner, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        centre_x, centre_y = sx * (x / 2 - radius), sy * (y / 2 - radius)
        points += [
            (centre_x + px, centre_y + py)
            for px, py in arc(radius, 90.0 * corner, 90.0 * corner + 90.0, 7)
        ]
    return points


def hole(radius: float, depth: float, x: float = 0.0, y: float = 0.0) -> Body:
    """A drill that leaves a through hole in whatever spans z in (0, depth)."""
    return rod(radius, depth + 2, "hole", sides=28).at(x, y, -1)


def slot(length: float, width: float, depth: float) -> Body:
    """A cutter that leaves a rounded slot along x in whatever spans z in (0, depth)."""
    return rounded_block(length, width, depth + 2, width / 2, "slot").at(z=-1)


def _counter_clockwise(outline: Sequence[Point2]) -> DoubleArray:
    points = np.asarray(outline, dtype=np.float64)
    x, y = points.T
    clockwise = float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) < 0
    return points[::-1] if clockwise else points
