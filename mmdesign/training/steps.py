"""The steps from nothing to a finished bundle, each of them resumable."""

import json
import logging
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from mmdesign.domain import FloatArray
from mmdesign.fusion import FusionScorer
from mmdesign.settings import ASSETS
from mmdesign.training.bundle import write_bundle, write_card, write_notice
from mmdesign.training.calibrating import calibrate, calibrate_similarity
from mmdesign.training.corpus import NAMED_SHARE, open_corpus
from mmdesign.training.dataset import load_split, render_named, render_parts, render_test_parts
from mmdesign.training.embedding import BundleVectors
from mmdesign.training.evaluation import Figure, as_json, evaluate_bundle, table
from mmdesign.training.fusing import Claims, auroc, claims_about, fit_fusion, scores
from mmdesign.training.heating import heat_scale
from mmdesign.training.loop import Plan, Trainer
from mmdesign.training.model import (
    IMAGE_PX,
    TRUNK,
    WIDTH,
    Learner,
    new_model,
    pooled_texts,
    tokenizer_of,
    whiten,
)
from mmdesign.training.parts import (
    FAMILIES,
    HELD_OUT_FAMILIES,
    new_builders,
    trained_builders,
)
from mmdesign.training.text_tower import PIECES, fetch_text_tower

log = logging.getLogger(__name__)

INTERACTION_DECAYS = (0.03, 1.0, 10.0)
"""Tried for the fusion; the one that is best on unseen builders is kept."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where one training run keeps its things and how large it is."""

    work: Path = ASSETS.parent / "runs" / "training"
    bundle: Path = ASSETS / "model"
    data: Path | None = None
    """Folder with real, named designs (manifest.csv), or None for generated parts alone."""
    designs: int = 4480
    test_designs: int = 640


def train(budget_minutes: float, run: Run | None = None) -> tuple[Figure, ...]:
    """Make the embedded model from nothing and measure it.

    Args:
        budget_minutes: For the training loop alone; data, calibration and figures come on top.
        run: Where and how large; None for the defaults.
    """
    run = run or Run()
    make_data(run)
    fit(run, Plan(budget_minutes))
    export(run)
    calibrate_bundle(run)
    figures = evaluate(run)
    describe(run, figures)
    return figures


def make_data(run: Run) -> None:
    """Render whatever is not rendered yet."""
    render_parts(run.work, run.designs, 2 * run.test_designs)
    render_test_parts(run.work, run.test_designs)
    if run.data is not None:
        render_named(run.work, run.data)


def fit(run: Run, plan: Plan) -> None:
    """Train until the budget is used, going on from the last checkpoint."""
    _trainer(run, plan).run()


def export(run: Run) -> None:
    """Write the averaged weights of the last checkpoint as a bundle."""
    tower = fetch_text_tower(run.work)
    state = torch.load(_fit_folder(run) / "checkpoint.pt", weights_only=True)
    average = state["average"]
    learner = Learner(new_model(tower), len(average["fact_head.bias"]))
    learner.load_state_dict(average, strict=False)
    learner.model.get_submodule("visual").eval()
    write_bundle(learner.model, float(state["scale"].exp()), tower, run.bundle)
    write_notice(run.bundle, run.data)
    facts = {"samples": state["samples"], "minutes": round(state["elapsed_s"] / 60, 1)}
    (run.work / "exported.json").write_text(json.dumps(facts), "utf-8")
    log.info("bundle written to %s after %s", run.bundle, facts)


def calibrate_bundle(run: Run) -> None:
    """Fit fusion and calibration on designs and builders the towers never saw."""
    vectors = BundleVectors(run.bundle)
    # names of unseen families must not occur as wrong names alone: they would be learned as wrong
    known = tuple(family for family in FAMILIES if family not in HELD_OUT_FAMILIES)
    claims = claims_about(vectors, load_split(run.work / "fusion"), known)
    unseen = [load_split(run.work / name) for name in ("test", "new_builders", "new_families")]
    held_out = [claims_about(vectors, split, FAMILIES) for split in unseen if len(split)]
    scorer = _best_fusion(claims, held_out[min(1, len(held_out) - 1)])
    scorer.save(run.bundle)

    scored = [(scores(part, scorer), part.holds, part.design) for part in held_out]
    # even designs fit the curve, odd ones say how good it is
    halves = [_joined(scored, parity) for parity in (0, 1)]
    result = calibrate(halves[0], halves[1])
    views = [rows for part in held_out for rows in part.views]
    families = [record.family for split in unseen for record in split.records]
    result["similarity"] = dict(calibrate_similarity(tuple(views), families))
    result["heat"] = heat_scale(vectors, unseen[0], held_out[0])
    (run.bundle / "calibration.json").write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    log.info("calibration %s", result)


def _joined(
    scored: Sequence[tuple[FloatArray, np.ndarray, np.ndarray]], parity: int
) -> tuple[FloatArray, np.ndarray]:
    rows = [design % 2 == parity for _, _, design in scored]
    return (
        np.concatenate([score[row] for (score, _, _), row in zip(scored, rows, strict=True)]),
        np.concatenate([holds[row] for (_, holds, _), row in zip(scored, rows, strict=True)]),
    )


def _best_fusion(claims: Claims, check: Claims) -> FusionScorer:
    scorers = [fit_fusion(claims, decay) for decay in INTERACTION_DECAYS]
    values = [auroc(scores(check, scorer), check.holds) for scorer in scorers]
    log.info("fusion: AUROC %s for decays %s", np.round(values, 4), INTERACTION_DECAYS)
    return scorers[int(np.argmax(values))]


def evaluate(run: Run | None = None, real: Path | None = None) -> tuple[Figure, ...]:
    """Measure the bundle on designs it never saw; they are rendered when they are not there yet.

    Args:
        run: Which bundle, and where the rendered test splits are.
        real: Folder of real designs with a manifest `<folder>.csv` beside it, also measured.
    """
    run = run or Run()
    render_test_parts(run.work, run.test_designs)
    figures = evaluate_bundle(run.bundle, run.work, real)
    (run.work / "figures.json").write_text(as_json(figures), "utf-8")
    return figures


def describe(run: Run, figures: Sequence[Figure]) -> None:
    """Write the model card of a bundle that was trained in this work folder."""
    exported = json.loads((run.work / "exported.json").read_text("utf-8"))
    named = load_split(run.work / "named")
    training = {
        "trunk": TRUNK, "image_px": IMAGE_PX, "width": WIDTH, "pieces": PIECES,
        "designs": run.designs, "families": len(FAMILIES) - len(HELD_OUT_FAMILIES),
        "builders": len(trained_builders()), "named": len(named),
        "named_share": f"{NAMED_SHARE:.0%}" if len(named) else "0 %",
        "held_families": len(HELD_OUT_FAMILIES), "held_builders": len(new_builders()),
        "machine": f"{torch.get_num_threads()} shared cores of {platform.machine()}",
        **exported,
    }  # fmt: skip
    write_card(run.bundle, training, table(figures))


def _trainer(run: Run, plan: Plan) -> Trainer:
    tower = fetch_text_tower(run.work)
    model = new_model(tower)
    tokenizer = tokenizer_of(tower)
    folder = _fit_folder(run)
    folder.mkdir(parents=True, exist_ok=True)
    cache = folder / "texts.npz"

    def encode(texts: Sequence[str]) -> FloatArray:
        known: dict[str, FloatArray] = {}
        if cache.is_file():
            stored = np.load(cache)
            known = dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))
        new = [text for text in texts if text not in known]
        if new:
            known.update(zip(new, pooled_texts(model, tokenizer, new), strict=True))
            vectors = np.stack(list(known.values()))
            np.savez(cache, texts=np.array(list(known)), vectors=vectors)
        return np.stack([known[text] for text in texts])

    corpus = open_corpus(run.work, encode)
    torch.manual_seed(plan.seed)
    whiten(model, corpus.text_vectors)
    return Trainer(Learner(model, len(corpus.head_columns)), corpus, plan, folder)


def _fit_folder(run: Run) -> Path:
    return run.work / "fit"
