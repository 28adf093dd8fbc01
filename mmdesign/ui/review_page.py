"""The Review page: a design and a brief go in on the left, the verdict stands on the right."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr
import plotly.graph_objects as go
from gradio.events import Dependency

from mmdesign.domain import Progress, Review, Verdict
from mmdesign.errors import LibraryError, MMDesignError
from mmdesign.reporting import record_review, review_html, review_json
from mmdesign.ui.brief_input import BriefInput, units_choice
from mmdesign.ui.cards import details_html, similar_html, suggestions_html
from mmdesign.ui.checks import (
    UNITS,
    files_of,
    formats_line,
    spec_of,
    units_of,
)
from mmdesign.ui.closer import Closer
from mmdesign.ui.keeping import Keeper
from mmdesign.ui.ledger import ledger_html, verdict_html
from mmdesign.ui.samples import Sample, samples
from mmdesign.ui.shown import Shown, shown
from mmdesign.ui.status import error_html, invitation_html, note_html, progress_html
from mmdesign.ui.theme import panel, script
from mmdesign.ui.views import evidence_html, views_html
from mmdesign.ui.words import CATALOGUE, LABELS, Words
from mmdesign.ui.workplace import private_folder

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

SIDES = ("iso", "front", "back", "left", "right", "top", "bottom")
EXAMPLES = ("bracket", "flange", "enclosure")
WORK = "review"
"""Reviews and searches take turns; batches and adding, which are long, have their own queue."""
STATE_LIFE_S = 4 * 3600

Updates = dict[Any, Any]


class ReviewPage:
    """Components of the page and what happens when they are touched."""

    def __init__(self, reviewer: "Reviewer", suffixes: Sequence[str]) -> None:
        self.reviewer = reviewer
        self.state = gr.State(None, time_to_live=STATE_LIFE_S)
        with gr.Row(elem_classes="mm-split"):
            with gr.Column(elem_classes="mm-brief", min_width=280):
                self._lay_brief(suffixes)
            with gr.Column(elem_classes="mm-result", min_width=280):
                self._lay_result()
        self._wire()
        self._publish(suffixes)

    def _lay_brief(self, suffixes: Sequence[str]) -> None:
        self.files = gr.File(
            label=LABELS("design_label"), file_count="multiple", file_types=list(suffixes),
            height=150, elem_classes="mm-drop", elem_id="mm-files",
        )  # fmt: skip
        panel(formats_line(), elem_classes="mm-formats")
        self.sample_buttons = self._chips(samples(), "sample_intro")
        self.brief = BriefInput(self.reviewer.settings, "mm")
        self.spec = self.brief.spec
        with gr.Row(elem_classes="mm-chips"):
            panel(LABELS("example_intro"), elem_classes="mm-chip-intro")
            self.examples = [_chip(name) for name in EXAMPLES]
        with gr.Row(elem_classes="mm-actions"):
            self.units = units_choice()
            self.run = gr.Button(LABELS("run"), variant="primary", elem_id="mm-run")
            self.cancel = gr.Button(LABELS("cancel"), visible=False, elem_id="mm-cancel")
        self.status = panel(elem_id="mm-status")

    def _chips(self, found: Sequence[Sample], intro: str) -> list[tuple[Sample, gr.Button]]:
        if not found:
            return []
        with gr.Row(elem_classes="mm-chips"):
            panel(LABELS(intro), elem_classes="mm-chip-intro")
            return [(sample, _chip(sample.brief)) for sample in found]

    def _lay_result(self) -> None:
        self.banner = panel(invitation_html(Words()), elem_id="mm-banner")
        self.keeper = Keeper(self.reviewer)
        with gr.Column(visible=False, elem_classes="mm-findings") as self.findings:
            with gr.Row(elem_classes="mm-evidence-split"):
                self.ledger = panel(js_on_load=script("ledger"), elem_id="mm-ledger")
                with gr.Column(elem_classes="mm-viewer", elem_id="mm-evidence", min_width=280):
                    self._lay_viewer()
            with gr.Row(elem_classes="mm-after"):
                self.suggestions = panel(elem_id="mm-suggestions")
                self.similar = panel(elem_id="mm-similar")
            self.details = panel(elem_id="mm-details")
            with gr.Row(elem_classes="mm-downloads"):
                self.html_file = gr.DownloadButton(
                    str(LABELS("save_html")), size="sm", interactive=False
                )
                self.json_file = gr.DownloadButton(
                    str(LABELS("save_json")), size="sm", interactive=False
                )

    def _lay_viewer(self) -> None:
        self.evidence = panel(elem_id="mm-evidence-text")
        self.segments = panel(js_on_load=script("segments"), elem_classes="mm-segments")
        with gr.Column(elem_classes="mm-solid"):
            self.plot = gr.Plot(show_label=False, elem_id="mm-mesh")
            self.presets = panel(
                presets_html(Words()), js_on_load=script("camera"), elem_classes="mm-presets"
            )
        with gr.Column(elem_classes="mm-flat"):
            self.views = panel(js_on_load=script("views"), elem_id="mm-views")
        self.closer = Closer(self.reviewer)

    def _wire(self) -> None:
        self.brief.wire(self.status)
        for name, button in zip(EXAMPLES, self.examples, strict=True):
            button.click(None, outputs=self.spec, js=_fill(f"example_{name}_text"))
        for sample, button in self.sample_buttons:
            button.click(
                take_sample, [gr.State(sample)], [self.files, self.spec],
                api_visibility="private", queue=False,
            )  # fmt: skip
        outputs = [
            self.state, self.status, self.run, self.cancel, self.banner, self.findings,
            self.ledger, self.evidence, self.plot, self.views, self.segments,
            self.suggestions, self.similar, self.details, self.html_file, self.json_file,
            *self.closer.outputs(), *self.keeper.outputs(), self.brief.lints,
        ]  # fmt: skip
        waiting = self.run.click(
            self.wait, None, [self.status, self.run, self.cancel], queue=False,
            show_progress="hidden", api_visibility="private",
        )  # fmt: skip
        running = waiting.then(
            self.stream, [self.files, self.spec, self.units], outputs, show_progress="hidden",
            api_visibility="private", concurrency_id=WORK, concurrency_limit=1,
        )  # fmt: skip
        written = running.then(
            self.write_reports, [self.state], [self.html_file, self.json_file],
            show_progress="hidden", api_visibility="private",
        )  # fmt: skip
        self._afterwards(written)
        self.cancel.click(
            self.stopped, None, [self.status, self.run, self.cancel], cancels=[running],
            api_visibility="private", queue=False,
        )  # fmt: skip
        selected = self.ledger.select(
            self.select, [self.state], [self.evidence, self.plot, self.views],
            show_progress="hidden", api_visibility="private", trigger_mode="always_last",
        )  # fmt: skip
        self._afterwards(selected)
        keeper = self.keeper
        keeper.keep.click(
            keeper.take, [keeper.state], keeper.outputs(), show_progress="hidden",
            api_visibility="private", concurrency_id=WORK, concurrency_limit=1,
        )  # fmt: skip
        self._wire_closer()

    def _afterwards(self, event: Dependency) -> None:
        """What may come a little later than the evidence: files, words, how far heat holds."""
        closer = self.closer
        event.then(
            closer.export, [self.state], [closer.solid, closer.flat], show_progress="hidden",
            api_visibility="private",
        ).then(
            closer.weigh, [self.state], self.ledger, show_progress="hidden",
            api_visibility="private", concurrency_id=WORK,
        ).then(
            closer.check, [self.state], self.evidence, show_progress="hidden",
            api_visibility="private", concurrency_id=WORK,
        )  # fmt: skip

    def _wire_closer(self) -> None:
        closer = self.closer
        looking = closer.look.click(
            closer.look_closer, [self.state], [closer.look, closer.stop, closer.status],
            show_progress="hidden", api_visibility="private", concurrency_id=WORK,
        )  # fmt: skip
        found = looking.then(
            closer.show, [self.state], [self.evidence, self.plot, self.views],
            show_progress="hidden", api_visibility="private",
        )  # fmt: skip
        self._afterwards(found)
        closer.stop.click(
            closer.stopped, None, [closer.look, closer.stop, closer.status], cancels=[looking],
            api_visibility="private", queue=False,
        )  # fmt: skip

    def _publish(self, suffixes: Sequence[str]) -> None:
        """The same review for programs: files, spec and units in, one JSON object out."""
        with gr.Group(visible=False):
            files = gr.File(label="files", file_count="multiple", file_types=list(suffixes))
            spec = gr.Textbox(label="spec")
            units = gr.Dropdown(list(UNITS), value=UNITS[0], label="units")
            answer = gr.JSON(label="review")
            gr.Button().click(
                self.review, [files, spec, units], answer, api_name="review",
                concurrency_id=WORK, concurrency_limit=1,
            )  # fmt: skip

    def review(self, files: list[str] | None, spec: str, units: str) -> Mapping[str, Any]:
        """Review files against a spec; answers with the review as one JSON object."""
        try:
            paths = files_of(files, self.reviewer.settings)
            review = self.reviewer.review(paths, spec_of(spec), units=units_of(units))
        except MMDesignError as problem:
            raise gr.Error(str(problem), print_exception=False) from problem
        with suppress(LibraryError):
            # The review's own warnings say what is wrong with the library.
            record_review(review, paths, self.reviewer.library)
        return review_json(review)

    def wait(self, request: gr.Request) -> Updates:
        """Say at once that the review was taken; another one may be running."""
        words = Words.of(request)
        return {self.status: progress_html(Progress("waiting", 0.0), words), **self._busy(True)}

    def stream(
        self, files: list[str] | None, spec: str, units: str, request: gr.Request
    ) -> Iterator[Updates]:
        """Review while saying how far it is; inputs and the last review stay when it fails."""
        words = Words.of(request)
        try:
            paths = files_of(files, self.reviewer.settings)
            for step in self.reviewer.stream(paths, spec_of(spec), units=units_of(units)):
                if isinstance(step, Review):
                    arrived = self._arrived(step, words)
                    yield {**arrived, **self.keeper.arrived(step, paths, words)}
                else:
                    yield {self.status: progress_html(step, words)}
        except MMDesignError as problem:
            yield {self.status: error_html(str(problem)), **self._busy(False)}

    def _busy(self, busy: bool) -> Updates:
        return {
            self.run: gr.Button(visible=not busy),
            self.cancel: gr.Button(visible=busy),
        }

    def _arrived(self, review: Review, words: Words) -> Updates:
        state = shown(review)
        verdict = state.verdict(state.chosen)
        evidence, figure, views = self._evidence(state, verdict, words)
        return {
            self.state: state,
            self.status: "",
            self.brief.lints: "",
            self.banner: verdict_html(review, words),
            self.findings: gr.Column(visible=True),
            self.ledger: ledger_html(review, verdict.requirement.id, words),
            self.evidence: evidence,
            self.plot: figure,
            self.views: views,
            self.segments: segments_html(state.mesh is not None, words),
            self.suggestions: suggestions_html(review, words),
            self.similar: similar_html(review.hits, None, self._thumbnail, words),
            self.details: details_html(review, words),
            self.html_file: gr.DownloadButton(interactive=False),
            self.json_file: gr.DownloadButton(interactive=False),
            **self.closer.arrived(state),
            **self._busy(False),
        }

    def _thumbnail(self, design_id: str) -> bytes:
        # Per hit: a library of another model cannot be opened, and then there are no hits.
        return self.reviewer.library.thumbnail(design_id)

    def _evidence(
        self, state: Shown, verdict: Verdict, words: Words
    ) -> tuple[str, go.Figure | None, str]:
        return (
            evidence_html(state.review, verdict, words),
            state.figure(verdict, words),
            views_html(state.review, state.pictures, verdict, words),
        )

    def select(
        self, state: Shown | None, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, Any, Any]:
        """Show the evidence of the requirement that was chosen in the ledger."""
        if state is None:
            return gr.skip(), gr.skip(), gr.skip()
        verdict = state.verdict(str(event._data.get("requirement")))
        state.chosen = verdict.requirement.id
        return self._evidence(state, verdict, Words.of(request))

    def stopped(self, request: gr.Request) -> Updates:
        """Say that the work was stopped; nothing else changes."""
        return {self.status: note_html(Words.of(request)("stopped")), **self._busy(False)}

    def write_reports(self, state: Shown | None, request: gr.Request) -> tuple[Any, Any]:
        """Write the review as one HTML page, in the reader's language, and as JSON."""
        if state is None:
            return gr.skip(), gr.skip()
        folder, thumbnail = private_folder(), self.reviewer.library.thumbnail
        pictures = {hit.design_id: thumbnail(hit.design_id) for hit in state.review.hits}
        name = Path(state.review.design.name).stem[:80] or "review"
        page, data = folder / f"{name}.html", folder / f"{name}.json"
        report = review_html(state.review, pictures, Words.of(request).language)
        page.write_text(report, encoding="utf-8")
        data.write_text(json.dumps(review_json(state.review), ensure_ascii=False), encoding="utf-8")
        return (
            gr.DownloadButton(value=str(page), interactive=True),
            gr.DownloadButton(value=str(data), interactive=True),
        )


def _chip(example: str) -> gr.Button:
    return gr.Button(LABELS(f"example_{example}"), size="sm", elem_classes="mm-chip-button")


def take_sample(sample: Sample, request: gr.Request) -> tuple[list[str], str]:
    """Put a sample part into the brief, with what it must meet."""
    return [str(sample.path)], Words.of(request)(f"example_{sample.brief}_text")


def _fill(key: str) -> str:
    entry = CATALOGUE[key]
    texts = json.dumps(dict(entry), ensure_ascii=False)
    return f"() => ({texts})[navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en']"


def segments_html(has_mesh: bool, words: Words) -> str:
    """The switch between the part in 3D and its pictures; pictures alone have no 3D."""
    names = ("mesh", "views") if has_mesh else ("views",)
    return "".join(
        f'<button type="button" data-show="{name}">{words(f"tab_{name}")}</button>'
        for name in names
    )


def presets_html(words: Words) -> str:
    """Buttons that turn the part to a named side."""
    return "".join(
        f'<button type="button" data-view="{name}">{words(f"side_{name}")}</button>'
        for name in SIDES
    )
