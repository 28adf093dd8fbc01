"""Where the embedded model comes from: generated parts, captions, training, bundle, figures.

Nothing in the app imports this room. `train` does everything from nothing; each of its steps is
also a sub-command of `python -m mmdesign.training`, and every step goes on where it was stopped.
"""

from mmdesign.training.evaluation import PARTS, Evaluation, Figure, as_json, table
from mmdesign.training.steps import Run, evaluate, train

__all__ = ["PARTS", "Evaluation", "Figure", "Run", "as_json", "evaluate", "table", "train"]
