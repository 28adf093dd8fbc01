"""Sentences nobody tuned to: how much of what they demand the parser reads, by language."""

import pytest
from spec_scoring import by_language, development, held_out, score_case, totals
from spec_sentences_second import SECOND
from spec_sentences_third import THIRD

# A little below what is reached: development 100 %, held out 95 % recalled at 93 % precision, the
# second development set 99 % at 99 %, of which the rules read 73 % at 70 % when it was written.
FLOORS = {
    ("development", "en"): (0.98, 0.98),
    ("development", "zh"): (0.98, 0.98),
    ("held out", "en"): (0.93, 0.90),
    ("held out", "zh"): (0.95, 0.93),
    ("second", "en"): (0.97, 0.97),
    ("second", "zh"): (0.97, 0.97),
    ("third", "en"): (0.97, 0.97),
    ("third", "zh"): (0.97, 0.97),
}
HALVES = {
    "development": development,
    "held out": held_out,
    "second": lambda: SECOND,
    "third": lambda: THIRD,
}


@pytest.fixture(scope="module")
def figures():
    found = {}
    for name, cases in HALVES.items():
        scores = [score_case(case) for case in cases()]
        print(f"{name}\n{totals(scores)}")
        found[name] = by_language(scores)
    return found


@pytest.mark.parametrize(("half", "language"), FLOORS)
def test_most_constraints_are_read_and_few_are_invented(figures, half, language):
    recall, precision = FLOORS[half, language]
    reached = figures[half][language]
    assert reached.crashes == 0
    assert reached.recall >= recall
    assert reached.precision >= precision


def test_the_halves_share_no_sentence_and_leave_none_out(figures):
    texts = [case.text for cases in HALVES.values() for case in cases()]
    assert len(set(texts)) == len(texts)
    assert figures["held out"]["all"].sentences >= 150


@pytest.mark.parametrize("half", HALVES)
def test_what_frames_a_brief_is_rarely_taken_for_a_requirement(figures, half):
    reached = figures[half]["all"]
    assert reached.silent_right >= 0.9 * reached.silent
