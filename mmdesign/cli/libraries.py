"""Verbs that look after a library: export, copy, compact, what failed and what was reviewed."""

# ruff: noqa: PLC0415

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesign.cli.printing import print_json
from mmdesign.cli.seeking import families_json
from mmdesign.domain import Review
from mmdesign.errors import LibraryError
from mmdesign.settings import Settings

if TYPE_CHECKING:
    from mmdesign.library import Library
    from mmdesign.review import Reviewer


def recorded(
    reviewer: "Reviewer", review: Review, files: Sequence[Path], keep: bool = False
) -> str:
    """Keep a review with its design in the library, and say so.

    Args:
        reviewer: Who has the library.
        review: The review.
        files: What was reviewed.
        keep: Add the design if it is not there.
    """
    from mmdesign.reporting import record_review, subject_of

    subject = subject_of(files)
    try:
        number = record_review(review, files, reviewer.library)
        if number is None and keep and subject is not None:
            report = reviewer.index([subject])
            if report.failed:
                return f"The design is not kept: {report.failed[0][1]}"
            number = record_review(review, files, reviewer.library)
    except LibraryError as problem:
        # The review stands, whatever becomes of its record.
        return f"The review is not recorded: {problem}"
    if number is not None:
        return f"Recorded as review {number} of this design in {reviewer.library.address}."
    if subject is None:
        return "Not recorded: a library knows a design by one file, and these are several pictures."
    return "Not recorded: the design is not in the library; --keep adds it with its review."


def library_export(options: argparse.Namespace) -> int:
    """Write a library as a table."""
    from mmdesign.library import export_library

    with opened(options) as library:
        count = export_library(library, options.out, options.where)
    print_json({"written": count, "file": str(options.out)})
    return 0


def library_copy(options: argparse.Namespace) -> int:
    """Copy a library to another place and compare every record."""
    from mmdesign.library import copy_library

    print_json(asdict(copy_library(options.source, options.target)))
    return 0


def library_compact(options: argparse.Namespace) -> int:
    """Write the vector files anew."""
    with opened(options) as library:
        library.compact()
        print_json({"designs": len(library)})
    return 0


def library_failures(options: argparse.Namespace) -> int:
    """List the files that could not be read."""
    with opened(options) as library:
        print_json({"failures": [asdict(failure) for failure in library.failures()]})
    return 0


def library_families(options: argparse.Namespace) -> int:
    """List the designs that are versions of one another."""
    with opened(options) as library:
        print_json(families_json(library))
    return 0


def library_history(options: argparse.Namespace) -> int:
    """List the states of a design, and its reviews in short."""
    with opened(options) as library:
        states = library.revisions(options.design_id)
        reviews = library.reviews(options.design_id, earlier=True)
        family = library.families([options.design_id]).get(options.design_id, ())
        wholes = (
            library.wholes(library.get(options.design_id)) if options.design_id in library else ()
        )
        held_in = [(library.get(one.design_id).name, one) for one in wholes]
    print_json({
        "revisions": [
            {
                "design_id": state.record.design_id, "version": state.version,
                "path": state.record.path, "added_at": state.record.added_at,
                "retired_at": state.retired_at,
            }
            for state in states
        ],
        "reviews": [
            {"number": review.number, "reviewed_at": review.reviewed_at, "spec": review.spec,
             "design_id": review.design_id, "outcome": review.review.get("outcome"),
             "fit": review.review.get("fit"), "model": review.review.get("model"),
             "requirements": [
                 {"text": one.get("text"), "verdict": one.get("verdict")}
                 for one in review.review.get("requirements", ())
             ]}
            for review in reviews
        ],
        "family": [{"design_id": one.design_id, "name": one.name} for one in family],
        "part_of": [
            {"design_id": one.design_id, "name": name, "part": one.body.name,
             "evidence": one.evidence, "count": one.body.count}
            for name, one in held_in
        ],
    })  # fmt: skip
    return 0


@contextmanager
def opened(options: argparse.Namespace) -> Iterator["Library"]:
    """Open the library that the command line or the environment names."""
    from mmdesign.library import Library

    given: object = options.library
    place = Settings.from_env().library if given is None else str(given)
    with Library.open_existing(place) as library:
        yield library
