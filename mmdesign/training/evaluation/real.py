"""Real designs of other people, seen through the app's own reader and renderer.

Only the vectors of the pictures (and of the texts) decide. Meshes are looked at once; the pictures
stay in the work folder, so that the next model looks at the very same ones.

Categories are judged across lineages: copies and versions of one model (`group` in the manifest)
are neither found nor in the way when one of them looks for its category, because finding a near
copy says nothing about categories. Designs without a label are never asked for, but stay in the
lists as rivals. Twins are the opposite question: the same part from another file format.
"""

import csv
import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from mmdesign.domain import ByteArray, DoubleArray, FloatArray, Mesh
from mmdesign.encoding import pool
from mmdesign.errors import DesignError
from mmdesign.loading import Loader
from mmdesign.rendering import render
from mmdesign.settings import Settings
from mmdesign.training.captions import with_article
from mmdesign.training.dataset import Split
from mmdesign.training.evaluation.baselines import SHAPES, Forms, forms_of
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.procedural import relative_figures
from mmdesign.training.evaluation.ranking import Places
from mmdesign.training.evaluation.subject import Subject, pictures

log = logging.getLogger(__name__)

FINDING = "Real designs: text to design"
RELATING = "Real designs: design to designs of its category, other lineages only"
NAMING = "Real designs: category named by its words"
TWINS = "Real designs: the same part from another file format"
CAPTIONING = "Real renders: picture to caption"
IN_CLAY = "model, all in clay"
"""Vectors of colourless pictures: STEP files bring colours that their STL twins lack."""
VIEW_PX = 224
TOP_NAMES = (1, 3)

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Album:
    """N real designs: what the manifest says, and their pictures."""

    rows: tuple[Row, ...]
    pictures: ByteArray
    """(N, 12, H, W, 3) as the app shows them."""
    coloured: np.ndarray
    """(K,) numbers of the designs whose file has colours."""
    clay: ByteArray
    """(K, 12, H, W, 3) the same in clay."""
    forms: Forms


def real_figures(subject: Subject, root: Path, work: Path) -> list[Figure]:
    """Every table of the sets that a folder of real designs holds.

    Args:
        subject: The model.
        root: Folder with A.csv (designs with texts), B.csv (designs with categories), E.csv
            (pictures with captions) and the folders of files that they name.
        work: Where pictures are kept.

    Raises:
        DesignError: If there is none of the three.
    """
    figures: list[Figure] = []
    if (root / "A.csv").is_file():
        figures += finding(subject, album(root / "A.csv", work))
    if (root / "B.csv").is_file():
        figures += categories(subject, album(root / "B.csv", work))
    if (root / "E.csv").is_file():
        figures += captioning(subject, *_uploads(root / "E.csv"))
    if not figures:
        message = f"There are no A.csv, B.csv or E.csv with designs that can be read in {root}."
        raise DesignError(message)
    return figures


def finding(subject: Subject, seen: Album) -> list[Figure]:
    """Text -> design by subset: by its name, and by the first sentence of its description."""
    means = {by: subject.designs(seen.pictures, by) for by in subject.eyes}
    words = {
        "name": [row["label"] for row in seen.rows],
        "description": [(row.get("text_raw") or row["text"]).split(".")[0] for row in seen.rows],
    }
    figures: list[Figure] = []
    for subset, chosen in _subsets(seen.rows).items():
        for kind, texts in words.items():
            among = {by: rows[chosen] for by, rows in means.items()}
            asked = [texts[number] for number in chosen]
            figures += _found(subject, among, asked, f"{subset}, {kind}")
    return figures


def named_finding(subject: Subject, split: Split) -> list[Figure]:
    """Text -> design among the held-out named designs of the kinds of source trained on."""
    means = {by: subject.designs(pictures(split, "clay"), by) for by in subject.eyes}
    return _found(subject, means, [record.text for record in split.records],
                  "held-out designs of the sources trained on")  # fmt: skip


def _found(
    subject: Subject, means: Mapping[str, FloatArray], texts: Sequence[str], title: str
) -> list[Figure]:
    """A design with the very same text is no rival: the text describes it as well."""
    vectors, own, count = subject.texts(texts), np.arange(len(texts)), len(texts)
    rivals = np.array([[one != other for other in texts] for one in texts])
    figures = []
    for by, rows in means.items():
        figures += figures_of(FINDING, title, by, Places.of(vectors @ rows.T, own, rivals).row(),
                              count)  # fmt: skip
    chance = Places.drawn(rivals.sum(axis=1) + 1).row()
    return figures + figures_of(FINDING, title, CHANCE, chance, count)


def categories(subject: Subject, seen: Album) -> list[Figure]:
    """Designs of the same category, the category's name, and twins; by subset."""
    means = {by: subject.designs(seen.pictures, by) for by in subject.eyes}
    similarities: dict[str, FloatArray | DoubleArray] = {
        by: rows @ rows.T for by, rows in means.items()
    }
    clay = means[MODEL].copy()
    for number, views in zip(seen.coloured, seen.clay, strict=True):
        clay[number] = pool(subject.encoder.embed_images(list(views)))
    similarities[IN_CLAY] = clay @ clay.T
    similarities.update(seen.forms.similarities())
    figures: list[Figure] = []
    for subset, chosen in _subsets(seen.rows).items():
        rows = [seen.rows[number] for number in chosen]
        among = {by: values[np.ix_(chosen, chosen)] for by, values in similarities.items()}
        figures += related(among, rows, subset)
        figures += naming(subject, {by: mean[chosen] for by, mean in means.items()}, rows, subset)
    return figures + twins(similarities, seen.rows)


def related(
    similarities: Mapping[str, FloatArray | DoubleArray], rows: Sequence[Row], subset: str
) -> list[Figure]:
    """Category mAP, P@5 and R@1 by every method, also in shares of what D2 reaches."""
    labels = np.array([row["label"] for row in rows])
    groups = np.array([row["group"] for row in rows])
    candidates = groups[:, None] != groups[None, :]
    same = (labels[:, None] == labels[None, :]) & (labels != "")[:, None]
    figures = relative_figures(RELATING, subset, similarities, same, candidates)
    simple = {figure.what: figure.value for figure in figures if figure.by == SHAPES}
    ratios = [
        replace(figure, what=f"{figure.what} / D2", value=figure.value / simple[figure.what])
        for figure in figures if simple.get(figure.what)
    ]  # fmt: skip
    return figures + ratios


def naming(
    subject: Subject, means: Mapping[str, FloatArray], rows: Sequence[Row], subset: str
) -> list[Figure]:
    """Zero-shot: the category by the words of its label, beside its largest share."""
    named = [number for number, row in enumerate(rows) if row["label"]]
    labels = sorted({rows[number]["label"] for number in named})
    prototypes = np.stack([subject.prototype(_prompts(label)) for label in labels])
    right = np.array([labels.index(rows[number]["label"]) for number in named])
    figures = []
    for by, vectors in means.items():
        places = Places.of(vectors[named] @ prototypes.T, right)
        figures += _named(subset, by, places, len(named))
    figures += _named(subset, CHANCE, Places.drawn(np.full(len(named), len(labels))), len(named))
    shares = np.sort(np.bincount(right))[::-1] / len(named)
    largest = {f"top {first}": float(shares[:first].sum()) for first in TOP_NAMES}
    return figures + figures_of(NAMING, subset, "always the most frequent", largest, len(named))


def _named(subset: str, by: str, places: Places, count: int) -> list[Figure]:
    row = {f"top {first}": places.recall(first) for first in TOP_NAMES}
    return figures_of(NAMING, subset, by, row, count)


def _prompts(label: str) -> list[str]:
    """'bracket/mount' -> 'a bracket', 'a mount'."""
    words = [word.strip() for word in label.split(",")[0].split("/")]
    return [with_article(word) for word in words]


def twins(
    similarities: Mapping[str, FloatArray | DoubleArray], rows: Sequence[Row]
) -> list[Figure]:
    """Whether the nearest of all is the same part from another format.

    Other files of the same part and format (older versions) are left out of the lists.
    """
    groups = np.array([row["group"] for row in rows])
    formats = np.array([row["format"] for row in rows])
    marked = np.array([row.get("twin") == "cross-format" for row in rows])
    lineage = groups[:, None] == groups[None, :]
    twin = lineage & (formats[:, None] != formats[None, :])
    asking = marked & twin.any(axis=1)
    if not asking.any():
        return []
    candidates = (~lineage | twin)[asking]
    figures = []
    for by, similarity in similarities.items():
        values = np.where(candidates, similarity[asking], -np.inf)
        best = np.where(twin[asking], values, -np.inf).max(axis=1)
        ahead = (values > best[:, None]).sum(axis=1)
        tied = ((values == best[:, None]) & ~twin[asking]).sum(axis=1)
        row = Places(ahead, tied).row((1, 5))
        figures += figures_of(TWINS, "all", by, row, int(asking.sum()))
    wanted, listed = twin[asking].sum(axis=1), candidates.sum(axis=1)
    chance = {"R@1": float((wanted / listed).mean())}
    return figures + figures_of(TWINS, "all", CHANCE, chance, int(asking.sum()))


def captioning(subject: Subject, rows: Sequence[Row], images: Sequence[ByteArray]) -> list[Figure]:
    """Uploaded picture -> its caption, among all different captions."""
    captions = [row["text"].split(".")[0] for row in rows]
    texts = sorted(set(captions))
    right = np.array([texts.index(caption) for caption in captions])
    vectors, count = subject.texts(texts), len(rows)
    figures: list[Figure] = []
    for by in subject.eyes:
        means = subject.designs(([image] for image in images), by)
        row = Places.of(means @ vectors.T, right).row()
        figures += figures_of(CAPTIONING, "all", by, row, count)
    chance = Places.drawn(np.full(count, len(texts))).row()
    return figures + figures_of(CAPTIONING, "all", CHANCE, chance, count)


def _subsets(rows: Sequence[Row]) -> dict[str, list[int]]:
    """'all' and every subset -> numbers of its rows."""
    subsets = {"all": list(range(len(rows)))}
    for number, row in enumerate(rows):
        subsets.setdefault(row["subset"], []).append(number)
    return subsets if len(subsets) > 2 else {"all": subsets["all"]}


def album(manifest: Path, work: Path) -> Album:
    """Rows of a manifest whose files hold a mesh, and their pictures, taken once."""
    rows = {row["path"]: row for row in _read(manifest)}
    digest = hashlib.sha256(repr([(row["path"], row["sha256"]) for row in rows.values()]).encode())
    stored = work / f"pictures_{manifest.stem}_{digest.hexdigest()[:12]}.npz"
    if not stored.is_file():
        work.mkdir(parents=True, exist_ok=True)
        partial = stored.with_suffix(".part")
        with partial.open("wb") as file:
            np.savez(file, **_taken(manifest.parent, list(rows)))
        partial.replace(stored)
    with np.load(stored) as kept:
        forms = Forms(kept["distances"], kept["geometry"], kept["pixels"], kept["silhouettes"])
        return Album(tuple(rows[path] for path in kept["paths"].tolist()), kept["pictures"],
                     kept["coloured"], kept["clay"], forms)  # fmt: skip


def _taken(root: Path, paths: Sequence[str]) -> dict[str, Any]:
    meshes = dict(_meshes(root, paths))
    images, shares, coloured, clay = [], [], [], []
    for number, mesh in enumerate(meshes.values()):
        views = render(mesh, VIEW_PX)
        images.append(np.stack([view.image for view in views]))
        shares.append(np.stack([np.asarray(view.face_index) >= 0 for view in views]))
        if mesh.face_colors is not None:
            bare = render(replace(mesh, face_colors=None), VIEW_PX)
            coloured.append(number)
            clay.append(np.stack([view.image for view in bare]))
    forms = forms_of(meshes.values(), images, [share.astype(np.float32) for share in shares])
    return {
        "paths": np.array(list(meshes)), "pictures": np.stack(images),
        "coloured": np.array(coloured, np.intp),
        "clay": np.stack(clay) if clay else np.zeros((0, *images[0].shape), np.uint8),
        "distances": forms.distances, "geometry": forms.geometry,
        "pixels": forms.pixels, "silhouettes": forms.silhouettes,
    }  # fmt: skip


def _meshes(root: Path, paths: Sequence[str]) -> Iterator[tuple[str, Mesh]]:
    with Loader(Settings(reader_wall_s=120)) as loader:
        for path in paths:
            try:
                mesh = loader.load(root / path).mesh
            except DesignError as error:
                log.info("left out: %s", error)
                continue
            if mesh is not None:
                yield path, mesh


def _uploads(manifest: Path) -> tuple[list[Row], list[ByteArray]]:
    rows: list[Row] = []
    images = []
    with Loader(Settings(reader_wall_s=120)) as loader:
        for row in _read(manifest):
            try:
                design = loader.load(manifest.parent / row["path"])
            except DesignError as error:
                log.info("left out: %s", error)
                continue
            rows.append(row)
            images.append(design.views[0].image)
    return rows, images


def _read(manifest: Path) -> list[dict[str, str]]:
    with manifest.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
