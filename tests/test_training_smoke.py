"""Two minutes of training on a laptop's CPU are enough to see that it learns."""

from pathlib import Path

import numpy as np
import open_clip
import pytest
import torch

from mmdesign.encoding import pool
from mmdesign.encoding.opening import open_folder
from mmdesign.training.corpus import open_corpus
from mmdesign.training.dataset import load_split, render_parts
from mmdesign.training.evaluation.procedural import caption_of
from mmdesign.training.evaluation.ranking import Places
from mmdesign.training.evaluation.subject import pictures
from mmdesign.training.loop import Trainer
from mmdesign.training.model import LEARNING, Learner, model_config, pooled_texts, whiten
from mmdesign.training.plan import Plan

BUNDLE = Path(__file__).resolve().parents[1] / "assets" / "model"
UNSEEN, SIDE_PX = 64, 48


@pytest.fixture(scope="module")
def encode():
    """Texts as the frozen text tower of the shipped model reads them, before any projection."""
    model, _, tokenizer = open_folder(BUNDLE, "embedded")
    return lambda texts: pooled_texts(model.eval(), tokenizer, texts)


@pytest.mark.long
def test_two_minutes_are_enough_to_find_unseen_designs_by_their_words(tmp_path, encode):
    render_parts(tmp_path, designs=384, fusion_designs=UNSEEN)
    corpus = open_corpus(tmp_path, encode)
    config = model_config(str(BUNDLE), LEARNING)
    torch.manual_seed(0)
    model = open_clip.CustomTextCLIP(config["embed_dim"], config["vision_cfg"], config["text_cfg"])
    whiten(model, corpus.sentences.text_vectors)
    learner = Learner(model, len(corpus.head_columns), corpus.geometry.shape[1])
    plan = Plan(2.0, designs=64, sizes=((0.0, SIDE_PX),), device="cpu")
    trainer = Trainer(learner, corpus, plan, tmp_path / "fit")

    untrained = found(trainer.average, tmp_path, encode)
    trainer.run()
    learned = found(trainer.average, tmp_path, encode)
    chance = 10 / UNSEEN
    deviation = np.sqrt(chance * (1 - chance) / UNSEEN)
    assert untrained < chance + 3 * deviation
    assert learned > chance + 3 * deviation


def found(learner, work, encode):
    """R@10 of the longest caption of every unseen design."""
    split = load_split(work / "fusion")
    with torch.inference_mode():
        texts = learner.model.text.proj(
            torch.from_numpy(encode([caption_of(record).text for record in split.records]))
        )
        designs = [pool(seen(learner, views)) for views in pictures(split)]
    cosines = texts.numpy() @ np.stack(designs).T
    return Places.of(cosines, np.arange(len(split))).recall(10)


def seen(learner, views):
    """(V, D) of pictures (V, H, W, 3)."""
    pixels = torch.from_numpy(views).permute(0, 3, 1, 2).float() / 255
    small = torch.nn.functional.interpolate(pixels, (SIDE_PX, SIDE_PX), mode="area")
    vectors = learner.model.visual((small - 0.5) / 0.25)
    return torch.nn.functional.normalize(vectors, dim=-1).numpy()
