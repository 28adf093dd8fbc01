"""Sentences nobody tuned to: how much of what they demand the parser reads, by language."""

import pytest
from spec_scoring import by_language, development, held_out, score_case, totals
from spec_sentences_eighteenth import EIGHTEENTH
from spec_sentences_eighteenth import FOURTH_GROUP as EIGHTEENTH_UNREAD
from spec_sentences_eighth import FIRST_GROUP as EIGHTH
from spec_sentences_eighth import SECOND_GROUP as EIGHTH_UNREAD
from spec_sentences_eleventh import ELEVENTH
from spec_sentences_fifteenth import FIFTEENTH
from spec_sentences_fifteenth import FOURTH_GROUP as FIFTEENTH_UNREAD
from spec_sentences_fifth import FIFTH
from spec_sentences_fourteenth import FOURTEENTH
from spec_sentences_fourth import FOURTH
from spec_sentences_nineteenth import NINETEENTH
from spec_sentences_nineteenth import UNREAD as NINETEENTH_UNREAD
from spec_sentences_ninth import FIRST_GROUP as NINTH
from spec_sentences_ninth import SECOND_GROUP as NINTH_UNREAD
from spec_sentences_ninth import THIRD_GROUP as NINTH_UNREAD_TOO
from spec_sentences_second import SECOND
from spec_sentences_seventeenth import FOURTH_GROUP as SEVENTEENTH_UNREAD
from spec_sentences_seventeenth import SEVENTEENTH
from spec_sentences_seventh import SEVENTH
from spec_sentences_sixteenth import FOURTH_GROUP as SIXTEENTH_UNREAD
from spec_sentences_sixteenth import SIXTEENTH
from spec_sentences_sixth import SIXTH
from spec_sentences_tenth import TENTH
from spec_sentences_third import THIRD
from spec_sentences_thirteenth import THIRTEENTH
from spec_sentences_twelfth import TWELFTH
from spec_sentences_twentieth import TWENTIETH
from spec_sentences_twentieth import UNREAD as TWENTIETH_UNREAD
from spec_sentences_twenty_first import TWENTY_FIRST
from spec_sentences_twenty_first import UNREAD as TWENTY_FIRST_UNREAD
from spec_sentences_twenty_second import TWENTY_SECOND
from spec_sentences_twenty_second import UNREAD as TWENTY_SECOND_UNREAD
from spec_sentences_twenty_third import TWENTY_THIRD
from spec_sentences_twenty_third import UNREAD as TWENTY_THIRD_UNREAD

# A little below what is reached. 'held out' and 'never read' (the last groups of the eighth, ninth
# and fifteenth to eighteenth sets, and of each later one) were looked at in totals alone; what each
# set scored when the rules first met it stands in its docstring.
FLOORS = {
    ("development", "en"): (0.98, 0.98),
    ("development", "zh"): (0.98, 0.98),
    ("held out", "en"): (0.93, 0.90),
    ("held out", "zh"): (0.95, 0.93),
    ("second", "en"): (0.97, 0.97),
    ("second", "zh"): (0.97, 0.97),
    ("third", "en"): (0.97, 0.97),
    ("third", "zh"): (0.97, 0.97),
    ("fourth", "en"): (0.92, 0.95),
    ("fourth", "zh"): (0.95, 0.95),
    ("fifth", "en"): (0.94, 0.92),
    ("fifth", "zh"): (0.97, 0.95),
    ("sixth", "en"): (0.97, 0.97),
    ("sixth", "zh"): (0.97, 0.97),
    ("seventh", "en"): (0.93, 0.94),
    ("seventh", "zh"): (0.97, 0.97),
    ("eighth", "en"): (0.94, 0.93),
    ("eighth", "zh"): (0.97, 0.97),
    ("ninth", "en"): (0.97, 0.97),
    ("ninth", "zh"): (0.97, 0.97),
    ("tenth", "en"): (0.93, 0.94),
    ("tenth", "zh"): (0.97, 0.97),
    ("eleventh", "en"): (0.95, 0.95),
    ("eleventh", "zh"): (0.98, 0.98),
    ("twelfth", "en"): (0.93, 0.94),
    ("twelfth", "zh"): (0.96, 0.96),
    ("thirteenth", "en"): (0.96, 0.95),
    ("thirteenth", "zh"): (0.98, 0.96),
    ("fourteenth", "en"): (0.93, 0.94),
    ("fourteenth", "zh"): (0.98, 0.98),
    ("fifteenth", "en"): (0.96, 0.98),
    ("fifteenth", "zh"): (0.96, 0.96),
    ("sixteenth", "en"): (0.95, 0.96),
    ("sixteenth", "zh"): (0.98, 0.98),
    ("seventeenth", "en"): (0.96, 0.96),
    ("seventeenth", "zh"): (0.95, 0.95),
    ("eighteenth", "en"): (0.94, 0.92),
    ("eighteenth", "zh"): (0.98, 0.95),
    ("nineteenth", "en"): (0.97, 0.97),
    ("nineteenth", "zh"): (0.98, 0.98),
    ("twentieth", "en"): (0.97, 0.97),
    ("twentieth", "zh"): (0.97, 0.97),
    ("twenty-first", "en"): (0.97, 0.96),
    ("twenty-first", "zh"): (0.97, 0.97),
    ("twenty-second", "en"): (0.97, 0.96),
    ("twenty-second", "zh"): (0.97, 0.97),
    ("twenty-third", "en"): (0.97, 0.97),
    ("twenty-third", "zh"): (0.97, 0.97),
    ("never read", "en"): (0.93, 0.93),
    ("never read", "zh"): (0.98, 0.97),
}
HALVES = {
    "development": development,
    "held out": held_out,
    "second": lambda: SECOND,
    "third": lambda: THIRD,
    "fourth": lambda: FOURTH,
    "fifth": lambda: FIFTH,
    "sixth": lambda: SIXTH,
    "seventh": lambda: SEVENTH,
    "eighth": lambda: EIGHTH,
    "ninth": lambda: NINTH,
    "tenth": lambda: TENTH,
    "eleventh": lambda: ELEVENTH,
    "twelfth": lambda: TWELFTH,
    "thirteenth": lambda: THIRTEENTH,
    "fourteenth": lambda: FOURTEENTH,
    "fifteenth": lambda: FIFTEENTH,
    "sixteenth": lambda: SIXTEENTH,
    "seventeenth": lambda: SEVENTEENTH,
    "eighteenth": lambda: EIGHTEENTH,
    "nineteenth": lambda: NINETEENTH,
    "twentieth": lambda: TWENTIETH,
    "twenty-first": lambda: TWENTY_FIRST,
    "twenty-second": lambda: TWENTY_SECOND,
    "twenty-third": lambda: TWENTY_THIRD,
    "never read": lambda: (
        *EIGHTH_UNREAD,
        *NINTH_UNREAD,
        *NINTH_UNREAD_TOO,
        *FIFTEENTH_UNREAD,
        *SIXTEENTH_UNREAD,
        *SEVENTEENTH_UNREAD,
        *EIGHTEENTH_UNREAD,
        *NINETEENTH_UNREAD,
        *TWENTIETH_UNREAD,
        *TWENTY_FIRST_UNREAD,
        *TWENTY_SECOND_UNREAD,
        *TWENTY_THIRD_UNREAD,
    ),
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
    # a name that stands alone is something to look at, where a longer brief takes it for a title
    least = {"never read": 0.7, "eighteenth": 0.8}.get(half, 0.9)
    assert reached.silent_right >= least * reached.silent
