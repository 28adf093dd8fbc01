"""Parts of assemblies found by their form, and versions of one design as a family."""

import json
import random
import sqlite3
from dataclasses import replace

import numpy as np
import pytest
import sqlalchemy as sa
import trimesh
from test_measuring_form import form as form_of
from test_measuring_form import handed, mesh_of, mirrored, turned

from mmdesign.cli import main
from mmdesign.domain import Design, Measurement, Mesh
from mmdesign.library import Library, Part, Query, Reading, Record, content_id, copy_library, ingest
from mmdesign.library.addresses import address_of
from mmdesign.library.database import Database
from mmdesign.library.naming import order_of, stem_of
from mmdesign.measuring import bodies_of, measure
from mmdesign.measuring.bodies import MOST_BODIES

pytest_plugins = ("servers",)

WIDTH = 8
MODEL = "fake/8"


def unit(*numbers):
    vector = np.zeros(WIDTH, np.float32)
    vector[: len(numbers)] = numbers
    return vector / np.linalg.norm(vector)


def scaled(mesh, factor):
    return replace(mesh, vertices=mesh.vertices * factor)


def box(*sides):
    return mesh_of(trimesh.creation.box(sides))


def assembled(**parts):
    """One mesh of several parts, each moved out of the way of the others."""
    vertices, faces, numbers, start = [], [], [], 0
    for number, mesh in enumerate(parts.values()):
        vertices.append(mesh.vertices + np.array([300.0 * number, 0, 0]))
        faces.append(mesh.faces + np.int32(start))
        numbers.append(np.full(len(mesh.faces), number, np.int32))
        start += len(mesh.vertices)
    return Mesh(
        np.concatenate(vertices), np.concatenate(faces).astype(np.int32), np.concatenate(numbers),
        tuple(parts),
    )  # fmt: skip


def described(key, mesh, vector=None, **fields):
    design = Design(key, key, "mesh", mesh)
    given = {
        "design_id": key, "name": key, "path": f"/{key}.stl",
        "vector": unit(1) if vector is None else vector, "measurements": measure(design),
        "shape_descriptor": form_of(mesh), "bodies": bodies_of(design),
        "added_at": "2026-01-01T00:00:00+00:00",
    }  # fmt: skip
    return Record(**(given | fields))


@pytest.fixture(scope="module")
def gearbox():
    return described(
        "gearbox",
        assembled(housing=box(200, 150, 90), bracket=turned(handed()), pin=box(5, 5, 60),
                  pin_2=box(5, 5, 60)),
        unit(0, 1), tags=("drive",), thumbnail=b"a picture",
    )  # fmt: skip


@pytest.fixture(scope="module")
def bracket():
    return described("bracket", handed())


def asked(record):
    part = Part(record.vector, form=record.shape_descriptor)
    return Query.of([part], measurements=record.measurements, design_id=record.design_id)


# The parts of one assembly


def test_equal_parts_are_one_body_and_mirror_images_are_two():
    mesh = assembled(left=handed(), right=mirrored(handed()), left_2=turned(handed()),
                     plate=box(90, 50, 4))  # fmt: skip
    found = {body.name: body.count for body in bodies_of(Design("a", "a", "mesh", mesh))}
    assert found == {"left": 2, "right": 1, "plate": 1}


def test_a_design_of_one_part_has_no_bodies():
    assert bodies_of(Design("a", "a", "mesh", handed())) == ()
    assert bodies_of(Design("a", "a", "images")) == ()


def test_only_the_largest_different_parts_are_described():
    mesh = assembled(**{f"b{n}": box(10 + n, 7, 3) for n in range(MOST_BODIES + 6)})
    names = [body.name for body in bodies_of(Design("a", "a", "mesh", mesh))]
    assert names == [f"b{n}" for n in range(MOST_BODIES + 5, 5, -1)]


# In the library


def test_a_part_is_found_in_its_assembly_with_the_reason(library, gearbox, bracket):
    others = [described(f"cube {n}", box(20 + n, 20, 20), unit(1, n / 9)) for n in range(4)]
    library.add([gearbox, *others])
    hits = {hit.name: hit for hit in library.search(asked(bracket), k=3).hits}
    assert len(hits) == 3
    assert hits["gearbox"].evidence == "part of"
    assert hits["gearbox"].why[0] == (
        "part of gearbox: its part 'bracket' has the same geometry"
    )  # fmt: skip
    assert [hit.rank for hit in hits.values()] == [1, 2, 3]
    assert all("parts" not in hit.reasons for name, hit in hits.items() if name != "gearbox")
    pin = described("pin", box(60, 5, 5), unit(0, 1))
    told = library.search(asked(pin), k=3).hits[0].why[0]
    assert told == "part of gearbox: its part 'pin' has the same geometry, 2 times"


@pytest.mark.parametrize(
    ("change", "said"),
    [(mirrored, "mirror image"), (lambda mesh: scaled(mesh, 25.4), "another size")],
)
def test_mirrored_and_scaled_parts_are_told_from_equal_ones(tmp_path, gearbox, change, said):
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        library.add([gearbox])
        hit = library.search(asked(described("asked", change(handed()))), k=3).hits[0]
    assert said in hit.why[0]


def test_filters_and_exclusions_hold_for_wholes_too(library, gearbox, bracket):
    library.add([gearbox, *(described(f"c{n}", box(9 + n, 9, 9)) for n in range(3))])
    for limit in ({"where": "tag != drive"}, {"exclude": ["gearbox"]}):
        names = [hit.name for hit in library.search(asked(bracket), k=3, **limit).hits]
        assert "gearbox" not in names
    hits = library.search(asked(bracket), k=3, where="tag = drive").hits
    assert [hit.name for hit in hits] == ["gearbox"]


def test_wholes_leave_most_places_to_what_is_alike(library, bracket, gearbox):
    library.add([replace(gearbox, design_id=f"whole {n}") for n in range(9)])
    library.add([described(f"twin {n}", handed()) for n in range(9)])
    hits = library.search(asked(bracket), k=6).hits
    assert sum(hit.evidence == "part of" for hit in hits) == 2
    assert [hit.similarity for hit in hits] == sorted((h.similarity for h in hits), reverse=True)
    assert [hit.evidence for hit in library.search(asked(bracket), k=1).hits] == ["same geometry"]


def test_parts_stay_with_their_design_whatever_happens_to_it(library, gearbox, bracket):
    library.add([gearbox, bracket])
    kept = library.get("gearbox")
    assert [(body.name, body.count) for body in kept.bodies] == [
        ("housing", 1), ("bracket", 1), ("pin", 2),
    ]  # fmt: skip
    assert np.array_equal(kept.bodies[1].form, gearbox.bodies[1].form)
    assert library.add([gearbox]).unchanged == 1
    library.add([replace(kept, tags=("new",))])
    assert [one.design_id for one in library.wholes(bracket)] == ["gearbox"]
    assert library.verify().ok
    library.remove(["gearbox"])
    assert library.wholes(bracket) == ()
    assert library.verify().ok


def test_a_damaged_part_is_noticed(tmp_path, gearbox):
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        library.add([gearbox])
    with sqlite3.connect(tmp_path / "library.sqlite") as file:
        file.execute("UPDATE bodies SET count = 7 WHERE number = 1")
    file.close()
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        assert library.verify().damaged == ("gearbox",)


def test_parts_move_from_folder_to_server_and_back(postgresql, tmp_path, gearbox, bracket):
    with Library.open(tmp_path / "first", MODEL, WIDTH) as library:
        library.add([gearbox, bracket])
    server = postgresql.new_place()
    assert copy_library(tmp_path / "first", server) == copy_library(server, tmp_path / "last")
    for place in (server, tmp_path / "last"):
        with Library.open(place, MODEL, WIDTH) as library:
            assert [one.body.name for one in library.wholes(bracket)] == ["bracket"]
            assert library.verify().ok


OLDER = (
    "DROP TABLE bodies",
    "DROP INDEX designs_by_stem",
    "ALTER TABLE designs DROP COLUMN stem",
    "UPDATE alembic_version SET version_num = '0002'",
)


def test_an_earlier_library_is_brought_up_to_date_and_gets_its_parts_when_indexed(
    place, tmp_path, gearbox, bracket
):
    file = tmp_path / "designs" / "gearbox v2.stl"
    file.parent.mkdir()
    file.write_bytes(b"a gearbox")
    old = replace(
        gearbox, design_id=content_id(file), bodies=None, path=str(file), name="gearbox v2",
        text="said by hand",
    )  # fmt: skip
    with Library.open(place, MODEL, WIDTH) as library:
        library.add([old, replace(old, design_id="1" * 64, name="gearbox v1", path="/x/1.stl")])
    database = Database(address_of(place))
    with database.writing() as connection:
        for statement in OLDER:
            connection.execute(sa.text(statement))
    database.close()
    with Library.open(place, MODEL, WIDTH) as library:
        assert library.verify().ok
        assert [one.name for one in library.families([old.design_id])[old.design_id]] == [
            "gearbox v2", "gearbox v1",
        ]  # fmt: skip
        assert library.wholes(bracket) == ()
        reading = Reading(lambda path: replace(gearbox, design_id=content_id(path)), {".stl"})
        assert ingest(library, [file], reading).updated == 1
        assert [one.design_id for one in library.wholes(bracket)] == [old.design_id]
        assert library.get(old.design_id).text == "said by hand"
        assert ingest(library, [file], reading).unchanged == 1


# Families


@pytest.mark.parametrize(
    ("names", "stem"),
    [
        (["Bracket", "bracket_v2", "Bracket rev B", "bracket-final", "bracket copy (2)",
          "bracket (3)", "bracket_v2-final", "bracket 2024-05-01", "bracket.step"], "bracket"),
        (["支架", "支架_v2", "支架 第3版", "支架 副本"], "支架"),
        (["part 1"], "part 1"), (["M6 bolt"], "m6 bolt"), (["solver2"], "solver2"),
        (["corner r3"], "corner r3"), (["v2"], "v2"), (["final"], "final"),
    ],
)  # fmt: skip
def test_marks_of_a_version_are_no_part_of_a_name(names, stem):
    assert {stem_of(name) for name in names} == {stem}


def test_the_newer_name_comes_after_the_older():
    order = ["arm old", "arm", "arm v2", "arm_v9", "arm v10", "arm v10.1", "arm v10 final"]
    assert sorted(random.Random(1).sample(order, len(order)), key=order_of) == order
    assert order_of("arm rev A") < order_of("arm rev B") < order_of("arm-final")


def test_versions_are_a_family_by_geometry_or_by_folder_and_the_newest_comes_first(library):
    plate, longer = box(80, 40, 6), box(81, 40, 6)
    library.add([
        described("1", plate, name="plate v1", path="/one/plate v1.stl"),
        described("2", longer, name="plate v2", path="/two/plate v2.stl"),
        described("3", box(20, 20, 20), name="plate", path="/three/plate.stl"),
        described("4", box(20, 30, 50), name="lid rev A", path="/lids/a.stl"),
        described("5", box(90, 9, 9), name="lid rev B", path="/lids/b.stl"),
        described("6", scaled(plate, 3), name="plate (2)", path="/four/plate.stl"),
        described("7", box(5, 6, 7), name="alone", path="/one/alone.stl"),
    ])  # fmt: skip
    families = library.families([str(number) for number in range(9)])
    told = {name: [one.design_id for one in family] for name, family in families.items()}
    assert told == {"1": ["2", "1"], "2": ["2", "1"], "4": ["5", "4"], "5": ["5", "4"]}
    assert sorted(len(family) for family in library.each_family()) == [2, 2]


def test_families_and_wholes_are_told_on_the_command_line(capsys, place, gearbox, bracket):
    with Library.open(place, MODEL, WIDTH) as library:
        library.add([gearbox, bracket, replace(bracket, design_id="b2", name="bracket v2")])
    assert main(["library", "families", "--library", str(place)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [[one["name"] for one in family] for family in printed["families"]] == [
        ["bracket v2", "bracket"]
    ]
    assert main(["library", "history", "bracket", "--library", str(place)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in printed["family"]] == ["bracket v2", "bracket"]
    assert [(one["name"], one["part"]) for one in printed["part_of"]] == [("gearbox", "bracket")]


def test_pictures_have_no_parts_and_ask_for_none(tmp_path):
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        library.add([Record("p", "picture", "/p.png", unit(1), kind="images")])
        assert library.wholes(library.get("p")) == ()
        facts = (Measurement("length", 1.0, "mm", 0.0),)
        assert library.search(Query(unit(1), measurements=facts)).hits[0].name == "picture"
