"""Captions say nothing that is not true of their design."""

import re

import pytest

from mmdesign.training.captions import captions, facts_of, plural, shape_phrase, statements
from mmdesign.training.dataset import Record
from mmdesign.training.parts import BUILDERS, FAMILIES, make_part
from mmdesign.training.vocabulary import NUMBERS, WORDS


def record_of(builder, seed):
    part = make_part(builder, seed)
    return Record(
        f"{part.family} {seed}", part.family, "parts", part.builder, seed, counts=part.counts,
        flags=part.flags, shape=part.shape, material=part.material,
    )  # fmt: skip


RECORDS = [record_of(builder, seed) for seed, builder in enumerate(BUILDERS)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_every_stated_fact_is_one_of_the_design(record):
    made = captions(record, 12, seed=3)
    assert len(made) >= 5
    for caption in made:
        assert caption.facts <= facts_of(record)
        assert f"family={record.family}" in caption.facts


def test_numbers_in_captions_are_the_counts_of_the_part():
    checked = 0
    for record in RECORDS:
        nouns = {plural(noun): noun for noun in record.counts} | {n: n for n in record.counts}
        for caption in captions(record, 12, seed=4):
            for number, noun in re.findall(r"(\w+) ([a-z ]+?)(?: and |,|;|$)", caption.text):
                if noun in nouns and (number.isdigit() or number in NUMBERS):
                    value = int(number) if number.isdigit() else NUMBERS.index(number)
                    assert record.counts[nouns[noun]] == value, caption.text
                    checked += 1
    assert checked > 100


def test_features_that_a_part_lacks_are_never_mentioned():
    for record in RECORDS:
        lacking = [flag for flag, there in record.flags.items() if not there]
        for caption in captions(record, 12, seed=5):
            told = re.split(r" with | and |, |;", caption.text)[1:]
            for flag in lacking:
                assert flag not in [re.sub(r"^an? ", "", phrase) for phrase in told]


def test_captions_repeat_with_their_seed_and_vary_within():
    record = RECORDS[40]
    assert captions(record, 8, 1) == captions(record, 8, 1)
    assert captions(record, 8, 1) != captions(record, 8, 2)
    texts = [caption.text for caption in captions(record, 8, 1)]
    assert len(set(texts)) == len(texts)


def test_real_designs_speak_in_their_own_words():
    record = Record("a.ply", "spur gear", "someone/robot", text="drive gear: 24 teeth, printed")
    made = {caption.text: caption.facts for caption in captions(record, 5, 0)}
    assert "drive gear: 24 teeth, printed" in made
    assert "drive gear" in made
    labelled = Record("b.ply", "cog", "someone/robot", text="drive")
    assert "family=gear" in facts_of(labelled)


def test_statements_hold_exactly_when_the_part_agrees():
    for record in RECORDS:
        made = statements(record, 7, FAMILIES)
        names = set(WORDS[record.family].names)
        for statement in made:
            if statement.kind == "family":
                assert (statement.text in names) == statement.holds
            elif statement.kind == "flag":
                feature = statement.text.split(" with ", maxsplit=1)[-1]
                flag = re.sub(r"^an? ", "", feature)
                assert record.flags.get(flag, False) == statement.holds, statement
            else:
                phrases = {shape_phrase(a, w) for a, w in record.shape.items()}
                kind = WORDS[record.family].kind
                said = statement.text.removesuffix(f" {kind}")
                if statement.text.startswith("with "):
                    said = statement.text.removeprefix("with ")
                assert (said in phrases) == statement.holds, statement
        assert any(statement.holds for statement in made)
        assert any(not statement.holds for statement in made)
