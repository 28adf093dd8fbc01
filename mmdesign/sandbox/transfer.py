"""What crosses the border: raw array bytes in a file, and their JSON description.

Nothing here can run code: no pickle, no archive, a short list of dtypes, and sizes that are
compared with the file before anything is allocated. A child that was taken over by a hostile
file can lie about the values, not about what they are.
"""

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ARRAYS_FILE = "arrays.bin"
REPLY_LIMIT_BYTES = 16 * 2**20
DTYPES = ("<f8", "<f4", "<i4", "|u1")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in a file."""

    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    """By name; float64, float32, int32 or uint8, of any shape."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Anything that JSON can say."""


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> list[dict[str, object]]:
    """Write the arrays one after the other and describe them in the same order."""
    descriptions: list[dict[str, object]] = []
    with path.open("wb") as file:
        for name, array in arrays.items():
            if array.dtype.str not in DTYPES:
                message = f"array {name!r} is {array.dtype.str}; a reader may return {DTYPES}"
                raise TypeError(message)
            np.ascontiguousarray(array).tofile(file)
            descriptions.append(
                {"name": name, "dtype": array.dtype.str, "shape": list(array.shape)}
            )
    return descriptions


def read_arrays(path: Path, descriptions: Sequence[Mapping[str, Any]]) -> dict[str, NDArray[Any]]:
    """Read what `write_arrays` wrote.

    Raises:
        ValueError: If the description and the file do not agree.
    """
    plan = [_checked(description) for description in descriptions]
    # O_NOFOLLOW: a hostile child could leave a link to another file in its folder
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as file:
        expected = sum(math.prod(shape) * np.dtype(dtype).itemsize for _, dtype, shape in plan)
        if os.fstat(file.fileno()).st_size != expected:
            message = "the arrays do not have the described size"
            raise ValueError(message)
        return {
            name: np.fromfile(file, dtype=dtype, count=math.prod(shape)).reshape(shape)
            for name, dtype, shape in plan
        }


def _checked(description: Mapping[str, Any]) -> tuple[str, str, tuple[int, ...]]:
    name, dtype, shape = description["name"], description["dtype"], description["shape"]
    sizes_fit = all(isinstance(size, int) and size >= 0 for size in shape)
    if dtype not in DTYPES or not isinstance(name, str) or not sizes_fit:
        message = "the arrays are not described as agreed"
        raise ValueError(message)
    return name, dtype, tuple(shape)
