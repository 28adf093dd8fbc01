import inspect
import json
import os
import re
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import httpx
import numpy as np
import pytest
import trimesh
import uvicorn
from fakes import FakeEncoder
from fastapi.testclient import TestClient
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError

from mmdesign import ui
from mmdesign.batch import BatchRow, RankedRow
from mmdesign.domain import (
    Design,
    Evidence,
    Fit,
    Heatmap,
    Hit,
    Lint,
    Measurement,
    Mesh,
    Model,
    Progress,
    Requirement,
    Review,
    Spec,
    Suggestion,
    Verdict,
)
from mmdesign.errors import DesignError, LibraryError, MMDesignError, SettingsError, SpecError
from mmdesign.judging import reasons
from mmdesign.library import IngestReport, Library, Record, SearchResult
from mmdesign.measuring.missing import QUANTITIES
from mmdesign.rendering import render
from mmdesign.reporting import thumbnail_webp
from mmdesign.settings import Settings
from mmdesign.spec import parse_spec
from mmdesign.ui import serve, web_app
from mmdesign.ui.cards import (
    details_html,
    ingest_html,
    similar_html,
    suggestions_html,
)
from mmdesign.ui.checks import files_of, formats_line, query_of, spec_of, units_of
from mmdesign.ui.display import display_mesh
from mmdesign.ui.figures import Mark, heat_picture, mesh_figure
from mmdesign.ui.ledger import (
    ledger_html,
    mark_words,
    ordered,
    outcome_sentence,
    quantity,
    verdict_html,
)
from mmdesign.ui.library_cards import record_html, tiles_html
from mmdesign.ui.library_page import LibraryPage
from mmdesign.ui.ranking import table_html
from mmdesign.ui.review_page import ReviewPage, segments_html, shown, take_sample
from mmdesign.ui.samples import samples
from mmdesign.ui.status import error_html, header_html, note_html, progress_html
from mmdesign.ui.streaming import Stream
from mmdesign.ui.views import evidence_html, views_html
from mmdesign.ui.words import CATALOGUE, LANGUAGES, Words

# Only after mmdesign.ui, which tells gradio not to report home before it is imported.
import gradio as gr  # isort: skip

STAGES = ("reading", "rendering", "measuring", "looking", "judging", "searching")
NASTY = '<img src=x onerror="window.hacked=1">${window.hacked=2}{{hacked}}'
WIDTH = 8


def bracket() -> trimesh.Trimesh:
    """An L bracket: 80 x 50 x 4 mm with two holes, and a thin upright."""
    plate = trimesh.creation.box((80, 50, 4))
    wall = trimesh.creation.box((1.8, 50, 40))
    wall.apply_translation((-39.1, 0, 20))
    holes = [trimesh.creation.cylinder(2.75, 20, sections=48) for _ in range(2)]
    for hole, x in zip(holes, (-10, 25), strict=True):
        hole.apply_translation((x, 0, 0))
    solid = trimesh.boolean.union([plate, wall], engine="manifold")
    return trimesh.boolean.difference([solid, *holes], engine="manifold")


def as_mesh(part: trimesh.Trimesh) -> Mesh:
    faces = np.asarray(part.faces, np.int32)
    return Mesh(np.asarray(part.vertices), faces, np.zeros(len(faces), np.int32), ("part",))


def hole_faces(mesh: Mesh) -> np.ndarray:
    corners = mesh.vertices[mesh.faces]
    near = [np.linalg.norm(corners[..., :2] - (x, 0), axis=-1) < 2.8 for x in (-10, 25)]
    return np.flatnonzero((near[0] | near[1]).all(axis=1)).astype(np.int32)


def wall_faces(mesh: Mesh) -> np.ndarray:
    corners = mesh.vertices[mesh.faces]
    flat = np.ptp(corners[..., 0], axis=1) < 1e-6
    return np.flatnonzero(flat & (corners[..., 0] < -38).all(axis=1)).astype(np.int32)


def requirement(number: int, text: str, **fields) -> Requirement:
    return Requirement(f"R{number}", text, fields.pop("kind", "dimension"), text, **fields)


def verdicts(mesh: Mesh) -> tuple[Verdict, ...]:
    holes, wall = hole_faces(mesh), wall_faces(mesh)
    return (
        Verdict(
            requirement(1, "No longer than 120 mm.", quantity="length", upper=120.0, unit="mm"),
            "met", 1.0,
            (Evidence("geometry", "The length is 80 mm; at most 120 mm is asked.", 1.0, 80.0,
                      "mm", "at most 120 mm"),),
            "Measured 80 mm, 40 mm below the limit.",
        ),
        Verdict(
            requirement(2, "Four M5 clearance holes.", kind="count",
                        quantity="hole_count", lower=4.0, upper=4.0), "not_met", 0.0,
            (Evidence("geometry", "2 through holes of Ø5.5 mm were found; 4 are asked.", 0.0, 2.0,
                      "", "4", holes),),
            "Two of the four holes are missing.",
        ),
        Verdict(
            requirement(3, "Wall at least 2.5 mm.", kind="thickness",
                        quantity="wall_thickness_min", lower=2.5, unit="mm",
                        priority="should"),
            "not_met", 0.01,
            (Evidence("geometry", "The thinnest wall is 1.8 mm.", 0.01, 1.8, "mm",
                      "at least 2.5 mm", wall),),
            "The upright is 0.7 mm too thin.",
        ),
        Verdict(
            requirement(4, "Should look slim and light.", kind="style", priority="should"),
            "met", 0.83,
            (Evidence("visual", "The views agree with 'slim and light'.", 0.83),),
            "Eight of twelve views support it.",
        ),
        Verdict(
            requirement(5, f"No sharp inner corners {NASTY}", kind="visual", negated=True),
            "cannot_tell", 0.52,
            (Evidence("visual", "The views neither show nor exclude sharp corners.", 0.52),),
            "The evidence is weak either way.",
        ),
    )  # fmt: skip


def make_review(design: Design, spec: Spec, hits: Sequence[Hit]) -> Review:
    mesh = design.mesh
    assert mesh is not None
    decided = verdicts(mesh)
    rng = np.random.default_rng(0)
    heat = np.clip(
        (mesh.vertices[mesh.faces].mean(axis=1)[:, 2] + 2) / 42, 0, 1
    ).astype(np.float32)  # fmt: skip
    heat[rng.random(len(heat)) < 0.1] = np.nan
    maps = [Heatmap("R4", heat, None, "patch share")]
    for index, view in enumerate(design.views):
        seen = np.where(view.face_index >= 0, np.nan_to_num(heat)[view.face_index], np.nan)
        maps.append(Heatmap("R4", seen.astype(np.float32), index, "patch share"))
    return Review(
        design, spec, Model("embedded-fake", calibrated=True),
        Fit(0.58, 0.41, 0.66, 0.83, "fails"),
        (Measurement("length", 80.0, "mm", 0.0), Measurement("hole_diameter", 5.5, "mm", 0.01),
         Measurement("hole_diameter", 5.5, "mm", 0.01), Measurement("mass", 52.1, "g", 0.4),
         Measurement("wall_thickness_min", 1.8, "mm", 0.02)),
        decided, tuple(maps), tuple(hits),
        (Suggestion("R2", "Add two Ø5.5 mm holes on the free end of the plate.", 0.21, hits[0]),
         Suggestion("R3", "Make the upright 2.5 mm thick, 0.7 mm more.", 0.07)),
        ("The file declares no unit; mm was assumed.",),
        {"reading": 0.2, "rendering": 1.1},
    )  # fmt: skip


class FakeReviewer:
    """Answers like the real one, at once, about one bracket."""

    def __init__(self, folder: Path, pause_s: float = 0.0) -> None:
        self.settings = Settings(library=folder / "library", cache=folder / "cache")
        self.encoder = FakeEncoder()
        self.model = Model("embedded-fake", calibrated=True)
        self.library = Library.open(self.settings.library, self.model.id, WIDTH)
        self.pause_s = pause_s
        self.stopped = threading.Event()
        mesh = as_mesh(bracket())
        self.design = Design("ab" * 32, f"bracket {NASTY[:30]}.stl", "mesh", mesh, (),
                             render(mesh, 160)[:6], "mm")  # fmt: skip
        self.library.add(
            Record(f"{number:064x}", f"Past bracket {number}", f"/x/{number}.stl",
                   np.eye(WIDTH, dtype=np.float32)[number % WIDTH],
                   text=f"A bracket {NASTY}", tags=("bracket", "steel"),
                   measurements=(Measurement("mass", 40.0 + number, "g", 0.0),),
                   thumbnail=thumbnail_webp(self.design.views[number % 6]))
            for number in range(30)
        )  # fmt: skip

    def hits(self) -> tuple[Hit, ...]:
        return tuple(
            Hit(f"{number:064x}", f"Past bracket {number}", "", 0.91 - number / 20,
                0.8 - number / 5, number + 1, ("same length", "2 holes of 5.5 mm"))
            for number in range(3)
        )  # fmt: skip

    def stream(
        self,
        files: Sequence[Path] | Path,
        spec: str,
        *,
        units: str | None = None,
        heat: bool = True,
    ) -> Iterator[Progress | Review]:
        paths = [files] if isinstance(files, Path) else list(files)
        if "broken" in paths[0].name:
            message = f"{paths[0].name} is not a mesh: its header is damaged."
            raise DesignError(message)
        try:
            stages = ("reading", "rendering", "measuring", "looking", "judging", "searching")
            for number, stage in enumerate(stages):
                yield Progress(stage, number / 6, (6 - number) * self.pause_s)
                time.sleep(self.pause_s)
        except GeneratorExit:
            self.stopped.set()
            raise
        design = replace(self.design, name=f"{paths[0].name}")
        yield make_review(design, Spec(spec, ()), self.hits())

    def review(self, files, spec, *, units=None, heat=True) -> Review:
        return list(self.stream(files, spec, units=units, heat=heat))[-1]

    def judge_of(self, spec):
        decided = verdicts(as_mesh(bracket()))
        return lambda sight: (decided, Fit(0.58, 0.41, 0.66, 0.83, "fails"))

    def index(self, paths, progress=None, cancelled=None) -> IngestReport:
        failed = []
        for place, path in enumerate(paths):
            if cancelled is not None and cancelled():
                break
            time.sleep(self.pause_s)
            if "broken" in path.name:
                failed.append((str(path), "its header is damaged."))
                continue
            self.library.add(
                [Record(f"{1000 + place:064x}", path.name, str(path),
                        np.eye(WIDTH, dtype=np.float32)[0],
                        thumbnail=thumbnail_webp(self.design.views[0]))]
            )  # fmt: skip
            if progress is not None:
                progress(Progress("index", (place + 1) / len(paths), None))
        return IngestReport(len(paths) - len(failed), 0, 0, tuple(failed))

    def search(self, text=None, files=(), k=12, where=None, wishes=None) -> SearchResult:
        if where and "(" in where:
            message = f"The filter {where!r} cannot be read; write for example mass_g < 200."
            raise MMDesignError(message)
        return SearchResult(self.hits()[:k], "No good match in this library.")


@pytest.fixture(scope="module")
def reviewer(tmp_path_factory) -> FakeReviewer:
    return FakeReviewer(tmp_path_factory.mktemp("ui"))


@pytest.fixture(scope="module")
def review(reviewer) -> Review:
    return reviewer.review(Path("bracket.stl"), "any spec")


@pytest.fixture(scope="module")
def page_url(reviewer) -> Iterator[str]:
    """The page, served as for a person, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(
        web_app(reviewer), host="127.0.0.1", port=port, log_level="error",
        timeout_graceful_shutdown=1,  # the client's event stream would never end by itself
    )  # fmt: skip
    server = uvicorn.Server(config)
    worker = threading.Thread(target=server.run, daemon=True)
    worker.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    worker.join(timeout=10)


@pytest.fixture(scope="module")
def client(page_url) -> Iterator[Client]:
    with closing(Client(page_url, verbose=False)) as client:
        yield client


@pytest.fixture(scope="module")
def guarded(reviewer) -> TestClient:
    return TestClient(web_app(reviewer, auth="anna:secret"), base_url="http://127.0.0.1")


@pytest.fixture
def part(tmp_path) -> Path:
    path = tmp_path / "bracket.stl"
    trimesh.creation.box((10, 20, 30)).export(path)
    return path


def soup(mesh: Mesh) -> Mesh:
    """The same surface with three vertices of its own for each face, as in an STL file."""
    count = len(mesh.faces)
    faces = np.arange(3 * count, dtype=np.int32).reshape(-1, 3)
    return replace(mesh, vertices=mesh.vertices[mesh.faces].reshape(-1, 3), faces=faces)


class TestWords:
    def test_both_languages_say_everything_with_the_same_placeholders(self):
        for key, entry in CATALOGUE.items():
            assert set(entry) == set(LANGUAGES), key
            fields = [set(re.findall(r"{(\w+)}", entry[language])) for language in LANGUAGES]
            assert fields[0] == fields[1], key

    def test_every_key_that_the_code_names_is_in_the_catalogue(self):
        used = set()
        for source in Path(ui.__file__).parent.glob("*.py"):
            text = source.read_text("utf-8")
            used |= set(re.findall(r'(?:words|LABELS|Words\.of\(request\))\(\s*"(\w+)"', text))
            for key in re.findall(r'words\.count\(\s*"(\w+)"', text):
                used |= {f"{key}_one", f"{key}_many"}
        assert len(used) > 60
        assert used <= set(CATALOGUE)

    def test_the_catalogue_holds_no_word_that_is_never_said(self):
        sources = "".join(path.read_text("utf-8") for path in Path(ui.__file__).parent.glob("*.py"))
        beginnings = re.findall(r"""f["'](\w+_)\{""", sources)
        beginnings += [f"{name}_" for name in re.findall(r'words\.known\(\s*"(\w+)"', sources)]
        counted = {f"{key}_{form}" for key in re.findall(r'words\.count\(\s*"(\w+)"', sources)
                   for form in ("one", "many")}  # fmt: skip
        unsaid = [
            key
            for key in CATALOGUE
            if not re.search(rf"""["']{key}["']""", sources)
            and key not in counted
            and not key.startswith(tuple(beginnings))
        ]
        assert unsaid == []

    def test_everything_that_is_measured_has_words(self):
        assert {f"quantity_{name}" for name in QUANTITIES} <= set(CATALOGUE)

    def test_every_stage_of_a_review_has_words(self):
        assert {f"stage_{stage}" for stage in (*STAGES, "batch", "index")} <= set(CATALOGUE)

    @pytest.mark.parametrize(
        ("asked", "language"),
        [
            ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
            ("en-US,en", "en"),
            ("de-DE,zh;q=0.5", "en"),
            ("", "en"),
        ],
    )
    def test_the_browser_s_first_language_decides(self, asked, language):
        request = gr.Request(headers={"accept-language": asked})
        assert Words.of(request).language == language

    def test_one_is_singular(self):
        assert Words().count("failed_must", 1) == ": 1 must failed"
        assert Words().count("failed_must", 2) == ": 2 musts failed"


class TestLedger:
    def test_a_failed_must_stands_first_and_what_is_met_last(self, review):
        order = [item.requirement.id for item in ordered(review.verdicts)]
        assert order == ["R2", "R3", "R5", "R1", "R4"]
        html = ledger_html(review, "R2", Words())
        assert [html.index(f'data-requirement="{name}"') for name in order] == sorted(
            html.index(f'data-requirement="{name}"') for name in order
        )

    def test_the_outcome_names_the_failed_must(self, review):
        assert outcome_sentence(review, Words()) == "Does not meet the brief: 1 must failed"
        assert outcome_sentence(review, Words("zh")).startswith("不符合要求")

    def test_a_verdict_is_icon_and_word_never_colour_alone(self, review):
        html = ledger_html(review, None, Words())
        for word in ("Not met", "Cannot tell", "Met"):
            assert f"</svg>{word}" in html

    def test_a_measured_row_shows_value_and_limit_and_a_visual_one_its_probability(self, review):
        html = ledger_html(review, None, Words())
        assert "<b>1.8 mm</b>" in html
        assert "≥ 2.5 mm" in html
        assert "= 4" in html
        assert "<b>83 %</b>" in html

    def test_a_bare_count_says_what_it_counts(self, review):
        (holes,) = [item for item in review.verdicts if item.requirement.id == "R2"]
        assert mark_words(holes, Words()) == "Holes: 2"
        assert mark_words(holes, Words("zh")) == "孔数：2"

    def test_a_fit_that_is_certain_has_no_range(self, review):
        assert "between 0.41 and 0.66" in verdict_html(review, Words())
        certain = replace(review, fit=Fit(0.65, 0.65, 0.65, 1.0, "fails"))
        assert "between" not in verdict_html(certain, Words())
        assert "100 % decided" in verdict_html(certain, Words())

    def test_yes_or_no_is_said_in_words(self, review):
        closed = Verdict(
            requirement(9, "Watertight.", quantity="watertight", lower=1.0, upper=1.0),
            "not_met", 0.0, (Evidence("geometry", "mesh is open", 0.0, 0.0, "", "1"),), "",
        )  # fmt: skip
        html = ledger_html(replace(review, verdicts=(closed,)), None, Words())
        assert "<b>no</b>" in html
        assert 'mm-limit"></span>' in html

    def test_every_fixed_reason_is_said_in_both_languages(self):
        for name in filter(str.isupper, vars(reasons)):
            reason = getattr(reasons, name)
            assert Words("en").said(reason) == reason
            assert re.search("[\u4e00-\u9fff]", Words("zh").said(reason))

    def test_nothing_that_a_user_wrote_becomes_markup(self, review, reviewer):
        words = Words()
        nasty = replace(
            review,
            design=replace(
                review.design,
                name=NASTY,
                views=tuple(replace(view, name=NASTY) for view in review.design.views),
            ),
            spec=Spec(NASTY, (), lint=(Lint(NASTY, NASTY, NASTY),)),
            warnings=(NASTY,),
            hits=tuple(replace(hit, name=NASTY, why=(NASTY,)) for hit in review.hits),
            suggestions=(replace(review.suggestions[0], text=NASTY,
                                 donor=replace(review.hits[0], name=NASTY)),),
        )  # fmt: skip
        record = replace(reviewer.library.get(f"{0:064x}"), name=NASTY, text=NASTY, tags=(NASTY,))
        row = RankedRow(1, BatchRow(NASTY, NASTY, None, None, (), NASTY), b"")
        state = shown(nasty)
        written = [
            verdict_html(nasty, words), ledger_html(nasty, None, words),
            evidence_html(nasty, state.verdict("R5"), words),
            views_html(nasty, state.pictures, state.verdict("R5"), words),
            suggestions_html(nasty, words), details_html(nasty, words),
            similar_html(nasty.hits, NASTY, reviewer.library.thumbnail, words),
            tiles_html([record], {record.design_id: NASTY}), record_html(record, words),
            ingest_html(IngestReport(0, 0, 0, ((NASTY, NASTY),)), words),
            table_html([row], words), error_html(NASTY), note_html(NASTY),
            progress_html(Progress(NASTY, 0.5), words), header_html(NASTY, words),
        ]  # fmt: skip
        for html in written:
            assert "<img src=x" not in html
            assert "&lt;img src=x" in html

    @pytest.mark.parametrize(
        ("value", "unit", "said"),
        [(2.5, "mm", "2.5 mm"), (80.0, "g", "80 g"), (4.0, "", "4"), (5.7784, "mm", "5.78 mm"),
         (28_802.0, "mm3", "28.802 cm³"), (40.0, "mm2", "40 mm²")],
    )  # fmt: skip
    def test_values_are_written_as_people_read_them(self, value, unit, said):
        assert quantity(value, unit) == said


class TestDisplay:
    def test_a_small_mesh_is_shown_as_it_is(self, review):
        mesh = review.design.mesh
        display = display_mesh(mesh)
        assert len(display.faces) == len(mesh.faces)
        assert np.allclose(display.vertices[display.faces], mesh.vertices[mesh.faces], atol=1e-3)

    def test_repeated_vertices_are_welded_so_that_only_real_edges_are_drawn(self):
        box = as_mesh(trimesh.creation.box((10, 20, 30)))
        for mesh in (box, soup(box)):
            display = display_mesh(mesh)
            assert len(display.vertices) == 8
            lengths = np.linalg.norm(display.creases[:, 0] - display.creases[:, 1], axis=1)
            assert sorted(lengths.round()) == [10] * 4 + [20] * 4 + [30] * 4

    def test_a_heavy_mesh_is_thinned_and_each_face_shows_a_face_that_was_there(self):
        mesh = as_mesh(trimesh.creation.icosphere(subdivisions=5, radius=50))
        display = display_mesh(mesh, max_faces=4_000)
        assert 1_000 < len(display.faces) <= 4_000
        shown_at = display.vertices[display.faces].mean(axis=1)
        was_at = mesh.vertices[mesh.faces[display.source_face]].mean(axis=1)
        assert np.linalg.norm(shown_at - was_at, axis=1).max() < 8.0

    def test_thinning_invents_no_edges(self):
        ball = as_mesh(trimesh.creation.icosphere(subdivisions=5, radius=50))
        assert len(display_mesh(ball, max_faces=4_000).creases) == 0

    def test_heat_stays_where_it_was_on_a_thinned_mesh(self):
        mesh = as_mesh(trimesh.creation.icosphere(subdivisions=5, radius=50))
        display = display_mesh(mesh, max_faces=4_000)
        height = mesh.vertices[mesh.faces].mean(axis=1)[:, 2].astype(np.float32)
        shown_height = display.vertices[display.faces].mean(axis=1)[:, 2]
        assert np.abs(display.heat(height) - shown_height).max() < 8.0

    def test_evidence_on_one_tiny_face_survives_thinning(self):
        mesh = as_mesh(trimesh.creation.icosphere(subdivisions=5, radius=50))
        display = display_mesh(mesh, max_faces=2_000)
        gone = np.setdiff1d(np.arange(len(mesh.faces)), display.source_face)[:5].astype(np.int32)
        for face in gone:
            assert len(display.shown(np.array([face], np.int32)))

    def test_unseen_measured_and_heated_faces_are_told_apart(self, review):
        mesh = review.design.mesh
        display = display_mesh(mesh)
        heat = np.linspace(0, 1, len(mesh.faces), dtype=np.float32)
        heat[:10] = np.nan
        measured = np.arange(20, 30, dtype=np.int32)
        mark = Mark(measured, np.array([47, 86, 224], np.uint8), "1.8 mm")
        figure = mesh_figure(display, heat, [mark], "1.8 mm", "id")

        def colours(trace):
            return [[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in trace.facecolor]

        assert all(blue > red + 60 for red, _, blue in colours(figure.data[2]))
        assert set(figure.data[2].text) == {"1.8 mm"}
        others = np.setdiff1d(np.arange(len(mesh.faces)), measured)
        for face, (red, green, blue) in zip(others, colours(figure.data[0]), strict=True):
            if face < 10:
                assert max(red, green, blue) - min(red, green, blue) < 12
            elif heat[face] > 0.25:
                assert red > blue + 40
        assert figure.layout.scene.annotations[0].text == "<b>1.8 mm</b>"
        assert figure.layout.uirevision == "id"

    def test_hotter_faces_are_darker_in_the_same_light(self):
        ball = display_mesh(as_mesh(trimesh.creation.box((1, 1, 1))))
        levels = np.linspace(0, 1, 11, dtype=np.float32)
        colours = [mesh_figure(ball, np.full(12, level)).data[0].facecolor[0] for level in levels]
        lightness = [sum(int(code[i : i + 2], 16) for i in (1, 3, 5)) for code in colours]
        assert lightness == sorted(lightness, reverse=True)

    def test_a_figure_sends_numbers_in_single_precision(self, review):
        figure = mesh_figure(display_mesh(review.design.mesh))
        assert all(trace.x.dtype == np.float32 for trace in figure.data)
        assert "float64" not in figure.to_json()
        assert '"f8"' not in figure.to_json()

    def test_glass_is_clear_where_nothing_was_found(self):
        heat = np.array([[np.nan, 0.0], [0.5, 1.0]], np.float32)
        glass = heat_picture(heat, np.array([[False, True], [False, False]]))
        assert glass[0, 0, 3] == 0
        assert glass[0, 1, 3] > 200
        assert glass[1, 1, 3] > glass[1, 0, 3] > 0
        assert heat_picture(None, None) is None

    def test_a_failed_requirement_without_a_place_says_so(self, review):
        verdict = shown(review).verdict("R2")
        bare = replace(verdict, evidence=(replace(verdict.evidence[0], faces=None),))
        assert "No supporting region" in evidence_html(review, bare, Words())
        assert "No supporting region" not in evidence_html(review, verdict, Words())


class TestChecks:
    def test_inputs_are_judged_on_the_server(self, part, reviewer):
        settings = replace(reviewer.settings, max_file_mb=1)
        with pytest.raises(SpecError, match="20001 characters"):
            spec_of("x" * 20_001)
        with pytest.raises(SpecError, match="Write what"):
            spec_of("  ")
        with pytest.raises(DesignError, match="Add a design"):
            files_of([], settings)
        with pytest.raises(DesignError, match="25 files"):
            files_of([str(part)] * 25, settings)
        with pytest.raises(DesignError, match="parsec"):
            units_of("parsec")
        with pytest.raises(LibraryError, match="1000"):
            query_of("x" * 1001)
        part.write_bytes(bytes(1_000_001))
        with pytest.raises(DesignError, match=r"bracket\.stl is larger"):
            files_of([str(part)], settings)
        assert units_of("auto") is None
        assert units_of("in") == "in"

    def test_formats_are_listed_once_each(self):
        line = formats_line().split()
        assert len(line) == len(set(line))
        assert {"STEP", "STL", "3MF", "PNG", "JPG"} <= set(line)
        assert not {"STP", "JPEG"} & set(line)


class TestSamples:
    def test_offered_samples_are_there_with_their_briefs(self):
        offered = samples()
        assert {sample.brief for sample in offered} == {"bracket", "flange", "enclosure"}
        for sample in offered:
            files, spec = take_sample(sample, None)
            assert Path(files[0]).is_file()
            assert len(parse_spec(spec).requirements) >= 4

    def test_a_copy_without_samples_offers_none(self, tmp_path):
        assert samples(tmp_path) == ()

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", ["bracket", "flange", "enclosure"])
    def test_example_briefs_can_be_checked_throughout(self, name, language):
        spec = parse_spec(CATALOGUE[f"example_{name}_text"][language])
        assert not spec.lint


class TestStreams:
    def test_a_review_tells_its_stages_and_then_fills_the_page(self, reviewer, part):
        page = build_page(reviewer)
        steps = list(page.stream([str(part)], "No longer than 120 mm.", "auto", None))
        said = "".join(str(step.get(page.status)) for step in steps)
        for stage in STAGES:
            assert CATALOGUE[f"stage_{stage}"]["en"] in said
        assert "Does not meet the brief" in steps[-1][page.banner]
        assert steps[-1][page.state].review.fit.outcome == "fails"

    @pytest.mark.parametrize(("name", "spec"), [("broken.stl", "No holes."), ("fine.stl", "")])
    def test_an_error_is_shown_and_nothing_else_is_touched(self, reviewer, tmp_path, name, spec):
        path = tmp_path / name
        path.write_bytes(b"solid")
        page = build_page(reviewer)
        last = list(page.stream([str(path)], spec, "auto", None))[-1]
        assert 'role="alert"' in last[page.status]
        assert set(last) == {page.status, page.run, page.cancel}

    def test_cancelling_stops_the_review(self, tmp_path, part):
        reviewer = FakeReviewer(tmp_path)
        page = build_page(reviewer)
        steps = page.stream([str(part)], "No holes.", "auto", None)
        for _ in range(3):
            next(steps)
        steps.close()
        assert reviewer.stopped.is_set()

    def test_choosing_a_requirement_shows_its_own_evidence(self, reviewer, review):
        page = build_page(reviewer)
        state = shown(review)
        evidence, figure, views = page.select(
            state, gr.EventData(None, {"requirement": "R4"}), None
        )
        assert "slim and light" in evidence
        bare, *_ = mesh_figure(state.mesh).data
        assert figure.data[0].facecolor != bare.facecolor
        assert views.count("mm-thumb") == len(review.design.views)

    def test_a_design_of_pictures_alone_has_no_3d_view(self, review):
        flat = replace(review, design=replace(review.design, mesh=None, kind="images"))
        assert shown(flat).mesh is None

    def test_pictures_alone_offer_no_3d(self):
        assert 'data-show="mesh"' in segments_html(True, Words())
        assert 'data-show="mesh"' not in segments_html(False, Words())

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_reports_are_written_for_saving(
        self, reviewer, review, monkeypatch, tmp_path, language
    ):
        monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
        request = gr.Request(headers={"accept-language": language})
        page, data = build_page(reviewer).write_reports(shown(review), request)
        written = Path(page.value["path"]).read_text("utf-8")
        assert written.startswith(f'<!doctype html>\n<html lang="{language}">')
        assert json.loads(Path(data.value["path"]).read_text("utf-8"))["outcome"] == "fails"

    def test_a_callback_becomes_a_stream_that_can_be_left(self):
        def work(report, cancelled):
            for step in range(1000):
                if cancelled():
                    left.append(step)
                    return step
                report(Progress("index", step / 1000))
                time.sleep(0.002)
            return 1000

        left = []
        steps = iter(Stream(work))
        next(steps)
        steps.close()
        deadline = time.monotonic() + 5
        while not left and time.monotonic() < deadline:
            time.sleep(0.01)
        assert left[0] < 1000

    def test_a_failure_in_the_work_reaches_its_reader(self):
        def work(report, cancelled):
            message = "the library is read-only"
            raise LibraryError(message)

        with pytest.raises(LibraryError, match="read-only"):
            list(Stream(work))


class TestLibraryPage:
    def test_pages_turn_within_their_ends(self, reviewer):
        with gr.Blocks():
            page = LibraryPage(reviewer, [".stl"])
        first = page.show(None)
        assert first[page.grid].count("<li>") == 24
        second = page.forth(0, "", None)
        assert 1 <= second[page.grid].count("<li>") <= 24
        assert page.forth(second[page.page], "", None)[page.page] == second[page.page]
        assert page.back(0, "", None)[page.page] == 0

    def test_a_filter_narrows_the_shelf_and_a_bad_one_is_explained(self, reviewer):
        with gr.Blocks():
            page = LibraryPage(reviewer, [".stl"])
        assert page.find("", None, "mass_g < 42", None)[page.grid].count("<li>") == 2
        assert 'role="alert"' in page.find("", None, "mass_g <", None)[page.status]


class TestPrograms:
    def test_the_named_endpoints_are_the_public_ones(self, client):
        named = set(client.view_api(return_format="dict")["named_endpoints"])
        assert named == {"/review", "/library_search", "/library_add", "/batch_run"}

    def test_a_review_comes_back_as_json(self, client, part):
        answer = client.predict(
            [handle_file(part)], "No longer than 120 mm.", "mm", api_name="/review"
        )
        assert answer["schema"] == 1
        assert answer["outcome"] == "fails"
        assert len(answer["requirements"]) == 5
        assert answer["design"]["name"] == "bracket.stl"

    def test_a_mistake_comes_back_as_its_sentence(self, client, part):
        with pytest.raises(AppError, match="keep it under 20000"):
            client.predict([handle_file(part)], "x" * 30_000, "mm", api_name="/review")

    def test_a_search_answers_with_hits_and_no_paths(self, client):
        answer = client.predict("bracket", None, "", 2, api_name="/library_search")
        assert [hit["rank"] for hit in answer["hits"]] == [1, 2]
        assert answer["note"] == "No good match in this library."
        assert "path" not in answer["hits"][0]

    def test_adding_keeps_the_file_and_tells_what_failed(self, client, part, tmp_path, reviewer):
        broken = tmp_path / "broken.stl"
        broken.write_bytes(b"solid nothing")
        files = [handle_file(part), handle_file(broken)]
        answer = client.predict(files, api_name="/library_add")
        assert answer["added"] == 1
        assert answer["failed"] == [{"name": "broken.stl", "reason": "its header is damaged."}]
        kept = Path(reviewer.library.get(f"{1000:064x}").path)
        assert kept.read_bytes() == part.read_bytes()
        assert reviewer.settings.library in kept.parents

    def test_a_batch_ranks_and_keeps_failures_as_rows(self, client, part, tmp_path):
        broken = tmp_path / "broken.stl"
        broken.write_bytes(b"solid nothing")
        rows = client.predict(
            [handle_file(broken), handle_file(part)], "No longer than 120 mm.", "auto",
            api_name="/batch_run",
        )  # fmt: skip
        assert [row["name"] for row in rows] == ["bracket.stl", "broken.stl"]
        assert "broken.stl" in rows[1]["error"]
        assert all("path" not in row for row in rows)


class TestGuard:
    def test_the_page_itself_is_served_with_a_strict_policy(self, guarded):
        answer = guarded.get("/")
        assert answer.status_code == 200
        assert "default-src 'self'" in answer.headers["content-security-policy"]

    @pytest.mark.parametrize(
        ("host", "status"),
        [("evil.example", 400), ("localhost:7860", 200), ("192.168.1.7:7860", 200), ("[::1]", 200)],
    )
    def test_only_own_names_and_addresses_are_answered(self, guarded, host, status):
        assert guarded.get("/", headers={"host": host}).status_code == status

    def test_a_foreign_origin_gets_no_permission(self, guarded):
        answer = guarded.get("/config", headers={"origin": "https://evil.example"})
        assert "access-control-allow-origin" not in answer.headers
        preflight = guarded.options(
            "/gradio_api/queue/join",
            headers={"origin": "https://evil.example", "access-control-request-method": "POST"},
        )
        assert preflight.status_code == 400

    def test_a_large_body_is_refused(self, guarded):
        assert guarded.post("/gradio_api/queue/join", content=bytes(2_000_001)).status_code == 413

    @pytest.mark.parametrize(
        "path",
        ["/openapi.json", "/docs", "/monitoring", "/gradio_api/proxy=http://127.0.0.1/",
         "/gradio_api/file=http://127.0.0.1/"],
    )  # fmt: skip
    def test_side_doors_are_closed(self, guarded, path):
        assert guarded.get(path).status_code == 404

    def test_files_of_this_machine_are_not_served(self, page_url, reviewer):
        library = reviewer.settings.library / "library.sqlite"
        for path in ("/etc/passwd", str(library), str(Path(__file__)), "../../etc/passwd"):
            answer = httpx.get(f"{page_url}/gradio_api/file={path}")
            assert answer.status_code in {403, 404}, path

    def test_guessing_a_password_is_stopped(self, guarded):
        answers = [
            guarded.post("/login", data={"username": "anna", "password": str(guess)}).status_code
            for guess in range(30)
        ]
        assert answers.count(429) == 20

    def test_a_login_is_user_and_password(self, reviewer):
        with pytest.raises(SettingsError, match="USER:PASSWORD"):
            web_app(reviewer, auth="anna")

    def test_a_taken_port_is_said_before_anything_is_built(self, reviewer):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            with pytest.raises(SettingsError, match="choose another --port"):
                serve(reviewer, port=other.getsockname()[1], open_browser=False)

    def test_sharing_goes_through_gradio_s_own_launch(self, reviewer, monkeypatch):
        asked = {}

        def launch(page, **options):
            inspect.signature(real).bind(page, **options)
            asked.update(options)

        real = gr.Blocks.launch
        monkeypatch.setattr(gr.Blocks, "launch", launch)
        serve(reviewer, share=True, auth="anna:secret", open_browser=False)
        assert asked["share"] is True
        assert asked["auth"] == ("anna", "secret")
        assert asked["run_history"] is False
        assert asked["enable_monitoring"] is False

    def test_nothing_is_recorded_or_reported(self, page_url):
        config = httpx.get(f"{page_url}/config").json()
        assert config["analytics_enabled"] is False
        assert config["run_history"] is False
        assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"


def build_page(reviewer: FakeReviewer) -> ReviewPage:
    with gr.Blocks():
        return ReviewPage(reviewer, [".stl"])
