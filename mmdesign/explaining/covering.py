"""The slow, exact look at a mesh: paint over one CAD face after another and see what it costs.

A segment (a hole's wall, a rib's side) is repainted with its blurred surroundings in the views
that show it best; the fall of the cosine is the segment's heat. One set of repainted views serves
all texts, and nothing but `embed_images` is asked of the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation, gaussian_filter, zoom

from mmdesign.domain import ByteArray, FloatArray, Heatmap, IntArray, View
from mmdesign.explaining.masking import Cancelled, Embed, OnProgress, stop_if
from mmdesign.explaining.scales import HeatScale
from mmdesign.explaining.segments import Segments

MAX_SEGMENTS = 64
"""Of more segments, those that fill most of a view are tried; the others stay unseen."""
MAX_VIEWS = 3
"""Views in which one segment is repainted: those that show most of it."""
MIN_PIXELS = 12
BATCH = 32
REDUCED = 4
"""Pixels along the side of a block from which the fill is made."""
METHOD = "faces painted over"


@dataclass(frozen=True, slots=True)
class _Trial:
    segment: int
    view: int
    pixels: int


def segment_heat(
    embed: Embed,
    views: Sequence[View],
    grouped: Segments,
    texts: FloatArray,
    progress: OnProgress = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> FloatArray:
    """Explain a mesh by painting over its segments.

    Args:
        embed: Pictures -> (N, D) unit vectors.
        views: Views of the mesh; those without a face_index are passed over.
        grouped: As from `segments(mesh)`.
        texts: (R, D) unit vectors.
        progress: Told the share done, [0, 1].
        cancelled: Asked before every batch.

    Returns:
        (R, F) fall of the cosine when a face's segment is painted over; NaN where it was not
        tried or no view shows it.

    Raises:
        CancelledError: If it was stopped.
    """
    rendered = [
        (view.image, _labels(view.face_index, grouped.of_face))
        for view in views
        if view.face_index is not None
    ]
    trials = _trials([labels for _, labels in rendered], int(grouped.of_face.max()) + 1)
    whole = embed([image for image, _ in rendered]) @ texts.T  # (V, R)
    falls = np.empty((len(trials), len(texts)), np.float32)
    for start in range(0, len(trials), BATCH):
        stop_if(cancelled)
        part = trials[start : start + BATCH]
        painted = [
            _painted(image, labels == trial.segment)
            for trial in part
            for image, labels in (rendered[trial.view],)
        ]
        before = whole[[trial.view for trial in part]]
        falls[start : start + len(part)] = before - embed(painted) @ texts.T
        progress((start + len(part)) / len(trials))
    return _on_faces(trials, falls, grouped)


def covered_maps(
    requirement_ids: Sequence[str], on_faces: FloatArray, views: Sequence[View], scale: HeatScale
) -> tuple[Heatmap, ...]:
    """Show segment heat on the mesh and on every view of it.

    Args:
        requirement_ids: R ids.
        on_faces: (R, F) as from `segment_heat`.
        views: All views of the design; those without a face_index get no map.
        scale: Shared by all maps.
    """
    method = f"{METHOD}, {scale.reach}"
    heatmaps: list[Heatmap] = []
    for requirement_id, values in zip(requirement_ids, scale.heat(on_faces), strict=True):
        of_pixel = np.append(np.nan_to_num(values), np.float32(0))  # face -1 is the background
        heatmaps += [
            Heatmap(requirement_id, of_pixel[view.face_index], index, method)
            for index, view in enumerate(views)
            if view.face_index is not None
        ]
        heatmaps.append(Heatmap(requirement_id, values, None, method))
    return tuple(heatmaps)


def _labels(face_index: IntArray, of_face: IntArray) -> IntArray:
    """(H, W) segment that every pixel shows, -1 on the background."""
    return np.asarray(np.append(of_face, np.int32(-1))[face_index], np.int32)


def _trials(of_pixel: Sequence[IntArray], count: int) -> list[_Trial]:
    """Which segment is painted over in which view."""
    pixels = np.stack([np.bincount(labels[labels >= 0], minlength=count) for labels in of_pixel])
    best = pixels.max(axis=0)
    chosen = np.argsort(-best, kind="stable")[:MAX_SEGMENTS]
    return [
        _Trial(int(segment), int(view), int(pixels[view, segment]))
        for segment in chosen
        for view in np.argsort(-pixels[:, segment], kind="stable")[:MAX_VIEWS]
        if pixels[view, segment] >= MIN_PIXELS
    ]


def _painted(image: ByteArray, segment: NDArray[np.bool_]) -> ByteArray:
    """Fill a segment, with its outline, from what surrounds it."""
    hole = binary_dilation(segment, iterations=2)
    known = (~hole).astype(np.float32)[..., None]
    # What is filled in is smooth, so it is made of a small picture, which is much faster.
    spread = _reduced(np.concatenate([image * known, known], axis=-1))
    sigma = max(2.0, 0.25 * float(segment.sum()) ** 0.5) / REDUCED
    near = gaussian_filter(spread, (sigma, sigma, 0), truncate=6)
    # Deep inside a large segment nothing known is near: the picture's mean stands in there.
    near += 1e-4 * spread.mean(axis=(0, 1)) / max(float(spread[..., 3].mean()), 1e-6)
    filled = near[..., :3] / near[..., 3:]
    height, width = segment.shape
    whole = zoom(filled, (REDUCED, REDUCED, 1), order=1, grid_mode=True, mode="nearest")
    return np.where(hole[..., None], whole[:height, :width] + 0.5, image).astype(np.uint8)


def _reduced(picture: FloatArray) -> FloatArray:
    """Means over blocks of REDUCED x REDUCED pixels; the last rows and columns are repeated."""
    height, width, channels = picture.shape
    padding = ((0, -height % REDUCED), (0, -width % REDUCED), (0, 0))
    padded = np.pad(picture, padding, mode="edge")
    blocks = padded.reshape(
        padded.shape[0] // REDUCED, REDUCED, padded.shape[1] // REDUCED, REDUCED, channels
    )
    return np.asarray(blocks.mean(axis=(1, 3)), np.float32)


def _on_faces(trials: Sequence[_Trial], falls: FloatArray, grouped: Segments) -> FloatArray:
    """(R, F) mean fall over a segment's views, weighted by how much of it they show."""
    count = int(grouped.of_face.max()) + 1
    segment = np.array([trial.segment for trial in trials], int)
    weight = np.array([trial.pixels for trial in trials], float)
    total = np.bincount(segment, weight, count)
    means = np.full((falls.shape[1], count), np.nan, np.float32)
    tried = total > 0
    for row, fall in enumerate(falls.T):
        means[row, tried] = (np.bincount(segment, weight * fall, count) / np.maximum(total, 1))[
            tried
        ]
    return means[:, grouped.of_face]
