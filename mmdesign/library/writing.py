"""One write transaction: what happens to the designs between its beginning and its end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from mmdesign.errors import LibraryError
from mmdesign.library.addresses import Address
from mmdesign.library.database import Database
from mmdesign.library.records import Row, seal
from mmdesign.library.rows import (
    WHOLE,
    body_values,
    number_in,
    pictures_of,
    read_meta,
    row_of,
    set_meta,
    values_of,
)
from mmdesign.library.schema import bodies, designs, history, removals, reviews, thumbnails
from mmdesign.library.vector_files import FLOAT_BYTES, MAIN, SHAPE, TEXT, VectorFiles

ROWS_AT_ONCE = 400
VECTORS_AT_ONCE = 2000


class Writing:
    """Changes to the table within a transaction, all under one revision number."""

    def __init__(self, connection: sa.Connection, database: Database) -> None:
        self.counts = {"added": 0, "unchanged": 0, "updated": 0}
        self._connection = connection
        self._folder = database.address.folder
        self.meta = read_meta(connection)
        self._revision = number_in(self.meta, "revision") + 1
        self._gone = 0
        self._next: dict[str, tuple[str, int]] = {}
        """Path of a retired design -> its line and the version that comes next."""

    def retire(self, design_ids: Sequence[str]) -> int:
        """Move designs into the history; return how many were there."""
        count = 0
        for chunk in _chunks(design_ids):
            pictures = pictures_of(self._connection, chunk)
            wanted = sa.select(*WHOLE).where(designs.c.design_id.in_(chunk))
            found = self._connection.execute(wanted).all()
            if found:
                states = [_retired(read, pictures.get(read.design_id, b"")) for read in found]
                self._connection.execute(sa.insert(history), states)
            self._next |= {read.path: (read.lineage, read.version + 1) for read in found}
            count += self._drop([read.design_id for read in found])
        return count

    def remove(self, design_ids: Sequence[str]) -> int:
        """Remove designs and all that is known of them; return how many were there."""
        count = 0
        for chunk in _chunks(design_ids):
            lines = sa.select(designs.c.lineage).where(designs.c.design_id.in_(chunk))
            states = sa.select(history.c.design_id).where(history.c.lineage.in_(lines))
            is_kept = sa.exists().where(
                designs.c.design_id == reviews.c.design_id, designs.c.design_id.not_in(chunk)
            )
            gone = reviews.c.design_id.in_(chunk) | (reviews.c.design_id.in_(states) & ~is_kept)
            self._connection.execute(sa.delete(reviews).where(gone))
            self._connection.execute(sa.delete(history).where(history.c.lineage.in_(lines)))
            there = sa.select(designs.c.design_id).where(designs.c.design_id.in_(chunk))
            count += self._drop(list(self._connection.scalars(there)))
        return count

    def put(self, rows: Sequence[Row]) -> None:
        """Add or update designs; of several rows with one id the last one stands."""
        for chunk in _without_repeats(rows):
            stored = self._stored([row.design_id for row in chunk])
            changed = [row for row in chunk if not _is_stored(row, stored.get(row.design_id))]
            old = [row for row in changed if row.design_id in stored]
            new = [row for row in changed if row.design_id not in stored]
            self.counts["unchanged"] += len(chunk) - len(changed)
            self.counts["updated"] += len(old)
            self.counts["added"] += len(new)
            self._update(self._placed(old, stored))
            self._insert(self._placed(new, stored))
            self._attach(changed)

    def finish(self) -> None:
        """Take the next revision number if anything changed."""
        if self._gone or self.counts["added"] or self.counts["updated"]:
            set_meta(self._connection, {"revision": str(self._revision)})

    def _stored(self, design_ids: Sequence[str]) -> dict[str, Row]:
        wanted = sa.select(*WHOLE).where(designs.c.design_id.in_(design_ids))
        return {read.design_id: row_of(read) for read in self._connection.execute(wanted)}

    def _drop(self, design_ids: list[str]) -> int:
        if design_ids:
            for table in (designs, thumbnails, bodies):
                gone = sa.delete(table).where(table.c.design_id.in_(design_ids))
                self._connection.execute(gone)
            lines = [{"design_id": gone, "revision": self._revision} for gone in design_ids]
            self._connection.execute(sa.insert(removals), lines)
            self._gone += len(design_ids)
        return len(design_ids)

    def _update(self, rows: Sequence[Row]) -> None:
        if rows:
            changed = sa.update(designs).where(designs.c.design_id == sa.bindparam("which"))
            values = [{**values_of(row, self._revision), "which": row.design_id} for row in rows]
            self._connection.execute(changed, values)

    def _insert(self, rows: Sequence[Row]) -> None:
        if rows:
            self._connection.execute(sa.insert(designs), [self._new(row) for row in rows])

    def _new(self, row: Row) -> dict[str, Any]:
        known = (row.lineage, row.version) if row.lineage else (row.design_id, 1)
        lineage, version = self._next.get(row.path, known)
        return {**values_of(row, self._revision), "lineage": lineage, "version": version}

    def _attach(self, rows: Sequence[Row]) -> None:
        """Put the pictures and the parts of designs beside them."""
        if rows:
            ids = [row.design_id for row in rows]
            for table in (thumbnails, bodies, removals):
                self._connection.execute(sa.delete(table).where(table.c.design_id.in_(ids)))
            pictures = [
                {"design_id": row.design_id, "picture": row.thumbnail or b""} for row in rows
            ]
            self._connection.execute(sa.insert(thumbnails), pictures)
            parts = [part for row in rows for part in body_values(row)]
            if parts:
                self._connection.execute(sa.insert(bodies), parts)

    def _placed(self, rows: Sequence[Row], stored: Mapping[str, Row]) -> list[Row]:
        """Give rows with new vectors slots in the vector files, and put the vectors there."""
        if self._folder is None:
            return list(rows)
        kept = [row for row in rows if _same_vectors(row, stored.get(row.design_id))]
        moved = [row for row in rows if not _same_vectors(row, stored.get(row.design_id))]
        placed = [replace(row, slot=stored[row.design_id].slot) for row in kept]
        return [*placed, *self._with_new_slots(self._folder, moved)] if moved else placed

    def _with_new_slots(self, folder: Path, rows: Sequence[Row]) -> list[Row]:
        first = number_in(self.meta, "slots")
        changed = {"slots": str(first + len(rows)), **_shape_width(rows)}
        self.meta |= changed
        set_meta(self._connection, changed)
        placed = [replace(row, slot=first + number) for number, row in enumerate(rows)]
        VectorFiles.of(folder, self.meta).write(
            [row.slot for row in placed], [_by_role(row) for row in placed]
        )
        return placed


def check_model(address: Address, known: Mapping[str, str], model: tuple[str, str] | None) -> None:
    """Refuse to go on with a model that is not the library's any more.

    Raises:
        LibraryError: If another process has given the empty library another model.
    """
    if model is not None and model != (known.get("model_id"), known.get("width")):
        message = (
            f"The library in {address} has changed its model to {known.get('model_id')!r} "
            "meanwhile; open it again with that model."
        )
        raise LibraryError(message)


def write_vectors(connection: sa.Connection, database: Database) -> None:
    """Write the files of the next generation from the table, every design at a slot of its own."""
    folder = database.address.folder
    if folder is None:
        message = "a library on a server has no vector files"
        raise ValueError(message)
    known = read_meta(connection)
    last = sa.select(designs.c.shape).where(designs.c.shape.is_not(None))
    shape = connection.execute(last.order_by(designs.c.revision.desc()).limit(1)).scalar()
    changed = {
        "generation": str(number_in(known, "generation") + 1),
        "revision": str(number_in(known, "revision") + 1),
        "shape_width": str(len(shape or b"") // FLOAT_BYTES),
    }
    files = VectorFiles.of(folder, known | changed)
    files.remove()
    slot, at = 0, -1
    while True:
        wanted = sa.select(*WHOLE).where(designs.c.position > at).order_by(designs.c.position)
        rows = [row_of(read) for read in connection.execute(wanted.limit(VECTORS_AT_ONCE))]
        if not rows:
            break
        slots = list(range(slot, slot + len(rows)))
        files.write(slots, [_by_role(row) for row in rows])
        moved = sa.update(designs).where(designs.c.position == sa.bindparam("at"))
        places = [{"at": row.position, "slot": slots[n]} for n, row in enumerate(rows)]
        connection.execute(moved, places)
        slot, at = slot + len(rows), rows[-1].position
    set_meta(connection, {**changed, "slots": str(slot)})


def _by_role(row: Row) -> dict[str, bytes | None]:
    return {MAIN: row.vector, TEXT: row.text_vector, SHAPE: row.shape}


def _shape_width(rows: Sequence[Row]) -> dict[str, str]:
    """The newest descriptor's width; those of another width stay zero, as if there were none."""
    widths = [len(row.shape) // FLOAT_BYTES for row in rows if row.shape is not None]
    return {"shape_width": str(widths[-1])} if widths else {}


def _is_stored(row: Row, known: Row | None) -> bool:
    return known is not None and seal(row, added_at=known.added_at) == known.checksum


def _same_vectors(row: Row, known: Row | None) -> bool:
    return known is not None and known.slot >= 0 and _by_role(row) == _by_role(known)


def _retired(read: sa.Row[Any], picture: bytes) -> dict[str, Any]:
    return {
        "lineage": read.lineage,
        "version": read.version,
        "design_id": read.design_id,
        "retired_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "added_at": read.added_at,
        "facts": read.facts,
        "vector": read.vector,
        "shape": read.shape,
        "text_vector": read.text_vector,
        "checksum": read.checksum,
        "picture": picture,
    }


def _chunks(design_ids: Sequence[str]) -> Iterator[list[str]]:
    waiting = iter(dict.fromkeys(design_ids))
    while chunk := list(islice(waiting, ROWS_AT_ONCE)):
        yield chunk


def _without_repeats(rows: Sequence[Row]) -> Iterator[list[Row]]:
    chunk: dict[str, Row] = {}
    for row in rows:
        if row.design_id in chunk or len(chunk) == ROWS_AT_ONCE:
            yield list(chunk.values())
            chunk = {}
        chunk[row.design_id] = row
    if chunk:
        yield list(chunk.values())
