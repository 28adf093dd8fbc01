"""What a piece of a clause says about holes."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.domain import Lint
from mmdesign.phrases import phrase
from mmdesign.spec.amount import Amount
from mmdesign.spec.hole_kinds import HOLE_COUNTS, add_kinds, count_quantity, sizes_the_sinking
from mmdesign.spec.naming import is_outside, named, on_circle
from mmdesign.spec.negations import forbids
from mmdesign.spec.pieces import Piece, Reading, add, is_bare, without_amounts
from mmdesign.spec.quantities import HOLE
from mmdesign.spec.tolerances import band_of

_ALL_HOLES: Final = re.compile(
    r"\bholes\b|\bbores\b|\bperforations\b|\b(?:each|every|any|no|all)\b[^,]{0,30}\bhole|"
    r"\bhole (?:diameter|size|dia\b)"
    r"|孔径|孔的直径|孔直径|每个|各孔|所有"
)
_EACH: Final = re.compile(
    r"\beach\b|\bevery one\b|\ball\b|\bthey\b|\bthem\b|\bthese\b|\bthose\b|\btheir\b|\bwhose\b|"
    r"每个|每孔|各|均(?!布)|其(?:直径|孔径)|它们"
)
_ONLY_DIAMETER: Final = re.compile(
    r"(?:\W|\b(?:about|approx|approximately|around|roughly|circa|ca|in|an?|the|with|each|every|"
    r"all|one|are|is|be|must|should|shall|they|their|them|diamters?|none|"
    r"any|smaller|larger|bigger|less|more|than|under|below|over|above|not|no|"
    r"these|those|have|has|diameters?|dia|diam|at least|at most|min|max|minimum|maximum|wide|of|"
    r"thru|through|"
    r"clearance|size|sized|range)\b|大?约|左右|直径|孔径|范围|尺寸|为|应)*"
)
_BORE_IS: Final = re.compile(
    r"\s*(?:the|its) (?:[a-z-]{3,12} )?bore(?: of (?:the |each |every )?[a-z -]{3,30})? "
    r"(?:shall be|must be|should be|has to be|needs to be|is)\b"
)
"""'The bore of the gear shall be 8 mm' sizes the bore that there is."""
_LABELLED: Final = re.compile(r"(?:\bholes?|\bbores?|孔)\s*[:=(-]?\s*$")
_MADE_AS_HOLE: Final = re.compile(
    r"\bthru\b|\bdrill(?:ed)?\b|\btap(?:ped)?\b|\bream(?:ed)?\b|钻孔|铰"
)
_FOR_SCREWS: Final = re.compile(
    r"\s*(?:for|to (?:suit|take|fit|accept)|taking|accepting|suitable for|适用于?|用于|适合|配)\s*"
    r"(?:countersunk |socket |cap |machine |wood |hex )*(?:screws?|bolts?|studs?|沉头|"
    r"内六角)?(?:螺钉|螺栓|螺丝)?\s*"
)
_SIZE_THROUGH: Final = re.compile(r"\d\s?(?:mm|in|\")?\s?thru\b")
"""'.190 in thru' is a hole of that size."""
_MANY: Final = re.compile(r"\bholes\b|\bbores\b|(?<!中心)(?<!中间)(?<!轴)孔")
_ABOUT_AS_WIDE: Final = 1.5
_OTHER_HOLE_SIZE: Final = re.compile(r"\bholes? (?:pattern|circle|grid|array|saw)")


def is_hole_grid(piece: Piece, size: Amount) -> bool:
    """'4 x 6.6 mm holes' is a count and a diameter, not a size."""
    after = piece.plain[size.end :]
    first = size.values[0] if size.unit is None else 0.0
    written = re.match(r"\s?(\d{1,2})\s?[x×]", piece.plain[size.start :])
    count = float(written[1]) if written else first
    if len(size.values) == 2 and _is_call_out(piece, size):
        return True
    if len(size.values) == 2 and 0 < count <= 64 and _LABELLED.search(piece.plain[: size.start]):
        return True
    return len(size.values) == 2 and 0 < count <= 64 and re.match(
        r"\s*(?:(?!with|and|for|of|or|in|on)[a-z-]{2,14}\s+){0,3}"
        r"(?:(?:through|thru)-?)?(?:holes?\b|thru\b|dia\b|通?孔)", after
    ) is not None  # fmt: skip


def _is_call_out(piece: Piece, size: Amount) -> bool:
    """'4x 6.6' alone, with the x at the count, is how a drawing calls four holes of 6.6 mm."""
    rest = piece.plain[: size.start] + piece.plain[size.end :]
    written = re.match(r"\d{1,2}[x×]\s+\d", piece.plain[size.start :])
    return written is not None and not re.search(r"\w", rest)


def _split_hole_grid(piece: Piece) -> tuple[Amount, ...]:
    amounts: list[Amount] = []
    for amount in piece.amounts:
        if amount.form == "size" and is_hole_grid(piece, amount):
            written = float(re.findall(r"\d{1,2}", piece.plain[amount.start :])[0])
            amounts.append(Amount(amount.start, amount.start, "single", (written,), None))
            diameter = Amount(amount.start, amount.end, "single", (amount.values[1],), "mm", "Ø")
            amounts.append(diameter)
        else:
            amounts.append(amount)
    return tuple(amounts)


def read_holes(piece: Piece, reading: Reading) -> tuple[Amount, ...] | None:
    """Read number and size of holes; 'each Ø6.6' hangs on the holes named before it.

    Returns:
        The amounts that are not about holes; None when the piece is not about holes at all.
    """
    if any(a.form == "size" and _is_call_out(piece, a) for a in piece.amounts):
        problem = phrase("It is read as a number of holes.")
        proposal = phrase("Name the feature and the unit, such as '4 holes of 6.6 mm'.")
        reading.lint.append(Lint(piece.text, problem, proposal, "call_out"))
    if _takes_screws(piece, reading):
        return piece.amounts
    piece = replace(piece, amounts=_split_hole_grid(piece))
    each = _EACH.search(piece.plain)
    known = reading.after_holes or any(r.quantity in HOLE_COUNTS for r in reading.requirements)
    goes_on = bool(reading.requirements) and (
        reading.requirements[-1].quantity in {*HOLE_COUNTS, "hole_spacing", "hole_depth"}
    )
    goes_on = goes_on and (
        _ONLY_DIAMETER.fullmatch(without_amounts(piece)) is not None
        or _bores_the_same(piece, reading)
    )
    counts = [a for a in piece.amounts if piece.counted(a) in HOLE_COUNTS]
    hangs = (each is not None and known) or (goes_on and not counts)
    if not (_about_holes(piece) or (hangs and piece.amounts)) or _OTHER_HOLE_SIZE.search(
        piece.plain
    ):
        return None
    counts = (counts or [a for a in piece.amounts[:1] if a.start == a.end])[:1]
    sizes = [a for i, a in enumerate(piece.amounts) if a not in counts and _is_diameter(piece, i)]
    sizes = [_in_mm(a, reading) for a in sizes]
    thread = None if sizes or not piece.threads else piece.threads[0]
    band = thread.band_mm if thread else band_of(sizes[0]) if sizes else None
    if thread:
        reading.notes.append(thread.note)
    sized = {a.start for a in sizes if a.start != a.end} | {a.start for a in counts}
    rest = tuple(
        a for a in piece.amounts
        if a.start not in sized and not (sizes and is_bare(a) and a.end <= sizes[0].start)
    )  # fmt: skip
    if (counts and not hangs) or (counts and not sizes):
        _add_count(piece, reading, counts[0], band)
    elif sizes and (hangs or _ALL_HOLES.search(piece.plain) or _BORE_IS.match(piece.plain)):
        _add_diameter(piece, reading, sizes[0], parent="" if hangs else None)
    elif band or not rest:
        _add_presence(piece, reading, band)
    return rest


def _takes_screws(piece: Piece, reading: Reading) -> bool:
    """'Two holes 40 mm apart, for M6 bolts': the bolts size the holes before, and are none."""
    holes = [at for at, r in enumerate(reading.requirements) if r.quantity in HOLE_COUNTS]
    if not holes or len(piece.threads) != 1 or not _FOR_SCREWS.fullmatch(piece.plain):
        return False
    before = reading.requirements[holes[-1]]
    if before.diameter_band_mm is None:
        band = piece.threads[0].band_mm
        reading.requirements[holes[-1]] = replace(before, diameter_band_mm=band)
        reading.notes.append(piece.threads[0].note)
    return True


def _bores_the_same(piece: Piece, reading: Reading) -> bool:
    """'4x M3 inserts, bore 4.0 mm': the bore of those, as it is about as wide."""
    band = reading.requirements[-1].diameter_band_mm
    named = re.fullmatch(
        r"\W*(?:bore|drill|hole|pilot hole|孔)\W*(?:mm)?\W*", without_amounts(piece)
    )
    if band is None or named is None or len(piece.amounts) != 1:
        return False
    return band[0] / _ABOUT_AS_WIDE <= piece.amounts[0].values[0] <= band[1] * _ABOUT_AS_WIDE


def _about_holes(piece: Piece) -> bool:
    if HOLE.search(piece.plain) or piece.threads:
        return True
    if any(amount.start == amount.end for amount in piece.amounts):
        return True  # the count of a split '4x 6.6'
    if _SIZE_THROUGH.search(piece.plain):
        return True
    sized = any(amount.prefix == "Ø" for amount in piece.amounts)
    if sized and _MADE_AS_HOLE.search(piece.plain):
        return True
    return any(piece.counted(amount) in HOLE_COUNTS for amount in piece.amounts)


def _in_mm(amount: Amount, reading: Reading) -> Amount:
    if amount.unit is None and reading.brief.unit == "inch" and amount.form != "size":
        return replace(amount, values=tuple(value * 25.4 for value in amount.values), unit="mm")
    return amount


def _is_diameter(piece: Piece, index: int) -> bool:
    amount = piece.amounts[index]
    if amount.unit not in {None, "mm"} or amount.form not in {"single", "range", "tolerance"}:
        return False
    if is_outside(piece, amount):
        return False
    if amount.prefix:
        before = piece.plain[piece.amounts[index - 1].end if index else 0 : amount.start]
        return amount.prefix == "Ø" and not (on_circle(piece, index) or sizes_the_sinking(before))
    word = None if on_circle(piece, index) else named(piece, index)
    across = re.search(r"^\s*(?:each|every|all)\b|\bacross\b", piece.plain) is not None
    names = {"hole_diameter", "outer_diameter"} | ({"width"} if across else set())
    if word is None:
        return amount.unit == "mm" and _ONLY_DIAMETER.fullmatch(without_amounts(piece)) is not None
    return word.quantity in names


def _add_count(
    piece: Piece, reading: Reading, amount: Amount, band: tuple[float, float] | None
) -> None:
    comparator, lower, upper = amount.count_bounds
    quantity = count_quantity(piece.plain, sized=band is not None)
    add(
        piece, reading, "hole", quantity=quantity, comparator=comparator,
        lower=lower, upper=upper, unit="", diameter_band_mm=band,
    )  # fmt: skip
    add_kinds(piece, reading, reading.requirements[-1])


def _add_diameter(piece: Piece, reading: Reading, amount: Amount, parent: str | None) -> None:
    comparator, lower, upper = amount.bounds
    add(
        piece, reading, "hole", quantity="hole_diameter", comparator=comparator,
        lower=lower, upper=upper, unit="mm", parent=parent, subject="holes",
    )  # fmt: skip


def _add_presence(piece: Piece, reading: Reading, band: tuple[float, float] | None) -> None:
    """'A Ø10 hole' is one hole of that size; holes without a number or a size are at least one."""
    negated = forbids(piece.plain)
    one = band is not None and not _MANY.search(piece.plain) and not piece.threads
    fields: dict[str, object] = {"comparator": ">=", "lower": 1.0}
    if one:
        fields = {"comparator": "==", "lower": 1.0, "upper": 1.0}
    if negated:
        fields = {"comparator": "==", "lower": 0.0, "upper": 0.0}
    quantity = count_quantity(piece.plain, sized=band is not None)
    add(
        piece, reading, "hole", quantity=quantity, unit="", negated=negated,
        diameter_band_mm=band, **fields,
    )  # fmt: skip
    add_kinds(piece, reading, reading.requirements[-1])
