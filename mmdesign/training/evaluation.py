"""What a bundle can do, in figures that stand beside chance."""

import csv
import json
import logging
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.errors import DesignError
from mmdesign.fusion import FusionScorer
from mmdesign.loading import Loader
from mmdesign.rendering import render
from mmdesign.settings import Settings
from mmdesign.training.captions import captions
from mmdesign.training.dataset import Split, load_split
from mmdesign.training.embedding import BundleVectors, mean_unit
from mmdesign.training.fusing import auroc, best_two, claims_about, scores
from mmdesign.training.parts import FAMILIES
from mmdesign.training.vocabulary import WORDS

log = logging.getLogger(__name__)

SPLITS: Mapping[str, str] = {
    "test": "unseen designs of trained builders",
    "new_builders": "unseen builders of trained families",
    "new_families": "families never trained on",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number and what guessing would give."""

    what: str
    on: str
    value: float
    chance: float | None
    count: int


def evaluate_bundle(bundle: Path, work: Path, real: Path | None = None) -> tuple[Figure, ...]:
    """Measure a bundle on the rendered test splits and, if given, on real designs.

    Args:
        bundle: Model folder.
        work: Folder with the rendered splits.
        real: Folder of real designs with `<name>.csv` beside it (columns path, text).
    """
    vectors = BundleVectors(bundle)
    scorer = FusionScorer.open(bundle) if (bundle / "fusion.safetensors").is_file() else None
    figures: list[Figure] = []
    for name, title in SPLITS.items():
        split = load_split(work / name)
        if len(split):
            figures += _split_figures(vectors, split, title, scorer)
    named = load_split(work / "named_test")
    if len(named):
        texts = [record.text for record in named.records]
        figures += retrieval(mean_unit(vectors.views(named)), vectors.texts(texts), texts,
                             "real named designs of known kinds of source")  # fmt: skip
    if real is not None:
        figures += real_figures(vectors, real, work)
    return tuple(figures)


def _split_figures(
    vectors: BundleVectors, split: Split, title: str, scorer: FusionScorer | None
) -> list[Figure]:
    views = vectors.views(split)
    images = mean_unit(views)
    texts = [
        max((caption.text for caption in captions(record, 6, zlib.crc32(record.name.encode()))),
            key=len)
        for record in split.records
    ]  # fmt: skip
    figures = retrieval(images, vectors.texts(texts), texts, title)
    figures += _zero_shot(vectors, images, split, title)
    claims = claims_about(vectors, split, FAMILIES)
    ways = {"mean cosine": scores(claims, None), "best two views": best_two(claims)}
    if scorer is not None:
        ways["fusion"] = scores(claims, scorer)
    for way, score in ways.items():
        for kind in ("family", "flag", "shape", "any"):
            rows = (claims.kind == kind) | (kind == "any")
            if 0 < claims.holds[rows].sum() < rows.sum():
                value = auroc(score[rows], claims.holds[rows])
                figures.append(Figure(f"AUROC of {kind} claims, {way}", title, value, 0.5,
                                      int(rows.sum())))  # fmt: skip
    return figures


def retrieval(
    images: FloatArray, text_vectors: FloatArray, texts: Sequence[str], title: str
) -> list[Figure]:
    """Text -> design recall; a design with the very same text counts as found as well."""
    similarity = text_vectors @ images.T
    own = np.diagonal(similarity)
    numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    label = np.array([numbers[text] for text in texts])
    rivals = np.where(label[:, None] == label[None, :], -np.inf, similarity)
    rank = 1 + (rivals >= own[:, None]).sum(axis=1)
    count = len(texts)
    return [
        Figure(
            f"text to design R@{k}", title, float((rank <= k).mean()), min(k / count, 1.0), count
        )
        for k in (1, 5, 10)
    ]


def _zero_shot(
    vectors: BundleVectors, images: FloatArray, split: Split, title: str
) -> list[Figure]:
    """Name the family among all families, by the mean vector of each one's names."""
    prototypes = []
    for family in FAMILIES:
        named = vectors.texts([f"a {name}" for name in WORDS[family].names]).mean(axis=0)
        prototypes.append(named / np.linalg.norm(named))
    truth = np.array([FAMILIES.index(record.family) for record in split.records])
    similarity = images @ np.stack(prototypes).T
    own = similarity[np.arange(len(truth)), truth]
    rank = 1 + (similarity > own[:, None]).sum(axis=1)
    return [
        Figure(f"family named, top {k} of {len(FAMILIES)}", title, float((rank <= k).mean()),
               k / len(FAMILIES), len(truth))
        for k in (1, 5)
    ]  # fmt: skip


def real_figures(vectors: BundleVectors, real: Path, work: Path) -> list[Figure]:
    """Text -> design on real files, seen through the app's own reader and renderer."""
    rows, pictures = real_pictures(real, work)
    means = mean_unit([vectors.pictures(images) for images in pictures])
    figures = []
    for subset in ("all", *sorted({row["subset"] for row in rows})):
        chosen = [n for n, row in enumerate(rows) if subset in ("all", row["subset"])]
        texts = [rows[number]["text"].split(".")[0] for number in chosen]
        figures += retrieval(means[chosen], vectors.texts(texts), texts,
                             f"real designs {real.name}, {subset}")  # fmt: skip
    return figures


def real_pictures(real: Path, work: Path) -> tuple[list[dict[str, str]], ByteArray]:
    """Rows of a manifest whose N files hold a mesh, and their (N, 12, H, W, 3) pictures.

    The pictures are kept in the work folder: a better model looks at the same ones again.
    """
    with real.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: row for row in csv.DictReader(file)}
    stored = work / f"real_{real.name}.npz"
    if not stored.is_file():
        taken = _take_pictures(real, list(rows))
        np.savez(stored, paths=np.array(list(taken)), pictures=np.stack(list(taken.values())))
    with np.load(stored) as kept:
        return [rows[path] for path in kept["paths"].tolist()], kept["pictures"]


def _take_pictures(real: Path, paths: Sequence[str]) -> dict[str, ByteArray]:
    settings = Settings(reader_wall_s=120)
    taken = {}
    with Loader(settings) as loader:
        for path in paths:
            try:
                mesh = loader.load(real.parent / path).mesh
            except DesignError as error:
                log.info("left out: %s", error)
                continue
            if mesh is not None:
                taken[path] = np.stack([view.image for view in render(mesh, settings.view_px)])
    return taken


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = ["| on | what | measured | chance | n |", "| --- | --- | ---: | ---: | ---: |"]
    for figure in figures:
        chance = "" if figure.chance is None else f"{figure.chance:.3f}"
        lines.append(
            f"| {figure.on} | {figure.what} | {figure.value:.3f} | {chance} | {figure.count} |"
        )
    return "\n".join(lines)


def as_json(figures: Sequence[Figure]) -> str:
    """The figures for machines."""
    return json.dumps([asdict(figure) for figure in figures], indent=1)
