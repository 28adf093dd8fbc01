"""Suggestions: following one must mend what it is about."""

import math
import re
import time
from dataclasses import replace

import numpy as np
import pytest

from mmdesign.advising import Neighbour, Scene, advise, changes_for
from mmdesign.domain import Hit, Measurement, Mesh
from mmdesign.judging import fit, judge, reasons
from mmdesign.processes import expand
from mmdesign.spec import parse_spec


def facts(**values):
    units = {
        "mass": "g",
        "hole_count": "",
        "watertight": "",
        "part_count": "",
        "triangle_count": "",
    }
    return tuple(
        Measurement(
            quantity, value, "" if quantity.endswith("fraction") else units.get(quantity, "mm"), 0.0
        )
        for quantity, value in values.items()
    )


def neighbour(name, similarity, **values):
    return Neighbour(Hit(name, name, f"{name}.step", similarity, None, 1), facts(**values))


def advice(text, measurements, visual=None, neighbours=(), **options):
    verdicts = judge(
        parse_spec(text), measurements, visual or {}, **({"has_geometry": True} | options)
    )
    return advise(verdicts, fit(verdicts), neighbours)


@pytest.mark.parametrize(
    ("text", "measurements", "wanted"),
    [
        ("Wall at least 2.5 mm", facts(wall_thickness_min=1.8),
         "Thicken the wall by 0.7 mm to reach 2.5 mm."),
        ("Mass below 200 g", facts(mass=260.0), "Remove 60 g of material to reach 200 g."),
        ("length 100 mm", facts(length=90.0), "Lengthen the design by 10 mm to reach 100 mm."),
        ("at least four holes", facts(hole_count=3.0),
         "Drill 1 more hole: there are 3, the spec asks for at least 4."),
        ("no holes", facts(hole_count=2.0), "Close 2 holes: there are 2, the spec asks for none."),
        ("one-piece", facts(part_count=3.0),
         "Join the parts: there are 3, the spec asks for exactly 1."),
        ("watertight", facts(watertight=0.0), "Close the gaps and loose edges of the surface."),
        ("surface area at most 10 mm2", (Measurement("surface_area", 12.0, "mm2", 0.0),),
         "Reduce the surface area by 2 mm² to reach 10 mm²."),
    ],
)  # fmt: skip
def test_a_failed_requirement_says_what_to_change_and_by_how_much(text, measurements, wanted):
    (suggestion,) = advice(text, measurements)
    assert suggestion.text == wanted


@pytest.mark.parametrize("value", [0.3, 1.0, 1.8, 2.4])
def test_doing_what_is_suggested_meets_the_requirement(value):
    text = "Wall at least 2.5 mm"
    (suggestion,) = advice(text, facts(wall_thickness_min=value))
    change = float(re.search(r"by ([\d.]+) mm", suggestion.text)[1])
    assert advice(text, facts(wall_thickness_min=value + change)) == ()


def test_the_gain_is_what_the_fit_really_rises_by():
    text = "Wall at least 2.5 mm\nMass below 200 g"
    before = facts(wall_thickness_min=1.8, mass=150.0)
    after = facts(wall_thickness_min=2.5, mass=150.0)
    (suggestion,) = advice(text, before)
    values = [fit(judge(parse_spec(text), f, {}, has_geometry=True)).value for f in (before, after)]
    assert suggestion.gain == pytest.approx(values[1] - values[0])


def test_musts_come_first_then_the_undecided():
    text = "A handle\nThe mass should be below 200 g\nWall at least 2.5 mm"
    found = advice(text, facts(wall_thickness_min=1.8, mass=300.0))
    assert [s.requirement_id for s in found] == ["R3", "R2", "R1"]
    assert found[-1].gain is None


def test_the_donor_is_the_most_similar_past_design_that_already_does_it():
    past = (
        neighbour("far", 0.2, wall_thickness_min=3.0),
        neighbour("near but thin", 0.9, wall_thickness_min=2.0),
        neighbour("near", 0.8, wall_thickness_min=2.6),
        neighbour("unmeasured", 0.95, mass=3.0),
    )
    (suggestion,) = advice("Wall at least 2.5 mm", facts(wall_thickness_min=1.8), neighbours=past)
    assert suggestion.donor.name == "near"
    (alone,) = advice("Wall at least 9 mm", facts(wall_thickness_min=1.8), neighbours=past)
    assert alone.donor is None


def test_what_eyes_did_not_see_is_worded_as_such():
    (wanted,) = advice("A handle on the side", (), {"R1": 0.1})
    assert wanted.text == "Make it visible: a handle on the side. The views do not show it clearly."
    (forbidden,) = advice("No sharp edges", (), {"R1": 0.9})
    assert forbidden.text == "Remove or hide: sharp edges. The views seem to show it."


@pytest.mark.parametrize(
    ("text", "measurements", "options", "word"),
    [
        ("Wall at least 2.5 mm", (), {"has_geometry": False}, "CAD file"),
        ("Mass below 2 g", facts(watertight=1.0, volume=5.0), {}, "Name the material"),
        ("Volume below 2 cm3", facts(watertight=0.0), {}, "Close the mesh"),
        ("A handle", (), {"visual": {"R1": None}}, "embedded model"),
        ("It must be strong", (), {}, "measurable or visible"),
    ],
)
def test_what_cannot_be_told_says_what_to_supply(text, measurements, options, word):
    (suggestion,) = advice(text, measurements, **options)
    assert word in suggestion.text


def test_every_reason_for_not_telling_has_advice_but_the_failed_parent():
    decided = {
        reasons.MEASURED, reasons.SEEN, reasons.MEASURED_AND_SEEN, reasons.PARENT_FAILED,
        reasons.CONFLICT, reasons.NOTHING_TO_LIMIT, reasons.NAMED_IN_FILE, reasons.LIMITS_HOLD,
        reasons.LIMITS_BROKEN,
    }  # fmt: skip
    catalogue = {v for k, v in vars(reasons).items() if k.isupper()}
    for reason in catalogue - decided:
        verdicts = judge(parse_spec("A handle"), (), {}, has_geometry=True)
        changed = [v.__class__(v.requirement, "cannot_tell", None, (), reason) for v in verdicts]
        assert len(advise(changed, fit(changed))) == 1


def test_a_design_that_meets_everything_gets_no_suggestion():
    assert advice("Wall at least 2.5 mm", facts(wall_thickness_min=2.5)) == ()


def bracket(diameters=(6.6, 6.6, 6.6, 6.6), **changes):
    """Facts of a 100 x 60 x 5 plate in aluminium, as measuring gives them."""
    values = {"extent_x": 100.0, "extent_y": 60.0, "extent_z": 5.0, "length": 100.0,
              "width": 60.0, "height": 5.0, "wall_thickness_min": 5.0, "volume": 30_000.0,
              "mass": 81.0, "surface_area": 13_600.0, "hole_count": float(len(diameters)),
              "watertight": 1.0, "part_count": 1.0, "blind_hole_count": 1.0,
              "symmetry_x": 0.5, "overhang_area_fraction": 0.2} | changes  # fmt: skip
    units = {"volume": "mm3", "mass": "g", "surface_area": "mm2"}
    plain = {"hole_count", "watertight", "part_count", "blind_hole_count", "symmetry_x",
             "overhang_area_fraction"}  # fmt: skip
    rows = [Measurement(q, v, "" if q in plain else units.get(q, "mm"), 0.0)
            for q, v in values.items()]  # fmt: skip
    for number, diameter in enumerate(diameters):
        faces = np.array([number], np.int32)
        rows.append(Measurement("hole_diameter", diameter, "mm", 0.0, faces))
        rows.append(Measurement("hole_depth", 5.0, "mm", 0.0, faces))
    return tuple(rows)


def tried(text, measurements, mesh=None):
    """Verdicts before, suggestions, and a judge of other measurements."""
    spec = parse_spec(text)

    def rejudge(others):
        return judge(spec, others, {}, has_geometry=True)

    verdicts = rejudge(measurements)
    scene = Scene(measurements, rejudge, mesh)
    return verdicts, advise(verdicts, fit(verdicts), scene=scene), rejudge


CHANGED = {
    "Wall at least 7 mm": {},
    "Wall at most 3 mm": {},
    "Overall length at most 90 mm": {},
    "Overall length at least 120 mm": {},
    "Overall width at most 50 mm": {},
    "Overall width at least 110 mm": {},
    "At most 3 mm along the z axis": {},
    "At least 110 mm along the y axis": {},
    "Mass at most 60 g": {},
    "Mass at least 100 g": {},
    "Volume at most 20000 mm3": {},
    "Exactly 6 holes": {},
    "Exactly 2 holes": {},
    "No holes": {},
    "Exactly 4 holes of diameter 8 mm": {},
    "Exactly 2 holes of diameter 6.6 mm": {},
    "All holes at least 7 mm in diameter": {},
    "All holes at most 6 mm in diameter": {},
    "No blind holes": {},
    "Watertight": {"watertight": 0.0},
    "One-piece design": {"part_count": 3.0},
    "Symmetric about the x axis": {},
    "No overhangs": {},
    "Surface area at most 10000 mm2": {},
}


@pytest.mark.parametrize("text", CHANGED)
def test_every_change_meets_its_requirement_when_it_is_applied_to_the_measurements(text):
    before = bracket(**CHANGED[text])
    verdicts, (suggestion,), rejudge = tried(text, before)
    (verdict,) = verdicts
    assert verdict.outcome == "not_met"
    assert suggestion.gain == pytest.approx(1.0 - verdict.probability)
    changes = changes_for(verdict.requirement, before, verdict.evidence[0].value)
    assert suggestion.text in [change.text for change in changes]
    for change in changes:
        (after,) = rejudge(change.after)
        assert after.outcome == "met", change.text


def test_a_change_names_what_it_would_break_and_its_gain_counts_that():
    text = "At least 120 mm along the x axis\nMass at most 90 g\nExactly 4 holes"
    verdicts, (suggestion,), rejudge = tried(text, bracket())
    assert suggestion.breaks == ("R2",)
    assert suggestion.text.endswith("This would break R2 (Mass at most 90 g).")
    after = rejudge(bracket(extent_x=120.0, length=120.0, mass=97.2, volume=36_000.0))
    assert suggestion.gain == pytest.approx(fit(after).value - fit(verdicts).value)


def test_of_two_ways_the_one_that_breaks_less_is_proposed():
    free = tried("Mass at most 60 g", bracket())[1][0]
    assert free.text == "Remove 21 g of material (7.78 cm³) to reach 60 g."
    bound = tried("Mass at most 60 g\nVolume at least 29000 mm3", bracket())[1][0]
    assert bound.breaks
    sized = tried("Exactly 4 holes of diameter 8 mm\nExactly 4 holes", bracket())[1][0]
    assert sized.text.startswith("Open 4 holes from Ø6.6 to Ø8 mm")
    assert sized.breaks == ()


def test_too_few_holes_are_drilled_in_the_size_of_the_others():
    (suggestion,) = tried("Exactly 6 holes of diameter 6.6 mm", bracket())[1]
    assert suggestion.text.startswith("Drill 2 more holes of Ø6.6 mm")
    assert "Thread" not in suggestion.text


def test_the_drill_for_a_mesh_is_one_that_exists():
    asked = parse_spec("Four through holes for M6 screws").requirements[0]
    meshed = tuple(
        replace(hole, sigma=0.02) if hole.quantity == "hole_diameter" else hole
        for hole in bracket((6.54, 6.54))
    )
    (drilled, *_) = changes_for(asked, meshed, 2.0)
    assert drilled.text.startswith("Drill 2 more holes of Ø6.6 mm")


def test_the_holes_that_are_closed_are_the_odd_ones():
    changes = changes_for(parse_spec("Exactly 3 holes").requirements[0],
                          bracket((6.6, 9.0, 6.6, 6.6)), 4.0)  # fmt: skip
    left = [m.value for m in changes[0].after if m.quantity == "hole_diameter"]
    assert left == [6.6, 6.6, 6.6]


def test_a_central_bore_is_no_odd_hole():
    asked = parse_spec("Exactly 4 holes").requirements[0]
    (change,) = changes_for(asked, bracket((6.6, 6.6, 25.0, 6.6, 6.6)), 5.0)
    left = [m.value for m in change.after if m.quantity == "hole_diameter"]
    assert sorted(left) == [6.6, 6.6, 6.6, 25.0]


def test_shortening_the_longest_side_shortens_every_side_that_would_take_its_place():
    (suggestion,) = tried("Overall length at most 50 mm", bracket())[1]
    assert "X by 0.5" in suggestion.text
    assert "Y by 0.833" in suggestion.text


def test_a_stretch_takes_volume_and_mass_along_and_a_plates_thickness_is_its_wall():
    (change,) = changes_for(
        parse_spec("At most 4 mm along the z axis").requirements[0], bracket(), 5.0
    )
    after = {m.quantity: m.value for m in change.after}
    assert after["volume"] == pytest.approx(24_000)
    assert after["mass"] == pytest.approx(81 * 0.8)
    assert after["wall_thickness_min"] == pytest.approx(4.0)
    assert (after["height"], after["length"]) == (pytest.approx(4.0), 100.0)
    assert after["hole_diameter"] == 6.6


def test_drilling_and_closing_change_the_volume_by_the_holes():
    drilled, closed = (
        {
            m.quantity: m.value
            for m in changes_for(parse_spec(text).requirements[0], bracket(), 4.0)[0].after
        }
        for text in ("Exactly 5 holes of diameter 6.6 mm", "Exactly 3 holes of diameter 6.6 mm")
    )
    one = math.pi / 4 * 6.6**2 * 5
    assert drilled["volume"] == pytest.approx(30_000 - one)
    assert closed["volume"] == pytest.approx(30_000 + one)


def test_a_value_too_close_to_call_is_moved_clear_of_its_error():
    noisy = tuple(
        Measurement(m.quantity, m.value, m.unit, 0.3 if m.quantity == "wall_thickness_min" else 0.0)
        for m in bracket()
    )
    (verdict,), (suggestion,), rejudge = tried("Wall at least 5.05 mm", noisy)
    assert verdict.reason == reasons.WITHIN_ERROR
    (change,) = changes_for(verdict.requirement, noisy, 5.0)
    assert rejudge(change.after)[0].outcome == "met"
    assert suggestion.text.startswith("Thicken the wall by 0.254 mm")


def test_the_place_is_named_where_there_is_one():
    vertices = np.array([(0, 0, 0), (100, 0, 0), (100, 60, 0), (10, 10, 5), (12, 10, 5),
                         (12, 12, 5)], float)  # fmt: skip
    mesh = Mesh(vertices, np.array([(0, 1, 2), (3, 4, 5)], np.int32), np.zeros(2, np.int32), ("p",))
    holes = (Measurement("hole_count", 1.0, "", 0.0),
             Measurement("hole_diameter", 5.0, "mm", 0.0, np.array([1], np.int32)))  # fmt: skip
    (suggestion,) = tried("All holes at least 6 mm in diameter", holes, mesh)[1]
    assert suggestion.text == "Open 1 hole from Ø5 to Ø6 mm, at (11, 11, 5)."
    everywhere = (Measurement("wall_thickness_min", 1.0, "mm", 0.0, np.array([0, 1], np.int32)),)
    (suggestion,) = tried("Wall at least 2 mm", everywhere, mesh)[1]
    assert "around" not in suggestion.text


def test_a_failed_process_is_mended_by_mending_its_limits():
    spec = expand(parse_spec("Injection moulded ABS."))
    thin = (*facts(wall_thickness_min=0.5), Measurement("draft_angle_min", 2.0, "deg", 0.0),
            Measurement("undercut_area_fraction", 0.0, "", 0.0))  # fmt: skip

    def rejudge(others):
        return judge(spec, others, {}, has_geometry=True)

    verdicts = rejudge(thin)
    suggestion, by_hand = advise(verdicts, fit(verdicts), scene=Scene(thin, rejudge))
    assert suggestion.text.startswith("Thicken the wall by 0.643 mm to reach 1.14 mm")
    assert suggestion.gain == pytest.approx(1.0)
    assert by_hand.requirement_id == "R1"
    assert by_hand.gain is None


def test_a_long_brief_of_failures_is_advised_in_seconds():
    lines = [f"At least {110 + number} mm along the x axis" for number in range(150)]
    lines += [f"Wall at least {6 + number} mm" for number in range(150)]
    begun = time.perf_counter()
    _, suggestions, _ = tried("\n".join(lines), bracket())
    assert len(suggestions) == 300
    assert time.perf_counter() - begun < 20
