"""What a brief calls the design itself: the spacer of 'The spacer shall be 12 mm high'.

A pin, a shelf or a knob is mostly a part of something else, whose size the extents of the whole
say nothing about. Where a brief opens with it, it is the design.
"""

import re
from typing import Final

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
_OPENING: Final = re.compile(
    rf"[^\w\n]*(?:\d{{1,3}}(?:[.)]|\.\d{{1,2}})\s*)?{_AHEAD}"
    rf"(?:(?!{_JOINS}\b|(?:{FEATURE.pattern})\s)[a-z-]{{3,14}}\s){{0,2}}?(?P<noun>{_ALONE})\b"
    rf"(?=\s*(?:$|[,:;.(=]|Ø?\d|(?:must|shall|should|is|are|has|needs?|may|can|will|weighs|with|"
    rf"for|made|in|from|that|length|width|height|diameter|thickness)\b))"
)
_OPENING_LINES: Final = 2
_OPENING_CHARACTERS: Final = 400
_CARRIED: Final = re.compile(
    rf"(?:{FEATURE.pattern})(?=[ -](?:dock|stand|holder|mount|bracket|case|box|tray|clamp|rack|"
    rf"hanger|cradle|sleeve|housing|enclosure|organi[sz]er|guide|adapter|unit|cabinet)\b)"
)
"""'Phone dock': a dock. What goes with the design is named before it."""


def whole_of(text: str) -> str | None:
    """The noun by which a brief's first lines call the design, where it mostly names a part."""
    lines = [line for line in text[:_OPENING_CHARACTERS].splitlines() if line.strip()]
    for line in lines[:_OPENING_LINES]:
        found = _OPENING.match(normalise(line))
        if found:
            return found["noun"]
    return None


def names_feature(plain: str, whole: str | None) -> bool:
    """Whether words name a part of the design, or something beside it.

    Args:
        plain: Normalised.
        whole: What the brief calls the design itself, which is no part of it.
    """
    plain = _CARRIED.sub(" ", plain)
    if whole:
        plain = re.sub(rf"\b{re.escape(whole)}\b", " ", plain)
    return FEATURE.search(plain) is not None
