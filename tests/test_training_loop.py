"""A short training run learns, and goes on where it stopped."""

import hashlib
import json
from pathlib import Path

import numpy as np
import open_clip
import pytest
import torch

from mmdesign.training.corpus import open_corpus
from mmdesign.training.dataset import render_parts
from mmdesign.training.loop import Plan, Trainer
from mmdesign.training.model import TEXT_WIDTH, Learner, model_config, whiten

BUNDLE = Path(__file__).resolve().parents[1] / "assets" / "model"


def hashed_words(texts):
    """A text tower in one line: each word has its own direction."""
    rows = np.zeros((len(texts), TEXT_WIDTH), np.float32)
    for row, text in enumerate(texts):
        for word in text.lower().split():
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "little")
            rows[row] += np.random.default_rng(seed).normal(size=TEXT_WIDTH)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    folder = tmp_path_factory.mktemp("training")
    render_parts(folder, designs=64, fusion_designs=4)
    return folder


@pytest.fixture
def trainer(work, tmp_path):
    return new_trainer(work, tmp_path, minutes=0.5)


def new_trainer(work, folder, minutes):
    corpus = open_corpus(work, hashed_words)
    config = model_config(str(BUNDLE))
    torch.manual_seed(0)
    model = open_clip.CustomTextCLIP(config["embed_dim"], config["vision_cfg"], config["text_cfg"])
    whiten(model, corpus.text_vectors)
    plan = Plan(minutes, batch=32, sizes=((0.0, 32),))
    return Trainer(Learner(model, len(corpus.head_columns)), corpus, plan, folder)


@pytest.mark.slow
def test_the_loss_falls_below_guessing_and_the_run_goes_on(work, trainer):
    trainer.run(until=0.8)
    assert trainer.step > 10
    losses = np.array(trainer.losses)
    assert losses[-5:, 0].mean() < losses[:3, 0].mean() - 0.1
    assert losses[-5:, 0].mean() < np.log(32)
    lines = (trainer.folder / "curve.jsonl").read_text().splitlines()
    assert json.loads(lines[-1])["samples"] <= trainer.samples

    again = new_trainer(work, trainer.folder, minutes=0.5)
    assert again.step == trainer.step
    assert again.samples == trainer.samples
    torch.testing.assert_close(again.average.fact_head.weight, trainer.average.fact_head.weight)
    again.run()
    assert again.step > trainer.step


@pytest.mark.slow
def test_a_caption_describes_exactly_the_designs_with_its_facts(trainer):
    corpus = trainer.corpus
    designs = np.arange(40, dtype=np.int32)
    captions = corpus.first_caption[designs]
    truth = trainer._describes(captions, designs, np.ones(40, bool)).numpy()
    facts = [set(np.flatnonzero(corpus.design_facts[design])) for design in designs]
    for row, caption in enumerate(captions):
        claimed = set(corpus.caption_facts[caption].tolist())
        assert truth[row].tolist() == [float(claimed <= held) for held in facts]
    assert (np.diagonal(truth) == 1).all()


def test_the_schedule_ends_at_the_final_size_with_a_living_rate():
    plan = Plan(60.0)
    assert plan.size_px(0.0) < plan.size_px(0.99)
    assert plan.size_px(0.7) == plan.size_px(0.99)
    assert plan.rate(0.7) > 0.2 * plan.peak_rate
    assert plan.rate(0.0) < plan.rate(0.05)
