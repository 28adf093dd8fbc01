"""Scores -> probabilities: Platt's logistic curve, fitted where half of all claims are true."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from mmdesign.domain import DoubleArray, FloatArray
from mmdesign.training.embedding import mean_unit
from mmdesign.training.fusing import auroc, balance

NEWTON_STEPS = 50
BINS = 10


def platt(score: FloatArray, holds: np.ndarray, weights: FloatArray) -> tuple[float, float]:
    """Slope and intercept of the logistic curve, by Newton's method.

    Source: Platt, "Probabilistic outputs for support vector machines", 1999, with its targets
    pulled in by one count so that separable data cannot drive the slope to infinity.
    """
    true, false = int(holds.sum()), int((~holds).sum())
    target = np.where(holds, (true + 1) / (true + 2), 1 / (false + 2))
    centre, spread = float(score.mean()), float(score.std()) or 1.0
    design = np.stack([(score - centre) / spread, np.ones(len(score))], axis=1).astype(np.float64)
    coefficients = np.zeros(2)
    for _ in range(NEWTON_STEPS):
        chance = _sigmoid(design @ coefficients)
        gradient = design.T @ (weights * (chance - target))
        curvature = (design * (weights * chance * (1 - chance))[:, None]).T @ design
        step = np.linalg.solve(curvature + 1e-9 * np.eye(2), gradient)
        coefficients -= step
        if np.abs(step).max() < 1e-10:
            break
    slope = float(coefficients[0] / spread)
    return slope, float(coefficients[1] - slope * centre)


def quality(probability: DoubleArray, holds: np.ndarray, weights: FloatArray) -> dict[str, float]:
    """Expected calibration error (10 equal bins), Brier score and AUROC."""
    bins = np.minimum((probability * BINS).astype(int), BINS - 1)
    error = 0.0
    for number in range(BINS):
        rows = bins == number
        if rows.any():
            share = weights[rows].sum() / weights.sum()
            gap = np.average(probability[rows] - holds[rows], weights=weights[rows])
            error += float(share) * abs(float(gap))
    brier = float(np.average((probability - holds) ** 2, weights=weights))
    return {"ece": error, "brier": brier, "auroc": auroc(probability.astype(np.float32), holds)}


def calibrate(
    fitted: tuple[FloatArray, np.ndarray], checked: tuple[FloatArray, np.ndarray]
) -> dict[str, Any]:
    """Fit on some designs' claims, measure on others'.

    Args:
        fitted: (S,) scores and truths to fit on.
        checked: (S,) scores and truths of other designs.
    """
    slope, intercept = platt(*fitted, balance(fitted[1]))
    score, holds = checked
    measured = quality(_sigmoid(slope * score.astype(np.float64) + intercept), holds,
                       balance(holds))  # fmt: skip
    return {"slope": slope, "intercept": intercept, "fitted_on": len(fitted[1]), **measured}


def calibrate_similarity(views: tuple[FloatArray, ...], families: list[str]) -> Mapping[str, float]:
    """P(same family) from the cosine of two designs' mean vectors.

    All pairs count alike, so the odds are those of a library of many families: at even odds
    nearly every hit would pass for a relative.
    """
    vectors = mean_unit(views)
    names = np.array(families)
    first, second = np.triu_indices(len(names), k=1)
    same = names[first] == names[second]
    cosine = (vectors @ vectors.T)[first, second]
    slope, intercept = platt(cosine, same, np.ones(len(same), np.float32))
    return {"slope": slope, "intercept": intercept, "auroc": auroc(cosine, same)}


def _sigmoid(logit: DoubleArray) -> DoubleArray:
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -60, 60))))
