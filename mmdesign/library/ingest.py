"""Fill a library from files: unchanged ones are known by their bytes and never described again."""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mmdesign.domain import FloatArray, Progress
from mmdesign.errors import CancelledError, DesignError
from mmdesign.library.chronicle import failure
from mmdesign.library.collection import Library
from mmdesign.library.records import Record, storable
from mmdesign.library.reports import Failure, IngestReport
from mmdesign.library.sources import Source, content_id, find_sources

COMMIT_EVERY = 32
COMMIT_AFTER_S = 5.0


def _say_nothing(progress: Progress) -> None:
    del progress


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reading:
    """How files become records."""

    describe: Callable[[Path], Record]
    """Loads, renders, embeds and measures one file. Raises DesignError for a bad one."""
    suffixes: Collection[str]
    """What describe can read, such as {".step", ".stl"}."""
    embed_texts: Callable[[Sequence[str]], FloatArray] | None = None
    """(R, D) unit vectors of texts; without it what is said about designs gets no vector."""


@dataclass(slots=True)
class _Batch:
    """Designs on their way into the library; written a few at a time."""

    library: Library
    reading: Reading
    by_path: dict[str, str]
    known_failures: dict[str, Failure]
    counts: dict[str, int] = field(
        default_factory=lambda: {"added": 0, "unchanged": 0, "updated": 0}
    )
    waiting: dict[str, Record] = field(default_factory=dict)
    replaced: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    written_at: float = field(default_factory=time.monotonic)

    def knows(self, design_id: str) -> bool:
        return design_id in self.waiting or design_id in self.library

    def put(self, record: Record) -> None:
        """Take a design; what stood at the same path before is an earlier state of the file."""
        self.take_path(record.path, record.design_id)
        self.waiting[record.design_id] = record
        self._write_if_due()

    def take_path(self, path: str, design_id: str) -> None:
        """Note which design a file is now."""
        earlier = self.by_path.get(storable(path))
        if earlier is not None and earlier != design_id:
            self.replaced.append(earlier)
        self.by_path[storable(path)] = design_id
        if path in self.known_failures:
            self.mended.append(path)

    def fail(self, found: Failure) -> None:
        """Note a file that could not be read."""
        if self.known_failures.get(found.path) != found:
            self.failed.append(found)
        self._write_if_due()

    def write(self) -> None:
        gone = [i for i in dict.fromkeys(self.replaced) if i not in self.waiting]
        records = [self._with_text_vector(record) for record in self.waiting.values()]
        report = self.library.add(records, replacing=gone)
        replaced = min(len(gone), report.added)
        self.counts["added"] += report.added - replaced
        self.counts["updated"] += report.updated + replaced
        self.counts["unchanged"] += report.unchanged
        if self.failed or self.mended:
            self.library.note_failures(self.failed, self.mended)
        self.waiting, self.replaced, self.failed, self.mended = {}, [], [], []
        self.written_at = time.monotonic()

    def _write_if_due(self) -> None:
        is_due = time.monotonic() - self.written_at > COMMIT_AFTER_S
        if is_due or len(self.waiting) >= COMMIT_EVERY:
            self.write()

    def _with_text_vector(self, record: Record) -> Record:
        if self.reading.embed_texts is None:
            return record
        said = ". ".join(
            part for part in (record.name, record.text, ", ".join(record.tags)) if part
        )
        return replace(record, text_vector=self.reading.embed_texts([said])[0])


def ingest(
    library: Library,
    paths: Sequence[Path],
    reading: Reading,
    progress: Callable[[Progress], None] = _say_nothing,
    cancelled: Callable[[], bool] = _never,
    retry: bool = False,
) -> IngestReport:
    """Add files, folders and manifests to a library; safe to interrupt and to repeat.

    A file that changed on the disk becomes the next version of the same design; a moved one is
    recognised by its bytes. A file that failed is kept with its reason, and is not read again while
    its bytes stay the same. What a manifest says (name, text, tags) is brought up to date without
    describing the file again.

    Args:
        library: Where the designs go.
        paths: Files, folders, .csv and .jsonl manifests with path, name, text, tags.
        reading: How files become records.
        progress: Told after each file: share done, seconds to go, files per second.
        cancelled: Asked before each file.
        retry: Read failed files again; without paths, all of them.

    Returns:
        Counts, and every failed file with its reason.

    Raises:
        CancelledError: If cancelled; what was described until then is in the library.
        LibraryError: If a manifest cannot be read or the library cannot be written.
    """
    known = {found.path: found for found in library.failures()}
    if retry and not paths:
        paths = [Path(path) for path in known]
    sources = find_sources(paths, reading.suffixes)
    failed = list(sources.failed)
    batch = _Batch(library, reading, library.ids_by_path(), known)
    clock = _Clock(len(sources.files), progress)
    for source in sources.files:
        if cancelled():
            batch.write()
            message = "Indexing was stopped; what was read so far is in the library."
            raise CancelledError(message)
        was_described, reason = _take(source, batch, retry)
        if reason is not None:
            failed.append((str(source.path), reason))
        clock.tick(source.path, was_described, len(failed))
    batch.write()
    library.prepare_index()
    return IngestReport(**batch.counts, failed=tuple(failed))


def _take(source: Source, batch: _Batch, retry: bool) -> tuple[bool, str | None]:
    """Bring one file into the batch: whether it had to be described, and why it failed."""
    path = str(source.path.resolve())
    try:
        design_id = content_id(source.path)
    except OSError as problem:
        reason = f"It cannot be read: {problem.strerror or problem}."
        batch.fail(failure(path, "", reason))
        return False, reason
    known = batch.known_failures.get(path)
    if known is not None and known.content_id == design_id and not retry:
        return False, known.reason
    stored = _stored(batch, design_id)
    if stored is not None and not _lacks_parts(stored):
        _relabel(source, batch, stored)
        return False, None
    try:
        record = batch.reading.describe(source.path)
    except DesignError as problem:
        batch.fail(failure(path, design_id, str(problem)))
        return True, str(problem)
    if stored is None:
        batch.put(_labelled(record, source, path))
    else:
        _relabel(source, batch, stored, replace(stored, bodies=record.bodies or ()))
    return True, None


def _stored(batch: _Batch, design_id: str) -> Record | None:
    """The record of a design that is known; None for a new one."""
    if not batch.knows(design_id):
        return None
    if design_id not in batch.library:
        batch.write()
    return batch.library.get(design_id)


def _lacks_parts(record: Record) -> bool:
    """Whether it is an assembly that was described before parts were looked for."""
    parts = next((each.value for each in record.measurements if each.quantity == "part_count"), 1)
    return record.bodies is None and parts > 1


def _relabel(
    source: Source, batch: _Batch, stored: Record, described: Record | None = None
) -> None:
    """Bring a known design's words and path up to date, and what was described anew."""
    design_id = stored.design_id
    is_moved = not Path(stored.path).is_file()
    path = str(source.path.resolve())
    relabelled = _labelled(described or stored, source, path if is_moved else stored.path)
    if relabelled is stored:
        batch.take_path(path, design_id)
        batch.counts["unchanged"] += 1
    else:
        batch.put(relabelled)


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
