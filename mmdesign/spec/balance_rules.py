"""How a design stands and how far a tool reaches: tilting, centre of mass, depth of pockets."""

import re
from typing import Final

from mmdesign.phrases import phrase
from mmdesign.spec.amount import Amount
from mmdesign.spec.negations import BEFORE
from mmdesign.spec.pieces import Piece, Reading, add

STABLE_TILT_DEG: Final = 10.0
"""Tilt from its upright position that a product must stand in IEC 60950-1:2005, clause 4.1."""
_TIPS: Final = re.compile(
    r"\btip(?:s|ped|ping)?[- ]?over\b|\boverbalanc\w{1,3}\b|\btoppl\w{1,3}\b|"
    r"\bfall(?:s|ing)? over\b|"
    r"\boverturn\w{0,3}\b|\btip(?:s|ping)?\b(?= (?:when|at|if|on|up to|until|angle))|"
    r"倾倒|翻倒|倾覆|倾翻|翻转倒"
)
_STANDS: Final = re.compile(
    r"\b(?:rest|sit)s? (?:stably|securely|flat)\b|"
    r"\bstands? (?:freely|stably|stable|securely|firmly|on its own|upright|by itself)\b|"
    r"\bfree-?standing\b|\b(?:remain|stay|keep)s? (?:stable|upright)\b|保持稳定|"
    r"\bself-?standing\b|\btip(?:ping)? angle\b|\bstable when (?:tilted|tipped|inclined)\b|"
    r"自行站立|稳定站立|平稳放置|倾覆角"
)
_MASS_CENTRE: Final = re.compile(
    r"\b(?:centre|center) of (?:mass|gravity)\b|\bc\.?o\.?[gm]\b\.?|重心|质心"
)
_AWAY: Final = re.compile(
    r"\bwithin\b[^,;]*\bof the\b|\bfrom (?!the (?:base|bottom|floor|ground|table))|"
    r"\b(?:off|of) the axis|偏离|偏心|偏移"
)
_AXIS: Final = re.compile(r"\b([xyz])\b(?!\s?\d)|(?<![a-z])([xyz])(?:轴|向|方向)")
_REACH: Final = re.compile(
    r"(?:\btimes|\dx|\d ×|\d x) (?:the |its |their )?(?:cutter|tool|end ?mill|hole|bore)?(?:'s)? ?"
    r"(?:dia(?:meter)?|width)\b(?! ?Ø?\d)|"
    r"\bdepth[- ](?:to[- ]|/ ?)(?:width|diameter|tool diameter) ratio\b|深宽比|深径比|"
    r"倍(?:刀具|孔)?(?:直径|宽度|径)|(?:直径|孔径|宽度)的?\s?\d[\d.]{0,3}\s?倍"
)
_DEPTH: Final = re.compile(r"\bdeep\w*\b|\bdepths?\b|深")
_RISE: Final = re.compile(r"\bholes?\b|\bbores?\b|孔")


def read_balance(piece: Piece, reading: Reading) -> bool:
    """'Must not tip over at 10°', 'centre of mass below 40 mm', 'pockets at most 4 x the tool'."""
    return _read_tilt(piece, reading) or _read_mass_centre(piece, reading) or _read_reach(
        piece, reading
    )  # fmt: skip


def _read_tilt(piece: Piece, reading: Reading) -> bool:
    tips = _TIPS.search(piece.plain)
    # 'over' also compares, so that the usual test would take its 'not' for that of a limit
    before = piece.plain[: tips.start()] if tips else ""
    stays = BEFORE.search(before) is not None or before.endswith(("不", "不会", "不易"))
    if not stays and _STANDS.search(piece.plain) is None:
        return False
    if any(each.quantity == "tip_angle" for each in reading.requirements) and not piece.amounts:
        return True  # 'rests stably and does not topple' is said once
    angle = next((amount for amount in piece.amounts if amount.unit == "deg"), None)
    if any(amount.unit not in {None, "deg"} for amount in piece.amounts):
        return False
    if angle is None:
        reading.notes.append(
            phrase(
                "'{text}' is checked as: it stands a tilt of {tilt:g} degrees.",
                text=piece.text,
                tilt=STABLE_TILT_DEG,
            )
        )
    add(
        piece, reading, "geometry", quantity="tip_angle", comparator=">=", unit="deg",
        lower=angle.values[-1] if angle else STABLE_TILT_DEG, subject="a wide stable base",
    )  # fmt: skip
    return True


def _read_mass_centre(piece: Piece, reading: Reading) -> bool:
    found = _MASS_CENTRE.search(piece.plain)
    lengths = [amount for amount in piece.amounts if amount.unit == "mm" and amount.form != "size"]
    if found is None or not lengths or _AWAY.search(piece.plain):
        return False
    axis = _AXIS.search(piece.plain[found.end() :])
    name = (axis[1] or axis[2]) if axis else "z"
    comparator, lower, upper = lengths[0].bounds
    add(
        piece, reading, "geometry", quantity=f"center_of_mass_{name}", comparator=comparator,
        lower=lower, upper=upper, unit="mm", subject="centre of mass",
    )  # fmt: skip
    return True


def _read_reach(piece: Piece, reading: Reading) -> bool:
    if not (_REACH.search(piece.plain) and _DEPTH.search(piece.plain) and piece.amounts):
        return False
    times = piece.amounts[0]
    if times.unit is not None or times.form not in {"single", "size", "range"}:
        return False
    limit = Amount(times.start, times.end, "single", times.values[:1], None, sign=times.sign)
    quantity = "hole_depth_ratio" if _RISE.search(piece.plain) else "tool_reach_ratio"
    comparator, lower, upper = limit.bounds if times.sign else ("<=", None, times.values[0])
    add(
        piece, reading, "geometry", quantity=quantity, comparator=comparator, lower=lower,
        upper=upper, unit="",
    )  # fmt: skip
    return True
