"""The models one may choose, as assets/models.json lists them, with what was measured of each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mmdesign.settings import ASSETS, EMBEDDED_MODEL

BUNDLE = ASSETS / "model"
CONFIG_FILE = "open_clip_config.json"
WEIGHTS_FILE = "open_clip_model.safetensors"
TELLING = ("Text to design: R@10", "Family named by the mean vector of its names: top 1",
           "Real designs: text to design: R@10")  # fmt: skip
"""What a short table shows: how these figures' names begin."""
SHORT_TABLE = 8
"""Rows of a short table."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number of a model and what guessing would give."""

    on: str
    what: str
    value: float
    chance: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A model by the name that `--model` takes; texts by language ("en", "zh")."""

    name: str
    repository: str | None
    """Where it is published; None for the embedded model."""
    download_mb: int
    """Millions of bytes to fetch; 0 for the embedded model."""
    weights_mb: int
    """Millions of bytes of weights here; 0 where they are not part of this copy."""
    picture_px: int
    licence: str
    licence_note: Mapping[str, str]
    good_for: Mapping[str, str]
    sources: tuple[str, ...]
    figures: tuple[Figure, ...]
    """Empty where nobody evaluated it here."""

    @property
    def flag(self) -> str:
        """What to write on the command line."""
        return f"--model {self.name}"

    @property
    def evaluation_command(self) -> str:
        """How to measure it."""
        return f"python -m mmdesign evaluate {self.flag}"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a how-to: its text by language, and a command if there is one to type."""

    text: Mapping[str, str]
    command: str | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All models to choose from, how to choose one, and how to do so without a network."""

    choices: tuple[Choice, ...]
    choosing: tuple[Step, ...]
    offline: tuple[Step, ...]


@cache
def catalogue(assets: Path = ASSETS) -> Catalogue:
    """Read the list of models once.

    Args:
        assets: Folder with models.json and the files that it names.
    """
    data = json.loads((assets / "models.json").read_text("utf-8"))
    choices = tuple(_choice(row, assets) for row in data["models"])
    choosing, offline = (tuple(map(_step, data[name])) for name in ("choosing", "offline"))
    return Catalogue(choices, choosing, offline)


def telling(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The few figures that tell most; the first ones where none is known to."""
    chosen = [figure for figure in figures if figure.what.startswith(TELLING)]
    return tuple((chosen or list(figures))[:SHORT_TABLE])


def _choice(row: Mapping[str, Any], assets: Path) -> Choice:
    is_embedded = row["name"] == EMBEDDED_MODEL
    folder = assets / BUNDLE.name
    return Choice(
        name=row["name"],
        repository=row["repository"],
        download_mb=0 if is_embedded else row["download_mb"],
        weights_mb=_megabytes(folder / WEIGHTS_FILE) if is_embedded else 0,
        picture_px=_picture_px(folder) if is_embedded else row["picture_px"],
        licence=row["licence"],
        licence_note=row["licence_note"],
        good_for=row["good_for"],
        sources=tuple(row["sources"]),
        figures=_figures(row["evaluation"], assets),
    )


def _step(row: Mapping[str, Any]) -> Step:
    return Step({"en": row["en"], "zh": row["zh"]}, row["command"])


def _figures(name: str | None, assets: Path) -> tuple[Figure, ...]:
    path = assets / (name or "")
    if name is None or not path.is_file():
        return ()
    return tuple(
        Figure(row["on"], row["what"], row["value"], row["chance"], row["count"])
        for row in json.loads(path.read_text("utf-8"))
    )


def _megabytes(path: Path) -> int:
    return round(path.stat().st_size / 1e6)


def _picture_px(folder: Path) -> int:
    config = json.loads((folder / CONFIG_FILE).read_text("utf-8"))
    return int(config["model_cfg"]["vision_cfg"]["image_size"])
