"""What stands on which face: values against limits, heat where it may be shown, files to keep."""

import io
import zipfile

import numpy as np
import pytest
import trimesh
from heat_reviews import WALL, WIDE_HOLES, box_mesh, faces, review_of, seen_verdict, verdict_of
from PIL import Image

from mmdesign.domain import Requirement
from mmdesign.reporting import (
    evidence_glb,
    heat_colors,
    heat_of,
    measured_colors,
    measured_faces,
    overlays_zip,
    shows_heat,
    view_overlay,
)


@pytest.fixture(scope="module")
def mesh():
    return box_mesh()


def test_every_hole_stands_on_its_own_faces_with_its_own_distance_from_the_limit(mesh):
    verdict = verdict_of(WIDE_HOLES, 5.0, faces(0, 1, 2, 3))
    wide, narrow = measured_faces(review_of(mesh, verdict), verdict)
    assert (wide.value, wide.faces.tolist()) == (6.6, [0, 1])
    assert (narrow.value, narrow.faces.tolist()) == (5.0, [2, 3])
    assert wide.excess == pytest.approx(-0.1)
    assert narrow.excess == pytest.approx(1 / 6)


def test_of_a_count_of_sized_holes_the_ones_of_another_size_are_outside(mesh):
    asked = Requirement("R1", "Two 6.6 mm holes.", "count", "holes", quantity="hole_count",
                        comparator="==", lower=2, upper=2, diameter_band_mm=(6.5, 6.7))  # fmt: skip
    verdict = verdict_of(asked, 1.0, faces(2, 3))
    (wrong,) = measured_faces(review_of(mesh, verdict), verdict)
    assert wrong.value == 5.0
    assert wrong.excess > 0


def test_faces_without_a_measurement_of_their_own_take_the_evidence_s_value(mesh):
    verdict = verdict_of(WALL, 1.5, faces(4, 5))
    (wall,) = measured_faces(review_of(mesh, verdict), verdict)
    assert (wall.value, wall.unit, wall.excess) == (1.5, "mm", pytest.approx(0.25))


def luminance(colors):
    values = np.asarray(colors) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return linear, linear @ (0.2126, 0.7152, 0.0722)


def test_measured_colours_get_darker_outside_and_the_limit_is_a_visible_step():
    _, light = luminance(measured_colors(np.linspace(-0.5, 0.5, 41).astype(np.float32)))
    assert (np.diff(light) < 0).all()
    inside, outside = measured_colors(np.array([0.0, 0.001], np.float32)).astype(int)
    assert np.abs(inside - outside).sum() > 60


# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 2009: linear RGB, severity 1.
COLOUR_VISION = {
    "usual": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
               [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
               [0.004733, 0.691367, 0.303900]],
}  # fmt: skip


@pytest.mark.parametrize("vision", COLOUR_VISION)
def test_hotter_is_darker_for_every_colour_vision(vision):
    linear, _ = luminance(heat_colors(np.linspace(0, 1, 64).astype(np.float32)))
    seen = np.clip(linear @ np.array(COLOUR_VISION[vision]).T, 0, 1)
    assert (np.diff(seen @ (0.2126, 0.7152, 0.0722)) < 1e-3).all()


@pytest.mark.parametrize(
    ("probability", "negated", "shown"),
    [(0.9, False, True), (0.5, False, True), (0.1, False, False),
     (0.9, True, True), (0.1, True, False)],
)  # fmt: skip
def test_heat_is_shown_where_the_thing_was_found_and_not_where_it_was_not(
    mesh, probability, negated, shown
):
    verdict = seen_verdict(probability, negated)
    review = review_of(mesh, verdict, np.ones(12, np.float32))
    assert shows_heat(verdict) is shown
    assert (heat_of(review, verdict, None) is not None) is shown


def test_a_map_without_a_warm_spot_is_not_shown(mesh):
    verdict = seen_verdict(0.9)
    review = review_of(mesh, verdict, np.full(12, 0.03, np.float32))
    assert heat_of(review, verdict, None) is None


def opened(data):
    scene = trimesh.load(io.BytesIO(data), file_type="glb")
    (solid,) = scene.geometry.values()
    return solid


def to_srgb(linear):
    values = np.asarray(linear)[..., :3] / 255
    return np.where(values <= 0.0031308, values * 12.92, 1.055 * values ** (1 / 2.4) - 0.055) * 255


def test_a_glb_opens_with_every_face_in_its_colour_at_its_size(mesh):
    heat = np.linspace(0, 1, 12).astype(np.float32)
    heat[3] = np.nan
    verdict = seen_verdict(0.9)
    solid = opened(evidence_glb(review_of(mesh, verdict, heat), verdict))
    assert len(solid.faces) == 12
    np.testing.assert_allclose(np.sort(solid.extents), [0.02, 0.03, 0.04], rtol=1e-5)
    # glTF has Y up: the part's height of 20 mm is now along Y.
    assert solid.extents[1] == pytest.approx(0.02)
    assert solid.volume == pytest.approx(0.04 * 0.03 * 0.02)
    told = to_srgb(solid.visual.vertex_colors)[solid.faces]
    assert np.ptp(told, axis=1).max() == 0
    warm = np.isfinite(heat)
    np.testing.assert_allclose(told[warm, 0], heat_colors(heat[warm]), atol=4)
    assert np.ptp(told[3, 0]) < 12


def test_measured_faces_are_in_the_glb_too(mesh):
    verdict = verdict_of(WALL, 1.0, faces(4, 5))
    solid = opened(evidence_glb(review_of(mesh, verdict), verdict))
    told = to_srgb(solid.visual.vertex_colors)[solid.faces][:, 0]
    np.testing.assert_allclose(
        told[4:6], np.tile(measured_colors(np.array([0.5], np.float32)), (2, 1)), atol=4
    )
    assert np.ptp(told[0]) < 20


def test_every_view_is_a_png_with_its_evidence(mesh):
    verdict = seen_verdict(0.9)
    review = review_of(mesh, verdict, np.ones(12, np.float32))
    with zipfile.ZipFile(io.BytesIO(overlays_zip(review, verdict))) as archive:
        names = archive.namelist()
        pictures = [np.asarray(Image.open(io.BytesIO(archive.read(name)))) for name in names]
    assert len(names) == len(set(names)) == 12
    assert names[0].endswith("iso-front-right.png")
    for picture, view in zip(pictures, review.design.views, strict=True):
        part = view.face_index >= 0
        assert picture.shape == view.image.shape
        assert (picture[part] != view.image[part]).any(axis=1).mean() > 0.9
        np.testing.assert_array_equal(picture[~part], view.image[~part])


def test_without_evidence_a_view_stays_as_it_is(mesh):
    verdict = seen_verdict(0.05)
    review = review_of(mesh, verdict, np.ones(12, np.float32))
    np.testing.assert_array_equal(view_overlay(review, verdict, 0), review.design.views[0].image)
