"""From rendered designs to a bundle: the towers learn, are tuned and aligned, and are written."""

import json
import logging
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from mmdesign.domain import FloatArray
from mmdesign.encoding.dense import WEIGHTS_FILE as DENSE_FILE
from mmdesign.training.aligning import Aligner, AlignPlan, Projections, look, meanings
from mmdesign.training.aligning import Lessons as AlignLessons
from mmdesign.training.bundle import TOWER_FILES, write_bundle, write_notice
from mmdesign.training.contests import draw_contests
from mmdesign.training.corpus import Corpus, open_corpus
from mmdesign.training.describing import described
from mmdesign.training.dictionary import Entry, family_glosses, fetch_dictionary
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
from mmdesign.training.naming import names_of, shown_families, told_of
from mmdesign.training.plan import Plan
from mmdesign.training.steps.run import Run
from mmdesign.training.text_tower import fetch_text_tower
from mmdesign.training.tuning import TunePlan, tune

log = logging.getLogger(__name__)

IMAGE_PROJECTION = "model.visual.head.proj.weight"
TEXT_PROJECTION = "model.text.proj"
LINEAR_TEXT_PROJECTION = f"{TEXT_PROJECTION}.weight"
"""While the trunk learns."""
TUNED_TOWER, TUNED_TEXTS = "tuned_tower", "tuned_texts.npz"


@dataclass(frozen=True, slots=True)
class _Material:
    """What both training stages start from."""

    model: nn.Module
    corpus: Corpus
    encode: EncodeTexts


def fit(run: Run, plan: Plan) -> None:
    """Train until the budget is used, going on from the last checkpoint."""
    _trainer(run, plan).run()


def tune_words(run: Run, plan: TunePlan) -> None:
    """Tune the text tower on names and descriptions of families; the trunk had the frozen one."""
    tower = fetch_text_tower(run.work)
    material = _material(run, tower, "texts.npz")
    entries = fetch_dictionary(run.work)
    descriptions = _descriptions(entries, material.encode)
    told = told_of(shown_families(material.corpus.records), descriptions)
    others = [*material.corpus.sentences.texts, *(entry.gloss for entry in entries)]
    text = material.model.get_submodule("text")
    tune(text, tokenizer_of(tower), told, others, plan)
    tuned = run.work / TUNED_TOWER
    tuned.mkdir(parents=True, exist_ok=True)
    for name in TOWER_FILES:
        shutil.copyfile(tower / name, tuned / name)
    weights = text.get_submodule("transformer").state_dict()
    save_file(weights, tuned / "model.safetensors", metadata={"format": "pt"})
    (run.fit_folder / TUNED_TEXTS).unlink(missing_ok=True)


def align(run: Run, plan: AlignPlan) -> None:
    """Learn both projections of the last checkpoint anew, with trunk and text tower still.

    Raises:
        FileNotFoundError: If the text tower was not tuned before.
    """
    material = _material(run, _tuned_tower(run), TUNED_TEXTS)
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
    return AlignLessons(
        corpus=corpus,
        looks=look(trunk, corpus, seed),
        meanings=meanings(entries, encode),
        names=names_of(corpus.records, _descriptions(entries, encode), encode),
        contests=draw_contests(corpus.records, encode, seed),
    )


def _descriptions(entries: Sequence[Entry], encode: EncodeTexts) -> Mapping[str, tuple[str, ...]]:
    """What is said of each family: by us, and by the dictionary where it means the same."""
    glosses = family_glosses(entries, encode)
    return {family: (*texts, glosses[family]) if family in glosses else texts
            for family, texts in described().items()}  # fmt: skip


def export(run: Run) -> None:
    """Write the aligned weights as a bundle."""
    tower = _tuned_tower(run)
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


def _tuned_tower(run: Run) -> Path:
    tuned = run.work / TUNED_TOWER
    if not (tuned / "model.safetensors").is_file():
        message = f"{tuned}: there is no tuned text tower; run the step 'tune' first."
        raise FileNotFoundError(message)
    return tuned


def _material(run: Run, tower: Path, vectors: str) -> _Material:
    """Captions and facts, their texts as one tower reads them, kept in a file of the fit folder."""
    model = new_model(tower, LEARNING)
    tokenizer = tokenizer_of(tower)
    folder = run.fit_folder
    folder.mkdir(parents=True, exist_ok=True)
    cache = folder / vectors

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
    material = _material(run, fetch_text_tower(run.work), "texts.npz")
    corpus = material.corpus
    torch.manual_seed(plan.seed)
    whiten(material.model, corpus.sentences.text_vectors)
    learner = Learner(material.model, len(corpus.head_columns), corpus.geometry.shape[1])
    return Trainer(learner, corpus, plan, run.fit_folder)
