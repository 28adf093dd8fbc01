"""Pictures -> pixels of the size and range that a model was trained on, many at a time.

What open_clip does to one picture after the other in Pillow, torch does in a fifth of the time:
where a model wants squares of one size, resized bicubically, the two agree up to rounding. Any
other preprocessing is left to open_clip.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from mmdesign.domain import ByteArray

WHITE = 255.0
Plain: TypeAlias = Callable[[Image.Image], Tensor]
HARMLESS = ("MaybeConvertMode", "MaybeToTensor", "ToTensor")
"""Steps that are taken here too, whatever the picture."""


@dataclass(frozen=True, slots=True)
class Squares:
    """Preprocessing of square pictures alone, by size and range."""

    side_px: int
    mean: Tensor
    """(3, 1, 1), of values in [0, 1]."""
    std: Tensor

    def __call__(self, images: Sequence[ByteArray]) -> Tensor:
        """(N, 3, side, side) of N square pictures."""
        shapes = {image.shape for image in images}
        parts = [images] if len(shapes) == 1 else [[image] for image in images]
        pixels = torch.cat([self._resized(part) for part in parts])
        return pixels.float().div_(WHITE).sub_(self.mean).div_(self.std)

    def _resized(self, images: Sequence[ByteArray]) -> Tensor:
        stacked = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2)
        if stacked.shape[-1] == self.side_px:
            return stacked
        size = (self.side_px, self.side_px)
        return functional.interpolate(stacked, size, mode="bicubic", antialias=True)


def preparation(preprocess: Plain) -> Callable[[Sequence[ByteArray]], Tensor]:
    """How a model's square pictures, each (S, S, 3) sRGB, become its pixels (N, 3, H, W).

    Args:
        preprocess: As open_clip gives it: a picture of Pillow's -> (3, H, W).
    """
    squares = _squares(getattr(preprocess, "transforms", ()))
    if squares is not None:
        return squares

    def one_by_one(images: Sequence[ByteArray]) -> Tensor:
        return torch.stack([preprocess(Image.fromarray(image)) for image in images])

    return one_by_one


def _squares(steps: Sequence[Any]) -> Squares | None:
    """The same for squares; None where there is a step that is not known here."""
    sizes: set[int] = set()
    ranges: list[Any] = []
    for step in steps:
        kind = type(step).__name__
        if kind == "CenterCrop" or (kind == "Resize" and step.interpolation.value == "bicubic"):
            sizes.update([step.size] if isinstance(step.size, int) else step.size)
        elif kind == "Normalize":
            ranges.append(step)
        elif kind not in HARMLESS:
            return None
    if len(sizes) != 1 or len(ranges) != 1:
        return None
    mean, std = (torch.tensor(values).view(3, 1, 1) for values in (ranges[0].mean, ranges[0].std))
    return Squares(sizes.pop(), mean, std)
