"""Sentences that are plain English wherever they are kept, and can be said in Chinese to a reader.

A `Phrase` is a `str`, its English sentence, and remembers the template and the parts it was made
of. The catalogue (phrases.json) holds the Chinese for every template.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

LANGUAGES = ("en", "zh")
CATALOGUE_FILE = Path(__file__).with_suffix(".json")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z0-9Ø±%°]")


class Phrase(str):
    """An English sentence that knows how it was made."""

    __slots__ = ("parts", "template")
    template: str
    parts: Mapping[str, object]

    def __new__(cls, template: str, parts: Mapping[str, object]) -> "Phrase":
        """Fill a template.

        Args:
            template: English, with {placeholders} as for `str.format`.
            parts: What goes into them, and what only another language's template needs; they may
                be phrases themselves.
        """
        made = super().__new__(cls, template.format(**parts))
        made.template, made.parts = template, parts
        return made

    def __reduce__(self) -> tuple[type["Phrase"], tuple[str, dict[str, object]]]:
        """Make a copy in another process of the same template and parts."""
        return type(self), (self.template, dict(self.parts))

    def said_in(self, language: str) -> str:
        """The sentence in a language of the catalogue, English where its template is not there."""
        template = _catalogue(language).get(self.template, self.template)
        pieces: list[str] = []
        for words, name, form, _ in Formatter().parse(template):
            pieces.append(words)
            if name is not None:
                pieces.append(format(_part_in(self.parts[name], language), form or ""))
        return _spaced(pieces)


class _Joined(Phrase):
    """Phrases in a row: the template is what stands between them."""

    __slots__ = ()

    def __new__(cls, template: str, parts: Mapping[str, object]) -> "_Joined":
        made = str.__new__(cls, template.join(map(str, parts.values())))
        made.template, made.parts = template, parts
        return made

    def said_in(self, language: str) -> str:
        """The same in a language of the catalogue, which has separators too."""
        separator = _catalogue(language).get(self.template, self.template)
        return separator.join(str(_part_in(part, language)) for part in self.parts.values())


def phrase(template: str, /, **parts: object) -> Phrase:
    """Say an English sentence of the catalogue with its {placeholders} filled."""
    return Phrase(template, parts)


def phrases(templates: Mapping[str, str]) -> dict[str, Phrase]:
    """A table of phrases without placeholders."""
    return {key: Phrase(template, {}) for key, template in templates.items()}


def counted(number: float, one: str, many: str, /, **parts: object) -> Phrase:
    """Say the first template of one thing, the second one of any other number of them."""
    return Phrase(one if number == 1 else many, {"number": number, **parts})


def bilingual(english: str, chinese: str) -> Phrase:
    """Words that are known in both languages elsewhere, such as a name in a table."""
    return Phrase("{english}", {"english": english, "chinese": chinese})


def joined(separator: str, said: Iterable[str]) -> Phrase:
    """Say several phrases in a row, as `separator.join` does."""
    return _Joined(separator, {str(place): each for place, each in enumerate(said)})


def in_language(text: str, language: str) -> str:
    """A text as its reader reads it; what is no phrase, such as a user's own words, stays."""
    return text.said_in(language) if isinstance(text, Phrase) else str(text)


def as_data(said: Phrase) -> dict[str, object]:
    """A phrase without phrases in it as plain data, for where pickle must not go."""
    return {"template": said.template, "parts": dict(said.parts)}


def from_data(data: Mapping[str, Any]) -> Phrase:
    """Make a phrase again from data that need not be honest.

    Raises:
        KeyError, TypeError, ValueError: If it is no phrase of the catalogue.
    """
    template, parts = data["template"], data["parts"]
    if template not in _chinese():  # a template of one's own could read attributes of its parts
        message = f"there is no phrase {template!r}"
        raise ValueError(message)
    if not all(isinstance(part, str | int | float) for part in parts.values()):
        message = "the parts of a phrase are text and numbers"
        raise TypeError(message)
    return Phrase(template, {str(name): part for name, part in parts.items()})


def _part_in(part: object, language: str) -> object:
    return part.said_in(language) if isinstance(part, Phrase) else part


def _spaced(pieces: Iterable[str]) -> str:
    """Pieces in a row, with a space where a Chinese character meets a letter or a digit."""
    text = ""
    for piece in filter(None, pieces):
        seam = text[-1:] + piece[:1]
        text += " " if _HAN.search(seam) and _LATIN.search(seam) else ""
        text += piece
    return text


@lru_cache(maxsize=1)
def _chinese() -> Mapping[str, str]:
    read: dict[str, Any] = json.loads(CATALOGUE_FILE.read_text(encoding="utf-8"))
    return read


def _catalogue(language: str) -> Mapping[str, str]:
    return _chinese() if language == "zh" else {}
