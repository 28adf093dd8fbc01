"""Chinese phrases reach the English text tower as English ones, in the order of English."""

import tomllib

import pytest

from mmdesign.settings import ASSETS
from mmdesign.spec import parse_spec
from mmdesign.spec.glossary import names_something_seen, translate


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("红色把手", "a red handle"),
        ("侧面带红色把手", "a red handle on the side"),
        ("带把手的杯子", "a mug with a handle"),
        ("两侧有加强筋和圆角", "reinforcing ribs on both sides and rounded corners"),
        ("带颈法兰", "a weld neck flange"),
        ("L形支架", "an L-shaped bracket"),
        ("锐边、毛刺", "sharp edges, burrs"),
    ],
)
def test_what_chinese_says_before_a_thing_stands_behind_it_in_english(chinese, english):
    assert translate(chinese) == english


def test_a_phrase_with_an_unknown_word_stays_as_it_is_rather_than_lose_it():
    assert translate("红色魑魅把手") == "红色魑魅把手"
    assert translate("a red handle") == "a red handle"


def test_every_entry_translates_to_the_english_that_it_stands_under():
    table = tomllib.loads((ASSETS / "glossary.toml").read_text(encoding="utf-8"))
    places = {name for names in table["places"].values() for name in names}
    for kind in ("things", "plain", "looks"):
        for english, names in table[kind].items():
            for chinese in set(names) - places:
                assert english in translate(chinese), (chinese, english)


def test_a_chinese_requirement_is_looked_for_in_english():
    subjects = [each.subject for each in parse_spec("必须带有侧面把手\n应为带颈法兰").requirements]
    assert subjects == ["a handle on the side", "a weld neck flange"]


def test_remarks_name_nothing_that_eyes_could_find():
    assert names_something_seen("rounded handles on top")
    assert names_something_seen("圆润")
    assert not names_something_seen("that's a hard limit")
    assert not names_something_seen("as discussed on the phone")
