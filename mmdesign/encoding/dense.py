"""A head that reads where things are: fine patches from what a tower's trunk computes anyway.

The last map of a small convolutional trunk is far too coarse to point with, but on its way there
the trunk has seen the picture at every scale. This head goes back up through those maps, from
what they mean to where it is (Lin et al., "Feature Pyramid Networks", CVPR 2017), and ends at half
of the picture's own resolution. Its patches live in a few dimensions; a text vector is brought
there by one linear map, so that any number of texts costs one product each. The trunk and the
picture's vector are not touched.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_eval

WEIGHTS_FILE = "dense.safetensors"
CONTEXT, COARSE, MIDDLE, FINE = 96, 80, 72, 56
"""Channels from the deepest map up to a quarter of the picture's resolution."""
RANK = 64
"""Dimensions in which patches and texts meet."""
METHOD = "dense head"


class DenseHead(nn.Module):
    """Maps of a five-stage convolutional trunk -> patches at half of the picture's resolution."""

    def __init__(self, channels: Sequence[int], width: int) -> None:
        """Start untrained.

        Args:
            channels: Of the trunk's maps at 1/2, 1/4, 1/8, 1/16 and 1/32 of the picture.
            width: D, of text vectors.
        """
        super().__init__()
        half, quarter, eighth, sixteenth, deepest = channels
        self.deepest = _joined(deepest, CONTEXT)
        self.whole = nn.Linear(deepest, CONTEXT)
        self.sixteenth = _joined(sixteenth, CONTEXT)
        self.coarse = _joined(CONTEXT, COARSE, 3)
        self.eighth = _joined(eighth, COARSE)
        self.middle = _joined(COARSE, MIDDLE, 3)
        self.narrowed = _joined(MIDDLE, FINE)
        self.quarter = _joined(quarter, FINE)
        self.finest = _joined(half, FINE, 2, stride=2)
        self.fine = _joined(FINE, FINE, 3)
        self.patches = nn.Conv2d(FINE, 4 * RANK, 1)
        self.texts = nn.Linear(width, RANK, bias=False)

    def forward(self, maps: Sequence[Tensor]) -> Tensor:
        """Patches (N, RANK, H / 2, W / 2) of the trunk's five maps, finest first."""
        half, quarter, eighth, sixteenth, deepest = maps
        context = self.whole(deepest.mean(dim=(2, 3)))[:, :, None, None]
        up = _enlarged(self.deepest(deepest) + context, sixteenth)
        up = self.coarse(functional.relu(up + self.sixteenth(sixteenth)))
        up = functional.relu(_enlarged(up, eighth) + self.eighth(eighth))
        up = self.narrowed(functional.relu(self.middle(up)))
        up = functional.relu(_enlarged(up, quarter) + self.quarter(quarter) + self.finest(half))
        up = functional.relu(up + self.fine(up))
        return functional.pixel_shuffle(self.patches(up), 2)


def stage_maps(trunk: nn.Module, pixels: Tensor) -> list[Tensor]:
    """A trunk's maps of (N, 3, H, W) preprocessed pictures, finest first."""
    network: Any = trunk
    maps: list[Tensor] = network.forward_intermediates(pixels, intermediates_only=True)
    return maps


def stage_channels(trunk: nn.Module) -> list[int]:
    """Channels of the trunk's maps, finest first."""
    described: Any = trunk.feature_info
    return [int(stage["num_chs"]) for stage in described]


def save_dense(head: DenseHead, folder: Path) -> None:
    """Write a trained head in half precision, its normalisations folded into its convolutions."""
    weights = {name: value.half().contiguous() for name, value in folded(head).items()}
    partial = folder / f"{WEIGHTS_FILE}.part"
    save_file(weights, partial)
    partial.chmod(0o644)
    partial.replace(folder / WEIGHTS_FILE)


def open_dense(folder: Path) -> DenseHead | None:
    """Read the head of a bundle; None for a bundle without one."""
    path = folder / WEIGHTS_FILE
    if not path.is_file():
        return None
    weights = {name: value.float() for name, value in load_file(path).items()}
    names = ("finest", "quarter", "eighth", "sixteenth", "deepest")
    channels = [weights[f"{name}.weight"].shape[1] for name in names]
    head = _without_norms(DenseHead(channels, weights["texts.weight"].shape[1]))
    head.load_state_dict(weights)
    return head.eval().requires_grad_(False).to(memory_format=torch.channels_last)


def folded(head: DenseHead) -> dict[str, Tensor]:
    """Weights of the same head without normalisations, as they are in evaluation."""
    plain: dict[str, Tensor] = {}
    for name, module in head.eval().named_children():
        single: Any = module
        if isinstance(module, nn.Sequential):
            convolution, norm = cast("tuple[nn.Conv2d, nn.BatchNorm2d]", tuple(module))
            single = fuse_conv_bn_eval(convolution, norm)
        plain |= {f"{name}.{key}": value.detach() for key, value in single.state_dict().items()}
    return plain


def _without_norms(head: DenseHead) -> DenseHead:
    for name, module in list(head.named_children()):
        if isinstance(module, nn.Sequential):
            first: Any = module[0]
            single = nn.Conv2d(
                first.in_channels, first.out_channels, first.kernel_size, first.stride,
                first.padding,
            )  # fmt: skip
            setattr(head, name, single)
    return head


def _joined(inputs: int, outputs: int, size: int = 1, stride: int = 1) -> nn.Sequential:
    padding = 1 if size == 3 else 0
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, padding, bias=False), nn.BatchNorm2d(outputs)
    )


def _enlarged(coarse: Tensor, like: Tensor) -> Tensor:
    return functional.interpolate(coarse, size=like.shape[-2:], mode="bilinear")
