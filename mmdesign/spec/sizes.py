"""Sizes of several sides: '100 x 60 x 40 mm', 'fits a cube of 200 mm', 'bolt pattern 5 x 114.3'."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.spec.amount import Amount
from mmdesign.spec.bare_numbers import with_unit
from mmdesign.spec.bounds import (
    FIT_IN,
    about_holes,
    add_bound,
    add_unmeasured,
    is_feature,
    read_amounts_of,
    read_head_noun,
    read_hole_piece,
)
from mmdesign.spec.hole_rules import is_hole_grid
from mmdesign.spec.pieces import Piece, Reading, add
from mmdesign.spec.quantities import HOLE, QUANTITY_WORDS

_CONTAINER: Final = re.compile(
    r"\b(?:fits?|fitting|goes|go|slides?|slips?|sits?|packed|stored|stowed)\s(?:\w+\s){0,2}?"
    r"(?:in|into|inside|within|through)\s(?:[a-z]+[\s:,(-]{1,3}){0,3}$|"
    r"\bfits?\s(?:an?|the|our)\s(?:[a-z]+\s){1,3}(?:of\s|measuring\s)?$"
)
"""'Fits in a 6 x 4 x 2 inch drawer': the size is that of what holds the design."""
_INSIDE: Final = re.compile(
    r"\b(?:int(?:ernal|erior)?|inner|inside|clear|usable|cavity)\b\.?[\w :(]{0,24}$|"
    r"(?:内腔|内部|内径|净空|内尺寸|内空)[^，,;；]{0,8}$"
)
_HELD: Final = re.compile(
    r"\b(?:(?:must|shall|should|can|will|to)\s(?:house|hold|take|accommodate|contain|carry|receive|"
    r"accept|suit)|houses|holds|holding|takes|accommodates|contains|carries|receives|accepts)\s"
    r"(?:(?:an?|the|our|one|two)\s)?[a-z0-9 -]{2,30}?(?:\s(?:of|measuring|sized))?[\s(,:]*$|"
    r"(?:容纳|放置|安装)[^，,;；\d]{1,12}$"
)
"""'Must house a PCB of 85 x 56 mm': the size is that of what goes in."""
_RING: Final = re.compile(
    r"\b(?:washer|shim|o-?ring|bearing)s?\b"
    r"(?!\s(?!(?:is|are|must|shall|should|size|dimensions?|of|made|in|for|with)\b)[a-z]{2,})|"
    r"垫圈|垫片|轴承(?!座)"
)
"""Not what holds them: 'bearing block 100 x 60 x 40 mm'."""
_LEGEND_NAMES: Final = {
    "od": "outer_diameter", "o.d.": "outer_diameter", "outer dia": "outer_diameter",
    "外径": "outer_diameter", "id": "hole_diameter", "i.d.": "hole_diameter",
    "inner dia": "hole_diameter", "内径": "hole_diameter", "孔径": "hole_diameter",
    "bore": "hole_diameter", "Ø": "outer_diameter",
    "dia": "outer_diameter", "l": "length", "length": "length", "长": "length", "长度": "length",
    "h": "height", "height": "height", "高": "height", "高度": "height", "t": "height",
    "thickness": "height", "厚": "height", "厚度": "height", "w": "height", "width": "height",
    "宽": "height", "宽度": "height",
}  # fmt: skip
_LEGEND_NAME: Final = "|".join(re.escape(n) for n in sorted(_LEGEND_NAMES, key=len, reverse=True))
_LEGEND: Final = re.compile(
    rf"(?<![a-z])(?P<names>(?:{_LEGEND_NAME})\s?[x×*/]\s?(?:{_LEGEND_NAME})"
    rf"(?:\s?[x×*/]\s?(?:{_LEGEND_NAME}))?)(?![a-z\d])"
)
_SIZE_ROLES: Final = ("length", "width", "height")
_FLAT_PACK: Final = re.compile(r"\bpack(?:s|ed|ing)? flat\b|\bflat[- ]?pack(?:s|ed)?\b|平板包装")
"""Taken apart: the size is not that of the design as it stands."""
_STAYS: Final = re.compile(r"\b(?:stays?|remains?|kept?|keep) (?:at|exactly)\b|保持")
_SMALLEST_BOX: Final = re.compile(
    r"\b(?:smallest|minimum|minimal|oriented|tightest) (?:bounding |enclosing )?box\b|"
    r"最小(?:包围盒|外接)"
)
_SQUARE: Final = re.compile(
    r"[\s-]{1,2}square(?:\s(?:base|plate|tile|panel|lid|board|sheet|foot ?print|"
    r"table ?top|top|tray|box|frame|block|flange|coaster|cover))?"
    r"(?=\s*(?:$|[,.;:]|with\b|and\b|max|min))|\s?见方"
)
_SECTION: Final = re.compile(
    r"\b(?:bar|tube|tubing|rod|post|section|profile|stock|beam|rail|pillar|column|pattern|grid)s?\b|"
    r"管|杆|型材"
)
"""A square bar: what is square is not the whole."""
_OF_STOCK: Final = re.compile(
    r"\s*(?:square |rectangular |box |hollow )?(?:tub(?:e|ing)|bar|section|profile|extrusion)s?\b"
)
_AT: Final = re.compile(r"\bat\s*$")
"""'Holes 4 x Ø11 at 180 x 80' says how far they are apart."""
_VESA: Final = re.compile(r"\bvesa\b")
"""The mount of a screen is known by the pattern of its holes."""
_WHEEL_PATTERN: Final = re.compile(r"\b(?:bolt|lug|stud|wheel) pattern\b")
_PATTERN: Final = re.compile(
    r"\b(?:centres|centers|pattern|vesa|grid|rectangle|square(?! holes?)|apart|spacing|spaced|"
    r"pitch|crs)\b|阵列|孔距|孔位|"
    r"中心距|分布"
)


def read_size(piece: Piece, reading: Reading) -> bool:
    """'100 x 60 x 40 mm': length, width and height, largest first."""
    size = next((amount for amount in piece.amounts if amount.form == "size"), None)
    size = size or _cube(piece) or _square(piece)
    if size is None or is_hole_grid(piece, size) or size.unit not in {None, "mm"}:
        return False
    if _legend(piece, reading, size) or _read_wheel_pattern(piece, reading, size):
        return True
    if _FLAT_PACK.search(piece.plain):
        reading.notes.append(piece.text)
        return True
    rest = tuple(amount for amount in piece.amounts if amount.start != size.start)
    if _is_beside(piece, reading, size):
        if rest and HOLE.search(piece.plain):
            read_hole_piece(replace(piece, amounts=rest), reading)
        _add_pattern(piece, reading, size)
        return True
    if size.unit is None:
        size = with_unit(piece, reading, size, "mm")
    _add_extents(piece, reading, size)
    if rest or piece.threads:
        left = replace(piece, amounts=tuple(_limited_too(piece, size, each) for each in rest))
        read_hole_piece(left, reading) or read_amounts_of(left, reading)
    read_head_noun(piece, reading)
    return True


def _limited_too(piece: Piece, size: Amount, amount: Amount) -> Amount:
    """'Must not exceed 600 x 400 x 300 mm or 10 kg' limits both."""
    joined = re.fullmatch(r"\s*(?:or|and|nor|/)\s*", piece.plain[size.end : amount.start])
    return replace(amount, sign=size.sign) if joined and amount.sign is None else amount


def _is_beside(piece: Piece, reading: Reading, size: Amount) -> bool:
    """Whether a size is not that of the whole: of a feature, a hollow, a pattern of holes."""
    before = piece.plain[: size.start]
    held = _CONTAINER.search(before) is not None
    spaced = _is_spaced(piece, reading)
    inner = is_feature(piece, reading, size) or _INSIDE.search(before) is not None
    inner = inner or _HELD.search(before) is not None
    inner = inner or _OF_STOCK.match(piece.plain, size.end) is not None
    spaced = spaced or (HOLE.search(piece.plain) is not None and _AT.search(before) is not None)
    return (inner and not held) or spaced or _is_hole_pattern(piece)


def _legend(piece: Piece, reading: Reading, size: Amount) -> bool:
    """'8 x 5.3 x 20 (OD x ID x L)': what each number is of a round part."""
    names = _names_of_sides(piece, size)
    if size.unit not in {None, "mm"}:
        return False
    if len(names) != len(size.values) or not {"outer_diameter", "hole_diameter"} & set(names):
        return False
    if size.unit is None:
        size = with_unit(piece, reading, size, "mm")
    for quantity, value in zip(names, size.values, strict=True):
        word = next(word for word in QUANTITY_WORDS if word.quantity == quantity)
        amount = Amount(size.start, size.end, "single", (value,), "mm", sign=size.sign)
        comparator, lower, upper = amount.bounds
        add(
            piece, reading, word.kind, quantity=quantity, comparator=comparator, lower=lower,
            upper=upper, unit="mm",
        )  # fmt: skip
    return True


def _names_of_sides(piece: Piece, size: Amount) -> list[str]:
    """What a legend says, or what is usual: 'washer 20 x 10.5 x 2' is wide, bored and thick.

    The word may stand in a label before the size, which is left out of the plain text.
    """
    found = _LEGEND.search(piece.plain)
    if found:
        return [_LEGEND_NAMES[name] for name in re.split(r"\s?[x×*/]\s?", found["names"])]
    if len(size.values) != 3 or _RING.search(piece.text.lower()) is None:
        return []
    first, second, third = size.values
    if first == second or third >= max(first, second) or HOLE.search(piece.plain):
        return []
    across = ["outer_diameter", "hole_diameter"]
    return [*(across if first > second else reversed(across)), "height"]


def _cube(piece: Piece) -> Amount | None:
    """'Fits a cube of 200 mm', '180 mm cubed max', 'a 20 mm cube': one size for all sides."""
    fits = FIT_IN.search(piece.plain) and re.search(r"\bcube\b|立方体", piece.plain)
    for amount in piece.amounts:
        behind = re.match(r"[\s-]{0,3}(?:cubed?\b|见方|立方体)", piece.plain[amount.end :])
        if amount.unit == "mm" and amount.form == "single" and (fits or behind):
            after = piece.plain[amount.end + behind.end() :] if behind else ""
            sign = amount.sign or ("<=" if re.match(r"\s*max", after) else None)
            return replace(amount, form="size", values=amount.values * 3, sign=sign)
    return None


def _square(piece: Piece) -> Amount | None:
    """'Base: 150 mm square', 'a 60 mm square plate': one size for two sides."""
    for amount in piece.amounts:
        sized = amount.unit == "mm" and amount.form == "single" and not amount.prefix
        if sized and _SQUARE.match(piece.plain, amount.end) and not _SECTION.search(piece.plain):
            return replace(amount, form="size", values=amount.values * 2)
    return None


def _read_wheel_pattern(piece: Piece, reading: Reading, size: Amount) -> bool:
    """'Bolt pattern 5 x 114.3': number of holes and their circle."""
    if _WHEEL_PATTERN.search(piece.plain) is None or len(size.values) != 2:
        return False
    count, circle_mm = size.values
    if not count.is_integer() or size.unit not in {None, "mm"}:
        return False
    written = re.match(r"\d{1,2}", piece.plain[size.start :])
    count = float(written[0]) if written else count
    for quantity, value, unit in (
        ("hole_count", count, ""), ("bolt_circle_diameter", circle_mm, "mm"),
    ):  # fmt: skip
        add(
            piece, reading, "hole", quantity=quantity, comparator="==", lower=value,
            upper=value, unit=unit,
        )  # fmt: skip
    return True


def _add_pattern(piece: Piece, reading: Reading, size: Amount) -> None:
    """'Holes on a 31 x 31 mm pattern': a square one has one spacing; two are not told apart."""
    pattern = _is_spaced(piece, reading) or _is_hole_pattern(piece)
    if not pattern or len(set(size.values)) > 1:
        add_unmeasured(piece, reading, size)
        return
    single = replace(size, form="single", values=size.values[:1])
    if single.unit is None:
        single = with_unit(piece, reading, single, "mm")
    spacing = next(word for word in QUANTITY_WORDS if word.quantity == "hole_spacing")
    add_bound(piece, reading, single, spacing)


def _is_spaced(piece: Piece, reading: Reading) -> bool:
    """Whether a size says how far holes are apart, of this piece or of those before it."""
    return about_holes(piece, reading) and _PATTERN.search(piece.plain) is not None


def _is_hole_pattern(piece: Piece) -> bool:
    """'Four Ø11 holes on 160 x 80 centres': the size is that of the pattern."""
    if _VESA.search(piece.plain):
        return True
    return HOLE.search(piece.plain) is not None and _PATTERN.search(piece.plain) is not None


def _add_extents(piece: Piece, reading: Reading, size: Amount) -> None:
    fits = FIT_IN.search(piece.plain) is not None and size.half_width is None
    fits = fits or reading.fits_it
    fits = fits and _STAYS.search(piece.plain) is None
    bare = re.search(
        r"\b(?:overall|outside|outer|max\w*) (?:size|dimensions|envelope)\b", piece.plain
    )
    sign = size.sign or ("<=" if fits and not (bare and size.about) else None)
    prefix = "min_box_" if _SMALLEST_BOX.search(piece.plain) else ""
    for role, value in zip(_SIZE_ROLES, sorted(size.values, reverse=True), strict=False):
        half = size.half_width
        if half is not None:
            single = Amount(0, 0, "tolerance", (value - half, value + half), "mm")
        else:
            single = Amount(0, 0, "single", (value,), "mm", sign=sign, about=size.about)
        comparator, lower, upper = single.bounds
        add(
            piece, reading, "dimension", quantity=f"{prefix}{role}", comparator=comparator,
            lower=lower, upper=upper, unit="mm",
        )  # fmt: skip
