"""Word briefs: headings, paragraphs, lists and tables in reading order, as lines of Markdown."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from mmdesign.errors import DesignError

MAX_UNPACKED_MB: Final = 200
_MAX_DEPTH: Final = 4
_TEXT, _BREAKS = qn("w:t"), {qn("w:br"), qn("w:cr")}
_TAB, _HYPHEN = qn("w:tab"), qn("w:noBreakHyphen")
# A text box is written twice, for new and for old programs; a deleted run keeps no w:t.
_TWICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def word_text(path: Path, name: str) -> str:
    """Read the text of a .docx file.

    Raises:
        DesignError: If it is damaged, protected by a password, too large, or holds no text.
    """
    _check_archive(path, name)
    try:
        document = Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError):
        message = f"{name} is damaged or is no Word document; save it again as DOCX."
        raise DesignError(message) from None
    text = "\n".join(_lines(document))
    if not text.strip():
        message = f"{name} holds no text, only pictures or nothing; paste the requirements instead."
        raise DesignError(message)
    return text


def _check_archive(path: Path, name: str) -> None:
    if path.read_bytes()[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        message = (
            f"{name} is protected by a password or is an old Word file; save it as DOCX "
            "without a password."
        )
        raise DesignError(message)
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        message = f"{name} is damaged or is no Word document; save it again as DOCX."
        raise DesignError(message) from None
    if unpacked > MAX_UNPACKED_MB * 2**20:
        message = (
            f"{name} unpacks to {unpacked / 2**20:,.0f} MB; remove its pictures, or paste the "
            "requirements instead."
        )
        raise DesignError(message)


def _lines(holder: "WordDocument | _Cell", depth: int = 0) -> Iterator[str]:
    for block in holder.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block, depth)
        else:
            yield from _paragraph_lines(block)


def _paragraph_lines(paragraph: Paragraph) -> Iterator[str]:
    lines = [line.strip() for line in _written(paragraph).splitlines() if line.strip()]
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    for number, line in enumerate(lines):
        if style.startswith(("Heading", "Title")):
            yield f"# {line}"
        elif number == 0 and (style.startswith("List") or _is_numbered(paragraph)):
            yield f"- {line}"
        else:
            yield line
    if not lines:
        yield ""


def _is_numbered(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def _written(paragraph: Paragraph) -> str:
    """All that is written, insertions under review and links too: `paragraph.text` skips these."""
    parts: list[str] = []
    for element in paragraph._p.iter():
        if any(above.tag == _TWICE for above in element.iterancestors()):
            continue
        if element.tag == _TEXT:
            parts.append(element.text or "")
        elif element.tag in _BREAKS:
            parts.append("\n")
        elif element.tag == _TAB:
            # A tab stop is declared in the properties of the paragraph, not written
            parts.append("" if element.getparent().tag == qn("w:tabs") else "\t")
        elif element.tag == _HYPHEN:
            parts.append("-")
    return "".join(parts)


def _rows(table: Table, depth: int) -> Iterator[str]:
    """Table rows between pipes; a cell that spans several columns stands once."""
    if depth >= _MAX_DEPTH:
        return
    yield ""
    for row in table.rows:
        cells, last = [], None
        for cell in row.cells:
            if cell._tc is not last:
                cells.append(" ".join(" ".join(_lines(cell, depth + 1)).split()))
            last = cell._tc
        filled = [cell for cell in cells if cell]
        if len(filled) > 1:
            yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
        elif filled:
            yield filled[0]
    yield ""
