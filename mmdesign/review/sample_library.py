"""The sample designs: what a library that is new begins with."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mmdesign.library import Library, Record
from mmdesign.settings import ASSETS

SAMPLES = ASSETS / "samples" / "manifest.csv"
SAMPLE_LIBRARY = ASSETS / "library"


def wants_samples(place: Path | str) -> bool:
    """Whether a library is a folder that is not there yet, and there are samples to put in.

    A library that is there already is not even opened: it may be another model's, or its owner
    may have emptied it.
    """
    return isinstance(place, Path) and not place.exists() and SAMPLES.is_file()


def shipped_records(model_id: str) -> Iterator[Record]:
    """Records of the samples as the shipped index holds them; none if another model made it."""
    with Library.open_existing(SAMPLE_LIBRARY, read_only=True) as shipped:
        if shipped.model_id == model_id:
            for record in shipped.records():
                yield replace(record, path=str(SAMPLES.parent / record.path))
