"""Design -> measured facts, each with its standard error and the faces it was measured on.

CAD files bring exact cylinders, planes and fillets; meshes get cylinders and planes fitted. Nothing
is guessed: what cannot be measured is left out, and `unmeasured` says why.
"""

from mmdesign.domain import Design, Measurement
from mmdesign.measuring.bodies import Body, bodies_of
from mmdesign.measuring.boxes import measure_min_box
from mmdesign.measuring.bulk import mass, measure_bulk
from mmdesign.measuring.descriptor import shape_descriptor
from mmdesign.measuring.facets import chord_errors_mm, facets_of
from mmdesign.measuring.features import measure_features
from mmdesign.measuring.form import form_vector
from mmdesign.measuring.health import measure_health, measure_piercings
from mmdesign.measuring.making import (
    OVERHANG_DEG,
    measure_moulding,
    measure_overhang,
    measure_symmetry,
)
from mmdesign.measuring.missing import QUANTITIES, unmeasured
from mmdesign.measuring.parts import PartFact, part_facts
from mmdesign.measuring.rays import rays_at, sampled
from mmdesign.measuring.reaching import measure_reach
from mmdesign.measuring.standing import measure_standing
from mmdesign.measuring.surface import Surface, surface_of
from mmdesign.measuring.threads import ThreadMatch, thread_matches
from mmdesign.measuring.walls import measure_walls

__all__ = [
    "QUANTITIES", "Body", "PartFact", "Surface", "ThreadMatch", "bodies_of", "form_vector",
    "mass", "measure", "part_facts", "shape_descriptor", "surface_of", "thread_matches",
    "unmeasured",
]  # fmt: skip

SAMPLES = 20_000


def measure(design: Design, overhang_deg: float = OVERHANG_DEG) -> tuple[Measurement, ...]:
    """Measure a design.

    Args:
        design: Designs without a mesh have nothing to measure.
        overhang_deg: Faces that lean over further than this, from the vertical, need support.

    Returns:
        Every quantity of QUANTITIES that can be measured; those of holes once per hole, those of
        patterns once per pattern. The mass takes a density and has a function of its own.
    """
    mesh = design.mesh
    if mesh is None or not len(mesh.faces):
        return ()
    surface = surface_of(mesh)
    if not surface.areas_mm2.sum() > 0:
        return ()
    facets = facets_of(surface)
    chords = chord_errors_mm(surface, facets)
    measurements = [
        *measure_bulk(surface, chords),
        *measure_min_box(surface, chords),
        *measure_standing(surface, chords),
        *measure_features(design, surface, facets),
        *measure_overhang(surface, overhang_deg),
        *measure_health(surface),
    ]
    rays = rays_at(surface)
    if rays is not None:
        samples = sampled(surface, SAMPLES)
        measurements += [
            *measure_walls(surface, chords, rays, samples),
            *measure_moulding(surface, rays, samples),
            *measure_reach(surface, rays, samples),
            *measure_symmetry(surface, rays, samples),
            measure_piercings(surface, rays),
        ]
    return tuple(measurements)
