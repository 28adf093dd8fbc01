"""What a step sees: pairs of pictures, sentences that hold, near misses, features to find."""

import numpy as np
import pytest

from mmdesign.training.batches import LEAST_MARKED_PX, Batches, describes
from mmdesign.training.corpus import open_corpus
from mmdesign.training.model import TEXT_WIDTH
from mmdesign.training.plan import Plan

pytest_plugins = ("renders",)


@pytest.fixture(scope="module")
def corpus(rendered_parts):
    return open_corpus(rendered_parts, lambda texts: np.ones((len(texts), TEXT_WIDTH), np.float32))


@pytest.fixture(scope="module")
def batch(corpus):
    return Batches(corpus, Plan(1.0, designs=40)).draw(np.random.default_rng(1))


def test_every_design_is_seen_twice_and_its_own_sentence_is_true(batch):
    assert len(batch.designs) == len(batch.views) == 80
    assert (batch.designs[::2] == batch.designs[1::2]).all()
    assert (np.diagonal(batch.truth) == 1).all()


def test_there_are_near_misses_and_no_design_they_were_made_for_fits_them(corpus, batch):
    missed = batch.texts[80:]
    assert len(missed) > 10
    for design in np.unique(batch.designs):
        first, last = corpus.sentences.first_miss[design : design + 2]
        captions = np.arange(first, last, dtype=np.int32)
        if len(captions):
            assert not describes(corpus, captions, np.array([design]), np.array([True])).any()


def test_a_sentence_describes_exactly_the_designs_with_its_facts(corpus):
    designs = np.arange(40, dtype=np.int32)
    captions = corpus.sentences.first_true[designs]
    truth = describes(corpus, captions, designs, np.ones(40, bool))
    facts = [set(np.flatnonzero(corpus.design_facts[design])) for design in designs]
    for row, caption in enumerate(captions):
        claimed = set(corpus.sentences.facts[caption].tolist())
        assert truth[row].tolist() == [float(claimed <= held) for held in facts]


def test_a_colour_that_is_not_painted_is_not_described(corpus):
    designs = np.arange(len(corpus.records), dtype=np.int32)
    colored = np.flatnonzero(corpus.sentences.colored).astype(np.int32)
    shown = describes(corpus, colored, designs, np.ones(len(designs), bool))
    hidden = describes(corpus, colored, designs, np.zeros(len(designs), bool))
    assert shown.any()
    assert not hidden.any()


def test_a_feature_to_find_is_visible_or_absent_altogether(corpus, batch):
    sought = np.flatnonzero(batch.features >= 0)
    assert len(sought) > 20
    for row in sought:
        names = corpus.records[batch.designs[row]].features
        name = corpus.sentences.texts[batch.feature_texts[row]]
        pixels = (batch.views[row, ..., 5] == batch.features[row]).sum()
        if batch.features[row] == 255:
            assert name not in names
            assert pixels == 0
        else:
            assert names[batch.features[row] - 1] == name
            assert pixels >= LEAST_MARKED_PX
