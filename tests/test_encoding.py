"""ClipEncoder on small random models of several families, and on the embedded bundle."""

import numpy as np
import pytest
import torch
import trimesh
from towers import write_model

from mmdesign.encoding import open_encoder, pool
from mmdesign.errors import DesignError, ModelError
from mmdesign.settings import Settings

TEXT = {"context_length": 32, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1}
TOWERS = {
    "resnet": {
        "timm_model_name": "resnet10t", "timm_model_pretrained": False, "timm_pool": "avg",
        "timm_proj": "linear", "image_size": 64,
    },
    "timm-vit": {
        "timm_model_name": "vit_tiny_patch16_224", "timm_model_pretrained": False,
        "timm_pool": "avg", "timm_proj": "linear", "image_size": 224,
    },
    "vit": {"layers": 2, "width": 64, "patch_size": 16, "image_size": 64, "head_width": 32},
    "modified-resnet": {"layers": [1, 1, 1, 1], "width": 16, "image_size": 64},
}  # fmt: skip


@pytest.fixture(scope="module")
def folder_of(tmp_path_factory):
    def make(family):
        config = {"embed_dim": 24, "vision_cfg": TOWERS[family], "text_cfg": TEXT}
        return write_model(tmp_path_factory.mktemp(family), config)

    return make


@pytest.fixture(scope="module")
def images():
    random = np.random.default_rng(1)
    return [random.integers(0, 255, (90, 90, 3), dtype=np.uint8) for _ in range(3)]


@pytest.mark.parametrize("family", TOWERS)
def test_every_tower_family_gives_unit_vectors_and_a_spatial_map(family, folder_of, images):
    encoder = open_encoder(Settings(model=f"local-dir:{folder_of(family)}", device="cpu"))
    pictures, texts = encoder.embed_images(images), encoder.embed_texts(["a bracket", "a mug"])
    heat = encoder.heat(images, texts)
    assert pictures.shape == (3, encoder.width) == (3, 24)
    np.testing.assert_allclose(np.linalg.norm(pictures, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(texts, axis=1), 1, atol=1e-5)
    assert heat.values.shape[:2] == (2, 3)
    assert min(heat.values.shape[2:]) > 1
    assert heat.method


def test_patches_of_an_average_pooled_tower_add_up_to_the_picture(folder_of, images):
    encoder = open_encoder(Settings(model=f"local-dir:{folder_of('resnet')}", device="cpu"))
    added = encoder.patch_features(images).mean(axis=(1, 2))
    np.testing.assert_allclose(added, encoder.embed_images(images), atol=1e-4)


def test_batches_do_not_change_vectors(folder_of, images, monkeypatch):
    encoder = open_encoder(Settings(model=f"local-dir:{folder_of('resnet')}", device="cpu"))
    together = encoder.embed_images(images)
    monkeypatch.setattr("mmdesign.encoding.clip.CPU_BATCH", 1)
    np.testing.assert_allclose(encoder.embed_images(images), together, atol=1e-5)
    assert encoder.embed_images([]).shape == (0, 24)


def test_a_wide_picture_is_padded_not_cropped(folder_of):
    encoder = open_encoder(Settings(model=f"local-dir:{folder_of('resnet')}", device="cpu"))
    wide = np.full((60, 180, 3), 255, np.uint8)
    marked = wide.copy()
    marked[:, :30] = (255, 0, 0)  # a centre crop would not see this edge
    plain, seen = encoder.embed_images([wide, marked])
    assert not np.allclose(plain, seen, atol=1e-3)


def test_a_bundle_works_from_any_folder_and_has_its_own_id(folder_of, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first = open_encoder(Settings(model=f"local-dir:{folder_of('resnet')}", device="cpu"))
    second = open_encoder(Settings(model=f"local-dir:{folder_of('vit')}", device="cpu"))
    assert first.model_id != second.model_id


def test_a_pickled_checkpoint_is_refused_with_the_reason(folder_of):
    folder = folder_of("vit")
    (folder / "open_clip_model.safetensors").rename(folder / "open_clip_pytorch_model.bin")
    with pytest.raises(ModelError, match="safetensors"):
        open_encoder(Settings(model=f"local-dir:{folder}"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("local-dir:/nowhere", "there is no folder"),
        ("a-model-nobody-made", "architecture/weights"),
        ("ViT-B-32/no_such_weights", "not published"),
    ],
)
def test_a_model_that_is_not_there_is_named_and_never_replaced(name, said):
    with pytest.raises(ModelError, match=said):
        open_encoder(Settings(model=name))


def test_asking_for_a_gpu_without_one_is_said(monkeypatch, folder_of):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(ModelError, match="--device cpu"):
        open_encoder(Settings(model=f"local-dir:{folder_of('resnet')}", device="cuda"))


def test_pooling_ignores_view_order_and_keeps_unit_norm():
    views = np.random.default_rng(0).normal(size=(5, 8)).astype(np.float32)
    np.testing.assert_allclose(pool(views), pool(views[::-1]), atol=1e-6)
    assert abs(float(np.linalg.norm(pool(views))) - 1) < 1e-6


@pytest.mark.model
def test_a_text_has_the_same_vector_alone_and_beside_a_longer_one(embedded_encoder):
    encode = embedded_encoder.embed_texts
    long = "a wall mounted aluminium bracket with four countersunk holes and two stiffening ribs"
    alone, beside = encode(["a gear"])[0], encode(["a gear", long])[0]
    np.testing.assert_allclose(alone, beside, atol=1e-4)


@pytest.mark.model
def test_files_of_the_same_part_land_close_together(tmp_path, embedded_encoder):
    box = trimesh.creation.box((40, 30, 10))
    box.export(tmp_path / "box.stl")
    box.export(tmp_path / "box.ply")
    trimesh.creation.icosphere(radius=20).export(tmp_path / "ball.stl")
    box_stl, box_ply, ball = embedded_encoder.embed_files(
        [tmp_path / name for name in ("box.stl", "box.ply", "ball.stl")]
    )
    assert box_stl @ box_ply > 0.999
    assert box_stl @ ball < box_stl @ box_ply


@pytest.mark.model
def test_the_colour_of_a_file_does_not_matter_for_likeness(tmp_path, embedded_encoder):
    box = trimesh.creation.box((40, 30, 10))
    box.export(tmp_path / "plain.stl")
    box.visual.face_colors = (200, 30, 30, 255)
    box.export(tmp_path / "red.ply")
    plain, red = embedded_encoder.embed_files([tmp_path / "plain.stl", tmp_path / "red.ply"])
    assert plain @ red > 0.999


@pytest.mark.model
def test_a_file_that_cannot_be_embedded_is_named(tmp_path, embedded_encoder):
    (tmp_path / "empty.stl").write_bytes(b"")
    with pytest.raises(DesignError, match=r"empty\.stl"):
        embedded_encoder.embed_files([tmp_path / "empty.stl"])
