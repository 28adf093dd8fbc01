"""Comparison inside PostgreSQL: pgvector proposes, or compares every design that may match."""

from collections.abc import Sequence

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from mmdesign.domain import FloatArray
from mmdesign.library.database import Database
from mmdesign.library.index import Snapshot, empty_snapshot, updated
from mmdesign.library.likeness import LEAST_SPREAD, NAMES_WEIGHT, NameScale
from mmdesign.library.records import Row
from mmdesign.library.rows import WHOLE, read_meta, row_of, set_meta
from mmdesign.library.schema import designs, vector_text
from mmdesign.library.store import Changes, Line
from mmdesign.library.vector_files import MAIN, SHAPE, TEXT, LoadedVectors

INDEX = "designs_hnsw"
CONNECTIVITY = 16
EXPANSION_BUILD = 100
EXPANSION_SEARCH = 256
MAX_EXPANSION = 1000
"""More than this pgvector does not take."""
PLAIN_BYTES = 4000
"""Vectors up to this size can lie in their row, where they are compared faster."""
MARGIN = 32
"""So many more designs than are wanted are fetched, since the server rounds otherwise."""


class Server:
    """Searches a library on a PostgreSQL server; vectors stay there until they are wanted."""

    def __init__(self, database: Database, width: int) -> None:
        self._database = database
        self._width = width

    def prepare(self) -> None:
        """Lay vectors out for fast comparison; done once for a new library."""
        storage = "PLAIN" if 4 * self._width <= PLAIN_BYTES else "EXTERNAL"
        with self._database.writing() as connection:
            connection.exec_driver_sql(f"DROP INDEX IF EXISTS {INDEX}")
            connection.exec_driver_sql(f"ALTER TABLE designs ALTER vector SET STORAGE {storage}")
            set_meta(connection, {"prepared": str(self._width)})

    def nearest(
        self, vector: FloatArray, k: int, positions: NDArray[np.int64] | None, exact: bool
    ) -> Snapshot:
        """Fetch the designs most similar to a vector, with their vectors, in order of arrival.

        Args:
            vector: (D,) unit vector.
            k: How many are wanted; more come, to be compared again.
            positions: Which designs may be returned; None for all.
            exact: Compare every design, whether or not there is an index.
        """
        count = k + MARGIN
        with self._database.reading() as connection:
            if positions is None and not exact and count <= MAX_EXPANSION and is_ready(connection):
                chosen = self._indexed(connection, vector, count)
            else:
                chosen = self._compared(connection, vector, count, positions)
            wanted = sa.select(*WHOLE).where(designs.c.position.in_(chosen))
            read = connection.execute(wanted.order_by(designs.c.position))
            rows = [row_of(found) for found in read]
            return window(rows, int(read_meta(connection).get("revision", "0")))

    def named(
        self, vector: FloatArray, k: int, positions: NDArray[np.int64] | None
    ) -> tuple[Snapshot, NameScale]:
        """Fetch the designs that look and are called most like some words, comparing all.

        Args:
            vector: (D,) unit vector of the words.
            k: How many are wanted; more come, to be compared again.
            positions: Which designs may be returned; None for all.
        """
        limit = "" if positions is None else "WHERE position = ANY(%(positions)s) "
        every = (
            "WITH every AS MATERIALIZED (SELECT position, design_id, "
            "-(vector <#> %(vector)s::vector) AS look, "
            "-(text_vector <#> %(vector)s::vector) AS name FROM designs " + limit + ") "
        )
        asked = _asked(vector, positions)
        with self._database.reading() as connection:
            usual, names, looks = connection.exec_driver_sql(
                every + "SELECT avg(name), stddev_pop(name), stddev_pop(look) FROM every", asked
            ).one()
            scale = NameScale(usual or 0.0, names or 0.0, looks or 0.0)
            weight = NAMES_WEIGHT * scale.looks_spread / max(scale.names_spread, LEAST_SPREAD)
            chosen = connection.exec_driver_sql(
                every + "SELECT position FROM every ORDER BY look + %(weight)s * "
                "(coalesce(name, %(usual)s) - %(usual)s) DESC, design_id LIMIT %(count)s",
                {**asked, "weight": weight if scale.names_spread >= LEAST_SPREAD else 0.0,
                 "usual": scale.usual, "count": k + MARGIN},
            ).scalars().all()  # fmt: skip
            wanted = sa.select(*WHOLE).where(designs.c.position.in_(chosen))
            read = connection.execute(wanted.order_by(designs.c.position))
            rows = [row_of(found) for found in read]
            return window(rows, int(read_meta(connection).get("revision", "0"))), scale

    def cosines(
        self, vector: FloatArray, positions: NDArray[np.int64] | None
    ) -> NDArray[np.float64]:
        """(C,) cosines of a vector with designs, in order of arrival, computed by the server."""
        limit = "" if positions is None else "WHERE position = ANY(%(positions)s) "
        with self._database.reading() as connection:
            read = connection.exec_driver_sql(
                "SELECT -(vector <#> %(vector)s::vector) FROM designs " + limit
                + "ORDER BY position",
                _asked(vector, positions),
            )  # fmt: skip
            return np.array(list(read.scalars()), dtype=np.float64)

    def build(self) -> None:
        """Build the approximate index; searches and writes go on meanwhile."""
        with self._database.outside() as connection:
            # What is left of a building that was cut short is never completed.
            left = connection.exec_driver_sql(
                "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(%(name)s) AND NOT "
                "indisvalid AND indexrelid NOT IN "
                "(SELECT index_relid FROM pg_stat_progress_create_index)",
                {"name": INDEX},
            )
            if left.scalar():
                connection.exec_driver_sql(f"DROP INDEX IF EXISTS {INDEX}")
            connection.exec_driver_sql(
                f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {INDEX} ON designs USING hnsw "
                f"((vector::halfvec({self._width})) halfvec_ip_ops) "
                f"WITH (m = {CONNECTIVITY}, ef_construction = {EXPANSION_BUILD})"
            )

    def is_ready(self) -> bool:
        """Tell whether the approximate index is there and complete."""
        with self._database.reading() as connection:
            return is_ready(connection)

    def size_bytes(self) -> int:
        """Return what the tables and indexes take on the server's disk."""
        with self._database.reading() as connection:
            found = connection.exec_driver_sql(
                "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' "
                "AND relnamespace = current_schema()::regnamespace"
            )
            return int(found.scalar() or 0)

    def _indexed(self, connection: sa.Connection, vector: FloatArray, count: int) -> list[int]:
        expansion = max(EXPANSION_SEARCH, count)
        connection.exec_driver_sql(f"SET LOCAL hnsw.ef_search = {expansion}")
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        read = connection.exec_driver_sql(
            # Half-width numbers propose, the whole ones decide.
            "SELECT position FROM (SELECT position, vector, design_id FROM designs ORDER BY "
            f"vector::halfvec({self._width}) <#> %(vector)s::halfvec({self._width}) "
            f"LIMIT {expansion}) AS near "
            f"ORDER BY vector <#> %(vector)s::vector, design_id LIMIT {count}",
            _asked(vector, None),
        )
        return list(read.scalars())

    @staticmethod
    def _compared(
        connection: sa.Connection,
        vector: FloatArray,
        count: int,
        positions: NDArray[np.int64] | None,
    ) -> list[int]:
        # Full-width vectors have no index, so that this compares every design there is.
        limit = "" if positions is None else "WHERE position = ANY(%(positions)s) "
        read = connection.exec_driver_sql(
            "SELECT position FROM designs " + limit
            + f"ORDER BY vector <#> %(vector)s::vector, design_id LIMIT {count}",
            _asked(vector, positions),
        )  # fmt: skip
        return list(read.scalars())


def window(rows: Sequence[Row], revision: int) -> Snapshot:
    """Make a snapshot of a few rows, in their order, with their vectors in memory."""
    lines = tuple(Line(row.position, at, row.design_id, row.facts) for at, row in enumerate(rows))
    shapes = [row.shape or b"" for row in rows]
    widest = max(map(len, shapes), default=0)
    arrays = {
        MAIN: _stacked([row.vector for row in rows]),
        TEXT: _stacked([row.text_vector or bytes(len(row.vector)) for row in rows]),
        SHAPE: _stacked([shape if len(shape) == widest else bytes(widest) for shape in shapes]),
    }
    return updated(empty_snapshot(), Changes(revision, lines, ()), LoadedVectors(arrays))


def is_ready(connection: sa.Connection) -> bool:
    """Tell whether the approximate index is there and complete."""
    found = connection.exec_driver_sql(
        "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%(name)s)", {"name": INDEX}
    )
    return bool(found.scalar())


def _asked(vector: FloatArray, positions: NDArray[np.int64] | None) -> dict[str, object]:
    text = vector_text(np.asarray(vector, dtype="<f4").tobytes())
    return {"vector": text, "positions": None if positions is None else positions.tolist()}


def _stacked(vectors: Sequence[bytes]) -> FloatArray:
    if not vectors:
        return np.empty((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(vectors), dtype="<f4").reshape(len(vectors), -1)
