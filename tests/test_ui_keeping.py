"""The button that keeps a reviewed design in the library, and what is shown of its past."""

from dataclasses import replace

import gradio as gr
import pytest
from test_reporting_recording import kept, review_of

from mmdesign.domain import Measurement, Progress
from mmdesign.errors import LibraryError
from mmdesign.library import IngestReport, Library, content_id
from mmdesign.settings import Settings
from mmdesign.ui.keeping import Keeper
from mmdesign.ui.library_past import Past, changes, past_html
from mmdesign.ui.words import Words

WORDS = Words("en")


class Reviewer:
    """Adds files to a library without looking at them."""

    def __init__(self, folder):
        self.settings = Settings(library=folder / "library")
        self._library = Library.open(self.settings.library, "fake", 4)
        self.problem = None

    @property
    def library(self):
        if self.problem is not None:
            raise LibraryError(self.problem)
        return self._library

    def index(self, paths, progress, cancelled):
        progress(Progress("index", 1.0))
        if paths[0].read_bytes() == b"bad":
            return IngestReport(0, 0, 0, ((str(paths[0]), "bracket.stl is not a mesh."),))
        kept(self._library, paths[0])
        return IngestReport(1, 0, 0, ())


@pytest.fixture
def reviewer(tmp_path):
    made = Reviewer(tmp_path)
    yield made
    made._library.close()


@pytest.fixture
def keeper(reviewer):
    with gr.Blocks():
        return Keeper(reviewer)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "bracket.stl"
    path.write_bytes(b"a bracket")
    return path


def test_a_design_of_the_library_gets_its_review_without_being_asked(keeper, reviewer, file):
    name = kept(reviewer.library, file)
    shown = keeper.arrived(review_of(name), [file], WORDS)
    assert len(reviewer.library.reviews(name)) == 1
    assert not shown[keeper.keep].visible
    assert "Recorded" in shown[keeper.status]


def test_another_design_is_kept_with_its_review_by_the_button(keeper, reviewer, file):
    name = content_id(file)
    shown = keeper.arrived(review_of(name), [file], WORDS)
    assert shown[keeper.keep].visible
    assert len(reviewer.library) == len(reviewer.library.reviews()) == 0
    *_, last = keeper.take(shown[keeper.state], None)
    assert "in the library now" in last[keeper.status]
    assert [past.design_id for past in reviewer.library.reviews()] == [name]
    file.unlink()
    assert content_id(reviewer.settings.library_folder / "files" / name[:16] / file.name) == name


def test_what_cannot_be_kept_is_said_and_can_be_tried_again(keeper, reviewer, file):
    file.write_bytes(b"bad")
    state = (review_of(content_id(file)), (file,))
    *_, last = keeper.take(state, None)
    assert "not a mesh" in last[keeper.status]
    file.unlink()
    *_, last = keeper.take(state, None)
    assert "again" in last[keeper.status]
    assert list(keeper.take(None, None)) == []


def test_a_library_that_cannot_be_used_does_not_disturb_the_review(keeper, reviewer, file):
    reviewer.problem = "another model's"
    shown = keeper.arrived(review_of(content_id(file)), [file], WORDS)
    assert not shown[keeper.keep].visible
    assert shown[keeper.status] == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_past_of_a_design_is_shown_and_nothing_in_it_becomes_markup(reviewer, file, language):
    library, words = reviewer.library, Words(language)
    first = kept(library, file)
    library.add_review(first, "<b>Four holes</b>", {
        "outcome": "fails", "fit": 0.25, "model": {"id": "<i>m"},
        "requirements": [{"text": "<u>holes", "verdict": "not_met"}],
    })  # fmt: skip
    file.write_bytes(b"changed")
    second = kept(library, file, replacing=[first])
    record = library.get(second)
    states = [
        replace(state, record=replace(state.record, measurements=(
            Measurement("length", 80.0 + 2 * number, "mm", 0.0),
            Measurement("height", 5.0, "mm", 0.0),
        )))
        for number, state in enumerate(library.revisions(second))
    ]  # fmt: skip
    family = [replace(record, design_id="x", name="<i>newer"), record]
    past = Past(library.reviews(second, earlier=True), states, family)
    said = past_html(record, past, words)
    assert "80 → 82 mm" in said
    assert "25" in said
    assert said.index("newer") < said.index(words("past_this"))
    for tag in ("<b>Four", "<i>", "<u>"):
        assert tag not in said
    assert len(changes(states[0].record, states[1].record, words)) == 1
