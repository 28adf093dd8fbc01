"""The reader that runs in the sandbox's child: one file in, plain arrays out."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mmdesign.loading.cad import read_iges, read_step
from mmdesign.loading.checking import check
from mmdesign.loading.collada import read_collada
from mmdesign.loading.formats import IMAGE_SUFFIXES
from mmdesign.loading.meshes import (
    read_gltf,
    read_obj,
    read_off,
    read_ply,
    read_stl,
    read_threemf,
)
from mmdesign.loading.pictures import read_picture, read_pictures
from mmdesign.loading.request import Request
from mmdesign.loading.scenes import Source, as_reading
from mmdesign.sandbox import Reading

READERS: Mapping[str, Callable[[Request], Source]] = {
    ".step": read_step, ".stp": read_step,
    ".iges": read_iges, ".igs": read_iges,
    ".stl": read_stl, ".obj": read_obj, ".ply": read_ply, ".off": read_off,
    ".glb": read_gltf, ".gltf": read_gltf, ".3mf": read_threemf, ".dae": read_collada,
}  # fmt: skip


def read(request: Mapping[str, Any]) -> Reading:
    """Read one file, or several pictures.

    Args:
        request: path, name, suffix, units_mm, max_faces; or pictures, each with path and name.

    Returns:
        A picture: `image` (H, W, 3). A mesh: the fields of Mesh, `brep_kinds` and
        `brep_numbers`, and facts on parts, units and what was dropped. Several pictures: see
        `read_pictures`.
    """
    if "pictures" in request:
        return read_pictures(request["pictures"])
    suffix = request["suffix"]
    path = Path(request["path"])
    if suffix in IMAGE_SUFFIXES:
        return read_picture(path, request["name"])
    asked = Request(
        content=path.read_bytes(),
        name=request["name"],
        suffix=suffix,
        units_mm=request["units_mm"],
        max_faces=request["max_faces"],
    )
    check(asked)
    return as_reading(READERS[suffix](asked), asked)
