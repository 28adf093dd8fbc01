"""What a file says about each of its parts: name, colour, volume."""

from dataclasses import dataclass

import numpy as np

from mmdesign.domain import Design, DoubleArray
from mmdesign.measuring.surface import surface_of

MIXED_SHARE = 0.9
"""A part has one colour if so much of its area has it."""
PURE_SATURATION = 0.12
"""Colours with less of a hue than this are greys."""
HUES_DEG = (
    (15.0, "red"), (40.0, "orange"), (70.0, "yellow"), (165.0, "green"), (195.0, "cyan"),
    (255.0, "blue"), (290.0, "purple"), (345.0, "pink"), (360.0, "red"),
)  # fmt: skip
BROWN_BELOW = 0.65
"""Orange of less than this brightness is brown."""


@dataclass(frozen=True, slots=True)
class PartFact:
    """One part of a design, as its file names and colours it."""

    name: str
    color: tuple[int, int, int] | None
    """sRGB of most of its area; None without colours, or with several."""
    color_name: str | None
    """'red', 'dark grey', ...: the plain word for the colour."""
    volume_mm3: float | None
    """None when the part is not closed."""
    area_mm2: float


def part_facts(design: Design) -> tuple[PartFact, ...]:
    """Tell the parts of a design, in the order of its file; none without a mesh."""
    mesh = design.mesh
    if mesh is None or not len(mesh.faces):
        return ()
    surface = surface_of(mesh)
    facts = []
    for number, name in enumerate(mesh.part_names):
        own = np.flatnonzero(mesh.face_part == number)
        if not len(own):
            continue
        color = None
        if mesh.face_colors is not None:
            color = _color(np.asarray(mesh.face_colors[own], float), surface.areas_mm2[own])
        volume = float(surface.part_volumes_mm3[number])
        facts.append(
            PartFact(
                name,
                color,
                None if color is None else color_name(color),
                volume if surface.closed_parts[number] else None,
                float(surface.areas_mm2[own].sum()),
            )
        )
    return tuple(facts)


def _color(colors: DoubleArray, areas: DoubleArray) -> tuple[int, int, int] | None:
    distinct, index = np.unique(colors, axis=0, return_inverse=True)
    shares = np.bincount(index.ravel(), areas) / max(float(areas.sum()), 1e-300)
    best = int(np.argmax(shares))
    if shares[best] < MIXED_SHARE:
        return None
    red, green, blue = (int(channel) for channel in distinct[best])
    return red, green, blue


def color_name(color: tuple[int, int, int]) -> str:
    """The plain word for an sRGB colour."""
    red, green, blue = (channel / 255 for channel in color)
    brightest, darkest = max(red, green, blue), min(red, green, blue)
    span = brightest - darkest
    if span <= PURE_SATURATION * max(brightest, 0.3):
        return _grey(brightest)
    if brightest == red:
        hue = 60 * ((green - blue) / span % 6)
    elif brightest == green:
        hue = 60 * ((blue - red) / span + 2)
    else:
        hue = 60 * ((red - green) / span + 4)
    name = next(word for limit, word in HUES_DEG if hue <= limit)
    return "brown" if name == "orange" and brightest < BROWN_BELOW else name


def _grey(brightness: float) -> str:
    steps = ((0.2, "black"), (0.45, "dark grey"), (0.7, "grey"), (0.92, "light grey"))
    return next((word for limit, word in steps if brightness < limit), "white")
