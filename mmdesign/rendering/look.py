"""The look that designers see: clay or part colours, soft light, feature edges."""

import numpy as np

from mmdesign.domain import ByteArray, Camera, FloatArray, Mesh, View
from mmdesign.rendering.buffers import GBuffer, gbuffer_of_scene
from mmdesign.rendering.framing import cameras as default_cameras
from mmdesign.rendering.hits import Scene
from mmdesign.rendering.occlusion import openness
from mmdesign.rendering.tracing import Backend, open_scene

CLAY = (178, 194, 214)
BACKGROUND_TOP = (250, 251, 252)
BACKGROUND_BOTTOM = (232, 236, 241)
EDGE = (38, 46, 58)
EDGE_OPACITY = 0.85
LIGHTS: tuple[tuple[tuple[float, float, float], float], ...] = (
    ((-0.60, 0.80, 0.65), 0.60),
    ((0.80, 0.10, 0.60), 0.17),
    ((-0.20, -0.80, 0.40), 0.14),
)
"""Directions to the lights in camera space, and how bright they are: key, fill, bounce."""
AMBIENT = 0.44
GLOSS = 0.10
GLOSS_EXPONENT = 24


def render(
    mesh: Mesh,
    size_px: int = 224,
    cameras: tuple[Camera, ...] | None = None,
    backend: Backend | None = None,
    device: str | None = None,
) -> tuple[View, ...]:
    """Take the pictures of a mesh.

    Args:
        mesh: At least one face.
        size_px: Height and width of the square pictures.
        cameras: None for the twelve of `cameras(mesh)`.
        backend: None for Embree where it is installed, else the torch z-buffer.
        device: Where the z-buffer draws, such as 'cuda:0'; naming one chooses the z-buffer.

    Returns:
        One view per camera, each with the face that every pixel shows.
    """
    buffer, free = _seen(open_scene(mesh, backend, device), mesh, size_px, cameras)
    return _views(buffer, shade(buffer, free, mesh.face_colors))


def render_and_clay(
    mesh: Mesh, size_px: int = 224, device: str | None = None
) -> tuple[tuple[View, ...], tuple[View, ...]]:
    """The twelve pictures in the file's own colours, and the same ones in clay.

    Two files of one part often differ in colour alone; in clay they look the same.

    Args:
        mesh: At least one face.
        size_px: Height and width of the square pictures.
        device: As for `render`.

    Returns:
        Both sets of views; one and the same for a mesh without colours.
    """
    buffer, free = _seen(open_scene(mesh, None, device), mesh, size_px, None)
    clay = _views(buffer, shade(buffer, free))
    if mesh.face_colors is None:
        return clay, clay
    return _views(buffer, shade(buffer, free, mesh.face_colors)), clay


def _seen(
    scene: Scene, mesh: Mesh, size_px: int, cameras: tuple[Camera, ...] | None
) -> tuple[GBuffer, FloatArray]:
    chosen = cameras or default_cameras(mesh)
    buffer = gbuffer_of_scene(scene, mesh, chosen, size_px, supersample=2)
    return buffer, openness(scene, buffer)


def _views(buffer: GBuffer, images: ByteArray) -> tuple[View, ...]:
    return tuple(
        View(camera.name, image, camera, face_index)
        for camera, image, face_index in zip(buffer.cameras, images, buffer.face_index, strict=True)
    )


def shade(
    buffer: GBuffer, openness: FloatArray | None = None, face_colors: ByteArray | None = None
) -> ByteArray:
    """Light a geometry buffer.

    Args:
        buffer: V views, H x W pixels.
        openness: (V, H, W) ambient occlusion, 1 = free; None for none.
        face_colors: (F, 3) sRGB; None for clay.

    Returns:
        (V, H, W, 3) sRGB pictures.
    """
    brightness, gloss = _light(buffer.normals)
    if openness is not None:
        brightness = brightness * (0.35 + 0.65 * openness)
        gloss = gloss * openness
    base = _base_colors(buffer, face_colors)
    lit = base * brightness[..., None] + gloss[..., None]
    lit = np.minimum(lit, 1.0)
    ink = (EDGE_OPACITY * buffer.edges)[..., None]
    inked = lit * (1 - ink) + np.asarray(EDGE, np.float32) / 255 * ink
    coverage = buffer.coverage[..., None]
    blended = inked * coverage + _background(buffer.depth.shape[1]) * (1 - coverage)
    return np.asarray(blended * 255 + 0.5, np.uint8)


def _light(normals: FloatArray) -> tuple[FloatArray, FloatArray]:
    brightness = np.full(normals.shape[:3], AMBIENT, np.float32)
    for towards, strength in LIGHTS:
        direction = np.asarray(towards, np.float32) / np.float32(np.linalg.norm(towards))
        brightness += strength * np.maximum(normals @ direction, 0)
    key = np.asarray(LIGHTS[0][0]) / np.linalg.norm(LIGHTS[0][0])
    halfway = key + np.array([0.0, 0.0, 1.0])
    halfway = (halfway / np.linalg.norm(halfway)).astype(np.float32)
    gloss = GLOSS * np.maximum(normals @ halfway, 0) ** GLOSS_EXPONENT
    return brightness, np.asarray(gloss, np.float32)


def _base_colors(buffer: GBuffer, face_colors: ByteArray | None) -> FloatArray:
    if face_colors is None:
        return np.asarray(CLAY, np.float32) / np.float32(255)
    # Pure black and white would hide the shape: no light falls on black, no shade on white.
    readable = 0.20 + face_colors.astype(np.float32) * np.float32(0.75 / 255)
    return np.asarray(readable[buffer.face_index], np.float32)


def _background(size_px: int) -> FloatArray:
    """(H, 1, 3): a hardly visible fall-off from top to bottom."""
    steps = np.linspace(0, 1, size_px, dtype=np.float32)[:, None, None]
    top, bottom = (np.asarray(color, np.float32) / 255 for color in
                   (BACKGROUND_TOP, BACKGROUND_BOTTOM))  # fmt: skip
    return np.asarray(top * (1 - steps) + bottom * steps, np.float32)
