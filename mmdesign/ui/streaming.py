"""Work that reports by callback, turned into a stream that a page can follow and stop."""

import queue
import threading
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from mmdesign.domain import Progress

Result = TypeVar("Result")
OnProgress = Callable[[Progress], None]
Cancelled = Callable[[], bool]


class Stream(Generic[Result]):
    """Iterate over the progress of `work`; afterwards `result` holds what it returned.

    Leaving the iteration early, as a cancelled event does, tells the work to stop at its next step.
    """

    def __init__(self, work: Callable[[OnProgress, Cancelled], Result]) -> None:
        self._work = work
        self._steps: queue.Queue[Progress | None] = queue.Queue()
        self._stop = threading.Event()
        self._problem: BaseException | None = None
        self._result: list[Result] = []

    def __iter__(self) -> Iterator[Progress]:
        worker = threading.Thread(target=self._run, daemon=True)
        worker.start()
        try:
            while (step := self._steps.get()) is not None:
                yield step
        finally:
            self._stop.set()
        if self._problem is not None:
            raise self._problem

    @property
    def result(self) -> Result:
        """What the work returned; only after the iteration came to its end."""
        return self._result[0]

    def _run(self) -> None:
        try:
            self._result.append(self._work(self._steps.put, self._stop.is_set))
        except BaseException as problem:  # noqa: BLE001 - raised again by the reader, in its thread
            self._problem = problem
        finally:
            self._steps.put(None)
