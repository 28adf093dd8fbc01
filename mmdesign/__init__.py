r"""mmdesign: does this design meet the brief?

from mmdesign import Reviewer, parse_spec

reviewer = Reviewer.open()
review = reviewer.review("bracket.step", "Four M6 mounting holes.\nWall at least 2.5 mm.")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmdesign.review import Reviewer as Reviewer
    from mmdesign.spec import parse_spec as parse_spec

__version__ = "0.1.0"
__all__ = ["Reviewer", "__version__", "parse_spec"]

_HOMES = {"Reviewer": "mmdesign.review", "parse_spec": "mmdesign.spec"}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `import mmdesign` costs nothing."""
    if name not in _HOMES:
        message = f"module 'mmdesign' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
