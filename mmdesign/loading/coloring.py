"""The colour of each face, however the format keeps it."""

import numpy as np
import trimesh
from numpy.typing import NDArray
from PIL import Image
from trimesh.visual import ColorVisuals, TextureVisuals

from mmdesign.domain import ByteArray, DoubleArray

UNCOLORED = 184
"""Grey of parts without a colour in a file where other parts have one."""


def face_colors(geometry: trimesh.Trimesh, *, linear: bool) -> ByteArray | None:
    """(F, 3) sRGB, or None when the geometry has no colours.

    Args:
        geometry: A trimesh geometry, as parsed.
        linear: Whether its material colours are linear light.
    """
    visual = geometry.visual
    if isinstance(visual, ColorVisuals) and visual.kind == "face":
        return np.asarray(visual.face_colors[:, :3], dtype=np.uint8)
    if isinstance(visual, ColorVisuals) and visual.kind == "vertex":
        corners = np.asarray(visual.vertex_colors)[geometry.faces][..., :3]  # (F, 3, 3)
        colors: ByteArray = np.round(corners.mean(axis=1)).astype(np.uint8)
        return colors
    if isinstance(visual, TextureVisuals):
        return _material_colors(visual, geometry.faces, linear=linear)
    return None


def _material_colors(
    visual: TextureVisuals, faces: NDArray[np.int64], *, linear: bool
) -> ByteArray | None:
    material = visual.material
    texture = getattr(material, "baseColorTexture", None)
    uv = None if visual.uv is None else np.asarray(visual.uv, dtype=np.float64)
    if isinstance(texture, Image.Image) and uv is not None and np.isfinite(uv).all():
        return _sampled(texture, uv[np.asarray(faces)].mean(axis=1))
    factor = getattr(material, "baseColorFactor", None)
    if factor is None:
        return None
    color = np.asarray(factor)[:3]
    share = color / 255.0 if color.dtype.kind in "ui" else np.clip(color, 0.0, 1.0)
    share = _srgb_from_linear(share) if linear else share
    return np.tile(np.round(255.0 * share).astype(np.uint8), (len(faces), 1))


def _sampled(texture: Image.Image, uv: DoubleArray) -> ByteArray:
    """Texture colour at each face's middle; uv has its origin at the lower left and repeats."""
    pixels = np.asarray(texture.convert("RGB"))
    height, width = pixels.shape[:2]
    columns = np.minimum((uv[:, 0] % 1.0) * width, width - 1).astype(int)
    rows = np.minimum(((1.0 - uv[:, 1]) % 1.0) * height, height - 1).astype(int)
    colors: ByteArray = pixels[rows, columns]
    return colors


def _srgb_from_linear(share: DoubleArray) -> DoubleArray:
    """IEC 61966-2-1."""
    bright: DoubleArray = 1.055 * np.power(np.maximum(share, 1e-9), 1 / 2.4) - 0.055
    return np.where(share <= 0.0031308, 12.92 * share, bright)
