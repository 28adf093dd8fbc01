"""What a vector does when the design stays the same and its file or its pictures change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import manifold3d
import numpy as np

from mmdesign.domain import ByteArray, Camera, FloatArray, Mesh
from mmdesign.rendering import VIEWPOINTS, look_from, render
from mmdesign.training.dataset import VIEW_PX, Record
from mmdesign.training.evaluation.figures import CHANCE, MODEL, Figure, figures_of
from mmdesign.training.evaluation.looks import through_jpeg
from mmdesign.training.evaluation.procedural import (
    caption_of,
    family_prototypes,
    meshes_of,
    naming_places,
)
from mmdesign.training.evaluation.ranking import Places
from mmdesign.training.evaluation.subject import Subject
from mmdesign.training.parts import FAMILIES

HOLDING = "Robustness: the same designs, disturbed"
UNDISTURBED = "as they are"
KEPT_FACES = 0.2
COARSEST = 0.05
"""Largest move of a surface while faces are taken away, in diagonals of the part."""
STEPS = 10
"""Halvings of the tolerance."""
ROUGHNESS = 0.005
"""Standard deviation of the vertices' noise, in diagonals of the part."""
TILT_DEG = 15.0
FEW_VIEWS = ("iso front right", "iso back left", "front", "top")
BACKGROUNDS: Mapping[str, tuple[int, int, int]] = {
    "black background": (0, 0, 0), "green background": (90, 160, 90),
    "grey background": (128, 128, 128),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Shots:
    """Pictures of one design and where they show background."""

    images: ByteArray
    free: np.ndarray


def holding(subject: Subject, records: Sequence[Record], title: str) -> list[Figure]:
    """Every disturbance: cosine to the undisturbed vectors, and what finding and naming lose."""
    meshes = [
        replace(mesh, face_colors=np.tile(np.array(record.color, np.uint8), (len(mesh.faces), 1)))
        for mesh, record in zip(meshes_of(records), records, strict=True)
    ]
    shots = [_shoot(mesh) for mesh in meshes]
    base = subject.designs(shot.images for shot in shots)
    prototypes = family_prototypes(subject)
    texts = subject.texts([caption_of(record).text for record in records])

    def row(means: FloatArray) -> dict[str, float]:
        return {
            "cosine": float((means * base).sum(axis=1).mean()),
            "R@10": Places.of(texts @ means.T, np.arange(len(records))).recall(10),
            "family, top 1": naming_places(means, prototypes, records).recall(1),
        }

    untouched, figures = row(base), []
    for name, means in {UNDISTURBED: base, **_disturbed(subject, meshes, shots)}.items():
        values = row(means)
        lost = {
            f"{what} lost": untouched[what] - values[what] for what in ("R@10", "family, top 1")
        }
        figures += figures_of(HOLDING, f"{title}: {name}", MODEL, {**values, **lost}, len(records))
    chance = {"R@10": min(10 / len(records), 1.0), "family, top 1": 1 / len(FAMILIES)}
    return figures + figures_of(HOLDING, title, CHANCE, chance, len(records))


def _disturbed(
    subject: Subject, meshes: Sequence[Mesh], shots: Sequence[_Shots]
) -> dict[str, FloatArray]:
    few = [tuple(VIEWPOINTS).index(name) for name in FEW_VIEWS]
    seen = {
        name: subject.designs(_shoot(change(mesh)).images for mesh in meshes)
        for name, change in CHANGES.items()
    }
    seen["12 other views"] = subject.designs(
        _shoot(mesh, between_the_named(mesh)).images for mesh in meshes
    )
    seen["4 views"] = subject.designs(shot.images[few] for shot in shots)
    seen["JPEG q30"] = subject.designs(through_jpeg(shot.images) for shot in shots)
    for name, color in BACKGROUNDS.items():
        seen[name] = subject.designs(
            np.where(shot.free[..., None], np.array(color, np.uint8), shot.images) for shot in shots
        )
    return seen


def _shoot(mesh: Mesh, viewpoints: tuple[Camera, ...] | None = None) -> _Shots:
    views = render(mesh, VIEW_PX, viewpoints)
    seen = np.stack([np.asarray(view.face_index) for view in views])
    return _Shots(np.stack([view.image for view in views]), seen < 0)


def between_the_named(mesh: Mesh) -> tuple[Camera, ...]:
    """Twelve cameras none of which is a named one."""
    placed = []
    for number in range(12):
        azimuth = np.radians(15 + 30 * number)
        elevation = np.radians((-20, 15, 55)[number % 3])
        towards = np.array([np.cos(azimuth) * np.cos(elevation),
                            np.sin(azimuth) * np.cos(elevation), np.sin(elevation)])  # fmt: skip
        placed.append(look_from(f"between {number}", towards, np.array([0.0, 0.0, 1.0]),
                                mesh.vertices[np.unique(mesh.faces)]))  # fmt: skip
    return tuple(placed)


def turned(mesh: Mesh, axis: int, angle_deg: float) -> Mesh:
    """Turn about one axis."""
    angle = np.radians(angle_deg)
    turn = np.eye(3)
    first, second = (axis + 1) % 3, (axis + 2) % 3
    turn[[first, second], [first, second]] = np.cos(angle)
    turn[first, second], turn[second, first] = -np.sin(angle), np.sin(angle)
    return replace(mesh, vertices=mesh.vertices @ turn.T)


def decimated(mesh: Mesh) -> Mesh:
    """Take faces away until a fifth is left, or as many as a move of 5 % allows."""
    solid = manifold3d.Manifold(
        manifold3d.Mesh64(np.array(mesh.vertices, order="C"), mesh.faces.astype(np.uint64))
    )
    wanted = KEPT_FACES * len(mesh.faces)
    low, high = 0.0, COARSEST * _diagonal(mesh)
    result = solid.simplify(high)
    for _ in range(STEPS):
        middle = (low + high) / 2
        fewer = solid.simplify(middle)
        if fewer.num_tri() > wanted:
            low = middle
            continue
        high = middle
        if fewer.num_tri() > 0:
            result = fewer
    return _mesh_of(result if result.num_tri() else solid, mesh)


def _mesh_of(solid: manifold3d.Manifold, like: Mesh) -> Mesh:
    made = solid.to_mesh64()
    vertices = np.ascontiguousarray(np.asarray(made.vert_properties, np.float64)[:, :3])
    faces = np.asarray(made.tri_verts, np.int32)
    colors = None if like.face_colors is None else np.tile(like.face_colors[:1], (len(faces), 1))
    return Mesh(vertices, faces, np.zeros(len(faces), np.int32), ("part",), face_colors=colors)


def roughened(mesh: Mesh) -> Mesh:
    """Move every vertex a little, as a scan or a poor export does."""
    noise = np.random.default_rng(0).standard_normal(mesh.vertices.shape)
    return replace(mesh, vertices=mesh.vertices + ROUGHNESS * _diagonal(mesh) * noise)


def _diagonal(mesh: Mesh) -> float:
    return float(np.linalg.norm(np.ptp(mesh.vertices, axis=0)))


CHANGES: Mapping[str, Callable[[Mesh], Mesh]] = {
    "turned 90° about X": lambda mesh: turned(mesh, 0, 90),
    "turned 90° about Y": lambda mesh: turned(mesh, 1, 90),
    "turned 90° about Z": lambda mesh: turned(mesh, 2, 90),
    "tilted 15° about X": lambda mesh: turned(mesh, 0, TILT_DEG),
    "a fifth of the faces": decimated,
    "rough surface": roughened,
}
