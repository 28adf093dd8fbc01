"""STEP files (ISO 10303-21) of solids with flat, cylindrical and conical faces, written as text.

There is no CAD kernel here; the exact faces of a drawing are all that is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import DoubleArray

_DIGITS = 9
"""Points are one and the same when so many digits of their coordinates in mm agree."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A straight edge, or an arc that runs counter-clockwise around an axis."""

    start: DoubleArray
    end: DoubleArray
    centre: DoubleArray | None = None
    axis: DoubleArray | None = None

    def reversed(self) -> "Curve":
        """The same edge, run from its end to its start."""
        axis = None if self.axis is None else -self.axis
        return Curve(self.end, self.start, self.centre, axis)

    @property
    def is_circle(self) -> bool:
        """Whether it comes back to where it started."""
        return self.centre is not None and np.allclose(self.start, self.end)

    def middle(self) -> DoubleArray:
        """A point that tells two arcs with the same ends apart."""
        if self.centre is None or self.axis is None:
            return (self.start + self.end) / 2
        first, last = self.start - self.centre, self.end - self.centre
        across = np.cross(self.axis, first)
        turned = float(np.arctan2(last @ across, last @ first)) % (2 * np.pi) or 2 * np.pi
        middle: DoubleArray = self.centre + np.cos(turned / 2) * first + np.sin(turned / 2) * across
        return middle


@dataclass(frozen=True, slots=True)
class Surface:
    """Where a face lies: a plane, a cylinder, or a cone that widens along its axis."""

    origin: DoubleArray
    axis: DoubleArray
    across: DoubleArray
    radius: float | None = None
    """At the origin; None for a plane."""
    half_angle: float = 0.0
    """In radians; 0 for a cylinder."""
    outward: bool = True
    """Whether the solid lies on the inner side: the plane's back, or around the axis."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face: its edges run counter-clockwise seen from outside, those of openings clockwise."""

    surface: Surface
    loops: tuple[tuple[Curve, ...], ...]
    """The outer boundary first."""


def step_text(faces: Sequence[Face], name: str = "part") -> str:
    """One solid in mm.

    Args:
        faces: All faces of a closed surface; edges that two faces share are found by their place.
        name: Of the part.
    """
    return _Writer(name).text(faces)


class _Writer:
    """Entities with numbers, in the order they are added."""

    def __init__(self, name: str) -> None:
        self._lines: list[str] = []
        self._vertices: dict[tuple[float, ...], str] = {}
        self._edges: dict[tuple[frozenset[str], tuple[float, ...]], tuple[str, str]] = {}
        self._name = name

    def text(self, faces: Sequence[Face]) -> str:
        """Everything as one file."""
        shell = self._add(f"CLOSED_SHELL('',({','.join(self._face(face) for face in faces)}))")
        solid = self._add(f"MANIFOLD_SOLID_BREP('{self._name}',{shell})")
        self._product(solid)
        data = "\n".join(f"#{number}={line};" for number, line in enumerate(self._lines, start=1))
        return (
            "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\n"
            f"FILE_NAME('{self._name}','2026-01-01T00:00:00',(''),(''),'','','');\n"
            "FILE_SCHEMA(('AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }'));\nENDSEC;\n"
            f"DATA;\n{data}\nENDSEC;\nEND-ISO-10303-21;\n"
        )

    def _add(self, entity: str) -> str:
        self._lines.append(entity)
        return f"#{len(self._lines)}"

    def _point(self, place: DoubleArray) -> str:
        return self._add(f"CARTESIAN_POINT('',({_numbers(place)}))")

    def _direction(self, way: DoubleArray) -> str:
        return self._add(f"DIRECTION('',({_numbers(way)}))")

    def _frame(self, origin: DoubleArray, axis: DoubleArray, across: DoubleArray) -> str:
        return self._add(
            f"AXIS2_PLACEMENT_3D('',{self._point(origin)},{self._direction(axis)},"
            f"{self._direction(across)})"
        )

    def _vertex(self, place: DoubleArray) -> str:
        key = _key(place)
        if key not in self._vertices:
            self._vertices[key] = self._add(f"VERTEX_POINT('',{self._point(place)})")
        return self._vertices[key]

    def _edge(self, curve: Curve) -> str:
        """An oriented edge; its curve is written when the first of two faces needs it."""
        start, end = self._vertex(curve.start), self._vertex(curve.end)
        middle = curve.centre if curve.is_circle and curve.centre is not None else curve.middle()
        key = frozenset((start, end)), _key(middle)
        mark = "circle" if curve.is_circle else start
        if key not in self._edges:
            line = f"EDGE_CURVE('',{start},{end},{self._geometry(curve)},.T.)"
            # a circle starts where it ends: its axis alone tells which way it runs
            mark = str(_key(_axis(curve))) if curve.is_circle else start
            self._edges[key] = self._add(line), mark
        edge, first = self._edges[key]
        now = str(_key(_axis(curve))) if curve.is_circle else start
        return self._add(f"ORIENTED_EDGE('',*,*,{edge},{'.T.' if now == first else '.F.'})")

    def _geometry(self, curve: Curve) -> str:
        if curve.centre is None or curve.axis is None:
            along = curve.end - curve.start
            way = self._direction(along / np.linalg.norm(along))
            vector = self._add(f"VECTOR('',{way},1.)")
            return self._add(f"LINE('',{self._point(curve.start)},{vector})")
        arm = curve.start - curve.centre
        radius = float(np.linalg.norm(arm))
        return self._add(
            f"CIRCLE('',{self._frame(curve.centre, curve.axis, arm / radius)},{radius!r})"
        )

    def _face(self, face: Face) -> str:
        bounds = []
        for number, loop in enumerate(face.loops):
            edges = ",".join(self._edge(curve) for curve in loop)
            around = self._add(f"EDGE_LOOP('',({edges}))")
            kind = "FACE_BOUND" if number else "FACE_OUTER_BOUND"
            bounds.append(self._add(f"{kind}('',{around},.T.)"))
        surface, sense = self._surface(face.surface), ".T." if face.surface.outward else ".F."
        return self._add(f"ADVANCED_FACE('',({','.join(bounds)}),{surface},{sense})")

    def _surface(self, surface: Surface) -> str:
        frame = self._frame(surface.origin, surface.axis, surface.across)
        if surface.radius is None:
            return self._add(f"PLANE('',{frame})")
        if surface.half_angle == 0:
            return self._add(f"CYLINDRICAL_SURFACE('',{frame},{surface.radius!r})")
        return self._add(
            f"CONICAL_SURFACE('',{frame},{surface.radius!r},{float(surface.half_angle)!r})"
        )

    def _product(self, solid: str) -> None:
        application = self._add("APPLICATION_CONTEXT('mechanical design')")
        self._add(
            "APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',"
            f"2000,{application})"
        )
        product_context = self._add(f"PRODUCT_CONTEXT('',{application},'mechanical')")
        design_context = self._add(
            f"PRODUCT_DEFINITION_CONTEXT('part definition',{application},'design')"
        )
        product = self._add(f"PRODUCT('{self._name}','{self._name}','',({product_context}))")
        formation = self._add(f"PRODUCT_DEFINITION_FORMATION('','',{product})")
        definition = self._add(f"PRODUCT_DEFINITION('design','',{formation},{design_context})")
        shape = self._add(f"PRODUCT_DEFINITION_SHAPE('','',{definition})")
        zero, up, right = np.zeros(3), np.array([0.0, 0, 1]), np.array([1.0, 0, 0])
        frame = self._frame(zero, up, right)
        context = self._context()
        body = self._add(f"ADVANCED_BREP_SHAPE_REPRESENTATION('',({frame},{solid}),{context})")
        self._add(f"SHAPE_DEFINITION_REPRESENTATION({shape},{body})")

    def _context(self) -> str:
        length = self._add("(LENGTH_UNIT() NAMED_UNIT(*) SI_UNIT(.MILLI.,.METRE.))")
        angle = self._add("(NAMED_UNIT(*) PLANE_ANGLE_UNIT() SI_UNIT($,.RADIAN.))")
        solid = self._add("(NAMED_UNIT(*) SI_UNIT($,.STERADIAN.) SOLID_ANGLE_UNIT())")
        close = self._add(
            f"UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-6),{length},'accuracy','')"
        )
        return self._add(
            "(GEOMETRIC_REPRESENTATION_CONTEXT(3) "
            f"GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT(({close})) "
            f"GLOBAL_UNIT_ASSIGNED_CONTEXT(({length},{angle},{solid})) "
            "REPRESENTATION_CONTEXT('',''))"
        )


def _axis(curve: Curve) -> DoubleArray:
    return np.zeros(3) if curve.axis is None else curve.axis


def _key(place: DoubleArray) -> tuple[float, ...]:
    return tuple(round(float(value), _DIGITS - 3) + 0.0 for value in place)


def _numbers(values: DoubleArray) -> str:
    return ",".join(repr(round(float(value), _DIGITS) + 0.0) for value in values)
