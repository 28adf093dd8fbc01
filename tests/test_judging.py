"""Verdicts against independent truth: margins, near misses, negation; the fit by hand."""

import itertools
import json
import math
import time
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mmdesign.domain import (
    PRIORITY_WEIGHTS,
    Design,
    Measurement,
    Mesh,
    Requirement,
    Spec,
    Verdict,
)
from mmdesign.errors import ModelError
from mmdesign.judging import Calibration, fit, judge, outcome_of, reasons, takes_eyes
from mmdesign.measuring import unmeasured
from mmdesign.spec import parse_spec

GOOD = {
    "length": (100.0, "mm"), "width": (60.0, "mm"), "height": (40.0, "mm"),
    "wall_thickness_min": (3.0, "mm"), "mass": (150.0, "g"), "volume": (60_000.0, "mm3"),
    "hole_count": (4.0, ""), "watertight": (1.0, ""), "part_count": (1.0, ""),
    "overhang_area_fraction": (0.0, ""), "symmetry_x": (1.0, ""), "symmetry_y": (0.2, ""),
    "symmetry_z": (0.1, ""), "fillet_radius_min": (2.0, "mm"), "draft_angle_min": (3.0, "deg"),
}  # fmt: skip


def measured(diameters=(6.6, 6.6, 6.6, 6.6), **changes):
    values = {name: value for name, (value, _) in GOOD.items()} | {
        "hole_count": float(len(diameters))
    }
    values |= changes
    facts = [Measurement(q, v, GOOD[q][1], 0.0) for q, v in values.items() if v is not None]
    holes = [
        Measurement("hole_diameter", d, "mm", 0.0, np.array([10 * i, 10 * i + 1], np.int32))
        for i, d in enumerate(diameters)
    ]
    return (*facts, *holes)


def verdicts_of(text, measurements=None, visual=None, **options):
    options = {"has_geometry": True} | options
    facts = measured() if measurements is None else measurements
    return judge(parse_spec(text), facts, visual or {}, **options)


BRIEF = {
    "Size 100 x 60 x 40 mm": {"length": 103.0},
    "Wall at least 2.5 mm": {"wall_thickness_min": 1.8},
    "Mass below 200 g": {"mass": 260.0},
    "Four M6 mounting holes": {"diameters": (6.6, 6.6, 6.6)},
    "Watertight": {"watertight": 0.0},
    "One-piece design": {"part_count": 2.0},
    "No overhangs": {"overhang_area_fraction": 0.3},
    "Fillet radius at least 1 mm": {"fillet_radius_min": 0.4},
    "Draft angle of at least 2°": {"draft_angle_min": 0.5},
    "Symmetric about the x axis": {"symmetry_x": 0.6},
}


def test_a_design_that_keeps_every_requirement_fits():
    verdicts = verdicts_of("\n".join(BRIEF))
    assert {v.outcome for v in verdicts} == {"met"}
    overall = fit(verdicts)
    assert (overall.outcome, overall.coverage) == ("fits", 1.0)
    assert overall.value == pytest.approx(1.0)


@pytest.mark.parametrize("broken", BRIEF)
def test_a_near_miss_fails_exactly_the_requirement_it_breaks(broken):
    verdicts = verdicts_of("\n".join(BRIEF), measured(**BRIEF[broken]))
    failed = {v.requirement.text for v in verdicts if v.outcome == "not_met"}
    assert failed == {broken}
    assert fit(verdicts).outcome == "fails"


def test_a_shortfall_is_told_in_words():
    (verdict,) = verdicts_of("Wall at least 2.5 mm", measured(wall_thickness_min=1.8))
    (evidence,) = verdict.evidence
    assert evidence.statement == "thinnest wall 1.8 mm, needs at least 2.5 mm: 0.7 mm short"
    assert (evidence.value, evidence.limit) == (1.8, "at least 2.5 mm")


def test_a_missing_hole_is_told_in_words():
    (verdict,) = verdicts_of("Four M6 mounting holes", measured((6.6, 6.6, 6.6)))
    assert verdict.evidence[0].statement == "3 holes of Ø6.4 to 7 mm, needs 4: 1 short"


@pytest.mark.parametrize(("value", "outcome"), [(2.5, "met"), (2.495, "met"), (2.48, "not_met")])
def test_an_exact_value_at_the_limit_is_met(value, outcome):
    (verdict,) = verdicts_of("Wall at least 2.5 mm", measured(wall_thickness_min=value))
    assert verdict.outcome == outcome


@given(
    limit=st.floats(1, 500),
    sigma=st.floats(0.01, 20),
    margin=st.floats(-60, 60),
    rising=st.booleans(),
)
def test_probability_is_phi_of_margin_over_sigma(limit, sigma, margin, rising):
    bounds = {"lower": limit} if rising else {"upper": limit}
    requirement = Requirement(
        "R1", "x", "dimension", "x", "length", ">=" if rising else "<=", unit="mm", **bounds
    )
    value = limit + (margin if rising else -margin)
    facts = [Measurement("length", value, "mm", sigma)]
    (verdict,) = judge(Spec("x", (requirement,)), facts, {}, has_geometry=True)
    slack = max(0.01, limit * 1e-6)
    assert verdict.probability == pytest.approx(
        NormalDist().cdf((margin + slack) / sigma), abs=1e-6
    )
    if 0 <= -margin <= sigma:
        assert verdict.outcome != "not_met"


@given(sigma=st.floats(0, 3), values=st.lists(st.floats(0, 10), min_size=2, max_size=2))
def test_more_margin_never_lowers_the_probability(sigma, values):
    low, high = sorted(values)
    found = []
    for value in (low, high):
        facts = [Measurement("wall_thickness_min", value, "mm", sigma)]
        found.append(verdicts_of("Wall at least 2.5 mm", facts)[0].probability)
    assert found[0] <= found[1] + 1e-12


def test_a_value_within_the_measuring_error_is_no_failure():
    facts = [Measurement("wall_thickness_min", 2.4, "mm", 0.11)]
    (verdict,) = verdicts_of("Wall at least 2.5 mm", facts)
    assert (verdict.outcome, verdict.reason) == ("cannot_tell", reasons.WITHIN_ERROR)
    assert "within the measuring error" in verdict.evidence[0].statement


@pytest.mark.parametrize(
    ("value", "outcome"), [(100.29, "met"), (100.32, "not_met"), (99.7, "met")]
)
def test_a_plain_size_gets_the_general_tolerance_and_names_it(value, outcome):
    (verdict,) = verdicts_of("length 100 mm", [Measurement("length", value, "mm", 0.0)])
    assert verdict.outcome == outcome
    assert "ISO 2768-m" in verdict.evidence[0].limit


def test_a_stated_tolerance_replaces_the_general_one():
    (verdict,) = verdicts_of("length 100 ±0.05 mm", [Measurement("length", 100.2, "mm", 0.0)])
    assert verdict.outcome == "not_met"


def test_counts_have_no_tolerance():
    outcomes = [verdicts_of("four holes", measured((5.0,) * n))[0].outcome for n in (3, 4, 5)]
    assert outcomes == ["not_met", "met", "not_met"]


def test_holes_of_another_size_are_not_counted_but_named_and_shown():
    (verdict,) = verdicts_of("Four M6 mounting holes", measured((6.6, 6.6, 5.0, 6.6)))
    assert verdict.outcome == "not_met"
    assert "Ø5" in verdict.evidence[0].statement
    assert verdict.evidence[0].faces.tolist() == [20, 21]


def test_an_extra_bore_does_not_disturb_the_mounting_holes():
    (verdict,) = verdicts_of("Four M6 mounting holes", measured((6.6, 6.6, 25.0, 6.6, 6.6)))
    assert verdict.outcome == "met"


def test_holes_are_counted_as_by_brute_force():
    requirement = parse_spec("Four M6 mounting holes").requirements[0]
    low, high = requirement.diameter_band_mm
    for sizes in itertools.product((5.0, 6.3, 6.4, 7.0, 7.2), repeat=4):
        (verdict,) = verdicts_of("Four M6 mounting holes", measured(sizes))
        truth = sum(low <= size <= high for size in sizes) == 4
        assert (verdict.outcome == "met") == truth


def test_the_wrong_hole_is_the_one_that_is_shown():
    (verdict,) = verdicts_of("Holes at least 6 mm in diameter", measured((6.6, 4.0, 6.6)))
    assert verdict.outcome == "not_met"
    assert verdict.evidence[0].faces.tolist() == [10, 11]
    assert "1 of 3 holes" in verdict.evidence[0].statement


def test_a_child_of_a_failed_parent_cannot_be_told():
    holes, size = verdicts_of("four holes, each Ø6.6", measured((6.6, 6.6)))
    assert (holes.outcome, size.outcome) == ("not_met", "cannot_tell")
    assert size.reason == reasons.PARENT_FAILED


@pytest.mark.parametrize(
    ("text", "facts", "options", "reason"),
    [
        ("Wall at least 2.5 mm", (), {"has_geometry": False}, reasons.ONLY_PICTURES),
        ("Mass below 200 g", measured(mass=None), {}, reasons.NO_MATERIAL),
        ("Volume below 2 cm3", measured(volume=None, watertight=0.0), {}, reasons.OPEN_MESH),
        ("Mass below 2 g", measured(mass=None, volume=None, watertight=0.0), {}, reasons.OPEN_MESH),
        ("Gap at least 1 mm", measured(), {}, reasons.NOT_MEASURED),
        ("Holes at least 5 mm in diameter", measured(()), {}, reasons.NO_HOLES),
        ("Outer diameter 50 mm", measured(), {}, reasons.NOT_ROUND),
        ("Made of aluminium", measured(), {}, reasons.MATERIAL),
        ("It must withstand 300 lbs", measured(), {}, reasons.UNCHECKABLE),
        ("A handle", measured(), {}, reasons.NOT_LOOKED_AT),
        ("A handle", measured(), {"visual": {"R1": None}}, reasons.NO_CALIBRATION),
        ("A handle", measured(), {"visual": {"R1": 0.5}}, reasons.NOT_SURE),
    ],
)  # fmt: skip
def test_what_cannot_be_told_says_why(text, facts, options, reason):
    (verdict,) = verdicts_of(text, facts, **options)
    assert (verdict.outcome, verdict.reason) == ("cannot_tell", reason)


@pytest.mark.parametrize(
    ("extents", "value"), [((84.0, 84.0, 11.5), 84.0), ((200.0, 10.0, 10.0), 10.0)]
)
def test_the_outer_diameter_of_discs_and_shafts_follows_from_their_extents(extents, value):
    names = ("length", "width", "height")
    facts = [Measurement(n, e, "mm", 0.0) for n, e in zip(names, extents, strict=True)]
    (verdict,) = verdicts_of(f"outer diameter {value} mm", facts)
    assert verdict.outcome == "met"


def test_symmetry_without_an_axis_takes_the_best_plane():
    assert verdicts_of("symmetric")[0].outcome == "met"
    assert verdicts_of("symmetric", measured(symmetry_x=0.3))[0].outcome == "not_met"


@given(p=st.floats(0, 1))
def test_negation_mirrors_the_probability(p):
    (wanted,) = verdicts_of("sharp edges", visual={"R1": p})
    (forbidden,) = verdicts_of("No sharp edges", visual={"R1": p})
    assert wanted.probability == pytest.approx(1 - forbidden.probability)
    mirror = {"met": "not_met", "not_met": "met", "cannot_tell": "cannot_tell"}
    assume(min(abs(p - 0.25), abs(p - 0.75)) > 1e-9)
    assert forbidden.outcome == mirror[wanted.outcome]


@pytest.mark.parametrize("p", [0.01, 0.99])
def test_geometry_outweighs_eyes_where_both_speak(p):
    assert verdicts_of("without holes", measured(()), {"R1": p})[0].outcome == "met"
    assert verdicts_of("without holes", measured(), {"R1": p})[0].outcome == "not_met"


def test_eyes_alone_may_tell_presence_but_never_a_number():
    pictures = {"has_geometry": False, "visual": {"R1": 0.95}}
    assert verdicts_of("mounting holes", (), **pictures)[0].outcome == "met"
    assert verdicts_of("four holes", (), **pictures)[0].outcome == "cannot_tell"
    assert not any(takes_eyes(r) for r in parse_spec("Wall 2 mm\nfour holes\nM6 hole").requirements)


@pytest.mark.parametrize(
    ("p", "outcome"),
    [(None, "cannot_tell"), (0.25, "not_met"), (0.26, "cannot_tell"), (0.74, "cannot_tell"),
     (0.75, "met"), (0.0, "not_met"), (1.0, "met")],
)  # fmt: skip
def test_the_bands_of_the_outcome(p, outcome):
    assert outcome_of(p) == outcome


def verdict(outcome, probability, priority="must", quantity="length"):
    requirement = Requirement("R", "x", "dimension", "x", quantity, priority=priority)
    return Verdict(requirement, outcome, probability, (), "")


VERDICTS = st.builds(
    lambda p, priority: verdict(outcome_of(p), p, priority),
    st.one_of(st.none(), st.floats(0, 1)),
    st.sampled_from(["must", "should", "could"]),
)


@given(st.lists(VERDICTS, max_size=12))
def test_the_fit_agrees_with_a_sum_by_hand_and_lies_in_its_range(verdicts):
    overall = fit(verdicts)
    weights = [PRIORITY_WEIGHTS[v.requirement.priority] for v in verdicts]
    decided = [
        (w, v.probability)
        for w, v in zip(weights, verdicts, strict=True)
        if v.outcome != "cannot_tell"
    ]
    assert 0 <= overall.low <= overall.high <= 1
    if not decided:
        assert (overall.value, overall.coverage) == (None, 0.0)
        assert overall.outcome == "undecided"
        return
    known = [
        (w, v.probability)
        for w, v in zip(weights, verdicts, strict=True)
        if v.probability is not None
    ]
    by_hand = sum(w * p for w, p in known) / sum(w for w, _ in known)
    assert overall.value == pytest.approx(by_hand)
    assert overall.coverage == pytest.approx(sum(w for w, _ in decided) / sum(weights))
    assert overall.low - 1e-9 <= overall.value <= overall.high + 1e-9
    worst = [0.0 if v.outcome == "cannot_tell" else v.probability for v in verdicts]
    assert overall.low == pytest.approx(np.average(worst, weights=weights))


@given(st.lists(VERDICTS, max_size=8), st.integers(0, 8))
def test_a_failed_must_can_never_be_averaged_away(verdicts, at):
    verdicts.insert(min(at, len(verdicts)), verdict("not_met", 0.1))
    assert fit(verdicts).outcome == "fails"


def test_an_undecided_must_keeps_the_outcome_open_and_a_failed_wish_does_not():
    met = verdict("met", 0.9)
    assert fit([met, verdict("cannot_tell", None)]).outcome == "undecided"
    assert fit([met, verdict("not_met", 0.1, "should")]).outcome == "fits"
    assert fit([met, verdict("cannot_tell", None, quantity=None)]).outcome == "fits"
    assert fit([]).value is None


def test_a_must_counts_three_times_a_should():
    must_met = fit([verdict("met", 1.0), verdict("not_met", 0.0, "should")]).value
    assert must_met == pytest.approx(0.75)


def calibration_file(folder, **changes):
    raw = {"slope": 4.0, "intercept": -1.0, "fitted_on": "parts", "ece": 0.03, "brier": 0.09,
           "auroc": 0.93, "similarity": {"slope": 9.0, "intercept": -7.0},
           "heat": {"cold": 0.1, "hot": 0.6}} | changes  # fmt: skip
    (folder / "calibration.json").write_text(json.dumps(raw), encoding="utf-8")


def test_a_calibration_is_read_and_is_the_logistic_function(tmp_path):
    calibration_file(tmp_path)
    calibration = Calibration.read(tmp_path)
    for logit in (-3.0, 0.0, 0.25, 2.0):
        truth = 1 / (1 + math.exp(-(4 * logit - 1)))
        assert float(calibration.probability(logit)) == pytest.approx(truth, abs=1e-6)
    assert calibration.probability(np.array([-1e9, 1e9])).tolist() == [0.0, 1.0]
    assert calibration.similarity == (9.0, -7.0)
    assert calibration.heat == (0.1, 0.6)
    assert calibration.fitted_on == "parts"


def test_a_bundle_without_calibration_says_none(tmp_path):
    assert Calibration.read(tmp_path) is None
    calibration_file(tmp_path, similarity=None)
    assert Calibration.read(tmp_path).similarity is None


@pytest.mark.parametrize(
    "changes", [{"slope": "x"}, {"slope": -1}, {"intercept": None}, {"ece": True}]
)
def test_a_broken_calibration_is_refused_by_name(tmp_path, changes):
    calibration_file(tmp_path, **changes)
    with pytest.raises(ModelError, match=r"calibration\.json"):
        Calibration.read(tmp_path)


def test_verdicts_come_in_the_order_of_the_spec_and_ignore_the_order_of_measurements():
    text = "\n".join(BRIEF)
    straight, reverse = verdicts_of(text), verdicts_of(text, measured()[::-1])
    assert [v.requirement for v in straight] == list(parse_spec(text).requirements)
    assert [v.outcome for v in straight] == [v.outcome for v in reverse]


def test_scaling_a_design_and_its_brief_changes_no_verdict():
    for factor in (1.0, 10.0, 0.5):
        facts = [Measurement("length", 103 * factor, "mm", 1.0 * factor)]
        requirement = parse_spec("length at most 100 mm").requirements[0]
        spec = Spec("x", (replace(requirement, upper=100 * factor),))
        (found,) = judge(spec, facts, {}, has_geometry=True)
        assert found.probability == pytest.approx(NormalDist().cdf(-3), rel=0.15)


def test_one_of_a_thing_is_said_in_the_singular():
    (verdict,) = verdicts_of("Two holes", measured(diameters=(6.6,)))
    assert verdict.evidence[0].statement.startswith("1 hole,")


@pytest.mark.parametrize(("facts", "seen"), [(measured(()), 0.95), (measured(), 0.05)])
def test_eyes_that_contradict_the_measurement_are_shown_as_a_conflict(facts, seen):
    (verdict,) = verdicts_of("without holes", facts, {"R1": seen})
    assert verdict.reason == reasons.CONFLICT
    assert {piece.source for piece in verdict.evidence} == {"geometry", "visual"}
    assert verdict.outcome == outcome_of(verdict.evidence[0].probability)
    (agreed,) = verdicts_of("without holes", facts, {"R1": 1 - seen})
    assert agreed.reason == reasons.MEASURED_AND_SEEN


def test_a_value_within_the_error_is_no_failure_even_when_eyes_speak_against_it():
    requirement = Requirement("R1", "fillets", "geometry", "fillets", "fillet_count", ">=", 1.0)
    facts = [Measurement("fillet_count", 0.0, "", 1.0)]
    spec = Spec("fillets", (requirement,))
    (verdict,) = judge(spec, facts, {"R1": 0.02}, has_geometry=True)
    assert (verdict.outcome, verdict.reason) == ("cannot_tell", reasons.WITHIN_ERROR)


@pytest.mark.parametrize("value", [1.0, 9.0])
def test_under_a_condition_nobody_can_tell_but_the_value_is_shown(value):
    (plain,) = parse_spec("Wall at least 3 mm").requirements
    asked = Spec("x", (replace(plain, condition="if used outdoors"),))
    facts = [Measurement("wall_thickness_min", value, "mm", 0.0)]
    verdicts = judge(asked, facts, {}, has_geometry=True)
    assert (verdicts[0].outcome, verdicts[0].reason) == ("cannot_tell", reasons.CONDITION)
    assert verdicts[0].evidence[0].value == value
    met = verdict("met", 1.0)
    outcome = fit([met, *verdicts]).outcome
    assert outcome == ("fits" if value >= 3 else "undecided")


def test_what_hangs_on_something_that_failed_hangs_on_it_at_any_remove_and_in_any_order():
    rows = [
        Requirement("C", "c", "dimension", "c", "length", ">=", 1.0, unit="mm", parent="B"),
        Requirement("B", "b", "dimension", "b", "width", ">=", 1.0, unit="mm", parent="A"),
        Requirement("A", "a", "dimension", "a", "height", ">=", 50.0, unit="mm"),
        Requirement("D", "d", "dimension", "d", "length", ">=", 1.0, unit="mm"),
    ]
    verdicts = judge(Spec("x", tuple(rows)), measured(), {}, has_geometry=True)
    told = {v.requirement.id: (v.outcome, v.reason) for v in verdicts}
    failed = ("cannot_tell", reasons.PARENT_FAILED)
    assert told["A"][0] == "not_met"
    assert told["B"] == told["C"] == failed
    assert told["D"][0] == "met"
    assert [v.requirement.id for v in verdicts] == ["C", "B", "A", "D"]


def test_requirements_that_hang_on_each_other_are_judged_all_the_same():
    rows = [
        Requirement("A", "a", "dimension", "a", "length", ">=", 1.0, unit="mm", parent="B"),
        Requirement("B", "b", "dimension", "b", "width", ">=", 1.0, unit="mm", parent="A"),
    ]
    verdicts = judge(Spec("x", tuple(rows)), measured(), {}, has_geometry=True)
    assert [v.outcome for v in verdicts] == ["met", "met"]


@pytest.mark.parametrize(
    ("length", "declared", "outcome"),
    [(0.1, False, "cannot_tell"), (0.1, True, "not_met"), (100.0, False, "met"),
     (90_000.0, False, "cannot_tell")],
)  # fmt: skip
def test_a_size_that_no_part_has_in_an_assumed_unit_is_not_judged(length, declared, outcome):
    facts = [Measurement("length", length, "mm", 0.0), Measurement("hole_count", 4.0, "", 0.0)]
    size, count = verdicts_of("length 100 mm\nfour holes", facts, units_declared=declared)
    assert size.outcome == outcome
    assert count.outcome == "met"
    if outcome == "cannot_tell":
        assert size.reason == reasons.UNITS_DOUBTFUL


def test_the_measuring_rooms_own_words_say_why_a_quantity_is_missing():
    vertices = np.array([(0, 0, 0), (90, 0, 0), (0, 90, 0)], float)
    triangle = Mesh(vertices, np.array([(0, 1, 2)], np.int32), np.zeros(1, np.int32), ("p",))
    design = Design("d", "d", "mesh", triangle, units="mm", units_declared=True)
    facts = measured(draft_angle_min=None)
    (verdict,) = verdicts_of("Draft angle of at least 2°", facts, design=design)
    said = unmeasured(design, facts, "draft_angle_min")
    assert (verdict.outcome, verdict.reason) == ("cannot_tell", reasons.NOT_MEASURED)
    assert verdict.evidence[0].statement == said[0].lower() + said[1:].rstrip(".")
    assert verdict.probability is None


def drilled(*holes):
    """(diameter, depth) of each hole."""
    rows = [Measurement("hole_count", float(len(holes)), "", 0.0)]
    for width, depth in holes:
        rows.append(Measurement("hole_diameter", width, "mm", 0.0))
        rows.append(Measurement("hole_depth", depth, "mm", 0.0))
    return rows


def asked_of_holes(quantity, comparator, limit, band=None):
    bounds = {"lower": limit} if comparator == ">=" else {"upper": limit}
    row = Requirement("R1", "x", "hole", "x", quantity, comparator, unit="mm",
                      diameter_band_mm=band, **bounds)  # fmt: skip
    return Spec("x", (row,))


def test_the_depth_of_holes_is_that_of_every_hole_of_the_named_size():
    facts = drilled((6.6, 12.0), (6.6, 5.0), (3.0, 2.0))
    every = judge(asked_of_holes("hole_depth", ">=", 4.0), facts, {}, has_geometry=True)
    sized = judge(asked_of_holes("hole_depth", ">=", 4.0, (6.4, 7.0)), facts, {}, has_geometry=True)
    none = judge(asked_of_holes("hole_depth", ">=", 4.0, (9.0, 9.5)), facts, {}, has_geometry=True)
    assert [v[0].outcome for v in (every, sized, none)] == ["not_met", "met", "cannot_tell"]
    assert none[0].reason == reasons.NO_HOLES


def test_depth_over_diameter_is_worked_out_hole_by_hole():
    spec = asked_of_holes("hole_depth_ratio", "<=", 4.0)
    shallow = judge(spec, drilled((5.0, 20.0), (2.0, 8.0)), {}, has_geometry=True)
    deep = judge(spec, drilled((5.0, 20.0), (2.0, 9.0)), {}, has_geometry=True)
    assert [v[0].outcome for v in (shallow, deep)] == ["met", "not_met"]
    assert deep[0].evidence[0].value == pytest.approx(4.5)


def test_of_several_hole_patterns_any_may_be_the_one_that_is_asked_for():
    circles = [Measurement("bolt_circle_diameter", value, "mm", 0.0) for value in (30.0, 60.0)]
    for wanted, outcome in ((60.0, "met"), (30.0, "met"), (45.0, "not_met")):
        row = Requirement(
            "R1", "x", "hole", "x", "bolt_circle_diameter", "==", wanted, wanted, "mm"
        )
        (verdict,) = judge(Spec("x", (row,)), circles, {}, has_geometry=True)
        assert verdict.outcome == outcome


def test_a_count_that_is_not_known_by_size_is_only_told_when_all_holes_have_that_size():
    row = Requirement("R1", "x", "hole", "x", "blind_hole_count", "==", 2.0, 2.0, "",
                      diameter_band_mm=(6.0, 7.0))  # fmt: skip
    blind = Measurement("blind_hole_count", 2.0, "", 0.0)
    alike = judge(Spec("x", (row,)), [*drilled((6.6, 5.0), (6.6, 5.0)), blind], {},
                  has_geometry=True)  # fmt: skip
    mixed = judge(Spec("x", (row,)), [*drilled((6.6, 5.0), (3.0, 5.0)), blind], {},
                  has_geometry=True)  # fmt: skip
    assert alike[0].outcome == "met"
    assert mixed[0].reason == reasons.NOT_BY_SIZE


def test_three_hundred_requirements_are_judged_well_under_two_seconds():
    lines = [f"Overall length at most {90 + number} mm" for number in range(100)]
    lines += [f"Exactly {number + 1} holes of diameter 6.6 mm" for number in range(100)]
    lines += [f"Wall at least {0.05 * (number + 1):.2f} mm" for number in range(100)]
    spec = parse_spec("\n".join(lines))
    begun = time.perf_counter()
    verdicts = judge(spec, measured(), {}, has_geometry=True)
    taken = time.perf_counter() - begun
    assert len(verdicts) == 300
    assert taken < 1.0


def test_of_two_designs_that_leave_a_clause_open_the_likelier_one_ranks_higher():
    sure = verdict("met", 1.0)
    likely, unlikely = (fit([sure, verdict("cannot_tell", p)]) for p in (0.7, 0.3))
    assert likely.value > unlikely.value
    assert (likely.low, likely.high, likely.coverage) == (
        unlikely.low, unlikely.high, unlikely.coverage,
    )  # fmt: skip
    assert fit([verdict("cannot_tell", 0.5)]).value is None
