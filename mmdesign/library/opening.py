"""Open what is at an address: tables brought up to date, the model checked, vectors in place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mmdesign.errors import LibraryError
from mmdesign.library.addresses import Address, address_of
from mmdesign.library.database import Database
from mmdesign.library.finding import Finder, FolderFinder, ServerFinder
from mmdesign.library.server import Server
from mmdesign.library.store import Store
from mmdesign.library.upgrading import upgrade

FORMAT = "2"
EXACT_LIMIT = 200_000
"""Comparing 200,000 vectors of width 512 takes about 45 ms of one core."""
GAPS = 0.5
"""Vector files of which removed designs hold more than this share are written anew."""
FEW_SLOTS = 4096


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of an open library."""

    database: Database
    store: Store
    finder: Finder
    model_id: str
    width: int
    exact_limit: int


def open_place(
    place: str | Path | Address,
    model: tuple[str, int] | None,
    *,
    exact_limit: int,
    read_only: bool = False,
) -> Opened:
    """Open a library.

    Args:
        place: A folder or a URL.
        model: Model and its width D; None to take whatever is there.
        exact_limit: Up to so many designs a search compares all of them.
        read_only: Leave no trace in the folder.

    Raises:
        LibraryError: If it cannot be opened, or holds another model's vectors.
    """
    address = address_of(place)
    if model is None and not exists(address):
        raise nothing_there(address)
    if address.folder is not None and not read_only:
        make_folder(address.folder)
    database = Database(address, read_only)
    try:
        return _opened(database, model, exact_limit)
    except LibraryError:
        database.close()
        raise


def exists(address: Address) -> bool:
    """Tell whether there is a library at an address.

    Raises:
        LibraryError: If a server does not answer.
    """
    if address.file is not None:
        return address.file.is_file()
    database = Database(address)
    try:
        return database.has_table("designs")
    finally:
        database.close()


def nothing_there(address: Address) -> LibraryError:
    """Say that there is no library at an address."""
    return LibraryError(
        f"There is no library in {address}; make one with 'index PATH --library {address}'."
    )


def size_bytes(database: Database, store: Store) -> int:
    """Return what a library takes on the disk, with its log and its vector files."""
    folder = database.address.folder
    if folder is None:
        return Server(database, 1).size_bytes()
    paths = [
        *folder.glob("library.sqlite*"),
        *folder.glob("approximate-*"),
        *folder.glob("columns-*"),
    ]
    files = store.files()
    return sum(path.stat().st_size for path in paths) + (files.size_bytes() if files else 0)


def _opened(database: Database, model: tuple[str, int] | None, exact_limit: int) -> Opened:
    upgrade(database)
    store = Store(database)
    if model is None:
        known = store.meta()
    else:
        given = {"format": FORMAT, "model_id": model[0], "width": str(model[1])}
        known = store.claim(given)
    _check_format(database.address, known)
    if model is not None:
        _check_model(database.address, known, *model)
    store.model = known["model_id"], known["width"]
    width = int(known["width"])
    if database.is_server:
        if known.get("prepared") != str(width):
            prepare(database, width)
        finder: Finder = ServerFinder(store, Server(database, width), exact_limit)
    else:
        _mend_files(store, known)
        finder = FolderFinder(store, exact_limit)
    return Opened(database, store, finder, known["model_id"], width, exact_limit)


def prepare(database: Database, width: int) -> None:
    """Lay a new library on a server out for fast comparison; a folder needs nothing."""
    if database.is_server:
        Server(database, width).prepare()


def _mend_files(store: Store, known: Mapping[str, str]) -> None:
    """Write vector files that are missing, such as in a copy, or mostly gaps."""
    files = store.files()
    if files is None:
        return
    slots = int(known.get("slots", "0"))
    count = store.count()
    is_missing = count > 0 and (slots == 0 or not files.is_complete(slots))
    if is_missing or (slots > FEW_SLOTS and slots - count > GAPS * slots):
        store.rebuild_files()


def make_folder(folder: Path) -> None:
    """Make a library's folder.

    Raises:
        LibraryError: If it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        message = f"The library folder {folder} cannot be made: {problem.strerror}."
        raise LibraryError(message) from problem


def _check_format(address: Address, known: Mapping[str, str]) -> None:
    is_whole = "model_id" in known and known.get("width", "").isdecimal()
    if known.get("format") != FORMAT or not is_whole:
        message = (
            f"The library in {address} has the format {known.get('format')!r}, and this version "
            f"reads {FORMAT!r}; index the designs again into another folder."
        )
        raise LibraryError(message)


def _check_model(address: Address, known: Mapping[str, str], model_id: str, width: int) -> None:
    if (known["model_id"], known["width"]) != (model_id, str(width)):
        message = (
            f"The library in {address} holds vectors of the model {known['model_id']!r} "
            f"(width {known['width']}), not of {model_id!r} (width {width}): choose that "
            "model, or index the designs again into another folder."
        )
        raise LibraryError(message)
