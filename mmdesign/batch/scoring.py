"""One call for page and command line: a reviewer, files, a brief and an engine make rows."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Final, Literal, TypeAlias

from mmdesign.batch.cache import SightCache
from mmdesign.batch.eyes import Engine
from mmdesign.batch.journal import Journal
from mmdesign.batch.local import LocalEngine
from mmdesign.batch.running import Task, Watch, run
from mmdesign.review import Reviewer, render_device
from mmdesign.settings import Settings

EngineName: TypeAlias = Literal["local", "ray"]
ENGINES: Final[tuple[EngineName, ...]] = ("local", "ray")


@dataclass(frozen=True, slots=True)
class Scoring:
    """What is asked of one batch."""

    files: Sequence[Path]
    brief: str
    cache: Path | None = None
    """Folder of what was seen before; None keeps nothing."""
    engine: EngineName = "local"
    cores: int | None = None
    """How many cores to keep busy; None for all of this machine, or of the cluster."""
    units: str | None = None
    """Unit of files that declare none; the settings' unit when not given."""


def open_journal(path: Path, reviewer: Reviewer, scoring: Scoring) -> Journal:
    """Open the journal that belongs to a batch; rows of another brief, model or unit are dropped.

    Raises:
        MMDesignError: If the file cannot be used.
    """
    settings = _settings(reviewer, scoring)
    return Journal(path, scoring.brief, reviewer.model.id, *map(str, conditions_of(settings)))


def score(
    reviewer: Reviewer, scoring: Scoring, journal: Journal, watch: Watch | None = None
) -> None:
    """Review many files against one brief; the journal has a row for every file afterwards.

    Args:
        reviewer: Model, judge and settings; page and command line bring the one they have.
        scoring: Files, brief and how to go about it.
        journal: As from `open_journal`; rows that it has are not made again.
        watch: Told of progress, asked whether to stop.

    Raises:
        SpecError: If the brief holds nothing to check.
        CancelledError: If cancelled; the rows so far stay in the journal.
        MMDesignError: If the engine or the cache cannot be used.
    """
    settings = _settings(reviewer, scoring)
    task = Task(
        scoring.files,
        reviewer.judge_of(scoring.brief),
        scoring.units,
        (reviewer.model.id, *conditions_of(settings)),
    )
    with ExitStack() as closing:
        cache = None if scoring.cache is None else closing.enter_context(SightCache(scoring.cache))
        engine = closing.enter_context(_engine(reviewer, settings, scoring))
        run(task, engine, journal, cache, watch)


def _settings(reviewer: Reviewer, scoring: Scoring) -> Settings:
    return replace(reviewer.settings, units=scoring.units or reviewer.settings.units)


def conditions_of(settings: Settings) -> tuple[object, ...]:
    """What vectors and measurements depend on beside the file and the model."""
    # Loads torch, which takes seconds: not when this module is imported.
    on_gpu = import_module("mmdesign.encoding.hardware").on_gpu
    return (settings.units, settings.view_px, render_device(settings.device),
            on_gpu(settings.device))  # fmt: skip


def _engine(
    reviewer: Reviewer, settings: Settings, scoring: Scoring
) -> AbstractContextManager[Engine]:
    if scoring.engine == "local":
        return LocalEngine(settings, reviewer.encoder, scoring.cores)
    # Ray is an extra that few install.
    cluster = import_module("mmdesign.batch.cluster")
    engine: AbstractContextManager[Engine] = cluster.RayEngine(settings, scoring.cores)
    return engine
