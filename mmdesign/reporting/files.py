"""Files that appear whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from mmdesign.errors import MMDesignError


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a stream whose bytes take the place of a file when, and only when, all went well.

    Raises:
        MMDesignError: If the file cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except OSError as problem:
        message = f"{path} cannot be written: {problem.strerror}."
        raise MMDesignError(message) from problem
    finally:
        unfinished.unlink(missing_ok=True)
