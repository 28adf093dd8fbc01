"""Time one review, cold, warm and with a second brief: `python tests/time_review.py DESIGN`."""

import resource
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mmdesign.review import Reviewer
from mmdesign.settings import Settings

SPEC = """Four M6 mounting holes.
Wall at least 2.5 mm.
No longer than 200 mm.
Looks like a mounting bracket.
Should have rounded corners."""


def main(path: Path) -> None:
    """Review a design, then it again as a new file, then with another brief."""
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings.from_env(), library=Path(folder) / "library")
        start = time.perf_counter()
        with Reviewer(settings) as reviewer:
            reviewer.add_samples()
            print(f"open model and library: {time.perf_counter() - start:.2f} s")
            copy = Path(shutil.copy(path, folder))
            for name, source, spec in (
                ("cold", path, SPEC),
                ("warm", copy, SPEC),
                ("second brief", copy, f"{SPEC}\nA cable channel."),
            ):
                start = time.perf_counter()
                review = reviewer.review(source, spec)
                total = time.perf_counter() - start
                stages = "  ".join(f"{key} {value:.2f}" for key, value in review.seconds.items())
                print(f"{name}: {total:.2f} s  ({stages})")
            mesh = review.design.mesh
            print(f"faces: {0 if mesh is None else len(mesh.faces)}")
    own, children = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory: {own:.0f} MB, reader {children:.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
