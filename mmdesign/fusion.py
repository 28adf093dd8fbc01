"""Many views and one requirement -> one logit: the learned fusion that comes with a model.

Each view votes with its cosine to the requirement; which votes count is decided per requirement
by attention, since a keyway shows in few views and a wheel in all. A low-rank term then looks at
the attended view and the requirement together. Everything is small and plain numpy. A view that
occurs twice counts once: sending the same picture again must not change the answer.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from mmdesign.domain import FloatArray
from mmdesign.errors import ModelError

WEIGHTS_FILE = "fusion.safetensors"
SAME_VIEW_COSINE = 1 - 1e-5
WEIGHT_NAMES = ("attention_gain", "query", "key", "vote", "text_side", "view_side", "bias")


@dataclass(frozen=True, slots=True)
class FusionScorer:
    """Fusion weights; D width of the embedding, A of the attention, K rank of the interaction."""

    attention_gain: FloatArray
    """(1,) how strongly a view's own cosine draws attention to it."""
    query: FloatArray
    """(D, A) requirement -> what to look for."""
    key: FloatArray
    """(D, A) view -> what it shows."""
    vote: FloatArray
    """(3,) weights of the attended, the mean and the best two views' cosine."""
    text_side: FloatArray
    """(D, K) requirement's side of the interaction."""
    view_side: FloatArray
    """(D, K) attended view's side of the interaction."""
    bias: FloatArray
    """(1,)."""

    @classmethod
    def open(cls, bundle_dir: Path) -> Self:
        """Read the fusion weights of a model bundle.

        Raises:
            ModelError: If the file is missing, damaged or of another make.
        """
        path = bundle_dir / WEIGHTS_FILE
        if not path.is_file():
            message = f"{bundle_dir} has no {WEIGHTS_FILE}; use pooled cosines for this model."
            raise ModelError(message)
        try:
            weights = load_file(path)
            return cls(**{name: np.asarray(weights[name], np.float32) for name in WEIGHT_NAMES})
        except (SafetensorError, KeyError) as error:
            message = f"{path} cannot be read as fusion weights ({error}); make the bundle anew."
            raise ModelError(message) from error

    def save(self, bundle_dir: Path) -> None:
        """Write the weights into a model bundle."""
        weights = {name: np.ascontiguousarray(getattr(self, name)) for name in WEIGHT_NAMES}
        path = bundle_dir / WEIGHTS_FILE
        save_file(weights, path)
        path.chmod(0o644)

    def logits(self, view_embeddings: FloatArray, text_embeddings: FloatArray) -> FloatArray:
        """Score requirements against the views of one design.

        Args:
            view_embeddings: (V, D) unit vectors, in any order, at least one.
            text_embeddings: (R, D) unit vectors.

        Returns:
            (R,) logits; judging's calibration turns them into probabilities.

        Raises:
            ValueError: If there is no view or the widths differ.
        """
        views, texts = _checked(view_embeddings, text_embeddings)
        share = _shares(views)  # (V,)
        cosines = views @ texts.T  # (V, R)
        wanted, shown = texts @ self.query, views @ self.key
        drawn = self.attention_gain * cosines + shown @ wanted.T
        attention = np.exp(drawn - drawn.max(axis=0)) * share[:, None]
        attention /= attention.sum(axis=0)
        attended = attention.T @ views  # (R, D)
        votes = np.stack(
            [(attention * cosines).sum(axis=0), share @ cosines, _best_two(cosines, share)]
        )
        interaction = ((texts @ self.text_side) * (attended @ self.view_side)).sum(axis=1)
        return np.asarray(self.vote @ votes + interaction + self.bias, np.float32)


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
    views, texts = _checked(view_embeddings, text_embeddings)
    mean = _shares(views) @ views
    mean /= max(float(np.linalg.norm(mean)), 1e-12)
    return np.asarray(texts @ mean, np.float32)


def _checked(views: FloatArray, texts: FloatArray) -> tuple[FloatArray, FloatArray]:
    if views.ndim != 2 or not len(views):
        message = f"expected (V, D) views with V >= 1, got {views.shape}"
        raise ValueError(message)
    if texts.ndim != 2 or texts.shape[1] != views.shape[1]:
        message = f"texts {texts.shape} do not match views {views.shape}"
        raise ValueError(message)
    return views.astype(np.float32, copy=False), texts.astype(np.float32, copy=False)


def _shares(views: FloatArray) -> FloatArray:
    """(V,) weight of each view in a mean; copies of one view share a single weight."""
    copies = (views @ views.T >= SAME_VIEW_COSINE).sum(axis=1)
    share = 1.0 / np.maximum(copies, 1)
    return np.asarray(share / share.sum(), np.float32)


def _best_two(cosines: FloatArray, share: FloatArray) -> FloatArray:
    """(R,) mean of the two highest cosines of different views; of the one, if there is one."""
    one_view = share.max()
    order = np.argsort(-cosines, axis=0, kind="stable")
    ranked = np.take_along_axis(cosines, order, axis=0)
    # each copy carries its part of one view's weight: fill two views' worth from the top
    weight = share[order] / one_view
    before = np.cumsum(weight, axis=0) - weight
    used = np.clip(2.0 - before, 0.0, weight)
    return np.asarray((used * ranked).sum(axis=0) / used.sum(axis=0))
