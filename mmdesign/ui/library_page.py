"""The Library page: look through past designs, find them by words or by shape, add new ones."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

import gradio as gr

from mmdesign.domain import Hit
from mmdesign.errors import MMDesignError
from mmdesign.library import Record
from mmdesign.review import NO_WISHES, Wishes
from mmdesign.ui.checks import files_of, query_of, spec_of
from mmdesign.ui.library_cards import badge, facets_html, tiles_html
from mmdesign.ui.library_desk import Desk, toggled
from mmdesign.ui.library_intake import Intake
from mmdesign.ui.status import error_html, note_html
from mmdesign.ui.theme import panel, script
from mmdesign.ui.words import LABELS, Words

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

PAGE = 24
FOUND = 24
SAME_SIZE = 0.05
WORK = "review"

Updates = dict[Any, Any]


class LibraryPage:
    """Components of the page and what happens when they are touched."""

    def __init__(self, reviewer: "Reviewer", suffixes: Sequence[str]) -> None:
        self.reviewer = reviewer
        self.page = gr.State(0)
        self.desk = Desk(reviewer)
        self.intake = Intake(reviewer)
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
        with gr.Accordion(LABELS("brief_title"), open=False, elem_classes="mm-fold"):
            self.brief = gr.Textbox(
                label=LABELS("brief_label"), lines=4, elem_id="mm-library-brief",
                placeholder=LABELS("brief_placeholder"),
            )  # fmt: skip
        self.same_size = gr.Checkbox(label=LABELS("same_size"), value=False)
        with gr.Row(elem_classes="mm-actions"):
            self.search = gr.Button(LABELS("search"), variant="primary")
            self.clear = gr.Button(LABELS("show_all"))
        self.chips = panel(js_on_load=script("facets"), elem_id="mm-wishes")
        self.facets = panel(js_on_load=script("facets"), elem_id="mm-facets")
        self.intake.lay(suffixes)
        self.desk.lay_bulk()
        self.status = panel(elem_id="mm-library-status")

    def _lay_grid(self) -> None:
        self.note = panel(elem_id="mm-library-note")
        with gr.Row(elem_classes="mm-library-split"):
            self.grid = panel(js_on_load=script("tiles"), elem_id="mm-grid")
            self.desk.lay_record()
        with gr.Row(elem_classes="mm-pager") as self.pager:
            self.previous = gr.Button(LABELS("previous"), size="sm")
            self.next = gr.Button(LABELS("next"), size="sm")

    def _wire(self) -> None:
        desk = self.desk
        self.shelf = shelf = [
            self.grid, self.note, self.pager, self.previous, self.next, self.page, self.status,
            self.facets, desk.hits,
        ]  # fmt: skip
        self.query = query = [
            self.text, self.files, self.where, self.brief, self.same_size, desk.wishes,
        ]  # fmt: skip
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        lone: dict[str, Any] = {"concurrency_id": WORK, "concurrency_limit": 1, **private}
        for event in (self.search.click, self.text.submit, self.where.submit):
            event(self.search_all, set(query), shelf, **lone)
        self.clear.click(
            self.all, None, [*shelf, *query, self.chips, desk.picked, desk.count], **private
        )
        self.previous.click(self.back, [self.page, self.where], shelf, **private)
        self.next.click(self.forth, [self.page, self.where], shelf, **private)
        opened = [desk.opened, desk.record, desk.figure]
        self.grid.select(
            self.touched, [desk.picked, desk.hits], [*opened, desk.picked, desk.count], **private
        )
        for place in (self.facets, self.chips):
            place.select(
                self.narrow, set(query), [self.where, self.chips, desk.wishes, *shelf], **lone
            )
        desk.record.select(self.act, set(query), [*opened, self.chips, desk.wishes, *shelf], **lone)
        self._wire_bulk(private)
        self.intake.wire(shelf, self.status, lambda words: self._shelf(0, None, words))
        self._publish()

    def _wire_bulk(self, private: Mapping[str, Any]) -> None:
        desk = self.desk
        changed = [*self.shelf, desk.picked, desk.count, desk.remove, desk.sure]
        desk.tag.click(self.tag, [desk.picked, desk.tags, self.where], changed, **private)
        desk.remove.click(
            lambda picked: {desk.remove: gr.Button(visible=not picked),
                            desk.sure: gr.Button(visible=bool(picked))},
            [desk.picked], [desk.remove, desk.sure], **private,
        )  # fmt: skip
        desk.sure.click(self.remove, [desk.picked, self.where], changed, **private)
        for button, suffix in ((desk.csv, ".csv"), (desk.parquet, ".parquet")):
            button.click(
                partial(self.export, suffix), [self.where], [desk.exported, self.status], **private
            )

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
            self.intake.publish(files, answer)

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

    def show(self, request: gr.Request) -> Updates:
        """Show the first page of all designs."""
        return self._turned(0, "", Words.of(request))

    def all(self, request: gr.Request) -> Updates:
        """Forget the search and show all designs again."""
        cleared: Updates = {
            self.text: "", self.files: None, self.where: "", self.brief: "",
            self.same_size: False, self.chips: "", self.desk.wishes: {"more": {}, "less": {}},
            self.desk.picked: [], self.desk.count: "",
        }  # fmt: skip
        return {**self._turned(0, "", Words.of(request)), **cleared}

    def back(self, page: int, where: str, request: gr.Request) -> Updates:
        """Turn one page back."""
        return self._turned(page - 1, where, Words.of(request))

    def forth(self, page: int, where: str, request: gr.Request) -> Updates:
        """Turn one page on."""
        return self._turned(page + 1, where, Words.of(request))

    def find(
        self, text: str, files: list[str] | None, where: str, request: gr.Request | None
    ) -> Updates:
        """Show what a search finds; with a filter alone, all designs that pass it."""
        return self._find(text, files, where, NO_WISHES, Words.of(request))

    def search_all(self, values: dict[Any, Any], request: gr.Request | None) -> Updates:
        """Show what everything on the page together asks for."""
        return self._asked(values, Words.of(request))

    def _asked(self, values: Mapping[Any, Any], words: Words) -> Updates:
        where, brief = values[self.where], (values[self.brief] or "").strip()
        if not brief:
            wishes = values[self.desk.wishes]
            asked = Wishes(
                tuple(wishes["more"]), tuple(wishes["less"]),
                same_size=SAME_SIZE if values[self.same_size] else None,
            )  # fmt: skip
            return self._find(values[self.text], values[self.files], where, asked, words)
        try:
            found = self.reviewer.search_spec(spec_of(brief), k=FOUND, where=query_of(where))
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}
        return self._hits(found.hits, found.note, words)

    def _find(
        self, text: str, files: list[str] | None, where: str, wishes: Wishes, words: Words
    ) -> Updates:
        try:
            if not query_of(text) and not files and not wishes.more and not wishes.less:
                return self._shelf(0, query_of(where), words)
            hits, note = self._found(text, files, where, FOUND, wishes)
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}
        return self._hits(hits, note, words)

    def _hits(self, hits: Sequence[Hit], note: str | None, words: Words) -> Updates:
        records, badges = self._tiles(hits, words)
        return {
            self.grid: tiles_html(records, badges, words=words),
            self.note: note_html(words.said(note or words.count("found", len(hits)))),
            self.pager: gr.Row(visible=False),
            self.page: 0,
            self.status: "",
            self.desk.hits: {hit.design_id: hit for hit in hits},
        }

    def _tiles(self, hits: Sequence[Hit], words: Words) -> tuple[list[Record], dict[str, str]]:
        """One tile for each family of versions, where its best hit stands."""
        library = self.reviewer.library
        families = library.families([hit.design_id for hit in hits])
        records, badges = [], {}
        told: set[str] = set()
        for hit in hits:
            if hit.design_id in told:
                continue
            family = families.get(hit.design_id, ())
            told |= {one.design_id for one in family}
            records.append(library.get(hit.design_id))
            versions = [words("versions", number=len(family))] if family else []
            badges[hit.design_id] = " · ".join([badge(hit, words), *versions])
        return records, badges

    def narrow(self, values: dict[Any, Any], event: gr.EventData, request: gr.Request) -> Updates:
        """Put a facet's clause into the filter or take it out, or drop a wish; then search."""
        words = Words.of(request)
        data = event._data
        values = dict(values)
        if data.get("drop"):
            wishes = self.desk.wish(values[self.desk.wishes], "drop", str(data["drop"]))
            values[self.desk.wishes] = wishes
        else:
            values[self.where] = toggled(values[self.where], str(data.get("clause") or ""))
        return {
            self.where: values[self.where],
            self.desk.wishes: values[self.desk.wishes],
            self.chips: self.desk.chips(values[self.desk.wishes], words),
            **self._asked(values, words),
            self.facets: facets_html(self.desk.facets(), values[self.where], words),
        }

    def act(self, values: dict[Any, Any], event: gr.EventData, request: gr.Request) -> Updates:
        """Do what a button of the opened design says."""
        words, data = Words.of(request), event._data
        action, design_id = str(data.get("action")), str(data.get("design") or "")
        if action == "show":
            return self.desk.solid(design_id, words)
        if action == "open":
            return self.desk.open(design_id, {}, words)
        values = dict(values)
        try:
            wishes = self.desk.wish(values[self.desk.wishes], action, design_id)
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}
        values[self.desk.wishes] = wishes
        return {
            self.desk.wishes: wishes,
            self.chips: self.desk.chips(wishes, words),
            **self._asked(values, words),
        }

    def touched(
        self, picked: list[str], hits: dict[str, Hit], event: gr.EventData, request: gr.Request
    ) -> Updates:
        """Open a tile or close it, or pick it."""
        data, words = event._data, Words.of(request)
        if "pick" in data:
            return self.desk.pick(picked, str(data["pick"]), bool(data.get("on")), words)
        return self.desk.open(str(data.get("design") or ""), hits, words)

    def tag(self, picked: list[str], tags: str, where: str, request: gr.Request) -> Updates:
        """Put tags on the picked designs."""
        words = Words.of(request)
        try:
            count = self.desk.add_tags(picked, tags)
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}
        return {**self._turned(0, where, words), self.desk.picked: [],
                self.desk.count: note_html(words.count("tagged", count))}  # fmt: skip

    def remove(self, picked: list[str], where: str, request: gr.Request) -> Updates:
        """Remove the picked designs from the library; their files stay where they are."""
        words = Words.of(request)
        try:
            count = self.reviewer.library.remove(picked)
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}
        return {
            **self._turned(0, where, words),
            self.desk.picked: [],
            self.desk.count: note_html(words.count("removed", count)),
            self.desk.remove: gr.Button(visible=True),
            self.desk.sure: gr.Button(visible=False),
        }

    def export(self, suffix: str, where: str) -> Updates:
        """Make a file of the designs that pass the filter."""
        try:
            made = self.desk.export(where, suffix)
        except MMDesignError as problem:
            return {self.status: error_html(str(problem))}
        return {self.desk.exported: gr.File(made, visible=True), self.status: ""}

    def _found(
        self, text: str | None, files: list[str] | None, where: str | None, k: int,
        wishes: Wishes = NO_WISHES,
    ) -> tuple[Sequence[Hit], str | None]:  # fmt: skip
        paths = files_of(files, self.reviewer.settings) if files else []
        result = self.reviewer.search(
            query_of(text), paths, k=min(max(k, 1), 100), where=query_of(where), wishes=wishes
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
        total = library.count(where)
        note = words.count("designs", total) if total else words("library_empty")
        if has_next or page:
            note += " · " + words("page_of", page=page + 1, pages=-(-total // PAGE))
        return {
            self.grid: tiles_html(
                records[:PAGE], self._versions(records[:PAGE], words), words=words
            ),
            self.note: note_html(note if records or not where else words("none_pass")),
            self.pager: gr.Row(visible=has_next or page > 0),
            self.previous: gr.Button(interactive=page > 0),
            self.next: gr.Button(interactive=has_next),
            self.page: page,
            self.status: "",
            self.facets: facets_html(self.desk.facets(), where or "", words),
            self.desk.hits: {},
        }

    def _versions(self, records: Sequence[Record], words: Words) -> dict[str, str]:
        """What the tile of a design with versions says."""
        families = self.reviewer.library.families([record.design_id for record in records])
        return {name: words("versions", number=len(family)) for name, family in families.items()}
