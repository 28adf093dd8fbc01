"""What one training step sees: pictures, sentences true and nearly true, and who describes whom."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import ByteArray, FloatArray, IntArray
from mmdesign.training.corpus import Corpus
from mmdesign.training.plan import Plan

LEAST_MARKED_PX = 6
"""A feature that covers less than this of a stored view teaches nothing about where it is."""


@dataclass(frozen=True, slots=True)
class Batch:
    """B pictures of B / 2 designs and S sentences, the first B of them true of picture i."""

    designs: IntArray
    """(B,) whose picture it is; the pictures of one design follow each other."""
    views: ByteArray
    """(B, H, W, CHANNELS)."""
    kept_color: NDArray[np.bool_]
    """(B,) whether the picture must show the design's own colour."""
    texts: IntArray
    """(S,) rows of the corpus' text vectors."""
    truth: FloatArray
    """(S, B) 1 where every fact that the sentence states holds in the picture."""
    features: IntArray
    """(B,) the feature looked for in each picture, as the views' last channel counts; -1: none."""
    feature_texts: IntArray
    """(B,) its name's row of the corpus' text vectors, 0 where none is looked for."""


class Batches:
    """Draws batches; the source of chance is the caller's."""

    def __init__(self, corpus: Corpus, plan: Plan) -> None:
        self.corpus, self.plan = corpus, plan
        self._feature = {name: number for number, name in enumerate(corpus.features)}

    def draw(self, generator: np.random.Generator) -> Batch:
        """The next batch."""
        corpus, plan = self.corpus, self.plan
        chosen = corpus.draw(plan.designs, generator)
        designs = np.repeat(chosen, plan.pictures)
        sentences = corpus.sentences
        true = one_of(sentences.first_true, designs, generator)
        missed = one_of(sentences.first_miss, chosen, generator)
        stated = np.concatenate([true, missed])
        kept = sentences.colored[true]
        views = corpus.pixels(designs, generator)
        features, feature_texts = self._features(designs, views, generator)
        return Batch(
            designs, views, kept, sentences.text[stated],
            describes(corpus, stated, designs, kept), features, feature_texts,
        )  # fmt: skip

    def _features(
        self, designs: IntArray, views: ByteArray, generator: np.random.Generator
    ) -> tuple[IntArray, IntArray]:
        """Per picture one feature to find: one it shows, or (1 in 4) one that it lacks."""
        corpus = self.corpus
        looked_for = np.full(len(designs), -1, np.int32)
        texts = np.zeros(len(designs), np.int32)
        for row, design in enumerate(designs):
            names = corpus.records[design].features
            if not names or names == ("body",):
                continue
            if generator.random() < 0.25:
                absent = int(generator.integers(len(corpus.features)))
                if corpus.features[absent] not in names:
                    looked_for[row], texts[row] = 255, corpus.feature_text[absent]
                continue
            pixels = np.bincount(views[row, ..., 5].ravel(), minlength=len(names) + 1)[1:]
            there = [number for number, name in enumerate(names)
                     if name != "body" and pixels[number] >= LEAST_MARKED_PX]  # fmt: skip
            if there:
                number = there[int(generator.integers(len(there)))]
                looked_for[row] = number + 1
                texts[row] = corpus.feature_text[self._feature[names[number]]]
        return looked_for, texts


def one_of(first: IntArray, designs: IntArray, generator: np.random.Generator) -> IntArray:
    """One sentence or picture of each design, by chance; designs without any are left out.

    Args:
        first: (N + 1,) those of design i are first[i] to first[i + 1].
        designs: (B,).
        generator: The source of chance.
    """
    counts = first[designs + 1] - first[designs]
    drawn = first[designs] + (generator.random(len(designs)) * counts).astype(np.int32)
    return np.asarray(drawn[counts > 0], np.int32)


def describes(
    corpus: Corpus, sentences: IntArray, designs: IntArray, shows_color: NDArray[np.bool_]
) -> FloatArray:
    """(len(sentences), len(designs)): 1 where every stated fact holds in the picture."""
    stated = [corpus.sentences.facts[sentence] for sentence in sentences]
    held = corpus.design_facts[designs].astype(bool).T  # (facts, designs)
    # a design whose material was not painted does not show its colour
    color = corpus.color_column[designs]
    unpainted = np.flatnonzero(~shows_color & (color >= 0))
    held[color[unpainted], unpainted] = False
    met = np.ones((len(sentences), len(designs)), bool)
    # few facts per sentence: looking them up one after the other beats a product over all facts
    for place in range(max(map(len, stated))):
        rows = [row for row, facts in enumerate(stated) if len(facts) > place]
        met[rows] &= held[[stated[row][place] for row in rows]]
    return met.astype(np.float32)
