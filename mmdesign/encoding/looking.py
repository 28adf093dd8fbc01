"""One way to ask any vision tower where it looked."""

import torch
from torch import Tensor, nn

from mmdesign.encoding.gradients import Encode, Layer, deepest_layer, gradient_maps
from mmdesign.encoding.occluding import BOXES, occlusion_maps
from mmdesign.errors import ModelError

GRADIENTS = "gradient x activation"
OCCLUSION = f"occlusion, {BOXES}x{BOXES} boxes"


class Looker:
    """Heat of one model: by gradients where its tower has a map of places, else by occlusion."""

    def __init__(self, visual: nn.Module, encode: Encode) -> None:
        self._visual = visual
        self._encode = encode
        self._layer: Layer | None = None
        self._is_blind = False

    def maps(self, pixels: Tensor, texts: Tensor, batch: int) -> tuple[Tensor, str, str]:
        """Heat (R, N, h, w), how it was found, and the module it was found at.

        Args:
            pixels: (N, 3, H, W) preprocessed, at least one.
            texts: (R, D) unit vectors, at least one.
            batch: Pictures that go through the tower at once.
        """
        layer = self._deepest(pixels[:1])
        if layer is None:
            return occlusion_maps(self._encode, pixels, texts, batch), OCCLUSION, ""
        maps = [
            gradient_maps(self._visual, self._encode, layer, part, texts)
            for part in torch.split(pixels, batch)
        ]
        return torch.cat(maps, dim=1), GRADIENTS, layer.path

    def _deepest(self, picture: Tensor) -> Layer | None:
        """The layer, searched for once per model."""
        if self._layer is None and not self._is_blind:
            try:
                self._layer = deepest_layer(self._visual, self._encode, picture)
            except ModelError:
                self._is_blind = True
        return self._layer
