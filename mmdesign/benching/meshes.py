"""Meshes per second from file to row, against the sum of the stages' own times."""

import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from mmdesign.batch import LocalEngine, SightCache, available_cores, embed, pictures_at_once
from mmdesign.benching.designs import BRIEF, brackets
from mmdesign.benching.figures import Effort, Figure, figure
from mmdesign.benching.running import Bench, batch_s
from mmdesign.loading import Loader
from mmdesign.rendering import cameras, open_scene
from mmdesign.review import measured, rendered
from mmdesign.settings import Settings

ON = "meshes"
FACES = 50_000
FEWEST, REPEATS = 2, 5
PER_CORE = 4
"""Designs of a batch for each core."""
SAMPLES_PX = 2
"""Samples per pixel along each side, as the renderer takes them."""


def meshes(settings: Settings, effort: Effort) -> list[Figure]:
    """Time each stage alone on one core and whole batches on all cores, in turn.

    Processor seconds tell how much of a batch is work of its stages whatever else the machine
    does meanwhile; wall seconds tell whether all cores were kept busy.
    """
    cores = available_cores()
    walls: list[float] = []
    stages: dict[str, list[float]] = defaultdict(list)
    with Bench(settings) as bench, Loader(bench.settings) as loader:
        files = brackets(bench.folder / "files", PER_CORE * cores, FACES)
        _add_stages(stages, bench, loader, files[0])
        stages.clear()  # the first design opens what the others find open
        with LocalEngine(bench.settings, bench.reviewer.encoder) as engine:
            batch_s(bench, engine, files[:cores], BRIEF)
            end = time.perf_counter() + effort.seconds
            while len(walls) < REPEATS and (len(walls) < FEWEST or time.perf_counter() < end):
                for file in files[:FEWEST]:
                    _add_stages(stages, bench, loader, file)
                walls.append(batch_s(bench, engine, files, BRIEF) / len(files))
            again = _second_briefs(bench, engine, files)
        rays = _rays_s(bench, loader, files[0])
    floor_s = sum(statistics.median(taken) for taken in stages.values())
    slowest_s = max(statistics.median(taken) for taken in stages.values())
    return [
        *(figure(ON, f"{name}, one core", taken, "s") for name, taken in stages.items()),
        figure(ON, "rays alone, of the rendering", [rays], "s"),
        figure(ON, "all stages, one core", [floor_s], "s", "sum of the medians"),
        figure(ON, f"batch, wall time per design, {cores} cores", walls, "s"),
        figure(ON, "stages over wall time of all cores",
               [floor_s / cores / wall for wall in walls], "", "target 0.75, on an idle machine"),
        figure(ON, "slowest stage over wall time of all cores",
               [slowest_s / cores / wall for wall in walls], ""),
        *again,
    ]  # fmt: skip


def _second_briefs(bench: Bench, engine: LocalEngine, files: Sequence[Path]) -> list[Figure]:
    """How much faster another brief is over files that were seen."""
    with SightCache(bench.settings.cache) as cache:
        first_s = batch_s(bench, engine, files, BRIEF, cache)
        briefs = [f"{BRIEF}\nNo shorter than {length_mm} mm." for length_mm in range(10, 15)]
        seconds = [batch_s(bench, engine, files, brief, cache) for brief in briefs]
    return [
        figure(ON, "another brief on designs seen before", [s / len(files) for s in seconds], "s"),
        figure(ON, "first brief over another brief", [first_s / s for s in seconds], "",
               "target 50"),
    ]  # fmt: skip


def _add_stages(stages: dict[str, list[float]], bench: Bench, loader: Loader, file: Path) -> None:
    """Add the seconds of each stage of one design, on one core."""
    hardware = import_module("mmdesign.encoding.hardware")
    before = hardware.limit_threads(1)
    marks = [time.perf_counter()]
    design = loader.load(file)
    marks.append(time.perf_counter())
    design, _ = rendered(design, bench.settings.view_px)
    marks.append(time.perf_counter())
    measured(design)
    marks.append(time.perf_counter())
    pictures = [view.image for view in design.views]
    embed(bench.reviewer.encoder, pictures, pictures_at_once(False))
    marks.append(time.perf_counter())
    hardware.limit_threads(before)
    names = ("reading", "rendering", "measuring", "looking")
    for name, begun, end in zip(names, marks, marks[1:], strict=False):
        stages[name].append(end - begun)


def _rays_s(bench: Bench, loader: Loader, file: Path) -> float:
    """Seconds of the rays alone that hit a design, from all its cameras."""
    mesh = loader.load(file).mesh
    if mesh is None:
        return 0.0
    scene, views = open_scene(mesh), cameras(mesh)
    scene.trace(views[0], 8)
    begun = time.perf_counter()
    for camera in views:
        scene.trace(camera, SAMPLES_PX * bench.settings.view_px)
    return time.perf_counter() - begun
