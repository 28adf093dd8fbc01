"""One clause -> its requirements: rules in a fixed order, each on one piece of the clause."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from mmdesign.domain import Lint, Priority, Requirement, RequirementKind
from mmdesign.spec.amounts import Amount, read_amounts, without_comparators
from mmdesign.spec.clauses import Clause, normalise
from mmdesign.spec.hole_rules import is_hole_grid, read_holes
from mmdesign.spec.holes import find_threads
from mmdesign.spec.materials import find_material
from mmdesign.spec.pieces import (
    HOLE,
    Piece,
    Reading,
    add,
    blank,
    counted,
    cut,
    is_bare,
    is_negated,
    masked,
    named,
    priority_of,
)
from mmdesign.spec.subjects import has_content, subject_of
from mmdesign.spec.units import CANONICAL
from mmdesign.spec.vocabulary import (
    ABSENT_WORDS,
    FLAG_WORDS,
    NEGATION,
    PHYSICAL_WISHES,
    QUANTITY_WORDS,
    STYLE_WORDS,
    QuantityWord,
)

_FIT_IN: Final = re.compile(
    r"\bfits?\b|\bfitting\b|envelope|build (?:volume|plate|area)|bounding box|"
    r"inside (?:a|the)|printer|"
    r"print volume|no larger than|no bigger than|装入|放入|包络|外形尺寸不"
)
_NO_OVERHANG: Final = re.compile(r"\b(?:no|without|avoid)\s(?:any\s)?(?:overhang|under-?cut)")
_SIZE_ROLES: Final = ("length", "width", "height")
_AXIS: Final = re.compile(r"\b([xyz])[- ]?(?:axis|plane|direction)?\b|(?<![a-z])([xyz])轴")
_OTHER_THING: Final = re.compile(r"\b(?:for|on|onto|against|to) (?:an? |the )?$")
_MATERIAL_NOT: Final = re.compile(
    r"\b(?:not|no|without|never|avoid)\b[^,;]{0,30}$|(?:不得|不能|禁止|不要|不)[^，；]{0,8}$"
)
_MADE_OF: Final = re.compile(
    r"\b(?:is |be |to be )?(?:made|machined|printed|cast|milled|produced|manufactured|cut) "
    r"(?:from|of|in|out of)\b|"
    r"\bmaterial\b|材料|材质|采用|制成|制造|\balloys?\b|\(\s*\)"
)
_HEAD_NOUN: Final = re.compile(
    r"((?:[a-z]-shaped|round|square|flat|hexagonal|rectangular|hollow|solid|cylindrical|circular|"
    r"angled|curved|mounting|shelf|motor|pipe|wall|corner|hinged)\s+){0,3}"
    r"(?:bracket|flange|plate|housing|box|enclosure|gear|handle|tube|pipe|cylinder|ring|washer|lid|cover|"
    r"mount|holder|hook|stand|case|knob|wheel|shaft|block|cube|sphere|cone|bottle|vase|cup|hinge|clamp|"
    r"adapter|spacer|bushing|pulley|chair|table|lamp|tray|container|frame)"
    r"(?=\s*$|\s+(?:with|for|that|in|made|which|of)\b)"
)


Rule = Callable[[Piece, Reading], bool]


MAX_AMOUNTS: Final = 24


def read_clause(clause: Clause) -> Reading:
    """Read one clause; every clause gives a requirement, a note or a lint."""
    reading = Reading()
    priority = priority_of(clause)
    plain = masked(clause.text)
    threads = find_threads(clause.text)
    for thread in threads:
        plain = blank(plain, thread.start, thread.end)
    plain = _read_material(clause, plain, priority, reading)
    if len(read_amounts(plain)) > MAX_AMOUNTS:
        proposal = "Split it into one sentence per requirement."
        reading.lint.append(
            Lint(clause.text, "There are too many numbers in one clause.", proposal)
        )
        return reading
    for start, end in cut(plain, threads):
        inside = tuple(
            replace(thread, start=thread.start - start, end=thread.end - start)
            for thread in threads
            if start <= thread.start < end
        )
        text = plain[start:end]
        piece = Piece(clause.text[start:end].strip(), text, read_amounts(text), inside, priority)
        any(rule(piece, reading) for rule in _RULES)
    if not (reading.requirements or reading.notes or reading.lint):
        reading.notes.append(clause.text)
    return reading


def _read_material(clause: Clause, plain: str, priority: Priority, reading: Reading) -> str:
    end = 0
    while found := find_material(clause.text, end):
        name, start, end = found
        before = normalise(clause.text[max(0, start - 60) : start])
        asked = not _OTHER_THING.search(before)
        if asked and not any(r.kind == "material" for r in reading.requirements):
            negated = _MATERIAL_NOT.search(without_comparators(before)) is not None
            reading.material = None if negated else name
            reading.requirements.append(
                Requirement(
                    "",
                    clause.text,
                    "material",
                    f"made of {name}",
                    priority=priority,
                    negated=negated,
                )
            )
        plain = blank(plain, start, end)
    if reading.requirements:
        plain = _MADE_OF.sub(lambda match: " " * len(match[0]), plain)
    return plain


def _read_wish(piece: Piece, reading: Reading) -> bool:
    """Loads, finishes and good intentions: real wishes, but no shape shows them."""
    for number, (pattern, proposal) in enumerate(PHYSICAL_WISHES):
        if not pattern.search(piece.plain):
            continue
        always = number in {0, len(PHYSICAL_WISHES) - 1}
        short = len(subject_of(piece.text).split()) <= 3 and not piece.amounts
        if always or short:
            problem = "This cannot be measured on a shape or seen in a picture."
            reading.lint.append(Lint(piece.text, problem, proposal))
            add(piece, reading, "geometry", negated=False)
            return True
    if any(amount.unit == "other" for amount in piece.amounts):
        problem = "Its unit is not one of length, area, volume, mass or angle."
        reading.lint.append(Lint(piece.text, problem, PHYSICAL_WISHES[-1][1]))
        add(piece, reading, "geometry")
        return True
    return False


def _read_size(piece: Piece, reading: Reading) -> bool:
    """'100 x 60 x 40 mm': length, width and height, largest first."""
    size = next((amount for amount in piece.amounts if amount.form == "size"), None)
    if size is None and _FIT_IN.search(piece.plain) and re.search(r"\bcube\b|立方体", piece.plain):
        size = next(
            (replace(a, values=a.values * 3) for a in piece.amounts if a.unit == "mm"), None
        )
    if size is None or is_hole_grid(piece, size):
        return False
    if size.unit not in {None, "mm"}:
        return False
    if size.unit is None:
        _ask_unit(piece, reading, "mm")
    limited = size.comparator or ("<=" if _FIT_IN.search(piece.plain) else None)
    for role, value in zip(_SIZE_ROLES, sorted(size.values, reverse=True), strict=False):
        single = Amount(0, 0, "single", (value,), "mm", comparator=limited, about=size.about)
        comparator, lower, upper = single.bounds
        add(
            piece, reading, "dimension", quantity=role, comparator=comparator,
            lower=lower, upper=upper, unit="mm",
        )  # fmt: skip
    rest = tuple(amount for amount in piece.amounts if amount.start != size.start)
    if rest or piece.threads:
        _read_rest(replace(piece, amounts=rest), reading)
    _read_head_noun(piece, reading)
    return True


def _read_rest(piece: Piece, reading: Reading) -> None:
    any(rule(piece, reading) for rule in (_read_holes, _read_amounts))


def _read_head_noun(piece: Piece, reading: Reading) -> None:
    noun = _HEAD_NOUN.search(piece.plain)
    if noun and not _FIT_IN.search(piece.plain):
        article = "an" if noun[0][0] in "aeiou" else "a"
        add(piece, reading, "visual", subject=f"{article} {noun[0].strip()}")


def _read_absent(piece: Piece, reading: Reading) -> bool:
    """'No overhangs', 'without undercuts', '无孔': none of it may be there."""
    lengths = any(amount.unit not in {None, "deg"} or amount.prefix for amount in piece.amounts)
    negated = is_negated(piece) or _NO_OVERHANG.search(piece.plain)
    if not negated or lengths or piece.threads:
        return False
    for quantity, kind, pattern in ABSENT_WORDS:
        if pattern.search(piece.plain):
            add(
                piece, reading, kind, quantity=quantity, comparator="==", lower=0.0, upper=0.0,
                unit="", negated=True, **_subject_without_angle(piece, quantity),
            )  # fmt: skip
            return not any(flag.search(piece.plain) for _, flag in FLAG_WORDS)
    return False


def _subject_without_angle(piece: Piece, quantity: str) -> dict[str, object]:
    """'No overhangs over 45 degrees' forbids overhangs."""
    return {"subject": f"{quantity.split('_')[0]}s"} if piece.amounts else {}


def _read_flags(piece: Piece, reading: Reading) -> bool:
    """Watertight, symmetric, in one piece: yes or no."""
    if piece.amounts and any(not is_bare(amount) for amount in piece.amounts):
        return False
    for quantity, pattern in FLAG_WORDS:
        if found := pattern.search(piece.plain):
            negated = NEGATION.search(piece.plain[: found.start()]) is not None
            axis = _AXIS.search(piece.plain) if quantity == "symmetry" else None
            name = f"symmetry_{axis[1] or axis[2]}" if axis else quantity
            value = 0.0 if negated else 1.0
            kind: RequirementKind = "count" if quantity == "part_count" else "geometry"
            if negated and quantity == "part_count":
                continue
            add(
                piece, reading, kind, quantity=name, comparator="==", lower=value,
                upper=value, unit="", negated=negated,
            )  # fmt: skip
            return True
    return False


def _read_amounts(piece: Piece, reading: Reading) -> bool:
    """Every amount becomes a bound on the quantity that the words around it name."""
    tolerance = next((a for a in piece.amounts if a.form == "bare_tolerance"), None)
    done = False
    for index, written in enumerate(piece.amounts):
        if written.form in {"bare_tolerance", "size"}:
            continue
        amount = _toleranced(written, tolerance)
        thing = counted(piece.plain, amount)
        if thing:
            _add_bound(piece, reading, amount, thing)
        elif not _read_measured(piece, reading, index, amount):
            continue
        done = True
    if done:
        _read_head_noun(piece, reading)
    return done


def _toleranced(amount: Amount, tolerance: Amount | None) -> Amount:
    """'Length 100 mm, tolerance ±0.1 mm' is one toleranced length."""
    if tolerance is None or amount.form != "single":
        return amount
    value, half = amount.values[0], tolerance.values[0]
    return replace(amount, form="tolerance", values=(value - half, value + half))


_EXTENTS: Final = frozenset({"length", "width", "height", "outer_diameter"})
_FEATURE: Final = re.compile(
    r"\b(?:handle|rib|slot|boss|leg|arm|hook|pin|tab|groove|pocket|logo|text|grip|lip|rim|fin|tooth|"
    r"teeth|foot|opening|cut-?out|window|keyway|notch|recess|shoulder|neck|stem|hub|spoke)s?\b|"
    r"把手|手柄|筋|槽|凸台|缺口|开口|腿"
)
"""Parts of a design: the extents of the whole say nothing about them."""
_DEFAULTS: Final = {
    "g": QUANTITY_WORDS[[w.quantity for w in QUANTITY_WORDS].index("mass")],
    "mm3": QUANTITY_WORDS[[w.quantity for w in QUANTITY_WORDS].index("volume")],
    "mm2": QUANTITY_WORDS[[w.quantity for w in QUANTITY_WORDS].index("surface_area")],
}
_DIAMETER: Final = QUANTITY_WORDS[[w.quantity for w in QUANTITY_WORDS].index("outer_diameter")]
_RADIUS: Final = QUANTITY_WORDS[[w.quantity for w in QUANTITY_WORDS].index("fillet_radius_min")]
_CIRCLE: Final = re.compile(r"\b(?:bolt|pitch|hole) circle|\bpcd\b|\bbcd\b|分布圆|节圆")
_CAPACITY: Final = re.compile(r"capacity|holds?\b|contain|fill|容量|容积")


def _read_measured(piece: Piece, reading: Reading, index: int, amount: Amount) -> bool:
    word = _word_of(piece, index, amount) or _continued(piece, reading, amount)
    if word is None and amount.unit is None:
        return False
    if word is None:
        _add_unmeasured(piece, reading, amount)
        return True
    if amount.unit is None and not amount.prefix:
        _ask_unit(piece, reading, word.unit)
    _add_bound(piece, reading, amount, word)
    return True


def _word_of(piece: Piece, index: int, amount: Amount) -> QuantityWord | None:
    """The quantity an amount is about: by its sign, the words around it, or its unit."""
    if amount.prefix:
        word: QuantityWord | None = _DIAMETER if amount.prefix == "Ø" else _RADIUS
    else:
        word = named(piece, index) or _DEFAULTS.get(amount.unit or "")
    if word is None:
        return None
    elsewhere = _CIRCLE if amount.prefix else _CAPACITY if word.unit == "mm3" else None
    if elsewhere and elsewhere.search(piece.plain):
        return replace(word, quantity=None)
    if word.quantity == "outer_diameter" and HOLE.search(piece.plain):
        return replace(word, quantity="hole_diameter", kind="hole")
    return word


def _continued(piece: Piece, reading: Reading, amount: Amount) -> QuantityWord | None:
    """'Wall: min. 2.5 mm, max. 4 mm': a bare second bound is about the quantity before it."""
    if (
        has_content(re.sub(r"\b(?:min|max)\b", " ", subject_of(piece.plain)))
        or not reading.requirements
    ):
        return None
    before = reading.requirements[-1]
    words = (word for word in QUANTITY_WORDS if word.quantity == before.quantity is not None)
    return next((word for word in words if amount.unit in {None, word.unit}), None)


def _add_bound(piece: Piece, reading: Reading, amount: Amount, word: QuantityWord) -> None:
    comparator, lower, upper = amount.bounds
    unit = word.unit
    if word.quantity in {"overhang_area_fraction", "undercut_area_fraction"}:
        share = 0.01 if amount.unit == "%" else 0.0
        comparator, lower, upper, unit = "<=", None, amount.values[-1] * share, ""
        if amount.unit == "deg":
            reading.notes.append(
                f"'{piece.text}' is checked as: "
                "no surface hangs over beyond 45 degrees without support."
            )
    before = " ".join(r.text for r in reading.requirements if r.comparator and not r.quantity)
    of_feature = word.quantity in _EXTENTS and _FEATURE.search(f"{before} {piece.plain}".lower())
    if word.quantity is None or of_feature:
        _add_unmeasured(piece, reading, amount)
        return
    if amount.about:
        reading.lint.append(
            Lint(piece.text, "'About' is read as ±10 %.", _tolerance_proposal(amount))
        )
    add(
        piece, reading, word.kind, quantity=word.quantity, comparator=comparator,
        lower=lower, upper=upper, unit=unit,
    )  # fmt: skip


def _tolerance_proposal(amount: Amount) -> str:
    value, unit = amount.values[0], amount.unit or "mm"
    return f"State a tolerance, such as {value:g} ±{value / 20:.2g} {unit}."


def _add_unmeasured(piece: Piece, reading: Reading, amount: Amount) -> None:
    comparator, lower, upper = amount.bounds
    reading.lint.append(
        Lint(
            piece.text,
            "It is not clear which measurable size this is about.",
            "Name the quantity: length, width, height, wall thickness, hole diameter, gap, mass "
            "or volume.",
        )
    )
    unit = amount.unit if amount.unit in CANONICAL else None
    add(piece, reading, "dimension", comparator=comparator, lower=lower, upper=upper, unit=unit)


def _ask_unit(piece: Piece, reading: Reading, unit: str) -> None:
    value = piece.amounts[0].values[0] if piece.amounts else 0.0
    proposal = f"Write the unit, such as {value:g} {unit}."
    reading.lint.append(Lint(piece.text, f"There is no unit; {unit} is assumed.", proposal))


def _read_eyes(piece: Piece, reading: Reading) -> bool:
    """What is left takes eyes: a shape, a feature, a style."""
    subject = subject_of(piece.plain)
    if not has_content(subject):
        return False
    negated = is_negated(piece)
    if STYLE_WORDS.search(piece.plain):
        proposal = "Say which visible feature gives this look, such as 'rounded corners'."
        reading.lint.append(Lint(piece.text, "Taste is only judged by resemblance.", proposal))
        add(piece, reading, "style", subject=subject, negated=negated)
        return True
    if any(is_bare(amount) and amount.values[0] > 1 for amount in piece.amounts):
        reading.lint.append(
            Lint(
                piece.text,
                "The number of these is not measured; only their presence is judged.",
                f"Ask for '{subject}' and check the number by eye.",
            )
        )
    add(piece, reading, "visual", subject=subject, negated=negated)
    return True


def _read_holes(piece: Piece, reading: Reading) -> bool:
    """Number and size of holes; what else the piece says is read as usual."""
    rest = read_holes(piece, reading)
    if rest:
        _read_amounts(replace(piece, amounts=rest), reading)
    return rest is not None


_RULES: Final[tuple[Rule, ...]] = (
    _read_wish, _read_size, _read_absent, _read_flags, _read_holes, _read_amounts, _read_eyes,
)  # fmt: skip
