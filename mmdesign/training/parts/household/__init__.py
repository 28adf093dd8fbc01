"""Vessels, furniture, appliances, tools and other things of daily life."""

from mmdesign.training.parts.draft import Builder
from mmdesign.training.parts.household import (
    appliances,
    boxes,
    cases,
    containers,
    crockery,
    cutlery,
    decor,
    furniture,
    gadgets,
    grounds,
    homewares,
    implements,
    installations,
    lounge,
    organisers,
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
    *cases.BUILDERS,
    *crockery.BUILDERS,
    *cutlery.BUILDERS,
    *gadgets.BUILDERS,
    *grounds.BUILDERS,
    *homewares.BUILDERS,
    *installations.BUILDERS,
    *lounge.BUILDERS,
    *organisers.BUILDERS,
)

__all__ = ["BUILDERS"]
