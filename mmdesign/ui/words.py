"""Words of the page, in English and Chinese, from one catalogue (words.json).

Static labels travel as keys (`LABELS`) and are translated by the browser; sentences that are
computed for one person are said by `Words`, in the language that their browser asks for. What is
said below the page, such as evidence, has a catalogue of its own: `mmdesign.phrases`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import gradio as gr

from mmdesign.phrases import LANGUAGES, in_language

CATALOGUE: Mapping[str, Mapping[str, str]] = json.loads(
    Path(__file__).with_name("words.json").read_text(encoding="utf-8")
)


def _entries(language: str) -> dict[str, str]:
    return {key: entry[language] for key, entry in CATALOGUE.items()}


LABELS = gr.I18n(**{each: _entries(each[:2]) for each in (*LANGUAGES, "zh-CN")})


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences in one language."""

    language: str = "en"

    @classmethod
    def of(cls, request: gr.Request | None) -> Self:
        """Speak the language that the browser asks for first, English where it is unknown."""
        accepted = "" if request is None else str(request.headers.get("accept-language") or "")
        return cls("zh" if accepted.strip().lower().startswith("zh") else "en")

    def __call__(self, key: str, **values: object) -> str:
        """Say one entry of the catalogue with its {placeholders} filled."""
        return CATALOGUE[key][self.language].format(**values)

    def count(self, key: str, number: int) -> str:
        """Say an entry that has a singular: `key_one` for 1, else `key_many`."""
        return self(f"{key}_one" if number == 1 else f"{key}_many", number=number)

    def said(self, text: str) -> str:
        """A sentence that was made below the page; what a user wrote stays as it is."""
        return in_language(text, self.language)

    def known(self, prefix: str, name: str) -> str:
        """Say `prefix_name` if the catalogue has it, else the name itself, made readable."""
        key = f"{prefix}_{name}"
        return self(key) if key in CATALOGUE else name.replace("_", " ")
