"""Designs and words become vectors in one space.

The door to every model. Whoever only needs the protocol or `pool` does not pay for torch:
the network's libraries are imported when a model is opened.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.encoding.choices import Catalogue, Choice, Figure, Step, catalogue, telling
from mmdesign.encoding.heat import Patches, PatchHeat
from mmdesign.settings import Settings

__all__ = [
    "Catalogue",
    "Choice",
    "Encoder",
    "Figure",
    "FileEncoder",
    "PatchHeat",
    "Patches",
    "Step",
    "catalogue",
    "open_encoder",
    "pool",
    "telling",
]


class Encoder(Protocol):
    """What the rooms above need of a model. Vectors are float32 of unit norm."""

    @property
    def model_id(self) -> str:
        """Name that changes whenever the vectors would."""
        ...

    @property
    def width(self) -> int:
        """Embedding width D."""
        ...

    @property
    def bundle(self) -> Path | None:
        """Folder with the model's fusion weights and calibration; None for a model without."""
        ...

    def embed_images(self, images: Sequence[ByteArray]) -> FloatArray:
        """(N, D) vectors of N pictures, each (H, W, 3) sRGB of any size."""
        ...

    def embed_texts(self, texts: Sequence[str]) -> FloatArray:
        """(N, D) vectors of N texts."""
        ...

    def patch_features(self, images: Sequence[ByteArray]) -> FloatArray:
        """(N, h, w, D) features; times a text vector, each patch's share of the cosine.

        The mean over patches is exactly the picture's own vector.

        Raises:
            ModelError: If the tower's vector is not such a mean; `heat` works for all.
        """
        ...

    def see(self, images: Sequence[ByteArray]) -> tuple[FloatArray, Patches | None]:
        """(N, D) vectors of N pictures, and from the same forward what any text's heat is made of.

        None for a tower whose heat is no product of patches and texts; ask it for `heat`.
        """
        ...

    def heat(self, images: Sequence[ByteArray], texts: FloatArray) -> PatchHeat:
        """Where each of R texts, (R, D) unit vectors, is on each of V pictures.

        Works for every tower; what it costs and how it was found differ.
        """
        ...


class FileEncoder(Encoder, Protocol):
    """An encoder that also reads files."""

    def embed_files(self, paths: Sequence[str | Path]) -> FloatArray:
        """(N, D) vectors of N designs, one file each: mesh, CAD or picture.

        Raises:
            DesignError: If a file cannot be read; the message names it.
        """
        ...


def pool(view_embeddings: FloatArray) -> FloatArray:
    """Unit vector (D,) of a design from its views' vectors (V, D): their mean.

    The mean beat maximum, log-sum-exp and learned attention for whole-design retrieval.
    """
    mean = view_embeddings.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), dtype=np.float32)


def open_encoder(settings: Settings) -> FileEncoder:
    """Load the model that the settings name.

    Raises:
        ModelError: If it is not there, needs a download that fails, or is a pickled checkpoint.
    """
    from mmdesign.encoding.clip import ClipEncoder  # noqa: PLC0415  torch takes seconds to import

    return ClipEncoder.open(settings)
