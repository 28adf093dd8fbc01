"""What names add to looks where words are asked for, on a model whose answers are known."""

import zlib

import numpy as np
import pytest

from mmdesign.training.dataset import Record, Split
from mmdesign.training.evaluation.worded import (
    ASKED,
    BOTH,
    LOOK,
    NAMES,
    SHARES,
    SHIPPED,
    worded_figures,
)
from mmdesign.training.vocabulary import WORDS

FAMILIES = [family for family, words in WORDS.items() if len(words.names) > 1][:8]
EACH = 5
WIDTH = 64


def drawn(key):
    vector = np.random.default_rng(zlib.crc32(key.encode())).normal(size=WIDTH)
    return (vector / np.linalg.norm(vector)).astype(np.float32)


class Subject:
    """Knows every word of a family for the same thing, and sees nothing, or all, of a design."""

    def __init__(self, families, sees):
        self.families, self.sees = families, sees

    def texts(self, texts):
        names = {name: family for family in FAMILIES for name in WORDS[family].names}
        return np.stack([drawn(names.get(self._bare(text), text)) for text in texts])

    @staticmethod
    def _bare(text):
        first, _, rest = text.partition(" ")
        return rest if first in ("a", "an") else text

    def designs(self, pictures):
        del pictures
        return np.stack([
            drawn(family if self.sees else f"{family} {number}")
            for number, family in enumerate(self.families)
        ])  # fmt: skip


def figures(sees):
    families = FAMILIES * EACH
    records = tuple(Record(f"{family} {n}", family, "parts") for n, family in enumerate(families))
    count = len(records)
    views = np.zeros((count, 2, 2, 6), np.uint8)
    split = Split(records, np.arange(count, dtype=np.int32), views)
    found = worded_figures(Subject(families, sees), split, "drawn")
    return {(each.on, each.by, each.what): each.value for each in found}


@pytest.mark.parametrize("sees", [False, True])
def test_names_are_worth_what_they_tell(sees):
    found = figures(sees)
    named = f"drawn, {SHARES[0]:.0%} of them named"
    assert found[named, NAMES, "mAP"] == pytest.approx(1.0)
    assert found[named, BOTH, "mAP"] > 0.95
    assert (found[named, LOOK, "mAP"] == pytest.approx(1.0)) == sees
    assert found[named, SHIPPED, "mAP"] >= found[named, LOOK, "mAP"]
    weight = found[named, BOTH, "weight of names"]
    assert (weight > 0) != sees


def test_a_split_of_one_family_has_nothing_to_ask():
    records = (Record("one", FAMILIES[0], "parts"),)
    split = Split(records, np.zeros(1, np.int32), np.zeros((1, 2, 2, 6), np.uint8))
    assert worded_figures(Subject(FAMILIES[:1], True), split, "drawn") == []
    assert "look" in ASKED
