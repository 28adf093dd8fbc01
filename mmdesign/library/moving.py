"""Move a library from one place to another: folder or server, every record compared."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from mmdesign.errors import LibraryError
from mmdesign.library.addresses import Address, address_of
from mmdesign.library.database import Database
from mmdesign.library.opening import exists, make_folder, nothing_there, prepare
from mmdesign.library.records import Row, is_whole
from mmdesign.library.rows import WHOLE, as_bytes, attached, read_meta, set_meta
from mmdesign.library.schema import designs, failures, history, reviews
from mmdesign.library.upgrading import upgrade
from mmdesign.library.writing import Writing

ROWS_AT_ONCE = 400
KEPT_META = ("format", "model_id", "width")


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What was copied; the checksum covers every byte of it and is the same at both ends."""

    designs: int
    revisions: int
    reviews: int
    failures: int
    checksum: str


def copy_library(source: str | Path, target: str | Path) -> CopyReport:
    """Copy a library to another place in one step: folder or PostgreSQL, either way.

    Args:
        source: Folder or URL of an existing library; it may be in use.
        target: Folder or URL where there is no library yet.

    Raises:
        LibraryError: If there is nothing to copy, a library in the way, or a copy that differs.
    """
    origin, goal = address_of(source), address_of(target)
    if not exists(origin):
        raise nothing_there(origin)
    if _is_taken(goal):
        message = f"There is already a library in {goal}; choose another place."
        raise LibraryError(message)
    old = Database(origin)
    try:
        upgrade(old)
        if origin.file is not None and goal.folder is not None:
            _back_up(old, origin.file, goal.folder)
        else:
            _transfer(old, goal)
        return _compared(old, goal)
    finally:
        old.close()


def _is_taken(address: Address) -> bool:
    if not exists(address):
        return False
    database = Database(address)
    try:
        if not database.has_table("meta"):
            return False
        with database.reading() as connection:
            return "model_id" in read_meta(connection)
    finally:
        database.close()


def _back_up(database: Database, source: Path, folder: Path) -> None:
    """Let SQLite write one consistent copy, even while the library is written to."""
    make_folder(folder)
    unfinished = folder / f"{source.name}.unfinished"
    unfinished.unlink(missing_ok=True)
    with (
        database.told(),
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(unfinished, isolation_level=None)) as new,
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")
        # The copy has no vector files; whoever opens it writes them.
        new.execute(
            "DELETE FROM meta WHERE key IN ('slots', 'generation', 'shape_width', 'columns')"
        )
    unfinished.replace(folder / source.name)


def _transfer(old: Database, goal: Address) -> None:
    """Copy all tables in one transaction at either end."""
    if goal.folder is not None:
        make_folder(goal.folder)
    new = Database(goal)
    try:
        upgrade(new)
        with old.reading() as read, new.writing() as write:
            known = read_meta(read)
            set_meta(write, {key: known[key] for key in KEPT_META} | {"revision": "0"})
            writing = Writing(write, new)
            for rows in _rows(read):
                writing.put(rows)
            writing.finish()
            for table in (history, reviews, failures):
                _copy_table(read, write, table)
        prepare(new, int(known["width"]))
    finally:
        new.close()


def _rows(connection: sa.Connection) -> Iterator[list[Row]]:
    wanted = sa.select(*WHOLE).order_by(designs.c.position)
    wanted = wanted.execution_options(yield_per=ROWS_AT_ONCE)
    for part in connection.execute(wanted).partitions():
        beside = attached(connection, [read.design_id for read in part])
        yield [beside.row_of(read) for read in part]


def _copy_table(read: sa.Connection, write: sa.Connection, table: sa.Table) -> None:
    # Numbers that the database gives out are given out anew, in the same order.
    columns = [column for column in table.columns if column.name != "number"]
    wanted = sa.select(*columns).order_by(*table.primary_key.columns)
    found = read.execute(wanted.execution_options(yield_per=ROWS_AT_ONCE))
    for part in found.partitions():
        write.execute(sa.insert(table), [dict(line._mapping) for line in part])


def _compared(old: Database, goal: Address) -> CopyReport:
    new = Database(goal, read_only=goal.folder is not None)
    try:
        before, after = _report(old), _report(new)
    finally:
        new.close()
    if before != after:
        message = (
            f"The copy in {goal} is not the same as the library in {old.address}; remove it, and "
            "copy again while nobody writes."
        )
        raise LibraryError(message)
    return after


def _report(database: Database) -> CopyReport:
    """Count and hash all that a library holds, checking each design's seal on the way."""
    state = hashlib.blake2b(digest_size=32)
    count = 0
    with database.reading() as connection:
        width = int(read_meta(connection)["width"])
        for rows in _rows(connection):
            for row in rows:
                if not is_whole(row, width):
                    message = (
                        f"The design {row.design_id[:12]} in {database.address} is damaged; run "
                        "'mmdesign library verify' there and remove what it names first."
                    )
                    raise LibraryError(message)
                _hash(state, row.design_id, row.checksum, row.thumbnail, row.lineage, row.version)
                count += 1
        past, reviewed, failed = (
            _hash_table(state, connection, table) for table in (history, reviews, failures)
        )
    return CopyReport(count, past, reviewed, failed, state.hexdigest())


def _hash_table(state: hashlib.blake2b, connection: sa.Connection, table: sa.Table) -> int:
    columns = [column for column in table.columns if column.name != "number"]
    lines = []
    for line in connection.execute(sa.select(*columns)):
        inner = hashlib.blake2b(digest_size=32)
        _hash(inner, *line)
        lines.append(inner.digest())
    # Databases sort texts differently.
    for digest in sorted(lines):
        state.update(digest)
    return len(lines)


def _hash(state: hashlib.blake2b, *values: object) -> None:
    for value in values:
        if isinstance(value, str):
            told = b"s" + value.encode("utf-8", "surrogatepass")
        elif isinstance(value, int):
            told = b"i" + str(value).encode()
        else:
            told = b"n" if value is None else b"b" + as_bytes(value)
        state.update(len(told).to_bytes(8, "little"))
        state.update(told)
