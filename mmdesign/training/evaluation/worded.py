"""Words against what designs are called: is the vector of a design's name worth asking?

A library of generated designs gets names as people give them: a share of the designs is called by
one of its family's words, the rest by a number. A family is then asked for by a word of its that
none of its designs is called by. What names count beside looks is learned on one half of the
families and tried on the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray
from mmdesign.library.likeness import NAMES_WEIGHT, NameScale
from mmdesign.training.captions import with_article
from mmdesign.training.dataset import Record, Split
from mmdesign.training.evaluation.figures import CHANCE, Figure, figures_of
from mmdesign.training.evaluation.ranking import relatives
from mmdesign.training.evaluation.subject import Subject, pictures
from mmdesign.training.vocabulary import WORDS

ASKED = "Words to designs of a family, by look and by what designs are called"
LOOK, NAMES, BOTH, WORDS_SHARED = "look", "names", "look and names", "words in common"
SHIPPED = "look and names, as the library weighs them"
SHARES = (1.0, 0.5, 0.1)
"""Of the designs that are called by a word."""
WEIGHTS = tuple(np.round(np.arange(0, 2.01, 0.1), 2).tolist())


@dataclass(frozen=True, slots=True)
class Asking:
    """Q questions to N designs."""

    looks: DoubleArray
    """(Q, N) cosines of the words with the looks."""
    names: DoubleArray
    """(Q, N) cosines of the words with what the designs are called."""
    shared: DoubleArray
    """(Q, N) shares of the words asked for that are in the name."""
    right: NDArray[np.bool_]
    """(Q, N) whether a design is of the family asked for."""
    half: NDArray[np.bool_]
    """(Q,) the half of the families that a question belongs to."""


def worded_figures(subject: Subject, split: Split, title: str) -> list[Figure]:
    """What names add to looks when words are searched for."""
    records = split.records
    looks = subject.designs(pictures(split))
    figures: list[Figure] = []
    for share in SHARES:
        asking = _asking(subject, records, looks, share)
        if asking is None:
            return []
        on = f"{title}, {share:.0%} of them named"
        learned = _learned(asking)
        ways: Mapping[str, DoubleArray] = {
            LOOK: asking.looks, NAMES: asking.names, WORDS_SHARED: asking.shared,
            BOTH: _both(asking, learned), SHIPPED: _joined(asking, NAMES_WEIGHT),
        }  # fmt: skip
        everywhere = np.ones(asking.right.shape, bool)
        for by, similarity in ways.items():
            found = relatives(similarity, asking.right, everywhere)
            row = dict(found.row())
            if by == BOTH:
                row["weight of names"] = float(np.mean(learned))
            figures += figures_of(ASKED, on, by, row, len(asking.right))
        chance = {"mAP": float(asking.right.mean(axis=1).mean())}
        figures += figures_of(ASKED, on, CHANCE, chance, len(asking.right))
    return figures


def _asking(
    subject: Subject, records: Sequence[Record], looks: NDArray[np.float32], share: float
) -> Asking | None:
    random = np.random.default_rng(3)
    families = sorted({record.family for record in records if len(WORDS[record.family].names) > 1})
    if len(families) < 2:
        return None
    wanted = {family: random.choice(WORDS[family].names) for family in families}
    names = []
    for number, record in enumerate(records):
        others = [name for name in WORDS[record.family].names if name != wanted.get(record.family)]
        is_named = random.random() < share and others
        names.append(
            str(random.choice(others)) if is_named else f"{4000 + 7 * number}-{number % 9}"
        )
    questions = subject.texts([with_article(wanted[family]) for family in families])
    own = np.array([record.family for record in records])
    return Asking(
        (questions @ looks.T).astype(float),
        (questions @ subject.texts(names).T).astype(float),
        np.array([[_shared(wanted[family], name) for name in names] for family in families]),
        np.array([own == family for family in families]),
        np.arange(len(families)) % 2 == 0,
    )


def _shared(asked: str, name: str) -> float:
    words = asked.split()
    return sum(word in name.split() for word in words) / len(words)


def _learned(asking: Asking) -> tuple[float, float]:
    """The weight that is best for one half of the families, for use on the other, and back."""
    return _best(asking, ~asking.half), _best(asking, asking.half)


def _best(asking: Asking, chosen: NDArray[np.bool_]) -> float:
    right, every = asking.right[chosen], np.ones(asking.right[chosen].shape, bool)

    def value(weight: float) -> float:
        similarity = _joined(asking, weight)[chosen]
        return float(relatives(similarity, right, every).row()["mAP"])

    return float(max(WEIGHTS, key=value))


def _joined(asking: Asking, weight: float) -> DoubleArray:
    return np.stack([
        NameScale.of(looks, names).joined(looks, names, weight)
        for looks, names in zip(asking.looks, asking.names, strict=True)
    ])  # fmt: skip


def _both(asking: Asking, weights: tuple[float, float]) -> DoubleArray:
    first, second = (_joined(asking, weight) for weight in weights)
    return np.where(asking.half[:, None], first, second)
