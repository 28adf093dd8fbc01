"""Relit pictures: what the app shows, and what chance may and may not change."""

import numpy as np
import pytest
import torch

from mmdesign.rendering import GBuffer, cameras, gbuffer, shade
from mmdesign.rendering.look import BACKGROUND_TOP
from mmdesign.training.dataset import CHANNELS, VIEW_PX
from mmdesign.training.model import IMAGE_MEAN, IMAGE_STD
from mmdesign.training.parts import BUILDERS, make_part
from mmdesign.training.relighting import app_look, random_colors, relight


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


@pytest.mark.parametrize("size_px", [64, VIEW_PX])
def test_relit_pictures_have_the_size_and_stay_in_range(buffer, size_px):
    generator = torch.Generator().manual_seed(0)
    views = np.repeat(stored(buffer), 8, axis=0)
    images = relight(views, torch.rand(16, 3), size_px, generator)
    assert images.shape == (16, 3, size_px, size_px)
    shown = pictures(images)
    assert shown.min() >= 0
    assert shown.max() <= 1
    assert np.abs(shown[0] - shown[1]).mean() > 0.01


def test_the_same_chance_gives_the_same_pictures(buffer):
    views, colors = stored(buffer), torch.rand(2, 3)
    first, second = (relight(views, colors, 64, torch.Generator().manual_seed(4)) for _ in range(2))
    torch.testing.assert_close(first, second)


def test_objects_stay_visible_against_their_background(buffer):
    """Nowhere may the object's colour and the background's be nearly the same."""
    generator = torch.Generator().manual_seed(1)
    views = np.repeat(stored(buffer)[:1], 64, axis=0)
    images = pictures(relight(views, torch.rand(64, 3), VIEW_PX, generator))
    spread = images.reshape(64, -1, 3).std(axis=1).max(axis=1)
    assert (spread > 0.03).mean() > 0.95


def test_a_colour_that_the_caption_names_is_kept():
    generator = torch.Generator().manual_seed(0)
    own = [(200, 45, 40)] * 50
    kept = random_colors(own, [True] * 50, generator)
    torch.testing.assert_close(kept, torch.tensor(own) / 255)
    free = random_colors(own, [False] * 50, generator)
    assert len(torch.unique(free, dim=0)) > 10
