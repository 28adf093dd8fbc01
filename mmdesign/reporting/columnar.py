"""Tables as Parquet files: the same rows always make the same bytes."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import IO, Any

from mmdesign.reporting.cells import Cell, Column, Row, plain
from mmdesign.reporting.contract import clean

GROUP_ROWS = 4096
"""Rows per group: fixed, so that the bytes do not depend on how fast rows arrived."""
TYPES = {
    "text": "string",
    "outcome": "string",
    "integer": "int64",
    "number": "float64",
    "truth": "bool_",
}


def write_parquet(rows: Iterator[Row], columns: Sequence[Column], stream: IO[bytes]) -> None:
    """Write rows, a group at a time."""
    pyarrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    schema = pyarrow.schema(
        [(clean(column.name), getattr(pyarrow, TYPES[column.kind])()) for column in columns]
    )
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP_ROWS)):
            arrays = [
                pyarrow.array([_cell(row.get(column.name), column) for row in group], field.type)
                for column, field in zip(columns, schema, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), GROUP_ROWS)


def _cell(value: Cell, column: Column) -> Cell:
    """A column of several kinds is text: each of its values is written out."""
    written = plain(value)
    return str(written) if column.kind == "text" and written is not None else written
