"""Where one training run keeps its things, and how large it is."""

from dataclasses import dataclass
from pathlib import Path

from mmdesign.settings import ASSETS, EMBEDDED_MODEL


@dataclass(frozen=True, slots=True)
class Run:
    """Where one training run keeps its things and how large it is."""

    work: Path = ASSETS.parent / "runs" / "training"
    bundle: Path = ASSETS / "model"
    data: Path | None = None
    """Folder with real, named designs (manifest.csv), or None for generated parts alone."""
    designs: int | None = None
    """Parts to train on; None for as many as the time budget can make use of."""
    test_designs: int = 640

    @property
    def fit_folder(self) -> Path:
        """Where the checkpoints of the towers are, and the vectors of the captions."""
        return self.work / "fit"


def model_name(bundle: Path) -> str:
    """The name under which a bundle is opened."""
    return EMBEDDED_MODEL if bundle == ASSETS / "model" else f"local-dir:{bundle}"
