"""Honest similarity: what geometry adds to the look, how sure it is, and when there is no match.

On generated families everything that is fitted is fitted leave-family-out: a query is judged by
what was learned from other families. Real designs are judged by what the model ships with.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import Design, DoubleArray, EvidenceClass, FloatArray, Mesh
from mmdesign.encoding import pool
from mmdesign.library import Record
from mmdesign.library.agreeing import Asked, agreement, has_hand
from mmdesign.library.likeness import Likeness, Scale
from mmdesign.loading import Loader
from mmdesign.measuring import measure
from mmdesign.measuring.form import form_vector
from mmdesign.settings import ASSETS, Settings
from mmdesign.training.calibrating import quality
from mmdesign.training.dataset import Split
from mmdesign.training.evaluation.baselines import SHAPES, distances_of
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.procedural import meshes_of, relative_figures
from mmdesign.training.evaluation.ranking import Places
from mmdesign.training.evaluation.real import Album, Row, album
from mmdesign.training.evaluation.robustness import turned
from mmdesign.training.evaluation.subject import Subject, pictures
from mmdesign.training.forms import form_of, form_of_mesh, kept_forms
from mmdesign.training.likening import (
    Kin,
    Lists,
    best_probability,
    compared,
    kin_of,
    learn_likeness,
    probabilities,
    random_lists,
    whole_lists,
)

log = logging.getLogger(__name__)

FINDING = "Likeness: designs of the same family, leave-family-out"
REAL = "Likeness: real designs of the same category, other lineages only"
TWINS = "Likeness: the same real part from another file format comes first"
CHANCES = "Likeness: P(same family) of the first ten hits, leave-family-out"
MATCHES = "Likeness: 'no good match in this library', leave-family-out"
CLASSES = "Likeness: what a pair of designs is called"
LOOK, GEOMETRY, FUSED = "look only", "geometry only", "look and geometry"
TOP_ALONE = "similarity of the best hit alone"
FOLDS = 6
LEAST_DESIGNS = 120
"""With fewer, a fold may be left without libraries to search in."""
SAME_PART = 0.01
"""Relative difference of sorted sizes up to which files of one name hold one part."""
PARTS = 48
"""Parts that are copied in every way."""


@dataclass(frozen=True, slots=True)
class Fold:
    """What was learned without some families, and whose designs are asked about."""

    likeness: Likeness
    asking: NDArray[np.bool_]
    """(N,)."""


def likeness_figures(subject: Subject, split: Split, title: str, work: Path) -> list[Figure]:
    """Every table on designs of families that the model never saw.

    Args:
        subject: The model.
        split: The designs.
        title: What they are to the model.
        work: Where forms are kept.
    """
    records = split.records
    if len(records) < LEAST_DESIGNS:
        log.info("%d designs are too few to divide by family: no table of likeness", len(records))
        return []
    forms = kept_forms(work / "forms", [record.name for record in records],
                       lambda: [form_of_mesh(mesh) for mesh in meshes_of(records)])  # fmt: skip
    looks = subject.designs(pictures(split))
    kin = kin_of(looks, forms, [record.family for record in records])
    folds = _folds(scale_of(subject), kin)
    distances = np.stack([distances_of(mesh) for mesh in meshes_of(records)])
    figures = _finding(kin, folds, title, distances)
    figures += _chances(kin, folds, title)
    figures += _matches(kin, folds, title)
    handed = [record for record, form in zip(records, forms, strict=True) if has_hand(form)]
    figures += _classes(list(meshes_of(records[:PARTS])), title)
    return figures + _mirrors(list(meshes_of(handed)), title)


def scale_of(subject: Subject) -> Scale:
    """The scale of geometry: the model's own, or the embedded model's, since looks do not matter.

    Raises:
        ModelError: If neither has one.
    """
    for bundle in (subject.encoder.bundle, ASSETS / "model"):
        likeness = None if bundle is None else Likeness.read(bundle)
        if likeness is not None and likeness.scale is not None:
            return likeness.scale
    message = "no bundle holds a scale of geometry; calibrate the embedded model first"
    raise ValueError(message)


def _folds(scale: Scale, kin: Kin) -> list[Fold]:
    names = np.random.default_rng(0).permutation(np.unique(kin.families))
    folds = []
    for number in range(FOLDS):
        asking = np.isin(kin.families, names[number::FOLDS])
        folds.append(Fold(learn_likeness(scale, kin.where(~asking)), asking))
    return folds


def _finding(kin: Kin, folds: Sequence[Fold], title: str, distances: DoubleArray) -> list[Figure]:
    scale = folds[0].likeness.scale
    assert scale is not None
    looks, forms = compared(scale, kin)
    fused = np.empty_like(looks)
    for fold in folds:
        rows = fold.asking
        fused[rows] = fold.likeness.fused(looks[rows], forms[rows], np.ones_like(looks[rows], bool))
    related = kin.families[:, None] == kin.families[None, :]
    ways = {LOOK: looks, GEOMETRY: forms, FUSED: fused, SHAPES: _shapes(distances)}
    return relative_figures(FINDING, title, ways, related, ~np.eye(len(kin), dtype=bool))


def _shapes(distances: DoubleArray) -> DoubleArray:
    return -np.stack([np.abs(distances - row).sum(axis=1) for row in distances])


def _asking(lists: Lists, chosen: NDArray[np.bool_]) -> Lists:
    return Lists(lists.similarity[chosen], lists.background[chosen], lists.same[chosen],
                 lists.present[chosen])  # fmt: skip


def _queries(kin: Kin, fold: Fold) -> NDArray[np.bool_]:
    """Rows of `whole_lists` that belong to the fold: two for each design with relatives."""
    names, counts = np.unique(kin.families, return_counts=True)
    has_relatives = np.isin(kin.families, names[counts > 1])
    return np.repeat(fold.asking[has_relatives], 2)


def _chances(kin: Kin, folds: Sequence[Fold], title: str) -> list[Figure]:
    """Calibration in libraries as they are, with one relative each, and of random make."""
    kinds: dict[str, list[tuple[DoubleArray, NDArray[np.bool_]]]] = {}
    for fold in folds:
        own = _queries(kin, fold)
        likeness = fold.likeness
        drawn = random_lists(likeness, kin, seed=1, asking=fold.asking)
        for name, lists in {
            "whole library": _asking(whole_lists(likeness, kin), own),
            "one relative at most": _asking(whole_lists(likeness, kin, 1), own),
            "random libraries": drawn,
        }.items():
            chances = probabilities(likeness, lists).ravel()
            kinds.setdefault(name, []).append((chances, lists.same.ravel()))
    figures: list[Figure] = []
    for name, parts in kinds.items():
        chance = np.concatenate([part[0] for part in parts])
        same = np.concatenate([part[1] for part in parts])
        row = quality(chance, same, np.ones(len(same), np.float32))
        usual = quality(np.full(len(same), same.mean()), same, np.ones(len(same), np.float32))
        on = f"{title}, {name}"
        figures += figures_of(CHANCES, on, MODEL, _named(row), len(same))
        figures += figures_of(CHANCES, on, CHANCE, _named({**usual, "auroc": 0.5}), len(same))
    return figures


def _named(row: Mapping[str, float]) -> dict[str, float]:
    return {"ECE": row["ece"], "Brier": row["brier"], "AUROC": row["auroc"]}


def _matches(kin: Kin, folds: Sequence[Fold], title: str) -> list[Figure]:
    """How often the library is rightly said to hold no match, and how often wrongly."""
    missed: dict[str, list[NDArray[np.bool_]]] = {}
    for fold in folds:
        likeness, own = fold.likeness, _queries(kin, fold)
        asked = _asking(whole_lists(likeness, kin), own)
        few = _asking(whole_lists(likeness, kin, 1), own)
        says = best_probability(likeness, asked) < likeness.good_match
        learned = whole_lists(likeness, kin.where(~fold.asking))
        limit = np.quantile(learned.similarity[learned.present, 0], 0.035)
        alone = asked.similarity[:, 0] < limit
        missed.setdefault("absent", []).append(says[~asked.present])
        missed.setdefault("present", []).append(says[asked.present])
        missed.setdefault("absent alone", []).append(alone[~asked.present])
        missed.setdefault("present alone", []).append(alone[asked.present])
        thin = best_probability(likeness, few) < likeness.good_match
        missed.setdefault("few", []).append(thin[few.present])
    share = {name: float(np.concatenate(rows).mean()) for name, rows in missed.items()}
    count = sum(len(rows) for rows in missed["absent"])
    figures = []
    for by, absent, present in ((MODEL, share["absent"], share["present"]),
                                (TOP_ALONE, share["absent alone"], share["present alone"]),
                                (CHANCE, share["present"], share["present"])):  # fmt: skip
        row = {"right, family absent": absent, "false alarms, family there": present}
        figures += figures_of(MATCHES, title, by, row, count)
    thin_row = {"false alarms, one relative there": share["few"]}
    return figures + figures_of(MATCHES, title, MODEL, thin_row, count)


def real_likeness(subject: Subject, manifest: Path, work: Path) -> list[Figure]:
    """Categories and twins of real designs, by the likeness that the model ships with.

    Args:
        subject: The model.
        manifest: B.csv of a folder of real designs.
        work: Where pictures and forms are kept.
    """
    bundle = subject.encoder.bundle
    likeness = None if bundle is None else Likeness.read(bundle)
    if likeness is None or likeness.scale is None:
        return []
    seen = album(manifest, work)
    looks = subject.designs(seen.pictures)
    for number, views in zip(seen.coloured, seen.clay, strict=True):
        looks[number] = pool(subject.encoder.embed_images(list(views)))
    forms = kept_forms(work / "forms", [row["path"] for row in seen.rows],
                       lambda: _real_forms(manifest.parent, seen))  # fmt: skip
    kin = kin_of(looks, forms, [row["label"] for row in seen.rows])
    alike, geometry = compared(likeness.scale, kin)
    fused = likeness.fused(alike, geometry, np.ones_like(alike, bool))
    ways = {LOOK: alike, GEOMETRY: geometry, FUSED: fused, SHAPES: _shapes(seen.forms.distances)}
    return _categories(ways, seen.rows) + _twins(ways, seen.rows)


def _real_forms(root: Path, seen: Album) -> list[FloatArray]:
    with Loader(Settings(reader_wall_s=120)) as loader:
        return [form_of(loader.load(root / row["path"])) for row in seen.rows]


def _categories(ways: Mapping[str, DoubleArray], rows: Sequence[Row]) -> list[Figure]:
    labels, groups = (np.array([row[name] for row in rows]) for name in ("label", "group"))
    subsets = np.array([row["subset"] for row in rows])
    figures: list[Figure] = []
    for subset in ("all", *np.unique(subsets)):
        chosen = np.flatnonzero((subsets == subset) | (subset == "all"))
        own, lineage = labels[chosen], groups[chosen]
        figures += relative_figures(
            REAL, str(subset),
            {by: values[np.ix_(chosen, chosen)] for by, values in ways.items()},
            (own[:, None] == own[None, :]) & (own != "")[:, None],
            lineage[:, None] != lineage[None, :],
        )  # fmt: skip
    return figures


def _twins(ways: Mapping[str, DoubleArray], rows: Sequence[Row]) -> list[Figure]:
    """First hit among all but older files of the part; as marked, and where sizes agree as well."""
    groups, formats = (np.array([row[name] for row in rows]) for name in ("group", "format"))
    marked = np.array([row.get("twin") == "cross-format" for row in rows])
    lineage = groups[:, None] == groups[None, :]
    twin = lineage & (formats[:, None] != formats[None, :])
    figures: list[Figure] = []
    for name, same in {"as marked": twin, "of one size": twin & _one_size(rows)}.items():
        asking = marked & same.any(axis=1)
        if not asking.any():
            continue
        candidates = (~lineage | same)[asking]
        for by, similarity in ways.items():
            values = np.where(candidates, similarity[asking], -np.inf)
            best = np.where(same[asking], values, -np.inf).max(axis=1)
            ahead = (values > best[:, None]).sum(axis=1)
            tied = ((values == best[:, None]) & ~same[asking]).sum(axis=1)
            row = Places(ahead, tied).row((1, 5))
            figures += figures_of(TWINS, name, by, row, int(asking.sum()))
        chance = {"R@1": float((same[asking].sum(axis=1) / candidates.sum(axis=1)).mean())}
        figures += figures_of(TWINS, name, CHANCE, chance, int(asking.sum()))
    return figures


def _one_size(rows: Sequence[Row]) -> NDArray[np.bool_]:
    """(N, N) whether the sorted sizes agree, whatever the unit: others share but a name."""
    known = [sorted(map(float, row["extents"].split())) for row in rows]
    sizes = np.array([size if len(size) == 3 else [np.nan] * 3 for size in known])
    ratios = sizes[:, None] / np.maximum(sizes[None, :], 1e-12)
    spread = ratios.max(axis=-1) / np.maximum(ratios.min(axis=-1), 1e-12)
    return np.asarray(spread < 1 + SAME_PART)


def _classes(meshes: Sequence[Mesh], title: str) -> list[Figure]:
    """Copies of parts in another mesh, unit, position or hand, and other parts of the family."""
    counts: dict[str, list[bool]] = {}
    for number, mesh in enumerate(meshes):
        ours = _design(mesh, "asked")
        asked = Asked("asked", ours.measurements, (), ours.shape_descriptor)
        copies: dict[EvidenceClass, Mesh] = {
            "same geometry": turned(_finer(mesh), number % 3, 90),
            "scaled": replace(_finer(mesh), vertices=_finer(mesh).vertices * 25.4),
        }
        for wanted, copy in copies.items():
            said = agreement(asked, _design(copy, "copy"), None, None).evidence
            counts.setdefault(f"{wanted}, found", []).append(said == wanted)
        other = _design(meshes[(number + 1) % len(meshes)], "other")
        said = agreement(asked, other, None, None).evidence
        counts.setdefault("other part, called the same", []).append(
            said in ("same geometry", "scaled", "mirrored")
        )
    return [
        Figure(CLASSES, title, MODEL, what, float(np.mean(right)), len(right))
        for what, right in counts.items()
    ]


def _design(mesh: Mesh, name: str) -> Record:
    design = Design(name, name, "mesh", mesh)
    facts = measure(design)
    return Record(name, name, name, np.ones(1, np.float32), measurements=facts,
                  shape_descriptor=form_vector(design, facts))  # fmt: skip


def _mirrors(meshes: Sequence[Mesh], title: str) -> list[Figure]:
    """Parts with a hand of their own: in a mirror, and only turned; by their forms alone."""
    if not meshes:
        return []
    told = []
    for number, mesh in enumerate(meshes):
        own = Design("asked", "asked", "mesh", mesh)
        asked = Asked("asked", (), (), form_vector(own, ()))
        copies = (_mirrored(mesh), turned(mesh, number % 3, 90))
        told.append([_said(asked, copy) == "mirrored" for copy in copies])
    found, wrongly = np.mean(told, axis=0)
    return [
        Figure(CLASSES, title, MODEL, "mirrored, found", float(found), len(meshes)),
        Figure(CLASSES, title, MODEL, "turned, called mirrored", float(wrongly), len(meshes)),
    ]


def _said(asked: Asked, mesh: Mesh) -> EvidenceClass:
    form = form_vector(Design("copy", "copy", "mesh", mesh), ())
    record = Record("copy", "copy", "", np.ones(1, np.float32), shape_descriptor=form)
    return agreement(asked, record, None, None).evidence


def _finer(mesh: Mesh) -> Mesh:
    """The same surface in four times as many faces."""
    corners = mesh.vertices[mesh.faces]
    middles = (corners + np.roll(corners, -1, axis=1)) / 2
    pieces = [np.stack([corners[:, n], middles[:, n], middles[:, n - 1]], axis=1) for n in range(3)]
    faces = np.concatenate([*pieces, middles]).reshape(-1, 3)
    points, index = np.unique(np.round(faces, 9), axis=0, return_inverse=True)
    triangles = index.reshape(-1, 3).astype(np.int32)
    return Mesh(points, triangles, np.zeros(len(triangles), np.int32), ("part",))


def _mirrored(mesh: Mesh) -> Mesh:
    return replace(
        mesh, vertices=mesh.vertices * [-1.0, 1.0, 1.0], faces=mesh.faces[:, ::-1].copy()
    )
