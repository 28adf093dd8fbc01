"""Vectors in memory-mapped files: float32, row after row, nothing else.

The files are made from the table and can be made again from it. A design's vectors lie at its
slot. Slots are given out once, in a write transaction, and a file is on the disk before that
transaction ends; so a slot that a committed row names is never half-written and never reused. A
file holds zeros where a design has no such vector; they take no room on the disk.
"""

import os
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import FloatArray

FLOAT_BYTES = 4
GROWTH_ROWS = 4096
MAIN, TEXT, SHAPE = "main", "text", "shape"
ROLES = (MAIN, TEXT, SHAPE)


class Vectors(Protocol):
    """Vectors of a library by role and slot."""

    def rows(self, role: str, count: int) -> FloatArray:
        """(count, width) vectors at the slots 0 to count - 1, not to be written to."""


class LoadedVectors:
    """Vectors in memory, for a few designs or where no file may be made."""

    def __init__(self, arrays: dict[str, FloatArray]) -> None:
        self._arrays = arrays

    def rows(self, role: str, count: int) -> FloatArray:
        """(count, width) vectors at the slots 0 to count - 1, not to be written to."""
        return self._arrays[role][:count]


class VectorFile:
    """One role's file; one process writes at a time, many read."""

    def __init__(self, path: Path, width: int) -> None:
        self.path = path
        self.width = width
        self._mapped: FloatArray = np.empty((0, width), dtype=np.float32)
        self._mapping = threading.Lock()

    def rows(self, count: int) -> FloatArray:
        """(count, width) vectors at the slots 0 to count - 1, mapped.

        Raises:
            FileNotFoundError: If they are not there, such as after another process wrote them anew.
        """
        with self._mapping:
            if count > len(self._mapped):
                self._mapped = self._map(count)
            return self._mapped[:count]

    def holds(self, count: int) -> bool:
        """Tell whether the file is there and long enough for so many slots."""
        return self.path.is_file() and self.path.stat().st_size >= count * self._row_bytes

    def fits(self, vector: bytes | None) -> bool:
        """Tell whether there is a vector, of this file's width."""
        return vector is not None and len(vector) == self._row_bytes

    def write(self, vectors: Iterable[tuple[int, bytes | None]]) -> None:
        """Put vectors at their slots, or zeros for None; when this returns they are on the disk."""
        with self.path.open("r+b" if self.path.exists() else "w+b") as stream:
            end = os.fstat(stream.fileno()).st_size
            for slot, vector in vectors:
                needed = (slot + 1) * self._row_bytes
                if needed > end:
                    end = self._rounded(slot + 1) * self._row_bytes
                    stream.truncate(end)
                stream.seek(slot * self._row_bytes)
                if vector is not None:
                    stream.write(vector)
                elif any(stream.read(self._row_bytes)):
                    # A transaction that was cut short may have left something here.
                    stream.seek(slot * self._row_bytes)
                    stream.write(bytes(self._row_bytes))
            stream.flush()
            os.fsync(stream.fileno())

    @property
    def _row_bytes(self) -> int:
        return self.width * FLOAT_BYTES

    @staticmethod
    def _rounded(rows: int) -> int:
        return -(-rows // GROWTH_ROWS) * GROWTH_ROWS

    def _map(self, count: int) -> FloatArray:
        if not self.holds(count):
            message = f"{self.path} holds fewer than {count} vectors"
            raise FileNotFoundError(message)
        length = self.path.stat().st_size // self._row_bytes
        return np.memmap(self.path, dtype="<f4", mode="r", shape=(length, self.width))


class VectorFiles:
    """The files of one generation: all roles, the same slots."""

    def __init__(self, folder: Path, generation: int, widths: dict[str, int]) -> None:
        self.folder = folder
        self.generation = generation
        self.widths = widths
        self._files = {
            role: VectorFile(folder / f"vectors-{generation}-{role}-{width}.f32", width)
            for role, width in widths.items()
            if width
        }

    @classmethod
    def of(cls, folder: Path, known: Mapping[str, str]) -> Self:
        """Return the files that go with what a library says about itself."""
        width = int(known["width"])
        widths = {MAIN: width, TEXT: width, SHAPE: int(known.get("shape_width", "0"))}
        return cls(folder, int(known.get("generation", "0")), widths)

    def rows(self, role: str, count: int) -> FloatArray:
        """(count, width) vectors at the slots 0 to count - 1, not to be written to."""
        if role not in self._files:
            return np.empty((count, 0), dtype=np.float32)
        return self._files[role].rows(count)

    def is_complete(self, slots: int) -> bool:
        """Tell whether the main file holds so many slots."""
        return slots == 0 or self._files[MAIN].holds(slots)

    def agree(self, slot: int, vector: bytes) -> bool:
        """Tell whether the main file holds a vector at a slot."""
        try:
            return slot >= 0 and self.rows(MAIN, slot + 1)[slot].tobytes() == vector
        except FileNotFoundError:
            return False

    def write(self, slots: Sequence[int], vectors: Sequence[dict[str, bytes | None]]) -> None:
        """Put the vectors of some designs at their slots, on the disk."""
        for role, file in self._files.items():
            given = [by_role[role] for by_role in vectors]
            file.write(zip(slots, [v if file.fits(v) else None for v in given], strict=True))

    def remove(self) -> None:
        """Remove the files, such as what is left of a rewriting that was cut short."""
        for file in self._files.values():
            file.path.unlink(missing_ok=True)

    def remove_others(self) -> None:
        """Remove files of other generations; one that is still in use elsewhere may stay."""
        mine = {file.path for file in self._files.values()}
        for path in self.folder.glob("vectors-*.f32"):
            if path not in mine:
                _remove(path)

    def size_bytes(self) -> int:
        """Return what the files take on the disk."""
        paths = [file.path for file in self._files.values() if file.path.is_file()]
        return sum(_disk_bytes(path) for path in paths)


def cosines(
    vectors: FloatArray, query: FloatArray, slots: NDArray[np.int64], decimals: int
) -> NDArray[np.float64]:
    """Compare unit vectors with a query, exactly, and rounded to what is exact.

    Args:
        vectors: (S, D) unit vectors by slot.
        query: (D,) unit vector.
        slots: (C,) which of them, ascending or not.
        decimals: How many decimals of a float32 product do not depend on the order of summing.

    Returns:
        (C,) cosines in [-1, 1].
    """
    query = query.astype(np.float32)
    # Reading every row in order beats gathering rows, unless few of them are wanted.
    found = (vectors @ query)[slots] if 2 * len(slots) > len(vectors) else vectors[slots] @ query
    return np.clip(np.round(found.astype(np.float64), decimals), -1.0, 1.0)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return


def _disk_bytes(path: Path) -> int:
    found = path.stat()
    return min(found.st_size, getattr(found, "st_blocks", found.st_size) * 512)
