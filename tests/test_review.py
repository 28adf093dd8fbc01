"""The pipeline on real files with a stand-in for the model."""

import manifold3d
import numpy as np
import pytest
import trimesh
from fakes import FakeEncoder
from PIL import Image

from mmdesign.domain import Progress, Review
from mmdesign.errors import DesignError, LibraryError, SpecError
from mmdesign.review import STAGES, Reviewer
from mmdesign.settings import Settings

SPEC = "Two holes.\nNo longer than 90 mm.\nMass below 200 g, made of aluminium.\nA curved handle."


def plate(path, holes=2, length=80.0):
    solid = manifold3d.Manifold.cube((length, 40, 6))
    for number in range(holes):
        bore = manifold3d.Manifold.cylinder(20, 3, circular_segments=48)
        solid -= bore.translate((15 + 25 * number, 20, -5))
    mesh = solid.to_mesh()
    trimesh.Trimesh(mesh.vert_properties[:, :3], mesh.tri_verts).export(path)
    return path


@pytest.fixture(scope="module")
def reviewer(tmp_path_factory):
    """For tests that put nothing into its library."""
    settings = Settings(library=tmp_path_factory.mktemp("reviewer") / "library")
    with Reviewer(settings, encoder=FakeEncoder()) as reviewer:
        yield reviewer


@pytest.fixture
def owner(tmp_path):
    """A reviewer with a library of its own."""
    with Reviewer(Settings(library=tmp_path / "library"), encoder=FakeEncoder()) as reviewer:
        yield reviewer


def outcomes(review):
    return [verdict.outcome for verdict in review.verdicts]


def test_a_stream_tells_every_stage_in_order_and_ends_with_the_review(reviewer, tmp_path):
    *told, review = reviewer.stream(plate(tmp_path / "plate.stl"), SPEC)
    assert isinstance(review, Review)
    assert [progress.stage for progress in told] == list(STAGES)
    assert [progress.done for progress in told] == sorted(progress.done for progress in told)
    assert all(isinstance(progress, Progress) for progress in told)
    assert set(review.seconds) == set(STAGES)


def test_geometry_settles_numbers_and_an_uncalibrated_model_abstains(reviewer, tmp_path):
    review = reviewer.review(plate(tmp_path / "plate.stl"), SPEC)
    by_text = {verdict.requirement.text: verdict for verdict in review.verdicts}
    assert by_text["Two holes"].outcome == "met"
    assert by_text["No longer than 90 mm"].outcome == "met"
    assert by_text["A curved handle"].outcome == "cannot_tell"
    assert not review.model.calibrated
    assert any(measured.quantity == "mass" for measured in review.measurements)


@pytest.mark.parametrize(
    ("change", "broken"),
    [({"holes": 3}, "Two holes"), ({"length": 95.0}, "No longer than 90 mm")],
)
def test_a_design_that_breaks_one_requirement_fails_exactly_that_one(
    reviewer, tmp_path, change, broken
):
    review = reviewer.review(plate(tmp_path / "plate.stl", **change), SPEC)
    failed = [item.requirement.text for item in review.verdicts if item.outcome == "not_met"]
    assert failed == [broken]
    assert review.fit.outcome == "fails"


def test_the_unit_of_a_file_without_one_can_be_given(reviewer, tmp_path):
    path = plate(tmp_path / "plate.stl")
    sizes = {
        units: {m.quantity: m.value for m in reviewer.review(path, SPEC, units=units).measurements}
        for units in ("mm", "in")
    }
    assert sizes["in"]["length"] == pytest.approx(25.4 * sizes["mm"]["length"])
    assert sizes["in"]["hole_count"] == sizes["mm"]["hole_count"] == 2


def test_a_second_spec_on_the_same_file_does_not_read_or_render_again(
    reviewer, tmp_path, monkeypatch
):
    path = plate(tmp_path / "plate.stl")
    first = reviewer.review(path, SPEC)
    monkeypatch.setattr(
        "mmdesign.review.showing.render_and_clay", lambda *_, **__: pytest.fail("rendered")
    )
    second = reviewer.review(path, "Three holes.")
    assert second.design is first.design
    assert outcomes(second) == ["not_met"]


def test_an_edited_file_is_read_again(reviewer, tmp_path):
    path = plate(tmp_path / "plate.stl", holes=2)
    assert outcomes(reviewer.review(path, "Two holes.")) == ["met"]
    plate(path, holes=3)
    assert outcomes(reviewer.review(path, "Two holes.")) == ["not_met"]


def test_heat_covers_every_view_and_the_mesh_for_what_takes_eyes(reviewer, tmp_path):
    review = reviewer.review(plate(tmp_path / "plate.stl"), SPEC)
    looked_at = [
        item.requirement.id for item in review.verdicts if item.requirement.text.startswith("A ")
    ]
    assert {heatmap.requirement_id for heatmap in review.heatmaps} == set(looked_at)
    on_views = [heatmap for heatmap in review.heatmaps if heatmap.view_index is not None]
    (on_mesh,) = [heatmap for heatmap in review.heatmaps if heatmap.view_index is None]
    assert len(on_views) == len(review.design.views)
    assert on_mesh.values.shape == (len(review.design.mesh.faces),)
    assert np.nanmax(on_mesh.values) <= 1
    assert reviewer.review(tmp_path / "plate.stl", SPEC, heat=False).heatmaps == ()


def test_renders_alone_leave_numbers_undecided(reviewer, tmp_path):
    review = reviewer.review(plate(tmp_path / "plate.stl"), SPEC)
    Image.fromarray(review.design.views[0].image).save(tmp_path / "render.png")
    pictured = reviewer.review(tmp_path / "render.png", "No longer than 90 mm.")
    assert outcomes(pictured) == ["cannot_tell"]
    assert pictured.design.kind == "images"


def test_indexed_designs_are_found_by_file_and_never_the_asked_one(owner, tmp_path):
    folder = tmp_path / "designs"
    folder.mkdir()
    for holes in range(1, 4):
        plate(folder / f"plate{holes}.stl", holes=holes)
    (folder / "broken.stl").write_bytes(b"")
    report = owner.index([folder])
    assert (report.added, report.unchanged) == (3, 0)
    ((path, reason),) = report.failed
    assert path.endswith("broken.stl")
    assert "broken.stl" in reason
    assert owner.index([folder]).unchanged == 3

    found = owner.search(files=[folder / "plate2.stl"])
    assert sorted(hit.name for hit in found.hits) == ["plate1", "plate3"]
    review = owner.review(folder / "plate2.stl", SPEC)
    assert {hit.name for hit in review.hits} == {"plate1", "plate3"}


def test_a_part_in_another_colour_is_as_alike_as_can_be(owner, tmp_path):
    plain = plate(tmp_path / "plain.stl")
    red = trimesh.load(plain)
    red.visual.face_colors = (200, 30, 30, 255)
    (tmp_path / "designs").mkdir()
    red.export(tmp_path / "designs" / "red.ply")
    owner.index([tmp_path / "designs"])
    (hit,) = owner.search(files=[plain]).hits
    assert hit.similarity > 0.999


def test_a_filter_is_applied_before_the_search(owner, tmp_path):
    for holes in range(1, 4):
        plate(tmp_path / f"plate{holes}.stl", holes=holes)
    owner.index(sorted(tmp_path.glob("*.stl")))
    found = owner.search("a plate", where="hole_count >= 2")
    assert {hit.name for hit in found.hits} == {"plate2", "plate3"}


def test_a_library_of_another_model_is_said_and_does_not_stop_a_review(owner, tmp_path):
    owner.index([plate(tmp_path / "plate.stl")])
    other = FakeEncoder(model_id="another")
    with Reviewer(owner.settings, encoder=other) as second:
        review = second.review(tmp_path / "plate.stl", SPEC)
        assert review.hits == ()
        assert any("another" in warning or "fake" in warning for warning in review.warnings)
        with pytest.raises(LibraryError):
            second.search("a plate")


def test_bad_input_is_an_error_for_people_and_the_next_review_works(reviewer, tmp_path):
    (tmp_path / "empty.stl").write_bytes(b"")
    with pytest.raises(DesignError, match=r"empty\.stl"):
        reviewer.review(tmp_path / "empty.stl", SPEC)
    with pytest.raises(DesignError, match=r"missing\.step"):
        reviewer.review(tmp_path / "missing.step", SPEC)
    good = plate(tmp_path / "plate.stl")
    with pytest.raises(SpecError):
        reviewer.review(good, "   ")
    assert isinstance(reviewer.review(good, SPEC), Review)


def test_searching_for_nothing_is_refused(reviewer):
    with pytest.raises(LibraryError, match="words or a file"):
        reviewer.search("  ")
