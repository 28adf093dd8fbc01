"""Upper layers of the text tower learn what descriptions tell of, and forget nothing else."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional

from mmdesign.encoding.opening import open_folder
from mmdesign.training.describing import described, kept_back
from mmdesign.training.model import pooled_texts
from mmdesign.training.naming import told_of
from mmdesign.training.tuning import Tower, TunePlan, tune

BUNDLE = Path(__file__).resolve().parents[1] / "assets" / "model"
FAMILIES = ("gear", "chair", "bottle", "hinge", "propeller", "phone stand")
OTHERS = ("a grey bracket with four holes", "the wall is 2 mm thick", "a red toy train",
          "no sharp edges", "made of aluminium", "an octopus in the sea", "a violin")  # fmt: skip
PLAN = TunePlan(texts=1920, rate=5e-4, warm_steps=5, layers=2, kept=7, kept_batch=7)


@pytest.fixture
def model():
    opened, _, tokenizer = open_folder(BUNDLE, "embedded")
    return opened.eval(), tokenizer


def tuned(model, tokenizer, plan=PLAN):
    told = told_of(FAMILIES, described())
    tune(model.text, tokenizer, told, OTHERS, plan)


def nearness_to_own_family(model, tokenizer):
    """How much nearer descriptions that nobody learned from are to their own family's others."""
    texts = [text for family in FAMILIES for text in kept_back()[family]]
    own = np.repeat(np.arange(len(FAMILIES)), 2)
    vectors = functional.normalize(torch.from_numpy(pooled_texts(model, tokenizer, texts)), dim=1)
    alike = (vectors @ vectors.T).numpy()
    same = own[:, None] == own[None, :]
    apart = ~np.eye(len(own), dtype=bool)
    return alike[same & apart].mean() - alike[~same].mean()


def test_a_tower_cut_in_two_reads_as_the_whole_one_does(model):
    halves = Tower(model[0].text, model[1], layers=2)
    with torch.no_grad():
        parts = halves.pooled(halves.half_read(OTHERS))
    whole = torch.from_numpy(pooled_texts(*model, OTHERS))
    assert functional.cosine_similarity(parts, whole).min() > 0.999


def test_descriptions_of_one_family_come_together_and_other_texts_stay(model):
    apart_before, others_before = nearness_to_own_family(*model), pooled_texts(*model, OTHERS)
    tuned(*model)
    assert nearness_to_own_family(*model) > apart_before + 0.1
    others = torch.from_numpy(pooled_texts(*model, OTHERS))
    assert functional.cosine_similarity(others, torch.from_numpy(others_before)).mean() > 0.85


def test_lower_layers_stand_still(model):
    stack = model[0].text.transformer.encoder.layer
    before = [layer.attention.self.query.weight.clone() for layer in stack]
    tuned(*model)
    moved = [not torch.equal(layer.attention.self.query.weight, old)
             for layer, old in zip(stack, before, strict=True)]  # fmt: skip
    assert moved == [False] * (len(stack) - PLAN.layers) + [True] * PLAN.layers


def test_no_texts_leave_the_tower_as_it_is(model):
    before = pooled_texts(*model, OTHERS)
    tuned(*model, TunePlan(texts=0))
    np.testing.assert_array_equal(pooled_texts(*model, OTHERS), before)
