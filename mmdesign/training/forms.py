"""Form vectors of rendered designs: their parts are built and measured once more, then kept."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from mmdesign.domain import Design, FloatArray, Mesh
from mmdesign.measuring import measure
from mmdesign.measuring.form import BLOCK_SIZES, FORM_WIDTH, form_vector

log = logging.getLogger(__name__)


def form_of_mesh(mesh: Mesh) -> FloatArray:
    """(G,) form of a mesh; zeros when it has no surface."""
    design = Design("part", "part", "mesh", mesh)
    return form_of(design)


def form_of(design: Design) -> FloatArray:
    """(G,) form of a design; zeros when it has none."""
    form = form_vector(design, measure(design))
    return np.zeros(FORM_WIDTH, np.float32) if form is None else form


def kept_forms(
    folder: Path, names: Sequence[str], make: Callable[[], Sequence[FloatArray]]
) -> FloatArray:
    """(N, G) forms of named designs, made once and kept in a folder.

    Args:
        folder: Where the file is kept; one for each list of names and make of form vectors.
        names: Of the designs, in order.
        make: Makes the forms when they are not kept yet.
    """
    digest = hashlib.sha256(repr((list(names), sorted(BLOCK_SIZES.items()))).encode()).hexdigest()
    stored = folder / f"forms_{digest[:12]}.npy"
    if not stored.is_file():
        log.info("measuring the form of %d designs in %s", len(names), folder)
        folder.mkdir(parents=True, exist_ok=True)
        partial = stored.with_suffix(".part")
        with partial.open("wb") as file:
            np.save(file, np.stack(make()))
        partial.replace(stored)
    return np.asarray(np.load(stored), np.float32)
