"""The text tower's upper layers, tuned until a description finds the family that it does not name.

The lower layers stand still: what they make of a text is kept, and a step costs half. Texts of
other kinds are held to what they were, so that words which no description uses keep their meaning.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesign.domain import IntArray
from mmdesign.training.model import TEXT_WIDTH, WIDTH, Tokenizer, text_projection, token_batches

log = logging.getLogger(__name__)

AT_ONCE = 128
BUCKET = 32
"""Batches that are drawn together, so that texts of one length stand in one batch."""
LARGEST_SCALE = 30.0


@dataclass(frozen=True, slots=True)
class TunePlan:
    """How long and how strongly."""

    texts: int = 180_000
    """That are seen, again and again; none leaves the tower as it is."""
    layers: int = 3
    """The uppermost, which are tuned."""
    batch: int = 64
    rate: float = 1e-4
    namer_rate: float = 1e-3
    warm_steps: int = 200
    weight_decay: float = 0.02
    smoothing: float = 0.05
    kept: int = 6000
    """Texts of other kinds that are held to what they were."""
    kept_batch: int = 16
    kept_weight: float = 3.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """N texts, and which of K families each tells of."""

    texts: tuple[str, ...]
    family: IntArray
    """(N,)."""


class Namer(nn.Module):
    """Texts -> families, by the way into a joint space that the aligning stage learns anew."""

    def __init__(self, families: int) -> None:
        super().__init__()
        self.way = text_projection()
        self.families = nn.Parameter(torch.randn(families, WIDTH) / WIDTH**0.5)
        self.log_scale = nn.Parameter(torch.tensor(np.log(15.0), dtype=torch.float32))

    def forward(self, pooled: Tensor) -> Tensor:
        """(S, TEXT_WIDTH) pooled texts -> (S, K) logits."""
        texts = functional.normalize(self.way(pooled), dim=-1)
        scale = self.log_scale.exp().clamp(max=LARGEST_SCALE)
        return scale * texts @ functional.normalize(self.families, dim=-1).T


class Tower:
    """An open_clip text tower of MiniLM's kind, cut in two between its layers."""

    def __init__(self, tower: nn.Module, tokenizer: Tokenizer, layers: int) -> None:
        """Prepare a tower; its upper layers can be trained, the others not.

        Args:
            tower: open_clip's HFTextEncoder.
            tokenizer: Of its vocabulary.
            layers: How many belong to the upper half.
        """
        whole: Any = tower
        self.tokenizer, self.padding = tokenizer, whole.config.pad_token_id
        self.embeddings = whole.transformer.embeddings
        stack = whole.transformer.encoder.layer
        self.lower, self.upper = stack[: len(stack) - layers], stack[len(stack) - layers :]
        for parameter in self.upper.parameters():
            parameter.requires_grad_(True)

    def half_read(self, texts: Sequence[str]) -> list[Tensor]:
        """Per text the (tokens, TEXT_WIDTH) states below the upper layers."""
        states: list[Tensor] = [torch.empty(0)] * len(texts)
        for chosen, tokens, mask in token_batches(self.tokenizer, self.padding, texts, AT_ONCE):
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                hidden = _through(self.lower, self.embeddings(input_ids=tokens), mask)
            for row, index in enumerate(chosen):
                states[index] = hidden[row, mask[row]].to(torch.bfloat16)
        return states

    def pooled(self, states: Sequence[Tensor]) -> Tensor:
        """(S, TEXT_WIDTH): the rest of the way, and the mean over the tokens."""
        lengths = torch.tensor([len(state) for state in states])
        mask = torch.arange(int(lengths.max()))[None, :] < lengths[:, None]
        hidden = torch.zeros(*mask.shape, TEXT_WIDTH)
        hidden[mask] = torch.cat(list(states)).float()
        with torch.autocast("cpu", torch.bfloat16):
            hidden = _through(self.upper, hidden, mask)
        return (hidden.float() * mask[:, :, None]).sum(dim=1) / lengths[:, None]


def _through(layers: nn.ModuleList, hidden: Tensor, mask: Tensor) -> Tensor:
    unseen = torch.where(mask, 0.0, torch.finfo(torch.bfloat16).min)[:, None, None, :]
    for layer in layers:
        hidden = layer(hidden, attention_mask=unseen)
    return hidden


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What one run learns from, half read."""

    states: list[Tensor]
    family: Tensor
    """(N,) of each text."""
    held: list[Tensor]
    before: Tensor
    """(H, TEXT_WIDTH) what the held texts were."""


def tune(
    tower: nn.Module, tokenizer: Tokenizer, told: Told, others: Sequence[str], plan: TunePlan
) -> None:
    """Tune a text tower in place; the rate falls to nothing along a half cosine.

    Args:
        tower: open_clip's HFTextEncoder.
        tokenizer: Of its vocabulary.
        told: What is to be told apart.
        others: Texts of other kinds, of which some are held to what they were.
        plan: How long and how strongly.
    """
    steps = plan.texts // plan.batch
    if steps == 0:
        return
    generator = np.random.default_rng(plan.seed)
    torch.manual_seed(plan.seed)
    halves = Tower(tower, tokenizer, plan.layers)
    lesson = _prepared(halves, told, others, plan, generator)
    namer = Namer(int(told.family.max()) + 1)
    optimizer = torch.optim.AdamW(
        [{"params": halves.upper.parameters(), "lr": plan.rate},
         {"params": namer.parameters(), "lr": plan.namer_rate}],
        weight_decay=plan.weight_decay,
    )  # fmt: skip
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: (
        min(1.0, (step + 1) / plan.warm_steps) * (1 + np.cos(np.pi * min(1.0, step / steps))) / 2
    ))  # fmt: skip
    halves.upper.train()
    losses = _losses(halves, namer, lesson, plan, generator)
    for step, (naming, change) in zip(range(steps), losses, strict=False):
        optimizer.zero_grad(set_to_none=True)
        (naming + plan.kept_weight * change).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if (step + 1) % 100 == 0:
            log.info("tuned %d of %d steps, naming %.3f, change %.3f", step + 1, steps,
                     float(naming.detach()), float(change.detach()))  # fmt: skip
    halves.upper.eval()


def _prepared(
    halves: Tower, told: Told, others: Sequence[str], plan: TunePlan, generator: np.random.Generator
) -> _Lesson:
    seen = generator.permutation(len(told.texts))[: plan.texts]
    kept = generator.choice(len(others), min(plan.kept, len(others)), replace=False)
    held = halves.half_read([others[index] for index in kept])
    with torch.no_grad():
        before = torch.cat([halves.pooled(held[at : at + AT_ONCE])
                            for at in range(0, len(held), AT_ONCE)])  # fmt: skip
    return _Lesson(
        halves.half_read([told.texts[index] for index in seen]),
        torch.from_numpy(told.family[seen].astype(np.int64)), held, before,
    )  # fmt: skip


def _losses(
    halves: Tower, namer: Namer, lesson: _Lesson, plan: TunePlan, generator: np.random.Generator
) -> Iterator[tuple[Tensor, Tensor]]:
    """How badly a batch is named, and how far held texts have moved; without end."""
    for chosen in _batches(lesson.states, plan.batch, generator):
        logits = namer(halves.pooled([lesson.states[index] for index in chosen]))
        naming = functional.cross_entropy(logits, lesson.family[chosen],
                                          label_smoothing=plan.smoothing)  # fmt: skip
        again = generator.integers(len(lesson.held), size=min(plan.kept_batch, len(lesson.held)))
        now = halves.pooled([lesson.held[index] for index in again])
        alike = functional.cosine_similarity(now, lesson.before[again], dim=-1)
        yield naming, (1 - alike).mean()


def _batches(
    states: Sequence[Tensor], size: int, generator: np.random.Generator
) -> Iterator[IntArray]:
    """Rows of `states` without end, texts of about one length together."""
    lengths = np.array([len(state) for state in states])
    while True:
        order = generator.permutation(len(states))
        for start in range(0, len(order), size * BUCKET):
            bucket = order[start : start + size * BUCKET]
            bucket = bucket[np.argsort(lengths[bucket], kind="stable")]
            batches = [bucket[at : at + size] for at in range(0, len(bucket), size)]
            for number in generator.permutation(len(batches)):
                yield batches[number]
