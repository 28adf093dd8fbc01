"""How long the model takes."""

import platform
import statistics
import time
from collections.abc import Callable

import numpy as np
import torch

from mmdesign.encoding import Encoder
from mmdesign.rendering import VIEWPOINTS
from mmdesign.training.evaluation.figures import MODEL, Figure, figures_of

TIMING = "Speed"
HEATING = "Heat: cost"
HEAT_TEXTS = 10
VIEW_PX = 224


def timing(
    encoder: Encoder, open_again: Callable[[], Encoder] | None, device: str, repeats: int
) -> list[Figure]:
    """Median times of one design, of one text, and of opening the model.

    Args:
        encoder: The model, warmed up.
        open_again: Opens the same model; None leaves that figure out.
        device: Where it runs, in words.
        repeats: Of each; the median counts.
    """
    generator = np.random.default_rng(0)
    size = (len(VIEWPOINTS), VIEW_PX, VIEW_PX, 3)
    views = list(generator.integers(0, 256, size, np.uint8))
    encoder.embed_images(views)
    design_s = _median_s(lambda: encoder.embed_images(views), repeats)
    text_s = _median_s(lambda: encoder.embed_texts(["a flange with six bolt holes"]), repeats)
    times = {f"one design of {len(views)} views, s": design_s, "one text, ms": 1000 * text_s}
    if open_again is not None:
        times["open the model, s"] = _median_s(open_again, repeats)
    return figures_of(TIMING, device, MODEL, times, repeats)


def heat_cost(encoder: Encoder, repeats: int) -> list[Figure]:
    """What the heat of ten texts on a design's views costs, vectors included, beside vectors alone.

    Args:
        encoder: The model.
        repeats: Of both in turn; the median of their ratios counts.
    """
    generator = np.random.default_rng(0)
    size = (len(VIEWPOINTS), VIEW_PX, VIEW_PX, 3)
    views = list(generator.integers(0, 256, size, np.uint8))
    texts = encoder.embed_texts([f"text {number}" for number in range(HEAT_TEXTS)])
    ratios = []
    for _ in range(repeats + 1):
        begun = time.process_time()
        encoder.embed_images(views)
        between = time.process_time()
        _, patches = encoder.see(views)
        found = encoder.heat(views, texts) if patches is None else patches.heat(texts)
        ratios.append((time.process_time() - between) / (between - begun))
    what = f"vectors and heat of {HEAT_TEXTS} texts, times the vectors alone, CPU time"
    on = f"{len(views)} views, {found.method}"
    return figures_of(HEATING, on, MODEL, {what: statistics.median(ratios[1:])}, repeats)


def _median_s(action: Callable[[], object], repeats: int) -> float:
    taken = []
    for _ in range(repeats):
        begun = time.perf_counter()
        action()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def this_machine(device: str) -> dict[str, str | int]:
    """What the figures were measured on."""
    return {
        "platform": platform.platform(), "processor": platform.machine(),
        "device": device, "threads": torch.get_num_threads(),
        "python": platform.python_version(), "torch": torch.__version__,
    }  # fmt: skip
