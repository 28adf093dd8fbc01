"""Tables as CSV, JSONL, XLSX, HTML or Parquet files, written row by row."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from mmdesign.errors import MMDesignError
from mmdesign.reporting.cells import Cell, Column, Row, columns_of, inert, plain
from mmdesign.reporting.columnar import write_parquet
from mmdesign.reporting.contract import clean
from mmdesign.reporting.files import whole_file
from mmdesign.reporting.markup import document, element
from mmdesign.reporting.page_style import STYLE
from mmdesign.reporting.spreadsheet import write_xlsx

NEEDS = {".parquet": "pyarrow"}


def check_table(path: Path) -> None:
    """Make sure, before the work that fills it, that a table can be written.

    Raises:
        MMDesignError: If the suffix is unknown, the folder is missing, or a package is.
    """
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        message = f"{path.name} cannot be written: use one of {', '.join(_WRITERS)}."
        raise MMDesignError(message)
    if not path.parent.is_dir():
        message = f"{path} cannot be written: there is no folder {path.parent}."
        raise MMDesignError(message)
    package = NEEDS.get(suffix)
    if package is not None and find_spec(package) is None:
        message = f"{suffix} files need {package}: run 'pip install {package}', or write .csv."
        raise MMDesignError(message)


def write_table(rows: Iterable[Row], path: Path, columns: Sequence[Column] | None = None) -> None:
    """Write rows to a file whose suffix says how: .csv, .jsonl, .xlsx, .html or .parquet.

    The file appears whole or not at all. In CSV, XLSX and HTML a text that a spreadsheet would run
    as a formula gets a leading apostrophe; JSONL and Parquet hold data only and keep it as it is.

    Args:
        rows: Column name -> value; a column that a row lacks stays empty.
        path: The file to write; an earlier one is replaced.
        columns: All columns in order; then rows are written as they come, however many there are.
            None looks for them in the rows first.

    Raises:
        MMDesignError: If the suffix is unknown, the file cannot be written, or the package that
            writes it is not installed.
    """
    check_table(path)
    if columns is None:
        rows = list(rows)
        columns = columns_of(rows)
    with whole_file(path) as stream:
        _WRITERS[path.suffix.lower()](iter(rows), columns, stream)


def _csv(rows: Iterator[Row], columns: Sequence[Column], stream: IO[bytes]) -> None:
    # The byte order mark makes Excel read UTF-8.
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([inert(column.name) for column in columns])
    writer.writerows([inert(row.get(column.name)) for column in columns] for row in rows)
    text.detach()


def _jsonl(rows: Iterator[Row], columns: Sequence[Column], stream: IO[bytes]) -> None:
    names = [column.name for column in columns]
    for row in rows:
        data = {clean(name): plain(row[name]) for name in names if name in row}
        line = json.dumps(data, ensure_ascii=False, allow_nan=False)
        stream.write(line.encode("utf-8") + b"\n")


def _html(rows: Iterator[Row], columns: Sequence[Column], stream: IO[bytes]) -> None:
    mark = element("tr", class_="rows")
    head = element("tr", *(element("th", _shown(column.name), scope="col") for column in columns))
    table = element("table", element("thead", head), element("tbody", mark))
    page = document(
        "Design reviews",
        STYLE,
        element("section", element("h1", "Design reviews"), element("div", table, class_="wide")),
    )
    before, after = page.split(mark)
    stream.write(before.encode("utf-8"))
    for row in rows:
        line = element("tr", *(_html_cell(row.get(column.name)) for column in columns))
        stream.write(line.encode("utf-8"))
    stream.write(after.encode("utf-8"))


def _html_cell(value: Cell) -> str:
    kind = "n" if isinstance(value, int | float) and not isinstance(value, bool) else ""
    return element("td", _shown(value), class_=kind)


def _shown(value: Cell) -> str:
    """Tables on pages are copied into spreadsheets, so formulas are kept inert here too."""
    safe = inert(value)
    if safe is None:
        return ""
    return f"{safe:.3g}" if isinstance(safe, float) else str(safe)


_WRITERS: Mapping[str, Callable[[Iterator[Row], Sequence[Column], IO[bytes]], None]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".xlsx": write_xlsx,
    ".html": _html,
    ".parquet": write_parquet,
}
