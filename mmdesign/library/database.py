"""Connections to a library's database: SQLite in a folder or a PostgreSQL server.

SQLite runs in WAL mode with synchronous=FULL: a commit that returned is on the disk, and readers
go on while others write. Writers wait their turn: at BEGIN IMMEDIATE on SQLite, at an advisory
lock on PostgreSQL. So revision numbers are committed in order.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

from mmdesign.errors import LibraryError
from mmdesign.library.addresses import Address

BUSY_TIMEOUT_S = 30.0
WRITER_LOCK = 0x6D6D6C69
"""Key of PostgreSQL's advisory lock, shared by all who write to one schema."""
ADVICE = {
    "SQLITE_FULL": "the disk is full; free some space and try again",
    "SQLITE_BUSY": "another process is writing to it; try again in a moment",
    "SQLITE_READONLY": "it may not be written to; check the permissions of the folder",
    "SQLITE_CANTOPEN": "its file cannot be opened; check the path and its permissions",
    "SQLITE_CORRUPT": "its file is damaged; run 'mmdesign library verify' or restore a copy",
    "SQLITE_NOTADB": "its file is not a library, or is damaged; restore a copy",
    "SQLITE_ERROR": "its file is not a library, or is damaged; restore a copy",
    "42501": "this user may not do that; ask for the rights on its schema",
    "53100": "the disk of the server is full; free some space and try again",
    "55P03": "another process is writing to it; try again in a moment",
    "58P01": "the server has no pgvector; install the extension 'vector' there",
    "0A000": "the server has no pgvector; install the extension 'vector' there",
}
"""By SQLite's name of the error or by PostgreSQL's SQLSTATE."""
NO_DRIVER = (
    "A library on PostgreSQL needs the driver psycopg: pip install 'psycopg[binary]>=3.2,<4', "
    "then try again."
)


class Database:
    """One engine with told errors; safe to use from many threads.

    Read-only leaves no trace in the folder, not even a log, so it is for a library that nobody
    writes to, such as one that ships with the app.
    """

    def __init__(self, address: Address, read_only: bool = False) -> None:
        self.address = address
        self.is_server = address.url is not None
        self.read_only = read_only
        self._closed = False
        self._turn = threading.Lock()
        self._engine = _engine(address, read_only)

    def close(self) -> None:
        """Close every connection; the last one to leave tidies up the write-ahead log."""
        with self._turn:
            self._closed = True
            self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """See the database as of one moment."""
        self._check_open()
        with self.told(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Change the database: all of it at the end of the block or, on an error, nothing."""
        self._check_open()
        with self._turn, self.told(), self._engine.connect() as plain:
            connection = plain.execution_options(mmdesign_writes=True)
            if self.is_server:
                # The first statement waits for its turn; what follows must see what others wrote.
                connection = connection.execution_options(isolation_level="READ COMMITTED")
            with connection.begin():
                if self.is_server:
                    lock_s = int(BUSY_TIMEOUT_S)
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{lock_s}s'")
                    connection.exec_driver_sql(
                        "SELECT pg_advisory_xact_lock(%(key)s, hashtext(current_schema()))",
                        {"key": WRITER_LOCK},
                    )
                yield connection

    @contextmanager
    def outside(self) -> Iterator[sa.Connection]:
        """Run statements that PostgreSQL allows in no transaction."""
        self._check_open()
        with self.told(), self._engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    def has_table(self, name: str) -> bool:
        """Tell whether there is a table."""
        with self.reading() as connection:
            return sa.inspect(connection).has_table(name)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what a database says into one sentence for people."""
        try:
            yield
        except sa.exc.DBAPIError as problem:
            raise self._told(problem.orig or problem) from problem
        except sqlite3.DatabaseError as problem:
            raise self._told(problem) from problem

    def _told(self, problem: BaseException) -> LibraryError:
        # Extended codes such as SQLITE_READONLY_DIRECTORY begin with the plain one.
        code = "_".join(getattr(problem, "sqlite_errorname", "").split("_")[:2])
        code = code or str(getattr(problem, "sqlstate", None))
        if self.is_server and code == "None":
            said = " ".join(str(problem).split())[:200]
            advice = f"the server does not answer ({said}); check the address and try again"
        else:
            advice = ADVICE.get(code, " ".join(str(problem).split())[:200])
        return LibraryError(f"The library in {self.address} cannot be used: {advice}.")

    def _check_open(self) -> None:
        if self._closed:
            message = f"The library in {self.address} was closed; open it again."
            raise LibraryError(message)


def _engine(address: Address, read_only: bool) -> sa.Engine:
    if address.url is not None:
        try:
            return sa.create_engine(
                address.url, isolation_level="REPEATABLE READ", pool_pre_ping=True
            )
        except ModuleNotFoundError as problem:
            raise LibraryError(NO_DRIVER) from problem
    path = address.file
    if path is None:
        message = "an address is a folder or a URL"
        raise ValueError(message)
    connect = _connect_read_only if read_only else _connect
    engine = sa.create_engine(
        "sqlite://", creator=lambda: connect(path), poolclass=sa.pool.QueuePool, max_overflow=30
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("mmdesign_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


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
    place = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(place, uri=True, isolation_level=None, check_same_thread=False)
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
