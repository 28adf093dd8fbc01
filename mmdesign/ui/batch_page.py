"""The Batch page: many designs against one brief, ranked, requirement by requirement."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from mmdesign import batch
from mmdesign.batch import BatchRow
from mmdesign.domain import Progress, Review
from mmdesign.errors import MMDesignError
from mmdesign.reporting import Cell, write_table
from mmdesign.ui.checks import (
    MAX_BATCH_FILES,
    MAX_SPEC_CHARS,
    UNITS,
    files_of,
    spec_of,
    units_of,
)
from mmdesign.ui.ledger import OUTCOME_CLASS, icon
from mmdesign.ui.status import error_html, note_html, progress_html
from mmdesign.ui.theme import panel
from mmdesign.ui.words import LABELS, Words
from mmdesign.ui.workplace import private_folder

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

WORK = "batch"

Updates = dict[Any, Any]


class BatchPage:
    """Components of the page and what happens when they are touched."""

    def __init__(self, reviewer: "Reviewer", suffixes: Sequence[str]) -> None:
        self.reviewer = reviewer
        with gr.Row(elem_classes="mm-split"):
            with gr.Column(elem_classes="mm-brief", min_width=280):
                self._lay_brief(suffixes)
            with gr.Column(elem_classes="mm-result", min_width=280):
                self.table = panel(empty_html(Words()), elem_id="mm-batch-table")
                with gr.Row(elem_classes="mm-downloads", visible=False) as self.downloads:
                    self.csv = gr.DownloadButton(str(LABELS("save_csv")), size="sm")
                    self.jsonl = gr.DownloadButton(str(LABELS("save_jsonl")), size="sm")
        self._wire()
        self._publish()

    def _lay_brief(self, suffixes: Sequence[str]) -> None:
        self.files = gr.File(
            label=LABELS("batch_files_label"), file_count="multiple", file_types=list(suffixes),
            height=190, elem_classes="mm-drop", elem_id="mm-batch-files",
        )  # fmt: skip
        self.spec = gr.Textbox(
            label=LABELS("spec_label"), placeholder=LABELS("spec_placeholder"), lines=8,
            max_lines=16, max_length=MAX_SPEC_CHARS, elem_classes="mm-spec",
            elem_id="mm-batch-spec",
        )  # fmt: skip
        with gr.Row(elem_classes="mm-actions"):
            self.units = gr.Dropdown(
                list(UNITS), value=UNITS[0], label=LABELS("units_label"), min_width=96,
                elem_classes="mm-units", filterable=False,
            )  # fmt: skip
            self.run = gr.Button(LABELS("batch_run"), variant="primary", elem_id="mm-batch-run")
            self.cancel = gr.Button(LABELS("cancel"), visible=False)
        self.status = panel(elem_id="mm-batch-status")

    def _wire(self) -> None:
        outputs = [
            self.table, self.status, self.run, self.cancel,
            self.downloads, self.csv, self.jsonl,
        ]  # fmt: skip
        running = self.run.click(
            self.stream, [self.files, self.spec, self.units], outputs, show_progress="hidden",
            api_visibility="private", concurrency_id=WORK, concurrency_limit=1,
        )  # fmt: skip
        self.cancel.click(
            self.stopped, None, [self.status, self.run, self.cancel], cancels=[running],
            api_visibility="private", queue=False,
        )  # fmt: skip

    def _publish(self) -> None:
        """The same for programs."""
        with gr.Group(visible=False):
            files = gr.File(label="files", file_count="multiple")
            spec, units = gr.Textbox(label="spec"), gr.Dropdown(list(UNITS), value=UNITS[0])
            answer = gr.JSON(label="rows")
            gr.Button().click(
                self.batch_run, [files, spec, units], answer, api_name="batch_run",
                concurrency_id=WORK, concurrency_limit=1,
            )  # fmt: skip

    def batch_run(self, files: list[str] | None, spec: str, units: str) -> list[Mapping[str, Cell]]:
        """Review many files against one spec; answers with the ranked rows."""
        try:
            rows = list(self._rows(files, spec, units, lambda progress: None))
        except MMDesignError as problem:
            raise gr.Error(str(problem), print_exception=False) from problem
        return cells(rows)

    def stream(
        self, files: list[str] | None, spec: str, units: str, request: gr.Request
    ) -> Iterator[Updates]:
        """Review file after file; the table grows, and what is done stays when it is stopped."""
        words = Words.of(request)
        rows: list[BatchRow] = []
        latest: list[Progress] = []
        start = progress_html(Progress("batch", 0.0), words)
        yield {self.status: start, self.downloads: gr.Row(visible=False), **self._busy(True)}
        try:
            for row in self._rows(files, spec, units, latest.append):
                rows.append(row)
                yield {
                    self.table: table_html(rows, words),
                    self.status: progress_html(latest[-1], words),
                    **self._saved(rows),
                }
        except MMDesignError as problem:
            yield {self.status: error_html(str(problem)), **self._busy(False)}
            return
        failed = sum(row.error is not None for row in rows)
        note = note_html(words.count("batch_failures", failed)) if failed else ""
        yield {self.status: note, **self._busy(False)}

    def _rows(
        self,
        files: list[str] | None,
        spec: str,
        units: str,
        progress: Callable[[Progress], None],
    ) -> Iterator[BatchRow]:
        paths = files_of(files, self.reviewer.settings, most=MAX_BATCH_FILES)
        text, unit = spec_of(spec), units_of(units)

        def review_one(path: Path) -> Review:
            return self.reviewer.review(path, text, units=unit, heat=False)

        return batch.run(paths, review_one, progress=progress)

    def _saved(self, rows: Sequence[BatchRow]) -> Updates:
        """Files of what is done so far, so that a stopped batch can be saved too."""
        folder = private_folder()
        paths = folder / "batch.csv", folder / "batch.jsonl"
        for path in paths:
            write_table(cells(rows), path)
        return {
            self.downloads: gr.Row(visible=True),
            self.csv: gr.DownloadButton(value=str(paths[0])),
            self.jsonl: gr.DownloadButton(value=str(paths[1])),
        }

    def _busy(self, busy: bool) -> Updates:
        return {self.run: gr.Button(visible=not busy), self.cancel: gr.Button(visible=busy)}

    def stopped(self, request: gr.Request) -> Updates:
        """Say that the batch was stopped; its rows stay."""
        return {self.status: note_html(Words.of(request)("stopped")), **self._busy(False)}


def cells(rows: Sequence[BatchRow]) -> list[Mapping[str, Cell]]:
    """The ranked table without the server's own paths."""
    return [
        {column: value for column, value in row.items() if column != "path"}
        for row in batch.table(rows)
    ]


def empty_html(words: Words) -> str:
    """What a batch will show, before the first one."""
    return (
        f'<div class="mm-invite"><h1 class="mm-display">{words("batch_empty_title")}</h1>'
        f"<p>{words('batch_empty_text')}</p></div>"
    )


def table_html(rows: Sequence[BatchRow], words: Words) -> str:
    """Designs by rank, one column per requirement, failures at the end with their reason."""
    names = batch.matrix(rows).requirements
    heads = "".join(
        f'<th scope="col" class="mm-column" title="{escape(text)}"><span>{escape(text)}</span></th>'
        for _, text in names
    )
    body = "".join(
        _row(rank, row, [name for name, _ in names], words)
        for rank, row in enumerate(batch.ranked(rows), start=1)
    )
    return (
        f'<h2 class="mm-h2">{words("batch_title")}</h2><div class="mm-scroll">'
        f'<table class="mm-table mm-batch"><thead><tr><th scope="col">#</th>'
        f'<th scope="col">{words("column_design")}</th>'
        f'<th scope="col">{words("column_outcome")}</th>'
        f'<th scope="col">{words("column_fit")}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(rank: int, row: BatchRow, names: Sequence[str], words: Words) -> str:
    if row.fit is None:
        return (
            f'<tr class="mm-failed"><td>–</td><th scope="row">{escape(row.name)}</th>'
            f'<td colspan="{2 + len(names)}">{escape(row.error or words("failed_row"))}</td></tr>'
        )
    kind = OUTCOME_CLASS[row.fit.outcome]
    value = "–" if row.fit.value is None else f"{row.fit.value:.2f}"
    outcomes = {verdict.requirement_id: verdict.outcome for verdict in row.verdicts}
    cells_ = "".join(_cell(outcomes.get(name), words) for name in names)
    return (
        f'<tr><td class="mm-mono">{rank}</td><th scope="row">{escape(row.name)}</th>'
        f'<td><span class="mm-chip {kind}">{icon(row.fit.outcome)}'
        f"{words(f'short_{row.fit.outcome}')}</span></td>"
        f'<td class="mm-mono">{value}</td>{cells_}</tr>'
    )


def _cell(outcome: str | None, words: Words) -> str:
    if outcome is None:
        return "<td></td>"
    word = words(f"verdict_{outcome}")
    return (
        f'<td><span class="mm-cell {outcome}" role="img" aria-label="{word}" title="{word}">'
        f"{icon(outcome)}</span></td>"
    )
