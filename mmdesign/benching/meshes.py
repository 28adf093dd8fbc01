"""Meshes per second from file to row, against the sum of the stages' own times."""

import time
from collections import defaultdict
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from mmdesign.batch import LocalEngine, available_cores, embed, pictures_at_once
from mmdesign.benching.designs import BRIEF, brackets
from mmdesign.benching.figures import Effort, Figure, figure
from mmdesign.benching.running import Bench, batch_s, cpu_s
from mmdesign.loading import Loader
from mmdesign.rendering import cameras, open_scene
from mmdesign.review import measured, rendered
from mmdesign.settings import Settings

ON = "meshes"
FACES = 50_000
REPEATS = 5
SAMPLES_PX = 2
"""Samples per pixel along each side, as the renderer takes them."""


def meshes(settings: Settings, effort: Effort) -> list[Figure]:
    """Time each stage alone on one core, then whole batches on all cores.

    Processor seconds tell how much of a batch is work of its stages whatever else the machine
    does meanwhile; wall seconds tell whether all cores were kept busy.
    """
    hardware = import_module("mmdesign.encoding.hardware")
    cores = available_cores()
    with Bench(settings) as bench:
        files = brackets(bench.folder / "files", 6 * cores, FACES)
        before = hardware.limit_threads(1)
        stages, rays = _stages_s(bench, files)
        hardware.limit_threads(before)
        walls: list[float] = []
        with LocalEngine(bench.settings, bench.reviewer.encoder) as engine:
            batch_s(bench, engine, files[:cores], BRIEF)
            end = time.perf_counter() + effort.seconds
            spent_s = cpu_s()
            while len(walls) < REPEATS and (not walls or time.perf_counter() < end):
                walls.append(batch_s(bench, engine, files, BRIEF) / len(files))
        # Children count once they have ended: the workers of this engine, and their readers.
        load_s = (cpu_s() - spent_s) / len(files) / len(walls)
    floor_s = sum(stages.values())
    each = [figure(ON, f"{name}, one core", [value], "s") for name, value in stages.items()]
    return [
        *each,
        figure(ON, "rays alone, of the rendering", [rays], "s"),
        figure(ON, "all stages, one core", [floor_s], "s"),
        figure(ON, f"batch, wall time per design, {cores} cores", walls, "s"),
        figure(ON, "batch, processor time per design", [load_s], "s", "start of workers included"),
        figure(ON, "stages over wall time of all cores",
               [floor_s / cores / wall for wall in walls], "", "target 0.75, on an idle machine"),
    ]  # fmt: skip


def _stages_s(bench: Bench, files: Sequence[Path]) -> tuple[dict[str, float], float]:
    """Median seconds of each stage of one design, and of the rays in it."""
    taken: dict[str, list[float]] = defaultdict(list)
    encoder = bench.reviewer.encoder
    at_once = pictures_at_once(False)
    with Loader(bench.settings) as loader:
        loader.load(files[0])
        for file in files[:REPEATS]:
            marks = [time.perf_counter()]
            design = loader.load(file)
            marks.append(time.perf_counter())
            design, _ = rendered(design, bench.settings.view_px)
            marks.append(time.perf_counter())
            measured(design)
            marks.append(time.perf_counter())
            embed(encoder, [view.image for view in design.views], at_once)
            marks.append(time.perf_counter())
            names = ("reading", "rendering", "measuring", "looking")
            for name, begun, end in zip(names, marks, marks[1:], strict=False):
                taken[name].append(end - begun)
    medians = {name: sorted(values)[len(values) // 2] for name, values in taken.items()}
    mesh = design.mesh
    if mesh is None:
        return medians, 0.0
    scene = open_scene(mesh)
    views = cameras(mesh)
    scene.trace(views[0], 8)
    begun = time.perf_counter()
    for camera in views:
        scene.trace(camera, SAMPLES_PX * bench.settings.view_px)
    return medians, time.perf_counter() - begun
