"""The library in memory: one immutable snapshot, brought up to date by what has changed.

A search takes the snapshot it finds and keeps it to its end, so that a writer never disturbs it.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray, IntArray
from mmdesign.library.columns import Column, Texts, key_of, keys_of
from mmdesign.library.records import Entry, damaged
from mmdesign.library.store import Changes, Line
from mmdesign.library.vector_files import MAIN, SHAPE, TEXT, LoadedVectors, Vectors

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Facts:
    """Things said of designs as one long table: M lines of design, key, value; in design order."""

    design: Column[np.int32]
    key: Column[np.int32]
    value: Column[np.float64]

    def of(self, design: int) -> slice:
        """Lines about one design."""
        first, last = np.searchsorted(self.design.values, [design, design + 1])
        return slice(int(first), int(last))

    def grown(self, more: "Facts", by: int) -> "Facts":
        """Return this table with more lines, about designs that follow the first `by`."""
        return Facts(
            self.design.grown(Column(more.design.values + np.int32(by))),
            self.key.grown(more.key),
            self.value.grown(more.value),
        )

    def reordered(self, place: IntArray) -> "Facts":
        """Renumber designs; lines of those whose place is negative are left out."""
        moved = place[self.design.values]
        order = np.argsort(moved, kind="stable")
        order = order[np.searchsorted(moved[order], 0) :]
        return Facts(Column(moved[order]), self.key.chosen(order), self.value.chosen(order))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All N designs as of one revision, in order of arrival. Offers the Columns of a filter."""

    revision: int
    generation: int
    """Of the vector files."""
    positions: Column[np.int64]
    slots: Column[np.int64]
    ids: Texts
    names: Texts
    paths: Texts
    id_keys: Column[np.int64]
    name_keys: Column[np.int64]
    kinds: Column[np.int32]
    """Numbers of words."""
    facts: Facts
    """Measured numbers by quantity number."""
    tags: Facts
    """Tags by word number."""
    quantities: tuple[str, ...] = ()
    """Names behind the quantity numbers."""
    units: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    """Tags and kinds behind the word numbers."""
    source: Vectors = field(default_factory=lambda: LoadedVectors({}))

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def entries(self) -> "Entries":
        """Each design's facts, put together when asked for."""
        return Entries(self)

    @property
    def vectors(self) -> FloatArray:
        """(N, D) unit vectors; mapped from the disk while no slot was given up."""
        return self.vectors_of(MAIN)

    @property
    def text_vectors(self) -> FloatArray:
        """(N, D) unit vectors of what was said about the designs; zeros where nothing was."""
        return self.vectors_of(TEXT)

    @property
    def shapes(self) -> FloatArray:
        """(N, G) shape descriptors; zeros where there is none of the newest width."""
        return self.vectors_of(SHAPE)

    def vectors_of(self, role: str) -> FloatArray:
        """(N, width) vectors of one role, in order of arrival."""
        slots = self.slots.values
        rows = self.rows_of(role)
        if len(slots) == len(rows) and bool((slots[1:] > slots[:-1]).all()):
            return rows
        return rows[slots]

    def rows_of(self, role: str) -> FloatArray:
        """(S, width) vectors of one role by slot, S beyond the last slot in use."""
        slots = self.slots.values
        return self.source.rows(role, int(slots.max()) + 1 if len(slots) else 0)

    def number_of(self, design_id: str) -> int | None:
        """Number of a design; None when it is not here."""
        for number in np.flatnonzero(self.id_keys.values == key_of(design_id)):
            if self.ids[int(number)] == design_id:
                return int(number)
        return None

    def unit_of(self, quantity: str) -> str | None:
        """Unit of a quantity, None when no design was measured so."""
        return self.units.get(quantity)

    def numbers(self, quantity: str) -> tuple[IntArray, DoubleArray]:
        """(M,) design numbers and (M,) values, one for each time that it was measured."""
        if quantity not in self.units:
            return np.empty(0, dtype=np.int32), np.empty(0)
        chosen = self.facts.key.values == self.quantities.index(quantity)
        return self.facts.design.values[chosen], self.facts.value.values[chosen]

    def has_text(self, field: str, folded: str) -> Mask:
        """(N,) true where name, tag or kind is a text, without regard to case."""
        if field == "name":
            mask = np.asarray(self.name_keys.values == key_of(folded))
            for number in np.flatnonzero(mask):
                mask[number] = self.names[int(number)].casefold() == folded
            return mask
        same = [number for number, word in enumerate(self.words) if word.casefold() == folded]
        if field == "kind":
            return np.isin(self.kinds.values, same)
        mask = np.zeros(len(self), dtype=bool)
        mask[self.tags.design.values[np.isin(self.tags.key.values, same)]] = True
        return mask


class Entries:
    """The designs of a snapshot one by one."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def __len__(self) -> int:
        return len(self._snapshot)

    def __iter__(self) -> Iterator[Entry]:
        return (self[number] for number in range(len(self)))

    def __getitem__(self, number: int) -> Entry:
        """Put together one entry."""
        found = self._snapshot
        number = range(len(found))[number]
        tags = found.tags.key.values[found.tags.of(number)]
        return Entry(
            design_id=found.ids[number],
            name=found.names[number],
            path=found.paths[number],
            tags=tuple(found.words[tag] for tag in tags),
            kind=found.words[found.kinds.values[number]],
        )


def empty_snapshot() -> Snapshot:
    """Return the snapshot of a library before anything was added."""
    return _snapshot_of(Changes(0, (), (), -1), (), {}, ())


def updated(snapshot: Snapshot, changes: Changes, source: Vectors) -> Snapshot:
    """Bring a snapshot up to date.

    Args:
        snapshot: What was known.
        changes: What happened since, or the first part of it.
        source: Where the vectors of the changed library are.

    Raises:
        LibraryError: If a changed row is damaged.
    """
    stale = {row.design_id for row in changes.rows} | set(changes.removed)
    gone = _numbers(snapshot, stale)
    if gone.size:
        snapshot = _without(snapshot, gone)
    more = _snapshot_of(changes, snapshot.quantities, snapshot.units, snapshot.words)
    joined = _joined(snapshot, more, source)
    positions = joined.positions.values
    if len(snapshot) and len(more) and positions[len(snapshot)] < positions[len(snapshot) - 1]:
        return _reordered(joined, np.argsort(positions, kind="stable"))
    return joined


def _numbers(snapshot: Snapshot, design_ids: Collection[str]) -> NDArray[np.intp]:
    keys = keys_of(list(design_ids))
    near = np.flatnonzero(np.isin(snapshot.id_keys.values, keys))
    return np.array([n for n in near if snapshot.ids[int(n)] in design_ids], dtype=np.intp)


def _without(snapshot: Snapshot, gone: NDArray[np.intp]) -> Snapshot:
    kept = np.ones(len(snapshot), dtype=bool)
    kept[gone] = False
    return _reordered(snapshot, np.flatnonzero(kept))


def _reordered(snapshot: Snapshot, order: NDArray[np.intp]) -> Snapshot:
    place = np.full(len(snapshot), -1, dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return replace(
        snapshot,
        facts=snapshot.facts.reordered(place),
        tags=snapshot.tags.reordered(place),
        **{name: getattr(snapshot, name).chosen(order) for name in PER_DESIGN},
    )


PER_DESIGN = ("positions", "slots", "ids", "names", "paths", "id_keys", "name_keys", "kinds")


def _joined(first: Snapshot, second: Snapshot, source: Vectors) -> Snapshot:
    return replace(
        second,
        source=source,
        facts=first.facts.grown(second.facts, len(first)),
        tags=first.tags.grown(second.tags, len(first)),
        **{name: getattr(first, name).grown(getattr(second, name)) for name in PER_DESIGN},
    )


def _snapshot_of(
    changes: Changes, quantities: Sequence[str], units: Mapping[str, str], words: Sequence[str]
) -> Snapshot:
    """Read the changed rows alone, numbering quantities and words on from an earlier snapshot."""
    reading = _Reading(quantities, units, words)
    told = [reading.take(number, line) for number, line in enumerate(changes.rows)]
    ids = [line.design_id for line in changes.rows]
    names = [facts["name"] for facts in told]
    return Snapshot(
        revision=changes.revision,
        generation=changes.generation,
        positions=Column(np.array([line.position for line in changes.rows], dtype=np.int64)),
        slots=Column(np.array([line.slot for line in changes.rows], dtype=np.int64)),
        ids=Texts.of(ids),
        names=Texts.of(names),
        paths=Texts.of([facts["path"] for facts in told]),
        id_keys=Column(keys_of(ids)),
        name_keys=Column(keys_of([name.casefold() for name in names])),
        kinds=Column(np.array(reading.kinds, dtype=np.int32)),
        facts=_table(reading.facts),
        tags=_table(reading.tags),
        quantities=tuple(reading.quantities),
        units=reading.units,
        words=tuple(reading.words),
    )


class _Reading:
    """Reads rows one after the other and numbers what they say."""

    def __init__(
        self, quantities: Sequence[str], units: Mapping[str, str], words: Sequence[str]
    ) -> None:
        self.quantities = {name: number for number, name in enumerate(quantities)}
        self.words = {word: number for number, word in enumerate(words)}
        self.units = dict(units)
        self.kinds: list[int] = []
        self.facts: list[tuple[int, int, float]] = []
        self.tags: list[tuple[int, int, float]] = []

    def take(self, design: int, line: Line) -> dict[str, Any]:
        try:
            told: dict[str, Any] = json.loads(line.facts)
            self._number(design, told)
            return {"name": str(told["name"]), "path": str(told["path"])}
        except (ValueError, KeyError, TypeError) as problem:
            raise damaged(line.design_id) from problem

    def _number(self, design: int, told: dict[str, Any]) -> None:
        self.kinds.append(self._word(str(told["kind"])))
        self.tags += [(design, self._word(str(tag)), 0.0) for tag in told["tags"]]
        for quantity, value, unit, _ in told["measurements"]:
            number = self.quantities.setdefault(quantity, len(self.quantities))
            self.facts.append((design, number, float(value)))
            self.units[quantity] = unit

    def _word(self, word: str) -> int:
        return self.words.setdefault(word, len(self.words))


def _table(lines: Sequence[tuple[int, int, float]]) -> Facts:
    table = np.array(lines, dtype=np.float64).reshape(-1, 3)
    return Facts(
        Column(table[:, 0].astype(np.int32)),
        Column(table[:, 1].astype(np.int32)),
        Column(np.ascontiguousarray(table[:, 2])),
    )
