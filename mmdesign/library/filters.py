"""The filter language of the library: 'mass_g < 200 and not tag = "draft"'.

    filter     = either { "or" either }
    either     = condition { "and" condition }
    condition  = "not" condition | "(" filter ")" | name op value
    op         = "<" | "<=" | ">" | ">=" | "=" | "!="

A name is name, tag, kind or a measured quantity, whose unit may be spelled out: mass_g, length_cm.
A quantity that was measured several times (hole_diameter) meets a comparison when any of its
values does; a design that lacks it meets none. 'a != b' means exactly 'not a = b'. Texts compare
without regard to case. A filter is parsed into numpy masks here and never reaches the store.
"""

import math
import re
from collections.abc import Callable
from typing import NoReturn, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, IntArray
from mmdesign.errors import LibraryError

Mask: TypeAlias = NDArray[np.bool_]
MAX_CHARACTERS = 2000
MAX_DEPTH = 40
EQUAL_WITHIN = 1e-6
"""Relative: measured values went through float arithmetic and files of single precision."""
TEXT_FIELDS = ("name", "tag", "kind")
UNIT_SCALES = {
    "mm": {"mm": 1.0, "cm": 10.0, "m": 1000.0, "in": 25.4},
    "mm2": {"mm2": 1.0, "cm2": 100.0, "m2": 1e6},
    "mm3": {"mm3": 1.0, "cm3": 1000.0, "m3": 1e9},
    "g": {"g": 1.0, "kg": 1000.0},
    "deg": {"deg": 1.0},
}
"""Stored unit -> units that a filter may be written in -> their size in the stored unit."""
QUANTITY_UNITS = {
    **dict.fromkeys((
        "extent_x", "extent_y", "extent_z", "length", "width", "height", "hole_diameter",
        "hole_depth", "wall_thickness_min", "gap_min", "fillet_radius_min",
    ), "mm"),
    **dict.fromkeys((
        "hole_count", "overhang_area_fraction", "undercut_area_fraction", "part_count",
        "watertight", "symmetry_x", "symmetry_y", "symmetry_z", "fillet_count",
        "planar_face_count", "cylinder_count", "triangle_count",
    ), ""),
    "volume": "mm3", "surface_area": "mm2", "mass": "g", "draft_angle_min": "deg",
}  # fmt: skip
"""Names that are never a typing mistake, even when no design in the library was measured so."""
TOKEN = re.compile(
    r"\s*(?:(?P<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?!\w)"
    r"|\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<op><=|>=|!=|<|>|=)|(?P<paren>[()])|(?P<word>\w+))"
)
COMPARE: dict[str, Callable[[DoubleArray, float], Mask]] = {
    "<": lambda values, limit: values < limit,
    "<=": lambda values, limit: values <= limit,
    ">": lambda values, limit: values > limit,
    ">=": lambda values, limit: values >= limit,
    "=": lambda values, limit: np.isclose(values, limit, rtol=EQUAL_WITHIN, atol=0.0),
}


class Columns(Protocol):
    """What a filter looks at: all designs of a library, by column."""

    def __len__(self) -> int:
        """Number of designs N."""

    def unit_of(self, quantity: str) -> str | None:
        """Unit of a quantity, None when no design was measured so."""

    def numbers(self, quantity: str) -> tuple[IntArray, DoubleArray]:
        """(M,) design numbers and (M,) values, one for each time that it was measured."""

    def has_text(self, field: str, folded: str) -> Mask:
        """(N,) true where name, tag or kind is a text, without regard to case."""


Filter: TypeAlias = Callable[[Columns], Mask]
"""Applied to a library: (N,) true where the design is wanted."""


def parse_filter(text: str) -> Filter:
    """Parse a filter.

    Args:
        text: The filter as the user wrote it.

    Returns:
        A function from the library's columns to the mask of wanted designs. It raises LibraryError
        when the filter names a quantity that does not exist.

    Raises:
        LibraryError: If it cannot be read; the message says where and what would be right.
    """
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        if len(text) > MAX_CHARACTERS:
            message = f"The filter is longer than {MAX_CHARACTERS} characters; shorten it."
            raise LibraryError(message)
        self._tokens = list(self._scan())
        self._next = 0
        self._depth = 0

    def parse(self) -> Filter:
        wanted = self._either()
        if self._next < len(self._tokens):
            self._fail("'and', 'or' or the end")
        return wanted

    def _scan(self) -> list[tuple[str, str, int]]:
        tokens, at = [], 0
        end = len(self._text.rstrip())
        while at < end:
            found = TOKEN.match(self._text, at)
            if found is None or found.lastgroup is None:
                self._fail_at(at, "a name, a number or a quoted text")
            kind = found.lastgroup
            tokens.append((kind, found[kind], at))
            at = found.end()
        return tokens

    def _either(self) -> Filter:
        wanted = self._all()
        while self._takes_word("or"):
            wanted = _or(wanted, self._all())
        return wanted

    def _all(self) -> Filter:
        wanted = self._condition()
        while self._takes_word("and"):
            wanted = _and(wanted, self._condition())
        return wanted

    def _condition(self) -> Filter:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._fail("fewer nested parentheses")
        if self._takes_word("not"):
            wanted = _not(self._condition())
        elif self._takes("paren", "("):
            wanted = self._either()
            if not self._takes("paren", ")"):
                self._fail("')'")
        else:
            wanted = self._comparison()
        self._depth -= 1
        return wanted

    def _comparison(self) -> Filter:
        name = self._take(("word",), "a name").casefold()
        op = self._take(("op",), "one of < <= > >= = !=")
        if name in TEXT_FIELDS:
            if op not in ("=", "!="):
                self._fail(f"= or != after {name}", back=1)
            value = self._take(("double", "single", "word", "number"), 'a "text"')
            wanted = _text_equals(name, value)
        else:
            limit = self._number()
            wanted = _number_compares(name, "=" if op == "!=" else op, limit)
        return _not(wanted) if op == "!=" else wanted

    def _number(self) -> float:
        for word, value in (("true", 1.0), ("false", 0.0)):
            if self._takes_word(word):
                return value
        number = float(self._take(("number",), "a number"))
        if not math.isfinite(number):
            self._fail("a number that is not infinite", back=1)
        return number

    def _peek(self) -> tuple[str, str, int]:
        if self._next < len(self._tokens):
            return self._tokens[self._next]
        return ("end", "", len(self._text))

    def _take(self, kinds: tuple[str, ...], expected: str) -> str:
        kind, value, _ = self._peek()
        if kind not in kinds:
            self._fail(expected)
        self._next += 1
        return value

    def _takes(self, kind: str, value: str) -> bool:
        taken = self._peek()[:2] == (kind, value)
        self._next += taken
        return taken

    def _takes_word(self, word: str) -> bool:
        kind, value, _ = self._peek()
        taken = kind == "word" and value.casefold() == word
        self._next += taken
        return taken

    def _fail(self, expected: str, back: int = 0) -> NoReturn:
        self._next -= back
        self._fail_at(self._peek()[2], expected)

    def _fail_at(self, at: int, expected: str) -> NoReturn:
        rest = self._text[at:].strip()[:40]
        place = f"at {rest!r}" if rest else "at its end"
        message = (
            f"The filter {self._text[:200]!r} cannot be read {place}: {expected} was expected; "
            "write for example: mass_g < 200 and tag = \"bracket\"."
        )  # fmt: skip
        raise LibraryError(message)


def _or(left: Filter, right: Filter) -> Filter:
    return lambda columns: left(columns) | right(columns)


def _and(left: Filter, right: Filter) -> Filter:
    return lambda columns: left(columns) & right(columns)


def _not(inner: Filter) -> Filter:
    return lambda columns: ~inner(columns)


def _text_equals(field: str, value: str) -> Filter:
    folded = value.casefold()
    return lambda columns: columns.has_text(field, folded)


def _number_compares(name: str, op: str, limit: float) -> Filter:
    def mask(columns: Columns) -> Mask:
        quantity, scale = _resolve(name, columns)
        designs, values = columns.numbers(quantity)
        found = np.zeros(len(columns), dtype=bool)
        found[designs[COMPARE[op](values, limit * scale)]] = True
        return found

    return mask


def _resolve(name: str, columns: Columns) -> tuple[str, float]:
    """Find the quantity that a name means, and the size of its unit in the stored one."""
    if _unit(name, columns) is not None:
        return name, 1.0
    quantity, _, suffix = name.rpartition("_")
    unit = _unit(quantity, columns)
    if unit is None:
        message = (
            f"There is nothing called {name!r} to filter by; use name, tag, kind or a measured "
            f"quantity such as {', '.join(sorted(QUANTITY_UNITS))}."
        )
        raise LibraryError(message)
    scales = UNIT_SCALES.get(unit, {})
    if suffix not in scales:
        names = " or ".join([quantity, *(f"{quantity}_{unit}" for unit in scales)])
        message = f"{quantity!r} cannot be compared in {suffix!r}; write {names}."
        raise LibraryError(message)
    return quantity, scales[suffix]


def _unit(quantity: str, columns: Columns) -> str | None:
    known = columns.unit_of(quantity)
    return QUANTITY_UNITS.get(quantity) if known is None else known
