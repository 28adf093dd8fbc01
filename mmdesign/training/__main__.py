"""Command line of the training: one step each, or all of them."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from mmdesign.settings import ASSETS
from mmdesign.training.evaluation import table
from mmdesign.training.loop import Plan
from mmdesign.training.sample_library import index_samples
from mmdesign.training.samples import write_samples
from mmdesign.training.steps import (
    Run,
    calibrate_bundle,
    describe,
    evaluate,
    export,
    fit,
    make_data,
    train,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one step."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run = Run(options.work, options.bundle, options.data, options.designs, options.test_designs)
    if options.step == "train":
        figures = train(options.budget_minutes, run)
    elif options.step in {"evaluate", "card"}:
        figures = evaluate(run, options.real)
        if options.step == "card":
            describe(run, figures)
    else:
        figures = ()
        _one_step(options, run)
    if figures:
        sys.stdout.write(table(figures) + "\n")
    return 0


def _one_step(options: argparse.Namespace, run: Run) -> None:
    if options.step == "data":
        make_data(run)
    elif options.step == "fit":
        fit(run, Plan(options.budget_minutes))
    elif options.step == "bundle":
        export(run)
    elif options.step == "calibrate":
        calibrate_bundle(run)
    elif options.step == "samples":
        write_samples(ASSETS / "samples")
    elif options.step == "index":
        index_samples(ASSETS / "samples", ASSETS / "library")


def _parser() -> argparse.ArgumentParser:
    default = Run()
    parser = argparse.ArgumentParser(prog="python -m mmdesign.training", description=__doc__)
    steps = ("train", "data", "fit", "bundle", "calibrate", "evaluate", "card",
             "samples", "index")  # fmt: skip
    parser.add_argument("step", choices=steps)
    parser.add_argument("--work", type=Path, default=default.work,
                        help="folder for rendered data and checkpoints")  # fmt: skip
    parser.add_argument("--bundle", type=Path, default=default.bundle, help="model folder")
    parser.add_argument("--data", type=Path, help="folder of real designs with manifest.csv")
    parser.add_argument("--real", type=Path, help="real designs to measure on, <folder>.csv beside")
    parser.add_argument("--budget-minutes", type=float, default=60.0, help="for the training loop")
    parser.add_argument("--designs", type=int, default=default.designs, help="parts to train on")
    parser.add_argument("--test-designs", type=int, default=default.test_designs)
    return parser


if __name__ == "__main__":
    sys.exit(main())
