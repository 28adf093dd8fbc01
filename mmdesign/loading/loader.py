"""The Loader: paths in, one Design out."""

import hashlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesign.closing import Closing
from mmdesign.domain import BrepFace, Design, Mesh, View
from mmdesign.errors import DesignError, ReaderFailedError, UnsupportedFormatError
from mmdesign.loading.brep import brep_faces
from mmdesign.loading.formats import (
    CAD_SUFFIXES,
    IMAGE_SUFFIXES,
    MESH_SUFFIXES,
    UNITS_MM,
    unit_name,
)
from mmdesign.phrases import Phrase, from_data, phrase
from mmdesign.sandbox import Limits, Reading, Sandbox
from mmdesign.settings import Settings

READER = "mmdesign.loading.reading:read"
MAX_PICTURES = 64


class Loader(Closing):
    """Reads design files in a sandbox that stays warm between them.

    May be used from several threads. Close it, or use it as a context manager, to end its
    reader processes.
    """

    def __init__(self, settings: Settings) -> None:
        """Take limits and units from the settings; processes start with the first file."""
        self._settings = settings
        self._sandbox = Sandbox(
            READER,
            Limits(
                memory_mb=settings.reader_memory_mb,
                cpu_s=settings.reader_cpu_s,
                wall_s=settings.reader_wall_s,
            ),
        )

    def close(self) -> None:
        """End the reader processes; running loads raise CancelledError."""
        self._sandbox.close()

    def load(
        self,
        paths: Path | Sequence[Path],
        name: str | None = None,
        units: str | None = None,
        cancel: threading.Event | None = None,
    ) -> Design:
        """Read one design: at most one mesh or CAD file, and any number of pictures of it.

        Args:
            paths: The files; their order decides the order of the views.
            name: What to call the design; by default the file's name without its suffix.
            units: Unit of a mesh file that declares none (STL, OBJ, PLY, OFF).
            cancel: Set from another thread to stop the reading.

        Returns:
            The design, its mesh in mm with Z up, its pictures as views without a camera.

        Raises:
            DesignError: If a file cannot be read; the message names it and says what to do.
            SettingsError: If `units` is not a unit of length.
            CancelledError: If `cancel` was set or the loader was closed.
        """
        files = [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
        mesh_file = _only_mesh(files)
        for file in files:
            self._check_file(file)
        given = units or self._settings.units
        unit = unit_name(given) if given else "mm"

        readings = {file: self._read(file, UNITS_MM[unit], cancel) for file in files}
        views = tuple(
            View(file.stem, _picture(readings[file], file.name))
            for file in files
            if file != mesh_file
        )
        design_id = _digest(files)
        if mesh_file is None:
            return Design(design_id, name or files[0].stem, "images", views=views)
        reading = readings[mesh_file]
        mesh, exact = _geometry(reading, mesh_file.name)
        declared = reading.facts["units"]
        return Design(
            design_id,
            name or mesh_file.stem,
            "cad" if mesh_file.suffix.lower() in CAD_SUFFIXES else "mesh",
            mesh=mesh,
            brep_faces=exact,
            views=views,
            units=declared or unit,
            units_declared=bool(declared or given),
            warnings=(
                *_warnings(reading, mesh_file.name),
                *_unit_warnings(mesh_file.name, declared, given, unit),
            ),
        )

    def load_pictures(
        self, paths: Sequence[Path], cancel: threading.Event | None = None
    ) -> list[Design | DesignError | OSError]:
        """Read pictures, each a design of its own, in one visit to the reader.

        A visit costs about as much as decoding a few small pictures. Whatever one file does there,
        the others are read: when a visit fails, each is read again alone.

        Args:
            paths: Files with the suffix of a picture.
            cancel: Set from another thread to stop the reading.

        Returns:
            For each file its design, or why it cannot be read.

        Raises:
            CancelledError: If `cancel` was set or the loader was closed.
        """
        images = self._visit([path for path in paths if self._is_sound(path)], cancel)
        return [self._picture_alone(path, images.get(path), cancel) for path in paths]

    def _visit(
        self, paths: Sequence[Path], cancel: threading.Event | None
    ) -> dict[Path, NDArray[Any]]:
        """Those of some pictures that one visit to the reader could decode."""
        pictures = [{"path": str(path.resolve()), "name": path.name} for path in paths]
        if not pictures:
            return {}
        name = f"one of {len(pictures)} pictures"
        try:
            reading = self._sandbox.run({"pictures": pictures}, file_name=name, cancel=cancel)
        except DesignError:
            return {}
        numbered = {str(number): path for number, path in enumerate(paths)}
        return {numbered[key]: image for key, image in reading.arrays.items() if key in numbered}

    def _is_sound(self, file: Path) -> bool:
        try:
            self._check_file(file)
        except DesignError:
            return False
        return True

    def _picture_alone(
        self, path: Path, image: NDArray[Any] | None, cancel: threading.Event | None
    ) -> Design | DesignError | OSError:
        """The design of one picture; one that is not decoded yet is read alone."""
        try:
            if image is None:
                return self.load(path, cancel=cancel)
            views = (View(path.stem, _checked_picture(image, path.name)),)
            return Design(_digest([path]), path.stem, "images", views=views)
        except (DesignError, OSError) as error:
            return error

    def _check_file(self, file: Path) -> None:
        """Refuse what can be refused without opening the file."""
        if not file.is_file():
            what = "is a folder, not a file" if file.is_dir() else "was not found"
            message = f"{file.name} {what}; check the path."
            raise DesignError(message)
        size = file.stat().st_size
        if size == 0:
            message = f"{file.name} is empty; export it again."
            raise DesignError(message)
        if size > self._settings.max_file_mb * 2**20:
            message = (
                f"{file.name} has {size / 2**20:,.0f} MB; simplify it to at most "
                f"{self._settings.max_file_mb} MB."
            )
            raise DesignError(message)

    def _read(self, file: Path, units_mm: float, cancel: threading.Event | None) -> Reading:
        suffix = file.suffix.lower()
        request = {
            "path": str(file.resolve()),
            "name": file.name,
            "suffix": suffix,
            "units_mm": units_mm,
            "max_faces": self._settings.max_faces,
        }
        advice = "save it smaller" if suffix in IMAGE_SUFFIXES else "simplify it"
        if suffix in CAD_SUFFIXES:
            advice += " or export it as STL"
        return self._sandbox.run(request, file_name=file.name, advice=advice, cancel=cancel)


def _only_mesh(files: Sequence[Path]) -> Path | None:
    """The one file that is not a picture, if there is one."""
    if not files:
        message = "No file was given; give a mesh, a CAD file or a picture."
        raise DesignError(message)
    for file in files:
        if file.suffix.lower() not in {**MESH_SUFFIXES, **IMAGE_SUFFIXES}:
            known = " ".join(suffix[1:] for suffix in {**MESH_SUFFIXES, **IMAGE_SUFFIXES})
            message = f"{file.name} is of a format that is not read; use one of: {known}."
            raise UnsupportedFormatError(message)
    meshes = [file for file in files if file.suffix.lower() in MESH_SUFFIXES]
    if len(meshes) > 1:
        message = (
            f"{meshes[0].name} and {meshes[1].name} are two designs; "
            "give one mesh or CAD file at a time, with any number of pictures."
        )
        raise DesignError(message)
    if len(files) - len(meshes) > MAX_PICTURES:
        message = f"{len(files) - len(meshes)} pictures are too many; give at most {MAX_PICTURES}."
        raise DesignError(message)
    return meshes[0] if meshes else None


def _digest(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            while block := stream.read(2**20):
                digest.update(block)
    return digest.hexdigest()


def _unit_warnings(
    name: str, declared: str | None, given: str | None, unit: str
) -> tuple[str, ...]:
    if declared is None and given is None:
        warning = phrase(
            "{file} does not say its unit; mm is assumed, so give the unit if it is another.",
            file=name,
        )
        return (warning,)
    if declared is not None and given is not None and declared != unit:
        warning = phrase(
            "{file} says that its unit is {declared}; the given {unit} was not used.",
            file=name,
            declared=declared,
            unit=unit,
        )
        return (warning,)
    return ()


def _warnings(reading: Reading, name: str) -> tuple[Phrase, ...]:
    try:
        return tuple(from_data(warning) for warning in reading.facts["warnings"])
    except (AttributeError, KeyError, TypeError, ValueError):
        raise _nonsense(name) from None


def _picture(reading: Reading, name: str) -> NDArray[np.uint8]:
    return _checked_picture(reading.arrays.get("image"), name)


def _checked_picture(image: NDArray[Any] | None, name: str) -> NDArray[np.uint8]:
    if image is None or image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3:
        raise _nonsense(name)
    return image


def _geometry(reading: Reading, name: str) -> tuple[Mesh, tuple[BrepFace, ...]]:
    """Believe a reading only when its arrays fit each other: renderers index with them."""
    arrays, facts = reading.arrays, reading.facts
    try:
        mesh = Mesh(
            vertices=arrays["vertices"],
            faces=arrays["faces"],
            face_part=arrays["face_part"],
            part_names=tuple(map(str, facts["part_names"])),
            face_brep=arrays.get("face_brep"),
            face_colors=arrays.get("face_colors"),
        )
        exact: tuple[BrepFace, ...] = ()
        if mesh.face_brep is not None:
            exact = brep_faces(arrays["brep_kinds"], arrays["brep_numbers"])
        if not _consistent(mesh, len(exact)):
            raise _nonsense(name)
    except (KeyError, TypeError, ValueError):
        raise _nonsense(name) from None
    return mesh, exact


def _consistent(mesh: Mesh, number_of_brep_faces: int) -> bool:
    number = len(mesh.faces)
    return (
        _is(mesh.vertices, np.float64, (len(mesh.vertices), 3))
        and bool(np.isfinite(mesh.vertices).all())
        and _is(mesh.faces, np.int32, (number, 3))
        and _points_into(mesh.faces, len(mesh.vertices))
        and _is(mesh.face_part, np.int32, (number,))
        and _points_into(mesh.face_part, len(mesh.part_names))
        and (mesh.face_colors is None or _is(mesh.face_colors, np.uint8, (number, 3)))
        and (
            mesh.face_brep is None
            or (
                _is(mesh.face_brep, np.int32, (number,))
                and _points_into(mesh.face_brep, number_of_brep_faces)
            )
        )
    )


def _is(array: NDArray[Any], dtype: type, shape: tuple[int, ...]) -> bool:
    return array.dtype == dtype and array.shape == shape


def _points_into(numbers: NDArray[np.int32], length: int) -> bool:
    return numbers.size > 0 and int(numbers.min()) >= 0 and int(numbers.max()) < length


def _nonsense(name: str) -> ReaderFailedError:
    message = f"{name} made its reader answer nonsense; export it again."
    return ReaderFailedError(message)
