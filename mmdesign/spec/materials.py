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
def _patterns() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all names, longest first, and the material each name stands for.

    Names in capitals (PC, PP, ABS) match in capitals only: 'pc' is a computer.
    """
    material_by_alias: dict[str, str] = {}
    for material, row in _table().items():
        for alias in (*row["aliases"], *row["aliases_zh"]):
            material_by_alias[alias if alias.isupper() else alias.lower()] = material
    aliases = sorted(material_by_alias, key=len, reverse=True)
    parts = []
    for alias in aliases:
        escaped = re.escape(alias)
        if not alias.isascii():
            parts.append(escaped)
        elif alias.isupper():
            parts.append(rf"(?<![A-Za-z0-9]){escaped}(?![A-Za-z0-9])")
        else:
            parts.append(rf"(?<![A-Za-z0-9])(?i:{escaped})(?![A-Za-z0-9])")
    return re.compile("|".join(parts)), material_by_alias


def find_material(text: str, start: int = 0) -> tuple[str, int, int] | None:
    """First material that a text names: its name in the table, where it starts and ends."""
    pattern, material_by_alias = _patterns()
    match = pattern.search(text, start)
    if match is None:
        return None
    name = match[0] if match[0] in material_by_alias else match[0].lower()
    return material_by_alias[name], match.start(), match.end()


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
