"""Benchmarks of batches: what they run on is made right, what they say adds up."""

import json
from importlib.util import find_spec

import numpy as np
import pytest
import trimesh
from batch_process import settings_in
from fakes import FakeEncoder

from mmdesign.benching import BENCHES, Effort, as_json, measure, table
from mmdesign.benching.designs import brackets, crumbs, pictures
from mmdesign.benching.figures import figure, skipped
from mmdesign.benching.library_sizes import memory, score_seen
from mmdesign.benching.peer import PACKAGE, Peer, PeerMissingError
from mmdesign.benching.resuming import DESIGNS, KILLS, resuming
from mmdesign.errors import MMDesignError
from mmdesign.library import content_id
from mmdesign.settings import Settings


def test_brackets_are_closed_all_different_and_of_the_size_asked_for(tmp_path):
    paths = brackets(tmp_path, 3, 5_000)
    meshes = [trimesh.load(path) for path in paths]
    assert all(5_000 <= len(mesh.faces) < 10_000 for mesh in meshes)
    for mesh in meshes:
        mesh.merge_vertices()
        assert mesh.is_watertight
    assert len({content_id(path) for path in paths}) == 3
    before = [path.read_bytes() for path in paths]
    assert [path.read_bytes() for path in brackets(tmp_path, 3, 5_000)] == before


def test_crumbs_are_small_closed_and_all_different(tmp_path):
    paths = crumbs(tmp_path, 50)
    assert len({path.read_bytes() for path in paths}) == 50
    mesh = trimesh.load(paths[7])
    assert (len(mesh.faces), mesh.is_watertight) == (4, True)
    assert mesh.volume > 0


def test_pictures_are_always_the_same_and_differ_from_each_other():
    one, other = pictures(4, 32), pictures(4, 32)
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    assert not np.array_equal(one[0], one[1])
    assert one[0].shape == (32, 32, 3)


def test_a_figure_is_the_median_with_its_spread():
    made = figure("images", "rate", [3.0, 1.0, 2.0], "/s")
    assert (made.value, made.low, made.high, made.repeats) == (2.0, 1.0, 3.0, 3)
    missing = skipped("images", "peer", "/s", "not installed")
    written = json.loads(json.dumps(as_json([made, missing])))
    assert written["figures"][1]["value"] is None
    said = table([made, missing])
    assert "images: rate" in said
    assert "not installed" in said


def test_an_unknown_benchmark_names_the_known_ones():
    with pytest.raises(MMDesignError, match=r"nothing.*images"):
        measure(["nothing"], Settings(), Effort())
    assert set(BENCHES) >= {"images", "meshes", "review", "memory", "scaling", "resume"}


@pytest.mark.long
@pytest.mark.model
def test_designs_that_were_seen_before_are_only_judged(tmp_path):
    took = score_seen(settings_in(tmp_path), 60)
    assert took["judged_s"] < 30
    assert took["peak_mb"] > 100


@pytest.mark.long
@pytest.mark.model
def test_memory_is_told_for_growing_libraries():
    told = memory(Settings(device="cpu"), Effort(10))
    assert [each.unit for each in told] == ["MB", "MB", ""]
    assert told[-1].value == pytest.approx(told[1].value / told[0].value - 1)


@pytest.mark.skipif(find_spec(PACKAGE) is not None, reason="clip-retrieval is installed")
def test_a_peer_that_is_not_installed_says_how_to_install_it(tmp_path):
    with pytest.raises(PeerMissingError, match=r"pip install clip-retrieval.*--peer"):
        Peer.start(None, FakeEncoder(), tmp_path)


@pytest.mark.long
@pytest.mark.model
def test_ten_thousand_designs_killed_three_times_end_with_the_same_table():
    kills, same = resuming(Settings(device="cpu"), Effort(60))
    assert kills.repeats == KILLS
    assert 0 < kills.low < kills.high < DESIGNS
    assert same.value == 1
