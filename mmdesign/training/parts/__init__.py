"""Procedural parts: the same seed gives the same part, with every fact about it known.

A family is what people call a part ('flange'); several builders may make the same family, so
that a word does not come to mean one construction. Some families and some builders are never
trained on: what a model says about those is what it has understood rather than remembered.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import IntArray, Mesh
from mmdesign.training.parts import household, maker, mechanical
from mmdesign.training.parts.draft import Builder, Dice, Draft

BUILDERS: tuple[Builder, ...] = (
    *mechanical.BUILDERS, *household.BUILDERS, *maker.BUILDERS,
)  # fmt: skip
FAMILIES: tuple[str, ...] = tuple(dict.fromkeys(builder.family for builder in BUILDERS))
HELD_OUT_FAMILIES: frozenset[str] = frozenset(
    {
        "wing nut", "eye bolt", "z bracket", "split clamp", "perforated plate", "gear rack",
        "sprocket", "caster", "impeller", "chain link", "pipe tee", "hand wheel", "funnel",
        "phone stand", "spool", "goblet", "bucket", "stool", "desk", "ladder", "hammer", "barrel",
        "oven", "bathtub", "mirror", "boat", "coat rack", "suitcase", "knife",
        "turnbuckle", "cam", "rocket nozzle", "pipe reducer", "connecting rod",
        "servo mount", "sensor mount", "keycap", "drone arm", "honeycomb panel", "display frame",
        "rail clip", "battery holder", "stencil", "arch", "fender", "fin can", "cable chain link",
        "headphone holder",
    }
)  # fmt: skip

MATERIALS: Mapping[str, tuple[str, tuple[int, int, int]]] = {
    "steel": ("grey", (150, 154, 160)), "stainless steel": ("silver", (190, 193, 197)),
    "aluminium": ("light grey", (205, 207, 210)), "brass": ("golden", (200, 165, 75)),
    "copper": ("copper-coloured", (190, 110, 70)), "cast iron": ("dark grey", (80, 82, 86)),
    "wood": ("brown", (160, 115, 70)), "red plastic": ("red", (200, 45, 40)),
    "blue plastic": ("blue", (45, 90, 190)), "green plastic": ("green", (50, 150, 70)),
    "yellow plastic": ("yellow", (230, 200, 50)), "orange plastic": ("orange", (235, 130, 40)),
    "black plastic": ("black", (45, 45, 48)), "white plastic": ("white", (235, 235, 232)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One generated part: its shape, and what is true about it."""

    family: str
    builder: str
    seed: int
    mesh: Mesh
    face_feature: IntArray
    """(F,) index into feature_names."""
    feature_names: tuple[str, ...]
    counts: Mapping[str, int]
    flags: Mapping[str, bool]
    shape: Mapping[str, str]
    material: str
    color: tuple[int, int, int]
    """sRGB of the material; the mesh itself carries no colour."""


def trained_builders() -> tuple[Builder, ...]:
    """The builders whose parts a model may see while it learns."""
    return tuple(
        builder
        for builder in BUILDERS
        if not builder.held_out and builder.family not in HELD_OUT_FAMILIES
    )


def new_builders() -> tuple[Builder, ...]:
    """Unseen constructions of families that are trained on."""
    return tuple(
        builder
        for builder in BUILDERS
        if builder.held_out and builder.family not in HELD_OUT_FAMILIES
    )


def new_family_builders() -> tuple[Builder, ...]:
    """Builders of families that are never trained on."""
    return tuple(builder for builder in BUILDERS if builder.family in HELD_OUT_FAMILIES)


def make_part(builder: Builder, seed: int) -> Part:
    """Build one part; the same builder and seed give the same part to the bit."""
    dice = Dice(seed)
    draft = builder.build(dice)
    mesh, face_feature, names = _meshed(draft)
    material = dice.pick(tuple(MATERIALS))
    return Part(
        builder.family, builder.name, seed, mesh, face_feature, names,
        dict(draft.counts), dict(draft.flags), dict(draft.shape),
        material, MATERIALS[material][1],
    )  # fmt: skip


def _meshed(draft: Draft) -> tuple[Mesh, IntArray, tuple[str, ...]]:
    solid = draft.body.solid
    if solid.is_empty():
        message = f"the builder made nothing: {solid.status()}"
        raise ValueError(message)
    mesh = solid.to_mesh64()
    vertices = np.ascontiguousarray(np.asarray(mesh.vert_properties, dtype=np.float64)[:, :3])
    faces = np.asarray(mesh.tri_verts, dtype=np.int32)
    labels = draft.body.labels
    names = tuple(dict.fromkeys(sorted(labels.values())))
    face_feature = np.empty(len(faces), dtype=np.int32)
    starts = np.asarray(mesh.run_index, dtype=np.int64) // 3
    for run, original in enumerate(np.asarray(mesh.run_original_id)):
        face_feature[starts[run] : starts[run + 1]] = names.index(labels[int(original)])
    whole = Mesh(vertices, faces, np.zeros(len(faces), np.int32), ("part",))
    return whole, face_feature, names


__all__ = [
    "BUILDERS", "FAMILIES", "HELD_OUT_FAMILIES", "MATERIALS", "Builder", "Part", "make_part",
    "new_builders", "new_family_builders", "trained_builders",
]  # fmt: skip
