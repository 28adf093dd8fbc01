"""What can be written on the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from mmdesign import __version__
from mmdesign.cli import libraries, verbs
from mmdesign.cli.printing import models_epilog
from mmdesign.phrases import LANGUAGES
from mmdesign.settings import library_place

UNITS = ("mm", "cm", "m", "in", "ft")
ENGINES = ("local", "ray")
BENCHES = ("images", "meshes", "review", "memory", "scaling", "library")
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
        _bench,
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
    verb.add_argument(
        "--language", choices=LANGUAGES, default="en",
        help="what the --html report is written in (default: %(default)s)",
    )  # fmt: skip
    verb.add_argument(
        "--keep", action="store_true",
        help="add the design to the library, if it is not there, with its review",
    )  # fmt: skip
    _reviewer_options(verb)
    _json_option(verb)


def _index(choices: Verbs) -> None:
    verb = _verb(choices, "index", verbs.index, "add designs to a library")
    verb.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files, folders, a CSV/JSONL manifest"
    )
    verb.add_argument(
        "--retry", action="store_true",
        help="read files again that failed before; without PATH, all of them",
    )  # fmt: skip
    _reviewer_options(verb)
    _json_option(verb)


def _search(choices: Verbs) -> None:
    verb = _verb(choices, "search", verbs.search, "find past designs by words, files or a spec")
    verb.add_argument("--text", help="what to look for")
    verb.add_argument(
        "--design", type=Path, metavar="FILE", action="append", default=[],
        help="find designs like this one; may be given several times",
    )  # fmt: skip
    verb.add_argument("--spec", type=Path, metavar="FILE.txt",
                      help="find designs that already meet this brief")  # fmt: skip
    _wishes_options(verb)
    verb.add_argument("-k", type=_positive, default=10, help="how many (default: %(default)s)")
    verb.add_argument("--where", help="a filter: 'mass_g < 200 and tag = \"bracket\"'")
    _reviewer_options(verb)
    _json_option(verb)


def _wishes_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--more", metavar="ID", action="append", default=[],
                      help="more like this past design; several times for several")  # fmt: skip
    verb.add_argument("--less", metavar="ID", action="append", default=[],
                      help="less like this past design")  # fmt: skip
    verb.add_argument("--text-weight", type=float, default=1.0, metavar="W")
    verb.add_argument("--design-weight", type=float, action="append", default=[], metavar="W",
                      help="of each --design, in the same order (default: 1)")  # fmt: skip
    verb.add_argument("--same-size", type=float, nargs="?", const=5.0, metavar="PERCENT",
                      help="only designs of the same size (within 5 %%)")  # fmt: skip


def _batch(choices: Verbs) -> None:
    verb = _verb(choices, "batch", verbs.batch, "score many designs against one spec")
    verb.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files, folders, a CSV/JSONL manifest"
    )
    _spec_options(verb)
    verb.add_argument("--where", help="designs of the library too: 'mass_g < 200'")
    verb.add_argument(
        "--out", required=True, type=Path, action="append", metavar="FILE",
        help="results.csv, .parquet, .jsonl, .xlsx or .html; may be given several times",
    )  # fmt: skip
    verb.add_argument("--resume", action="store_true", help="keep what an earlier run has done")
    verb.add_argument("--units", choices=UNITS, help="unit of files that declare none")
    verb.add_argument(
        "--engine", choices=ENGINES, default="local",
        help="this machine, or the Ray cluster at RAY_ADDRESS (default: %(default)s)",
    )  # fmt: skip
    verb.add_argument("--cores", type=_positive, help="how many to keep busy (default: all)")
    verb.add_argument("--cache", type=Path, metavar="DIR", help="keeps what was seen of each file")
    verb.add_argument("--no-cache", action="store_true", help="see everything anew, keep nothing")
    _reviewer_options(verb)


def _bench(choices: Verbs) -> None:
    verb = _verb(choices, "bench", verbs.bench, "measure how fast this machine is")
    verb.add_argument(
        "what", nargs="*", metavar="WHAT", help=f"some of: {', '.join(BENCHES)} (default: all)"
    )
    verb.add_argument(
        "--seconds", type=_positive, default=60, help="time for each, about (default: %(default)s)"
    )
    verb.add_argument(
        "--sizes", type=_sizes, default=(10_000, 100_000), metavar="N,N",
        help="library: how many designs (default: 10000,100000)",
    )  # fmt: skip
    verb.add_argument(
        "--postgres", nargs="?", const="start", metavar="URL",
        help="library: measure PostgreSQL too, at a URL or a server started for it",
    )  # fmt: skip
    verb.add_argument(
        "--peer", type=Path, metavar="PYTHON",
        help="images: the Python of an environment with clip-retrieval, to compare with",
    )  # fmt: skip
    _reviewer_options(verb)
    _json_option(verb)


def _spec(choices: Verbs) -> None:
    verb = _verb(choices, "spec", verbs.spec, "parse and check a spec without a design")
    verb.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="the brief: .txt, .md, .pdf, .docx"
    )
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
    duplicates = _verb(actions, "duplicates", verbs.library_duplicates,
                       "list designs that are the same, mirrored, scaled or nearly so")  # fmt: skip
    outliers = _verb(actions, "outliers", verbs.library_outliers, "list designs like nothing else")
    outliers.add_argument("-k", type=_positive, default=10, help="how many (default: 10)")
    for action in (verify, stats, remove, duplicates, outliers, *_library_more(actions)):
        _reviewer_options(action)


def _library_more(actions: Verbs) -> tuple[argparse.ArgumentParser, ...]:
    export = _verb(actions, "export", libraries.library_export, "write it as a table")
    export.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="designs.csv, .parquet or .jsonl"
    )
    export.add_argument("--where", help="a filter: 'mass_g < 200 and tag = \"bracket\"'")
    copy = _verb(
        actions, "copy", libraries.library_copy,
        "copy a library between folders and PostgreSQL servers, every record compared",
    )  # fmt: skip
    copy.add_argument("source", type=library_place, metavar="SOURCE")
    copy.add_argument("target", type=library_place, metavar="TARGET")
    compact = _verb(
        actions, "compact", libraries.library_compact, "write the vector files anew, without gaps"
    )
    failures = _verb(
        actions, "failures", libraries.library_failures, "list files that could not be read"
    )
    history = _verb(
        actions, "history", libraries.library_history,
        "list a design's states, reviews and family, and what it is a part of",
    )  # fmt: skip
    history.add_argument("design_id", metavar="ID")
    families = _verb(
        actions, "families", libraries.library_families,
        "list designs that are versions of one another, the newest first",
    )  # fmt: skip
    return export, compact, failures, history, families


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
    verb.add_argument(
        "--only", nargs="+", metavar="PART",
        help="designs, real, disturbed, library, ledger, heat, speed (default: all)",
    )  # fmt: skip
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
    source.add_argument(
        "--spec", type=Path, metavar="FILE", help="the brief: .txt, .md, .pdf, .docx"
    )
    source.add_argument("--text", help="the brief itself")


def _reviewer_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--library", type=library_place, metavar="PLACE",
        help="library of past designs: a folder, or postgresql+psycopg://user@host/database",
    )  # fmt: skip
    verb.add_argument(
        "--model",
        metavar="NAME",
        help="the model that looks: embedded (the default), architecture/weights, "
        "hf-hub:owner/name or local-dir:FOLDER; the verb 'models' lists them",
    )
    verb.add_argument("--device", help="auto, cpu or cuda")


def _json_option(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help="print one JSON object")


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_positive(size) for size in text.split(","))


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        message = "must be at least 1"
        raise argparse.ArgumentTypeError(message)
    return value
