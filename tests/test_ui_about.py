"""The about page: which models there are, what was measured, and how to choose one."""

import re
from dataclasses import replace

import pytest

from mmdesign.domain import Model
from mmdesign.encoding import Figure, catalogue
from mmdesign.ui import about_page
from mmdesign.ui.about_page import about_html, models_html
from mmdesign.ui.words import LANGUAGES, Words

NASTY = '<img src=x onerror="window.hacked=1">'
MODEL = Model("embedded@0123456789ab", calibrated=True)


@pytest.fixture
def show(monkeypatch):
    """The list of models with its first one changed, as HTML."""

    def shown(**changes):
        known = catalogue()
        first = replace(known.choices[0], **changes)
        changed = replace(known, choices=(first, *known.choices[1:]))
        monkeypatch.setattr(about_page, "catalogue", lambda: changed)
        return models_html("embedded", Words())

    return shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_model_shows_its_flag_size_licence_and_use(language):
    page = about_html(MODEL, "embedded", "STEP", Words(language))
    assert MODEL.id in page
    for choice in catalogue().choices:
        assert choice.name in page
        assert f">{choice.picture_px} × {choice.picture_px}" in re.sub(r"<li>\D+", ">", page)
        assert f"{choice.licence}: {choice.licence_note[language]}" in page
        assert choice.good_for[language] in page
        assert f"{choice.download_mb or choice.weights_mb} MB" in page
        assert choice.repository is None or choice.repository in page
    for step in (*catalogue().choosing, *catalogue().offline):
        assert step.text[language].replace("'", "&#x27;") in page
    assert "local-dir:" in page


@pytest.mark.parametrize(("setting", "in_use"), [("embedded", 1), ("local-dir:/my/model", 0)])
def test_the_model_in_use_is_marked(setting, in_use):
    assert models_html(setting, Words()).count("mm-in-use") == in_use


def test_a_measured_model_shows_a_short_table_and_all_figures_folded(show):
    figures = [Figure("parts", f"figure {number}", 0.5, 0.1, 9) for number in range(20)]
    figures.append(Figure("parts", "Text to design: R@10", 0.8725, None, 640))
    page = show(figures=tuple(figures))
    short, folded = page.split("<details", 1)
    assert short.count("<tr>") == 2
    assert "0.873" in short or "0.872" in short
    assert "n = 640" in short
    assert "All 21 figures" in folded
    assert folded.split("</details>")[0].count("<tr>") == 22


def test_where_nobody_measured_there_is_a_command_and_no_table(show):
    page = show(figures=())
    assert "<table" not in page.split("</h3>")[1]
    assert page.count("Not evaluated here") == len(catalogue().choices)
    for choice in catalogue().choices:
        assert f'Copy: python -m mmdesign evaluate --model {choice.name}"' in page


def test_every_command_can_be_copied_and_reads_as_it_was_written():
    page = models_html("embedded", Words())
    codes = [re.sub("<[^>]+>", "", code) for code in re.findall(r"<code>(.*?)</code>", page, re.S)]
    assert len(codes) == page.count('<button type="button" class="mm-copy"')
    known = catalogue()
    written = [step.command for step in (*known.choosing, *known.offline) if step.command]
    assert {choice.flag for choice in known.choices} <= set(codes)
    assert {command.replace('"', "&quot;") for command in written} <= set(codes)


def test_nothing_in_the_list_becomes_markup(show):
    figure = Figure(NASTY, NASTY, 0.5, 0.1, 9)
    both = dict.fromkeys(LANGUAGES, NASTY)
    page = show(name=NASTY, licence=NASTY, licence_note=both, good_for=both,
                repository=NASTY, figures=(figure,) * 20)  # fmt: skip
    assert "<img" not in page
    assert '"window' not in page
