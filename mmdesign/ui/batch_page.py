"""The Batch page: many designs against one brief, in the background, ranked as they come in."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.events import Dependency

from mmdesign.domain import Progress
from mmdesign.errors import DesignError, MMDesignError
from mmdesign.ui.batch_jobs import FORMATS, Job, Jobs
from mmdesign.ui.brief_input import BriefInput, units_choice
from mmdesign.ui.checks import (
    MAX_BATCH_FILES,
    UNITS,
    files_of,
    query_of,
    spec_of,
    units_of,
)
from mmdesign.ui.ranking import Selection, empty_html, ranking_html
from mmdesign.ui.status import error_html, note_html, progress_html
from mmdesign.ui.theme import panel, script
from mmdesign.ui.words import LABELS, Words
from mmdesign.ui.workplace import private_folder

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

EVERY_S = 1.0
STORAGE_KEY = "mm-batch"
NAMES = {"csv": "CSV", "xlsx": "Excel", "parquet": "Parquet", "jsonl": "JSONL", "html": "HTML"}

Updates = dict[Any, Any]


class BatchPage:
    """Components of the page and what happens when they are touched."""

    def __init__(
        self, reviewer: "Reviewer", suffixes: Sequence[str], remembered: gr.BrowserState
    ) -> None:
        """Lay out the page.

        Args:
            reviewer: The pipeline.
            suffixes: What can be uploaded.
            remembered: Where the browser keeps the id of its batch.
        """
        self.reviewer = reviewer
        self.jobs = Jobs(reviewer)
        self.shown = gr.State(Selection())
        self.job = remembered
        self.timer = gr.Timer(EVERY_S, active=False)
        with gr.Row(elem_classes="mm-split"):
            with gr.Column(elem_classes="mm-brief", min_width=280):
                self._lay_brief(suffixes)
            with gr.Column(elem_classes="mm-result", min_width=280):
                self.table = panel(
                    empty_html(Words()), elem_id="mm-batch-table", js_on_load=script("batch")
                )
                with gr.Row(elem_classes="mm-downloads", visible=False) as self.downloads:
                    self.saves = {
                        suffix: gr.DownloadButton(NAMES[suffix], size="sm") for suffix in FORMATS
                    }
        self._wire()
        self._publish()

    def _lay_brief(self, suffixes: Sequence[str]) -> None:
        self.files = gr.File(
            label=LABELS("batch_files_label"), file_count="multiple", file_types=list(suffixes),
            height=190, elem_classes="mm-drop", elem_id="mm-batch-files",
        )  # fmt: skip
        self.where = gr.Textbox(
            label=LABELS("batch_where_label"), placeholder='mass_g < 200 and tag = "bracket"',
            lines=1, elem_classes="mm-where", elem_id="mm-batch-where",
        )  # fmt: skip
        self.brief = BriefInput(self.reviewer.settings, "mm-batch")
        self.spec = self.brief.spec
        with gr.Row(elem_classes="mm-actions"):
            self.units = units_choice()
            self.run = gr.Button(LABELS("batch_run"), variant="primary", elem_id="mm-batch-run")
            self.cancel = gr.Button(LABELS("cancel"), visible=False, elem_id="mm-batch-cancel")
        self.status = panel(elem_id="mm-batch-status")

    def _wire(self) -> None:
        self.brief.wire(self.status)
        self.outputs = [
            self.table, self.status, self.run, self.cancel, self.timer, self.job,
            self.downloads, *self.saves.values(),
        ]  # fmt: skip
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        brief = [self.files, self.where, self.spec, self.units]
        self.run.click(self.start, brief, self.outputs, **private)
        self.timer.tick(self.follow, [self.job, self.shown], self.outputs, **private)
        self.cancel.click(self.stop, [self.job], [self.status], **private)
        self.table.select(self.turn, [self.job, self.shown], [self.table, self.shown], **private)

    def come_back_after(self, loaded: Dependency) -> None:
        """Show a batch that this browser started earlier, once the page is there."""
        loaded.then(
            self.follow, [self.job, self.shown], self.outputs, show_progress="hidden",
            api_visibility="private",
        )  # fmt: skip

    def open_in(
        self, tabs: gr.Tabs, tab: str, brief: Sequence[gr.components.Component], run: gr.Button
    ) -> None:
        """A click on a row reviews that design: its file and the brief go to another tab."""
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        taken = self.table.submit(self.take, [self.job], list(brief), **private)
        turned = taken.success(lambda: gr.Tabs(selected=tab), None, tabs, **private)
        turned.then(None, js=f"() => document.getElementById({json.dumps(run.elem_id)}).click()")

    def _publish(self) -> None:
        """The same for programs."""
        with gr.Group(visible=False):
            files = gr.File(label="files", file_count="multiple")
            spec, units = gr.Textbox(label="spec"), gr.Dropdown(list(UNITS), value=UNITS[0])
            answer = gr.JSON(label="rows")
            gr.Button().click(
                self.batch_run, [files, spec, units], answer, api_name="batch_run",
                concurrency_id="batch", concurrency_limit=1,
            )  # fmt: skip

    def batch_run(self, files: list[str] | None, spec: str, units: str) -> list[Mapping[str, Any]]:
        """Review many files against one spec; answers with the ranked rows."""
        try:
            paths = files_of(files, self.reviewer.settings, most=MAX_BATCH_FILES)
            return self.jobs.rows(paths, spec_of(spec), units_of(units))
        except MMDesignError as problem:
            raise gr.Error(str(problem), print_exception=False) from problem

    def start(
        self, files: list[str] | None, where: str, spec: str, units: str, request: gr.Request
    ) -> Updates:
        """Begin a batch; it goes on when the page is closed."""
        words = Words.of(request)
        try:
            paths = self._files(files, query_of(where))
            job = self.jobs.start(paths, spec_of(spec), units_of(units))
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}
        return {
            self.job: job.id,
            self.status: progress_html(job.progress, words),
            self.table: empty_html(words),
            self.downloads: gr.Row(visible=False),
            **self._busy(True),
        }

    def follow(self, job_id: str, shown: Selection, request: gr.Request) -> Updates:
        """Say how a batch is getting on; at its end offer the files."""
        words = Words.of(request)
        job = self.jobs.get(job_id)
        if job is None:
            return self._busy(False)
        # A batch that ends between two looks must be seen at its end: state first, rows after.
        is_over = job.is_over
        updates: Updates = {self.status: status_html(job, words), **self._busy(not is_over)}
        if len(job.journal):
            updates[self.table] = ranking_html(job.journal, shown, words)
        if is_over and job.outputs:
            updates[self.downloads] = gr.Row(visible=True)
            for suffix, path in job.outputs.items():
                updates[self.saves[suffix]] = gr.DownloadButton(value=str(path))
        return updates

    def stop(self, job_id: str, request: gr.Request) -> Updates:
        """Ask a batch to stop; what is done stays."""
        job = self.jobs.get(job_id)
        if job is not None:
            job.stop.set()
        return {self.status: note_html(Words.of(request)("batch_stopping"))}

    def turn(
        self, job_id: str, shown: Selection, event: gr.EventData, request: gr.Request
    ) -> Updates:
        """Sort, filter, turn the page, compare."""
        job = self.jobs.get(job_id)
        changed = shown.changed({str(key): str(value) for key, value in event._data.items()})
        if job is None:
            return {self.shown: changed}
        return {
            self.shown: changed,
            self.table: ranking_html(job.journal, changed, Words.of(request)),
        }

    def take(self, job_id: str, event: gr.EventData) -> tuple[list[str], str]:
        """Hand one design and the brief to the Review page."""
        job = self.jobs.get(job_id)
        position = str(event._data.get("position", ""))
        if job is None or not position.isdecimal() or int(position) >= len(job.scoring.files):
            message = "This batch is no longer kept; run it again."
            raise gr.Error(message, print_exception=False)
        path = job.scoring.files[int(position)]
        if not path.is_file():
            message = f"{path.name} is not there any more; add it again."
            raise gr.Error(message, print_exception=False)
        return [str(shutil.copy2(path, private_folder()))], job.scoring.brief

    def _files(self, files: list[str] | None, where: str | None) -> list[Path]:
        """Uploaded files, and those of the library that pass a filter."""
        settings = self.reviewer.settings
        paths = files_of(files, settings, most=MAX_BATCH_FILES) if files or not where else []
        if where:
            found = [Path(record.path) for record in self.reviewer.library.records(where=where)]
            paths += [path for path in found if path.is_file()]
            if not paths:
                message = "No design of the library passes this filter, or their files are gone."
                raise DesignError(message)
        return paths

    def _busy(self, busy: bool) -> Updates:
        return {
            self.run: gr.Button(visible=not busy),
            self.cancel: gr.Button(visible=busy),
            self.timer: gr.Timer(active=busy),
        }


def status_html(job: Job, words: Words) -> str:
    """How a batch is getting on: share, time to go, rate, and how busy each stage is."""
    if job.state == "failed":
        return error_html(job.problem or "")
    if job.state == "stopped":
        return note_html(words("batch_stopped"))
    counts = job.journal.counts()
    failed = counts.get("failed", 0)
    if job.state == "done":
        return note_html(words.count("batch_failures", failed)) if failed else ""
    return progress_html(job.progress, words) + _details(job.progress, words)


def _details(progress: Progress, words: Words) -> str:
    detail = progress.detail
    if not detail:
        return ""
    said = [words("batch_count", done=detail["files_done"], total=detail["files_total"])]
    if detail["files_per_hour"]:
        said.append(words("batch_rate", rate=f"{detail['files_per_hour']:,.0f}"))
    if detail["files_from_cache"]:
        said.append(words("batch_from_cache", number=detail["files_from_cache"]))
    loads = [
        f"{words(f'stage_{stage}')} {100 * load:.0f} %" for stage, load in detail["loads"].items()
    ]
    return f'<p class="mm-quiet">{" · ".join(said)}</p><p class="mm-quiet">{" · ".join(loads)}</p>'
