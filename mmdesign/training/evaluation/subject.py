"""The model that is measured, and what it sees of rendered designs."""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np
import torch
from torch import nn

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.encoding import Encoder, pool
from mmdesign.encoding.clip import ClipEncoder
from mmdesign.training.dataset import Record, Split
from mmdesign.training.evaluation.figures import MODEL, UNTRAINED
from mmdesign.training.evaluation.looks import look_of

Views = ByteArray | Sequence[ByteArray]
"""The pictures of one design, each (H, W, 3)."""
DESIGNS_AT_ONCE = 16
"""Few enough that their pictures take little memory."""


class Subject:
    """An encoder that remembers texts, and beside it one whose eyes have learned nothing."""

    def __init__(self, encoder: Encoder, untrained: Encoder | None = None) -> None:
        self.encoder = encoder
        self.eyes = {MODEL: encoder} | ({UNTRAINED: untrained} if untrained else {})
        self._known: dict[str, FloatArray] = {}

    def texts(self, texts: Sequence[str]) -> FloatArray:
        """(N, D) unit vectors; all eyes share the model's words."""
        new = sorted({text for text in texts if text not in self._known}, key=len)
        if new:
            self._known.update(zip(new, self.encoder.embed_texts(new), strict=True))
        return np.stack([self._known[text] for text in texts])

    def prototype(self, names: Sequence[str]) -> FloatArray:
        """(D,) unit mean of several texts for one thing."""
        return pool(self.texts(names))

    def designs(self, pictures: Iterable[Views], by: str = MODEL) -> FloatArray:
        """(N, D) unit vectors of N designs, each several pictures."""
        return np.stack([pool(views) for views in self.views(pictures, by)])

    def views(self, pictures: Iterable[Views], by: str = MODEL) -> tuple[FloatArray, ...]:
        """Per design the (V, D) unit vectors of its pictures."""
        rows: list[FloatArray] = []
        waiting = iter(pictures)
        # several designs at once: a tower is faster on full batches
        while batch := list(islice(waiting, DESIGNS_AT_ONCE)):
            vectors = self.eyes[by].embed_images([image for images in batch for image in images])
            rows += np.split(vectors, np.cumsum([len(images) for images in batch])[:-1])
        return tuple(rows)


@dataclass(frozen=True, slots=True)
class Seen:
    """N designs of one split as vectors."""

    title: str
    records: tuple[Record, ...]
    views: tuple[FloatArray, ...]
    """Per design (V, D), by the model."""
    means: dict[str, FloatArray]
    """Whose eyes -> (N, D)."""


def see(subject: Subject, split: Split, title: str) -> Seen:
    """Look at a split in the app's look and its materials' own colours."""
    views = {by: subject.views(pictures(split), by) for by in subject.eyes}
    means = {by: np.stack([pool(rows) for rows in seen]) for by, seen in views.items()}
    return Seen(title, split.records, views[MODEL], means)


def pictures(split: Split, look: str = "own colour") -> Iterable[ByteArray]:
    """Per design its (V, H, W, 3) pictures, made a few designs at a time."""
    ends = np.append(split.first_view[1:], len(split.views))
    for start in range(0, len(split), DESIGNS_AT_ONCE):
        rows = range(start, min(start + DESIGNS_AT_ONCE, len(split)))
        chosen = split.views[split.first_view[start] : ends[rows[-1]]]
        colors = np.repeat([split.records[row].color for row in rows],
                           [split.records[row].views for row in rows], axis=0)  # fmt: skip
        made = look_of(look, chosen, colors, seed=start)
        yield from np.split(made, split.first_view[rows[1:]] - split.first_view[start])


def first_designs(split: Split, count: int) -> Split:
    """The first designs of a split."""
    if count >= len(split):
        return split
    return Split(split.records[:count], split.first_view[:count],
                 split.views[: split.first_view[count]])  # fmt: skip


def untrained_like(encoder: ClipEncoder, seed: int) -> ClipEncoder:
    """The same architecture with fresh random weights in its vision tower, and the same words."""
    model: Any = copy.deepcopy(encoder.model)
    with torch.random.fork_rng(devices=()):
        torch.manual_seed(seed)
        for module in model.visual.modules():
            _forget(module)
    return replace(encoder, model=model, model_id=f"{encoder.model_id} untrained")


def _forget(module: nn.Module) -> None:
    for name in ("reset_parameters", "_reset_parameters"):
        if hasattr(module, name):
            getattr(module, name)()
            return
    # what no layer owns (positions, class token, projection) keeps its spread and loses its content
    with torch.no_grad():
        for value in module.parameters(recurse=False):
            value.normal_(float(value.mean()), float(value.std()) if value.numel() > 1 else 0.0)
