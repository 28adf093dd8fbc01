"""Pieces that only make sense together: 'M6 TAP, 4 HOLES', 'two 6 mm and three 8 mm holes'."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.spec.amounts import read_amounts
from mmdesign.spec.pieces import Piece, is_bare, without_amounts
from mmdesign.spec.quantities import HOLE

_ONLY_COUNT: Final = re.compile(
    r"(?:\W|\b(?:qty|quantity|in|total|of|holes?|places?|plcs?|off|pcs|x|equally|equi|spaced|"
    r"each|only|min|max|a|row|line|"
    r"circle|pattern|group|them|there|are|is|these)\b|"
    r"共|计|合计|数量|数目|处|處|个|孔|均布|均分|各)*"
)
_ONLY_MANNER: Final = re.compile(
    r"\s*(?:(?:and|all|the|way|drilled|clear|right|to)\s){0,3}(?:thru|through|blind|tapped|"
    r"threaded|"
    r"countersunk|reamed|drilled|equally spaced|evenly spaced|typ)(?:\s(?:all|the part|"
    r"both walls|hole))?[\s.]*|\s*(?:贯穿|贯通|通透|均布|铰孔)\s*"
)
"""How the holes before it are made."""
_EXCEED: Final = re.compile(
    r"\bexceed\b|\b(?:no|not) (?:be )?(?:more|less|larger|longer|bigger|smaller) than\b|"
    r"\bat (?:most|least)\b|\bup to\b"
)
_MAX_SIDE: Final = re.compile(r"\bmax(?:imum)?\b[. ]*\d[^,;]*\b(?:wide|long|high|tall)\b")
_ONLY_SIDE: Final = re.compile(
    r"\s*(?:in )?(?:length|width|height|depth|diameter|long|wide|high|tall|deep|thick)\s*$"
    r"|\s*(?:in|along) (?:the )?[xyz](?:[ -](?:axis|direction))?\s*$"
)
"""'Must not exceed 75 mm in length and 20 mm in height'."""
_ONLY_THREAD: Final = re.compile(
    r"(?:\W|\b(?:with|thread(?:ed|s)?|size|tapped|in|accordance|to|according|iso|din|metric|coarse|"
    r"fine|series)\b|螺纹|规格|为)*"
)
_OF: Final = re.compile(r"\bof\b")
_SPACED: Final = re.compile(r"\bapart\b|\bspac(?:ed|ing)\b|\bpitch\b|间距|孔距")
_ONLY_SIZE: Final = re.compile(r"(?:\W|\b(?:x|of|dia|diameter|with|a|mm)\b|直径|的|个)*")


def completed(pieces: list[Piece]) -> list[Piece]:
    """Give every piece what it leaves out because the piece beside it says it."""
    whole: list[Piece] = []
    for number, given in enumerate(pieces):
        piece = _limited_likewise(whole[-1:], given)
        holder = _uncounted_holes(whole) if _says_only_how_many(piece) else None
        own = HOLE.search(piece.plain) is not None
        if holder is None and not own and _says_only_how_many(piece) and _sized(whole[-1:]):
            holder = len(whole) - 1
        if holder is None and not piece.amounts and _ONLY_MANNER.fullmatch(piece.plain):
            holder = _last_holes(whole)
        if holder is None and _is_their_thread(piece):
            holder = _last_holes(whole)
        if holder is not None and _SPACED.search(whole[holder].plain) and piece.amounts:
            whole.append(_of_holes(piece))
        elif holder is not None:
            whole[holder] = _joined(whole[holder], piece)
        elif _is_elliptical(piece, [*whole[-2:], *pieces[number + 1 : number + 2]]):
            whole.append(_of_holes(piece))
        else:
            whole.append(piece)
    return whole


def _joined(piece: Piece, more: Piece) -> Piece:
    plain = f"{piece.plain}, {more.plain}"
    return replace(
        piece,
        text=f"{piece.text}, {more.text}",
        plain=plain,
        amounts=read_amounts(plain),
        threads=piece.threads + more.threads,
        heads=piece.heads + more.heads,
    )


def _of_holes(piece: Piece) -> Piece:
    """'Two 6 mm' as 'two 6 mm holes'."""
    plain = f"{_OF.sub('  ', piece.plain).rstrip()} holes"
    return replace(piece, text=f"{piece.text} holes", plain=plain, amounts=read_amounts(plain))


def _says_only_how_many(piece: Piece) -> bool:
    counts = len(piece.amounts) == 1 and is_bare(piece.amounts[0]) and not piece.threads
    return counts and _ONLY_COUNT.fullmatch(without_amounts(piece)) is not None


def _sized(last: list[Piece]) -> bool:
    """Whether the piece before has a size but no number: '倒角0.5×45°，共4处'."""
    return any(not is_bare(a) for piece in last for a in piece.amounts) and not any(
        piece.counted(a) for piece in last for a in piece.amounts
    )


def _uncounted_holes(pieces: list[Piece]) -> int | None:
    """Place of the last piece about holes that does not say how many."""
    for at in range(len(pieces) - 1, max(-1, len(pieces) - 4), -1):
        piece = pieces[at]
        holes = piece.threads or HOLE.search(piece.plain) or any(
            amount.prefix == "Ø" for amount in piece.amounts
        )  # fmt: skip
        if holes:
            counted = any(piece.counted(amount) for amount in piece.amounts)
            return None if counted else at
    return None


def _limited_likewise(before: list[Piece], piece: Piece) -> Piece:
    """'Limited to 60 x 40 x 40 cm and 15 kg': the limit is of the mass too."""
    first = piece.amounts[0] if piece.amounts else None
    sign = before[0].amounts[-1].sign if before and before[0].amounts else None
    starts = first is not None and not piece.plain[: first.start].strip()
    if first is None or sign is None or not starts or first.form != "single":
        return piece
    likewise = _limits_more(before[0], piece) and _ONLY_SIDE.match(piece.plain, first.end)
    if first.unit != "g" and not likewise:
        return piece
    return replace(piece, amounts=(replace(first, sign=first.sign or sign), *piece.amounts[1:]))


def _limits_more(before: Piece, piece: Piece) -> bool:
    """Whether a limit may reach beyond its own side; 'max' reaches no thickness."""
    if _EXCEED.search(before.plain) or _is_limited_side(before):
        return True
    return _MAX_SIDE.search(before.plain) is not None and "thick" not in piece.plain


def _is_limited_side(piece: Piece) -> bool:
    """Whether its limit is that of the piece before: the second of three sides."""
    first = piece.amounts[0]
    return not piece.plain[: first.start].strip() and bool(_ONLY_SIDE.match(piece.plain, first.end))


def _last_holes(pieces: list[Piece]) -> int | None:
    last = len(pieces) - 1
    found = pieces and (pieces[last].threads or HOLE.search(pieces[last].plain))
    return last if found else None


def _is_their_thread(piece: Piece) -> bool:
    """'Six tapped holes, thread M5 to ISO 261'."""
    return bool(piece.threads) and not piece.amounts and _ONLY_THREAD.fullmatch(
        piece.plain
    ) is not None  # fmt: skip


def _is_elliptical(piece: Piece, beside: list[Piece]) -> bool:
    """'Two 6 mm' before 'three 8 mm holes', or behind 'five holes:'."""
    if len(piece.amounts) != 2 or piece.threads or not is_bare(piece.amounts[0]):
        return False
    if _ONLY_SIZE.fullmatch(without_amounts(piece)) is None:
        return False
    return any(
        HOLE.search(each.plain)
        and any(each.counted(amount) == "hole_count" for amount in each.amounts)
        for each in beside
    )
