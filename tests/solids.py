"""Solids whose every size is known, as the meshes that the rooms take."""

import manifold3d as m3
import numpy as np

from mmdesign.domain import Mesh


def block(x, y, z):
    """A box around the origin."""
    return m3.Manifold.cube((x, y, z), True)


def mesh_of(*solids):
    """Turn manifold solids into one mesh, a part each."""
    vertices, faces, parts, start = [], [], [], 0
    for number, solid in enumerate(solids):
        raw = solid.to_mesh()
        points = np.asarray(raw.vert_properties, float)[:, :3]
        unique, index = np.unique(points, axis=0, return_inverse=True)
        vertices.append(unique)
        faces.append(index.reshape(-1)[np.asarray(raw.tri_verts, int)] + start)
        parts.append(np.full(len(raw.tri_verts), number))
        start += len(unique)
    return Mesh(
        np.concatenate(vertices),
        np.concatenate(faces).astype(np.int32),
        np.concatenate(parts).astype(np.int32),
        tuple(f"part {number}" for number in range(len(solids))),
    )
