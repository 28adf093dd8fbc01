"""Parts drawn by sweeping outlines from flat faces, as a mesh and as exact faces alike.

A drawing starts as an extruded outline; outlines on its flat faces are then cut in or built up,
and their floors, tops and straight walls are flat faces that can carry more. What is drawn is thus
known exactly: the mesh and the STEP file are two forms of the same truth. Lengths are mm.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from manifold3d import CrossSection, Manifold

from mmdesign.domain import DoubleArray, Mesh
from mmdesign.training.evaluation.step_file import Curve, Face, Surface, step_text

Point2 = tuple[float, float]
_OVERSHOOT_MM = 0.25
"""How far a tool starts outside the face it cuts, so that no two faces coincide."""


@dataclass(frozen=True, slots=True)
class Segment:
    """From one corner of an outline to the next: straight, or an arc around a centre."""

    start: Point2
    end: Point2
    centre: Point2 | None = None
    left: bool = True
    """Whether the arc turns left (counter-clockwise)."""


Outline = tuple[Segment, ...]
"""Closed and counter-clockwise; one segment from a point to itself is a circle."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a flat face lies; `normal` points out of the material."""

    origin: DoubleArray
    right: DoubleArray
    normal: DoubleArray

    @property
    def up(self) -> DoubleArray:
        """The second direction of the face."""
        return np.cross(self.normal, self.right)

    def place(self, point: Point2, height: float = 0.0) -> DoubleArray:
        """A point of the face in space, raised along the normal."""
        return self.origin + point[0] * self.right + point[1] * self.up + height * self.normal


@dataclass(slots=True)
class Flat:
    """A flat face and the outlines that open on it."""

    frame: Frame
    outline: Outline
    openings: list[tuple[Curve, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Drawing:
    """A part under construction."""

    segments_per_circle: int = 48
    """Of the mesh; the exact faces do not depend on it."""
    flats: list[Flat] = field(default_factory=list)
    walls: list[Face] = field(default_factory=list)
    solid: Manifold = field(default_factory=Manifold)
    pose: DoubleArray = field(default_factory=lambda: np.eye(3))
    """world_from_drawing rotation (3, 3) of the files that are made."""

    def extrude(self, outline: Outline, height: float) -> tuple[Flat, Flat, list[Flat | None]]:
        """Start with an outline on z = 0; its bottom, its top, and a wall per straight segment."""
        ground = Frame(np.zeros(3), np.array([1.0, 0, 0]), np.array([0.0, 0, 1]))
        top = self._flat(_raised(ground, height), outline)
        bottom = self._flat(_flipped(ground), _mirrored(outline))
        walls = self._sweep(ground, outline, height, outwards=True)
        self.solid = self._tool(ground, outline, 0.0, height)
        return bottom, top, walls

    def build(self, on: Flat, outline: Outline, height: float) -> Flat:
        """Build an outline up from a face; its new top."""
        on.openings.append(_curves(on.frame, outline, 0.0, reverse=True))
        top = self._flat(_raised(on.frame, height), outline)
        self._sweep(on.frame, outline, height, outwards=True)
        self.solid += self._tool(on.frame, outline, -_OVERSHOOT_MM / 4, height)
        return top

    def cut(self, into: Flat, outline: Outline, depth: float, until: Flat | None = None) -> Flat:
        """Cut an outline into a face; its floor, or the face on the other side that it opens."""
        into.openings.append(_curves(into.frame, outline, 0.0, reverse=True))
        below = _raised(into.frame, -depth)
        self._sweep(below, outline, depth, outwards=False)
        if until is None:
            self.solid -= self._tool(below, outline, 0.0, depth + _OVERSHOOT_MM)
            return self._flat(below, outline)
        until.openings.append(_curves(below, outline, 0.0, reverse=False))
        self.solid -= self._tool(below, outline, -_OVERSHOOT_MM, depth + _OVERSHOOT_MM)
        return until

    def countersink(self, into: Flat, centre: Point2, wide: float, narrow: float) -> Flat:
        """Cut a 90 degree cone into a face; the round face at its bottom, to be drilled on."""
        depth = wide - narrow
        into.openings.append(_curves(into.frame, circle(centre, wide), 0.0, reverse=True))
        below = _raised(into.frame, -depth)
        self.walls.append(_cone(below, centre, narrow, wide))
        tool = Manifold.cylinder(depth, narrow, wide, self.segments_per_circle)
        self.solid -= tool.transform(_matrix(below, centre))
        return self._flat(below, circle(centre, narrow))

    def mesh(self) -> Mesh:
        """Triangles; circles have the drawing's number of segments."""
        made = self.solid.to_mesh64()
        vertices = np.ascontiguousarray(np.asarray(made.vert_properties, np.float64)[:, :3])
        faces = np.asarray(made.tri_verts, np.int32)
        return Mesh(vertices @ self.pose.T, faces, np.zeros(len(faces), np.int32), ("part",))

    def step(self) -> str:
        """The exact faces as a STEP file; a floor that a hole swallows whole has no face."""
        return step_text([_turned(face, self.pose) for face in self.faces()])

    def faces(self) -> list[Face]:
        """Every face of the part as it was drawn."""
        flats = [
            Face(
                Surface(flat.frame.origin, flat.frame.normal, flat.frame.right),
                (_curves(flat.frame, flat.outline, 0.0, reverse=False), *flat.openings),
            )
            for flat in self.flats
            if not _is_swallowed(flat)
        ]
        return [*flats, *self.walls]

    def _flat(self, frame: Frame, outline: Outline) -> Flat:
        self.flats.append(Flat(frame, outline))
        return self.flats[-1]

    def _sweep(
        self, frame: Frame, outline: Outline, height: float, *, outwards: bool
    ) -> list[Flat | None]:
        """Walls over an outline; a straight one of a solid can carry more."""
        carrying: list[Flat | None] = []
        for segment in outline:
            flat = None
            if outwards and segment.centre is None:
                flat = _wall_flat(frame, segment, height)
                self.flats.append(flat)
            else:
                self.walls.append(_wall(frame, segment, height, outwards=outwards))
            carrying.append(flat)
        return carrying

    def _tool(self, frame: Frame, outline: Outline, low: float, high: float) -> Manifold:
        points = np.array(polygon(outline, self.segments_per_circle))
        tool = Manifold.extrude(CrossSection([points]), high - low)
        return tool.translate((0, 0, low)).transform(_matrix(frame, (0.0, 0.0)))


def circle(centre: Point2, radius: float) -> Outline:
    """One segment all around."""
    start = (centre[0] + radius, centre[1])
    return (Segment(start, start, centre),)


def straight(points: Sequence[Point2]) -> Outline:
    """A polygon, its corners counter-clockwise."""
    return tuple(
        Segment(point, points[(number + 1) % len(points)]) for number, point in enumerate(points)
    )


def rectangle(x: float, y: float, centre: Point2 = (0.0, 0.0)) -> Outline:
    """Four straight sides around a centre."""
    return straight([(centre[0] + sx * x / 2, centre[1] + sy * y / 2)
                     for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))])  # fmt: skip


def rounded(x: float, y: float, radius: float, centre: Point2 = (0.0, 0.0)) -> Outline:
    """A rectangle with round corners; the long sides vanish when the radius is half the width."""
    segments: list[Segment] = []
    for number, (sx, sy) in enumerate(((1, -1), (1, 1), (-1, 1), (-1, -1))):
        middle = (centre[0] + sx * (x / 2 - radius), centre[1] + sy * (y / 2 - radius))
        angle = np.radians(-90 + 90 * number)
        ends = [
            (float(middle[0] + radius * np.cos(a)), float(middle[1] + radius * np.sin(a)))
            for a in (angle, angle + np.pi / 2)
        ]
        if segments and not np.allclose(segments[-1].end, ends[0]):
            segments.append(Segment(segments[-1].end, ends[0]))
        segments.append(Segment(ends[0], ends[1], middle))
    if not np.allclose(segments[-1].end, segments[0].start):
        segments.append(Segment(segments[-1].end, segments[0].start))
    return tuple(segments)


def polygon(outline: Outline, per_circle: int) -> list[Point2]:
    """Corners of an outline whose arcs are chords with their ends on the arc."""
    points: list[Point2] = []
    for segment in outline:
        if segment.centre is None:
            points.append(segment.start)
            continue
        centre = np.array(segment.centre)
        first, last = np.array(segment.start) - centre, np.array(segment.end) - centre
        turn = _turn(first, last, left=segment.left)
        steps = max(2, round(abs(turn) / (2 * np.pi) * per_circle))
        for angle in np.linspace(0, turn, steps, endpoint=False):
            c, s = np.cos(angle), np.sin(angle)
            points.append((float(centre[0] + c * first[0] - s * first[1]),
                           float(centre[1] + s * first[0] + c * first[1])))  # fmt: skip
    return points


def area_mm2(outline: Outline) -> float:
    """Exact area."""
    total = 0.0
    for segment in outline:
        (ax, ay), (bx, by) = segment.start, segment.end
        total += (ax * by - bx * ay) / 2
        if segment.centre is not None:
            first = np.subtract(segment.start, segment.centre)
            turn = _turn(first, np.subtract(segment.end, segment.centre), left=segment.left)
            total += float(first @ first) / 2 * (turn - np.sin(turn))
    return float(total)


def perimeter_mm(outline: Outline) -> float:
    """Exact length all around."""
    total = 0.0
    for segment in outline:
        if segment.centre is None:
            total += float(np.linalg.norm(np.subtract(segment.end, segment.start)))
        else:
            first = np.subtract(segment.start, segment.centre)
            turn = _turn(first, np.subtract(segment.end, segment.centre), left=segment.left)
            total += abs(turn) * float(np.linalg.norm(first))
    return total


def _turn(first: DoubleArray, last: DoubleArray, *, left: bool) -> float:
    angle = float(np.arctan2(first[0] * last[1] - first[1] * last[0], first @ last))
    if left:
        return angle if angle > 1e-9 else angle + 2 * np.pi
    return angle if angle < -1e-9 else angle - 2 * np.pi


def _raised(frame: Frame, height: float) -> Frame:
    return Frame(frame.origin + height * frame.normal, frame.right, frame.normal)


def _flipped(frame: Frame) -> Frame:
    """The same place seen from behind; up becomes down."""
    return Frame(frame.origin, frame.right, -frame.normal)


def _mirrored(outline: Outline) -> Outline:
    """An outline as it is seen from behind, counter-clockwise again."""

    def flip(point: Point2) -> Point2:
        return point[0], -point[1]

    return tuple(
        Segment(flip(s.end), flip(s.start), None if s.centre is None else flip(s.centre), s.left)
        for s in reversed(outline)
    )


def _curve(frame: Frame, segment: Segment, height: float) -> Curve:
    start, end = frame.place(segment.start, height), frame.place(segment.end, height)
    if segment.centre is None:
        return Curve(start, end)
    axis = frame.normal if segment.left else -frame.normal
    return Curve(start, end, frame.place(segment.centre, height), axis)


def _curves(frame: Frame, outline: Outline, height: float, *, reverse: bool) -> tuple[Curve, ...]:
    curves = tuple(_curve(frame, segment, height) for segment in outline)
    return tuple(curve.reversed() for curve in reversed(curves)) if reverse else curves


def _wall_loop(
    frame: Frame, segment: Segment, height: float, *, outwards: bool
) -> tuple[Curve, ...]:
    low, high = _curve(frame, segment, 0.0), _curve(frame, segment, height)
    there, back = Curve(low.end, high.end), Curve(high.start, low.start)
    loop = (low, there, high.reversed(), back)
    return loop if outwards else tuple(curve.reversed() for curve in reversed(loop))


def _wall(frame: Frame, segment: Segment, height: float, *, outwards: bool) -> Face:
    loop = _wall_loop(frame, segment, height, outwards=outwards)
    if segment.centre is None:
        along = frame.place(segment.end) - frame.place(segment.start)
        along /= np.linalg.norm(along)
        normal = np.cross(along, frame.normal) * (1 if outwards else -1)
        return Face(Surface(frame.place(segment.start), normal, along), (loop,))
    radius = float(np.hypot(*np.subtract(segment.start, segment.centre)))
    arm = (frame.place(segment.start) - frame.place(segment.centre)) / radius
    surface = Surface(
        frame.place(segment.centre), frame.normal, arm, radius, outward=segment.left == outwards
    )
    return Face(surface, (loop,))


def _wall_flat(frame: Frame, segment: Segment, height: float) -> Flat:
    """A straight wall with a frame of its own: right along the segment, up along the sweep."""
    along = frame.place(segment.end) - frame.place(segment.start)
    length = float(np.linalg.norm(along))
    along /= length
    wall = Frame(frame.place(segment.start), along, np.cross(along, frame.normal))
    return Flat(wall, straight([(0.0, 0.0), (length, 0.0), (length, height), (0.0, height)]))


def _cone(frame: Frame, centre: Point2, narrow: float, wide: float) -> Face:
    """The wall of a countersink that widens along the frame's normal."""
    depth = wide - narrow
    low = _curve(frame, circle(centre, narrow)[0], 0.0)
    high = _curve(frame, circle(centre, wide)[0], depth)
    there, back = Curve(low.end, high.end), Curve(high.start, low.start)
    loop = (low, there, high.reversed(), back)
    surface = Surface(
        frame.place(centre), frame.normal, frame.right, narrow, np.pi / 4, outward=False
    )
    return Face(surface, (tuple(curve.reversed() for curve in reversed(loop)),))


def _turned(face: Face, pose: DoubleArray) -> Face:
    surface = replace(
        face.surface,
        origin=pose @ face.surface.origin,
        axis=pose @ face.surface.axis,
        across=pose @ face.surface.across,
    )
    return Face(surface, tuple(tuple(_moved(c, pose) for c in loop) for loop in face.loops))


def _moved(curve: Curve, pose: DoubleArray) -> Curve:
    centre = None if curve.centre is None else pose @ curve.centre
    axis = None if curve.axis is None else pose @ curve.axis
    return Curve(pose @ curve.start, pose @ curve.end, centre, axis)


def _is_swallowed(flat: Flat) -> bool:
    """Whether one opening is as large as the whole face."""
    around = _curves(flat.frame, flat.outline, 0.0, reverse=True)
    return any(
        len(opening) == len(around)
        and all(np.allclose(a.start, b.start) for a, b in zip(opening, around, strict=True))
        for opening in flat.openings
    )


def _matrix(frame: Frame, centre: Point2) -> DoubleArray:
    """(3, 4) world_from_frame."""
    place = frame.place(centre)
    return np.column_stack([frame.right, frame.up, frame.normal, place])
