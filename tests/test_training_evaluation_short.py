"""The whole evaluation in its short form: every table, from rendering to JSON."""

import json
import subprocess
import sys

import pytest

from mmdesign.training.evaluation import SPLITS
from mmdesign.training.evaluation.figures import CHANCE, MODEL


@pytest.mark.slow
@pytest.mark.model
def test_the_short_evaluation_measures_the_shipped_model_beside_chance(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "mmdesign", "evaluate", "--short", "--work", tmp_path, "--json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    values = {(row["section"], row["on"], row["by"], row["what"]): row["value"]
              for row in told["figures"]}  # fmt: skip
    sections = {section for section, *_ in values}
    assert len(sections) >= 15
    for title in SPLITS.values():
        assert any(on == title for _, on, *_ in values)
    for section in ("Text to design", "Design to designs of its family"):
        what = "R@10" if section == "Text to design" else "mAP"
        for title in SPLITS.values():
            found, guessed = (values[section, title, by, what] for by in (MODEL, CHANCE))
            assert found > guessed, (section, title)
