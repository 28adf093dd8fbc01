"""Fill a library from files: unchanged ones are known by their bytes and never described again."""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mmdesign.domain import Progress
from mmdesign.errors import CancelledError, DesignError
from mmdesign.library.collection import Library
from mmdesign.library.records import Record
from mmdesign.library.reports import IngestReport
from mmdesign.library.sources import Source, content_id, find_sources

COMMIT_EVERY = 32
COMMIT_AFTER_S = 5.0


def _say_nothing(progress: Progress) -> None:
    del progress


def _never() -> bool:
    return False


@dataclass(slots=True)
class _Batch:
    """Designs on their way into the library; written a few at a time."""

    library: Library
    by_path: dict[str, str]
    counts: dict[str, int] = field(
        default_factory=lambda: {"added": 0, "unchanged": 0, "updated": 0}
    )
    waiting: list[Record] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    written_at: float = field(default_factory=time.monotonic)

    def knows(self, design_id: str) -> bool:
        return any(r.design_id == design_id for r in self.waiting) or design_id in self.library

    def put(self, record: Record) -> None:
        """Take a design; one that stood at the same path before is an earlier state of the file."""
        earlier = self.by_path.get(record.path)
        if earlier is not None and earlier != record.design_id:
            self.replaced.append(earlier)
        self.by_path[record.path] = record.design_id
        self.waiting.append(record)
        is_due = time.monotonic() - self.written_at > COMMIT_AFTER_S
        if is_due or len(self.waiting) >= COMMIT_EVERY:
            self.write()

    def write(self) -> None:
        arriving = {record.design_id for record in self.waiting}
        gone = [i for i in self.replaced if i not in arriving]
        report = self.library.add(self.waiting, replacing=gone)
        self.counts["added"] += report.added - len(gone)
        self.counts["updated"] += report.updated + len(gone)
        self.counts["unchanged"] += report.unchanged
        self.waiting, self.replaced = [], []
        self.written_at = time.monotonic()


def ingest(
    library: Library,
    paths: Sequence[Path],
    describe: Callable[[Path], Record],
    suffixes: Collection[str],
    progress: Callable[[Progress], None] = _say_nothing,
    cancelled: Callable[[], bool] = _never,
) -> IngestReport:
    """Add files, folders and manifests to a library; safe to interrupt and to repeat.

    A file that changed on the disk takes the place of its earlier state. What a manifest says
    (name, text, tags) is brought up to date without describing the file again.

    Args:
        library: Where the designs go.
        paths: Files, folders, .csv and .jsonl manifests with path, name, text, tags.
        describe: Loads, renders, embeds and measures one file. Raises DesignError for a bad one.
        suffixes: What describe can read, such as {".step", ".stl"}.
        progress: Told after each file: share done, seconds to go, files per second.
        cancelled: Asked before each file.

    Returns:
        Counts, and every failed file with its reason.

    Raises:
        CancelledError: If cancelled; what was described until then is in the library.
        LibraryError: If a manifest cannot be read or the library cannot be written.
    """
    sources = find_sources(paths, suffixes)
    failed = list(sources.failed)
    batch = _Batch(library, library.ids_by_path())
    clock = _Clock(len(sources.files), progress)
    for source in sources.files:
        if cancelled():
            batch.write()
            message = "Indexing was stopped; what was read so far is in the library."
            raise CancelledError(message)
        try:
            was_described = _take(source, batch, describe)
        except DesignError as problem:
            failed.append((str(source.path), str(problem)))
            was_described = True
        except OSError as problem:
            failed.append((str(source.path), f"It cannot be read: {problem.strerror or problem}."))
            was_described = False
        clock.tick(source.path, was_described, len(failed))
    batch.write()
    return IngestReport(**batch.counts, failed=tuple(failed))


def _take(source: Source, batch: _Batch, describe: Callable[[Path], Record]) -> bool:
    """Bring one file into the batch; True when it had to be described."""
    design_id = content_id(source.path)
    if not batch.knows(design_id):
        batch.put(_labelled(describe(source.path), source, str(source.path.resolve())))
        return True
    if design_id not in batch.library:
        batch.write()
    stored = batch.library.get(design_id)
    is_moved = not Path(stored.path).is_file()
    path = str(source.path.resolve()) if is_moved else stored.path
    relabelled = _labelled(stored, source, path)
    if relabelled is stored:
        batch.counts["unchanged"] += 1
    else:
        batch.put(relabelled)
    return False


def _labelled(record: Record, source: Source, path: str) -> Record:
    """Let the manifest's words stand over the record's own; the same record when they agree."""
    name = record.name if source.name is None else source.name
    text = record.text if source.text is None else source.text
    tags = record.tags if source.tags is None else source.tags
    if (name, text, tags, path) == (record.name, record.text, record.tags, record.path):
        return record
    return replace(record, name=name, text=text, tags=tags, path=path)


class _Clock:
    """Tells how far the work is; only described files say how long the rest will take."""

    def __init__(self, total: int, tell: Callable[[Progress], None]) -> None:
        self._total = total
        self._tell = tell
        self._done = 0
        self._described = 0
        self._started_at = time.monotonic()

    def tick(self, path: Path, was_described: bool, failed: int) -> None:
        self._done += 1
        self._described += was_described
        elapsed_s = time.monotonic() - self._started_at
        left = self._total - self._done
        remaining_s = elapsed_s / self._described * left if self._described else None
        detail = {
            "file": path.name,
            "files_done": self._done,
            "files_total": self._total,
            "files_failed": failed,
            "files_per_s": self._done / elapsed_s if elapsed_s > 0 else None,
        }
        self._tell(Progress("index", self._done / self._total, remaining_s, detail))
