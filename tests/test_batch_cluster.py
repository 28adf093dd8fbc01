"""The Ray engine on a real cluster: two nodes on this machine, one of which is killed midway."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
import trimesh
from batch_process import BRIEF, open_fake, settings_in
from fakes import FakeEncoder

from mmdesign.batch import Journal, LocalEngine, Task, Watch, run, write_results
from mmdesign.batch.cluster import RayEngine
from mmdesign.review import Reviewer

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed"),
]
ROOT = Path(__file__).resolve().parents[1]
STORE_BYTES = 200_000_000
START_S = 60


def children(parent):
    """Ids and command lines of a process's children."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == parent:
                command = (stat.parent / "cmdline").read_bytes().decode()
                found[int(stat.parent.name)] = command
        except (OSError, ValueError):
            continue
    return found


def raylet_of(node):
    """Process id of the raylet that a `ray start --block` has started."""
    for _ in range(START_S * 10):
        for pid, command in children(node.pid).items():
            if Path(command.split("\0")[0]).name == "raylet":
                return pid
        time.sleep(0.1)
    message = "the raylet did not start"
    raise RuntimeError(message)


def start(folder, *options):
    return subprocess.Popen(
        [
            Path(sys.executable).with_name("ray"), "start", "--block", "--num-cpus=1",
            f"--object-store-memory={STORE_BYTES}", "--disable-usage-stats", *options,
        ],
        stdout=(folder / "ray.log").open("ab"), stderr=subprocess.STDOUT, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}",
             "RAY_memory_usage_threshold": "0.99", "RAY_worker_niceness": "0"},
    )  # fmt: skip


@contextmanager
def cluster(folder):
    """Two nodes of one core each; yields the address and the second node's process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    nodes = [
        start(folder, "--head", "--node-ip-address=127.0.0.1", f"--port={port}",
              "--include-dashboard=false")
    ]  # fmt: skip
    try:
        raylet_of(nodes[0])
        time.sleep(5)
        nodes.append(start(folder, f"--address={address}"))
        raylet_of(nodes[1])
        time.sleep(3)
        yield address, nodes[1]
    finally:
        for node in reversed(nodes):
            node.send_signal(signal.SIGTERM)
        for node in nodes:
            try:
                node.wait(timeout=30)
            except subprocess.TimeoutExpired:
                node.kill()


@pytest.mark.long
def test_two_nodes_one_killed_give_every_row_and_the_bytes_of_one_machine(tmp_path, monkeypatch):
    folder = tmp_path / "designs"
    folder.mkdir()
    for n in range(24):
        trimesh.creation.box((10 + n, 15, 4)).export(folder / f"box_{n:02d}.stl")
    (folder / "broken.stl").write_bytes(b"solid nothing")
    files = sorted(folder.iterdir())
    outs = {name: tmp_path / f"{name}.parquet" for name in ("local", "ray")}
    killed_at = []
    with Reviewer(settings_in(tmp_path), FakeEncoder()) as reviewer, \
            cluster(tmp_path) as (address, node):  # fmt: skip
        monkeypatch.setenv("RAY_ADDRESS", address)
        victim = raylet_of(node)

        def watch(progress):
            if progress.detail["files_done"] >= 8 and not killed_at:
                killed_at.append(progress.detail["files_done"])
                os.kill(victim, signal.SIGKILL)

        engines = {
            "ray": lambda: RayEngine(reviewer.settings, open_model=open_fake),
            "local": lambda: LocalEngine(reviewer.settings, reviewer.encoder, cores=2),
        }
        for name, open_engine in engines.items():
            with open_engine() as engine, Journal(tmp_path / f"{name}.j") as journal:
                task = Task(files, reviewer.judge_of(BRIEF))
                run(task, engine, journal, watch=Watch(watch if name == "ray" else None))
                assert len(journal) == len(files)
                assert journal.counts()["failed"] == 1
                write_results(journal, outs[name], BRIEF)
    assert killed_at
    assert outs["ray"].read_bytes() == outs["local"].read_bytes()
