"""Which material a clause asks for, and which it only mentions."""

import re
from typing import Final

from mmdesign.domain import Priority, Requirement
from mmdesign.spec.masking import blank
from mmdesign.spec.materials import density_g_per_cm3, find_material
from mmdesign.spec.pieces import Reading
from mmdesign.spec.signs import normalise
from mmdesign.spec.subjects import has_content

_OTHER_THING: Final = re.compile(
    r"\b(?:for|on|onto|against|to|into|with|like|than|between|from) (?:an? |the |our |"
    r"two )?(?:[\w-]{2,20} ){0,2}$"
)
_MADE_BEFORE: Final = re.compile(
    r"\b(?:made|machined|printed|cast|milled|produced|manufactured|cut|formed|mo(?:u)?lded|"
    r"fabricated|turned|built|"
    r"constructed)\s(?:[\w-]{1,15}\s){0,2}?(?:from|of|in|out of|with)\b|\bmaterials?\b|材料|材质|"
    r"采用|制成|制造|选用"
)
_NOT_BEFORE: Final = re.compile(
    r"(?:\b(?:not|no|without|never|avoid)|n't)\b[^,;]{0,40}$|(?:不得|不能|禁止|不要|不可|不允许|"
    r"不)[^，；]{0,8}$"
)
_NOT_AFTER: Final = re.compile(
    r"^[^,;，；]{0,40}?(?:\b(?:(?:must|shall|should|may|can|is|are|will) not|cannot|"
    r"not (?:be )?(?:allowed|acceptable|permitted)|"
    r"forbidden|prohibited|banned|excluded|avoided|ruled out)\b|不得|禁止|不允许|不可使用|不能)"
)
_TALK: Final = re.compile(
    r"\b(?:gonna|going|want|print|i|i'm|we|we'll|i'll|my|don't|do|is|be|are|to be|shall|must|"
    r"should|may|can|could|or|and|either|both|not|used|"
    r"use|using|allowed|permitted|acceptable|"
    r"accepted|preferred|preferably|made|machined|printed|cast|milled|produced|manufactured|cut|"
    r"formed|mo(?:u)?lded|"
    r"fabricated|turned|built|constructed|from|of|in|out of|materials?|choice|alloys?|grades?|"
    r"plastics?|metals?|sheet|solid|"
    r"only|equivalent|similar|this|the|a|an|part|parts|body|it|temper|stock|filament|resin|filled|"
    r"glass|fibre|fiber|any|no|"
    r"lid|cover|base|shell|frame|handle|knob|insert|or equivalent|equivalent|"
    r"annealed|anodi[sz]ed|black|natural|clear|forbidden|prohibited|recyclable|as|t\d|"
    r"whole|entire|component|design|please|bracket|housing|material:)\b"
    r"|材料|材质|采用|制成|制造|选用|为|用|或者?|和|应|必须|须|宜|可|不得|使用|禁止|牌号|的|零件|"
    r"产品|及|等|塑料|合金|本体|优先|建议|最好|推荐|主体|全部"
)


def read_materials(text: str, plain: str, priority: Priority, reading: Reading) -> str:
    """Read the materials of a clause; returns its plain text with them blanked out.

    A clause about the material is one requirement, however many materials it lists. A material
    mentioned beside something else ('bracket in aluminium, 120 mm long') only sets the density.
    """
    mentions: list[tuple[str, bool]] = []
    left, end = plain, 0
    while found := find_material(text, end):
        name, start, end = found
        if not plain[start:end].strip():
            continue
        before, after = normalise(text[max(0, start - 60) : start]), normalise(text[end : end + 60])
        if (
            not _OTHER_THING.search(before)
            or _MADE_BEFORE.search(before)
            or _follows(mentions, before)
        ):
            denied = _NOT_BEFORE.search(before) is not None or _NOT_AFTER.match(after) is not None
            mentions.append((name, denied))
        left = blank(left, start, end)
    if not mentions:
        return left
    rest = re.sub(r"\([^)]{1,30}\)", " ", _TALK.sub(" ", left))
    about_it = not re.search(r"\d", rest) and not has_content(rest)
    if about_it or _MADE_BEFORE.search(plain) or any(denied for _, denied in mentions):
        _demand(text, mentions, priority, reading)
        return " " * len(left) if about_it else _without_verbs(left)
    _mention(mentions[0][0], reading)
    return re.sub(r"\b(?:in|of|from)\s{3,}", lambda match: " " * len(match[0]), left)


def _follows(mentions: list[tuple[str, bool]], before: str) -> bool:
    return bool(mentions) and re.search(r"(?:\bor|\band|,|/|或|、)\s*$", before) is not None


def _without_verbs(plain: str) -> str:
    return re.sub(
        r"\b(?:(?:is|be|are|to be) )?(?:made|machined|printed|cast|milled|produced|manufactured|"
        r"cut|formed|mo(?:u)?lded) "
        r"(?:from|of|in|out of)\b|\bmaterials?\b\s*:?|\balloys?\b|材料|材质|采用|制成|制造|\(\s*\)",
        lambda match: " " * len(match[0]), plain,
    )  # fmt: skip


def _demand(
    text: str, mentions: list[tuple[str, bool]], priority: Priority, reading: Reading
) -> None:
    wanted = list(dict.fromkeys(name for name, denied in mentions if not denied))
    denied = list(dict.fromkeys(name for name, denied in mentions if denied))
    for names, negated in ((wanted, False), (denied, True)):
        if names:
            subject = f"made of {' or '.join(names)}"
            reading.requirements.append(
                Requirement("", text, "material", subject, priority=priority, negated=negated)
            )
    if wanted:
        reading.material = wanted[0]
        if len(wanted) > 1:
            reading.notes.append(
                f"'{text}': mass is worked out for {wanted[0]}, the first material allowed."
            )


def _mention(name: str, reading: Reading) -> None:
    reading.material = name
    reading.notes.append(
        f"Material {name}: mass is worked out with {density_g_per_cm3(name):g} g/cm³."
    )
