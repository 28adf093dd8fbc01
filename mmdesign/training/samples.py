"""The sample library: varied generated parts as small files with a manifest."""

import csv
import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from mmdesign.domain import Mesh
from mmdesign.training.captions import counted, plural, shape_phrase
from mmdesign.training.parts import BUILDERS, FAMILIES, Builder, Part, make_part
from mmdesign.training.parts.draft import Dice
from mmdesign.training.vocabulary import NOUN_ASPECTS, SUFFIX_ASPECTS, WORDS

MOST_FACES = 2_600
ATTEMPTS = 8
STL_RECORD = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
COLUMNS = ("path", "name", "text", "tags")


def write_samples(folder: Path, seed: int = 1) -> int:
    """Write one part per family as binary STL in mm, and manifest.csv.

    Args:
        folder: Where to; existing samples are replaced.
        seed: First seed tried for each family.

    Returns:
        How many designs were written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.stl"):
        old.unlink()
    first = {builder.family: builder for builder in reversed(BUILDERS)}
    rows = [_write(folder, _closed_part(first[family], seed)) for family in FAMILIES]
    _tell_apart(rows)
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def _closed_part(builder: Builder, seed: int) -> Part:
    """The first part that is closed in a file, and small unless its kind cannot be."""
    smallest = None
    for number in range(ATTEMPTS):
        part = _without_slivers(make_part(builder, seed + number))
        if not closed_after_merging(part.mesh):
            continue
        if len(part.mesh.faces) <= MOST_FACES:
            return part
        if smallest is None or len(part.mesh.faces) < len(smallest.mesh.faces):
            smallest = part
    if smallest is None:
        message = f"no closed {builder.family} ({builder.name}) in {ATTEMPTS} attempts"
        raise ValueError(message)
    return smallest


def _without_slivers(part: Part) -> Part:
    """Drop faces that collapse when a file rounds their corners to single precision."""
    _, same = np.unique(part.mesh.vertices.astype(np.float32), axis=0, return_inverse=True)
    first, second, third = same.reshape(-1)[part.mesh.faces].T
    kept = (first != second) & (second != third) & (third != first)
    mesh = replace(part.mesh, faces=part.mesh.faces[kept], face_part=part.mesh.face_part[kept])
    return replace(part, mesh=mesh, face_feature=part.face_feature[kept])


def closed_after_merging(mesh: Mesh) -> bool:
    """Whether every edge joins exactly two faces once corners at one place are one corner."""
    _, same = np.unique(mesh.vertices.astype(np.float32), axis=0, return_inverse=True)
    faces = same.reshape(-1)[mesh.faces]
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    _, uses = np.unique(edges, axis=0, return_counts=True)
    return bool((uses == 2).all())


def _write(folder: Path, part: Part) -> dict[str, str]:
    path = f"{part.family} {part.builder}.stl".replace(" ", "_")
    (folder / path).write_bytes(binary_stl(part.mesh))
    kind = WORDS[part.family].kind
    return {"path": path, "name": _name(part), "text": _text(part),
            "tags": ";".join(dict.fromkeys((part.family, kind)))}  # fmt: skip


def binary_stl(mesh: Mesh) -> bytes:
    """A binary STL file; coordinates as they are, in mm."""
    corners = mesh.vertices[mesh.faces].astype(np.float32)
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    records = np.zeros(len(corners), STL_RECORD)
    records["normal"] = normals / np.maximum(length, 1e-20)
    records["corners"] = corners
    return b"mmdesign sample".ljust(80) + struct.pack("<I", len(records)) + records.tobytes()


def _tell_apart(rows: Sequence[dict[str, str]]) -> None:
    """Two samples of one name get their builder's name behind it."""
    seen = Counter(row["name"] for row in rows)
    for row in rows:
        if seen[row["name"]] > 1:
            builder = row["path"].removeprefix(row["tags"].split(";")[0].replace(" ", "_"))
            row["name"] += f" ({builder.removesuffix('.stl').strip('_').replace('_', ' ')})"


def _name(part: Part) -> str:
    """'Round flange, 6 bolt holes, neck'."""
    kind = f"{_adjective(part)}{part.family}"
    told = [f"{number} {noun if number == 1 else plural(noun)}"
            for noun, number in part.counts.items() if number]  # fmt: skip
    told += [flag for flag, there in part.flags.items() if there and not _said(flag, part)]
    return ", ".join([kind[0].upper() + kind[1:], *told[:2]])


def _adjective(part: Part) -> str:
    for aspect, word in part.shape.items():
        if aspect not in NOUN_ASPECTS and aspect not in SUFFIX_ASPECTS:
            return f"{word} "
    return ""


def _text(part: Part) -> str:
    dice = Dice(part.seed)
    phrases = [counted(noun, number, dice) for noun, number in part.counts.items() if number]
    phrases += [shape_phrase(a, w) for a, w in part.shape.items() if a in SUFFIX_ASPECTS]
    phrases += [flag for flag, there in part.flags.items() if there and not _said(flag, part)]
    words = WORDS[part.family]
    tail = f" with {_listed(phrases)}" if phrases else ""
    text = f"{_adjective(part)}{words.names[0]}{tail}; {words.use}."
    return text[0].upper() + text[1:]


def _said(flag: str, part: Part) -> bool:
    return any(flag in (noun, plural(noun)) for noun in part.counts)


def _listed(phrases: Sequence[str]) -> str:
    phrases = list(dict.fromkeys(phrases))
    return phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])} and {phrases[-1]}"
