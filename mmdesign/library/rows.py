"""Reading and writing single rows and what the library says about itself, inside a transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import sqlalchemy as sa

from mmdesign.library.records import Row
from mmdesign.library.schema import bodies, designs, meta, thumbnails
from mmdesign.measuring import Body
from mmdesign.measuring.form import FORM_BLOCKS

SPREADS = ("spread_1", "spread_2", "spread_3")
"""How far a part extends along its main axes, by which it is looked up."""
WHOLE: tuple[Any, ...] = (
    designs.c.design_id, designs.c.added_at, designs.c.facts, designs.c.vector, designs.c.shape,
    designs.c.checksum, designs.c.text_vector, designs.c.path, designs.c.position, designs.c.slot,
    designs.c.lineage, designs.c.version, designs.c.stem,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attached:
    """What lies beside the rows of some designs."""

    pictures: Mapping[str, bytes]
    bodies: Mapping[str, tuple[Body, ...]]

    def row_of(self, read: sa.Row[Any]) -> Row:
        """Turn what was read of the columns WHOLE into a Row with its picture and parts."""
        name = str(read.design_id)
        return replace(row_of(read, self.pictures.get(name, b"")), bodies=self.bodies.get(name, ()))


def row_of(read: sa.Row[Any], thumbnail: bytes | None = None) -> Row:
    """Turn what was read of the columns WHOLE into a Row, without its parts."""
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
        stem=str(read.stem),
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
        "stem": row.stem,
    }


def body_values(row: Row) -> list[dict[str, Any]]:
    """Turn the parts of a design into cells."""
    return [
        {
            "design_id": row.design_id,
            "number": number,
            "name": body.name,
            "count": body.count,
            "area_mm2": body.area_mm2,
            "area_sigma_mm2": body.area_sigma_mm2,
            **dict(zip(SPREADS, body.form[FORM_BLOCKS["spread"]].tolist(), strict=True)),
            "form": np.asarray(body.form, dtype="<f4").tobytes(),
        }
        for number, body in enumerate(row.bodies or ())
    ]


def body_of(read: sa.Row[Any]) -> Body:
    """Turn a line of the table of parts into a part."""
    form = np.frombuffer(as_bytes(read.form), dtype="<f4")
    # A line is a tuple, whose count is a method.
    count = int(read._mapping["count"])
    return Body(str(read.name), count, float(read.area_mm2), float(read.area_sigma_mm2), form)


def as_bytes(value: object) -> bytes:
    """Take a cell as bytes; a damaged one may come back as another type and must fail its seal."""
    return value if isinstance(value, bytes) else repr(value).encode()


def pictures_of(connection: sa.Connection, design_ids: Sequence[str]) -> dict[str, bytes]:
    """Read the thumbnails of some designs."""
    wanted = sa.select(thumbnails.c.design_id, thumbnails.c.picture)
    found = connection.execute(wanted.where(thumbnails.c.design_id.in_(design_ids)))
    return {design_id: as_bytes(picture) for design_id, picture in found}


def attached(connection: sa.Connection, design_ids: Sequence[str]) -> Attached:
    """Read the pictures and the parts of some designs."""
    found: dict[str, tuple[Body, ...]] = {}
    wanted = sa.select(bodies).where(bodies.c.design_id.in_(design_ids))
    for read in connection.execute(wanted.order_by(bodies.c.design_id, bodies.c.number)):
        found[read.design_id] = (*found.get(read.design_id, ()), body_of(read))
    return Attached(pictures_of(connection, design_ids), found)


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
