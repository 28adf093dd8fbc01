"""A worker process: reads, renders and measures files, one after the other, on one core."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeAlias

from mmdesign.batch.eyes import Answer, Job, show_all
from mmdesign.loading import Loader
from mmdesign.settings import Settings

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
END_WALL_S = 5.0
READY = "ready"
Reply: TypeAlias = str | list[Answer]
"""READY once, then an answer to each file of a request."""
_STARTING = threading.Lock()


class Worker:
    """The parent's side of one process; whoever made it is its only user."""

    def __init__(self, settings: Settings) -> None:
        """Start the process; it says READY a second or two later."""
        self.jobs: tuple[Job, ...] = ()
        """What it is at; empty when it is idle."""
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

    def give(self, jobs: Sequence[Job]) -> None:
        """Send one file, or several pictures, to be shown."""
        self.jobs = tuple(jobs)
        self.connection.send(self.jobs)

    def take(self) -> Reply:
        """Receive READY, or the answers to the last files.

        Raises:
            EOFError, OSError: If the process is no more.
        """
        reply: Reply = self.connection.recv()
        if reply != READY:
            self.jobs = ()
        return reply

    def end(self) -> None:
        """Stop the process, even at work, and make it end when it does not by itself."""
        self.connection.close()
        if self.jobs:
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
                connection.send(show_all(loader, connection.recv(), settings))
        except (EOFError, OSError):
            return


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
