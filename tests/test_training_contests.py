"""Contests: a fact that one of two designs of a family has, and sentences that tell which."""

import numpy as np
import pytest

from mmdesign.training.captions import facts_of
from mmdesign.training.contests import by_family, differences, draw_contests
from mmdesign.training.dataset import map_split
from mmdesign.training.model import TEXT_WIDTH

pytest_plugins = ("renders",)


@pytest.fixture(scope="module")
def records(rendered_parts):
    return map_split(rendered_parts / "train")[0]


def test_a_difference_holds_for_the_first_design_and_not_for_the_second(records):
    told = 0
    for members in by_family(records).values():
        for first in members:
            for second in members:
                for difference in differences(records[first], records[second]):
                    told += 1
                    mine, theirs = facts_of(records[first]), facts_of(records[second])
                    assert difference.right in mine
                    assert difference.right not in theirs
                    assert not difference.wrong or difference.wrong in theirs - mine
    assert told > 5


def test_a_design_does_not_differ_from_itself(records):
    assert not [told for record in records for told in differences(record, record)]


def test_contests_stay_within_a_family_and_their_sentences_name_it(records):
    said = []

    def encode(texts):
        said.extend(texts)
        return np.zeros((len(texts), TEXT_WIDTH), np.float32)

    contests = draw_contests(records, encode, seed=3)
    assert len(contests.design) == len(contests.rival) == len(contests.right) > 5
    for design, rival in zip(contests.design, contests.rival, strict=True):
        assert design != rival
        assert records[design].family == records[rival].family
    assert contests.right.max() < len(said)
    assert contests.wrong.min() >= -1
    assert len(set(said)) == len(said) == len(contests.vectors)


def test_the_same_seed_draws_the_same_contests(records):
    def encode(texts):
        return np.array([[float(len(text))] for text in texts], np.float32)

    one, again = (draw_contests(records, encode, seed=1) for _ in "12")
    np.testing.assert_array_equal(one.right, again.right)
    np.testing.assert_array_equal(one.vectors, again.vectors)
