"""How alike designs are: geometry beside the look, evidence classes, probabilities."""

import json
from dataclasses import replace

import numpy as np
import pytest
import trimesh
from test_measuring_form import form as form_of
from test_measuring_form import handed, mesh_of, mirrored, turned

from mmdesign.domain import Design, Measurement
from mmdesign.errors import LibraryError, ModelError
from mmdesign.library import (
    Library,
    Likeness,
    Part,
    Query,
    Record,
    find_outliers,
    find_twins,
)
from mmdesign.library.agreeing import Asked, agreement
from mmdesign.library.likeness import Scale
from mmdesign.measuring import measure
from mmdesign.measuring.form import FORM_WIDTH

WIDTH = 8


def unit(*numbers):
    vector = np.zeros(WIDTH, np.float32)
    vector[: len(numbers)] = numbers
    return vector / np.linalg.norm(vector)


def described(name, mesh, vector=None, **fields):
    facts = measure(Design(name, name, "mesh", mesh))
    return Record(
        design_id=name, name=name, path=f"/{name}.stl",
        vector=unit(1) if vector is None else vector,
        measurements=facts, shape_descriptor=form_of(mesh), **fields,
    )  # fmt: skip


def scaled(mesh, factor):
    return replace(mesh, vertices=mesh.vertices * factor)


def plate(length, width, height, holes=0):
    body = trimesh.creation.box((length, width, height))
    drills = [trimesh.creation.cylinder(3, 4 * height, sections=48) for _ in range(holes)]
    for number, drill in enumerate(drills):
        drill.apply_translation(((number - (holes - 1) / 2) * 12, 4, 0))
    if not drills:
        return mesh_of(body)
    return mesh_of(trimesh.boolean.difference([body, *drills], engine="manifold"))


def learned(share=0.5, good_match=0.4):
    """A likeness whose numbers a test can follow; every block of a form counts the same."""
    from mmdesign.measuring.form import FORM_BLOCKS  # noqa: PLC0415

    scale = Scale(np.full(FORM_WIDTH, 0.3, np.float32), np.full(FORM_WIDTH, 0.3, np.float32),
                  {name: 1.0 for name in FORM_BLOCKS if name != "hand"})  # fmt: skip
    return Likeness((20.0, 0.0, -15.0), good_match, 0.5, share, (1.0, 0.0), scale)


def evidence(asked, found):
    said = agreement(
        Asked(asked.design_id, asked.measurements, (), asked.shape_descriptor), found, None, None
    )
    return said.evidence


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", "fake", WIDTH) as opened:
        yield opened


# What a pair is called


def test_a_finer_turned_copy_is_the_same_geometry():
    part = handed()
    finer = trimesh.Trimesh(part.vertices, part.faces, process=False).subdivide()
    assert evidence(described("a", part), described("b", turned(mesh_of(finer)))) == "same geometry"


@pytest.mark.parametrize(("factor", "said"), [(25.4, "inches"), (1000.0, "metres"), (2.0, "2 ")])
def test_a_scaled_copy_is_scaled_and_a_mistaken_unit_is_named(factor, said):
    asked, found = described("a", handed()), described("b", scaled(handed(), factor))
    told = agreement(Asked("a", asked.measurements, (), asked.shape_descriptor), found, None, None)
    assert told.evidence == "scaled"
    assert said in told.reasons["shape"][0]


def test_a_mirrored_part_is_mirrored_and_a_symmetric_one_is_the_same():
    assert evidence(described("a", handed()), described("b", mirrored(handed()))) == "mirrored"
    box = mesh_of(trimesh.creation.box((30, 20, 10)))
    assert evidence(described("a", box), described("b", mirrored(box))) == "same geometry"


def test_a_slightly_changed_part_is_a_near_duplicate_and_another_part_is_not():
    asked = described("a", plate(80, 40, 6, holes=2))
    assert evidence(asked, described("b", plate(81, 40, 6, holes=2))) == "near-duplicate"
    assert evidence(asked, described("c", plate(40, 40, 40))) == "similar look"
    assert evidence(asked, described("d", scaled(plate(81, 40, 6, holes=2), 3))) == "similar look"


def test_the_same_id_is_the_same_file_and_pictures_are_a_similar_look():
    asked = described("a", handed())
    assert evidence(asked, asked) == "same file"
    picture = replace(asked, design_id="b", shape_descriptor=None, measurements=())
    assert evidence(asked, picture) == "similar look"


def test_facts_stand_under_what_they_are_about():
    asked, found = described("a", plate(80, 40, 6, 2)), described("b", plate(80, 40, 6, 2))
    told = agreement(
        Asked("a", asked.measurements, ("steel",), asked.shape_descriptor, "thin plate"),
        replace(found, tags=("Steel",), text="a plate with holes"), 0.9, 0.97,
    )  # fmt: skip
    assert told.reasons["shape"] == ("same geometry",)
    assert "same hole count (2)" in told.reasons["holes"]
    assert "same number of tunnels (2)" in told.reasons["topology"]
    assert "length within 5 %" in told.reasons["size"]
    assert set(told.reasons["words"]) == {"same tag (Steel)", "same word (plate)"}
    assert told.reasons["look"] == ("looks alike (0.97)",)
    assert list(told.why) == [fact for facts in told.reasons.values() for fact in facts]


# Searching with geometry


def test_geometry_orders_what_looks_the_same(library):
    library.add([
        described("cube", plate(20, 20, 20)), described("plate", plate(80, 40, 6, 2)),
        described("rod", plate(200, 5, 5)),
    ])  # fmt: skip
    asked = described("asked", plate(82, 41, 6, 2))
    part = Part(unit(1), form=asked.shape_descriptor)
    query = Query.of([part], measurements=asked.measurements, likeness=learned())
    assert library.search(query).hits[0].name == "plate"
    looks = {hit.name: hit.similarity for hit in library.search(Query(unit(1))).hits}
    assert set(looks.values()) == {1.0}


def test_a_design_without_geometry_is_as_alike_as_such_looks_usually_are(library):
    likeness = learned(share=0.5)
    picture = Record("picture", "picture", "/p.png", unit(3, 4), kind="images")
    library.add([picture, described("cube", plate(20, 20, 20), unit(0, 1))])
    asked = Part(unit(1), form=form_of(handed()))
    hits = {hit.name: hit for hit in library.search(Query.of([asked], likeness=likeness)).hits}
    slope, intercept = likeness.expected
    assert hits["picture"].similarity == pytest.approx(0.5 * 0.6 + 0.5 * (slope * 0.6 + intercept))


def test_a_change_of_the_library_is_seen_by_the_next_search(library):
    asked = described("asked", handed())
    query = Query.of([Part(unit(1), form=asked.shape_descriptor)], likeness=learned(),
                     measurements=asked.measurements)  # fmt: skip
    library.add([described("cube", plate(20, 20, 20))])
    assert [hit.name for hit in library.search(query).hits] == ["cube"]
    library.add([described("twin", scaled(handed(), 10))])
    first = library.search(query).hits[0]
    assert (first.name, first.evidence) == ("twin", "scaled")


def test_no_good_match_is_said_below_the_learned_limit_only(library):
    library.add([Record(f"{n}", f"{n}", f"/{n}", unit(np.cos(n), np.sin(n))) for n in range(40)])
    far = Query.of([Part(unit(0, 0, 1))], likeness=learned(good_match=0.4))
    assert "No good match in this library" in library.search(far).note
    near = Query.of([Part(unit(1))], likeness=learned(good_match=0.4))
    assert library.search(near).note is None


def test_a_blend_has_ranks_but_no_probability(library):
    library.add([Record(f"{n}", f"{n}", f"/{n}", unit(np.cos(n), np.sin(n))) for n in range(9)])
    found = library.search(Query.of([Part(unit(1)), Part(unit(0, 1))], likeness=learned()))
    assert all(hit.probability is None for hit in found.hits)
    assert "no calibrated probability" in found.note


def test_weights_move_a_blend_and_less_moves_away(library):
    library.add([Record("x", "x", "/x", unit(1)), Record("y", "y", "/y", unit(0, 1)),
                 Record("between", "between", "/b", unit(1, 1))])  # fmt: skip

    def first(*parts):
        return library.search(Query.of([Part(v, w) for v, w in parts])).hits[0].name

    assert first((unit(1), 1), (unit(0, 1), 1)) == "between"
    assert first((unit(1), 5), (unit(0, 1), 1)) == "x"
    assert first((unit(1, 1), 1), (unit(0, 1), -0.9)) == "x"
    with pytest.raises(LibraryError, match="nothing to search"):
        Query.of([Part(unit(1), 1), Part(unit(1), -1)])


def test_same_size_leaves_out_what_is_larger(library):
    library.add([described("small", handed()), described("large", scaled(handed(), 2))])
    asked = described("asked", handed())
    query = Query.of([Part(unit(1), form=asked.shape_descriptor)],
                     measurements=asked.measurements, size_within=0.05)  # fmt: skip
    assert [hit.name for hit in library.search(query).hits] == ["small"]
    with pytest.raises(LibraryError, match="size"):
        library.search(Query(unit(1), size_within=0.05))


def test_percentiles_fall_with_the_rank(library):
    library.add([Record(f"{n}", f"{n}", f"/{n}", unit(np.cos(n / 9), np.sin(n / 9)))
                 for n in range(10)])  # fmt: skip
    hits = library.search(Query(unit(1)), k=10).hits
    assert [hit.percentile for hit in hits] == pytest.approx([0.95 - n / 10 for n in range(10)])


# Twins and outliers


def test_every_kind_of_twin_is_listed_once():
    records = [
        described("a", handed()), described("copy", turned(handed())),
        described("mirror", mirrored(handed())), described("cube", plate(20, 20, 20)),
    ]  # fmt: skip
    found = {frozenset((twin.first, twin.second)): twin.evidence for twin in find_twins(records)}
    assert found == {
        frozenset(("a", "copy")): "same geometry",
        frozenset(("a", "mirror")): "mirrored",
        frozenset(("copy", "mirror")): "mirrored",
    }


def test_the_outlier_is_the_one_that_nothing_is_like():
    records = [Record(f"{n}", f"{n}", "/", unit(1, n / 100)) for n in range(5)]
    records.append(Record("odd", "odd", "/", unit(0, 0, 1)))
    assert [one.design_id for one in find_outliers(records, 1)] == ["odd"]
    assert find_outliers(records[:1], 3) == ()


# What is learned, on the disk


def test_a_likeness_comes_back_from_its_json(tmp_path):
    (tmp_path / "calibration.json").write_text(json.dumps({"similarity": learned().as_json()}))
    read = Likeness.read(tmp_path)
    assert read.family == learned().family
    assert read.scale.weights == learned().scale.weights
    assert np.array_equal(read.scale.mean, learned().scale.mean)
    assert Likeness.read(tmp_path / "nowhere") is None


def test_a_calibration_of_looks_alone_is_still_read(tmp_path):
    text = json.dumps({"similarity": {"slope": 10.0, "intercept": -5.0}})
    (tmp_path / "calibration.json").write_text(text)
    read = Likeness.read(tmp_path)
    assert read.scale is None
    assert read.probability(0.5, 0.0) == pytest.approx(0.5)
    assert read.probability(1e9, 0.0) == 1.0


@pytest.mark.parametrize("broken", ["mean", "weights", "family"])
def test_a_damaged_likeness_is_refused(tmp_path, broken):
    raw = learned().as_json()
    if broken == "family":
        raw["family"] = [float("nan"), 0.0, 0.0]
    else:
        raw["geometry"][broken] = {"weights": {"no such block": 1.0}, "mean": [0.0]}[broken]
    (tmp_path / "calibration.json").write_text(json.dumps({"similarity": raw}))
    with pytest.raises(ModelError, match="similarity"):
        Likeness.read(tmp_path)


def test_a_lead_over_the_background_makes_a_hit_more_probable():
    likeness = replace(learned(), family=(10.0, 10.0, -10.0))
    assert likeness.probability(0.8, 0.3) > likeness.probability(0.8, 0.7)
    crowd = np.r_[0.9, np.full(60, 0.6)]
    assert likeness.background_of(crowd) == pytest.approx(0.6)
    assert likeness.background_of(crowd[:5]) == likeness.background


def test_measurements_that_are_missing_say_nothing():
    bare = replace(described("a", handed()), measurements=(Measurement("length", 1, "mm", 0),))
    assert evidence(bare, replace(bare, design_id="b")) == "same geometry"
