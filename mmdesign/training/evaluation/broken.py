"""Two designs alike but for one requirement that one of them breaks: is the other ranked higher?

By the fit of the ledger, beside the two scores that need no ledger: the cosine of a picture and the
whole brief (CLIPScore), and the mean of the cosines with its clauses.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mmdesign.domain import Design, FloatArray, Measurement, Requirement, Spec
from mmdesign.encoding import pool
from mmdesign.fusion import FusionScorer
from mmdesign.judging import Calibration, fit, judge, takes_eyes
from mmdesign.measuring import form_vector, measure
from mmdesign.rendering import render
from mmdesign.spec import parse_spec
from mmdesign.training.captions import with_article
from mmdesign.training.dataset import Record
from mmdesign.training.evaluation.asking import MATERIAL_LINE
from mmdesign.training.evaluation.drawing import Drawing
from mmdesign.training.evaluation.drawn_parts import draw
from mmdesign.training.evaluation.edits import Case, drawn_cases
from mmdesign.training.evaluation.figures import CHANCE, Figure, figures_of
from mmdesign.training.evaluation.ledger import weighed
from mmdesign.training.evaluation.ranking import winning
from mmdesign.training.evaluation.subject import Seen, Subject
from mmdesign.training.parts.draft import Dice
from mmdesign.training.vocabulary import WORDS

BROKEN: Final = "One requirement broken: the design that keeps it ranks higher"
RANKED: Final = "ranked right"
FIT, CLIP_SCORE, MEAN_COSINE = "fit of the ledger", "CLIPScore of the whole brief", "mean cosine"
MEAN_CHANCE: Final = "mean probability, the undecided included"
MOST: Final = 400
"""Pairs of rendered designs, at most."""
UNKNOWN: Final = 0.5
"""Fit of a design of which nothing is decided."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One design of a pair."""

    views: FloatArray
    """(V, D) unit vectors."""
    design: Design | None = None
    measurements: tuple[Measurement, ...] = ()
    shape: FloatArray | None = None
    """(G,) form vector; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """What judges the look of a design: the model's scorer and its calibration, if it has them."""

    scorer: FusionScorer | None
    calibration: Calibration | None

    @classmethod
    def of(cls, subject: Subject) -> "Eyes":
        """Those that belong to an encoder."""
        bundle = subject.encoder.bundle
        if bundle is None or not (bundle / "fusion.safetensors").is_file():
            return cls(None, None)
        return cls(FusionScorer.open(bundle), Calibration.read(bundle))

    def chances(self, spec: Spec, rival: Contender, subject: Subject) -> Mapping[str, float | None]:
        """P(visible) of every clause that takes eyes, as a review has it."""
        asked = [row for row in spec.requirements if takes_eyes(row)]
        if not asked or self.scorer is None or self.calibration is None:
            return dict.fromkeys(row.id for row in asked)
        texts = subject.texts([row.subject for row in asked])
        logits = self.scorer.logits(rival.views, texts, rival.shape)
        chances = self.calibration.probability(logits)
        return {row.id: float(chance) for row, chance in zip(asked, chances, strict=True)}


def broken_measures(subject: Subject, pairs: int = 60, seed: int = 0) -> list[Figure]:
    """Drawn parts, of which one is too thin, too long, or lacks a hole."""
    eyes = Eyes.of(subject)
    scores = []
    for number, case in enumerate(drawn_cases(pairs, seed)):
        keeps, breaks = (draw(case.family, p) for p in (case.mended, case.parameters))
        spec = parse_spec(_brief(case, [keeps[1].values, breaks[1].values], Dice(number)))
        rivals = [_contender(made[0], subject) for made in (keeps, breaks)]
        scores.append([_scores(spec, rival, subject, eyes) for rival in rivals])
    return _figures("drawn parts: one measure broken", scores)


def broken_looks(
    subject: Subject, seen: Seen, seed: int, forms: FloatArray | None = None
) -> list[Figure]:
    """Rendered designs of one family that differ in one visible feature, which one lacks.

    Args:
        subject: The model.
        seen: Designs.
        seed: Of the choice of pairs.
        forms: (N, G) their form vectors, where they are known.
    """
    eyes = Eyes.of(subject)
    scores = []
    for pair in feature_pairs(seen.records, seed):
        spec = looks_asked(seen.records[pair[0]])
        rivals = [
            Contender(seen.views[number], shape=None if forms is None else forms[number])
            for number in pair
        ]
        scores.append([_scores(spec, rival, subject, eyes) for rival in rivals])
    return _figures(f"{seen.title}: one feature missing", scores) if scores else []


def _brief(case: Case, known: Sequence[Mapping[str, float]], dice: Dice) -> str:
    """The requirement that one part breaks, and four more that both parts keep."""
    first = case.brief.splitlines()[0]
    room = {
        axis: 1.05 * max(values[f"extent_{axis}"] for values in known) for axis in "xyz"
        if f"along the {axis} axis" not in first
    }  # fmt: skip
    lines = [f"At most {most:.6g} mm along the {axis} axis." for axis, most in room.items()]
    heaviest = 1.05 * max(values["volume"] for values in known)
    lines.append(f"Volume at most {heaviest:.6g} mm3.")
    kept = dice.some(lines, 3)
    return "\n".join([f"The part is {with_article(case.family.name)}.", first, *kept])


def looks_asked(record: Record) -> Spec:
    """A brief that names the family and every feature that a design has."""
    subjects = [with_article(WORDS[record.family].names[0])]
    subjects += [with_article(name) for name, there in record.flags.items() if there]
    rows = tuple(
        Requirement(f"R{number}", subject, "visual", subject)
        for number, subject in enumerate(subjects, start=1)
    )
    return Spec("\n".join(subjects), rows)


def feature_pairs(records: Sequence[Record], seed: int) -> list[tuple[int, int]]:
    """Pairs of designs alike but for one feature, which the second lacks; at most MOST."""
    found = list(_one_feature_apart(records))
    return [found[index] for index in np.random.default_rng(seed).permutation(len(found))[:MOST]]


def _one_feature_apart(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Designs of one family that have the same features but for one, which the second lacks."""
    families: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        families.setdefault(record.family, []).append(number)
    for members in families.values():
        for first in members:
            for second in members:
                mine, theirs = records[first].flags, records[second].flags
                apart = [name for name in mine if mine[name] != theirs.get(name)]
                if mine.keys() == theirs.keys() and len(apart) == 1 and mine[apart[0]]:
                    yield first, second


def _contender(drawing: Drawing, subject: Subject) -> Contender:
    design = Design("drawn", "drawn", "mesh", drawing.mesh(), units="mm", units_declared=True)
    if design.mesh is None:
        message = "a drawing has a mesh"
        raise TypeError(message)
    views = subject.encoder.embed_images([view.image for view in render(design.mesh)])
    facts = measure(design)
    return Contender(views, design, weighed(facts), form_vector(design, facts))


def _scores(spec: Spec, rival: Contender, subject: Subject, eyes: Eyes) -> dict[str, float]:
    """The fit of one design, and the two cosines that need no ledger."""
    chances = eyes.chances(spec, rival, subject)
    verdicts = judge(
        spec, rival.measurements, chances, has_geometry=rival.design is not None,
        design=rival.design,
    )  # fmt: skip
    value = fit(verdicts).value
    known = [each.probability for each in verdicts if each.probability is not None]
    clauses = subject.texts([row.text for row in spec.requirements])
    whole = subject.texts([spec.text.removesuffix(MATERIAL_LINE).strip()])[0]
    picture = pool(rival.views)
    return {
        FIT: UNKNOWN if value is None else value,
        MEAN_CHANCE: float(np.mean(known)) if known else UNKNOWN,
        CLIP_SCORE: float(picture @ whole),
        MEAN_COSINE: float((clauses @ picture).mean()),
    }


def _figures(on: str, scores: Sequence[Sequence[Mapping[str, float]]]) -> list[Figure]:
    figures: list[Figure] = []
    for by in (FIT, MEAN_CHANCE, CLIP_SCORE, MEAN_COSINE):
        keeps, breaks = (np.array([pair[side][by] for pair in scores]) for side in (0, 1))
        figures += figures_of(BROKEN, on, by, {RANKED: winning(keeps, breaks)}, len(scores))
    return figures + figures_of(BROKEN, on, CHANCE, {RANKED: 0.5}, len(scores))
