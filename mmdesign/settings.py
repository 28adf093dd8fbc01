"""Settings: read once from the environment, frozen, passed down."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from platformdirs import user_cache_path, user_data_path

from mmdesign.errors import SettingsError

ASSETS = Path(__file__).resolve().parent.parent / "assets"
EMBEDDED_MODEL = "embedded"
DEVICES = ("auto", "cpu", "cuda")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set from outside; each field is MMDESIGN_<NAME> in the environment."""

    model: str = EMBEDDED_MODEL
    """The model that looks: 'embedded', 'architecture/weights' as open_clip publishes them,
    'hf-hub:owner/name', or 'local-dir:FOLDER' without a network; `mmdesign models` lists them."""
    device: str = "auto"
    library: Path | str = user_data_path("mmdesign", appauthor=False) / "library"
    """A folder, or as text the address of a PostgreSQL server:
    postgresql+psycopg://user@host/database."""
    units: str | None = None
    """Unit of files that declare none; None means mm, with a warning."""
    view_px: int = 224
    reader_memory_mb: int = 4096
    reader_cpu_s: int = 60
    reader_wall_s: int = 60
    max_file_mb: int = 150
    max_faces: int = 2_000_000
    cache: Path = user_cache_path("mmdesign", appauthor=False) / "sights"
    """Where batches keep what was seen of a file; may be deleted at any time."""

    def __post_init__(self) -> None:
        """Refuse values that cannot work, by name."""
        if self.device not in DEVICES and not self.device.startswith("cuda:"):
            message = f"MMDESIGN_DEVICE is {self.device!r}; use one of {', '.join(DEVICES)}."
            raise SettingsError(message)
        for name in ("view_px", "reader_memory_mb", "reader_cpu_s", "reader_wall_s",
                     "max_file_mb", "max_faces"):  # fmt: skip
            if getattr(self, name) <= 0:
                message = f"MMDESIGN_{name.upper()} must be a positive number."
                raise SettingsError(message)

    @property
    def library_folder(self) -> Path:
        """Where files that belong to the library are kept here, also for one on a server."""
        if isinstance(self.library, Path):
            return self.library
        return user_data_path("mmdesign", appauthor=False) / "library"

    @classmethod
    def from_env(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Read MMDESIGN_* variables; a missing one keeps its default.

        Raises:
            SettingsError: If a value cannot be read or makes no sense.
        """
        environment = os.environ if environment is None else environment
        defaults = cls()
        values: dict[str, object] = {}
        for name in cls.__slots__:
            text = environment.get(f"MMDESIGN_{name.upper()}")
            if text:
                values[name] = _read(name, text, getattr(defaults, name))
        return cls(**values)  # type: ignore[arg-type]


def library_place(text: str) -> Path | str:
    """Read where a library is: a folder, or as text the address of a server."""
    return text if "://" in text else Path(text).expanduser()


def _read(name: str, text: str, default: object) -> object:
    if name == "library":
        return library_place(text)
    if isinstance(default, Path):
        return Path(text).expanduser()
    if isinstance(default, int):
        try:
            return int(text)
        except ValueError:
            message = f"MMDESIGN_{name.upper()} is {text!r}; give a whole number."
            raise SettingsError(message) from None
    return text
