"""The tables of a library, one definition for SQLite and PostgreSQL; `migrations` makes them."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Dialect

HEAD = "0003"
"""The migration that this version works with."""
VECTOR_HEADER_BYTES = 4


class _Vector(sa.types.UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "vector"


class PgVector(sa.types.UserDefinedType[bytes]):
    """A pgvector column, seen from here as little-endian float32 bytes, bit for bit.

    Values go in as text, which PostgreSQL rounds back to the same float32, and come out as
    pgvector's own binary form: a four-byte header and big-endian float32.
    """

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Name the type without a width, so that an empty library can change its model."""
        return "vector"

    def bind_expression(self, bindvalue: sa.BindParameter[bytes]) -> sa.ColumnElement[bytes]:
        """Read the text as a vector."""
        return sa.cast(bindvalue, _Vector())

    def column_expression(self, column: sa.ColumnElement[Any]) -> sa.ColumnElement[bytes]:
        """Ask for the binary form."""
        return sa.func.vector_send(column, type_=self)

    def bind_processor(self, dialect: Dialect) -> Callable[[bytes | None], str | None]:
        """Write the numbers as text."""
        del dialect

        def process(value: bytes | None) -> str | None:
            return None if value is None else vector_text(value)

        return process

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[bytes | None], bytes | None]:
        """Turn the binary form into plain little-endian float32."""
        del dialect, coltype

        def process(value: bytes | None) -> bytes | None:
            if value is None:
                return None
            numbers = np.frombuffer(value, dtype=">f4", offset=VECTOR_HEADER_BYTES)
            return numbers.astype("<f4").tobytes()

        return process


def vector_text(value: bytes) -> str:
    """Write float32 bytes as pgvector reads them: '[0.5,-0.25]'."""
    return json.dumps(np.frombuffer(value, dtype="<f4").tolist(), separators=(",", ":"))


NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
VECTOR = sa.LargeBinary().with_variant(PgVector(), "postgresql")
metadata = sa.MetaData()

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
designs = sa.Table(
    "designs",
    metadata,
    sa.Column("position", NUMBER, primary_key=True, autoincrement=True),
    sa.Column("design_id", sa.Text, nullable=False, unique=True),
    sa.Column("added_at", sa.Text, nullable=False),
    sa.Column("facts", sa.LargeBinary, nullable=False),
    sa.Column("vector", VECTOR, nullable=False),
    sa.Column("shape", sa.LargeBinary),
    sa.Column("checksum", sa.LargeBinary, nullable=False),
    sa.Column("revision", NUMBER, nullable=False),
    sa.Column("text_vector", VECTOR),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("lineage", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("slot", NUMBER, nullable=False),
    sa.Column("stem", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
bodies = sa.Table(
    "bodies",
    metadata,
    sa.Column("design_id", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("area_mm2", sa.Double, nullable=False),
    sa.Column("area_sigma_mm2", sa.Double, nullable=False),
    sa.Column("spread_1", sa.Double, nullable=False),
    sa.Column("spread_2", sa.Double, nullable=False),
    sa.Column("spread_3", sa.Double, nullable=False),
    sa.Column("form", sa.LargeBinary, nullable=False),
)
thumbnails = sa.Table(
    "thumbnails",
    metadata,
    sa.Column("design_id", sa.Text, primary_key=True),
    sa.Column("picture", sa.LargeBinary, nullable=False),
)
removals = sa.Table(
    "removals",
    metadata,
    sa.Column("design_id", sa.Text, primary_key=True),
    sa.Column("revision", NUMBER, nullable=False),
)
history = sa.Table(
    "history",
    metadata,
    sa.Column("lineage", sa.Text, primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("design_id", sa.Text, nullable=False),
    sa.Column("retired_at", sa.Text, nullable=False),
    sa.Column("added_at", sa.Text, nullable=False),
    sa.Column("facts", sa.LargeBinary, nullable=False),
    sa.Column("vector", VECTOR, nullable=False),
    sa.Column("shape", sa.LargeBinary),
    sa.Column("text_vector", VECTOR),
    sa.Column("checksum", sa.LargeBinary, nullable=False),
    sa.Column("picture", sa.LargeBinary, nullable=False),
)
reviews = sa.Table(
    "reviews",
    metadata,
    sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
    sa.Column("design_id", sa.Text, nullable=False),
    sa.Column("reviewed_at", sa.Text, nullable=False),
    sa.Column("spec", sa.Text, nullable=False),
    sa.Column("review", sa.LargeBinary, nullable=False),
    sa.Column("checksum", sa.LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
failures = sa.Table(
    "failures",
    metadata,
    sa.Column("path", sa.Text, primary_key=True),
    sa.Column("content_id", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("failed_at", sa.Text, nullable=False),
)
