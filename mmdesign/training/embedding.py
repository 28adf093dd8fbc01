"""A trained model's vectors for whole splits, for evaluation, fusion and calibration."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import open_clip
import torch
from torch.nn import functional

from mmdesign.domain import FloatArray
from mmdesign.training.dataset import Split
from mmdesign.training.model import IMAGE_PX, read_config
from mmdesign.training.relighting import app_look

BATCH = 64


class BundleVectors:
    """A bundle opened with plain open_clip."""

    def __init__(self, bundle: Path) -> None:
        text_config = read_config(bundle)["text_cfg"]
        # open_clip resolves the text tower's folder against the working directory
        text_config["hf_model_name"] = str(bundle.resolve())
        schema = f"local-dir:{bundle.resolve()}"
        model, _, _ = open_clip.create_model_and_transforms(schema, text_cfg=text_config)
        self.model: Any = model.eval()
        self.tokenizer = open_clip.get_tokenizer(schema)
        self._known: dict[str, FloatArray] = {}

    def views(self, split: Split) -> tuple[FloatArray, ...]:
        """Per design, the (V, D) unit vectors of its views in the app's look."""
        rows = []
        for start in range(0, len(split.views), BATCH):
            images = app_look(split.views[start : start + BATCH], IMAGE_PX)
            with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
                vectors = self.model.encode_image(images)
            rows.append(functional.normalize(vectors.float(), dim=-1).numpy())
        vectors = np.concatenate(rows)
        return tuple(np.split(vectors, split.first_view[1:]))

    def texts(self, texts: Sequence[str]) -> FloatArray:
        """(N, D) unit vectors; texts seen before are remembered."""
        new = sorted({text for text in texts if text not in self._known}, key=len)
        for start in range(0, len(new), BATCH):
            chosen = new[start : start + BATCH]
            tokens = self.tokenizer(chosen)
            used = int((tokens != self.model.text.config.pad_token_id).sum(dim=1).max())
            with torch.inference_mode():
                vectors = self.model.encode_text(tokens[:, :used])
            unit = functional.normalize(vectors.float(), dim=-1).numpy()
            self._known.update(zip(chosen, unit, strict=True))
        return np.stack([self._known[text] for text in texts])


def mean_unit(views: Sequence[FloatArray]) -> FloatArray:
    """(N, D) unit means of each design's views."""
    means = np.stack([rows.mean(axis=0) for rows in views])
    return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)
