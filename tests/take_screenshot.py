"""Take the README's picture: `python tests/take_screenshot.py DESIGN OUT.png`."""

import sys
import tempfile
from pathlib import Path

from pages import chromium, running_app

SPEC = """Four M6 mounting holes.
Wall at least 4 mm.
No longer than 120 mm.
Must look like an angle bracket.
Should be watertight."""


def main(design: Path, out: Path) -> None:
    """Review one design in the real app and photograph the page."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder) / "library") as address,
        chromium() as browser,
    ):
        context = browser.new_context(
            viewport={"width": 1440, "height": 1000}, device_scale_factor=1.5
        )
        page = context.new_page()
        page.goto(address)
        page.set_input_files("#mm-files input[type=file]", str(design))
        page.fill("#mm-spec textarea", SPEC)
        page.click("#mm-run")
        page.locator("#mm-ledger [data-requirement]").first.wait_for(timeout=120_000)
        page.locator("#mm-ledger [data-requirement]", has_text="look like an angle").click()
        page.wait_for_timeout(4_000)
        page.screenshot(path=out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
