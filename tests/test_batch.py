"""Batches: order, failures as rows, the journal, reading ahead, ranking."""

import hashlib
import itertools
import json
import math
import threading
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mmdesign.batch import BatchRow, BatchVerdict, Journal, failure, matrix, ranked, run, table
from mmdesign.domain import Design, Fit, Model, Requirement, Review, Spec, Verdict
from mmdesign.errors import CancelledError, DesignError, MMDesignError, ModelError
from mmdesign.reporting import write_table

HOLES = Requirement("R1", "Four holes", "count", "holes")
LOOK = Requirement("R2", "Looks light", "style", "light")


class Reviewer:
    """Fits a file by its bytes; counts its work; stops hard at a given one, as a crash would."""

    def __init__(self, crash_at=None):
        self.done = []
        self.crash_at = crash_at

    def __call__(self, path):
        if len(self.done) == self.crash_at:
            raise KeyboardInterrupt
        self.done.append(path.name)
        content = path.read_bytes()
        if content.startswith(b"bad"):
            message = f"{path.name} is not a mesh."
            raise DesignError(message)
        value = hashlib.sha256(content).digest()[0] / 255
        outcome = "met" if value > 0.5 else "not_met"
        return Review(
            Design(hashlib.sha256(content).hexdigest(), path.name, "mesh"),
            Spec("s", (HOLES, LOOK)), Model("m", calibrated=True),
            Fit(value, value / 2, 1.0, 0.5, "fits" if value > 0.5 else "fails"),
            (), (Verdict(HOLES, outcome, value, (), "x"),
                 Verdict(LOOK, "cannot_tell", None, (), "x")), (), (), (), (),
        )  # fmt: skip


@pytest.fixture
def files(tmp_path):
    paths = []
    for n in range(8):
        path = tmp_path / "in" / f"{n}.stl"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"bad" if n == 3 else f"solid {n}".encode())
        paths.append(path)
    return [*paths[:5], tmp_path / "in" / "missing.stl", *paths[5:]]


def timeless(rows):
    return [replace(row, seconds=0.0) for row in rows]


def test_rows_come_in_the_order_given_and_failures_are_rows(files):
    rows = list(run(files, Reviewer()))
    assert [row.path for row in rows] == [str(path) for path in files]
    failed = {row.name: row.error for row in rows if row.error}
    assert failed["3.stl"] == "3.stl is not a mesh."
    assert "No such file" in failed["missing.stl"]
    assert len(failed) == 2
    good = rows[0]
    assert good.verdicts[1] == BatchVerdict("R2", "Looks light", "cannot_tell", None)
    assert good.design_id == hashlib.sha256(b"solid 0").hexdigest()


@pytest.mark.parametrize("crash_at", range(0, 9, 2))
def test_a_resumed_batch_gives_what_an_uninterrupted_one_gives(files, tmp_path, crash_at):
    whole = timeless(run(files, Reviewer()))
    first, second = Reviewer(crash_at), Reviewer()
    rows = []
    with Journal(tmp_path / "journal", "spec", "model") as journal, \
            pytest.raises(KeyboardInterrupt):  # fmt: skip
        rows.extend(run(files, first, journal=journal))
    with Journal(tmp_path / "journal", "spec", "model") as journal:
        resumed = timeless(run(files, second, journal=journal))
    assert resumed == whole
    repeated = set(first.done) & set(second.done)
    assert repeated <= {"missing.stl"}


def test_a_finished_journal_gives_the_very_same_rows_without_any_work(files, tmp_path):
    with Journal(tmp_path / "journal", "spec", "model") as journal:
        first = list(run(files, Reviewer(), journal=journal))
    idle = Reviewer()
    with Journal(tmp_path / "journal", "spec", "model") as journal:
        second = list(run(files, idle, journal=journal))
    present = [row for row in first if row.name != "missing.stl"]
    assert [row for row in second if row.name != "missing.stl"] == present
    assert idle.done == ["missing.stl"]


@pytest.mark.parametrize("identity", [("other", "model"), ("spec", "other"),
                                      ("spec", "model", "inch")])  # fmt: skip
def test_another_spec_model_or_unit_is_reviewed_anew(files, tmp_path, identity):
    with Journal(tmp_path / "journal", "spec", "model") as journal:
        list(run(files[:2], Reviewer(), journal=journal))
    again = Reviewer()
    with Journal(tmp_path / "journal", *identity) as journal:
        list(run(files[:2], again, journal=journal))
    assert again.done == ["0.stl", "1.stl"]


def test_an_edited_file_is_reviewed_anew_and_a_copy_is_not(files, tmp_path):
    with Journal(tmp_path / "journal", "spec", "model") as journal:
        list(run(files[:2], Reviewer(), journal=journal))
    files[0].write_bytes(b"solid edited")
    copy = tmp_path / "copy.stl"
    copy.write_bytes(files[1].read_bytes())
    again = Reviewer()
    with Journal(tmp_path / "journal", "spec", "model") as journal:
        rows = list(run([*files[:2], copy], again, journal=journal))
    assert again.done == ["0.stl"]
    assert (rows[2].name, rows[2].path) == ("copy.stl", str(copy))
    assert rows[2].fit == rows[1].fit


def test_a_line_cut_off_by_a_crash_is_cut_away(files, tmp_path):
    path = tmp_path / "journal"
    with Journal(path, "spec", "model") as journal:
        list(run(files[:3], Reviewer(), journal=journal))
    written = path.read_bytes()
    path.write_bytes(written[:-10])
    again = Reviewer()
    with Journal(path, "spec", "model") as journal:
        list(run(files[:3], again, journal=journal))
    assert again.done == ["2.stl"]
    assert [json.loads(line)["key"] for line in path.read_bytes().splitlines()] == [
        json.loads(line)["key"] for line in written.splitlines()
    ]


def test_a_damaged_or_unusable_journal_is_told(tmp_path):
    (tmp_path / "journal").write_text("no json\n")
    with pytest.raises(MMDesignError, match="Line 1 of the batch journal"):
        Journal(tmp_path / "journal", "spec", "model")
    with pytest.raises(MMDesignError, match="cannot be used"):
        Journal(tmp_path / "missing" / "journal", "spec", "model")


def test_numbers_survive_the_journal_exactly(tmp_path, files):
    def review(path):
        made = Reviewer()(path)
        return replace(made, fit=Fit(1 / 3, math.pi / 10, 1.0, 0.1 + 0.2, "undecided"))

    with Journal(tmp_path / "journal", "s", "m") as journal:
        first = list(run(files[:1], review, journal=journal))
    with Journal(tmp_path / "journal", "s", "m") as journal:
        assert list(run(files[:1], review, journal=journal)) == first


def test_what_concerns_every_file_ends_the_batch(files):
    def no_model(path):
        message = "There is no model."
        raise ModelError(message)

    with pytest.raises(ModelError):
        list(run(files, no_model))
    with pytest.raises(ModelError):
        list(run(files, Reviewer(), load=no_model))


def test_a_batch_is_cancelled_between_files_and_goes_on_later(files, tmp_path):
    reviewer = Reviewer()
    with Journal(tmp_path / "journal", "s", "m") as journal:
        batch = run(files, reviewer, journal=journal, cancelled=lambda: len(reviewer.done) >= 3)
        with pytest.raises(CancelledError):
            list(batch)
        assert len(reviewer.done) == 3
        assert len(list(run(files, reviewer, journal=journal))) == len(files)
    assert reviewer.done.count("0.stl") == 1


def test_the_next_file_is_read_while_the_current_one_is_reviewed(files):
    both = threading.Barrier(2, timeout=10)
    paths = [path for path in files if path.exists()][:2]

    def load(path):
        if path == paths[1]:
            both.wait()
        return path

    def review(path):
        if path == paths[0]:
            both.wait()
        return Reviewer()(path)

    assert [row.error for row in run(paths, review, load=load)] == [None, None]


def test_reading_ahead_stays_one_file_ahead(files):
    loaded = []

    def load(path):
        loaded.append(path.name)
        return path

    batch = run([f for f in files if f.exists()], Reviewer(), load=load)
    next(batch)
    time.sleep(0.05)
    assert len(loaded) <= 3
    batch.close()


def test_a_bad_file_found_while_reading_ahead_is_a_row(files):
    def load(path):
        if path.name == "1.stl":
            message = "1.stl is broken."
            raise DesignError(message)
        return path

    errors = [row.error for row in run(files[:3], Reviewer(), load=load)]
    assert errors == [None, "1.stl is broken.", None]


def test_progress_reaches_the_end(files):
    told = []
    list(run(files, Reviewer(), progress=told.append))
    assert [p.done for p in told] == pytest.approx([(n + 1) / 9 for n in range(9)])
    assert told[-1].remaining_s == pytest.approx(0.0)
    assert told[-1].detail["files_failed"] == 2


# Ranking

fits = st.builds(
    Fit, st.none() | st.floats(0, 1), st.just(0.0), st.just(1.0), st.floats(0, 1),
    st.sampled_from(["fits", "fails", "undecided"]),
)  # fmt: skip
batch_rows = st.lists(
    st.tuples(st.none() | fits, st.integers(0, 99)), max_size=12, unique_by=lambda pair: pair[1]
).map(
    lambda found: [
        BatchRow(str(n), str(n), None, fit, (), 1.0, None if fit else "bad") for fit, n in found
    ]
)


@given(batch_rows)
def test_errors_come_last_fails_before_them_and_better_fits_first(rows):
    def group(row):
        return 2 if row.fit is None else int(row.fit.outcome == "fails")

    order = ranked(rows)
    assert sorted(map(repr, order)) == sorted(map(repr, rows))
    for better, worse in itertools.pairwise(order):
        assert group(better) <= group(worse)
        if group(better) == group(worse) < 2 and worse.fit.value is not None:
            assert better.fit.value is not None
            assert better.fit.value >= worse.fit.value


@given(batch_rows, st.randoms())
def test_ranking_does_not_depend_on_the_order_of_the_rows(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert [r.fit for r in ranked(shuffled)] == [r.fit for r in ranked(rows)]


def test_the_matrix_has_a_line_per_requirement_and_a_column_per_design(files):
    rows = list(run(files, Reviewer()))
    laid = matrix(rows)
    assert laid.requirements == (("R1", "Four holes"), ("R2", "Looks light"))
    assert laid.designs == tuple(str(path) for path in files)
    for column, row in enumerate(rows):
        for line, (name, _) in enumerate(laid.requirements):
            expected = {v.requirement_id: v.outcome for v in row.verdicts}.get(name)
            assert laid.outcomes[line][column] == expected


def test_the_table_can_be_written_and_names_failures(files, tmp_path):
    rows = list(run(files, Reviewer()))
    written = table(rows)
    assert [row["rank"] for row in written][-2:] == [None, None]
    assert written[0]["R1 Four holes"] == "met"
    assert {row["error"] for row in written[-2:]} >= {"3.stl is not a mesh."}
    for suffix in ("csv", "jsonl", "html"):
        write_table(written, tmp_path / f"results.{suffix}")
        assert "3.stl is not a mesh." in (tmp_path / f"results.{suffix}").read_text("utf-8")


def test_a_file_that_never_reached_the_batch_can_be_a_row_too(tmp_path):
    row = failure(tmp_path / "x.doc", "Not a format that is read here.")
    assert (row.name, row.error, row.fit) == ("x.doc", "Not a format that is read here.", None)


def test_no_files_make_an_empty_batch():
    assert list(run([], Reviewer())) == []
    assert matrix([]).outcomes == ()
    assert table([]) == []
    assert ranked([]) == ()
