"""Briefs as files on the command line, and what to rewrite before anything is scored."""

import json

import pytest
import trimesh
from docx import Document
from test_cli import run, run_here


@pytest.fixture(scope="module")
def brief(tmp_path_factory):
    document = Document()
    document.add_paragraph("Wall at least 2.5")
    document.add_paragraph("Length at most 2 m")
    path = tmp_path_factory.mktemp("briefs") / "brief.docx"
    document.save(path)
    return path


def test_a_word_brief_is_read_as_the_same_text_would_be(brief):
    done = run("spec", brief, "--json")
    assert done.returncode == 0, done.stderr
    text = run("spec", "--text", "Wall at least 2.5\nLength at most 2 m", "--json")
    assert json.loads(done.stdout) == json.loads(text.stdout)


def test_a_brief_that_cannot_be_read_is_one_line_and_exit_code_one(tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"%PDF-1.7 nothing")
    done = run("spec", path)
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert "brief.pdf" in line


@pytest.mark.model
def test_what_to_rewrite_is_printed_before_the_scores(brief, tmp_path):
    part = tmp_path / "part.stl"
    trimesh.creation.box((40, 30, 20)).export(part)
    done = run_here("review", part, "--spec", brief, "--library", tmp_path / "library")
    assert done.returncode == 0, done.stderr
    out = done.stdout
    assert out.index("There is no unit") < out.index("fit ")
    assert out.index("far larger than the whole design (40 mm)") < out.index("fit ")
    assert "2 mm if millimetres were meant" in out
