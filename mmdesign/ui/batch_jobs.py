"""Batches in the background: they go on when their page is closed, and can be come back to."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from mmdesign.batch import (
    Journal,
    Scoring,
    Watch,
    available_cores,
    open_journal,
    result_rows,
    score,
    write_results,
)
from mmdesign.domain import Progress
from mmdesign.errors import CancelledError, MMDesignError
from mmdesign.reporting import Cell
from mmdesign.ui.workplace import private_folder

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

KEPT = 16
FORMATS = ("csv", "xlsx", "parquet", "jsonl", "html")
State: TypeAlias = Literal["waiting", "running", "done", "stopped", "failed"]


@dataclass(slots=True)
class Job:
    """One batch and how far it is. Whoever knows its id may see it and stop it."""

    id: str
    scoring: Scoring
    journal: Journal
    folder: Path
    state: State = "waiting"
    progress: Progress = field(default_factory=lambda: Progress("waiting", 0.0))
    problem: str | None = None
    """Why it ended early, in words for the user."""
    outputs: dict[str, Path] = field(default_factory=dict)
    """Finished files by format."""
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "stopped", "failed")


class Jobs:
    """All batches of this app; one runs at a time, the others wait their turn."""

    def __init__(self, reviewer: "Reviewer") -> None:
        self._reviewer = reviewer
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._turn = threading.Lock()

    def start(self, files: list[Path], brief: str, units: str | None) -> Job:
        """Begin a batch in the background.

        Raises:
            MMDesignError: If the brief holds nothing to check.
        """
        job = self._opened(files, brief, units)
        with self._lock:
            self._jobs[job.id] = job
            self._forget_oldest()
        threading.Thread(target=self._run, args=[job], daemon=True, name="batch").start()
        return job

    def rows(self, files: list[Path], brief: str, units: str | None) -> list[Mapping[str, Cell]]:
        """Review files at once and return the ranked rows, without the server's own paths.

        Raises:
            MMDesignError: If the brief holds nothing to check.
        """
        job = self._opened(files, brief, units)
        with self._turn:
            score(self._reviewer, job.scoring, job.journal)
        rows: list[Mapping[str, Cell]] = list(result_rows(job.journal, with_paths=False))
        job.journal.remove()
        return rows

    def get(self, job_id: str | None) -> Job | None:
        """The batch with this id; None when there is none, or no longer."""
        with self._lock:
            return self._jobs.get(job_id or "")

    def _opened(self, files: list[Path], brief: str, units: str | None) -> Job:
        self._reviewer.judge_of(brief)  # a bad brief should be told at once
        settings = self._reviewer.settings
        scoring = Scoring(files, brief, settings.cache, cores=_cores(), units=units)
        folder = private_folder()
        journal = open_journal(folder / "batch.journal", self._reviewer, scoring)
        return Job(secrets.token_urlsafe(18), scoring, journal, folder)

    def _forget_oldest(self) -> None:
        over = [job for job in self._jobs.values() if job.is_over]
        for job in over[: max(0, len(self._jobs) - KEPT)]:
            del self._jobs[job.id]
            job.journal.remove()

    def _run(self, job: Job) -> None:
        def tell(progress: Progress) -> None:
            job.progress = progress

        with self._turn:
            try:
                if not job.stop.is_set():
                    job.state = "running"
                    watch = Watch(tell, job.stop.is_set)
                    score(self._reviewer, job.scoring, job.journal, watch)
                self._write(job)
                job.state = "stopped" if job.stop.is_set() else "done"
            except CancelledError:
                self._write(job)
                job.state = "stopped"
            except MMDesignError as problem:
                job.problem = str(problem)
                job.state = "failed"

    def _write(self, job: Job) -> None:
        """Write what is done in all formats, also after a stop."""
        if not len(job.journal):
            return
        for suffix in FORMATS:
            path = job.folder / f"batch.{suffix}"
            write_results(job.journal, path, job.scoring.brief, with_paths=False)
            job.outputs[suffix] = path


def _cores() -> int:
    """All but one where there are many: the page has to stay quick."""
    cores = available_cores()
    return cores - 1 if cores > 2 else cores
