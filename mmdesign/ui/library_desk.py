"""What is done with designs of the library: pick, tag, export, remove, wish for, show in 3D."""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from mmdesign.domain import Hit
from mmdesign.errors import MMDesignError
from mmdesign.library import Record, export_library
from mmdesign.ui.checks import query_of
from mmdesign.ui.display import display_mesh
from mmdesign.ui.figures import mesh_figure
from mmdesign.ui.library_cards import Facets, record_html, wishes_html
from mmdesign.ui.library_past import REVIEWS, Past
from mmdesign.ui.status import error_html, note_html
from mmdesign.ui.theme import panel, script
from mmdesign.ui.words import LABELS, Words
from mmdesign.ui.workplace import private_folder

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

Updates = dict[Any, Any]
MOST_TAGS = 8
WHOLES = 8
"""Designs that hold the opened one, which are told."""
FIGURE_PX = 336
"""The column beside the grid is hidden while nothing is open, so plotly cannot measure it."""
SIZES = (("≤ 50 mm", "length <= 50"), ("50–200 mm", "length > 50 and length <= 200"),
         ("> 200 mm", "length > 200"))  # fmt: skip
HOLES = (("0", "hole_count = 0"), ("1–4", "hole_count >= 1 and hole_count <= 4"),
         ("5+", "hole_count >= 5"))  # fmt: skip


class Desk:
    """The opened design and the picked ones."""

    def __init__(self, reviewer: "Reviewer") -> None:
        self.reviewer = reviewer
        self.picked = gr.State([])
        self.wishes = gr.State({"more": {}, "less": {}})
        self.hits = gr.State({})

    def lay_record(self) -> None:
        """Components beside the grid."""
        with gr.Column(elem_id="mm-opened", visible=False, min_width=240) as self.opened:
            self.figure = gr.Plot(show_label=False, visible=False, elem_id="mm-library-3d")
            self.record = panel(js_on_load=script("record"), elem_id="mm-record")

    def lay_bulk(self) -> None:
        """Components for many designs at once."""
        with gr.Accordion(LABELS("manage_title"), open=False, elem_classes="mm-fold"):
            self.count = panel(elem_id="mm-picked")
            self.tags = gr.Textbox(label=LABELS("tags_label"), placeholder="bracket, approved")
            with gr.Row(elem_classes="mm-actions"):
                self.tag = gr.Button(LABELS("tag_picked"), size="sm")
                self.remove = gr.Button(LABELS("remove_picked"), size="sm")
                self.sure = gr.Button(LABELS("remove_sure"), size="sm", variant="stop",
                                      visible=False)  # fmt: skip
            with gr.Row(elem_classes="mm-actions"):
                self.csv = gr.Button(LABELS("export_csv"), size="sm")
                self.parquet = gr.Button(LABELS("export_parquet"), size="sm")
            self.exported = gr.File(visible=False, show_label=False, elem_id="mm-exported")

    def open(self, design_id: str, hits: Mapping[str, Hit], words: Words) -> Updates:
        """Open one design beside the grid, or close it again."""
        if not design_id:
            return {self.opened: gr.Column(visible=False), self.figure: gr.Plot(visible=False)}
        library = self.reviewer.library
        try:
            record = library.get(design_id)
            past = self._past(record)
        except MMDesignError as problem:
            return {self.opened: gr.Column(visible=True), self.record: error_html(str(problem))}
        shown = record_html(record, words, hits.get(design_id), past)
        return {
            self.opened: gr.Column(visible=True),
            self.record: shown,
            self.figure: gr.Plot(visible=False),
        }

    def _past(self, record: Record) -> Past:
        library, design_id = self.reviewer.library, record.design_id
        return Past(
            library.reviews(design_id, REVIEWS, earlier=True),
            library.revisions(design_id),
            library.families([design_id]).get(design_id, ()),
            [(library.get(one.design_id).name, one) for one in library.wholes(record)[:WHOLES]],
        )

    def pick(self, picked: Sequence[str], design_id: str, on: bool, words: Words) -> Updates:
        """Put a design among the picked ones, or take it out."""
        kept = [one for one in picked if one != design_id] + ([design_id] if on else [])
        return {self.picked: kept, self.count: note_html(words.count("picked", len(kept)))}

    def wish(
        self, wishes: Mapping[str, Mapping[str, str]], action: str, design_id: str
    ) -> dict[str, dict[str, str]]:
        """More like a design, less like it, or neither ('drop')."""
        kept = {
            key: {one: name for one, name in wanted.items() if one != design_id}
            for key, wanted in wishes.items()
        }
        if action in kept:
            kept[action][design_id] = self.reviewer.library.get(design_id).name
        return kept

    def chips(self, wishes: Mapping[str, Mapping[str, str]], words: Words) -> str:
        """The wishes as they stand."""
        return wishes_html(wishes["more"], wishes["less"], words)

    def solid(self, design_id: str, words: Words) -> Updates:
        """Show the geometry of a design; its file must still be there."""
        try:
            mesh = self.reviewer.geometry(design_id)
        except MMDesignError as problem:
            return {self.record: error_html(str(problem))}
        if mesh is None:
            return {self.record: note_html(words("no_geometry"))}
        drawn = mesh_figure(display_mesh(mesh), design_id=design_id)
        drawn.update_layout(width=FIGURE_PX, height=FIGURE_PX)
        return {self.figure: gr.Plot(drawn, visible=True)}

    def add_tags(self, picked: Sequence[str], text: str) -> int:
        """Put tags on the picked designs; return how many changed.

        Raises:
            LibraryError: If a design is not there, or nothing can be written.
        """
        tags = [tag.strip() for tag in (text or "").split(",") if tag.strip()]
        records = [self.reviewer.library.get(design_id) for design_id in picked]
        changed = [
            replace(record, tags=tuple(dict.fromkeys((*record.tags, *tags)))) for record in records
        ]
        return self.reviewer.library.add(changed).updated if changed and tags else 0

    def export(self, where: str | None, suffix: str) -> str:
        """Write the designs that pass the filter into a file to take along.

        Raises:
            LibraryError: If the filter cannot be read.
        """
        target = private_folder() / f"designs{suffix}"
        export_library(self.reviewer.library, target, query_of(where))
        return str(target)

    def facets(self) -> Facets:
        """Kinds, tags, sizes and holes with how many designs have them."""
        library = self.reviewer.library
        stats = library.stats()
        tags = sorted(stats.tags.items(), key=lambda item: (-item[1], item[0]))[:MOST_TAGS]
        ranges = {
            name: [(said, clause, library.count(clause)) for said, clause in values]
            for name, values, quantity in (
                ("size", SIZES, "length"),
                ("holes", HOLES, "hole_count"),
            )
            if stats.measured.get(quantity)
        }
        return {
            "kind": [(kind, f"kind = {kind}", count) for kind, count in stats.kinds.items()],
            "tag": [(tag, f'tag = "{tag}"', count) for tag, count in tags if '"' not in tag],
            **ranges,
        }


def toggled(where: str | None, clause: str) -> str:
    """The filter with a clause put in, or taken out when it was there."""
    parts = [part for part in (where or "").split(" and ") if part.strip()]
    wanted = clause.split(" and ")
    if all(part in parts for part in wanted):
        return " and ".join(part for part in parts if part not in wanted)
    return " and ".join([*parts, *(part for part in wanted if part not in parts)])


def kept_files(paths: Sequence[Path], shelf: Path) -> list[Path]:
    """Copy files into a folder that stays, each under the hash of what is in it."""
    kept = []
    for path in paths:
        folder = shelf / hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        folder.mkdir(parents=True, exist_ok=True)
        kept.append(Path(shutil.copy2(path, folder / path.name)))
    return kept
