"""Start the web app: `python3 app.py`. The first time it installs what it needs into .venv."""

import sys

from mmdesign.bootstrap import ensure

if __name__ == "__main__":
    ensure("requirements.txt")
    from mmdesign.cli import main

    sys.exit(main(["serve", *sys.argv[1:]]))
