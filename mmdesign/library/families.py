"""Families of versions: designs called alike but for their version, that are nearly the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

import sqlalchemy as sa

from mmdesign.domain import EvidenceClass
from mmdesign.library.agreeing import Asked, agreement
from mmdesign.library.naming import order_of
from mmdesign.library.records import Record, to_record
from mmdesign.library.rows import WHOLE, row_of
from mmdesign.library.schema import designs
from mmdesign.library.store import IDS_PER_QUERY, Store

MOST_NAMESAKES = 500
"""Designs of one stem that are compared; those that came last."""
VERSIONS: tuple[EvidenceClass, ...] = ("same file", "same geometry", "near-duplicate")
"""What two versions of one design are to each other; a mirrored part is another one."""


def families_of(store: Store, design_ids: Sequence[str]) -> dict[str, tuple[Record, ...]]:
    """Find the family of each of some designs, newest first; without their pictures.

    A family are designs whose names differ in nothing but marks of a version ('v2', 'rev B',
    '-final', 'copy (2)') and that have nearly the same geometry or lie in the same folder.

    Returns:
        By design id; designs that have no family, or are not there, are left out.

    Raises:
        LibraryError: If a design is damaged.
    """
    found: dict[str, tuple[Record, ...]] = {}
    for start in range(0, len(design_ids), IDS_PER_QUERY):
        chunk = list(design_ids[start : start + IDS_PER_QUERY])
        stems = sa.select(designs.c.stem).where(designs.c.design_id.in_(chunk))
        for family in _families(_namesakes(store, stems)):
            found |= {record.design_id: family for record in family if record.design_id in chunk}
    return found


def each_family(store: Store) -> Iterator[tuple[Record, ...]]:
    """List all families, each newest first; without pictures.

    Raises:
        LibraryError: If a design is damaged.
    """
    common = sa.select(designs.c.stem).group_by(designs.c.stem).having(sa.func.count() > 1)
    with store.database.reading() as connection:
        stems = sorted(connection.scalars(common))
    for start in range(0, len(stems), IDS_PER_QUERY):
        yield from _families(_namesakes(store, stems[start : start + IDS_PER_QUERY]))


def _namesakes(
    store: Store, stems: sa.Select[tuple[str]] | Sequence[str]
) -> Mapping[str, list[Record]]:
    """Designs by stem, those of each in order of arrival; only stems of two or more."""
    wanted = sa.select(
        *WHOLE, sa.func.row_number().over(
            partition_by=designs.c.stem, order_by=designs.c.position.desc()
        ).label("place"),
        sa.func.count().over(partition_by=designs.c.stem).label("namesakes"),
    ).where(designs.c.stem.in_(stems), designs.c.stem != "").subquery()  # fmt: skip
    several = sa.select(wanted).where(wanted.c.namesakes > 1, wanted.c.place <= MOST_NAMESAKES)
    found: dict[str, list[Record]] = defaultdict(list)
    with store.database.reading() as connection:
        for read in connection.execute(several.order_by(wanted.c.position)):
            found[str(read.stem)].append(to_record(row_of(read)))
    return found


def _families(namesakes: Mapping[str, list[Record]]) -> Iterator[tuple[Record, ...]]:
    for stem in sorted(namesakes):
        left = namesakes[stem]
        while left:
            family, left = _grown(left[0], left[1:])
            if len(family) > 1:
                newest_last = sorted(family, key=lambda one: (order_of(one.name), one.added_at))
                yield tuple(reversed(newest_last))


def _grown(first: Record, others: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    """All that belong together with the first one, directly or by way of another, and the rest."""
    family, left, at = [first], list(others), 0
    while at < len(family):
        near = [other for other in left if _belong(family[at], other)]
        left = [other for other in left if not any(other is one for one in near)]
        family += near
        at += 1
    return family, left


def _belong(first: Record, second: Record) -> bool:
    if PurePath(first.path).parent == PurePath(second.path).parent:
        return True
    asked = Asked(first.design_id, first.measurements, (), first.shape_descriptor)
    return agreement(asked, second, None, None).evidence in VERSIONS
