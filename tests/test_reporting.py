"""Reports: the JSON contract, the self-contained page, tables, pictures."""

import csv
import html.parser
import io
import json
import math
import re
import sys
from dataclasses import replace
from importlib.util import find_spec
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mmdesign.domain import (
    Camera,
    Design,
    Evidence,
    Fit,
    Heatmap,
    Hit,
    Lint,
    Measurement,
    Mesh,
    Model,
    Priority,
    Requirement,
    RequirementKind,
    Review,
    Spec,
    Suggestion,
    Verdict,
    View,
)
from mmdesign.encoding.dense import METHOD as DENSE
from mmdesign.encoding.looking import GRADIENTS, OCCLUSION
from mmdesign.errors import MMDesignError
from mmdesign.explaining.covering import METHOD as COVERED
from mmdesign.explaining.masking import METHOD as MASKED
from mmdesign.explaining.painting import ON_MESH
from mmdesign.explaining.scales import RELATIVE, HeatScale
from mmdesign.judging import reasons
from mmdesign.measuring.missing import QUANTITIES
from mmdesign.phrases import LANGUAGES, in_language
from mmdesign.rendering import VIEWPOINTS
from mmdesign.reporting import (
    check_table,
    data_uri,
    heat_colors,
    overlay,
    review_html,
    review_json,
    thumbnail_webp,
    view_name,
    webp,
    write_table,
)
from mmdesign.reporting.page_words import methods_named, quantity_name, tags_of, took
from mmdesign.review.clock import STAGES

SIDE = 32


def view(name="iso", shade=180):
    return View(name, np.full((SIDE, SIDE, 3), shade, dtype=np.uint8))


def requirement(name, text, **fields):
    return Requirement(id=name, text=text, kind="visual", subject=text, **fields)


def make_review(**fields):
    holes = replace(requirement("R1", "Four holes"), kind="count", quantity="hole_count")
    look = requirement("R2", "No sharp edges", negated=True, priority="should")
    open_question = requirement("R3", "Wall at least 2.5 mm", parent="R1")
    mesh = Mesh(
        vertices=np.array([[0, 0, 0], [40, 0, 0], [0, 20, 0], [0, 0, 10], [999, 999, 999]], float),
        faces=np.array([[0, 1, 2], [0, 1, 3]], dtype=np.int32),
        face_part=np.zeros(2, dtype=np.int32),
        part_names=("body",),
    )
    peak = np.zeros((SIDE, SIDE), dtype=np.float32)
    peak[4:9, 4:9] = 0.9
    hit = Hit("b" * 64, "Old bracket", "/secret/old.step", 0.91, 0.7, 1, ("same hole count (4)",))
    given = {
        "design": Design("a" * 64, "bracket.step", "cad", mesh, views=(view(), view("top")),
                         units="mm"),
        "spec": Spec("Four holes.", (holes, look, open_question), notes=("A bracket.",),
                     lint=(Lint("nice", "cannot be measured.", "Say how wide."),)),
        "model": Model("embedded", calibrated=True),
        "fit": Fit(np.float64(0.62), 0.4, 0.8, 0.6, "fails"),
        "measurements": (Measurement("hole_count", np.float32(3.0), "", 0.0),
                         Measurement("length", 40.0, "mm", 0.01, np.arange(2, dtype=np.int32))),
        "verdicts": (
            Verdict(holes, "not_met", np.float32(0.02), (
                Evidence("geometry", "3 holes found", 0.02, 3.0, "", "== 4",
                         np.arange(2, dtype=np.int32)),), "One hole is missing."),
            Verdict(look, "met", 0.9, (Evidence("visual", "edges look rounded", 0.9),), "Rounded."),
            Verdict(open_question, "cannot_tell", None, (), "The mesh is open."),
        ),
        "heatmaps": (Heatmap("R1", peak, 1, "patch"), Heatmap("R1", peak * 0.1, 0, "patch"),
                     Heatmap("R1", np.ones(2, dtype=np.float32), None, "patch")),
        "hits": (hit,),
        "suggestions": (Suggestion("R1", "Add one hole.", 0.3, hit),),
        "warnings": ("The file declares no unit.",),
        "seconds": {"read": 0.5, "score": 1.25},
    }  # fmt: skip
    return Review(**(given | fields))


# The JSON contract, field by field

NUMBER_OR_NULL = (float, type(None))
CONTRACT = {
    "schema": int,
    "design": {
        "id": str, "name": str, "kind": {"mesh", "cad", "images"}, "units": (str, type(None)),
        "extents_mm": ([float], type(None)),
        "measurements": [{"quantity": str, "value": NUMBER_OR_NULL, "unit": str,
                          "sigma": NUMBER_OR_NULL}],
    },
    "model": {"id": str, "calibrated": bool},
    "fit": NUMBER_OR_NULL,
    "fit_range": [NUMBER_OR_NULL],
    "coverage": float,
    "outcome": {"fits", "fails", "undecided"},
    "requirements": [{
        "id": str, "text": str, "kind": str, "priority": {"must", "should", "could"},
        "negated": bool, "verdict": {"met", "not_met", "cannot_tell"},
        "probability": NUMBER_OR_NULL,
        "evidence": [{"source": {"geometry", "visual"}, "statement": str, "value": NUMBER_OR_NULL,
                      "unit": (str, type(None)), "limit": (str, type(None)),
                      "probability": NUMBER_OR_NULL}],
        "reason": str, "suggestion": (str, type(None)),
    }],
    "similar": [{"design_id": str, "name": str, "similarity": float,
                 "probability": NUMBER_OR_NULL, "why": [str]}],
    "warnings": [str],
}  # fmt: skip


class Kinds:
    def __init__(self, kinds):
        self.kinds = kinds


def set_of_kinds(shape):
    return Kinds(tuple(s for s in shape if not isinstance(s, list)))


def check(value, shape, place="$"):
    if isinstance(shape, dict):
        assert set(value) == set(shape), place
        for key, inner in shape.items():
            check(value[key], inner, f"{place}.{key}")
    elif isinstance(shape, list):
        assert type(value) is list, place
        for number, item in enumerate(value):
            check(item, shape[0], f"{place}[{number}]")
    elif isinstance(shape, set):
        assert value in shape, place
    elif isinstance(shape, tuple):
        lists = [s for s in shape if isinstance(s, list)]
        check(value, lists[0] if lists and type(value) is list else set_of_kinds(shape), place)
    else:
        kinds = shape.kinds if isinstance(shape, Kinds) else (shape,)
        assert type(value) in kinds, f"{place}: {type(value)}"
        assert type(value) is not float or math.isfinite(value), place


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"design": Design("a" * 64, "x.png", "images", views=(view(),))},
        {"fit": Fit(None, 0.0, 1.0, 0.0, "undecided"), "hits": (), "suggestions": ()},
        {"measurements": (Measurement("gap_min", math.inf, "mm", math.nan),)},
        {"verdicts": (), "heatmaps": (), "warnings": ()},
    ],
)
def test_the_json_follows_the_contract_field_by_field(fields):
    written = review_json(make_review(**fields))
    check(written, CONTRACT)
    assert written["schema"] == 1
    assert json.loads(json.dumps(written, allow_nan=False)) == written


def test_the_json_says_what_the_review_says():
    written = review_json(make_review())
    assert written["fit"] == pytest.approx(0.62)
    assert written["fit_range"] == [0.4, 0.8]
    assert written["design"]["extents_mm"] == [40.0, 20.0, 10.0]
    first, second, third = written["requirements"]
    assert (first["verdict"], first["suggestion"]) == ("not_met", "Add one hole.")
    assert first["evidence"][0]["limit"] == "== 4"
    assert (second["negated"], second["suggestion"]) == (True, None)
    assert third["probability"] is None
    assert written["similar"][0]["why"] == ["same hole count (4)"]


# The page


class Reader(html.parser.HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self):
        super().__init__()
        self.elements, self.text, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_the_page_shows_every_part_of_the_review():
    review = make_review()
    text = " ".join(read(review_html(review)).text).replace("\u00a0", " ")
    for expected in (
        "bracket.step", "fails the brief", "62 %", "between 40 % and 80 %", "60 % of the brief",
        "Four holes", "✗ not met", "✓ met", "? cannot tell", "One hole is missing.", "against == 4",
        "Add one hole.", "Old bracket", "same hole count (4)", "The file declares no unit.",
        "embedded", "score 1.25 s", "40 × 20 × 10 mm", "must not", "Say how wide.",
        "fit +30 points",
    ):  # fmt: skip
        assert expected in text, expected
    assert "/secret/" not in text


def test_a_chinese_page_says_everything_but_a_users_own_words_in_chinese():
    review = make_review()
    verdicts = (replace(review.verdicts[0], reason=reasons.MEASURED), *review.verdicts[1:])
    page = read(review_html(replace(review, verdicts=verdicts), language="zh"))
    text = " ".join(page.text).replace("\u00a0", " ")
    for expected in (
        "设计审查", "CAD 模型", "文件单位 mm", "✗ 不符合要求", "未满足的必须项：", "符合度",
        "介于 40 % 与 80 % 之间，规格已判定 60 %", "视图", "结论", "依据与理由", "✗ 未满足",
        "✓ 满足", "? 无法判断", "满足的概率 90 %", "必须", "不得", "数量", "测量：", "目视：",
        in_language(reasons.MEASURED, "zh"), "（符合度 +30 个百分点）参见 Old bracket。",
        "相似的已有设计", "相似度 0.91 · 同族的概率 70 %", "孔数", "长度", "警告", "规格中的说明",
        "模型 embedded（已校准）", "用时 1.75 秒", "Four holes", "The file declares no unit.",
    ):  # fmt: skip
        assert expected in text, expected
    for english in ("Views", "Requirement", "Verdict", "length", "must", "between", "Model"):
        assert english not in text, english
    alts = [attributes["alt"] for tag, attributes in page.elements if tag == "img"]
    assert "热图，视图：top，最高 0.90" in alts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_names_its_language_and_has_the_same_parts_in_each(language):
    page = review_html(make_review(), language=language)
    elements = read(page).elements
    assert [attributes for tag, attributes in elements if tag == "html"] == [{"lang": language}]
    english = read(review_html(make_review())).elements
    assert [tag for tag, _ in elements] == [tag for tag, _ in english]


def test_every_measured_quantity_has_a_chinese_name_of_its_own():
    names = {name: in_language(quantity_name(name), "zh") for name in sorted(QUANTITIES)}
    assert len(set(names.values())) == len(names)
    assert [name for name in names.values() if re.search("[A-Za-z]{2}", name)] == []
    assert quantity_name("thread_drill_count") == "thread drill count"
    assert quantity_name("a {new}_count") == "a {new} count"


def test_views_heat_and_stages_are_named_in_chinese_and_uploaded_pictures_keep_their_names():
    camera = Camera("front", np.eye(4), 1.0)
    said = [view_name(replace(view(name), camera=camera)) for name in VIEWPOINTS]
    methods = (DENSE, "patch cosine", GRADIENTS, OCCLUSION, COVERED, MASKED, ON_MESH, RELATIVE)
    said += [methods_named([each]) for each in (*methods, HeatScale(0.0, 1.0).reach)]
    said += [took({stage: 1.0}) for stage in STAGES]
    for name in said:
        assert re.search("[A-Za-z]{2}", in_language(name, "zh")) is None, name
    assert methods_named(["a new way, " + RELATIVE]) == f"a new way, {RELATIVE}"
    assert in_language(view_name(view("front")), "zh") == "front"


@pytest.mark.parametrize("kind", get_args(RequirementKind))
@pytest.mark.parametrize("priority", get_args(Priority))
def test_every_kind_and_priority_of_a_requirement_is_a_tag_in_chinese(kind, priority):
    asked = replace(requirement("R1", "x", negated=True, priority=priority), kind=kind)
    tags = tags_of(asked)
    assert tags == [priority, kind, "must not"]
    assert re.search("[A-Za-z]", "".join(in_language(tag, "zh") for tag in tags)) is None


def test_the_page_asks_for_nothing_and_runs_nothing():
    page = review_html(make_review(), {"b" * 64: thumbnail_webp(view())})
    elements = read(page).elements
    assert not {tag for tag, _ in elements} & {"script", "link", "iframe", "object", "form", "a"}
    pictures = [attributes["src"] for tag, attributes in elements if tag == "img"]
    assert len(pictures) == 2 + 2 + 1
    assert all(source.startswith("data:image/webp;base64,") for source in pictures)
    assert not re.search(r"url\(|@import|https?:", page)
    policies = [a["content"] for _, a in elements if "http-equiv" in a]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'; img-src data:;")


def test_the_hottest_view_comes_first():
    alts = [a["alt"] for tag, a in read(review_html(make_review())).elements if tag == "img"]
    heats = [alt for alt in alts if alt.startswith("Heat")]
    assert heats == ["Heat on view top, at most 0.90", "Heat on view iso, at most 0.09"]


def test_a_map_without_a_warm_spot_is_not_drawn():
    faint = np.full((SIDE, SIDE), 0.04, np.float32)
    page = review_html(make_review(heatmaps=(Heatmap("R1", faint, 0, "patch"),)))
    assert "Heat on view" not in page


HOSTILE = (
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "</style><script>x</script>",
    "javascript:alert(1)", "<form action=http://evil>", "'-->]]>&lt;\x00\x1b", "a\udcffb\u202e",
    "{{7*7}}", "</title><svg onload=alert(1)>",
)  # fmt: skip


def hostile_review(text):
    review = make_review()
    bad = Requirement("R1", text, "visual", text, priority="must")
    hit = Hit(text, text, text, 0.5, None, 1, (text,))
    return replace(
        review,
        design=replace(review.design, id=text, name=text, units=text, views=(view(text),)),
        spec=Spec(text, (bad,), notes=(text,), lint=(Lint(text, text, text),)),
        model=Model(text, calibrated=False),
        measurements=(Measurement(text, 1.0, text, 0.1),),
        verdicts=(Verdict(bad, "not_met", 0.1, (Evidence("visual", text, 0.1, 1.0, text, text),),
                          text),),
        heatmaps=(Heatmap("R1", np.ones((4, 4), dtype=np.float32), 0, text),),
        hits=(hit,),
        suggestions=(Suggestion("R1", text, None, hit),),
        warnings=(text,),
        seconds={text: 1.0},
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_on_the_page(text):
    page = review_html(hostile_review(text))
    page.encode("utf-8")
    harmless = read(review_html(hostile_review("plain"))).elements
    elements = read(page).elements
    assert [tag for tag, _ in elements] == [tag for tag, _ in harmless]
    assert [sorted(a) for _, a in elements] == [sorted(a) for _, a in harmless]
    assert "\x00" not in page


@given(st.text(max_size=80))
def test_any_text_leaves_the_structure_of_the_page_alone(text):
    review = replace(make_review(), design=Design("a", text, "images"), heatmaps=(),
                     warnings=(text,))  # fmt: skip
    elements = read(review_html(review)).elements
    plain = replace(review, design=Design("a", "x", "images"), warnings=("x",))
    assert [tag for tag, _ in elements] == [tag for tag, _ in read(review_html(plain)).elements]


def test_a_page_of_nearly_nothing_is_still_a_page():
    review = Review(
        Design("a" * 64, "x.stl", "mesh"), Spec("", ()), Model("m", calibrated=False),
        Fit(None, 0.0, 1.0, 0.0, "undecided"), (), (), (), (), (), (),
    )  # fmt: skip
    text = " ".join(read(review_html(review)).text)
    assert "? undecided" in text
    assert "nothing to check" in text
    assert "not calibrated" in text


# Tables

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "=HYPERLINK(\"http://x\")",
            "＝1", "\n=1")  # fmt: skip


def rows_of(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_or_column_of_a_table_starts_a_formula(tmp_path, formula):
    write_table([{"name": formula, formula: "x"}], tmp_path / "t.csv")
    (row,) = rows_of(tmp_path / "t.csv")
    for text in (*row.values(), *row.keys()):
        assert not text.lstrip(" ").startswith(tuple("=+-@\t\r\n＝"))
    assert row["name"] == f"'{formula}"
    write_table([{"name": formula}], tmp_path / "t.html")
    cells = read((tmp_path / "t.html").read_text("utf-8")).text
    assert f"'{formula}".replace("\r", "\n") in [cell.replace("\r", "\n") for cell in cells]


def test_numbers_stay_numbers_even_when_negative(tmp_path):
    rows = [{"a": -3.5, "b": 2, "c": True, "d": None, "e": math.nan}, {"f": "支架"}]
    write_table(rows, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    first, second = rows_of(tmp_path / "t.csv")
    assert first == {"a": "-3.5", "b": "2", "c": "True", "d": "", "e": "", "f": ""}
    assert second["f"] == "支架"
    write_table(rows, tmp_path / "t.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "t.jsonl").read_text("utf-8").splitlines()]
    assert lines == [{"a": -3.5, "b": 2, "c": True, "d": None, "e": None}, {"f": "支架"}]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("suffix", ["csv", "jsonl", "html"])
def test_hostile_names_survive_every_table(tmp_path, suffix, text):
    path = tmp_path / f"t.{suffix}"
    write_table([{"name": text, text: 1.0}], path)
    if suffix == "csv":
        assert len(rows_of(path)) == 1
    elif suffix == "jsonl":
        clean = text.encode("utf-8", "replace").decode()
        assert json.loads(path.read_text("utf-8"))["name"] == clean
    else:
        tags = {tag for tag, _ in read(path.read_text("utf-8")).elements}
        assert not tags & {"script", "img", "svg", "form"}


def test_a_failed_table_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    write_table([{"a": 1}], tmp_path / "t.csv")
    before = (tmp_path / "t.csv").read_bytes()

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(MMDesignError, match="No space left"):
        write_table([{"a": 2}], tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]
    with pytest.raises(MMDesignError, match="there is no folder"):
        write_table([{"a": 1}], tmp_path / "missing" / "t.csv")


def test_an_unknown_suffix_names_the_known_ones(tmp_path):
    with pytest.raises(MMDesignError, match=r"t\.docx.*\.csv"):
        write_table([], tmp_path / "t.docx")


def test_a_table_that_can_be_written_passes_the_check_and_leaves_nothing(tmp_path):
    for suffix in ("csv", "jsonl", "html", "CSV"):
        check_table(tmp_path / f"t.{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_pyarrow_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr("mmdesign.reporting.tables.find_spec", lambda name: None)
    with pytest.raises(MMDesignError, match="pip install pyarrow"):
        write_table([{"a": 1}], tmp_path / "t.parquet")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_parquet_keeps_every_column_and_value(tmp_path):
    write_table([{"a": 1.5, "b": "=x"}, {"c": None, "b": "y"}], tmp_path / "t.parquet")
    import pyarrow.parquet  # noqa: PLC0415

    table = pyarrow.parquet.read_table(tmp_path / "t.parquet")
    assert table.to_pydict() == {"a": [1.5, None], "b": ["=x", "y"], "c": [None, None]}


# Pictures


def test_cold_heat_leaves_the_picture_and_full_heat_takes_the_hottest_colour():
    image = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    cold = np.zeros((20, 30), dtype=np.float32)
    assert np.array_equal(overlay(image, cold), image)
    assert np.array_equal(overlay(image, cold + np.nan), image)
    assert np.array_equal(overlay(image, cold + 1, opacity=0.0), image)
    hot = overlay(image, cold + 1, opacity=1.0)
    assert (hot == heat_colors(np.float32(1.0))).all()


def test_heat_is_laid_where_it_belongs_and_changes_no_input():
    image = np.full((64, 64, 3), 128, dtype=np.uint8)
    heat = np.zeros((8, 8), dtype=np.float32)
    heat[1, 6] = 1.0
    blended = overlay(image, heat).astype(int)
    change = np.abs(blended - 128).sum(axis=2)
    row, column = np.unravel_index(change.argmax(), change.shape)
    assert abs(row - 12) <= 4
    assert abs(column - 52) <= 4
    assert change[40:, :40].max() == 0
    assert (image == 128).all()


def test_heat_colours_grow_evenly_darker_so_that_grey_print_and_colour_blind_eyes_read_them():
    colors = heat_colors(np.linspace(0, 1, 64, dtype=np.float32)) / 255.0
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    lightness = np.where(luminance > 0.008856, 116 * np.cbrt(luminance) - 16, 903.3 * luminance)
    steps = -np.diff(lightness)
    assert (steps > 0).all()
    assert steps.max() < 2.5 * steps.mean()


def test_heat_beyond_the_scale_keeps_the_end_colours():
    outside = np.array([-1.0, 2.0, np.nan], dtype=np.float32)
    ends = heat_colors(np.array([0.0, 1.0, 0.0], dtype=np.float32))
    assert np.array_equal(heat_colors(outside), ends)


def test_an_impossible_opacity_is_a_programming_error():
    with pytest.raises(ValueError, match="opacity"):
        overlay(view().image, np.zeros((2, 2), dtype=np.float32), opacity=1.5)


def test_pictures_are_packed_small_and_to_the_asked_side():
    image = np.zeros((100, 200, 3), dtype=np.uint8)
    image[:, 100:] = (200, 30, 30)
    packed = Image.open(io.BytesIO(webp(image, 50)))
    assert packed.size == (50, 25)
    assert Image.open(io.BytesIO(webp(image))).size == (200, 100)
    assert np.allclose(np.asarray(packed)[12, 40], (200, 30, 30), atol=12)
    assert data_uri(b"abc") == "data:image/webp;base64,YWJj"


def test_reporting_needs_no_plotting_library():
    assert "matplotlib" not in sys.modules
