"""Heat for any vision tower: gradient x activation at its deepest map that still has places.

No family is known by name. One picture is sent through once, every module's output is looked at,
and the last one is taken whose values belong to places of the picture and still move the vector:
the input of the last attention in class-token towers, the keys and values of an attention pool,
the last stage of a convolutional tower. (In class-token towers the last block's own output is
dead: only the class token is read from it.)

After that a picture costs one forward without gradients up to that module and, per text, one
backward through the little that comes after it. The method is Grad-CAM's with a gradient per
place (Selvaraju et al., ICCV 2017; Draelos and Carin, "HiResCAM", 2020), of the cosine itself:
a positive value says that the cosine would fall, to first order, were the place taken away.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from mmdesign.errors import ModelError

MAX_PREFIX = 5
"""Class and register tokens that may stand before the patches."""
MIN_SIDE = 2
LIVE_SHARE = 0.9
"""At a live layer at least this share of the places moves the vector."""
NOT_MAPS = (nn.Dropout, nn.Softmax)
"""Their outputs may be attention weights, whose two axes are both places."""

Encode = Callable[[Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Layer:
    """A module whose output has a value for every place of the picture."""

    path: str
    height: int
    width: int
    layout: Literal["CHW", "HWC", "LC"]
    prefix: int = 0
    """Tokens before the places."""

    def placed(self, output: Tensor) -> Tensor:
        """Sum (..., C, h, w), (..., h, w, C) or (..., L, C) over the channels: (..., h, w)."""
        if self.layout == "CHW":
            return output.sum(dim=-3)
        if self.layout == "HWC":
            return output.sum(dim=-1)
        places = output.sum(dim=-1)[..., self.prefix :]
        return places.reshape(*places.shape[:-1], self.height, self.width)


def deepest_layer(visual: nn.Module, encode: Encode, pixels: Tensor) -> Layer:
    """Find the last module whose output has places that matter.

    Args:
        visual: The vision tower.
        encode: Pixels (N, 3, H, W) -> vectors (N, D), through that tower.
        pixels: One preprocessed picture (1, 3, H, W).

    Raises:
        ModelError: If no module has such an output.
    """
    # Two pictures tell the batch axis from others; noise keeps flat places of the picture alive.
    noise = torch.randn((2, *pixels.shape[1:]), generator=torch.Generator().manual_seed(0))
    probe = (pixels + 0.1 * noise.to(pixels)).requires_grad_()
    found: Layer | None = None
    places = int(probe.shape[-2]) * int(probe.shape[-1])
    for path, output, gradient in _gradients(visual, encode, probe):
        layer = _layer(path, output, probe)
        # A map never grows with depth; where it seems to, the axes are not what they look like.
        if layer is None or layer.height * layer.width > places:
            continue
        places = layer.height * layer.width
        if gradient is not None and _is_live(layer, gradient):
            found = layer
    if found is None:
        message = f"This model's vision tower ({type(visual).__name__}) has no spatial map."
        raise ModelError(message)
    return found


def _gradients(
    visual: nn.Module, encode: Encode, probe: Tensor
) -> list[tuple[str, Tensor, Tensor | None]]:
    """Path, output and gradient of every module, in the order they ran."""
    outputs: dict[str, Tensor] = {}
    with torch.enable_grad(), _recorded(visual, outputs):
        vectors = nn.functional.normalize(encode(probe).float(), dim=-1)
        towards = torch.linspace(-1, 1, vectors.shape[-1], device=vectors.device)
        live = [path for path, output in outputs.items() if output.requires_grad]
        if not live:
            return []
        gradients = torch.autograd.grad(
            (vectors @ towards).sum(), [outputs[path] for path in live], allow_unused=True
        )
    return [(path, outputs[path], each) for path, each in zip(live, gradients, strict=True)]


def gradient_maps(
    visual: nn.Module, encode: Encode, layer: Layer, pixels: Tensor, texts: Tensor
) -> Tensor:
    """Gradient x activation of the cosine with each text, place by place.

    Args:
        visual: The vision tower.
        encode: Pixels (N, 3, H, W) -> vectors (N, D), through that tower.
        layer: As from `deepest_layer`.
        pixels: (N, 3, H, W) preprocessed; parameters and pixels must not ask for gradients.
        texts: (R, D) unit vectors.

    Returns:
        (R, N, h, w); a map's mean is how much of the cosine its places give together.
    """
    kept: list[Tensor] = []

    def cut(_module: nn.Module, _inputs: object, output: Tensor) -> Tensor:
        # Nothing before this needs a gradient, so no graph was kept; here it begins.
        kept.append(output.detach().requires_grad_())
        return kept[-1]

    handle = visual.get_submodule(layer.path).register_forward_hook(cut)
    try:
        # The plain attention: the fused ones cannot take several gradients at once.
        with torch.enable_grad(), sdpa_kernel(SDPBackend.MATH):
            vectors = nn.functional.normalize(encode(pixels).float(), dim=-1)
            cosines = (texts.to(vectors) @ vectors.T).sum(dim=1)
            each = torch.eye(len(texts), dtype=cosines.dtype, device=cosines.device)
            (gradients,) = torch.autograd.grad(cosines, kept[-1:], each, is_grads_batched=True)
    finally:
        handle.remove()
    return layer.placed(gradients.float() * kept[-1].detach().float()) * (
        layer.height * layer.width
    )


@contextmanager
def _recorded(visual: nn.Module, outputs: dict[str, Tensor]) -> Iterator[None]:
    """Fill `outputs` with the last output of every module, in the order they ran."""

    def recorder(name: str) -> Callable[[nn.Module, object, object], None]:
        def record(_module: nn.Module, _inputs: object, output: object) -> None:
            if isinstance(output, Tensor):
                outputs.pop(name, None)
                outputs[name] = output

        return record

    handles = [
        module.register_forward_hook(recorder(name))
        for name, module in visual.named_modules()
        if name and not isinstance(module, NOT_MAPS)
    ]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def _layer(path: str, output: Tensor, pixels: Tensor) -> Layer | None:
    """How a module's output is laid out over the picture, if it is."""
    if output.shape[0] != pixels.shape[0]:
        return None
    if output.ndim == 3:
        return _of_tokens(path, output.shape[1], pixels)
    if output.ndim != 4:
        return None
    _, first, second, third = output.shape
    if _is_grid(second, third, pixels):
        return Layer(path, second, third, "CHW")
    return Layer(path, first, second, "HWC") if _is_grid(first, second, pixels) else None


def _of_tokens(path: str, length: int, pixels: Tensor) -> Layer | None:
    ratio = pixels.shape[-2] / pixels.shape[-1]
    for prefix in range(MAX_PREFIX + 1):
        width = round(max((length - prefix) / ratio, 0.0) ** 0.5)
        height = (length - prefix) // width if width else 0
        if height * width == length - prefix and _is_grid(height, width, pixels):
            return Layer(path, height, width, "LC", prefix)
    return None


def _is_grid(height: int, width: int, pixels: Tensor) -> bool:
    """Whether h x w places may cover the picture: same form, coarser, more than one."""
    same_form = height * pixels.shape[-1] == width * pixels.shape[-2]
    return same_form and MIN_SIDE <= height < pixels.shape[-2]


def _is_live(layer: Layer, gradient: Tensor) -> bool:
    return bool((layer.placed(gradient.abs()) > 0).float().mean() > LIVE_SHARE)
