"""Generated designs, about which everything is known: finding, naming, telling relatives."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray, Mesh
from mmdesign.errors import DesignError
from mmdesign.fusion import FusionScorer
from mmdesign.training.captions import Caption, captions, facts_of, with_article
from mmdesign.training.dataset import Record, Split
from mmdesign.training.evaluation.baselines import Forms, forms_of
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.looks import LOOKS
from mmdesign.training.evaluation.paraphrases import PARAPHRASES
from mmdesign.training.evaluation.ranking import Places, relatives
from mmdesign.training.evaluation.subject import Seen, Subject, pictures
from mmdesign.training.forms import form_of_mesh, kept_forms
from mmdesign.training.fusing import auroc, best_two, claims_about, scores
from mmdesign.training.parts import BUILDERS, FAMILIES, Part, make_part
from mmdesign.training.vocabulary import WORDS

FINDING = "Text to design"
NAMING = "Family named by the mean vector of its names"
PARAPHRASING = "Paraphrases never used in training"
RELATING = "Design to designs of its family"
LOOKING = "By the look of the pictures"
CLAIMING = "True or false statements about a design, AUROC"

GALLERY = 500
"""Designs that a text is searched among, at most."""
ORACLE = "oracle that knows all facts"
SHARE = "model / oracle"


def caption_of(record: Record) -> Caption:
    """The longest of six captions, the same one in every run."""
    made = captions(record, 6, zlib.crc32(record.name.encode()))
    return max(made, key=lambda caption: len(caption.text))


def finding(subject: Subject, seen: Seen) -> list[Figure]:
    """Text -> design, beside whoever knows every fact and draws among the designs that fit."""
    records = seen.records[:GALLERY]
    asked = [caption_of(record) for record in records]
    known = [facts_of(record) for record in records]
    fits = np.array([sum(caption.facts <= facts for facts in known) for caption in asked])
    texts, own = subject.texts([caption.text for caption in asked]), np.arange(len(records))
    count = len(records)
    figures, rows = [], {}
    for by, means in seen.means.items():
        rows[by] = Places.of(texts @ means[:count].T, own).row()
        figures += figures_of(FINDING, seen.title, by, rows[by], count)
    oracle = Places.drawn(fits).row()
    share = {what: rows[MODEL][what] / oracle[what] for what in oracle}
    chance = Places.drawn(np.full(count, count)).row()
    for by, row in ((CHANCE, chance), (ORACLE, oracle), (SHARE, share)):
        figures += figures_of(FINDING, seen.title, by, row, count)
    return figures


def family_prototypes(subject: Subject) -> FloatArray:
    """(families, D) mean vectors of all names of each family."""
    return np.stack([
        subject.prototype([with_article(name) for name in WORDS[family].names])
        for family in FAMILIES
    ])  # fmt: skip


def naming_places(vectors: FloatArray, prototypes: FloatArray, records: Sequence[Record]) -> Places:
    """Where each design's own family stands among all families."""
    right = np.array([FAMILIES.index(record.family) for record in records])
    return Places.of(vectors @ prototypes.T, right)


def naming(subject: Subject, seen: Seen) -> list[Figure]:
    """Zero-shot: which of all families a design belongs to."""
    prototypes, count = family_prototypes(subject), len(seen.records)
    figures = []
    for by, means in seen.means.items():
        row = _tops(naming_places(means, prototypes, seen.records))
        figures += figures_of(NAMING, seen.title, by, row, count)
    chance = _tops(Places.drawn(np.full(count, len(FAMILIES))))
    return figures + figures_of(NAMING, seen.title, CHANCE, chance, count)


def _tops(places: Places) -> dict[str, float]:
    return {"top 1": places.recall(1), "top 5": places.recall(5)}


def paraphrasing(subject: Subject, seen: Seen) -> list[Figure]:
    """Words a person may use instead of a name: to the right family, and back from its designs."""
    present = [family for family in dict.fromkeys(record.family for record in seen.records)
               if family in PARAPHRASES]  # fmt: skip
    asked = [(text, number) for number, family in enumerate(present)
             for text in PARAPHRASES[family]]  # fmt: skip
    texts, right = subject.texts([text for text, _ in asked]), np.array([n for _, n in asked])
    prompts = np.stack([subject.prototype(words) for words in PARAPHRASES.values()])
    numbers = {family: number for number, family in enumerate(PARAPHRASES)}
    kept = [row for row, record in enumerate(seen.records) if record.family in PARAPHRASES]
    truth = np.array([numbers[seen.records[row].family] for row in kept])
    figures = []
    for by, means in seen.means.items():
        centres = np.stack([_centre(means, seen.records, family) for family in present])
        there = Places.of(texts @ centres.T, right)
        back = Places.of(means[kept] @ prompts.T, truth)
        figures += _paraphrase_rows(seen.title, by, there, back)
    there = Places.drawn(np.full(len(asked), len(present)))
    back = Places.drawn(np.full(len(kept), len(prompts)))
    return figures + _paraphrase_rows(seen.title, CHANCE, there, back)


def _paraphrase_rows(title: str, by: str, there: Places, back: Places) -> list[Figure]:
    figures = figures_of(PARAPHRASING, f"{title}: paraphrase to family", by, _tops(there),
                         len(there.ahead))  # fmt: skip
    return figures + figures_of(PARAPHRASING, f"{title}: design to paraphrase", by, _tops(back),
                                len(back.ahead))  # fmt: skip


def _centre(means: FloatArray, records: Sequence[Record], family: str) -> FloatArray:
    centre = means[[record.family == family for record in records]].mean(axis=0)
    return np.asarray(centre / max(float(np.linalg.norm(centre)), 1e-12))


def relating(seen: Seen, forms: Forms) -> list[Figure]:
    """Image -> image: each design looks for others of its family, all against all."""
    names = np.array([record.family for record in seen.records])
    related = names[:, None] == names[None, :]
    others = ~np.eye(len(names), dtype=bool)
    similarities: dict[str, FloatArray | DoubleArray] = {
        by: means @ means.T for by, means in seen.means.items()
    }
    similarities.update(forms.similarities())
    return relative_figures(RELATING, seen.title, similarities, related, others)


def relative_figures(
    section: str, title: str, similarities: Mapping[str, FloatArray | DoubleArray],
    related: NDArray[np.bool_], candidates: NDArray[np.bool_],
) -> list[Figure]:  # fmt: skip
    """One row per method, and chance."""
    figures: list[Figure] = []
    for by, similarity in similarities.items():
        found = relatives(similarity, related, candidates)
        if not len(found.precision):
            return []
        figures += figures_of(section, title, by, found.row(), len(found.precision))
    chance = {"mAP": float(found.chance.mean())}
    return figures + figures_of(section, title, CHANCE, chance, len(found.precision))


def forms_of_split(split: Split) -> Forms:
    """What the simple methods know of a split; its meshes are built once more."""
    shares = (views[..., 2] / np.float32(255) for views in
              np.split(split.views, split.first_view[1:]))  # fmt: skip
    return forms_of(meshes_of(split.records), pictures(split), shares)


def forms_kept(work: Path, records: Sequence[Record]) -> FloatArray:
    """(N, G) form vectors of parts, measured once and kept in a work folder."""
    return kept_forms(work / "forms", [record.name for record in records],
                      lambda: [form_of_mesh(mesh) for mesh in meshes_of(records)])  # fmt: skip


def meshes_of(records: Sequence[Record]) -> Iterator[Mesh]:
    """The meshes of parts, built again."""
    return (part.mesh for part in parts_of(records))


def parts_of(records: Sequence[Record]) -> Iterator[Part]:
    """Build the parts again.

    Raises:
        DesignError: If a builder is not there any more.
    """
    builders = {(builder.family, builder.name): builder for builder in BUILDERS}
    for record in records:
        builder = builders.get((record.family, record.builder))
        if builder is None:
            message = (
                f"{record.name} was rendered by a builder {record.builder!r} that is gone; "
                "give --work a new folder so that the test designs are rendered again."
            )
            raise DesignError(message)
        yield make_part(builder, record.seed)


def looking(subject: Subject, split: Split, title: str) -> list[Figure]:
    """Finding and naming when the pictures look different from those of the app."""
    texts = subject.texts([caption_of(record).text for record in split.records])
    prototypes, own = family_prototypes(subject), np.arange(len(split))
    count, figures = len(split), []
    for look in LOOKS:
        means = subject.designs(pictures(split, look))
        row = {
            "R@10": Places.of(texts @ means.T, own).recall(10),
            "family, top 1": naming_places(means, prototypes, split.records).recall(1),
        }
        figures += figures_of(LOOKING, f"{title}: {look}", MODEL, row, count)
    chance = {"R@10": min(10 / count, 1.0), "family, top 1": 1 / len(FAMILIES)}
    return figures + figures_of(LOOKING, title, CHANCE, chance, count)


def claiming(subject: Subject, seen: Seen, forms: FloatArray | None = None) -> list[Figure]:
    """How well true statements score above false ones, by each way to pool the views.

    Args:
        subject: The model.
        seen: N designs.
        forms: (N, G) their form vectors, for a judge that looks at them.
    """
    claims = claims_about(seen.records, seen.views, subject.texts, FAMILIES, forms)
    ways = {"model, mean of views": scores(claims, None), "model, best two views": best_two(claims)}
    bundle = subject.encoder.bundle
    if bundle is not None and (bundle / "fusion.safetensors").is_file():
        ways["model, fusion"] = scores(claims, FusionScorer.open(bundle))
    figures = []
    for by, score in ways.items():
        row = {}
        for kind in ("family", "flag", "shape", "any"):
            rows = (claims.kind == kind) | (kind == "any")
            if 0 < claims.holds[rows].sum() < rows.sum():
                row[kind] = auroc(score[rows], claims.holds[rows])
        figures += figures_of(CLAIMING, seen.title, by, row, len(claims.holds))
    return figures + figures_of(CLAIMING, seen.title, CHANCE, dict.fromkeys(row, 0.5),
                                len(claims.holds))  # fmt: skip
