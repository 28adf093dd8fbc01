"""Where the page keeps files that pass through: one private folder, tidied as it goes."""

import os
import tempfile
from pathlib import Path

TEMP_VARIABLE = "GRADIO_TEMP_DIR"


def open_workplace() -> Path:
    """Give gradio a folder of our own, which nobody else on this machine can read.

    A folder named in GRADIO_TEMP_DIR is kept, so that an administrator may choose the disk.
    """
    named = os.environ.get(TEMP_VARIABLE)
    folder = Path(named) if named else Path(tempfile.mkdtemp(prefix="mmdesign-"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[TEMP_VARIABLE] = str(folder)
    return folder


def private_folder() -> Path:
    """Make a fresh folder inside the workplace for what is handed to one person."""
    return Path(tempfile.mkdtemp(dir=open_workplace()))
