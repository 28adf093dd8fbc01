"""Briefs as files: real PDF and Word documents made here, and what is wrong with others."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from pypdf import PdfReader, PdfWriter

from mmdesign.errors import SpecError
from mmdesign.loading import BRIEF_SUFFIXES, read_brief
from mmdesign.loading.brief_columns import as_rows, in_columns
from mmdesign.loading.brief_pdf import paragraphs
from mmdesign.settings import Settings
from mmdesign.spec import parse_spec

SETTINGS = Settings()
REQUIREMENTS = [
    ("wall_thickness_min", 2.5), ("hole_count", 4.0), ("mass", None), ("length", 119.7),
]  # fmt: skip


def pdf_bytes(pages):
    """A PDF with lines of (x, y, text) in Helvetica, written by hand."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None, font]
    kids = []
    for lines in pages:
        drawn = "\n".join(
            f"BT /F1 10 Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, text in lines
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
            f">> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, offsets = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    ending = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    )
    return body + ending.encode()


def _escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def lines_at(texts, x=60, top=780, step=14):
    return [(x, top - step * at, text) for at, text in enumerate(texts) if text]


@pytest.fixture
def brief(tmp_path):
    def written(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def bounds_of(text):
    return [(r.quantity, r.lower) for r in parse_spec(text).requirements]


def test_a_pdf_gives_its_lines_with_wrapped_sentences_joined(brief):
    path = brief("brief.pdf", pdf_bytes([lines_at([
        "Motor bracket", "",
        "Wall at least 2.5 mm, and this sentence is long enough to run to the right edge of",
        "the page, where it goes on.",
        "- Four M6 mounting holes.",
        "- Mass below 200 g.",
        "- Overall length 120 ±0.3 mm.",
    ])]))  # fmt: skip
    text = read_brief(path, SETTINGS)
    assert "right edge of the page, where it goes on." in text
    quantities = bounds_of(text)
    assert all(pair in quantities for pair in REQUIREMENTS)
    assert "Motor bracket" in parse_spec(text).notes


def test_a_table_in_a_pdf_keeps_its_empty_cells(brief):
    rows = [("Feature", "Min", "Max", "Unit"), ("Width", "59.5", "60.5", "mm"),
            ("Height", "", "40", "mm"), ("Mass", "", "200", "g")]  # fmt: skip
    cells = [
        (60 + 110 * column, 700 - 16 * row, cell)
        for row, texts in enumerate(rows)
        for column, cell in enumerate(texts)
        if cell
    ]
    text = read_brief(brief("table.pdf", pdf_bytes([cells])), SETTINGS)
    found = {r.quantity: (r.lower, r.upper) for r in parse_spec(text).requirements}
    assert found == {"width": (59.5, 60.5), "height": (None, 40), "mass": (None, 200)}


def test_running_titles_and_page_numbers_are_dropped(brief):
    pages = [
        lines_at([f"ACME spec, page {number} of 3", "", f"Wall at least {number} mm."])
        for number in (1, 2, 3)
    ]
    text = read_brief(brief("pages.pdf", pdf_bytes(pages)), SETTINGS)
    assert "ACME" not in text
    assert [lower for _, lower in bounds_of(text)] == [1, 2, 3]


def test_a_word_brief_gives_headings_lists_and_tables_in_reading_order(tmp_path):
    document = Document()
    document.add_heading("Motor bracket", 0)
    document.add_paragraph("Wall thickness at least 2.5 mm.")
    document.add_paragraph("Four M6 mounting holes", style="List Bullet")
    table = document.add_table(rows=3, cols=3)
    rows = [("Feature", "Max", "Unit"), ("Mass", "200", "g"), ("Length", "120", "mm")]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("壁厚宜为3毫米。")
    path = tmp_path / "brief.docx"
    document.save(path)
    text = read_brief(path, SETTINGS)
    spec = parse_spec(text)
    assert "Motor bracket" in spec.notes
    assert [(r.quantity, r.lower, r.upper, r.priority) for r in spec.requirements] == [
        ("wall_thickness_min", 2.5, None, "must"), ("hole_count", 4, 4, "must"),
        ("mass", None, 200, "must"), ("length", None, 120, "must"),
        ("wall_thickness_min", 3, 3, "should"),
    ]  # fmt: skip


def test_text_inserted_under_review_counts_and_deleted_text_does_not(tmp_path):
    document = Document()
    paragraph = document.add_paragraph("Wall at least ")
    for tag, inner, value in (("w:del", "w:delText", "1 mm"), ("w:ins", "w:t", "3 mm")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        text.text = value
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    path = tmp_path / "reviewed.docx"
    document.save(path)
    assert read_brief(path, SETTINGS).strip() == "Wall at least 3 mm"


TEXT_ZH, TEXT_EN = "壁厚不小于2.5毫米。\n四个M6安装孔。", "Wall 2.5 mm ±0.1, Ø6.6 holes at 45°"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(TEXT_ZH, "utf-8"), (TEXT_ZH, "utf-8-sig"), (TEXT_ZH, "gb18030"), (TEXT_ZH, "utf-16"),
     ("壁厚不小於2.5毫米。四個安裝孔。", "big5"), (TEXT_EN, "cp1252"), (TEXT_EN, "utf-16"),
     ("Pièce en acier, épaisseur ½ mm ±0.1", "cp1252")],
)  # fmt: skip
def test_a_text_file_is_read_in_the_encoding_it_was_written_in(brief, text, encoding):
    assert read_brief(brief("brief.txt", text.encode(encoding)), SETTINGS) == text


def _scan():
    return pdf_bytes([[]])


def _locked():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_bytes([lines_at(["Wall 2 mm"] * 9)]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _many_pages():
    return pdf_bytes([lines_at(["Wall at least 2 mm and more words"])] * 201)


def _bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (201 * 2**20))
    return out.getvalue()


REFUSED = [
    ("scan.pdf", _scan, "no text"),
    ("locked.pdf", _locked, "password"),
    ("broken.pdf", lambda: b"%PDF-1.7\nnothing", "damaged"),
    ("nonsense.pdf", lambda: b"hello", "damaged"),
    ("long.pdf", _many_pages, "201 pages"),
    ("broken.docx", lambda: b"PK\x03\x04 not a zip", "damaged"),
    ("old.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word file"),
    ("bomb.docx", _bomb, "unpacks to"),
    ("empty.txt", lambda: b" \n", "empty"),
    ("binary.txt", lambda: bytes(range(256)), "not a text file"),
    ("long.txt", lambda: b"wall 2 mm\n" * 110_000, "too many"),
    ("brief.rtf", lambda: b"{\\rtf1 wall}", "save it as one of"),
]


@pytest.mark.parametrize(("name", "content", "said"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_cannot_be_read_is_one_sentence_that_names_the_file(brief, name, content, said):
    with pytest.raises(SpecError) as refusal:
        read_brief(brief(name, content()), SETTINGS)
    message = str(refusal.value)
    assert name in message
    assert said in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_file_that_is_not_there_and_one_that_is_too_large_are_refused(tmp_path):
    with pytest.raises(SpecError, match="was not found"):
        read_brief(tmp_path / "missing.pdf", SETTINGS)
    with pytest.raises(SpecError, match="is a folder"):
        read_brief(tmp_path, SETTINGS)
    with pytest.raises(SpecError, match="not a brief"):
        read_brief(tmp_path / "a.step", SETTINGS)
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(21 * 2**20)
    with pytest.raises(SpecError, match="21 MB"):
        read_brief(large, SETTINGS)


def test_every_kind_of_brief_that_is_offered_is_read(brief, tmp_path):
    document = Document()
    document.add_paragraph("Wall at least 2 mm")
    document.save(tmp_path / "brief.docx")
    made = {
        ".txt": "Wall at least 2 mm", ".md": "Wall at least 2 mm",
        ".pdf": pdf_bytes([lines_at(["Wall at least 2 mm", "and nothing more"])]),
        ".docx": (tmp_path / "brief.docx").read_bytes(),
    }  # fmt: skip
    assert set(made) == set(BRIEF_SUFFIXES)
    for suffix, content in made.items():
        text = read_brief(brief(f"brief{suffix}", content), SETTINGS)
        assert bounds_of(text)[0] == ("wall_thickness_min", 2)


def test_two_columns_of_prose_are_read_one_after_the_other():
    left = [f"left column line number {at} of prose" for at in range(10)]
    right = [f"right column line number {at} of prose" for at in range(10)]
    page = [f"{a:45}{b}" for a, b in zip(left, right, strict=True)]
    assert [line for line in in_columns(page) if line] == left + right


def test_prose_without_columns_stays_as_it_is():
    page = ["Wall at least 2 mm.", "", "Four holes of 6 mm.", "No sharp edges."]
    assert as_rows(page) == page
    assert in_columns(page) == []
    assert paragraphs(page) == page


def test_a_line_that_ends_early_is_not_joined_with_the_next():
    page = ["a" * 80, "Wall 2 mm", "mass 200 g"]
    assert paragraphs(page)[1:] == ["Wall 2 mm", "mass 200 g"]
