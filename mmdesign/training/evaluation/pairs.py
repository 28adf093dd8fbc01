"""Two designs of one family, or two texts about one design, that differ in one known fact.

The family says nothing here: only who sees the feature, the shape or the number can tell.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import FloatArray
from mmdesign.training.captions import is_phrase, plural, shape_phrase, with_article
from mmdesign.training.contests import Difference, by_family, differences
from mmdesign.training.dataset import Record
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.ranking import winning
from mmdesign.training.evaluation.subject import Seen, Subject
from mmdesign.training.vocabulary import NUMBERS, WORDS

TWO_DESIGNS = "Two designs of one family, one text: the right design wins"
TWO_TEXTS = "One design, two texts that differ in one fact: the right text wins"
KINDS = ("present or absent", "shape word", "count, ratio 1.5 or more", "count, any other")
CLEAR_RATIO = 1.5
MOST = 3000
"""Pairs of one kind, at most."""
PRIOR = "the family's mean picture"
"""Wins where one text fits the family better, whatever the design looks like."""


@dataclass(frozen=True, slots=True)
class Contest:
    """What is true of one design and not of the other, or said of it rightly and wrongly."""

    kind: str
    design: int
    """Number of the design it is true of."""
    rival: int
    """Number of the other design; the same one where two texts compete."""
    text: str
    other_text: str


def two_designs(records: Sequence[Record]) -> Iterator[Contest]:
    """All pairs of one family and one text that is true of the first only."""
    for first, second in _same_family(records):
        mine, theirs = records[first], records[second]
        for told in differences(mine, theirs):
            right = stating(mine.family, told.right)
            wrong = stating(mine.family, told.wrong) if told.wrong else ""
            yield Contest(_kind(told), first, second, right, wrong)


def two_texts(records: Sequence[Record]) -> Iterator[Contest]:
    """All pairs of texts about one design; the wrong one is true of another of its family."""
    for number, record in enumerate(records):
        lacking = [name for name, there in record.flags.items() if not there]
        for name, there in record.flags.items():
            for other in lacking if there else ():
                yield _texts(KINDS[0], number, record, f"flag:{name}", f"flag:{other}")
    seen = set()
    for first, second in _same_family(records):
        for told in differences(records[first], records[second]):
            if told.wrong and (first, told) not in seen:
                seen.add((first, told))
                yield _texts(_kind(told), first, records[first], told.right, told.wrong)


def _texts(kind: str, number: int, record: Record, right: str, wrong: str) -> Contest:
    return Contest(kind, number, number, stating(record.family, right),
                   stating(record.family, wrong))  # fmt: skip


def _same_family(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    for members in by_family(records).values():
        yield from ((one, other) for one in members for other in members if one != other)


def _kind(told: Difference) -> str:
    if told.right.startswith("flag:"):
        return KINDS[0]
    if told.right.startswith("shape:"):
        return KINDS[1]
    mine, theirs = (int(fact.partition("=")[2]) for fact in (told.right, told.wrong))
    return KINDS[2 if max(mine, theirs) / min(mine, theirs) >= CLEAR_RATIO else 3]


def stating(family: str, fact: str) -> str:
    """'a flange with six bolt holes', 'a hexagonal nut', 'a mug with a handle'."""
    name = WORDS[family].names[0]
    key, _, value = fact.partition("=")
    kind, _, what = key.partition(":")
    if kind == "flag":
        return f"{with_article(name)} with {with_article(what)}"
    if kind == "count":
        number = int(value)
        spelled = NUMBERS[number] if number < len(NUMBERS) else value
        return f"{with_article(name)} with {spelled} {what if number == 1 else plural(what)}"
    phrase = shape_phrase(what, value)
    if is_phrase(what):
        return f"{with_article(name)} with {phrase}"
    return with_article(f"{phrase} {name}")


def drawn(
    contests: Callable[[Sequence[Record]], Iterator[Contest]], records: Sequence[Record], seed: int
) -> Mapping[str, list[Contest]]:
    """At most MOST contests of each kind, by chance."""
    kinds: dict[str, list[Contest]] = {kind: [] for kind in KINDS}
    for contest in contests(records):
        kinds[contest.kind].append(contest)
    generator = np.random.default_rng(seed)
    return {
        kind: [found[index] for index in generator.permutation(len(found))[:MOST]]
        for kind, found in kinds.items() if found
    }  # fmt: skip


def telling_designs(subject: Subject, seen: Seen, seed: int) -> list[Figure]:
    """Which of two designs a text is about."""
    figures: list[Figure] = []
    for kind, contests in drawn(two_designs, seen.records, seed).items():
        texts = subject.texts([contest.text for contest in contests])
        designs, rivals = _numbers(contests)
        for by, means in seen.means.items():
            value = winning(
                (texts * means[designs]).sum(axis=1), (texts * means[rivals]).sum(axis=1)
            )
            figures += figures_of(TWO_DESIGNS, seen.title, by, {kind: value}, len(contests))
        figures += figures_of(TWO_DESIGNS, seen.title, CHANCE, {kind: 0.5}, len(contests))
    return figures


def telling_texts(subject: Subject, seen: Seen, seed: int) -> list[Figure]:
    """Which of two texts is about a design."""
    eyes = {**seen.means, PRIOR: family_means(seen)}
    figures: list[Figure] = []
    for kind, contests in drawn(two_texts, seen.records, seed).items():
        right = subject.texts([contest.text for contest in contests])
        wrong = subject.texts([contest.other_text for contest in contests])
        designs, _ = _numbers(contests)
        for by, means in eyes.items():
            value = winning(
                (right * means[designs]).sum(axis=1), (wrong * means[designs]).sum(axis=1)
            )
            figures += figures_of(TWO_TEXTS, seen.title, by, {kind: value}, len(contests))
        figures += figures_of(TWO_TEXTS, seen.title, CHANCE, {kind: 0.5}, len(contests))
    return figures


def family_means(seen: Seen) -> FloatArray:
    """(N, D) per design the mean vector of its whole family."""
    families = np.array([record.family for record in seen.records])
    return np.stack([seen.means[MODEL][families == family].mean(axis=0) for family in families])


def _numbers(contests: Sequence[Contest]) -> tuple[list[int], list[int]]:
    return [contest.design for contest in contests], [contest.rival for contest in contests]
