"""Pictures prepared many at a time: what open_clip makes of each, up to rounding."""

import numpy as np
import pytest
import torch
from open_clip.transform import PreprocessCfg, image_transform_v2
from PIL import Image

from mmdesign.encoding.preparing import Squares, preparation

MEAN, STD = (0.4, 0.5, 0.6), (0.2, 0.25, 0.3)
LEVELS = 2
"""Of 255: torch and Pillow round the sums of a resize in other places."""


def transform(mode, side_px=64, interpolation="bicubic"):
    described = PreprocessCfg(
        size=(side_px, side_px), mean=MEAN, std=STD, interpolation=interpolation, resize_mode=mode
    )
    return image_transform_v2(described, is_train=False)


def plain(preprocess, images):
    return torch.stack([preprocess(Image.fromarray(image)) for image in images])


@pytest.mark.parametrize("mode", ["squash", "shortest"])
@pytest.mark.parametrize("side", [33, 64, 200, 511])
def test_squares_of_every_size_become_what_open_clip_makes_of_them(mode, side):
    images = list(np.random.default_rng(side).integers(0, 256, (3, side, side, 3), np.uint8))
    images += [np.full((50, 50, 3), 90, np.uint8)]  # of another size, in the same batch
    preprocess = transform(mode)
    prepare = preparation(preprocess)
    assert isinstance(prepare, Squares)
    before = [image.copy() for image in images]
    difference = (prepare(images) - plain(preprocess, images)).abs()
    assert difference.max() <= LEVELS / 255 / min(STD) + 1e-6
    assert (difference > 1e-6).float().mean() < 0.05
    assert all(np.array_equal(a, b) for a, b in zip(images, before, strict=True))


def test_other_preprocessing_is_left_to_open_clip():
    images = list(np.random.default_rng(0).integers(0, 256, (2, 90, 90, 3), np.uint8))
    for preprocess in (
        transform("squash", interpolation="bilinear"),
        transform("longest"),
        lambda picture: torch.from_numpy(np.asarray(picture).copy()).permute(2, 0, 1),
    ):
        prepare = preparation(preprocess)
        assert not isinstance(prepare, Squares)
        assert torch.equal(prepare(images), plain(preprocess, images))
