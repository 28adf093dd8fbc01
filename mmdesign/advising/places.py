"""Where on a design, in words: coordinates that a CAD program shows as well."""

from typing import Final

import numpy as np

from mmdesign.domain import IntArray, Mesh

_COMPACT: Final = 0.5
"""Faces spread over more of the design's diagonal than this have no one place."""


def around(mesh: Mesh | None, faces: IntArray | None) -> str:
    """'(12, 4, 30.5)' in mm, the middle of some faces; empty when they are all over the design."""
    if mesh is None or faces is None or not len(faces):
        return ""
    corners = mesh.vertices[mesh.faces[faces]].reshape(-1, 3)
    low, high = corners.min(axis=0), corners.max(axis=0)
    whole = np.ptp(mesh.vertices[mesh.faces].reshape(-1, 3), axis=0)
    if np.linalg.norm(high - low) > _COMPACT * np.linalg.norm(whole):
        return ""
    middle = (low + high) / 2
    return f"({', '.join(f'{round(float(value), 1) + 0.0:g}' for value in middle)})"
