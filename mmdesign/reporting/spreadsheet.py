"""Tables as XLSX files, row by row in constant memory."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from mmdesign.errors import MMDesignError
from mmdesign.reporting.cells import Cell, Column, Row, inert

MAX_ROWS = 1_048_576
MAX_TEXT = 32_767
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same rows should make the same file, whenever."""
COLORS = {
    "met": "#dcf3ea", "fits": "#dcf3ea", "not_met": "#fbe4e1", "fails": "#fbe4e1",
    "cannot_tell": "#fbf0cf", "undecided": "#fbf0cf",
}  # fmt: skip
WIDTHS = {"text": 24, "outcome": 14, "integer": 8, "number": 10, "truth": 8}


def write_xlsx(rows: Iterator[Row], columns: Sequence[Column], stream: IO[bytes]) -> None:
    """Write rows into one sheet with a frozen, filterable head.

    Raises:
        MMDesignError: If there are more rows than a sheet can hold.
    """
    with tempfile.TemporaryDirectory(prefix="mmdesign-xlsx-") as folder:
        path = Path(folder) / "table.xlsx"
        options = {"constant_memory": True, "tmpdir": folder}
        with Workbook(str(path), options) as book:
            book.set_properties({"created": NO_DATE})
            _fill(book, rows, columns)
        with path.open("rb") as written:
            copyfileobj(written, stream)


def _fill(book: Workbook, rows: Iterator[Row], columns: Sequence[Column]) -> None:
    sheet = book.add_worksheet("designs")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    formats = {name: book.add_format({"bg_color": color}) for name, color in COLORS.items()}
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS[column.kind])
        _write(sheet, (0, place), column.name, head)
    sheet.freeze_panes(1, 2)
    last = 0
    for last, row in enumerate(rows, start=1):
        if last >= MAX_ROWS:
            message = f"A sheet holds at most {MAX_ROWS - 1} designs; write .csv or .parquet."
            raise MMDesignError(message)
        for place, column in enumerate(columns):
            value = row.get(column.name)
            color = formats.get(str(value)) if column.kind == "outcome" else None
            _write(sheet, (last, place), value, color)
    if columns:
        sheet.autofilter(0, 0, last, len(columns) - 1)


def _write(sheet: Worksheet, place: tuple[int, int], value: Cell, style: Format | None) -> None:
    """Write text as text whatever it looks like: never a formula, a link or a number."""
    safe = inert(value)
    if safe is None:
        return
    if isinstance(safe, bool):
        sheet.write_boolean(*place, safe, style)
    elif isinstance(safe, str):
        sheet.write_string(*place, safe[:MAX_TEXT], style)
    else:
        sheet.write_number(*place, safe, style)
