"""The kinds of judge as torch modules: the arithmetic of `mmdesign.fusion`, many designs at once.

All designs of a batch have the same number of different views; which of them have a form is said
row by row. The parameters carry the names of the weights that they become.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn

from mmdesign.domain import FloatArray
from mmdesign.fusion import FusionScorer
from mmdesign.fusion.kinds import COMMITTEE, HEADS, MEMBERS, SHARPNESS, of_member
from mmdesign.fusion.scorer import FORM_SCALE

HIDDEN: Final = 64
RANK: Final = 32
FORM_RANK: Final = 16
FIRST: Final = 0.02
"""Spread of first weights."""
FORGOTTEN: Final = 0.2
"""Hidden units left out of each step."""


@dataclass(frozen=True, slots=True)
class Batch:
    """S statements about designs with V views each."""

    views: Tensor
    """(S, V, D), V may be 0."""
    texts: Tensor
    """(S, D)."""
    forms: Tensor
    """(S, G) scaled."""
    has_form: Tensor
    """(S, 1) 0 or 1."""


class Judge(nn.Module):
    """Votes, which all kinds share; alone they are the weighted sum."""

    def __init__(self, width: int, form_width: int) -> None:
        super().__init__()
        self.vote = nn.Parameter(torch.tensor([4.0, 4.0]))
        self.bias = nn.Parameter(torch.full((1,), -3.0))
        self.no_views = nn.Parameter(torch.full((1,), 3.0))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """(S,) votes and (S,) what is added to them."""
        votes = self.votes(batch)
        return votes, torch.zeros_like(votes)

    def votes(self, batch: Batch) -> Tensor:
        """(S,) weighed cosines."""
        if not batch.views.shape[1]:
            return (self.bias + self.no_views).expand(len(batch.texts))
        cosines = _cosines(batch)
        best = cosines.topk(min(2, cosines.shape[1]), dim=1).values.mean(dim=1)
        return self.vote @ torch.stack([cosines.mean(dim=1), best]) + self.bias


class _Concatenation(Judge):
    def __init__(self, width: int, form_width: int) -> None:
        super().__init__(width, form_width)
        self.text, self.view = _matrix(width, HIDDEN), _matrix(width, HIDDEN)
        self.form = _matrix(form_width, HIDDEN)
        self.hidden, self.out = (nn.Parameter(torch.zeros(HIDDEN)) for _ in range(2))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        mean = torch.zeros_like(batch.texts)
        if batch.views.shape[1]:
            mean = nn.functional.normalize(batch.views.mean(dim=1), dim=-1)
        inside = SHARPNESS * (batch.texts @ self.text + mean @ self.view) + self.hidden
        inside = inside + (batch.forms * batch.has_form) @ self.form
        kept = nn.functional.dropout(inside.relu(), FORGOTTEN, self.training)
        return self.votes(batch), kept @ self.out


class _Attention(Judge):
    def __init__(self, width: int, form_width: int) -> None:
        super().__init__(width, form_width)
        self.gain = nn.Parameter(torch.full((1,), 4.0))
        self.drawn = nn.Parameter(torch.full((1,), 4.0))
        self.query, self.key = _matrix(width, RANK), _matrix(width, RANK)
        self.text_side, self.view_side = _matrix(width, RANK), _matrix(width, RANK)
        self.form_text = _matrix(width, FORM_RANK)
        self.form_side = _matrix(form_width, FORM_RANK)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        votes, texts = self.votes(batch), batch.texts
        of_form = (batch.forms * batch.has_form) @ self.form_side
        added = ((texts @ self.form_text) * of_form).sum(dim=-1)
        if batch.views.shape[1]:
            cosines = _cosines(batch)
            shown = (batch.views @ self.key) * (texts @ self.query)[:, None]
            attention = (self.gain * cosines + shown.sum(dim=-1)).softmax(dim=1)
            attended = (attention[..., None] * batch.views).sum(dim=1)
            votes = votes + self.drawn * (attention * cosines).sum(dim=1)
            compared = (texts @ self.text_side) * (attended @ self.view_side)
            added = added + compared.sum(dim=-1)
        return votes, added


class _CrossAttention(Judge):
    def __init__(self, width: int, form_width: int) -> None:
        super().__init__(width, form_width)
        self.query, self.key = _matrix(width, HIDDEN), _matrix(width, HIDDEN)
        self.value, self.form = _matrix(width, HIDDEN), _matrix(form_width, width)
        self.mix, self.gate = _matrix(HIDDEN, HIDDEN, 0.1), _matrix(HIDDEN, HIDDEN, 0.1)
        self.plain = _matrix(HIDDEN, HIDDEN, 0.1)
        self.hidden, self.out = (nn.Parameter(torch.zeros(HIDDEN)) for _ in range(2))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        asked = SHARPNESS * batch.texts @ self.query
        form = (batch.forms @ self.form)[:, None]
        known = torch.cat([SHARPNESS * batch.views, form], dim=1)
        count = len(asked), -1, HEADS, HIDDEN // HEADS
        keys, values = (known @ self.key).view(count), (known @ self.value).view(count)
        drawn = torch.einsum("shk,svhk->svh", asked.view(len(asked), HEADS, -1), keys)
        drawn = drawn / (HIDDEN // HEADS) ** 0.5
        absent = torch.zeros(drawn.shape[:2], dtype=torch.bool)
        absent[:, -1] = batch.has_form[:, 0] == 0
        attention = drawn.masked_fill(absent[..., None], -1e9).softmax(dim=1)
        answer = torch.einsum("svh,svhk->shk", attention, values).reshape(len(asked), -1)
        answer = answer @ self.mix
        inside = (answer * asked) @ self.gate + answer @ self.plain + self.hidden
        kept = nn.functional.dropout(inside.relu(), FORGOTTEN, self.training)
        return self.votes(batch), kept @ self.out


JUDGES: Final[Mapping[str, type[Judge]]] = MappingProxyType({
    "weighted sum": Judge, "concatenation": _Concatenation, "attention": _Attention,
    "cross attention": _CrossAttention,
})  # fmt: skip


def scorer_of(kind: str, judge: Judge, scale: Mapping[str, FloatArray]) -> FusionScorer:
    """A trained judge as the app asks it.

    Args:
        kind: Of JUDGES.
        judge: Trained.
        scale: Mean and spread of the forms it learned from, by the names of their weights.
    """
    weights = {name: value.detach().numpy().copy() for name, value in judge.named_parameters()}
    known = {name: np.asarray(value, np.float32) for name, value in scale.items()}
    return FusionScorer(kind, weights if kind == "weighted sum" else {**weights, **known})


def committee_of(judges: Mapping[str, FusionScorer]) -> FusionScorer:
    """The judge that asks several others, all of which learned from the same designs.

    Args:
        judges: By kind, the members among them.
    """
    weights = {
        of_member(member, name): value
        for member in MEMBERS
        for name, value in judges[member].weights.items()
        if name not in FORM_SCALE
    }
    scale = {name: judges[MEMBERS[0]].weights[name] for name in FORM_SCALE}
    return FusionScorer(COMMITTEE, {**weights, **scale})


def _matrix(inputs: int, outputs: int, spread: float = FIRST) -> nn.Parameter:
    return nn.Parameter(spread * torch.randn(inputs, outputs))


def _cosines(batch: Batch) -> Tensor:
    return (batch.views * batch.texts[:, None]).sum(dim=-1)
