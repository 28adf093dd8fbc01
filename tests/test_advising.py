"""Suggestions: following one must mend what it is about."""

import re

import pytest

from mmdesign.advising import Neighbour, advise
from mmdesign.domain import Hit, Measurement
from mmdesign.judging import fit, judge, reasons
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
         "Add 1 hole: there are 3, the spec asks for at least 4."),
        ("no holes", facts(hole_count=2.0), "Remove 2 holes: there are 2, the spec asks for none."),
        ("one-piece", facts(part_count=3.0),
         "Join the parts: there are 3, the spec asks for exactly 1."),
        ("watertight", facts(watertight=0.0), "Close the gaps and loose edges of the surface."),
        ("surface area at most 10 mm2", (Measurement("surface_area", 12.0, "mm2", 0.0),),
         "Reduce the surface area by 2 mm2 to reach 10 mm2."),
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
    decided = {reasons.MEASURED, reasons.SEEN, reasons.MEASURED_AND_SEEN, reasons.PARENT_FAILED}
    catalogue = {v for k, v in vars(reasons).items() if k.isupper()}
    for reason in catalogue - decided:
        verdicts = judge(parse_spec("A handle"), (), {}, has_geometry=True)
        changed = [v.__class__(v.requirement, "cannot_tell", None, (), reason) for v in verdicts]
        assert len(advise(changed, fit(changed))) == 1


def test_a_design_that_meets_everything_gets_no_suggestion():
    assert advice("Wall at least 2.5 mm", facts(wall_thickness_min=2.5)) == ()
