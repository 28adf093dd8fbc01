"""Library: the one class through which everything else uses the design library."""

import shutil
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import FloatArray, Hit
from mmdesign.errors import LibraryError
from mmdesign.library import store as storage
from mmdesign.library.filters import parse_filter
from mmdesign.library.index import Snapshot, empty_snapshot, updated
from mmdesign.library.records import Record, is_whole, to_record, to_row
from mmdesign.library.reports import AddReport, LibraryStats, VerifyReport
from mmdesign.library.searching import (
    LIBRARY_IS_EMPTY,
    NOTHING_MATCHES,
    Query,
    SearchResult,
    agreeing_facts,
    best,
    note_on,
    probability,
    similarities,
)

FORMAT = "1"
RESERVE_BYTES = 32 * 1024 * 1024
"""Kept free on the disk: on a full one SQLite cannot even delete."""


class Library:
    """Past designs in one folder: records, vectors, exact search.

    Many threads may use one Library, and many processes one folder. Use it in a `with` block, or
    call close().
    """

    def __init__(self, folder: Path, store: storage.Store, model_id: str, width: int) -> None:
        self.folder = folder
        self.model_id = model_id
        self.width = width
        self._store = store
        self._snapshot = empty_snapshot(width)
        self._refreshing = threading.Lock()

    @classmethod
    def open(cls, folder: Path, model_id: str, width: int) -> Self:
        """Open the library in a folder, or begin one there.

        Args:
            folder: Where everything about the library is kept.
            model_id: The model whose vectors it holds.
            width: Embedding width D of that model.

        Raises:
            LibraryError: If it holds another model's vectors, or cannot be opened.
        """
        store = _open_store(folder)
        try:
            meta = store.claim({"format": FORMAT, "model_id": model_id, "width": str(width)})
            _check_format(folder, meta)
            _check_model(folder, meta, model_id, width)
        except LibraryError:
            store.close()
            raise
        return cls(folder, store, model_id, width)

    @classmethod
    def open_existing(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Open a library for whatever model it was made with.

        Args:
            folder: Where the library is.
            read_only: Leave no trace in the folder; only for a library that nobody writes to
                meanwhile, such as the one that ships with the app.

        Raises:
            LibraryError: If there is none in the folder, or it cannot be opened.
        """
        if not storage.exists(folder):
            message = f"There is no library in {folder}; make one with 'mmdesign index'."
            raise LibraryError(message)
        store = storage.Store(folder, read_only)
        try:
            meta = store.meta()
            _check_format(folder, meta)
        except LibraryError:
            store.close()
            raise
        return cls(folder, store, meta["model_id"], int(meta["width"]))

    def close(self) -> None:
        """Close the files; a closed library cannot be used any more."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._fresh())

    def __bool__(self) -> bool:
        return True

    def __contains__(self, design_id: object) -> bool:
        return isinstance(design_id, str) and bool(self._store.rows([design_id], False))

    def add(self, records: Iterable[Record], replacing: Sequence[str] = ()) -> AddReport:
        """Add or update designs by their id: all of them or, on an error, none.

        When this returns the designs are on the disk. Adding the same again changes nothing.

        Args:
            records: The designs.
            replacing: Ids of designs to remove in the same step, such as an edited file's earlier
                state.

        Raises:
            LibraryError: If a vector does not fit, the disk is full, or the library is damaged.
        """
        rows = [to_row(record, self.width) for record in records]
        needed = RESERVE_BYTES + sum(len(row.facts) + len(row.thumbnail or b"") for row in rows)
        if shutil.disk_usage(self.folder).free < needed:
            message = (
                f"The disk of the library in {self.folder} is nearly full, so nothing was added; "
                "free some space and try again."
            )
            raise LibraryError(message)
        return self._store.write(rows, replacing)[0]

    def remove(self, design_ids: Iterable[str]) -> int:
        """Remove designs; ids that are not there are passed over.

        Returns:
            How many were removed.
        """
        return self._store.write((), tuple(design_ids))[1]

    def get(self, design_id: str) -> Record:
        """Read one design with its picture.

        Raises:
            LibraryError: If it is not there, or damaged.
        """
        row = self._store.rows([design_id]).get(design_id)
        if row is None:
            message = f"There is no design {design_id[:64]!r} in the library in {self.folder}."
            raise LibraryError(message)
        return to_record(row)

    def thumbnail(self, design_id: str) -> bytes:
        """Read the picture of a design: WebP, or empty when it has none.

        Raises:
            LibraryError: If the design is not there, or damaged.
        """
        return self.get(design_id).thumbnail

    def records(
        self, offset: int = 0, limit: int | None = None, where: str | None = None
    ) -> tuple[Record, ...]:
        """List designs in order of arrival.

        Args:
            offset: How many to leave out at the start.
            limit: How many to return at most; None for all.
            where: Filter, see library.filters.

        Raises:
            LibraryError: If the filter cannot be read, or a design is damaged.
        """
        snapshot = self._fresh()
        chosen = _chosen(snapshot, where)[offset : None if limit is None else offset + limit]
        return self._read([snapshot.entries[number].design_id for number in chosen])

    def ids_by_path(self) -> dict[str, str]:
        """Map the path of every design to its id."""
        return {entry.path: entry.design_id for entry in self._fresh().entries}

    def search(
        self,
        query: Query,
        k: int = 10,
        *,
        where: str | None = None,
        exclude: Iterable[str] = (),
    ) -> SearchResult:
        """Find the designs most similar to a query, by exact comparison with all that may match.

        Args:
            query: Vector and what is known about the design that is asked about.
            k: How many to return at most.
            where: Filter that is applied first, see library.filters.
            exclude: Ids that must not be returned, such as the asked design's own.

        Returns:
            Hits with rank from 1, and a note when none of them is a good match.

        Raises:
            LibraryError: If the filter cannot be read, or the library is damaged.
        """
        if query.vector.shape != (self.width,) or k < 1:
            message = f"search needs a ({self.width},) vector and k >= 1, not k={k}"
            raise ValueError(message)
        snapshot = self._fresh()
        chosen = _chosen(snapshot, where, frozenset(exclude))
        if not chosen.size:
            return SearchResult((), NOTHING_MATCHES if len(snapshot) else LIBRARY_IS_EMPTY)
        ranked = best(snapshot, chosen, self._cosines(snapshot, chosen, query.vector), k)
        hits = self._hits(snapshot, ranked, query)
        return SearchResult(hits, note_on(hits))

    def percentile(
        self, vector: FloatArray, similarity: float, where: str | None = None
    ) -> float | None:
        """Share of the library that is less similar to a vector than a given similarity.

        It is context for a reviewer ('better than 80 % of your library'), never a probability.

        Args:
            vector: (D,) unit vector, for example of a requirement's text.
            similarity: Cosine of the reviewed design with that vector.
            where: Filter on the designs to compare with.

        Returns:
            A share in [0, 1], designs just as similar counting half; None when there are none.
        """
        snapshot = self._fresh()
        chosen = _chosen(snapshot, where)
        if not chosen.size:
            return None
        cosines = self._cosines(snapshot, chosen, vector)
        mine = round(similarity, 6)
        return float(np.mean(cosines < mine) + 0.5 * np.mean(cosines == mine))

    def verify(self) -> VerifyReport:
        """Check every stored byte: each design's seal, its picture, and the file's own structure.

        The structure alone is not enough: most damage to stored vectors leaves it sound.
        """
        damaged: list[str] = []
        problems = [f"file structure: {line}" for line in self._store.integrity()]
        checked = 0
        for position, row in self._store.each():
            checked += 1
            if row is None:
                problems.append(f"the design at position {position} cannot be read")
            elif not is_whole(row, self.width):
                damaged.append(row.design_id)
                problems.append(f"the design {row.design_id} is not what was once written")
        return VerifyReport(checked, tuple(damaged), tuple(problems))

    def stats(self) -> LibraryStats:
        """Count what is in the library."""
        snapshot = self._fresh()
        entries = snapshot.entries
        return LibraryStats(
            folder=str(self.folder),
            model_id=self.model_id,
            width=self.width,
            designs=len(entries),
            kinds=dict(Counter(entry.kind for entry in entries)),
            tags=dict(Counter(tag for entry in entries for tag in entry.tags)),
            measured={
                quantity: len(np.unique(designs))
                for quantity in sorted(snapshot.quantities)
                if (designs := snapshot.numbers(quantity)[0]).size
            },
            size_bytes=storage.size_bytes(self.folder),
        )

    def _fresh(self) -> Snapshot:
        """Return the library as it is on the disk now, reading only what changed."""
        with self._refreshing:
            if self._store.revision() != self._snapshot.revision:
                changes = self._store.changes(self._snapshot.revision)
                self._snapshot = updated(self._snapshot, changes)
            return self._snapshot

    def _read(self, design_ids: Sequence[str]) -> tuple[Record, ...]:
        rows = self._store.rows(design_ids)
        return tuple(to_record(rows[i]) for i in design_ids if i in rows)

    def _cosines(
        self, snapshot: Snapshot, chosen: NDArray[np.intp], vector: FloatArray
    ) -> NDArray[np.float64]:
        everything = len(chosen) == len(snapshot)
        return similarities(snapshot.vectors if everything else snapshot.vectors[chosen], vector)

    def _hits(
        self, snapshot: Snapshot, ranked: Sequence[tuple[int, float]], query: Query
    ) -> tuple[Hit, ...]:
        ids = [snapshot.entries[number].design_id for number, _ in ranked]
        rows = self._store.rows(ids, False) if query.measurements or query.tags else {}
        hits = []
        for rank, (number, similarity) in enumerate(ranked, start=1):
            entry = snapshot.entries[number]
            row = rows.get(entry.design_id)
            hits.append(
                Hit(
                    design_id=entry.design_id,
                    name=entry.name,
                    path=entry.path,
                    similarity=similarity,
                    probability=probability(similarity, query.calibration),
                    rank=rank,
                    why=() if row is None else agreeing_facts(query, to_record(row)),
                )
            )
        return tuple(hits)


def copy_library(source: Path, target: Path) -> None:
    """Copy a library, such as the sample library, into another folder in one step.

    Args:
        source: Folder of an existing library; it may be in use.
        target: Folder that holds no library yet.

    Raises:
        LibraryError: If there is nothing to copy, or a library in the way.
    """
    if storage.exists(target):
        message = f"There is already a library in {target}; choose another folder."
        raise LibraryError(message)
    with Library.open_existing(source) as library:
        _make_folder(target)
        library._store.copy_to(target)


def _open_store(folder: Path) -> storage.Store:
    _make_folder(folder)
    return storage.Store(folder)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        message = f"The library folder {folder} cannot be made: {problem.strerror}."
        raise LibraryError(message) from problem


def _check_format(folder: Path, meta: Mapping[str, str]) -> None:
    is_whole_meta = "model_id" in meta and meta.get("width", "").isdecimal()
    if meta.get("format") != FORMAT or not is_whole_meta:
        message = (
            f"The library in {folder} has the format {meta.get('format')!r}, and this version "
            f"reads {FORMAT!r}; index the designs again into another folder."
        )
        raise LibraryError(message)


def _check_model(folder: Path, meta: Mapping[str, str], model_id: str, width: int) -> None:
    if (meta["model_id"], meta["width"]) != (model_id, str(width)):
        message = (
            f"The library in {folder} holds vectors of the model {meta['model_id']!r} "
            f"(width {meta['width']}), not of {model_id!r} (width {width}): choose that "
            "model, or index the designs again into another folder."
        )
        raise LibraryError(message)


def _chosen(
    snapshot: Snapshot, where: str | None, exclude: frozenset[str] = frozenset()
) -> NDArray[np.intp]:
    if where is None or not where.strip():
        wanted = np.ones(len(snapshot), dtype=bool)
    else:
        wanted = parse_filter(where)(snapshot)
    if exclude:
        wanted &= np.array([entry.design_id not in exclude for entry in snapshot.entries], bool)
    return np.flatnonzero(wanted)
