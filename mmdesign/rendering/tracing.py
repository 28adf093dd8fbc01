"""Which tracer looks at a mesh: Embree, or the torch z-buffer."""

import importlib
from typing import Literal, TypeAlias

from mmdesign.domain import Mesh
from mmdesign.rendering import embree
from mmdesign.rendering.hits import Scene

Backend: TypeAlias = Literal["embree", "zbuffer"]


def open_scene(mesh: Mesh, backend: Backend | None = None, device: str | None = None) -> Scene:
    """Make a mesh ready for tracing.

    Args:
        mesh: What will be looked at; at least one face.
        backend: None for Embree where it is installed, else the z-buffer.
        device: Where the z-buffer draws, such as 'cuda:0'; naming one chooses the z-buffer.

    Raises:
        ValueError: If Embree is asked for and is not installed or draws on no such device, or the
            mesh has no faces.
    """
    if not len(mesh.faces):
        message = "a mesh without faces cannot be seen"
        raise ValueError(message)
    if backend == "embree" and device is not None:
        message = f"Embree draws on the CPU only, not on {device}"
        raise ValueError(message)
    if backend is None:
        backend = "embree" if embree.INSTALLED and device is None else "zbuffer"
    if backend == "zbuffer":
        # Loads torch, which takes seconds: only when it is really wanted.
        zbuffer = importlib.import_module("mmdesign.rendering.zbuffer")
        scene: Scene = zbuffer.ZBufferScene(mesh, device)
        return scene
    if not embree.INSTALLED:
        message = "embreex is not installed here; use the z-buffer"
        raise ValueError(message)
    return embree.EmbreeTracer(mesh)
