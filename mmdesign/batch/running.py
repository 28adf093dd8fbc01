"""The pipeline: files -> reader -> engine -> judge -> journal, each stage at its own pace."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from mmdesign.batch.cache import SightCache, sight_key
from mmdesign.batch.clock import Clock
from mmdesign.batch.eyes import Engine, Job, Jobs
from mmdesign.batch.journal import Journal
from mmdesign.batch.rows import BatchRow, failure, row_of
from mmdesign.domain import Fit, Progress, Verdict
from mmdesign.errors import CancelledError
from mmdesign.library import content_id
from mmdesign.review import Sight

Judge: TypeAlias = Callable[[Sight], tuple[tuple[Verdict, ...], Fit]]


@dataclass(frozen=True, slots=True)
class Task:
    """What a batch is about."""

    files: Sequence[Path]
    judge: Judge
    units: str | None = None
    """Unit of files that declare none."""
    conditions: tuple[object, ...] = ()
    """What a sight depends on beside the file: model, size of the views, renderer."""


@dataclass(slots=True)
class Watch:
    """Who is told, and who may stop it."""

    progress: Callable[[Progress], None] | None = None
    cancelled: Callable[[], bool] = lambda: False


def run(
    task: Task,
    engine: Engine,
    journal: Journal,
    cache: SightCache | None = None,
    watch: Watch | None = None,
) -> None:
    """Review all files of a task; the rows are in the journal afterwards.

    A file that cannot be reviewed is a row with its reason; what concerns every file alike, such
    as a model that is not there, ends the batch. Rows that the journal has already are kept.

    Args:
        task: Files and the brief's judge.
        engine: Who sees files that nobody has seen.
        journal: Where rows are kept, and what a resumed batch goes on from.
        cache: What was seen before, under any brief; None sees everything anew.
        watch: Told a few times a second; asked whether to stop.

    Raises:
        CancelledError: If cancelled; with the same journal the next run goes on from there.
    """
    watch = watch or Watch()
    clock = Clock(len(task.files), watch.progress, engine.loads)
    desk = _Desk(task, journal, cache, clock)
    journal.drop_from(len(task.files))
    try:
        for seen in engine.see(desk.jobs()):
            if seen is not None:
                desk.finish(*seen)
            if watch.cancelled():
                message = "The batch was stopped; run it again to go on from here."
                raise CancelledError(message)
    finally:
        journal.flush()
    clock.finish()


class _Desk:
    """Where files come in and rows go out; both in the thread that drives the engine."""

    def __init__(
        self, task: Task, journal: Journal, cache: SightCache | None, clock: Clock
    ) -> None:
        self._task = task
        self._journal = journal
        self._cache = cache
        self._clock = clock

    def jobs(self) -> Jobs:
        """Files that must be seen; None for each that is done, failed or known already."""
        for position, path in enumerate(self._task.files):
            begun = time.monotonic()
            try:
                content = content_id(path)
            except OSError as problem:
                reason = f"{path.name} cannot be read: {problem.strerror or problem}."
                self._write(Job(position, path, ""), failure(path, reason))
                yield None
                continue
            job = Job(position, path, content, self._task.units)
            is_done = self._journal.has(position, path, content)
            sight = None if is_done or self._cache is None else self._cache.find(self._key(job))
            self._clock.reading(time.monotonic() - begun)
            if is_done:
                self._clock.resumed()
            elif sight is not None:
                self._judge(job, sight, from_cache=True)
            else:
                yield job
                continue
            yield None

    def finish(self, job: Job, seen: Sight | str) -> None:
        """Judge what was seen, or note why it could not be."""
        if isinstance(seen, str):
            self._write(job, failure(job.path, seen))
            return
        if self._cache is not None:
            self._cache.keep(self._key(job), seen)
        self._judge(job, seen)

    def _judge(self, job: Job, sight: Sight, *, from_cache: bool = False) -> None:
        begun = time.monotonic()
        verdicts, fit = self._task.judge(replace(sight, name=job.path.stem))
        row = row_of(job.path, job.content, verdicts, fit)
        self._write(job, row, sight.thumbnail, from_cache=from_cache)
        self._clock.judging(time.monotonic() - begun)

    def _write(
        self, job: Job, row: BatchRow, thumbnail: bytes = b"", *, from_cache: bool = False
    ) -> None:
        self._journal.keep(job.position, job.content, row, thumbnail)
        self._clock.done(row.name, failed=row.error is not None, from_cache=from_cache)

    def _key(self, job: Job) -> bytes:
        return sight_key(job.content, job.path.suffix, job.units, *self._task.conditions)
