"""What to look for in a picture: phrases for features that it shows, and for things it does not.

Every phrase comes with a mask. A feature's name fills the pixels of that feature and of every
kind of it; a name of the whole design fills all of it; what the design has not fills nothing.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.training.captions import counted, plural, with_article
from mmdesign.training.dataset import Record, map_split
from mmdesign.training.parts.draft import Dice
from mmdesign.training.vocabulary import WORDS
from mmdesign.training.vocabulary.features import called, is_kind_of, is_like

LEAST_PX = 6
"""A feature that covers less than this of a stored view can be neither learned nor found."""
SHOWN, NAMES, ABSENT_FEATURES, ABSENT_NAMES = 5, 1, 6, 2
"""Phrases per picture: features it shows, names of the whole, and what it has not."""
PHRASES = SHOWN + NAMES + ABSENT_FEATURES + ABSENT_NAMES
FRAMES: tuple[Callable[[str, Dice], str], ...] = (
    lambda name, _: name,
    lambda name, _: with_article(name),
    lambda name, _: plural(name),
    lambda name, dice: counted(name, dice.whole(2, 8), dice),
    lambda name, _: f"with {with_article(name)}",
    lambda name, dice: f"{dice.pick(('a part', 'a design', 'a body'))} with {with_article(name)}",
)
"""A requirement names a feature alone most of the time: the first three are drawn more often."""
WORDINGS = 4
"""Different wordings of one name, drawn once."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases and their vectors, by what they are about."""

    features: Mapping[str, tuple[int, ...]]
    """Feature -> rows of `vectors`."""
    families: Mapping[str, tuple[int, ...]]
    """Family -> rows of `vectors`."""
    vectors: FloatArray
    """(T, D) unit vectors."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """B pictures and PHRASES phrases for each."""

    views: ByteArray
    """(B, H, W, CHANNELS)."""
    colors: tuple[tuple[int, int, int], ...]
    """B materials' own colours."""
    phrases: NDArray[np.int64]
    """(B, PHRASES) rows of the phrases' vectors; the first SHOWN are of features shown."""
    masks: NDArray[np.bool_]
    """(B, SHOWN, H, W) where those features are."""
    known: NDArray[np.bool_]
    """(B, PHRASES) whether there is such a phrase at all."""


class Lessons:
    """Draws pictures of generated parts and what to look for in them."""

    def __init__(self, work: Path, phrases: Phrases) -> None:
        self.records, self._shards = map_split(work / "train")
        self.phrases = phrases
        views = np.array([record.views for record in self.records])
        ends = np.cumsum([len(shard) for shard in self._shards])
        first = np.cumsum(views) - views
        self._shard = np.searchsorted(ends, first, side="right")
        self._first = first - np.concatenate([[0], ends[:-1]])[self._shard]
        often = Counter(record.family for record in self.records)
        chance = np.array([_interest(record) * often[record.family] ** -0.5
                           for record in self.records])  # fmt: skip
        self._chance = chance / chance.sum()
        counts = Counter(name for record in self.records for name in record.features)
        self._features = tuple(name for name in phrases.features if counts[name])
        share = np.array([counts[name] for name in self._features]) ** 0.5
        self._share = share / share.sum()

    def draw(self, count: int, generator: np.random.Generator) -> Lesson:
        """The next lesson.

        Args:
            count: B, pictures in it.
            generator: The source of chance.
        """
        designs = generator.choice(len(self.records), count, p=self._chance)
        records = [self.records[design] for design in designs]
        views = np.stack([self._view(int(design), generator) for design in designs])
        asked = [self._asked(record, view[..., 5], generator)
                 for record, view in zip(records, views, strict=True)]  # fmt: skip
        phrases, masks, known = (np.stack(column) for column in zip(*asked, strict=True))
        return Lesson(views, tuple(record.color for record in records), phrases, masks, known)

    def _view(self, design: int, generator: np.random.Generator) -> ByteArray:
        number = int(generator.integers(self.records[design].views))
        return np.asarray(self._shards[self._shard[design]][self._first[design] + number])

    def _asked(
        self, record: Record, feature: ByteArray, generator: np.random.Generator
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
        rows = np.zeros(PHRASES, np.int64)
        known = np.zeros(PHRASES, bool)
        masks = np.zeros((SHOWN, *feature.shape), bool)
        shown = [name for name, mask in marks(record, feature).items() if mask.sum() >= LEAST_PX]
        generator.shuffle(shown)
        for place, name in enumerate(shown[:SHOWN]):
            rows[place] = _one(self.phrases.features[name], generator)
            masks[place], known[place] = marked(record, feature, name), True
        rows[SHOWN] = _one(self.phrases.families[record.family], generator)
        known[SHOWN] = True
        for place in range(SHOWN + NAMES, SHOWN + NAMES + ABSENT_FEATURES):
            name = self._features[generator.choice(len(self._features), p=self._share)]
            rows[place] = _one(self.phrases.features[name], generator)
            known[place] = is_absent(name, record)
        families = tuple(self.phrases.families)
        for place in range(PHRASES - ABSENT_NAMES, PHRASES):
            family = families[generator.integers(len(families))]
            rows[place] = _one(self.phrases.families[family], generator)
            known[place] = not shares_words(family, record)
        return rows, masks, known


def phrases_of(
    records: Sequence[Record], encode: Callable[[Sequence[str]], FloatArray], seed: int = 0
) -> Phrases:
    """Word the names of all features and families, and embed them.

    Args:
        records: Designs that are learned from.
        encode: Texts -> (N, D) unit vectors.
        seed: Of the choice of wordings.
    """
    dice = Dice(seed)
    features = sorted({name for record in records for name in record.features} - {"body"})
    families = sorted({record.family for record in records})
    rows: dict[str, int] = {}
    about: list[dict[str, tuple[int, ...]]] = [{}, {}]
    for name in features:
        worded = dict.fromkeys(word for call in called(name) for word in wordings(call, dice))
        about[0][name] = tuple(rows.setdefault(text, len(rows)) for text in worded)
    for family in families:
        words = WORDS[family]
        worded = dict.fromkeys((*words.names, *map(with_article, words.names), *words.chinese))
        about[1][family] = tuple(rows.setdefault(text, len(rows)) for text in worded)
    return Phrases(about[0], about[1], encode(list(rows)))


def wordings(name: str, dice: Dice) -> tuple[str, ...]:
    """A name of a feature as requirements say it; Chinese names stand alone."""
    if not name.isascii():
        return (name,)
    frames = (*FRAMES[:3], *dice.some(FRAMES[3:], WORDINGS - 3))
    return tuple(frame(name, dice) for frame in frames)


def marks(record: Record, feature: ByteArray) -> dict[str, NDArray[np.bool_]]:
    """(H, W) masks of the features of a design in one view, each with every kind of it.

    Args:
        record: The design.
        feature: (H, W) last channel of a stored view.
    """
    return {name: marked(record, feature, name) for name in record.features if name != "body"}


def marked(record: Record, feature: ByteArray, name: str) -> NDArray[np.bool_]:
    """(H, W) where a view shows what may be called by a feature's name."""
    numbers = [number + 1 for number, other in enumerate(record.features)
               if other != "body" and is_kind_of(other, name)]  # fmt: skip
    return np.isin(feature, numbers)


def is_absent(name: str, record: Record) -> bool:
    """Whether a design surely has nothing that is called by a feature's name."""
    words = {word for called_so in WORDS[record.family].names for word in called_so.split()}
    has = (*record.features, *record.counts, *(flag for flag, yes in record.flags.items() if yes))
    return not words & set(name.split()) and not any(is_like(other, name) for other in has)


def shares_words(family: str, record: Record) -> bool:
    """Whether a design, or a part of it, could be called by a name of a family."""
    theirs = {word for name in WORDS[family].names for word in name.split()}
    own = {word for name in WORDS[record.family].names for word in name.split()}
    own |= {word for feature in record.features for word in feature.split()}
    return bool(theirs & own) or WORDS[family].kind == WORDS[record.family].kind


def _interest(record: Record) -> float:
    """Parts without named features teach only what the whole looks like."""
    return 1.0 if set(record.features) - {"body"} else 0.15


def _one(rows: Sequence[int], generator: np.random.Generator) -> int:
    return rows[int(generator.integers(len(rows)))]
