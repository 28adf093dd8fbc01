"""How alike two designs are, from how they look and what form they have, and what that is worth.

Everything here is learned on generated families and kept in the model's calibration.json: how
much each part of a form vector counts, how much geometry counts beside the look, how probable a
similarity makes the same family, and from which probability on a library holds a match at all.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray
from mmdesign.errors import ModelError
from mmdesign.measuring.form import FORM_BLOCKS, FORM_WIDTH, UNKNOWN

FILE_NAME: Final = "calibration.json"
FARTHEST = 3.0
"""Largest distance of one entry from the mean, in spreads: no single fact decides alone."""
BACKGROUND = slice(10, 30)
"""Ranks of a list that say how similar designs are that have nothing to do with the query."""
FEWEST = 20
"""A shorter list has no such part."""
GOOD_MATCH = 0.5
NAMES_WEIGHT = 1.0
"""Of what designs are called beside how they look, where words are asked for. On generated families
never trained on, the best weight is 2 where all designs have a speaking name, 1 where half of them
have, and 0.25 where one in ten has; `evaluate` shows what this one does."""
LEAST_SPREAD = 1e-6
"""Names whose cosines differ by less say nothing."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a form vector's entries are worth in comparisons."""

    mean: FloatArray
    """(G,) of each entry over many designs."""
    spread: FloatArray
    """(G,) its standard deviation, a little enlarged."""
    weights: Mapping[str, float]
    """Block of FORM_BLOCKS -> what it counts; blocks that are not named count nothing."""

    def unit(self, forms: FloatArray) -> FloatArray:
        """Scale forms so that their scalar products say how alike they are.

        Args:
            forms: (N, G) form vectors, all zeros where a design has none.

        Returns:
            (N, C) unit rows over the blocks that count, zeros where there is no form.
        """
        columns = [
            self._block(forms, FORM_BLOCKS[name], math.sqrt(weight))
            for name, weight in self.weights.items()
            if weight > 0
        ]
        rows = np.concatenate(columns, axis=1)
        rows[~forms.any(axis=1)] = 0
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(lengths > 0, lengths, 1), np.float32)

    def _block(self, forms: FloatArray, columns: slice, weight: float) -> FloatArray:
        values = forms[:, columns]
        away = (values - self.mean[columns]) / self.spread[columns]
        away = np.where(values == UNKNOWN, 0, np.clip(away, -FARTHEST, FARTHEST))
        return np.asarray(away * (weight / math.sqrt(values.shape[1])), np.float32)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The learned comparison of designs."""

    family: tuple[float, float, float]
    """P(same family): its logit per similarity, per lead over the background, and at zero."""
    good_match: float = GOOD_MATCH
    """P(same family) of the best hit below which a library holds no match."""
    background: float | None = None
    """Usual background, for libraries too small to have one; None where the lead counts nothing."""
    share: float = 0.0
    """Of geometry in the similarity; the rest is the look."""
    expected: tuple[float, float] = (0.0, 0.0)
    """Geometry's similarity to expect of a look's: per similarity, and at zero."""
    scale: Scale | None = None
    """None where only looks are compared."""

    @classmethod
    def read(cls, bundle: Path) -> Self | None:
        """Read what a model bundle has learned about similarity; None when it has not.

        Raises:
            ModelError: If its calibration cannot be used.
        """
        path = bundle / FILE_NAME
        if not path.is_file():
            return None
        try:
            raw = json.loads(path.read_text(encoding="utf-8")).get("similarity")
            return None if raw is None else cls.from_json(raw)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"{path} has no usable similarity ({error}); restore the model bundle."
            raise ModelError(message) from error

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Take what `as_json` made; with slope and intercept alone, looks are compared.

        Raises:
            ValueError: If a number is missing or not finite.
        """
        if "family" not in raw:
            return cls.of_looks(float(raw["slope"]), float(raw["intercept"]))
        scale = raw["geometry"]
        mean, spread = (np.array(scale[name], np.float32) for name in ("mean", "spread"))
        weights = {name: float(scale["weights"][name]) for name in scale["weights"]}
        if (
            mean.shape != (FORM_WIDTH,)
            or spread.shape != (FORM_WIDTH,)
            or set(weights) - set(FORM_BLOCKS)
        ):
            message = f"its geometry is not for form vectors of {FORM_WIDTH} entries"
            raise ValueError(message)
        family = [float(value) for value in raw["family"]]
        expected = [float(value) for value in raw["expected"]]
        numbers = [*family, *expected, *weights.values(), *mean, *spread]
        if len(family) != 3 or len(expected) != 2 or not np.isfinite(numbers).all():
            message = "a number is missing or not finite"
            raise ValueError(message)
        return cls(
            (family[0], family[1], family[2]),
            float(raw["good_match"]),
            float(raw["background"]),
            float(raw["share"]),
            (expected[0], expected[1]),
            Scale(mean, spread, weights),
        )

    @classmethod
    def of_looks(cls, slope: float, intercept: float) -> Self:
        """Compare looks alone, with a logistic curve over their cosine."""
        return cls((slope, 0.0, intercept))

    def as_json(self) -> dict[str, Any]:
        """Everything as plain numbers, six digits of each."""
        if self.scale is None or self.background is None:
            message = "only a learned likeness is written down"
            raise ValueError(message)
        return {
            "family": _short(self.family),
            "good_match": _short([self.good_match])[0],
            "background": _short([self.background])[0],
            "share": _short([self.share])[0],
            "expected": _short(self.expected),
            "geometry": {
                "weights": {name: _short([value])[0] for name, value in self.scale.weights.items()},
                "mean": _short(self.scale.mean),
                "spread": _short(self.scale.spread),
            },
        }

    def fused(
        self, looks: DoubleArray, forms: DoubleArray, known: NDArray[np.bool_]
    ) -> DoubleArray:
        """Join both similarities; a missing form is taken to be as alike as such looks usually are.

        Args:
            looks: (N,) cosines of the looks.
            forms: (N,) scalar products of the scaled forms.
            known: (N,) whether both designs have a form.

        Returns:
            (N,) similarities in [-1, 1].
        """
        usual = self.expected[0] * looks + self.expected[1]
        joined = (1 - self.share) * looks + self.share * np.where(known, forms, usual)
        return np.asarray(np.clip(joined, -1.0, 1.0))

    def background_of(self, similarities: DoubleArray) -> float:
        """The background of a list: how similar those are that rank eleventh to thirtieth.

        Args:
            similarities: (N,) of all designs that were compared, in any order.
        """
        if self.background is None or len(similarities) < FEWEST:
            return self.background or 0.0
        count = min(BACKGROUND.stop, len(similarities))
        top = np.sort(np.partition(similarities, len(similarities) - count)[-count:])[::-1]
        return float(top[BACKGROUND].mean())

    def probability(self, similarity: float, background: float) -> float:
        """P(same family) of one hit.

        Args:
            similarity: Of the hit.
            background: Of its list, from `background_of`.
        """
        per_similarity, per_lead, at_zero = self.family
        logit = per_similarity * similarity + per_lead * (similarity - background) + at_zero
        # tanh form: never overflows.
        return 0.5 * (1.0 + math.tanh(0.5 * logit))


@dataclass(frozen=True, slots=True)
class NameScale:
    """How cosines of some words with looks and with names spread over all that are compared.

    Cosines of two texts are larger than those of a text and a picture, and spread otherwise; so
    what counts of a name is how far it stands out.
    """

    usual: float
    """Mean of the cosines with names."""
    names_spread: float
    looks_spread: float

    @classmethod
    def of(cls, looks: DoubleArray, names: DoubleArray) -> Self:
        """Take it from all designs that are compared; those without a name have a cosine of 0."""
        known = names[names != 0]
        if not len(known):
            return cls(0.0, 0.0, 0.0)
        return cls(float(known.mean()), float(known.std()), float(looks.std()))

    def joined(
        self, looks: DoubleArray, names: DoubleArray, weight: float = NAMES_WEIGHT
    ) -> DoubleArray:
        """Join how designs look like some words with how what they are called is like them.

        Args:
            looks: (N,) cosines of the words with the looks.
            names: (N,) cosines of the words with what designs are called; 0 where nothing is known.
            weight: How much a name counts beside the look.

        Returns:
            (N,) similarities on the scale of the looks, in [-1, 1].
        """
        if self.names_spread < LEAST_SPREAD:
            return looks
        away = np.where(names != 0, names - self.usual, 0.0) / self.names_spread
        return np.asarray(np.clip(looks + weight * self.looks_spread * away, -1.0, 1.0))


def _short(values: Iterable[float] | FloatArray) -> list[float]:
    return [float(f"{float(value):.6g}") for value in values]
