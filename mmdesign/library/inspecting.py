"""What a library holds, counted, and whether it is still what was once written."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from mmdesign.library.index import Snapshot
from mmdesign.library.records import is_whole
from mmdesign.library.reports import VerifyReport
from mmdesign.library.store import Store


def verified(store: Store, problems: Iterable[str], width: int) -> VerifyReport:
    """Check the structure of the file and every design's seal.

    Args:
        store: Where the designs are.
        problems: What else was found, such as in the history.
        width: Embedding width D of the library.
    """
    damaged: list[str] = []
    found = [f"file structure: {line}" for line in store.integrity()]
    checked = 0
    files = store.files()
    for position, row in store.each():
        checked += 1
        if row is None:
            found.append(f"the design at position {position} cannot be read")
        elif not is_whole(row, width):
            damaged.append(row.design_id)
            found.append(f"the design {row.design_id} is not what was once written")
        elif files is not None and not files.agree(row.slot, row.vector):
            found.append(
                f"the vector file differs at {row.design_id}; 'mmdesign library compact' "
                "writes it anew"
            )
    return VerifyReport(checked, tuple(damaged), (*found, *problems))


def kinds_in(snapshot: Snapshot) -> dict[str, int]:
    """How many designs there are of each kind."""
    return dict(Counter(snapshot.words[number] for number in snapshot.kinds.values))


def tags_in(snapshot: Snapshot) -> dict[str, int]:
    """How many designs have each tag."""
    return dict(Counter(snapshot.words[number] for number in snapshot.tags.key.values))


def measured_in(snapshot: Snapshot) -> dict[str, int]:
    """Of how many designs each quantity was measured."""
    return {
        quantity: len(np.unique(designs))
        for quantity in sorted(snapshot.quantities)
        if (designs := snapshot.numbers(quantity)[0]).size
    }
