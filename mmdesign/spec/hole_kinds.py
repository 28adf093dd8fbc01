"""What kind of holes a piece asks for: through, blind, counterbored, countersunk."""

import re
from typing import Final

from mmdesign.domain import Requirement
from mmdesign.phrases import phrase
from mmdesign.spec.negations import BEFORE, forbids
from mmdesign.spec.pieces import Piece, Reading, add, is_bare

_KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("through_hole_count", re.compile(
        r"\bthru\b|\bthrough[- ]?(?:holes?|bores?|all|drill\w*)\b|\bholes? (?:go(?:es)? )?"
        r"(?:all the way |right )?through\b|\bgo(?:es)? (?:all the way |right )?through\b|"
        r"\bdrill(?:ed)? through\b|通孔(?!道)|贯穿|贯通|打通")),
    ("blind_hole_count", re.compile(
        r"\bblind[- ](?:holes?|bores?|tapped|threaded|m\d)|\bholes? (?:\w+ )?blind\b|盲孔|不通孔")),
    ("counterbore_count", re.compile(
        r"\bcounter-?bor\w{1,3}\b|\bc['.]?bores?\b|\bc/b(?:ore)?\b|\bspot-?fac\w{1,3}\b|⌴|锪平|锪孔|(?<!头)沉孔|沉台孔|平底沉|柱形沉")),
    ("countersink_count", re.compile(
        r"\bcounter-?s[iu]nk\w{0,3}\b|\bcsk\b|\bc/s(?:[iu]nk)?\b|\bc['.]?sinks?\b|⌵|沉头|锥形沉")),
)  # fmt: skip
_ONLY: Final = re.compile(
    r"\b(?:(?P<blind>blind)|through|thru)[- ]?holes? only\b|"
    r"\b(?:only|exclusively) (?:(?P<blind_>blind)|through|thru)[- ]?holes?\b|"
    r"(?:只(?:允许|能有?|有)|仅(?:限|允许)|全部(?:为|采用))(?:(?P<zh_blind>盲孔)|通孔)|"
    r"(?:(?P<zh_blind_>盲孔)|通孔)(?:为限|而已)"
)
HOLE_COUNTS: Final = frozenset({"hole_count", *(name for name, _ in _KINDS)})
HEADS: Final = re.compile("|".join(pattern.pattern for _, pattern in _KINDS[2:]))
"""Words for countersinks and counterbores."""


def kinds_in(plain: str) -> tuple[str, ...]:
    """Quantities that count the kinds of holes a normalised text names."""
    return tuple(name for name, pattern in _KINDS if pattern.search(plain))


def head_before(plain: str) -> str | None:
    """'countersink' or 'counterbore', whichever a text names last."""
    found = HEADS.findall(plain)
    if not found:
        return None
    return "counterbore" if _KINDS[2][1].fullmatch(found[-1]) else "countersink"


def sizes_the_sinking(before: str) -> bool:
    """Whether what stands before an amount makes it the size of a countersink or counterbore.

    'C'BORE Ø11' does, 'counterbored holes Ø6.6' does not.
    """
    return HEADS.search(re.split(r"\bholes?\b|孔(?!距)", before)[-1]) is not None


def count_quantity(plain: str, *, sized: bool) -> str:
    """What 'four through holes' counts; holes with a size are counted by that size."""
    kinds = kinds_in(plain)
    denied = BEFORE.search(plain)
    if len(kinds) > 1 and denied is not None:
        kinds = kinds_in(plain[denied.end() :])
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


def read_only_kind(piece: Piece, reading: Reading) -> bool:
    """'Blind holes only': none may go through; what else the piece says is read as usual."""
    found = _ONLY.search(piece.plain)
    if found is None:
        return False
    blind = any(found.groupdict().values())
    quantity = "through_hole_count" if blind else "blind_hole_count"
    add(
        piece, reading, "hole", quantity=quantity, comparator="==", lower=0.0, upper=0.0, unit="",
        negated=True, subject="through holes" if blind else "blind holes",
    )  # fmt: skip
    return not any(not is_bare(amount) or piece.counted(amount) for amount in piece.amounts)


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
            phrase(
                "'{text}': that such holes are there is checked, what else it says of them is not.",
                text=piece.text,
            )
        )
    return True
