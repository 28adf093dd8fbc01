"""The last stage: both projections learned anew, in large batches, with the dictionary beside.

The trunk stands still here, so that its features can be kept and a step costs next to nothing:
batches are many times as large as in the joint training, and a text meets more pictures that it
must be told apart from. Names and glosses of a dictionary keep words together that mean the same
but occur in no caption.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from mmdesign.domain import FloatArray, IntArray
from mmdesign.training import losses
from mmdesign.training.batches import describes, one_of
from mmdesign.training.corpus import Corpus
from mmdesign.training.dictionary import Entry
from mmdesign.training.model import IMAGE_PX, TRUNK_WIDTH, WIDTH, EncodeTexts
from mmdesign.training.relighting import random_paint, relight

log = logging.getLogger(__name__)

AT_ONCE = 128


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
class AlignPlan:
    """How long and how strongly."""

    steps: int = 600
    designs: int = 640
    pairs: int = 768
    rate: float = 1e-3
    weight_decay: float = 0.02
    gloss_share: float = 0.15
    """Of the true captions: what the dictionary says of the family, in place of our words."""
    meanings_weight: float = 0.3
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
    """What this stage trains: the two matrices into the joint space, and their temperatures."""

    def __init__(self, image: Tensor, text: Tensor, log_scale: float) -> None:
        super().__init__()
        self.image = nn.Linear(image.shape[1], WIDTH, bias=False)
        self.text = nn.Linear(text.shape[1], WIDTH, bias=False)
        self.log_scale = nn.Parameter(torch.tensor(log_scale))
        self.twin_log_scale = nn.Parameter(torch.tensor(log_scale))
        self.meaning_log_scale = nn.Parameter(torch.tensor(log_scale))
        with torch.no_grad():
            self.image.weight.copy_(image)
            self.text.weight.copy_(text)

    def pictures(self, features: Tensor) -> Tensor:
        """(B, D) unit vectors."""
        return functional.normalize(self.image(features), dim=-1)

    def texts(self, pooled: Tensor) -> Tensor:
        """(S, D) unit vectors."""
        return functional.normalize(self.text(pooled), dim=-1)


class Aligner:
    """One run of the last stage."""

    def __init__(
        self, projections: Projections, corpus: Corpus, looks: Looks, words: Meanings,
        glosses: Mapping[str, FloatArray], plan: AlignPlan,
    ) -> None:  # fmt: skip
        self.projections, self.corpus, self.looks = projections, corpus, looks
        self.words, self.plan = words, plan
        self.generator = np.random.default_rng(plan.seed)
        self.texts = np.concatenate([corpus.sentences.text_vectors, *(
            vector[None] for vector in glosses.values())])  # fmt: skip
        first = len(corpus.sentences.text_vectors)
        rows = {family: first + number for number, family in enumerate(glosses)}
        self.gloss_of = np.array([rows.get(r.family, -1) for r in corpus.records], np.int32)

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
            recent.append(float(loss.detach()))
            if (step + 1) % 50 == 0:
                log.info("aligned %d steps, loss %.3f", step + 1, np.mean(recent[-50:]))

    def _losses(self) -> Iterator[Tensor]:
        corpus, plan, generator = self.corpus, self.plan, self.generator
        count = min(plan.designs, int((corpus.weights > 0).sum()))
        while True:
            designs = np.repeat(corpus.draw(count, generator), 2)
            pictures = one_of(self.looks.first, designs, generator)
            vectors = self.projections.pictures(torch.from_numpy(self.looks.features[pictures]))
            contrast = self._contrast(vectors, designs, pictures)
            alike = self.projections.twin_log_scale.exp() * vectors @ vectors.T
            twins = losses.twins(alike, torch.from_numpy(designs),
                                 torch.from_numpy(corpus.kin[designs]))  # fmt: skip
            yield (contrast + plan.twins_weight * twins
                   + plan.meanings_weight * self._meanings())  # fmt: skip

    def _contrast(self, vectors: Tensor, designs: IntArray, pictures: IntArray) -> Tensor:
        corpus, generator = self.corpus, self.generator
        sentences = corpus.sentences
        true = one_of(sentences.first_true, designs, generator)
        missed = one_of(sentences.first_miss, designs, generator)
        stated = np.concatenate([true, missed])
        truth = describes(corpus, stated, designs, self.looks.painted[pictures])
        rows = sentences.text[stated].astype(np.int64)
        glossed = (self.gloss_of[designs] >= 0) & (
            generator.random(len(designs)) < self.plan.gloss_share
        )
        rows[: len(true)][glossed] = self.gloss_of[designs][glossed]
        kin = corpus.kin[designs]
        truth[: len(true)][glossed] = kin[glossed][:, None] == kin[None, :]
        texts = self.projections.texts(torch.from_numpy(self.texts[rows]))
        logits = self.projections.log_scale.exp() * texts @ vectors.T
        return losses.contrast(logits, torch.from_numpy(truth))

    def _meanings(self) -> Tensor:
        pairs = min(self.plan.pairs, len(self.words.names))
        chosen = self.generator.choice(len(self.words.names), pairs, replace=False)
        names = self.projections.texts(torch.from_numpy(self.words.names[chosen]))
        glosses = self.projections.texts(torch.from_numpy(self.words.glosses[chosen]))
        logits = self.projections.meaning_log_scale.exp() * names @ glosses.T
        return losses.contrast(logits, torch.eye(pairs))
