"""Reading and writing single rows and what the library says about itself, inside a transaction."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from mmdesign.library.records import Row
from mmdesign.library.schema import designs, meta, thumbnails

WHOLE: tuple[Any, ...] = (
    designs.c.design_id, designs.c.added_at, designs.c.facts, designs.c.vector, designs.c.shape,
    designs.c.checksum, designs.c.text_vector, designs.c.path, designs.c.position, designs.c.slot,
    designs.c.lineage, designs.c.version,
)  # fmt: skip


def row_of(read: sa.Row[Any], thumbnail: bytes | None = None) -> Row:
    """Turn what was read of the columns WHOLE into a Row."""
    return Row(
        design_id=str(read.design_id),
        added_at=str(read.added_at),
        facts=as_bytes(read.facts),
        vector=as_bytes(read.vector),
        shape=None if read.shape is None else as_bytes(read.shape),
        thumbnail=thumbnail,
        checksum=as_bytes(read.checksum),
        text_vector=None if read.text_vector is None else as_bytes(read.text_vector),
        path=str(read.path),
        position=int(read.position),
        slot=int(read.slot),
        lineage=str(read.lineage),
        version=int(read.version),
    )


def values_of(row: Row, revision: int) -> dict[str, Any]:
    """Turn a Row into cells, without its line and version."""
    return {
        "design_id": row.design_id,
        "added_at": row.added_at,
        "facts": row.facts,
        "vector": row.vector,
        "shape": row.shape,
        "checksum": row.checksum,
        "revision": revision,
        "text_vector": row.text_vector,
        "path": row.path,
        "slot": row.slot,
    }


def as_bytes(value: object) -> bytes:
    """Take a cell as bytes; a damaged one may come back as another type and must fail its seal."""
    return value if isinstance(value, bytes) else repr(value).encode()


def pictures_of(connection: sa.Connection, design_ids: Sequence[str]) -> dict[str, bytes]:
    """Read the thumbnails of some designs."""
    wanted = sa.select(thumbnails.c.design_id, thumbnails.c.picture)
    found = connection.execute(wanted.where(thumbnails.c.design_id.in_(design_ids)))
    return {design_id: as_bytes(picture) for design_id, picture in found}


def read_meta(connection: sa.Connection) -> dict[str, str]:
    """Read what the library says about itself."""
    return {key: str(value) for key, value in connection.execute(sa.select(meta))}


def set_meta(connection: sa.Connection, changed: Mapping[str, str]) -> None:
    """Say something else about the library."""
    if changed:
        connection.execute(sa.delete(meta).where(meta.c.key.in_(list(changed))))
        connection.execute(
            sa.insert(meta), [{"key": key, "value": value} for key, value in changed.items()]
        )


def number_in(known: Mapping[str, str], key: str) -> int:
    """Read a number that the library says about itself; 0 before it was said.

    Raises:
        ValueError: If it is damaged.
    """
    return int(known.get(key, "0"))
