"""The shipped index of the samples: made once with the bundle, so that the first start is quick."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from mmdesign.errors import DesignError
from mmdesign.library import Library, copy_library
from mmdesign.review import Reviewer
from mmdesign.settings import Settings


def index_samples(samples: Path, target: Path) -> int:
    """Index the sample folder with the embedded model; return how many designs there are.

    Paths are kept relative to the sample folder, so that the index fits every machine.

    Args:
        samples: Folder with manifest.csv.
        target: Folder of the index; an earlier one is replaced.

    Raises:
        DesignError: If a sample cannot be read.
    """
    with tempfile.TemporaryDirectory() as name:
        settings = replace(Settings(), library=Path(name) / "absolute", device="cpu")
        with Reviewer(settings) as reviewer:
            report = reviewer.index([samples / "manifest.csv"])
            if report.failed:
                message = f"{report.failed[0][0]}: {report.failed[0][1]}"
                raise DesignError(message)
            encoder = reviewer.encoder
            relative = Path(name) / "relative"
            with Library.open(relative, encoder.model_id, encoder.width) as library:
                library.add(
                    replace(record, path=Path(record.path).name)
                    for record in reviewer.library.records()
                )
                count = len(library)
        shutil.rmtree(target, ignore_errors=True)
        copy_library(relative, target)
    return count
