"""One function per verb. Heavy rooms are imported by the verb that needs them."""

# ruff: noqa: PLC0415

import argparse
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesign.cli.printing import (
    clear_progress,
    models_json,
    print_batch,
    print_hits,
    print_ingest,
    print_json,
    print_models,
    print_review,
    print_spec,
    show_progress,
)
from mmdesign.domain import Progress, Review
from mmdesign.errors import LibraryError, SpecError
from mmdesign.settings import Settings

if TYPE_CHECKING:
    from mmdesign.library import Library
    from mmdesign.review import Reviewer
    from mmdesign.training import Run


def review(options: argparse.Namespace) -> int:
    """Review one design."""
    from mmdesign.reporting import review_html, review_json

    text = _spec_text(options)
    with _reviewer(options) as reviewer:
        result = _last(reviewer.stream(options.files, text, units=options.units))
        if options.html is not None:
            thumbnails = {
                hit.design_id: reviewer.library.thumbnail(hit.design_id) for hit in result.hits
            }
            options.html.write_text(review_html(result, thumbnails), "utf-8")
    if options.json:
        print_json(review_json(result))
    else:
        print_review(result)
    return 0


def index(options: argparse.Namespace) -> int:
    """Add designs to a library."""
    with _reviewer(options) as reviewer:
        report = reviewer.index(options.paths, progress=show_progress)
    clear_progress()
    print_ingest(report, as_json=options.json)
    return 0


def search(options: argparse.Namespace) -> int:
    """Find past designs."""
    files = [] if options.design is None else [options.design]
    with _reviewer(options) as reviewer:
        found = reviewer.search(options.text, files, k=options.k, where=options.where)
    print_hits(found, as_json=options.json)
    return 0


def batch(options: argparse.Namespace) -> int:
    """Score many designs against one spec."""
    from mmdesign import batch as batches
    from mmdesign.library import find_sources
    from mmdesign.loading import IMAGE_SUFFIXES, MESH_SUFFIXES
    from mmdesign.reporting import check_table, write_table

    check_table(options.out)
    text = _spec_text(options)
    sources = find_sources(options.paths, {*MESH_SUFFIXES, *IMAGE_SUFFIXES})
    journal_path = options.out.with_name(f"{options.out.name}.journal")
    if not options.resume:
        journal_path.unlink(missing_ok=True)
    with (
        _reviewer(options) as reviewer,
        batches.Journal(
            journal_path, text, reviewer.model.id, str(reviewer.settings.units)
        ) as journal,
    ):
        rows = list(
            batches.run(
                [source.path for source in sources.files],
                lambda path: reviewer.review(path, text, heat=False),
                journal=journal,
                progress=show_progress,
            )
        )
    clear_progress()
    rows += [batches.failure(Path(path), reason) for path, reason in sources.failed]
    write_table(batches.table(rows), options.out)
    journal_path.unlink()
    print_batch(rows, options.out)
    return 0


def spec(options: argparse.Namespace) -> int:
    """Parse and check a spec."""
    from mmdesign.spec import parse_spec, spec_to_json

    options.spec = options.file
    parsed = parse_spec(_spec_text(options))
    if options.json:
        print_json(spec_to_json(parsed))
    else:
        print_spec(parsed)
    return 0


def serve(options: argparse.Namespace) -> int:
    """Open the web app."""
    from mmdesign.ui import serve as serve_page

    with _reviewer(options) as reviewer:
        reviewer.add_samples(progress=show_progress)
        clear_progress()
        serve_page(
            reviewer,
            host=options.host,
            port=options.port,
            share=options.share,
            auth=options.auth,
            open_browser=options.browser,
        )
    return 0


def models(options: argparse.Namespace) -> int:
    """List the models to choose from."""
    if options.json:
        print_json(models_json())
    else:
        print_models()
    return 0


def library_verify(options: argparse.Namespace) -> int:
    """Check every stored byte; exit code 1 when something is damaged."""
    with _library(options) as library:
        report = library.verify()
    print_json(asdict(report))
    return 0 if report.ok else 1


def library_stats(options: argparse.Namespace) -> int:
    """Count what a library holds."""
    with _library(options) as library:
        print_json(asdict(library.stats()))
    return 0


def library_remove(options: argparse.Namespace) -> int:
    """Remove designs by id."""
    with _library(options) as library:
        print_json({"removed": library.remove(options.design_ids)})
    return 0


def train(options: argparse.Namespace) -> int:
    """Train the embedded model and print its figures."""
    from mmdesign.training import table
    from mmdesign.training import train as train_model

    logging.getLogger("mmdesign").setLevel(logging.INFO)
    print(table(train_model(options.budget_minutes, _training_run(options))))
    return 0


def evaluate(options: argparse.Namespace) -> int:
    """Print the quality tables of a model."""
    from mmdesign.training import as_json, table
    from mmdesign.training import evaluate as evaluate_model

    logging.getLogger("mmdesign").setLevel(logging.INFO)
    done = evaluate_model(
        _training_run(options), _settings(options), options.real, short=options.short
    )
    print(as_json(done) if options.json else table(done.figures))
    return 0


def _training_run(options: argparse.Namespace) -> "Run":
    from mmdesign.training import Run

    given = {name: getattr(options, name, None) for name in ("work", "bundle", "data")}
    return replace(Run(), **{name: value for name, value in given.items() if value is not None})


def _settings(options: argparse.Namespace) -> Settings:
    given = {
        name: getattr(options, name)
        for name in ("model", "device", "library", "units")
        if getattr(options, name, None) is not None
    }
    return replace(Settings.from_env(), **given)


@contextmanager
def _reviewer(options: argparse.Namespace) -> Iterator["Reviewer"]:
    from mmdesign.review import Reviewer

    with Reviewer(_settings(options)) as reviewer:
        if options.library is None and options.run in (review, search):
            reviewer.add_shipped_samples()
        yield reviewer


@contextmanager
def _library(options: argparse.Namespace) -> Iterator["Library"]:
    from mmdesign.library import Library

    folder = _settings(options).library
    if not folder.is_dir():
        message = f"There is no library in {folder}; make one with 'index PATH --library {folder}'."
        raise LibraryError(message)
    with Library.open_existing(folder) as library:
        yield library


def _spec_text(options: argparse.Namespace) -> str:
    if options.text is not None:
        return str(options.text)
    path: Path | None = options.spec
    if path is None:
        message = "There is no spec: give a text file or --text."
        raise SpecError(message)
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{path.name} is not a text file in UTF-8; save the brief as plain text."
        raise SpecError(message) from None
    except OSError as error:
        message = f"The spec {path} cannot be read: {error.strerror}."
        raise SpecError(message) from None


def _last(stream: Iterator[Progress | Review]) -> Review:
    for item in stream:
        if isinstance(item, Review):
            clear_progress()
            return item
        show_progress(item)
    message = "The review ended without a result."
    raise RuntimeError(message)
