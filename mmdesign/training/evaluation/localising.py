"""Whether heat is where the thing is: generated parts say so to the pixel and to the face.

One picture per unseen design is asked about each feature that it shows. The background is never
asked about: the app does not paint it. A map that points well need not say why the model scores as
it does; for that, places are blurred away in the map's order and the picture's own cosine is
watched, and the model is made to forget, after which its maps must change.
"""

import copy
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.encoding.clip import ClipEncoder
from mmdesign.explaining.masking import blurred, mixed
from mmdesign.training.captions import with_article
from mmdesign.training.dataset import Record, Split
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.pointing import (
    RANDOM,
    Maps,
    average_precision,
    enlarged,
    rank_correlation,
    ways_to_point,
)
from mmdesign.training.evaluation.subject import pictures, untrained_like
from mmdesign.training.spotting import LEAST_PX, marks

LOCALISING = "Heat: where a feature is, on pictures"
EACH = "Heat: where a feature is, each of the most frequent"
FAITHFUL = "Heat: what hiding the warmest places does to the picture's cosine"
RANDOMISED = "Heat: rank correlation with the maps of a model or a text made random"
DELETION, INSERTION = "deletion, low is good", "insertion, high is good"
FREQUENT = 10
"""Features with a row of their own."""
HIDDEN_SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
"""Of the part's pixels."""
TRUSTED = 60
"""Pictures that are hidden and forgotten about."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One picture of a design and the R features that it shows."""

    image: ByteArray
    """(H, W, 3)."""
    part: NDArray[np.bool_]
    """(H, W) where the design is."""
    names: tuple[str, ...]
    """R features."""
    masks: NDArray[np.bool_]
    """(R, H, W)."""
    record: Record


def locating(encoder: ClipEncoder, split: Split, title: str, seed: int = 0) -> list[Figure]:
    """Every table about heat on pictures of one split.

    Args:
        encoder: The model, with or without a dense head.
        split: Rendered designs that the model never saw.
        title: What they are to the model.
        seed: Of what is random.
    """
    seen = sightings(split)
    if not seen:
        return []
    ways = ways_to_point(encoder, seed)
    asked = _texts(encoder, seen)
    figures, maps = _located(ways, seen, asked, title)
    figures += faithful(encoder, seen[:TRUSTED], maps, asked, title)
    return figures + randomised(encoder, seen[:TRUSTED], asked, title, seed)


def sightings(split: Split) -> list[Sighting]:
    """Of each design the view that shows most of its features; none where it shows none."""
    seen = []
    for record, images, start in zip(split.records, pictures(split), split.first_view, strict=True):
        features = split.views[start : start + record.views, ..., 5]
        shown = [
            {name: mask for name, mask in marks(record, feature).items() if mask.sum() >= LEAST_PX}
            for feature in features
        ]
        view = max(range(len(shown)), key=lambda number: len(shown[number]))
        if shown[view]:
            masks = np.stack(list(shown[view].values()))
            part = features[view] > 0
            seen.append(Sighting(images[view], part, tuple(shown[view]), masks, record))
    return seen


def pointed(maps: FloatArray, sighting: Sighting) -> list[dict[str, float]]:
    """How good the R maps of a sighting are.

    'points at it': whether the warmest pixel of the part belongs to the feature; 'AUPRC': of the
    part's pixels; 'own over others': share of the other features shown that are colder.
    """
    part = sighting.part
    rows = []
    for row, mask in enumerate(sighting.masks):
        heat, truth = maps[row][part], mask[part].astype(np.float32)
        values = {
            "points at it": float(truth[heat.argmax()]),
            "AUPRC": average_precision(heat, truth, np.ones_like(truth)),
        }
        others = [other & ~mask for number, other in enumerate(sighting.masks) if number != row]
        colder = [maps[row][mask].mean() > maps[row][other].mean() for other in others
                  if other.sum() >= LEAST_PX]  # fmt: skip
        if colder:
            values["own over others"] = float(np.mean(colder))
        rows.append(values)
    return rows


def faithful(
    encoder: ClipEncoder, seen: Sequence[Sighting], maps: Mapping[str, Sequence[FloatArray]],
    asked: Mapping[str, FloatArray], title: str,
) -> list[Figure]:  # fmt: skip
    """Mean cosine while the part's warmest places are blurred away, or brought back.

    Args:
        encoder: The model.
        seen: Sightings.
        maps: By method, for each sighting its (R, H, W) maps.
        asked: Feature -> (D,) text.
        title: What the designs are to the model.
    """
    figures = []
    for by, found in maps.items():
        values: dict[str, list[float]] = defaultdict(list)
        for sighting, rows in zip(seen, found, strict=False):
            hidden = blurred(sighting.image)
            for name, heat in zip(sighting.names, rows, strict=True):
                kept = list(kept_places(heat, sighting.part))
                for what, image, other in (
                    (DELETION, sighting.image, hidden), (INSERTION, hidden, sighting.image)
                ):  # fmt: skip
                    shown = [mixed(image, other, mask) for mask in kept]
                    values[what].append(float((encoder.embed_images(shown) @ asked[name]).mean()))
        row = {what: float(np.mean(each)) for what, each in values.items()}
        figures += figures_of(FAITHFUL, title, by, row, len(values[DELETION]))
    return figures


def randomised(
    encoder: ClipEncoder, seen: Sequence[Sighting], asked: Mapping[str, FloatArray], title: str,
    seed: int,
) -> list[Figure]:  # fmt: skip
    """How much maps stay the same when what they should come from is forgotten: 0 is right.

    Args:
        encoder: The model.
        seen: Sightings.
        asked: Feature -> (D,) text.
        title: What the designs are to the model.
        seed: Of what is put in the place of what was learned.
    """
    generator = np.random.default_rng(seed)
    others = {"head random": forgetful_head(encoder, seed)} if encoder.dense is not None else {}
    others["trunk random"] = untrained_like(encoder, seed)
    values: dict[str, list[float]] = defaultdict(list)
    names = sorted(asked)
    for sighting in seen:
        texts = np.stack([asked[name] for name in sighting.names])
        own = enlarged(encoder.heat([sighting.image], texts), sighting.image)
        # best a feature that is not there; where all are, another one that is
        absent = [name for name in names if name not in sighting.names]
        pools = [absent or [other for other in names if other != name] for name in sighting.names]
        wrong = np.stack([asked[pool[generator.integers(len(pool))]] for pool in pools])
        compared = {by: enlarged(other.heat([sighting.image], texts), sighting.image)
                    for by, other in others.items()}  # fmt: skip
        compared["another text"] = enlarged(encoder.heat([sighting.image], wrong), sighting.image)
        for by, maps in compared.items():
            values[by] += [rank_correlation(first[sighting.part], second[sighting.part])
                           for first, second in zip(own, maps, strict=True)]  # fmt: skip
    figures = []
    for by, each in values.items():
        row = {
            "mean": float(np.mean(each)),
            "mean of absolute values": float(np.mean(np.abs(each))),
        }
        figures += figures_of(RANDOMISED, title, by, row, len(each))
    return figures


def forgetful_head(encoder: ClipEncoder, seed: int) -> ClipEncoder:
    """The same model with a dense head that has learned nothing."""
    dense = copy.deepcopy(encoder.dense)
    assert dense is not None
    with torch.random.fork_rng(devices=()):
        torch.manual_seed(seed)
        for module in dense.modules():
            if isinstance(module, nn.Conv2d | nn.Linear | nn.BatchNorm2d):
                module.reset_parameters()
    return replace(encoder, dense=dense)


def kept_places(heat: FloatArray, part: NDArray[np.bool_]) -> Iterator[FloatArray]:
    """(H, W) masks, 1 where the picture stays: more and more of the part's warmest places go."""
    order = np.full(heat.size, -1, np.int64)
    inside = np.flatnonzero(part)
    order[inside[np.argsort(-heat[part], kind="stable")]] = np.arange(len(inside))
    rank = order.reshape(heat.shape)
    for share in HIDDEN_SHARES:
        yield ((rank < 0) | (rank >= share * len(inside))).astype(np.float32)


def _located(
    ways: Mapping[str, Maps], seen: Sequence[Sighting], asked: Mapping[str, FloatArray], title: str
) -> tuple[list[Figure], dict[str, list[FloatArray]]]:
    """Tables, and the maps of the first TRUSTED pictures by method."""
    kept: dict[str, list[FloatArray]] = {}
    figures: list[Figure] = []
    names = [name for sighting in seen for name in sighting.names]
    for by, way in ways.items():
        found: list[dict[str, float]] = []
        kept[by] = []
        for number, sighting in enumerate(seen):
            maps = way(sighting.image, np.stack([asked[name] for name in sighting.names]))
            found += pointed(maps, sighting)
            if number < TRUSTED:
                kept[by].append(maps)
        figures += figures_of(LOCALISING, title, by, _mean(found), len(found))
        if by in {MODEL, RANDOM}:
            for name, count in Counter(names).most_common(FREQUENT):
                own = [values for values, of in zip(found, names, strict=True) if of == name]
                figures += figures_of(EACH, f"{title}: {name}", by, _mean(own), count)
    share = float(np.mean([mask[sighting.part].mean() for sighting in seen
                           for mask in sighting.masks]))  # fmt: skip
    chance = {"points at it": share, "AUPRC": share, "own over others": 0.5}
    return figures + figures_of(LOCALISING, title, CHANCE, chance, len(names)), kept


def _mean(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    keys = dict.fromkeys(key for row in rows for key in row)
    return {key: float(np.mean([row[key] for row in rows if key in row])) for key in keys}


def _texts(encoder: ClipEncoder, seen: Sequence[Sighting]) -> dict[str, FloatArray]:
    names = sorted({name for sighting in seen for name in sighting.names})
    return dict(zip(names, encoder.embed_texts([with_article(name) for name in names]),
                    strict=True))  # fmt: skip
