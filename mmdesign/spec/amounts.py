"""Numbers with units: '2.5 mm', '100 x 60 x 40 mm', '25 ±0.05', '3–5 mm', '1 1/2"', 'four'.

Every pattern is bounded and every clause is short, so reading is linear in the text.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from mmdesign.domain import Comparator
from mmdesign.spec.units import PINT_BY_SPELLING, canonical_unit

Form: TypeAlias = Literal["single", "range", "tolerance", "bare_tolerance", "size"]

_NUMBER: Final = (
    r"(?:\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,9})?(?!\d)|\d{1,4}[ -]\d{1,3}/\d{1,3}(?!\d)"
    r"|\d{1,4}/\d{1,3}(?!\d)|\d{1,9}[.,]\d{1,9}(?!\d)|\d{1,9}(?![\d])|\.\d{1,9}(?!\d))"
)
_UNITS: Final = "|".join(
    re.escape(spelling) for spelling in sorted(PINT_BY_SPELLING, key=len, reverse=True)
)
# '4 in each corner', '2 in the middle': a preposition, not inches.
_PREPOSITION: Final = (
    r"(?!in\s+(?:the|a|an|each|every|total|all|any|one|both|its|this|that|place|line|order|front|"
    r"number|between|two|three|four|aluminium|aluminum|steel)\b)"
)
_UNIT: Final = rf"{_PREPOSITION}(?:{_UNITS})(?![a-z0-9])(?!-(?:shape|bracket|profile))"
_AXIS: Final = r"(?:\s?\(?[lwhdt]\)?(?![a-z]))?"


def _measure(name: str) -> str:
    return rf"(?P<{name}>{_NUMBER})(?:\s?-?(?P<u_{name}>{_UNIT}))?"


_AMOUNT: Final = re.compile(
    rf"""
    (?:between|from|介于|在)\s*{_measure("low")}\s*(?:and|to|与|和|到|至|-|~)\s*{_measure("high")}
    | ±\s*{_measure("bare")}
    | (?:(?P<prefix>Ø\s?|(?<![a-z0-9])r\s?(?=\d))|(?<![a-z0-9_.]))
      {_measure("first")}{_AXIS}
      (?: \s*[x×*]\s*{_measure("second")}{_AXIS}
          (?:\s*[x×*]\s*{_measure("third")}{_AXIS}(?:\s?(?P<u_last>{_UNIT}))?)?
        | \s*\(?±\s*{_measure("tolerance")}\)?
        | \s*\(?\+\s*{_measure("plus")}\s*[/,]?\s*-\s*{_measure("minus")}\)?
        | \s*\(?-\s*{_measure("under")}\s*/\s*\+\s*{_measure("above")}\)?
        | \s*(?:-|~|\bto\b|\bor\b|到|至)\s*Ø?{_measure("end")}
      )?
    """,
    re.VERBOSE,
)
WORD_NUMBERS: Final[dict[str, int]] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "sixteen": 16, "twenty": 20, "dozen": 12,
    "a pair of": 2, "pair of": 2, "single": 1, "a single": 1, "a dozen": 12,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "十二": 12, "双": 2,
}  # fmt: skip
_WORD_NUMBER: Final = re.compile(
    r"\b(?:a pair of|pair of|a single|single|a dozen|dozen|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|sixteen|twenty)\b"
    r"|(?:十二|[一二两三四五六七八九十双])(?=\s?(?:个|處|处|只|枚|颗|条|根|件|块|孔|圆孔|m\d|Ø))"
)
_BETTER: Final = (
    r"(?:more|greater|larger|bigger|higher|taller|longer|wider|thicker|heavier|deeper|broader)"
)
_LESS: Final = r"(?:less|fewer|smaller|lower|shorter|narrower|thinner|lighter)"
_NOT: Final = r"(?:\bno|\bnot|\bnever|\bcannot|n't|\bwithout|\bnone)\s(?:[\w-]{1,20}\s){0,4}?"
_COMPARATORS: Final = re.compile(
    rf"""
    (?P<ge>{_NOT}(?:{_LESS}\sthan|(?:fall|be|drop|go)?\s?(?:below|under)\b)
      |不小于|不少于|不低于|不得小于|不得少于|不得低于|不薄于|不短于|不应小于|不应低于|不能小于|不能少于
      |\bat\sleast|\bminimum|\bmin\b|≥|>=|=>|大于等于|大于或等于|不得薄于)
    | (?P<le>{_NOT}(?:{_BETTER}\sthan|(?:to\s)?exceed(?:ing|s)?|over\b|above\b|(?:weigh\s)?beyond)
      |不超过|不大于|不多于|不高于|不得超过|不得大于|不得多于|不得高于|不能超过|不应超过|不应大于|不超出
      |\bat\smost|\bmaximum|\bmax\b|\bup\sto|≤|<=|=<|小于等于|小于或等于|\blimited\sto)
    | (?P<ge2>{_BETTER}\sthan|\bover\b|\babove\b|\bexceed(?:s|ing)?|>
      |大于|超过|高于|多于|至少|最少|最小)
    | (?P<le2>{_LESS}\sthan|\bunder\b|\bbelow\b|\bwithin\b|<
      |小于|少于|低于|至多|最多|最大|轻于|薄于)
    """,
    re.VERBOSE,
)
_AFTER: Final = re.compile(
    r"\s?(?:(?P<ge>\(?min(?:imum)?\b|or (?:more|greater|larger|above|thicker|better)|and (?:up|"
    r"above)"
    r"|at (?:least|minimum)|\+(?!\s?\d)|及?以上|或以上|起)"
    r"|(?P<le>\(?max(?:imum)?\b|or (?:less|fewer|smaller|below|under|lighter)|at most|tops\b"
    r"|及?以下|以内|之内|或以下))"
)
_ABOUT: Final = re.compile(
    r"(?:\babout|\bapprox(?:\.|imately)?|\baround|\broughly|\bcirca|\bca\.|\bnearly|约|大约|左右|"
    r"≈|~)\s?$"
)
_ABOUT_AFTER: Final = re.compile(r"\s?(?:左右|上下|or so\b|approx)")
ABOUT_SHARE: Final = 0.1
"""'About 20 mm' is read as 20 mm ±10 %, and the linter says so."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One number, range, toleranced value or size in a clause, in canonical units."""

    start: int
    end: int
    form: Form
    values: tuple[float, ...]
    """One value; lower and upper; or the two or three numbers of a size."""
    unit: str | None
    """'mm', 'mm2', 'mm3', 'g', 'deg', '%', 'other'; None when the text gives none."""
    prefix: str = ""
    """'Ø' or 'R' when written before the number."""
    comparator: Comparator | None = None
    """Set when words around it say so; None for a plain value."""
    about: bool = False

    @property
    def bounds(self) -> tuple[Comparator, float | None, float | None]:
        """Comparator, lower and upper bound that the text asks for."""
        low, high = self.values[0], self.values[-1]
        if self.form in {"range", "tolerance"}:
            return "in", low, high
        if self.comparator == ">=":
            return ">=", low, None
        if self.comparator == "<=":
            return "<=", None, high
        if self.about:
            return "in", low * (1 - ABOUT_SHARE), low * (1 + ABOUT_SHARE)
        return "==", low, low


def read_number(text: str) -> float:
    """Read '1,250', '2,5', '3/4', '2-1/2' or '.5'; a comma before three digits groups them."""
    if "/" in text:
        whole, _, fraction = text.replace("-", " ").rpartition(" ")
        top, bottom = fraction.split("/")
        return (float(whole) if whole else 0.0) + float(top) / max(float(bottom), 1.0)
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    return float(text.replace(",", ".", 1).replace(",", ""))


@lru_cache(maxsize=512)
def read_amounts(text: str) -> tuple[Amount, ...]:
    """Find every amount of a normalised, lower-case clause, in order of appearance."""
    found = [_amount(match) for match in _AMOUNT.finditer(text)]
    taken = [(amount.start, amount.end) for amount in found]
    for match in _WORD_NUMBER.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            value = float(WORD_NUMBERS[match[0]])
            found.append(Amount(match.start(), match.end(), "single", (value,), None))
    found.sort(key=lambda amount: amount.start)
    edges = [0, *(amount.end for amount in found)]
    limits = [*(amount.start for amount in found[1:]), len(text)]
    return tuple(
        _compared(amount, text[edge : amount.start], text[amount.end : limit])
        for amount, edge, limit in zip(found, edges, limits, strict=False)
    )


def _amount(match: re.Match[str]) -> Amount:
    parts = match.groupdict()
    start, end = match.span()
    if parts["low"]:
        values, unit = _convert(parts, ("low", "high"))
        return Amount(start, end, "range", tuple(sorted(values)), unit)
    if parts["bare"]:
        values, unit = _convert(parts, ("bare",))
        return Amount(start, end, "bare_tolerance", values, unit)
    prefix = (parts["prefix"] or "").strip().upper()
    form, values, unit = _continued(parts)
    return Amount(start, end, form, values, unit, prefix)


def _continued(parts: dict[str, str | None]) -> tuple[Form, tuple[float, ...], str | None]:
    """What follows the first number: a size, a tolerance, the end of a range, or nothing."""
    if parts["second"]:
        names = ("first", "second", "third") if parts["third"] else ("first", "second")
        values, unit = _convert(parts, names)
        return "size", values, unit
    if parts["tolerance"]:
        return _toleranced(parts, "tolerance", "tolerance")
    if parts["plus"]:
        return _toleranced(parts, "plus", "minus")
    if parts["under"]:
        return _toleranced(parts, "above", "under")
    if parts["end"]:
        values, unit = _convert(parts, ("first", "end"))
        return "range", tuple(sorted(values)), unit
    values, unit = _convert(parts, ("first",))
    return "single", values, unit


def _toleranced(
    parts: dict[str, str | None], above: str, below: str
) -> tuple[Form, tuple[float, ...], str | None]:
    if parts[f"u_{above}"] in {"%", "percent"}:
        (value,), unit = _convert(parts, ("first",))
        share = read_number(parts[above] or "0") / 100
        return "tolerance", (value * (1 - share), value * (1 + share)), unit
    names = ("first", above, below)
    (value, plus, minus), unit = _convert(parts, names)
    return "tolerance", (value - minus, value + plus), unit


def _convert(
    parts: dict[str, str | None], names: tuple[str, ...]
) -> tuple[tuple[float, ...], str | None]:
    """Values in the canonical unit; a number without a unit takes that of its neighbours."""
    spellings = [parts[f"u_{name}"] for name in names]
    shared = next((spelling for spelling in reversed(spellings) if spelling), parts["u_last"])
    numbers = [read_number(parts[name] or "0") for name in names]
    if shared is None:
        return tuple(numbers), None
    values = tuple(
        round(number * canonical_unit(spelling or shared)[1], 9)
        for number, spelling in zip(numbers, spellings, strict=True)
    )
    return values, canonical_unit(shared)[0]


def _compared(amount: Amount, before: str, after: str) -> Amount:
    if amount.form not in {"single", "size"}:
        return amount
    following = _AFTER.match(after)
    if following:
        return replace(amount, comparator=">=" if following.lastgroup == "ge" else "<=")
    matches = list(_COMPARATORS.finditer(before))
    if matches:
        rising = (matches[-1].lastgroup or "").startswith("ge")
        return replace(amount, comparator=">=" if rising else "<=")
    about = _ABOUT.search(before) is not None or _ABOUT_AFTER.match(after) is not None
    return replace(amount, about=about)


def without_comparators(text: str) -> str:
    """Blank out comparators, so that the 'no' of 'no more than' is not taken for a negation."""
    return _COMPARATORS.sub(lambda match: " " * len(match[0]), text)
