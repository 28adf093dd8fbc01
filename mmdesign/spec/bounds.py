"""Amounts of a piece become bounds on the quantities that its words name."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.domain import Lint
from mmdesign.spec.amounts import Amount
from mmdesign.spec.counting import counted
from mmdesign.spec.hole_rules import is_hole_grid, read_holes
from mmdesign.spec.naming import coordinated, in_context, word_of
from mmdesign.spec.pieces import Piece, Reading, add
from mmdesign.spec.quantities import FEATURE, HOLE, QUANTITY_WORDS, QuantityWord
from mmdesign.spec.subjects import has_content, subject_of
from mmdesign.spec.units import CANONICAL, PINT_BY_SPELLING, canonical_unit

FIT_IN: Final = re.compile(
    r"\bfits?\b|\bfitting\b|envelope|build (?:volume|plate|area)|bounding box|"
    r"inside (?:a|the)|printer|print bed|\bprint(?:able|s|ed)? on\b|\bpackaging\b|"
    r"print volume|no larger than|no bigger than|装入|放入|放进|包络|外形尺寸不|打印尺寸|打印范围"
)
_CONTAINER: Final = re.compile(
    r"\b(?:fits?|fitting|goes|go|slides?|slips?|sits?|packed|stored|stowed)\s(?:\w+\s){0,2}?"
    r"(?:in|into|inside|within|through)\s(?:[a-z]+\s){0,3}$"
)
"""'Fits in a 6 x 4 x 2 inch drawer': the size is that of what holds the design."""
_INSIDE: Final = re.compile(
    r"\b(?:int(?:ernal|erior)?|inner|inside|clear|usable|cavity)\b\.?[\w :(]{0,24}$|"
    r"(?:内腔|内部|内径|净空|内尺寸|内空)[^，,;；]{0,8}$"
)
_LEGEND_NAMES: Final = {
    "od": "outer_diameter", "o.d.": "outer_diameter", "outer dia": "outer_diameter",
    "外径": "outer_diameter", "id": "hole_diameter", "i.d.": "hole_diameter",
    "inner dia": "hole_diameter", "内径": "hole_diameter", "孔径": "hole_diameter",
    "bore": "hole_diameter", "Ø": "outer_diameter",
    "dia": "outer_diameter", "l": "length", "length": "length", "长": "length", "长度": "length",
    "h": "height", "height": "height", "高": "height", "高度": "height", "t": "height",
    "thickness": "height", "厚": "height", "厚度": "height", "w": "height", "width": "height",
    "宽": "height", "宽度": "height",
}  # fmt: skip
_LEGEND_NAME: Final = "|".join(re.escape(n) for n in sorted(_LEGEND_NAMES, key=len, reverse=True))
_LEGEND: Final = re.compile(
    rf"(?<![a-z])(?P<names>(?:{_LEGEND_NAME})\s?[x×*/]\s?(?:{_LEGEND_NAME})"
    rf"(?:\s?[x×*/]\s?(?:{_LEGEND_NAME}))?)(?![a-z\d])"
)
_WRITTEN_UNIT: Final = re.compile(r"[a-z\"'\u4e00-\u9fff]+$")
_ELSEWHERE: Final = re.compile(
    r"\b(?:min|max|minimum|maximum|it|must|be|no|not|but|never|elsewhere|otherwise|locally|"
    r"anywhere|nowhere|under|in|any|circumstances|case|event)\b|"
    r"局部|特殊|个别|位置|部位|地方|处|任何|情况下?|其余|其他|其它|一般"
)
"""Words of a piece that only bounds what the piece before it names."""
_SIZE_ROLES: Final = ("length", "width", "height")
_INCH_MM: Final = 25.4
_EXTENTS: Final = frozenset({"length", "width", "height", "outer_diameter"})
_THICK_FEATURE: Final = re.compile(
    r"\b(?:rib|fin|handle|boss|gusset|web|shelf|shelve|leg|lip|rim|spoke|tooth|teeth|label|"
    r"gasket|layer|coating|pad|door|"
    r"cushion|foam|washer|text|logo|letter|seat|table ?top|drawer)s?\b|筋|把手|凸台|腿|层|座"
)
_DEPTH: Final = re.compile(r"\bdeep\b|\bdepth\b|深")
_PATTERN: Final = re.compile(
    r"\b(?:centres|centers|pattern|grid|rectangle|apart|spacing|spaced|pitch)\b|阵列|孔距|分布"
)
_WHEEL_PATTERN: Final = re.compile(r"\b(?:bolt|lug|stud|wheel) pattern\b")
_SMALLEST_BOX: Final = re.compile(
    r"\b(?:smallest|minimum|minimal|oriented|tightest) (?:bounding |enclosing )?box\b|"
    r"最小(?:包围盒|外接)"
)
_CHAMFER: Final = re.compile(r"\bchamfer|\bbevel|倒角")
_WALL: Final = re.compile(r"\bwalls?\b|壁")
_PART_FIRST: Final = re.compile(
    r"\s*(?:an? )?(?:[a-z-]{2,14} ){0,2}(?:knob|hook|spacer|stand-?off|pin|stud|nut|bolt|grip|"
    r"handle|magnet|bearing|button|hub|collar|washer),?\s*"
)
"""'Ball knob Ø32': a part of other designs, here the design itself."""
_HEAD_NOUN: Final = re.compile(
    r"((?:[a-z]-shaped|round|square|flat|hexagonal|rectangular|hollow|solid|cylindrical|circular|"
    r"angled|curved|mounting|shelf|motor|pipe|wall|corner|hinged)\s+){0,3}"
    r"(?:bracket|flange|plate|housing|box|enclosure|gear|handle|tube|pipe|cylinder|ring|washer|"
    r"lid|cover|"
    r"mount|holder|hook|stand|case|knob|wheel|shaft|block|cube|sphere|cone|bottle|vase|cup|hinge|"
    r"clamp|"
    r"adapter|spacer|bushing|pulley|chair|table|lamp|tray|container|frame)"
    r"(?=\s*$|\s+(?:with|for|that|in|made|which|of)\b)"
)


def _legend(piece: Piece, reading: Reading, size: Amount) -> bool:
    """'8 x 5.3 x 20 (OD x ID x L)': what each number is of a round part."""
    found = _LEGEND.search(piece.plain)
    if found is None or size.unit not in {None, "mm"}:
        return False
    names = [_LEGEND_NAMES[name] for name in re.split(r"\s?[x×*/]\s?", found["names"])]
    if len(names) != len(size.values) or not {"outer_diameter", "hole_diameter"} & set(names):
        return False
    if size.unit is None:
        size = _with_unit(piece, reading, size, "mm")
    for quantity, value in zip(names, size.values, strict=True):
        word = next(word for word in QUANTITY_WORDS if word.quantity == quantity)
        amount = Amount(size.start, size.end, "single", (value,), "mm", sign=size.sign)
        comparator, lower, upper = amount.bounds
        add(
            piece, reading, word.kind, quantity=quantity, comparator=comparator, lower=lower,
            upper=upper, unit="mm",
        )  # fmt: skip
    return True


def read_size(piece: Piece, reading: Reading) -> bool:
    """'100 x 60 x 40 mm': length, width and height, largest first."""
    size = next((amount for amount in piece.amounts if amount.form == "size"), None)
    size = size or _cube(piece)
    if size is None or is_hole_grid(piece, size) or size.unit not in {None, "mm"}:
        return False
    if _legend(piece, reading, size):
        return True
    if _WHEEL_PATTERN.search(piece.plain) and len(size.values) == 2:
        return _read_wheel_pattern(piece, reading, size)
    rest = tuple(amount for amount in piece.amounts if amount.start != size.start)
    beside = _is_feature(piece, reading, size) and not _CONTAINER.search(piece.plain[: size.start])
    beside = beside or _INSIDE.search(piece.plain[: size.start]) is not None
    spaced = _about_holes(piece, reading) and _PATTERN.search(piece.plain) is not None
    if beside or spaced or _is_hole_pattern(piece):
        if rest and HOLE.search(piece.plain):
            read_hole_piece(replace(piece, amounts=rest), reading)
        _add_unmeasured(piece, reading, size)
        return True
    if size.unit is None:
        size = _with_unit(piece, reading, size, "mm")
    _add_extents(piece, reading, size)
    if rest or piece.threads:
        left = replace(piece, amounts=rest)
        read_hole_piece(left, reading) or read_amounts_of(left, reading)
    _read_head_noun(piece, reading)
    return True


def _cube(piece: Piece) -> Amount | None:
    """'Fits a cube of 200 mm', '180 mm cubed max', 'a 20 mm cube': one size for all sides."""
    fits = FIT_IN.search(piece.plain) and re.search(r"\bcube\b|立方体", piece.plain)
    for amount in piece.amounts:
        behind = re.match(r"[\s-]{0,3}(?:cubed?\b|见方|立方体)", piece.plain[amount.end :])
        if amount.unit == "mm" and amount.form == "single" and (fits or behind):
            after = piece.plain[amount.end + behind.end() :] if behind else ""
            sign = amount.sign or ("<=" if re.match(r"\s*max", after) else None)
            return replace(amount, form="size", values=amount.values * 3, sign=sign)
    return None


def _read_wheel_pattern(piece: Piece, reading: Reading, size: Amount) -> bool:
    """'Bolt pattern 5 x 114.3': number of holes and their circle."""
    count, circle_mm = size.values
    if not count.is_integer() or size.unit not in {None, "mm"}:
        return False
    written = re.match(r"\d{1,2}", piece.plain[size.start :])
    count = float(written[0]) if written else count
    for quantity, value, unit in (
        ("hole_count", count, ""), ("bolt_circle_diameter", circle_mm, "mm"),
    ):  # fmt: skip
        add(
            piece, reading, "hole", quantity=quantity, comparator="==", lower=value,
            upper=value, unit=unit,
        )  # fmt: skip
    return True


def _is_hole_pattern(piece: Piece) -> bool:
    """'Four Ø11 holes on 160 x 80 centres': the size is that of the pattern."""
    return HOLE.search(piece.plain) is not None and _PATTERN.search(piece.plain) is not None


def _add_extents(piece: Piece, reading: Reading, size: Amount) -> None:
    fits = FIT_IN.search(piece.plain) is not None and size.half_width is None
    bare = re.search(
        r"\b(?:overall|outside|outer|max\w*) (?:size|dimensions|envelope)\b", piece.plain
    )
    sign = size.sign or ("<=" if fits and not (bare and size.about) else None)
    prefix = "min_box_" if _SMALLEST_BOX.search(piece.plain) else ""
    for role, value in zip(_SIZE_ROLES, sorted(size.values, reverse=True), strict=False):
        half = size.half_width
        if half is not None:
            single = Amount(0, 0, "tolerance", (value - half, value + half), "mm")
        else:
            single = Amount(0, 0, "single", (value,), "mm", sign=sign, about=size.about)
        comparator, lower, upper = single.bounds
        add(
            piece, reading, "dimension", quantity=f"{prefix}{role}", comparator=comparator,
            lower=lower, upper=upper, unit="mm",
        )  # fmt: skip


def _read_head_noun(piece: Piece, reading: Reading) -> None:
    noun = _HEAD_NOUN.search(piece.plain)
    if noun and not FIT_IN.search(piece.plain) and re.match(r"\s*an?\b", piece.plain):
        article = "an" if noun[0][0] in "aeiou" else "a"
        add(piece, reading, "visual", subject=f"{article} {noun[0].strip()}")


def read_hole_piece(piece: Piece, reading: Reading) -> bool:
    """Number and size of holes; what else the piece says is read as usual."""
    rest = read_holes(piece, reading)
    if rest:
        read_amounts_of(replace(piece, amounts=rest), reading)
    return rest is not None


def read_amounts_of(piece: Piece, reading: Reading) -> bool:
    """Every amount becomes a bound on the quantity that the words around it name."""
    piece = replace(piece, amounts=tuple(_chamfer_width(piece, a) for a in piece.amounts))
    tolerance = next((a for a in piece.amounts if a.form == "bare_tolerance"), None)
    done = False
    for index, written in enumerate(piece.amounts):
        if written.form in {"bare_tolerance", "size"}:
            continue
        amount = _toleranced(written, tolerance)
        thing = counted(piece.plain, amount, threaded=bool(piece.threads))
        if thing:
            _add_bound(piece, reading, amount, thing)
        elif not _read_measured(piece, reading, index, amount):
            continue
        done = True
    if done:
        _read_head_noun(piece, reading)
    return done


def _chamfer_width(piece: Piece, amount: Amount) -> Amount:
    """'1 x 45°' beside 'chamfer' is 1 mm wide."""
    if amount.form != "size" or amount.unit != "deg" or not _CHAMFER.search(piece.plain):
        return amount
    return replace(amount, form="single", values=amount.values[:1], unit="mm")


def _toleranced(amount: Amount, tolerance: Amount | None) -> Amount:
    """'Length 100 mm, tolerance ±0.1 mm' is one toleranced length."""
    if tolerance is None or amount.form != "single":
        return amount
    value, half = amount.values[0], tolerance.values[0]
    return replace(amount, form="tolerance", values=(value - half, value + half))


def _read_measured(piece: Piece, reading: Reading, index: int, amount: Amount) -> bool:
    word = word_of(piece, index) or _said_before(piece, reading, amount)
    if _about_holes(piece, reading):
        word = in_context(piece, index, word)
    if reading.depth_is_extent and word and word.quantity is None and _DEPTH.search(piece.plain):
        word = next(each for each in QUANTITY_WORDS if each.quantity == "length")
    if amount.unit is None and (word is None or _counts_something(piece, amount, word)):
        return False
    if word is None:
        _add_unmeasured(piece, reading, amount)
        return True
    if amount.unit is None and word.unit == "mm":
        amount = _with_unit(piece, reading, amount, "" if amount.prefix else "mm")
    elif amount.unit is None:
        amount = _with_unit(piece, reading, amount, word.unit)
    for each in coordinated(piece, index, word):
        _add_bound(piece, reading, amount, each)
    return True


def _counts_something(piece: Piece, amount: Amount, word: QuantityWord) -> bool:
    """'Four corner radii of 6 mm': a number in words, or beside a size, is no size itself."""
    in_words = not any(sign.isdigit() for sign in piece.plain[amount.start : amount.end])
    sized = any(other.unit == word.unit and other.start > amount.end for other in piece.amounts)
    return bool(word.unit) and not amount.prefix and (in_words or sized)


def _about_holes(piece: Piece, reading: Reading) -> bool:
    """Whether 'deep' and 'apart' may be about holes: of this piece, or of those before it."""
    if HOLE.search(piece.plain) or piece.threads:
        return True
    before = reading.requirements[-1].kind == "hole" if reading.requirements else (
        reading.after_holes
    )  # fmt: skip
    return before and FEATURE.search(piece.plain) is None


def _said_before(piece: Piece, reading: Reading, amount: Amount) -> QuantityWord | None:
    """The quantity of the piece before, or of the clause before that 'the new one' refers to."""
    word, referred = _continued(piece, reading, amount), reading.referred
    if word is None and referred and amount.unit in {None, referred.unit}:
        return referred
    return word


def _continued(piece: Piece, reading: Reading, amount: Amount) -> QuantityWord | None:
    """'Wall: min. 2.5 mm, max. 4 mm': a bare second bound is about the quantity before it."""
    plain = _ELSEWHERE.sub(" ", piece.plain)
    if has_content(subject_of(plain)) or not reading.requirements:
        return None
    before = reading.requirements[-1]
    # 'average wall 2.4 mm, nowhere below 1.8': a limit behind a mean is that of the thinnest
    mean = before.quantity == "wall_thickness_mean" and amount.sign is not None
    name = "wall_thickness_min" if mean else before.quantity
    words = (word for word in QUANTITY_WORDS if word.quantity == name is not None)
    return next((word for word in words if amount.unit in {None, word.unit}), None)


def _is_feature(piece: Piece, reading: Reading, amount: Amount) -> bool:
    """Whether a size is that of a part of the design, or of something beside it."""
    before = " ".join(r.text for r in reading.requirements if r.comparator and not r.quantity)
    near = f"{before} {piece.plain}".lower()
    if amount.prefix == "Ø" and _PART_FIRST.fullmatch(piece.plain[: amount.start]):
        return False
    if re.search(r"\b(?:overall|total|whole|entire|envelope)\b|总|整体|外形", piece.plain):
        return False
    return FEATURE.search(near) is not None


def _add_bound(piece: Piece, reading: Reading, amount: Amount, word: QuantityWord) -> None:
    comparator, lower, upper = amount.bounds if word.unit else amount.count_bounds
    unit = word.unit
    if word.quantity in {"overhang_area_fraction", "undercut_area_fraction"}:
        share = 0.01 if amount.unit == "%" else 0.0
        comparator, lower, upper, unit = "<=", None, amount.values[-1] * share, ""
        if amount.unit == "deg":
            reading.notes.append(
                f"'{piece.text}' is checked as: "
                "no surface hangs over beyond 45 degrees without support."
            )
    thick = word.quantity == "wall_thickness_min" and not _WALL.search(piece.plain)
    of_feature = word.quantity in _EXTENTS and _is_feature(piece, reading, amount)
    if word.quantity is None or of_feature or (thick and _THICK_FEATURE.search(piece.plain)):
        _add_unmeasured(piece, reading, amount)
        return
    if amount.about:
        value, unit = amount.values[0], amount.unit or "mm"
        example = f"{value:g} ±{value / 20:.2g} {unit}"
        proposal = f"State a tolerance, such as {example}."
        reading.lint.append(
            Lint(piece.text, "'About' is read as ±10 %.", proposal, "about", example)
        )
    add(
        piece, reading, word.kind, quantity=word.quantity, comparator=comparator,
        lower=lower, upper=upper, unit=unit, **_of_holes(word, reading),
    )  # fmt: skip


def _of_holes(word: QuantityWord, reading: Reading) -> dict[str, object]:
    """A depth hangs on the holes it is of, and is asked of holes of that size only."""
    if word.quantity != "hole_depth":
        return {}
    holes = (r for r in reversed(reading.requirements) if r.quantity == "hole_count")
    found = next(holes, None)
    return {"parent": "", "diameter_band_mm": found.diameter_band_mm} if found else {}


def _add_unmeasured(piece: Piece, reading: Reading, amount: Amount) -> None:
    comparator, lower, upper = amount.bounds
    reading.lint.append(
        Lint(
            piece.text,
            "It is not clear which measurable size this is about.",
            "Name the quantity: length, width, height, wall thickness, hole diameter, gap, mass "
            "or volume.",
            "which_size",
        )
    )
    unit = amount.unit if amount.unit in CANONICAL else None
    add(piece, reading, "dimension", comparator=comparator, lower=lower, upper=upper, unit=unit)


def _factor_before(piece: Piece, amount: Amount) -> float | None:
    """'Taller than 4 inches or wider than 6': a number takes the unit of the one before it."""
    earlier = [a for a in piece.amounts if a.unit == "mm" and a.end <= amount.start]
    if not earlier:
        return None
    written = _WRITTEN_UNIT.search(piece.plain[earlier[-1].start : earlier[-1].end])
    spelled = None if written is None else PINT_BY_SPELLING.get(written[0])
    if written is None or spelled is None or spelled == "mm":
        return None
    return canonical_unit(written[0])[1]


def _with_unit(piece: Piece, reading: Reading, amount: Amount, unit: str) -> Amount:
    """A bare number in the unit that the brief declares; without one, mm and a question."""
    if unit in {"", "mm"} and reading.unit == "inch":
        values = tuple(value * _INCH_MM for value in amount.values)
        half = amount.half_width * _INCH_MM if amount.half_width is not None else None
        return replace(amount, values=values, unit="mm", half_width=half)
    factor = _factor_before(piece, amount) if unit == "mm" else None
    if factor is not None:
        return replace(amount, values=tuple(factor * v for v in amount.values), unit="mm")
    if unit and reading.unit is None:
        value = piece.amounts[0].values[0] if piece.amounts else 0.0
        example = f"{value:g} {unit}"
        problem, proposal = f"There is no unit; {unit} is assumed.", f"Write {example}."
        reading.lint.append(Lint(piece.text, problem, proposal, "no_unit", example))
    return amount
