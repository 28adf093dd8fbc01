"""Where the model looked: patch heat -> heat on pictures -> heat on the faces of the mesh.

Heat is on one absolute scale for all views and requirements. Stretching each map to its own
extremes would paint heat for things that are not there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray, Heatmap, IntArray, Mesh, View
from mmdesign.measuring.facets import components
from mmdesign.measuring.surface import Surface, summed, surface_of

SEGMENT_DEG = 25.0
"""Faces that meet at less than this belong to one segment."""
MIN_PIXELS = 3
"""Fewer pixels than this, over all views, say nothing about a face."""
SIMPLE_SPREAD = 0.02
"""Normals of planes, cylinders and cones vary in a plane: least eigenvalue of their covariance."""
SMALL_SHARE = 0.05
"""A segment of at most this share of the area is one feature, whatever its form."""
ORGANIC_BLEND = 0.5
"""Weight of the segment's mean on free-form segments; simple ones take it whole."""
CELLS = 32
"""Free-form segments are averaged over cells of this fraction of the longest side."""
METHOD = "patch cosine"
MESH_METHOD = "patch cosine, mean per segment"


@dataclass(frozen=True, slots=True)
class HeatScale:
    """Which shares of the cosine are shown as no heat and as full heat."""

    cold: float
    hot: float
    reach: str = "absolute scale"
    """Across what two heats may be compared; goes into each map's method."""

    def __post_init__(self) -> None:
        """Refuse a scale that runs backwards."""
        if not self.hot > self.cold:
            message = f"heat needs hot > cold, not {self.hot} and {self.cold}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Segments:
    """The faces of a mesh in groups that a designer would name as one: a wall, a hole, a rib."""

    of_face: IntArray
    """(F,) segment of each face."""
    simple: NDArray[np.bool_]
    """(segments,) whether it is one plane, cylinder, cone or small feature."""
    cells: IntArray
    """(F,) faces of one segment that lie close together have the same number."""


def explain(
    requirement_ids: Sequence[str],
    text_embeddings: FloatArray,
    patch_features: FloatArray,
    views: Sequence[View],
    mesh: Mesh | None,
    scale: HeatScale,
) -> tuple[Heatmap, ...]:
    """Show where each visual requirement is, on every view and on the mesh.

    Args:
        requirement_ids: R ids.
        text_embeddings: (R, D) unit vectors of what the requirements ask to see.
        patch_features: (V, h, w, D) as from `Encoder.patch_features` for these views.
        views: V views, of any sizes.
        mesh: What the views with a face_index show; None when there is only pictures.
        scale: Calibrated for the model.

    Returns:
        For each requirement one map per view, then one for the mesh if there is one.
    """
    on_views = [
        _on_image(heats, view)
        for heats, view in zip(_heats(patch_features, text_embeddings, scale), views, strict=True)
    ]  # V of (R, H, W)
    rendered = {
        index: view.face_index for index, view in enumerate(views) if view.face_index is not None
    }
    grouped = None if mesh is None or not rendered else segments(mesh)
    heatmaps: list[Heatmap] = []
    for row, requirement_id in enumerate(requirement_ids):
        heatmaps += [
            Heatmap(requirement_id, heats[row], index, f"{METHOD}, {scale.reach}")
            for index, heats in enumerate(on_views)
        ]
        if grouped is not None:
            shown = [on_views[index][row] for index in rendered]
            values = mesh_heat(shown, list(rendered.values()), grouped)
            heatmaps.append(Heatmap(requirement_id, values, None, f"{MESH_METHOD}, {scale.reach}"))
    return tuple(heatmaps)


def relative_scale(text_embeddings: FloatArray, patch_features: FloatArray) -> HeatScale:
    """Scale for a model without a calibrated one: from the median patch to the hottest.

    It is shared by all requirements and views of one review, but says nothing across reviews.

    Args:
        text_embeddings: (R, D), at least one.
        patch_features: (V, h, w, D).
    """
    shares = np.einsum("vhwd,rd->vrhw", patch_features, text_embeddings, optimize=True)
    cold = float(np.median(shares))
    return HeatScale(cold, max(float(shares.max()), cold + 1e-6), "relative scale")


def view_heat(
    patches: FloatArray,
    text: FloatArray,
    size_px: int,
    scale: HeatScale,
    face_index: IntArray | None = None,
) -> FloatArray:
    """Heat of one text on views of equal size.

    Args:
        patches: (V, h, w, D) patch features.
        text: (D,) unit vector.
        size_px: Height and width of the maps.
        scale: Shares of the cosine that are no heat and full heat.
        face_index: (V, size_px, size_px) to blank the background (-1); None to keep it.

    Returns:
        (V, size_px, size_px) in [0, 1].
    """
    return _blanked(_resized(_heats(patches, text[None], scale)[:, 0], size_px), face_index)


def _heats(patches: FloatArray, texts: FloatArray, scale: HeatScale) -> FloatArray:
    """(V, R, h, w) heat of the patches."""
    shares = np.einsum("vhwd,rd->vrhw", patches, texts, optimize=True)
    heats = np.clip((shares - scale.cold) / (scale.hot - scale.cold), 0, 1)
    return np.asarray(heats, np.float32)


def _on_image(heats: FloatArray, view: View) -> FloatArray:
    """Enlarge (R, h, w) patch heats to (R, H, W): encoders see pictures padded to a square."""
    height, width = view.image.shape[:2]
    side = max(height, width)
    top, left = (side - height) // 2, (side - width) // 2
    square = _resized(heats, side)
    on_image = square[:, top : top + height, left : left + width]
    return _blanked(on_image, view.face_index)


def _blanked(heats: FloatArray, face_index: IntArray | None) -> FloatArray:
    blanked = heats if face_index is None else np.where(face_index >= 0, heats, 0)
    return np.asarray(blanked, np.float32)


def _resized(maps: FloatArray, size_px: int) -> FloatArray:
    """Enlarge (..., h, w) maps to squares, bilinearly, with patch centres kept in place."""
    rows, columns = _weights(maps.shape[-2], size_px), _weights(maps.shape[-1], size_px)
    return np.asarray(rows @ maps @ columns.T, np.float32)


def _weights(patches: int, pixels: int) -> FloatArray:
    """(pixels, patches) share of each patch in each pixel."""
    place = np.clip((np.arange(pixels) + 0.5) * patches / pixels - 0.5, 0, patches - 1)
    shares = np.maximum(1 - np.abs(place[:, None] - np.arange(patches)), 0)
    return np.asarray(shares, np.float32)


def segments(mesh: Mesh) -> Segments:
    """Group the faces: by CAD face where known, else by where the surface bends sharply."""
    surface = surface_of(mesh)
    if mesh.face_brep is not None:
        labels = mesh.face_part.astype(np.int64) * (int(mesh.face_brep.max()) + 2) + mesh.face_brep
        of_face = np.unique(labels, return_inverse=True)[1].astype(np.int32)
        simple = np.ones(int(of_face.max()) + 1, bool)
    else:
        smooth = np.abs(surface.bends_deg) < SEGMENT_DEG
        of_face = components(len(mesh.faces), surface.pairs[smooth])
        simple = _simple(surface, of_face)
    centres = mesh.vertices[mesh.faces].mean(axis=1)
    spacing = max(float(np.ptp(centres, axis=0).max()) / CELLS, 1e-12)
    places = np.clip((centres - centres.min(axis=0)) / spacing, 0, CELLS).astype(np.int64)
    numbers = places @ np.array([(CELLS + 1) ** 2, CELLS + 1, 1]) + of_face * (CELLS + 1) ** 3
    return Segments(of_face, simple, np.unique(numbers, return_inverse=True)[1].astype(np.int32))


def _simple(surface: Surface, of_face: IntArray) -> NDArray[np.bool_]:
    count = int(of_face.max()) + 1
    normals, areas = surface.normals, surface.areas_mm2
    totals = np.maximum(summed(of_face, areas, count), np.finfo(float).tiny)
    means = [summed(of_face, areas * normals[:, axis], count) / totals for axis in range(3)]
    covariances = np.empty((count, 3, 3))
    for row, column in np.ndindex(3, 3):
        products = summed(of_face, areas * normals[:, row] * normals[:, column], count)
        covariances[:, row, column] = products / totals - means[row] * means[column]
    developable = np.linalg.eigvalsh(covariances)[:, 0] < SIMPLE_SPREAD
    return np.asarray(developable | (totals <= SMALL_SHARE * areas.sum()))


def mesh_heat(
    heats: Sequence[FloatArray], face_indices: Sequence[IntArray], grouped: Segments
) -> FloatArray:
    """Carry heat from views to the faces that they show.

    Mean over pixels, never the maximum over views, which bleeds onto whatever lies behind.
    Simple segments take their mean whole; free-form ones keep half of what is local.

    Args:
        heats: One (H, W) map per view.
        face_indices: One (H, W) map per view, -1 on the background.
        grouped: As from `segments(mesh)`.

    Returns:
        (F,) in [0, 1]; NaN where nothing was seen.
    """
    count = len(grouped.of_face)
    sums, pixels = np.zeros(count), np.zeros(count)
    for heat, face_index in zip(heats, face_indices, strict=True):
        seen = face_index >= 0
        sums += np.bincount(face_index[seen], heat[seen], count)
        pixels += np.bincount(face_index[seen], minlength=count)
    of_segment = _means(sums, pixels, grouped.of_face)
    of_cell = _means(sums, pixels, grouped.cells)
    local = np.where(pixels >= MIN_PIXELS, sums / np.maximum(pixels, 1), of_cell)
    blended = ORGANIC_BLEND * of_segment + (1 - ORGANIC_BLEND) * local
    return np.where(grouped.simple[grouped.of_face], of_segment, blended).astype(np.float32)


def _means(sums: DoubleArray, pixels: DoubleArray, labels: IntArray) -> DoubleArray:
    """(F,) mean over all pixels with a face's label, NaN where they are too few."""
    totals, counts = np.bincount(labels, sums), np.bincount(labels, pixels)
    means = np.where(counts >= MIN_PIXELS, totals / np.maximum(counts, 1), np.nan)
    return np.asarray(means[labels])
