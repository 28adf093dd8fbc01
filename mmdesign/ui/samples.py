"""Sample parts that come with mmdesign, to be tried with one click."""

import csv
from dataclasses import dataclass
from pathlib import Path

from mmdesign.settings import ASSETS

SAMPLES = ASSETS / "samples"
BRIEFS = {
    "angle_bracket_drilled.stl": "bracket",
    "flange_round.stl": "flange",
    "enclosure_rectangular.stl": "enclosure",
}
"""The samples that are offered, each with the example brief that it is tried against."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One part and the brief to try it with."""

    path: Path
    brief: str
    """Which of the example briefs goes with it."""


def samples(folder: Path = SAMPLES) -> tuple[Sample, ...]:
    """Read the manifest of the sample folder; empty when this copy came without samples."""
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        return ()
    with manifest.open(encoding="utf-8-sig", newline="") as lines:
        return tuple(
            Sample(folder / row["path"], BRIEFS[row["path"]])
            for row in csv.DictReader(lines)
            if row["path"] in BRIEFS and (folder / row["path"]).is_file()
        )
