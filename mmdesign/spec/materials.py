"""Materials by name, English and Chinese, with their densities (assets/materials.json)."""

import json
import re
from functools import lru_cache
from typing import Any, Final

from mmdesign.errors import SpecError
from mmdesign.phrases import Phrase, bilingual
from mmdesign.settings import ASSETS

_CLEAR_CHARACTERS: Final = 3


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    text = (ASSETS / "materials.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, Any]] = json.loads(text)["materials"]
    return table


@lru_cache(maxsize=1)
def _material_by_alias() -> dict[str, str]:
    """Names in capitals (PC, PP, ABS) stay so and match in capitals only: 'pc' is a computer."""
    return {
        alias if alias.isupper() else alias.lower(): material
        for material, row in _table().items()
        for alias in (*row["aliases"], *row["aliases_zh"])
    }


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """All names that begin alike, longest first: most words of a text begin as none of them."""
    parts: dict[str, list[str]] = {}
    for alias in sorted(_material_by_alias(), key=len, reverse=True):
        escaped = re.escape(alias) if alias.isupper() else f"(?i:{re.escape(alias)})"
        end = "(?![A-Za-z0-9])" if alias.isascii() else ""
        parts.setdefault(_beginning(alias), []).append(escaped + end)
    return {beginning: re.compile("|".join(each)) for beginning, each in parts.items()}


_WORD_START: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]|[\u4e00-\u9fff]")


def _beginning(text: str) -> str:
    return text[: 2 if text[0].isascii() else 1].lower()


def find_material(text: str, start: int = 0) -> tuple[str, int, int] | None:
    """First material that a text names: its name in the table, where it starts and ends."""
    patterns = _patterns()
    for place in _WORD_START.finditer(text, start):
        pattern = patterns.get(_beginning(text[place.start() : place.start() + 2]))
        match = pattern.match(text, place.start()) if pattern else None
        if match:
            names = _material_by_alias()
            material = names.get(match[0]) or names[match[0].lower()]
            return material, match.start(), match.end()
    return None


def materials_in(text: str) -> tuple[str, ...]:
    """All materials that a text names, each once; short signs such as PC or PS may be anything."""
    found: dict[str, None] = {}
    end = 0
    while mention := find_material(text, end):
        name, start, end = mention
        if end - start >= _CLEAR_CHARACTERS or not text[start:end].isascii():
            found[name] = None
    return tuple(found)


def material_in_words(material: str) -> Phrase:
    """A material of the table in both languages; Chinese writes most plastics as English does."""
    return bilingual(material, next(iter(_table()[material]["aliases_zh"]), material))


def density_g_per_cm3(material: str) -> float:
    """Density of a material of the table.

    Raises:
        SpecError: If the table has no such material.
    """
    row = _table().get(material)
    if row is None:
        message = f"There is no density for {material!r}; use one of {', '.join(_table())}."
        raise SpecError(message)
    return float(row["density"])
