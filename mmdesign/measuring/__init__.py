"""Design -> measured facts, each with its standard error and the faces it was measured on.

CAD files bring exact cylinders, planes and fillets; meshes get cylinders and planes fitted. Nothing
is guessed: what cannot be measured is left out, and `unmeasured` says why.
"""

from mmdesign.domain import Design, Measurement
from mmdesign.measuring.bulk import mass, measure_bulk
from mmdesign.measuring.descriptor import shape_descriptor
from mmdesign.measuring.facets import chord_errors_mm, facets_of
from mmdesign.measuring.features import MAX_MESH_FACES, measure_features
from mmdesign.measuring.making import measure_moulding, measure_overhang, measure_symmetry
from mmdesign.measuring.rays import rays_at, sampled
from mmdesign.measuring.surface import Surface, surface_of
from mmdesign.measuring.walls import MAX_OPEN_SHARE, measure_walls

__all__ = ["Surface", "mass", "measure", "shape_descriptor", "surface_of", "unmeasured"]

SAMPLES = 20_000


def measure(design: Design) -> tuple[Measurement, ...]:
    """Measure a design.

    Args:
        design: Designs without a mesh have nothing to measure.

    Returns:
        Every quantity that can be measured; hole_diameter and hole_depth once per hole. The mass
        takes a density and has a function of its own.
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
        *measure_features(design, surface, facets),
        measure_overhang(surface),
    ]
    rays = rays_at(surface)
    if rays is not None:
        samples = sampled(surface, SAMPLES)
        measurements += [
            *measure_walls(surface, chords, rays, samples),
            *measure_moulding(surface, rays, samples),
            *measure_symmetry(surface, rays, samples),
        ]
    return tuple(measurements)


def unmeasured(design: Design, measurements: tuple[Measurement, ...], quantity: str) -> str | None:
    """Say why a quantity is missing from the measurements of a design.

    Returns:
        One sentence for people; None when it was measured.
    """
    present = {measurement.quantity for measurement in measurements}
    if quantity in present:
        return None
    if design.mesh is None:
        return "There is no 3D geometry to measure, only pictures."
    if not present:
        return "The mesh has no surface: all its triangles have area 0."
    closed = any(each.quantity == "watertight" and each.value for each in measurements)
    reasons = {
        "volume": "The mesh is not closed, so it has no volume.",
        "mass": "No density is known." if closed else "The mesh is not closed, so it has no mass.",
        "wall_thickness_min": "No two sides of a wall face each other, or the mesh is too open "
        f"(more than {MAX_OPEN_SHARE:.0%} of its edges).",
        "gap_min": "No two walls face each other across a gap.",
        "hole_diameter": "No holes were found.",
        "hole_depth": "No holes were found.",
        "fillet_count": "Fillets can only be told apart in a STEP file.",
        "fillet_radius_min": "No fillets were found; in a mesh they cannot be told apart.",
        "draft_angle_min": "There are no side walls that would need draft.",
    }
    if "hole_count" not in present and quantity.split("_")[0] in ("hole", "cylinder", "planar"):
        return (
            f"Holes and other features are looked for in meshes of up to {MAX_MESH_FACES:,} "
            "triangles; a STEP file has no such limit."
        )
    if "symmetry_x" not in present:
        return "Rays are needed to measure this, and embreex is not installed here."
    return reasons.get(quantity, f"Nothing here measures {quantity}.")
