"""Columns of a page of text: tables become rows between pipes, columns of prose follow on."""

import re
from typing import Final

_GAP: Final = re.compile(r"\S( {2,})\S")
_WIDE_GAP: Final = 2
_MIN_PROSE_LINES: Final = 8
_PROSE_WIDTH: Final = 25


def as_rows(lines: list[str]) -> list[str]:
    """Turn every run of lines that share columns into '| a | b |' rows; others stay as they are."""
    written: list[str] = []
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at)
        rows = _table([line for line in lines[at:end] if line.strip()]) if end > at else []
        written += rows or lines[at : max(end, at + 1)]
        at = max(end, at + 1)
    return written


def _end_of_table(lines: list[str], start: int) -> int:
    """Where a run of lines with gaps ends; single lines without a gap may stand between them."""
    if not has_gap(lines[start]):
        return start
    end, last = start + 1, start
    while end < len(lines) and end - last <= 2:
        if has_gap(lines[end]):
            last = end
        end += 1
    end = last + 1
    if sum(has_gap(line) for line in lines[start:end]) < 2:
        return start
    # 'mounting holes' under 'Number of': the last label of a table may take two lines
    hangs = end < len(lines) and lines[end].strip()[:1].islower()
    return end + 1 if hangs and len(lines[end].rstrip()) < _first_gap_end(lines[last]) else end


def has_gap(line: str) -> bool:
    """Whether a line is parted by a wide gap, as table rows are."""
    return _GAP.search(line) is not None


def _first_gap_end(line: str) -> int:
    gap = _GAP.search(line)
    return gap.end(1) if gap else 0


def _table(lines: list[str]) -> list[str]:
    columns = _columns(lines)
    if len(columns) < 2:
        return []
    rows: list[list[str]] = []
    for line in lines:
        cells = [line[low:high].strip() for low, high in columns]
        if rows and _hangs_under(cells, rows[-1]):
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return [
        f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
        if sum(bool(cell) for cell in cells) > 1
        else " ".join(cells).strip()
        for cells in rows
    ]


def _hangs_under(cells: list[str], above: list[str]) -> bool:
    """Whether a line only goes on in cells of the row above it: 'Number of / mounting holes'."""
    filled = [at for at, cell in enumerate(cells) if cell]
    return len(filled) == 1 and above[filled[0]] != "" and cells[filled[0]][0].islower()


def _columns(lines: list[str]) -> list[tuple[int, int]]:
    """Spans of the columns: between them no line has ink, and one has a wide gap."""
    width = max(len(line) for line in lines)
    inked = [any(len(line) > at and line[at] != " " for line in lines) for at in range(width)]
    starts = [at for at in range(width) if inked[at] and (at == 0 or not inked[at - 1])]
    kept = [0] + [start for start in starts[1:] if _parts(lines, start, inked)]
    return list(zip(kept, [*kept[1:], width], strict=True))


def _parts(lines: list[str], start: int, inked: list[bool]) -> bool:
    gap = 0
    while start - gap > 0 and not inked[start - gap - 1]:
        gap += 1
    if gap >= _WIDE_GAP:
        return True
    around = slice(max(0, start - _WIDE_GAP), start)
    return any(line[:start].strip() and not line[around].strip() for line in lines)


def in_columns(lines: list[str]) -> list[str]:
    """The lines of a page of prose in two columns, one column after the other; [] for others."""
    filled = [line for line in lines if line.strip()]
    two = [line for line in filled if has_gap(line)]
    if len(two) < _MIN_PROSE_LINES or len(two) < len(filled) / 2:
        return []
    width = max(len(line) for line in filled)
    inked = "".join(
        "x" if any(line[at : at + 1].strip() for line in filled) else " " for at in range(width)
    )
    gutter = max(re.finditer(r"(?<=x) {2,}", inked), key=lambda gap: len(gap[0]), default=None)
    if gutter is None:
        return []
    sides = [
        [line[: gutter.start()].rstrip() for line in lines],
        [line[gutter.end() :].rstrip() for line in lines],
    ]
    for side in sides:
        lengths = sorted(len(line.split("  ")[0].strip()) for line in side if line.strip())
        if not lengths or lengths[len(lengths) // 2] < _PROSE_WIDTH:
            return []
    return [*sides[0], "", *sides[1]]
