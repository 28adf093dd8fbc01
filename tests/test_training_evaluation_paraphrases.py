"""Paraphrases: one per family, in words that the model can never have learned with it."""

import re

from mmdesign.training.captions import captions
from mmdesign.training.dataset import Record
from mmdesign.training.evaluation.paraphrases import PARAPHRASES
from mmdesign.training.parts import FAMILIES
from mmdesign.training.vocabulary import WORDS

FREE = """a an the of for to in on at by with without that which who you your it its is are from and
or as into up down out between around across two three four one under over something thing things
what where when while not no each both can cannot"""
"""Words that carry no meaning of their own."""


def stems(text):
    words = set()
    for word in re.findall(r"[a-z]+", text.lower()):
        ending = next((e for e in ("ing", "ed", "es", "s") if word.endswith(e)), "")
        stem = word[: len(word) - len(ending)] if len(word) - len(ending) >= 3 else word
        if word not in FREE.split():
            words.add(stem[:-1] if stem.endswith("e") and len(stem) > 3 else stem)
    return words


def test_paraphrases_share_no_word_with_their_family():
    for family, texts in PARAPHRASES.items():
        words = WORDS[family]
        own = stems(" ".join((*words.names, words.use, words.kind)))
        for text in texts:
            assert not stems(text) & own, text


def test_every_family_has_a_paraphrase():
    assert set(PARAPHRASES) == set(FAMILIES)


def test_no_paraphrase_is_ever_a_caption():
    texts = {text for family in PARAPHRASES.values() for text in family}
    assert len(texts) == sum(map(len, PARAPHRASES.values()))
    for family in FAMILIES:
        record = Record(family, family, "parts", material="steel")
        assert not texts & {caption.text for caption in captions(record, 40, 0)}
