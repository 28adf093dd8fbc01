"""The library in memory: one immutable snapshot, brought up to date by what has changed.

A search takes the snapshot it finds and keeps it to its end, so that a writer never disturbs it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray, IntArray
from mmdesign.library.records import Entry, Row, facts_of, to_entry
from mmdesign.library.store import Changes


@dataclass(frozen=True, slots=True)
class Facts:
    """Measured numbers as one long table: M lines of design number, quantity number, value."""

    design: IntArray
    quantity: IntArray
    value: DoubleArray


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All N designs as of one revision, in order of arrival. Offers the Columns of a filter."""

    revision: int
    positions: NDArray[np.int64]
    entries: tuple[Entry, ...]
    vectors: FloatArray
    """(N, D) unit vectors."""
    facts: Facts
    quantities: tuple[str, ...]
    """Names behind the quantity numbers."""
    units: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.entries)

    def unit_of(self, quantity: str) -> str | None:
        """Unit of a quantity, None when no design was measured so."""
        return self.units.get(quantity)

    def numbers(self, quantity: str) -> tuple[IntArray, DoubleArray]:
        """(M,) design numbers and (M,) values, one for each time that it was measured."""
        if quantity not in self.units:
            return np.empty(0, dtype=np.int32), np.empty(0)
        chosen = self.facts.quantity == self.quantities.index(quantity)
        return self.facts.design[chosen], self.facts.value[chosen]

    def texts(self, field: str) -> Sequence[tuple[str, ...]]:
        """For each design the texts it has under name, tag or kind."""
        if field == "tag":
            return [entry.tags for entry in self.entries]
        return [(getattr(entry, field),) for entry in self.entries]


def empty_snapshot(width: int) -> Snapshot:
    """Return the snapshot of a library before anything was added.

    Args:
        width: Embedding width D.
    """
    return Snapshot(
        revision=0,
        positions=np.empty(0, dtype=np.int64),
        entries=(),
        vectors=np.empty((0, width), dtype=np.float32),
        facts=Facts(np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32), np.empty(0)),
        quantities=(),
        units={},
    )


def updated(snapshot: Snapshot, changes: Changes) -> Snapshot:
    """Bring a snapshot up to date.

    Raises:
        LibraryError: If a changed row is damaged.
    """
    stale = {row.design_id for row in changes.rows} | set(changes.removed)
    kept = np.array([e.design_id not in stale for e in snapshot.entries], dtype=bool)
    arrived = _snapshot_of(changes, snapshot)

    positions = np.concatenate([snapshot.positions[kept], arrived.positions])
    order = np.argsort(positions, kind="stable")
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)

    entries = [e for e, keep in zip(snapshot.entries, kept, strict=True) if keep]
    entries.extend(arrived.entries)
    return Snapshot(
        revision=changes.revision,
        positions=positions[order],
        entries=tuple(entries[i] for i in order),
        vectors=np.concatenate([snapshot.vectors[kept], arrived.vectors])[order],
        facts=_merged(snapshot.facts, kept, arrived.facts, place),
        quantities=arrived.quantities,
        units=arrived.units,
    )


def _merged(old: Facts, kept: NDArray[np.bool_], new: Facts, place: IntArray) -> Facts:
    lines = kept[old.design]
    renumbered = np.cumsum(kept, dtype=np.int32) - 1
    design = np.concatenate([renumbered[old.design[lines]], new.design + int(kept.sum())])
    return Facts(
        design=place[design],
        quantity=np.concatenate([old.quantity[lines], new.quantity]),
        value=np.concatenate([old.value[lines], new.value]),
    )


def _snapshot_of(changes: Changes, before: Snapshot) -> Snapshot:
    """Read the changed rows alone, numbering quantities on from the earlier snapshot."""
    numbers = {name: number for number, name in enumerate(before.quantities)}
    units = dict(before.units)
    entries: list[Entry] = []
    lines: list[tuple[int, int, float]] = []
    for design, row in enumerate(changes.rows):
        facts = facts_of(row)
        entries.append(to_entry(row, facts))
        for quantity, value, unit, _ in facts["measurements"]:
            lines.append((design, numbers.setdefault(quantity, len(numbers)), value))
            units[quantity] = unit
    table = np.array(lines, dtype=np.float64).reshape(-1, 3)
    return Snapshot(
        revision=changes.revision,
        positions=np.array([row.position for row in changes.rows], dtype=np.int64),
        entries=tuple(entries),
        vectors=_stacked(changes.rows, before.vectors.shape[1]),
        facts=Facts(table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), table[:, 2]),
        quantities=tuple(numbers),
        units=units,
    )


def _stacked(rows: Sequence[Row], width: int) -> FloatArray:
    stacked = np.frombuffer(b"".join(row.vector for row in rows), dtype="<f4")
    return stacked.astype(np.float32, copy=False).reshape(len(rows), width)
