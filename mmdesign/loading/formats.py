"""Which files are read, and what their units are worth."""

from collections.abc import Mapping

from mmdesign.errors import SettingsError

MESH_SUFFIXES: Mapping[str, str] = {
    ".step": "STEP",
    ".stp": "STEP",
    ".iges": "IGES",
    ".igs": "IGES",
    ".stl": "STL",
    ".obj": "Wavefront OBJ",
    ".ply": "PLY",
    ".off": "OFF",
    ".glb": "binary glTF 2.0",
    ".gltf": "glTF 2.0 in one file",
    ".3mf": "3MF",
    ".dae": "COLLADA",
}
IMAGE_SUFFIXES: Mapping[str, str] = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WebP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}
CAD_SUFFIXES = (".step", ".stp", ".iges", ".igs")

UNITS_MM: Mapping[str, float] = {
    "um": 0.001,
    "mm": 1.0,
    "cm": 10.0,
    "m": 1000.0,
    "inch": 25.4,
    "foot": 304.8,
}
"""Millimetres in one unit, by the name that `Design.units` uses."""

_SPELLINGS: Mapping[str, str] = {
    "in": "inch", "inches": "inch", '"': "inch",
    "ft": "foot", "feet": "foot",
    "micron": "um", "microns": "um", "micrometer": "um", "µm": "um",
    "millimeter": "mm", "millimeters": "mm", "millimetre": "mm", "millimetres": "mm",
    "centimeter": "cm", "centimeters": "cm", "centimetre": "cm", "centimetres": "cm",
    "meter": "m", "meters": "m", "metre": "m", "metres": "m",
}  # fmt: skip


def unit_name(text: str) -> str:
    """The one name of a unit, from any usual spelling.

    Raises:
        SettingsError: If it is not a unit of length.
    """
    text = text.strip().lower()
    name = _SPELLINGS.get(text, text)
    if name not in UNITS_MM:
        message = f"{text!r} is not a unit of length; use one of {', '.join(UNITS_MM)}."
        raise SettingsError(message)
    return name


def unit_of_length(unit_mm: float) -> str:
    """The name of a unit that is that many millimetres long."""
    for name, length_mm in UNITS_MM.items():
        if abs(unit_mm - length_mm) <= 1e-6 * length_mm:
            return name
    return f"{unit_mm:g} mm"


def format_name(suffix: str) -> str:
    """How people call the format with this suffix."""
    return {**MESH_SUFFIXES, **IMAGE_SUFFIXES}[suffix]
