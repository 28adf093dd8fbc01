"""What is said of one family."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of one family."""

    names: tuple[str, ...]
    chinese: tuple[str, ...]
    kind: str
    """Hypernym: what a layman would call it."""
    use: str
    """What it does, in words that do not contain its name."""


def row(names: str, chinese: str, kind: str, use: str) -> Words:
    """Names are parted by a comma, Chinese names by an ideographic one."""
    return Words(tuple(names.split(", ")), tuple(chinese.split("、")), kind, use)
