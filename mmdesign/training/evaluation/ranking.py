"""How well a list is ordered: recall, reciprocal rank, average precision, and what chance gives.

Equal similarities are never broken in anyone's favour: where a right answer is tied with others,
the expectation over all orders counts. A model that tells nothing apart therefore scores chance.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray

RECALLS = (1, 5, 10)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the right answers of Q questions stand."""

    ahead: NDArray[np.intp]
    """(Q,) answers that score higher."""
    tied: NDArray[np.intp]
    """(Q,) other answers that score the same."""

    @classmethod
    def of(
        cls,
        similarity: FloatArray | DoubleArray,
        right: NDArray[np.intp],
        rivals: NDArray[np.bool_] | None = None,
    ) -> Self:
        """Find the places of the right answers.

        Args:
            similarity: (Q, N) of each question with each of N answers.
            right: (Q,) number of the right answer.
            rivals: (Q, N) answers that may compete with it; None for all others.
        """
        rows = np.arange(len(right))
        allowed = np.ones(similarity.shape, bool) if rivals is None else rivals.copy()
        allowed[rows, right] = False
        own = similarity[rows, right][:, None]
        ahead = ((similarity > own) & allowed).sum(axis=1)
        return cls(ahead, ((similarity == own) & allowed).sum(axis=1))

    @classmethod
    def drawn(cls, candidates: NDArray[np.intp]) -> Self:
        """Places of whoever draws among so many candidates, the right one among them."""
        return cls(np.zeros_like(candidates), candidates - 1)

    def recall(self, first: int) -> float:
        """Share of questions whose right answer is among the first k."""
        room = np.clip((first - self.ahead) / (self.tied + 1), 0, 1)
        return float(room.mean())

    def mean_reciprocal_rank(self) -> float:
        """MRR: mean of 1 / place."""
        sums = harmonic(int((self.ahead + self.tied).max()) + 1)
        between = sums[self.ahead + self.tied + 1] - sums[self.ahead]
        return float((between / (self.tied + 1)).mean())

    def row(self, recalls: tuple[int, ...] = RECALLS) -> dict[str, float]:
        """The usual columns."""
        values = {f"R@{first}": self.recall(first) for first in recalls}
        return {**values, "MRR": self.mean_reciprocal_rank()}


def harmonic(count: int) -> DoubleArray:
    """(count + 1,) sums 1 + 1/2 + ... + 1/n for n from 0."""
    return np.concatenate([[0.0], np.cumsum(1 / np.arange(1, count + 1))])


@dataclass(frozen=True, slots=True)
class Relatives:
    """How early the relatives of Q designs come in their lists."""

    precision: DoubleArray
    """(Q,) average precision."""
    first_five: DoubleArray
    """(Q,) relatives among the first five, over the most there could be."""
    first: DoubleArray
    """(Q,) whether the first one is a relative."""
    chance: DoubleArray
    """(Q,) expected average precision of a random order."""

    def row(self) -> dict[str, float]:
        """The usual columns."""
        return {"mAP": float(self.precision.mean()), "P@5": float(self.first_five.mean()),
                "R@1": float(self.first.mean())}  # fmt: skip


def relatives(
    similarity: FloatArray | DoubleArray,
    related: NDArray[np.bool_],
    candidates: NDArray[np.bool_],
    seed: int = 0,
) -> Relatives:
    """Rank all candidates of each design by similarity; designs without relatives are left out.

    Args:
        similarity: (N, N) between designs.
        related: (N, N) which of them should be found.
        candidates: (N, N) which of them are in the list at all; never the design itself.
        seed: Of the order of equal similarities.
    """
    generator = np.random.default_rng(seed)
    rows = []
    for values, wanted, listed in zip(similarity, related, candidates, strict=True):
        hits = wanted[listed]
        if not hits.any():
            continue
        order = np.lexsort((generator.random(len(hits)), -values[listed]))
        found = hits[order]
        count = int(found.sum())
        precision = np.arange(1, count + 1) / (np.flatnonzero(found) + 1)
        rows.append((precision.mean(), found[:5].sum() / min(5, count), float(found[0]),
                     expected_precision(count, len(found))))  # fmt: skip
    return Relatives(*np.array(rows, float).reshape(-1, 4).T)


def expected_precision(relevant: int, listed: int) -> float:
    """Average precision of a random order, in the mean over all orders.

    Source: Bestgen, "Exact expected average precision of the random baseline for system
    evaluation", Prague Bulletin of Mathematical Linguistics 103, 2015.
    """
    if listed == 1:
        return 1.0
    first = float(harmonic(listed)[listed]) / listed
    return (relevant - 1) / (listed - 1) * (1 - first) + first


def winning(right: FloatArray, wrong: FloatArray) -> float:
    """Share of pairs in which the right one scores higher; a tie is half won."""
    return float(((right > wrong) + 0.5 * (right == wrong)).mean())
