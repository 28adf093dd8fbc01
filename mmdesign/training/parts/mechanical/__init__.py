"""Fasteners, brackets, plates, machine elements, fittings, and what is put together from them."""

from mmdesign.training.parts.draft import Builder
from mmdesign.training.parts.mechanical import (
    assemblies,
    brackets,
    clamps,
    drives,
    fasteners,
    fittings,
    machines,
    milled,
    piping,
    plates,
    rotors,
    sheet_metal,
    threaded,
    turned,
)

BUILDERS: tuple[Builder, ...] = (
    *fasteners.BUILDERS,
    *brackets.BUILDERS,
    *plates.BUILDERS,
    *machines.BUILDERS,
    *fittings.BUILDERS,
    *threaded.BUILDERS,
    *sheet_metal.BUILDERS,
    *clamps.BUILDERS,
    *milled.BUILDERS,
    *drives.BUILDERS,
    *rotors.BUILDERS,
    *turned.BUILDERS,
    *assemblies.BUILDERS,
    *piping.BUILDERS,
)

__all__ = ["BUILDERS"]
