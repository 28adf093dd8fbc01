"""Comparators in words and signs: 'at least', 'no more than', '≤', '不得小于', '2 mm or thicker'.

A comparison ('thicker than') is turned round by a negation before it ('nothing thinner than') or
behind its amount ('... are not allowed'); a limit word ('at least', 'max') never is.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

Sign: TypeAlias = Literal[">", ">=", "<", "<="]

_TURNED: Final[dict[Sign, Sign]] = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}
_MIRRORED: Final[dict[Sign, Sign]] = {">": "<", "<": ">", ">=": "<=", "<=": ">="}
_BIGGER: Final = (
    r"(?:more|greater|larger|bigger|higher|taller|longer|wider|thicker|heavier|deeper|broader|"
    r"steeper|above|farther|further)"
)
_SMALLER: Final = (
    r"(?:less|fewer|smaller|lower|shorter|narrower|thinner|lighter|shallower|slimmer|closer|"
    r"tighter|below|under)"
)
_RELATION: Final = re.compile(
    rf"""
    (?P<ge>\bat\s(?:the\s(?:very\s)?)?least\b|\bat\sa\sminimum(?:\sof)?|\bminimum\b|\bminimal\b
      |\bmin\b\.?
      |≥|>=|=>|\bas\sa\sminimum|\blower\slimit|\bfloor\sof\b|大于等于|大于或等于|至少|最少|最小|最低
      |下限|不亚于|达到|\bstarting\s(?:at|from)\b|\bno\sfewer\b(?!\sthan))
    | (?P<le>\bat\s(?:the\s(?:very\s)?)?most\b|\bat\sa\smaximum(?:\sof)?|\bmaximum\b|\bmaximal\b
    |\bmax\b\.?
      |\bup\sto\b|≤|<=|=<|\blimited\sto|\bcapped\sat|\b(?:upper|weight|mass|size|height|length|width)\s(?:limit|budget|cap|allowance)\b|\bceiling\sof|\bas\sa\smaximum
      |\blimits?\s?(?:\b(?:of|is|are)\b|:)|\bcap\sof\b|\bwithin\b(?!\s(?:a\s)?(?:tolerance|range))|\bfits?\s(?:in|into
      |inside)\b
      |小于等于|小于或等于|至多|最多|最大|最高|上限|限制在|控制在(?=[^~-]{{0,14}}(?:以内|以下
      |之内)))
    | (?P<gt>\b{_BIGGER}\sthan\b|\bover\b(?!all|\s(?:the|entire|its|all|a)\b)|\babove\b(?!\s(?:the
    |all)\b)
      |\bexceed(?:s|ing|ed)?\b|\bbeyond\b|\bin\sexcess\sof\b|\bupwards\sof\b|>
      |[大多高长厚宽重深]于|超过|超出|多过|高出|长过|重过)
    | (?P<lt>\b{_SMALLER}\sthan\b|\bunder\b(?!\s(?:the|load|a)\b)|\bbelow\b(?!\s(?:the|that)\b)
    |\bbeneath\b
      |\bshort\sof\b|\bfall(?:s|ing)?\sshort\sof|<
      |[小少低短薄窄轻浅]于|不足|不到|不及)
    """,
    re.VERBOSE,
)
_SIGNS: Final[dict[str, Sign]] = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<"}
_NEGATOR: Final = re.compile(
    r"(?:\b(?:no|not|never|none|nothing|nowhere|neither|nor|without|cannot|avoid(?:s|ing)?|"
    r"forbids?|prohibits?|refuses?|rejects?|disallows?)\b(?!\.)|n't\b"
    r"|不(?:得|应|宜|能|可|许|要|允许|准|会|该)*(?:有|出现|存在)?|禁止|避免|未|勿|(?<![特区级类分个差])别|无(?!论|人|线|缝)|没有)"
    r"(?P<between>[^,;，；]{0,60})$"
)
_FORBIDDEN_AFTER: Final = re.compile(
    r"\b(?:not\s(?:be\s)?(?:allowed|permitted|acceptable|accepted|tolerated|wanted|admissible|"
    r"permissible)|forbidden|prohibited|unacceptable|inadmissible|avoided|rejected|excluded|"
    r"banned|disallowed|ruled\sout|a\sno-go)\b"
    r"|不(?:被)?允许|禁止|不可接受|不合格|不予接受|不行|应避免|须避免"
)
_AFTER: Final = re.compile(
    r"[\s,]*\(?\s?(?:(?P<ge>(?:but )?(?:not|no|never)(?: (?:go|fall|get))? (?:less|smaller|"
    r"shorter|thinner|lower|"
    r"under|below)\b(?!\sthan)|"
    r"min(?:imum)?\b(?!\.?\s*\#)|(?:or|and)\s(?:more|greater|larger|"
    r"above(?!\s*\#)|thicker|better|higher|"
    r"taller|longer|wider|heavier|over(?!\s*\#)|up|upwards?|bigger|deeper)\b(?!\sthan\b)|"
    r"at\s(?:the\s(?:very\s)?)?(?:least|minimum)\b(?!\s*\#)"
    r"|\+(?!\s?\d)|[个处只件根条]?(?:及|或|或者)?(?:以上|更多|更厚|更大|更高|更长|更宽)|起(?!伏))"
    r"|(?P<le>(?:but )?(?:not|no|never)(?: (?:go|rise|get))? (?:more|larger|bigger|longer|taller|"
    r"wider|higher|"
    r"over|above)\b(?!\sthan)|"
    r"max(?:imum)?\b(?!\.?\s*\#)|(?:or|and)\s(?:less|fewer|smaller|below(?!\s*\#)|"
    r"under(?!\s*\#)|lighter|lower|shorter|thinner|"
    r"narrower|down)\b(?!\sthan\b)|at\s(?:the\s(?:very\s)?)?most\b(?!\s*\#)|tops\b|(?:及|或|"
    r"或者)?(?:以下|"
    r"以内|之内|更少|更小|更薄|更低|"
    r"更短|更轻)|为限|为上限|封顶))"
)
_AFTER_NOUN: Final = re.compile(
    r"[^,;，；\d]{1,28}?(?<![a-z])(?:(?P<ge>(?:or|and)\s(?:more|greater|larger|above|thicker|"
    r"better|higher|"
    r"taller|longer|wider|heavier|over|up|bigger|deeper)|at\s(?:the\s)?(?:least|minimum)|"
    r"min(?:imum)?|(?:及|或)?以上)"
    r"|(?P<le>(?:or|and)\s(?:less|fewer|smaller|below|under|lighter|lower|shorter|thinner|narrower)"
    r"|at\s(?:the\s)?(?:most|maximum)|max(?:imum)?|tops|(?:及|或)?以[下内]))\b\.?\)?\s*(?=\b(?:on|at|for|per|in|across|throughout|everywhere|all)\b|$|"
    r"[,;，；])"
)
_SIGN_AFTER: Final = re.compile(r"\s?(?P<le>≤|<=)|\s?(?P<ge>≥|>=)|\s?(?P<lt><)|\s?(?P<gt>>)")
_ABOUT: Final = re.compile(
    r"(?:\babout|\bapprox(?:\.|imately)?|\baround|\broughly|\bcirca|\bca\.|\bnearly|\balmost|"
    r"\bor so|\bsome|(?:约|大约|大概|左右|近)[为是]?|≈|~)\s?$"
)
_ABOUT_AFTER: Final = re.compile(
    r"\s?(?:左右|上下|or so\b|approx|-?ish\b|or thereabouts|give or take)"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How an amount limits; span is the words before it that say so."""

    sign: Sign | None = None
    about: bool = False
    turned: bool = False


def compare(before: str, after: str, *, turned_before: bool = False) -> Comparison:
    """Read the words on both sides of an amount.

    Args:
        before: From the amount before it, or the start.
        after: Up to the next amount, which is marked '#', or the end.
        turned_before: Whether the amount before it was turned round by a negation that goes on:
            'no wall under 2 mm or over 4 mm'.
    """
    following = _AFTER.match(after)
    if following:
        return Comparison(">=" if following.lastgroup == "ge" else "<=")
    mirrored = _SIGN_AFTER.match(after)
    if mirrored and mirrored.lastgroup:
        return Comparison(_MIRRORED[_SIGNS[mirrored.lastgroup]])
    relation = _last_relation(before)
    if relation is not None:
        sign = _SIGNS[relation.lastgroup or "ge"]
        goes_on = turned_before and re.match(r"\s*(?:or|nor|或)", before) is not None
        turned = sign in {">", "<"} and (goes_on or is_turned(before, relation.start(), after))
        return Comparison(_TURNED[sign] if turned else sign, turned=turned)
    distant = _AFTER_NOUN.match(after)
    if distant:
        return Comparison(">=" if distant.lastgroup == "ge" else "<=")
    about = _ABOUT.search(before) is not None or _ABOUT_AFTER.match(after) is not None
    return Comparison(about=about)


def _last_relation(before: str) -> re.Match[str] | None:
    last = None
    for relation in _RELATION.finditer(before):
        last = relation
    return last


def is_turned(before: str, start: int, after: str) -> bool:
    """Whether a comparison that starts at a place is denied before it or behind its amount."""
    denied = _NEGATOR.search(before[max(0, start - 80) : start]) is not None
    return denied != (_FORBIDDEN_AFTER.search(after) is not None)


@lru_cache(maxsize=1024)
def without_comparisons(text: str) -> str:
    """Blank out comparisons with their negations: the 'no' of 'no more than' forbids nothing."""
    if not re.search(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b|[一二两三四]", text
    ):
        return text
    pieces, at = [], 0
    for relation in _RELATION.finditer(text):
        start = relation.start()
        denied = None
        if relation.lastgroup in {"gt", "lt"}:
            denied = _NEGATOR.search(text[max(at, start - 80) : start])
        if denied is not None:
            start = max(at, start - 80) + denied.start()
        pieces.append(text[at:start] + " " * (relation.end() - start))
        at = relation.end()
    rest = text[at:]
    if pieces:
        rest = _FORBIDDEN_AFTER.sub(lambda match: " " * len(match[0]), rest)
    return "".join(pieces) + rest
