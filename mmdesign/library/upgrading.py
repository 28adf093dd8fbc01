"""Bring the tables of a library to what this version works with."""

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from mmdesign.errors import LibraryError
from mmdesign.library import schema
from mmdesign.library.database import Database

MIGRATIONS = "mmdesign.library:migrations"


def upgrade(database: Database) -> None:
    """Make or change the tables, in one transaction; a library that is up to date is left alone.

    Raises:
        LibraryError: If it was made by a later version, or by an earlier one and cannot be changed.
    """
    with database.reading() as connection:
        found = _mark(connection)
    if found == schema.HEAD:
        return
    if database.read_only:
        message = (
            f"The library in {database.address} was made by another version; "
            "open it once for writing, which brings it up to date."
        )
        raise LibraryError(message)
    with database.writing() as connection:
        found = _mark(connection)
        if found is not None and found > schema.HEAD:
            message = f"The library in {database.address} was made by a later version; update this."
            raise LibraryError(message)
        config = Config()
        config.set_main_option("script_location", MIGRATIONS)
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, schema.HEAD)


def _mark(connection: sa.Connection) -> str | None:
    """Return the last migration a library went through; None for one without Alembic's mark."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)
