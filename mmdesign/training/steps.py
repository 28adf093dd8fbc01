"""The steps from nothing to a finished bundle, each of them resumable."""

import json
import logging
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from mmdesign.domain import FloatArray
from mmdesign.encoding.clip import ClipEncoder
from mmdesign.encoding.dense import WEIGHTS_FILE as DENSE_FILE
from mmdesign.encoding.dense import save_dense
from mmdesign.fusion import FusionScorer
from mmdesign.settings import ASSETS, EMBEDDED_MODEL, Settings
from mmdesign.training.aligning import Aligner, AlignPlan, Projections, look, meanings
from mmdesign.training.aligning import Lessons as AlignLessons
from mmdesign.training.bundle import write_bundle, write_card, write_notice
from mmdesign.training.calibrating import calibrate, calibrate_similarity
from mmdesign.training.contests import draw_contests
from mmdesign.training.corpus import NAMED_SHARE, Corpus, open_corpus
from mmdesign.training.dataset import (
    Split,
    load_split,
    map_split,
    render_named,
    render_parts,
    render_test_parts,
)
from mmdesign.training.describing import described
from mmdesign.training.dictionary import family_glosses, fetch_dictionary
from mmdesign.training.embedding import BundleVectors, mean_unit
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
from mmdesign.training.evaluation.procedural import meshes_of
from mmdesign.training.evaluation.subject import first_designs
from mmdesign.training.forms import form_of_mesh, kept_forms
from mmdesign.training.fusing import Claims, auroc, claims_about, fit_fusion, scores
from mmdesign.training.heating import heat_scale, write_heat_scale
from mmdesign.training.likening import Kin, fitted_json, kin_of, learn_likeness, learn_scale
from mmdesign.training.localising import LocalisePlan, Localiser
from mmdesign.training.loop import Trainer
from mmdesign.training.model import (
    FINISHED,
    IMAGE_PX,
    LEARNING,
    TRUNK,
    WIDTH,
    EncodeTexts,
    Learner,
    new_model,
    pooled_texts,
    tokenizer_of,
    whiten,
)
from mmdesign.training.naming import names_of
from mmdesign.training.parts import (
    FAMILIES,
    HELD_OUT_FAMILIES,
    new_builders,
)
from mmdesign.training.plan import Plan
from mmdesign.training.spotting import Lessons, phrases_of
from mmdesign.training.text_tower import PIECES, fetch_text_tower

log = logging.getLogger(__name__)

IMAGE_PROJECTION = "model.visual.head.proj.weight"
TEXT_PROJECTION = "model.text.proj"
LINEAR_TEXT_PROJECTION = f"{TEXT_PROJECTION}.weight"
"""While the trunk learns."""
DESIGNS_PER_MINUTE, MOST_DESIGNS = 400, 32_000
"""Of the training budget; rendering them takes two cores about a fifth of it."""
LOCALISE_SHARE = 0.25
"""Minutes for the dense head, on top of the budget and as a share of it."""
SCALE_DESIGNS = 240
"""Designs that the scale of heat is fitted on."""
SHORT_DESIGNS = 48
"""Unseen designs of a short evaluation."""
INTERACTION_DECAYS = (0.03, 1.0, 10.0)
"""Tried for the fusion; the one that is best on unseen builders is kept."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where one training run keeps its things and how large it is."""

    work: Path = ASSETS.parent / "runs" / "training"
    bundle: Path = ASSETS / "model"
    data: Path | None = None
    """Folder with real, named designs (manifest.csv), or None for generated parts alone."""
    designs: int | None = None
    """Parts to train on; None for as many as the time budget can make use of."""
    test_designs: int = 640


def train(budget_minutes: float, run: Run | None = None) -> tuple[Figure, ...]:
    """Make the embedded model from nothing and measure it.

    Args:
        budget_minutes: For the training loop alone; data, calibration and figures come on top.
        run: Where and how large; None for the defaults.
    """
    run = run or Run()
    make_data(run, budget_minutes)
    fit(run, Plan(budget_minutes))
    align(run, AlignPlan())
    export(run)
    localise(run, LocalisePlan(LOCALISE_SHARE * budget_minutes))
    calibrate_bundle(run)
    figures = evaluate(run).figures
    describe(run, figures)
    return figures


def make_data(run: Run, budget_minutes: float) -> None:
    """Render whatever is not rendered yet."""
    enough = min(round(DESIGNS_PER_MINUTE * budget_minutes), MOST_DESIGNS)
    render_parts(run.work, run.designs or enough, 2 * run.test_designs)
    render_test_parts(run.work, run.test_designs)
    if run.data is not None:
        render_named(run.work, run.data)


def fit(run: Run, plan: Plan) -> None:
    """Train until the budget is used, going on from the last checkpoint."""
    _trainer(run, plan).run()


def align(run: Run, plan: AlignPlan) -> None:
    """Learn both projections of the last checkpoint anew, with the trunk standing still."""
    material = _material(run)
    state = torch.load(_fit_folder(run) / "checkpoint.pt", weights_only=True)
    average = state["average"]
    _fill(material.model, average)
    trunk = material.model.get_submodule("visual.trunk").eval()
    torch.manual_seed(plan.seed)
    projections = Projections(average[IMAGE_PROJECTION], float(average["log_scale"]))
    Aligner(projections, _lessons(run, material, trunk, plan.seed), plan).run()
    del average[LINEAR_TEXT_PROJECTION]
    average |= {f"{TEXT_PROJECTION}.{key}": value
                for key, value in projections.text.state_dict().items()}  # fmt: skip
    average |= {
        IMAGE_PROJECTION: projections.image.weight.detach(),
        "log_scale": projections.log_scale.detach(),
    }
    kept = {key: state[key] for key in ("samples", "elapsed_s")}
    torch.save({"average": average, **kept}, _fit_folder(run) / "aligned.pt")


def _lessons(run: Run, material: "_Material", trunk: nn.Module, seed: int) -> AlignLessons:
    corpus, encode = material.corpus, material.encode
    entries = fetch_dictionary(run.work)
    glosses = family_glosses(entries, encode)
    descriptions = dict(described())
    for family, gloss in glosses.items():
        descriptions[family] = (*descriptions[family], gloss)
    return AlignLessons(
        corpus=corpus,
        looks=look(trunk, corpus, seed),
        meanings=meanings(entries, encode),
        names=names_of(corpus.records, descriptions, encode),
        contests=draw_contests(corpus.records, encode, seed),
    )


def export(run: Run) -> None:
    """Write the aligned weights as a bundle."""
    tower = fetch_text_tower(run.work)
    state = torch.load(_fit_folder(run) / "aligned.pt", weights_only=True)
    model = new_model(tower, FINISHED)
    _fill(model, state["average"])
    write_bundle(model.eval(), float(state["average"]["log_scale"].exp()), tower, run.bundle)
    # a head belongs to the trunk that it was taught on
    (run.bundle / DENSE_FILE).unlink(missing_ok=True)
    write_notice(run.bundle, run.data)
    facts = {"samples": state["samples"], "minutes": round(state["elapsed_s"] / 60, 1)}
    (run.work / "exported.json").write_text(json.dumps(facts), "utf-8")
    log.info("bundle written to %s after %s", run.bundle, facts)


def localise(run: Run, plan: LocalisePlan) -> None:
    """Teach the bundle where things are; its vectors stay as they are."""
    vectors = BundleVectors(run.bundle)
    records, _ = map_split(run.work / "train")
    lessons = Lessons(run.work, phrases_of(records, vectors.texts, plan.seed))
    save_dense(Localiser(vectors.model.visual.trunk, lessons, plan, run.work / "localise").run(),
               run.bundle)  # fmt: skip
    if (run.bundle / "calibration.json").is_file():
        render_test_parts(run.work, run.test_designs)
        tested = first_designs(load_split(run.work / "test"), SCALE_DESIGNS)
        write_heat_scale(run.bundle, heat_scale(_opened(run.bundle), tested))


def _opened(bundle: Path) -> ClipEncoder:
    return ClipEncoder.open(Settings(model=model_name(bundle)))


def _fill(model: nn.Module, average: Mapping[str, Tensor]) -> None:
    """Put averaged weights into a model; its frozen text tower is not among them."""
    trained = {key.removeprefix("model."): value for key, value in average.items()
               if key.startswith("model.")}  # fmt: skip
    missing, unknown = model.load_state_dict(trained, strict=False)
    assert not unknown, unknown
    assert all(key.startswith("text.transformer.") for key in missing), missing


def calibrate_bundle(run: Run) -> None:
    """Fit fusion and calibration on designs and builders the towers never saw."""
    vectors = BundleVectors(run.bundle)
    # names of unseen families must not occur as wrong names alone: they would be learned as wrong
    known = tuple(family for family in FAMILIES if family not in HELD_OUT_FAMILIES)
    claims = _claims(vectors, load_split(run.work / "fusion"), known)
    unseen = [load_split(run.work / name) for name in ("test", "new_builders", "new_families")]
    held_out = [_claims(vectors, split, FAMILIES) for split in unseen if len(split)]
    scorer = _best_fusion(claims, held_out[min(1, len(held_out) - 1)])
    scorer.save(run.bundle)

    scored = [(scores(part, scorer), part.holds, part.design) for part in held_out]
    # even designs fit the curve, odd ones say how good it is
    halves = [_joined(scored, parity) for parity in (0, 1)]
    result = calibrate(halves[0], halves[1])
    views = [rows for part in held_out for rows in part.views]
    families = [record.family for split in unseen for record in split.records]
    result["similarity"] = {
        **calibrate_similarity(tuple(views), families), **_likeness(run, vectors)
    }  # fmt: skip
    result["heat"] = heat_scale(_opened(run.bundle), first_designs(unseen[0], SCALE_DESIGNS))
    (run.bundle / "calibration.json").write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    log.info("calibration %s", result)


def calibrate_likeness(run: Run) -> None:
    """Learn again how alike designs are; the rest of the bundle's calibration stays."""
    path = run.bundle / "calibration.json"
    result = json.loads(path.read_text("utf-8"))
    result["similarity"].update(_likeness(run, BundleVectors(run.bundle)))
    path.write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    log.info("similarity %s", {key: value for key, value in result["similarity"].items()
                               if key != "geometry"})  # fmt: skip


def _likeness(run: Run, vectors: BundleVectors) -> Mapping[str, object]:
    """Scale of geometry from families that are trained on, all else from families that are not."""
    known, unseen = (_kin(run, vectors, name) for name in ("fusion", "new_families"))
    likeness = learn_likeness(learn_scale(known), unseen)
    return fitted_json(likeness, unseen)


def _kin(run: Run, vectors: BundleVectors, name: str) -> Kin:
    split = load_split(run.work / name)
    records = split.records
    forms = kept_forms(run.work / "forms", [record.name for record in records],
                       lambda: [form_of_mesh(mesh) for mesh in meshes_of(records)])  # fmt: skip
    families = [record.family for record in records]
    return kin_of(mean_unit(vectors.views(split)), forms, families)


def _claims(vectors: BundleVectors, split: Split, families: Sequence[str]) -> Claims:
    return claims_about(split.records, vectors.views(split), vectors.texts, families)


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


def model_name(bundle: Path) -> str:
    """The name under which a bundle is opened."""
    return EMBEDDED_MODEL if bundle == ASSETS / "model" else f"local-dir:{bundle}"


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


@dataclass(frozen=True, slots=True)
class _Material:
    """What both training stages start from."""

    model: nn.Module
    corpus: Corpus
    encode: EncodeTexts


def _material(run: Run) -> _Material:
    tower = fetch_text_tower(run.work)
    model = new_model(tower, LEARNING)
    tokenizer = tokenizer_of(tower)
    folder = _fit_folder(run)
    folder.mkdir(parents=True, exist_ok=True)
    cache = folder / "texts.npz"

    known: dict[str, FloatArray] = {}
    if cache.is_file():
        with np.load(cache) as stored:
            known = dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))

    def encode(texts: Sequence[str]) -> FloatArray:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, pooled_texts(model, tokenizer, new), strict=True))
            vectors = np.stack(list(known.values()))
            np.savez(cache, texts=np.array(list(known)), vectors=vectors)
        return np.stack([known[text] for text in texts])

    return _Material(model, open_corpus(run.work, encode), encode)


def _trainer(run: Run, plan: Plan) -> Trainer:
    material = _material(run)
    corpus = material.corpus
    torch.manual_seed(plan.seed)
    whiten(material.model, corpus.sentences.text_vectors)
    learner = Learner(material.model, len(corpus.head_columns), corpus.geometry.shape[1])
    return Trainer(learner, corpus, plan, _fit_folder(run))


def _fit_folder(run: Run) -> Path:
    return run.work / "fit"
