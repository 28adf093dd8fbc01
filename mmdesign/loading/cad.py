"""STEP and IGES through cascadio (OpenCASCADE), with exact faces and a fitting fineness."""

import io
import re
from dataclasses import replace
from typing import Literal, TypeAlias

import cascadio
import trimesh

from mmdesign.errors import DesignError
from mmdesign.loading.formats import UNITS_MM, unit_of_length
from mmdesign.loading.request import Request
from mmdesign.loading.scenes import Source
from mmdesign.phrases import phrase

Kernel: TypeAlias = Literal["step", "iges"]

COARSE_MM = 0.1
FINE_SHARE = 1e-4
"""Distance of the triangles from the exact surface, as a share of the design's diagonal."""
ANGLE_RAD = 0.35
"""At most 20 degrees from one triangle to the next on a curve."""

STEP_PREFIXES = {"": 1000.0, "MILLI": 1.0, "CENTI": 10.0, "DECI": 100.0, "MICRO": 0.001}
STEP_NAMES = {"INCH": "inch", "FOOT": "foot", "FEET": "foot", "MM": "mm", "MILLIMETRE": "mm"}
# IGES 5.3, global parameter 14; 3 means that parameter 15 names the unit
IGES_FLAGS_MM = {
    1: 25.4, 2: 1.0, 4: 304.8, 5: 1_609_344.0, 6: 1000.0, 7: 1e6, 8: 0.0254, 9: 0.001,
    10: 10.0, 11: 2.54e-5,
}  # fmt: skip
IGES_NAMES_MM = {
    "IN": 25.4, "INCH": 25.4, "MM": 1.0, "FT": 304.8, "MI": 1_609_344.0, "M": 1000.0, "KM": 1e6,
    "MIL": 0.0254, "UM": 0.001, "CM": 10.0, "UIN": 2.54e-5,
}  # fmt: skip


def read_step(request: Request) -> Source:
    """STEP: the kernel knows its unit and answers in metres."""
    if b"END-ISO-10303-21" not in request.content[-4096:]:
        message = f"{request.name} is incomplete: its end is missing; export it again."
        raise DesignError(message)
    return replace(_read(request, "step", UNITS_MM["m"]), units=step_unit(request.content))


def step_unit(content: bytes) -> str | None:
    """Name of the length unit that a STEP file declares."""
    for match in re.finditer(rb"CONVERSION_BASED_UNIT\s*\(\s*'([^']*)'", content):
        name = STEP_NAMES.get(match[1].decode("ascii", "replace").strip().upper())
        if name:
            return name
    si = re.search(rb"SI_UNIT\s*\(\s*(?:\.(\w+)\.|\$)\s*,\s*\.METRE\.\s*\)", content)
    if si is None:
        return None
    unit_mm = STEP_PREFIXES.get((si[1] or b"").decode().upper())
    return None if unit_mm is None else unit_of_length(unit_mm)


def read_iges(request: Request) -> Source:
    """IGES: the kernel turns the numbers into millimetres, which its glTF then calls metres."""
    unit_mm = iges_unit_mm(request.content)
    if unit_mm is None:
        message = f"{request.name} does not say its unit as IGES must; export it again or as STEP."
        raise DesignError(message)
    return replace(_read(request, "iges", UNITS_MM["mm"]), units=unit_of_length(unit_mm))


def iges_unit_mm(content: bytes) -> float | None:
    """Millimetres in one unit of an IGES file; None if it does not say."""
    lines = content.decode("latin-1").splitlines()
    parameters = _iges_parameters("".join(line[:72] for line in lines if line[72:73] == "G"))
    if len(parameters) < 14:
        return None
    flag = int(parameters[13]) if parameters[13].strip().isdigit() else 1  # the standard's default
    if flag == 3 and len(parameters) > 14:
        return IGES_NAMES_MM.get(parameters[14].strip().upper())
    return IGES_FLAGS_MM.get(flag)


def _iges_parameters(text: str) -> list[str]:
    """Fields of the global section; strings are written 5Hhello and may hold delimiters."""
    delimiter = text[2] if text.startswith("1H") else ","
    fields: list[str] = []
    position = 0
    while position < len(text) and len(fields) < 26:
        hollerith = re.compile(r"\s*(\d+)H").match(text, position)
        if hollerith:
            start = hollerith.end()
            end = start + int(hollerith[1])
            fields.append(text[start:end])
            position = end + 1
        else:
            end = text.find(delimiter, position)
            end = len(text) if end < 0 else end
            fields.append(text[position:end])
            position = end + 1
    return fields


def _read(request: Request, kind: Kernel, unit_mm: float) -> Source:
    """Tessellate coarsely, learn the size, and again as finely as the size deserves."""
    scene = _tessellated(request, kind, COARSE_MM)
    faces = _face_count(scene)
    if faces == 0:
        return Source(scene, unit_mm)
    fine_mm = FINE_SHARE * float(scene.scale) * unit_mm
    if fine_mm < COARSE_MM:
        fine = _tessellated(request, kind, fine_mm)
        if _face_count(fine) <= request.max_faces:
            return Source(fine, unit_mm, linear_colors=True)
        warning = phrase(
            "{file} is so rich that its curves are drawn {tolerance} mm coarse.",
            file=request.name,
            tolerance=COARSE_MM,
        )
        return Source(scene, unit_mm, linear_colors=True, warnings=(warning,))
    return Source(scene, unit_mm, linear_colors=True)


def _tessellated(request: Request, kind: Kernel, tolerance_mm: float) -> trimesh.Scene:
    glb = cascadio.load(
        request.content,
        file_type=kind,
        tol_linear=tolerance_mm,
        tol_angular=ANGLE_RAD,
        use_parallel=False,
        include_brep=True,
    )
    if not glb:
        message = (
            f"{request.name} is damaged or empty: the CAD kernel found no shape in it; "
            "export it again."
        )
        raise DesignError(message)
    return trimesh.load_scene(io.BytesIO(glb), file_type="glb", process=False)


def _face_count(scene: trimesh.Scene) -> int:
    graph, geometry = scene.graph, scene.geometry
    return sum(len(getattr(geometry[graph[n][1]], "faces", ())) for n in graph.nodes_geometry)
