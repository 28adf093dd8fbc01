"""Opening a model by its name: the embedded bundle, a folder, or what open_clip publishes.

A model that cannot be opened is never replaced by another one: the user is told what to do.
"""

import difflib
import json
import logging
from pathlib import Path
from typing import Any

import open_clip
from huggingface_hub import is_offline_mode
from huggingface_hub.errors import RemoteEntryNotFoundError, RepositoryNotFoundError
from huggingface_hub.utils import logging as hub_logging
from open_clip.pretrained import download_pretrained_from_hf
from safetensors import SafetensorError

from mmdesign.encoding.choices import BUNDLE, CONFIG_FILE, WEIGHTS_FILE
from mmdesign.errors import ModelError
from mmdesign.settings import EMBEDDED_MODEL

LOCAL = "local-dir:"
HUB = "hf-hub:"
SAFE = ".safetensors"
PICKLES = (".bin", ".pt", ".pth", ".ckpt", ".pkl")
LIST = "`python -m mmdesign models` lists some"
BROKEN = (RuntimeError, ValueError, OSError, KeyError, TypeError, AssertionError, SafetensorError)
"""What open_clip raises for weights or a configuration that it cannot use."""

Opened = tuple[Any, Any, Any]
"""Model, preprocessing and tokenizer."""


def folder_of(name: str) -> Path | None:
    """Folder that a model's name stands for; None for a published model.

    Raises:
        ModelError: If the name announces a folder and gives none.
    """
    if name == EMBEDDED_MODEL:
        return BUNDLE
    if not name.startswith(LOCAL):
        return None
    if name == LOCAL:
        message = f"Model {name} names no folder; write {LOCAL}/path/to/folder."
        raise ModelError(message)
    return Path(name.removeprefix(LOCAL)).expanduser().resolve()


def open_folder(folder: Path, name: str) -> Opened:
    """Open an open_clip folder without touching the network.

    Raises:
        ModelError: If files are missing, pickled or damaged.
    """
    _check_files(folder, name)
    schema = f"{LOCAL}{folder}"
    try:
        text_config = json.loads((folder / CONFIG_FILE).read_text("utf-8"))["model_cfg"]["text_cfg"]
        overrides = {}
        if "hf_model_name" in text_config:
            # open_clip resolves the text tower's folder against the working directory.
            text_config["hf_model_name"] = str(folder)
            overrides = {"text_cfg": text_config}
        model, _, preprocess = open_clip.create_model_and_transforms(schema, **overrides)
        return model, preprocess, open_clip.get_tokenizer(schema)
    except BROKEN as error:
        message = (
            f"Model {name} cannot be loaded from {folder} ({_reason(error)}); "
            "fill the folder again from where the model is published."
        )
        raise ModelError(message) from error


def open_published(name: str) -> Opened:
    """Open a model that open_clip knows or that lies on the hub, fetching it the first time.

    Raises:
        ModelError: If the name is unknown, the download fails, or there is no safetensors file.
    """
    if name.startswith(HUB):
        return _open_hub(name)
    architecture, _, tag = name.partition("/")
    if not tag:
        message = (
            f"Model {name!r} is not known; write architecture/weights as in "
            f"ViT-B-32/laion2b_s34b_b79k, hf-hub:owner/name, or local-dir:/folder ({LIST})."
        )
        raise ModelError(message)
    published = open_clip.get_pretrained_cfg(architecture, tag)
    if not published:
        raise ModelError(_unknown(name, architecture, tag))
    repository, _, pickle = published["hf_hub"].rpartition("/")
    try:
        _fetch(repository, Path(pickle).with_suffix(SAFE).name if pickle else WEIGHTS_FILE)
        model, _, preprocess = open_clip.create_model_and_transforms(architecture, tag)
        return model, preprocess, open_clip.get_tokenizer(architecture)
    except BROKEN as error:
        raise ModelError(_unusable(name, error)) from error


def _open_hub(name: str) -> Opened:
    repository = name.removeprefix(HUB)
    if repository.count("/") != 1 or not all(repository.split("/")):
        message = f"Model {name!r} names no repository; write {HUB}owner/name."
        raise ModelError(message)
    try:
        _fetch(repository, WEIGHTS_FILE)
        model, _, preprocess = open_clip.create_model_and_transforms(name)
        return model, preprocess, open_clip.get_tokenizer(name)
    except BROKEN as error:
        raise ModelError(_unusable(name, error)) from error


def _check_files(folder: Path, name: str) -> None:
    if not folder.is_dir():
        message = f"Model {name}: there is no folder {folder}; correct the path or fill it first."
        raise ModelError(message)
    if not (folder / CONFIG_FILE).is_file():
        message = (
            f"Model {name}: there is no {CONFIG_FILE} in {folder}; "
            "copy it from where the model is published."
        )
        raise ModelError(message)
    if (folder / WEIGHTS_FILE).is_file():
        return
    pickles = sorted(path.name for path in folder.iterdir() if path.suffix in PICKLES)
    reason = f"copy {WEIGHTS_FILE} from where the model is published"
    if pickles:
        reason = (
            f"{pickles[0]} is a pickled checkpoint, which can run any code when opened and is "
            f"refused; convert it to safetensors as {WEIGHTS_FILE}"
        )
    message = f"Model {name}: there is no {WEIGHTS_FILE} in {folder}; {reason}."
    raise ModelError(message)


def _fetch(repository: str, filename: str) -> None:
    """Fetch safetensors weights into the hub's cache, or find them there.

    Left to itself, open_clip would fetch a pickled checkpoint where there is nothing else.
    """
    verbosity = hub_logging.get_verbosity()
    hub_logging.set_verbosity(logging.ERROR)  # its retries are told by one sentence at the end
    try:
        download_pretrained_from_hf(repository, filename=filename)
    finally:
        hub_logging.set_verbosity(verbosity)


def _unknown(name: str, architecture: str, tag: str) -> str:
    tags = open_clip.list_pretrained_tags_by_model(architecture)
    near = difflib.get_close_matches(tag, tags, 3, cutoff=0)
    hint = f" (published are {', '.join(near)})" if near else ""
    return f"Model {name} is not published by open_clip{hint}; choose another ({LIST})."


def _unusable(name: str, error: Exception) -> str:
    """Say whether a published model could not be found, fetched or used."""
    cause = error.__context__  # open_clip hides the hub's own error behind a FileNotFoundError
    if isinstance(cause, RepositoryNotFoundError):
        return (
            f"Model {name}: huggingface.co has no such open repository; correct the name ({LIST})."
        )
    if isinstance(cause, RemoteEntryNotFoundError):
        return (
            f"Model {name} is not published as safetensors, and pickled checkpoints are refused "
            f"because opening one can run any code; choose another ({LIST})."
        )
    if not isinstance(error, OSError):
        return f"Model {name} cannot be used here ({_reason(error)}); choose another ({LIST})."
    hindrance = "HF_HUB_OFFLINE is set" if is_offline_mode() else "the download failed"
    return (
        f"Model {name} is not on this machine and {hindrance}: connect to the network and start "
        "again, or fill a folder elsewhere as `python -m mmdesign models` shows and give "
        f"--model {LOCAL}FOLDER."
    )


def _reason(error: BaseException) -> str:
    said = str(error).strip()
    return said.splitlines()[0][:200].rstrip(".") if said else type(error).__name__
