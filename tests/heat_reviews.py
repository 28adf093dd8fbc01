"""Small reviews with evidence planted on the faces of a box."""

import numpy as np
import trimesh

from mmdesign.domain import (
    Design,
    Evidence,
    Fit,
    Heatmap,
    Measurement,
    Mesh,
    Model,
    Requirement,
    Review,
    Spec,
    Verdict,
)
from mmdesign.rendering import render


def box_mesh():
    box = trimesh.creation.box((40, 30, 20))
    return Mesh(
        np.asarray(box.vertices), np.asarray(box.faces, np.int32), np.zeros(12, np.int32), ("box",)
    )


def faces(*numbers):
    return np.array(numbers, np.int32)


HOLES = (
    Measurement("hole_diameter", 6.6, "mm", 0.0, faces(0, 1)),
    Measurement("hole_diameter", 5.0, "mm", 0.0, faces(2, 3)),
)


WALL = Requirement(
    "R1", "Wall at least 2 mm.", "thickness", "wall",
    quantity="wall_thickness_min", comparator=">=", lower=2.0, unit="mm",
)  # fmt: skip
WIDE_HOLES = Requirement(
    "R1", "Holes of 6 mm or more.", "hole", "holes",
    quantity="hole_diameter", comparator=">=", lower=6.0, unit="mm",
)  # fmt: skip


def verdict_of(requirement, value, on, probability=0.0):
    evidence = Evidence("geometry", "Measured.", probability, value, requirement.unit, "", on)
    outcome = "met" if probability > 0.5 else "not_met"
    return Verdict(requirement, outcome, probability, (evidence,), "Measured.")


def seen_verdict(probability, negated=False):
    requirement = Requirement("R1", "Clause.", "visual", "a rib", negated=negated)
    met = 1 - probability if negated else probability
    evidence = (Evidence("visual", "Seen.", met),)
    return Verdict(requirement, "met" if met > 0.5 else "not_met", met, evidence, "Seen.")


def review_of(mesh, verdict, heat=None, measurements=HOLES):
    views = render(mesh, 64)
    maps = []
    if heat is not None:
        maps = [Heatmap(verdict.requirement.id, heat, None, "told")]
        on_pixels = np.append(np.nan_to_num(heat), np.float32(0))
        maps += [
            Heatmap(verdict.requirement.id, on_pixels[view.face_index], index, "told")
            for index, view in enumerate(views)
        ]
    design = Design("d", "box.stl", "mesh", mesh, views=views)
    fit = Fit(0.5, 0.5, 0.5, 1.0, "undecided")
    return Review(
        design, Spec("", ()), Model("m", calibrated=True), fit, measurements, (verdict,),
        tuple(maps), (), (), (),
    )  # fmt: skip
