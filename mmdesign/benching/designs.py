"""Designs to measure with, made here: always the same ones, of a size that is asked for."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import trimesh
from manifold3d import Manifold, Mesh

BRIEF = """Four M6 mounting holes.
Wall at least 2.5 mm.
No longer than 120 mm.
Looks like a mounting bracket.
Should have rounded corners."""


def brackets(folder: Path, count: int, faces: int) -> list[Path]:
    """Write drilled plates with ribs as STL files, each of another size.

    Args:
        folder: Where to; files that are there already are kept.
        count: How many.
        faces: About how many triangles each has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"bracket_{faces}_{number}.stl" for number in range(count)]
    for number, path in enumerate(paths):
        if not path.is_file():
            _bracket(number, faces).export(path)
    return paths


def crumbs(folder: Path, count: int) -> list[Path]:
    """Write the smallest designs that differ: one tetrahedron each.

    Args:
        folder: Where to; files that are there already are kept.
        count: How many.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"crumb_{number:06d}.off" for number in range(count)]
    for number, path in enumerate(paths):
        if not path.is_file():
            path.write_text(f"OFF\n4 4 6\n0 0 0\n{10 + number * 0.001:.3f} 0 0\n0 10 0\n0 0 10\n"
                            "3 0 2 1\n3 0 1 3\n3 1 2 3\n3 0 3 2\n")  # fmt: skip
    return paths


def pictures(
    count: int, side_px: int = 224
) -> list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    """Make pictures of smooth shapes on a light ground, which pack and look like renders."""
    generator = np.random.default_rng(0)
    axis = np.linspace(-1, 1, side_px)
    made = []
    for _ in range(count):
        centre, size = generator.uniform(-0.3, 0.3, 2), generator.uniform(0.2, 0.7)
        distance = np.hypot(axis[:, None] - centre[0], axis[None, :] - centre[1])
        shade = np.clip(1 - distance / size, 0, 1)[..., None] * generator.uniform(60, 200, 3)
        made.append(np.asarray(245 - shade, np.uint8))
    return made


def _bracket(number: int, faces: int) -> trimesh.Trimesh:
    plate = Manifold.cube((80 + number, 50, 6))
    rib = Manifold.cube((6, 50, 30))
    hole = Manifold.cylinder(20, 3.3, 3.3, 48).translate((0, 0, -5))
    solid = plate + rib
    for x in (20, 60):
        for y in (12, 38):
            solid -= hole.translate((x, y, 0))
    edge_mm = 8.0
    refined = solid
    while refined.num_tri() < faces:
        refined = solid.refine_to_length(edge_mm)
        edge_mm *= 0.85
    mesh: Mesh = refined.to_mesh()
    return trimesh.Trimesh(mesh.vert_properties[:, :3], mesh.tri_verts, process=False)


def batches(files: list[Path], size: int) -> Iterator[list[Path]]:
    """Cut a list of files into equal parts."""
    for start in range(0, len(files), size):
        yield files[start : start + size]
