"""What a brief calls the design itself: the spacer of 'The spacer shall be 12 mm high'.

A pin, a shelf or a knob is mostly a part of something else, whose size the extents of the whole
say nothing about. Where a brief opens with it, it is the design.
"""

import re
from typing import Final

from mmdesign.spec.notes import frames
from mmdesign.spec.quantities import FEATURE
from mmdesign.spec.signs import normalise

_ALONE: Final = (
    r"hook|pin|shelf|bolt|screw|nut|rod|pipe|tube|hinge|clip|latch|collar|gusset|knob|button|key|"
    r"spacer|stand-?off|stud|post|pillar|nozzle|washer|hub|drawer|(?:table|desk) ?top|bench seats?|"
    r"step|cushion|grille?|bearing"
)
_AHEAD: Final = (
    r"(?:(?:part|item|name|title|component|product|object)(?: name)?\s?:\s*)?"
    r"(?:(?:please )?(?:design|make|model|create|print|build|machine|turn|we need|i need|need)\s)?"
    r"(?:an?|the|this|our|one)?\s*"
)
_JOINS: Final = r"(?:with|for|of|and|or|on|in|at|to|has|have|is|must|shall|no|each|all|every)"
_OF_A_THING: Final = r"display|leg|arm|handle|foot|grip|lever|cap|seat|door"
"""Parts that are a design of their own where the thing they belong to is named: 'table leg'."""
_GOES_WITH: Final = r"(?:drawer|door|cable|wire|cord|pipe|hose|key|belt|strap|window|phone|bag)\s"
"""'Cable clip', 'drawer knob': what goes with the design is named before it."""
_OPENING: Final = re.compile(
    rf"[^\w\n]*(?:\d{{1,3}}(?:[.)]|\.\d{{1,2}})\s*|[a-z]{{2,6}}-\d{{1,5}}:?\s*)?{_AHEAD}"
    rf"(?:(?:(?!{_JOINS}\b|(?:{FEATURE.pattern})\s)[a-z-]{{3,14}}\s){{0,2}}?(?:{_GOES_WITH})?"
    rf"(?P<noun>{_ALONE})s?"
    rf"|(?:(?!(?:{_JOINS}|the|this|our|one|its)\b)[a-z-]{{3,14}}\s){{1,2}}(?P<part>{_OF_A_THING})s?)\b"
    rf"(?=\s*(?:$|[,:;.(=]|Ø?\d|[lwhdt]\s?=|(?:must|shall|should|is|are|has|needs?|may|can|"
    rf"will|weighs|with|for|made|in|from|that|length|width|height|diameter|thickness|"
    rf"max|min|maximum|minimum|up to|not|no)\b))"
    rf"|\s*(?:(?:该|本)?(?P<chinese>把手|手柄|挂钩|销|螺栓|抽屉|扶手|靠背)"
    rf"|(?:(?![的和与带有子杯锅壶椅柜桶箱盒门])[\u4e00-\u9fff]){{1,4}}?(?P<tool>手柄|挂钩))"
    rf"(?=的?(?:总?[长宽高厚重]|直径|外径))"
)
_THING: Final = re.compile(
    rf"\s*(?:(?:the|this|our|new)\s)?(?:(?!{_JOINS}\b)[a-z0-9][a-z0-9/-]{{1,20}}\s){{0,3}}"
    rf"(?!(?:surface|finish|texture|look|design|shape|form|style|symmetry|tolerance|size|draft|"
    rf"minimalist|printable|watertight|wall|support|limit|envelope|volume|space|budget|area|"
    rf"load|allowance|weight|price|delivery|colou?r|material|project|drawing)\b)"
    rf"(?:[a-z-]{{3,20}}(?<!s)(?<!ed)(?<!ing)(?<!ic)|"
    rf"housing|bushing|casing|fitting|ring|spring|coupling|bearing|glasses|compass)"
    rf"(?:\sfor\b(?:\s(?:(?:an?|the|our|my)\s)?(?:[a-z0-9-]{{2,20}}\s?){{1,5}})?)?[\s,.;]*"
)
_TOLD: Final = re.compile(
    r"\b(?:rounded|curved|smooth|soft|sharp|matte?|glossy|round|square|hollow|flat|visible|"
    r"integrated|built-in|single|easy|simple|removable|detachable|hidden|solid|carrying|no|not|"
    r"without|only|must|shall|should|needs?|has|have|is|are|be|add|use|make|keep|avoid)\b"
)
"""Words of a demand: 'integrated handle' asks for one, 'crank handle' is one."""
_THING_ZH: Final = re.compile(
    r"[\u4e00-\u9fff]{1,10}(?:件|体|壳|板|架|座|盒|盖|轮|轴|瓶|杯|灯|椅|桌|柜|夹|钩|管|套|环|圈|器|盘|"
    r"盆|筒|箱|框|具|刀|尺|牌|球|床|车|机|臂|刷|伞|锁|扣|柄|凳|梯|罩|垫|塞|阀|泵|支架|法兰|挂钩|花瓶|拉手|积木|玩具|抓手|吊坠|笼)\s*"
)
_OPENING_LINES: Final = 2
_OPENING_CHARACTERS: Final = 400
_CARRIED: Final = re.compile(
    rf"(?:{FEATURE.pattern})(?=[ -](?:mounting |support |storage )?"
    rf"(?:block|board|divider|liner|puller|dock|stand|holder|"
    rf"mount|bracket|case|box|tray|clamp|rack|"
    rf"hanger|cradle|sleeve|housing|plate|stop|stopper|wedge|tag|fob|ring|"
    rf"enclosure|organi[sz]er|guide|adapter|unit|cabinet)\b)"
)
"""'Phone dock': a dock. What goes with the design is named before it."""


def whole_of(text: str) -> str | None:
    """The noun by which a brief's first lines call the design, where it mostly names a part."""
    lines = [line for line in text[:_OPENING_CHARACTERS].splitlines() if line.strip()]
    for line in lines[:_OPENING_LINES]:
        plain = normalise(line)
        found = _OPENING.match(plain)
        if found:
            return found["noun"] or found["part"] or found["chinese"] or found["tool"]
        heading = plain.strip().endswith(":") or frames(
            plain, has_size=False, about_the_design=False
        )
        if not heading:
            return None
    return None


def is_name(plain: str) -> bool:
    """Whether words only name a thing: 'camera mount plate', 'cover for a remote', '齿轮箱壳体'."""
    plain = plain.strip(" ,，.:：")
    if _THING_ZH.fullmatch(plain):
        return True
    return _THING.fullmatch(plain) is not None and _TOLD.search(plain) is None


def names_feature(plain: str, whole: str | None) -> bool:
    """Whether words name a part of the design, or something beside it.

    Args:
        plain: Normalised.
        whole: What the brief calls the design itself, which is no part of it.
    """
    plain = _CARRIED.sub(" ", plain)
    if whole:
        plain = re.sub(rf"\b{_GOES_WITH}(?={re.escape(whole)}s?\b)", " ", plain)
        plain = re.sub(rf"\b{re.escape(whole)}s?\b" if whole.isascii() else whole, " ", plain)
    return FEATURE.search(plain) is not None
