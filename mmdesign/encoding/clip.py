"""open_clip behind one small class: the embedded bundle, any published model, any local folder."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from open_clip.hf_model import HFTextEncoder
from torch import Tensor

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.encoding import pool
from mmdesign.encoding.choices import WEIGHTS_FILE
from mmdesign.encoding.dense import METHOD, DenseHead, open_dense, stage_maps
from mmdesign.encoding.heat import Patches, PatchHeat
from mmdesign.encoding.looking import Looker
from mmdesign.encoding.opening import folder_of, open_folder, open_published
from mmdesign.encoding.preparing import preparation
from mmdesign.encoding.towers import patch_outputs
from mmdesign.errors import ModelError
from mmdesign.fusion import WEIGHTS_FILE as FUSION_FILE
from mmdesign.loading import Loader
from mmdesign.rendering import render
from mmdesign.settings import EMBEDDED_MODEL, Settings

MIB = 1 << 20
BYTES_PER_IMAGE = 64 * MIB
"""Activations of one 224 px picture in the largest common towers, rounded up."""
CPU_BATCH = 32
CUDA_BATCH_LIMIT = 512


@dataclass(frozen=True, slots=True)
class ClipEncoder:
    """An open_clip model with its preprocessing, tokenizer and reader of files."""

    model_id: str
    width: int
    bundle: Path | None
    settings: Settings
    model: Any
    preprocess: Any
    tokenizer: Any
    device: torch.device
    looker: Looker
    dense: DenseHead | None = None

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Load the model named by `settings.model`.

        Raises:
            ModelError: If it is not there, cannot be downloaded, or is not safetensors.
        """
        name = settings.model
        device = pick_device(settings.device)
        folder = folder_of(name)
        if folder is not None:
            model, preprocess, tokenizer = open_folder(folder, name)
            model_id = f"{folder.name if name != EMBEDDED_MODEL else name}@{_digest(folder)}"
        else:
            model, preprocess, tokenizer = open_published(name)
            model_id = name
        model = model.eval().requires_grad_(False).to(device)  # heat asks for other gradients
        if device.type == "cuda":
            model = model.to(torch.bfloat16)
        with torch.inference_mode():
            width = int(model.encode_text(tokenizer(["width"]).to(device)).shape[-1])
        bundle = _bundle(folder, name)
        looker = Looker(model.visual, model.encode_image)
        dense = None if bundle is None else open_dense(bundle)
        if dense is not None:
            dense = dense.to(device, next(model.parameters()).dtype)
        return cls(
            model_id, width, bundle, settings, model, preprocess, tokenizer, device, looker, dense
        )

    def embed_images(self, images: Sequence[ByteArray]) -> FloatArray:
        """Unit vectors (N, D) of N pictures, each (H, W, 3) sRGB."""
        rows = [_unit(self.model.encode_image(batch)) for batch in self._batches(images)]
        return _stack(rows, (0, self.width))

    def embed_texts(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors (N, D) of N texts."""
        rows = []
        for start in range(0, len(texts), CPU_BATCH):
            tokens = self._shortened(self.tokenizer(list(texts[start : start + CPU_BATCH])))
            with torch.inference_mode():
                rows.append(_unit(self.model.encode_text(tokens.to(self.device))))
        return _stack(rows, (0, self.width))

    def patch_features(self, images: Sequence[ByteArray]) -> FloatArray:
        """(N, h, w, D) features; times a text vector, each patch's share of the cosine.

        Raises:
            ModelError: If this tower has no spatial map.
        """
        rows = []
        for batch in self._batches(images):
            outputs = patch_outputs(self.model.visual, batch).float()
            norms = outputs.mean(dim=(1, 2)).norm(dim=-1).clamp_min(1e-12)
            rows.append(outputs / norms[:, None, None, None])
        return _stack(rows, (0, 1, 1, self.width))

    def see(self, images: Sequence[ByteArray]) -> tuple[FloatArray, Patches | None]:
        """Unit vectors (N, D) of N pictures and, where the tower allows it, their patches.

        One forward gives both; patches are None for a tower whose heat takes gradients.
        """
        if not images:
            return _stack([], (0, self.width)), None
        if self.dense is not None:
            return self._see_densely(images, self.dense)
        try:
            places = self.patch_features(images)
        except ModelError:
            return self.embed_images(images), None
        vectors = places.mean(axis=(1, 2))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors, Patches(places, "patch cosine")

    def _see_densely(
        self, images: Sequence[ByteArray], dense: DenseHead
    ) -> tuple[FloatArray, Patches]:
        vectors, patches = [], []
        visual = self.model.visual
        for batch in self._batches(images):
            maps = stage_maps(visual.trunk, batch)
            vectors.append(_unit(visual.head(visual.trunk.forward_head(maps[-1]))))
            patches.append(dense(maps).permute(0, 2, 3, 1).contiguous())
        texts = dense.texts.weight.float().cpu().numpy()
        return _stack(vectors, ()), Patches(_stack(patches, ()), METHOD, texts)

    def heat(self, images: Sequence[ByteArray], texts: FloatArray) -> PatchHeat:
        """Where each text is on each picture.

        A model with a dense head answers with that; towers that end in a mean over places with
        each place's share of the cosine; all others with gradient x activation, and where a tower
        has no map of places, with occlusion.

        Args:
            images: V pictures, at least one.
            texts: (R, D) unit vectors, at least one.
        """
        if self.dense is not None:
            return self._see_densely(images, self.dense)[1].heat(texts)
        try:
            places = self.patch_features(images)
        except ModelError:
            pixels = preparation(self.preprocess)([_square(image) for image in images])
            pixels = pixels.to(self.device, next(self.model.parameters()).dtype)
            vectors = torch.from_numpy(texts).to(self.device)
            maps, method, layer = self.looker.maps(pixels, vectors, batch_size(self.device))
            return PatchHeat(maps.float().cpu().numpy(), method, layer, zero_is_cold=True)
        return Patches(places, "patch cosine").heat(texts)

    def embed_files(self, paths: Sequence[str | Path]) -> FloatArray:
        """Unit vectors (N, D) of N designs, one file each, for finding similar ones.

        Meshes are seen in clay: the same part from two files often differs in colour alone.

        Raises:
            DesignError: If a file cannot be read; the message names it.
        """
        rows = []
        with Loader(self.settings) as loader:
            for path in paths:
                design = loader.load(Path(path))
                views = design.views
                if design.mesh is not None:
                    clay = replace(design.mesh, face_colors=None)
                    views += render(clay, size_px=self.settings.view_px)
                rows.append(pool(self.embed_images([view.image for view in views])))
        return np.stack(rows) if rows else np.zeros((0, self.width), np.float32)

    def _shortened(self, tokens: Tensor) -> Tensor:
        """Cut the padding that all texts share, where the text tower masks it anyway."""
        text_tower = getattr(self.model, "text", None)
        if not isinstance(text_tower, HFTextEncoder):
            return tokens
        used = (tokens != text_tower.config.pad_token_id).any(dim=0).sum()
        return tokens[:, : int(used)]

    def _batches(self, images: Sequence[ByteArray]) -> Iterator[Tensor]:
        size = batch_size(self.device)
        dtype = next(self.model.parameters()).dtype
        with torch.inference_mode():
            for start in range(0, len(images), size):
                squares = [_square(image) for image in images[start : start + size]]
                yield preparation(self.preprocess)(squares).to(self.device, dtype)


def pick_device(name: str) -> torch.device:
    """Device for a setting: 'auto' takes CUDA when there is one.

    Raises:
        ModelError: If CUDA is asked for and not there.
    """
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if name.startswith("cuda") and not torch.cuda.is_available():
        message = "Device cuda was asked for, but PyTorch sees no GPU here; use --device cpu."
        raise ModelError(message)
    return torch.device(name)


def batch_size(device: torch.device) -> int:
    """How many pictures go through the tower at once."""
    if device.type != "cuda":
        return CPU_BATCH
    free, _ = torch.cuda.mem_get_info(device)
    return int(min(max(free // BYTES_PER_IMAGE, 1), CUDA_BATCH_LIMIT))


def _bundle(folder: Path | None, name: str) -> Path | None:
    """The folder, if it holds more than an ordinary open_clip model."""
    if folder is None or name == EMBEDDED_MODEL:
        return folder
    return folder if (folder / FUSION_FILE).is_file() else None


def _digest(folder: Path) -> str:
    with (folder / WEIGHTS_FILE).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _square(image: ByteArray) -> ByteArray:
    """Pad to a square with the picture's own border colour, so that no tower crops the design."""
    height, width = image.shape[:2]
    if height == width:
        return image
    border = np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])
    side = max(height, width)
    square = np.full((side, side, 3), np.median(border, axis=0), dtype=np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    square[top : top + height, left : left + width] = image
    return square


def _unit(vectors: Tensor) -> Tensor:
    return torch.nn.functional.normalize(vectors.float(), dim=-1)


def _stack(rows: Sequence[Tensor], empty: tuple[int, ...]) -> FloatArray:
    if not rows:
        return np.zeros(empty, np.float32)
    return torch.cat(list(rows)).float().cpu().numpy()
