"""Where a library is: a folder on this machine, or a PostgreSQL database by its URL."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from mmdesign.errors import LibraryError

FILE_NAME = "library.sqlite"
DRIVER = "postgresql+psycopg"
SERVER_SCHEMES = ("postgresql", "postgres", DRIVER)


@dataclass(frozen=True, slots=True)
class Address:
    """A folder or a URL; exactly one of the two is given."""

    folder: Path | None = None
    url: sa.URL | None = None

    def __str__(self) -> str:
        """Return the address as it may be shown to anybody: without a password."""
        if self.url is not None:
            return self.url.render_as_string(hide_password=True)
        return str(self.folder)

    @property
    def file(self) -> Path | None:
        """The SQLite file; None on a server."""
        return None if self.folder is None else self.folder / FILE_NAME


def address_of(place: str | Path | Address) -> Address:
    """Read an address.

    Args:
        place: A folder, or as text a URL such as postgresql+psycopg://user@host/designs.

    Raises:
        LibraryError: If it looks like a URL and is none that can be used.
    """
    if isinstance(place, Address):
        return place
    scheme, colon, _ = str(place).partition(":/")
    is_url = colon and ("://" in str(place) or scheme in SERVER_SCHEMES)
    if not is_url:
        return Address(folder=Path(place))
    if scheme not in SERVER_SCHEMES or isinstance(place, Path):
        message = (
            f"{str(place)[:200]!r} is not the address of a library; give a folder, or as text "
            f"{DRIVER}://user@host/database."
        )
        raise LibraryError(message)
    try:
        return Address(url=sa.make_url(place).set(drivername=DRIVER))
    except (sa.exc.ArgumentError, ValueError):
        message = f"The address of the library cannot be read; write {DRIVER}://user@host/database."
        raise LibraryError(message) from None
