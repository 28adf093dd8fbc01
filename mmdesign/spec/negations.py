"""Whether words forbid: 'no sharp edges', 'undercuts must be avoided', '不得有锐边'."""

import re
from functools import lru_cache
from typing import Final

from mmdesign.spec.comparing import without_comparisons

BEFORE: Final = re.compile(
    r"\b(?:no(?! (?:more|less|fewer|later)\b)|without|avoid(?:s|ing)?|never|free (?:of|from)|"
    r"none(?: of)?|nothing (?:that|which)(?: looks| feels| is)?|zero|nowhere|neither|nor|"
    r"exclud(?:e|es|ing)|omit|eliminate|"
    r"(?:must|shall|should|may|might|can|could|do|does|is|are|will|would) ?n[o']t(?: (?:have|"
    r"contain|include|be|use|show|add))?|"
    r"[a-z]{2,6}n't(?: (?:have|contain|include|be|use|show|add))?|"
    r"cannot|not (?:have|contain|include|be|allowed|permitted)|not|lacks?|lacking|absence of|"
    r"devoid of|refrain from|"
    r"forbids?|prohibits?|remove (?:all |any )?|(?<=\w)-free|free(?= of))\b(?! only|\.)|"
    r"不得有|不得出现|不得存在|不得|不应有|不应出现|不应|不宜有|不宜|不能有|不能|不可有|不可|"
    r"不允许有|不允许|没有|禁止|严禁|避免|"
    r"不带|不含|不要|不加|不用|不设|(?:不需要?|无需|无须)(?=.{0,3}支撑)|勿|(?<![特区级类分个差])别|无(?!印|毒|味|缝|论|线|人)"
)
AFTER: Final = re.compile(
    r"\b(?:(?:is|are|be) (?:not|n't) (?:be )?(?:allowed|permitted|acceptable|accepted|tolerated|"
    r"wanted|desired|admissible)|"
    r"(?:is|are|be|being|to be|strictly)? ?(?:forbidden|prohibited|unacceptable|avoided|banned|"
    r"excluded|ruled out|"
    r"disallowed|removed|rejected|eliminated|omitted|undesirable|unwanted)|"
    r"(?:must|shall|should|may) not (?:exist|occur|appear|be (?:used|present|visible|seen))|"
    r"not (?:be )?(?:allowed|permitted|"
    r"acceptable|accepted|tolerated|used|present)|-free)\b|(?:应|须|必须|要|需)?(?:避免|去除|"
    r"禁止|不允许|不得出现|不得使用|不可接受|不可使用)\s*$"
)
_POSITIVE: Final = re.compile(
    r"\bnot (?:only|just|without)\b|\bnon-?(?:slip|skid)\b|\bnot (?:be )?(?:shorter|missing|"
    r"forget)\b|\bno (?:later|matter|doubt)\b"
    r"|\bwithout (?:fail|exception)\b|\bno\.\s?(?=\d)|\bbreak (?:all )?sharp edges\b"
)


@lru_cache(maxsize=1024)
def forbids(plain: str) -> bool:
    """Whether a normalised piece forbids; the 'no' of 'no more than' does not count."""
    text = _POSITIVE.sub(" ", without_comparisons(plain))
    return BEFORE.search(text) is not None or AFTER.search(text) is not None
