import time
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from mmdesign.encoding.dense import (
    RANK,
    WEIGHTS_FILE,
    DenseHead,
    open_dense,
    save_dense,
    stage_channels,
    stage_maps,
)
from mmdesign.encoding.heat import Patches
from mmdesign.settings import ASSETS

CHANNELS = (8, 8, 16, 24, 32)
WIDTH = 20


@pytest.fixture
def head():
    torch.manual_seed(0)
    made = DenseHead(CHANNELS, WIDTH)
    for module in made.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.running_mean)
            nn.init.uniform_(module.running_var, 0.5, 2)
            nn.init.uniform_(module.weight, 0.5, 2)
            nn.init.normal_(module.bias)
    return made.eval()


@pytest.fixture(scope="module")
def encoder(embedded_encoder):
    return embedded_encoder


@pytest.fixture(scope="module")
def with_head(encoder):
    torch.manual_seed(0)
    dense = DenseHead(stage_channels(encoder.model.visual.trunk), encoder.width)
    return replace(encoder, dense=dense.eval().requires_grad_(False))


def maps_of(side, count=2):
    generator = torch.Generator().manual_seed(side)
    sides = [-(-side // 2 ** (level + 1)) for level in range(len(CHANNELS))]
    return [
        torch.randn(count, channels, small, small, generator=generator)
        for channels, small in zip(CHANNELS, sides, strict=True)
    ]


def pictures(count=3):
    return list(np.random.default_rng(0).integers(0, 255, (count, 96, 96, 3), np.uint8))


@pytest.mark.parametrize("side", [64, 112, 160])
def test_patches_have_half_of_the_pictures_resolution(head, side):
    with torch.inference_mode():
        assert head(maps_of(side)).shape == (2, RANK, side // 2, side // 2)


def test_a_saved_head_gives_the_same_patches_up_to_half_precision(head, tmp_path):
    save_dense(head, tmp_path)
    opened = open_dense(tmp_path)
    maps = maps_of(64)
    with torch.inference_mode():
        expected, found = head(maps), opened(maps)
    assert (expected - found).norm() < 0.01 * expected.norm()
    assert not any(isinstance(module, nn.BatchNorm2d) for module in opened.modules())


def test_one_picture_does_not_depend_on_the_others_of_its_batch(head):
    maps = maps_of(64)
    with torch.inference_mode():
        alone = head([values[:1] for values in maps])
        together = head(maps)[:1]
    torch.testing.assert_close(alone, together, atol=1e-4, rtol=1e-4)


def test_a_folder_without_a_head_has_none(tmp_path):
    assert open_dense(tmp_path) is None


def test_heat_is_linear_in_the_text(head):
    generator = np.random.default_rng(0)
    patches = Patches(generator.normal(size=(2, 5, 5, RANK)).astype(np.float32), "dense head",
                      head.texts.weight.detach().numpy())  # fmt: skip
    texts = generator.normal(size=(2, WIDTH)).astype(np.float32)
    both = patches.heat(texts).values
    summed = patches.heat(texts.sum(axis=0, keepdims=True)).values
    np.testing.assert_allclose(both.sum(axis=0), summed[0], atol=1e-4)


@pytest.mark.model
def test_seeing_gives_the_same_vectors_as_embedding(with_head):
    vectors, patches = with_head.see(pictures())
    np.testing.assert_allclose(vectors, with_head.embed_images(pictures()), atol=1e-5)
    assert patches.features.shape == (3, 56, 56, RANK)


@pytest.mark.model
def test_seeing_without_a_head_still_gives_vectors_and_patches_at_once(encoder):
    plain = replace(encoder, dense=None)
    vectors, patches = plain.see(pictures())
    np.testing.assert_allclose(vectors, encoder.embed_images(pictures()), atol=1e-5)
    means = patches.features.mean(axis=(1, 2))
    np.testing.assert_allclose(means / np.linalg.norm(means, axis=1, keepdims=True), vectors,
                               atol=1e-5)  # fmt: skip


@pytest.mark.model
def test_heat_asked_for_and_heat_from_what_was_seen_are_the_same(with_head):
    texts = with_head.embed_texts(["a hole", "a rib"])
    seen = with_head.see(pictures())[1].heat(texts)
    asked = with_head.heat(pictures(), texts)
    np.testing.assert_array_equal(seen.values, asked.values)
    assert asked.values.shape == (2, 3, 56, 56)


@pytest.mark.model
def test_the_trunks_maps_end_in_what_its_vectors_are_made_of(encoder):
    trunk = encoder.model.visual.trunk
    pixels = torch.randn(1, 3, 112, 112, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        torch.testing.assert_close(stage_maps(trunk, pixels)[-1], trunk.forward_features(pixels))


@pytest.mark.model
def test_the_embedded_model_has_a_small_head(encoder):
    assert encoder.dense is not None
    assert (ASSETS / "model" / WEIGHTS_FILE).stat().st_size < 5_000_000


@pytest.mark.long
@pytest.mark.model
def test_heat_of_ten_texts_costs_little_beside_the_pictures_vectors(with_head):
    images, texts = pictures(12), with_head.embed_texts(["a hole", "a rib"] * 5)
    ratios = []
    for _ in range(9):
        begun = time.process_time()
        with_head.embed_images(images)
        between = time.process_time()
        with_head.see(images)[1].heat(texts)
        ratios.append((time.process_time() - between) / (between - begun))
    assert np.median(ratios) < 1.3
