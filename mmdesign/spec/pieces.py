"""A clause cut into pieces that are each about one thing, and what the words in a piece name."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from mmdesign.domain import Lint, Priority, Requirement, RequirementKind
from mmdesign.spec.amounts import Amount, read_amounts, without_comparators
from mmdesign.spec.clauses import Clause, normalise
from mmdesign.spec.holes import Thread
from mmdesign.spec.subjects import subject_of
from mmdesign.spec.vocabulary import (
    ABSENT_WORDS,
    COUNT_WORDS,
    FLAG_WORDS,
    NEGATION,
    NEGATION_AFTER,
    PHYSICAL_WISHES,
    PRIORITIES,
    QUANTITY_WORDS,
    STYLE_WORDS,
    QuantityWord,
)

_STANDARDS: Final = re.compile(
    r"\b(?:iso|din|astm|en|aisi|ansi|asme|rev|grade|page|fig|jis|gb/t|ul|sae)[ -]?\d[\w.-]{0,12}"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b3d\b|\b2d\b|\b3-d\b|(?<=\d)\s?[hgfknp]\d{1,2}\b"
    r"|\bfor (?:extra |added |better |more )?(?:strength|stiffness|rigidity|stability)\b",
    re.IGNORECASE,
)
_BOUNDARY: Final = re.compile(
    r"\s*[,;，；、]\s*(?:and\s+|with\s+|but\s+)?"
    r"|\s+(?:and|plus|but|featuring|including|having)\s+"
    r"|\s+with\s+(?!(?:an? )?(?:diameter|radius|dia\b|\d|Ø|outer|inner|outside))"
    r"|\s*(?:并且|以及|且|并)\s*"
)
HOLE: Final = re.compile(r"\bholes?\b|\bbores?\b|孔(?!距)")
_COUNT_GAP: Final = (
    r"^[\s-]*(?:[x×]\s*|off\s|pcs\.?\s|pieces of\s|nos\.?\s|个|處|处|只|枚|颗|条|根|件|块)?\s*的?"
    r"(?:(?!(?:of|in|with|and|for|to|at|on|by)\b)[a-zØ\d.\"°/-]{1,20}\s+){0,4}?"
    r"(?:(?![个处只枚颗条根件块，,])[\u4e00-\u9fffØ\d.a-z]){0,16}?-?(?:"
)
_COUNTED: Final = tuple(
    (word, re.compile(_COUNT_GAP + word.pattern.pattern + ")")) for word in COUNT_WORDS
)
_ANY_COUNTED: Final = re.compile("|".join(word.pattern.pattern for word in COUNT_WORDS))
_NEAR_CHARACTERS: Final = 100
_NUMBER_OF: Final = re.compile(
    r"(?:number of|no\. of|count|qty|quantity|数量|孔数|件数|数)[^\d]{0,40}$"
)

_ACTED_ON: Final = re.compile(
    r"\b(?:join|connect|hold|fasten|attach|clamp|mount|support|link|between)(?:s|es|ing)?"
    r"(?: (?:the|these|those))?\s*$"
)
"""'Joins two parts': the number is of what the design works on, not of its own features."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a clause about one thing."""

    text: str
    plain: str
    """Normalised; materials, standards and threads blanked out. Same length as text."""
    amounts: tuple[Amount, ...]
    threads: tuple[Thread, ...]
    priority: Priority


@dataclass(slots=True)
class Reading:
    """What a clause says; requirements have no id yet, and parent '' means the holes before it."""

    requirements: list[Requirement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lint: list[Lint] = field(default_factory=list)
    material: str | None = None


def priority_of(clause: Clause) -> Priority:
    """Priority that a clause states, else its heading's, else must."""
    plain = normalise(clause.text)
    found = next((name for name, pattern in PRIORITIES if pattern.search(plain)), None)
    return found or clause.priority or "must"


def blank(text: str, start: int, end: int) -> str:
    """Replace a stretch by spaces, so that positions stay true."""
    return text[:start] + " " * (end - start) + text[end:]


def masked(text: str) -> str:
    """Normalise a clause and blank out numbers that are names: ISO 2768, 2024-05-01, H7."""
    return _STANDARDS.sub(lambda match: " " * len(match[0]), normalise(text))


def cut(plain: str, threads: tuple[Thread, ...]) -> list[tuple[int, int]]:
    """Cut a clause between statements that can be tested on their own."""
    spans = [(amount.start, amount.end) for amount in read_amounts(plain)]
    spans += [(thread.start, thread.end) for thread in threads]
    cuts = [
        match.span()
        for match in _BOUNDARY.finditer(plain)
        if not any(start < match.end() and match.start() < end for start, end in spans)
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(plain)]
    pieces: list[tuple[int, int]] = []
    open_before = adjective_before = False
    for start, end in zip(starts, ends, strict=True):
        amounts = read_amounts(plain[start:end])
        is_open = not _testable(plain, (start, end), amounts, threads)
        adjective = _is_adjective(plain[start:end])
        goes_on = is_open and open_before and not (adjective and adjective_before)
        if pieces and (goes_on or (amounts and amounts[0].form == "bare_tolerance")):
            pieces[-1] = pieces[-1][0], end
        else:
            pieces.append((start, end))
        open_before, adjective_before = is_open, adjective
    return pieces


def _is_adjective(text: str) -> bool:
    words = re.sub(
        r"\b(?:it|must|should|shall|be|and|is|very|the|part|design|look|looks)\b", " ", text
    ).split()
    return len(words) == 1 and (
        STYLE_WORDS.search(text) is not None
        or any(pattern.search(text) for pattern, _ in PHYSICAL_WISHES)
    )


def _testable(
    plain: str, span: tuple[int, int], amounts: tuple[Amount, ...], threads: tuple[Thread, ...]
) -> bool:
    """Whether a part says something that geometry can settle; else it takes eyes."""
    text = plain[slice(*span)]
    return (
        any(span[0] <= thread.start < span[1] for thread in threads)
        or any(not is_bare(amount) or counted(text, amount) for amount in amounts)
        or HOLE.search(text) is not None
        or any(pattern.search(text) for _, pattern in FLAG_WORDS)
        or any(pattern.search(text) for _, _, pattern in ABSENT_WORDS)
    )


def is_bare(amount: Amount) -> bool:
    """Whether a number stands without unit, sign or size."""
    return amount.unit is None and not amount.prefix and amount.form != "size"


def is_negated(piece: Piece) -> bool:
    """Whether a piece forbids; the 'no' of 'no more than' does not count."""
    plain = without_comparators(piece.plain)
    return NEGATION.search(plain) is not None or NEGATION_AFTER.search(plain) is not None


def counted(plain: str, amount: Amount) -> QuantityWord | None:
    """The countable thing that an amount is a number of."""
    whole = all(float(value).is_integer() for value in amount.values)
    if (
        amount.unit is not None
        or amount.prefix
        or amount.form not in {"single", "range"}
        or not whole
    ):
        return None
    after = plain[amount.end : amount.end + _NEAR_CHARACTERS]
    before = plain[max(0, amount.start - _NEAR_CHARACTERS) : amount.start]
    if _ACTED_ON.search(before):
        return None
    if _NUMBER_OF.search(before):
        return next((word for word in COUNT_WORDS if word.pattern.search(before)), None)
    if not _ANY_COUNTED.search(after) and not re.match(r"\s?[x×]", after):
        return None
    if re.match(r"\s?[x×]\s?(?:Ø|\s{2})", after):
        return COUNT_WORDS[0]
    return next((word for word, pattern in _COUNTED if pattern.match(after)), None)


def named(piece: Piece, index: int) -> QuantityWord | None:
    """The quantity that the nearest words give to an amount; words right behind it win."""
    amount = piece.amounts[index]
    edge = piece.amounts[index - 1].end if index else 0
    limit = piece.amounts[index + 1].start if index + 1 < len(piece.amounts) else len(piece.plain)
    before = re.split(r"[;；]", piece.plain[edge : amount.start])[-1]
    after = re.split(r"[,;，；、(]", piece.plain[amount.end : limit])[0]
    ranked: list[tuple[float, int, QuantityWord]] = []
    for order, word in enumerate(QUANTITY_WORDS):
        ranked.extend(
            (10.0 + len(before) - match.end(), order, word)
            for match in word.pattern.finditer(before)
        )
        following = word.pattern.search(after)
        if following:
            gap = len(after[: following.start()].strip(" -"))
            ranked.append((0.0 if gap == 0 else 30.0 + gap, order, word))
    ranked = [entry for entry in ranked if _fits(entry[2], amount)]
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _fits(word: QuantityWord, amount: Amount) -> bool:
    if amount.unit is None:
        return word.unit == "mm" or (word.quantity == "mass" and amount.form != "size")
    if amount.unit == "%":
        return word.quantity in {"overhang_area_fraction", "undercut_area_fraction"}
    return word.unit == amount.unit


def add(piece: Piece, reading: Reading, kind: RequirementKind, **fields: object) -> None:
    """Add a requirement about a piece; it gets its id when all clauses are read."""
    quantity = str(fields.get("quantity") or "").replace("_", " ")
    subject = (
        str(fields.pop("subject", "")) or subject_of(piece.plain) or quantity or piece.text.lower()
    )
    requirement = Requirement("", piece.text, kind, subject, priority=piece.priority)
    reading.requirements.append(replace(requirement, **fields))  # type: ignore[arg-type]
