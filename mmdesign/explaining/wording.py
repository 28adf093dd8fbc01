"""Which words of a requirement moved the score: leave one out after another.

Only the text tower works, all shortened texts in one batch. (Li et al., "Understanding neural
networks through representation erasure", 2016.)
"""

import re
from collections.abc import Callable, Sequence

from mmdesign.domain import FloatArray, WordInfluence

WORD = re.compile(r"[^\W\u4e00-\u9fff]+(?:[-'][^\W\u4e00-\u9fff]+)*|[\u4e00-\u9fff]{1,2}")
"""Latin words whole; Chinese, which has no spaces, by twos."""
SMALL_WORDS = frozenset({
    "a", "an", "and", "any", "as", "at", "by", "for", "from", "has", "have", "in", "is", "it",
    "its", "of", "on", "or", "the", "to", "with",
})  # fmt: skip
"""Not weighed: without them a text only reads worse."""


def word_influence(
    texts: Sequence[str], score: Callable[[Sequence[str]], FloatArray]
) -> list[tuple[WordInfluence, ...]]:
    """Say of every word how much it raises the score of its text.

    Args:
        texts: What the model was asked to see.
        score: N texts -> (N,) scores of the same design; asked once, for all.

    Returns:
        For each text one entry per word, in order; none for a text of a single word.
    """
    places = [_weighed(text) for text in texts]
    asked = [
        variant
        for text, found in zip(texts, places, strict=True)
        if found
        for variant in (text, *(_without(text, *place) for place in found))
    ]
    scores = iter(score(asked).tolist() if asked else ())
    weighed = []
    for text, found in zip(texts, places, strict=True):
        whole = next(scores) if found else 0.0
        words = [WordInfluence(text[start:end], whole - next(scores)) for start, end in found]
        weighed.append(tuple(words))
    return weighed


def _weighed(text: str) -> list[tuple[int, int]]:
    """Where the words are that are left out in turn; none if nothing would be left."""
    words = [match for match in WORD.finditer(text) if match.group().casefold() not in SMALL_WORDS]
    return [match.span() for match in words] if len(words) > 1 else []


def _without(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[:start]} {text[end:]}".split())
