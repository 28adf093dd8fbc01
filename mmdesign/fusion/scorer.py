"""A judge with its weights: read from a bundle, asked about one design at a time."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from mmdesign.domain import FloatArray
from mmdesign.errors import ModelError
from mmdesign.fusion.kinds import KINDS, Tokens, Weights
from mmdesign.fusion.views import checked, shares

WEIGHTS_FILE = "fusion.safetensors"
FARTHEST = 3.0
"""Largest distance of one entry of a form from the mean, in spreads."""
FORM_SCALE = ("form_mean", "form_spread")
"""(G,) weights of every kind that looks at the form."""


@dataclass(frozen=True, slots=True)
class FusionScorer:
    """One judge; D width of the embedding, G of the form vector."""

    kind: str
    """One of KINDS."""
    weights: Weights

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
        return cls.read(path)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the weights of one judge.

        Raises:
            ModelError: If the file is damaged or of another make.
        """
        try:
            with safe_open(path, "numpy") as file:
                kind = (file.metadata() or {})["kind"]
                weights = {
                    name: np.asarray(file.get_tensor(name), np.float32) for name in names_of(kind)
                }
        except (SafetensorError, KeyError) as error:
            message = f"{path} cannot be read as fusion weights ({error}); make the bundle anew."
            raise ModelError(message) from error
        return cls(kind, weights)

    def save(self, bundle_dir: Path) -> None:
        """Write the weights into a model bundle."""
        self.write(bundle_dir / WEIGHTS_FILE)

    def write(self, path: Path) -> None:
        """Write the weights and which kind they are of."""
        weights = {name: np.ascontiguousarray(value) for name, value in self.weights.items()}
        save_file(weights, path, {"kind": self.kind})
        path.chmod(0o644)

    @property
    def parameters(self) -> int:
        """How many numbers were learned."""
        return sum(value.size for value in self.weights.values())

    def logits(
        self,
        view_embeddings: FloatArray,
        text_embeddings: FloatArray,
        shape: FloatArray | None = None,
    ) -> FloatArray:
        """Score requirements against one design.

        Args:
            view_embeddings: (V, D) unit vectors, in any order; none for a mesh without pictures.
            text_embeddings: (R, D) unit vectors.
            shape: (G,) form vector; None for a design without geometry.

        Returns:
            (R,) logits; judging's calibration turns them into probabilities.

        Raises:
            ValueError: If there is neither a view nor a shape, or widths differ.
        """
        views, texts = checked(view_embeddings, text_embeddings)
        form = self._scaled(shape)
        if not len(views) and form is None:
            message = "expected (V, D) views with V >= 1, or a shape that this judge looks at"
            raise ValueError(message)
        tokens = Tokens(views, shares(views), texts, form)
        return np.asarray(KINDS[self.kind].logits(tokens, self.weights), np.float32)

    def _scaled(self, shape: FloatArray | None) -> FloatArray | None:
        if shape is None or not KINDS[self.kind].uses_form:
            return None
        mean, spread = (self.weights[name] for name in FORM_SCALE)
        if shape.shape != mean.shape:
            message = f"a shape of {mean.shape} was learned from, got {shape.shape}"
            raise ValueError(message)
        return scaled_form(shape, mean, spread)


def scaled_form(shapes: FloatArray, mean: FloatArray, spread: FloatArray) -> FloatArray:
    """Form vectors (..., G) in spreads from the mean, no entry far away."""
    far = np.clip((shapes - mean) / spread, -FARTHEST, FARTHEST)
    return np.asarray(far, np.float32)


def names_of(kind: str) -> tuple[str, ...]:
    """Names of all weights of a kind.

    Raises:
        KeyError: If there is no such kind.
    """
    known = KINDS[kind]
    return (*known.names, *FORM_SCALE) if known.uses_form else known.names
