"""What a step is judged by: who is described, which facts, which shape, where the feature is."""

import torch
from torch import Tensor
from torch.nn import functional

GEOMETRY_SCALE = 20.0
"""Descriptor entries differ by some hundredths: squared errors are lifted to the other terms."""


KIN_WEIGHT = 0.5
"""Of another design of the same family, against 1 for another picture of the same design."""


def contrast(logits: Tensor, truth: Tensor) -> Tensor:
    """Cross entropy both ways, the mass shared by everything that is truly described.

    Args:
        logits: (S, B) scaled cosines of sentences and pictures.
        truth: (S, B) 1 where the sentence is true of the picture. A sentence that is true of
            none, a near miss, only stands in the way of the true ones.
    """
    losses = []
    for scores, told in ((logits, truth), (logits.T, truth.T)):
        mass = told.sum(dim=1)
        there = mass > 0
        share = told[there] / mass[there, None]
        losses.append(-(share * functional.log_softmax(scores[there], dim=1)).sum(1).mean())
    return (losses[0] + losses[1]) / 2


def twins(logits: Tensor, designs: Tensor, kin: Tensor) -> Tensor:
    """Cross entropy of finding the other pictures of the same design, and designs of its kind.

    Args:
        logits: (B, B) scaled cosines of pictures.
        designs: (B,) whose picture it is.
        kin: (B,) designs of one number are called by the same name.
    """
    itself = torch.eye(len(designs), dtype=torch.bool, device=logits.device)
    same = (designs[:, None] == designs[None, :]) & ~itself
    alike = (kin[:, None] == kin[None, :]) & ~itself & ~same
    mass = same + KIN_WEIGHT * alike
    chances = functional.log_softmax(logits.masked_fill(itself, -1e4), dim=1)
    return -(chances * mass).sum(1).div(mass.sum(1).clamp_min(1e-6)).mean()


def facts(logits: Tensor, truth: Tensor, mask: Tensor) -> Tensor:
    """Binary cross entropy of the facts whose truth is known; (B, K) each."""
    losses = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    # summed over a design's facts: the mean would drown its few true ones
    return 0.2 * (losses * mask).sum() / len(logits)


def geometry(predicted: Tensor, truth: Tensor) -> Tensor:
    """Squared error of shape descriptors; (B, G) each."""
    return GEOMETRY_SCALE * functional.mse_loss(predicted, truth)


def patches(logits: Tensor, shares: Tensor) -> Tensor:
    """Binary cross entropy of the share of each patch that a feature fills; (B, h, w) each."""
    return functional.binary_cross_entropy_with_logits(logits, shares)
