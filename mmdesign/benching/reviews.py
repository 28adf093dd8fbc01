"""Seconds of one review at the page, stage by stage: a new file, the same again, another brief."""

import time
from collections import defaultdict

import numpy as np

from mmdesign.benching.designs import BRIEF, brackets
from mmdesign.benching.figures import Effort, Figure
from mmdesign.benching.running import Bench
from mmdesign.review import STAGES
from mmdesign.settings import Settings

ON = "review"
FACES = 20_000
MOST = 25


def reviews(settings: Settings, effort: Effort) -> list[Figure]:
    """Review one new file after another, each also with a second brief."""
    taken: dict[str, list[float]] = defaultdict(list)
    with Bench(settings) as bench:
        begun = time.perf_counter()
        end = begun + effort.seconds
        for number, file in enumerate(brackets(bench.folder / "files", MOST, FACES)):
            first = bench.reviewer.review(file, BRIEF)
            kind = "first of all" if number == 0 else "new file"
            for stage in STAGES:
                taken[f"{kind}, {stage}"].append(first.seconds.get(stage, 0.0))
            taken[f"{kind}, whole"].append(sum(first.seconds.values()))
            second = bench.reviewer.review(file, f"{BRIEF}\nA cable channel.")
            if number:
                taken["second brief, whole"].append(sum(second.seconds.values()))
            if time.perf_counter() > end:
                break
    return [_percentiles(name, values) for name, values in taken.items()]


def _percentiles(name: str, values: list[float]) -> Figure:
    low, middle, high = np.percentile(values, (0, 50, 95))
    note = "" if len(values) == 1 else "greatest is p95"
    return Figure(ON, name, float(middle), "s", float(low), float(high), len(values), note)
