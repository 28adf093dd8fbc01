"""One child process with its private folder."""

import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Protocol

from mmdesign.sandbox.transfer import REPLY_LIMIT_BYTES

START_WALL_S = 60
BOOTSTRAP = (
    "import json, sys; start = json.loads(sys.argv[1]); sys.path[:] = start['path']; "
    "from mmdesign.sandbox.child import serve; serve(start)"
)
# BLAS and OCCT start a thread per core; one file gets one thread, and little address space is lost
THREAD_LIMITS = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "MALLOC_ARENA_MAX"), "1"
)
# what a process needs to start at all; tokens and passwords of the parent stay outside
KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")


class WorkerTimeoutError(Exception):
    """The worker did not answer in time."""


class WorkerCancelledError(Exception):
    """The caller does not want the answer any more."""


class WorkerDeadError(Exception):
    """The worker ended instead of answering."""

    def __init__(self, reason: str, *, started: bool, out_of_cpu_time: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.started = started
        self.out_of_cpu_time = out_of_cpu_time


class WorkerLimits(Protocol):
    """The limits that the child puts on itself when it starts."""

    @property
    def memory_mb(self) -> int: ...  # noqa: D102
    @property
    def cpu_s(self) -> int: ...  # noqa: D102
    @property
    def file_mb(self) -> int: ...  # noqa: D102
    @property
    def open_files(self) -> int: ...  # noqa: D102


class Worker:
    """A child that reads one file after the other; whoever holds it is its only user."""

    def __init__(self, reader: str, limits: WorkerLimits) -> None:
        """Start the process; it is ready some tenths of a second later."""
        self.folder = Path(tempfile.mkdtemp(prefix="mmdesign-reader-"))
        self.served = 0
        self._ready = False
        self._errors = self.folder / "start-errors.txt"
        start = {
            "reader": reader,
            "path": _import_path(),
            "memory_mb": limits.memory_mb,
            "cpu_s": limits.cpu_s,
            "file_mb": limits.file_mb,
            "open_files": limits.open_files,
        }
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", BOOTSTRAP, json.dumps(start)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=self.folder,
                env=_clean_environment(self.folder),
                start_new_session=True,  # Ctrl-C is the parent's business
            )
        self._replies: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(
            target=_pump, args=(self._process.stdout, self._replies), daemon=True
        ).start()
        self._finalizer = weakref.finalize(self, _destroy, self._process, self.folder)

    def ask(
        self, request: Mapping[str, Any], wall_s: float, cancel: threading.Event | None
    ) -> dict[str, Any]:
        """Send one request and wait for its answer.

        Raises:
            WorkerTimeoutError, WorkerCancelledError, WorkerDeadError: The worker is of no
                further use then.
        """
        if not self._ready:
            self._next_reply(START_WALL_S, cancel)
            self._ready = True
        self.served += 1
        stdin = self._process.stdin
        with contextlib.suppress(OSError, ValueError):  # a dead worker is noticed on reading
            if stdin is not None:
                stdin.write(json.dumps(request).encode() + b"\n")
                stdin.flush()
        return self._next_reply(wall_s, cancel)

    def clean_folder(self) -> bool:
        """Remove what the last request left behind; False if that cannot be done."""
        try:
            for entry in self.folder.iterdir():
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink()
        except OSError:
            return False
        return True

    def kill(self) -> None:
        """End the process at once and remove its folder; a second call does nothing."""
        self._finalizer()

    def _next_reply(self, wall_s: float, cancel: threading.Event | None) -> dict[str, Any]:
        deadline = time.monotonic() + wall_s
        while True:
            remaining_s = deadline - time.monotonic()
            if cancel is not None and cancel.is_set():
                raise WorkerCancelledError
            if remaining_s <= 0:
                raise WorkerTimeoutError
            with contextlib.suppress(queue.Empty):
                return self._parsed(self._replies.get(timeout=min(0.1, remaining_s)))

    def _parsed(self, line: bytes) -> dict[str, Any]:
        if not line:
            raise self._death()
        try:
            reply = json.loads(line)
        except (ValueError, RecursionError):
            reply = None
        if not isinstance(reply, dict):
            message = "an answer that is no answer"
            raise WorkerDeadError(message, started=self._ready)
        return reply

    def _death(self) -> WorkerDeadError:
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return WorkerDeadError("it closed its pipe", started=self._ready)
        if not self._ready:
            return WorkerDeadError(self._start_error(), started=False)
        if code < 0:
            out_of_cpu_time = -code == getattr(signal, "SIGXCPU", None)
            return WorkerDeadError(f"signal {-code}", started=True, out_of_cpu_time=out_of_cpu_time)
        return WorkerDeadError(f"exit code {code}", started=True)

    def _start_error(self) -> str:
        try:
            lines = self._errors.read_text(errors="replace").split("\n")
        except OSError:
            lines = []
        return next((line.strip() for line in reversed(lines) if line.strip()), "no reason given")


def _pump(stream: IO[bytes], replies: "queue.SimpleQueue[bytes]") -> None:
    """Pass lines on until the pipe ends; an empty line says that it did."""
    with contextlib.suppress(OSError, ValueError):
        while line := stream.readline(REPLY_LIMIT_BYTES + 1):
            replies.put(line)
    replies.put(b"")


def _destroy(process: subprocess.Popen[bytes], folder: Path) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            if stream is not None:
                stream.close()
    shutil.rmtree(folder, ignore_errors=True)


def _clean_environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME"), str(folder))
    return {**kept, **places, **THREAD_LIMITS}


def _import_path() -> list[str]:
    """Where the parent finds its modules, without the current folder and other relative ones."""
    home = str(Path(__file__).resolve().parents[2])
    return [home, *(entry for entry in sys.path if Path(entry).is_absolute() and entry != home)]
