"""The Library page: look through past designs, find them by words or by shape, add new ones."""

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from mmdesign.domain import Hit
from mmdesign.errors import MMDesignError
from mmdesign.library import Record
from mmdesign.ui.cards import ingest_html, record_html, tiles_html
from mmdesign.ui.checks import MAX_BATCH_FILES, files_of, query_of
from mmdesign.ui.status import error_html, note_html, progress_html
from mmdesign.ui.streaming import Stream
from mmdesign.ui.theme import panel, script
from mmdesign.ui.words import LABELS, Words

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

PAGE = 24
FOUND = 24
WORK = "review"
LONG_WORK = "batch"

Updates = dict[Any, Any]


class LibraryPage:
    """Components of the page and what happens when they are touched."""

    def __init__(self, reviewer: "Reviewer", suffixes: Sequence[str]) -> None:
        self.reviewer = reviewer
        self.page = gr.State(0)
        with gr.Row(elem_classes="mm-split"):
            with gr.Column(elem_classes="mm-brief", min_width=280):
                self._lay_search(suffixes)
            with gr.Column(elem_classes="mm-result", min_width=280):
                self._lay_grid()
        self._wire()

    def _lay_search(self, suffixes: Sequence[str]) -> None:
        self.text = gr.Textbox(
            label=LABELS("search_label"), placeholder=LABELS("search_placeholder"), lines=1,
            elem_id="mm-search",
        )  # fmt: skip
        self.files = gr.File(
            label=LABELS("search_file_label"), file_count="multiple", file_types=list(suffixes),
            height=110, elem_classes="mm-drop",
        )  # fmt: skip
        self.where = gr.Textbox(
            label=LABELS("where_label"), placeholder='mass_g < 200 and tag = "bracket"', lines=1,
            elem_classes="mm-where",
        )  # fmt: skip
        with gr.Row(elem_classes="mm-actions"):
            self.search = gr.Button(LABELS("search"), variant="primary")
            self.clear = gr.Button(LABELS("show_all"))
        with gr.Accordion(LABELS("add_title"), open=False, elem_classes="mm-fold"):
            self.new = gr.File(
                label=LABELS("add_label"), file_count="multiple", file_types=list(suffixes),
                height=110, elem_classes="mm-drop",
            )  # fmt: skip
            with gr.Row(elem_classes="mm-actions"):
                self.add = gr.Button(LABELS("add"))
                self.cancel = gr.Button(LABELS("cancel"), visible=False)
        self.status = panel(elem_id="mm-library-status")

    def _lay_grid(self) -> None:
        self.note = panel(elem_id="mm-library-note")
        with gr.Row(elem_classes="mm-library-split"):
            self.grid = panel(js_on_load=script("tiles"), elem_id="mm-grid")
            self.record = panel(js_on_load=script("record"), elem_id="mm-record", visible=False)
        with gr.Row(elem_classes="mm-pager") as self.pager:
            self.previous = gr.Button(LABELS("previous"), size="sm")
            self.next = gr.Button(LABELS("next"), size="sm")

    def _wire(self) -> None:
        self.shelf = shelf = [
            self.grid, self.note, self.pager, self.previous, self.next, self.page, self.status,
        ]  # fmt: skip
        query = [self.text, self.files, self.where]
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        found = [self.search.click, self.text.submit, self.where.submit]
        for event in found:
            event(self.find, query, shelf, concurrency_id=WORK, concurrency_limit=1, **private)
        self.clear.click(self.all, None, [*shelf, *query], **private)
        self.previous.click(self.back, [self.page, self.where], shelf, **private)
        self.next.click(self.forth, [self.page, self.where], shelf, **private)
        self.grid.select(self.open, None, self.record, **private)
        adding = self.add.click(
            self.take_in, [self.new], [*shelf, self.add, self.cancel, self.new],
            concurrency_id=LONG_WORK, concurrency_limit=1, **private,
        )  # fmt: skip
        self.cancel.click(
            self.stopped, None, [self.status, self.add, self.cancel], cancels=[adding],
            api_visibility="private", queue=False,
        )  # fmt: skip
        self._publish()

    def _publish(self) -> None:
        """The same for programs."""
        with gr.Group(visible=False):
            text, where = gr.Textbox(label="text"), gr.Textbox(label="where")
            files = gr.File(label="files", file_count="multiple")
            count = gr.Number(10, label="k", precision=0, minimum=1, maximum=100)
            answer = gr.JSON(label="answer")
            gr.Button().click(
                self.library_search, [text, files, where, count], answer,
                api_name="library_search", concurrency_id=WORK, concurrency_limit=1,
            )  # fmt: skip
            gr.Button().click(
                self.library_add, [files], answer, api_name="library_add",
                concurrency_id=LONG_WORK, concurrency_limit=1,
            )  # fmt: skip

    def library_search(
        self, text: str | None, files: list[str] | None, where: str | None, k: int
    ) -> Mapping[str, Any]:
        """Find past designs by words, by files, or both; `where` filters by measured facts."""
        try:
            hits, note = self._found(text, files, where, int(k))
        except MMDesignError as problem:
            raise gr.Error(str(problem), print_exception=False) from problem
        shown = [{**asdict(hit), "why": list(hit.why)} for hit in hits]
        for hit in shown:
            del hit["path"]
        return {"hits": shown, "note": note}

    def library_add(self, files: list[str] | None) -> Mapping[str, Any]:
        """Add files to the library; answers with counts and the reason for each failure."""
        try:
            report = self.reviewer.index(self._kept(files))
        except MMDesignError as problem:
            raise gr.Error(str(problem), print_exception=False) from problem
        failed = [{"name": Path(path).name, "reason": reason} for path, reason in report.failed]
        return {"added": report.added, "unchanged": report.unchanged, "failed": failed}

    def show(self, request: gr.Request) -> Updates:
        """Show the first page of all designs."""
        return self._shelf(0, None, Words.of(request))

    def all(self, request: gr.Request) -> Updates:
        """Forget the search and show all designs again."""
        cleared = {self.text: "", self.files: None, self.where: ""}
        return {**self._shelf(0, None, Words.of(request)), **cleared}

    def back(self, page: int, where: str, request: gr.Request) -> Updates:
        """Turn one page back."""
        return self._turned(page - 1, where, Words.of(request))

    def forth(self, page: int, where: str, request: gr.Request) -> Updates:
        """Turn one page on."""
        return self._turned(page + 1, where, Words.of(request))

    def find(self, text: str, files: list[str] | None, where: str, request: gr.Request) -> Updates:
        """Show what a search finds; with a filter alone, all designs that pass it."""
        words = Words.of(request)
        try:
            if not query_of(text) and not files:
                return self._shelf(0, query_of(where), words)
            hits, note = self._found(text, files, where, FOUND)
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}
        return self._hits(hits, note, words)

    def _hits(self, hits: Sequence[Hit], note: str | None, words: Words) -> Updates:
        records = [self.reviewer.library.get(hit.design_id) for hit in hits]
        badges = {
            hit.design_id: f"{hit.similarity:.2f} · {hit.why[0] if hit.why else ''}".rstrip(" ·")
            for hit in hits
        }
        return {
            self.grid: tiles_html(records, badges),
            self.note: note_html(note or words.count("found", len(hits))),
            self.pager: gr.Row(visible=False),
            self.page: 0,
            self.status: "",
        }

    def _found(
        self, text: str | None, files: list[str] | None, where: str | None, k: int
    ) -> tuple[Sequence[Hit], str | None]:
        paths = files_of(files, self.reviewer.settings) if files else []
        result = self.reviewer.search(
            query_of(text), paths, k=min(max(k, 1), 100), where=query_of(where)
        )
        return result.hits, result.note

    def _turned(self, page: int, where: str, words: Words) -> Updates:
        try:
            return self._shelf(page, query_of(where), words)
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}

    def _shelf(self, page: int, where: str | None, words: Words) -> Updates:
        library = self.reviewer.library
        page = max(page, 0)
        # One more than is shown tells whether there is a next page.
        records: Sequence[Record] = library.records(page * PAGE, PAGE + 1, where)
        if not records and page:
            return self._shelf(page - 1, where, words)
        has_next = len(records) > PAGE
        note = words.count("designs", len(library)) if len(library) else words("library_empty")
        return {
            self.grid: tiles_html(records[:PAGE], {}),
            self.note: note_html(note if records or not where else words("none_pass")),
            self.pager: gr.Row(visible=has_next or page > 0),
            self.previous: gr.Button(interactive=page > 0),
            self.next: gr.Button(interactive=has_next),
            self.page: page,
            self.status: "",
        }

    def open(self, event: gr.EventData, request: gr.Request) -> gr.HTML:
        """Open one design beside the grid, or close it again."""
        design_id = str(event._data.get("design") or "")
        if not design_id:
            return gr.HTML(visible=False)
        try:
            record = self.reviewer.library.get(design_id)
        except MMDesignError as problem:
            return gr.HTML(error_html(str(problem)), visible=True)
        return gr.HTML(record_html(record, Words.of(request)), visible=True)

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
        yield {**self._shelf(0, None, words), **done, **self._busy(False)}

    def _busy(self, busy: bool) -> Updates:
        return {self.add: gr.Button(visible=not busy), self.cancel: gr.Button(visible=busy)}

    def stopped(self, request: gr.Request) -> Updates:
        """Say that adding was stopped; what was added stays."""
        return {self.status: note_html(Words.of(request)("stopped")), **self._busy(False)}

    def _kept(self, files: list[str] | None) -> list[Path]:
        """Copy uploads into the library's folder: gradio throws its own copies away."""
        paths = files_of(files, self.reviewer.settings, most=MAX_BATCH_FILES)
        shelf = self.reviewer.settings.library / "files"
        return [_copied(path, shelf) for path in paths]


def _copied(path: Path, shelf: Path) -> Path:
    folder = shelf / hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy2(path, folder / path.name))
