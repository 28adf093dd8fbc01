"""Words are held against how designs look and against what they are called."""

import numpy as np
import pytest

from mmdesign.library import Library, Part, Query, Record
from mmdesign.library.likeness import NAMES_WEIGHT

pytest_plugins = ("servers",)

WIDTH = 8
MODEL = "fake/8"
COUNT = 60


def vector(seed):
    drawn = np.random.default_rng(seed).normal(size=WIDTH).astype(np.float32)
    return drawn / np.linalg.norm(drawn)


def record(number, **fields):
    given = {
        "design_id": f"{number:064x}", "name": f"part {number}", "path": f"/designs/{number}.stl",
        "vector": vector(number), "text_vector": vector(1000 + number) if number % 3 else None,
        "tags": ("rare",) if number % 5 == 0 else (),
    }  # fmt: skip
    return Record(**(given | fields))


def asked(words):
    return Query.of([Part(words)], text="some words")


def expected(records, words):
    """Ids by the sum of look and name, a name counted by how far it stands out."""
    looks = np.array([float(one.vector @ words) for one in records])
    names = [None if one.text_vector is None else float(one.text_vector @ words) for one in records]
    known = np.array([name for name in names if name is not None])
    away = np.array(
        [0.0 if name is None else (name - known.mean()) / known.std() for name in names]
    )
    values = np.clip(looks + NAMES_WEIGHT * looks.std() * away, -1, 1)
    return [records[row].design_id for row in np.argsort(-values, kind="stable")]


@pytest.fixture(params=["folder", "server"])
def library(request, tmp_path):
    if request.param == "folder":
        place = tmp_path / "library"
    else:
        place = request.getfixturevalue("postgresql").new_place()
    with Library.open(place, MODEL, WIDTH, exact_limit=20) as opened:
        yield opened


def test_looks_and_names_decide_together_and_a_filter_stays_exact(library):
    records = [record(number) for number in range(COUNT)]
    library.add(records)
    rare = [one for one in records if one.tags]
    for seed in range(5):
        words = vector(5000 + seed)
        found = [hit.design_id for hit in library.search(asked(words), k=8).hits]
        assert found == expected(records, words)[:8]
        found = library.search(asked(words), k=4, where="tag = rare").hits
        assert [hit.design_id for hit in found] == expected(rare, words)[:4]


def test_what_is_called_so_comes_before_what_looks_a_little_more_so(library):
    words = vector(1)
    looks = [vector(2) + number * 0.01 * words for number in range(9)]
    library.add([
        record(n, vector=look / np.linalg.norm(look), text_vector=vector(30 + n))
        for n, look in enumerate(looks)
    ])  # fmt: skip
    called = record(4, vector=library.get(record(4).design_id).vector, text_vector=words)
    assert library.search(asked(words), k=1).hits[0].design_id != called.design_id
    library.add([called])
    assert library.search(asked(words), k=1).hits[0].design_id == called.design_id


def test_without_names_only_looks_count(library):
    records = [record(number, text_vector=None) for number in range(COUNT)]
    library.add(records)
    words = vector(77)
    near = sorted(records, key=lambda one: -float(one.vector @ words))
    hits = library.search(asked(words), k=5).hits
    assert [hit.design_id for hit in hits] == [one.design_id for one in near[:5]]
    assert hits[0].similarity == pytest.approx(float(near[0].vector @ words), abs=2e-6)
