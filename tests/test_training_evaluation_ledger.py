"""Drawn parts against independent geometry; the questions against their truth; the tables."""

import itertools

import numpy as np
import pytest

from mmdesign.domain import Design
from mmdesign.judging import judge
from mmdesign.loading import Loader
from mmdesign.measuring import measure
from mmdesign.settings import Settings
from mmdesign.spec import parse_spec
from mmdesign.training.dataset import Record
from mmdesign.training.evaluation.asking import ask
from mmdesign.training.evaluation.broken import broken_measures, looks_asked
from mmdesign.training.evaluation.drawing import (
    Drawing,
    area_mm2,
    circle,
    perimeter_mm,
    polygon,
    rectangle,
    rounded,
)
from mmdesign.training.evaluation.drawn_parts import FAMILIES, draw
from mmdesign.training.evaluation.edits import carry_out, drawn_cases, edit_figures
from mmdesign.training.evaluation.figures import CHANCE, MODEL
from mmdesign.training.evaluation.ledger import (
    FORMS,
    MEASURED,
    Answer,
    answers,
    judging_time,
    part_of,
    read,
    summary,
)
from mmdesign.training.evaluation.subject import Subject
from mmdesign.training.parts.draft import Dice

FINE = 360


@pytest.fixture(scope="module")
def loader():
    loader = Loader(Settings())
    yield loader
    loader.close()


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_what_is_said_of_a_part_is_true_of_its_solid(family):
    for seed in range(6):
        parameters = family.draw_parameters(Dice(seed))
        drawing, truth = draw(family, parameters, FINE)
        solid = drawing.solid
        box = np.array(solid.bounding_box())
        extents = [truth.values[f"extent_{axis}"] for axis in "xyz"]
        assert box[3:] - box[:3] == pytest.approx(extents, abs=1e-3)
        assert solid.volume() == pytest.approx(truth.values["volume"], rel=1e-4)
        assert solid.surface_area() == pytest.approx(truth.values["surface_area"], rel=1e-4)
        # every through hole, and every slot, is a handle of the surface
        slots = parameters.get("slots", 0)
        assert solid.genus() == truth.values["through_hole_count"] + slots


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_step_file_is_read_as_the_same_closed_solid_as_its_mesh(family, loader, tmp_path):
    drawing, truth = draw(family, family.draw_parameters(Dice(3)), FINE)
    design = read(drawing, "step", loader, tmp_path)
    assert design.brep_faces
    facts = {m.quantity: m.value for m in measure(design)}
    assert facts["watertight"] == 1.0
    assert facts["volume"] == pytest.approx(truth.values["volume"], rel=5e-3)
    assert facts["surface_area"] == pytest.approx(drawing.solid.surface_area(), rel=5e-3)
    kinds = {face.kind for face in design.brep_faces}
    assert kinds <= {"plane", "cylinder", "cone"}


def test_the_exact_cylinders_of_a_step_file_are_those_that_were_drawn(loader, tmp_path):
    drawing = Drawing()
    bottom, top, walls = drawing.extrude(rounded(80.0, 50.0, 6.0), 10.0)
    drawing.cut(top, circle((20.0, 10.0), 3.3), 10.0, bottom)
    drawing.cut(top, circle((20.0, -12.0), 4.0), 5.0)
    sunk = drawing.countersink(top, (-20.0, -12.0), 6.0, 3.0)
    drawing.cut(sunk, circle((-20.0, -12.0), 3.0), 7.0, bottom)
    boss = drawing.build(top, circle((0.0, 0.0), 7.0), 6.0)
    drawing.cut(boss, circle((0.0, 0.0), 2.5), 8.0)
    side = next(wall for wall in walls if wall is not None)
    drawing.cut(side, circle((20.0, 5.0), 1.5), 6.0)
    design = read(drawing, "step", loader, tmp_path)
    radii = sorted(f.radius_mm for f in design.brep_faces if f.kind == "cylinder")
    assert radii == pytest.approx([1.5, 2.5, 3.0, 3.3, 4.0, 6.0, 6.0, 6.0, 6.0, 7.0])
    assert sum(face.kind == "cone" for face in design.brep_faces) == 1
    assert {m.quantity: m.value for m in measure(design)}["watertight"] == 1.0


@pytest.mark.parametrize(
    "outline",
    [circle((3.0, 1.0), 4.0), rectangle(7.0, 3.0), rounded(20.0, 10.0, 3.0),
     rounded(20.0, 6.0, 3.0, (5.0, 5.0))],
)  # fmt: skip
def test_the_area_and_perimeter_of_an_outline_are_those_of_its_finest_polygon(outline):
    points = np.array(polygon(outline, 20_000))
    after = np.roll(points, -1, axis=0)
    area = float((points[:, 0] * after[:, 1] - points[:, 1] * after[:, 0]).sum() / 2)
    assert area_mm2(outline) == pytest.approx(area, rel=1e-6)
    assert perimeter_mm(outline) == pytest.approx(np.linalg.norm(after - points, axis=1).sum())


def test_a_part_in_another_pose_has_the_extents_and_overhangs_that_are_said_of_it():
    seen = set()
    for number in range(30):
        drawing, truth, _ = part_of(number, 2)
        mesh = drawing.mesh()
        vertices = mesh.vertices
        extents = [truth.values[f"extent_{axis}"] for axis in "xyz"]
        assert np.ptp(vertices, axis=0) == pytest.approx(extents, rel=0.02)
        said = truth.values.get("overhang_area_fraction")
        if said is not None:
            corners = vertices[mesh.faces]
            across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
            areas = np.linalg.norm(across, axis=1)
            steep = across[:, 2] < -0.71 * areas
            above = corners[..., 2].max(axis=1) > vertices[:, 2].min() + 0.1
            share = areas[steep & above].sum() / areas.sum()
            assert (share > 0.005) == (said > 0)
            seen.add(said > 0)
    assert seen == {True, False}


def test_questions_lie_on_both_sides_of_the_truth_and_are_read_as_what_they_ask():
    sides: dict[str, list[bool]] = {}
    for number in range(40):
        _, truth, dice = part_of(number, 5)
        for asked in ask(truth, dice, 10):
            sides.setdefault(asked.quantity, []).append(asked.is_met)
            wanted = "hole_count" if asked.quantity == "holes of one size" else asked.quantity
            rows = parse_spec(asked.text).requirements
            assert [row.quantity for row in rows] == [wanted], asked.text
    often = {quantity: set(seen) for quantity, seen in sides.items() if len(seen) >= 12}
    assert len(often) >= 12
    assert [quantity for quantity, seen in often.items() if len(seen) == 1] == ["watertight"]


def test_the_same_seed_asks_the_same_and_another_asks_something_else():
    def texts(seed):
        return [asked.text for n in range(10) for asked in ask(*part_of(n, seed)[1:], 10)]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)


@pytest.mark.slow
def test_measured_requirements_are_judged_right_on_step_and_stl():
    every = list(answers(10, 10, seed=7))
    assert {answer.form for answer in every} == set(FORMS)
    wrong = [a for a in every if not a.is_right]
    assert len(wrong) <= 0.02 * len(every), [(a.part, a.form, a.asked, a.said) for a in wrong]


def test_a_table_counts_right_wrong_open_and_misread_answers():
    _, truth, dice = part_of(0, 0)
    asked = ask(truth, dice, 1)[0]
    outcomes = ("met", "not_met", "cannot_tell", None)
    figures = summary([Answer("p", "step", asked, outcome, "") for outcome in outcomes])
    model = {f.what: f.value for f in figures if f.by == MODEL}
    assert model == {"right": 0.25, "wrong": 0.25, "left open": 0.25, "misread": 0.25}
    assert {f.value for f in figures if f.by == CHANCE} == {0.5}
    assert {f.section for f in figures} == {MEASURED}


def test_a_brief_of_300_requirements_is_judged_in_under_two_seconds():
    times = {figure.what: figure.value for figure in judging_time(repeats=1)}
    assert times["judge, s"] < 2.0


def test_every_case_breaks_its_requirement_and_mends_it_with_the_parameter():
    for case in drawn_cases(10, seed=2):
        outcomes = []
        for parameters in (case.parameters, case.mended):
            mesh = draw(case.family, parameters)[0].mesh()
            design = Design("d", "d", "mesh", mesh, units="mm", units_declared=True)
            spec = parse_spec(case.brief.splitlines()[0])
            (verdict,) = judge(spec, measure(design), {}, has_geometry=True)
            outcomes.append(verdict.outcome)
        assert outcomes == ["not_met", "met"], case.brief


@pytest.mark.slow
def test_predicted_gains_are_nearer_to_the_real_ones_than_guessing_their_mean():
    figures = edit_figures(12, seed=4)
    errors = {f.by: f.value for f in figures if f.what == "mean absolute error"}
    signs = {f.by: f.value for f in figures if f.what == "right sign"}
    assert errors[MODEL] < 0.5 * errors[CHANCE]
    assert signs[MODEL] >= 0.75


def test_a_suggestion_without_side_effects_gains_exactly_what_it_says():
    trials = [carry_out(case) for case in itertools.islice(drawn_cases(20, 0), 4)]
    for trial in trials:
        assert trial.text
        assert trial.predicted == pytest.approx(trial.real, abs=0.02)


class Blind:
    """An encoder that sees and reads nothing, so that only what is measured can rank."""

    model_id, width, bundle = "blind", 4, None

    def embed_images(self, images):
        return np.tile(np.array([1, 0, 0, 0], np.float32), (len(images), 1))

    def embed_texts(self, texts):
        return np.tile(np.array([1, 0, 0, 0], np.float32), (len(texts), 1))


@pytest.mark.slow
def test_what_is_measured_ranks_broken_parts_right_where_eyes_see_nothing():
    figures = broken_measures(Subject(Blind()), pairs=2)
    ranked = {figure.by: figure.value for figure in figures}
    assert ranked["fit of the ledger"] == 1.0
    assert ranked["mean cosine"] == ranked[CHANCE] == 0.5


def test_a_brief_of_looks_names_the_family_and_what_the_design_has():
    record = Record("a", "mug", "parts", flags={"handle": True, "lid": False})
    assert [row.subject for row in looks_asked(record).requirements][1:] == ["a handle"]
