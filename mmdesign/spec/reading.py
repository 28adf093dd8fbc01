"""One clause -> its requirements: rules in a fixed order, each on one piece of the clause."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from mmdesign.domain import Lint, Priority
from mmdesign.spec.amounts import read_amounts
from mmdesign.spec.balance_rules import read_balance
from mmdesign.spec.bounds import read_amounts_of, read_hole_piece, read_size
from mmdesign.spec.clauses import Clause
from mmdesign.spec.conditions import blank_condition, under
from mmdesign.spec.hole_kinds import read_hole_kind, read_only_kind
from mmdesign.spec.look_rules import read_absent, read_eyes, read_flags, read_nothing, read_wish
from mmdesign.spec.masking import blank, masked
from mmdesign.spec.material_rules import read_materials
from mmdesign.spec.negations import forbids
from mmdesign.spec.notes import frames, introduces
from mmdesign.spec.pieces import Piece, Reading, cut, is_bare
from mmdesign.spec.piecing import completed
from mmdesign.spec.priorities import BINDS, permits, priority_in, tag_in, without_tag
from mmdesign.spec.quantities import (
    ABSENT_WORDS,
    COUNT_WORDS,
    FEATURE,
    FLAG_WORDS,
    HOLE,
    QUANTITY_WORDS,
    QuantityWord,
)
from mmdesign.spec.signs import normalise
from mmdesign.spec.sinkings import read_heads, without_heads
from mmdesign.spec.threads import Thread, find_threads

Rule = Callable[[Piece, Reading], bool]
MAX_AMOUNTS: Final = 24
_MEASURED_UNITS: Final = frozenset({"mm", "mm2", "mm3", "g", "deg"})
_LABEL: Final = re.compile(
    r"\s*(?P<label>[a-z][a-z /()-]{1,40}?|[\u4e00-\u9fff]{1,10})\s*:\s*(?=\S)"
)
_NAMES_SOMETHING: Final = re.compile(
    "|".join(word.pattern.pattern for word in (*QUANTITY_WORDS, *COUNT_WORDS) if word.quantity)
)
_ONLY_QUANTITY: Final = re.compile(
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
_ISO_NOTE: Final = re.compile(
    r"\s*(?:NOTE|EXAMPLE)(?:\s\d{1,2})?\s+(?=[A-Z][a-z])|注\s?\d{0,2}\s?[:：]"
)
"""Notes of standards inform; those of drawings ('NOTE 2: ...') demand."""
_SOFT_ADVERB: Final = re.compile(
    r"\b(?:ideally|preferably|hopefully|optionally|if possible)\b|建议|最好|推荐|优先|可选"
)
"""Words that soften what stands with them, not what stands before: 'below 100 g, ideally 80'."""
_REFERS_BACK: Final = re.compile(
    r"\bnew (?:one|version|part|design|revision|value)\b|\bnow\b|\bthis (?:one|time)\b|新(?:版|"
    r"件)|改为"
    r"|^\s*(?:but |and )?(?:under no circumstances|in no case|never|nowhere|not (?:less|more)|"
    r"no (?:less|more)|at least|at most)\b|^\s*(?:任何情况下|绝不)"
)
_ONLY_TIMES: Final = re.compile(
    r"\W*(?:\d{1,3}|two|three|four|five|six|eight|ten|twelve)\s?(?:x|off|places?|plcs?|pcs|nos?)\W*"
)
_WIDTH: Final = re.compile(r"\bwid(?:th|e)\b|宽")
_HEIGHT: Final = re.compile(r"\b(?:height|high|tall)\b|高")
_DECLARED_UNITS: Final = re.compile(
    r"\b(?:dimensions?|units?|sizes|measurements?|lengths)\b[^.;]{0,30}?(?:\bin\b|:|"
    r"\bare\b)\s*(?P<unit>mm\b|milli|in\b(?=\s*(?:[.;,)]|$))|inch)"
    r"|单位\s?(?:为|均为|:|是)?\s?(?P<zh>mm|毫米|英寸)"
)


def declared_unit(text: str) -> str | None:
    """Unit that a drawing declares for bare numbers: 'mm', 'inch' or None."""
    found = _DECLARED_UNITS.search(normalise(text))
    if found is None:
        return None
    return "inch" if (found["unit"] or found["zh"]).startswith(("in", "英")) else "mm"


def read_clause(
    clause: Clause,
    *,
    after_holes: bool = False,
    unit: str | None = None,
    opens: bool = False,
    before: str = "",
) -> Reading:
    """Read one clause; every clause gives a requirement, a note or a lint.

    Args:
        clause: One sentence or list item.
        after_holes: Whether the clause before it asked for holes.
        unit: Unit of bare numbers that the brief declares.
        opens: Whether it is the first of several clauses, which often introduces them.
        before: The clause before it, whose quantity 'the new one' refers to.
    """
    reading = Reading(after_holes=after_holes, unit=unit)
    plain, condition = blank_condition(masked(clause.text), clause.text)
    if _is_frame(clause, plain) or (opens and _is_introduction(plain)):
        reading.notes.append(clause.text)
        return reading
    fixed = tag_in(plain)
    plain = without_tag(plain)
    stated = fixed or priority_in(plain) or clause.priority or "must"
    if _REFERS_BACK.search(plain):
        reading.referred = _only_quantity(normalise(before))
    threads = find_threads(clause.text)
    for thread in threads:
        plain = blank(plain, thread.start, thread.end)
    reading.depth_is_extent = _WIDTH.search(plain) is not None and _HEIGHT.search(plain) is not None
    plain = read_materials(clause.text, plain, stated, reading)
    if len(read_amounts(plain)) > MAX_AMOUNTS:
        proposal = "Split it into one sentence per requirement."
        reading.lint.append(
            Lint(clause.text, "There are too many numbers in one clause.", proposal, "too_much")
        )
        return reading
    for piece in _pieces(clause, plain, threads, fixed, stated):
        any(rule(piece, reading) for rule in _RULES)
        read_heads(piece, reading)
    if condition:
        reading.requirements = [under(condition, each) for each in reading.requirements]
    if not (reading.requirements or reading.notes or reading.lint):
        reading.notes.append(clause.text)
    return reading


def _only_quantity(plain: str) -> QuantityWord | None:
    """The one quantity that a text names; None when it names none or several."""
    words = [word for word in QUANTITY_WORDS if word.quantity and word.pattern.search(plain)]
    return words[0] if len(words) == 1 else None


def _is_frame(clause: Clause, plain: str) -> bool:
    amounts = read_amounts(plain)
    has_size = any(
        amount.unit in _MEASURED_UNITS or amount.prefix or amount.form == "size"
        for amount in amounts
    )
    about = (
        HOLE.search(plain) is not None
        or any(pattern.search(plain) for _, pattern in FLAG_WORDS)
        or any(pattern.search(plain) for _, _, pattern in ABSENT_WORDS)
        or (bool(amounts) and _NAMES_SOMETHING.search(plain) is not None)
    )
    if _ISO_NOTE.match(clause.text) and not BINDS.search(plain):
        return True
    if frames(plain, has_size=has_size, about_the_design=about):
        return True
    return clause.framing and not re.search(r"\b(?:must|shall|should)\b|必须|应|须|不得", plain)


def _is_introduction(plain: str) -> bool:
    counts = any(not is_bare(a) or a.values[-1] > 1 for a in read_amounts(plain))
    return introduces(plain) and not counts and FEATURE.search(plain) is None


def _pieces(
    clause: Clause,
    plain: str,
    threads: tuple[Thread, ...],
    fixed: Priority | None,
    stated: Priority,
) -> list[Piece]:
    """Pieces with the priority of their own modal, else of the one before, else of the clause."""
    pieces: list[Piece] = []
    spans = cut(plain, threads)
    label = _LABEL.match(plain)
    late = _SOFT_ADVERB.search(plain, spans[0][1] if spans else 0) is not None
    stated = "must" if late and not priority_in(plain[: spans[0][1]]) else stated
    before = fixed or _first_priority(plain, spans) or clause.priority or stated
    for start, end in spans:
        inside = tuple(
            replace(thread, start=thread.start - start, end=thread.end - start)
            for thread in threads
            if start <= thread.start < end
        )
        text = plain[start:end]
        priority = fixed or priority_in(text) or before
        before = priority if priority_in(text) else before
        if label and start < label.end() and _PART_NAME.fullmatch(label["label"]):
            text = " " * (label.end() - start) + text[label.end() - start :]
        named = _NAMES_SOMETHING.search(text)
        if named and pieces and _ONLY_QUANTITY.fullmatch(pieces[-1].plain) and read_amounts(text):
            shared = f"{pieces[-1].plain.strip()} {text[named.end() :]}"
            pieces[-1] = replace(
                pieces[-1], text=clause.text, plain=shared, amounts=read_amounts(shared)
            )
        if not _NAMES_SOMETHING.search(text) and not FEATURE.search(text):
            if label and start >= label.end() and not _ONLY_TIMES.fullmatch(text):
                text = f"{label['label']}: {text.strip()}"
            elif (
                read_amounts(text)
                and pieces
                and not (pieces[-1].amounts or pieces[-1].threads)
                and _NAMES_SOMETHING.search(pieces[-1].plain)
            ):
                text = f"{pieces[-1].plain.strip()} {text.strip()}"
                pieces.pop()
        if pieces and not read_amounts(text) and _goes_on_forbidding(pieces[-1].plain, text):
            text = f"no {text.strip()}"
        pieces.append(
            Piece(clause.text[start:end].strip(), text, read_amounts(text), inside, priority)
        )
    return completed(without_heads(_without_part_name(pieces)))


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


def _without_part_name(pieces: list[Piece]) -> list[Piece]:
    """'Stool, max. weight 3.5 kg': the first piece only names the part."""
    first = pieces[0] if pieces else None
    if first is None or len(pieces) < 2 or first.threads:
        return pieces
    named = not first.amounts and _PART_NAME.fullmatch(first.plain)
    measured = any(not is_bare(a) for piece in pieces[1:] for a in piece.amounts)
    return pieces[1:] if named and measured else pieces


_RULES: Final[tuple[Rule, ...]] = (
    read_nothing, read_balance, read_wish, read_size, read_only_kind, read_absent, read_flags,
    read_hole_kind, read_hole_piece, read_amounts_of, read_eyes,
)  # fmt: skip
