"""Batches in processes of their own, to be killed; see `serve`."""

import json
import os
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fakes import FakeEncoder

from mmdesign.batch import Scoring, open_journal, score, write_results
from mmdesign.review import Reviewer
from mmdesign.settings import Settings

BRIEF = "Length at least 20 mm.\nAt least one hole.\nShould look like a box.\nWall at least 2 mm."
VIEW_PX = 48
COMMIT_AFTER_S = 0.02
"""Rows are kept at once, or a fast machine would end a batch between two looks at it."""


def settings_in(folder: Path) -> Settings:
    """Settings that leave nothing outside a folder, with pictures that are drawn quickly."""
    return replace(
        Settings(), library=folder / "library", cache=folder / "cache", view_px=VIEW_PX,
        device="cpu",
    )  # fmt: skip


def open_fake(settings: Settings) -> FakeEncoder:
    """Open the stand-in for a model, in whatever process."""
    del settings
    return FakeEncoder()


def main(folder: Path, out: Path, cache: Path | None = None) -> None:
    """Score a folder of designs, going on from what an earlier run has done."""
    with Reviewer(settings_in(out.parent), FakeEncoder()) as reviewer:
        scoring = Scoring(sorted(folder.iterdir()), BRIEF, cache, cores=2)
        journal = open_journal(out.with_suffix(".journal"), reviewer, scoring)
        score(reviewer, scoring, journal)
        write_results(journal, out, BRIEF)
        journal.remove()


def serve() -> None:
    """Score one task after the other, each in a process that may be killed, until input ends.

    A task is a line of JSON: FOLDER, OUT and perhaps CACHE. Answers the process's id at once, and
    how it ended: 0, or minus the signal that killed it.
    """
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            main(*map(Path, json.loads(line)))
            os._exit(0)
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


if __name__ == "__main__":
    import_module("mmdesign.encoding.hardware")  # torch, which each would import again
    import_module("mmdesign.batch.journal").COMMIT_AFTER_S = COMMIT_AFTER_S
    serve()
