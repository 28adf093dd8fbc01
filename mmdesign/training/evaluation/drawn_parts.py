"""Ten families of drawn parts with every measure known from their parameters.

The same parameters give the same part, and changed ones the changed part: so a suggestion can be
carried out and the result judged again. What is true is worked out here in closed form and never
measured.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from mmdesign.training.evaluation.drawing import (
    Drawing,
    Flat,
    Outline,
    Point2,
    area_mm2,
    circle,
    perimeter_mm,
    rectangle,
    rounded,
    straight,
)
from mmdesign.training.parts.draft import Dice

Parameters = Mapping[str, float]
PLAIN, COUNTERBORED, COUNTERSUNK = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Hole:
    """One hole as a machinist counts it: a counterbore and its drill are one."""

    diameter: float
    depth: float
    is_through: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so, by construction."""

    values: Mapping[str, float]
    """Quantity -> value, in mm, mm2, mm3 or as a count. `ledge_area` is what faces up below the
    top, and so hangs over when the part is turned upside down."""
    holes: tuple[Hole, ...]


@dataclass(slots=True)
class Bench:
    """Draws, and keeps account of volume, surface and holes."""

    drawing: Drawing
    volume: float = 0.0
    surface: float = 0.0
    holes: list[Hole] = field(default_factory=list)
    extra: dict[str, float] = field(default_factory=dict)

    def stock(self, outline: Outline, height: float) -> tuple[Flat, Flat, list[Flat | None]]:
        """Start with an outline on the ground."""
        self.volume = area_mm2(outline) * height
        self.surface = 2 * area_mm2(outline) + perimeter_mm(outline) * height
        return self.drawing.extrude(outline, height)

    def build(self, on: Flat, outline: Outline, height: float) -> Flat:
        """Build an outline up from a face."""
        self.volume += area_mm2(outline) * height
        self.surface += perimeter_mm(outline) * height
        return self.drawing.build(on, outline, height)

    def cut(self, into: Flat, outline: Outline, depth: float, until: Flat | None = None) -> Flat:
        """Cut an outline into a face."""
        self.volume -= area_mm2(outline) * depth
        self.surface += perimeter_mm(outline) * depth
        if until is not None:
            self.surface -= 2 * area_mm2(outline)
        return self.drawing.cut(into, outline, depth, until)

    def drill(
        self, into: Flat, centre: Point2, diameter: float, depth: float, until: Flat | None = None
    ) -> None:
        """Drill a plain hole, right through when there is a face to come out of."""
        self.cut(into, circle(centre, diameter / 2), depth, until)
        self.holes.append(Hole(diameter, depth, until is not None))

    def drill_stepped(
        self, into: Flat, centre: Point2, diameter: float, depth: float, until: Flat,
        style: float,
    ) -> None:  # fmt: skip
        """Drill right through, plain, with a counterbore or with a countersink."""
        wide = 1.8 * diameter if style == COUNTERBORED else 2 * diameter
        if style == COUNTERBORED:
            floor = self.cut(into, circle(centre, wide / 2), 0.4 * depth)
            self.cut(floor, circle(centre, diameter / 2), 0.6 * depth, until)
        elif style == COUNTERSUNK:
            self._sink(into, centre, (wide, diameter), depth, until)
        else:
            self.cut(into, circle(centre, diameter / 2), depth, until)
        self.holes.append(Hole(diameter, depth, is_through=True))

    def _sink(
        self, into: Flat, centre: Point2, wide_narrow: tuple[float, float], depth: float,
        until: Flat,
    ) -> None:  # fmt: skip
        high, low = wide_narrow[0] / 2, wide_narrow[1] / 2
        sunk = high - low
        self.volume -= math.pi / 3 * sunk * (high**2 + high * low + low**2)
        # the ring that the cone covers goes, the slant of the cone comes
        self.surface += math.pi * (high + low) * sunk * math.sqrt(2) - math.pi * (high**2 - low**2)
        floor = self.drawing.countersink(into, centre, high, low)
        self.cut(floor, circle(centre, low), depth - sunk, until)

    def truth(self, extents: tuple[float, float, float], **known: float) -> Truth:
        """Everything that is known, the counts of holes included."""
        length, width, height = sorted(extents, reverse=True)
        through = sum(hole.is_through for hole in self.holes)
        values = {
            "extent_x": extents[0], "extent_y": extents[1], "extent_z": extents[2],
            "length": length, "width": width, "height": height, "volume": self.volume,
            "surface_area": self.surface, "watertight": 1.0, "part_count": 1.0,
            "hole_count": float(len(self.holes)), "through_hole_count": float(through),
            "blind_hole_count": float(len(self.holes) - through),
            "planar_face_count": float(
                sum(face.surface.radius is None for face in self.drawing.faces())
            ),
        }  # fmt: skip
        return Truth({**values, **self.extra, **known}, tuple(self.holes))


Make = Callable[[Bench, Parameters], Truth]


@dataclass(frozen=True, slots=True)
class Family:
    """One way to draw a part: parameters by chance, and the part from its parameters."""

    name: str
    draw_parameters: Callable[[Dice], dict[str, float]]
    make: Make


def draw(family: Family, parameters: Parameters, per_circle: int = 48) -> tuple[Drawing, Truth]:
    """Make a part; `per_circle` is how finely its mesh is cut."""
    bench = Bench(Drawing(per_circle))
    return bench.drawing, family.make(bench, parameters)


def _corners(x: float, y: float, count: float) -> list[Point2]:
    corners = [(-x, -y), (x, y), (-x, y), (x, -y), (0.0, -y), (0.0, y)]
    return corners[: int(count)]


def _ring(radius: float, count: float) -> list[Point2]:
    steps = [2 * math.pi * index / count for index in range(int(count))]
    return [(radius * math.cos(angle), radius * math.sin(angle)) for angle in steps]


def _ring_area(outer: float, inner: float) -> float:
    return math.pi / 4 * (outer**2 - inner**2)


def _plate_parameters(dice: Dice) -> dict[str, float]:
    z = dice.real(3, 9)
    style = dice.pick((PLAIN, COUNTERBORED, COUNTERSUNK)) if z > 7.5 else PLAIN
    return {"x": dice.real(70, 150), "y": dice.real(50, 68), "z": z, "hole": dice.real(3.2, 6.5),
            "count": dice.pick((2, 3, 4, 4, 6)), "corner": dice.pick((0.0, dice.real(3, 8))),
            "style": style}  # fmt: skip


def _plate(bench: Bench, p: Parameters) -> Truth:
    outline = rounded(p["x"], p["y"], p["corner"]) if p["corner"] else rectangle(p["x"], p["y"])
    bottom, top, _ = bench.stock(outline, p["z"])
    inset = p["hole"] + 1.6 * p["z"] + 1
    for place in _corners(p["x"] / 2 - inset, p["y"] / 2 - inset, p["count"]):
        bench.drill_stepped(top, place, p["hole"], p["z"], bottom, p["style"])
    stepped = {COUNTERBORED: "counterbore_count", COUNTERSUNK: "countersink_count"}
    known = {name: p["count"] if style == p["style"] else 0.0 for style, name in stepped.items()}
    if p["style"] == PLAIN:
        known |= {"wall_thickness_min": p["z"], "ledge_area": 0.0}
    if p["corner"]:
        known["fillet_radius_min"] = p["corner"]
    known["fillet_count"] = 4.0 if p["corner"] else 0.0
    known["overhang_area_fraction"] = 0.0
    return bench.truth((p["x"], p["y"], p["z"]), **known)


def _flange_parameters(dice: Dice) -> dict[str, float]:
    hole, count = dice.real(3.5, 9), dice.whole(3, 8)
    bore, z = dice.real(12, 40), dice.real(4, 10)
    circle_mm = max(bore + 2 * hole + 4 * z, count * (hole + 1.6 * z) / math.pi * 1.15)
    return {"hole": hole, "count": count, "bore": bore, "z": z, "circle": circle_mm,
            "outer": circle_mm + hole + 3.2 * z,
            "hub": dice.pick((0.0, dice.real(6, 25)))}  # fmt: skip


def _flange(bench: Bench, p: Parameters) -> Truth:
    bottom, top, _ = bench.stock(circle((0.0, 0.0), p["outer"] / 2), p["z"])
    for place in _ring(p["circle"] / 2, p["count"]):
        bench.drill(top, place, p["hole"], p["z"], bottom)
    if p["hub"]:
        neck = circle((0.0, 0.0), p["bore"] / 2 + 1.3 * p["z"])
        top = bench.build(top, neck, p["hub"])
    high = p["z"] + p["hub"]
    bench.drill(top, (0.0, 0.0), p["bore"], high, bottom)
    known = {"outer_diameter": p["outer"], "wall_thickness_min": p["z"],
             "bolt_circle_diameter": p["circle"], "fillet_count": 0.0,
             "ledge_area": _ring_area(p["outer"], p["bore"] + 2.6 * p["z"]) if p["hub"] else 0.0,
             "overhang_area_fraction": 0.0}  # fmt: skip
    return bench.truth((p["outer"], p["outer"], high), **known)


def _tray_parameters(dice: Dice) -> dict[str, float]:
    wall = dice.real(1.2, 4)
    return {"x": dice.real(50, 140), "y": dice.real(40, 49), "z": dice.real(15, 40), "wall": wall,
            "floor": wall * dice.real(1.1, 2), "count": dice.pick((0, 2, 4)),
            "hole": dice.real(3, 6)}  # fmt: skip


def _tray(bench: Bench, p: Parameters) -> Truth:
    bottom, top, _ = bench.stock(rectangle(p["x"], p["y"]), p["z"])
    inside_x, inside_y = p["x"] - 2 * p["wall"], p["y"] - 2 * p["wall"]
    floor = bench.cut(top, rectangle(inside_x, inside_y), p["z"] - p["floor"])
    for place in _corners(inside_x / 2 - 2 * p["hole"], inside_y / 2 - 2 * p["hole"], p["count"]):
        bench.drill(floor, place, p["hole"], p["floor"], bottom)
    known = {"wall_thickness_min": p["wall"], "fillet_count": 0.0, "overhang_area_fraction": 0.0,
             "ledge_area": 0.9 * inside_x * inside_y}  # fmt: skip
    return bench.truth((p["x"], p["y"], p["z"]), **known)


def _enclosure_parameters(dice: Dice) -> dict[str, float]:
    return {"x": dice.real(80, 160), "y": dice.real(60, 79), "z": dice.real(25, 45),
            "wall": dice.real(1.8, 2.6), "floor": dice.real(2.8, 3.6), "post": dice.real(9, 12),
            "hole": dice.real(2.4, 3.4), "count": dice.pick((2, 4)),
            "depth": dice.real(8, 14)}  # fmt: skip


def _enclosure(bench: Bench, p: Parameters) -> Truth:
    _, top, _ = bench.stock(rectangle(p["x"], p["y"]), p["z"])
    inside_x, inside_y = p["x"] - 2 * p["wall"], p["y"] - 2 * p["wall"]
    floor = bench.cut(top, rectangle(inside_x, inside_y), p["z"] - p["floor"])
    high = p["z"] - p["floor"] - 4
    for place in _corners(inside_x / 2 - p["post"], inside_y / 2 - p["post"], p["count"]):
        post = bench.build(floor, circle(place, p["post"] / 2), high)
        bench.drill(post, place, p["hole"], p["depth"])
    known = {"wall_thickness_min": p["wall"], "fillet_count": 0.0, "overhang_area_fraction": 0.0}
    return bench.truth((p["x"], p["y"], p["z"]), **known)


def _bracket_parameters(dice: Dice) -> dict[str, float]:
    return {"a": dice.real(50, 90), "b": dice.real(40, 49), "t": dice.real(2.5, 6),
            "w": dice.real(35, 60), "hole": dice.real(3.4, 7), "in_a": dice.pick((1, 2)),
            "in_b": dice.pick((0, 1, 2))}  # fmt: skip


def _bracket(bench: Bench, p: Parameters) -> Truth:
    a, b, t, w = p["a"], p["b"], p["t"], p["w"]
    outline = straight([(0.0, 0.0), (a, 0.0), (a, t), (t, t), (t, b), (0.0, b)])
    _, _, walls = bench.stock(outline, w)
    for count, inner, outer, reach in ((p["in_a"], walls[2], walls[0], a),
                                       (p["in_b"], walls[3], walls[5], b)):  # fmt: skip
        for index in range(int(count)):
            place = ((reach - t) / 2, w * (index + 0.5) / count)
            if inner is not None:
                bench.drill(inner, place, p["hole"], t, outer)
    return bench.truth((a, b, w), wall_thickness_min=t, fillet_count=0.0)


def _channel_parameters(dice: Dice) -> dict[str, float]:
    return {"w": dice.real(30, 49), "h": dice.real(18, 28), "t": dice.real(2, 4.5),
            "l": dice.real(60, 140), "hole": dice.real(3, 7),
            "count": dice.whole(1, 4)}  # fmt: skip


def _channel(bench: Bench, p: Parameters) -> Truth:
    w, h, t = p["w"], p["h"], p["t"]
    outline = straight([(0.0, 0.0), (w, 0.0), (w, h), (w - t, h), (w - t, t), (t, t), (t, h),
                        (0.0, h)])  # fmt: skip
    _, _, walls = bench.stock(outline, p["l"])
    for index in range(int(p["count"])):
        place = ((w - 2 * t) / 2, p["l"] * (index + 0.5) / p["count"])
        if walls[4] is not None:
            bench.drill(walls[4], place, p["hole"], t, walls[0])
    return bench.truth((w, h, p["l"]), wall_thickness_min=t, fillet_count=0.0)


def _bushing_parameters(dice: Dice) -> dict[str, float]:
    bore, wall = dice.real(6, 30), dice.real(2, 5)
    return {"bore": bore, "wall": wall, "z": dice.real(12, 50),
            "flange": dice.pick((0.0, wall * dice.real(1.3, 2)))}  # fmt: skip


def _bushing(bench: Bench, p: Parameters) -> Truth:
    outer, wide = p["bore"] + 2 * p["wall"], p["bore"] + 6 * p["wall"]
    if p["flange"]:
        bottom, top, _ = bench.stock(circle((0.0, 0.0), wide / 2), p["flange"])
        top = bench.build(top, circle((0.0, 0.0), outer / 2), p["z"] - p["flange"])
    else:
        bottom, top, _ = bench.stock(circle((0.0, 0.0), outer / 2), p["z"])
    bench.drill(top, (0.0, 0.0), p["bore"], p["z"], bottom)
    across = wide if p["flange"] else outer
    known = {"wall_thickness_min": p["wall"], "fillet_count": 0.0, "overhang_area_fraction": 0.0,
             "outer_diameter": across,
             "ledge_area": _ring_area(wide, outer) if p["flange"] else 0.0}  # fmt: skip
    return bench.truth((across, across, p["z"]), **known)


def _shaft_parameters(dice: Dice) -> dict[str, float]:
    d1 = dice.real(20, 45)
    d2 = d1 * dice.real(0.65, 0.85)
    return {"d1": d1, "d2": d2, "d3": d2 * dice.real(0.6, 0.85), "h1": dice.real(15, 40),
            "h2": dice.real(10, 30), "h3": dice.real(12, 30), "hole": dice.real(3, 5),
            "depth": dice.real(6, 11)}  # fmt: skip


def _shaft(bench: Bench, p: Parameters) -> Truth:
    _, top, _ = bench.stock(circle((0.0, 0.0), p["d1"] / 2), p["h1"])
    top = bench.build(top, circle((0.0, 0.0), p["d2"] / 2), p["h2"])
    top = bench.build(top, circle((0.0, 0.0), p["d3"] / 2), p["h3"])
    bench.drill(top, (0.0, 0.0), p["hole"], p["depth"])
    high = p["h1"] + p["h2"] + p["h3"]
    return bench.truth((p["d1"], p["d1"], high), outer_diameter=p["d1"], fillet_count=0.0,
                       overhang_area_fraction=0.0,
                       ledge_area=_ring_area(p["d1"], p["d3"]))  # fmt: skip


def _block_parameters(dice: Dice) -> dict[str, float]:
    return {"x": dice.real(50, 100), "y": dice.real(40, 49), "z": dice.real(18, 30),
            "blind": dice.pick((0, 1, 2)), "through": dice.whole(1, 3), "hole": dice.real(4, 8),
            "depth": dice.real(8, 14), "pocket": dice.pick((0.0, dice.real(4, 8)))}  # fmt: skip


def _block(bench: Bench, p: Parameters) -> Truth:
    bottom, top, _ = bench.stock(rectangle(p["x"], p["y"]), p["z"])
    low, high = -0.3 * p["y"], 0.3 * p["y"]
    for index in range(int(p["through"])):
        place = (p["x"] * ((index + 0.5) / p["through"] - 0.5), low)
        bench.drill(top, place, p["hole"], p["z"], bottom)
    for index in range(int(p["blind"])):
        place = (p["x"] * ((index + 0.5) / p["blind"] - 0.5), high)
        bench.drill(top, place, p["hole"], p["depth"])
    if p["pocket"]:
        bench.cut(top, rounded(0.6 * p["x"], 6.0, 2.0), p["pocket"])
    return bench.truth((p["x"], p["y"], p["z"]), overhang_area_fraction=0.0)


def _slotted_parameters(dice: Dice) -> dict[str, float]:
    return {"x": dice.real(80, 150), "y": dice.real(50, 75), "z": dice.real(2, 5),
            "slots": dice.whole(1, 2), "width": dice.real(5, 8), "hole": dice.real(3, 6),
            "count": dice.pick((2, 4))}  # fmt: skip


def _slotted(bench: Bench, p: Parameters) -> Truth:
    bottom, top, _ = bench.stock(rectangle(p["x"], p["y"]), p["z"])
    inset = p["hole"] / 2 + 2 * p["z"] + 1
    for place in _corners(p["x"] / 2 - inset, p["y"] / 2 - inset, p["count"]):
        bench.drill(top, place, p["hole"], p["z"], bottom)
    for index in range(int(p["slots"])):
        y = 0.0 if p["slots"] == 1 else (index - 0.5) * 0.34 * p["y"]
        bench.cut(top, rounded(0.45 * p["x"], p["width"], p["width"] / 2, (0.0, y)), p["z"], bottom)
    return bench.truth((p["x"], p["y"], p["z"]), wall_thickness_min=p["z"], fillet_count=0.0,
                       overhang_area_fraction=0.0, ledge_area=0.0)  # fmt: skip


FAMILIES: Final[tuple[Family, ...]] = (
    Family("plate", _plate_parameters, _plate), Family("flange", _flange_parameters, _flange),
    Family("tray", _tray_parameters, _tray),
    Family("enclosure", _enclosure_parameters, _enclosure),
    Family("bracket", _bracket_parameters, _bracket),
    Family("channel", _channel_parameters, _channel),
    Family("bushing", _bushing_parameters, _bushing), Family("shaft", _shaft_parameters, _shaft),
    Family("block", _block_parameters, _block),
    Family("slotted plate", _slotted_parameters, _slotted),
)  # fmt: skip
