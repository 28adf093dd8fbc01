"""Many views, one design: ways to make one score of them, none of which learns anything."""

from collections.abc import Callable, Mapping

import numpy as np

from mmdesign.domain import FloatArray
from mmdesign.encoding import pool
from mmdesign.training.evaluation.figures import CHANCE, Figure, figures_of
from mmdesign.training.evaluation.procedural import GALLERY, caption_of, family_prototypes
from mmdesign.training.evaluation.ranking import Places
from mmdesign.training.evaluation.subject import Seen, Subject
from mmdesign.training.parts import FAMILIES

POOLING = "Views of a design made one, without learning"
SHARPNESS = 20.0
"""Of the attention: times a cosine. CLIP's own scales lie between 10 and 100."""

Way = Callable[[FloatArray, FloatArray], FloatArray]
"""(V, D) views and (R, D) texts -> (R,) scores."""


def pooling(subject: Subject, seen: Seen) -> list[Figure]:
    """Finding designs by text and naming their families, by every way to pool the views."""
    records = seen.records[:GALLERY]
    texts = subject.texts([caption_of(record).text for record in records])
    prototypes, own = family_prototypes(subject), np.arange(len(records))
    right = np.array([FAMILIES.index(record.family) for record in records])
    figures = []
    for by, way in WAYS.items():
        views = seen.views[: len(records)]
        found = Places.of(np.stack([way(rows, texts) for rows in views]).T, own)
        named = Places.of(np.stack([way(rows, prototypes) for rows in views]), right)
        row = {"R@1": found.recall(1), "R@10": found.recall(10), "family": named.recall(1)}
        figures += figures_of(POOLING, seen.title, by, row, len(records))
    count = len(records)
    chance = {"R@1": 1 / count, "R@10": min(10 / count, 1.0), "family": 1 / len(FAMILIES)}
    return figures + figures_of(POOLING, seen.title, CHANCE, chance, count)


def mean_view(views: FloatArray, texts: FloatArray) -> FloatArray:
    """Cosine with the unit mean of all views."""
    return np.asarray(texts @ pool(views))


def best_view(views: FloatArray, texts: FloatArray) -> FloatArray:
    """Highest cosine of any view."""
    return np.asarray((texts @ views.T).max(axis=1))


def best_two_views(views: FloatArray, texts: FloatArray) -> FloatArray:
    """Mean of the two highest cosines."""
    return np.asarray(np.sort(texts @ views.T, axis=1)[:, -2:].mean(axis=1))


def attended_view(views: FloatArray, texts: FloatArray) -> FloatArray:
    """Mean cosine, each view weighed by how well it fits the text."""
    cosines = texts @ views.T
    return np.asarray((_softmax(SHARPNESS * cosines) * cosines).sum(axis=1))


def certain_view(views: FloatArray, texts: FloatArray) -> FloatArray:
    """Mean cosine, each view weighed by how surely it chooses among all texts (low entropy).

    Source: Song et al., "MV-CLIP: Multi-View CLIP for Zero-shot 3D Shape Recognition", 2023.
    """
    cosines = texts @ views.T
    chosen = _softmax(SHARPNESS * cosines.T)  # (V, R)
    entropy = -(chosen * np.log(np.maximum(chosen, 1e-12))).sum(axis=1)
    return np.asarray(cosines @ _softmax(-entropy[None])[0])


def _softmax(values: FloatArray) -> FloatArray:
    risen = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(risen / risen.sum(axis=-1, keepdims=True))


WAYS: Mapping[str, Way] = {
    "mean view (as shipped)": mean_view,
    "best view": best_view,
    "mean of the best two": best_two_views,
    "attention by cosine": attended_view,
    "attention by entropy": certain_view,
}
