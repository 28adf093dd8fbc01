"""Learn how alike designs are, and how sure that makes it, from families that are known.

The scale of geometry is learned on families that the towers were trained on. What looks are worth
beside it is learned on families that they never saw, because a look knows trained families better
than it will know anyone's library.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from mmdesign.domain import DoubleArray, FloatArray
from mmdesign.library.likeness import FARTHEST, FEWEST, Likeness, Scale
from mmdesign.measuring.form import FORM_BLOCKS, UNKNOWN

SHARES = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
FIRST = 5
"""Hits of a list that people look at before anything else."""
SHOWN = 10
"""Hits of a list whose probabilities count."""
FALSE_ALARMS = 0.035
"""Share of queries with relatives that may hear 'no good match': below the 5 % promised, because
families that were not learned from are a little harder."""
FEW_RELATIVES = (1, 3)
"""Relatives in libraries that hold few; a similarity means less where there are fewer to find."""
SMALLEST_SPREAD = 0.02
"""Added to every spread, so that entries which never vary do not shout when they do."""
PAIRS = 400_000
"""Pairs of designs that block weights are learned on, at most."""
LIBRARIES = 160
SMALLEST_LIBRARY, MOST_RELATIVES = 8, 12
QUERIES = 12
"""Random libraries, and queries of each, that probabilities are learned on."""
DECAY = 1e-4


_Row = tuple[DoubleArray, float, NDArray[np.bool_], bool]
"""Similarities of the first hits, background, which hits are relatives, whether any is there."""


@dataclass(frozen=True, slots=True)
class Kin:
    """N designs whose families are known."""

    looks: FloatArray
    """(N, D) unit vectors."""
    forms: FloatArray
    """(N, G) form vectors."""
    families: NDArray[np.str_]
    """(N,)."""

    def __len__(self) -> int:
        return len(self.families)

    def where(self, chosen: NDArray[np.bool_]) -> "Kin":
        """Only some of the designs."""
        return Kin(self.looks[chosen], self.forms[chosen], self.families[chosen])


@dataclass(frozen=True, slots=True)
class Lists:
    """Hits of Q queries, the first ones of each list, and whether a relative was there at all."""

    similarity: DoubleArray
    """(Q, SHOWN)."""
    background: DoubleArray
    """(Q,)."""
    same: NDArray[np.bool_]
    """(Q, SHOWN) hits of the query's family."""
    present: NDArray[np.bool_]
    """(Q,) whether the library held its family."""

    def features(self) -> DoubleArray:
        """(Q, SHOWN, 2) similarity, and lead over the background."""
        lead = self.similarity - self.background[:, None]
        return np.stack([self.similarity, lead], axis=-1)


def learn_scale(kin: Kin, seed: int = 0) -> Scale:
    """Weigh the blocks of form vectors so that families stay together.

    A logistic curve over the squared distance in each block tells pairs of one family from others;
    no block may speak against likeness.
    """
    values = np.where(kin.forms == UNKNOWN, np.nan, kin.forms)
    mean = np.nan_to_num(np.nanmean(values, axis=0))
    spread = np.nan_to_num(np.nanstd(values, axis=0)) + SMALLEST_SPREAD
    away = np.nan_to_num(np.clip((values - mean) / spread, -FARTHEST, FARTHEST))
    names = [name for name in FORM_BLOCKS if name != "hand"]  # a mirrored part is still alike
    first, second = np.triu_indices(len(kin), k=1)
    same = kin.families[first] == kin.families[second]
    kept = same | (np.random.default_rng(seed).random(len(same)) < PAIRS / len(same))
    first, second, same = first[kept], second[kept], same[kept]
    distances = np.stack(
        [_squared(away[:, FORM_BLOCKS[name]], first, second) for name in names], axis=1
    )
    coefficients, _ = logistic(distances, same, balanced(same), only_falling=True)
    weights = {name: float(-value) for name, value in zip(names, coefficients, strict=True)}
    return Scale(mean.astype(np.float32), spread.astype(np.float32), weights)


def _squared(values: DoubleArray, first: NDArray[np.intp], second: NDArray[np.intp]) -> DoubleArray:
    """(P,) mean squared difference of the rows of P pairs."""
    own = (values**2).sum(axis=1)
    crossed = np.zeros(len(first))
    for column in values.T:
        crossed += column[first] * column[second]
    return np.asarray((own[first] + own[second] - 2 * crossed) / values.shape[1])


def learn_likeness(scale: Scale, kin: Kin, seed: int = 0) -> Likeness:
    """Learn the share of geometry, P(same family), and when a library holds no match.

    The share is the one with which most of the first five hits are relatives.

    Args:
        scale: Of the form vectors, from `learn_scale` on other families.
        kin: Designs of families that the towers never saw.
        seed: Of the random libraries.
    """
    looks, forms = compared(scale, kin)
    precise = [_first_five((1 - share) * looks + share * forms, kin) for share in SHARES]
    upper = np.triu_indices(len(kin), k=1)
    slope, intercept = np.polyfit(looks[upper], forms[upper], 1)
    likeness = Likeness(
        (1.0, 0.0, 0.0),
        share=SHARES[int(np.argmax(precise))],
        expected=(float(slope), float(intercept)),
        scale=scale,
        background=0.0,
    )
    return _calibrated(likeness, kin, seed)


def _first_five(similarity: DoubleArray, kin: Kin) -> float:
    """Mean share of relatives among the first five, over the most there could be."""
    found = []
    for query, family in enumerate(kin.families):
        same = kin.families == family
        same[query] = False
        if same.any():
            order = np.argsort(-similarity[query], kind="stable")
            first = order[order != query][:FIRST]
            found.append(same[first].sum() / min(FIRST, same.sum()))
    return float(np.mean(found))


def _calibrated(likeness: Likeness, kin: Kin, seed: int) -> Likeness:
    """Fit P(same family) on libraries of all kinds, the limit of a match on the whole one."""
    whole = whole_lists(likeness, kin)
    kinds = [whole, *(whole_lists(likeness, kin, few) for few in FEW_RELATIVES),
             random_lists(likeness, kin, seed)]  # fmt: skip
    weights = np.concatenate([np.full(lists.same.size, 1 / lists.same.size) for lists in kinds])
    slopes, at_zero = logistic(
        np.concatenate([lists.features().reshape(-1, 2) for lists in kinds]),
        np.concatenate([lists.same.ravel() for lists in kinds]),
        weights,
    )
    fitted = replace(
        likeness,
        family=(float(slopes[0]), float(slopes[1]), at_zero),
        background=float(np.median(whole.background)),
    )
    best = best_probability(fitted, whole)
    return replace(fitted, good_match=float(np.quantile(best[whole.present], FALSE_ALARMS)))


def best_probability(likeness: Likeness, lists: Lists) -> DoubleArray:
    """(Q,) P(same family) of the best hit of each list."""
    rows = zip(lists.similarity[:, 0], lists.background, strict=True)
    return np.array([likeness.probability(best, rest) for best, rest in rows])


def probabilities(likeness: Likeness, lists: Lists) -> DoubleArray:
    """(Q, SHOWN) P(same family) of every hit."""
    rows = zip(lists.similarity, lists.background, strict=True)
    return np.array([[likeness.probability(each, rest) for each in hits] for hits, rest in rows])


def compared(scale: Scale, kin: Kin) -> tuple[DoubleArray, DoubleArray]:
    """(N, N) similarity of looks, and of forms."""
    unit = scale.unit(kin.forms).astype(np.float64)
    looks = kin.looks.astype(np.float64)
    return looks @ looks.T, unit @ unit.T


def whole_lists(likeness: Likeness, kin: Kin, relatives_kept: int | None = None) -> Lists:
    """Every design asks all others, once with its family in the library and once without.

    Args:
        likeness: How designs are compared.
        kin: The designs.
        relatives_kept: How many relatives, drawn by chance, the library has at most.
    """
    generator = np.random.default_rng(0)
    similarity = _fused(likeness, kin)
    rows: list[_Row] = []
    for query, family in enumerate(kin.families):
        others = np.arange(len(kin)) != query
        same = (kin.families == family) & others
        if not same.any():
            continue
        kept = same.copy()
        if relatives_kept is not None:
            kept[generator.permutation(np.flatnonzero(same))[relatives_kept:]] = False
        libraries = ((others & ~same) | kept, others & ~same)
        rows += [_list(likeness, similarity[query], each, same) for each in libraries]
    return _stacked(rows)


def random_lists(
    likeness: Likeness, kin: Kin, seed: int, asking: NDArray[np.bool_] | None = None
) -> Lists:
    """Queries to random libraries of few or many families, with few or many designs of each.

    Args:
        likeness: How designs are compared.
        kin: The designs.
        seed: Of the libraries and queries.
        asking: (N,) which designs may be queries; all when not given.
    """
    generator = np.random.default_rng(seed)
    similarity = _fused(likeness, kin)
    names = np.unique(kin.families)
    asked = np.arange(len(kin)) if asking is None else np.flatnonzero(asking)
    rows: list[_Row] = []
    for _ in range(LIBRARIES):
        count = int(np.exp(generator.uniform(np.log(min(SMALLEST_LIBRARY, len(names))),
                                             np.log(len(names)))))  # fmt: skip
        most = int(np.exp(generator.uniform(np.log(2), np.log(MOST_RELATIVES))))
        held = np.zeros(len(kin), bool)
        for name in generator.choice(names, count, replace=False):
            members = generator.permutation(np.flatnonzero(kin.families == name))
            held[members[: generator.integers(1, most + 1)]] = True
        for query in generator.choice(asked, min(QUERIES, len(asked)), replace=False):
            library = held & (np.arange(len(kin)) != query)
            if library.sum() >= FEWEST:
                same = kin.families == kin.families[query]
                rows.append(_list(likeness, similarity[query], library, same))
    return _stacked(rows)


def _fused(likeness: Likeness, kin: Kin) -> DoubleArray:
    if likeness.scale is None:
        message = "likeness was learned with a scale"
        raise ValueError(message)
    looks, forms = compared(likeness.scale, kin)
    return likeness.fused(looks, forms, np.ones_like(looks, bool))


def _list(
    likeness: Likeness, similarity: DoubleArray, library: NDArray[np.bool_],
    same: NDArray[np.bool_],
) -> _Row:  # fmt: skip
    members = np.flatnonzero(library)
    order = members[np.argsort(-similarity[members], kind="stable")[:SHOWN]]
    background = likeness.background_of(similarity[members])
    return similarity[order], background, same[order], bool(same[members].any())


def _stacked(rows: Sequence[_Row]) -> Lists:
    similarity, background, same, present = zip(*rows, strict=True)
    return Lists(np.stack(similarity), np.array(background), np.stack(same), np.array(present))


def balanced(holds: NDArray[np.bool_]) -> DoubleArray:
    """(S,) weights under which true and false weigh the same."""
    true = holds.mean()
    return np.asarray(np.where(holds, 0.5 / true, 0.5 / (1 - true)))


def logistic(
    features: DoubleArray, holds: NDArray[np.bool_], weights: DoubleArray | None = None,
    only_falling: bool = False,
) -> tuple[DoubleArray, float]:  # fmt: skip
    """Coefficients and intercept of a logistic curve over several features.

    Args:
        features: (S, C).
        holds: (S,).
        weights: (S,) of the rows; all alike when not given.
        only_falling: Whether no coefficient may be positive.
    """
    centre, spread = features.mean(axis=0), features.std(axis=0) + 1e-12
    scaled = (features - centre) / spread
    weights = np.ones(len(holds)) if weights is None else weights
    weights = weights / weights.sum()

    def loss(values: DoubleArray) -> tuple[float, DoubleArray]:
        logit = scaled @ values[:-1] + values[-1]
        chance = 0.5 * (1 + np.tanh(0.5 * logit))
        # log(1 + exp(l)) - y l, in a form that never overflows
        cost = (
            weights @ (np.logaddexp(0, logit) - holds * logit) + DECAY * values[:-1] @ values[:-1]
        )
        slope = weights * (chance - holds)
        return float(cost), np.r_[scaled.T @ slope + 2 * DECAY * values[:-1], slope.sum()]

    bounds = [(None, 0.0 if only_falling else None)] * features.shape[1] + [(None, None)]
    found = minimize(loss, np.zeros(features.shape[1] + 1), jac=True, method="L-BFGS-B",
                     bounds=bounds).x  # fmt: skip
    coefficients = found[:-1] / spread
    return coefficients, float(found[-1] - coefficients @ centre)


def kin_of(looks: FloatArray, forms: FloatArray, families: Sequence[str]) -> Kin:
    """Put designs and the names of their families together."""
    return Kin(looks, forms, np.array(families))


def fitted_json(likeness: Likeness, kin: Kin) -> Mapping[str, object]:
    """What calibration.json holds: the likeness, and how much it was fitted on."""
    facts = {"families": len(np.unique(kin.families)), "designs": len(kin)}
    return {**likeness.as_json(), "fitted_on": facts}
