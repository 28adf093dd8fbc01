"""What a search on the command line asks for, and what its finds look like in print."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mmdesign.domain import Hit
from mmdesign.errors import LibraryError

if TYPE_CHECKING:
    from mmdesign.library import Library, Record, SearchResult
    from mmdesign.review import Wishes

AT_ONCE = 500
"""Records read at a time."""


def wishes_of(options: argparse.Namespace) -> "Wishes":
    """All that is asked for beside the words and the first design.

    Raises:
        LibraryError: If there are more weights than designs.
    """
    from mmdesign.review import Wishes  # noqa: PLC0415

    weights = list(options.design_weight)
    if len(weights) > len(options.design):
        message = f"There are {len(weights)} --design-weight for {len(options.design)} --design."
        raise LibraryError(message)
    weights += [1.0] * (len(options.design) - len(weights))
    return Wishes(
        more=tuple(options.more),
        less=tuple(options.less),
        designs=tuple(zip(options.design[1:], weights[1:], strict=True)),
        text_weight=options.text_weight,
        design_weight=weights[0] if weights else 1.0,
        same_size=None if options.same_size is None else options.same_size / 100,
    )


def hits_json(found: "SearchResult") -> dict[str, Any]:
    """The hits of a search as one JSON object."""
    return {"hits": [_hit(hit) for hit in found.hits], "note": found.note}


def _hit(hit: Hit) -> dict[str, Any]:
    said: dict[str, Any] = {
        "design_id": hit.design_id,
        "name": hit.name,
        "path": hit.path,
        "similarity": hit.similarity,
        "probability": hit.probability,
        "rank": hit.rank,
        "why": _why(hit),
    }
    return {**said, "requirements": dict(hit.outcomes)} if hit.outcomes else said


def _why(hit: Hit) -> list[str]:
    """What the design is to the asked one, the facts that agree, and where it stands here."""
    kind = [hit.evidence] if hit.evidence and hit.evidence not in hit.why else []
    stands = [] if hit.percentile is None else [
        f"more alike than {hit.percentile:.0%} of the library"
    ]  # fmt: skip
    return [*kind, *hit.why, *stands]


def hit_line(hit: Hit) -> str:
    """One hit in print."""
    chance = "" if hit.probability is None else f"  same family {hit.probability:.0%}"
    said = "" if hit.outcomes or hit.evidence == "similar look" else f"  [{hit.evidence}]"
    return (
        f"{hit.rank:3}  {hit.similarity:6.3f}{chance}{said}  {hit.name}  {hit.design_id[:12]}"
        f"  {'; '.join(hit.why)}"
    )


def twins_json(library: "Library") -> dict[str, Any]:
    """The designs that a library holds twice or nearly so."""
    from mmdesign.library import find_twins  # noqa: PLC0415

    records = list(_bare(library))
    names = {record.design_id: record.name for record in records}
    pairs = [
        {
            "first": twin.first,
            "first_name": names[twin.first],
            "second": twin.second,
            "second_name": names[twin.second],
            "evidence": twin.evidence,
            "why": list(twin.why),
            "similarity": twin.similarity,
        }
        for twin in find_twins(records)
    ]
    return {"designs": len(records), "pairs": pairs}


def families_json(library: "Library") -> dict[str, Any]:
    """The designs of a library that are versions of one another, the newest of each first."""
    families = [
        [
            {"design_id": one.design_id, "name": one.name, "path": one.path,
             "added_at": one.added_at}
            for one in family
        ]
        for family in library.each_family()
    ]  # fmt: skip
    return {"designs": len(library), "families": families}


def outliers_json(library: "Library", count: int) -> dict[str, Any]:
    """The designs of a library that nothing else looks like."""
    from mmdesign.library import find_outliers  # noqa: PLC0415

    records = list(_bare(library))
    names = {record.design_id: record.name for record in records}
    found = [
        {
            "design_id": one.design_id,
            "name": names[one.design_id],
            "nearest_similarity": one.similarity,
        }
        for one in find_outliers(records, count)
    ]
    return {"designs": len(records), "outliers": found}


def _bare(library: "Library") -> Iterator["Record"]:
    """All records without their pictures."""
    for start in range(0, len(library), AT_ONCE):
        for record in library.records(start, AT_ONCE):
            yield replace(record, thumbnail=b"")
