"""The last stage: projections alone, on features that are kept."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from mmdesign.training.aligning import (
    Aligner,
    AlignPlan,
    Lessons,
    Looks,
    Meanings,
    Projections,
    look,
    meanings,
)
from mmdesign.training.contests import draw_contests
from mmdesign.training.corpus import open_corpus
from mmdesign.training.dataset import TRAIN_VIEWS, render_parts
from mmdesign.training.describing import described
from mmdesign.training.dictionary import Entry
from mmdesign.training.model import LEARNING, TEXT_WIDTH, TRUNK_WIDTH
from mmdesign.training.naming import names_of


def random_vectors(texts):
    return (
        np.random.default_rng(len(texts)).normal(size=(len(texts), TEXT_WIDTH)).astype(np.float32)
    )


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    render_parts(folder, designs=40, fusion_designs=1)
    return open_corpus(folder, random_vectors)


def projections():
    torch.manual_seed(0)
    return Projections(0.05 * torch.randn(LEARNING.width, TRUNK_WIDTH), 2.3)


def lessons(corpus, looks, words):
    return Lessons(corpus, looks, words, names_of(corpus.records, described(), random_vectors),
                   draw_contests(corpus.records, random_vectors, seed=0))  # fmt: skip


def told_apart(trained, looks, contests):
    """Share of contests in which the text is nearer to its own design than to the rival."""
    with torch.no_grad():
        pictures = trained.pictures(torch.from_numpy(looks.features[looks.first[:-1]]))
        texts = trained.texts(torch.from_numpy(contests.vectors[contests.right]))
        lead = (texts * (pictures[contests.design] - pictures[contests.rival])).sum(dim=1)
    return float((lead > 0).float().mean())


def test_every_stored_view_is_looked_at_once(corpus):
    seen = []

    class Trunk(torch.nn.Module):
        def forward(self, images):
            seen.append(len(images))
            return images.mean(dim=(2, 3)).repeat(1, TRUNK_WIDTH)[:, :TRUNK_WIDTH]

    looks = look(Trunk(), corpus)
    assert sum(seen) == len(looks.design) == 40 * TRAIN_VIEWS
    assert (np.bincount(looks.design) == TRAIN_VIEWS).all()
    assert 0.3 < looks.painted.mean() < 0.7
    assert len(np.unique(looks.features[:, 0])) > 100


def test_projections_learn_to_find_designs_by_their_words(corpus):
    """Features that carry a design's facts can be matched with texts that are random otherwise."""
    torch.manual_seed(0)
    counts = np.full(40, 4)
    design = np.repeat(np.arange(40, dtype=np.int32), counts)
    own = np.random.default_rng(1).normal(size=(40, TRUNK_WIDTH))
    noise = np.random.default_rng(2).normal(size=(160, TRUNK_WIDTH))
    looks = Looks((own[design] + 0.3 * noise).astype(np.float32), design, np.ones(160, bool),
                  np.arange(0, 161, 4).astype(np.int32))  # fmt: skip
    words = Meanings(random_vectors(range(50)), random_vectors(range(50)))
    trained = projections()

    def found():
        with torch.no_grad():
            vectors = trained.pictures(torch.from_numpy(looks.features[::4]))
            first = corpus.sentences.text[corpus.sentences.first_true[:-1]]
            texts = trained.texts(torch.from_numpy(corpus.sentences.text_vectors[first]))
            return float(((texts @ vectors.T).argmax(dim=1) == torch.arange(40)).float().mean())

    given = lessons(corpus, looks, words)
    before, told_before = found(), told_apart(trained, looks, given.contests)
    Aligner(trained, given, AlignPlan(steps=60, designs=24, pairs=20)).run()
    assert before < 0.2
    assert found() > 0.6
    assert told_before < 0.7
    assert told_apart(trained, looks, given.contests) > 0.9


def test_names_come_to_lie_beside_their_glosses(corpus):
    looks = Looks(np.random.default_rng(0).normal(size=(80, TRUNK_WIDTH)).astype(np.float32),
                  np.repeat(np.arange(40, dtype=np.int32), 2), np.ones(80, bool),
                  np.arange(0, 81, 2).astype(np.int32))  # fmt: skip
    generator = np.random.default_rng(5)
    words = Meanings(*(generator.normal(size=(30, TEXT_WIDTH)).astype(np.float32) for _ in "ng"))
    trained = projections()
    plan = AlignPlan(steps=60, designs=20, pairs=30, meanings_weight=3.0)
    Aligner(trained, lessons(corpus, looks, words), plan).run()
    with torch.no_grad():
        alike = (trained.texts(torch.from_numpy(words.names))
                 @ trained.texts(torch.from_numpy(words.glosses)).T)  # fmt: skip
    assert (alike.argmax(dim=1) == torch.arange(30)).float().mean() > 0.9


def test_descriptions_come_to_lie_beside_their_familys_name(corpus):
    looks = Looks(np.random.default_rng(0).normal(size=(80, TRUNK_WIDTH)).astype(np.float32),
                  np.repeat(np.arange(40, dtype=np.int32), 2), np.ones(80, bool),
                  np.arange(0, 81, 2).astype(np.int32))  # fmt: skip
    said = {family: texts[:2] for family, texts in described().items()}
    names = names_of(corpus.records, said, random_vectors)
    words = Meanings(random_vectors(range(30)), random_vectors(range(30)))
    given = replace(lessons(corpus, looks, words), names=names)
    trained = projections()

    def found():
        first = names.names.vectors[names.names.first[:-1]]
        with torch.no_grad():
            alike = (trained.texts(torch.from_numpy(names.descriptions.vectors))
                     @ trained.texts(torch.from_numpy(first)).T)  # fmt: skip
        right = torch.arange(len(first)).repeat_interleave(2)
        return float((alike.argmax(dim=1) == right).float().mean())

    before = found()
    Aligner(
        trained, given, AlignPlan(steps=80, designs=20, pairs=20, descriptions_weight=3.0)
    ).run()
    assert before < 0.2
    assert found() > 0.6


def test_an_entry_is_encoded_by_its_first_name_and_its_gloss():
    asked = []

    def encode(texts):
        asked.extend(texts)
        return np.zeros((len(texts), TEXT_WIDTH), np.float32)

    meanings([Entry(("mug", "beaker"), "a cup with a handle")], encode)
    assert asked == ["mug", "a cup with a handle"]
