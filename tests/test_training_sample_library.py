"""The shipped samples and their index, as the first start finds them."""

import csv
from pathlib import Path

import numpy as np
import pytest

from mmdesign.library import Library, Record, content_id
from mmdesign.review import Reviewer
from mmdesign.review.sample_library import SAMPLE_LIBRARY, SAMPLES
from mmdesign.settings import Settings

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reviewer(tmp_path_factory, embedded_encoder):
    library = tmp_path_factory.mktemp("library") / "designs"
    with Reviewer(Settings(library=library, device="cpu"), embedded_encoder) as reviewer:
        yield reviewer


def manifest():
    with SAMPLES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_index_was_made_with_the_shipped_model_from_the_shipped_files(reviewer):
    with Library.open_existing(SAMPLE_LIBRARY, read_only=True) as shipped:
        assert shipped.model_id == reviewer.encoder.model_id
        assert shipped.verify().ok
        found = {record.path: record.design_id for record in shipped.records()}
    assert found == {row["path"]: content_id(SAMPLES.parent / row["path"]) for row in manifest()}
    assert len(found) >= 60


def test_the_first_start_fills_an_empty_library_and_a_second_leaves_it_alone(reviewer):
    count = reviewer.add_samples()
    assert count == len(reviewer.library) == len(manifest())
    assert all(Path(record.path).is_file() for record in reviewer.library.records())
    reviewer.library.remove([reviewer.library.records(limit=1)[0].design_id])
    assert reviewer.add_samples() == count - 1


def test_a_sample_is_its_own_nearest_neighbour(reviewer):
    reviewer.add_samples()
    path = SAMPLES.parent / manifest()[0]["path"]
    record = reviewer.describe(path)
    with Library.open_existing(SAMPLE_LIBRARY, read_only=True) as shipped:
        stored = shipped.get(record.design_id)
    assert float(stored.vector @ record.vector) > 0.999


def test_a_library_that_its_owner_emptied_stays_empty(tmp_path, embedded_encoder):
    settings = Settings(library=tmp_path / "own", device="cpu")
    with Reviewer(settings, embedded_encoder) as first:
        first.add_samples()
        first.library.remove([record.design_id for record in first.library.records()])
    with Reviewer(settings, embedded_encoder) as second:
        assert second.add_samples() == 0


def test_a_library_of_another_model_is_neither_opened_nor_filled(tmp_path, embedded_encoder):
    settings = Settings(library=tmp_path / "own", device="cpu")
    with Library.open(settings.library, "another model", 8) as library:
        library.add([Record("0" * 64, "one", "one.stl", np.eye(8, dtype=np.float32)[0])])
    with Reviewer(settings, embedded_encoder) as reviewer:
        assert reviewer.add_shipped_samples() is False
        review = reviewer.review(SAMPLES.parent / manifest()[0]["path"], "A bolt.")
    assert review.hits == ()
    assert any("another model" in warning for warning in review.warnings)
