"""A material is decided where the file names it, and is never guessed from a shape."""

import pytest

from mmdesign.domain import Measurement
from mmdesign.judging import fit, judge, reasons, with_stated
from mmdesign.spec import parse_spec


def judged(text, *names):
    verdicts = judge(parse_spec(text), (), {}, has_geometry=True)
    return with_stated(verdicts, names)[0]


@pytest.mark.parametrize(
    ("text", "names", "outcome"),
    [
        ("Made of aluminium", ["Bracket_AL6061-T6 aluminium"], "met"),
        ("Made of PA12 or PETG", ["lid PETG", "body PETG"], "met"),
        ("材料：铝", ["支架-铝合金"], "met"),
        ("Made of aluminium", ["bracket steel"], "not_met"),
        ("Not made of PVC", ["pipe PVC"], "not_met"),
        ("Not made of PVC", ["pipe steel"], "met"),
        ("Made of aluminium", ["bracket"], "cannot_tell"),
        ("Made of POM", ["box POM", "screw steel"], "cannot_tell"),
        ("Made of aluminium", ["box", "screw steel"], "cannot_tell"),
        ("Made of PC", ["PC case"], "cannot_tell"),
        ("If used outdoors, made of aluminium", ["bracket aluminium"], "cannot_tell"),
    ],
)
def test_the_names_of_the_parts_decide_only_what_they_tell(text, names, outcome):
    verdict = judged(text, *names)
    assert verdict.outcome == outcome
    assert (verdict.reason == reasons.NAMED_IN_FILE) == (outcome != "cannot_tell")


def test_a_material_that_nothing_tells_costs_no_coverage():
    length = [Measurement("length", 120.0, "mm", 0.0)]
    alone, beside = (
        fit(judge(parse_spec(text), length, {}, has_geometry=True))
        for text in ("Length 120 mm", "Length 120 mm. Made of aluminium.")
    )
    assert beside.coverage == alone.coverage == 1.0
    assert beside.outcome == alone.outcome == "fits"


def test_a_shape_that_is_not_named_keeps_its_other_verdicts():
    verdicts = judge(parse_spec("A handle. Made of steel."), (), {}, has_geometry=True)
    assert with_stated(verdicts, ()) == verdicts
