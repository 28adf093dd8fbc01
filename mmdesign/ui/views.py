"""Evidence on the pictures: what was looked at, where, and what was measured there, as HTML."""

from collections.abc import Sequence
from html import escape

import numpy as np

from mmdesign.domain import FloatArray, IntArray, Review, Verdict, View
from mmdesign.ui.figures import heat_picture, picture_uri
from mmdesign.ui.ledger import chip, reason, sentence
from mmdesign.ui.words import Words

NOTHING_SHARE = 0.05
"""A map whose warmest spot stays below this says nothing."""


def mesh_heat(review: Review, requirement_id: str) -> FloatArray | None:
    """(F,) heat of one requirement on the mesh, if there is a map that says something."""
    for heatmap in review.heatmaps:
        if heatmap.requirement_id == requirement_id and heatmap.view_index is None:
            return heatmap.values if _says_something(heatmap.values) else None
    return None


def view_heat(review: Review, requirement_id: str, view_index: int) -> FloatArray | None:
    """(H, W) heat of one requirement on one view, if there is a map that says something."""
    for heatmap in review.heatmaps:
        if heatmap.requirement_id == requirement_id and heatmap.view_index == view_index:
            return heatmap.values if _says_something(heatmap.values) else None
    return None


def measured_faces(verdict: Verdict) -> IntArray | None:
    """Mesh faces that this verdict was measured on."""
    faces = [item.faces for item in verdict.evidence if item.faces is not None and len(item.faces)]
    return np.unique(np.concatenate(faces)).astype(np.int32) if faces else None


def _says_something(values: FloatArray) -> bool:
    return bool(np.isfinite(values).any() and np.nanmax(values) >= NOTHING_SHARE)


def evidence_html(review: Review, verdict: Verdict, words: Words) -> str:
    """What speaks for or against a requirement, and how to read the colours below."""
    has_heat = any(
        heatmap.requirement_id == verdict.requirement.id and _says_something(heatmap.values)
        for heatmap in review.heatmaps
    )
    has_faces = measured_faces(verdict) is not None
    said = [*(sentence(item.statement) for item in verdict.evidence), reason(verdict, words)]
    statements = "".join(f"<li>{escape(text)}</li>" for text in said)
    return (
        f'<div class="mm-evidence-head" aria-live="polite">{chip(verdict.outcome, words)}'
        f'<h3 class="mm-h3">{escape(verdict.requirement.text)}</h3></div>'
        f'<ul class="mm-statements">{statements}</ul>'
        f"{_legend(has_heat, has_faces, _silence(verdict, has_heat, has_faces), words)}"
    )


def _silence(verdict: Verdict, has_heat: bool, has_faces: bool) -> str:
    if has_heat or has_faces:
        return ""
    if verdict.outcome == "not_met":
        return "no_supporting_region"
    return "no_region"


def _legend(has_heat: bool, has_faces: bool, silence: str, words: Words) -> str:
    keys = []
    if has_heat:
        keys.append(
            f'<span class="mm-key"><span>0</span><i class="mm-ramp"></i><span>1</span>'
            f" {words('legend_heat')}</span>"
            f'<span class="mm-key"><i class="mm-swatch unseen"></i>{words("legend_unseen")}</span>'
        )
    if has_faces:
        keys.append(
            f'<span class="mm-key"><i class="mm-swatch measured"></i>'
            f"{words('legend_measured')}</span>"
        )
    if silence:
        keys.append(f'<span class="mm-key">{words(silence)}</span>')
    return f'<div class="mm-legend">{"".join(keys)}</div>'


def pictures(review: Review) -> tuple[str, ...]:
    """Every view once as a data URI; they stay the same for all requirements."""
    return tuple(picture_uri(view.image) for view in review.design.views)


def views_html(review: Review, pictures: Sequence[str], verdict: Verdict, words: Words) -> str:
    """A stage with one large picture and a strip of all, heat and measured faces laid over."""
    faces = measured_faces(verdict)
    glasses, weights = [], []
    for index, view in enumerate(review.design.views):
        heat = view_heat(review, verdict.requirement.id, index)
        mask = _mask(view, faces)
        glass = heat_picture(heat, mask)
        glasses.append("" if glass is None else picture_uri(glass))
        weights.append(0.0 if glass is None else float(glass[..., 3].sum()))
    best = int(np.argmax(weights)) if weights else 0
    frames = "".join(
        _thumb(index, view, picture, glass, best)
        for index, (view, picture, glass) in enumerate(
            zip(review.design.views, pictures, glasses, strict=True)
        )
    )
    return (
        f'<div class="mm-views" data-best="{best}">'
        f'<figure class="mm-stage"><img class="mm-base" alt=""><img class="mm-glass" alt="">'
        "<figcaption></figcaption></figure>"
        f"{_slider(words) if any(glasses) else ''}"
        f'<div class="mm-strip">{frames}</div></div>'
    )


def _slider(words: Words) -> str:
    return (
        f'<label class="mm-opacity"><span>{words("opacity")}</span>'
        '<input type="range" min="0" max="100" value="85"></label>'
    )


def _mask(view: View, faces: IntArray | None) -> np.ndarray | None:
    if faces is None or view.face_index is None:
        return None
    mask = np.isin(view.face_index, faces)
    return mask if mask.any() else None


def _thumb(index: int, view: View, picture: str, glass: str, best: int) -> str:
    overlay = f'<img class="mm-glass" src="{glass}" alt="">' if glass else ""
    return (
        f'<button type="button" class="mm-thumb" data-index="{index}" title="{escape(view.name)}" '
        f'aria-pressed="{str(index == best).lower()}">'
        f'<img class="mm-base" src="{picture}" alt="">{overlay}'
        f'<span class="mm-hidden">{escape(view.name)}</span></button>'
    )
