"""Heat of every vision tower family, on small towers with random weights."""

import time

import numpy as np
import open_clip
import pytest
import torch
from torch import nn

from mmdesign.encoding.gradients import deepest_layer, gradient_maps
from mmdesign.encoding.looking import GRADIENTS, OCCLUSION, Looker
from mmdesign.encoding.towers import patch_outputs
from mmdesign.errors import ModelError

WIDTH = 192
TEXT = {"context_length": 8, "vocab_size": 64, "width": 32, "heads": 2, "layers": 1}
VIT = {"layers": 3, "width": 64, "patch_size": 16, "image_size": 64, "head_width": 32}


def timm(name, size_px, pool="avg", proj="linear"):
    return {
        "timm_model_name": name, "timm_model_pretrained": False, "timm_pool": pool,
        "timm_proj": proj, "image_size": size_px,
    }  # fmt: skip


SMALL = {
    "ViT": (VIT, "transformer.resblocks.2.ln_1", 4),
    "ViT, averaged": ({**VIT, "pool_type": "avg"}, "ln_post", 4),
    "CoCa": (
        {**VIT, "attentional_pool": True, "attn_pooler_queries": 4, "attn_pooler_heads": 2},
        "attn_pool.ln_k", 4,
    ),
    "ModifiedResNet": ({"layers": [1, 1, 1, 1], "width": 16, "image_size": 128}, "layer4", 4),
    "ResNet": (timm("resnet10t", 128), "trunk.layer4", 4),
    "ConvNeXt": (timm("convnext_atto", 128, ""), "trunk.norm_pre", 4),
    "FastViT": (timm("fastvit_t8", 128), "trunk.final_conv", 4),
}  # fmt: skip
LARGE = {
    "SigLIP": (timm("vit_tiny_patch16_224", 224, "map", "none"), "trunk.attn_pool.kv", 14),
    "EVA": (timm("eva02_tiny_patch14_224", 224, "token"), "trunk.blocks.11.norm1", 16),
    "Swin": (timm("swin_tiny_patch4_window7_224", 224), "trunk.norm", 7),
    "ViTamin": (timm("vitamin_small_224", 224, ""), "trunk.norm", 14),
}
FAMILIES = [
    *SMALL,
    *(pytest.param(name, marks=pytest.mark.slow) for name in LARGE),
]


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def tower(family):
    config, path, side = {**SMALL, **LARGE}[family]
    torch.manual_seed(0)
    model = open_clip.CLIP(embed_dim=WIDTH, vision_cfg=config, text_cfg=TEXT)
    pixels = torch.randn(2, 3, config["image_size"], config["image_size"])
    return model.eval().requires_grad_(False), pixels, path, side


def directions(count):
    return nn.functional.normalize(torch.randn(count, WIDTH), dim=-1)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_explained_at_its_deepest_live_layer(family):
    model, pixels, path, side = tower(family)
    looker = Looker(model.visual, model.encode_image)
    maps, method, layer = looker.maps(pixels, directions(3), batch=8)
    assert (method, layer) == (GRADIENTS, path)
    assert maps.shape == (3, 2, side, side)
    assert ((maps != 0).float().mean(dim=(2, 3)) > 0.9).all()


@pytest.mark.parametrize("family", FAMILIES)
def test_a_map_says_how_the_cosine_changes_when_places_fade(family):
    """Fading all places of the layer by a little, less the prefix tokens, by finite difference."""
    model, pixels, _, _ = tower(family)
    model, pixels = model.double(), pixels.double()
    texts = directions(2).double()
    layer = deepest_layer(model.visual, model.encode_image, pixels[:1])
    maps = gradient_maps(model.visual, model.encode_image, layer, pixels, texts)
    step = 1e-5

    def cosines(weights):
        def fade(_module, _inputs, output):
            faded = output.clone()
            if layer.layout == "LC":
                faded[:, layer.prefix :] *= weights.reshape(1, -1, 1)
            elif layer.layout == "CHW":
                faded *= weights
            else:
                faded *= weights[..., None]
            return faded

        handle = model.visual.get_submodule(layer.path).register_forward_hook(fade)
        vectors = nn.functional.normalize(model.encode_image(pixels), dim=-1)
        handle.remove()
        return texts @ vectors.T

    pattern = torch.rand(layer.height, layer.width, dtype=torch.float64)
    change = (cosines(1 + step * pattern) - cosines(1 - step * pattern)) / (2 * step)
    # A fused attention in the finite difference against the plain one: float rounding only.
    said = (maps.double() * pattern).sum(dim=(2, 3)) / (layer.height * layer.width)
    torch.testing.assert_close(said, change, rtol=1e-3, atol=1e-6)


def test_where_a_tower_averages_the_map_is_its_exact_share_less_what_all_texts_share():
    model, pixels, _, _ = tower("ResNet")
    texts = directions(3)
    outputs = patch_outputs(model.visual, pixels)
    whole = outputs.mean(dim=(1, 2))
    norms = whole.norm(dim=-1)
    shares = torch.einsum("nhwd,rd->rnhw", outputs, texts) / norms[:, None, None]
    own = torch.einsum("nhwd,nd->nhw", outputs, whole) / norms[:, None, None] ** 2
    cosines = texts @ nn.functional.normalize(whole, dim=-1).T
    looker = Looker(model.visual, model.encode_image)
    maps, _, _ = looker.maps(pixels, texts, batch=1)
    torch.testing.assert_close(maps, shares - cosines[..., None, None] * own, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize("family", ["ResNet", "FastViT"])
def test_an_averaging_tower_is_taken_apart_exactly(family):
    model, pixels, _, side = tower(family)
    outputs = patch_outputs(model.visual, pixels)
    assert outputs.shape == (2, side, side, WIDTH)
    torch.testing.assert_close(
        outputs.mean(dim=(1, 2)), model.encode_image(pixels), rtol=1e-3, atol=1e-5
    )


@pytest.mark.parametrize("family", ["ViT", "ModifiedResNet", "ConvNeXt"])
def test_a_tower_that_is_no_mean_over_places_is_not_taken_apart(family):
    model, pixels, _, _ = tower(family)
    with pytest.raises(ModelError, match="mean over places"):
        patch_outputs(model.visual, pixels)


def test_texts_and_pictures_do_not_change_each_other_s_maps():
    model, pixels, _, _ = tower("ViT")
    texts = directions(4)
    looker = Looker(model.visual, model.encode_image)
    together, _, _ = looker.maps(pixels, texts, batch=8)
    alone, _, _ = looker.maps(pixels[1:], texts[2:3], batch=8)
    one_by_one, _, _ = looker.maps(pixels, texts, batch=1)
    torch.testing.assert_close(together[2:3, 1:], alone, rtol=1e-4, atol=1e-6)
    torch.testing.assert_close(together, one_by_one, rtol=1e-4, atol=1e-6)
    torch.testing.assert_close(
        looker.maps(pixels, -texts, batch=8)[0], -together, rtol=1e-4, atol=1e-6
    )


class Scale(nn.Module):
    """Sees one corner only, and has no map of places."""

    def __init__(self, corner):
        super().__init__()
        torch.manual_seed(1)
        weight = torch.zeros(WIDTH, 3, 56, 56)
        rows, columns = corner
        weight[..., rows, columns] = torch.randn(WIDTH, 3, 14, 14)
        self.weight, self.bias = nn.Parameter(weight.flatten(1)), nn.Parameter(torch.ones(WIDTH))

    def forward(self, pixels):
        return nn.functional.linear(pixels.flatten(1), self.weight, self.bias)


@pytest.mark.parametrize(
    ("corner", "place"),
    [((slice(0, 14), slice(0, 14)), (0, 0)), ((slice(42, 56), slice(0, 14)), (6, 0))],
)
def test_a_tower_without_a_map_is_explained_by_covering_places(corner, place):
    visual = Scale(corner).requires_grad_(False)
    pixels = torch.randn(1, 3, 56, 56)
    text = nn.functional.normalize(visual(pixels), dim=-1)
    maps, method, layer = Looker(visual, visual).maps(pixels, text, batch=16)
    assert (method, layer) == (OCCLUSION, "")
    hottest = np.unravel_index(int(maps[0, 0].argmax()), (7, 7))
    assert max(abs(hottest[0] - place[0]), abs(hottest[1] - place[1])) <= 1
    assert maps[0, 0, 3, 3] == pytest.approx(0, abs=1e-5)


@pytest.mark.long
@pytest.mark.parametrize("name", ["ViT-B-32", "convnext_base"])
def test_ten_requirements_on_twelve_views_cost_at_most_four_forwards(name):
    torch.manual_seed(0)
    model = open_clip.create_model(name, pretrained=None).eval().requires_grad_(False)
    pixels = torch.randn(12, 3, 224, 224)
    texts = nn.functional.normalize(torch.randn(10, 512), dim=-1)
    looker = Looker(model.visual, model.encode_image)
    looker.maps(pixels[:1], texts[:1], batch=32)  # finds the layer

    def seconds(work):
        start = time.thread_time()
        work()
        return time.thread_time() - start

    def forward():
        with torch.inference_mode():
            model.encode_image(pixels)

    whole = min(seconds(forward) for _ in range(3))
    heat = min(seconds(lambda: looker.maps(pixels, texts, batch=32)) for _ in range(2))
    print(f"{name}: heat costs {heat / whole:.2f} forwards")
    assert heat <= 4 * whole
