"""Command line of the training: one step each, or all of them."""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mmdesign.settings import ASSETS
from mmdesign.training.aligning import AlignPlan
from mmdesign.training.curve import draw_curve
from mmdesign.training.evaluation import PARTS, table
from mmdesign.training.localising import LocalisePlan
from mmdesign.training.plan import Plan
from mmdesign.training.sample_library import index_samples
from mmdesign.training.samples import write_samples
from mmdesign.training.steps import (
    Run,
    align,
    calibrate_bundle,
    calibrate_likeness,
    describe,
    evaluate,
    export,
    fit,
    localise,
    make_data,
    read_figures,
    train,
    tune_words,
)
from mmdesign.training.tuning import TunePlan


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one step."""
    options = _parser().parse_intermixed_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run = Run(options.work, options.bundle, options.data, options.designs, options.test_designs)
    if options.step == "train":
        figures = train(options.budget_minutes, run)
    elif options.step == "evaluate":
        figures = evaluate(run, real=options.real, short=options.short, only=options.only).figures
    elif options.step == "card":
        figures = read_figures(options.figures or [options.work / "figures.json"])
        describe(run, figures)
    else:
        figures = ()
        _one_step(options, run)
    if figures:
        sys.stdout.write(table(figures) + "\n")
    return 0


def _one_step(options: argparse.Namespace, run: Run) -> None:
    steps: dict[str, Callable[[], object]] = {
        "data": lambda: make_data(run, options.budget_minutes),
        "fit": lambda: fit(run, Plan(options.budget_minutes)),
        "tune": lambda: tune_words(run, TunePlan()),
        "align": lambda: align(run, AlignPlan()),
        "bundle": lambda: export(run),
        "localise": lambda: localise(run, LocalisePlan(options.budget_minutes)),
        "calibrate": lambda: calibrate_bundle(run),
        "likeness": lambda: calibrate_likeness(run),
        "samples": lambda: write_samples(ASSETS / "samples"),
        "curve": lambda: draw_curve(options.work / "fit", options.picture),
        "index": lambda: index_samples(ASSETS / "samples", ASSETS / "library"),
    }
    steps[options.step]()


def _parser() -> argparse.ArgumentParser:
    default = Run()
    parser = argparse.ArgumentParser(prog="python -m mmdesign.training", description=__doc__)
    steps = ("train", "data", "fit", "tune", "align", "bundle", "localise", "calibrate", "likeness",
             "evaluate", "card", "curve", "samples", "index")  # fmt: skip
    parser.add_argument("step", choices=steps)
    # intermixed parsing takes the defaults of positionals away: "%(default)s" would fail here
    parser.add_argument("picture", nargs="?", type=Path, default=Path("curve.svg"),
                        help="of the learning curve (default: curve.svg)")  # fmt: skip
    parser.add_argument("--work", type=Path, default=default.work,
                        help="folder for rendered data and checkpoints")  # fmt: skip
    parser.add_argument("--bundle", type=Path, default=default.bundle, help="model folder")
    parser.add_argument("--data", type=Path, help="folder of real designs with manifest.csv")
    parser.add_argument("--real", type=Path, help="real designs to measure on: A.csv, B.csv, E.csv")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS,
                        help="parts to measure (default: all)")  # fmt: skip
    parser.add_argument("--figures", nargs="+", type=Path,
                        help="for the card (default: figures.json in --work)")  # fmt: skip
    parser.add_argument("--short", action="store_true", help="measure a few designs only")
    parser.add_argument("--budget-minutes", type=float, default=60.0, help="for the training loop")
    parser.add_argument("--designs", type=int,
                        help="parts to train on (default: by the time budget)")  # fmt: skip
    parser.add_argument("--test-designs", type=int, default=default.test_designs)
    return parser


if __name__ == "__main__":
    sys.exit(main())
