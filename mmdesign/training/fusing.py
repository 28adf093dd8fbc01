"""Train the judges on statements about designs that the towers have never seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from mmdesign.domain import FloatArray
from mmdesign.fusion import FusionScorer, pooled_cosine
from mmdesign.fusion.scorer import scaled_form
from mmdesign.training.captions import Statement, statements
from mmdesign.training.dataset import Record
from mmdesign.training.judges import JUDGES, Batch, Judge, scorer_of

EPOCHS = 5
BATCH = 256
RATE, SMALL_RATE = 6e-3, 3e-2
"""Of matrices, and of the few numbers that weigh cosines."""
DECAY: Final[Mapping[str, float]] = MappingProxyType({
    "weighted sum": 0.0, "concatenation": 1.0, "attention": 1.0, "cross attention": 0.3,
})  # fmt: skip
SILENCE = 0.3
"""Weight of the square of what is added to the votes on names."""
BLIND, FORMLESS = 0.08, 0.3
"""Shares of the batches without any view, and of the statements without geometry."""
SPREAD_FLOOR = 0.02
"""Entries of a form that hardly vary say little: added to their spread."""
WORDINGS = 3
"""Times that statements are drawn about each design, in other words."""
OTHER_SEED = 10**7


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
    forms: FloatArray | None = None
    """(N, G) form vectors; None where the geometry is not known."""

    def where(self, chosen: np.ndarray) -> "Claims":
        """Only some of the statements."""
        return Claims(self.views, self.texts[chosen], self.design[chosen], self.holds[chosen],
                      self.kind[chosen], self.forms)  # fmt: skip


def claims_about(
    records: Sequence[Record], views: tuple[FloatArray, ...],
    encode: Callable[[Sequence[str]], FloatArray], families: Sequence[str],
    forms: FloatArray | None = None, wordings: int = 1,
) -> Claims:  # fmt: skip
    """Make true and false statements about each of N designs and embed them.

    Args:
        records: N generated designs.
        views: Per design (V, D).
        encode: Texts -> (S, D).
        families: To take wrong names from.
        forms: (N, G) form vectors, where they are known.
        wordings: How often statements are drawn about each design, in other words each time.
    """
    made: list[tuple[int, Statement]] = []
    for number, record in enumerate(records):
        seeds = [record.seed + time * OTHER_SEED for time in range(wordings)]
        drawn = dict.fromkeys(one for seed in seeds for one in statements(record, seed, families))
        made += [(number, statement) for statement in drawn]
    return Claims(
        views,
        encode([statement.text for _, statement in made]),
        np.array([number for number, _ in made]),
        np.array([statement.holds for _, statement in made]),
        np.array([statement.kind for _, statement in made]),
        forms,
    )


def scores(claims: Claims, scorer: FusionScorer | None) -> FloatArray:
    """(S,) fusion logits, or mean-pooled cosines without a scorer."""
    out = np.empty(len(claims.design), np.float32)
    for number in np.unique(claims.design):
        rows = claims.design == number
        views, texts = claims.views[number], claims.texts[rows]
        form = None if claims.forms is None else claims.forms[number]
        out[rows] = scorer.logits(views, texts, form) if scorer else pooled_cosine(views, texts)
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


@dataclass(frozen=True, slots=True)
class _Lessons:
    """Claims as tensors."""

    views: Tensor
    texts: Tensor
    forms: Tensor
    design: Tensor
    holds: Tensor
    weights: Tensor
    is_name: Tensor

    def batch(self, rows: Tensor, generator: torch.Generator) -> Batch:
        """Some statements, about designs of which this and that is left out.

        The app may have fewer views, a single uploaded picture, no geometry, or geometry alone.
        """
        everywhere = self.views.shape[1]
        count = int(torch.randint(min(2, everywhere), everywhere + 1, (1,), generator=generator))
        chance = torch.rand(1 + len(rows), generator=generator)
        is_blind = bool(chance[0] < BLIND)
        kept = torch.randperm(everywhere, generator=generator)[: 0 if is_blind else count]
        design = self.design[rows]
        has_form = (chance[1:, None] >= FORMLESS) | is_blind
        return Batch(self.views[design][:, kept], self.texts[rows], self.forms[design],
                     has_form.float())  # fmt: skip


def fit_fusion(claims: Claims, kind: str, seed: int = 0) -> FusionScorer:
    """Train one judge.

    Args:
        claims: All designs with the same number of views, and with known forms.
        kind: Of JUDGES.
        seed: Of initialisation and order.

    Raises:
        ValueError: If the forms are not known.
    """
    if claims.forms is None:
        message = "a judge learns from designs whose forms are known"
        raise ValueError(message)
    torch.manual_seed(seed)
    mean, spread = claims.forms.mean(axis=0), claims.forms.std(axis=0) + SPREAD_FLOOR
    lessons = _lessons(claims, scaled_form(claims.forms, mean, spread))
    judge = JUDGES[kind](claims.texts.shape[1], claims.forms.shape[1])
    _train(judge, lessons, DECAY[kind], seed)
    return scorer_of(kind, judge.eval(), {"form_mean": mean, "form_spread": spread})


def _lessons(claims: Claims, forms: FloatArray) -> _Lessons:
    return _Lessons(
        torch.from_numpy(np.stack(claims.views)), torch.from_numpy(claims.texts),
        torch.from_numpy(forms), torch.from_numpy(claims.design),
        torch.from_numpy(claims.holds).float(), torch.from_numpy(balance(claims.holds)),
        torch.from_numpy(claims.kind == "family"),
    )  # fmt: skip


def _train(judge: Judge, lessons: _Lessons, decay: float, seed: int) -> None:
    count = len(lessons.holds)
    matrices = [value for value in judge.parameters() if value.ndim > 1]
    few = [value for value in judge.parameters() if value.ndim == 1]
    groups = [{"params": matrices, "weight_decay": decay, "lr": RATE}] if matrices else []
    optimizer = torch.optim.AdamW(
        [*groups, {"params": few, "weight_decay": 0.0, "lr": SMALL_RATE}], lr=RATE
    )
    steps = EPOCHS * (count // BATCH + 1)
    slower = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(1 - step / steps, 0.02))
    generator = torch.Generator().manual_seed(seed)
    for _ in range(EPOCHS):
        order = torch.randperm(count, generator=generator)
        for start in range(0, count, BATCH):
            rows = order[start : start + BATCH]
            loss = _loss(judge, lessons, rows, generator)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            slower.step()


def _loss(judge: Judge, lessons: _Lessons, rows: Tensor, generator: torch.Generator) -> Tensor:
    batch = lessons.batch(rows, generator)
    votes, added = judge(batch)
    # names must be told by the cosine: what is learned beside it about the names of known
    # families is wrong for all others, so it is asked to keep silent there; without a view
    # there is no cosine
    is_name = lessons.is_name[rows] & (batch.views.shape[1] > 0)
    logits = votes + torch.where(is_name, 0.0, added)
    loss = functional.binary_cross_entropy_with_logits(
        logits, lessons.holds[rows], lessons.weights[rows]
    )
    silence: Tensor = SILENCE * (added.square() * is_name).mean()
    return loss + silence
