"""Many designs against one spec, near the limit of the machine, resumable after any interruption.

Reader -> render workers -> model -> judge -> journal. What was seen of a file is kept by the hash
of its bytes, so that another spec over the same files renders nothing. Every failure is a row.
"""

from mmdesign.batch.cache import SightCache, sight_key
from mmdesign.batch.eyes import Engine, Job, Shown, embed, look, pictures_at_once, shown
from mmdesign.batch.journal import ORDERS, Journal, forget
from mmdesign.batch.local import LocalEngine, available_cores
from mmdesign.batch.outputs import result_rows, write_results
from mmdesign.batch.rows import (
    BatchRow,
    BatchVerdict,
    Matrix,
    RankedRow,
    failure,
    matrix,
    ranked,
    row_of,
)
from mmdesign.batch.running import Task, Watch, run
from mmdesign.batch.scoring import ENGINES, Scoring, open_journal, score

__all__ = [
    "ENGINES",
    "ORDERS",
    "BatchRow",
    "BatchVerdict",
    "Engine",
    "Job",
    "Journal",
    "LocalEngine",
    "Matrix",
    "RankedRow",
    "Scoring",
    "Shown",
    "SightCache",
    "Task",
    "Watch",
    "available_cores",
    "embed",
    "failure",
    "forget",
    "look",
    "matrix",
    "open_journal",
    "pictures_at_once",
    "ranked",
    "result_rows",
    "row_of",
    "run",
    "score",
    "shown",
    "sight_key",
    "write_results",
]
