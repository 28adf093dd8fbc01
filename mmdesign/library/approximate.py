"""An approximate index for large libraries: it proposes designs, and never has the last word.

Below the exact budget, and for every filtered search, all designs are compared. Beyond it, the
index proposes a few hundred that are then compared exactly, together with all that came after it
was built. It holds vectors shortened to the directions in which those of this library differ most,
which makes it several times smaller and faster; the exact comparison makes up for that. It is
built in the background and can be built again from the vector files at any time.
"""

import logging
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from usearch.index import Index

from mmdesign.domain import FloatArray
from mmdesign.errors import LibraryError
from mmdesign.library.index import Snapshot
from mmdesign.library.vector_files import MAIN

LOG = logging.getLogger(__name__)
CONNECTIVITY = 20
EXPANSION_BUILD = 96
EXPANSION_SEARCH = 512
PROPOSED = 512
"""At least so many designs are compared exactly."""
DIRECTIONS = 192
SAMPLED = 20_000
"""Vectors from which the directions are taken."""
SAME_DIRECTIONS = 0.5
"""Share of a library that the index must hold to be extended; a younger one is built anew."""
KIND = "short"
"""In the names of the files, so that those of earlier versions are passed over."""
PROPOSED_PER_HIT = 8
CHUNK = 2000
STALE_SHARE = 0.1
"""The index is extended when more of the library than this came after it."""


@dataclass(frozen=True, slots=True)
class _Built:
    index: Index
    axes: FloatArray
    """(D, directions) of the vectors that are kept."""
    generation: int
    covered: int
    """Slots from 0 up to this one are in the index, except those of removed designs."""

    def shortened(self, vectors: FloatArray) -> FloatArray:
        """(N, directions) unit vectors of (N, D) ones."""
        short = vectors @ self.axes
        lengths = np.linalg.norm(short, axis=1, keepdims=True)
        return np.asarray(short / np.maximum(lengths, 1e-12), np.float32)


class Approximate:
    """The index file of one library folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._built: _Built | None = None
        self._sorted: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.intp]] | None = None
        self._building: threading.Thread | None = None
        self._guard = threading.Lock()
        self._stop = threading.Event()

    def close(self) -> None:
        """Stop building."""
        self._stop.set()
        thread = self._building
        if thread is not None:
            thread.join()

    def propose(self, snapshot: Snapshot, vector: FloatArray, k: int) -> NDArray[np.intp] | None:
        """Propose designs that may be among the k most similar.

        Returns:
            Ascending numbers of designs; None when there is no index that can be trusted, and all
            must be compared.
        """
        built = self._usable(snapshot)
        count = max(PROPOSED, PROPOSED_PER_HIT * k)
        if built is None or 4 * count > len(snapshot):
            return None
        found = built.index.search(
            built.shortened(vector.astype(np.float32)[None])[0], count, threads=1
        )
        slots, order = self._by_slot(snapshot)
        near = np.asarray(found.keys, dtype=np.int64)
        at = np.minimum(np.searchsorted(slots, near), len(slots) - 1)
        there = slots[at] == near
        if there.sum() < max(k, count // 2):
            return None
        later = np.arange(np.searchsorted(slots, built.covered), len(slots))
        return np.unique(order[np.concatenate([at[there], later])])

    def build_soon(self, fresh: Callable[[], Snapshot]) -> None:
        """Build or extend the index in the background, unless that is going on."""
        with self._guard:
            if self._stop.is_set() or (self._building and self._building.is_alive()):
                return
            self._building = threading.Thread(
                target=self._build_or_say, args=(fresh,), name="library-index", daemon=True
            )
            self._building.start()

    def _build_or_say(self, fresh: Callable[[], Snapshot]) -> None:
        try:
            self.build(fresh)
        except (LibraryError, OSError, RuntimeError) as problem:
            # Searches go on comparing every design.
            LOG.warning("The approximate index is not built: %s", problem)

    def is_stale(self, snapshot: Snapshot) -> bool:
        """Tell whether the index is missing or leaves out much of the library."""
        built = self._usable(snapshot)
        if built is None:
            return True
        slots, _ = self._by_slot(snapshot)
        later = len(slots) - int(np.searchsorted(slots, built.covered))
        return later > STALE_SHARE * len(snapshot)

    def build(self, fresh: Callable[[], Snapshot]) -> bool:
        """Build or extend the index now; False when that was stopped."""
        snapshot = fresh()
        if not self.is_stale(snapshot):
            return True
        begun = self._begun(snapshot)
        slots = np.sort(snapshot.slots.values[snapshot.slots.values >= begun.covered])
        vectors = snapshot.rows_of(MAIN)
        for start in range(0, len(slots), CHUNK):
            if self._stop.is_set():
                return False
            chunk = slots[start : start + CHUNK]
            begun.index.add(
                chunk.astype(np.uint64), begun.shortened(vectors[chunk]), copy=True, threads=1
            )
        self._keep(replace(begun, covered=int(slots[-1]) + 1 if len(slots) else begun.covered))
        return True

    def _begun(self, snapshot: Snapshot) -> _Built:
        """The index to be extended, or an empty one."""
        known = self._file(snapshot.generation)
        if known is not None and known[0] >= SAME_DIRECTIONS * len(snapshot):
            axes = np.load(_axes_beside(known[1]))
            index = _empty(axes)
            index.load(str(known[1]))
            return _Built(index, axes, snapshot.generation, known[0])
        axes = _axes(snapshot)
        return _Built(_empty(axes), axes, snapshot.generation, 0)

    def _by_slot(self, snapshot: Snapshot) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
        """Slots in ascending order, and the number of the design at each."""
        slots = snapshot.slots.values
        known = self._sorted
        if known is None or known[0] is not slots:
            order = np.argsort(slots, kind="stable")
            known = self._sorted = (slots, slots[order], order)
        return known[1], known[2]

    def _keep(self, built: _Built) -> None:
        name = f"approximate-{KIND}-{built.generation}-{built.covered}.usearch"
        path = self._folder / name
        unfinished = path.with_suffix(f".unfinished-{os.getpid()}")
        with unfinished.open("wb") as stream:
            np.save(stream, built.axes)
        unfinished.replace(_axes_beside(path))
        built.index.save(str(unfinished))
        unfinished.replace(path)
        self._built = built
        for other in self._folder.glob("approximate-*"):
            if other not in (path, _axes_beside(path)):
                _remove(other)

    def _usable(self, snapshot: Snapshot) -> _Built | None:
        built = self._built
        if built is not None and built.generation == snapshot.generation:
            return built
        known = self._file(snapshot.generation)
        if known is None:
            return None
        axes = np.load(_axes_beside(known[1]))
        index = _empty(axes)
        index.view(str(known[1]))
        self._built = _Built(index, axes, snapshot.generation, known[0])
        return self._built

    def _file(self, generation: int) -> tuple[int, Path] | None:
        """Find the index file of a generation: how many slots it covers, and where it is."""
        found = [
            (int(path.stem.split("-")[3]), path)
            for path in self._folder.glob(f"approximate-{KIND}-{generation}-*.usearch")
            if _axes_beside(path).is_file()
        ]
        return max(found, default=None)


def _axes(snapshot: Snapshot) -> FloatArray:
    """(D, directions) in which the vectors extend furthest: their largest second moments."""
    slots = snapshot.slots.values
    chosen = np.sort(slots)[:: -(-len(slots) // SAMPLED)]
    sample = snapshot.rows_of(MAIN)[chosen].astype(np.float64)
    _, axes = np.linalg.eigh(sample.T @ sample)
    return np.ascontiguousarray(axes[:, ::-1][:, :DIRECTIONS], np.float32)


def _axes_beside(path: Path) -> Path:
    return path.with_suffix(".axes")


def _empty(axes: FloatArray) -> Index:
    return Index(
        ndim=axes.shape[1],
        metric="ip",
        dtype="bf16",
        connectivity=CONNECTIVITY,
        expansion_add=EXPANSION_BUILD,
        expansion_search=EXPANSION_SEARCH,
    )


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return
