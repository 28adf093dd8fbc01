"""One function per verb. Heavy rooms are imported by the verb that needs them."""

# ruff: noqa: PLC0415

import argparse
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesign.cli.libraries import opened, recorded
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
    show_batch_progress,
    show_progress,
)
from mmdesign.cli.seeking import outliers_json, twins_json, wishes_of
from mmdesign.domain import Progress, Review
from mmdesign.errors import LibraryError, SettingsError, SpecError
from mmdesign.settings import Settings

if TYPE_CHECKING:
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
            page = review_html(result, thumbnails, options.language)
            options.html.write_text(page, "utf-8")
        told = recorded(reviewer, result, options.files, options.keep)
    print(told, file=sys.stderr)
    if options.json:
        print_json(review_json(result))
    else:
        print_review(result)
    return 0


def index(options: argparse.Namespace) -> int:
    """Add designs to a library."""
    if not options.paths and not options.retry:
        message = "There is nothing to index; give files, folders or a manifest, or --retry."
        raise LibraryError(message)
    with _reviewer(options) as reviewer:
        report = reviewer.index(options.paths, progress=show_progress, retry=options.retry)
    clear_progress()
    print_ingest(report, as_json=options.json)
    return 0


def search(options: argparse.Namespace) -> int:
    """Find past designs."""
    with _reviewer(options) as reviewer:
        if options.spec is not None and options.text is None and not options.design:
            found = reviewer.search_spec(_spec_text(options), k=options.k, where=options.where)
        elif options.spec is not None:
            message = "A spec is searched for alone; leave --text and --design out."
            raise LibraryError(message)
        else:
            found = reviewer.search(
                options.text, options.design[:1], k=options.k, where=options.where,
                wishes=wishes_of(options),
            )  # fmt: skip
    print_hits(found, as_json=options.json)
    return 0


def batch(options: argparse.Namespace) -> int:
    """Score many designs against one spec."""
    from mmdesign import batch as batches
    from mmdesign.reporting import check_table
    from mmdesign.spec import parse_spec

    for out in options.out:
        check_table(out)
    text = _spec_text(options)
    parse_spec(text)  # a brief without requirements is told before the model is loaded
    journal_path = options.out[0].with_name(f"{options.out[0].name}.journal")
    if not options.resume:
        batches.forget(journal_path)
    with _reviewer(options) as reviewer:
        files, failed = _batch_files(options, reviewer)
        cache = None if options.no_cache else options.cache or reviewer.settings.cache
        scoring = batches.Scoring(
            files, text, cache, options.engine, options.cores, reviewer.settings.units
        )
        with batches.open_journal(journal_path, reviewer, scoring) as journal:
            watch = batches.Watch(progress=show_batch_progress)
            batches.score(reviewer, scoring, journal, watch)
            for number, (path, reason) in enumerate(failed, start=len(files)):
                journal.keep(number, "", batches.failure(Path(path), reason))
            clear_progress()
            for out in options.out:
                batches.write_results(journal, out, text)
            print_batch(journal.counts(), journal.failures(), options.out)
    batches.forget(journal_path)
    return 0


def _batch_files(
    options: argparse.Namespace, reviewer: "Reviewer"
) -> tuple[list[Path], list[tuple[str, str]]]:
    """Files to score, and what was asked for but cannot be: from paths, from the library."""
    from mmdesign.library import find_sources
    from mmdesign.loading import IMAGE_SUFFIXES, MESH_SUFFIXES

    if not options.paths and options.where is None:
        message = "There is nothing to score: give files or folders, or --where for the library."
        raise LibraryError(message)
    sources = find_sources(options.paths, {*MESH_SUFFIXES, *IMAGE_SUFFIXES})
    files, failed = [source.path for source in sources.files], list(sources.failed)
    if options.where is not None:
        for record in reviewer.library.records(where=options.where):
            if Path(record.path).is_file():
                files.append(Path(record.path))
            else:
                failed.append((record.path, f"{record.name} is not there any more."))
    return files, failed


def bench(options: argparse.Namespace) -> int:
    """Measure how fast this machine is, and print the figures."""
    from mmdesign import benching

    logging.getLogger("mmdesign").setLevel(logging.INFO)
    effort = benching.Effort(options.seconds, options.sizes, options.postgres, options.peer)
    figures = benching.measure(options.what, _settings(options), effort)
    if options.json:
        print_json(benching.as_json(figures))
    else:
        print(benching.table(figures))
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
        try:
            reviewer.add_samples(progress=show_progress)
        except LibraryError as problem:
            # Reviews need no library; its page says the same.
            print(f"mmdesign: {problem}", file=sys.stderr)
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
    with opened(options) as library:
        report = library.verify()
    print_json(asdict(report))
    return 0 if report.ok else 1


def library_stats(options: argparse.Namespace) -> int:
    """Count what a library holds."""
    with opened(options) as library:
        print_json(asdict(library.stats()))
    return 0


def library_remove(options: argparse.Namespace) -> int:
    """Remove designs by id."""
    with opened(options) as library:
        print_json({"removed": library.remove(options.design_ids)})
    return 0


def library_duplicates(options: argparse.Namespace) -> int:
    """List designs that are the same, mirrored, scaled or nearly so."""
    with opened(options) as library:
        print_json(twins_json(library))
    return 0


def library_outliers(options: argparse.Namespace) -> int:
    """List designs that nothing else looks like."""
    with opened(options) as library:
        print_json(outliers_json(library, options.k))
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
    from mmdesign.training import PARTS, as_json, table
    from mmdesign.training import evaluate as evaluate_model

    unknown = sorted(set(options.only or ()) - set(PARTS))
    if unknown:
        message = f"--only {unknown[0]}: choose from {', '.join(PARTS)}."
        raise SettingsError(message)
    logging.getLogger("mmdesign").setLevel(logging.INFO)
    done = evaluate_model(
        _training_run(options), _settings(options), options.real,
        short=options.short, only=options.only or PARTS,
    )  # fmt: skip
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


def _spec_text(options: argparse.Namespace) -> str:
    from mmdesign.loading import read_brief

    if options.text is not None:
        return str(options.text)
    path: Path | None = options.spec
    if path is None:
        message = "There is no spec: give a file (txt, md, pdf, docx) or --text."
        raise SpecError(message)
    return read_brief(path, Settings.from_env())


def _last(stream: Iterator[Progress | Review]) -> Review:
    for item in stream:
        if isinstance(item, Review):
            clear_progress()
            return item
        show_progress(item)
    message = "The review ended without a result."
    raise RuntimeError(message)
