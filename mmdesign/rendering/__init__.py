"""Mesh -> pictures: named cameras, geometry buffers, and the look that designers see.

Rays are Embree's where it has a wheel, a torch z-buffer elsewhere or when asked for; both see
the same faces at the same pixels, which is how they check each other.
"""

from mmdesign.rendering.buffers import GBuffer, gbuffer, gbuffer_of_scene
from mmdesign.rendering.framing import VIEWPOINTS, cameras, look_from
from mmdesign.rendering.hits import Scene, sphere_points
from mmdesign.rendering.look import render, render_and_clay, shade
from mmdesign.rendering.occlusion import openness
from mmdesign.rendering.tracing import Backend, open_scene

__all__ = [
    "VIEWPOINTS",
    "Backend",
    "GBuffer",
    "Scene",
    "cameras",
    "gbuffer",
    "gbuffer_of_scene",
    "look_from",
    "open_scene",
    "openness",
    "render",
    "render_and_clay",
    "shade",
    "sphere_points",
]
