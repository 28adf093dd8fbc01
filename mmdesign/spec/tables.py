"""Tables pasted as text: rows of cells between tabs, pipes or wide gaps become sentences."""

import re
from typing import Final

from mmdesign.spec.signs import normalise

_GAP: Final = re.compile(r"\t|\s?\|\s?| {2,20}")
_RULE: Final = re.compile(r"[\s|:+=_-]{3,2000}")
_HEADERS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("skip", re.compile(
        r"(?:no|nr|id|item|#|pos|ref|序号|编号|项次|source|verification|method|remark|comment|"
        r"note|备注)s?\.?")),
    ("minimum", re.compile(
        r"(?:min(?:imum|\.)?|lower|from|lsl|最小值?|下限)(?: (?:value|limit))?")),
    ("maximum", re.compile(r"(?:max(?:imum|\.)?|upper|to|usl|最大值?|上限)(?: (?:value|limit))?")),
    ("tolerance", re.compile(r"(?:tol(?:erance|\.)?|公差|±)s?")),
    ("unit", re.compile(r"(?:units?|单位)")),
    ("priority", re.compile(r"(?:prio(?:rity)?|level|moscow|importance|class|优先级|级别)")),
    ("label", re.compile(
        r"(?:feature|parameter|property|dimension|characteristic|attribute|name|what|quantity|"
        r"requirement|description|"
        r"特征|参数|项目|名称|尺寸名称|要求|指标)s?(?: name)?")),
    ("side", re.compile(
        r"(?:overall )?(?:length|width|height|depth|thickness|diameter|weight|mass)|"
        r"长度?|宽度?|高度?|厚度|直径|重量")),
    ("value", re.compile(
        r"(?:value|nominal|target|spec(?:ification)?|limit|size|requirement|requirements|数值|值|"
        r"标称值?|规格|要求|指标|目标值?)s?"
        r"(?: ?(?:\(|\[)?(?:mm|millimetres|in|inch)(?:\)|\])?)?")),
)  # fmt: skip


_LIMIT: Final = re.compile(
    r"(?:max(?:imum)?|min(?:imum)?|at (?:most|least))\.?|[≤≥<>]=?|最大|最小|不大于|不小于"
)
"""What stands in a column of tolerances where a value is a limit."""
_UNIT_BEHIND: Final = re.compile(
    r"(?:\s*[(\[（]|_)(?P<unit>mm|cm|in|inch|inches|g|kg|deg|degrees|°|毫米|厘米|克|千克|度)[)\]）]?\s*$"
)
_NUMERIC: Final = re.compile(r"[±+\-≤≥<>~]?\s?\d[\d.,/ ±+\-–~]*")
_NUMBERS_ROWS: Final = re.compile(r"(?:no|nr|id|#|pos|ref|序号|编号|项次)s?")


_SIDE: Final = re.compile(
    r"\s{0,20}(?:[-*•]\s)?\s{0,4}(?P<letter>[LWDHB])\s?[:=]?\s?(?P<size>\d[\d.,]{0,8})\s?"
    r"(?P<unit>mm|cm|in|\")?\s*"
)


def join_sides(lines: list[str]) -> list[str]:
    """'W 700 mm', 'D 280 mm' and 'H 500 mm' in three lines are one size."""
    joined: list[str] = []
    sides: list[re.Match[str]] = []
    for line in [*lines, ""]:
        side = _SIDE.fullmatch(line)
        if side and all(side["letter"] != before["letter"] for before in sides):
            sides.append(side)
            continue
        joined += _one_size(sides)
        sides = []
        joined.append(line)
    return joined[:-1]


def _one_size(sides: list[re.Match[str]]) -> list[str]:
    units = {side["unit"] for side in sides}
    if len(sides) < 3 or len(units) != 1:
        return [side[0] for side in sides]
    written = " x ".join(f"{side['letter']} {side['size']}" for side in sides)
    return [f"{written} {units.pop() or ''}".strip()]


def join_rows(lines: list[str]) -> list[str]:
    """Turn table rows into 'label: value unit' lines; other lines stay as they are."""
    joined: list[str] = []
    header: list[str] | None = None
    units: list[re.Match[str] | None] = []
    names: list[str] = []
    separator = ""
    for line in lines:
        separator = _separator_of(line, header, separator)
        cells = _cells(line.replace(separator, "\t") if separator else line)
        if cells is None:
            header = header if _is_rule(line) else None
            if not _is_rule(line):
                joined.append(line)
            continue
        roles = _roles(cells)
        if roles is not None:
            header, units = roles, [_UNIT_BEHIND.search(cell) for cell in cells]
            names = [
                _UNIT_BEHIND.sub("", cell) if role == "side" else ""
                for cell, role in zip(cells, roles, strict=True)
            ]
            continue
        joined.append(_sentence(_with_units(cells, units if header else [], names), header))
    return joined


def _separator_of(line: str, header: list[str] | None, before: str) -> str:
    """';' or ',' where a header row is written with it, and in the rows below that header."""
    if before and header is not None and line.count(before) + 1 >= len(header):
        return before
    for sign in (";", "；", ",", "，"):
        cells = [cell.strip() for cell in line.split(sign)]
        roles = _roles(cells) if len(cells) > 2 and all(cells) else None
        if roles is not None and ("label" in roles or "side" in roles):
            return sign
    return ""


def _is_rule(line: str) -> bool:
    return "-" in line and _RULE.fullmatch(line) is not None


def _cells(line: str) -> list[str] | None:
    """Cells of a row; None when a line is no row."""
    if "\t" not in line and "|" not in line and "  " not in line.strip():
        return None
    if _is_rule(line):
        return None
    body = line.strip(" ")
    body = body.removeprefix("|").removesuffix("|").strip(" ")
    cells = [cell.strip(" *`") for cell in _GAP.split(body)]
    if not 2 <= len(cells) <= 12 or len(cells[0]) > 60 or not cells[0]:
        return None
    if re.match(r"(?:[-*•]|\(?\d{1,2}[.)])$", cells[0]):
        return None
    return cells


def _with_units(cells: list[str], units: list[re.Match[str] | None], sides: list[str]) -> list[str]:
    """Numbers with the unit that stands in the head of their column, or behind their row's name.

    Where the head names a side ('width_mm'), the number takes that name along.
    """
    own = _UNIT_BEHIND.search(cells[0])
    told = [*units, *[None] * len(cells)]
    named = [cells[0][: own.start()] if own else cells[0], *cells[1:]]
    full = [
        f"{cell} {unit['unit']}" if unit and _NUMERIC.fullmatch(cell) else cell
        for cell, unit in zip(named, (each or own for each in told), strict=False)
    ]
    return [
        f"{side} {cell}" if side else cell
        for cell, side in zip(full, [*sides, *[""] * len(full)], strict=False)
    ]


def _roles(cells: list[str]) -> list[str] | None:
    """What each column of a header row holds; None when the row is no header."""
    roles = []
    for number, cell in enumerate(cells):
        name = _UNIT_BEHIND.sub("", normalise(cell)).strip(" :")
        fitting = [role for role, pattern in _HEADERS if pattern.fullmatch(name)]
        if number == 0 and "label" in fitting:
            fitting = ["label"]
        roles.append(fitting[0] if fitting else "")
    if sum(role == "side" for role in roles) > 1 and "label" not in roles:
        roles[0] = "label"
    if (
        "label" not in roles
        and roles[0] == "skip"
        and not _NUMBERS_ROWS.fullmatch(normalise(cells[0]).strip(" :."))
    ):
        roles[0] = "label"
    if roles == ["skip", "label"]:
        roles = ["label", "value"]
    return roles if sum(bool(role) for role in roles) * 2 > len(cells) else None


def _sentence(cells: list[str], header: list[str] | None) -> str:
    if header is not None and 1 < len(cells) < len(header):
        cells = [*cells, *[""] * (len(header) - len(cells))]
    elif header is not None and len(header) != len(cells):
        cells = [cell for cell in cells if cell]
        header = [role for role in header if role]
    if header is None or len(header) != len(cells):
        label, *rest = [cell for cell in cells if cell]
        return f"{label.rstrip(':：')}: {' '.join(rest)}" if rest else label
    by_role: dict[str, list[str]] = {}
    for role, cell in zip(header, cells, strict=True):
        if cell and cell not in {"-", "–", "—", "/", "n/a", "N/A"}:
            by_role.setdefault(role, []).append(cell)
    unit = " ".join(by_role.get("unit", []))
    label = " ".join(by_role.get("label", []) or by_role.get("", []))
    values = [f"{value} {unit}".strip() for value in by_role.get("value", [])]
    values += [f"min {value} {unit}".strip() for value in by_role.get("minimum", [])]
    values += [f"max {value} {unit}".strip() for value in by_role.get("maximum", [])]
    tolerance = " ".join(by_role.get("tolerance", []))
    if tolerance and values:
        values[0] = _toleranced(by_role.get("value", [""])[0], tolerance, unit)
    values += by_role.get("side", [])
    priority = "".join(f" ({cell})" for cell in by_role.get("priority", []))
    return f"{label}: {', '.join(values)}{priority}".strip(" :")


def _toleranced(value: str, tolerance: str, unit: str) -> str:
    """'120 ±0.2 mm'; 'max 250 g' where the column of tolerances only says so."""
    if _LIMIT.fullmatch(normalise(tolerance)):
        return f"{tolerance} {value} {unit}".strip()
    sign = "" if re.match(r"[±+\-HhGgFf]", tolerance) else "±"
    return f"{value} {sign}{tolerance} {unit}".strip()
