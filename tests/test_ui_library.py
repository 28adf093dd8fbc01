"""The library page: facets, wishes, picking, tags, removal, export and the opened design."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

import gradio as gr
import numpy as np
import pytest
import trimesh

from mmdesign.domain import Hit, Measurement, Mesh
from mmdesign.library import Library, Record, SearchResult
from mmdesign.settings import Settings
from mmdesign.ui.library_cards import badge, facets_html, record_html, wishes_html
from mmdesign.ui.library_desk import toggled
from mmdesign.ui.library_page import PAGE, LibraryPage
from mmdesign.ui.words import Words

WIDTH = 4
COUNT = PAGE + 6
WORDS = Words("en")


def design_id(number):
    return f"{number:064x}"


@dataclass
class Reviewer:
    """Remembers what it was asked, and finds the first designs."""

    settings: Settings
    library: Library
    asked: list[dict] = field(default_factory=list)

    def search(self, text=None, files=(), k=12, where=None, wishes=None):
        self.asked.append({"text": text, "where": where, "wishes": wishes})
        return SearchResult((hit(0), hit(1)), "No good match in this library.")

    def search_spec(self, spec, k=12, where=None):
        self.asked.append({"spec": spec, "where": where})
        outcomes = {"r1": "met", "r2": "not_met"}
        return SearchResult((hit(2, outcomes=outcomes),), None)

    def geometry(self, design_id):
        box = trimesh.creation.box((3, 2, 1))
        faces = np.asarray(box.faces, np.int32)
        return Mesh(np.asarray(box.vertices), faces, np.zeros(len(faces), np.int32), ("part",))


def hit(number, **fields):
    given = {"evidence": "mirrored", "percentile": 0.98, "why": ("mirrored",),
             "reasons": {"shape": ("mirrored",)}}  # fmt: skip
    return Hit(design_id(number), f"part {number}", "/p", 0.9, 0.7, 1, **(given | fields))


class Event:
    """What a click in a panel tells."""

    def __init__(self, **data):
        self._data = data


@pytest.fixture
def reviewer(tmp_path):
    folder = tmp_path / "library"
    with Library.open(folder, "fake", WIDTH) as library:
        library.add(
            Record(
                design_id(number), f"part {number}", f"/p/{number}.stl",
                np.eye(WIDTH, dtype=np.float32)[number % WIDTH],
                kind="cad" if number % 2 else "mesh", tags=("even",) if number % 2 == 0 else (),
                measurements=(Measurement("length", 10.0 * number + 5, "mm", 0.1),
                              Measurement("hole_count", float(number % 3), "", 0.0)),
            )
            for number in range(COUNT)
        )  # fmt: skip
        yield Reviewer(Settings(library=folder), library)


@pytest.fixture
def page(reviewer):
    with gr.Blocks():
        return LibraryPage(reviewer, [".stl"])


def values(page, **given):
    empty = {page.text: "", page.files: None, page.where: "", page.brief: "",
             page.same_size: False, page.desk.wishes: {"more": {}, "less": {}}}  # fmt: skip
    return empty | {getattr(page, name, None) or page.desk.wishes: value
                    for name, value in given.items()}  # fmt: skip


def test_the_shelf_tells_its_page_and_its_facets(page):
    shown = page.show(None)
    assert "page 1 of 2" in shown[page.note]
    assert shown[page.facets].count("data-clause") == 2 + 1 + 3 + 2
    assert f"{COUNT // 2}</span>" in shown[page.facets]


def test_a_facet_narrows_the_shelf_and_a_second_click_takes_it_back(page):
    once = page.narrow(values(page), Event(clause="kind = cad"), None)
    assert once[page.where] == "kind = cad"
    assert once[page.grid].count("<li>") == COUNT // 2
    assert 'aria-pressed="true"' in once[page.facets]
    again = page.narrow(values(page, where="kind = cad"), Event(clause="kind = cad"), None)
    assert again[page.where] == ""


def test_toggling_keeps_what_else_is_asked():
    two = toggled("kind = cad", "length > 50 and length <= 200")
    assert two == "kind = cad and length > 50 and length <= 200"
    assert toggled(two, "length > 50 and length <= 200") == "kind = cad"
    assert toggled(None, "kind = cad") == "kind = cad"


def test_a_wish_searches_at_once_and_can_be_dropped(page, reviewer):
    more = page.act(values(page), Event(action="more", design=design_id(3)), None)
    assert reviewer.asked[-1]["wishes"].more == (design_id(3),)
    assert "part 3" in more[page.chips]
    wishes = more[page.desk.wishes]
    less = page.act(values(page, wishes=wishes), Event(action="less", design=design_id(3)), None)
    assert reviewer.asked[-1]["wishes"].less == (design_id(3),)
    assert reviewer.asked[-1]["wishes"].more == ()
    dropped = page.narrow(
        values(page, wishes=less[page.desk.wishes]), Event(drop=design_id(3)), None
    )
    assert dropped[page.chips] == ""
    assert dropped[page.grid].count("<li>") == PAGE


def test_a_brief_is_searched_by_and_each_tile_says_what_is_met(page, reviewer):
    found = page.search_all(values(page, brief="No longer than 120 mm."), None)
    assert reviewer.asked[-1]["spec"] == "No longer than 120 mm."
    assert "meets 1 of 2" in found[page.grid]


def test_a_hit_is_opened_with_its_reasons(page):
    found = page.find("bracket", None, "", None)
    assert "mirrored" in found[page.grid]
    opened = page.touched([], found[page.desk.hits], Event(design=design_id(0)), None)
    said = opened[page.desk.record]
    assert "Shape" in said
    assert "more alike than 98 %" in said
    closed = page.touched([], {}, Event(design=""), None)
    assert closed[page.desk.opened].visible is False


def test_the_geometry_is_shown_when_asked_for(page):
    shown = page.act(values(page), Event(action="show", design=design_id(0)), None)
    assert shown[page.desk.figure].visible


def test_picked_designs_are_tagged_and_removed(page, reviewer):
    picked = page.touched([], {}, Event(pick=design_id(1), on=True), None)[page.desk.picked]
    picked = page.touched(picked, {}, Event(pick=design_id(2), on=True), None)[page.desk.picked]
    assert picked == [design_id(1), design_id(2)]
    assert page.touched(picked, {}, Event(pick=design_id(1), on=False), None)[page.desk.picked] == [
        design_id(2)
    ]
    page.tag(picked, "new, checked", "", None)
    assert reviewer.library.get(design_id(1)).tags == ("new", "checked")
    assert reviewer.library.get(design_id(2)).tags == ("even", "new", "checked")
    page.remove(picked, "", None)
    assert len(reviewer.library) == COUNT - 2
    assert design_id(1) not in reviewer.library


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_what_passes_the_filter_is_exported(page, suffix):
    done = page.export(suffix, "kind = cad")
    path = Path(done[page.desk.exported].value["path"])
    assert path.suffix == suffix
    if suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == COUNT // 2


def test_a_bad_filter_is_explained_everywhere(page):
    for answer in (page.export(".csv", "length <"), page.find("", None, "length <", None)):
        assert 'role="alert"' in answer[page.status]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_is_said_in_both_languages_and_nothing_is_taken_for_html(language):
    words, nasty = Words(language), '<img src=x onerror="alert(1)">'
    record = Record("<i>", nasty, nasty, np.ones(1, np.float32), nasty, (nasty,))
    said = [
        record_html(record, words, hit(0, why=(nasty,), reasons={"shape": (nasty,)})),
        facets_html({"tag": [(nasty, nasty, 1)]}, "", words),
        wishes_html({"<i>": nasty}, {"<b>": nasty}, words),
    ]
    assert all("<img src=x" not in text for text in said)
    for kind in ("same file", "same geometry", "scaled", "mirrored", "near-duplicate",
                 "same family"):  # fmt: skip
        told = badge(hit(0, evidence=kind), words)
        assert (kind in told) == (language == "en")
