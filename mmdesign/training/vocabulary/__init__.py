"""What people call the families, in English and Chinese, what kind of thing each is, what for."""

from collections.abc import Mapping

from mmdesign.training.vocabulary import household, maker, mechanical
from mmdesign.training.vocabulary.grammar import (
    ALTERNATIVES,
    CHINESE_FEATURES,
    NOUN_ASPECTS,
    NUMBERS,
    PLURALS,
    SUFFIX_ASPECTS,
)
from mmdesign.training.vocabulary.words import Words

WORDS: Mapping[str, Words] = {**mechanical.WORDS, **household.WORDS, **maker.WORDS}

__all__ = ["ALTERNATIVES", "CHINESE_FEATURES", "NOUN_ASPECTS", "NUMBERS", "PLURALS",
           "SUFFIX_ASPECTS", "WORDS", "Words"]  # fmt: skip
