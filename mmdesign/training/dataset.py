"""Designs rendered once into geometry buffers, kept in shards, relit afresh at every step.

What a pixel sees (normal, edge, openness, feature) does not change with light and colour, so it
is stored and the light is left to `relighting`. A work folder holds one folder per split, and in
it shards of 64 designs: `00012.npy` with the views, `00012.jsonl` with what is known of the
designs. A finished shard is never made again, so an interrupted run simply goes on.
"""

import csv
import json
import logging
import multiprocessing
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
import trimesh

from mmdesign.domain import ByteArray, Camera, IntArray, Mesh
from mmdesign.measuring import shape_descriptor
from mmdesign.rendering import cameras
from mmdesign.rendering.buffers import gbuffer_of_scene
from mmdesign.rendering.framing import VIEWPOINTS, look_from
from mmdesign.rendering.occlusion import openness
from mmdesign.rendering.tracing import open_scene
from mmdesign.training.parts import (
    BUILDERS,
    Builder,
    make_part,
    new_builders,
    new_family_builders,
    trained_builders,
)

log = logging.getLogger(__name__)

VIEW_PX = 112
CHANNELS = 6
"""Normal x and y (128 = 0), coverage, edge, openness, feature number + 1 (0 = background)."""
SHARD_DESIGNS = 64
TRAIN_VIEWS = 4
TEST_VIEWPOINTS = ("iso front right", "iso front left", "iso back right",
                   "iso below front right", "front", "top")  # fmt: skip
SEAM_SHARE = 0.3
"""Parts whose features are outlined as CAD faces are; plain meshes show creases alone."""
TURNED_SHARE = 0.2
"""Designs whose file has another axis up than ours."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one rendered design."""

    name: str
    family: str
    source: str
    """'parts' or the repository that a real design comes from."""
    builder: str = ""
    seed: int = 0
    text: str = ""
    """A real design's own words."""
    counts: Mapping[str, int] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)
    shape: Mapping[str, str] = field(default_factory=dict)
    material: str = ""
    color: tuple[int, int, int] = (178, 194, 214)
    features: tuple[str, ...] = ()
    geometry: tuple[float, ...] = ()
    """Shape descriptor, in [0, 1]; what a picture should tell about the solid."""
    views: int = 0


@dataclass(frozen=True, slots=True)
class Split:
    """All rendered designs of one split."""

    records: tuple[Record, ...]
    first_view: IntArray
    """(N,) where each design's views start; it has records[i].views of them."""
    views: ByteArray
    """(number of views, H, W, CHANNELS)."""

    def __len__(self) -> int:
        return len(self.records)


@dataclass(frozen=True, slots=True)
class _Task:
    """One design to render: a builder and seed, or a row of a manifest."""

    seed: int
    builder_index: int = -1
    row: Mapping[str, str] | None = None
    root: str = ""
    test: bool = False


def render_parts(work: Path, designs: int, fusion_designs: int) -> None:
    """Render the procedural splits to learn from: train for the towers, fusion for the fusion.

    Args:
        work: Folder to write into.
        designs: Number of designs to train on.
        fusion_designs: Number of other designs that the fusion is trained on.
    """
    _render(work / "train", _part_tasks(trained_builders(), designs, 0, test=False))
    fusion = _part_tasks(trained_builders(), fusion_designs, 4 * 10**6, test=True)
    _render(work / "fusion", fusion)


def render_test_parts(work: Path, test_designs: int) -> None:
    """Render the procedural splits to measure on: test, new_builders and new_families.

    Args:
        work: Folder to write into.
        test_designs: Number of unseen designs of trained builders; new builders and new
            families get half as many each.
    """
    _render(work / "test", _part_tasks(trained_builders(), test_designs, 10**6, test=True))
    _render(work / "new_builders", _part_tasks(new_builders(), test_designs // 2, 2 * 10**6, True))
    _render(
        work / "new_families",
        _part_tasks(new_family_builders(), test_designs // 2, 3 * 10**6, test=True),
    )


def render_named(work: Path, data: Path) -> None:
    """Render real, named designs: 19 of 20 into `named`, the others into `named_test`.

    Args:
        work: Folder to write into.
        data: Folder with manifest.csv (path, text, label, up, source_repo, ...) and its meshes.
    """
    with (data / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["text"].strip()]
    train: list[_Task] = []
    test: list[_Task] = []
    for number, row in enumerate(rows):
        # by source folder: near-copies of one model must not stand on both sides
        group = f"{row['source_repo']}/{row['text']}".encode()
        held_out = sum(group) % 20 == 0
        (test if held_out else train).append(_Task(number, row=row, root=str(data), test=held_out))
    order = np.random.default_rng(0).permutation(len(train))
    _render(work / "named", [train[index] for index in order])
    _render(work / "named_test", test)


def load_split(folder: Path) -> Split:
    """Read every finished shard of a split into memory."""
    records: list[Record] = []
    arrays = []
    for path in sorted(folder.glob("*.npy")):
        arrays.append(np.load(path))
        records += _records(path)
    if not arrays:
        return Split((), np.zeros(0, np.int32), np.zeros((0, VIEW_PX, VIEW_PX, CHANNELS), np.uint8))
    counts = np.array([record.views for record in records])
    first = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int32)
    return Split(tuple(records), first, np.concatenate(arrays))


def map_split(folder: Path) -> tuple[tuple[Record, ...], tuple[ByteArray, ...]]:
    """Records and memory-mapped shards of a split, for splits larger than the memory.

    The records come in the order of the shards, each with its views in a row.
    """
    records: list[Record] = []
    shards = []
    for path in sorted(folder.glob("*.npy")):
        shards.append(np.load(path, mmap_mode="r"))
        records += _records(path)
    return tuple(records), tuple(shards)


def _records(shard: Path) -> list[Record]:
    lines = shard.with_suffix(".jsonl").read_text("utf-8").splitlines()
    return [_record(json.loads(line)) for line in lines]


def _record(values: dict[str, Any]) -> Record:
    for key in ("color", "features", "geometry"):
        values[key] = tuple(values[key])
    return Record(**values)


def _part_tasks(
    builders: Sequence[Builder], designs: int, first_seed: int, test: bool
) -> list[_Task]:
    numbers = [BUILDERS.index(builder) for builder in builders]
    return [
        _Task(first_seed + number, numbers[number % len(numbers)], test=test)
        for number in range(designs)
    ]


def _render(folder: Path, tasks: Sequence[_Task]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    jobs = []
    for number, start in enumerate(range(0, len(tasks), SHARD_DESIGNS)):
        path = folder / f"{number:05d}.npy"
        if not path.exists():
            jobs.append((path, tasks[start : start + SHARD_DESIGNS]))
    begun, done = time.monotonic(), 0
    for count in _rendered(jobs):
        done += count
        rate = done / (time.monotonic() - begun)
        log.info("%s: %d designs, %.1f designs/s", folder.name, done, rate)


def _rendered(jobs: Sequence[tuple[Path, Sequence[_Task]]]) -> Iterator[int]:
    """Designs in each shard, as they are finished; a single shard needs no other process."""
    if len(jobs) < 2:
        yield from map(_render_shard, jobs)
        return
    # spawned, not forked: a fork copies the locks of threads that it does not copy
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), spawning, initializer=_be_polite) as pool:
        yield from pool.map(_render_shard, jobs)


def _be_polite() -> None:
    if os.name == "posix":
        os.nice(5)
    torch.set_num_threads(1)


def _render_shard(job: tuple[Path, Sequence[_Task]]) -> int:
    path, tasks = job
    views, records = [], []
    for task in tasks:
        record, mesh, features = _design(task)
        pixels = _views(mesh, features, task)
        views.append(pixels)
        geometry = tuple(np.round(shape_descriptor(mesh), 4).tolist())
        records.append(replace(record, views=len(pixels), geometry=geometry))
    lines = "".join(json.dumps(asdict(record), ensure_ascii=False) + "\n" for record in records)
    path.with_suffix(".jsonl").write_text(lines, "utf-8")
    partial = path.with_suffix(".part")
    with partial.open("wb") as file:
        np.save(file, np.concatenate(views))
    partial.replace(path)
    return len(records)


def _design(task: _Task) -> tuple[Record, Mesh, IntArray]:
    if task.row is not None:
        return _named(task)
    part = make_part(BUILDERS[task.builder_index], task.seed)
    record = Record(
        f"{part.family} {part.seed}", part.family, "parts", part.builder, part.seed,
        counts=part.counts, flags=part.flags, shape=part.shape, material=part.material,
        color=part.color, features=part.feature_names,
    )  # fmt: skip
    return record, part.mesh, part.face_feature


def _named(task: _Task) -> tuple[Record, Mesh, IntArray]:
    assert task.row is not None
    row = task.row
    loaded: Any = trimesh.load(Path(task.root) / row["path"], force="mesh", process=False)
    loaded.merge_vertices()
    vertices = np.asarray(loaded.vertices, np.float64)
    if row["up"] == "y":
        vertices = vertices @ np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
    faces = np.asarray(loaded.faces, np.int32)
    mesh = Mesh(vertices, faces, np.zeros(len(faces), np.int32), ("part",))
    record = Record(row["path"], row["label"], row["source_repo"], text=row["text"])
    return record, mesh, np.zeros(len(faces), np.int32)


def _views(mesh: Mesh, face_feature: IntArray, task: _Task) -> ByteArray:
    """(V, H, W, CHANNELS) of one design; test designs get the same named cameras."""
    generator = np.random.default_rng([task.seed, task.builder_index + 1])
    if not task.test and generator.random() < SEAM_SHARE:
        mesh = replace(mesh, face_brep=face_feature)
    if not task.test and generator.random() < TURNED_SHARE:
        turn = np.eye(3)[generator.permutation(3)]
        turn[0] *= np.sign(np.linalg.det(turn))
        mesh = replace(mesh, vertices=mesh.vertices @ turn.T)
    viewpoints = cameras(mesh, TEST_VIEWPOINTS) if task.test else _mixed(mesh, generator)
    scene = open_scene(mesh, None)
    buffer = gbuffer_of_scene(scene, mesh, viewpoints, VIEW_PX, supersample=2)
    free = openness(scene, buffer)
    seen = buffer.face_index >= 0
    pixels = np.zeros((*buffer.coverage.shape, CHANNELS), np.uint8)
    pixels[..., :2] = np.clip(np.rint(buffer.normals[..., :2] * 127) + 128, 0, 255)
    for channel, values in ((2, buffer.coverage), (3, buffer.edges), (4, free)):
        pixels[..., channel] = np.rint(values * 255)
    pixels[..., 5] = np.where(seen, face_feature[buffer.face_index] + 1, 0)
    return pixels


def _mixed(mesh: Mesh, generator: np.random.Generator) -> tuple[Camera, ...]:
    """Half of the views as the app takes them, half from anywhere."""
    names = tuple(str(name) for name in generator.permutation(list(VIEWPOINTS))[: TRAIN_VIEWS // 2])
    free = []
    for number in range(TRAIN_VIEWS - len(names)):
        azimuth = generator.uniform(0, 2 * np.pi)
        elevation = np.radians(generator.uniform(-35, 75))
        backward = np.array([np.cos(azimuth) * np.cos(elevation),
                             np.sin(azimuth) * np.cos(elevation), np.sin(elevation)])  # fmt: skip
        up = np.array([generator.normal(0, 0.08), generator.normal(0, 0.08), 1.0])
        free.append(look_from(f"free {number}", backward, up, mesh.vertices))
    return (*cameras(mesh, names), *free)
