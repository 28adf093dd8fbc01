"""Names of versions: which names mean one design, and which of two is the newer."""

import re

MARKS = re.compile(
    r"""
    (?:^|[\s_.\-]+|(?<=\)))
    (?:
        v(?:er(?:sion)?)?[\s_.\-]?(?P<version>\d+(?:[._]\d+)*)
      | rev(?:ision)?[\s_.\-]?(?P<letter>[a-z]|\d+(?:[._]\d+)*)
      | (?P<old>old|draft|wip)
      | (?P<new>final(?:[\s_.\-]?\d+)?|new|latest|released?)
      | (?:copy|kopie|副本)(?:[\s_.\-]?\(?(?P<copy>\d+)\)?)?
      | (?P<date>(?:19|20)\d\d[\-_.]?[01]\d[\-_.]?[0-3]\d)
    )$
    | \s*\((?P<repeat>\d{1,3})\)$
    | [\s_.\-]*第?(?P<edition>\d+)版$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One mark of a version at the end of a name. A plain number is none: it tells parts apart."""
NUMBERED = ("version", "letter", "edition", "date", "copy", "repeat")
SUFFIX = re.compile(r"\.[A-Za-z0-9]{2,5}$")
FILE_KINDS = {
    "step", "stp", "iges", "igs", "brep", "stl", "obj", "ply", "off", "3mf", "glb", "gltf", "dae",
    "png", "jpg", "jpeg", "webp", "sldprt", "ipt", "prt", "fcstd",
}  # fmt: skip

Order = tuple[int, tuple[int, ...]]


def stem_of(name: str) -> str:
    """What a design is called without marks of its version; empty when nothing else is left.

    'Bracket_v2-final', 'bracket rev B' and 'Bracket copy (2)' are all 'bracket'.
    """
    left, _ = _taken_apart(name)
    return " ".join(re.split(r"[\s_.\-]+", left.casefold())).strip()


def order_of(name: str) -> Order:
    """What tells the newer of two names with one stem: the greater.

    A design marked as old comes before one without a mark, a final one after all; between them
    numbers, letters and dates count, the mark that stands first being the most important.
    """
    _, marks = _taken_apart(name)
    stage = 0
    numbers: list[int] = []
    for mark in reversed(marks):
        if mark["old"]:
            stage = min(stage, -1)
        elif mark["new"]:
            stage = 1
        numbers += [number for kind in NUMBERED for number in _numbers(mark[kind] or "", kind)]
    return stage, tuple(numbers)


def _taken_apart(name: str) -> tuple[str, list[re.Match[str]]]:
    """The rest of a name and the marks at its end, the last one first."""
    suffix = SUFFIX.search(name)
    left = name[: suffix.start()] if suffix and suffix[0][1:].casefold() in FILE_KINDS else name
    marks = []
    while (found := MARKS.search(left)) and found.start() > 0:
        marks.append(found)
        left = left[: found.start()].rstrip(" _.-")
    return left, marks


def _numbers(text: str, kind: str) -> list[int]:
    if text.isalpha():
        return [ord(text.casefold()) - ord("a") + 1]
    parts = [part for part in re.split(r"[._\-]", text) if part]
    return [int("".join(parts))] if kind == "date" and parts else [int(part) for part in parts]
