"""What the families of the training designs are called and how they are described."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from mmdesign.domain import FloatArray, IntArray
from mmdesign.training.captions import families_of, with_article
from mmdesign.training.dataset import Record
from mmdesign.training.model import EncodeTexts
from mmdesign.training.tuning import Told
from mmdesign.training.vocabulary import WORDS


@dataclass(frozen=True, slots=True)
class Texts:
    """Several texts for each of K families."""

    first: IntArray
    """(K + 1,) texts of family k are first[k] to first[k + 1]; there may be none."""
    vectors: FloatArray
    """(M, TEXT_WIDTH) frozen text features."""

    @classmethod
    def of(cls, groups: Sequence[Sequence[str]], encode: EncodeTexts) -> Self:
        """Encode the texts of each family."""
        texts = [text for group in groups for text in group]
        return cls(np.cumsum([0, *map(len, groups)]).astype(np.int32), encode(texts))

    def draw(self, families: IntArray, generator: np.random.Generator) -> IntArray:
        """(B,) rows of `vectors`: one text of each family, by chance; -1 where there is none."""
        counts = self.first[families + 1] - self.first[families]
        rows = self.first[families] + (generator.random(len(families)) * counts).astype(np.int32)
        return np.where(counts > 0, rows, -1).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Names:
    """How K families are spoken of, and the family of each of N designs."""

    names: Texts
    descriptions: Texts
    """What is said of a family without its name."""
    called: IntArray
    """(N,) family of each design; -1 where its own words tell none."""

    def one_each(self, described_share: float, generator: np.random.Generator) -> FloatArray:
        """(K, TEXT_WIDTH): one text for every family, by chance.

        Args:
            described_share: How many families are described in place of being named.
            generator: The source of chance.
        """
        families = np.arange(len(self.names.first) - 1, dtype=np.int32)
        vectors = self.names.vectors[self.names.draw(families, generator)]
        rows = self.descriptions.draw(families, generator)
        chosen = (generator.random(len(families)) < described_share) & (rows >= 0)
        vectors[chosen] = self.descriptions.vectors[rows[chosen]]
        return np.asarray(vectors)


def names_of(
    records: Sequence[Record], descriptions: Mapping[str, Sequence[str]], encode: EncodeTexts
) -> Names:
    """Collect the names of all families that occur.

    A family that nothing is shown of must not stand among the wrong names: it would be learned as
    wrong for everything.

    Args:
        records: N designs, generated and real ones; a real one is called by its label.
        descriptions: What is said of a family without its name.
        encode: Texts -> frozen text vectors.
    """
    families = shown_families(records)
    numbers = {family: number for number, family in enumerate(families)}
    return Names(
        Texts.of([[with_article(name) for name in WORDS[family].names] for family in families],
                 encode),
        Texts.of([descriptions.get(family, ()) for family in families], encode),
        np.array([numbers.get(_family(record), -1) for record in records], np.int32),
    )  # fmt: skip


def shown_families(records: Sequence[Record]) -> tuple[str, ...]:
    """Families of which there are generated designs, in the order of the vocabulary."""
    shown = {record.family for record in records if record.source == "parts"}
    return tuple(family for family in WORDS if family in shown)


def told_of(families: Sequence[str], descriptions: Mapping[str, Sequence[str]]) -> Told:
    """Names and descriptions of K families, to be told apart."""
    texts = [
        (text, number)
        for number, family in enumerate(families)
        for text in (*map(with_article, WORDS[family].names), *descriptions.get(family, ()))
    ]
    return Told(tuple(text for text, _ in texts),
                np.array([number for _, number in texts], np.int32))  # fmt: skip


def _family(record: Record) -> str:
    if record.source == "parts":
        return record.family
    return next(iter(families_of(record.family)), "")
