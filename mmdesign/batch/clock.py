"""How far a batch has come, how fast it goes, and which of its stages is busy."""

import time
from collections.abc import Callable, Mapping

from mmdesign.domain import Progress

EVERY_S = 0.2


class Clock:
    """Tells progress a few times a second; rows that were done before do not count as speed."""

    def __init__(
        self,
        total: int,
        tell: Callable[[Progress], None] | None,
        loads: Callable[[], Mapping[str, float]],
    ) -> None:
        self._total = total
        self._tell = tell
        self._loads = loads
        self._done = self._resumed = self._failed = self._from_cache = 0
        self._judging_s = self._reading_s = 0.0
        self._started_at = self._told_at = time.monotonic()

    def resumed(self) -> None:
        """Count a row that an earlier run has done."""
        self._done += 1
        self._resumed += 1
        self._say(None)

    def done(self, name: str, *, failed: bool, from_cache: bool) -> None:
        """Count a finished row."""
        self._done += 1
        self._failed += failed
        self._from_cache += from_cache
        self._say(name)

    def reading(self, seconds: float) -> None:
        """Add time in which files were hashed and looked up."""
        self._reading_s += seconds

    def judging(self, seconds: float) -> None:
        """Add time in which a design was judged and its row written."""
        self._judging_s += seconds

    def finish(self) -> None:
        """Say the end, whenever the last word was."""
        self._told_at = 0.0
        self._say(None)

    def _say(self, name: str | None) -> None:
        now = time.monotonic()
        if self._tell is None or now - self._told_at < EVERY_S:
            return
        self._told_at = now
        elapsed_s = max(now - self._started_at, 1e-9)
        fresh = self._done - self._resumed
        left = self._total - self._done
        loads = {
            "reading": min(self._reading_s / elapsed_s, 1.0),
            **self._loads(),
            "judging": min(self._judging_s / elapsed_s, 1.0),
        }
        detail = {
            "file": name,
            "files_done": self._done,
            "files_total": self._total,
            "files_failed": self._failed,
            "files_resumed": self._resumed,
            "files_from_cache": self._from_cache,
            "files_per_hour": 3600 * fresh / elapsed_s if fresh else None,
            "loads": loads,
        }
        share = self._done / self._total if self._total else 1.0
        self._tell(Progress("batch", share, elapsed_s / fresh * left if fresh else None, detail))
