"""The small picture of a design that the library keeps."""

import io

from PIL import Image

from mmdesign.domain import View

THUMBNAIL_PX = 224
"""As wide as rendered views, which then need no resizing."""
QUALITY = 80
FASTEST = 0
"""WebP's effort: the largest, 6, saves a third of the bytes for five times the time."""


def thumbnail_webp(view: View, side_px: int = THUMBNAIL_PX) -> bytes:
    """Shrink a view to a small picture.

    Args:
        view: The view; its (H, W, 3) image keeps its proportions.
        side_px: Longer side of the result; a smaller image is left at its size.

    Returns:
        A WebP file.
    """
    picture = Image.fromarray(view.image)
    picture.thumbnail((side_px, side_px), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.save(stream, "WEBP", quality=QUALITY, method=FASTEST)
    return stream.getvalue()
