"""Amounts of a piece become bounds on the quantities that its words name."""

import re
from dataclasses import replace
from typing import Final

from mmdesign.domain import Lint
from mmdesign.phrases import phrase
from mmdesign.spec.amount import Amount
from mmdesign.spec.bare_numbers import with_unit
from mmdesign.spec.counting import counted
from mmdesign.spec.hole_rules import read_holes
from mmdesign.spec.naming import coordinated, in_context, word_of
from mmdesign.spec.pieces import Piece, Reading, add
from mmdesign.spec.quantities import FEATURE, HOLE, QUANTITY_WORDS, QuantityWord
from mmdesign.spec.subjects import has_content, subject_of
from mmdesign.spec.units import CANONICAL
from mmdesign.spec.wholes import names_feature

FIT_IN: Final = re.compile(
    r"\bfits?\b|\bfitting\b|\b(?:go(?:es)?|packs?|packed|slides?|sits?|drops?) (?:in|into|inside|"
    r"within|under)\b|"
    r"envelope|build (?:volume|plate|area)|bounding box|"
    r"inside (?:a|the)|\b(?:courier|parcel|size|postal|carrier|cabin|luggage|carry-on|"
    r"baggage) limits?\b|printer|"
    r"print bed|\bprint(?:able|s|ed)? on\b|\bpackaging\b|"
    r"print volume|no larger than|no bigger than|装入|放入|放进|包络|外形尺寸不|打印尺寸|打印范围|"
    r"打印机[上内中]|打印平台"
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:min|max|minimum|maximum|absolute|absolutely|strict|strictly|hard|limit|it|must|be|no|"
    r"not|but|never|elsewhere|otherwise|locally|"
    r"anywhere|nowhere|under|in|any|circumstances|case|event)\b|"
    r"内侧|外侧|局部|特殊|个别|位置|部位|地方|处|任何|情况下?|宜|取|为|其余|其他|其它|一般"
)
"""Words of a piece that only bounds what the piece before it names."""
USUAL_OVERHANG_DEG: Final = 45.0
"""The area beyond it is measured; another limit is one of the angle."""
_EXTENTS: Final = frozenset({"length", "width", "height", "outer_diameter"})
_THICK_FEATURE: Final = re.compile(
    r"\b(?:rib|fin|handle|boss|gusset|web|shelf|shelve|leg|lip|rim|spoke|tooth|teeth|label|"
    r"gasket|layer|coating|pad|door|"
    r"cushion|foam|washer|text|logo|letter|seat|table ?top|drawer)s?\b|筋|把手|凸台|腿|层|座"
)
_THIN_FEATURE: Final = re.compile(r"\b(?:cooling )?fins?\b|散热片|翅片")
"""Nothing of a design is thinner as a rule."""
DEEP: Final = re.compile(r"\bdeep\b|\bdepth\b|深")
_ONLY_BOUNDS: Final = re.compile(
    r"[\s.]*(?:min|max|minimum|maximum|nom|nominal)?[\s.]*[/,|"
    r";-][\s.]*(?:min|max)?[\s.]*"
)
LONG: Final = re.compile(r"\blong\b|\blength\b|长")
_PARTS_APART: Final = re.compile(
    r"\b(?:parts|pieces|halves|bodies|components|teeth|tines|bars|slats|fins|"
    r"ribs)\b[^,;]*\bapart\b|\b(?:fin|rib|slat|bar) (?:spacing|gap)\b"
)
_BETWEEN_CENTRES: Final = re.compile(
    r"\b(?:cent(?:re|er)s?[- ]to[- ]cent(?:re|er)s?|c/c|c-c|hole cent(?:re|er)s?)\b"
)
"""Of holes, where nothing else is named."""
_OWN_DEPTH: Final = re.compile(
    r"^\s*(?:so )?(?:the )?(?:overall |total |max(?:imum)?\.? )?depth(?: d)?\b|"
    r"\b(?:must|shall|should|to) be [^,;]{0,40}\bdeep\b"
)
"""'Depth: 550 mm' of a cabinet, 'must be 18 mm deep' of a frame: from front to back."""
_CHAMFER: Final = re.compile(
    r"\bchamfer|\bbevel|\bbreak (?:all )?(?:sharp )?(?:edges|corners)\b|"
    r"倒角"
)
_WALL: Final = re.compile(r"\bwalls?\b|壁")
_OWN_LABEL: Final = re.compile(
    r"\W*(?:and )?(?:(?:max|min|maximum|minimum|overall|total)\.? )*(?:length|width|"
    r"height|diameter|depth)\b"
)
_SIZES_ITSELF: Final = re.compile(
    rf"(?:{FEATURE.pattern}) (?:height|width|length|diameter|depth|thickness|size)\b|"
    r"\bfor (?:an? |the )?\d"
)
"""After 'seat height 450 mm' or 'for 6 mm cable' a bare 'width' is that of the whole again."""
_ADDED: Final = re.compile(r"\bwith\b|带有?|具有")
"""'40 x 40 x 20 with at least 10 fins' does not size the fins."""
_EACH_OF_THEM: Final = re.compile(r"\s*(?:each|every one|all of them)\b|\s*(?:每个|各)")
"""'It must hold six cups, each 80 mm in diameter'."""
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


def read_head_noun(piece: Piece, reading: Reading) -> None:
    """'A round bracket 100 mm long' asks eyes for a round bracket too."""
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
        amount = _limited_likewise(piece, index, _toleranced(written, tolerance))
        thing = counted(piece.plain, amount, threaded=bool(piece.threads))
        if thing:
            add_bound(piece, reading, amount, thing)
        elif not _read_measured(piece, reading, index, amount):
            continue
        done = True
    if done:
        read_head_noun(piece, reading)
    return done


def _limited_likewise(piece: Piece, index: int, amount: Amount) -> Amount:
    """'Must not exceed 450 mm in length or 300 mm in width' limits both."""
    before = piece.amounts[index - 1] if index else None
    if before is None or before.sign is None or amount.sign or amount.form != "single":
        return amount
    joined = _OR_ALSO.fullmatch(piece.plain, before.end, amount.start)
    return replace(amount, sign=before.sign) if joined else amount


_OR_ALSO: Final = re.compile(
    r"\s*(?:in )?(?:length|width|height|depth|diameter|long|wide|high|tall|deep)\s*"
    r"(?:or|nor|and)\s*"
)


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
    word = word_of(piece, index) or _beside_it(piece, index)
    word = word or _said_before(piece, reading, amount)
    if about_holes(piece, reading):
        word = in_context(piece, index, word)
    word = _side_of_all(piece, reading, word)
    if amount.unit is None and (word is None or _counts_something(piece, amount, word)):
        return False
    if word is None:
        add_unmeasured(piece, reading, amount)
        return True
    if amount.unit is None and word.unit == "mm":
        amount = with_unit(piece, reading, amount, "" if amount.prefix else "mm")
    elif amount.unit is None:
        amount = with_unit(piece, reading, amount, word.unit)
    for each in coordinated(piece, index, word):
        add_bound(piece, reading, amount, each)
    return True


def _beside_it(piece: Piece, index: int) -> QuantityWord | None:
    """'2.2 mm min / 2.8 mm max' behind 'wall': both bound the same."""
    if index == 0:
        return None
    before, amount = piece.amounts[index - 1], piece.amounts[index]
    between = piece.plain[before.end : amount.start]
    same = before.unit == amount.unit and _ONLY_BOUNDS.fullmatch(between) is not None
    return word_of(piece, index - 1) if same else None


def _side_of_all(piece: Piece, reading: Reading, word: QuantityWord | None) -> QuantityWord | None:
    """'Deep' beside 'wide' and 'high', and 'Depth: 550 mm' of a cabinet, are sizes of the whole.

    'Wide' and 'deep' without a height are those along x and y.
    """
    if word is None:
        return None
    if word.quantity is None:
        found = _unnamed_side(piece, reading)
        return _named_word(found) if found else word
    if word.quantity == "width" and reading.is_footprint:
        return _named_word("extent_x")
    if word.quantity == "wall_thickness_min" and reading.thick_is_extent:
        return _named_word("height")
    return word


def _unnamed_side(piece: Piece, reading: Reading) -> str | None:
    """The quantity that 'deep' or 'apart' stands for here, if it is one of the whole."""
    if _PARTS_APART.search(piece.plain) and not about_holes(piece, reading):
        return "gap_min"
    if _BETWEEN_CENTRES.search(piece.plain) and FEATURE.search(piece.plain) is None:
        return "hole_spacing"
    if DEEP.search(piece.plain) is None:
        return None
    own = _OWN_DEPTH.search(piece.plain) and not names_feature(piece.plain, reading.brief.whole)
    if reading.depth_is_extent:
        return "width" if reading.is_long else "length"
    is_extent = reading.is_footprint or (own and not about_holes(piece, reading))
    return "extent_y" if is_extent else None


def _named_word(quantity: str) -> QuantityWord:
    return next(each for each in QUANTITY_WORDS if each.quantity == quantity)


def _counts_something(piece: Piece, amount: Amount, word: QuantityWord) -> bool:
    """'Four corner radii of 6 mm': a number in words, or beside a size, is no size itself."""
    in_words = not any(sign.isdigit() for sign in piece.plain[amount.start : amount.end])
    labelled = re.search(r"[:=]\s*$", piece.plain[: amount.start]) is not None
    sized = not labelled and any(
        other.unit == word.unit and other.start > amount.end for other in piece.amounts
    )
    return bool(word.unit) and not amount.prefix and (in_words or sized)


def about_holes(piece: Piece, reading: Reading) -> bool:
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


def is_feature(piece: Piece, reading: Reading, amount: Amount) -> bool:
    """Whether a size is that of a part of the design, or of something beside it."""
    sizes = [r.text for r in reading.requirements if r.comparator and not r.quantity]
    if _OWN_LABEL.match(piece.plain):
        sizes = [text for text in sizes if not _SIZES_ITSELF.search(text.lower())]
    before = " ".join(sizes)
    words = re.sub(r"\b(?:mm|cm|in|x)\b", " ", piece.plain)
    said = reading.requirements and reading.requirements[-1].kind != "material"
    if said and not re.search(r"[a-z]{2}|[\u4e00-\u9fff]", words):
        before += f" {reading.requirements[-1].text}"
    own = _ADDED.split(piece.plain[amount.end :])[0]
    near = f"{before} {piece.plain[: amount.end]} {own}".lower()
    if _EACH_OF_THEM.match(piece.plain) and reading.requirements:
        return reading.requirements[-1].quantity is None
    if reading.has_three_sides:
        return False
    if amount.prefix == "Ø" and _PART_FIRST.fullmatch(piece.plain[: amount.start]):
        return False
    if re.search(r"\b(?:overall|total|whole|entire|envelope)\b|总|整体|外形", piece.plain):
        return False
    return names_feature(near, reading.brief.whole)


def add_bound(piece: Piece, reading: Reading, amount: Amount, word: QuantityWord) -> None:
    """Add what an amount demands of the quantity that a word names."""
    comparator, lower, upper = amount.bounds if word.unit else amount.count_bounds
    unit = word.unit
    overhang = word.quantity == "overhang_area_fraction"
    if overhang and any(each.quantity == word.quantity for each in reading.requirements):
        return
    if overhang and amount.unit == "deg" and amount.values[-1] != USUAL_OVERHANG_DEG:
        add(
            piece, reading, word.kind, quantity="overhang_angle_max", comparator="<=",
            upper=_from_vertical(piece, amount), unit="deg",
        )  # fmt: skip
        return
    if word.quantity in {"overhang_area_fraction", "undercut_area_fraction"}:
        share = 0.01 if amount.unit == "%" else 0.0
        comparator, lower, upper, unit = "<=", None, amount.values[-1] * share, ""
        if amount.unit == "deg":
            reading.notes.append(
                phrase(
                    "'{text}' is checked as: no surface hangs over beyond 45 degrees without "
                    "support.",
                    text=piece.text,
                )
            )
    thick = word.quantity == "wall_thickness_min" and not _WALL.search(piece.plain)
    thick = thick and names_feature(piece.plain, reading.brief.whole)
    thick = thick and not (_THIN_FEATURE.search(piece.plain) and comparator != "<=")
    of_feature = word.quantity in _EXTENTS and is_feature(piece, reading, amount)
    if word.quantity is None or of_feature or (thick and _THICK_FEATURE.search(piece.plain)):
        add_unmeasured(piece, reading, amount)
        return
    if amount.about:
        value, unit = amount.values[0], amount.unit or "mm"
        example = f"{value:g} ±{value / 20:.2g} {unit}"
        problem = phrase("'About' is read as ±10 %.")
        proposal = phrase("State a tolerance, such as {example}.", example=example)
        reading.lint.append(Lint(piece.text, problem, proposal, "about", example))
    add(
        piece, reading, word.kind, quantity=word.quantity, comparator=comparator,
        lower=lower, upper=upper, unit=unit, **_of_holes(word, reading),
    )  # fmt: skip


def _from_vertical(piece: Piece, amount: Amount) -> float:
    flat = re.search(r"\bhorizontal\b|水平", piece.plain)
    return 90.0 - amount.values[0] if flat else amount.values[-1]


def _of_holes(word: QuantityWord, reading: Reading) -> dict[str, object]:
    """A depth hangs on the holes it is of, and is asked of holes of that size only."""
    if word.quantity != "hole_depth":
        return {}
    holes = (r for r in reversed(reading.requirements) if r.quantity == "hole_count")
    found = next(holes, None)
    return {"parent": "", "diameter_band_mm": found.diameter_band_mm} if found else {}


def add_unmeasured(piece: Piece, reading: Reading, amount: Amount) -> None:
    """Add a size of which nobody can tell what it is of, and ask for the name of the quantity."""
    comparator, lower, upper = amount.bounds
    reading.lint.append(
        Lint(
            piece.text,
            phrase("It is not clear which measurable size this is about."),
            phrase(
                "Name the quantity: length, width, height, wall thickness, hole diameter, gap, "
                "mass or volume."
            ),
            "which_size",
        )
    )
    unit = amount.unit if amount.unit in CANONICAL else None
    add(piece, reading, "dimension", comparator=comparator, lower=lower, upper=upper, unit=unit)
