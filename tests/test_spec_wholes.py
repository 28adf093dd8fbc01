"""What a brief calls the design itself, what only names it, and what is a part of it."""

import pytest

from mmdesign.spec import parse_spec
from mmdesign.spec.wholes import is_name, names_feature, whole_of


def bounds(text):
    return [(each.quantity, each.lower, each.upper) for each in parse_spec(text).requirements]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Pin, length 40 mm", "pin"), ("The spacer shall be 12 mm high.", "spacer"),
        ("1. Shelf: 600 mm wide", "shelf"), ("Please design a hook", "hook"),
        ("PINS: 40 mm", "pin"), ("Steel dowel pin Ø6", "pin"), ("\n\n  Washer\n", "washer"),
        ("Part name: Knob\nHeight 22 mm", "knob"), ("把手长度150mm", "把手"),
    ],
)  # fmt: skip
def test_a_part_that_opens_a_brief_is_the_design_itself(text, whole):
    assert whole_of(text) == whole


@pytest.mark.parametrize(
    "text",
    ["", "Bracket with a pin", "Mug with a handle", "The handle is 60 mm long", "杯子高95mm",
     "Bracket\nfor a wall\nThe pin is 20 mm long."],
)  # fmt: skip
def test_a_part_that_is_only_mentioned_is_not_the_design(text):
    assert whole_of(text) is None


def test_a_leg_or_a_handle_is_the_design_only_with_the_thing_it_belongs_to():
    assert whole_of("Table leg, 720 mm long") == "leg"
    assert whole_of("Mug handle for children") == "handle"
    assert whole_of("The leg is 720 mm long") is None


@pytest.mark.parametrize(
    "words",
    ["camera mount plate", "cover for a remote", "crank handle", "bearing housing",
     "the new bike light bracket", "gear ring", "phone stand for the desk", "齿轮箱壳体",
     "可爱花瓶"],
)  # fmt: skip
def test_the_name_of_a_thing_is_told_by_its_words(words):
    assert is_name(words)


@pytest.mark.parametrize(
    "words",
    ["integrated handle", "no holes", "rounded edges", "matte finish", "must be strong",
     "wall thickness", "carrying handle", "no sharp edges", "smooth cover"],
)  # fmt: skip
def test_words_of_a_demand_are_no_name(words):
    assert not is_name(words)


def test_a_part_is_a_feature_unless_the_brief_is_about_it():
    assert names_feature("the pin is 20 mm long", None)
    assert not names_feature("the pins are 20 mm long", "pin")
    assert names_feature("the handle of the pin", "pin")
    assert names_feature("把手长150mm", None)
    assert not names_feature("把手长150mm", "把手")
    assert not names_feature("the length is 40 mm", None)


def test_what_a_dock_or_a_holder_carries_is_named_before_it_and_is_no_feature():
    assert names_feature("the battery is 80 mm wide", None)
    assert not names_feature("the battery holder is 80 mm wide", None)
    assert not names_feature("the phone dock is 80 mm wide", None)


def test_a_pin_that_opens_the_brief_is_measured_as_the_whole():
    assert bounds("Pin, length 40 mm, diameter 6 mm.") == [
        ("length", 40, 40), ("outer_diameter", 6, 6),
    ]  # fmt: skip
    assert bounds("The spacer shall be 12 mm high.") == [("height", 12, 12)]
    assert bounds("把手长度150mm") == [("length", 150, 150)]


@pytest.mark.parametrize(
    "text",
    ["Coffee mug, 95 mm high.\nThe handle is 60 mm long.", "Mug, 95 mm high. Handle 60 mm long.",
     "杯子高95mm，把手长60mm。"],
)  # fmt: skip
def test_the_handle_of_a_mug_is_not_measured_as_the_mug(text):
    assert bounds(text) == [("height", 95, 95), (None, 60, 60)]


def test_what_stands_beside_the_design_is_not_measured_as_it():
    text = "Knob for a drawer, height 22 mm. The drawer is 400 mm wide."
    assert bounds(text) == [("height", 22, 22), (None, 400, 400)]


@pytest.mark.parametrize(
    "title", ["Crank handle", "Camera mount plate", "Part name: Knob", "齿轮箱壳体"]
)
def test_a_title_is_only_a_note(title):
    spec = parse_spec(f"{title}\nHeight 95 mm")
    assert [each.quantity for each in spec.requirements] == ["height"]
    assert title in spec.notes


@pytest.mark.parametrize("demand", ["Integrated handle", "Rounded edges"])
def test_a_demand_on_the_first_line_is_no_title(demand):
    spec = parse_spec(f"{demand}\nHeight 95 mm")
    assert [(each.text, each.quantity) for each in spec.requirements] == [
        (demand, None), ("Height 95 mm", "height"),
    ]  # fmt: skip
    assert demand not in spec.notes


@pytest.mark.parametrize(
    "words", ["Overhang limit of {} degrees.", "No overhangs steeper than {} degrees.",
              "Maximum overhang angle {}°"],
)  # fmt: skip
def test_overhangs_are_judged_at_the_angle_stated_and_by_their_share_at_the_usual_one(words):
    assert bounds(words.format(60)) == [("overhang_angle_max", None, 60)]
    ((quantity, _, upper),) = bounds(words.format(45))
    assert (quantity, upper) == ("overhang_area_fraction", 0)


def test_the_width_of_something_round_is_its_smallest_size():
    assert bounds("OD 60 mm, width 14 mm") == [("outer_diameter", 60, 60), ("height", 14, 14)]


@pytest.mark.parametrize(
    "text", ["- OD 12 mm\n- ID 5.3 mm\n- length 20 mm", "OD 12 mm\nID 5.3 mm\nlength 20 mm"]
)
def test_an_inner_diameter_in_a_list_is_no_number_of_the_list(text):
    assert bounds(text) == [
        ("outer_diameter", 12, 12), ("hole_diameter", 5.3, 5.3), ("length", 20, 20),
    ]  # fmt: skip


def test_fewer_triangles_than_a_number_is_one_less_and_at_most_is_the_number():
    assert bounds("Fewer than 100,000 triangles.") == [("triangle_count", None, 99_999)]
    assert bounds("Below 100,000 triangles.") == [("triangle_count", None, 99_999)]
    assert bounds("At most 100,000 triangles.") == [("triangle_count", None, 100_000)]


@pytest.mark.parametrize("opening", ["Bracket", "Mug, 90 mm high", "The housing is 80 mm long."])
def test_a_part_named_after_the_design_is_not_the_whole(opening):
    assert whole_of(f"{opening}\nThe pin is 20 mm long.") is None
