"""Pictures for reports and pages: heat over a view, small copies, data URIs."""

import base64
import io

import numpy as np
from PIL import Image

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.library import thumbnail_webp

__all__ = ["HEAT_RAMP", "data_uri", "heat_colors", "overlay", "rgb", "thumbnail_webp", "webp"]

HEAT_RAMP = ("#e3e5e8", "#f5cf6b", "#f29a33", "#d9552b", "#8f1d3f")
"""Cold to hot, from paper grey to deep red: lightness falls all the way, so that it also reads in
grey and with any colour vision, and blue stays free for what was measured."""
WEBP_QUALITY = 82


def rgb(color: str) -> ByteArray:
    """(3,) sRGB of a colour that is written as '#rrggbb'."""
    return np.frombuffer(bytes.fromhex(color.removeprefix("#")), np.uint8)


_STOPS = np.stack([rgb(color) for color in HEAT_RAMP]).astype(float)


def heat_colors(heat: FloatArray) -> ByteArray:
    """Colour heat on the absolute scale.

    Args:
        heat: (...) values in [0, 1]; beyond them the end colours hold, NaN counts as 0.

    Returns:
        (..., 3) sRGB.
    """
    values = np.clip(np.nan_to_num(heat, nan=0.0), 0.0, 1.0)
    stops = np.linspace(0.0, 1.0, len(_STOPS))
    channels = [np.interp(values, stops, _STOPS[:, channel]) for channel in range(3)]
    colors: ByteArray = np.rint(np.stack(channels, axis=-1)).astype(np.uint8)
    return colors


def overlay(image: ByteArray, heat: FloatArray, opacity: float = 0.75) -> ByteArray:
    """Lay heat over a picture: cold places keep the picture, hot ones take the colour.

    Args:
        image: (H, W, 3) sRGB.
        heat: (h, w) in [0, 1], NaN where nothing was seen; stretched smoothly to the picture.
        opacity: How much of the picture the hottest colour covers, in [0, 1].

    Returns:
        (H, W, 3) sRGB.
    """
    if not 0.0 <= opacity <= 1.0:
        message = f"opacity must be in [0, 1], not {opacity}"
        raise ValueError(message)
    values = np.clip(np.nan_to_num(heat, nan=0.0), 0.0, 1.0).astype(np.float32)
    height, width = image.shape[:2]
    if values.shape != (height, width):
        stretched = Image.fromarray(values).resize((width, height), Image.Resampling.BILINEAR)
        values = np.asarray(stretched)
    cover = opacity * values[..., None]
    mixed = image * (1.0 - cover) + heat_colors(values) * cover
    blended: ByteArray = np.rint(mixed).astype(np.uint8)
    return blended


def webp(image: ByteArray, side_px: int | None = None) -> bytes:
    """Pack a picture as WebP.

    Args:
        image: (H, W, 3) sRGB.
        side_px: Longer side of the result; a smaller picture, or None, keeps its size.
    """
    picture = Image.fromarray(image)
    if side_px is not None:
        picture.thumbnail((side_px, side_px), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.save(stream, "WEBP", quality=WEBP_QUALITY)
    return stream.getvalue()


def data_uri(picture: bytes, media_type: str = "image/webp") -> str:
    """Write a picture as a URI that holds it, so that a page needs no second file."""
    return f"data:{media_type};base64,{base64.b64encode(picture).decode('ascii')}"
