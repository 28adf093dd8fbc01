"""Geometry buffers -> pictures, lit differently every time; the app's own look among them."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from mmdesign.domain import ByteArray
from mmdesign.rendering.look import (
    AMBIENT,
    BACKGROUND_BOTTOM,
    BACKGROUND_TOP,
    CLAY,
    EDGE,
    EDGE_OPACITY,
    GLOSS,
    GLOSS_EXPONENT,
    LIGHTS,
)
from mmdesign.training.model import IMAGE_MEAN, IMAGE_STD

APP_LOOK_SHARE = 0.5
DRAWING_SHARE = 0.1
"""Flat colour and black lines, as in a sketch or a technical drawing."""
PAPER = 0.97
WARP_SHARE = 0.6
LEAST_CONTRAST = 0.18
"""A background nearer than this to the object's colour would hide the object."""


@dataclass(frozen=True, slots=True)
class Paint:
    """The base colours of a batch."""

    colors: Tensor
    """(B, 3) in [0, 1]."""
    kept: Tensor
    """(B,) whether words rely on the colour: no look may change it then."""


def relight(
    views: Tensor, paint: Paint, size_px: int, generator: torch.Generator, marked: Tensor
) -> tuple[Tensor, Tensor]:
    """Light, colour, frame and disturb a batch, on the device that the views are on.

    Args:
        views: (B, H, W, CHANNELS) stored geometry, uint8.
        paint: Base colours.
        size_px: Height and width of the pictures.
        generator: The source of chance, of the same device.
        marked: (B,) value of the feature channel to follow through frame and mirror.

    Returns:
        (B, 3, size_px, size_px) normalised pictures and (B, 1, size_px, size_px) shares of each
        pixel that the marked feature fills.
    """
    mark = (views[..., 5] == marked[:, None, None])[:, None]
    images, maps = relight_marked(views, paint, size_px, generator, mark)
    return images, maps[:, 1:]


def relight_marked(
    views: Tensor, paint: Paint, size_px: int, generator: torch.Generator, marks: Tensor
) -> tuple[Tensor, Tensor]:
    """The same, for any masks.

    Args:
        views: (B, H, W, CHANNELS) stored geometry, uint8.
        paint: Base colours.
        size_px: Height and width of the pictures.
        generator: The source of chance, of the same device.
        marks: (B, M, H, W) what to follow through frame and mirror.

    Returns:
        (B, 3, size_px, size_px) normalised pictures and (B, 1 + M, size_px, size_px) shares of
        each pixel that the design and the marks fill.
    """
    maps = torch.cat([_maps(views), marks.float()], dim=1)
    if size_px != maps.shape[-1]:
        maps = functional.interpolate(maps, size=(size_px, size_px), mode="area")
    if _chance(1, generator).item() < WARP_SHARE:
        maps = _warped(maps, generator)
    count = len(maps)
    draw = _chance(count, generator)
    app = draw < APP_LOOK_SHARE
    drawn = draw > 1 - DRAWING_SHARE
    lit = _lit(maps, paint, _Looks(app, drawn), generator)
    background = _backgrounds(count, paint.colors, app, size_px, generator)
    paper = drawn & ~paint.kept
    background = torch.where(paper[:, None, None, None], torch.full_like(background, PAPER),
                             background)  # fmt: skip
    coverage = maps[:, 2:3]
    images = lit * coverage + background * (1 - coverage)
    return normalised(_disturbed(images, generator)), torch.cat([coverage, maps[:, 5:]], dim=1)


def app_look(views: ByteArray, size_px: int, colors: Tensor | None = None) -> Tensor:
    """Normalised pictures exactly as the app takes them, without any chance."""
    maps = _maps(torch.from_numpy(views))
    if size_px != maps.shape[-1]:
        maps = functional.interpolate(maps, size=(size_px, size_px), mode="bilinear",
                                      antialias=True)  # fmt: skip
    count = len(maps)
    base = torch.tensor([CLAY], dtype=torch.float32).expand(count, 3) / 255
    if colors is not None:
        base = 0.14 + 0.80 * colors
    directions = _app_directions(count)
    strengths = torch.tensor([light[1] for light in LIGHTS]).expand(count, -1)
    look = torch.tensor([AMBIENT, GLOSS, EDGE_OPACITY, 0.65]).expand(count, -1)
    lit = _shaded(maps, base, directions, strengths, look)
    background = _gradient(
        torch.tensor([BACKGROUND_TOP]).expand(count, 3) / 255,
        torch.tensor([BACKGROUND_BOTTOM]).expand(count, 3) / 255,
        maps.shape[-1],
    )
    return normalised(lit * maps[:, 2:3] + background * (1 - maps[:, 2:3]))


def normalised(images: Tensor) -> Tensor:
    """[0, 1] pictures as the vision tower wants them."""
    mean = torch.tensor(IMAGE_MEAN)[:, None, None]
    std = torch.tensor(IMAGE_STD)[:, None, None]
    return ((images - mean) / std).contiguous(memory_format=torch.channels_last)


def _maps(views: Tensor) -> Tensor:
    """(B, 5, H, W): normal x and y in [-1, 1]; coverage, edges, openness in [0, 1]."""
    raw = views[..., :5].permute(0, 3, 1, 2).float()
    return torch.cat([(raw[:, :2] - 128) / 127, raw[:, 2:] / 255], dim=1)


def _chance(count: int, generator: torch.Generator, columns: int | None = None) -> Tensor:
    shape = (count,) if columns is None else (count, columns)
    return torch.rand(shape, generator=generator, device=generator.device)


def _warped(maps: Tensor, generator: torch.Generator) -> Tensor:
    """Zoom, shift and mirror every picture a little."""
    count = len(maps)
    zoom = 0.85 + 0.5 * _chance(count, generator)
    mirror = torch.where(_chance(count, generator) < 0.5, 1.0, -1.0)
    shift = (_chance(count, generator, 2) - 0.5) * 0.25
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = zoom * mirror, zoom
    theta[:, :, 2] = shift
    grid = functional.affine_grid(theta, list(maps.shape), align_corners=False)
    warped = functional.grid_sample(maps, grid, mode="bilinear", align_corners=False)
    warped[:, 0] *= mirror[:, None, None]
    return warped


def _app_directions(count: int) -> Tensor:
    directions = functional.normalize(torch.tensor([light[0] for light in LIGHTS]), dim=-1)
    return directions.expand(count, -1, -1)


@dataclass(frozen=True, slots=True)
class _Looks:
    """(B,) which pictures look like the app's and which are drawn; the others are lit by chance."""

    app: Tensor
    drawn: Tensor


def _lit(maps: Tensor, paint: Paint, looks: _Looks, generator: torch.Generator) -> Tensor:
    count, lights = len(maps), len(LIGHTS)
    is_app, is_drawn = looks.app[:, None], looks.drawn[:, None]
    free = torch.randn(count, lights, 3, generator=generator) + torch.tensor([0.0, 0.4, 0.9])
    jitter = _app_directions(count) + 0.1 * torch.randn(count, lights, 3, generator=generator)
    directions = functional.normalize(torch.where(is_app[..., None], jitter, free), dim=-1)
    own = torch.tensor([light[1] for light in LIGHTS]).expand(count, -1)
    random = _chance(count, generator, lights) * torch.tensor([0.9, 0.5, 0.3])
    strengths = torch.where(is_app, own, random * ~is_drawn)
    chance = _chance(count, generator, 4)
    wild = torch.stack([0.25 + 0.4 * chance[:, 0], 0.4 * chance[:, 1] ** 2, chance[:, 2],
                        0.8 * chance[:, 3]], dim=1)  # fmt: skip
    # the app draws at twice our size: its edges come out thinner or as strong, by chance
    mild = torch.stack([torch.full((count,), AMBIENT), torch.full((count,), GLOSS),
                        EDGE_OPACITY * (0.5 + 0.5 * chance[:, 2]),
                        torch.full((count,), 0.65)], dim=1)  # fmt: skip
    flat = torch.tensor([1.0, 0.0, 1.0, 0.0]).expand(count, 4)
    look = torch.where(is_app, mild, torch.where(is_drawn, flat, wild))
    base = torch.where(is_app, 0.14 + 0.80 * paint.colors, paint.colors)
    base = torch.where(is_drawn & ~paint.kept[:, None], torch.full_like(base, PAPER), base)
    return _shaded(maps, base, directions, strengths, look)


def _shaded(
    maps: Tensor, base: Tensor, directions: Tensor, strengths: Tensor, look: Tensor
) -> Tensor:
    """(B, 3, H, W); look holds ambient light, gloss, edge opacity and depth of occlusion."""
    flat = maps[:, :2]
    upright = (1 - flat.square().sum(dim=1, keepdim=True)).clamp_min(0).sqrt()
    normals = torch.cat([flat, upright], dim=1)
    ambient, gloss, opacity, depth = look.T[:, :, None, None, None]
    towards = torch.einsum("bchw,blc->blhw", normals, directions).clamp_min(0)
    brightness = ambient + torch.einsum("blhw,bl->bhw", towards, strengths)[:, None]
    halfway = functional.normalize(directions[:, 0] + torch.tensor([0.0, 0.0, 1.0]), dim=-1)
    shine = torch.einsum("bchw,bc->bhw", normals, halfway)[:, None].clamp_min(0)
    openness = maps[:, 4:5]
    brightness = brightness * (1 - depth + depth * openness)
    lit = base[:, :, None, None] * brightness + gloss * shine**GLOSS_EXPONENT * openness
    ink = opacity * maps[:, 3:4]
    edge = torch.tensor(EDGE)[:, None, None] / 255
    inked: Tensor = lit.clamp_max(1) * (1 - ink) + edge * ink
    return inked


def _backgrounds(
    count: int, colors: Tensor, app: Tensor, size_px: int, generator: torch.Generator
) -> Tensor:
    white = torch.tensor([BACKGROUND_TOP, BACKGROUND_BOTTOM]) / 255
    is_app = app[:, None]
    top = torch.where(is_app, white[0], _chance(count, generator, 3))
    near = (top - colors).abs().amax(dim=1, keepdim=True) < LEAST_CONTRAST
    top = torch.where(near & ~is_app, (top + 0.5) % 1.0, top)
    bottom = torch.where(is_app, white[1], top * (0.7 + 0.3 * _chance(count, generator, 1)))
    return _gradient(top, bottom, size_px)


def _gradient(top: Tensor, bottom: Tensor, size_px: int) -> Tensor:
    steps = torch.linspace(0, 1, size_px)[None, None, :, None]
    return top[:, :, None, None] * (1 - steps) + bottom[:, :, None, None] * steps


def _disturbed(images: Tensor, generator: torch.Generator) -> Tensor:
    count = len(images)
    strength = (0.06 * _chance(count, generator) ** 2)[:, None, None, None]
    gain = (0.9 + 0.2 * _chance(count, generator))[:, None, None, None]
    noise = torch.randn(images.shape, generator=generator)
    return (images * gain + strength * noise).clamp(0, 1)


def random_paint(
    own: Sequence[tuple[int, int, int]], kept: Sequence[bool], generator: torch.Generator
) -> Paint:
    """Each design's own colour where it must be kept, else clay or any."""
    wanted = torch.tensor(own, dtype=torch.float32) / 255
    clay = torch.tensor(CLAY, dtype=torch.float32) / 255
    draw = _chance(len(own), generator)[:, None]
    other = torch.where(draw < 0.55, clay, _chance(len(own), generator, 3))
    keep = torch.tensor(kept)
    return Paint(torch.where(keep[:, None], wanted, other), keep)
