"""How binding a clause is: must, should or could (RFC 2119, ISO/IEC Directives 2, GB/T 1.1).

'Shall' and 应 bind; 'should' and 宜 recommend; 'may' and 可 permit. A 'may' under a negation or
behind a limit ('no wall may be thinner', 'less than 2 % may be undercut') forbids, so it binds.
"""

import re
from typing import Final

from mmdesign.domain import Priority

_COULD: Final = re.compile(
    r"\b(?:nice[- ]to[- ]haves?|bonus(?:es)?|(?<!not )(?<!not be )(?<!max )"
    r"(?<!max\. )(?<!maximum )(?<!min )(?<!min\. )(?<!minimum )permissible(?! (?:deviation|"
    r"tolerance|error|mass|weight|load|value|limit|range))|"
    r"(?:would|'d) be (?:nice|great|good|cool|a plus|"
    r"lovely|a bonus|welcome)|"
    r"optional(?:ly)?|(?:is|are|as|be) a plus|a plus\b|wish[- ]?list|if (?:there is|there's) room|"
    r"could[- ]have|stretch goal|at your discretion|if you (?:like|want|can))\b|"
    r"可选|锦上添花|加分项"
)
_SHOULD: Final = re.compile(
    r"\b(?:should(?:n't)?(?! fail)|ought to|recommend(?:ed|s)?|recommendation|prefer(?:abl[ey]|"
    r"red|ably|s|ence)?|ideal(?:ly)?|"
    r"desir(?:able|ed)|advis(?:able|ed)|suggested|aim(?:s|ing)? (?:for|at|to)|target(?:s|ed)?|goal|"
    r"try to|where(?:ver)? (?:possible|feasible|practical|practicable)|"
    r"(?:if|when(?:ever)?|as far as|as much as) (?:at all )?(?:possible|feasible|practicable|"
    r"practical)|"
    r"would like|'d like|would love|'d love|would prefer|we'd prefer|best (?:kept|if)|hopefully)\b|"
    r"宜|建议|最好|尽量|推荐|优先|尽可能|如有可能|希望|期望|理想"
)
BINDS: Final = re.compile(
    r"\b(?:must(?:n't)?|shall|shan't|can't|cannot|won't|don't|required|mandatory|has to|have to|"
    r"needs? to|essential|crucial|critical|"
    r"non-negotiable|obligatory|absolutely|at all costs|hard limit|absolute(?= (?:max|min|limit))|"
    r"no exceptions|imperative|will be|has got to|under no circumstances)\b|"
    r"必须|务必|须|应(?!力|用|急|变|对)|不得|不允许|禁止|不可|不能|严禁|一定"
)
_MAY: Final = re.compile(
    r"\b(?:may|might|could|"
    r"(?<!watering )(?<!jerry )(?<!trash )(?<!spray )(?<!tin )can)\b(?!n?'t)"
    r"(?! (?:not|never|only|live|accept|no longer|fail|"
    r"be found|you|carry|hold|support|bear|take|withstand|lift|fit|stand|stack|swivel|rotate|fold))"
    r"|(?<![不许均亦认])可(?!爱|叠|堆|折|旋|移|伸|升|洗|水洗|换|承|放|容|装|靠|见|打印|拆|调|"
    r"制造|读|能|行|回收|维|追|接受|视|达|选|动|塑|焊|变|"
    r"不|装|印)"
)
_ASKED: Final = re.compile(
    r"^\s*(?:(?:oh|and|so|also|but)\s){0,2}(?:can|could) (?:the|it|they|"
    r"you|we|all)\b"
)
"""'Can the walls be at least 3 mm?' asks for it politely."""
_BINDS_MAY: Final = re.compile(
    r"\b(?:no|not|nothing|nowhere|none|never|neither|nor|cannot|at most|at least|(?:less|fewer|"
    r"more) than|"
    r"maximum|only|up to)\b|不|无|至多|最多|至少|最少"
)
_LIMIT_BEHIND: Final = re.compile(
    r"\s(?:be|weigh|measure|have|extend|reach|go|lie|sit|stand|(?:be )?(?:located|placed))?"
    r"\s?(?:up to|at most|no|not|only|a maximum)\b|"
    r"\s(?:be|have|measure|weigh) [\d.,\"' x×m-]{1,24}(?:cm|in|inch|g|kg)? (?:at most|"
    r"max(?:imum)?)\b"
)
_TAG: Final = re.compile(
    r"[\[(（【<]\s*(?P<tag>must|shall|required|mandatory|should|recommended|preferred|could|may|"
    r"optional|"
    r"nice to have|必须|应|宜|建议|可选|可)(?:[- ]have)?\s*[\])）】>]|"
    r"^\s*(?P<lead>must|should|could|required|optional|mandatory|preferred)\s*[:\-]|"
    r"[|,;:-]\s*(?P<tail>must|should|could|required|optional|mandatory|preferred|必须|可选|"
    r"建议)\s*[.|]?\s*$"
)
_ASIDE: Final = re.compile(
    r"\b(?:(?:but|though|although)\b,?(?: it(?:'s| is)| that(?:'s| is))?,? (?:absolutely |"
    r"strictly |really )?not (?:essential|mandatory|required|necessary|needed|critical|crucial)\b|"
    r"(?:but |though |although )?not (?:absolutely |strictly |really )?an? (?:absolute |hard |"
    r"strict )?(?:must|requirement|deal[- ]?breaker)(?:[- ]have)?\b)"
    r"|(?:但|不过)?(?:并非|不是|非)(?:必须|必需|强制)(?:要求)?的?"
)
"""'..., but not a must': what stands before it is a wish."""
_BY_TAG: Final[dict[str, Priority]] = {
    "must": "must", "shall": "must", "required": "must", "mandatory": "must", "必须": "must",
    "应": "must", "should": "should", "recommended": "should", "preferred": "should",
    "宜": "should", "建议": "should", "could": "could", "may": "could", "optional": "could",
    "nice to have": "could", "可选": "could", "可": "could",
}  # fmt: skip


def priority_in(plain: str) -> Priority | None:
    """Priority that a normalised text states; None when it states none."""
    if tag := tag_in(plain):
        return tag
    if _COULD.search(plain):
        return "could"
    if _SHOULD.search(plain):
        return "should"
    may = None if _ASKED.match(plain) else _MAY.search(plain)
    limits = may and (
        _BINDS_MAY.search(plain[: may.start()]) or _LIMIT_BEHIND.match(plain[may.end() :])
    )
    if BINDS.search(plain) or limits:
        return "must"
    return "could" if may else None


def permits(plain: str) -> bool:
    """Whether a text only says 'may' or 可, without a word such as 'optional'."""
    return priority_in(plain) == "could" and not (tag_in(plain) or _COULD.search(plain))


def tag_in(plain: str) -> Priority | None:
    """Priority of a label such as '(should)' or 'MUST:', which holds for the whole clause."""
    tag = _TAG.search(plain)
    if tag is not None:
        return _BY_TAG[tag["tag"] or tag["lead"] or tag["tail"]]
    return "could" if _ASIDE.search(plain) else None


def without_tag(plain: str) -> str:
    """The text with such a label blanked out, of the same length."""
    plain = _ASIDE.sub(lambda match: " " * len(match[0]), plain)
    return _TAG.sub(lambda match: " " * len(match[0]), plain)


def heading_priority(plain: str) -> Priority | None:
    """Priority that a heading gives to what stands below it: 'Nice to have', 'Must'."""
    return priority_in(plain) or ("should" if re.search(r"\bwish(?:es)?\b", plain) else None)
