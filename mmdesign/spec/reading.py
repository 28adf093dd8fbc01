"""One clause -> its requirements: rules in a fixed order, each on one piece of the clause."""

import re
from collections.abc import Callable
from typing import Final

from mmdesign.domain import Lint
from mmdesign.phrases import phrase
from mmdesign.spec.amounts import read_amounts
from mmdesign.spec.balance_rules import read_balance
from mmdesign.spec.bounds import DEEP, LONG, read_amounts_of, read_hole_piece
from mmdesign.spec.clauses import Clause
from mmdesign.spec.conditions import blank_condition, under
from mmdesign.spec.dividing import NAMES_SOMETHING, ONLY_QUANTITY, divide
from mmdesign.spec.hole_kinds import read_hole_kind, read_only_kind
from mmdesign.spec.look_rules import read_absent, read_eyes, read_flags, read_nothing, read_wish
from mmdesign.spec.masking import blank, masked
from mmdesign.spec.material_rules import read_materials
from mmdesign.spec.notes import frames, introduces
from mmdesign.spec.pieces import Brief, Piece, Reading, is_bare
from mmdesign.spec.priorities import BINDS, priority_in, tag_in, without_tag
from mmdesign.spec.quantities import (
    ABSENT_WORDS,
    FEATURE,
    FLAG_WORDS,
    HOLE,
    QUANTITY_WORDS,
    QuantityWord,
)
from mmdesign.spec.signs import normalise
from mmdesign.spec.sinkings import read_heads
from mmdesign.spec.sizes import read_size
from mmdesign.spec.threads import find_threads
from mmdesign.spec.tolerances import share_tolerance
from mmdesign.spec.wholes import names_feature

Rule = Callable[[Piece, Reading], bool]
MAX_AMOUNTS: Final = 24
_MEASURED_UNITS: Final = frozenset({"mm", "mm2", "mm3", "g", "deg"})
_ISO_NOTE: Final = re.compile(
    r"\s*(?:NOTE|EXAMPLE)(?:\s\d{1,2})?\s+(?=[A-Z][a-z])|注\s?\d{0,2}\s?[:：]"
)
"""Notes of standards inform; those of drawings ('NOTE 2: ...') demand."""
_REFERS_BACK: Final = re.compile(
    r"\bnew (?:one|version|part|design|revision|value)\b|\bnow\b|\bthis (?:one|time)\b|新(?:版|"
    r"件)|改为"
    r"|^\s*(?:the )?(?:absolute(?:ly)?|hard|strict) |^\s*(?:but |and )?(?:under no circumstances|"
    r"in no case|never|nowhere|not (?:less|more)|"
    r"no (?:less|more)|at least|at most)\b|^\s*(?:任何情况下|绝不)"
)
_WIDTH: Final = re.compile(r"\bwid(?:th|e)\b|宽")
_FITS_IT: Final = re.compile(
    r"\b(?:fits?|goes?|go) (?:in|into|inside|within) (?:it|that|there|this|them)\b|装得下|"
    r"放得[进下]|"
    r"能放入其中"
)
_HEIGHT: Final = re.compile(r"\b(?:height|high|tall)\b|高")
_THICK: Final = re.compile(r"^(?!.*\bwall).*\bthick\b")
"""Beside how wide and how deep a shelf is: how high it is."""
_DECLARED_UNITS: Final = re.compile(
    r"\b(?:dimensions?|dims?|units?|sizes|measurements?|lengths)\b[^.;]{0,30}?(?:\bin\b|:|"
    r"\bare\b)\s*(?P<unit>mm\b|milli|in\b(?=\s*(?:[.;,)]|$))|inch)"
    r"|单位\s?(?:为|均为|:|是)?\s?(?P<zh>mm|毫米|英寸)"
)


def declared_unit(text: str) -> str | None:
    """Unit that a drawing declares for bare numbers: 'mm', 'inch' or None."""
    found = _DECLARED_UNITS.search(normalise(text))
    if found is None:
        return None
    return "inch" if (found["unit"] or found["zh"]).startswith(("in", "英")) else "mm"


def read_clause(
    clause: Clause,
    brief: Brief,
    *,
    after_holes: bool = False,
    opens: bool = False,
    before: str = "",
) -> Reading:
    """Read one clause; every clause gives a requirement, a note or a lint.

    Args:
        clause: One sentence or list item.
        brief: What holds for all clauses.
        after_holes: Whether the clause before it asked for holes.
        opens: Whether it is the first of several clauses, which often introduces them.
        before: The clause before it, whose quantity 'the new one' refers to.
    """
    reading = Reading(brief, after_holes=after_holes)
    plain, condition = blank_condition(masked(clause.text), clause.text)
    if _is_frame(clause, plain) or (opens and _is_introduction(plain)):
        reading.notes.append(clause.text)
        return reading
    fixed = tag_in(plain)
    plain = without_tag(plain)
    stated = fixed or priority_in(plain) or clause.priority or "must"
    heading = normalise(before)
    if _REFERS_BACK.search(plain) or ONLY_QUANTITY.fullmatch(heading):
        reading.referred = _only_quantity(heading)
    threads = find_threads(clause.text)
    for thread in threads:
        plain = blank(plain, thread.start, thread.end)
    _note_sides(plain, reading)
    plain = read_materials(clause.text, plain, stated, reading)
    if len(read_amounts(plain)) > MAX_AMOUNTS:
        problem = phrase("There are too many numbers in one clause.")
        proposal = phrase("Split it into one sentence per requirement.")
        reading.lint.append(Lint(clause.text, problem, proposal, "too_much"))
        return reading
    for piece in divide(clause, plain, threads, fixed, stated):
        any(rule(piece, reading) for rule in _RULES)
        read_heads(piece, reading)
    reading.requirements = share_tolerance(plain, reading.requirements)
    if condition:
        reading.requirements = [under(condition, each) for each in reading.requirements]
    if not (reading.requirements or reading.notes or reading.lint):
        reading.notes.append(clause.text)
    return reading


def _note_sides(plain: str, reading: Reading) -> None:
    """Which sides of the whole a clause names, and whether it must go into what it sizes."""
    reading.fits_it = _FITS_IT.search(plain) is not None
    sizes_all = HOLE.search(plain) is None and not names_feature(plain, reading.brief.whole)
    wide, long = _WIDTH.search(plain) is not None, LONG.search(plain) is not None
    deep = DEEP.search(plain) is not None
    high = _HEIGHT.search(plain) is not None
    reading.thick_is_extent = (
        (wide or long) and deep and not high and _THICK.search(plain) is not None
    )
    high = high or reading.thick_is_extent
    reading.depth_is_extent = (wide or long) and high
    reading.is_long = long and not wide
    reading.has_three_sides = wide and deep and high
    reading.is_footprint = sizes_all and wide and deep and not (high or long)


def _only_quantity(plain: str) -> QuantityWord | None:
    """The one quantity that a text names; None when it names none or several."""
    words = [word for word in QUANTITY_WORDS if word.quantity and word.pattern.search(plain)]
    return words[0] if len(words) == 1 else None


def _is_frame(clause: Clause, plain: str) -> bool:
    amounts = read_amounts(plain)
    has_size = any(
        amount.unit in _MEASURED_UNITS or amount.prefix or amount.form == "size"
        for amount in amounts
    )
    about = (
        HOLE.search(plain) is not None
        or any(pattern.search(plain) for _, pattern in FLAG_WORDS)
        or any(pattern.search(plain) for _, _, pattern in ABSENT_WORDS)
        or (bool(amounts) and NAMES_SOMETHING.search(plain) is not None)
    )
    if ONLY_QUANTITY.fullmatch(plain):
        return True
    if _ISO_NOTE.match(clause.text) and not BINDS.search(plain):
        return True
    if frames(plain, has_size=has_size, about_the_design=about):
        return True
    return clause.framing and not re.search(r"\b(?:must|shall|should)\b|必须|应|须|不得", plain)


def _is_introduction(plain: str) -> bool:
    counts = any(not is_bare(a) or a.values[-1] > 1 for a in read_amounts(plain))
    return introduces(plain) and not counts and FEATURE.search(plain) is None


_RULES: Final[tuple[Rule, ...]] = (
    read_nothing, read_balance, read_wish, read_size, read_only_kind, read_absent, read_flags,
    read_hole_kind, read_hole_piece, read_amounts_of, read_eyes,
)  # fmt: skip
