"""The kinds of judge: each says which weights it has and turns tokens into logits.

All of them weigh cosines, so that a name which nobody has judged before is still told by what the
towers say of it, and differ in what they add: nothing, a small network over everything at once, or
attention to the views and the form that matter for one requirement. The committee asks them all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from mmdesign.domain import FloatArray
from mmdesign.fusion.views import best_two, mean_view

Weights = Mapping[str, FloatArray]
HEADS: Final = 4
SHARPNESS: Final = 8.0
"""Unit vectors have small entries: times this they are of the size that layers begin with."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What is known of one design, and R requirements."""

    views: FloatArray
    """(V, D) unit vectors, possibly none."""
    share: FloatArray
    """(V,) 1 for each view, less for copies."""
    texts: FloatArray
    """(R, D) unit vectors."""
    form: FloatArray | None
    """(G,) scaled geometry; None where there is none."""

    @property
    def cosines(self) -> FloatArray:
        """(V, R)."""
        return np.asarray(self.views @ self.texts.T)

    @property
    def mean(self) -> FloatArray:
        """(D,) unit mean of the views; zeros without views."""
        return mean_view(self.views, self.share)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of judge."""

    logits: Callable[[Tokens, Weights], FloatArray]
    """Tokens, weights -> (R,)."""
    names: tuple[str, ...]
    """Its weights."""
    uses_form: bool


def _weighted_sum(tokens: Tokens, weights: Weights) -> FloatArray:
    """weights: vote (2,) of the mean and the best two cosines; bias, no_views (1,)."""
    return np.asarray(_votes(tokens, weights))


def _votes(tokens: Tokens, weights: Weights) -> FloatArray:
    """(R,) of all kinds alike: cosines as they are, and what to say when there are none."""
    if not len(tokens.views):
        rows = len(tokens.texts)
        return np.asarray(np.repeat(weights["bias"] + weights["no_views"], rows))
    cosines = tokens.cosines
    mean = tokens.share @ cosines / tokens.share.sum()
    pooled = np.stack([mean, best_two(cosines, tokens.share)])
    return np.asarray(weights["vote"] @ pooled + weights["bias"])


def _concatenated(tokens: Tokens, weights: Weights) -> FloatArray:
    """A hidden layer over the text, the mean view and the form beside each other.

    weights: text, view (D, H); form (G, H); hidden (H,); out (H,); and those of the votes.
    """
    seen = tokens.texts @ weights["text"] + tokens.mean @ weights["view"]
    inside = SHARPNESS * seen + weights["hidden"]
    if tokens.form is not None:
        inside = inside + tokens.form @ weights["form"]
    return np.asarray(_votes(tokens, weights) + np.maximum(inside, 0) @ weights["out"])


def _attention(tokens: Tokens, weights: Weights) -> FloatArray:
    """Views are drawn by what they show; a low-rank term compares them, and the form, with texts.

    weights: gain (1,); query, key (D, A); drawn (1,) vote of the attended cosine; text_side,
    view_side (D, K); form_text (D, K), form_side (G, K); and those of the votes.
    """
    logits = _votes(tokens, weights)
    if len(tokens.views):
        cosines = tokens.cosines
        wanted, shown = tokens.texts @ weights["query"], tokens.views @ weights["key"]
        attention = _softmax(weights["gain"] * cosines + shown @ wanted.T, tokens.share)
        attended = attention.T @ tokens.views  # (R, D)
        compared = (tokens.texts @ weights["text_side"]) * (attended @ weights["view_side"])
        logits = logits + weights["drawn"] * (attention * cosines).sum(axis=0)
        logits = logits + compared.sum(axis=1)
    if tokens.form is not None:
        of_form = tokens.form @ weights["form_side"]
        logits = logits + (tokens.texts @ weights["form_text"]) @ of_form
    return np.asarray(logits)


def _cross_attention(tokens: Tokens, weights: Weights) -> FloatArray:
    """One transformer block: the text asks, views and form answer, a gated layer reads.

    weights: query, key, value (D, H); form (G, D) brings the form among the views; mix (H, H);
    gate, plain (H, H); hidden (H,); out (H,); and those of the votes.
    """
    asked = SHARPNESS * tokens.texts @ weights["query"]  # (R, H)
    known = SHARPNESS * tokens.views
    share = tokens.share
    if tokens.form is not None:
        known = np.concatenate([known, (tokens.form @ weights["form"])[None]])
        share = np.append(share, np.float32(1))
    keys, values = known @ weights["key"], known @ weights["value"]
    heads = [
        _softmax(keys[:, part] @ asked[:, part].T / np.sqrt(part.stop - part.start), share).T
        @ values[:, part]
        for part in _heads(asked.shape[1])
    ]
    answer = np.concatenate(heads, axis=1) @ weights["mix"]
    inside = (answer * asked) @ weights["gate"] + answer @ weights["plain"] + weights["hidden"]
    return np.asarray(_votes(tokens, weights) + np.maximum(inside, 0) @ weights["out"])


def _heads(width: int) -> list[slice]:
    size = width // HEADS
    return [slice(start, start + size) for start in range(0, width, size)]


def _softmax(drawn: FloatArray, share: FloatArray) -> FloatArray:
    """(N, R) over the N tokens, copies of one of them weighing as much as that one."""
    raised = np.exp(drawn - drawn.max(axis=0)) * share[:, None]
    return np.asarray(raised / raised.sum(axis=0))


_VOTES = ("vote", "bias", "no_views")
_ALONE: Final[Mapping[str, Kind]] = MappingProxyType({
    "weighted sum": Kind(_weighted_sum, _VOTES, uses_form=False),
    "concatenation": Kind(
        _concatenated, (*_VOTES, "text", "view", "form", "hidden", "out"), uses_form=True
    ),
    "attention": Kind(
        _attention,
        (*_VOTES, "gain", "query", "key", "drawn", "text_side", "view_side", "form_text",
         "form_side"),
        uses_form=True,
    ),
    "cross attention": Kind(
        _cross_attention,
        (*_VOTES, "query", "key", "value", "form", "mix", "gate", "plain", "hidden", "out"),
        uses_form=True,
    ),
})  # fmt: skip
COMMITTEE: Final = "committee"
MEMBERS: Final = ("concatenation", "attention", "cross attention")


def of_member(member: str, name: str) -> str:
    """What a weight of a member is called among those of the committee."""
    return f"{member}.{name}"


def _committee(tokens: Tokens, weights: Weights) -> FloatArray:
    """The mean of what the members say: where one has learned a habit, the others have not.

    weights: those of each member, by `of_member`.
    """
    said = [
        _ALONE[member].logits(
            tokens, {name: weights[of_member(member, name)] for name in _ALONE[member].names}
        )
        for member in MEMBERS
    ]
    return np.asarray(np.mean(said, axis=0))


KINDS: Final[Mapping[str, Kind]] = MappingProxyType({
    **_ALONE,
    COMMITTEE: Kind(
        _committee,
        tuple(of_member(member, name) for member in MEMBERS for name in _ALONE[member].names),
        uses_form=True,
    ),
})  # fmt: skip
"""Simplest first."""
