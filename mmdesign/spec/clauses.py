"""Spec text -> clauses: one per bullet, numbered item, table row or sentence; titles are notes."""

import re
from dataclasses import dataclass
from typing import Final

from mmdesign.domain import Priority
from mmdesign.spec.notes import CLOSING
from mmdesign.spec.priorities import heading_priority
from mmdesign.spec.signs import normalise, spell_out_fractions
from mmdesign.spec.tables import join_rows

MAX_CLAUSE_CHARACTERS: Final = 300
"""Longer runs are cut at a space, which keeps reading linear whatever is pasted."""

MAX_LINE_CHARACTERS: Final = 2_000
MAX_TITLE_CHARACTERS: Final = 100
_BULLET: Final = re.compile(
    r"(?!\s{0,40}\(\d{1,2}\)\s?(?:holes?|bores?|slots?|ribs?|screws?|bolts?|threads?|tapped|m\d|x\s|Ø))"
    r"\s{0,40}(?:[-*•·▪◦‣●■□✓☐+–—]\s+|[•·▪◦‣●■□✓☐]|\(?\d{1,2}[.)](?![\d.])\s*(?=\D)|\d{1,2}\s?、|"
    r"\(\d{1,2}\)|"
    r"（\d{1,2}）|[①-⑳]|\(?[a-z]\)\s|(?:REQ|Req|R|SR|FR|ID|PRD|HW|"
    r"ME)[-_ ]?\d{1,4}(?:\.\d{1,3}){0,2}\s?[:.)\-–—]\s*"
    r"|[A-Z]{2,6}(?:-[A-Z]{2,6})?-\d{1,4}\s?[:.)]?\s+(?=[A-Z\u4e00-\u9fff])"
    r"|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z][a-z]|[\u4e00-\u9fff])|§\s?[\d.]{1,10}\s+"
    r"|\d{1,2}\s+(?=(?:[Tt]he|All|Each|Walls?|Remove|Material|No|Unless|Holes?)\s))"
    r"(?:\[[ xX]?\]\s*)?"
)
_HEADING: Final = re.compile(r"\s*#{1,6}(?:\s|$)")
_QUOTE: Final = re.compile(r"^\s*(?:#{1,6}\s|(?:>\s){1,4})\s*")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:approx|dia|diam|min|max|e\.g|i\.e|no|nos|nr|fig|ca|thk|ref|incl|resp|vs|qty|vol|wt|"
    r"temp|lg|mat|spec|tol|in|sq|cu|pcs|plcs|typ|nom|mr|ms|dr|st))$",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(
    r"[。！？；;!?]+|(?<!\.)\.(?=\s+[A-Z0-9(Ø\"\u4e00-\u9fff])|(?<!\.)\.(?=\s*$)"
    r"|(?<!\.)\.(?=\s+(?:it|they|the|all|no|each|walls?|also|we|and)\s)"
)
_FURNITURE: Final = re.compile(
    r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:,?\s+\d{1,2}:\d\d(?: ?[AP]M)?)?|"
    r"(?:https?|file)://\S{1,300}(?:\s+\d{1,4}\s?/\s?\d{1,4})?|"
    r"(?:page|p\.|sheet)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?|-\s?\d{1,4}\s?-|\d{1,4}\s?/\s?\d{1,4}|"
    r"第\s?\d{1,4}\s?页(?:\s?共\s?\d{1,4}\s?页)?)",
    re.IGNORECASE,
)
"""What a page says about itself: date of printing, address, page number."""
_FRAMING_SECTION: Final = re.compile(
    r"(?:introduction|background|overview|scope|purpose|context|summary|abstract|description|"
    r"use case|about|intent|"
    r"story|history|前言|背景|概述|简介|用途|说明|项目背景|产品介绍|范围|目的)s?(?: (?:and|"
    r"&) [a-z]+)?"
)
_SECTION: Final = re.compile(
    r"(?:(?:general|design|functional|technical|product|key|main|mechanical|detailed|other|"
    r"geometric|performance|"
    r"quality|physical|user) )?(?:requirements?|specifications?|specs?|dimensions?|constraints?|"
    r"features?|materials?|"
    r"notes?|geometry|tolerances?|appearance|finish|style|look|must[- ]haves?|"
    r"nice[- ]to[- ]haves?|optional|musts?|"
    r"shoulds?|coulds?|wishes|manufacturing|printing|deliverables|goals?|brief|holes|walls|"
    r"interfaces?|mounting|mass|"
    r"weight|size|tests?|remarks)"
    r"|技术要求|设计要求|一般要求|要求|尺寸|材料|外观|孔|功能要求|结构要求|其他|其它|公差"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence or list item of a brief."""

    text: str
    """As written, trimmed."""
    priority: Priority | None
    """Given by the heading above it, as in 'Nice to have:'."""
    framing: bool = False
    """Under a heading such as 'Background', which asks for nothing by itself."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A brief taken apart: what is checked, and what only frames it."""

    clauses: tuple[Clause, ...]
    notes: tuple[str, ...]


def lay_out(text: str, enough: int = 1_000) -> Layout:
    """Split a brief into clauses and notes.

    A heading ('Nice to have:') sets the priority of what follows it. A first short line
    without a verb or number above a list or an empty line is a title. Reading stops once there
    are more than enough clauses.
    """
    written = [
        part
        for line in spell_out_fractions(text).splitlines()
        for part in _wrapped(line.strip(" "))
    ]
    notes = [line for line in written if _FURNITURE.fullmatch(line.strip())]
    written = [line for line in written if not _FURNITURE.fullmatch(line.strip())]
    lines = join_rows([line for line in written if _says_something(line)])
    titled = _has_title([line.strip() for line in written], lines)
    clauses: list[Clause] = []
    priority: Priority | None = None
    framing = closed = False
    for number, line in enumerate(lines):
        body = _unmarked(line)
        if not body:
            continue
        closed = closed or (
            len(body) <= MAX_TITLE_CHARACTERS and CLOSING.fullmatch(normalise(body)) is not None
        )
        if closed and len(body.split()) <= 4 and not re.search(r"\d", body):
            notes.append(body)
            continue
        if _is_heading(line, body, title=titled and number == 0):
            notes.append(body)
            name = normalise(body).strip(" :")
            priority = heading_priority(name)
            framing = _FRAMING_SECTION.fullmatch(name) is not None
            continue
        clauses += [Clause(each, priority, framing) for each in _sentences(body)]
        if len(clauses) > enough:
            break
    return Layout(tuple(clauses), tuple(notes))


def _wrapped(line: str) -> list[str]:
    """Cut an endless line at spaces, so that no rule ever sees more than a paragraph."""
    parts, start = [], 0
    while len(line) - start > MAX_LINE_CHARACTERS:
        at = line.rfind(" ", start + 1, start + MAX_LINE_CHARACTERS)
        at = start + MAX_LINE_CHARACTERS if at < 0 else at
        parts.append(line[start:at])
        start = at
    return [*parts, line[start:]]


def _says_something(line: str) -> bool:
    return any(character.isalnum() for character in line) or ("|" in line and "-" in line)


def _has_title(written: list[str], lines: list[str]) -> bool:
    """Whether the first line stands apart: above a list, or above an empty line."""
    if len(lines) < 2 or lines[0] not in written:
        return False
    after = written.index(lines[0]) + 1
    return not written[after] or _BULLET.match(lines[1]) is not None


def _unmarked(line: str) -> str:
    line = _QUOTE.sub("", line).strip()
    body = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    return (
        body.replace("**", "").replace("__", "").replace("`", "").replace("|", " ").strip(" #*_\t")
    )


def _is_heading(line: str, body: str, *, title: bool) -> bool:
    if len(body) > MAX_TITLE_CHARACTERS and not body.endswith((":", "：")):
        return _HEADING.match(line) is not None
    bare = line.strip()
    name = normalise(body).strip(" :.")
    if _HEADING.match(line) or body.endswith((":", "：")) or _SECTION.fullmatch(name):
        return True
    if _FRAMING_SECTION.fullmatch(name):
        return True
    if bare.startswith("**") and bare.endswith("**") and not re.search(r"\d", body):
        return len(body.split()) <= 5
    return title and not _BULLET.match(line) and _is_title(body)


def _is_title(body: str) -> bool:
    """Whether a first line names the part: short, no verb, no number but a date or a version."""
    named = re.sub(
        r"\b(?:v|rev\.?|version|draft|no\.?|nr\.?|part)\s?[\d.]+\w?\b|\b[A-Z]{1,5}-?\d[\w-]*|"
        r"\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b",
        " ", body, flags=re.IGNORECASE,
    )  # fmt: skip
    if re.search(r"\d", named):
        return False
    chinese = re.search(r"[\u4e00-\u9fff]", body) is not None
    short = len(body) <= 16 if chinese else len(body.split()) <= 9
    talks = re.search(
        r"\b(?:must|shall|should|may|could|is|are|has|have|no|without|with|at least|at most|needs?|"
        r"holes?|wall(?![- ]?(?:mount|bracket|holder|hook|shelf|plate|lamp|panel|clock|anchor))|"
        r"watertight|printable|symmetric\w*|made|looks?)\b"
        r"|必须|应|无|不|有|带|可|厚|孔|材料|直径|长|宽|高|重",
        body,
        re.IGNORECASE,
    )
    return short and talks is None and not body.endswith((".", "。"))


def _sentences(body: str) -> list[str]:
    sentences: list[str] = []
    start, full = 0, len(body.rstrip())
    for match in _SENTENCE_END.finditer(body):
        final = match.end() >= full
        before = body[max(0, match.start() - 8) : match.start()]
        if match[0] == "." and not final and _ABBREVIATION.search(before):
            continue
        sentences.extend(_cut(body[start : match.start()]))
        start = match.end()
    sentences.extend(_cut(body[start:]))
    return [s for s in sentences if any(character.isalnum() for character in s)]


def _cut(sentence: str) -> list[str]:
    sentence = sentence.strip(" ,，、.。;；")
    pieces: list[str] = []
    while len(sentence) > MAX_CLAUSE_CHARACTERS:
        at = sentence.rfind(" ", 1, MAX_CLAUSE_CHARACTERS)
        at = MAX_CLAUSE_CHARACTERS if at < 0 else at
        pieces.append(sentence[:at])
        sentence = sentence[at:].strip()
    return [*pieces, sentence]
