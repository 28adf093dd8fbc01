"""Seats of screw heads: the cone of a countersink and the wide bore of a counterbore, in sizes."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from mmdesign.domain import BrepFace, Measurement
from mmdesign.measuring.bores import Hole, Mouth
from mmdesign.measuring.surface import Surface

_ROUNDING_MM: Final = 1e-3
"""Vertices of plain meshes are rounded, to six digits as a rule."""


def measure_heads(
    surface: Surface, found: Sequence[Hole], brep_faces: tuple[BrepFace, ...]
) -> list[Measurement]:
    """Size every countersink (angle, diameter) and counterbore (diameter, depth).

    Args:
        surface: The mesh.
        found: Its holes.
        brep_faces: The exact faces of a CAD file, which give exact sizes; empty for meshes.
    """
    measurements: list[Measurement] = []
    for hole in found:
        for mouth in hole.sinks:
            measurements += _sink(surface, hole, mouth, brep_faces)
        for wide in hole.counterbores:
            sigma = wide.sigma_mm
            measurements += [
                Measurement(
                    "counterbore_diameter", 2 * wide.radius_mm, "mm", 2 * sigma, hole.faces
                ),
                Measurement("counterbore_depth", wide.length_mm, "mm", sigma, hole.faces),
            ]
    return measurements


def _sink(
    surface: Surface, hole: Hole, mouth: Mouth, brep_faces: tuple[BrepFace, ...]
) -> Iterable[Measurement]:
    exact = _exact_cone(surface, mouth, brep_faces)
    if exact is not None:
        diameter, angle = exact
        sigmas = 0.0, 0.0
    else:
        # The rims of the cone lie where its bore's do: inside, on or outside the true circle.
        share = hole.narrowest.sigma_mm / hole.narrowest.radius_mm
        narrow, wide = mouth.rims_mm
        width = max(wide - narrow, _ROUNDING_MM)
        diameter = 2 * wide
        angle = 2 * float(np.degrees(np.arctan2(width, mouth.height_mm)))
        off = np.hypot(share * width, _ROUNDING_MM) / np.hypot(width, mouth.height_mm)
        sigmas = diameter * share, 2 * float(np.degrees(off))
    return (
        Measurement("countersink_diameter", diameter, "mm", sigmas[0], hole.faces),
        Measurement("countersink_angle", angle, "deg", sigmas[1], hole.faces),
    )


def _exact_cone(
    surface: Surface, mouth: Mouth, brep_faces: tuple[BrepFace, ...]
) -> tuple[float, float] | None:
    """Diameter and full angle from the CAD faces of a cone; None where there are none."""
    of_face = surface.mesh.face_brep
    if of_face is None or not brep_faces:
        return None
    numbers = np.unique(of_face[mouth.faces])
    cones = [brep_faces[n] for n in numbers if 0 <= n < len(brep_faces)]
    cones = [each for each in cones if each.kind == "cone" and each.height_mm and each.radius_mm]
    if not cones:
        return None
    widest = max(cones, key=lambda each: each.radius_mm or 0.0)
    wide, narrow, height = widest.radius_mm, widest.minor_radius_mm, widest.height_mm
    if wide is None or narrow is None or height is None:
        return None
    return 2 * wide, 2 * float(np.degrees(np.arctan2(wide - narrow, height)))
