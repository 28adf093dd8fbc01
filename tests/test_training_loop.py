"""A short training run learns, and goes on where it stopped."""

import hashlib
import json
from pathlib import Path

import numpy as np
import open_clip
import pytest
import torch

from mmdesign.training.corpus import open_corpus
from mmdesign.training.loop import Trainer
from mmdesign.training.model import LEARNING, TEXT_WIDTH, Learner, model_config, whiten
from mmdesign.training.plan import Plan

pytest_plugins = ("renders",)

BUNDLE = Path(__file__).resolve().parents[1] / "assets" / "model"


def hashed_words(texts):
    """A text tower in one line: each word has its own direction."""
    rows = np.zeros((len(texts), TEXT_WIDTH), np.float32)
    for row, text in enumerate(texts):
        for word in text.lower().split():
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "little")
            rows[row] += np.random.default_rng(seed).normal(size=TEXT_WIDTH)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def trainer(rendered_parts, tmp_path):
    return new_trainer(rendered_parts, tmp_path, minutes=0.5)


def new_trainer(work, folder, minutes):
    corpus = open_corpus(work, hashed_words)
    config = model_config(str(BUNDLE), LEARNING)
    torch.manual_seed(0)
    model = open_clip.CustomTextCLIP(config["embed_dim"], config["vision_cfg"], config["text_cfg"])
    whiten(model, corpus.sentences.text_vectors)
    plan = Plan(minutes, designs=16, sizes=((0.0, 32),), device="cpu")
    learner = Learner(model, len(corpus.head_columns), corpus.geometry.shape[1])
    return Trainer(learner, corpus, plan, folder)


@pytest.mark.slow
def test_the_loss_falls_below_guessing_and_the_run_goes_on(rendered_parts, trainer):
    trainer.run(until=0.8)
    assert trainer.step > 10
    for term in ("contrast", "facts", "geometry", "twins"):
        values = [terms[term] for terms in trainer.losses]
        assert np.mean(values[-5:]) < 0.97 * np.mean(values[:3]), term
    lines = (trainer.folder / "curve.jsonl").read_text().splitlines()
    assert json.loads(lines[-1])["samples"] <= trainer.samples

    again = new_trainer(rendered_parts, trainer.folder, minutes=0.5)
    assert again.step == trainer.step
    assert again.samples == trainer.samples
    torch.testing.assert_close(again.average.fact_head.weight, trainer.average.fact_head.weight)
    again.run()
    assert again.step > trainer.step


@pytest.mark.slow
def test_with_other_data_the_towers_go_on_and_the_fact_head_begins_anew(rendered_parts, trainer):
    trainer.run(until=0.1)
    state = torch.load(trainer.folder / "checkpoint.pt", weights_only=True)
    torch.save({**state, "head_keys": ("family=other",)}, trainer.folder / "checkpoint.pt")
    again = new_trainer(rendered_parts, trainer.folder, minutes=0.5)
    ours, theirs = again.learner.state_dict(), trainer.learner.state_dict()
    key = "model.visual.trunk.conv1.0.weight"
    torch.testing.assert_close(ours[key], theirs[key])
    assert not torch.equal(ours["fact_head.weight"], theirs["fact_head.weight"])
    assert again.step == trainer.step
