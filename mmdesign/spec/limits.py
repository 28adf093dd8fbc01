"""Which limit each amount of a clause is, by the words around it; two of one thing are a range."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.spec.amount import Amount
from mmdesign.spec.comparing import compare, without_comparisons

_SIDES: Final = {
    "longer": "long", "shorter": "long", "taller": "high", "higher": "high", "wider": "wide",
    "narrower": "wide", "thicker": "thick", "thinner": "thick", "deeper": "deep",
}  # fmt: skip
_LONGER: Final = re.compile(rf"\b({'|'.join(_SIDES)}) than\s*$")
_SIDE: Final = re.compile(r"\s*(long|high|wide|thick|deep)\b")
_NOUN: Final = re.compile(r"\s(?!(?:or|and|to|but|in|at|on|for)\b)[a-z]{3,}")
_OTHER_THING: Final = re.compile(
    r"\bno (?:dimension|side|wall|hole|gap|edge|corner|part|section)s?\b"
)
_LINK: Final = re.compile(
    r"[\s,，、(]*(?:but|and|yet|also|且|并|并且|但|,|also|be|must|shall)?[\s(]*"
)


def compared(text: str, found: list[Amount]) -> tuple[Amount, ...]:
    """Amounts with their signs.

    Args:
        text: Normalised clause in which they stand.
        found: Its amounts, in order of appearance.
    """
    limited: list[Amount] = []
    edge, turned = 0, False
    for index, amount in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        last = index + 1 == len(found)
        before = text[edge : amount.start]
        after = text[amount.end : limit] + ("" if last else "#")
        edge = amount.end
        if amount.form not in {"single", "size"}:
            limited.append(amount)
            continue
        comparison = compare(before, after, turned_before=turned)
        turned = comparison.turned
        signed = replace(amount, sign=comparison.sign, about=comparison.about)
        both = _two_sided(limited[-1], signed, before) if limited else None
        if both is None or _starts_anew(text, limited[-1], signed, after):
            limited.append(signed)
        else:
            limited[-1] = both
    return tuple(limited)


def _starts_anew(text: str, before: Amount, amount: Amount, after: str) -> bool:
    """Whether a second limit is of something else than the first.

    'No longer than 60 mm and at least 3 mm thick', 'walls of 2 mm, and no dimension over 60 mm',
    'height 14 mm max, and at least one hole'.
    """
    compared, named = _LONGER.search(text[: before.start]), _SIDE.match(after)
    other_side = compared is not None and named is not None and named[1] != _SIDES[compared[1]]
    counts = before.unit is not None and amount.unit is None and _NOUN.match(after) is not None
    return other_side or counts or _OTHER_THING.search(text, before.end, amount.start) is not None


def _two_sided(before: Amount, amount: Amount, gap: str) -> Amount | None:
    """'At least 2 but no more than 4' is the range 2 to 4."""
    if before.form != "single" or amount.form != "single" or before.prefix != amount.prefix:
        return None
    if {before.comparator, amount.comparator} != {">=", "<="} or not _LINK.fullmatch(
        without_comparisons(f"{gap}1")[:-1]
    ):
        return None
    if None not in {before.unit, amount.unit} and before.unit != amount.unit:
        return None
    bounds = [
        each for pair in (before, amount) for each in pair.count_bounds[1:] if each is not None
    ]
    whole = before.unit is None and amount.unit is None
    values = bounds if whole else [before.values[0], amount.values[0]]
    low, high = min(values), max(values)
    first = before if before.comparator == ">=" else amount
    if (bounds if whole else values)[0 if first is before else 1] != low:
        return None
    unit = amount.unit or before.unit
    return Amount(before.start, amount.end, "range", (low, high), unit, before.prefix)
