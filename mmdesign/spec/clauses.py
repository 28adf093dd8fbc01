"""Spec text -> clauses: one per bullet, numbered item, table row or sentence; titles are notes."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from mmdesign.domain import Priority
from mmdesign.spec.notes import CLOSING
from mmdesign.spec.priorities import heading_priority
from mmdesign.spec.quantities import QUANTITY_WORDS
from mmdesign.spec.signs import normalise, spell_out_fractions
from mmdesign.spec.tables import join_rows, join_sides
from mmdesign.spec.wholes import is_name

MAX_CLAUSE_CHARACTERS: Final = 300
"""Longer runs are cut at a space, which keeps reading linear whatever is pasted."""

MAX_LINE_CHARACTERS: Final = 2_000
MAX_TITLE_CHARACTERS: Final = 100
_BULLET: Final = re.compile(
    r"(?!\s{0,40}\(\d{1,2}\)\s?(?:holes?|bores?|slots?|ribs?|screws?|bolts?|threads?|tapped|m\d|x\s|Ø|#\d))"
    r"\s{0,40}(?:[-*•·▪◦‣●■□✓☐+–—]\s+|[•·▪◦‣●■□✓☐]|\(?\d{1,2}[.)](?![\d.])\s*(?=\D)|\d{1,2}\s?、|"
    r"\(\d{1,2}\)|"
    r"（\d{1,2}）|[①-⑳]|\(?[a-z]\)\s|(?:REQ|Req|R|SR|FR|ID|PRD|HW|"
    r"ME)[-_ ]?\d{1,4}(?:\.\d{1,3}){0,2}\s?[:.)\-–—](?!\d)\s*"
    r"|[A-Z]{2,6}(?:-[A-Z]{2,6})?-\d{1,4}\s?[:.)]?\s+(?=[A-Z\u4e00-\u9fff])"
    r"|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]"
    r"|\d{1,4}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z][a-z]|[\u4e00-\u9fff])|§\s?[\d.]{1,10}\s+"
    r"|\d{1,2}\s+(?=(?:[Tt]he|All|Each|Walls?|Remove|Material|No|Unless|Holes?)\s))"
    r"(?:\[[ xX]?\]\s*)?"
)
_HEADING: Final = re.compile(r"\s*#{1,6}(?:\s|$)")
_QUOTE: Final = re.compile(r"^\s*(?:#{1,6}\s|(?:>\s){1,4})\s*")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:approx|dia|diam|min|max|e\.g|i\.e|no|nos|nr|fig|ca|thk|ref|incl|resp|vs|qty|vol|wt|"
    r"temp|lg|mat|spec|tol|in|sq|cu|pcs|plcs|typ|nom|mr|mrs|ms|dr|st|rev|pos|dwg|art|ext|int|ver|assy|"
    r"sect|hrs|cat|hd|rad|ctr|ctrs|horiz|vert|req|reqd|equiv|inc|excl|mfg|std))$",
    re.IGNORECASE,
)
_INITIAL: Final = re.compile(r"(?:\bby:?|:)\s(?:[A-Z]\.\s?)?[A-Z]$")
"""'Drawn by: T. Okafor'."""
_BEHIND_VALUE: Final = re.compile(r"\d\s?[a-z\"]{0,3}\s(?:max|min|typ|nom)$", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(
    r"[。！？；;!?]+|(?<!\.)\.(?=\s+[A-Z0-9(Ø\"\u4e00-\u9fff])|(?<!\.)\.(?=\s*$)"
    r"|(?<!\.)\.(?=\s+(?:it|they|the|all|no|each|walls?|also|we|and)\s)"
)
_NUMBERED: Final = re.compile(r"\s{0,40}(\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=\D)")
_NAMES_SIZE: Final = re.compile(
    "|".join(word.pattern.pattern for word in QUANTITY_WORDS if word.quantity)
)
_PROCESS_BEHIND: Final = re.compile(
    r",? (?:injection[- ]mo(?:u)?lded|3d[- ]printed|(?:cnc[- ])?machined|die[- ]cast|"
    r"sheet[- ]metal|"
    r"laser[- ]cut|sand[- ]cast|turned|milled)$"
)
"""'Battery cover, injection moulded'."""
_WALL_MOUNTED: Final = re.compile(r"\bwall[- ](?=[a-z])")
"""'Wall plate', 'wall bracket': no wall of the design."""
_ONLY_NAMES: Final = re.compile(
    r"(?!.*\b(?:must|shall|should|may|is|are|has|have|no|not|without|with|only)\b)"
    r"(?:[a-z][a-z&/-]{1,20}[\s,]{0,2}){1,4}:?|[\u4e00-\u9fff]{1,8}[:：]?"
)
"""A list item that heads the ones below it: 'Wall', 'Mounting interface', '孔'."""
_ONLY_BOUND: Final = re.compile(
    r"\s*(?:min|max|at least|at most|between|up to|n[o\']t? (?:more|less)|not (?:more|less)|"
    r"[≥≤<>±]|"
    r"about|approx|\d|至少|至多|最小|最大|不)"
)
_BARE_BOUND: Final = re.compile(
    r"(?:min(?:imum)?|max(?:imum)?|at least|at most|nom(?:inal)?|[≥≤<>])\.?:?\s?\d[\d.,]{0,8}\s?"
    r"(?:mm|cm|in|g|kg|°|deg)?\.?$"
)
"""Below 'Wall thickness:', nothing but a bound."""
_FIRST_ITEM: Final = re.compile(r"\s{0,20}\(?[1a]\)\s?\S")
_INLINE_ITEM: Final = re.compile(r"[\s,;]+(?=\(?(?:[2-9]|1\d|[b-k])\)\s?[A-Za-z\u4e00-\u9fff\d])")
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
_SECTION_ZH: Final = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:技术|设计|加工|质量)?(?:要求|规格|参数|说明|需求)"
)
"""'注塑外壳要求'."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence or list item of a brief."""

    text: str
    """As written, trimmed."""
    priority: Priority | None
    """Given by the heading above it, as in 'Nice to have:'."""
    framing: bool = False
    """Under a heading such as 'Background', which asks for nothing by itself."""
    opens: bool = False
    """The first of its brief, which mostly says what is wanted."""


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
        for item in _listed(line.rstrip(" "))
        for part in _wrapped(item)
    ]
    notes = [line for line in written if _FURNITURE.fullmatch(line.strip())]
    written = [line for line in written if not _FURNITURE.fullmatch(line.strip())]
    lines = join_rows(join_sides([line for line in written if _says_something(line)]))
    titled = _has_title([line.strip() for line in written], lines)
    walk = _Walk(notes)
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        alone = bool(following) and _only_names_it(line)
        walk.take(line, following, title=number == 0 and (titled or alone))
        if len(walk.clauses) > enough:
            break
    clauses = [replace(clause, opens=not at) for at, clause in enumerate(walk.clauses)]
    return Layout(tuple(clauses), tuple(notes))


def _only_names_it(text: str) -> bool:
    """Whether words only name what is wanted, and no size of it."""
    plain = _PROCESS_BEHIND.sub("", normalise(text))
    return is_name(plain) and not _NAMES_SIZE.search(_WALL_MOUNTED.sub("", plain))


@dataclass(slots=True)
class _Walk:
    """What the lines read so far say of the next one."""

    notes: list[str]
    clauses: list[Clause] = field(default_factory=list)
    priority: Priority | None = None
    framing: bool = False
    closed: bool = False
    """Behind 'kind regards'."""
    label: str | None = None
    """The list item above, where it names what the items below it bound."""
    depth: int = 0

    def take(self, line: str, following: str, *, title: bool) -> None:
        """Read one line as a note, a heading, or clauses."""
        body = _unmarked(line)
        if not body or self._closes(body):
            return
        plain = normalise(body)
        above = self.label if _depth(line) > self.depth else None
        if _has_children(line, following) and _ONLY_NAMES.fullmatch(plain):
            self.notes.append(body)
            self.label = body.rstrip(" :：") if _NAMES_SIZE.search(plain) else None
            self.depth = _depth(line)
            self.priority = heading_priority(plain.strip(" :")) or self.priority
            return
        self.label = above
        if _is_heading(line, body, title=title):
            self.notes.append(body)
            if plain.endswith(":") and _ONLY_NAMES.fullmatch(plain) and _NAMES_SIZE.search(plain):
                self.label, self.depth = body.rstrip(" :："), -1
            self.priority = heading_priority(plain.strip(" :"))
            self.framing = _FRAMING_SECTION.fullmatch(plain.strip(" :")) is not None
            return
        bounds = _ONLY_BOUND if self.depth >= 0 else _BARE_BOUND
        if above is not None and bounds.match(plain):
            body = f"{above}: {body}"
        sentences = _sentences(body)
        opens = not self.clauses and not _BULLET.match(line)
        if opens and len(sentences) > 1 and _only_names_it(sentences[0]):
            self.notes.append(sentences.pop(0))
        self.clauses += [Clause(each, self.priority, self.framing) for each in sentences]

    def _closes(self, body: str) -> bool:
        """Whether a line belongs to the end of a letter, which is noted."""
        short = len(body) <= MAX_TITLE_CHARACTERS
        self.closed = self.closed or (short and CLOSING.fullmatch(normalise(body)) is not None)
        ends = self.closed and len(body.split()) <= 4 and not re.search(r"\d", body)
        if ends:
            self.notes.append(body)
        return ends


def _depth(line: str) -> int:
    """How deep a list item stands: by its number ('2.1' is 2), else by how far it is indented."""
    numbered = _NUMBERED.match(line)
    if numbered:
        return len([part for part in numbered[1].split(".") if part])
    return 100 + len(line) - len(line.lstrip())


def _has_children(line: str, following: str) -> bool:
    """Whether the next line is an item below this one: '2. Body' above '2.1 Wall 3 mm'."""
    own, next_ = _NUMBERED.match(line), _NUMBERED.match(following)
    if own and next_:
        return next_[1].strip(".").startswith(own[1].strip(".") + ".")
    bulleted = _BULLET.match(line) is not None and _BULLET.match(following) is not None
    return bulleted and not (own or next_) and _depth(following) > _depth(line)


def _listed(line: str) -> list[str]:
    """'1) wall 3 mm 2) corners r 5 mm' in one line is a list of two."""
    return _INLINE_ITEM.split(line) if _FIRST_ITEM.match(line) else [line]


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
    if len(lines) < 2 or lines[0].strip() not in written:
        return False
    after = written.index(lines[0].strip()) + 1
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
    if _FRAMING_SECTION.fullmatch(name) or _SECTION_ZH.fullmatch(name):
        return True
    if bare.startswith("**") and bare.endswith("**") and not re.search(r"\d", body):
        return len(body.split()) <= 5
    return title and not _BULLET.match(line) and _is_title(body)


def _is_title(body: str) -> bool:
    """Whether a first line names the part: short, no verb, no number but a date or a version."""
    named = re.sub(
        r"\b(?:v|rev\.?|version|draft|no\.?|nr\.?|part|nema|model|type|series|iphone|pixel|galaxy|"
        r"hero|(?:raspberry )?pi)\s?[\d.]+\w?\b|\b[A-Z]{1,5}-?\d[\w-]*|"
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
        if match[0] == "." and not final and _abbreviated(before, body[match.end() :]):
            continue
        sentences.extend(_cut(body[start : match.start()]))
        start = match.end()
    sentences.extend(_cut(body[start:]))
    return [s for s in sentences if any(character.isalnum() for character in s)]


def _abbreviated(before: str, after: str) -> bool:
    """Whether a dot shortens a word: of 'max. 3 mm', but not of 'Wall 1 mm max. Volume ...'."""
    if _INITIAL.search(before) and re.match(r"\s+[A-Z]", after):
        return True
    if _ABBREVIATION.search(before) is None:
        return False
    return not (_BEHIND_VALUE.search(before) and re.match(r"\s+[A-Z][a-z]", after))


def _cut(sentence: str) -> list[str]:
    sentence = sentence.strip(" ,，、.。;；")
    pieces: list[str] = []
    while len(sentence) > MAX_CLAUSE_CHARACTERS:
        at = sentence.rfind(" ", 1, MAX_CLAUSE_CHARACTERS)
        at = MAX_CLAUSE_CHARACTERS if at < 0 else at
        pieces.append(sentence[:at])
        sentence = sentence[at:].strip()
    return [*pieces, sentence]
