"""Search in a library of N designs: how long, how right, and how much memory.

Vectors are drawn, not embedded: unit vectors of width 512 in clusters of uneven size, in which
about 24 directions count. They are harder to tell apart than the embedded model's: around one of
them 100,000 spread in 32 directions, 68,000 of the model's own in 15 (Levina and Bickel's measure
over 20 neighbours, NIPS 2004). Every search
is timed in turn with its two limits on the same machine: one numpy product of all vectors with the
query, and one reading of all their bytes.
"""

import logging
import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from mmdesign.benching.figures import Effort, Figure, figure, skipped
from mmdesign.benching.running import peak_mb
from mmdesign.benching.servers import SERVER_IS_MISSING, started_server
from mmdesign.domain import DoubleArray, FloatArray, Measurement
from mmdesign.errors import LibraryError
from mmdesign.library import Library, Query, Record
from mmdesign.settings import Settings

LOG = logging.getLogger(__name__)
LIBRARY = "library"
MODEL = "drawn vectors"
WIDTH = 512
HITS = 10
QUERIES = 40
"""Timed."""
RECALLED = 200
"""Looked at for what the approximate index leaves out, the timed ones among them."""
BATCH = 1_000
COMPARED = 20_000
"""Designs at a time, where all are compared with all queries."""
RARE_SHARE = 0.01
CLUSTERS = 2_000
SPECTRUM = -0.5
"""How fast directions count less: so 24 directions count, by the participation ratio."""
ALWAYS_EXACT = 10**12
THUMBNAIL = bytes(1024)
QUANTITIES = {
    "length": "mm", "width": "mm", "height": "mm", "volume": "mm3", "surface_area": "mm2",
    "mass": "g", "hole_count": "", "wall_thickness_min": "mm", "part_count": "",
    "planar_face_count": "", "cylinder_count": "", "triangle_count": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawn:
    """N designs that never were, and what is asked of them."""

    vectors: FloatArray
    """(N, D) unit vectors."""
    clusters: np.ndarray
    """(N,) cluster numbers."""
    queries: FloatArray
    """(RECALLED, D) unit vectors near some of the designs."""
    first_rare: int
    """The cluster from which on there is one design in a hundred."""

    def tags(self, number: int) -> tuple[str, ...]:
        """One design in a hundred is rare at random, and one has a rare look."""
        rare = ("random",) if number % round(1 / RARE_SHARE) == 0 else ()
        return (*rare, "alike") if self.clusters[number] >= self.first_rare else rare


def library(settings: Settings, effort: Effort) -> list[Figure]:
    """Searches, adding, opening and memory, for every size asked for."""
    del settings
    figures: list[Figure] = []
    for size in effort.sizes:
        drawn = draw(size)
        with TemporaryDirectory(prefix="mmdesign-bench-") as folder:
            figures += _measured(Path(folder), drawn, f"folder, {size:,}")
        if effort.postgresql is not None:
            figures += _on_server(effort.postgresql, drawn, f"pgvector, {size:,}")
    return figures


def draw(count: int, seed: int = 7) -> Drawn:
    """Draw designs: a common direction, clusters of uneven size, and each design's own part."""
    random = np.random.default_rng(seed)
    spread = np.arange(1, WIDTH + 1, dtype=np.float32) ** SPECTRUM
    spread *= np.sqrt(WIDTH / np.square(spread).sum())
    common = random.normal(size=WIDTH).astype(np.float32) * 0.8
    centres = random.normal(size=(CLUSTERS, WIDTH)).astype(np.float32) * spread
    weights = 1.0 / np.arange(1, CLUSTERS + 1)
    clusters = random.choice(CLUSTERS, size=count, p=weights / weights.sum())
    vectors = np.empty((count, WIDTH), dtype=np.float32)
    for start in range(0, count, BATCH):
        chosen = centres[clusters[start : start + BATCH]]
        own = random.normal(size=chosen.shape).astype(np.float32) * spread
        vectors[start : start + BATCH] = _unit(common + chosen + 0.7 * own)
    asked = vectors[random.integers(count, size=RECALLED)]
    noise = random.normal(size=asked.shape).astype(np.float32) * spread / np.sqrt(np.float32(WIDTH))
    tail = np.cumsum(np.bincount(clusters, minlength=CLUSTERS)[::-1])[::-1]
    first_rare = int(np.argmax(tail <= RARE_SHARE * count))
    return Drawn(vectors, clusters, _unit(asked + 0.4 * noise), first_rare)


def _unit(vectors: FloatArray | DoubleArray) -> FloatArray:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _records(drawn: Drawn, start: int, stop: int) -> list[Record]:
    return [
        Record(
            design_id=f"{number:064x}",
            name=f"design {number}",
            path=f"/designs/shelf {number % 97}/design {number}.step",
            vector=drawn.vectors[number],
            tags=drawn.tags(number),
            measurements=tuple(
                Measurement(name, float((number * (at + 3)) % 997), unit, 0.0)
                for at, (name, unit) in enumerate(QUANTITIES.items())
            ),
            thumbnail=THUMBNAIL,
        )
        for number in range(start, stop)
    ]


def _on_server(place: str, drawn: Drawn, on: str) -> list[Figure]:
    try:
        with started_server(place) as url:
            return _measured(url, drawn, on)
    except (LibraryError, ModuleNotFoundError) as problem:
        reason = SERVER_IS_MISSING if isinstance(problem, ModuleNotFoundError) else str(problem)
        return [skipped(LIBRARY, on, "", reason)]


def _measured(place: str | Path, drawn: Drawn, on: str) -> list[Figure]:
    figures = _told(_ingested(place, drawn, on))
    if isinstance(place, Path):
        figures += _told(_opened(place, drawn, on))
    with Library.open_existing(place, exact_limit=ALWAYS_EXACT) as exact:
        times = _timed(_searches(exact, drawn), drawn)
    figures += _told(_searched(times, on))
    started, worked = time.perf_counter(), time.process_time()
    with Library.open_existing(place, exact_limit=0) as fast:
        fast.prepare_index()
        seconds = time.perf_counter() - started, time.process_time() - worked
        figures += [
            figure(LIBRARY, f"{on}: approximate index, built", [seconds[0]], "s"),
            figure(LIBRARY, f"{on}: approximate index, CPU here", [seconds[1]], "s"),
        ]
        quick = _timed(
            {"approximate": lambda q: _ids(fast, q, None), "product": lambda q: drawn.vectors @ q},
            drawn,
        )
        near = [_ids(fast, query, None) for query in drawn.queries]
    figures += _times("approximate", quick["approximate"], on)
    recalls = [
        len(true.intersection(found)) / HITS
        for true, found in zip(_nearest(drawn), near, strict=True)
    ]
    return [
        *figures,
        *(figure(LIBRARY, f"{on}: approximate p95 to {limit} p95, {kind}", [ratio], "x", note)
          for limit, against, note in (
              ("exact", times["exact"], "target at most 0.1 at 1,000,000"),
              ("product in turn", quick["product"], ""),
          )
          for column, kind in enumerate(("wall", "CPU here"))
          if (ratio := _p(quick["approximate"], column, 95) / _p(against, column, 95))),
        Figure(LIBRARY, f"{on}: approximate recall@{HITS}", float(np.mean(recalls)), "",
               min(recalls), max(recalls), len(recalls), "target 0.99; against every design"),
        figure(LIBRARY, f"{on}: greatest memory of this process", [peak_mb()], "MB",
               f"of which {drawn.vectors.nbytes / 2**20:,.0f} are the drawn vectors"),
    ]  # fmt: skip


def _nearest(drawn: Drawn) -> list[set[str]]:
    """Ids of the HITS designs nearest to each query, by comparing all."""
    best: list[list[tuple[float, int]]] = [[] for _ in drawn.queries]
    for start in range(0, len(drawn.vectors), COMPARED):
        cosines = drawn.vectors[start : start + COMPARED] @ drawn.queries.T
        rows = np.argsort(-cosines, axis=0)[:HITS]
        for query, numbers in enumerate(rows.T):
            found = [(float(cosines[row, query]), start + int(row)) for row in numbers]
            best[query] = sorted([*best[query], *found], reverse=True)[:HITS]
    return [{f"{number:064x}" for _, number in pairs} for pairs in best]


def _told(figures: list[Figure]) -> list[Figure]:
    """Say what was measured so far: large libraries take long."""
    for each in figures:
        LOG.info("%s: %.4g %s", each.what, each.value, each.unit)
    return figures


def _ingested(place: str | Path, drawn: Drawn, on: str) -> list[Figure]:
    count = len(drawn.vectors)
    wall = cpu = 0.0
    with Library.open(place, MODEL, WIDTH, exact_limit=ALWAYS_EXACT) as opened:
        for start in range(0, count, BATCH):
            records = _records(drawn, start, min(start + BATCH, count))
            began = time.perf_counter(), time.process_time()
            opened.add(records)
            wall += time.perf_counter() - began[0]
            cpu += time.process_time() - began[1]
    what = f"{on}: added, {BATCH:,} at a time, on the disk"
    return [
        figure(LIBRARY, what, [count / wall], "designs/s"),
        figure(LIBRARY, f"{on}: adding, CPU here", [1000 * cpu / count], "ms each"),
    ]


def _searches(opened: Library, drawn: Drawn) -> dict[str, Callable[[FloatArray], object]]:
    vectors = drawn.vectors
    return {
        "product": lambda query: vectors @ query,
        "reading": lambda query: float(vectors.sum(dtype=np.float32)),
        "exact": lambda query: _ids(opened, query, None),
        "filter of 1 %, random": lambda query: _ids(opened, query, "tag = random"),
        "filter of 1 %, alike": lambda query: _ids(opened, query, "tag = alike"),
    }


def _ids(opened: Library, query: FloatArray, where: str | None) -> list[str]:
    hits = opened.search(Query(query), HITS, where=where).hits
    return [hit.design_id for hit in hits]


Times = list[tuple[float, float]]


def _timed(searches: dict[str, Callable[[FloatArray], object]], drawn: Drawn) -> dict[str, Times]:
    """Run every search once for each of QUERIES, in turn: wall and CPU seconds."""
    times: dict[str, Times] = {name: [] for name in searches}
    for search in searches.values():
        search(drawn.queries[0])
        search(drawn.queries[0])
    for turn, query in enumerate(drawn.queries[:QUERIES]):
        # Each comes first in its turn: on a busy machine the last ones wait longer.
        first = turn % len(searches)
        for name, search in [*searches.items()][first:] + [*searches.items()][:first]:
            wall, cpu = time.perf_counter(), time.process_time()
            search(query)
            times[name].append((time.perf_counter() - wall, time.process_time() - cpu))
    return times


def _searched(times: dict[str, Times], on: str) -> list[Figure]:
    figures = []
    for name, each in times.items():
        figures += _times(name, each, on)
        if name not in ("product", "reading"):
            note = "target at most 1.5" if name == "exact" and on.startswith("folder") else ""
            figures += [
                figure(LIBRARY, f"{on}: {name} to {limit}, {kind}", [ratio], "x", note)
                for limit in ("product", "reading")
                for column, kind in enumerate(("wall", "CPU here"))
                if (ratio := _p(each, column, 50) / _p(times[limit], column, 50))
            ]
    return figures


def _times(name: str, times: Times, on: str) -> list[Figure]:
    cpu = 1000 * float(np.mean([seconds for _, seconds in times]))
    return [
        Figure(LIBRARY, f"{on}: {name}, p50", _p(times, 0, 50), "ms", repeats=len(times)),
        Figure(LIBRARY, f"{on}: {name}, p95", _p(times, 0, 95), "ms", repeats=len(times)),
        Figure(LIBRARY, f"{on}: {name}, CPU here", cpu, "ms", repeats=len(times)),
    ]


def _p(times: Times, column: int, share: float) -> float:
    return 1000 * float(np.percentile([each[column] for each in times], share))


def _opened(place: Path, drawn: Drawn, on: str) -> list[Figure]:
    """Open it in a process of its own, whose memory can be told."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        first_s, grown = pool.apply(opening_costs, (place, drawn.queries[:20]))
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        open_s, _ = pool.apply(opening_costs, (place, drawn.queries[:20]))
    each = grown / len(drawn.vectors)
    return [
        figure(LIBRARY, f"{on}: opened for the first time and searched, CPU", [first_s], "s"),
        figure(LIBRARY, f"{on}: opened again and searched, CPU", [open_s], "s"),
        figure(LIBRARY, f"{on}: memory per design after 40 searches", [each], "B",
               "target under 3,000 at 100,000"),
    ]  # fmt: skip


def opening_costs(place: Path, queries: FloatArray) -> tuple[float, int]:
    """CPU seconds from opening to the first answer, and bytes that searching takes beyond it."""
    with TemporaryDirectory(prefix="mmdesign-bench-") as empty:
        small = Library.open(Path(empty), MODEL, WIDTH)
        small.add([Record("0" * 64, "first", "/first", queries[0])])
        small.search(Query(queries[0]))
        small.close()
    before = resident_bytes()
    started = time.process_time()
    with Library.open_existing(place, exact_limit=ALWAYS_EXACT) as opened:
        opened.search(Query(queries[0]), HITS)
        seconds = time.process_time() - started
        for query in queries:
            opened.search(Query(query), HITS)
            opened.search(Query(query), HITS, where="tag = random and mass < 500")
        return seconds, resident_bytes() - before


def resident_bytes() -> int:
    """Memory of this process, with the files that it has mapped and read.

    Raises:
        OSError: If this is not a Linux machine.
    """
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return 1024 * int(line.split()[1])
    message = "/proc/self/status tells no VmRSS"
    raise OSError(message)
