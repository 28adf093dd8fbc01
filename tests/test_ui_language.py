"""A whole review as a Chinese reader sees it: nothing on it is said in English."""

import re
from dataclasses import replace

import pytest
from solids import block, mesh_of

from mmdesign.advising import Scene, advise
from mmdesign.domain import Design, Hit, Measurement, Model, Review, Suggestion
from mmdesign.judging import fit, judge, reasons
from mmdesign.library.agreeing import Asked, agreement
from mmdesign.library.records import Record
from mmdesign.library.searching import NOT_CALIBRATED
from mmdesign.processes import expand, process_table
from mmdesign.reporting import review_html, review_json
from mmdesign.spec import parse_spec, suited
from mmdesign.ui.brief_input import lints_html
from mmdesign.ui.cards import details_html, similar_html, suggestions_html
from mmdesign.ui.ledger import explanation, ledger_html, verdict_html
from mmdesign.ui.library_cards import badge, record_html
from mmdesign.ui.views import evidence_html
from mmdesign.ui.words import Words

BRIEF = """四个 M6 通孔。
壁厚至少 2.5 mm。
长度不超过 60 mm。
重量应小于 8 g，材料为铝。
网格必须封闭。
不得有尖角。
侧面带把手。
外观应简约。
对称。
两个盲孔。
孔径至少 8 mm。
注塑成型。
宽度至少 5 m。
圆角半径至少 2 mm。
户外使用时，壁厚至少 4 mm。
必须坚固耐用。
"""
FACTS = (
    ("extent_x", 80.0, "mm"), ("extent_y", 50.0, "mm"), ("extent_z", 44.0, "mm"),
    ("length", 80.0, "mm"), ("width", 50.0, "mm"), ("height", 44.0, "mm"),
    ("volume", 20_000.0, "mm3"), ("mass", 54.0, "g"), ("surface_area", 14_000.0, "mm2"),
    ("watertight", 1.0, ""), ("wall_thickness_min", 1.8, "mm"), ("hole_count", 2.0, ""),
    ("hole_diameter", 5.5, "mm"), ("hole_diameter", 6.6, "mm"), ("hole_depth", 4.0, "mm"),
    ("hole_depth", 4.0, "mm"), ("blind_hole_count", 0.0, ""), ("part_count", 1.0, ""),
    ("symmetry_x", 0.4, ""), ("symmetry_y", 0.99, ""), ("symmetry_z", 0.2, ""),
    ("draft_angle_min", 0.0, "deg"), ("undercut_area_fraction", 0.12, ""),
    ("fillet_count", 2.0, ""), ("fillet_radius_min", 1.0, "mm"),
)  # fmt: skip
GUIDES = {limit.source for process in process_table().processes for limit in process.limits}
"""Titles of publications, which a limit of a process is quoted from."""
ALLOWED = {"CAD", "STEP", *re.findall(r"[A-Za-z]{3,}", " ".join(GUIDES))}


def review_of(brief: str, *, has_mesh: bool = True) -> Review:
    measurements = tuple(Measurement(name, value, unit, 0.0) for name, value, unit in FACTS)
    mesh = mesh_of(block(80, 50, 44)) if has_mesh else None
    measurements = measurements if has_mesh else ()
    design = Design("a" * 64, "支架", "mesh" if has_mesh else "images", mesh=mesh, units="mm")
    spec = suited(expand(parse_spec(brief)), measurements)
    looks = dict(zip((each.id for each in spec.requirements), [0.9, 0.1, 0.5] * 40, strict=False))

    def rejudge(others):
        return judge(spec, others, looks, has_geometry=has_mesh, design=design)

    verdicts = rejudge(measurements)
    overall = fit(verdicts)
    scene = Scene(measurements, rejudge, mesh)
    return Review(
        design, spec, Model("m", calibrated=False), overall, measurements, verdicts, (),
        (hit(measurements),), advise(verdicts, overall, (), scene), (),
    )  # fmt: skip


def hit(measurements: tuple[Measurement, ...]) -> Hit:
    record = Record("b" * 64, "托架", "", None, measurements=measurements, tags=("支架",))
    asked = Asked("a" * 64, measurements, ("支架",), None, "托架支架")
    said = agreement(asked, record, 0.9, 0.93)
    return Hit("b" * 64, "托架", "", 0.93, 0.9, 1, said.why, said.evidence, 0.99, said.reasons)


def english_in(html: str) -> set[str]:
    """English words that a reader sees, those in titles and labels too."""
    titles = re.findall(r'(?:title|aria-label|alt)="([^"]*)"', html)
    shown = " ".join([re.sub(r"<[^>]*>", " ", html), *titles])
    return set(re.findall(r"[A-Za-z]{3,}", shown)) - ALLOWED


@pytest.fixture(scope="module", params=[True, False], ids=["mesh", "pictures"])
def review(request) -> Review:
    return review_of(BRIEF, has_mesh=request.param)


class TestChinese:
    words = Words("zh")

    def test_the_ledger_and_the_evidence_have_no_english_words(self, review):
        shown = ledger_html(review, None, self.words) + verdict_html(review, self.words)
        for verdict in review.verdicts:
            shown += evidence_html(review, verdict, self.words)
        assert english_in(shown) == set()

    def test_suggestions_have_no_english_words(self, review):
        assert len(review.suggestions) > 5
        assert english_in(suggestions_html(review, self.words)) == set()

    def test_what_to_sharpen_has_no_english_words(self, review):
        assert len(review.spec.lint) > 1
        assert english_in(lints_html(review.spec.lint, self.words)) == set()

    def test_similar_designs_and_warnings_have_no_english_words(self, review):
        found = similar_html(review.hits, NOT_CALIBRATED, lambda _: b"", self.words)
        assert english_in(found) == set()
        warned = replace(review, warnings=(NOT_CALIBRATED,))
        assert english_in(details_html(warned, self.words)) == set()
        alike = replace(review.hits[0], probability=None, evidence="similar look")
        record = Record("b" * 64, "托架", "", None)
        for one in (*review.hits, alike):
            assert english_in(badge(one, self.words)) == set()
            assert english_in(record_html(record, self.words, one)) <= {"bbbbbbbbbbbbbbbb"}

    def test_the_report_to_save_has_no_english_words(self, review):
        _, body = review_html(review, language="zh").split("</head>")
        assert english_in(body) <= {"mmdesign", "a" * 16}

    def test_every_reason_of_a_verdict_is_said_in_chinese(self, review):
        bare = replace(review.verdicts[0], evidence=())
        for name in filter(str.isupper, vars(reasons)):
            verdict = replace(bare, reason=getattr(reasons, name))
            assert english_in(explanation(verdict, self.words)) == set()


def test_failing_requirements_are_said_by_how_much():
    review = review_of("壁厚至少 2.5 mm。\n四个 M6 通孔。")
    said = ledger_html(review, None, Words("zh"))
    assert "最薄壁厚 1.8 mm，要求至少 2.5 mm，还差 0.7 mm" in said
    assert "Ø6.4 至 7 mm 的孔 1 个，要求 4 个，还差 3 个（其他孔：Ø5.5）" in said
    advice = suggestions_html(review, Words("zh"))
    assert "将壁加厚 0.7 mm，达到 2.5 mm。" in advice
    assert "加钻 3 个孔（Ø6.6 mm）：现有 1 个，要求正好 4 个。" in advice


def test_what_the_user_wrote_stays_as_it_is():
    review = review_of("Wall at least 2.5 mm.\nMust have a handle.")
    said = ledger_html(review, None, Words("zh"))
    assert "Wall at least 2.5 mm" in said
    assert "Must have a handle" in said


def test_an_english_page_and_the_contract_stay_english():
    review = review_of("Wall at least 2.5 mm.\nFour M6 holes.\nNo sharp corners.")
    assert "Thinnest wall 1.8 mm, needs at least 2.5 mm: 0.7 mm short" in ledger_html(
        review, None, Words("en")
    )
    written = review_json(review)
    assert written["requirements"][0]["suggestion"].startswith("Thicken the wall by 0.7 mm")
    assert re.search("[\u4e00-\u9fff]", str({**written, "design": None, "similar": None})) is None


def test_a_review_from_a_store_is_shown_as_it_was_written():
    stored = Suggestion("R1", "Thicken the wall.")
    review = replace(review_of("Wall at least 2.5 mm."), suggestions=(stored,))
    assert "Thicken the wall." in suggestions_html(review, Words("zh"))
