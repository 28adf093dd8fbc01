"""The durable table of designs.

Every write transaction takes the next revision number, by which readers learn cheaply what has
changed since they last looked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from mmdesign.errors import LibraryError
from mmdesign.library.database import Database
from mmdesign.library.records import Row
from mmdesign.library.reports import AddReport
from mmdesign.library.rows import (
    WHOLE,
    as_bytes,
    attached,
    number_in,
    read_meta,
    row_of,
    set_meta,
)
from mmdesign.library.schema import bodies, designs, removals, thumbnails
from mmdesign.library.vector_files import MAIN, SHAPE, TEXT, VectorFiles
from mmdesign.library.writing import Writing, check_model, write_vectors

IDS_PER_QUERY = 400
LINES_PER_CHUNK = 4000
JOINED = designs.c.design_id == thumbnails.c.design_id


@dataclass(frozen=True, slots=True)
class Line:
    """What a search needs to know of a design, without its vectors."""

    position: int
    slot: int
    design_id: str
    facts: bytes


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened since a revision, or a part of it."""

    revision: int
    rows: tuple[Line, ...]
    """Added or updated, in order of arrival."""
    removed: tuple[str, ...]
    generation: int = 0
    """Of the vector files that the slots belong to."""


class Store:
    """Rows of designs; safe to use from many threads and, by its database, many processes."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.model: tuple[str, str] | None = None
        """Id and width of the model whose vectors are written."""

    def claim(self, given: Mapping[str, str]) -> dict[str, str]:
        """Write what the library is about; return what holds.

        What was said before stands, but a library without designs may change its model.
        """
        with self.database.writing() as connection:
            known = read_meta(connection)
            is_empty = connection.execute(sa.select(designs.c.position).limit(1)).first() is None
            changed = {key: value for key, value in given.items() if key not in known}
            if is_empty:
                model = {key: given[key] for key in ("model_id", "width")}
                changed |= {key: value for key, value in model.items() if known.get(key) != value}
            if changed and known:
                # Slots of another width are of no use.
                changed["generation"] = str(number_in(known, "generation") + 1)
                changed["slots"] = "0"
            changed |= {} if "revision" in known else {"revision": "0"}
            set_meta(connection, changed)
        return known | changed

    def meta(self) -> dict[str, str]:
        """Read what the library is about."""
        with self.database.reading() as connection:
            return read_meta(connection)

    def say(self, key: str, value: str) -> None:
        """Write something about the library."""
        with self.database.writing() as connection:
            set_meta(connection, {key: value})

    def write(
        self, rows: Sequence[Row], removed: Sequence[str] = (), replaced: Sequence[str] = ()
    ) -> tuple[AddReport, int]:
        """Add, update, replace and remove in one transaction: all of it or nothing.

        Args:
            rows: Designs to add or update.
            removed: Ids to remove with all that is known of them.
            replaced: Ids of earlier states: each goes into the history, and the row that comes
                with its path is the next version of the same design.

        Returns:
            What became of the rows, and how many designs were removed or replaced.
        """
        with self.database.writing() as connection:
            writing = Writing(connection, self.database)
            if rows:
                check_model(self.database.address, writing.meta, self.model)
            gone = writing.retire(replaced) + writing.remove(removed)
            writing.put(rows)
            writing.finish()
        return AddReport(**writing.counts), gone

    def revision(self) -> int:
        """Return the number of the last change."""
        with self.database.reading() as connection:
            # Every search asks this: written out, it takes a third of the time.
            told = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'revision'")
            return self._revision({"revision": str(told.scalar())})

    def count(self) -> int:
        """Count the designs."""
        with self.database.reading() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(designs)).scalar_one()

    def changes(self, since: int, generation: int) -> Iterator[Changes]:
        """Read what changed after a revision, as of one moment, a chunk at a time.

        When the vector files are of another generation than the one given, every slot is new and
        everything is read again; the first chunk tells which generation it is.
        """
        with self.database.reading() as connection:
            known = read_meta(connection)
            revision, now = self._revision(known), number_in(known, "generation")
            since = since if now == generation else -1
            gone = sa.select(removals.c.design_id).where(removals.c.revision > since)
            yield Changes(revision, (), tuple(connection.scalars(gone)), now)
            wanted = (
                sa.select(designs.c.position, designs.c.slot, designs.c.design_id, designs.c.facts)
                .where(designs.c.revision > since)
                .order_by(designs.c.position)
                .execution_options(yield_per=LINES_PER_CHUNK)
            )
            for part in connection.execute(wanted).partitions():
                lines = tuple(
                    Line(at, slot, name, as_bytes(facts)) for at, slot, name, facts in part
                )
                yield Changes(revision, lines, (), now)

    def rows(self, design_ids: Sequence[str], whole: bool = True) -> dict[str, Row]:
        """Read the rows of some designs; those that are not there are left out.

        Args:
            design_ids: The designs.
            whole: With their pictures and parts.
        """
        found: dict[str, Row] = {}
        with self.database.reading() as connection:
            for start in range(0, len(design_ids), IDS_PER_QUERY):
                chunk = list(design_ids[start : start + IDS_PER_QUERY])
                put_together = attached(connection, chunk).row_of if whole else row_of
                wanted = sa.select(*WHOLE).where(designs.c.design_id.in_(chunk))
                for read in connection.execute(wanted):
                    found[read.design_id] = put_together(read)
        return found

    def each(self) -> Iterator[tuple[int, Row | None]]:
        """Read every row by itself, so that a broken one hides no other: position, row or None."""
        with self.database.reading() as connection:
            wanted = sa.select(designs.c.position).order_by(designs.c.position)
            positions = list(connection.scalars(wanted))
        for position in positions:
            try:
                with self.database.reading() as connection:
                    row = _alone(connection, position)
            except LibraryError:
                row = None
            yield position, row

    def ids(self, offset: int = 0, limit: int | None = None) -> list[str]:
        """List ids in order of arrival."""
        wanted = sa.select(designs.c.design_id).order_by(designs.c.position)
        with self.database.reading() as connection:
            return list(connection.scalars(wanted.offset(offset).limit(limit)))

    def has(self, design_id: str) -> bool:
        """Tell whether a design is here."""
        wanted = sa.select(designs.c.position).where(designs.c.design_id == design_id)
        with self.database.reading() as connection:
            return connection.execute(wanted).first() is not None

    def ids_by_path(self) -> dict[str, str]:
        """Map the path of every design to its id."""
        wanted = sa.select(designs.c.path, designs.c.design_id).order_by(designs.c.position)
        with self.database.reading() as connection:
            return {str(read.path): str(read.design_id) for read in connection.execute(wanted)}

    def integrity(self) -> tuple[str, ...]:
        """Let SQLite check its own pages and check the order of changes; empty when all is well."""
        answers: list[str] = []
        try:
            with self.database.reading() as connection:
                if not self.database.is_server:
                    answers += connection.exec_driver_sql("PRAGMA integrity_check").scalars()
                last = connection.execute(sa.select(sa.func.max(designs.c.revision))).scalar()
                if (last or 0) > self._revision(read_meta(connection)):
                    answers.append("the number of the last change is too low")
                alone = sa.select(thumbnails.c.design_id).outerjoin(designs, JOINED)
                for name in connection.scalars(alone.where(designs.c.design_id.is_(None))):
                    answers.append(f"there is a picture of {name}, which is no design here")
                lone = sa.select(bodies.c.design_id).distinct()
                lone = lone.where(bodies.c.design_id.not_in(sa.select(designs.c.design_id)))
                for name in connection.scalars(lone):
                    answers.append(f"there are parts of {name}, which is no design here")
        except LibraryError as problem:
            answers.append(str(problem))
        return tuple(answer for answer in answers if answer != "ok")

    def files(self, generation: int | None = None) -> VectorFiles | None:
        """Return the vector files as they are now, or of another generation.

        Returns:
            None on a server, or where none may be made.

        Raises:
            LibraryError: If another process has given the empty library another model.
        """
        folder = self.database.address.folder
        if folder is None or self.database.read_only:
            return None
        known = self.meta()
        check_model(self.database.address, known, self.model)
        given = {} if generation is None else {"generation": str(generation)}
        return VectorFiles.of(folder, known | given)

    def rebuild_files(self) -> None:
        """Write the vector files anew, without gaps, and take the next generation."""
        with self.database.writing() as connection:
            write_vectors(connection, self.database)
        files = self.files()
        if files is not None:
            files.remove_others()

    def vectors(self) -> dict[str, list[bytes | None]]:
        """Read all vectors in order of arrival, by role; for a small library without files."""
        wanted = sa.select(designs.c.vector, designs.c.text_vector, designs.c.shape)
        with self.database.reading() as connection:
            read = connection.execute(wanted.order_by(designs.c.position)).all()
        return {role: [found[at] for found in read] for at, role in enumerate((MAIN, TEXT, SHAPE))}

    def _revision(self, known: Mapping[str, str]) -> int:
        if not known.get("revision", "").isdecimal():
            message = (
                f"The library in {self.database.address} cannot be used: the number of its last "
                "change is damaged; restore a copy."
            )
            raise LibraryError(message)
        return int(known["revision"])


def _alone(connection: sa.Connection, position: int) -> Row | None:
    found: sa.Row[Any] | None = connection.execute(
        sa.select(*WHOLE).where(designs.c.position == position)
    ).first()
    if found is None:
        return None
    return attached(connection, [found.design_id]).row_of(found)
