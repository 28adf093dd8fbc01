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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from mmdesign.encoding.clip import pick_device
from mmdesign.training import losses
from mmdesign.training.batches import Batch, Batches
from mmdesign.training.corpus import Corpus
from mmdesign.training.model import Learner, Seen
from mmdesign.training.plan import Plan
from mmdesign.training.relighting import random_paint, relight

log = logging.getLogger(__name__)

SAVE_EVERY_S = 240.0
LOG_EVERY = 20
PROBE_EVERY = 30
LARGEST_LOGIT_SCALE = 80.0


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
        self.device = pick_device(plan.device)
        self.learner = learner.to(self.device).to(memory_format=torch.channels_last)
        self.corpus, self.plan, self.folder = corpus, plan, folder
        self.batches = Batches(corpus, plan)
        self.average = copy.deepcopy(self.learner).eval()
        self.averaged = _matching(self.average, self.learner)
        self.threads = _Threads(os.cpu_count() or 1)
        self.optimizer = self._optimizer()
        self.elapsed_s, self.step, self.samples = 0.0, 0, 0
        self.generator = np.random.default_rng(plan.seed)
        self.torch_generator = torch.Generator(self.device).manual_seed(plan.seed)
        self.text_vectors = torch.from_numpy(corpus.sentences.text_vectors).to(self.device)
        self.losses: list[dict[str, float]] = []
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
            with self.threads.chosen(self.step), torch.device(self.device):
                self._one_step()
            self.elapsed_s = before + time.monotonic() - begun
            if self.step % LOG_EVERY == 0:
                self._log()
            if time.monotonic() - saved > SAVE_EVERY_S:
                self.save()
                saved = time.monotonic()
        self.save()

    def _one_step(self) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = self.plan.rate(self.share) * group["factor"]
        batch = self.batches.draw(self.generator)
        images, marks = self._pictures(batch)
        pooled = self.text_vectors[np.concatenate([batch.texts, batch.feature_texts])]
        with torch.autocast(self.device.type, torch.bfloat16):
            seen = self.learner(images, pooled)
        terms = self._terms(batch, seen, marks)
        plan = self.plan
        loss = (
            terms["contrast"] + plan.facts_weight * terms["facts"]
            + plan.geometry_weight * terms["geometry"] + plan.twins_weight * terms["twins"]
            + plan.patches_weight * terms["patches"]
        )  # fmt: skip
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.learner.parameters(), 1.0)
        self.optimizer.step()
        self._after_step({name: float(term.detach()) for name, term in terms.items()})

    def _pictures(self, batch: Batch) -> tuple[Tensor, Tensor]:
        own = [self.corpus.records[design].color for design in batch.designs]
        return relight(
            torch.from_numpy(batch.views).to(self.device),
            random_paint(own, batch.kept_color.tolist(), self.torch_generator),
            self.plan.size_px(self.share),
            self.torch_generator,
            torch.from_numpy(batch.features).to(self.device),
        )

    def _terms(self, batch: Batch, seen: Seen, marks: Tensor) -> dict[str, Tensor]:
        corpus, learner = self.corpus, self.learner
        texts, feature_texts = seen.texts[: len(batch.texts)], seen.texts[len(batch.texts) :]
        known = batch.features >= 0
        truth = corpus.design_facts[batch.designs][:, corpus.head_columns]
        near = torch.einsum("bhwd,bd->bhw", seen.patches, feature_texts)[known]
        filled = nn.functional.adaptive_avg_pool2d(marks[known, 0], (near.shape[1], near.shape[2]))
        return {
            "contrast": losses.contrast(learner.log_scale.exp() * texts @ seen.images.T,
                                        self._there(batch.truth)),
            "facts": losses.facts(seen.facts, self._there(truth).float(),
                                  self._there(corpus.head_mask[batch.designs]).float()),
            "geometry": losses.geometry(seen.geometry,
                                        self._there(corpus.geometry[batch.designs])),
            "twins": losses.twins(learner.twin_log_scale.exp() * seen.images @ seen.images.T,
                                  self._there(batch.designs),
                                  self._there(corpus.kin[batch.designs])),
            "patches": losses.patches(learner.patch_gain * near + learner.patch_bias, filled),
        }  # fmt: skip

    def _there(self, values: np.ndarray[Any, Any]) -> Tensor:
        return torch.from_numpy(values).to(self.device)

    def _after_step(self, terms: Mapping[str, float]) -> None:
        self.step += 1
        self.samples += self.plan.batch
        self.losses.append(dict(terms))
        with torch.no_grad():
            for scale in (self.learner.log_scale, self.learner.twin_log_scale):
                scale.clamp_(0.0, math.log(LARGEST_LOGIT_SCALE))
            decay = min(self.plan.average_decay, (1 + self.step) / (10 + self.step))
            for slow, fast in self.averaged:
                if slow.dtype.is_floating_point:
                    slow.lerp_(fast, 1 - decay)
                else:
                    slow.copy_(fast)

    def _optimizer(self) -> torch.optim.Optimizer:
        learner, plan = self.learner, self.plan
        learner.model.get_submodule("text.transformer").requires_grad_(False)
        heads = (learner.fact_head, learner.geometry_head)
        trained = [*learner.model.get_submodule("visual").parameters(),
                   *(parameter for head in heads for parameter in head.parameters())]  # fmt: skip
        groups = [
            {"params": [parameter for parameter in trained if parameter.ndim > 1],
             "weight_decay": plan.weight_decay, "factor": 1.0},
            {"params": [parameter for parameter in trained if parameter.ndim <= 1],
             "weight_decay": 0.0, "factor": 1.0},
            {"params": learner.scales, "weight_decay": 0.0,
             "factor": plan.scale_rate / plan.peak_rate},
            {"params": list(learner.model.get_submodule("text.proj").parameters()),
             "weight_decay": 0.0, "factor": plan.text_rate / plan.peak_rate},
        ]  # fmt: skip
        return torch.optim.AdamW(groups, lr=plan.peak_rate, betas=(0.9, 0.98))

    def _log(self) -> None:
        recent = self.losses[-LOG_EVERY:]
        means = {name: round(sum(terms[name] for terms in recent) / len(recent), 4)
                 for name in recent[0]}  # fmt: skip
        line = {
            "step": self.step, "samples": self.samples, "minutes": round(self.elapsed_s / 60, 2),
            "size_px": self.plan.size_px(min(self.share, 1.0)), **means,
            "scale": round(float(self.learner.log_scale.detach().exp()), 2),
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
            "optimizer": self.optimizer.state_dict(), "head_keys": self.corpus.head_keys,
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
        state = torch.load(path, weights_only=True, map_location=self.device)
        same_facts = tuple(state["head_keys"]) == self.corpus.head_keys
        for module, name in ((self.learner, "learner"), (self.average, "average")):
            kept = state[name] if same_facts else _without_fact_head(state[name])
            module.load_state_dict(kept, strict=False)
        if same_facts:
            self.optimizer.load_state_dict(state["optimizer"])
        else:
            log.info("the data has changed: the towers go on, the fact head begins anew")
        self.elapsed_s, self.step = state["elapsed_s"], state["step"]
        self.samples = state["samples"]
        self.generator = np.random.default_rng([self.plan.seed, self.step])
        self.torch_generator.manual_seed(self.plan.seed + self.step)
        log.info("going on from step %d, %.1f minutes", self.step, self.elapsed_s / 60)


def _without_text_tower(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The frozen tower is on disk already."""
    return {key: value for key, value in state.items() if ".text.transformer." not in key}


def _without_fact_head(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Its columns belong to the facts of other data."""
    return {key: value for key, value in state.items() if not key.startswith("fact_head.")}


def _matching(slow: nn.Module, fast: nn.Module) -> list[tuple[Tensor, Tensor]]:
    """Pairs of tensors to average: everything but the frozen tower."""
    there = _without_text_tower(fast.state_dict())
    return [(value, there[key]) for key, value in _without_text_tower(slow.state_dict()).items()]
