"""What a bundle gets when its towers stand: a head that tells where things are, and calibration."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import FloatArray
from mmdesign.encoding.clip import ClipEncoder
from mmdesign.encoding.dense import save_dense
from mmdesign.fusion import FusionScorer
from mmdesign.fusion.kinds import COMMITTEE
from mmdesign.settings import Settings
from mmdesign.training.calibrating import calibrate, calibrate_similarity
from mmdesign.training.dataset import Split, load_split, map_split, render_test_parts
from mmdesign.training.embedding import BundleVectors, mean_unit
from mmdesign.training.evaluation.judges import keep_judges, trial_of, worth
from mmdesign.training.evaluation.procedural import forms_kept
from mmdesign.training.evaluation.subject import first_designs
from mmdesign.training.fusing import WORDINGS, Claims, claims_about, fit_fusion, scores
from mmdesign.training.heating import heat_scale, write_heat_scale
from mmdesign.training.judges import JUDGES, committee_of
from mmdesign.training.likening import Kin, fitted_json, kin_of, learn_likeness, learn_scale
from mmdesign.training.localising import LocalisePlan, Localiser
from mmdesign.training.parts import FAMILIES, HELD_OUT_FAMILIES
from mmdesign.training.spotting import Lessons, phrases_of
from mmdesign.training.steps.run import Run, model_name

log = logging.getLogger(__name__)

SCALE_DESIGNS = 240
"""Designs that the scale of heat is fitted on."""
UNSEEN = ("test", "new_builders", "new_families")
"""Splits that calibration is fitted on; the kind of judge is chosen on the second."""
TIE = 0.01
"""About one standard error of what the kinds are compared by, on 272 pairs and 2,744 statements."""


def localise(run: Run, plan: LocalisePlan) -> None:
    """Teach the bundle where things are; its vectors stay as they are."""
    vectors = BundleVectors(run.bundle)
    records, _ = map_split(run.work / "train")
    lessons = Lessons(run.work, phrases_of(records, vectors.texts, plan.seed))
    save_dense(Localiser(vectors.model.visual.trunk, lessons, plan, run.work / "localise").run(),
               run.bundle)  # fmt: skip
    if (run.bundle / "calibration.json").is_file():
        render_test_parts(run.work, run.test_designs)
        write_heat_scale(run.bundle, _heat_scale(run, load_split(run.work / "test")))


def _heat_scale(run: Run, unseen: Split) -> dict[str, float]:
    encoder = ClipEncoder.open(Settings(model=model_name(run.bundle)))
    return heat_scale(encoder, first_designs(unseen, SCALE_DESIGNS))


def calibrate_bundle(run: Run) -> None:
    """Fit fusion and calibration on designs and builders the towers never saw."""
    vectors = BundleVectors(run.bundle)
    learned = _shown(run, vectors, "fusion")
    unseen = [_shown(run, vectors, name) for name in UNSEEN if any((run.work / name).glob("*.npy"))]
    judges = _judges(learned, vectors)
    scorer = _best(judges, unseen[min(1, len(unseen) - 1)], vectors)
    scorer.save(run.bundle)
    encoder = ClipEncoder.open(Settings(model=model_name(run.bundle)))
    keep_judges(run.work, encoder.model_id, judges)

    held_out = [_claims(shown, vectors, FAMILIES) for shown in unseen]
    scored = [(scores(part, scorer), part.holds, part.design) for part in held_out]
    # even designs fit the curve, odd ones say how good it is
    halves = [_joined(scored, parity) for parity in (0, 1)]
    result = calibrate(halves[0], halves[1])
    views = [rows for part in held_out for rows in part.views]
    families = [record.family for shown in unseen for record in shown.split.records]
    result["similarity"] = {
        **calibrate_similarity(tuple(views), families), **_likeness(learned, unseen[-1])
    }  # fmt: skip
    result["heat"] = heat_scale(encoder, first_designs(unseen[0].split, SCALE_DESIGNS))
    (run.bundle / "calibration.json").write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    log.info("calibration %s", result)


def calibrate_likeness(run: Run) -> None:
    """Learn again how alike designs are; the rest of the bundle's calibration stays."""
    path = run.bundle / "calibration.json"
    result = json.loads(path.read_text("utf-8"))
    vectors = BundleVectors(run.bundle)
    shown = [_shown(run, vectors, name) for name in ("fusion", "new_families")]
    result["similarity"].update(_likeness(*shown))
    path.write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    log.info("similarity %s", {key: value for key, value in result["similarity"].items()
                               if key != "geometry"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Shown:
    """A rendered split as the towers see it."""

    split: Split
    views: tuple[FloatArray, ...]
    """Per design (V, D)."""
    forms: FloatArray
    """(N, G)."""


def _shown(run: Run, vectors: BundleVectors, name: str) -> _Shown:
    split = load_split(run.work / name)
    return _Shown(split, vectors.views(split), forms_kept(run.work, split.records))


def _likeness(known: _Shown, unseen: _Shown) -> Mapping[str, object]:
    """Scale of geometry from families that are trained on, all else from families that are not."""
    likeness = learn_likeness(learn_scale(_kin(known)), _kin(unseen))
    return fitted_json(likeness, _kin(unseen))


def _kin(shown: _Shown) -> Kin:
    families = [record.family for record in shown.split.records]
    return kin_of(mean_unit(shown.views), shown.forms, families)


def _claims(
    shown: _Shown, vectors: BundleVectors, families: Sequence[str], wordings: int = 1
) -> Claims:
    records = shown.split.records
    return claims_about(records, shown.views, vectors.texts, families, shown.forms, wordings)


def _judges(learned: _Shown, vectors: BundleVectors) -> dict[str, FusionScorer]:
    """Every kind, taught by the same statements."""
    # names of unseen families must not occur as wrong names alone: they would be learned as wrong
    known = tuple(family for family in FAMILIES if family not in HELD_OUT_FAMILIES)
    claims = _claims(learned, vectors, known, WORDINGS)
    judges = {kind: fit_fusion(claims, kind) for kind in JUDGES}
    return {**judges, COMMITTEE: committee_of(judges)}


def _best(
    judges: Mapping[str, FusionScorer], check: _Shown, vectors: BundleVectors
) -> FusionScorer:
    """The best on builders that no judge has seen; of equals, the one that asks several."""
    trial = trial_of(check.split.records, check.views, check.forms, vectors.texts)
    values = {kind: worth(trial, judge) for kind, judge in judges.items()}
    log.info("fusion: %s", {kind: round(value, 4) for kind, value in values.items()})
    best = max(values, key=lambda kind: values[kind])
    return judges[COMMITTEE if values[COMMITTEE] > values[best] - TIE else best]


def _joined(
    scored: Sequence[tuple[FloatArray, np.ndarray, np.ndarray]], parity: int
) -> tuple[FloatArray, np.ndarray]:
    rows = [design % 2 == parity for _, _, design in scored]
    return (
        np.concatenate([score[row] for (score, _, _), row in zip(scored, rows, strict=True)]),
        np.concatenate([holds[row] for (_, holds, _), row in zip(scored, rows, strict=True)]),
    )
