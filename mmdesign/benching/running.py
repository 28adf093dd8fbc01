"""What benchmarks run: a reviewer with a folder of its own, and batches in it."""

import resource
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mmdesign.batch import Engine, Journal, SightCache, Task, run
from mmdesign.closing import Closing
from mmdesign.review import Reviewer
from mmdesign.settings import Settings


class Bench(Closing):
    """A reviewer whose library and cache are thrown away afterwards."""

    def __init__(self, settings: Settings) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mmdesign-bench-"))
        self.settings = replace(
            settings, library=self.folder / "library", cache=self.folder / "cache"
        )
        self.reviewer = Reviewer(self.settings)

    def close(self) -> None:
        """Throw the folder away."""
        self.reviewer.close()
        shutil.rmtree(self.folder)


def batch_s(
    bench: Bench,
    engine: Engine,
    files: Sequence[Path],
    brief: str,
    cache: SightCache | None = None,
) -> float:
    """Seconds that a batch takes, from the brief's text to the last row on the disk."""
    path = bench.folder / f"{time.monotonic_ns()}.journal"
    journal = Journal(path, brief)
    begun = time.perf_counter()
    task = Task(files, bench.reviewer.judge_of(brief), None, (bench.reviewer.model.id,))
    run(task, engine, journal, cache)
    taken_s = time.perf_counter() - begun
    journal.remove()
    return taken_s


def peak_mb() -> float:
    """Greatest memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
