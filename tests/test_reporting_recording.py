"""Reviews that are kept with their design: what is kept, and whose review it is."""

from pathlib import Path

import numpy as np
import pytest

from mmdesign.domain import Design, Fit, Model, Requirement, Review, Spec, Verdict
from mmdesign.library import Library, Record, content_id
from mmdesign.reporting import record_review, subject_of

WIDTH = 4


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", "fake", WIDTH) as opened:
        yield opened


def review_of(design_id):
    demands = [Requirement("R1", "Four holes", "count", "holes"),
               Requirement("R2", "Looks slim", "visual", "slim")]  # fmt: skip
    verdicts = (Verdict(demands[0], "not_met", 0.02, (), "Two holes were found."),
                Verdict(demands[1], "cannot_tell", 0.5, (), "Not sure."))  # fmt: skip
    return Review(
        Design(design_id, "bracket", "mesh"), Spec("Four holes.\nLooks slim.", tuple(demands)),
        Model("fake", calibrated=True), Fit(0.1, 0.0, 0.4, 0.8, "fails"), (), verdicts,
        (), (), (), (),
    )  # fmt: skip


def kept(library, path, replacing=()):
    name = content_id(path)
    vector = np.eye(WIDTH, dtype=np.float32)[0]
    library.add([Record(name, path.stem, str(path), vector)], replacing=replacing)
    return name


def test_brief_fit_outcomes_and_model_are_kept_with_the_design(library, tmp_path):
    file = tmp_path / "bracket.stl"
    file.write_bytes(b"a bracket")
    name = kept(library, file)
    number = record_review(review_of(name), [file], library)
    (past,) = library.reviews(name)
    assert (past.number, past.spec) == (number, "Four holes.\nLooks slim.")
    assert (past.review["outcome"], past.review["fit"]) == ("fails", 0.1)
    assert past.review["model"]["id"] == "fake"
    told = [(one["text"], one["verdict"]) for one in past.review["requirements"]]
    assert told == [("Four holes", "not_met"), ("Looks slim", "cannot_tell")]
    assert "similar" not in past.review


def test_a_design_that_is_not_there_is_not_recorded(library, tmp_path):
    file = tmp_path / "bracket.stl"
    file.write_bytes(b"a bracket")
    assert record_review(review_of(content_id(file)), [file], library) is None
    assert library.reviews() == ()


def test_pictures_beside_the_geometry_do_not_make_another_design(library, tmp_path):
    picture, file = tmp_path / "view.png", tmp_path / "bracket.stl"
    picture.write_bytes(b"a picture")
    file.write_bytes(b"a bracket")
    name = kept(library, file)
    assert record_review(review_of("of both files"), [picture, file], library) is not None
    assert len(library.reviews(name)) == 1


def test_the_review_of_an_earlier_state_is_shown_with_the_design(library, tmp_path):
    file = tmp_path / "bracket.stl"
    file.write_bytes(b"first")
    first = kept(library, file)
    record_review(review_of(first), [file], library)
    file.write_bytes(b"second")
    second = kept(library, file, replacing=[first])
    again = tmp_path / "copy.stl"
    again.write_bytes(b"first")
    assert record_review(review_of(first), [again], library) is not None
    assert library.reviews(second) == ()
    assert [past.design_id for past in library.reviews(second, earlier=True)] == [first, first]
    library.remove([second])
    assert library.reviews() == ()


@pytest.mark.parametrize(
    ("names", "subject"),
    [(["a.step"], "a.step"), (["a.png"], "a.png"), (["a.png", "a.step"], "a.step"),
     (["a.png", "b.png"], None)],
)  # fmt: skip
def test_a_library_knows_a_design_by_its_geometry_or_its_only_picture(names, subject):
    found = subject_of([Path(name) for name in names])
    assert found == (None if subject is None else Path(subject))
