"""What was seen of a file's bytes, kept for the next spec.

Reading, rendering and looking do not depend on the brief. A second batch over the same files with
another brief finds all of it here and only judges.
"""

import hashlib
import json
import sqlite3
import threading
import time
from pathlib import Path

from mmdesign import __version__
from mmdesign.closing import Closing
from mmdesign.errors import MMDesignError
from mmdesign.review import Sight

FILE_NAME = "sights.sqlite"
DIGEST_BYTES = 16
COMMIT_AFTER_S = 0.5
TABLE = "create table if not exists sights (key blob primary key, digest blob, sight blob)"


class SightCache(Closing):
    """Sights by what they are of. Safe to use from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        """Open the cache in a folder, which is made when it is not there.

        Raises:
            MMDesignError: If it cannot be used.
        """
        path = folder / FILE_NAME
        self._lock = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(
                path, timeout=30, check_same_thread=False, isolation_level=None
            )
            self._base.execute("pragma journal_mode = wal")
            self._base.execute("pragma synchronous = normal")
            self._base.execute(TABLE)
        except (sqlite3.Error, OSError) as problem:
            message = f"The cache {path} cannot be used ({problem}); delete it or name another."
            raise MMDesignError(message) from problem
        self._waiting: dict[bytes, bytes] = {}
        self._written_at = time.monotonic()

    def close(self) -> None:
        """Write what waits and close the file."""
        with self._lock:
            self._write()
            self._base.close()

    def find(self, key: bytes) -> Sight | None:
        """The sight under a key; None when it is not there, or no longer what was once written."""
        with self._lock:
            packed = self._waiting.get(key)
            if packed is None:
                row = self._base.execute(
                    "select digest, sight from sights where key = ?", (key,)
                ).fetchone()
                if row is None or _digest(row[1]) != row[0]:
                    return None
                packed = row[1]
        return Sight.from_bytes(packed)

    def keep(self, key: bytes, sight: Sight) -> None:
        """Keep a sight; it is on the disk some tenths of a second later, or after `close`."""
        with self._lock:
            self._waiting[key] = sight.to_bytes()
            if time.monotonic() - self._written_at > COMMIT_AFTER_S:
                self._write()

    def _write(self) -> None:
        """Write in one short transaction: other processes may be waiting for their turn."""
        if self._waiting:
            self._base.execute("begin immediate")
            self._base.executemany(
                "insert or replace into sights values (?, ?, ?)",
                [(key, _digest(packed), packed) for key, packed in self._waiting.items()],
            )
            self._base.execute("commit")
            self._waiting.clear()
        self._written_at = time.monotonic()


def sight_key(content: str, suffix: str, *conditions: object) -> bytes:
    """Name a sight by everything that it depends on.

    Args:
        content: Hash of the file's bytes.
        suffix: Of the file's name, which decides how it is read.
        conditions: Model, size of the views, unit of files that declare none, renderer.
    """
    facts = [__version__, content, suffix.lower(), *map(str, conditions)]
    return hashlib.sha256(json.dumps(facts).encode()).digest()


def _digest(packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=DIGEST_BYTES).digest()
