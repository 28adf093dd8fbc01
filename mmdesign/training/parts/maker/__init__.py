"""Printed mounts and holders, electronics, robots, signs, models, and shapes without a name."""

from mmdesign.training.parts.draft import Builder
from mmdesign.training.parts.maker import (
    adapters,
    aircraft,
    buildings,
    columns,
    covers,
    drones,
    electronics,
    freeform,
    holders,
    mounts,
    robots,
    signs,
    vehicles,
)

BUILDERS: tuple[Builder, ...] = (
    *mounts.BUILDERS,
    *electronics.BUILDERS,
    *robots.BUILDERS,
    *drones.BUILDERS,
    *freeform.BUILDERS,
    *adapters.BUILDERS,
    *covers.BUILDERS,
    *holders.BUILDERS,
    *signs.BUILDERS,
    *buildings.BUILDERS,
    *columns.BUILDERS,
    *vehicles.BUILDERS,
    *aircraft.BUILDERS,
)

__all__ = ["BUILDERS"]
