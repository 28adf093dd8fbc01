"""How fast this machine is: every stage against its own limit, in one run.

Turn by turn where two things are compared, medians with their spread, ratios rather than seconds.
"""

from collections.abc import Callable, Mapping, Sequence

from mmdesign.benching.figures import Effort, Figure, as_json, table
from mmdesign.benching.images import images
from mmdesign.benching.library_rows import library
from mmdesign.benching.library_sizes import memory, scaling
from mmdesign.benching.meshes import meshes
from mmdesign.benching.resuming import resuming
from mmdesign.benching.reviews import reviews
from mmdesign.errors import MMDesignError
from mmdesign.settings import Settings

__all__ = ["BENCHES", "Effort", "Figure", "as_json", "measure", "table"]

BENCHES: Mapping[str, Callable[[Settings, Effort], list[Figure]]] = {
    "images": images,
    "meshes": meshes,
    "review": reviews,
    "memory": memory,
    "scaling": scaling,
    "resume": resuming,
    "library": library,
}


def measure(names: Sequence[str], settings: Settings, effort: Effort) -> list[Figure]:
    """Run benchmarks one after another.

    Args:
        names: Some of BENCHES; all of them when there is none.
        settings: Model and device.
        effort: How long each may take.

    Raises:
        MMDesignError: If a name is unknown.
    """
    for name in names:
        if name not in BENCHES:
            message = f"There is no benchmark {name!r}; use some of {', '.join(BENCHES)}."
            raise MMDesignError(message)
    return [figure for name in names or BENCHES for figure in BENCHES[name](settings, effort)]
