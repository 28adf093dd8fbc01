"""Which material a clause asks for, and which it only mentions."""

import re
from typing import Final

from mmdesign.domain import Priority, Requirement
from mmdesign.phrases import phrase
from mmdesign.spec.masking import blank
from mmdesign.spec.materials import density_g_per_cm3, find_material, material_in_words
from mmdesign.spec.pieces import Reading
from mmdesign.spec.priorities import priority_in
from mmdesign.spec.signs import normalise
from mmdesign.spec.subjects import has_content
from mmdesign.spec.wholes import is_name

_OTHER_THING: Final = re.compile(
    r"\b(?:for|on|onto|against|to|into|with|like|than|between|from) (?:an? |the |our |"
    r"two )?(?:(?!(?:in|of|from)\s)[\w-]{1,20} ){0,2}$"
)
_MADE_BEFORE: Final = re.compile(
    r"\b(?:made|machined|printed|cast|milled|produced|manufactured|cut|formed|mo(?:u)?lded|"
    r"fabricated|turned|built|"
    r"constructed)\s(?:[\w-]{1,15}\s){0,2}?(?:from|of|in|out of|with)\b|\bmaterials?\b|"
    r"\bma?t'?l\b|\bbe (?:in|of)\b|"
    r"\bprint(?:ed)? (?:it |this |them )?in\b|\bmake it (?:from|out of|in|of)\b|材料|"
    r"材质|"
    r"采用|制成|制造|选用|用\s?[a-z0-9\u4e00-\u9fff+ -]{2,12}?\s?(?:打印|制作|加工|做成?)"
)
_NOT_BEFORE: Final = re.compile(
    r"(?:\b(?:not|no|without|never|avoid)\b(?! (?:less|more|fewer|greater|smaller|larger|"
    r"thinner|thicker|over|under|exceed\w*|be (?:less|more|smaller|greater|thinner))\b)|n't)"
    r"[^,;]{0,40}$|(?:不得|不能|禁止|不要|不可|不允许|"
    r"不(?!锈))[^，；]{0,8}$"
)
_NOT_AFTER: Final = re.compile(
    r"^[^,;，；]{0,40}?(?:\b(?:(?:(?:must|shall|should|may|can|is|are|will) not|cannot)"
    r"(?! (?:be |weigh |fall |drop )?(?:less|more|exceed|under|over|below|above|larger|smaller|"
    r"thinner|thicker|shorter|longer|wider|narrower|heavier|lighter|greater)\b)|"
    r"not (?:be )?(?:allowed|acceptable|permitted)|"
    r"forbidden|prohibited|banned|excluded|avoided|ruled out)\b|"
    r"不得(?![小大低高少多短长薄厚超])|禁止|不允许|不可使用|不能)"
)
_CLAUSE_END: Final = re.compile(
    r"[,;，；]|\b(?:and|but)\b(?=[^,;]{0,20}\b(?:must|shall|should|"
    r"may|has|have)\b)"
)
_STOCK: Final = re.compile(
    r"(?:\W|\d|(?:al|alu|mm|in|inch|ga|gauge|sheet|plate|bar|tube|stock|solid|grade|clear|"
    r"natural|raw|en|aw|"
    r"black|white|gr[ae]y|red|blue|green|recycled|virgin|injection|mo(?:u)?lded|printed|cast|"
    r"preferred|preferably|ideally|required|gf\d{1,2}|hardened|tempered|stainless|extruded|bpa|"
    r"free|food|safe|pu|"
    r"machined|milled|turned|dip|dipped|carbon|glass|fib(?:er|re)|reinforced|polished|painted|coated|be|"
    r"anodi[sz]ed|galvani[sz]ed|brushed|cold|hot|rolled|drawn|filled|thick|thk|t\d)(?![a-z])|板|"
    r"厚|材|建议|使用|采用|选用|宜|优先|用)*"
)
"""What a drawing says beside a material: thickness, grade and state."""
_GOES_ON: Final = re.compile(r"\s(?:with|without|and|that|which|for|at)\b")
_PREDICATE: Final = re.compile(
    r"\s*(?:(?:ideally|preferably),? )?(?:it|they|this|these|(?:the|our|"
    r"all) [a-z-]{2,20}(?: [a-z-]{2,20})?) "
    r"(?:(?:must|shall|should|has to|have to|needs? to|will|would) be|is|are)\s"
)
"""'It has to be black nylon'."""
_FITTED: Final = re.compile(r"\b(?:insert|bush|liner|feet|foot|grip|pad|seal|gasket|tip|cap)s?\b")
"""'Brass insert', 'rubber pad': of another material than the rest."""
_INSERT_BEHIND: Final = re.compile(
    r"\s*(?:(?:heat[- ]?set|threaded|tapped|press[- ]?in|m\d{1,2}) )*inserts?\b|"
    r"\s*(?:feet|pads|seals|gaskets|o-rings|screws|bolts|nuts)\b|\s*(?:热熔)?螺母"
)
"""It tells nothing of what the design weighs."""
_NAME_BEFORE: Final = re.compile(r"\s*(?:[a-z-]{3,16}\s){1,2}")
_OPENS_STOCK: Final = re.compile(r"\b(?:in|from|out of|of)\s|\d\s?(?:mm|cm|in|\")\s")
"""'A handle in brass', '150 x 100 x 6 mm S235JR': from here on it is only the stock."""
_THICKNESS_BEFORE: Final = re.compile(
    r"(?:^|[,;:(，；]|\b(?:from|in|of|with|use|using|stamped|bent|cut|laser-cut))\s*"
    r"(?<![\d.])\d[\d./ ]{0,6}\s?(?:mm|in|inch|\"|毫米)\s*(?:[a-z]{2,10}\s)?$"
)
_THICK_STOCK: Final = re.compile(r"\bthick {4,}|\bbe (?:in|from|of) {3,}")
_THICKNESS_AFTER: Final = re.compile(
    r"\s*(?:sheet|plate|board|panel|板)?\s?,?\s?(?:(?:min|max|"
    r"at least)\.?\s)?\d[\d.]{0,5}\s?(?:mm|in|inch|\"|毫米)"
    r"(?=\s*(?:$|[,;.()，；]))"
)
"""'Steel sheet 1.5 mm'."""
_STOCK_AFTER: Final = re.compile(
    r"\s*(?:sheet|plate|board|stock|panel|板)?\s*(?:$|[,;.()，；]|(?:with|having)\b)"
)
"""'From 18 mm plywood' says how thick the plywood is; '120 mm aluminium tube' does not."""
_TALK: Final = re.compile(
    r"\b(?:die|sand|investment|gravity)[- ]cast(?:ing)?\b|"
    r"\b(?:matl|mat'l|mtl|gonna|going|want|print|i|i'm|we|we'll|i'll|my|don't|do|is|be|are|to be|"
    r"shall|must|"
    r"should|may|can|could|or|and|either|both|not|used|"
    r"use|using|allowed|permitted|acceptable|"
    r"accepted|fine|ok|okay|good|works?|will do|preferred|preferably|made|machined|printed|cast|"
    r"milled|produced|manufactured|cut|"
    r"formed|mo(?:u)?lded|"
    r"fabricated|turned|built|constructed|from|of|in|out of|materials?|choice|alloys?|grades?|"
    r"plastics?|metals?|sheet|solid|"
    r"only|equivalent|similar|this|the|a|an|part|parts|body|it|temper|stock|filament|resin|filled|"
    r"glass|fibre|fiber|any|no|"
    r"lid|cover|base|shell|frame|handle|knob|insert|or equivalent|equivalent|"
    r"annealed|anodi[sz]ed|black|natural|clear|forbidden|prohibited|recyclable|as|t\d|"
    r"whole|entire|component|design|please|bracket|housing|material:)\b"
    r"|(?<![\da-z])(?:20[124]|30[134]l?|316l?|4[123]0|440c?|[15][0-9]{3}|60[68]\d|7075|"
    r"4140)(?:-?t\d{1,3})?(?![\da-z])"
    r"|材料|材质|采用|制成|制造|选用|为|用|或者?|和|应|必须|须|宜|可|不得|使用|禁止|牌号|的|零件|"
    r"产品|及|等|塑料|料|合金|本体|优先|建议|最好|推荐|主体|全部|由|阻燃|食品级|环保|透明"
)


_MODALS: Final = r"(?:(?:must|shall|should|will|would|could|has to|have to|needs to) )?"
_VERBS: Final = re.compile(
    rf"\b{_MODALS}(?:be|is|are)(?=\s{{3}})|"
    rf"\b{_MODALS}(?:(?:is|be|are|to be) )?(?:(?:die|sand|investment)[- ])?(?:made|machined|"
    rf"printed|cast|milled|produced|"
    r"manufactured|cut|formed|mo(?:u)?lded) (?:from|of|in|out of)\b|\bmaterials?\b\s*:?|"
    r"\balloys?\b|\bsolid(?=\s{3})|\b(?:in|from|out of|of|preferably|ideally)(?=\s{3})|"
    r"材[料质](?:选?用|为|是)?|"
    r"(?:建议|宜|最好|应当?|必须|须)?(?:采用|使用)|用\s{2,}(?:打印|制作|加工|制成|做成?)|"
    r"制成|制造|\(\s*\)"
)


def read_materials(text: str, plain: str, priority: Priority, reading: Reading) -> str:
    """Read the materials of a clause; returns its plain text with them blanked out.

    A clause about the material is one requirement, however many materials it lists. A material
    mentioned beside something else ('bracket in aluminium, 120 mm long') only sets the density.
    """
    mentions: list[tuple[str, bool]] = []
    left, end = plain, 0
    places: list[int] = []
    stock = False
    while found := find_material(text, end):
        name, start, end = found
        if not plain[start:end].strip():
            continue
        before, after = normalise(text[max(0, start - 60) : start]), normalise(text[end : end + 60])
        if not _INSERT_BEHIND.match(after) and (
            not _OTHER_THING.search(before)
            or _MADE_BEFORE.search(before)
            or _follows(mentions, before)
        ):
            denied = _NOT_BEFORE.search(before) is not None or _NOT_AFTER.match(after) is not None
            mentions.append((name, denied))
            priority = priority_in(_CLAUSE_END.split(plain[:start])[-1]) or priority
        is_thickness = _is_thickness(left, start, end)
        left = blank(left, start, end)
        if is_thickness:
            left = f"{left[:start]}thk{left[start + 3 :]}"
            stock = True
        places.append(start)
    if not mentions:
        return left
    rest = re.sub(r"\([^)]{1,30}\)", " ", _TALK.sub(" ", left))
    alone = any(_stands_alone(left, start) for start in places)
    about_it = not re.search(r"\d", rest) and (not has_content(rest) or is_name(rest.strip()))
    alone = alone or stock or _THICK_STOCK.search(left) is not None
    if about_it or alone or _MADE_BEFORE.search(plain) or any(denied for _, denied in mentions):
        _demand(text, mentions, priority, reading)
        return " " * len(left) if about_it else _without_verbs(left)
    _mention(mentions[0][0], reading)
    return re.sub(r"\b(?:in|of|from)\s{3,}", lambda match: " " * len(match[0]), left)


def _is_thickness(plain: str, start: int, end: int) -> bool:
    """'3 mm aluminium', 'aluminium 3 mm thick': a size beside a material is that of the stock."""
    behind = _THICKNESS_AFTER.match(plain, end) is not None
    before = _THICKNESS_BEFORE.search(plain[:start]) is not None
    return behind or (before and _STOCK_AFTER.match(plain, end) is not None)


def _stands_alone(plain: str, at: int) -> bool:
    """'..., 1.5 mm DC01, ...': a part of the clause that names the stock and nothing else."""
    start = max(plain.rfind(sign, 0, at) for sign in ",;，；:") + 1
    start = max(start, plain.rfind(" - ", 0, at) + 1)
    predicate = _PREDICATE.match(plain, start, at)
    start = predicate.end() if predicate else start
    name = _NAME_BEFORE.match(plain, start, at)
    if name and is_name(name[0].strip()):
        start = name.end()
    start = max([start, *(found.end() for found in _OPENS_STOCK.finditer(plain, start, at))])
    ends = (place for sign in ",;，；" if (place := plain.find(sign, at)) >= 0)
    end = min(ends, default=len(plain))
    goes_on = _GOES_ON.search(plain, at, end)
    end = goes_on.start() if goes_on else end
    # 'Aluminium housing', '铝合金散热器'
    named = not plain[start:at].strip() and is_name(plain[at:end])
    name_behind = named and not _FITTED.search(plain, at, end)
    return name_behind or _STOCK.fullmatch(plain, start, end) is not None


def _follows(mentions: list[tuple[str, bool]], before: str) -> bool:
    return bool(mentions) and re.search(r"(?:\bor|\band|,|/|或|、)\s*$", before) is not None


def _without_verbs(plain: str) -> str:
    return _VERBS.sub(lambda match: " " * len(match[0]), plain)


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
                phrase(
                    "'{text}': mass is worked out for {material}, the first material allowed.",
                    text=text,
                    material=material_in_words(wanted[0]),
                )
            )


def _mention(name: str, reading: Reading) -> None:
    reading.material = name
    reading.notes.append(
        phrase(
            "Material {material}: mass is worked out with {density:g} g/cm³.",
            material=material_in_words(name),
            density=density_g_per_cm3(name),
        )
    )
