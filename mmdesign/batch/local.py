"""The engine of one machine: worker processes render, threads of this one look, no core idles.

Each core does one thing at a time: either a worker is at a file, or a thread with one torch thread
is in a forward pass. Pictures that wait go first, so that the queue between both stays short.
Ready-made pictures go to a worker several at a time: their way there and back takes longer than
decoding one.
"""

import math
import os
import time
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from multiprocessing import Pipe
from multiprocessing.connection import wait
from pathlib import Path
from threading import Lock
from typing import TypeAlias

from mmdesign.batch.eyes import Answer, Job, Jobs, Shown, Sightings, look, pictures_at_once
from mmdesign.batch.worker import READY, Worker
from mmdesign.closing import Closing
from mmdesign.encoding import Encoder
from mmdesign.errors import MMDesignError
from mmdesign.review import Sight
from mmdesign.settings import Settings

TRIES = 2
WAIT_S = 0.2
GPU_DESIGNS = 64
"""Designs that are looked at together on a GPU, at most."""
PICTURES_PER_VISIT = 24
"""Ready-made pictures that a worker reads at once, at most."""
VISIT_BYTES = 4 * 2**20
"""Size of their files together, at most: large ones are read alone."""
PASSES_WAITING = 2
"""Workers pause while pictures for this many passes per core wait to be looked at."""
JOB_WALL_FACTOR = 10
"""A worker may take this many times the reader's limit for one file before it is replaced."""
Seen: TypeAlias = tuple[Job, Sight | str]


class LocalEngine(Closing):
    """Sees files with the cores of this machine. Use it as a context manager."""

    def __init__(self, settings: Settings, encoder: Encoder, cores: int | None = None) -> None:
        """Prepare; processes start with the first file.

        Args:
            settings: For the readers and the renderer.
            encoder: The model.
            cores: How many to keep busy; None for all that this process may use.
        """
        self._settings = settings
        self._encoder = encoder
        self._cores = cores or available_cores()
        # Loads torch, which takes seconds: not when this module is imported.
        self._hardware = import_module("mmdesign.encoding.hardware")
        self._is_gpu: bool = self._hardware.on_gpu(settings.device)
        self._at_once = pictures_at_once(self._is_gpu)
        self._workers: list[Worker] = []
        self._since: dict[Worker, float] = {}
        self._upcoming: deque[Job] = deque()
        self._waiting: deque[tuple[Job, Shown]] = deque()
        self._passes: dict[Future[list[Sight]], list[Job]] = {}
        self._failed: deque[Seen] = deque()
        self._tries: Counter[int] = Counter()
        self._suspects: set[int] = set()
        """Positions of files that were at a worker together when it died; tried alone then."""
        self._bell, self._ringer = Pipe(duplex=False)
        self._ringing = Lock()
        self._threads: ThreadPoolExecutor | None = None
        self._threads_before = 1
        self._busy_s = {"rendering": 0.0, "looking": 0.0}
        self._started_at = time.monotonic()

    def close(self) -> None:
        """End the workers and wait for the forward passes that run."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
            self._hardware.limit_threads(self._threads_before)
            self._threads = None
        self._bell.close()
        self._ringer.close()

    def see(self, jobs: Jobs) -> Sightings:
        """See all files; see Engine."""
        is_open = True
        while True:
            self._start_passes(drain=not is_open and not self._upcoming)
            self._start_workers()
            if is_open and self._has_room():
                is_open = self._pull(jobs)
            if not (is_open or self._upcoming or self._waiting or self._passes or self._at_work()):
                return
            done = list(self._collected(0.0 if is_open and self._has_room() else WAIT_S))
            yield from done
            if not done:
                yield None

    def loads(self) -> dict[str, float]:
        """Share of the time that each stage has been busy."""
        elapsed_s = max(time.monotonic() - self._started_at, 1e-9)
        return {
            stage: min(busy_s / elapsed_s / (1 if stage == "looking" else self._cores), 1.0)
            for stage, busy_s in self._busy_s.items()
        }

    def _at_work(self) -> list[Worker]:
        return [worker for worker in self._workers if worker.jobs]

    def _free_cores(self) -> int:
        return self._cores - len(self._at_work()) - (0 if self._is_gpu else len(self._passes))

    def _pictures_waiting(self) -> int:
        return sum(len(shown.pictures) for _, shown in self._waiting)

    def _has_room(self) -> bool:
        is_pictures = bool(self._upcoming) and self._upcoming[-1].is_picture
        return len(self._upcoming) < self._cores * (PICTURES_PER_VISIT if is_pictures else 1)

    def _pull(self, jobs: Jobs) -> bool:
        """Take one more file in, or several pictures; False when there is none left."""
        while self._has_room():
            try:
                job = next(jobs)
            except StopIteration:
                return False
            if job is None:
                break
            self._upcoming.append(job)
        return True

    def _start_passes(self, drain: bool) -> None:
        """Look at what waits: enough for one pass, or the rest once nothing else will come."""
        while self._waiting and (self._free_cores() > 0 or self._is_gpu):
            is_too_few = self._pictures_waiting() < self._at_once
            is_last = drain and not self._at_work()
            if (is_too_few and not is_last) or (self._is_gpu and self._passes):
                return
            self._start_pass()

    def _start_pass(self) -> None:
        taken: list[tuple[Job, Shown]] = []
        pictures = 0
        most = GPU_DESIGNS if self._is_gpu else len(self._waiting)
        while self._waiting and len(taken) < most and (self._is_gpu or pictures < self._at_once):
            taken.append(self._waiting.popleft())
            pictures += len(taken[-1][1].pictures)
        if self._threads is None:
            self._threads_before = self._hardware.limit_threads(1)
            self._threads = ThreadPoolExecutor(self._cores, thread_name_prefix="batch-look")
        future = self._threads.submit(self._look, [shown for _, shown in taken])
        self._passes[future] = [job for job, _ in taken]
        future.add_done_callback(self._ring)

    def _look(self, shown: list[Shown]) -> list[Sight]:
        begun = time.monotonic()
        sights = look(self._encoder, shown, self._at_once)
        with self._ringing:
            self._busy_s["looking"] += time.monotonic() - begun
        return sights

    def _ring(self, done: Future[list[Sight]]) -> None:
        del done
        with self._ringing:
            if not self._ringer.closed:
                self._ringer.send_bytes(b"!")

    def _start_workers(self) -> None:
        """Give files to workers, while there are cores and the pictures are looked at in time."""
        most = PASSES_WAITING * self._cores * self._at_once
        while self._upcoming and self._free_cores() > 0 and self._pictures_waiting() < most:
            idle = next((w for w in self._workers if not w.jobs and w.is_ready), None)
            if idle is None:
                starting = sum(not worker.is_ready for worker in self._workers)
                if len(self._workers) < self._cores and starting < len(self._upcoming):
                    self._workers.append(Worker(self._settings))
                return
            self._since[idle] = time.monotonic()
            idle.give(self._next_visit())

    def _next_visit(self) -> list[Job]:
        """The next file, or as many small pictures as go together; every core gets its share."""
        share = math.ceil(len(self._upcoming) / self._cores)
        jobs: list[Job] = []
        size = 0
        while self._upcoming and len(jobs) < min(share, PICTURES_PER_VISIT):
            job = self._upcoming[0]
            goes_along = job.is_picture and job.position not in self._suspects
            size += _size(job.path) if goes_along else VISIT_BYTES + 1
            if jobs and size > VISIT_BYTES:
                break
            jobs.append(self._upcoming.popleft())
        return jobs

    def _collected(self, wait_s: float) -> Iterator[Seen]:
        """What has been seen; waits for a moment when nothing has."""
        ready = wait([self._bell, *(worker.connection for worker in self._workers)], wait_s)
        if self._bell in ready:
            self._bell.recv_bytes()
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            self._answer(worker)
        self._end_the_stuck()
        while self._failed:
            yield self._failed.popleft()
        for future in [future for future in self._passes if future.done()]:
            yield from zip(self._passes.pop(future), future.result(), strict=True)

    def _answer(self, worker: Worker) -> None:
        jobs = worker.jobs
        try:
            reply = worker.take()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(reply, str):
            worker.is_ready = reply == READY
            return
        self._busy_s["rendering"] += time.monotonic() - self._since.pop(worker)
        for job, answer in zip(jobs, reply, strict=True):
            self._sort_out(job, answer)

    def _sort_out(self, job: Job, answer: Answer) -> None:
        if isinstance(answer, str):
            self._failed.append((job, answer))
        else:
            self._waiting.append((job, answer))

    def _bury(self, worker: Worker) -> None:
        """Replace a worker that died; its file gets one more try, as it may have been innocent.

        Pictures that were there together are tried alone from then on.
        """
        self._workers.remove(worker)
        self._since.pop(worker, None)
        worker.end()
        if not worker.jobs:
            if not worker.is_ready:
                message = "A render process could not start; reinstall the requirements."
                raise MMDesignError(message)
            return
        if len(worker.jobs) > 1:
            self._suspects.update(job.position for job in worker.jobs)
            self._upcoming.extendleft(reversed(worker.jobs))
            return
        (job,) = worker.jobs
        self._tries[job.position] += 1
        if self._tries[job.position] < TRIES:
            self._upcoming.appendleft(job)
            return
        reason = f"{job.path.name} ended its render process {TRIES} times; simplify the file."
        self._failed.append((job, reason))

    def _end_the_stuck(self) -> None:
        limit_s = JOB_WALL_FACTOR * self._settings.reader_wall_s
        for worker, since in list(self._since.items()):
            if time.monotonic() - since > limit_s:
                self._bury(worker)


def _size(path: Path) -> int:
    """Bytes of a file; 0 when it is not there, which its reader will say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def available_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
