"""Heat for a review, and the closer looks that a person may ask for afterwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from mmdesign.domain import Design, FloatArray, Heatmap, Review
from mmdesign.encoding import Encoder
from mmdesign.explaining import (
    HeatScale,
    covered_maps,
    deletion_score,
    explain,
    masked_heat,
    peeking_cameras,
    relative_scale,
    segment_heat,
    segments,
    word_influence,
)
from mmdesign.fusion import FusionScorer, pooled_cosine
from mmdesign.rendering import render
from mmdesign.review.seeing import Seen

OnShare = Callable[[float], None]
Cancelled = Callable[[], bool]
Tokens = tuple[FloatArray, FloatArray | None]
"""(V, D) views and (G,) form of one design."""


class Examiner:
    """Explains what one model saw."""

    def __init__(
        self, encoder: Encoder, scorer: FusionScorer | None, scale: tuple[float, float] | None
    ) -> None:
        self._encoder = encoder
        self._scorer = scorer
        self._scale = scale

    def heatmaps(self, seen: Seen, texts: Mapping[str, FloatArray]) -> tuple[Heatmap, ...]:
        """Heat of every requirement that takes eyes, on all views and the mesh.

        Args:
            seen: A design.
            texts: Requirement id -> (D,) unit vector of its subject.
        """
        if not texts:
            return ()
        views, vectors = seen.design.views, np.stack(list(texts.values()))
        if seen.patches is None:
            found = self._encoder.heat([view.image for view in views], vectors)
        else:
            found = seen.patches.heat(vectors)
        if found.zero_is_cold or self._scale is None:
            scale = relative_scale(found.values, zero_is_cold=found.zero_is_cold)
        else:
            scale = HeatScale(*self._scale)
        return explain(tuple(texts), found, views, seen.design.mesh, scale)

    def weigh_words(self, review: Review, tokens: Callable[[], Tokens]) -> Review:
        """Say of all requirements that take eyes which of their words moved the score.

        Args:
            review: Whose words are weighed; one whose words are known comes back as it is.
            tokens: Gives (V, D) and (G,) of the review's design when there is a word to weigh.
        """
        looked_at = {item.requirement_id for item in review.heatmaps}
        asked = [
            verdict
            for verdict in review.verdicts
            if verdict.requirement.id in looked_at and not verdict.words
        ]
        subjects = [verdict.requirement.subject for verdict in asked]
        weighed = word_influence(subjects, lambda texts: self._scores(*tokens(), texts))
        known = {
            verdict.requirement.id: replace(verdict, words=words)
            for verdict, words in zip(asked, weighed, strict=True)
            if words
        }
        if not known:
            return review
        verdicts = tuple(known.get(item.requirement.id, item) for item in review.verdicts)
        return replace(review, verdicts=verdicts)

    def _scores(
        self, view_embeddings: FloatArray, shape: FloatArray | None, texts: Sequence[str]
    ) -> FloatArray:
        vectors = self._encoder.embed_texts(texts)
        if self._scorer is None:
            return pooled_cosine(view_embeddings, vectors)
        return self._scorer.logits(view_embeddings, vectors, shape)

    def examine(self, review: Review, requirement_id: str) -> Review:
        """Try whether a requirement's heat can be believed.

        Args:
            review: Whose maps are tried; comes back as it is where there is nothing to try.
            requirement_id: Of a requirement that takes eyes; others have no maps.
        """
        maps = [item for item in review.heatmaps if item.requirement_id == requirement_id]
        on_views = {item.view_index: item for item in maps if item.view_index is not None}
        if not on_views or maps[0].deletion is not None:
            return review
        subjects = {item.requirement.id: item.requirement.subject for item in review.verdicts}
        (text,) = self._encoder.embed_texts([subjects[requirement_id]])
        chosen = [review.design.views[index] for index in on_views]
        heats = [item.values for item in on_views.values()]
        deletion = deletion_score(self._encoder.embed_images, chosen, heats, text)
        if deletion is None:
            return review
        tried = tuple(
            replace(item, deletion=deletion) if item.requirement_id == requirement_id else item
            for item in review.heatmaps
        )
        return replace(review, heatmaps=tried)

    def look_closer(self, review: Review, progress: OnShare, cancelled: Cancelled) -> Review:
        """Replace all heat of a review by what hiding places costs: slower, and closer.

        Segments of the mesh are painted over; pictures without a mesh are masked.

        Raises:
            CancelledError: If it was stopped.
        """
        asked = tuple(dict.fromkeys(item.requirement_id for item in review.heatmaps))
        if not asked:
            return review
        subjects = {item.requirement.id: item.requirement.subject for item in review.verdicts}
        texts = self._encoder.embed_texts([subjects[requirement_id] for requirement_id in asked])
        design = _with_more_views(review.design)
        views, mesh = design.views, design.mesh
        maps: tuple[Heatmap, ...] = ()
        flat = [index for index, view in enumerate(views) if view.face_index is None]
        mesh_part = 0.0 if mesh is None else (0.5 if flat else 1.0)
        if mesh is not None:
            falls = segment_heat(
                self._encoder.embed_images, views, segments(mesh), texts,
                lambda share: progress(share * mesh_part), cancelled,
            )  # fmt: skip
            maps += covered_maps(asked, falls, views, relative_scale(falls, zero_is_cold=True))
        if flat:
            found = masked_heat(
                self._encoder.embed_images, [views[index].image for index in flat], texts,
                lambda share: progress(mesh_part + share * (1 - mesh_part)), cancelled,
            )  # fmt: skip
            scale = relative_scale(found.values, zero_is_cold=True)
            painted = explain(asked, found, [views[index] for index in flat], None, scale)
            maps += tuple(replace(item, view_index=flat[item.view_index or 0]) for item in painted)
        return replace(review, design=design, heatmaps=maps)


def _with_more_views(design: Design) -> Design:
    """Add views into holes and pockets that the design's views leave unseen."""
    known = [view.face_index for view in design.views if view.face_index is not None]
    if design.mesh is None or not known:
        return design
    cameras = peeking_cameras(design.mesh, known, segments(design.mesh))
    if not cameras:
        return design
    return replace(
        design, views=(*design.views, *render(design.mesh, len(known[0]), cameras=cameras))
    )
