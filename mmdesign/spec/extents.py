"""Length, width and height are the sorted extents of a design, whatever a brief calls them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mmdesign.domain import Requirement

_ROLES: Final = ("length", "width", "height")


def by_size(requirements: Sequence[Requirement]) -> list[Requirement]:
    """Swap the names of three sizes that say 1200 long, 600 wide and 720 high.

    Only where each is stated once, with the same comparator, can the largest be told.
    """
    found = {
        role: [at for at, r in enumerate(requirements) if r.quantity == role] for role in _ROLES
    }
    renamed = list(requirements)
    if any(len(places) != 1 for places in found.values()):
        return renamed
    places = [found[role][0] for role in _ROLES]
    sizes = [requirements[place] for place in places]
    if len({size.comparator for size in sizes}) != 1 or any(_middle(s) is None for s in sizes):
        return renamed
    order = sorted(places, key=lambda place: -(_middle(requirements[place]) or 0.0))
    for role, place in zip(_ROLES, order, strict=True):
        renamed[place] = replace(renamed[place], quantity=role)
    return renamed


def _middle(requirement: Requirement) -> float | None:
    bounds = [b for b in (requirement.lower, requirement.upper) if b is not None]
    return sum(bounds) / len(bounds) if bounds else None
