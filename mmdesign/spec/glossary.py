"""Chinese phrases of briefs in English, for text towers that read English only.

The words stand in assets/glossary.toml. English says what Chinese says before a thing behind it
(places, what it comes with), and puts an article before; nothing more of grammar is needed for
the short phrases that a requirement leaves when its modal and its numbers are gone.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from mmdesign.settings import ASSETS

Kind = Literal["things", "plain", "looks", "places", "joins", "with", "of", "silent"]

_PARTICLES: Final[Mapping[str, Kind]] = {
    "带有": "with", "具有": "with", "设有": "with", "含有": "with", "配有": "with", "有": "with",
    "带": "with", "的": "of", "个": "silent", "一个": "silent", "很": "silent", "较": "silent",
    "非常": "silent", "比较": "silent", "呈": "silent", "为": "silent", "是": "silent",
    "在": "silent", "处": "silent", "应": "silent", "须": "silent", "要": "silent", "需": "silent",
    "应当": "silent", "应该": "silent", "采用": "silent", "保持": "silent", "做成": "silent",
    "设计成": "silent", "设计为": "silent", "符合": "silent", "看起来": "silent",
}  # fmt: skip
_NOUNS: Final = ("things", "plain")
_TOO_GENERAL: Final = frozenset({
    "part", "product", "model", "design", "surface", "the whole", "portion", "edges", "corners",
    "hard", "large", "small", "high", "low", "long", "short", "single", "double", "bottom",
    "outline", "simple", "heavy", "person", "separate", "split",
})  # fmt: skip
_VOWEL: Final = re.compile(r"[aeio]|u(?!ni)|[FHILMNRSX]-")
"""An apple, an L-shaped bracket, but a universal joint and a U-shaped one."""
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Word:
    english: str
    kind: Kind


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads((ASSETS / "glossary.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, _Word]:
    words = {chinese: _Word("", kind) for chinese, kind in _PARTICLES.items()}
    for kind in ("things", "plain", "looks", "places", "joins"):
        for english, names in _table()[kind].items():
            words |= {chinese.lower(): _Word(english, kind) for chinese in names}
    return words


@lru_cache(maxsize=1)
def _seen() -> re.Pattern[str]:
    names = {
        name for kind in ("things", "plain", "looks") for name in _table()[kind]
    } - _TOO_GENERAL
    parts = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?<![a-z])(?:{parts})(?:s|es|ed|ly)?(?![a-z])|[\u4e00-\u9fff]", re.IGNORECASE
    )


def names_something_seen(text: str) -> bool:
    """Whether English words name a thing, a shape or a look; Chinese ones count as such."""
    return _seen().search(text) is not None


def translate(phrase: str) -> str:
    """English for a Chinese phrase that the glossary covers completely; else as it is.

    '侧面带红色把手' -> 'a red handle on the side'.
    """
    if phrase.isascii():
        return phrase
    words = _cut(_SPACE.sub("", phrase.lower()))
    if words is None:
        return phrase
    said: list[str] = []
    piece: list[_Word] = []
    for word in (*words, _Word("", "joins")):
        if word.kind == "joins":
            said += [_compose(piece), word.english]
            piece = []
        else:
            piece.append(word)
    return _SPACE.sub(" ", " ".join(said)).replace(" ,", ",").strip()


def _cut(phrase: str) -> list[_Word] | None:
    """The fewest words that cover a phrase; of two ways the one with the longer first word."""
    words = _words()
    longest = max(map(len, words))
    ways: list[tuple[str, ...] | None] = [None] * len(phrase) + [()]
    for start in range(len(phrase) - 1, -1, -1):
        for size in range(min(longest, len(phrase) - start), 0, -1):
            rest, first = ways[start + size], phrase[start : start + size]
            best = ways[start]
            if first in words and rest is not None and (best is None or len(rest) + 1 < len(best)):
                ways[start] = (first, *rest)
    chosen = ways[0]
    return None if chosen is None else [words[part] for part in chosen]


def _compose(words: Sequence[_Word]) -> str:
    """One thing with what is said of it, in the order of English."""
    spoken = [word for word in words if word.kind != "silent"]
    places = [word.english for word in spoken if word.kind == "places"]
    spoken = [word for word in spoken if word.kind != "places"]
    while spoken and spoken[0].kind == "of":
        spoken = spoken[1:]
    cut = next((at for at, word in enumerate(spoken) if word.kind == "of"), None)
    if cut is not None and spoken[0].kind != "looks":
        owner, owned = spoken[:cut], spoken[cut + 1 :]
        linked = "with" if owner[0].kind == "with" else "of"
        said = f"{_compose(owned)} {linked} {_group(owner)}" if owned else _group(owner)
    else:
        at = next((at for at, word in enumerate(spoken) if word.kind == "with" and at), None)
        whole, part = (spoken, []) if at is None else (spoken[:at], spoken[at + 1 :])
        said = _group(whole) + (f" with {_compose(part)}" if part else "")
    return " ".join([said, *places]).strip()


def _group(words: Sequence[_Word]) -> str:
    """'a red motor bracket': looks first, the last noun carries the article of all."""
    looks = [word.english for word in words if word.kind == "looks"]
    nouns = [word for word in words if word.kind in _NOUNS]
    text = " ".join([*looks, *(noun.english for noun in nouns)])
    if not nouns or nouns[-1].kind == "plain":
        return text
    return f"{'an' if _VOWEL.match(text) else 'a'} {text}"
