import ast
import copy
import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

import mmdesign
from mmdesign.judging import label
from mmdesign.library.agreeing import COMPARED_COUNTS, COUNTS_SAID
from mmdesign.measuring.missing import QUANTITIES
from mmdesign.phrases import (
    CATALOGUE_FILE,
    as_data,
    bilingual,
    counted,
    from_data,
    in_language,
    joined,
    phrase,
    phrases,
)

ROOMS = Path(mmdesign.__file__).parent
CATALOGUE = json.loads(CATALOGUE_FILE.read_text(encoding="utf-8"))
MAKERS = {"phrase", "phrases", "counted", "joined"}
MAY_BE_LEFT_OUT = {"quantity", "english", "chinese"}
"""Names that only English has words for, and the two sides of `bilingual`."""
NOT_TRANSLATED = {"CAD", "STEP", "embreex"}


@dataclass(frozen=True)
class Told:
    name: str
    reason: str


def literals(node: ast.expr) -> Iterator[str]:
    """The text that an argument is; a test fails where it is no plain text."""
    assert isinstance(node, ast.Constant), f"line {node.lineno}: not a literal"
    assert isinstance(node.value, str)
    yield node.value


def templates_of(call: ast.Call, maker: str) -> Iterator[str]:
    if maker == "phrases":
        table = call.args[0]
        assert isinstance(table, ast.Dict), f"line {call.lineno}: not a table"
        yield from chain.from_iterable(literals(value) for value in table.values)
    elif maker == "counted":
        yield from chain(literals(call.args[1]), literals(call.args[2]))
    else:
        yield from literals(call.args[0])


@lru_cache(maxsize=1)
def used() -> dict[str, str]:
    """Every template in the code -> a module that uses it."""
    found: dict[str, str] = {}
    for path in sorted(ROOMS.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "mmdesign.phrases" not in source:
            continue
        tree = ast.parse(source)
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        made = {
            alias.name for node in imports if node.module == "mmdesign.phrases"
            for alias in node.names
        } & MAKERS  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                maker = node.func.id
                if maker in made:
                    found |= dict.fromkeys(templates_of(node, maker), path.name)
    return found


def placeholders(template: str) -> set[tuple[str, str]]:
    return {(name, form or "") for _, name, form, _ in Formatter().parse(template) if name}


def test_every_template_in_the_code_has_a_translation():
    missing = {text: where for text, where in used().items() if text not in CATALOGUE}
    assert missing == {}


def test_every_translation_is_of_a_template_in_the_code():
    assert set(CATALOGUE) - set(used()) == {"{english}"}


def test_a_translation_fills_the_same_places():
    for english, chinese in CATALOGUE.items():
        differing = {name for name, _ in placeholders(english) ^ placeholders(chinese)}
        assert differing <= MAY_BE_LEFT_OUT, english


def test_a_translation_is_chinese_and_has_chinese_signs():
    for english, chinese in CATALOGUE.items():
        plain = re.sub(r"\{[^}]*\}", "", chinese)
        assert set(re.findall(r"[A-Za-z]{3,}", plain)) <= NOT_TRANSLATED, english
        assert re.search(r"(?<!\d)[,;!?]|[.](?!\d)|[()\"']", plain) is None, english
        is_sentence = english.endswith(".") and not english.endswith("...")
        assert chinese.endswith("。") == is_sentence, english


def test_what_is_measured_is_said_as_a_mechanical_engineer_writes_it():
    wall = phrase("{name} {value}", name=label("wall_thickness_min"), value="1.8 mm")
    limit = phrase("at least {limit}", limit="2.5 mm")
    said = phrase("{measured}, needs {limit}: {missing} short",
                  measured=wall, limit=limit, missing="0.7 mm")  # fmt: skip
    assert said == "thinnest wall 1.8 mm, needs at least 2.5 mm: 0.7 mm short"
    assert in_language(said, "en") == said
    assert in_language(said, "zh") == "最薄壁厚 1.8 mm，要求至少 2.5 mm，还差 0.7 mm"


def test_every_measured_quantity_has_a_chinese_name():
    for quantity in (*QUANTITIES, "symmetry", "outer_diameter", "hole_depth_ratio"):
        for number in (1, 2):
            assert re.search("[a-z]{2}", in_language(label(quantity, number), "zh")) is None
    assert set(COUNTS_SAID) == set(COMPARED_COUNTS)


def test_a_phrase_is_its_english_sentence_for_everything_else():
    said = phrase("same word ({word})", word="bracket")
    plain = "same word (bracket)"
    assert said == plain
    assert hash(said) == hash(plain)
    assert {plain: 1}[said] == 1
    assert json.dumps({"why": [said]}) == json.dumps({"why": [plain]})
    assert f"{said}" == str(said) == plain
    assert type(str(said)) is str


def test_a_phrase_stays_one_when_it_is_copied_pickled_or_replaced():
    row = joined("; ", [phrase("same tag ({tag})", tag="M6"), "plain"])
    for said in (row, bilingual("steel", "碳钢"), phrase("mirrored")):
        told = Told("R1", said)
        for other in (
            copy.deepcopy(told), pickle.loads(pickle.dumps(told)), replace(told, name="R2"),
        ):  # fmt: skip
            assert other.reason == said
            assert in_language(other.reason, "zh") == in_language(said, "zh") != said


def test_what_a_user_wrote_is_never_translated():
    assert in_language("mirrored", "zh") == "mirrored"
    assert in_language(phrase("does not meet: {text}", text="mirrored"), "zh") == "未满足：mirrored"
    braces = phrase("does not meet: {text}", text="{0} {text.__class__}")
    assert in_language(braces, "zh") == "未满足：{0} {text.__class__}"


def test_a_template_without_a_translation_is_said_in_english():
    assert in_language(phrase("no such words: {name}", name=label("mass")), "zh").startswith("no")


def test_one_thing_and_many_have_templates_of_their_own():
    for number, english in ((1, "1 more hole"), (3, "3 more holes")):
        holes = counted(number, "{number} more hole", "{number} more holes")
        assert holes == english
        assert in_language(holes, "zh") == f"{number} 个孔"


def test_phrases_in_a_row_are_translated_one_by_one():
    row = joined(", ", [label("mass"), "Ø6"])
    assert row == "mass, Ø6"
    assert in_language(row, "zh") == "质量、Ø6"
    assert not joined(", ", [])


def test_a_table_of_phrases_keeps_its_keys():
    assert phrases({"mass": "volume"}) == {"mass": "volume"}


@pytest.mark.parametrize(
    ("place", "said"),
    [("M6 lid", "属于 M6 lid：其零件"), ("支架", "属于支架：其零件"), ("(a)", "属于(a)：其零件")],
)
def test_letters_and_digits_stand_apart_from_chinese(place, said):
    whole = phrase(
        "part of {whole}: its part '{part}' {likeness}", whole=place, part="p",
        likeness=phrase("is nearly the same"),
    )  # fmt: skip
    assert in_language(whole, "zh").startswith(said)


def test_plain_data_is_a_phrase_again():
    said = phrase("{number:,} faces of {file} were left out: they have no area.",
                  number=1200, file="a.stl")  # fmt: skip
    again = from_data(json.loads(json.dumps(as_data(said))))
    assert again == said == "1,200 faces of a.stl were left out: they have no area."
    assert in_language(again, "zh") == "a.stl 中有 1,200 个面因面积为零而忽略。"


@pytest.mark.parametrize(
    "data",
    [
        {"template": "{file.__class__}", "parts": {"file": "a"}},
        {"template": "The library is empty.", "parts": {"file": ["a"]}},
        {"template": "same tag ({tag})", "parts": {}},
        {"parts": {}},
        {"template": "{number:,} faces of {file} were left out: they have no area.",
         "parts": {"number": "many", "file": "a"}},
    ],
)  # fmt: skip
def test_data_that_is_no_phrase_of_the_catalogue_is_refused(data):
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_data(data)
