"""The engine of many machines: Ray tasks, each of which sees one file from bytes to vectors.

Tasks, not actors: what a lost worker or a lost node had in hand is simply done again wherever there
is room, while an actor waits for a place of its own that may never come back. Each worker process
opens model and reader once and keeps them. No shared disk is needed: files travel as bytes.
"""

import functools
import os
import tempfile
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mmdesign.batch.eyes import Job, Jobs, Sightings, look, pictures_at_once, reason_of, show
from mmdesign.closing import Closing
from mmdesign.encoding import Encoder, open_encoder
from mmdesign.errors import DesignError, MMDesignError
from mmdesign.loading import Loader
from mmdesign.review import Sight
from mmdesign.settings import Settings

ADDRESS = "RAY_ADDRESS"
PER_CORE = 2
"""Files on their way per core: one in hand and one behind it."""
RETRIES = 3
WAIT_S = 0.2
NICENESS = 0
"""Ray's own 15 leaves its workers about a thirtieth of a core on a machine that does anything else:
a batch then seems to hang. Clusters of one's own are started with RAY_worker_niceness=0."""


class RayEngine(Closing):
    """Sees files on a Ray cluster. Use it as a context manager."""

    def __init__(
        self,
        settings: Settings,
        cores: int | None = None,
        open_model: Callable[[Settings], Encoder] | None = None,
    ) -> None:
        """Connect to the cluster at RAY_ADDRESS; without one, start Ray on this machine.

        Args:
            settings: For readers, renderer and model; every node opens the model by its name.
            cores: How many cores to keep busy; None for all that the cluster has.
            open_model: Opens the model in a worker process; None opens the settings' model.

        Raises:
            MMDesignError: If Ray is not installed or no cluster answers.
        """
        if find_spec("ray") is None:
            message = "The ray engine needs Ray: run 'pip install mmdesign[ray]'."
            raise MMDesignError(message)
        self._ray: Any = import_module("ray")
        self._settings = settings
        self._cores = cores
        self._in_hand: dict[Any, Job] = {}
        self._is_own = not self._ray.is_initialized()
        if self._is_own:
            self._connect()
        self._open_model = open_model or _one_thread_model
        is_gpu: bool = import_module("mmdesign.encoding.hardware").on_gpu(settings.device)
        self._at_once = pictures_at_once(is_gpu)
        resources = {"num_cpus": 1, "num_gpus": int(is_gpu)}
        self._remote = self._ray.remote(max_retries=RETRIES, **resources)(_see)

    def close(self) -> None:
        """Give up what is in hand and leave the cluster; one that was started here ends."""
        for task in self._in_hand:
            self._ray.cancel(task, force=True)
        self._in_hand.clear()
        if self._is_own:
            self._ray.shutdown()

    def see(self, jobs: Jobs) -> Sightings:
        """See all files; see Engine."""
        is_open = True
        while is_open or self._in_hand:
            while is_open and len(self._in_hand) < self._room():
                try:
                    job = next(jobs)
                except StopIteration:
                    is_open = False
                    break
                if job is None:
                    yield None
                else:
                    yield from self._send(job)
            yield from self._done()

    def loads(self) -> dict[str, float]:
        """Share of the cluster's cores that are at work now; rendering and looking together."""
        cores = self._ray.cluster_resources().get("CPU", 0.0)
        free = self._ray.available_resources().get("CPU", 0.0)
        return {"rendering": 1 - free / cores if cores else 0.0}

    def _connect(self) -> None:
        address = os.environ.get(ADDRESS) or None
        options: dict[str, Any] = {"log_to_driver": False, "logging_level": "error"}
        if address is None:
            options |= {
                "num_cpus": self._cores,
                "include_dashboard": False,
                "_system_config": {"worker_niceness": NICENESS},
            }
        try:
            self._ray.init(address=address, **options)
        except (ConnectionError, RuntimeError, ValueError) as problem:
            message = f"No Ray cluster answers at {address or 'this machine'} ({problem})."
            raise MMDesignError(message) from problem

    def _room(self) -> int:
        """Nodes come and go, so that the room is asked for anew each time."""
        cores = self._cores or int(self._ray.cluster_resources().get("CPU", 1))
        return PER_CORE * max(cores, 1)

    def _send(self, job: Job) -> Sightings:
        try:
            content = job.path.read_bytes()
        except OSError as problem:
            yield job, reason_of(problem, job)
            return
        task = self._remote.remote(content, job, self._settings, self._open_model, self._at_once)
        self._in_hand[task] = job

    def _done(self) -> Sightings:
        if not self._in_hand:
            return
        ready, _ = self._ray.wait(list(self._in_hand), num_returns=1, timeout=WAIT_S)
        for task in ready:
            job = self._in_hand.pop(task)
            try:
                seen: bytes | str = self._ray.get(task)
            except self._ray.exceptions.RayTaskError as problem:
                raise problem.as_instanceof_cause() from problem
            except self._ray.exceptions.RayError as problem:
                lost = type(problem).__name__
                yield job, f"{job.path.name} was given up after {RETRIES + 1} tries ({lost})."
            else:
                yield job, seen if isinstance(seen, str) else Sight.from_bytes(seen)
        if not ready:
            yield None


def _see(
    content: bytes,
    job: Job,
    settings: Settings,
    open_model: Callable[[Settings], Encoder],
    at_once: int,
) -> bytes | str:
    """See one file on whatever node this runs; the sight as bytes, or why there is none."""
    loader, encoder = _opened(settings, open_model)
    with tempfile.TemporaryDirectory(prefix="mmdesign-ray-") as folder:
        path = Path(folder) / job.path.name
        path.write_bytes(content)
        here = Job(job.position, path, job.content, job.units)
        try:
            shown = show(loader, here, settings)
        except (DesignError, OSError) as problem:
            return reason_of(problem, here)
    (sight,) = look(encoder, [shown], at_once)
    return sight.to_bytes()


@functools.cache
def _opened(
    settings: Settings, open_model: Callable[[Settings], Encoder]
) -> tuple[Loader, Encoder]:
    """Reader and model of this worker process."""
    return Loader(settings), open_model(settings)


def _one_thread_model(settings: Settings) -> Encoder:
    """The settings' model with one thread: Ray gives each task one core."""
    import_module("mmdesign.encoding.hardware").limit_threads(1)
    return open_encoder(settings)
