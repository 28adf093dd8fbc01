"""The sandbox: whatever a reader does, the parent goes on. The readers under test live here too."""

import ctypes
import json
import os
import pickle
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from mmdesign.errors import CancelledError, DesignError, EmptyGeometryError, ReaderFailedError
from mmdesign.sandbox import Limits, Reading, Sandbox
from mmdesign.sandbox.transfer import read_arrays, write_arrays

LIMITS = Limits(memory_mb=2048, cpu_s=30, wall_s=20, file_mb=64)


def read(request: Mapping) -> Reading:
    """A reader that does what the request tells it."""
    return ACTS[request["act"]](request)


def echo(request):
    array = np.arange(request["count"], dtype=np.float64).reshape(-1, 2)
    return Reading({"array": array}, {"pid": os.getpid(), "text": request.get("text")})


def crash(request):
    ctypes.string_at(0)


def hang(request):
    time.sleep(1000)


def burn(request):
    while True:
        pass


def work(request):
    end_s = time.process_time() + 0.5
    while time.process_time() < end_s:
        pass
    return Reading(facts={"pid": os.getpid(), "cpu_s": time.process_time()})


def hoard(request):
    return Reading({"array": np.ones(2**33)})


def abort(request):
    os._exit(7)


def refuse(request):
    message = "box.stl holds no faces; export it again."
    raise EmptyGeometryError(message)


def stumble(request):
    message = "/secret/path"
    raise LookupError(message)


def recurse(request):
    return recurse(request)


def chatter(request):
    os.write(1, b'{"facts": {}, "arrays": []}\n')
    os.write(2, b"noise\n" * 1000)
    return echo(request)


def lie(request):
    Path("arrays.bin").write_bytes(b"")
    os.write(
        _reply_descriptor(),
        b'{"facts": {}, "arrays": [{"name": "a", "dtype": "|O", "shape": [1]}]}\n',
    )
    time.sleep(1000)


def lie_about_size(request):
    Path("arrays.bin").write_bytes(b"12345678")
    line = {"facts": {}, "arrays": [{"name": "a", "dtype": "<f8", "shape": [10**15]}]}
    os.write(_reply_descriptor(), json.dumps(line).encode() + b"\n")
    time.sleep(1000)


def flood(request):
    while True:
        os.write(_reply_descriptor(), b"x" * 2**20)


def return_objects(request):
    return Reading({"array": np.array([object()])})


def fill_disk(request):
    Path("big").write_bytes(bytes(2**27))


def litter(request):
    Path("left.txt").write_text("left")
    Path("folder").mkdir()
    return Reading(facts={"before": sorted(p.name for p in Path().iterdir())})


def surroundings(request):
    return Reading(
        facts={
            "cwd": str(Path.cwd()),
            "home": os.environ.get("HOME"),
            "secret": os.environ.get("MMDESIGN_TEST_TOKEN"),
            "threads": os.environ.get("OMP_NUM_THREADS"),
        }
    )


def _reply_descriptor():
    """The pipe that answers go through, as code that took over the child would find it."""
    return next(n for n in range(3, 64) if _is_pipe(n))


def _is_pipe(descriptor):
    try:
        return "pipe" in str(Path(f"/proc/self/fd/{descriptor}").readlink())
    except OSError:
        return False


ACTS = {
    act.__name__: act
    for act in (
        echo, crash, hang, burn, work, hoard, abort, refuse, stumble, recurse, chatter, lie,
        lie_about_size, flood, return_objects, fill_disk, litter, surroundings,
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox("test_sandbox:read", LIMITS, workers=1) as sandbox:
        yield sandbox


def ask(sandbox, act, **request):
    return sandbox.run({"act": act, **request}, file_name="part.step", advice="export it as STL")


def impatient(**limits):
    return Sandbox("test_sandbox:read", Limits(**{"memory_mb": 2048, **limits}), workers=1)


def test_arrays_and_facts_come_through_unchanged(sandbox):
    reading = ask(sandbox, "echo", count=6, text="Ø6 孔")
    np.testing.assert_array_equal(reading.arrays["array"], np.arange(6.0).reshape(3, 2))
    assert reading.facts["text"] == "Ø6 孔"


def test_an_empty_array_comes_through(sandbox):
    assert ask(sandbox, "echo", count=0).arrays["array"].shape == (0, 2)


def test_one_warm_process_serves_many_requests(sandbox):
    assert len({ask(sandbox, "echo", count=2).facts["pid"] for _ in range(5)}) == 1


@pytest.mark.parametrize("act", ["refuse", "stumble", "return_objects", "recurse", "fill_disk"])
def test_an_orderly_failure_is_a_design_error_and_keeps_the_worker(sandbox, act):
    before = ask(sandbox, "echo", count=2).facts["pid"]
    with pytest.raises(DesignError) as caught:
        ask(sandbox, act)
    assert "secret" not in str(caught.value)
    assert ask(sandbox, "echo", count=2).facts["pid"] == before


def test_a_readers_own_error_keeps_its_class_and_sentence(sandbox):
    with pytest.raises(EmptyGeometryError, match=r"^box\.stl holds no faces; export it again\.$"):
        ask(sandbox, "refuse")


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        ("crash", "crashed its reader"),
        ("abort", "crashed its reader"),
        ("hoard", "more than 2048 MB of memory"),
        ("lie", "nonsense"),
        ("lie_about_size", "nonsense"),
        ("flood", "crashed its reader"),
    ],
)
def test_a_broken_worker_is_one_clear_sentence_and_is_replaced(sandbox, act, reason):
    before = ask(sandbox, "echo", count=2).facts["pid"]
    with pytest.raises(ReaderFailedError, match=reason) as caught:
        ask(sandbox, act)
    message = str(caught.value)
    assert message.startswith("part.step ")
    assert message.endswith(".")
    assert "\n" not in message
    assert ask(sandbox, "echo", count=2).facts["pid"] != before


def test_a_hanging_reader_is_stopped_by_the_wall_clock():
    with impatient(wall_s=1) as sandbox:
        ask(sandbox, "echo", count=2)
        started = time.monotonic()
        with pytest.raises(ReaderFailedError, match=r"longer than 1 s .* export it as STL\.$"):
            ask(sandbox, "hang")
        assert time.monotonic() - started < 5
        assert ask(sandbox, "echo", count=2).facts["pid"]


@pytest.mark.skipif(os.name == "nt", reason="no CPU limit on Windows")
def test_a_computing_reader_is_stopped_by_its_cpu_time():
    with impatient(wall_s=30, cpu_s=1) as sandbox, pytest.raises(ReaderFailedError, match="1 s of"):
        ask(sandbox, "burn")


@pytest.mark.skipif(os.name == "nt", reason="no CPU limit on Windows")
def test_cpu_time_is_counted_for_each_request_alone():
    with impatient(wall_s=30, cpu_s=1) as sandbox:
        readings = [ask(sandbox, "work") for _ in range(5)]
    assert len({reading.facts["pid"] for reading in readings}) == 1
    assert readings[-1].facts["cpu_s"] > 2.5


def test_prints_of_a_library_do_not_disturb_the_answer(sandbox):
    assert ask(sandbox, "chatter", count=4).arrays["array"].shape == (2, 2)


def test_nothing_stays_in_the_workers_folder(sandbox):
    ask(sandbox, "litter")
    assert ask(sandbox, "litter").facts["before"] == ["folder", "left.txt"]


def test_the_child_sees_a_private_folder_and_no_secrets(monkeypatch):
    monkeypatch.setenv("MMDESIGN_TEST_TOKEN", "secret")
    with impatient() as sandbox:
        facts = ask(sandbox, "surroundings").facts
        assert facts["secret"] is None
        assert facts["threads"] == "1"
        assert facts["home"] == facts["cwd"] != str(Path.cwd())
        folder = Path(facts["cwd"])
        assert folder.stat().st_mode & 0o077 == 0
    assert not folder.exists()


def test_many_threads_share_a_few_workers():
    with Sandbox("test_sandbox:read", LIMITS, workers=2) as sandbox, ThreadPoolExecutor(8) as pool:
        counts = [2 * n for n in range(1, 25)]
        readings = list(pool.map(lambda count: ask(sandbox, "echo", count=count), counts))
    assert [2 * len(reading.arrays["array"]) for reading in readings] == counts
    assert len({reading.facts["pid"] for reading in readings}) <= 2


def test_a_crash_in_one_thread_does_not_touch_the_other():
    def attempt(act):
        try:
            return len(ask(sandbox, act, count=10).arrays["array"])
        except ReaderFailedError:
            return "crashed"

    with Sandbox("test_sandbox:read", LIMITS, workers=2) as sandbox, ThreadPoolExecutor(4) as pool:
        acts = ["echo", "crash"] * 4
        outcomes = list(pool.map(attempt, acts))
    assert outcomes == [5, "crashed"] * 4


def test_a_cancelled_read_stops_at_once_and_the_next_one_works():
    cancel = threading.Event()
    with impatient() as sandbox:
        ask(sandbox, "echo", count=2)
        threading.Timer(0.3, cancel.set).start()
        started = time.monotonic()
        with pytest.raises(CancelledError, match=r"part\.step"):
            sandbox.run({"act": "hang"}, file_name="part.step", cancel=cancel)
        assert time.monotonic() - started < 3
        assert ask(sandbox, "echo", count=2).facts["pid"]


def test_closing_stops_a_running_read_and_refuses_the_next():
    sandbox = impatient()
    threading.Timer(1.0, sandbox.close).start()
    with pytest.raises(CancelledError):
        ask(sandbox, "hang")
    with pytest.raises(CancelledError):
        ask(sandbox, "echo", count=2)
    sandbox.close()


def test_a_reader_that_cannot_be_imported_is_told_with_its_reason():
    with (
        Sandbox("no_such_module:read", LIMITS) as sandbox,
        pytest.raises(ReaderFailedError, match=r"could not start .*no_such_module"),
    ):
        ask(sandbox, "echo", count=2)


def test_written_arrays_are_read_back_and_bad_descriptions_refused(tmp_path):
    path = tmp_path / "arrays.bin"
    arrays = {"a": np.eye(3), "b": np.arange(4, dtype=np.int32), "c": np.zeros((0, 3), np.uint8)}
    told = write_arrays(path, arrays)
    back = read_arrays(path, told)
    for name, array in arrays.items():
        np.testing.assert_array_equal(back[name], array)
    for lie in (
        {**told[0], "dtype": "|O"}, {**told[0], "shape": [-1, -9]}, {**told[0], "shape": [9.0]},
        {**told[0], "name": 3}, {**told[0], "shape": [10**9, 10**9]},
    ):  # fmt: skip
        with pytest.raises(ValueError, match="arrays"):
            read_arrays(path, [lie, *told[1:]])


def test_a_pickle_in_the_result_file_is_only_bytes(tmp_path):
    path = tmp_path / "arrays.bin"
    path.write_bytes(pickle.dumps(Path("x")))
    size = path.stat().st_size
    told = [{"name": "a", "dtype": "|u1", "shape": [size]}]
    assert read_arrays(path, told)["a"].tobytes() == path.read_bytes()


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="no links to refuse")
def test_a_link_in_place_of_the_result_is_refused(tmp_path):
    (tmp_path / "target").write_bytes(bytes(8))
    (tmp_path / "arrays.bin").symlink_to(tmp_path / "target")
    with pytest.raises(OSError, match="symbolic"):
        read_arrays(tmp_path / "arrays.bin", [{"name": "a", "dtype": "<f8", "shape": [1]}])
