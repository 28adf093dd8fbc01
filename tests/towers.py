"""Small random CLIP models in ordinary folders."""

import json

import open_clip
import torch
from safetensors.torch import save_file


def write_model(folder, config):
    """Write a model as `local-dir:` finds it; the same configuration gives the same weights."""
    folder.mkdir(exist_ok=True)
    preprocess = {"mean": [0.5] * 3, "std": [0.5] * 3}
    (folder / "open_clip_config.json").write_text(
        json.dumps({"model_cfg": config, "preprocess_cfg": preprocess})
    )
    torch.manual_seed(0)
    weights = open_clip.CLIP(**config).state_dict()
    save_file(
        {name: tensor.contiguous().clone() for name, tensor in weights.items()},
        folder / "open_clip_model.safetensors",
    )
    return folder
