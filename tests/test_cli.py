"""The command line as a user types it: contracts, exit codes, one clear line for bad input."""

import csv
import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import numpy as np
import pytest
import trimesh

from mmdesign.cli import main
from mmdesign.library import Library, Record

ROOT = Path(__file__).resolve().parents[1]
SPEC = "Length 40 mm.\nAt least one hole.\nLooks like a bracket."


def run(*arguments, cwd=ROOT, env=None):
    """A command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mmdesign", *map(str, arguments)],
        cwd=cwd, capture_output=True, text=True, check=False, timeout=300, env=env,
    )  # fmt: skip


def run_here(*arguments):
    """The same command in this process, where the model's libraries are loaded already."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def box(tmp_path_factory):
    path = tmp_path_factory.mktemp("designs") / "box.stl"
    trimesh.creation.box((40, 30, 20)).export(path)
    return path


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return tmp_path_factory.mktemp("library") / "designs"


@pytest.mark.parametrize("verb", ["review", "index", "search", "batch", "spec", "serve", "models",
                                  "library", "train", "evaluate"])  # fmt: skip
def test_every_verb_explains_itself(verb):
    done = run(verb, "--help")
    assert done.returncode == 0
    assert "usage: mmdesign" in done.stdout


def test_wrong_usage_exits_with_two():
    assert run("review").returncode == 2
    assert run("paint").returncode == 2
    assert run("search", "--text", "x", "-k", "0").returncode == 2


def test_a_spec_is_parsed_without_loading_a_model():
    done = run("spec", "--text", "Wall at least 2.5 mm.\nNo sharp edges.", "--json")
    parsed = json.loads(done.stdout)
    assert set(parsed) == {"requirements", "notes", "lint"}
    wall, edges = parsed["requirements"]
    assert (wall["quantity"], wall["comparator"], wall["lower"]) == (
        "wall_thickness_min",
        ">=",
        2.5,
    )
    assert edges["negated"] is True


@pytest.mark.parametrize(
    ("command", "arguments", "said"),
    [
        (run, ("spec", "missing.txt"), "missing.txt"),
        (run, ("spec", "--text", ""), "requirement"),
        (run, ("library", "stats", "--library", "/nowhere/at/all"), "/nowhere/at/all"),
        (run_here, ("review", "a.step", "--text", "x", "--model", "not-a-model"), "not-a-model"),
    ],
)
def test_bad_input_is_one_line_on_stderr_and_exit_code_one(command, arguments, said):
    done = command(*arguments)
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert said in line


def test_the_models_to_choose_from_are_listed_for_people_and_programs():
    listed = json.loads(run("models", "--json").stdout)
    names = [model["name"] for model in listed["models"]]
    assert names[0] == "embedded"
    printed, help_page = run("models").stdout, run("serve", "--help").stdout
    for model in listed["models"]:
        assert model["flag"] == f"--model {model['name']}"
        assert model["flag"] in printed
        assert model["name"] in help_page
        assert model["figures"] or model["evaluation"] in printed
    assert "local-dir:" in printed


@pytest.mark.parametrize("name", ["ViT-B-32/laion2b_s34b_b79k", "hf-hub:nobody/nothing"])
def test_a_model_that_needs_a_network_where_there_is_none_is_one_line(name, tmp_path):
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path)}
    done = run("review", "a.step", "--text", "x", "--model", name, env={**os.environ, **offline})
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.strip().splitlines()
    assert name in line
    assert "local-dir:" in line


@pytest.mark.model
@pytest.mark.slow
def test_a_review_prints_exactly_the_contract(box, library, tmp_path):
    html = tmp_path / "review.html"
    done = run(
        "review", box, "--text", SPEC, "--library", library, "--units", "mm",
        "--json", "--html", html, "--language", "zh",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    review = json.loads(done.stdout)
    assert set(review) == {
        "schema", "design", "model", "fit", "fit_range", "coverage", "outcome", "requirements",
        "similar", "warnings",
    }  # fmt: skip
    assert review["schema"] == 1
    assert review["design"]["extents_mm"] == pytest.approx([40, 30, 20])
    assert review["model"]["calibrated"] is True
    verdicts = {item["text"]: item["verdict"] for item in review["requirements"]}
    assert verdicts["Length 40 mm"] == "met"
    assert verdicts["At least one hole"] == "not_met"
    assert review["outcome"] == "fails"
    low, high = review["fit_range"]
    assert 0 <= low <= review["fit"] <= high <= 1
    assert '<html lang="zh">' in html.read_text("utf-8")


@pytest.mark.model
@pytest.mark.slow
def test_designs_are_indexed_searched_and_scored_in_a_batch(box, library, tmp_path):
    broken = box.parent / "broken.stl"
    broken.write_bytes(b"")
    indexed = json.loads(run("index", box.parent, "--library", library, "--json").stdout)
    assert indexed["added"] == 1
    (failure,) = indexed["failed"]
    assert "broken.stl" in failure["reason"]
    assert (
        json.loads(run_here("index", box, "--library", library, "--json").stdout)["unchanged"] == 1
    )

    found = json.loads(run_here("search", "--text", "a box", "--library", library, "--json").stdout)
    (hit,) = found["hits"]
    assert (hit["name"], hit["rank"]) == ("box", 1)
    assert set(hit) == {"design_id", "name", "path", "similarity", "probability", "rank", "why"}

    spec, out = tmp_path / "spec.txt", tmp_path / "results.csv"
    spec.write_text(SPEC, "utf-8")
    done = run_here("batch", box.parent, "--spec", spec, "--library", library, "--out", out)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert [Path(row["path"]).name for row in rows] == ["box.stl", "broken.stl"]
    assert rows[0]["outcome"] == "fails"
    assert "broken.stl" in rows[1]["error"]

    removed = run_here("library", "remove", hit["design_id"], "--library", library)
    assert json.loads(removed.stdout) == {"removed": 1}
    assert run_here("library", "verify", "--library", library).returncode == 0


def test_the_page_opens_although_its_library_is_of_another_model(tmp_path, monkeypatch, capsys):
    place = tmp_path / "library"
    with Library.open(place, "another model", 8) as library:
        library.add([Record("0" * 64, "one", "one.stl", np.eye(8, dtype=np.float32)[0])])
    opened = []
    monkeypatch.setattr("mmdesign.ui.serve", lambda reviewer, **_: opened.append(reviewer))
    assert main(["serve", "--library", str(place)]) == 0
    assert len(opened) == 1
    assert "another model" in capsys.readouterr().err
