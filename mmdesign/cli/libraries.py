"""Verbs that look after a library: export, copy, compact, what failed and what was reviewed."""

# ruff: noqa: PLC0415

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from mmdesign.cli.printing import print_json
from mmdesign.settings import Settings

if TYPE_CHECKING:
    from mmdesign.library import Library


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


def library_history(options: argparse.Namespace) -> int:
    """List the states of a design, and its reviews in short."""
    with opened(options) as library:
        states = library.revisions(options.design_id)
        reviews = library.reviews(options.design_id)
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
             "outcome": review.review.get("outcome"), "fit": review.review.get("fit")}
            for review in reviews
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
