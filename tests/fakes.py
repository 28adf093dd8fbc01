"""Stand-ins that let the rooms above the model run in milliseconds."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.encoding import Patches, PatchHeat


@dataclass(frozen=True, slots=True)
class FakeEncoder:
    """Every picture and text has its own fixed direction."""

    model_id: str = "fake"
    width: int = 32
    bundle: Path | None = None

    def embed_images(self, images: Sequence[ByteArray]) -> FloatArray:
        return self._rows([image.tobytes() for image in images])

    def embed_texts(self, texts: Sequence[str]) -> FloatArray:
        return self._rows([text.encode() for text in texts])

    def patch_features(self, images: Sequence[ByteArray]) -> FloatArray:
        whole = self.embed_images(images)
        return np.broadcast_to(whole[:, None, None], (len(images), 7, 7, self.width)).copy()

    def see(self, images: Sequence[ByteArray]) -> tuple[FloatArray, Patches | None]:
        return self.embed_images(images), Patches(self.patch_features(images), "patch cosine")

    def heat(self, images: Sequence[ByteArray], texts: FloatArray) -> PatchHeat:
        return Patches(self.patch_features(images), "patch cosine").heat(texts)

    def embed_files(self, paths: Sequence[str | Path]) -> FloatArray:
        return self._rows([Path(path).read_bytes() for path in paths])

    def _rows(self, contents: Sequence[bytes]) -> FloatArray:
        rows = np.zeros((len(contents), self.width), np.float32)
        for number, content in enumerate(contents):
            seed = int.from_bytes(hashlib.sha256(content).digest()[:8], "big")
            direction = np.random.default_rng(seed).normal(size=self.width)
            rows[number] = direction / np.linalg.norm(direction)
        return rows


class BlindEncoder(FakeEncoder):
    """Everything looks and reads the same."""

    def _rows(self, contents: Sequence[bytes]) -> FloatArray:
        return np.full((len(contents), self.width), self.width**-0.5, np.float32)


@dataclass(frozen=True, slots=True)
class TableEncoder:
    """Pictures and texts have the directions that a test gives them."""

    width: int
    see: Callable[[ByteArray], FloatArray]
    read: Callable[[str], FloatArray]
    model_id: str = "table"
    bundle: Path | None = None

    def embed_images(self, images: Sequence[ByteArray]) -> FloatArray:
        return _unit([self.see(image) for image in images])

    def embed_texts(self, texts: Sequence[str]) -> FloatArray:
        return _unit([self.read(text) for text in texts])


def _unit(rows: Sequence[FloatArray]) -> FloatArray:
    stacked = np.stack(rows)
    norms = np.linalg.norm(stacked, axis=1, keepdims=True)
    return (stacked / np.where(norms > 0, norms, 1)).astype(np.float32)
