"""Pictures: looked at before they are decoded, upright, on white, at most 1024 px."""

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from mmdesign.domain import ByteArray
from mmdesign.errors import DesignError, UnsupportedFormatError
from mmdesign.sandbox import Reading

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF")
MAX_PIXELS = 40_000_000
MAX_SIDE_PX = 1024
# Pillow itself refuses from twice this number on, textures of meshes too
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


def read_picture(path: Path, name: str) -> Reading:
    """Decode the first frame as (H, W, 3) sRGB."""
    try:
        with Image.open(path, formats=FORMATS) as image:
            _check_size(image, name)
            return Reading({"image": _as_rgb(image, name)})
    except Image.DecompressionBombError:
        message = (
            f"{name} has more than {2 * MAX_PIXELS // 1_000_000} million pixels; "
            f"save it with at most {MAX_PIXELS // 1_000_000} million."
        )
        raise DesignError(message) from None
    except UnidentifiedImageError:
        message = (
            f"{name} is not a PNG, JPEG, WebP or TIFF picture, whatever its name says; "
            "save it as one of these."
        )
        raise UnsupportedFormatError(message) from None
    except (OSError, SyntaxError, ValueError):
        message = f"{name} is damaged or incomplete; save the picture again."
        raise DesignError(message) from None


def read_pictures(files: Sequence[Mapping[str, str]]) -> Reading:
    """Decode several pictures, each on its own: one that is refused costs the others nothing.

    Args:
        files: Each with its path and its name.

    Returns:
        By number from 0 in the order given: (H, W, 3) sRGB. Those that are refused are missing;
        read alone, each says why.
    """
    decoded = {}
    for number, file in enumerate(files):
        with contextlib.suppress(DesignError):
            picture = read_picture(Path(file["path"]), file["name"])
            decoded[str(number)] = picture.arrays["image"]
    return Reading(decoded)


def _check_size(image: Image.Image, name: str) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS:
        message = (
            f"{name} has {width} x {height} pixels; save it with at most "
            f"{MAX_PIXELS // 1_000_000} million."
        )
        raise DesignError(message)


def _as_rgb(image: Image.Image, name: str) -> ByteArray:
    image.draft("RGB", (MAX_SIDE_PX, MAX_SIDE_PX))  # JPEG: decode small at once
    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("I;16", "I;16B", "I;16L", "I"):
        levels = np.clip(np.asarray(upright, dtype=np.int64), 0, 65535) >> 8
        upright = Image.fromarray(levels.astype(np.uint8))
    elif upright.mode == "F":
        message = f"{name} holds numbers instead of colours; save it as PNG or JPEG."
        raise DesignError(message)
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        white = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(white, upright)
    upright = upright.convert("RGB")
    upright.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX), Image.Resampling.LANCZOS)
    return np.asarray(upright)
