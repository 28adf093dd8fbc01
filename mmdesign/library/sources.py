"""What to index: files, folders and manifests, turned into one list of files."""

import csv
import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mmdesign.errors import LibraryError

MANIFEST_SUFFIXES = (".csv", ".jsonl")
TAG_SEPARATORS = ";,|"
MAX_FIELD_CHARACTERS = 1_000_000
CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """One file to index, with what a manifest says about it."""

    path: Path
    name: str | None = None
    text: str | None = None
    tags: tuple[str, ...] | None = None
    """None leaves what is already known as it is."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Files to index, and what could not become one, with the reason."""

    files: tuple[Source, ...]
    failed: tuple[tuple[str, str], ...]


def content_id(path: Path) -> str:
    """Compute the id of a one-file design: sha256 of its bytes.

    Raises:
        OSError: If the file cannot be read.
    """
    state = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            state.update(chunk)
    return state.hexdigest()


def find_sources(paths: Sequence[Path], suffixes: Collection[str]) -> Sources:
    """Expand files, folders and manifests into files, in a stable order and each once.

    Folders are searched to the bottom for supported suffixes, passing over hidden files; files and
    manifest lines of another suffix are listed as failed, because somebody asked for them.

    Args:
        paths: Files, folders, .csv and .jsonl manifests.
        suffixes: What can be loaded, such as {".step", ".stl"}.

    Raises:
        LibraryError: If a manifest cannot be read at all.
    """
    known = {suffix.lower() for suffix in suffixes}
    files: dict[Path, Source] = {}
    failed: list[tuple[str, str]] = []
    for path in paths:
        if path.is_dir():
            asked: Iterable[Source] = (Source(found) for found in _walk(path, known))
        elif path.suffix.lower() in MANIFEST_SUFFIXES and path.is_file():
            asked, bad_lines = _read_manifest(path)
            failed.extend(bad_lines)
        else:
            asked = (Source(path),)
        for source in asked:
            reason = _objection(source.path, known)
            if reason is not None:
                failed.append((str(source.path), reason))
            elif source.path not in files or source.name or source.text or source.tags:
                files[source.path] = source
    return Sources(tuple(files.values()), tuple(failed))


def _objection(path: Path, known: set[str]) -> str | None:
    if path.suffix.lower() not in known:
        return f"{path.suffix or 'a file without suffix'} is not a format that is read here."
    return None if path.is_file() else "There is no such file."


def _walk(folder: Path, known: set[str]) -> Iterator[Path]:
    # os.walk, unlike rglob, promises not to follow links in circles.
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in known:
                yield Path(where, name)


def _read_manifest(path: Path) -> tuple[list[Source], list[tuple[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        message = f"The manifest {path} cannot be read as UTF-8 text: {problem}."
        raise LibraryError(message) from problem
    read = _csv_lines if path.suffix.lower() == ".csv" else _json_lines
    sources: list[Source] = []
    failed: list[tuple[str, str]] = []
    for number, line in read(path, text):
        place = f"{path}:{number}"
        if isinstance(line, str):
            failed.append((place, line))
        elif not line.get("path"):
            failed.append((place, "The line names no path."))
        else:
            sources.append(_source(path.parent, line))
    return sources, failed


def _csv_lines(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, object] | str]]:
    csv.field_size_limit(MAX_FIELD_CHARACTERS)
    reader = csv.DictReader(text.splitlines(keepends=True))
    try:
        if "path" not in (reader.fieldnames or ()):
            message = f"The manifest {path} has no column 'path'; its first line must name one."
            raise LibraryError(message)
        for line in reader:
            yield reader.line_num, line
    except csv.Error as problem:
        message = f"The manifest {path} is not readable CSV at line {reader.line_num}: {problem}."
        raise LibraryError(message) from problem


def _json_lines(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, object] | str]]:
    for number, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        try:
            line = json.loads(written)
        except (ValueError, RecursionError) as problem:
            yield number, f"The line is not JSON: {problem}."
            continue
        yield number, line if isinstance(line, dict) else "The line is not a JSON object."


def _source(folder: Path, line: Mapping[str, object]) -> Source:
    tags = line.get("tags")
    return Source(
        path=folder / str(line["path"]).strip(),
        name=_text(line.get("name")),
        text=_text(line.get("text")),
        tags=None if tags in (None, "") else _tags(tags),
    )


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _tags(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        parts = [str(part) for part in value]
    else:
        text = str(value)
        for separator in TAG_SEPARATORS[1:]:
            text = text.replace(separator, TAG_SEPARATORS[0])
        parts = text.split(TAG_SEPARATORS[0])
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
