"""What each piece of work on one ready-made picture costs, in processor time of one thread.

A core that decodes does not look. So what bounds a batch on cores alone is not the forward pass but
its share of all work that a picture needs. Processor time is not stretched by what else runs.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from PIL import Image

from mmdesign.batch import Journal, look, pictures_at_once, row_of, shown
from mmdesign.benching.designs import BRIEF
from mmdesign.benching.figures import Figure, figure
from mmdesign.benching.running import Bench
from mmdesign.domain import ByteArray, Design, View
from mmdesign.loading.pictures import read_picture

SAMPLE = 24
"""Pictures whose pieces of work are timed."""
REPEATS = 9
FULL_PX = 1024
Action = tuple[Callable[[], object], int]
"""What to do, and for how many pictures it is done."""


def pieces_ms(
    bench: Bench, files: Sequence[Path], shots: Sequence[ByteArray]
) -> dict[str, list[float]]:
    """Milliseconds per picture of each piece of work, the forward pass and decoding first."""
    hardware = import_module("mmdesign.encoding.hardware")
    before = hardware.limit_threads(1)
    encoder, settings = bench.reviewer.encoder, bench.settings
    at_once = pictures_at_once(False)
    designs = [
        Design(path.stem, path.stem, "images", views=(View(path.stem, shot),))
        for path, shot in zip(files, shots, strict=True)
    ]
    sights = look(encoder, [shown(design, settings) for design in designs], at_once)
    judge = bench.reviewer.judge_of(BRIEF)
    with Journal(bench.folder / "pieces.journal") as journal:

        def judge_all() -> None:
            for number, (path, sight) in enumerate(zip(files, sights, strict=True)):
                row = row_of(path, sight.design_id, *judge(sight))
                journal.keep(number, "", row, sight.thumbnail)

        taken = _spent_ms({
            "forward pass": (hardware.forward_only(encoder, shots[:at_once]), at_once),
            "decoding": _decoding(files),
            "thumbnail": (lambda: [shown(one, settings) for one in designs], len(designs)),
            "scaling for the model": (lambda: hardware.prepared(encoder, shots), len(shots)),
            "judging and row": (judge_all, len(files)),
        })  # fmt: skip
    hardware.limit_threads(before)
    return taken


def decoding_ms(folder: Path, shots: Sequence[ByteArray]) -> list[Figure]:
    """What decoding costs for pictures of full size, by format."""
    folder.mkdir()
    actions = {}
    for suffix in ("png", "jpg"):
        files = [folder / f"{number}.{suffix}" for number in range(4)]
        for file, shot in zip(files, shots, strict=False):
            Image.fromarray(shot).resize((FULL_PX, FULL_PX)).save(file)
        actions[f"decoding {suffix.upper()} of {FULL_PX} px"] = _decoding(files)
    return [
        figure("images", f"one thread: {name}", each, "ms")
        for name, each in _spent_ms(actions).items()
    ]


def _decoding(files: Sequence[Path]) -> Action:
    return lambda: [read_picture(file, file.name) for file in files], len(files)


def _spent_ms(actions: Mapping[str, Action]) -> dict[str, list[float]]:
    """Time of each action in turn."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(REPEATS):
        for name, (action, count) in actions.items():
            begun = time.thread_time()
            action()
            taken[name].append(1000 * (time.thread_time() - begun) / count)
    return taken
