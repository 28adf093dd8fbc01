"""How far a review has come, and where its time went."""

import time

from mmdesign.domain import Progress

STAGES = {
    "reading": 0.15,
    "rendering": 0.4,
    "measuring": 0.15,
    "looking": 0.15,
    "judging": 0.05,
    "searching": 0.1,
}
"""Stages of a review with their usual share of its time."""


class Clock:
    """Turns stages into progress with the time that remains, and keeps each stage's seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._start = self._last = time.perf_counter()
        self._stage: str | None = None

    def enter(self, stage: str) -> Progress:
        """Begin a stage; the one before it ends."""
        self.leave()
        self._stage = stage
        names = list(STAGES)
        done = sum(STAGES[name] for name in names[: names.index(stage)])
        elapsed = self._last - self._start
        return Progress(stage, done, elapsed * (1 - done) / done if done else None)

    def leave(self) -> None:
        """End the current stage."""
        now = time.perf_counter()
        if self._stage is not None:
            self.seconds[self._stage] = now - self._last
        self._last = now
