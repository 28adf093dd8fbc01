"""A worker process: reads, renders and measures one file after the other, on one core."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeAlias

from mmdesign.batch.eyes import Job, Shown, show
from mmdesign.errors import DesignError, MMDesignError
from mmdesign.loading import Loader
from mmdesign.settings import Settings

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
END_WALL_S = 5.0
READY = "ready"
Answer: TypeAlias = Shown | str
"""What a file shows, or why it cannot be read."""
_STARTING = threading.Lock()


class Worker:
    """The parent's side of one process; whoever made it is its only user."""

    def __init__(self, settings: Settings) -> None:
        """Start the process; it says READY a second or two later."""
        self.job: Job | None = None
        self.is_ready = False
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, settings), daemon=True, name="mmdesign-render"
        )
        with _one_thread():
            self._process.start()
        # With our copy closed, the child notices our death, and we notice its.
        theirs.close()

    def give(self, job: Job) -> None:
        """Send one file to be shown."""
        self.job = job
        self.connection.send(job)

    def take(self) -> Answer:
        """Receive the answer to the last file.

        Raises:
            EOFError, OSError: If the process is no more.
        """
        answer: Answer = self.connection.recv()
        if answer != READY:
            self.job = None
        return answer

    def end(self) -> None:
        """Stop the process, even at work, and make it end when it does not by itself."""
        self.connection.close()
        if self.job is not None:
            self._process.terminate()
        self._process.join(END_WALL_S)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def serve(connection: Connection, settings: Settings) -> None:
    """Answer jobs until the parent closes its end. The child's side."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that the reader tidies its folder
    with Loader(settings) as loader:
        try:
            connection.send(READY)
            while True:
                connection.send(_answer(loader, connection.recv(), settings))
        except (EOFError, OSError):
            return


def reason_of(problem: MMDesignError | OSError, job: Job) -> str:
    """Say in one sentence why a file could not be seen."""
    if isinstance(problem, OSError):
        return f"{job.path.name} cannot be read: {problem.strerror or problem}."
    return str(problem)


def _answer(loader: Loader, job: Job, settings: Settings) -> Answer:
    try:
        return show(loader, job, settings)
    except (DesignError, OSError) as problem:
        return reason_of(problem, job)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let a child be born with numpy's threads limited: it reads these when it is imported."""
    with _STARTING:
        before = {name: os.environ.get(name) for name in ONE_THREAD}
        os.environ.update(ONE_THREAD)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
