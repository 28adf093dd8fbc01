"""A brief comes in as a file, and says before any scoring what in it should be rewritten."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from mmdesign.domain import Lint
from mmdesign.errors import MMDesignError, SpecError
from mmdesign.loading import BRIEF_SUFFIXES, read_brief
from mmdesign.settings import Settings
from mmdesign.spec import parse_spec
from mmdesign.ui.checks import spec_of
from mmdesign.ui.status import error_html
from mmdesign.ui.theme import panel
from mmdesign.ui.words import CATALOGUE, LABELS, Words


class BriefInput:
    """A button that fills a text box from a brief file, and what to sharpen below it."""

    def __init__(self, settings: Settings, elem_id: str) -> None:
        """Lay the button and the panel where the page is being built."""
        self._settings = settings
        self.upload = gr.UploadButton(
            str(LABELS("brief_upload")), file_types=list(BRIEF_SUFFIXES), size="sm",
            elem_classes="mm-brief-upload", elem_id=f"{elem_id}-file",
        )  # fmt: skip
        self.lints = panel(elem_id=f"{elem_id}-lints")

    def wire(self, spec: gr.Textbox, status: gr.components.Component) -> None:
        """Fill the text box when a file comes, and check the text when it is left."""
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        taken = self.upload.upload(self.take, [self.upload], [spec, status], **private)
        taken.then(self.check, [spec], [self.lints], **private)
        spec.blur(self.check, [spec], [self.lints], **private)

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


def lints_html(lints: Sequence[Lint], words: Words) -> str:
    """Clauses that cannot be checked as they stand, and how to write them."""
    if not lints:
        return ""
    items = "".join(
        f"<li><b>{escape(item.text)}</b> {escape(_said(item, words))}</li>" for item in lints
    )
    return (
        f'<details class="mm-lints" open><summary>{words("lint_title")} ({len(lints)})</summary>'
        f'<ul class="mm-warnings">{items}</ul></details>'
    )


def _said(lint: Lint, words: Words) -> str:
    """Problem and proposal in the reader's language; the English one holds the very values."""
    key = f"lint_{lint.kind}"
    if words.language == "en" or key not in CATALOGUE:
        return f"{lint.problem} {lint.proposal}"
    return words(key, example=lint.example)
