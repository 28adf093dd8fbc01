"""From rendered designs to a bundle: the towers learn, are aligned, and are written."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from mmdesign.domain import FloatArray
from mmdesign.encoding.dense import WEIGHTS_FILE as DENSE_FILE
from mmdesign.training.aligning import Aligner, AlignPlan, Projections, look, meanings
from mmdesign.training.aligning import Lessons as AlignLessons
from mmdesign.training.bundle import write_bundle, write_notice
from mmdesign.training.contests import draw_contests
from mmdesign.training.corpus import Corpus, open_corpus
from mmdesign.training.describing import described
from mmdesign.training.dictionary import family_glosses, fetch_dictionary
from mmdesign.training.loop import Trainer
from mmdesign.training.model import (
    FINISHED,
    LEARNING,
    EncodeTexts,
    Learner,
    new_model,
    pooled_texts,
    tokenizer_of,
    whiten,
)
from mmdesign.training.naming import names_of
from mmdesign.training.plan import Plan
from mmdesign.training.steps.run import Run
from mmdesign.training.text_tower import fetch_text_tower

log = logging.getLogger(__name__)

IMAGE_PROJECTION = "model.visual.head.proj.weight"
TEXT_PROJECTION = "model.text.proj"
LINEAR_TEXT_PROJECTION = f"{TEXT_PROJECTION}.weight"
"""While the trunk learns."""


@dataclass(frozen=True, slots=True)
class _Material:
    """What both training stages start from."""

    model: nn.Module
    corpus: Corpus
    encode: EncodeTexts


def fit(run: Run, plan: Plan) -> None:
    """Train until the budget is used, going on from the last checkpoint."""
    _trainer(run, plan).run()


def align(run: Run, plan: AlignPlan) -> None:
    """Learn both projections of the last checkpoint anew, with the trunk standing still."""
    material = _material(run)
    state = torch.load(run.fit_folder / "checkpoint.pt", weights_only=True)
    average = state["average"]
    _fill(material.model, average)
    trunk = material.model.get_submodule("visual.trunk").eval()
    torch.manual_seed(plan.seed)
    projections = Projections(average[IMAGE_PROJECTION], float(average["log_scale"]))
    Aligner(projections, _lessons(run, material, trunk, plan.seed), plan).run()
    del average[LINEAR_TEXT_PROJECTION]
    average |= {f"{TEXT_PROJECTION}.{key}": value
                for key, value in projections.text.state_dict().items()}  # fmt: skip
    average |= {
        IMAGE_PROJECTION: projections.image.weight.detach(),
        "log_scale": projections.log_scale.detach(),
    }
    kept = {key: state[key] for key in ("samples", "elapsed_s")}
    torch.save({"average": average, **kept}, run.fit_folder / "aligned.pt")


def _lessons(run: Run, material: _Material, trunk: nn.Module, seed: int) -> AlignLessons:
    corpus, encode = material.corpus, material.encode
    entries = fetch_dictionary(run.work)
    glosses = family_glosses(entries, encode)
    descriptions = dict(described())
    for family, gloss in glosses.items():
        descriptions[family] = (*descriptions[family], gloss)
    return AlignLessons(
        corpus=corpus,
        looks=look(trunk, corpus, seed),
        meanings=meanings(entries, encode),
        names=names_of(corpus.records, descriptions, encode),
        contests=draw_contests(corpus.records, encode, seed),
    )


def export(run: Run) -> None:
    """Write the aligned weights as a bundle."""
    tower = fetch_text_tower(run.work)
    state = torch.load(run.fit_folder / "aligned.pt", weights_only=True)
    model = new_model(tower, FINISHED)
    _fill(model, state["average"])
    write_bundle(model.eval(), float(state["average"]["log_scale"].exp()), tower, run.bundle)
    # a head belongs to the trunk that it was taught on
    (run.bundle / DENSE_FILE).unlink(missing_ok=True)
    write_notice(run.bundle, run.data)
    facts = {"samples": state["samples"], "minutes": round(state["elapsed_s"] / 60, 1)}
    (run.work / "exported.json").write_text(json.dumps(facts), "utf-8")
    log.info("bundle written to %s after %s", run.bundle, facts)


def _fill(model: nn.Module, average: Mapping[str, Tensor]) -> None:
    """Put averaged weights into a model; its frozen text tower is not among them."""
    trained = {key.removeprefix("model."): value for key, value in average.items()
               if key.startswith("model.")}  # fmt: skip
    missing, unknown = model.load_state_dict(trained, strict=False)
    assert not unknown, unknown
    assert all(key.startswith("text.transformer.") for key in missing), missing


def _material(run: Run) -> _Material:
    tower = fetch_text_tower(run.work)
    model = new_model(tower, LEARNING)
    tokenizer = tokenizer_of(tower)
    folder = run.fit_folder
    folder.mkdir(parents=True, exist_ok=True)
    cache = folder / "texts.npz"

    known: dict[str, FloatArray] = {}
    if cache.is_file():
        with np.load(cache) as stored:
            known = dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))

    def encode(texts: Sequence[str]) -> FloatArray:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, pooled_texts(model, tokenizer, new), strict=True))
            vectors = np.stack(list(known.values()))
            np.savez(cache, texts=np.array(list(known)), vectors=vectors)
        return np.stack([known[text] for text in texts])

    return _Material(model, open_corpus(run.work, encode), encode)


def _trainer(run: Run, plan: Plan) -> Trainer:
    material = _material(run)
    corpus = material.corpus
    torch.manual_seed(plan.seed)
    whiten(material.model, corpus.sentences.text_vectors)
    learner = Learner(material.model, len(corpus.head_columns), corpus.geometry.shape[1])
    return Trainer(learner, corpus, plan, run.fit_folder)
