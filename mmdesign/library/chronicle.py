"""What happened to designs: earlier states, reviews, and files that could not be read."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from mmdesign.errors import LibraryError
from mmdesign.library.database import Database
from mmdesign.library.records import Row, digest, to_record
from mmdesign.library.reports import Failure, PastReview, Revision
from mmdesign.library.rows import as_bytes
from mmdesign.library.schema import designs, failures, history, reviews

PATHS_PER_QUERY = 400


class Chronicle:
    """The tables beside the designs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revisions(self, design_id: str) -> tuple[Revision, ...]:
        """List the states of a design, oldest first; empty when it was never here."""
        with self._database.reading() as connection:
            lines = list(connection.scalars(_lines_of(design_id)))
            past = connection.execute(
                sa.select(history)
                .where(history.c.lineage.in_(lines))
                .order_by(history.c.lineage, history.c.version)
            ).all()
            now = connection.execute(sa.select(designs).where(designs.c.lineage.in_(lines))).all()
        states = [_revision(read, as_bytes(read.picture), read.retired_at) for read in past]
        states += [_revision(read, None, None) for read in now]
        return tuple(sorted(states, key=lambda state: (state.lineage, state.version)))

    def knows(self, design_id: str) -> bool:
        """Tell whether a design is here or was an earlier state of one that is."""
        with self._database.reading() as connection:
            return connection.execute(_lines_of(design_id)).first() is not None

    def add_review(self, design_id: str, spec: str, review: Mapping[str, Any]) -> int:
        """Keep a review; returns its number."""
        at = _now()
        told = json.dumps(review, allow_nan=False).encode()
        sealed = _review_seal(design_id, at, spec, told)
        with self._database.writing() as connection:
            added = connection.execute(
                sa.insert(reviews).values(
                    design_id=design_id, reviewed_at=at, spec=spec, review=told, checksum=sealed
                )
            )
            return int(added.inserted_primary_key[0]) if added.inserted_primary_key else 0

    def reviews(
        self, design_id: str | None = None, limit: int = 100, earlier: bool = False
    ) -> tuple[PastReview, ...]:
        """List reviews, newest first.

        Args:
            design_id: Of one design; None for all.
            limit: How many to return at most.
            earlier: With those of the design's other states.

        Raises:
            LibraryError: If one of them is damaged.
        """
        wanted = sa.select(reviews).order_by(reviews.c.number.desc()).limit(limit)
        if design_id is not None and earlier:
            lines = _lines_of(design_id).subquery()
            mine = sa.select(lines.c.lineage)
            states = sa.union(
                sa.select(designs.c.design_id).where(designs.c.lineage.in_(mine)),
                sa.select(history.c.design_id).where(history.c.lineage.in_(mine)),
            )
            wanted = wanted.where(reviews.c.design_id.in_(states))
        elif design_id is not None:
            wanted = wanted.where(reviews.c.design_id == design_id)
        with self._database.reading() as connection:
            return tuple(_past_review(read) for read in connection.execute(wanted))

    def failures(self) -> tuple[Failure, ...]:
        """List the files that could not be read, by path."""
        with self._database.reading() as connection:
            read = connection.execute(sa.select(failures).order_by(failures.c.path))
            return tuple(Failure(*found) for found in read)

    def note_failures(self, found: Sequence[Failure], mended: Collection[str] = ()) -> None:
        """Keep files that failed with their reason, and forget those that were mended."""
        gone = [*(failure.path for failure in found), *mended]
        with self._database.writing() as connection:
            for start in range(0, len(gone), PATHS_PER_QUERY):
                chunk = gone[start : start + PATHS_PER_QUERY]
                connection.execute(sa.delete(failures).where(failures.c.path.in_(chunk)))
            unique = {failure.path: failure for failure in found}
            if unique:
                connection.execute(sa.insert(failures), [_cells(f) for f in unique.values()])

    def problems(self) -> tuple[str, ...]:
        """Check the seals of earlier states and reviews; empty when all is well."""
        found: list[str] = []
        with self._database.reading() as connection:
            for read in connection.execute(sa.select(history)):
                what = f"the earlier state {read.version} of {read.lineage}"
                found += _damage(
                    lambda read: _revision(read, as_bytes(read.picture), ""), read, what
                )
            for read in connection.execute(sa.select(reviews)):
                found += _damage(_past_review, read, f"the review {read.number}")
        return tuple(found)


def _lines_of(design_id: str) -> sa.CompoundSelect[tuple[str]]:
    return sa.union(
        sa.select(designs.c.lineage).where(designs.c.design_id == design_id),
        sa.select(history.c.lineage).where(history.c.design_id == design_id),
    )


def failure(path: str, content_id: str, reason: str) -> Failure:
    """Note a failure as of now."""
    return Failure(path, content_id, reason, _now())


def _damage(take: Callable[[sa.Row[Any]], object], read: sa.Row[Any], what: str) -> Iterable[str]:
    try:
        take(read)
    except (LibraryError, ValueError):
        return (f"{what} is not what was once written",)
    return ()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _cells(failure: Failure) -> dict[str, str]:
    return {
        "path": failure.path,
        "content_id": failure.content_id,
        "reason": failure.reason,
        "failed_at": failure.failed_at,
    }


def _review_seal(design_id: str, at: str, spec: str, told: bytes) -> bytes:
    return digest(design_id.encode(), at.encode(), spec.encode("utf-8", "surrogatepass"), told)


def _past_review(read: sa.Row[Any]) -> PastReview:
    told = as_bytes(read.review)
    sealed = _review_seal(read.design_id, read.reviewed_at, read.spec, told)
    if sealed != as_bytes(read.checksum):
        message = (
            f"The review {read.number} in the library is damaged; restore a copy of the library, "
            "or review the design again."
        )
        raise LibraryError(message)
    return PastReview(read.number, read.design_id, read.reviewed_at, read.spec, json.loads(told))


def _revision(read: sa.Row[Any], picture: bytes | None, retired_at: str | None) -> Revision:
    record = to_record(_row(read, picture))
    return Revision(read.lineage, read.version, record, retired_at)


def _row(read: sa.Row[Any], picture: bytes | None) -> Row:
    return Row(
        design_id=read.design_id,
        added_at=read.added_at,
        facts=as_bytes(read.facts),
        vector=as_bytes(read.vector),
        shape=read.shape,
        thumbnail=picture,
        checksum=as_bytes(read.checksum),
        text_vector=read.text_vector,
    )
