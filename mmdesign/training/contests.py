"""Two designs of one family and a fact that only one of them has.

The family says nothing here: only who sees the feature, the shape or the number can tell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import FloatArray, IntArray
from mmdesign.training.captions import worded
from mmdesign.training.dataset import Record
from mmdesign.training.model import EncodeTexts
from mmdesign.training.parts.draft import Dice

RIVALS = 6
"""Of every design, drawn from its family."""
FACTS = 3
"""By which a design is told from one rival, at most."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that holds for the first of two designs and not for the second."""

    right: str
    """Its key."""
    wrong: str
    """Key of what holds for the second one instead; empty where it merely lacks a feature."""


@dataclass(frozen=True, slots=True)
class Contests:
    """M contests, with sentences that settle them."""

    design: IntArray
    """(M,)."""
    rival: IntArray
    """(M,) of the same family."""
    right: IntArray
    """(M,) row of `vectors`: a sentence that is true of the design and not of its rival."""
    wrong: IntArray
    """(M,) row of a sentence that is true of the rival instead; -1 for none."""
    vectors: FloatArray
    """(T, TEXT_WIDTH) frozen text features."""


def differences(mine: Record, theirs: Record) -> Iterator[Difference]:
    """All facts by which one design can be told from another of its family."""
    for name, there in mine.flags.items():
        if there and theirs.flags.get(name) is False:
            yield Difference(f"flag:{name}", "")
    for aspect, word in mine.shape.items():
        other = theirs.shape.get(aspect, word)
        if other != word:
            yield Difference(f"shape:{aspect}={word}", f"shape:{aspect}={other}")
    for name, number in mine.counts.items():
        count = theirs.counts.get(name, 0)
        if number and count and count != number:
            yield Difference(f"count:{name}={number}", f"count:{name}={count}")


def by_family(records: Sequence[Record]) -> dict[str, list[int]]:
    """Numbers of the generated parts of each family."""
    families: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        if record.source == "parts":
            families.setdefault(record.family, []).append(number)
    return families


def draw_contests(records: Sequence[Record], encode: EncodeTexts, seed: int) -> Contests:
    """Some contests of every design, in varied words.

    Args:
        records: N designs; real, named ones have no known facts and take no part.
        encode: Texts -> frozen text vectors.
        seed: Of rivals, facts and words.
    """
    dice, generator = Dice(seed), np.random.default_rng(seed)
    pairs: list[tuple[int, int]] = []
    sentences: list[tuple[str, str]] = []
    for family, members in by_family(records).items():
        for design in members:
            for rival in generator.choice(members, min(RIVALS, len(members)), replace=False):
                told = tuple(differences(records[design], records[int(rival)]))
                for difference in dice.some(told, min(FACTS, len(told))):
                    pairs.append((design, int(rival)))
                    sentences.append(_said(family, difference, dice))
    rows = {text: row for row, text in enumerate(
        dict.fromkeys(text for both in sentences for text in both if text))}  # fmt: skip
    of_pair = np.array(pairs, np.int32).reshape(-1, 2)
    right = np.array([rows[text] for text, _ in sentences], np.int32)
    wrong = np.array([rows[text] if text else -1 for _, text in sentences], np.int32)
    return Contests(of_pair[:, 0], of_pair[:, 1], right, wrong, encode(list(rows)))


def _said(family: str, difference: Difference, dice: Dice) -> tuple[str, str]:
    wrong = difference.wrong and worded(family, difference.wrong, dice).text
    return worded(family, difference.right, dice).text, wrong
