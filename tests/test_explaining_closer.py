"""The closer look: hiding what a stand-in model goes by is found out, and nothing else is."""

from dataclasses import replace

import manifold3d as m3
import numpy as np
import pytest
from solids import mesh_of

from mmdesign.domain import View
from mmdesign.errors import CancelledError
from mmdesign.explaining import (
    HeatScale,
    covered_maps,
    deletion_score,
    explain,
    masked_heat,
    mesh_heat,
    peeking_cameras,
    relative_scale,
    segment_heat,
    segments,
    word_influence,
)
from mmdesign.rendering import cameras, gbuffer, render

RED_TEXT = np.array([[1, 0]], np.float32)
BOTH_TEXTS = np.array([[1, 0], [0, 1]], np.float32)


def sees_red(images):
    """(N, 2) unit vectors: the first axis is how much red there is, the second how little."""
    rows = []
    for image in images:
        pixels = image.astype(float)
        # A threshold: a blur would only spread the red, and its mean would stay.
        red = ((pixels[..., 0] - pixels[..., 1:].max(axis=-1)) > 90).mean()
        rows.append((10 * red, 1.0))
    vectors = np.asarray(rows, np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def part():
    """A plate whose hole's wall is red, its views, and which faces are red."""
    solid = m3.Manifold.cube((60, 40, 12), True) - m3.Manifold.cylinder(
        20, 9, 9, 48, True
    ).translate((10, 5, 0))
    mesh = mesh_of(solid)
    corners = mesh.vertices[mesh.faces]
    distances = np.linalg.norm(corners[..., :2] - (10, 5), axis=2)
    wall = (distances < 9.01).all(axis=1) & (np.ptp(corners[..., 2], axis=1) > 1e-6)
    colors = np.where(wall[:, None], (230, 20, 20), (120, 120, 120)).astype(np.uint8)
    coloured = replace(mesh, face_colors=colors)
    return coloured, render(coloured, 112), wall


@pytest.fixture(scope="module")
def photo():
    picture = np.full((60, 90, 3), 128, np.uint8)
    picture[5:20, 60:80] = (240, 10, 10)
    return picture


def test_masks_find_the_only_place_that_matters(photo):
    found = masked_heat(sees_red, [photo], RED_TEXT)
    scale = relative_scale(found.values, zero_is_cold=found.zero_is_cold)
    (heat,) = explain(["r"], found, [View("photo", photo)], None, scale)
    assert heat.values.shape == (60, 90)
    row, column = np.unravel_index(heat.values.argmax(), (60, 90))
    assert 0 <= row < 27
    assert 52 <= column < 88
    assert heat.values[:25, 55:85].mean() > 3 * heat.values[30:, :45].mean()


def test_one_set_of_masks_serves_all_texts(photo):
    both = masked_heat(sees_red, [photo], BOTH_TEXTS).values
    assert both.shape[0] == 2
    np.testing.assert_allclose(both[:1], masked_heat(sees_red, [photo], RED_TEXT).values, atol=1e-6)
    assert np.corrcoef(both[0].ravel(), both[1].ravel())[0, 1] < -0.8


def test_painting_over_the_segment_that_matters_is_what_costs(part):
    mesh, views, wall = part
    falls = segment_heat(sees_red, views, segments(mesh), RED_TEXT)
    assert falls.shape == (1, len(mesh.faces))
    assert np.nanmin(falls[0][wall]) > 5 * np.nanmax(np.abs(falls[0][~wall]))


def test_segment_heat_is_shown_on_the_mesh_and_where_views_show_it(part):
    mesh, views, wall = part
    falls = segment_heat(sees_red, views, segments(mesh), RED_TEXT)
    maps = covered_maps(["R1"], falls, views, relative_scale(falls, zero_is_cold=True))
    assert [heat.view_index for heat in maps] == [*range(12), None]
    assert maps[-1].values[wall].min() == pytest.approx(1)
    top = next(index for index, view in enumerate(views) if view.name == "iso front right")
    shows_wall = wall[views[top].face_index] & (views[top].face_index >= 0)
    assert maps[top].values[shows_wall].min() > 0.9
    assert maps[top].values[~shows_wall].max() < 0.3


def test_a_text_that_nothing_supports_stays_without_heat(part):
    mesh, views, wall = part
    falls = segment_heat(sees_red, views, segments(mesh), -RED_TEXT)
    maps = covered_maps(["R1"], falls, views, relative_scale(falls, zero_is_cold=True))
    assert maps[-1].values[wall].max() == 0


def test_a_closer_look_tells_how_far_it_is_and_can_be_stopped(part, photo):
    mesh, views, _ = part
    told = []
    segment_heat(sees_red, views, segments(mesh), RED_TEXT, told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    with pytest.raises(CancelledError):
        segment_heat(sees_red, views, segments(mesh), RED_TEXT, cancelled=lambda: True)
    with pytest.raises(CancelledError):
        masked_heat(sees_red, [photo], RED_TEXT, cancelled=lambda: True)


def planted(view, faces):
    return (np.append(faces, False)[view.face_index]).astype(np.float32)


def test_a_map_on_what_matters_is_faithful_and_one_beside_it_is_not(part):
    mesh, views, wall = part
    corners = np.abs(mesh.vertices[mesh.faces])
    rim = (corners[..., 0] > 29.9).all(axis=1) | (corners[..., 1] > 19.9).all(axis=1)
    right = [planted(view, wall) for view in views]
    wrong = [planted(view, rim) for view in views]
    assert deletion_score(sees_red, views, right, RED_TEXT[0]) > 0.02
    assert deletion_score(sees_red, views, wrong, RED_TEXT[0]) <= 0
    assert deletion_score(sees_red, views, [0 * heat for heat in right], RED_TEXT[0]) is None


def test_a_map_that_is_warm_all_over_singles_nothing_out_that_could_be_tried(part):
    _, views, wall = part
    everything = [planted(view, np.ones_like(wall)) for view in views]
    assert deletion_score(sees_red, views, everything, RED_TEXT[0]) is None


def test_random_maps_are_no_better_than_chance(part):
    _, views, wall = part
    generator = np.random.default_rng(5)
    scores = []
    for _ in range(6):
        noise = [
            np.kron(generator.random((8, 8), np.float32), np.ones((14, 14), np.float32))
            * (view.face_index >= 0)
            for view in views
        ]
        scores.append(deletion_score(sees_red, views, noise, RED_TEXT[0]))
    faithful = deletion_score(sees_red, views, [planted(view, wall) for view in views], RED_TEXT[0])
    assert abs(np.mean(scores)) < 0.4 * faithful


def test_heat_of_a_picture_without_a_mesh_can_be_tried_too(photo):
    heat = np.zeros(photo.shape[:2], np.float32)
    heat[5:20, 60:80] = 1
    assert deletion_score(sees_red, [View("photo", photo)], [heat], RED_TEXT[0]) > 0.02


def counts_words(texts):
    weights = {"curved": 2.0, "handle": 1.0, "ugly": -1.0, "弯曲": 3.0}
    return np.array(
        [sum(weight for word, weight in weights.items() if word in text) for text in texts]
    )


def test_every_word_gets_what_the_score_loses_without_it():
    (found,) = word_influence(["a curved, ugly handle"], counts_words)
    assert [(item.word, item.influence) for item in found] == [
        ("curved", 2.0), ("ugly", -1.0), ("handle", 1.0),
    ]  # fmt: skip


def test_chinese_is_taken_apart_by_twos_and_a_single_word_not_at_all():
    found, single = word_influence(["弯曲的手柄", "bracket"], counts_words)
    assert [item.word for item in found] == ["弯曲", "的手", "柄"]
    assert found[0].influence == 3
    assert single == ()


def test_texts_are_asked_for_in_one_batch():
    asked = []

    def score(texts):
        asked.append(list(texts))
        return np.zeros(len(texts))

    word_influence(["L-shaped wall bracket", "mug", "red mug"], score)
    assert asked == [
        ["L-shaped wall bracket", "wall bracket", "L-shaped bracket", "L-shaped wall",
         "red mug", "mug", "red"]
    ]  # fmt: skip


def test_no_camera_is_added_where_everything_is_seen(part):
    mesh, views, _ = part
    assert peeking_cameras(mesh, [view.face_index for view in views], segments(mesh)) == ()


@pytest.fixture(scope="module")
def undercut():
    """A block with a slanted deep slot that none of the twelve views looks into."""
    slot = m3.Manifold.cube((6, 30, 100), True).translate((0, 0, 50))
    slot = slot.rotate((0, 62, 0)).rotate((0, 0, 17)).translate((-25, 0, -10))
    return mesh_of(m3.Manifold.cube((80, 80, 60), True) - slot)


def test_cameras_are_added_that_show_what_the_twelve_do_not(undercut):
    grouped = segments(undercut)
    before = list(gbuffer(undercut, cameras(undercut), 224).face_index)
    added = peeking_cameras(undercut, before, grouped)

    def unseen(face_indices):
        blank = [np.zeros(index.shape, np.float32) for index in face_indices]
        return np.isnan(mesh_heat(blank, face_indices, grouped))

    assert unseen(before).any()
    assert 1 <= len(added) <= 4
    after = unseen([*before, *gbuffer(undercut, added, 224).face_index])
    assert after.sum() < unseen(before).sum()
    assert not after.any()


def test_an_enclosed_hollow_gets_no_camera():
    hollow = mesh_of(m3.Manifold.cube((10, 10, 10), True) - m3.Manifold.cube((6, 6, 6), True))
    seen = list(gbuffer(hollow, cameras(hollow), 112).face_index)
    assert peeking_cameras(hollow, seen, segments(hollow)) == ()


def test_a_scale_keeps_what_was_not_seen_apart_from_what_is_cold():
    heat = HeatScale(0, 1).heat(np.array([np.nan, -1.0, 0.5]))
    assert np.isnan(heat[0])
    assert heat[1:] == pytest.approx([0, 0.5])
