"""What kind of holes a piece asks for: through, blind, counterbored, countersunk."""

import re
from typing import Final

from mmdesign.domain import Requirement
from mmdesign.spec.negations import forbids
from mmdesign.spec.pieces import Piece, Reading, add, is_bare

_KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("through_hole_count", re.compile(
        r"\bthru\b|\bthrough[- ]?(?:holes?|bores?|all|drill\w*)\b|\bholes? (?:go(?:es)? )?"
        r"(?:all the way |right )?through\b|\bgo(?:es)? (?:all the way |right )?through\b|"
        r"\bdrill(?:ed)? through\b|通孔(?!道)|贯穿|贯通|打通")),
    ("blind_hole_count", re.compile(
        r"\bblind[- ](?:holes?|bores?|tapped|threaded|m\d)|\bholes? (?:\w+ )?blind\b|盲孔|不通孔")),
    ("counterbore_count", re.compile(
        r"\bcounter-?bor\w{1,3}\b|\bc['.]?bores?\b|\bc/b(?:ore)?\b|⌴|(?<!头)沉孔|沉台孔|平底沉|柱形沉")),
    ("countersink_count", re.compile(
        r"\bcounter-?s[iu]nk\w{0,3}\b|\bcsk\b|\bc/s(?:[iu]nk)?\b|\bc['.]?sinks?\b|⌵|沉头|锥形沉")),
)  # fmt: skip
HOLE_COUNTS: Final = frozenset({"hole_count", *(name for name, _ in _KINDS)})
SUNK: Final = re.compile("|".join(pattern.pattern for _, pattern in _KINDS[2:]))


def kinds_in(plain: str) -> tuple[str, ...]:
    """Quantities that count the kinds of holes a normalised text names."""
    return tuple(name for name, pattern in _KINDS if pattern.search(plain))


def sizes_the_sinking(before: str) -> bool:
    """Whether what stands before an amount makes it the size of a countersink or counterbore.

    'C'BORE Ø11' does, 'counterbored holes Ø6.6' does not.
    """
    return SUNK.search(re.split(r"\bholes?\b|孔(?!距)", before)[-1]) is not None


def count_quantity(plain: str, *, sized: bool) -> str:
    """What 'four through holes' counts; holes with a size are counted by that size."""
    kinds = kinds_in(plain)
    return kinds[0] if len(kinds) == 1 and not sized else "hole_count"


def add_kinds(piece: Piece, reading: Reading, holes: Requirement) -> None:
    """Each kind named beside a number of holes: at least as many holes are of that kind."""
    if holes.quantity not in HOLE_COUNTS or not holes.lower:
        return
    known = {each.quantity for each in reading.requirements}
    for quantity in kinds_in(piece.plain):
        if quantity in known:
            continue
        add(
            piece, reading, "hole", quantity=quantity, comparator=">=", lower=holes.lower,
            unit="", parent="", subject=quantity.removesuffix("_count").replace("_", " ") + "s",
        )  # fmt: skip


def read_hole_kind(piece: Piece, reading: Reading) -> bool:
    """'..., THRU', '..., CSK Ø6.5 x 90°': of what kind the holes before it are."""
    groups = (r for r in reversed(reading.requirements) if r.quantity in HOLE_COUNTS)
    holes = next((group for group in groups if group.parent is None), None)
    counts = any(piece.counted(amount) for amount in piece.amounts)
    if holes is None or counts or piece.threads or forbids(piece.plain):
        return False
    if not kinds_in(piece.plain):
        return False
    add_kinds(piece, reading, holes)
    if any(not is_bare(amount) for amount in piece.amounts):
        reading.notes.append(
            f"'{piece.text}': that such holes are there is checked, the size of a countersink or "
            "counterbore is not."
        )
    return True
