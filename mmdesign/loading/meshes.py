"""Mesh formats, through trimesh: each reader says what its format leaves open."""

import io
import re
from typing import Any

import numpy as np
import trimesh

from mmdesign.loading.checking import gltf_header, is_ascii_stl
from mmdesign.loading.formats import UNITS_MM, unit_name
from mmdesign.loading.request import Request
from mmdesign.loading.scenes import Source
from mmdesign.phrases import Phrase, phrase

Z_UP_FROM_Y_UP = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])
BINARY_TRIANGLE = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("spare", "<u2")])


def read_stl(request: Request) -> Source:
    """STL, binary or text; a text file may hold several solids."""
    if is_ascii_stl(request.content):
        return Source(_scene(request), request.units_mm)
    number = int.from_bytes(request.content[80:84], "little")
    triangles = np.frombuffer(request.content, BINARY_TRIANGLE, count=number, offset=84)
    mesh = trimesh.Trimesh(
        vertices=triangles["corners"].reshape(-1, 3).astype(np.float64),
        faces=np.arange(3 * number).reshape(-1, 3),
        process=False,
    )
    return Source(trimesh.Scene(mesh), request.units_mm)


def read_obj(request: Request) -> Source:
    """OBJ, one part per object; materials live in other files and are left out."""
    scene = _scene(request, split_objects=True, group_material=False, skip_materials=True)
    warnings: tuple[Phrase, ...] = ()
    if re.search(rb"^\s*mtllib\s", request.content, re.MULTILINE):
        warnings = (
            phrase(
                "The materials of {file} are in a separate file and were left out.",
                file=request.name,
            ),
        )
    return Source(scene, request.units_mm, warnings=warnings)


def read_ply(request: Request) -> Source:
    """PLY, with its vertex or face colours."""
    return Source(_scene(request), request.units_mm)


def read_off(request: Request) -> Source:
    """OFF."""
    return Source(_scene(request), request.units_mm)


def read_gltf(request: Request) -> Source:
    """GLB or a self-contained glTF: metres and Y up by the standard."""
    header = gltf_header(request)
    external = [image for image in header.get("images", []) if _is_external(image)]
    warnings: tuple[Phrase, ...] = ()
    if external:
        warnings = (
            phrase(
                "{number} textures of {file} are separate files: left out.",
                number=len(external),
                file=request.name,
            ),
        )
    return Source(
        _scene(request, skip_materials=bool(external)),
        UNITS_MM["m"],
        units="m",
        z_up=Z_UP_FROM_Y_UP,
        linear_colors=True,
        warnings=warnings,
    )


def _is_external(image: dict[str, Any]) -> bool:
    return not str(image.get("uri", "data:")).startswith("data:")


def read_threemf(request: Request) -> Source:
    """3MF: its unit is an attribute, millimetres when that is missing."""
    scene = _scene(request)
    units = unit_name(str(scene.units or "mm"))
    return Source(scene, UNITS_MM[units], units=units)


def _scene(request: Request, **options: bool) -> trimesh.Scene:
    """Parse with trimesh; vertices are merged and faces dropped later, and counted."""
    return trimesh.load_scene(
        io.BytesIO(request.content),
        file_type=request.suffix.removeprefix("."),
        process=False,
        **options,  # type: ignore[arg-type]
    )
