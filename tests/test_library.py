"""The design library: exact search, filters, durability, ingest."""

import csv
import json
import math
import multiprocessing
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mmdesign.domain import Measurement, View
from mmdesign.errors import CancelledError, DesignError, LibraryError
from mmdesign.library import (
    Library,
    Query,
    Reading,
    Record,
    content_id,
    copy_library,
    find_sources,
    ingest,
    parse_filter,
    thumbnail_webp,
)

pytest_plugins = ("servers",)

WIDTH = 8
MODEL = "fake/8"
SUFFIXES = {".stl", ".step"}
FILE = "library.sqlite"


def unit(*numbers):
    vector = np.zeros(WIDTH, dtype=np.float32)
    vector[: len(numbers)] = numbers
    return vector / np.linalg.norm(vector)


def random_vector(seed):
    vector = np.random.default_rng(seed).normal(size=WIDTH).astype(np.float32)
    return vector / np.linalg.norm(vector)


def measured(**values):
    units = {"mass": "g", "volume": "mm3", "hole_count": "", "part_count": ""}
    return tuple(
        Measurement(name, float(value), units.get(name, "mm"), 0.1)
        for name, found in values.items()
        for value in (found if isinstance(found, tuple) else (found,))
    )


def record(number, **fields):
    given = {
        "design_id": f"{number:064x}",
        "name": f"part {number}",
        "path": f"/designs/{number}.stl",
        "vector": random_vector(number),
        "added_at": "2026-01-01T00:00:00+00:00",
    }
    return Record(**(given | fields))


@pytest.fixture
def folder_library(tmp_path):
    with Library.open(tmp_path / "library", MODEL, WIDTH) as opened:
        yield opened


def same(a, b):
    arrays = ("vector", "shape_descriptor")
    for name in Record.__slots__:
        left, right = getattr(a, name), getattr(b, name)
        if name in arrays:
            if (left is None) != (right is None) or (
                left is not None and not np.array_equal(left, right)
            ):
                return False
        elif left != right:
            return False
    return True


# What goes in comes out


def test_a_record_comes_back_as_it_was_put_in(library):
    put = record(
        1,
        name="Bügel \udcff <b>",
        text="支架",
        tags=("bracket", "steel"),
        kind="cad",
        units="in",
        shape_descriptor=np.arange(5, dtype=np.float32),
        measurements=measured(length=40, hole_diameter=(6.6, 3.2)),
        thumbnail=b"RIFF....WEBP",
    )
    library.add([put])
    assert same(library.get(put.design_id), put)
    assert library.thumbnail(put.design_id) == b"RIFF....WEBP"
    assert put.design_id in library
    assert "f" * 64 not in library


def test_adding_again_changes_nothing_and_a_change_is_an_update(library):
    first = library.add([record(1), record(2)])
    again = library.add([record(1, added_at="2027-01-01T00:00:00+00:00"), record(2), record(3)])
    changed = library.add([record(1, tags=("new",))])
    assert (first.added, first.unchanged, first.updated) == (2, 0, 0)
    assert (again.added, again.unchanged, again.updated) == (1, 2, 0)
    assert (changed.added, changed.unchanged, changed.updated) == (0, 0, 1)
    assert library.get(record(1).design_id).tags == ("new",)
    assert [r.name for r in library.records()] == ["part 1", "part 2", "part 3"]


def test_a_batch_with_one_bad_vector_adds_nothing(library):
    wide = record(2, vector=np.ones(WIDTH + 1, dtype=np.float32))
    with pytest.raises(LibraryError, match="width 8"):
        library.add([record(1), wide])
    with pytest.raises(LibraryError, match="unit vector"):
        library.add([record(1), record(2, vector=np.full(WIDTH, np.nan, dtype=np.float32))])
    assert len(library) == 0


def test_removed_designs_are_gone_from_every_view(library):
    library.add([record(n) for n in range(5)])
    assert len(library) == 5
    assert library.remove([record(1).design_id, record(3).design_id, "unknown"]) == 2
    assert [r.name for r in library.records()] == ["part 0", "part 2", "part 4"]
    assert len(library.search(Query(random_vector(1)), k=9).hits) == 3
    with pytest.raises(LibraryError, match="no design"):
        library.get(record(1).design_id)
    library.add([record(1)])
    assert [r.name for r in library.records()] == ["part 0", "part 2", "part 4", "part 1"]


def test_pages_of_records_tile_the_library(library):
    library.add([record(n) for n in range(10)])
    pages = [library.records(start, 3) for start in range(0, 12, 3)]
    assert [r.name for page in pages for r in page] == [f"part {n}" for n in range(10)]


def test_another_model_is_refused_by_name(tmp_path):
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        library.add([record(1)])
    with pytest.raises(LibraryError, match=r"fake/8.*other/8.*choose that model, or index"):
        Library.open(tmp_path, "other/8", WIDTH)
    with pytest.raises(LibraryError, match="width 9"):
        Library.open(tmp_path, MODEL, 9)
    with Library.open_existing(tmp_path) as opened:
        assert (opened.model_id, opened.width) == (MODEL, WIDTH)


def test_a_missing_or_foreign_file_is_told_in_one_sentence(tmp_path):
    with pytest.raises(LibraryError, match="no library"):
        Library.open_existing(tmp_path / "nowhere")
    (tmp_path / FILE).write_bytes(b"this is no database " * 500)
    with pytest.raises(LibraryError, match="not a library"):
        Library.open(tmp_path, MODEL, WIDTH)
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="cannot be made"):
        Library.open(tmp_path / "file" / "library", MODEL, WIDTH)


def test_a_closed_library_says_so(library):
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        len(library)


def test_a_library_is_copied_whole_while_in_use(folder_library, tmp_path):
    folder_library.add([record(n) for n in range(4)])
    copy_library(folder_library.folder, tmp_path / "copy")
    assert sorted(p.name for p in (tmp_path / "copy").iterdir()) == [FILE]
    with Library.open(tmp_path / "copy", MODEL, WIDTH) as copy:
        assert all(map(same, copy.records(), folder_library.records()))
        assert len(copy) == 4
        assert copy.verify().ok
    with pytest.raises(LibraryError, match="already a library"):
        copy_library(folder_library.folder, tmp_path / "copy")


def test_a_shipped_library_is_read_without_a_trace(tmp_path):
    folder = tmp_path / "odd #name?%20"
    with Library.open(tmp_path / "made", MODEL, WIDTH) as made:
        made.add([record(n, thumbnail=b"x") for n in range(3)])
    folder.mkdir()
    copy_library(tmp_path / "made", folder)
    before = (folder / FILE).read_bytes()
    with Library.open_existing(folder, read_only=True) as shipped:
        assert (shipped.model_id, len(shipped)) == (MODEL, 3)
        assert shipped.records()[2].thumbnail == b"x"
        assert shipped.search(Query(random_vector(1)), k=1).hits[0].name == "part 1"
        assert shipped.verify().ok
        assert [p.name for p in folder.iterdir()] == [FILE]
        with pytest.raises(LibraryError, match="written to"):
            shipped.add([record(9)])
    assert (folder / FILE).read_bytes() == before
    assert [p.name for p in folder.iterdir()] == [FILE]


def test_stats_count_what_is_there(library):
    library.add([
        record(1, tags=("a", "b"), measurements=measured(hole_diameter=(1, 2), mass=3)),
        record(2, tags=("a",), kind="images"),
    ])  # fmt: skip
    stats = library.stats()
    assert stats.designs == 2
    assert stats.kinds == {"mesh": 1, "images": 1}
    assert stats.tags == {"a": 2, "b": 1}
    assert stats.measured == {"hole_diameter": 1, "mass": 1}
    assert stats.size_bytes > 0


# Search


def brute_force(records, query, k):
    scored = [(sum(float(a) * float(b) for a, b in zip(r.vector, query, strict=True)), r.design_id)
              for r in records]  # fmt: skip
    return sorted(scored, key=lambda pair: (-round(pair[0], 5), pair[1]))[:k]


@settings(max_examples=25, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    seeds=st.lists(st.integers(0, 40), min_size=1, max_size=30),
    k=st.integers(1, 12),
    gone=st.sets(st.integers(0, 29)),
)
def test_search_agrees_with_brute_force(tmp_path_factory, seeds, k, gone):
    with Library.open(tmp_path_factory.mktemp("library"), MODEL, WIDTH) as library:
        records = [record(n, vector=random_vector(seed)) for n, seed in enumerate(seeds)]
        library.add(records[::2])
        assert len(library) == len(records[::2])
        library.add(records[1::2])
        library.remove([record(n).design_id for n in gone])
        left = [r for n, r in enumerate(records) if n not in gone]
        hits = library.search(Query(random_vector(99)), k=k).hits
        expected = brute_force(left, random_vector(99), k)
        assert [hit.rank for hit in hits] == list(range(1, len(expected) + 1))
        assert [hit.design_id for hit in hits] == [design_id for _, design_id in expected]
        assert [hit.similarity for hit in hits] == pytest.approx([s for s, _ in expected], abs=2e-6)


def test_a_design_finds_itself_first_with_cosine_one_unless_excluded(library):
    library.add([record(n) for n in range(50)])
    mine = record(17)
    best = library.search(Query(mine.vector), k=1).hits[0]
    assert (best.design_id, best.similarity) == (mine.design_id, pytest.approx(1.0, abs=2e-6))
    others = library.search(Query(mine.vector), k=60, exclude=[mine.design_id]).hits
    assert len(others) == 49
    assert mine.design_id not in {hit.design_id for hit in others}


def test_the_filter_is_applied_before_the_search(library):
    library.add([record(n, vector=unit(1, n / 100), tags=("rare",) if n >= 95 else ())
                 for n in range(100)])  # fmt: skip
    hits = library.search(Query(unit(1)), k=5, where="tag = rare").hits
    assert [hit.name for hit in hits] == [f"part {n}" for n in range(95, 100)]


def test_probabilities_follow_the_calibration_and_a_weak_best_hit_is_noted(library):
    library.add([record(1, vector=unit(1)), record(2, vector=unit(0, 1))])
    strong = library.search(Query(unit(1), calibration=(10.0, -5.0)))
    assert strong.note is None
    assert strong.hits[0].probability == pytest.approx(1 / (1 + math.exp(-5)), abs=1e-4)
    assert strong.hits[1].probability == pytest.approx(1 / (1 + math.exp(5)), abs=1e-4)
    weak = library.search(Query(unit(0, 0, 1), calibration=(10.0, -5.0)))
    assert "No good match" in weak.note
    assert "no calibrated probability" in library.search(Query(unit(1))).note
    extreme = library.search(Query(unit(1), calibration=(1e6, 0.0))).hits
    assert all(0.0 <= hit.probability <= 1.0 for hit in extreme)


def test_an_empty_result_says_why(library):
    assert library.search(Query(unit(1))).note == "The library is empty."
    assert library.search(Query(unit(1)), exclude=["a design"]).note == "The library is empty."
    library.add([record(1)])
    assert "filter" in library.search(Query(unit(1)), where="tag = none").note


def test_agreeing_facts_are_named(library):
    facts = measured(
        hole_count=4, length=41, width=50, hole_diameter=(6.6, 6.61, 3.0), fillet_count=0
    )
    library.add([record(1, tags=("Bracket",), measurements=facts)])
    query = Query(
        unit(1),
        measurements=measured(
            hole_count=4, length=40, width=20, hole_diameter=(6.6, 6.6), fillet_count=0
        ),
        tags=("bracket", "other"),
    )
    assert set(library.search(query).hits[0].why) == {
        "same hole count (4)",
        "length within 5 %",
        "same hole diameter (6.6 mm)",
        "same tag (Bracket)",
    }


def test_percentile_is_the_share_that_is_less_similar(library):
    assert library.percentile(unit(1), 0.5) is None
    library.add([record(n, vector=unit(np.cos(n / 10), np.sin(n / 10))) for n in range(10)])
    assert library.percentile(unit(1), 1.1) == 1.0
    assert library.percentile(unit(1), -1.0) == 0.0
    assert library.percentile(unit(1), math.cos(0.45)) == pytest.approx(0.5)


def test_a_wrong_vector_is_a_programming_error(library):
    with pytest.raises(ValueError, match="vector"):
        library.search(Query(np.ones(3, dtype=np.float32)))


# Filters, against an oracle that evaluates one record at a time

NAMES = {"mass": "g", "length": "mm", "hole_diameter": "mm", "hole_count": ""}
numbers = st.sampled_from([0.0, 1.0, 2.0, 2.5, 10.0, 40.0])
comparisons = st.tuples(
    st.just("number"), st.sampled_from(sorted(NAMES)),
    st.sampled_from(["<", "<=", ">", ">=", "=", "!="]), numbers, st.booleans(),
)  # fmt: skip
text_comparisons = st.tuples(
    st.just("text"), st.sampled_from(["tag", "kind", "name"]), st.sampled_from(["=", "!="]),
    st.sampled_from(["red", "Blue", "mesh", "images", "part 1"]),
)  # fmt: skip
trees = st.recursive(
    comparisons | text_comparisons,
    lambda inner: (
        st.tuples(st.just("not"), inner) | st.tuples(st.sampled_from(["and", "or"]), inner, inner)
    ),
    max_leaves=6,
)
contents = st.fixed_dictionaries({
    "tags": st.sets(st.sampled_from(["red", "blue"])).map(tuple),
    "kind": st.sampled_from(["mesh", "images"]),
    "mass": st.none() | numbers,
    "length": st.none() | numbers,
    "hole_diameter": st.lists(numbers, max_size=3).map(tuple),
    "hole_count": st.none() | numbers,
})  # fmt: skip
PYTHON_OPS = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b, "=": lambda a, b: a == b, "!=": lambda a, b: a == b,
}  # fmt: skip


def written(tree):
    if tree[0] == "number":
        _, name, op, value, with_unit = tree
        suffix = f"_{NAMES[name]}" if with_unit and NAMES[name] else ""
        return f"{name}{suffix} {op} {value}"
    if tree[0] == "text":
        return f'{tree[1]} {tree[2]} "{tree[3]}"'
    if tree[0] == "not":
        return f"not ({written(tree[1])})"
    return f"({written(tree[1])}) {tree[0]} ({written(tree[2])})"


def holds(tree, found):
    if tree[0] == "number":
        values = [m.value for m in found.measurements if m.quantity == tree[1]]
        some = any(PYTHON_OPS[tree[2]](value, tree[3]) for value in values)
        return not some if tree[2] == "!=" else some
    if tree[0] == "text":
        texts = found.tags if tree[1] == "tag" else (getattr(found, tree[1]),)
        some = tree[3].lower() in [t.lower() for t in texts]
        return not some if tree[2] == "!=" else some
    if tree[0] == "not":
        return not holds(tree[1], found)
    left, right = holds(tree[1], found), holds(tree[2], found)
    return (left and right) if tree[0] == "and" else (left or right)


@settings(max_examples=60, deadline=None)
@given(described=st.lists(contents, max_size=8), tree=trees)
def test_filters_agree_with_evaluating_each_record(tmp_path_factory, described, tree):
    records = []
    for number, content in enumerate(described):
        facts = {k: v for k, v in content.items() if k in NAMES and v is not None}
        records.append(record(number, tags=content["tags"], kind=content["kind"],
                              measurements=measured(**facts)))  # fmt: skip
    with Library.open(tmp_path_factory.mktemp("library"), MODEL, WIDTH) as library:
        library.add(records)
        found = [r.design_id for r in library.records(where=written(tree))]
    assert found == [r.design_id for r in records if holds(tree, r)]


def test_and_binds_closer_than_or_and_not_closest(library):
    library.add([record(1, tags=("a",)), record(2, tags=("b",)), record(3, tags=("a", "b"))])
    names = {r.name for r in library.records(where="tag=a or tag=b and not tag=a")}
    assert names == {"part 1", "part 2", "part 3"}
    names = {r.name for r in library.records(where="(tag=a or tag=b) AND NOT tag=a")}
    assert names == {"part 2"}


def test_units_are_converted(library):
    library.add([record(1, measurements=measured(length=50, mass=1500, volume=2000))])
    for where in ("length_cm = 5", "length_m < 0.06", "mass_kg >= 1.5", "volume_cm3 = 2",
                  "length = 50 and mass_g > 1499"):  # fmt: skip
        assert len(library.records(where=where)) == 1, where
    assert not library.records(where="length_cm > 5.1")


def test_a_measure_made_by_no_design_matches_none_without_an_error(library):
    library.add([record(1)])
    assert library.records(where="mass_g < 200") == ()
    assert len(library.records(where="watertight != true")) == 1


@pytest.mark.parametrize(
    "bad",
    [
        "mass_g <", "mass_g 200", "< 200", "mass_g < 200 and", "(mass_g < 200", "mass_g < 200)",
        "mass_g < bracket", "tag < 3", 'tag = "open', "mass_g < 1e999", "mass_g < 200; drop table",
        "mas_g < 200", "length_kg < 2", "hole_count_mm = 2", "tag", "not", "1 = 1", "a" * 3000,
        "not " * 500 + "tag = a", "(" * 500 + "tag = a" + ")" * 500, "tag = 'a' or 1=1 --",
        "mass_g < 200 union select * from meta", "%00", "mass_g << 2",
    ],
)  # fmt: skip
def test_a_bad_filter_is_told_in_one_sentence(library, bad):
    library.add([record(1, tags=("a",))])
    with pytest.raises(LibraryError) as caught:
        library.records(where=bad)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1000
    assert len(library) == 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_filter_or_a_library_error(text):
    try:
        parsed = parse_filter(text)
    except LibraryError:
        return
    assert callable(parsed)


def test_a_long_hostile_filter_is_read_quickly():
    start = time.perf_counter()
    for text in ("tag=a and " * 190 + "tag=a", "1" * 2000, "((((" * 500, '"' * 2000, "e+" * 900):
        try:
            parse_filter(text)
        except LibraryError:
            continue
    assert time.perf_counter() - start < 2.0


# Durability

WRITER = """
import sys
import numpy as np
from pathlib import Path
from mmdesign.library import Library, Record
folder, start, count, batch = Path(sys.argv[1]), *map(int, sys.argv[2:])
with Library.open(folder, "fake/8", 8) as library:
    for first in range(start, start + count, batch):
        records = []
        for n in range(first, first + batch):
            vector = np.random.default_rng(n).normal(size=8).astype(np.float32)
            records.append(Record(f"{n:064x}", f"part {n}", f"/d/{n}.stl",
                                  vector / np.linalg.norm(vector), thumbnail=b"x" * 2000))
        library.add(records)
        print(first + batch, flush=True)
"""


def writer(folder, start, count, batch):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(start), str(count), str(batch)],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).resolve().parents[1],
    )  # fmt: skip


@pytest.mark.parametrize("acknowledgements", [1, 4, 11])
def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path, acknowledgements):
    process = writer(tmp_path, 0, 100_000, 7)
    acknowledged = [int(process.stdout.readline()) for _ in range(acknowledgements)][-1]
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    acknowledged = max([acknowledged, *map(int, rest.split())])
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        assert len(library) >= acknowledged
        assert len(library) % 7 == 0, "a transaction was half-written"
        assert library.verify().ok
        ids = {r.design_id for r in library.records()}
        assert {f"{n:064x}" for n in range(acknowledged)} <= ids
        assert library.add([record(500_000)]).added == 1


def test_two_processes_write_and_a_third_reads_without_losing_a_row(tmp_path):
    writers = [writer(tmp_path, start, 200, 5) for start in (0, 1000)]
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        seen = []
        while any(process.poll() is None for process in writers):
            seen.append(len(library))
            time.sleep(0.01)
        for process in writers:
            process.communicate()
        assert [process.returncode for process in writers] == [0, 0]
        assert seen == sorted(seen)
        assert len(library) == 400
        ids = {r.design_id for r in library.records()}
        assert ids == {f"{n:064x}" for n in [*range(200), *range(1000, 1200)]}
        assert library.verify().ok


def test_threads_search_while_another_adds(library):
    library.add([record(0, vector=unit(1))])
    problems, done = [], threading.Event()

    def search():
        while not done.is_set():
            try:
                hits = library.search(Query(unit(1), tags=("a",)), k=3).hits
                assert hits[0].design_id == record(0).design_id
                library.records(0, 5)
            except (LibraryError, AssertionError) as problem:
                problems.append(problem)
                return

    readers = [threading.Thread(target=search) for _ in range(3)]
    for reader in readers:
        reader.start()
    for first in range(1, 200, 10):
        library.add([record(n, vector=unit(0, 1, n)) for n in range(first, first + 10)])
    done.set()
    for reader in readers:
        reader.join()
    assert problems == []
    assert len(library) == 201


def test_the_first_opening_by_many_processes_at_once_works(tmp_path):
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_open_once, args=(tmp_path, n)) for n in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with Library.open(tmp_path, MODEL, WIDTH) as library:
        assert len(library) == 3


def _open_once(folder, number):
    with Library.open(folder, MODEL, WIDTH) as library:
        library.add([record(number)])


def test_verify_finds_a_flipped_byte_in_vector_facts_and_picture(tmp_path):
    put = record(1, text="find me here", thumbnail=b"a picture of a bracket" * 4)
    for piece in (put.vector.tobytes()[4:20], b"find me here", b"picture of a bracket",
                  put.added_at.encode()):  # fmt: skip
        folder = tmp_path / piece.hex()[:8]
        with Library.open(folder, MODEL, WIDTH) as library:
            library.add([put])
            assert library.verify().ok
        written = bytearray((folder / FILE).read_bytes())
        at = written.find(piece)
        assert at > 0
        written[at + 2] ^= 0x01
        (folder / FILE).write_bytes(written)
        with Library.open(folder, MODEL, WIDTH) as library:
            report = library.verify()
            assert not report.ok
            assert report.damaged == (put.design_id,)
            with pytest.raises(LibraryError, match="library verify"):
                library.get(put.design_id)
            assert library.remove(report.damaged) == 1
            assert library.add([put]).added == 1
            assert library.verify().ok


def test_every_random_damage_is_found_or_does_no_harm(tmp_path):
    pristine = tmp_path / "pristine"
    with Library.open(pristine, MODEL, WIDTH) as library:
        library.add([record(n, text=f"text {n} " * 30, thumbnail=bytes([n]) * 3000)
                     for n in range(30)])  # fmt: skip
        expected = library.records()
    original = (pristine / FILE).read_bytes()
    random = np.random.default_rng(5)
    found = 0
    for trial in range(40):
        folder = tmp_path / str(trial)
        folder.mkdir()
        damaged = bytearray(original)
        at = int(random.integers(len(damaged)))
        for offset in range(at, min(at + int(random.choice([1, 512])), len(damaged))):
            damaged[offset] ^= int(random.integers(1, 256))
        (folder / FILE).write_bytes(damaged)
        try:
            with Library.open(folder, MODEL, WIDTH) as library:
                if library.verify().ok:
                    assert all(map(same, library.records(), expected))
                    assert len(library) == len(expected)
                else:
                    found += 1
        except LibraryError:
            found += 1
        shutil.rmtree(folder)
    assert found >= 10


def test_a_full_disk_is_told_before_anything_is_written(folder_library, monkeypatch):
    usage = shutil.disk_usage(folder_library.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=1000))
    with pytest.raises(LibraryError, match="nearly full"):
        folder_library.add([record(1)])
    assert len(folder_library) == 0


def test_a_library_locked_by_another_process_is_told(folder_library, monkeypatch):
    monkeypatch.setattr("mmdesign.library.database.BUSY_TIMEOUT_S", 0.05)
    folder_library._database._engine.dispose()
    other = sqlite3.connect(folder_library.folder / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(LibraryError, match="another process is writing"):
            folder_library.add([record(1)])
    finally:
        other.close()
    assert folder_library.add([record(1)]).added == 1


# Ingest


class Describer:
    """Stands for load, render, embed and measure; counts how often it is asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, path):
        self.asked.append(path.name)
        content = path.read_bytes()
        if content.startswith(b"bad"):
            message = f"{path.name} is not a mesh."
            raise DesignError(message)
        return Record(
            design_id=content_id(path),
            name=path.stem,
            path=path.name,
            vector=random_vector(int.from_bytes(content[:4], "little")),
        )


def reading(describe=None):
    return Reading(Describer() if describe is None else describe, SUFFIXES)


@pytest.fixture
def designs(tmp_path):
    folder = tmp_path / "designs"
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in ("a.stl", "b.STEP", "deep/c.stl", "deep/deeper/d.step", "notes.txt",
                 ".hidden/e.stl", ".f.stl"):  # fmt: skip
        (folder / name).write_bytes(f"solid {name}".encode())
    (folder / "bad.stl").write_bytes(b"bad bytes")
    return folder


def counts(report):
    return (report.added, report.unchanged, report.updated, len(report.failed))


def test_a_folder_is_read_to_the_bottom_and_bad_files_are_listed(library, designs):
    report = ingest(library, [designs], reading())
    assert counts(report) == (4, 0, 0, 1)
    assert report.failed == ((str(designs / "bad.stl"), "bad.stl is not a mesh."),)
    assert {r.name for r in library.records()} == {"a", "b", "c", "d"}
    assert all(Path(r.path).is_absolute() for r in library.records())


def test_unchanged_files_are_not_described_again(library, designs):
    ingest(library, [designs], reading())
    again = Describer()
    assert counts(ingest(library, [designs], reading(again))) == (0, 4, 0, 1)
    assert again.asked == []


def test_an_edited_file_takes_the_place_of_its_earlier_state(library, designs):
    ingest(library, [designs], reading())
    before = library.ids_by_path()[str((designs / "a.stl").resolve())]
    (designs / "a.stl").write_bytes(b"solid edited")
    assert counts(ingest(library, [designs], reading())) == (0, 3, 1, 1)
    assert before not in library
    assert len(library) == 4


def test_two_copies_of_a_file_are_one_design(library, designs):
    shutil.copy(designs / "a.stl", designs / "copy.stl")
    assert counts(ingest(library, [designs], reading())) == (4, 1, 0, 1)
    assert len(library) == 4


def test_a_moved_file_keeps_its_record_under_the_new_path(library, designs):
    ingest(library, [designs], reading())
    (designs / "a.stl").rename(designs / "moved.stl")
    describer = Describer()
    assert counts(ingest(library, [designs], reading(describer))) == (0, 3, 1, 1)
    assert "moved.stl" not in describer.asked
    assert str((designs / "moved.stl").resolve()) in library.ids_by_path()


def test_an_interrupted_ingest_goes_on_where_it_stopped(library, designs):
    describer = Describer()
    with pytest.raises(CancelledError):
        ingest(library, [designs], reading(describer), cancelled=lambda: len(describer.asked) >= 2)
    assert len(library) >= 1
    again = Describer()
    report = ingest(library, [designs], reading(again))
    assert report.added + report.unchanged == 4
    good = [name for name in describer.asked + again.asked if name != "bad.stl"]
    assert sorted(good) == ["a.stl", "b.STEP", "c.stl", "d.step"]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_manifest_gives_names_texts_and_tags(library, designs, kind):
    lines = [
        {"path": "a.stl", "name": "Angle, big", "text": 'a "quoted"\ntext', "tags": "steel; red"},
        {"path": "deep/c.stl", "name": "", "text": "", "tags": ""},
        {"path": "missing.stl", "name": "x", "text": "", "tags": ""},
        {"path": "notes.txt", "name": "x", "text": "", "tags": ""},
    ]
    manifest = designs / f"list.{kind}"
    write_manifest(manifest, lines)
    report = ingest(library, [manifest], reading())
    assert counts(report) == (2, 0, 0, 2)
    reasons = dict(report.failed)
    assert "no such file" in reasons[str(designs / "missing.stl")]
    assert "not a format" in reasons[str(designs / "notes.txt")]
    angle, plain = library.records()
    assert (angle.name, angle.text, angle.tags) == (
        "Angle, big",
        'a "quoted"\ntext',
        ("steel", "red"),
    )
    assert (plain.name, plain.tags) == ("c", ())

    write_manifest(manifest, [{**lines[0], "tags": "blue"}])
    describer = Describer()
    assert counts(ingest(library, [manifest], reading(describer))) == (0, 0, 1, 0)
    assert describer.asked == []
    assert library.get(angle.design_id).tags == ("blue",)


def write_manifest(path, lines):
    with path.open("w", encoding="utf-8-sig" if path.suffix == ".csv" else "utf-8",
                   newline="") as stream:  # fmt: skip
        if path.suffix == ".csv":
            table = csv.DictWriter(stream, list(lines[0]))
            table.writeheader()
            table.writerows(lines)
        else:
            stream.writelines(json.dumps(line) + "\n" for line in lines)


def test_bad_manifest_lines_are_listed_by_number(designs):
    manifest = designs / "list.jsonl"
    manifest.write_text('{"path": "a.stl"}\n\nnot json\n[1]\n{"name": "x"}\n' + "[" * 9000)
    found = find_sources([manifest], SUFFIXES)
    assert [source.path.name for source in found.files] == ["a.stl"]
    assert [place.rsplit(":", 1)[1] for place, _ in found.failed] == ["3", "4", "5", "6"]


def test_a_manifest_that_is_none_is_refused(designs):
    (designs / "list.csv").write_text("file,name\na.stl,x\n")
    with pytest.raises(LibraryError, match="no column 'path'"):
        find_sources([designs / "list.csv"], SUFFIXES)
    (designs / "list.csv").write_bytes(b"path\n\xff\xfe\x00")
    with pytest.raises(LibraryError, match="UTF-8"):
        find_sources([designs / "list.csv"], SUFFIXES)


def test_progress_reaches_the_end_and_never_falls_back(library, designs):
    told = []
    ingest(library, [designs], reading(), progress=told.append)
    done = [progress.done for progress in told]
    assert done == sorted(done)
    assert done[-1] == 1.0
    assert told[-1].detail["files_done"] == told[-1].detail["files_total"] == 5
    assert told[-1].detail["files_failed"] == 1
    assert all(p.remaining_s is None or p.remaining_s >= 0 for p in told)


def test_nothing_to_ingest_is_an_empty_report(library, tmp_path):
    (tmp_path / "empty").mkdir()
    assert counts(ingest(library, [tmp_path / "empty"], reading())) == (0, 0, 0, 0)


def test_a_thumbnail_is_small_and_keeps_its_proportions():
    picture = thumbnail_webp(View("front", np.full((300, 600, 3), 200, dtype=np.uint8)), 100)
    assert picture[:4] == b"RIFF"
    assert picture[8:12] == b"WEBP"
    assert len(picture) < 5000


def test_replacing_a_record_leaves_the_other_fields(library):
    library.add([record(1, text="kept")])
    library.add([replace(library.get(record(1).design_id), tags=("x",))])
    assert library.get(record(1).design_id).text == "kept"
