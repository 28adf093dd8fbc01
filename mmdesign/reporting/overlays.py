"""Every view with the evidence of one requirement laid over it, as PNG files in one ZIP."""

import io
import re
import zipfile

import numpy as np
from PIL import Image

from mmdesign.domain import ByteArray, Review, Verdict
from mmdesign.reporting.evidence import heat_of, measured_colors, measured_faces
from mmdesign.reporting.pictures import overlay

MEASURED_OPACITY = 0.85


def overlays_zip(review: Review, verdict: Verdict) -> bytes:
    """Pack one PNG per view, named after it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for index, view in enumerate(review.design.views):
            picture = io.BytesIO()
            Image.fromarray(view_overlay(review, verdict, index)).save(picture, "PNG")
            name = re.sub(r"[^\w-]+", "-", view.name).strip("-") or "view"
            archive.writestr(f"{index + 1:02d}-{name[:60]}.png", picture.getvalue())
    return packed.getvalue()


def view_overlay(review: Review, verdict: Verdict, view_index: int) -> ByteArray:
    """(H, W, 3) one view with heat and measured faces over it; the view itself without any."""
    view = review.design.views[view_index]
    heat = heat_of(review, verdict, view_index)
    image = view.image if heat is None else overlay(view.image, heat)
    if view.face_index is None:
        return image
    painted = image.copy()
    for item in measured_faces(review, verdict):
        shown = np.isin(view.face_index, item.faces)
        (color,) = measured_colors(np.array([item.excess], np.float32))
        mixed = MEASURED_OPACITY * color + (1 - MEASURED_OPACITY) * painted[shown]
        painted[shown] = np.rint(mixed).astype(np.uint8)
    return painted
