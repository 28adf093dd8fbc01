"""Where a vision tower looks: its last spatial map, position by position, in the joint space.

open_clip offers no such call, so each family is passed through its own head one position at a
time. For average pooling followed by a linear layer that is an exact decomposition of the image
vector (class activation mapping, Zhou et al., CVPR 2016); for attention-pooled towers it is the
usual "value path" approximation (Zhou et al., "Extract Free Dense Labels from CLIP", ECCV 2022).
"""

import torch
from open_clip.modified_resnet import ModifiedResNet
from open_clip.timm_model import TimmModel
from open_clip.transformer import VisionTransformer
from torch import Tensor, nn

from mmdesign.errors import ModelError


def patch_outputs(visual: nn.Module, pixels: Tensor) -> Tensor:
    """Joint-space outputs (N, h, w, D) of every position for preprocessed pixels (N, 3, H, W).

    Raises:
        ModelError: If the tower's family is not known here.
    """
    if isinstance(visual, TimmModel):
        return _timm(visual, pixels)
    if isinstance(visual, VisionTransformer):
        return _vision_transformer(visual, pixels)
    if isinstance(visual, ModifiedResNet):
        return _modified_resnet(visual, pixels)
    message = (
        f"This model's vision tower ({type(visual).__name__}) gives no heat; "
        "verdicts are not affected."
    )
    raise ModelError(message)


def _timm(visual: TimmModel, pixels: Tensor) -> Tensor:
    features = visual.trunk.forward_features(pixels)
    if features.ndim == 4:  # NCHW of a convolutional tower
        count, channels, height, width = features.shape
        single = features.permute(0, 2, 3, 1).reshape(-1, channels, 1, 1)
    else:
        tokens = features[:, getattr(visual.trunk, "num_prefix_tokens", 0) :]
        count, length, channels = tokens.shape
        height = width = _side(length)
        single = tokens.reshape(-1, 1, channels)
    outputs: Tensor = visual.head(visual.trunk.forward_head(single))
    return outputs.reshape(count, height, width, -1)


def _vision_transformer(visual: VisionTransformer, pixels: Tensor) -> Tensor:
    maps = visual.forward_intermediates(pixels, indices=1, output_fmt="NCHW")
    tokens = visual.ln_post(maps["image_intermediates"][-1].permute(0, 2, 3, 1))
    outputs: Tensor = tokens if visual.proj is None else tokens @ visual.proj
    return outputs


def _modified_resnet(visual: ModifiedResNet, pixels: Tensor) -> Tensor:
    maps = visual.forward_intermediates(pixels, indices=1, output_fmt="NCHW")
    tokens = maps["image_intermediates"][-1].permute(0, 2, 3, 1)
    outputs: Tensor = visual.attnpool.c_proj(visual.attnpool.v_proj(tokens))
    return outputs


def _side(length: int) -> int:
    side = int(torch.tensor(float(length)).sqrt().round())
    if side * side != length:
        message = "This model's patches are not a square grid, so there is no heat."
        raise ModelError(message)
    return side
