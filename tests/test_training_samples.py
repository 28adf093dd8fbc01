"""The sample library: small, closed, named and in the manifest."""

import csv
import struct
from pathlib import Path

import numpy as np

from mmdesign.domain import Mesh
from mmdesign.training.parts import BUILDERS, FAMILIES, make_part
from mmdesign.training.samples import binary_stl, closed_after_merging, write_samples

SAMPLES = Path(__file__).resolve().parents[1] / "assets" / "samples"


def rows_of(folder):
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_shipped_samples_are_many_varied_and_small():
    rows = rows_of(SAMPLES)
    assert len(rows) >= 64
    assert len({row["name"] for row in rows}) == len(rows)
    assert {row["tags"].split(";")[0] for row in rows} == set(FAMILIES)
    assert all(row["text"].strip() for row in rows)
    files = {path.name for path in SAMPLES.glob("*.stl")}
    assert files == {row["path"] for row in rows}
    assert sum((SAMPLES / name).stat().st_size for name in files) < 16_000_000


def test_sizes_are_those_of_real_things_in_mm():
    extents = {}
    for row in rows_of(SAMPLES):
        data = (SAMPLES / row["path"]).read_bytes()
        (count,) = struct.unpack_from("<I", data, 80)
        assert len(data) == 84 + 50 * count
        records = np.frombuffer(data, np.uint8, offset=84).reshape(count, 50)
        corners = records[:, 12:48].copy().view("<f4").reshape(-1, 3)
        extents[row["tags"].split(";")[0]] = np.ptp(corners, axis=0).max()
    assert 5 < extents["washer"] < 120
    assert 60 < extents["mug"] < 200
    assert 700 < extents["table"] < 2000
    assert 1500 < extents["bed"] < 2600


def test_writing_again_gives_the_same_files(tmp_path):
    write_samples(tmp_path)
    for row in rows_of(SAMPLES)[::10]:
        assert (tmp_path / row["path"]).read_bytes() == (SAMPLES / row["path"]).read_bytes()
    assert rows_of(tmp_path) == rows_of(SAMPLES)


def test_a_closed_mesh_is_told_from_an_open_one():
    mesh = make_part(BUILDERS[0], 0).mesh
    assert closed_after_merging(mesh)
    gap = Mesh(mesh.vertices, mesh.faces[1:], mesh.face_part[1:], mesh.part_names)
    assert not closed_after_merging(gap)


def test_normals_of_a_sample_point_outwards():
    mesh = make_part(next(b for b in BUILDERS if b.family == "washer"), 0).mesh
    data = binary_stl(mesh)
    records = np.frombuffer(data, np.uint8, offset=84).reshape(-1, 50)
    values = records[:, :48].copy().view("<f4").reshape(-1, 4, 3)
    normals, corners = values[:, 0], values[:, 1:]
    doubled = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    volume = np.einsum("ij,ij->", corners[:, 0], doubled) / 6
    assert volume > 0
    assert (np.einsum("ij,ij->i", normals, doubled) >= 0).all()
