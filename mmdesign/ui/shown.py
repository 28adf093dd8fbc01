"""What one visitor has on the screen: a review with what is costly to prepare for it."""

from dataclasses import dataclass

import plotly.graph_objects as go

from mmdesign.domain import Review, Verdict
from mmdesign.reporting import heat_of
from mmdesign.ui.display import DisplayMesh, display_mesh
from mmdesign.ui.figures import mesh_figure
from mmdesign.ui.ledger import mark_words, ordered
from mmdesign.ui.views import marks, pictures
from mmdesign.ui.words import Words


@dataclass(slots=True)
class Shown:
    """One visitor's review. It changes while they look: heat is checked, or found again."""

    review: Review
    mesh: DisplayMesh | None
    pictures: tuple[str, ...]
    chosen: str
    """Requirement whose evidence is on the screen; slower answers about another come too late."""

    def verdict(self, requirement_id: str) -> Verdict:
        """The verdict on one requirement; the first of the ledger if there is no such id."""
        verdicts = ordered(self.review.verdicts)
        return next(
            (item for item in verdicts if item.requirement.id == requirement_id), verdicts[0]
        )

    def replace(self, before: Review, after: Review) -> None:
        """Take over a changed review, unless it was made from one that is gone."""
        if self.review is before:
            if after.design is not before.design:
                self.pictures = pictures(after)
            self.review = after

    def figure(self, verdict: Verdict, words: Words) -> go.Figure | None:
        """The part in 3D with the evidence of one requirement; None for pictures alone."""
        if self.mesh is None:
            return None
        heat = heat_of(self.review, verdict, None)
        return mesh_figure(
            self.mesh,
            None if heat is None else self.mesh.heat(heat),
            marks(self.review, verdict, self.mesh.shown),
            mark_words(verdict, words),
            self.review.design.id,
        )


def shown(review: Review) -> Shown:
    """Prepare a review for the screen."""
    mesh = None if review.design.mesh is None else display_mesh(review.design.mesh)
    first = ordered(review.verdicts)[0].requirement.id
    return Shown(review, mesh, pictures(review), first)
