"""Numbers without a unit: of the unit before them, of the one that a brief declares, or in mm."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.domain import Lint
from mmdesign.phrases import phrase
from mmdesign.spec.amount import Amount
from mmdesign.spec.pieces import Piece, Reading
from mmdesign.spec.units import INCH_MM, PINT_BY_SPELLING, canonical_unit

_WRITTEN_UNIT: Final = re.compile(r"[a-z\"'\u4e00-\u9fff]+$")


def with_unit(piece: Piece, reading: Reading, amount: Amount, unit: str) -> Amount:
    """A bare number in the unit that the brief declares; without one, mm and a question."""
    if unit in {"", "mm"} and reading.brief.unit == "inch":
        values = tuple(value * INCH_MM for value in amount.values)
        half = amount.half_width * INCH_MM if amount.half_width is not None else None
        return replace(amount, values=values, unit="mm", half_width=half)
    factor = _factor_before(piece, amount) if unit == "mm" else None
    if factor is not None:
        return replace(amount, values=tuple(factor * v for v in amount.values), unit="mm")
    if unit and reading.brief.unit is None:
        value = piece.amounts[0].values[0] if piece.amounts else 0.0
        example = f"{value:g} {unit}"
        problem = phrase("There is no unit; {unit} is assumed.", unit=unit)
        proposal = phrase("Write {example}.", example=example)
        reading.lint.append(Lint(piece.text, problem, proposal, "no_unit", example))
    return amount


def _factor_before(piece: Piece, amount: Amount) -> float | None:
    """'Taller than 4 inches or wider than 6': a number takes the unit of the one before it."""
    earlier = [a for a in piece.amounts if a.unit == "mm" and a.end <= amount.start]
    if not earlier:
        return None
    written = _WRITTEN_UNIT.search(piece.plain[earlier[-1].start : earlier[-1].end])
    spelled = None if written is None else PINT_BY_SPELLING.get(written[0])
    if written is None or spelled is None or spelled == "mm":
        return None
    return canonical_unit(written[0])[1]
