"""A clause divided into pieces, each with what it leaves unsaid because words before say it."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.domain import Priority
from mmdesign.spec.amounts import read_amounts
from mmdesign.spec.clauses import Clause
from mmdesign.spec.negations import forbids
from mmdesign.spec.pieces import Piece, cut, is_bare
from mmdesign.spec.piecing import completed
from mmdesign.spec.priorities import permits, priority_in
from mmdesign.spec.quantities import COUNT_WORDS, FEATURE, FLAG_WORDS, HOLE, QUANTITY_WORDS
from mmdesign.spec.sinkings import without_heads
from mmdesign.spec.threads import Thread
from mmdesign.spec.wholes import is_name

_LABEL: Final = re.compile(
    r"\s*(?P<label>[a-z][a-z /()-]{1,40}?|[\u4e00-\u9fff]{1,10})(?:\s*:|\s[-–]\s)\s*(?=\S)"
)
NAMES_SOMETHING: Final = re.compile(
    "|".join(word.pattern.pattern for word in (*QUANTITY_WORDS, *COUNT_WORDS) if word.quantity)
)
ONLY_QUANTITY: Final = re.compile(
    r"\s*(?:(?:the|both|its|overall|total|maximum|minimum|max|min)\s+)*(?:length|width|height|"
    r"mass|weight|volume)s?\s*|\s*[长宽高]度?\s*"
)
_PART_NAME: Final = re.compile(
    r"\s*(?:the |this |our |new )?(?:[\w-]{2,16} ){0,2}(?:bracket|flange|plate|housing|box|"
    r"enclosure|gear|tube|cylinder|ring|washer|"
    r"cover|mount|holder|hook|stand|case|knob|wheel|shaft|block|hinge|clamp|adapter|spacer|"
    r"bushing|pulley|chair|table|"
    r"lamp|tray|container|frame|stool|bench|desk|shelf|cabinet|sofa|bed|part|vase|cup|bottle|lid|"
    r"panel|body|casing)\s*"
)
_SOFT_ADVERB: Final = re.compile(
    r"\b(?:goal|target|ideally|preferably|preferred|desirable|hopefully|"
    r"optionally|if possible)\b|建议|最好|推荐|"
    r"优先|可选"
)
"""Words that soften what stands with them, not what stands before: 'below 100 g, ideally 80'."""
_ONLY_TIMES: Final = re.compile(
    r"\W*(?:\d{1,3}|two|three|four|five|six|eight|ten|twelve)\s?(?:x|off|places?|plcs?|pcs|nos?)\W*"
)
_NEW_MATTER: Final = re.compile(r"\s*[,;，；]\s*(?!and\b|or\b|[和及与或])")
"""'Ideally below 300 g, walls at least 3 mm': only the mass is a wish."""
_BUT: Final = re.compile(r"[\s,;]*but\b|[\s，；]*但")
"""'You can split it, but into 3 pieces at most': the limit binds."""
_DEPTH: Final = re.compile(r"\bdepth\b|深")
_NONE_OF_THEM: Final = re.compile(
    r"\s*none (?:of (?:them|these|which) )?(?:may be |must be |is |are )?"
    r"(?P<kind>blind|through|threaded|tapped|countersunk|counterbored)\s*"
)
_HOLDS: Final = re.compile(r"\s*(?:[a-z]+ ){0,2}(?:capacity|holds)\b|容量|容积")
"""What a vessel holds goes on being that in the pieces behind."""


def divide(
    clause: Clause,
    plain: str,
    threads: tuple[Thread, ...],
    fixed: Priority | None,
    stated: Priority,
) -> list[Piece]:
    """Pieces with the priority of their own modal, else of the one before, else of the clause.

    Args:
        clause: As written.
        plain: Its normalised text; materials, conditions and threads blanked out.
        threads: That stand in it.
        fixed: Priority of a label such as '(should)', which holds for all of it.
        stated: Priority of its first modal, else of the heading above it.
    """
    pieces: list[Piece] = []
    spans = cut(plain, threads)
    label = _LABEL.match(plain)
    if label and _is_name(label["label"], clause):
        plain = " " * label.end() + plain[label.end() :]
        label = None
    before = fixed or _prior(clause, plain, spans, stated)
    for start, end in spans:
        inside = tuple(
            replace(thread, start=thread.start - start, end=thread.end - start)
            for thread in threads
            if start <= thread.start < end
        )
        text = plain[start:end]
        priority = fixed or priority_in(text) or before
        before = priority if priority_in(text) else before
        if permits(text) and _BUT.match(plain, end):
            before = fixed or clause.priority or "must"
        if read_amounts(text) and _SOFT_ADVERB.search(text) and _NEW_MATTER.match(plain, end):
            before = fixed or clause.priority or "must"
        _share_amount(clause, pieces, text)
        if not text.strip():
            continue
        _take_back(pieces, text)
        text = _said_whole(text, pieces, label if label and start >= label.end() else None)
        pieces.append(
            Piece(
                _in_whole_words(clause.text, start, end), text, read_amounts(text), inside, priority
            )
        )
    return completed(without_heads(_without_part_name(pieces, clause)))


def _in_whole_words(text: str, start: int, end: int) -> str:
    """What a piece covers of its clause; a material that was read ahead left only a part of it."""
    while 0 < start < len(text) and text[start - 1 : start + 1].isalnum() and text[start].isascii():
        start -= 1
    while 0 < end < len(text) and text[end - 1 : end + 1].isalnum() and text[end].isascii():
        end += 1
    return text[start:end].strip()


def _prior(clause: Clause, plain: str, spans: list[tuple[int, int]], stated: Priority) -> Priority:
    """What holds for the first piece of a clause that has no label."""
    first = plain[slice(*spans[0])] if spans else ""
    if _is_demand(first):
        return clause.priority or "must"
    late = _SOFT_ADVERB.search(plain, spans[0][1] if spans else 0) is not None
    if (late or permits(plain)) and priority_in(first) is None:
        stated = "must"
    return _first_priority(plain, spans) or clause.priority or stated


def _is_demand(text: str) -> bool:
    """Whether a first piece sizes something without a modal; one further on is not its own."""
    sized = any(not is_bare(amount) for amount in read_amounts(text))
    return sized and priority_in(text) is None


def _is_name(plain: str, clause: Clause) -> bool:
    if _PART_NAME.fullmatch(plain):
        return True
    sized = NAMES_SOMETHING.search(plain) or _DEPTH.search(plain)
    return clause.opens and is_name(plain) and not sized


def _share_amount(clause: Clause, pieces: list[Piece], text: str) -> None:
    """'Length, width and height 40 mm': a name alone takes the amount of the piece behind it."""
    if not pieces or not ONLY_QUANTITY.fullmatch(pieces[-1].plain) or not read_amounts(text):
        return
    if named := NAMES_SOMETHING.search(text):
        shared = f"{pieces[-1].plain.strip()} {text[named.end() :]}"
        pieces[-1] = replace(
            pieces[-1], text=clause.text, plain=shared, amounts=read_amounts(shared)
        )


def _said_whole(text: str, pieces: list[Piece], label: re.Match[str] | None) -> str:
    """A piece with the words that it leaves out; takes back the piece that only names it."""
    if not NAMES_SOMETHING.search(text) and not FEATURE.search(text):
        counts = label is not None and any(map(is_bare, read_amounts(label["label"])))
        of_holes = bool(pieces) and HOLE.search(pieces[0].plain) is not None
        if label and not (counts or of_holes or _ONLY_TIMES.fullmatch(text)):
            text = f"{label['label']}: {text.strip()}"
        elif read_amounts(text) and pieces and _only_names(pieces[-1]):
            text = f"{pieces.pop().plain.strip()} {text.strip()}"
    if not pieces:
        return text
    none_of = _NONE_OF_THEM.fullmatch(text)
    if none_of and HOLE.search(pieces[-1].plain):
        return f"no {none_of['kind']} holes"
    if read_amounts(text):
        return f"capacity {text.strip()}" if _HOLDS.match(pieces[0].plain) else text
    if _goes_on_forbidding(pieces[-1].plain, text):
        return f"no {text.strip()}"
    return text


def _take_back(pieces: list[Piece], text: str) -> None:
    """'All edges rounded' before 'radius at least 1 mm' only names what is sized there."""
    if pieces and read_amounts(text) and _only_names(pieces[-1]):
        before, here = (
            {
                word.quantity
                for word in QUANTITY_WORDS
                if word.quantity and word.pattern.search(said)
            }
            for said in (pieces[-1].plain, text)
        )
        if before and before == here:
            pieces.pop()


def _only_names(piece: Piece) -> bool:
    """'One continuous wall' before '0.8 mm'."""
    unsized = all(is_bare(a) and set(a.values) == {1.0} for a in piece.amounts)
    return unsized and not piece.threads and NAMES_SOMETHING.search(piece.plain) is not None


def _goes_on_forbidding(before: str, text: str) -> bool:
    """'Free of undercuts and sharp edges': what is listed on is forbidden too."""
    listed = re.fullmatch(r"(?:or |and )?(?:[a-z-]+\s?){1,3}", text.strip()) is not None
    leads = re.match(r".{0,40}\b(?:no|without|free (?:of|from)|avoid)\b", before) is not None
    return listed and leads and forbids(before) and not forbids(text)


def _first_priority(plain: str, spans: list[tuple[int, int]]) -> Priority | None:
    """Priority of the first modal; 'may' and 可 only permit what stands with them."""
    parts = [plain[start:end] for start, end in spans]
    parts = [part for at, part in enumerate(parts) if at == 0 or not _SOFT_ADVERB.search(part)]
    return next((p for part in parts if (p := priority_in(part)) and not permits(part)), None)


def _without_part_name(pieces: list[Piece], clause: Clause) -> list[Piece]:
    """'Stool, max. weight 3.5 kg': the first piece only names the part."""
    first = pieces[0] if pieces else None
    if first is None or len(pieces) < 2 or first.threads:
        return pieces
    named = not (first.amounts or _is_settled(first)) and _is_name(first.plain, clause)
    return pieces[1:] if named and any(map(_is_settled, pieces[1:])) else pieces


def _is_settled(piece: Piece) -> bool:
    """Whether geometry settles a piece: a size, holes, one of the yes-or-no facts."""
    sized = any(not is_bare(amount) for amount in piece.amounts)
    flagged = any(pattern.search(piece.plain) for _, pattern in FLAG_WORDS)
    return sized or flagged or HOLE.search(piece.plain) is not None
