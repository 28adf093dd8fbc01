"""The Batch page: jobs in the background, the ranked table, sorting, filtering, comparing."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
import trimesh
from batch_process import BRIEF, settings_in
from fakes import FakeEncoder
from hypothesis import given
from hypothesis import strategies as st

from mmdesign.batch import BatchRow, BatchVerdict, Journal, RankedRow
from mmdesign.domain import Fit, Progress
from mmdesign.errors import MMDesignError
from mmdesign.review import Reviewer
from mmdesign.ui.batch_jobs import FORMATS, KEPT, Jobs
from mmdesign.ui.batch_page import status_html
from mmdesign.ui.ranking import PAGE_ROWS, Selection, compare_html, ranking_html, table_html
from mmdesign.ui.words import CATALOGUE, LANGUAGES, Words

WAIT_S = 120
NASTY = '<img src=x onerror="alert(1)">'


@pytest.fixture
def jobs(tmp_path, monkeypatch):
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "work"))
    with Reviewer(settings_in(tmp_path), FakeEncoder()) as reviewer:
        yield Jobs(reviewer)


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"box_{n}.stl" for n in range(3)]
    for n, path in enumerate(paths):
        trimesh.creation.box((20 + n, 15, 4)).export(path)
    broken = tmp_path / "broken.stl"
    broken.write_bytes(b"solid nothing")
    return [*paths, broken]


def over(job):
    end = time.monotonic() + WAIT_S
    while not job.is_over:
        assert time.monotonic() < end
        time.sleep(0.05)
    return job


def row(name, value, outcome="fits", *, error=None):
    fit = None if error else Fit(value, 0.0, 1.0, 1.0, outcome)
    verdicts = (BatchVerdict("R1", f"Holes {NASTY}", "met", 0.91),) if fit else ()
    return BatchRow(f"/secret/{name}", name, None, fit, verdicts, error)


def test_a_batch_goes_on_without_anybody_looking_and_can_be_found_again(jobs, files):
    job = jobs.start(files, BRIEF, None)
    assert jobs.get(job.id) is job
    assert over(job).state == "done"
    assert sum(job.journal.counts().values()) == len(files)
    assert set(job.outputs) == set(FORMATS)
    for path in job.outputs.values():
        assert str(files[0].parent / "box_0.stl").encode() not in path.read_bytes()
    lines = [json.loads(line) for line in job.outputs["jsonl"].read_text("utf-8").splitlines()]
    assert [line["name"] for line in lines][-1] == "broken.stl"
    assert jobs.get("guessed") is None
    assert jobs.get(None) is None


def test_a_batch_that_is_stopped_before_its_turn_does_nothing(jobs, files):
    with jobs._turn:
        job = jobs.start(files, BRIEF, None)
        job.stop.set()
    assert over(job).state == "stopped"
    assert len(job.journal) == 0
    assert job.outputs == {}


def test_a_brief_without_a_requirement_is_told_at_once(jobs, files):
    with pytest.raises(MMDesignError):
        jobs.start(files, "", None)


def test_old_batches_are_forgotten_and_running_ones_are_not(jobs):
    running = []
    with jobs._turn:
        running = [jobs.start([], BRIEF, None) for _ in range(KEPT + 2)]
        assert all(jobs.get(job.id) for job in running)
    for job in running:
        over(job)
    last = jobs.start([], BRIEF, None)
    assert jobs.get(last.id) is last
    assert jobs.get(running[0].id) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_escapes_names_shows_pictures_and_marks_rows_to_open(language):
    words = Words(language)
    places = [RankedRow(1, row(NASTY, 0.9), b"picture", 7),
              RankedRow(2, row("bad", 0, error=NASTY), b"", 3)]  # fmt: skip
    page = table_html(places, words)
    assert "<img src=x" not in page
    assert page.count("<img") == 1
    assert 'data-position="7"' in page
    assert 'data-position="3"' not in page
    assert "/secret/" not in page
    compared = compare_html(places[:1], words)
    assert "91 %" in compared
    assert "<img src=x" not in compared


def test_the_ranking_is_paged_filtered_and_sorted(tmp_path):
    words = Words()
    with Journal(tmp_path / "j") as journal:
        for n in range(PAGE_ROWS + 5):
            journal.keep(n, "", row(f"part {n:03d}", n / 100, "fits" if n % 2 else "fails"))
        first = ranking_html(journal, Selection(), words)
        assert first.count("data-position") == PAGE_ROWS
        assert 'data-page="1"' in first
        second = ranking_html(journal, Selection(page=1), words)
        assert second.count("data-position") == 5
        fits = ranking_html(journal, Selection(outcome="fits"), words)
        assert fits.count("data-position") == (PAGE_ROWS + 5) // 2
        named = ranking_html(journal, Selection(order="name"), words)
        assert named.index("part 000") < named.index("part 001")
        assert "mm-compare" in ranking_html(journal, Selection(compares=True), words)


def test_clicks_change_what_is_shown():
    shown = Selection().changed({"order": "name"})
    assert (shown.order, shown.page) == ("name", 0)
    assert shown.changed({"page": "2"}) == replace(shown, page=2)
    assert shown.changed({"page": "-4"}).page == 0
    assert shown.changed({"compare": "1"}).changed({"compare": "1"}).compares is False


@given(st.dictionaries(st.sampled_from(["order", "outcome", "page", "compare", "x"]), st.text()))
def test_no_click_that_a_stranger_sends_breaks_anything(event):
    shown = Selection().changed(event)
    assert shown.order in {"rank", "name", "outcome", "coverage"}
    assert shown.page >= 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_a_batch_has_words(jobs, language):
    words = Words(language)
    job = over(jobs.start([], BRIEF, None))
    detail = {"files_done": 1, "files_total": 3, "files_per_hour": 1234.5, "files_from_cache": 1,
              "loads": {"reading": 0.1, "rendering": 0.9, "looking": 0.2}}  # fmt: skip
    job.progress = Progress("batch", 0.3, 12.0, detail)
    job.state = "running"
    assert "1,234" in status_html(job, words)
    job.state, job.problem = "failed", NASTY
    assert "<img src=x" not in status_html(job, words)
    for state in ("stopped", "done", "waiting"):
        job.state = state
        assert isinstance(status_html(job, words), str)
    script = Path(__file__).resolve().parents[1] / "mmdesign" / "ui" / "batch.js"
    assert "data-position" in script.read_text("utf-8")
    keys = {f"filter_{name}" for name in ("all", "fits", "fails", "undecided", "failed")}
    assert keys | {f"order_{name}" for name in ("rank", "name", "outcome", "coverage")} <= set(
        CATALOGUE
    )
