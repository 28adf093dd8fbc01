"""Measurements as they would be after a change: what a designer's edit does to the other facts."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from mmdesign.domain import IntArray, Measurement, Mesh

Measurements = tuple[Measurement, ...]
AXES: Final = ("extent_x", "extent_y", "extent_z")
SORTED_SIDES: Final = ("length", "width", "height")
_SAME_SHARE: Final = 0.01
"""Two lengths that differ by less are one and the same: the sheet's thickness and its height."""
_BESIDE_SHARE: Final = 0.25
"""Share of the thinnest wall's faces that are a hole's, from which on it lies beside the hole."""
_STRETCHED_AREA: Final = 2 / 3
"""Of three pairs of sides of a box, two grow with a stretch along one axis."""


def value_of(measurements: Iterable[Measurement], quantity: str) -> float | None:
    """Value of the only, or first, measurement of a quantity."""
    return next((m.value for m in measurements if m.quantity == quantity), None)


def with_values(measurements: Measurements, values: Mapping[str, float]) -> Measurements:
    """Set quantities to other values; those that were not measured stay out."""
    return tuple(
        replace(m, value=values[m.quantity]) if m.quantity in values else m for m in measurements
    )


def shifted(measurements: Measurements, changes: Mapping[str, float]) -> Measurements:
    """Add to quantities; nothing falls below zero."""
    return tuple(
        replace(m, value=max(m.value + changes[m.quantity], 0.0)) if m.quantity in changes else m
        for m in measurements
    )


def with_volume_change(measurements: Measurements, change_mm3: float) -> Measurements:
    """Add or remove material: the mass follows the volume."""
    volume, mass = value_of(measurements, "volume"), value_of(measurements, "mass")
    if not volume:
        return measurements
    factor = max(volume + change_mm3, 0.0) / volume
    values = {"volume": volume * factor}
    if mass is not None:
        values["mass"] = mass * factor
    return with_values(measurements, values)


def stretched(measurements: Measurements, targets_mm: Mapping[str, float]) -> Measurements:
    """Give the whole another size along some axes.

    Volume and mass follow in proportion, holes keep their diameter, and what is as long as the
    axis (a plate's thickness, a through hole) goes with it.
    """
    for axis, target in targets_mm.items():
        before = value_of(measurements, axis)
        if not before:
            continue
        factor = target / before
        measurements = tuple(_followed(m, before, factor) for m in measurements)
        volume = value_of(measurements, "volume") or 0.0
        measurements = with_volume_change(measurements, volume * (factor - 1))
    return _with_sides(measurements)


def scaled(measurements: Measurements, factor: float) -> Measurements:
    """Scale everything alike."""
    powers = {"mm": 1, "mm2": 2, "mm3": 3, "g": 3}
    return tuple(replace(m, value=m.value * factor ** powers.get(m.unit, 0)) for m in measurements)


def thickened(measurements: Measurements, change_mm: float, mesh: Mesh | None) -> Measurements:
    """Move one side of the thinnest walls outwards, or inwards."""
    thinnest = next((m for m in measurements if m.quantity == "wall_thickness_min"), None)
    if thinnest is None:
        return measurements
    grown = with_values(measurements, {"wall_thickness_min": thinnest.value + change_mm})
    for axis in AXES:
        extent = value_of(grown, axis)
        if extent is not None and _same(extent, thinnest.value):
            grown = with_values(grown, {axis: extent + change_mm})
    area = _area_mm2(mesh, thinnest.faces)
    return _with_sides(with_volume_change(grown, change_mm * area / 2))


def with_holes_added(
    measurements: Measurements, count: int, diameter_mm: float | None
) -> Measurements:
    """Drill more through holes, as deep as those that are there or as the part is thick."""
    depths = [m.value for m in measurements if m.quantity == "hole_depth"]
    thickness = value_of(measurements, "height") or 0.0
    depth = float(np.median(depths)) if depths else thickness
    counts = dict.fromkeys(("hole_count", "through_hole_count", "cylinder_count"), float(count))
    measurements = shifted(measurements, counts)
    if diameter_mm is None:
        return measurements
    drilled = (
        Measurement("hole_diameter", diameter_mm, "mm", 0.0),
        Measurement("hole_depth", depth, "mm", 0.0),
    )
    less_mm3 = -count * math.pi / 4 * diameter_mm**2 * depth
    return with_volume_change((*measurements, *(drilled * count)), less_mm3)


def with_holes_closed(measurements: Measurements, numbers: Sequence[int]) -> Measurements:
    """Close some holes, by their numbers in the order of measurement."""
    depths = [m.value for m in measurements if m.quantity == "hole_depth"]
    widths = [m.value for m in measurements if m.quantity == "hole_diameter"]
    counts = dict.fromkeys(("hole_count", "through_hole_count", "cylinder_count"),
                           -float(len(numbers)))  # fmt: skip
    more_mm3 = sum(
        math.pi / 4 * widths[number] ** 2 * depths[number]
        for number in numbers
        if len(depths) == len(widths)
    )
    kept = _without(_without(measurements, "hole_diameter", numbers), "hole_depth", numbers)
    return with_volume_change(shifted(kept, counts), more_mm3)


def with_holes_resized(
    measurements: Measurements, diameters_mm: Mapping[int, float]
) -> Measurements:
    """Give some holes another diameter; what lies beside them gets thinner or thicker."""
    depths = [m.value for m in measurements if m.quantity == "hole_depth"]
    widths = [m.value for m in measurements if m.quantity == "hole_diameter"]
    more_mm3 = sum(
        math.pi / 4 * (widths[number] ** 2 - new**2) * depths[number]
        for number, new in diameters_mm.items()
        if len(depths) == len(widths)
    )
    resized = _mapped(
        measurements,
        "hole_diameter",
        lambda number, m: replace(m, value=diameters_mm.get(number, m.value)),
    )
    thinner = max(
        (
            (new - widths[number]) / 2
            for number, new in diameters_mm.items()
            if _thinnest_lies_at(measurements, number)
        ),
        default=0.0,
    )
    return with_volume_change(shifted(resized, {"wall_thickness_min": -thinner}), more_mm3)


def _thinnest_lies_at(measurements: Measurements, number: int) -> bool:
    """Whether the thinnest wall is one beside that hole."""
    holes = [m for m in measurements if m.quantity == "hole_diameter"]
    wall = next((m for m in measurements if m.quantity == "wall_thickness_min"), None)
    beside = holes[number].faces
    if wall is None or wall.faces is None or beside is None:
        return False
    return bool(np.isin(wall.faces, beside).mean() > _BESIDE_SHARE)


def _followed(measurement: Measurement, extent_mm: float, factor: float) -> Measurement:
    """One measurement after a stretch of an axis that was so long."""
    if measurement.unit == "mm2":
        return replace(measurement, value=measurement.value * (1 + _STRETCHED_AREA * (factor - 1)))
    goes_along = measurement.quantity in {
        *AXES, "wall_thickness_min", "wall_thickness_mean", "hole_depth",
        "min_box_length", "min_box_width", "min_box_height",
    } and _same(measurement.value, extent_mm)  # fmt: skip
    return replace(measurement, value=measurement.value * factor) if goes_along else measurement


def _with_sides(measurements: Measurements) -> Measurements:
    """Length, width and height anew from the extents."""
    extents = [value for axis in AXES if (value := value_of(measurements, axis)) is not None]
    if len(extents) < len(AXES):
        return measurements
    return with_values(
        measurements, dict(zip(SORTED_SIDES, sorted(extents, reverse=True), strict=True))
    )


def _same(first: float, second: float) -> bool:
    return abs(first - second) <= _SAME_SHARE * max(abs(first), abs(second))


def _area_mm2(mesh: Mesh | None, faces: IntArray | None) -> float:
    if mesh is None or faces is None or not len(faces):
        return 0.0
    corners = mesh.vertices[mesh.faces[faces]]
    sides = corners[:, 1:] - corners[:, :1]
    return float(np.linalg.norm(np.cross(sides[:, 0], sides[:, 1]), axis=1).sum() / 2)


def _mapped(
    measurements: Measurements, quantity: str, change: Callable[[int, Measurement], Measurement]
) -> Measurements:
    """Change the measurements of a quantity by their number among their kind."""
    number, changed = -1, []
    for measurement in measurements:
        if measurement.quantity == quantity:
            number += 1
            changed.append(change(number, measurement))
        else:
            changed.append(measurement)
    return tuple(changed)


def _without(measurements: Measurements, quantity: str, numbers: Sequence[int]) -> Measurements:
    """Leave out the measurements of a quantity with these numbers."""
    number, kept = -1, []
    for measurement in measurements:
        if measurement.quantity == quantity:
            number += 1
            if number in numbers:
                continue
        kept.append(measurement)
    return tuple(kept)
