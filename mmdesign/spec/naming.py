"""Which quantity an amount is about: its own sign, the nearest words, or its unit."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.spec.amount import Amount
from mmdesign.spec.hole_kinds import sizes_the_sinking
from mmdesign.spec.pieces import Piece
from mmdesign.spec.quantities import HOLE, QUANTITY_WORDS, QuantityWord


def _first(quantity: str) -> QuantityWord:
    return next(word for word in QUANTITY_WORDS if word.quantity == quantity)


_BY_UNIT: Final = {"g": _first("mass"), "mm3": _first("volume"), "mm2": _first("surface_area")}
_DIAMETER: Final = _first("outer_diameter")
_HOLE_DIAMETER: Final = _first("hole_diameter")
_HOLE_FIT: Final = re.compile(r"Ø\s?\d[\d.]{0,6}\s?[A-Z]{1,2}\d")
"""ISO 286 writes the fits of holes in capitals."""
_LENGTH: Final = _first("length")
_RADIUS: Final = _first("fillet_radius_min")
_CHAMFER: Final = _first("chamfer_width_min")
_BOLT_CIRCLE: Final = _first("bolt_circle_diameter")
_SPACING: Final = _first("hole_spacing")
_WIDEST_CHAMFER_MM: Final = 20.0
"""'C45' is a steel, 'C5' a chamfer."""
_NEXT_LABEL: Final = re.compile(r"[\s:=(]*(?:of|is|dia(?:meter)?|at|=)?[\s:=(]*Ø?\s*")
_APART: Final = re.compile(
    r"\bspac(?:ing|ed)\b|\bc/c\b|\bpitch\b|\bapart\b|\bc(?:en)?t?rs\b|"
    r"(?:centre|center)s?[- ]to[- ](?:centre|center)|\bcent(?:re|er)s\b(?! of)|"
    r"\bdistance between\b|\bbetween (?:them|each|the two|both|cent(?:re|er)s)\b|间距|中心距|相距"
)
_EDGE: Final = re.compile(r"\bfrom (?:the |each |any |its )?(?:edge|end|side|wall|corner)|边")
_DEEP: Final = re.compile(r"\bdeep\b|\bdepth\b|↧|深")
_EXTENTS: Final = frozenset({"length", "width", "height", "extent_x", "extent_y", "extent_z"})
_AND: Final = re.compile(r"\s*(?:\bnor\b|\bor\b|\band\b|/|、|和|与|及|或)\s*(?:the |its )?")
_CAPACITY: Final = re.compile(
    r"capacity|\binternal\b|\binner\b|\binside\b|内部|内腔|holds?\b|contain|fill|liquid|"
    r"water(?!tight)|容量|容积|盛"
)
_LOAD: Final = re.compile(
    r"\b(?:loads?|carry(?!-on)|carries|hold(?! (?:the |its )?(?:mass|weight))|holds|bear|bears|"
    r"lift|lifts|withstand|withstands|"
    r"support|"
    r"supports|payload|"
    r"users?|persons?|rated|capacity)\b|载荷|承载|承重|负载|负重|支撑|承受"
)
_OF: Final = re.compile(r"^\s*(?:of|in)(?: the| its)?\s*$")
_LABEL_CHARACTERS: Final = 24
_LABEL_END: Final = re.compile(r"\s*[=:≥≤<>]?\s*(?:min|max|of|is)?\.?\s*$")
"""'L=120 W=60': the word right before the next amount is that amount's."""
_EDGE_OF: Final = re.compile(
    r"\b(?:chamfer|fillet|radius|bevel|(?:edge )?distance|position)\w{0,3}\b[\w ]{0,12}?\b(?:on|"
    r"of|at|around|in|for) "
    r"(?:all |each |every |the |both )?(?:\w+ )?(?:holes?|bores?)\b"
)
_GAP_OF: Final = re.compile(r"\b(?:gaps?|clearances?|play)\b[^,;]*$")
"""'A gap of 0.2 mm between them' sizes the gap."""
_SIDE_BEHIND: Final = re.compile(r"[长宽高深厚]$")
_SHEET: Final = re.compile(
    r"[\s-]{1,3}(?:[a-z]{2,12}\s+|\s+)?(?:plate|sheet|walls?)\b(?! (?:width|length|height))|"
    r"厚?的?板"
)
_SHEET_BEFORE: Final = re.compile(r"\b(?:plate|sheet|panel|board)\s$")
"""'Gland plate 3 mm: two holes'."""
_OUTSIDE: Final = re.compile(r"\s?(?:o\.?d\b|outer|outside|外径)")
_VESSEL: Final = re.compile(
    r"[\s-](?:[a-z]+ )?(?:bottles?|cans?|cartons?|jars?|packs?|bags?|"
    r"canisters?|tanks?)\b"
)
"""'A 1 litre bottle' that goes in."""
_CHANGE: Final = re.compile(
    r"\s?(?:longer|shorter|wider|narrower|taller|higher|lower|thicker|thinner|heavier|lighter|"
    r"deeper|bigger|smaller|larger)"
    r"\b(?! dimension| side| edge)"
)
"""'5 mm longer' compares with another design."""
_LITRES: Final = re.compile(r"\d\s?-?(?:[mc]?l|(?:milli)?lit(?:er|re)s?)$|升$")
_BY: Final = re.compile(
    r"\b(?:overhang|overlap|exceed|extend|protrude|project|stick out|stand out|reach|raise|lower|"
    r"offset|shift)\w{0,4}\b[^,;\d]{0,40}\bby\s*$"
)
"""'Overhangs the box by 3 mm on all sides' sizes what sticks out."""
_PLAIN_RADIUS: Final = re.compile(
    r"\b(?:bend|sphere|spherical|arc|arm(?= radius)|swing|turning|reach(?= (?:radius|of)))\b|"
    r"弯曲半径|球"
)


def word_of(piece: Piece, index: int) -> QuantityWord | None:
    """The quantity an amount is about; a word with quantity None is one that is not measured."""
    amount = piece.amounts[index]
    if amount.prefix == "Ø" and on_circle(piece, index):
        return _BOLT_CIRCLE
    word: QuantityWord | None
    if amount.prefix:
        across = _HOLE_DIAMETER if _HOLE_FIT.match(piece.plain, amount.start) else _DIAMETER
        word = {"Ø": across, "R": _RADIUS}.get(amount.prefix, _CHAMFER)
    else:
        word = _sheet(piece, amount) or named(piece, index) or _by_unit(piece, amount)
    if word is None:
        return _LENGTH if _is_length_of_round(piece, index) else None
    if word.quantity in {"outer_diameter", "hole_diameter"} and on_circle(piece, index):
        return _BOLT_CIRCLE
    if _is_of_something_else(piece, amount, word):
        return replace(word, quantity=None)
    in_hole = HOLE.search(piece.plain) and not is_outside(piece, amount)
    if word.quantity == "outer_diameter" and in_hole:
        return replace(word, quantity="hole_diameter", kind="hole")
    return word


def _by_unit(piece: Piece, amount: Amount) -> QuantityWord | None:
    """What an amount of a unit is of that no word names; litres are what a vessel holds."""
    word = _BY_UNIT.get(amount.unit or "")
    litres = word is not None and _LITRES.search(piece.plain[amount.start : amount.end])
    return replace(word, quantity=None) if word and litres else word


def _is_length_of_round(piece: Piece, index: int) -> bool:
    """'Ø20 x 15 mm' of a round part, in which no hole is named."""
    if index == 0 or piece.amounts[index - 1].prefix != "Ø" or HOLE.search(piece.plain):
        return False
    between = piece.plain[piece.amounts[index - 1].end : piece.amounts[index].start]
    return re.fullmatch(r"\s*[x×]\s*", between) is not None


def is_outside(piece: Piece, amount: Amount) -> bool:
    """'Ø165 OD': whatever holes stand beside it, it is none of them."""
    return _OUTSIDE.match(piece.plain, amount.end) is not None


def _sheet(piece: Piece, amount: Amount) -> QuantityWord | None:
    """'5 mm plate' says how thick the plate is."""
    behind = _SHEET_BEFORE.search(piece.plain[: amount.start]) and re.match(
        r"\s*(?:$|[,:;.])", piece.plain[amount.end :]
    )
    found = amount.unit == "mm" and (behind or _SHEET.match(piece.plain[amount.end :]))
    return _first("wall_thickness_min") if found else None


def _is_of_something_else(piece: Piece, amount: Amount, word: QuantityWord) -> bool:
    """A bolt circle, what a vessel holds, what a shelf carries."""
    if _CHANGE.match(piece.plain[amount.end :]) or _BY.search(_between(piece, amount)):
        return True
    if amount.prefix == "Ø":
        return sizes_the_sinking(_between(piece, amount))
    if amount.prefix == "C":
        return amount.values[-1] > _WIDEST_CHAMFER_MM
    if word.unit == "mm3" and _VESSEL.match(piece.plain, amount.end):
        return True
    elsewhere = {"mm3": _CAPACITY, "g": _LOAD}.get(word.unit)
    if word.quantity == "fillet_radius_min":
        elsewhere = _PLAIN_RADIUS
    return elsewhere is not None and elsewhere.search(piece.plain) is not None


def _between(piece: Piece, amount: Amount) -> str:
    """What stands between the amount before and this one."""
    before = max((a.end for a in piece.amounts if a.end <= amount.start), default=0)
    return piece.plain[before : amount.start]


def on_circle(piece: Piece, index: int) -> bool:
    """Whether an amount is the diameter of a bolt circle: 'on Ø75 B.C.', 'PCD Ø120'."""
    amount = piece.amounts[index]
    last = index + 1 == len(piece.amounts)
    after = piece.plain[amount.end : None if last else piece.amounts[index + 1].start]
    found = _BOLT_CIRCLE.pattern.search(re.split(r"[,;，；]", after)[0])
    if found and (last or not _NEXT_LABEL.fullmatch(after, found.end())):
        return True
    before = _between(piece, amount)
    found = _BOLT_CIRCLE.pattern.search(before)
    return found is not None and not (index and re.search(r"[,;，；]", before[found.end() :]))


def in_context(piece: Piece, index: int, word: QuantityWord | None) -> QuantityWord | None:
    """'Spacing' and 'deep' beside holes are those of the holes."""
    if word is None or word.quantity is not None or word.unit != "mm":
        return word
    amount = piece.amounts[index]
    last = index + 1 == len(piece.amounts)
    near = piece.plain[: None if last else piece.amounts[index + 1].start]
    near = near[piece.amounts[index - 1].end if index else 0 :]
    if _APART.search(near) and not _EDGE.search(near):
        return _SPACING
    if _DEEP.search(near) and not sizes_the_sinking(_between(piece, amount)):
        return replace(_SPACING, quantity="hole_depth")
    return word


def coordinated(piece: Piece, index: int, word: QuantityWord) -> tuple[QuantityWord, ...]:
    """All words of 'neither length nor width exceeds', of which the last stands by the amount."""
    if word.quantity not in _EXTENTS:
        return (word,)
    before = _between(piece, piece.amounts[index])
    found = sorted(
        (match.start(), match.end(), each)
        for each in QUANTITY_WORDS
        if each.quantity in _EXTENTS
        for match in each.pattern.finditer(before)
    )
    words = [word]
    for (_, end, each), (start, _, following) in zip(found[-2::-1], found[:0:-1], strict=False):
        if following is not words[-1] or not _AND.fullmatch(before[end:start]):
            break
        words.append(each)
    return tuple(reversed(words))


def named(piece: Piece, index: int) -> QuantityWord | None:
    """The quantity that the nearest words give to an amount; words right behind it win."""
    amount = piece.amounts[index]
    edge = piece.amounts[index - 1].end if index else 0
    limit = piece.amounts[index + 1].start if index + 1 < len(piece.amounts) else len(piece.plain)
    before = re.split(r"[;；]", piece.plain[edge : amount.start])[-1]
    # a single amount may hold the sign behind it, as the sides of a size do: '250毫米高'
    side = amount.form == "single" and _SIDE_BEHIND.search(piece.plain[: amount.end]) is not None
    after = re.split(r"[,;，；、(]", piece.plain[amount.end - side : limit])[0]
    opens_next = index + 1 < len(piece.amounts) and _is_labelled(before)
    ranked: list[tuple[float, int, QuantityWord]] = []
    for order, word in enumerate(QUANTITY_WORDS):
        ranked.extend(
            (10.0 + len(before) - match.end(), order, word)
            for match in word.pattern.finditer(before)
        )
        following = word.pattern.search(after)
        if following and not (opens_next and _LABEL_END.match(after, following.end())):
            gap = len(_OF.sub("", after[: following.start()]).strip(" -"))
            ranked.append((0.0 if gap == 0 else 30.0 + gap, order, word))
    ranked = [entry for entry in ranked if not _governed(entry, before)]
    ranked = [entry for entry in ranked if _fits(entry[2], amount)]
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _governed(entry: tuple[float, int, QuantityWord], before: str) -> bool:
    """'Chamfer on all bores 0.5 mm' sizes the chamfer: the bores only say where it is."""
    if entry[2].quantity is None and _GAP_OF.search(before):
        return True
    head = _EDGE_OF.search(before)
    return head is not None and entry[2].quantity == "hole_diameter"


def _is_labelled(before: str) -> bool:
    """Whether a quantity word stands right before an amount."""
    label = before.rstrip(" :=")[-_LABEL_CHARACTERS:]
    tail = before[-_LABEL_CHARACTERS - len(before) + len(before.rstrip(" :=")) :]
    return any(
        match.end() == len(label)
        for word in QUANTITY_WORDS
        if word.quantity is not None
        for match in word.pattern.finditer(tail)
    )


def _fits(word: QuantityWord, amount: Amount) -> bool:
    if amount.unit is None:
        return word.unit == "mm" or (word.quantity == "mass" and amount.form != "size")
    if amount.unit == "%":
        return word.quantity in {"overhang_area_fraction", "undercut_area_fraction"}
    return word.unit == amount.unit
