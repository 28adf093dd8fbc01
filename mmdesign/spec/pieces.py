"""A clause cut into pieces that are each about one thing."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import Final

from mmdesign.domain import Lint, Priority, Requirement, RequirementKind
from mmdesign.spec.amount import Amount
from mmdesign.spec.amounts import read_amounts
from mmdesign.spec.counting import counted
from mmdesign.spec.negations import forbids
from mmdesign.spec.notes import asks_nothing
from mmdesign.spec.quantities import (
    ABSENT_WORDS,
    FLAG_WORDS,
    HOLE,
    QUANTITY_WORDS,
    QuantityWord,
)
from mmdesign.spec.subjects import subject_of
from mmdesign.spec.threads import Thread
from mmdesign.spec.wishes import PHYSICAL_WISHES, STYLE_WORDS

_WITH: Final = (
    r"(?<!provided)(?<!equipped)(?<!fitted)(?<!supplied)(?<!furnished)"
    r"(?<!finished)(?<!comes)(?<!come)(?<!live)"
    r"(?<!compatible)(?<!flush)(?<!rounded)(?<!corners)(?<!edges)(?<!filleted)"
    r"(?<!made)(?<!comply)(?<!accordance)"
    r"\s+with\s+(?!(?:an? )?(?:diameters?|radius|radii|dia\b|\d|Ø|outer|inner|outside|minimum|"
    r"maximum|min\b|max\b|"
    r"at (?:least|most)|wall|r\b|no more|not more|thickness|holes of))"
)
_OTHER_HOLES: Final = (
    r"(?:tapped|threaded|clearance|countersunk|counterbored|blind|mounting|pilot)\s+"
    r"(?:[a-z]+\s+)?holes?"
)
"""'4x M5 clearance holes, 2x tapped holes' are two kinds; 'Ø5 holes, 4x through' is one."""
_MORE_HOLES: Final = re.compile(
    rf"(?:(?:an?|the|\d{{1,2}}(?:\s?[x×])?|one|two|three|four|five|six|eight)\s+)?{_OTHER_HOLES}"
    r"|(?:brass |heat[- ]?set )*inserts?\b|nuts?\b"
)
_BOUNDARY: Final = re.compile(
    r"\s*[,;，；、]\s*(?!\s?\(?(?:[x×]\s?)?\d{1,3}\s?(?:[x×]\s?(?![\dØ]|\s{2,}\S|"
    rf"{_OTHER_HOLES})|off\b|places?\b|plcs?\b|"
    r"pl\b|nos\b|pcs\b|处|个均)|(?:but )?(?:not|no) (?:more|less|larger|bigger|smaller|longer|"
    r"shorter|taller|wider|higher|thinner|lower|over|under)\b(?! than))"
    r"(?:and\s+|with\s+|but\s+|但是?|并且|并|且|而且|以及)?"
    r"|\s*\((?=(?:goal|target|ideal(?:ly)?|prefer(?:ably|red)?|aim)\b)"
    r"|(?<!left)(?<!top)(?<!front)(?<!right)(?<!bottom)"
    r"(?<!back)(?<!rear)(?<!inner)(?<!outer)(?<!inside)(?<!outside)\s+(?:and|plus|but|featuring|"
    r"including|having|while|whereas)\s+(?!(?:up|more|above|over|less|below|larger|greater|"
    r"(?:never|not) (?:below|under|less|above|over|more|thinner|thicker|larger|smaller))\b)"
    r"|\s+and\s+(?!(?:the )?(?:left|right|top|bottom|front|back|rear|inner|outer|inside|outside|up|"
    r"more|above|over|less|below|larger|greater|never|not)\b)"
    rf"|{_WITH}"
    r"|\s+with\s+(?=(?:an? )?(?:Ø ?)?\d[\d.]{0,5} ?mm (?:[a-z]{3,12} )?(?:bore|hole)s?\b)"
    r"|\s*(?:并且|以及|且|并(?!不))\s*"
)


_BETWEEN: Final = re.compile(r"\b(?:between|both)\s(?!\d)(?:(?!\sand\s)[^,;]){1,60}$")


_SUBJECT: Final = re.compile(r"\s*(?:(?:the|all|both|any|every|each) )?(?:[a-z-]{3,20}\s?){1,3}")
_OTHER_SUBJECT: Final = re.compile(
    r"\s*(?:(?:the|all|its) )?(?:[a-z-]{3,20}\s){1,2}"
    r"(?:(?:of|on|in|at) (?:the |its |each )?(?:[a-z-]{3,20}\s){1,3})?(?:shall|must|should|may|"
    r"will|are|is|need)\b"
)
_VERB: Final = re.compile(
    r"\b(?:shall|must|should|may|can|will|is|are|be|has|have|no|not|without|add|use|make|keep|round|"
    r"avoid|remove|give|include|with)\b"
)
_IN_AMOUNT: Final = re.compile(r"\s*[a-z -]{3,40}(?:[,;.]|$)")


def _joins(before: str, boundary: str, after: str) -> bool:
    """Whether a boundary parts nothing.

    'Between the lid and the box', 'edges and corners shall be', '23 kg including packaging',
    'plate with a 6 mm bore', whose size alone is said.
    """
    word = boundary.strip()
    if word == "with" and after[:6].strip("an Ø")[:1].isdigit():
        return not read_amounts(before)
    if word == "including":
        return read_amounts(before) != () and _IN_AMOUNT.match(after) is not None
    if word != "and":
        return False
    if _BETWEEN.search(before):
        return True
    if not (_SUBJECT.fullmatch(before) and _OTHER_SUBJECT.match(after)) or _VERB.search(before):
        return False
    return not any(each.pattern.search(before) for each in QUANTITY_WORDS if each.quantity)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a clause about one thing."""

    text: str
    plain: str
    """Normalised; materials, standards, conditions and threads blanked out."""
    amounts: tuple[Amount, ...]
    threads: tuple[Thread, ...]
    priority: Priority
    heads: tuple[tuple[str, Amount], ...] = ()
    """Sizes of countersinks and counterbores, which are no amounts of it any more."""

    def counted(self, amount: Amount) -> str | None:
        """Quantity that an amount of this piece counts, such as 'hole_count'."""
        word = counted(self.plain, amount, threaded=bool(self.threads))
        return word.quantity if word else None


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief says that holds for all its clauses."""

    unit: str | None = None
    """Unit of bare numbers that it declares: 'mm' or 'inch'."""
    whole: str | None = None
    """What it calls the design itself, where that word mostly names a part."""
    takes_all: bool = False
    """Whether words that seem to be a remark are looked for too, as nothing else was asked."""


@dataclass(slots=True)
class Reading:
    """What a clause says; requirements have no id yet, and parent '' means the holes before it."""

    brief: Brief = Brief()
    requirements: list[Requirement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lint: list[Lint] = field(default_factory=list)
    material: str | None = None
    after_holes: bool = False
    """Whether the clause before spoke of holes, so that 'each' may be one of them."""
    referred: QuantityWord | None = None
    """The quantity of the clause before, where this one speaks of 'the new one'."""
    is_footprint: bool = False
    """Whether it names how wide and how deep the whole is but not how high: sizes along x, y."""
    has_three_sides: bool = False
    """Whether it says how wide, deep and high: sizes of a whole, whatever it is called."""
    fits_it: bool = False
    """Whether the design must fit in what the clause gives the size of."""
    thick_is_extent: bool = False
    """Whether 'thick' stands beside 'wide' and 'deep', and so says how high the whole is."""
    is_long: bool = False
    """Whether it says how long the whole is but not how wide."""
    depth_is_extent: bool = False
    """Whether 'deep' stands beside 'wide' and 'high', and so is a size of the whole."""


def cut(plain: str, threads: tuple[Thread, ...]) -> list[tuple[int, int]]:
    """Cut a clause between statements that can be tested on their own."""
    spans = [(amount.start, amount.end) for amount in read_amounts(plain)]
    spans += [(thread.start, thread.end) for thread in threads]
    spans.sort()
    cuts: list[tuple[int, int]] = []
    for match in _BOUNDARY.finditer(plain):
        span = _free(plain, match, spans)
        before = plain[cuts[-1][1] if cuts else 0 : match.start()]
        if span and not _joins(before, match[0], plain[match.end() : match.end() + 80]):
            cuts.append(span)
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(plain)]
    return _merged(plain, list(zip(starts, ends, strict=True)), threads)


def _free(plain: str, match: re.Match[str], spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where a boundary parts a clause; None when it lies within an amount or a thread."""
    start, end = match.span()
    if _touches(spans, start, end) and _MORE_HOLES.match(plain, end):
        # a blanked thread is spaces too, and no part of the boundary
        start, end = end - len(match[0].lstrip()), start + len(match[0].rstrip())
    return None if _touches(spans, start, end) else (start, end)


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(spans, start, key=lambda span: span[1])
    return at < len(spans) and spans[at][0] < end


def _merged(
    plain: str, spans: list[tuple[int, int]], threads: tuple[Thread, ...]
) -> list[tuple[int, int]]:
    """Keep together what only eyes can judge, and a tolerance with its size."""
    pieces: list[tuple[int, int]] = []
    before: tuple[bool, bool, bool, bool] | None = None
    for start, end in spans:
        text = plain[start:end]
        amounts = read_amounts(text)
        is_open = not _testable(plain, (start, end), amounts, threads)
        state = is_open, _is_adjective(text), forbids(text), asks_nothing(text)
        goes_on = before is not None and is_open and before[0]
        if goes_on and before is not None:
            goes_on = not (state[1] and before[1]) and (state[2] == before[2] or not state[2])
            goes_on = goes_on and state[3] == before[3]
        if pieces and (goes_on or (amounts and amounts[0].form == "bare_tolerance")):
            pieces[-1] = pieces[-1][0], end
        else:
            pieces.append((start, end))
        before = state
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


def add(piece: Piece, reading: Reading, kind: RequirementKind, **fields: object) -> None:
    """Add a requirement about a piece; it gets its id when all clauses are read."""
    quantity = str(fields.get("quantity") or "").replace("_", " ")
    subject = (
        str(fields.pop("subject", "")) or subject_of(piece.plain) or quantity or piece.text.lower()
    )
    requirement = Requirement("", piece.text, kind, subject, priority=piece.priority)
    reading.requirements.append(replace(requirement, **fields))  # type: ignore[arg-type]


def without_amounts(piece: Piece) -> str:
    """The words of a piece, with a space where each amount was."""
    plain = piece.plain
    for amount in reversed(piece.amounts):
        plain = f"{plain[: amount.start]} {plain[amount.end :]}"
    return plain
