"""The shipped bundle: loads with plain open_clip from anywhere, without a network."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import open_clip
import pytest
import torch

from mmdesign.training.bundle import LARGEST_FILE_BYTES

BUNDLE = Path(__file__).resolve().parents[1] / "assets" / "model"
LOAD = """
import json, socket, sys

def refuse(*args, **kwargs):
    raise OSError("no network in this test")

socket.socket.connect = refuse
socket.create_connection = refuse
import open_clip, torch

bundle = sys.argv[1]
config = json.load(open(bundle + "/open_clip_config.json"))["model_cfg"]["text_cfg"]
config["hf_model_name"] = bundle
model, _, preprocess = open_clip.create_model_and_transforms("local-dir:" + bundle, text_cfg=config)
model.eval()
tokens = open_clip.get_tokenizer("local-dir:" + bundle)(["a gear", "a chair"])
with torch.inference_mode():
    text = model.encode_text(tokens, normalize=True)
    image = model.encode_image(torch.zeros(1, 3, 96, 96), normalize=True)
print(json.dumps([list(text.shape), list(image.shape), float((text[0] @ text[1]))]))
"""


@pytest.fixture(scope="module")
def model():
    config = json.loads((BUNDLE / "open_clip_config.json").read_text())["model_cfg"]["text_cfg"]
    config["hf_model_name"] = str(BUNDLE)
    return open_clip.create_model_and_transforms(f"local-dir:{BUNDLE}", text_cfg=config)[0].eval()


@pytest.mark.model
@pytest.mark.slow
def test_it_loads_from_another_folder_with_the_network_off(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(BUNDLE)], cwd=tmp_path, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    text_shape, image_shape, cosine = json.loads(done.stdout.strip().splitlines()[-1])
    assert text_shape[1] == image_shape[1]
    assert cosine < 0.9


@pytest.mark.model
def test_the_image_vector_is_the_mean_of_its_patches_projected(model):
    """Average pooling and a linear head: heat is exactly additive."""
    image = torch.randn(2, 3, 96, 96, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        whole = model.encode_image(image)
        patches = model.visual.trunk.forward_features(image).flatten(2).transpose(1, 2)
        mean = model.visual.head(patches).mean(dim=1)
    torch.testing.assert_close(whole, mean, rtol=1e-4, atol=1e-5)


@pytest.mark.model
def test_longer_padding_does_not_change_a_text(model):
    tokens = open_clip.get_tokenizer(f"local-dir:{BUNDLE}")(["a flange with six holes"])
    used = int((tokens != model.text.config.pad_token_id).sum())
    with torch.inference_mode():
        whole, cut = model.encode_text(tokens), model.encode_text(tokens[:, :used])
    torch.testing.assert_close(whole, cut, rtol=1e-3, atol=1e-3)


def test_every_file_can_be_committed():
    for path in BUNDLE.iterdir():
        assert path.stat().st_size < LARGEST_FILE_BYTES, path.name
        assert path.suffix not in (".bin", ".pt", ".pkl")


def test_the_calibration_is_complete_and_better_than_chance():
    values = json.loads((BUNDLE / "calibration.json").read_text())
    assert values["slope"] > 0
    assert values["similarity"]["slope"] > 0
    assert values["auroc"] > 0.6
    assert values["brier"] < 0.25
    assert values["ece"] < 0.1
    assert np.isfinite(values["intercept"])


def test_the_authors_of_the_training_data_are_named():
    notice = (BUNDLE / "NOTICE").read_text("utf-8")
    assert "Apache License" in notice
    assert "CC-BY" in notice
