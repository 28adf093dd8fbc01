"""Train the fusion weights on statements about designs that the towers have never seen."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesign.domain import FloatArray
from mmdesign.fusion import WEIGHT_NAMES, FusionScorer, pooled_cosine
from mmdesign.training.captions import Statement, statements
from mmdesign.training.dataset import Record

log = logging.getLogger(__name__)

ATTENTION_WIDTH = 32
RANK = 32
EPOCHS = 12
BATCH = 64
SILENCE = 0.1
"""Weight of the squared interaction on names."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Statements about N designs: S rows, one per (design, statement)."""

    views: tuple[FloatArray, ...]
    """Per design (V, D)."""
    texts: FloatArray
    """(S, D)."""
    design: np.ndarray
    """(S,) number of the design."""
    holds: np.ndarray
    """(S,) whether it is true."""
    kind: np.ndarray
    """(S,) 'family', 'flag' or 'shape'."""

    def where(self, chosen: np.ndarray) -> "Claims":
        """Only some of the statements."""
        return Claims(self.views, self.texts[chosen], self.design[chosen], self.holds[chosen],
                      self.kind[chosen])  # fmt: skip


def claims_about(
    records: Sequence[Record], views: tuple[FloatArray, ...],
    encode: Callable[[Sequence[str]], FloatArray], families: Sequence[str],
) -> Claims:  # fmt: skip
    """Make true and false statements about each of N designs and embed them.

    Args:
        records: N generated designs.
        views: Per design (V, D).
        encode: Texts -> (S, D).
        families: To take wrong names from.
    """
    made: list[tuple[int, Statement]] = []
    for number, record in enumerate(records):
        made += [(number, statement) for statement in statements(record, record.seed, families)]
    return Claims(
        views,
        encode([statement.text for _, statement in made]),
        np.array([number for number, _ in made]),
        np.array([statement.holds for _, statement in made]),
        np.array([statement.kind for _, statement in made]),
    )


def scores(claims: Claims, scorer: FusionScorer | None) -> FloatArray:
    """(S,) fusion logits, or mean-pooled cosines without a scorer."""
    out = np.empty(len(claims.design), np.float32)
    for number in np.unique(claims.design):
        rows = claims.design == number
        views, texts = claims.views[number], claims.texts[rows]
        out[rows] = scorer.logits(views, texts) if scorer else pooled_cosine(views, texts)
    return out


def best_two(claims: Claims) -> FloatArray:
    """(S,) mean of the two best views' cosines."""
    pairs = zip(claims.design, claims.texts, strict=True)
    return np.array([np.sort(claims.views[number] @ text)[-2:].mean() for number, text in pairs])


def balance(holds: np.ndarray) -> FloatArray:
    """(S,) weights that make true and false weigh the same; mean 1."""
    share = holds.mean()
    return np.asarray(np.where(holds, 0.5 / share, 0.5 / (1 - share)), np.float32)


def auroc(score: FloatArray, holds: np.ndarray) -> float:
    """Chance that a true statement scores above a false one."""
    order = np.argsort(score, kind="stable")
    ranks = np.empty(len(score))
    ranks[order] = np.arange(1, len(score) + 1)
    true = int(holds.sum())
    false = len(holds) - true
    return float((ranks[holds].sum() - true * (true + 1) / 2) / (true * false))


class _Fusion(nn.Module):
    """The same arithmetic as FusionScorer, for designs that all have the same number of views."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.attention_gain = nn.Parameter(torch.full((1,), 4.0))
        self.query = nn.Parameter(0.02 * torch.randn(width, ATTENTION_WIDTH))
        self.key = nn.Parameter(0.02 * torch.randn(width, ATTENTION_WIDTH))
        self.vote = nn.Parameter(torch.tensor([4.0, 4.0, 4.0]))
        self.text_side = nn.Parameter(0.02 * torch.randn(width, RANK))
        self.view_side = nn.Parameter(0.02 * torch.randn(width, RANK))
        self.bias = nn.Parameter(torch.full((1,), -3.0))

    def forward(self, views: Tensor, texts: Tensor) -> tuple[Tensor, Tensor]:
        """(S, V, D) views and (S, D) texts -> (S,) votes and (S,) interactions."""
        cosines = (views * texts[:, None]).sum(-1)
        drawn = self.attention_gain * cosines
        drawn = drawn + ((views @ self.key) * (texts @ self.query)[:, None]).sum(-1)
        attention = drawn.softmax(dim=1)
        attended = (attention[..., None] * views).sum(dim=1)
        votes = torch.stack([(attention * cosines).sum(1), cosines.mean(1),
                             cosines.topk(2, dim=1).values.mean(1)])  # fmt: skip
        interaction = ((texts @ self.text_side) * (attended @ self.view_side)).sum(-1)
        return self.vote @ votes + self.bias, interaction


def fit_fusion(claims: Claims, interaction_decay: float, seed: int = 0) -> FusionScorer:
    """Learn the fusion weights.

    Args:
        claims: All designs with the same number of views, at least three.
        interaction_decay: Weight decay of the low-rank terms; large = plain cosines.
        seed: Of initialisation and order.
    """
    torch.manual_seed(seed)
    fusion = _Fusion(claims.texts.shape[1])
    low_rank = [fusion.query, fusion.key, fusion.text_side, fusion.view_side]
    optimizer = torch.optim.AdamW(
        [{"params": low_rank, "weight_decay": interaction_decay},
         {"params": [fusion.attention_gain, fusion.vote, fusion.bias], "weight_decay": 0.0,
          "lr": 3e-2}], lr=3e-3)  # fmt: skip
    views = torch.from_numpy(np.stack(claims.views))
    texts, holds = torch.from_numpy(claims.texts), torch.from_numpy(claims.holds).float()
    weights, design = torch.from_numpy(balance(claims.holds)), torch.from_numpy(claims.design)
    is_name = torch.from_numpy(claims.kind == "family")
    generator = torch.Generator().manual_seed(seed)
    for _ in range(EPOCHS):
        order = torch.randperm(len(holds), generator=generator)
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            # some views are left out: the app may have fewer, or a single uploaded picture
            count = int(torch.randint(2, views.shape[1] + 1, (1,), generator=generator))
            kept = torch.randperm(views.shape[1], generator=generator)[:count]
            votes, extra = fusion(views[design[rows]][:, kept], texts[rows])
            # names must be told by the cosine: what the interaction learns about the names of
            # known families is wrong for all others, so it is asked to keep silent there
            logits = votes + torch.where(is_name[rows], 0.0, extra)
            loss = functional.binary_cross_entropy_with_logits(logits, holds[rows], weights[rows])
            loss = loss + SILENCE * (extra.square() * is_name[rows]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    arrays = {name: getattr(fusion, name).detach().numpy() for name in WEIGHT_NAMES}
    return FusionScorer(**arrays)
