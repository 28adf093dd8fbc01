"""Loading: every file becomes a design in mm with Z up, or one clear sentence."""

import base64
import hashlib
import io
import json
import struct
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import cad_files
import numpy as np
import pytest
import trimesh
from PIL import Image

from mmdesign.domain import Design
from mmdesign.errors import (
    CancelledError,
    DesignError,
    EmptyGeometryError,
    ReaderFailedError,
    SettingsError,
    UnsupportedFormatError,
)
from mmdesign.loading import IMAGE_SUFFIXES, MESH_SUFFIXES, Loader
from mmdesign.settings import Settings

REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "real_designs"
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real designs are not here")
BOX_MM = (10.0, 20.0, 30.0)
SETTINGS = Settings(units=None)


@pytest.fixture(scope="module")
def loader():
    with Loader(SETTINGS) as loader:
        yield loader


def box(size=BOX_MM):
    """A box with one corner at the origin, X Y Z sizes all different."""
    mesh = trimesh.creation.box(extents=size)
    mesh.apply_translation(np.array(size) / 2)
    return mesh


def extents(design: Design):
    return np.ptp(design.mesh.vertices, axis=0)


def volume(mesh):
    """Signed volume, by the divergence theorem."""
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def is_closed(mesh):
    """Every edge is used exactly once in each direction."""
    edges = np.concatenate([mesh.faces[:, [0, 1]], mesh.faces[:, [1, 2]], mesh.faces[:, [2, 0]]])
    forward = {tuple(edge) for edge in edges.tolist()}
    return len(forward) == len(edges) and all((b, a) in forward for a, b in forward)


def write(path: Path, content) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def y_up(mesh):
    """The same thing as files with Y up hold it: Z becomes Y, Y becomes -Z."""
    turned = mesh.copy()
    turned.apply_transform(np.array([[1, 0, 0, 0], [0, 0, 1, 0], [0, -1, 0, 0], [0, 0, 0, 1.0]]))
    return turned


def glb_box(path):
    mesh = y_up(box(np.array(BOX_MM) / 1000))
    return write(path, trimesh.Scene(mesh).export(file_type="glb"))


def collada_box(path, unit_m=0.01, axis="Z_UP"):
    """Centimetres; corners turned so that Z is up once the axis is obeyed."""
    source = box(np.array(BOX_MM) / 1000 / unit_m)
    if axis == "Y_UP":
        source = y_up(source)
    if axis == "X_UP":
        # Z becomes X, X becomes -Y, Y becomes -Z
        turn = np.array([[0, 0, 1, 0], [-1, 0, 0, 0], [0, -1, 0, 0], [0, 0, 0, 1.0]])
        source.apply_transform(turn)
    numbers = " ".join(map(str, source.vertices.ravel()))
    corners = " ".join(map(str, source.faces.ravel()))
    text = f"""<?xml version="1.0"?>
    <COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1">
    <asset><unit meter="{unit_m}"/><up_axis>{axis}</up_axis></asset>
    <library_geometries><geometry id="g"><mesh>
    <source id="p"><float_array id="a" count="{source.vertices.size}">{numbers}</float_array>
    <technique_common><accessor source="#a" count="{len(source.vertices)}" stride="3">
    <param name="X" type="float"/><param name="Y" type="float"/><param name="Z" type="float"/>
    </accessor></technique_common></source>
    <vertices id="v"><input semantic="POSITION" source="#p"/></vertices>
    <triangles count="{len(source.faces)}"><input semantic="VERTEX" source="#v" offset="0"/>
    <p>{corners}</p></triangles></mesh></geometry></library_geometries>
    <library_visual_scenes><visual_scene id="s"><node id="n">
    <instance_geometry url="#g"/></node></visual_scene></library_visual_scenes>
    <scene><instance_visual_scene url="#s"/></scene></COLLADA>"""
    return write(path, text)


def threemf(path, size=BOX_MM, unit="millimeter", items='<item objectid="1"/>', padding=""):
    mesh = box(size)
    vertices = "".join(f'<vertex x="{x}" y="{y}" z="{z}"/>' for x, y, z in mesh.vertices)
    triangles = "".join(f'<triangle v1="{a}" v2="{b}" v3="{c}"/>' for a, b, c in mesh.faces)
    model = (
        f'<?xml version="1.0"?><model unit="{unit}" '
        'xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"><resources>'
        f'<object id="1" type="model" name="block"><mesh><vertices>{vertices}</vertices>'
        f"<triangles>{triangles}</triangles></mesh></object></resources>"
        f"<build>{items}</build>{padding}</model>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("3D/3dmodel.model", model)
    return path


def stl(path, mesh=None):
    return write(path, (mesh or box()).export(file_type="stl"))


BOX_FILES = {
    "box.stl": stl,
    "ascii.stl": lambda path: write(path, box().export(file_type="stl_ascii")),
    "box.obj": lambda path: write(path, box().export(file_type="obj")),
    "box.ply": lambda path: write(path, box().export(file_type="ply")),
    "box.off": lambda path: write(path, box().export(file_type="off")),
    "box.glb": glb_box,
    "inch.3mf": lambda path: threemf(path, np.array(BOX_MM) / 25.4, "inch"),
    "mm.3mf": threemf,
    "z.dae": collada_box,
    "y.dae": lambda path: collada_box(path, 0.0254, "Y_UP"),
    "x.dae": lambda path: collada_box(path, 1.0, "X_UP"),
    "mm.step": lambda path: write(path, cad_files.step_box(BOX_MM)),
    "inch.stp": lambda path: write(path, cad_files.step_box(np.array(BOX_MM) / 25.4, "inch")),
    "m.step": lambda path: write(path, cad_files.step_box(np.array(BOX_MM) / 1000, "m")),
    "mm.igs": lambda path: write(path, cad_files.iges_box(BOX_MM, 2, "MM")),
    "inch.iges": lambda path: write(path, cad_files.iges_box(np.array(BOX_MM) / 25.4, 1, "IN")),
    "named.igs": lambda path: write(path, cad_files.iges_box(np.array(BOX_MM) / 10, 3, "CM")),
}


@pytest.mark.parametrize("name", BOX_FILES)
def test_the_same_box_is_the_same_in_every_format(loader, tmp_path, name):
    design = loader.load(BOX_FILES[name](tmp_path / name))
    low = design.mesh.vertices.min(axis=0)
    np.testing.assert_allclose(low, 0, atol=1e-4)
    np.testing.assert_allclose(extents(design), BOX_MM, rtol=1e-6)
    assert volume(design.mesh) == pytest.approx(np.prod(BOX_MM), rel=1e-5)
    assert is_closed(design.mesh)
    assert len(design.mesh.vertices) == 8 or name.endswith((".igs", ".iges"))
    assert design.name == Path(name).stem
    assert design.id == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("box.glb", "m"), ("inch.3mf", "inch"), ("mm.3mf", "mm"), ("z.dae", "cm"),
        ("y.dae", "inch"), ("x.dae", "m"), ("mm.step", "mm"), ("inch.stp", "inch"),
        ("m.step", "m"), ("mm.igs", "mm"), ("inch.iges", "inch"), ("named.igs", "cm"),
    ],
)  # fmt: skip
def test_a_declared_unit_is_told_and_not_warned_about(loader, tmp_path, name, units):
    design = loader.load(BOX_FILES[name](tmp_path / name))
    assert (design.units, design.units_declared, design.warnings) == (units, True, ())


@pytest.mark.parametrize("name", ["box.stl", "box.obj", "box.ply", "box.off"])
def test_without_a_unit_mm_is_assumed_with_a_warning(loader, tmp_path, name):
    design = loader.load(BOX_FILES[name](tmp_path / name))
    assert (design.units, design.units_declared) == ("mm", False)
    assert len(design.warnings) == 1
    assert name in design.warnings[0]
    assert "mm" in design.warnings[0]


def test_a_given_unit_scales_formats_that_declare_none(loader, tmp_path):
    design = loader.load(stl(tmp_path / "a.stl"), units="inches")
    np.testing.assert_allclose(extents(design), 25.4 * np.array(BOX_MM))
    assert (design.units, design.units_declared, design.warnings) == ("inch", True, ())


def test_the_unit_of_the_settings_is_used_when_none_is_given(tmp_path):
    path = stl(tmp_path / "a.stl")
    with Loader(replace(SETTINGS, units="cm")) as loader:
        np.testing.assert_allclose(extents(loader.load(path)), 10 * np.array(BOX_MM))
        np.testing.assert_allclose(extents(loader.load(path, units="mm")), BOX_MM)


def test_a_given_unit_never_overrules_the_file_and_says_so(loader, tmp_path):
    design = loader.load(glb_box(tmp_path / "a.glb"), units="mm")
    np.testing.assert_allclose(extents(design), BOX_MM, rtol=1e-6)
    assert "was not used" in design.warnings[0]


def test_an_unknown_unit_is_named(loader, tmp_path):
    with pytest.raises(SettingsError, match="furlong"):
        loader.load(stl(tmp_path / "a.stl"), units="furlong")


def test_step_gives_the_exact_faces_of_a_cylinder(loader, tmp_path):
    path = write(tmp_path / "pin.step", cad_files.step_cylinder(0.25, 2, "inch"))
    design = loader.load(path)
    assert design.kind == "cad"
    assert sorted(face.kind for face in design.brep_faces) == ["cylinder", "plane", "plane"]
    side = next(face for face in design.brep_faces if face.kind == "cylinder")
    assert side.radius_mm == pytest.approx(6.35, rel=1e-9)
    assert side.height_mm == pytest.approx(50.8, rel=1e-9)
    assert side.sweep_deg == pytest.approx(360)
    np.testing.assert_allclose(np.abs(side.axis), (0, 0, 1), atol=1e-12)
    assert volume(design.mesh) == pytest.approx(np.pi * 6.35**2 * 50.8, rel=0.01)
    assert is_closed(design.mesh)


def on_their_surfaces(design, tolerance_mm):
    """Each triangle's corners lie on the exact face that it is said to approximate."""
    mesh = design.mesh
    for number, face in enumerate(design.brep_faces):
        corners = mesh.vertices[mesh.faces[mesh.face_brep == number]].reshape(-1, 3)
        offset = corners - np.array(face.origin_mm)
        height = offset @ np.array(face.axis)
        across = np.linalg.norm(offset - np.outer(height, face.axis), axis=1)
        if face.kind == "plane":
            np.testing.assert_allclose(height, 0, atol=tolerance_mm)
        elif face.kind == "cylinder":
            np.testing.assert_allclose(across, face.radius_mm, atol=tolerance_mm)
        elif face.kind == "sphere":
            distance = np.linalg.norm(offset, axis=1)
            np.testing.assert_allclose(distance, face.radius_mm, atol=tolerance_mm)
        elif face.kind == "torus":
            tube = np.hypot(across - face.radius_mm, height)
            np.testing.assert_allclose(tube, face.minor_radius_mm, atol=tolerance_mm)
        elif face.kind == "cone":
            assert across.max() <= face.radius_mm + tolerance_mm
            assert across.min() >= face.minor_radius_mm - tolerance_mm
            assert np.ptp(height) <= face.height_mm + tolerance_mm


def test_the_parts_of_a_step_assembly_keep_names_places_and_exact_faces(loader, tmp_path):
    frames = [((0, 0, 0), (0, 0, 1)), ((100, 0, 0), (1, 0, 0)), ((0, 50, 0), (0, 1, 0))]
    path = write(tmp_path / "rig.step", cad_files.step_assembly(5, 20, frames))
    design = loader.load(path)
    mesh = design.mesh
    assert sorted(mesh.part_names) == ["pin 1", "pin 2", "pin 3"]
    assert len(design.brep_faces) == 9
    on_their_surfaces(design, 1e-3)
    for number, (origin, axis) in enumerate(frames, start=1):
        part = mesh.part_names.index(f"pin {number}")
        corners = mesh.vertices[np.unique(mesh.faces[mesh.face_part == part])]
        along = (corners - origin) @ np.array(axis)
        assert (along.min(), along.max()) == pytest.approx((0, 20), abs=1e-4)
        exact = [design.brep_faces[i] for i in np.unique(mesh.face_brep[mesh.face_part == part])]
        radii = [face.radius_mm for face in exact if face.kind == "cylinder"]
        assert radii == [pytest.approx(5)]


def test_planes_of_a_step_file_look_outwards(loader, tmp_path):
    design = loader.load(write(tmp_path / "box.step", cad_files.step_box(BOX_MM)))
    centre = np.array(BOX_MM) / 2
    for face in design.brep_faces:
        assert np.dot(np.array(face.origin_mm) - centre, face.axis) > 0


@needs_real
@pytest.mark.parametrize(
    "name",
    ["A/kcl/hex-nut.step", "B/maker-function/STS3215_03a.step", "A/kcl/ball-bearing.step"],
)
def test_real_step_meshes_lie_on_their_exact_faces_and_are_closed(loader, name):
    design = loader.load(REAL / name)
    on_their_surfaces(design, 0.02)
    if "ball" not in name:
        assert is_closed(design.mesh)


@needs_real
def test_a_real_step_has_the_size_of_its_stl(loader):
    """The same wrist mount, exported by its makers in both formats."""
    folder = REAL / "B" / "maker-function"
    pairs = [(step, step.with_suffix(".stl")) for step in sorted(folder.glob("*.step"))]
    pairs = [(step, mesh) for step, mesh in pairs if mesh.exists()]
    if not pairs:
        pytest.skip("no design in both formats here")
    for step, mesh in pairs:
        np.testing.assert_allclose(
            np.sort(extents(loader.load(step))), np.sort(extents(loader.load(mesh))), rtol=5e-3
        )


@needs_real
def test_a_large_real_assembly_loads(loader):
    design = loader.load(REAL / "A" / "kcl" / "car-wheel-assembly.step")
    assert len(design.mesh.part_names) == 42
    assert len(design.mesh.faces) <= SETTINGS.max_faces


def test_the_instances_of_a_glb_are_expanded_with_their_names(loader, tmp_path):
    scene = trimesh.Scene()
    part = box((0.01, 0.02, 0.03))
    for number in range(4):
        place = trimesh.transformations.translation_matrix([number, 0, 0])
        scene.add_geometry(part, geom_name="block", node_name=f"block {number}", transform=place)
    mesh = loader.load(write(tmp_path / "a.glb", scene.export(file_type="glb"))).mesh
    assert sorted(mesh.part_names) == [f"block {number}" for number in range(4)]
    assert np.bincount(mesh.face_part).tolist() == [12] * 4
    for number in range(4):
        part = mesh.part_names.index(f"block {number}")
        low = mesh.vertices[mesh.faces[mesh.face_part == part]].min(axis=(0, 1))
        assert low[0] == pytest.approx(1000 * number, abs=1e-3)


def test_the_instances_of_a_3mf_are_expanded(loader, tmp_path):
    items = '<item objectid="1"/><item objectid="1" transform="1 0 0 0 1 0 0 0 1 50 0 0"/>'
    design = loader.load(threemf(tmp_path / "a.3mf", items=items))
    assert len(design.mesh.part_names) == 2
    assert all("block" in name for name in design.mesh.part_names)
    np.testing.assert_allclose(extents(design), (60, 20, 30))


def test_a_mirrored_instance_is_not_turned_inside_out(loader, tmp_path):
    items = '<item objectid="1" transform="-1 0 0 0 1 0 0 0 1 0 0 0"/>'
    design = loader.load(threemf(tmp_path / "a.3mf", items=items))
    assert volume(design.mesh) == pytest.approx(np.prod(BOX_MM))


def test_the_objects_of_an_obj_are_parts(loader, tmp_path):
    text = ""
    for number in range(2):
        mesh = box()
        mesh.apply_translation((100 * number, 0, 0))
        text += f"o lid{number}\n" + "".join(f"v {x} {y} {z}\n" for x, y, z in mesh.vertices)
        text += "".join("f {} {} {}\n".format(*face) for face in mesh.faces + 1 + 8 * number)
    design = loader.load(write(tmp_path / "a.obj", text))
    assert sorted(design.mesh.part_names) == ["lid0", "lid1"]
    assert np.bincount(design.mesh.face_part).tolist() == [12, 12]


def test_face_colours_come_through_as_srgb(loader, tmp_path):
    mesh = box()
    mesh.visual.face_colors = np.tile([200, 30, 40, 255], (12, 1))
    design = loader.load(write(tmp_path / "a.ply", mesh.export(file_type="ply")))
    assert np.unique(design.mesh.face_colors, axis=0).tolist() == [[200, 30, 40]]
    assert loader.load(stl(tmp_path / "b.stl")).mesh.face_colors is None


def test_gltf_material_colours_are_turned_from_linear_light_to_srgb(loader, tmp_path):
    mesh = y_up(box((0.01, 0.02, 0.03)))
    material = trimesh.visual.material.PBRMaterial(baseColorFactor=[0.5, 0.0, 1.0, 1.0])
    mesh.visual = trimesh.visual.TextureVisuals(material=material)
    design = loader.load(write(tmp_path / "a.glb", trimesh.Scene(mesh).export(file_type="glb")))
    # 0.5 linear is 188 in sRGB (IEC 61966-2-1)
    np.testing.assert_allclose(design.mesh.face_colors, [[188, 0, 255]] * 12, atol=1)


COLLADA_SCENE = """<?xml version="1.0"?>
<COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1">
<asset><up_axis>Z_UP</up_axis></asset>
<library_effects><effect id="e"><profile_COMMON><technique sid="t"><lambert><diffuse>
<color>1 0.5 0 1</color></diffuse></lambert></technique></profile_COMMON></effect></library_effects>
<library_materials><material id="m"><instance_effect url="#e"/></material></library_materials>
<library_geometries><geometry id="g"><mesh><!-- a remark -->
<source id="p"><float_array id="a" count="12">0 0 0 1 0 0 1 1 0 0 1 0</float_array>
<technique_common><accessor source="#a" count="4" stride="3"/></technique_common></source>
<vertices id="v"><input semantic="POSITION" source="#p"/></vertices>
<polylist material="paint" count="1"><input semantic="VERTEX" source="#v" offset="0"/>
<input semantic="NORMAL" source="#missing" offset="1"/><vcount>4</vcount>
<p>0 0 1 0 2 0 3 0</p></polylist></mesh></geometry></library_geometries>
<library_nodes><node id="n" name="tile"><instance_geometry url="#g"><bind_material>
<technique_common><instance_material symbol="paint" target="#m"/></technique_common>
</bind_material></instance_geometry></node></library_nodes>
<library_visual_scenes><visual_scene id="s">
<node id="s" name="near"><translate>0 0 1</translate><rotate>0 0 1 90</rotate>
<scale>2 1 1</scale><instance_node url="#n"/></node>
<node name="far"><matrix>1 0 0 10 0 1 0 0 0 0 1 0 0 0 0 1</matrix><instance_node url="#n"/></node>
</visual_scene></library_visual_scenes><scene><instance_visual_scene url="#s"/></scene></COLLADA>"""


def test_a_collada_scene_is_placed_named_and_coloured(loader, tmp_path):
    mesh = loader.load(write(tmp_path / "a.dae", COLLADA_SCENE)).mesh
    assert len(mesh.part_names) == 2
    assert all(name.startswith("tile") for name in mesh.part_names)
    near, far = (mesh.vertices[mesh.faces[mesh.face_part == n]].reshape(-1, 3) for n in (0, 1))
    # scaled to 2 x 1, turned a quarter around Z, then lifted by 1
    np.testing.assert_allclose(near.min(axis=0), (-1000, 0, 1000), atol=1e-6)
    np.testing.assert_allclose(near.max(axis=0), (0, 2000, 1000), atol=1e-6)
    np.testing.assert_allclose(far.min(axis=0), (10000, 0, 0), atol=1e-6)
    assert np.unique(mesh.face_colors, axis=0).tolist() == [[255, 128, 0]]


def test_collada_nodes_that_contain_each_other_are_refused(loader, tmp_path):
    text = COLLADA_SCENE.replace('name="tile">', 'name="tile"><instance_node url="#n"/>')
    with pytest.raises(DesignError, match=r"^a\.dae "):
        loader.load(write(tmp_path / "a.dae", text))


def test_bad_faces_are_dropped_and_counted(loader, tmp_path):
    text = "v 0 0 0\nv 10 0 0\nv 0 10 0\nv nan 0 0\nv 0 0 10\n"
    text += "f 1 2 3\nf 1 2 4\nf 1 1 2\nf 1 2 5\nf 2 2 5\n"
    design = loader.load(write(tmp_path / "a.obj", text))
    assert len(design.mesh.faces) == 2
    assert np.isfinite(design.mesh.vertices).all()
    assert any(warning.startswith("1 faces of a.obj") for warning in design.warnings)
    assert any(warning.startswith("2 faces of a.obj") for warning in design.warnings)


def test_nan_in_a_binary_stl_costs_only_its_own_face(loader, tmp_path):
    data = bytearray(box().export(file_type="stl"))
    struct.pack_into("<f", data, 84 + 12, float("nan"))
    struct.pack_into("<f", data, 84 + 50 + 12, float("inf"))
    design = loader.load(write(tmp_path / "a.stl", bytes(data)))
    assert len(design.mesh.faces) == 10
    assert design.warnings[0].startswith("2 faces of a.stl")


def gltf(path, **changes):
    """A triangle in one JSON file; `changes` replace whole top-level entries."""
    data = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], dtype="<f4").tobytes()
    uri = "data:application/octet-stream;base64," + base64.b64encode(data).decode()
    document = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3",
             "min": [0, 0, 0], "max": [1, 1, 0]}
        ],
        "bufferViews": [{"buffer": 0, "byteLength": 36}],
        "buffers": [{"byteLength": 36, "uri": uri}],
        **changes,
    }  # fmt: skip
    return write(path, json.dumps(document))


def test_a_gltf_with_everything_inside_loads(loader, tmp_path):
    design = loader.load(gltf(tmp_path / "a.gltf"))
    np.testing.assert_allclose(extents(design), (1000, 0, 1000))


def instance_bomb(path):
    mesh = trimesh.creation.icosphere(subdivisions=5)
    scene = trimesh.Scene()
    for number in range(200):
        scene.add_geometry(mesh, geom_name="ball", node_name=str(number))
    return write(path, scene.export(file_type="glb"))


def node_bomb(path):
    return gltf(path, nodes=[{"mesh": 0}] * 20_001, scenes=[{"nodes": list(range(20_001))}])


def png_header(path, width, height):
    """A picture that is only a promise: header and an end, no pixels to hold."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = zlib.compress(bytes((width // 8 + 1) * height))
    content = chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return write(path, b"\x89PNG\r\n\x1a\n" + content)


def cut(path, make, share):
    content = make(path).read_bytes()
    return write(path, content[: int(share * len(content))])


BAD_FILES = {
    "empty.stl": (lambda path: write(path, b""), DesignError, "is empty"),
    "cut.stl": (lambda path: cut(path, stl, 0.6), DesignError, "declares 12 triangles and holds 6"),
    "cut_ascii.stl": (
        lambda path: cut(path, BOX_FILES["ascii.stl"], 0.5), DesignError, "incomplete"),
    "giant.stl": (
        lambda path: write(path, bytes(80) + b"\xff" * 4 + bytes(500)), DesignError,
        "4,294,967,295"),
    "text.stl": (
        lambda path: write(path, "dear colleague, " * 20), UnsupportedFormatError, "not an STL"),
    "none.stl": (lambda path: write(path, bytes(84)), EmptyGeometryError, "no faces"),
    "text.step": (
        lambda path: write(path, "four holes, please"), UnsupportedFormatError,
        "not a STEP file"),
    "cut.step": (
        lambda path: cut(path, BOX_FILES["mm.step"], 0.5), DesignError, "incomplete"),
    "hollow.step": (
        lambda path: write(path, "ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\nENDSEC;\n"
                           "END-ISO-10303-21;"),
        DesignError, "hollow.step"),
    "text.igs": (lambda path: write(path, "hello\n" * 9), UnsupportedFormatError, "not an IGES"),
    "text.obj": (lambda path: write(path, b"\0\1\2"), UnsupportedFormatError, "OBJ"),
    "wild.obj": (
        lambda path: write(path, "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 9\n"), DesignError, "damaged"),
    "points.obj": (lambda path: write(path, "v 0 0 0\nv 1 0 0\n"), EmptyGeometryError, "no faces"),
    "nan.obj": (
        lambda path: write(path, "v nan 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"), EmptyGeometryError,
        "no usable face"),
    "text.ply": (lambda path: write(path, "hello"), UnsupportedFormatError, "not a PLY"),
    "count.ply": (
        lambda path: write(path, b"ply\nformat binary_little_endian 1.0\nelement vertex 4000000000"
                           b"\nproperty float x\nproperty float y\nproperty float z\nend_header\n"),
        DesignError, "count.ply"),
    "text.off": (lambda path: write(path, "hello"), UnsupportedFormatError, "not an OFF"),
    "text.glb": (lambda path: write(path, "hello"), UnsupportedFormatError, "glTF"),
    "cut.glb": (lambda path: cut(path, glb_box, 0.7), DesignError, "incomplete"),
    "old.gltf": (
        lambda path: gltf(path, asset={"version": "1.0"}), UnsupportedFormatError, "GLB"),
    "outside.gltf": (
        lambda path: gltf(path, buffers=[{"byteLength": 36, "uri": "../secret/far.bin"}]),
        DesignError, r"separate file, far\.bin; export it as GLB"),
    "packed.gltf": (
        lambda path: gltf(path, extensionsRequired=["KHR_draco_mesh_compression"]), DesignError,
        "uncompressed"),
    "promise.gltf": (
        lambda path: gltf(path, accessors=[{"componentType": 5126, "count": 2 * 10**9,
                                            "type": "VEC3"}]),
        DesignError, "666,666,666 triangles"),
    "instances.glb": (instance_bomb, DesignError, r"4,096,000 triangles.*2,000,000"),
    "nodes.gltf": (node_bomb, DesignError, "20,001 parts"),
    "text.3mf": (lambda path: write(path, "hello"), UnsupportedFormatError, "not a 3MF"),
    "bomb.3mf": (lambda path: threemf(path, padding=" " * 2**26), DesignError, "would unpack to"),
    "text.dae": (lambda path: write(path, "hello"), UnsupportedFormatError, "COLLADA"),
    "open.dae": (lambda path: write(path, "<COLLADA><asset>"), DesignError, "damaged"),
    "text.png": (lambda path: write(path, "hello"), UnsupportedFormatError, "not a PNG"),
    "bomb.png": (
        lambda path: png_header(path, 13000, 13000), DesignError, "80 million pixels"),
    "wide.png": (
        lambda path: png_header(path, 9000, 5000), DesignError, "9000 x 5000 pixels"),
    "bigger.png": (
        lambda path: png_header(path, 40000, 30000), DesignError, "80 million pixels"),
    "cut.png": (
        lambda path: cut(path, lambda p: picture(p, (300, 200)), 0.5), DesignError, "incomplete"),
    "design.exe": (
        lambda path: write(path, "MZ"), UnsupportedFormatError, "format that is not read"),
    "design": (lambda path: write(path, "MZ"), UnsupportedFormatError, "format that is not read"),
}  # fmt: skip


def picture(path, size=(64, 48), color=(10, 200, 30), **options):
    noise = np.random.default_rng(0).integers(0, 20, (size[1], size[0], 3), dtype=np.uint8)
    Image.fromarray(np.uint8(color) + noise).save(path, **options)
    return path


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_clear_sentence_and_the_next_file_loads(loader, tmp_path, name):
    make, kind, reason = BAD_FILES[name]
    path = make(tmp_path / name)
    started = time.monotonic()
    with pytest.raises(kind, match=reason) as caught:
        loader.load(path)
    assert time.monotonic() - started < 10
    message = str(caught.value)
    assert message.startswith(name)
    assert message.endswith(".")
    assert "\n" not in message
    assert str(tmp_path) not in message
    assert len(loader.load(stl(tmp_path / "next.stl")).mesh.faces) == 12


def test_a_step_file_that_hangs_the_kernel_is_stopped_and_the_next_one_loads(tmp_path):
    path = write(tmp_path / "endless.step", cad_files.step_cylinder(1e12, 20))
    with Loader(replace(SETTINGS, reader_wall_s=3)) as loader:
        loader.load(stl(tmp_path / "warm.stl"))
        with pytest.raises(ReaderFailedError, match=r"^endless\.step took .* export it as STL\.$"):
            loader.load(path)
        assert len(loader.load(stl(tmp_path / "next.stl")).mesh.faces) == 12


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.stl"
    with path.open("wb") as file:
        file.truncate(3 * 2**20)
    with (
        Loader(replace(SETTINGS, max_file_mb=2)) as loader,
        pytest.raises(DesignError, match=r"large\.stl has 3 MB; simplify it to at most 2 MB"),
    ):
        loader.load(path)


def test_too_many_faces_are_told_with_their_number(tmp_path):
    with Loader(replace(SETTINGS, max_faces=11)) as loader:
        for name in ("box.stl", "box.obj", "box.glb", "mm.3mf", "mm.step"):
            with pytest.raises(DesignError, match=rf"^{name} has 12 triangles; .* 11\.$"):
                loader.load(BOX_FILES[name](tmp_path / name))


def test_too_much_memory_is_one_clear_sentence(tmp_path):
    mesh = trimesh.creation.icosphere(subdivisions=7)
    path = write(tmp_path / "ball.obj", mesh.export(file_type="obj"))
    with (
        Loader(replace(SETTINGS, reader_memory_mb=420)) as loader,
        pytest.raises(ReaderFailedError, match=r"^ball\.obj "),
    ):
        loader.load(path)


def test_a_missing_file_and_a_folder_are_named(loader, tmp_path):
    with pytest.raises(DesignError, match=r"^gone\.stl was not found"):
        loader.load(tmp_path / "gone.stl")
    (tmp_path / "folder.stl").mkdir()
    with pytest.raises(DesignError, match=r"^folder\.stl is a folder"):
        loader.load(tmp_path / "folder.stl")
    with pytest.raises(DesignError, match="No file"):
        loader.load([])


def test_two_meshes_in_one_design_are_refused(loader, tmp_path):
    files = [stl(tmp_path / "a.stl"), stl(tmp_path / "b.stl")]
    with pytest.raises(DesignError, match=r"a\.stl and b\.stl are two designs"):
        loader.load(files)


def test_a_mesh_and_pictures_make_one_design(loader, tmp_path):
    files = [picture(tmp_path / "front.png"), stl(tmp_path / "a.stl"), picture(tmp_path / "b.jpg")]
    design = loader.load(files, name="lid")
    assert (design.kind, design.name) == ("mesh", "lid")
    assert [view.name for view in design.views] == ["front", "b"]
    assert all(view.camera is None and view.face_index is None for view in design.views)
    content = b"".join(path.read_bytes() for path in files)
    assert design.id == hashlib.sha256(content).hexdigest()


def test_pictures_alone_make_a_design_without_units(loader, tmp_path):
    design = loader.load(picture(tmp_path / "front.png"))
    assert (design.kind, design.name, design.mesh, design.units) == ("images", "front", None, None)
    assert design.warnings == ()


@pytest.mark.parametrize("suffix", IMAGE_SUFFIXES)
def test_every_picture_format_is_decoded(loader, tmp_path, suffix):
    path = picture(tmp_path / f"a{suffix}", size=(64, 48))
    image = loader.load(path).views[0].image
    assert (image.shape, image.dtype) == ((48, 64, 3), np.uint8)
    np.testing.assert_allclose(image.mean(axis=(0, 1)), (19.5, 209.5, 39.5), atol=3)


def test_a_large_picture_is_made_smaller_and_keeps_its_shape(loader, tmp_path):
    for name in ("a.png", "a.jpg"):
        image = loader.load(picture(tmp_path / name, size=(3000, 1500))).views[0].image
        assert image.shape == (512, 1024, 3)


def test_a_picture_is_turned_as_its_camera_says(loader, tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise to see it upright
    pixels = np.zeros((20, 40, 3), np.uint8)
    pixels[:, :10] = 255
    Image.fromarray(pixels).save(tmp_path / "a.png", exif=exif)
    image = loader.load(tmp_path / "a.png").views[0].image
    assert image.shape == (40, 20, 3)
    assert (image[:10] == 255).all()
    assert (image[10:] == 0).all()


def test_transparency_is_laid_on_white(loader, tmp_path):
    pixels = np.zeros((4, 4, 4), np.uint8)
    pixels[:2, :, 3] = 255
    pixels[2, :, 3] = 128
    Image.fromarray(pixels).save(tmp_path / "a.png")
    image = loader.load(tmp_path / "a.png").views[0].image
    assert [int(row[0, 0]) for row in image[:, :1]] == [0, 0, pytest.approx(127, abs=1), 255]


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "CMYK", "I;16", "RGBA"])
def test_every_kind_of_pixel_becomes_rgb(loader, tmp_path, mode):
    if mode == "I;16":
        image = Image.fromarray(np.full((8, 8), 200 * 257, np.uint16))
    else:
        image = Image.new("RGB", (8, 8), (255, 255, 255)).convert(mode)
    path = tmp_path / ("a.tif" if mode in ("CMYK", "I;16") else "a.png")
    image.save(path)
    pixels = loader.load(path).views[0].image
    assert pixels.shape == (8, 8, 3)
    assert pixels.min() == (200 if mode == "I;16" else 255)


def test_only_the_first_frame_of_a_tiff_is_seen(loader, tmp_path):
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "blue")]
    frames[0].save(tmp_path / "a.tiff", save_all=True, append_images=frames[1:])
    image = loader.load(tmp_path / "a.tiff").views[0].image
    assert np.unique(image.reshape(-1, 3), axis=0).tolist() == [[255, 0, 0]]


def test_many_threads_load_at_once(loader, tmp_path):
    paths = [stl(tmp_path / f"{n}.stl", box((n, 2, 3))) for n in range(1, 13)]
    with ThreadPoolExecutor(6) as pool:
        lengths = [extents(design)[0] for design in pool.map(loader.load, paths)]
    np.testing.assert_allclose(lengths, range(1, 13))


def test_a_load_can_be_cancelled(loader, tmp_path):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        loader.load(stl(tmp_path / "a.stl"), cancel=cancel)


def test_importing_the_loader_imports_no_parser():
    code = (
        "import sys, mmdesign.loading; "
        "heavy = {'trimesh', 'cascadio', 'PIL', 'torch', 'gradio'} & set(sys.modules); "
        "sys.exit(' '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_readers_process_stays_light():
    code = (
        "import sys, time, mmdesign.loading.reading; "
        "heavy = {'torch', 'gradio', 'open_clip', 'pandas', 'matplotlib'} & set(sys.modules); "
        "sys.exit(' '.join(heavy) or int(time.process_time() > 2))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_tables_of_formats_do_not_overlap():
    assert not set(MESH_SUFFIXES) & set(IMAGE_SUFFIXES)
    assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in MESH_SUFFIXES)


def test_suffixes_are_read_in_any_case(loader, tmp_path):
    assert loader.load(stl(tmp_path / "A.STL")).name == "A"


def test_a_glb_without_scene_bytes_is_refused(loader, tmp_path):
    data = io.BytesIO()
    data.write(struct.pack("<4sII", b"glTF", 2, 12))
    with pytest.raises(DesignError, match=r"a\.glb"):
        loader.load(write(tmp_path / "a.glb", data.getvalue()))


def test_a_mesh_whose_faces_all_lie_on_a_line_is_empty(loader, tmp_path):
    path = write(tmp_path / "line.obj", "v 0 0 0\nv 1 0 0\nv 2 0 0\nf 1 2 3\n")
    with pytest.raises(EmptyGeometryError, match=r"line\.obj has only faces without area"):
        loader.load(path)
