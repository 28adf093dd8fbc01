"""COLLADA 1.4/1.5: geometry, placement, unit, axes and plain colours; read without its materials.

Real files refer to pictures, materials and plug-ins that are missing; here only what carries
shape has to be sound.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias
from xml.etree.ElementTree import Element, fromstring

import numpy as np
import trimesh
from numpy.typing import NDArray

from mmdesign.domain import ByteArray, DoubleArray
from mmdesign.errors import DesignError
from mmdesign.loading.checking import check_faces, check_instances
from mmdesign.loading.coloring import UNCOLORED
from mmdesign.loading.formats import unit_of_length
from mmdesign.loading.request import Request
from mmdesign.loading.scenes import Source
from mmdesign.phrases import Phrase, phrase

Z_UP_FROM_AXIS = {
    "X_UP": np.array([[0, -1.0, 0], [0, 0, -1], [1, 0, 0]]),
    "Y_UP": np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]]),
    "Z_UP": np.eye(3),
}
MAX_DEPTH = 100
UNCOLORED_RGB = np.full(3, UNCOLORED, np.uint8)
STEPS = {"matrix": 16, "translate": 3, "scale": 3, "rotate": 4}
"""How many numbers each transform of a node takes."""
Ids: TypeAlias = dict[tuple[str, str], Element]
FACE_TAGS = ("triangles", "polylist", "polygons", "tristrips", "trifans")


@dataclass(frozen=True, slots=True)
class Instance:
    """A geometry where one node of the scene puts it."""

    name: str
    geometry: Element
    scene_from_geometry: DoubleArray
    colors: dict[str, ByteArray]
    """sRGB of each material symbol that has a plain colour."""


def read_collada(request: Request) -> Source:
    """COLLADA: unit and up axis are declared once, for the whole file."""
    root = fromstring(request.content)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    unit = root.find("asset/unit")
    unit_mm = 1000.0 * float("1" if unit is None else unit.get("meter", "1"))
    if not 0 < unit_mm < np.inf:
        message = f"{request.name} declares a unit of {unit_mm} mm; export it again."
        raise DesignError(message)
    axis = (root.findtext("asset/up_axis") or "Y_UP").strip()
    warnings: tuple[Phrase, ...] = ()
    if root.find(".//diffuse/texture") is not None:
        warnings = (
            phrase(
                "The textures of {file} are separate files and were left out.", file=request.name
            ),
        )
    return Source(
        _scene(root, request),
        unit_mm,
        units=unit_of_length(unit_mm),
        z_up=Z_UP_FROM_AXIS.get(axis, Z_UP_FROM_AXIS["Y_UP"]),
        warnings=warnings,
    )


def _scene(root: Element, request: Request) -> trimesh.Scene:
    # by kind too: exporters give a scene and its node the same id
    by_id = {(e.tag, f"#{e.get('id')}"): e for e in root.iter() if e.get("id")}
    scene = trimesh.Scene()
    faces_so_far = 0
    for number, instance in enumerate(_instances(root, by_id), start=1):
        check_instances(request, number)
        mesh = _mesh(instance, by_id)
        faces_so_far += len(mesh.faces)
        check_faces(request, faces_so_far)
        name = instance.name
        if name in scene.graph.nodes:
            name = f"{name} ({number})"
        scene.add_geometry(
            mesh, node_name=name, geom_name=str(number), transform=instance.scene_from_geometry
        )
    return scene


def _instances(root: Element, by_id: Ids) -> Iterator[Instance]:
    """Walk the scene; a file without one shows every geometry once."""
    start = root.find("scene/instance_visual_scene")
    scene = by_id.get(("visual_scene", start.get("url", ""))) if start is not None else None
    scene = root.find("library_visual_scenes/visual_scene") if scene is None else scene
    if scene is None:
        for geometry in root.iterfind("library_geometries/geometry"):
            yield Instance(geometry.get("name") or "geometry", geometry, np.eye(4), {})
        return
    waiting = [(node, np.eye(4), 0) for node in reversed(scene.findall("node"))]
    while waiting:
        node, parent, depth = waiting.pop()
        if depth > MAX_DEPTH:
            message = "nodes contain each other"
            raise ValueError(message)
        place = parent @ _transform(node)
        yield from _placed(node, place, by_id)
        links = [
            by_id.get(("node", link.get("url", ""))) for link in node.iterfind("instance_node")
        ]
        children = [*node.iterfind("node"), *(child for child in links if child is not None)]
        waiting += [(child, place, depth + 1) for child in reversed(children)]


def _placed(node: Element, place: DoubleArray, by_id: Ids) -> Iterator[Instance]:
    name = node.get("name") or node.get("id") or "geometry"
    for link in node.iterfind("instance_geometry"):
        geometry = by_id.get(("geometry", link.get("url", "")))
        if geometry is not None:
            yield Instance(name, geometry, place, _colors(link, by_id))
    for link in node.iterfind("instance_controller"):
        skin = by_id.get(("controller", link.get("url", "")), link).find("skin")
        geometry = None if skin is None else by_id.get(("geometry", skin.get("source", "")))
        if skin is not None and geometry is not None:
            # in its bind pose a skin stands in the scene itself, wherever its node is
            pose = _numbers(skin.findtext("bind_shape_matrix"))
            matrix = pose.reshape(4, 4) if pose.size == 16 else np.eye(4)
            yield Instance(name, geometry, matrix, _colors(link, by_id))


def _transform(node: Element) -> DoubleArray:
    """(4, 4) product of the node's transforms, in their order."""
    matrix = np.eye(4)
    for element in node:
        numbers = _numbers(element.text) if element.tag in STEPS else np.zeros(0)
        if element.tag in STEPS and len(numbers) == STEPS[element.tag]:
            matrix = matrix @ _step(element.tag, numbers)
    return matrix


def _step(kind: str, numbers: DoubleArray) -> DoubleArray:
    if kind == "matrix":
        return numbers.reshape(4, 4)
    step = np.eye(4)
    if kind == "translate":
        step[:3, 3] = numbers
    elif kind == "scale":
        step[:3, :3] = np.diag(numbers)
    elif np.linalg.norm(numbers[:3]) > 0:
        step = _rotation(numbers[:3], np.radians(numbers[3]))
    return step


def _rotation(axis: DoubleArray, angle_rad: float) -> DoubleArray:
    """Rodrigues' formula, (4, 4)."""
    x, y, z = axis / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    matrix = np.eye(4)
    matrix[:3, :3] += np.sin(angle_rad) * cross + (1 - np.cos(angle_rad)) * cross @ cross
    return matrix


def _colors(link: Element, by_id: Ids) -> dict[str, ByteArray]:
    colors: dict[str, ByteArray] = {}
    for binding in link.iter("instance_material"):
        material = by_id.get(("material", binding.get("target", "")))
        effect = None if material is None else material.find("instance_effect")
        shader = None if effect is None else by_id.get(("effect", effect.get("url", "")))
        numbers = _numbers(None if shader is None else shader.findtext(".//diffuse/color"))
        if len(numbers) >= 3:
            color = np.round(255 * np.clip(numbers[:3], 0, 1)).astype(np.uint8)
            colors[binding.get("symbol", "")] = color
    return colors


def _mesh(instance: Instance, by_id: Ids) -> trimesh.Trimesh:
    """All face sets of one geometry; each keeps its own vertices, which are merged later."""
    vertices, faces, colors = [np.zeros((0, 3))], [np.zeros((0, 3), np.int64)], []
    start = 0
    for primitives in instance.geometry.iterfind("mesh/*"):
        if primitives.tag not in FACE_TAGS:
            continue
        points, corners = _face_set(primitives, by_id)
        vertices.append(points)
        faces.append(corners + start)
        start += len(points)
        color = instance.colors.get(primitives.get("material", ""))
        colors.append(np.tile(UNCOLORED_RGB if color is None else color, (len(corners), 1)))
    mesh = trimesh.Trimesh(np.concatenate(vertices), np.concatenate(faces), process=False)
    if instance.colors and len(mesh.faces):
        mesh.visual = trimesh.visual.ColorVisuals(mesh, face_colors=np.concatenate(colors))
    return mesh


def _face_set(primitives: Element, by_id: Ids) -> tuple[DoubleArray, NDArray[np.int64]]:
    """Points (V, 3) and triangles (F, 3) of one <triangles>, <polylist> or the like."""
    inputs = primitives.findall("input")
    stride = 1 + max((int(link.get("offset", "0")) for link in inputs), default=0)
    corner = next((link for link in inputs if link.get("semantic") == "VERTEX"), None)
    vertices = None if corner is None else by_id.get(("vertices", corner.get("source", "")))
    if corner is None or vertices is None:
        return np.zeros((0, 3)), np.zeros((0, 3), np.int64)
    places = [link for link in vertices.iterfind("input") if link.get("semantic") == "POSITION"]
    points = _points(by_id["source", places[0].get("source", "")])

    lists = [*primitives.iterfind("p"), *primitives.iterfind("ph/p")]
    offset = int(corner.get("offset", "0"))
    runs = [_numbers(run.text).astype(np.int64)[offset::stride] for run in lists]
    if primitives.tag in ("triangles", "polylist"):
        flat = np.concatenate([np.zeros(0, np.int64), *runs])
        counts = _numbers(primitives.findtext("vcount")).astype(np.int64)
        counts = np.full(len(flat) // 3, 3) if primitives.tag == "triangles" else counts
        return points, _fans(flat, counts)
    if primitives.tag == "tristrips":
        strips = [trimesh.util.triangle_strips_to_faces([run]) for run in runs if len(run) > 2]
        return points, np.concatenate([np.zeros((0, 3), np.int64), *strips])
    flat = np.concatenate([np.zeros(0, np.int64), *runs])
    return points, _fans(flat, np.array([len(run) for run in runs], np.int64))


def _points(source: Element) -> DoubleArray:
    numbers = _numbers(source.findtext("float_array"))
    accessor = source.find("technique_common/accessor")
    stride = 3 if accessor is None else int(accessor.get("stride", "3"))
    start = 0 if accessor is None else int(accessor.get("offset", "0"))
    rows = (len(numbers) - start) // stride
    return numbers[start : start + rows * stride].reshape(rows, stride)[:, :3]


def _fans(corners: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Triangles of polygons that follow each other, as fans around their first corners."""
    starts = np.cumsum(counts) - counts
    fits = (counts >= 3) & (starts + counts <= len(corners))
    starts, triangles = starts[fits], counts[fits] - 2
    first = np.repeat(starts, triangles)
    step = np.arange(triangles.sum()) - np.repeat(np.cumsum(triangles) - triangles, triangles)
    fans: NDArray[np.int64] = corners[np.stack([first, first + step + 1, first + step + 2], axis=1)]
    return fans


def _numbers(text: str | None) -> DoubleArray:
    return np.array((text or "").split(), dtype=np.float64)
