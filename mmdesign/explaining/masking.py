"""The slow, exact look at pictures: hide random places many times and see what it costs.

RISE (Petsiuk et al., BMVC 2018), with hidden places blurred rather than blackened. It needs only
what every encoder has, and one set of masks serves all texts.
"""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.ndimage import gaussian_filter, zoom

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.encoding import PatchHeat
from mmdesign.errors import CancelledError

MASKS = 64
"""200 masks point hardly better than 64."""
CELLS = 7
FINE = 4
"""Places of the map per cell and side."""
KEPT_SHARE = 0.5
BLUR_SHARE = 0.08
"""Sigma of the blur as a share of the picture's longer side."""
METHOD = f"{MASKS} random masks (RISE)"

Embed = Callable[[Sequence[ByteArray]], FloatArray]
OnProgress = Callable[[float], None]
Cancelled = Callable[[], bool]


def masked_heat(
    embed: Embed,
    images: Sequence[ByteArray],
    texts: FloatArray,
    progress: OnProgress = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> PatchHeat:
    """Explain pictures by hiding parts of them.

    Args:
        embed: Pictures -> (N, D) unit vectors.
        images: V pictures, each (H, W, 3).
        texts: (R, D) unit vectors.
        progress: Told the share done, [0, 1].
        cancelled: Asked before every picture.

    Returns:
        (R, V, h, w): how much more of the cosine there is when a place is left visible.

    Raises:
        CancelledError: If it was stopped.
    """
    masks = _masks(np.random.default_rng(0))
    maps = []
    for number, image in enumerate(images):
        stop_if(cancelled)
        hidden = blurred(image)
        cosines = embed([_masked(image, hidden, mask) for mask in masks]) @ texts.T  # (M, R)
        gain = cosines - cosines.mean(axis=0)
        weight = masks / masks.sum(axis=0)
        maps.append(np.einsum("mr,mhw->rhw", gain, weight, optimize=True))
        progress((number + 1) / len(images))
    return PatchHeat(np.stack(maps, axis=1).astype(np.float32), METHOD, zero_is_cold=True)


def blurred(image: ByteArray) -> ByteArray:
    """The picture with everything smaller than a few places gone."""
    sigma = BLUR_SHARE * max(image.shape[:2])
    soft = gaussian_filter(image.astype(np.float32), (sigma, sigma, 0), mode="nearest", truncate=3)
    return np.asarray(soft + 0.5, np.uint8)


def mixed(image: ByteArray, hidden: ByteArray, visible: FloatArray) -> ByteArray:
    """The picture where `visible` (H, W) is 1, its hidden form where it is 0."""
    share = visible[..., None]
    return np.asarray(image * share + hidden * (1 - share) + 0.5, np.uint8)


def stop_if(cancelled: Cancelled) -> None:
    """End the work when the person asked for it.

    Raises:
        CancelledError: If it was stopped.
    """
    if cancelled():
        message = "The closer look was stopped."
        raise CancelledError(message)


def _masks(generator: np.random.Generator) -> FloatArray:
    """(MASKS, side, side) smooth shares of visibility, each shifted by less than a cell."""
    side = CELLS * FINE
    cells = (generator.random((MASKS, CELLS + 2, CELLS + 2)) < KEPT_SHARE).astype(np.float32)
    smooth = zoom(cells, (1, FINE, FINE), order=1, grid_mode=True, mode="nearest")
    shifts = generator.integers(0, FINE, (MASKS, 2)) + FINE // 2
    return np.stack(
        [mask[y : y + side, x : x + side] for mask, (y, x) in zip(smooth, shifts, strict=True)]
    )


def _masked(image: ByteArray, hidden: ByteArray, mask: FloatArray) -> ByteArray:
    """Lay a mask of the square that encoders see over a picture of any shape."""
    height, width = image.shape[:2]
    side = max(height, width)
    places = (np.arange(side) + 0.5) / side * len(mask) - 0.5
    rows = places[(side - height) // 2 :][:height]
    columns = places[(side - width) // 2 :][:width]
    return mixed(image, hidden, _sampled(_sampled(mask, rows).T, columns).T)


def _sampled(mask: FloatArray, places: FloatArray) -> FloatArray:
    """(len(places), columns): rows of a mask at fractional places, by linear interpolation."""
    inside = np.clip(places, 0, len(mask) - 1)
    before = np.minimum(inside.astype(int), len(mask) - 2)
    share = (inside - before)[:, None]
    return np.asarray(mask[before] * (1 - share) + mask[before + 1] * share, np.float32)
