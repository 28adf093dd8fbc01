"""What a model can do, in figures that stand beside chance and beside methods that learn nothing.

Any model that can be opened is measured by the same questions: generated designs, about which every
fact is known, real designs of other people, disturbed designs, and the time it takes.
"""

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mmdesign.encoding import Encoder
from mmdesign.encoding.clip import ClipEncoder
from mmdesign.settings import Settings
from mmdesign.training.dataset import Split, load_split
from mmdesign.training.evaluation.broken import broken_looks, broken_measures
from mmdesign.training.evaluation.edits import edit_figures
from mmdesign.training.evaluation.figures import (
    Evaluation,
    Figure,
    as_json,
    beside_chance,
    table,
)
from mmdesign.training.evaluation.judges import judge_figures
from mmdesign.training.evaluation.ledger import requirement_figures
from mmdesign.training.evaluation.likeness import likeness_figures, real_likeness
from mmdesign.training.evaluation.localising import locating
from mmdesign.training.evaluation.pairs import telling_designs, telling_texts
from mmdesign.training.evaluation.pooling import pooling
from mmdesign.training.evaluation.procedural import (
    claiming,
    finding,
    forms_kept,
    forms_of_split,
    looking,
    naming,
    paraphrasing,
    relating,
)
from mmdesign.training.evaluation.real import named_finding, real_figures
from mmdesign.training.evaluation.robustness import holding
from mmdesign.training.evaluation.speed import heat_cost, this_machine, timing
from mmdesign.training.evaluation.subject import Subject, first_designs, see, untrained_like
from mmdesign.training.evaluation.surfaces import holes_of_cad, on_faces
from mmdesign.training.evaluation.worded import worded_figures

__all__ = ["PARTS", "Evaluation", "Figure", "Scope", "as_json", "beside_chance", "evaluate_encoder",
           "evaluate_model", "table"]  # fmt: skip

log = logging.getLogger(__name__)

SPLITS: Mapping[str, str] = {
    "test": "unseen designs",
    "new_builders": "unseen builders",
    "new_families": "unseen families",
}
"""Folder -> what its designs are to the embedded model: known builders, known families, nothing."""


DRAWN_PARTS, CHANGED_PARTS, BROKEN_PARTS = 200, 70, 60
PARTS = ("designs", "real", "disturbed", "library", "ledger", "heat", "speed")
"""What can be measured alone; all of it takes half an hour of one core."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is measured, and on how much."""

    work: Path
    """Folder with the rendered splits; pictures of real designs are kept there as well."""
    real: Path | None = None
    """Folder with A.csv, B.csv, E.csv and the designs they name."""
    looks: int = 320
    """Designs seen in every look."""
    disturbed: int = 150
    """Designs that are disturbed in every way."""
    heat: int = 240
    """Designs per split that are asked where their features are."""
    repeats: int = 5
    """Of each timing; the median counts."""
    seed: int = 0
    parts: tuple[str, ...] = PARTS


def evaluate_model(settings: Settings, scope: Scope) -> Evaluation:
    """Measure the model that the settings name.

    Raises:
        ModelError: If it cannot be opened.
        DesignError: If there are no real designs where the scope says.
    """
    encoder = ClipEncoder.open(settings)
    untrained = untrained_like(encoder, scope.seed)
    return evaluate_encoder(encoder, scope, untrained, lambda: ClipEncoder.open(settings))


def evaluate_encoder(
    encoder: Encoder,
    scope: Scope,
    untrained: Encoder | None = None,
    open_again: Callable[[], Encoder] | None = None,
) -> Evaluation:
    """Measure any encoder.

    Args:
        encoder: The model.
        scope: What to measure.
        untrained: The same architecture without what it has learned, as a baseline.
        open_again: Opens the model, to be timed.
    """
    begun = time.monotonic()
    subject = Subject(encoder, untrained)
    device = str(getattr(encoder, "device", "cpu"))
    figures: list[Figure] = []
    for part in _parts(subject, scope):
        figures += part
        log.info("%s, after %.0f s", part[0].section if part else "-", time.monotonic() - begun)
    if "speed" in scope.parts:
        figures += timing(encoder, open_again, device, scope.repeats)
    seconds = round(time.monotonic() - begun, 1)
    return Evaluation(encoder.model_id, scope.seed, this_machine(device), seconds, tuple(figures))


def _parts(subject: Subject, scope: Scope) -> Iterator[list[Figure]]:
    measured: Mapping[str, Callable[[Subject, Scope], Iterator[list[Figure]]]] = {
        "designs": _design_parts, "real": _real_parts, "disturbed": _disturbed_parts,
        "library": _likeness_parts, "ledger": _ledger_parts, "heat": _heat_parts,
    }  # fmt: skip
    for name, figures in measured.items():
        if name in scope.parts:
            yield from figures(subject, scope)


def _design_parts(subject: Subject, scope: Scope) -> Iterator[list[Figure]]:
    for name, title in SPLITS.items():
        split = load_split(scope.work / name)
        if len(split):
            yield from _split_parts(subject, split, title, scope)
    named = load_split(scope.work / "named_test")
    if len(named):
        yield named_finding(subject, named)


def _real_parts(subject: Subject, scope: Scope) -> Iterator[list[Figure]]:
    if scope.real is not None:
        yield real_figures(subject, scope.real, scope.work)


def _disturbed_parts(subject: Subject, scope: Scope) -> Iterator[list[Figure]]:
    title, tested = SPLITS["test"], load_split(scope.work / "test")
    if len(tested):
        yield looking(subject, first_designs(tested, scope.looks), title)
        yield holding(subject, tested.records[: scope.disturbed], title)


def _heat_parts(subject: Subject, scope: Scope) -> Iterator[list[Figure]]:
    encoder = subject.encoder
    if not isinstance(encoder, ClipEncoder):
        return
    for name in ("test", "new_builders"):
        split = first_designs(load_split(scope.work / name), scope.heat)
        if len(split):
            yield locating(encoder, split, SPLITS[name], scope.seed)
            yield on_faces(encoder, split, SPLITS[name])
    if scope.real is not None:
        yield holes_of_cad(encoder, scope.real)
    yield heat_cost(encoder, scope.repeats)


def _likeness_parts(subject: Subject, scope: Scope) -> Iterator[list[Figure]]:
    split = load_split(scope.work / "new_families")
    if len(split):
        yield worded_figures(subject, split, SPLITS["new_families"])
        yield likeness_figures(subject, split, SPLITS["new_families"], scope.work)
    if scope.real is not None and (scope.real / "B.csv").is_file():
        yield real_likeness(subject, scope.real / "B.csv", scope.work)


def _ledger_parts(subject: Subject, scope: Scope) -> Iterator[list[Figure]]:
    """What is measured and advised, on drawn parts; few of them where few designs are disturbed."""
    yield requirement_figures(min(DRAWN_PARTS, 2 * scope.disturbed), seed=scope.seed)
    yield edit_figures(min(CHANGED_PARTS, scope.disturbed), scope.seed)
    yield broken_measures(subject, min(BROKEN_PARTS, scope.disturbed), scope.seed)


def _split_parts(
    subject: Subject, split: Split, title: str, scope: Scope
) -> Iterator[list[Figure]]:
    seen, seed = see(subject, split, title), scope.seed
    forms = forms_kept(scope.work, split.records) if subject.encoder.bundle else None
    yield finding(subject, seen)
    yield naming(subject, seen)
    yield pooling(subject, seen)
    yield paraphrasing(subject, seen)
    yield telling_designs(subject, seen, seed)
    yield telling_texts(subject, seen, seed)
    yield relating(seen, forms_of_split(split))
    yield claiming(subject, seen, forms)
    yield broken_looks(subject, seen, seed, forms)
    if forms is not None:
        yield judge_figures(subject, seen, forms, scope.work, seed)
