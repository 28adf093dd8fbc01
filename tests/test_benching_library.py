"""The library's benchmark: what it draws, and that every figure is there."""

import numpy as np
import pytest

from mmdesign.benching import library_rows
from mmdesign.benching.figures import Effort
from mmdesign.benching.library_rows import draw, library
from mmdesign.settings import Settings


def test_one_design_in_a_hundred_is_rare_at_random_and_in_looks():
    drawn = draw(20_000)
    assert np.allclose(np.linalg.norm(drawn.vectors, axis=1), 1, atol=1e-5)
    tags = [drawn.tags(number) for number in range(len(drawn.vectors))]
    assert sum("random" in each for each in tags) == 200
    assert 100 <= sum("alike" in each for each in tags) <= 200
    nearest = (drawn.queries @ drawn.vectors.T).max(axis=1)
    assert nearest.min() > 0.8


@pytest.mark.long
def test_every_figure_is_measured_for_a_small_library(monkeypatch):
    monkeypatch.setattr(library_rows, "QUERIES", 10)
    figures = {each.what: each for each in library(Settings(), Effort(1, (3_000,)))}
    assert all(each.value is not None and each.value >= 0 for each in figures.values())
    assert figures["folder, 3,000: approximate recall@10"].value >= 0.95
    for name in ("exact, p50", "exact, p95", "filter of 1 %, random, p50",
                 "opened again and searched, CPU", "exact to product, CPU here"):  # fmt: skip
        assert f"folder, 3,000: {name}" in figures


def test_a_server_that_is_missing_is_said_and_hides_no_other_figure(monkeypatch):
    monkeypatch.setattr(library_rows, "_measured", lambda place, drawn, on: [])
    (figure,) = library(Settings(), Effort(1, (100,), "postgresql://me@127.0.0.1:1/x"))
    assert figure.value is None
    assert "does not answer" in figure.note
