"""The same geometry in different looks, as uint8 pictures that any model can be shown."""

import io

import numpy as np
import torch
from PIL import Image

from mmdesign.domain import ByteArray, DoubleArray, FloatArray
from mmdesign.training.dataset import VIEW_PX
from mmdesign.training.model import IMAGE_MEAN, IMAGE_STD
from mmdesign.training.relighting import app_look

LOOKS = ("own colour", "clay", "line drawing", "dark background", "noise", "JPEG q30")
DARK = 0.08
NOISE = 0.06
"""Standard deviation in shares of full brightness."""
JPEG_QUALITY = 30


def look_of(look: str, views: ByteArray, colors: ByteArray, seed: int) -> ByteArray:
    """Pictures of stored geometry.

    Args:
        look: One of LOOKS.
        views: (V, H, W, CHANNELS) stored geometry.
        colors: (V, 3) sRGB of each view's design.
        seed: Of the noise.

    Returns:
        (V, H, W, 3).
    """
    if look == "clay":
        return _app(views, None)
    if look == "line drawing":
        return _drawing(views)
    own = _app(views, colors)
    if look == "dark background":
        empty = _app(np.zeros_like(views[:1]), None).astype(np.float32)
        free = 1 - views[..., 2:3].astype(np.float32) / 255
        return _bytes(own + (255 * DARK - empty) * free)
    if look == "noise":
        return with_noise(own, seed)
    if look == "JPEG q30":
        return through_jpeg(own)
    if look != "own colour":
        message = f"there is no look {look!r}"
        raise ValueError(message)
    return own


def with_noise(images: ByteArray, seed: int) -> ByteArray:
    """Grain, different at every pixel."""
    grain = np.random.default_rng(seed).standard_normal(images.shape, np.float32)
    return _bytes(images + 255 * NOISE * grain)


def through_jpeg(images: ByteArray) -> ByteArray:
    """The pictures as a strongly compressed JPEG gives them back."""
    out = []
    for image in images:
        file = io.BytesIO()
        Image.fromarray(image).save(file, "JPEG", quality=JPEG_QUALITY)
        out.append(np.asarray(Image.open(file)))
    return np.stack(out)


def _app(views: ByteArray, colors: ByteArray | None) -> ByteArray:
    base = None if colors is None else torch.from_numpy(colors.astype(np.float32) / 255)
    images = app_look(np.ascontiguousarray(views), VIEW_PX, base).permute(0, 2, 3, 1).numpy()
    return _bytes(255 * (images * np.array(IMAGE_STD) + np.array(IMAGE_MEAN)))


def _drawing(views: ByteArray) -> ByteArray:
    """Black lines on white, from the stored edges."""
    lines = views[..., 3].astype(np.float32) * (views[..., 2] / 255)
    return np.repeat(_bytes(255 - lines)[..., None], 3, axis=-1)


def _bytes(values: FloatArray | DoubleArray) -> ByteArray:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)
