"""Are measured requirements judged right? On drawn parts, whose every measure is known.

Each part is asked ten things, with limits a few per cent and counts one off on either side of the
truth, and is read as a STEP file and as an STL file through the application's own reader.
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from mmdesign.domain import Design, Measurement, Mesh, Outcome, Spec
from mmdesign.judging import judge
from mmdesign.loading import Loader
from mmdesign.measuring import mass, measure
from mmdesign.settings import Settings
from mmdesign.spec import density_g_per_cm3, parse_spec
from mmdesign.training.evaluation.asking import MATERIAL, MATERIAL_LINE, Asked, ask
from mmdesign.training.evaluation.drawing import Drawing
from mmdesign.training.evaluation.drawn_parts import FAMILIES, Truth, draw
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.posing import pose
from mmdesign.training.evaluation.speed import TIMING
from mmdesign.training.parts.draft import Dice

MEASURED: Final = "Measured requirements of drawn parts, limits 2 to 5 % or one off"
FORMS: Final = ("step", "stl")
ALL_KINDS: Final = "all kinds"
LONG_BRIEF: Final = 300
_STL_HEAD: Final = 80


@dataclass(frozen=True, slots=True)
class Answer:
    """One requirement of one part in one form, and what was said of it."""

    part: str
    form: str
    asked: Asked
    outcome: Outcome | None
    """None when the parser read the sentence as something else."""
    said: str

    @property
    def is_right(self) -> bool:
        """Whether it was decided, and as it is."""
        return self.outcome == ("met" if self.asked.is_met else "not_met")


def requirement_figures(parts: int = 200, each: int = 10, seed: int = 0) -> list[Figure]:
    """Share judged right by kind of requirement, and how long judging takes.

    Args:
        parts: Drawn parts, in equal numbers of every family.
        each: Requirements of each part.
        seed: Of the parts and of what is asked.
    """
    return [*summary(list(answers(parts, each, seed))), *judging_time()]


def answers(parts: int, each: int, seed: int) -> Iterator[Answer]:
    """Every requirement of every part in both forms."""
    loader = Loader(Settings())
    try:
        with TemporaryDirectory() as folder:
            for number in range(parts):
                yield from _answers_on(number, each, seed, loader, Path(folder))
    finally:
        loader.close()


def _answers_on(
    number: int, each: int, seed: int, loader: Loader, folder: Path
) -> Iterator[Answer]:
    drawing, truth, dice = part_of(number, seed)
    asked = ask(truth, dice, each)
    name = f"{FAMILIES[number % len(FAMILIES)].name} {number}"
    for form in FORMS:
        design = read(drawing, form, loader, folder)
        measurements = weighed(measure(design))
        for question in asked:
            yield _answer(name, form, question, design, measurements)


def part_of(number: int, seed: int) -> tuple[Drawing, Truth, Dice]:
    """The part with this number, in some pose; its mesh is cut finely or coarsely by chance."""
    dice = Dice(seed * 1_000_003 + number)
    family = FAMILIES[number % len(FAMILIES)]
    parameters = family.draw_parameters(dice)
    drawing, truth = draw(family, parameters, 4 * dice.whole(8, 24))
    drawing.pose, truth = pose(truth, dice)
    return drawing, truth, dice


def read(drawing: Drawing, form: str, loader: Loader, folder: Path) -> Design:
    """Write a drawing to a file and read it as the application does."""
    path = folder / f"part.{form}"
    if form == "step":
        path.write_text(drawing.step(), encoding="ascii")
    else:
        path.write_bytes(stl_bytes(drawing.mesh()))
    return loader.load([path], units=None if form == "step" else "mm")


def weighed(measurements: tuple[Measurement, ...]) -> tuple[Measurement, ...]:
    """Add the mass in the material that the briefs name."""
    grams = mass(measurements, density_g_per_cm3(MATERIAL))
    return measurements if grams is None else (*measurements, grams)


def _answer(
    name: str, form: str, asked: Asked, design: Design, measurements: Sequence[Measurement]
) -> Answer:
    spec = parse_spec(f"{asked.text}\n{MATERIAL_LINE}")
    wanted = "hole_count" if asked.quantity == "holes of one size" else asked.quantity
    rows = [row for row in spec.requirements if row.quantity == wanted]
    if len(rows) != 1:
        read_as = [row.quantity for row in spec.requirements]
        return Answer(name, form, asked, None, f"read as {read_as}")
    one = Spec(spec.text, (rows[0],), material=spec.material)
    (verdict,) = judge(one, measurements, {}, has_geometry=True, design=design)
    said = verdict.evidence[0].statement if verdict.evidence else verdict.reason
    return Answer(name, form, asked, verdict.outcome, said)


def summary(every: Sequence[Answer]) -> list[Figure]:
    """Share right, wrong and left open, by kind and over all."""
    figures: list[Figure] = []
    for form in FORMS:
        on = f"drawn parts: {form.upper()}"
        of_form = [answer for answer in every if answer.form == form]
        kinds = sorted({answer.asked.quantity for answer in of_form})
        for kind in (ALL_KINDS, *kinds):
            chosen = [a for a in of_form if kind in {ALL_KINDS, a.asked.quantity}]
            if chosen:
                by = MODEL if kind == ALL_KINDS else kind
                figures += figures_of(MEASURED, on, by, _shares(chosen), len(chosen))
        if of_form:
            figures += figures_of(MEASURED, on, CHANCE, {"right": 0.5}, len(of_form))
    return figures


def _shares(chosen: Sequence[Answer]) -> dict[str, float]:
    outcomes = Counter(
        "right" if a.is_right else "misread" if a.outcome is None
        else "left open" if a.outcome == "cannot_tell" else "wrong"
        for a in chosen
    )  # fmt: skip
    kinds = ("right", "wrong", "left open", "misread")
    return {kind: outcomes[kind] / len(chosen) for kind in kinds}


def judging_time(repeats: int = 3) -> list[Figure]:
    """Best time for a brief of 300 requirements on one measured design, parsing included."""
    drawing, truth, _ = part_of(1, 0)
    with TemporaryDirectory() as folder:
        loader = Loader(Settings())
        try:
            design = read(drawing, "stl", loader, Path(folder))
        finally:
            loader.close()
    measurements = weighed(measure(design))
    lines = [MATERIAL_LINE]
    for number in range(LONG_BRIEF):
        lines += [asked.text for asked in ask(truth, Dice(number), 1)]
    text = "\n".join(lines)
    taken = {"parse, s": [0.0], "judge, s": [0.0]}
    for _ in range(repeats):
        begun = time.perf_counter()
        spec = parse_spec(text)
        parsed = time.perf_counter()
        judge(spec, measurements, {}, has_geometry=True, design=design)
        taken["parse, s"].append(parsed - begun)
        taken["judge, s"].append(time.perf_counter() - parsed)
    best = {what: min(times[1:]) for what, times in taken.items()}
    return figures_of(TIMING, f"a brief of {LONG_BRIEF}", MODEL, best, repeats)


def stl_bytes(mesh: Mesh) -> bytes:
    """A binary STL file: corners as float32, facet normals left zero for readers to work out."""
    facet = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("spare", "<u2")])
    facets = np.zeros(len(mesh.faces), facet)
    facets["corners"] = mesh.vertices[mesh.faces]
    head = b"drawn part".ljust(_STL_HEAD, b" ")
    return head + len(facets).to_bytes(4, "little") + facets.tobytes()
