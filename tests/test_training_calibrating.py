"""Calibration against data whose true probabilities are known."""

import numpy as np
import pytest

from mmdesign.training.calibrating import calibrate, calibrate_similarity, platt, quality
from mmdesign.training.fusing import auroc, balance


def drawn(count, slope, intercept, seed):
    generator = np.random.default_rng(seed)
    score = generator.normal(size=count).astype(np.float32)
    chance = 1 / (1 + np.exp(-(slope * score + intercept)))
    return score, generator.random(count) < chance


def test_the_curve_that_made_the_data_is_found_again():
    score, holds = drawn(40_000, 2.5, -1.0, 0)
    slope, intercept = platt(score, holds, np.ones(len(score), np.float32))
    assert slope == pytest.approx(2.5, rel=0.05)
    assert intercept == pytest.approx(-1.0, abs=0.06)


def test_balanced_weights_put_the_prior_at_one_half():
    score = np.zeros(1000, np.float32)
    score[::2] = 1e-3
    holds = np.arange(1000) < 100
    slope, intercept = platt(score, holds, balance(holds))
    chance = 1 / (1 + np.exp(-(slope * score.mean() + intercept)))
    assert chance == pytest.approx(0.5, abs=0.02)
    assert balance(holds)[holds].sum() == pytest.approx(balance(holds)[~holds].sum(), rel=1e-5)


def test_separable_data_keeps_a_finite_slope():
    score = np.array([-1.0, -0.9, 0.9, 1.0], np.float32)
    slope, _ = platt(score, score > 0, np.ones(4, np.float32))
    assert np.isfinite(slope)
    assert slope > 0


def test_true_probabilities_have_no_calibration_error():
    score, holds = drawn(60_000, 2.0, 0.3, 1)
    chance = 1 / (1 + np.exp(-(2.0 * score.astype(np.float64) + 0.3)))
    ones = np.ones(len(score), np.float32)
    assert quality(chance, holds, ones)["ece"] < 0.015
    assert quality(chance**3, holds, ones)["ece"] > 0.1


def test_auroc_counts_pairs():
    generator = np.random.default_rng(2)
    score, holds = generator.normal(size=60).astype(np.float32), generator.random(60) < 0.4
    pairs = score[holds][:, None] > score[~holds][None, :]
    assert auroc(score, holds) == pytest.approx(pairs.mean())


def test_the_file_has_what_judging_reads():
    result = calibrate(drawn(4000, 2.0, 0.0, 3), drawn(4000, 2.0, 0.0, 4))
    assert {"slope", "intercept", "fitted_on", "ece", "brier", "auroc"} <= set(result)
    assert result["fitted_on"] == 4000
    assert result["auroc"] > 0.75


def test_nearer_designs_are_more_probably_of_one_family():
    generator = np.random.default_rng(5)
    centres = generator.normal(size=(8, 16))
    families = [f"family {number % 8}" for number in range(80)]
    views = tuple(
        (centres[number % 8] + 0.5 * generator.normal(size=(4, 16))).astype(np.float32)
        for number in range(80)
    )
    result = calibrate_similarity(views, families)
    assert result["slope"] > 0
    assert result["auroc"] > 0.95
