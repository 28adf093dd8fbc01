"""Everything a training step needs, as arrays: views, captions as vectors, facts as columns."""

import logging
import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import ByteArray, FloatArray, IntArray
from mmdesign.training.captions import Caption, captions, facts_of, families_of, near_misses
from mmdesign.training.dataset import Record, map_split
from mmdesign.training.model import EncodeTexts

log = logging.getLogger(__name__)

CAPTIONS_PER_PART = 5
CAPTIONS_PER_NAMED = 5
NEAR_MISSES = 2
NAMED_SHARE = 0.42
"""Of every batch: real, named designs."""
LOW_POLY = ("trebeljahr/", "beep2bleep/", "KayKit", "Kenney", "Magesh-kanna/")
LOW_POLY_WEIGHT = 0.35
TOY_BRICKS = "gkjohnson/ldraw"
TOY_BRICKS_WEIGHT = 0.4
HEAD_FACT_SHARE = 0.002
"""Rarer facts than this teach the auxiliary head nothing."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """C captions over T different texts."""

    text: IntArray
    """(C,) row of text_vectors."""
    facts: tuple[IntArray, ...]
    """C arrays of fact columns that the caption states."""
    colored: NDArray[np.bool_]
    """(C,) whether the caption names a colour or material."""
    first_true: IntArray
    """(N + 1,) true captions of design i are first_true[i] to first_true[i + 1]."""
    first_miss: IntArray
    """(N + 1,) its near misses likewise."""
    text_vectors: FloatArray
    """(T, TEXT_WIDTH) frozen text features."""
    texts: tuple[str, ...]
    """The T texts."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """N training designs and K facts about them."""

    shards: tuple[ByteArray, ...]
    """Memory-mapped arrays of stored views."""
    records: tuple[Record, ...]
    shard_of: IntArray
    """(N,) index into `shards`."""
    first_view: IntArray
    """(N,) within its shard."""
    weights: NDArray[np.float64]
    """(N,) how often a design is drawn; sums to 1."""
    design_facts: NDArray[np.uint8]
    """(N, K) whether a fact holds."""
    color_column: IntArray
    """(N,) column of the design's colour fact, -1 for none."""
    sentences: Sentences
    kin: IntArray
    """(N,) designs of one number are called by the same name."""
    head_keys: tuple[str, ...]
    """Facts that the auxiliary head learns to read."""
    head_columns: IntArray
    """Their columns."""
    head_mask: NDArray[np.uint8]
    """(N, len(head_columns)) where the truth is known."""
    geometry: FloatArray
    """(N, G) shape descriptors."""
    features: tuple[str, ...]
    """Names of the features that faces can belong to."""
    feature_text: IntArray
    """(len(features),) row of text_vectors."""

    def pixels(self, designs: IntArray, generator: np.random.Generator) -> ByteArray:
        """(B, H, W, CHANNELS): one stored view of each design, by chance."""
        numbers = [int(generator.integers(self.records[design].views)) for design in designs]
        return np.stack([self.view(*of) for of in zip(designs.tolist(), numbers, strict=True)])

    def draw(self, count: int, generator: np.random.Generator) -> IntArray:
        """(count,) different designs, by their weights."""
        drawn = generator.choice(len(self.records), count, replace=False, p=self.weights)
        return drawn.astype(np.int32)

    def view(self, design: int, number: int) -> ByteArray:
        """(H, W, CHANNELS) one stored view of one design."""
        shard = self.shards[self.shard_of[design]]
        return np.asarray(shard[self.first_view[design] + number])


def open_corpus(work: Path, encode: EncodeTexts) -> Corpus:
    """Map the training splits and caption them.

    Args:
        work: Folder with rendered splits.
        encode: Texts -> frozen text vectors.
    """
    splits = [map_split(work / name) for name in ("train", "named")]
    records = tuple(record for split, _ in splits for record in split)
    shards = tuple(shard for _, mapped in splits for shard in mapped)
    true = [captions(r, _caption_count(r), _seed(r)) for r in records]
    missed = [near_misses(r, NEAR_MISSES, _seed(r) + 1) for r in records]
    columns = _columns(records, [*true, *missed])
    features = tuple(sorted({name for r in records for name in r.features} - {"body"}))
    sentences = _sentences(true, missed, features, columns, encode)
    log.info("%d designs, %d captions, %d texts, %d facts", len(records),
             len(sentences.text), len(sentences.texts), len(columns))  # fmt: skip
    design_facts = np.zeros((len(records), len(columns)), np.uint8)
    for number, record in enumerate(records):
        design_facts[number, [columns[fact] for fact in facts_of(record)]] = 1
    head_columns = _head_columns(columns, design_facts)
    keys = list(columns)
    views = np.array([record.views for record in records])
    shard_of = np.searchsorted(np.cumsum([len(shard) for shard in shards]),
                               np.cumsum(views) - views, side="right")  # fmt: skip
    starts = np.cumsum([0, *[len(shard) for shard in shards]])[shard_of]
    first_text = len(sentences.texts) - len(features)
    return Corpus(
        shards=shards,
        records=records,
        shard_of=shard_of.astype(np.int32),
        first_view=(np.cumsum(views) - views - starts).astype(np.int32),
        weights=_weights([split for split, _ in splits]),
        design_facts=design_facts,
        color_column=np.array([columns.get(f"color={r.material}", -1) for r in records], np.int32),
        sentences=sentences,
        kin=_numbered([_called(record) for record in records]),
        head_keys=tuple(keys[column] for column in head_columns),
        head_columns=head_columns,
        head_mask=_head_mask(records, columns, head_columns, design_facts),
        geometry=np.array([record.geometry for record in records], np.float32),
        features=features,
        feature_text=np.arange(first_text, len(sentences.texts), dtype=np.int32),
    )


def _sentences(
    true: Sequence[Sequence[Caption]], missed: Sequence[Sequence[Caption]],
    features: Sequence[str], columns: Mapping[str, int], encode: EncodeTexts,
) -> Sentences:  # fmt: skip
    flat = [caption for group in (*true, *missed) for caption in group]
    different = dict.fromkeys(caption.text for caption in flat)
    rows = {text: row for row, text in enumerate(different)}
    # the names of features stand at the end, whether or not a caption says the same
    texts = (*different, *features)
    return Sentences(
        text=np.array([rows[caption.text] for caption in flat], np.int32),
        facts=tuple(
            np.array([columns[fact] for fact in caption.facts], np.int32) for caption in flat
        ),
        colored=np.array([_is_colored(caption) for caption in flat]),
        first_true=np.cumsum([0, *[len(group) for group in true]]).astype(np.int32),
        first_miss=np.cumsum([sum(map(len, true)), *[len(group) for group in missed]])
        .astype(np.int32),
        text_vectors=encode(texts),
        texts=texts,
    )  # fmt: skip


def _called(record: Record) -> str:
    """The family a design is of, as far as its words tell."""
    if record.source == "parts":
        return record.family
    return next(iter(families_of(record.family)), record.family or record.text)


def _numbered(names: Sequence[str]) -> IntArray:
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names], np.int32)


def _seed(record: Record) -> int:
    return zlib.crc32(record.name.encode())


def _caption_count(record: Record) -> int:
    return CAPTIONS_PER_PART if record.source == "parts" else CAPTIONS_PER_NAMED


def _is_colored(caption: Caption) -> bool:
    return any(fact.startswith("color=") for fact in caption.facts)


def _columns(records: Sequence[Record], made: Sequence[Sequence[Caption]]) -> dict[str, int]:
    keys: dict[str, int] = {}
    for record in records:
        for fact in sorted(facts_of(record)):
            keys.setdefault(fact, len(keys))
    for group in made:
        for caption in group:
            for fact in sorted(caption.facts):
                keys.setdefault(fact, len(keys))
    return keys


def _weights(splits: Sequence[Sequence[Record]]) -> NDArray[np.float64]:
    parts, named = splits
    part_share = 1 - NAMED_SHARE if len(named) else 1.0
    families = Counter(record.family for record in parts)
    # square root: a family of many builders counts more, but not as much more as it has parts
    first = np.array([families[record.family] ** -0.5 for record in parts])
    texts = Counter(record.text for record in named)
    second = np.array(
        [_source_weight(record.source) * texts[record.text] ** -0.5 for record in named]
    )
    shares = [part_share * first / first.sum()]
    if len(named):
        shares.append(NAMED_SHARE * second / second.sum())
    return np.concatenate(shares)


def _source_weight(source: str) -> float:
    if source.startswith(LOW_POLY):
        return LOW_POLY_WEIGHT
    return TOY_BRICKS_WEIGHT if source.startswith(TOY_BRICKS) else 1.0


def _head_columns(columns: dict[str, int], design_facts: NDArray[np.uint8]) -> IntArray:
    often = design_facts.sum(axis=0) >= math.ceil(HEAD_FACT_SHARE * len(design_facts))
    wanted = ("family=", "count:", "flag:", "shape:", "label=")
    chosen = [col for key, col in columns.items() if often[col] and key.startswith(wanted)]
    return np.array(chosen, np.int32)


def _head_mask(
    records: Sequence[Record], columns: dict[str, int], head: IntArray,
    design_facts: NDArray[np.uint8],
) -> NDArray[np.uint8]:  # fmt: skip
    """A missing fact is a false one only where the family could have had it."""
    keys = {column: key for key, column in columns.items()}
    aspects = [keys[int(column)].split("=")[0] for column in head]
    mask = np.zeros((len(records), len(head)), np.uint8)
    for number, record in enumerate(records):
        known = {"family", "label"} if record.source == "parts" else {"label"}
        known |= {f"count:{name}" for name in record.counts}
        known |= {f"flag:{name}" for name in record.flags}
        known |= {f"shape:{aspect}" for aspect in record.shape}
        if record.source == "parts" or not record.family:
            known -= {"label"}
        mask[number] = [aspect in known for aspect in aspects]
    return mask | design_facts[:, head]
