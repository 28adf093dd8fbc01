"""The engine of one machine: real processes, real files, a fake model; kills and stuck workers."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import pytest
import trimesh
from batch_process import BRIEF, settings_in
from fakes import FakeEncoder
from PIL import Image

from mmdesign.batch import (
    Job,
    Journal,
    LocalEngine,
    Scoring,
    SightCache,
    Task,
    Watch,
    open_journal,
    run,
    score,
)
from mmdesign.batch import local as engine_room
from mmdesign.batch.scoring import conditions_of
from mmdesign.domain import Fit
from mmdesign.errors import CancelledError, MMDesignError
from mmdesign.review import Reviewer

SCRIPT = Path(__file__).with_name("batch_process.py")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Boxes, a coloured one, pictures, and files that no reader can read."""
    folder = tmp_path_factory.mktemp("designs")
    for n in range(4):
        trimesh.creation.box((20 + 3 * n, 15, 4 + n)).export(folder / f"box_{n}.stl")
    colored = trimesh.creation.box((30, 20, 10))
    colored.visual.face_colors = [200, 30, 30, 255]
    colored.export(folder / "red.ply")
    dice = np.random.default_rng(0)
    for n in range(3):
        pixels = dice.integers(0, 255, (60, 80, 3), np.uint8)
        Image.fromarray(pixels).save(folder / f"render_{n}.png")
    half = (folder / "render_1.png").read_bytes()[:600]
    (folder / "render_1_cut.png").write_bytes(half)
    (folder / "broken.stl").write_bytes(b"solid nothing")
    (folder / "empty.step").write_bytes(b"")
    return sorted(folder.iterdir())


BAD = {"render_1_cut.png", "broken.stl", "empty.step"}


@pytest.fixture(scope="module")
def reviewer(tmp_path_factory):
    with Reviewer(settings_in(tmp_path_factory.mktemp("review")), FakeEncoder()) as reviewer:
        yield reviewer


def task_of(reviewer, files):
    return Task(files, reviewer.judge_of(BRIEF))


@contextmanager
def engine_of(reviewer, cores, at_each_step=lambda engine: None):
    """An engine that is looked at after every step: it never does more than it has cores."""
    with LocalEngine(reviewer.settings, reviewer.encoder, cores=cores) as engine:
        see = engine.see
        most = []

        def watched(wanted):
            for seen in see(wanted):
                most.append(len(engine._at_work()) + len(engine._passes))
                at_each_step(engine)
                yield seen

        engine.see = watched
        yield engine
    assert 0 < max(most) <= cores


@pytest.fixture(scope="module")
def scored(files, reviewer, tmp_path_factory):
    """The journal of a batch over all files, and the cache that it has filled."""
    folder = tmp_path_factory.mktemp("scored")
    scoring = Scoring(files, BRIEF, folder / "cache", cores=2)
    with open_journal(folder / "j", reviewer, scoring) as journal:
        score(reviewer, scoring, journal)
        yield scoring, journal


def test_a_batch_decides_as_one_review_after_another_does(files, reviewer, scored):
    _, journal = scored
    for position, file in enumerate(files):
        row = journal.get(position)
        if row.error is not None:
            with pytest.raises(MMDesignError) as told:
                reviewer.review(file, BRIEF, heat=False)
            assert row.error == str(told.value)
            continue
        review = reviewer.review(file, BRIEF, heat=False)
        assert row.fit == review.fit
        assert row.design_id == review.design.id
        assert [(v.outcome, v.probability) for v in row.verdicts] == [
            (v.outcome, v.probability) for v in review.verdicts
        ]
    assert {row.name for row in journal.failures()} == BAD
    assert all(place.thumbnail for place in journal.ranked() if place.row.fit)


def test_the_engine_sees_what_the_review_page_sees(files, reviewer, scored):
    scoring, _ = scored
    seen = {}
    with SightCache(scoring.cache) as cache, Journal(scoring.cache / "j") as journal:

        def keep(sight):
            seen[sight.design_id] = sight
            return (), Fit(0.5, 0.0, 1.0, 1.0, "undecided")

        conditions = (reviewer.model.id, *conditions_of(reviewer.settings))
        task = Task([f for f in files if f.name not in BAD], keep, conditions=conditions)
        run(task, Blind(), journal, cache)
    for file in task.files:
        record = reviewer.describe(file)
        sight = seen[record.design_id]
        assert np.allclose(sight.likeness, record.vector, atol=1e-6)
        assert sight.thumbnail == record.thumbnail
        assert [(m.quantity, m.value) for m in sight.measurements] == [
            (m.quantity, m.value) for m in record.measurements
        ]


class Blind:
    """An engine that must not be asked to see anything."""

    def see(self, jobs):
        for job in jobs:
            assert job is None
            yield None

    def loads(self):
        return {}


@pytest.mark.slow
def test_a_worker_that_is_killed_is_replaced_and_no_row_is_lost(files, reviewer, tmp_path):
    killed = {}

    def kill(engine):
        for worker in engine._at_work():
            pid = worker._process.pid
            if pid not in killed and len(killed) < 2:
                killed[pid] = [job.position for job in worker.jobs]
                os.kill(pid, signal.SIGKILL)

    with engine_of(reviewer, 2, kill) as engine, Journal(tmp_path / "j") as journal:
        run(task_of(reviewer, files), engine, journal)
        lost = [row for row in journal.failures() if "render process" in row.error]
        assert len(journal) == len(files)
    assert len(killed) == 2
    # Only a file whose two tries were both killed may be given up.
    first, second = killed.values()
    assert len(lost) == (first == second and len(first) == 1)


@pytest.mark.slow
@pytest.mark.parametrize(("names", "suffix"), [
    (("a", "bad", "b"), ".stl"),
    (("a", "b", "bad", "c", "d"), ".png"),
])  # fmt: skip
def test_a_file_that_always_takes_its_worker_down_is_a_row(
    reviewer, tmp_path, monkeypatch, names, suffix
):
    class Fatal(engine_room.Worker):
        def give(self, jobs):
            super().give(jobs)
            visits.append([job.path.stem for job in jobs])
            if "bad" in visits[-1]:
                os.kill(self._process.pid, signal.SIGKILL)

    visits = []
    designs = [tmp_path / f"{name}{suffix}" for name in names]
    for n, path in enumerate(designs):
        if suffix == ".png":
            Image.new("RGB", (8, 8), (n, 0, 0)).save(path)
        else:
            trimesh.creation.box((10 + n, 15, 4)).export(path)
    monkeypatch.setattr(engine_room, "Worker", Fatal)
    with engine_of(reviewer, 1) as engine, Journal(tmp_path / "j") as journal:
        run(task_of(reviewer, designs), engine, journal)
        (row,) = journal.failures()
        assert len(journal) == len(names)
    assert (row.name, "render process 2 times" in row.error) == (f"bad{suffix}", True)
    alone = [visit for visit in visits if visit == ["bad"]]
    assert len(alone) == 2


def test_a_worker_that_hangs_is_replaced(files, reviewer, tmp_path, monkeypatch):
    monkeypatch.setattr(engine_room, "JOB_WALL_FACTOR", 0.0)
    boxes = [file for file in files if file.name.startswith("box")][:1]
    with LocalEngine(reviewer.settings, reviewer.encoder, cores=1) as engine, \
            Journal(tmp_path / "j") as journal:  # fmt: skip
        run(task_of(reviewer, boxes), engine, journal)
        (row,) = journal.failures()
    assert "render process" in row.error


def test_a_cancelled_batch_leaves_no_process_behind(files, reviewer, tmp_path):
    calls = []

    def cancelled():
        calls.append(0)
        return len(calls) > 20

    with Journal(tmp_path / "j") as journal, \
            LocalEngine(reviewer.settings, reviewer.encoder, cores=2) as engine:  # fmt: skip
        with pytest.raises(CancelledError):
            run(task_of(reviewer, files), engine, journal, watch=Watch(cancelled=cancelled))
        processes = [worker._process for worker in engine._workers]
    assert processes
    assert not any(process.is_alive() for process in processes)


@pytest.mark.slow
def test_pictures_go_several_at_a_time_and_share_passes(reviewer, tmp_path):
    rng = np.random.default_rng(1)
    renders = [tmp_path / f"{n:02d}.png" for n in range(60)]
    for path in renders:
        Image.fromarray(rng.integers(0, 255, (16, 16, 3), np.uint8)).save(path)
    visits = set()

    def look(engine):
        visits.update(tuple(job.path for job in worker.jobs) for worker in engine._at_work())

    with engine_of(reviewer, 3, look) as engine, Journal(tmp_path / "j") as journal:
        run(task_of(reviewer, renders), engine, journal)
        assert "failed" not in journal.counts()
        assert len(journal) == len(renders)
        assert set(engine.loads()) == {"rendering", "looking"}
    assert max(map(len, visits)) > 1
    assert max(map(len, visits)) <= engine_room.PICTURES_PER_VISIT


def test_large_pictures_are_read_alone(reviewer, tmp_path, monkeypatch):
    monkeypatch.setattr(engine_room, "VISIT_BYTES", 100)
    engine = LocalEngine(reviewer.settings, reviewer.encoder, cores=1)
    for n, size in enumerate((40, 40, 40, 500, 10, 10)):
        path = tmp_path / f"{n}.png"
        path.write_bytes(bytes(size))
        engine._upcoming.append(Job(n, path, ""))
    engine._upcoming.append(Job(6, tmp_path / "a.stl", ""))
    found = []
    while engine._upcoming:
        found.append([job.position for job in engine._next_visit()])
    assert found == [[0, 1], [2], [3], [4, 5], [6]]
    engine.close()


def test_the_cores_of_the_process_are_what_it_may_use():
    assert 1 <= engine_room.available_cores() <= (os.cpu_count() or 1)


@pytest.mark.slow
def test_a_batch_killed_three_times_ends_with_the_same_parquet(tmp_path):
    """The killed runs keep what they see in turn in no cache and in one."""
    folder = tmp_path / "designs"
    folder.mkdir()
    count = 24
    for n in range(count - 4):
        trimesh.creation.box((10 + n, 15, 4)).export(folder / f"box_{n:02d}.stl")
    for n in range(3):
        Image.new("RGB", (16, 16), (80 * n, 0, 0)).save(folder / f"render_{n}.png")
    (folder / "broken.stl").write_bytes(b"solid nothing")
    dice = random.Random(7)
    with Batches(folder, tmp_path) as batches:
        batches.run("whole")
        done = 0
        for cache in ("", "cache", ""):
            done = batches.kill("killed", cache, dice.randint(done + 1, done + 3))
            assert done < count
        batches.run("killed", "cache")
    assert (tmp_path / "killed.parquet").read_bytes() == (tmp_path / "whole.parquet").read_bytes()
    assert not list(tmp_path.glob("*.journal*"))


class Batches:
    """Batches in processes of their own, born of one that has everything imported."""

    def __init__(self, folder, out):
        self._folder, self._out = folder, out
        self._process = subprocess.Popen(
            [sys.executable, str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env={**os.environ, "OMP_NUM_THREADS": "1"},
        )  # fmt: skip

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.communicate(timeout=60)

    def _start(self, name, cache):
        task = [str(self._folder), str(self._out / f"{name}.parquet")]
        task += [str(self._out / cache)] if cache else []
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def _ended(self):
        return int(self._process.stdout.readline())

    def run(self, name, cache=""):
        """Let a batch end by itself."""
        self._start(name, cache)
        assert self._ended() == 0

    def kill(self, name, cache, rows):
        """Kill a batch once it has written so many rows; how many it had then."""
        pid = self._start(name, cache)
        while self._written(name) < rows:
            time.sleep(0.01)
        os.kill(pid, signal.SIGKILL)
        assert self._ended() == -signal.SIGKILL
        assert not (self._out / f"{name}.parquet").exists()
        return self._written(name)

    def _written(self, name):
        address = f"{(self._out / f'{name}.journal').as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True)) as reader:
                return reader.execute("select count(*) from rows").fetchone()[0]
        except sqlite3.OperationalError:  # not made yet
            return 0
