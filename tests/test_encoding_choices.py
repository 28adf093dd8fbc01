"""The list of models: what it says of size and origin is what open_clip says."""

import json
import shutil

import open_clip
import pytest
import torch
from open_clip.model import CLIP, CustomTextCLIP

from mmdesign.encoding import Figure, catalogue, telling
from mmdesign.settings import ASSETS

CHOICES = catalogue().choices
PUBLISHED = [choice for choice in CHOICES if choice.repository is not None]
SIGLIP2_TOKENIZER_MB = 34
"""tokenizer.json as its repositories list it; the other models' tokenizer is open_clip's own."""


@pytest.fixture
def assets(tmp_path):
    (tmp_path / "model").mkdir()
    shutil.copy(ASSETS / "models.json", tmp_path)
    (tmp_path / "model" / "open_clip_model.safetensors").write_bytes(bytes(3_000_000))
    config = {"model_cfg": {"vision_cfg": {"image_size": 72}}}
    (tmp_path / "model" / "open_clip_config.json").write_text(json.dumps(config))
    return tmp_path


@pytest.mark.parametrize("choice", PUBLISHED, ids=lambda choice: choice.name)
def test_size_and_origin_are_those_of_open_clip(choice):
    architecture, _, tag = choice.name.partition("/")
    published = open_clip.get_pretrained_cfg(architecture, tag)
    assert published["hf_hub"].rstrip("/") == choice.repository
    config = open_clip.get_model_config(architecture)
    assert config["vision_cfg"]["image_size"] == choice.picture_px
    family = CustomTextCLIP if config.pop("custom_text", False) else CLIP
    with torch.device("meta"):
        weights = family(**config).state_dict().values()
    fetched_mb = sum(4 * tensor.numel() for tensor in weights) / 1e6
    if "hf_tokenizer_name" in config["text_cfg"]:
        fetched_mb += SIGLIP2_TOKENIZER_MB
    assert choice.download_mb == pytest.approx(fetched_mb, abs=1)


def test_the_embedded_model_comes_first_and_is_described_by_its_own_files(assets):
    assert CHOICES[0].name == "embedded"
    embedded = catalogue(assets).choices[0]
    assert (embedded.weights_mb, embedded.picture_px, embedded.download_mb) == (3, 72, 0)


def test_every_text_is_there_in_both_languages_and_every_model_has_a_source():
    known = catalogue()
    texts = [step.text for step in (*known.choosing, *known.offline)]
    for choice in known.choices:
        texts += [choice.licence_note, choice.good_for]
        assert choice.sources
        assert choice.licence
    for text in texts:
        assert set(text) == {"en", "zh"}
        assert all(text.values())
    assert len({choice.name for choice in known.choices}) == len(known.choices)


def test_figures_are_those_of_the_evaluation_and_none_is_made_up(assets):
    assert catalogue(assets).choices[0].figures == ()
    row = {"on": "parts", "what": "Text to design: R@10", "value": 0.5, "chance": None, "count": 9}
    (assets / "model" / "evaluation.json").write_text(json.dumps([row]))
    catalogue.cache_clear()
    measured, *others = catalogue(assets).choices
    assert measured.figures == (Figure("parts", "Text to design: R@10", 0.5, None, 9),)
    assert all(choice.figures == () for choice in others)


def test_a_short_table_has_the_telling_figures_or_else_the_first():
    other = tuple(Figure("parts", f"figure {number}", 0.5, 0.1, 9) for number in range(30))
    told = Figure("parts", "Text to design: R@10", 0.5, 0.1, 9)
    assert telling((*other, told)) == (told,)
    assert telling(other) == other[:8]
    assert telling(()) == ()
