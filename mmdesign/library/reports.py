"""What the library tells about itself and about what was done to it."""

from collections.abc import Mapping
from dataclasses import dataclass


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
