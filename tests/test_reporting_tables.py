"""Tables of many rows: typed columns, constant memory, the same bytes each time, no formulas."""

import json
import tracemalloc

import openpyxl
import pyarrow.parquet
import pytest

from mmdesign.domain import Fit
from mmdesign.errors import MMDesignError
from mmdesign.reporting import (
    Column,
    RankedDesign,
    check_table,
    fit_cells,
    spreadsheet,
    write_ranked,
    write_table,
)

SUFFIXES = (".csv", ".jsonl", ".xlsx", ".html", ".parquet")
COLUMNS = (Column("name"), Column("rank", "integer"), Column("fit", "number"),
           Column("R1", "outcome"), Column("sure", "truth"))  # fmt: skip
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "＝1")


def some(count):
    for n in range(count):
        yield {"name": f"part {n}", "rank": n + 1, "fit": n / 7, "R1": "met", "sure": n % 2 == 0}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_rows_make_the_same_bytes(tmp_path, suffix):
    for name in ("a", "b"):
        write_table(some(50), tmp_path / f"{name}{suffix}", COLUMNS)
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_rows_that_come_one_by_one_are_written_as_a_list_is(tmp_path, suffix):
    write_table(some(20), tmp_path / f"a{suffix}", COLUMNS)
    columns = [Column(c.name, "text" if c.kind == "outcome" else c.kind) for c in COLUMNS]
    write_table(some(20), tmp_path / f"b{suffix}", columns)
    write_table(list(some(20)), tmp_path / f"c{suffix}")
    same = (tmp_path / f"b{suffix}").read_bytes() == (tmp_path / f"c{suffix}").read_bytes()
    assert same
    if suffix not in (".xlsx",):  # only a sheet shows outcomes in colour
        assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"c{suffix}").read_bytes()


def test_parquet_columns_have_their_kind_even_when_empty(tmp_path):
    write_table([], tmp_path / "t.parquet", COLUMNS)
    schema = pyarrow.parquet.read_schema(tmp_path / "t.parquet")
    assert [str(kind) for kind in schema.types] == ["string", "int64", "double", "string", "bool"]


def test_parquet_has_groups_of_one_size_and_every_row(tmp_path):
    write_table(some(10_000), tmp_path / "t.parquet", COLUMNS)
    whole = pyarrow.parquet.ParquetFile(tmp_path / "t.parquet")
    sizes = [whole.metadata.row_group(n).num_rows for n in range(whole.num_row_groups)]
    assert sizes == [4096, 4096, 1808]
    assert whole.read().column("rank").to_pylist() == list(range(1, 10_001))


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_sheet_holds_texts_and_numbers_but_never_a_formula(tmp_path, formula):
    row = {"name": formula, "fit": -0.5, "sure": True, "link": "http://x.example"}
    write_table([row], tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    head, line = sheet.iter_rows()
    assert [cell.value for cell in head] == ["name", "fit", "sure", "link"]
    assert [cell.data_type for cell in line] == ["s", "n", "b", "s"]
    # XML knows no carriage return in text and one kind of tab
    assert line[0].value.replace("_x0009_", "\t") == f"'{formula}"
    assert (line[1].value, line[2].value) == (-0.5, True)
    assert not any(cell.hyperlink for cell in line)


def test_a_sheet_cuts_texts_at_its_limit_and_refuses_more_rows_than_it_has(tmp_path, monkeypatch):
    write_table([{"name": "x" * 40_000}], tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert sheet["A2"].value == "x" * 32_767
    monkeypatch.setattr(spreadsheet, "MAX_ROWS", 10)
    with pytest.raises(MMDesignError, match=r"at most 9 designs.*\.parquet"):
        write_table(some(10), tmp_path / "u.xlsx", COLUMNS)
    assert [path.name for path in tmp_path.iterdir()] == ["t.xlsx"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_memory_does_not_grow_with_the_number_of_rows(tmp_path, suffix):
    peaks = []
    write_table(some(50), tmp_path / f"warm{suffix}", COLUMNS)
    for count in (9_000, 18_000):
        tracemalloc.start()
        write_table(some(count), tmp_path / f"t{suffix}", COLUMNS)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0] + 500_000


def test_every_format_can_be_checked_beforehand(tmp_path):
    for suffix in SUFFIXES:
        check_table(tmp_path / f"t{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_a_design_without_a_fit_has_empty_cells():
    assert set(fit_cells(None).values()) == {None}
    assert fit_cells(Fit(None, 0.0, 1.0, 0.0, "undecided"))["fit"] is None


def designs(count, name="part", thumbnail=b"RIFFxxxxWEBP"):
    for n in range(count):
        yield RankedDesign(
            n + 1, f"{name} {n}", f"/x/{n}.stl", Fit(0.9, 0.8, 1.0, 1.0, "fits"),
            {"R1": ("met", 0.9), "R2": ("cannot_tell", None)}, None, thumbnail,
        )  # fmt: skip
    yield RankedDesign(count + 1, "bad.stl", "/x/bad.stl", None, {}, "It is broken.", b"")


def test_the_ranked_page_shows_pictures_outcomes_and_failures(tmp_path):
    counts = {"fits": 3, "failed": 1}
    names = [("R1", "Four holes"), ("R2", "Looks light")]
    write_ranked(tmp_path / "r.html", designs(3), names, counts, "Four holes\nLooks light")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert page.count("<img") == 3
    assert page.count("data:image/webp;base64,") == 3
    assert "4 designs: 3 fit, 1 not readable" in page
    assert "It is broken." in page
    assert page.count('class="mark met"') == 3
    assert "default-src &#x27;none&#x27;" in page


def test_the_ranked_page_runs_nothing_that_a_name_brings(tmp_path):
    nasty = '<img src=x onerror="alert(1)">=1+1'
    write_ranked(tmp_path / "r.html", designs(1, nasty), [("R1", nasty)], {"fits": 1}, nasty)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<img src=x" not in page
    assert json.dumps('onerror="alert')[1:-1] not in page
    write_ranked(tmp_path / "r.html", designs(1, "=1+1"), [], {"fits": 1})
    assert "&#x27;=1+1 0" in (tmp_path / "r.html").read_text("utf-8")


def test_beyond_the_best_designs_the_page_carries_no_pictures(tmp_path, monkeypatch):
    monkeypatch.setattr("mmdesign.reporting.ranked.WITH_PICTURE", 5)
    write_ranked(tmp_path / "r.html", designs(20), [("R1", "x")], {"fits": 20})
    page = (tmp_path / "r.html").read_text("utf-8")
    assert page.count("<img") == 5
    assert page.count("<tr>") == 1 + 20 + 1
