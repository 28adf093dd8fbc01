"""Descriptions that do not name what they describe."""

import re

import pytest

from mmdesign.training.describing import described, kept_back
from mmdesign.training.evaluation.paraphrases import PARAPHRASES
from mmdesign.training.vocabulary import WORDS


def words_of(text):
    return set(re.findall(r"[a-z]+", text.lower())) - {
        "a", "an", "the", "of", "to", "in", "on", "for", "with", "and", "that", "from", "at", "or",
        "is", "it", "its", "by", "as", "you", "your", "into", "something", "thing",
    }  # fmt: skip


def test_every_family_is_described_in_many_ways():
    assert described().keys() == kept_back().keys() == WORDS.keys()
    for family, texts in described().items():
        everything = (*texts, *kept_back()[family])
        assert len({text.lower() for text in everything}) == len(everything) >= 10


@pytest.mark.parametrize("family", WORDS)
def test_no_description_gives_the_name_away(family):
    for text in (*described()[family], *kept_back()[family]):
        for name in WORDS[family].names:
            assert not re.search(rf"\b{re.escape(name.lower())}\b", text.lower()), (text, name)


def test_no_sentence_of_the_evaluation_was_learned_by_heart():
    learned = {family: [words_of(text) for text in texts] for family, texts in described().items()}
    for family, asked in PARAPHRASES.items():
        for text in asked:
            mine = words_of(text)
            closest = max(len(mine & other) / len(mine | other) for other in learned[family])
            assert closest < 0.5, (family, text)
