"""Sizes of the seats of screw heads: 'CSK Ø9.4 x 90°', 'counterbored Ø11, 6.5 deep', '锥角90°'.

They are taken out of the pieces of a clause before anything else is read, so that no rule takes
the head of a screw for the hole below it.
"""

import re
from dataclasses import replace
from typing import Final

from mmdesign.spec.hole_kinds import HEADS, HOLE_COUNTS, head_before, sizes_the_sinking
from mmdesign.spec.masking import blank
from mmdesign.spec.pieces import Piece, Reading, add
from mmdesign.spec.quantities import HOLE

_HEAD: Final = re.compile(
    r"\b(?:screw |bolt )?heads?\b|\b(?:major|large|mouth|top|seat) (?:dia\w*\.?|Ø)|"
    r"大端|大径|头部|口径"
)
_CONE: Final = re.compile(r"锥角|锥度|\bincluded\b|\bcone\b")
_OTHER_ANGLE: Final = re.compile(
    r"\bdraft|\bdraught|\btilt|\boverhang|\bapart\b|\bspac|\bchamfer|\bbend|间隔|倒角|拔模|均布"
)
_DEEP_BEFORE: Final = re.compile(r"(?:\bdeep|\bdepth|\bdp\b|↧|深度?)[\s:=]*(?:of |为)?\s*$")
_DEEP_AFTER: Final = re.compile(r"\s*(?:mm\s*)?(?:deep|depth|dp)\b(?!\s*\d)|\s*深(?!\s?\d)")
_WIDE: Final = re.compile(r"\bdia\w*\.?|Ø|直径")
_TIMES: Final = re.compile(r"[\s,]*(?:mm)?[\s,]*(?:[x×]|by|@|at|to)?[\s,]*(?:dia\w*\.?|Ø)?\s*")
_NAMED_BEHIND: Final = re.compile(
    r"\s*(?:mm\s*)?(?:dia\w*\.?\s*)?(?:counter-?(?:sink|bore)s?\b|csk\b|c['.]?(?:sink|bore)s?\b|"
    r"⌵|⌴)(?!\s*holes?)"
)
_HOLE_BEHIND: Final = re.compile(r"\s*(?:mm\s*)?(?:dia\w*\.?\s*)?(?:through |thru )?holes?\b")
"""'Countersunk 4.5 mm holes' are of that size below the head."""
_OWN_NOUN: Final = re.compile(r"(?:沉头孔|沉孔|沉台孔)\s*$")
_ONLY_SIZES: Final = re.compile(
    r"(?:\W|\b(?:x|dia\w*|deep|depth|wide|of|by|and|with|each|mm|min|max|to|at|least|most|is|"
    r"are|be|must|shall|should|have|has|an?|the|for|flat|heads?|screws?|bolts?)\b|直径|深度?|为|各|均)*"
)


def without_heads(pieces: list[Piece]) -> list[Piece]:
    """Move the sizes of countersinks and counterbores out of the amounts of pieces.

    Args:
        pieces: Of one clause, in order: what one names, the next may size.
    """
    whole: list[Piece] = []
    kind: str | None = None
    alone = sized = False
    for piece in pieces:
        own = HEADS.search(piece.plain)
        heads = _heads_of(piece, kind, alone=alone, sized=sized)
        whole.append(_taken_out(piece, heads))
        if own:
            kind = head_before(piece.plain) or kind
            alone = not (HOLE.search(piece.plain) or piece.threads)
            alone = alone and not any(each.prefix == "Ø" for each in whole[-1].amounts)
        sized = sized or any(each.prefix == "Ø" for each in whole[-1].amounts)
    return whole


def read_heads(piece: Piece, reading: Reading) -> None:
    """Bounds on the seats of heads; they hang on the holes of their clause."""
    holes = next((r for r in reading.requirements if r.quantity in HOLE_COUNTS), None)
    for quantity, amount in piece.heads:
        comparator, lower, upper = amount.bounds
        unit = "deg" if quantity.endswith("angle") else "mm"
        if amount.unit is None and reading.brief.unit == "inch" and unit == "mm":
            lower, upper = (None if b is None else 25.4 * b for b in (lower, upper))
        band = None if holes is None else holes.diameter_band_mm
        add(
            piece, reading, "hole", quantity=quantity, comparator=comparator, lower=lower,
            upper=upper, unit=unit, parent=None if holes is None else "", diameter_band_mm=band,
            subject=quantity.replace("_", " "),
        )  # fmt: skip


def _heads_of(piece: Piece, kind: str | None, *, alone: bool, sized: bool) -> dict[int, str]:
    """Quantity of each amount that sizes a head, by its place among the amounts."""
    kind = head_before(piece.plain) or kind
    if kind is None:
        return {}
    found: dict[int, str] = {}
    lone = alone and HEADS.search(piece.plain) is None and _only_sizes(piece)
    for index in range(len(piece.amounts)):
        quantity = _head_of(piece, index, kind, found, lone=lone, sized=sized)
        if quantity is not None:
            found[index] = quantity
    return found


def _head_of(
    piece: Piece, index: int, kind: str, found: dict[int, str], *, lone: bool, sized: bool
) -> str | None:
    amount, plain = piece.amounts[index], piece.plain
    edge = piece.amounts[index - 1].end if index else 0
    before, after = plain[edge : amount.start], plain[amount.end :]
    if amount.unit == "deg":
        angled = kind == "countersink" and not _OTHER_ANGLE.search(plain)
        return "countersink_angle" if angled or _CONE.search(before) else None
    sizes = amount.unit in {None, "mm"} and amount.form in {"single", "range", "tolerance"}
    if not sizes or _HOLE_BEHIND.match(after):
        return None
    kind = head_before(plain[: amount.start]) or kind
    goes_on = index - 1 in found and _TIMES.fullmatch(before) is not None
    own = HEADS.search(before) is not None and sizes_the_sinking(before)
    own = own or (sized and _OWN_NOUN.search(before) is not None)
    deep = _DEEP_BEFORE.search(before) is not None or _DEEP_AFTER.match(after) is not None
    if deep or (goes_on and found[index - 1].endswith("diameter") and not _WIDE.search(before)):
        mine = own or lone or index - 1 in found
        return "counterbore_depth" if mine and kind == "counterbore" else None
    wide = amount.prefix == "Ø" or _WIDE.search(before + after[:6]) is not None
    if _HEAD.search(before) and (wide or amount.unit == "mm"):
        return f"{kind}_diameter"
    if (amount.prefix == "Ø" or amount.unit == "mm") and (own or goes_on or (lone and wide)):
        return f"{kind}_diameter"
    return f"{kind}_diameter" if wide and _named_behind(piece, index) else None


def _named_behind(piece: Piece, index: int) -> bool:
    """'Ø14 x 82° CSK', 'Ø11 counterbore'."""
    plain, amount = piece.plain, piece.amounts[index]
    if _NAMED_BEHIND.match(plain, amount.end):
        return True
    if index + 1 == len(piece.amounts):
        return False
    following = piece.amounts[index + 1]
    joined = _TIMES.fullmatch(plain[amount.end : following.start]) is not None
    return joined and following.unit == "deg" and bool(_NAMED_BEHIND.match(plain, following.end))


def _only_sizes(piece: Piece) -> bool:
    plain = piece.plain
    for amount in piece.amounts:
        plain = blank(plain, amount.start, amount.end)
    return _ONLY_SIZES.fullmatch(plain) is not None


def _taken_out(piece: Piece, heads: dict[int, str]) -> Piece:
    if not heads:
        return piece
    plain = piece.plain
    for index in heads:
        amount = piece.amounts[index]
        edge = piece.amounts[index - 1].end if index else 0
        before = _WIDE.sub(_blanked, plain[edge : amount.start])
        plain = blank(plain[:edge] + before + plain[amount.start :], amount.start, amount.end)
    plain = _CONE.sub(_blanked, _HEAD.sub(_blanked, plain))
    rest = tuple(each for index, each in enumerate(piece.amounts) if index not in heads)
    if not rest and not HEADS.search(plain) and _ONLY_SIZES.fullmatch(plain):
        plain = " " * len(plain)
    taken = tuple((quantity, piece.amounts[index]) for index, quantity in heads.items())
    return replace(piece, plain=plain, amounts=rest, heads=taken)


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])
