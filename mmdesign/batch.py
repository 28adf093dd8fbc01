"""Many designs against one spec: file after file, each a row, resumable after any interruption.

While one design is scored the next file is already being read, in its own sandbox process. What is
done is kept in a journal under the hash of the file's bytes, the spec and the model, so that a
second run repeats nothing and gives the same rows.
"""

import hashlib
import json
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from mmdesign.domain import Fit, Outcome, Progress, Review
from mmdesign.errors import CancelledError, DesignError, MMDesignError
from mmdesign.library import content_id
from mmdesign.reporting import Cell, fit_cells

READ_AHEAD = 1


@dataclass(frozen=True, slots=True)
class BatchVerdict:
    """The decision on one requirement, without its evidence."""

    requirement_id: str
    text: str
    outcome: Outcome
    probability: float | None


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What became of one file."""

    path: str
    name: str
    design_id: str | None
    fit: Fit | None
    """None when the file could not be reviewed."""
    verdicts: tuple[BatchVerdict, ...]
    seconds: float
    error: str | None
    """Why the file could not be reviewed."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Requirements x designs."""

    requirements: tuple[tuple[str, str], ...]
    """Id and text of each of the R requirements."""
    designs: tuple[str, ...]
    """Path of each of the N designs."""
    outcomes: tuple[tuple[Outcome | None, ...], ...]
    """R lines of N outcomes; None where a design could not be reviewed."""


class Journal:
    """Finished rows on the disk, one JSON line each, written through before the next begins."""

    def __init__(self, path: Path, spec_text: str, model_id: str, *more: str) -> None:
        """Open a journal.

        Args:
            path: Its file; it is made when there is none.
            spec_text: The brief.
            model_id: The model that looks.
            more: Whatever else changes the result, such as the unit of files that declare none.
        """
        self._identity = json.dumps([spec_text, model_id, *more])
        try:
            self._rows = _read_journal(path)
            self._stream = path.open("ab")
        except OSError as problem:
            message = f"The batch journal {path} cannot be used: {problem.strerror}."
            raise MMDesignError(message) from problem

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stream.close()

    def find(self, path: Path, content: str) -> BatchRow | None:
        """Return the finished row of a file's content, as a row of this path."""
        written = self._rows.get(self._key(content))
        return None if written is None else replace(written, path=str(path), name=path.name)

    def keep(self, content: str, row: BatchRow) -> None:
        """Write a finished row; when this returns it is on the disk."""
        key = self._key(content)
        self._rows[key] = row
        line = json.dumps({"key": key, "row": asdict(row)})
        self._stream.write(line.encode() + b"\n")
        self._stream.flush()
        os.fsync(self._stream.fileno())

    def _key(self, content: str) -> str:
        return hashlib.sha256(f"{content}\n{self._identity}".encode()).hexdigest()


def run(
    paths: Sequence[Path],
    review_one: Callable[[Any], Review],
    *,
    load: Callable[[Path], Any] | None = None,
    journal: Journal | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[BatchRow]:
    """Review files one after another, yielding a row for each in the order given.

    A file that cannot be reviewed is a row with its reason; what concerns every file alike, such as
    a model that is not there, ends the batch.

    Args:
        paths: The files.
        review_one: Reviews what load returned, or the path itself when there is no load.
        load: Reads a file ahead, in a thread, while the one before it is reviewed.
        journal: Rows that are done already, and where new ones are kept.
        progress: Told after each file: share done, seconds to go, files per hour.
        cancelled: Asked before each file.

    Raises:
        CancelledError: If cancelled; with a journal the next run goes on from there.
    """
    clock = _Clock(len(paths), progress)
    reader = ThreadPoolExecutor(READ_AHEAD, thread_name_prefix="batch-reader")
    try:
        upcoming = _read_ahead(paths, load, journal, reader)
        for path, content, loaded in upcoming:
            if cancelled is not None and cancelled():
                message = "The batch was stopped; run it again to go on from here."
                raise CancelledError(message)
            # An earlier copy of the same file may have been finished since this one was read.
            row = journal.find(path, content) if journal and content else None
            was_reviewed = row is None
            if row is None:
                row = _review(path, loaded, review_one)
                if journal and content:
                    journal.keep(content, row)
            clock.tick(row, was_reviewed)
            yield row
    finally:
        reader.shutdown(cancel_futures=True)


def failure(path: Path, reason: str, seconds: float = 0.0) -> BatchRow:
    """Make the row of a file that cannot be reviewed."""
    return BatchRow(str(path), path.name, None, None, (), seconds, reason)


def ranked(rows: Sequence[BatchRow]) -> tuple[BatchRow, ...]:
    """Sort rows for a reader: best fit first, then designs that fail a must, then errors."""
    return tuple(sorted(rows, key=_rank))


def matrix(rows: Sequence[BatchRow]) -> Matrix:
    """Lay out which design meets which requirement."""
    texts = {v.requirement_id: v.text for row in rows for v in row.verdicts}
    columns = [{v.requirement_id: v.outcome for v in row.verdicts} for row in rows]
    return Matrix(
        requirements=tuple(texts.items()),
        designs=tuple(row.path for row in rows),
        outcomes=tuple(tuple(column.get(name) for column in columns) for name in texts),
    )


def table(rows: Sequence[BatchRow]) -> list[dict[str, Cell]]:
    """Write rows as a ranked table for reporting.write_table: one column per requirement."""
    return [
        {
            "rank": None if row.error else rank,
            "name": row.name,
            "path": row.path,
            "design_id": row.design_id,
            **fit_cells(row.fit),
            **{f"{v.requirement_id} {v.text}": v.outcome for v in row.verdicts},
            "seconds": row.seconds,
            "error": row.error,
        }
        for rank, row in enumerate(ranked(rows), start=1)
    ]


def _read_ahead(
    paths: Sequence[Path],
    load: Callable[[Path], Any] | None,
    journal: Journal | None,
    reader: ThreadPoolExecutor,
) -> Iterator[tuple[Path, str | None, "Future[Any] | None"]]:
    """Yield each path with its content hash and, unless it is in the journal, its reading."""
    waiting: deque[tuple[Path, str | None, Future[Any] | None]] = deque()
    for path in paths:
        content = _content(path)
        is_done = journal is not None and content is not None and journal.find(path, content)
        reading = None if is_done else reader.submit(load or _as_it_is, path)
        waiting.append((path, content, reading))
        if len(waiting) > READ_AHEAD:
            yield waiting.popleft()
    yield from waiting


def _as_it_is(path: Path) -> Path:
    return path


def _content(path: Path) -> str | None:
    """Hash a file; None when that is impossible, which its reader will say better."""
    try:
        return content_id(path)
    except OSError:
        return None


def _review(
    path: Path, loaded: "Future[Any] | None", review_one: Callable[[Any], Review]
) -> BatchRow:
    start = time.perf_counter()
    try:
        review = review_one(path if loaded is None else loaded.result())
    except DesignError as problem:
        return failure(path, str(problem), time.perf_counter() - start)
    except OSError as problem:
        reason = f"{path.name} cannot be read: {problem.strerror or problem}."
        return failure(path, reason, time.perf_counter() - start)
    return BatchRow(
        path=str(path),
        name=path.name,
        design_id=review.design.id,
        fit=review.fit,
        verdicts=tuple(
            BatchVerdict(v.requirement.id, v.requirement.text, v.outcome, v.probability)
            for v in review.verdicts
        ),
        seconds=time.perf_counter() - start,
        error=None,
    )


def _rank(row: BatchRow) -> tuple[bool, bool, bool, float, float, str]:
    if row.fit is None:
        return (True, True, True, 0.0, 0.0, row.path)
    value = row.fit.value
    return (
        False,
        row.fit.outcome == "fails",
        value is None,
        0.0 if value is None else -value,
        -row.fit.coverage,
        row.path,
    )


def _read_journal(path: Path) -> dict[str, BatchRow]:
    """Read finished rows; a last line that was cut off by a crash is cut away."""
    if not path.exists():
        return {}
    written = path.read_bytes()
    whole = written[: written.rfind(b"\n") + 1]
    if len(whole) < len(written):
        with path.open("rb+") as stream:
            stream.truncate(len(whole))
    rows = {}
    for number, line in enumerate(whole.splitlines(), start=1):
        try:
            entry = json.loads(line)
            rows[entry["key"]] = _row(entry["row"])
        except (ValueError, KeyError, TypeError) as problem:
            message = f"Line {number} of the batch journal {path} is damaged; delete the file."
            raise MMDesignError(message) from problem
    return rows


def _row(written: dict[str, Any]) -> BatchRow:
    fit = written["fit"]
    verdicts = tuple(BatchVerdict(**verdict) for verdict in written["verdicts"])
    fields = {**written, "fit": None if fit is None else Fit(**fit), "verdicts": verdicts}
    return BatchRow(**fields)


class _Clock:
    """Tells how far the batch is; rows from the journal took no time and do not count."""

    def __init__(self, total: int, tell: Callable[[Progress], None] | None) -> None:
        self._total = total
        self._tell = tell
        self._done = 0
        self._reviewed = 0
        self._failed = 0
        self._started_at = time.monotonic()

    def tick(self, row: BatchRow, was_reviewed: bool) -> None:
        self._done += 1
        self._reviewed += was_reviewed
        self._failed += row.error is not None
        if self._tell is None:
            return
        each_s = (time.monotonic() - self._started_at) / max(self._reviewed, 1)
        left = self._total - self._done
        detail = {
            "file": row.name,
            "files_done": self._done,
            "files_total": self._total,
            "files_failed": self._failed,
            "files_per_hour": 3600 / each_s if self._reviewed and each_s > 0 else None,
        }
        remaining_s = each_s * left if self._reviewed else None
        self._tell(Progress("batch", self._done / self._total, remaining_s, detail))
