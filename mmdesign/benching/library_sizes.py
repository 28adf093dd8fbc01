"""Memory and time per design as the library grows, with everything seen before.

Seeing a design takes the same whatever the size of the library; what could grow is the rest:
reading the list, judging, keeping rows, ranking and writing. So the designs are of the smallest
kind and their sights are put into the cache beforehand.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from mmdesign.batch import (
    Journal,
    LocalEngine,
    SightCache,
    Task,
    run,
    sight_key,
    write_results,
)
from mmdesign.benching.designs import BRIEF, crumbs
from mmdesign.benching.figures import Effort, Figure, figure
from mmdesign.benching.running import Bench, peak_mb
from mmdesign.library import content_id
from mmdesign.review import Reviewer, Sight
from mmdesign.settings import Settings

MEMORY, SCALING = "memory", "scaling"
SIZES = (1_000, 10_000)
TIMED_SIZES = (100, 1_000, 10_000)
FORMATS = ("csv", "parquet", "jsonl", "xlsx", "html")
VIEWS = 12
SHORT_S = 30.0
"""With less time than this, a tenth of each size."""


def memory(settings: Settings, effort: Effort) -> list[Figure]:
    """Greatest memory of a process that scores and writes N designs, for growing N."""
    peaks = {
        count: answer["peak_mb"] for count, answer in _answers(settings, effort, SIZES).items()
    }
    first, *_, last = peaks.values()
    sizes = [f"{count:,}" for count in peaks]
    return [
        *(figure(MEMORY, f"peak with {n:,} designs", [mb], "MB") for n, mb in peaks.items()),
        figure(MEMORY, f"growth from {sizes[0]} to {sizes[-1]}", [last / first - 1], "",
               "target at most 0.05"),
    ]  # fmt: skip


def scaling(settings: Settings, effort: Effort) -> list[Figure]:
    """Time per design, judged and written in all formats, for growing N."""
    figures, each_ms = [], []
    for count, answer in _answers(settings, effort, TIMED_SIZES).items():
        each_ms.append(1000 * answer["judged_s"] / count)
        figures += [
            figure(SCALING, f"judged, {count:,} designs", [each_ms[-1]], "ms each"),
            figure(SCALING, f"written, {count:,} designs", [1000 * answer["written_s"] / count],
                   "ms each", "five formats"),
        ]  # fmt: skip
    growth = each_ms[-1] / each_ms[-2] - 1
    return [*figures, figure(SCALING, "judging, growth over the last tenfold", [growth], "",
                             "target at most 0.1")]  # fmt: skip


def score_seen(settings: Settings, count: int) -> dict[str, float]:
    """Score N designs that were seen before and write all formats; what it took.

    Runs in a process of its own, which is how its memory can be told.
    """
    with Bench(settings) as bench:
        files = seen_before(bench, count)
        with SightCache(bench.settings.cache) as cache:
            journal = Journal(bench.folder / "journal", BRIEF)
            begun = time.perf_counter()
            score_files(bench.reviewer, files, cache, journal)
            judged = time.perf_counter()
            for suffix in FORMATS:
                write_results(journal, bench.folder / f"results.{suffix}", BRIEF)
            written = time.perf_counter()
            journal.remove()
    return {"judged_s": judged - begun, "written_s": written - judged, "peak_mb": peak_mb()}


def seen_before(bench: Bench, count: int) -> list[Path]:
    """Make N designs and put a sight of each into the cache: the first one's, other vectors."""
    files = crumbs(bench.folder / "files", count)
    model = bench.reviewer.describe(files[0])
    generator = np.random.default_rng(0)
    width = len(model.vector)
    base = Sight(
        model.design_id, model.name, model.kind, model.units, True,
        np.zeros((0, width), np.float32), model.vector, model.measurements,
        model.shape_descriptor, model.thumbnail,
    )  # fmt: skip
    with SightCache(bench.settings.cache) as cache:
        for file in files:
            views = generator.normal(size=(VIEWS, width)).astype(np.float32)
            views /= np.linalg.norm(views, axis=1, keepdims=True)
            key = sight_key(content_id(file), file.suffix, None, bench.reviewer.model.id)
            cache.keep(key, replace(base, view_embeddings=views))
    return files


def score_files(
    reviewer: Reviewer, files: Sequence[Path], cache: SightCache, journal: Journal
) -> None:
    """Score files as a batch does, going on from what the journal has."""
    task = Task(files, reviewer.judge_of(BRIEF), None, (reviewer.model.id,))
    with LocalEngine(reviewer.settings, reviewer.encoder) as engine:
        run(task, engine, journal, cache)


def _answers(
    settings: Settings, effort: Effort, sizes: tuple[int, ...]
) -> dict[int, dict[str, float]]:
    share = 10 if effort.seconds < SHORT_S else 1
    answers = {}
    for size in sizes:
        request = json.dumps({"count": size // share, "model": settings.model})
        done = subprocess.run(
            [sys.executable, "-m", "mmdesign.benching", request],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        answers[size // share] = json.loads(done.stdout)
    return answers
