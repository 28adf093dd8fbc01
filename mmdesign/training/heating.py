"""The absolute scale of heat: what an absent thing hardly reaches, and what a present one does."""

import json
import logging
from pathlib import Path

import numpy as np

from mmdesign.domain import FloatArray
from mmdesign.encoding.clip import ClipEncoder
from mmdesign.training.captions import with_article
from mmdesign.training.dataset import Split
from mmdesign.training.evaluation.localising import Sighting, sightings
from mmdesign.training.parts import FAMILIES
from mmdesign.training.spotting import is_absent, shares_words
from mmdesign.training.vocabulary import WORDS

log = logging.getLogger(__name__)

COLD_QUANTILE = 0.8
"""Four of five places show no heat at all for what is not there."""
HOT_QUANTILE = 0.9
"""One of ten places that belong to what is asked for reaches full heat."""
CALIBRATION = "calibration.json"


def heat_scale(encoder: ClipEncoder, split: Split, seed: int = 0) -> dict[str, float]:
    """Values that are no heat and full heat.

    Each picture is asked for the features that it shows and for a name of the design, which are
    there, and for another feature and another name, which are not.

    Args:
        encoder: The model, as the app opens it.
        split: Designs that it never saw.
        seed: Of the choice of what is not there.

    Raises:
        ValueError: If what is absent is as warm as what is there.
    """
    generator = np.random.default_rng(seed)
    seen = sightings(split)
    features = sorted({name for sighting in seen for name in sighting.names})
    warm: list[FloatArray] = []
    cold: list[FloatArray] = []
    for sighting in seen:
        present = [*sighting.names, WORDS[sighting.record.family].names[0]]
        absent = _absent(sighting, features, generator)
        texts = encoder.embed_texts([with_article(name) for name in (*present, *absent)])
        maps = encoder.heat([sighting.image], texts).values[:, 0]
        masks = [*sighting.masks, sighting.part]
        warm += [values[_reduced(mask, maps.shape[1]) > 0.5]
                 for values, mask in zip(maps, masks, strict=False)]  # fmt: skip
        part = _reduced(sighting.part, maps.shape[1]) > 0.5
        cold += [values[part] for values in maps[len(present) :]]
    scale = {
        "cold": float(np.quantile(np.concatenate(cold), COLD_QUANTILE)),
        "hot": float(np.quantile(np.concatenate(warm), HOT_QUANTILE)),
    }
    if not scale["hot"] > scale["cold"]:
        message = f"the model tells what is there from what is not too badly for a scale: {scale}"
        raise ValueError(message)
    return scale


def write_heat_scale(bundle: Path, scale: dict[str, float]) -> None:
    """Put a scale into a bundle's calibration and leave the rest of it as it is."""
    path = bundle / CALIBRATION
    known = json.loads(path.read_text("utf-8"))
    known["heat"] = scale
    path.write_text(json.dumps(known, indent=2) + "\n", "utf-8")
    log.info("heat scale %s", scale)


def _absent(sighting: Sighting, features: list[str], generator: np.random.Generator) -> list[str]:
    """One feature and one family name that the design surely has not."""
    record = sighting.record
    names = [name for name in features if is_absent(name, record)]
    families = [family for family in FAMILIES if not shares_words(family, record)]
    return [str(generator.choice(names)), WORDS[str(generator.choice(families))].names[0]]


def _reduced(mask: np.ndarray, places: int) -> FloatArray:
    """(places, places) share of each place that a square mask fills."""
    edges = np.linspace(0, len(mask), places + 1).astype(int)[:-1]
    rows = np.add.reduceat(np.add.reduceat(mask.astype(np.float32), edges, 0), edges, 1)
    return np.asarray(rows / (len(mask) / places) ** 2, np.float32)
