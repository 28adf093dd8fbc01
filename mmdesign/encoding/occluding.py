"""Heat without looking inside a tower: cover places of the picture and see the cosine fall.

The last resort, for towers in which no map of places was found (Zeiler and Fergus, ECCV 2014).
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn

BOXES = 7
"""Boxes along each side; heat costs their square in forwards per picture."""
BOX_SHARE = 0.25
"""Side of a box as a share of the picture's; neighbours overlap."""


@torch.inference_mode()
def occlusion_maps(
    encode: Callable[[Tensor], Tensor], pixels: Tensor, texts: Tensor, batch: int
) -> Tensor:
    """How far the cosine with each text falls when a box of the picture is blurred away.

    Args:
        encode: Pixels (N, 3, H, W) -> vectors (N, D).
        pixels: (N, 3, H, W) preprocessed.
        texts: (R, D) unit vectors.
        batch: Pictures that go through the tower at once.

    Returns:
        (R, N, BOXES, BOXES).
    """
    masks = _boxes(pixels.shape[-2], pixels.shape[-1]).to(pixels)
    maps = []
    for picture in pixels:
        blurred = _blurred(picture)
        covered = picture + masks[:, None] * (blurred - picture)
        variants = torch.cat([picture[None], covered])
        vectors = torch.cat([encode(part) for part in torch.split(variants, batch)]).float()
        cosines = texts.to(vectors) @ nn.functional.normalize(vectors, dim=-1).T
        maps.append((cosines[:, :1] - cosines[:, 1:]).reshape(-1, BOXES, BOXES))
    return torch.stack(maps, dim=1)


def _boxes(height: int, width: int) -> Tensor:
    """(BOXES^2, H, W) of 0 and 1."""

    def bands(size: int) -> Tensor:
        centres = (torch.arange(BOXES) + 0.5) * size / BOXES
        return ((torch.arange(size) + 0.5) - centres[:, None]).abs() <= size * BOX_SHARE / 2

    rows, columns = bands(height), bands(width)
    return (rows[:, None, :, None] & columns[None, :, None, :]).flatten(0, 1).float()


def _blurred(picture: Tensor) -> Tensor:
    """(3, H, W) with detail smaller than a box gone."""
    small = nn.functional.interpolate(picture[None], scale_factor=BOX_SHARE / 2, mode="area")
    return nn.functional.interpolate(small, size=picture.shape[-2:], mode="bilinear")[0]
