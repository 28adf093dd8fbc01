"""Fixtures that every test may use."""

from pathlib import Path

import pytest
from fakes import FakeEncoder

from mmdesign.encoding import FileEncoder, open_encoder
from mmdesign.settings import Settings

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def real_designs() -> Path:
    """Folder of real designs beside the checkout; tests skip where it is absent."""
    folder = SHARED_DATA / "real_designs"
    if not folder.is_dir():
        pytest.skip("real designs are not on this machine")
    return folder


@pytest.fixture(scope="session")
def embedded_encoder() -> FileEncoder:
    """The bundled CLIP, opened once for all tests."""
    return open_encoder(Settings(device="cpu"))


@pytest.fixture
def fake_encoder() -> FakeEncoder:
    return FakeEncoder()
