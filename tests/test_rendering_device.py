"""The z-buffer on a device that was named: the same faces as rays see, on the CPU and on a GPU."""

import numpy as np
import pytest
import torch
import trimesh

from mmdesign.domain import Mesh
from mmdesign.rendering import cameras, gbuffer_of_scene, open_scene, render, render_and_clay
from mmdesign.review import render_device
from mmdesign.settings import Settings

SIZE_PX = 64
AGREE = 0.9999
DEVICES = [
    "cpu",
    pytest.param(
        "cuda",
        marks=[
            pytest.mark.gpu,
            pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no GPU here"),
        ],
    ),
]


@pytest.fixture(scope="module")
def part():
    solid = trimesh.creation.annulus(r_min=8, r_max=20, height=12, sections=64)
    faces = np.asarray(solid.faces, np.int32)
    return Mesh(np.asarray(solid.vertices), faces, np.zeros(len(faces), np.int32), ("part",),
                face_colors=np.full((len(faces), 3), (200, 40, 40), np.uint8))  # fmt: skip


@pytest.mark.parametrize("device", DEVICES)
def test_the_zbuffer_agrees_with_embree_on_faces_and_depth(part, device):
    views = cameras(part)
    rays = gbuffer_of_scene(open_scene(part, "embree"), part, views, 4 * SIZE_PX, 1)
    drawn = gbuffer_of_scene(open_scene(part, device=device), part, views, 4 * SIZE_PX, 1)
    assert (rays.face_index == drawn.face_index).mean() >= AGREE
    both = (rays.face_index >= 0) & (drawn.face_index >= 0)
    far = np.abs(rays.depth[both] - drawn.depth[both]) > 1e-3
    assert far.mean() <= 1 - AGREE
    assert (np.abs(rays.edges - drawn.edges) > 0).mean() < 5e-3


@pytest.mark.parametrize("device", DEVICES)
def test_pictures_of_a_named_device_look_like_those_of_rays(part, device):
    rays, _ = render_and_clay(part, SIZE_PX)
    drawn, clay = render_and_clay(part, SIZE_PX, device)
    for one, other in zip(rays, drawn, strict=True):
        assert np.abs(one.image.astype(int) - other.image).mean() < 6
    assert (
        drawn[0].image.reshape(-1, 3).std(axis=1).max()
        > clay[0].image.reshape(-1, 3).std(axis=1).max()
    )
    (again,) = render(part, SIZE_PX, cameras(part)[:1], device=device)
    assert np.array_equal(again.image, drawn[0].image)


def test_embree_draws_on_no_device(part):
    with pytest.raises(ValueError, match="CPU only"):
        open_scene(part, "embree", "cuda")


def test_only_a_gpu_that_was_named_renders():
    named = {name: render_device(Settings(device=name).device) for name in ("auto", "cpu", "cuda")}
    assert named == {"auto": None, "cpu": None, "cuda": "cuda"}
    assert render_device("cuda:1") == "cuda:1"
