"""The command line of the training."""

import pytest

from mmdesign.training.__main__ import main


def test_help_lists_every_step(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    for step in (
        "train",
        "data",
        "fit",
        "tune",
        "align",
        "bundle",
        "localise",
        "calibrate",
        "curve",
    ):
        assert step in told


def test_an_unknown_step_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        main(["improve"])
    assert left.value.code == 2
    assert "improve" in capsys.readouterr().err
