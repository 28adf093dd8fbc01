"""Evidence on the pictures: what was looked at, where, and what was measured there, as HTML."""

import re
from collections.abc import Callable, Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import ByteArray, IntArray, Review, Verdict, View
from mmdesign.reporting import (
    MeasuredFaces,
    heat_of,
    measured_colors,
    measured_faces,
    says_something,
    shows_heat,
    view_name,
)
from mmdesign.ui.figures import Mark, heat_picture, picture_uri
from mmdesign.ui.ledger import bounds, chip, quantity, sentence
from mmdesign.ui.words import CATALOGUE, Words


def marks(review: Review, verdict: Verdict, shown: Callable[[IntArray], IntArray]) -> list[Mark]:
    """Measured faces with colour and words, the worst first.

    Args:
        review: What is shown.
        verdict: Whose evidence.
        shown: Faces of the mesh -> display faces.
    """
    parts = sorted(measured_faces(review, verdict), key=lambda part: -part.excess)
    return [
        Mark(
            shown(part.faces),
            measured_colors(np.array([part.excess], np.float32))[0],
            _said(part, verdict),
        )
        for part in parts
    ]


def _said(part: MeasuredFaces, verdict: Verdict) -> str:
    """The value on a face and, where it is the one that was asked for, its limit."""
    value = quantity(part.value, part.unit, part.quantity)
    sign = "Ø " if part.quantity == "hole_diameter" else ""
    asked = bounds(verdict.requirement) if part.quantity == verdict.requirement.quantity else ""
    return f"{sign}{value} ({asked})" if asked else f"{sign}{value}"


def evidence_html(review: Review, verdict: Verdict, words: Words) -> str:
    """What speaks for or against a requirement, and how to read the colours below."""
    has_heat = shows_heat(verdict) and any(
        heatmap.requirement_id == verdict.requirement.id and says_something(heatmap.values)
        for heatmap in review.heatmaps
    )
    parts = measured_faces(review, verdict)
    said = [sentence(item.statement, words) for item in verdict.evidence]
    said.append(words.said(verdict.reason))
    statements = "".join(f"<li>{escape(text)}</li>" for text in said)
    keys = [
        *(_heat_keys(verdict, words) if has_heat else ()),
        *(_measured_keys(parts, words) if parts else ()),
    ]
    if not keys:
        keys = [f'<span class="mm-key">{words(_silence(review, verdict))}</span>']
    return (
        f'<div class="mm-evidence-head" aria-live="polite">{chip(verdict.outcome, words)}'
        f'<h3 class="mm-h3">{escape(verdict.requirement.text)}</h3></div>'
        f'<ul class="mm-statements">{statements}</ul>'
        f'<div class="mm-legend">{"".join(keys)}</div>'
        f"{_trust(review, verdict, words) if has_heat else ''}"
    )


def _silence(review: Review, verdict: Verdict) -> str:
    looked = any(item.requirement_id == verdict.requirement.id for item in review.heatmaps)
    if looked and verdict.requirement.negated:
        return "nothing_forbidden"
    return "no_supporting_region" if looked or verdict.outcome == "not_met" else "no_region"


def _heat_keys(verdict: Verdict, words: Words) -> tuple[str, ...]:
    where = "legend_forbidden" if verdict.requirement.negated else "legend_heat"
    return (
        f'<span class="mm-key"><span>0</span><i class="mm-ramp"></i><span>1</span>'
        f" {words(where)}</span>",
        f'<span class="mm-key"><i class="mm-swatch unseen"></i>{words("legend_unseen")}</span>',
    )


def _measured_keys(parts: Sequence[MeasuredFaces], words: Words) -> tuple[str, ...]:
    keys = [("measured", "legend_measured")]
    if any(part.excess > 0 for part in parts):
        keys = [("outside", "legend_outside")]
        if any(part.excess <= 0 for part in parts):
            keys.insert(0, ("measured", "legend_inside"))
    return tuple(
        f'<span class="mm-key"><i class="mm-swatch {kind}"></i>{words(key)}</span>'
        for kind, key in keys
    )


def method_words(method: str, words: Words) -> str:
    """How heat was found, in the reader's words; what is unknown here stays as it is."""
    parts = method.split(", ")
    keys = [re.sub(r"\W+", "_", part).strip("_").lower() for part in parts]
    known = [
        words(f"method_{key}") if f"method_{key}" in CATALOGUE else part
        for part, key in zip(parts, keys, strict=True)
    ]
    return words("method", parts=" · ".join(known))


def _trust(review: Review, verdict: Verdict, words: Words) -> str:
    """How the heat was found, and whether taking the warm places away mattered."""
    maps = [item for item in review.heatmaps if item.requirement_id == verdict.requirement.id]
    method = escape(method_words(maps[0].method, words))
    score = maps[0].deletion
    if score is None:
        return f'<p class="mm-trust">{method}</p>'
    key, kind = ("heat_faithful", "good") if score > 0 else ("heat_unfaithful", "bad")
    return (
        f'<p class="mm-trust"><span class="mm-trust-{kind}" data-deletion="{score:.4f}">'
        f"{words(key, score=f'{score:+.3f}')}</span> {method}</p>"
    )


def pictures(review: Review) -> tuple[str, ...]:
    """Every view once as a data URI; they stay the same for all requirements."""
    return tuple(picture_uri(view.image) for view in review.design.views)


def views_html(review: Review, pictures: Sequence[str], verdict: Verdict, words: Words) -> str:
    """A stage with one large picture and a strip of all, heat and measured faces laid over."""
    parts = measured_faces(review, verdict)
    glasses, weights = [], []
    for index, view in enumerate(review.design.views):
        glass = heat_picture(heat_of(review, verdict, index), *_masked(view, parts))
        glasses.append("" if glass is None else picture_uri(glass))
        weights.append(0.0 if glass is None else float(glass[..., 3].sum()))
    best = int(np.argmax(weights)) if weights else 0
    frames = "".join(
        _thumb(index, words.said(view_name(view)), picture, glass, best)
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


def _masked(
    view: View, parts: Sequence[MeasuredFaces]
) -> tuple[NDArray[np.bool_] | None, ByteArray | None]:
    """Where a view shows measured faces, and in which colours; None where it shows none."""
    if not parts or view.face_index is None:
        return None, None
    tints = np.zeros((*view.face_index.shape, 3), np.uint8)
    mask = np.zeros(view.face_index.shape, bool)
    for part in parts:
        shown = np.isin(view.face_index, part.faces)
        tints[shown] = measured_colors(np.array([part.excess], np.float32))[0]
        mask |= shown
    return (mask, tints) if mask.any() else (None, None)


def _thumb(index: int, name: str, picture: str, glass: str, best: int) -> str:
    overlay = f'<img class="mm-glass" src="{glass}" alt="">' if glass else ""
    return (
        f'<button type="button" class="mm-thumb" data-index="{index}" title="{escape(name)}" '
        f'aria-pressed="{str(index == best).lower()}">'
        f'<img class="mm-base" src="{picture}" alt="">{overlay}'
        f'<span class="mm-hidden">{escape(name)}</span></button>'
    )
