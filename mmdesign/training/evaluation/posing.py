"""Drawn parts as files hold them: upright, lying on a side, or upside down."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from mmdesign.domain import DoubleArray
from mmdesign.training.evaluation.drawn_parts import Truth
from mmdesign.training.parts.draft import Dice

UPRIGHT, LYING, UPSIDE_DOWN = "upright", "lying", "upside down"
POSES: Final[Mapping[str, DoubleArray]] = {
    UPRIGHT: np.eye(3),
    LYING: np.array([[0.0, 0, 1], [1, 0, 0], [0, 1, 0]]),
    UPSIDE_DOWN: np.diag([1.0, -1, -1]),
}
"""world_from_drawing rotations; lying, what was z points along x."""


def pose(truth: Truth, dice: Dice) -> tuple[DoubleArray, Truth]:
    """Choose a pose, upright every second time; the rotation, and what is true then."""
    name = dice.pick((UPRIGHT, UPRIGHT, LYING, UPSIDE_DOWN))
    return POSES[name], _TRUTHS[name](truth)


def _upright(truth: Truth) -> Truth:
    return _without(truth, "ledge_area")


def _lying(truth: Truth) -> Truth:
    """The sides change places; what hangs over is another matter, and not asked."""
    x, y, z = (truth.values[f"extent_{axis}"] for axis in "xyz")
    turned = {**truth.values, "extent_x": z, "extent_y": x, "extent_z": y}
    return _without(replace(truth, values=turned), "ledge_area", "overhang_area_fraction")


def _upside_down(truth: Truth) -> Truth:
    """What faced up below the top now hangs over."""
    ledge = truth.values.get("ledge_area")
    if ledge is None:
        return _without(truth, "overhang_area_fraction")
    hanging = {**truth.values, "overhang_area_fraction": ledge / truth.values["surface_area"]}
    return _without(replace(truth, values=hanging), "ledge_area")


def _without(truth: Truth, *names: str) -> Truth:
    kept = {name: value for name, value in truth.values.items() if name not in names}
    return replace(truth, values=kept)


_TRUTHS: Final[Mapping[str, Callable[[Truth], Truth]]] = {
    UPRIGHT: _upright, LYING: _lying, UPSIDE_DOWN: _upside_down,
}  # fmt: skip
