"""What a design gives before any model looks: its pictures and its measured facts.

Review page, command line and batch workers all take these two steps, in this order.
"""

from dataclasses import replace

from mmdesign.domain import Design, FloatArray, Measurement, View
from mmdesign.measuring import form_vector, measure
from mmdesign.rendering import render_and_clay


def rendered(
    design: Design, view_px: int, device: str | None = None
) -> tuple[Design, tuple[View, ...] | None]:
    """Take the pictures of a design.

    Args:
        design: As it was loaded; uploaded pictures stay behind the rendered ones.
        view_px: Height and width of the square pictures.
        device: Where a z-buffer renders, such as 'cuda'; None for Embree on the CPU.

    Returns:
        The design with all its views, and the same views in clay; None when the design has no
        colours of its own, so that clay would show nothing else.
    """
    if design.mesh is None:
        return design, None
    own, clay = render_and_clay(design.mesh, size_px=view_px, device=device)
    seen = replace(design, views=(*own, *design.views))
    return seen, None if design.mesh.face_colors is None else (*clay, *design.views)


def measured(design: Design) -> tuple[tuple[Measurement, ...], FloatArray | None]:
    """Measure a design: its facts, and its (G,) form unless it has no surface."""
    facts = measure(design)
    return facts, form_vector(design, facts)


def render_device(device: str) -> str | None:
    """Where to render for a device setting: a GPU only when one was named.

    'auto' stays with Embree: its shading is a little finer than the z-buffer's, and a library that
    was rendered by it is compared best with pictures of the same make.
    """
    return device if device.startswith("cuda") else None
