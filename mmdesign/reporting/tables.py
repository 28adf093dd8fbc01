"""Reviews as table rows, and tables as CSV, JSONL, HTML or Parquet files."""

import csv
import io
import json
import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from mmdesign.domain import Fit
from mmdesign.errors import MMDesignError
from mmdesign.reporting.contract import clean, finite
from mmdesign.reporting.markup import document, element
from mmdesign.reporting.page_style import STYLE

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = Mapping[str, Cell]
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes Excel, LibreOffice or Google Sheets run a cell; full-width forms count there too."""


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


def check_table(path: Path) -> None:
    """Make sure, before the work that fills it, that a table can be written.

    Raises:
        MMDesignError: If the suffix is unknown, the folder is missing, or pyarrow is.
    """
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        message = f"{path.name} cannot be written: use one of {', '.join(_WRITERS)}."
        raise MMDesignError(message)
    if not path.parent.is_dir():
        message = f"{path} cannot be written: there is no folder {path.parent}."
        raise MMDesignError(message)
    if suffix == ".parquet" and find_spec("pyarrow") is None:
        message = "Parquet files need pyarrow: run 'pip install pyarrow', or write .csv or .jsonl."
        raise MMDesignError(message)


def write_table(rows: Sequence[Row], path: Path) -> None:
    """Write rows to a file whose suffix says how: .csv, .jsonl, .html or .parquet.

    The file appears whole or not at all. In CSV and HTML a text that a spreadsheet would run as a
    formula gets a leading apostrophe; JSONL and Parquet hold data only and keep it as it is.

    Args:
        rows: Column name -> value; a column that a row lacks stays empty.
        path: The file to write; an earlier one is replaced.

    Raises:
        MMDesignError: If the suffix is unknown, the file cannot be written, or a Parquet file is
            asked for without pyarrow.
    """
    check_table(path)
    content = _WRITERS[path.suffix.lower()](rows)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except OSError as problem:
        unfinished.unlink(missing_ok=True)
        message = f"{path} cannot be written: {problem.strerror}."
        raise MMDesignError(message) from problem


def columns_of(rows: Sequence[Row]) -> list[str]:
    """List all columns in the order in which they first occur."""
    return list(dict.fromkeys(column for row in rows for column in row))


def inert(value: Cell) -> Cell:
    """Keep a text from being run as a formula; numbers stay numbers."""
    if isinstance(value, str):
        text = clean(value)
        return f"'{text}" if text.lstrip(" \u00a0\u3000").startswith(FORMULA_STARTS) else text
    return finite(value) if isinstance(value, float) else value


def _csv(rows: Sequence[Row]) -> bytes:
    columns = columns_of(rows)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([inert(column) for column in columns])
    writer.writerows([inert(row.get(column)) for column in columns] for row in rows)
    # The byte order mark makes Excel read UTF-8.
    return stream.getvalue().encode("utf-8-sig")


def _jsonl(rows: Sequence[Row]) -> bytes:
    lines = [json.dumps(_plain(row), ensure_ascii=False, allow_nan=False) + "\n" for row in rows]
    return "".join(lines).encode("utf-8")


def _plain(row: Row) -> dict[str, Cell]:
    return {clean(column): _plain_cell(value) for column, value in row.items()}


def _plain_cell(value: Cell) -> Cell:
    if isinstance(value, str):
        return clean(value)
    return finite(value) if isinstance(value, float) else value


def _html(rows: Sequence[Row]) -> bytes:
    columns = columns_of(rows)
    head = element("tr", *(element("th", _shown(column), scope="col") for column in columns))
    lines = [
        element("tr", *(_html_cell(row.get(column)) for column in columns)) for row in rows
    ]  # fmt: skip
    table = element("table", element("thead", head), element("tbody", *lines))
    count = element("p", f"{len(rows)} designs", class_="soft")
    page = document(
        "Design reviews",
        STYLE,
        element("section", element("h1", "Design reviews"), count,
                element("div", table, class_="wide")),
    )  # fmt: skip
    return page.encode("utf-8")


def _html_cell(value: Cell) -> str:
    kind = "n" if isinstance(value, int | float) and not isinstance(value, bool) else ""
    return element("td", _shown(value), class_=kind)


def _shown(value: Cell) -> str:
    """Tables on pages are copied into spreadsheets, so formulas are kept inert here too."""
    safe = inert(value)
    if safe is None:
        return ""
    return f"{safe:.3g}" if isinstance(safe, float) else str(safe)


def _parquet(rows: Sequence[Row]) -> bytes:
    pyarrow = import_module("pyarrow")
    plain = [_plain(row) for row in rows]
    table = pyarrow.table({c: [row.get(c) for row in plain] for c in columns_of(plain)})
    stream = io.BytesIO()
    import_module("pyarrow.parquet").write_table(table, stream)
    return stream.getvalue()


_WRITERS: Mapping[str, Callable[[Sequence[Row]], bytes]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".html": _html,
    ".parquet": _parquet,
}
