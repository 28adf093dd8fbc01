"""From a vector to the designs that are worth comparing, in a folder or on a server."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import FloatArray
from mmdesign.errors import LibraryError
from mmdesign.library.approximate import Approximate
from mmdesign.library.columns import Column
from mmdesign.library.filters import parse_filter
from mmdesign.library.index import Snapshot, empty_snapshot, updated
from mmdesign.library.keeping import WORTH_KEEPING, keep, kept
from mmdesign.library.likeness import NameScale
from mmdesign.library.server import Server
from mmdesign.library.store import Store
from mmdesign.library.vector_files import (
    MAIN,
    ROLES,
    TEXT,
    LoadedVectors,
    VectorFiles,
    Vectors,
    cosines,
)

LOG = logging.getLogger(__name__)
SIMILARITY_DECIMALS = 6
"""Beyond these a float32 product depends on the order in which it was summed."""
ATTEMPTS = 5
WORTH_SHARE = 0.02
"""Of a library: so many records read anew make its columns worth keeping again."""
Chosen = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which designs may be returned."""

    where: str | None = None
    """Filter, see library.filters."""
    exclude: frozenset[str] = frozenset()
    """Ids that may not."""
    narrow: Callable[[Snapshot, Chosen], Chosen] | None = None
    """A further condition on designs, by number."""
    by_name: bool = False
    """Whether what designs are called counts too: then all that match are compared."""

    @property
    def is_filter(self) -> bool:
        """Whether only some designs match."""
        return self.narrow is not None or bool(self.where and self.where.strip())

    def matching(self, snapshot: Snapshot) -> Chosen:
        """Numbers of the designs that match, whether excluded or not."""
        chosen = matching(snapshot, self.where)
        return chosen if self.narrow is None else self.narrow(snapshot, chosen)


@dataclass(frozen=True, slots=True)
class Window:
    """Designs to compare, out of all that match."""

    snapshot: Snapshot
    chosen: Chosen
    """(C,) their numbers in the snapshot."""
    matching: int
    """How many designs match; those that are not here are less similar."""
    names: NameScale | None = None
    """Of all that match, where that was found out on the way."""


class Finder(Protocol):
    """Where the vectors of a library are compared."""

    def snapshot(self) -> Snapshot:
        """All designs as of now."""

    def window(self, vector: FloatArray, k: int, wish: Wish) -> Window:
        """Designs among which the k most similar that match are."""

    def cosines(self, vector: FloatArray, where: str | None) -> NDArray[np.float64]:
        """(C,) cosines of a vector with every design that matches."""

    def prepare_index(self) -> None:
        """Build the approximate index now, if the library is so large that it needs one."""

    def close(self) -> None:
        """Stop what is going on in the background."""


def allowed(finder: Finder, design_ids: Sequence[str], wish: Wish) -> list[str]:
    """Those of some designs that may be returned."""
    left = [design_id for design_id in design_ids if design_id not in wish.exclude]
    if not left or not wish.is_filter:
        return left
    snapshot = finder.snapshot()
    chosen = wish.matching(snapshot)
    numbers = {design_id: snapshot.number_of(design_id) for design_id in left}
    return [i for i, number in numbers.items() if number is not None and number in chosen]


class Columns:
    """Keeps the snapshot up to date by reading what changed."""

    def __init__(self, store: Store, source: Callable[[int], Vectors]) -> None:
        self._store = store
        self._source = source
        """Where the vectors of a generation are."""
        self._snapshot = empty_snapshot()
        self._read_anew = 0
        """Records read since the columns were last kept in a file."""
        self._refreshing = threading.Lock()

    def fresh(self) -> Snapshot:
        """Return the library as it is now.

        Raises:
            LibraryError: If its vector files are lost, or a changed row is damaged.
        """
        with self._refreshing:
            if self._store.revision() != self._snapshot.revision:
                self._snapshot = self._refreshed()
            return self._snapshot

    def keep(self) -> None:
        """Keep the columns in a file if reading them again would take long."""
        if self._read_anew >= max(WORTH_KEEPING, len(self._snapshot) * WORTH_SHARE):
            try:
                keep(self._store, self._snapshot)
            except (LibraryError, OSError) as problem:
                # The next who opens the library reads the records.
                LOG.warning("The columns are not kept: %s", problem)
            self._read_anew = 0

    def _refreshed(self) -> Snapshot:
        known = self._snapshot
        if not len(known):
            known = kept(self._store) or known
        for _ in range(ATTEMPTS):
            try:
                return self._read(known)
            except FileNotFoundError:
                # Another process has just written the files anew.
                known = empty_snapshot()
        message = (
            f"The vector files of the library in {self._store.database.address} are lost; close "
            "the library everywhere and open it again, which makes them from its records."
        )
        raise LibraryError(message)

    def _read(self, snapshot: Snapshot) -> Snapshot:
        source: Vectors | None = None
        for changes in self._store.changes(snapshot.revision, snapshot.generation):
            if changes.generation != snapshot.generation:
                snapshot = empty_snapshot()
            source = self._source(changes.generation) if source is None else source
            snapshot = updated(snapshot, changes, source)
            self._read_anew += len(changes.rows)
        if isinstance(source, LoadedVectors):
            # Loaded in order of arrival, whatever the slots are.
            return replace(snapshot, slots=Column(np.arange(len(snapshot))))
        for role in ROLES:
            # Mapped now, the files stay readable even when another process removes them.
            snapshot.rows_of(role)
        return snapshot


class FolderFinder:
    """Compares in this process, all designs exactly unless the library is beyond its budget."""

    def __init__(self, store: Store, exact_limit: int) -> None:
        self._store = store
        self._exact_limit = exact_limit
        self._columns = Columns(store, self._vectors)
        folder = store.database.address.folder
        is_writable = folder is not None and not store.database.read_only
        self._approximate = Approximate(folder) if folder is not None and is_writable else None
        self._files: VectorFiles | None = None

    def snapshot(self) -> Snapshot:
        """All designs as of now."""
        return self._columns.fresh()

    def window(self, vector: FloatArray, k: int, wish: Wish) -> Window:
        """Designs among which the k most similar that match are."""
        snapshot = self.snapshot()
        wanted = k + len(wish.exclude)
        is_exact = wish.is_filter or wish.by_name
        proposed = None if is_exact else self._proposed(snapshot, vector, wanted)
        if proposed is not None:
            return Window(snapshot, _without(snapshot, proposed, wish.exclude), len(snapshot))
        chosen = _without(snapshot, wish.matching(snapshot), wish.exclude)
        return Window(snapshot, chosen, len(chosen))

    def cosines(self, vector: FloatArray, where: str | None) -> NDArray[np.float64]:
        """(C,) cosines of a vector with every design that matches."""
        snapshot = self.snapshot()
        return compared(snapshot, matching(snapshot, where), vector)

    def prepare_index(self) -> None:
        """Build the approximate index now, if the library is so large that it needs one."""
        if self._approximate is not None and len(self.snapshot()) > self._exact_limit:
            self._approximate.build(self.snapshot)

    def close(self) -> None:
        """Stop what is going on in the background."""
        if self._approximate is not None:
            self._approximate.close()
            self._columns.keep()

    def _proposed(self, snapshot: Snapshot, vector: FloatArray, k: int) -> Chosen | None:
        if self._approximate is None or len(snapshot) <= self._exact_limit:
            return None
        if self._approximate.is_stale(snapshot):
            self._approximate.build_soon(self.snapshot)
        return self._approximate.propose(snapshot, vector, k)

    def _vectors(self, generation: int) -> Vectors:
        files = self._store.files(generation)
        if files is None:
            return _loaded(self._store)
        known = self._files
        # The same files keep their mapping.
        if known is None or (known.generation, known.widths) != (files.generation, files.widths):
            self._files = known = files
        return known


class ServerFinder:
    """Compares on the server; filters are applied here, to the columns, before the comparison."""

    def __init__(self, store: Store, server: Server, exact_limit: int) -> None:
        self._store = store
        self._server = server
        self._exact_limit = exact_limit
        self._columns = Columns(store, lambda _: LoadedVectors({}))
        self._counted = (-1, 0)
        self._building: threading.Thread | None = None

    def snapshot(self) -> Snapshot:
        """All designs as of now."""
        return self._columns.fresh()

    def window(self, vector: FloatArray, k: int, wish: Wish) -> Window:
        """Designs among which the k most similar that match are."""
        positions = self._positions(wish)
        count = self._count()
        is_small = count <= self._exact_limit
        if not is_small and not self._server.is_ready():
            self._build_soon()
        wanted = k + len(wish.exclude)
        matching = count if positions is None else len(positions)
        if wish.by_name:
            snapshot, names = self._server.named(vector, wanted, positions)
            return Window(snapshot, _without(snapshot, np.arange(len(snapshot)), wish.exclude),
                          matching, names)  # fmt: skip
        snapshot = self._server.nearest(vector, wanted, positions, exact=is_small)
        chosen = _without(snapshot, np.arange(len(snapshot)), wish.exclude)
        return Window(snapshot, chosen, matching)

    def cosines(self, vector: FloatArray, where: str | None) -> NDArray[np.float64]:
        """(C,) cosines of a vector with every design that matches."""
        found = self._server.cosines(vector, self._positions(Wish(where)))
        return np.clip(np.round(found, SIMILARITY_DECIMALS), -1.0, 1.0)

    def prepare_index(self) -> None:
        """Build the approximate index now, if the library is so large that it needs one."""
        if self._store.count() > self._exact_limit:
            self._server.build()

    def close(self) -> None:
        """Leave; the server goes on with an index that is being built."""

    def _positions(self, wish: Wish) -> NDArray[np.int64] | None:
        if not wish.is_filter:
            return None
        snapshot = self.snapshot()
        return snapshot.positions.values[wish.matching(snapshot)]

    def _count(self) -> int:
        # Counting reads the whole table on a server.
        revision = self._store.revision()
        if self._counted[0] != revision:
            self._counted = revision, self._store.count()
        return self._counted[1]

    def _build_soon(self) -> None:
        if self._building is None or not self._building.is_alive():
            self._building = threading.Thread(target=self._build, daemon=True)
            self._building.start()

    def _build(self) -> None:
        try:
            self._server.build()
        except LibraryError as problem:
            LOG.warning("The approximate index is not built: %s", problem)


def compared(
    snapshot: Snapshot, numbers: Chosen, vector: FloatArray, role: str = MAIN
) -> NDArray[np.float64]:
    """Compare designs of a snapshot with a vector, exactly, and rounded to what is exact.

    Args:
        snapshot: The designs.
        numbers: (C,) which of them.
        vector: (D,) unit vector.
        role: What of them: MAIN for looks, TEXT for what they are called.

    Returns:
        (C,) cosines in [-1, 1].
    """
    if not len(numbers):
        return np.empty(0)
    slots = snapshot.slots.values[numbers]
    return cosines(snapshot.rows_of(role), vector, slots, SIMILARITY_DECIMALS)


def named(window: Window, looks: NDArray[np.float64], vector: FloatArray) -> NDArray[np.float64]:
    """(C,) similarities of designs with words, by how they look and what they are called."""
    if not window.snapshot.rows_of(TEXT).shape[1]:
        return looks
    names = compared(window.snapshot, window.chosen, vector, TEXT)
    scale = window.names or NameScale.of(looks, names)
    return np.round(scale.joined(looks, names), SIMILARITY_DECIMALS)


def matching(snapshot: Snapshot, where: str | None) -> Chosen:
    """Numbers of the designs that match a filter, ascending; of all without one.

    Raises:
        LibraryError: If the filter cannot be read.
    """
    if where is None or not where.strip():
        return np.arange(len(snapshot))
    return np.flatnonzero(parse_filter(where)(snapshot))


def _without(snapshot: Snapshot, numbers: Chosen, exclude: frozenset[str]) -> Chosen:
    if not exclude:
        return numbers
    gone = [number for name in exclude if (number := snapshot.number_of(name)) is not None]
    return numbers[~np.isin(numbers, gone)]


def _loaded(store: Store) -> LoadedVectors:
    arrays = {}
    for role, vectors in store.vectors().items():
        widest = max((len(vector) for vector in vectors if vector is not None), default=0)
        rows = [v if v is not None and len(v) == widest else bytes(widest) for v in vectors]
        arrays[role] = np.frombuffer(b"".join(rows), dtype="<f4").reshape(len(rows), -1)
    return LoadedVectors({role: arrays[role] for role in ROLES})
