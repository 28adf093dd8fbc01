"""Ways to describe the families without naming them: most to learn from, a few to check by."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "vocabulary" / "descriptions"
KEPT_BACK = 2
"""Of each family, the last ones: whether to learn longer or otherwise is decided by these."""


def described() -> Mapping[str, tuple[str, ...]]:
    """What may be learned from, by family."""
    return {family: texts[:-KEPT_BACK] for family, texts in _written().items()}


def kept_back() -> Mapping[str, tuple[str, ...]]:
    """What nothing is learned from, by family."""
    return {family: texts[-KEPT_BACK:] for family, texts in _written().items()}


@cache
def _written() -> Mapping[str, tuple[str, ...]]:
    tables = (tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml")))
    return {family: tuple(texts) for table in tables for family, texts in table.items()}
