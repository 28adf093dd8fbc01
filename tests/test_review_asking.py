"""What the library may be asked: more like this, less like that, and a whole spec."""

import numpy as np
import pytest
from fakes import FakeEncoder

from mmdesign.domain import Measurement
from mmdesign.errors import LibraryError
from mmdesign.library import Record
from mmdesign.review import Reviewer, Wishes
from mmdesign.settings import Settings

WIDTH = 32
SPEC = "Exactly four holes.\nNo longer than 100 mm."


def direction(*numbers):
    vector = np.zeros(WIDTH, np.float32)
    vector[: len(numbers)] = numbers
    return vector / np.linalg.norm(vector)


def record(name, vector, holes, length):
    facts = (Measurement("hole_count", float(holes), "", 0.0),
             Measurement("length", float(length), "mm", 0.01))  # fmt: skip
    form = np.full(142, 0.5, np.float32)
    return Record(name, name, f"/{name}.stl", vector, units="mm", measurements=facts,
                  shape_descriptor=form)  # fmt: skip


@pytest.fixture
def reviewer(tmp_path):
    with Reviewer(Settings(library=tmp_path / "library"), FakeEncoder()) as opened:
        opened.library.add([
            record("neither", direction(1), 2, 150), record("one", direction(1, 0.2), 4, 150),
            record("both", direction(0, 1), 4, 80), record("odd", direction(0, 0, 1), 3, 90),
        ])  # fmt: skip
        yield opened


def test_the_designs_that_meet_a_spec_come_first_and_say_what_they_meet(reviewer):
    found = reviewer.search_spec(SPEC, k=4)
    assert found.hits[0].name == "both"
    assert found.hits[-1].name == "neither"
    assert set(found.hits[0].outcomes.values()) == {"met"}
    assert found.hits[0].why[0] == "meets 2 of 2"
    assert list(found.hits[-1].outcomes.values()).count("not_met") == 2
    assert any("does not meet" in reason for reason in found.hits[-1].why)


def test_a_filter_is_kept_and_a_library_that_meets_nothing_says_so(reviewer):
    found = reviewer.search_spec(SPEC, k=4, where="length > 100")
    assert {hit.name for hit in found.hits} == {"neither", "one"}
    assert "No design in this library surely meets" in found.note


def test_more_like_one_design_leaves_it_out_and_less_moves_away(reviewer):
    more = reviewer.search(wishes=Wishes(more=("neither",)))
    assert more.hits[0].name == "one"
    assert "neither" not in {hit.name for hit in more.hits}
    less = reviewer.search(wishes=Wishes(more=("neither", "both"), less=("one",)))
    assert {hit.name for hit in less.hits} == {"odd"}


def test_nothing_asked_and_impossible_weights_are_explained(reviewer):
    with pytest.raises(LibraryError, match="nothing to search"):
        reviewer.search("  ")
    with pytest.raises(LibraryError, match="positive"):
        reviewer.search("a plate", wishes=Wishes(text_weight=-1.0))
    with pytest.raises(LibraryError, match="no design"):
        reviewer.search(wishes=Wishes(more=("unknown",)))
