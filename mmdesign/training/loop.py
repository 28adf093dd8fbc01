"""The training loop: contrastive over captions that know what else they describe, plus facts.

One thing differs from plain CLIP: a caption counts as right for every design of the batch that it
truly describes ('a gear' for all gears). Vectors remembered from earlier steps must not serve as
further negatives here: the towers then learn to drift away from them instead of telling designs
apart. The schedule follows the clock, not the step count, so a slower machine does less of the
same.
"""

import copy
import json
import logging
import math
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesign.domain import FloatArray, IntArray
from mmdesign.training.corpus import Corpus
from mmdesign.training.model import IMAGE_PX, Learner
from mmdesign.training.relighting import random_colors, relight

log = logging.getLogger(__name__)

SAVE_EVERY_S = 240.0
LOG_EVERY = 20
PROBE_EVERY = 30
FIRST_LOGIT_SCALE = 10.0
LARGEST_LOGIT_SCALE = 80.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train; shares are of the time budget."""

    budget_minutes: float
    batch: int = 256
    peak_rate: float = 1.2e-3
    scale_rate: float = 1e-2
    text_rate: float = 1e-4
    """The projection starts whitened; a tower's rate makes all texts alike within 200 steps."""
    weight_decay: float = 0.05
    facts_weight: float = 1.0
    average_decay: float = 0.998
    sizes: tuple[tuple[float, int], ...] = ((0.0, 64), (0.60, IMAGE_PX))
    """From which share on which picture size; the last part runs at the final size."""
    seed: int = 0

    def size_px(self, share: float) -> int:
        """Picture size at a share of the budget."""
        return [size for start, size in self.sizes if share >= start][-1]

    def rate(self, share: float) -> float:
        """Learning rate: a short warm-up, then a straight line that is still alive at the end."""
        return self.peak_rate * min(share / 0.02 + 0.02, 1.0) * max(1.0 - 0.97 * share, 0.02)


class _Threads:
    """As many threads as are fastest just now: on a shared machine a second one can cost time.

    Every layer waits for its slowest thread, so one busy core halves the speed or worse.
    """

    def __init__(self, most: int) -> None:
        self.candidates = (1, most) if most > 1 else (1,)
        self.seconds = dict.fromkeys(self.candidates, 0.0)

    @contextmanager
    def chosen(self, step: int) -> Iterator[None]:
        """Try each number once in a while, else use the one that was faster."""
        turn = step % PROBE_EVERY
        if turn < len(self.candidates):
            count = self.candidates[turn]
        else:
            count = min(self.candidates, key=self.seconds.__getitem__)
        torch.set_num_threads(count)
        begun = time.monotonic()
        yield
        self.seconds[count] = time.monotonic() - begun


class Trainer:
    """One run: model, optimiser, clock and the state that a checkpoint keeps."""

    def __init__(self, learner: Learner, corpus: Corpus, plan: Plan, folder: Path) -> None:
        self.learner = learner.to(memory_format=torch.channels_last)
        self.corpus, self.plan, self.folder = corpus, plan, folder
        self.average = copy.deepcopy(self.learner).eval()
        self.averaged = _matching(self.average, self.learner)
        self.threads = _Threads(os.cpu_count() or 1)
        self.scale = nn.Parameter(torch.tensor(math.log(FIRST_LOGIT_SCALE)))
        self.optimizer = self._optimizer()
        self.elapsed_s, self.step, self.samples = 0.0, 0, 0
        self.generator = np.random.default_rng(plan.seed)
        self.torch_generator = torch.Generator().manual_seed(plan.seed)
        self.head_columns = torch.from_numpy(corpus.head_columns.astype(np.int64))
        self.losses: list[tuple[float, float]] = []
        self._resume()

    @property
    def share(self) -> float:
        """Share of the budget that is used."""
        return self.elapsed_s / (60 * self.plan.budget_minutes)

    def run(self, until: float = 1.0) -> None:
        """Train until a share of the budget is used; saves on the way and at the end."""
        begun, before = time.monotonic(), self.elapsed_s
        saved = begun
        while self.share < until:
            with self.threads.chosen(self.step):
                self._one_step()
            self.elapsed_s = before + time.monotonic() - begun
            if self.step % LOG_EVERY == 0:
                self._log()
            if time.monotonic() - saved > SAVE_EVERY_S:
                self.save()
                saved = time.monotonic()
        self.save()

    def _one_step(self) -> None:
        plan, corpus, share = self.plan, self.corpus, self.share
        for group in self.optimizer.param_groups:
            group["lr"] = plan.rate(share) * group["factor"]
        designs = self._draw()
        captions = corpus.first_caption[designs] + (
            self.generator.random(len(designs))
            * (corpus.first_caption[designs + 1] - corpus.first_caption[designs])
        ).astype(np.int32)
        colored = corpus.caption_colored[captions]
        own = [corpus.records[design].color for design in designs]
        colors = random_colors(own, colored.tolist(), self.torch_generator)
        views = corpus.pixels(designs, self.generator)
        images = relight(views, colors, plan.size_px(share), self.torch_generator)
        texts = torch.from_numpy(corpus.text_vectors[corpus.caption_text[captions]])
        with torch.autocast("cpu", torch.bfloat16):
            image_vectors, text_vectors, fact_logits = self.learner(images, texts)
        truth = self._describes(captions, designs, colored)
        contrast = self._contrast(image_vectors, text_vectors, truth)
        facts = self._facts_loss(fact_logits, designs)
        loss = contrast + plan.facts_weight * facts
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.learner.parameters(), 1.0)
        self.optimizer.step()
        self._after_step(float(contrast.detach()), float(facts.detach()))

    def _draw(self) -> IntArray:
        drawn = self.generator.choice(
            len(self.corpus.records), self.plan.batch, replace=False, p=self.corpus.weights
        )
        return drawn.astype(np.int32)

    def _after_step(self, contrast: float, facts: float) -> None:
        self.step += 1
        self.samples += self.plan.batch
        self.losses.append((contrast, facts))
        with torch.no_grad():
            self.scale.clamp_(0.0, math.log(LARGEST_LOGIT_SCALE))
            decay = min(self.plan.average_decay, (1 + self.step) / (10 + self.step))
            for slow, fast in self.averaged:
                if slow.dtype.is_floating_point:
                    slow.lerp_(fast, 1 - decay)
                else:
                    slow.copy_(fast)

    def _contrast(self, images: Tensor, texts: Tensor, truth: Tensor) -> Tensor:
        """Cross entropy both ways, the mass shared by everything a caption truly describes."""
        logits = self.scale.exp() * texts @ images.T
        losses = [
            -(told / told.sum(dim=1, keepdim=True) * functional.log_softmax(scores, dim=1)).sum(1)
            for scores, told in ((logits, truth), (logits.T, truth.T))
        ]
        return (losses[0].mean() + losses[1].mean()) / 2

    def _describes(self, captions: IntArray, designs: IntArray, colored: np.ndarray) -> Tensor:
        """(len(captions), len(designs)): 1 where every stated fact holds in the picture."""
        corpus = self.corpus
        stated = [corpus.caption_facts[caption] for caption in captions]
        columns = np.unique(np.concatenate(stated))
        claims = np.zeros((len(captions), len(columns)), np.float32)
        for row, facts in enumerate(stated):
            claims[row, np.searchsorted(columns, facts)] = 1
        held = corpus.design_facts[designs][:, columns].astype(np.float32)
        # a design whose material was not painted does not show its colour
        color = corpus.color_column[designs]
        for unpainted in np.flatnonzero(~colored & (color >= 0)):
            held[unpainted, columns == color[unpainted]] = 0
        met = torch.from_numpy(claims) @ torch.from_numpy(held).T
        return (met > torch.from_numpy(claims.sum(axis=1, keepdims=True)) - 0.5).float()

    def _facts_loss(self, logits: Tensor, designs: IntArray) -> Tensor:
        truth = torch.from_numpy(self.corpus.design_facts[designs]).float()[:, self.head_columns]
        mask = torch.from_numpy(self.corpus.head_mask[designs]).float()
        losses = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
        # summed over a design's facts: the mean would drown its few true ones
        return 0.2 * (losses * mask).sum() / len(designs)

    def _optimizer(self) -> torch.optim.Optimizer:
        decayed: list[nn.Parameter] = []
        plain: list[nn.Parameter] = []
        model: nn.Module = self.learner.model
        trained = [*model.get_submodule("visual").parameters(),
                   *self.learner.fact_head.parameters()]  # fmt: skip
        for parameter in model.get_submodule("text.transformer").parameters():
            parameter.requires_grad_(False)
        for parameter in trained:
            (decayed if parameter.ndim > 1 else plain).append(parameter)
        groups = [
            {"params": decayed, "weight_decay": self.plan.weight_decay, "factor": 1.0},
            {"params": plain, "weight_decay": 0.0, "factor": 1.0},
            {"params": [self.scale], "weight_decay": 0.0,
             "factor": self.plan.scale_rate / self.plan.peak_rate},
            {"params": list(model.get_submodule("text.proj").parameters()), "weight_decay": 0.0,
             "factor": self.plan.text_rate / self.plan.peak_rate},
        ]  # fmt: skip
        return torch.optim.AdamW(groups, lr=self.plan.peak_rate, betas=(0.9, 0.98))

    def _log(self) -> None:
        recent: FloatArray = np.mean(self.losses[-LOG_EVERY:], axis=0)
        line = {
            "step": self.step, "samples": self.samples, "minutes": round(self.elapsed_s / 60, 2),
            "size_px": self.plan.size_px(min(self.share, 1.0)),
            "contrast": round(float(recent[0]), 4), "facts": round(float(recent[1]), 4),
            "scale": round(float(self.scale.detach().exp()), 2),
            "samples_per_s": round(self.samples / max(self.elapsed_s, 1e-9), 1),
        }  # fmt: skip
        with (self.folder / "curve.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        log.info("%s", line)

    def save(self) -> None:
        """Write the checkpoint that `run` goes on from."""
        state = {
            "learner": _without_text_tower(self.learner.state_dict()),
            "average": _without_text_tower(self.average.state_dict()),
            "optimizer": self.optimizer.state_dict(), "scale": self.scale.detach(),
            "elapsed_s": self.elapsed_s, "step": self.step, "samples": self.samples,
        }  # fmt: skip
        partial = self.folder / "checkpoint.part"
        torch.save(state, partial)
        partial.replace(self.folder / "checkpoint.pt")

    def _resume(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / "checkpoint.pt"
        if not path.is_file():
            return
        state = torch.load(path, weights_only=True)
        self.learner.load_state_dict(state["learner"], strict=False)
        self.average.load_state_dict(state["average"], strict=False)
        self.optimizer.load_state_dict(state["optimizer"])
        with torch.no_grad():
            self.scale.copy_(state["scale"])
        self.elapsed_s, self.step = state["elapsed_s"], state["step"]
        self.samples = state["samples"]
        self.generator = np.random.default_rng([self.plan.seed, self.step])
        self.torch_generator.manual_seed(self.plan.seed + self.step)
        log.info("going on from step %d, %.1f minutes", self.step, self.elapsed_s / 60)


def _without_text_tower(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The frozen tower is on disk already."""
    return {key: value for key, value in state.items() if ".text.transformer." not in key}


def _matching(slow: nn.Module, fast: nn.Module) -> list[tuple[Tensor, Tensor]]:
    """Pairs of tensors to average: everything but the frozen tower."""
    there = _without_text_tower(fast.state_dict())
    return [(value, there[key]) for key, value in _without_text_tower(slow.state_dict()).items()]
