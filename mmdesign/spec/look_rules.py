"""What no number settles: shapes and features for eyes, taste, and wishes that no shape shows."""

import re
from typing import Final

from mmdesign.domain import Lint, RequirementKind
from mmdesign.phrases import bilingual, phrase
from mmdesign.spec.bounds import USUAL_OVERHANG_DEG
from mmdesign.spec.glossary import names_something_seen
from mmdesign.spec.hole_kinds import HEADS, count_quantity
from mmdesign.spec.naming import named
from mmdesign.spec.negations import BEFORE, forbids
from mmdesign.spec.notes import asks_nothing, tells_a_story
from mmdesign.spec.pieces import Piece, Reading, add, is_bare
from mmdesign.spec.priorities import permits, priority_in
from mmdesign.spec.quantities import ABSENT_WORDS, FEATURE, FLAG_WORDS
from mmdesign.spec.subjects import has_content, subject_of
from mmdesign.spec.wholes import is_name
from mmdesign.spec.wishes import PHYSICAL_WISHES, STYLE_WORDS

_NO_OVERHANG: Final = re.compile(r"\b(?:no|without|avoid)\s(?:any\s)?(?:overhang|under-?cut)")
_SUPPORT_FREE: Final = re.compile(
    r"\bsupport[- ]free\b|"
    r"\b(?:without|no|needs? no|free of) (?:the need for )?(?:any )?supports?\b|无需?支撑|免支撑|"
    r"不(?:用|需要?|加)支撑"
)
_AXIS: Final = re.compile(
    r"\b(?:about|across|along|around|in|to|on) (?:the )?([xyz])\b|\b([xyz])[- ]?(?:axis|"
    r"direction)\b|(?<![a-z])([xyz])轴"
)
_TURNING: Final = re.compile(
    r"\b(?:rotation\w*|axial\w*|radial\w*|axi-?)[ -]?symmetr|轴对称|旋转对称|中心对称"
)
"""Turned about an axis, not mirrored: symmetry is measured across planes."""
_COUNTS: Final = frozenset({"part_count", "body_count"})
_NEAR_NEGATION: Final = re.compile(
    rf"(?:{BEFORE.pattern})(?:[a-z\s-]{{0,16}}|[\u4e00-\u9fff]{{0,2}})$"
)
_OUR_SHOP: Final = re.compile(
    r"\s*(?:since |as )?(?:we|our (?:shop|machine|supplier)s?) "
    r"(?:only )?(?:have|has|got|runs?|use|uses|stock|stocks|keep|own|owns|"
    r"works? with)\b"
)
_QUOTE: Final = re.compile(
    r"\b(?:quotes?|quotations?|prices?|offers?) (?:for|on)\b|\bquote (?:the|us|me|this|these)\b"
)
_WITHIN: Final = re.compile(r"\bwithin\b|±|\btolerance\b")
_HEADING: Final = re.compile(r"^[^:]{2,40}:\s*")
_STYLING: Final = re.compile(r"\s*(?:styl(?:e|ing)|looks?|appearance|aesthetics?|character)\s?[:=]")
"""What stands behind is about looks, 'robust' too."""
_MAKE_IT: Final = re.compile(
    r"^\s*(?:please )?(?:make|print|build|create|cut|machine) (?:me |us )?(?:the|an?|this|our|"
    r"one)\s"
    r"(?=(?:[a-z-]{3,16}\s*){1,3}$)"
)
"""'Make the dog tag' of brass: the rest of it is said elsewhere."""
_HEAD_WORDS: Final = re.compile(rf"{HEADS.pattern}|\b(?:included|angle|cone|screw|head)s?\b")
_ARTICLE: Final = re.compile(r"\s*an?\s")
"""'An astronaut on a skateboard' describes the design, whatever it names."""
_APPEARANCE: Final = re.compile(
    r"\b(?:feels?|finish\w*|textur\w*|matt|matte|gloss\w*|grain\w*|woodgrain|colou?r\w*|tones?|shades?|"
    r"styl\w*|shapes?|forms?|silhouettes?|contours?|patterns?|lines?|curves?|curved|edges?|logos?|"
    r"motifs?|themes?|aesthetics?|inspired|reminiscent|resembl\w*|vibes?|moods?|proportions?|"
    r"visible|hidden|flush|like an?|as if|clean|bold|playful|friendly|serious|premium|classic\w*|"
    r"transparent|opaque|ergonomic|embossed|engraved|recessed|tapered|ribbed|textured)\b"
)
"""Words that speak of how a thing looks, whatever thing it is."""
_ASKS: Final = re.compile(
    r"\b(?:must|shall|should|may|has to|have to|needs? to|with|has|have|looks?|shaped|visible|"
    r"add|make)\b"
)
_PACKED: Final = re.compile(
    r"\b(?:carton|gross|shipping|packed|package|packaging|pallet) (?:weight|mass)\b|毛重|箱重"
)
"""The weight of what the design travels in."""
_PLANE: Final = re.compile(r"\b([xyz])[- /]?([xyz])\b|(?<![a-z])([xyz])([xyz])(?:平面|面)")


def read_nothing(piece: Piece, reading: Reading) -> bool:
    """'A lid is not required', 'we had trouble with the last batch': kept as notes."""
    if _sizes_something_else(piece, reading):
        reading.notes.append(piece.text)
        return True
    sized = any(amount.unit not in {None, "other"} for amount in piece.amounts)
    if sized or piece.threads:
        return False
    if asks_nothing(piece.plain) or (not piece.amounts and tells_a_story(piece.plain)):
        reading.notes.append(piece.text)
        return True
    return False


def _sizes_something_else(piece: Piece, reading: Reading) -> bool:
    """'We run 6 mm cutters', 'carton weight max. 12 kg', 'the product has to fit in it'."""
    says_where = reading.fits_it and not piece.amounts and bool(reading.requirements)
    own_means = _OUR_SHOP.match(_HEADING.sub("", piece.plain)) is not None
    own_means = own_means and priority_in(piece.plain) is None
    tolerance = bool(piece.amounts) and all(a.form == "bare_tolerance" for a in piece.amounts)
    return says_where or own_means or tolerance or _PACKED.search(piece.plain) is not None


def read_wish(piece: Piece, reading: Reading) -> bool:
    """Loads, finishes and good intentions: real wishes, but no shape shows them."""
    absent = forbids(piece.plain) and any(each.search(piece.plain) for *_, each in ABSENT_WORDS)
    if absent or _STYLING.match(piece.plain):
        return False
    for number, (pattern, proposal) in enumerate(PHYSICAL_WISHES):
        if not pattern.search(piece.plain):
            continue
        always = number in {0, len(PHYSICAL_WISHES) - 1}
        if number == 0 and _names_a_size(piece):
            continue
        short = len(subject_of(piece.text).split()) <= 3 and not piece.amounts
        if always or short:
            problem = phrase("This cannot be measured on a shape or seen in a picture.")
            reading.lint.append(Lint(piece.text, problem, proposal, "untestable"))
            add(piece, reading, "geometry", negated=False)
            return True
    if any(amount.unit == "other" for amount in piece.amounts):
        problem = phrase("Its unit is not one of length, area, volume, mass or angle.")
        reading.lint.append(Lint(piece.text, problem, PHYSICAL_WISHES[-1][1], "other_unit"))
        add(piece, reading, "geometry")
        return True
    return False


def _names_a_size(piece: Piece) -> bool:
    """'Load-bearing walls of at least 3 mm': a size is asked for, whatever it is good for."""
    if any(amount.unit in {"g", "other"} for amount in piece.amounts):
        return False
    words = (named(piece, at) for at, each in enumerate(piece.amounts) if each.unit is not None)
    return any(word is not None and word.quantity is not None for word in words)


def read_absent(piece: Piece, reading: Reading) -> bool:
    """'No overhangs', 'without undercuts', '无孔': none of it may be there."""
    free = _SUPPORT_FREE.search(piece.plain) is not None
    if not free and any(
        flag.search(piece.plain) for name, flag in FLAG_WORDS if name == "watertight"
    ):
        return False
    lengths = any(amount.unit not in {None, "deg"} or amount.prefix for amount in piece.amounts)
    negated = forbids(piece.plain) or _NO_OVERHANG.search(piece.plain)
    if not negated or lengths or piece.threads:
        return False
    absent: set[str] = set()
    for quantity, kind, pattern in ABSENT_WORDS:
        said = any(each.quantity == quantity for each in reading.requirements)
        said = said or (quantity == "overhang_area_fraction" and _limits_angle(piece))
        if not said and quantity not in absent and pattern.search(piece.plain):
            absent.add(quantity)
            holes = quantity == "hole_count"
            name = count_quantity(piece.plain, sized=False) if holes else quantity
            add(
                piece, reading, kind, quantity=name, comparator="==", lower=0.0, upper=0.0,
                unit="", negated=True, **_subject_without_angle(piece, quantity),
            )  # fmt: skip
    flags = {name for name, flag in FLAG_WORDS if flag.search(piece.plain)}
    return bool(absent) and not (flags & _COUNTS if free else flags)


def _limits_angle(piece: Piece) -> bool:
    """'No overhangs steeper than 60°' bounds the angle; 45° is the area that is measured."""
    angles = [amount.values[-1] for amount in piece.amounts if amount.unit == "deg"]
    return bool(angles) and angles[0] != USUAL_OVERHANG_DEG


def _subject_without_angle(piece: Piece, quantity: str) -> dict[str, object]:
    """'No overhangs over 45 degrees' forbids overhangs."""
    return {"subject": f"{quantity.split('_')[0]}s"} if piece.amounts else {}


def read_flags(piece: Piece, reading: Reading) -> bool:
    """Watertight, symmetric, in one piece: yes or no."""
    sized = any(not is_bare(amount) for amount in piece.amounts)
    if sized and (_WITHIN.search(piece.plain) or not _says_symmetric(piece)):
        return False
    found_any = False
    for quantity, pattern in FLAG_WORDS:
        if sized and quantity != "symmetry":
            continue
        found = pattern.search(piece.plain)
        if found is None:
            continue
        negated = _NEAR_NEGATION.search(piece.plain[: found.start()]) is not None
        negated = negated or found[0].startswith("asym")
        if (negated and quantity in _COUNTS) or _TURNING.search(piece.plain):
            continue
        value = 0.0 if negated else 1.0
        kind: RequirementKind = "count" if quantity in _COUNTS else "geometry"
        name = _symmetry(piece.plain) if quantity == "symmetry" else quantity
        found_any = True
        if any(r.quantity == name and r.lower == value for r in reading.requirements):
            continue  # 'closed and manifold' say the same
        add(
            piece, reading, kind, quantity=name, comparator="==", lower=value,
            upper=value, unit="", negated=negated,
        )  # fmt: skip
    counts = {piece.counted(amount) for amount in piece.amounts} - {None, *_COUNTS}
    return found_any and not sized and not counts


def _says_symmetric(piece: Piece) -> bool:
    return any(name == "symmetry" and pattern.search(piece.plain) for name, pattern in FLAG_WORDS)


def _symmetry(plain: str) -> str:
    """The mirror plane named by its normal: the YZ plane mirrors x."""
    plane = _PLANE.search(plain)
    if plane:
        rest = set("xyz") - {letter for letter in plane.groups() if letter}
        if len(rest) == 1:
            return f"symmetry_{rest.pop()}"
    axis = _AXIS.search(plain)
    if axis:
        return f"symmetry_{axis[1] or axis[2] or axis[3]}"
    sides = re.search(r"left[- ](?:and|to)?[- ]?right|左右", plain)
    return "symmetry_x" if sides else "symmetry"


def _is_remark(piece: Piece, reading: Reading) -> bool:
    """Whether words neither demand nor name anything that eyes could find: 'a hard limit'."""
    plain = piece.plain
    if _QUOTE.search(plain):
        return True
    asks = _ASKS.search(plain) is not None and not permits(plain)
    demands = asks or forbids(plain) or (bool(piece.amounts) and not is_name(plain))
    looks = STYLE_WORDS.search(plain) or _APPEARANCE.search(plain) or _ARTICLE.match(plain)
    plain = _MAKE_IT.sub("", plain)
    whole = reading.brief.whole
    if whole and is_name(plain) and re.search(rf"\b{re.escape(whole)}s?\b", plain):
        return True
    names = looks or FEATURE.search(plain) or names_something_seen(plain)
    return not (demands or names)


def read_eyes(piece: Piece, reading: Reading) -> bool:
    """What is left takes eyes: a shape, a feature, a style."""
    subject = subject_of(piece.plain)
    if not has_content(_HEAD_WORDS.sub(" ", subject) if piece.heads else subject):
        return False
    if not reading.brief.takes_all and _is_remark(piece, reading):
        reading.notes.append(piece.text)
        return True
    negated = forbids(piece.plain)
    if STYLE_WORDS.search(piece.plain):
        problem = phrase("Taste is only judged by resemblance.")
        proposal = phrase("Say which visible feature gives this look, such as 'rounded corners'.")
        reading.lint.append(Lint(piece.text, problem, proposal, "taste"))
        add(piece, reading, "style", subject=subject, negated=negated)
        return True
    if any(is_bare(amount) and amount.values[0] > 1 for amount in piece.amounts):
        reading.lint.append(
            Lint(
                piece.text,
                phrase("The number of these is not measured; only their presence is judged."),
                phrase(
                    "Ask for '{subject}' and check the number by eye.",
                    subject=bilingual(subject, piece.text),
                ),
                "number_by_eye",
                subject,
            )
        )
    add(piece, reading, "visual", subject=subject, negated=negated)
    return True
