import subprocess
import sys

import pytest

from mmdesign import bootstrap


def test_included_requirement_files_are_followed():
    names = bootstrap.names("tests/requirements.txt")
    assert {"gradio", "torch", "pytest"} <= set(names)
    assert not any(name.startswith(("-", "#")) for name in names)


def test_a_missing_package_is_noticed(monkeypatch):
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", bootstrap.ROOT / "elsewhere")
    monkeypatch.setattr(bootstrap, "names", lambda _: ["numpy"])
    assert bootstrap.has_all("requirements.txt")
    monkeypatch.setattr(bootstrap, "names", lambda _: ["numpy", "no-such-package-anywhere"])
    assert not bootstrap.has_all("requirements.txt")


def test_the_stamp_changes_with_the_requirements(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    (tmp_path / "requirements.txt").write_text("numpy>=2\n")
    before = bootstrap._stamp("requirements.txt")
    (tmp_path / "requirements.txt").write_text("numpy>=3\n")
    assert bootstrap._stamp("requirements.txt") != before


def test_an_installed_environment_is_not_installed_again(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "_run", lambda command: pytest.fail(f"ran {command}"))
    (tmp_path / "requirements.txt").write_text("numpy>=2\n")
    (tmp_path / ".venv").mkdir()
    bootstrap._stamp("requirements.txt").touch()
    assert bootstrap.install("requirements.txt").is_relative_to(tmp_path / ".venv")


def test_it_runs_without_any_installed_package():
    code = "import sys, mmdesign.bootstrap; assert 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-S", "-c", code], cwd=bootstrap.ROOT, check=True)
