"""Length, width and height are the sorted extents of a design, whatever a brief calls them.

Three sizes are sorted, so that it does not matter how a file lies. A single height ('no taller
than 90 mm') is the extent along Z: people mean how tall the thing stands. Only when exactly
another axis has the height that is asked for does the design lie on its side, and that axis is
taken. So it is with a width that no length stands beside: a hook may be widest upwards.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mmdesign.domain import Requirement
from mmdesign.phrases import phrase
from mmdesign.spec.tolerances import general_tolerance_mm

_ROLES: Final = ("length", "width", "height")
_AXES: Final = "xyz"
_UP: Final = 2
_TALL: Final = re.compile(r"\b(?:height|high|tall|taller|higher)\b|高", re.IGNORECASE)
_WIDE: Final = re.compile(r"\b(?:width|wide|wider)\b|宽", re.IGNORECASE)
_DEPTH: Final = re.compile(r"\b(?:depth|deep|deeper)\b|深", re.IGNORECASE)
"""Beside a width and a height it is the third size."""
_IN_A_BOX: Final = re.compile(r"\d\s?(?:mm|cm|in|\")?\s?[x×*]\s?\d", re.IGNORECASE)
_LIES_FROM: Final = 0.2
"""Share by which the extent along Z misses the height of a design that lies on its side."""


def by_size(requirements: Sequence[Requirement]) -> list[Requirement]:
    """Swap the names of three sizes that say 1200 long, 600 wide and 720 high.

    Only where each is stated once, with the same comparator or an upper bound, can the largest
    be told.
    """
    renamed = _round(list(requirements))
    places = _three_sizes(requirements)
    sizes = [requirements[place] for place in places]
    bounded = all(size.upper is not None for size in sizes)
    if not places or not (bounded or len({size.comparator for size in sizes}) == 1):
        return renamed
    if any(_middle(size) is None for size in sizes):
        return renamed
    order = sorted(places, key=lambda place: -(_middle(requirements[place]) or 0.0))
    for role, place in zip(_ROLES, order, strict=True):
        renamed[place] = replace(renamed[place], quantity=role)
    return renamed


def _round(requirements: list[Requirement]) -> list[Requirement]:
    """Across a round part lie two equal sizes: 'OD 60, width 14' makes its height 14."""
    across = [_middle(each) for each in requirements if each.quantity == "outer_diameter"]
    along = [at for at, each in enumerate(requirements) if each.quantity in _ROLES]
    if len(across) != 1 or len(along) != 1 or _TALL.search(requirements[along[0]].text):
        return requirements
    size, diameter = _middle(requirements[along[0]]), across[0]
    if size is None or diameter is None:
        return requirements
    role = "length" if size > diameter else "height"
    requirements[along[0]] = replace(requirements[along[0]], quantity=role)
    return requirements


def standing(
    requirements: Sequence[Requirement], extents_mm: Sequence[float]
) -> tuple[tuple[Requirement, ...], tuple[str, ...]]:
    """Measure single heights along Z, or along the axis on which a design obviously stands.

    A width without a length is the middle one of the sizes, unless only another is as wide.

    Args:
        requirements: What a brief asks for.
        extents_mm: Extents of the design along x, y and z.

    Returns:
        The requirements, and a note for each height or width that is taken along another axis.
    """
    if _three_sizes(requirements):
        return tuple(requirements), ()
    stood: list[Requirement] = []
    notes: list[str] = []
    for requirement in requirements:
        axis, said = _own_axis(requirement, requirements, extents_mm)
        quantity = requirement.quantity if axis is None else f"extent_{_AXES[axis]}"
        stood.append(replace(requirement, quantity=quantity))
        notes += said
    return tuple(stood), tuple(notes)


def _own_axis(
    requirement: Requirement, beside: Sequence[Requirement], extents_mm: Sequence[float]
) -> tuple[int | None, tuple[str, ...]]:
    """Along which axis a single height or width is measured, and what is to be said of it."""
    text = requirement.text
    if _is_single_height(requirement):
        axis = _upright_axis(requirement, extents_mm)
        lies = phrase(
            "'{text}': the design lies on its side, so its height is measured along {axis}.",
            text=text, axis=_AXES[axis].upper(),
        )  # fmt: skip
        return axis, (lies,) if axis != _UP else ()
    across = _axis_of_width(requirement, beside, extents_mm)
    if across is None:
        return None, ()
    only = phrase(
        "'{text}': only the size along {axis} is as wide, so the width is measured there.",
        text=text, axis=_AXES[across].upper(),
    )  # fmt: skip
    return across, (only,)


def _three_sizes(requirements: Sequence[Requirement]) -> list[int]:
    """Places of length, width and height where each is asked for once; else none."""
    found = [
        [at for at, each in enumerate(requirements) if each.quantity == role] for role in _ROLES
    ]
    depth = [
        at
        for at, each in enumerate(requirements)
        if each.quantity == "extent_y" and _DEPTH.search(each.text)
    ]
    if not found[0] and depth:
        found[0] = depth
    return [places[0] for places in found] if all(len(p) == 1 for p in found) else []


def _is_single_height(requirement: Requirement) -> bool:
    return (
        requirement.quantity == "height"
        and _TALL.search(requirement.text) is not None
        and _IN_A_BOX.search(requirement.text) is None
    )


def _axis_of_width(
    requirement: Requirement, beside: Sequence[Requirement], extents_mm: Sequence[float]
) -> int | None:
    """The one axis that is as wide as a single width asks, where the middle size is not."""
    stated = _WIDE.search(requirement.text) and not _IN_A_BOX.search(requirement.text)
    if requirement.quantity != "width" or not stated:
        return None
    if any(each.quantity == "length" for each in beside):
        return None
    fitting = _fitting(requirement, extents_mm)
    middle = sorted(range(3), key=lambda axis: extents_mm[axis])[1]
    return fitting[0] if len(fitting) == 1 and fitting[0] != middle else None


def _fitting(requirement: Requirement, extents_mm: Sequence[float]) -> list[int]:
    """Axes along which a design is as large as a two-sided requirement asks."""
    low, high = requirement.lower, requirement.upper
    if low is None or high is None:
        return []
    slack = general_tolerance_mm(high) if low == high else 0.0
    return [at for at, size in enumerate(extents_mm) if low - slack <= size <= high + slack]


def _upright_axis(requirement: Requirement, extents_mm: Sequence[float]) -> int:
    low, high = requirement.lower, requirement.upper
    if low is None or high is None or not requirement.comparator:
        return _UP
    fitting = _fitting(requirement, extents_mm)
    middle = (low + high) / 2
    far = abs(extents_mm[_UP] - middle) > _LIES_FROM * middle
    return fitting[0] if far and len(fitting) == 1 else _UP


def _middle(requirement: Requirement) -> float | None:
    bounds = [b for b in (requirement.lower, requirement.upper) if b is not None]
    return sum(bounds) / len(bounds) if bounds else None
