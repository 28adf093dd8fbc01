"""Which quantity an amount is about: its own sign, the nearest words, or its unit."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.spec.amounts import Amount
from mmdesign.spec.pieces import Piece
from mmdesign.spec.quantities import HOLE, QUANTITY_WORDS, QuantityWord


def _first(quantity: str) -> QuantityWord:
    return next(word for word in QUANTITY_WORDS if word.quantity == quantity)


_BY_UNIT: Final = {"g": _first("mass"), "mm3": _first("volume"), "mm2": _first("surface_area")}
_DIAMETER: Final = _first("outer_diameter")
_RADIUS: Final = _first("fillet_radius_min")
_CHAMFER: Final = replace(_RADIUS, quantity=None)
_CIRCLE: Final = re.compile(r"\b(?:bolt|pitch|hole) circle|\bpcd\b|\bbcd\b|分布圆|节圆")
_CAPACITY: Final = re.compile(r"capacity|holds?\b|contain|fill|liquid|water(?!tight)|容量|容积|盛")
_LOAD: Final = re.compile(
    r"\b(?:loads?|carry|carries|hold|holds|bear|bears|lift|lifts|withstand|withstands|support|"
    r"supports|payload|"
    r"users?|persons?|rated|capacity)\b|载荷|承载|承重|负载|负重|支撑|承受"
)
_LABEL_CHARACTERS: Final = 24
_LABEL_END: Final = re.compile(r"\s*[=:≥≤<>]?\s*(?:min|max|of|is)?\.?\s*$")
"""'L=120 W=60': the word right before the next amount is that amount's."""
_SHEET: Final = re.compile(
    r"[\s-]{1,3}(?:[a-z]{2,12}\s+|\s+)?(?:plate|sheet|walls?)\b(?! (?:width|length|height))|"
    r"厚?的?板"
)
_CHANGE: Final = re.compile(
    r"\s?(?:longer|shorter|wider|narrower|taller|higher|lower|thicker|thinner|heavier|lighter|"
    r"deeper|bigger|smaller|larger)"
    r"\b(?! dimension| side| edge)"
)
"""'5 mm longer' compares with another design."""
_PLAIN_RADIUS: Final = re.compile(
    r"\b(?:bend|sphere|spherical|arc|arm|swing|turning|reach)\b|弯曲半径|球"
)


def word_of(piece: Piece, index: int) -> QuantityWord | None:
    """The quantity an amount is about; a word with quantity None is one that is not measured."""
    amount = piece.amounts[index]
    if amount.prefix:
        word: QuantityWord | None = {"Ø": _DIAMETER, "R": _RADIUS}.get(amount.prefix, _CHAMFER)
    else:
        word = _sheet(piece, amount) or named(piece, index) or _BY_UNIT.get(amount.unit or "")
    if word is None:
        return None
    if _is_of_something_else(piece, amount, word):
        return replace(word, quantity=None)
    if word.quantity == "outer_diameter" and HOLE.search(piece.plain):
        return replace(word, quantity="hole_diameter", kind="hole")
    return word


def _sheet(piece: Piece, amount: Amount) -> QuantityWord | None:
    """'5 mm plate' says how thick the plate is."""
    found = amount.unit == "mm" and _SHEET.match(piece.plain[amount.end :])
    return _first("wall_thickness_min") if found else None


def _is_of_something_else(piece: Piece, amount: Amount, word: QuantityWord) -> bool:
    """A bolt circle, what a vessel holds, what a shelf carries."""
    if _CHANGE.match(piece.plain[amount.end :]):
        return True
    if amount.prefix == "Ø":
        near = piece.plain[max(0, amount.start - 30) : amount.end + 20]
        return _CIRCLE.search(near) is not None
    elsewhere = {"mm3": _CAPACITY, "g": _LOAD}.get(word.unit)
    if word.quantity == "fillet_radius_min":
        elsewhere = _PLAIN_RADIUS
    return elsewhere is not None and elsewhere.search(piece.plain) is not None


def named(piece: Piece, index: int) -> QuantityWord | None:
    """The quantity that the nearest words give to an amount; words right behind it win."""
    amount = piece.amounts[index]
    edge = piece.amounts[index - 1].end if index else 0
    limit = piece.amounts[index + 1].start if index + 1 < len(piece.amounts) else len(piece.plain)
    before = re.split(r"[;；]", piece.plain[edge : amount.start])[-1]
    after = re.split(r"[,;，；、(]", piece.plain[amount.end : limit])[0]
    opens_next = index + 1 < len(piece.amounts) and _is_labelled(before)
    ranked: list[tuple[float, int, QuantityWord]] = []
    for order, word in enumerate(QUANTITY_WORDS):
        ranked.extend(
            (10.0 + len(before) - match.end(), order, word)
            for match in word.pattern.finditer(before)
        )
        following = word.pattern.search(after)
        if following and not (opens_next and _LABEL_END.match(after, following.end())):
            gap = len(after[: following.start()].strip(" -"))
            ranked.append((0.0 if gap == 0 else 30.0 + gap, order, word))
    ranked = [entry for entry in ranked if _fits(entry[2], amount)]
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


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
