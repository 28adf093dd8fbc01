"""Figures: the 3D part with heat and measured faces, and pictures as data URIs."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray
from PIL import Image

from mmdesign.domain import ByteArray, FloatArray, IntArray
from mmdesign.reporting import data_uri, heat_colors, rgb
from mmdesign.ui.display import DisplayMesh

PLAIN = ("#8e929b", "#f1f2f4")
UNSEEN = ("#77797f", "#a9abb1")
"""Surfaces run from a shadow to a light tone."""
MEASURED_SHADE = 0.62
"""Measured faces keep this much of their colour in the shade."""
LABEL = "#2f56e0"
CREASE = "#4f525a"
PAPER_HOLE = "rgba(0,0,0,0)"
AS_PAINTED = {"ambient": 1.0, "diffuse": 0.0, "specular": 0.0, "fresnel": 0.0}
"""Plotly's own light hardly tells faces apart, so the shade is painted on, as in the views."""
KEY_LIGHT = np.array([0.35, -0.55, 0.76])
FILL_LIGHT = np.array([-0.7, 0.6, 0.3])


@dataclass(frozen=True, slots=True)
class Mark:
    """Display faces that one value was measured on."""

    faces: IntArray
    color: ByteArray
    """(3,) sRGB."""
    text: str
    """What is said when the pointer rests on them."""


def mesh_figure(
    mesh: DisplayMesh,
    heat: FloatArray | None = None,
    marks: Sequence[Mark] = (),
    label: str = "",
    design_id: str = "",
) -> go.Figure:
    """Draw a part with the evidence of one requirement.

    Args:
        mesh: What to draw.
        heat: (G,) in [0, 1] on an absolute scale, NaN where no view saw the face.
        marks: Faces that values were measured on, drawn over the heat; the worst one first.
        label: What was measured, pinned to the first of them.
        design_id: Keeps the reader's camera while they step through one design.

    Returns:
        A figure with float32 and int32 arrays, which plotly sends as binary.
    """
    light = _light(mesh)
    colours = _between(PLAIN, light)
    if heat is not None:
        warm = np.isfinite(heat)
        colours[~warm] = _between(UNSEEN, light[~warm])
        # The legend's colours must stay readable, so heat is shaded less than bare metal.
        colours[warm] = heat_colors(heat[warm]) * (0.74 + 0.26 * light[warm, None])
    shown = [mark for mark in marks if len(mark.faces)]
    bare = np.ones(len(mesh.faces), bool)
    for mark in shown:
        shade = MEASURED_SHADE + (1 - MEASURED_SHADE) * light[mark.faces, None]
        colours[mark.faces] = mark.color * shade
        bare[mark.faces] = False
    notes = [_label(mesh, shown[0].faces, label)] if shown and label else []
    traces = [_surface(mesh, colours, np.flatnonzero(bare)), _lines(mesh)]
    if shown:
        traces.append(_measured(mesh, colours, shown))
    return _framed(go.Figure(traces), notes, design_id)


def _light(mesh: DisplayMesh) -> FloatArray:
    corners = mesh.vertices[mesh.faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    light = (
        0.25
        + 0.75 * np.maximum(normals @ KEY_LIGHT, 0.0)
        + 0.25 * np.maximum(normals @ FILL_LIGHT, 0.0)
    )
    return np.asarray(np.clip(light, 0.0, 1.0), np.float32)


def _between(tones: tuple[str, str], light: FloatArray) -> FloatArray:
    shadow, bright = (rgb(tone).astype(np.float32) for tone in tones)
    return np.asarray(shadow + (bright - shadow) * light[:, None], np.float32)


def _surface(mesh: DisplayMesh, colours: FloatArray, chosen: NDArray[np.intp]) -> go.Mesh3d:
    faces = mesh.faces[chosen]
    return go.Mesh3d(
        x=mesh.vertices[:, 0], y=mesh.vertices[:, 1], z=mesh.vertices[:, 2],
        i=faces[:, 0], j=faces[:, 1], k=faces[:, 2],
        facecolor=_codes(colours[chosen]), flatshading=True, lighting=AS_PAINTED, hoverinfo="skip",
    )  # fmt: skip


def _measured(mesh: DisplayMesh, colours: FloatArray, marks: Sequence[Mark]) -> go.Mesh3d:
    """Faces with corners of their own: plotly hangs what it says on hovering on corners."""
    chosen = np.concatenate([mark.faces for mark in marks])
    corners = mesh.vertices[mesh.faces[chosen]].reshape(-1, 3)
    number = np.arange(len(corners), dtype=np.int32).reshape(-1, 3)
    texts = [_plain(mark.text) for mark in marks for _ in range(3 * len(mark.faces))]
    return go.Mesh3d(
        x=corners[:, 0], y=corners[:, 1], z=corners[:, 2],
        i=number[:, 0], j=number[:, 1], k=number[:, 2],
        facecolor=_codes(colours[chosen]), flatshading=True, lighting=AS_PAINTED,
        text=texts, hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip


def _codes(colours: FloatArray) -> list[str]:
    codes = colours.astype(np.int64) @ np.array([65536, 256, 1])
    return [f"#{code:06x}" for code in codes.tolist()]


def _label(mesh: DisplayMesh, measured: IntArray, label: str) -> dict[str, object]:
    """An annotation: unlike text in the scene it is never hidden inside the part."""
    x, y, z = mesh.vertices[mesh.faces[measured]].reshape(-1, 3).mean(axis=0).tolist()
    return {
        "x": x, "y": y, "z": z, "text": f"<b>{_plain(label)}</b>",
        "font": {"size": 14, "color": LABEL, "family": "IBM Plex Mono, monospace"},
        "bgcolor": "rgba(255,255,255,0.92)", "bordercolor": LABEL, "borderpad": 3,
        "arrowcolor": LABEL, "arrowhead": 0, "arrowwidth": 1.2, "ax": 46, "ay": -46,
    }  # fmt: skip


def _plain(label: str) -> str:
    """Plotly reads a few tags in text; a label has none."""
    return label.replace("<", "‹").replace(">", "›")


def _lines(mesh: DisplayMesh) -> go.Scatter3d:
    gaps = np.full((len(mesh.creases), 1, 3), np.nan, np.float32)
    points = np.concatenate([mesh.creases, gaps], axis=1).reshape(-1, 3)
    return go.Scatter3d(
        x=points[:, 0], y=points[:, 1], z=points[:, 2], mode="lines",
        line={"color": CREASE, "width": 1.5}, hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _framed(figure: go.Figure, notes: list[dict[str, object]], design_id: str) -> go.Figure:
    axis = {"visible": False, "showspikes": False}
    figure.update_layout(
        height=430,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor=PAPER_HOLE,
        showlegend=False,
        uirevision=design_id,
        scene={
            "xaxis": axis, "yaxis": axis, "zaxis": axis,
            "aspectmode": "data", "bgcolor": PAPER_HOLE, "uirevision": design_id,
            "dragmode": "orbit",
            "annotations": notes,
            "camera": {
                "eye": {"x": 1.35, "y": -1.35, "z": 1.0},
                "projection": {"type": "orthographic"},
            },
        },
    )  # fmt: skip
    return figure


def heat_picture(
    heat: FloatArray | None, measured: np.ndarray | None, tints: ByteArray | None = None
) -> ByteArray | None:
    """Paint heat and measured pixels on glass, to be laid over a view.

    Args:
        heat: (H, W) in [0, 1], NaN outside the part.
        measured: (H, W) true where a measured face is seen.
        tints: (H, W, 3) their colours; one colour for all when not given.

    Returns:
        (H, W, 4) RGBA, or None when there is nothing to show.
    """
    layers = [layer for layer in (heat, measured) if layer is not None]
    if not layers:
        return None
    glass = np.zeros((*layers[0].shape, 4), np.uint8)
    if heat is not None:
        level = np.clip(np.nan_to_num(heat), 0.0, 1.0)
        glass[..., :3] = heat_colors(level)
        glass[..., 3] = np.where(np.isnan(heat), 0, np.sqrt(level) * 235).astype(np.uint8)
    if measured is not None:
        glass[measured, :3] = rgb(LABEL) if tints is None else tints[measured]
        glass[measured, 3] = 225
    return glass


def picture_uri(image: ByteArray) -> str:
    """Encode (H, W, 3) or (H, W, 4) pixels as a WebP data URI."""
    buffer = io.BytesIO()
    lossless = image.shape[-1] == 4
    Image.fromarray(image).save(buffer, "WEBP", quality=90, lossless=lossless, method=2)
    return data_uri(buffer.getvalue())
