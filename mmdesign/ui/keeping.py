"""Under the verdict: whether the review is kept with its design, and a button that keeps both."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from mmdesign.domain import Review
from mmdesign.errors import LibraryError, MMDesignError
from mmdesign.reporting import record_review, subject_of
from mmdesign.ui.library_desk import kept_files
from mmdesign.ui.status import error_html, note_html, progress_html
from mmdesign.ui.streaming import Stream
from mmdesign.ui.theme import panel
from mmdesign.ui.words import LABELS, Words

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

Updates = dict[Any, Any]
STATE_LIFE_S = 4 * 3600


class Keeper:
    """A note, and the button "Keep in library" where the design is not there yet."""

    def __init__(self, reviewer: "Reviewer") -> None:
        self.reviewer = reviewer
        self.state = gr.State(None, time_to_live=STATE_LIFE_S)
        self.keep = gr.Button(LABELS("keep"), size="sm", visible=False, elem_id="mm-keep")
        self.status = panel(elem_id="mm-keep-status")

    def outputs(self) -> list[Any]:
        """Everything that `arrived` and `take` set."""
        return [self.state, self.keep, self.status]

    def arrived(self, review: Review, files: Sequence[Path], words: Words) -> Updates:
        """Keep a review that has just come with its design, or offer to keep both."""
        hidden = {self.state: None, self.keep: gr.Button(visible=False), self.status: ""}
        subject = subject_of(files)
        try:
            number = record_review(review, files, self.reviewer.library)
        except LibraryError:
            # The review's own warnings say what is wrong with the library.
            return hidden
        if number is not None:
            return {**hidden, self.status: note_html(words("recorded"))}
        if subject is None:
            return hidden
        return {**hidden, self.state: (review, tuple(files)), self.keep: gr.Button(visible=True)}

    def take(
        self, state: tuple[Review, tuple[Path, ...]] | None, request: gr.Request
    ) -> Iterator[Updates]:
        """Add the reviewed design to the library, and its review with it."""
        if state is None:
            return
        words = Words.of(request)
        yield {self.keep: gr.Button(visible=False)}
        try:
            yield from self._taken(*state, words)
        except MMDesignError as problem:
            yield {self.status: error_html(str(problem)), self.keep: gr.Button(visible=True)}

    def _taken(self, review: Review, files: tuple[Path, ...], words: Words) -> Iterator[Updates]:
        subject = subject_of(files)
        if subject is None:
            return
        # gradio throws its own copies of uploads away.
        shelf = self.reviewer.settings.library_folder / "files"
        try:
            kept = kept_files([subject], shelf)
        except OSError:
            yield {self.status: error_html(words("keep_gone"))}
            return
        work = Stream(
            lambda report, stop: self.reviewer.index(kept, progress=report, cancelled=stop)
        )
        for step in work:
            yield {self.status: progress_html(step, words)}
        if work.result.failed:
            yield {self.status: error_html(work.result.failed[0][1])}
            return
        record_review(review, files, self.reviewer.library)
        yield {self.state: None, self.status: note_html(words("kept"))}
