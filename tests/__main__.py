"""Run all tests: `python3 tests [pytest arguments]`. Installs what they need the first time."""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mmdesign.bootstrap import ROOT, ensure, install_debian

if __name__ == "__main__":
    ensure("tests/requirements.txt")
    if shutil.which("chromium") is None and not install_debian("chromium"):
        sys.stderr.write("Chromium is not here: browser tests will be skipped.\n")
    import pytest

    sys.exit(
        pytest.main(
            [f"--rootdir={ROOT}", f"--confcutdir={ROOT}", *(sys.argv[1:] or [str(ROOT / "tests")])]
        )
    )
