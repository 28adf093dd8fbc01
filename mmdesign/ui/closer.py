"""Below the evidence: look closer, take it along, and see how far heat can be believed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from mmdesign.domain import Progress
from mmdesign.errors import MMDesignError
from mmdesign.reporting import evidence_glb, overlays_zip
from mmdesign.ui.ledger import ledger_html
from mmdesign.ui.shown import Shown
from mmdesign.ui.status import error_html, note_html, progress_html
from mmdesign.ui.streaming import Stream
from mmdesign.ui.theme import panel
from mmdesign.ui.views import evidence_html, views_html
from mmdesign.ui.words import LABELS, Words
from mmdesign.ui.workplace import private_folder

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

Updates = dict[Any, Any]


class Closer:
    """Buttons below the evidence, and the slower work behind them."""

    def __init__(self, reviewer: "Reviewer") -> None:
        self.reviewer = reviewer
        with gr.Row(elem_classes="mm-closer"):
            self.look = gr.Button(
                LABELS("closer"), size="sm", elem_id="mm-closer", visible=False, min_width=80
            )
            self.stop = gr.Button(
                LABELS("cancel"), size="sm", visible=False, elem_id="mm-closer-stop", min_width=80
            )
            self.solid = gr.DownloadButton(
                str(LABELS("save_glb")), size="sm", interactive=False, elem_id="mm-glb",
                min_width=80,
            )  # fmt: skip
            self.flat = gr.DownloadButton(
                str(LABELS("save_png")), size="sm", interactive=False, elem_id="mm-png",
                min_width=80,
            )  # fmt: skip
        self.status = panel(elem_id="mm-closer-status")

    def arrived(self, state: Shown) -> Updates:
        """How the buttons stand when a review has just come."""
        return {
            self.look: gr.Button(visible=bool(state.review.heatmaps)),
            self.stop: gr.Button(visible=False),
            self.solid: gr.DownloadButton(interactive=False),
            self.flat: gr.DownloadButton(interactive=False),
            self.status: "",
        }

    def outputs(self) -> list[Any]:
        """Everything that `arrived` sets."""
        return [self.look, self.stop, self.solid, self.flat, self.status]

    def weigh(self, state: Shown | None, request: gr.Request) -> Any:  # noqa: ANN401 - HTML or skip
        """Underline in the ledger the words that moved the scores."""
        if state is None:
            return gr.skip()
        before = state.review
        after = self.reviewer.weigh_words(before)
        if after is before:
            return gr.skip()
        state.replace(before, after)
        return ledger_html(state.review, state.chosen, Words.of(request), again=True)

    def check(self, state: Shown | None, request: gr.Request) -> Any:  # noqa: ANN401 - as above
        """Say of the chosen requirement's heat how far it can be believed."""
        if state is None:
            return gr.skip()
        chosen, before = state.chosen, state.review
        after = self.reviewer.examine(before, chosen)
        state.replace(before, after)
        if after is before or state.chosen != chosen:
            return gr.skip()
        return evidence_html(state.review, state.verdict(chosen), Words.of(request))

    def export(self, state: Shown | None) -> tuple[Any, Any]:
        """Write the chosen requirement's evidence as GLB and PNG files, ready to be saved."""
        if state is None:
            return gr.skip(), gr.skip()
        review, verdict = state.review, state.verdict(state.chosen)
        folder = private_folder()
        name = f"{Path(review.design.name).stem[:60] or 'design'}-{verdict.requirement.id}"
        pictures = folder / f"{name}.zip"
        pictures.write_bytes(overlays_zip(review, verdict))
        flat = gr.DownloadButton(value=str(pictures), interactive=True)
        if review.design.mesh is None:
            return gr.DownloadButton(interactive=False), flat
        solid = folder / f"{name}.glb"
        solid.write_bytes(evidence_glb(review, verdict))
        return gr.DownloadButton(value=str(solid), interactive=True), flat

    def look_closer(self, state: Shown | None, request: gr.Request) -> Iterator[Updates]:
        """Find the heat again by hiding places, saying how far it is."""
        if state is None:
            return
        words, before = Words.of(request), state.review
        yield {
            self.look: gr.Button(visible=False),
            self.stop: gr.Button(visible=True),
            self.status: progress_html(Progress("closer", 0.0), words),
        }
        work = Stream(
            lambda report, cancelled: self.reviewer.look_closer(before, report, cancelled)
        )
        try:
            for step in work:
                yield {self.status: progress_html(step, words)}
        except MMDesignError as problem:
            yield {self.status: error_html(str(problem)), **self._idle()}
            return
        state.replace(before, work.result)
        yield {self.status: "", **self._idle()}

    def show(self, state: Shown | None, request: gr.Request) -> tuple[Any, Any, Any]:
        """Show the chosen requirement's evidence again, now that it has changed."""
        if state is None:
            return gr.skip(), gr.skip(), gr.skip()
        words, verdict = Words.of(request), state.verdict(state.chosen)
        return (
            evidence_html(state.review, verdict, words),
            state.figure(verdict, words),
            views_html(state.review, state.pictures, verdict, words),
        )

    def stopped(self, request: gr.Request) -> Updates:
        """Say that the closer look was stopped; the heat stays as it was."""
        return {self.status: note_html(Words.of(request)("stopped")), **self._idle()}

    def _idle(self) -> Updates:
        return {self.look: gr.Button(visible=True), self.stop: gr.Button(visible=False)}
