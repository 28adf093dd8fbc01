"""What may come in: every input is checked here, on the server, whatever the browser promised."""

from collections.abc import Sequence
from pathlib import Path

from mmdesign.errors import DesignError, LibraryError, SpecError
from mmdesign.loading import IMAGE_SUFFIXES, MESH_SUFFIXES
from mmdesign.settings import Settings

FORMATS = {**MESH_SUFFIXES, **IMAGE_SUFFIXES}

MAX_SPEC_CHARS = 20_000
MAX_QUERY_CHARS = 1_000
MAX_FILES = 24
MAX_BATCH_FILES = 500
UNITS = ("auto", "mm", "cm", "m", "in")


def files_of(files: Sequence[str] | None, settings: Settings, most: int = MAX_FILES) -> list[Path]:
    """Take uploaded files, not too many and none too large.

    Raises:
        DesignError: If there is none, there are too many, or one is too large.
    """
    paths = [Path(file) for file in files or ()]
    if not paths:
        message = "Add a design first: drop a CAD file, a mesh or renders."
        raise DesignError(message)
    if len(paths) > most:
        message = f"{len(paths)} files are too many at once; give at most {most}."
        raise DesignError(message)
    for path in paths:
        if path.stat().st_size > settings.max_file_mb * 1_000_000:
            message = f"{path.name} is larger than {settings.max_file_mb} MB; simplify it first."
            raise DesignError(message)
    return paths


def spec_of(text: str | None) -> str:
    """Take a spec of a length that people write.

    Raises:
        SpecError: If it is empty or too long.
    """
    text = (text or "").strip()
    if not text:
        message = "Write what the design must meet first: one requirement per line."
        raise SpecError(message)
    if len(text) > MAX_SPEC_CHARS:
        message = f"The spec has {len(text)} characters; keep it under {MAX_SPEC_CHARS}."
        raise SpecError(message)
    return text


def query_of(text: str | None) -> str | None:
    """Take a search text or filter; None when it is empty.

    Raises:
        LibraryError: If it is too long.
    """
    text = (text or "").strip()
    if len(text) > MAX_QUERY_CHARS:
        message = f"A search has at most {MAX_QUERY_CHARS} characters; this one has {len(text)}."
        raise LibraryError(message)
    return text or None


def units_of(choice: str | None) -> str | None:
    """Take a unit for files that declare none; None leaves it to the file and the settings.

    Raises:
        DesignError: If it is no unit that is offered.
    """
    if choice not in {None, "", *UNITS}:
        message = f"{choice!r} is no unit for a file; use one of {', '.join(UNITS)}."
        raise DesignError(message)
    return None if choice in {None, "", "auto"} else choice


def formats_line() -> str:
    """The readable formats in one line, each once, by its usual suffix."""
    usual = {name: suffix for suffix, name in reversed(FORMATS.items())}
    return " ".join(usual[name].lstrip(".").upper() for name in dict.fromkeys(FORMATS.values()))
