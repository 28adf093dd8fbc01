"""Conditions of a clause: 'if printed in ABS, ...'. They stay with the requirement as text."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from mmdesign.domain import Requirement
from mmdesign.spec.materials import find_material

_NOT_A_CONDITION: Final = (
    r"(?!\s+(?:at all )?(?:possible|feasible|practical|practicable|needed|"
    r"necessary|applicable|required|you|empty|unloaded|unladen|"
    r"(?:(?:it|they|the \w+) (?:is|are) )?"
    r"(?:tilted|tipped|inclined|viewed|seen|looked|measured))\b)"
)
_LEADING: Final = re.compile(
    rf"^\s*(?:(?:if|when|whenever|wherever|where|unless|once|while|assuming|provided(?: that)?|"
    rf"in case(?: of)?|"
    rf"as long as|in the event|should(?= (?:the|it|this|"
    rf"a)\b))\b{_NOT_A_CONDITION}[^,;:]{{2,140}}[,:]"
    rf"|(?:if|when) (?:it is )?(?:printed|made|cast|mo(?:u)?lded|machined|used|produced|"
    rf"milled|sintered)\b"
    rf"[^,;:]{{2,40}}?\s(?=(?:the|all|each|every|no|any|a|min(?:imum)?|walls?|holes?)\b)"
    rf"|for (?:[\w-]{{1,20}} )?(?:versions?|variants?|prints?|printing|mo(?:u)?ldings?|"
    rf"castings?)\b[^,]{{0,60}},"
    rf"|(?:如果|若|假如|倘若|当|如(?!有可能|可能|下|图)|在|采用|使用)[^，,]{{2,40}}(?:时|的话|"
    rf"情况下|则|前提下)\s?[，,]"
    rf"|(?:如果|若|假如|倘若|如(?!有可能|可能|下|图))[^，,]{{2,40}}[，,]则?)"
)
_PURPOSE: Final = re.compile(
    r"^\s*(?:please |(?:can|could|would) you (?:please )?)?(?:design|make|build|model|shape|"
    r"orient|draw) (?:it|this|them|the \w+) "
    r"(?:so|such)(?: that)?\s"
    r"|^\s*(?:for|to|in order to|due to|because of|because|since|given|considering|after|during|"
    r"thanks to|as (?=we|it|the|this)|"
    r"so that|由于|因为|为了|为|考虑到|鉴于)\s?[^,，;:\d]{3,80}[,，](?=.{6})"
    r"|^\s*(?:with (?:reference|regards?|respect) to|regarding|referring to|further to|concerning|"
    r"in (?:response|reply|addition) to|as (?:discussed|agreed|mentioned)|per our|关于|根据)"
    r"\s?(?:[^,，;:\d]|(?<=[a-z-])\d){0,60}[,，:](?=.{6})"
    r"|[,，]?\s+(?:so that|because|since|in order to|so (?:(?:it|they|we|i)(?! "
    r"(?:must|ha[sv]e? to|needs?|want|require|should|shall|can(?:'t|not))\b)|the \w+ (?:can|does|"
    r"is|"
    r"will))\b)(?![^;]{0,60}\b(?:up to|at most|max|no more|at least|min)\b)"
    r"[^;]{3,120}$"
    r"|^(?:[^;\d]|(?<=[a-z])\d){3,120}?[,，]?\s(?:so|therefore|hence|which means)\s(?:that )?"
    r"(?=(?:it|they|we|the \w+)\s(?:must|ha[sv]e? to|needs? to|should|shall|can(?:'t|not)|"
    r"can only|can be (?:up to|at most|no))\b)"
    r"|[,;]?\s+or (?:else\b|(?:it|we|they|the (?:\w+ ){1,2}?)\s?(?:'ll|'d|will|won't|would|can't|"
    r"cannot|gets?|adds?|loses?|needs?|risks?)\b)[^;]{3,120}$"
    r"|[,，;]\s?otherwise\b[^;]{3,120}$"
    r"|[,，](?:以便|便于|方便|以免|否则|因为|从而|以(?=[防便保满避减]))[^;；]{2,60}(?=[;；]|$)"
)
"""Why something is asked for: kept in the text, asks for nothing by itself."""
_TRAILING: Final = re.compile(
    rf"(?<!grateful)(?<!glad)(?<!happy)(?<!pleased)(?<!helpful)(?<!perfect)(?<!lovely)(?<!help)"
    rf"(?<!nice)(?<!good)(?<!great)(?<!better)(?<!best)(?<!cool)"
    rf"(?<!prefer)(?<!appreciated)(?<!it)(?<!plus)"
    rf"[,(]?\s+(?:if|when|whenever|unless|provided that|in case|as long as|assuming)"
    rf"\b{_NOT_A_CONDITION}"
    r"\s[^,;]{2,140}$"
)
_TILT: Final = re.compile(r"\b(?:tilt|slop|inclin|ramp)\w*|倾斜|斜面|斜坡")
"""'When placed on a 10 degree incline' is a limit, not a condition."""
_DEFAULTS: Final = re.compile(
    r"\b(?:unless|except where|if not) (?:otherwise )?(?:specified|noted|stated|indicated|shown|"
    r"given|dimensioned|"
    r"mentioned)(?: otherwise)?\b[,:]?|\bu\.?o\.?[ns]\.?(?![a-z])|除(?:另有|特殊|非另有)?(?:说明|"
    r"注明|规定|标注)(?:外|者外)?[，,]?"
)


def blank_condition(plain: str, written: str) -> tuple[str, str | None]:
    """Blank out the condition of a normalised clause; also return its words as written.

    Args:
        plain: The clause, normalised, of the same length as written.
        written: The clause in the designer's own words.
    """
    plain = _DEFAULTS.sub(lambda match: " " * len(match[0]), plain)
    plain = _PURPOSE.sub(lambda match: " " * len(match[0]), plain)
    for pattern in (_LEADING, _TRAILING):
        found = pattern.search(plain)
        if found and _TILT.search(found[0]):
            continue
        if found and re.search(r"\w", plain[: found.start()] + plain[found.end() :]):
            blanked = plain[: found.start()] + " " * len(found[0]) + plain[found.end() :]
            return blanked, written[found.start() : found.end()].strip(" ,，:：()（）则")
    return plain, None


def under(condition: str, requirement: Requirement) -> Requirement:
    """The requirement with its condition, which its text says too."""
    text = requirement.text
    text = text if condition in text else f"{condition}: {text}"
    return replace(requirement, condition=condition, text=text)


def settled(requirements: Iterable[Requirement], material: str | None) -> list[Requirement]:
    """Drop conditions that the brief itself fulfils: 'if printed in ABS' when it is of ABS."""
    return [
        replace(each, condition=None)
        if material is not None
        and each.condition is not None
        and (named := find_material(each.condition)) is not None
        and named[0] == material
        else each
        for each in requirements
    ]
