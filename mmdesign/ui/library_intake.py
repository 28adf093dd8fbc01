"""New designs for the library: where their files go in, and how they are added."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from mmdesign.errors import MMDesignError
from mmdesign.ui.cards import ingest_html
from mmdesign.ui.checks import MAX_BATCH_FILES, files_of
from mmdesign.ui.library_desk import kept_files
from mmdesign.ui.status import error_html, note_html, progress_html
from mmdesign.ui.streaming import Stream
from mmdesign.ui.words import LABELS, Words

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

LONG_WORK = "batch"

Updates = dict[Any, Any]


class Intake:
    """The fold for new files and what happens when they are added."""

    def __init__(self, reviewer: "Reviewer") -> None:
        self.reviewer = reviewer

    def lay(self, suffixes: Sequence[str]) -> None:
        """Place files and buttons here."""
        with gr.Accordion(LABELS("add_title"), open=False, elem_classes="mm-fold"):
            self.new = gr.File(
                label=LABELS("add_label"), file_count="multiple", file_types=list(suffixes),
                height=110, elem_classes="mm-drop",
            )  # fmt: skip
            with gr.Row(elem_classes="mm-actions"):
                self.add = gr.Button(LABELS("add"))
                self.cancel = gr.Button(LABELS("cancel"), visible=False)

    def wire(self, shelf: Sequence[Any], status: gr.HTML, show: Callable[[Words], Updates]) -> None:
        """Connect the buttons.

        Args:
            shelf: Components that show the library.
            status: The one of them that says how far the work is.
            show: The library as it is then.
        """
        self.status, self.show = status, show
        adding = self.add.click(
            self.take_in, [self.new], [*shelf, self.add, self.cancel, self.new],
            concurrency_id=LONG_WORK, concurrency_limit=1, api_visibility="private",
            show_progress="hidden",
        )  # fmt: skip
        self.cancel.click(
            self.stopped, None, [status, self.add, self.cancel], cancels=[adding],
            api_visibility="private", queue=False,
        )  # fmt: skip

    def publish(self, files: gr.File, answer: gr.JSON) -> None:
        """The same for programs, with components of theirs."""
        gr.Button().click(
            self.library_add, [files], answer, api_name="library_add",
            concurrency_id=LONG_WORK, concurrency_limit=1,
        )  # fmt: skip

    def library_add(self, files: list[str] | None) -> Mapping[str, Any]:
        """Add files to the library; answers with counts and the reason for each failure."""
        try:
            report = self.reviewer.index(self._kept(files))
        except MMDesignError as problem:
            raise gr.Error(str(problem), print_exception=False) from problem
        failed = [{"name": Path(path).name, "reason": reason} for path, reason in report.failed]
        return {"added": report.added, "unchanged": report.unchanged, "failed": failed}

    def take_in(self, files: list[str] | None, request: gr.Request) -> Iterator[Updates]:
        """Add designs while saying how far it is; failures come with their reason."""
        words = Words.of(request)
        yield {self.status: "", **self._busy(True)}
        try:
            paths = self._kept(files)
            work = Stream(
                lambda report, stop: self.reviewer.index(paths, progress=report, cancelled=stop)
            )
            for step in work:
                yield {self.status: progress_html(step, words)}
        except MMDesignError as problem:
            yield {self.status: error_html(str(problem)), **self._busy(False)}
            return
        done = {self.status: ingest_html(work.result, words), self.new: None}
        yield {**self.show(words), **done, **self._busy(False)}

    def stopped(self, request: gr.Request) -> Updates:
        """Say that adding was stopped; what was added stays."""
        return {self.status: note_html(Words.of(request)("stopped")), **self._busy(False)}

    def _busy(self, busy: bool) -> Updates:
        return {self.add: gr.Button(visible=not busy), self.cancel: gr.Button(visible=busy)}

    def _kept(self, files: list[str] | None) -> list[Path]:
        """Copy uploads into the library's folder: gradio throws its own copies away."""
        paths = files_of(files, self.reviewer.settings, most=MAX_BATCH_FILES)
        return kept_files(paths, self.reviewer.settings.library_folder / "files")
