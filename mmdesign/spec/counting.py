"""Which countable thing a bare number counts: 'four mounting holes', '4X', 'holes (x4)'."""

import re
from functools import lru_cache
from typing import Final

from mmdesign.spec.amount import Amount
from mmdesign.spec.comparing import without_comparisons
from mmdesign.spec.quantities import COUNT_WORDS, HOLE, QuantityWord

_TIMES_AFTER: Final = re.compile(
    r"\s?\)?\s?(?:[x×](?![a-z])|off\b|places?\b|positions?\b|plcs?\b|pl\b|nos?\b|pcs\b|"
    r"times\b(?! (?:the|their|its|as))|each\b|equally|"
    r"equi|处|處|[个只](?!\w*孔径))"
)
_LONG: Final = re.compile(r"\s*(?:mm\s*)?(?:deep|depth|dp|long|full|深|长)")
"""'M8 x 15 deep': multiplied is a length."""
_TIMES_BEFORE: Final = re.compile(r"(?:^|[\s(,])[x×]\s?$")
_COUNT_DIAMETER: Final = re.compile(r"\s?[-x×]\s?(?:Ø|\s{2})")
_OF_A_SIZE: Final = re.compile(
    r"Ø\s?\d[\d.,]{0,9}\s?(?:mm\s?)?(?:[a-z]{1,2}\d{1,2}\s?)?[x×]\s?$", re.IGNORECASE
)
"""'Ø40 f7 x 60': what is multiplied is a length, not a number of things."""
_GAP: Final = (
    r"^\)?[\s-]*(?:[x×]\s*|off\s|pcs\.?\s|pieces of\s|nos\.?\s|of (?:the|these|those|its)\s|"
    r"[个處处只枚颗条根件块])?\s*的?(?:\.?\d[\d./]{0,8}\s(?:in|inch)\.?\s+)?"
    r"(?:(?!(?:of|in|with|and|for|to|at|on|by|per)\b)[a-zA-ZØ\d.\"°/-]{1,20}\s+){0,4}?"
    r"(?:(?![个处只枚颗条根件块，,])[\u4e00-\u9fffØ\d.a-z]){0,16}?-?(?:"
)
_COUNTED: Final = tuple(
    (word, re.compile(_GAP + word.pattern.pattern + ")")) for word in COUNT_WORDS
)
_ANY_COUNTED: Final = re.compile("|".join(word.pattern.pattern for word in COUNT_WORDS))
_NEAR_CHARACTERS: Final = 100
_LINK_CHARACTERS: Final = 60
_LINK: Final = (
    r"(?:[\s:=(,x×#\-–]|\b(?:is|are|be|must|shall|should|may|can|to|in total|total|count|number|"
    r"qty|quantity|amount|of|not|"
    r"there|exactly|just|only|will|has|have|equals?)\b|数量|个数|总数|数|共计|共|为|应|须|必须|"
    r"宜|不|得|有|设|计|是|合计|总计|各|均|在){0,12}$"
)
_COUNTED_BEFORE: Final = tuple(
    (word, re.compile(r"(?:" + word.pattern.pattern + r")" + _LINK)) for word in COUNT_WORDS
)
_NUMBER_OF: Final = re.compile(
    r"(?:number of|no\. of|count(?: of)?|qty|quantity(?: of)?|数量|孔数|件数|数)[^\d]{0,40}$"
)
_ACTED_ON: Final = re.compile(
    r"\b(?:join|connect|hold|fasten|attach|clamp|mount|support|link|between|fit|"
    r"carry|carrie|accept|take|for)(?:s|es|ing)?"
    r"(?: (?:the|these|those))?\s*$"
)
"""'Joins two parts': the number is of what the design works on, not of its own features."""
_BETWEEN_THEM: Final = re.compile(r"[\u4e00-\u9fff]{1,6}之间")
_BY_HOLE: Final = re.compile(r"Ø|\bthru\b|\bthrough\b|\bdrill|\btap(?:ped)?\b|\bream|攻丝|螺纹")


@lru_cache(maxsize=1024)
def counted(plain: str, amount: Amount, *, threaded: bool = False) -> QuantityWord | None:
    """The countable thing that an amount is a number of.

    Args:
        plain: Normalised piece of a clause in which the amount stands.
        amount: One of its amounts.
        threaded: Whether the piece names a thread, which stands for a hole.
    """
    if not _is_whole(amount):
        return None
    after = plain[amount.end : amount.end + _NEAR_CHARACTERS]
    before = plain[max(0, amount.start - _NEAR_CHARACTERS) : amount.start]
    beside = _ACTED_ON.search(without_comparisons(before[-_LINK_CHARACTERS:]))
    if beside and amount.form == "range" and beside[0].strip() == "between":
        beside = None
    if beside or _OF_A_SIZE.search(before) or _BETWEEN_THEM.match(after):
        return None
    if _NUMBER_OF.search(before):
        named = next((word for word in COUNT_WORDS if word.pattern.search(before)), None)
        if named is not None:
            return named
    if _COUNT_DIAMETER.match(after):
        return COUNT_WORDS[0]
    found = _counted_after(after)
    return found or _counted_before(plain, before, after, threaded=threaded)


def _is_whole(amount: Amount) -> bool:
    whole = all(float(value).is_integer() for value in amount.values)
    return (
        amount.unit is None and not amount.prefix and amount.form in {"single", "range"} and whole
    )


def _counted_after(after: str) -> QuantityWord | None:
    if not _ANY_COUNTED.search(after):
        return None
    return next((word for word, pattern in _COUNTED if pattern.match(after)), None)


def _counted_before(plain: str, before: str, after: str, *, threaded: bool) -> QuantityWord | None:
    """'Holes: 4', 'M8 holes (x4)', '安装孔不少于3个', 'TAP 1/4-20, 4 PLACES'."""
    times = _TIMES_AFTER.match(after)
    if times is None and not _LONG.match(after):
        times = _TIMES_BEFORE.search(before)
    linked = without_comparisons(f"{before[-_LINK_CHARACTERS:]}1")[:-1]
    for word, pattern in _COUNTED_BEFORE:
        found = pattern.search(linked)
        plural = found is not None and (times or not re.match(r"hole\b|bore\b|fillet\b", found[0]))
        if plural and not re.match(r"\s?(?:dia|mm|deep|thru)", after):
            return word
    if times and (HOLE.search(plain) or _BY_HOLE.search(plain) or threaded):
        return COUNT_WORDS[0]
    return None
