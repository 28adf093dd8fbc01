"""From ranked designs to hits with their reasons, those among them that hold the asked design."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mmdesign.domain import Hit
from mmdesign.library.finding import Finder, Wish, allowed, compared
from mmdesign.library.index import Snapshot
from mmdesign.library.searching import Query, Ranking, UnitForms, hit_of, rank
from mmdesign.library.server import window
from mmdesign.library.store import Store
from mmdesign.library.wholes import Occurrence, occurrences

WHOLES_SHARE = 3
"""One hit in so many, at most, makes room for a design that holds the asked one as a part."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, before it is put into words."""

    snapshot: Snapshot
    ranking: Ranking
    query: Query
    wish: Wish
    k: int


def answered(store: Store, finder: Finder, answer: Answer) -> tuple[Hit, ...]:
    """Put hits together, best first.

    Raises:
        LibraryError: If a row is damaged.
    """
    query = answer.query
    hits = _hits(store, answer.snapshot, answer.ranking, query)
    found = {each.design_id: each for each in occurrences(store.database, query.asked)}
    if not found:
        return hits
    there = {hit.design_id for hit in hits}
    further = allowed(finder, [name for name in found if name not in there], answer.wish)
    more = _compared(store, further, answer) if further else ()
    return joined(hits, more, found, answer.k)


def _hits(store: Store, snapshot: Snapshot, ranking: Ranking, query: Query) -> tuple[Hit, ...]:
    entries = [snapshot.entries[number] for number in ranking.numbers]
    is_known = bool(query.measurements or query.tags or query.parts or query.text)
    rows = store.rows([entry.design_id for entry in entries], False) if is_known else {}
    return tuple(
        hit_of(query, ranking, place, entry, rows.get(entry.design_id))
        for place, entry in enumerate(entries)
    )


def _compared(store: Store, design_ids: Sequence[str], answer: Answer) -> tuple[Hit, ...]:
    """Hits of designs that were not among the best, best first."""
    query = answer.query
    snapshot = window(list(store.rows(design_ids, False).values()), 0)
    numbers = np.arange(len(snapshot))
    if not len(numbers):
        return ()
    looks = compared(snapshot, numbers, query.vector)
    ranking = rank(snapshot, numbers, looks, query, len(numbers), UnitForms())
    ranking = replace(ranking, background=answer.ranking.background)
    # How many others are less similar is not known of them.
    return tuple(replace(hit, percentile=None) for hit in _hits(store, snapshot, ranking, query))


def joined(
    hits: Sequence[Hit], more: Sequence[Hit], found: Mapping[str, Occurrence], k: int
) -> tuple[Hit, ...]:
    """Say of hits that they hold the asked design, and add some that were not found.

    Args:
        hits: Best first, k at most.
        more: Further designs that hold the asked one, best first.
        found: Where it occurs, by the id of the whole.
        k: How many may be returned.
    """
    kept = list(hits[: k - min(len(more), k // WHOLES_SHARE)])
    every = [*kept, *more[: k - len(kept)]]
    every.sort(key=lambda hit: (-hit.similarity, hit.design_id))
    return tuple(
        _with_part(hit, found.get(hit.design_id), place) for place, hit in enumerate(every, start=1)
    )


def _with_part(hit: Hit, found: Occurrence | None, place: int) -> Hit:
    if found is None:
        return replace(hit, rank=place)
    told = found.told(hit.name)
    is_weak = hit.evidence in ("same family", "similar look")
    return replace(
        hit,
        rank=place,
        evidence="part of" if is_weak else hit.evidence,
        why=(told, *hit.why),
        reasons={"parts": (told,), **hit.reasons},
    )
