"""The library's store: in a folder and on a server, moved, upgraded, killed, beyond its limit."""

import csv
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from mmdesign.cli import main
from mmdesign.domain import Measurement
from mmdesign.errors import DesignError, LibraryError
from mmdesign.library import (
    Failure,
    Library,
    Query,
    Reading,
    Record,
    content_id,
    copy_library,
    export_library,
    find_sources,
    ingest,
)
from mmdesign.library.addresses import address_of
from mmdesign.library.columns import Column, Texts

pytest_plugins = ("servers",)

WIDTH = 8
MODEL = "fake/8"
SUFFIXES = {".stl"}


def vector(seed, width=WIDTH):
    drawn = np.random.default_rng(seed).normal(size=width).astype(np.float32)
    return drawn / np.linalg.norm(drawn)


def record(number, **fields):
    given = {
        "design_id": f"{number:064x}",
        "name": f"part {number}",
        "path": f"/designs/{number}.stl",
        "vector": vector(number),
        "measurements": (Measurement("mass", float(number), "g", 0.1),),
        "added_at": "2026-01-01T00:00:00+00:00",
    }
    return Record(**(given | fields))


# Search is exact, whatever happened to the library before


def test_search_agrees_with_brute_force_after_many_changes(library):
    chance = random.Random(3)
    there = {}
    for step in range(25):
        numbers = [chance.randrange(60) for _ in range(6)]
        changed = [record(n, vector=vector(1000 * step + n)) for n in dict.fromkeys(numbers)]
        library.add(changed)
        there |= {each.design_id: each for each in changed}
        gone = [f"{chance.randrange(60):064x}" for _ in range(2)]
        library.remove(gone)
        there = {name: each for name, each in there.items() if name not in gone}
        asked = vector(10**6 + step)
        near = sorted(there.values(), key=lambda each: (-round(float(each.vector @ asked), 5),
                                                        each.design_id))  # fmt: skip
        heavy = [each for each in near if each.measurements[0].value >= 30]
        found = library.search(Query(asked), k=7).hits
        assert [hit.design_id for hit in found] == [each.design_id for each in near[:7]]
        found = library.search(Query(asked), k=7, where="mass >= 30").hits
        assert [hit.design_id for hit in found] == [each.design_id for each in heavy[:7]]
    assert library.verify().ok


def test_beyond_the_exact_limit_search_is_nearly_right_and_a_filter_exact(place):
    width = 32
    records = [record(n, vector=vector(n, width), tags=("rare",) if n % 50 == 0 else ())
               for n in range(3000)]  # fmt: skip
    with Library.open(place, MODEL, width, exact_limit=500) as library:
        library.add(records[:2900])
        library.prepare_index()
        library.add(records[2900:])
        library.remove([record(n).design_id for n in range(0, 100, 7)])
        left = [each for n, each in enumerate(records) if n >= 100 or n % 7]
        right = 0
        for seed in range(10):
            asked = vector(10**6 + seed, width)
            near = sorted(left, key=lambda each: -float(each.vector @ asked))
            found = library.search(Query(asked), k=10).hits
            right += len({hit.design_id for hit in found} & {e.design_id for e in near[:10]})
            assert [h.similarity for h in found] == sorted(h.similarity for h in found)[::-1]
            rare = [each.design_id for each in near if each.tags][:10]
            found = library.search(Query(asked), k=10, where="tag = rare").hits
            assert [hit.design_id for hit in found] == rare
        assert right >= 97
        newest = library.search(Query(records[2999].vector), k=1).hits[0]
        assert newest.design_id == records[2999].design_id


def test_an_index_is_built_in_the_background_and_found_again(tmp_path):
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        library.add([record(n) for n in range(1500)])
    with Library.open(tmp_path, MODEL, WIDTH, exact_limit=100) as library:
        before = library.search(Query(vector(5)), k=5).hits
        for _ in range(200):
            if list(tmp_path.glob("approximate-*.usearch")):
                break
            time.sleep(0.05)
        after = library.search(Query(vector(5)), k=5).hits
    assert list(tmp_path.glob("approximate-*.usearch"))
    assert [hit.design_id for hit in before] == [hit.design_id for hit in after]
    with Library.open(tmp_path, MODEL, WIDTH, exact_limit=100) as library:
        again = library.search(Query(vector(5)), k=5).hits
    assert [hit.design_id for hit in again] == [hit.design_id for hit in before]


# Models, versions, reviews, failures


def test_an_empty_library_takes_the_model_that_opens_it(place):
    with Library.open(place, MODEL, WIDTH) as library:
        library.add([record(1)])
        library.remove([record(1).design_id])
        with Library.open(place, "other/5", 5) as other:
            other.add([record(2, vector=vector(2, 5))])
            assert other.search(Query(vector(2, 5)), k=1).hits[0].name == "part 2"
        with pytest.raises(LibraryError, match="changed its model to 'other/5'"):
            library.add([record(3)])
    with pytest.raises(LibraryError, match="other/5"):
        Library.open(place, MODEL, WIDTH)


def test_an_edited_file_is_the_next_version_of_the_same_design(library):
    library.add([record(1, path="/a.stl", thumbnail=b"old")])
    library.add([record(2, path="/a.stl")], replacing=[record(1).design_id])
    library.add([record(3, path="/a.stl")], replacing=[record(2).design_id])
    states = library.revisions(record(3).design_id)
    assert [(s.version, s.record.design_id, s.retired_at is None) for s in states] == [
        (1, record(1).design_id, False),
        (2, record(2).design_id, False),
        (3, record(3).design_id, True),
    ]
    assert states[0].record.thumbnail == b"old"
    assert np.array_equal(states[0].record.vector, record(1).vector)
    assert len(library) == 1
    assert library.remove([record(3).design_id]) == 1
    assert library.revisions(record(1).design_id) == ()


def test_reviews_are_kept_and_listed_newest_first(library):
    design_id = record(1).design_id
    first = library.add_review(design_id, "Four holes.", {"outcome": "fits", "fit": 0.9})
    second = library.add_review(design_id, "墙厚 3 mm", {"outcome": "fails", "fit": 0.1})
    library.add_review("another", "x", {})
    kept = library.reviews(design_id)
    assert [(review.number, review.spec) for review in kept] == [
        (second, "墙厚 3 mm"),
        (first, "Four holes."),
    ]
    assert kept[1].review == {"outcome": "fits", "fit": 0.9}
    assert len(library.reviews()) == 3
    assert library.reviews(limit=1)[0].design_id == "another"


class Describer:
    """Stands for load, render, embed and measure."""

    def __init__(self):
        self.asked = []

    def __call__(self, path):
        self.asked.append(path.name)
        if path.read_bytes().startswith(b"bad"):
            message = f"{path.name} is not a mesh."
            raise DesignError(message)
        number = int.from_bytes(path.read_bytes()[:4], "little")
        return Record(content_id(path), path.stem, path.name, vector(number))


def test_failed_files_are_kept_and_read_again_on_demand_or_when_they_change(library, tmp_path):
    folder = tmp_path / "designs"
    folder.mkdir()
    for name, content in (("a.stl", b"good"), ("b.stl", b"bad 1"), ("c.stl", b"bad 2")):
        (folder / name).write_bytes(content)
    describe = Describer()
    reading = Reading(describe, SUFFIXES)
    assert len(ingest(library, [folder], reading).failed) == 2
    kept = library.failures()
    assert [(Path(f.path).name, f.reason) for f in kept] == [
        ("b.stl", "b.stl is not a mesh."),
        ("c.stl", "c.stl is not a mesh."),
    ]
    assert all(isinstance(failure, Failure) for failure in kept)

    describe.asked.clear()
    assert len(ingest(library, [folder], reading).failed) == 2
    assert describe.asked == []

    (folder / "b.stl").write_bytes(b"mended")
    assert len(ingest(library, [folder], reading).failed) == 1
    assert describe.asked == ["b.stl"]
    assert [Path(failure.path).name for failure in library.failures()] == ["c.stl"]

    report = ingest(library, [], reading, retry=True)
    assert describe.asked == ["b.stl", "c.stl"]
    assert len(report.failed) == 1


def test_an_edited_and_a_moved_file_keep_their_history(library, tmp_path):
    folder = tmp_path / "designs"
    folder.mkdir()
    (folder / "a.stl").write_bytes(b"one")
    (folder / "b.stl").write_bytes(b"two")
    reading = Reading(Describer(), SUFFIXES)
    ingest(library, [folder], reading)
    (folder / "a.stl").write_bytes(b"three")
    (folder / "b.stl").rename(folder / "c.stl")
    report = ingest(library, [folder], reading)
    assert (report.added, report.updated) == (0, 2)
    states = library.revisions(content_id(folder / "a.stl"))
    assert [state.version for state in states] == [1, 2]
    assert len({state.lineage for state in states}) == 1
    assert len(library.revisions(content_id(folder / "c.stl"))) == 1
    # The file becomes a copy of the other: its own design has ended, its states are kept.
    (folder / "a.stl").write_bytes(b"two")
    ingest(library, [folder], reading)
    assert len(library) == 1
    assert [s.retired_at is None for s in library.revisions(states[0].record.design_id)] == [
        False,
        False,
    ]


def test_what_is_said_about_a_design_gets_a_vector(library, tmp_path):
    (tmp_path / "a.stl").write_bytes(b"good")
    (tmp_path / "list.csv").write_text("path,name,text,tags\na.stl,Bracket,holds a lamp,steel\n")
    asked = []

    def embed_texts(texts):
        asked.extend(texts)
        return np.stack([vector(len(text)) for text in texts])

    ingest(library, [tmp_path / "list.csv"], Reading(Describer(), SUFFIXES, embed_texts))
    assert asked == ["Bracket. holds a lamp. steel"]
    found = library.records()[0]
    assert np.array_equal(found.text_vector, vector(len(asked[0])))
    assert library.verify().ok


# Copies, exports, earlier formats


def everything(library):
    return [
        (r.design_id, r.name, r.path, r.text, r.tags, r.vector.tobytes(), r.thumbnail, r.added_at,
         None if r.text_vector is None else r.text_vector.tobytes(),
         None if r.shape_descriptor is None else r.shape_descriptor.tobytes(), r.measurements)
        for r in library.records()
    ]  # fmt: skip


def test_a_library_moves_between_folder_and_server_and_back_without_a_change(postgresql, tmp_path):
    first, server, last = tmp_path / "first", postgresql.new_place(), tmp_path / "last"
    with Library.open(first, MODEL, WIDTH) as library:
        library.add([
            record(n, thumbnail=bytes([n % 250]) * 50, text="支架" * (n % 3), tags=("a", "b"),
                   text_vector=vector(n + 1) if n % 2 else None,
                   shape_descriptor=np.arange(5, dtype=np.float32) if n % 3 else None)
            for n in range(900)
        ])  # fmt: skip
        library.add([record(1000, path="/designs/7.stl")], replacing=[record(7).design_id])
        library.remove([record(8).design_id])
        library.add_review(record(9).design_id, "Four holes.", {"fit": 0.5})
        library.note_failures([Failure("/x.stl", "abc", "bad", "2026")])
        before = everything(library)
        there = copy_library(first, server)
    back = copy_library(server, last)
    assert there == back
    assert (back.designs, back.revisions, back.reviews, back.failures) == (899, 1, 1, 1)
    for place in (server, last):
        with Library.open(place, MODEL, WIDTH) as copy:
            assert everything(copy) == before
            assert copy.verify().ok
            assert len(copy.revisions(record(1000).design_id)) == 2
            assert copy.reviews()[0].review == {"fit": 0.5}
            assert copy.search(Query(vector(33)), k=1).hits[0].name == "part 33"
            assert copy.add([record(5000)]).added == 1
    with pytest.raises(LibraryError, match="already a library"):
        copy_library(first, server)


def test_a_damaged_library_is_not_copied_as_if_it_were_whole(tmp_path):
    with Library.open(tmp_path / "made", MODEL, WIDTH) as library:
        library.add([record(1, text="find me here")])
    file = tmp_path / "made" / "library.sqlite"
    file.write_bytes(file.read_bytes().replace(b"find me here", b"find Me here"))
    with pytest.raises(LibraryError, match="damaged"):
        copy_library(tmp_path / "made", tmp_path / "copy")


def test_an_export_has_every_design_and_can_be_indexed_again(library, tmp_path):
    library.add([
        record(1, name="=1+1", tags=("a", "b"), path="/x/1.stl"),
        record(2, text="支架", measurements=(Measurement("hole_diameter", 3.0, "mm", 0.1),
                                            Measurement("hole_diameter", 6.6, "mm", 0.1))),
    ])  # fmt: skip
    assert export_library(library, tmp_path / "out.csv") == 2
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.DictReader(stream))
    assert [line["name"] for line in lines] == ["'=1+1", "part 2"]
    assert (lines[0]["mass"], lines[1]["hole_diameter"]) == ("1", "3;6.6")
    assert export_library(library, tmp_path / "out.jsonl", "mass < 5") == 1
    line = json.loads((tmp_path / "out.jsonl").read_text())
    assert (line["design_id"], line["tags"]) == (record(1).design_id, ["a", "b"])
    assert export_library(library, tmp_path / "out.parquet") == 2
    table = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["hole_diameter"] for row in table] == [[], [3.0, 6.6]]
    assert np.array_equal(np.float32(table[1]["vector"]), record(2).vector)
    found = find_sources([tmp_path / "out.csv"], SUFFIXES)
    assert [reason for _, reason in found.failed] == ["There is no such file."] * 2
    with pytest.raises(LibraryError, match=r"\.csv, \.parquet, \.jsonl"):
        export_library(library, tmp_path / "out.txt")


FIRST_FORMAT = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE designs (position INTEGER PRIMARY KEY AUTOINCREMENT,"
    " design_id TEXT NOT NULL UNIQUE, added_at TEXT NOT NULL, facts BLOB NOT NULL,"
    " vector BLOB NOT NULL, shape BLOB, checksum BLOB NOT NULL, revision INTEGER NOT NULL)",
    "CREATE TABLE thumbnails (design_id TEXT PRIMARY KEY, picture BLOB NOT NULL)",
    "CREATE TABLE removals (design_id TEXT PRIMARY KEY, revision INTEGER NOT NULL)",
    "CREATE INDEX designs_by_revision ON designs (revision)",
    "INSERT INTO meta VALUES ('revision', '4'), ('format', '1'), ('model_id', 'fake/8'),"
    " ('width', '8')",
)


def test_a_library_of_the_first_format_is_brought_up_to_date_as_it_is_opened(tmp_path):
    with Library.open(tmp_path / "made", MODEL, WIDTH) as made:
        made.add([record(n, thumbnail=b"x" * n) for n in range(4)])
    read = "SELECT design_id, added_at, facts, vector, shape, checksum FROM designs"
    with sqlite3.connect(tmp_path / "made" / "library.sqlite") as made:
        rows = made.execute(read).fetchall()
        pictures = made.execute("SELECT * FROM thumbnails").fetchall()
    made.close()
    (tmp_path / "old").mkdir()
    with sqlite3.connect(tmp_path / "old" / "library.sqlite") as old:
        for statement in FIRST_FORMAT:
            old.execute(statement)
        old.executemany(
            "INSERT INTO designs (design_id, added_at, facts, vector, shape, checksum, revision)"
            " VALUES (?, ?, ?, ?, ?, ?, 4)", rows,
        )  # fmt: skip
        old.executemany("INSERT INTO thumbnails VALUES (?, ?)", pictures)
    old.close()
    with pytest.raises(LibraryError, match="open it once for writing"):
        Library.open_existing(tmp_path / "old", read_only=True)
    with Library.open(tmp_path / "old", MODEL, WIDTH) as library:
        assert [r.name for r in library.records()] == [f"part {n}" for n in range(4)]
        assert library.verify().ok
        assert library.search(Query(vector(2)), k=1).hits[0].name == "part 2"
        library.add([record(9, path="/designs/2.stl")], replacing=[record(2).design_id])
        assert [state.version for state in library.revisions(record(9).design_id)] == [1, 2]
    with Library.open_existing(tmp_path / "old", read_only=True) as library:
        assert len(library) == 4


def test_lost_or_damaged_vector_files_are_noticed_and_made_again(tmp_path):
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        library.add([record(n) for n in range(20)])
        file = next(tmp_path.glob("vectors-*-main-8.f32"))
        damaged = bytearray(file.read_bytes())
        damaged[5 * 32] ^= 1
        with file.open("r+b") as stream:
            stream.write(damaged)
        report = library.verify()
        assert not report.ok
        assert record(5).design_id in report.problems[0]
        assert "compact" in report.problems[0]
        library.compact()
        assert library.verify().ok
        assert library.search(Query(vector(5)), k=1).hits[0].name == "part 5"
    for file in tmp_path.glob("vectors-*"):
        file.unlink()
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        assert library.search(Query(vector(7)), k=1).hits[0].name == "part 7"
        assert library.verify().ok


def test_kept_columns_are_used_brought_up_to_date_and_never_another_times(tmp_path, monkeypatch):
    monkeypatch.setattr("mmdesign.library.finding.WORTH_KEEPING", 10)
    with Library.open(tmp_path / "one", MODEL, WIDTH) as library:
        library.add([record(n, tags=("a",) if n % 2 else ()) for n in range(30)])
        expected = library.search(Query(vector(4)), k=9, where="tag = a and mass < 20")
    (file,) = (tmp_path / "one").glob("columns-*.npz")
    copy_library(tmp_path / "one", tmp_path / "earlier")
    read = []
    monkeypatch.setattr("mmdesign.library.index._Reading.take", lambda *line: read.append(line))
    with Library.open(tmp_path / "one", MODEL, WIDTH) as library:
        assert library.search(Query(vector(4)), k=9, where="tag = a and mass < 20") == expected
    assert read == []
    monkeypatch.undo()

    with Library.open(tmp_path / "one", MODEL, WIDTH) as library:
        library.remove([record(3).design_id])
        library.add([record(40, tags=("a",))])
        assert library.stats().tags == {"a": 15}
        assert library.search(Query(vector(3)), k=1).hits[0].name != "part 3"
        assert library.search(Query(vector(40)), k=1).hits[0].name == "part 40"
    # An earlier state of the table is put back beside the file.
    (tmp_path / "earlier" / "library.sqlite").replace(tmp_path / "one" / "library.sqlite")
    with Library.open(tmp_path / "one", MODEL, WIDTH) as library:
        assert library.search(Query(vector(3)), k=1).hits[0].name == "part 3"
        assert len(library.search(Query(vector(40)), k=99).hits) == 30
    file.write_bytes(file.read_bytes()[:-300])
    with Library.open(tmp_path / "one", MODEL, WIDTH) as library:
        assert library.search(Query(vector(4)), k=9, where="tag = a and mass < 20") == expected


def test_another_process_that_compacts_does_not_disturb_a_search(tmp_path):
    with Library.open(tmp_path, MODEL, WIDTH) as one, Library.open(tmp_path, MODEL, WIDTH) as two:
        one.add([record(n) for n in range(30)])
        assert two.search(Query(vector(4)), k=1).hits[0].name == "part 4"
        one.remove([record(n).design_id for n in range(10)])
        one.compact()
        assert two.search(Query(vector(24)), k=1).hits[0].name == "part 24"
        two.add([record(50)])
        assert one.search(Query(vector(50)), k=1).hits[0].name == "part 50"
        assert one.verify().ok


# Addresses


@pytest.mark.parametrize("bad", ["s3://bucket/library", "postgresql+psycopg://user@host:port/x",
                                 Path("postgresql+psycopg:/user@host/db")])  # fmt: skip
def test_an_address_that_cannot_be_used_is_told_in_one_sentence(bad):
    with pytest.raises(LibraryError, match="address"):
        address_of(bad)


def test_a_password_is_never_shown_and_a_silent_server_is_told():
    address = address_of("postgresql://me:secret@127.0.0.1:1/designs")
    assert "secret" not in str(address)
    with pytest.raises(LibraryError, match="does not answer") as caught:
        Library.open("postgresql://me:secret@127.0.0.1:1/designs", MODEL, WIDTH)
    assert "secret" not in str(caught.value)


# Command line


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, json.loads(printed.out) if printed.out else printed.err


def test_a_library_is_looked_after_on_the_command_line(capsys, place, tmp_path):
    with Library.open(place, MODEL, WIDTH) as library:
        library.add([record(n) for n in range(5)])
        library.add([record(9, path="/designs/1.stl")], replacing=[record(1).design_id])
        library.add_review(record(9).design_id, "Four holes.", {"outcome": "fits", "fit": 0.5})
        library.note_failures([Failure("/x.stl", "abc", "bad", "2026")])
    code, copied = run(capsys, "library", "copy", place, tmp_path / "copy")
    assert (code, copied["designs"], copied["revisions"]) == (0, 5, 1)
    for where in (place, tmp_path / "copy"):
        assert run(capsys, "library", "verify", "--library", where)[1]["problems"] == []
        stats = run(capsys, "library", "stats", "--library", where)[1]
        assert (stats["designs"], stats["failures"]) == (5, 1)
        history = run(capsys, "library", "history", record(9).design_id, "--library", where)[1]
        assert [state["version"] for state in history["revisions"]] == [1, 2]
        assert [review["outcome"] for review in history["reviews"]] == ["fits"]
        failures = run(capsys, "library", "failures", "--library", where)[1]["failures"]
        assert [failure["reason"] for failure in failures] == ["bad"]
        out = tmp_path / "out.jsonl"
        export = run(capsys, "library", "export", "--out", out, "--where", "mass > 2",
                     "--library", where)[1]  # fmt: skip
        assert (export["written"], len(out.read_text().splitlines())) == (3, 3)
        assert run(capsys, "library", "compact", "--library", where) == (0, {"designs": 5})
        removed = run(capsys, "library", "remove", record(9).design_id, "--library", where)
        assert removed == (0, {"removed": 1})
    code, said = run(capsys, "library", "copy", place, tmp_path / "copy")
    assert code == 1
    assert "already a library" in said


# Columns


def test_columns_grow_without_disturbing_those_who_read_them():
    chance = random.Random(5)
    known = [(Column(np.arange(3)), [0, 1, 2])]
    for step in range(300):
        column, expected = chance.choice(known[-5:])
        more = list(range(step, step + chance.randrange(4)))
        known.append((column.grown(Column(np.array(more, dtype=np.int64))), expected + more))
    for column, expected in known:
        assert column.values.tolist() == expected


def test_packed_texts_come_back():
    texts = ["", "a", "支架", "odd \udcff", "", "last"]
    packed = Texts.of(texts).grown(Texts.of(["more", ""]))
    assert [packed[n] for n in range(len(packed))] == [*texts, "more", ""]
    chosen = packed.chosen(np.array([6, 0, 2]))
    assert [chosen[n] for n in range(3)] == ["more", "", "支架"]


# Killed and crowded

INGEST = """
import sys
from pathlib import Path
import numpy as np
from mmdesign.library import Library, Reading, Record, content_id, ingest
import mmdesign.library.ingest as settings
settings.COMMIT_EVERY = 5
class Told(Library):
    def add(self, records, replacing=()):
        records = list(records)
        report = super().add(records, replacing)
        for record in records:
            print(record.design_id, flush=True)
        return report
def describe(path):
    number = int(path.stem)
    drawn = np.random.default_rng(number).normal(size=8).astype(np.float32)
    return Record(content_id(path), path.stem, path.name, drawn / np.linalg.norm(drawn),
                  text_vector=drawn / np.linalg.norm(drawn), thumbnail=b"x" * 3000)
with Told.open(sys.argv[1], "fake/8", 8) as library:
    ingest(library, [Path(sys.argv[2])], Reading(describe, {".stl"}))
print("done", flush=True)
"""


def ingesting(place, folder):
    return subprocess.Popen(
        [sys.executable, "-c", INGEST, str(place), str(folder)],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).resolve().parents[1],
    )  # fmt: skip


def designs_in(folder, count):
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.stl").write_bytes(f"solid {number}".encode())
    return folder


def kill_and_resume(place, folder, kills, chance):
    acknowledged, count = set(), len(list(folder.iterdir()))
    for _ in range(kills):
        process = ingesting(place, folder)
        for _ in range(chance.randrange(1, 12)):
            line = process.stdout.readline().strip()
            if not line or line == "done":
                break
            acknowledged.add(line)
        time.sleep(chance.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        acknowledged |= {line for line in rest.split() if len(line) == 64}
        with Library.open(place, MODEL, WIDTH) as library:
            there = {r.design_id for r in library.records()}
            assert acknowledged <= there, "something acknowledged was lost"
            report = library.verify()
            assert report.ok, report.problems
            assert library.stats().designs == len(there) == len(library)
        if len(acknowledged) == count:
            for path in sorted(folder.iterdir())[: count // 2]:
                path.write_bytes(path.read_bytes() + b" again")
            acknowledged = set()
    process = ingesting(place, folder)
    rest, _ = process.communicate()
    assert rest.endswith("done\n")
    with Library.open(place, MODEL, WIDTH) as library:
        assert {r.design_id for r in library.records()} == {content_id(p) for p in folder.iterdir()}
        assert library.verify().ok


def test_an_ingest_killed_three_times_loses_nothing_and_completes(place, tmp_path):
    kill_and_resume(place, designs_in(tmp_path / "designs", 60), 3, random.Random(1))


@pytest.mark.long
def test_an_ingest_killed_fifty_times_loses_nothing_and_completes(place, tmp_path):
    kill_and_resume(place, designs_in(tmp_path / "designs", 400), 50, random.Random(2))


def test_two_processes_ingest_into_one_library_and_all_rows_are_there(place, tmp_path):
    Library.open(place, MODEL, WIDTH).close()
    folders = [tmp_path / "first", tmp_path / "second"]
    for start, folder in enumerate(folders):
        folder.mkdir()
        for number in range(start, 160 + start, 2):
            (folder / f"{number}.stl").write_bytes(f"solid {number}".encode())
    processes = [ingesting(place, folder) for folder in folders]
    with Library.open(place, MODEL, WIDTH) as library:
        seen = []
        while any(process.poll() is None for process in processes):
            seen.append(len(library))
            library.search(Query(vector(1)), k=3)
            time.sleep(0.02)
        for process in processes:
            process.communicate()
        assert [process.returncode for process in processes] == [0, 0]
        assert seen == sorted(seen)
        assert len(library) == 160
        assert library.verify().ok
        hits = library.search(Query(vector(77)), k=1).hits
        assert hits[0].name == "77"
