"""The parent's side: keep warm workers, hand them requests, survive their deaths."""

import contextlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mmdesign import errors
from mmdesign.closing import Closing
from mmdesign.errors import CancelledError, DesignError, ReaderFailedError
from mmdesign.sandbox.transfer import ARRAYS_FILE, Reading, read_arrays
from mmdesign.sandbox.worker import (
    Worker,
    WorkerCancelledError,
    WorkerDeadError,
    WorkerTimeoutError,
)

# a worker is replaced after this many requests: parsers leak, and address space is limited
REQUESTS_PER_WORKER = 100
FORWARDED_ERRORS = {
    name: getattr(errors, name)
    for name in ("DesignError", "UnsupportedFormatError", "EmptyGeometryError", "ReaderFailedError")
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost."""

    memory_mb: int = 4096
    cpu_s: int = 60
    wall_s: int = 60
    file_mb: int = 1024
    """Largest file that the child may write, its result included."""
    open_files: int = 128


class Sandbox(Closing):
    """A few warm child processes that read one file each at a time.

    A worker that died, hung or ran out of memory is replaced; the others go on. May be used
    from several threads; `close` stops running reads, which then raise CancelledError.
    """

    def __init__(self, reader: str, limits: Limits, workers: int = 2) -> None:
        """Take the reader as 'module:function'; processes start when they are needed."""
        self.limits = limits
        self._reader = reader
        self._free = threading.BoundedSemaphore(workers)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._closed = False

    def close(self) -> None:
        """Stop every worker, busy ones too, and remove their folders."""
        with self._lock:
            self._closed = True
            workers = [*self._idle, *self._busy]
            self._idle.clear()
        for worker in workers:
            worker.kill()

    def run(
        self,
        request: Mapping[str, Any],
        *,
        file_name: str,
        advice: str = "simplify it and try again",
        cancel: threading.Event | None = None,
    ) -> Reading:
        """Read one file, or a few small ones, in a child process.

        Args:
            request: JSON object for the reader.
            file_name: How messages call what is read; never its whole path.
            advice: What the user can do when the file is too much, as half a sentence.
            cancel: Set from another thread to stop the work.

        Raises:
            DesignError: As raised by the reader.
            ReaderFailedError: If the reader crashed, hung, or wanted too much memory.
            CancelledError: If `cancel` was set or the sandbox was closed.
        """
        with self._turn(cancel), self._worker(file_name) as worker:
            try:
                reply = worker.ask(request, self.limits.wall_s, cancel)
                return self._reading(worker, reply, file_name, advice)
            except WorkerCancelledError:
                message = f"Reading {file_name} was stopped."
                raise CancelledError(message) from None
            except WorkerTimeoutError:
                message = (
                    f"{file_name} took longer than {self.limits.wall_s} s to read "
                    f"and was stopped; {advice}."
                )
                raise ReaderFailedError(message) from None
            except WorkerDeadError as death:
                raise self._explain(death, file_name, advice) from None

    @contextlib.contextmanager
    def _turn(self, cancel: threading.Event | None) -> Iterator[None]:
        """Wait for a free place, watching `cancel`."""
        while not self._free.acquire(timeout=0.1):
            if cancel is not None and cancel.is_set():
                message = "The reading was stopped before it began."
                raise CancelledError(message)
        try:
            yield
        finally:
            self._free.release()

    @contextlib.contextmanager
    def _worker(self, file_name: str) -> Iterator[Worker]:
        """Lend a warm worker; only one that is known to be sound comes back to the pool."""
        worker = self._take(file_name)
        sound = False
        try:
            yield worker
            sound = True
        except ReaderFailedError:
            raise
        except DesignError:
            sound = True  # an orderly refusal
            raise
        finally:
            self._give_back(worker, sound=sound)

    def _take(self, file_name: str) -> Worker:
        with self._lock:
            if self._closed:
                message = f"Reading {file_name} was stopped: the reader is closed."
                raise CancelledError(message)
            worker = self._idle.pop() if self._idle else Worker(self._reader, self.limits)
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker, *, sound: bool) -> None:
        keep = sound and worker.served < REQUESTS_PER_WORKER and worker.clean_folder()
        with self._lock:
            self._busy.discard(worker)
            keep = keep and not self._closed
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.kill()

    def _reading(
        self, worker: Worker, reply: Mapping[str, Any], file_name: str, advice: str
    ) -> Reading:
        """Turn a reply into a reading or into the error that it tells of."""
        kind = reply.get("error")
        message = str(reply.get("message", kind))
        if kind == "MemoryError":
            message = (
                f"{file_name} needs more than {self.limits.memory_mb} MB of memory to read; "
                f"{advice}."
            )
            raise ReaderFailedError(message)
        if kind in FORWARDED_ERRORS:
            raise FORWARDED_ERRORS[kind](message)
        if kind is not None:
            message = (
                f"{file_name} is damaged or does not follow its format ({message}); "
                "export it again."
            )
            raise DesignError(message)
        try:
            arrays = read_arrays(worker.folder / ARRAYS_FILE, reply["arrays"])
            return Reading(arrays, dict(reply["facts"]))
        except (KeyError, TypeError, ValueError, OSError):
            message = f"{file_name} made its reader answer nonsense; export it again."
            raise ReaderFailedError(message) from None

    def _explain(
        self, death: WorkerDeadError, file_name: str, advice: str
    ) -> ReaderFailedError | CancelledError:
        if self._closed:
            return CancelledError(f"Reading {file_name} was stopped.")
        if not death.started:
            return ReaderFailedError(
                f"{file_name} was not read because the reader could not start "
                f"({death.reason}); reinstall the requirements of mmdesign."
            )
        if death.out_of_cpu_time:
            return ReaderFailedError(
                f"{file_name} took more than {self.limits.cpu_s} s of computing to read "
                f"and was stopped; {advice}."
            )
        return ReaderFailedError(
            f"{file_name} crashed its reader ({death.reason}): the file is damaged or too "
            f"complex; {advice}."
        )
