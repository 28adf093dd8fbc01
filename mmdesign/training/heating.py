"""The absolute scale of heat: what an absent thing never reaches, and what a present one may."""

import numpy as np
import torch

from mmdesign.domain import FloatArray
from mmdesign.encoding.towers import patch_outputs
from mmdesign.training.dataset import Split
from mmdesign.training.embedding import BATCH, BundleVectors
from mmdesign.training.fusing import Claims
from mmdesign.training.model import IMAGE_PX
from mmdesign.training.relighting import app_look

COLD_QUANTILE = 0.8
"""Four of five patches show no heat at all for what is not there."""
HOT_QUANTILE = 0.95
"""One of twenty patches reaches full heat for what is there."""


def heat_scale(vectors: BundleVectors, split: Split, claims: Claims) -> dict[str, float]:
    """Shares of the cosine that are no heat and full heat.

    Compares all patches under wrong and under right names. Statements about features are left
    out: one that is false of a bracket still names the bracket.

    Args:
        vectors: The model.
        split: N designs with their views.
        claims: Statements about the same designs.
    """
    claims = claims.where(claims.kind == "family")
    patches = np.split(_patches(vectors, split), split.first_view[1:])
    shares = [
        np.einsum("vpd,d->vp", patches[design], text).ravel()
        for design, text in zip(claims.design, claims.texts, strict=True)
    ]
    true = np.concatenate([s for s, holds in zip(shares, claims.holds, strict=True) if holds])
    false = np.concatenate([s for s, holds in zip(shares, claims.holds, strict=True) if not holds])
    return {
        "cold": float(np.quantile(false, COLD_QUANTILE)),
        "hot": float(np.quantile(true, HOT_QUANTILE)),
    }


def _patches(vectors: BundleVectors, split: Split) -> FloatArray:
    """(views, P, D) patch features as the encoder gives them."""
    rows = []
    for start in range(0, len(split.views), BATCH):
        images = app_look(split.views[start : start + BATCH], IMAGE_PX)
        with torch.inference_mode():
            outputs = patch_outputs(vectors.model.visual, images).flatten(1, 2)
        rows.append(outputs / outputs.mean(dim=1, keepdim=True).norm(dim=-1, keepdim=True))
    return np.asarray(torch.cat(rows).float().numpy())
