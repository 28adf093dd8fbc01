"""Before anything is installed: make the environment and go on inside it.

Runs on a bare Python, so it uses the standard library alone. An environment that already has
everything, of whatever kind, is used as it is; otherwise packages go into `.venv` beside the
code, once for each state of the requirements file.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)


def ensure(requirements: str) -> None:
    """Return inside an environment that has `requirements`; else make it and restart there.

    Args:
        requirements: Path of a pip requirements file, relative to the project's root.
    """
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("mmdesign needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    if has_all(requirements):
        return
    command = [str(install(requirements)), *sys.orig_argv[1:]]
    if os.name == "posix":
        os.execv(command[0], command)
    sys.exit(subprocess.call(command))  # Windows cannot replace a process


def has_all(requirements: str) -> bool:
    """Whether this interpreter has every package that `requirements` names."""
    if Path(sys.prefix) == ENVIRONMENT:
        return _stamp(requirements).is_file()
    return all(_installed(name) for name in names(requirements))


def names(requirements: str) -> list[str]:
    """Package names of a requirements file, the files it includes first."""
    path = ROOT / requirements
    found: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        included = re.match(r"-r\s+(\S+)", line)
        if included:
            nested = (path.parent / included[1]).resolve().relative_to(ROOT)
            found += names(str(nested))
        elif name := re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line):
            found.append(name[0])
    return found


def install(requirements: str) -> Path:
    """Make `.venv` with `requirements` unless it is already there; return its Python."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = _stamp(requirements)
    if stamp.is_file():
        return python
    if not python.is_file():
        _say(f"Making the environment {ENVIRONMENT} ...")
        _make_environment()
    _say(f"Installing {requirements} (the first time some minutes, PyTorch is large) ...")
    _run([str(python), "-m", "pip", "install", "--disable-pip-version-check",
          "-q", "-r", str(ROOT / requirements)])  # fmt: skip
    stamp.touch()
    return python


def install_debian(package: str) -> bool:
    """Install a Debian package when this machine can; True when it worked."""
    if shutil.which("apt-get") is None:
        return False
    root = os.geteuid() == 0
    if not root and shutil.which("sudo") is None:
        return False
    prefix = [] if root else ["sudo"]
    _say(f"Installing Debian's {package} ...")
    quiet = [*prefix, "apt-get", "-qq", "-y"]
    return (
        subprocess.call([*quiet, "update"]) == 0
        and subprocess.call([*quiet, "install", "--no-install-recommends", package]) == 0
    )


def _make_environment() -> None:
    # Debian's Python comes without ensurepip; its package python3-venv brings it.
    if importlib.util.find_spec("ensurepip") is None and not install_debian("python3-venv"):
        sys.exit(
            "Python's venv module is incomplete here: sudo apt install python3-venv, then again."
        )
    _run([sys.executable, "-m", "venv", str(ENVIRONMENT)])


def _stamp(requirements: str) -> Path:
    digest = hashlib.sha256()
    for path in sorted({"requirements.txt", requirements}):
        digest.update((ROOT / path).read_bytes())
    name = Path(requirements).with_suffix("").as_posix().replace("/", "-")
    return ENVIRONMENT / f"installed-{name}-{digest.hexdigest()[:16]}"


def _installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _run(command: list[str]) -> None:
    code = subprocess.call(command)
    if code:
        sys.exit(f"This step failed (exit {code}): {' '.join(command)}")


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    install(sys.argv[1])
