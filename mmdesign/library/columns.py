"""Columns of a library in memory, which grow at the end without disturbing those who read them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

GROWTH = 1.25
Number = TypeVar("Number", bound=np.generic)


class Column(Generic[Number]):
    """Numbers, one for each line. Columns that were grown from one another share their memory."""

    def __init__(self, values: NDArray[Number], buffer: list[Any] | None = None) -> None:
        self.values = values
        self._buffer: list[Any] = [values, len(values)] if buffer is None else buffer

    def __len__(self) -> int:
        return len(self.values)

    def grown(self, more: "Column[Number]") -> "Column[Number]":
        """Return this column with another one at its end."""
        if not len(more):
            return self
        buffer, start = self._buffer, len(self.values)
        end = start + len(more)
        if buffer[1] != start or end > len(buffer[0]):
            memory = np.empty(max(end, int(GROWTH * start)), dtype=self.values.dtype)
            memory[:start] = self.values
            buffer = [memory, start]
        buffer[0][start:end] = more.values
        buffer[1] = end
        return Column(buffer[0][:end], buffer)

    def chosen(self, lines: NDArray[Any]) -> "Column[Number]":
        """Return some lines: a mask or their numbers."""
        return Column(self.values[lines])


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts end to end in one block of bytes."""

    block: Column[np.uint8]
    ends: Column[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Pack texts."""
        packed = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.cumsum([len(text) for text in packed], dtype=np.int64)
        return cls(Column(np.frombuffer(b"".join(packed), dtype=np.uint8)), Column(ends))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> str:
        """Read one text."""
        end = int(self.ends.values[number])
        start = int(self.ends.values[number - 1]) if number % len(self) else 0
        return self.block.values[start:end].tobytes().decode("utf-8", "surrogatepass")

    def grown(self, more: "Texts") -> "Texts":
        """Return these texts with more at their end."""
        start = len(self.block)
        return replace(
            self,
            block=self.block.grown(more.block),
            ends=self.ends.grown(Column(more.ends.values + start)),
        )

    def chosen(self, numbers: NDArray[np.intp]) -> "Texts":
        """Return some of the texts, by number."""
        ends = self.ends.values
        starts = np.concatenate([[0], ends[:-1]])
        lengths = (ends - starts)[numbers]
        into = np.cumsum(lengths)
        # For every byte wanted: where its text starts, and how far into the text it is.
        take = np.repeat(starts[numbers] - (into - lengths), lengths) + np.arange(lengths.sum())
        return Texts(Column(self.block.values[take]), Column(into))


def key_of(text: str) -> int:
    """Hash a text to 63 bits; equal keys are checked against the texts themselves."""
    hashed = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(hashed, "little") >> 1


def keys_of(texts: Sequence[str]) -> NDArray[np.int64]:
    """Hash texts."""
    return np.array([key_of(text) for text in texts], dtype=np.int64)
