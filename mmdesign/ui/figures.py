"""Figures: the 3D part with heat and measured faces, and pictures as data URIs."""

import io

import numpy as np
import plotly.graph_objects as go
from PIL import Image

from mmdesign.domain import ByteArray, FloatArray, IntArray
from mmdesign.reporting import data_uri, heat_colors
from mmdesign.ui.display import DisplayMesh

PLAIN = ("#8e929b", "#f1f2f4")
UNSEEN = ("#77797f", "#a9abb1")
MEASURED = ("#16307f", "#4a70ff")
"""Surfaces run from a shadow to a light tone."""
LABEL = "#2f56e0"
CREASE = "#4f525a"
PAPER_HOLE = "rgba(0,0,0,0)"
AS_PAINTED = {"ambient": 1.0, "diffuse": 0.0, "specular": 0.0, "fresnel": 0.0}
"""Plotly's own light hardly tells faces apart, so the shade is painted on, as in the views."""
KEY_LIGHT = np.array([0.35, -0.55, 0.76])
FILL_LIGHT = np.array([-0.7, 0.6, 0.3])


def mesh_figure(
    mesh: DisplayMesh,
    heat: FloatArray | None = None,
    measured: IntArray | None = None,
    label: str = "",
    design_id: str = "",
) -> go.Figure:
    """Draw a part with the evidence of one requirement.

    Args:
        mesh: What to draw.
        heat: (G,) in [0, 1] on an absolute scale, NaN where no view saw the face.
        measured: Display faces that a value was measured on; drawn in the contrasting colour.
        label: That value, written beside the faces.
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
    notes: list[dict[str, object]] = []
    if measured is not None and len(measured):
        colours[measured] = _between(MEASURED, light[measured])
        notes = [_label(mesh, measured, label)] if label else []
    figure = go.Figure([_surface(mesh, colours), _lines(mesh)])
    return _framed(figure, notes, design_id)


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
    shadow, bright = (np.array(_rgb(tone), np.float32) for tone in tones)
    return np.asarray(shadow + (bright - shadow) * light[:, None], np.float32)


def _surface(mesh: DisplayMesh, colours: FloatArray) -> go.Mesh3d:
    codes = colours.astype(np.int64) @ np.array([65536, 256, 1])
    return go.Mesh3d(
        x=mesh.vertices[:, 0], y=mesh.vertices[:, 1], z=mesh.vertices[:, 2],
        i=mesh.faces[:, 0], j=mesh.faces[:, 1], k=mesh.faces[:, 2],
        facecolor=[f"#{code:06x}" for code in codes.tolist()],
        flatshading=True, lighting=AS_PAINTED, hoverinfo="skip",
    )  # fmt: skip


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


def heat_picture(heat: FloatArray | None, measured: np.ndarray | None) -> ByteArray | None:
    """Paint heat and measured pixels on glass, to be laid over a view.

    Args:
        heat: (H, W) in [0, 1], NaN outside the part.
        measured: (H, W) true where a measured face is seen.

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
        glass[measured] = (*_rgb(LABEL), 225)
    return glass


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def picture_uri(image: ByteArray) -> str:
    """Encode (H, W, 3) or (H, W, 4) pixels as a WebP data URI."""
    buffer = io.BytesIO()
    lossless = image.shape[-1] == 4
    Image.fromarray(image).save(buffer, "WEBP", quality=90, lossless=lossless, method=2)
    return data_uri(buffer.getvalue())
