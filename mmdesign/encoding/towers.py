"""Towers whose picture vector is a mean over places: their heat needs no gradient.

A tower that ends in average pooling and a linear layer can be taken apart exactly: its head, fed
one place at a time, gives vectors whose mean is the picture's own (class activation mapping, Zhou
et al., CVPR 2016). Texts then cost nothing. Whether a tower is of that kind is not read off its
name but tried on the first picture; all others are explained by `encoding.gradients`.
"""

import torch
from open_clip.timm_model import TimmModel
from torch import Tensor, nn

from mmdesign.errors import ModelError

SAME = 1e-3
"""Relative difference up to which the mean over places counts as the picture's own vector."""
SAME_ROUNDED = 0.05
"""The same for bfloat16, which rounds both."""


def patch_outputs(visual: nn.Module, pixels: Tensor) -> Tensor:
    """Joint-space outputs (N, h, w, D) of every place for preprocessed pixels (N, 3, H, W).

    Raises:
        ModelError: If the picture's vector is not the mean of what its places give.
    """
    if not isinstance(visual, TimmModel):
        raise ModelError(_refusal(visual))
    _check_additive(visual, pixels[:1])
    return _places(visual, visual.trunk.forward_features(pixels))


def _check_additive(visual: TimmModel, pixels: Tensor) -> None:
    features = visual.trunk.forward_features(pixels)
    if features.ndim != 4 or features.shape[1] != visual.trunk.num_features:
        raise ModelError(_refusal(visual))
    whole = visual.head(visual.trunk.forward_head(features)).float()
    added = _places(visual, features).float().mean(dim=(1, 2))
    tolerance = SAME if pixels.dtype == torch.float32 else SAME_ROUNDED
    if (whole - added).norm() > tolerance * whole.norm():
        raise ModelError(_refusal(visual))


def _places(visual: TimmModel, features: Tensor) -> Tensor:
    """(N, h, w, D) of (N, C, h, w): every place goes through the head alone."""
    count, channels, height, width = features.shape
    single = features.permute(0, 2, 3, 1).reshape(-1, channels, 1, 1)
    outputs: Tensor = visual.head(visual.trunk.forward_head(single))
    return outputs.reshape(count, height, width, -1)


def _refusal(visual: nn.Module) -> str:
    return (
        f"The picture's vector of this model's vision tower ({type(visual).__name__}) is not a "
        "mean over places; ask it for `heat` instead."
    )
