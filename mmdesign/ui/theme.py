"""How the page looks: one accent, quiet neutrals, IBM Plex as bundled with gradio."""

from functools import cache
from pathlib import Path
from typing import TypedDict, Unpack

import gradio as gr
from gradio.i18n import I18nData
from gradio.themes import Base
from gradio.themes.utils import colors, fonts, sizes

HERE = Path(__file__).parent
STYLES = tuple(HERE / name for name in ("style.css", "style_review.css", "style_about.css"))

COBALT = colors.Color(
    "#f1f4fe", "#e2e8fd", "#c6d1fb", "#9fb1f7", "#7189f0", "#4a66e6",
    "#3550d4", "#2a40ae", "#22348b", "#1b2a6f", "#141f52",
    name="cobalt",
)  # fmt: skip
GRAPHITE = colors.Color(
    "#fafafa", "#f4f4f5", "#e8e8ea", "#d7d8db", "#a3a5ab", "#6c6f77",
    "#50535b", "#3a3d44", "#24262b", "#17181c", "#0f1013",
    name="graphite",
)  # fmt: skip


class DraftingTable(Base):
    """White paper by day, graphite by night, cobalt for what can be touched."""

    def __init__(self) -> None:
        super().__init__(
            primary_hue=COBALT,
            secondary_hue=COBALT,
            neutral_hue=GRAPHITE,
            spacing_size=sizes.spacing_md,
            radius_size=sizes.radius_md,
            text_size=sizes.text_md,
            # The bundled SemiBold files lack most letters; 600 falls to the complete Bold.
            font=(fonts.LocalFont("IBM Plex Sans", weights=(400, 700)),
                  "ui-sans-serif", "system-ui", "PingFang SC", "Microsoft YaHei", "sans-serif"),
            font_mono=(fonts.LocalFont("IBM Plex Mono", weights=(400, 700)),
                       "ui-monospace", "Consolas", "monospace"),
        )  # fmt: skip
        self.name = "drafting_table"
        self.set(
            body_background_fill="#ffffff",
            body_background_fill_dark="#101114",
            body_text_color="#1a1b1f",
            body_text_color_dark="#ececef",
            body_text_color_subdued="#5d6068",
            body_text_color_subdued_dark="#a2a5ad",
            background_fill_primary="#ffffff",
            background_fill_primary_dark="#16171b",
            background_fill_secondary="#f7f7f8",
            background_fill_secondary_dark="#1c1d22",
            block_background_fill="transparent",
            block_background_fill_dark="transparent",
            block_border_width="0px",
            block_border_width_dark="0px",
            block_shadow="none",
            block_label_background_fill="transparent",
            block_label_background_fill_dark="transparent",
            block_label_border_width="0px",
            block_label_border_width_dark="0px",
            block_label_text_color="*body_text_color_subdued",
            block_label_text_color_dark="*body_text_color_subdued",
            block_padding="0px",
            border_color_primary="#e4e4e7",
            border_color_primary_dark="#2b2d33",
            input_background_fill="#ffffff",
            input_background_fill_dark="#16171b",
            input_border_color="#d9dade",
            input_border_color_dark="#33353c",
            input_border_color_focus="*primary_500",
            input_border_color_focus_dark="*primary_400",
            input_border_width="1px",
            input_border_width_dark="1px",
            input_shadow="none",
            input_shadow_focus="none",
            input_shadow_focus_dark="none",
            button_primary_background_fill="*primary_600",
            button_primary_background_fill_dark="*primary_500",
            button_primary_background_fill_hover="*primary_700",
            button_primary_background_fill_hover_dark="*primary_600",
            button_primary_text_color="#ffffff",
            button_primary_text_color_dark="#ffffff",
            button_primary_shadow="none",
            button_secondary_background_fill="#ffffff",
            button_secondary_background_fill_dark="#1c1d22",
            button_secondary_background_fill_hover="#f4f4f5",
            button_secondary_background_fill_hover_dark="#26282e",
            button_secondary_border_color="#d9dade",
            button_secondary_border_color_dark="#33353c",
            button_secondary_text_color="#1a1b1f",
            button_secondary_text_color_dark="#ececef",
            button_secondary_shadow="none",
            button_border_width="1px",
            button_border_width_dark="1px",
            button_transform_hover="none",
            link_text_color="*primary_600",
            link_text_color_dark="*primary_300",
        )


@cache
def script(name: str) -> str:
    """JavaScript of one custom component, from the file beside this module."""
    return (HERE / f"{name}.js").read_text(encoding="utf-8")


class Panel(TypedDict, total=False):
    """What a panel may be given beside its content."""

    elem_id: str
    elem_classes: str
    js_on_load: str
    visible: bool


def panel(value: str | I18nData = "", **fields: Unpack[Panel]) -> gr.HTML:
    """HTML of our own making, without gradio's article style; what is put in must be escaped."""
    return gr.HTML(value, apply_default_css=False, **fields)
