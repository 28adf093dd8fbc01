"""Process clauses become limits that name their source, in the words of the brief's language."""

import re
from dataclasses import replace

import pytest

from mmdesign.domain import Measurement
from mmdesign.judging import fit, judge, reasons
from mmdesign.processes import PROCESS_LIMITS, TABLE, ProcessTable, expand, process_table
from mmdesign.spec import density_g_per_cm3, parse_spec


def expanded(text):
    return expand(parse_spec(text))


def process_rows(spec):
    return [row for row in spec.requirements if row.quantity == PROCESS_LIMITS]


def limits_of(spec):
    names = {row.id for row in process_rows(spec)}
    return {row.quantity: row for row in spec.requirements if row.parent in names}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("FDM printable, 0.4 mm nozzle.", "FDM printing"),
        ("The part must be 3D printable.", "3D printing"),
        ("Must be suitable for SLA printing.", "SLA printing"),
        ("SLS nylon PA12", "SLS printing"),
        ("3-axis CNC", "CNC machining"),
        ("Machinable on a 3-axis mill.", "CNC machining"),
        ("Injection moulded ABS.", "injection moulding"),
        ("injection molded polypropylene", "injection moulding"),
        ("The part is die cast in aluminium.", "die casting"),
        ("Laser-cut sheet.", "laser cutting"),
        ("Bent from 2 mm sheet metal.", "sheet metal bending"),
        ("适合3D打印", "3D 打印"),
        ("注塑件，材料ABS", "注塑"),
        ("数控加工", "数控加工"),
        ("激光切割", "激光切割"),
        ("压铸铝合金", "压铸"),
        ("钣金折弯", "钣金折弯"),
    ],
)
def test_a_process_clause_gives_one_row_for_the_process_and_its_limits(text, title):
    spec = expanded(text)
    (process,) = process_rows(spec)
    limits = limits_of(spec)
    assert process.subject == title
    assert limits
    for row in limits.values():
        assert row.lower is not None or row.upper is not None
        assert row.text.startswith(f"{title}: ")
        assert re.search(r"\(.+\)$", row.text)
    assert len({row.id for row in spec.requirements}) == len(spec.requirements)


@pytest.mark.parametrize(
    "text",
    [
        "It must not be 3D printed. Four M6 holes.",
        "No injection moulding. Wall at least 2 mm.",
        "不得采用压铸。壁厚至少 2 mm。",
        "Replaces an injection moulded part. Wall at least 2 mm.",
        "Four M6 holes, wall at least 2 mm.",
    ],
)
def test_a_process_that_is_not_asked_for_sets_no_limits(text):
    assert process_rows(expanded(text)) == []


def test_the_nozzle_sets_the_wall_and_has_a_usual_size():
    def wall(text):
        return limits_of(expanded(text))["wall_thickness_min"].lower

    assert wall("FDM printable.") == pytest.approx(0.8)
    assert wall("FDM printable with a 0.6 mm nozzle.") == pytest.approx(1.2)
    assert wall("适合3D打印，喷嘴0.25 mm") == pytest.approx(0.5)


def test_a_nozzle_tells_that_3d_printing_means_fdm():
    (process,) = process_rows(expanded("3D printable. Nozzle diameter 0.4 mm."))
    assert process.subject == "FDM printing"


def test_the_material_chooses_its_own_limits():
    def wall(text):
        row = limits_of(expanded(text))["wall_thickness_min"]
        return row.lower, row.upper

    assert wall("Injection moulded ABS.") == (1.143, 3.556)
    general = wall("Injection moulded.")
    assert general[0] < 1.143
    assert general[1] > 3.556
    assert limits_of(expanded("Die cast in magnesium."))["wall_thickness_min"].lower == 1.27


def test_a_limit_that_needs_a_number_waits_for_it_and_says_so():
    without = expanded("Laser-cut sheet.")
    assert "hole_diameter" not in limits_of(without)
    assert any("thickness" in item.problem for item in without.lint)
    given = expanded("Laser cut from 3 mm sheet.")
    assert limits_of(given)["hole_diameter"].lower == pytest.approx(2.1)
    assert not any("thickness" in item.problem for item in given.lint)


def test_what_the_clause_says_itself_stays_and_is_not_said_twice():
    spec = expanded("FDM printable, wall at least 0.8 mm.")
    rows = [row.quantity for row in spec.requirements]
    assert rows.count("watertight") == 1
    holding = expanded("Injection moulding in ABS, draft at least 1°.")
    drafts = [row.lower for row in holding.requirements if row.quantity == "draft_angle_min"]
    assert sorted(drafts) == [0.5, 1.0]


def test_a_clause_that_only_names_the_process_leaves_nothing_for_eyes():
    for text in ("3-axis CNC", "Injection moulded ABS.", "激光切割", "Laser-cut sheet."):
        assert not [row for row in expanded(text).requirements if row.kind in {"visual", "style"}]


def test_expanding_twice_is_expanding_once_and_other_briefs_stay_as_they_are():
    once = expanded("FDM printable.\nFour M6 holes.")
    assert expand(once) == once
    plain = parse_spec("Four M6 holes.\nWall at least 2 mm.")
    assert expand(plain) is plain


def test_the_priority_of_the_clause_holds_for_its_limits():
    spec = expanded("The part should be FDM printable.")
    assert {row.priority for row in limits_of(spec).values()} <= {"should", "could"}


def test_every_limit_of_the_table_is_sane():
    known = set()
    for process in process_table().processes:
        assert process.limits
        for limit in process.limits:
            assert limit.lower is not None or limit.upper is not None
            if limit.lower is not None and limit.upper is not None:
                assert limit.lower <= limit.upper
            assert limit.source
            assert re.search(r"[\u4e00-\u9fff]", limit.text_zh)
            assert not re.search(r"[\u4e00-\u9fff]", limit.text)
            for material in limit.materials:
                assert density_g_per_cm3(material) > 0
            key = (process.name, limit.quantity, limit.materials)
            assert key not in known
            known.add(key)


def test_a_table_with_an_unknown_source_or_parameter_is_refused(tmp_path):
    good = TABLE.read_text(encoding="utf-8")
    for change in (('source = "core_3mf"', 'source = "nobody"'), ('of = "nozzle_mm"', 'of = "x"')):
        path = tmp_path / "table.toml"
        path.write_text(good.replace(*change), encoding="utf-8")
        with pytest.raises(ValueError, match=r"nobody|\bx\b"):
            ProcessTable.read(path)


GOOD = {
    "wall_thickness_min": 2.0, "draft_angle_min": 2.0, "undercut_area_fraction": 0.0,
    "overhang_area_fraction": 0.0, "watertight": 1.0, "hole_count": 1.0, "hole_diameter": 4.0,
    "hole_depth": 2.0, "tool_reach_ratio": 2.0, "blind_hole_count": 0.0, "fillet_radius_min": 2.0,
}  # fmt: skip
CLAUSES = ("FDM printable", "SLA printing", "SLS printing", "metal 3D printing", "3D printing",
           "CNC machining", "Injection moulded", "Die cast", "Laser cut from 3 mm sheet",
           "Bent from 2 mm sheet metal")  # fmt: skip


def facts(**changes):
    return tuple(Measurement(q, v, "", 0.0) for q, v in (GOOD | changes).items() if v is not None)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_part_that_breaks_one_limit_fails_that_limit_and_its_process_alone(clause):
    spec = expanded(clause)
    (process,) = process_rows(spec)
    limits = limits_of(spec)
    asked = replace(spec, requirements=(process, *limits.values()))
    good = {v.requirement.quantity: v.outcome for v in judge(asked, facts(), {}, has_geometry=True)}
    assert set(good.values()) == {"met"}
    for quantity, row in limits.items():
        measured = "hole_depth" if quantity == "hole_depth_ratio" else quantity
        bad = (row.lower - 0.2) if row.lower is not None else row.upper + 1.0
        bad = 4.0 * (row.upper + 1) if quantity == "hole_depth_ratio" else bad
        verdicts = judge(asked, facts(**{measured: bad}), {}, has_geometry=True)
        failed = {v.requirement.quantity for v in verdicts if v.outcome == "not_met"}
        is_binding = row.priority == process.priority
        assert failed == ({quantity, PROCESS_LIMITS} if is_binding else {quantity})


def test_a_process_counts_once_in_the_fit_however_many_limits_it_has():
    spec = expanded("Injection moulded ABS.\nLength at most 100 mm.")
    verdicts = judge(
        spec, (*facts(wall_thickness_min=0.5), Measurement("length", 90.0, "mm", 0.0)), {},
        has_geometry=True,
    )  # fmt: skip
    overall = fit(verdicts)
    assert overall.outcome == "fails"
    assert overall.value == pytest.approx(0.5)


def test_a_limit_on_holes_holds_where_there_are_none_and_an_open_limit_leaves_the_process_open():
    spec = expanded("SLA printing.")
    none = facts(hole_count=0.0, hole_diameter=None)
    verdicts = {v.requirement.quantity: v for v in judge(spec, none, {}, has_geometry=True)}
    assert verdicts["hole_diameter"].outcome == "met"
    assert verdicts["hole_diameter"].reason == reasons.NOTHING_TO_LIMIT
    assert verdicts[PROCESS_LIMITS].outcome == "met"
    unknown = facts(wall_thickness_min=None)
    verdicts = {v.requirement.quantity: v for v in judge(spec, unknown, {}, has_geometry=True)}
    assert verdicts[PROCESS_LIMITS].outcome == "cannot_tell"
    assert verdicts[PROCESS_LIMITS].reason == reasons.LIMITS_OPEN
