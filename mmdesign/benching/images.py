"""Pictures per second: the model alone, our encoder, and a whole batch from files."""

import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PIL import Image

from mmdesign.batch import LocalEngine, available_cores, embed, pictures_at_once
from mmdesign.benching.designs import BRIEF, pictures
from mmdesign.benching.figures import Effort, Figure, figure, skipped
from mmdesign.benching.running import Bench, batch_s
from mmdesign.encoding import open_encoder
from mmdesign.settings import Settings

ON = "images"
REPEATS = 7
AT_A_TIME = 48
CLIP_RETRIEVAL = (
    "rom1504/clip-retrieval loads published models only, not a bundle of its own like this one; "
    "its own pipeline reached 0.42 to 0.48 of its model's forward pass where it was tried"
)


def images(settings: Settings, effort: Effort) -> list[Figure]:
    """Measure (a) forward passes alone, (b) our encoder, (c) a peer, (d) batches of files.

    (a) and (b) run in one thread, turn by turn; (d) keeps all cores busy.
    """
    hardware = import_module("mmdesign.encoding.hardware")
    encoder = open_encoder(settings)
    shots = pictures(AT_A_TIME)
    at_once = pictures_at_once(hardware.on_gpu(settings.device))
    before = hardware.limit_threads(1)
    forward = hardware.forward_only(encoder, shots[:at_once])
    actions: dict[str, Callable[[], object]] = {
        "forward": forward, "encoder": lambda: embed(encoder, shots, at_once),
    }  # fmt: skip
    counts = {"forward": min(at_once, len(shots)), "encoder": len(shots)}
    rates: dict[str, list[float]] = {name: [] for name in actions}
    end = time.perf_counter() + effort.seconds / 2
    while len(rates["encoder"]) < REPEATS and time.perf_counter() < end:
        for name, action in actions.items():
            begun = time.perf_counter()
            action()
            rates[name].append(counts[name] / (time.perf_counter() - begun))
    hardware.limit_threads(before)
    ratios = [b / a for a, b in zip(rates["forward"], rates["encoder"], strict=True)]
    whole = _files_per_s(settings, effort.seconds / 2)
    limit = figure(ON, "forward passes alone, one thread", rates["forward"], "/s")
    cores = available_cores()
    return [
        limit,
        figure(ON, "our encoder on pictures in memory, one thread", rates["encoder"], "/s"),
        figure(ON, "encoder over forward passes", ratios, "", "target 0.9"),
        skipped(ON, "clip-retrieval on the same pictures", "/s", CLIP_RETRIEVAL),
        figure(ON, f"batch of PNG files, {cores} cores", [whole], "/s"),
        figure(ON, "batch over forward passes on all cores",
               [whole / (limit.value or 1.0) / cores], "", "decoding is sandboxed"),
    ]  # fmt: skip


def _files_per_s(settings: Settings, seconds: float) -> float:
    """Rate of a batch over picture files, each a design of its own."""
    with tempfile.TemporaryDirectory(prefix="mmdesign-bench-") as folder, Bench(settings) as bench:
        files = []
        for number, shot in enumerate(pictures(int(min(400, 8 * seconds)) + AT_A_TIME)):
            files.append(Path(folder) / f"{number:04d}.png")
            Image.fromarray(shot).save(files[-1])
        with LocalEngine(bench.settings, bench.reviewer.encoder) as engine:
            batch_s(bench, engine, files[:AT_A_TIME], BRIEF)
            return (len(files) - AT_A_TIME) / batch_s(bench, engine, files[AT_A_TIME:], BRIEF)
