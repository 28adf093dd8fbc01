"""The two steps from a file to a sight: made ready by any process, looked at by the model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeAlias

import numpy as np

from mmdesign.domain import ByteArray, Design, FloatArray
from mmdesign.encoding import Encoder, pool
from mmdesign.errors import DesignError, MMDesignError
from mmdesign.library import thumbnail_webp
from mmdesign.loading import IMAGE_SUFFIXES, Loader
from mmdesign.review import Sight, faceless, measured, render_device, rendered
from mmdesign.settings import Settings

PICTURES_AT_ONCE = 12
"""A forward pass always takes exactly this many, the last one padded. A network's sums round
differently in batches of another size; with one size a design gets the same bits whatever was
looked at beside it, which is what makes two runs of a batch equal byte for byte."""
PICTURES_AT_ONCE_CUDA = 96
NO_VECTORS = np.zeros((0, 0), np.float32)


@dataclass(frozen=True, slots=True)
class Job:
    """One file to see."""

    position: int
    """Its place in the order given."""
    path: Path
    content: str
    """Hash of its bytes."""
    units: str | None = None
    """Unit of the file if it declares none."""

    @property
    def is_picture(self) -> bool:
        """Whether the file is a ready-made picture, of which several are read at once."""
        return self.path.suffix.lower() in IMAGE_SUFFIXES


@dataclass(frozen=True, slots=True)
class Shown:
    """A design that was read, rendered and measured, before the model has looked."""

    sight: Sight
    """Its vectors are still empty."""
    images: tuple[ByteArray, ...]
    clay: tuple[ByteArray, ...]
    """The same in clay, for designs with colours of their own; else empty."""

    @property
    def pictures(self) -> tuple[ByteArray, ...]:
        """Everything that the model has to look at."""
        return (*self.images, *self.clay)


Answer: TypeAlias = Shown | str
"""What a file shows, or why it cannot be read."""
Jobs: TypeAlias = Iterator[Job | None]
Sightings: TypeAlias = Iterator[tuple[Job, Sight | str] | None]


class Engine(Protocol):
    """Whoever turns files into sights, as many at a time as there is room for."""

    def see(self, jobs: Jobs) -> Sightings:
        """See all files, yielding each when it is done, in any order.

        Args:
            jobs: Taken one by one, when there is room; None where a file needed no seeing.

        Yields:
            A job and its sight, or why its file cannot be read. None when nothing is done yet:
            whoever reads on may stop here.
        """
        ...

    def loads(self) -> dict[str, float]:
        """Share of the time that each stage has been busy, [0, 1]."""
        ...


def show(loader: Loader, job: Job, settings: Settings) -> Shown:
    """Read, render and measure one file.

    Raises:
        DesignError: If it cannot be read.
    """
    return shown(loader.load((job.path,), units=job.units), settings)


def show_all(loader: Loader, jobs: Sequence[Job], settings: Settings) -> list[Answer]:
    """Read, render and measure one file, or several pictures in one visit to the reader."""
    if len(jobs) == 1:
        try:
            return [show(loader, jobs[0], settings)]
        except (DesignError, OSError) as problem:
            return [reason_of(problem, jobs[0])]
    designs = loader.load_pictures([job.path for job in jobs])
    return [
        shown(design, settings) if isinstance(design, Design) else reason_of(design, job)
        for job, design in zip(jobs, designs, strict=True)
    ]


def reason_of(problem: MMDesignError | OSError, job: Job) -> str:
    """Say in one sentence why a file could not be seen."""
    if isinstance(problem, OSError):
        return f"{job.path.name} cannot be read: {problem.strerror or problem}."
    return str(problem)


def shown(design: Design, settings: Settings) -> Shown:
    """Render and measure a design that was read."""
    device = render_device(settings.device)
    design, clay = rendered(design, settings.view_px, device)
    measurements, shape = measured(design)
    sight = Sight(
        design_id=design.id,
        name=design.name,
        kind=design.kind,
        units=design.units,
        has_geometry=design.mesh is not None,
        view_embeddings=NO_VECTORS,
        likeness=NO_VECTORS,
        measurements=tuple(faceless(fact) for fact in measurements),
        shape=shape,
        thumbnail=thumbnail_webp(design.views[0]),
        warnings=design.warnings,
        units_declared=design.units_declared,
        part_names=() if design.mesh is None else design.mesh.part_names,
    )
    images = tuple(view.image for view in design.views)
    return Shown(sight, images, tuple(view.image for view in clay or ()))


def look(encoder: Encoder, shown: Sequence[Shown], at_once: int) -> list[Sight]:
    """Let the model look at several designs, in passes of one size over all their pictures."""
    vectors = embed(encoder, [image for design in shown for image in design.pictures], at_once)
    sights, start = [], 0
    for design in shown:
        middle, end = start + len(design.images), start + len(design.pictures)
        own, clay = vectors[start:middle], vectors[middle:end]
        likeness = pool(clay if len(clay) else own)
        sights.append(replace(design.sight, view_embeddings=own, likeness=likeness))
        start = end
    return sights


def embed(encoder: Encoder, pictures: Sequence[ByteArray], at_once: int) -> FloatArray:
    """Unit vectors (N, D) of pictures, in passes of one size.

    Args:
        encoder: The model.
        pictures: N of them, each (H, W, 3) sRGB.
        at_once: How many go into a pass; the last picture fills the last pass up.
    """
    passes = []
    for start in range(0, len(pictures), at_once):
        part = list(pictures[start : start + at_once])
        padded = part + part[-1:] * (at_once - len(part))
        passes.append(encoder.embed_images(padded)[: len(part)])
    return np.concatenate(passes) if passes else np.zeros((0, encoder.width), np.float32)


def pictures_at_once(is_gpu: bool) -> int:
    """Size of a forward pass, by what it runs on."""
    return PICTURES_AT_ONCE_CUDA if is_gpu else PICTURES_AT_ONCE
