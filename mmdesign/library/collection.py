"""Library: the one class through which everything else uses the design library."""

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Self

import numpy as np

from mmdesign.closing import Closing
from mmdesign.domain import FloatArray
from mmdesign.errors import LibraryError
from mmdesign.library.addresses import Address
from mmdesign.library.agreeing import Asked
from mmdesign.library.answering import Answer, answered
from mmdesign.library.chronicle import Chronicle
from mmdesign.library.families import each_family, families_of
from mmdesign.library.finding import Chosen, Finder, Wish, compared, matching, named
from mmdesign.library.index import Snapshot
from mmdesign.library.inspecting import kinds_in, measured_in, tags_in, verified
from mmdesign.library.opening import EXACT_LIMIT, Opened, open_place, size_bytes
from mmdesign.library.records import Record, to_record, to_row
from mmdesign.library.reports import (
    AddReport,
    Failure,
    LibraryStats,
    PastReview,
    Revision,
    VerifyReport,
)
from mmdesign.library.searching import (
    LIBRARY_IS_EMPTY,
    NOTHING_MATCHES,
    NOTHING_SO_LARGE,
    Query,
    SearchResult,
    UnitForms,
    note_on,
    of_size,
    rank,
    wanted,
)
from mmdesign.library.store import Store
from mmdesign.library.wholes import Occurrence, occurrences

RESERVE_BYTES = 32 * 1024 * 1024
"""Kept free on the disk: on a full one SQLite cannot even delete."""


class Library(Closing):
    """Past designs in a folder or on a PostgreSQL server: records, vectors, search.

    Many threads may use one Library, and many processes one place. Use it in a `with` block, or
    call close().
    """

    def __init__(self, opened: Opened) -> None:
        self.address: Address = opened.database.address
        self.model_id = opened.model_id
        self.width = opened.width
        self.exact_limit = opened.exact_limit
        self._database = opened.database
        self._store: Store = opened.store
        self._finder: Finder = opened.finder
        self._chronicle = Chronicle(opened.database)
        self._forms = UnitForms()

    @classmethod
    def open(
        cls, place: str | Path, model_id: str, width: int, *, exact_limit: int = EXACT_LIMIT
    ) -> Self:
        """Open the library in a folder or at a URL, or begin one there.

        A library without designs takes the model that opens it.

        Args:
            place: A folder, or postgresql+psycopg://user@host/database.
            model_id: The model whose vectors it holds.
            width: Embedding width D of that model.
            exact_limit: Up to so many designs a search compares all of them; beyond, an index
                proposes what is compared. A filtered search always compares all that match.

        Raises:
            LibraryError: If it holds another model's vectors, or cannot be opened.
        """
        return cls(open_place(place, (model_id, width), exact_limit=exact_limit))

    @classmethod
    def open_existing(
        cls, place: str | Path, *, read_only: bool = False, exact_limit: int = EXACT_LIMIT
    ) -> Self:
        """Open a library for whatever model it was made with.

        Args:
            place: Where the library is.
            read_only: Leave no trace in the folder; only for a library that nobody writes to
                meanwhile, such as the one that ships with the app.
            exact_limit: As for `open`.

        Raises:
            LibraryError: If there is none, or it cannot be opened.
        """
        return cls(open_place(place, None, read_only=read_only, exact_limit=exact_limit))

    @property
    def folder(self) -> Path | None:
        """The folder of the library; None on a server."""
        return self.address.folder

    def close(self) -> None:
        """Close the files; a closed library cannot be used any more."""
        self._finder.close()
        self._database.close()

    def __len__(self) -> int:
        return self._store.count()

    def __bool__(self) -> bool:
        return True

    def __contains__(self, design_id: object) -> bool:
        return isinstance(design_id, str) and self._store.has(design_id)

    def add(self, records: Iterable[Record], replacing: Sequence[str] = ()) -> AddReport:
        """Add or update designs by their id: all of them or, on an error, none.

        When this returns the designs are on the disk. Adding the same again changes nothing.

        Args:
            records: The designs.
            replacing: Ids of earlier states, such as of an edited file. In the same step they go
                into the history; the record that has their path is the next version.

        Raises:
            LibraryError: If a vector does not fit, the disk is full, or the library is damaged.
        """
        rows = [to_row(record, self.width) for record in records]
        needed = RESERVE_BYTES + sum(
            len(row.facts)
            + len(row.thumbnail or b"")
            + 3 * len(row.vector)
            + sum(body.form.nbytes for body in row.bodies or ())
            for row in rows
        )
        if self.folder is not None and shutil.disk_usage(self.folder).free < needed:
            message = (
                f"The disk of the library in {self.folder} is nearly full, so nothing was added; "
                "free some space and try again."
            )
            raise LibraryError(message)
        return self._store.write(rows, replaced=replacing)[0]

    def remove(self, design_ids: Iterable[str]) -> int:
        """Remove designs with their history and reviews; ids that are not there are passed over.

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
            message = f"There is no design {design_id[:64]!r} in the library in {self.address}."
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
        if where is None or not where.strip():
            return self._read(self._store.ids(offset, limit))
        snapshot, chosen = self._matching(where)
        wanted = chosen[offset : None if limit is None else offset + limit]
        return self._read([snapshot.ids[int(number)] for number in wanted])

    def count(self, where: str | None = None) -> int:
        """Count the designs that match a filter.

        Raises:
            LibraryError: If the filter cannot be read.
        """
        if where is None or not where.strip():
            return self._store.count()
        return len(self._matching(where)[1])

    def ids_by_path(self) -> dict[str, str]:
        """Map the path of every design to its id."""
        return self._store.ids_by_path()

    def search(
        self,
        query: Query,
        k: int = 10,
        *,
        where: str | None = None,
        exclude: Iterable[str] = (),
    ) -> SearchResult:
        """Find the designs most similar to a query.

        Every design that may match is compared, unless the library is beyond its exact limit and
        there is no filter.

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
        narrow = None if query.size_within is None else partial(of_size, query=query)
        wish = Wish(where, frozenset(exclude), narrow, by_name=query.is_words)
        found = self._finder.window(query.vector, wanted(query, k), wish)
        if not found.chosen.size:
            return SearchResult((), self._why_nothing(query, where))
        looks = compared(found.snapshot, found.chosen, query.vector)
        if query.is_words:
            looks = named(found, looks, query.vector)
        ranking = rank(found.snapshot, found.chosen, looks, query, k, self._forms)
        ranking = ranking.among(len(found.chosen), found.matching)
        answer = Answer(found.snapshot, ranking, query, wish, k)
        hits = answered(self._store, self._finder, answer)
        return SearchResult(hits, note_on(hits, query))

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
        cosines = self._finder.cosines(vector, where)
        if not cosines.size:
            return None
        mine = round(similarity, 6)
        return float(np.mean(cosines < mine) + 0.5 * np.mean(cosines == mine))

    def quantities(self) -> tuple[str, ...]:
        """Names of what was measured of any design, in alphabetical order."""
        return tuple(sorted(self._finder.snapshot().quantities))

    def prepare_index(self) -> None:
        """Build the approximate index now, if the library is so large that it needs one.

        Otherwise the first search that misses it builds it in the background.
        """
        self._finder.prepare_index()

    def knows(self, design_id: str) -> bool:
        """Tell whether a design is here or was an earlier state of one that is."""
        return self._chronicle.knows(design_id)

    def revisions(self, design_id: str) -> tuple[Revision, ...]:
        """List the states of a design, oldest first; empty when it was never here."""
        return self._chronicle.revisions(design_id)

    def families(self, design_ids: Sequence[str]) -> Mapping[str, tuple[Record, ...]]:
        """Find the versions of each of some designs, newest first; see library.families.

        Returns:
            By design id, without pictures; designs of one version only are left out.

        Raises:
            LibraryError: If a design is damaged.
        """
        return families_of(self._store, design_ids)

    def each_family(self) -> Iterator[tuple[Record, ...]]:
        """List all families of versions, each newest first, without pictures.

        Raises:
            LibraryError: If a design is damaged.
        """
        return each_family(self._store)

    def wholes(self, record: Record) -> tuple[Occurrence, ...]:
        """List the designs that hold a design as a part, the surest first."""
        asked = Asked(record.design_id, record.measurements, (), record.shape_descriptor)
        return occurrences(self._database, asked)

    def add_review(self, design_id: str, spec: str, review: Mapping[str, Any]) -> int:
        """Keep a review of a design, here or not; return its number.

        Args:
            design_id: The design.
            spec: The brief as it was written.
            review: The review, as `review --json` prints it.
        """
        return self._chronicle.add_review(design_id, spec, review)

    def reviews(
        self, design_id: str | None = None, limit: int = 100, earlier: bool = False
    ) -> tuple[PastReview, ...]:
        """List reviews of one design or of all, newest first.

        Args:
            design_id: Of one design; None for all.
            limit: How many to return at most.
            earlier: With those of the design's other states.

        Raises:
            LibraryError: If one of them is damaged.
        """
        return self._chronicle.reviews(design_id, limit, earlier)

    def failures(self) -> tuple[Failure, ...]:
        """List the files that could not be read when they were indexed."""
        return self._chronicle.failures()

    def note_failures(self, found: Sequence[Failure], mended: Collection[str] = ()) -> None:
        """Keep failed files with their reason, and forget the paths that were mended."""
        self._chronicle.note_failures(found, mended)

    def verify(self) -> VerifyReport:
        """Check every stored byte: each design's seal, its picture, and the file's own structure.

        The structure alone is not enough: most damage to stored vectors leaves it sound.
        """
        return verified(self._store, self._chronicle.problems(), self.width)

    def compact(self) -> None:
        """Write the vector files anew from the table, without the gaps that removals left."""
        if self.folder is not None:
            self._store.rebuild_files()

    def stats(self) -> LibraryStats:
        """Count what is in the library."""
        snapshot = self._finder.snapshot()
        return LibraryStats(
            folder=str(self.address),
            model_id=self.model_id,
            width=self.width,
            designs=len(snapshot),
            kinds=kinds_in(snapshot),
            tags=tags_in(snapshot),
            measured=measured_in(snapshot),
            size_bytes=size_bytes(self._database, self._store),
            failures=len(self.failures()),
            exact_limit=self.exact_limit,
        )

    def _matching(self, where: str) -> tuple[Snapshot, Chosen]:
        snapshot = self._finder.snapshot()
        return snapshot, matching(snapshot, where)

    def _read(self, design_ids: Sequence[str]) -> tuple[Record, ...]:
        rows = self._store.rows(design_ids)
        return tuple(to_record(rows[i]) for i in design_ids if i in rows)

    def _why_nothing(self, query: Query, where: str | None) -> str:
        if not len(self):
            return LIBRARY_IS_EMPTY
        is_size = query.size_within is not None and self.count(where) > 0
        return NOTHING_SO_LARGE if is_size else NOTHING_MATCHES
