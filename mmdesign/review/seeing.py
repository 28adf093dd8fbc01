"""Everything that a design gives whatever the spec: pictures, vectors, measurements.

Kept for the designs seen last, so that a second spec on the same files costs little.
"""

import threading
from collections import OrderedDict
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mmdesign.domain import Design, FloatArray, Measurement, Progress
from mmdesign.encoding import Encoder, Patches, pool
from mmdesign.loading import Loader
from mmdesign.review.clock import Clock
from mmdesign.review.showing import measured, rendered

KEPT_DESIGNS = 8
"""With 12 views and their patch features a design takes about 10 MB, plus its mesh."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A design with its views, and what was seen and measured on it."""

    design: Design
    view_embeddings: FloatArray
    """(V, D)."""
    likeness: FloatArray
    """(D,) unit vector to find similar designs by; meshes in clay, whatever their colours."""
    patches: Patches | None
    """What any text's heat is made of; None for a tower whose heat takes more than a product."""
    measurements: tuple[Measurement, ...]
    shape: FloatArray | None
    """(G,) geometry descriptor; None for pictures."""

    @property
    def has_geometry(self) -> bool:
        """Whether there is a mesh, not only pictures."""
        return self.design.mesh is not None

    @property
    def part_names(self) -> tuple[str, ...]:
        """Names of the parts, as the file gives them."""
        return () if self.design.mesh is None else self.design.mesh.part_names

    @property
    def units_declared(self) -> bool:
        """Whether the file or the user says the unit."""
        return self.design.units_declared


class Seer:
    """Reads, renders, measures and embeds designs. Safe to use from several threads."""

    def __init__(
        self, loader: Loader, encoder: Encoder, view_px: int, device: str | None = None
    ) -> None:
        self._loader = loader
        self._encoder = encoder
        self._view_px = view_px
        self._device = device
        self._kept: OrderedDict[tuple[str, ...], Seen] = OrderedDict()
        self._lock = threading.Lock()

    def see(
        self, paths: Sequence[Path], units: str | None, clock: Clock
    ) -> Generator[Progress, None, Seen]:
        """Yield progress at the start of each stage and return what was seen.

        Raises:
            DesignError: If a file cannot be read.
        """
        yield clock.enter("reading")
        key = _key(paths, units)
        with self._lock:
            known = self._kept.get(key)
        if known is not None:
            return known
        design = self._loader.load(paths, units=units)
        yield clock.enter("rendering")
        design, clay = rendered(design, self._view_px, self._device)
        yield clock.enter("measuring")
        measurements, shape = measured(design)
        yield clock.enter("looking")
        images = [view.image for view in design.views]
        embeddings, patches = self._encoder.see(images)
        likeness = pool(embeddings)
        if clay is not None:
            likeness = pool(self._encoder.embed_images([view.image for view in clay]))
        seen = Seen(design, embeddings, likeness, patches, measurements, shape)
        with self._lock:
            self._kept[key] = seen
            while len(self._kept) > KEPT_DESIGNS:
                self._kept.popitem(last=False)
        return seen

    def tokens(self, design: Design) -> tuple[FloatArray, FloatArray | None]:
        """(V, D) of a design's views and its (G,) form: kept from seeing it, else made again."""
        with self._lock:
            kept = [seen for seen in self._kept.values() if seen.design.id == design.id]
        if kept:
            return kept[0].view_embeddings, kept[0].shape
        shape = measured(design)[1]
        return self._encoder.embed_images([view.image for view in design.views]), shape

    def see_now(self, paths: Sequence[Path], units: str | None = None) -> Seen:
        """See a design without telling progress."""
        steps = self.see(paths, units, Clock())
        while True:
            try:
                next(steps)
            except StopIteration as end:
                seen: Seen = end.value
                return seen


def _key(paths: Sequence[Path], units: str | None) -> tuple[str, ...]:
    """Tell one reading from another without reading: names, sizes, times, unit."""
    parts = [str(units)]
    for path in paths:
        facts = path.stat() if path.is_file() else None
        state = "" if facts is None else f"|{facts.st_size}|{facts.st_mtime_ns}"
        parts.append(f"{path.resolve()}{state}")
    return tuple(parts)
