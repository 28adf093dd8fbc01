"""What a piece of a clause says about holes."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.spec.amounts import Amount
from mmdesign.spec.holes import band_of
from mmdesign.spec.pieces import HOLE, Piece, Reading, add, counted, is_negated, named

_ALL_HOLES: Final = re.compile(
    r"\bholes\b|\bbores\b|\b(?:each|every|any|no|all)\b[^,]{0,30}\bhole|\bhole (?:diameter|size)"
    r"|孔径|孔的直径|孔直径|每个|各孔|所有"
)


def is_hole_grid(piece: Piece, size: Amount) -> bool:
    """'4 x 6.6 mm holes' is a count and a diameter, not a size."""
    after = piece.plain[size.end :]
    first = size.values[0] if size.unit is None else 0.0
    written = re.match(r"\s?(\d{1,2})\s?[x×]", piece.plain[size.start :])
    count = float(written[1]) if written else first
    return len(size.values) == 2 and 0 < count <= 64 and re.match(
        r"\s*(?:(?:dia(?:meter)?|through|thru|mounting|clearance|round|screw|bolt)\s+){0,3}"
        r"(?:holes?\b|孔)", after
    ) is not None  # fmt: skip


def _splitis_hole_grid(piece: Piece) -> tuple[Amount, ...]:
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
    piece = replace(piece, amounts=_splitis_hole_grid(piece))
    each = re.search(r"\beach\b|\ball\b|每个|每孔|各|均", piece.plain)
    about_holes = HOLE.search(piece.plain) or piece.threads
    hangs = each is not None and any(r.quantity == "hole_count" for r in reading.requirements)
    if not about_holes and not (hangs and piece.amounts):
        return None
    counts = [
        a for a in piece.amounts if (w := counted(piece.plain, a)) and w.quantity == "hole_count"
    ]
    counts = counts or [a for a in piece.amounts[:1] if a.start == a.end]
    sizes = [a for i, a in enumerate(piece.amounts) if a not in counts and _is_diameter(piece, i)]
    band = piece.threads[0].band_mm if piece.threads else band_of(sizes[0]) if sizes else None
    if piece.threads:
        reading.notes.append(piece.threads[0].note)
    rest = tuple(a for a in piece.amounts if a not in counts and a not in sizes)
    if counts:
        comparator, lower, upper = counts[0].bounds
        add(
            piece, reading, "hole", quantity="hole_count", comparator=comparator,
            lower=lower, upper=upper, unit="", diameter_band_mm=band,
        )  # fmt: skip
    elif sizes and (hangs or _ALL_HOLES.search(piece.plain)):
        _add_diameter(piece, reading, sizes[0], parent="" if each else None)
    elif band or not rest:
        _add_presence(piece, reading, band)
    return rest


def _is_diameter(piece: Piece, index: int) -> bool:
    amount = piece.amounts[index]
    if amount.unit not in {None, "mm"} or amount.form not in {"single", "range", "tolerance"}:
        return False
    if amount.prefix == "Ø":
        return True
    word = named(piece, index)
    each = re.match(r"\s*(?:each|every|all)\b[^,]{0,20}\bhole", piece.plain) is not None
    names = {"hole_diameter", "outer_diameter"} | ({"width"} if each else set())
    return word is not None and word.quantity in names


def _add_diameter(piece: Piece, reading: Reading, amount: Amount, parent: str | None) -> None:
    comparator, lower, upper = amount.bounds
    add(
        piece, reading, "hole", quantity="hole_diameter", comparator=comparator,
        lower=lower, upper=upper, unit="mm", parent=parent, subject="holes",
    )  # fmt: skip


def _add_presence(piece: Piece, reading: Reading, band: tuple[float, float] | None) -> None:
    negated = is_negated(piece)
    fields: dict[str, object] = (
        {"comparator": "==", "lower": 0.0, "upper": 0.0}
        if negated
        else {"comparator": ">=", "lower": 1.0}
    )
    add(
        piece, reading, "hole", quantity="hole_count", unit="", negated=negated,
        diameter_band_mm=band, **fields,
    )  # fmt: skip
