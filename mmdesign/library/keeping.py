"""The columns of a library kept in a file, so that a large one opens without reading every record.

The file goes with the table by a token: the table names the one file that was made from it. So a
file from another time, such as beside a restored copy of the table, is never taken for this one's.
"""

import json
import secrets
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from mmdesign.library.columns import Column, Texts
from mmdesign.library.index import PER_DESIGN, Facts, Snapshot
from mmdesign.library.store import Store

TOKEN = "columns"
WORTH_KEEPING = 5_000
"""Records that are read quickly enough not to be kept."""
FACT_TABLES = ("facts", "tags")
PARTS = ("design", "key", "value")


def kept(store: Store) -> Snapshot | None:
    """Read the columns that were kept of a library; None when there are none that fit."""
    folder = store.database.address.folder
    token = store.meta().get(TOKEN)
    if folder is None or store.database.read_only or token is None:
        return None
    path = _path(folder, token)
    try:
        with np.load(path) as arrays:
            return _snapshot(arrays)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        # Lost or damaged: the records are read instead.
        return None


def keep(store: Store, snapshot: Snapshot) -> None:
    """Keep the columns of a library in a file.

    Raises:
        LibraryError: If the library cannot be written to.
        OSError: If the file cannot be written.
    """
    folder = store.database.address.folder
    if folder is None:
        return
    token = secrets.token_hex(8)
    path = _path(folder, token)
    with path.open("wb") as stream:
        np.savez(stream, **_arrays(snapshot))
    store.say(TOKEN, token)
    for other in folder.glob("columns-*.npz"):
        if other != path:
            other.unlink(missing_ok=True)


def _path(folder: Path, token: str) -> Path:
    return folder / f"columns-{token}.npz"


def _arrays(snapshot: Snapshot) -> dict[str, Any]:
    arrays: dict[str, Any] = {
        "told": np.array(json.dumps([
            snapshot.revision, snapshot.generation, snapshot.quantities, dict(snapshot.units),
            snapshot.words,
        ])),
    }  # fmt: skip
    for name in PER_DESIGN:
        found = getattr(snapshot, name)
        if isinstance(found, Texts):
            arrays[f"{name}.block"], arrays[f"{name}.ends"] = found.block.values, found.ends.values
        else:
            arrays[name] = found.values
    for name in FACT_TABLES:
        table = getattr(snapshot, name)
        arrays |= {f"{name}.{part}": getattr(table, part).values for part in PARTS}
    return arrays


def _snapshot(arrays: Any) -> Snapshot:  # noqa: ANN401 - numpy names no type for an open file
    revision, generation, quantities, units, words = json.loads(str(arrays["told"]))
    columns: dict[str, Any] = {
        name: Column(arrays[name])
        if name in arrays
        else Texts(Column(arrays[f"{name}.block"]), Column(arrays[f"{name}.ends"]))
        for name in PER_DESIGN
    }
    columns |= {
        name: Facts(*(Column(arrays[f"{name}.{part}"]) for part in PARTS)) for name in FACT_TABLES
    }
    return Snapshot(
        revision=revision,
        generation=generation,
        quantities=tuple(quantities),
        units=units,
        words=tuple(words),
        **columns,
    )
