"""Facts of a design -> sentences that are true of it, and near misses that are not.

Every caption carries the facts it states, as keys such as `family=gear` or `count:tooth=24`.
A caption holds for a design exactly if all its keys are among the design's own, so a batch can
tell which other designs a caption also describes instead of pushing those away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mmdesign.training.dataset import Record
from mmdesign.training.parts.draft import Dice
from mmdesign.training.vocabulary import (
    ALTERNATIVES,
    CHINESE_FEATURES,
    NOUN_ASPECTS,
    NUMBERS,
    PLURALS,
    SUFFIX_ASPECTS,
    WORDS,
)

FRAMES = ("{}", "{}", "{}", "a picture of {}", "a 3D model of {}", "a CAD model of {}",
          "a render of {}", "a design of {}", "this is {}", "the part is {}")  # fmt: skip
CHINESE_FRAMES = ("{}", "一个{}", "{}的三维模型", "{}设计")


@dataclass(frozen=True, slots=True)
class Caption:
    """A sentence and what it claims."""

    text: str
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """A phrase a requirement could ask for, and whether it holds for one design."""

    text: str
    holds: bool
    kind: str
    """'family', 'count', 'flag' or 'shape': what it is about."""


def facts_of(record: Record) -> frozenset[str]:
    """Everything that is known to be true of a design, as keys."""
    if record.source != "parts":
        named = {f"text={record.text}"}
        if record.family:
            named |= {f"label={record.family}"}
        return frozenset(named | {f"family={family}" for family in families_of(record.family)})
    words = WORDS[record.family]
    facts = {f"family={record.family}", f"kind={words.kind}", f"color={record.material}"}
    facts |= {f"count:{name}={number}" for name, number in record.counts.items() if number}
    facts |= {f"flag:{name}" for name, there in record.flags.items() if there}
    facts |= {f"shape:{aspect}={word}" for aspect, word in record.shape.items()}
    return frozenset(facts)


def families_of(label: str) -> list[str]:
    """Families of generated parts that may be called by a label."""
    return [family for family, words in WORDS.items() if label and label in words.names]


def captions(record: Record, count: int, seed: int) -> tuple[Caption, ...]:
    """Different true sentences about a design, its bare name among them."""
    dice = Dice(seed)
    if record.source != "parts":
        return _named_captions(record, count, dice)
    made = {caption.text: caption for caption in (_bare(record, dice), _sentence(record, dice))}
    for _ in range(4 * count):
        if len(made) >= count:
            break
        caption = _chinese(record, dice) if dice.yes(0.1) else _sentence(record, dice)
        made.setdefault(caption.text, caption)
    return tuple(made.values())[:count]


def near_misses(record: Record, count: int, seed: int) -> tuple[Caption, ...]:
    """Sentences that name a part's family and one fact that it lacks; none for named designs."""
    if record.source != "parts":
        return ()
    dice = Dice(seed)
    candidates = [f"count:{name}={wrong}" for name, number in record.counts.items() if number
                  for wrong in _other_counts(number)]  # fmt: skip
    candidates += [f"flag:{name}" for name, there in record.flags.items() if not there]
    candidates += [
        f"shape:{aspect}={other}" for aspect in record.shape
        for other in ALTERNATIVES[aspect] if other not in record.shape.values()
    ]  # fmt: skip
    return tuple(worded(record.family, fact, dice) for fact in dice.some(candidates, count))


def _other_counts(number: int) -> list[int]:
    near = {number - 2, number - 1, number + 1, number + 2, 2 * number, number // 2}
    return sorted(other for other in near if other > 0 and other != number)


def worded(family: str, fact: str, dice: Dice) -> Caption:
    """A caption of a family and one more fact, in one of many wordings."""
    name = dice.pick(WORDS[family].names)
    key, _, value = fact.partition("=")
    kind, _, what = key.partition(":")
    if kind == "count":
        text = f"{with_article(name)} with {counted(what, int(value), dice)}"
    elif kind == "flag":
        text = f"{with_article(name)} with {with_article(what)}"
    elif is_phrase(what):
        text = f"{with_article(name)} with {shape_phrase(what, value)}"
    else:
        text = with_article(f"{shape_phrase(what, value)} {name}")
    return Caption(dice.pick(FRAMES).format(text), frozenset({f"family={family}", fact}))


def _named_captions(record: Record, count: int, dice: Dice) -> tuple[Caption, ...]:
    own = frozenset({f"text={record.text}"})
    made = [Caption(record.text, own), Caption(dice.pick(FRAMES).format(record.text), own)]
    short = record.text.split(":")[0].split(",")[0]
    if short != record.text:
        made.append(Caption(short, own))
    if record.family:
        label = frozenset({f"label={record.family}"})
        made.append(Caption(dice.pick(FRAMES).format(with_article(record.family)), label))
        for family in families_of(record.family)[:1]:
            name = dice.pick(WORDS[family].names)
            made.append(Caption(with_article(name), frozenset({f"family={family}"})))
    return tuple({caption.text: caption for caption in made}.values())[:count]


def _bare(record: Record, dice: Dice) -> Caption:
    words = WORDS[record.family]
    if dice.yes(0.15):
        return Caption(f"a {words.kind} that {words.use}", frozenset({f"family={record.family}"}))
    name = dice.pick(words.names)
    return Caption(dice.pick((name, with_article(name))), frozenset({f"family={record.family}"}))


def _sentence(record: Record, dice: Dice) -> Caption:
    """One to three facts in one of many wordings."""
    words = WORDS[record.family]
    facts = {f"family={record.family}"}
    name = dice.pick(words.names) if dice.yes(0.85) else words.names[0]
    front, back = _chosen(record, dice, facts)
    if dice.yes(0.25):
        front.insert(0, dice.pick((record.material, *record.material.split()[-1:])))
        facts.add(f"color={record.material}")
    subject = with_article(" ".join([*front, name]))
    tail = f" with {_and(back)}" if back else ""
    if dice.yes(0.12):
        tail += f"; it {words.use}"
    return Caption(dice.pick(FRAMES).format(subject + tail), frozenset(facts))


def _chosen(record: Record, dice: Dice, facts: set[str]) -> tuple[list[str], list[str]]:
    """Pick facts; returns adjectives for before the name and phrases for after 'with'."""
    available = [("count", *item) for item in record.counts.items() if item[1] > 0]
    available += [("flag", name, 1) for name, there in record.flags.items() if there]
    adjectives = list(record.shape.items())
    back: list[str] = []
    front: list[str] = []
    for kind, name, number in dice.some(available, dice.pick((0, 1, 1, 2, 3))):
        if kind == "count":
            facts.add(f"count:{name}={number}")
            back.append(counted(name, number, dice))
        else:
            facts.add(f"flag:{name}")
            back.append(with_article(name))
    for aspect, word in dice.some(adjectives, dice.pick((0, 0, 1, 2))):
        facts.add(f"shape:{aspect}={word}")
        (back if is_phrase(aspect) else front).append(shape_phrase(aspect, word))
    return front, back


def _chinese(record: Record, dice: Dice) -> Caption:
    facts = {f"family={record.family}"}
    text = dice.pick(WORDS[record.family].chinese)
    known = [item for item in record.counts.items() if item[1] > 0 and item[0] in CHINESE_FEATURES]
    if known and dice.yes(0.6):
        name, number = dice.pick(known)
        facts.add(f"count:{name}={number}")
        text = f"带{number}个{CHINESE_FEATURES[name]}的{text}"
    return Caption(dice.pick(CHINESE_FRAMES).format(text), frozenset(facts))


def counted(name: str, number: int, dice: Dice) -> str:
    """'four holes', '4 holes'; the plural of the noun at its end."""
    spelled = NUMBERS[number] if number < len(NUMBERS) and dice.yes(0.6) else str(number)
    return f"{spelled} {name if number == 1 else plural(name)}"


def plural(name: str) -> str:
    """Plural of a feature's name."""
    *before, last = name.split()
    return " ".join([*before, PLURALS.get(last, f"{last}s")])


def shape_phrase(aspect: str, word: str) -> str:
    """A word of shape as it stands in a sentence: 'rounded corners', 'hexagonal'."""
    if aspect in SUFFIX_ASPECTS:
        suffix = SUFFIX_ASPECTS[aspect]
        return f"{word} {suffix}" if suffix.endswith("s") else with_article(f"{word} {suffix}")
    return with_article(word) if aspect in NOUN_ASPECTS else word


def is_phrase(aspect: str) -> bool:
    """Whether the word of an aspect stands behind 'with', not before the name."""
    return aspect in NOUN_ASPECTS or aspect in SUFFIX_ASPECTS


def statements(record: Record, seed: int, others: Sequence[str]) -> tuple[Statement, ...]:
    """True phrases about a part and false ones, each kind as often true as false.

    Args:
        record: A procedural part.
        seed: Of the choice of words.
        others: Families to take wrong names from.
    """
    dice = Dice(seed)
    words = WORDS[record.family]
    wrong = [family for family in others if not _overlap(family, record.family)]
    made = []
    for name in dice.some(words.names, 2):
        made.append(Statement(name, True, "family"))
        made.append(Statement(dice.pick(WORDS[dice.pick(wrong)].names), False, "family"))
    made += _flag_statements(record, dice)
    made += _shape_statements(record, dice)
    return tuple(made)


def _overlap(family: str, other: str) -> bool:
    """Whether one of two families could be called by a name of the other."""
    mine = {word for name in WORDS[family].names for word in name.split()}
    theirs = {word for name in WORDS[other].names for word in name.split()}
    return family == other or bool(mine & theirs) or WORDS[family].kind == WORDS[other].kind


def _flag_statements(record: Record, dice: Dice) -> list[Statement]:
    """What it has, and what parts of its family can have and it has not.

    Half of them name the feature alone, as a requirement often does.
    """
    name = with_article(dice.pick(WORDS[record.family].names))
    made = []
    for flag, there in record.flags.items():
        feature = with_article(flag)
        text = dice.pick((f"{name} with {feature}", f"{name} with {feature}", feature, flag))
        made.append(Statement(text, there, "flag"))
    return made


def _shape_statements(record: Record, dice: Dice) -> list[Statement]:
    made = []
    for aspect, word in record.shape.items():
        wrong = [other for other in ALTERNATIVES[aspect] if other not in record.shape.values()]
        for value, holds in ((word, True), (dice.pick(wrong), False)):
            phrase = shape_phrase(aspect, value)
            text = f"with {phrase}" if is_phrase(aspect) else f"{value} {WORDS[record.family].kind}"
            made.append(Statement(text, holds, "shape"))
    return made


def _and(phrases: Sequence[str]) -> str:
    return phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])} and {phrases[-1]}"


def with_article(name: str) -> str:
    """'a gear', 'an M8 nut'; plural nouns take none."""
    plural_form = name.endswith("s") and not name.endswith("ss")
    if plural_form:
        return name
    letter = len(name) > 1 and name[0] in "AEFHILMNORSX" and name[1] in "- "
    vowel = letter or (name[0] in "aeio" and not name.startswith("one"))
    return f"{'an' if vowel else 'a'} {name}"
