"""What can be told from a file's bytes before any parser sees them."""

import io
import json
import re
import struct
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from mmdesign.errors import DesignError, UnsupportedFormatError
from mmdesign.loading.formats import format_name
from mmdesign.loading.request import Request

MAX_ZIP_ENTRIES = 10_000
MAX_ZIP_RATIO = 100
MAX_ZIP_BYTES = 512 * 2**20
SMALL_ZIP_BYTES = 16 * 2**20
"""However well it is packed, so little does no harm."""
MAX_INSTANCES = 10_000
GLB_JSON = 0x4E4F534A
COMPRESSIONS = ("KHR_draco_mesh_compression", "EXT_meshopt_compression")


def check(file: Request) -> None:
    """Refuse what is not the format it claims to be, and what would become too large.

    Raises:
        UnsupportedFormatError: If the content is of another format.
        DesignError: If the content is incomplete or too large.
    """
    if file.suffix == ".stl":
        _check_stl(file)
    elif file.suffix == ".3mf":
        _check_zip(file)
    elif file.suffix in (".glb", ".gltf"):
        check_gltf(file, gltf_header(file))
    elif file.suffix == ".obj":
        _check_obj(file)
    elif not _looks_right(file):
        _refuse_format(file)


def _looks_right(file: Request) -> bool:
    head = file.content[:65536].lstrip(b"\xef\xbb\xbf \t\r\n")
    match file.suffix:
        case ".step" | ".stp":
            return b"ISO-10303-21" in head[:4096]
        case ".iges" | ".igs":
            # column 73 of every line names its section; the first one is Start (or Flag)
            return re.match(rb"[^\r\n]{72}[SFC] *\d+[\r\n]", file.content) is not None
        case ".ply":
            return head.startswith(b"ply")
        case ".off":
            return re.match(rb"(#[^\n]*\n\s*)*(ST)?C?N?4?n?OFF", head) is not None
        case _:
            return b"<COLLADA" in head.replace(b"\0", b"")  # it may be UTF-16


def _refuse_format(file: Request) -> None:
    kind = format_name(file.suffix)
    message = (
        f"{file.name} is not {_article(kind)} {kind} file, whatever its name says; "
        "export it again, or give it the suffix of its real format."
    )
    raise UnsupportedFormatError(message)


def _article(word: str) -> str:
    return "an" if word[0] in "AEFILMNORSX" and not word.startswith("STEP") else "a"


def _check_stl(file: Request) -> None:
    content = file.content
    if is_ascii_stl(content):
        if b"endsolid" not in content[-4096:].lower():
            message = f"{file.name} is incomplete: its end is missing; export it again."
            raise DesignError(message)
        return
    text = content[:512]
    if len(content) < 84 or all(byte in b"\t\r\n" or 32 <= byte < 127 for byte in text):
        _refuse_format(file)
    (declared,) = struct.unpack_from("<I", content, 80)
    present = (len(content) - 84) // 50
    if present < declared:
        message = (
            f"{file.name} is incomplete: it declares {declared:,} triangles and holds "
            f"{present:,}; export it again."
        )
        raise DesignError(message)
    check_faces(file, declared)


def is_ascii_stl(content: bytes) -> bool:
    """Whether the STL is text; some binary ones begin with 'solid' too."""
    if len(content) >= 84 and len(content) == 84 + 50 * struct.unpack_from("<I", content, 80)[0]:
        return False
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(b"solid") and (b"facet" in head or b"endsolid" in head)


def check_faces(file: Request, number: int) -> None:
    """Refuse more triangles than are allowed, with the number and what to do."""
    if number > file.max_faces:
        message = (
            f"{file.name} has {number:,} triangles; simplify it or export it coarser, "
            f"to at most {file.max_faces:,}."
        )
        raise DesignError(message)


def _check_obj(file: Request) -> None:
    head = file.content[:65536]
    if b"\0" in head or re.search(rb"^\s*(v|f|o|g|mtllib|usemtl)\s", head, re.MULTILINE) is None:
        _refuse_format(file)


def _check_zip(file: Request) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        _refuse_format(file)
    total = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    bomb = total > SMALL_ZIP_BYTES and total > MAX_ZIP_RATIO * packed
    if len(entries) > MAX_ZIP_ENTRIES or total > MAX_ZIP_BYTES or bomb:
        message = (
            f"{file.name} would unpack to {total / 2**20:,.0f} MB in {len(entries):,} files "
            "and was refused; simplify it or export it as STL."
        )
        raise DesignError(message)
    if not any(entry.filename.lower().endswith(".model") for entry in entries):
        _refuse_format(file)


def gltf_header(file: Request) -> Mapping[str, Any]:
    """The JSON part of a GLB or glTF file."""
    content = file.content
    if content[:4] == b"glTF":
        version, total, length, kind = struct.unpack_from("<IIII", content.ljust(20, b"\0"), 4)
        if version == 1:
            _refuse_version(file)
        if len(content) < total or kind != GLB_JSON:
            message = f"{file.name} is incomplete or damaged; export it again."
            raise DesignError(message)
        content = content[20 : 20 + length]
    try:
        header = json.loads(content)
    except ValueError:
        header = None
    if not isinstance(header, dict) or not isinstance(header.get("asset"), dict):
        _refuse_format(file)
    if str(header["asset"].get("version", "")).startswith("1"):
        _refuse_version(file)
    return dict(header)


def _refuse_version(file: Request) -> None:
    message = f"{file.name} is glTF 1, which is no longer read; export it as glTF 2.0 (GLB)."
    raise UnsupportedFormatError(message)


def check_gltf(file: Request, header: Mapping[str, Any]) -> None:
    """Refuse what lies outside the file, is compressed, or would expand without end."""
    for buffer in header.get("buffers", []):
        uri = str(buffer.get("uri", "data:"))
        if not uri.startswith("data:"):
            other = PurePosixPath(uri.replace("\\", "/")).name[:80]
            message = (
                f"{file.name} keeps its geometry in a separate file, {other}; "
                "export it as GLB, which holds everything."
            )
            raise DesignError(message)
    compression = [e for e in header.get("extensionsRequired", []) if e in COMPRESSIONS]
    if compression:
        message = f"{file.name} is compressed with {compression[0]}; export it uncompressed."
        raise DesignError(message)
    _check_gltf_counts(file, header)


def _check_gltf_counts(file: Request, header: Mapping[str, Any]) -> None:
    accessors = header.get("accessors", [])
    for accessor in accessors:
        # without a buffer behind it, an accessor is a promise of that many zeros
        if "bufferView" not in accessor and accessor.get("count", 0) > 3 * file.max_faces:
            check_faces(file, int(accessor["count"]) // 3)
    mesh_faces = [
        sum(_primitive_faces(primitive, accessors) for primitive in mesh.get("primitives", []))
        for mesh in header.get("meshes", [])
    ]
    instances = [node["mesh"] for node in header.get("nodes", []) if "mesh" in node]
    check_instances(file, len(instances))
    check_faces(file, sum(mesh_faces[mesh] for mesh in instances))


def _primitive_faces(primitive: Mapping[str, Any], accessors: list[Mapping[str, Any]]) -> int:
    corners = primitive.get("indices", primitive.get("attributes", {}).get("POSITION"))
    count = int(accessors[corners]["count"]) if corners is not None else 0
    mode = primitive.get("mode", 4)
    return count // 3 if mode == 4 else count if mode > 4 else 0


def check_instances(file: Request, number: int) -> None:
    """Refuse assemblies of more parts than anyone reviews."""
    if number > MAX_INSTANCES:
        message = (
            f"{file.name} places {number:,} parts; merge or leave out some, "
            f"so that at most {MAX_INSTANCES:,} remain."
        )
        raise DesignError(message)
