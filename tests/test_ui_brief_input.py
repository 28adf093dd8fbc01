"""Briefs that come in as files, and what the page says about them before any scoring."""

import re

import gradio as gr
import pytest
from docx import Document

from mmdesign.domain import Design as DesignFile
from mmdesign.domain import Fit, Lint, Model, Requirement, Review, Spec, Verdict
from mmdesign.settings import Settings
from mmdesign.spec import parse_spec
from mmdesign.ui.brief_input import BriefInput, lints_html
from mmdesign.ui.checks import MAX_SPEC_CHARS
from mmdesign.ui.ledger import ledger_html
from mmdesign.ui.words import Words


@pytest.fixture(scope="module")
def brief():
    with gr.Blocks():
        return BriefInput(Settings(), "test")


def test_an_uploaded_word_brief_fills_the_text_box(brief, tmp_path):
    document = Document()
    document.add_paragraph("Wall at least 2.5 mm")
    document.save(tmp_path / "brief.docx")
    text, status = brief.take(str(tmp_path / "brief.docx"))
    assert (text, status) == ("Wall at least 2.5 mm", "")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("scan.pdf", b"%PDF-1.7 nothing", "damaged"), ("long.txt", b"wall\n" * MAX_SPEC_CHARS, "keep"),
     ("<b>.txt", b" ", "&lt;b&gt;.txt is empty")],
)  # fmt: skip
def test_a_brief_that_cannot_be_read_is_said_and_changes_nothing(
    brief, tmp_path, name, content, said
):
    path = tmp_path / name
    path.write_bytes(content)
    text, status = brief.take(str(path))
    assert text == gr.skip()
    assert said in status
    assert 'role="alert"' in status


def test_what_to_sharpen_is_said_in_both_languages_with_its_example():
    lint = parse_spec("wall at least 2.5").lint
    english, chinese = (lints_html(lint, Words(language)) for language in ("en", "zh"))
    assert "There is no unit; mm is assumed. Write 2.5 mm." in english
    assert "请写成 2.5 mm" in chinese
    assert lints_html((), Words()) == ""


def test_a_text_without_a_requirement_has_nothing_to_sharpen(brief):
    assert brief.check("", None) == ""
    assert brief.check("# Title", None) == ""
    assert "untestable" not in brief.check("It must be strong", None)
    assert "strong" in brief.check("It must be strong", None)


def test_every_kind_of_problem_is_said_in_chinese():
    briefs = (
        "strong", "wall at least 2.5", "Length approx. 20 mm", "Wall at least 2.5 m",
        "Wall at least 3 mm.\nWall at most 2 mm.", "Modern look", "two ribs", "4x 6.6",
        "If used outdoors, wall at least 3 mm", "Slot spacing 40 mm", "Current 3 A",
        " and ".join(f"{number} mm" for number in range(1, 30)) + " wall.\nA handle.",
    )  # fmt: skip
    found = {item.kind: item for brief in briefs for item in parse_spec(brief).lint}
    assert len(found) >= len(briefs)
    for item in found.values():
        for said in (item.problem, item.proposal):
            assert re.search("[\u4e00-\u9fff]", Words("zh").said(said))
            assert Words("en").said(said) == said


def test_the_ledger_says_what_to_sharpen_before_its_first_row():
    wall = Requirement("R1", "wall at least 2.5", "thickness", "wall", "wall_thickness_min")
    review = Review(
        DesignFile("a" * 64, "box", "images"),
        Spec(wall.text, (wall,), lint=(Lint(wall.text, "<No> unit.", "Write 2.5 mm."),)),
        Model("fake", calibrated=False), Fit(None, 0.0, 1.0, 0.0, "undecided"), (),
        (Verdict(wall, "cannot_tell", None, (), "why"),), (), (), (), (),
    )  # fmt: skip
    html = ledger_html(review, None, Words())
    assert html.index("Write 2.5 mm.") < html.index('data-requirement="R1"')
    assert "&lt;No&gt; unit." in html
