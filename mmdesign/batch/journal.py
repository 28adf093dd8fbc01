"""Finished rows on the disk: what a batch goes on from after an interruption, and ranks from.

An SQLite file. It holds everything that the outputs need, so that memory does not grow with the
number of designs; whoever kills the process loses at most the last second of rows.
"""

import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mmdesign.batch.rows import BatchRow, BatchVerdict, RankedRow, rank_key
from mmdesign.closing import Closing
from mmdesign.domain import Fit
from mmdesign.errors import MMDesignError

FORMAT = "2"
COMMIT_AFTER_S = 0.5
PAGE_ROWS = 500
ORDER = "failed, fails, blank, worth, coverage, path, position"
ORDERS = {
    "rank": ORDER,
    "name": f"failed, name, {ORDER}",
    "outcome": f"failed, outcome, {ORDER}",
    "coverage": f"failed, coverage, {ORDER}",
}
"""How rows may be sorted: the name of an order and the columns that make it."""
TABLES = """
create table if not exists about (name text primary key, value text not null);
create table if not exists rows (
    position integer primary key, content text not null, name text not null, outcome text not null,
    failed integer not null, fails integer not null, blank integer not null, worth real not null,
    coverage real not null, path blob not null, line text not null, thumbnail blob not null);
create index if not exists ranked on rows (failed, fails, blank, worth, coverage, path, position);
"""


class Journal(Closing):
    """The rows of one batch. Safe to use from several threads."""

    def __init__(self, path: Path, *identity: str) -> None:
        """Open a journal, or begin one.

        Args:
            path: Its file.
            identity: Whatever changes the result: the brief, the model, the unit of files that
                declare none. Rows of another identity are dropped.

        Raises:
            MMDesignError: If the file cannot be used.
        """
        self.path = path
        self._lock = threading.RLock()
        try:
            self._base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._base.execute("pragma journal_mode = wal")
            self._base.execute("pragma synchronous = normal")
            self._base.executescript(TABLES)
            self._claim(json.dumps([FORMAT, *identity]))
        except sqlite3.Error as problem:
            message = f"The batch journal {path} cannot be used ({problem}); delete the file."
            raise MMDesignError(message) from problem
        self._written_at = time.monotonic()

    def __len__(self) -> int:
        with self._lock:
            (count,) = self._base.execute("select count(*) from rows").fetchone()
        return int(count)

    def close(self) -> None:
        """Write what is not yet on the disk and close the file."""
        with self._lock:
            self.flush()
            self._base.close()

    def remove(self) -> None:
        """Close and delete the journal; its rows stand somewhere else now."""
        self.close()
        forget(self.path)

    def flush(self) -> None:
        """Write all rows kept so far; when this returns they survive a kill."""
        with self._lock:
            if self._base.in_transaction:
                self._base.execute("commit")
            self._written_at = time.monotonic()

    def has(self, position: int, path: Path, content: str) -> bool:
        """Whether the row of this file, with these bytes, is done."""
        with self._lock:
            found = self._base.execute(
                "select 1 from rows where position = ? and path = ? and content = ?",
                (position, os.fsencode(path), content),
            ).fetchone()
        return found is not None

    def keep(self, position: int, content: str, row: BatchRow, thumbnail: bytes = b"") -> None:
        """Keep a finished row.

        Args:
            position: Place of its file in the order given.
            content: Hash of the file's bytes; empty when they could not be read.
            row: The row; an earlier one at the same place is replaced.
            thumbnail: A small WebP picture.
        """
        failed, fails, blank, worth, coverage, path = rank_key(row)
        line = json.dumps(asdict(row), separators=(",", ":"))
        outcome = "failed" if row.fit is None else row.fit.outcome
        with self._lock:
            if not self._base.in_transaction:
                self._base.execute("begin")
            self._base.execute(
                "insert or replace into rows values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (position, content, _encodable(row.name), outcome, failed, fails, blank, worth,
                 coverage, os.fsencode(path), line, thumbnail),
            )  # fmt: skip
            if time.monotonic() - self._written_at > COMMIT_AFTER_S:
                self.flush()

    def drop_from(self, count: int) -> None:
        """Forget rows at and after a position: an earlier batch had more files."""
        with self._lock:
            self._base.execute("delete from rows where position >= ?", (count,))

    def counts(self) -> dict[str, int]:
        """How many designs fit, fail, are undecided, or could not be read ('failed')."""
        with self._lock:
            return dict(
                self._base.execute("select outcome, count(*) from rows group by outcome").fetchall()
            )

    def requirements(self) -> tuple[tuple[str, str], ...]:
        """Id and text of every requirement, from any design that was judged."""
        for position in self._positions("where not failed order by position limit 1"):
            return tuple((v.requirement_id, v.text) for v in self._at(position)[0].verdicts)
        return ()

    def failures(self) -> Iterator[BatchRow]:
        """Every file that could not be reviewed, in the order given."""
        for position in self._positions("where failed order by position"):
            yield self._at(position)[0]

    def ranked(
        self,
        start: int = 0,
        count: int | None = None,
        order: str = "rank",
        outcome: str | None = None,
    ) -> Iterator[RankedRow]:
        """Rows from best to worst, read from the disk a few at a time.

        Args:
            start: How many rows to pass over.
            count: How many at most; None for all.
            order: One of ORDERS; a row keeps the rank that it has among all.
            outcome: Only rows of this outcome: fits, fails, undecided or failed.
        """
        kept = "" if outcome is None else "where outcome = ?"
        query = (
            "select place, line, thumbnail, position from "
            f"(select *, row_number() over (order by {ORDER}) as place from rows) "
            f"{kept} order by {ORDERS[order]} limit ? offset ?"
        )
        values = [] if outcome is None else [outcome]
        with self._lock:
            self.flush()
            address = f"{self.path.resolve().as_uri()}?mode=ro"
            reader = sqlite3.connect(address, uri=True, check_same_thread=False)
        try:
            found = reader.execute(query, (*values, -1 if count is None else count, start))
            while page := found.fetchmany(PAGE_ROWS):
                for place, line, thumbnail, position in page:
                    yield RankedRow(place, _row(json.loads(line)), thumbnail, position)
        finally:
            reader.close()

    def get(self, position: int) -> BatchRow:
        """The row of one file.

        Raises:
            KeyError: If it is not done.
        """
        return self._at(position)[0]

    def _at(self, position: int) -> tuple[BatchRow, bytes]:
        with self._lock:
            found = self._base.execute(
                "select line, thumbnail from rows where position = ?", (position,)
            ).fetchone()
        if found is None:
            raise KeyError(position)
        return _row(json.loads(found[0])), found[1]

    def _positions(self, rest: str) -> list[int]:
        with self._lock:
            return [p for (p,) in self._base.execute(f"select position from rows {rest}")]

    def _claim(self, identity: str) -> None:
        found = self._base.execute("select value from about where name = 'identity'").fetchone()
        if found is None or found[0] != identity:
            self._base.execute("delete from rows")
            self._base.execute("insert or replace into about values ('identity', ?)", (identity,))


def forget(path: Path) -> None:
    """Delete the journal of an earlier run, if there is one; nobody may have it open."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _encodable(text: str) -> str:
    """A file name may hold bytes that are no text, which SQLite does not take as text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _row(written: dict[str, Any]) -> BatchRow:
    fit = written["fit"]
    verdicts = tuple(BatchVerdict(**verdict) for verdict in written["verdicts"])
    fields = {**written, "fit": None if fit is None else Fit(**fit), "verdicts": verdicts}
    return BatchRow(**fields)
