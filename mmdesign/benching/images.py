"""Pictures per second: the model alone, a whole batch from files, and a peer, turn by turn."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

from PIL import Image

from mmdesign.batch import LocalEngine, available_cores, pictures_at_once
from mmdesign.benching.designs import BRIEF, pictures
from mmdesign.benching.figures import Effort, Figure, figure, skipped
from mmdesign.benching.peer import Peer, PeerMissingError
from mmdesign.benching.pieces import SAMPLE, decoding_ms, pieces_ms
from mmdesign.benching.running import Bench, batch_s
from mmdesign.domain import ByteArray
from mmdesign.settings import Settings

ON = "images"
FEWEST, MOST = 3, 9
"""Turns."""
PER_SECOND = 6
"""Pictures of a turn for each second of effort: all turns then take about that long."""


def images(settings: Settings, effort: Effort) -> list[Figure]:
    """Measure forward passes alone, batches of PNG files and clip-retrieval on the same files."""
    count = max(int(PER_SECOND * effort.seconds), SAMPLE)
    with Bench(settings) as bench, LocalEngine(bench.settings, bench.reviewer.encoder) as engine:
        shots = pictures(count)
        files = _written(bench.folder / "files", shots)
        peer = _peer(bench, effort)
        forward = _Forward(bench, shots)
        batch_s(bench, engine, files[: 2 * SAMPLE], BRIEF)
        actions = {"forward": forward.rate, "batch": lambda: count / batch_s(
            bench, engine, files, BRIEF)}  # fmt: skip
        if isinstance(peer, Peer):
            actions["peer"] = lambda: peer.rate(files[0].parent)
        try:
            rates = _turns(actions, effort.seconds)
        finally:
            forward.close()
            if isinstance(peer, Peer):
                peer.close()
        pieces = pieces_ms(bench, files[:SAMPLE], shots[:SAMPLE])
        decoding = decoding_ms(bench.folder / "large", shots)
    return [*_compared(rates, peer), *_bound(pieces, rates), *decoding]


class _Forward:
    """Forward passes alone, one thread on each core."""

    def __init__(self, bench: Bench, shots: Sequence[ByteArray]) -> None:
        self._hardware = import_module("mmdesign.encoding.hardware")
        at_once = pictures_at_once(self._hardware.on_gpu(bench.settings.device))
        self._cores = available_cores()
        self._passes = max(len(shots) // at_once, self._cores)
        self._count = self._passes * at_once
        self._pass = self._hardware.forward_only(bench.reviewer.encoder, shots[:at_once])
        self._threads = ThreadPoolExecutor(self._cores)

    def rate(self) -> float:
        """Pictures per second of this turn."""
        before = self._hardware.limit_threads(1)
        begun = time.perf_counter()
        for done in [self._threads.submit(self._pass) for _ in range(self._passes)]:
            done.result()
        taken_s = time.perf_counter() - begun
        self._hardware.limit_threads(before)
        return self._count / taken_s

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown()


def _turns(actions: Mapping[str, Callable[[], float]], seconds: float) -> dict[str, list[float]]:
    """Rates of each action, taken in turn."""
    rates: dict[str, list[float]] = {name: [] for name in actions}
    end = time.perf_counter() + seconds
    for turn in range(MOST):
        if turn >= FEWEST and time.perf_counter() > end:
            break
        for name, action in actions.items():
            rates[name].append(action())
    return rates


def _peer(bench: Bench, effort: Effort) -> Peer | str:
    """The peer, ready to run; or why there is none."""
    try:
        return Peer.start(effort.peer, bench.reviewer.encoder, bench.folder)
    except PeerMissingError as problem:
        return str(problem)


def _compared(rates: Mapping[str, Sequence[float]], peer: Peer | str) -> list[Figure]:
    cores = available_cores()

    def over(one: str, other: str) -> list[float]:
        return [a / b for a, b in zip(rates[one], rates[other], strict=True)]

    figures = [
        figure(ON, f"forward passes alone, {cores} cores", rates["forward"], "/s"),
        figure(ON, f"batch of PNG files to rows, {cores} cores", rates["batch"], "/s"),
        figure(ON, "batch over forward passes", over("batch", "forward"), "", "target 0.9"),
    ]
    if isinstance(peer, str):
        return [*figures, skipped(ON, "clip-retrieval on the same files", "/s", peer)]
    return [
        *figures,
        figure(ON, "clip-retrieval on the same files", rates["peer"], "/s", peer.about),
        figure(ON, "batch over clip-retrieval", over("batch", "peer"), "", "target 1.8"),
        figure(ON, "clip-retrieval over forward passes", over("peer", "forward"), ""),
    ]


def _bound(pieces: Mapping[str, list[float]], rates: Mapping[str, Sequence[float]]) -> list[Figure]:
    """The pieces, and what share of its cores' time a batch can spend in forward passes."""
    turns = list(zip(*pieces.values(), strict=True))
    limits = [turn[0] / sum(turn) for turn in turns]
    limit = statistics.median(limits)
    reached = [b / a / limit for a, b in zip(rates["forward"], rates["batch"], strict=True)]
    return [
        *(figure(ON, f"one thread: {name}", each, "ms") for name, each in pieces.items()),
        figure(ON, "limit if a batch only decoded and looked",
               [turn[0] / sum(turn[:2]) for turn in turns], ""),
        figure(ON, "limit of batch over forward passes", limits, "", "forward over all pieces"),
        figure(ON, "batch over its limit", reached, ""),
    ]  # fmt: skip


def _written(folder: Path, shots: Sequence[ByteArray]) -> list[Path]:
    folder.mkdir()
    files = []
    for number, shot in enumerate(shots):
        files.append(folder / f"{number:04d}.png")
        Image.fromarray(shot).save(files[-1])
    return files
