"""Numbers that are names, not sizes: standards, dates, part numbers, roughness, layers."""

import re
from itertools import pairwise
from typing import Final

from mmdesign.spec.amount import Amount
from mmdesign.spec.amounts import read_amounts
from mmdesign.spec.fits import FIT
from mmdesign.spec.materials import materials_in
from mmdesign.spec.rewording import reworded
from mmdesign.spec.signs import normalise
from mmdesign.spec.units import INCH_MM

_BESIDE: Final = re.compile(
    r"^\s*(?:hi|hello|hey|dear|morning|good (?:morning|afternoon|evening))\b[^,!.]{0,30}[,!]"
    r"|^\s*(?:[\u4e00-\u9fff]{1,2}(?:工|总|经理)(?=[,，!~])|亲爱的|亲|老板|师傅|老师|客服|你好|"
    r"您好|各位)[^,，!]{0,6}[,，!~]"
    r"|\b(?:the |our )?(?:previous|former|old|earlier|prior|last|existing|current|original|"
    r"present|sample|prototype|mock-?up)(?: (?:version|revision|design|part|model|one|bracket|"
    r"housing|sample|batch|issue))?"
    r" (?:was|were|is|had|has|weighs|weighed|measure[sd])\s[^,;.]{1,60}(?:\.\d+[^,;.]{0,30})?"
    r"|\b(?:it(?:'s| is)|they(?:'re| are)) (?:currently |now |"
    r"at )?\d[\d.,]{0,6} ?[a-z\"]{0,5} (?:now|currently|today|at the moment|at present)\b"
    r"|\b(?:price|cost)s? (?:per|a|each) (?:piece|part|unit)s?\b"
    r"|\b(?:including|incl\.?|excluding|excl\.?|inclusive of) (?!vat\b)(?:the |any |"
    r"all )?[a-z]+(?: and [a-z]+)?"
    r"(?=\s*(?:[,.;)]|$))"
    r"|(?<=\btolerance )[d-h]\d{1,2}\b|(?<=\bfit )[d-h]\d{1,2}\b"
    r"|\btolerances? (?:on|of|for) [a-z ]{3,24}:? ?[+-] ?\d[\d.]{0,6} ?/ ?[+-]? ?\d[\d.]{0,6}"
    r"(?: ?mm)?"
    r"|\d[\d.,]{0,6} ?k?g on (?:our|my|the) scales?"
    r"|,\s*(?:was|previously|formerly|used to be)\s\d[\d.,]{0,6} ?[a-z\"]{0,4}(?=$|[.,;])"
    r"|,\s*(?:the )?(?:[a-z-]{3,15}\s){1,3}(?:excluded|included|excepted)\s*(?=,|$)"
    r"|,?\s+(?:except|apart from|other than) (?:at|for|in|on|where|the|those)\b[^,;.\d]{2,60}$"
    r"|[，,]?\s?除[^，,；\d]{1,20}(?:外|以外)(?=$|[，,])"
    r"|\((?:was|were|previously|before|formerly|old|prev\.?):?\s[^)]{1,40}\)"
    r"|\b(?:lowered|raised|reduced|increased|changed|widened|lengthened|shortened) from\s"
    r"[\d.,]{1,9}\s?[a-z\"°%]{0,6}(?=\s+to\b)"
    r"|\b(?:instead of|rather than|compared (?:to|with)|previously|currently|formerly|down from|"
    r"up from)\s[^,;]{1,40}"
    r"|(?:而不是|而非|代替原来的?|原来?为?)[^，；]{1,20}"
)
"""A greeting, the size that something had before, or deviations from a size said elsewhere."""
_NAMES: Final = re.compile(
    r"(?<![a-z0-9])(?:iso|din|astm|en|aisi|ansi|asme|jis|gb(?:/t)?|ul|sae|mil(?:-[a-z]{2,8})?|bs|"
    r"nas|nasa|"
    r"iec|ip|ik|ra|rz|rmax|vdi|"
    r"spi|pantone|ral|nema|hrc|hv|hb|shore|rev|revision|grade|page|pages|fig|figure|"
    r"section|sheet|class|"
    r"drawing|dwg|note|part|item|version|type|phase|ipc|usb|awg|no|nr|zone|detail|appendix|annex|"
    r"clause|chapter|guide|guideline|rule|para|paragraph|lot|datum|req)(?![a-z])\.?(?:\s?(?:no|nr|number|numbers)\b\.?)?"
    r"\s?[:#-]?\s?(?=[a-z]{0,4}[-_]?\d)[a-z]{0,4}[-_]?\d[\w./:-]{0,16}"
    r"(?<![.:])(?![\w])(?!\.\d)(?!/\d)(?!\s?(?:(?:mm|cm|m|in|inch|g|kg|x)\b|°|%|holes?|×))"
    r"|\b1\.\d{4}\b|\b\d{1,2}/\d{1,2}/(?:\d\d|\d{4})\b(?:,? \d{1,2}:\d\d(?: ?[ap]m)?)?"
    r"|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b|"
    r"(?<!\d)20[12]\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|[共第]\s?\d{1,4}\s?[页张]"
    r"|\b\d(?:\.\d)?-?d\b(?!ia)|\b3d\b|\bv\d{1,2}(?:\.\d{1,3}){0,2}\b|\b(?:in )?q[1-4]\b|"
    r"\b\d{1,2}:\d\d\b"
    r"|\b[a-z]{2,6}-\d[\w-]{0,16}\b|\b(?![lwhdtr]\d)[a-z]{1,3}\d{3,6}[a-z]?\b|"
    r"\bno\.\s?(?=\d)\d[\w-]{0,12}(?![\w-])(?!\s?(?:mm|in|\")\b)"
    r"|\b(?:in )?one (?:go|another|at a time|by one|after the other)\b|#\s?\d{1,2}(?=\s(?:wood|"
    r"machine|screw|sheet|self))"
    r"|\b(?:ender|prusa|ultimaker|bambu|voron|form)[ -]?\w?\d\w?\b(?! ?(?:mm|cm|in)\b)|"
    r"\b\d{1,2}u\b|\b\d{1,2}(?:st|nd|rd|th)\b|±0(?![.\d])|\bh\d{1,2}/[a-z]\d{1,2}\b"
    r"|\b\d(?:\.\d{1,2})?\s?mm\s?(?:layers?(?: height)?|nozzle)\b|"
    r"\blayer height[^,;]{0,12}?\d(?:\.\d{1,2})?\s?mm\b"
    r"|\b(?:for|adds?|gives?|provid(?:e|es|ing)) (?:extra |added |better |more )?(?:strength|"
    r"stiffness|rigidity|stability)\b"
)


_WHICH: Final = re.compile(r",\s*which\s(?:itself\s)?(?=(?:is|are|must|shall|should|has to)\b)")
"""'60 % of the wall, which itself is 2.5 mm' sizes the wall."""
_ORDERED: Final = re.compile(
    r"\b(?:qty|quantity)\b\.?\s?[:#-]?\s?\d{1,6}\b(?:\s?(?:pcs|pieces|units|sets|off)\b)?"
)
"""How many parts are ordered; beside holes it says how many holes."""
_COUNTED_THING: Final = re.compile(r"\bholes?\b|\bbores?\b|\bscrews?\b|\bbolts?\b|\bthread|Ø|孔")
_EACH_SIDE: Final = re.compile(r"(\d\s?(?:mm|cm|in|\")?)(\s?(?:max|min)\b\.?)(?=\s*[x×]\s*\d)")
"""'300 mm max. x 200 mm max. x 150 mm max.' is one size; its last word limits all sides."""
_FOR_A_THING: Final = re.compile(
    r"\b(?:for|onto|around|over|through) (?:an?|the|our|my|your) (?:Ø ?)?\d[\d.,]{0,6}[ -]?"
    r"(?:mm|cm|inch|in|\")"
    r" (?:[a-z]{2,12} )?(?:pipe|tube|rod|shaft|dowel|cable|wire|hose|bolt|screw|bearing|magnet|"
    r"board|panel|pole|door|doorway|hatch|window|rail|bar|battery|fan|motor|pcb)\b"
    r"|适用于(?:直径|外径)?\s?\d[\d.]{0,6}\s?(?:mm|毫米|cm|厘米)的?[^，,;；\d]{0,6}(?:管|轴|杆|线|缆|瓶|柱)子?"
)
"""'For a 20 mm pipe, so make the hole 20.4': the size of what the design goes with."""

_SAID_AGAIN: Final = re.compile(r"\s*(?:[(\[]\s*(?:=|i\.e\.|about|approx\.?|ca\.?)?|/|=)\s*")
_CLOSED: Final = re.compile(r"\s*[)\]]")
_ABOUT_THE_SAME: Final = 0.06


def masked(text: str) -> str:
    """Normalise a clause and blank out numbers that are names: ISO 2768, 2024-05-01, Ra 3.2.

    ISO 286 fits keep their capital letter, which tells a hole (H7) from a shaft (h7).
    """
    plain = normalise(text)
    for fit in FIT.finditer(text):
        start, end = fit.span("fit")
        plain = plain[:start] + text[start:end] + plain[end:]
    plain = _FOR_A_THING.sub(_blanked, reworded(plain))
    plain = _EACH_SIDE.sub(lambda match: match[1] + " " * len(match[2]), plain)
    if _COUNTED_THING.search(plain) is None:
        plain = _ORDERED.sub(_blanked, plain)
    plain = _WHICH.sub(_blanked, plain)
    plain = _BESIDE.sub(_blanked, plain)
    return _without_repeats(_NAMES.sub(lambda match: _unless_material(match, text), plain))


def _without_repeats(plain: str) -> str:
    """'254 mm (10 in)' and '2.2 lb / 1 kg' say one size twice: the first counts."""
    if not any(sign in plain for sign in "([/="):
        return plain
    amounts = read_amounts(plain)
    for before, again in pairwise(amounts):
        between = _SAID_AGAIN.fullmatch(plain, before.end, again.start)
        if between and _is_same(plain, before, again):
            closed = _CLOSED.match(plain, again.end)
            plain = blank(plain, before.end, closed.end() if closed else again.end)
    return plain


def _is_same(plain: str, before: Amount, again: Amount) -> bool:
    """Whether two amounts are one in two units; inches of a drawing's brackets often have none."""
    if len(before.values) != len(again.values) or before.unit != (again.unit or before.unit):
        return False
    units = [plain[each.start : each.end].strip(" 0123456789.,/x×~±+-") for each in (before, again)]
    if units[0] == units[1] or before.unit is None:
        return False
    factor = 1.0 if again.unit else INCH_MM
    return all(
        abs(first - factor * second) <= _ABOUT_THE_SAME * abs(first)
        for first, second in zip(before.values, again.values, strict=True)
    )


def _unless_material(match: re.Match[str], text: str) -> str:
    """'AISI 316L' and 'EN 1.4404' are names, but of what the part is made of."""
    return match[0] if materials_in(text[slice(*match.span())]) else _blanked(match)


def _blanked(match: re.Match[str]) -> str:
    """Spaces instead of a name; a real size behind 'part' or 'type' stays."""
    return " " * len(match[0])


def blank(text: str, start: int, end: int) -> str:
    """Replace a stretch by spaces, so that positions stay true."""
    return text[:start] + " " * (end - start) + text[end:]
