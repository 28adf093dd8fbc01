"""The durable table under the library, and the only place that speaks SQL.

SQLite in WAL mode with synchronous=FULL: a commit that returned is on the disk. One connection
writes and one reads, each behind its own lock, so that searches go on while designs are added;
other processes wait their turn at BEGIN IMMEDIATE. Every write transaction takes the next
revision number, by which readers learn cheaply what has changed since they last looked.
"""

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from mmdesign.errors import LibraryError
from mmdesign.library.records import Row, seal
from mmdesign.library.reports import AddReport

FILE_NAME = "library.sqlite"
BUSY_TIMEOUT_S = 30.0
IDS_PER_QUERY = 500
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS designs ("
    " position INTEGER PRIMARY KEY AUTOINCREMENT, design_id TEXT NOT NULL UNIQUE,"
    " added_at TEXT NOT NULL, facts BLOB NOT NULL, vector BLOB NOT NULL, shape BLOB,"
    " checksum BLOB NOT NULL, revision INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS thumbnails (design_id TEXT PRIMARY KEY, picture BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS removals (design_id TEXT PRIMARY KEY, revision INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS designs_by_revision ON designs (revision)",
    "INSERT OR IGNORE INTO meta VALUES ('revision', '0')",
)
COLUMNS = "design_id, added_at, facts, vector, shape, checksum, position"
ADVICE = {
    "SQLITE_FULL": "the disk is full; free some space and try again",
    "SQLITE_BUSY": "another process is writing to it; try again in a moment",
    "SQLITE_READONLY": "it may not be written to; check the permissions of the folder",
    "SQLITE_CANTOPEN": "its file cannot be opened; check the path and its permissions",
    "SQLITE_CORRUPT": "its file is damaged; run 'mmdesign library verify' or restore a copy",
    "SQLITE_NOTADB": "its file is not a library, or is damaged; restore a copy",
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened since a revision."""

    revision: int
    rows: tuple[Row, ...]
    """Added or updated, without their thumbnails."""
    removed: tuple[str, ...]


class Store:
    """Rows in one SQLite file; safe to use from many threads.

    Read-only leaves no trace in the folder, not even a log, so it is for a library that nobody
    writes to, such as one that ships with the app.
    """

    def __init__(self, folder: Path, read_only: bool = False) -> None:
        self._folder = folder
        path = folder / FILE_NAME
        self._write_lock = threading.Lock()
        self._read_lock = threading.Lock()
        with self._told():
            connect = _connect_read_only if read_only else _connect
            self._writer = connect(path)
            self._reader = connect(path)
            if not read_only:
                with self._transaction() as connection:
                    for statement in SCHEMA:
                        connection.execute(statement)

    def close(self) -> None:
        """Close both connections; the last one to leave tidies up the write-ahead log."""
        with self._write_lock, self._read_lock:
            self._reader.close()
            self._writer.close()

    def claim(self, meta: Mapping[str, str]) -> dict[str, str]:
        """Write what the library is about unless that was done before; return what holds."""
        with self._told(), self._transaction() as connection:
            connection.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", meta.items())
        return self.meta()

    def meta(self) -> dict[str, str]:
        """Read what the library is about."""
        with self._told(), self._reading() as connection:
            return dict(connection.execute("SELECT key, value FROM meta"))

    def write(self, rows: Sequence[Row], removed: Sequence[str] = ()) -> tuple[AddReport, int]:
        """Add, update and remove in one transaction: all of it or nothing.

        Returns:
            What became of the rows, and how many designs were removed.
        """
        counts = {"added": 0, "unchanged": 0, "updated": 0}
        with self._told(), self._transaction() as connection:
            revision = _revision(connection) + 1
            gone = sum(_remove(connection, design_id, revision) for design_id in removed)
            for row in rows:
                counts[_upsert(connection, row, revision)] += 1
            if gone or counts["added"] or counts["updated"]:
                connection.execute(
                    "UPDATE meta SET value = ? WHERE key = 'revision'", (str(revision),)
                )
        return AddReport(**counts), gone

    def revision(self) -> int:
        """Return the number of the last change."""
        with self._told(), self._reading() as connection:
            return _revision(connection)

    def changes(self, since: int) -> Changes:
        """Read everything that changed after a revision, as of one moment."""
        with self._told(), self._reading() as connection:
            rows = connection.execute(
                f"SELECT {COLUMNS} FROM designs WHERE revision > ? ORDER BY position", (since,)
            )
            removed = connection.execute(
                "SELECT design_id FROM removals WHERE revision > ?", (since,)
            )
            return Changes(
                revision=_revision(connection),
                rows=tuple(_row(found) for found in rows),
                removed=tuple(found[0] for found in removed),
            )

    def rows(self, design_ids: Sequence[str], with_thumbnails: bool = True) -> dict[str, Row]:
        """Read the rows of some designs; those that are not there are left out."""
        found: dict[str, Row] = {}
        with self._told(), self._reading() as connection:
            for start in range(0, len(design_ids), IDS_PER_QUERY):
                chunk = design_ids[start : start + IDS_PER_QUERY]
                marks = ",".join("?" * len(chunk))
                where = f"WHERE design_id IN ({marks})"
                pictures: dict[str, bytes] = {}
                if with_thumbnails:
                    pictures = dict(connection.execute(
                        f"SELECT design_id, picture FROM thumbnails {where}", chunk
                    ))  # fmt: skip
                for row in connection.execute(f"SELECT {COLUMNS} FROM designs {where}", chunk):
                    picture = pictures.get(row[0], b"") if with_thumbnails else None
                    found[row[0]] = _row(row, picture)
        return found

    def each(self) -> Iterator[tuple[int, Row | None]]:
        """Read every row by itself, so that a broken one hides no other: position, row or None."""
        with self._told(), self._reading() as connection:
            positions = [found[0] for found in connection.execute("SELECT position FROM designs")]
        for position in positions:
            yield position, self._read_alone(position)

    def integrity(self) -> tuple[str, ...]:
        """Let SQLite check its own pages; empty when it finds nothing wrong."""
        with self._read_lock:
            try:
                answers = [line for (line,) in self._reader.execute("PRAGMA integrity_check")]
                found = self._reader.execute("SELECT max(revision) FROM designs").fetchone()
                if (found[0] or 0) > _revision(self._reader):
                    answers.append("the number of the last change is too low")
            except sqlite3.DatabaseError as problem:
                answers = [str(problem)]
        return tuple(answer for answer in answers if answer != "ok")

    def copy_to(self, folder: Path) -> None:
        """Write one consistent copy into another folder, even while this one is written to."""
        unfinished = folder / f"{FILE_NAME}.unfinished"
        with self._told(), self._read_lock:
            unfinished.unlink(missing_ok=True)
            target = sqlite3.connect(unfinished, isolation_level=None)
            try:
                self._reader.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
            finally:
                target.close()
        unfinished.replace(folder / FILE_NAME)

    def _read_alone(self, position: int) -> Row | None:
        with self._read_lock:
            try:
                found = self._reader.execute(
                    f"SELECT {COLUMNS} FROM designs WHERE position = ?", (position,)
                ).fetchone()
                if found is None:
                    return None
                picture = self._reader.execute(
                    "SELECT picture FROM thumbnails WHERE design_id = ?", (found[0],)
                ).fetchone()
            except sqlite3.DatabaseError:
                return None
        return _row(found, picture[0] if picture else b"")

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._read_lock:
            self._reader.execute("BEGIN")
            try:
                yield self._reader
            finally:
                self._reader.execute("ROLLBACK")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._write_lock:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                # A full disk rolls back by itself.
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError as problem:
            message = f"The library in {self._folder} was closed; open it again."
            raise LibraryError(message) from problem
        except sqlite3.DatabaseError as problem:
            # Extended codes such as SQLITE_READONLY_DIRECTORY begin with the plain one.
            code = "_".join(getattr(problem, "sqlite_errorname", "").split("_")[:2])
            message = f"The library in {self._folder} cannot be used: {ADVICE.get(code, problem)}."
            raise LibraryError(message) from problem


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    try:
        _use_wal(connection)
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False
    )  # fmt: skip
    connection.execute("PRAGMA query_only = ON")
    return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; SQLite does not wait for others here, so we do."""
    give_up_at = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > give_up_at:
                raise
            time.sleep(0.02)
        else:
            return


def _revision(connection: sqlite3.Connection) -> int:
    found = connection.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()
    if found is None or not str(found[0]).isdecimal():
        message = "the number of its last change is damaged; restore a copy"
        raise sqlite3.DatabaseError(message)
    return int(found[0])


def _row(found: Sequence[object], thumbnail: bytes | None = None) -> Row:
    design_id, added_at, facts, vector, shape, checksum, position = found
    return Row(
        design_id=str(design_id),
        added_at=str(added_at),
        facts=_bytes(facts),
        vector=_bytes(vector),
        shape=None if shape is None else _bytes(shape),
        thumbnail=thumbnail,
        checksum=_bytes(checksum),
        position=int(str(position)),
    )


def _bytes(value: object) -> bytes:
    """Take a cell as bytes; a damaged one may come back as another type and must fail its seal."""
    return value if isinstance(value, bytes) else repr(value).encode()


def _remove(connection: sqlite3.Connection, design_id: str, revision: int) -> int:
    gone = connection.execute("DELETE FROM designs WHERE design_id = ?", (design_id,)).rowcount
    if gone:
        connection.execute("DELETE FROM thumbnails WHERE design_id = ?", (design_id,))
        connection.execute("INSERT OR REPLACE INTO removals VALUES (?, ?)", (design_id, revision))
    return gone


def _upsert(connection: sqlite3.Connection, row: Row, revision: int) -> str:
    stored = connection.execute(
        "SELECT added_at, checksum FROM designs WHERE design_id = ?", (row.design_id,)
    ).fetchone()
    if stored is not None and seal(row, added_at=stored[0]) == stored[1]:
        return "unchanged"
    connection.execute(
        "INSERT INTO designs (design_id, added_at, facts, vector, shape, checksum, revision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (design_id) DO UPDATE SET"
        " added_at = excluded.added_at, facts = excluded.facts, vector = excluded.vector,"
        " shape = excluded.shape, checksum = excluded.checksum, revision = excluded.revision",
        (row.design_id, row.added_at, row.facts, row.vector, row.shape, row.checksum, revision),
    )
    connection.execute(
        "INSERT OR REPLACE INTO thumbnails VALUES (?, ?)", (row.design_id, row.thumbnail or b"")
    )
    connection.execute("DELETE FROM removals WHERE design_id = ?", (row.design_id,))
    return "added" if stored is None else "updated"


def exists(folder: Path) -> bool:
    """Tell whether a folder holds a library."""
    return (folder / FILE_NAME).is_file()


def size_bytes(folder: Path) -> int:
    """Return the size of a library on the disk, with its write-ahead log."""
    names: Iterable[str] = (FILE_NAME, f"{FILE_NAME}-wal")
    return sum((folder / name).stat().st_size for name in names if (folder / name).is_file())
