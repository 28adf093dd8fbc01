"""Figures: recall against a brute-force count, and tables people can read."""

import json

import numpy as np
import pytest

from mmdesign.training.evaluation import Figure, as_json, retrieval, table


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_recall_is_what_counting_by_hand_gives():
    generator = np.random.default_rng(0)
    images = unit(generator.normal(size=(40, 8)))
    texts = unit(images + 0.6 * generator.normal(size=images.shape))
    found = {1: 0, 5: 0, 10: 0}
    for row, text in enumerate(texts):
        ranked = np.argsort(-(images @ text)).tolist()
        for k in found:
            found[k] += row in ranked[:k]
    figures = retrieval(images, texts, [f"text {n}" for n in range(40)], "here")
    assert [figure.value * 40 for figure in figures] == pytest.approx(list(found.values()))
    assert [figure.chance for figure in figures] == [1 / 40, 5 / 40, 10 / 40]


def test_a_model_that_tells_nothing_apart_finds_nothing():
    same = unit(np.ones((20, 4)))
    figures = retrieval(same, same, [f"text {n}" for n in range(20)], "here")
    assert [figure.value for figure in figures] == [0, 0, 0]


def test_a_design_with_the_very_same_text_is_no_rival():
    images = unit(np.eye(4))
    texts = images[[0, 0, 2, 3]]
    words = ["nut", "nut", "bolt", "pin"]
    assert retrieval(images[[0, 0, 2, 3]], texts, words, "here")[0].value == 1


def test_the_table_and_the_json_say_the_same():
    figures = (Figure("R@1", "parts", 0.25, 0.01, 100), Figure("AUROC", "parts", 0.7, None, 9))
    lines = table(figures).splitlines()
    assert lines[2] == "| parts | R@1 | 0.250 | 0.010 | 100 |"
    assert lines[3] == "| parts | AUROC | 0.700 |  | 9 |"
    assert json.loads(as_json(figures))[0]["value"] == 0.25
