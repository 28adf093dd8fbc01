"""Write a library as a table: CSV, Parquet or JSON lines, a few designs at a time."""

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from mmdesign.errors import LibraryError
from mmdesign.library.collection import Library
from mmdesign.library.records import Record

SUFFIXES = (".csv", ".parquet", ".jsonl")
RECORDS_AT_ONCE = 500
WORDS = ("path", "name", "text", "tags", "design_id", "kind", "units", "added_at")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def export_library(library: Library, target: Path, where: str | None = None) -> int:
    """Write designs into a file; its suffix names the format.

    A CSV or JSON lines file can be given to `index` as a manifest. Each measured quantity is a
    column; where one was measured several times, CSV has the values with ';' between them. Parquet
    holds the vectors too.

    Args:
        library: The library.
        target: Ends in .csv, .parquet or .jsonl; an earlier file is replaced.
        where: Filter, see library.filters.

    Returns:
        How many designs were written.

    Raises:
        LibraryError: If the suffix is another, the filter cannot be read, or a design is damaged.
    """
    write = {".csv": _csv, ".parquet": _parquet, ".jsonl": _json_lines}.get(target.suffix.lower())
    if write is None:
        message = f"{target.name} ends in none of {', '.join(SUFFIXES)}; choose one of them."
        raise LibraryError(message)
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        count = write(library, unfinished, where)
        unfinished.replace(target)
    except OSError as problem:
        message = f"{target} cannot be written: {problem.strerror or problem}."
        raise LibraryError(message) from problem
    return count


def _parts(library: Library, where: str | None) -> Iterator[tuple[Record, ...]]:
    offset = 0
    while part := library.records(offset, RECORDS_AT_ONCE, where):
        yield part
        offset += len(part)


def _csv(library: Library, target: Path, where: str | None) -> int:
    quantities = library.quantities()
    count = 0
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow([*WORDS, *quantities])
        for part in _parts(library, where):
            table.writerows(_csv_row(record, quantities) for record in part)
            count += len(part)
    return count


def _csv_row(record: Record, quantities: Sequence[str]) -> list[str]:
    words = _words(record) | {"tags": "; ".join(record.tags)}
    measured = _measured(record)
    numbers = [";".join(f"{value:.10g}" for value in measured.get(name, ())) for name in quantities]
    return [*(_harmless(str(words[name] or "")) for name in WORDS), *numbers]


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _json_lines(library: Library, target: Path, where: str | None) -> int:
    count = 0
    with target.open("w", encoding="utf-8") as stream:
        for part in _parts(library, where):
            for record in part:
                facts = [[m.quantity, m.value, m.unit, m.sigma] for m in record.measurements]
                line = {**_words(record), "measurements": facts}
                stream.write(json.dumps(line, ensure_ascii=True) + "\n")
            count += len(part)
    return count


def _parquet(library: Library, target: Path, where: str | None) -> int:
    quantities = library.quantities()
    schema = pa.schema([
        *((name, pa.list_(pa.string()) if name == "tags" else pa.string()) for name in WORDS),
        *((name, pa.list_(pa.float64())) for name in quantities),
        ("vector", pa.list_(pa.float32(), library.width)),
    ])  # fmt: skip
    count = 0
    with pq.ParquetWriter(target, schema) as writer:
        for part in _parts(library, where):
            rows = [_parquet_row(record, quantities) for record in part]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
            count += len(part)
    return count


def _parquet_row(record: Record, quantities: Sequence[str]) -> dict[str, Any]:
    measured = _measured(record)
    row: dict[str, Any] = {name: measured.get(name, []) for name in quantities}
    words = {name: _sound(value) if isinstance(value, str) else value
             for name, value in _words(record).items()}  # fmt: skip
    return {**row, **words, "vector": record.vector.tolist()}


def _words(record: Record) -> dict[str, Any]:
    return {name: list(record.tags) if name == "tags" else getattr(record, name) for name in WORDS}


def _sound(text: str) -> str:
    """Parquet takes UTF-8 only, and file names may hold other bytes."""
    return text.encode("utf-8", "backslashreplace").decode()


def _measured(record: Record) -> dict[str, list[float]]:
    values: dict[str, list[float]] = {}
    for measurement in record.measurements:
        values.setdefault(measurement.quantity, []).append(measurement.value)
    return values
