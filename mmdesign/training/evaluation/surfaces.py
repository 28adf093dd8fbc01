"""Whether heat is on the right faces: generated parts know theirs, CAD files their holes."""

import csv
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import Design, FloatArray, IntArray, Mesh, View
from mmdesign.encoding import PatchHeat
from mmdesign.encoding.clip import ClipEncoder
from mmdesign.errors import DesignError
from mmdesign.explaining import HeatScale, explain, relative_scale
from mmdesign.judging import Calibration
from mmdesign.loading import Loader
from mmdesign.measuring import measure, surface_of
from mmdesign.rendering import render
from mmdesign.settings import Settings
from mmdesign.training.captions import with_article
from mmdesign.training.dataset import Split
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.pointing import COARSE, average_precision
from mmdesign.training.evaluation.procedural import parts_of
from mmdesign.training.vocabulary.features import is_kind_of

log = logging.getLogger(__name__)

FACES = "Heat: on which faces of the mesh a feature is"
HOLES = "Heat: holes of real CAD files, known from their exact faces"
LEAST_SEEN_PX = 20
"""Over all views: a feature that is seen less is not asked for."""
LEAST_HOLE_PX = 24
"""Of one 224 px view."""
HOLE = "a hole"
CAD = (".step", ".stp")


@dataclass(frozen=True, slots=True)
class Shown:
    """A mesh, its views, and where R things are on it."""

    mesh: Mesh
    views: tuple[View, ...]
    texts: tuple[str, ...]
    truth: NDArray[np.bool_]
    """(R, F)."""
    seen_px: FloatArray
    """(F,) pixels that show each face, over all views."""


def on_faces(encoder: ClipEncoder, split: Split, title: str) -> list[Figure]:
    """Face-level AUPRC by area of the app's heat, by feature that each design shows.

    Args:
        encoder: The model.
        split: Designs that the model never saw; their meshes are built again.
        title: What they are to the model.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for shown in _parts_shown(split):
        areas = np.asarray(surface_of(shown.mesh).areas_mm2, np.float32)
        visible = shown.seen_px > 0
        for by, heat in _face_heats(encoder, shown).items():
            found[by] += [
                average_precision(values[visible], truth[visible].astype(np.float32),
                                  areas[visible])
                for values, truth in zip(heat, shown.truth, strict=True)
            ]  # fmt: skip
        found[CHANCE] += [float(areas[visible & truth].sum() / areas[visible].sum())
                          for truth in shown.truth]  # fmt: skip
    return [figure for by, values in found.items()
            for figure in figures_of(FACES, title, by, {"AUPRC": float(np.mean(values))},
                                     len(values))]  # fmt: skip


def holes_of_cad(encoder: ClipEncoder, root: Path) -> list[Figure]:
    """Whether the warmest pixel and the warmest face for 'a hole' belong to a hole.

    Args:
        encoder: The model.
        root: Folder with A.csv and B.csv and the files that they name.
    """
    found: dict[str, list[float]] = defaultdict(list)
    chances: list[float] = []
    files = 0
    for shown in _drilled(root):
        for by, way in _ways(encoder).items():
            heat = way.heat([view.image for view in shown.views], way.embed_texts([HOLE]))
            whole = HeatScale(float(heat.values.min()), float(heat.values.max()))
            for item in explain((HOLE,), heat, shown.views, None, whole):
                found[by] += list(hits(item.values, shown, item.view_index or 0))
        for view in shown.views:
            chances += list(_share(shown, view))
        files += 1
    if not chances:
        return []
    count, chance = len(chances), float(np.mean(chances))
    on = f"{files} files, {count} views that show a hole"
    figures = []
    for by, each in found.items():
        hit = float(np.mean(each))
        row = {"points at a hole": hit, "times chance": hit / chance}
        figures += figures_of(HOLES, on, by, row, count)
    return figures + figures_of(HOLES, on, CHANCE, {"points at a hole": chance,
                                                    "times chance": 1.0}, count)  # fmt: skip


def _ways(encoder: ClipEncoder) -> dict[str, ClipEncoder]:
    ways = {MODEL: encoder}
    return ways if encoder.dense is None else ways | {COARSE: replace(encoder, dense=None)}


def _scale(encoder: ClipEncoder, found: PatchHeat) -> HeatScale:
    """The app's scale where it belongs to this heat."""
    known = None if encoder.bundle is None else Calibration.read(encoder.bundle)
    if known is None or known.heat is None or encoder.dense is None:
        return relative_scale(found.values, zero_is_cold=found.zero_is_cold)
    return HeatScale(*known.heat)


def _face_heats(encoder: ClipEncoder, shown: Shown) -> dict[str, list[FloatArray]]:
    """By method, R arrays (F,)."""
    images = [view.image for view in shown.views]
    texts = encoder.embed_texts(list(shown.texts))
    heats = {}
    for by, way in _ways(encoder).items():
        found = way.heat(images, texts)
        maps = explain(shown.texts, found, shown.views, shown.mesh, _scale(way, found))
        heats[by] = [np.nan_to_num(item.values) for item in maps if item.view_index is None]
    return heats


def _parts_shown(split: Split) -> Iterator[Shown]:
    for part in parts_of(split.records):
        views = render(part.mesh)
        seen = seen_px(views, len(part.mesh.faces))
        names, truth = [], []
        for name in part.feature_names:
            kinds = [number for number, other in enumerate(part.feature_names)
                     if other != "body" and is_kind_of(other, name)]  # fmt: skip
            mask = np.isin(part.face_feature, kinds)
            if name != "body" and seen[mask].sum() >= LEAST_SEEN_PX:
                names.append(with_article(name))
                truth.append(mask)
        if names:
            yield Shown(part.mesh, views, tuple(names), np.stack(truth), seen)


def seen_px(views: Sequence[View], faces: int) -> FloatArray:
    """(F,) how many pixels show each face."""
    counts = np.zeros(faces, np.float32)
    for view in views:
        if view.face_index is not None:
            counts += np.bincount(view.face_index[view.face_index >= 0], minlength=faces)
    return counts


def _drilled(root: Path) -> Iterator[Shown]:
    """CAD files with holes, known from their B-rep."""
    paths = [root / row["path"] for name in ("A.csv", "B.csv") for row in _rows(root / name)]
    with Loader(Settings(device="cpu")) as loader:
        for path in dict.fromkeys(path for path in paths if path.suffix.lower() in CAD):
            try:
                design = loader.load(path)
            except DesignError as error:
                log.info("%s", error)
                continue
            shown = _with_holes(design)
            if shown is not None:
                yield shown


def _with_holes(design: Design) -> Shown | None:
    mesh = design.mesh
    if mesh is None or not design.brep_faces:
        return None
    faces = [each.faces for each in measure(design)
             if each.quantity == "hole_count" and each.faces is not None]  # fmt: skip
    if not faces:
        return None
    truth = np.zeros((1, len(mesh.faces)), bool)
    truth[0, faces[0]] = True
    views = render(mesh)
    return Shown(mesh, views, (HOLE,), truth, seen_px(views, len(mesh.faces)))


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def hits(
    heat: FloatArray, shown: Shown, view_index: int, least_px: int = LEAST_HOLE_PX
) -> Iterator[float]:
    """1 where the warmest pixel of a view is on what was asked for; a tie is shared out.

    Args:
        heat: (H, W).
        shown: What the first text asks for.
        view_index: Which view.
        least_px: Nothing comes of a view that shows less of it.
    """
    view = shown.views[view_index]
    for _ in _share(shown, view, least_px):
        index = _faces_of(view)
        part = index >= 0
        warmest = heat[part] == heat[part].max()
        yield float(shown.truth[0][index[part]][warmest].mean())


def _share(shown: Shown, view: View, least_px: int = LEAST_HOLE_PX) -> Iterator[float]:
    """Share of the part's pixels that show it; nothing for a view that does not."""
    index = _faces_of(view)
    on_hole = shown.truth[0][index[index >= 0]]
    if on_hole.sum() >= least_px:
        yield float(on_hole.mean())


def _faces_of(view: View) -> IntArray:
    assert view.face_index is not None
    return view.face_index
