"""The measurements of one design, looked up by what a requirement asks for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from mmdesign.domain import Design, Measurement
from mmdesign.judging import reasons
from mmdesign.measuring import unmeasured

NEEDS_CLOSED: Final = frozenset(
    {"volume", "mass", "wall_thickness_min", "wall_thickness_mean", "hole_count", "hole_diameter"}
)
IN_UNITS: Final = frozenset({"mm", "mm2", "mm3", "g"})
_PLAUSIBLE_MM: Final = (1.0, 20_000.0)
"""Longest side of a part whose file names no unit; outside, mm is most likely a wrong guess."""
_ROUND_SHARE: Final = 0.02


@dataclass(frozen=True, slots=True)
class Facts:
    """The measurements of one design by quantity."""

    by_quantity: Mapping[str, tuple[Measurement, ...]]
    has_geometry: bool = True
    units_declared: bool = True
    design: Design | None = None
    """Where the measurements come from; it tells more closely why one is missing."""

    @classmethod
    def of(
        cls,
        measurements: Iterable[Measurement],
        *,
        has_geometry: bool = True,
        units_declared: bool = True,
        design: Design | None = None,
    ) -> "Facts":
        """Group measurements; a quantity may occur several times, as hole_diameter does."""
        groups: defaultdict[str, list[Measurement]] = defaultdict(list)
        for measurement in measurements:
            groups[measurement.quantity].append(measurement)
        grouped = {name: tuple(group) for name, group in groups.items()}
        return cls(grouped, has_geometry, units_declared, design)

    def every(self, quantity: str) -> tuple[Measurement, ...]:
        """All measurements of a quantity."""
        return self.by_quantity.get(quantity, ())

    def one(self, quantity: str) -> Measurement | None:
        """The only, or first, measurement of a quantity."""
        return next(iter(self.every(quantity)), None)

    def found(self, quantity: str) -> Measurement | str:
        """A quantity as measured or as it follows from others, or the reason why it is missing."""
        direct = self.one(quantity)
        if direct is not None:
            return direct
        if quantity == "symmetry":
            planes = [m for m in map(self.one, ("symmetry_x", "symmetry_y", "symmetry_z")) if m]
            return max(planes, key=lambda m: m.value) if planes else reasons.NOT_MEASURED
        if quantity == "outer_diameter":
            return self._outer_diameter()
        return self.why_missing(quantity)

    def why_missing(self, quantity: str) -> str:
        """The reason, out of the fixed ones, why a quantity was not measured."""
        closed = self.one("watertight")
        if quantity in NEEDS_CLOSED and closed is not None and closed.value < 0.5:
            return reasons.OPEN_MESH
        if quantity == "mass" and self.one("volume") is not None:
            return reasons.NO_MATERIAL
        return reasons.NOT_MEASURED

    def details(self, quantity: str) -> str | None:
        """The measuring room's own words for why a quantity is missing."""
        if self.design is None or not self.has_geometry:
            return None
        every = tuple(m for group in self.by_quantity.values() for m in group)
        return unmeasured(self.design, every, quantity)

    @property
    def units_doubtful(self) -> bool:
        """Whether mm was only assumed, and makes a part of a size that no part has."""
        length = self.one("length")
        if self.units_declared or length is None:
            return False
        return not _PLAUSIBLE_MM[0] <= length.value <= _PLAUSIBLE_MM[1]

    def depth_ratios(self) -> tuple[Measurement, ...]:
        """Depth over diameter of every hole."""
        widths, depths = self.every("hole_diameter"), self.every("hole_depth")
        if len(widths) != len(depths):
            return ()
        return tuple(
            Measurement(
                "hole_depth_ratio", depth.value / width.value, "",
                (depth.sigma + depth.value / width.value * width.sigma) / width.value, width.faces,
            )
            for width, depth in zip(widths, depths, strict=True)
        )  # fmt: skip

    def _outer_diameter(self) -> Measurement | str:
        """Two equal extents of a part with round faces: a disc (the larger two) or a shaft."""
        length, width, height = (self.one(name) for name in ("length", "width", "height"))
        cylinders = self.one("cylinder_count")
        if length is None or width is None or height is None:
            return self.why_missing("outer_diameter")
        if cylinders is not None and cylinders.value < 1:
            return reasons.NOT_ROUND
        for larger, smaller in ((length, width), (width, height)):
            if larger.value - smaller.value <= _ROUND_SHARE * larger.value:
                return Measurement("outer_diameter", larger.value, "mm", larger.sigma)
        return reasons.NOT_ROUND
