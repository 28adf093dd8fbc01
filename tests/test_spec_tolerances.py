"""Tolerances that hold for all sizes: as a brief states them, else the medium class of ISO 2768."""

import pytest

from mmdesign.spec import general_tolerance_mm, parse_spec


def bounds(text):
    return {
        each.quantity: (each.comparator, each.lower, each.upper)
        for each in parse_spec(text).requirements
    }


@pytest.mark.parametrize("line", [
    "All dimensions ±0.2 mm unless otherwise specified", "General tolerance: ±0.2",
    "Tolerance on size: ± 0.2 mm", "Unless otherwise stated, tolerances ±0.2 mm", "未注公差±0.2",
])  # fmt: skip
def test_one_stated_tolerance_is_that_of_every_exact_size(line):
    asked = bounds(f"Length 100 mm\nWall at least 2 mm\n{line}")
    assert asked["length"] == ("in", 99.8, 100.2)
    assert asked["wall_thickness_min"] == (">=", 2.0, None)


def test_a_size_keeps_its_own_tolerance():
    asked = bounds("Length 100 ±0.05 mm\nWidth 40 mm\nGeneral tolerance ±0.5 mm")
    assert asked["length"] == ("in", 99.95, 100.05)
    assert asked["width"] == ("in", 39.5, 40.5)


@pytest.mark.parametrize(("name", "half"), [("f", 0.15), ("c", 0.8), ("v", 1.5)])
@pytest.mark.parametrize("written", ["ISO 2768-{}K", "ISO 2768-1 {}", "GB/T 1804-{}"])
def test_a_named_class_gives_the_tolerance_of_each_size(name, half, written):
    tolerances = f"General tolerances {written.format(name)}" if "K" not in written else written
    asked = bounds(f"Length 100 mm\n{tolerances.format(name)}")
    assert asked["length"] == ("in", 100 - half, 100 + half)


def test_the_medium_class_holds_unsaid():
    assert bounds("Length 100 mm\nISO 2768-mK") == bounds("Length 100 mm")


@pytest.mark.parametrize("nominal", [1, 4, 20, 100, 300, 800, 1500])
def test_finer_classes_are_never_wider_and_longer_sizes_never_narrower(nominal):
    halves = [general_tolerance_mm(nominal, name) for name in "fmcv"]
    assert halves == sorted(halves)
    assert general_tolerance_mm(nominal) <= general_tolerance_mm(2 * nominal)


def test_a_roughness_or_an_angle_is_no_tolerance_of_sizes():
    assert bounds("Length 100 mm\nRa 3.2")["length"] == ("==", 100, 100)
    assert bounds("Length 100 mm\nAngular tolerance ±0.5°")["length"] == ("==", 100, 100)
