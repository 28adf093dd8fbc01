from pathlib import Path

import pytest

from mmdesign.errors import SettingsError
from mmdesign.settings import Settings


def test_the_environment_overrides_defaults_with_the_right_types():
    settings = Settings.from_env({"MMDESIGN_LIBRARY": "~/designs", "MMDESIGN_MAX_FACES": "7"})
    assert settings.library == Path.home() / "designs"
    assert settings.max_faces == 7
    assert settings.model == Settings().model


def test_unrelated_and_empty_variables_change_nothing():
    assert Settings.from_env({"PATH": "/bin", "MMDESIGN_MODEL": ""}) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [("MMDESIGN_MAX_FACES", "many"), ("MMDESIGN_VIEW_PX", "-1"), ("MMDESIGN_DEVICE", "abacus")],
)
def test_an_impossible_value_is_refused_by_name(name, value):
    with pytest.raises(SettingsError, match=name):
        Settings.from_env({name: value})
