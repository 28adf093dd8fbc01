"""The model in training: open_clip's CustomTextCLIP, and what only training needs beside it."""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import open_clip
import torch
from torch import Tensor, nn

from mmdesign.domain import FloatArray, IntArray

TRUNK = "resnet10t"
TRUNK_WIDTH = 512
IMAGE_PX = 112
IMAGE_MEAN = (0.5, 0.5, 0.5)
IMAGE_STD = (0.25, 0.25, 0.25)
TEXT_WIDTH = 384
FIRST_LOGIT_SCALE = 10.0
Tokenizer = Callable[[list[str]], Tensor]
EncodeTexts = Callable[[Sequence[str]], FloatArray]
"""Texts -> (N, TEXT_WIDTH) frozen vectors."""


@dataclass(frozen=True, slots=True)
class JointSpace:
    """Where pictures and texts meet."""

    width: int
    """D."""
    words: Literal["linear", "mlp"]
    """How texts get there: straight, or through a hidden layer."""


LEARNING = JointSpace(256, "linear")
"""While the trunk learns: with a hidden layer texts could please it without its seeing more."""
FINISHED = JointSpace(512, "mlp")
WIDTH = FINISHED.width


def model_config(text_folder: str, space: JointSpace) -> dict[str, Any]:
    """open_clip's model_cfg; average pooling and a linear projection make heat exactly additive."""
    return {
        "embed_dim": space.width,
        "custom_text": True,
        "vision_cfg": {
            "timm_model_name": TRUNK, "timm_model_pretrained": False, "timm_pool": "avg",
            "timm_proj": "linear", "image_size": IMAGE_PX,
        },
        "text_cfg": {
            "hf_model_name": text_folder, "hf_tokenizer_name": text_folder,
            "hf_model_pretrained": False, "hf_pooler_type": "mean_pooler",
            "hf_proj_type": space.words, "context_length": 64,
        },
    }  # fmt: skip


def new_model(text_tower: Path, space: JointSpace) -> nn.Module:
    """A model with MiniLM's weights in its text tower and a fresh vision tower."""
    config = model_config(str(text_tower), space)
    config["text_cfg"]["hf_model_pretrained"] = True
    config.pop("custom_text")
    model: nn.Module = open_clip.CustomTextCLIP(
        config["embed_dim"], config["vision_cfg"], config["text_cfg"]
    )
    return model


def text_projection() -> nn.Module:
    """The way through a hidden layer into the finished space, as open_clip builds it for "mlp"."""
    hidden = (TEXT_WIDTH + FINISHED.width) // 2
    return nn.Sequential(nn.Linear(TEXT_WIDTH, hidden, bias=False), nn.GELU(),
                         nn.Linear(hidden, FINISHED.width, bias=False))  # fmt: skip


def tokenizer_of(text_tower: Path) -> Tokenizer:
    """open_clip's tokenizer over the pruned vocabulary."""
    tokenizer: Tokenizer = open_clip.tokenizer.HFTokenizer(str(text_tower), context_length=64)
    return tokenizer


def token_batches(
    tokenizer: Tokenizer, padding: int, texts: Sequence[str], size: int
) -> Iterator[tuple[IntArray, Tensor, Tensor]]:
    """Texts of about one length together: which, (B, T) their tokens, (B, T) whether one is there.

    Args:
        tokenizer: Of the tower.
        padding: Its token that stands for none.
        texts: N texts.
        size: Of a batch.
    """
    order = np.argsort([len(text) for text in texts], kind="stable").astype(np.int32)
    for start in range(0, len(texts), size):
        chosen = order[start : start + size]
        tokens = tokenizer([texts[index] for index in chosen])
        there = tokens != padding
        used = int(there.sum(dim=1).max())
        yield chosen, tokens[:, :used], there[:, :used]


def pooled_texts(model: nn.Module, tokenizer: Tokenizer, texts: Sequence[str]) -> FloatArray:
    """(N, TEXT_WIDTH) mean-pooled MiniLM vectors before the projection, frozen tower."""
    out = np.empty((len(texts), TEXT_WIDTH), np.float32)
    tower: Any = model.text
    for chosen, tokens, there in token_batches(tokenizer, tower.config.pad_token_id, texts, 256):
        mask = there.long()
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            hidden = tower.transformer(input_ids=tokens, attention_mask=mask)
            pooled = tower.pooler(hidden, mask)
        out[chosen] = pooled.float().numpy()
    return out


def whiten(model: nn.Module, pooled: FloatArray) -> None:
    """Start the text projection at whitened texts, so that directions begin equally important."""
    # not centred: the projection has no bias, so what all texts share must become one direction
    _, spread, axes = np.linalg.svd(pooled, full_matrices=False)
    tower: Any = model.text
    width = len(tower.proj.weight)
    scale = np.sqrt(len(pooled) / width) / (spread[:width] + 0.02 * spread[0])
    weight = torch.from_numpy((axes[:width] * scale[:, None]).astype(np.float32))
    with torch.no_grad():
        tower.proj.weight.copy_(weight)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the towers and heads make of B pictures and S texts."""

    images: Tensor
    """(B, D) unit."""
    texts: Tensor
    """(S, D) unit."""
    patches: Tensor
    """(B, h, w, D); times a unit text vector, each patch's share of the cosine."""
    facts: Tensor
    """(B, K) logits."""
    geometry: Tensor
    """(B, G) shape descriptor."""


class Learner(nn.Module):
    """The model, and the heads and scales that only training needs."""

    def __init__(self, model: nn.Module, facts: int, geometry: int) -> None:
        super().__init__()
        self.model = model
        self.fact_head = nn.Linear(TRUNK_WIDTH, facts)
        self.geometry_head = nn.Linear(LEARNING.width, geometry)
        self.log_scale = nn.Parameter(torch.tensor(math.log(FIRST_LOGIT_SCALE)))
        self.twin_log_scale = nn.Parameter(torch.tensor(math.log(FIRST_LOGIT_SCALE)))
        self.patch_gain = nn.Parameter(torch.tensor(5.0))
        self.patch_bias = nn.Parameter(torch.tensor(-3.0))

    @property
    def scales(self) -> list[nn.Parameter]:
        """What only stretches logits, and learns at its own rate."""
        return [self.log_scale, self.twin_log_scale, self.patch_gain, self.patch_bias]

    def forward(self, images: Tensor, pooled_text: Tensor) -> Seen:
        """(B, 3, H, W) pictures and (S, TEXT_WIDTH) pooled texts -> everything there is to judge.

        Average pooling and a linear head: a picture's vector is the mean of its patches'.
        """
        model: Any = self.model
        maps = model.visual.trunk.forward_features(images)
        patches = model.visual.head(maps.permute(0, 2, 3, 1)).float()
        whole = patches.mean(dim=(1, 2))
        norms = whole.norm(dim=-1).clamp_min(1e-6)
        texts = model.text.proj(pooled_text).float()
        return Seen(
            whole / norms[:, None],
            nn.functional.normalize(texts, dim=-1),
            patches / norms[:, None, None, None],
            self.fact_head(maps.mean(dim=(2, 3))).float(),
            # the joint space itself must tell the shape, not only the layer below it
            self.geometry_head(whole).float(),
        )


def read_config(bundle: Path) -> dict[str, Any]:
    """A bundle's model_cfg."""
    text = (bundle / "open_clip_config.json").read_text("utf-8")
    config: dict[str, Any] = json.loads(text)["model_cfg"]
    return config
