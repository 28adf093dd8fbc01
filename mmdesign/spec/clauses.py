"""Spec text -> clauses: one per bullet, numbered item or sentence; titles become notes."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from mmdesign.domain import Priority

MAX_CLAUSE_CHARACTERS: Final = 300
"""Longer runs are cut at a space, which keeps reading linear whatever is pasted."""

_CHARACTERS: Final = str.maketrans(
    {
        "～": "~", "〜": "~", "–": "-", "—": "-", "−": "-", "‒": "-", "‑": "-", "×": "×",
        "✕": "×", "✖": "×", "⌀": "Ø", "∅": "Ø", "ø": "Ø", "φ": "Ø", "Φ": "Ø", "ϕ": "Ø",
        "″": '"', "”": '"', "“": '"', "′": "'", "’": "'", "≦": "≤", "≧": "≥", "⩽": "≤",
        "⩾": "≥", "²": "2", "³": "3", "º": "°", "˚": "°", "µ": "µ", "\u00a0": " ",
        "\u202f": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "．": ".", "％": "%",
        "＋": "+", "－": "-", "＜": "<", "＞": ">", "＝": "=", "／": "/", "＊": "*",
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **{chr(at + i): chr(at + i - 0xFEE0) for at in (0xFF21, 0xFF41) for i in range(26)},
    }
)  # fmt: skip
_BULLET: Final = re.compile(
    r"\s{0,40}(?:[-*•·▪◦‣●■□✓☐>+]\s+|[•·▪◦‣●■□✓☐]|\(?\d{1,2}[.)]\s+|\d{1,2}\s?、|\(\d{1,2}\)|"
    r"（\d{1,2}）"
    r"|[①-⑳]|\(?[a-z]\)\s|(?:REQ|R)-?\d{1,4}\s?[:.)]\s*|[一二三四五六七八九十]{1,2}、"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z][a-z]))(?:\[[ xX]\]\s*)?"
)
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:approx|dia|diam|min|max|e\.g|i\.e|no|nr|fig|ca|thk|ref|incl|resp|vs|etc|qty|vol|wt|"
    r"temp|lg|mat|spec|tol))$",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[。！？；;!?]+|\.(?=\s+[A-Z0-9(Ø\"\u4e00-\u9fff])|\.(?=\s*$)")
_NOTE: Final = re.compile(
    r"(?:hi|hello|dear|thanks|thank you|kind regards|regards|this (?:document|spec|brief)\b|"
    r"the following|"
    r"(?:general |design |functional |technical |product )?(?:requirements?|specifications?|"
    r"specs?|brief)$|"
    r"note\b|notes\b|background\b|overview\b|introduction\b|project\b|customer\b|author\b|date\b|"
    r"rev(?:ision)?\b|version\b|title\b|part (?:name|number|no)\b|drawing (?:no|number)\b|"
    r"name\s*[:=]|"
    r"以下|说明|背景|备注|项目|客户|作者|日期|版本|标题|零件名称|名称[:：]|图号|技术要求$|"
    r"设计要求$|要求$)",
    re.IGNORECASE,
)
_HEADING_PRIORITIES: Final[tuple[tuple[re.Pattern[str], Priority], ...]] = (
    (re.compile(r"must|mandatory|required|shall|必须|强制", re.IGNORECASE), "must"),
    (re.compile(r"should|recommended|preferred|应|建议|推荐", re.IGNORECASE), "should"),
    (re.compile(r"could|nice|optional|bonus|wish|may\b|可选|可以", re.IGNORECASE), "could"),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence or list item of a brief."""

    text: str
    """As written, trimmed."""
    priority: Priority | None
    """Given by the heading above it, as in 'Nice to have:'."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A brief taken apart: what is checked, and what only frames it."""

    clauses: tuple[Clause, ...]
    notes: tuple[str, ...]


def normalise(text: str) -> str:
    """Fold look-alike signs to one spelling, lower case, without changing the length."""
    folded = text.translate(_CHARACTERS)
    lowered = "".join(
        small if len(small := character.lower()) == 1 and character != "Ø" else character
        for character in folded
    )
    return re.sub(r"\+\s?/\s?-", lambda match: "±".rjust(len(match[0])), lowered)


def spell_out_fractions(text: str) -> str:
    """Write '2½' as '2 1/2', before anything counts characters."""
    pieces = []
    for character in text:
        name = unicodedata.normalize("NFKC", character)
        pieces.append(f" {name.replace('⁄', '/')}" if "⁄" in name else character)
    return "".join(pieces)


def lay_out(text: str) -> Layout:
    """Split a brief into clauses and notes.

    A heading ('Nice to have:') sets the priority of what follows it. A first short line
    without a verb or number above a list or an empty line is a title.
    """
    written = [line.strip() for line in spell_out_fractions(text).splitlines()]
    lines = [line for line in written if any(character.isalnum() for character in line)]
    titled = _has_title(written, lines)
    clauses: list[Clause] = []
    notes: list[str] = []
    priority: Priority | None = None
    for number, line in enumerate(lines):
        body = _unmarked(line)
        if not body:
            continue
        if _is_heading(line, body, title=titled and number == 0):
            notes.append(body)
            priority = _heading_priority(body)
            continue
        for sentence in _sentences(body):
            if _NOTE.match(sentence) and not re.search(r"\d", sentence):
                notes.append(sentence)
            else:
                clauses.append(Clause(sentence, priority))
    return Layout(tuple(clauses), tuple(notes))


def _has_title(written: list[str], lines: list[str]) -> bool:
    """Whether the first line stands apart: above a list, or above an empty line."""
    if len(lines) < 2:
        return False
    after = written.index(lines[0]) + 1
    return not written[after] or _BULLET.match(lines[1]) is not None


def _unmarked(line: str) -> str:
    body = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    return body.replace("**", "").replace("`", "").replace("|", " ").strip(" #*_\t")


def _is_heading(line: str, body: str, *, title: bool) -> bool:
    if line.startswith("#") or body.endswith((":", "：")):
        return True
    if not title or _BULLET.match(line) or re.search(r"\d", body):
        return False
    chinese = re.search(r"[\u4e00-\u9fff]", body) is not None
    short = len(body) <= 12 if chinese else len(body.split()) <= 6
    talks = re.search(
        r"\b(?:must|shall|should|may|could|is|are|has|have|no|without|with|at least|at most|needs?|"
        r"holes?|wall|watertight|printable|symmetric\w*|made|looks?)\b"
        r"|必须|应|无|不|有|带|可|厚|孔|材料|直径|长|宽|高|重",
        body,
        re.IGNORECASE,
    )
    return short and talks is None and not body.endswith((".", "。", ",")) and "," not in body


def _heading_priority(body: str) -> Priority | None:
    return next(
        (priority for pattern, priority in _HEADING_PRIORITIES if pattern.search(body)), None
    )


def _sentences(body: str) -> list[str]:
    sentences: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(body):
        final = match.end() >= len(body.rstrip())
        if (
            match[0] == "."
            and not final
            and _ABBREVIATION.search(body[max(0, match.start() - 8) : match.start()])
        ):
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
