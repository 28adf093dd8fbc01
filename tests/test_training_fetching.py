"""Downloads that are pinned by their digest."""

import hashlib

import pytest

from mmdesign.training import fetching


def test_what_is_there_is_not_fetched_again(tmp_path, monkeypatch):
    (tmp_path / "thing-1.0.tar.gz").write_bytes(b"x")
    monkeypatch.setattr(fetching.subprocess, "run", None)
    digest = hashlib.sha256(b"x").hexdigest()
    assert fetching.fetch("thing==1.0", digest, tmp_path).name == "thing-1.0.tar.gz"
    with pytest.raises(ValueError, match=r"thing-1\.0\.tar\.gz has sha256"):
        fetching.fetch("thing==1.0", "0" * 64, tmp_path)


def test_an_archive_that_cannot_be_had_is_one_clear_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(ValueError, match=r"^thing==1\.0 could not be downloaded: "):
        fetching.fetch("thing==1.0", "0" * 64, tmp_path)
