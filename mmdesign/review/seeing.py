"""Everything that a design gives whatever the spec: pictures, vectors, measurements.

Kept for the designs seen last, so that a second spec on the same files costs little.
"""

import threading
from collections import OrderedDict
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mmdesign.domain import ByteArray, Design, FloatArray, Measurement, Progress
from mmdesign.encoding import Encoder, pool
from mmdesign.errors import ModelError
from mmdesign.loading import Loader
from mmdesign.measuring import measure, shape_descriptor
from mmdesign.rendering import render_and_clay
from mmdesign.review.clock import Clock

KEPT_DESIGNS = 8
"""With 12 views and their patch features a design takes about 5 MB, plus its mesh."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A design with its views, and what was seen and measured on it."""

    design: Design
    view_embeddings: FloatArray
    """(V, D)."""
    likeness: FloatArray
    """(D,) unit vector to find similar designs by; meshes in clay, whatever their colours."""
    patches: FloatArray | None
    """(V, h, w, D); None for a tower without a spatial map."""
    measurements: tuple[Measurement, ...]
    shape: FloatArray | None
    """(G,) geometry descriptor; None for pictures."""


class Seer:
    """Reads, renders, measures and embeds designs. Safe to use from several threads."""

    def __init__(self, loader: Loader, encoder: Encoder, view_px: int) -> None:
        self._loader = loader
        self._encoder = encoder
        self._view_px = view_px
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
        clay = design.views
        if design.mesh is not None:
            rendered, in_clay = render_and_clay(design.mesh, size_px=self._view_px)
            clay = (*in_clay, *design.views)
            design = replace(design, views=(*rendered, *design.views))
        yield clock.enter("measuring")
        measurements = measure(design)
        shape = None if design.mesh is None else shape_descriptor(design.mesh)
        yield clock.enter("looking")
        images = [view.image for view in design.views]
        embeddings = self._encoder.embed_images(images)
        likeness = pool(embeddings)
        if design.mesh is not None and design.mesh.face_colors is not None:
            likeness = pool(self._encoder.embed_images([view.image for view in clay]))
        seen = Seen(design, embeddings, likeness, self._patches(images), measurements, shape)
        with self._lock:
            self._kept[key] = seen
            while len(self._kept) > KEPT_DESIGNS:
                self._kept.popitem(last=False)
        return seen

    def see_now(self, paths: Sequence[Path], units: str | None = None) -> Seen:
        """See a design without telling progress."""
        steps = self.see(paths, units, Clock())
        while True:
            try:
                next(steps)
            except StopIteration as end:
                seen: Seen = end.value
                return seen

    def _patches(self, images: Sequence[ByteArray]) -> FloatArray | None:
        try:
            return self._encoder.patch_features(images)
        except ModelError:
            return None  # the review says so in its warnings


def _key(paths: Sequence[Path], units: str | None) -> tuple[str, ...]:
    """Tell one reading from another without reading: names, sizes, times, unit."""
    parts = [str(units)]
    for path in paths:
        facts = path.stat() if path.is_file() else None
        state = "" if facts is None else f"|{facts.st_size}|{facts.st_mtime_ns}"
        parts.append(f"{path.resolve()}{state}")
    return tuple(parts)
