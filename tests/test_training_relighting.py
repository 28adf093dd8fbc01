"""Relit pictures: what the app shows, and what chance may and may not change."""

import numpy as np
import pytest
import torch

from mmdesign.rendering import GBuffer, cameras, gbuffer, shade
from mmdesign.rendering.look import BACKGROUND_TOP
from mmdesign.training.dataset import CHANNELS, VIEW_PX
from mmdesign.training.model import IMAGE_MEAN, IMAGE_STD
from mmdesign.training.parts import BUILDERS, make_part
from mmdesign.training.relighting import Paint, app_look, random_paint, relight


def stored(buffer: GBuffer):
    pixels = np.zeros((*buffer.coverage.shape, CHANNELS), np.uint8)
    pixels[..., :2] = np.clip(np.rint(buffer.normals[..., :2] * 127) + 128, 0, 255)
    pixels[..., 2] = np.rint(buffer.coverage * 255)
    pixels[..., 3] = np.rint(buffer.edges * 255)
    pixels[..., 4] = 255
    return pixels


@pytest.fixture(scope="module")
def buffer():
    mesh = make_part(BUILDERS[0], 1).mesh
    return gbuffer(mesh, cameras(mesh, ("iso front right", "front")), VIEW_PX, 2)


def pictures(normalised):
    mean, std = (torch.tensor(v)[:, None, None] for v in (IMAGE_MEAN, IMAGE_STD))
    return (normalised * std + mean).permute(0, 2, 3, 1).numpy()


def test_the_app_look_is_the_renderers_picture(buffer):
    ours = pictures(app_look(stored(buffer), VIEW_PX))
    theirs = shade(buffer).astype(np.float32) / 255
    difference = np.abs(ours - theirs)
    assert difference.mean() < 0.01
    assert np.quantile(difference, 0.99) < 0.06


def test_an_empty_view_shows_only_the_background():
    empty = np.zeros((1, VIEW_PX, VIEW_PX, CHANNELS), np.uint8)
    empty[..., :2] = 128
    top = pictures(app_look(empty, VIEW_PX))[0, 0, 0]
    np.testing.assert_allclose(top, np.array(BACKGROUND_TOP) / 255, atol=1e-3)


def relit(views, paint, size_px, seed):
    marked = torch.full((len(views),), 7, dtype=torch.int32)
    generator = torch.Generator().manual_seed(seed)
    return relight(torch.from_numpy(views), paint, size_px, generator, marked)


def any_paint(count, kept=False):
    colors = torch.rand(count, 3, generator=torch.Generator().manual_seed(9))
    return Paint(colors, torch.full((count,), kept))


@pytest.mark.parametrize("size_px", [64, VIEW_PX])
def test_relit_pictures_have_the_size_and_stay_in_range(buffer, size_px):
    views = np.repeat(stored(buffer), 8, axis=0)
    images, _ = relit(views, any_paint(16), size_px, 0)
    assert images.shape == (16, 3, size_px, size_px)
    shown = pictures(images)
    assert shown.min() >= 0
    assert shown.max() <= 1
    assert np.abs(shown[0] - shown[1]).mean() > 0.01


def test_the_same_chance_gives_the_same_pictures(buffer):
    first, second = (relit(stored(buffer), any_paint(2), 64, 4) for _ in range(2))
    torch.testing.assert_close(first, second)


@pytest.mark.parametrize("kept", [False, True])
def test_objects_stay_visible_against_their_background(buffer, kept):
    """Nowhere may the object's colour and the background's be nearly the same."""
    views = np.repeat(stored(buffer)[:1], 64, axis=0)
    images = pictures(relit(views, any_paint(64, kept), VIEW_PX, 1)[0])
    spread = images.reshape(64, -1, 3).std(axis=1).max(axis=1)
    assert (spread > 0.03).mean() > 0.95


def test_a_mark_stays_on_its_feature_when_the_frame_moves(buffer):
    """Where the marked half is, the object must be; and the mirrored ones are mirrored too."""
    views = np.repeat(stored(buffer)[:1], 32, axis=0)
    covered = views[..., 2] == 255
    views[..., 5] = np.where(covered, 7, 0)
    # a colour that no background and no light can look like: pure black on anything
    paint = Paint(torch.zeros(32, 3), torch.full((32,), True))
    images, marks = relit(views, paint, VIEW_PX, 0)
    assert marks.shape == (32, 1, VIEW_PX, VIEW_PX)
    dark = images.amax(dim=1) < torch.quantile(images.amax(dim=1), 0.5)
    marked = marks[:, 0] > 0.99
    assert marked.any(dim=(1, 2)).all()
    # marked area follows the zoom, so it differs between pictures
    assert len(torch.unique(marked.sum(dim=(1, 2)))) > 10
    assert (dark & marked).sum() / marked.sum() > 0.8


def test_nothing_is_marked_where_the_feature_is_not(buffer):
    _, marks = relit(stored(buffer), any_paint(2), 64, 0)
    assert not marks.any()


def test_a_colour_that_the_caption_names_is_kept():
    generator = torch.Generator().manual_seed(0)
    own = [(200, 45, 40)] * 50
    kept = random_paint(own, [True] * 50, generator)
    torch.testing.assert_close(kept.colors, torch.tensor(own) / 255)
    assert kept.kept.all()
    free = random_paint(own, [False] * 50, generator)
    assert len(torch.unique(free.colors, dim=0)) > 10
