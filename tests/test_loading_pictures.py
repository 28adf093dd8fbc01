"""Several pictures in one visit to the reader: the same pixels, and a bad one costs only itself."""

import ctypes
import time
from collections.abc import Mapping

import numpy as np
import pytest
from PIL import Image

from mmdesign.domain import Design
from mmdesign.errors import DesignError, ReaderFailedError
from mmdesign.loading import Loader, loader, reading
from mmdesign.sandbox import Reading
from mmdesign.settings import Settings


def read(request: Mapping) -> Reading:
    """The real reader, which some pictures harm as only a hostile file could."""
    for picture in request.get("pictures", [request]):
        if picture["name"].startswith("crash"):
            ctypes.string_at(0)
        if picture["name"].startswith("hang"):
            time.sleep(1000)
    return reading.read(request)


@pytest.fixture
def hostile(monkeypatch):
    monkeypatch.setattr(loader, "READER", "test_loading_pictures:read")
    with Loader(Settings(reader_wall_s=2)) as opened:
        yield opened


def noise(path, size=(40, 30), seed=0):
    pixels = np.random.default_rng(seed).integers(0, 256, (*size[::-1], 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def test_pictures_of_one_visit_are_those_that_are_read_alone(tmp_path):
    files = [noise(tmp_path / f"{n}{suffix}", (40 + n, 30), n)
             for n, suffix in enumerate((".png", ".jpg", ".webp", ".tif", ".PNG"))]  # fmt: skip
    files.append(noise(tmp_path / "large.png", (1500, 600)))
    with Loader(Settings()) as opened:
        together = opened.load_pictures(files)
        for file, design in zip(files, together, strict=True):
            alone = opened.load(file)
            assert (design.id, design.name, design.kind) == (alone.id, alone.name, "images")
            assert np.array_equal(design.views[0].image, alone.views[0].image)


@pytest.mark.parametrize("name", ["crash.png", "hang.png"])
def test_a_picture_that_takes_the_reader_down_costs_only_itself(hostile, tmp_path, name):
    files = [noise(tmp_path / "a.png", seed=1), noise(tmp_path / name), noise(tmp_path / "b.png")]
    good, bad, other = hostile.load_pictures(files)
    assert isinstance(bad, ReaderFailedError)
    assert name in str(bad)
    assert [isinstance(one, Design) for one in (good, other)] == [True, True]
    assert not np.array_equal(good.views[0].image, other.views[0].image)


def test_a_bad_picture_says_what_it_says_alone_and_the_others_are_read(tmp_path):
    half = noise(tmp_path / "half.png").read_bytes()
    (tmp_path / "half.png").write_bytes(half[: len(half) // 2])
    (tmp_path / "text.jpg").write_text("not a picture")
    (tmp_path / "empty.png").write_bytes(b"")
    names = ("half.png", "good.png", "text.jpg", "empty.png", "missing.png")
    noise(tmp_path / "good.png")
    with Loader(Settings()) as opened:
        found = opened.load_pictures([tmp_path / name for name in names])
        for name, one in zip(names, found, strict=True):
            if name == "good.png":
                assert one.views[0].image.shape == (30, 40, 3)
                continue
            with pytest.raises(DesignError) as told:
                opened.load(tmp_path / name)
            assert (type(one), str(one)) == (type(told.value), str(told.value))


def test_no_pictures_need_no_reader():
    with Loader(Settings()) as opened:
        assert opened.load_pictures([]) == []
