"""What a builder of parts is given and what it hands back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from mmdesign.training.parts.solids import Body

T = TypeVar("T")


class Dice:
    """The only source of chance in a part: same seed, same part."""

    def __init__(self, seed: int) -> None:
        self._generator = np.random.default_rng(seed)

    def real(self, low: float, high: float) -> float:
        """A number in [low, high)."""
        return float(self._generator.uniform(low, high))

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both possible."""
        return int(self._generator.integers(low, high + 1))

    def yes(self, probability: float = 0.5) -> bool:
        """True that often."""
        return bool(self._generator.random() < probability)

    def pick(self, choices: Sequence[T]) -> T:
        """One of them."""
        return choices[int(self._generator.integers(len(choices)))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """At most `count` different ones, in random order."""
        order = self._generator.permutation(len(choices))[:count]
        return [choices[int(index)] for index in order]


@dataclass(frozen=True, slots=True)
class Draft:
    """A solid and every fact about it that is true by construction."""

    body: Body
    counts: Mapping[str, int] = field(default_factory=dict)
    """Feature noun in the singular -> how many."""
    flags: Mapping[str, bool] = field(default_factory=dict)
    """Feature that parts of this family may have -> whether this one has it."""
    shape: Mapping[str, str] = field(default_factory=dict)
    """Aspect -> the word that describes it; the alternatives stand in captions.ALTERNATIVES."""


Build = Callable[[Dice], Draft]


@dataclass(frozen=True, slots=True)
class Builder:
    """One way to build a family of parts."""

    family: str
    name: str
    build: Build
    held_out: bool = False
    """Never trained on, though its family may be."""
