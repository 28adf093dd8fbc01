"""How measured values are said: with their unit, in as many digits as people read."""

import pytest

from mmdesign.judging.wording import say


@pytest.mark.parametrize(
    ("value", "unit", "quantity", "said"),
    [(6.6, "mm", "", "6.6 mm"), (-0.0001, "mm", "", "0 mm"), (-0.25, "mm", "", "-0.25 mm"),
     (45.0, "deg", "", "45°"), (120_784.0, "mm3", "volume", "120.784 cm³"),
     (0.123, "", "overhang_area_fraction", "12.3 %"), (4.0, "", "hole_count", "4")],
)  # fmt: skip
def test_a_value_is_said_with_its_unit_and_never_as_minus_zero(value, unit, quantity, said):
    assert say(value, unit, quantity) == said
