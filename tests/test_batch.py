"""Batches: rows, the journal on the disk, the cache of what was seen, the pipeline around them."""

import hashlib
import itertools
import math
import os
import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeEncoder
from hypothesis import given, settings
from hypothesis import strategies as st

from mmdesign import batch
from mmdesign.batch import (
    BatchRow,
    BatchVerdict,
    Journal,
    SightCache,
    Task,
    Watch,
    embed,
    failure,
    matrix,
    ranked,
    run,
    sight_key,
    write_results,
)
from mmdesign.batch.eyes import Shown, look
from mmdesign.domain import Fit, Measurement, Requirement, Verdict
from mmdesign.errors import CancelledError, MMDesignError, ModelError
from mmdesign.review import Sight, faceless

HOLES = Requirement("R1", "Four holes", "count", "holes")
LOOK = Requirement("R2", "Looks light", "style", "light")
FORMATS = ("csv", "jsonl", "parquet", "xlsx", "html")


def sight_of(content: bytes, name: str = "x") -> Sight:
    rng = np.random.default_rng(int.from_bytes(hashlib.sha256(content).digest()[:8], "big"))
    vectors = rng.normal(size=(3, 8)).astype(np.float32)
    return Sight(
        hashlib.sha256(content).hexdigest(), name, "mesh", "mm", True, vectors, vectors[0],
        (Measurement("length", float(rng.uniform(1, 99)), "mm", 0.1),), vectors[1],
        b"RIFF" + content, ("a warning",),
    )  # fmt: skip


class Eyes:
    """An engine that sees a file by its bytes; counts its work; stops hard as a crash would."""

    def __init__(self, crash_at=None, shuffled=None):
        self.seen = []
        self.crash_at = crash_at
        self.shuffled = shuffled

    def see(self, jobs):
        waiting = []
        for job in jobs:
            if job is None:
                yield None
                continue
            waiting.append(job)
            if len(waiting) > 2:
                yield self._one(waiting)
        while waiting:
            yield self._one(waiting)

    def _one(self, waiting):
        if len(self.seen) == self.crash_at:
            raise KeyboardInterrupt
        place = self.shuffled.randrange(len(waiting)) if self.shuffled else 0
        job = waiting.pop(place)
        self.seen.append(job.path.name)
        content = job.path.read_bytes()
        if content.startswith(b"bad"):
            return job, f"{job.path.name} is not a mesh."
        return job, sight_of(content)

    def loads(self):
        return {"rendering": 0.5}


def judge(sight):
    value = float(sight.view_embeddings[0, 0]) % 1.0
    outcome = "met" if value > 0.5 else "not_met"
    verdicts = (
        Verdict(HOLES, outcome, value, (), "x"),
        Verdict(LOOK, "cannot_tell", None, (), "x"),
    )
    return verdicts, Fit(value, value / 2, 1.0, 0.5, "fits" if value > 0.5 else "fails")


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(8):
        (folder / f"{n}.stl").write_bytes(b"bad" if n == 3 else f"solid {n}".encode())
    paths = [folder / f"{n}.stl" for n in range(8)]
    return [*paths[:5], folder / "missing.stl", *paths[5:]]


def rows_of(files, engine=None, journal=None, path=None, **more):
    """All rows of a batch in the order given."""
    own = Journal(path) if journal is None else journal
    run(Task(files, judge), engine or Eyes(), own, **more)
    return [own.get(position) for position in range(len(files))]


def test_rows_keep_the_order_given_and_failures_are_rows(files, tmp_path):
    rows = rows_of(files, path=tmp_path / "j")
    assert [row.path for row in rows] == [str(path) for path in files]
    failed = {row.name: row.error for row in rows if row.error}
    assert failed["3.stl"] == "3.stl is not a mesh."
    assert "No such file" in failed["missing.stl"]
    assert len(failed) == 2
    assert rows[0].verdicts[1] == BatchVerdict("R2", "Looks light", "cannot_tell", None)
    assert rows[0].design_id == hashlib.sha256(b"solid 0").hexdigest()


@pytest.mark.parametrize("suffix", FORMATS)
@settings(deadline=None, max_examples=5)
@given(random=st.randoms(use_true_random=False))
def test_whatever_order_designs_are_seen_in_the_output_is_the_same(
    tmp_path_factory, suffix, random
):
    folder = tmp_path_factory.mktemp("orders")
    files = []
    for n in range(5):
        files.append(folder / f"{n}.stl")
        files[-1].write_bytes(f"solid {n}".encode())
    contents = []
    for engine in (Eyes(), Eyes(shuffled=random)):
        with Journal(folder / f"{id(engine)}.j") as journal:
            run(Task(files, judge), engine, journal)
            write_results(journal, folder / f"r.{suffix}", "brief")
        contents.append((folder / f"r.{suffix}").read_bytes())
    assert contents[0] == contents[1]


@pytest.mark.parametrize("crash_at", range(0, 8, 2))
def test_a_resumed_batch_gives_what_an_uninterrupted_one_gives(files, tmp_path, crash_at):
    whole = rows_of(files, path=tmp_path / "whole")
    first, second = Eyes(crash_at), Eyes()
    with Journal(tmp_path / "j", "brief") as journal, pytest.raises(KeyboardInterrupt):
        run(Task(files, judge), first, journal)
    with Journal(tmp_path / "j", "brief") as journal:
        assert rows_of(files, second, journal) == whole
    assert not set(first.seen) & set(second.seen)


@pytest.mark.parametrize("identity", [("other", "model"), ("brief", "other"),
                                      ("brief", "model", "inch")])  # fmt: skip
def test_rows_of_another_brief_model_or_unit_are_made_anew(files, tmp_path, identity):
    with Journal(tmp_path / "j", "brief", "model") as journal:
        run(Task(files[:2], judge), Eyes(), journal)
    again = Eyes()
    with Journal(tmp_path / "j", *identity) as journal:
        assert len(journal) == 0
        run(Task(files[:2], judge), again, journal)
    assert again.seen == ["0.stl", "1.stl"]


def test_an_edited_file_is_seen_anew_and_rows_of_a_longer_list_are_dropped(files, tmp_path):
    with Journal(tmp_path / "j") as journal:
        run(Task(files, judge), Eyes(), journal)
    files[0].write_bytes(b"solid edited")
    again = Eyes()
    with Journal(tmp_path / "j") as journal:
        rows = rows_of(files[:2], again, journal)
        assert len(journal) == 2
    assert again.seen == ["0.stl"]
    assert rows[0].design_id == hashlib.sha256(b"solid edited").hexdigest()


def test_another_brief_over_the_same_files_sees_nothing_again(files, tmp_path):
    task = Task(files, judge, conditions=("model",))
    idle = Eyes()
    with SightCache(tmp_path / "cache") as cache:
        with Journal(tmp_path / "a", "one brief") as journal:
            run(task, Eyes(), journal, cache)
            first = [journal.get(n) for n in range(len(files))]
        with Journal(tmp_path / "b", "another brief") as journal:
            run(task, idle, journal, cache)
            assert [journal.get(n) for n in range(len(files))] == first
    assert idle.seen == ["3.stl"]  # a failure may have been a matter of time or memory


@pytest.mark.parametrize("conditions", [("other model",), ("model", "inch"), ()])
def test_a_sight_counts_only_under_its_own_conditions(files, tmp_path, conditions):
    again = Eyes()
    with SightCache(tmp_path / "cache") as cache:
        for number, (engine, own) in enumerate(((Eyes(), ("model",)), (again, conditions))):
            with Journal(tmp_path / str(number)) as journal:
                run(Task(files[:2], judge, conditions=own), engine, journal, cache)
    assert again.seen == ["0.stl", "1.stl"]


def test_a_copy_takes_the_sight_of_its_twin_and_keeps_its_own_name(files, tmp_path):
    copy = tmp_path / "copy.stl"
    copy.write_bytes(files[0].read_bytes())
    with SightCache(tmp_path / "cache") as cache:
        with Journal(tmp_path / "a") as journal:
            run(Task(files[:1], judge), Eyes(), journal, cache)
        with Journal(tmp_path / "b") as journal:
            (row,) = rows_of([copy], Eyes(crash_at=0), journal, cache=cache)
    assert (row.name, row.path) == ("copy.stl", str(copy))


def test_a_damaged_sight_is_not_believed(tmp_path):
    key = sight_key("00", ".stl")
    with SightCache(tmp_path) as cache:
        cache.keep(key, sight_of(b"a"))
    base = sqlite3.connect(tmp_path / "sights.sqlite")
    (packed,) = base.execute("select sight from sights").fetchone()
    base.execute("update sights set sight = ?", (packed[:-1] + b"?",))
    base.commit()
    base.close()
    with SightCache(tmp_path) as cache:
        assert cache.find(key) is None
        assert cache.find(sight_key("01", ".stl")) is None


def test_a_sight_comes_back_from_its_bytes_exactly():
    for sight in (sight_of(b"a"), replace(sight_of(b"b"), shape=None, thumbnail=b"")):
        back = Sight.from_bytes(sight.to_bytes())
        assert np.array_equal(back.view_embeddings, sight.view_embeddings)
        assert np.array_equal(back.likeness, sight.likeness)
        assert (back.shape is None) == (sight.shape is None)
        rest = [replace(s, view_embeddings=None, likeness=None, shape=None) for s in (back, sight)]
        assert rest[0] == rest[1]
    with pytest.raises(ValueError, match="no sight"):
        Sight.from_bytes(b"\x05\x00\x00\x00{}{}{")


def test_a_measurement_is_kept_without_its_faces():
    fact = Measurement(
        "length", np.float64(3.0), "mm", np.float64(0.1), np.arange(3, dtype=np.int32)
    )
    assert faceless(fact) == Measurement("length", 3.0, "mm", 0.1)


def test_an_unusable_journal_or_cache_is_told(tmp_path):
    (tmp_path / "journal").write_bytes(b"no database at all" * 100)
    with pytest.raises(MMDesignError, match="batch journal"):
        Journal(tmp_path / "journal")
    with pytest.raises(MMDesignError, match="batch journal"):
        Journal(tmp_path / "missing" / "journal")
    (tmp_path / "sights.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(MMDesignError, match="cache"):
        SightCache(tmp_path)


def test_numbers_and_odd_names_survive_the_journal_exactly(tmp_path):
    fit = Fit(1 / 3, math.pi / 10, 1.0, 0.1 + 0.2, "undecided")
    path = os.fsdecode(b"/designs/\xff=1+1.stl")
    row = BatchRow(path, os.fsdecode(b"\xff=1+1.stl"), "id", fit,
                   (BatchVerdict("R1", "孔", "met", 1 / 7),), None)  # fmt: skip
    with Journal(tmp_path / "results #1?%20 孔.csv.journal") as journal:
        journal.keep(0, "content", row, b"picture")
        (place,) = journal.ranked()
    assert (place.rank, place.row, place.thumbnail, place.position) == (1, row, b"picture", 0)


def test_what_concerns_every_file_ends_the_batch(files, tmp_path):
    class NoModel(Eyes):
        def see(self, jobs):
            message = "There is no model."
            raise ModelError(message)

    with Journal(tmp_path / "j") as journal, pytest.raises(ModelError):
        run(Task(files, judge), NoModel(), journal)


def test_a_batch_is_cancelled_between_files_and_goes_on_later(files, tmp_path):
    eyes = Eyes()
    with Journal(tmp_path / "j") as journal:
        with pytest.raises(CancelledError):
            run(
                Task(files, judge),
                eyes,
                journal,
                watch=Watch(cancelled=lambda: len(eyes.seen) >= 3),
            )
        assert len(eyes.seen) == 3
        assert len(rows_of(files, eyes, journal)) == len(files)
    assert eyes.seen.count("0.stl") == 1


def test_progress_reaches_the_end_and_tells_rate_load_and_failures(files, tmp_path):
    told = []
    rows_of(files, path=tmp_path / "j", watch=Watch(progress=told.append))
    last = told[-1]
    assert (last.done, last.remaining_s) == (1.0, 0.0)
    assert (last.detail["files_done"], last.detail["files_failed"]) == (9, 2)
    assert last.detail["files_per_hour"] > 0
    assert set(last.detail["loads"]) == {"reading", "rendering", "judging"}


def test_no_files_make_an_empty_batch(tmp_path):
    assert rows_of([], path=tmp_path / "j") == []
    assert matrix([]).outcomes == ()
    assert ranked([]) == ()


# Passes over pictures


class Counting(FakeEncoder):
    """Notes how large each pass was."""

    sizes: list = []  # noqa: RUF012

    def embed_images(self, images):
        Counting.sizes.append(len(images))
        return super().embed_images(images)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(1, 30), max_size=6))
def test_every_pass_has_one_size_and_every_design_gets_its_own_vectors(counts):
    Counting.sizes.clear()
    encoder, plain = Counting(), FakeEncoder()
    rng = np.random.default_rng(0)
    shown = [
        Shown(sight_of(b"x"), tuple(rng.integers(0, 255, (count, 4, 4, 3), np.uint8)),
              tuple(rng.integers(0, 255, (count % 3, 4, 4, 3), np.uint8)))
        for count in counts
    ]  # fmt: skip
    for design, sight in zip(shown, look(encoder, shown, 12), strict=True):
        assert np.array_equal(sight.view_embeddings, plain.embed_images(design.images))
        source = plain.embed_images(design.clay or design.images).mean(axis=0)
        assert np.allclose(sight.likeness, source / np.linalg.norm(source), atol=1e-6)
    assert set(Counting.sizes) <= {12}


@pytest.mark.model
def test_the_model_gives_a_picture_the_same_bits_whatever_is_looked_at_beside_it():
    from mmdesign.benching.designs import pictures  # noqa: PLC0415
    from mmdesign.encoding import open_encoder  # noqa: PLC0415
    from mmdesign.encoding.hardware import limit_threads  # noqa: PLC0415
    from mmdesign.settings import Settings  # noqa: PLC0415

    before = limit_threads(1)
    try:
        encoder = open_encoder(Settings(device="cpu"))
        shots = pictures(5)
        one_by_one = np.concatenate([embed(encoder, [shot], 12) for shot in shots])
        assert np.array_equal(embed(encoder, shots, 12), one_by_one)
        assert np.array_equal(embed(encoder, shots[::-1], 12)[::-1], one_by_one)
    finally:
        limit_threads(before)


# Ranking

fits = st.builds(
    Fit, st.none() | st.floats(0, 1), st.just(0.0), st.just(1.0), st.floats(0, 1),
    st.sampled_from(["fits", "fails", "undecided"]),
)  # fmt: skip
batch_rows = st.lists(
    st.tuples(st.none() | fits, st.integers(0, 99)), max_size=12, unique_by=lambda pair: pair[1]
).map(
    lambda found: [
        BatchRow(str(n), str(n), None, fit, (), None if fit else "bad") for fit, n in found
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


@settings(deadline=None, max_examples=25)
@given(rows=batch_rows, random=st.randoms())
def test_the_journal_ranks_as_sorting_in_memory_does(tmp_path_factory, rows, random):
    path = tmp_path_factory.mktemp("ranks") / "j"
    places = list(enumerate(rows))
    random.shuffle(places)
    with Journal(path) as journal:
        for position, row in places:
            journal.keep(position, "", row)
        found = list(journal.ranked())
        assert tuple(place.row for place in found) == ranked(rows)
        assert [place.rank for place in found] == list(range(1, len(rows) + 1))
        parts = [list(journal.ranked(start, 3)) for start in range(0, len(rows), 3)]
        assert [place for part in parts for place in part] == found
        for outcome, count in journal.counts().items():
            kept = list(journal.ranked(outcome=outcome))
            assert kept == [place for place in found if place in kept]
            assert len(kept) == count


def test_rows_can_be_sorted_by_name_and_keep_their_rank(tmp_path):
    with Journal(tmp_path / "j") as journal:
        for position, (name, value) in enumerate((("b", 0.9), ("a", 0.1), ("c", 0.5))):
            fit = Fit(value, 0.0, 1.0, 1.0, "undecided")
            journal.keep(position, "", BatchRow(name, name, None, fit, (), None))
        found = [(place.row.name, place.rank) for place in journal.ranked(order="name")]
    assert found == [("a", 3), ("b", 1), ("c", 2)]


def test_the_matrix_has_a_line_per_requirement_and_a_column_per_design(files, tmp_path):
    rows = rows_of(files, path=tmp_path / "j")
    laid = matrix(rows)
    assert laid.requirements == (("R1", "Four holes"), ("R2", "Looks light"))
    assert laid.designs == tuple(str(path) for path in files)
    for column, row in enumerate(rows):
        for line, (name, _) in enumerate(laid.requirements):
            expected = {v.requirement_id: v.outcome for v in row.verdicts}.get(name)
            assert laid.outcomes[line][column] == expected


@pytest.mark.parametrize("suffix", FORMATS)
def test_results_name_failures_and_hide_paths_when_asked(files, tmp_path, suffix):
    out = tmp_path / f"r.{suffix}"
    with Journal(tmp_path / "j") as journal:
        run(Task(files, judge), Eyes(), journal)
        write_results(journal, out, "Four holes")
        if suffix in ("csv", "jsonl", "html"):
            assert "3.stl is not a mesh." in out.read_text("utf-8")
            assert str(tmp_path) in out.read_text("utf-8")
        write_results(journal, out, "Four holes", with_paths=False)
        if suffix in ("csv", "jsonl", "html"):
            assert str(tmp_path) not in out.read_text("utf-8")
        rows = list(batch.result_rows(journal, with_paths=False))
    assert [row["rank"] for row in rows][-2:] == [None, None]
    assert all("path" not in row for row in rows)
    assert rows[0]["R1 Four holes"] == "met"


def test_a_file_that_never_reached_the_batch_can_be_a_row_too(tmp_path):
    row = failure(tmp_path / "x.doc", "Not a format that is read here.")
    assert (row.name, row.error, row.fit) == ("x.doc", "Not a format that is read here.", None)
