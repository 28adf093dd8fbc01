"""Trained weights -> an ordinary open_clip `local-dir:` bundle that needs no network."""

import csv
import json
import math
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from mmdesign.training.dictionary import ARCHIVE, ARCHIVE_SHA256
from mmdesign.training.model import FINISHED, IMAGE_MEAN, IMAGE_PX, IMAGE_STD, model_config
from mmdesign.training.text_tower import WHEEL, WHEEL_SHA256

CONFIG_FILE = "open_clip_config.json"
WEIGHTS_FILE = "open_clip_model.safetensors"
TOWER_FILES = ("config.json", "tokenizer.json", "tokenizer_config.json", "vocab.txt")
LARGEST_FILE_BYTES = 50_000_000
NOTICE = f"""This model contains weights of other works.

Text tower: all-MiniLM-L6-v2 (sentence-transformers), Apache License 2.0,
https://www.apache.org/licenses/LICENSE-2.0. Taken from the Python package
{WHEEL} (sha256 of the wheel {WHEEL_SHA256}); changed: its vocabulary
was cut, its upper three layers were tuned, its weights were rounded to half precision, and a
projection was added.

Both projections: also trained on names and glosses of WordNet 3.x, copyright Princeton University,
WordNet License, https://wordnet.princeton.edu/license-and-commercial-use. Taken from the Python
package {ARCHIVE} (sha256 of the archive {ARCHIVE_SHA256}); no text of it is in here.

Vision tower: trained from scratch on pictures of generated parts and of real designs, all under
licences that allow it. The real designs' authors:
"""


def write_bundle(model: nn.Module, scale: float, text_tower: Path, bundle: Path) -> None:
    """Write configuration, half-precision weights and the tokenizer.

    Args:
        model: With the averaged weights.
        scale: Logit scale, not its logarithm.
        text_tower: The pruned tower's folder.
        bundle: Folder to write into; what else is in it stays.

    Raises:
        ValueError: If the weights would not fit into one file of 50 MB.
    """
    bundle.mkdir(parents=True, exist_ok=True)
    with torch.no_grad():
        model.get_parameter("logit_scale").fill_(math.log(scale))
    config = {
        "model_cfg": model_config(".", FINISHED),
        "preprocess_cfg": {
            "size": [IMAGE_PX, IMAGE_PX], "mean": list(IMAGE_MEAN), "std": list(IMAGE_STD),
            "interpolation": "bicubic", "resize_mode": "squash",
        },
    }  # fmt: skip
    (bundle / CONFIG_FILE).write_text(json.dumps(config, indent=2) + "\n", "utf-8")
    for name in TOWER_FILES:
        shutil.copyfile(text_tower / name, bundle / name)
    weights = {name: _halved(value) for name, value in model.state_dict().items()}
    size = sum(value.numel() * value.element_size() for value in weights.values())
    if size > LARGEST_FILE_BYTES:
        message = f"the weights take {size} bytes; at most {LARGEST_FILE_BYTES} fit in one file"
        raise ValueError(message)
    partial = bundle / f"{WEIGHTS_FILE}.part"
    save_file(weights, partial, metadata={"format": "pt"})
    partial.chmod(0o644)
    partial.replace(bundle / WEIGHTS_FILE)


def _halved(value: Tensor) -> Tensor:
    return (value.half() if value.dtype.is_floating_point else value).contiguous()


def write_notice(bundle: Path, data: Path | None) -> None:
    """Name everyone whose work is in the weights.

    Args:
        bundle: Folder to write NOTICE into.
        data: Folder with the real designs' manifest.csv, if they were used.
    """
    sources: set[str] = set()
    if data is not None:
        with (data / "manifest.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                sources.add(
                    f"- {row['source_repo']} @ {row['commit'][:12]}: {row['licence']}; "
                    f"{row['attribution']}"
                )
    lines = "\n".join(sorted(sources)) or "- none in this build"
    (bundle / "NOTICE").write_text(NOTICE + lines + "\n", "utf-8")


def write_card(bundle: Path, training: Mapping[str, Any], table: str) -> None:
    """The model card: what it is, what it was trained on, what it can do, in measured figures."""
    card = CARD.format(table=table, **training)
    (bundle / "README.md").write_text(card, "utf-8")


CARD = """# mmdesign embedded model

A small CLIP for pictures of mechanical parts and everyday products. It runs offline on a CPU and is
what mmdesign uses unless told otherwise. Layout: an open_clip `local-dir:` bundle.

- vision: timm `{trunk}`, {image_px} px, average pooling and a linear projection to {width} numbers,
  trained from scratch
- text: all-MiniLM-L6-v2 with {pieces} word pieces, its upper three layers tuned, and a trained
  projection with one hidden layer
- `dense.safetensors`: a head on the trunk's five maps, taught where things are from the masks of
  generated parts; the app's heat is its product with a text
- `fusion.safetensors`: judges the views and the form of one design per requirement (a committee of
  three small networks);
  `calibration.json` turns the result into a probability

## Training
{designs} generated parts of {families} families ({builders} builders) and {named} real, named
designs (see NOTICE), drawn {named_share} of the time; {samples} pictures seen in {minutes} minutes
on {machine}. {held_families} families and {held_builders} builders were never shown to it.
Beside captions it learned which facts hold, the shape descriptor of the solid, which patches a
feature fills, that two pictures of one design belong together whatever their colour, and that
sentences wrong in one fact are wrong. All that with the text tower frozen. Then its upper layers
were tuned to tell which of the {families} families a description speaks of that does not name it,
while captions and glosses of a dictionary were held to what they were. Last, both projections were
aligned in batches of 1,280 pictures on the standing towers. There it also learned to tell each
family from all others by a name or a description, which family's name a description is of, which of
two designs of one family has the feature, shape or number that a sentence names, and which names
and glosses of a dictionary belong together.
Again, from nothing: `python -m mmdesign train --budget-minutes {minutes} --data <folder>`.

## What it can do
Written by `python -m mmdesign evaluate`. Generated designs are seen from six sides.

{table}

## Limits
- Trained on clean generated parts and low-polygon models: real parts are recognised far less well,
  as the table says. For libraries of real designs, choose a larger model with `--model`.
- It does not count, measure or understand negation; mmdesign measures those on the geometry.
- Features smaller than about 3 % of the picture (small holes, thin walls) are hard to see.
- English first: the text tower knows few Chinese characters.
- Heat points at features; it does not show what moved the score, and maps of different words look
  too alike.
- One run, one seed. Calibration was fitted on half of the designs of the three unseen splits and
  measured on the other half; the kind of judge was chosen on the unseen builders, where the
  committee is level with the best, and in view of the other tables: its figures are a little
  favourable.
"""
