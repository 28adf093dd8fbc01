"""Numbers that are names, not sizes: standards, dates, part numbers, roughness, layers."""

import re
from typing import Final

from mmdesign.spec.fits import FIT
from mmdesign.spec.materials import materials_in
from mmdesign.spec.signs import normalise

_BESIDE: Final = re.compile(
    r"^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^,!.]{0,30}[,!]"
    r"|^\s*(?:[\u4e00-\u9fff]{1,2}(?:工|总|经理)(?=[,，!~])|亲爱的|亲|老板|师傅|老师|客服|你好|"
    r"您好|各位)[^,，!]{0,6}[,，!~]"
    r"|\b(?:the |our )?(?:previous|former|old|earlier|prior|last|existing|current|original|"
    r"present|sample|prototype|mock-?up)(?: (?:version|revision|design|part|model|one|bracket|"
    r"housing|sample|batch|issue))?"
    r" (?:was|were|is|had|has|weighs|weighed|measure[sd])\s[^,;.]{1,60}(?:\.\d+[^,;.]{0,30})?"
    r"|\b(?:it(?:'s| is)|they(?:'re| are)) (?:currently |now |"
    r"at )?\d[\d.,]{0,6} ?[a-z\"]{0,5} (?:now|currently|today|at the moment|at present)\b"
    r"|\b(?:including|incl\.?|excluding|excl\.?|inclusive of) (?:the |any |"
    r"all )?[a-z]+(?: and [a-z]+)?"
    r"(?=\s*(?:[,.;)]|$))"
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
"""A greeting, or the size that something had before."""
_NAMES: Final = re.compile(
    r"(?<![a-z0-9])(?:iso|din|astm|en|aisi|ansi|asme|jis|gb(?:/t)?|ul|sae|mil(?:-[a-z]{2,8})?|bs|"
    r"nas|nasa|"
    r"iec|ip|ik|ra|rz|rmax|vdi|"
    r"spi|pantone|ral|nema|hrc|hv|hb|shore|rev|revision|grade|page|pages|fig|figure|"
    r"section|sheet|class|"
    r"drawing|dwg|note|part|item|version|type|phase|ipc|usb|awg|no|nr|zone|detail|appendix|annex|"
    r"clause|para|paragraph|lot|datum|req)(?![a-z])\.?(?:\s?(?:no|nr|number|numbers)\b\.?)?"
    r"\s?[:#-]?\s?(?=[a-z]{0,4}[-_]?\d)[a-z]{0,4}[-_]?\d[\w./:-]{0,16}"
    r"(?<![.:])(?![\w])(?!\.\d)(?!/\d)(?!\s?(?:(?:mm|cm|m|in|inch|g|kg|x)\b|°|%|holes?|×))"
    r"|\b1\.\d{4}\b|\b\d{1,2}/\d{1,2}/(?:\d\d|\d{4})\b(?:,? \d{1,2}:\d\d(?: ?[ap]m)?)?"
    r"|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b|"
    r"\b20[12]\d年(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"|\b\d(?:\.\d)?-?d\b(?!ia)|\b3d\b|\bv\d{1,2}(?:\.\d{1,3}){0,2}\b|\bq[1-4]\b|\b\d{1,2}:\d\d\b"
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


_DEVIATES: Final = re.compile(
    r"\b(?:may |can |shall |must |should )?(?:not )?(?:deviate|vary|differ|"
    r"depart)s? from (?:the |its )?"
    r"(?:nominal |value |of )*(?P<nominal>[\d.,/ ]{1,12}\s?[a-z\"°]{0,12})"
    r"(?P<by>\s+by (?:no |not )?(?:more than|at most|up to|less than|over|exceeding)\s+)(?=\d|\.\d)"
)
"""'May deviate from 250 mm by no more than 0.5 mm' is 250 mm ±0.5 mm."""
_NEAR: Final = re.compile(
    r"\bwithin (?P<half>\d[\d.,]{0,8}\s?(?:mm|cm|in|inch|inches|°|deg|g|kg|%)?) of "
    r"(?P<nominal>\d[\d.,]{0,8}\s?(?:mm|cm|in|inch|inches|°|deg|g|kg)?)(?![\da-z])"
)
_FOR_A_THING: Final = re.compile(
    r"\b(?:for|onto|around|over|through) (?:an?|the|our|my|your) (?:Ø ?)?\d[\d.,]{0,6}[ -]?"
    r"(?:mm|cm|inch|in|\")"
    r" (?:[a-z]{2,12} )?(?:pipe|tube|rod|shaft|dowel|cable|wire|hose|bolt|screw|bearing|magnet|"
    r"board|panel|pole|door|doorway|hatch|window|rail|bar|battery|fan|motor|pcb)\b(?=[^.;]{0,80}\d)"
)
"""'For a 20 mm pipe, so make the hole 20.4': the size of what the design goes with."""
_TOLERANCE_OF: Final = re.compile(
    r"(?<!flatness )(?<!parallelism )(?<!position )(?<!positional )(?<!straightness )"
    r"(?<!profile )(?<!perpendicularity )(?<!general )(?<!roundness )(?<!angular )"
    r"(?P<words>\btolerance(?: band)?(?: of| is|:| to be)?\s{1,2})(?=\d|"
    r"\.\d)(?!\d{1,2}\s?(?:class|grade))"
)
"""'A tolerance of 0.1 mm' is ±0.1 mm."""
_FROM_TO: Final = re.compile(
    r"(?P<verb>\b(?:chang|increas|reduc|rais|lower|enlarg|widen|thicken|shorten|lengthen|updat|"
    r"go|gro|went|mov|"
    r"modif|open)\w{0,4}\b[^,;.\d]{0,40}?\s)(?P<was>from\s\d[\d.,]{0,8}\s?[a-z\"°%]{0,6}\s)(?=to\b)"
    r"|(?P<zh>[由从](?:原来?的?)?\s?\d[\d.]{0,8}\s?[a-z毫厘米克°度千公斤]{0,4}\s?)(?=改|增|减|加|"
    r"降|变|调|提)"
)
"""'Change the diameter from 6 mm to 6.6 mm' asks for 6.6 mm."""
_LATE_TOLERANCE: Final = re.compile(
    r"(?P<value>\d[\d.,]{0,6} ?(?:mm|in|cm|\")?) (?P<noun>(?:[a-z]+ ){0,2}(?:hole|bore|shaft|dia|"
    r"diameter|pin|slot|boss|hub|length|width|height|wide|long|high|thick)[,:]) "
    r"(?P<by>[+-] ?\d?\.?\d+ ?/ ?[+-] ?\d?\.?\d+|± ?\d[\d.]*)"
)
"""'8 mm hole, +0.00/-0.05': the tolerance is of the size before the noun."""
_SHARE_OF: Final = re.compile(
    r"(?P<share>\d{1,3}(?:\.\d)?) ?% of (?:the |its )?(?:nominal|specified|stated|design)?"
    r"(?: ?(?:value|thickness|size|diameter|length|width))?(?: ?of| ?\()? ?"
    r"(?P<value>\d[\d.]{0,6}) ?(?P<unit>mm|cm|in|g|kg)\b\)?"
)
"""'85 % of the nominal value of 4 mm' is 3.4 mm."""
_LIMITS_OF_SIZE: Final = re.compile(
    r"(?<![\d.])(?P<low>\d{1,3}\.\d{1,3}) ?/ ?(?P<high>\d{1,3}\.\d{1,3})(?= ?(?:mm|in|\"|$))"
)
"""'Ø12.00/12.05 mm': the two limits of one size."""
_CLOSE: Final = 1.1
_SPACING_OF: Final = re.compile(
    r"\b(?:spacing|(?:centre |center )?distance|pitch) between (?P<holes>(?:the |all )?(?:two|"
    r"three|four|\d+) "
    r"[^,;]{0,24}?\bholes)\b"
)
"""'Spacing between the two 5.5 mm holes is 60 mm': holes, and their spacing."""
_EVERY_CORNER: Final = re.compile(
    r"(?P<zh>四个?角[上处]?(?:各|均)(?:有|设|开|钻)?[一1]个?)|"
    r"\b(?P<one>one|an?|1)(?P<what> [^,;]{0,30}?holes?\b[^,;]{0,24}? (?:in|at|on|near) (?:each|"
    r"every|all four) (?:of the )?(?:four )?corners?\b)"
)
"""'A hole in each corner' is four holes."""
_IN_TURN: Final = re.compile(
    r"长[、,和 ]?宽[、,和 ]?高(?:尺寸)?(?P<words>分别[^\d]{0,8})"
    r"(?P<sizes>\d[\d.]{0,6}[、,，] ?\d[\d.]{0,6}(?:[、,，和] ?)\d[\d.]{0,6})"
)
"""'长、宽、高分别不超过300、200、150毫米' is one size of three sides."""
_LETTERED: Final = re.compile(
    r"(?<![a-z])[lwdh] ?\d[\d.]{0,6} ?[/x×,] ?[lwdh] ?\d[\d.]{0,6}"
    r"(?: ?[/x×,] ?[lwdh] ?\d[\d.]{0,6})?(?![\d.])"
)
"""'W 450 / D 380 / H 820 mm' is one size."""
_TOLERANCE_WORD: Final = re.compile(
    r"(?<=[\dm米])\s?[,，]\s?(?:公差|tolerance|tol\.?)\s?(?:为|of|:)?\s?(?=[+-]\s?\d?\.?\d)"
)
"""'8.5 mm, tolerance +0.1/0' is one size."""
_PLUS_MINUS: Final = re.compile(r"\b(?:plus ?(?:/|or) ?minus|give or take)\b|\+ ?/ ?-")


def _as_tolerance(plain: str) -> str:
    """Tolerances in words as '250 mm ±0.5 mm', of the same length."""
    plain = _PLUS_MINUS.sub(lambda match: "±".rjust(len(match[0])), plain)
    plain = _NEAR.sub(
        lambda match: f"{match['nominal']} ±{match['half']}".rjust(len(match[0])), plain
    )
    plain = _LATE_TOLERANCE.sub(
        lambda match: f"{match['value']} {match['by']} {match['noun']}".ljust(len(match[0])), plain
    )
    plain = _SPACING_OF.sub(
        lambda match: f"{match['holes']}, hole spacing".ljust(len(match[0])), plain
    )
    plain = _EVERY_CORNER.sub(_four, plain)
    plain = _IN_TURN.sub(_as_size, plain)
    plain = _TOLERANCE_WORD.sub(_blanked, plain)
    plain = _LETTERED.sub(_lettered_size, plain)
    plain = _LIMITS_OF_SIZE.sub(_as_range, plain)
    plain = _SHARE_OF.sub(_share_in_figures, plain)
    plain = _TOLERANCE_OF.sub(lambda match: "±".rjust(len(match[0])), plain)
    plain = _FROM_TO.sub(lambda match: (match["verb"] or "").ljust(len(match[0])), plain)
    return _DEVIATES.sub(lambda match: f"{match['nominal']} ±".rjust(len(match[0])), plain)


def _four(match: re.Match[str]) -> str:
    if match["zh"]:
        return "四个".rjust(len(match[0]))
    return "4".rjust(len(match["one"])) + match["what"]


def _as_size(match: re.Match[str]) -> str:
    sizes = re.sub(r"[、,，和]", "x", match["sizes"])
    return f"{match['words']}{sizes}".rjust(len(match[0]))


def _lettered_size(match: re.Match[str]) -> str:
    return re.sub(r"[/,]", "x", re.sub(r"[a-z]", " ", match[0]))


def _as_range(match: re.Match[str]) -> str:
    low, high = sorted((float(match["low"]), float(match["high"])))
    return match[0].replace("/", "~") if 0 < high <= _CLOSE * low else match[0]


def _share_in_figures(match: re.Match[str]) -> str:
    value = float(match["share"]) / 100 * float(match["value"])
    return f"{value:.6g} {match['unit']}".rjust(len(match[0]))


def masked(text: str) -> str:
    """Normalise a clause and blank out numbers that are names: ISO 2768, 2024-05-01, Ra 3.2.

    ISO 286 fits keep their capital letter, which tells a hole (H7) from a shaft (h7).
    """
    plain = normalise(text)
    for fit in FIT.finditer(text):
        start, end = fit.span("fit")
        plain = plain[:start] + text[start:end] + plain[end:]
    plain = _FOR_A_THING.sub(_blanked, _as_tolerance(plain))
    plain = _EACH_SIDE.sub(lambda match: match[1] + " " * len(match[2]), plain)
    if _COUNTED_THING.search(plain) is None:
        plain = _ORDERED.sub(_blanked, plain)
    plain = _WHICH.sub(_blanked, plain)
    return _NAMES.sub(_unless_material, _BESIDE.sub(_blanked, plain))


def _unless_material(match: re.Match[str]) -> str:
    """'AISI 316L' and 'EN 1.4404' are names, but of what the part is made of."""
    return match[0] if materials_in(match[0]) else _blanked(match)


def _blanked(match: re.Match[str]) -> str:
    """Spaces instead of a name; a real size behind 'part' or 'type' stays."""
    return " " * len(match[0])


def blank(text: str, start: int, end: int) -> str:
    """Replace a stretch by spaces, so that positions stay true."""
    return text[:start] + " " * (end - start) + text[end:]
