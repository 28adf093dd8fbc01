"""Brief files -> text: plain text in any encoding, Markdown, PDF and Word, in the sandbox."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from mmdesign.errors import DesignError, SpecError
from mmdesign.sandbox import Limits, Sandbox
from mmdesign.settings import Settings

BRIEF_SUFFIXES: Final[Mapping[str, str]] = {
    ".txt": "plain text",
    ".md": "Markdown",
    ".pdf": "PDF",
    ".docx": "Word",
}
READER: Final = "mmdesign.loading.brief_reading:read"
MAX_BRIEF_MB: Final = 20
MAX_CHARACTERS: Final = 1_000_000
_MEMORY_MB: Final = 2048
_ADVICE: Final = "give only the pages with the requirements, or paste their text"


def read_brief(path: Path, settings: Settings, cancel: threading.Event | None = None) -> str:
    """Read the text of a brief, one paragraph, list item or table row per line.

    UTF-8 text is taken as it is; every other file is parsed in a limited child process.

    Args:
        path: A .txt, .md, .pdf or .docx file; a file without a suffix is taken for text.
        settings: Limits of the reader.
        cancel: Set from another thread to stop the reading.

    Raises:
        SpecError: If the file cannot be read or holds no text; the message says what to do.
        CancelledError: If `cancel` was set.
    """
    suffix = path.suffix.lower() or ".txt"
    _check(path, suffix)
    if suffix in {".txt", ".md"}:
        try:
            return _checked_text(path.read_text("utf-8-sig"), path.name)
        except UnicodeDecodeError:
            pass  # another encoding: it is guessed in the sandbox
    request = {"path": str(path.resolve()), "name": path.name, "suffix": suffix}
    limits = Limits(
        memory_mb=min(settings.reader_memory_mb, _MEMORY_MB),
        cpu_s=settings.reader_cpu_s,
        wall_s=settings.reader_wall_s,
        file_mb=MAX_BRIEF_MB,
    )
    try:
        with Sandbox(READER, limits, workers=1) as sandbox:
            reading = sandbox.run(request, file_name=path.name, advice=_ADVICE, cancel=cancel)
    except DesignError as problem:
        raise SpecError(str(problem)) from None
    return _checked_text(str(reading.facts.get("text", "")), path.name)


def _check(path: Path, suffix: str) -> None:
    """Refuse what can be refused without opening the file."""
    message = None
    if suffix not in BRIEF_SUFFIXES:
        known = ", ".join(each[1:].upper() for each in BRIEF_SUFFIXES)
        message = f"{path.name} is not a brief that is read here; save it as one of {known}."
    elif not path.is_file():
        what = "is a folder, not a file" if path.is_dir() else "was not found"
        message = f"The brief {path} {what}; check the path."
    elif path.stat().st_size > MAX_BRIEF_MB * 2**20:
        message = (
            f"{path.name} has {path.stat().st_size / 2**20:,.0f} MB, and a brief at most "
            f"{MAX_BRIEF_MB} MB; {_ADVICE}."
        )
    if message is not None:
        raise SpecError(message)


def _checked_text(text: str, name: str) -> str:
    if not text.strip():
        message = f"{name} is empty; write one requirement per line."
        raise SpecError(message)
    if len(text) > MAX_CHARACTERS:
        message = f"{name} holds {len(text):,} characters, too many for a brief; {_ADVICE}."
        raise SpecError(message)
    return text
