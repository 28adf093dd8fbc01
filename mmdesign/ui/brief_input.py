"""A brief is typed or read from a file; what to rewrite in it is said before any scoring."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from mmdesign.domain import Lint
from mmdesign.errors import MMDesignError, SpecError
from mmdesign.loading import BRIEF_SUFFIXES, read_brief
from mmdesign.phrases import joined
from mmdesign.settings import Settings
from mmdesign.spec import parse_spec
from mmdesign.ui.checks import MAX_SPEC_CHARS, UNITS, spec_of
from mmdesign.ui.status import error_html
from mmdesign.ui.theme import panel
from mmdesign.ui.words import LABELS, Words


class BriefInput:
    """A text box for the brief, a button that fills it from a file, and what to sharpen below."""

    def __init__(self, settings: Settings, prefix: str) -> None:
        """Lay them where the page is being built.

        Args:
            settings: How large a file may be.
            prefix: What the names of the elements begin with.
        """
        self._settings = settings
        self.spec = gr.Textbox(
            label=LABELS("spec_label"), placeholder=LABELS("spec_placeholder"), lines=8,
            max_lines=16, max_length=MAX_SPEC_CHARS, elem_classes="mm-spec",
            elem_id=f"{prefix}-spec",
        )  # fmt: skip
        self.upload = gr.UploadButton(
            str(LABELS("brief_upload")), file_types=list(BRIEF_SUFFIXES), size="sm",
            elem_classes="mm-brief-upload", elem_id=f"{prefix}-brief-file",
        )  # fmt: skip
        self.lints = panel(elem_id=f"{prefix}-brief-lints")

    def wire(self, status: gr.components.Component) -> None:
        """Fill the text box when a file comes, and check the text when it is left."""
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        taken = self.upload.upload(self.take, [self.upload], [self.spec, status], **private)
        taken.then(self.check, [self.spec], [self.lints], **private)
        self.spec.blur(self.check, [self.spec], [self.lints], **private)

    def take(self, path: str | None) -> tuple[Any, str]:
        """Read a brief file into the text box; what cannot be read is said, and nothing changes."""
        if not path:
            return gr.skip(), ""
        try:
            return spec_of(read_brief(Path(path), self._settings)), ""
        except MMDesignError as problem:
            return gr.skip(), error_html(str(problem))

    def check(self, text: str | None, request: gr.Request) -> str:
        """What to sharpen in a brief; nothing while there is no requirement in it."""
        try:
            return lints_html(parse_spec(spec_of(text)).lint, Words.of(request))
        except SpecError:
            return ""


def units_choice() -> gr.Dropdown:
    """The unit to take for files that declare none."""
    return gr.Dropdown(
        list(UNITS), value=UNITS[0], label=LABELS("units_label"), min_width=96,
        elem_classes="mm-units", filterable=False,
    )  # fmt: skip


def lints_html(lints: Sequence[Lint], words: Words) -> str:
    """Clauses that cannot be checked as they stand, and how to write them."""
    if not lints:
        return ""
    items = "".join(
        f"<li><b>{escape(item.text)}</b> {escape(words.said(_advice(item)))}</li>" for item in lints
    )
    return (
        f'<details class="mm-lints" open><summary>{words("lint_title")} ({len(lints)})</summary>'
        f'<ul class="mm-warnings">{items}</ul></details>'
    )


def _advice(lint: Lint) -> str:
    return joined(" ", (lint.problem, lint.proposal))
