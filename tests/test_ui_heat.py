"""Heat on the page: what is shown, what is said about it, and the slower looks behind buttons."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from heat_reviews import WALL, box_mesh, faces, review_of, seen_verdict, verdict_of

from mmdesign.domain import Progress, WordInfluence
from mmdesign.encoding.looking import GRADIENTS, OCCLUSION
from mmdesign.errors import CancelledError, ModelError
from mmdesign.explaining.covering import METHOD as COVERED
from mmdesign.explaining.masking import METHOD as MASKED
from mmdesign.explaining.painting import ON_MESH
from mmdesign.explaining.scales import RELATIVE
from mmdesign.settings import Settings
from mmdesign.ui.display import display_mesh
from mmdesign.ui.ledger import ledger_html
from mmdesign.ui.review_page import ReviewPage
from mmdesign.ui.shown import shown
from mmdesign.ui.views import evidence_html, marks, method_words, views_html
from mmdesign.ui.words import CATALOGUE, Words

# Only after mmdesign.ui, which tells gradio not to report home before it is imported.
import gradio as gr  # isort: skip

EN, ZH = Words(), Words("zh")
WARM = np.linspace(0, 1, 12).astype(np.float32)


@pytest.fixture(scope="module")
def mesh():
    return box_mesh()


@pytest.fixture
def review(mesh):
    return review_of(mesh, seen_verdict(0.9), WARM)


class Reviewer:
    """Looks closer in as many steps as it is told to."""

    def __init__(self, steps=3, problem=None):
        self.settings = Settings()
        self.steps, self.problem, self.stopped = steps, problem, False

    def weigh_words(self, review):
        words = (WordInfluence("Clause", 1.0), WordInfluence("rib", -1.0))
        verdicts = tuple(replace(verdict, words=words) for verdict in review.verdicts)
        return replace(review, verdicts=verdicts)

    def examine(self, review, requirement_id):
        maps = tuple(replace(item, deletion=0.012) for item in review.heatmaps)
        return replace(review, heatmaps=maps)

    def look_closer(self, review, progress, cancelled):
        for step in range(self.steps):
            if cancelled():
                self.stopped = True
                message = "stopped"
                raise CancelledError(message)
            progress(Progress("closer", (step + 1) / self.steps))
            time.sleep(0.01)
        if self.problem is not None:
            raise self.problem
        maps = tuple(
            replace(item, values=1 - item.values, method="faces painted over, relative scale")
            for item in review.heatmaps
        )
        return replace(review, heatmaps=maps)


def page_of(reviewer):
    with gr.Blocks():
        return ReviewPage(reviewer, [".stl"])


def test_supporting_heat_has_a_scale_and_its_origin(review):
    html = evidence_html(review, review.verdicts[0], EN)
    assert "mm-ramp" in html
    assert "where the model looked" in html
    assert "Heat: told" in html


@pytest.mark.parametrize(
    ("probability", "negated", "said"),
    [(0.1, False, "no_supporting_region"), (0.1, True, "nothing_forbidden"),
     (0.9, True, "legend_forbidden")],
)  # fmt: skip
@pytest.mark.parametrize("words", [EN, ZH])
def test_what_is_not_there_gets_no_heat_and_what_is_forbidden_is_shown(
    mesh, probability, negated, said, words
):
    verdict = seen_verdict(probability, negated)
    review = review_of(mesh, verdict, WARM)
    html = evidence_html(review, verdict, words)
    assert words(said) in html
    has_heat = said == "legend_forbidden"
    assert ("mm-ramp" in html) is has_heat
    pictures = views_html(review, [""] * 12, verdict, words)
    assert ("mm-glass" in pictures.split("mm-strip")[1]) is has_heat
    figure = shown(review).figure(verdict, words)
    assert (len(set(figure.data[0].facecolor)) > 6) is has_heat


@pytest.mark.parametrize(("score", "said"), [(0.02, "heat_faithful"), (-0.01, "heat_unfaithful"),
                                             (0.0, "heat_unfaithful")])  # fmt: skip
@pytest.mark.parametrize("words", [EN, ZH])
def test_heat_that_is_no_better_than_chance_is_marked(review, score, said, words):
    maps = tuple(replace(item, deletion=score) for item in review.heatmaps)
    html = evidence_html(replace(review, heatmaps=maps), review.verdicts[0], words)
    assert words(said, score=f"{score:+.3f}") in html


def test_every_way_to_find_heat_has_words_in_both_languages():
    for method in (GRADIENTS, OCCLUSION, COVERED, MASKED, ON_MESH, RELATIVE, "patch cosine"):
        chinese = method_words(method, ZH)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese.replace("热图", "")), method
    assert method_words("a new way", EN) == CATALOGUE["method"]["en"].format(parts="a new way")


def test_measured_faces_say_their_value_and_limit_and_the_worst_comes_first(mesh):
    verdict = verdict_of(WALL, 1.5, faces(4, 5))
    review = review_of(mesh, verdict)
    display = display_mesh(mesh)
    (mark,) = marks(review, verdict, display.shown)
    assert mark.text == "1.5 mm (≥ 2 mm)"
    figure = shown(review).figure(verdict, EN)
    assert set(figure.data[2].text) == {"1.5 mm (≥ 2 mm)"}
    assert figure.layout.scene.annotations[0].text == "<b>1.5 mm</b>"
    assert EN("legend_outside") in evidence_html(review, verdict, EN)


def test_words_that_mattered_are_underlined_and_markup_stays_text(review):
    (verdict,) = review.verdicts
    nasty = replace(verdict.requirement, text='A <b>rib</b> & "co"')
    words = (WordInfluence("rib", 2.0), WordInfluence("co", -1.0), WordInfluence("A", 0.1))
    changed = replace(review, verdicts=(replace(verdict, requirement=nasty, words=words),))
    html = ledger_html(changed, "R1", EN)
    assert 'class="mm-word raised" style="--mm-weight:1.00"' in html
    assert 'class="mm-word lowered" style="--mm-weight:0.50"' in html
    assert html.count("mm-word") == 2
    assert "<b>rib</b>" not in html
    assert "mm-word" not in ledger_html(review, "R1", EN)


def test_words_that_hardly_matter_stay_faint(review):
    (verdict,) = review.verdicts
    words = (WordInfluence("Clause", 0.06),)
    html = ledger_html(replace(review, verdicts=(replace(verdict, words=words),)), "R1", EN)
    assert "--mm-weight:0.30" in html


class TestCloser:
    def test_the_check_is_said_for_the_requirement_that_is_on_the_screen(self, review):
        state = shown(review)
        closer = page_of(Reviewer()).closer
        assert 'data-deletion="0.0120"' in closer.check(state, None)
        assert state.review.heatmaps[0].deletion == 0.012

    def test_an_answer_about_another_requirement_comes_too_late(self, review):
        state = shown(review)

        class Slow(Reviewer):
            def examine(self, review, requirement_id):
                state.chosen = "R2"
                return super().examine(review, requirement_id)

        answer = page_of(Slow()).closer.check(state, None)
        assert not isinstance(answer, str)
        assert state.review.heatmaps[0].deletion == 0.012

    def test_a_check_of_heat_that_was_replaced_meanwhile_is_dropped(self, review):
        state = shown(review)

        class Overtaken(Reviewer):
            def examine(self, review, requirement_id):
                state.review = replace(review, warnings=("newer",))
                return super().examine(review, requirement_id)

        page_of(Overtaken()).closer.check(state, None)
        assert state.review.warnings == ("newer",)

    def test_words_are_underlined_once_they_are_weighed(self, review):
        assert "mm-word" in page_of(Reviewer()).closer.weigh(shown(review), None)

    def test_a_closer_look_tells_progress_and_replaces_the_heat(self, review):
        state = shown(review)
        closer = page_of(Reviewer(steps=4)).closer
        first, *told, last = closer.look_closer(state, None)
        assert first[closer.stop].visible is True
        assert [EN("stage_closer") in step[closer.status] for step in told] == [True] * 4
        assert last[closer.stop].visible is False
        evidence, figure, views = closer.show(state, None)
        assert EN("method_faces_painted_over") in evidence
        assert (
            figure.data[0].facecolor
            != shown(review).figure(review.verdicts[0], EN).data[0].facecolor
        )
        assert "mm-glass" in views

    def test_leaving_stops_the_work(self, review):
        reviewer = Reviewer(steps=10_000)
        steps = page_of(reviewer).closer.look_closer(shown(review), None)
        next(steps)
        next(steps)
        steps.close()
        deadline = time.monotonic() + 5
        while not reviewer.stopped and time.monotonic() < deadline:
            time.sleep(0.01)
        assert reviewer.stopped

    def test_a_failure_is_said_and_the_heat_stays(self, review):
        state = shown(review)
        closer = page_of(Reviewer(problem=ModelError("No memory is left."))).closer
        *_, last = closer.look_closer(state, None)
        assert "No memory is left." in last[closer.status]
        assert state.review is review

    def test_files_are_written_for_the_chosen_requirement(self, review, tmp_path, monkeypatch):
        monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
        solid, flat = page_of(Reviewer()).closer.export(shown(review))
        glb = Path(solid.value["path"])
        assert glb.name == "box-R1.glb"
        (part,) = trimesh.load(glb).geometry.values()
        assert len(np.unique(part.visual.vertex_colors, axis=0)) > 6
        assert Path(flat.value["path"]).suffix == ".zip"

    def test_pictures_alone_have_no_solid_to_save(self, review, tmp_path, monkeypatch):
        monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
        views = tuple(replace(view, face_index=None) for view in review.design.views)
        flat_design = replace(review.design, mesh=None, kind="images", views=views)
        state = shown(replace(review, design=flat_design))
        solid, flat = page_of(Reviewer()).closer.export(state)
        assert solid.interactive is False
        assert flat.interactive is True

    def test_nothing_happens_before_the_first_review(self):
        closer = page_of(Reviewer()).closer
        assert list(closer.look_closer(None, None)) == []
        assert not isinstance(closer.check(None, None), str)


def test_switching_requirements_takes_no_work_by_the_model(mesh):
    """Heat is kept for all of them: only colours change hands."""
    ball = trimesh.creation.icosphere(subdivisions=6, radius=20)
    round_mesh = replace(
        mesh, vertices=np.asarray(ball.vertices), faces=np.asarray(ball.faces, np.int32),
        face_part=np.zeros(len(ball.faces), np.int32),
    )  # fmt: skip
    heat = np.linspace(0, 1, len(ball.faces)).astype(np.float32)
    review = review_of(round_mesh, seen_verdict(0.9), heat)
    state = shown(review)
    assert len(state.mesh.faces) <= 50_000 < len(ball.faces)
    start = time.thread_time()
    state.figure(review.verdicts[0], EN)
    views_html(review, state.pictures, review.verdicts[0], EN)
    assert time.thread_time() - start < 1.0
