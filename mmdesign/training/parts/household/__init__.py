"""Vessels, furniture, appliances, tools and other things of daily life."""

from mmdesign.training.parts.draft import Builder
from mmdesign.training.parts.household import (
    appliances,
    boxes,
    containers,
    decor,
    furniture,
    implements,
    outdoors,
    rooms,
    seating,
    storage,
    tableware,
    tools,
    vessels,
)

BUILDERS: tuple[Builder, ...] = (
    *boxes.BUILDERS,
    *vessels.BUILDERS,
    *furniture.BUILDERS,
    *tools.BUILDERS,
    *seating.BUILDERS,
    *storage.BUILDERS,
    *tableware.BUILDERS,
    *appliances.BUILDERS,
    *decor.BUILDERS,
    *outdoors.BUILDERS,
    *rooms.BUILDERS,
    *containers.BUILDERS,
    *implements.BUILDERS,
)

__all__ = ["BUILDERS"]
