"""A batch that is killed three times and goes on, against one that nobody disturbs.

The designs were seen before, so that thousands are judged, ranked and written in a minute; what is
tried is everything between the list of files and the table on the disk.
"""

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from mmdesign.batch import Journal, SightCache, write_results
from mmdesign.benching.designs import BRIEF
from mmdesign.benching.figures import Effort, Figure, figure
from mmdesign.benching.library_sizes import SHORT_S, score_files, seen_before
from mmdesign.benching.running import Bench
from mmdesign.errors import MMDesignError
from mmdesign.review import Reviewer
from mmdesign.settings import Settings

ON = "resume"
DESIGNS = 10_000
KILLS = 3
LOOK_S = 0.02


def resuming(settings: Settings, effort: Effort) -> list[Figure]:
    """Kill a batch of N designs three times at random and compare what it ends with.

    Raises:
        MMDesignError: If a batch ended before it could be killed.
    """
    count = DESIGNS // (10 if effort.seconds < SHORT_S else 1)
    with Bench(settings) as bench:
        seen_before(bench, count)
        _scoring(bench, "whole").wait()
        dice, done, kills = random.Random(), 0, []
        for _ in range(KILLS):
            done = _killed(bench, dice.uniform(done, done + (count - done) / 2), count)
            kills.append(float(done))
        _scoring(bench, "killed").wait()
        same = _parquet(bench, "whole").read_bytes() == _parquet(bench, "killed").read_bytes()
    return [
        figure(ON, f"rows of {count:,} that stood at each kill", kills, ""),
        figure(ON, "Parquet after three kills equals that of an undisturbed run", [float(same)], "",
               f"{count:,} designs seen before, judged, ranked and written"),
    ]  # fmt: skip


def score_folder(settings: Settings, request: Mapping[str, str]) -> None:
    """Score a folder of designs that were seen before, in a process that may be killed."""
    folder, name = Path(request["folder"]), request["name"]
    here = replace(settings, library=folder / "library", cache=folder / "cache")
    out = folder / f"{name}.parquet"
    with Reviewer(here) as reviewer, SightCache(here.cache) as cache, \
            Journal(folder / f"{name}.journal", BRIEF) as journal:  # fmt: skip
        score_files(reviewer, sorted((folder / "files").iterdir()), cache, journal)
        write_results(journal, out, BRIEF)


def _scoring(bench: Bench, name: str) -> "subprocess.Popen[bytes]":
    settings = bench.settings
    request = {"name": name, "folder": str(bench.folder), "model": settings.model}
    return subprocess.Popen([sys.executable, "-m", "mmdesign.benching", json.dumps(request)])


def _killed(bench: Bench, rows: float, count: int) -> int:
    """Start the batch and kill it once so many rows stand; how many stood then."""
    process = _scoring(bench, "killed")
    while process.poll() is None and _standing(bench) <= rows:
        time.sleep(LOOK_S)
    process.kill()
    process.wait()
    standing = _standing(bench)
    if _parquet(bench, "killed").exists() or standing >= count:
        message = f"The batch of {count} designs ended before it was killed; give it more time."
        raise MMDesignError(message)
    return standing


def _standing(bench: Bench) -> int:
    """Rows of the killed batch that are on the disk; 0 before there is a journal."""
    address = f"{(bench.folder / 'killed.journal').as_uri()}?mode=ro"
    try:
        reader = sqlite3.connect(address, uri=True, timeout=5)
    except sqlite3.OperationalError:
        return 0
    try:
        return int(reader.execute("select count(*) from rows").fetchone()[0])
    except sqlite3.OperationalError:  # its tables are being made
        return 0
    finally:
        reader.close()


def _parquet(bench: Bench, name: str) -> Path:
    return bench.folder / f"{name}.parquet"
