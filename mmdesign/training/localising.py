"""Teach a small head on the standing trunk where things are, from the masks of generated parts.

The trunk and both projections stay as they are, so vectors, libraries and calibrations made with
the bundle stay valid. Each picture is asked about features it shows, about what it is as a whole
and about things that it has not; every answer is a map, judged pixel by pixel.
"""

import hashlib
import json
import logging
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesign.domain import FloatArray
from mmdesign.encoding.clip import pick_device
from mmdesign.encoding.dense import DenseHead, stage_channels, stage_maps
from mmdesign.training.model import IMAGE_PX, WIDTH
from mmdesign.training.relighting import random_paint, relight_marked
from mmdesign.training.spotting import NAMES, SHOWN, Lesson, Lessons

log = logging.getLogger(__name__)

SAVE_EVERY_S = 60.0
LOG_EVERY = 30
REPLAYED = 80
"""Lessons kept for that; at 16 pictures they take 10 MB each."""
FIRST_BIAS = -3.0
"""Most of most pictures is not what is asked for."""
PAINTED_SHARE = 0.5
"""Pictures in their material's own colour."""
BACKGROUND_WEIGHT = 0.3
"""The app blanks the background of what it renders, but not of a picture that somebody brings."""
RARE_LIMIT = 6.0
"""A small feature's pixels weigh up to this many times as much as the rest of the picture's."""
EPSILON = 1e-6
RIDGE = 1e-3
FIRST_PATCHES = 0.2
"""Whitened texts are long: patches start short, or the first answers are all certain."""


@dataclass(frozen=True, slots=True)
class LocalisePlan:
    """How long and how strongly."""

    budget_minutes: float = 30.0
    batch: int = 16
    replays: int = 2
    """Earlier lessons learned again beside each new one: their pictures are already seen."""
    rate: float = 3e-3
    weight_decay: float = 0.02
    average_decay: float = 0.995
    overlap_weight: float = 0.5
    """Of the soft overlap beside the cross entropy, for features that are shown."""
    telling_weight: float = 0.5
    """Of the choice between the features that one picture shows."""
    threads: int = 2
    device: str = "auto"
    seed: int = 0

    def learning_rate(self, share: float) -> float:
        """At a share of the budget: a short warm-up, then a straight line down."""
        return self.rate * min(share / 0.02 + 0.05, 1.0) * max(1.0 - share, 0.01)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A lesson as the trunk sees it."""

    lesson: Lesson
    maps: list[Tensor]
    shares: Tensor
    """(B, 1 + SHOWN, H, W) share of each pixel that the design and its features fill."""


class Localiser:
    """One run: the head, its slow average, the clock and what a checkpoint keeps."""

    def __init__(
        self, trunk: nn.Module, lessons: Lessons, plan: LocalisePlan, folder: Path
    ) -> None:
        self.device = pick_device(plan.device)
        self.trunk = trunk.eval().to(self.device).to(memory_format=torch.channels_last)
        self.lessons, self.plan, self.folder = lessons, plan, folder
        torch.manual_seed(plan.seed)
        head = DenseHead(stage_channels(trunk), WIDTH)
        spread_texts(head, lessons.phrases.vectors)
        self.head = head.to(self.device).to(memory_format=torch.channels_last)
        self.bias = nn.Parameter(torch.full((1,), FIRST_BIAS, device=self.device))
        self.average = torch.optim.swa_utils.AveragedModel(
            self.head, avg_fn=self._slowly, use_buffers=True
        )
        parameters = [*self.head.parameters(), self.bias]
        self.optimizer = torch.optim.AdamW(
            [{"params": [value for value in parameters if value.ndim > 1],
              "weight_decay": plan.weight_decay},
             {"params": [value for value in parameters if value.ndim <= 1], "weight_decay": 0.0}],
            lr=plan.rate)  # fmt: skip
        self.vectors = torch.from_numpy(lessons.phrases.vectors).to(self.device)
        self.elapsed_s, self.step = 0.0, 0
        self.losses: list[dict[str, float]] = []
        folder.mkdir(parents=True, exist_ok=True)
        self._resume()
        self.generator = np.random.default_rng([plan.seed, self.step])
        self.torch_generator = torch.Generator(self.device).manual_seed(plan.seed + self.step)

    @property
    def share(self) -> float:
        """Share of the budget that is used."""
        return self.elapsed_s / (60 * self.plan.budget_minutes)

    def run(self) -> DenseHead:
        """Train until the budget is used, saving on the way; returns the averaged head."""
        torch.set_num_threads(self.plan.threads)
        begun, before, saved = time.monotonic(), self.elapsed_s, time.monotonic()
        for seen in self._ahead():
            self._one_step(seen)
            self.elapsed_s = before + time.monotonic() - begun
            if self.step % LOG_EVERY == 0:
                self._log()
            if time.monotonic() - saved > SAVE_EVERY_S:
                self.save()
                saved = time.monotonic()
        self.save()
        averaged: Any = self.average.module
        result: DenseHead = averaged
        return result.eval()

    def _ahead(self) -> Iterator[_Seen]:
        """Lessons until the budget is used, each made while the one before is learned."""
        with ThreadPoolExecutor(1) as worker:
            waiting = worker.submit(self._next)
            kept: deque[_Seen] = deque(maxlen=REPLAYED)
            chance = np.random.default_rng([self.plan.seed, 1, self.step])
            while self.share < 1:
                seen = waiting.result()
                waiting = worker.submit(self._next)
                yield seen
                for _ in range(self.plan.replays if kept else 0):
                    yield kept[chance.integers(len(kept))]
                kept.append(seen)

    def _next(self) -> _Seen:
        lesson = self.lessons.draw(self.plan.batch, self.generator)
        # devices and autocast belong to one thread each
        with torch.device(self.device), torch.no_grad():
            images, shares = self._pictures(lesson)
            with torch.autocast(self.device.type, torch.bfloat16):
                maps = stage_maps(self.trunk, images)
        return _Seen(lesson, maps, shares)

    def _one_step(self, seen: _Seen) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = self.plan.learning_rate(self.share)
        with torch.autocast(self.device.type, torch.bfloat16):
            patches = self.head(seen.maps)
            asked = self.head.texts(self.vectors[seen.lesson.phrases])
        logits = torch.einsum("nkhw,npk->nphw", patches.float(), asked.float()) + self.bias
        known = torch.from_numpy(seen.lesson.known).to(self.device)
        terms = judged(logits, seen.shares, known)
        loss = (terms["spread"] + self.plan.overlap_weight * terms["overlap"]
                + self.plan.telling_weight * terms["telling"])  # fmt: skip
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.head.parameters(), 1.0)
        self.optimizer.step()
        self.average.update_parameters(self.head)
        self.step += 1
        self.losses.append({name: float(term.detach()) for name, term in terms.items()})

    def _pictures(self, lesson: Lesson) -> tuple[Tensor, Tensor]:
        views = torch.from_numpy(lesson.views).to(self.device)
        kept = (self.generator.random(len(views)) < PAINTED_SHARE).tolist()
        paint = random_paint(lesson.colors, kept, self.torch_generator)
        masks = torch.from_numpy(lesson.masks).to(self.device)
        return relight_marked(views, paint, IMAGE_PX, self.torch_generator, masks)

    def _slowly(self, slow: Tensor, fast: Tensor, number: Tensor | int) -> Tensor:
        decay = min(self.plan.average_decay, (1 + int(number)) / (10 + int(number)))
        return slow.lerp(fast, 1 - decay) if slow.dtype.is_floating_point else fast.clone()

    def _log(self) -> None:
        recent = self.losses[-LOG_EVERY:]
        means = {name: round(sum(terms[name] for terms in recent) / len(recent), 4)
                 for name in recent[0]}  # fmt: skip
        line = {"step": self.step, "minutes": round(self.elapsed_s / 60, 2),
                "pictures": self.step * self.plan.batch, **means}  # fmt: skip
        with (self.folder / "curve.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        log.info("%s", line)

    def save(self) -> None:
        """Write the checkpoint that `run` goes on from."""
        state = {
            "head": self.head.state_dict(), "average": self.average.state_dict(),
            "bias": self.bias.detach(), "optimizer": self.optimizer.state_dict(),
            "elapsed_s": self.elapsed_s, "step": self.step, "trunk": fingerprint(self.trunk),
            "texts": self.vectors,
        }  # fmt: skip
        partial = self.folder / "checkpoint.part"
        torch.save(state, partial)
        partial.replace(self.folder / "checkpoint.pt")

    def _resume(self) -> None:
        path = self.folder / "checkpoint.pt"
        if not path.is_file():
            return
        state = torch.load(path, weights_only=True, map_location=self.device)
        if (state["trunk"], state["texts"].shape) != (fingerprint(self.trunk), self.vectors.shape):
            log.info("trunk, joint space or list of phrases has changed: the head begins anew")
            return
        self.head.load_state_dict(state["head"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        with torch.no_grad():
            self.bias.copy_(state["bias"])
        self.elapsed_s, self.step = state["elapsed_s"], state["step"]
        if not torch.equal(state["texts"], self.vectors):
            log.info("the text side has changed: the head is told the same things by new vectors")
            for head in (self.head, self.average.module):
                carry_over(cast("DenseHead", head), state["texts"], self.vectors)
        log.info("going on from step %d, %.1f minutes", self.step, self.elapsed_s / 60)


def judged(logits: Tensor, shares: Tensor, known: Tensor) -> dict[str, Tensor]:
    """How wrong the maps are.

    Args:
        logits: (B, PHRASES, h, w).
        shares: (B, 1 + SHOWN, H, W) share of each pixel that the design and its features fill.
        known: (B, PHRASES) phrases that count.

    Returns:
        'spread': cross entropy of every place; 'overlap': what features shown lack of full
        overlap; 'telling': cross entropy of choosing between the features of one picture.
    """
    filled = functional.adaptive_avg_pool2d(shares, (logits.shape[-2], logits.shape[-1]))
    whole, told = filled[:, :1], filled[:, 1:]
    nothing = torch.zeros_like(whole).expand(-1, logits.shape[1] - SHOWN - NAMES, -1, -1)
    truth = torch.cat([told, whole.expand(-1, NAMES, -1, -1), nothing], dim=1)
    shown = known[:, :SHOWN]
    count = shown.sum().clamp_min(1)
    chance = logits[:, :SHOWN].sigmoid()
    overlap = 1 - 2 * (chance * told).sum(dim=(2, 3)) / ((chance + told).sum(dim=(2, 3)) + 1)
    rivals = logits[:, :SHOWN].masked_fill(~shown[:, :, None, None], -1e4)
    chosen = (-rivals.log_softmax(dim=1) * told).sum(dim=(2, 3)) / told.sum(dim=(2, 3)).clamp_min(1)
    return {
        "spread": _spread(logits, truth, whole, known),
        "overlap": (overlap * shown).sum() / count,
        "telling": (chosen * shown).sum() / count,
    }


def _spread(logits: Tensor, truth: Tensor, whole: Tensor, known: Tensor) -> Tensor:
    weights = BACKGROUND_WEIGHT + (1 - BACKGROUND_WEIGHT) * whole
    size = (weights * truth).sum(dim=(2, 3)) / weights.sum(dim=(2, 3))
    lift = (0.5 / size.clamp_min(EPSILON).sqrt()).clamp(1.0, RARE_LIMIT)[:, :, None, None]
    losses = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    weighted = weights * (1 + (lift - 1) * truth)
    of_phrase = (weighted * losses).sum(dim=(2, 3)) / weighted.sum(dim=(2, 3))
    return (of_phrase * known).sum() / known.sum()


def spread_texts(head: DenseHead, vectors: FloatArray) -> None:
    """Start the head's text side whitened, so that all differences of texts count from the start.

    Args:
        head: To begin with.
        vectors: (T, D) of the texts that will be asked.
    """
    rank = head.texts.out_features
    _, strength, axes = np.linalg.svd(vectors - vectors.mean(axis=0), full_matrices=False)
    scale = np.sqrt(len(vectors)) / (strength[:rank] + 0.1 * strength[0])
    with torch.no_grad():
        head.texts.weight.copy_(torch.from_numpy(axes[:rank] * scale[:, None]))
        head.patches.weight.mul_(FIRST_PATCHES)


def carry_over(head: DenseHead, before: Tensor, after: Tensor) -> None:
    """Let a head understand new vectors of the same texts, as well as a linear map can.

    Args:
        head: Taught with the old vectors.
        before: (T, D) old vectors of the texts.
        after: (T, D) new ones, of the same texts in the same order.
    """
    with torch.no_grad():
        asked = head.texts(before)
        ridge = RIDGE * len(after) / after.shape[1] * torch.eye(after.shape[1])
        solved = torch.linalg.solve(after.T @ after + ridge, after.T @ asked)
        head.texts.weight.copy_(solved.T)


def fingerprint(module: nn.Module) -> str:
    """Tells one set of weights from another."""
    digest = hashlib.sha256()
    for name, value in sorted(module.state_dict().items()):
        digest.update(name.encode() + value.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:16]
