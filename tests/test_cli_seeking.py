"""What a search on the command line asks for and says."""

import json
from pathlib import Path

import numpy as np
import pytest

from mmdesign.cli.options import parser
from mmdesign.cli.seeking import hit_line, hits_json, outliers_json, twins_json, wishes_of
from mmdesign.domain import Hit
from mmdesign.errors import LibraryError
from mmdesign.library import Library, Record, SearchResult


def parsed(*words):
    return parser().parse_args(["search", *words])


def test_nothing_more_is_asked_for_by_default():
    wishes = wishes_of(parsed("--text", "a flange"))
    assert (wishes.more, wishes.less, wishes.designs, wishes.same_size) == ((), (), (), None)
    assert (wishes.text_weight, wishes.design_weight) == (1.0, 1.0)


def test_several_designs_have_their_weights_in_order():
    wishes = wishes_of(parsed("--design", "a.stl", "--design", "b.stl", "--design-weight", "2",
                              "--design-weight", "0.5", "--text-weight", "3"))  # fmt: skip
    assert wishes.design_weight == 2.0
    assert wishes.designs == ((Path("b.stl"), 0.5),)
    assert wishes.text_weight == 3.0
    with pytest.raises(LibraryError, match="design-weight"):
        wishes_of(parsed("--design", "a.stl", "--design-weight", "1", "--design-weight", "2"))


def test_same_size_is_five_percent_unless_said():
    assert wishes_of(parsed("--design", "a", "--same-size")).same_size == 0.05
    assert wishes_of(parsed("--design", "a", "--same-size", "20")).same_size == 0.2


def test_more_and_less_are_taken_by_id():
    wishes = wishes_of(parsed("--more", "aa", "--more", "bb", "--less", "cc"))
    assert (wishes.more, wishes.less) == (("aa", "bb"), ("cc",))


def test_a_hit_has_the_contract_s_keys_and_tells_the_rest_as_reasons():
    hit = Hit("id", "name", "/p", 0.9, 0.7, 1, ("mirrored",), "mirrored", 0.99,
              {"shape": ("mirrored",)})  # fmt: skip
    told = json.loads(json.dumps(hits_json(SearchResult((hit,), "a note"))))
    assert told["note"] == "a note"
    (said,) = told["hits"]
    assert set(said) == {"design_id", "name", "path", "similarity", "probability", "rank", "why"}
    assert said["why"] == ["mirrored", "more alike than 99% of the library"]
    assert "[mirrored]" in hit_line(hit)


def test_a_hit_of_a_spec_tells_what_it_meets():
    hit = Hit("id", "name", "/p", 1.0, None, 1, ("meets 1 of 1",), outcomes={"r1": "met"})
    assert hits_json(SearchResult((hit,)))["hits"][0]["requirements"] == {"r1": "met"}


def test_outliers_and_twins_are_named(tmp_path):
    with Library.open(tmp_path / "library", "fake", 3) as library:
        library.add(
            Record(f"{number}", f"part {number}", f"/{number}", np.eye(3, dtype=np.float32)[row])
            for number, row in enumerate((0, 0, 1))
        )
        assert outliers_json(library, 1)["outliers"][0]["name"] == "part 2"
        assert twins_json(library) == {"designs": 3, "pairs": []}
