"""Sizes, tolerances and counts that are said in a roundabout way, in the words the rules know."""

import re
from collections.abc import Callable
from typing import Final

from mmdesign.spec.numbers import read_word_number

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
    r"diameter|pin|slot|boss|hub|length|width|height|wide|long|high|thick)[,:]?) \(?"
    r"(?P<by>[+-] ?\d?\.?\d+ ?/ ?(?:[+-] ?\d?\.?\d+|0(?![\d.]))|± ?\d[\d.]*)\)?"
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
_LETTERED_BEHIND: Final = re.compile(
    r"(?P<l>\d[\d.]{0,6}) ?l ?[x×] ?(?P<w>\d[\d.]{0,6}) ?w ?[x×] ?(?P<h>\d[\d.]{0,6}) ?[hd]\b"
    r" ?\(?(?P<unit>mm|cm|in)?\)?"
)
"""'400 L x 200 W x 180 H (mm)'."""
_ON_A_CIRCLE: Final = re.compile(
    r"\bon an? (?P<size>Ø? ?\d[\d.]{0,6}(?: ?mm)?)(?: dia(?:meter)?\.?)? circle\b"
)
_IN_TWO: Final = re.compile(
    r"分(?:成|为)?(?:上下|左右|前后|内外)?(?P<count>[两二三四2-4])个?[件部](?:分)?"
)
"""'分上下两件' is two parts."""
_LETTER_SIZE: Final = re.compile(r"(?P<before>^\s*|[,;]\s*)(?P<axis>[xyz]) (?=\d)")
"""'X 210 mm max, Y 148 mm max'."""
_ONE_OF_A_SIZE: Final = re.compile(r"\bone(?= Ø)")
_PORTS: Final = re.compile(
    r"\b(?:port(?P<s>s?)|opening(?P<more>s?))\b(?=,? (?:each )?"
    r"(?:of |with (?:a )?(?:(?:diameter|bore) of )?)?"
    r"(?:Ø|m\d|g\d|\d[\d.]* ?mm (?:(?:in )?dia|Ø))|,? (?:each )?with a (?:diameter|bore) of \d|"
    r"\s{3})"
)
"""Ports of a size are holes."""
_NONE_SMALLER: Final = re.compile(r"(?<=holes)(?P<more>[\w ]{0,12}, )none (?:smaller|less) than\b")
"""'Six holes or more, none smaller than 4 mm'."""
_EVERY_END: Final = re.compile(
    r"\b(?P<one>one|an?|1)(?P<what> (?!pair\b|set\b|row\b)[^,;]{0,30}?holes?\b[^,;]{0,16}? "
    r"(?:in|at|on|near) (?:each|"
    r"either|both) ends?\b)"
)
_ON_A_SQUARE: Final = re.compile(
    r"\bon an? (?P<size>\d[\d.]{0,6}(?: ?mm)?) square(?: pattern| grid)?(?=\s*(?:$|[,.;]))"
)
"""'Four holes on a 31 mm square' are 31 mm apart."""
_FIT_BEHIND: Final = re.compile(
    r"(?P<size>\d[\d.]{0,6}(?: ?mm)?) (?P<noun>bore|hole)(?:,| to)? \(?(?P<fit>h\d{1,2})\b\)?"
    r"|\b(?P<first>bore|hole) (?P<before>h\d{1,2}) (?P<last>\d[\d.]{0,6}(?: ?mm)?)(?![\d.])",
    re.IGNORECASE,
)
"""'20 mm bore, H7'."""
_ONE_MORE: Final = re.compile(
    r"(?<=holes )(?P<all>[^,;]{0,24}?(?:\band|\bplus|,) )(?:one of|an?|one) "
    r"(?P<size>\d[\d.]{0,6} ?mm)(?: one)?(?! ?[a-z]{0,12} ?hole)"
)
"""'Two holes of 5 mm and one of 8 mm'."""
_SHARE_OF_UNIT: Final = re.compile(
    r"\b(?:an? )?(?P<share>half|three[- ]quarters?|quarter)(?: of)?(?: an?)?(?: |-)"
    r"(?=(?:kilo(?:gram(?:me)?)?|kg|pound|lb|inch|ounce|lit(?:re|er)|met(?:re|er)|foot|"
    r"millimet(?:re|er))\b)"
    r"|(?P<zh>半)(?=公斤|千克|斤|米|厘米|英寸|升)"
)
_ONE_UNIT: Final = re.compile(
    r"\b(?P<than>(?:than|under|over|below|above|exceed|within|most|least|about|to|of) )"
    r"(?:an (?=(?:inch|ounce)\b)|a (?=(?:kilo(?:gram(?:me)?)?|pound|lit(?:re|er)|met(?:re|er))\b))"
)
"""'Less than a kilo'."""
_HAND_HOLE: Final = re.compile(r"\bhand[- ]?hole(?P<s>s?)\b")
"""An opening to grip, which is no round hole."""
_FEET_AND_INCHES: Final = re.compile(
    r"(?<![\d.])(?P<feet>\d{1,3})\s?'\s?-?(?P<inches>\d{1,2}(?:\.\d{1,3})?)\s?\""
)
"""'1'6"' is 18 inches."""
_WITH_TOLERANCE: Final = re.compile(
    r"(?<=[\dma-z])\s(?:with|at|and) (?:an? )?tolerances? (?:of )?(?=[+-]\s?\d)"
)
"""'3.2 mm with a tolerance of +0.5/-0.3 mm' is one size."""
_FEET: Final = re.compile(
    r"\b(?P<count>two|three|four|five|six|eight|[2-8]) feet\b"
    r"(?!\s*(?:long|wide|high|tall|deep|in\b|by\b|x|×|\d|or\b|max|min|of (?:length|width|height)))"
)
_LONG: Final = re.compile(r"\b(?:length|width|height|depth|long|wide|high|tall|deep|size)\b")
"""Beside it, feet are a unit."""
_ON_BOTH: Final = re.compile(
    r"\b(?P<count>one|two|three|four|[1-9])(?P<what> (?:m\d{1,2} |\d[\d.]* ?mm |Ø[\d.]+ )?"
    r"(?:[a-z]+ )?holes (?:in|at|on|near) both (?:ends|sides|legs|arms|flanges|wings|ears|halves|"
    r"leaves|faces)\b)|两[边侧端](?:各|均)(?:有|设|开)?(?P<zh>[1-9一二两三四])(?=个)"
)
_THINGS_WITH: Final = re.compile(
    r"\b(?P<things>two|three|four|six|[2-9])(?P<what> [a-z]{3,12}(?:s|leaves|halves)),? "
    r"(?:with )?(?P<count>one|two|three|four|[1-9])(?P<holes> (?:[a-z]+ )?holes?) "
    r"(?:each|per [a-z]{3,10})\b"
)
"""'Two leaves, 3 holes each' are six holes."""
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
    r"(?<![a-z])[lwdh] ?\d[\d.]{0,6}(?: ?(?:mm|cm))?(?: ?[/x×,] ?|"
    r" )[lwdh] ?\d[\d.]{0,6}(?: ?(?:mm|cm))?"
    r"(?:(?: ?[/x×,] ?| )[lwdh] ?\d[\d.]{0,6}(?: ?(?P<unit>mm|cm))?)?(?![\d.])"
)
"""'W 450 / D 380 / H 820 mm' and 'L80 W50 H30' are one size."""
_TOLERANCE_WORD: Final = re.compile(
    r"(?<=[\dm米])\s?[,，]\s?(?:公差|tolerance|tol\.?)\s?(?:为|of|:)?\s?(?=[+-]\s?\d?\.?\d)"
)
"""'8.5 mm, tolerance +0.1/0' is one size."""
_THAT_IS: Final = re.compile(r"\bi\.e\.?,?\s|\bthat is,\s")
_SUM_OF_SIDES: Final = re.compile(
    r"\b(?:sum of (?:the |its )?|combined )length(?:,| \+| and) ?width(?:,? and| \+|,)? "
    r"?(?:height|depth|thickness)\b|长[、+ ]?宽[、+ ]?高(?:三边)?(?:之和|总和|合计|相加)"
)
"""None of the sides is limited alone."""
_TOLERANCE_IN: Final = re.compile(
    r"(?P<by>[+-] ?\d[\d.,]{0,5}(?: ?mm)? ?/ ?[+-]? ?\d[\d.,]{0,5}(?: ?mm)?) in "
    r"(?=(?:diameter|length|width|height|thickness|depth)\b)"
)
"""'4.5 mm +0.1/0 in diameter' is not of inches."""
_BRACKETED_COUNT: Final = re.compile(r"\((?P<count>\d{1,2})\)(?= ?(?:Ø|\d|m\d))")
"""'(4) Ø7 holes'."""
_TOLERANCE_CLASS: Final = re.compile(
    r"(?P<size>\d[\d.]{0,6}(?: ?mm)?)(?P<noun>(?: [a-z]{3,10}){0,3}?),?(?: with| to| in| of)?"
    r"(?: an?| the)? (?:tolerance|fit)(?: class| grade| zone| field)?(?: of)? "
    r"(?P<fit>[a-z]{1,2}\d{1,2})(?!\d)",
    re.IGNORECASE,
)
"""'47 mm, tolerance class H7'."""
_TOLERANCE_ZONE: Final = re.compile(
    r"(?P<size>\d[\d.]{0,6}(?: ?mm)?)[，, ]{0,2}公差(?:带|等级|代号)(?:代号)?(?P<noun>应?为|是|"
    r":)? ?"
    r"(?P<fit>[a-z]{1,2}\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_NAMED_PARTS: Final = re.compile(
    r"(?P<all>\b(?:parts|pieces|components|halves))\s?[:(,-]\s?(?:an? |"
    r"the )?[a-z]{3,12}(?: [a-z]{3,12})?"
    r" (?:and|plus|&) (?:an? |the )?[a-z]{3,12}(?: [a-z]{3,12})?\)?(?=\s*(?:$|[.;]))"
)
"""'Two parts: base and lid'."""
_SMALL_IN: Final = re.compile(r"(?P<inches>(?<!\d)\.\d{2,4}) in (?=between\b)")
"""'.020 in between the parts'."""
_NUMBER_WORD: Final = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_PARTED_HOLES: Final = re.compile(
    rf"(?P<all>\b{_NUMBER_WORD} (?:[a-z-]{{3,12}} ){{0,2}}holes|"
    rf"\d ?个[\u4e00-\u9fff]{{0,3}}孔)(?: ?: ?|, (?={_NUMBER_WORD}(?: ?[x×])? ?Ø))"
    rf"(?P<count>{_NUMBER_WORD})(?: of ?| ?[x×] ?| ?个 ?| )(?=Ø|\d[\d.]* ?mm)"
)
"""'Six holes: four of 5 mm, two of 8'."""
_SIZED_PORTS: Final = re.compile(r"(?P<size>Ø ?\d[\d.]{0,5}(?: ?mm)?) ports\b")
_PITCH_CIRCLE: Final = re.compile(r"分度圆(?=[^，,;；]{0,6}\d)")
_WIDE_GAP: Final = re.compile(
    r"(?P<gap>\b(?:gap|clearance)s? [^,;]{0,40}?\d ?(?:mm|cm|in|\")?) (?:wide|in width)\b"
)
_NARROW_GAP: Final = re.compile(r"(?P<gap>\b(?:gap|clearance)s?\b[^,;]{0,20}? )narrower(?= than)")
_CLOSED_AND_TIGHT: Final = re.compile(r"\bclosed,(?= (?:watertight|manifold)\b)")
_PLUS_MINUS: Final = re.compile(r"\b(?:plus ?(?:/|or) ?minus|give or take)\b|\+ ?/ ?-")


def reworded(plain: str) -> str:
    """What is said in a roundabout way as the rules know it: 'give or take 0.5' as '±0.5'.

    Args:
        plain: A normalised clause; what comes back is of the same length.
    """
    for pattern, say in _TURNS:
        plain = pattern.sub(say, plain)
    return plain


def _left(text: str, match: re.Match[str]) -> str:
    """Filled up behind, so that what follows stays in its place."""
    return text.ljust(len(match[0]))


def _right(text: str, match: re.Match[str]) -> str:
    """Filled up before, so that what follows stays beside it."""
    return text.rjust(len(match[0]))


def _four(match: re.Match[str]) -> str:
    if match["zh"]:
        return _right("四个", match)
    return "4".rjust(len(match["one"])) + match["what"]


def _hole_circle(match: re.Match[str]) -> str:
    """A gear has a pitch circle too, which is none of holes."""
    return match[0] if "孔" not in match.string or "齿" in match.string else "分布圆"


def _classed(match: re.Match[str]) -> str:
    holes = re.search(r"bore|hole|housing|孔", match.string)
    fit = match["fit"].upper() if holes else match["fit"]
    return _left(f"{match['size']} {fit}{match['noun'] or ''}", match)


def _legs(match: re.Match[str]) -> str:
    return match[0] if _LONG.search(match.string) else f"{match['count']} legs"


def _unit_in_figures(match: re.Match[str]) -> str:
    shares = {"half": "0.5", "quarter": "0.25", "半": "0.5"}
    share = match["share"] or match["zh"]
    return _right(f"{shares.get(share, '0.75')} ", match)


def _fitted(match: re.Match[str]) -> str:
    size, fit = match["size"] or match["last"], (match["fit"] or match["before"]).upper()
    return _left(f"{size} {fit} {match['noun'] or match['first']}", match)


def _one_more(match: re.Match[str]) -> str:
    more = f"{match['all']}1x {match['size'].replace(' ', '')} hole"
    return _left(more, match) if len(more) <= len(match[0]) else match[0]


def _in_inches(match: re.Match[str]) -> str:
    inches = f'{12 * int(match["feet"]) + float(match["inches"]):g}"'
    return _right(inches, match) if len(inches) <= len(match[0]) else match[0]


def _number(word: str) -> int:
    return int(word if word.isdigit() else read_word_number(word))


def _doubled(match: re.Match[str]) -> str:
    count = 2 * _number(match["count"] or match["zh"])
    if match["zh"]:
        return _right(f"{count}", match)
    return f"{count}".rjust(len(match["count"])) + match["what"]


def _multiplied(match: re.Match[str]) -> str:
    count = _number(match["things"]) * _number(match["count"])
    said = f"{match['things']}{match['what']}, {count}{match['holes']}"
    return _left(said, match)


def _as_size(match: re.Match[str]) -> str:
    sizes = re.sub(r"[、,，和]", "x", match["sizes"])
    return _right(f"{match['words']}{sizes}", match)


def _lettered_size(match: re.Match[str]) -> str:
    size = "x".join(re.findall(r"\d[\d.]*", match[0]))
    return _right(f"{size} {match['unit'] or ''}".rstrip(), match)


def _as_range(match: re.Match[str]) -> str:
    low, high = sorted((float(match["low"]), float(match["high"])))
    return match[0].replace("/", "~") if 0 < high <= _CLOSE * low else match[0]


def _share_in_figures(match: re.Match[str]) -> str:
    value = float(match["share"]) / 100 * float(match["value"])
    return _right(f"{value:.6g} {match['unit']}", match)


_TURNS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (_THAT_IS, lambda m: _left("", m)),
    (_PLUS_MINUS, lambda m: _right("±", m)),
    (_SUM_OF_SIDES, lambda m: _left("girth", m)),
    (_TOLERANCE_IN, lambda m: _left(m["by"], m)),
    (_BRACKETED_COUNT, lambda m: _left(f"{m['count']}x", m)),
    (_TOLERANCE_CLASS, _classed),
    (_TOLERANCE_ZONE, _classed),
    (_SMALL_IN, lambda m: _left(f'{m["inches"]}"', m)),
    (_NAMED_PARTS, lambda m: _left(m["all"], m)),
    (_PARTED_HOLES, lambda m: _left(f"{m['all']}, {_number(m['count'])} ", m)),
    (_SIZED_PORTS, lambda m: f"{m['size']} holes"),
    (_PITCH_CIRCLE, _hole_circle),
    (_NARROW_GAP, lambda m: _right(f"{m['gap']}smaller", m)),
    (_WIDE_GAP, lambda m: _left(m["gap"], m)),
    (_CLOSED_AND_TIGHT, lambda m: _left("closed", m)),
    (_WITH_TOLERANCE, lambda m: _left("", m)),
    (_FEET, _legs),
    (_FEET_AND_INCHES, _in_inches),
    (_SHARE_OF_UNIT, _unit_in_figures),
    (_ONE_UNIT, lambda m: _left(f"{m['than']}1 ", m)),
    (_HAND_HOLE, lambda m: _right(f"grip{m['s']}", m)),
    (_NEAR, lambda m: _right(f"{m['nominal']} ±{m['half']}", m)),
    (_LATE_TOLERANCE, lambda m: _left(f"{m['value']} {m['by']} {m['noun']}", m)),
    (_SPACING_OF, lambda m: _left(f"{m['holes']}, hole spacing", m)),
    (_EVERY_CORNER, _four),
    (_ON_BOTH, _doubled),
    (_THINGS_WITH, _multiplied),
    (_ONE_OF_A_SIZE, lambda _: "1x "),
    (_PORTS, lambda m: _left(f"hole{m['s'] or m['more'] or ''}", m)),
    (_LETTER_SIZE, lambda m: f"{m['before']}{m['axis']}="),
    (_NONE_SMALLER, lambda m: _left(f"{m['more']}hole dia min", m)),
    (_EVERY_END, lambda m: "2".rjust(len(m["one"])) + m["what"]),
    (_ON_A_SQUARE, lambda m: _left(f", pitch {m['size']}", m)),
    (_FIT_BEHIND, _fitted),
    (_ONE_MORE, _one_more),
    (_ON_A_CIRCLE, lambda m: _left(f", pcd {m['size']}", m)),
    (_IN_TWO, lambda m: _left(f"{m['count']}个零件", m)),
    (_LETTERED_BEHIND, lambda m: _left(f"{m['l']}x{m['w']}x{m['h']} {m['unit'] or ''}", m)),
    (_IN_TURN, _as_size),
    (_TOLERANCE_WORD, lambda m: _left("", m)),
    (_LETTERED, _lettered_size),
    (_LIMITS_OF_SIZE, _as_range),
    (_SHARE_OF, _share_in_figures),
    (_TOLERANCE_OF, lambda m: _right("±", m)),
    (_FROM_TO, lambda m: _left(m["verb"] or "", m)),
    (_DEVIATES, lambda m: _right(f"{m['nominal']} ±", m)),
)
"""In this order: a later turn of phrase may stand in the words of an earlier one."""
