"""The page as a whole: a bar, four tabs and what stands behind them."""

from typing import TYPE_CHECKING, Any

import gradio as gr

from mmdesign.ui.about_page import about_html
from mmdesign.ui.batch_page import STORAGE_KEY, BatchPage
from mmdesign.ui.checks import FORMATS, formats_line
from mmdesign.ui.library_page import LibraryPage
from mmdesign.ui.ranking import empty_html
from mmdesign.ui.review_page import ReviewPage, presets_html
from mmdesign.ui.status import header_html, invitation_html
from mmdesign.ui.theme import panel, script
from mmdesign.ui.words import LABELS, Words

if TYPE_CHECKING:
    from mmdesign.review import Reviewer

CACHE_LIFE_S = 4 * 3600
TIDY_EVERY_S = 900


def build(reviewer: "Reviewer") -> gr.Blocks:
    """Lay out the page and connect it to the pipeline.

    Args:
        reviewer: Opened with a model and a library; the page never opens another.
    """
    suffixes = list(FORMATS)
    with gr.Blocks(
        title="mmdesign",
        analytics_enabled=False,
        fill_width=True,
        delete_cache=(TIDY_EVERY_S, CACHE_LIFE_S),
    ) as page:
        header = panel(
            header_html(reviewer.model.id, Words()), js_on_load=script("header"), elem_id="mm-bar"
        )
        # Outside the tabs: what is in a closed tab is not there when the page has loaded.
        remembered = gr.BrowserState("", storage_key=STORAGE_KEY)
        with gr.Tabs(elem_classes="mm-tabs") as tabs:
            with gr.Tab(LABELS("tab_review"), id="review"):
                review = ReviewPage(reviewer, suffixes)
            with gr.Tab(LABELS("tab_library"), id="library") as library_tab:
                library = LibraryPage(reviewer, suffixes)
            with gr.Tab(LABELS("tab_batch"), id="batch"):
                batch = BatchPage(reviewer, suffixes, remembered)
            with gr.Tab(LABELS("tab_about"), id="about"):
                about = panel(js_on_load=script("copy"), elem_id="mm-about")

        def greet(request: gr.Request) -> dict[Any, Any]:
            """Speak the visitor's language where text is computed."""
            words = Words.of(request)
            model = reviewer.model
            return {
                header: header_html(model.id, words),
                review.banner: invitation_html(words),
                review.presets: presets_html(words),
                batch.table: empty_html(words),
                about: about_html(model, reviewer.settings.model, formats_line(), words),
            }

        greeted = page.load(
            greet, None, [header, review.banner, review.presets, batch.table, about],
            show_progress="hidden", api_visibility="private", queue=False,
        )  # fmt: skip
        batch.come_back_after(greeted)
        batch.open_in(tabs, "review", [review.files, review.spec], review.run)
        library_tab.select(
            library.show, None, library.shelf, show_progress="hidden", api_visibility="private"
        )
    built: gr.Blocks = page
    return built
