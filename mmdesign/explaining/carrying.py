"""Heat on pictures, carried to the faces that they show."""

from collections.abc import Sequence

import numpy as np

from mmdesign.domain import DoubleArray, FloatArray, IntArray
from mmdesign.explaining.segments import Segments

MIN_PIXELS = 3
"""Fewer pixels than this, over all views, say nothing about a face."""
ORGANIC_BLEND = 0.5
"""Weight of the segment's mean on free-form segments; simple ones take it whole."""


def mesh_heat(
    heats: Sequence[FloatArray], face_indices: Sequence[IntArray], grouped: Segments
) -> FloatArray:
    """Carry heat from views to the faces that they show.

    Mean over pixels, never the maximum over views, which bleeds onto whatever lies behind.
    Simple segments take their mean whole; free-form ones keep half of what is local.

    Args:
        heats: One (H, W) map per view.
        face_indices: One (H, W) map per view, -1 on the background.
        grouped: As from `segments(mesh)`.

    Returns:
        (F,) in [0, 1]; NaN where nothing was seen.
    """
    count = len(grouped.of_face)
    sums, pixels = np.zeros(count), np.zeros(count)
    for heat, face_index in zip(heats, face_indices, strict=True):
        seen = face_index >= 0
        sums += np.bincount(face_index[seen], heat[seen], count)
        pixels += np.bincount(face_index[seen], minlength=count)
    of_segment = _means(sums, pixels, grouped.of_face)
    of_cell = _means(sums, pixels, grouped.cells)
    local = np.where(pixels >= MIN_PIXELS, sums / np.maximum(pixels, 1), of_cell)
    blended = ORGANIC_BLEND * of_segment + (1 - ORGANIC_BLEND) * local
    return np.where(grouped.simple[grouped.of_face], of_segment, blended).astype(np.float32)


def _means(sums: DoubleArray, pixels: DoubleArray, labels: IntArray) -> DoubleArray:
    """(F,) mean over all pixels with a face's label, NaN where they are too few."""
    totals, counts = np.bincount(labels, sums), np.bincount(labels, pixels)
    means = np.where(counts >= MIN_PIXELS, totals / np.maximum(counts, 1), np.nan)
    return np.asarray(means[labels])
