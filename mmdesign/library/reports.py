"""What the library tells about itself and about what was done to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mmdesign.library.records import Record


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding did."""

    added: int = 0
    unchanged: int = 0
    updated: int = 0


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of every file."""

    added: int
    unchanged: int
    updated: int
    failed: tuple[tuple[str, str], ...]
    """Path and reason."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not become a design."""

    path: str
    content_id: str
    """sha256 of the bytes that failed; empty when they could not be read."""
    reason: str
    failed_at: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a design."""

    lineage: str
    """Id of the design's first state, which all of them share."""
    version: int
    """From 1."""
    record: Record
    """Without its picture for the state that stands."""
    retired_at: str | None
    """When a later state took its place; None for the one that stands."""


@dataclass(frozen=True, slots=True)
class PastReview:
    """A review that was kept."""

    number: int
    design_id: str
    reviewed_at: str
    spec: str
    """The brief it was reviewed against, as it was written."""
    review: Mapping[str, Any]
    """As `review --json` prints it."""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a check of every stored byte found."""

    checked: int
    """How many designs were read."""
    damaged: tuple[str, ...]
    """Ids of designs that are not what was once written: remove them and index them again."""
    problems: tuple[str, ...]
    """Everything found, in words."""

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class LibraryStats:
    """A library in numbers."""

    folder: str
    model_id: str
    width: int
    designs: int
    kinds: Mapping[str, int]
    tags: Mapping[str, int]
    measured: Mapping[str, int]
    """For each quantity, how many designs have it."""
    size_bytes: int
    failures: int = 0
    """Files that could not be read and wait for `index --retry`."""
    exact_limit: int = 0
    """Up to so many designs every search compares all of them."""
