"""What a model gives for patches -> heat on pictures and on the faces of the mesh."""

from collections.abc import Sequence

import numpy as np

from mmdesign.domain import FloatArray, Heatmap, IntArray, Mesh, View
from mmdesign.encoding import PatchHeat
from mmdesign.explaining.carrying import mesh_heat
from mmdesign.explaining.scales import HeatScale
from mmdesign.explaining.segments import segments

ON_MESH = "mean per segment"


def explain(
    requirement_ids: Sequence[str],
    found: PatchHeat,
    views: Sequence[View],
    mesh: Mesh | None,
    scale: HeatScale,
) -> tuple[Heatmap, ...]:
    """Show where each visual requirement is, on every view and on the mesh.

    Args:
        requirement_ids: R ids.
        found: As from `Encoder.heat` for these R texts and V views.
        views: V views, of any sizes.
        mesh: What the views with a face_index show; None when there is only pictures.
        scale: Shared by all maps.

    Returns:
        For each requirement one map per view, then one for the mesh if there is one.
    """
    heats = scale.heat(found.values)
    on_views = [_on_image(heats[:, index], view) for index, view in enumerate(views)]
    rendered = {
        index: view.face_index for index, view in enumerate(views) if view.face_index is not None
    }
    grouped = None if mesh is None or not rendered else segments(mesh)
    heatmaps: list[Heatmap] = []
    for row, requirement_id in enumerate(requirement_ids):
        heatmaps += [
            Heatmap(requirement_id, maps[row], index, f"{found.method}, {scale.reach}")
            for index, maps in enumerate(on_views)
        ]
        if grouped is not None:
            shown = [on_views[index][row] for index in rendered]
            values = mesh_heat(shown, list(rendered.values()), grouped)
            method = f"{found.method}, {ON_MESH}, {scale.reach}"
            heatmaps.append(Heatmap(requirement_id, values, None, method))
    return tuple(heatmaps)


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
    return _blanked(_resized(scale.heat(patches @ text), size_px), face_index)


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
