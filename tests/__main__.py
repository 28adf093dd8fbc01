"""Run all tests: `python3 tests [pytest arguments]`. Installs what they need the first time."""

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mmdesign.bootstrap import ROOT, ensure, install_debian

MOST_PROCESSES = 4
"""Each may take 3 GB."""

if __name__ == "__main__":
    ensure("tests/requirements.txt")
    if shutil.which("chromium") is None and not install_debian("chromium"):
        sys.stderr.write("Chromium is not here: browser tests will be skipped.\n")
    import pytest

    # a process per core, each with whole files, so that a model or a browser is opened once in each
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    sys.exit(
        pytest.main(
            [f"--rootdir={ROOT}", f"--confcutdir={ROOT}", f"-n{processes}", "--dist=loadfile",
             *(sys.argv[1:] or [str(ROOT / "tests")])]
        )
    )  # fmt: skip
