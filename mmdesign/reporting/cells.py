"""What stands in a table: columns with a kind, cells that are data and never a formula."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from mmdesign.domain import Fit
from mmdesign.reporting.contract import clean, finite

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = Mapping[str, Cell]
Kind: TypeAlias = Literal["text", "outcome", "integer", "number", "truth"]
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes Excel, LibreOffice or Google Sheets run a cell; full-width forms count there too."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; a table whose rows arrive one by one must know its columns first."""

    name: str
    kind: Kind = "text"


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """Find all columns in the order in which they first occur, and what they hold."""
    names = dict.fromkeys(name for row in rows for name in row)
    return [Column(name, _kind(row.get(name) for row in rows)) for name in names]


def fit_cells(fit: Fit | None) -> dict[str, Cell]:
    """Write a fit as columns; empty for a design that could not be reviewed."""
    if fit is None:
        return dict.fromkeys(("outcome", "fit", "fit_low", "fit_high", "coverage"))
    return {
        "outcome": fit.outcome,
        "fit": finite(fit.value),
        "fit_low": finite(fit.low),
        "fit_high": finite(fit.high),
        "coverage": finite(fit.coverage),
    }


def inert(value: Cell) -> Cell:
    """Keep a text from being run as a formula; numbers stay numbers."""
    if isinstance(value, str):
        text = clean(value)
        return f"'{text}" if text.lstrip(" \u00a0\u3000").startswith(FORMULA_STARTS) else text
    return finite(value) if isinstance(value, float) else value


def plain(value: Cell) -> Cell:
    """Keep data as it is, but for what no file can hold: lone surrogates, NaN and infinities."""
    if isinstance(value, str):
        return clean(value)
    return finite(value) if isinstance(value, float) else value


def _kind(values: Iterable[Cell]) -> Kind:
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return "truth"
    if kinds == {int}:
        return "integer"
    return "number" if kinds and kinds <= {int, float} else "text"
