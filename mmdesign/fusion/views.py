"""The views of one design: which are copies of another, and what pooling them gives."""

import numpy as np

from mmdesign.domain import FloatArray

SAME_VIEW_COSINE = 1 - 1e-5


def checked(views: FloatArray, texts: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Views and texts as float32.

    Raises:
        ValueError: If they are no matrices of one width.
    """
    if views.ndim != 2:
        message = f"expected (V, D) views, got {views.shape}"
        raise ValueError(message)
    if texts.ndim != 2 or texts.shape[1] != views.shape[1]:
        message = f"texts {texts.shape} do not match views {views.shape}"
        raise ValueError(message)
    return views.astype(np.float32, copy=False), texts.astype(np.float32, copy=False)


def shares(views: FloatArray) -> FloatArray:
    """(V,) weight of each view: 1, or its part of 1 where views are copies of each other."""
    copies = (views @ views.T >= SAME_VIEW_COSINE).sum(axis=1)
    return np.asarray(1.0 / np.maximum(copies, 1), np.float32)


def best_two(cosines: FloatArray, share: FloatArray) -> FloatArray:
    """(R,) mean of the two highest cosines of different views; of the one, if there is one.

    Args:
        cosines: (V, R).
        share: (V,) as from `shares`.
    """
    order = np.argsort(-cosines, axis=0, kind="stable")
    ranked = np.take_along_axis(cosines, order, axis=0)
    # each copy carries its part of one view's weight: fill two views' worth from the top
    weight = share[order]
    before = np.cumsum(weight, axis=0) - weight
    used = np.clip(2.0 - before, 0.0, weight)
    return np.asarray((used * ranked).sum(axis=0) / used.sum(axis=0))


def pooled_cosine(view_embeddings: FloatArray, text_embeddings: FloatArray) -> FloatArray:
    """Cosine of the mean view with each text, for models without fusion weights.

    Args:
        view_embeddings: (V, D) unit vectors, at least one.
        text_embeddings: (R, D) unit vectors.

    Returns:
        (R,) cosines.

    Raises:
        ValueError: If there is no view or the widths differ.
    """
    views, texts = checked(view_embeddings, text_embeddings)
    if not len(views):
        message = "expected (V, D) views with V >= 1"
        raise ValueError(message)
    return np.asarray(texts @ mean_view(views, shares(views)), np.float32)


def mean_view(views: FloatArray, share: FloatArray) -> FloatArray:
    """(D,) unit mean of different views."""
    mean = share @ views
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12))
