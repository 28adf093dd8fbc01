"""A bundle is measured on designs that it never saw, and its card is written."""

import json
import platform
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from mmdesign.settings import Settings
from mmdesign.training.bundle import write_card
from mmdesign.training.corpus import NAMED_SHARE
from mmdesign.training.dataset import map_split, render_test_parts
from mmdesign.training.evaluation import (
    PARTS,
    Evaluation,
    Figure,
    Scope,
    as_json,
    beside_chance,
    evaluate_model,
    table,
)
from mmdesign.training.model import IMAGE_PX, TRUNK, WIDTH
from mmdesign.training.parts import HELD_OUT_FAMILIES, new_builders
from mmdesign.training.steps.run import Run, model_name
from mmdesign.training.text_tower import PIECES

SHORT_DESIGNS = 48
"""Unseen designs of a short evaluation."""


def evaluate(
    run: Run | None = None,
    settings: Settings | None = None,
    real: Path | None = None,
    short: bool = False,
    only: Sequence[str] = PARTS,
) -> Evaluation:
    """Measure a model on designs it never saw; they are rendered when they are not there yet.

    Args:
        run: Where the rendered test splits are, and the bundle to measure.
        settings: Name another model to measure than the run's bundle.
        real: Folder of real designs with A.csv, B.csv, E.csv, also measured.
        short: Few designs, to see in half a minute that everything works; its figures are rough.
        only: Parts of the evaluation; several processes can take one each.
    """
    run = run or Run()
    settings = settings or Settings(model=model_name(run.bundle))
    scope = Scope(run.work, real)
    if short:
        # a folder of its own: finished shards are never rendered again
        scope = Scope(run.work / "short", real, looks=24, disturbed=6, heat=6, repeats=1)
    scope = replace(scope, parts=tuple(only))
    render_test_parts(scope.work, SHORT_DESIGNS if short else run.test_designs)
    evaluation = evaluate_model(settings, scope)
    parts = "" if set(PARTS) <= set(only) else "_" + "_".join(only)
    (scope.work / f"figures{parts}.json").write_text(as_json(evaluation), "utf-8")
    return evaluation


def read_figures(paths: Sequence[Path]) -> tuple[Figure, ...]:
    """Figures that `evaluate` has written, of one or several parts of one evaluation.

    Raises:
        ValueError: If they are of different models.
    """
    written = [json.loads(path.read_text("utf-8")) for path in paths]
    models = sorted({each["model"] for each in written})
    if len(models) > 1:
        message = f"these figures are of different models: {', '.join(models)}"
        raise ValueError(message)
    return tuple(Figure(**figure) for each in written for figure in each["figures"])


def describe(run: Run, figures: Sequence[Figure]) -> None:
    """Write the model card and the figures of a bundle that was trained in this work folder."""
    exported = json.loads((run.work / "exported.json").read_text("utf-8"))
    parts, _ = map_split(run.work / "train")
    named, _ = map_split(run.work / "named")
    training = {
        "trunk": TRUNK, "image_px": IMAGE_PX, "width": WIDTH, "pieces": PIECES,
        "designs": len(parts), "families": len({record.family for record in parts}),
        "builders": len({(record.family, record.builder) for record in parts}),
        "named": len(named), "named_share": f"{NAMED_SHARE:.0%}" if len(named) else "0 %",
        "held_families": len(HELD_OUT_FAMILIES), "held_builders": len(new_builders()),
        "machine": f"{torch.get_num_threads()} shared cores of {platform.machine()}",
        **exported,
    }  # fmt: skip
    write_card(run.bundle, training, table(figures))
    (run.bundle / "evaluation.json").write_text(beside_chance(figures), "utf-8")
