"""Whether a heatmap can be believed: take away what it calls warm, and see whether it mattered.

Deletion (Petsiuk et al., BMVC 2018), against chance: equally large places of the same coarseness
are taken away at random, on the part only, so that finding the part in its background earns
nothing.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import zoom

from mmdesign.domain import ByteArray, FloatArray, View
from mmdesign.explaining.masking import Embed, blurred, mixed

TAKEN_SHARES = (0.1, 0.3)
"""Shares of the part that are blurred away."""
RANDOM = 3
VIEWS = 2
"""Views that are tried: those with most heat."""
MOST_WARM = 0.75
"""A map that is warm on more of the part than this speaks of it as a whole: it singles nothing out
whose loss could be compared with the loss of anything else."""
CELLS = 4
"""Random places hang together as heat does: as in a picture of this many cells per side. Finer
ones, scattered over the part, do more harm than any one place, and no map would beat them."""


def deletion_score(
    embed: Embed, views: Sequence[View], heats: Sequence[FloatArray], text: FloatArray
) -> float | None:
    """How much more the cosine falls without the warmest places than without random ones.

    Costs len(TAKEN_SHARES) * (1 + RANDOM) pictures for each of VIEWS views.

    Args:
        embed: Pictures -> (N, D) unit vectors.
        views: V views.
        heats: V maps (H, W) in [0, 1].
        text: (D,) unit vector of what the maps are about.

    Returns:
        Mean difference of the cosines; at most 0 when the map is no better than chance. None for
        maps without any heat, and for those that are warm all over.
    """
    sums = [
        float(np.nansum(heat)) if _singles_out(heat, view) else 0.0
        for heat, view in zip(heats, views, strict=True)
    ]
    chosen = [index for index in np.argsort(sums)[::-1][:VIEWS] if sums[index] > 0]
    if not chosen:
        return None
    generator = np.random.default_rng(0)
    pictures = [
        picture
        for index in chosen
        for picture in _without(views[index], np.nan_to_num(heats[index]), generator)
    ]
    cosines = (embed(pictures) @ text).reshape(-1, 1 + RANDOM)
    return float((cosines[:, 1:].mean(axis=1) - cosines[:, 0]).mean())


def _singles_out(heat: FloatArray, view: View) -> bool:
    values = np.nan_to_num(heat)[_part(view)]
    return bool(len(values)) and float(np.mean(values > values.max() / 2)) <= MOST_WARM


def _part(view: View) -> NDArray[np.bool_]:
    if view.face_index is None:
        return np.ones(view.image.shape[:2], bool)
    return np.asarray(view.face_index >= 0)


def _without(view: View, heat: FloatArray, generator: np.random.Generator) -> list[ByteArray]:
    """For every share: the view without its warmest places, then without random ones."""
    hidden = blurred(view.image)
    part = _part(view)
    # Segments have one value each: which of their places go first is left to a little noise.
    orders = [heat + 1e-4 * _coarse_noise(heat.shape, generator)]
    orders += [_coarse_noise(heat.shape, generator) for _ in range(RANDOM)]
    return [
        mixed(view.image, hidden, (~_highest(order, part, share)).astype(np.float32))
        for share in TAKEN_SHARES
        for order in orders
    ]


def _highest(order: FloatArray, part: NDArray[np.bool_], share: float) -> NDArray[np.bool_]:
    """The given share of the part's pixels, highest first."""
    values = order[part]
    if not len(values):
        return np.zeros(part.shape, bool)
    return np.asarray(part & (order >= np.quantile(values, 1 - share)))


def _coarse_noise(shape: tuple[int, ...], generator: np.random.Generator) -> FloatArray:
    cells = generator.random((CELLS, CELLS), np.float32)
    factors = (shape[0] / CELLS, shape[1] / CELLS)
    return np.asarray(zoom(cells, factors, order=1, grid_mode=True, mode="nearest"), np.float32)
