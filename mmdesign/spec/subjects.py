"""What eyes would look for: a short positive phrase, without modals and numbers."""

import re
from functools import lru_cache
from typing import Final

from mmdesign.spec.amounts import read_amounts
from mmdesign.spec.comparing import without_comparisons
from mmdesign.spec.glossary import translate
from mmdesign.spec.negations import AFTER, BEFORE
from mmdesign.spec.signs import normalise

MAX_SUBJECT_CHARACTERS: Final = 160
_GENERIC: Final = (
    r"(?:the |this |that |our |its |each |all |a |an )?(?:whole |entire |overall |finished |"
    r"final |new )?"
    r"(?:parts?|designs?|models?|components?|products?|objects?|pieces?|items?|it|they|there|we|"
    r"i|you|one|body)"
)
_MODAL: Final = (
    r"(?:must|shall|should|may|might|could|can|would|will|needs? to|ha(?:s|ve) to|ought to|want to|"
    r"would like to|is to|are to|is|are|please)"
)
_VERB: Final = (
    r"(?:have|has|be|include|includes|contain|contains|feature|features|look like|looks like|"
    r"resemble|"
    r"resembles|look|looks|show|provide|come with|possess|exhibit|be made|take the form of|appear|"
    r"need|needs|want|require|requires|design|create|make|model|build|use|be shaped like)"
)
_LEAD: Final = re.compile(
    rf"(?:(?:please|ideally|preferably|optionally|also|and|but|if possible|nice to have|optional|"
    rf"required|"
    rf"must have|must|should|could)\b[\s:,)\]-]{{0,3}}|[\[(](?:must|should|could|"
    rf"optional)[\])]\s*)?"
    rf"(?:{_GENERIC}\s+)?(?:(?:also |preferably |ideally )?{_MODAL}\s+)?(?:also |preferably |"
    rf"ideally )?"
    rf"(?:{_VERB}\b\s*)?(?:made |like )?(?:[:,]\s*)?"
)
_OTHER_SUBJECT: Final = re.compile(
    rf"(?:the |this |each |all |its )?(?P<who>[\w -]{{2,60}}?)\s+(?:must|shall|should|may|could|"
    rf"needs? to)\s+"
    rf"(?P<verb>{_VERB})\b\s*(?P<what>.{{1,120}})"
)
_LEAD_ZH: Final = re.compile(
    r"^(?:零件|产品|模型|设计|部件|该件|整体)?(?:最好|可选|建议)?(?:必须|应当|应该|不得|需要|"
    r"可以|应|须|需|要|宜|可(?![见拆折调堆移更旋靠]))?"
    r"(?:带有|具有|设有|包含|含有|看起来像|有|带(?!颈|轮|锯|传动|孔)|为|是|像|呈)?(?:一个|一)?"
)
_TRAIL: Final = re.compile(
    r"(?:\s*[,(]?\s*(?:if possible|optional|please|is required|are required|is preferred|"
    r"are preferred|"
    r"must|shall|should|may|could|would be nice|is needed|are needed|is desirable|at all|allowed|"
    r"permitted|acceptable|"
    r"\b(?:is|are|be|of|to|approx|by|at|from|x|in|and|or|with"
    r")\b(?: not)?|应|为|的|nice to have)\)?)+\s*$"
)
_CONTENT: Final = re.compile(r"[a-z]{2,}|[\u4e00-\u9fff]")
_EMPTY_WORDS: Final = frozenset({
    "the", "a", "an", "of", "to", "in", "on", "at", "is", "are", "be",
    "and", "or", "it", "its", "with", "for", "by", "as", "from", "that", "this",
    "part", "design", "model", "component", "object", "piece", "item", "must",
    "shall", "should", "may",
    "could", "each", "all", "any", "have", "has", "made", "total", "overall", "approx", "about",
    "mm", "cm", "there", "please",
})  # fmt: skip


@lru_cache(maxsize=2048)
def subject_of(text: str) -> str:
    """Short positive phrase that a clause asks eyes to find; '' when nothing is left.

    'The part must have a handle on the side' -> 'a handle on the side';
    'No sharp edges' -> 'sharp edges'; '必须有加强筋' -> 'reinforcing ribs'.
    """
    plain = without_comparisons(normalise(text).strip(" .。:："))
    for amount in reversed(read_amounts(plain)):
        plain = f"{plain[: amount.start]} {plain[amount.end :]}"
    plain = AFTER.sub(" ", plain)
    plain = _SPACE.sub(" ", plain).strip()
    phrase = _after_lead(plain)
    forbidden = BEFORE.search(phrase)
    if forbidden and has_content(phrase[forbidden.end() :]):
        phrase = phrase[forbidden.end() :]
    phrase = BEFORE.sub(" ", phrase)
    phrase = _SPACE.sub(" ", phrase).strip(" ,.:：，、-")
    phrase = _TRAIL.sub("", _after_lead(phrase)) if phrase else phrase
    return translate(_LOOSE.sub("", phrase).strip(" ,.:：，、-()\"'")[:MAX_SUBJECT_CHARACTERS])


_SPACE: Final = re.compile(r"\s+")
_LOOSE: Final = re.compile(r"^(?:[x×]\s|[个處处只枚颗条根件块]|Ø\s|of\s|exactly\s|any\s)+")


def _after_lead(plain: str) -> str:
    lead = _LEAD.match(plain)
    if lead and lead.end():
        return plain[lead.end() :]
    if not plain.isascii() and _LEAD_ZH.match(plain):
        return _LEAD_ZH.sub("", plain)
    other = _OTHER_SUBJECT.match(plain)
    if other is None:
        return plain
    who, what = other["who"], other["what"]
    if other["verb"] == "be" and len(what.split()) <= 2 and not what.startswith(("not ", "no ")):
        return f"{what} {who}"
    return f"{who} {'with ' if other['verb'] != 'be' else ''}{what}"


def has_content(phrase: str) -> bool:
    """Whether a phrase says more than 'the part must be'."""
    return any(word not in _EMPTY_WORDS for word in _CONTENT.findall(phrase))
