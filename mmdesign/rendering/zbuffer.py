"""The same pictures without Embree: a z-buffer in plain torch, on the CPU or a GPU.

Triangles are cut into tiles of equal size, all candidate samples of a batch of tiles are tested
at once, and a single scatter-minimum over (depth, face) packed into one int64 settles who is
in front. It shares no code with Embree, which makes the two each other's oracle.
"""

import numpy as np
import torch

from mmdesign.domain import Camera, DoubleArray, FloatArray, Mesh
from mmdesign.rendering.framing import look_from
from mmdesign.rendering.hits import Hits, IndexArray, sphere_points

TILES_PX = (2, 4, 8, 16)
"""A triangle is drawn in tiles as large as its box; larger ones get several of the last size."""
BATCH = 1 << 21
"""Candidate samples tested at once."""
NOTHING = torch.iinfo(torch.int64).max
INSIDE = -1e-9
"""Barycentric weight from which on a sample is inside: shared edges must not leave cracks."""
SHADOW_MAPS = 48
SHADOW_PX = 256


class ZBufferScene:
    """A mesh in torch tensors, ready to be drawn by any camera."""

    def __init__(self, mesh: Mesh, device: str | None = None) -> None:
        self._device = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self._vertices_mm = mesh.vertices
        self._faces = torch.as_tensor(mesh.faces, dtype=torch.int64, device=self._device)
        self._shadow_maps: list[tuple[Camera, FloatArray]] = []

    def trace(self, camera: Camera, samples_px: int) -> Hits:
        """See the mesh through a camera; see `hits.Scene`."""
        corners = self._projected(camera, samples_px)  # (F, 3, 3)
        nearest = torch.full((samples_px * samples_px,), NOTHING, device=self._device)
        low = torch.ceil(corners[..., :2].amin(1) - 0.5).clamp(min=0).long()
        high = torch.floor(corners[..., :2].amax(1) - 0.5).clamp(max=samples_px - 1).long()
        sides = (high - low + 1).amax(1)
        visible = ((high >= low).all(1)) & (_twice_area(corners).abs() > 0)
        for index, tile_px in enumerate(TILES_PX):
            fits = sides > (TILES_PX[index - 1] if index else 0)
            if tile_px != TILES_PX[-1]:
                fits &= sides <= tile_px
            chosen = torch.nonzero(visible & fits)[:, 0]
            _draw(nearest, corners, chosen, (low, high), tile_px)
        return self._hits(nearest, corners, camera.frame_mm / samples_px)

    def openness(
        self, points_mm: DoubleArray, normals: FloatArray, dealt: IndexArray, reach_mm: float
    ) -> FloatArray:
        """Tell how much each point sees, by shadow maps from all around; see `hits.Scene`."""
        # Every point is tested against the same maps. They only know the outermost surface, so
        # whatever lies between it and the point shades, however far it is.
        del dealt, reach_mm
        free, total = np.zeros(len(points_mm), np.float32), np.full(len(points_mm), 1e-6)
        for camera, depth_mm in self._shadows():
            cosine = np.maximum(normals @ camera.world_from_camera[:3, 2].astype(np.float32), 0)
            local = (points_mm - camera.world_from_camera[:3, 3]) @ camera.world_from_camera[:3, :3]
            columns, rows = (local[:, :2] * (1, -1) / camera.frame_mm + 0.5).T * SHADOW_PX
            inside = [np.clip(index.astype(int), 0, SHADOW_PX - 1) for index in (rows, columns)]
            gap_mm = -local[:, 2] - depth_mm[inside[0], inside[1]]
            blocked = gap_mm > 1.5 * camera.frame_mm / SHADOW_PX
            free += cosine * ~blocked
            total += cosine
        return np.asarray(free / total, np.float32)

    def _shadows(self) -> list[tuple[Camera, FloatArray]]:
        if not self._shadow_maps:
            for direction in sphere_points(SHADOW_MAPS).astype(np.float64):
                up = np.eye(3)[np.abs(direction).argmin()]
                camera = look_from("shadow", direction, up, self._vertices_mm)
                hits = self.trace(camera, SHADOW_PX)
                depth = np.where(hits.face_index >= 0, hits.depth_mm, np.inf)
                self._shadow_maps.append((camera, depth.reshape(SHADOW_PX, SHADOW_PX)))
        return self._shadow_maps

    def _projected(self, camera: Camera, samples_px: int) -> torch.Tensor:
        """Corners of all faces in samples: column, row and distance from the camera plane."""
        axes, eye = camera.world_from_camera[:3, :3], camera.world_from_camera[:3, 3]
        local = (self._vertices_mm - eye) @ axes * (samples_px / camera.frame_mm)
        local = local * (1, -1, -1) + (samples_px / 2, samples_px / 2, 0)
        return torch.as_tensor(local, device=self._device)[self._faces]

    def _hits(self, nearest: torch.Tensor, corners: torch.Tensor, sample_mm: float) -> Hits:
        samples_px = round(len(nearest) ** 0.5)
        face_index = torch.where(nearest == NOTHING, -1, nearest & 0xFFFFFFFF)
        sample = torch.arange(len(nearest), device=self._device)
        weights = _weights(corners[face_index], sample % samples_px, sample // samples_px)
        depth = (weights * corners[face_index][..., 2]).sum(1) * sample_mm
        return Hits(
            face_index.to(torch.int32).cpu().numpy(),
            weights[:, 1].float().cpu().numpy(),
            weights[:, 2].float().cpu().numpy(),
            depth.float().cpu().numpy(),
        )


def _draw(
    nearest: torch.Tensor,
    corners: torch.Tensor,
    chosen: torch.Tensor,
    box: tuple[torch.Tensor, torch.Tensor],
    tile_px: int,
) -> None:
    """Draw the chosen faces into the packed z-buffer."""
    samples_px = round(len(nearest) ** 0.5)
    low, high = box[0][chosen], box[1][chosen]
    tiles = (high - low) // tile_px + 1
    counts = tiles.prod(1)
    owner = torch.repeat_interleave(counts)
    within = torch.arange(len(owner), device=owner.device) - (counts.cumsum(0) - counts)[owner]
    left = low[owner, 0] + within % tiles[owner, 0] * tile_px
    top = low[owner, 1] + within // tiles[owner, 0] * tile_px
    step = torch.arange(tile_px * tile_px, device=owner.device)
    per_batch = BATCH // len(step)
    for first in range(0, len(owner), per_batch):
        part = slice(first, first + per_batch)
        columns = left[part, None] + step % tile_px
        rows = top[part, None] + step // tile_px
        face = chosen[owner[part]][:, None]
        own = corners[face[:, 0]][:, None]  # (tiles, 1, 3, 3)
        weights = _weights(own, columns, rows)
        depth = (weights * own[..., 2]).sum(-1)
        drawn = (weights.amin(-1) >= INSIDE) & (depth > 0)
        drawn &= (columns < samples_px) & (rows < samples_px)
        packed = (depth.float().view(torch.int32).long() << 32) | face
        where = (rows * samples_px + columns)[drawn]
        nearest.scatter_reduce_(0, where, packed[drawn], "amin")


def _weights(corners: torch.Tensor, columns: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
    """Barycentric weights of sample centres, (..., 3)."""
    x, y = columns + 0.5, rows + 0.5
    to_x, to_y = corners[..., 0] - x[..., None], corners[..., 1] - y[..., None]
    crosses = [
        to_x[..., (corner + 1) % 3] * to_y[..., (corner + 2) % 3]
        - to_x[..., (corner + 2) % 3] * to_y[..., (corner + 1) % 3]
        for corner in range(3)
    ]
    areas = torch.stack(crosses, -1)
    return areas / areas.sum(-1, keepdim=True)


def _twice_area(corners: torch.Tensor) -> torch.Tensor:
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]
