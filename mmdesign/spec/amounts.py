"""Numbers with units: '2.5 mm', '100 x 60 x 40 mm', '25 ±0.05', '3–5 mm', '1 1/2"', 'four'.

Every pattern is bounded and every clause is short, so reading is linear in the text.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from mmdesign.spec.amount import Amount, Form
from mmdesign.spec.fits import limits_mm
from mmdesign.spec.limits import compared
from mmdesign.spec.numbers import (
    MULTIPLIER,
    NUMBER,
    WORD_NUMBER,
    end_of_repeat,
    multiplier,
    read_number,
    read_word_number,
)
from mmdesign.spec.units import PINT_BY_SPELLING, canonical_unit

_UNITS: Final = "|".join(
    re.escape(spelling) for spelling in sorted(PINT_BY_SPELLING, key=len, reverse=True)
)
# '4 in each corner', '2 in the middle', '3 in total': a preposition, not inches.
_PREPOSITION: Final = (
    r"(?!in\s+(?:the|a|an|each(?!\s*(?:$|[.,;]))|every|total|all|any|one|both|its|this|that|place|line|order|front|"
    r"number|q\d|20\d\d|plan|section|elevation|profile|position|between|two|three|four|aluminium|aluminum|"
    r"steel|depth(?!\s)|parallel|sequence|stock|"
    r"our|your|my|case|use|store|plastic|brass|abs|pla|petg|nylon)\b)"
)
_UNIT: Final = (
    rf"{_PREPOSITION}(?![lwh]\)?\s*[x×*])(?:{_UNITS})(?![a-z0-9]|\s?[=:]\s?\d)"
    r"(?!-(?:shape|bracket|profile))"
)
_AXIS: Final = (
    r"(?:\s?\(?(?:[lwhdt](?!\s*[=:])|(?:long|wide|high|deep|tall|"
    r"thick)(?=\)?\s*[x×*,]?\s*(?:by\s)?[x×*]))\)?(?![a-z0-9])|\s?\([长宽高深厚]\)|"
    r"[长宽高深厚](?=\s?(?:[x×*]|$|[,，;；。])))?"
)

_BY: Final = r"(?:\s*[x×*]\s*|\s+by\s+)(?:[lwhdt][\s:=]{0,2})?"


def _measure(name: str) -> str:
    return rf"(?P<{name}>{NUMBER})(?:\s?(?P<m_{name}>{MULTIPLIER}))?(?:\s?-?(?P<u_{name}>{_UNIT}))?"


_TOLERANCE: Final = rf"""
    \s*\(?[,，]?\s?(?:公差|tolerance|tol\.?)?\s?:?\s?±\s*{_measure("tolerance")}\)?
    | \s*[,，]?\s*\(?(?P<s_one>[+-])\s?{_measure("one")}\s*(?:[/,]|\|
    |\s)\s*(?P<s_two>[+-]?)\s?{_measure("two")}\)?
    | \s\(?(?P<s_lone>[+-])(?P<lone>\d{{0,2}}\.\d{{1,4}})(?!\d)
      (?:\s?(?P<u_lone>{_UNIT}))?\)?(?!\s*[/,+-])
    | \s*\(?(?P<zero>0)\s*[/,，|]\s*(?P<s_only>[+-])\s?{_measure("only")}\)?
"""
_AMOUNT: Final = re.compile(
    rf"""
    (?:between|from|within|介于|在)\s*{_measure("low")}\s*(?:and|to|与|和|到|至|-|~)\s*{_measure("high")}
    | ±\s*{_measure("bare")}
    | (?:(?P<prefix>Ø\s?|(?<![a-z0-9])s?r\s?(?=[\d.])|(?<![a-z0-9])c(?=\d))|(?<![a-z0-9_.])
    |(?<=[\s(]x)|(?<=\b[lwhd]))
      {_measure("first")}{_AXIS}
      (?: {_BY}{_measure("second")}{_AXIS}
          (?:{_BY}{_measure("third")}{_AXIS}(?:\s?(?P<u_last>{_UNIT}))?)?
          (?:\s*\(?±\s*{_measure("each")}\)?)?
        | \s?(?P<fit>[A-Z]{{1,2}}\d{{1,2}}|(?:js|[d-hkmnp])\d{{1,2}}(?![a-z0-9]))
          (?:\s?\(\s?[+-]?\s?[\d.]{{1,6}}\s?[/,，]\s?[+-]?\s?[\d.]{{1,6}}\s?\))?
        | {_TOLERANCE}
        | \s*(?:-|~|\.{{2,3}}|\bto\b|\bor\b|到|至|或)\s*(?(prefix)(?:Ø|s?r)?|(?!Ø)){_measure("end")}
      )?
    """,
    re.VERBOSE,
)
_ANY_OF: Final = re.compile(r"\b(?:any|every|each)\s$|任[意何]\s?$")
"""'Between any two holes' speaks of every pair, not of two holes."""
_STANDS_FOR: Final = re.compile(
    r"\s*(?:[(),.;:]|$|(?:which|that|is|was|has|must|shall|should|may|by|at|of (?:the|our|"
    r"these))\b)"
)
"""'Not heavier than the old one (412 g)': the word stands for a thing and counts nothing."""
_WORD_UNIT: Final = re.compile(rf"[\s-]?({_UNIT})")
_BETWEEN: Final = re.compile(r"\b(?:between|from)\s*$|[介在从]于?\s*$")
_TO: Final = re.compile(r"\s*(?:\bto\b|\bor\b|-|~|到|至|或)\s*")
_AND: Final = re.compile(r"\s*(?:and|与|和)\s*")
_NOTHING: Final = re.compile(r"\s*(?:,|and)?\s*")
_COMPOUND: Final = (
    (re.compile(r"(?:lbs?|pounds?)$"), re.compile(r"(?:oz|ounces?)$")),
    (re.compile(r"(?:ft|feet|foot|')$"), re.compile(r"(?:in|inch|inches|\")$")),
    (re.compile(r"(?<!k)(?<!m)(?<!c)(?:m|米)$"), re.compile(r"(?:cm|厘米)$")),
    (re.compile(r"(?:kg|公斤|千克)$"), re.compile(r"(?<!k)(?:g|克)$")),
)
_MINUTES: Final = re.compile(r"\d{1,3}\s?°\s?(\d{1,2})\s?'")
"""'1°30'' is one angle, of degrees and minutes."""
_SHARES: Final = frozenset({"%", "percent", "per-cent", "pct"})


@lru_cache(maxsize=512)
def read_amounts(text: str) -> tuple[Amount, ...]:
    """Find every amount of a normalised, lower-case clause, in order of appearance."""
    found = [amount for match in _AMOUNT.finditer(text) for amount in _amounts(match)]
    words = _word_amounts(text, {at for a in found for at in range(a.start, a.end)})
    repeated = {at for word in words for at in range(word.start, word.end)}
    found = [amount for amount in found if amount.start not in repeated] + words
    found.sort(key=lambda amount: amount.start)
    return compared(text, _joined(text, found))


def _word_amounts(text: str, taken: set[int]) -> list[Amount]:
    found = []
    for match in WORD_NUMBER.finditer(text):
        pronoun = match[0] == "one" and _STANDS_FOR.match(text, match.end())
        if pronoun or match.start() in taken or _ANY_OF.search(text[: match.start()]):
            continue
        value = read_word_number(match[0])
        unit = _WORD_UNIT.match(text, match.end())
        if unit is not None:
            name, factor = canonical_unit(unit[1])
            found.append(Amount(match.start(), unit.end(), "single", (value * factor,), name))
        else:
            end = end_of_repeat(text, match.end())
            found.append(Amount(match.start(), end, "single", (value,), None))
    return found


def _joined(text: str, found: list[Amount]) -> list[Amount]:
    """'Two to four' and 'between two and four' in words are one range."""
    joined: list[Amount] = []
    for amount in found:
        before = joined[-1] if joined else None
        summed = _summed(text, before, amount)
        if summed is not None:
            joined[-1] = summed
            continue
        if before is not None and before.form == amount.form == "single" and before.unit is None:
            gap = text[before.end : amount.start]
            opened = _BETWEEN.search(text[: before.start]) is not None
            bare = not before.prefix and not amount.prefix
            if bare and (_TO.fullmatch(gap) or (opened and _AND.fullmatch(gap))):
                values = tuple(sorted((before.values[0], amount.values[0])))
                joined[-1] = Amount(before.start, amount.end, "range", values, amount.unit)
                continue
        joined.append(amount)
    return joined


def _summed(text: str, before: Amount | None, amount: Amount) -> Amount | None:
    """'2 lb 4 oz' and '5 ft 10 in' are one amount."""
    if before is None or not before.form == amount.form == "single":
        return None
    minutes = _MINUTES.fullmatch(text[before.start : amount.end])
    if minutes is not None:
        degrees = before.values[0] + float(minutes[1]) / 60
        return replace(before, end=amount.end, values=(round(degrees, 9),), unit="deg")
    if not _NOTHING.fullmatch(text[before.end : amount.start]) or before.unit != amount.unit:
        return None
    written = text[before.start : before.end], text[amount.start : amount.end]
    if not any(big.search(written[0]) and small.search(written[1]) for big, small in _COMPOUND):
        return None
    return replace(before, end=amount.end, values=(before.values[0] + amount.values[0],))


def _amounts(match: re.Match[str]) -> tuple[Amount, ...]:
    """One amount, or two: 'Ø40 x 60' is a diameter and a length, no size of two sides."""
    parts = match.groupdict()
    if not (parts["second"] and (parts["prefix"] or "").startswith("Ø")) or parts["third"]:
        return (_amount(match),)
    length_mm, unit = _convert(parts, ("second",))
    alone = {**parts, "u_first": parts["u_first"] or (parts["u_second"] if unit == "mm" else None)}
    diameter, unit_of_it = _convert(alone, ("first",))
    end = max(match.end("first"), match.end("u_first"))
    return (
        Amount(match.start(), end, "single", diameter, unit_of_it, "Ø"),
        Amount(match.start("second"), match.end(), "single", length_mm, unit),
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
    prefix = (parts["prefix"] or "").strip().upper().removeprefix("S")
    if parts["second"]:
        return _size(parts, start, end)
    form, values, unit = _continued(parts)
    return Amount(start, end, form, values, unit, prefix)


def _size(parts: dict[str, str | None], start: int, end: int) -> Amount:
    names = ("first", "second", "third") if parts["third"] else ("first", "second")
    if parts["each"] is None:
        values, unit = _convert(parts, names)
        return Amount(start, end, "size", values, unit)
    values, unit = _convert(parts, (*names, "each"))
    return Amount(start, end, "size", values[:-1], unit, half_width=values[-1])


def _continued(parts: dict[str, str | None]) -> tuple[Form, tuple[float, ...], str | None]:
    """What follows the first number: a tolerance, a fit, the end of a range, or nothing."""
    if parts["fit"]:
        values, unit = _convert(parts, ("first",))
        band = limits_mm(values[0], parts["fit"]) if unit in {None, "mm"} else None
        return ("tolerance", band, "mm") if band else ("single", values, unit)
    deviations = _deviations(parts)
    if deviations is not None:
        return _deviated(parts, deviations)
    if parts["lone"]:
        return _lone(parts)
    if parts["end"]:
        values, unit = _convert(parts, ("first", "end"))
        return "range", tuple(sorted(values)), unit
    values, unit = _convert(parts, ("first",))
    return "single", values, unit


def _deviations(parts: dict[str, str | None]) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Sign and name of the two deviations that are written, if any."""
    if parts["tolerance"]:
        return ("+", "tolerance"), ("-", "tolerance")
    if parts["one"]:
        return (parts["s_one"] or "+", "one"), (parts["s_two"] or "+", "two")
    if parts["only"]:
        return ("+", "zero"), (parts["s_only"] or "-", "only")
    return None


def _deviated(
    parts: dict[str, str | None], deviations: tuple[tuple[str, str], ...]
) -> tuple[Form, tuple[float, ...], str | None]:
    """Nominal and two signed deviations: '25 ±0.05', '40 0/-0.1', '12 +0.3/+0.1', '150 ± 5 %'."""
    (_, one), (_, two) = deviations
    shares = {parts.get(f"u_{one}"), parts.get(f"u_{two}")} & _SHARES
    if shares:
        (value,), unit = _convert(parts, ("first",))
        offsets = [_signed(sign, read_number(parts[name] or "0") / 100 * value)
                   for sign, name in deviations]  # fmt: skip
    else:
        (value, *sizes), unit = _convert(parts, ("first", one, two))
        offsets = [_signed(sign, size) for (sign, _), size in zip(deviations, sizes, strict=True)]
    return "tolerance", (value + min(offsets), value + max(offsets)), unit


def _lone(parts: dict[str, str | None]) -> tuple[Form, tuple[float, ...], str | None]:
    """'100 -0.2' deviates to one side; '3 -4.5' is a range."""
    values, unit = _convert(parts, ("first", "lone"))
    nominal, deviation = values
    if deviation > nominal / 10:
        return "range", tuple(sorted(values)), unit
    ends = nominal, nominal + _signed(parts["s_lone"] or "+", deviation)
    return "tolerance", (min(ends), max(ends)), unit


def _signed(sign: str, size: float) -> float:
    return -size if sign == "-" else size


def _convert(
    parts: dict[str, str | None], names: tuple[str, ...]
) -> tuple[tuple[float, ...], str | None]:
    """Values in the canonical unit; a number without a unit takes that of its neighbours."""
    spellings = [parts.get(f"u_{name}") for name in names]
    shared = next((spelling for spelling in reversed(spellings) if spelling), parts["u_last"])
    factors = [multiplier(parts.get(f"m_{name}")) for name in names]
    largest = max(factors) if names in {("first", "end"), ("low", "high")} else 0.0
    numbers = [
        read_number(parts[name] or "0") * (largest or factor)
        for name, factor in zip(names, factors, strict=True)
    ]
    if shared is None:
        return tuple(numbers), None
    values = tuple(
        round(number * canonical_unit(spelling or shared)[1], 9)
        for number, spelling in zip(numbers, spellings, strict=True)
    )
    return values, canonical_unit(shared)[0]
