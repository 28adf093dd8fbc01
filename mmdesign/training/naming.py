"""What the families of the training designs are called, and which design is called what."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import FloatArray, IntArray
from mmdesign.training.captions import families_of, with_article
from mmdesign.training.dataset import Record
from mmdesign.training.model import EncodeTexts
from mmdesign.training.vocabulary import WORDS


@dataclass(frozen=True, slots=True)
class Names:
    """M names of K families, and the family of each of N designs."""

    first: IntArray
    """(K + 1,) names of family k are first[k] to first[k + 1]."""
    vectors: FloatArray
    """(M, TEXT_WIDTH) frozen text features."""
    called: IntArray
    """(N,) family of each design; -1 where its own words tell none."""

    def one_each(self, generator: np.random.Generator) -> FloatArray:
        """(K, TEXT_WIDTH): one name of every family, by chance."""
        counts = np.diff(self.first)
        drawn = self.first[:-1] + (generator.random(len(counts)) * counts).astype(np.int32)
        return np.asarray(self.vectors[drawn])


def names_of(records: Sequence[Record], encode: EncodeTexts) -> Names:
    """Collect the names of all families that occur.

    A family that nothing is shown of must not stand among the wrong names: it would be learned as
    wrong for everything.

    Args:
        records: N designs, generated and real ones; a real one is called by its label.
        encode: Texts -> frozen text vectors.
    """
    shown = {record.family for record in records if record.source == "parts"}
    families = [family for family in WORDS if family in shown]
    numbers = {family: number for number, family in enumerate(families)}
    texts = [[with_article(name) for name in WORDS[family].names] for family in families]
    return Names(
        first=np.cumsum([0, *map(len, texts)]).astype(np.int32),
        vectors=encode([text for group in texts for text in group]),
        called=np.array([numbers.get(_family(record), -1) for record in records], np.int32),
    )


def _family(record: Record) -> str:
    if record.source == "parts":
        return record.family
    return next(iter(families_of(record.family)), "")
