"""What can be written on the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from mmdesign import __version__
from mmdesign.cli import verbs
from mmdesign.cli.printing import models_epilog

UNITS = ("mm", "cm", "m", "in", "ft")
Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    root = argparse.ArgumentParser(prog="mmdesign", description="Does this design meet the brief?")
    root.add_argument("--version", action="version", version=f"mmdesign {__version__}")
    choices = root.add_subparsers(title="verbs", required=True, metavar="VERB")
    for add in (
        _review,
        _index,
        _search,
        _batch,
        _spec,
        _serve,
        _models,
        _library,
        _train,
        _evaluate,
    ):
        add(choices)
    return root


def _review(choices: Verbs) -> None:
    verb = _verb(choices, "review", verbs.review, "review one design against a spec")
    verb.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a mesh or CAD file, renders, or both"
    )
    _spec_options(verb)
    verb.add_argument("--units", choices=UNITS, help="unit of files that declare none")
    verb.add_argument("--html", type=Path, metavar="OUT.html", help="write a one-file report")
    _reviewer_options(verb)
    _json_option(verb)


def _index(choices: Verbs) -> None:
    verb = _verb(choices, "index", verbs.index, "add designs to a library")
    verb.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="files, folders, a CSV/JSONL manifest"
    )
    _reviewer_options(verb)
    _json_option(verb)


def _search(choices: Verbs) -> None:
    verb = _verb(choices, "search", verbs.search, "find past designs by words, a file, or both")
    verb.add_argument("--text", help="what to look for")
    verb.add_argument("--design", type=Path, metavar="FILE", help="find designs like this one")
    verb.add_argument("-k", type=_positive, default=10, help="how many (default: %(default)s)")
    verb.add_argument("--where", help="a filter: 'mass_g < 200 and tag = \"bracket\"'")
    _reviewer_options(verb)
    _json_option(verb)


def _batch(choices: Verbs) -> None:
    verb = _verb(choices, "batch", verbs.batch, "score many designs against one spec")
    verb.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    _spec_options(verb)
    verb.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="results.csv, .jsonl or .html"
    )
    verb.add_argument("--resume", action="store_true", help="keep what an earlier run has done")
    _reviewer_options(verb)


def _spec(choices: Verbs) -> None:
    verb = _verb(choices, "spec", verbs.spec, "parse and check a spec without a design")
    verb.add_argument("file", nargs="?", type=Path, metavar="FILE")
    verb.add_argument("--text")
    _json_option(verb)


def _serve(choices: Verbs) -> None:
    verb = _verb(choices, "serve", verbs.serve, "open the web app")
    verb.add_argument("--host", default="127.0.0.1")
    verb.add_argument("--port", type=int, default=7860)
    verb.add_argument(
        "--share", action="store_true", help="make a public demo link through Gradio's servers"
    )
    verb.add_argument("--auth", metavar="USER:PASSWORD", help="ask for a login")
    verb.add_argument("--no-browser", dest="browser", action="store_false")
    _reviewer_options(verb)
    verb.formatter_class = argparse.RawDescriptionHelpFormatter
    verb.epilog = models_epilog()


def _models(choices: Verbs) -> None:
    verb = _verb(choices, "models", verbs.models, "list the models to choose from, and how")
    _json_option(verb)


def _library(choices: Verbs) -> None:
    verb = choices.add_parser("library", help="look after a library")
    actions = verb.add_subparsers(title="actions", required=True, metavar="ACTION")
    verify = _verb(actions, "verify", verbs.library_verify, "check every stored byte")
    stats = _verb(actions, "stats", verbs.library_stats, "count what is there")
    remove = _verb(actions, "remove", verbs.library_remove, "remove designs by id")
    remove.add_argument("design_ids", nargs="+", metavar="ID")
    for action in (verify, stats, remove):
        _reviewer_options(action)


def _train(choices: Verbs) -> None:
    verb = _verb(choices, "train", verbs.train, "train the embedded model")
    verb.add_argument("--budget-minutes", type=float, default=10, help="default: %(default)s")
    verb.add_argument("--data", type=Path, help="folder of real designs with a manifest.csv")
    _training_options(verb)


def _evaluate(choices: Verbs) -> None:
    verb = _verb(choices, "evaluate", verbs.evaluate, "print the quality tables of a model")
    verb.add_argument(
        "--real", type=Path, metavar="DIR", help="real designs to measure on: A.csv, B.csv, E.csv"
    )
    verb.add_argument(
        "--short", action="store_true", help="few designs, to see that everything works"
    )
    verb.add_argument("--model", metavar="NAME", help="as for 'review' (default: embedded)")
    verb.add_argument("--device", help="auto, cpu or cuda")
    _work_option(verb)
    _json_option(verb)


def _training_options(verb: argparse.ArgumentParser) -> None:
    _work_option(verb)
    verb.add_argument("--bundle", type=Path, help="model folder (default: the one of the app)")


def _work_option(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--work", type=Path, help="rendered designs and checkpoints (default: runs/)")


def _verb(
    choices: Verbs, name: str, run: Callable[[argparse.Namespace], int], about: str
) -> argparse.ArgumentParser:
    verb = choices.add_parser(name, help=about, description=about)
    verb.set_defaults(run=run)
    return verb


def _spec_options(verb: argparse.ArgumentParser) -> None:
    source = verb.add_mutually_exclusive_group(required=True)
    source.add_argument("--spec", type=Path, metavar="FILE.txt", help="the brief as a text file")
    source.add_argument("--text", help="the brief itself")


def _reviewer_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--library", type=Path, metavar="DIR", help="library of past designs")
    verb.add_argument(
        "--model",
        metavar="NAME",
        help="the model that looks: embedded (the default), architecture/weights, "
        "hf-hub:owner/name or local-dir:FOLDER; the verb 'models' lists them",
    )
    verb.add_argument("--device", help="auto, cpu or cuda")


def _json_option(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help="print one JSON object")


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        message = "must be at least 1"
        raise argparse.ArgumentTypeError(message)
    return value
