"""What the command line prints: results on stdout, progress on stderr."""

import json
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mmdesign.cli.seeking import hit_line, hits_json
from mmdesign.domain import Lint, Progress, Review, Spec, Verdict
from mmdesign.encoding import Choice, catalogue, telling

if TYPE_CHECKING:
    from mmdesign.batch import BatchRow
    from mmdesign.library import IngestReport, SearchResult

MARKS = {"met": "+", "not_met": "x", "cannot_tell": "?"}
OUTCOMES = {
    "fits": "The design fits the brief.",
    "fails": "The design fails the brief.",
    "undecided": "The brief cannot be decided from this design.",
}
CLEAR_LINE = "\r\x1b[K"


def print_json(data: object) -> None:
    """Print exactly one JSON object."""
    print(json.dumps(data, allow_nan=False))


def show_progress(progress: Progress) -> None:
    """Rewrite one line on a terminal; say nothing into files and pipes."""
    if not sys.stderr.isatty():
        return
    remaining = "" if progress.remaining_s is None else f"  {progress.remaining_s:.0f} s left"
    sys.stderr.write(f"{CLEAR_LINE}{progress.done:4.0%}  {progress.stage}{remaining}")
    sys.stderr.flush()


def show_batch_progress(progress: Progress) -> None:
    """Rewrite one line on a terminal: share, rate, time to go, how busy each stage is."""
    if not sys.stderr.isatty():
        return
    detail = progress.detail
    rate = detail["files_per_hour"]
    parts = [
        f"{progress.done:4.0%}  {detail['files_done']} of {detail['files_total']}",
        "" if rate is None else f"{rate:,.0f}/h",
        "" if progress.remaining_s is None else f"{progress.remaining_s:,.0f} s left",
        f"{detail['files_failed']} failed" if detail["files_failed"] else "",
        " ".join(f"{stage} {load:.0%}" for stage, load in detail["loads"].items()),
    ]
    sys.stderr.write(CLEAR_LINE + "  ".join(part for part in parts if part))
    sys.stderr.flush()


def clear_progress() -> None:
    """Wipe the progress line."""
    if sys.stderr.isatty():
        sys.stderr.write(CLEAR_LINE)


def print_review(review: Review) -> None:
    """Print the outcome, the ledger, and what to change."""
    fit = review.fit
    value = "-" if fit.value is None else f"{fit.value:.2f}"
    print_lint(review.spec.lint)
    print(f"{review.design.name}: {OUTCOMES[fit.outcome]}")
    print(f"fit {value}  range {fit.low:.2f}-{fit.high:.2f}  coverage {fit.coverage:.0%}\n")
    for verdict in review.verdicts:
        _print_verdict(verdict)
    if review.suggestions:
        print("\nWhat to change:")
        for suggestion in review.suggestions:
            print(f"  {suggestion.requirement_id}  {suggestion.text}")
    if review.hits:
        print("\nSimilar designs:")
        for hit in review.hits:
            print(f"  {hit.rank}. {hit.name}  {hit.similarity:.2f}  {'; '.join(hit.why)}")
    for warning in review.warnings:
        sys.stderr.write(f"note: {warning}\n")
    times = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in review.seconds.items())
    sys.stderr.write(f"seconds: {times}\n")


def print_spec(spec: Spec) -> None:
    """Print the requirements that were understood and what should be rewritten."""
    for requirement in spec.requirements:
        print(
            f"{requirement.id:5} {requirement.priority:6} {requirement.kind:9} {requirement.text}"
        )
    for note in spec.notes:
        print(f"note: {note}")
    print_lint(spec.lint)


def print_lint(lint: Sequence[Lint]) -> None:
    """Print what to rewrite in the brief, before anything is scored by it."""
    for item in lint:
        print(f"rewrite: {item.text}\n  {item.problem}\n  {item.proposal}")


def print_hits(found: "SearchResult", *, as_json: bool) -> None:
    """Print the hits of a search."""
    if as_json:
        print_json(hits_json(found))
        return
    for hit in found.hits:
        print(hit_line(hit))
    if found.note:
        print(found.note)


def print_ingest(report: "IngestReport", *, as_json: bool) -> None:
    """Print what an ingest did, every failure with its reason."""
    counts: dict[str, Any] = {
        "added": report.added,
        "unchanged": report.unchanged,
        "updated": report.updated,
    }
    if as_json:
        failures = [{"path": path, "reason": reason} for path, reason in report.failed]
        print_json({**counts, "failed": failures})
        return
    print(", ".join(f"{count} {word}" for word, count in counts.items()), end="")
    print(f", {len(report.failed)} failed")
    for path, reason in report.failed:
        print(f"  {path}: {reason}")


def print_batch(
    counts: Mapping[str, int], failures: "Iterable[BatchRow]", outs: Sequence[Path]
) -> None:
    """Print how many designs fit, every failure with its reason, and where the tables are."""
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())))
    for row in failures:
        print(f"  {row.path}: {row.error}")
    for out in outs:
        print(f"written: {out}")


def print_models() -> None:
    """Print the models to choose from: size, licence, use, what was measured, and how to start."""
    known = catalogue()
    for choice in known.choices:
        print(f"{choice.name}\n  {_size(choice)}, pictures {choice.picture_px} px, "
              f"{choice.licence} ({choice.licence_note['en']})")  # fmt: skip
        if choice.repository is not None:
            print(f"  from huggingface.co/{choice.repository}")
        print(textwrap.fill(choice.good_for["en"], 96, initial_indent="  ", subsequent_indent="  "))
        print(f"  {choice.flag}")
        _print_figures(choice)
        print()
    for title, steps in (("Another model", known.choosing), ("Without a network", known.offline)):
        print(title)
        for step in steps:
            print(textwrap.fill(step.text["en"], 96, initial_indent="  ", subsequent_indent="  "))
            if step.command is not None:
                print(textwrap.indent(step.command, "    $ "))
        print()


def models_json() -> dict[str, Any]:
    """The models as one JSON object; texts in English and Chinese."""
    known = catalogue()
    return {
        "models": [
            {
                **asdict(choice),
                "flag": choice.flag,
                "evaluation": None if choice.figures else choice.evaluation_command,
            }
            for choice in known.choices
        ],
        "choosing": [asdict(step) for step in known.choosing],
        "offline": [asdict(step) for step in known.offline],
    }


def models_epilog() -> str:
    """The models in one line each, for a help page."""
    choices = catalogue().choices
    width = max(len(choice.name) for choice in choices)
    lines = [f"  {choice.name:{width}}  {_size(choice)}, {choice.licence}" for choice in choices]
    return "\n".join(
        ["models (the verb 'models' tells more, and how to use one without a network):", *lines]
    )


def _size(choice: Choice) -> str:
    if choice.repository is None:
        return f"in this copy ({choice.weights_mb} MB)"
    return f"about {choice.download_mb} MB to fetch"


def _print_figures(choice: Choice) -> None:
    if not choice.figures:
        print(f"  not evaluated here: run {choice.evaluation_command}")
        return
    rows = telling(choice.figures)
    said = [f"{figure.what}, {figure.on}" for figure in rows]
    width = max(map(len, said))
    print(f"  {'measured here':{width}}  measured  chance")
    for text, figure in zip(said, rows, strict=True):
        chance = "" if figure.chance is None else f"{figure.chance:.3f}"
        print(f"  {text:{width}}  {figure.value:8.3f}  {chance:>6}")


def _print_verdict(verdict: Verdict) -> None:
    requirement = verdict.requirement
    chance = "    " if verdict.probability is None else f"{verdict.probability:4.0%}"
    print(f"  {MARKS[verdict.outcome]} {requirement.id:5} {chance}  {requirement.text}")
    for said in [item.statement for item in verdict.evidence] or [verdict.reason]:
        print(f"{'':15}{said}")
