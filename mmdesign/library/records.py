"""A design as the library keeps it, and the sealed row it is stored as."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np

from mmdesign.domain import DesignKind, FloatArray, Measurement
from mmdesign.errors import LibraryError
from mmdesign.library.naming import stem_of
from mmdesign.measuring import Body

CHECKSUM_BYTES = 16
UNIT_NORM_TOLERANCE = 1e-3


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Record:
    """One past design: what it looks like, what was measured, what people said about it."""

    design_id: str
    """sha256 of the source bytes."""
    name: str
    path: str
    vector: FloatArray
    """(D,) unit vector of the library's model."""
    text: str = ""
    tags: tuple[str, ...] = ()
    kind: DesignKind = "mesh"
    units: str | None = None
    shape_descriptor: FloatArray | None = None
    """(G,) geometry token; None for pictures."""
    text_vector: FloatArray | None = None
    """(D,) unit vector of its name, text and tags; None when nothing was said about it."""
    measurements: tuple[Measurement, ...] = ()
    """Kept without the faces they were measured on."""
    thumbnail: bytes = b""
    """A small WebP picture; empty when there is none."""
    bodies: tuple[Body, ...] | None = None
    """Its largest different parts, none for a single part; None when nobody looked for them."""
    added_at: str = field(default_factory=_now)
    """UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record as bytes. The checksum seals every field, the thumbnail by its own digest."""

    design_id: str
    added_at: str
    facts: bytes
    vector: bytes
    shape: bytes | None
    thumbnail: bytes | None
    """None when the row was read without its picture."""
    checksum: bytes
    text_vector: bytes | None = None
    path: str = ""
    """Where the design's file is, as in its facts."""
    position: int = 0
    """Order of arrival in the library; 0 before it has arrived."""
    slot: int = -1
    """Place in the vector files; -1 when it has none."""
    lineage: str = ""
    """Id of the design's first state; empty before it has arrived."""
    version: int = 0
    stem: str = ""
    """Its name without marks of its version, by which its family is looked for."""
    bodies: tuple[Body, ...] | None = None
    """None when the row was read without them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The few facts of a design that stay in memory for searching."""

    design_id: str
    name: str
    path: str
    tags: tuple[str, ...]
    kind: str


def digest(*parts: bytes) -> bytes:
    """Hash byte strings so that no two different lists of parts give the same digest."""
    state = hashlib.blake2b(digest_size=CHECKSUM_BYTES)
    for part in parts:
        state.update(len(part).to_bytes(8, "little"))
        state.update(part)
    return state.digest()


def seal(row: Row, added_at: str | None = None) -> bytes:
    """Compute the checksum of a row, as if it had been added at another time when one is given."""
    parts = [
        row.design_id.encode(),
        (added_at or row.added_at).encode(),
        row.facts,
        row.vector,
        b"" if row.shape is None else row.shape,
    ]
    # Records sealed before there were text vectors have no such part.
    return digest(*parts, *(() if row.text_vector is None else (row.text_vector,)))


def to_row(record: Record, width: int) -> Row:
    """Turn a record into its sealed row.

    Args:
        record: The design; faces of its measurements are left behind.
        width: Embedding width D of the library.

    Raises:
        LibraryError: If its vector is not a unit vector of that width.
    """
    vector = _unit_vector(record, record.vector, width)
    text = record.text_vector
    shape = record.shape_descriptor
    facts = {
        "name": record.name,
        "path": record.path,
        "text": record.text,
        "tags": list(record.tags),
        "kind": record.kind,
        "units": record.units,
        "measurements": [[m.quantity, float(m.value), m.unit, float(m.sigma)]
                         for m in record.measurements],
        "thumbnail": digest(record.thumbnail).hex(),
    }  # fmt: skip
    bodies = tuple(replace(body, name=storable(body.name)) for body in record.bodies or ())
    if record.bodies is not None:
        facts["bodies"] = _digest_of(bodies)
    row = Row(
        design_id=record.design_id,
        added_at=record.added_at,
        facts=json.dumps(facts, separators=(",", ":")).encode(),
        vector=vector,
        shape=None if shape is None else np.asarray(shape, dtype="<f4").tobytes(),
        thumbnail=record.thumbnail,
        checksum=b"",
        text_vector=None if text is None else _unit_vector(record, text, width),
        path=storable(record.path),
        stem=storable(stem_of(record.name)),
        bodies=bodies,
    )
    return replace(row, checksum=seal(row))


def storable(text: str) -> str:
    """Write a path so that any database can keep it, whatever bytes the file system used."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")


def _unit_vector(record: Record, given: FloatArray, width: int) -> bytes:
    vector = np.asarray(given, dtype="<f4")
    if vector.shape != (width,):
        message = (
            f"The vector of {record.name!r} has the shape {vector.shape}, but this library holds "
            f"vectors of width {width}; index it with the library's own model."
        )
        raise LibraryError(message)
    if not abs(float(np.linalg.norm(vector)) - 1.0) < UNIT_NORM_TOLERANCE:
        message = f"The vector of {record.name!r} is not a unit vector; index the design again."
        raise LibraryError(message)
    return vector.tobytes()


def facts_of(row: Row) -> dict[str, Any]:
    """Read the facts of a row after checking its seal.

    Raises:
        LibraryError: If the row is not what was once written.
    """
    facts: dict[str, Any] | None = json.loads(row.facts) if seal(row) == row.checksum else None
    if facts is None or not _attachments_are_whole(row, facts):
        raise damaged(row.design_id)
    return facts


def damaged(design_id: str) -> LibraryError:
    """Say that a design is not what was once written."""
    return LibraryError(
        f"The design {design_id[:12]} in the library is damaged; run 'mmdesign library verify', "
        "remove what it names and index those files again."
    )


def _attachments_are_whole(row: Row, facts: dict[str, Any]) -> bool:
    """Check the picture and the parts, as far as the row was read with them."""
    if row.thumbnail is not None and digest(row.thumbnail).hex() != facts["thumbnail"]:
        return False
    if row.bodies is None:
        return True
    return _digest_of(row.bodies) == facts["bodies"] if "bodies" in facts else not row.bodies


def _digest_of(bodies: tuple[Body, ...]) -> str:
    parts: list[bytes] = []
    for body in bodies:
        told = [body.name, body.count, body.area_mm2, body.area_sigma_mm2]
        parts += [json.dumps(told).encode(), np.asarray(body.form, "<f4").tobytes()]
    return digest(*parts).hex()


def is_whole(row: Row, width: int) -> bool:
    """Tell whether a row read with its thumbnail is exactly what was once written."""
    return (
        seal(row) == row.checksum
        and len(row.vector) == 4 * width
        and _attachments_are_whole(row, json.loads(row.facts))
    )


def to_record(row: Row) -> Record:
    """Turn a row back into a record; without its picture when it was read without one.

    Raises:
        LibraryError: If the row is damaged.
    """
    facts = facts_of(row)
    shape, text = row.shape, row.text_vector
    return Record(
        design_id=row.design_id,
        name=facts["name"],
        path=facts["path"],
        vector=np.frombuffer(row.vector, dtype="<f4"),
        text=facts["text"],
        tags=tuple(facts["tags"]),
        kind=facts["kind"],
        units=facts["units"],
        shape_descriptor=None if shape is None else np.frombuffer(shape, dtype="<f4"),
        text_vector=None if text is None else np.frombuffer(text, dtype="<f4"),
        measurements=tuple(Measurement(*fact) for fact in facts["measurements"]),
        thumbnail=row.thumbnail or b"",
        added_at=row.added_at,
        bodies=row.bodies if "bodies" in facts else None,
    )
