"""A model that is not there, not published or not safe gets one sentence and no replacement."""

import json
import pickle
from types import SimpleNamespace

import numpy as np
import pytest
import trimesh
from huggingface_hub.errors import (
    LocalEntryNotFoundError,
    RemoteEntryNotFoundError,
    RepositoryNotFoundError,
)
from towers import write_model

from mmdesign.encoding import open_encoder
from mmdesign.errors import ModelError
from mmdesign.review import Reviewer
from mmdesign.settings import Settings

CONFIG = {
    "embed_dim": 24,
    "vision_cfg": {"layers": 1, "width": 64, "patch_size": 16, "image_size": 64, "head_width": 32},
    "text_cfg": {"context_length": 32, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1},
}
WEIGHTS = "open_clip_model.safetensors"
PUBLISHED = "ViT-B-32/laion2b_s34b_b79k"
ANSWER = SimpleNamespace(headers={}, request=None)


class Touch:
    """Writes a file when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return open, (str(self.path), "w")


@pytest.fixture
def folder(tmp_path):
    """A small random model."""
    return write_model(tmp_path / "model", CONFIG)


@pytest.fixture
def hub(monkeypatch):
    """A hub that answers each request as told, and remembers the files asked for."""

    def answer_with(answer):
        asked = []

        def download(repo_id, filename, **_):
            asked.append(filename)
            if isinstance(answer, Exception):
                raise answer
            return str(answer / filename)

        monkeypatch.setattr("open_clip.pretrained.hf_hub_download", download)
        return asked

    return answer_with


def refusal(name):
    with pytest.raises(ModelError) as refused:
        open_encoder(Settings(model=name, device="cpu"))
    message = str(refused.value)
    assert "\n" not in message
    assert name in message
    return message


def test_a_model_of_the_hub_opens_like_its_folder(folder, hub):
    asked = hub(folder)
    from_hub = open_encoder(Settings(model="hf-hub:someone/small", device="cpu"))
    from_folder = open_encoder(Settings(model=f"local-dir:{folder}", device="cpu"))
    np.testing.assert_array_equal(
        from_hub.embed_texts(["a nut"]), from_folder.embed_texts(["a nut"])
    )
    assert set(asked) == {WEIGHTS, "open_clip_config.json"}
    assert from_hub.bundle is None


def test_a_folder_is_a_bundle_only_with_fusion_weights(folder):
    settings = Settings(model=f"local-dir:{folder}", device="cpu")
    assert open_encoder(settings).bundle is None
    (folder / "fusion.safetensors").write_bytes(b"")
    assert open_encoder(settings).bundle == folder


@pytest.mark.slow
def test_an_ordinary_folder_measures_and_leaves_open_what_takes_eyes(folder, tmp_path):
    trimesh.creation.box((40, 30, 20)).export(tmp_path / "box.stl")
    settings = Settings(model=f"local-dir:{folder}", device="cpu", library=tmp_path / "library")
    with Reviewer(settings) as reviewer:
        assert not reviewer.model.calibrated
        review = reviewer.review(tmp_path / "box.stl", "Length 40 mm.\nLooks like a box.")
    assert [verdict.outcome for verdict in review.verdicts] == ["met", "cannot_tell"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("local-dir:", "names no folder"),
        ("local-dir:/nowhere/at/all", "there is no folder /nowhere/at/all"),
        ("hf-hub:", "hf-hub:owner/name"),
        ("hf-hub:nobody", "hf-hub:owner/name"),
        ("ViT-B-32", "architecture/weights"),
        ("ViT-B-32/laion2b_s34b_b79", "laion2b_s34b_b79k"),
        ("ViT-Z-99/openai", "not published"),
    ],
)
def test_a_name_that_stands_for_nothing_is_corrected(name, said):
    assert said in refusal(name)


@pytest.mark.parametrize("name", [PUBLISHED, "hf-hub:someone/small"])
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ConnectionError("no route to host"), "connect to the network"),
        (LocalEntryNotFoundError("not cached"), "local-dir:FOLDER"),
        (RepositoryNotFoundError("404", response=ANSWER), "no such open repository"),
        (RemoteEntryNotFoundError("404", response=ANSWER), "pickled checkpoints are refused"),
    ],
)
def test_what_the_hub_does_not_give_is_said_and_no_pickle_is_ever_fetched(name, answer, said, hub):
    asked = hub(answer)
    assert said in refusal(name)
    assert asked == [WEIGHTS]


def test_weights_of_another_architecture_are_not_used(folder, hub):
    hub(folder)
    assert "cannot be used here" in refusal(PUBLISHED)


@pytest.mark.parametrize("missing", ["open_clip_config.json", WEIGHTS])
def test_a_folder_that_lacks_a_file_is_told_which(folder, missing):
    (folder / missing).unlink()
    assert f"there is no {missing} in {folder}" in refusal(f"local-dir:{folder}")


def test_a_pickled_checkpoint_is_refused_by_its_name(folder):
    (folder / WEIGHTS).rename(folder / "open_clip_pytorch_model.bin")
    said = refusal(f"local-dir:{folder}")
    assert "open_clip_pytorch_model.bin is a pickled checkpoint" in said
    assert "convert it to safetensors" in said


def test_a_pickle_under_a_safe_name_is_not_run(folder, tmp_path):
    touched = tmp_path / "touched"
    (folder / WEIGHTS).write_bytes(pickle.dumps(Touch(touched)))
    assert "cannot be loaded" in refusal(f"local-dir:{folder}")
    assert not touched.exists()


@pytest.mark.parametrize(
    "config", ["{", "[]", "{}", json.dumps({"model_cfg": {**CONFIG, "embed_dim": 25}})]
)
def test_a_damaged_configuration_is_said(folder, config):
    (folder / "open_clip_config.json").write_text(config)
    assert "cannot be loaded" in refusal(f"local-dir:{folder}")
