"""The last stage: both projections learned anew, in large batches, with the dictionary beside.

The trunk stands still here, so that its features can be kept and a step costs next to nothing:
batches are many times as large as in the joint training, and a text meets more pictures that it
must be told apart from. Four things are asked beside captions: which of all families a design
belongs to, each named or described; which family's name a description is of; which of two designs
of one family has the feature, shape or number that a sentence names; and that names and glosses of
a dictionary stay together, which keeps words alike that mean the same but occur in no caption.
"""

import logging
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from mmdesign.domain import FloatArray, IntArray
from mmdesign.training import losses
from mmdesign.training.batches import describes, one_of
from mmdesign.training.contests import Contests
from mmdesign.training.corpus import Corpus
from mmdesign.training.dictionary import Entry
from mmdesign.training.model import IMAGE_PX, TRUNK_WIDTH, WIDTH, EncodeTexts, text_projection
from mmdesign.training.naming import Names
from mmdesign.training.relighting import random_paint, relight

log = logging.getLogger(__name__)

AT_ONCE = 128
LARGEST_LOGIT_SCALE = 100.0
NEW_SHARE = 0.2
"""Of their usual first size: dimensions that the joint training did not have."""


@dataclass(frozen=True, slots=True)
class Looks:
    """M pictures as the trunk sees them."""

    features: FloatArray
    """(M, TRUNK_WIDTH) pooled."""
    design: IntArray
    """(M,)."""
    painted: NDArray[np.bool_]
    """(M,) whether the picture shows the design's own colour."""
    first: IntArray
    """(N + 1,) pictures of design i are first[i] to first[i + 1]."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """Pairs of frozen text vectors that mean the same."""

    names: FloatArray
    """(E, TEXT_WIDTH)."""
    glosses: FloatArray
    """(E, TEXT_WIDTH)."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What this stage learns from, all of it with frozen features."""

    corpus: Corpus
    looks: Looks
    meanings: Meanings
    names: Names
    contests: Contests


@dataclass(frozen=True, slots=True)
class AlignPlan:
    """How long and how strongly."""

    steps: int = 3500
    designs: int = 640
    pairs: int = 768
    rate: float = 1e-3
    weight_decay: float = 0.02
    contests: int = 768
    looks: int = 4
    """Pictures of a design that stand for it together, as they do when it is searched for."""
    together_share: float = 0.6
    """Of the pictures: how many stand together with others of their design; the rest alone."""
    described_share: float = 0.25
    """Of the true captions, and of the families' names: a description that does not name it."""
    meanings_weight: float = 0.3
    names_weight: float = 0.8
    descriptions: int = 768
    descriptions_weight: float = 0.15
    contests_weight: float = 1.3
    wrong_text_weight: float = 0.5
    """Of two texts about one design, against two designs for one text."""
    twins_weight: float = 0.5
    seed: int = 0


def look(trunk: nn.Module, corpus: Corpus, seed: int = 0) -> Looks:
    """Show every stored view to the trunk once, each in a light of its own.

    Args:
        trunk: Vision trunk in evaluation mode.
        corpus: N designs.
        seed: Of light, frame and colour.
    """
    generator = torch.Generator().manual_seed(seed)
    counts = np.array([record.views for record in corpus.records])
    design = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    view = np.arange(len(design)) - np.repeat(np.cumsum(counts) - counts, counts)
    painted = torch.rand(len(design), generator=generator).numpy() < 0.5
    features = np.empty((len(design), TRUNK_WIDTH), np.float32)
    for start in range(0, len(design), AT_ONCE):
        rows = np.arange(start, min(start + AT_ONCE, len(design)))
        pixels = np.stack([corpus.view(int(design[row]), int(view[row])) for row in rows])
        own = [corpus.records[number].color for number in design[rows]]
        images, _ = relight(
            torch.from_numpy(pixels), random_paint(own, painted[rows].tolist(), generator),
            IMAGE_PX, generator, torch.full((len(rows),), -1, dtype=torch.int32),
        )  # fmt: skip
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            features[rows] = trunk(images).float().numpy()
        if start % (100 * AT_ONCE) == 0:
            log.info("seen %d of %d pictures", start, len(design))
    first = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return Looks(features, design, painted, first)


def meanings(entries: Sequence[Entry], encode: EncodeTexts) -> Meanings:
    """Encode each entry's first name and its gloss."""
    return Meanings(encode([entry.names[0] for entry in entries]),
                    encode([entry.gloss for entry in entries]))  # fmt: skip


class Projections(nn.Module):
    """What this stage trains: the ways into the joint space, and their temperatures.

    Texts pass a hidden layer, so that a family and a feature can mean together what neither means
    alone; pictures stay linear, which keeps heat an exact share of the cosine.
    """

    def __init__(self, image: Tensor, log_scale: float) -> None:
        """Begin anew for texts, and for pictures where the joint training ended.

        Args:
            image: (D, TRUNK_WIDTH) projection into the space of the joint training, which may have
                fewer dimensions; the others begin small and by chance.
            log_scale: Of the cosines.
        """
        super().__init__()
        self.image = nn.Linear(TRUNK_WIDTH, WIDTH, bias=False)
        self.text = text_projection()
        with torch.no_grad():
            self.image.weight.mul_(NEW_SHARE)
            self.image.weight[: len(image)] = image
        self.log_scale = nn.Parameter(torch.tensor(log_scale))
        self.twin_log_scale = nn.Parameter(torch.tensor(log_scale))
        self.meaning_log_scale = nn.Parameter(torch.tensor(log_scale))
        self.contest_log_scale = nn.Parameter(torch.tensor(log_scale))

    @property
    def log_scales(self) -> list[nn.Parameter]:
        """All temperatures."""
        return [self.log_scale, self.twin_log_scale, self.meaning_log_scale,
                self.contest_log_scale]  # fmt: skip

    def pictures(self, features: Tensor) -> Tensor:
        """(B, D) unit vectors."""
        return functional.normalize(self.image(features), dim=-1)

    def texts(self, pooled: Tensor) -> Tensor:
        """(S, D) unit vectors."""
        return functional.normalize(self.text(pooled), dim=-1)


class Aligner:
    """One run of the last stage."""

    def __init__(self, projections: Projections, lessons: Lessons, plan: AlignPlan) -> None:
        self.projections, self.lessons, self.plan = projections, lessons, plan
        self.generator = np.random.default_rng(plan.seed)
        self.features = torch.from_numpy(lessons.looks.features)

    def run(self) -> None:
        """Train; the rate falls to nothing along a half cosine."""
        optimizer = torch.optim.AdamW(
            self.projections.parameters(), lr=self.plan.rate,
            weight_decay=self.plan.weight_decay, betas=(0.9, 0.98),
        )  # fmt: skip
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, self.plan.steps)
        recent: list[float] = []
        for step, loss in zip(range(self.plan.steps), self._losses(), strict=False):
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                for scale in self.projections.log_scales:
                    scale.clamp_(0.0, math.log(LARGEST_LOGIT_SCALE))
            recent.append(float(loss.detach()))
            if (step + 1) % 50 == 0:
                log.info("aligned %d steps, loss %.3f", step + 1, np.mean(recent[-50:]))

    def _losses(self) -> Iterator[Tensor]:
        corpus, plan, generator = self.lessons.corpus, self.plan, self.generator
        count = min(plan.designs, int((corpus.weights > 0).sum()))
        while True:
            designs = np.repeat(corpus.draw(count, generator), 2)
            pictures = self._pictures(designs)
            alone = self.projections.pictures(self.features[pictures])
            vectors = self._together(alone, designs)
            yield (self._contrast(vectors, designs, pictures)
                   + plan.twins_weight * self._twins(alone, designs)
                   + plan.names_weight * self._names(vectors, designs)
                   + plan.descriptions_weight * self._descriptions()
                   + plan.contests_weight * self._contests()
                   + plan.meanings_weight * self._meanings())  # fmt: skip

    def _pictures(self, designs: IntArray) -> IntArray:
        return one_of(self.lessons.looks.first, designs, self.generator)

    def _together(self, alone: Tensor, designs: IntArray) -> Tensor:
        """Replace most pictures by the mean of several of their design."""
        total = alone
        for _ in range(self.plan.looks - 1):
            total = total + self.projections.pictures(self.features[self._pictures(designs)])
        chosen = self.generator.random(len(designs)) < self.plan.together_share
        return torch.where(torch.from_numpy(chosen)[:, None],
                           functional.normalize(total, dim=-1), alone)  # fmt: skip

    def _contrast(self, vectors: Tensor, designs: IntArray, pictures: IntArray) -> Tensor:
        corpus, generator = self.lessons.corpus, self.generator
        sentences = corpus.sentences
        true = one_of(sentences.first_true, designs, generator)
        missed = one_of(sentences.first_miss, designs, generator)
        stated = np.concatenate([true, missed])
        truth = describes(corpus, stated, designs, self.lessons.looks.painted[pictures])
        spoken = sentences.text_vectors[sentences.text[stated]]
        self._describe(designs, spoken[: len(true)], truth[: len(true)])
        texts = self.projections.texts(torch.from_numpy(spoken))
        logits = self.projections.log_scale.exp() * texts @ vectors.T
        return losses.contrast(logits, torch.from_numpy(truth))

    def _describe(self, designs: IntArray, spoken: FloatArray, truth: FloatArray) -> None:
        """Put descriptions of their families in the place of some designs' own captions."""
        names = self.lessons.names
        called = names.called[designs]
        rows = names.descriptions.draw(np.maximum(called, 0), self.generator)
        chosen = ((called >= 0) & (rows >= 0)
                  & (self.generator.random(len(designs)) < self.plan.described_share))  # fmt: skip
        spoken[chosen] = names.descriptions.vectors[rows[chosen]]
        truth[chosen] = called[chosen][:, None] == called[None, :]

    def _twins(self, alone: Tensor, designs: IntArray) -> Tensor:
        alike = self.projections.twin_log_scale.exp() * alone @ alone.T
        kin = torch.from_numpy(self.lessons.corpus.kin[designs])
        return losses.twins(alike, torch.from_numpy(designs), kin)

    def _names(self, vectors: Tensor, designs: IntArray) -> Tensor:
        """Each design's family among all families, by one name of each."""
        names = self.lessons.names
        called = torch.from_numpy(names.called[designs].astype(np.int64))
        spoken = names.one_each(self.plan.described_share, self.generator)
        texts = self.projections.texts(torch.from_numpy(spoken))
        logits = self.projections.log_scale.exp() * vectors[called >= 0] @ texts.T
        return functional.cross_entropy(logits, called[called >= 0])

    def _descriptions(self) -> Tensor:
        """Each description must choose its family's name, which pictures are nearest to."""
        names = self.lessons.names
        told = names.descriptions
        if not len(told.vectors):
            return torch.zeros(())
        rows = self.generator.integers(len(told.vectors), size=self.plan.descriptions)
        families = np.searchsorted(told.first, rows, side="right") - 1
        said = self.projections.texts(torch.from_numpy(told.vectors[rows]))
        called = self.projections.texts(torch.from_numpy(names.one_each(0.0, self.generator)))
        logits = self.projections.meaning_log_scale.exp() * said @ called.T
        return functional.cross_entropy(logits, torch.from_numpy(families))

    def _contests(self) -> Tensor:
        """One text must choose its design, and each design its text."""
        contests, plan = self.lessons.contests, self.plan
        drawn = self.generator.integers(len(contests.design), size=plan.contests)
        design, rival = (self._two_looks(of[drawn]) for of in (contests.design, contests.rival))
        right, wrong = (self.projections.texts(torch.from_numpy(contests.vectors[of[drawn]]))
                        for of in (contests.right, contests.wrong))  # fmt: skip
        scale = self.projections.contest_log_scale.exp()
        told = torch.from_numpy(contests.wrong[drawn] >= 0)

        def lost(better: Tensor, worse: Tensor) -> Tensor:
            return functional.softplus(scale * (worse - better).sum(dim=1))

        texts = (lost(right * design, wrong * design) + lost(wrong * rival, right * rival))[told]
        texts_lost = texts.sum() / max(int(told.sum()), 1)
        return lost(right * design, right * rival).mean() + plan.wrong_text_weight * texts_lost

    def _two_looks(self, designs: IntArray) -> Tensor:
        first, second = (self.projections.pictures(self.features[self._pictures(designs)])
                         for _ in range(2))  # fmt: skip
        return functional.normalize(first + second, dim=-1)

    def _meanings(self) -> Tensor:
        words = self.lessons.meanings
        pairs = min(self.plan.pairs, len(words.names))
        chosen = self.generator.choice(len(words.names), pairs, replace=False)
        names = self.projections.texts(torch.from_numpy(words.names[chosen]))
        glosses = self.projections.texts(torch.from_numpy(words.glosses[chosen]))
        logits = self.projections.meaning_log_scale.exp() * names @ glosses.T
        return losses.contrast(logits, torch.eye(pairs))
