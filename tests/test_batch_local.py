"""The engine of one machine: real processes, real files, a fake model; kills and stuck workers."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import trimesh
from batch_process import BRIEF, settings_in
from fakes import FakeEncoder
from PIL import Image

from mmdesign.batch import Journal, LocalEngine, Scoring, Task, open_journal, run, score
from mmdesign.batch import local as engine_room
from mmdesign.errors import CancelledError, MMDesignError
from mmdesign.review import Reviewer

SCRIPT = Path(__file__).with_name("batch_process.py")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Boxes, a coloured one, a picture, and two files that no reader can read."""
    folder = tmp_path_factory.mktemp("designs")
    for n in range(6):
        trimesh.creation.box((20 + 3 * n, 15, 4 + n)).export(folder / f"box_{n}.stl")
    colored = trimesh.creation.box((30, 20, 10))
    colored.visual.face_colors = [200, 30, 30, 255]
    colored.export(folder / "red.ply")
    picture = np.random.default_rng(0).integers(0, 255, (60, 80, 3), np.uint8)
    Image.fromarray(picture).save(folder / "render.png")
    (folder / "broken.stl").write_bytes(b"solid nothing")
    (folder / "empty.step").write_bytes(b"")
    return sorted(folder.iterdir())


@pytest.fixture
def reviewer(tmp_path):
    with Reviewer(settings_in(tmp_path), FakeEncoder()) as reviewer:
        yield reviewer


def task_of(reviewer, files):
    return Task(files, reviewer.judge_of(BRIEF))


def test_a_batch_decides_as_one_review_after_another_does(files, reviewer, tmp_path):
    scoring = Scoring(files, BRIEF, tmp_path / "cache", cores=2)
    with open_journal(tmp_path / "j", reviewer, scoring) as journal:
        score(reviewer, scoring, journal)
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
        assert journal.counts()["failed"] == 2
        assert all(place.thumbnail for place in journal.ranked() if place.row.fit)


def test_the_engine_sees_what_the_review_page_sees(files, reviewer):
    boxes = [file for file in files if file.suffix in (".stl", ".ply", ".png")][:9]
    seen = {}
    with LocalEngine(reviewer.settings, reviewer.encoder, cores=2) as engine:
        task = Task(boxes, lambda sight: seen.update({sight.design_id: sight}) or judged())
        with Journal(reviewer.settings.library.parent / "j") as journal:
            run(task, engine, journal)
        assert set(engine.loads()) == {"rendering", "looking"}
    for file in boxes:
        if file.name == "broken.stl":
            continue
        record = reviewer.describe(file)
        sight = seen[record.design_id]
        assert np.allclose(sight.likeness, record.vector, atol=1e-6)
        assert sight.thumbnail == record.thumbnail
        assert [(m.quantity, m.value) for m in sight.measurements] == [
            (m.quantity, m.value) for m in record.measurements
        ]


def judged():
    from mmdesign.domain import Fit  # noqa: PLC0415

    return (), Fit(0.5, 0.0, 1.0, 1.0, "undecided")


@pytest.mark.slow
def test_a_worker_that_is_killed_is_replaced_and_no_row_is_lost(files, reviewer, tmp_path):
    killed = []
    with LocalEngine(reviewer.settings, reviewer.encoder, cores=2) as engine:
        jobs = engine.see

        def see(wanted):
            for seen in jobs(wanted):
                at_work = [worker for worker in engine._workers if worker.job is not None]
                if at_work and len(killed) < 2:
                    killed.append(at_work[0].job.position)
                    os.kill(at_work[0]._process.pid, signal.SIGKILL)
                yield seen

        engine.see = see
        with Journal(tmp_path / "j") as journal:
            run(task_of(reviewer, files), engine, journal)
            lost = [row for row in journal.failures() if "render process" in row.error]
            assert len(journal) == len(files)
    assert len(killed) == 2
    # Only a file whose two tries were both killed may be given up.
    assert len(lost) == (len(set(killed)) == 1)


@pytest.mark.slow
def test_a_file_that_always_takes_its_worker_down_is_a_row(files, reviewer, tmp_path, monkeypatch):
    class Fatal(engine_room.Worker):
        def give(self, job):
            super().give(job)
            if job.path.name == "box_3.stl":
                os.kill(self._process.pid, signal.SIGKILL)

    monkeypatch.setattr(engine_room, "Worker", Fatal)
    with LocalEngine(reviewer.settings, reviewer.encoder, cores=1) as engine, \
            Journal(tmp_path / "j") as journal:  # fmt: skip
        boxes = [file for file in files if file.name.startswith("box")]
        run(task_of(reviewer, boxes), engine, journal)
        (row,) = journal.failures()
    assert (row.name, "render process 2 times" in row.error) == ("box_3.stl", True)


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

    from mmdesign.batch import Watch  # noqa: PLC0415

    with Journal(tmp_path / "j") as journal, \
            LocalEngine(reviewer.settings, reviewer.encoder, cores=2) as engine:  # fmt: skip
        with pytest.raises(CancelledError):
            run(task_of(reviewer, files), engine, journal, watch=Watch(cancelled=cancelled))
        processes = [worker._process for worker in engine._workers]
    assert processes
    assert not any(process.is_alive() for process in processes)


@pytest.mark.slow
@pytest.mark.parametrize("cores", [1, 3])
def test_never_more_is_done_at_a_time_than_there_are_cores(files, reviewer, tmp_path, cores):
    most = []
    with LocalEngine(reviewer.settings, reviewer.encoder, cores=cores) as engine:
        jobs = engine.see

        def see(wanted):
            for seen in jobs(wanted):
                most.append(len(engine._at_work()) + len(engine._passes))
                yield seen

        engine.see = see
        with Journal(tmp_path / "j") as journal:
            run(task_of(reviewer, files[:4]), engine, journal)
    assert 0 < max(most) <= cores


def test_designs_of_one_picture_each_share_passes(reviewer, tmp_path):
    rng = np.random.default_rng(1)
    renders = [tmp_path / f"{n}.png" for n in range(30)]
    for path in renders:
        Image.fromarray(rng.integers(0, 255, (16, 16, 3), np.uint8)).save(path)
    with LocalEngine(reviewer.settings, reviewer.encoder, cores=2) as engine, \
            Journal(tmp_path / "j") as journal:  # fmt: skip
        run(task_of(reviewer, renders), engine, journal)
        assert "failed" not in journal.counts()
        assert len(journal) == len(renders)


def test_the_cores_of_the_process_are_what_it_may_use():
    assert 1 <= engine_room.available_cores() <= (os.cpu_count() or 1)


@pytest.mark.slow
@pytest.mark.parametrize("with_cache", [True, False])
def test_a_batch_killed_three_times_ends_with_the_same_parquet(tmp_path, with_cache):
    folder = tmp_path / "designs"
    folder.mkdir()
    for n in range(36):
        trimesh.creation.box((10 + n, 15, 4)).export(folder / f"box_{n:02d}.stl")
    (folder / "broken.stl").write_bytes(b"solid nothing")
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}

    def command(name):
        cache = [str(tmp_path / f"cache_{name}")] if with_cache else []
        return [sys.executable, str(SCRIPT), str(folder), str(tmp_path / f"{name}.parquet"), *cache]

    begun = time.monotonic()
    subprocess.run(command("whole"), check=True, env=environment, timeout=600)
    whole_s = time.monotonic() - begun
    dice = random.Random(7)
    for _ in range(3):
        process = subprocess.Popen(command("killed"), env=environment)
        time.sleep(whole_s * dice.uniform(0.3, 0.7))
        process.kill()
        process.wait()
    subprocess.run(command("killed"), check=True, env=environment, timeout=600)
    assert (tmp_path / "killed.parquet").read_bytes() == (tmp_path / "whole.parquet").read_bytes()
    assert not list(tmp_path.glob("*.journal*"))
