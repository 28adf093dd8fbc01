"""Everything a training step needs, as arrays: views, captions as vectors, facts as columns."""

import logging
import math
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import ByteArray, FloatArray, IntArray
from mmdesign.training.captions import Caption, captions, facts_of
from mmdesign.training.dataset import Record, Split, load_split

log = logging.getLogger(__name__)

CAPTIONS_PER_PART = 8
CAPTIONS_PER_NAMED = 5
NAMED_SHARE = 0.42
"""Of every batch: real, named designs."""
LOW_POLY = ("trebeljahr/", "beep2bleep/", "KayKit", "Kenney", "Magesh-kanna/")
LOW_POLY_WEIGHT = 0.35
TOY_BRICKS = "gkjohnson/ldraw"
TOY_BRICKS_WEIGHT = 0.4
HEAD_FACT_SHARE = 0.002
"""Rarer facts than this teach the auxiliary head nothing."""

EncodeTexts = Callable[[Sequence[str]], FloatArray]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Training designs; K fact columns, C captions, T different texts."""

    views: tuple[ByteArray, ...]
    """One array of stored views per split."""
    records: tuple[Record, ...]
    split_of: IntArray
    """(N,) index into `views`."""
    first_view: IntArray
    """(N,) within its split's array."""
    weights: NDArray[np.float64]
    """(N,) how often a design is drawn; sums to 1."""
    design_facts: NDArray[np.uint8]
    """(N, K) whether a fact holds."""
    color_column: IntArray
    """(N,) column of the design's colour fact, -1 for none."""
    first_caption: IntArray
    """(N + 1,) captions of design i are first_caption[i] to first_caption[i + 1]."""
    caption_text: IntArray
    """(C,) row of text_vectors."""
    caption_facts: tuple[IntArray, ...]
    """C arrays of fact columns that the caption states."""
    caption_colored: NDArray[np.bool_]
    """(C,) whether the caption names a colour or material."""
    text_vectors: FloatArray
    """(T, TEXT_WIDTH) frozen text features."""
    head_columns: IntArray
    """Columns the auxiliary head learns to read."""
    head_mask: NDArray[np.uint8]
    """(N, len(head_columns)) where the truth is known."""

    def pixels(self, designs: IntArray, generator: np.random.Generator) -> ByteArray:
        """(B, H, W, CHANNELS): one stored view of each design, by chance."""
        out = []
        for design in designs:
            view = self.first_view[design] + generator.integers(self.records[design].views)
            out.append(self.views[self.split_of[design]][view])
        return np.stack(out)


def open_corpus(work: Path, encode: EncodeTexts) -> Corpus:
    """Load the training splits and caption them.

    Args:
        work: Folder with rendered splits.
        encode: Texts -> frozen text vectors.
    """
    splits = [load_split(work / name) for name in ("train", "named")]
    records = tuple(record for split in splits for record in split.records)
    made = [
        captions(record, _caption_count(record), zlib.crc32(record.name.encode()))
        for record in records
    ]
    columns = _columns(records, made)
    different = dict.fromkeys(caption.text for group in made for caption in group)
    texts = {text: row for row, text in enumerate(different)}
    flat = [caption for group in made for caption in group]
    log.info("%d designs, %d captions, %d texts, %d facts",
             len(records), len(flat), len(texts), len(columns))  # fmt: skip
    design_facts = np.zeros((len(records), len(columns)), np.uint8)
    for number, record in enumerate(records):
        design_facts[number, [columns[fact] for fact in facts_of(record)]] = 1
    head_columns = _head_columns(columns, design_facts)
    return Corpus(
        views=tuple(split.views for split in splits),
        records=records,
        split_of=np.repeat(np.arange(2, dtype=np.int32), [len(split) for split in splits]),
        first_view=np.concatenate([split.first_view for split in splits]),
        weights=_weights(splits),
        design_facts=design_facts,
        color_column=np.array([columns.get(f"color={r.material}", -1) for r in records], np.int32),
        first_caption=np.cumsum([0, *[len(group) for group in made]]).astype(np.int32),
        caption_text=np.array([texts[caption.text] for caption in flat], np.int32),
        caption_facts=tuple(
            np.array([columns[fact] for fact in caption.facts], np.int32) for caption in flat
        ),
        caption_colored=np.array([_is_colored(caption) for caption in flat]),
        text_vectors=encode(list(texts)),
        head_columns=head_columns,
        head_mask=_head_mask(records, columns, head_columns, design_facts),
    )


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


def _weights(splits: Sequence[Split]) -> NDArray[np.float64]:
    parts, named = splits
    part_share = 1 - NAMED_SHARE if len(named) else 1.0
    families = Counter(record.family for record in parts.records)
    # square root: a family of many builders counts more, but not as much more as it has parts
    first = np.array([families[record.family] ** -0.5 for record in parts.records])
    texts = Counter(record.text for record in named.records)
    second = np.array(
        [_source_weight(record.source) * texts[record.text] ** -0.5 for record in named.records]
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
