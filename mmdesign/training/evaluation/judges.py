"""Which kind of judge is best: each beside the others, and beside what needs no training.

All of them learn from the same statements about the same designs; one comes with the model, the
others are kept in the work folder for this table.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from mmdesign.domain import FloatArray
from mmdesign.encoding import pool
from mmdesign.fusion import KINDS, FusionScorer
from mmdesign.training.dataset import Record
from mmdesign.training.evaluation.broken import feature_pairs, looks_asked
from mmdesign.training.evaluation.figures import CHANCE, Figure, figures_of
from mmdesign.training.evaluation.ranking import winning
from mmdesign.training.evaluation.subject import Seen, Subject
from mmdesign.training.fusing import Claims, auroc, claims_about, scores
from mmdesign.training.parts import FAMILIES

log = logging.getLogger(__name__)

JUDGING: Final = "Kinds of judge: AUROC of statements, and pairs of which one lacks a feature"
RANKED: Final = "pairs ranked right"
STATED: Final = ("family", "flag", "shape", "any")
WHOLE: Final = "no judge: cosine with the whole brief (CLIPScore)"
CLAUSES: Final = "no judge: mean cosine with each requirement"


@dataclass(frozen=True, slots=True)
class Brief:
    """Two designs, what is asked of them, and that the first alone has all of it."""

    keeps: int
    breaks: int
    texts: FloatArray
    """(R, D) one vector per requirement."""
    whole: FloatArray
    """(D,) vector of the whole text."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What judges are tried on."""

    claims: Claims
    briefs: tuple[Brief, ...]


def trial_of(
    records: Sequence[Record], views: tuple[FloatArray, ...], forms: FloatArray,
    encode: Callable[[Sequence[str]], FloatArray], seed: int = 0,
) -> Trial:  # fmt: skip
    """Statements and pairs about designs.

    Args:
        records: N generated designs.
        views: Per design (V, D).
        forms: (N, G).
        encode: Texts -> (S, D).
        seed: Of the choice of pairs.
    """
    briefs = []
    for keeps, breaks in feature_pairs(records, seed):
        spec = looks_asked(records[keeps])
        texts = encode([row.subject for row in spec.requirements])
        briefs.append(Brief(keeps, breaks, texts, encode([spec.text])[0]))
    return Trial(claims_about(records, views, encode, FAMILIES, forms), tuple(briefs))


def tried(trial: Trial, scorer: FusionScorer | None) -> dict[str, float]:
    """AUROC by kind of statement and share of pairs ranked right; mean cosines without a scorer."""
    claims = trial.claims
    score = scores(claims, scorer)
    row = {}
    for kind in STATED:
        rows = (claims.kind == kind) | (kind == "any")
        if 0 < claims.holds[rows].sum() < rows.sum():
            row[kind] = auroc(score[rows], claims.holds[rows])
    if trial.briefs:
        row[RANKED] = _ranked_right(
            trial, lambda design, brief: _satisfied(claims, design, brief.texts, scorer)
        )
    return row


def worth(trial: Trial, scorer: FusionScorer) -> float:
    """What a judge is chosen by: the mean of the AUROC of all statements and of pairs."""
    row = tried(trial, scorer)
    return float(np.mean([row[what] for what in ("any", RANKED) if what in row]))


def judge_figures(
    subject: Subject, seen: Seen, forms: FloatArray, work: Path, seed: int
) -> list[Figure]:
    """Every kind of judge that was kept for this model, whole and with something missing.

    Args:
        subject: The model.
        seen: Designs that it never saw.
        forms: (N, G) of them.
        work: Folder that `keep_judges` wrote into.
        seed: Of the choice of pairs.
    """
    judges = kept_judges(work, subject.encoder.model_id)
    if not judges:
        log.info("no judges of %s in %s: their table is left out", subject.encoder.model_id, work)
        return []
    trial = trial_of(seen.records, seen.views, forms, subject.texts, seed)
    rows: dict[str, dict[str, float]] = {
        WHOLE: {RANKED: _whole_right(trial)}, CLAUSES: tried(trial, None)
    }  # fmt: skip
    pictures_only = replace(trial, claims=replace(trial.claims, forms=None))
    blind = tuple(views[:0] for views in seen.views)
    form_only = replace(trial, claims=replace(trial.claims, views=blind))
    for kind, judge in judges.items():
        rows[kind] = tried(trial, judge)
        if KINDS[kind].uses_form:
            rows[f"{kind}, pictures only"] = tried(pictures_only, judge)
            rows[f"{kind}, geometry only"] = tried(form_only, judge)
    rows[CHANCE] = dict.fromkeys((*STATED, RANKED), 0.5)
    count = len(trial.claims.holds)
    figures: list[Figure] = []
    for by, row in rows.items():
        stated = {what: value for what, value in row.items() if what != RANKED}
        figures += figures_of(JUDGING, seen.title, by, stated, count)
        if trial.briefs:
            figures += figures_of(JUDGING, seen.title, by, {RANKED: row[RANKED]}, len(trial.briefs))
    return figures


def keep_judges(work: Path, model_id: str, judges: Mapping[str, FusionScorer]) -> None:
    """Keep judges of a model for the table."""
    folder = _folder(work, model_id)
    folder.mkdir(parents=True, exist_ok=True)
    for kind, judge in judges.items():
        judge.write(folder / f"{kind}.safetensors")


def kept_judges(work: Path, model_id: str) -> dict[str, FusionScorer]:
    """Judges that were kept for a model, simplest first."""
    paths = {kind: _folder(work, model_id) / f"{kind}.safetensors" for kind in KINDS}
    return {kind: FusionScorer.read(path) for kind, path in paths.items() if path.is_file()}


def _folder(work: Path, model_id: str) -> Path:
    # by its weights: a bundle keeps its judges when it is moved to where it is embedded
    weights = model_id.rpartition("@")[2]
    return work / "judges" / weights.replace("/", "_").replace(":", "_")


def _ranked_right(trial: Trial, score: Callable[[int, Brief], float]) -> float:
    """Share of pairs in which the design that keeps everything scores higher."""
    keeps = np.array([score(brief.keeps, brief) for brief in trial.briefs])
    breaks = np.array([score(brief.breaks, brief) for brief in trial.briefs])
    return winning(keeps, breaks)


def _satisfied(
    claims: Claims, design: int, texts: FloatArray, scorer: FusionScorer | None
) -> float:
    views = claims.views[design]
    if scorer is None:
        return float((texts @ pool(views)).mean())
    form = None if claims.forms is None else claims.forms[design]
    logits = scorer.logits(views, texts, form).astype(np.float64)
    return float((0.5 + 0.5 * np.tanh(logits / 2)).mean())


def _whole_right(trial: Trial) -> float:
    if not trial.briefs:
        return 0.5
    views = trial.claims.views
    return _ranked_right(trial, lambda design, brief: float(pool(views[design]) @ brief.whole))
