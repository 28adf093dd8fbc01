"""Ways to say where in a picture something is: the model's heat, and ways that know less."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import torch
from PIL import Image
from scipy.ndimage import gaussian_gradient_magnitude
from scipy.stats import rankdata
from torch.nn import functional

from mmdesign.domain import ByteArray, FloatArray
from mmdesign.encoding.clip import ClipEncoder
from mmdesign.encoding.heat import PatchHeat
from mmdesign.explaining.masking import MASKS, masked_heat
from mmdesign.training.evaluation.figures import MODEL

Maps = Callable[[ByteArray, FloatArray], FloatArray]
"""A picture (H, W, 3) and texts (R, D) -> heat (R, H, W) of any scale."""

RANDOM, CENTRE, EDGES = "random", "centre prior", "edge energy"
COARSE, GRADIENTS, RISE = "patch cosine (CAM)", "gradient x activation (Grad-CAM)", f"RISE {MASKS}"
EDGE_PX = 1.0
"""Sigma of the gradient."""


def ways_to_point(encoder: ClipEncoder, seed: int = 0) -> Mapping[str, Maps]:
    """The model's heat by its name, and beside it everything it should be better than.

    Args:
        encoder: The model.
        seed: Of the random maps.
    """
    generator = np.random.default_rng(seed)
    plain = replace(encoder, dense=None)

    def random(image: ByteArray, texts: FloatArray) -> FloatArray:
        return generator.random((len(texts), *image.shape[:2]), np.float32)

    return {
        MODEL: lambda image, texts: enlarged(encoder.heat([image], texts), image),
        COARSE: lambda image, texts: enlarged(plain.heat([image], texts), image),
        GRADIENTS: lambda image, texts: enlarged(by_gradients(encoder, image, texts), image),
        RISE: lambda image, texts: enlarged(
            masked_heat(encoder.embed_images, [image], texts), image
        ),
        EDGES: lambda image, texts: np.repeat(_edges(image)[None], len(texts), 0),
        CENTRE: lambda image, texts: np.repeat(_centre(image)[None], len(texts), 0),
        RANDOM: random,
    }


def by_gradients(encoder: ClipEncoder, image: ByteArray, texts: FloatArray) -> PatchHeat:
    """Gradient x activation at the tower's deepest map; Grad-CAM where the tower averages places.

    The gradient of a mean is the same for all places, so weighing the map's channels by their
    mean gradient, as Grad-CAM does, and weighing place by place come to the same.
    """
    pixels = encoder.preprocess(Image.fromarray(image))[None].to(encoder.device)
    pixels = pixels.to(next(encoder.model.parameters()).dtype)
    asked = torch.from_numpy(texts).to(encoder.device)
    maps, method, layer = encoder.looker.maps(pixels, asked, 1)
    return PatchHeat(maps.float().cpu().numpy(), method, layer, zero_is_cold=True)


def enlarged(found: PatchHeat, image: ByteArray) -> FloatArray:
    """(R, H, W) of the heat of one square picture."""
    maps = torch.from_numpy(found.values[:, :1])
    large = functional.interpolate(maps, image.shape[:2], mode="bilinear")
    return np.asarray(large[:, 0].numpy())


def rank_correlation(first: FloatArray, second: FloatArray) -> float:
    """Spearman's: whether two maps call the same places warm; 0 where one map is flat."""
    ranks = np.stack([rankdata(first), rankdata(second)])
    if not np.ptp(ranks, axis=1).all():
        return 0.0
    return float(np.corrcoef(ranks)[0, 1])


def average_precision(score: FloatArray, truth: FloatArray, weight: FloatArray) -> float:
    """Area under precision and recall; equal scores are taken together.

    Args:
        score: (N,).
        truth: (N,) of 0 and 1, some of them 1.
        weight: (N,) such as areas.
    """
    order = np.argsort(-score, kind="stable")
    right = np.cumsum((truth * weight)[order], dtype=np.float64)
    taken = np.cumsum(weight[order], dtype=np.float64)
    last = np.append(np.flatnonzero(np.diff(score[order])), len(score) - 1)
    gained = np.diff(right[last], prepend=0.0)
    return float((gained * right[last] / np.maximum(taken[last], 1e-12)).sum() / right[-1])


def _edges(image: ByteArray) -> FloatArray:
    grey = image.astype(np.float32).mean(axis=2)
    return np.asarray(gaussian_gradient_magnitude(grey, EDGE_PX), np.float32)


def _centre(image: ByteArray) -> FloatArray:
    height, width = image.shape[:2]
    down = np.abs(np.linspace(-1, 1, height, dtype=np.float32))[:, None]
    across = np.abs(np.linspace(-1, 1, width, dtype=np.float32))[None]
    return np.asarray(-np.hypot(down, across), np.float32)
